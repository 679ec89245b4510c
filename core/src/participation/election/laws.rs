//! Laws that hold for every election, tried on generated polls.

use proptest::prelude::*;

use super::share::{Known, Share};
use super::*;
use crate::kernel::{Document, Ratio, Status, canonical};
use crate::pack::Comparison;
use crate::participation::laws::cases;
use crate::wire::participation_election::{
    BallotsDraft, CandidateDraft, ElectionDraft, ElectionView, PatternDraft, PollDraft,
};

const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

fn draft() -> ElectionDraft {
    static DRAFT: std::sync::OnceLock<ElectionDraft> = std::sync::OnceLock::new();
    DRAFT
        .get_or_init(|| {
            Election::parse(include_str!("../../../../examples/licheng/year/election/run.toml"))
                .unwrap()
                .draft()
                .clone()
        })
        .clone()
}

/// One poll of five candidates for so many seats: how often each set of names was marked yes, and how many on the roll
/// stayed away.
fn poll(seats: u32, marked: &[u64], away: u64, strict: bool, by_lot: bool) -> ElectionDraft {
    let mut run = draft();
    run.challenges.clear();
    run.seats = seats;
    run.roll.objections.clear();
    if !strict {
        run.rules.win.share = None;
        run.rules.turnout = None;
    }
    if by_lot {
        run.rules.ties = vec![crate::wire::participation_election::TieRule::Lot];
    }
    run.candidates =
        NAMES.map(|n| CandidateDraft { key: n.parse().unwrap(), nominators: Vec::new(), seniority: None }).to_vec();
    let patterns: Vec<PatternDraft> = marked
        .iter()
        .enumerate()
        .map(|(set, count)| {
            let yes = NAMES.iter().enumerate().filter(|(i, _)| set >> i & 1 == 1).map(|(_, n)| n.parse().unwrap());
            PatternDraft { yes: yes.collect(), no: Vec::new(), count: *count }
        })
        .collect();
    let returned = marked.iter().sum();
    run.roll.voters = returned + away;
    let ballots = BallotsDraft { issued: returned, returned, voters: Some(returned), spoiled: 0 };
    run.polls = vec![PollDraft {
        kind: PollKind::First,
        day: "2025-06-15".parse().unwrap(),
        candidates: None,
        ballots,
        patterns: Some(patterns),
        sums: None,
        tie: None,
    }];
    run
}

fn result(draft: ElectionDraft) -> ElectionView {
    Election::check(draft).unwrap().result().view().clone()
}

fn any_poll() -> impl Strategy<Value = ElectionDraft> {
    let marked = prop::collection::vec(prop_oneof![3 => Just(0_u64), 2 => 0..6_u64], 32);
    (1..=4_u32, marked, 0..20_u64, any::<bool>(), any::<bool>())
        .prop_map(|(seats, marked, away, strict, by_lot)| poll(seats, &marked, away, strict, by_lot))
}

fn won(view: &ElectionView, name: &str) -> bool {
    view.elected.iter().any(|e| e.candidate.as_str() == name)
}

proptest! {
    #![proptest_config(cases(100))]

    /// The order in which candidates and patterns are written changes nothing.
    #[test]
    fn permutation_changes_nothing(run in any_poll(), turn in 0..5_usize, flip in any::<bool>()) {
        let mut other = run.clone();
        other.candidates.rotate_left(turn);
        if let Some(patterns) = &mut other.polls[0].patterns {
            patterns.reverse();
            for pattern in patterns.iter_mut().filter(|_| flip) {
                pattern.yes.reverse();
            }
        }
        prop_assert_eq!(canonical(&result(run)).unwrap(), canonical(&result(other)).unwrap());
    }

    /// Renaming candidates renames the result: only a lot looks at keys.
    #[test]
    fn names_do_not_matter(run in any_poll()) {
        let rename = |text: &str| text.replace("\"a\"", "\"z\"").replace("\"b\"", "\"y\"");
        let keys = |view: &ElectionView| {
            let mut names: Vec<String> = view.elected.iter().map(|e| rename(&format!("\"{}\"", e.candidate))).collect();
            names.sort();
            names
        };
        let mut other = run.clone();
        let key = |key: &mut crate::kernel::Key| {
            let new = rename(&format!("\"{key}\""));
            *key = new.trim_matches('"').parse().unwrap();
        };
        other.candidates.iter_mut().for_each(|c| key(&mut c.key));
        for pattern in other.polls[0].patterns.as_mut().unwrap() {
            pattern.yes.iter_mut().for_each(key);
        }
        let mut there: Vec<String> = result(other).elected.iter().map(|e| format!("\"{}\"", e.candidate)).collect();
        there.sort();
        prop_assert_eq!(keys(&result(run)), there);
    }

    /// One more yes on a ballot that has room never unseats the one who gets it.
    #[test]
    fn one_more_yes_never_unseats(run in any_poll(), name in 0..5_usize, at in 0..32_usize) {
        let name = NAMES[name];
        let before = result(run.clone());
        let mut other = run.clone();
        let seats = other.seats as usize;
        let patterns = other.polls[0].patterns.as_mut().unwrap();
        let has_room = |p: &PatternDraft| {
            p.count > 0 && p.yes.len() < seats && !p.yes.iter().any(|k| k.as_str() == name)
        };
        let open: Vec<usize> = (0..patterns.len()).filter(|at| has_room(&patterns[*at])).collect();
        let Some(at) = open.get(at % open.len().max(1)).copied() else { return Ok(()) };
        patterns[at].count -= 1;
        let mut yes = patterns[at].yes.clone();
        yes.push(name.parse().unwrap());
        patterns.push(PatternDraft { yes, no: Vec::new(), count: 1 });
        let after = result(other);
        prop_assert!(!won(&before, name) || won(&after, name));
    }

    /// Nobody is elected who has fewer yes than one who is not, passed, and is not tied; never more than the seats; and a
    /// tie is told where the line runs through equals.
    #[test]
    fn seats_go_in_order_and_ties_are_told(run in any_poll()) {
        let view = result(run);
        let poll = &view.polls[0];
        prop_assert!(view.elected.len() <= view.seats as usize);
        if poll.status != PollStatus::Valid {
            prop_assert!(view.elected.is_empty() && poll.tie.is_none());
            return Ok(());
        }
        let passed = poll.candidates.iter().filter(|c| c.win.status == Status::Met).count();
        prop_assert_eq!(poll.tie.is_some(), passed > view.elected.len() && view.elected.len() < view.seats as usize);
        for elected in &view.elected {
            for other in poll.candidates.iter().filter(|c| c.outcome == StandingOutcome::NotElected) {
                prop_assert!(other.win.status != Status::Met || other.yes < elected.yes);
            }
        }
        let kinds = poll.ballots.unwrap();
        for c in &poll.candidates {
            prop_assert_eq!(c.yes + c.no + c.abstain, kinds.marked + kinds.blank);
        }
    }

    /// A margin across the line: with so many yes more on blank ballots one comes in or ties no longer, with one fewer not.
    #[test]
    fn place_margins_cross_the_line(run in any_poll()) {
        let view = result(run.clone());
        for c in view.polls[0].candidates.iter().filter(|c| c.outcome == StandingOutcome::NotElected) {
            let Some(margin) = c.place_margin else { continue };
            let with = |more: u64| {
                let mut other = run.clone();
                other.rules.win.share = None;
                other.rules.turnout = None;
                let poll = &mut other.polls[0];
                let patterns = poll.patterns.as_mut().unwrap();
                patterns.push(PatternDraft { yes: vec![c.candidate.clone()], no: Vec::new(), count: more });
                poll.ballots.issued += more;
                poll.ballots.returned += more;
                poll.ballots.voters = Some(poll.ballots.returned);
                other.roll.voters += more;
                won(&result(other), c.candidate.as_str())
            };
            if run.rules.win.share.is_none() {
                prop_assert!(with(margin) && !with(margin - 1));
            }
        }
    }

    /// More ballots than voters, voters than ballots issued, or issued than the roll: always void, nobody elected.
    #[test]
    fn reconciliation_comes_before_votes(run in any_poll(), which in 0..3_u8, more in 1..5_u64) {
        let mut other = run;
        let ballots = &mut other.polls[0].ballots;
        match which {
            0 => ballots.issued = other.roll.voters + more,
            1 => ballots.voters = Some(ballots.issued + more),
            _ => {
                prop_assume!(ballots.returned >= more);
                ballots.voters = Some(ballots.returned - more);
            }
        }
        let view = result(other);
        prop_assert_eq!(view.polls[0].status, PollStatus::Void);
        prop_assert!(view.elected.is_empty() && view.next.what == NextWhat::NewPoll);
    }

    /// How many took part is not known: what is said for certain is so for each number that it can be, and where all of these give
    /// the same nothing is left open.
    #[test]
    fn what_is_not_known_leaves_open_only_what_it_decides(run in any_poll(), more in 0..6_u64) {
        let mut run = run;
        let returned = run.polls[0].ballots.returned;
        run.polls[0].ballots.issued = returned + more;
        run.roll.voters = run.roll.voters.max(returned + more);
        let with = |voters: Option<u64>| {
            let mut run = run.clone();
            run.polls[0].ballots.voters = voters;
            result(run).polls.remove(0)
        };
        let outcomes = |poll: &crate::wire::participation_election::PollView| {
            poll.candidates.iter().map(|c| (c.candidate.clone(), c.outcome)).collect::<Vec<_>>()
        };
        let open = with(None);
        let known: Vec<_> = (returned..=returned + more).map(|n| with(Some(n))).collect();
        for poll in &known {
            prop_assert!(open.status == PollStatus::Unknown || open.status == poll.status);
            for (said, is) in outcomes(&open).into_iter().zip(outcomes(poll)) {
                prop_assert!(said.1 == StandingOutcome::Unknown || said == is, "{:?} {:?}", said, is);
            }
        }
        let one = |poll: &crate::wire::participation_election::PollView| (poll.status, outcomes(poll));
        if known.iter().all(|poll| one(poll) == one(&known[0])) {
            prop_assert_eq!(one(&open), one(&known[0]));
        }
    }

    /// A record of any run verifies, and not against a run with another number.
    #[test]
    fn records_bind_their_runs(run in any_poll(), at in 0..32_usize) {
        let one = Election::check(run.clone()).unwrap();
        let record = one.result().record().unwrap();
        prop_assert!(verify_election(&record, &one, None).unwrap().ok);
        let mut other = run;
        other.polls[0].patterns.as_mut().unwrap()[at].count += 1;
        let other = Election::check(other).unwrap();
        prop_assert!(!verify_election(&record, &other, None).unwrap().ok);
    }

    /// A share between bounds answers as it does at every number between them.
    #[test]
    fn bounds_answer_for_all_between(p in 0..5_i64, q in 1..5_i64, strict in any::<bool>(), part in 0..9_u64, low in 0..9_u64, more in 0..5_u64) {
        let comparison = if strict { Comparison::MoreThan } else { Comparison::AtLeast };
        let Ok(share) = Share::new(&Ratio::new(p, q).unwrap(), comparison) else { return Ok(()) };
        let all: Vec<bool> = (low..=low + more).map(|base| share.holds(part, base)).collect();
        let status = share.status(Known::exact(part), Known { least: low, most: low + more });
        // A base of nobody is no real end of a range: there the answer may stay open.
        if low > 0 || more == 0 {
            let expected = if all.iter().all(|held| *held) { Status::Met } else if all.iter().any(|held| *held) { Status::Unknown } else { Status::NotMet };
            prop_assert_eq!(status, expected);
        }
        for moves in [true, false] {
            let Some(m) = share.added(part, low, moves, 1_000) else { continue };
            let held = share.holds(part, low);
            let after = |m: u64| share.holds(if held { part } else { part + m }, if moves { low + m } else { low });
            prop_assert_eq!((after(m), after(m - 1)), (!held, held));
        }
        if let Some(m) = share.margin(part, low) {
            let held = share.holds(part, low);
            let moved = |m: u64| share.holds(if held { part - m } else { part + m }, low);
            prop_assert_eq!((moved(m), moved(m - 1)), (!held, held));
        }
    }
}
