//! What changed when the law changed.

use serde::Serialize;

use super::participation::VerdictView;
use crate::kernel::{Citation, Day, Status, Text, WithinDays};
use crate::pack::Reason;

/// The same facts and question by the rules of two days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LawChangeView {
    /// The question.
    pub question: String,
    /// What was asked.
    pub label: Text,
    /// The first day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub first: Day,
    /// The second day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub second: Day,
    /// The verdict of the first day; none where the question has no rule on it.
    pub before: Option<VerdictView>,
    /// The verdict of the second day; none where the question has no rule on it.
    pub after: Option<VerdictView>,
    /// Whether the answers differ.
    pub differs: bool,
    /// Whether the question joins other clauses, or joins them otherwise.
    pub rule_changed: bool,
    /// The clauses that changed, in the order of the question.
    pub clauses: Vec<ClauseChange>,
    /// Of them, those that make the answers differ: each that would alone, or, where none would alone, all that turned.
    pub because: Vec<String>,
    /// All of it in a sentence.
    pub text: Text,
}

/// A clause that is another on the second day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClauseChange {
    /// Its name.
    pub clause: String,
    /// What it is about.
    pub label: Text,
    /// What changed.
    pub kinds: Vec<LawChangeKind>,
    /// What it was; none where there was none.
    pub before: Option<ClauseState>,
    /// What it is; none where there is none.
    pub after: Option<ClauseState>,
    /// The clauses that took its place.
    pub superseded_by: Vec<String>,
    /// Whether its own answer differs.
    pub turned: bool,
    /// Whether the second day's answer would be the first day's if this clause alone had not changed.
    pub alone: bool,
    /// In words.
    pub text: Text,
}

/// A clause on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClauseState {
    /// What it says.
    pub says: Text,
    /// Its answer.
    pub status: Status,
    /// Why it decides nothing, where it does not.
    pub reason: Option<Reason>,
    /// Both sides of it, written out.
    pub sides: Option<String>,
    /// Where it stands, and how surely it is known.
    pub citation: Citation,
    /// The pack that it is from.
    pub pack: String,
    /// The first day of this version.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub from: Option<WithinDays>,
    /// The first day after it.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub until: Option<WithinDays>,
}

/// How a clause changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum LawChangeKind {
    /// The question did not ask it before.
    Asked,
    /// The question asks it no more.
    NotAsked,
    /// It came into force.
    CameIntoForce,
    /// It went out of force.
    Ended,
    /// Another clause took its place.
    Superseded,
    /// It says something else: another number, base, measure or comparison.
    Content,
    /// It stands in another instrument or article.
    Citation,
    /// Its text is known more or less surely.
    Certainty,
    /// The law that it carries out is another.
    LawAbove,
}

impl LawChangeKind {
    /// Its words.
    pub fn label(self) -> Text {
        match self {
            Self::Asked => Text::new("新纳入本事项", "newly part of the question"),
            Self::NotAsked => Text::new("不再属于本事项", "no longer part of the question"),
            Self::CameIntoForce => Text::new("开始施行", "came into force"),
            Self::Ended => Text::new("不再施行", "went out of force"),
            Self::Superseded => Text::new("被取代", "superseded"),
            Self::Content => Text::new("内容改变", "says something else"),
            Self::Citation => Text::new("出处改变", "stands elsewhere"),
            Self::Certainty => Text::new("确知程度改变", "is known more or less surely"),
            Self::LawAbove => Text::new("所依据的上位法已变更", "the law that it carries out has changed"),
        }
    }
}
