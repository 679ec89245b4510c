//! Elections by hand, at the numbers of the law, with bad input, and one from roll to record.

use super::*;
use crate::kernel::{Document, Lang, Status, canonical};
use crate::wire::participation_election::{ElectionView, PollCheck, StandingView, VacancyFill};

pub(super) const LICHENG: &str = include_str!("../../../../examples/licheng/year/election/run.toml");

pub(super) fn run(text: &str) -> Election {
    Election::parse(text).unwrap()
}

fn code(text: &str) -> (String, &'static str) {
    let error = Election::parse(text).unwrap_err();
    (error.first().path().to_owned(), error.first().code())
}

/// The Licheng run cut after so many polls.
fn polls(n: usize) -> String {
    let marks: Vec<usize> = LICHENG.match_indices("[[polls]]").map(|(at, _)| at).collect();
    LICHENG.get(..marks.get(n).copied().unwrap_or(LICHENG.len())).unwrap().to_owned()
}

fn elected(view: &ElectionView) -> Vec<(String, usize, ElectedBy)> {
    view.elected.iter().map(|e| (e.candidate.to_string(), e.poll, e.by)).collect()
}

fn standing<'v>(view: &'v ElectionView, poll: usize, key: &str) -> &'v StandingView {
    view.polls[poll].candidates.iter().find(|c| c.candidate.as_str() == key).unwrap()
}

fn check<'v>(checks: &'v [PollCheck], word: &str) -> &'v PollCheck {
    checks.iter().find(|c| c.check == word).unwrap()
}

#[test]
fn licheng_from_roll_to_record() {
    let run = run(LICHENG);
    assert_eq!(run.on_roll(), (1201, 1201));
    let result = run.result();
    let view = result.view();
    // First poll, by hand: 810 took part, so 406 yes are needed.
    let votes: Vec<(&str, u64)> = view.polls[0].candidates.iter().map(|c| (c.candidate.as_str(), c.yes)).collect();
    let by_hand =
        [("甲", 670), ("丙", 590), ("乙", 500), ("丁", 400), ("己", 400), ("戊", 390), ("庚", 200), ("辛", 80)];
    assert_eq!(votes, by_hand);
    assert_eq!(check(&view.polls[0].checks, "turnout").text, "2 × 810 > 1201");
    let ding = &standing(view, 0, "丁").win;
    assert_eq!((ding.text.as_str(), ding.margin, ding.status), ("2 × 400 <= 810", Some(6), Status::NotMet));
    // 391 did not vote: eleven of them with a yes give 丁 411 of 821; 190 with none leave 乙 500 of 1000.
    let added = |key: &str| standing(view, 0, key).win.added;
    assert_eq!((added("丁"), added("乙"), added("甲")), (Some(11), Some(190), None));
    let kinds = view.polls[0].ballots.unwrap();
    assert_eq!((kinds.marked, kinds.blank, kinds.over_full, kinds.spoiled), (770, 30, 6, 2));
    assert_eq!(standing(view, 0, "甲").no, 100);
    // Rerun, by hand: 690 ballots came back, so 230 are enough; 丁 490, 戊 and 己 310 each for one seat.
    let tie = view.polls[1].tie.as_ref().unwrap();
    assert_eq!(tie.candidates.iter().map(crate::kernel::Key::as_str).collect::<Vec<_>>(), ["己", "戊"]);
    assert_eq!(check(&view.polls[1].checks, "rerun-best-first").status, Status::Met);
    // Revote, tied again; then the lot, drawn with `sha256sum` outside of this library.
    let draw = &view.polls[2].tie.as_ref().unwrap().draws[0];
    assert_eq!(draw.digest.to_string(), "e9be96961b5c3696f995d7ed595e7ab2e2d74b6f3ee221133528d5666422b02d");
    assert_eq!(
        elected(view),
        [
            ("甲".to_owned(), 0, ElectedBy::Votes),
            ("丙".to_owned(), 0, ElectedBy::Votes),
            ("乙".to_owned(), 0, ElectedBy::Votes),
            ("丁".to_owned(), 1, ElectedBy::Votes),
            ("戊".to_owned(), 2, ElectedBy::Lot),
        ]
    );
    assert_eq!((view.state, view.open_seats, view.next.what), (ElectionState::Complete, 0, NextWhat::Nothing));
    let term = view.term.unwrap();
    assert_eq!((term.from.to_string(), term.until.to_string()), ("2025-07-01".into(), "2030-07-01".into()));
    assert!(view.cautions.is_empty(), "{:?}", view.cautions);
    let words = result.explain().render(Lang::En);
    assert!(words.contains("2 × 500 > 810") && words.contains("mod 2 = "), "{words}");
}

#[test]
fn licheng_says_what_follows_each_poll() {
    let next = |n: usize| run(&polls(n)).result().view().next.clone();
    let names = |n: usize| next(n).candidates.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(next(0).what, NextWhat::Poll);
    let rerun = next(1);
    assert_eq!((rerun.what, rerun.seats, rerun.must), (NextWhat::Rerun, 2, true));
    assert_eq!(names(1), ["丁", "己", "戊"]);
    assert_eq!(rerun.by.unwrap().to_string(), "2025-07-15");
    assert_eq!(rerun.clause.as_deref(), Some("cn.vc.rerun"));
    assert_eq!((next(2).what, next(2).seats, names(2)), (NextWhat::Revote, 1, vec!["己".to_owned(), "戊".to_owned()]));
    let unseeded = LICHENG.replace("tie = { seed = ", "tie = { casting = [], announced = \"2025-06-20\" }\n#");
    assert_eq!(run(&unseeded).result().view().next.what, NextWhat::DrawLot);
}

/// Ten on the roll, one seat or more, plain rules; `{}` takes the parts that a test changes.
fn small(rules: &str, top: &str, poll: &str) -> String {
    let base = r#"
        format = "shequ.election/1"
        id = "small"
        TOP
        [rules]
        id = "small"
        label = "small"
        seats = { least = 1, most = 5 }
        candidates = { surplus = "any" }
        order = "most-yes"
        RULES
        POLL
    "#;
    base.replace("TOP", top).replace("RULES", rules).replace("POLL", poll)
}

const PLAIN: &str = r#"
    ballot = { marks = ["yes", "no"], choose = "up-to-seats" }
    turnout = { part = "voters", base = "roll", comparison = "more-than", share = "1/2" }
    win = { share = { base = "voters", comparison = "more-than", share = "1/2" } }
    ties = ["lot"]
    shortfall = "leave-open"
"#;
const THREE: &str =
    "seats = 1\nroll = { voters = 10 }\ncandidates = [{ key = \"a\" }, { key = \"b\" }, { key = \"c\" }]";

fn first(ballots: &str, patterns: &str) -> String {
    format!("[[polls]]\nkind = \"first\"\nday = \"2025-06-15\"\nballots = {{ {ballots} }}\npatterns = [{patterns}]")
}

#[test]
fn thresholds_at_the_number_one_below_and_one_above() {
    // Turnout above a half of 10: 5 is void, 6 counts. Win above a half of 6: 3 fails, 4 wins.
    for (voters, yes, status, won) in [
        (5, 5, PollStatus::Void, false),
        (6, 3, PollStatus::Valid, false),
        (6, 4, PollStatus::Valid, true),
        (7, 3, PollStatus::Valid, false),
        (7, 4, PollStatus::Valid, true),
    ] {
        let rest = voters - yes;
        let ballots = format!("issued = {voters}, returned = {voters}, voters = {voters}");
        let patterns = format!("{{ yes = [\"a\"], count = {yes} }}, {{ no = [\"a\"], count = {rest} }}");
        let view = run(&small(PLAIN, THREE, &first(&ballots, &patterns))).result().view().clone();
        assert_eq!((view.polls[0].status, !view.elected.is_empty()), (status, won), "{voters} {yes}");
        if status == PollStatus::Void {
            assert_eq!(view.next.what, NextWhat::NewPoll);
        }
    }
    // A third of 9 ballots is 3: 3 is enough, 2 is not; of 10, 4 is.
    let third = PLAIN.replace(
        "voters\", comparison = \"more-than\", share = \"1/2\" } }",
        "returned\", comparison = \"at-least\", share = \"1/3\" } }",
    );
    for (returned, yes, won) in [(9, 3, true), (9, 2, false), (10, 3, false), (10, 4, true)] {
        let ballots = format!("issued = 10, returned = {returned}, voters = {returned}");
        let patterns = format!("{{ yes = [\"a\"], count = {yes} }}, {{ count = {} }}", returned - yes);
        let view = run(&small(&third, THREE, &first(&ballots, &patterns))).result().view().clone();
        assert_eq!(!view.elected.is_empty(), won, "{returned} {yes}");
    }
}

#[test]
fn ballots_are_reconciled_before_votes() {
    let of =
        |ballots: &str, patterns: &str| run(&small(PLAIN, THREE, &first(ballots, patterns))).result().view().clone();
    let all = "{ yes = [\"a\"], count = 8 }";
    for (ballots, word) in [
        ("issued = 11, returned = 8, voters = 8", "issued-within-roll"),
        ("issued = 8, returned = 8, voters = 9", "voters-within-issued"),
        // Electoral law, art. 44(1): more ballots than voters make the poll void.
        ("issued = 9, returned = 8, voters = 7", "returned-within-voters"),
        ("issued = 7, returned = 8", "returned-within-issued"),
        ("issued = 9, returned = 7, voters = 7", "counted-as-returned"),
    ] {
        let view = of(ballots, all);
        assert_eq!(check(&view.polls[0].checks, word).status, Status::NotMet, "{ballots}");
        assert_eq!((view.polls[0].status, view.elected.len()), (PollStatus::Void, 0), "{ballots}");
        assert_eq!(view.next.what, NextWhat::NewPoll);
    }
    let view = of("issued = 9, returned = 9, voters = 9", all);
    assert_eq!((view.polls[0].status, view.next.what), (PollStatus::Unknown, NextWhat::Count));
    assert_eq!(view.missing, ["polls[0].patterns"]);
    // A void poll is held again, and that one counts.
    let void = first("issued = 9, returned = 8, voters = 7", all);
    let again = void.replace("first", "new-poll").replace("voters = 7", "voters = 8").replace("06-15", "06-29");
    let view = run(&small(PLAIN, THREE, &format!("{void}\n{again}"))).result().view().clone();
    assert_eq!(elected(&view), [("a".to_owned(), 1, ElectedBy::Votes)]);
}

#[test]
fn a_fact_that_is_missing_leaves_open_only_what_it_decides() {
    // 6 to 9 took part: 6 of 10 are a turnout either way; 5 yes win of 9, 4 win of 6 and fail of 9.
    let of = |yes: u64| {
        let patterns = format!("{{ yes = [\"a\"], count = {yes} }}, {{ count = {} }}", 6 - yes);
        run(&small(PLAIN, THREE, &first("issued = 9, returned = 6", &patterns))).result().view().clone()
    };
    assert_eq!((of(5).polls[0].status, of(5).elected.len(), of(5).missing.len()), (PollStatus::Valid, 1, 0));
    assert_eq!((of(4).polls[0].status, of(4).elected.len()), (PollStatus::Unknown, 0));
    assert_eq!((of(4).next.what, of(4).missing), (NextWhat::Ask, vec!["polls[0].ballots.voters".to_owned()]));
    assert_eq!((of(3).polls[0].status, of(3).elected.len()), (PollStatus::Valid, 0));
    // An objection that is open may add or take away one: 10 or 12 on the roll, 6 are a turnout of 10 and of 11.
    let open = |voters: u64| {
        let objection = "objections = [{ filed = \"2025-05-24\" }]";
        let top = THREE.replace("voters = 10", &format!("voters = {voters}, {objection}"));
        let patterns = "{ yes = [\"a\"], count = 6 }";
        run(&small(PLAIN, &top, &first("issued = 6, returned = 6, voters = 6", patterns))).result().view().clone()
    };
    assert_eq!((open(10).polls[0].status, open(10).cautions[0].code.as_str()), (PollStatus::Valid, "objection-open"));
    assert_eq!((open(11).polls[0].status, open(11).missing), (PollStatus::Unknown, vec!["roll.objections".to_owned()]));
    assert_eq!(open(13).polls[0].status, PollStatus::Void);
}

#[test]
fn ties_are_told_and_broken_by_the_rule_that_is_named() {
    let tied = |rules: &str, more: &str| {
        let rules = PLAIN.replace("ties = [\"lot\"]", rules).replace(
            "win = { share = { base = \"voters\", comparison = \"more-than\", share = \"1/2\" } }",
            "win = {}",
        );
        let top = "seats = 2\nroll = { voters = 10 }\ncandidates = [{ key = \"a\", seniority = 1 }, { key = \"b\", seniority = 3 }, { key = \"c\", seniority = 1 }, { key = \"d\" }]";
        let patterns = "{ yes = [\"a\"], count = 2 }, { yes = [\"b\"], count = 2 }, { yes = [\"c\"], count = 2 }, { yes = [\"d\"], count = 1 }";
        let poll = first("issued = 7, returned = 7, voters = 7", patterns);
        run(&small(&rules, top, &format!("{poll}\n{more}"))).result().view().clone()
    };
    let names = |view: &ElectionView| view.elected.iter().map(|e| e.candidate.to_string()).collect::<Vec<_>>();
    // Three with 2 for two seats: nobody is elected until the tie is broken.
    let lot = tied("ties = [\"lot\"]", "");
    assert_eq!((names(&lot).len(), lot.next.what, lot.next.candidates.len()), (0, NextWhat::DrawLot, 3));
    assert_eq!(standing(&lot, 0, "a").outcome, StandingOutcome::Tied);
    let drawn = tied("ties = [\"lot\"]", "tie = { seed = \"7\" }");
    assert_eq!((names(&drawn).len(), drawn.cautions[0].code.as_str()), (2, "seed-announced-late"));
    // By seniority b comes first; a and c are equal: one seat goes on to the next rule.
    let senior = tied("ties = [\"seniority\", \"casting-vote\"]", "");
    assert_eq!((names(&senior), senior.next.what), (vec!["b".to_owned()], NextWhat::CastingVote));
    assert_eq!(senior.next.candidates.iter().map(crate::kernel::Key::as_str).collect::<Vec<_>>(), ["a", "c"]);
    let cast = tied("ties = [\"seniority\", \"casting-vote\"]", "tie = { casting = [\"c\"] }");
    let by: Vec<_> = cast.elected.iter().map(|e| (e.candidate.as_str(), e.by)).collect();
    assert_eq!(by, [("b", ElectedBy::Seniority), ("c", ElectedBy::CastingVote)]);
    let stuck = tied("ties = [\"seniority\"]", "");
    assert_eq!((names(&stuck).len(), stuck.next.what), (1, NextWhat::Seniority));
}

#[test]
fn draws_are_those_of_sha256sum() {
    let tied: Vec<_> = ["e", "b", "a", "d", "c"].iter().map(|k| k.parse().unwrap()).collect();
    let draws = draw("2026-03-02 07 11 24 30", &tied, 3).unwrap();
    let drawn: Vec<_> = draws.iter().map(|d| (d.remainder, d.drawn.as_str())).collect();
    assert_eq!(drawn, [(2, "c"), (1, "b"), (2, "e")]);
    assert_eq!(draw("", &tied, 1).unwrap_err().first().code(), "lot-seed");
    assert_eq!(draw("a\nb", &tied, 1).unwrap_err().first().code(), "lot-seed");
}

#[test]
fn bad_input_is_told_with_its_place() {
    let good = "issued = 8, returned = 8, voters = 8";
    let of = |patterns: &str| code(&small(PLAIN, THREE, &first(good, patterns)));
    let at = |path: &str, code: &'static str| (format!("election.{path}"), code);
    assert_eq!(of("{ yes = [\"x\"], count = 8 }"), at("polls[0].patterns[0].yes[0]", "not-a-candidate"));
    assert_eq!(of("{ yes = [\"a\"], no = [\"a\"], count = 8 }"), at("polls[0].patterns[0].no[0]", "ballot-name-twice"));
    assert_eq!(of("{ yes = [\"a\"], count = -1 }"), at("polls[0].patterns[0].count", "wrong-kind"));
    assert_eq!(of("{ yes = [\"a\"], count = 9000000000000000 }"), at("polls[0].patterns[0].count", "poll-too-many"));
    let rules = |from: &str, to: &str| code(&small(&PLAIN.replace(from, to), THREE, ""));
    assert_eq!(rules("ties = [\"lot\"]", "ties = []"), at("rules.ties", "election-without-tie-rule"));
    assert_eq!(rules("ties = [\"lot\"]", "ties = [\"revote\"]"), at("rules.revote_turnout", "election-revote-turnout"));
    assert_eq!(rules("[\"yes\", \"no\"]", "[\"no\"]"), at("rules.ballot.marks", "election-ballot-without-yes"));
    assert_eq!(rules("share = \"1/2\"", "share = \"3/2\""), at("rules.turnout.share", "election-share"));
    assert_eq!(rules("share = \"1/2\"", "share = 0.5"), at("rules.turnout.share", "float-refused"));
    let poll = first(good, "{ yes = [\"a\"], count = 8 }");
    let twice = |second: &str| code(&small(PLAIN, THREE, &format!("{poll}\n{}", poll.replace("\"first\"", second))));
    assert_eq!(twice("\"first\""), at("polls[1].kind", "poll-not-due"));
    assert_eq!(twice("\"rerun\""), at("polls[1].kind", "poll-not-due"));
    let two = THREE.replace("\"b\"", "\"a\"");
    assert_eq!(code(&small(PLAIN, &two, "")), at("candidates[1].key", "candidate-twice"));
    let many = THREE.replace("seats = 1", "seats = 6");
    assert_eq!(code(&small(PLAIN, &many, "")), at("seats", "election-seats-outside"));
    let half = THREE.replace("voters = 10", "voters = 10, objections = [{ filed = \"2025-05-24\", change = 1 }]");
    assert_eq!(code(&small(PLAIN, &half, "")), at("roll.objections[0].decided", "objection-half-decided"));
    // Five faults are reported as five.
    let text = small(
        &PLAIN.replace("ties = [\"lot\"]", "ties = []").replace("[\"yes\", \"no\"]", "[\"no\"]"),
        &two,
        &first(good, ""),
    );
    assert!(Election::parse(&text).unwrap_err().count() >= 3);
}

#[test]
fn sums_give_what_patterns_give() {
    let poll = first(
        "issued = 9, returned = 9, voters = 9, spoiled = 1",
        r#"
        { yes = ["a"], count = 5 }, { yes = ["b"], no = ["a"], count = 1 }, { yes = ["a", "b"], count = 1 }, { count = 1 }"#,
    );
    let by_patterns = run(&small(PLAIN, THREE, &poll)).result().view().clone();
    let at = poll.find("patterns").unwrap();
    let sums = "sums = { over_full = 1, blank = 1, votes = [{ candidate = \"a\", yes = 5, no = 1 }, { candidate = \"b\", yes = 1 }] }";
    let by_sums = run(&small(PLAIN, THREE, &format!("{}{sums}", &poll[..at]))).result().view().clone();
    assert_eq!(by_patterns.polls[0], by_sums.polls[0]);
    let more = sums.replace("yes = 5", "yes = 7");
    let error = code(&small(PLAIN, THREE, &format!("{}{more}", &poll[..at])));
    assert_eq!(error, ("election.polls[0].sums.votes[0].yes".into(), "more-votes-than-ballots"));
}

#[test]
fn lists_are_equal_or_surplus_by_number_range_or_share() {
    // Electoral law, art. 31(2): a third to the whole more. Shanghai's measures, art. 12(3): one, or one to three more.
    for (surplus, text, status) in [
        ("\"equal\"", "3 > 1", Status::NotMet),
        ("{ exactly = 1 }", "3 > 2", Status::NotMet),
        ("{ exactly = 2 }", "3 = 3", Status::Met),
        ("{ range = { least = 1, most = 3 } }", "2 <= 3 <= 4", Status::Met),
        ("{ ratio = { least = \"1/3\", most = 1 } }", "3 > 2", Status::NotMet),
        ("{ ratio = { least = \"1/3\", most = 2 } }", "2 <= 3 <= 3", Status::Met),
    ] {
        let rules = small(PLAIN, THREE, "").replace("surplus = \"any\"", &format!("surplus = {surplus}"));
        let view = run(&rules).result().view().clone();
        assert_eq!((view.list[0].status, view.list[0].text.as_str()), (status, text), "{surplus}");
        assert_eq!(view.cautions.iter().any(|c| c.code == "list-irregular"), status == Status::NotMet);
    }
}

#[test]
fn a_seat_whose_election_is_void_is_open_again() {
    let challenge = LICHENG
        .replace("upheld = false\neffect = \"poll-void\"", "upheld = true\neffect = \"seat-void\"\ncandidate = \"乙\"");
    let view = run(&challenge).result().view().clone();
    assert_eq!((view.elected.len(), view.open_seats, view.next.what), (4, 1, NextWhat::Vacancy));
    let nobody = challenge.replace("candidate = \"乙\"", "candidate = \"庚\"");
    assert_eq!(code(&nobody), ("election.challenges[0].candidate".into(), "challenge-of-nothing"));
    // A poll found void after a complaint must be held again, so a rerun is not due.
    let void = LICHENG.replace("upheld = false", "upheld = true");
    assert_eq!(code(&void), ("election.polls[1].kind".into(), "poll-not-due"));
}

#[test]
fn vacancies_are_filled_by_the_next_who_passed() {
    let rules = format!(
        "{}\nvacancy = {{ fill = \"next-in-order\" }}",
        PLAIN.replace(
            "win = { share = { base = \"voters\", comparison = \"more-than\", share = \"1/2\" } }",
            "win = {}"
        )
    );
    let poll =
        first("issued = 7, returned = 7, voters = 7", "{ yes = [\"a\"], count = 4 }, { yes = [\"b\"], count = 3 }");
    let result = run(&small(&rules, THREE, &poll)).result();
    assert_eq!(result.election().rules().draft().vacancy.as_ref().unwrap().fill, VacancyFill::NextInOrder);
    assert_eq!(result.next_in_order().iter().map(crate::kernel::Key::as_str).collect::<Vec<_>>(), ["b"]);
    assert!(run(LICHENG).result().next_in_order().is_empty());
}

#[test]
fn recall_by_petition_and_poll() {
    let run = run(LICHENG);
    let rules = run.rules();
    // A fifth of 1201 is 240.2.
    assert_eq!(rules.petition("voters", 240, 1201).unwrap().status, Status::NotMet);
    assert_eq!(rules.petition("voters", 241, 1201).unwrap().status, Status::Met);
    assert_eq!(rules.petition("representatives", 10, 30).unwrap().status, Status::Met);
    assert_eq!(rules.petition("council", 1, 1).unwrap_err().first().code(), "recall-unknown-petitioner");
    let poll =
        |voters, yes, no| rules.recall(RecallPoll { roll: Some(1201), voters, yes, no, ..RecallPoll::default() });
    assert_eq!(poll(Some(600), Some(500), Some(100)).unwrap().status, Status::NotMet);
    assert_eq!(poll(Some(601), Some(301), Some(300)).unwrap().status, Status::Met);
    assert_eq!(poll(Some(602), Some(301), Some(300)).unwrap().status, Status::NotMet);
    assert_eq!(poll(None, Some(301), Some(300)).unwrap().status, Status::Unknown);
    // More ballots than voters.
    let more = RecallPoll { roll: Some(1201), voters: Some(700), returned: Some(701), yes: Some(600), no: Some(90) };
    assert_eq!(rules.recall(more).unwrap().status, Status::NotMet);
    assert_eq!(rules.recall(RecallPoll { returned: Some(700), ..more }).unwrap().status, Status::Met);
    let words = poll(Some(601), Some(301), Some(300)).unwrap().explain().render(Lang::En);
    assert!(words.contains("2 × 301 > 601"), "{words}");
    assert_eq!(poll(Some(601), Some(400), Some(300)).unwrap_err().first().code(), "more-votes-than-ballots");
}

#[test]
fn gaps_name_the_clauses_that_decide_nothing_on_a_day() {
    let run_of = run(LICHENG);
    let rules = run_of.rules();
    let on = |day: &str| crate::pack::cn().at(day.parse().unwrap());
    assert!(rules.clauses().len() >= 9, "{:?}", rules.clauses());
    assert_eq!(rules.gaps(&on("2025-06-15")).unwrap(), []);
    // The law as revised is not read: every clause is a gap.
    assert_eq!(rules.gaps(&on("2026-01-01")).unwrap().len(), rules.clauses().len());
    let words = run(LICHENG).result().explain_by(&on("2025-06-15")).render(Lang::Zh);
    assert!(words.contains("第15条第2款"), "{words}");
}

#[test]
fn nobody_is_elected_twice_by_being_written_in() {
    let written = LICHENG.replace("{ yes = [\"戊\"], count = 60 }", "{ yes = [\"戊\", \"甲\"], count = 60 }");
    assert_eq!(code(&written), ("election.polls[1].patterns[2].yes[1]".into(), "already-elected"));
}

#[test]
fn exactly_as_many_as_seats_or_void() {
    let rules = PLAIN.replace("\"up-to-seats\"", "\"exactly-seats\"");
    let top = THREE.replace("seats = 1", "seats = 2");
    let poll = first(
        "issued = 9, returned = 9, voters = 9",
        r#"{ yes = ["a", "b"], count = 6 }, { yes = ["a"], count = 1 }, { yes = ["a", "b", "c"], count = 1 }, { count = 1 }"#,
    );
    let view = run(&small(&rules, &top, &poll)).result().view().clone();
    let kinds = view.polls[0].ballots.unwrap();
    assert_eq!((kinds.marked, kinds.blank, kinds.over_full), (6, 1, 2));
    assert_eq!(view.elected.len(), 2);
}

#[test]
fn order_by_yes_less_no_and_a_base_of_yes_and_no() {
    let rules = PLAIN.replace(
        "base = \"voters\", comparison = \"more-than\", share = \"1/2\" } }",
        "base = \"yes-and-no\", comparison = \"more-than\", share = \"1/2\" } }",
    );
    let text = small(
        &rules,
        THREE,
        &first(
            "issued = 9, returned = 9, voters = 9",
            r#"{ yes = ["a"], count = 5 }, { yes = ["b"], no = ["a"], count = 3 }, { count = 1 }"#,
        ),
    );
    // By yes a is first with 5; less the no b is first with 3 to 2.
    let won = |text: &str| run(text).result().view().elected[0].candidate.to_string();
    assert_eq!(won(&text), "a");
    assert_eq!(won(&text.replace("order = \"most-yes\"", "order = \"yes-less-no\"")), "b");
    let view = run(&text).result().view().clone();
    assert_eq!(standing(&view, 0, "a").win.text, "2 × 5 > 8");
}

#[test]
fn a_by_election_is_for_the_rest_of_the_term() {
    let by = polls(0)
        .replace("seats = 5\n", "seats = 1\nkind = \"by-election\"\nterm_ends = \"2030-07-01\"\n")
        .replace("begins = \"2025-07-01\"", "begins = \"2027-03-01\"");
    let view = run(&by).result().view().clone();
    let term = view.term.unwrap();
    assert_eq!((term.from.to_string(), term.until.to_string()), ("2027-03-01".into(), "2030-07-01".into()));
    let none = by.replace("by_election = ", "# ");
    assert_eq!(code(&none), ("election.kind".into(), "election-no-by-election"));
}

#[test]
fn a_rerun_of_others_than_the_best_is_told() {
    // Only the rerun changes: its list and its ballots name 庚, who had fewer votes than 己.
    let at = polls(1).len();
    let text = format!("{}{}", polls(1), &polls(2)[at..].replace("\"己\"", "\"庚\""));
    let view = run(&text).result().view().clone();
    let order = check(&view.polls[1].checks, "rerun-best-first");
    // 庚 has place 7, 己 place 4; in numbers, the same in every language.
    assert_eq!((order.status, order.text.as_str()), (Status::NotMet, "7 > 4"));
    assert!(view.cautions.iter().any(|c| c.code == "list-irregular"));
    let words = run(&text).result().explain().render(Lang::En);
    assert!(words.contains("the list of candidates is not as the rules ask"), "{words}");
}

/// Who is certainly elected or out is so whatever the number of voters was; a void poll asks nothing.
#[test]
fn what_cannot_matter_is_not_asked() {
    let of =
        |ballots: &str, patterns: &str| run(&small(PLAIN, THREE, &first(ballots, patterns))).result().view().clone();
    // 9 to 10 took part: 6 yes win either way, 5 win of 9 and not of 10, and there is one seat.
    let two = "{ yes = [\"a\"], count = 6 }, { no = [\"a\"], count = 3 }";
    let wide = PLAIN.replace("\"up-to-seats\"", "\"any\"");
    let both = "{ yes = [\"a\", \"b\"], count = 5 }, { yes = [\"a\"], count = 1 }, { no = [\"a\"], count = 3 }";
    let view = run(&small(&wide, THREE, &first("issued = 10, returned = 9", both))).result().view().clone();
    assert_eq!(
        (standing(&view, 0, "b").win.status, standing(&view, 0, "b").outcome),
        (Status::Unknown, StandingOutcome::NotElected)
    );
    assert_eq!((view.polls[0].status, view.missing.len(), view.elected.len()), (PollStatus::Valid, 0, 1));
    // Not counted, and void already; an objection is open that the roll does not need.
    let view = of("issued = 11, returned = 9", two);
    assert_eq!((view.polls[0].status, view.missing.len()), (PollStatus::Void, 0));
    let uncounted = first("issued = 11, returned = 9", "").replace("patterns = []", "");
    assert_eq!(run(&small(PLAIN, THREE, &uncounted)).result().view().missing.len(), 0);
    let objection = "voters = 100, objections = [{ filed = \"2025-05-24\" }]";
    let top = THREE.replace("voters = 10", objection);
    let none = PLAIN.replace("turnout =", "# ");
    let view = run(&small(&none, &top, &first("issued = 9, returned = 9, voters = 9", "{ yes = [\"a\"], count = 6 }")));
    assert_eq!(view.result().view().missing, ["polls[0].patterns"]);
}

/// Nowhere in a run can it be written who cast a ballot: no field takes a voter.
#[test]
fn no_field_links_a_voter_to_a_ballot() {
    let good = "issued = 8, returned = 8, voters = 8";
    let of = |ballots: &str, patterns: &str| code(&small(PLAIN, THREE, &first(ballots, patterns)));
    for (ballots, pattern, path) in [
        (good, "{ voter = \"1-101\", yes = [\"a\"], count = 1 }", "polls[0].patterns[0].voter"),
        (good, "{ yes = [\"a\"], count = 1, voters = [\"1-101\"] }", "polls[0].patterns[0].voters"),
        ("issued = 8, returned = 8, voters = [\"1-101\"]", "{ count = 1 }", "polls[0].ballots.voters"),
        ("issued = 8, returned = 8, cast = [\"1-101\"]", "{ count = 1 }", "polls[0].ballots.cast"),
    ] {
        let found = of(ballots, pattern);
        assert_eq!(found.0, format!("election.{path}"));
        assert!(["unknown-field", "wrong-kind"].contains(&found.1), "{found:?}");
    }
    let roll = THREE.replace("voters = 10", "voters = [\"1-101\"]");
    assert_eq!(code(&small(PLAIN, &roll, "")), ("election.roll.voters".into(), "wrong-kind"));
    // The record holds less than the run: sums by candidate, no pattern, no salt.
    let text = canonical(&run(LICHENG).result().record().unwrap()).unwrap();
    for word in ["patterns", "\"salt\"", "0f1e2d3c", "nominators", "objections"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn what_nothing_asks_for_is_refused() {
    let chose = format!(
        "{}\ntie = {{ casting = [\"a\"] }}",
        first("issued = 9, returned = 9, voters = 9", "{ yes = [\"a\"], count = 9 }")
    );
    assert_eq!(code(&small(PLAIN, THREE, &chose)), ("election.polls[0].tie.casting".into(), "casting-vote-unasked"));
    let filed = LICHENG.find("[[challenges]]").unwrap();
    let early = |from: &str, to: &str| {
        assert!(LICHENG[filed..].contains(from), "{from}");
        code(&format!("{}{}", &LICHENG[..filed], LICHENG[filed..].replacen(from, to, 1)))
    };
    assert_eq!(
        early("filed = \"2025-", "filed = \"2024-"),
        ("election.challenges[0].filed".into(), "challenge-before-poll")
    );
    assert_eq!(
        early("effect = \"poll-void\"", "effect = \"poll-void\"\ncandidate = \"甲\""),
        ("election.challenges[0].candidate".into(), "challenge-names-candidate")
    );
}

#[test]
fn rules_that_say_something_else_than_their_clauses_are_told() {
    let on = |day: &str| crate::pack::cn().at(day.parse().unwrap());
    let differs = |text: &str, day: &str| {
        let found = run(text).rules().differs(&on(day)).unwrap();
        found.into_iter().map(|d| d.clause).collect::<Vec<_>>()
    };
    assert_eq!(differs(LICHENG, "2025-06-15"), Vec::<String>::new());
    for (from, to, clause) in [
        (
            "comparison = \"more-than\", share = \"1/2\", clause = \"cn.vc.turnout\"",
            "comparison = \"at-least\", share = \"1/2\", clause = \"cn.vc.turnout\"",
            "cn.vc.turnout",
        ),
        ("share = \"1/3\" }, clause = \"cn.vc.rerun\"", "share = \"1/4\" }, clause = \"cn.vc.rerun\"", "cn.vc.rerun"),
        ("term = { years = 5", "term = { years = 3", "cn.vc.term"),
        (
            "candidates = { surplus = { range = { least = 1 } }",
            "candidates = { surplus = { range = { least = 0 } }",
            "cn.vc.candidates",
        ),
    ] {
        assert!(LICHENG.contains(from), "{from}");
        assert_eq!(differs(&LICHENG.replacen(from, to, 1), "2025-06-15"), [clause], "{clause}");
    }
    // Nothing is compared with a text that nobody has read.
    assert_eq!(differs(LICHENG, "2026-01-01"), Vec::<String>::new());
}
