//! Admission of those nominated: clauses about a person are answered by the caller, one at a time, and only counted here.

use serde::Serialize;

use super::rules::ElectionRules;
use crate::kernel::Key;
use crate::wire::participation_election::ConditionDraft;

/// The answer to one clause about one person. Nobody keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseAnswer {
    /// The clause is met.
    Yes,
    /// It is not.
    No,
    /// The caller does not know.
    Unknown,
}

/// Who may stand; the others are counted and not named, and no reason is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Admission {
    /// Those who meet every clause, in the order given.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub admitted: Vec<Key>,
    /// How many fail one.
    pub refused: u64,
    /// How many fail none, and for whom one is not known.
    pub open: u64,
}

impl ElectionRules {
    /// Asks each clause about each one nominated, and counts.
    ///
    /// The answers go through this call and are dropped: no type holds who failed which clause. Once one is refused, no
    /// further clause is asked about that one.
    ///
    /// ```
    /// use shequ::kernel::{Document, Key};
    /// use shequ::participation::election::{ClauseAnswer, ElectionRules};
    /// # let rules = ElectionRules::parse(r#"
    /// #     format = "shequ.election-rules/1"
    /// #     id = "members"
    /// #     label = "members"
    /// #     seats = { least = 1, most = 9 }
    /// #     candidates = { surplus = "any" }
    /// #     conditions = [{ clause = "cn.vc.age", label = "of age on polling day" }]
    /// #     ballot = { marks = ["yes"], choose = "any" }
    /// #     win = {}
    /// #     order = "most-yes"
    /// #     ties = ["lot"]
    /// #     shortfall = "leave-open"
    /// # "#)?;
    /// let nominated: Vec<Key> = ["a", "b", "c"].map(|k| k.parse().unwrap()).to_vec();
    /// let admission = rules.admit(&nominated, |who, clause| match (who.as_str(), clause.clause.as_str()) {
    ///     ("a", "cn.vc.age") => ClauseAnswer::Yes,
    ///     ("b", "cn.vc.age") => ClauseAnswer::No,
    ///     _ => ClauseAnswer::Unknown,
    /// });
    /// assert_eq!((admission.admitted.len(), admission.refused, admission.open), (1, 1, 1));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn admit(&self, nominated: &[Key], answer: impl FnMut(&Key, &ConditionDraft) -> ClauseAnswer) -> Admission {
        admitted(&self.draft().conditions, nominated, answer)
    }
}

/// Asks each condition about each one, and counts; nothing of the answers is kept.
pub(in crate::participation) fn admitted(
    conditions: &[ConditionDraft],
    nominated: &[Key],
    mut answer: impl FnMut(&Key, &ConditionDraft) -> ClauseAnswer,
) -> Admission {
    let mut admission = Admission { admitted: Vec::new(), refused: 0, open: 0 };
    for who in nominated {
        let mut known = true;
        let refused = conditions.iter().any(|clause| match answer(who, clause) {
            ClauseAnswer::Yes => false,
            ClauseAnswer::No => true,
            ClauseAnswer::Unknown => {
                known = false;
                false
            }
        });
        match (refused, known) {
            (true, _) => admission.refused += 1,
            (false, false) => admission.open += 1,
            (false, true) => admission.admitted.push(who.clone()),
        }
    }
    admission
}
