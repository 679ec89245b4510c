//! Whether rules say what the clauses say that they cite.

use serde::Serialize;

use super::rules::ElectionRules;
use crate::kernel::{Ratio, Result, Text};
use crate::pack::{Comparison, Content, Rules};
use crate::wire::participation_election::ShortfallDraft;

/// A clause that says something else than the rules that cite it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClauseDiffers {
    /// The clause.
    pub clause: String,
    /// What it says.
    pub says: Text,
    /// What the rules say.
    pub rules: Text,
}

/// What the rules say, in the terms of a clause.
enum Said<'r> {
    Share(Comparison, &'r Ratio),
    Years(u32),
    Candidates,
}

impl ElectionRules {
    /// The clauses in force on the day that say something else than these rules, which cite them.
    ///
    /// Shares, years and the surplus of candidates are compared. Clauses that decide nothing on the day are not looked at
    /// here: [`gaps`](Self::gaps) names them. Whether a body may ask more than its law is for the linter of packs to say.
    ///
    /// # Errors
    /// `unknown-clause`.
    pub fn differs(&self, rules: &Rules) -> Result<Vec<ClauseDiffers>> {
        let mut out = Vec::new();
        for (clause, said) in self.said() {
            let Ok(found) = rules.decisive(clause)? else { continue };
            let same = match (&said, found.content()) {
                (Said::Share(comparison, share), Content::Threshold(t)) => {
                    t.share() == *share && t.comparison() == *comparison
                }
                (Said::Years(years), Content::Years(of)) => years == of,
                (Said::Candidates, Content::Surplus(surplus)) => {
                    let seats = &self.draft().seats;
                    // So many seats that every share of them is tried, and no more.
                    (seats.least..=seats.most.min(seats.least.saturating_add(99))).all(|seats| {
                        let (least, most) = self.candidates(seats);
                        surplus.candidates(seats.into()) == (least.into(), most.map(Into::into))
                    })
                }
                // A clause of another kind cannot be compared.
                _ => true,
            };
            if !same {
                let (clause, says) = (clause.to_owned(), found.content().render());
                out.push(ClauseDiffers { clause, says, rules: said.render() });
            }
        }
        Ok(out)
    }

    /// Each clause that is cited, with what the rules say by it.
    fn said(&self) -> Vec<(&str, Said<'_>)> {
        let d = self.draft();
        let mut said: Vec<(Option<&String>, Said<'_>)> = vec![(d.candidates.clause.as_ref(), Said::Candidates)];
        said.extend(d.turnout.iter().map(|t| (t.clause.as_ref(), Said::Share(t.comparison, &t.share))));
        let mut wins = vec![&d.win];
        if let ShortfallDraft::Rerun(rerun) = &d.shortfall {
            wins.push(&rerun.win);
        }
        if let Some(recall) = &d.recall {
            wins.push(&recall.pass);
            said.extend(recall.petition.iter().map(|p| (p.clause.as_ref(), Said::Share(p.comparison, &p.share))));
            said.extend(recall.turnout.iter().map(|t| (t.clause.as_ref(), Said::Share(t.comparison, &t.share))));
        }
        for win in wins {
            said.extend(win.share.iter().map(|s| (win.clause.as_ref(), Said::Share(s.comparison, &s.share))));
        }
        said.extend(d.term.iter().map(|t| (t.clause.as_ref(), Said::Years(t.years))));
        said.into_iter().filter_map(|(clause, said)| Some((clause?.as_str(), said))).collect()
    }
}

impl Said<'_> {
    fn render(&self) -> Text {
        use crate::kernel::Lang::{En, Zh};
        match self {
            Self::Share(comparison, share) => {
                let words = comparison.label();
                Text::new(format!("{}{share}", words.get(Zh)), format!("{} {share}", words.get(En)))
            }
            Self::Years(years) => Text::new(format!("{years}年"), format!("{years} years")),
            Self::Candidates => Text::new("候选人差额不同", "another surplus of candidates"),
        }
    }
}
