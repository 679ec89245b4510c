// Meetings through the built package.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Calendar, Meeting, MeetingRecord, ShequError, packs } from "shequ";

const base = JSON.parse(readFileSync(new URL("../../tests/bad/base/meeting.json", import.meta.url), "utf8"));
const meeting = (changes = {}) => Meeting.from({ ...base, ...changes });
const rules = packs.cn.at("2026-03-16");

test("a meeting says what it decided and why", () => {
  const held = meeting();
  assert.deepEqual([held.id, held.day, held.label.en], ["owners-2026-03", "2026-03-16", "owners' assembly"]);
  const result = held.result(rules);
  assert.equal(result.status, "met");
  assert.deepEqual(result.checks.map((c) => c.check), ["petition", "notice"]);
  assert.deepEqual(result.unchecked, ["convening", "proxies", "quorum"]);
  const [roof, lift, gate] = result.items;
  assert.deepEqual([roof.status, roof.adopted, roof.fallen], ["met", [], []]);
  assert.deepEqual([lift.polls[0].tie, lift.polls[0].casting], [true, "notMet"]);
  assert.equal(gate.polls[0].committed.units, 3);
  assert.match(result.explain().render("en"), /2026-03-01/);
  assert.match(result.minutes("en"), /roof/);
  assert.deepEqual([result.after[0].status, result.missing, result.voidBy], ["met", [], []]);
  assert.equal(JSON.parse(JSON.stringify(result)).status, "met");
});

test("a short notice voids it, and a missing day is asked", () => {
  const late = meeting({ days: { notice: "2026-03-02" } }).result(rules);
  assert.deepEqual([late.status, late.voidBy[0].clause], ["notMet", "cn.bj.pm.35.74"]);
  const asked = meeting({ days: {} }).result(rules);
  assert.deepEqual([asked.status, asked.missing], ["unknown", ["days.notice"]]);
});

test("a record verifies by its packs alone, and a changed number shows", () => {
  const held = meeting();
  const record = held.result(rules).record();
  const plain = JSON.parse(JSON.stringify(record));
  assert.equal(JSON.stringify(plain).includes("00112233"), false);
  const again = MeetingRecord.from(plain);
  assert.equal(again.verify(packs.cn).ok, true);
  assert.equal(again.verifyWith(packs.cn, Calendar.cn()).ok, true);
  assert.equal(again.isOf(held), true);
  plain.meeting.attendance.heads.in_person += 1;
  const found = MeetingRecord.from(plain).verify(packs.cn);
  assert.deepEqual([found.ok, found.differs[0].what], [false, "record"]);
});

test("the deadlines of a meeting are due on their days", () => {
  const { timeline, gaps } = meeting({ days: {} }).timeline(rules);
  assert.deepEqual(gaps, []);
  const [first] = timeline.nextSteps("2026-02-20", Calendar.cn());
  assert.deepEqual([first.step, first.latest], ["notice", "2026-03-01"]);
});

test("an owner can show one unit of a roll-call", () => {
  const held = meeting();
  const record = held.result(rules).record();
  const opening = held.openUnit("gate", "2");
  assert.equal(record.verifyOpening("gate", opening), true);
  assert.equal(record.verifyOpening("gate", { ...opening, unit: { ...opening.unit, vote: "yes" } }), false);
  assert.throws(() => held.openUnit("roof", "2"), (e) => e instanceof ShequError && e.code === "vote-without-roll-call");
});

test("a delegation circle and an absent proxy are refused with their path", () => {
  const refused = (present, given) => {
    try {
      meeting({ proxies: { present, given } });
    } catch (error) {
      return [error.code, error.path];
    }
    return assert.fail("nothing was thrown");
  };
  const circle = [{ giver: "a", holder: "b" }, { giver: "b", holder: "a" }];
  assert.deepEqual(refused([], circle), ["delegation-circle", "meeting.proxies.given[0].holder"]);
  const absent = [{ giver: "a", holder: "h" }, { giver: "b", holder: "h" }];
  assert.deepEqual(refused([], absent), ["proxy-for-absent-proxy", "meeting.proxies.given[0].holder"]);
});
