//! Meetings from petition to record.

use super::*;
use crate::kernel::{Document, Error, Lang, Status};
use crate::pack::{Pack, Packs};

pub(super) const CLUB: &str = include_str!("club.toml");
pub(super) const SPRING: &str = include_str!("club-meeting.toml");

pub(super) fn club() -> Packs {
    Packs::new([Pack::parse(CLUB).unwrap()]).unwrap()
}

pub(super) fn result(text: &str) -> MeetingResult {
    let meeting = Meeting::parse(text).unwrap();
    meeting.result(&club().at(meeting.day())).unwrap()
}

pub(super) fn changed(from: &str, to: &str) -> String {
    assert!(SPRING.contains(from), "{from}");
    SPRING.replacen(from, to, 1)
}

pub(super) fn faults(error: &Error) -> Vec<(String, &'static str)> {
    error.faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

pub(super) fn refused(text: &str) -> Vec<(String, &'static str)> {
    faults(&Meeting::parse(text).unwrap_err())
}

pub(super) fn one(path: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(path.to_owned(), code)]
}

/// The status of each check of the meeting by its word.
fn statuses(text: &str) -> Vec<(String, Status)> {
    result(text).view().checks.iter().map(|c| (c.check.clone(), c.status)).collect()
}

fn status(text: &str, word: &str) -> Status {
    statuses(text).into_iter().find(|(check, _)| check == word).unwrap().1
}

fn item(text: &str, key: &str) -> AgendaItemView {
    result(text).view().items.iter().find(|i| i.item.as_str() == key).unwrap().clone()
}

#[test]
fn a_meeting_from_petition_to_posting() {
    let result = result(SPRING);
    let view = result.view();
    assert_eq!(view.status, Status::Met, "{}", result.explain().render(Lang::En));
    let words: Vec<&str> = view.checks.iter().map(|c| c.check.as_str()).collect();
    assert_eq!(words, ["petition", "convening", "notice", "proxies", "quorum"]);
    assert!(view.checks.iter().all(|c| c.status == Status::Met) && view.unchecked.is_empty());
    assert!(view.missing.is_empty() && view.void.is_empty());
    assert_eq!(view.after[0].status, Status::Met);
    let garden = &view.items[0];
    assert_eq!(garden.status, Status::Met);
    assert_eq!(garden.motion.as_ref().unwrap().get(Lang::En), "a garden for 30,000");
    let keys = |list: &[crate::kernel::Key]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!((keys(&garden.adopted), keys(&garden.fallen)), (vec!["smaller".into()], vec!["pond".into()]));
    let lamp = &view.items[1];
    // 26 of 51 with the casting vote is more than half of the 51 who are present: the one who did not vote stays one of them.
    assert_eq!((lamp.status, lamp.polls[0].tie, lamp.polls[0].casting), (Status::Met, true, Some(Status::Met)));
    for lang in [Lang::En, Lang::Zh] {
        let (words, html) = (result.explain().render(lang), result.explain().render_html(lang));
        assert!(words.contains("2 × 26 > 51") && html.contains("2 × 26 &gt; 51"), "{words}");
    }
    let minutes = result.minutes(Lang::En);
    assert!(minutes.contains("heads: 51 (of 100)") && minutes.contains("a garden for 30,000"), "{minutes}");
}

/// Each threshold at the number, one below and one above.
#[test]
fn thresholds_at_one_below_and_one_above() {
    let petition = |n: u64| status(&changed("proposing = 10", &format!("proposing = {n}")), "petition");
    assert_eq!([9, 10, 11].map(petition), [Status::NotMet, Status::Met, Status::Met]);
    let convening =
        |d: u32| status(&changed("convening = \"2026-04-11\"", &format!("convening = \"2026-04-{d}\"")), "convening");
    assert_eq!([10, 11, 12].map(convening), [Status::Met, Status::Met, Status::NotMet]);
    let notice = |d: u32| status(&changed("notice = \"2026-04-13\"", &format!("notice = \"2026-04-{d}\"")), "notice");
    assert_eq!([12, 13, 14].map(notice), [Status::Met, Status::Met, Status::NotMet]);
    let present = |n: u64| {
        let text = changed("in_person = 48", &format!("in_person = {n}"));
        let text = text[..text.find("[[agenda]]").unwrap()].replace("days =", "agenda = []\ndays =");
        status(&text, "quorum")
    };
    // With three by proxy: 50, 51, 52 of 100.
    assert_eq!([47, 48, 49].map(present), [Status::NotMet, Status::Met, Status::Met]);
    let posted = |d: u32| {
        result(&changed("publication = \"2026-04-23\"", &format!("publication = \"2026-04-{d}\""))).view().after[0]
            .status
    };
    assert_eq!([22, 23, 24].map(posted), [Status::Met, Status::Met, Status::NotMet]);
    let vote = |yes: u64| item(&changed("yes = 26, no = 25", &format!("yes = {yes}, no = 24")), "garden").status;
    assert_eq!([23, 24, 25].map(vote), [Status::NotMet, Status::NotMet, Status::Met]);
}

#[test]
fn a_short_notice_voids_every_item_with_its_clause() {
    let late = result(&changed("notice = \"2026-04-13\"", "notice = \"2026-04-14\""));
    let view = late.view();
    let void = &view.void[0];
    assert_eq!((void.check.as_str(), void.clause.as_deref()), ("notice", Some("club.notice")));
    assert_eq!(void.citation.as_ref().unwrap().article, "3");
    assert!(view.items.iter().all(|item| item.status == Status::NotMet));
    assert!(late.minutes(Lang::En).contains("void by: a week's notice (Charter, art. 3)"));
    // A decision that was posted late stands.
    let posted = result(&changed("publication = \"2026-04-23\"", "publication = \"2026-04-30\""));
    assert_eq!((posted.view().after[0].status, posted.view().items[0].status), (Status::NotMet, Status::Met));
}

#[test]
fn a_second_call_has_its_lower_quorum() {
    let text = |call: &str, present: u64| {
        let text = changed("second_call = false", call);
        let text = text.replace("in_person = 48", &format!("in_person = {present}"));
        text[..text.find("[[agenda]]").unwrap()].replace("days =", "agenda = []\ndays =")
    };
    let quorum = |call: &str, present| status(&text(call, present), "quorum");
    assert_eq!([16, 17, 18].map(|n| quorum("second_call = true", n)), [Status::NotMet, Status::Met, Status::Met]);
    assert_eq!(quorum("second_call = false", 17), Status::NotMet);
    // Where it is not said which call it was, only what both say is said.
    assert_eq!([10, 17, 48].map(|n| quorum("", n)), [Status::NotMet, Status::Unknown, Status::Met]);
    assert_eq!(result(&text("", 17)).view().missing, ["second_call"]);
}

#[test]
fn what_is_not_known_is_asked_by_its_path() {
    let asked = |from: &str, to: &str| {
        let result = result(&changed(from, to));
        // What is not known is recorded as such, and verifies.
        assert!(verify_meeting(&result.record().unwrap(), &club(), None).unwrap().ok);
        result.view().missing.clone()
    };
    assert_eq!(asked("notice = \"2026-04-13\", ", ""), ["days.notice"]);
    assert_eq!(asked(", proposing = 10", ""), ["petition.households.proposing"]);
    assert_eq!(
        asked("decided_by = \"club.decides\"\non_agenda = true", "decided_by = \"club.decides\""),
        ["agenda[0].on_agenda"]
    );
    assert_eq!(
        asked("counted = { heads = { yes = 26, no = 25, abstain = 0 } }", "counted = { heads = { no = 25 } }"),
        ["agenda[0].polls[2].counted.heads.yes"]
    );
    assert_eq!(asked("holder = \"h2\", registered = \"2026-04-18\"", "holder = \"h2\""), ["proxies.registered"]);
    assert_eq!(
        asked(
            "holder = \"h2\", registered = \"2026-04-18\", near_relative = true",
            "holder = \"h2\", registered = \"2026-04-18\""
        ),
        ["proxies.near_relative"]
    );
    let unvoted = changed("    { counted = { heads = { yes = 26, no = 25, abstain = 0 } } },\n", "");
    assert_eq!(
        (item(&unvoted, "garden").status, item(&unvoted, "garden").missing),
        (Status::Unknown, vec!["agenda[0].polls".into()])
    );
    // An item that failed asks nothing.
    let lost = changed("yes = 26, no = 25", "yes = 20, no = 31")
        .replace("days = { petition", "numbers = { members = 5 }\ndays = { petition");
    assert_eq!((item(&lost, "garden").status, item(&lost, "garden").missing.len()), (Status::NotMet, 0));
}

#[test]
fn proxies_are_held_to_their_clauses() {
    let proxies = |from: &str, to: &str| status(&changed(from, to), "proxies");
    assert_eq!(proxies("giver = \"g3\", holder = \"h2\"", "giver = \"g3\", holder = \"h1\""), Status::NotMet);
    assert_eq!(proxies("registered = \"2026-04-17\"", "registered = \"2026-04-19\""), Status::NotMet);
    assert_eq!(
        proxies(
            "registered = \"2026-04-17\", near_relative = true",
            "registered = \"2026-04-17\", near_relative = false"
        ),
        Status::NotMet
    );
    let third = result(&changed("giver = \"g3\", holder = \"h2\"", "giver = \"g3\", holder = \"h1\""));
    assert_eq!(third.view().void[0].clause.as_deref(), Some("club.proxy.most"));
}

#[test]
fn proxies_that_cannot_be_are_refused_with_their_path() {
    let given = |list: &str, present: &str| {
        let from = SPRING.find("[proxies]").unwrap();
        let to = SPRING.find("[[agenda]]").unwrap();
        let text = format!("{}[proxies]\npresent = [{present}]\ngiven = [{list}]\n{}", &SPRING[..from], &SPRING[to..]);
        refused(&text)
    };
    let p = |giver: &str, holder: &str| format!("{{ giver = \"{giver}\", holder = \"{holder}\" }}");
    let three = |a: String, b: String, c: String| [a, b, c].join(", ");
    assert_eq!(
        given(&three(p("a", "b"), p("b", "c"), p("c", "a")), ""),
        one("meeting.proxies.given[0].holder", "delegation-circle")
    );
    assert_eq!(given(&p("a", "a"), ""), one("meeting.proxies.given[0].holder", "delegation-circle"));
    assert_eq!(
        given(&three(p("a", "h"), p("b", "a"), p("c", "h")), "\"h\""),
        one("meeting.proxies.given[1].holder", "proxy-passed-on")
    );
    assert_eq!(
        given(&three(p("a", "h"), p("b", "h"), p("c", "k")), "\"h\""),
        one("meeting.proxies.given[2].holder", "proxy-for-absent-proxy")
    );
    assert_eq!(
        given(&three(p("a", "h"), p("a", "h"), p("c", "h")), "\"h\", \"h\""),
        [
            ("meeting.proxies.present[1]".to_owned(), "proxy-holder-twice"),
            ("meeting.proxies.given[1].giver".to_owned(), "proxy-given-twice")
        ]
    );
    assert_eq!(
        given(&three(p("a", "h"), p("b", "h"), p("c", "h")), "\"h\", \"a\""),
        one("meeting.proxies.given[0].giver", "proxy-giver-present")
    );
    // A circle with a tail: the circle is told once, and the tail holds on to somebody who passed on.
    let told = given(&[p("t", "a"), p("a", "b"), p("b", "a")].join(", "), "");
    assert_eq!(
        told,
        [
            ("meeting.proxies.given[0].holder".to_owned(), "proxy-passed-on"),
            ("meeting.proxies.given[1].holder".to_owned(), "delegation-circle"),
        ]
    );
    assert_eq!(
        given(&p("a", "h"), "\"h\""),
        one("meeting.attendance.heads.by_proxy", "proxies-differ-from-attendance")
    );
    assert_eq!(
        refused(&changed("registered = \"2026-04-17\"", "registered = \"2026-04-21\"")),
        one("meeting.proxies.given[1].registered", "proxy-registered-after")
    );
}

/// What is late before the meeting voids it; what is late after it does not.
#[test]
fn a_timeline_says_what_follows_from_what_is_late() {
    let meeting = Meeting::parse(SPRING).unwrap();
    let (timeline, gaps) = meeting.timeline(&club().at(meeting.day())).unwrap();
    assert!(gaps.is_empty());
    let follows = |key: &str| {
        let step = timeline.procedure().draft().steps.iter().find(|s| s.key.as_str() == key).unwrap();
        step.consequence.as_ref().and_then(|c| c.clause.clone())
    };
    assert_eq!(follows("notice").as_deref(), Some("club.notice"));
    assert_eq!((follows("convening").as_deref(), follows("publication")), (Some("club.convening"), None));
    // Where another clause is enough, being late voids nothing.
    let either = changed("notice = \"club.notice\"", "notice = { any = [\"club.notice\", \"club.agenda\"] }");
    let meeting = Meeting::parse(&either).unwrap();
    let (timeline, _) = meeting.timeline(&club().at(meeting.day())).unwrap();
    let step = timeline.procedure().draft().steps.iter().find(|s| s.key.as_str() == "notice").unwrap();
    assert!(step.consequence.is_none());
}

/// A holder need not be entitled: nobody came themselves, and three outsiders act for three owners.
#[test]
fn holders_may_be_outsiders() {
    let text = changed("in_person = 48, by_proxy = 3", "in_person = 0, by_proxy = 3");
    let text = format!(
        "{}agenda = []\n{}",
        &text[..text.find("days =").unwrap()],
        &text[text.find("days =").unwrap()..text.find("[[agenda]]").unwrap()]
    );
    assert_eq!(status(&text, "proxies"), Status::Met);
    assert_eq!(status(&text, "quorum"), Status::NotMet);
}

/// A record holds the answers of the document: one to a sensitive clause is refused though nothing asks it.
#[test]
fn a_sensitive_answer_is_refused_though_nothing_asks_it() {
    let sensitive = r#"
        [[clauses]]
        id = "club.member"
        instrument = "charter"
        article = "99"
        certainty = "text"
        label = "m"
        predicate = { is = "party-member" }
    "#;
    let packs = Packs::new([Pack::parse(&format!("{CLUB}{sensitive}")).unwrap()]).unwrap();
    for (to, path) in [
        ("second_call = false\nanswers = { \"club.member\" = true }", "meeting.answers.club.member"),
        ("second_call = false", "meeting.agenda[0].answers.club.member"),
    ] {
        let mut text = changed("second_call = false", to);
        if path.contains("agenda") {
            text = text.replacen(
                "decided_by = \"club.decides\"",
                "decided_by = \"club.decides\"\nanswers = { \"club.member\" = true }",
                1,
            );
        }
        let meeting = Meeting::parse(&text).unwrap();
        assert_eq!(faults(&meeting.result(&packs.at(meeting.day())).unwrap_err()), one(path, "sensitive-answer-kept"));
    }
}

#[test]
fn numbers_that_cannot_be_are_refused_with_their_path() {
    for (from, to, path, code) in [
        (
            "in_person = 48, by_proxy = 3",
            "in_person = 98, by_proxy = 3",
            "attendance.heads.by_proxy",
            "more-proxies-than-absent",
        ),
        (
            "in_person = 48, by_proxy = 3",
            "in_person = 101, by_proxy = 3",
            "attendance.heads.in_person",
            "more-attending-than-entitled",
        ),
        (
            "yes = 26, no = 25, abstain = 0",
            "yes = 27, no = 25, abstain = 0",
            "agenda[0].polls[2].counted.heads.present",
            "more-votes-than-present",
        ),
        (
            "yes = 26, no = 25, abstain = 0",
            "yes = 26, no = 25, present = 52",
            "agenda[0].polls[2].counted.heads.present",
            "more-taking-part-than-attending",
        ),
        (
            "yes = 26, no = 25, abstain = 0",
            "yes = 26, no = 25, entitled = 101",
            "agenda[0].polls[2].counted.heads.entitled",
            "more-entitled-than-on-the-roll",
        ),
        (
            "yes = 26, no = 25, abstain = 0",
            "yes = 26, no = 25, proposing = 1",
            "agenda[0].polls[2].counted.heads.proposing",
            "meeting-tally-unfit",
        ),
        ("yes = 26, no = 25", "yes = -1, no = 25", "agenda[0].polls[2].counted.heads.yes", "wrong-kind"),
        ("yes = 26, no = 25", "yes = 26.0, no = 25", "agenda[0].polls[2].counted.heads.yes", "float-refused"),
        ("proposing = 10", "proposing = 51", "petition.households.proposing", "more-proposing-than-entitled"),
        ("proposing = 10", "proposing = 10, yes = 3", "petition.households.yes", "meeting-tally-unfit"),
        ("casting = \"yes\"", "casting = \"maybe\"", "agenda[1].polls[0].casting", "unknown-choice"),
        ("yes = 25, no = 25", "yes = 26, no = 25", "agenda[1].polls[0].casting", "casting-vote-without-tie"),
        ("casting_vote = \"club.casting\"\n", "", "agenda[1].polls[0].casting", "casting-vote-not-given"),
        ("key = \"lamp\"", "key = \"garden\"", "agenda[1].key", "agenda-item-twice"),
        ("amendments = \"furthest-first\"\n", "", "agenda[0].amendments", "amendments-without-order"),
        ("distance = 9", "", "agenda[0].amendments[2]", "amendment-without-distance"),
        ("excludes = [\"pond\"]", "excludes = [\"lake\"]", "agenda[0].amendments[0].excludes[0]", "unknown-amendment"),
        ("amendment = \"bigger\"", "amendment = \"huge\"", "agenda[0].polls[0].amendment", "unknown-amendment"),
        ("amendment = \"bigger\", ", "", "agenda[0].polls[2].amendment", "meeting-vote-twice"),
        ("distance = 9", "distance = 9\nwithdrawn = true", "agenda[0].polls[0].amendment", "amendment-withdrawn"),
        ("days = { petition", "days = { meeting = \"2026-04-21\", petition", "days.meeting", "meeting-day-differs"),
        (
            "agenda = \"club.agenda\"",
            "agenda = \"club.agenda\"\noff_agenda = \"allowed\"",
            "rules.off_agenda",
            "agenda-rules-twice",
        ),
        ("second_call = false", "proxies_counted = { counted = 3 }", "proxies_counted", "proxies-listed-and-counted"),
        ("second_call = false", "numbers = { women = 3, members = 2 }", "numbers.women", "more-than-whole"),
        ("chair = \"chair\"", "voters = [\"a\"]", "voters", "unknown-field"),
    ] {
        let found = refused(&changed(from, to));
        assert!(found.iter().any(|(p, c)| *p == format!("meeting.{path}") && *c == code), "{from} -> {to}: {found:?}");
    }
    // All of them at once.
    let many = changed("proposing = 10", "proposing = 51")
        .replace("in_person = 48", "in_person = 101")
        .replace("key = \"lamp\"", "key = \"garden\"");
    assert_eq!(refused(&many).len(), 3);
}

#[test]
fn what_no_pack_has_is_refused_when_it_is_asked() {
    for (from, to, path, code) in [
        ("notice = \"club.notice\"", "notice = \"club.nothing\"", "meeting.rules.notice", "unknown-clause"),
        (
            "decided_by = \"club.decides\"",
            "decided_by = { all = [\"club.x\"] }",
            "meeting.agenda[0].decided_by",
            "unknown-clause",
        ),
        (
            "casting_vote = \"club.casting\"",
            "casting_vote = \"club.x\"",
            "meeting.rules.casting_vote",
            "unknown-clause",
        ),
    ] {
        let meeting = Meeting::parse(&changed(from, to)).unwrap();
        assert_eq!(faults(&meeting.result(&club().at(meeting.day())).unwrap_err()), one(path, code));
    }
    let meeting = Meeting::parse(SPRING).unwrap();
    let other = meeting.result(&club().at("2026-04-21".parse().unwrap())).unwrap_err();
    assert_eq!(faults(&other), one("meeting.day", "facts-of-another-day"));
}

#[test]
fn an_item_that_was_not_posted_may_not_be_decided_unless_the_rules_allow() {
    let off = |rule: &str, on: &str| {
        let text = changed("agenda = \"club.agenda\"", rule);
        item(&text.replacen("on_agenda = true", on, 1), "garden").status
    };
    assert_eq!(off("agenda = \"club.agenda\"", "on_agenda = false"), Status::NotMet);
    assert_eq!(off("agenda = \"club.agenda\"", ""), Status::Unknown);
    for rule in ["", "off_agenda = \"refused\""] {
        assert_eq!(
            [off(rule, "on_agenda = true"), off(rule, "on_agenda = false"), off(rule, "")],
            [Status::Met, Status::NotMet, Status::Unknown]
        );
    }
    assert_eq!(
        [off("off_agenda = \"allowed\"", "on_agenda = false"), off("off_agenda = \"allowed\"", "")],
        [Status::Met; 2]
    );
}

#[test]
fn amendments_are_voted_on_in_their_order() {
    let order = |polls: &[&str], rule: &str| {
        let one = |key: &&str| match *key {
            "" => "{ counted = { heads = { yes = 26, no = 25 } } }".to_owned(),
            "smaller" => "{ amendment = \"smaller\", counted = { heads = { yes = 30, no = 20 } } }".to_owned(),
            key => format!("{{ amendment = \"{key}\", counted = {{ heads = {{ yes = 20, no = 30 }} }} }}"),
        };
        let (from, to) = (SPRING.find("polls = [").unwrap(), SPRING.find("[[agenda.amendments]]").unwrap());
        let polls = polls.iter().map(one).collect::<Vec<_>>().join(", ");
        let text = format!("{}polls = [{polls}]\n{}", &SPRING[..from], &SPRING[to..]);
        item(&text.replace("\"furthest-first\"", &format!("\"{rule}\"")), "garden").status
    };
    assert_eq!(order(&["bigger", "smaller", ""], "furthest-first"), Status::Met);
    assert_eq!(order(&["smaller", "bigger", ""], "furthest-first"), Status::NotMet);
    assert_eq!(order(&["smaller", "bigger", ""], "as-listed"), Status::Met);
    // The pond fell; the motion waits for the rest.
    assert_eq!(order(&["bigger", "smaller", "pond", ""], "furthest-first"), Status::NotMet);
    assert_eq!(order(&["smaller", ""], "furthest-first"), Status::NotMet);
    assert_eq!(order(&["bigger", "", "smaller"], "furthest-first"), Status::NotMet);
}

#[test]
fn a_casting_vote_counts_only_on_a_tie_and_only_if_a_clause_gives_it() {
    assert_eq!(item(SPRING, "lamp").status, Status::Met);
    assert_eq!(item(&changed("casting = \"yes\"", "casting = \"no\""), "lamp").status, Status::NotMet);
    assert_eq!(item(&changed(", casting = \"yes\"", ""), "lamp").status, Status::NotMet);
    // The clause named gives none.
    let none = item(&changed("casting_vote = \"club.casting\"", "casting_vote = \"club.notice\""), "lamp");
    assert_eq!((none.status, none.polls[0].casting), (Status::NotMet, Some(Status::NotMet)));
    // A clause that nobody has read: it is not known whether the chair could.
    let unread = CLUB.replace("counting = [\"casting-vote\"]", "unread = true").replacen(
        "article = \"8\"\ncertainty = \"text\"",
        "article = \"8\"\ncertainty = \"unread\"",
        1,
    );
    let packs = Packs::new([Pack::parse(&unread).unwrap()]).unwrap();
    let meeting = Meeting::parse(SPRING).unwrap();
    let lamp = meeting.result(&packs.at(meeting.day())).unwrap().view().items[1].clone();
    assert_eq!((lamp.status, lamp.polls[0].casting), (Status::Unknown, Some(Status::Unknown)));
}

#[test]
fn abstentions_and_invalid_votes_count_by_the_base() {
    let vote = |rule: &str, abstain: u64, invalid: u64| {
        let text = changed("decided_by = \"club.decides\"", &format!("decided_by = \"{rule}\""));
        let counted = format!("yes = 20, no = 19, abstain = {abstain}, invalid = {invalid}");
        let text = text.replace("yes = 26, no = 25, abstain = 0", &counted);
        item(&text, "garden").polls[2].status
    };
    // Of yes and no, neither counts; of the valid votes abstentions do; of those present both do.
    assert_eq!([vote("club.majority", 0, 0), vote("club.majority", 6, 6)], [Status::Met; 2]);
    assert_eq!([vote("club.valid", 0, 12), vote("club.valid", 1, 0)], [Status::Met, Status::NotMet]);
    assert_eq!([vote("club.present", 0, 0), vote("club.present", 0, 12)], [Status::NotMet; 2]);
}

/// A body that must meet within a year of its last meeting (German condominium owners, § 24(1) and (4)), and by a majority of
/// shares of which all are counted in whole parts (§ 21(2) no. 1).
#[test]
fn a_cadence_is_a_deadline_from_the_last_meeting_and_shares_are_a_measure() {
    let on = |day: &str, shares: u64| {
        let text = format!(
            r#"{{"format": "shequ.meeting/1", "id": "w", "label": "owners", "day": "{day}", "rules": {{"notice": "weg.meeting"}},
            "days": {{"last-meeting": "2025-03-10", "notice": "2026-02-16"}}, "answers": {{"de.weg.24(4).urgent": false}},
            "agenda": [{{"key": "a", "label": "a", "decided_by": "weg.building-works.shared", "on_agenda": true,
                "polls": [{{"counted": {{"heads": {{"yes": 7, "no": 3}}, "shares": {{"entitled": 1000, "yes": {shares}}}}}}}]}}]}}"#
        );
        let meeting = Meeting::parse(&text).unwrap();
        let result = meeting.result(&crate::pack::de().at(meeting.day())).unwrap();
        (result.view().status, result.view().items[0].status)
    };
    assert_eq!(on("2026-03-09", 500), (Status::Met, Status::Met));
    assert_eq!(on("2026-03-10", 501), (Status::Met, Status::Met));
    assert_eq!(on("2026-03-10", 499), (Status::Met, Status::NotMet));
    assert_eq!(on("2026-03-11", 500), (Status::NotMet, Status::NotMet));
    // Three weeks' notice.
    assert_eq!(on("2026-03-08", 500), (Status::NotMet, Status::NotMet));
}

#[test]
fn a_later_law_is_unknown_and_not_the_old_one() {
    let text = r#"{"format": "shequ.meeting/1", "id": "r", "label": "residents", "day": "DAY", "rules": {},
        "attendance": {"heads": {"entitled": 100, "in_person": 60}},
        "agenda": [{"key": "a", "label": "a", "decided_by": "residents.assembly.resolution", "on_agenda": true,
            "polls": [{"counted": {"heads": {"yes": 31, "no": 29}}}]}]}"#;
    let on = |day: &str| {
        let meeting = Meeting::parse(&text.replace("DAY", day)).unwrap();
        meeting.result(&crate::pack::cn().at(meeting.day())).unwrap().view().items[0].status
    };
    assert_eq!([on("2025-12-31"), on("2026-01-01")], [Status::Met, Status::Unknown]);
}
