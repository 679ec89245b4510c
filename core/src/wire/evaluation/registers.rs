//! Registers of evaluations: campaigns, practices, standards by level, evidence, looking back, honour boards.

use serde::{Deserialize, Serialize};

use crate::evaluation::{BoardKind, CampaignStage, PhaseKind};
use crate::kernel::{Day, Decimal, Digest, Key, Rate, Ratio, Text};

draft! {
    /// The document `shequ.campaigns/1`.
    CampaignsDraft {
        /// What it is called.
        pub title: Text,
        /// The campaigns.
        pub campaigns: Vec<CampaignDraft>,
    }

    /// A campaign (五民工程、精品社区): its units, targets and phases.
    CampaignDraft keyed {
        /// The post that answers for it.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
        pub owner: Option<Key>,
        /// Its first day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub from: Day,
        /// The first day after it.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<Day>,
        /// The units that take part.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
        pub units: Vec<Key>,
        /// What it is to bring.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<CampaignTargetDraft>>"))]
        pub targets: Vec<CampaignTargetDraft>,
        /// What is to be done by when.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<CampaignPhaseDraft>>"))]
        pub phases: Vec<CampaignPhaseDraft>,
    }

    /// A target of a campaign.
    CampaignTargetDraft keyed {
        /// What is due, above zero.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub target: Decimal,
        /// What was brought, day by day.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<CampaignStepDraft>>"))]
        pub steps: Vec<CampaignStepDraft>,
    }

    /// What was brought on a day.
    CampaignStepDraft {
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
        /// How much.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub amount: Decimal,
    }

    /// A phase of a campaign: arranged, inspected and rewarded together (一起布置、督办、评先评优).
    CampaignPhaseDraft {
        /// What is done.
        pub kind: PhaseKind,
        /// The day by which it is due.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub due: Day,
        /// The day on which it was done.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub done: Option<Day>,
    }

    /// The document `shequ.practices/1`.
    PracticesDraft {
        /// What it is called.
        pub title: Text,
        /// The practices.
        pub practices: Vec<PracticeDraft>,
    }

    /// A practice (一居一特色) and where it was taken up.
    PracticeDraft keyed {
        /// The unit where it began.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub origin: Key,
        /// The day on which it began.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub from: Day,
        /// What it does, in a sentence.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub summary: Option<Text>,
        /// Where it was taken up.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<AdoptionDraft>>"))]
        pub adoptions: Vec<AdoptionDraft>,
    }

    /// That a unit took a practice up.
    AdoptionDraft {
        /// The unit.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub unit: Key,
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub from: Day,
        /// The first day without it.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<Day>,
    }

    /// The document `shequ.standards/1`: levels from the lowest to the highest, each with what it asks beyond those below.
    StandardsDraft {
        /// What it is called.
        pub title: Text,
        /// The levels.
        pub levels: Vec<LevelDraft>,
    }

    /// A level (三级联创).
    LevelDraft keyed {
        /// Who confers it.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub authority: Option<Text>,
        /// What it asks beyond the levels below.
        pub criteria: Vec<CriterionDraft>,
    }

    /// What a level asks.
    CriterionDraft {
        /// Its key, which names its column.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name; the key unless given.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub label: Option<Text>,
        /// The least value.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
        pub least: Option<Decimal>,
        /// The greatest value.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
        pub most: Option<Decimal>,
    }

    /// The document `shequ.evidence/1`: what shows the values of a scheme, and who came to see it.
    EvidenceLedgerDraft {
        /// What it is called.
        pub title: Text,
        /// The pieces of evidence.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<EvidenceDraft>>"))]
        pub evidence: Vec<EvidenceDraft>,
        /// The inspections.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<InspectionDraft>>"))]
        pub inspections: Vec<InspectionDraft>,
    }

    /// A piece of evidence (佐证材料).
    EvidenceDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The unit.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub unit: Key,
        /// The indicator that it shows.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub indicator: Key,
        /// The day on which it was entered.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
        /// What it is.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub what: Option<Text>,
        /// The digest of the file, so that it cannot be exchanged.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub digest: Option<Digest>,
    }

    /// An inspection (检查验收).
    InspectionDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The unit.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub unit: Key,
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
        /// The unit or post that inspected.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub by: Key,
        /// The indicators that were looked at; none for all.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
        pub indicators: Vec<Key>,
    }

    /// The document `shequ.retrospectives/1`.
    RetrospectivesDraft {
        /// What it is called.
        pub title: Text,
        /// What was looked back on.
        pub items: Vec<RetrospectiveDraft>,
    }

    /// What a unit or a post found wrong, what it promised, and whether it holds (回头看).
    RetrospectiveDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The unit or the post that reports.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub subject: Key,
        /// The indicator that it is about.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
        pub indicator: Option<Key>,
        /// The day on which it was found.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub found: Day,
        /// What fell short, of the work and not of a person.
        pub shortfall: Text,
        /// What is to be done.
        pub measure: Text,
        /// The day by which it is due.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub due: Day,
        /// The day on which it was done.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub done: Option<Day>,
        /// The day on which it was looked at again.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub checked: Option<Day>,
        /// Whether it still held then.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        pub holds: bool,
    }

    /// The document `shequ.boards/1`.
    BoardsDraft {
        /// What it is called.
        pub title: Text,
        /// The entries.
        pub entries: Vec<BoardEntryDraft>,
    }

    /// A post or a unit on an honour board (先锋榜、荣誉榜): never a person, and only who agreed.
    BoardEntryDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Whether it is a post or a unit.
        pub kind: BoardKind,
        /// The post or the unit.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub subject: Key,
        /// What for.
        pub reason: Text,
        /// The first day on the board.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub from: Day,
        /// The first day without it.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<Day>,
        /// The day on which they agreed to be on the board.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub agreed: Day,
    }
}

result! {
    /// A campaign as of a day.
    CampaignState {
        /// The campaign.
        pub key: String,
        /// Its name.
        pub label: Text,
        /// Whether it has begun or ended.
        pub state: CampaignStage,
        /// How many units take part.
        pub units: u32,
        /// Its targets.
        pub targets: Vec<TargetState>,
        /// The phases that are due and not done.
        pub overdue: Vec<PhaseKind>,
        /// How many phases were done after they were due.
        pub late: u32,
    }

    /// A target as of a day.
    TargetState {
        /// The target.
        pub key: String,
        /// Its name.
        pub label: Text,
        /// What was brought by then.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub brought: Decimal,
        /// What is due.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub target: Decimal,
        /// The one over the other.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub share: Ratio,
    }

    /// How far a practice has spread by a day (抓点带面).
    PracticeSpread {
        /// The practice.
        pub key: String,
        /// Its name.
        pub label: Text,
        /// Where it began.
        pub origin: String,
        /// How many units have it, that where it began included.
        pub units: u32,
        /// These of all units that were asked about.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub reach: Option<Rate>,
        /// The days from its beginning to the first adoption elsewhere; 0 where there is none.
        pub first: u32,
        /// The days from its beginning to the last adoption.
        pub last: u32,
        /// How many gave it up.
        pub given_up: u32,
    }

    /// How far practices have spread by a day.
    SpreadReport {
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
        /// The practices in the order of the document.
        pub practices: Vec<PracticeSpread>,
        /// The units that began none and have none.
        pub without: Vec<String>,
    }

    /// The level of a unit.
    UnitLevel {
        /// The unit.
        pub unit: String,
        /// The highest level of which it meets everything, and everything below.
        pub level: Option<String>,
        /// The next level; none for one at the top.
        pub next: Option<String>,
        /// What is missing for the next level.
        pub missing: Vec<CriterionGap>,
    }

    /// A criterion that a unit does not meet.
    CriterionGap {
        /// The criterion.
        pub criterion: String,
        /// Its name.
        pub label: Text,
        /// The value; none where it is missing.
        #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
        pub value: Option<Decimal>,
        /// The bound.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub due: Decimal,
    }

    /// Evidence and inspections of a period.
    EvidenceReport {
        /// The first day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub from: Day,
        /// The first day after it.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub until: Day,
        /// The units that were asked about.
        pub units: Vec<UnitEvidence>,
        /// Pieces for indicators that the scheme does not have.
        pub stray: Vec<String>,
    }

    /// Evidence and inspections of a unit.
    UnitEvidence {
        /// The unit.
        pub unit: String,
        /// How many indicators ask for evidence and have it.
        pub shown: u32,
        /// The indicators that ask for evidence and have none.
        pub missing: Vec<String>,
        /// Those that have it of all that ask for it.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub coverage: Option<Rate>,
        /// How many inspections it bore.
        pub inspections: u32,
        /// How many of its indicators were looked at more than once.
        pub repeated: u32,
    }

    /// What was looked back on, as of a day.
    RetrospectiveReport {
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
        /// What was found by then.
        pub found: u32,
        /// What was done in time.
        pub in_time: u32,
        /// What was done late.
        pub late: u32,
        /// What is due and not done.
        pub overdue: Vec<String>,
        /// What is open and not due.
        pub open: Vec<String>,
        /// How many that were done were looked at again.
        pub checked: u32,
        /// Those that no longer held.
        pub fallen_back: Vec<String>,
    }

    /// An entry of an honour board.
    BoardEntry {
        /// The entry.
        pub key: String,
        /// Whether it is a post or a unit.
        pub kind: BoardKind,
        /// The post or the unit.
        pub subject: String,
        /// What for.
        pub reason: Text,
        /// Since when.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub from: Day,
    }
}
