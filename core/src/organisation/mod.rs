//! Units, posts, relations and events, as of any day (组织).
//!
//! An [`Organisation`] is read from a document and never changes; an [`Event`] makes another, and may also correct what
//! was recorded before. A unit is known by its
//! key; its kind, name, code and parent are facts with days of their own, so a unit that was renamed or recoded is still
//! the same unit. Every question is asked as of a day:
//!
//! | to ask | call |
//! |---|---|
//! | what there is on a day | [`Organisation::at`], [`Snapshot`], [`UnitView`] |
//! | who holds which post, who leads whom | [`Snapshot::posts`], [`Snapshot::relations`] |
//! | what a unit became, and came from | [`Organisation::lineage`], [`Organisation::origins`] |
//! | what breaks a rule, on which days | [`Organisation::validate`], [`Organisation::validate_over`], [`Report`] |
//! | mean age, shares, change by term | [`Organisation::statistics`], [`Organisation::compare_terms`] |
//! | who held a post after whom, what is vacant | [`Organisation::succession`], [`Organisation::vacancies`], [`Organisation::turnover`] |
//! | the two committees of an area | [`Snapshot::joint_roster`] |
//! | which bodies a community has | [`Snapshot::tiers`], [`Snapshot::coverage`], [`choose_body`], [`Snapshot::set_up`] |
//! | who leads, in which aspect; lines and blocks | [`Snapshot::superiors`], [`Snapshot::lines_and_blocks`] |
//! | who meets when, what is for a time only | [`Snapshot::conference`], [`Snapshot::statuses`] |
//! | counts of old units by new ones | [`Organisation::crosswalk`], [`Crosswalk::reexpress`] |
//! | what differs between two days | [`Organisation::diff`] |
//! | what was known on a day | [`Organisation::known_on`], [`Organisation::view`] |
//! | whether the log was cut off or altered | [`Organisation::log`], [`Organisation::parse_logged`] |
//! | what undocumented snapshots suggest | [`infer()`] |
//! | who has no partner | [`Organisation::pairing`], [`Pairing`] |
//! | what it looks like | [`Snapshot::diagram`], [`Snapshot::draw`] |
//! | how to write it down again | [`Organisation::document`] |
//! | how other programs read it | [`Organisation::to_popolo`], [`Snapshot::to_jsonld`], [`Organisation::from_popolo`] |
//! | how many posts each gets, who serves whom | [`QuotaPlan`], [`LiaisonPlan`] |
//! | what partners promised, who comes, who shares what | [`Cooperation`] |
//! | who agreed to be asked | [`Directory`] |
//! | bodies by sector, duties, series, cards, notes | [`Sectors`], [`Duties`], [`Organisation::series`], [`Activities`], [`Notes`] |
//!
//! ```
//! use shequ::kernel::{Document, Lang};
//! use shequ::organisation::Organisation;
//!
//! let organisation = Organisation::parse(r#"{
//!     "format": "shequ.organisation/1", "title": "示例区",
//!     "units": [
//!         {"key": "d", "kind": "district", "name": "示例区"},
//!         {"key": "s", "kind": "sub-district", "name": "一街道", "parent": "d"},
//!         {"key": "v1", "kind": "village", "name": "东村", "code": "001", "parent": "s"},
//!         {"key": "v2", "kind": "village", "name": "西村", "code": "002", "parent": "s"}],
//!     "events": [{"merge": {"day": "2003-07-01", "sources": ["v1", "v2"],
//!         "targets": [{"unit": "c1", "kind": "community", "name": "社区 01", "code": "101", "parent": "s"}],
//!         "shares": [{"measure": "households",
//!             "flows": [{"source": "v1", "target": "c1", "count": 320}, {"source": "v2", "target": "c1", "count": 410}],
//!             "after": [{"unit": "c1", "count": 730}]}]}}]
//! }"#)?;
//!
//! let before = organisation.at("2003-06-30".parse()?);
//! assert_eq!(before.unit_by_code(None, "001")?.path_text(Lang::Zh), "示例区 > 一街道 > 东村");
//! assert!(organisation.at("2003-07-01".parse()?).unit("v1").is_err());
//!
//! let became = organisation.lineage("v1", "2026-01-01".parse()?, Some("households"))?;
//! assert_eq!(became.ends[0].unit.key, "c1");
//! let from = organisation.origins("c1", "2000-01-01".parse()?, Some("households"))?;
//! assert_eq!(from.ends[0].share.as_ref().map(ToString::to_string).as_deref(), Some("32/73"));
//! # Ok::<(), shequ::kernel::Error>(())
//! ```

mod agreements;
mod answers;
mod catalogue;
mod changes;
mod conduct;
mod conference;
mod counts;
mod crosswalk;
mod cycles;
mod dated;
mod diagram;
mod diff;
mod directory;
mod document;
mod error;
mod events;
mod history;
mod infer;
mod liaison;
mod lineage;
mod linked;
mod lists;
mod load;
mod log;
mod matrix;
mod pairing;
mod parts;
mod popolo;
mod quotas;
mod register_tables;
mod registers;
mod relations;
mod replay;
mod rest;
mod rollup;
mod roster;
mod rows;
mod saved;
mod setup;
mod shares;
mod snapshot;
mod statistics;
mod store;
mod succession;
mod tables;
mod teams;
mod tiers;
mod validation;
mod why;

pub use crate::wire::organisation::InferOptions;
pub use agreements::{
    ChairAttendance, ConferenceAttendance, Cooperation, CooperationError, Dependence, DependenceBasis, Fulfilment,
    HolderShare, NeedState, OfferState, OfferSupply, PledgeCount, PledgeState, PledgeStatus, ResourceBalance, Sharing,
    UnitAttendance,
};
pub use catalogue::{Catalogue, Ends, Kind, KindId, Measure, MeasureId, RelationKind, RelationKindId, StatusId, Tier};
pub use changes::Changes;
pub use counts::{Counts, Rates};
pub use crosswalk::Crosswalk;

pub use conference::{ConferenceRecord, StatusRecord};
pub use dated::Stretch;
pub use diagram::{DiagramError, DiagramFormat, Drawing};
pub use directory::{
    CountRow, Directory, DirectoryBreakdown, DirectoryCounts, DirectoryEntry, DirectoryError, DirectoryField,
    DirectoryView, DueField, LEAST_COUNT, Office, Skill, Sweep,
};
pub use error::OrganisationError;
pub use events::Event;
pub use history::View;
pub use infer::{Sightings, infer};
pub use liaison::{DistanceRule, Liaison, LiaisonAlternative, LiaisonError, LiaisonPlan, LiaisonService, OfficerLoad};
pub use lineage::{Consolidation, Lineage, LineageEnd, LineageStep};
pub use linked::LinkedError;
pub use lists::{UnitLists, in_pairs, on_days};
pub use log::Logged;
pub use matrix::{BlockRow, LineBlockMatrix, Superior};
pub use pairing::Pairing;
pub use parts::Part;
pub use popolo::{Exported, Imported, Loss, LossReason};
pub use quotas::{QuotaError, QuotaPart, QuotaPlan, QuotaTie, Quotas, TieBreak, UnitQuota};
pub use registers::{
    Activities, ActivityCountRow, ActivityCounts, ActivityKind, ActivityReceipt, ActivityRecord, Comparable,
    ComparisonReason, CoverageReport, Duties, DutyError, DutyFault, DutyFinding, DutyHolding, DutyReport,
    IndicatorRecord, IndicatorSeries, NewActivity, NoteTopics, Notes, RegisterError, SectorCoverage, Sectors,
    SeriesStep, TopicCount,
};
pub use rollup::{Amounts, Rollup};
pub use roster::{HoldingRecord, Overview, PostRecord, RelationRecord};
pub use saved::SavedError;
pub use setup::{AreaMembers, BodyChoice, SetUp, SetUpRow, choose_body};
pub use snapshot::{CodeRecord, Snapshot, UnitName, UnitRecord, UnitView};
pub use statistics::{Age, Group, Share, Statistics};
pub use store::UnitTable;
pub use succession::{Change, Gap, ReasonCount, Succession, Tenure, TermComparison, Turnover, Vacancy};
pub use teams::{JointRoster, RosterMember, RosterPost};
pub use tiers::{CoverageMatrix, CoverageRow, TierCell, TierRow, TierTable};
pub(crate) use validation::turn;
pub use validation::{Check, Finding, Report, Severity, Step, Subject, SubjectKind};

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::kernel::{Day, Decimal, Id, Key, KeyTable, Likely, Span, Text, WithinDays, id::id};
use crate::wire::organisation::{EndReason, Mode, OrganisationDraft, Schooling};
use conduct::Conduct;
use events::Past;
use history::History;
use relations::Relation;
use store::Columns;

id! {
    /// A unit: dense, never reused.
    UnitId
}
id! {
    /// A post.
    PostId
}
id! {
    /// A holder of posts, known by an opaque key only.
    HolderId
}
id! {
    /// A scheme of codes.
    SchemeId
}
id! {
    /// An agreement.
    AgreementId
}

/// A post of a unit.
#[derive(Debug, Clone)]
struct Post {
    unit: UnitId,
    title: Text,
    capacity: u32,
    term_years: Option<u32>,
    mode: Option<Mode>,
}

/// What is known of a holder: no name, no day of birth.
#[derive(Debug, Clone, Copy)]
struct Holder {
    born: Option<WithinDays>,
    schooling: Option<Schooling>,
}

/// A holding of a post.
#[derive(Debug, Clone, Copy)]
struct Holding {
    post: PostId,
    holder: HolderId,
    span: Span,
    end_reason: Option<EndReason>,
    mode: Option<Mode>,
}

#[derive(Debug, Clone)]
struct Agreement {
    kind: String,
    parties: Vec<UnitId>,
    span: Span,
}

#[derive(Debug, Clone)]
struct Indicator {
    unit: UnitId,
    measure: MeasureId,
    value: Decimal,
    from: Option<WithinDays>,
    source: Option<Text>,
}

#[derive(Debug, Clone)]
struct Statement {
    label: Text,
    measure: MeasureId,
    value: Option<Decimal>,
    change: Option<Decimal>,
    unit: String,
    from: Option<WithinDays>,
    source: Option<Text>,
}

/// Units, relations, posts, holdings and events (组织), with all their days.
///
/// Read it with [`Document::parse`](crate::kernel::Document::parse) from `shequ.organisation/1`, JSON or TOML.
#[derive(Debug, Clone)]
pub struct Organisation {
    title: Text,
    sources: Vec<Text>,
    catalogue: Arc<Catalogue>,
    schemes: KeyTable<SchemeId>,
    keys: KeyTable<UnitId>,
    columns: Columns,
    events: Vec<Past>,
    history: History,
    relations: Vec<Relation>,
    posts: KeyTable<PostId>,
    post_rows: Vec<Post>,
    holders: KeyTable<HolderId>,
    holder_rows: Vec<Holder>,
    /// By post, holder and day.
    holdings: Vec<Holding>,
    agreements: KeyTable<AgreementId>,
    agreement_rows: Vec<Agreement>,
    /// By unit, measure and day.
    indicators: Vec<Indicator>,
    statements: Vec<Statement>,
    written: Arc<OrganisationDraft>,
    conduct: Conduct,
}

impl Organisation {
    /// What it is about.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// Where its data come from.
    pub fn sources(&self) -> &[Text] {
        &self.sources
    }

    /// How many units there are, on whatever days.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is no unit.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The kinds, relations and measures that it knows.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The id of a unit's key.
    pub fn id(&self, key: &str) -> Option<UnitId> {
        self.keys.get(key)
    }

    /// The key of a unit.
    pub fn key(&self, unit: UnitId) -> Option<&Key> {
        self.keys.key(unit)
    }

    /// The keys of all units in order, on whatever days they exist.
    pub fn keys(&self) -> Vec<&Key> {
        let mut keys: Vec<&Key> = self.keys.keys().iter().collect();
        keys.sort_unstable();
        keys
    }

    /// Whether a unit exists on a day.
    pub fn exists(&self, unit: UnitId, day: Day) -> Likely {
        self.columns.exists(unit, day)
    }

    fn units(&self) -> impl Iterator<Item = UnitId> {
        (0..self.keys.len()).filter_map(UnitId::from_index)
    }

    fn rank(&self, unit: UnitId) -> u32 {
        self.columns.rank(unit)
    }

    fn key_text(&self, unit: UnitId) -> String {
        self.keys.key(unit).map(Key::to_string).unwrap_or_default()
    }

    fn kind_on(&self, unit: UnitId, day: Day) -> Option<(&Kind, KindId)> {
        let (id, _) = self.columns.kinds.on(unit, day)?;
        Some((self.catalogue.kind_row(id)?, id))
    }

    /// The name on a day, or else the last before it, or else the first.
    fn name_near(&self, unit: UnitId, day: Day) -> Text {
        let rows = &self.columns.names;
        let began = |span: Span| span.from().is_none_or(|from| from.earliest() <= day);
        let near = rows.of(unit).rfind(|(_, span)| began(*span)).or_else(|| rows.of(unit).next());
        let id = rows.on(unit, day).map(|(id, _)| id).or_else(|| near.map(|(id, _)| id));
        id.map(|id| self.columns.name(id)).unwrap_or_default()
    }

    /// The parent on a day: the certain one, or else the first that may be; one that cannot exist that day is none.
    fn parent_on(&self, unit: UnitId, day: Day) -> Option<(UnitId, Likely)> {
        self.columns.parent_on(unit, day)
    }

    /// The last value of a measure counted by a day.
    fn indicator_on(&self, unit: UnitId, measure: MeasureId, day: Day) -> Option<&Indicator> {
        self.indicators_of(unit, measure).filter(|row| row.from.is_none_or(|from| from.latest() <= day)).last()
    }

    /// The values of a measure of a unit, by their days.
    fn indicators_of(&self, unit: UnitId, measure: MeasureId) -> impl Iterator<Item = &Indicator> {
        let first = self.indicators.partition_point(|row| (row.unit, row.measure) < (unit, measure));
        let rows = self.indicators.iter().skip(first);
        rows.take_while(move |row| (row.unit, row.measure) == (unit, measure))
    }

    /// The holdings of a post.
    fn holdings_of(&self, post: PostId) -> impl Iterator<Item = &Holding> {
        let first = self.holdings.partition_point(|h| h.post < post);
        self.holdings.iter().skip(first).take_while(move |h| h.post == post)
    }

    fn post(&self, id: PostId) -> Option<&Post> {
        self.post_rows.get(id.index())
    }

    /// The holders of a post on a day: those who certainly are, and those who may be.
    fn held(&self, post: PostId, day: Day) -> (BTreeSet<HolderId>, BTreeSet<HolderId>) {
        let (mut certain, mut possible) = (BTreeSet::new(), BTreeSet::new());
        for holding in self.holdings_of(post) {
            match holding.span.holds(day) {
                Likely::Yes => certain.insert(holding.holder),
                Likely::Possible => possible.insert(holding.holder),
                Likely::No => false,
            };
        }
        possible.retain(|holder| !certain.contains(holder));
        (certain, possible)
    }

    fn posts(&self) -> impl Iterator<Item = (PostId, &Post)> {
        self.post_rows.iter().enumerate().filter_map(|(i, post)| Some((PostId::from_index(i)?, post)))
    }
}
