//! What packs leave open: the days on which no version of a clause decides, and why.

use serde::Serialize;

use super::{Packs, Reason};
use crate::kernel::{Day, Period, Result};

/// A run of days on which a clause decides nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClauseGap {
    /// The clause.
    pub clause: String,
    /// The first day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The first day after.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
    /// Why it decides nothing.
    pub reason: Reason,
}

impl Packs {
    /// The days of a period on which a clause decides nothing, with the reason; a period without end is asked up to the
    /// last day on which a version begins or ends.
    ///
    /// ```
    /// use shequ::kernel::Period;
    /// use shequ::pack::{Reason, cn};
    /// let period = Period::new("2025-01-01".parse()?, Some("2027-01-01".parse()?))?;
    /// let gaps = cn().gaps("cn.urc.assembly.quorum", period)?;
    /// assert_eq!(gaps.len(), 1);
    /// assert_eq!((gaps[0].from.to_string().as_str(), gaps[0].reason), ("2026-01-01", Reason::Unread));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-clause`.
    pub fn gaps(&self, clause: &str, period: Period) -> Result<Vec<ClauseGap>> {
        // What is said of a clause changes only where a version, or one that supersedes it, begins or ends.
        let mut days = vec![period.from()];
        let mut ids = vec![clause];
        ids.extend(self.versions(clause).flat_map(|(_, c)| c.superseded_by().iter().map(String::as_str)));
        for (_, version) in ids.iter().flat_map(|id| self.versions(id)) {
            for end in [version.span().from(), version.span().until()].into_iter().flatten() {
                days.extend([end.earliest(), end.latest()]);
            }
        }
        days.retain(|day| period.contains(*day));
        days.sort_unstable();
        days.dedup();
        let last = period.until().or_else(|| days.last().and_then(|day| day.plus_days(1).ok()));
        let ends = days.iter().skip(1).copied().chain(last);
        let mut gaps: Vec<ClauseGap> = Vec::new();
        for (from, until) in days.iter().copied().zip(ends) {
            let Err(reason) = self.at(from).decisive(clause)? else { continue };
            match gaps.last_mut() {
                Some(gap) if gap.until == from && gap.reason == reason => gap.until = until,
                _ => gaps.push(ClauseGap { clause: clause.to_owned(), from, until, reason }),
            }
        }
        Ok(gaps)
    }
}
