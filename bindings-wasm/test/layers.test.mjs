// Appraisals, cascades, letters, indicator sets and the registers beside the scores.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Appraisal, Boards, Campaigns, Cascade, EvidenceLedger, Letters, Organisation, Practices, Retrospectives, Scheme, SchemeSets,
  ShequError, Standards,
} from "shequ";

const thrown = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return [error.code, error.path];
  }
  assert.fail("nothing was thrown");
};

const organisation = () => {
  const unit = (key, kind, parent) => ({ key, kind, name: key, parent });
  const kinds = [{ kind: "village", until: "2025-07-01" }, { kind: "community", from: "2025-07-01" }];
  return Organisation.from({
    format: "shequ.organisation/1",
    title: "T",
    units: [
      unit("d", "district", null),
      unit("s1", "sub-district", "d"),
      unit("s2", "sub-district", "d"),
      unit("c1", "community", "s1"),
      unit("c2", "community", "s1"),
      { key: "v", kinds, name: "v", parent: "s2" },
    ],
  });
};

test("a third of the ballots is a third, and small classes stand together", () => {
  const document = {
    format: "shequ.appraisal/1",
    title: "民主评议",
    subject: "post",
    day: "2025-12-20",
    least_turnout: "2/3",
    classes: [{ key: "leaders", weight: 3 }, { key: "staff", weight: 3 }, { key: "people", weight: 4 }],
    triggers: [{ key: "talk", label: "约谈", grades: ["incompetent"], share: "1/3" }],
    subjects: [{ key: "s" }],
    ballots: [
      { subject: "s", class: "staff", entitled: 20, excellent: 5, competent: 2, incompetent: 5, abstain: 3 },
      { subject: "s", class: "people", entitled: 4, excellent: 3 },
      { subject: "s", class: "leaders", entitled: 0 },
    ],
  };
  const appraisal = Appraisal.from(document);
  assert.deepEqual([appraisal.title.zh, appraisal.subject, appraisal.day], ["民主评议", "post", "2025-12-20"]);
  const [found] = appraisal.report().subjects;
  assert.deepEqual([found.triggers[0].status, found.triggers[0].found, found.score, found.turnout], ["met", "1/3", "80.71", "18/24"]);
  assert.deepEqual([found.grades[3].grade, found.grades[3].weighted, found.classes[0].mean], ["incompetent", "5/28", null]);
  assert.match(appraisal.explain("s").render("en"), /1\/3 >= 1\/3/);
  assert.equal(thrown(() => appraisal.explain("t"))[0], "unknown-subject");
  const [open] = appraisal.published();
  // By the weights of the classes it would say how the three people voted.
  assert.equal(open.score, null);
  assert.deepEqual([open.votes, open.classes.map((c) => [[...c.classes].sort(), c.votes])], [[8, 2, 0, 5], [[["people", "staff"], [8, 2, 0, 5]]]]);
  document.ballots[1].entitled = 2;
  assert.deepEqual(thrown(() => Appraisal.parse(JSON.stringify(document))), ["more-ballots-than-voters", "appraisal.ballots[1]"]);
});

test("ids are of the organisation", () => {
  const indicator = { key: "x", points: 100, rule: "linear", target: 10 };
  const document = { format: "shequ.scheme/1", title: "T", subject: "unit", groups: [{ key: "g", indicators: [indicator] }] };
  const day = organisation().at("2025-03-01");
  const scheme = Scheme.from(document);
  const rows = [{ unit: "c1", x: 9 }, { unit: "c9", x: 9 }];
  assert.equal(scheme.evaluateIn(rows.slice(0, 1), day).digest, scheme.evaluate(rows.slice(0, 1)).digest);
  assert.deepEqual(thrown(() => scheme.evaluateIn(rows, day)), ["subject-not-there", "cells.rows[1].unit"]);
  const services = Scheme.from({ ...document, subject: "service" });
  assert.deepEqual(thrown(() => services.evaluateIn(rows, day)), ["services-not-named", "scheme.units"]);
});

test("totals go up layer by layer", () => {
  const scheme = (indicator) => ({
    title: "T",
    subject: "unit",
    groups: [{ key: "g", indicators: [indicator] }],
    grades: [{ key: "good", least: 80 }, { key: "poor" }],
  });
  const document = {
    format: "shequ.cascade/1",
    title: "区考街",
    units: [{ key: "s1" }, { key: "s2" }, { key: "c1", parent: "s1" }, { key: "c2", parent: "s1" }],
    stages: [
      {
        key: "street",
        roll_ups: [{ column: "below", from: "community", how: "weighted", weight: "people" }],
        scheme: scheme({ key: "below", points: 100, rule: "linear", target: 100, scale: 3, missing: "zero" }),
      },
      { key: "community", scheme: scheme({ key: "x", points: 100, rule: "linear", target: 100 }) },
    ],
  };
  const tables = {
    street: [{ unit: "s1" }, { unit: "s2" }],
    community: [{ unit: "c1", x: 90, people: 300 }, { unit: "c2", x: 50, people: 100 }],
  };
  const cascade = Cascade.from(document);
  assert.deepEqual([cascade.title.zh, cascade.stages], ["区考街", ["street", "community"]]);
  const cards = cascade.evaluate(tables);
  // (300 × 90 + 100 × 50) / 400.
  assert.deepEqual(cards.card("street").scores().map((s) => s.total), ["80.00", "0.00"]);
  const [rolled] = cards.rolled;
  assert.deepEqual([rolled.unit, rolled.from, rolled.how, rolled.exact, rolled.parts.map((p) => p.weight)], ["s1", "community", "weighted", "80", ["300", "100"]]);
  const why = cards.explain("street", "s1");
  assert.ok(why.addsUp());
  assert.match(why.render("en"), /c2: 50\.00/);
  assert.deepEqual(cards.stages, cascade.stages);
  assert.equal(cascade.evaluateIn(tables, organisation().at("2025-03-01")).digest, cards.digest);
  assert.equal(thrown(() => cascade.evaluate({ street: tables.street }))[0], "cascade-table-missing");
  assert.deepEqual(thrown(() => cascade.evaluate("street")), ["wrong-kind", "tables"]);
  assert.equal(thrown(() => cards.card("city"))[0], "unknown-stage");
  document.stages[0].roll_ups[0].from = "street";
  assert.equal(thrown(() => Cascade.parse(JSON.stringify(document)))[0], "cascade-cycle");
});

test("no layer of letters is missing, or the gap is named", () => {
  const document = {
    format: "shequ.letters/1",
    title: "2025",
    units: [
      { key: "d", label: "区" },
      { key: "s1", label: "街道", parent: "d" },
      { key: "c1", label: "社区 01", parent: "s1" },
      { key: "c2", label: "社区 02", parent: "s1" },
    ],
    letters: [
      { key: "1", upper: "d", lower: "s1", signed: "2025-01-10" },
      { key: "2", upper: "s1", lower: "c1", signed: "2025-01-20" },
      { key: "3", upper: "d", lower: "c2", signed: "2025-01-20" },
    ],
  };
  const letters = Letters.from(document);
  const report = letters.report("2025-03-01");
  assert.deepEqual([letters.title.zh, letters.length, report.day, report.units, report.signed, report.coverage, report.unbroken], ["2025", 3, "2025-03-01", 3, 2, "2/3", 2]);
  const [gap] = report.gaps;
  assert.deepEqual([gap.unit, gap.upper, gap.kind, gap.letter, gap.path.map((name) => name.zh)], ["c2", "s1", "skips-layer", "3", ["区", "街道", "社区 02"]]);
  assert.ok(!report.isComplete() && report.stray.length === 0 && JSON.parse(JSON.stringify(report)).signed === 2);
  assert.match(report.explain().render("en"), /signed over a layer/);
  const day = organisation().at("2025-03-01");
  assert.deepEqual([letters.reportIn(day).units, letters.reportIn(day, ["district", "sub-district"]).signed], [5, 1]);
  document.letters[0].lower = "d";
  assert.deepEqual(thrown(() => Letters.parse(JSON.stringify(document))), ["letter-with-itself", "letters.letters[0].lower"]);
});

test("a converted unit is evaluated by its new set", () => {
  const set = (key, indicator) => ({
    key,
    kinds: [key],
    scheme: { title: key, subject: "unit", groups: [{ key: "g", indicators: [{ key: indicator, points: 100, rule: "linear", target: 10 }] }] },
  });
  const sets = SchemeSets.from({ format: "shequ.scheme-sets/1", title: "考核", sets: [set("village", "income"), set("community", "visits")] });
  assert.deepEqual([sets.title.zh, sets.sets], ["考核", ["village", "community"]]);
  const rows = [{ unit: "c1", income: null, visits: 5 }, { unit: "v", income: 4, visits: 8 }];
  const all = organisation();
  const at = (day) => {
    const cards = sets.evaluateIn(rows, all.at(day));
    return [cards.score("v").set, cards.score("v").score.total, cards.unread];
  };
  assert.deepEqual(at("2025-06-30"), ["village", "40.00", [{ set: "village", column: "visits", units: 1 }]]);
  assert.deepEqual(at("2025-07-01"), ["community", "80.00", [{ set: "community", column: "income", units: 1 }]]);
  const cards = sets.evaluate([{ ...rows[0], kind: "community" }, { ...rows[1], kind: "village" }], "2025-01-01");
  assert.deepEqual(cards.scores().map((s) => s.score.total), ["50.00", "40.00"]);
  assert.deepEqual([cards.card("village").units, cards.card("city")], [["v"], undefined]);
  assert.match(cards.explain("c1").render("en"), /indicator set: community/);
  assert.match(cards.digest, /^[0-9a-f]{64}$/);
  assert.deepEqual(JSON.parse(JSON.stringify(cards)), cards.scores());
  assert.deepEqual(thrown(() => sets.evaluate([{ unit: "a", kind: "city" }], "2025-01-01")), ["no-set-for-unit", "table[0].unit"]);
});

test("campaigns, practices and standards", () => {
  const campaigns = Campaigns.from({
    format: "shequ.campaigns/1",
    title: "五民工程",
    campaigns: [
      {
        key: "a",
        from: "2025-01-01",
        until: "2026-01-01",
        units: ["x", "y"],
        targets: [{ key: "t", target: "7.5", steps: [{ day: "2025-01-01", amount: "2.5" }, { day: "2025-06-01", amount: 10 }] }],
        phases: [{ kind: "reward", due: "2025-12-01" }],
      },
    ],
  });
  const [state] = campaigns.states("2025-05-31");
  assert.deepEqual([campaigns.title.zh, state.key, state.state, state.units, state.targets[0].share, state.overdue], ["五民工程", "a", "running", 2, "1/3", []]);
  assert.deepEqual(campaigns.states("2025-12-02")[0].overdue, ["reward"]);
  assert.ok(state.explain().addsUp());

  const adoptions = [{ unit: "b", from: "2025-02-01", until: "2025-05-01" }, { unit: "c", from: "2025-03-01" }];
  const practices = Practices.from({ format: "shequ.practices/1", title: "典型", practices: [{ key: "p", origin: "a", from: "2025-01-01", adoptions }] });
  const spread = practices.spread("2025-06-01", ["a", "b", "c", "d"]);
  const [p] = spread.practices;
  assert.deepEqual([practices.title.zh, p.units, p.given_up, p.first, p.last, p.reach, spread.without], ["典型", 2, 1, 31, 59, "2/4", ["b", "d"]]);
  assert.ok(spread.explain().addsUp());

  const levels = [{ key: "low", criteria: [{ key: "x", least: 1 }] }, { key: "high", criteria: [{ key: "y", least: 1, most: 2 }] }];
  const standards = Standards.from({ format: "shequ.standards/1", title: "三级联创", levels });
  const found = standards.levels([{ unit: "a", x: 0, y: 1 }, { unit: "b", x: 1, y: "2.5" }, { unit: "c", x: 1, y: 2 }]);
  assert.deepEqual(found.map((u) => [u.unit, u.level, u.next]), [["a", null, "low"], ["b", "low", "high"], ["c", "high", null]]);
  assert.equal(standards.title.zh, "三级联创");
  assert.deepEqual([found[1].missing[0].value, found[1].missing[0].due], ["2.5", "2"]);
});

test("evidence, looking back and honour boards", () => {
  const one = (key, evidence) => ({ key, points: 1, rule: "met", target: 1, ...(evidence && { evidence }) });
  const indicators = [one("a", "台账"), one("b", "照片"), one("c")];
  const scheme = Scheme.from({ format: "shequ.scheme/1", title: "T", subject: "unit", groups: [{ key: "g", indicators }] });
  const ledger = EvidenceLedger.from({
    format: "shequ.evidence/1",
    title: "台帐",
    evidence: [
      { key: "1", unit: "u", indicator: "a", day: "2025-02-01" },
      { key: "2", unit: "u", indicator: "b", day: "2024-12-31" },
      { key: "3", unit: "v", indicator: "x", day: "2025-02-01" },
    ],
    inspections: [
      { key: "1", unit: "u", day: "2025-03-01", by: "d" },
      { key: "2", unit: "u", day: "2025-04-01", by: "d", indicators: ["a"] },
    ],
  });
  const report = ledger.report(scheme, ["u", "v"], "2025-01-01", "2026-01-01");
  const [u, v] = report.units;
  assert.deepEqual([ledger.title.zh, report.from, report.stray], ["台帐", "2025-01-01", ["3"]]);
  assert.deepEqual([u.coverage, u.missing, u.inspections, u.repeated, v.missing], ["1/2", ["b"], 2, 1, ["a", "b"]]);
  assert.equal(thrown(() => ledger.report(scheme, ["u"], "2025-01-01", "2025-01-01"))[0], "evidence-period-empty");

  const item = (key, more) => ({ key, subject: "u", found: "2025-01-01", shortfall: "s", measure: "m", due: "2025-03-01", ...more });
  const items = [
    item("in-time", { done: "2025-03-01", checked: "2025-06-01", holds: true }),
    item("late", { done: "2025-04-01", checked: "2025-06-01" }),
    item("never"),
    item("other", { subject: "v", due: "2026-01-01" }),
  ];
  const looked = Retrospectives.from({ format: "shequ.retrospectives/1", title: "回头看", items });
  const back = looked.report("2025-07-01");
  assert.deepEqual([looked.title.zh, back.found, back.inTime, back.late, back.checked], ["回头看", 4, 1, 1, 2]);
  assert.deepEqual([back.overdue, back.open, back.fallenBack], [["never"], ["other"], ["late"]]);
  assert.ok(back.explain().addsUp());
  assert.equal(looked.report("2025-03-15", "u").found, 3);

  const entry = { key: "1", kind: "post", subject: "grid-7", reason: "一百次夜巡", from: "2025-03-01", until: "2025-06-01", agreed: "2025-02-20" };
  const boards = Boards.from({ format: "shequ.boards/1", title: "先锋榜", entries: [entry] });
  assert.deepEqual([boards.title.zh, boards.on("2025-03-01").map((e) => e.subject), boards.on("2025-06-01")], ["先锋榜", ["grid-7"], []]);
  const { agreed, ...without } = entry;
  assert.ok(agreed);
  assert.deepEqual(thrown(() => Boards.from({ format: "shequ.boards/1", title: "先锋榜", entries: [without] })), ["missing-field", "boards.entries[0]"]);
});
