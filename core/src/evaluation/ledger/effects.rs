//! What records did: the scorecard as it was known on a day, and whom each of them affected.

use super::Ledger;
use crate::evaluation::Scorecard;
use crate::evaluation::score::Scores;
use crate::kernel::{Day, Result};
use crate::wire::evaluation::{AffectedUnit, LedgerEffect};

impl Ledger {
    /// The scorecard as it was known on a day: the first one, with what was recorded by then.
    ///
    /// # Errors
    /// `ledger-other-evaluation` where the records are of another scorecard.
    pub fn card(&self, first: &Scorecard, known: Day) -> Result<Scorecard> {
        self.is_of(first)?;
        self.known(first, known)
    }

    /// The same of a scorecard that is known to be the first one.
    pub(super) fn known(&self, first: &Scorecard, known: Day) -> Result<Scorecard> {
        let mut card = first.clone();
        for (seq, record) in self.records.iter().enumerate().take_while(|(_, record)| record.day <= known) {
            if !record.changes.is_empty() {
                card = card.changed(&record.changes).map_err(|e| e.under(&format!("ledger.records[{seq}]")))?;
            }
        }
        Ok(card)
    }

    /// For each record that changed values by a day, every unit that it affected, before and after.
    ///
    /// # Errors
    /// As [`card`](Self::card).
    pub fn effects(&self, first: &Scorecard, known: Day) -> Result<Vec<LedgerEffect>> {
        self.is_of(first)?;
        let mut card = first.clone();
        let mut out = Vec::new();
        for (seq, record) in (0..).zip(&self.records).take_while(|(_, record)| record.day <= known) {
            if !record.changes.is_empty() {
                let after = card.changed(&record.changes).map_err(|e| e.under(&format!("ledger.records[{seq}]")))?;
                out.push(LedgerEffect { seq, day: record.day, units: after.affected(&card) });
                card = after;
            }
        }
        Ok(out)
    }
}

impl Scorecard {
    /// The units that have another score, grade, rank or award than in a scorecard of the same units, before and after.
    pub fn affected(&self, before: &Self) -> Vec<AffectedUnit> {
        let (old, new) = (&before.scores, &self.scores);
        let ranks = |card: &Self, u: usize| {
            let standing = &card.standing;
            let at = |ranks: &[u32]| ranks.get(u).copied();
            (at(&standing.rank), at(&standing.after_tie_break), at(&standing.tied), standing.award.get(u).copied())
        };
        let differs = |u: &usize| {
            let u = *u;
            let score = |scores: &Scores| {
                let held = (scores.eligible.get(u).copied(), scores.worst.get(u).copied());
                (scores.exact.get(u).copied(), scores.total.get(u).copied(), scores.grade.get(u).copied(), held)
            };
            let parts = |scores: &Scores| {
                (scores.base.get(u).copied(), scores.bonus.get(u).copied(), scores.penalty.get(u).copied())
            };
            score(old) != score(new) || parts(old) != parts(new) || ranks(before, u) != ranks(self, u)
        };
        let units = (0..self.len()).filter(|_| self.len() == before.len()).filter(differs);
        units.map(|u| AffectedUnit { before: before.score_at(u), after: self.score_at(u) }).collect()
    }
}
