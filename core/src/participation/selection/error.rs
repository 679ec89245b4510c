//! The faults of selections.

use crate::kernel::error::faults;

faults! {
    /// Faults of a staged selection.
    pub enum SelectionError: Participation {
        /// A selection without stages.
        NoStages => "selection-without-stages", "the selection has no stages", "add one to `stages`";
        /// Two stages of one key.
        StageTwice { key: String } => "selection-stage-twice", "the stage `{key}` stands twice", "give each stage its own key";
        /// A stage that the selection does not have.
        UnknownStage { key: String, have: String } => "unknown-stage", "the selection has no stage `{key}`", "its stages are {have}";
        /// A stage that is not the next.
        NotDue { got: String, expected: String } => "selection-stage-not-due", "the stage `{got}` is not due, what follows is {expected}", "write the stages in their order, none left out";
        /// What a stage of this kind does not have.
        Unfit { field: String } => "selection-field-unfit", "`{field}` does not fit a stage of this kind", "`share` belongs to a vote, `days` to a notice";
        /// More that come out than went in.
        MoreOut { out: String, entered: u64 } => "selection-more-out-than-in", "{out} passed or were refused of {entered} who entered", "count again";
        /// More votes than voters.
        MoreVotes { votes: u64, voters: u64 } => "selection-more-votes-than-voters", "{votes} of {voters}", "count again";
        /// A stage that ends before it begins.
        Backwards { from: String, to: String } => "selection-days-backwards", "it begins on {from} and ends on {to}, or begins before the stage before it is over", "check the days";
    }
}
