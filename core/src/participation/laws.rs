//! Laws that hold for every decision, tried on generated facts beside a second implementation.

use proptest::prelude::*;

use super::test::Test;
use super::*;
use crate::kernel::{Document, Status};
use crate::pack::{Base, Comparison, Measure, Part, Rules, cn};
use crate::wire::participation::MarginKind;

fn on(day: &str) -> Rules {
    cn().at(day.parse().unwrap())
}

/// `SHEQU_FULL=1` raises the number of inputs; `SHEQU_SEED` replaces the seed, which is printed.
pub(super) fn cases(usual: u32) -> ProptestConfig {
    let seed = std::env::var("SHEQU_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(20_260_101);
    eprintln!("SHEQU_SEED={seed}");
    let cases = if std::env::var_os("SHEQU_FULL").is_some() { 10_000 } else { usual };
    let rng_seed = prop::test_runner::RngSeed::Fixed(seed);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

fn any_test() -> impl Strategy<Value = Test> {
    let combination = prop_oneof![
        Just((Part::Yes, Base::Entitled)),
        Just((Part::Yes, Base::Present)),
        Just((Part::Yes, Base::Valid)),
        Just((Part::Yes, Base::YesAndNo)),
        Just((Part::Present, Base::Entitled)),
        Just((Part::Yes, Base::Number)),
        Just((Part::Present, Base::Number)),
        Just((Part::Proposing, Base::Entitled)),
    ];
    let share = (1_u64..=7).prop_flat_map(|q| (0..=q, Just(q), any::<bool>()));
    (combination, share).prop_filter_map("a share that decides", |((part, base), (p, q, strict))| {
        let comparison = if strict { Comparison::MoreThan } else { Comparison::AtLeast };
        // A fixed number is a share of a base of one.
        let (p, q) = if base == Base::Number { (p + q, 1) } else { (p, q) };
        let decides = base == Base::Number || if strict { p < q } else { p > 0 };
        decides.then_some(Test { part, base, measure: Measure::Heads, comparison, negated: false, p, q })
    })
}

/// A test as a clause writes it, with `at-most` and `less-than` among its comparisons.
fn any_clause() -> impl Strategy<Value = Test> {
    (any_test(), any::<bool>()).prop_map(|(test, negated)| Test { negated, ..test })
}

pub(super) fn any_tally() -> impl Strategy<Value = Tally> {
    (0_u64..9, 0_u64..9, 0_u64..9, 0_u64..4, 0_u64..4, 0_u64..9, 0_u64..50).prop_map(
        |(yes, no, abstain, invalid, silent, away, proposing)| {
            let present = yes + no + abstain + invalid + silent;
            let proposing = Some(proposing % (present + away + 1));
            Tally { invalid: Some(invalid), proposing, ..Tally::vote(present + away, present, yes, no, abstain) }
        },
    )
}

/// A second implementation, in the words of the law: a share as a fraction of whole numbers, compared by subtraction.
pub(super) fn by_the_book(test: &Test, t: &Tally) -> bool {
    let base = match test.base {
        Base::Entitled => t.entitled.unwrap(),
        Base::Present => t.present.unwrap(),
        Base::Valid => t.yes.unwrap() + t.no.unwrap() + t.abstain.unwrap(),
        Base::YesAndNo => t.yes.unwrap() + t.no.unwrap(),
        Base::Number => 1,
    };
    let part = match test.part {
        Part::Yes => t.yes.unwrap(),
        Part::Present => t.present.unwrap(),
        Part::Proposing => t.proposing.unwrap(),
    };
    // Of nobody no share is reached, so anything is at most that.
    if base == 0 {
        return test.negated;
    }
    let ratio = |n: u64, d: u64| crate::kernel::Ratio::new(n.try_into().unwrap(), d.try_into().unwrap()).unwrap();
    let over = ratio(part, base) - ratio(test.p, test.q);
    let reached = !over.is_negative() && (test.comparison == Comparison::AtLeast || !over.is_zero());
    reached != test.negated
}

/// The tally after `m` switched or were added, in the direction that can flip the test: away from the share where it is reached,
/// to it where it is not; `None` where so many cannot.
fn changed(test: &Test, t: &Tally, kind: MarginKind, m: u64, met: bool) -> Option<Tally> {
    let mut t = *t;
    let take = |n: &mut Option<u64>, m: u64| -> u64 {
        let taken = m.min(n.unwrap());
        *n = Some(n.unwrap() - taken);
        taken
    };
    let add = |n: &mut Option<u64>, m: u64| *n = Some(n.unwrap() + m);
    match (kind, test.part, met) {
        (MarginKind::Switched, Part::Yes, true) => {
            (take(&mut t.yes, m) == m).then_some(())?;
            add(&mut t.no, m);
        }
        (MarginKind::Switched, Part::Yes, false) => {
            // Of those whom the base counts, the silent and invalid last.
            let mut left = m - take(&mut t.no, m);
            if test.base != Base::YesAndNo {
                left -= take(&mut t.abstain, left);
            }
            if matches!(test.base, Base::Present | Base::Entitled | Base::Number) {
                left -= take(&mut t.invalid, left);
                let silent = t.present.unwrap() - t.cast() - (m - left);
                left -= silent.min(left);
            }
            (left == 0).then_some(())?;
            add(&mut t.yes, m);
        }
        (MarginKind::Switched, Part::Proposing, true) => (take(&mut t.proposing, m) == m).then_some(())?,
        (MarginKind::Switched, Part::Proposing, false) => {
            (m <= t.entitled.unwrap() - t.proposing.unwrap()).then_some(())?;
            add(&mut t.proposing, m);
        }
        (MarginKind::Switched, _, true) => {
            // They leave; what they voted does not matter to this clause.
            (take(&mut t.present, m) == m).then_some(())?;
        }
        (MarginKind::Switched, _, false) => {
            (m <= t.entitled.unwrap() - t.present.unwrap()).then_some(())?;
            add(&mut t.present, m);
        }
        (MarginKind::Added, ..) => {
            (m <= t.entitled.unwrap() - t.present.unwrap()).then_some(())?;
            add(&mut t.present, m);
            add(if met { &mut t.no } else { &mut t.yes }, m);
        }
    }
    Some(t)
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn a_second_implementation_agrees(test in any_clause(), t in any_tally()) {
        prop_assert_eq!(test.status(&t) == Status::Met, by_the_book(&test, &t));
    }

    #[test]
    fn a_margin_flips_its_clause_and_one_less_does_not(test in any_clause(), t in any_tally()) {
        let met = by_the_book(&test, &t);
        let reached = met != test.negated;
        for (kind, margin) in [(MarginKind::Switched, test.switched(&t)), (MarginKind::Added, test.added(&t))] {
            let flips = |m: u64| changed(&test, &t, kind, m, reached).map(|t| by_the_book(&test, &t) != met);
            if let Some(m) = margin {
                    prop_assert_eq!(flips(m), Some(true), "{:?} {}", kind, m);
                    prop_assert!((0..m).all(|less| flips(less) == Some(false)), "{:?} {}", kind, m);
            } else {
                    let able = (1..60).find(|m| flips(*m) == Some(true));
                    prop_assert_eq!(able, None, "{:?}", kind);
            }
        }
    }

    #[test]
    fn a_vote_that_turns_to_yes_never_undoes(test in any_test(), t in any_tally()) {
        if by_the_book(&test, &t) {
            for source in ["no", "abstain", "invalid", "away"] {
                let mut after = t;
                let from = match source {
                    "no" => &mut after.no,
                    "abstain" => &mut after.abstain,
                    "invalid" => &mut after.invalid,
                    _ => &mut after.entitled,
                };
                if *from == Some(0) { continue; }
                if source == "away" {
                    if t.entitled == t.present { continue; }
                    after.present = after.present.map(|n| n + 1);
                } else {
                    *from = from.map(|n| n - 1);
                }
                after.yes = after.yes.map(|n| n + 1);
                prop_assert_eq!(test.status(&after), Status::Met);
            }
        }
    }

    #[test]
    fn an_abstention_moves_only_rules_whose_base_counts_it(test in any_test(), t in any_tally()) {
        let come = |entitled: u64| Tally {
            entitled: t.entitled.map(|n| n + entitled),
            abstain: t.abstain.map(|n| n + 1),
            present: t.present.map(|n| n + 1),
            ..t
        };
        // One who was not entitled; and one who was, and stayed away.
        let mut ways = vec![(come(1), true)];
        if t.present < t.entitled {
            ways.push((come(0), false));
        }
        for (after, counted) in ways {
            let moved = match (test.part, test.base) {
                (Part::Yes, Base::YesAndNo | Base::Number) => false,
                (Part::Yes, Base::Entitled) => counted,
                _ => true,
            };
            if !moved {
                prop_assert_eq!(test.status(&t), test.status(&after));
            } else if test.part == Part::Yes && test.status(&t) == Status::NotMet {
                prop_assert_eq!(test.status(&after), Status::NotMet);
            }
        }
    }

    /// Of a whole question, an abstention of one who stayed away moves only clauses whose part or base counts it.
    #[test]
    fn an_abstention_moves_only_such_clauses_of_a_question(heads in any_tally(), area in any_tally()) {
        let come = |t: Tally| Tally { abstain: t.abstain.map(|n| n + 1), present: t.present.map(|n| n + 1), ..t };
        if heads.present == heads.entitled || area.present == area.entitled { return Ok(()); }
        let (before, after) = (Counts { heads, area, ..Counts::default() }, Counts { heads: come(heads), area: come(area), ..Counts::default() });
        for (packs, day) in [(cn(), "2026-03-01"), (cn(), "2025-06-01"), (crate::pack::de(), "2026-03-01"), (crate::pack::us(), "2026-03-01")] {
            let rules = packs.at(day.parse().unwrap()).accepting_secondary().accepting_undated();
            for question in packs.question_ids().filter_map(|id| rules.question(id).ok()) {
                let (was, is) = (question.decide(&before).unwrap(), question.decide(&after).unwrap());
                for (i, leaf) in question.inner.leaves.iter().enumerate() {
                    let Some(test) = leaf.votes() else { continue };
                    let counted = test.part == Part::Present || matches!(test.base, Base::Present | Base::Valid);
                    prop_assert!(counted || was.clause(i) == is.clause(i), "{}", leaf.id);
                }
            }
        }
    }

    /// Of a whole question, a no, an abstention or an absence that turns to yes never turns met into not met.
    #[test]
    fn a_vote_that_turns_to_yes_never_undoes_a_question(heads in any_tally(), area in any_tally(), source in 0_u8..3) {
        let turn = |mut t: Tally| -> Option<Tally> {
            let less = |n: Option<u64>| n.and_then(|n| n.checked_sub(1));
            match source {
                0 => t.no = Some(less(t.no)?),
                1 => t.abstain = Some(less(t.abstain)?),
                _ => {
                    (t.present < t.entitled).then_some(())?;
                    t.present = t.present.map(|n| n + 1);
                }
            }
            t.yes = t.yes.map(|n| n + 1);
            Some(t)
        };
        let (Some(new_heads), Some(new_area)) = (turn(heads), turn(area)) else { return Ok(()) };
        for id in ["owners.ordinary", "owners.special", "owners.participation"] {
            let question = on("2026-03-01").question(id).unwrap();
            let was = question.decide(&Counts { heads, area, ..Counts::default() }).unwrap();
            let is = question.decide(&Counts { heads: new_heads, area: new_area, ..Counts::default() }).unwrap();
            prop_assert!(is.status() >= was.status(), "{id}");
        }
    }

    /// Only shares of areas matter, of tallies too; a margin of an area grows with the scale.
    #[test]
    fn scaling_areas_of_tallies_changes_no_answer(heads in any_tally(), area in any_tally(), factor in 2_u64..1_000) {
        let times = |n: Option<u64>| n.map(|n| n * factor);
        let scaled = Tally {
            entitled: times(area.entitled),
            present: times(area.present),
            yes: times(area.yes),
            no: times(area.no),
            abstain: times(area.abstain),
            invalid: times(area.invalid),
            proposing: None,
        };
        for id in ["owners.ordinary", "owners.special", "owners.participation"] {
            let question = on("2026-03-01").question(id).unwrap();
            let was = question.decide(&Counts { heads, area, ..Counts::default() }).unwrap();
            prop_assert_eq!(was, question.decide(&Counts { heads, area: scaled, ..Counts::default() }).unwrap());
        }
    }

    /// What is settled without a fact is so whatever the fact is, and what is left open can still go both ways.
    #[test]
    fn missing_facts_are_bounded_soundly(test in any_clause(), t in any_tally(), hide in 0_u32..127) {
        let mut known = t;
        let fields = [
            &mut known.entitled, &mut known.present, &mut known.yes, &mut known.no, &mut known.abstain, &mut known.invalid,
            &mut known.proposing,
        ];
        for (i, field) in fields.into_iter().enumerate() {
            if hide >> i & 1 == 1 { *field = None; }
        }
        let status = test.status(&known);
        if status == Status::Unknown {
            prop_assert!(test.missing(&known).next().is_some());
        } else {
            prop_assert_eq!(status, test.status(&t));
        }
    }

    #[test]
    fn scaling_all_areas_changes_no_answer(list in any_units(), factor in 2_u64..1_000) {
        let scaled: Vec<(u64, usize, u8)> = list.iter().map(|(cm2, o, v)| (cm2 * factor, *o, *v)).collect();
        for question in ["owners.ordinary", "owners.special", "owners.participation"] {
            let rules = on("2026-03-01");
            let verdict = rules.decide(question, &unit_facts(&list)).unwrap();
            let again = rules.decide(question, &unit_facts(&scaled)).unwrap();
            prop_assert_eq!(verdict.status(), again.status());
            prop_assert_eq!(verdict.fewest_units(), again.fewest_units());
        }
    }

    #[test]
    fn a_unit_that_turns_to_yes_never_undoes_a_decision(list in any_units(), which in any::<prop::sample::Index>()) {
        let at = which.index(list.len());
        for question in ["owners.ordinary", "owners.special", "owners.participation"] {
            let before = status_of(question, &list);
            let mut after = list.clone();
            after[at].2 = 0;
            prop_assert!(status_of(question, &after) >= before);
        }
    }
}

proptest! {
    #![proptest_config(cases(150))]

    /// Every way in which units can vote is tried: no fewer changes flip the verdict, and the greedy answer is proven.
    #[test]
    fn the_fewest_units_are_the_fewest(list in any_units(), question in prop::sample::select(vec!["owners.ordinary", "owners.special", "owners.participation"])) {
        let verdict = on("2026-03-01").decide(question, &unit_facts(&list)).unwrap();
        let found = verdict.fewest_units();
        let mut least: Option<u64> = None;
        let mut votes = vec![0_u8; list.len()];
        loop {
            let other: Vec<(u64, usize, u8)> = list.iter().zip(&votes).map(|((a, o, _), v)| (*a, *o, *v)).collect();
            let distance = list.iter().zip(&votes).filter(|((_, _, was), now)| was != *now).count() as u64;
            if least.is_none_or(|least| distance < least) && status_of(question, &other) != verdict.status() {
                least = Some(distance);
            }
            // The next assignment of yes, no and absent; an abstention does no more than a no.
            let Some(at) = votes.iter().position(|v| *v < 2) else { break };
            votes[at] += 1;
            votes[..at].fill(0);
        }
        prop_assert_eq!(found.map(|f| (f.units, f.proven)), least.map(|n| (n, true)));
    }
}

/// Area in cm2, owner, vote as 0 yes, 1 no, 2 absent; owner 0 is the developer's unsold units, owners above 3 have one.
pub(super) fn any_units() -> impl Strategy<Value = Vec<(u64, usize, u8)>> {
    prop::collection::vec((1_u64..20, 0_usize..9, 0_u8..3), 1..8)
}

pub(super) fn unit_facts(list: &[(u64, usize, u8)]) -> Facts {
    use crate::wire::participation::{FactsDraft, UnitDraft, Vote};
    let units = list.iter().enumerate().map(|(i, (cm2, owner, vote))| UnitDraft {
        key: i.to_string(),
        owner: (1..4).contains(owner).then(|| owner.to_string()),
        area: Some(crate::kernel::Area::from_cm2(*cm2)),
        vote: [Vote::Yes, Vote::No, Vote::Absent][usize::from(*vote)],
        developer_unsold: *owner == 0,
    });
    Facts::check(FactsDraft { units: Some(units.collect()), ..FactsDraft::default() }).unwrap()
}

/// A second implementation of the owners' double majority over units.
fn status_of(question: &str, list: &[(u64, usize, u8)]) -> Status {
    let head = |i: usize, owner: usize| if owner < 4 { owner } else { 100 + i };
    let mut owners: std::collections::BTreeMap<usize, Vec<u8>> = std::collections::BTreeMap::new();
    for (i, (_, owner, vote)) in list.iter().enumerate() {
        owners.entry(head(i, *owner)).or_default().push(*vote);
    }
    let area = |keep: fn(u8) -> bool| list.iter().filter(|u| keep(u.2)).map(|u| u.0).sum::<u64>();
    let heads = owners.len() as u64;
    let present = owners.values().filter(|votes| votes.iter().any(|v| *v != 2)).count() as u64;
    let yes = owners.values().filter(|votes| votes.contains(&0) && !votes.contains(&1)).count() as u64;
    let (all, part, consent) = (area(|_| true), area(|v| v != 2), area(|v| v == 0));
    let quorum = 3 * part >= 2 * all && 3 * present >= 2 * heads;
    let met = quorum
        && match question {
            "owners.ordinary" => 2 * consent > part && 2 * yes > present,
            "owners.special" => 4 * consent >= 3 * part && 4 * yes >= 3 * present,
            _ => true,
        };
    if met { Status::Met } else { Status::NotMet }
}

/// Every unit of which the area is not known is asked once, in order, however many there are.
#[test]
fn each_unknown_area_is_asked_once() {
    use crate::wire::participation::{FactsDraft, UnitDraft, Vote};
    let unit =
        |i: usize| UnitDraft { key: i.to_string(), owner: None, area: None, vote: Vote::Yes, developer_unsold: false };
    let units = Some((0..30_000).map(unit).collect());
    let facts = Facts::check(FactsDraft { units, ..FactsDraft::default() }).unwrap();
    let missing = on("2026-03-01").decide("owners.special", &facts).unwrap().missing();
    assert_eq!((missing.len(), missing[29_999].as_str()), (30_000, "units[29999].area"));
}

/// Twenty thousand units, some owners with several: both bounds agree or say that they do not.
#[test]
fn large_lists_are_answered_honestly() {
    let list: Vec<(u64, usize, u8)> = (0..20_000_u64)
        .map(|i| {
            (
                400_000 + i * 7919 % 900_000,
                if i % 50 == 0 { usize::try_from(i / 50 % 3).unwrap() + 1 } else { 9 },
                u8::try_from(i * 31 % 3).unwrap(),
            )
        })
        .collect();
    let verdict = on("2026-03-01").decide("owners.special", &unit_facts(&list)).unwrap();
    let fewest = verdict.fewest_units().unwrap();
    assert_eq!(fewest.proven, fewest.units == fewest.at_least);
    assert!(fewest.at_least <= fewest.units && fewest.units > 1_000);
}
