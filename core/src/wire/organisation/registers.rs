//! Registers: sectors, series of indicators, activity records whose owner holds the key, topic notes.

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, Decimal, Digest, Key, Rate, Ratio, Salt, Text, WithinDays};
use crate::organisation::UnitName;

draft! {
    /// A key with its name: a sector, a topic.
    LabelDraft {
        /// The key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
    }
}

draft! {
    /// That a unit belongs to a sector.
    SectorUnitDraft {
        /// The unit.
        pub unit: String,
        /// The sector.
        pub sector: String,
        /// The first day of it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day after it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
    }
}

draft! {
    /// The document `shequ.sectors/1`.
    SectorsDraft {
        /// What it is about.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub title: Text,
        /// The sectors.
        pub sectors: Vec<LabelDraft>,
        /// Which unit belongs to which.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<SectorUnitDraft>>"))]
        pub units: Vec<SectorUnitDraft>,
    }
}

/// How far the units of a sector have a body of some kinds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SectorCoverage {
    /// The sector; empty for all together.
    pub sector: String,
    /// Its name.
    pub label: Text,
    /// Its units on the day.
    pub units: u32,
    /// How many of them have a body, of their own or together with others.
    pub covered: u32,
    /// How many bodies there are for them; one that several units share counts once.
    pub bodies: u32,
    /// Covered units of all units.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub rate: Option<Rate>,
    /// The units without a body.
    pub uncovered: Vec<UnitName>,
}

/// Coverage by sector (非公和"两新"组织覆盖率).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CoverageReport {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The kinds of bodies that were looked for.
    pub kinds: Vec<String>,
    /// All sectors together.
    pub total: SectorCoverage,
    /// By sector, as the register lists them.
    pub sectors: Vec<SectorCoverage>,
}

/// A number of a unit with its day, unit of measure and source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct IndicatorRecord {
    /// The unit.
    pub unit: String,
    /// The measure.
    pub measure: String,
    /// Its name.
    pub label: Text,
    /// The value.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub value: Decimal,
    /// What the value is written in.
    pub unit_of_measure: String,
    /// The day as of which it was counted.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub from: Option<WithinDays>,
    /// Who published it.
    pub source: Option<Text>,
}

/// Whether two numbers may be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Comparable {
    /// They count different things.
    No,
    /// With the caution that the reasons name.
    Caution,
    /// They may.
    Yes,
}

/// Why two numbers may not be compared, or with caution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ComparisonReason {
    /// One of them has no day.
    Undated,
    /// Their days are known only within bounds that overlap.
    DaysOverlap,
    /// The unit merged, was split or gave or got a part between the two days: it is another area.
    AreaChanged,
    /// The unit's kind changed between the two days.
    KindChanged,
    /// They come from different sources.
    SourcesDiffer,
    /// One of them has no source.
    SourceMissing,
}

/// From one number of a series to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SeriesStep {
    /// The earlier day.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub from: Option<WithinDays>,
    /// The later day.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub to: Option<WithinDays>,
    /// Whether the two may be compared.
    pub comparable: Comparable,
    /// Why not, or with what caution.
    pub reasons: Vec<ComparisonReason>,
    /// The later less the earlier; none where they may not be compared.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub change: Option<Decimal>,
    /// What the change is written in: an age changes by years, a share by percentage points.
    pub unit_of_change: String,
    /// The change over the earlier number; none where that is zero or they may not be compared.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub relative: Option<Ratio>,
}

/// A measure of a unit through time (指标序列).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct IndicatorSeries {
    /// The unit.
    pub unit: String,
    /// The measure.
    pub measure: String,
    /// Its name.
    pub label: Text,
    /// What values are written in.
    pub unit_of_measure: String,
    /// The numbers in the order of their days.
    pub points: Vec<IndicatorRecord>,
    /// From each to the next.
    pub steps: Vec<SeriesStep>,
}

/// What an activity record is about, a closed list (二榜二队三卡).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ActivityKind {
    /// A notice on a board, with the person's will (上榜).
    Board,
    /// Work in a team (服务队).
    Team,
    /// A card with a promise (承诺卡).
    PromiseCard,
    /// A card with a service done (服务卡).
    ServiceCard,
    /// A card that answers another (反馈卡).
    FeedbackCard,
}

/// What the owner of an activity record keeps: the text and the salt, without which nobody can read it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ActivityReceiptDraft {
    /// The register.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub register: Key,
    /// The number of the record.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub seq: u64,
    /// The digest of the record, which no other has.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub digest: Digest,
    /// The text.
    pub text: String,
    /// The salt in hexadecimal digits.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub salt: Salt,
}

/// Shows the number only.
impl std::fmt::Debug for ActivityReceiptDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ActivityReceipt(record {})", self.seq)
    }
}

/// What a register shows of a record: nothing of its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ActivityRecord {
    /// Its number.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub seq: u64,
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// What it is about.
    pub kind: ActivityKind,
    /// The unit.
    pub unit: String,
    /// The record that it answers.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub answers: Option<u64>,
}

/// A row of a published count of records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ActivityCountRow {
    /// The unit.
    pub unit: String,
    /// The counts by kind; none where hidden.
    #[cfg_attr(feature = "typescript", ts(type = "(number | null)[]"))]
    pub counts: Vec<Option<u64>>,
    /// Their sum; none where hidden.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub total: Option<u64>,
}

/// How many records of a period there are by unit and kind, without small numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ActivityCounts {
    /// The first day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The first day after it.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
    /// Counts below this are hidden.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub threshold: u64,
    /// The columns.
    pub kinds: Vec<ActivityKind>,
    /// The rows in the order of units.
    pub rows: Vec<ActivityCountRow>,
    /// The sums of columns; none where hidden.
    #[cfg_attr(feature = "typescript", ts(type = "(number | null)[]"))]
    pub column_totals: Vec<Option<u64>>,
    /// The sum of all; none where hidden.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub total: Option<u64>,
}

draft! {
    /// A note on a topic: what was heard, never of whom.
    NoteDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
        /// The unit where it was heard.
        pub unit: String,
        /// The topic.
        pub topic: String,
        /// What was heard, without names.
        pub text: String,
        /// The day on which it was answered.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub answered: Option<Day>,
        /// The answer.
        pub answer: Option<String>,
    }
}

draft! {
    /// The document `shequ.notes/1`.
    NotesDraft {
        /// What it is about.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub title: Text,
        /// The topics.
        pub topics: Vec<LabelDraft>,
        /// The notes.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<NoteDraft>>"))]
        pub notes: Vec<NoteDraft>,
    }
}

/// A topic in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TopicCount {
    /// The topic.
    pub topic: String,
    /// Its name.
    pub label: Text,
    /// Notes.
    pub notes: u32,
    /// How many were answered by the end of the period.
    pub answered: u32,
    /// The one over the other.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub rate: Option<Rate>,
    /// The days from note to answer, added up over the answered.
    pub days: u32,
    /// The mean of these days.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub mean_days: Option<Ratio>,
    /// The notes that are open at the end of the period, the oldest first.
    pub open: Vec<String>,
}

/// What was heard in a period by topic (民情).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NoteTopics {
    /// The first day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The first day after it.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
    /// All topics together.
    pub total: TopicCount,
    /// By topic, as the register lists them.
    pub topics: Vec<TopicCount>,
}
