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
    }
}
