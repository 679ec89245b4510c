//! Rules made ready: the checks of packs with what they name looked up, and the numbers of their clauses day by day.

use std::collections::BTreeMap;

use num_traits::ToPrimitive;

use super::Ground;
use super::days::Days;
use crate::kernel::{Citation, Day, Faults, Id, Key, Lang, Likely, Result, Text};
use crate::organisation::{Catalogue, KindId, MeasureId, RelationKindId, StatusId};
use crate::pack::{CheckRule, Content, Packs, decides};
use crate::wire::checks::{CheckDraft, Look, Severity};
use crate::wire::organisation::Role;

/// Kinds of units that a rule looks at.
#[derive(Debug, Clone, Default)]
pub(super) struct Kinds {
    /// Whether every kind.
    pub(super) any: bool,
    set: Vec<bool>,
}

impl Kinds {
    fn of(catalogue: &Catalogue, kinds: &[KindId], roles: &[Role]) -> Self {
        let fits = |id: KindId, role: Role| kinds.contains(&id) || roles.contains(&role);
        let rows = catalogue.kind_rows.iter().enumerate();
        let set = rows.map(|(i, row)| KindId::from_index(i).is_some_and(|id| fits(id, row.role))).collect();
        Self { any: kinds.is_empty() && roles.is_empty(), set }
    }

    pub(super) fn has(&self, kind: KindId) -> bool {
        self.any || self.set.get(kind.index()).copied().unwrap_or(false)
    }
}

/// What a clause, or the rule itself, asks on a run of days.
#[derive(Debug, Clone)]
pub(in crate::organisation) struct Param {
    pub(in crate::organisation) days: Days,
    pub(in crate::organisation) least: Option<i64>,
    pub(in crate::organisation) most: Option<i64>,
    /// Whether it says only what is usual (一般).
    pub(in crate::organisation) usual: bool,
    /// Whether its text is known well enough to decide.
    pub(in crate::organisation) read: bool,
    pub(in crate::organisation) citation: Option<Citation>,
}

impl Param {
    pub(in crate::organisation) fn allows(&self, n: i64) -> bool {
        self.least.is_none_or(|least| least <= n) && self.most.is_none_or(|most| n <= most)
    }

    /// The bounds in words: `5-9`, `>= 1`.
    pub(in crate::organisation) fn range(&self) -> String {
        match (self.least, self.most) {
            (Some(least), Some(most)) if least == most => least.to_string(),
            (Some(least), Some(most)) => format!("{least}-{most}"),
            (Some(least), None) => format!(">= {least}"),
            (None, Some(most)) => format!("<= {most}"),
            (None, None) => "...".into(),
        }
    }
}

/// A check with everything that it names looked up.
#[derive(Debug)]
pub(super) struct Rule<'p> {
    pub(super) check: &'p CheckRule,
    /// The kind for which it stands alone, where each kind names its own clause.
    pub(super) kind: Option<KindId>,
    pub(super) clause: Option<String>,
    pub(super) measure: Option<MeasureId>,
    pub(super) kinds: Kinds,
    pub(super) of: Kinds,
    pub(super) relations: Vec<RelationKindId>,
    pub(super) statuses: Vec<StatusId>,
    /// The areas in one of which posts are near each other.
    pub(super) near: Kinds,
    pub(super) params: Vec<Param>,
}

impl Rule<'_> {
    pub(super) const fn draft(&self) -> &CheckDraft {
        self.check.draft()
    }

    /// What is asked on a day, with its place.
    pub(super) fn param(&self, day: i32) -> Option<(u32, &Param)> {
        let at = self.params.iter().position(|p| p.days.contains(day))?;
        Some((u32::try_from(at).ok()?, self.params.get(at)?))
    }

    /// The days on which what is asked changes.
    pub(super) fn cuts(&self) -> Vec<i32> {
        self.params.iter().flat_map(|p| [p.days.from, p.days.until]).collect()
    }

    pub(super) fn titled(&self, title: &Text) -> bool {
        named(&self.draft().titles, title)
    }

    pub(super) fn titled_other(&self, title: &Text) -> bool {
        named(&self.draft().of_titles, title)
    }

    /// What is counted, in words.
    pub(super) fn counted(&self) -> Text {
        self.draft().counted.clone().unwrap_or_default()
    }

    pub(super) fn severity(&self, param: Option<&Param>) -> Severity {
        if param.is_some_and(|p| p.usual) { Severity::Guidance } else { self.check.severity() }
    }
}

fn named(titles: &[String], title: &Text) -> bool {
    titles.is_empty() || titles.iter().any(|t| t == title.get(Lang::Zh) || t == title.get(Lang::En))
}

/// The rules of packs for an organisation, in the order of the packs.
///
/// # Errors
/// `unknown-kind`, `unknown-relation`, `unknown-measure`, `unknown-status`, with the place in the pack.
pub(super) fn rules<'p>(ground: &Ground<'_>, packs: &'p Packs, secondary: bool) -> Result<Vec<Rule<'p>>> {
    let catalogue = &ground.organisation.catalogue;
    let (mut faults, mut out) = (Faults::new(), Vec::new());
    for check in packs.checks() {
        let (draft, place) = (check.draft(), check.place());
        let kinds = catalogue.kind_ids(&format!("{place}.kinds"), &draft.kinds, &mut faults);
        let of_kinds = catalogue.kind_ids(&format!("{place}.of_kinds"), &draft.of_kinds, &mut faults);
        let mut relations = Vec::new();
        for (i, key) in draft.relations.iter().enumerate() {
            let id = catalogue.relation_id(key).map_err(Into::into);
            relations.extend(faults.take(&format!("{place}.relations[{i}]"), id));
        }
        let mut statuses = Vec::new();
        for (i, key) in draft.statuses.iter().enumerate() {
            let id = catalogue.status_id(key).map_err(Into::into);
            statuses.extend(faults.take(&format!("{place}.statuses[{i}]"), id));
        }
        let measure = draft.measure.as_ref().and_then(|key| {
            let id = catalogue.measure_id(key).map_err(Into::into);
            faults.take(&format!("{place}.measure"), id)
        });
        let rule = |kinds: Kinds, kind, clause: Option<String>, measure| Rule {
            check,
            kind,
            params: params(packs, check, clause.as_deref(), secondary),
            clause,
            measure,
            kinds,
            of: Kinds::of(catalogue, &of_kinds, &draft.of_roles),
            relations: relations.clone(),
            statuses: statuses.clone(),
            near: Kinds::of(catalogue, &[], &[Role::Community, Role::Village]),
        };
        let scope = Kinds::of(catalogue, &kinds, &draft.roles);
        match &draft.number {
            // A term can be of the post itself, and a way leads to any kind: one rule looks at all of them.
            Some(_) if matches!(draft.look, Look::Term | Look::Way) => out.push(rule(scope, None, None, None)),
            Some(number) => {
                let alone = |kind, measure, clause: &String| {
                    rule(Kinds::of(catalogue, &[kind], &[]), Some(kind), Some(clause.clone()), measure)
                };
                out.extend(by_clause(ground, &scope, number, alone));
            }
            None => out.push(rule(scope, None, draft.clause.clone(), measure)),
        }
    }
    faults.into_result().map(|()| out)
}

/// A rule for each kind of some unit that names a clause under a number, or under any measure.
fn by_clause<'r>(
    ground: &Ground<'_>,
    scope: &Kinds,
    number: &str,
    alone: impl Fn(KindId, Option<MeasureId>, &String) -> Rule<'r>,
) -> Vec<Rule<'r>> {
    let catalogue = &ground.organisation.catalogue;
    let measures: Vec<(Option<MeasureId>, &str)> = if number == "measures" {
        let id = |key: &Key| catalogue.measures.get(key.as_str());
        catalogue.measures.keys().iter().map(|key| (id(key), key.as_str())).collect()
    } else {
        vec![(None, number)]
    };
    let mut kinds: Vec<(&Key, KindId)> =
        catalogue.kinds.keys().iter().filter_map(|key| Some((key, catalogue.kinds.get(key.as_str())?))).collect();
    kinds.sort_unstable();
    let mut out = Vec::new();
    for (measure, number) in measures {
        for (_, kind) in &kinds {
            let clause = catalogue.kind_row(*kind).and_then(|row| row.clauses.get(number));
            if let Some(clause) = clause
                && scope.has(*kind)
                && ground.has_units(*kind)
            {
                out.push(alone(*kind, measure, clause));
            }
        }
    }
    out
}

/// What a rule asks, day by day.
fn params(packs: &Packs, check: &CheckRule, clause: Option<&str>, secondary: bool) -> Vec<Param> {
    let (draft, span) = (check.draft(), Days::of(check.span().certain()));
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let own = |param: &mut Param| {
        param.least = draft.least.map(number).or(param.least);
        param.most = draft.most.map(number).or(param.most);
    };
    let Some(clause) = clause else {
        let citation = check.citation().cloned();
        let read = citation.as_ref().is_none_or(|c| decides(c.certainty, secondary));
        let mut param = Param { days: span, least: None, most: None, usual: false, read, citation };
        own(&mut param);
        return vec![param];
    };
    let mut out = timeline(packs, clause, secondary);
    for param in &mut out {
        param.days = param.days.meet(span);
        own(param);
    }
    out.retain(|param| !param.days.is_empty());
    out
}

/// What a clause says, day by day: of several layers the lowest that is certainly in force.
fn timeline(packs: &Packs, clause: &str, secondary: bool) -> Vec<Param> {
    let versions: Vec<_> = packs.versions(clause).map(|(_, clause)| clause).collect();
    let mut cuts: Vec<i32> = vec![Days::ALWAYS.from];
    for version in &versions {
        for days in [Days::of(version.span().certain()), Days::of(version.span().possible())] {
            cuts.extend([days.from, days.until]);
        }
    }
    cuts.sort_unstable();
    cuts.dedup();
    let mut out: Vec<((usize, bool), Param)> = Vec::new();
    for (i, from) in cuts.iter().enumerate() {
        let until = cuts.get(i + 1).copied().unwrap_or(Days::ALWAYS.until);
        let Some(day) = Day::from_number(*from).filter(|_| *from < until) else { continue };
        let holds = |likely: Likely| versions.iter().position(|v| v.span().holds(day) == likely);
        let (found, sure) = match (holds(Likely::Yes), holds(Likely::Possible)) {
            (Some(at), _) => (at, true),
            (None, Some(at)) => (at, false),
            (None, None) => continue,
        };
        let days = Days { from: *from, until };
        if let Some((same, last)) = out.last_mut()
            && *same == (found, sure)
            && last.days.until == days.from
        {
            last.days.until = days.until;
            continue;
        }
        let Some(version) = versions.get(found) else { continue };
        let mut param = Param {
            days,
            least: None,
            most: None,
            usual: false,
            read: sure && decides(version.certainty(), secondary),
            citation: Some(version.citation().clone()),
        };
        match version.content() {
            Content::Range(range) => {
                (param.least, param.most) =
                    (range.least().and_then(|n| n.to_i64()), range.most().and_then(|n| n.to_i64()));
                param.usual = range.usual();
            }
            Content::Years(n) | Content::Days(n) => param.most = Some(i64::from(*n)),
            _ => {}
        }
        out.push(((found, sure), param));
    }
    out.into_iter().map(|(_, param)| param).collect()
}

/// What a check allows of a measure of units of one kind.
pub(in crate::organisation) struct Bounds<'p> {
    pub(in crate::organisation) rule: &'p str,
    pub(in crate::organisation) kind: &'p str,
    pub(in crate::organisation) param: Param,
}

/// The bounds of a measure by kind on a day, in the order of the packs.
pub(in crate::organisation) fn bounds<'p>(packs: &'p Packs, measure: &str, day: Day) -> Vec<Bounds<'p>> {
    let ours = packs
        .checks()
        .filter(|check| check.draft().look == Look::Indicator && check.draft().measure.as_deref() == Some(measure));
    let mut out = Vec::new();
    for check in ours {
        let params = params(packs, check, check.draft().clause.as_deref(), false);
        let Some(param) = params.into_iter().find(|param| param.days.contains(day.number())) else { continue };
        let kinds = check.draft().kinds.iter();
        out.extend(kinds.map(|kind| Bounds { rule: check.id(), kind, param: param.clone() }));
    }
    out
}

/// What the clauses say that kinds name under a number, day by day, each by its name.
pub(super) fn laws<'c>(
    catalogue: &'c Catalogue,
    number: Option<&String>,
    packs: &Packs,
    secondary: bool,
) -> BTreeMap<&'c String, Vec<Param>> {
    let clauses = catalogue.kind_rows.iter().filter_map(|row| row.clauses.get(number?));
    let mut out = BTreeMap::new();
    for clause in clauses {
        out.entry(clause).or_insert_with(|| timeline(packs, clause, secondary));
    }
    out
}
