// Eligibility and bodies through the built package.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as shequ from "shequ";

const { Body, Calendar, Consultations, Duties, Eligibility, Inputs, JointCharter, Layers, Organisation, Owners } = shequ;
const { ShequError, isNearRelative, packs, rosterCounts, sharedHolders } = shequ;

const code = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return [error.code, error.path];
  }
  assert.fail("nothing was thrown");
};

const elector = () => new Eligibility(packs.cn.at("2025-03-21"), "residents.elector");

test("a person is of age from a day, and what is sensitive is asked for one clause", () => {
  const question = elector();
  assert.equal(question.question, "residents.elector");
  const status = (born) => question.check({ born, answers: { resident: true } }, () => true).status;
  assert.deepEqual(["2007-03-22", "2007-03-21", "2007-03-20"].map(status), ["notMet", "unknown", "met"]);
  const person = { born: "1991-06-17", answers: { resident: true } };
  assert.deepEqual(question.check(person).missing.map((ask) => [ask.path, ask.sensitive]), [["answers.cn.urc.elector.rights", true]]);
  const asked = [];
  const refused = question.check(person, (clause) => asked.push(clause) < 0);
  assert.deepEqual([refused.status, asked], ["notMet", ["cn.urc.elector.rights"]]);
  assert.ok(refused.clauses.every((clause) => clause.status === null));
  assert.ok(!(JSON.stringify(refused) + refused.explain().render("en") + refused.line()).includes("1991"));
  assert.deepEqual(refused.cautions, []);
  assert.deepEqual(code(() => question.check({ answers: { owner: true } })), ["eligibility-not-asked", "person.answers.owner"]);
  assert.throws(() => question.check(person, () => { throw new RangeError("no"); }), RangeError);
  assert.deepEqual(code(() => question.check(person, () => "yes")), ["wrong-kind", "answer"]);
});

test("a roll gives counts and open rows, and no person", () => {
  const rows = [
    { key: "kA", born: "1990-01-01", resident: true },
    { key: "kB", born: "2010-01-01", resident: true },
    { key: "kC", born: null, resident: true },
  ];
  const roll = elector().roll(rows, () => true);
  assert.deepEqual([roll.rows, roll.met, roll.notMet, roll.unknown], [3, 1, 1, 1]);
  assert.deepEqual(roll.open, [{ row: 2, ask: ["person.born"] }]);
  assert.equal(roll.asks[0].rows, 1);
  assert.equal(roll.households, null);
  assert.ok(!JSON.stringify(roll).includes("kA"));
  assert.ok(roll.explain().render("zh").length > 0);
});

test("heads are counted as the Court does", () => {
  const owners = Owners.from({
    format: "shequ.owners/1",
    units: [{ key: "1", owners: ["x", "y"] }, { key: "2", owners: ["y", "x"] }, { key: "3", developer: "unsold" }],
  });
  const count = owners.heads(packs.cn.at("2026-03-01"), "cn.spc.9");
  assert.deepEqual(count.cautions, []);
  assert.deepEqual([count.units, count.heads, count.least, count.most], [3, 2, 2, 2]);
  assert.ok(isNearRelative("sibling") && !isNearRelative("cousin"));
  assert.deepEqual(code(() => isNearRelative("friend")), ["kinship-unknown", ""]);
});

test("a body is composed as the law has it", () => {
  const status = (women) =>
    Body.from({
      format: "shequ.body/1", id: "b", label: "B", layer: "decision", composed: "representatives",
      questions: ["villagers.representatives.composition"], numbers: { members: 30, representatives: 24, women },
    }).at(packs.cn.at("2025-06-01")).status;
  assert.deepEqual([9, 10, 11].map(status), ["notMet", "met", "met"]);
});

test("layers, rosters and charters of an organisation", () => {
  const organisation = Organisation.from({
    format: "shequ.organisation/1", title: "T",
    units: [
      { key: "c", kind: "community", name: "社区" },
      { key: "s", kind: "supervision-committee", name: "议事监督委员会", parent: "c" },
      { key: "r", kind: "residents-committee", name: "居委会", parent: "c" },
      { key: "j", kind: "joint-conference", name: "联席会" },
    ],
    posts: [{ key: "s1", unit: "s", title: "委员", capacity: 2 }, { key: "r1", unit: "r", title: "委员", capacity: 3 }],
    holders: [{ key: "h1" }],
    holdings: [{ post: "s1", holder: "h1" }, { post: "r1", holder: "h1" }],
    sessions: [{ unit: "j", day: "2024-02-20" }],
  });
  const snapshot = organisation.at("2024-10-01");
  assert.deepEqual(sharedHolders(snapshot, "s", "r"), [1, 1]);
  assert.equal(rosterCounts(snapshot, "c").heads, 1);
  const duties = Duties.from({ format: "shequ.duties/1", title: "D", duties: [] });
  const view = Layers.template().at(snapshot, duties);
  assert.equal(view.complete, "0/1");
  assert.deepEqual(view.rows[0].layers.map((cell) => cell.bodies.length), [0, 1, 1]);
  const charter = JointCharter.from({
    format: "shequ.joint-charter/1", conference: "j", title: "章程", every: "quarter", from: "2024-01-01",
  });
  assert.deepEqual(charter.of(snapshot).missed, ["2024-Q2", "2024-Q3"]);
  assert.deepEqual([charter.at("2024-03-31").status, charter.at("2024-04-01").missed], ["unknown", ["2024-Q1"]]);
});

test("answers are due on their day", () => {
  const consultations = Consultations.from({
    format: "shequ.consultations/1", body: "d", label: "协商", answer: { n: 3, unit: "working-day" },
    matters: [{ key: "m", day: "2025-04-28", to: "office" }],
  });
  assert.deepEqual([consultations.at("2025-05-07").status, consultations.at("2025-05-07").advisory], ["unknown", true]);
  assert.equal(consultations.atWith("2025-05-07", Calendar.cn()).overdue[0].due, "2025-05-06");
  const inputs = Inputs.from({
    format: "shequ.inputs/1", label: "L", answer: { n: 10, unit: "day" },
    inputs: [
      { key: "1", day: "2025-04-01", kind: "opinion", voice: "resident", about: "plan" },
      { key: "2", day: "2025-04-01", kind: "report", voice: "unit" },
    ],
  });
  assert.deepEqual(["2025-04-11", "2025-04-12"].map((day) => inputs.at(day).answers.overdue), [0, 2]);
  assert.equal(inputs.at("2025-04-02").residents, "1/2");
  assert.equal(inputs.about("plan", "2025-04-02").residents, "1/1");
});
