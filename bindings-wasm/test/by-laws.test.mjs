// By-laws against the law, gaps, and what is let decide, through the built package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Calendar, Pack, Packs, Procedure, ShequError, packs, verify, verifyWith } from "shequ";

const BY_LAW = `
format = "shequ.pack/1"
id = "garden"
label = "Rules of the Garden Estate"
layer = "by-law"
read_on = "2026-01-01"
extends = ["cn.owners"]
instruments = [{ id = "rules", title = "Rules", from = "2024-01-01" }]
[[clauses]]
id = "cn.cc.278.part.heads"
instrument = "rules"
article = "4"
certainty = "text"
label = "quorum"
threshold = { part = "present", base = "entitled", measure = "heads", comparison = "at-least", share = "1/2" }
`;

test("a by-law below the law is shown by its smallest counterexample", () => {
  const findings = packs.cn.at("2026-03-01").lint(Pack.parse(BY_LAW));
  const refused = findings.find((f) => f.question === "owners.participation" && f.kind === "refused");
  assert.match(refused.text.en, /^with 2 heads entitled and 1 present/);
  assert.deepEqual(refused.clauses, ["cn.cc.278.part.heads"]);
  assert.throws(() => packs.cn.with(Pack.parse(BY_LAW)), ShequError);
});

test("an example can be, and a moved clause is found", () => {
  const rules = packs.cn.at("2026-03-01");
  const refused = rules.lint(Pack.parse(BY_LAW)).find((f) => f.question === "owners.participation");
  // Where all of the area takes part, no owner is absent.
  assert.match(refused.text.en, /with 3 m² of area entitled and 2 present/);
  assert.deepEqual(refused.cautions, []);
  const head = BY_LAW.split("[[clauses]]")[0];
  const clause = `[[clauses]]
id = "cn.cc.277"
instrument = "rules"
article = "1"
certainty = "text"
label = "assembly"
provision = "there is no assembly"
`;
  const [found] = rules.acceptingSecondary().lint(Pack.parse(head + clause));
  assert.deepEqual([found.question, found.kind, found.cautions[0].code], ["cn.cc.277", "refused", "secondary"]);
  const dangling = Pack.parse(`${head}[[questions]]\nid = "q"\nlabel = "q"\nunder = "owners.all"\nrequire = "cn.cc.279"\n`);
  assert.throws(() => rules.lint(dangling), { code: "dangling-question", path: "garden.questions[0].under" });
});

test("a pack has one canonical form", () => {
  const pack = Pack.parse(BY_LAW);
  const again = Pack.parse(pack.canonical());
  assert.deepEqual([again.digest, again.canonical()], [pack.digest, pack.canonical()]);
  assert.match(pack.canonical(), /^\{"clauses":\[\{"article":"4",/);
});

test("the days on which nobody knows the law are named", () => {
  assert.deepEqual(packs.cn.gaps("cn.vc.assembly.quorum", "2025-01-01", "2027-01-01"), [
    { clause: "cn.vc.assembly.quorum", from: "2026-01-01", until: "2027-01-01", reason: "unread" },
  ]);
});

test("undated clauses decide for who accepts them, and unused facts are named", () => {
  const rules = packs.gb.at("2026-03-01");
  const facts = { heads: { entitled: 10, present: 4 }, numbers: { seats: 10 } };
  assert.equal(rules.decide("parish.council.quorum", facts).status, "unknown");
  const verdict = rules.acceptingUndated().decide("parish.council.quorum", facts);
  assert.deepEqual([verdict.status, verdict.unused], ["met", ["numbers.seats"]]);
});

test("a rule whose law above is another since decides with a caution", () => {
  const facts = { heads: { entitled: 400, present: 201 }, numbers: { "ballots-returned": 201, "voters-taking-part": 201 } };
  const [before, after] = [packs.cn.at("2025-12-31"), packs.cn.at("2026-01-01")];
  const codes = (list) => list.map((caution) => caution.code);
  assert.equal(before.decide("shanghai.villagers.poll", facts).status, "met");
  assert.deepEqual(before.cautions("cn.sh.ve.19(1).88"), []);
  const verdict = after.decide("shanghai.villagers.poll", facts);
  assert.deepEqual([verdict.status, codes(verdict.cautions)], ["met", ["law-changed", "law-changed"]]);
  assert.match(verdict.explain().render("en"), /has changed since 2026-01-01/);
  assert.deepEqual(codes(after.cautions("cn.sh.ve.19(1).88")), ["law-changed"]);
  assert.deepEqual(codes(after.ask("cn.sh.ve.19(1).88").cautions), ["law-changed"]);
  const { procedure } = Procedure.ofClause(after, "cn.sh.ve.procedure", "stand");
  assert.deepEqual([...new Set(codes(procedure.cautions(after)))], ["law-changed"]);
  assert.deepEqual(procedure.cautions(before), []);
  assert.throws(() => after.cautions("cn.none"), { code: "unknown-clause" });
});

test("the chair breaks a tie", () => {
  const rules = packs.gb.at("2026-03-01").acceptingUndated();
  const tie = { heads: { entitled: 9, present: 6, yes: 3, no: 3 } };
  const found = [{}, { casting: "yes" }, { casting: "no" }].map((how) => rules.decide("parish.council.decision", { ...tie, ...how }));
  assert.deepEqual(found.map((verdict) => verdict.status), ["notMet", "met", "notMet"]);
  assert.deepEqual(found.map((verdict) => verdict.casting ?? null), [null, "met", "met"]);
  assert.match(found[1].explain().render("en"), /a tie, and the chair has a casting vote/);
  const untied = { heads: { ...tie.heads, no: 2 }, casting: "yes" };
  assert.throws(() => rules.decide("parish.council.decision", untied), { code: "casting-vote-without-tie", path: "facts.casting" });
  assert.throws(() => rules.decide("parish.council.quorum", { ...tie, casting: "yes" }), { code: "question-without-casting-vote" });
});

test("the villagers' assembly names its body", () => {
  const rules = packs.cn.at("2025-06-01");
  const heads = { entitled: 150, present: 80, yes: 41 };
  const decide = (rest) => rules.decide("villagers.assembly.resolution", { heads, ...rest });
  assert.deepEqual([decide({}).status, decide({}).missing[0]], ["unknown", "body"]);
  assert.equal(decide({ body: "villagers" }).status, "met");
  const body = "household-representatives";
  assert.deepEqual(decide({ body }).missing, ["households.entitled", "households.present"]);
  const status = (present) => decide({ body, households: { entitled: 150, present } }).status;
  assert.deepEqual([99, 100].map(status), ["notMet", "met"]);
});

test("a sensitive answer is kept nowhere", () => {
  const rules = packs.cn.at("2026-03-01");
  assert.equal(rules.decide("party.voter", {}).status, "unknown");
  const verdict = rules.decideAnswering("party.voter", {}, { "cn.cpc.voters": true });
  assert.equal(verdict.status, "met");
  assert.throws(() => verdict.record(), ShequError);
  assert.throws(() => rules.decideAnswering("party.voter", {}, { "cn.cpc.voters": 1 }), ShequError);
  assert.throws(() => rules.decideAnswering("party.voter", {}, { "cn.cpc.voter": true }), { code: "private-answer-not-asked" });
});

test("deadlines are counted, by working days with a calendar", () => {
  const rules = packs.cn.at("2024-06-01").withCalendar(Calendar.cn());
  const days = { notice: "2024-06-01", meeting: "2024-06-16" };
  assert.equal(rules.decide("property.notice", { days }).status, "met");
  assert.equal(rules.decide("property.notice", { days: { ...days, notice: "2024-06-02" } }).status, "notMet");
});

const WORKING_DAYS = `
format = "shequ.pack/1"
id = "days"
label = "days"
layer = "charter"
read_on = "2026-01-01"
instruments = [{ id = "c", title = "Charter", from = "2020-01-01" }]
[[clauses]]
id = "d.posting"
instrument = "c"
certainty = "text"
label = "posted within three working days"
deadline = { event = "publication", anchor = "meeting", when = "at-most-after", n = 3, unit = "working-day" }
consequence = "the decision is void"
[[clauses]]
id = "d.procedure"
instrument = "c"
certainty = "text"
label = "procedure"
procedure = [{ event = "meeting" }, { event = "publication", clauses = ["d.posting"] }]
[[questions]]
id = "d.posted"
label = "posted?"
require = "d.posting"
`;

test("a record that counted working days names the calendar", () => {
  const calendar = Calendar.cn();
  const own = new Packs().with(Pack.parse(WORKING_DAYS));
  const facts = { days: { meeting: "2025-09-29", publication: "2025-10-09" } };
  const record = own.at("2025-10-09").withCalendar(calendar).decide("d.posted", facts).record();
  const digest = calendar.digest("2025-09-29", "2025-10-11");
  assert.deepEqual(record.calendar, { key: "cn", from: "2025-09-29", until: "2025-10-11", digest });
  assert.equal(verifyWith(record, own, calendar).ok, true);
  assert.equal(verify(record, own).differs[0].what, "calendar");
});

test("a procedure has the consequence that its clause says", () => {
  const rules = new Packs().with(Pack.parse(WORKING_DAYS)).at("2025-10-09");
  const { procedure } = Procedure.ofClause(rules, "d.procedure", "stand");
  const { steps } = JSON.parse(JSON.stringify(procedure));
  assert.deepEqual(steps.map((step) => step.key), ["meeting", "publication"]);
  assert.deepEqual([steps[0].consequence, steps[1].consequence.clause], [undefined, "d.posting"]);
});
