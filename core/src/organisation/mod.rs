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
//! | counts of old units by new ones | [`Organisation::crosswalk`], [`Crosswalk::reexpress`] |
//! | what differs between two days | [`Organisation::diff`] |
//! | what was known on a day | [`Organisation::known_on`], [`Organisation::view`] |
//! | whether the log was cut off or altered | [`Organisation::log`], [`Organisation::parse_logged`] |
//! | what undocumented snapshots suggest | [`infer()`] |
//! | what breaks a rule | [`Organisation::validate`], [`Report`] |
//! | mean age, shares, vacancies | [`Organisation::statistics`], [`Statistics`] |
//! | who has no partner | [`Organisation::pairing`], [`Pairing`] |
//! | what it looks like | [`Snapshot::diagram`] |
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

mod catalogue;
mod counts;
mod crosswalk;
mod cycles;
mod dated;
mod diagram;
mod diff;
mod error;
mod events;
mod history;
mod infer;
mod lineage;
mod load;
mod log;
mod pairing;
mod replay;
mod roster;
mod rows;
mod shares;
mod snapshot;
mod statistics;
mod validation;
mod why;

pub use crate::wire::organisation::InferOptions;
pub use catalogue::{Catalogue, Kind, KindId, Measure, MeasureId, RelationKind, RelationKindId};
pub use counts::{Counts, Rates};
pub use crosswalk::Crosswalk;
pub use dated::Stretch;
pub use error::OrganisationError;
pub use events::Event;
pub use history::View;
pub use infer::{Sightings, infer};
pub use lineage::{Consolidation, Lineage, LineageEnd, LineageStep};
pub use log::Logged;
pub use pairing::Pairing;
pub use roster::{HoldingRecord, Overview, PostRecord, RelationRecord};
pub use snapshot::{CodeRecord, Snapshot, UnitName, UnitRecord, UnitView};
pub use statistics::{Age, Group, Share, Statistics};
pub use validation::{
    Check, Finding, Parameter, ParameterTable, Parameters, Report, Severity, Step, Subject, SubjectKind,
};

use std::sync::Arc;

use crate::kernel::{Day, Decimal, Id, Key, KeyTable, Likely, Span, Text, WithinDays, id::id};
use crate::wire::organisation::{EndReason, Mode, Schooling};
use events::Past;
use history::History;
use rows::Columns;

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

/// A relation between two units.
#[derive(Debug, Clone, Copy)]
struct Relation {
    kind: RelationKindId,
    source: UnitId,
    target: UnitId,
    span: Span,
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
    #[expect(dead_code, reason = "shown by the register of indicators")]
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
        let life = self.columns.lives.get(unit.index()).map_or(Likely::No, |life| life.holds(day));
        self.history.within_gaps(unit, day, life)
    }

    fn units(&self) -> impl Iterator<Item = UnitId> {
        (0..self.keys.len()).filter_map(UnitId::from_index)
    }

    fn rank(&self, unit: UnitId) -> u32 {
        self.columns.ranks.get(unit.index()).copied().unwrap_or(u32::MAX)
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
        id.and_then(|id| self.columns.name_pool.get(id)).cloned().unwrap_or_default()
    }

    /// The parent on a day: the certain one, or else the first that may be; one that cannot exist that day is none.
    fn parent_on(&self, unit: UnitId, day: Day) -> Option<(UnitId, Likely)> {
        let (parent, likely) = self.columns.parents.on(unit, day)?;
        let there = self.exists(parent, day);
        (there != Likely::No).then_some((parent, likely.min(there)))
    }

    /// The last value of a measure counted by a day.
    fn indicator_on(&self, unit: UnitId, measure: MeasureId, day: Day) -> Option<&Indicator> {
        let first = self.indicators.partition_point(|row| (row.unit, row.measure) < (unit, measure));
        let rows = self.indicators.iter().skip(first);
        let rows = rows.take_while(|row| (row.unit, row.measure) == (unit, measure));
        rows.filter(|row| row.from.is_none_or(|from| from.latest() <= day)).last()
    }

    /// The holdings of a post.
    fn holdings_of(&self, post: PostId) -> impl Iterator<Item = &Holding> {
        let first = self.holdings.partition_point(|h| h.post < post);
        self.holdings.iter().skip(first).take_while(move |h| h.post == post)
    }

    fn posts(&self) -> impl Iterator<Item = (PostId, &Post)> {
        self.post_rows.iter().enumerate().filter_map(|(i, post)| Some((PostId::from_index(i)?, post)))
    }
}
