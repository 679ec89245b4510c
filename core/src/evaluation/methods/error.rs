//! Faults of statistical methods.

use crate::kernel::error::faults;

faults! {
    /// Faults of matrices and of methods on them.
    pub enum MethodError: Scheme {
        /// A value that is no finite number.
        NotFinite { got: String } => "not-finite", "`{got}` is not a finite number", "leave the row out, or fill the cell by a declared policy before";
        /// Columns of different lengths.
        RaggedMatrix { criterion: String, got: usize, expected: usize } => "ragged-matrix", "`{criterion}` has {got} values, the others have {expected}", "give every criterion one value for each row";
        /// A matrix without rows or criteria.
        EmptyMatrix => "empty-matrix", "there is no row or no criterion", "give at least one row and one criterion";
        /// Two criteria of one key.
        CriterionTwice { criterion: String } => "criterion-twice", "the criterion `{criterion}` stands twice", "give every criterion a key of its own";
        /// A criterion that tells no two rows apart, where a method divides by its range or its spread.
        CriterionConstant { criterion: String } => "criterion-constant", "`{criterion}` has the same value in every row", "leave it out, or give it bounds or a method that takes constants";
        /// A criterion of zeros, where a method divides by its sum, its length or its best value.
        CriterionZero { criterion: String } => "criterion-all-zero", "`{criterion}` is zero in every row", "leave it out";
        /// Zero or less, where a method takes a ratio or a logarithm.
        ValueNotPositive { got: String, needed_by: String } => "criterion-value-not-positive", "`{got}` is not above zero, which {needed_by} needs", "choose another method, or normalise to a range above zero";
        /// A value below zero, where a method takes shares.
        ValueNegative { got: String, needed_by: String } => "criterion-value-negative", "`{got}` is below zero, which {needed_by} does not take", "choose another method, or normalise to a range from zero";
        /// A comparison with nobody.
        OneRow { needed_by: String } => "one-row", "there is one row, {needed_by} compares rows", "give at least two rows";
        /// Rows between which no weighed criterion tells.
        RowsAllEqual => "rows-all-equal", "no criterion with a weight tells any two rows apart", "add a criterion, or a weight";
        /// A criterion whose mean is not above zero, where a method divides by it.
        MeanNotPositive { criterion: String, got: String } => "criterion-mean-not-positive", "the mean of `{criterion}` is `{got}`, not above zero", "choose another method, or normalise to a range from zero";
        /// A value outside the bounds of its criterion.
        OutsideBounds { got: String, low: String, high: String } => "value-outside-bounds", "`{got}` is not between the bounds `{low}` and `{high}`", "widen the bounds, which hold for every row that may ever be compared";
        /// A list of another length.
        CountsDiffer { what: String, got: usize, expected: usize } => "method-counts-differ", "{what} has {got} entries, expected {expected}", "give one entry for each, in the same order";
        /// A parameter outside its range.
        ParameterInvalid { what: String, got: String, expected: String } => "method-parameter-invalid", "{what} is `{got}`, expected {expected}", "";
        /// A number beyond the range of floats.
        BeyondFloat { what: String } => "method-beyond-float", "{what} is beyond the range of floats", "give the values in a larger unit";
        /// A method by a name that it does not have.
        UnknownMethod { got: String, have: String } => "unknown-method", "there is no method `{got}`", "the methods are {have}";
        /// More pairs than memory or patience should hold.
        TooManyRows { got: usize, most: usize, needed_by: String } => "method-too-many-rows", "{got} rows are more than the {most} that {needed_by} compares in pairs", "choose a method that does not compare each pair";
    }
}
