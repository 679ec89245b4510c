//! Validation: what breaks a rule on a day, since when, by which citation, and what mends it.

mod counts;
mod posts;
mod report;
mod structure;

pub use report::{Check, Finding, Report, Severity, Step, Subject, SubjectKind};

use std::collections::BTreeMap;

use super::{Organisation, PostId, Snapshot, UnitId};
use crate::kernel::{Citation, Day, Period, Ratio, Status, Text};
use crate::pack::{Content, Lookup, Rules};

/// What a clause allows, on the day for which the rules were taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// The least that it allows.
    pub least: Option<Ratio>,
    /// The most that it allows.
    pub most: Option<Ratio>,
    /// Whether it says only what is usual (一般), so that going beyond is a remark and no violation.
    pub usual: bool,
    /// Whether its text is known; what nobody read decides nothing.
    pub read: bool,
    /// Where it stands.
    pub citation: Option<Citation>,
    /// From when until when it is in force.
    pub in_force: Option<Period>,
}

/// Where the numbers of the law come from: a rule pack, or a table made by hand.
pub trait Parameters {
    /// What a clause such as `cn.urc.members` allows; nothing if no such clause is in force.
    fn parameter(&self, clause: &str) -> Option<Parameter>;
}

/// Parameters by clause, made by hand.
#[derive(Debug, Clone, Default)]
pub struct ParameterTable(BTreeMap<String, Parameter>);

impl ParameterTable {
    /// A table without clauses.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same table with one more clause.
    #[must_use]
    pub fn with(mut self, clause: impl Into<String>, parameter: Parameter) -> Self {
        self.0.insert(clause.into(), parameter);
        self
    }
}

impl Parameters for ParameterTable {
    fn parameter(&self, clause: &str) -> Option<Parameter> {
        self.0.get(clause).cloned()
    }
}

/// The clauses of rule packs in force on a day.
impl Parameters for Rules {
    fn parameter(&self, clause: &str) -> Option<Parameter> {
        let (Lookup::InForce(_, found) | Lookup::Uncertain(_, found)) = self.find(clause) else { return None };
        let mut out = Parameter {
            least: None,
            most: None,
            usual: false,
            read: matches!(self.decisive(clause), Ok(Ok(_))),
            citation: Some(found.citation().clone()),
            in_force: found.span().certain(),
        };
        let exact = |n: u64| Ratio::from(i128::from(n));
        match found.content() {
            Content::Range(range) => {
                (out.least, out.most) = (range.least().map(exact), range.most().map(exact));
                out.usual = range.usual();
            }
            Content::Years(n) | Content::Days(n) => (out.least, out.most) = (None, Some(Ratio::from(*n))),
            _ => {}
        }
        Some(out)
    }
}

impl Parameter {
    fn allows(&self, value: &Ratio) -> bool {
        self.least.as_ref().is_none_or(|least| value >= least) && self.most.as_ref().is_none_or(|most| value <= most)
    }

    fn range(&self) -> String {
        match (&self.least, &self.most) {
            (Some(least), Some(most)) if least == most => least.to_string(),
            (Some(least), Some(most)) => format!("{least}-{most}"),
            (Some(least), None) => format!(">= {least}"),
            (None, Some(most)) => format!("<= {most}"),
            (None, None) => "...".into(),
        }
    }
}

/// What the rules look at.
struct Ground<'a> {
    organisation: &'a Organisation,
    snapshot: &'a Snapshot<'a>,
    day: Day,
    rules: Option<&'a dyn Parameters>,
    posts_of: BTreeMap<UnitId, Vec<PostId>>,
}

impl Ground<'_> {
    fn parameter(&self, clause: &str) -> Option<Parameter> {
        self.rules.and_then(|rules| rules.parameter(clause))
    }

    fn citation(&self, clause: Option<&String>) -> Option<Citation> {
        self.parameter(clause?)?.citation
    }

    fn subject(&self, unit: UnitId) -> Subject {
        let name = self.organisation.unit_name(unit, self.day);
        Subject { kind: SubjectKind::Unit, key: name.key, name: name.name }
    }

    /// The kinds that some unit has on the day and that name a clause, with the clause and the units.
    fn bound(&self, number: &str) -> Vec<(String, String, Vec<UnitId>)> {
        let mut out: BTreeMap<String, (String, Vec<UnitId>)> = BTreeMap::new();
        for unit in self.snapshot.units() {
            let Some((kind, id)) = self.organisation.kind_on(unit.id(), self.day) else { continue };
            if let Some((clause, key)) = kind.clauses.get(number).zip(self.organisation.catalogue.kinds.key(id)) {
                out.entry(key.to_string()).or_insert_with(|| (clause.clone(), Vec::new())).1.push(unit.id());
            }
        }
        out.into_iter().map(|(kind, (clause, units))| (kind, clause, units)).collect()
    }
}

impl Organisation {
    /// What breaks a rule on a day; with `rules`, also the rules whose numbers a pack gives.
    ///
    /// Take `rules` from [`pack::cn`](crate::pack::cn) for the same day. Without them, or where a clause was not read, the rules that need it answer *unknown*.
    ///
    /// ```
    /// use shequ::kernel::{Document, Status};
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "c", "kind": "community", "name": "社区 01"},
    ///     {"key": "o", "kind": "sub-district-office", "name": "办事处"},
    ///     {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"},
    ///     {"key": "b", "kind": "party-branch", "name": "党支部", "parent": "c"}],
    ///     "relations": [{"kind": "leads", "source": "o", "target": "r", "from": "2024-03-01"}]}"#)?;
    /// let report = organisation.validate("2026-01-01".parse()?, None);
    /// let [finding] = report.violations.as_slice() else { panic!() };
    /// assert_eq!(finding.rule, "committee-led-by-government");
    /// assert_eq!(finding.period.to_string(), "[2024-03-01, ...)");
    /// assert_eq!(report.check("one-community-one-branch").map(|c| c.status), Some(Status::Met));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn validate(&self, day: Day, rules: Option<&dyn Parameters>) -> Report {
        let snapshot = self.at(day);
        let mut posts_of: BTreeMap<UnitId, Vec<PostId>> = BTreeMap::new();
        let mut posts: Vec<(&crate::kernel::Key, PostId)> =
            self.posts().filter_map(|(id, _)| Some((self.posts.key(id)?, id))).collect();
        posts.sort_unstable();
        for (_, id) in posts {
            if let Some(post) = self.post(id) {
                posts_of.entry(post.unit).or_default().push(id);
            }
        }
        let ground = Ground { organisation: self, snapshot: &snapshot, day, rules, posts_of };
        let mut report = Report { day, checks: Vec::new(), violations: Vec::new() };
        structure::one_branch(&ground, &mut report);
        structure::circles(&ground, &mut report);
        structure::led_by_government(&ground, &mut report);
        posts::committee_size(&ground, &mut report);
        posts::vacancies(&ground, &mut report);
        posts::over_capacity(&ground, &mut report);
        posts::terms(&ground, &mut report);
        counts::usual_size(&ground, &mut report);
        counts::units_of_measure(&ground, &mut report);
        report
    }
}

/// The names of the rules, in the order of the report.
pub(super) const RULES: [(&str, &str, &str); 9] = [
    ("one-community-one-branch", "一社区一支部", "one community, one branch"),
    ("relation-cycle", "循环领导", "leading in a circle"),
    ("committee-led-by-government", "政府机关领导自治组织", "self-governing committee led by a government office"),
    ("committee-size", "委员会人数", "size of the committee"),
    ("vacancy", "职位空缺", "vacancy"),
    ("over-capacity", "超职数任职", "more holders than the post has room for"),
    ("term-overrun", "超期任职", "holding beyond the term"),
    ("usual-size", "规模", "size against what is usual"),
    ("unit-of-measure", "计量单位", "unit of measure"),
];

/// The name of a rule.
pub(super) fn label(rule: &str) -> Text {
    RULES.iter().find(|(key, ..)| *key == rule).map_or_else(|| Text::same(rule), |(_, zh, en)| Text::new(*zh, *en))
}

/// The status of a check from what was found.
const fn status(violations: usize, missing: usize) -> Status {
    match (violations, missing) {
        (0, 0) => Status::Met,
        (0, _) => Status::Unknown,
        _ => Status::NotMet,
    }
}
