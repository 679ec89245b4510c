//! The explanation of a total: every point, its rule and its arithmetic; its parts add up to the total exactly.

use super::card::Scorecard;
use super::cells::Data;
use super::kernel::CHOICES;
use super::rule::{Rule, ballot};
use super::scheme::{Effect, Group, Indicator, Item, Missing};
use super::score::{amount, at_exact, cells, points, present};
use super::working::{plain, plain_quantity, rounding_name, working};
use crate::kernel::{Decimal, Explanation, How, Lang, Quantity, Rate, Ratio, Text};

fn decimal(mantissa: i128, scale: u8) -> Decimal {
    // The scale of a scheme is at most 18, so this never fails.
    Decimal::new(mantissa, scale).unwrap_or(Decimal::ZERO)
}

fn node(label: Text, mantissa: i128, scale: u8) -> Explanation {
    Explanation::new(label, Quantity::Decimal(decimal(mantissa, scale)))
}

/// Without trailing zeros, but with at least so many decimals.
fn trimmed(mantissa: i128, scale: u8, least: u8) -> Decimal {
    let short = decimal(mantissa, scale).shortest();
    if short.scale() < least { short.with_scale(least).unwrap_or(short) } else { short }
}

pub(super) fn explain(card: &Scorecard, u: usize) -> Explanation {
    let scheme = &card.scheme.inner;
    let (least, exact_scale) = (scheme.total_scale, scheme.exact_scale);
    let amount = |label, mantissa| Explanation::new(label, Quantity::Decimal(trimmed(mantissa, exact_scale, least)));
    let get = |column: &[i128]| column.get(u).copied().unwrap_or_default();
    let base = card.scores.base.get(u).copied().unwrap_or_default();
    let up = super::score::ten(exact_scale - scheme.line_scale);
    let (bonus, penalty) = (get(&card.scores.bonus), get(&card.scores.penalty));
    let (exact, total) = (get(&card.scores.exact), get(&card.scores.total));

    let groups = scheme.groups.iter().map(|g| group(card, g, u)).collect();
    let mut parts = vec![node(Text::new("基础分", "base"), base.into(), scheme.line_scale).of(How::Sum, groups)];
    if !scheme.bonuses.is_empty() {
        let label = Text::new("加分", "bonuses");
        let items = items(card, &scheme.bonuses, &card.data.bonuses, scheme.bonus_cap, u, 1);
        parts.push(amount(label, bonus).of(How::Sum, items));
    }
    if !scheme.penalties.is_empty() {
        let label = Text::new("扣分", "penalties");
        let items = items(card, &scheme.penalties, &card.data.penalties, scheme.penalty_cap, u, -1);
        parts.push(amount(label, -penalty).of(How::Sum, items));
    }
    let before = i128::from(base) * up + bonus - penalty;
    parts.extend(vetoes(card, u, before));
    let rounding = total * super::score::ten(exact_scale - scheme.total_scale) - exact;
    let name = rounding_name(scheme.rounding);
    let note = Text::new(
        format!("{}，{}到 {least} 位小数", decimal(exact, exact_scale).shortest(), name.get(Lang::Zh)),
        format!("{}, rounded {} to {least} decimals", decimal(exact, exact_scale).shortest(), name.get(Lang::En)),
    );
    parts.push(amount(Text::new("取整", "rounding"), rounding).noted(note));

    let mut root = node(card.label(u), total, scheme.total_scale).of(How::Sum, parts);
    if let Some(peer) = card.peer(u) {
        root = root.with(Text::new("同类组", "peer group"), Quantity::Words(Text::same(peer)));
    }
    if let Some(grade) = card.scores.grade.get(u).copied().flatten().and_then(|g| scheme.grades.get(g)) {
        root = root.with(Text::new("等级", "grade"), Quantity::Words(grade.label.clone()));
    }
    if let Some(rank) = card.standing.after_tie_break.get(u) {
        root = root.with(Text::new("名次", "rank"), Quantity::Count((*rank).into()));
    }
    if scheme.award.is_some() {
        let award = card.standing.award.get(u) == Some(&true);
        let word = if award { Text::new("评优", "awarded") } else { Text::new("未评优", "not awarded") };
        root = root.with(Text::new("评优", "award"), Quantity::Words(word));
    }
    root
}

fn group(card: &Scorecard, group: &Group, u: usize) -> Explanation {
    let scheme = &card.scheme.inner;
    let members = scheme.members(group);
    let masks: Vec<Vec<bool>> = group
        .members
        .clone()
        .map(|i| card.scores.missing.get(i).and_then(|m| m.get(u)).map_or_else(Vec::new, |m| vec![*m]))
        .collect();
    let present = present(group, members, &masks, 1).first().copied().unwrap_or(group.weight);
    let mut sum = 0;
    let lines: Vec<Explanation> = group
        .members
        .clone()
        .zip(members)
        .map(|(i, indicator)| {
            let score = card.line(i, u);
            sum += i128::from(score);
            line(card, group, indicator, card.is_missing(i, u), present, score, u)
        })
        .collect();
    node(group.label.clone(), sum, scheme.line_scale)
        .with(Text::new("满分", "points"), plain_quantity(&group.points))
        .of(How::Sum, lines)
}

/// One indicator: value, rule, points and the arithmetic between them.
fn line(
    card: &Scorecard,
    group: &Group,
    indicator: &Indicator,
    missing: bool,
    present: i64,
    score: i64,
    u: usize,
) -> Explanation {
    let scheme = &card.scheme.inner;
    let score_text = decimal(score.into(), scheme.line_scale).to_string();
    let own = points(group, indicator, present);
    let mut out = node(indicator.label.clone(), score.into(), scheme.line_scale)
        .by(indicator.key.as_str(), scheme.citation(indicator.article.as_ref()));
    if missing {
        return out
            .with(Text::new("分值", "points"), plain_quantity(&indicator.points))
            .noted(missing_note(indicator.missing, present));
    }
    out = inputs(out, indicator, &card.data, u).with(Text::new("分值", "points"), plain_quantity(&own));
    let cells = cells(indicator, &card.data, u);
    let share = indicator.rule.share(&cells, indicator.scale).unwrap_or(Ratio::ZERO);
    let exact = &share * &own;
    let rule = indicator.rule.name().label();
    let name = rounding_name(scheme.rounding);
    let how = working(&indicator.rule, &cells, indicator.scale, &share);
    let (share, full) = (plain(&share), plain(&own));
    let rounded = exact != decimal(score.into(), scheme.line_scale).to_ratio();
    let (zh, en) = if rounded {
        let exact = plain(&exact);
        (
            format!("{share} × {full} = {exact}，{}为 {score_text}", name.get(Lang::Zh)),
            format!("{share} × {full} = {exact}, rounded {} to {score_text}", name.get(Lang::En)),
        )
    } else {
        (format!("{share} × {full} = {score_text}"), format!("{share} × {full} = {score_text}"))
    };
    let (more_zh, more_en) = if present == group.weight {
        (String::new(), String::new())
    } else {
        let declared = plain(&indicator.points);
        (
            format!("；同组缺项的分值按比例转入，{declared} 分变为 {full} 分"),
            format!("; {declared} points became {full}, as missing siblings were shared out"),
        )
    };
    out.noted(Text::new(
        format!("{}：{}；{zh}{more_zh}", rule.get(Lang::Zh), how.get(Lang::Zh)),
        format!("{}: {}; {en}{more_en}", rule.get(Lang::En), how.get(Lang::En)),
    ))
}

fn missing_note(policy: Missing, present: i64) -> Text {
    match policy {
        Missing::Reweight if present == 0 => {
            Text::new("缺值：同组各项都缺，分值失去", "missing: so are all its siblings, and the points are lost")
        }
        Missing::Reweight => {
            Text::new("缺值：分值按比例转入同组其他项", "missing: its points went to its siblings in proportion")
        }
        Missing::Zero => Text::new("缺值：按零分计", "missing: no points"),
        Missing::Full => Text::new("缺值：按满分计", "missing: all points"),
        Missing::Block => Text::new("缺值", "missing"),
    }
}

/// The values that went in, as they were read.
fn inputs(mut out: Explanation, indicator: &Indicator, data: &Data, u: usize) -> Explanation {
    let cells = cells(indicator, data, u);
    let value =
        Quantity::Decimal(decimal(cells.first().copied().unwrap_or_default().into(), indicator.scale).shortest());
    let number = |label: (&str, &str), d: &Decimal| (Text::new(label.0, label.1), Quantity::Decimal(*d));
    let target = ("目标", "target");
    let mut list = Vec::new();
    match &indicator.rule {
        Rule::Linear { target: t, cap } => {
            list.extend([(Text::new("实绩", "value"), value), number(target, t)]);
            if *cap != Decimal::from(1) {
                list.push(number(("上限", "cap"), cap));
            }
        }
        Rule::LinearDown { target: t, worst } => {
            list.extend([(Text::new("实绩", "value"), value), number(target, t), number(("最差", "worst"), worst)]);
        }
        Rule::Met { target: t } => list.extend([(Text::new("实绩", "value"), value), number(target, t)]),
        Rule::Tiers(tiers) => {
            let reached = tiers.iter().find(|t| match &value {
                Quantity::Decimal(v) => *v >= t.least,
                _ => false,
            });
            list.push((Text::new("实绩", "value"), value));
            list.extend(reached.map(|t| number(("达到档次", "tier reached"), &t.least)));
        }
        Rule::Deduct { points, events, .. } => {
            list.push(number(("起始分", "from"), points));
            for (event, n) in events.iter().zip(&cells) {
                let label = |lang| format!("{} (-{})", event.label.get(lang), event.each);
                list.push((Text::new(label(Lang::Zh), label(Lang::En)), Quantity::Count(*n)));
            }
        }
        Rule::Rate { target: t } => {
            let counts: Vec<u64> = cells.iter().filter_map(|n| u64::try_from(*n).ok()).collect();
            if let [n, d] = counts.as_slice()
                && let Ok(rate) = Rate::new(*n, *d)
            {
                list.push((Text::new("比率", "rate"), Quantity::Rate(rate)));
            }
            if *t != Decimal::from(1) {
                list.push(number(target, t));
            }
        }
        Rule::Ballots(classes) => {
            for (class, votes) in classes.iter().zip(cells.chunks(CHOICES)) {
                let (points, voters) = ballot(votes);
                let mean = Ratio::from(points).checked_div(&Ratio::from(voters * 5));
                let counts = votes.iter().map(i64::to_string).collect::<Vec<_>>().join("/");
                let words = match mean.as_ref().map(plain) {
                    Some(mean) => Text::new(
                        format!("{counts}，均分 {mean}，权重 {}", class.weight),
                        format!("{counts}, mean {mean}, weight {}", class.weight),
                    ),
                    None => Text::new("未投票", "did not vote"),
                };
                list.push((class.label.clone(), Quantity::Words(words)));
            }
        }
    }
    for (label, value) in list {
        out = out.with(label, value);
    }
    out
}

/// Bonuses (`sign` 1) or penalties (-1), and what the common cap takes back.
fn items(
    card: &Scorecard,
    items: &[Item],
    columns: &[Vec<i64>],
    cap: Option<Decimal>,
    u: usize,
    sign: i128,
) -> Vec<Explanation> {
    let scheme = &card.scheme.inner;
    let show = |mantissa| Quantity::Decimal(trimmed(mantissa, scheme.exact_scale, scheme.total_scale));
    let mut sum = 0;
    let mut nodes = Vec::new();
    for (item, column) in items.iter().zip(columns) {
        let count = column.get(u).copied().unwrap_or_default();
        let amount = amount(scheme, item, count);
        sum += amount;
        let number = decimal(count.into(), item.scale).shortest();
        let capped = item.cap.filter(|cap| at_exact(scheme, *cap) == amount);
        let (zh, en) = capped.map_or_else(Default::default, |c| (format!("，至多 {c} 分"), format!(", at most {c}")));
        let note = (format!("{number} × {}{zh}", item.each), format!("{number} × {}{en}", item.each));
        nodes.push(
            Explanation::new(item.label.clone(), show(sign * amount))
                .by(item.key.as_str(), scheme.citation(item.article.as_ref()))
                .noted(Text::new(note.0, note.1)),
        );
    }
    if let Some(cap) = cap {
        let over = sum - sum.min(at_exact(scheme, cap));
        if over > 0 {
            let note = Text::new(format!("合计至多 {cap} 分"), format!("at most {cap} in all"));
            nodes.push(Explanation::new(Text::new("封顶", "cap"), show(-sign * over)).noted(note));
        }
    }
    nodes
}

/// The vetoes that hold; one that sets the total to zero takes what stood before.
fn vetoes(card: &Scorecard, u: usize, before: i128) -> Vec<Explanation> {
    let scheme = &card.scheme.inner;
    let mut left = before;
    let mut nodes = Vec::new();
    for (veto, column) in scheme.vetoes.iter().zip(&card.data.vetoes) {
        if column.get(u) != Some(&true) {
            continue;
        }
        let (change, note) = match veto.effect {
            Effect::Zero => {
                let taken = -left;
                left = 0;
                (taken, Text::new("一票否决：总分为零，不得评优", "veto: the total is zero, no award"))
            }
            Effect::CapGrade => {
                let grade = veto.grade.and_then(|g| scheme.grades.get(g));
                let word = |lang| grade.map_or("", |g| g.label.get(lang));
                let zh = format!("一票否决：等级至多为{}，不得评优", word(Lang::Zh));
                (0, Text::new(zh, format!("veto: the grade is at best {}, no award", word(Lang::En))))
            }
            Effect::NoAward => (0, Text::new("不得评优", "no award")),
        };
        let outcome = Quantity::Decimal(trimmed(change, scheme.exact_scale, scheme.total_scale));
        let mut node = Explanation::new(veto.label.clone(), outcome)
            .by(veto.key.as_str(), scheme.citation(veto.article.as_ref()))
            .noted(note);
        if let Some(authority) = &veto.authority {
            node = node.with(Text::new("依据", "authority"), Quantity::Words(authority.clone()));
        }
        nodes.push(node);
    }
    nodes
}
