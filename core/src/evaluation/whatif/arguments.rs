//! Changes, costs and goals as documents, for languages that have no such types.

use super::{Goal, WhatIfError as Fault};
use crate::kernel::{Document, Result, Value};
use crate::wire::evaluation::{CellChange, ChangesDraft, Cost, CostsDraft, GoalDraft};

/// Changed values as an argument: `shequ.changes/1`.
///
/// ```
/// use shequ::evaluation::Changes;
/// use shequ::kernel::Value;
/// let change = Value::Map(vec![("unit".into(), "a".into()), ("column".into(), "visits".into()), ("value".into(), "11".into())]);
/// assert_eq!(Changes::from_plain(Value::List(vec![change]))?.list()[0].column, "visits");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Changes(Vec<CellChange>);

impl Document for Changes {
    const FORMAT: &'static str = "shequ.changes/1";
    // The faults of a list stand at its entries: `changes[2].value`.
    const ROOT: &'static str = "";
    type Draft = ChangesDraft;

    fn check(draft: ChangesDraft) -> Result<Self> {
        Ok(Self(draft.changes))
    }
}

impl Changes {
    /// Reads a plain list of changes.
    ///
    /// # Errors
    /// The faults of a document's shape, below `changes`.
    pub fn from_plain(list: Value) -> Result<Self> {
        Self::from_value(Value::Map(vec![("format".into(), Self::FORMAT.into()), ("changes".into(), list)]))
    }

    /// The changes.
    pub fn list(&self) -> &[CellChange] {
        &self.0
    }
}

/// What one step of each column costs, and if it says so what it costs to report a missing value, as an argument:
/// `shequ.costs/1`.
///
/// ```
/// use shequ::evaluation::Costs;
/// use shequ::kernel::{Decimal, Value};
/// use shequ::wire::evaluation::Cost;
/// let costs = Costs::from_plain(Value::Map(vec![("visits".into(), "2.5".into()), ("hazards".into(), Value::Int(4))]))?;
/// assert_eq!(costs.list()[1], ("visits".to_owned(), Cost::from("2.5".parse::<Decimal>()?)));
/// let late = Value::Map(vec![("step".into(), Value::Int(2)), ("report".into(), Value::Int(5))]);
/// let costs = Costs::from_plain(Value::Map(vec![("visits".into(), late)]))?;
/// assert_eq!(costs.list()[0].1.report, Some(5.into()));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Costs(Vec<(String, Cost)>);

impl Document for Costs {
    const FORMAT: &'static str = "shequ.costs/1";
    const ROOT: &'static str = "";
    type Draft = CostsDraft;

    fn check(draft: CostsDraft) -> Result<Self> {
        Ok(Self(draft.costs.into_iter().collect()))
    }
}

impl Costs {
    /// Reads a plain map from columns to costs.
    ///
    /// # Errors
    /// The faults of a document's shape, below `costs`.
    pub fn from_plain(map: Value) -> Result<Self> {
        Self::from_value(Value::Map(vec![("format".into(), Self::FORMAT.into()), ("costs".into(), map)]))
    }

    /// The columns with their costs, in the order of names.
    pub fn list(&self) -> &[(String, Cost)] {
        &self.0
    }
}

/// A goal as an argument: `shequ.goal/1`.
impl Document for Goal {
    const FORMAT: &'static str = "shequ.goal/1";
    const ROOT: &'static str = "goal";
    type Draft = GoalDraft;

    fn check(draft: GoalDraft) -> Result<Self> {
        Self::one(draft.grade, draft.rank)
    }
}

impl Goal {
    /// The goal that is given by one of two.
    ///
    /// # Errors
    /// `not-one-goal` for none or both.
    ///
    /// ```
    /// use shequ::evaluation::Goal;
    /// assert_eq!(Goal::one(None, Some(3))?, Goal::Rank(3));
    /// assert_eq!(Goal::one(Some("good".into()), Some(3)).unwrap_err().first().code(), "not-one-goal");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn one(grade: Option<String>, rank: Option<u32>) -> Result<Self> {
        match (grade, rank) {
            (Some(grade), None) => Ok(Self::Grade(grade)),
            (None, Some(rank)) => Ok(Self::Rank(rank)),
            _ => Err(Fault::NotOneGoal.into()),
        }
    }
}
