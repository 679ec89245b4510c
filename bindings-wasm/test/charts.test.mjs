// Charts: the specifications that every language has in common.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ExactTable, Scheme, ShequError, Study, WeightBox, WeightDraws, digest, rankBoundsSpec } from "shequ";

const shared = JSON.parse(readFileSync(new URL("../../tests/charts/case.json", import.meta.url), "utf8"));
const card = (period) => Scheme.from(shared.scheme).evaluate(shared[period]);
const exact = () => new ExactTable(shared.matrix, shared.criteria);
const box = (spread = shared.spread) => WeightBox.around(shared.weights, spread);
const sample = () =>
  new Study(shared.matrix, shared.criteria, WeightDraws.uniform(shared.criteria.length))
    .withSeed(shared.seed)
    .run(shared.draws);

const made = {
  contribution: (options) => card("now").contributionSpec(options),
  heat: (options) => card("now").heatSpec(options),
  slope: (options) => card("now").slopeSpec(card("last"), options),
  draws: (options) => sample().rankingSpec(options),
  bounds: (options) => exact().rankingSpec(box(), options),
  "bounds-at-weights": (options) => exact().rankingSpec(box(), options, shared.weights),
};

const thrown = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return error;
  }
  assert.fail("nothing was thrown");
};

for (const [at, row] of shared.charts.entries()) {
  test(`chart ${at}, ${row.chart}: the digest is that of every language`, () => {
    const spec = made[row.chart](row.options);
    assert.match(spec.$schema, /vega-lite\/v6\.json$/);
    assert.equal(digest(spec), row.digest);
    assert.equal(digest(JSON.parse(JSON.stringify(spec))), row.digest);
  });
}

test("a chart holds the units and parts that were asked for", () => {
  const now = card("now");
  const spec = now.contributionSpec({ lang: "en", units: ["c03", "c05"], labels: { c03: "third" }, title: "Three" });
  assert.equal(spec.title.text, "Three");
  const bars = spec.layer[0].data.values;
  const totals = spec.layer.at(-1).data.values;
  assert.deepEqual(totals.map((row) => row.label), ["third", "community 05"]);
  for (const unit of ["c03", "c05"]) {
    // In ten thousandths, of which a double holds every sum here.
    const sum = bars.filter((row) => row.unit === unit).reduce((sum, row) => sum + Math.round(Number(row.exact) * 1e4), 0);
    assert.equal(sum, Math.round(Number(now.total(unit)) * 1e4));
  }
  assert.equal(now.heatSpec({ units: ["c01"] }).data.values.length, now.lines("c01").length);
  assert.equal(now.slopeSpec(card("last"), { basis: "total" }).vconcat.length, 2);
});

test("bounds that were found before are drawn", () => {
  const rows = exact().rankBoundsTable(box());
  assert.deepEqual(rankBoundsSpec(rows), exact().rankingSpec(box()));
  const ranks = new Map(exact().scores(shared.weights).map((score) => [score.unit, score.rank]));
  const ranked = rows.map((row) => ({ ...row, rank: ranks.get(row.unit) }));
  assert.deepEqual(rankBoundsSpec(ranked, { lang: "en" }), exact().rankingSpec(box(), { lang: "en" }, shared.weights));
});

test("faults say what is wrong", () => {
  const now = card("now");
  const unknown = thrown(() => now.heatSpec({ units: ["c01", "nobody"] }));
  assert.deepEqual([unknown.code, unknown.path], ["chart-unknown-unit", "units[1]"]);
  assert.equal(thrown(() => now.heatSpec({ parts: "groups" })).code, "chart-option-unused");
  assert.equal(thrown(() => now.contributionSpec({ units: [] })).code, "chart-no-units");
  assert.equal(thrown(() => now.heatSpec({ colour: "red" })).code, "unknown-field");
  const outside = () => exact().rankingSpec(box("1/100"), {}, ["0", "0", "0", "1"]);
  assert.equal(thrown(outside).code, "chart-ranks-disagree");
  const stopped = () => exact().rankingSpec(box(), {}, undefined, undefined, { onProgress: () => false });
  assert.equal(thrown(stopped).code, "stopped");
});
