//! The checked scheme: groups of indicators, what adds and takes points, what overrides them, grades and ranking.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::check;
use super::kernel::Kernel;
use super::lint;
use super::rule::{Rule, RuleName};
use crate::kernel::{Certainty, Citation, Decimal, Document, Key, Ratio, Result, Rounding, Span, Text};
use crate::wire::evaluation::{SchemeColumn, SchemeDraft, Warning};

/// Declares a closed choice of a scheme.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$vmeta])* $variant),* }
    };
}

choice! {
    /// What a scheme evaluates. There is no choice for a person: residents are never scored.
    Subject {
        /// Organisations and their parts: communities, villages, sub-districts.
        Unit,
        /// Posts, whoever holds them.
        Post,
        /// Services.
        Service,
    }
}

choice! {
    /// Whether points must sum to what is declared.
    #[derive(Default)]
    Weights {
        /// They must.
        #[default]
        Exact,
        /// They are weights: a group's points are shared out in their proportion.
        Relative,
    }
}

choice! {
    /// What is done about a missing value. Its effect always stands in the explanation.
    #[derive(Default)]
    Missing {
        /// The indicator's points go to the present siblings of its group in proportion; with none, they are lost.
        #[default]
        Reweight,
        /// No points.
        Zero,
        /// All points.
        Full,
        /// The median of the shares that its peers with a value got (同类中位数); no points where fewer than the least number
        /// of peers have one.
        PeerMedian,
        /// The unit's own value of last period, from the columns of `<key>_last`; no points where that is missing too.
        LastPeriod,
        /// The evaluation is refused.
        Block,
    }
}

choice! {
    /// What a veto (一票否决) does.
    Effect {
        /// The total is zero, or what it is where that is less; no award.
        Zero,
        /// The grade is at best the named one, no award.
        CapGrade,
        /// No award.
        NoAward,
    }
}

choice! {
    /// What is compared when units are ranked.
    Basis {
        /// The rounded total, as it is published.
        Rounded,
        /// The exact total before rounding.
        Exact,
    }
}

choice! {
    /// Which rank equals get.
    Ties {
        /// The best place of the tied, as in competitions: 1, 2, 2, 4.
        Min,
        /// The next rank, without gaps: 1, 2, 2, 3.
        Dense,
        /// Each its own, in the order of the keys: 1, 2, 3, 4. An award never rests on the order of keys.
        Ordinal,
        /// The mean of the places of the tied: 1, 5/2, 5/2, 4. It stands beside the best place of the tied.
        Average,
    }
}

choice! {
    /// Among whom units are ranked and awarded.
    #[derive(Default)]
    Peers {
        /// Within each peer group, the table's column `group`.
        #[default]
        Group,
        /// Among all.
        All,
    }
}

choice! {
    /// Who is awarded of those tied across the line.
    #[derive(Default)]
    Unresolved {
        /// None of them, and nobody after them.
        #[default]
        None,
        /// All of them, beyond the number of places.
        All,
        /// As many as there are places left, by lot (抽签) from the declared seed; see [`lot`](crate::kernel::lot).
        Lot,
    }
}

/// A group of indicators and of smaller groups (一级指标, 二级指标).
#[derive(Debug, Clone)]
pub struct Group {
    pub(super) key: Key,
    pub(super) label: Text,
    pub(super) owner: Option<Key>,
    /// The group it lies in.
    pub(super) parent: Option<usize>,
    /// The points of all indicators in it, at any depth.
    pub(super) points: Ratio,
    /// The points of its own indicators together.
    pub(super) own: Ratio,
    /// The sum of its own indicators' weights, and their range.
    pub(super) weight: i64,
    pub(super) members: std::ops::Range<usize>,
    /// The range of all indicators in it, at any depth.
    pub(super) span: std::ops::Range<usize>,
}

impl Group {
    /// Its key.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// Its name.
    pub const fn label(&self) -> &Text {
        &self.label
    }

    /// The points of all indicators in it, at any depth.
    pub const fn points(&self) -> &Ratio {
        &self.points
    }

    /// The post that answers for it, if one is named.
    pub const fn owner(&self) -> Option<&Key> {
        self.owner.as_ref()
    }

    /// The position of the group it lies in among [`Scheme::groups`]; none for one of the first level.
    pub const fn parent(&self) -> Option<usize> {
        self.parent
    }
}

/// An indicator with its rule.
#[derive(Debug, Clone)]
pub struct Indicator {
    pub(super) key: Key,
    pub(super) label: Text,
    pub(super) article: Option<String>,
    /// The declared points as an integer, in the scheme's unit of weights.
    pub(super) weight: i64,
    pub(super) points: Ratio,
    pub(super) rule: Rule,
    pub(super) missing: Missing,
    pub(super) scale: u8,
    pub(super) kernel: Kernel,
    /// Its columns among those of the data.
    pub(super) columns: std::ops::Range<usize>,
    /// The name that its columns start with.
    pub(super) column: Key,
    /// Where it stands in the document, such as `groups[1].indicators[0]`.
    pub(super) path: String,
    pub(super) owner: Option<Key>,
    pub(super) evidence: Option<Text>,
    pub(super) authority: Option<Text>,
    pub(super) inspections: u32,
}

impl Indicator {
    /// Its key.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// Its name.
    pub const fn label(&self) -> &Text {
        &self.label
    }

    /// The points it brings, before a cap above 1 and before missing siblings.
    pub const fn points(&self) -> &Ratio {
        &self.points
    }

    /// How a value becomes points.
    pub const fn rule(&self) -> &Rule {
        &self.rule
    }

    /// The name of its rule.
    pub const fn rule_name(&self) -> RuleName {
        self.rule.name()
    }

    /// What is done about a missing value.
    pub const fn missing(&self) -> Missing {
        self.missing
    }

    /// The decimals of its column.
    pub const fn scale(&self) -> u8 {
        self.scale
    }

    /// The name that its columns start with: its key, unless the scheme names another.
    pub const fn column(&self) -> &Key {
        &self.column
    }

    /// The post that answers for it (责任岗位), if one is named.
    pub const fn owner(&self) -> Option<&Key> {
        self.owner.as_ref()
    }

    /// What shows its value (佐证材料), if the scheme says so.
    pub const fn evidence(&self) -> Option<&Text> {
        self.evidence.as_ref()
    }

    /// The law or decision it rests on (依据), if the scheme names it.
    pub const fn authority(&self) -> Option<&Text> {
        self.authority.as_ref()
    }

    /// How many inspections a period it costs a unit.
    pub const fn inspections(&self) -> u32 {
        self.inspections
    }
}

/// A bonus or a penalty: so many points for each occurrence, up to a cap.
#[derive(Debug, Clone)]
pub struct Item {
    pub(super) key: Key,
    pub(super) label: Text,
    pub(super) article: Option<String>,
    pub(super) each: Decimal,
    pub(super) cap: Option<Decimal>,
    pub(super) scale: u8,
}

/// A veto (一票否决).
#[derive(Debug, Clone)]
pub struct Veto {
    pub(super) key: Key,
    pub(super) label: Text,
    pub(super) article: Option<String>,
    pub(super) effect: Effect,
    /// The position of the best grade that is left.
    pub(super) grade: Option<usize>,
    pub(super) authority: Option<Text>,
    /// The position of the group it is about; none for the whole unit.
    pub(super) scope: Option<usize>,
}

/// A grade.
#[derive(Debug, Clone)]
pub struct Grade {
    pub(super) key: Key,
    pub(super) label: Text,
    pub(super) least: Option<Decimal>,
}

/// How units are ranked.
#[derive(Debug, Clone)]
pub struct Ranking {
    pub(super) basis: Basis,
    pub(super) ties: Ties,
    /// The positions of the indicators that break ties.
    pub(super) tie_break: Vec<usize>,
    pub(super) peers: Peers,
}

/// Who is awarded.
#[derive(Debug, Clone)]
pub struct Award {
    pub(super) share: Ratio,
    pub(super) rounding: Rounding,
    pub(super) least: Option<Decimal>,
    pub(super) unresolved: Unresolved,
    pub(super) seed: u64,
}

/// A unit that the scheme names.
#[derive(Debug, Clone)]
pub struct Listed {
    pub(super) key: Key,
    pub(super) label: Text,
    pub(super) group: Option<String>,
}

#[derive(Debug)]
pub(super) struct Inner {
    pub title: Text,
    pub subject: Subject,
    pub version: Option<String>,
    pub owner: Option<Key>,
    pub authority: Option<Text>,
    /// The days of what is evaluated.
    pub period: Span,
    /// Peer groups of fewer units are not ranked and have no median.
    pub least_peers: usize,
    pub rounding: Rounding,
    pub line_scale: u8,
    pub total_scale: u8,
    /// The decimals at which every total is exact.
    pub exact_scale: u8,
    pub groups: Vec<Group>,
    pub indicators: Vec<Indicator>,
    pub bonuses: Vec<Item>,
    pub bonus_cap: Option<Decimal>,
    pub penalties: Vec<Item>,
    pub penalty_cap: Option<Decimal>,
    pub vetoes: Vec<Veto>,
    pub grades: Vec<Grade>,
    pub ranking: Option<Ranking>,
    pub award: Option<Award>,
    pub units: Vec<Listed>,
    pub columns: Vec<SchemeColumn>,
}

/// An evaluation scheme (目标管理责任书): what is measured, how a value becomes points, and how units are ranked.
///
/// It is read from a document of format `shequ.scheme/1`, checked once, and then applied to tables of values. A copy is
/// cheap.
///
/// ```
/// use shequ::evaluation::Scheme;
/// use shequ::kernel::Document;
/// use shequ::wire::{Column, Table};
///
/// let scheme = Scheme::parse(r#"
/// format = "shequ.scheme/1"
/// title = { zh = "社区目标管理考核", en = "yearly review" }
/// subject = "unit"
///
/// [[groups]]
/// key = "service"
/// points = 100
/// indicators = [
///     { key = "visits", points = 60, rule = "linear", target = 12 },
///     { key = "hazards", points = 40, rule = "deduct", each = "2.5" },
/// ]
///
/// [ranking]
/// basis = "rounded"
/// ties = "min"
/// "#)?;
/// let table = Table::new(vec![
///     ("unit".into(), Column::Text(vec![Some("社区 01".into()), Some("社区 02".into())])),
///     ("visits".into(), Column::Int(vec![Some(11), Some(15)])),
///     ("hazards".into(), Column::Int(vec![Some(1), Some(3)])),
/// ])?;
/// let card = scheme.evaluate(&table)?;
/// let score = card.score("社区 01")?;
/// assert_eq!(score.total.to_string(), "92.50");
/// assert_eq!(score.rank, Some(1));
/// assert!(card.explain("社区 01")?.adds_up());
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Scheme {
    pub(super) inner: Arc<Inner>,
}

impl Document for Scheme {
    const FORMAT: &'static str = "shequ.scheme/1";
    const ROOT: &'static str = "scheme";
    type Draft = SchemeDraft;

    fn check(draft: SchemeDraft) -> Result<Self> {
        Ok(Self { inner: Arc::new(check::check(draft)?) })
    }
}

impl Scheme {
    /// What it is called.
    pub fn title(&self) -> &Text {
        &self.inner.title
    }

    /// What it evaluates.
    pub fn subject(&self) -> Subject {
        self.inner.subject
    }

    /// Its version, if one is stated.
    pub fn version(&self) -> Option<&str> {
        self.inner.version.as_deref()
    }

    /// The post that answers for it, if one is named.
    pub fn owner(&self) -> Option<&Key> {
        self.inner.owner.as_ref()
    }

    /// The law or decision it rests on, if it names one.
    pub fn authority(&self) -> Option<&Text> {
        self.inner.authority.as_ref()
    }

    /// The days of what it evaluates; always, unless it says so.
    pub fn period(&self) -> Span {
        self.inner.period
    }

    /// The least number of units of a peer group that is ranked, and of peers whose median stands for a missing value.
    pub fn least_peers(&self) -> usize {
        self.inner.least_peers
    }

    /// How scores and totals are rounded.
    pub fn rounding(&self) -> Rounding {
        self.inner.rounding
    }

    /// The points of all groups together, without bonuses.
    pub fn total(&self) -> Ratio {
        self.inner.groups.iter().filter(|g| g.parent.is_none()).map(|g| g.points.clone()).sum()
    }

    /// The groups, each before those that lie in it, with their own indicators, in the order of the document.
    pub fn groups(&self) -> impl Iterator<Item = (&Group, &[Indicator])> {
        self.inner.groups.iter().map(|g| (g, self.inner.members(g)))
    }

    /// The indicators in the order of the document.
    pub fn indicators(&self) -> &[Indicator] {
        &self.inner.indicators
    }

    /// The keys of the grades from the best to the worst.
    pub fn grades(&self) -> impl Iterator<Item = &Key> {
        self.inner.grades.iter().map(|g| &g.key)
    }

    /// The columns that [`evaluate`](Self::evaluate) reads.
    pub fn columns(&self) -> &[SchemeColumn] {
        &self.inner.columns
    }

    /// What its author should look at, though it is valid.
    pub fn warnings(&self) -> Vec<Warning> {
        lint::warnings(&self.inner)
    }
}

impl Inner {
    pub fn members(&self, group: &Group) -> &[Indicator] {
        self.indicators.get(group.members.clone()).unwrap_or_default()
    }

    /// Where the scheme states something.
    pub fn citation(&self, article: Option<&String>) -> Option<Citation> {
        article.map(|article| Citation {
            instrument: self.title.clone(),
            article: article.clone(),
            certainty: Certainty::Text,
        })
    }
}
