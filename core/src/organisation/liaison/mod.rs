//! Liaison officers for communities (联络员), nearest first, with one or two communities each or whatever bounds are declared.

mod assign;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::{Serialize, Serializer};

use crate::kernel::error::faults;
use crate::kernel::{Document, Explanation, Faults, How, Key, Quantity, Result, Text};
use crate::wire::organisation::{LiaisonPlanDraft, LiaisonView};
use assign::{Problem, Solution};

pub use crate::wire::organisation::{DistanceRule, LiaisonAlternative, LiaisonService, OfficerLoad};

faults! {
    /// Faults of a plan of liaison officers.
    pub enum LiaisonError: Organisation {
        /// A plan without officers or communities.
        Empty { list: String } => "liaison-list-empty", "`{list}` is empty", "name at least one";
        /// A key that stands twice.
        Twice { key: String } => "liaison-listed-twice", "`{key}` is listed twice", "give each its own key";
        /// A lower bound above the upper one.
        BoundsReversed { least: u32, most: u32 } => "liaison-bounds-reversed", "the lower bound {least} is above the upper bound {most}", "swap them, or leave one out";
        /// More communities than all officers may take.
        TooFewOfficers { communities: u64, most: u64 } => "liaison-too-few-officers", "there are {communities} communities, but the officers take {most} at most", "add officers, or raise `most`";
        /// More officers than there are communities for them.
        TooManyOfficers { communities: u64, least: u64 } => "liaison-too-many-officers", "there are {communities} communities, but the officers need {least} at least", "leave officers out, or lower `least`";
        /// Neither places nor distances.
        PlaceMissing { key: String } => "liaison-place-missing", "`{key}` has no place", "write `x` and `y`, or give all distances";
        /// Places beside a matrix of distances.
        PlaceUnused => "liaison-place-unused", "a place is given, but distances are too", "keep the places or the distances";
        /// A rule of distance that does not fit what is given.
        RuleMisfit => "liaison-rule-misfit", "`distance` does not fit: `given` needs `distances`, the other rules need places", "leave `distance` out";
        /// A matrix of another size.
        MatrixMisfit { got: usize, expected: usize, of: String } => "liaison-matrix-misfit", "there are {got} distances, expected {expected}, one for each of the {of}", "one row an officer, one column a community";
        /// A distance or a coordinate beyond the limits.
        TooFar { got: String, limit: u64 } => "liaison-too-far", "`{got}` is beyond the limit of {limit}", "use a larger unit of length";
        /// More pairs than are looked at.
        TooLarge { pairs: u64, limit: u64 } => "liaison-too-large", "there are {pairs} pairs of an officer and a community, the limit is {limit}", "plan one sub-district at a time";
        /// A community that is not in the plan.
        UnknownCommunity { key: String } => "liaison-unknown-community", "there is no community `{key}` in the plan", "";
    }
}

/// The greatest distance.
const FARTHEST: u64 = 1_000_000_000_000;
/// The greatest coordinate.
const OUTERMOST: u64 = 1_000_000_000;
/// The most pairs of an officer and a community.
const MOST_PAIRS: u64 = 16_000_000;

/// Officers, communities and the distances between them, `shequ.liaison/1`.
#[derive(Debug, Clone)]
pub struct LiaisonPlan {
    title: Text,
    distance: DistanceRule,
    /// By key, with their bounds.
    officers: Vec<(Key, u32, u32)>,
    /// By key.
    communities: Vec<Key>,
    /// By community, then by officer.
    costs: Vec<u64>,
}

/// Keys in their order, with what belongs to them and their place in the document.
fn sorted<T>(list: &str, rows: impl Iterator<Item = (Key, T)>, faults: &mut Faults) -> BTreeMap<Key, (usize, T)> {
    let mut out = BTreeMap::new();
    for (i, (key, row)) in rows.enumerate() {
        match out.entry(key) {
            Entry::Occupied(there) => {
                faults.push(format!("{list}[{i}].key"), LiaisonError::Twice { key: there.key().to_string() });
            }
            Entry::Vacant(free) => drop(free.insert((i, row))),
        }
    }
    if out.is_empty() {
        faults.push(list, LiaisonError::Empty { list: list.into() });
    }
    out
}

type Place = (Option<i64>, Option<i64>);

fn between(a: Place, b: Place, rule: DistanceRule) -> Option<u64> {
    let (dx, dy) = (a.0?.abs_diff(b.0?), a.1?.abs_diff(b.1?));
    // Coordinates are below 2^30, so this is below 2^63.
    let squared = dx.checked_mul(dx)?.checked_add(dy.checked_mul(dy)?)?;
    if rule == DistanceRule::Squared {
        return Some(squared);
    }
    // A half is no square root of a whole number, so nearest is unambiguous: up if the rest is above the root.
    let root = squared.isqrt();
    Some(root + u64::from(squared - root * root > root))
}

impl Document for LiaisonPlan {
    const FORMAT: &'static str = "shequ.liaison/1";
    const ROOT: &'static str = "liaison";
    type Draft = LiaisonPlanDraft;

    fn check(draft: LiaisonPlanDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let bounds = (draft.least.unwrap_or(1), draft.most.unwrap_or(2));
        let mut officers = Vec::new();
        for (i, officer) in draft.officers.into_iter().enumerate() {
            let (least, most) = (officer.least.unwrap_or(bounds.0), officer.most.unwrap_or(bounds.1));
            if least > most {
                faults.push(format!("officers[{i}]"), LiaisonError::BoundsReversed { least, most });
            }
            officers.push((officer.key, (least, most, (officer.x, officer.y))));
        }
        let communities = draft.communities.into_iter().map(|c| (c.key, (c.x, c.y)));
        let officers = sorted("officers", officers.into_iter(), &mut faults);
        let communities = sorted("communities", communities, &mut faults);
        let size = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        let (rows, pairs) = (size(communities.len()), size(officers.len()).saturating_mul(size(communities.len())));
        if pairs > MOST_PAIRS {
            faults.push("officers", LiaisonError::TooLarge { pairs, limit: MOST_PAIRS });
        }
        faults.into_result()?;
        let sum = |of: fn(&(u32, u32, Place)) -> u32| officers.values().map(|(_, o)| u64::from(of(o))).sum::<u64>();
        let (least, most) = (sum(|o| o.0), sum(|o| o.1));
        let mut faults = Faults::new();
        if rows > most {
            faults.push("officers", LiaisonError::TooFewOfficers { communities: rows, most });
        }
        if rows < least {
            faults.push("officers", LiaisonError::TooManyOfficers { communities: rows, least });
        }
        let places = officers.values().map(|(i, o)| (format!("officers[{i}]"), o.2));
        let places = places.chain(communities.values().map(|(i, place)| (format!("communities[{i}]"), *place)));
        let places: Vec<(String, Place)> = places.collect();
        let costs = match (draft.distance, draft.distances) {
            (None | Some(DistanceRule::Given), Some(matrix)) => {
                for (path, _) in places.iter().filter(|(_, (x, y))| x.or(*y).is_some()) {
                    faults.push(path, LiaisonError::PlaceUnused);
                }
                given(&matrix, (officers.len(), communities.len()), &mut faults);
                let cell = |officer: usize, community: usize| matrix.get(officer)?.get(community).copied();
                let rows = communities.values();
                rows.flat_map(|(c, _)| officers.values().filter_map(move |(o, _)| cell(*o, *c))).collect()
            }
            (None | Some(DistanceRule::Straight | DistanceRule::Squared), None) => {
                let rule = draft.distance.unwrap_or(DistanceRule::Straight);
                check_places(&places, officers.keys().chain(communities.keys()), &mut faults);
                let mut costs = Vec::new();
                for (i, place) in communities.values().filter(|_| faults.is_empty()) {
                    let row: Vec<u64> = officers.values().filter_map(|(_, o)| between(o.2, *place, rule)).collect();
                    if let Some(far) = row.iter().find(|d| **d > FARTHEST) {
                        let cause = LiaisonError::TooFar { got: far.to_string(), limit: FARTHEST };
                        faults.push(format!("communities[{i}]"), cause);
                        break;
                    }
                    costs.extend(row);
                }
                costs
            }
            _ => {
                faults.push("distance", LiaisonError::RuleMisfit);
                Vec::new()
            }
        };
        faults.into_result()?;
        // What is left is a matrix, or places with a rule.
        let computed = places.iter().all(|(_, (x, _))| x.is_some());
        let distance = if computed { draft.distance.unwrap_or(DistanceRule::Straight) } else { DistanceRule::Given };
        let officers = officers.into_iter().map(|(key, (_, (least, most, _)))| (key, least, most)).collect();
        Ok(Self { title: draft.title, distance, officers, communities: communities.into_keys().collect(), costs })
    }
}

fn given(matrix: &[Vec<u64>], size: (usize, usize), faults: &mut Faults) {
    if matrix.len() != size.0 {
        let cause = LiaisonError::MatrixMisfit { got: matrix.len(), expected: size.0, of: "officers".into() };
        faults.push("distances", cause);
    }
    for (i, row) in matrix.iter().enumerate() {
        if row.len() != size.1 {
            let cause = LiaisonError::MatrixMisfit { got: row.len(), expected: size.1, of: "communities".into() };
            faults.push(format!("distances[{i}]"), cause);
        }
        for (j, far) in row.iter().enumerate().filter(|(_, d)| **d > FARTHEST) {
            let cause = LiaisonError::TooFar { got: far.to_string(), limit: FARTHEST };
            faults.push(format!("distances[{i}][{j}]"), cause);
        }
    }
}

fn check_places<'k>(places: &[(String, Place)], keys: impl Iterator<Item = &'k Key>, faults: &mut Faults) {
    for ((path, (x, y)), key) in places.iter().zip(keys) {
        if x.is_none() || y.is_none() {
            faults.push(path, LiaisonError::PlaceMissing { key: key.to_string() });
        }
        for far in [x, y].into_iter().flatten().filter(|c| c.unsigned_abs() > OUTERMOST) {
            faults.push(path, LiaisonError::TooFar { got: far.to_string(), limit: OUTERMOST });
        }
    }
}

impl LiaisonPlan {
    /// What it is about.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    fn problem(&self) -> Problem {
        let bounds = self.officers.iter().map(|(_, least, most)| (*least, *most)).collect();
        Problem { officers: self.officers.len(), costs: self.costs.clone(), bounds }
    }

    /// Assigns every community to an officer within the bounds so that the distances add up to the least.
    ///
    /// Of several plans of the same length the one is taken in which the first community, by its key, has the first
    /// officer possible, then the second community, and so on. The order of the document does not matter.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::LiaisonPlan;
    /// let plan = LiaisonPlan::parse(r#"{"format": "shequ.liaison/1", "title": "联络员",
    ///     "officers": [{"key": "o1"}, {"key": "o2"}], "communities": [{"key": "c1"}, {"key": "c2"}, {"key": "c3"}],
    ///     "distances": [[1, 2, 3], [9, 9, 8]]}"#)?;
    /// let liaison = plan.assign();
    /// assert_eq!(liaison.officers[0].communities, ["c1", "c2"]);
    /// assert_eq!((liaison.total, liaison.is_proven()), (11, true));
    /// // With c1 it would be 9 + 2 + 3 in place of 1 + 2 + 8.
    /// assert_eq!(liaison.alternatives("c1")?[1].more, Some(3));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn assign(&self) -> Liaison {
        let problem = self.problem();
        let solution = problem.solve();
        let officers = self.officers.len();
        let cost = |row: usize, officer: usize| self.costs.get(row * officers + officer).copied().unwrap_or(0);
        let price = |price: Option<&i128>| price.and_then(|p| i64::try_from(*p).ok()).unwrap_or(0);
        let mut loads: Vec<OfficerLoad> = (self.officers.iter().zip(&solution.officer_prices))
            .map(|((key, least, most), p)| OfficerLoad {
                officer: key.to_string(),
                least: *least,
                most: *most,
                communities: Vec::new(),
                distance: 0,
                price: price(Some(p)),
            })
            .collect();
        let mut communities = Vec::new();
        for (row, (key, officer)) in self.communities.iter().zip(&solution.officer).enumerate() {
            let distance = cost(row, *officer);
            if let Some(load) = loads.get_mut(*officer) {
                load.communities.push(key.to_string());
                load.distance += distance;
            }
            let nearer = (0..officers).filter(|o| cost(row, *o) < distance).count();
            communities.push(LiaisonService {
                community: key.to_string(),
                officer: self.officers.get(*officer).map(|(key, ..)| key.to_string()).unwrap_or_default(),
                distance,
                nearer: u32::try_from(nearer).unwrap_or(u32::MAX),
                price: price(solution.row_prices.get(row)),
            });
        }
        let total = communities.iter().map(|c| c.distance).sum();
        let (title, distance) = (self.title.clone(), self.distance);
        let view = LiaisonView { title, distance, total, officers: loads, communities };
        Liaison { view, problem, solution }
    }
}

/// Officers assigned to communities, with the proof that no plan is shorter.
#[derive(Clone)]
pub struct Liaison {
    view: LiaisonView,
    problem: Problem,
    solution: Solution,
}

impl std::ops::Deref for Liaison {
    type Target = LiaisonView;

    fn deref(&self) -> &LiaisonView {
        &self.view
    }
}

impl std::fmt::Debug for Liaison {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.view.fmt(f)
    }
}

impl Serialize for Liaison {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view.serialize(serializer)
    }
}

impl Liaison {
    /// Checks the proof again: no pair is shorter than the sum of its two prices, and the prices, times the bounds for officers,
    /// add up to the total. By the duality of linear programming no plan is then shorter.
    pub fn is_proven(&self) -> bool {
        self.problem.proven(&self.solution)
    }

    /// What it would cost to give a community another officer, with all the moves of others that this takes; by officer.
    ///
    /// # Errors
    /// `liaison-unknown-community`.
    pub fn alternatives(&self, community: &str) -> Result<Vec<LiaisonAlternative>> {
        let row = self.view.communities.iter().position(|c| c.community == community);
        let row = row.ok_or_else(|| LiaisonError::UnknownCommunity { key: community.chars().take(120).collect() })?;
        let detours = self.problem.detours(&self.solution, row);
        let start = row * self.view.officers.len();
        let distances = self.problem.costs.iter().skip(start);
        let rows = self.view.officers.iter().zip(distances).zip(detours);
        Ok(rows
            .map(|((load, distance), more)| LiaisonAlternative {
                officer: load.officer.clone(),
                distance: *distance,
                more,
            })
            .collect())
    }

    /// The assignment: the distances of communities add up to those of officers, and these to the total.
    pub fn explain(&self) -> Explanation {
        let count = |n: u64| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let officers = self.view.officers.iter().map(|load| {
            let own = self.view.communities.iter().filter(|c| c.officer == load.officer).map(|c| {
                let node = Explanation::new(Text::same(c.community.clone()), count(c.distance));
                match c.nearer {
                    0 => node.noted(Text::new("最近", "the nearest officer")),
                    n => node
                        .noted(Text::new(format!("更近者{n}名，已满"), format!("{n} nearer, whom others need more"))),
                }
            });
            Explanation::new(Text::same(load.officer.clone()), count(load.distance))
                .with(Text::new("至少", "least"), count(load.least.into()))
                .with(Text::new("至多", "most"), count(load.most.into()))
                .of(How::Sum, own.collect())
        });
        let proof = if self.is_proven() {
            Text::new("对偶价格证明：无更短方案", "proven by prices: no plan is shorter")
        } else {
            Text::new("未证明", "not proven")
        };
        Explanation::new(self.view.title.clone(), count(self.view.total)).noted(proof).of(How::Sum, officers.collect())
    }

    /// Why a community has its officer: what every other one would cost, the least first.
    ///
    /// # Errors
    /// `liaison-unknown-community`.
    pub fn explain_community(&self, community: &str) -> Result<Explanation> {
        let count = |n: u64| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let mut others = self.alternatives(community)?;
        let own = self.view.communities.iter().find(|c| c.community == community);
        let officer = own.map(|c| c.officer.clone()).unwrap_or_default();
        others.retain(|other| other.officer != officer);
        others.sort_by_key(|other| other.more.unwrap_or(u64::MAX));
        let children = others.into_iter().map(|other| {
            let more = other.more.map_or_else(|| Quantity::Words(Text::new("不可行", "not possible")), count);
            Explanation::new(Text::same(other.officer), more).with(Text::new("距离", "distance"), count(other.distance))
        });
        let label = Text::new(format!("{community}：换人须增加"), format!("{community}: what others would cost more"));
        Ok(Explanation::new(label, Quantity::Words(Text::same(officer))).of(How::List, children.collect()))
    }
}
