// What changed when the law changed, tables of decisions, units by columns, votes one by one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ShequError, packs } from "shequ";

const RESOLUTION = "residents.assembly.resolution";
const FACTS = { heads: { entitled: 100, present: 60, yes: 31, no: 20, abstain: 9 } };

const code = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return error.code;
  }
  assert.fail("nothing was thrown");
};

test("what changed when the law changed", () => {
  const change = packs.cn.between(RESOLUTION, FACTS, "2025-12-31", "2026-01-01");
  assert.equal(change.differs, true);
  assert.deepEqual([change.before.status, change.after.status], ["met", "unknown"]);
  const clause = change.clauses.find((c) => c.clause === change.because[0]);
  assert.equal(clause.turned, true);
  assert.equal(clause.after.reason, "unread");
  assert.match(change.explain().render("en"), /met → unknown/);
  assert.match(change.explain().render("zh"), /成立 → 不能确定/);
  assert.match(change.text.en, /^2025-12-31: met; 2026-01-01: unknown\. Because: /);
  assert.deepEqual(JSON.parse(JSON.stringify(change)).because, change.because);
  const rules = packs.cn.at("2025-06-01");
  const same = rules.changesTo(packs.cn.at("2025-12-31"), RESOLUTION, FACTS);
  assert.deepEqual([same.differs, same.clauses, same.because], [false, [], []]);
  assert.equal(code(() => rules.changesTo(rules, "residents.nothing", FACTS)), "unknown-question");
});

test("a table of decisions says what verdicts say", () => {
  const question = packs.cn.at("2026-03-01").question("owners.special");
  assert.deepEqual([question.id, question.clauses.includes("cn.cc.278.part.area")], ["owners.special", true]);
  assert.ok(question.label.zh);
  const columns = {
    "heads.entitled": Int32Array.of(90, 90, 90),
    "heads.present": new Uint32Array([60, 59, 60]),
    "heads.yes": [45, 50, null],
    "area.entitled": ["274.02", "274.02", "274.02"],
    "area.present": ["182.68", "182.67", "182.68"],
    "area.yes": ["137.01", "137.01", "137.01"],
  };
  const rows = question.decideTable(columns, { margins: true });
  assert.deepEqual(rows.map((row) => row.status), ["met", "notMet", "unknown"]);
  assert.equal(rows[2].missing, "heads.yes");
  rows.forEach((row, i) => {
    const facts = { heads: {}, area: {} };
    for (const [name, cells] of Object.entries(columns)) {
      const [measure, field] = name.split(".");
      if (cells[i] !== null) facts[measure][field] = cells[i];
    }
    const verdict = question.decide(facts);
    assert.deepEqual([row.status, row.deciding ?? undefined], [verdict.status, verdict.deciding]);
    for (const clause of verdict.clauses) {
      assert.equal(row[clause.clause], clause.status);
      for (const margin of clause.margins.filter((m) => "count" in m.amount)) {
        assert.equal(row[`${clause.clause}.${margin.kind}`], margin.amount.count);
      }
    }
  });
  assert.equal(code(() => question.decideTable({ "heads.yess": [1] })), "unknown-column");
  assert.equal(code(() => question.decideTable({ "area.yes": Float64Array.of(45.67) })), "float-column");
});

test("units are read from columns, and votes come in one by one", () => {
  const question = packs.cn.at("2026-03-01").question("owners.special");
  const columns = { area: Array(6).fill("45.67"), vote: Array(6).fill("absent"), owner: Int32Array.of(1, 2, 3, 4, 5, 6) };
  const four = { ...columns, vote: columns.vote.map((_, i) => (i < 4 ? "yes" : "absent")) };
  assert.equal(question.decideUnits(four).status, "met");
  assert.match(question.decideUnits(four).explain().render("en"), /3 × 182\.68 >= 2 × 274\.02/);
  const live = question.liveUnits(columns);
  const before = live.verdict();
  assert.deepEqual([0, 1, 2, 3].map((i) => live.vote(String(i), "yes")), ["notMet", "notMet", "notMet", "met"]);
  assert.deepEqual(JSON.parse(JSON.stringify(live.verdict())), JSON.parse(JSON.stringify(question.decideUnits(four))));
  assert.deepEqual([live.status, before.status], ["met", "notMet"]);
  assert.match(live.explain().render("zh"), /民法典/);
  const units = [{ key: "flat 1", area: "45.67", vote: "absent" }];
  assert.equal(question.live({ units }).vote("flat 1", "yes"), "met");
  assert.equal(code(() => live.vote("9", "yes")), "unknown-unit");
  assert.equal(code(() => live.vote("1", "maybe")), "unknown-choice");
  assert.equal(code(() => question.live(FACTS)), "no-units");
});
