//! A sound organisation in which every kind of fault is planted on known days: all are found, none is invented, and
//! every period is exact to the day.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::{Day, Period, Unwatched};
use shequ::organisation::{Organisation, Report};
use shequ::pack;

use super::{day, law, load};

/// What is planted, one in each community.
const FAULTS: [&str; 41] = [
    "none",
    "no-branch",
    "two-branches",
    "shared-branch",
    "led",
    "led-by-way",
    "vacancy",
    "too-few",
    "crowded",
    "overrun",
    "acting",
    "appointed",
    "supervisor",
    "two-committees",
    "transition",
    "ad-hoc",
    "undated",
    "cadence",
    "convenor",
    "charter",
    "members-few",
    "dual",
    "circle",
    "ends",
    "two-places",
    "overlap",
    "level",
    "no-parent",
    "no-name",
    "no-code",
    "same-name",
    "branch-size",
    "households",
    "no-reserve",
    "no-reason",
    "no-assembly",
    "no-union",
    "firm-within",
    "measure",
    "liaison",
    "leaderless",
];

type Found = (String, String, Option<Day>, Option<Day>);

/// An organisation while it is made, and what must be found in it.
#[derive(Default)]
struct Plan {
    lists: std::collections::BTreeMap<&'static str, Vec<Value>>,
    expected: BTreeSet<Found>,
    holders: BTreeSet<String>,
}

fn text(day: Option<Day>) -> Value {
    day.map_or(Value::Null, |day| day.to_string().into())
}

impl Plan {
    fn put(&mut self, list: &'static str, row: Value) {
        self.lists.entry(list).or_default().push(row);
    }

    fn unit(&mut self, key: &str, kind: &str, parent: Option<&str>, from: Option<Day>, until: Option<Day>) {
        let row =
            json!({"key": key, "kind": kind, "name": key, "parent": parent, "from": text(from), "until": text(until)});
        self.put("units", row);
    }

    /// A body, or, with a gap, two that follow each other with days between.
    fn body(&mut self, key: &str, kind: &str, parent: &str, gap: Option<(Day, Day)>) {
        match gap {
            None => self.unit(key, kind, Some(parent), None, None),
            Some((a, b)) => {
                self.unit(key, kind, Some(parent), None, Some(a));
                self.unit(&format!("{key}x"), kind, Some(parent), Some(b), None);
            }
        }
    }

    fn relate(&mut self, kind: &str, source: &str, target: &str, from: Option<Day>, until: Option<Day>) {
        let row = json!({"kind": kind, "source": source, "target": target, "from": text(from), "until": text(until)});
        self.put("relations", row);
    }

    fn post(&mut self, key: &str, unit: &str, title: &str, capacity: u32) {
        self.put("posts", json!({"key": key, "unit": unit, "title": title, "capacity": capacity, "term_years": 5}));
    }

    /// A holding in terms that are never too long.
    fn hold(&mut self, post: &str, holder: &str, from: Day, until: Option<Day>, mode: &str) {
        if self.holders.insert(holder.to_owned()) {
            self.put("holders", json!({"key": holder}));
        }
        let term = day("2022-01-01");
        let mut row = |from: Day, until: Option<Day>| {
            let reason = until.map(|_| "term-ended");
            self.put(
                "holdings",
                json!({"post": post, "holder": holder, "from": text(Some(from)), "until": text(until),
                "mode": mode, "end_reason": reason}),
            );
        };
        if from < term && until.is_none_or(|until| until > term) {
            row(from, Some(term));
            row(term, until);
        } else {
            row(from, until);
        }
    }

    fn expect(&mut self, rule: &str, subject: impl Into<String>, from: Option<Day>, until: Option<Day>) {
        self.expected.insert((rule.into(), subject.into(), from, until));
    }

    /// What a place that stands empty breaks: the one rule at once, the other after 180 days.
    fn expect_vacancy(&mut self, post: &str, a: Day, b: Day) {
        self.expect("vacancy", post, Some(a), Some(b));
        let late = a.plus_days(180).unwrap();
        if late < b {
            self.expect("vacancy-long", post, Some(late), Some(b));
        }
    }

    fn load(self) -> (Organisation, BTreeSet<Found>) {
        let parts: serde_json::Map<String, Value> =
            self.lists.into_iter().map(|(key, rows)| (key.to_owned(), rows.into())).collect();
        (load(parts.into()), self.expected)
    }
}

/// The last day before the quarter after a day, and the first of the quarter after that.
fn quarters(day: Day) -> (Day, Day) {
    let month = (day.to_string()[5..7].parse::<u32>().unwrap() - 1) / 3 * 3 + 1;
    let first = Day::new(day.year(), month, 1).unwrap();
    let next = first.plus_months(3).unwrap();
    (next, next.plus_months(3).unwrap())
}

/// A community with all its bodies, and one fault on the days `[a, b)`.
#[expect(clippy::too_many_lines, reason = "one table of what is planted and what must be found")]
fn community(plan: &mut Plan, i: usize, fault: &str, a: Day, b: Day) {
    let begin = day("2019-01-01");
    let key = |prefix: &str| format!("{prefix}{i:02}");
    let is = |name: &str| fault == name;
    let gap = |name: &str| is(name).then_some((a, b));
    let (c, branch, committee) = (key("c"), key("b"), key("r"));
    let (from, until) = (Some(a), Some(b));

    let mut row = json!({"key": c, "kind": "community", "name": c, "code": c, "parent": "s"});
    if is("no-name") {
        row["name"] = Value::Null;
        row["names"] = json!([{"name": c, "until": text(from)}, {"name": format!("{c}新"), "from": text(until)}]);
        plan.expect("name-unrecorded", &c, from, until);
    }
    if is("no-code") {
        row["code"] = Value::Null;
        row["codes"] = json!([{"code": c, "until": text(from)}, {"code": format!("{c}x"), "from": text(until)}]);
        plan.expect("code-unrecorded", &c, from, until);
    }
    if is("same-name") {
        row["name"] = Value::Null;
        row["names"] = json!([{"name": c, "until": text(from)}, {"name": "c00", "from": text(from), "until": text(until)}, {"name": c, "from": text(until)}]);
        plan.expect("same-name", &c, from, until);
    }
    plan.put("units", row);

    plan.body(&branch, "party-branch", &c, gap("no-branch"));
    match fault {
        "no-branch" => {
            plan.relate("leads", "w", &branch, None, None);
            plan.relate("leads", "w", &format!("{branch}x"), None, None);
            plan.expect("one-community-one-branch", &c, from, until);
        }
        "leaderless" => {
            plan.relate("leads", "w", &branch, None, from);
            plan.relate("leads", "w", &branch, until, None);
            plan.expect("branch-without-leader", &branch, from, until);
        }
        _ => plan.relate("leads", "w", &branch, None, None),
    }
    if is("two-branches") {
        let second = format!("{branch}y");
        plan.unit(&second, "party-branch", Some(&c), from, until);
        plan.relate("leads", "w", &second, None, None);
        plan.expect("one-community-one-branch", &c, from, until);
    }
    if is("shared-branch") {
        plan.relate("serves", &branch, "c00", from, until);
        plan.expect("one-branch-one-community", &branch, from, until);
        plan.expect("one-community-one-branch", "c00", from, until);
    }
    let mut members = |value: u32, since: Day| {
        plan.put(
            "indicators",
            json!({"unit": branch, "measure": "members", "value": value, "from": text(Some(since))}),
        );
    };
    members(40, begin);
    if is("branch-size") {
        members(51, a);
        members(50, b);
        plan.expect("branch-size", &branch, from, until);
    }

    if is("no-parent") {
        plan.put(
            "units",
            json!({"key": committee, "kind": "residents-committee", "name": committee,
            "parents": [{"unit": c, "until": text(from)}, {"unit": c, "from": text(until)}]}),
        );
        plan.expect("parent-missing", &committee, from, until);
        plan.expect("one-committee", &c, from, until);
    } else {
        plan.body(&committee, "residents-committee", &c, None);
    }
    plan.relate("guides", "o", &committee, None, None);
    let mut households = |value: u32, since: Day| {
        plan.put(
            "indicators",
            json!({"unit": committee, "measure": "households", "value": value, "from": text(Some(since))}),
        );
    };
    households(400, begin);
    if is("households") {
        households(701, a);
        households(700, b);
        plan.expect("usual-size", &committee, from, until);
    }
    if is("led") {
        plan.relate("leads", "o", &committee, from, until);
        plan.expect("committee-led-by-government", &committee, from, until);
        plan.expect("relation-forbidden", &committee, from, until);
    }
    if is("led-by-way") {
        plan.relate("leads", "o", &key("st"), None, until);
        plan.relate("leads", &key("st"), &committee, from, None);
        plan.expect("committee-led-by-government", &committee, from, until);
    }

    let (chair, many) = (key("chair"), key("m"));
    plan.post(&chair, &committee, "主任", 1);
    plan.post(&many, &committee, "委员", 5);
    let (own, next) = (key("h"), key("n"));
    match fault {
        "vacancy" => {
            plan.hold(&chair, &own, begin, from, "elected");
            plan.hold(&chair, &next, b, None, "elected");
            plan.expect_vacancy(&chair, a, b);
        }
        "crowded" => {
            plan.hold(&chair, &own, begin, None, "elected");
            plan.hold(&chair, &next, a, until, "elected");
            plan.expect("over-capacity", &chair, from, until);
        }
        "overrun" => {
            let start = Day::new(a.year() - 5, 3, 1).unwrap();
            let over = Day::new(a.year(), 3, 1).unwrap();
            let reason = json!({"post": chair, "holder": own, "from": text(Some(start)), "until": text(Some(over.plus_days(90).unwrap())),
                "mode": "elected", "end_reason": "retired"});
            plan.put("holders", json!({"key": own}));
            plan.put("holdings", reason);
            plan.hold(&chair, &next, over.plus_days(90).unwrap(), None, "elected");
            plan.expect("term-overrun", &chair, Some(over), over.plus_days(90).ok());
        }
        "acting" | "appointed" => {
            plan.hold(&chair, &own, begin, from, "elected");
            let mode = if is("acting") { "acting" } else { "appointed" };
            // One holding over both terms, so that its days are one run.
            plan.put("holders", json!({"key": next}));
            plan.put("holdings", json!({"post": chair, "holder": next, "from": text(from), "until": text(until), "mode": mode, "end_reason": "moved"}));
            plan.hold(&chair, &own, b, None, "elected");
            let late = a.plus_days(180).unwrap();
            if is("appointed") {
                plan.expect("residents-committee-elected", &chair, from, until);
            } else if late < b {
                plan.expect("acting-long", &chair, Some(late), until);
            }
        }
        "no-reason" => {
            plan.put("holders", json!({"key": own}));
            plan.put("holdings", json!({"post": chair, "holder": own, "from": text(Some(begin)), "until": text(from), "mode": "elected"}));
            plan.hold(&chair, &next, a, None, "elected");
            plan.expect("end-reason", &chair, from, None);
        }
        _ => plan.hold(&chair, &own, begin, None, "elected"),
    }
    for n in 0..5 {
        let member = format!("{many}-{n}");
        let away = (is("too-few") && n < 2) || (n == 0 && (is("supervisor") || is("two-committees")));
        if away {
            plan.hold(&many, &member, begin, from, "elected");
            plan.hold(&many, &member, b, None, "elected");
        } else {
            plan.hold(&many, &member, begin, None, "elected");
        }
    }
    if is("too-few") {
        plan.expect_vacancy(&many, a, b);
        plan.expect("committee-size", &committee, from, until);
    }
    if is("two-committees") {
        plan.hold(&many, "m00-0", a, until, "elected");
        // The holding is written in two terms where it crosses them; the person is in both committees throughout.
        plan.expect("one-committee-each", "m00-0", from, until);
    }
    let (reserve, spare) = (key("z"), key("zz"));
    plan.put("holders", json!({"key": reserve}));
    if is("no-reserve") {
        plan.put("holders", json!({"key": spare}));
        plan.put("reserves", json!({"post": chair, "holder": reserve, "until": text(from)}));
        plan.put("reserves", json!({"post": chair, "holder": spare, "from": text(until)}));
        plan.expect("reserve-cover", &chair, from, until);
    } else {
        plan.put("reserves", json!({"post": chair, "holder": reserve}));
    }

    plan.body(&key("rep"), "residents-representatives", &c, gap("no-assembly"));
    if is("no-assembly") {
        plan.expect("tier-decide", &c, from, until);
    }
    plan.body(&key("sup"), "supervision-committee", &c, None);
    plan.post(&key("sv"), &key("sup"), "成员", 1);
    plan.hold(&key("sv"), &key("v"), begin, None, "elected");
    if is("supervisor") {
        plan.hold(&many, &key("v"), a, until, "elected");
        plan.expect("supervisor-independent", key("v"), from, until);
    }
    plan.body(&key("un"), "union", &c, gap("no-union"));
    if is("no-union") {
        plan.expect("coverage-union", &c, from, until);
    }
    plan.body(&key("yo"), "youth-league-branch", &c, None);
    plan.body(&key("wo"), "womens-federation", &c, None);
    plan.body(&key("mi"), "militia", &c, None);
    let station = key("st");
    if is("level") {
        let grid = key("g");
        plan.put("units", json!({"key": grid, "kind": "grid", "name": grid, "code": grid, "parent": c}));
        plan.put(
            "units",
            json!({"key": station, "kind": "station", "name": station, "parents": [{"unit": c, "until": text(from)},
            {"unit": grid, "from": text(from), "until": text(until)}, {"unit": c, "from": text(until)}]}),
        );
        plan.expect("level-order", &station, from, until);
    } else {
        plan.body(&station, "station", &c, None);
    }

    match fault {
        "transition" | "ad-hoc" => {
            let (unit, status, rule) = if is("ad-hoc") {
                (&station, "ad-hoc", "ad-hoc-lifetime")
            } else {
                (&c, "village-community-transition", "transition-deadline")
            };
            plan.put("statuses", json!({"unit": unit, "status": status, "from": text(Some(begin)), "until": text(until), "deadline": text(from)}));
            plan.expect(rule, unit, from, until);
        }
        "undated" => {
            plan.put(
                "statuses",
                json!({"unit": c, "status": "village-community-transition", "from": text(from), "until": text(until)}),
            );
            plan.expect("transition-undated", &c, from, until);
        }
        "dual" => {
            for (days, primary) in [((None, from), true), ((from, until), false), ((until, None), true)] {
                let days = |row: Value| {
                    let mut row = row;
                    row["kind"] = "dual-leads".into();
                    row["target"] = station.clone().into();
                    (row["from"], row["until"]) = (text(days.0), text(days.1));
                    row
                };
                plan.put("relations", days(json!({"source": "o", "aspect": "人事", "primary": primary})));
                plan.put("relations", days(json!({"source": "bureau", "aspect": "业务"})));
            }
            plan.expect("dual-leadership", &station, from, until);
        }
        "circle" => {
            plan.relate("leads", &station, &key("un"), None, until);
            plan.relate("leads", &key("un"), &station, from, None);
            plan.expect("relation-cycle", &station, from, until);
        }
        "ends" => {
            plan.relate("leads", &c, &station, from, until);
            plan.expect("relation-ends", &c, from, until);
        }
        "two-places" | "firm-within" => {
            let firm = key("f");
            let within = json!([{"unit": c, "from": text(from), "until": text(until)}]);
            let parents = if is("firm-within") { within } else { json!([]) };
            plan.put("units", json!({"key": firm, "kind": "firm", "name": firm, "parents": parents}));
            plan.relate("located-in", &firm, &c, None, None);
            if is("two-places") {
                plan.relate("located-in", &firm, "c00", from, until);
                plan.expect("relation-targets", &firm, from, until);
            } else {
                plan.expect("located-not-part", &firm, from, until);
            }
        }
        "overlap" => {
            plan.unit(&key("e"), "association", Some(&c), until, None);
            plan.relate("serves", &key("e"), &c, from, None);
            plan.expect("relation-overlap", key("e"), from, until);
        }
        "measure" => {
            plan.put(
                "statements",
                json!({"label": "平均年龄下降1.6个百分点", "measure": "mean-age", "change": "-1.6",
                "unit": "percentage-points", "from": text(from)}),
            );
            plan.expect("unit-of-measure", "", from, None);
        }
        "liaison" => {
            for (n, extra) in ["l1", "l2", "l3"].iter().enumerate() {
                let unit = format!("{extra}-{i}");
                plan.unit(&unit, "association", Some(&c), None, None);
                plan.post(&format!("p-{unit}"), &unit, "联络员", 1);
                let mine = key("lia");
                let before = if n < 2 { mine.clone() } else { format!("{mine}x") };
                plan.hold(&format!("p-{unit}"), &before, begin, from, "appointed");
                plan.hold(&format!("p-{unit}"), &mine, a, until, "appointed");
                plan.hold(&format!("p-{unit}"), &before, b, None, "appointed");
            }
            plan.expect("liaison-span", key("lia"), from, until);
        }
        "cadence" | "convenor" | "charter" | "members-few" | "none" => conference(plan, i, fault, a, b),
        _ => {}
    }
}

/// A conference that meets in the middle of each quarter, with one fault.
fn conference(plan: &mut Plan, i: usize, fault: &str, a: Day, b: Day) {
    let key = format!("j{i:02}");
    let (from, until) = (Some(a), Some(b));
    plan.unit(&key, "joint-conference", Some("s"), None, None);
    let mut related = |kind: &str, source: &str, cut: bool| {
        plan.relate(kind, source, &key, None, cut.then_some(a));
        if cut {
            plan.relate(kind, source, &key, until, None);
        }
    };
    related("convenes", "w", fault == "convenor");
    related("member-of", "o", false);
    related("member-of", "c00", fault == "members-few");
    let charter = |from: Option<Day>, until: Option<Day>| json!({"unit": key, "title": "章程", "every": "quarter", "from": text(from), "until": text(until)});
    if fault == "charter" {
        plan.put("charters", charter(None, from));
        plan.put("charters", charter(until, None));
        plan.expect("conference-charter", &key, from, until);
    } else {
        plan.put("charters", charter(None, None));
    }
    let (start, after) = quarters(a);
    let mut first = day("2019-01-01");
    while first < day("2026-01-01") {
        let session = first.plus_days(40).unwrap();
        if fault == "cadence" && first == start {
            plan.expect("conference-cadence", &key, Some(after), after.plus_days(40).ok());
        } else {
            plan.put("sessions", json!({"unit": key, "day": text(Some(session))}));
        }
        first = first.plus_months(3).unwrap();
    }
    match fault {
        "convenor" => plan.expect("conference-convenor", &key, from, until),
        "members-few" => plan.expect("conference-members", &key, from, until),
        _ => {}
    }
}

/// The whole, with the faults named on their days.
fn plan(faults: &[(&str, Day, Day)]) -> Plan {
    let mut plan = Plan::default();
    plan.put("units", json!({"key": "s", "kind": "sub-district", "name": "街道", "code": "s"}));
    plan.unit("w", "party-working-committee", Some("s"), None, None);
    plan.unit("o", "sub-district-office", Some("s"), None, None);
    plan.unit("bureau", "government-bureau", None, None, None);
    for (i, (fault, a, b)) in faults.iter().enumerate() {
        community(&mut plan, i, fault, *a, *b);
    }
    plan
}

fn found(report: &Report) -> BTreeSet<Found> {
    let all = report.violations.iter();
    all.map(|v| (v.rule.clone(), v.subject.key.clone(), v.period.from, v.period.until)).collect()
}

fn years() -> Period {
    Period::new(day("2020-01-01"), Some(day("2025-01-01"))).unwrap()
}

#[test]
fn a_sound_organisation_breaks_nothing() {
    let faults = vec![("none", day("2021-01-01"), day("2021-06-01")); 3];
    let (organisation, _) = plan(&faults).load();
    let report = organisation.validate_over(years(), pack::cn(), &mut Unwatched).unwrap();
    assert_eq!(found(&report), BTreeSet::new());
    let decided = report.checks.iter().filter(|c| c.status == shequ::kernel::Status::Met).count();
    assert!(decided >= 40, "{decided}");
}

#[test]
fn every_planted_fault_is_found_on_its_days_and_none_is_invented() {
    let first = day("2020-02-01");
    let one = (0..900_i32, 1..420_i32).prop_map(move |(at, length)| {
        let a = first.plus_days(at).unwrap();
        (a, a.plus_days(length).unwrap())
    });
    let days = prop::collection::vec(one, FAULTS.len());
    let probes = prop::collection::vec(0..1_800_i32, 3);
    let chosen = prop::collection::vec(any::<bool>(), FAULTS.len());
    law((days, probes, chosen), |(days, probes, chosen)| {
        let faults: Vec<(&str, Day, Day)> = FAULTS
            .iter()
            .zip(&days)
            .zip(&chosen)
            .map(|((fault, (a, b)), on)| (if *on { *fault } else { "sound" }, *a, *b))
            .collect();
        let mut faults = faults;
        faults[0].0 = "none";
        let (organisation, expected) = plan(&faults).load();
        let report = organisation.validate_over(years(), pack::cn(), &mut Unwatched).unwrap();
        prop_assert_eq!(found(&report), expected.clone());
        for n in probes {
            let on = day("2020-01-01").plus_days(n).unwrap();
            let holds = |f: &&Found| f.2.is_none_or(|from| from <= on) && f.3.is_none_or(|until| on < until);
            let there: BTreeSet<Found> = expected.iter().filter(holds).cloned().collect();
            let report = organisation.validate(on, pack::cn(), &mut Unwatched).unwrap();
            prop_assert_eq!(found(&report), there);
        }
        Ok(())
    });
}
