//! The rules of an election, checked.

use std::sync::Arc;

use num_traits::ToPrimitive as _;
use serde::{Serialize, Serializer};

use super::ElectionError;
use super::share::Share;
use crate::kernel::{Digest, Document, Error, Faults, Ratio, Result, Text};
use crate::pack::{Reason, Rules};
use crate::wire::participation::Caution;
use crate::wire::participation_election::{
    BallotMark, ElectionRulesDraft, LaterTurnout, PollBase, PollShareDraft, RerunDraft, ShortfallDraft, SurplusDraft,
    TieRule, WinDraft,
};

/// The rules of an election, `shequ.election-rules/1`: flat data that a clause of a pack can hold as well.
///
/// ```
/// use shequ::kernel::Document;
/// use shequ::participation::election::ElectionRules;
/// // Electoral Law of China, art. 31(2): in a direct election a third to the whole more candidates than seats.
/// let surplus = |text: &str| ElectionRules::parse(&format!(r#"
///     format = "shequ.election-rules/1"
///     id = "members"
///     label = "members"
///     seats = {{ least = 1, most = 3 }}
///     candidates = {{ surplus = {text} }}
///     ballot = {{ marks = ["yes"], choose = "up-to-seats" }}
///     win = {{}}
///     order = "most-yes"
///     ties = ["lot"]
///     shortfall = "leave-open"
/// "#));
/// let third_to_whole = surplus(r#"{ ratio = { least = "1/3", most = 1 } }"#)?;
/// assert_eq!((1..=3).map(|seats| third_to_whole.candidates(seats)).collect::<Vec<_>>(), [
///     (2, Some(2)), (3, Some(4)), (4, Some(6)),
/// ]);
/// assert_eq!(surplus(r#""equal""#)?.candidates(3), (3, Some(3)));
/// assert_eq!(surplus("{ range = { least = 2, most = 1 } }").unwrap_err().first().code(), "election-surplus");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElectionRules {
    draft: Arc<ElectionRulesDraft>,
    pub(super) turnout: Option<PollTest>,
    pub(super) win: WinTest,
    pub(super) rerun: Option<WinTest>,
    pub(super) recall_turnout: Option<PollTest>,
    pub(super) recall_pass: Option<WinTest>,
}

/// A share of a poll, ready to be tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PollTest {
    pub part: PollBase,
    pub base: PollBase,
    pub share: Share,
    pub clause: Option<String>,
}

/// What a candidate needs, ready to be tested.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct WinTest {
    pub share: Option<(PollBase, Share)>,
    pub clause: Option<String>,
}

impl ElectionRules {
    /// Their name.
    pub fn id(&self) -> &str {
        &self.draft.id
    }

    /// What is elected by them.
    pub fn label(&self) -> &Text {
        &self.draft.label
    }

    /// The rules as a document writes them.
    pub fn draft(&self) -> &ElectionRulesDraft {
        &self.draft
    }

    /// The least and the most of candidates for so many seats.
    pub fn candidates(&self, seats: u32) -> (u32, Option<u32>) {
        bounds(&self.draft.candidates.surplus, seats)
    }

    /// The digest of the rules.
    ///
    /// # Errors
    /// None that rules can have; digests are fallible in general.
    pub fn digest(&self) -> Result<Digest> {
        Digest::of(&*self.draft)
    }

    pub(super) fn rerun_draft(&self) -> Option<&RerunDraft> {
        match &self.draft.shortfall {
            ShortfallDraft::Rerun(rerun) => Some(rerun),
            ShortfallDraft::LeaveOpen => None,
        }
    }

    pub(super) fn allows(&self, mark: BallotMark) -> bool {
        self.draft.ballot.marks.contains(&mark)
    }

    /// The rule that breaks the tie after so many.
    pub(super) fn tie_rule(&self, after: usize) -> TieRule {
        let ties = &self.draft.ties;
        ties.get(after).or(ties.last()).copied().unwrap_or(TieRule::Revote)
    }

    /// The turnout of a later poll.
    pub(super) fn later_turnout(&self, rule: Option<LaterTurnout>) -> Option<&PollTest> {
        self.turnout.as_ref().filter(|_| rule == Some(LaterTurnout::AsFirst))
    }

    /// The clauses that these rules cite, in their order, each once.
    pub fn clauses(&self) -> Vec<&str> {
        let d = &*self.draft;
        let mut found: Vec<Option<&String>> = vec![d.seats.clause.as_ref(), d.candidates.clause.as_ref()];
        found.extend(d.nomination.iter().map(|n| n.clause.as_ref()));
        found.extend(d.conditions.iter().map(|c| Some(&c.clause)));
        found.push(d.ballot.clause.as_ref());
        found.push(d.turnout.as_ref().and_then(|t| t.clause.as_ref()));
        found.push(d.win.clause.as_ref());
        if let ShortfallDraft::Rerun(rerun) = &d.shortfall {
            found.extend([rerun.clause.as_ref(), rerun.win.clause.as_ref()]);
        }
        found.push(d.term.as_ref().and_then(|t| t.clause.as_ref()));
        found.push(d.by_election.as_ref().and_then(|t| t.clause.as_ref()));
        found.push(d.vacancy.as_ref().and_then(|t| t.clause.as_ref()));
        if let Some(recall) = &d.recall {
            found.extend(recall.petition.iter().map(|p| p.clause.as_ref()));
            found.push(recall.turnout.as_ref().and_then(|t| t.clause.as_ref()));
            found.push(recall.pass.clause.as_ref());
        }
        let mut out: Vec<&str> = Vec::new();
        for clause in found.into_iter().flatten().map(String::as_str) {
            if !out.contains(&clause) {
                out.push(clause);
            }
        }
        out
    }

    /// Of the clauses that these rules cite, those that decide nothing on the day, and why: unread, not in force, second-hand.
    ///
    /// Rules with a gap are not law on that day; whoever applies them does so as a by-law of their own.
    ///
    /// # Errors
    /// `unknown-clause`.
    pub fn gaps(&self, rules: &Rules) -> Result<Vec<(String, Reason)>> {
        let mut gaps = Vec::new();
        for clause in self.clauses() {
            if let Err(reason) = rules.decisive(clause)? {
                gaps.push((clause.to_owned(), reason));
            }
        }
        Ok(gaps)
    }

    /// What a reader must know of the clauses that these rules cite, as the rules of a day have them: `undated`, `excerpt`,
    /// `secondary`, `law-changed`.
    ///
    /// # Errors
    /// `unknown-clause`.
    pub fn cautions(&self, rules: &Rules) -> Result<Vec<Caution>> {
        rules.cautions_of(self.clauses())
    }

    /// Checks a draft; paths stand below the place of the draft, so that a clause of a pack can hold one.
    ///
    /// # Errors
    /// The faults of [`ElectionError`] that rules can have.
    pub fn new(draft: ElectionRulesDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let d = &draft;
        if d.seats.least == 0 || d.seats.most < d.seats.least {
            faults.push("seats", ElectionError::Seats { least: d.seats.least, most: d.seats.most });
        }
        faults.take("candidates.surplus", check_surplus(&d.candidates.surplus));
        if let Some(by) = &d.by_election {
            faults.take("by_election.surplus", check_surplus(&by.surplus));
        }
        if !d.ballot.marks.contains(&BallotMark::Yes) {
            faults.push("ballot.marks", ElectionError::NoYes);
        }
        if d.ties.is_empty() {
            faults.push("ties", ElectionError::NoTieRule);
        }
        if d.ties.contains(&TieRule::Revote) && d.revote_turnout.is_none() {
            faults.push("revote_turnout", ElectionError::RevoteTurnout);
        }
        let no = d.ballot.marks.contains(&BallotMark::No);
        let turnout = d.turnout.as_ref().and_then(|t| faults.take("turnout", poll_test(t)));
        let win = faults.take("win", win_test(&d.win, no));
        let mut rerun = None;
        if let ShortfallDraft::Rerun(r) = &d.shortfall {
            faults.take("shortfall.rerun.surplus", check_surplus(&r.surplus));
            rerun = faults.take("shortfall.rerun.win", win_test(&r.win, no));
        }
        let (mut recall_turnout, mut recall_pass) = (None, None);
        if let Some(recall) = &d.recall {
            if recall.petition.is_empty() {
                faults.push("recall.petition", ElectionError::Empty { what: "the list of petitions".into() });
            }
            for (i, petition) in recall.petition.iter().enumerate() {
                let share = Share::new(&petition.share, petition.comparison);
                faults.take(&format!("recall.petition[{i}].share"), share);
            }
            recall_turnout = recall.turnout.as_ref().and_then(|t| faults.take("recall.turnout", poll_test(t)));
            recall_pass = faults.take("recall.pass", win_test(&recall.pass, true));
        }
        faults.into_result()?;
        let win = win.unwrap_or_default();
        Ok(Self { draft: Arc::new(draft), turnout, win, rerun, recall_turnout, recall_pass })
    }
}

/// Serialises as its draft.
impl Serialize for ElectionRules {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.draft.serialize(serializer)
    }
}

impl Document for ElectionRules {
    const FORMAT: &'static str = "shequ.election-rules/1";
    const ROOT: &'static str = "election_rules";
    type Draft = ElectionRulesDraft;

    fn check(draft: ElectionRulesDraft) -> Result<Self> {
        Self::new(draft)
    }
}

/// The least and the most of candidates for so many seats.
pub(super) fn bounds(surplus: &SurplusDraft, seats: u32) -> (u32, Option<u32>) {
    let share = |share: &Ratio| share * &Ratio::from(seats);
    let (least, most) = match surplus {
        SurplusDraft::Any => return (0, None),
        SurplusDraft::Equal => (0, Some(0)),
        SurplusDraft::Exactly(n) => (*n, Some(*n)),
        SurplusDraft::Range(range) => (range.least, range.most),
        SurplusDraft::Ratio(range) => (
            share(&range.least).ceil().to_u32().unwrap_or(u32::MAX),
            range.most.as_ref().map(|most| share(most).floor().to_u32().unwrap_or(u32::MAX)),
        ),
    };
    (seats.saturating_add(least), most.map(|most| seats.saturating_add(most)))
}

fn check_surplus(surplus: &SurplusDraft) -> Result<()> {
    let wrong = |least: String, most: String| Err(ElectionError::Surplus { least, most }.into());
    match surplus {
        SurplusDraft::Range(r) if r.most.is_some_and(|most| most < r.least) => {
            wrong(r.least.to_string(), r.most.map(|m| m.to_string()).unwrap_or_default())
        }
        SurplusDraft::Ratio(r) if r.least.is_negative() || r.most.as_ref().is_some_and(|most| *most < r.least) => {
            wrong(r.least.to_string(), r.most.as_ref().map(ToString::to_string).unwrap_or_default())
        }
        _ => Ok(()),
    }
}

fn poll_test(draft: &PollShareDraft) -> Result<PollTest> {
    for (field, base) in [("part", draft.part), ("base", draft.base)] {
        if base == PollBase::YesAndNo {
            return Err(Error::at(field, ElectionError::BaseUnfit { base: "yes-and-no".into() }));
        }
    }
    let share = Share::new(&draft.share, draft.comparison).map_err(|e| e.under("share"))?;
    Ok(PollTest { part: draft.part, base: draft.base, share, clause: draft.clause.clone() })
}

fn win_test(draft: &WinDraft, no: bool) -> Result<WinTest> {
    let mut test = WinTest { share: None, clause: draft.clause.clone() };
    if let Some(share) = &draft.share {
        if share.base == PollBase::YesAndNo && !no {
            return Err(Error::at("share.base", ElectionError::BaseUnfit { base: "yes-and-no".into() }));
        }
        let tested = Share::new(&share.share, share.comparison).map_err(|e| e.under("share.share"))?;
        test.share = Some((share.base, tested));
    }
    Ok(test)
}
