//! Which party body fits a number of members, and how branches are set up over areas (新设、改设、单设、合设).

use serde::{Deserialize, Serialize};

use super::validation::bounds;
use super::{Organisation, OrganisationError as Fault, Snapshot, UnitId, UnitName};
use crate::kernel::{Citation, Day, Explanation, Faults, Likely, Quantity, Result, Text};
use crate::pack::Packs;
use crate::wire::organisation::Role;

/// The kind of body that fits a number, and by which rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BodyChoice {
    /// The number.
    pub members: u32,
    /// The key of the kind; none where the number is too small for any.
    pub kind: Option<String>,
    /// Its name.
    pub label: Option<Text>,
    /// The rule that says so.
    pub rule: Option<String>,
    /// The numbers that the rule allows, such as `3-50`.
    pub allowed: Option<String>,
    /// Where it stands: a clause, or a default of the library, which is marked so.
    pub citation: Option<Citation>,
}

/// The members of an area, counted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AreaMembers {
    /// The key of the area.
    pub unit: String,
    /// How many members it has.
    pub members: u32,
}

/// Whether a branch is for one area or for several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SetUp {
    /// The area keeps the body that it has.
    Kept,
    /// The body that it has becomes one of another kind (改设).
    Converted,
    /// A new body for it alone (新设、单设).
    New,
    /// One body for several areas (合设).
    Joint,
    /// Too few members even together: none can be set up.
    None,
}

/// A body to set up, and the areas that it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SetUpRow {
    /// The areas, by their keys.
    pub areas: Vec<UnitName>,
    /// Their members together.
    pub members: u32,
    /// How.
    pub how: SetUp,
    /// The body that there is, if there is one.
    pub body: Option<UnitName>,
    /// The kind that fits.
    pub choice: BodyChoice,
}

/// The kind of party body (党支部、党总支、党委) that fits a number of members, by the rules of some packs on a day.
///
/// The bounds are those of the checks that look at the measure `members` of one kind each.
///
/// ```
/// use shequ::organisation::{Catalogue, choose_body};
/// use shequ::pack;
/// let kinds = Catalogue::shipped()?;
/// let day = "2026-01-01".parse()?;
/// let choice = choose_body(&kinds, 51, pack::cn(), day);
/// assert_eq!((choice.kind.as_deref(), choice.allowed.as_deref()), (Some("party-general-branch"), Some("51-100")));
/// assert_eq!(choose_body(&kinds, 2, pack::cn(), day).kind, None);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
pub fn choose_body(catalogue: &super::Catalogue, members: u32, packs: &Packs, day: Day) -> BodyChoice {
    for found in bounds(packs, "members", day) {
        let fits = found.param.read && found.param.allows(i64::from(members));
        let Some(kind) = catalogue.kind(found.kind).filter(|kind| fits && kind.role == Role::PartyBranch) else {
            continue;
        };
        return BodyChoice {
            members,
            kind: Some(found.kind.into()),
            label: Some(kind.label.clone()),
            rule: Some(found.rule.into()),
            allowed: Some(found.param.range()),
            citation: found.param.citation.clone(),
        };
    }
    BodyChoice { members, kind: None, label: None, rule: None, allowed: None, citation: None }
}

impl BodyChoice {
    /// The choice as an explanation.
    pub fn explain(&self) -> Explanation {
        let none = || Text::new("不足以设立", "too few for any");
        let outcome = Quantity::Words(self.label.clone().unwrap_or_else(none));
        let mut node = Explanation::new(Text::new("党组织形式", "kind of party body"), outcome)
            .with(Text::new("党员数", "members"), Quantity::Count(self.members.into()));
        if let Some(allowed) = &self.allowed {
            node = node.with(Text::new("规定", "allowed"), Quantity::Words(Text::same(allowed)));
        }
        match &self.rule {
            Some(rule) => node.by(rule, self.citation.clone()),
            None => node,
        }
    }
}

impl Snapshot<'_> {
    /// How party bodies are set up over some areas: one alone where there are members enough, one together for
    /// neighbours (areas within one unit) that have too few, in the order of their keys.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`, `listed-twice`, with the place in the list.
    pub fn set_up(&self, areas: &[AreaMembers], packs: &Packs) -> Result<Vec<SetUpRow>> {
        let organisation: &Organisation = self.organisation;
        let mut faults = Faults::new();
        let mut asked: Vec<(UnitId, u32)> = Vec::new();
        for (i, area) in areas.iter().enumerate() {
            match self.unit(&area.unit) {
                Ok(unit) if asked.iter().any(|(other, _)| *other == unit.id()) => {
                    faults.push(format!("areas[{i}].unit"), Fault::ListedTwice { key: area.unit.clone() });
                }
                Ok(unit) => asked.push((unit.id(), area.members)),
                Err(error) => faults.extend(&format!("areas[{i}].unit"), error),
            }
        }
        faults.into_result()?;
        let parent =
            |unit: UnitId| self.get(unit).and_then(|view| view.parent()).map(|over| organisation.rank(over.id()));
        asked.sort_by_key(|(unit, _)| (parent(*unit), organisation.rank(*unit)));
        let choose = |members| choose_body(&organisation.catalogue, members, packs, self.day);
        let mut groups: Vec<(Vec<UnitId>, u32)> = Vec::new();
        for siblings in asked.chunk_by(|a, b| parent(a.0) == parent(b.0)) {
            let (enough, few): (Vec<_>, Vec<_>) =
                siblings.iter().copied().partition(|(_, members)| choose(*members).kind.is_some());
            let mut own: Vec<(Vec<UnitId>, u32)> = enough.into_iter().map(|(unit, n)| (vec![unit], n)).collect();
            let mut open: (Vec<UnitId>, u32) = (Vec::new(), 0);
            for (unit, members) in few {
                open.0.push(unit);
                open.1 = open.1.saturating_add(members);
                if choose(open.1).kind.is_some() {
                    own.push(std::mem::take(&mut open));
                }
            }
            if !open.0.is_empty() {
                // What is left over joins the smallest of its neighbours, if it has one.
                let least = (0..own.len()).min_by_key(|i| own.get(*i).map(|(_, members)| *members));
                match least.and_then(|i| own.get_mut(i)) {
                    Some((units, members)) => {
                        units.extend(open.0);
                        *members = members.saturating_add(open.1);
                    }
                    None => own.push(open),
                }
            }
            groups.extend(own);
        }
        let mut rows: Vec<(u32, SetUpRow)> = Vec::new();
        for (mut units, members) in groups {
            units.sort_by_key(|unit| organisation.rank(*unit));
            let choice = choose(members);
            let body = units.iter().find_map(|unit| self.party_body(*unit));
            let how = match (&choice.kind, units.len(), &body) {
                (None, ..) => SetUp::None,
                (_, 2.., _) => SetUp::Joint,
                (Some(kind), _, Some(body)) if body.kind == *kind => SetUp::Kept,
                (_, _, Some(_)) => SetUp::Converted,
                (_, _, None) => SetUp::New,
            };
            let rank = units.first().map_or(u32::MAX, |unit| organisation.rank(*unit));
            let areas = units.into_iter().map(|unit| self.name_of(unit)).collect();
            rows.push((rank, SetUpRow { areas, members, how, body, choice }));
        }
        rows.sort_by_key(|(rank, _)| *rank);
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    /// The first party body directly or indirectly within an area.
    fn party_body(&self, area: UnitId) -> Option<UnitName> {
        let organisation: &Organisation = self.organisation;
        let view = self.get(area)?;
        let is_body = |unit: &UnitId| {
            organisation.kind_on(*unit, self.day).is_some_and(|(kind, _)| kind.role == Role::PartyBranch)
                && organisation.exists(*unit, self.day) == Likely::Yes
        };
        view.subtree().iter().copied().find(is_body).map(|unit| self.name_of(unit))
    }
}
