// The log of an organisation: events, corrections, both times, crosswalks, differences, inference.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Organisation, ShequError, Sightings, canonical } from "shequ";

const document = {
  format: "shequ.organisation/1",
  title: "示例区",
  units: [
    { key: "s", kind: "sub-district", name: "街道" },
    { key: "a", kind: "village", name: "东村", code: "350502001001", parent: "s" },
    { key: "b", kind: "village", name: "西村", code: "350502001002", parent: "s" },
  ],
  events: [
    {
      split: {
        key: "e1",
        unit: "a",
        day: "2010-01-01",
        recorded: "2010-02-01",
        instrument: "1号",
        targets: [{ unit: "x", kind: "community", name: "甲", parent: "s" }, { unit: "b" }],
        shares: [
          {
            measure: "households",
            ratios: [
              { source: "a", target: "x", ratio: "2/3" },
              { source: "a", target: "b", ratio: "1/3" },
            ],
          },
        ],
      },
    },
  ],
};
const organisation = Organisation.from(document);
const refused = (work, code) => assert.throws(work, (error) => error instanceof ShequError && error.code === code);

test("counts are re-expressed exactly", () => {
  const walk = organisation.crosswalk("2009-12-31", "2010-01-01", "households");
  assert.deepEqual([walk.from, walk.until, walk.measure], ["2009-12-31", "2010-01-01", "households"]);
  assert.deepEqual(walk.cells, [
    { from: "a", to: "b", share: "1/3" },
    { from: "a", to: "x", share: "2/3" },
  ]);
  assert.deepEqual([walk.unchanged, walk.begun, walk.uncertain], [["b", "s"], [], []]);
  assert.equal(walk.steps[0].key, "e1");
  const after = walk.reexpress({ a: 300, b: 50n });
  assert.deepEqual(after.values, [
    { unit: "b", value: "150" },
    { unit: "x", value: "200" },
  ]);
  assert.deepEqual([after.total, after.ended], ["350", []]);
  assert.deepEqual(walk.reexpress([{ unit: "a", count: 300 }, { unit: "b", count: "50" }], "population").toJSON(), after.toJSON());
  assert.ok(after.explain().addsUp() && walk.explain().addsUp());
  const rates = walk.reexpressRates([
    { unit: "a", numerator: 60, denominator: 300 },
    { unit: "b", numerator: 10, denominator: 50 },
  ]);
  assert.deepEqual(rates.values.map((r) => r.rate), ["1/5", "1/5"]);
  assert.equal(walk.table().length, 4);
  const early = organisation.crosswalk("2005-01-01", "2009-12-31", "households");
  assert.deepEqual(early.times(walk).cells, walk.cells);
  refused(() => walk.reexpress({ a: 0.5 }), "float-refused");
  refused(() => walk.reexpress({ a: 1 }, "mean-age"), "not-additive");
});

test("both times, and corrections", () => {
  const after = organisation.applyAll([
    { rename: { key: "e2", unit: "x", name: "新甲", day: "2011-01-01", recorded: "2011-02-01" } },
    { amend: { entry: "e2", recorded: "2012-01-01", event: { rename: { unit: "x", name: "真甲", day: "2011-06-01" } } } },
  ]);
  const name = (day, known) => after.view(day, known).unit("x").name.zh;
  assert.deepEqual([name("2011-03-01", "2011-12-31"), name("2011-03-01", "2012-01-01"), name("2011-06-01", "2012-01-01")], ["新甲", "甲", "真甲"]);
  refused(() => after.knownOn("2010-01-31").at("2011-01-01").unit("x"), "unit-not-there");
  assert.deepEqual(after.entries.map((entry) => Object.keys(entry)[1]), ["split", "rename", "amend"]);
  assert.equal(after.prefix(1).entries.length, 1);
  refused(() => after.apply({ retract: { entry: "e1", recorded: "2013-01-01" } }), "correction-breaks-entry");
});

test("differences turn round", () => {
  const diff = organisation.diff("2009-12-31", "2010-01-01");
  assert.deepEqual(diff.counts, { added: 1, dropped: 1, renamed: 0, recoded: 0, moved: 0, converted: 0 });
  assert.deepEqual(diff.units.map((unit) => [unit.key, unit.changes[0], unit.events[0].event]), [["a", "dropped", "split"], ["x", "added", "split"]]);
  assert.deepEqual(organisation.diff("2010-01-01", "2009-12-31").toJSON(), diff.inverse().toJSON());
  assert.equal(diff.table("en").length, 2);
  assert.ok(diff.explain().addsUp());
});

test("what is inferred is asked for, and marked", () => {
  const before = organisation.sightings("2009-01-01");
  const after = Sightings.from({
    format: "shequ.sightings/1",
    units: [{ code: "350502001001", name: "东村" }, { code: "350502009002", name: "西村" }],
  });
  const inferred = before.infer(after);
  assert.deepEqual(inferred.matches.map((m) => [m.key, m.after, m.confidence]), [["b", "350502009002", "93/100"]]);
  assert.deepEqual([inferred.dropped, inferred.added, inferred.unchanged, inferred.renamed], [[], [], 1, []]);
  assert.equal(before.infer(after, { at_least: "1" }).matches.length, 0);
  assert.equal(inferred.table().length, 1);
  assert.ok(inferred.explain());
  const start = Organisation.from({ ...document, events: [] });
  const found = start.applyAll(inferred.events("2009-06-01", "9/10", "两版对照"));
  assert.equal(found.at("2009-06-01").unit("b").inferred, true);
  assert.equal(found.at("2009-05-31").unit("b").inferred, undefined);
  assert.equal(found.lineage("b", "2010-01-01").ends[0].inferred, true);
});

test("a log shows what was cut off or altered", () => {
  const log = organisation.log("licheng", "post-12", "2010-01-01");
  assert.equal(log.length, 1);
  assert.ok(organisation.checkLog(log, log.head).intact);
  const good = Organisation.parseLogged(JSON.stringify(document), canonical(log), log.head);
  assert.ok(good.check.intact);
  const cut = Organisation.parseLogged(JSON.stringify({ ...document, events: [] }), canonical(log));
  assert.deepEqual([cut.check.good, cut.check.broken.code, cut.organisation.entries.length], [0, "log-event-missing", 0]);
});
