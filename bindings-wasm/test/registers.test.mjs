// Quotas, liaison officers, co-operation, the directory and registers through the built package.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  Activities,
  ActivityReceipt,
  Cooperation,
  Directory,
  Duties,
  LiaisonPlan,
  Log,
  Notes,
  Organisation,
  QuotaPlan,
  Sectors,
  ShequError,
} from "shequ";

const text = (name) => readFileSync(new URL(`../../tests/bad/base/${name}.json`, import.meta.url), "utf8");

const code = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return error.code;
  }
  assert.fail("nothing was thrown");
};

const organisation = () =>
  Organisation.from({
    format: "shequ.organisation/1",
    title: "示例",
    units: [
      { key: "s", kind: "sub-district", name: "街道" },
      { key: "o1", kind: "sub-district-office", name: "街道办", parent: "s" },
      { key: "社区 01", kind: "community", name: "社区 01", parent: "s" },
      { key: "社区 02", kind: "community", name: "社区 02", parent: "s" },
      { key: "r1", kind: "residents-committee", name: "居委会", parent: "社区 01" },
      { key: "u1", kind: "firm", name: "企业" },
      { key: "u2", kind: "party-branch", name: "支部" },
      { key: "f1", kind: "firm", name: "厂" },
      { key: "b1", kind: "workplace-party-branch", name: "厂支部", parent: "f1" },
    ],
    posts: [{ key: "post-1", unit: "u1", title: "经理" }],
    holders: [{ key: "h1" }],
    holdings: [{ post: "post-1", holder: "h1" }],
    agreements: [{ key: "t1", kind: "pairing", parties: ["u1", "u2"], from: "2025-01-01" }],
    indicators: [
      { unit: "社区 01", measure: "population", value: 5200, from: "2024-01-01", source: "年报" },
      { unit: "社区 01", measure: "population", value: 5460, from: "2025-01-01", source: "年报" },
    ],
  });

test("posts follow from measures within bounds", () => {
  const quotas = QuotaPlan.parse(text("quotas")).allot();
  assert.deepEqual(quotas.units.map((unit) => unit.seats), [7, 5]);
  assert.deepEqual([quotas.method, quotas.seats, quotas.tie, quotas.units[0].parts[0].share], ["webster", 12, null, "52/83"]);
  assert.ok(quotas.explain().addsUp());
  assert.equal(quotas.table("en")[0].seats, 7);
  assert.equal(JSON.parse(JSON.stringify(quotas)).title.zh, "核定职数");
  const plan = JSON.parse(text("quotas"));
  plan.units = [{ unit: "社区 01", values: { need: 1 } }];
  plan.seats = 3;
  assert.equal(organisation().at("2025-06-01").quotas(QuotaPlan.from(plan)).units[0].parts[0].value, "5460");
});

test("officers serve the nearest communities, and no plan is shorter", () => {
  const liaison = LiaisonPlan.parse(text("liaison")).assign();
  assert.deepEqual([liaison.total, liaison.isProven()], [534, true]);
  assert.deepEqual(liaison.officers.map((o) => o.communities), [["社区 01", "社区 02"], ["社区 03"]]);
  assert.deepEqual(liaison.alternatives("社区 02").map((a) => a.more), [0, 100]);
  assert.match(liaison.explainCommunity("社区 02").render("en"), /100/);
  assert.ok(liaison.explain().addsUp());
  assert.equal(liaison.communities[2].officer, liaison.table()[2].officer);
  assert.equal(code(() => liaison.alternatives("x")), "liaison-unknown-community");
});

test("co-operation is kept, attended, shared", () => {
  const org = organisation();
  const cooperation = Cooperation.parse(text("cooperation"));
  const fulfilment = cooperation.fulfilment(org, "2025-07-02");
  assert.deepEqual([fulfilment.pledges[0].status, fulfilment.pledges[0].days_late, fulfilment.total.in_time], ["overdue", 2, "0/1"]);
  assert.equal(fulfilment.table()[0].missing, "1");
  assert.equal(cooperation.attendance(org, "2025-01-01", "2026-01-01").rate, "1/2");
  assert.deepEqual(cooperation.dependence(org, "2025-01-01", "2026-01-01", "chairs").keyHolders, ["h1"]);
  assert.equal(cooperation.dependence(org, "2025-01-01", "2026-01-01").basis, "activities");
  assert.equal(code(() => cooperation.dependence(org, "2025-01-01", "2026-01-01", "luck")), "unknown-choice");
  const sharing = cooperation.sharing(org, "2025-05-01");
  assert.equal(sharing.needs[0].supplies[0].offer, "o1");
  for (const answer of [fulfilment, sharing]) assert.ok(answer.explain().addsUp());
  assert.deepEqual(org.pairingAmong("2025-05-01", "pairing", ["firm"]).unpaired.map((u) => u.key), ["f1"]);
});

test("the directory reads for a purpose on a day, and forgets", () => {
  const directory = Directory.parse(text("directory"));
  const log = new Log("readings");
  const view = directory.readLogged(1, "invite", "2025-05-01", "post-1", log);
  assert.deepEqual([view.name, view.contact, view.skills], ["甲", "0595-0000", null]);
  assert.equal(directory.readAllLogged("survey", "2025-05-01", "post-1", log).length, 1);
  assert.ok(log.length === 2 && !JSON.stringify(log).includes("甲"));
  assert.equal(code(() => directory.read(1, "invite", "2026-01-01")), "directory-no-consent");
  const id = directory.add({ name: "乙", consents: [{ purpose: "invite", from: "2025-01-01", until: "2025-06-01" }] });
  directory.consent(id, "survey", "2025-01-01", "2025-06-01");
  assert.deepEqual([directory.length, [...directory.ids], directory.purposes], [2, [1, id], ["invite", "survey"]]);
  assert.equal(directory.readAll("survey", "2025-05-01").length, 2);
  assert.equal(directory.counts("survey", "2025-05-01", "skills").total, null);
  assert.equal(code(() => directory.counts("survey", "2025-05-01", "skills", 2)), "directory-threshold-too-low");
  assert.deepEqual(directory.due("2025-06-01").entries, directory.sweep("2025-06-01").entries);
  assert.ok(directory.withdraw(1, "invite", "2025-07-01"));
  assert.equal(directory.sweep("2025-07-01").fields.length, 2);
  directory.erase(1);
  assert.ok(!JSON.stringify(directory).includes("甲"));
});

test("registers of sectors, duties and indicators", () => {
  const org = organisation();
  const day = org.at("2025-01-01");
  assert.equal(day.coverage(Sectors.parse(text("sectors")), ["workplace-party-branch"]).total.rate, "1/1");
  const duties = Duties.parse(text("duties"));
  assert.deepEqual(day.duties(duties).findings.map((f) => f.fault), ["overreach", "gap"]);
  assert.equal(day.duties(duties).table("en").length, 2);
  assert.equal(duties.holdings("permits")[1].received_from, "o1");
  assert.equal(org.indicators("社区 01").length, 2);
  const series = org.series("社区 01", "population");
  assert.deepEqual([series.steps[0].change, series.steps[0].relative, series.steps[0].comparable], ["260", "1/20", "yes"]);
});

test("only the owner of an activity record can show it", () => {
  const register = new Activities("cards");
  const card = { day: "2025-03-05", post: "clerk", kind: "service-card", unit: "社区 01" };
  const receipt = register.record(card, "教邻居游泳");
  register.record({ ...card, kind: "feedback-card", answers: 0 }, "谢谢", "00".repeat(16));
  assert.equal(register.verify(receipt).kind, "service-card");
  assert.deepEqual(register.records.map((record) => record.answers), [null, 0]);
  const plain = JSON.stringify(register);
  assert.ok(!plain.includes("游泳"));
  const again = Activities.from(JSON.parse(plain));
  assert.ok(again.check().intact);
  assert.equal(again.verify(ActivityReceipt.from(JSON.parse(JSON.stringify(receipt)))).seq, receipt.seq);
  assert.equal(code(() => again.verify(ActivityReceipt.from({ ...JSON.parse(JSON.stringify(receipt)), text: "下棋" }))), "log-text-differs");
  assert.equal(again.counts("2025-01-01", "2026-01-01").total, null);
});

test("topic notes have no place for a person", () => {
  const topics = Notes.parse(text("notes")).topics("2025-01-01", "2026-01-01");
  assert.deepEqual([topics.total.notes, topics.topics[0].mean_days], [1, "10"]);
});
