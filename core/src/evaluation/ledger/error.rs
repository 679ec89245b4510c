//! Faults of ledgers.

use crate::kernel::Day;
use crate::kernel::error::faults;

faults! {
    /// Faults of records of corrections and appeals.
    pub enum LedgerError: Scheme {
        /// A correction that corrects nothing.
        NothingChanged => "ledger-nothing-changed", "the record changes no value", "give the new values in `changes`";
        /// An appeal with changes: whether it is right is for a decision to say.
        AppealChanges { kind: String } => "ledger-changes-not-taken", "a record of the kind `{kind}` changes no values", "give the changes with the correction or the decision";
        /// A record that should answer an appeal and names none, or the other way round.
        Answers { kind: String } => "ledger-appeal-not-named", "a record of the kind `{kind}` names the appeal that it answers, and others name none", "set `appeal` to the number of the appeal's record, or leave it out";
        /// A number that is no appeal.
        NoAppeal { seq: u64 } => "ledger-no-such-appeal", "record {seq} is no appeal of this unit", "give the number of the appeal, from 0";
        /// An appeal that was answered.
        Answered { seq: u64, answer: u64 } => "ledger-appeal-answered", "appeal {seq} was answered by record {answer}", "make a new appeal, or a correction";
        /// A deadline where none belongs, or before the appeal.
        Deadline { got: Day } => "ledger-deadline", "the deadline {got} is not that of an appeal, or lies before it", "only an appeal has a deadline, on its day or later";
        /// A scorecard that is not the one that the records are about.
        OtherEvaluation { logged: String, got: String } => "ledger-other-evaluation", "the records are of the scorecard `{logged}`, not of `{got}`", "give the first scorecard, before any record: the same scheme and the same values";
        /// A record that its log does not have.
        Unlogged { seq: u64 } => "ledger-record-unlogged", "record {seq} is not in the log", "the log was cut off, or the record was added beside it";
        /// A record that is another than the one in the log.
        Differs { seq: u64 } => "ledger-record-differs", "record {seq} is not the one in the log", "the record was changed after it was made";
        /// A log that goes on where the records end.
        Missing { seq: u64 } => "ledger-record-missing", "the log has an entry {seq}, the ledger has no such record", "records were cut off";
    }
}
