// Decisions through the built package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Facts, ShequError, decide, packs, verify } from "shequ";

const code = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return [error.name, error.code, error.path];
  }
  assert.fail("nothing was thrown");
};

const flats = (present) =>
  Array.from({ length: 6 }, (_, i) => ({ key: `flat-${i}`, area: "45.67", vote: i < present ? "yes" : "absent" }));

test("six flats of 45.67 m2, four present: exactly two thirds of the area is a quorum", () => {
  const verdict = decide(packs.cn, "owners.ordinary", { day: "2026-03-01", units: flats(4) });
  assert.equal(verdict.status, "met");
  assert.deepEqual(verdict.missing, []);
  assert.match(verdict.explain().render("en"), /3 × 182\.68 >= 2 × 274\.02/);
  assert.deepEqual(verdict.fewestUnits(), { to: "notMet", units: 1, at_least: 1, proven: true });
  assert.equal(decide(packs.cn, "owners.ordinary", { day: "2026-03-01", units: flats(3) }).status, "notMet");
  for (const margins of Object.values(verdict.margins)) {
    for (const margin of margins) assert.ok(["switched", "added"].includes(margin.kind));
  }
  const plain = JSON.parse(JSON.stringify(verdict));
  assert.deepEqual(plain.clauses, verdict.clauses);
  assert.deepEqual([plain.question, plain.day, plain.status], [verdict.question, verdict.day, "met"]);
  assert.equal(verdict.label.zh.length > 0, true);
});

test("what is not known is asked for, unless it is settled already", () => {
  const rules = packs.cn.at("2025-06-01");
  const open = rules.decide("residents.assembly.resolution", { heads: { entitled: 100, present: 60 } });
  assert.deepEqual([open.status, open.missing], ["unknown", ["heads.yes"]]);
  const settled = rules.decide("residents.assembly.resolution", { heads: { entitled: 100, present: 50 } });
  assert.deepEqual([settled.status, settled.missing], ["notMet", []]);
});

test("a record is evaluated again, and a changed number shows", () => {
  const facts = Facts.from({
    format: "shequ.facts/1",
    day: "2025-06-01",
    heads: { entitled: 100n, present: 60, yes: 31, no: 20, abstain: 9 },
  });
  assert.deepEqual([facts.day, facts.body], ["2025-06-01", undefined]);
  const record = JSON.parse(JSON.stringify(packs.cn.decide("residents.assembly.resolution", facts).record()));
  assert.equal(record.facts, facts.digest);
  assert.deepEqual(verify(record, packs.cn, facts).differs, []);
  record.verdict.status = "notMet";
  assert.equal(verify(record, packs.cn, facts).ok, false);
});

test("facts refuse floats, unknown fields and unknown questions", () => {
  const day = "2026-03-01";
  const one = (unit) => () => decide(packs.cn, "owners.special", { day, units: [{ key: "a", vote: "yes", ...unit }] });
  assert.deepEqual(code(one({ area: 45.67 })), ["DocumentError", "float-refused", "facts.units[0].area"]);
  assert.deepEqual(code(one({ name: "x" })), ["DocumentError", "unknown-field", "facts.units[0].name"]);
  assert.deepEqual(code(() => decide(packs.cn, "owners.special", { units: flats(1) })), [
    "ParticipationError",
    "facts-without-day",
    "facts.day",
  ]);
  assert.equal(code(() => decide(packs.cn, "owners.party", { day, units: flats(1) }))[1], "unknown-question");
  assert.equal(code(() => Facts.parse("{"))[1], "malformed");
});
