//! The check of a plan against its territory.
#![expect(clippy::indexing_slicing, reason = "every position comes from the territory's own table of keys")]

use std::collections::{BTreeMap, BTreeSet};

use crate::kernel::{Decimal, Explanation, Faults, How, Id, Key, Progress, Quantity, Result, Status, Text, tick};
use crate::wire::grid::{Bounds, Cut, FaultKind, GridCheck, PlanCheck, PlanFault, Together, Within};

use super::error::GridError;
use super::graph::Sets;
use super::{Plan, Territory};

/// The grid of a building that is in none.
const NONE: u32 = u32::MAX;

impl Territory {
    /// Whether a plan holds: each building in exactly one grid, each grid contiguous, within its bounds and across no
    /// barrier, and what the plan keeps together not split. Each fault names the buildings concerned.
    ///
    /// Takes time in proportion to buildings and edges. The answer does not depend on the order of the territory's
    /// document, and of the plan's only the order of the grids is kept.
    ///
    /// # Errors
    /// `unknown-building` with its path for each building that the territory does not have; `stopped`.
    pub fn check(&self, plan: &Plan, progress: &mut dyn Progress) -> Result<PlanCheck> {
        let members = self.members(plan)?;
        let mut work = Work { territory: self, plan, faults: Vec::new(), grid_of: vec![NONE; self.len()] };
        work.assign(&members);
        let grids = work.grids(&members, progress)?;
        work.groups(&members);
        let cut = work.cut();
        let mut faults = work.faults;
        // Stable: within a kind the order of the plan is kept.
        faults.sort_by_key(|fault| fault.kind);
        let mut named: BTreeMap<&Key, u64> = BTreeMap::new();
        for key in faults.iter().flat_map(|fault| &fault.grids) {
            *named.entry(key).or_default() += 1;
        }
        let grids = grids.into_iter().map(|g| GridCheck { faults: named.get(&g.key).copied().unwrap_or(0), ..g });
        Ok(PlanCheck {
            ok: faults.is_empty(),
            buildings: self.len() as u64,
            households: self.total_households(),
            bounds: plan.bounds(),
            keep_together: plan.keep_together(),
            within: plan.within(),
            grids: grids.collect(),
            faults,
            cut,
        })
    }

    /// The positions of each grid's buildings, as given.
    fn members(&self, plan: &Plan) -> Result<Vec<Vec<u32>>> {
        let mut faults = Faults::new();
        let mut members = Vec::with_capacity(plan.grids().len());
        for (i, grid) in plan.grids().iter().enumerate() {
            let mut row = Vec::with_capacity(grid.buildings().len());
            for (j, key) in grid.buildings().iter().enumerate() {
                if let Some(at) = self.building(key.as_str()).and_then(|id| u32::try_from(id.index()).ok()) {
                    row.push(at);
                } else {
                    let cause = GridError::UnknownBuilding { key: key.to_string() };
                    faults.push(format!("plan.grids[{i}].buildings[{j}]"), cause);
                }
            }
            members.push(row);
        }
        faults.into_result().map(|()| members)
    }
}

struct Work<'t> {
    territory: &'t Territory,
    plan: &'t Plan,
    faults: Vec<PlanFault>,
    /// The first grid that names each building.
    grid_of: Vec<u32>,
}

/// The parts of one grid while it is looked at, kept between grids so that nothing is allocated for each.
struct Scratch {
    /// The grid that a building was last seen in.
    seen: Vec<u32>,
    /// The part of a building in that grid.
    part: Vec<u32>,
    stack: Vec<u32>,
}

/// A fault without the fields that only some kinds have.
fn fault(kind: FaultKind, grids: Vec<Key>, buildings: Vec<Key>, message: Text) -> PlanFault {
    PlanFault {
        kind,
        grids,
        buildings,
        parts: Vec::new(),
        pairs: Vec::new(),
        households: None,
        bound: None,
        groups: Vec::new(),
        message,
    }
}

impl Work<'_> {
    fn keys(&self, positions: impl IntoIterator<Item = u32>) -> Vec<Key> {
        let mut keys: Vec<Key> = positions.into_iter().map(|at| self.territory.key(at)).collect();
        keys.sort_unstable();
        keys
    }

    fn grid_key(&self, grid: u32) -> Key {
        self.plan.grids().get(grid as usize).map_or_else(Key::none, |g| g.key().clone())
    }

    /// Gives each building its first grid; notes those that have none or more.
    fn assign(&mut self, members: &[Vec<u32>]) {
        let mut again: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (grid, row) in (0_u32..).zip(members) {
            for at in row {
                match self.grid_of[*at as usize] {
                    NONE => self.grid_of[*at as usize] = grid,
                    first => again.entry(*at).or_insert_with(|| vec![first]).push(grid),
                }
            }
        }
        let mut doubled: Vec<(Key, Vec<u32>)> = again.into_iter().map(|(at, g)| (self.territory.key(at), g)).collect();
        doubled.sort_unstable();
        for (building, grids) in doubled {
            let times = grids.len();
            let mut grids: Vec<Key> = grids.into_iter().map(|g| self.grid_key(g)).collect();
            grids.dedup();
            let (zh, en) = names(&grids);
            let message = Text::new(
                format!("楼栋 `{building}` 被列入 {times} 次：{zh}"),
                format!("building `{building}` is given {times} times, in {en}"),
            );
            self.faults.push(fault(FaultKind::Doubled, grids, vec![building], message));
        }
        let none = (0_u32..).zip(&self.grid_of).filter(|(_, grid)| **grid == NONE).map(|(at, _)| at);
        let left = self.keys(none);
        if !left.is_empty() {
            let (count, (zh, en)) = (left.len(), names(&left));
            let message = Text::new(
                format!("{count} 栋楼未划入任何网格：{zh}"),
                format!("{count} {} in no grid: {en}", if count == 1 { "building is" } else { "buildings are" }),
            );
            self.faults.push(fault(FaultKind::Unassigned, Vec::new(), left, message));
        }
    }

    fn grids(&mut self, members: &[Vec<u32>], progress: &mut dyn Progress) -> Result<Vec<GridCheck>> {
        let len = self.territory.len();
        let mut scratch = Scratch { seen: vec![NONE; len], part: vec![0; len], stack: Vec::new() };
        let total = members.iter().map(|row| row.len() as u64).sum();
        let mut done = 0;
        let mut out = Vec::with_capacity(members.len());
        for (grid, row) in (0_u32..).zip(members) {
            tick(progress, done, total)?;
            done += row.len() as u64;
            // Once each, even where the plan gives a building twice.
            let mut row = row.clone();
            row.sort_unstable();
            row.dedup();
            out.push(self.grid(grid, &row, &mut scratch));
        }
        tick(progress, done, total)?;
        Ok(out)
    }

    fn grid(&mut self, grid: u32, row: &[u32], scratch: &mut Scratch) -> GridCheck {
        let key = self.grid_key(grid);
        // Each is counted in the total, which fits.
        let households: u64 = row.iter().map(|at| self.territory.households[*at as usize]).sum();
        if row.is_empty() {
            let message = Text::new(format!("网格 `{key}` 没有楼栋"), format!("grid `{key}` has no buildings"));
            self.faults.push(fault(FaultKind::Empty, vec![key.clone()], Vec::new(), message));
        }
        let parts = self.contiguity(grid, &key, row, scratch);
        if let Some(bounds) = self.plan.bounds().filter(|_| !row.is_empty()) {
            self.faults.extend(self.bounds(&key, row, households, bounds));
        }
        let label = self.plan.grids().get(grid as usize).map(|g| g.label().clone()).unwrap_or_default();
        GridCheck { key, label, buildings: row.len() as u64, households, parts, faults: 0 }
    }

    fn bounds(&self, key: &Key, row: &[u32], households: u64, bounds: Bounds) -> Option<PlanFault> {
        let (kind, bound, zh, en) = if households < bounds.least {
            (FaultKind::TooFew, bounds.least, "下限", "least")
        } else if households > bounds.most {
            (FaultKind::TooMany, bounds.most, "上限", "most")
        } else {
            return None;
        };
        let message = Text::new(
            format!("网格 `{key}` 有 {households} 户，{zh}为 {bound} 户"),
            format!("grid `{key}` has {households} households, the {en} is {bound}"),
        );
        let fault = fault(kind, vec![key.clone()], self.keys(row.iter().copied()), message);
        Some(PlanFault { households: Some(households), bound: Some(bound), ..fault })
    }

    /// Notes whether a grid holds together; how many parts it has, barriers counted.
    fn contiguity(&mut self, grid: u32, key: &Key, row: &[u32], scratch: &mut Scratch) -> u64 {
        let graph = &self.territory.graph;
        for at in row {
            scratch.seen[*at as usize] = grid;
            scratch.part[*at as usize] = NONE;
        }
        let mut open: u32 = 0;
        for start in row {
            if scratch.part[*start as usize] != NONE {
                continue;
            }
            scratch.part[*start as usize] = open;
            scratch.stack.push(*start);
            while let Some(at) = scratch.stack.pop() {
                for n in graph.of(at).iter().filter(|n| !n.barrier) {
                    let to = n.to as usize;
                    if scratch.seen[to] == grid && scratch.part[to] == NONE {
                        scratch.part[to] = open;
                        scratch.stack.push(n.to);
                    }
                }
            }
            open += 1;
        }
        if open <= 1 {
            return open.into();
        }
        // What barriers would join if they were none.
        let mut sets = Sets::new(open as usize);
        let mut pairs = Vec::new();
        for at in row {
            for n in graph.of(*at).iter().filter(|n| n.barrier && n.to > *at && scratch.seen[n.to as usize] == grid) {
                let (a, b) = (scratch.part[*at as usize], scratch.part[n.to as usize]);
                if a != b {
                    sets.join(a, b);
                    let (a, b) = (self.territory.key(*at), self.territory.key(n.to));
                    pairs.push([a.clone().min(b.clone()), a.max(b)]);
                }
            }
        }
        let parts_by = |label: &mut dyn FnMut(u32) -> u32| {
            let mut parts: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
            for at in row {
                parts.entry(label(scratch.part[*at as usize])).or_default().push(*at);
            }
            let mut parts: Vec<Vec<Key>> = parts.into_values().map(|part| self.keys(part)).collect();
            parts.sort_unstable();
            parts
        };
        let apart = parts_by(&mut |part| sets.find(part));
        let mut found = Vec::new();
        if apart.len() > 1 {
            let count = apart.len();
            let (zh, en): (Vec<_>, Vec<_>) = apart.iter().take(SHOWN).map(|part| names(part)).unzip();
            let more = if count > SHOWN { " | …" } else { "" };
            let (zh, en) = (zh.join(" | ") + more, en.join(" | ") + more);
            let message = Text::new(
                format!("网格 `{key}` 不连片，分为 {count} 块：{zh}"),
                format!("grid `{key}` lies in {count} parts: {en}"),
            );
            let buildings = self.keys(row.iter().copied());
            let fault = fault(FaultKind::NotContiguous, vec![key.clone()], buildings, message);
            found.push(PlanFault { parts: apart, ..fault });
        }
        if !pairs.is_empty() {
            pairs.sort_unstable();
            let (zh, en) = some(pairs.iter().map(|[a, b]| format!("`{a}` - `{b}`")), pairs.len());
            let message = Text::new(
                format!("网格 `{key}` 跨越阻隔：{zh}"),
                format!("grid `{key}` holds together only across a barrier: {en}"),
            );
            let buildings: BTreeSet<Key> = pairs.iter().flatten().cloned().collect();
            let buildings = buildings.into_iter().collect();
            let fault = fault(FaultKind::BarrierCrossed, vec![key.clone()], buildings, message);
            found.push(PlanFault { parts: parts_by(&mut |part| part), pairs, ..fault });
        }
        self.faults.extend(found);
        open.into()
    }

    /// Notes compounds that are split and grids that mix communities, where the plan asks.
    fn groups(&mut self, members: &[Vec<u32>]) {
        let territory = self.territory;
        let mut found = Vec::new();
        if self.plan.keep_together() == Some(Together::Compound) {
            let mut compounds: BTreeMap<_, Vec<u32>> = BTreeMap::new();
            for at in (0_u32..).take(territory.len()) {
                if let Some(compound) = territory.compounds.of(at) {
                    compounds.entry(territory.compounds.key(compound)).or_default().push(at);
                }
            }
            for (compound, row) in compounds {
                let grids: BTreeSet<u32> =
                    row.iter().map(|at| self.grid_of[*at as usize]).filter(|g| *g != NONE).collect();
                let Some(compound) = compound.filter(|_| grids.len() > 1) else { continue };
                let grids: Vec<Key> = grids.into_iter().map(|g| self.grid_key(g)).collect();
                let (zh, en) = names(&grids);
                let message = Text::new(
                    format!("小区 `{compound}` 被分入 {zh}"),
                    format!("compound `{compound}` is split between {en}"),
                );
                let fault = fault(FaultKind::CompoundSplit, grids, self.keys(row), message);
                found.push(PlanFault { groups: vec![compound.clone()], ..fault });
            }
        }
        if self.plan.within() == Some(Within::Community) {
            for (grid, row) in (0_u32..).zip(members) {
                let ids: BTreeSet<_> = row.iter().filter_map(|at| territory.communities.of(*at)).collect();
                if ids.len() < 2 {
                    continue;
                }
                let mut groups: Vec<Key> =
                    ids.into_iter().filter_map(|id| territory.communities.key(id).cloned()).collect();
                groups.sort_unstable();
                let (key, (zh, en)) = (self.grid_key(grid), names(&groups));
                let message = Text::new(
                    format!("网格 `{key}` 跨越多个社区：{zh}"),
                    format!("grid `{key}` lies in more than one community: {en}"),
                );
                let buildings: BTreeSet<u32> = row.iter().copied().collect();
                let fault = fault(FaultKind::CommunitiesMixed, vec![key], self.keys(buildings), message);
                found.push(PlanFault { groups, ..fault });
            }
        }
        self.faults.extend(found);
    }

    fn cut(&self) -> Cut {
        let (mut edges, mut length, mut at_barriers) = (0, 0_i128, 0);
        for edge in self.territory.graph.edges() {
            let (a, b) = (self.grid_of[edge.a as usize], self.grid_of[edge.b as usize]);
            if a == b || a == NONE || b == NONE {
                continue;
            }
            if edge.barrier {
                at_barriers += 1;
            } else {
                edges += 1;
                length += i128::from(edge.length);
            }
        }
        // The decimals of a territory are within those of a decimal number.
        let length = Decimal::new(length, self.territory.decimals()).unwrap_or(Decimal::ZERO).shortest();
        Cut { edges, length, at_barriers }
    }
}

/// How many names, pairs or parts a message shows; the fault itself lists all.
const SHOWN: usize = 8;

/// The first few of many names, in Chinese and English.
fn names(keys: &[Key]) -> (String, String) {
    some(keys.iter().map(|key| format!("`{key}`")), keys.len())
}

fn some(words: impl Iterator<Item = String>, count: usize) -> (String, String) {
    let mut list: Vec<String> = words.take(SHOWN).collect();
    if count > SHOWN {
        list.push(format!("… ({count})"));
    }
    (list.join("、"), list.join(", "))
}

impl PlanCheck {
    /// Why the plan holds or not: one part for each rule, and below it each fault.
    pub fn explain(&self) -> Explanation {
        use FaultKind as K;
        let once = Text::new("每栋楼恰在一个网格", "each building is in exactly one grid");
        let mut rules: Vec<(&str, Text, &[FaultKind])> = vec![
            ("grid.each-building-once", once, &[K::Unassigned, K::Doubled, K::Empty]),
            ("grid.contiguous", Text::new("网格连片", "each grid is contiguous"), &[K::NotContiguous]),
            ("grid.no-barrier", Text::new("不跨越阻隔", "no grid crosses a barrier"), &[K::BarrierCrossed]),
        ];
        // What the plan does not ask for was not checked.
        if self.bounds.is_some() {
            let label = Text::new("户数在范围内", "households are within the bounds");
            rules.push(("grid.bounds", label, &[K::TooFew, K::TooMany]));
        }
        if self.keep_together.is_some() {
            rules.push(("grid.compounds-whole", Text::new("小区不拆分", "no compound is split"), &[K::CompoundSplit]));
        }
        if self.within.is_some() {
            let label = Text::new("网格不跨社区", "each grid lies in one community");
            rules.push(("grid.one-community", label, &[K::CommunitiesMixed]));
        }
        let status = |holds: bool| Quantity::Status(if holds { Status::Met } else { Status::NotMet });
        let count = |n: u64| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let parts = rules.into_iter().map(|(rule, label, kinds)| {
            let found: Vec<Explanation> = self
                .faults
                .iter()
                .filter(|fault| kinds.contains(&fault.kind))
                .map(|fault| Explanation::new(fault.message.clone(), Quantity::Status(Status::NotMet)))
                .collect();
            let mut node = Explanation::new(label, status(found.is_empty())).by(rule, None);
            if let Some(bounds) = self.bounds.filter(|_| rule == "grid.bounds") {
                node = node
                    .with(Text::new("下限", "least"), count(bounds.least))
                    .with(Text::new("上限", "most"), count(bounds.most));
            }
            node.of(How::List, found)
        });
        Explanation::new(Text::new("网格方案成立", "the plan holds"), status(self.ok))
            .with(Text::new("楼栋", "buildings"), count(self.buildings))
            .with(Text::new("户数", "households"), count(self.households))
            .with(Text::new("网格", "grids"), count(self.grids.len() as u64))
            .with(Text::new("切断的邻接", "cut edges"), count(self.cut.edges))
            .of(How::All, parts.collect())
    }

    /// The faults of one kind.
    pub fn of_kind(&self, kind: FaultKind) -> impl Iterator<Item = &PlanFault> {
        self.faults.iter().filter(move |fault| fault.kind == kind)
    }
}
