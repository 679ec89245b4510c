// Rule packs, the calendar and the log through the built package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Calendar, Log, Pack, Packs, SealedTexts, ShequError, digest, packs } from "shequ";

const code = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return error.code;
  }
  assert.fail("nothing was thrown");
};

test("the law changes with the year, and what nobody has read is unknown", () => {
  const [before, after] = ["2025-12-31", "2026-01-01"].map((day) => packs.cn.at(day));
  const households = [before, after].map((rules) => rules.ask("cn.urc.size.households"));
  assert.deepEqual(households.map((answer) => [answer.content.range.least, answer.content.range.most]), [
    [100, 700],
    [1000, 3000],
  ]);
  assert.deepEqual(households.map((answer) => answer.citation.certainty), ["text", "excerpt"]);
  assert.equal(before.ask("cn.urc.members").says.en, "5 to 9 members");
  const unread = after.ask("cn.urc.members");
  assert.deepEqual([unread.status, unread.reason, unread.content], ["unknown", "unread", null]);
  assert.match(after.explain("cn.urc.size.households").render("en"), /art\. 3\(1\) \[read in an excerpt\]/);
  assert.equal(code(() => after.ask("cn.urc.colour")), "unknown-clause");
  assert.equal(code(() => packs.cn.at("2026-02-30")), "not-a-day");
});

test("a clause known only second-hand decides where the caller accepts that", () => {
  const rules = packs.cn.at("2026-01-01");
  assert.deepEqual([rules.ask("cn.cc.277").status, rules.ask("cn.cc.277").reason], ["unknown", "secondary"]);
  assert.equal(rules.acceptingSecondary().ask("cn.cc.277").status, "known");
  assert.equal(rules.ask("cn.cc.277").status, "unknown");
});

test("a body's own rules are one more pack, within the bounds above", () => {
  const byLaw = Pack.parse(`
    format = "shequ.pack/1"
    id = "garden"
    label = "Rules of the Garden Estate"
    layer = "by-law"
    read_on = "2026-01-01"
    extends = ["cn.owners"]
    instruments = [{ id = "rules", title = "Rules", from = "2024-01-01" }]
    [[clauses]]
    id = "cn.cc.278.part.area"
    instrument = "rules"
    article = "4"
    certainty = "text"
    label = "quorum by area"
    threshold = { part = "present", base = "entitled", measure = "area", comparison = "at-least", share = "1/2" }
  `);
  assert.deepEqual([byLaw.id, byLaw.layer, byLaw.readOn], ["garden", "by-law", "2026-01-01"]);
  assert.equal(code(() => packs.cn.with(byLaw)), "override-refused");
  assert.deepEqual(packs.cn.ids, [
    "shequ.organisation",
    ...["cn.residents", "cn.villagers", "cn.owners", "cn.organisation", "cn.elections"],
    ...["cn.property", "cn.party", "cn.beijing", "cn.shanghai"],
  ]);
  assert.equal(new Packs().ids.length, 0);
  assert.ok(packs.cn.questions.includes("owners.special"));
});

test("working days know holidays and make-up days", () => {
  const calendar = Calendar.cn();
  assert.deepEqual(calendar.years, [2004, 2026]);
  // The Spring Festival of 2024 as announced: off from 10 to 17 February, worked on the 4th and the 18th.
  assert.equal(calendar.kind("2024-02-12"), "holiday");
  assert.equal(calendar.kind("2024-02-18"), "make-up");
  assert.ok(calendar.isWorking("2024-02-18"));
  assert.equal(calendar.holiday("2024-02-12").zh, "春节");
  assert.equal(calendar.holiday("2024-02-19"), null);
  assert.equal(calendar.onOrAfter("2024-02-10"), "2024-02-18");
  assert.equal(calendar.addWorkingDays("2024-02-09", 1), calendar.nextWorking("2024-02-09"));
  assert.equal(calendar.workingDaysBetween("2024-02-10", "2024-02-18"), 0);
  assert.match(calendar.explain("2024-02-12").render("en"), /not worked/);
  assert.equal(code(() => calendar.isWorking("2031-01-01")), "calendar-year-without-data");
});

test("a log verifies, and still does when texts are erased", () => {
  const log = new Log("appeals-2025");
  const texts = new SealedTexts();
  log.append(
    {
      day: "2026-01-08",
      actor: "post-12",
      kind: "appeal",
      subject: "community-07",
      payload: { scorecard: digest({ total: "88.94" }) },
      sealing: { reason: "the lift was counted twice" },
    },
    texts,
  );
  log.append({ day: "2026-01-09", actor: "post-3", kind: "answer", subject: "community-07" }, texts);
  assert.equal(log.length, 2);
  assert.equal(log.read(0, "reason", texts), "the lift was counted twice");
  const head = log.head;
  const again = Log.parse(JSON.stringify(log));
  assert.equal(again.head, head);
  assert.ok(again.verify(head).intact);
  again.checkTexts(SealedTexts.from(texts.toJSON()));

  assert.equal(texts.erase(0), 1);
  assert.equal(log.read(0, "reason", texts), undefined);
  assert.ok(log.verify(head).intact);

  const forged = log.toJSON();
  forged.entries[1].actor = "post-4";
  assert.equal(code(() => Log.from(forged)), "log-entry-changed");
  const found = Log.inspect(JSON.stringify(forged));
  assert.deepEqual([found.log.length, found.check.intact, found.check.broken.seq], [1, false, 1]);
  assert.equal(code(() => log.append({ day: "2026-01-01", actor: "a", kind: "b", subject: "c" }, texts)), "log-day-backwards");
  assert.equal(code(() => log.append({ day: "2026-02-01", actor: "a", kind: "b" }, texts)), "missing-field");
  assert.equal(code(() => log.append({ day: "2026-02-01", name: "x" }, texts)), "unknown-field");
});
