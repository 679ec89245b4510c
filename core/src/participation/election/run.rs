//! The run of an election as a document, checked.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::count::MOST;
use super::fold::{Folded, fold};
use super::rules::{ElectionRules, bounds};
use super::share::Known;
use super::{ElectionError, ElectionResult};
use crate::kernel::document::read_holding;
use crate::kernel::{Digest, Document, Error, Faults, Key, Result, Value};
use crate::wire::participation_election::{
    ChallengeDraft, ChallengeEffect, ElectionDraft, ElectionKind, ObjectionDraft, PollDraft, RollDraft,
};

/// The run of one election, `shequ.election/1`: the roll, who stands, the polls in their order, and complaints.
///
/// ```
/// use shequ::kernel::Document;
/// use shequ::participation::election::{Election, NextWhat};
/// let run = Election::parse(r#"
///     format = "shequ.election/1"
///     id = "committee-2025"
///     seats = 2
///     roll = { voters = 100 }
///     candidates = [{ key = "a" }, { key = "b" }, { key = "c" }]
///     [rules]
///     id = "members"
///     label = "members of the committee"
///     seats = { least = 1, most = 9 }
///     candidates = { surplus = { range = { least = 1 } } }
///     ballot = { marks = ["yes"], choose = "up-to-seats" }
///     turnout = { part = "voters", base = "roll", comparison = "more-than", share = "1/2" }
///     win = { share = { base = "voters", comparison = "more-than", share = "1/2" } }
///     order = "most-yes"
///     ties = ["revote"]
///     revote_turnout = "none"
///     shortfall = "leave-open"
///     [[polls]]
///     kind = "first"
///     day = "2025-06-15"
///     ballots = { issued = 60, returned = 60, voters = 60 }
///     patterns = [
///         { yes = ["a", "b"], count = 33 },
///         { yes = ["a", "c"], count = 20 },
///         { yes = ["a", "b", "c"], count = 4 }, # too many names: void
///         { count = 3 },
///     ]
/// "#)?;
/// let result = run.result();
/// let elected: Vec<&str> = result.view().elected.iter().map(|e| e.candidate.as_str()).collect();
/// assert_eq!(elected, ["a", "b"]);
/// assert_eq!(result.view().next.what, NextWhat::Nothing);
/// // More than half of the 60 who took part is 31: `c` lacks 11, and 3 fewer would leave `b` out.
/// let margins: Vec<_> = result.view().polls[0].candidates.iter().map(|c| c.win.margin).collect();
/// assert_eq!(margins, [Some(23), Some(3), Some(11)]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Election {
    draft: Arc<ElectionDraft>,
    rules: ElectionRules,
    roll: Known,
    /// Those who stand, sorted.
    candidates: Vec<Key>,
    folded: Arc<Folded>,
}

impl Election {
    /// Its name.
    pub fn id(&self) -> &Key {
        &self.draft.id
    }

    /// Its rules.
    pub const fn rules(&self) -> &ElectionRules {
        &self.rules
    }

    /// The run as a document writes it.
    pub fn draft(&self) -> &ElectionDraft {
        &self.draft
    }

    /// The digest of the run with its salt.
    ///
    /// # Errors
    /// None that a run can have; digests are fallible in general.
    pub fn digest(&self) -> Result<Digest> {
        Digest::of(&*self.draft)
    }

    /// Who is elected, what each poll came to, and what follows.
    pub fn result(&self) -> ElectionResult {
        ElectionResult::new(self)
    }

    pub(super) fn folded(&self) -> &Folded {
        &self.folded
    }

    pub(super) fn candidates(&self) -> &[Key] {
        &self.candidates
    }

    /// The least and the most of candidates that the list may have.
    pub(super) fn list_bounds(&self) -> (u32, Option<u32>) {
        let draft = self.rules.draft();
        match (self.draft.kind, &draft.by_election) {
            (ElectionKind::ByElection, Some(by)) => bounds(&by.surplus, self.draft.seats),
            _ => self.rules.candidates(self.draft.seats),
        }
    }
}

impl Document for Election {
    const FORMAT: &'static str = "shequ.election/1";
    const ROOT: &'static str = "election";
    type Draft = ElectionDraft;

    fn read(value: Value) -> Result<Self> {
        read_holding::<Self, ElectionRules>(value, "rules")
    }

    fn check(draft: ElectionDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let rules = faults.take("rules", ElectionRules::new(draft.rules.clone()));
        let roll = faults.take("roll", check_roll(&draft.roll));
        if let Some(rules) = &rules {
            let seats = &rules.draft().seats;
            let by = draft.kind == ElectionKind::ByElection;
            // Vacant seats may be fewer than a whole body has.
            if draft.seats > seats.most || draft.seats < if by { 1 } else { seats.least } {
                let (least, most) = (seats.least, seats.most);
                faults.push("seats", ElectionError::SeatsOutside { seats: draft.seats, least, most });
            }
            if by && rules.draft().by_election.is_none() {
                faults.push("kind", ElectionError::NoByElection);
            }
        }
        let mut keys = BTreeSet::new();
        for (i, candidate) in draft.candidates.iter().enumerate() {
            if !keys.insert(candidate.key.clone()) {
                let key = candidate.key.to_string();
                faults.push(format!("candidates[{i}].key"), ElectionError::CandidateTwice { key });
            }
        }
        let mut before = None;
        for (i, poll) in draft.polls.iter().enumerate() {
            faults.take(&format!("polls[{i}]"), check_poll(poll, before));
            before = Some(poll.day);
        }
        for (i, challenge) in draft.challenges.iter().enumerate() {
            faults.take(&format!("challenges[{i}]"), check_challenge(challenge, &draft.polls));
        }
        faults.into_result()?;
        let (Some(rules), Some(roll)) = (rules, roll) else {
            // `take` gave nothing only with a fault noted, which returned above.
            return Err(ElectionError::RollNegative.into());
        };
        let candidates: Vec<Key> = keys.into_iter().collect();
        let folded = fold(&draft, &rules, roll, &candidates)?;
        Ok(Self { draft: Arc::new(draft), rules, roll, candidates, folded: Arc::new(folded) })
    }
}

impl Election {
    /// How many are on the roll, within what open objections leave.
    pub fn on_roll(&self) -> (u64, u64) {
        (self.roll.least, self.roll.most)
    }
}

/// The roll after its objections; one that is open may add or take away one.
fn check_roll(roll: &RollDraft) -> Result<Known> {
    let mut faults = Faults::new();
    if roll.voters > MOST {
        return Err(Error::at("voters", ElectionError::TooMany { got: roll.voters }));
    }
    let (mut change, mut open) = (0_i64, 0_i64);
    for (i, objection) in roll.objections.iter().enumerate() {
        match faults.take(&format!("objections[{i}]"), check_objection(objection)) {
            Some(Some(by)) => change += i64::from(by),
            Some(None) => open += 1,
            None => {}
        }
    }
    faults.into_result()?;
    let sum = i64::try_from(roll.voters).unwrap_or(i64::MAX).saturating_add(change);
    let least = u64::try_from(sum.saturating_sub(open)).map_err(|_| ElectionError::RollNegative)?;
    let most = u64::try_from(sum.saturating_add(open)).map_err(|_| ElectionError::RollNegative)?;
    Ok(Known { least, most })
}

fn check_objection(objection: &ObjectionDraft) -> Result<Option<i8>> {
    decided(objection.filed, objection.decided, objection.change.is_some())?;
    match objection.change {
        Some(got) if !(-1..=1).contains(&got) => Err(Error::at("change", ElectionError::Change { got })),
        change => Ok(change),
    }
}

fn decided(filed: crate::kernel::Day, decided: Option<crate::kernel::Day>, what: bool) -> Result<()> {
    if decided.is_some() != what {
        return Err(Error::at("decided", ElectionError::HalfDecided));
    }
    match decided {
        Some(decided) if decided < filed => {
            let (filed, decided) = (filed.to_string(), decided.to_string());
            Err(Error::at("decided", ElectionError::DecidedBefore { filed, decided }))
        }
        _ => Ok(()),
    }
}

fn check_poll(poll: &PollDraft, before: Option<crate::kernel::Day>) -> Result<()> {
    let mut faults = Faults::new();
    if let Some(before) = before.filter(|before| poll.day < *before) {
        let cause = ElectionError::DayBackwards { day: poll.day.to_string(), before: before.to_string() };
        faults.push("day", cause);
    }
    let ballots = &poll.ballots;
    for (field, got) in [
        ("issued", Some(ballots.issued)),
        ("returned", Some(ballots.returned)),
        ("voters", ballots.voters),
        ("spoiled", Some(ballots.spoiled)),
    ] {
        if let Some(got) = got.filter(|got| *got > MOST) {
            faults.push(format!("ballots.{field}"), ElectionError::TooMany { got });
        }
    }
    faults.into_result()
}

fn check_challenge(challenge: &ChallengeDraft, polls: &[PollDraft]) -> Result<()> {
    decided(challenge.filed, challenge.decided, challenge.upheld.is_some())?;
    let poll = polls.get(challenge.poll).ok_or_else(|| Error::at("poll", ElectionError::NoSuchSeat))?;
    if challenge.filed < poll.day {
        let (filed, poll) = (challenge.filed.to_string(), poll.day.to_string());
        return Err(Error::at("filed", ElectionError::ChallengeBefore { filed, poll }));
    }
    if challenge.effect == ChallengeEffect::PollVoid && challenge.candidate.is_some() {
        return Err(Error::at("candidate", ElectionError::ChallengeOfOne));
    }
    Ok(())
}
