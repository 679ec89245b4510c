//! One poll: reconciled, tested and put in order.

use super::count::{Contest, Counted, Votes};
use super::rules::{PollTest, WinTest};
use super::share::Known;
use crate::kernel::{Key, Result, Status, Text};
use crate::wire::participation_election::{
    BallotKinds, PollBase, PollCheck, PollDraft, PollStatus, SeatOrder, StandingOutcome, StandingView,
};

/// What a poll is held under.
pub(super) struct Setting<'s> {
    pub contest: Contest<'s>,
    pub win: &'s WinTest,
    pub turnout: Option<&'s PollTest>,
    pub roll: Known,
}

/// A poll as it came out, before a tie is broken.
pub(super) struct Outcome {
    pub status: PollStatus,
    pub checks: Vec<PollCheck>,
    pub kinds: Option<BallotKinds>,
    pub standings: Vec<StandingView>,
    /// Those elected for certain, the first in the order first.
    pub elected: Vec<(Key, u64)>,
    /// Those who tie for the last seats, sorted, and for how many.
    pub tie: Option<(Vec<Key>, u32)>,
    /// The facts that are missing, below the poll.
    pub missing: Vec<&'static str>,
    /// Whether an objection to the roll leaves something open.
    pub on_roll: bool,
}

impl Outcome {
    /// Takes the seats away again, where the poll turns out to be void.
    pub fn void(&mut self) {
        self.status = PollStatus::Void;
        self.elected.clear();
        self.tie = None;
        // No fact makes it valid.
        self.missing.clear();
        self.on_roll = false;
        for standing in &mut self.standings {
            standing.outcome = StandingOutcome::NotElected;
            standing.place_margin = None;
        }
    }
}

/// The counts of a poll that are bases.
struct Bases {
    roll: Known,
    issued: u64,
    voters: Known,
    returned: u64,
    counted: Option<(u64, u64)>,
}

impl Bases {
    /// How many on the roll can still take part.
    const fn left(&self) -> u64 {
        self.roll.most.saturating_sub(self.voters.least)
    }

    fn of(&self, base: PollBase, votes: Votes) -> Known {
        // Before the count, valid and marked ballots lie between none and all that were returned.
        let (valid, marked) = match self.counted {
            Some((valid, marked)) => (Known::exact(valid), Known::exact(marked)),
            None => (Known { least: 0, most: self.returned }, Known { least: 0, most: self.returned }),
        };
        match base {
            PollBase::Roll => self.roll,
            PollBase::Issued => Known::exact(self.issued),
            PollBase::Voters => self.voters,
            PollBase::Returned => Known::exact(self.returned),
            PollBase::Valid => valid,
            PollBase::Marked => marked,
            PollBase::YesAndNo => Known::exact(votes.yes + votes.no),
        }
    }
}

fn check(check: &str, label: Text, status: Status, text: String) -> PollCheck {
    PollCheck { check: check.to_owned(), label, status, text, margin: None, added: None, clause: None }
}

/// `left <= right`, where the right side may be known only within bounds.
fn within(word: &str, label: Text, left: u64, right: Known) -> PollCheck {
    let (status, sign) = if left <= right.least {
        (Status::Met, "<=")
    } else if left > right.most {
        (Status::NotMet, ">")
    } else {
        (Status::Unknown, "<=?")
    };
    check(word, label, status, format!("{left} {sign} {}", right.show()))
}

/// No more ballots come back than voters took part.
pub(super) fn returned_within(returned: u64, voters: u64) -> PollCheck {
    let label = Text::new("收回选票不多于投票人数", "ballots returned within the voters");
    within("returned-within-voters", label, returned, Known::exact(voters))
}

/// Ballots before votes: returned within voters, voters within issued, issued within the roll, counted as returned.
fn reconcile(poll: &PollDraft, counted: Option<&Counted>, bases: &Bases) -> Vec<PollCheck> {
    let ballots = &poll.ballots;
    let issued = Known::exact(ballots.issued);
    let mut checks = vec![within(
        "issued-within-roll",
        Text::new("发出选票不多于登记人数", "ballots issued within the roll"),
        ballots.issued,
        bases.roll,
    )];
    if let Some(voters) = ballots.voters {
        let label = Text::new("投票人数不多于发出选票", "voters within the ballots issued");
        checks.push(within("voters-within-issued", label, voters, issued));
        checks.push(returned_within(ballots.returned, voters));
    } else {
        let label = Text::new("收回选票不多于发出选票", "ballots returned within those issued");
        checks.push(within("returned-within-issued", label, ballots.returned, issued));
    }
    if let Some(all) = counted.map(Counted::all) {
        let label = Text::new("计票与收回选票相符", "ballots counted are those returned");
        let (status, sign) = match all.cmp(&ballots.returned) {
            std::cmp::Ordering::Equal => (Status::Met, "="),
            std::cmp::Ordering::Greater => (Status::NotMet, ">"),
            // Ballots that nobody counted may hold anything: count again.
            std::cmp::Ordering::Less => (Status::Unknown, "<"),
        };
        checks.push(check("counted-as-returned", label, status, format!("{all} {sign} {}", ballots.returned)));
    }
    checks
}

impl Setting<'_> {
    /// What comes out of a poll.
    pub fn hold(&self, poll: &PollDraft) -> Result<Outcome> {
        let counted = self.contest.count(poll)?;
        let ballots = &poll.ballots;
        let most = ballots.issued.min(self.roll.most).max(ballots.returned);
        let bases = Bases {
            roll: self.roll,
            issued: ballots.issued,
            voters: ballots.voters.map_or(Known { least: ballots.returned, most }, Known::exact),
            returned: ballots.returned,
            counted: counted.as_ref().map(|c| (c.valid(), c.kinds.marked)),
        };
        let mut checks = reconcile(poll, counted.as_ref(), &bases);
        let mut missing: Vec<&'static str> = Vec::new();
        // What is asked of the roll is open only as long as an objection is.
        let mut on_roll = open(checks.first());
        if let Some(turnout) = self.turnout {
            checks.push(turnout_check(turnout, &bases));
            if open(checks.last()) {
                on_roll |= turnout.part == PollBase::Roll || turnout.base == PollBase::Roll;
                if ballots.voters.is_none() && on_voters(turnout) {
                    missing.push("ballots.voters");
                }
            }
        }
        let mut status = checks.iter().map(|c| c.status).min().map_or(PollStatus::Valid, |worst| match worst {
            Status::Met => PollStatus::Valid,
            Status::NotMet => PollStatus::Void,
            Status::Unknown => PollStatus::Unknown,
        });
        let Some(counted) = counted else {
            if status == PollStatus::Valid {
                status = PollStatus::Unknown;
            }
            missing.push("patterns");
            let (standings, elected) = (Vec::new(), Vec::new());
            let mut outcome = Outcome { status, checks, kinds: None, standings, elected, tie: None, missing, on_roll };
            if status == PollStatus::Void {
                outcome.void();
            }
            return Ok(outcome);
        };
        if counted.all() < ballots.returned {
            missing.push("patterns");
        }
        let standings = self.standings(&counted, &bases);
        let (kinds, elected) = (Some(counted.kinds), Vec::new());
        let mut outcome = Outcome { status, checks, kinds, standings, elected, tie: None, missing, on_roll };
        match status {
            PollStatus::Valid => {
                self.seat(&mut outcome);
                if outcome.standings.iter().any(|s| s.outcome == StandingOutcome::Unknown) {
                    outcome.status = PollStatus::Unknown;
                    self.ask(ballots.voters.is_none(), &mut outcome);
                }
            }
            PollStatus::Void => outcome.void(),
            PollStatus::Unknown => {
                if outcome.standings.iter().any(|s| s.win.status == Status::Unknown) {
                    self.ask(ballots.voters.is_none(), &mut outcome);
                }
            }
        }
        Ok(outcome)
    }

    /// What the win tests that are open still need.
    fn ask(&self, no_voters: bool, outcome: &mut Outcome) {
        let base = self.win.share.map(|(base, _)| base);
        outcome.on_roll |= base == Some(PollBase::Roll);
        if base == Some(PollBase::Voters) && no_voters && !outcome.missing.contains(&"ballots.voters") {
            outcome.missing.push("ballots.voters");
        }
    }

    fn key(&self, votes: Votes) -> i128 {
        match self.contest.rules.draft().order {
            SeatOrder::MostYes => votes.yes.into(),
            SeatOrder::YesLessNo => i128::from(votes.yes) - i128::from(votes.no),
        }
    }

    /// Each name with its win test, in order; those who tie by their keys.
    fn standings(&self, counted: &Counted, bases: &Bases) -> Vec<StandingView> {
        let valid = counted.valid();
        let mut rows: Vec<(i128, StandingView)> = Vec::with_capacity(counted.votes.len());
        for (key, votes) in &counted.votes {
            let view = StandingView {
                candidate: key.clone(),
                write_in: votes.write_in,
                yes: votes.yes,
                no: votes.no,
                abstain: valid.saturating_sub(votes.yes + votes.no),
                place: 0,
                win: self.win_check(*votes, bases),
                outcome: StandingOutcome::Unknown,
                place_margin: None,
            };
            rows.push((self.key(*votes), view));
        }
        rows.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.candidate.cmp(&b.1.candidate)));
        let mut last: Option<(i128, u32)> = None;
        let mut out = Vec::with_capacity(rows.len());
        for (number, (key, mut view)) in (1..).zip(rows) {
            let place = last.filter(|(before, _)| *before == key).map_or(number, |(_, place)| place);
            last = Some((key, place));
            view.place = place;
            out.push(view);
        }
        out
    }

    fn win_check(&self, votes: Votes, bases: &Bases) -> PollCheck {
        let label = Text::new("得票", "votes");
        let mut win = match self.win.share {
            None => {
                let status = if votes.yes > 0 { Status::Met } else { Status::NotMet };
                let sign = if votes.yes > 0 { ">" } else { "<=" };
                PollCheck {
                    margin: Some(votes.yes.max(1)),
                    ..check("win", label, status, format!("{} {sign} 0", votes.yes))
                }
            }
            Some((of, share)) => {
                let (part, base) = (Known::exact(votes.yes), bases.of(of, votes));
                let margin = base.value().and_then(|base| share.margin(votes.yes, base));
                let moves = of != PollBase::Roll;
                let added = base.value().and_then(|base| share.added(votes.yes, base, moves, bases.left()));
                // Nobody is elected without a vote, whatever the share.
                let status = if votes.yes == 0 { Status::NotMet } else { share.status(part, base) };
                PollCheck { margin, added, ..check("win", label, status, share.written(part, base)) }
            }
        };
        win.clause.clone_from(&self.win.clause);
        win
    }

    /// Gives the seats to those who pass, in order; a tie across the last seat is told and not broken here.
    fn seat(&self, outcome: &mut Outcome) {
        let seats = self.contest.seats as usize;
        let place = |s: &StandingView| s.place;
        let may: Vec<u32> = outcome.standings.iter().filter(|s| s.win.status != Status::NotMet).map(place).collect();
        // The first place of one who may or may not pass: whoever stands there or below cannot be sure of being out.
        let unsure = outcome.standings.iter().filter(|s| s.win.status == Status::Unknown).map(place).min();
        // The places of those who pass or may pass are sorted; beyond the seats nobody gets one.
        let (last, next) = (seats.checked_sub(1).and_then(|i| may.get(i)).copied(), may.get(seats).copied());
        let tied_at = last.filter(|_| last == next);
        // Behind so many who pass for certain as there are seats, nobody gets one.
        let certain = outcome.standings.iter().filter(|s| s.win.status == Status::Met).map(place);
        let full = seats.checked_sub(1).and_then(|i| certain.clone().nth(i));
        let mut tied = Vec::new();
        for standing in &mut outcome.standings {
            let passes = standing.win.status;
            let inside = next.is_none_or(|next| standing.place < next);
            let sure = unsure.is_none_or(|unsure| standing.place < unsure);
            let out = full.is_some_and(|full| standing.place > full);
            standing.outcome = if passes == Status::NotMet || out {
                StandingOutcome::NotElected
            } else if inside {
                if passes == Status::Met { StandingOutcome::Elected } else { StandingOutcome::Unknown }
            } else if !sure {
                StandingOutcome::Unknown
            } else if tied_at == Some(standing.place) {
                StandingOutcome::Tied
            } else {
                StandingOutcome::NotElected
            };
            match standing.outcome {
                StandingOutcome::Elected => outcome.elected.push((standing.candidate.clone(), standing.yes)),
                StandingOutcome::Tied => tied.push(standing.candidate.clone()),
                _ => {}
            }
        }
        if !tied.is_empty() {
            tied.sort_unstable();
            let open = u32::try_from(seats.saturating_sub(outcome.elected.len())).unwrap_or(u32::MAX);
            outcome.tie = Some((tied, open));
        }
        if unsure.is_none() {
            self.place_margins(&mut outcome.standings);
        }
    }

    /// How many yes each one who passes stands before or behind the other side of the line.
    fn place_margins(&self, standings: &mut [StandingView]) {
        let seats = self.contest.seats as usize;
        let keys: Vec<i128> = standings
            .iter()
            .filter(|s| s.win.status == Status::Met)
            .map(|s| self.key(Votes { yes: s.yes, no: s.no, write_in: false }))
            .collect();
        let (last, next) = (seats.checked_sub(1).and_then(|i| keys.get(i)).copied(), keys.get(seats).copied());
        for standing in standings.iter_mut().filter(|s| s.win.status == Status::Met) {
            let key = self.key(Votes { yes: standing.yes, no: standing.no, write_in: false });
            let apart = match standing.outcome {
                StandingOutcome::Elected => next.map(|next| key - next),
                StandingOutcome::NotElected => last.map(|last| last - key),
                _ => Some(0),
            };
            let margin = apart.and_then(|apart| u64::try_from(apart.checked_add(1)?).ok());
            // Nobody can lose more yes than there are.
            let loses = standing.outcome == StandingOutcome::Elected;
            standing.place_margin = margin.filter(|m| !loses || *m <= standing.yes);
        }
    }
}

fn open(check: Option<&PollCheck>) -> bool {
    check.is_some_and(|check| check.status == Status::Unknown)
}

fn on_voters(test: &PollTest) -> bool {
    test.part == PollBase::Voters || test.base == PollBase::Voters
}

fn turnout_check(test: &PollTest, bases: &Bases) -> PollCheck {
    let (part, base) = (bases.of(test.part, Votes::default()), bases.of(test.base, Votes::default()));
    let label = Text::new("参加投票", "turnout");
    let mut out = check("turnout", label, test.share.status(part, base), test.share.written(part, base));
    out.margin = part.value().zip(base.value()).and_then(|(part, base)| test.share.margin(part, base));
    // Who comes later is one more of those who took part; of the roll there are as many as before.
    if test.base == PollBase::Roll {
        let sides = part.value().zip(base.value());
        out.added = sides.and_then(|(part, base)| test.share.added(part, base, false, bases.left()));
    }
    out.clause.clone_from(&test.clause);
    out
}
