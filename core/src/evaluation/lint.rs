//! The linter: what is valid and yet worth a look.

use super::rule::Rule;
use super::scheme::{Inner, Item, Missing};
use crate::kernel::{Decimal, Ratio, Text};
use crate::wire::evaluation::Warning;

pub(super) fn warnings(scheme: &Inner) -> Vec<Warning> {
    let mut out = Vec::new();
    let mut warn = |code: &str, path: String, zh: String, en: String| {
        out.push(Warning { code: code.into(), path: format!("scheme.{path}"), message: Text::new(zh, en) });
    };
    for group in &scheme.groups {
        for indicator in scheme.members(group) {
            let at = indicator.path.clone();
            let key = &indicator.key;
            if indicator.missing == Missing::Reweight && group.members.len() == 1 {
                let zh = format!("`{key}` 在组内没有其他项，缺值时分值失去");
                warn(
                    "reweight-without-siblings",
                    at.clone(),
                    zh,
                    format!("`{key}` has no sibling that its points could go to"),
                );
            }
            if indicator.missing == Missing::Full {
                let zh = format!("`{key}` 缺值得满分，不报反而有利");
                warn(
                    "missing-brings-all",
                    at.clone(),
                    zh,
                    format!("a missing `{key}` brings all points, so that not reporting pays"),
                );
            }
            match &indicator.rule {
                Rule::Deduct { points, events, .. } if events.iter().any(|e| e.each >= *points) => {
                    let zh = format!("`{key}` 一次即扣完");
                    warn("one-occurrence-takes-all", at, zh, format!("one occurrence takes all points of `{key}`"));
                }
                Rule::Tiers(tiers) if tiers.last().is_some_and(|t| t.share.mantissa() == 0) => {
                    let zh = format!("`{key}` 的最后一档与未达档同为零分");
                    warn(
                        "tier-without-effect",
                        at,
                        zh,
                        format!("the last tier of `{key}` brings what no tier brings, nothing"),
                    );
                }
                _ => {}
            }
        }
    }
    bonuses(scheme, &mut warn);
    let without = scheme.vetoes.iter().filter(|v| v.authority.as_ref().is_none_or(Text::is_empty)).count();
    if !scheme.vetoes.is_empty() {
        let n = scheme.vetoes.len();
        warn(
            "vetoes",
            "vetoes".into(),
            format!("一票否决 {n} 项，其中 {without} 项未写明依据；否决事项应从严控制"),
            format!("{n} vetoes, {without} of them without an authority; national rules on burdens keep vetoes few"),
        );
    }
    for (g, grade) in scheme.grades.iter().enumerate() {
        let most = most(scheme);
        if let (Some(least), Some(most)) = (grade.least, most)
            && least.to_ratio() > most
        {
            let zh = format!("等级 `{}` 无法达到：最高分为 {most}", grade.key);
            warn(
                "grade-unreachable",
                format!("grades[{g}]"),
                zh,
                format!("nobody reaches `{}`: the most is {most}", grade.key),
            );
        }
    }
    out
}

fn bonuses(scheme: &Inner, warn: &mut impl FnMut(&str, String, String, String)) {
    let caps: Option<Ratio> = scheme.bonuses.iter().map(|i| i.cap.map(Decimal::to_ratio)).sum();
    match scheme.bonus_cap {
        None if caps.is_none() => warn(
            "bonus-without-cap",
            "bonuses".into(),
            "加分没有上限".into(),
            "bonuses have no cap, neither each nor together".into(),
        ),
        None => {}
        Some(all) => {
            let above = |i: &Item| i.cap.is_some_and(|cap| cap > all);
            for (i, item) in scheme.bonuses.iter().enumerate().filter(|(_, item)| above(item)) {
                let zh = format!("`{}` 的上限高于加分合计上限 {all}", item.key);
                let en = format!("the cap of `{}` is above the cap of all bonuses, {all}", item.key);
                warn("bonus-above-cap", format!("bonuses[{i}].cap"), zh, en);
            }
        }
    }
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
