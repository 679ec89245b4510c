// The corpus of inputs that must be refused (`tests/bad`): each with its code and path, the same in every language.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import * as shequ from "shequ";
import { parse } from "smol-toml";

const corpus = new URL("../../tests/bad/", import.meta.url);
const text = (name) => readFileSync(new URL(name, corpus), "utf8");
const { Calendar, Cells, Facts, Log, Meeting, Organisation, Pack, Packs, Plan, Scheme, ShequError, Sightings, Territory, packs } = shequ;
const { Activities, ActivityReceipt, Cooperation, Directory, Duties, LiaisonPlan, Notes, QuotaPlan, Sectors } = shequ;
const { Appraisal, Boards, Campaigns, Cascade, EvidenceLedger, Index, Letters, Practices, Retrospectives, SchemeSets, Standards } = shequ;
const { Body, Consultations, Inputs, JointCharter, Layers, Owners } = shequ;

const { Election, ElectionRules, Procedure, Selection, Timeline } = shequ;

const readers = {
  calendar: ({ file }) => Calendar.parse(text(file)),
  log: ({ file }) => Log.parse(text(file)),
  organisation: ({ file }) => Organisation.parse(text(file)),
  saved: ({ file }) => Organisation.fromBytes(readFileSync(new URL(file, corpus))),
  sightings: ({ file }) => Sightings.parse(text(file)),
  event: ({ file, with: base }) => Organisation.parse(text(base)).apply(JSON.parse(text(file))),
  quotas: ({ file }) => QuotaPlan.parse(text(file)),
  liaison: ({ file }) => LiaisonPlan.parse(text(file)),
  cooperation: ({ file }) => Cooperation.parse(text(file)),
  directory: ({ file }) => Directory.parse(text(file)),
  sectors: ({ file }) => Sectors.parse(text(file)),
  duties: ({ file }) => Duties.parse(text(file)),
  notes: ({ file }) => Notes.parse(text(file)),
  activities: ({ file }) => Activities.parse(text(file)),
  receipt: ({ file }) => ActivityReceipt.parse(text(file)),
  pack: ({ file }) => Pack.parse(text(file)),
  packs: ({ file }) => packs.cn.with(Pack.parse(text(file))),
  "election-rules": ({ file }) => ElectionRules.parse(text(file)),
  election: ({ file }) => Election.parse(text(file)),
  procedure: ({ file }) => Procedure.parse(text(file)),
  timeline: ({ file }) => Timeline.parse(text(file)),
  selection: ({ file }) => Selection.parse(text(file)),
  facts: ({ file }) => Facts.parse(text(file)),
  meeting: ({ file }) => Meeting.parse(text(file)),
  owners: ({ file }) => Owners.parse(text(file)),
  body: ({ file }) => Body.parse(text(file)),
  consultations: ({ file }) => Consultations.parse(text(file)),
  inputs: ({ file }) => Inputs.parse(text(file)),
  "joint-charter": ({ file }) => JointCharter.parse(text(file)),
  layers: ({ file }) => Layers.parse(text(file)),
  decide: ({ file, day, question }) => packs.cn.at(day).decide(question, Facts.parse(text(file))),
  scheme: ({ file }) => Scheme.parse(text(file)),
  popolo: ({ file }) => Organisation.fromPopolo(JSON.parse(text(file))),
  cells: ({ file, with: base }) => Scheme.parse(text(base)).evaluate(Cells.parse(text(file))),
  appraisal: ({ file }) => Appraisal.parse(text(file)),
  cascade: ({ file }) => Cascade.parse(text(file)),
  letters: ({ file }) => Letters.parse(text(file)),
  sets: ({ file }) => SchemeSets.parse(text(file)),
  campaigns: ({ file }) => Campaigns.parse(text(file)),
  practices: ({ file }) => Practices.parse(text(file)),
  standards: ({ file }) => Standards.parse(text(file)),
  evidence: ({ file }) => EvidenceLedger.parse(text(file)),
  retrospectives: ({ file }) => Retrospectives.parse(text(file)),
  boards: ({ file }) => Boards.parse(text(file)),
  index: ({ file }) => Index.parse(text(file)),
  "index-cells": ({ file, with: base }) => Index.parse(text(base)).evaluate(JSON.parse(text(file)).rows),
  territory: ({ file }) => Territory.parse(text(file)),
  plan: ({ file }) => Plan.parse(text(file)),
  check: ({ file, with: base }) => Territory.parse(text(base)).check(Plan.parse(text(file))),
};

const cases = parse(text("manifest.toml")).case;

test("the corpus is not small", () => assert.ok(cases.length >= 60));

for (const row of cases) {
  test(`refused: ${row.file}`, () => {
    if (row.reader === "logged") {
      // Nothing is thrown: the check names the fault, and what is good stands.
      const { check } = Organisation.parseLogged(text(row.file), text(row.with));
      assert.deepEqual([check.broken.code, check.broken.path], [row.code, row.path]);
      return;
    }
    assert.throws(
      () => readers[row.reader](row),
      (error) => {
        assert.ok(error instanceof ShequError, String(error));
        assert.deepEqual([error.code, error.path], [row.code, row.path]);
        return true;
      },
    );
  });
}

test("the documents that cases are made from are sound", () => {
  const base = (name) => text(`base/${name}`);
  Organisation.parse(base("organisation.json")).apply(JSON.parse(base("event.json")));
  QuotaPlan.parse(base("quotas.json")).allot();
  LiaisonPlan.parse(base("liaison.json"));
  Cooperation.parse(base("cooperation.json"));
  Directory.parse(base("directory.json"));
  Sectors.parse(base("sectors.json"));
  Duties.parse(base("duties.json"));
  Notes.parse(base("notes.json"));
  Scheme.parse(base("scheme.json")).evaluate(Cells.parse(base("cells.json")));
  const layers = "appraisal cascade letters sets campaigns practices standards evidence retrospectives boards".split(" ");
  for (const name of layers) readers[name]({ file: `base/${name}.json` });
  for (const name of "election-rules election procedure timeline selection".split(" ")) {
    readers[name]({ file: `base/${name}.json` });
  }
  for (const name of ["index", "index-min-max", "index-log"]) {
    readers["index-cells"]({ file: "base/index-cells.json", with: `base/${name}.json` });
  }
  Territory.parse(base("territory.json")).check(Plan.parse(base("plan.json")));
  const meeting = Meeting.parse(base("meeting.json"));
  meeting.result(packs.cn.at(meeting.day));
  packs.cn.at("2025-06-01").decide("residents.assembly.resolution", Facts.parse(base("facts.json")));
  packs.cn.with(Pack.parse(base("pack.toml")));
  Calendar.parse(base("calendar.json"));
});

test("a JSON document says the same as an object", () => {
  const classes = { calendar: Calendar, log: Log, organisation: Organisation, pack: Pack, facts: Facts, scheme: Scheme, plan: Plan };
  Object.assign(classes, { quotas: QuotaPlan, liaison: LiaisonPlan, cooperation: Cooperation, directory: Directory });
  Object.assign(classes, { sectors: Sectors, duties: Duties, notes: Notes, activities: Activities, receipt: ActivityReceipt });
  Object.assign(classes, { appraisal: Appraisal, cascade: Cascade, letters: Letters, sets: SchemeSets, index: Index });
  Object.assign(classes, { campaigns: Campaigns, practices: Practices, standards: Standards, evidence: EvidenceLedger });
  Object.assign(classes, { retrospectives: Retrospectives, boards: Boards });
  Object.assign(classes, { "election-rules": ElectionRules, election: Election, procedure: Procedure });
  Object.assign(classes, { timeline: Timeline, selection: Selection });
  let compared = 0;
  for (const one of cases) {
    const type = classes[one.reader];
    let object;
    try {
      object = JSON.parse(text(one.file));
    } catch {
      continue;
    }
    // What JSON.parse drops or rounds is another document: keys that stand twice, and numbers beyond 2^53.
    if (!type || one.code === "malformed" || /\d{16}/.test(text(one.file))) continue;
    let code = "accepted";
    try {
      type.from(object);
    } catch (error) {
      code = error.code ?? String(error);
    }
    assert.equal(code, one.code, one.file);
    compared += 1;
  }
  assert.ok(compared > 30, `only ${compared} compared`);
});

// The capability table: every entry exists in JavaScript, and the tests use it.
const tests = readdirSync(new URL(".", import.meta.url))
  .filter((name) => name.endsWith(".test.mjs") && name !== "bad.test.mjs")
  .map((name) => readFileSync(new URL(name, import.meta.url), "utf8"))
  .join("\n");
const table = parse(readFileSync(new URL("../../capabilities.toml", import.meta.url), "utf8")).capability;

for (const { name, javascript } of table) {
  test(`capability: ${name}`, () => {
    const [owner, member] = javascript.split(".");
    const found = shequ[owner];
    assert.notEqual(found, undefined, owner);
    if (member) assert.ok(member in found || (found.prototype && member in found.prototype), javascript);
    assert.ok(new RegExp(`\\b${member ?? owner}\\b`).test(tests), `${javascript} is not exercised`);
  });
}
