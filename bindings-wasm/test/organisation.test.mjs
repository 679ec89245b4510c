// Organisations through the built package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Organisation, ShequError, packs } from "shequ";

const thrown = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return error;
  }
  assert.fail("nothing was thrown");
};

const document = () => ({
  format: "shequ.organisation/1",
  title: { zh: "示例区", en: "Example District" },
  units: [
    { key: "d", kind: "district", name: "示例区" },
    { key: "s", kind: "sub-district", name: "一街道", parent: "d" },
    { key: "v1", kind: "village", name: "东村", code: "001", parent: "s" },
    { key: "v2", kind: "village", name: "西村", code: "002", parent: "s" },
  ],
  events: [
    {
      merge: {
        day: "2003-07-01",
        sources: ["v1", "v2"],
        targets: [{ unit: "c1", kind: "community", name: "社区 01", code: "101", parent: "s" }],
        shares: [
          {
            measure: "households",
            flows: [
              { source: "v1", target: "c1", count: 320 },
              { source: "v2", target: "c1", count: 410 },
            ],
            after: [{ unit: "c1", count: 730 }],
          },
        ],
      },
    },
  ],
});

test("every question is asked as of a day", () => {
  const organisation = Organisation.from(document());
  assert.deepEqual([organisation.title.en, organisation.length, organisation.keys.length], ["Example District", 5, 5]);
  const before = organisation.at("2003-06-30");
  assert.deepEqual([before.day, before.length], ["2003-06-30", 4]);
  const village = before.unitByCode("001");
  assert.deepEqual(village.path.map((unit) => unit.name.zh), ["示例区", "一街道", "东村"]);
  assert.deepEqual(before.children("s").map((unit) => unit.key), ["v1", "v2"]);
  assert.deepEqual(before.roots().map((unit) => unit.key), ["d"]);
  const after = organisation.at("2003-07-01");
  assert.equal(thrown(() => after.unit("v1")).code, "unit-not-there");
  assert.deepEqual(after.units().map((unit) => unit.key), ["d", "s", "c1"]);
  assert.deepEqual(after.descendants("d").map((unit) => unit.key), ["s", "c1"]);
  assert.deepEqual([organisation.exists("v1", "2003-06-30"), organisation.exists("v1", "2003-07-01")], ["yes", "no"]);
  assert.equal(after.table("zh").length, 3);
  assert.match(after.diagram("s"), /^flowchart TD\n/);
});

test("what a unit became and came from, in exact shares", () => {
  const organisation = Organisation.parse(JSON.stringify(document()));
  const became = organisation.lineage("v1", "2026-01-01", "households");
  assert.deepEqual(became.ends.map((end) => end.unit.key), ["c1"]);
  const from = organisation.origins("c1", "2000-01-01", "households");
  assert.deepEqual(from.ends.map((end) => [end.unit.key, end.share]), [
    ["v1", "32/73"],
    ["v2", "41/73"],
  ]);
  assert.equal(from.steps[0].event, "merge");
  assert.deepEqual(JSON.parse(JSON.stringify(from)).ends, from.ends);
  assert.ok(from.explain().render("en").length > 0);
  assert.ok(organisation.consolidation("2003-06-30", "2003-07-01", "households"));
});

test("an event makes another organisation", () => {
  const before = Organisation.from(document());
  const after = before.apply({ rename: { unit: "c1", name: "社区 1", day: "2024-05-01" } });
  const name = (organisation) => organisation.at("2024-05-01").unit("c1").name.zh;
  assert.deepEqual([name(before), name(after)], ["社区 01", "社区 1"]);
  assert.equal(thrown(() => before.apply({ rename: { unit: "x", name: "y", day: "2024-05-01" } })).code, "unknown-unit");
});

test("violations carry rule, period and remedy", () => {
  const organisation = Organisation.from({
    format: "shequ.organisation/1",
    title: "T",
    units: [
      { key: "c", kind: "community", name: "社区 01" },
      { key: "o", kind: "sub-district-office", name: "办事处" },
      { key: "r", kind: "residents-committee", name: "居委会", parent: "c" },
      { key: "b", kind: "party-branch", name: "党支部", parent: "c" },
    ],
    relations: [{ kind: "leads", source: "o", target: "r", from: "2024-03-01" }],
  });
  const report = organisation.validate(packs.cn.at("2026-01-01"));
  assert.equal(report.ok, false);
  const finding = report.violations.find((v) => v.rule === "committee-led-by-government");
  assert.equal(finding.period.from, "2024-03-01");
  assert.ok(finding.remedy.zh.length > 0);
  assert.equal(report.checks.find((c) => c.rule === "one-community-one-branch").status, "met");
  assert.ok(report.table("en").length >= 1);
  assert.ok(report.explain().render("zh").includes("社区 01") || report.explain().render("zh").length > 0);
  assert.equal(organisation.validateWithoutPack("2026-01-01").day, "2026-01-01");
  const statistics = organisation.statistics("2026-01-01", { kinds: ["residents-committee"] });
  assert.deepEqual([statistics.heads, statistics.age.mean, statistics.age.unit], [0, null, "years"]);
  assert.equal(organisation.statistics("2026-01-01").heads, 0);
  const error = thrown(() => organisation.statistics("2026-01-01", { title: "x" }));
  assert.deepEqual([error.code, error.path], ["unknown-field", "group.title"]);
  const pairing = organisation.pairing("2026-01-01", "triple-pairing", ["c", "b"]);
  assert.deepEqual([pairing.asked, pairing.paired, pairing.unpaired.length], [2, 0, 2]);
});
