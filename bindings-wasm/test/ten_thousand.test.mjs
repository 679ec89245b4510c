// An evaluation of 10,000 units has the digests that every language has (`tests/ten_thousand`).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Scheme, Study, WeightDraws, digest, topsis } from "shequ";
import { parse } from "smol-toml";

const folder = new URL("../../tests/ten_thousand/", import.meta.url);
const recipe = JSON.parse(readFileSync(new URL("recipe.json", folder), "utf8"));

/** The number of a cell, by its place alone. */
const mixed = (row, column) => {
  const u64 = (n) => BigInt.asUintN(64, n);
  let z = u64(BigInt(recipe.seed) + BigInt(1000 * row + column + 1) * 0x9e3779b97f4a7c15n);
  z = u64((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = u64((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
};

/** A cell as a text, or whether a veto is held. */
const cell = ({ kind, least, below, scale, gaps }, z) => {
  if (kind === "flag") return z % BigInt(below) === 0n;
  if (gaps && (z >> 32n) % BigInt(gaps) === 0n) return null;
  const digits = String(BigInt(least) + (z % BigInt(below))).padStart(scale + 1, "0");
  return scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
};

const order = (shuffled) => {
  const rows = Array.from({ length: recipe.units }, (_, row) => row);
  if (!shuffled) return rows;
  const places = rows.map((row) => mixed(row, 999));
  return rows.sort((a, b) => (places[a] < places[b] ? -1 : 1));
};

const unit = (row) => `社区 ${String(row).padStart(5, "0")}`;
const byUnit = ([a], [b]) => (a < b ? -1 : 1);

/** The scheme with its groups and indicators the other way round. */
const turned = (group) => {
  const out = { ...group };
  for (const field of ["groups", "indicators"]) if (field in group) out[field] = group[field].toReversed().map(turned);
  return out;
};

for (const shuffled of [false, true]) {
  const said = shuffled ? ", shuffled" : "";

  test(`a scorecard has the digest of all languages${said}`, () => {
    const document = parse(readFileSync(new URL("scheme.toml", folder), "utf8"));
    const rows = order(shuffled).map((row) => ({
      unit: unit(row),
      group: ["village", "town"][row % 2],
      ...Object.fromEntries(recipe.columns.map((column, at) => [column.name, cell(column, mixed(row, at))])),
    }));
    const scheme = Scheme.from(shuffled ? turned(document) : document);
    assert.equal(scheme.evaluate(rows).digest, recipe.digests.scorecard);
  });

  test(`methods have the bits of all languages${said}`, () => {
    const rows = order(shuffled);
    const names = recipe.criteria.map(({ name }) => name);
    const value = (row, at) => Number(cell(recipe.criteria[at], mixed(row, 500 + at)));
    const table = rows.map((row) => ({ unit: unit(row), ...Object.fromEntries(names.map((name, at) => [name, value(row, at)])) }));
    const study = new Study(table, names, WeightDraws.uniform(names.length)).withSeed(recipe.seed);
    const sample = study.run(recipe.draws);
    const ranks = sample.units.map((one) => sample.summary(one)).map((s) => [s.unit, s.best, s.worst, String(s.rank_sum)]);
    assert.equal(digest(ranks.toSorted(byUnit)), recipe.digests.ranks);
    const columns = Object.fromEntries(names.map((name, at) => [name, rows.map((row) => value(row, at))]));
    const { closeness } = topsis(columns, names.map(() => 1 / names.length));
    const hex = (x) => Buffer.from(new Float64Array([x]).buffer).reverse().toString("hex");
    assert.equal(digest(rows.map((row, at) => [unit(row), hex(closeness[at])]).toSorted(byUnit)), recipe.digests.closeness);
  });
}
