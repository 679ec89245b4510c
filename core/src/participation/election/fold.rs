//! The polls of an election in their order: who is elected so far, and what each poll leaves to be done.

use super::ElectionError;
use super::count::Contest;
use super::lot::draw;
use super::poll::{Outcome, Setting};
use super::rules::{ElectionRules, WinTest};
use super::share::Known;
use crate::kernel::{Error, Key, Result};
use crate::wire::participation_election::{
    BallotMark, ChallengeEffect, ElectedBy, ElectedView, ElectionDraft, NextWhat, PollDraft, PollKind, PollStatus,
    RerunFrom, StandingView, TieDraw, TieRule,
};

/// What must follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Due {
    First,
    /// A poll among the tied.
    Revote(Vec<Key>),
    Rerun,
    /// The void poll again, of the kind that it was held as.
    New(PollKind, Vec<Key>),
    /// Something that is no poll.
    Settle(NextWhat, Vec<Key>),
    Nothing,
}

impl Due {
    const fn kind(&self) -> Option<PollKind> {
        match self {
            Self::First => Some(PollKind::First),
            Self::Revote(_) => Some(PollKind::Revote),
            Self::Rerun => Some(PollKind::Rerun),
            Self::New(..) => Some(PollKind::NewPoll),
            Self::Settle(..) | Self::Nothing => None,
        }
    }

    fn word(&self) -> String {
        match self {
            Self::First => "`first`".into(),
            Self::Revote(_) => "`revote`".into(),
            Self::Rerun => "`rerun`".into(),
            Self::New(..) => "`new-poll`".into(),
            Self::Settle(..) => "no poll: the one before is not settled".into(),
            Self::Nothing => "nothing".into(),
        }
    }
}

/// A tie, and how far it is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Broken {
    pub tied: Vec<Key>,
    pub seats: u32,
    pub rule: TieRule,
    pub draws: Vec<TieDraw>,
    /// Those who got a seat so far.
    pub chosen: Vec<Key>,
    /// Those among whom the seats that are left are still open.
    pub left: Vec<Key>,
}

/// A poll with what was made of it.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub seats: u32,
    pub status: PollStatus,
    pub checks: Vec<crate::wire::participation_election::PollCheck>,
    pub kinds: Option<crate::wire::participation_election::BallotKinds>,
    pub standings: Vec<StandingView>,
    pub tie: Option<Broken>,
    pub missing: Vec<String>,
    /// Whether an objection to the roll leaves something open.
    pub on_roll: bool,
    /// How the list of a rerun stands in the order of the poll before; none where nothing is asked.
    pub list: Option<Ranked>,
}

/// A list of candidates beside those who are not on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranked {
    /// The last place of one on the list, and the first of one who is not; none where there is nobody to compare.
    pub apart: Option<(u32, u32)>,
    pub candidates: usize,
}

impl Ranked {
    /// Whether those on the list come before all who are not, equals in any order.
    pub fn ahead(self) -> bool {
        self.apart.is_none_or(|(last, first)| last <= first)
    }
}

/// All polls of an election.
#[derive(Debug, Clone)]
pub(super) struct Folded {
    pub polls: Vec<Held>,
    pub elected: Vec<ElectedView>,
    pub open: u32,
    pub due: Due,
    /// The names of the last count that were not elected, the first in order first, each with its place and whether it passed.
    pub rest: Vec<StandingView>,
    /// Seats taken away again after an upheld complaint.
    pub voided: Vec<Key>,
}

/// Holds the polls one after another.
pub(super) fn fold(draft: &ElectionDraft, rules: &ElectionRules, roll: Known, candidates: &[Key]) -> Result<Folded> {
    let mut state = Folded {
        polls: Vec::new(),
        elected: Vec::new(),
        open: draft.seats,
        due: Due::First,
        rest: Vec::new(),
        voided: Vec::new(),
    };
    let mut ties = 0;
    for (i, poll) in draft.polls.iter().enumerate() {
        state.hold(draft, rules, roll, candidates, i, poll, &mut ties).map_err(|e| e.under(&format!("polls[{i}]")))?;
    }
    for (i, challenge) in draft.challenges.iter().enumerate() {
        if challenge.effect != ChallengeEffect::SeatVoid {
            continue;
        }
        let seat = |e: &ElectedView| e.poll == challenge.poll && Some(&e.candidate) == challenge.candidate.as_ref();
        let Some(at) = state.elected.iter().position(seat) else {
            return Err(Error::at(format!("challenges[{i}].candidate"), ElectionError::NoSuchSeat));
        };
        if challenge.upheld == Some(true) {
            state.voided.push(state.elected.remove(at).candidate);
        }
    }
    Ok(state)
}

const fn word(kind: PollKind) -> &'static str {
    match kind {
        PollKind::First => "first",
        PollKind::Revote => "revote",
        PollKind::Rerun => "rerun",
        PollKind::NewPoll => "new-poll",
    }
}

static PLURALITY: WinTest = WinTest { share: None, clause: None };

impl Folded {
    #[allow(clippy::too_many_arguments, reason = "the parts of one run, passed through once")]
    fn hold(
        &mut self,
        draft: &ElectionDraft,
        rules: &ElectionRules,
        roll: Known,
        candidates: &[Key],
        at: usize,
        poll: &PollDraft,
        ties: &mut usize,
    ) -> Result<()> {
        if self.due.kind() != Some(poll.kind) {
            let got = word(poll.kind).to_owned();
            return Err(Error::at("kind", ElectionError::NotDue { got, expected: self.due.word() }));
        }
        // A poll in place of a void one is held as that one was.
        let (held_as, list) = match &self.due {
            Due::Revote(tied) => (PollKind::Revote, Some(tied.clone())),
            Due::New(kind, list) => (*kind, Some(list.clone())),
            Due::Rerun => (PollKind::Rerun, None),
            _ => (PollKind::First, Some(candidates.to_vec())),
        };
        let list = self.listed(poll, list, candidates, rules)?;
        let ranked = (held_as == PollKind::Rerun).then(|| self.best_first(rules, &list)).flatten();
        let (win, turnout) = match held_as {
            PollKind::Revote => (&PLURALITY, rules.later_turnout(rules.draft().revote_turnout)),
            PollKind::Rerun => {
                let turnout = rules.rerun_draft().map(|r| r.turnout);
                (rules.rerun.as_ref().unwrap_or(&PLURALITY), rules.later_turnout(turnout))
            }
            PollKind::First | PollKind::NewPoll => (&rules.win, rules.turnout.as_ref()),
        };
        let write_in = rules.allows(BallotMark::WriteIn) && held_as != PollKind::Revote;
        let barred: Vec<Key> = self.elected.iter().map(|e| e.candidate.clone()).collect();
        let contest = Contest { rules, candidates: &list, seats: self.open, write_in, barred: &barred };
        let mut outcome = Setting { contest, win, turnout, roll }.hold(poll)?;
        let upheld = draft
            .challenges
            .iter()
            .any(|c| c.poll == at && c.effect == ChallengeEffect::PollVoid && c.upheld == Some(true));
        if upheld {
            outcome.void();
        }
        let seats = self.open;
        let tie = self.take(draft, rules, at, poll, &mut outcome, ties)?;
        let chose = poll.tie.as_ref().and_then(|t| t.casting.as_ref()).is_some_and(|chosen| !chosen.is_empty());
        let asked = tie.as_ref().is_some_and(|tie| tie.rule == TieRule::CastingVote);
        if chose && !asked && outcome.status == PollStatus::Valid {
            return Err(Error::at("tie.casting", ElectionError::CastingUnasked));
        }
        match outcome.status {
            PollStatus::Void => self.due = Due::New(held_as, list),
            PollStatus::Unknown => {
                let counted = outcome.missing.iter().all(|m| *m != "patterns");
                self.due = Due::Settle(if counted { NextWhat::Ask } else { NextWhat::Count }, Vec::new());
            }
            PollStatus::Valid => {
                if held_as != PollKind::Revote {
                    self.rest.clone_from(&outcome.standings);
                }
                self.rest.retain(|s| !self.elected.iter().any(|e| e.candidate == s.candidate));
                self.due = match tie.as_ref().and_then(Self::unbroken) {
                    Some(due) => due,
                    None if self.open == 0 => Due::Nothing,
                    None if rules.rerun.is_some() => Due::Rerun,
                    None => Due::Nothing,
                };
            }
        }
        self.polls.push(Held {
            seats,
            status: outcome.status,
            checks: outcome.checks,
            kinds: outcome.kinds,
            standings: outcome.standings,
            tie,
            missing: outcome.missing.iter().map(|m| format!("polls[{at}].{m}")).collect(),
            on_roll: outcome.on_roll,
            list: ranked,
        });
        Ok(())
    }

    /// The sorted list of a poll.
    fn listed(
        &self,
        poll: &PollDraft,
        follows: Option<Vec<Key>>,
        candidates: &[Key],
        rules: &ElectionRules,
    ) -> Result<Vec<Key>> {
        let mut given = poll.candidates.clone();
        if let Some(given) = &mut given {
            given.sort_unstable();
            let twice = given.windows(2).find(|pair| pair.first() == pair.last()).and_then(<[Key]>::first);
            if let Some(key) = twice.map(ToString::to_string) {
                return Err(Error::at("candidates", ElectionError::CandidateTwice { key }));
            }
        }
        match (follows, given) {
            (Some(mut list), given) => {
                list.sort_unstable();
                if given.is_some_and(|given| given != list) {
                    let expected = list.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
                    return Err(Error::at("candidates", ElectionError::ListDiffers { expected }));
                }
                Ok(list)
            }
            (None, None) => Err(Error::at("candidates", ElectionError::NoList)),
            (None, Some(list)) => {
                let from = rules.rerun_draft().map_or(RerunFrom::Anyone, |r| r.from);
                for key in &list {
                    let elected = self.elected.iter().any(|e| e.candidate == *key);
                    let stood = candidates.contains(key) || self.rest.iter().any(|s| s.candidate == *key);
                    if elected || from != RerunFrom::Anyone && !stood {
                        let key = key.to_string();
                        return Err(Error::at("candidates", ElectionError::NotACandidate { key }));
                    }
                }
                Ok(list)
            }
        }
    }

    /// Where those on a rerun's list stand beside all who are not on it, where the rules ask.
    fn best_first(&self, rules: &ElectionRules, list: &[Key]) -> Option<Ranked> {
        if rules.rerun_draft()?.from != RerunFrom::BestNotElected {
            return None;
        }
        let place = |on: bool| self.rest.iter().filter(move |s| list.contains(&s.candidate) == on).map(|s| s.place);
        Some(Ranked { apart: place(true).max().zip(place(false).min()), candidates: list.len() })
    }

    /// Seats those who are elected, and breaks a tie as far as what is written allows.
    fn take(
        &mut self,
        draft: &ElectionDraft,
        rules: &ElectionRules,
        at: usize,
        poll: &PollDraft,
        outcome: &mut Outcome,
        ties: &mut usize,
    ) -> Result<Option<Broken>> {
        let yes = |key: &Key| outcome.standings.iter().find(|s| s.candidate == *key).map_or(0, |s| s.yes);
        for (candidate, yes) in &outcome.elected {
            self.seat(ElectedView { candidate: candidate.clone(), poll: at, yes: *yes, by: ElectedBy::Votes });
        }
        let Some((mut left, mut seats)) = outcome.tie.clone() else { return Ok(None) };
        let (tied, rule) = (left.clone(), rules.tie_rule(*ties));
        let mut broken = Broken { tied, seats, rule, draws: Vec::new(), chosen: Vec::new(), left: Vec::new() };
        loop {
            broken.rule = rules.tie_rule(*ties);
            *ties += 1;
            let Some((by, chosen)) = break_tie(draft, poll, &left, seats, &mut broken)? else { break };
            for key in &chosen {
                self.seat(ElectedView { candidate: key.clone(), poll: at, yes: yes(key), by });
            }
            seats -= u32::try_from(chosen.len()).unwrap_or(seats).min(seats);
            left.retain(|key| !chosen.contains(key));
            broken.chosen.extend(chosen);
            if seats == 0 {
                left.clear();
                break;
            }
            // Seniority can leave some equal: they go on to the next rule, unless it was the last.
            left = equal_seniority(draft, &left, seats);
            if *ties >= rules.draft().ties.len() {
                break;
            }
        }
        broken.chosen.sort_unstable();
        broken.left = left;
        Ok(Some(broken))
    }

    fn seat(&mut self, elected: ElectedView) {
        self.elected.push(elected);
        self.open = self.open.saturating_sub(1);
    }

    /// What is due for a tie that is not broken.
    fn unbroken(tie: &Broken) -> Option<Due> {
        if tie.left.is_empty() {
            return None;
        }
        let left = tie.left.clone();
        Some(match tie.rule {
            TieRule::Revote => Due::Revote(left),
            TieRule::Lot => Due::Settle(NextWhat::DrawLot, left),
            TieRule::CastingVote => Due::Settle(NextWhat::CastingVote, left),
            TieRule::Seniority => Due::Settle(NextWhat::Seniority, left),
        })
    }
}

/// Who of the tied get seats by the rule at hand; none where it is a revote, or what it takes is not written yet.
fn break_tie(
    draft: &ElectionDraft,
    poll: &PollDraft,
    left: &[Key],
    seats: u32,
    broken: &mut Broken,
) -> Result<Option<(ElectedBy, Vec<Key>)>> {
    let given = poll.tie.as_ref();
    Ok(match broken.rule {
        TieRule::Revote => None,
        TieRule::Lot => match given.and_then(|t| t.seed.as_ref()) {
            None => None,
            Some(seed) => {
                broken.draws = draw(seed, left, seats).map_err(|e| e.under("tie.seed"))?;
                Some((ElectedBy::Lot, broken.draws.iter().map(|d| d.drawn.clone()).collect()))
            }
        },
        TieRule::CastingVote => match given.and_then(|t| t.casting.clone()) {
            None => None,
            Some(mut chosen) => {
                chosen.sort_unstable();
                chosen.dedup();
                if chosen.len() != seats as usize || !chosen.iter().all(|c| left.contains(c)) {
                    let tied = left.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
                    return Err(Error::at("tie.casting", ElectionError::Casting { seats, tied }));
                }
                Some((ElectedBy::CastingVote, chosen))
            }
        },
        TieRule::Seniority => {
            let known: Option<Vec<(u32, &Key)>> = left.iter().map(|key| Some((seniority(draft, key)?, key))).collect();
            let Some(mut known) = known else { return Ok(None) };
            known.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
            // The first one who gets no seat: whoever is as senior as that one is not chosen by seniority.
            let line = known.get(seats as usize).map(|(place, _)| *place);
            let chosen = known.iter().take_while(|(place, _)| Some(*place) > line).map(|(_, key)| (*key).clone());
            Some((ElectedBy::Seniority, chosen.collect()))
        }
    })
}

fn seniority(draft: &ElectionDraft, key: &Key) -> Option<u32> {
    draft.candidates.iter().find(|c| c.key == *key).and_then(|c| c.seniority)
}

/// Of those left, the ones who are as senior as the one on the line: the others are out.
fn equal_seniority(draft: &ElectionDraft, left: &[Key], seats: u32) -> Vec<Key> {
    let mut places: Vec<u32> = left.iter().filter_map(|key| seniority(draft, key)).collect();
    places.sort_unstable_by(|a, b| b.cmp(a));
    let line = seats.checked_sub(1).and_then(|i| places.get(i as usize)).copied();
    left.iter().filter(|key| line.is_none() || seniority(draft, key) == line).cloned().collect()
}
