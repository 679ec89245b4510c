//! Faults of cascades.

use crate::kernel::error::faults;

faults! {
    /// Faults of a cascade and of its tables.
    pub enum CascadeError: Scheme {
        /// A key that stands twice.
        KeyTwice { key: String, list: String } => "cascade-key-twice", "the key `{key}` stands twice in `{list}`", "give each its own key";
        /// A stage that is not declared.
        UnknownStage { got: String, have: String } => "unknown-stage", "there is no stage `{got}`", "the stages are {have}";
        /// A grade that the stage does not have.
        UnknownGrade { got: String, have: String } => "cascade-unknown-grade", "the stage has no grade `{got}`", "its grades are {have}";
        /// A column that the scheme does not read.
        NotAColumn { got: String } => "cascade-not-a-column", "the scheme of the stage has no column `{got}` of numbers or rates", "name the column of an indicator";
        /// A column that is rolled up twice.
        ColumnTwice { got: String } => "cascade-column-twice", "the column `{got}` is rolled up twice", "keep one of them";
        /// A field that the way of rolling up needs.
        FieldMissing { field: String, how: String } => "cascade-field-missing", "`{how}` needs `{field}`", "add `{field}`";
        /// A field that it does not use.
        FieldNotUsed { field: String, how: String } => "cascade-field-not-used", "`{how}` does not use `{field}`", "leave `{field}` out";
        /// Stages or units that lie in a circle.
        Cycle { path: String } => "cascade-cycle", "there is a circle: {path}", "a stage takes totals from those below it only, and a unit lies in one above it";
        /// A unit above that is not in the list.
        UnknownParent { parent: String } => "cascade-unknown-parent", "there is no unit `{parent}`", "add it to `units`";
        /// A table that is not given.
        TableMissing { stage: String } => "cascade-table-missing", "there is no table for the stage `{stage}`", "give one, if only with the column `unit`";
        /// A column that is given and rolled up.
        ColumnGiven { column: String } => "cascade-column-given", "the column `{column}` is given, but it is rolled up", "leave it out of the table";
        /// A unit whose total would be rolled up to nowhere.
        UnitUnplaced { unit: String } => "cascade-unit-unplaced", "the unit `{unit}` is nowhere in the tree", "add it with the unit above it, correct its key, or leave its row out";
        /// A weight below zero.
        WeightNegative { got: String } => "cascade-weight-negative", "the weight `{got}` is below zero", "";
    }
}
