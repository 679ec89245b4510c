//! The arithmetic of a rule in words: what stands between a value and its share of the points.

use super::kernel::CHOICES;
use super::rule::{Knot, RatePart, Rule, ballot, change};
use crate::kernel::{Decimal, Quantity, Ratio, Rounding, Text};

/// A ratio as a decimal where it has one, else as a fraction.
pub(super) fn plain(ratio: &Ratio) -> String {
    exact_decimal(ratio).map_or_else(|| ratio.to_string(), |d| d.to_string())
}

/// The same as a quantity.
pub(super) fn plain_quantity(ratio: &Ratio) -> Quantity {
    exact_decimal(ratio).map_or_else(|| Quantity::Ratio(ratio.clone()), Quantity::Decimal)
}

fn exact_decimal(ratio: &Ratio) -> Option<Decimal> {
    let rounded = Decimal::from_ratio(ratio, 9, Rounding::Truncate).ok()?;
    (rounded.to_ratio() == *ratio).then(|| rounded.shortest())
}

/// The name of a rounding.
pub(super) fn rounding_name(rounding: Rounding) -> Text {
    match rounding {
        Rounding::HalfUp => Text::new("四舍五入", "half up"),
        Rounding::HalfEven => Text::new("四舍六入五成双", "half to even"),
        Rounding::Floor => Text::new("向下取整", "down"),
        Rounding::Ceiling => Text::new("向上取整", "up"),
        Rounding::Truncate => Text::new("截尾", "towards zero"),
    }
}

/// How the share comes from the value, such as `162 / 173` or `10 - 2 × 0.5 - 0 × 5 = 9 of 10`.
pub(super) fn working(rule: &Rule, cells: &[i64], scale: u8, share: &Ratio) -> Text {
    let first = cells.first().copied().unwrap_or_default();
    let value = Decimal::new(first.into(), scale).unwrap_or(Decimal::ZERO).shortest();
    let result = plain(share);
    match rule {
        Rule::Linear { target, cap } => {
            let raw = value.to_ratio().checked_div(&target.to_ratio()).unwrap_or(Ratio::ZERO);
            bounded(&format!("{value} / {target}"), &raw, share, &cap.to_string(), "0")
        }
        Rule::LinearDown { target, worst } => {
            let span = worst.to_ratio() - target.to_ratio();
            let raw = (worst.to_ratio() - value.to_ratio()).checked_div(&span).unwrap_or(Ratio::ZERO);
            bounded(&format!("({worst} - {value}) / ({worst} - {target})"), &raw, share, "1", "0")
        }
        Rule::Met { target } if share.is_zero() => {
            Text::new(format!("{value} < {target}，未达标"), format!("{value} < {target}, not met"))
        }
        Rule::Met { target } => Text::new(format!("{value} >= {target}，达标"), format!("{value} >= {target}, met")),
        Rule::MetDown { target } if share.is_zero() => {
            Text::new(format!("{value} > {target}，超标"), format!("{value} > {target}, not met"))
        }
        Rule::MetDown { target } => {
            Text::new(format!("{value} <= {target}，未超标"), format!("{value} <= {target}, met"))
        }
        Rule::TiersDown(tiers) => match tiers.iter().find(|t| value <= t.most) {
            Some(tier) => Text::new(
                format!("{value} <= {}，得 {result}", tier.most),
                format!("{value} <= {}, share {result}", tier.most),
            ),
            None => Text::new(format!("{value} 超出各档"), format!("{value} is beyond every tier")),
        },
        Rule::Piecewise(knots) => piecewise(knots, value, &result),
        Rule::ThreeRates(parts) => {
            let term = |(part, counts): (&RatePart, &[i64])| {
                let counts = counts.iter().map(i64::to_string).collect::<Vec<_>>().join("/");
                let over = if part.target == Decimal::from(1) { String::new() } else { format!(" / {}", part.target) };
                format!("{} × min(1, {counts}{over})", part.weight)
            };
            let terms: Vec<String> = parts.iter().zip(cells.chunks(2)).map(term).collect();
            let weights: Vec<String> = parts.iter().map(|p| p.weight.to_string()).collect();
            Text::same(format!("({}) / ({}) = {result}", terms.join(" + "), weights.join(" + ")))
        }
        Rule::Progress { target, worst } => {
            let last = cells.get(1).copied().unwrap_or_default();
            let last = Decimal::new(last.into(), scale).unwrap_or(Decimal::ZERO).shortest();
            let change = change(cells).unwrap_or(Ratio::ZERO);
            let span = target.to_ratio() - worst.to_ratio();
            let raw = (change.clone() - worst.to_ratio()).checked_div(&span).unwrap_or(Ratio::ZERO);
            let change = plain(&change);
            let equation = if *worst == Decimal::ZERO {
                format!("({value} - {last}) / |{last}| = {change}, {change} / {target}")
            } else {
                format!("({value} - {last}) / |{last}| = {change}, ({change} - {worst}) / ({target} - {worst})")
            };
            bounded(&equation, &raw, share, "1", "0")
        }
        Rule::Tiers(tiers) => match tiers.iter().find(|t| value >= t.least) {
            Some(tier) => Text::new(
                format!("{value} >= {}，得 {result}", tier.least),
                format!("{value} >= {}, share {result}", tier.least),
            ),
            None => Text::new(format!("{value} 未达任何一档"), format!("{value} reaches no tier")),
        },
        Rule::Deduct { points, events, floor } => {
            let losses: Vec<String> = events.iter().zip(cells).map(|(e, n)| format!(" - {n} × {}", e.each)).collect();
            let losses = losses.concat();
            let left = points.to_ratio() * share.clone();
            let (zh, en) = if left == floor.to_ratio() {
                (format!("，至 {} 为止", plain(&left)), format!(", not below {}", plain(&left)))
            } else {
                (format!(" = {}", plain(&left)), format!(" = {}", plain(&left)))
            };
            Text::new(format!("{points}{losses}{zh}，满 {points}"), format!("{points}{losses}{en}, of {points}"))
        }
        Rule::Rate { target } => {
            let under = cells.get(1).copied().unwrap_or_default();
            let rate = Ratio::from(first).checked_div(&Ratio::from(under)).unwrap_or(Ratio::ZERO);
            let raw = rate.checked_div(&target.to_ratio()).unwrap_or(Ratio::ZERO);
            let over = if *target == Decimal::from(1) { String::new() } else { format!(" / {target}") };
            bounded(&format!("{first} / {under}{over}"), &raw, share, "1", "0")
        }
        Rule::Ballots(classes) => {
            let (mut terms, mut weights) = (Vec::new(), Vec::new());
            for (class, votes) in classes.iter().zip(cells.chunks(CHOICES)) {
                let (points, voters) = ballot(votes);
                if let Some(mean) = Ratio::from(points).checked_div(&Ratio::from(voters * 5)) {
                    terms.push(format!("{} × {}", class.weight, plain(&mean)));
                    weights.push(class.weight.to_string());
                }
            }
            Text::same(format!("({}) / ({}) = {result}", terms.join(" + "), weights.join(" + ")))
        }
    }
}

/// Between which two points a value lies.
fn piecewise(knots: &[Knot], value: Decimal, result: &str) -> Text {
    let after = knots.iter().position(|k| k.value >= value);
    let pair = after.and_then(|at| Some((knots.get(at.checked_sub(1)?)?, knots.get(at)?)));
    match (pair, knots.first(), knots.last()) {
        (Some((a, b)), ..) => Text::same(format!(
            "{} + ({value} - {}) / ({} - {}) × ({} - {}) = {result}",
            a.share, a.value, b.value, a.value, b.share, a.share
        )),
        (None, Some(first), _) if value <= first.value => Text::new(
            format!("{value} <= {}，得 {result}", first.value),
            format!("{value} <= {}, share {result}", first.value),
        ),
        (None, _, Some(last)) => Text::new(
            format!("{value} >= {}，得 {result}", last.value),
            format!("{value} >= {}, share {result}", last.value),
        ),
        _ => Text::same(result),
    }
}

/// A quotient and its clamp.
fn bounded(equation: &str, raw: &Ratio, share: &Ratio, most: &str, least: &str) -> Text {
    let result = plain(raw);
    // `162 / 173 = 162/173` says nothing twice.
    let equation =
        if equation.replace(' ', "") == result { equation.to_owned() } else { format!("{equation} = {result}") };
    match raw.cmp(share) {
        std::cmp::Ordering::Equal => Text::same(equation),
        std::cmp::Ordering::Greater => {
            Text::new(format!("{equation}，至多 {most}"), format!("{equation}, at most {most}"))
        }
        std::cmp::Ordering::Less => {
            Text::new(format!("{equation}，至少 {least}"), format!("{equation}, at least {least}"))
        }
    }
}
