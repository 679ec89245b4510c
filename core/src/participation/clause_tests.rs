//! Every clause of every pack that ships: at its number, one below and one above; or in a case that holds and one that fails.

use super::check::{Check, Known};
use super::{Counts, Facts, Tally};
use crate::kernel::{Day, Document, Status};
use crate::pack::{Base, Comparison, Deadline, Figure, Measure, Packs, Part, TimeUnit, When, cn, de, gb, pl, us};
use crate::wire::participation::FactsDraft;

/// What a comparison says of a number below (-1), at (0) and above (1) its bound.
fn expected(comparison: Comparison, side: i64) -> Status {
    let holds = match comparison {
        Comparison::AtLeast => side >= 0,
        Comparison::MoreThan => side > 0,
        Comparison::AtMost => side <= 0,
        Comparison::LessThan => side < 0,
    };
    if holds { Status::Met } else { Status::NotMet }
}

fn facts(fill: impl FnOnce(&mut FactsDraft)) -> Facts {
    let mut draft = FactsDraft::default();
    fill(&mut draft);
    Facts::check(draft).unwrap()
}

fn status_of(check: &Check, facts: &Facts) -> Status {
    let known = Known { counts: facts.counts(), facts: Some(facts), private: &[], calendar: None };
    check.status("clause", &known)
}

fn beside(n: u64, side: i64) -> u64 {
    n.checked_add_signed(side).unwrap()
}

/// A tally in which a part is so many of a base.
fn tally(part: Part, base: Base, n: u64, of: u64) -> Tally {
    let whole = if base == Base::Number { of + 10 } else { of };
    match part {
        Part::Yes => Tally::vote(whole, whole, n, whole - n, 0),
        Part::Present => Tally { entitled: Some(whole), present: Some(n), ..Tally::default() },
        Part::Proposing => Tally { entitled: Some(whole), proposing: Some(n), ..Tally::default() },
    }
}

/// The first and last day by plain arithmetic, and the calendar's months and years.
fn bounds(deadline: &Deadline, anchor: Day) -> (Option<Day>, Option<Day>) {
    let n = i32::try_from(deadline.n).unwrap();
    let days = match deadline.unit {
        TimeUnit::Day => Some(n),
        TimeUnit::ClearDay => Some(n + 1),
        TimeUnit::Week => Some(7 * n),
        _ => None,
    };
    match (deadline.when, days, deadline.unit) {
        (When::AtLeastBefore, Some(days), _) => (None, Some(anchor.plus_days(-days).unwrap())),
        (When::AtMostBefore, Some(days), _) => (Some(anchor.plus_days(-days).unwrap()), Some(anchor)),
        (When::AtLeastAfter, Some(days), _) => (Some(anchor.plus_days(days).unwrap()), None),
        (When::AtMostAfter, Some(days), _) => (Some(anchor), Some(anchor.plus_days(days).unwrap())),
        (When::AtMostAfter, None, TimeUnit::Month) => (Some(anchor), Some(anchor.plus_months(deadline.n).unwrap())),
        (When::AtMostAfter, None, TimeUnit::Year) => (Some(anchor), Some(anchor.plus_years(deadline.n).unwrap())),
        other => panic!("no clause that ships is {other:?}"),
    }
}

fn try_number(id: &str, check: &Check, comparison: Comparison, at: u64, most: u64, make: impl Fn(u64) -> Facts) {
    for side in [-1, 0, 1] {
        if at == 0 && side < 0 || beside(at, side) > most {
            continue;
        }
        let status = status_of(check, &make(beside(at, side)));
        assert_eq!(status, expected(comparison, side), "{id} at its number {side:+}");
    }
}

fn try_clause(id: &str, check: &Check) {
    let number = |figures: &[(Figure, u64)]| facts(|draft| draft.numbers = figures.iter().copied().collect());
    match check {
        Check::Votes(test) => {
            let (of, at) = if test.base == Base::Number { (test.p, test.p) } else { (60 * test.q, 60 * test.p) };
            let most = if test.base == Base::Number { u64::MAX } else { of };
            try_number(id, check, test.written(), at, most, |n| {
                let mut counts = Counts::default();
                *counts.tally_mut(test.measure) = tally(test.part, test.base, n, of);
                Facts::of(counts).unwrap()
            });
        }
        Check::Composition(test, part, base) => {
            let (of, at) = (60 * test.q, 60 * test.p);
            let most = if test.written() == Comparison::AtMost { u64::MAX } else { of };
            try_number(id, check, test.written(), at, most, |n| number(&[(*part, n), (*base, of)]));
        }
        Check::Range(range, figure) => {
            assert!(!range.usual(), "{id}: what is usual decides nothing");
            if let Some(least) = range.least() {
                try_number(id, check, Comparison::AtLeast, least, range.most().unwrap_or(u64::MAX), |n| {
                    number(&[(*figure, n)])
                });
            }
            if let Some(most) = range.most().filter(|most| range.least().is_none_or(|least| least < *most)) {
                try_number(id, check, Comparison::AtMost, most, u64::MAX, |n| number(&[(*figure, n)]));
            }
        }
        Check::Surplus(surplus) => {
            let with = |n: u64| number(&[(Figure::Seats, 30), (Figure::Candidates, n)]);
            // Thirty seats: a third of them is ten.
            let times = |ratio: &crate::kernel::Ratio| {
                let whole =
                    if surplus.of_seats { ratio.clone() * crate::kernel::Ratio::from(30_u64) } else { ratio.clone() };
                30 + whole.to_string().parse::<u64>().unwrap()
            };
            let (least, most) = (surplus.least.as_ref().map(times), surplus.most.as_ref().map(times));
            if let Some(least) = least {
                assert_eq!(
                    [least - 1, least].map(|n| status_of(check, &with(n))),
                    [Status::NotMet, Status::Met],
                    "{id}"
                );
            }
            if let Some(most) = most {
                assert_eq!([most, most + 1].map(|n| status_of(check, &with(n))), [Status::Met, Status::NotMet], "{id}");
            }
        }
        Check::Deadline(deadline) => {
            let anchor: Day = "2026-06-15".parse().unwrap();
            let on =
                |event: Day| facts(|draft| draft.days = [(deadline.event, event), (deadline.anchor, anchor)].into());
            let (first, last) = bounds(deadline, anchor);
            for (bound, inside, outside) in [(first, 1, -1), (last, -1, 1)] {
                let Some(bound) = bound else { continue };
                let try_on = |days: i32| status_of(check, &on(bound.plus_days(days).unwrap()));
                assert_eq!(
                    [try_on(inside), try_on(0), try_on(outside)],
                    [Status::Met, Status::Met, Status::NotMet],
                    "{id}"
                );
            }
        }
        Check::Predicate { not, .. } => {
            let none = facts(|_| {});
            let answered = |so: bool| {
                let known =
                    Known { counts: none.counts(), facts: Some(&none), private: &[("clause", so)], calendar: None };
                check.status("clause", &known)
            };
            assert_eq!([answered(!*not), answered(*not)], [Status::Met, Status::NotMet], "{id}");
            assert_eq!(status_of(check, &none), Status::Unknown, "{id}");
        }
        Check::SecondCall | Check::Body(..) => {}
    }
}

#[test]
fn every_clause_decides_at_its_number_and_beside_it() {
    let mut tried = 0;
    for packs in [cn(), de(), gb(), us(), pl()] {
        for id in packs.clause_ids() {
            for (_, clause) in packs.versions(id) {
                if let Some(check) = Check::read(clause.content()) {
                    try_clause(id, &check);
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 90, "{tried}");
}

/// What nobody has read, and what is known only second-hand, decides nothing whatever the facts; what nobody dates needs consent.
#[test]
fn certainty_reaches_every_verdict() {
    use crate::kernel::Certainty;
    let (mut unread, mut secondary, mut undated) = (0, 0, 0);
    for packs in [cn(), de(), gb(), us(), pl()] {
        let rules = packs.at("2026-03-01".parse().unwrap());
        for clause in rules.clauses() {
            let decisive = |rules: &crate::pack::Rules| rules.decisive(clause.id()).unwrap().is_ok();
            let dated = rules.clone().accepting_undated();
            match clause.certainty() {
                Certainty::Unread => {
                    assert!(!decisive(&dated.accepting_secondary()), "{}", clause.id());
                    unread += 1;
                }
                Certainty::Secondary => {
                    assert!(!decisive(&dated) && decisive(&dated.clone().accepting_secondary()), "{}", clause.id());
                    secondary += 1;
                }
                _ if clause.undated() => {
                    assert!(!decisive(&rules) && decisive(&dated), "{}", clause.id());
                    undated += 1;
                }
                _ => assert!(decisive(&rules) || !clause.superseded_by().is_empty(), "{}", clause.id()),
            }
        }
    }
    assert!(unread > 40 && secondary >= 6 && undated >= 8, "{unread} {secondary} {undated}");
}

fn verdict(packs: &Packs, day: &str, question: &str, rest: &str) -> super::Verdict {
    let facts = Facts::parse(&format!("{{\"format\": \"shequ.facts/1\", {rest}}}")).unwrap();
    packs.at(day.parse().unwrap()).decide(question, &facts).unwrap()
}

#[test]
fn the_villagers_law_answers_until_the_end_of_2025() {
    let villagers = |present: u64| {
        format!("\"body\": \"villagers\", \"heads\": {{\"entitled\": 400, \"present\": {present}, \"yes\": 101}}")
    };
    let status = |day: &str, facts: &str| verdict(cn(), day, "villagers.assembly.resolution", facts).status();
    assert_eq!([200, 201].map(|n| status("2025-12-31", &villagers(n))), [Status::NotMet, Status::Met]);
    let after = verdict(cn(), "2026-01-01", "villagers.assembly.resolution", &villagers(201));
    assert_eq!((after.status(), after.missing().len()), (Status::Unknown, 0));
    // Two thirds of the households are enough where half of the villagers are not there.
    let households = |present: u64| {
        format!(
            "\"body\": \"household-representatives\", \"heads\": {{\"entitled\": 400, \"present\": 100, \"yes\": 51}}, \
             \"households\": {{\"entitled\": 150, \"present\": {present}}}"
        )
    };
    assert_eq!([99, 100].map(|n| status("2025-12-31", &households(n))), [Status::NotMet, Status::Met]);
}

/// Art. 22(1) asks more than half of the villagers or two thirds of the households: the facts say which of them met.
#[test]
fn the_villagers_assembly_names_its_body() {
    let of = |facts: &str| verdict(cn(), "2025-12-31", "villagers.assembly.resolution", facts);
    let heads = "\"heads\": {\"entitled\": 150, \"present\": 80, \"yes\": 41}";
    // 80 of 150 representatives are more than half of some heads, and are not two thirds of the households.
    let open = of(heads);
    assert_eq!((open.status(), open.missing()[0].as_str()), (Status::Unknown, "body"));
    let under_heads = of(&format!("\"body\": \"household-representatives\", {heads}"));
    let missing = ["households.entitled", "households.present"].map(str::to_owned);
    assert_eq!((under_heads.status(), under_heads.missing()), (Status::Unknown, missing.to_vec()));
    let counted = "\"households\": {\"entitled\": 150, \"present\": 80}";
    assert_eq!(of(&format!("\"body\": \"household-representatives\", {heads}, {counted}")).status(), Status::NotMet);
    assert_eq!(of(&format!("\"body\": \"villagers\", {heads}")).status(), Status::Met);
    // Where both have come in number, or neither, it does not matter which.
    let both = |heads: u64, households: u64| {
        let text = format!(
            "\"heads\": {{\"entitled\": 400, \"present\": {heads}, \"yes\": 201}}, \
             \"households\": {{\"entitled\": 150, \"present\": {households}}}"
        );
        let verdict = of(&text);
        (verdict.status(), verdict.missing())
    };
    assert_eq!(both(400, 100), (Status::Met, Vec::new()));
    assert_eq!(both(400, 99), (Status::Unknown, vec!["body".to_owned()]));
    let verdict = of(&format!("\"body\": \"villagers\", {heads}"));
    let (zh, en) =
        (verdict.explain().render(crate::kernel::Lang::Zh), verdict.explain().render(crate::kernel::Lang::En));
    assert!(en.contains("whether it is composed of household representatives: not met"), "{en}");
    assert!(zh.contains("组成是否为户的代表") && zh.contains("是该组成的依后者，否则依前者"), "{zh}");
    let written = verdict.view().require;
    assert_eq!(
        crate::kernel::canonical(&written).unwrap(),
        r#"{"all":[{"body":{"household-representatives":"cn.vc.assembly.quorum.households","villagers":"cn.vc.assembly.quorum"}},"cn.vc.assembly.decision"]}"#
    );
    let record = verdict.record().unwrap();
    assert!(super::verify(&record, cn(), None, None).unwrap().ok);
    // A by-law that lets half of the heads decide whoever they are is shown the representatives of too few households.
    let by_law = crate::pack::Pack::parse(
        r#"
        format = "shequ.pack/1"
        id = "village"
        label = "village"
        layer = "charter"
        read_on = "2025-01-01"
        extends = ["cn.villagers"]
        instruments = [{ id = "c", title = "Charter", from = "2020-01-01" }]
        [[questions]]
        id = "village.decides"
        label = "decides"
        under = "villagers.assembly.resolution"
        require = { all = ["cn.vc.assembly.quorum", "cn.vc.assembly.decision"] }
        "#,
    );
    let found = super::lint(&cn().at("2025-12-31".parse().unwrap()), &by_law.unwrap()).unwrap();
    let refused = found.iter().find(|f| f.is_refused()).unwrap();
    let words = refused.text.get(crate::kernel::Lang::En);
    assert!(words.contains("composed of household representatives"), "{words}");
}

/// Every clause of that law, and every question of its pack: nothing is taken from the text before.
#[test]
fn nothing_of_the_villagers_law_decides_from_2026_on() {
    let (before, after) = (cn().at("2025-12-31".parse().unwrap()), cn().at("2026-01-01".parse().unwrap()));
    let rules_of = |rules: &crate::pack::Rules| rules.clone().accepting_secondary().accepting_undated();
    let pack = cn().packs().iter().find(|pack| pack.id() == "cn.villagers").unwrap();
    for clause in pack.clauses() {
        let reason = rules_of(&after).decisive(clause.id()).unwrap().err();
        assert_eq!(reason, Some(crate::pack::Reason::Unread), "{}", clause.id());
        assert!(before.decisive(clause.id()).unwrap().is_ok(), "{}", clause.id());
    }
    let mut asked = 0;
    for id in cn().question_ids().filter(|id| id.starts_with("villagers.")) {
        let verdict = rules_of(&after).decide(id, &facts(|_| {})).unwrap();
        assert_eq!((verdict.status(), verdict.missing().len()), (Status::Unknown, 0), "{id}");
        asked += 1;
    }
    assert!(asked > 20, "{asked}");
}

/// A fact of which nobody says since when it is in force: the file that was read is named by the day of its version.
#[test]
fn an_undated_fact_decides_from_the_day_of_the_version_that_was_read() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/participation/law_facts.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("SKIPPED: {path} is not there");
        return;
    };
    let limits = crate::kernel::Limits::default();
    let list = crate::kernel::Syntax::Json.parse(&format!("{{\"facts\": {text}}}"), limits).unwrap();
    let Some(crate::kernel::Value::List(list)) = list.get("facts") else { panic!("no list of facts") };
    let (mut dated, mut open) = (0, 0);
    for fact in list {
        let field = |name: &str| fact.get(name).and_then(crate::kernel::Value::as_text).unwrap_or_default();
        if !field("in_force_from").is_empty() {
            continue;
        }
        let all = [cn(), de(), gb(), us(), pl()];
        let found = all.into_iter().flat_map(|packs| {
            let ours = |id: &&str| {
                *id == field("id") || id.strip_prefix(field("id")).is_some_and(|rest| rest.starts_with('.'))
            };
            packs.clause_ids().filter(ours).map(move |id| (packs, id)).collect::<Vec<_>>()
        });
        let version = field("source").rsplit_once('(').and_then(|(_, rest)| rest.split_once(").md"));
        let version: Option<Day> = version.map(|(day, _)| day.parse().unwrap());
        for (packs, id) in found {
            // As far as it is not superseded, and second-hand only for who accepts that.
            let decides = |day: Day| {
                let reason = packs.at(day).accepting_secondary().decisive(id).unwrap().err();
                reason.is_none_or(|reason| reason == crate::pack::Reason::Superseded)
            };
            if let Some(first) = version {
                assert!(decides(first) && !decides(first.plus_days(-1).unwrap()), "{id} from {first}");
                dated += 1;
            } else if packs.versions(id).all(|(_, clause)| clause.undated()) {
                let day: Day = "2026-03-01".parse().unwrap();
                assert!(!decides(day), "{id}");
                assert!(packs.at(day).accepting_secondary().accepting_undated().decisive(id).unwrap().is_ok(), "{id}");
                open += 1;
            }
        }
    }
    assert!(dated >= 45 && open >= 10, "{dated} {open}");
}

#[test]
fn the_property_regulations_yield_to_the_civil_code() {
    let facts = "\"heads\": {\"entitled\": 100, \"present\": 51}, \"area\": {\"entitled\": 1000, \"present\": 501}";
    assert_eq!(verdict(cn(), "2020-12-31", "property.quorum.2018", facts).status(), Status::Met);
    let after = verdict(cn(), "2021-01-01", "property.quorum.2018", facts);
    assert_eq!((after.status(), after.clauses()[0].reason), (Status::Unknown, Some(crate::pack::Reason::Superseded)));
    assert_eq!(verdict(cn(), "2021-01-01", "owners.participation", facts).status(), Status::NotMet);
}

/// The table of the parish councils' association: 9 seats 3, 10 to 12 seats 4, 13 to 15 seats 5, 16 to 18 seats 6; never below 3.
#[test]
fn a_parish_council_is_quorate_by_the_published_table() {
    for (seats, quorum) in [(5_u64, 3_u64), (9, 3), (10, 4), (12, 4), (13, 5), (15, 5), (16, 6), (18, 6)] {
        let rules = gb().at("2026-03-01".parse().unwrap()).accepting_undated();
        let question = rules.question("parish.council.quorum").unwrap();
        let with = |present: u64| {
            let heads = Tally { entitled: Some(seats), present: Some(present), ..Tally::default() };
            question.decide(&Counts { heads, ..Counts::default() }).unwrap().status()
        };
        assert_eq!([with(quorum - 1), with(quorum)], [Status::NotMet, Status::Met], "{seats} seats");
    }
}

#[test]
fn a_shared_cost_of_building_works_needs_votes_and_shares() {
    let with = |yes: u64, shares: u64| {
        let mut counts = Counts { heads: Tally::vote(30, 20, yes, 15 - yes, 5), ..Counts::default() };
        *counts.tally_mut(Measure::Shares) = Tally { entitled: Some(1_000), yes: Some(shares), ..Tally::default() };
        let question = de().at("2026-03-01".parse().unwrap()).question("weg.building-works.shared").unwrap();
        question.decide(&counts).unwrap().status()
    };
    assert_eq!([with(10, 500), with(11, 499), with(11, 500)], [Status::NotMet, Status::NotMet, Status::Met]);
}

/// Three weeks' notice, unless the matter is urgent (WEG, 24(4)).
#[test]
fn an_urgent_meeting_may_be_called_at_shorter_notice() {
    let with = |notice: &str, urgent: &str| {
        let facts = format!(
            "\"days\": {{\"last-meeting\": \"2025-04-01\", \"meeting\": \"2026-03-31\", \"notice\": \"{notice}\"}}, \"answers\": {{{urgent}}}"
        );
        verdict(de(), "2026-03-31", "weg.meeting", &facts)
    };
    let so = |so: bool| format!("\"de.weg.24(4).urgent\": {so}");
    assert_eq!(with("2026-03-10", "").status(), Status::Met);
    assert_eq!(
        [with("2026-03-11", &so(true)), with("2026-03-11", &so(false))].map(|v| v.status()),
        [Status::Met, Status::NotMet]
    );
    let open = with("2026-03-11", "");
    assert_eq!((open.status(), open.missing()), (Status::Unknown, vec!["answers.de.weg.24(4).urgent".to_owned()]));
}

/// Whoever is not registered in the village must apply, and not be on a roll elsewhere (art. 13).
#[test]
fn residence_and_consent_alone_put_nobody_on_the_roll() {
    let with = |request: bool, elsewhere: bool| {
        let facts = format!(
            "\"answers\": {{\"cn.vc.residence_alt\": true, \"cn.vc.residence_alt.consent\": true, \"cn.vc.residence_alt.request\": {request}, \"cn.vc.elsewhere\": {elsewhere}}}"
        );
        verdict(cn(), "2025-06-01", "villagers.registration.other", &facts).status()
    };
    assert_eq!(
        [with(true, false), with(false, false), with(true, true)],
        [Status::Met, Status::NotMet, Status::NotMet]
    );
}

/// No override but the one the law leaves open: a charter may lower the quorum of the second meeting, and not raise it.
#[test]
fn a_charter_may_lower_a_quorum_where_the_law_says_so() {
    let charter = |share: &str| {
        let text = format!(
            "format = \"shequ.pack/1\"\nid = \"bylaws\"\nlabel = \"Bylaws\"\nlayer = \"by-law\"\nread_on = \"2026-01-01\"\nextends = [\"us.ca-cid\"]\n\
             instruments = [{{ id = \"b\", title = \"Bylaws\", from = \"2025-01-01\" }}]\n\
             [[clauses]]\nid = \"us.ca.5115.second\"\ninstrument = \"b\"\narticle = \"1\"\ncertainty = \"text\"\nlabel = \"quorum\"\n\
             threshold = {{ part = \"present\", base = \"entitled\", measure = \"heads\", comparison = \"at-least\", share = \"{share}\" }}\n"
        );
        let packs = us().packs().iter().cloned().chain([crate::pack::Pack::parse(&text).unwrap()]);
        Packs::new(packs).map_err(|e| e.first().code())
    };
    assert!(charter("1/10").is_ok());
    assert!(us().packs().iter().any(|pack| pack.page().contains("<br>charter or by-law may move it: to ask less")));
    assert_eq!(charter("1/4").unwrap_err(), "override-refused");
}
