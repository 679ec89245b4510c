//! Corrections and appeals (更正与申诉): an append-only ledger, what was known on a day, and whom each record affected.

mod effects;
mod error;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

pub use error::LedgerError;

use LedgerError as Fault;

use super::Scorecard;
use crate::kernel::{
    Day, Digest, Document, Entry, Error, Faults, Key, Limits, Log, NewEntry, Result, Salt, SealedTexts, Syntax,
};
use crate::wire::evaluation::{AppealState, LedgerDraft, LedgerRecord, RecordKind};
use crate::wire::log::{LogBreak, LogCheck};

/// Corrections and appeals of an evaluation, in the order in which they were made.
///
/// Each record enters a [`Log`] as its digest, so that none can be changed, taken out or put in unseen, and with it the digest of
/// the first scorecard, so that no other evaluation can be put in its place; reasons and evidence are sealed there and may be
/// erased later, while the chain still verifies. The evaluation itself never changes: a scorecard as of
/// a day is the first one with what was recorded by then.
///
/// ```
/// # use shequ::evaluation::{Ledger, Scheme};
/// # use shequ::kernel::{Document, Salt, SealedTexts};
/// # use shequ::wire::Table;
/// # let scheme = Scheme::parse(r#"{"format": "shequ.scheme/1", "title": "T", "subject": "unit", "groups": [{"key": "g",
/// #     "indicators": [{"key": "visits", "points": 60, "rule": "linear", "target": 12}]}],
/// #     "ranking": {"basis": "rounded", "ties": "min"}}"#)?;
/// let card = scheme.evaluate(&Table::from_csv("unit,visits\na,9\nb,10\n")?)?;
/// let (mut ledger, mut texts) = (Ledger::new("review-2025".parse()?), SealedTexts::default());
/// let record = |text: &str| Ok::<_, shequ::kernel::Error>(serde_json::from_str(text).unwrap());
/// ledger.append(&card, record(r#"{"day": "2026-01-08", "actor": "post-7", "kind": "appeal", "unit": "a",
///     "deadline": "2026-01-31"}"#)?, vec![("reason".parse()?, "two visits are missing".into(),
///     Salt::new(b"sixteen random bytes, drawn by the caller")?)], &mut texts)?;
/// ledger.append(&card, record(r#"{"day": "2026-01-20", "actor": "post-1", "kind": "decision", "unit": "a", "appeal": 0,
///     "changes": [{"unit": "a", "column": "visits", "value": 11}]}"#)?, Vec::new(), &mut texts)?;
///
/// let total = |day: &str| Ok::<_, shequ::kernel::Error>(ledger.card(&card, day.parse()?)?.score("a")?.total.to_string());
/// assert_eq!((total("2026-01-19")?, total("2026-01-20")?), ("45.00".into(), "55.00".into()));
/// let effect = &ledger.effects(&card, "2026-12-31".parse()?)?[0];
/// // The rank of b moved as well.
/// assert_eq!(effect.units.iter().map(|u| (u.before.rank, u.after.rank)).collect::<Vec<_>>(), [(Some(2), Some(1)), (Some(1), Some(2))]);
/// assert_eq!(ledger.appeals("2026-02-01".parse()?)[0].state, "upheld");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    records: Vec<LedgerRecord>,
    log: Log,
}

/// A ledger as it was read beside its log: what of both is good, and what was found.
#[derive(Debug)]
pub struct CheckedLedger {
    /// The good records.
    pub ledger: Ledger,
    /// How far both are good.
    pub check: LogCheck,
}

impl Ledger {
    /// The format of its document.
    pub const FORMAT: &'static str = "shequ.ledger/1";

    /// A ledger without records.
    pub fn new(key: Key) -> Self {
        Self { records: Vec::new(), log: Log::new(key) }
    }

    /// The records in the order in which they were made.
    pub fn records(&self) -> &[LedgerRecord] {
        &self.records
    }

    /// Its log: keep it beside the ledger, and note its head elsewhere.
    pub const fn log(&self) -> &Log {
        &self.log
    }

    /// Appends a record, with texts to be sealed into the log, such as `reason` and `evidence`; on an error nothing has changed.
    ///
    /// `card` is the first scorecard, before any record.
    ///
    /// # Errors
    /// Those of [`Scorecard::changed`]; `ledger-nothing-changed`, `ledger-changes-not-taken`, `ledger-appeal-not-named`,
    /// `ledger-no-such-appeal`, `ledger-appeal-answered`, `ledger-deadline`, `ledger-other-evaluation`, `unknown-unit`;
    /// `log-day-backwards`.
    pub fn append(
        &mut self,
        card: &Scorecard,
        record: LedgerRecord,
        sealed: Vec<(Key, String, Salt)>,
        texts: &mut SealedTexts,
    ) -> Result<&Entry> {
        let evaluation = self.is_of(card)?;
        let check = || -> Result<()> {
            card.find(record.unit.as_str()).map_err(|e| e.under("unit"))?;
            self.fits(&record)?;
            if record.changes.is_empty() {
                return Ok(());
            }
            self.known(card, record.day)?.changed(&record.changes).map(drop)
        };
        check().map_err(|e| e.under("record"))?;
        let mut entry =
            NewEntry::new(record.day, record.actor.clone(), kind(record.kind).parse()?, record.unit.clone());
        entry = entry.with("record".parse()?, Digest::of(&record)?).with("evaluation".parse()?, evaluation);
        for (part, text, salt) in sealed {
            entry = entry.sealing(part, text, salt);
        }
        self.log.append(entry, texts)?;
        self.records.push(record);
        let seq = self.records.len() as u64;
        let last = self.log.entries().last();
        last.ok_or_else(|| Fault::Unlogged { seq }.into())
    }

    /// The digest of the first scorecard, which must be that of the records so far.
    pub(super) fn is_of(&self, first: &Scorecard) -> Result<Digest> {
        let own = first.digest()?;
        let logged = self.log.entries().iter().find_map(|entry| entry.payload().get("evaluation"));
        match logged.filter(|logged| **logged != own) {
            Some(logged) => Err(Fault::OtherEvaluation { logged: logged.to_string(), got: own.to_string() }.into()),
            None => Ok(own),
        }
    }

    /// Whether a record may follow those that there are.
    fn fits(&self, record: &LedgerRecord) -> Result<()> {
        let mut faults = Faults::new();
        let name = || kind(record.kind).to_owned();
        let answers = matches!(record.kind, RecordKind::Decision | RecordKind::Withdrawal);
        if record.kind == RecordKind::Correction && record.changes.is_empty() {
            faults.push("changes", Fault::NothingChanged);
        }
        if matches!(record.kind, RecordKind::Appeal | RecordKind::Withdrawal) && !record.changes.is_empty() {
            faults.push("changes", Fault::AppealChanges { kind: name() });
        }
        match record.appeal {
            Some(seq) if answers => match self.appeal(seq).filter(|appeal| appeal.unit == record.unit.as_str()) {
                None => faults.push("appeal", Fault::NoAppeal { seq }),
                Some(AppealState { answer: Some(answer), .. }) => {
                    faults.push("appeal", Fault::Answered { seq, answer });
                }
                Some(_) => {}
            },
            named if named.is_some() != answers => faults.push("appeal", Fault::Answers { kind: name() }),
            _ => {}
        }
        if let Some(got) = record.deadline
            && (record.kind != RecordKind::Appeal || got < record.day)
        {
            faults.push("deadline", Fault::Deadline { got });
        }
        faults.into_result()
    }

    fn appeal(&self, seq: u64) -> Option<AppealState> {
        self.appeals(Day::MAX).into_iter().find(|appeal| appeal.seq == seq)
    }

    /// The appeals that were made by a day, and what became of them by then.
    pub fn appeals(&self, on: Day) -> Vec<AppealState> {
        let mut out: Vec<AppealState> = Vec::new();
        for (seq, record) in (0..).zip(&self.records).take_while(|(_, record)| record.day <= on) {
            if record.kind == RecordKind::Appeal {
                let overdue = record.deadline.is_some_and(|deadline| deadline < on);
                out.push(AppealState {
                    seq,
                    unit: record.unit.to_string(),
                    day: record.day,
                    deadline: record.deadline,
                    state: if overdue { "overdue" } else { "open" }.into(),
                    answer: None,
                });
            }
            let answered = record.appeal.and_then(|appeal| out.iter_mut().find(|state| state.seq == appeal));
            if let Some(state) = answered {
                state.answer = Some(seq);
                state.state = match record.kind {
                    RecordKind::Withdrawal => "withdrawn",
                    _ if record.changes.is_empty() => "dismissed",
                    _ => "upheld",
                }
                .into();
            }
        }
        out
    }

    /// Reads a ledger beside its log, either of which may have been cut off or altered: what is good of both is kept.
    ///
    /// # Errors
    /// The faults of the documents' shapes, and of records that do not fit together.
    pub fn parse(text: &str, log: &str, known_head: Option<&Digest>) -> Result<CheckedLedger> {
        let Unchecked(draft) = Unchecked::parse_as(Syntax::guess(text), text, Limits::default())?;
        let (log, check) = Log::inspect(log, known_head)?;
        let mut out = Self::new(draft.key);
        let mut broken = None;
        for (seq, record) in (0..).zip(draft.records) {
            let logged = usize::try_from(seq).ok().and_then(|at| log.entries().get(at));
            let digest = Digest::of(&record)?;
            let same = logged.map(|entry| entry.payload().get("record") == Some(&digest));
            if same != Some(true) {
                broken = Some((seq, if same.is_none() { Fault::Unlogged { seq } } else { Fault::Differs { seq } }));
                break;
            }
            out.fits(&record).map_err(|e| e.under(&format!("ledger.records[{seq}]")))?;
            out.records.push(record);
        }
        let good = out.records.len();
        if broken.is_none() && good < log.entries().len() {
            broken = Some((good as u64, Fault::Missing { seq: good as u64 }));
        }
        // Where the chain itself is broken, that says more.
        let broken = broken.filter(|(seq, cause)| {
            check.broken.is_none() || !matches!(cause, Fault::Unlogged { .. }) || *seq < check.good
        });
        let intact = check.intact && broken.is_none();
        let broken = broken.map(|(seq, cause)| {
            let error = Error::at(format!("ledger.records[{seq}]"), cause);
            LogBreak {
                seq: Some(seq),
                code: error.first().code().to_owned(),
                path: error.first().path().to_owned(),
                message: error.first().message(),
            }
        });
        out.log = log.first(good);
        let check =
            LogCheck { intact, good: good as u64, head: out.log.head(), broken: broken.or(check.broken), ..check };
        Ok(CheckedLedger { ledger: out, check })
    }
}

/// A record as an argument, which says no format inside a ledger.
impl Document for LedgerRecord {
    const FORMAT: &'static str = "shequ.ledger-record/1";
    const ROOT: &'static str = "record";
    type Draft = Self;

    fn check(draft: Self) -> Result<Self> {
        Ok(draft)
    }
}

const fn kind(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Correction => "correction",
        RecordKind::Appeal => "appeal",
        RecordKind::Decision => "decision",
        RecordKind::Withdrawal => "withdrawal",
    }
}

impl Serialize for Ledger {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Ledger", 3)?;
        out.serialize_field("format", Self::FORMAT)?;
        out.serialize_field("key", self.log.key())?;
        out.serialize_field("records", &self.records)?;
        out.end()
    }
}

/// A ledger's document as it stands, before it is compared with its log.
struct Unchecked(LedgerDraft);

impl Document for Unchecked {
    const FORMAT: &'static str = Ledger::FORMAT;
    const ROOT: &'static str = "ledger";
    type Draft = LedgerDraft;

    fn check(draft: LedgerDraft) -> Result<Self> {
        Ok(Self(draft))
    }
}
