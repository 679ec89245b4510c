//! Why a unit has its value: from what was given up to the top.

use super::super::normalise::Normalisation;
use super::super::sums::{sum_of, sum_terms};
use super::super::treat::Treated;
use super::super::treat::shape::{deviation, extremes, mean};
use super::mean::Mean;
use super::results::IndexCard;
use super::run::filled;
use super::tree::Node;
use crate::evaluation::methods::Direction;
use crate::kernel::{Explanation, How, Lang, Quantity, Real, Text};

fn float(x: f64) -> Quantity {
    Quantity::Real(Real::new(x).unwrap_or_default())
}

/// A float in words, as it is printed.
fn words(x: f64) -> String {
    Real::new(x).unwrap_or_default().to_string()
}

/// The explanation of a unit.
pub(super) fn explain(card: &IndexCard, unit: usize) -> Explanation {
    let inner = &card.index.inner;
    let Some(top) = inner.tree.nodes.get(inner.tree.top()) else {
        return Explanation::new(inner.title.clone(), Quantity::Words(Text::same("")));
    };
    let mut out = aggregate(card, inner.tree.top(), top, unit);
    if let Some(key) = card.units().get(unit) {
        out.label =
            Text::new(format!("{}：{key}", inner.title.get(Lang::Zh)), format!("{}: {key}", inner.title.get(Lang::En)));
    }
    out
}

fn value(card: &IndexCard, node: usize, unit: usize) -> f64 {
    card.column(node).get(unit).copied().unwrap_or_default()
}

fn aggregate(card: &IndexCard, at: usize, node: &Node, unit: usize) -> Explanation {
    let tree = &card.index.inner.tree;
    let mean = tree.mean(node);
    let whole = sum_terms(tree.parts(node).map(|(_, part)| part.weight.get()));
    let parts: Vec<Explanation> = tree
        .parts(node)
        .map(|(place, part)| {
            let made = if place < tree.indicators {
                indicator(card, place, part, unit)
            } else {
                aggregate(card, place, part, unit)
            };
            let share = part.weight.get() / whole;
            let made = made.with(Text::new("权重份额", "share of the weights"), float(share));
            match mean {
                Mean::Arithmetic => {
                    made.with(Text::new("贡献", "contribution"), float(share * value(card, place, unit)))
                }
                _ => made,
            }
        })
        .collect();
    let (rule, zh, en) = match mean {
        Mean::Arithmetic => ("arithmetic", "加权算术平均", "weighted arithmetic mean"),
        Mean::Geometric => ("geometric", "加权几何平均", "weighted geometric mean"),
        Mean::Harmonic => ("harmonic", "加权调和平均", "weighted harmonic mean"),
        Mean::Power(_) => ("power", "加权幂平均", "weighted power mean"),
    };
    let values: Vec<String> = tree
        .parts(node)
        .map(|(place, part)| format!("{} × {}", words(part.weight.get()), words(value(card, place, unit))))
        .collect();
    let exponent = match mean {
        Mean::Power(p) => format!(" p = {p}"),
        _ => String::new(),
    };
    let note = |name: &str, of: &str| format!("{name}{exponent}{of}{}", values.join("; "));
    Explanation::new(node.label.clone(), float(value(card, at, unit)))
        .by(rule, None)
        .noted(Text::new(note(zh, "："), note(en, ": ")))
        .of(How::List, parts)
}

fn indicator(card: &IndexCard, at: usize, node: &Node, unit: usize) -> Explanation {
    let inner = &card.index.inner;
    let key = node.key.as_str();
    let mut out = Explanation::new(node.label.clone(), float(value(card, at, unit)));
    let Some(own) = inner.indicators.get(at) else { return out };
    out = out.by(own.normalisation.name.name(), None);
    let [raw, denominated, imputed] = card.stages();
    let cell = |stage: &super::Observations<'_>| stage.variables().get(at).and_then(|v| v.get(unit));
    let missing = || Quantity::Words(Text::new("缺失", "missing"));
    let given = match &own.unit {
        Some(measure) => Text::new(
            format!("原值（{}）", measure.get(Lang::Zh)),
            format!("value as given ({})", measure.get(Lang::En)),
        ),
        None => Text::new("原值", "value as given"),
    };
    out = out.with(given, cell(raw).map_or_else(missing, float));
    if let Some(denominator) = &own.denominator {
        let label = Text::new(format!("除以 {denominator}"), format!("divided by {denominator}"));
        out = out.with(label, cell(denominated).map_or_else(missing, float));
    }
    if let (Some(filled), Some(x)) = (filled(&card.stages.filled, key, unit), cell(imputed)) {
        let (zh, en) = match &filled.group {
            Some(group) => (
                format!("插补（{group} 组 {} 个值）", filled.from),
                format!("filled by {} values of {group}", filled.from),
            ),
            None => (format!("插补（全部 {} 个值）", filled.from), format!("filled by all {} values", filled.from)),
        };
        out = out.with(Text::new(zh, en), float(x));
    }
    if let Some(treated) = card.stages.treated.get(at) {
        let after = treated.values.get(unit).copied().unwrap_or_default();
        if treated.transform.is_some() {
            out = out.with(Text::new("变换后", "transformed"), float(after));
        } else if treated.winsorised.iter().any(|point| point.row == unit) {
            out = out.with(Text::new("缩尾后", "winsorised to"), float(after));
        }
    }
    let direction = match own.direction {
        Direction::Higher => Text::new("越高越好", "more is better"),
        Direction::Lower => Text::new("越低越好", "less is better"),
    };
    out = out.with(Text::new("方向", "direction"), Quantity::Words(direction));
    match card.stages.treated.get(at).and_then(|treated| arithmetic(card, own, treated, unit)) {
        Some(note) => out.noted(note),
        None => out,
    }
}

/// The normalisation with its numbers.
fn arithmetic(card: &IndexCard, own: &super::Indicator, treated: &Treated, unit: usize) -> Option<Text> {
    let values = &treated.values;
    let (least, greatest) = extremes(values)?;
    let number = *values.get(unit)?;
    let less = own.direction == Direction::Lower;
    // From the worst to the best.
    let (worst, best) = if less { (greatest, least) } else { (least, greatest) };
    let x = words(number);
    let way = |from: f64, to: f64| {
        let (from, to) = (words(from), words(to));
        format!("({x} - {from}) / ({to} - {from})")
    };
    let capped = |line: String, beyond: bool| {
        if beyond { Text::new(format!("{line}，封顶"), format!("{line}, capped")) } else { Text::same(line) }
    };
    let past = |to: f64| if less { number < to } else { number > to };
    let (rows, method) = (values.len(), own.normalisation.method);
    let moved = matches!(
        method,
        Normalisation::MinMax { .. }
            | Normalisation::ZScore { .. }
            | Normalisation::DistanceToMax
            | Normalisation::DistanceToReference { .. }
            | Normalisation::Rank(_)
            | Normalisation::PercentileRank
            | Normalisation::Borda(_)
    );
    if let Some(score) = own.normalisation.constant.filter(|_| moved && greatest <= least) {
        let score = words(score);
        return Some(Text::new(
            format!("各行数值相同，按声明得 {score}"),
            format!("the same in every row, by declaration {score}"),
        ));
    }
    Some(match method {
        Normalisation::MinMax { lower, upper } => {
            Text::same(format!("{} + ({} - {}) × {}", words(lower), words(upper), words(lower), way(worst, best)))
        }
        Normalisation::DistanceToMax => Text::same(way(worst, best)),
        Normalisation::DistanceToTarget { target, cap } => capped(way(worst, target), cap && past(target)),
        Normalisation::DistanceToReference { cap, .. } => {
            let reference = own.normalisation.reference.as_deref()?;
            let row = card.units().iter().position(|unit| unit.as_str() == reference)?;
            let reference = *values.get(row)?;
            capped(way(worst, reference), cap && past(reference))
        }
        Normalisation::FractionOfMax if less => Text::same(format!("{} / {x}", words(least))),
        Normalisation::Max if less => Text::same(format!("1 - {x} / {}", words(greatest))),
        Normalisation::FractionOfMax | Normalisation::Max => Text::same(format!("{x} / {}", words(greatest))),
        Normalisation::Goalposts(posts) => {
            let (from, to) = if less { (posts.upper, posts.lower) } else { (posts.lower, posts.upper) };
            let line = if posts.logarithmic {
                let (from, to) = (words(from), words(to));
                format!("(ln {x} - ln {from}) / (ln {to} - ln {from})")
            } else {
                way(from, to)
            };
            let line =
                if posts.factor.total_cmp(&1.0).is_eq() { line } else { format!("{} × {line}", words(posts.factor)) };
            capped(line, posts.cap && !(posts.lower..=posts.upper).contains(&number))
        }
        Normalisation::ZScore { mean: to, deviation: spread } => {
            let (mean, deviation) = (mean(values)?, deviation(values)?);
            let sign = if less { "-" } else { "+" };
            let (to, spread) = (words(to), words(spread));
            Text::same(format!("{to} {sign} {spread} × ({x} - {}) / {}", words(mean), words(deviation)))
        }
        Normalisation::Vector => {
            let length = words(sum_of(values, |x| x * x).sqrt());
            Text::same(if less { format!("1 - {x} / {length}") } else { format!("{x} / {length}") })
        }
        Normalisation::Sum if less => Text::same(format!("1 / {x} / {}", words(sum_of(values, |x| 1.0 / x)))),
        Normalisation::Sum => Text::same(format!("{x} / {}", words(sum_of(values, |x| x)))),
        Normalisation::Log => {
            let share = format!("ln {x} / {}", words(sum_of(values, libm::log)));
            Text::same(if less { format!("(1 - {share}) / ({rows} - 1)") } else { share })
        }
        Normalisation::PercentileRank => {
            let worse = values.iter().filter(|other| if less { **other > number } else { **other < number }).count();
            Text::same(format!("{worse} / ({rows} - 1)"))
        }
        Normalisation::Rank(_) => {
            Text::new(format!("{rows} 行中从最差数起的名次"), format!("the rank from the worst of {rows}"))
        }
        Normalisation::Borda(_) => Text::new(
            format!("{rows} 行中从最差数起的名次减一"),
            format!("the rank from the worst of {rows}, less one"),
        ),
    })
}
