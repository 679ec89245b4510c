// Posts, teams, tiers, superiors and validation over a period, through the built package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Organisation, ShequError, chooseBody, packs } from "shequ";

const organisation = () =>
  Organisation.from({
    format: "shequ.organisation/1",
    title: "示例",
    units: [
      { key: "s", kind: "sub-district", name: "街道" },
      { key: "c", kind: "community", name: "社区 01", parent: "s" },
      { key: "c2", kind: "community", name: "社区 02", parent: "s" },
      { key: "b", kind: "party-branch", name: "党支部", parent: "c" },
      { key: "r", kind: "residents-committee", name: "居委会", parent: "c" },
      { key: "o", kind: "sub-district-office", name: "办事处", parent: "s" },
      { key: "bureau", kind: "government-bureau", name: "民政局" },
      { key: "st", kind: "station", name: "服务站", parent: "c" },
      { key: "j", kind: "joint-conference", name: "联席会", parent: "s" },
    ],
    relations: [
      { kind: "dual-leads", source: "o", target: "st", aspect: "人事", primary: true },
      { kind: "dual-leads", source: "bureau", target: "st", aspect: "业务" },
      { kind: "convenes", source: "o", target: "j" },
    ],
    posts: [
      { key: "sec", unit: "b", title: { zh: "书记", en: "secretary" } },
      { key: "chair", unit: "r", title: { zh: "主任", en: "chair" }, mode: "elected", term_years: 5 },
    ],
    holders: [{ key: "x", born: "1960" }, { key: "y", born: "1995" }],
    holdings: [
      { post: "sec", holder: "x", from: "2018-01-01" },
      { post: "chair", holder: "x", from: "2018-01-01", until: "2021-01-01", end_reason: "moved" },
      { post: "chair", holder: "y", from: "2021-02-01", mode: "acting" },
    ],
    charters: [{ unit: "j", title: "章程", every: "quarter", from: "2020-01-01" }],
    sessions: [{ unit: "j", day: "2021-01-20" }],
    statuses: [{ unit: "c", status: "village-community-transition", from: "2020-01-01", deadline: "2021-06-01" }],
  });

test("the roster of a day, and who came after whom", () => {
  const all = organisation();
  const day = all.at("2021-03-01");
  assert.deepEqual(day.posts().map((post) => [post.key, post.holders.length]), [["chair", 1], ["sec", 1]]);
  assert.deepEqual(day.posts("b").map((post) => post.key), ["sec"]);
  assert.equal(day.relations()[0].kind, "dual-leads");
  assert.deepEqual([all.overview().posts, all.overview().last], [2, "2021-02-01"]);
  const line = all.succession("chair");
  assert.deepEqual(line.tenures.map((tenure) => [tenure.holder, tenure.mode]), [["x", "elected"], ["y", "acting"]]);
  assert.deepEqual(line.gaps, [{ period: { from: "2021-01-01", until: "2021-02-01" }, days: 31, places: 1 }]);
  assert.deepEqual(all.vacancies("2021-01-11").map((v) => [v.post, v.days]), [["chair", 10]]);
  assert.match(line.explain().render("en"), /empty \[2021-01-01, 2021-02-01\)/);
  const group = { kinds: ["residents-committee"] };
  assert.ok(all.turnover("2020-12-31", "2021-12-31", group).explain().addsUp());
  assert.deepEqual(all.turnover("2020-12-31", "2021-12-31", group).ended, [{ reason: "moved", holdings: 1 }]);
  const change = all.compareTerms("2020-12-31", "2021-12-31", group);
  assert.deepEqual([change.meanAge.exact, change.meanAge.unit, change.under35.exact], ["-34", "years", "100"]);
  assert.ok(change.explain().render("en").includes("percentage points"));
  assert.throws(() => all.succession("zz"), (error) => error instanceof ShequError && error.code === "unknown-post");
});

test("teams, tiers, lines and blocks", () => {
  const day = organisation().at("2020-06-01");
  const team = day.jointRoster("c");
  assert.deepEqual([team.holdings, team.heads, team.cross, team.bothHeads], [2, 1, 1, 1]);
  assert.ok(team.explain().addsUp() && team.explain().render("zh").includes("一肩挑"));
  assert.deepEqual(day.tiers("s").rows.map((row) => row.missing), [["decide"], ["lead", "decide", "execute"]]);
  assert.deepEqual(day.coverage(["union", "station"]).covered, ["0/2", "1/2"]);
  assert.match(day.tiers("s").explain().render("en"), /missing/);
  assert.match(day.coverage(["union", "station"]).explain().render("en"), /has none/);
  assert.deepEqual(day.superiors("st").map((s) => [s.unit.key, s.aspect]), [["o", "人事"], ["bureau", "业务"]]);
  const matrix = day.linesAndBlocks("sub-district");
  assert.deepEqual([matrix.blocks[0].fragmentation, matrix.table("zh").length], ["1/2", 1]);
  assert.ok(matrix.explain().render("zh").length > 0);
  assert.equal(organisation().at("2021-02-01").conference("j").due, "2021-06-30");
  assert.equal(organisation().at("2021-02-01").statuses()[0].days_left, 120);
  const rows = day.setUp([{ unit: "c", members: 51 }, { unit: "c2", members: 3 }], packs.cn);
  assert.deepEqual(rows.map((row) => [row.how, row.choice.kind]), [["converted", "party-general-branch"], ["new", "party-branch"]]);
  assert.throws(
    () => day.setUp([{ unit: "c", members: -1 }], packs.cn),
    (error) => error instanceof ShequError && error.path === "setUp.areas[0].members",
  );
  assert.deepEqual([chooseBody(51, packs.cn, "2026-01-01").allowed, chooseBody(2, packs.cn, "2026-01-01").kind], ["51-100", null]);
  assert.ok(chooseBody(51, packs.cn, "2026-01-01").explain());
});

test("every violation of a period has all its days, and the work can be stopped", () => {
  const all = organisation();
  const report = all.validateOver(packs.cn, "2021-01-01", "2022-01-01");
  assert.deepEqual([report.day, report.until], ["2021-01-01", "2022-01-01"]);
  const of = (rule) => report.violations.filter((v) => v.rule === rule).map((v) => v.period);
  assert.deepEqual(of("vacancy"), [{ from: "2021-01-01", until: "2021-02-01" }]);
  assert.deepEqual(of("transition-deadline"), [{ from: "2021-06-01", until: null }]);
  // Four quarters of 2020 until the session of January 2021, and two of 2021.
  assert.equal(of("conference-cadence").length, 6);
  const stopped = (error) => error instanceof ShequError && error.code === "stopped";
  assert.throws(() => all.validate(packs.cn.at("2021-07-01"), { onProgress: () => false }), stopped);
  assert.throws(() => all.validateOver(packs.cn, "2021-01-01", undefined, { signal: AbortSignal.abort() }), stopped);
  assert.throws(() => all.validateWithoutPack("2021-07-01", { onProgress: () => false }), stopped);
});
