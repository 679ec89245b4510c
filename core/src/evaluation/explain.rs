//! The explanation of a total: every point, its rule and its arithmetic; its parts add up to the total exactly.

use super::award;
use super::card::{Scorecard, rank_at};
use super::cells::Data;
use super::cells::Shared;
use super::kernel::CHOICES;
use super::rule::{Rule, ballot};
use super::scheme::{Effect, Group, Indicator, Inner, Item, Missing, Peers, Veto};
use super::score::{amount, at_exact, cells, is_cut, median, points, taken};
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

    let first = scheme.groups.iter().enumerate().filter(|(_, g)| g.parent.is_none());
    let groups = first.map(|(at, g)| group(card, at, g, u)).collect();
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
    if let Some(mean) = card.mean_rank(u) {
        root = root.with(Text::new("名次", "rank"), plain_quantity(&mean));
    } else if let Some(rank) = rank_at(&card.standing.after_tie_break, u) {
        root = root.with(Text::new("名次", "rank"), Quantity::Count(rank.into()));
    }
    root = ties(root, card, u);
    if let Some(worst) = card.scores.worst.get(u).copied().flatten() {
        let worst = Quantity::Decimal(decimal(worst, scheme.total_scale));
        root = root.with(Text::new("缺值按最差计的总分", "total if missing values were the worst"), worst);
    }
    if let Some(award) = &scheme.award {
        root = root.with(Text::new("评优", "award"), Quantity::Words(award::why(card, award, u)));
    }
    root
}

/// What broke a tie: the rank that the unit shared before, and its scores of the indicators that were compared.
fn ties(root: Explanation, card: &Scorecard, u: usize) -> Explanation {
    let scheme = &card.scheme.inner;
    let ranks = &card.standing.rank;
    let (Some(ranking), Some(rank)) = (&scheme.ranking, rank_at(ranks, u)) else { return root };
    let apart = |other: usize| ranking.peers == Peers::Group && card.data.peer.get(other) != card.data.peer.get(u);
    let tied = |(other, own): (usize, &u32)| other != u && *own == rank && !apart(other);
    if ranking.tie_break.is_empty() || !ranks.iter().enumerate().any(tied) {
        return root;
    }
    let root = root.with(Text::new("并列名次", "tied rank"), Quantity::Count(rank.into()));
    let compared = ranking.tie_break.iter().filter_map(|i| Some((*i, scheme.indicators.get(*i)?)));
    compared.fold(root, |root, (i, indicator)| {
        let label = |lang, words| format!("{words}{}", indicator.label.get(lang));
        let line = if is_cut(&card.scores.cuts, i, u) { 0 } else { card.line(i, u) };
        root.with(
            Text::new(label(Lang::Zh, "并列时比较："), label(Lang::En, "tie broken by ")),
            Quantity::Decimal(decimal(line.into(), scheme.line_scale)),
        )
    })
}

fn group(card: &Scorecard, at: usize, this: &Group, u: usize) -> Explanation {
    let scheme = &card.scheme.inner;
    let members = scheme.members(this);
    let present = card.present(this, u);
    let lines = this
        .members
        .clone()
        .zip(members)
        .map(|(i, indicator)| line(card, this, (i, indicator), card.is_missing(i, u), present, card.line(i, u), u));
    let mut parts: Vec<Explanation> = lines.collect();
    let inner = scheme.groups.iter().enumerate().filter(|(_, g)| g.parent == Some(at));
    parts.extend(inner.map(|(at, g)| group(card, at, g, u)));
    let sum = taken(&card.scores.lines, &this.span, u);
    let mut out = node(this.label.clone(), sum.into(), scheme.line_scale)
        .with(Text::new("满分", "points"), plain_quantity(&this.points));
    if let Some(owner) = &this.owner {
        out = out.with(Text::new("责任岗位", "owner"), Quantity::Words(Text::same(owner.as_str())));
    }
    out.of(How::Sum, parts)
}

/// One indicator: value, rule, points and the arithmetic between them.
fn line(
    card: &Scorecard,
    group: &Group,
    (at, indicator): (usize, &Indicator),
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
    let words = |text: &str| Quantity::Words(Text::same(text));
    if let Some(owner) = &indicator.owner {
        out = out.with(Text::new("责任岗位", "owner"), words(owner.as_str()));
    }
    if let Some(evidence) = &indicator.evidence {
        out = out.with(Text::new("佐证", "evidence"), Quantity::Words(evidence.clone()));
    }
    if let Some(authority) = &indicator.authority {
        out = out.with(Text::new("依据", "authority"), Quantity::Words(authority.clone()));
    }
    if missing {
        let note = match indicator.missing {
            Missing::PeerMedian => peer_note(card, (at, indicator), &score_text, u),
            Missing::LastPeriod => last_note(card, indicator, &score_text, u),
            policy => missing_note(policy, present),
        };
        return out.with(Text::new("分值", "points"), plain_quantity(&indicator.points)).noted(note);
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
        Missing::Block | Missing::PeerMedian | Missing::LastPeriod => Text::new("缺值", "missing"),
    }
}

/// The median of the peers that stands for a missing value.
fn peer_note(card: &Scorecard, (at, indicator): (usize, &Indicator), score: &str, u: usize) -> Text {
    let none = crate::evaluation::score::Medians::default();
    let medians = card.scores.medians.get(at).unwrap_or(&none);
    let peer = card.data.peer.get(u).copied().unwrap_or(0);
    let (found, peers) = medians.get(&peer).map_or((false, 0), |(median, n)| (median.is_some(), *n));
    if !found {
        let least = card.scheme.inner.least_peers;
        return Text::new(
            format!("缺值：同类有值者 {peers} 个，不足 {least} 个，无中位数，按零分计"),
            format!("missing: {peers} peers have a value, fewer than {least}, so there is no median and no points"),
        );
    }
    let (share, full) = (plain(&median(medians, &card.data, u)), plain(&indicator.points));
    Text::new(
        format!("缺值：取同类 {peers} 个得分率的中位数 {share}；{share} × {full}，得 {score}"),
        format!("missing: the median of {peers} peers' shares, {share}; {share} × {full} gives {score}"),
    )
}

/// Last period's value that stands for a missing one.
fn last_note(card: &Scorecard, indicator: &Indicator, score: &str, u: usize) -> Text {
    let cells = cells(indicator, &card.data, u);
    let Some(share) = indicator.rule.share(&cells, indicator.scale) else {
        return Text::new("缺值：上期也缺，按零分计", "missing, and so is last period's value: no points");
    };
    let how = working(&indicator.rule, &cells, indicator.scale, &share);
    let (share, full) = (plain(&share), plain(&indicator.points));
    Text::new(
        format!("缺值：取上期实绩；{}；{share} × {full}，得 {score}", how.get(Lang::Zh)),
        format!("missing: last period's value stands for it; {}; {share} × {full} gives {score}", how.get(Lang::En)),
    )
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
        Rule::Met { target: t } | Rule::MetDown { target: t } => {
            list.extend([(Text::new("实绩", "value"), value), number(target, t)]);
        }
        Rule::Tiers(tiers) => {
            let reached = tiers.iter().find(|t| match &value {
                Quantity::Decimal(v) => *v >= t.least,
                _ => false,
            });
            list.push((Text::new("实绩", "value"), value));
            list.extend(reached.map(|t| number(("达到档次", "tier reached"), &t.least)));
        }
        Rule::TiersDown(_) | Rule::Piecewise(_) => list.push((Text::new("实绩", "value"), value)),
        Rule::ThreeRates(parts) => {
            for (part, counts) in parts.iter().zip(cells.chunks(2)) {
                let counts: Vec<u64> = counts.iter().filter_map(|n| u64::try_from(*n).ok()).collect();
                if let [n, d] = counts.as_slice()
                    && let Ok(rate) = Rate::new(*n, *d)
                {
                    list.push((part.label.clone(), Quantity::Rate(rate)));
                }
            }
        }
        Rule::Progress { target: t, worst } => {
            let last = cells.get(1).copied().unwrap_or_default();
            let last = Quantity::Decimal(decimal(last.into(), indicator.scale).shortest());
            list.extend([
                (Text::new("实绩", "value"), value),
                (Text::new("上期", "last period"), last),
                number(target, t),
            ]);
            if *worst != Decimal::ZERO {
                list.push(number(("最差", "worst"), worst));
            }
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
    columns: &[Shared<i64>],
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
    // First what vetoes of groups take, then what those of the unit leave.
    let up = super::score::ten(scheme.exact_scale - scheme.line_scale);
    for (v, range) in card.scores.cuts.get(&u).into_iter().flatten() {
        let Some(veto) = scheme.vetoes.get(*v) else { continue };
        let group = veto.scope.and_then(|g| scheme.groups.get(g));
        let word = |lang| group.map_or("", |g| g.label.get(lang));
        let note = Text::new(
            format!("一票否决：{}各项得分为零", word(Lang::Zh)),
            format!("veto: no points of {}", word(Lang::En)),
        );
        let change = -i128::from(taken(&card.scores.lines, range, u)) * up;
        left += change;
        nodes.push(veto_node(scheme, veto, change, note));
    }
    for (veto, column) in scheme.vetoes.iter().zip(&card.data.vetoes) {
        if column.get(u) != Some(&true) || veto.scope.is_some() {
            continue;
        }
        let (change, note) = match veto.effect {
            Effect::Zero => {
                // What is below zero already stays there.
                let taken = -left.max(0);
                left = left.min(0);
                let note = if left < 0 {
                    Text::new("一票否决：总分已低于零，不得评优", "veto: the total is below zero already, no award")
                } else {
                    Text::new("一票否决：总分为零，不得评优", "veto: the total is zero, no award")
                };
                (taken, note)
            }
            Effect::CapGrade => {
                let grade = veto.grade.and_then(|g| scheme.grades.get(g));
                let word = |lang| grade.map_or("", |g| g.label.get(lang));
                let zh = format!("一票否决：等级至多为{}，不得评优", word(Lang::Zh));
                (0, Text::new(zh, format!("veto: the grade is at best {}, no award", word(Lang::En))))
            }
            Effect::NoAward => (0, Text::new("不得评优", "no award")),
        };
        nodes.push(veto_node(scheme, veto, change, note));
    }
    nodes
}

fn veto_node(scheme: &Inner, veto: &Veto, change: i128, note: Text) -> Explanation {
    let outcome = Quantity::Decimal(trimmed(change, scheme.exact_scale, scheme.total_scale));
    let node = Explanation::new(veto.label.clone(), outcome)
        .by(veto.key.as_str(), scheme.citation(veto.article.as_ref()))
        .noted(note);
    match &veto.authority {
        Some(authority) => node.with(Text::new("依据", "authority"), Quantity::Words(authority.clone())),
        None => node,
    }
}
