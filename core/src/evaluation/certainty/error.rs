//! Faults of questions about certainty.

use crate::kernel::error::faults;

faults! {
    /// Faults of draws, sensitivity, rank bounds and break-even weights.
    pub enum CertaintyError: Scheme {
        /// A list of another length than the criteria or the rows.
        CountMismatch { what: String, got: usize, expected: usize } => "certainty-count-mismatch", "{what} has {got} entries, expected {expected}", "give one entry for each, in the same order";
        /// A weight that is none.
        WeightInvalid { got: String } => "certainty-weight-invalid", "`{got}` is not a weight", "give a finite number, zero or more";
        /// Weights of which none counts.
        WeightsAllZero => "certainty-weights-all-zero", "every weight is zero", "give at least one weight above zero";
        /// A number outside its range.
        OutOfRange { what: String, got: String, expected: String } => "certainty-out-of-range", "{what} is `{got}`, expected {expected}", "";
        /// A lower bound above its upper bound.
        BoundsReversed { lower: String, upper: String } => "certainty-bounds-reversed", "the lower bound `{lower}` is above the upper bound `{upper}`", "swap the two";
        /// More draws than memory should hold.
        TooManyDraws { draws: u64, rows: usize, most: u64 } => "certainty-too-many-draws", "{draws} draws of {rows} rows are beyond {most} ranks", "ask for fewer draws";
        /// A draw that was not made.
        UnknownDraw { draw: u64, draws: u64 } => "certainty-unknown-draw", "there is no draw {draw}", "the draws are numbered from 0 and there are {draws}";
        /// A row that is not there.
        UnknownRow { row: usize, rows: usize } => "certainty-unknown-row", "there is no row {row}", "rows are numbered from 0 and there are {rows}";
        /// Parts of different studies, or with a gap between them.
        PartsDoNotJoin { expected: u64, got: u64 } => "certainty-parts-do-not-join", "the next part begins with draw {got}, expected {expected}", "join the parts of one study in their order, without gaps";
        /// A score that is NaN or infinite.
        ScoreNotFinite { got: String, draw: u64 } => "certainty-score-not-finite", "the score is {got} in draw {draw}", "let the model give an error or a declared value instead";
        /// A model's output that is NaN or infinite.
        OutputNotFinite { got: String } => "certainty-output-not-finite", "the output of the model is {got}", "let the model give an error or a declared value instead";
        /// An output that never changes.
        OutputConstant => "certainty-output-constant", "the output of the model does not vary", "widen the ranges of the inputs, or ask for another output";
        /// Weights of a box that cannot sum to one.
        BoxEmpty { least: String, greatest: String } => "certainty-box-empty", "weights within these bounds sum to {least} at least and {greatest} at most, expected 1 between them", "widen the bounds; they are shares of one";
        /// A table without units or criteria.
        EmptyTable => "certainty-empty-table", "there is no unit or no criterion", "give at least one of each";
        /// A unit or a criterion that stands twice.
        DuplicateKey { key: String } => "certainty-duplicate-key", "`{key}` stands twice", "give each a key of its own";
        /// A unit that is not in the table.
        UnknownUnit { got: String } => "certainty-unknown-unit", "there is no unit `{got}`", "check the key";
        /// A criterion that is not in the table.
        UnknownCriterion { got: String } => "certainty-unknown-criterion", "there is no criterion `{got}`", "check the key";
        /// A unit compared with itself.
        SameUnit { unit: String } => "certainty-same-unit", "`{unit}` is compared with itself", "name two units";
        /// Two composite indices that are not of the same units or indicators.
        CardsDiffer { what: String } => "certainty-cards-differ", "the {what} are not those of the study, in their order", "evaluate the same table by indices of the same indicators";
        /// No peer group is named where units are ranked within several.
        PeerGroupMissing { have: String } => "certainty-peer-group-missing", "units are ranked within peer groups, and none is named", "name one of {have}";
        /// Numbers with more digits than exact bounds are made for.
        TooManyDigits { what: String, got: String, most: String } => "certainty-too-many-digits", "{what} needs the whole number {got}, more than {most}", "write it with fewer decimals";
        /// A cell without a value.
        CellMissing { criterion: String } => "certainty-cell-missing", "`{criterion}` has no value", "fill the cell, or leave the unit out";
    }
}
