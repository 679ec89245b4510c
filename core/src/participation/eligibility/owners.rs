//! Owners' units and how many heads they make: co-owners as one, the developer and the buyer of several units counted once.
//!
//! Votes are counted from [`Facts`](crate::participation::Facts) with the same rules; [`Owners::owner_key`] gives the `owner` that
//! a unit with co-owners has there.

use std::collections::{BTreeMap, BTreeSet};

use super::EligibilityError;
use crate::kernel::{Document, Explanation, Faults, How, Key, Lang, Quantity, Result, Text};
use crate::pack::{Content, CountingRule, Reason, Rules, warned};
use crate::participation::Units;
use crate::wire::participation::{UnitDraft, Vote};
use crate::wire::participation_eligibility::{DeveloperHolds, HeadCount, OwnedUnitDraft, OwnersDraft};

/// Owners' units by their owners, `shequ.owners/1`.
///
/// ```
/// use shequ::kernel::Document;
/// use shequ::participation::eligibility::Owners;
/// // Two units of one buyer, one of a couple, two that the developer still has: three heads.
/// let owners = Owners::parse(r#"{"format": "shequ.owners/1", "units": [
///     {"key": "1-101", "owners": ["o1"]}, {"key": "1-102", "owners": ["o1"]}, {"key": "1-201", "owners": ["o2", "o3"]},
///     {"key": "1-202", "developer": "unsold"}, {"key": "1-301", "owners": ["o4"], "developer": "undelivered"}]}"#)?;
/// let count = owners.heads(&shequ::pack::cn().at("2026-03-01".parse()?), "cn.spc.9")?;
/// assert_eq!((count.units, count.heads), (5, Some(3)));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Owners {
    units: Vec<OwnedUnitDraft>,
}

impl Document for Owners {
    const FORMAT: &'static str = "shequ.owners/1";
    const ROOT: &'static str = "owners";
    type Draft = OwnersDraft;

    fn check(draft: OwnersDraft) -> Result<Self> {
        let mut faults = Faults::new();
        if draft.units.is_empty() {
            faults.push("units", EligibilityError::NoUnits);
        }
        let mut seen = BTreeSet::new();
        for (i, unit) in draft.units.iter().enumerate() {
            let key = || unit.key.to_string();
            if !seen.insert(&unit.key) {
                faults.push(format!("units[{i}].key"), EligibilityError::UnitTwice { key: key() });
            }
            match (unit.developer, unit.owners.is_empty()) {
                (None, true) => faults.push(format!("units[{i}].owners"), EligibilityError::NoOwner { key: key() }),
                (Some(DeveloperHolds::Unsold), false) => {
                    faults.push(format!("units[{i}].owners"), EligibilityError::UnsoldOwned { key: key() });
                }
                _ => {}
            }
            let mut owners = BTreeSet::new();
            for (j, owner) in unit.owners.iter().enumerate() {
                if !owners.insert(owner) {
                    let cause = EligibilityError::OwnerTwice { key: owner.to_string() };
                    faults.push(format!("units[{i}].owners[{j}]"), cause);
                }
            }
        }
        faults.into_result()?;
        Ok(Self { units: draft.units })
    }
}

impl Owners {
    /// One key for all owners of a unit, whatever their order: co-owners are one owner (共有人合为一人).
    pub fn owner_key(owners: &[Key]) -> Option<String> {
        let set: BTreeSet<&str> = owners.iter().map(Key::as_str).collect();
        (!set.is_empty()).then(|| set.into_iter().collect::<Vec<_>>().join("+"))
    }

    /// How many heads the units make by a clause that counts them, such as `cn.spc.9`.
    ///
    /// Where two different groups of owners share an owner (one alone, and the same with a spouse), whether they are one buyer is
    /// not said: the count is then given within bounds only.
    ///
    /// # Errors
    /// `unknown-clause`, `owners-clause-not-counting`.
    pub fn heads(&self, rules: &Rules, clause: &str) -> Result<HeadCount> {
        let decisive = rules.decisive(clause)?;
        let rule = match decisive {
            Ok(found) => match found.content() {
                Content::Counting(list) => list.clone(),
                _ => return Err(EligibilityError::NotCounting { id: clause.to_owned() }.into()),
            },
            Err(_) => Vec::new(),
        };
        let citation = decisive.ok().map(|found| found.citation().clone());
        let has = |one: CountingRule| rule.contains(&one);
        let several_once = has(CountingRule::BuyerOnce) || has(CountingRule::OwnersAsHeads);
        let developer_once = has(CountingRule::DeveloperOnce) || has(CountingRule::OwnersAsHeads);
        let draft = |unit: &OwnedUnitDraft| UnitDraft {
            key: unit.key.to_string(),
            owner: several_once.then(|| Self::owner_key(&unit.owners)).flatten(),
            area: None,
            vote: Vote::Absent,
            developer_unsold: developer_once && unit.developer.is_some(),
        };
        let drafts: Vec<UnitDraft> = self.units.iter().map(draft).collect();
        let counted = Units::of_drafts(drafts).heads() as u64;
        let groups = self.groups();
        let (overlapping, fused) = overlaps(&groups);
        let overlapping = if several_once { overlapping } else { 0 };
        let (least, most) = if rule.is_empty() {
            (1, self.units.len() as u64)
        } else {
            (counted - if overlapping > 0 { fused } else { 0 }, counted)
        };
        let reason = decisive.err().or((overlapping > 0).then_some(Reason::Silent));
        let held = |how: DeveloperHolds| self.units.iter().filter(|u| u.developer == Some(how)).count() as u64;
        let several = groups.values().filter(|n| **n > 1);
        Ok(HeadCount {
            day: rules.day(),
            units: self.units.len() as u64,
            heads: (reason.is_none()).then_some(counted),
            least,
            most,
            unsold: held(DeveloperHolds::Unsold),
            undelivered: held(DeveloperHolds::Undelivered),
            several: several.clone().count() as u64,
            units_of_several: several.sum(),
            co_owned: self.units.iter().filter(|u| u.developer.is_none() && u.owners.len() > 1).count() as u64,
            overlapping,
            reason,
            citation,
            cautions: rules.cautions(clause)?,
        })
    }

    /// The groups of owners of units that the developer no longer has, with how many units they have.
    fn groups(&self) -> BTreeMap<BTreeSet<&Key>, u64> {
        let mut groups = BTreeMap::new();
        for unit in self.units.iter().filter(|u| u.developer.is_none()) {
            *groups.entry(unit.owners.iter().collect()).or_insert(0) += 1;
        }
        groups
    }
}

/// The pairs of groups that share an owner, and how many heads fewer there are if those are one buyer.
fn overlaps(groups: &BTreeMap<BTreeSet<&Key>, u64>) -> (u64, u64) {
    let mut by_owner: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
    for (i, group) in groups.keys().enumerate() {
        for owner in group {
            by_owner.entry(owner).or_default().push(i);
        }
    }
    let pairs: BTreeSet<(usize, usize)> = (by_owner.values())
        .flat_map(|list| {
            list.iter().enumerate().flat_map(move |(at, a)| list.iter().skip(at + 1).map(move |b| (*a, *b)))
        })
        .collect();
    let mut root: Vec<usize> = (0..groups.len()).collect();
    let find = |root: &[usize], mut i: usize| {
        while let Some(up) = root.get(i).copied().filter(|up| *up != i) {
            i = up;
        }
        i
    };
    let mut fused = 0;
    for (a, b) in &pairs {
        let (a, b) = (find(&root, *a), find(&root, *b));
        if a != b {
            root.get_mut(b).into_iter().for_each(|up| *up = a);
            fused += 1;
        }
    }
    (pairs.len() as u64, fused)
}

impl HeadCount {
    /// How the heads come about: each unit is one, less what counts once.
    pub fn explain(&self) -> Explanation {
        let count = |n: u64| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let total = match self.heads {
            Some(heads) => count(heads),
            None => Quantity::Words(Text::same(format!("{}..{}", self.least, self.most))),
        };
        let less = |n: u64| Quantity::Count(-i64::try_from(n).unwrap_or(i64::MAX));
        let developer = self.unsold + self.undelivered;
        let mut children = vec![Explanation::new(Text::new("专有部分", "units"), count(self.units))];
        let once = [
            (Text::new("建设单位未售、未交付的部分按一人计算", "what the developer has counts once"), developer, 1),
            (
                Text::new("同一买受人的多个专有部分按一人计算", "several units of one buyer count once"),
                self.units_of_several,
                self.several,
            ),
        ];
        let saved: u64 = once.iter().map(|(_, units, heads)| units.saturating_sub(*heads)).sum();
        let how = match self.heads {
            Some(heads) if heads + saved == self.units => {
                let parts = once.into_iter().filter(|(_, units, heads)| units > heads);
                children.extend(parts.map(|(label, units, heads)| Explanation::new(label, less(units - heads))));
                How::Sum
            }
            _ => How::List,
        };
        let mut root = Explanation::new(Text::new("业主人数", "heads"), total)
            .with(Text::new("未售", "unsold"), count(self.unsold))
            .with(Text::new("已售未交付", "sold and not handed over"), count(self.undelivered))
            .with(Text::new("共有的专有部分", "units with co-owners"), count(self.co_owned));
        root.citation.clone_from(&self.citation);
        if self.overlapping > 0 {
            root = root.noted(Text::new(
                format!("{}对共有人组合有相同的共有人，是否为同一买受人未作规定", self.overlapping),
                format!("{} pairs of groups share an owner; whether they are one buyer is not said", self.overlapping),
            ));
        } else if let Some(reason) = self.reason {
            root = root.noted(Text::new(reason.label().get(Lang::Zh), reason.label().get(Lang::En)));
        }
        warned(root, &self.cautions).of(how, children)
    }
}
