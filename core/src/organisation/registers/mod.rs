//! Registers: bodies by sector, duties, indicators through time, activity records, topic notes.
//!
//! | register | document | asks |
//! |---|---|---|
//! | firms and new sectors (非公·"两新") | [`Sectors`] | [`Snapshot::coverage`](super::Snapshot::coverage) |
//! | duties (职责) | [`Duties`] | [`Snapshot::duties`](super::Snapshot::duties) |
//! | indicators (基本情况) | the organisation | [`Organisation::series`](super::Organisation::series) |
//! | cards and boards (三卡) | [`Activities`] | [`Activities::verify`], [`Activities::counts`] |
//! | what people are concerned with (民情) | [`Notes`] | [`Notes::topics`] |

mod activities;
mod duties;
mod indicators;
mod notes;
mod sectors;

pub use crate::wire::organisation::{
    ActivityCountRow, ActivityCounts, ActivityKind, ActivityRecord, Comparable, ComparisonReason, CoverageReport,
    DutyFault, DutyFinding, DutyHolding, DutyReport, IndicatorRecord, IndicatorSeries, NoteTopics, SectorCoverage,
    SeriesStep, TopicCount,
};
pub use activities::{Activities, ActivityReceipt, NewActivity};
pub use duties::{Duties, DutyError};
pub use notes::Notes;
pub use sectors::Sectors;

use crate::kernel::error::faults;
use crate::kernel::{Day, Period, Rate, Result};

faults! {
    /// Faults of registers.
    pub enum RegisterError: Organisation {
        /// A key that stands twice.
        KeyTwice { key: String } => "register-key-twice", "the key `{key}` stands twice", "give each its own key";
        /// A sector or a topic that is not declared.
        UnknownLabel { key: String, list: String } => "register-unknown-label", "there is no `{key}` in `{list}`", "declare it there";
        /// A unit in two sectors at once.
        TwoSectors { unit: String, from: Day } => "register-two-sectors", "`{unit}` belongs to two sectors from {from}", "end one before the other begins";
        /// A period that is empty.
        EmptyPeriod { from: Day, until: Day } => "register-period-empty", "the period ends on {until}, not after it begins on {from}", "swap the days; `until` is the first day after the period";
        /// A threshold of counts below the least.
        ThresholdTooLow { got: u64, least: u64 } => "register-threshold-too-low", "the threshold {got} is below {least}", "publish no counts below {least}";
        /// A note that is empty or too long.
        NoteLength { most: usize } => "note-length", "the text is empty or longer than {most} signs", "write one matter in a note";
        /// A note that carries a telephone number, an identity number or an address for mail.
        NoteWithContact => "note-with-contact", "the text has a long number or an address for mail", "a note is on a topic and names nobody: leave it out";
        /// An answer without a day, or a day without an answer, or an answer before the note.
        AnswerIncomplete => "note-answer-incomplete", "the answer has no day, the day no answer, or the day is before that of the note", "write both `answered` and `answer`";
        /// An entry of a register of activities that no record makes.
        NotAnActivity => "activity-not-a-record", "the entry is no activity record", "a record has a kind of the closed list, one sealed `text`, and at most the digest of the record that it answers";
        /// An answer to a record that does not exist.
        NoRecord { seq: u64 } => "activity-no-such-record", "there is no record {seq}", "";
        /// A text of nothing.
        TextEmpty => "activity-text-empty", "the text is empty", "write what was done";
        /// A receipt of another register or of a record that is not there.
        ReceiptDiffers => "activity-receipt-differs", "the receipt is not that of a record of this register", "check the register and the number of the record";
    }
}

fn period(from: Day, until: Day) -> Result<Period> {
    Period::new(from, Some(until)).map_err(|_| RegisterError::EmptyPeriod { from, until }.into())
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn rate(numerator: u32, denominator: u32) -> Option<Rate> {
    Rate::new(numerator.into(), denominator.into()).ok()
}
