//! The faults of procedures and timelines.

use crate::kernel::error::faults;

faults! {
    /// Faults of a procedure and of its run.
    pub enum TimelineError: Participation {
        /// A procedure without steps.
        NoSteps => "procedure-without-steps", "the procedure has no steps", "add one to `steps`";
        /// A clause that gives no procedure on the day.
        NotKnown { clause: String, day: String, why: String } => "procedure-not-known", "`{clause}` gives no procedure on {day}: {why}", "write the procedure yourself, or ask another day";
        /// Two steps of one key.
        StepTwice { key: String } => "procedure-step-twice", "the step `{key}` stands twice", "give each step its own key";
        /// A step that the procedure does not have.
        UnknownStep { key: String, have: String } => "unknown-step", "the procedure has no step `{key}`", "its steps are {have}";
        /// Steps that are counted from each other.
        Circular { keys: String } => "procedure-circular", "the steps {keys} are counted from each other", "count one of them from another step";
        /// Clear days where they mean nothing.
        ClearDays => "procedure-clear-days", "clear days do not fit here", "they fit what must be done so many days before (`by`, `before`), and what may not be done until so many days after (`not-before`, `after`)";
        /// A number of days that cannot be counted.
        TooFar { n: u32 } => "procedure-too-far", "{n} is more than can be counted", "give at most 36525 days, 1200 months or 100 years";
        /// A step with two days.
        DayTwice { key: String } => "timeline-step-day-twice", "the days of `{key}` stand twice", "keep one";
        /// A step with no day.
        NoDay { key: String } => "timeline-step-without-day", "`{key}` has neither `done` nor `planned`", "give one of them, or leave the step out";
    }
}
