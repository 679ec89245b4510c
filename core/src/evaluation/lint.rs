//! The linter: what is valid and yet worth a look.

use std::collections::BTreeMap;

use super::cells::Data;
use super::check::list;
use super::rank::places;
use super::rule::Rule;
use super::scheme::{Award, Effect, Indicator, Inner, Item, Missing, Peers};
use super::whatif::names;
use crate::kernel::{Decimal, Lang, Ratio, Rounding, Text};
use crate::wire::evaluation::Warning;

/// A rate over fewer cases than this says little.
const FEW: i64 = 5;

/// Notes what was found: a code, a path below the scheme, and the words in Chinese and English.
struct Notes(Vec<Warning>);

impl Notes {
    fn warn(&mut self, code: &str, path: impl Into<String>, zh: impl Into<String>, en: impl Into<String>) {
        let path = format!("scheme.{}", path.into());
        self.0.push(Warning { code: code.into(), path, message: Text::new(zh, en) });
    }
}

pub(super) fn warnings(scheme: &Inner) -> Vec<Warning> {
    let mut notes = Notes(Vec::new());
    let total: Ratio = scheme.groups.iter().map(|g| g.own.clone()).sum();
    for group in &scheme.groups {
        for indicator in scheme.members(group) {
            policy(&mut notes, scheme, indicator, group.members.len() == 1);
            rule(&mut notes, indicator);
            weight(&mut notes, indicator, &total);
        }
    }
    bonuses(scheme, &mut notes);
    vetoes(scheme, &mut notes);
    grades(scheme, &mut notes);
    award(scheme, &mut notes);
    overlaps(scheme, &mut notes);
    burden(scheme, &mut notes);
    notes.0
}

fn policy(notes: &mut Notes, scheme: &Inner, indicator: &Indicator, alone: bool) {
    let (at, key) = (&indicator.path, &indicator.key);
    match indicator.missing {
        Missing::Reweight if alone => {
            let zh = format!("`{key}` 在组内没有其他项，缺值时分值失去");
            let en = format!("`{key}` has no sibling that its points could go to");
            notes.warn("reweight-without-siblings", at, zh, en);
        }
        Missing::Full => {
            let zh = format!("`{key}` 缺值得满分，不报反而有利");
            let en = format!("a missing `{key}` brings all points, so that not reporting pays");
            notes.warn("missing-brings-all", at, zh, en);
        }
        Missing::PeerMedian if scheme.least_peers < 3 => {
            let zh = format!(
                "`{key}` 缺值取同类中位数，而同类至少 {} 个即可，中位数可能只是一两个单位的值",
                scheme.least_peers
            );
            let en = format!("the median that stands for a missing `{key}` may be that of one or two peers");
            notes.warn("median-of-few", at, zh, en);
        }
        _ => {}
    }
}

fn rule(notes: &mut Notes, indicator: &Indicator) {
    let (at, key) = (&indicator.path, &indicator.key);
    match &indicator.rule {
        Rule::Deduct { points, events, .. } if events.iter().any(|e| e.each >= *points) => {
            let zh = format!("`{key}` 一次即扣完");
            notes.warn("one-occurrence-takes-all", at, zh, format!("one occurrence takes all points of `{key}`"));
        }
        Rule::Tiers(tiers) => {
            let bounds: Vec<_> = tiers.iter().map(|t| (t.least, Rounding::Ceiling, t.share)).collect();
            tiers_of(notes, indicator, &bounds);
        }
        Rule::TiersDown(tiers) => {
            let bounds: Vec<_> = tiers.iter().map(|t| (t.most, Rounding::Floor, t.share)).collect();
            tiers_of(notes, indicator, &bounds);
        }
        Rule::Piecewise(knots) => {
            let rises = knots.is_sorted_by(|a, b| a.share <= b.share);
            if !rises && !knots.is_sorted_by(|a, b| a.share >= b.share) {
                let zh = format!("`{key}` 的曲线有升有降，没有好的方向");
                notes.warn("curve-without-direction", at, zh, format!("the curve of `{key}` rises and falls"));
            }
        }
        _ => {}
    }
    let most = indicator.rule.most();
    if most < Ratio::ONE {
        let zh = format!("`{key}` 至多得 {most} 的分值，满分无法达到");
        notes.warn("points-unreachable", at, zh, format!("`{key}` brings at most {most} of its points"));
    }
}

/// Tiers that no value of the column reaches, or that bring what no tier brings.
fn tiers_of(notes: &mut Notes, indicator: &Indicator, tiers: &[(Decimal, Rounding, Decimal)]) {
    let (at, key) = (&indicator.path, &indicator.key);
    if tiers.last().is_some_and(|(.., share)| share.mantissa() == 0) {
        let zh = format!("`{key}` 的最后一档与未达档同为零分");
        notes.warn(
            "tier-without-effect",
            at,
            zh,
            format!("the last tier of `{key}` brings what no tier brings, nothing"),
        );
    }
    // The first value with the decimals of the column that reaches the bound.
    let first = |(bound, rounding, _): &(Decimal, Rounding, Decimal)| bound.round(indicator.scale, *rounding).ok();
    for (i, pair) in tiers.windows(2).enumerate() {
        if let [better, this] = pair
            && first(better) == first(this)
        {
            let zh = format!("`{key}` 的第 {} 档没有取值：数据只有 {} 位小数", i + 2, indicator.scale);
            let en = format!("no value with {} decimals lies in tier {} of `{key}`", indicator.scale, i + 2);
            notes.warn("tier-unreachable", format!("{at}.tiers[{}]", i + 1), zh, en);
        }
    }
}

/// An indicator that decides alone, and one that decides nothing.
fn weight(notes: &mut Notes, indicator: &Indicator, total: &Ratio) {
    let (at, key) = (&indicator.path, &indicator.key);
    let Some(share) = indicator.points.checked_div(total) else { return };
    if share < Ratio::ONE && share.clone() * Ratio::from(2) > Ratio::ONE {
        let zh = format!("`{key}` 一项超过总分的一半");
        notes.warn("weight-dominates", at, zh, format!("`{key}` is worth more than all others together"));
    } else if share * Ratio::from(200) < Ratio::ONE {
        let zh = format!("`{key}` 不足总分的千分之五");
        notes.warn("weight-negligible", at, zh, format!("`{key}` is worth less than 0.5 % of all points"));
    }
}

fn vetoes(scheme: &Inner, notes: &mut Notes) {
    let without = scheme.vetoes.iter().filter(|v| v.authority.as_ref().is_none_or(Text::is_empty)).count();
    if scheme.vetoes.is_empty() {
        return;
    }
    let n = scheme.vetoes.len();
    notes.warn(
        "vetoes",
        "vetoes",
        format!("一票否决 {n} 项，其中 {without} 项未写明依据；否决事项应从严控制"),
        format!("{n} vetoes, {without} of them without an authority; national rules on burdens keep vetoes few"),
    );
    for (i, veto) in scheme.vetoes.iter().enumerate() {
        let capped = veto.effect == Effect::CapGrade && veto.grade == Some(0);
        if scheme.award.is_none() && (veto.effect == Effect::NoAward || capped) {
            let zh = format!("`{}` 不起作用：既不降等级，也没有评优", veto.key);
            let en = format!("`{}` does nothing: it lowers no grade, and there is no award", veto.key);
            notes.warn("veto-without-effect", format!("vetoes[{i}]"), zh, en);
        }
    }
}

fn grades(scheme: &Inner, notes: &mut Notes) {
    let Some(most) = most(scheme) else { return };
    for (g, grade) in scheme.grades.iter().enumerate() {
        if grade.least.is_some_and(|least| least.to_ratio() > most) {
            let zh = format!("等级 `{}` 无法达到：最高分为 {most}", grade.key);
            let en = format!("nobody reaches `{}`: the most is {most}", grade.key);
            notes.warn("grade-unreachable", format!("grades[{g}]"), zh, en);
        }
    }
}

/// Values that count twice, and things that are called the same.
fn overlaps(scheme: &Inner, notes: &mut Notes) {
    let mut columns: BTreeMap<String, &Indicator> = BTreeMap::new();
    for indicator in &scheme.indicators {
        let names = names(indicator);
        let twice = names.iter().find_map(|name| Some((name, columns.get(name)?)));
        if let Some((name, first)) = twice {
            // Of several columns that are the same, the name that they start with.
            let name = if first.column == indicator.column { indicator.column.as_str() } else { name.as_str() };
            let zh = format!("`{}` 与 `{}` 读同一列 `{name}`，同一实绩计了两次", indicator.key, first.key);
            let en =
                format!("`{}` and `{}` read the same values, `{name}`, which count twice", indicator.key, first.key);
            notes.warn("counted-twice", &indicator.path, zh, en);
        }
        for name in names {
            columns.entry(name).or_insert(indicator);
        }
    }
    let indicators = scheme.indicators.iter().map(|i| (i.path.clone(), &i.label));
    let item = |list: &'static str| move |(i, item): (usize, &Item)| (format!("{list}[{i}]"), item.label.clone());
    let items: Vec<(String, Text)> = (scheme.bonuses.iter().enumerate().map(item("bonuses")))
        .chain(scheme.penalties.iter().enumerate().map(item("penalties")))
        .collect();
    let mut labels: BTreeMap<&Text, String> = BTreeMap::new();
    for (path, label) in indicators.chain(items.iter().map(|(path, label)| (path.clone(), label))) {
        if let Some(first) = labels.get(label) {
            let name = |lang| label.get(lang);
            let zh = format!("`{}` 与 {first} 同名，内容可能重叠", name(Lang::Zh));
            let en = format!("`{}` has the name of {first}: they may overlap", name(Lang::En));
            notes.warn("same-name", path, zh, en);
        } else {
            labels.insert(label, path);
        }
    }
}

/// What the scheme costs those who are evaluated, who answers for it, and groups too small to be compared.
fn burden(scheme: &Inner, notes: &mut Notes) {
    let inspections: u64 = scheme.indicators.iter().map(|i| u64::from(i.inspections)).sum();
    if inspections > 0 {
        let zh = format!("每个单位每期要接受 {inspections} 次检查；督查检查考核应控制总量");
        let en = format!("a unit bears {inspections} inspections a period; national rules on burdens keep them few");
        notes.warn("inspections", "groups", zh, en);
    }
    let owned = |i: &&Indicator| {
        let in_owned = |g: &super::scheme::Group| g.owner.is_some() && g.span.contains(&position(scheme, i));
        i.owner.is_some() || scheme.groups.iter().any(in_owned)
    };
    let with = scheme.indicators.iter().filter(owned).count();
    let without = scheme.indicators.len() - with;
    if with > 0 && without > 0 {
        let zh = format!("{without} 项没有责任岗位");
        notes.warn(
            "indicators-without-owner",
            "groups",
            zh,
            format!("{without} indicators name no post that answers for them"),
        );
    }
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for unit in &scheme.units {
        *sizes.entry(unit.group.as_deref().unwrap_or_default()).or_insert(0) += 1;
    }
    for (group, size) in sizes {
        if let Some((zh, en)) = too_small(scheme, group, size) {
            notes.warn("peer-group-too-small", "units", zh, en);
        }
    }
}

/// What to say of a peer group of fewer units than the scheme asks for: it is not ranked, or no median stands for a missing value.
fn too_small(scheme: &Inner, group: &str, size: usize) -> Option<(String, String)> {
    let least = scheme.least_peers;
    let all = scheme.ranking.as_ref().is_some_and(|ranking| ranking.peers == Peers::All);
    let ranked = scheme.ranking.is_some() && (!all || group.is_empty());
    let median = scheme.indicators.iter().any(|own| own.missing == Missing::PeerMedian);
    let (zh, en) = match (ranked, median) {
        _ if size >= least || size == 0 => return None,
        (true, _) => ("不排名", "and is not ranked"),
        (false, true) => ("没有可代缺值的中位数", "and has no median for missing values"),
        (false, false) => return None,
    };
    let (name_zh, name_en) = match group {
        "" => ("全部".to_owned(), "the whole".to_owned()),
        group => (format!("同类组 `{group}`"), format!("the peer group `{group}`")),
    };
    Some((
        format!("{name_zh}只有 {size} 个单位，不足 {least} 个，{zh}"),
        format!("{name_en} has {size} units, fewer than {least}, {en}"),
    ))
}

fn position(scheme: &Inner, indicator: &Indicator) -> usize {
    scheme.indicators.iter().position(|i| i.key == indicator.key).unwrap_or(usize::MAX)
}

/// What the values of an evaluation show: peer groups too small to be ranked, and rates over few cases.
pub(super) fn of_data(scheme: &Inner, data: &Data) -> Vec<Warning> {
    let mut notes = Vec::new();
    let mut warn = |code: &str, path: String, zh: String, en: String| {
        notes.push(Warning { code: code.into(), path, message: Text::new(zh, en) });
    };
    let mut sizes = vec![0_usize; data.peers.len()];
    for peer in data.peer.iter() {
        sizes.get_mut(*peer).into_iter().for_each(|size| *size += 1);
    }
    let mut groups: Vec<(&str, usize)> = data.peers.iter().map(String::as_str).zip(sizes).collect();
    let all = scheme.ranking.as_ref().is_some_and(|ranking| ranking.peers == Peers::All);
    if all || groups.is_empty() {
        groups.push(("", data.units.len()));
    }
    for (zh, en) in groups.iter().filter_map(|(group, size)| too_small(scheme, group, *size)) {
        warn("peer-group-too-small", "table.group".into(), zh, en);
    }
    if let Some(award) = scheme.award.as_ref().filter(|award| !award.share.is_zero()) {
        // All together, or each group.
        groups.retain(|(group, _)| !all || group.is_empty());
        for (zh, en) in groups.into_iter().filter_map(|(group, size)| placeless(scheme, award, group, size)) {
            warn("award-without-places", "table.group".into(), zh, en);
        }
    }
    if !data.absent.is_empty() {
        let (n, names) = (data.absent.len(), list(data.absent.iter().take(5)));
        let zh = format!("{n} 个单位没有数据行，各项都按缺值处理，如 {names}");
        let en = format!("{n} units have no row, so that all their values count as missing, such as {names}");
        warn("unit-without-row", "table.unit".into(), zh, en);
    }
    for indicator in &scheme.indicators {
        let columns = data.columns.get(indicator.columns.clone()).unwrap_or_default();
        let few = |n: &i64| (1..FEW).contains(n);
        let small = match &indicator.rule {
            Rule::Rate { .. } | Rule::ThreeRates(_) => {
                columns.iter().skip(1).step_by(2).flat_map(|column| column.iter()).filter(|n| few(n)).count()
            }
            _ => 0,
        };
        if small > 0 {
            let key = &indicator.key;
            let zh = format!("`{key}` 有 {small} 个比率的分母不足 {FEW}，一例即大变");
            let en = format!("{small} rates of `{key}` are over fewer than {FEW} cases: one case changes much");
            warn("rate-over-few", format!("table.{}", indicator.column), zh, en);
        }
    }
    notes
}

fn bonuses(scheme: &Inner, notes: &mut Notes) {
    let caps: Option<Ratio> = scheme.bonuses.iter().map(|i| i.cap.map(Decimal::to_ratio)).sum();
    match scheme.bonus_cap {
        None if caps.is_none() => {
            let en = "bonuses have no cap, neither each nor together";
            notes.warn("bonus-without-cap", "bonuses", "加分没有上限", en);
        }
        None => {}
        Some(all) => {
            let above = |i: &Item| i.cap.is_some_and(|cap| cap > all);
            for (i, item) in scheme.bonuses.iter().enumerate().filter(|(_, item)| above(item)) {
                let zh = format!("`{}` 的上限高于加分合计上限 {all}", item.key);
                let en = format!("the cap of `{}` is above the cap of all bonuses, {all}", item.key);
                notes.warn("bonus-above-cap", format!("bonuses[{i}].cap"), zh, en);
            }
        }
    }
    for (i, item) in scheme.bonuses.iter().enumerate() {
        // Of a column of points, one point is no occurrence.
        let cap = item.cap.into_iter().chain(scheme.bonus_cap).min().filter(|cap| item.scale == 0 && item.each > *cap);
        if let Some(cap) = cap {
            let zh = format!("`{}` 一次加 {} 分，已超过上限 {cap}", item.key, item.each);
            let en = format!("one `{}` brings {}, more than its cap, {cap}", item.key, item.each);
            notes.warn("bonus-above-cap", format!("bonuses[{i}].each"), zh, en);
        }
    }
    if let Some(all) = scheme.penalty_cap {
        let above = |i: &Item| i.cap.is_some_and(|cap| cap > all);
        for (i, item) in scheme.penalties.iter().enumerate().filter(|(_, item)| above(item)) {
            let zh = format!("`{}` 的上限高于扣分合计上限 {all}", item.key);
            let en = format!("the cap of `{}` is above the cap of all penalties, {all}", item.key);
            notes.warn("penalty-above-cap", format!("penalties[{i}].cap"), zh, en);
        }
    }
}

/// An award that nobody can win.
fn award(scheme: &Inner, notes: &mut Notes) {
    let Some(award) = &scheme.award else { return };
    if let (Some(most), Some(least)) = (most(scheme), award.least)
        && least.to_ratio() > most
    {
        let zh = format!("评优最低分 {least} 无法达到：最高分为 {most}");
        let en = format!("nobody reaches {least}, the least total of an award: the most is {most}");
        notes.warn("award-unreachable", "award.least", zh, en);
    }
    if award.share.is_zero() {
        notes.warn("award-without-places", "award.share", "评优比例为零，无人可得", "the share of an award is zero");
        return;
    }
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for unit in &scheme.units {
        *sizes.entry(group_of(scheme, unit.group.as_deref())).or_insert(0) += 1;
    }
    for (group, size) in sizes {
        if let Some((zh, en)) = placeless(scheme, award, group, size) {
            notes.warn("award-without-places", "award.share", zh, en);
        }
    }
}

/// The group that a unit is ranked in: that of all, or its own.
fn group_of<'g>(scheme: &Inner, own: Option<&'g str>) -> &'g str {
    let all = scheme.ranking.as_ref().is_some_and(|ranking| ranking.peers == Peers::All);
    own.filter(|_| !all).unwrap_or_default()
}

/// What to say of a group that is ranked and whose places of an award round to none.
fn placeless(scheme: &Inner, award: &Award, group: &str, size: usize) -> Option<(String, String)> {
    if size == 0 || size < scheme.least_peers || places(award, size).ok()? > 0 {
        return None;
    }
    let share = &award.share;
    let (zh, en) = match group {
        "" => ("全部".to_owned(), "all".to_owned()),
        group => (format!("同类组 `{group}`"), format!("the peer group `{group}`")),
    };
    let en = if group.is_empty() { format!("of {en} {size} units") } else { format!("of {en}, {size} units,") };
    Some((
        format!("{zh} {size} 个单位的 {share} 取整后没有评优名额"),
        format!("{en} a share of {share} rounds to no place of an award"),
    ))
}

/// The most that a total can be; none where a bonus has no end.
fn most(scheme: &Inner) -> Option<Ratio> {
    let caps: Option<Ratio> = scheme.bonuses.iter().map(|i| i.cap.map(Decimal::to_ratio)).sum();
    let bonus = match (scheme.bonus_cap.map(Decimal::to_ratio), caps) {
        (Some(all), Some(caps)) => all.min(caps),
        (all, caps) => all.or(caps)?,
    };
    let group = |g: &super::scheme::Group| {
        let shares = scheme.members(g).iter().map(|i| i.rule.most());
        g.own.clone() * shares.max().unwrap_or(Ratio::ONE)
    };
    Some(scheme.groups.iter().map(group).sum::<Ratio>() + bonus)
}
