// Changed values, goals, gaps, movements, and the ledger of corrections and appeals.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Ledger, Scheme, SealedTexts, ShequError, canonical } from "shequ";

const scheme = () => ({
  format: "shequ.scheme/1",
  title: "T",
  subject: "unit",
  groups: [
    {
      key: "g",
      indicators: [
        { key: "visits", points: 60, rule: "linear", target: 12 },
        { key: "hazards", points: 40, rule: "deduct", each: "2.5" },
      ],
    },
  ],
  grades: [{ key: "good", least: 90 }, { key: "fair" }],
  ranking: { basis: "rounded", ties: "average" },
});
const rows = [
  { unit: "a", visits: 9, hazards: 1 },
  { unit: "b", visits: 12, hazards: 3 },
];
const evaluated = () => Scheme.from(scheme()).evaluate(rows);

const thrown = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return error;
  }
  assert.fail("nothing was thrown");
};

test("missing values have a worst case, ties a mean rank, the last place a lot", () => {
  const [a, b] = Scheme.from(scheme()).evaluate([{ unit: "a", visits: null, hazards: 1 }, rows[1]]).scores();
  assert.deepEqual([a.total, a.worst_case, a.missing, b.worst_case], ["93.75", "37.50", 1, null]);
  // The same case as the core's tests have.
  const tied = {
    ...scheme(),
    groups: [{ key: "g", indicators: [{ key: "x", points: 10, rule: "linear", target: 10 }] }],
    award: { share: "1/2", unresolved: "lot", seed: 20260101 },
  };
  const card = Scheme.from(tied).evaluate([5, 9, 5, 5].map((x, i) => ({ unit: "abcd"[i], x })));
  assert.deepEqual(card.scores().map((s) => s.mean_rank), ["3", "1", "3", "3"]);
  const [lot] = card.lots;
  assert.deepEqual([lot.group, lot.places, lot.seed, [...lot.order].sort()], [null, 1, 20260101, ["a", "c", "d"]]);
  assert.deepEqual(card.scores().filter((s) => s.award).map((s) => s.unit), ["b", lot.order[0]].sort());
  assert.deepEqual(card.warnings, []);
});

test("a changed card is that of the changed table", () => {
  const card = evaluated();
  const after = card.changed([{ unit: "a", column: "visits", value: 11 }]);
  assert.deepEqual([card.total("a"), after.total("a")], ["82.50", "92.50"]);
  assert.equal(after.digest, Scheme.from(scheme()).evaluate([{ ...rows[0], visits: 11 }, rows[1]]).digest);
  assert.equal(card.changed([]).digest, card.digest);
  // b is tied now: it is affected though no value of its own changed.
  assert.deepEqual(after.affected(card).map((u) => [u.after.unit, u.before.rank, u.after.rank, u.after.mean_rank]), [
    ["a", 2, 1, "3/2"],
    ["b", 1, 1, "3/2"],
  ]);
  for (const [change, expected] of [
    [{ unit: "z", column: "visits", value: 1 }, ["unknown-unit", "changes[0].unit"]],
    [{ unit: "a", column: "walks", value: 1 }, ["no-such-column", "changes[0].column"]],
    [{ unit: "a", column: "visits", value: "1.5" }, ["wrong-value", "changes[0].value"]],
    [{ unit: "a", column: "visits", value: 1.5 }, ["float-refused", "changes[0].value"]],
    [{ unit: "a", column: "visits", valu: 1 }, ["unknown-field", "changes[0].valu"]],
  ]) {
    const error = thrown(() => card.changed([change]));
    assert.deepEqual([error.code, error.path], expected);
  }
});

test("the smallest change that reaches a goal", () => {
  const card = evaluated();
  const answer = card.whatIf("a", { grade: "good" });
  const [visits, hazards] = answer.changes;
  assert.deepEqual([answer.unit, answer.grade, answer.rank, answer.reached, answer.barred_by], ["a", "good", null, false, []]);
  assert.deepEqual(answer.now, { total: "82.50", grade: "fair", rank: 2 });
  assert.deepEqual([visits.column, visits.from, visits.to, visits.steps, visits.then.total], ["visits", "9", "11", 2, "92.50"]);
  // Without a hazard there would be 85 points: not enough.
  assert.deepEqual([hazards.to, hazards.steps, hazards.then.total], [null, null, "85.00"]);
  assert.match(answer.explain().render("en"), /a to reach good: not met.*total now: 82\.50/s);
  assert.match(answer.explain().render("en"), /out of reach by itself/);
  assert.equal(JSON.parse(JSON.stringify(answer)).changes[0].to, "11");
  assert.ok(card.whatIf("b", { rank: 1 }).reached);
  for (const [goal, code] of [
    [{}, "not-one-goal"],
    [{ grade: "good", rank: 1 }, "not-one-goal"],
    [{ grade: "best" }, "no-such-grade"],
    [{ rank: 3 }, "rank-out-of-range"],
    [{ place: 3 }, "unknown-field"],
  ]) {
    assert.equal(thrown(() => card.whatIf("a", goal)).code, code);
  }
});

test("the cheapest changes are proven", () => {
  const card = evaluated();
  // One visit (5 points) and the one hazard (2.5) make 90 for 3; two visits alone cost 4.
  const answer = card.cheapest("a", { grade: "good" }, { visits: 2, hazards: "1" });
  assert.deepEqual([answer.proven, answer.cost, answer.then.total], [true, "3", "90.00"]);
  assert.deepEqual(answer.changes, [
    { column: "visits", from: "9", to: "10", steps: 1, cost: "2" },
    { column: "hazards", from: "1", to: "0", steps: 1, cost: "1" },
  ]);
  assert.ok(answer.explain().addsUp());
  assert.match(answer.explain().render("en"), /proven to be the least/);
  const none = card.cheapest("a", { grade: "good" }, { hazards: 1 });
  assert.deepEqual([none.changes, none.cost, none.proven], [null, null, true]);
  // Columns that cannot move are named, and missing values are reported where that has a cost.
  const late = Scheme.from({
    format: "shequ.scheme/1",
    title: "T",
    subject: "unit",
    grades: [{ key: "good", least: 9 }, { key: "fair" }],
    groups: [{ key: "g", indicators: [{ key: "visits", points: 10, rule: "linear", target: 10, missing: "zero" }] }],
  }).evaluate([{ unit: "a", visits: null }]);
  assert.deepEqual(late.cheapest("a", { grade: "good" }, { visits: 1 }).unsearched, [{ column: "visits", why: "missing" }]);
  const told = late.cheapest("a", { grade: "good" }, { visits: { step: 1, report: "2.5" } });
  assert.deepEqual(told.changes, [{ column: "visits", from: null, to: "9", steps: 9, cost: "11.5" }]);
  const ticks = [];
  card.cheapest("a", { rank: 1 }, { visits: 2 }, 10, { onProgress: (done, total) => ticks.push([done, total]) });
  assert.ok(ticks.length > 0 && ticks.at(-1)[0] === ticks.at(-1)[1]);
  assert.equal(thrown(() => card.cheapest("a", { rank: 1 }, { visits: 2 }, 10, { onProgress: () => false })).code, "stopped");
  for (const [costs, code] of [[{}, "no-costs"], [{ visits: -1 }, "negative-cost"], [{ visits: "2000000000" }, "cost-out-of-range"], [{ walks: 1 }, "no-such-column"], [{ visits: 0.5 }, "float-refused"]]) {
    assert.equal(thrown(() => card.cheapest("a", { grade: "good" }, costs)).code, code);
  }
});

test("gaps and movements add up", () => {
  const card = evaluated();
  const gap = card.gap("a");
  assert.deepEqual([gap.unit, gap.mark, gap.other, gap.gap], ["a", "best", "b", "10"]);
  const parts = Object.fromEntries(gap.parts.map((p) => [p.part, [p.points, p.share]]));
  assert.deepEqual([parts.visits, parts.hazards], [["15", "3/2"], ["-5", "-1/2"]]);
  assert.ok(gap.explain().addsUp() && JSON.parse(JSON.stringify(gap)).gap === "10");
  assert.deepEqual([card.gap("a", "full").gap, card.gap("b", "median").gap], ["35/2", "-5"]);
  assert.equal(thrown(() => card.gap("a", "worst")).code, "unknown-choice");
  const other = scheme();
  other.groups[0].indicators[0].target = 15;
  const later = Scheme.from(other).evaluate([{ ...rows[0], visits: 12 }, rows[1]]);
  const moved = later.movement(card, "a");
  // 9 of 12, then 12 of 12, then 12 of 15 visits, for 60 points.
  assert.deepEqual([moved.unit, moved.before, moved.after], ["a", "82.50", "85.50"]);
  assert.deepEqual([moved.data, moved.target, moved.rule, moved.weight, moved.rounding].map(Number), [15, -12, 0, 0, 0]);
  assert.equal(moved.parts[0].part, "visits");
  assert.ok(moved.explain().addsUp());
});

test("a ledger of corrections and appeals", () => {
  const card = evaluated();
  const [ledger, texts] = [new Ledger("review-2025"), new SealedTexts()];
  const appeal = { day: "2026-01-08", actor: "post-7", kind: "appeal", unit: "a", deadline: "2026-01-31" };
  const entry = ledger.append(card, appeal, texts, { reason: "two visits are missing" });
  assert.deepEqual([entry.kind, entry.subject, Object.keys(entry.sealed), texts.length], ["appeal", "a", ["reason"], 1]);
  const decision = {
    day: "2026-01-20",
    actor: "post-1",
    kind: "decision",
    unit: "a",
    appeal: 0,
    changes: [{ unit: "a", column: "visits", value: 11 }],
  };
  const unknown = thrown(() => ledger.append(card, { ...decision, appeal: 3 }, texts));
  assert.deepEqual([unknown.code, unknown.path], ["ledger-no-such-appeal", "record.appeal"]);
  assert.equal(thrown(() => ledger.append(card, { ...decision, reason: "r" }, texts)).path, "record.reason");
  assert.equal(ledger.length, 1);
  ledger.append(card, decision, texts);
  assert.deepEqual(["2026-01-19", "2026-01-20"].map((day) => ledger.card(card, day).total("a")), ["82.50", "92.50"]);
  const [effect] = ledger.effects(card, "2026-12-31");
  assert.deepEqual([effect.seq, effect.day, effect.units.map((u) => [u.before.rank, u.after.rank])], [1, "2026-01-20", [[2, 1], [1, 1]]]);
  assert.equal(ledger.appeals("2026-01-19")[0].state, "open");
  const [state] = ledger.appeals("2026-02-01");
  assert.deepEqual([state.seq, state.unit, state.day, state.state, state.answer], [0, "a", "2026-01-08", "upheld", 1]);
  assert.deepEqual([ledger.key, ledger.records[1].actor, ledger.records[1].changes[0].value], ["review-2025", "post-1", "11"]);
  assert.equal(ledger.log.read(0, "reason", texts), "two visits are missing");
  const [text, log] = [canonical(ledger), canonical(ledger.log)];
  assert.ok(!text.includes("missing"));
  const { ledger: again, check } = Ledger.parse(text, log, ledger.log.head);
  assert.ok(check.intact && again.log.head === ledger.log.head);
  const altered = JSON.parse(text);
  altered.records[1].changes[0].value = "12";
  const cut = Ledger.parse(JSON.stringify(altered), log);
  assert.deepEqual([cut.ledger.length, cut.check.broken.code, cut.check.broken.path], [1, "ledger-record-differs", "ledger.records[1]"]);
});
