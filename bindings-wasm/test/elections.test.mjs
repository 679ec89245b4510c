// Elections, timelines and selections through the built package.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  Calendar, Election, ElectionRules, Procedure, Selection, ShequError, Timeline, countFrom, drawLot, packs, verifyElection,
  verifyElectionBy,
} from "shequ";

const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const base = (name) => JSON.parse(text(`tests/bad/base/${name}.json`));
const licheng = () => Election.parse(text("examples/licheng/year/election/run.toml"));
const villagers = () => Timeline.parse(text("core/src/participation/timeline/villagers.toml"));
const plain = (value) => JSON.parse(JSON.stringify(value));
const calendar = Calendar.cn();

const fault = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return [error.code, error.path];
  }
  assert.fail("nothing was thrown");
};

test("Licheng from roll to record", () => {
  const run = licheng();
  assert.deepEqual([run.id, run.onRoll, run.rules.id], ["licheng-07-2025", [1201, 1201], "villagers-2018"]);
  const result = run.result();
  // By hand: 810 took part in the first poll, so 406 yes are needed.
  const votes = Object.fromEntries(result.polls[0].candidates.map((c) => [c.candidate, c.yes]));
  assert.deepEqual(votes, { 甲: 670, 丙: 590, 乙: 500, 丁: 400, 己: 400, 戊: 390, 庚: 200, 辛: 80 });
  const { win } = result.polls[0].candidates.find((c) => c.candidate === "丁");
  assert.deepEqual([win.text, win.margin, win.added, win.status], ["2 × 400 <= 810", 6, 11, "notMet"]);
  const elected = result.elected.map((e) => [e.candidate, e.poll, e.by]);
  assert.deepEqual(elected, [["甲", 0, "votes"], ["丙", 0, "votes"], ["乙", 0, "votes"], ["丁", 1, "votes"], ["戊", 2, "lot"]]);
  assert.deepEqual([result.state, result.seats, result.openSeats, result.missing], ["complete", 5, 0, []]);
  assert.deepEqual([result.next.what, result.cautions, result.listChecks[0].status], ["nothing", [], "met"]);
  assert.deepEqual(result.term, { from: "2025-07-01", until: "2030-07-01" });
  assert.match(result.explain().render("en"), /2 × 500 > 810/);
  assert.match(result.explainBy(packs.cn.at("2025-06-15")).render("zh"), /第15条第2款/);
  assert.deepEqual(plain(result).polls, result.polls);
  assert.equal(Election.from(plain(run)).digest, run.digest);
  const document = plain(run);
  const after = (n) => Election.from({ ...document, polls: document.polls.slice(0, n), challenges: [] }).result().next;
  assert.deepEqual([0, 1, 2].map((n) => after(n).what), ["poll", "rerun", "revote"]);
  assert.deepEqual(after(1).candidates, ["丁", "己", "戊"]);
});

test("a record verifies until one number is changed", () => {
  const run = licheng();
  const record = plain(run.result().record());
  assert.equal(JSON.stringify(record).includes("patterns"), false);
  assert.deepEqual(verifyElection(record, run).differs, []);
  record.result.polls[0].candidates[0].yes += 1;
  const found = verifyElection(record, run);
  assert.deepEqual([found.ok, found.differs.map((d) => d.what)], [false, ["record", "result"]]);
});

test("a record beside the law names its packs", () => {
  const run = licheng();
  const record = plain(run.result().recordBy(packs.cn.at("2025-06-15")));
  assert.deepEqual(record.packs.map((p) => p.id), ["cn.villagers"]);
  assert.equal(verifyElection(record, run).ok, true);
  assert.equal(verifyElectionBy(record, run, packs.cn).ok, true);
  assert.deepEqual(verifyElectionBy(record, run, packs.de).differs.map((d) => d.what), ["pack"]);
  record.packs[0].digest = "0".repeat(64);
  assert.deepEqual(verifyElection(record, run).differs.map((d) => d.what), ["record"]);
});

test("the lot can be drawn by hand", () => {
  const [draw] = drawLot("2025-06-25 03 08 11 19 27 33", ["戊", "己"], 1);
  assert.deepEqual(licheng().result().polls[2].tie.draws, [draw]);
  const seed = "2026-03-02 07 11 24 30";
  const left = ["a", "b", "c", "d", "e"];
  const tail = [seed, ...left].map((line) => `${line}\n`).join("");
  for (const one of drawLot(seed, ["e", "b", "a", "d", "c"], 3)) {
    const digest = createHash("sha256").update(`${one.draw}\n${tail}`).digest("hex");
    const place = Number(BigInt(`0x${digest}`) % BigInt(left.length));
    assert.deepEqual([one.digest, one.remainder, one.left], [digest, place, left.length]);
    assert.equal(one.drawn, left.splice(place, 1)[0]);
  }
  assert.deepEqual(fault(() => drawLot("two\nlines", ["a"], 1)), ["lot-seed", ""]);
  assert.equal(fault(() => drawLot(seed, ["a", ""], 1))[1], "tied[1]");
});

test("rules beside the law of a day", () => {
  const rules = licheng().rules;
  const law = packs.cn.at("2025-06-15");
  assert.deepEqual([rules.differs(law), rules.gaps(law), rules.cautions(law), rules.candidates(5)], [[], [], [], [6, null]]);
  const gaps = rules.gaps(packs.cn.at("2026-01-01"));
  assert.deepEqual(gaps.map((g) => g.clause), rules.clauses);
  assert.ok(gaps.every((g) => g.reason === "unread"));
  const three = ElectionRules.from({ ...plain(rules), term: { years: 3, clause: "cn.vc.term" } });
  assert.deepEqual(three.differs(law).map((d) => [d.clause, d.says.en, d.rules.en]), [["cn.vc.term", "5 years", "3 years"]]);
  // Rules stand in a run as they are.
  const whole = Election.from({ ...base("election"), rules: ElectionRules.from(base("election-rules")) });
  assert.equal(whole.digest, Election.from(base("election")).digest);
});

test("who may stand is counted, and answers are dropped", () => {
  const conditions = [{ clause: "age", label: "of age" }];
  const rules = ElectionRules.from({ ...base("election-rules"), conditions });
  const admission = rules.admit(["a", "b", "c"], (who) => ({ a: true, b: false, c: null })[who]);
  assert.deepEqual(admission, { admitted: ["a"], refused: 1, open: 1 });
  assert.throws(() => rules.admit(["a"], () => { throw new RangeError("no"); }), RangeError);
  assert.deepEqual(fault(() => rules.admit(["a"], () => "yes")), ["wrong-kind", "answer"]);
});

test("recall by petition and poll", () => {
  const { rules } = licheng();
  assert.deepEqual([240, 241].map((n) => rules.petition("voters", n, 1201).status), ["notMet", "met"]);
  assert.equal(fault(() => rules.petition("council", 1, 1))[0], "recall-unknown-petitioner");
  assert.deepEqual(fault(() => rules.petition("voters", 1.5, 10)), ["wrong-kind", "signed"]);
  const passed = rules.recall({ roll: 1201, voters: 601, yes: 301, no: 300 });
  assert.equal(passed.status, "met");
  assert.match(passed.explain().render("en"), /2 × 301 > 601/);
  assert.equal(rules.recall({ roll: 1201, yes: 301, no: 300 }).status, "unknown");
  assert.deepEqual(plain(passed).checks, passed.checks);
  assert.equal(fault(() => rules.recall({ roll: 1201, voters: 601, yes: 400, no: 300 }))[0], "more-votes-than-ballots");
  assert.equal(fault(() => rules.recall({ votes: 3 }))[0], "unknown-field");
});

test("a vacant seat goes to the next in order", () => {
  const document = base("election");
  Object.assign(document.rules, { vacancy: { fill: "next-in-order" }, win: {} });
  assert.deepEqual(Election.from(document).result().nextInOrder(), ["c"]);
});

test("time is counted as by hand", () => {
  assert.equal(countFrom("2025-06-15", 20, "day", "before", "stand", calendar).day, "2025-05-26");
  const rolled = countFrom("2024-09-20", 15, "day", "after", "roll", calendar);
  assert.deepEqual(rolled, { day: "2024-10-08", before_rest: "2024-10-05" });
  assert.equal(fault(() => countFrom("2031-06-01", 1, "working-day", "after", "stand", calendar))[0], "calendar-year-without-data");
  assert.deepEqual(fault(() => countFrom("2025-06-15", 1, "fortnight", "after", "stand", calendar)), ["unknown-choice", "unit"]);
});

test("what is due, what is overdue and what follows", () => {
  const timeline = villagers();
  assert.deepEqual([timeline.id, timeline.procedure.id], ["licheng-07-2025", "villagers-2018"]);
  const [roll] = timeline.nextSteps("2025-05-26", calendar);
  assert.deepEqual([roll.step, roll.status, roll.latest, roll.days_left], ["roll", "due", "2025-05-26", 0]);
  assert.equal(roll.bounds[0].text.en, "at least 20 days before: poll");
  assert.deepEqual(timeline.overdue("2025-05-27", calendar).map((s) => s.step), ["roll"]);
  const days = [
    { step: "roll", done: "2025-05-26" },
    { step: "poll", done: "2025-06-15" },
    { step: "declare", done: "2025-06-15" },
  ];
  const over = Timeline.from({ ...plain(timeline), days });
  const [late] = over.overdue("2025-06-26", calendar);
  assert.equal(late.step, "hand-over");
  assert.match(late.consequence.text.en, /supervises/);
  assert.equal(over.at("2025-06-26", calendar).find((s) => s.step === "poll").status, "done");
  assert.match(over.explain("2025-06-26", calendar).render("en"), /supervises/);
  assert.match(over.explainBy("2025-06-26", calendar, packs.cn.at("2025-06-15")).render("en"), /art\. /);
});

test("the procedure of a clause is run", () => {
  const { procedure, gaps } = Procedure.ofClause(packs.cn.at("2025-06-15"), "cn.vc.election", "stand");
  assert.deepEqual(gaps, []);
  assert.ok(["roll", "poll", "hand-over"].every((step) => procedure.steps.includes(step)));
  const days = [{ step: "poll", planned: "2025-06-15" }];
  const run = Timeline.from({ format: "shequ.timeline/1", id: "licheng-2025", procedure, days });
  assert.equal(run.at("2025-05-01", calendar).find((s) => s.step === "roll").latest, "2025-05-26");
  assert.deepEqual(plain(Procedure.from(plain(procedure))), plain(procedure));
  assert.equal(procedure.label.zh.length > 0, true);
  assert.equal(fault(() => Procedure.ofClause(packs.cn.at("2026-01-01"), "cn.vc.election", "stand"))[0], "procedure-not-known");
});

test("a calendar that any program reads", () => {
  const file = villagers().icalendar("2025-05-20", calendar, "en");
  assert.ok(file.endsWith("END:VCALENDAR\r\n"));
  const lines = file.replaceAll("\r\n ", "").split("\r\n");
  const at = lines.indexOf("SUMMARY:publish the roll");
  assert.deepEqual(lines.slice(at - 2, at), ["DTSTART;VALUE=DATE:20250526", "DTEND;VALUE=DATE:20250527"]);
  assert.equal(lines.filter((line) => line === "BEGIN:VEVENT").length, 6);
  assert.ok(villagers().icalendar("2025-05-20", calendar).includes("SUMMARY:投票"));
});

test("a staged selection, at its numbers", () => {
  const selection = Selection.from(base("selection"));
  assert.deepEqual([selection.id, selection.label.en], ["secretaries-2026", "open selection"]);
  const state = selection.state();
  assert.deepEqual([state.status, state.next, state.left], ["unknown", "notice", 2]);
  assert.equal(state.stages[0].checks[1].text, "2 × 6 > 10");
  assert.match(selection.explain().render("en"), /2 × 6 > 10/);
  const of = (vote, notice) => {
    const document = base("selection");
    Object.assign(document.run[0], vote);
    document.run.push({ stage: "notice", from: "2026-03-03", to: "2026-03-10", entered: 2, passed: 2, responsible: "p", ...notice });
    return Selection.from(document).state().status;
  };
  assert.deepEqual([of({}, {}), of({ least_yes: 5 }, {}), of({}, { to: "2026-03-09" })], ["met", "notMet", "notMet"]);
  assert.equal(of({}, { objections_open: 1 }), "unknown");
  assert.equal(Selection.from(plain(selection)).digest, selection.digest);
});

test("answers about persons in a stage are only counted", () => {
  const document = base("selection");
  document.stages[0].conditions = [{ clause: "age", label: "of age" }, { clause: "diploma", label: "a diploma" }];
  const selection = Selection.from(document);
  const answers = { a: { age: true, diploma: true }, b: { age: true, diploma: false }, c: {} };
  const admission = selection.admit(document.stages[0].key, ["a", "b", "c"], (who, clause) => answers[who][clause]);
  assert.deepEqual(admission, { admitted: ["a"], refused: 1, open: 1 });
  assert.equal(fault(() => selection.admit("interview", ["a"], () => true))[0], "unknown-stage");
});
