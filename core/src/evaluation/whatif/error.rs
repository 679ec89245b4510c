//! Faults of questions about changed values.

use crate::kernel::error::faults;

faults! {
    /// Faults of changes, goals and costs.
    pub enum WhatIfError: Scheme {
        /// A column that the scheme does not read as a number or as yes or no.
        NoSuchColumn { name: String } => "no-such-column", "the scheme reads no column `{name}`", "name a column as in the table of values; see the scheme's columns";
        /// A cell that two changes set.
        ChangedTwice { unit: String, column: String } => "changed-twice", "the cell of `{unit}` in `{column}` is changed twice", "keep one of the changes";
        /// A value of a kind that the column does not hold.
        WrongValue { got: String, expected: String } => "wrong-value", "`{got}` is not {expected}", "write it as in the table of values";
        /// A grade that the scheme does not have.
        NoSuchGrade { got: String, expected: String } => "no-such-grade", "there is no grade `{got}`", "choose one of {expected}";
        /// A goal that is neither one grade nor one rank.
        NotOneGoal => "not-one-goal", "a goal is either a grade or a rank", "give one of `grade` and `rank`";
        /// A question about grades or ranks that a scheme without them cannot answer.
        NoGoal { what: String } => "no-goal", "the scheme has no {what} for this unit", "ask for what the scheme gives";
        /// A rank beyond the units of the peer group.
        RankOutOfRange { got: u32, most: u32 } => "rank-out-of-range", "rank {got} is not from 1 to {most}", "ask for a rank within the peer group";
        /// A cost below zero.
        NegativeCost { column: String, got: String } => "negative-cost", "the cost of `{column}` is {got}", "give what one step costs, zero or more";
        /// A cost that no sum of costs could hold.
        CostOutOfRange { column: String, got: String } => "cost-out-of-range", "the cost of `{column}`, `{got}`, is not at most 1,000,000,000 with at most 6 decimals", "count costs in a larger or a coarser unit";
        /// Costs for nothing.
        NoCosts => "no-costs", "there is no column with a cost", "give the cost of a step for each column that may change";
    }
}
