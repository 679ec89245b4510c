//! Laws of evaluation over random schemes, and equality with a second implementation in plain ratios that lives here.

use proptest::{prop_assert, prop_assert_eq};
use serde_json::{Value, json};
use shequ::evaluation::{Scheme, Scorecard};
use shequ::kernel::{Decimal, Document, Ratio, Rounding};
use shequ::wire::{Column, Table};

use super::invented::Draws;
use super::law;

/// A case of the tests: a scheme and values, before either is a document.
#[derive(Debug, Clone)]
pub struct Case {
    rounding: Rounding,
    relative: bool,
    total: i64,
    groups: Vec<(i64, Vec<Indicator>)>,
    bonuses: Vec<Item>,
    bonus_cap: Option<i64>,
    penalties: Vec<Item>,
    vetoes: Vec<(&'static str, Vec<bool>)>,
    exact_basis: bool,
    ties: &'static str,
    tie_break: Vec<(usize, usize)>,
    share: i64,
    unresolved: &'static str,
    peers: Vec<i64>,
}

#[derive(Debug, Clone)]
struct Indicator {
    /// In tenths.
    points: i64,
    scale: u8,
    missing: &'static str,
    rule: Rule,
    /// By unit: the mantissas of the columns, none where missing.
    cells: Vec<Option<Vec<i64>>>,
}

#[derive(Debug, Clone)]
enum Rule {
    /// Target in whole numbers, cap in tenths.
    Linear(i64, i64),
    /// Target and worst in whole numbers.
    Down(i64, i64),
    /// In whole numbers.
    Met(i64),
    /// Bounds in whole numbers, shares in tenths.
    Tiers(Vec<(i64, i64)>),
    /// In hundredths; the floor in tenths.
    Deduct(Vec<i64>, i64),
    /// Target in hundredths.
    Rate(i64),
    /// In tenths.
    Ballots(Vec<i64>),
}

#[derive(Debug, Clone)]
struct Item {
    /// In tenths, as the cap.
    each: i64,
    cap: Option<i64>,
    counts: Vec<i64>,
}

fn over(n: i64, d: i64) -> Ratio {
    Ratio::new(n, d).unwrap()
}

fn text(n: i64, scale: u8) -> String {
    Decimal::new(n.into(), scale).unwrap().to_string()
}

fn pick<T: Clone>(draws: &mut Draws, of: &[T]) -> T {
    of[usize::try_from(draws.below(of.len())).unwrap()].clone()
}

impl Indicator {
    fn random(draws: &mut Draws, units: usize, points: i64) -> Self {
        let rule = match draws.below(7) {
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
            _ => {
                let classes = 1 + draws.below(3);
                Rule::Ballots((0..classes).map(|_| 1 + draws.below(6)).collect())
            }
        };
        let plain = matches!(rule, Rule::Linear(..) | Rule::Down(..) | Rule::Met(_) | Rule::Tiers(_));
        let scale = if plain { u8::try_from(draws.below(3)).unwrap() } else { 0 };
        let cell = |draws: &mut Draws| match &rule {
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
            _ => vec![draws.below(25 * 10_i64.pow(scale.into())) - 2],
        };
        let cells = (0..units).map(|_| if draws.below(6) == 0 { None } else { Some(cell(draws)) }).collect();
        Self { points, scale, missing: pick(draws, &["reweight", "reweight", "zero", "full"]), rule, cells }
    }

    /// The share of the points, or none where the value is missing: from the words of the rules, nothing shared.
    fn share(&self, unit: usize) -> Option<Ratio> {
        let cells = self.cells[unit].as_ref()?;
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

    fn document(&self, key: &str) -> Value {
        let mut out = json!({"key": key, "points": text(self.points, 1), "scale": self.scale, "missing": self.missing});
        let fields = match &self.rule {
            Rule::Linear(target, cap) => json!({"rule": "linear", "target": target, "cap": text(*cap, 1)}),
            Rule::Down(target, worst) => json!({"rule": "linear-down", "target": target, "worst": worst}),
            Rule::Met(target) => json!({"rule": "met", "target": target}),
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

    fn names(&self, key: &str) -> Vec<String> {
        let choices = ["excellent", "competent", "basic", "incompetent", "abstain"];
        match &self.rule {
            Rule::Deduct(each, _) => (0..each.len()).map(|i| format!("{key}_e{i}")).collect(),
            Rule::Rate(_) => vec![format!("{key}_numerator"), format!("{key}_denominator")],
            Rule::Ballots(weights) => {
                (0..weights.len()).flat_map(|i| choices.map(|c| format!("{key}_c{i}_{c}"))).collect()
            }
            _ => vec![key.to_owned()],
        }
    }
}

fn key(group: usize, indicator: usize) -> String {
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
            ties: pick(d, &["min", "dense", "ordinal"]),
            tie_break,
            share: d.below(11),
            unresolved: pick(d, &["none", "all"]),
            peers: (0..units).map(|_| d.below(2)).collect(),
            groups,
        }
    }

    /// Whether points are weights.
    pub const fn is_relative(&self) -> bool {
        self.relative
    }

    fn units(&self) -> usize {
        self.peers.len()
    }

    pub fn document(&self) -> Value {
        let groups = self.groups.iter().enumerate().map(|(g, (points, indicators))| {
            let list: Vec<Value> = indicators.iter().enumerate().map(|(i, x)| x.document(&key(g, i))).collect();
            let mut group = json!({"key": format!("g{g}"), "indicators": list});
            if self.relative {
                group["points"] = json!(points);
            }
            group
        });
        let item = |prefix: &str, items: &[Item]| {
            let one = |(i, x): (usize, &Item)| json!({"key": format!("{prefix}{i}"), "each": text(x.each, 1), "cap": x.cap.map(|c| text(c, 1))});
            items.iter().enumerate().map(one).collect::<Vec<_>>()
        };
        let vetoes = self.vetoes.iter().map(
            |(effect, _)| json!({"key": effect, "effect": effect, "grade": (*effect == "cap-grade").then_some("C")}),
        );
        json!({
            "format": "shequ.scheme/1", "title": "random", "subject": "unit", "rounding": self.rounding,
            "weights": if self.relative { "relative" } else { "exact" },
            "total": self.relative.then_some(self.total),
            "groups": groups.collect::<Vec<_>>(),
            "bonuses": item("b", &self.bonuses), "bonus_cap": self.bonus_cap.map(|c| text(c, 1)),
            "penalties": item("p", &self.penalties),
            "vetoes": vetoes.collect::<Vec<_>>(),
            "grades": [{"key": "A", "least": 20}, {"key": "B", "least": "10.005"}, {"key": "C", "least": 5}, {"key": "D"}],
            "ranking": {
                "basis": if self.exact_basis { "exact" } else { "rounded" }, "ties": self.ties,
                "tie_break": self.tie_break.iter().map(|(g, i)| key(*g, *i)).collect::<Vec<_>>(),
            },
            "award": {"share": text(self.share, 1), "least": 4, "unresolved": self.unresolved},
        })
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
        Table::new(columns).unwrap()
    }

    pub fn evaluate(&self) -> Scorecard {
        let scheme = Scheme::parse(&self.document().to_string()).unwrap_or_else(|e| panic!("{e}"));
        scheme.evaluate(&self.table()).unwrap_or_else(|e| panic!("{e}"))
    }

    /// Lines, base, bonus, penalty, exact and rounded total of a unit.
    fn plain(&self, unit: usize) -> (Vec<Ratio>, Ratio, Ratio, Ratio, Ratio) {
        let round = |r: &Ratio, scale| Decimal::from_ratio(r, scale, self.rounding).unwrap().to_ratio();
        let all: i64 = self.groups.iter().map(|(points, _)| points).sum();
        let mut lines = Vec::new();
        for (points, indicators) in &self.groups {
            let sum: i64 = indicators.iter().map(|x| x.points).sum();
            let own = if self.relative { over(self.total * points, all) } else { over(sum, 10) };
            let away = |x: &&Indicator| x.missing == "reweight" && x.share(unit).is_none();
            let left: i64 = sum - indicators.iter().filter(away).map(|x| x.points).sum::<i64>();
            for x in indicators {
                let points = if left == 0 { Ratio::ZERO } else { own.clone() * over(x.points, left) };
                lines.push(match (x.share(unit), x.missing) {
                    (Some(share), _) => round(&(share * points), 4),
                    (None, "full") => round(&points, 4),
                    (None, _) => Ratio::ZERO,
                });
            }
        }
        let items = |items: &[Item], cap: Option<i64>| {
            let one = |x: &Item| over((x.each * x.counts[unit]).min(x.cap.unwrap_or(i64::MAX)), 10);
            let sum: Ratio = items.iter().map(one).sum();
            cap.map_or(sum.clone(), |cap| sum.min(over(cap, 10)))
        };
        let (bonus, penalty) = (items(&self.bonuses, self.bonus_cap), items(&self.penalties, None));
        let base: Ratio = lines.iter().cloned().sum();
        let mut exact = base + bonus.clone() - penalty.clone();
        if self.vetoes.iter().any(|(effect, held)| *effect == "zero" && held[unit]) {
            exact = Ratio::ZERO;
        }
        let total = round(&exact, 2);
        (lines, bonus, penalty, exact, total)
    }

    fn grade(&self, unit: usize, total: &Ratio) -> &'static str {
        let grade = [("A", over(20, 1)), ("B", over(2001, 200)), ("C", over(5, 1))]
            .iter()
            .find(|(_, l)| total >= l)
            .map_or("D", |g| g.0);
        let capped = self.vetoes.iter().any(|(effect, held)| *effect == "cap-grade" && held[unit]);
        if capped && grade < "C" { "C" } else { grade }
    }
}

fn name(unit: usize) -> String {
    // Not in the order of the numbers, so that the order of keys is another.
    format!("u{}", (unit * 7 + 3) % 10)
}

#[test]
fn equals_a_second_implementation() {
    law(|seed| {
        let case = Case::random(seed);
        let card = case.evaluate();
        let plain: Vec<_> = (0..case.units()).map(|u| case.plain(u)).collect();
        for (u, (lines, bonus, penalty, _, total)) in plain.iter().enumerate() {
            let score = card.score(&name(u)).unwrap();
            let got: Vec<Ratio> = card.lines(&name(u)).unwrap().iter().map(|l| l.score.to_ratio()).collect();
            prop_assert_eq!(&got, lines, "seed {}", seed);
            prop_assert_eq!(&score.bonus.to_ratio(), bonus);
            prop_assert_eq!(&score.penalty.to_ratio(), penalty);
            prop_assert_eq!(&score.total.to_ratio(), total);
            prop_assert_eq!(score.grade.as_deref(), Some(case.grade(u, total)));
            // The rank counts those ahead among the peers.
            let ahead = |a: usize, b: usize, chain: bool| {
                let (x, y) = (&plain[a], &plain[b]);
                let basis = if case.exact_basis { x.3.cmp(&y.3) } else { x.4.cmp(&y.4) };
                let flat = |(g, i): (usize, usize)| case.groups[..g].iter().map(|(_, l)| l.len()).sum::<usize>() + i;
                let broken = case.tie_break.iter().map(|k| x.0[flat(*k)].cmp(&y.0[flat(*k)]));
                let broken = broken.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then);
                let order = if chain { basis.then(broken) } else { basis };
                if case.ties == "ordinal" { order.then(name(b).cmp(&name(a))) } else { order }.is_gt()
            };
            for chain in [false, true] {
                let better = (0..case.units()).filter(|v| case.peers[*v] == case.peers[u] && ahead(*v, u, chain));
                let rank = if case.ties == "dense" {
                    let better: Vec<usize> = better.collect();
                    let distinct = better
                        .iter()
                        .enumerate()
                        .filter(|(n, v)| better[..*n].iter().all(|w| ahead(*w, **v, chain) || ahead(**v, *w, chain)));
                    distinct.count() + 1
                } else {
                    better.count() + 1
                };
                let got = if chain { score.rank_after_tie_break } else { score.rank };
                prop_assert_eq!(got, u32::try_from(rank).ok(), "seed {} unit {}", seed, u);
            }
        }
        Ok(())
    });
}

#[test]
fn explanations_add_up() {
    law(|seed| {
        let case = Case::random(seed);
        let card = case.evaluate();
        for unit in card.units() {
            let explanation = card.explain(unit.as_str()).unwrap();
            prop_assert!(explanation.adds_up(), "seed {}\n{}", seed, explanation.render(shequ::kernel::Lang::En));
            let leaves = leaves(&explanation);
            prop_assert_eq!(leaves, card.score(unit.as_str()).unwrap().total.to_ratio());
        }
        Ok(())
    });
}

#[test]
fn awards_follow_their_rule() {
    law(|seed| {
        let case = Case::random(seed);
        let card = case.evaluate();
        for peer in [0, 1] {
            let members: Vec<_> = card.scores().filter(|s| s.group == Some(peer.to_string())).collect();
            let awarded: Vec<_> = members.iter().filter(|s| s.award).collect();
            let places = usize::try_from(case.share).unwrap() * members.len() / 10;
            if case.unresolved == "none" {
                prop_assert!(awarded.len() <= places);
            }
            for s in &awarded {
                prop_assert!(s.eligible && s.vetoes.is_empty() && s.total.to_ratio() >= over(4, 1));
                // Nobody eligible who is ahead was passed over.
                let passed =
                    members.iter().any(|o| o.eligible && !o.award && o.rank_after_tie_break < s.rank_after_tie_break);
                prop_assert!(!passed, "seed {}", seed);
            }
        }
        Ok(())
    });
}

#[test]
fn order_changes_nothing() {
    law(|seed| {
        let case = Case::random(seed);
        let card = case.evaluate();
        let mut document = case.document();
        for group in document["groups"].as_array_mut().unwrap() {
            group["indicators"].as_array_mut().unwrap().reverse();
        }
        document["groups"].as_array_mut().unwrap().reverse();
        let turned = case.table().columns().iter().rev().map(|(n, c)| (n.clone(), reversed(c))).collect();
        let turned = Scheme::parse(&document.to_string()).unwrap().evaluate(&Table::new(turned).unwrap()).unwrap();
        for unit in card.units() {
            prop_assert_eq!(card.score(unit.as_str()).unwrap(), turned.score(unit.as_str()).unwrap());
        }
        prop_assert_eq!(card.digest().unwrap(), turned.digest().unwrap(), "seed {}", seed);
        Ok(())
    });
}

#[test]
fn a_better_value_never_lowers_the_total() {
    law(|seed| {
        let mut draws = Draws(seed ^ 0x5EED);
        let mut case = Case::random(seed);
        let before = case.evaluate();
        let group = usize::try_from(draws.below(case.groups.len())).unwrap();
        let members = &mut case.groups[group].1;
        let indicator = usize::try_from(draws.below(members.len())).unwrap();
        let unit = usize::try_from(draws.below(case.peers.len())).unwrap();
        let indicator = &mut members[indicator];
        let step = 1 + draws.below(5);
        let rule = indicator.rule.clone();
        let Some(cells) = &mut indicator.cells[unit] else { return Ok(()) };
        match rule {
            Rule::Linear(..) | Rule::Met(_) | Rule::Tiers(_) => cells[0] += step,
            Rule::Down(..) => cells[0] -= step,
            Rule::Deduct(..) => cells[0] = (cells[0] - step).max(0),
            Rule::Rate(_) => cells[0] = (cells[0] + step).min(cells[1]),
            // A vote moves from incompetent to excellent.
            Rule::Ballots(_) => {
                let moved = cells[3].min(step);
                cells[3] -= moved;
                cells[0] += moved;
            }
        }
        let after = case.evaluate();
        let total = |card: &Scorecard| card.score(&name(unit)).unwrap().total;
        prop_assert!(total(&after) >= total(&before), "seed {}", seed);
        Ok(())
    });
}

fn reversed(column: &Column) -> Column {
    let mut column = column.clone();
    match &mut column {
        Column::Int(cells) => cells.reverse(),
        Column::Decimal { cells, .. } => cells.reverse(),
        Column::Float(cells) => cells.reverse(),
        Column::Text(cells) => cells.reverse(),
        Column::Bool(cells) => cells.reverse(),
        Column::Keys(_) => panic!("no table here has such a column"),
    }
    column
}

/// The sum of what stands at the ends of the tree.
fn leaves(node: &shequ::kernel::Explanation) -> Ratio {
    if node.children.is_empty() {
        return match &node.outcome {
            shequ::kernel::Quantity::Decimal(d) => d.to_ratio(),
            other => panic!("{other:?}"),
        };
    }
    node.children.iter().map(leaves).sum()
}
