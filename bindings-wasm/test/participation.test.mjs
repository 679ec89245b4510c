// Decisions through the built package.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Calendar,
  Facts,
  ShequError,
  commitUnits,
  decide,
  openUnit,
  packs,
  verify,
  verifyOpening,
  verifyWith,
} from "shequ";

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
  // The record and the packs are enough.
  assert.deepEqual(verify(record, packs.cn).differs, []);
  assert.equal(verifyWith(record, packs.cn, Calendar.cn()).ok, true);
  assert.equal(verifyWith(record, packs.cn, Calendar.cn(), facts).ok, true);
  const forged = { ...record, counted: { ...record.counted, heads: { ...record.counted.heads, yes: 29 } } };
  assert.deepEqual(verify(forged, packs.cn).differs.map((d) => d.what), ["record", "verdict"]);
  record.verdict.status = "notMet";
  assert.equal(verify(record, packs.cn, facts).ok, false);
});

test("an owner can show one unit of a decision", () => {
  const units = [0, 1, 2, 3, 4, 5].map((i) => ({ key: `${i}`, area: "45.67", vote: i < 4 ? "yes" : "absent" }));
  const verdict = decide(packs.cn, "owners.ordinary", { day: "2026-03-01", units, salt: "kept by those who counted" });
  const record = verdict.record();
  assert.equal(/"key"|kept by/.test(JSON.stringify(record)), false);
  assert.equal(verify(record, packs.cn).ok, true);
  const opening = verdict.openUnit("4");
  assert.equal(verifyOpening(record.committed, opening), true);
  assert.equal(verifyOpening(record.committed, { ...opening, unit: { ...opening.unit, vote: "yes" } }), false);
  assert.deepEqual(code(() => verdict.openUnit("9"))[1], "unit-not-committed");
  const bare = decide(packs.cn, "owners.ordinary", { day: "2026-03-01", units });
  assert.deepEqual(code(() => bare.record()).slice(1), ["units-without-salt", "facts.salt"]);
  const question = packs.cn.at("2026-03-01").question("owners.ordinary");
  assert.equal(verify(question.decideUnits(units, "kept by those who counted").record(), packs.cn).ok, true);
});

test("any list of units can be committed and opened", () => {
  const units = [{ key: "1-101", vote: "yes" }, { key: "1-102", vote: "no" }, { key: "1-201", vote: "absent" }];
  const salt = "00112233445566778899aabbccddeeff";
  const committed = commitUnits(units, salt, "roof");
  assert.deepEqual([committed.units, committed.heads], [3, 3]);
  const opening = openUnit(units, salt, "roof", "1-102");
  assert.equal(verifyOpening(committed, opening), true);
  assert.equal(verifyOpening(commitUnits(units, salt, "lift"), opening), false);
  assert.equal(code(() => commitUnits([], salt, "x"))[1], "no-units");
  assert.equal(code(() => openUnit(units, salt, "x", "9"))[1], "unit-not-committed");
  assert.deepEqual(code(() => commitUnits([units[0], units[0]], salt, "x")).slice(1), ["unit-twice", "facts.units[1].key"]);
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
