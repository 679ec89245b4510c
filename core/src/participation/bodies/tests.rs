#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use super::*;
use crate::kernel::{Calendar, Document, Error, Lang, Status};
use crate::organisation::Organisation;
use crate::pack::{Reason, Rules, cn};

fn rules(day: &str) -> Rules {
    cn().at(day.parse().unwrap())
}

fn codes(error: &Error) -> Vec<(String, &'static str)> {
    error.faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

fn body(rest: &str) -> Body {
    Body::parse(&format!(r#"{{"format": "shequ.body/1", "id": "b", "label": "B", "layer": "decision", {rest}}}"#))
        .unwrap()
}

fn status(rest: &str, day: &str) -> Status {
    body(rest).at(&rules(day)).unwrap().status
}

const VILLAGE: &str = "2025-06-01";

#[test]
fn shares_of_representatives_and_women_at_their_number_below_and_above() {
    let question = r#""composed": "representatives", "questions": ["villagers.representatives.composition"]"#;
    let of = |members: u64, representatives: u64, women: u64| {
        let numbers = format!(r#""members": {members}, "representatives": {representatives}, "women": {women}"#);
        status(&format!(r#"{question}, "numbers": {{{numbers}}}"#), VILLAGE)
    };
    assert_eq!([23, 24, 25].map(|n| of(30, n, 10)), [Status::NotMet, Status::Met, Status::Met]);
    assert_eq!([9, 10, 11].map(|n| of(30, 24, n)), [Status::NotMet, Status::Met, Status::Met]);
    // A third of 31 is not whole: eleven are enough, ten are not.
    assert_eq!([10, 11].map(|n| of(31, 25, n)), [Status::NotMet, Status::Met]);
    let open = body(&format!(r#"{question}, "numbers": {{"members": 30, "women": 12}}"#)).at(&rules(VILLAGE)).unwrap();
    assert_eq!((open.status, open.missing), (Status::Unknown, vec!["numbers.representatives".to_owned()]));
}

#[test]
fn the_size_of_a_committee_is_a_clause() {
    use Status::{Met, NotMet, Unknown};
    let of = |n: u64, clause: &str, day: &str| {
        let rest = format!(r#""composed": "representatives", "clauses": ["{clause}"], "numbers": {{"members": {n}}}"#);
        status(&rest, day)
    };
    assert_eq!([4, 5, 6, 8, 9, 10].map(|n| of(n, "cn.urc.members", VILLAGE)), [NotMet, Met, Met, Met, Met, NotMet]);
    assert_eq!([2, 3, 7, 8].map(|n| of(n, "cn.vc.members", VILLAGE)), [NotMet, Met, Met, NotMet]);
    // The law of 2026 was not read.
    assert_eq!(of(5, "cn.urc.members", "2026-01-01"), Unknown);
}

fn groups(households: u64, representatives: u64, day: &str) -> BodyCheck {
    let rest = format!(
        r#""composed": "representatives", "apportion": {{"by": "households-per-representative", "clause": "cn.vc.reps.apportion"}},
        "groups": [{{"key": "g", "households": {households}, "representatives": {representatives}}}]"#
    );
    body(&rest).at(&rules(day)).unwrap().checks.remove(0)
}

#[test]
fn five_to_fifteen_households_for_each_representative() {
    use Status::{Met, NotMet};
    let of = |households: u64, n: u64| groups(households, n, VILLAGE).status;
    assert_eq!([4, 5, 6, 14, 15, 16].map(|h| of(h, 1)), [NotMet, Met, Met, Met, Met, NotMet]);
    assert_eq!([14, 15, 16, 44, 45, 46].map(|h| of(h, 3)), [NotMet, Met, Met, Met, Met, NotMet]);
    assert_eq!(of(10, 0), NotMet);
    let check = groups(46, 3, VILLAGE);
    assert_eq!((check.found.unwrap().get(Lang::En), check.margin), ("5 × 3 <= 46 > 15 × 3", Some(1)));
    assert_eq!(check.citation.unwrap().article, "25(2)");
    assert_eq!(groups(46, 3, "2026-01-01").reason, Some(Reason::Unread));
}

#[test]
fn a_body_that_nothing_is_asked_of_is_not_found_right() {
    let bare = body(r#""composed": "representatives""#).at(&rules(VILLAGE)).unwrap();
    assert_eq!((bare.status, bare.checks.len()), (Status::Unknown, 0));
    let rest = r#""composed": "representatives", "clauses": ["cn.vc.reps.women"], "numbers": {"members": 30, "women": 10},
        "apportion": {"by": "households-per-representative", "clause": "cn.vc.reps.apportion"}"#;
    let open = body(rest).at(&rules(VILLAGE)).unwrap();
    assert_eq!((open.status, open.missing), (Status::Unknown, vec!["groups".to_owned()]));
}

#[test]
fn two_or_three_representatives_of_each_group() {
    let of = |n: u64| {
        status(
            &format!(
                r#""composed": "representatives", "apportion": {{"by": "representatives-per-group", "clause": "cn.urc.electors",
                "least": 2, "most": 3}}, "groups": [{{"key": "g", "representatives": {n}}}]"#
            ),
            VILLAGE,
        )
    };
    assert_eq!([1, 2, 3, 4].map(of), [Status::NotMet, Status::Met, Status::Met, Status::NotMet]);
}

#[test]
fn bodies_of_all_and_of_households_have_at_most_one_for_each() {
    let households = |n: u64| {
        status(&format!(r#""composed": "households", "numbers": {{"members": {n}, "households": 40}}"#), VILLAGE)
    };
    assert_eq!([39, 40, 41].map(households), [Status::Met, Status::Met, Status::NotMet]);
    let all =
        |n: u64| status(&format!(r#""composed": "all", "entitled": 100, "numbers": {{"members": {n}}}"#), VILLAGE);
    assert_eq!([99, 100, 101].map(all), [Status::Met, Status::Met, Status::NotMet]);
    let open = body(r#""composed": "all""#).at(&rules(VILLAGE)).unwrap();
    assert_eq!(
        (open.status, open.missing),
        (Status::Unknown, vec!["numbers.members".to_owned(), "entitled".to_owned()])
    );
}

#[test]
fn supervisors_are_no_members_of_the_committee_nor_their_relatives() {
    let of = |members: u64, relatives: &str| {
        let rest = format!(
            r#""composed": "representatives", "numbers": {{"members": 5}}, "incompatible": [{{"body": "committee",
            "clause": "cn.vc.supervisors.member", "members": {members}, "relatives_clause": "cn.vc.supervisors.relative"{relatives}}}]"#
        );
        body(&rest).at(&rules(VILLAGE)).unwrap()
    };
    assert_eq!(of(0, r#", "relatives": 0"#).status, Status::Met);
    assert_eq!(of(1, r#", "relatives": 0"#).status, Status::NotMet);
    assert_eq!(of(0, r#", "relatives": 1"#).status, Status::NotMet);
    let open = of(0, "");
    assert_eq!((open.status, open.missing), (Status::Unknown, vec!["incompatible[0].relatives".to_owned()]));
    assert!(of(1, "").explain().render(Lang::En).contains("art. 32"));
}

#[test]
fn who_is_in_two_bodies_is_counted_from_the_organisation() {
    let organisation = Organisation::parse(
        r#"{"format": "shequ.organisation/1", "title": "T", "units": [
        {"key": "c", "kind": "community", "name": "社区"},
        {"key": "s", "kind": "supervision-committee", "name": "议事监督委员会", "parent": "c"},
        {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"}],
        "posts": [{"key": "s1", "unit": "s", "title": "委员", "capacity": 3}, {"key": "r1", "unit": "r", "title": "委员", "capacity": 5}],
        "holders": [{"key": "h1"}, {"key": "h2"}, {"key": "h3"}],
        "holdings": [{"post": "s1", "holder": "h1"}, {"post": "s1", "holder": "h2"}, {"post": "r1", "holder": "h1"},
        {"post": "r1", "holder": "h2", "from": "2024"}, {"post": "r1", "holder": "h3"}]}"#,
    );
    let organisation = organisation.unwrap();
    let shared = |day: &str| shared_holders(&organisation.at(day.parse().unwrap()), "s", "r").unwrap();
    assert_eq!([shared("2023-06-01"), shared("2024-06-01"), shared("2025-06-01")], [(1, 1), (1, 2), (2, 2)]);
    let roster = organisation.at("2025-06-01".parse().unwrap()).joint_roster("c").unwrap();
    let counts = RosterCounts::of(&roster);
    let plain = format!("{:?}", crate::kernel::to_value(&counts).unwrap());
    assert!(counts.heads > 0 && !plain.contains("h1"), "{plain}");
    assert!(counts.explain().adds_up());
}

#[test]
fn every_fault_of_a_body_is_reported() {
    let text = r#"{"format": "shequ.body/1", "id": "b", "label": "B", "layer": "decision", "composed": "households", "entitled": 3,
        "numbers": {"members": 3, "women": 4, "representatives": 3}, "apportion": {"by": "representatives-per-group"},
        "groups": [{"key": "g", "representatives": 1}, {"key": "g", "representatives": 1}],
        "incompatible": [{"body": "x", "members": 4}, {"body": "x"}]}"#;
    assert_eq!(
        codes(&Body::parse(text).unwrap_err()),
        [
            ("body.groups".to_owned(), "body-field-unfit"),
            ("body.apportion".to_owned(), "body-field-unfit"),
            ("body.entitled".to_owned(), "body-field-unfit"),
            ("body.apportion".to_owned(), "body-apportion-without-numbers"),
            ("body.groups[1].key".to_owned(), "body-key-twice"),
            ("body.groups".to_owned(), "body-representatives-differ"),
            ("body.incompatible[0].members".to_owned(), "body-more-than-members"),
            ("body.incompatible[1].body".to_owned(), "body-key-twice"),
            ("body.numbers.women".to_owned(), "more-than-whole"),
        ]
    );
    let wrong = body(
        r#""composed": "representatives", "questions": ["nothing.here"], "clauses": ["no.clause", "cn.urc.recall"],
        "apportion": {"by": "representatives-per-group", "clause": "cn.vc.reps.apportion", "least": 1}"#,
    );
    let found = codes(&wrong.at(&rules(VILLAGE)).unwrap_err());
    assert_eq!(
        found,
        [
            ("body.questions[0]".to_owned(), "unknown-question"),
            ("body.clauses[0]".to_owned(), "unknown-clause"),
            ("body.clauses[1]".to_owned(), "body-clause-undecided"),
            ("body.apportion".to_owned(), "body-apportion-numbers-twice"),
        ]
    );
}

fn consultations(unit: &str, n: u32, answered: &str) -> Consultations {
    let text = format!(
        r#"{{"format": "shequ.consultations/1", "body": "d", "label": "协商", "answer": {{"n": {n}, "unit": "{unit}"}},
        "matters": [{{"key": "m", "day": "2025-04-28", "to": "office"{answered}}}]}}"#
    );
    Consultations::parse(&text).unwrap()
}

#[test]
fn an_answer_is_due_on_its_day_and_overdue_the_day_after() {
    let open = consultations("day", 10, "");
    let on = |day: &str| open.at(day.parse().unwrap(), None);
    let counts = |view: ConsultationView| (view.answers.open, view.answers.overdue, view.status);
    assert_eq!(counts(on("2025-05-07")), (1, 0, Status::Met));
    assert_eq!(counts(on("2025-05-08")), (1, 0, Status::Met));
    assert_eq!(counts(on("2025-05-09")), (0, 1, Status::NotMet));
    assert_eq!(on("2025-05-09").overdue[0].days, 1);
    // Before the advice there is nothing to answer.
    assert_eq!(on("2025-04-27").answers.all, 0);
    let answered = |day: &str| {
        let text = format!(r#", "answered": "{day}", "response": "declined""#);
        consultations("day", 10, &text).at("2025-06-01".parse().unwrap(), None)
    };
    let told = |view: ConsultationView| (view.answers.in_time, view.answers.late, view.declined);
    assert_eq!(
        ["2025-05-07", "2025-05-08", "2025-05-09"].map(|day| told(answered(day))),
        [(1, 0, 1), (1, 0, 1), (0, 1, 1)]
    );
    assert!(answered("2025-05-08").advisory);
}

#[test]
fn working_days_need_a_calendar() {
    // 1 to 5 May 2025 were days off: three working days after 28 April end on 6 May.
    let open = consultations("working-day", 3, "");
    let day = "2025-05-07".parse().unwrap();
    let without = open.at(day, None);
    assert_eq!((without.answers.unknown, without.status), (1, Status::Unknown));
    let with = open.at(day, Some(Calendar::cn()));
    assert_eq!((with.overdue[0].due.to_string(), with.overdue[0].days), ("2025-05-06".to_owned(), 1));
}

#[test]
fn residents_voices_are_set_against_units() {
    let input = |i: usize, voice: &str, about: &str| {
        format!(
            r#"{{"key": "k{i}", "day": "2025-03-01", "kind": "suggestion", "voice": "{voice}", "about": "{about}"}}"#
        )
    };
    let list = [
        input(0, "resident", "plan"),
        input(1, "resident", "plan"),
        input(2, "unit", "plan"),
        input(3, "unit", "lift"),
    ];
    let text = format!(
        r#"{{"format": "shequ.inputs/1", "label": "L", "answer": {{"n": 1, "unit": "month"}}, "inputs": [{}]}}"#,
        list.join(",")
    );
    let inputs = Inputs::parse(&text).unwrap();
    let day = "2025-03-02".parse().unwrap();
    assert_eq!(inputs.at(day, None).residents.unwrap().to_string(), "2/4");
    assert_eq!(inputs.about("plan", day, None).residents.unwrap().to_string(), "2/3");
    assert_eq!(inputs.about("nothing", day, None).residents, None);
    assert!(inputs.at(day, None).explain().adds_up());
}

#[test]
fn every_fault_of_answers_is_reported() {
    let text = r#"{"format": "shequ.consultations/1", "body": "d", "label": "协商", "answer": {"n": 0, "unit": "day"}, "matters": [
        {"key": "m", "day": "2025-04-28", "to": "o", "answered": "2025-04-27", "response": "partly"},
        {"key": "m", "day": "2025-04-28", "to": "o", "response": "accepted"}]}"#;
    assert_eq!(
        codes(&Consultations::parse(text).unwrap_err()),
        [
            ("consultations.answer.n".to_owned(), "answer-within-nothing"),
            ("consultations.matters[0].answered".to_owned(), "answer-before"),
            ("consultations.matters[1].key".to_owned(), "body-key-twice"),
            ("consultations.matters[1].answered".to_owned(), "answer-half"),
        ]
    );
}

fn charter(rest: &str) -> String {
    format!(
        r#"{{"format": "shequ.joint-charter/1", "conference": "j", "title": "章程", "from": "2024-01-01", {rest}}}"#
    )
}

const DECLARED: &str = r#""equal": true, "voluntary": true, "by_consultation": true,
    "goals": {"strengths": "a", "resources": "b", "activities": "c", "work": "d"}"#;

#[test]
fn a_quarter_without_a_session_is_named_once_it_is_over() {
    let of = |sessions: &str, day: &str| {
        let text = charter(&format!(r#"{DECLARED}, "every": "quarter", "sessions": [{sessions}]"#));
        JointCharter::parse(&text).unwrap().at(day.parse().unwrap())
    };
    let missed = |sessions: &str, day: &str| of(sessions, day).missed;
    assert!(missed(r#""2024-03-31""#, "2024-06-30").is_empty());
    assert_eq!(missed(r#""2024-03-31""#, "2024-07-01"), ["2024-Q2"]);
    assert!(missed(r#""2024-03-31", "2024-06-30""#, "2024-07-01").is_empty());
    assert_eq!(missed(r#""2024-04-01""#, "2024-07-01"), ["2024-Q1"]);
    assert_eq!(of(r#""2024-03-31""#, "2024-04-01").due.unwrap().to_string(), "2024-06-30");
    assert_eq!(of(r#""2024-04-01""#, "2024-04-01").due.unwrap().to_string(), "2024-09-30");
    assert_eq!(of(r#""2024-03-31", "2024-06-30""#, "2024-07-01").status, Status::Met);
}

#[test]
fn a_charter_says_each_principle_and_each_goal() {
    let of = |rest: &str| JointCharter::parse(&charter(rest)).unwrap().at("2024-02-01".parse().unwrap());
    let whole = of(&format!(r#"{DECLARED}, "every": "quarter""#));
    assert_eq!((whole.status, whole.fields.len()), (Status::Met, 7));
    assert_eq!(of(DECLARED).status, Status::Unknown, "no cadence");
    let silent = of(r#""every": "quarter", "equal": true"#);
    assert_eq!(silent.status, Status::Unknown);
    assert_eq!(silent.fields.iter().filter(|f| f.status == Status::Unknown).count(), 6);
    let forced =
        of(&format!(r#"{}, "every": "quarter""#, DECLARED.replace(r#""voluntary": true"#, r#""voluntary": false"#)));
    assert_eq!(forced.status, Status::NotMet);
    let text = charter(r#""until": "2024-01-01", "sessions": ["2023-12-31"]"#);
    assert_eq!(
        codes(&JointCharter::parse(&text).unwrap_err()),
        [
            ("charter.until".to_owned(), "charter-ends-before"),
            ("charter.sessions[0]".to_owned(), "charter-session-outside")
        ]
    );
}

#[test]
fn the_sessions_of_an_organisation_serve_as_well() {
    let organisation = Organisation::parse(
        r#"{"format": "shequ.organisation/1", "title": "T", "units": [{"key": "j", "kind": "joint-conference", "name": "联席会"}],
        "sessions": [{"unit": "j", "day": "2024-02-20"}, {"unit": "j", "day": "2023-02-20"}]}"#,
    );
    let organisation = organisation.unwrap();
    let charter = JointCharter::parse(&charter(&format!(r#"{DECLARED}, "every": "quarter""#))).unwrap();
    let view = charter.of(&organisation.at("2024-10-01".parse().unwrap())).unwrap();
    assert_eq!((view.sessions, view.missed), (1, vec!["2024-Q2".to_owned(), "2024-Q3".to_owned()]));
}

#[test]
fn layers_of_other_tiers_are_refused() {
    let layers =
        Layers::parse(r#"{"format": "shequ.layers/1", "title": "T", "layers": [{"tier": "judge", "duties": []}]}"#)
            .unwrap();
    let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": []}"#).unwrap();
    let duties =
        crate::organisation::Duties::parse(r#"{"format": "shequ.duties/1", "title": "D", "duties": []}"#).unwrap();
    let error = layers.at(&organisation.at("2024-01-01".parse().unwrap()), &duties, None).unwrap_err();
    assert_eq!(codes(&error), [("layers.layers[0].tier".to_owned(), "layers-unknown-tier")]);
}
