//! Rules about how units stand to each other.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Finding, Ground, Report, Severity, Step};
use crate::kernel::{Day, Id, Input, Key, Likely, Period, Quantity, Text};
use crate::organisation::cycles::{Arc, cycles};
use crate::organisation::dated::turns;
use crate::organisation::{Organisation, Relation, RelationKindId, Stretch, UnitId};
use crate::wire::organisation::Role;

/// Who covers whom on a day.
#[derive(Default)]
struct Coverage {
    /// The branches of each community that certainly exists: certain ones, and those that may be.
    branches: BTreeMap<UnitId, (BTreeSet<UnitId>, BTreeSet<UnitId>)>,
    /// The communities of each branch that certainly covers several.
    shared: BTreeMap<UnitId, BTreeSet<UnitId>>,
}

impl Coverage {
    fn on(organisation: &Organisation, serves: Option<RelationKindId>, day: Day) -> Self {
        let role = |unit| organisation.kind_on(unit, day).map(|(kind, _)| kind.role);
        let mut out = Self::default();
        let mut branches = Vec::new();
        for unit in organisation.units() {
            match (role(unit), organisation.exists(unit, day)) {
                (Some(Role::Community), Likely::Yes) => {
                    out.branches.entry(unit).or_default();
                }
                (Some(Role::PartyBranch), there) if there != Likely::No => branches.push((unit, there)),
                _ => {}
            }
        }
        let mut covers: BTreeMap<UnitId, BTreeMap<UnitId, Likely>> = BTreeMap::new();
        for (branch, there) in branches {
            if let Some((community, likely)) = community_of(organisation, branch, day) {
                covers.entry(branch).or_default().insert(community, likely.min(there));
            }
        }
        for relation in organisation.relations.iter().filter(|r| Some(r.kind) == serves) {
            let likely = relation.span.holds(day).min(organisation.exists(relation.source, day));
            let fits =
                role(relation.source) == Some(Role::PartyBranch) && role(relation.target) == Some(Role::Community);
            if fits && likely != Likely::No {
                let entry = covers.entry(relation.source).or_default().entry(relation.target).or_insert(likely);
                *entry = likely.max(*entry);
            }
        }
        for (branch, communities) in covers {
            for (community, likely) in &communities {
                if let Some((certain, possible)) = out.branches.get_mut(community) {
                    if *likely == Likely::Yes {
                        certain.insert(branch)
                    } else {
                        possible.insert(branch)
                    };
                }
            }
            let certain: BTreeSet<UnitId> =
                communities.into_iter().filter(|(_, likely)| *likely == Likely::Yes).map(|(c, _)| c).collect();
            if certain.len() > 1 {
                out.shared.insert(branch, certain);
            }
        }
        out
    }

    fn bare(&self, community: UnitId) -> bool {
        self.branches.get(&community).is_some_and(|(certain, possible)| certain.is_empty() && possible.is_empty())
    }

    fn crowded(&self, community: UnitId) -> bool {
        self.branches.get(&community).is_some_and(|(certain, _)| certain.len() > 1)
    }
}

/// The nearest community that a unit lies within.
fn community_of(organisation: &Organisation, unit: UnitId, day: Day) -> Option<(UnitId, Likely)> {
    let (mut at, mut likely) = (unit, Likely::Yes);
    // Dates within bounds may leave a circle; no path is longer than there are units.
    for _ in 0..organisation.len() {
        let (parent, next) = organisation.parent_on(at, day)?;
        (at, likely) = (parent, likely.min(next));
        if organisation.kind_on(at, day).is_some_and(|(kind, _)| kind.role == Role::Community) {
            return Some((at, likely));
        }
    }
    None
}

/// Each community has exactly one branch, and no branch is shared (一社区一支部).
pub(super) fn one_branch(ground: &Ground<'_>, report: &mut Report) {
    const RULE: &str = "one-community-one-branch";
    let organisation = ground.organisation;
    let serves = organisation.catalogue.relations.get("serves");
    let today = Coverage::on(organisation, serves, ground.day);
    let mut check = Check::of(RULE, today.branches.len());
    let mut turning: Vec<Day> = Vec::new();
    let mut days: BTreeMap<Day, Coverage> = BTreeMap::new();
    let mut stretch = |holds: &dyn Fn(&Coverage) -> bool| {
        if turning.is_empty() {
            let lives = organisation.columns.lives.iter().copied();
            let kinds = organisation.columns.kinds.rows().map(|(_, _, span)| span);
            let parents = organisation.columns.parents.rows().map(|(_, _, span)| span);
            let served = organisation.relations.iter().filter(|r| Some(r.kind) == serves).map(|r| r.span);
            turning = lives.chain(kinds).chain(parents).chain(served).flat_map(turns).collect();
        }
        Stretch::around(&mut turning, ground.day, |day| {
            holds(days.entry(day).or_insert_with(|| Coverage::on(organisation, serves, day)))
        })
    };
    let finding = |unit: UnitId, period: Stretch, with: &BTreeSet<UnitId>, message: Text, remedy: Text| Finding {
        rule: RULE.into(),
        severity: Severity::Error,
        citation: None,
        subject: ground.subject(unit),
        period,
        facts: vec![count(Text::new("支部数", "branches"), with.len())],
        path: listed(organisation, with, ground.day),
        message,
        remedy,
    };
    let mut found = Vec::new();
    for (community, (certain, possible)) in &today.branches {
        let community = *community;
        if today.bare(community) {
            found.push(finding(
                community,
                stretch(&|day| day.bare(community)),
                certain,
                Text::new("该社区没有党支部", "the community has no party branch"),
                Text::new("设立一个党支部", "found a branch for it"),
            ));
        } else if today.crowded(community) {
            found.push(finding(
                community,
                stretch(&|day| day.crowded(community)),
                certain,
                Text::new(
                    format!("该社区有{}个党支部", certain.len()),
                    format!("the community has {} party branches", certain.len()),
                ),
                Text::new("合并，或在其上设一个党总支并改列为下级", "merge them into one"),
            ));
        } else if certain.len() != 1 || !possible.is_empty() {
            check.missing.push(organisation.key_text(community));
        }
    }
    for (branch, communities) in &today.shared {
        let branch = *branch;
        let mut shared = finding(
            branch,
            stretch(&|day| day.shared.contains_key(&branch)),
            communities,
            Text::new(
                format!("该党支部覆盖{}个社区", communities.len()),
                format!("the branch covers {} communities", communities.len()),
            ),
            Text::new("每个社区单独设立党支部", "found a branch of its own for each community"),
        );
        shared.facts = vec![count(Text::new("社区数", "communities"), communities.len())];
        found.push(shared);
    }
    report.note(check, found);
}

fn count(label: Text, n: usize) -> Input {
    Input { label, value: Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX)) }
}

fn listed(organisation: &Organisation, units: &BTreeSet<UnitId>, day: Day) -> Vec<Step> {
    let mut units: Vec<UnitId> = units.iter().copied().collect();
    units.sort_by_key(|unit| organisation.rank(*unit));
    units.into_iter().map(|unit| Step { unit: organisation.unit_name(unit, day), relation: None }).collect()
}

/// The days on which a relation certainly holds between units that certainly exist.
fn certain(organisation: &Organisation, relation: &Relation) -> Option<Period> {
    let life = |unit: UnitId| organisation.columns.lives.get(unit.index()).and_then(|life| life.certain());
    relation.span.certain()?.meet(life(relation.source)?)?.meet(life(relation.target)?)
}

/// What leads cannot be led by it at the same time, however long the way.
pub(super) fn circles(ground: &Ground<'_>, report: &mut Report) {
    const RULE: &str = "relation-cycle";
    let organisation = ground.organisation;
    let kinds = organisation.catalogue.relations.keys().iter().zip(&organisation.catalogue.relation_rows);
    let (mut found, mut looked_at) = (Vec::new(), 0);
    for (kind, row) in kinds.filter(|(_, row)| row.acyclic.is_some()) {
        let id = organisation.catalogue.relations.get(kind.as_str());
        let arcs: Vec<Arc> = organisation
            .relations
            .iter()
            .filter(|r| Some(r.kind) == id)
            .filter_map(|r| {
                let period = certain(organisation, r)?;
                Some(Arc { from: r.source.index(), to: r.target.index(), period })
            })
            .collect();
        looked_at += arcs.len();
        let key = |i: usize| UnitId::from_index(i).map(|id| organisation.key_text(id)).unwrap_or_default();
        let circles = cycles(organisation.len(), &arcs, &key);
        for circle in circles.into_iter().filter(|c| c.period.contains(ground.day)) {
            let units: Vec<UnitId> = circle.nodes.iter().filter_map(|i| UnitId::from_index(*i)).collect();
            let Some(first) = units.first().copied() else { continue };
            let ring = units.iter().chain(std::iter::once(&first));
            let path = proof(organisation, ring.copied(), kind, ground.day);
            found.push(Finding {
                rule: RULE.into(),
                severity: Severity::Error,
                citation: None,
                subject: ground.subject(first),
                period: circle.period.into(),
                facts: vec![count(Text::new("单位数", "units"), units.len())],
                path,
                message: Text::new(
                    format!("{}个单位相互{}，形成循环", units.len(), row.label.get(crate::kernel::Lang::Zh)),
                    format!("{} units stand in a circle of `{kind}`", units.len()),
                ),
                remedy: Text::new(
                    "取消其中一个关系，或改其期间使之不相遇",
                    "end one of the relations, or change its days so that they do not meet",
                ),
            });
        }
    }
    report.note(Check::of(RULE, looked_at), found);
}

fn proof(organisation: &Organisation, units: impl Iterator<Item = UnitId>, kind: &Key, day: Day) -> Vec<Step> {
    let mut path: Vec<Step> =
        units.map(|unit| Step { unit: organisation.unit_name(unit, day), relation: Some(kind.to_string()) }).collect();
    if let Some(last) = path.last_mut() {
        last.relation = None;
    }
    path
}

/// No government office leads a self-governing committee, directly or by others; it may guide it.
pub(super) fn led_by_government(ground: &Ground<'_>, report: &mut Report) {
    const RULE: &str = "committee-led-by-government";
    let organisation = ground.organisation;
    let leads = organisation.catalogue.relations.get("leads");
    let mut over: BTreeMap<UnitId, Vec<(&Relation, Likely)>> = BTreeMap::new();
    for (relation, likely) in ground.snapshot.related() {
        if Some(relation.kind) == leads {
            over.entry(relation.target).or_default().push((relation, likely));
        }
    }
    let committees: Vec<UnitId> =
        ground.snapshot.units().filter(|u| u.role() == Some(Role::SelfGoverning)).map(|u| u.id()).collect();
    let mut check = Check::of(RULE, committees.len());
    let mut found = Vec::new();
    for committee in committees {
        for way in ways_up(ground, committee, &over) {
            let sure = way.iter().all(|(_, likely)| *likely == Likely::Yes);
            let periods: Option<Vec<Period>> = way.iter().map(|(r, _)| certain(organisation, r)).collect();
            let Some(periods) = periods.filter(|_| sure) else {
                check.missing.push(organisation.key_text(committee));
                continue;
            };
            let Some(office) = way.first().map(|(r, _)| r.source) else { continue };
            let mut period = [office, committee]
                .into_iter()
                .fold(Stretch::ALWAYS, |period, unit| kind_period(organisation, unit, ground.day, period));
            for part in periods {
                period = period.meet(part);
            }
            let ring = way.iter().map(|(r, _)| r.source).chain(std::iter::once(committee));
            let path = leads.and_then(|id| organisation.catalogue.relations.key(id));
            let path = path.map(|kind| proof(organisation, ring, kind, ground.day)).unwrap_or_default();
            let name = organisation.unit_name(office, ground.day).name;
            let clause = organisation.kind_on(committee, ground.day).and_then(|(kind, _)| kind.clauses.get("autonomy"));
            let (zh, en) = (name.get(crate::kernel::Lang::Zh), name.get(crate::kernel::Lang::En));
            let way_words =
                if way.len() == 1 { ("直接", "directly") } else { ("经由其他单位", "by way of others") };
            found.push(Finding {
                rule: RULE.into(),
                severity: Severity::Error,
                citation: ground.citation(clause),
                subject: ground.subject(committee),
                period,
                facts: vec![count(Text::new("层数", "steps"), way.len())],
                path,
                message: Text::new(
                    format!("政府机关“{zh}”{}领导自治组织", way_words.0),
                    format!("the government office `{en}` leads the self-governing committee {}", way_words.1),
                ),
                remedy: Text::new("把该关系改为“指导”", "make it a relation of guidance (`guides`)"),
            });
        }
    }
    report.note(check, found);
}

/// The shortest way of leading down to a committee from each office that leads it with no other office between.
fn ways_up<'r>(
    ground: &Ground<'_>,
    committee: UnitId,
    over: &BTreeMap<UnitId, Vec<(&'r Relation, Likely)>>,
) -> Vec<Vec<(&'r Relation, Likely)>> {
    let organisation = ground.organisation;
    let mut came: BTreeMap<UnitId, (&Relation, Likely)> = BTreeMap::new();
    let mut seen = BTreeSet::from([committee]);
    let mut queue = std::collections::VecDeque::from([committee]);
    let mut offices = Vec::new();
    while let Some(unit) = queue.pop_front() {
        // Certain relations first, so that the proof is certain where one is.
        let mut ups = over.get(&unit).cloned().unwrap_or_default();
        ups.sort_by_key(|(_, likely)| std::cmp::Reverse(*likely));
        for (relation, likely) in ups {
            if !seen.insert(relation.source) {
                continue;
            }
            came.insert(relation.source, (relation, likely));
            let role = organisation.kind_on(relation.source, ground.day).map(|(kind, _)| kind.role);
            if role == Some(Role::Government) {
                offices.push(relation.source);
            } else {
                queue.push_back(relation.source);
            }
        }
    }
    offices
        .into_iter()
        .map(|office| {
            let next = |at: &(&'r Relation, Likely)| came.get(&at.0.target).copied();
            std::iter::successors(came.get(&office).copied(), next).collect()
        })
        .collect()
}

/// The days around the day on which a unit has the kind of the day.
fn kind_period(organisation: &Organisation, unit: UnitId, day: Day, within: Stretch) -> Stretch {
    let row = organisation.columns.kinds.of(unit).find(|(_, span)| span.holds(day) == Likely::Yes);
    row.and_then(|(_, span)| span.certain()).map_or(within, |period| within.meet(period))
}
