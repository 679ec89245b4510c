//! Faults of weights.

use crate::kernel::error::faults;

faults! {
    /// Faults of weights, of judgements and of the methods that make weights.
    pub enum WeighError: Scheme {
        /// A weight below zero, or no number.
        WeightInvalid { got: String } => "method-weight-invalid", "`{got}` is not a weight", "give a finite number, zero or more";
        /// Weights of which none counts.
        WeightsZero => "method-weights-zero", "every weight is zero", "give at least one weight above zero";
        /// Weights of another sum than one.
        WeightsNotOne { sum: String } => "method-weights-not-one", "the weights sum to {sum}, expected 1", "correct them, or give them as points, which are scaled";
        /// An order of criteria that leaves one out or names one twice.
        NotAnOrder { got: String, criteria: usize } => "weights-not-an-order", "`{got}` is not a place from 1 to {criteria} that no other criterion has", "give every criterion its place, 1 for the most important";
        /// A judgement that is no ratio.
        JudgementInvalid { got: String } => "judgement-invalid", "`{got}` is not a judgement", "give a number above zero, by custom from 1/9 to 9";
        /// Two judgements of one pair that contradict each other.
        JudgementsNotReciprocal { got: String, other: String } => "judgements-not-reciprocal", "`{got}` and `{other}` are not each other's reciprocal", "give one as 1 divided by the other; on the diagonal stands 1";
        /// A table of judgements that is not square.
        JudgementsNotSquare { got: usize, expected: usize } => "judgements-not-square", "the row has {got} judgements, expected {expected}", "give every criterion one row and one column";
        /// No random index for so many criteria.
        RandomIndexMissing { criteria: usize, table: String } => "random-index-missing", "the table `{table}` has no random index for {criteria} criteria", "group the criteria, so that no more than 15 are compared at once";
        /// A comparison with the best or the worst below one.
        ComparisonBelowOne { got: String } => "comparison-below-one", "`{got}` is below 1", "compare the best to the others and the others to the worst by 1 to 9";
        /// Two vectors of comparisons that do not name a best and a worst.
        BestWorstUnclear { what: String } => "best-worst-unclear", "{what}", "the best criterion compares to itself by 1, so does the worst; the best to the worst is the same number in both lists";
        /// A criterion of which less is better.
        CostNotTaken { criterion: String } => "criterion-cost-not-taken", "less of `{criterion}` is better, which the benefit of the doubt does not take", "normalise it before, so that more is better";
        /// Shares that no weights can meet.
        SharesEmpty { least: String, greatest: String } => "shares-cannot-be-met", "the shares sum to {least} at least and {greatest} at most, expected 1 between them", "widen the bounds; they are shares of one";
        /// Criteria that the method gives no weight at all.
        NothingToWeigh { why: String } => "weights-undetermined", "{why}", "choose another method of weighting";
        /// A linear programme that did not end.
        NotSolved { pivots: usize } => "weights-not-solved", "the linear programme was not solved in {pivots} steps", "give fewer criteria, or values of like size";
    }
}
