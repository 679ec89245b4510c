//! Recall (罢免): who can demand it, and whether it passes.

use serde::{Deserialize, Serialize};

use super::ElectionError;
use super::count::MOST;
use super::explain::{Cited, explain_check};
use super::rules::{ElectionRules, PollTest, WinTest};
use super::share::{Known, Share};
use crate::kernel::{Document, Error, Explanation, How, Quantity, Result, Status, Text};
use crate::wire::participation_election::{PollBase, PollCheck};

/// The counts of a poll on a recall, an argument `shequ.recall-poll/1`; what is not known is left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields, default)]
pub struct RecallPoll {
    /// All on the roll.
    pub roll: Option<u64>,
    /// Those who took part.
    pub voters: Option<u64>,
    /// Ballots that came back.
    pub returned: Option<u64>,
    /// For the recall.
    pub yes: Option<u64>,
    /// Against it.
    pub no: Option<u64>,
}

/// The answer to a petition or a poll on a recall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecallView {
    /// Whether it stands.
    pub status: Status,
    /// What was tested.
    pub checks: Vec<PollCheck>,
}

impl Document for RecallPoll {
    const FORMAT: &'static str = "shequ.recall-poll/1";
    const ROOT: &'static str = "poll";
    type Draft = Self;

    fn check(draft: Self) -> Result<Self> {
        Ok(draft)
    }
}

impl RecallView {
    /// Why: each test with both sides exactly, and the clause that asks for it.
    pub fn explain(&self) -> Explanation {
        let checks = self.checks.iter().map(|check| explain_check(check, &|_| Cited::default())).collect();
        Explanation::new(Text::new("罢免", "recall"), Quantity::Status(self.status)).of(How::All, checks)
    }
}

impl ElectionRules {
    /// Whether a petition of so many of a body can demand a recall.
    ///
    /// # Errors
    /// `recall-unknown-petitioner`, `poll-too-many`; `election-part-empty` where the rules have no recall.
    pub fn petition(&self, of: &str, signed: u64, all: u64) -> Result<RecallView> {
        let recall = self.draft().recall.as_ref();
        let recall = recall.ok_or(ElectionError::Empty { what: "the recall of the rules".into() })?;
        let Some(petition) = recall.petition.iter().find(|p| p.of == of) else {
            let have = recall.petition.iter().map(|p| format!("`{}`", p.of)).collect::<Vec<_>>().join(", ");
            return Err(Error::at("of", ElectionError::UnknownPetitioner { got: of.to_owned(), have }));
        };
        if let Some(got) = [signed, all].into_iter().find(|n| *n > MOST) {
            return Err(ElectionError::TooMany { got }.into());
        }
        if signed > all {
            return Err(Error::at("signed", ElectionError::MoreVotes { votes: signed, ballots: all }));
        }
        let share = Share::new(&petition.share, petition.comparison)?;
        let (part, base) = (Known::exact(signed), Known::exact(all));
        let check = PollCheck {
            check: "petition".to_owned(),
            label: petition.label.clone(),
            status: share.status(part, base),
            text: share.written(part, base),
            margin: share.margin(signed, all),
            added: None,
            clause: petition.clause.clone(),
        };
        Ok(RecallView { status: check.status, checks: vec![check] })
    }

    /// Whether a recall passes: the turnout of its poll, and the yes.
    ///
    /// # Errors
    /// `more-votes-than-ballots`, `poll-too-many`; `election-part-empty` where the rules have no recall.
    pub fn recall(&self, poll: RecallPoll) -> Result<RecallView> {
        let Some(pass) = &self.recall_pass else {
            return Err(ElectionError::Empty { what: "the recall of the rules".into() }.into());
        };
        let counts = [poll.roll, poll.voters, poll.returned, poll.yes, poll.no];
        if let Some(got) = counts.into_iter().flatten().find(|n| *n > MOST) {
            return Err(ElectionError::TooMany { got }.into());
        }
        let cast = poll.yes.unwrap_or(0) + poll.no.unwrap_or(0);
        for (field, whole, part) in [
            ("voters", poll.voters, cast),
            ("returned", poll.returned, cast),
            ("roll", poll.roll, poll.voters.unwrap_or(cast)),
        ] {
            if let Some(ballots) = whole.filter(|whole| part > *whole) {
                return Err(Error::at(field, ElectionError::MoreVotes { votes: part, ballots }));
            }
        }
        let mut checks = Vec::new();
        if let (Some(returned), Some(voters)) = (poll.returned, poll.voters) {
            // Electoral law, art. 44(1): more ballots than voters make the poll void.
            checks.push(super::poll::returned_within(returned, voters));
        }
        if let Some(turnout) = &self.recall_turnout {
            checks.push(turnout_check(turnout, poll));
        }
        checks.push(pass_check(pass, poll));
        let status = checks.iter().map(|c| c.status).min().unwrap_or(Status::Unknown);
        Ok(RecallView { status, checks })
    }
}

fn known(poll: RecallPoll, base: PollBase) -> Known {
    let cast = poll.yes.unwrap_or(0) + poll.no.unwrap_or(0);
    let or_within = |n: Option<u64>, most: u64| n.map_or(Known { least: cast.min(most), most }, Known::exact);
    let all = poll.roll.unwrap_or(MOST);
    match base {
        PollBase::Roll => or_within(poll.roll, MOST),
        PollBase::Issued => Known { least: poll.voters.unwrap_or(cast).min(all), most: all },
        PollBase::Voters => or_within(poll.voters, all),
        PollBase::Returned => or_within(poll.returned, poll.voters.unwrap_or(all)),
        PollBase::Valid | PollBase::Marked | PollBase::YesAndNo => match (poll.yes, poll.no) {
            (Some(yes), Some(no)) if base == PollBase::YesAndNo => Known::exact(yes + no),
            _ => Known { least: cast, most: poll.returned.or(poll.voters).unwrap_or(all).max(cast) },
        },
    }
}

fn turnout_check(test: &PollTest, poll: RecallPoll) -> PollCheck {
    let (part, base) = (known(poll, test.part), known(poll, test.base));
    PollCheck {
        check: "turnout".to_owned(),
        label: Text::new("参加投票", "turnout"),
        status: test.share.status(part, base),
        text: test.share.written(part, base),
        margin: part.value().zip(base.value()).and_then(|(part, base)| test.share.margin(part, base)),
        added: None,
        clause: test.clause.clone(),
    }
}

fn pass_check(test: &WinTest, poll: RecallPoll) -> PollCheck {
    let label = Text::new("同意罢免", "votes for the recall");
    let base = test.share.map_or(PollBase::YesAndNo, |(base, _)| base);
    let base = known(poll, base);
    let yes = poll.yes.map_or(Known { least: 0, most: base.most.saturating_sub(poll.no.unwrap_or(0)) }, Known::exact);
    let (status, text, margin) = match test.share {
        Some((_, share)) => {
            let margin = yes.value().zip(base.value()).and_then(|(yes, base)| share.margin(yes, base));
            (share.status(yes, base), share.written(yes, base), margin)
        }
        None => match (poll.yes, poll.no) {
            (Some(yes), Some(no)) => {
                let (status, sign) = if yes > no { (Status::Met, ">") } else { (Status::NotMet, "<=") };
                (status, format!("{yes} {sign} {no}"), None)
            }
            _ => (Status::Unknown, String::new(), None),
        },
    };
    PollCheck { check: "pass".to_owned(), label, status, text, margin, added: None, clause: test.clause.clone() }
}
