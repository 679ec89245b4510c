//! The count of one poll: tallies of ballot patterns, or sums, become ballots by kind and votes by name.

use std::collections::{BTreeMap, BTreeSet};

use super::ElectionError;
use super::rules::ElectionRules;
use crate::kernel::{Error, Faults, Key, Result};
use crate::wire::participation_election::{BallotKinds, BallotMark, Choose, PatternDraft, PollDraft, SumsDraft};

/// The most ballots or voters of anything: sums of them fit.
pub(super) const MOST: u64 = 1_000_000_000_000_000;

/// The votes of one name on valid ballots.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Votes {
    pub yes: u64,
    pub no: u64,
    pub write_in: bool,
}

/// A poll that was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted {
    pub kinds: BallotKinds,
    pub votes: BTreeMap<Key, Votes>,
}

impl Counted {
    pub const fn valid(&self) -> u64 {
        self.kinds.marked + self.kinds.blank
    }

    /// All that were counted; for sums all that were returned.
    pub const fn all(&self) -> u64 {
        self.valid() + self.kinds.over_full + self.kinds.spoiled
    }
}

/// Who stands, for how many seats, and whether others can be written in.
pub(super) struct Contest<'c> {
    pub rules: &'c ElectionRules,
    pub candidates: &'c [Key],
    pub seats: u32,
    pub write_in: bool,
    /// Those who were elected in an earlier poll: nobody gets two seats by being written in.
    pub barred: &'c [Key],
}

impl Contest<'_> {
    /// The count of a poll; none if it is not counted yet.
    pub fn count(&self, poll: &PollDraft) -> Result<Option<Counted>> {
        let mut votes: BTreeMap<Key, Votes> = self.candidates.iter().map(|c| (c.clone(), Votes::default())).collect();
        let kinds = BallotKinds { marked: 0, blank: 0, over_full: 0, spoiled: poll.ballots.spoiled };
        match (&poll.patterns, &poll.sums) {
            (None, None) => Ok(None),
            (Some(_), Some(_)) => Err(Error::at("sums", ElectionError::TwoCounts)),
            (Some(patterns), None) => {
                let kinds = self.patterns(patterns, kinds, &mut votes).map_err(|e| e.under("patterns"))?;
                Ok(Some(Counted { kinds, votes }))
            }
            (None, Some(sums)) => {
                let kinds = self.sums(sums, poll.ballots.returned, kinds, &mut votes).map_err(|e| e.under("sums"))?;
                Ok(Some(Counted { kinds, votes }))
            }
        }
    }

    /// Whether a name may stand on a ballot.
    fn known(&self, key: &Key) -> Result<()> {
        if self.barred.contains(key) {
            Err(ElectionError::AlreadyElected { key: key.to_string() }.into())
        } else if self.write_in || self.candidates.contains(key) {
            Ok(())
        } else {
            Err(ElectionError::NotACandidate { key: key.to_string() }.into())
        }
    }

    fn over_full(&self, yes: usize) -> bool {
        let seats = self.seats as usize;
        match self.rules.draft().ballot.choose {
            Choose::UpToSeats => yes > seats,
            Choose::ExactlySeats => yes != seats,
            Choose::Any => false,
        }
    }

    fn patterns(
        &self,
        patterns: &[PatternDraft],
        mut kinds: BallotKinds,
        votes: &mut BTreeMap<Key, Votes>,
    ) -> Result<BallotKinds> {
        let mut faults = Faults::new();
        let mut total = kinds.spoiled;
        for (i, pattern) in patterns.iter().enumerate() {
            let mut names = BTreeSet::new();
            for (list, keys) in [("yes", &pattern.yes), ("no", &pattern.no)] {
                for (at, key) in keys.iter().enumerate() {
                    let path = format!("[{i}].{list}[{at}]");
                    faults.take(&path, self.known(key));
                    if !names.insert(key) {
                        faults.push(path, ElectionError::NameTwice { key: key.to_string() });
                    }
                }
            }
            if !pattern.no.is_empty() && !self.rules.allows(BallotMark::No) {
                faults.push(format!("[{i}].no"), ElectionError::MarkNotAllowed { mark: "no".into() });
            }
            total = total.saturating_add(pattern.count);
            if total > MOST {
                faults.push(format!("[{i}].count"), ElectionError::TooMany { got: pattern.count });
                break;
            }
            if pattern.yes.is_empty() && pattern.no.is_empty() {
                kinds.blank += pattern.count;
                continue;
            }
            if self.over_full(pattern.yes.len()) {
                kinds.over_full += pattern.count;
                continue;
            }
            kinds.marked += pattern.count;
            for (keys, yes) in [(&pattern.yes, true), (&pattern.no, false)] {
                for key in keys {
                    let of = votes.entry(key.clone()).or_insert(Votes { write_in: true, ..Votes::default() });
                    *(if yes { &mut of.yes } else { &mut of.no }) += pattern.count;
                }
            }
        }
        faults.into_result()?;
        Ok(kinds)
    }

    fn sums(
        &self,
        sums: &SumsDraft,
        returned: u64,
        mut kinds: BallotKinds,
        votes: &mut BTreeMap<Key, Votes>,
    ) -> Result<BallotKinds> {
        let mut faults = Faults::new();
        (kinds.over_full, kinds.blank) = (sums.over_full, sums.blank);
        let others = [sums.over_full, sums.blank, kinds.spoiled].into_iter().fold(0, u64::saturating_add);
        let Some(marked) = returned.checked_sub(others) else {
            return Err(Error::at("blank", ElectionError::MoreVotes { votes: others, ballots: returned }));
        };
        kinds.marked = marked;
        let mut all = 0_u64;
        let mut named = BTreeSet::new();
        for (i, of) in sums.votes.iter().enumerate() {
            let path = format!("votes[{i}]");
            faults.take(&format!("{path}.candidate"), self.known(&of.candidate));
            if !named.insert(&of.candidate) {
                faults.push(format!("{path}.candidate"), ElectionError::NameTwice { key: of.candidate.to_string() });
            }
            if of.no > 0 && !self.rules.allows(BallotMark::No) {
                faults.push(format!("{path}.no"), ElectionError::MarkNotAllowed { mark: "no".into() });
            }
            let cast = of.yes.saturating_add(of.no);
            if cast > marked {
                faults.push(format!("{path}.yes"), ElectionError::MoreVotes { votes: cast, ballots: marked });
                continue;
            }
            all = all.saturating_add(of.yes);
            let entry = votes.entry(of.candidate.clone()).or_insert(Votes { write_in: true, ..Votes::default() });
            (entry.yes, entry.no) = (of.yes, of.no);
        }
        let most = match self.rules.draft().ballot.choose {
            Choose::Any => u64::MAX,
            Choose::UpToSeats | Choose::ExactlySeats => marked.saturating_mul(self.seats.into()),
        };
        if all > most {
            faults.push("votes", ElectionError::MoreVotes { votes: all, ballots: marked });
        }
        faults.into_result()?;
        Ok(kinds)
    }
}
