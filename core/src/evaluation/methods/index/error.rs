//! Faults of composite indices.

use crate::kernel::error::faults;

faults! {
    /// Faults of composite indices: of their normalisation, their treatment, their tree and their data.
    pub enum IndexError: Scheme {
        /// An indicator that tells no two units apart.
        Constant => "indicator-constant", "the indicator has the same value in every row", "leave it out, or declare the score of a constant: `constant = 0`";
        /// Too few rows for a method.
        TooFewRows { got: usize, expected: usize } => "rows-too-few", "there are {got} rows, the method needs {expected}", "choose another method";
        /// Zero or less, where a logarithm or a mean needs more.
        NotPositive { got: String, needed_by: String } => "value-not-positive", "`{got}` is not above zero, which {needed_by} needs", "choose a method for zero and below; before a geometric or harmonic mean, normalise to a range above zero, such as 1 to 100";
        /// A value below zero, where a root or a mean needs none.
        Negative { got: String, needed_by: String } => "value-negative", "`{got}` is below zero, which {needed_by} does not take", "choose another method, or normalise to a range from zero";
        /// A division by zero.
        DivisionByZero { what: String } => "denominator-zero", "{what} is zero", "leave the row out, correct the value, or choose another method";
        /// A transformation that would turn the order round.
        MaximumNotAboveOne { got: String } => "maximum-not-above-one", "the greatest value `{got}` is not above 1", "choose `log-shifted` or `log-skewed`";
        /// A number beyond the range of floats.
        OutOfFloat { got: String } => "out-of-float", "the result `{got}` is beyond the range of floats", "check the unit of the values";
        /// A target or reference that the worst value already reaches.
        TargetNotBetter { got: String, worst: String } => "target-not-better", "the target `{got}` is not better than the worst value `{worst}`", "check the target and the direction of the indicator";
        /// A row that the matrix does not have.
        UnknownRow { got: usize, rows: usize } => "unknown-row", "there is no row {got}", "there are {rows} rows, counted from 0";
        /// A parameter of a method outside its range.
        BadParameter { got: String, expected: String } => "method-parameter", "`{got}` is not {expected}", "";
        /// A cell that is empty where all must be filled.
        CellMissing => "cell-missing", "the value is missing", "declare an `imputation`, or leave the indicator or the unit out by a `screening`";
        /// A column of denominators that is not there.
        UnknownDenominator { got: String, have: String } => "unknown-denominator", "there is no column `{got}` to divide by", "the columns are {have}";
        /// A gap in a group without any value.
        NothingToImpute { group: String, got: usize, expected: usize } => "nothing-to-impute-from", "the group `{group}` has {got} values, {expected} are needed to fill a gap", "declare wider groups, or `otherwise = \"all\"`";
        /// Groups that are not one a row.
        GroupsRagged { got: usize, expected: usize } => "groups-ragged", "there are {got} groups for {expected} rows", "give one group a row";
        /// Nothing passed the screening.
        NothingLeft { what: String } => "nothing-left", "no {what} passed the screening", "lower the share that must be there";
        /// A parent that is not declared.
        UnknownParent { got: String, have: String } => "unknown-parent", "there is no aggregate `{got}`", "the aggregates are {have}";
        /// A tree with no top or several.
        NotOneTop { got: String } => "not-one-top", "the aggregates without a parent are {got}, expected one", "give every aggregate but one a parent";
        /// Aggregates that stand above each other.
        Circle { through: String } => "index-circle", "`{through}` stands above itself", "correct the parents";
        /// An aggregate of nothing.
        NoChildren { key: String } => "aggregate-without-children", "nothing has `{key}` as its parent", "leave it out";
        /// Weights that do not weigh.
        NoWeight { key: String } => "weights-all-zero", "the parts of `{key}` have no weight", "give at least one of them a weight above zero";
        /// A number of levels that the tree does not have.
        LevelsDiffer { got: usize, expected: usize } => "levels-differ", "{got} levels are declared, the tree has {expected} above the indicators", "declare one level for each, from the lowest to the top";
        /// A node that the index does not have.
        UnknownNode { got: String } => "unknown-node", "the index has no `{got}`", "ask for an indicator or an aggregate by its key";
        /// Sums beyond 128 bits.
        SumTooLarge => "exact-sum-too-large", "the weighted sum may leave 128 bits", "use smaller weights, or columns of fewer decimals";
        /// Weights that are not one a criterion.
        WeightsRagged { got: usize, expected: usize } => "weights-ragged", "there are {got} weights for {expected} criteria", "give one weight a criterion";
    }
}
