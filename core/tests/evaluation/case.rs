//! Random schemes with their values, and a second implementation of evaluation in plain ratios.

use serde_json::{Value, json};
use shequ::evaluation::{Scheme, Scorecard};
use shequ::kernel::{Decimal, Document, Ratio, Rounding};
use shequ::wire::{Column, Table};

use super::invented::Draws;

/// A case of the tests: a scheme and values, before either is a document.
#[derive(Debug, Clone)]
pub struct Case {
    pub rounding: Rounding,
    pub relative: bool,
    pub total: i64,
    pub groups: Vec<(i64, Vec<Indicator>)>,
    /// The group that each lies in: itself one before it, so that the order is that of the document.
    pub inside: Vec<Option<usize>>,
    /// Vetoes that take the points of a group.
    pub cuts: Vec<(usize, Vec<bool>)>,
    pub least_peers: usize,
    pub bonuses: Vec<Item>,
    pub bonus_cap: Option<i64>,
    pub penalties: Vec<Item>,
    pub vetoes: Vec<(&'static str, Vec<bool>)>,
    pub exact_basis: bool,
    pub ties: &'static str,
    pub tie_break: Vec<(usize, usize)>,
    pub share: i64,
    pub unresolved: &'static str,
    pub peers: Vec<i64>,
}

#[derive(Debug, Clone)]
pub struct Indicator {
    /// In tenths.
    pub points: i64,
    pub scale: u8,
    pub missing: &'static str,
    pub rule: Rule,
    /// By unit: the mantissas of the columns, none where missing.
    pub cells: Vec<Option<Vec<i64>>>,
    /// The same of last period.
    pub last: Vec<Option<Vec<i64>>>,
}

#[derive(Debug, Clone)]
pub enum Rule {
    /// Target in whole numbers, cap in tenths.
    Linear(i64, i64),
    /// Target and worst in whole numbers.
    Down(i64, i64),
    /// In whole numbers.
    Met(i64),
    /// In whole numbers.
    MetDown(i64),
    /// Bounds in whole numbers, shares in tenths.
    Tiers(Vec<(i64, i64)>),
    TiersDown(Vec<(i64, i64)>),
    /// Values in whole numbers, shares in tenths, both rising.
    Piecewise(Vec<(i64, i64)>),
    /// Weights in tenths.
    ThreeRates(Vec<i64>),
    /// Target and worst in hundredths.
    Progress(i64, i64),
    /// In hundredths; the floor in tenths.
    Deduct(Vec<i64>, i64),
    /// Target in hundredths.
    Rate(i64),
    /// In tenths.
    Ballots(Vec<i64>),
}

#[derive(Debug, Clone)]
pub struct Item {
    /// In tenths, as the cap.
    pub each: i64,
    pub cap: Option<i64>,
    pub counts: Vec<i64>,
}

/// What a unit gets.
pub struct Plain {
    pub lines: Vec<Ratio>,
    /// The lines without those that a veto takes.
    pub kept: Vec<Ratio>,
    pub bonus: Ratio,
    pub penalty: Ratio,
    pub exact: Ratio,
    pub total: Ratio,
    pub worst: Option<Ratio>,
}

pub fn over(n: i64, d: i64) -> Ratio {
    Ratio::new(n, d).unwrap()
}

pub fn text(n: i64, scale: u8) -> String {
    Decimal::new(n.into(), scale).unwrap().to_string()
}

pub fn pick<T: Clone>(draws: &mut Draws, of: &[T]) -> T {
    of[usize::try_from(draws.below(of.len())).unwrap()].clone()
}

impl Rule {
    /// The mantissas of a random value.
    pub fn cell(&self, draws: &mut Draws, scale: u8) -> Vec<i64> {
        match self {
            Rule::Deduct(each, _) => each.iter().map(|_| draws.below(6)).collect(),
            Rule::Rate(_) => {
                let under = draws.below(30);
                vec![draws.below(under + 1), under]
            }
            Rule::Ballots(weights) => weights
                .iter()
                .flat_map(|_| {
                    let voted = draws.below(4) != 0;
                    (0..5).map(|_| if voted { draws.below(9) } else { 0 }).collect::<Vec<_>>()
                })
                .collect(),
            Rule::ThreeRates(weights) => weights
                .iter()
                .flat_map(|_| {
                    let under = draws.below(40);
                    [draws.below(under + 1), under]
                })
                .collect(),
            Rule::Progress(..) => (0..2).map(|_| draws.below(25) - 5).collect(),
            _ => vec![draws.below(25 * 10_i64.pow(scale.into())) - 2],
        }
    }
}

impl Indicator {
    pub fn random(draws: &mut Draws, units: usize, points: i64) -> Self {
        let rule = match draws.below(12) {
            0 => Rule::Linear(1 + draws.below(20), 1 + draws.below(14)),
            1 => {
                let target = draws.below(10) - 3;
                Rule::Down(target, target + 1 + draws.below(12))
            }
            2 => Rule::Met(draws.below(20) - 3),
            3 => {
                let n = 1 + draws.below(4);
                Rule::Tiers((0..n).map(|i| (20 - 4 * i - draws.below(3), 10 - 2 * i - draws.below(2))).collect())
            }
            4 => {
                let events = 1 + draws.below(2);
                Rule::Deduct((0..events).map(|_| 1 + draws.below(90)).collect(), draws.below(2) * draws.below(points))
            }
            5 => Rule::Rate(80 + draws.below(21)),
            6 => Rule::MetDown(draws.below(20) - 3),
            7 => {
                let n = 1 + draws.below(4);
                Rule::TiersDown((0..n).map(|i| (4 * i + draws.below(3), 10 - 2 * i - draws.below(2))).collect())
            }
            8 => {
                let n = 2 + draws.below(4);
                Rule::Piecewise((0..n).map(|i| (6 * i - 3 + draws.below(5), 2 * i + draws.below(2))).collect())
            }
            9 => Rule::ThreeRates((0..=draws.below(3)).map(|_| 1 + draws.below(9)).collect()),
            10 => {
                let worst = draws.below(3) * 10 - 10;
                Rule::Progress(worst + pick(draws, &[-30, -7, 5, 20]), worst)
            }
            _ => {
                let classes = 1 + draws.below(3);
                Rule::Ballots((0..classes).map(|_| 1 + draws.below(6)).collect())
            }
        };
        let plain = !matches!(rule, Rule::Deduct(..) | Rule::Rate(_) | Rule::Ballots(_) | Rule::ThreeRates(_));
        let scale = if plain { u8::try_from(draws.below(3)).unwrap() } else { 0 };
        let cell = |draws: &mut Draws| rule.cell(draws, scale);
        let cells = (0..units).map(|_| if draws.below(6) == 0 { None } else { Some(cell(draws)) }).collect();
        let policies = ["reweight", "reweight", "zero", "full", "peer-median", "last-period"];
        let missing = pick(draws, if matches!(rule, Rule::Progress(..)) { &policies[..5] } else { &policies });
        let last = (0..units).map(|_| if draws.below(4) == 0 { None } else { Some(cell(draws)) }).collect();
        Self { points, scale, missing, rule, cells, last }
    }

    /// The share of the points, or none where the value is missing: from the words of the rules, nothing shared.
    pub fn share(&self, unit: usize) -> Option<Ratio> {
        self.share_of(self.cells[unit].as_ref()?)
    }

    /// The least share whatever the value.
    pub fn least(&self) -> Ratio {
        match &self.rule {
            Rule::Deduct(_, floor) => over(*floor, self.points),
            Rule::Piecewise(knots) => over(knots[0].1, 10),
            _ => Ratio::ZERO,
        }
    }

    pub fn share_of(&self, cells: &[i64]) -> Option<Ratio> {
        let value = over(cells[0], 10_i64.pow(self.scale.into()));
        let clamp = |x: Ratio, most: Ratio| {
            if x.is_negative() {
                Ratio::ZERO
            } else if x > most {
                most
            } else {
                x
            }
        };
        let div = |a: Ratio, b: Ratio| a.checked_div(&b);
        match &self.rule {
            Rule::Linear(target, cap) => Some(clamp(div(value, over(*target, 1))?, over(*cap, 10))),
            Rule::Down(target, worst) => {
                Some(clamp(div(over(*worst, 1) - value, over(worst - target, 1))?, Ratio::ONE))
            }
            Rule::Met(target) => Some(if value >= over(*target, 1) { Ratio::ONE } else { Ratio::ZERO }),
            Rule::MetDown(target) => Some(if value <= over(*target, 1) { Ratio::ONE } else { Ratio::ZERO }),
            Rule::TiersDown(tiers) => {
                let best = tiers.iter().filter(|(most, _)| value <= over(*most, 1)).map(|(_, share)| *share).max();
                Some(over(best.unwrap_or(0), 10))
            }
            Rule::Piecewise(knots) => {
                // The lines between all neighbours, each clamped to its own stretch: their steps add up.
                let steps = knots.windows(2).map(|pair| {
                    let [(x, s), (y, t)] = [pair[0], pair[1]];
                    let part = clamp((value.clone() - over(x, 1)) * over(1, y - x), Ratio::ONE);
                    part * over(t - s, 10)
                });
                Some(over(knots[0].1, 10) + steps.sum::<Ratio>())
            }
            Rule::ThreeRates(weights) => {
                let (mut sum, mut all) = (Ratio::ZERO, 0);
                for (weight, counts) in weights.iter().zip(cells.chunks(2)) {
                    sum = sum + div(over(counts[0], 1), over(counts[1], 1))? * over(*weight, 1);
                    all += weight;
                }
                div(sum, over(all, 1))
            }
            Rule::Progress(target, worst) => {
                let change = div(over(cells[0] - cells[1], 1), over(cells[1].abs(), 1))?;
                Some(clamp(div(change - over(*worst, 100), over(target - worst, 100))?, Ratio::ONE))
            }
            Rule::Tiers(tiers) => {
                let best = tiers.iter().filter(|(least, _)| value >= over(*least, 1)).map(|(_, share)| *share).max();
                Some(over(best.unwrap_or(0), 10))
            }
            Rule::Deduct(each, floor) => {
                let points = over(self.points, 10);
                let lost = each.iter().zip(cells).map(|(e, n)| over(e * n, 100)).sum::<Ratio>();
                let left = points.clone() - lost;
                let floor = over(*floor, 10);
                div(if left < floor { floor } else { left }, points)
            }
            Rule::Rate(target) => {
                let rate = div(over(cells[0], 1), over(cells[1], 1))?;
                Some(clamp(div(rate, over(*target, 100))?, Ratio::ONE))
            }
            Rule::Ballots(weights) => {
                let (mut sum, mut all) = (Ratio::ZERO, Ratio::ZERO);
                for (weight, votes) in weights.iter().zip(cells.chunks(5)) {
                    let voters: i64 = votes[..4].iter().sum();
                    let marks = over(votes[0] * 5 + votes[1] * 4 + votes[2] * 3, 5);
                    if let Some(mean) = div(marks, over(voters, 1)) {
                        sum = sum + mean * over(*weight, 10);
                        all = all + over(*weight, 10);
                    }
                }
                div(sum, all)
            }
        }
    }

    pub fn document(&self, key: &str) -> Value {
        let mut out = json!({"key": key, "points": text(self.points, 1), "scale": self.scale, "missing": self.missing});
        let fields = match &self.rule {
            Rule::Linear(target, cap) => json!({"rule": "linear", "target": target, "cap": text(*cap, 1)}),
            Rule::Down(target, worst) => json!({"rule": "linear-down", "target": target, "worst": worst}),
            Rule::Met(target) => json!({"rule": "met", "target": target}),
            Rule::MetDown(target) => json!({"rule": "met-down", "target": target}),
            Rule::TiersDown(tiers) => {
                let tiers = tiers.iter().map(|(m, s)| json!({"most": m, "share": text(*s, 1)})).collect::<Vec<_>>();
                json!({"rule": "tiers", "tiers": tiers})
            }
            Rule::Piecewise(knots) => {
                let curve = knots.iter().map(|(v, s)| json!({"value": v, "share": text(*s, 1)})).collect::<Vec<_>>();
                json!({"rule": "piecewise", "curve": curve})
            }
            Rule::ThreeRates(weights) => {
                let parts =
                    weights.iter().enumerate().map(|(i, w)| json!({"key": format!("r{i}"), "weight": text(*w, 1)}));
                json!({"rule": "three-rates", "parts": parts.collect::<Vec<_>>()})
            }
            Rule::Progress(target, worst) => {
                json!({"rule": "progress", "target": text(*target, 2), "worst": text(*worst, 2)})
            }
            Rule::Tiers(tiers) => {
                let tiers = tiers.iter().map(|(l, s)| json!({"least": l, "share": text(*s, 1)})).collect::<Vec<_>>();
                json!({"rule": "tiers", "tiers": tiers})
            }
            Rule::Deduct(each, floor) => {
                let events = each.iter().enumerate().map(|(i, e)| json!({"key": format!("e{i}"), "each": text(*e, 2)}));
                json!({"rule": "deduct", "events": events.collect::<Vec<_>>(), "floor": text(*floor, 1)})
            }
            Rule::Rate(target) => json!({"rule": "rate", "target": text(*target, 2)}),
            Rule::Ballots(weights) => {
                let classes =
                    weights.iter().enumerate().map(|(i, w)| json!({"key": format!("c{i}"), "weight": text(*w, 1)}));
                json!({"rule": "ballots", "classes": classes.collect::<Vec<_>>()})
            }
        };
        for (field, value) in fields.as_object().unwrap() {
            out[field] = value.clone();
        }
        out
    }

    pub fn names(&self, key: &str) -> Vec<String> {
        let choices = ["excellent", "competent", "basic", "incompetent", "abstain"];
        match &self.rule {
            Rule::Deduct(each, _) => (0..each.len()).map(|i| format!("{key}_e{i}")).collect(),
            Rule::Rate(_) => vec![format!("{key}_numerator"), format!("{key}_denominator")],
            Rule::Ballots(weights) => {
                (0..weights.len()).flat_map(|i| choices.map(|c| format!("{key}_c{i}_{c}"))).collect()
            }
            Rule::ThreeRates(weights) => (0..weights.len())
                .flat_map(|i| ["numerator", "denominator"].map(|end| format!("{key}_r{i}_{end}")))
                .collect(),
            Rule::Progress(..) => vec![key.to_owned(), format!("{key}_last")],
            _ => vec![key.to_owned()],
        }
    }
}

pub fn key(group: usize, indicator: usize) -> String {
    format!("g{group}i{indicator}")
}

impl Case {
    pub fn random(seed: u64) -> Self {
        let mut draws = Draws(seed);
        let d = &mut draws;
        let units = 1 + usize::try_from(d.below(9)).unwrap();
        let mut groups = Vec::new();
        for _ in 0..=d.below(3) {
            let members = 1 + d.below(4);
            let indicators = (0..members).map(|_| {
                let points = 1 + d.below(120);
                Indicator::random(d, units, points)
            });
            let indicators: Vec<_> = indicators.collect();
            groups.push((1 + d.below(50), indicators));
        }
        let mut inside: Vec<Option<usize>> = vec![None];
        while inside.len() < groups.len() {
            // The group before, one that it lies in, or none.
            let mut at = Some(inside.len() - 1);
            for _ in 0..d.below(4) {
                at = at.and_then(|at| inside[at]);
            }
            inside.push(at);
        }
        let cuts = (0..d.below(3)).map(|_| {
            let group = usize::try_from(d.below(groups.len())).unwrap();
            (group, (0..units).map(|_| d.below(5) == 0).collect())
        });
        let cuts = cuts.collect();
        let items = |d: &mut Draws| {
            (0..d.below(3))
                .map(|_| Item {
                    each: 1 + d.below(30),
                    cap: (d.below(2) == 0).then(|| 1 + d.below(60)),
                    counts: (0..units).map(|_| d.below(5)).collect(),
                })
                .collect::<Vec<_>>()
        };
        let tie_break = (0..d.below(3)).map(|_| {
            let g = usize::try_from(d.below(groups.len())).unwrap();
            (g, usize::try_from(d.below(groups[g].1.len())).unwrap())
        });
        let tie_break = tie_break.collect();
        let effects = ["zero", "cap-grade", "no-award"];
        Self {
            rounding: pick(
                d,
                &[
                    Rounding::HalfUp,
                    Rounding::HalfUp,
                    Rounding::HalfEven,
                    Rounding::Floor,
                    Rounding::Ceiling,
                    Rounding::Truncate,
                ],
            ),
            relative: d.below(4) == 0,
            total: 1 + d.below(100),
            bonuses: items(d),
            bonus_cap: (d.below(2) == 0).then(|| d.below(60)),
            penalties: items(d),
            vetoes: effects[..usize::try_from(d.below(4)).unwrap()]
                .iter()
                .map(|e| (*e, (0..units).map(|_| d.below(6) == 0).collect()))
                .collect(),
            exact_basis: d.below(2) == 0,
            ties: pick(d, &["min", "dense", "ordinal", "average"]),
            tie_break,
            share: d.below(11),
            unresolved: pick(d, &["none", "all", "lot"]),
            peers: (0..units).map(|_| d.below(2)).collect(),
            least_peers: 1 + usize::try_from(d.below(3)).unwrap(),
            groups,
            inside,
            cuts,
        }
    }

    pub fn units(&self) -> usize {
        self.peers.len()
    }

    pub fn document(&self) -> Value {
        let groups: Vec<Value> = self.within(None).map(|g| self.group(g)).collect();
        let item = |prefix: &str, items: &[Item]| {
            let one = |(i, x): (usize, &Item)| json!({"key": format!("{prefix}{i}"), "each": text(x.each, 1), "cap": x.cap.map(|c| text(c, 1))});
            items.iter().enumerate().map(one).collect::<Vec<_>>()
        };
        let vetoes = self.vetoes.iter().map(
            |(effect, _)| json!({"key": effect, "effect": effect, "grade": (*effect == "cap-grade").then_some("C")}),
        );
        let cuts = self.cuts.iter().enumerate();
        let cuts =
            cuts.map(|(i, (g, _))| json!({"key": format!("cut{i}"), "effect": "zero", "scope": format!("g{g}")}));
        json!({
            "format": "shequ.scheme/1", "title": "random", "subject": "unit", "rounding": self.rounding,
            "weights": if self.relative { "relative" } else { "exact" },
            "total": self.relative.then_some(self.total),
            "groups": groups, "least_peers": self.least_peers,
            "bonuses": item("b", &self.bonuses), "bonus_cap": self.bonus_cap.map(|c| text(c, 1)),
            "penalties": item("p", &self.penalties),
            "vetoes": vetoes.chain(cuts).collect::<Vec<_>>(),
            "grades": [{"key": "A", "least": 20}, {"key": "B", "least": "10.005"}, {"key": "C", "least": 5}, {"key": "D"}],
            "ranking": {
                "basis": if self.exact_basis { "exact" } else { "rounded" }, "ties": self.ties,
                "tie_break": self.tie_break.iter().map(|(g, i)| key(*g, *i)).collect::<Vec<_>>(),
            },
            "award": {
                "share": text(self.share, 1), "least": 4, "unresolved": self.unresolved,
                "seed": (self.unresolved == "lot").then_some(7),
            },
        })
    }

    /// The groups directly in another, or in none.
    fn within(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        (0..self.groups.len()).filter(move |g| self.inside[*g] == parent)
    }

    fn group(&self, g: usize) -> Value {
        let (points, indicators) = &self.groups[g];
        let list: Vec<Value> = indicators.iter().enumerate().map(|(i, x)| x.document(&key(g, i))).collect();
        let inner: Vec<Value> = self.within(Some(g)).map(|g| self.group(g)).collect();
        let mut group = json!({"key": format!("g{g}"), "indicators": list, "groups": inner});
        if self.relative {
            group["points"] = json!(points);
        }
        group
    }

    /// The points of a group's own indicators together.
    fn own(&self, g: usize) -> Ratio {
        let own = over(self.groups[g].1.iter().map(|x| x.points).sum(), 10);
        if !self.relative {
            return own;
        }
        // From the group up: its part of the group above, and so on to the total.
        let inner = |parent: Option<usize>| {
            let own = parent.map_or(0, |g| self.groups[g].1.iter().map(|x| x.points).sum());
            over(own, 10) + over(self.within(parent).map(|g| self.groups[g].0).sum(), 1)
        };
        let mut part = own.checked_div(&inner(Some(g))).unwrap();
        let mut at = Some(g);
        while let Some(g) = at {
            at = self.inside[g];
            part = part * over(self.groups[g].0, 1).checked_div(&inner(at)).unwrap();
        }
        part * over(self.total, 1)
    }

    /// Whether a veto takes the points of a group of a unit: its own, or one of a group that it lies in.
    pub fn is_cut(&self, group: usize, unit: usize) -> bool {
        let mut chain = std::iter::successors(Some(group), |g| self.inside[*g]);
        chain.any(|g| self.cuts.iter().any(|(cut, held)| *cut == g && held[unit]))
    }

    /// The median of the shares of a unit's peers that have a value; none of too few.
    fn median(&self, x: &Indicator, unit: usize) -> Option<Ratio> {
        let peers = (0..self.units()).filter(|u| self.peers[*u] == self.peers[unit]);
        let mut shares: Vec<Ratio> = peers.filter_map(|u| x.share(u)).collect();
        shares.sort();
        let n = shares.len();
        if n < self.least_peers {
            return None;
        }
        Some((shares[(n - 1) / 2].clone() + shares[n / 2].clone()) * over(1, 2))
    }

    pub fn table(&self) -> Table {
        let units = 0..self.units();
        let mut columns = vec![
            ("unit".to_owned(), Column::Text(units.clone().map(|u| Some(name(u))).collect())),
            ("group".to_owned(), Column::Int(self.peers.iter().copied().map(Some).collect())),
        ];
        for (g, (_, indicators)) in self.groups.iter().enumerate() {
            for (i, x) in indicators.iter().enumerate() {
                for (at, column) in x.names(&key(g, i)).into_iter().enumerate() {
                    let cells = x.cells.iter().map(|c| c.as_ref().map(|c| i128::from(c[at]))).collect();
                    columns.push((column, Column::Decimal { cells, scale: x.scale }));
                }
                let last = if x.missing == "last-period" { x.names(&format!("{}_last", key(g, i))) } else { vec![] };
                for (at, column) in last.into_iter().enumerate() {
                    let cells = x.last.iter().map(|c| c.as_ref().map(|c| i128::from(c[at]))).collect();
                    columns.push((column, Column::Decimal { cells, scale: x.scale }));
                }
            }
        }
        for (prefix, items) in [("b", &self.bonuses), ("p", &self.penalties)] {
            for (i, item) in items.iter().enumerate() {
                columns.push((format!("{prefix}{i}"), Column::Int(item.counts.iter().copied().map(Some).collect())));
            }
        }
        for (effect, held) in &self.vetoes {
            columns.push(((*effect).to_owned(), Column::Bool(held.iter().copied().map(Some).collect())));
        }
        for (i, (_, held)) in self.cuts.iter().enumerate() {
            columns.push((format!("cut{i}"), Column::Bool(held.iter().copied().map(Some).collect())));
        }
        Table::new(columns).unwrap()
    }

    pub fn evaluate(&self) -> Scorecard {
        let scheme = Scheme::parse(&self.document().to_string()).unwrap_or_else(|e| panic!("{e}"));
        scheme.evaluate(&self.table()).unwrap_or_else(|e| panic!("{e}"))
    }

    pub fn plain(&self, unit: usize) -> Plain {
        let round = |r: &Ratio, scale| Decimal::from_ratio(r, scale, self.rounding).unwrap().to_ratio();
        let (mut lines, mut worst) = (Vec::new(), Vec::new());
        let mut missing = false;
        for (g, (_, indicators)) in self.groups.iter().enumerate() {
            let sum: i64 = indicators.iter().map(|x| x.points).sum();
            let own = self.own(g);
            let away = |x: &&Indicator| x.missing == "reweight" && x.share(unit).is_none();
            let left: i64 = sum - indicators.iter().filter(away).map(|x| x.points).sum::<i64>();
            for x in indicators {
                let points = if left == 0 { Ratio::ZERO } else { own.clone() * over(x.points, left) };
                let declared = own.clone() * over(x.points, sum);
                let last = || x.last[unit].as_ref().and_then(|cells| x.share_of(cells));
                let share = match (x.share(unit), x.missing) {
                    (Some(share), _) => share,
                    (None, "full") => Ratio::ONE,
                    (None, "peer-median") => self.median(x, unit).unwrap_or(Ratio::ZERO),
                    (None, "last-period") => last().unwrap_or(Ratio::ZERO),
                    (None, _) => Ratio::ZERO,
                };
                missing |= x.share(unit).is_none();
                let (cut, least) = (self.is_cut(g, unit), x.share(unit).unwrap_or_else(|| x.least()));
                worst.push(if cut { Ratio::ZERO } else { round(&(least * declared), 4) });
                lines.push(if left == 0 && x.share(unit).is_none() {
                    Ratio::ZERO
                } else {
                    round(&(share * points), 4)
                });
            }
        }
        let items = |items: &[Item], cap: Option<i64>| {
            let one = |x: &Item| over((x.each * x.counts[unit]).min(x.cap.unwrap_or(i64::MAX)), 10);
            let sum: Ratio = items.iter().map(one).sum();
            cap.map_or(sum.clone(), |cap| sum.min(over(cap, 10)))
        };
        let (bonus, penalty) = (items(&self.bonuses, self.bonus_cap), items(&self.penalties, None));
        let groups = self.groups.iter().enumerate().flat_map(|(g, (_, list))| vec![g; list.len()]);
        let kept = |(g, line): (usize, &Ratio)| if self.is_cut(g, unit) { Ratio::ZERO } else { line.clone() };
        let kept: Vec<Ratio> = groups.zip(&lines).map(kept).collect();
        let zero = self.vetoes.iter().any(|(effect, held)| *effect == "zero" && held[unit]);
        let of = |lines: &[Ratio]| {
            let exact = lines.iter().cloned().sum::<Ratio>() + bonus.clone() - penalty.clone();
            if zero { exact.min(Ratio::ZERO) } else { exact }
        };
        let exact = of(&kept);
        let (total, worst) = (round(&exact, 2), missing.then(|| round(&of(&worst), 2)));
        Plain { lines, kept, bonus, penalty, exact, total, worst }
    }

    pub fn grade(&self, unit: usize, total: &Ratio) -> &'static str {
        let grade = [("A", over(20, 1)), ("B", over(2001, 200)), ("C", over(5, 1))]
            .iter()
            .find(|(_, l)| total >= l)
            .map_or("D", |g| g.0);
        let capped = self.vetoes.iter().any(|(effect, held)| *effect == "cap-grade" && held[unit]);
        if capped && grade < "C" { "C" } else { grade }
    }
}

pub fn name(unit: usize) -> String {
    // Not in the order of the numbers, so that the order of keys is another.
    format!("u{}", (unit * 7 + 3) % 10)
}
