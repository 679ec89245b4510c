//! What a reader must know of a clause that decides: how surely it is known, since when, and whether the law that its instrument
//! carries out still stands as it did.

use super::{Clause, Reason, Rules};
use crate::kernel::{Certainty, Day, Explanation, Lang, Result, Text};
use crate::wire::participation::Caution;

/// The word of the caution that the law above has changed.
const LAW_CHANGED: &str = "law-changed";

/// The law of a higher layer that an instrument carries out (上位法), and until when it stood as it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CarriesOut {
    pub(super) law: Text,
    pub(super) until: Day,
}

impl Clause {
    /// That the law which its instrument carries out is another on a day; nothing for a version that was made after that.
    pub(crate) fn law_changed(&self, day: Day) -> Option<Text> {
        let CarriesOut { law, until } = self.carries_out.as_ref()?;
        let made_since = self.span.from().is_some_and(|from| from.earliest() >= *until);
        (day >= *until && !made_since).then(|| {
            Text::new(
                format!("该条文所依据的上位法（{}）自{until}起已变更，变更后是否仍然适用尚未核对", law.get(Lang::Zh)),
                format!(
                    "the law which this clause carries out ({}) has changed since {until}: whether the clause still fits it was \
                     not read",
                    law.get(Lang::En)
                ),
            )
        })
    }

    /// What a reader must know of it where it decides on a day: `undated`, `excerpt`, `secondary`, `law-changed`.
    pub(crate) fn cautions(&self, day: Day) -> Vec<Caution> {
        let caution = |code: &str, text: Text| Caution { code: code.to_owned(), clause: Some(self.id.clone()), text };
        let undated = self.undated().then(|| caution("undated", Reason::Undated.label()));
        let known = match self.certainty() {
            Certainty::Excerpt => {
                Some(caution("excerpt", Text::new("该条文仅读过摘录", "this clause was read only in an excerpt")))
            }
            Certainty::Secondary => {
                Some(caution("secondary", Text::new("该条文仅见转述", "this clause is known only second-hand")))
            }
            Certainty::Text | Certainty::Default | Certainty::Unread => None,
        };
        let changed = self.law_changed(day).map(|text| caution(LAW_CHANGED, text));
        undated.into_iter().chain(known).chain(changed).collect()
    }
}

impl Rules {
    /// What a reader must know beside what a clause says on the day: that it was read in an excerpt (`excerpt`) or second-hand
    /// (`secondary`), that nobody knows since when it is in force (`undated`), or that the law which its instrument carries out
    /// has changed since (`law-changed`). Nothing where it decides nothing.
    ///
    /// ```
    /// // Shanghai's election measures of 2020 carry out a law that is another since 2026.
    /// let codes = |day: &str| -> shequ::kernel::Result<Vec<String>> {
    ///     let cautions = shequ::pack::cn().at(day.parse()?).cautions("cn.sh.ve.19(1).88")?;
    ///     Ok(cautions.into_iter().map(|caution| caution.code).collect())
    /// };
    /// assert!(codes("2025-12-31")?.is_empty());
    /// assert_eq!(codes("2026-01-01")?, ["law-changed"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-clause`.
    pub fn cautions(&self, clause: &str) -> Result<Vec<Caution>> {
        Ok(self.decisive(clause)?.map_or_else(|_| Vec::new(), |found| found.cautions(self.day())))
    }

    /// The same of several clauses, each caution once.
    ///
    /// # Errors
    /// `unknown-clause`.
    pub(crate) fn cautions_of<'c>(&self, clauses: impl IntoIterator<Item = &'c str>) -> Result<Vec<Caution>> {
        let mut out: Vec<Caution> = Vec::new();
        for clause in clauses {
            for caution in self.cautions(clause)? {
                if !out.contains(&caution) {
                    out.push(caution);
                }
            }
        }
        Ok(out)
    }
}

/// The node with the cautions that its citation does not show.
pub(crate) fn warned(mut node: Explanation, cautions: &[Caution]) -> Explanation {
    for caution in cautions.iter().filter(|caution| caution.code == LAW_CHANGED) {
        let text = &caution.text;
        node.note = Some(match node.note.take() {
            None => text.clone(),
            Some(note) => {
                let join = |lang, mark: &str| format!("{}{mark}{}", note.get(lang), text.get(lang));
                Text::new(join(Lang::Zh, "；"), join(Lang::En, "; "))
            }
        });
    }
    node
}
