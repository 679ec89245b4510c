//! The casting vote of a chair in a plain decision.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use super::{CastingVote, Counts, Decisions, Detail, Facts, Record, Tally, verify};
use crate::kernel::Status::{Met, NotMet, Unknown};
use crate::kernel::{Document, Error, Lang, canonical};
use crate::pack::Measure::{Area, Heads, Households, Representatives};
use crate::pack::{Pack, Packs, Rules, cn, gb};
use crate::wire::{Column, Table};

fn parish() -> Rules {
    gb().at("2026-03-01".parse().unwrap()).accepting_undated()
}

fn facts(rest: &str) -> Facts {
    Facts::parse(&format!(r#"{{"format": "shequ.facts/1", {rest}}}"#)).unwrap()
}

fn council(present: u64, yes: u64, no: u64, casting: &str) -> Facts {
    facts(&format!(r#""heads": {{"entitled": 9, "present": {present}, "yes": {yes}, "no": {no}}}{casting}"#))
}

fn first(error: &Error) -> (String, &'static str) {
    (error.first().path().to_owned(), error.first().code())
}

/// Local Government Act 1972, schedule 12, paragraph 39: the person presiding has a second or casting vote.
#[test]
fn the_chair_of_a_parish_council_breaks_a_tie() {
    let status =
        |casting: &str| parish().decide("parish.council.decision", &council(6, 3, 3, casting)).unwrap().status();
    assert_eq!([status(""), status(r#", "casting": "yes""#), status(r#", "casting": "no""#)], [NotMet, Met, NotMet]);

    let verdict = parish().decide("parish.council.decision", &council(6, 3, 3, r#", "casting": "yes""#)).unwrap();
    assert_eq!((verdict.view().casting, verdict.missing().len(), verdict.unused().len()), (Some(Met), 0, 0));
    let sides = verdict.clauses()[2].sides.clone().unwrap().text.unwrap();
    assert_eq!(sides, "2 × 4 > 7");
    let (zh, en) = (verdict.explain().render(Lang::Zh), verdict.explain().render(Lang::En));
    assert!(en.contains("a tie, and the chair has a casting vote: met") && en.contains("casting vote: yes"), "{en}");
    assert!(zh.contains("票数相等，主持人有决定票") && zh.contains("决定票：同意"), "{zh}");
    // How surely the clause on the casting vote is known is told where it was used, and only there.
    let told = |verdict: &super::Verdict| {
        verdict.cautions().iter().filter(|c| c.clause.as_deref() == Some("en.lga.39.casting")).count()
    };
    let without = parish().decide("parish.council.decision", &council(6, 3, 3, "")).unwrap();
    assert_eq!((told(&verdict), told(&without), without.view().casting), (2, 0, None));
    assert!(!canonical(&without).unwrap().contains("casting"));
}

#[test]
fn it_is_nobody_more_who_came() {
    // Two of nine came: three are a quorum, and the second vote of the chair is no third member.
    let verdict = parish().decide("parish.council.decision", &council(2, 1, 1, r#", "casting": "yes""#)).unwrap();
    assert_eq!(verdict.status(), NotMet);
    assert_eq!(verdict.clauses().iter().map(|c| c.status).collect::<Vec<_>>(), [NotMet, NotMet, Met]);
}

#[test]
fn it_is_refused_where_there_is_no_tie_and_where_no_clause_gives_it() {
    let refused = |rest: &str| {
        let text = format!(
            r#"{{"format": "shequ.facts/1", "heads": {{"entitled": 9, "present": 6, {rest}}}, "casting": "yes"}}"#
        );
        first(&Facts::parse(&text).unwrap_err())
    };
    for rest in [r#""yes": 4, "no": 2"#, r#""yes": 2, "no": 4"#, r#""yes": 3"#, r#""yes": 0, "no": 0"#] {
        assert_eq!(refused(rest), ("facts.casting".to_owned(), "casting-vote-without-tie"), "{rest}");
    }
    let text = r#"{"format": "shequ.facts/1", "heads": {"yes": 3, "no": 3}, "casting": "chair"}"#;
    assert_eq!(first(&Facts::parse(text).unwrap_err()), ("facts.casting".to_owned(), "unknown-choice"));

    let tie = council(6, 3, 3, r#", "casting": "yes""#);
    let none = ("facts.casting".to_owned(), "question-without-casting-vote");
    assert_eq!(first(&parish().decide("parish.council.quorum", &tie).unwrap_err()), none);
    let residents = cn().at("2025-06-01".parse().unwrap());
    assert_eq!(first(&residents.decide("residents.assembly.resolution", &tie).unwrap_err()), none);

    // By tallies alone, too.
    let counts =
        |yes| Counts { heads: Tally::vote(9, 6, yes, 3, 0), casting: Some(CastingVote::Yes), ..Counts::default() };
    let question = parish().question("parish.council.decision").unwrap();
    assert_eq!(question.decide(&counts(3)).unwrap().status(), Met);
    assert_eq!(
        first(&question.decide(&counts(2)).unwrap_err()),
        ("facts.casting".to_owned(), "casting-vote-without-tie")
    );
    let other = residents.question("residents.assembly.resolution").unwrap();
    assert_eq!(first(&other.decide(&counts(3)).unwrap_err()), none);
    assert_eq!(Facts::of(counts(3)).unwrap().counts(), &counts(3));
}

/// A club whose rule on the casting vote nobody has read.
fn club() -> Rules {
    let pack = Pack::parse(
        r#"
        format = "shequ.pack/1"
        id = "club"
        label = "club"
        layer = "charter"
        read_on = "2026-01-01"
        instruments = [{ id = "c", title = "Charter", from = "2020-01-01" }]
        [[clauses]]
        id = "c.quorum"
        instrument = "c"
        certainty = "text"
        label = "quorum"
        threshold = { part = "present", base = "entitled", measure = "heads", comparison = "at-least", share = "1/2" }
        [[clauses]]
        id = "c.yes"
        instrument = "c"
        certainty = "text"
        label = "more yes than no"
        threshold = { part = "yes", base = "yes-and-no", measure = "heads", comparison = "more-than", share = "1/2" }
        [[clauses]]
        id = "c.casting"
        instrument = "c"
        certainty = "secondary"
        label = "casting"
        counting = ["casting-vote"]
        [[questions]]
        id = "c"
        label = "c"
        require = { all = ["c.quorum", "c.yes"] }
        counting = ["c.casting"]
        "#,
    );
    Packs::new([pack.unwrap()]).unwrap().at("2026-03-01".parse().unwrap())
}

#[test]
fn where_it_is_not_known_whether_the_chair_could_the_answer_stands_only_if_it_does_not_matter() {
    let yes = r#", "casting": "yes""#;
    let open = club().decide("c", &council(6, 3, 3, yes)).unwrap();
    assert_eq!((open.status(), open.view().casting, open.missing().len()), (Unknown, Some(Unknown), 0));
    assert!(open.explain().render(Lang::En).contains("known only second-hand"), "{}", open.explain().render(Lang::En));
    assert_eq!(club().decide("c", &council(6, 3, 3, r#", "casting": "no""#)).unwrap().status(), NotMet);
    // There is no quorum, whatever the chair may do.
    assert_eq!(club().decide("c", &council(4, 2, 2, yes)).unwrap().status(), NotMet);
    let sure = club().accepting_secondary().decide("c", &council(6, 3, 3, yes)).unwrap();
    assert_eq!((sure.status(), sure.view().casting), (Met, Some(Met)));
    assert_eq!(sure.cautions().iter().map(|c| c.code.as_str()).collect::<Vec<_>>(), ["secondary"]);
    let counts = Counts { heads: Tally::vote(9, 6, 3, 3, 0), casting: Some(CastingVote::Yes), ..Counts::default() };
    assert_eq!(club().question("c").unwrap().decide(&counts).unwrap().status(), Unknown);
    for verdict in [open, sure] {
        let record = verdict.record().unwrap();
        let packs = verdict.question().rules().packs().clone();
        assert!(verify(&record, &packs, None, None).unwrap().ok);
    }
}

#[test]
fn the_record_holds_it_and_verifies() {
    let held = council(6, 3, 3, r#", "casting": "yes""#);
    let record = parish().decide("parish.council.decision", &held).unwrap().record().unwrap();
    let text = canonical(&record).unwrap();
    assert!(text.contains("\"casting\":\"yes\"") && text.contains("\"casting\":\"met\""), "{text}");
    assert!(verify(&record, gb(), Some(&held), None).unwrap().ok);
    for (from, to) in [("\"casting\":\"yes\"", "\"casting\":\"no\""), ("\"casting\":\"met\"", "\"casting\":\"notMet\"")]
    {
        let changed = Record::parse(&text.replace(from, to)).unwrap();
        let differs = verify(&changed, gb(), None, None).unwrap().differs;
        let what: Vec<&str> = differs.iter().map(|d| d.what.as_str()).collect();
        assert_eq!(what, ["record", "verdict"], "{to}");
    }
    assert_ne!(held.digest().unwrap(), council(6, 3, 3, "").digest().unwrap());
}

#[test]
fn a_table_of_decisions_takes_it_as_a_column() {
    let ints = |list: [i64; 3]| Column::Int(list.map(Some).to_vec());
    let words = |list: [&str; 3]| Column::Text(list.map(|w| (!w.is_empty()).then(|| w.to_owned())).to_vec());
    let table = Table::new(vec![
        ("heads.entitled".to_owned(), ints([9; 3])),
        ("heads.present".to_owned(), ints([6; 3])),
        ("heads.yes".to_owned(), ints([3; 3])),
        ("heads.no".to_owned(), ints([3; 3])),
        ("casting".to_owned(), words(["yes", "no", ""])),
    ]);
    let table = table.unwrap();
    let question = parish().question("parish.council.decision").unwrap();
    let found = question.decide_table(&Decisions::of(&table).unwrap(), Detail::Margins).unwrap();
    assert_eq!(found.texts("status").unwrap(), ["met", "notMet", "notMet"]);
    assert_eq!(found.texts("deciding").unwrap()[0], "en.lga.39");
}

/// Each measure of persons can have the tie; the first that was counted has it.
#[test]
fn it_counts_in_the_measure_in_which_persons_were_counted() {
    let tally = Tally::vote(9, 6, 3, 3, 0);
    let tie = |counts: Counts| counts.tie();
    let of = |measure| {
        let mut counts = Counts::default();
        *counts.tally_mut(measure) = tally;
        tie(counts)
    };
    assert_eq!(
        [Heads, Representatives, Households].map(|m| of(m).map(|(m, _)| m)),
        [Some(Heads), Some(Representatives), Some(Households)]
    );
    assert_eq!(of(Area), None);
}
