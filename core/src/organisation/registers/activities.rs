//! Activity records whose key their owner holds (三卡·双向反馈).
//!
//! The register is a hash chain. Of each record it keeps the day, the kind, the unit, and the salted digest of the text; the
//! text and the salt go to the person as a receipt, and no copy stays. Who has the receipt can show what was done; nobody
//! else can read it, and a receipt that is thrown away leaves nothing.

use std::collections::BTreeMap;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use super::{ActivityCountRow, ActivityCounts, ActivityKind, ActivityRecord, RegisterError, period};
use crate::kernel::{
    Day, Document, Entry, Error, Explanation, How, Key, Log, NewEntry, Quantity, Result, Salt, SealedTexts, Text,
    suppress,
};
use crate::organisation::LEAST_COUNT;
use crate::wire::log::LogDraft;
use crate::wire::organisation::ActivityReceiptDraft;

const TEXT: &str = "text";
const ANSWERS: &str = "answers";

/// A register of activity records, `shequ.activities/1`.
#[derive(Debug, Clone)]
pub struct Activities(Log);

/// The key to one record, `shequ.receipt/1`: for its owner only, and never printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityReceipt(ActivityReceiptDraft);

impl Document for ActivityReceipt {
    const FORMAT: &'static str = "shequ.receipt/1";
    const ROOT: &'static str = "receipt";
    type Draft = ActivityReceiptDraft;

    fn check(draft: ActivityReceiptDraft) -> Result<Self> {
        Ok(Self(draft))
    }
}

impl Serialize for ActivityReceipt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("ActivityReceipt", 6)?;
        out.serialize_field("format", Self::FORMAT)?;
        out.serialize_field("register", &self.0.register)?;
        out.serialize_field("seq", &self.0.seq)?;
        out.serialize_field("digest", &self.0.digest)?;
        out.serialize_field("text", &self.0.text)?;
        out.serialize_field("salt", &self.0.salt)?;
        out.end()
    }
}

impl ActivityReceipt {
    /// The number of the record.
    pub const fn seq(&self) -> u64 {
        self.0.seq
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.0.text
    }
}

impl ActivityKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Board, Self::Team, Self::PromiseCard, Self::ServiceCard, Self::FeedbackCard];

    const fn word(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Team => "team",
            Self::PromiseCard => "promise-card",
            Self::ServiceCard => "service-card",
            Self::FeedbackCard => "feedback-card",
        }
    }

    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::Board => Text::new("上榜", "board"),
            Self::Team => Text::new("服务队", "team"),
            Self::PromiseCard => Text::new("承诺卡", "promise card"),
            Self::ServiceCard => Text::new("服务卡", "service card"),
            Self::FeedbackCard => Text::new("反馈卡", "feedback card"),
        }
    }
}

impl Document for Activities {
    const FORMAT: &'static str = "shequ.activities/1";
    const ROOT: &'static str = "activities";
    type Draft = LogDraft;

    fn check(draft: LogDraft) -> Result<Self> {
        let out = Self(Log::check(draft)?);
        let mut faults = crate::kernel::Faults::new();
        for (seq, entry) in (0..).zip(out.0.entries()) {
            if out.read_entry(entry).is_none() {
                faults.push(format!("entries[{seq}]"), RegisterError::NotAnActivity);
            }
        }
        faults.into_result().map(|()| out)
    }
}

impl Serialize for Activities {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Activities", 4)?;
        out.serialize_field("format", Self::FORMAT)?;
        out.serialize_field("key", self.0.key())?;
        out.serialize_field("entries", self.0.entries())?;
        out.serialize_field("head", &self.0.head())?;
        out.end()
    }
}

/// A new record, but for its text.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewActivity {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The post that registers it; never a person.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub post: Key,
    /// What it is about.
    pub kind: ActivityKind,
    /// The unit.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub unit: Key,
    /// The number of the record that it answers.
    #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
    pub answers: Option<u64>,
}

impl Document for NewActivity {
    const FORMAT: &'static str = "shequ.activity/1";
    const ROOT: &'static str = "activity";
    type Draft = Self;

    fn check(draft: Self) -> Result<Self> {
        Ok(draft)
    }
}

impl Activities {
    /// A register without records.
    pub fn new(key: Key) -> Self {
        Self(Log::new(key))
    }

    /// The chain, which [`Log::verify`] checks.
    pub const fn log(&self) -> &Log {
        &self.0
    }

    /// Records an activity, and gives its owner the receipt; the register keeps nothing of the text.
    ///
    /// The salt is drawn at random by the caller, who keeps no copy of it.
    ///
    /// # Errors
    /// `activity-no-such-record`, `activity-text-empty`, `log-day-backwards`.
    ///
    /// ```
    /// use shequ::kernel::{Document, Salt};
    /// use shequ::organisation::{Activities, ActivityKind, NewActivity};
    /// let mut register = Activities::new("cards-2025".parse()?);
    /// let card = NewActivity { day: "2025-03-05".parse()?, post: "clerk".parse()?, kind: ActivityKind::ServiceCard,
    ///     unit: "c1".parse()?, answers: None };
    /// let receipt = register.record(card, "taught 12 neighbours to swim", Salt::new(b"sixteen random bytes or more")?)?;
    /// assert!(register.verify(&receipt).is_ok());
    /// assert!(!shequ::kernel::canonical(&register)?.contains("swim"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn record(&mut self, new: NewActivity, text: &str, salt: Salt) -> Result<ActivityReceipt> {
        if text.trim().is_empty() {
            return Err(Error::at("text", RegisterError::TextEmpty));
        }
        let kind: Key = new.kind.word().parse()?;
        let mut entry = NewEntry::new(new.day, new.post, kind, new.unit);
        if let Some(seq) = new.answers {
            let answered = usize::try_from(seq).ok().and_then(|at| self.0.entries().get(at));
            let answered = answered.ok_or_else(|| Error::at("answers", RegisterError::NoRecord { seq }))?;
            entry = entry.with(ANSWERS.parse()?, *answered.digest());
        }
        let entry = entry.sealing(TEXT.parse()?, text, salt.clone());
        let register = self.0.key().clone();
        // What stands beside the chain goes to the owner, and nowhere else.
        let entry = self.0.append(entry, &mut SealedTexts::default())?;
        let (seq, digest) = (entry.seq(), *entry.digest());
        Ok(ActivityReceipt(ActivityReceiptDraft { register, seq, digest, text: text.to_owned(), salt }))
    }

    /// Shows that a receipt is that of a record here: its text is the one that was sealed.
    ///
    /// # Errors
    /// `activity-receipt-differs`; `log-text-differs`.
    pub fn verify(&self, receipt: &ActivityReceipt) -> Result<ActivityRecord> {
        let entry = usize::try_from(receipt.0.seq).ok().and_then(|at| self.0.entries().get(at));
        let same = |entry: &&Entry| *entry.digest() == receipt.0.digest && *self.0.key() == receipt.0.register;
        let record = entry.filter(same).and_then(|entry| self.read_entry(entry));
        let record = record.ok_or(RegisterError::ReceiptDiffers)?;
        self.0.open(receipt.0.seq, TEXT, &receipt.0.text, &receipt.0.salt)?;
        Ok(record)
    }

    /// What an entry shows; none if no record makes it.
    fn read_entry(&self, entry: &Entry) -> Option<ActivityRecord> {
        let kind = ActivityKind::ALL.into_iter().find(|kind| kind.word() == entry.kind().as_str())?;
        let sealed: Vec<&str> = entry.sealed().keys().map(Key::as_str).collect();
        let mut answers = None;
        for (part, digest) in entry.payload() {
            let before = self.0.entries().iter().find(|e| e.digest() == digest && e.seq() < entry.seq());
            answers = Some(before.filter(|_| part.as_str() == ANSWERS)?.seq());
        }
        let unit = entry.subject().to_string();
        (sealed == [TEXT]).then(|| ActivityRecord { seq: entry.seq(), day: entry.day(), kind, unit, answers })
    }

    /// The records in their order; nothing of their texts.
    pub fn records(&self) -> Vec<ActivityRecord> {
        self.0.entries().iter().filter_map(|entry| self.read_entry(entry)).collect()
    }

    /// How many records of a period there are by unit and kind, fit to be published: counts below `threshold`, which is at
    /// least [`LEAST_COUNT`], are hidden, and others that would give them away.
    ///
    /// # Errors
    /// `register-period-empty`, `register-threshold-too-low`.
    pub fn counts(&self, from: Day, until: Day, threshold: u64) -> Result<ActivityCounts> {
        let period = period(from, until)?;
        if threshold < LEAST_COUNT {
            return Err(RegisterError::ThresholdTooLow { got: threshold, least: LEAST_COUNT }.into());
        }
        let mut units: BTreeMap<String, BTreeMap<ActivityKind, u64>> = BTreeMap::new();
        for record in self.records().into_iter().filter(|record| period.contains(record.day)) {
            *units.entry(record.unit).or_default().entry(record.kind).or_insert(0) += 1;
        }
        let cell = |counts: &BTreeMap<ActivityKind, u64>, kind| counts.get(&kind).copied().unwrap_or(0);
        let cells: Vec<Vec<u64>> =
            units.values().map(|counts| ActivityKind::ALL.iter().map(|kind| cell(counts, *kind)).collect()).collect();
        let table = suppress(&cells, threshold)?;
        let rows = units.into_keys().zip(table.cells).zip(table.rows);
        Ok(ActivityCounts {
            from,
            until,
            threshold,
            kinds: ActivityKind::ALL.to_vec(),
            rows: rows.map(|((unit, counts), total)| ActivityCountRow { unit, counts, total }).collect(),
            column_totals: table.columns,
            total: table.total,
        })
    }
}

impl ActivityCounts {
    /// The counts as they may be published.
    pub fn explain(&self) -> Explanation {
        let shown = |count: Option<u64>| match count {
            Some(n) => Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX)),
            None => Quantity::Words(Text::new("不公布", "hidden")),
        };
        let rows = self.rows.iter().map(|row| {
            let cells = self.kinds.iter().zip(&row.counts).map(|(kind, n)| Explanation::new(kind.label(), shown(*n)));
            Explanation::new(Text::same(row.unit.clone()), shown(row.total)).of(How::List, cells.collect())
        });
        Explanation::new(Text::new("活动记录", "activity records"), shown(self.total)).of(How::List, rows.collect())
    }
}
