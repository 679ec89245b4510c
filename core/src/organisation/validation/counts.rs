//! Rules about what is counted and how it is written.

use super::posts::{decides, words};
use super::{Check, Finding, Ground, Report, Severity, Subject, SubjectKind};
use crate::kernel::{Day, Input, Lang, Likely, Quantity, Text};
use crate::organisation::dated::turns;
use crate::organisation::{Indicator, MeasureId, Organisation, Stretch, UnitId};
use crate::wire::organisation::Role;

/// The value counted of a unit, or, for a committee, of the community that it lies within.
fn value(organisation: &Organisation, unit: UnitId, measure: MeasureId, day: Day) -> Option<&Indicator> {
    let own = organisation.indicator_on(unit, measure, day);
    own.or_else(|| {
        let (kind, _) = organisation.kind_on(unit, day)?;
        let (parent, _) = (kind.role == Role::SelfGoverning).then(|| organisation.parent_on(unit, day)).flatten()?;
        organisation.indicator_on(parent, measure, day)
    })
}

/// Households of a committee, members of a branch and the like, against what a clause says of them.
pub(super) fn usual_size(ground: &Ground<'_>, report: &mut Report) {
    const RULE: &str = "usual-size";
    let organisation = ground.organisation;
    for (key, row) in organisation.catalogue.measures.keys().iter().zip(&organisation.catalogue.measure_rows) {
        let Some(measure) = organisation.catalogue.measures.get(key.as_str()) else { continue };
        for (kind, clause, units) in ground.bound(key.as_str()) {
            let mut check = Check::of(RULE, units.len());
            check.kind = Some(kind);
            let Some(range) = decides(ground, &clause, &mut check) else {
                report.note(check, Vec::new());
                continue;
            };
            let mut found = Vec::new();
            for unit in units {
                let counted = |day: Day| value(organisation, unit, measure, day).map(|row| row.value);
                let Some(number) = counted(ground.day) else {
                    check.missing.push(organisation.key_text(unit));
                    continue;
                };
                if range.allows(&number.to_ratio()) {
                    continue;
                }
                let outside = |day: Day| {
                    organisation.exists(unit, day) == Likely::Yes
                        && counted(day).is_some_and(|n| !range.allows(&n.to_ratio()))
                };
                let mut turning = value_turns(organisation, unit, measure);
                let mut period = Stretch::around(&mut turning, ground.day, outside);
                if let Some(in_force) = range.in_force {
                    period = period.meet(in_force);
                }
                let name = |lang: Lang| row.label.get(lang);
                let usual = if range.usual { ("一般为", "usually") } else { ("规定为", "by law") };
                found.push(Finding {
                    rule: RULE.into(),
                    severity: if range.usual { Severity::Guidance } else { Severity::Error },
                    citation: range.citation.clone(),
                    subject: ground.subject(unit),
                    period,
                    facts: vec![
                        Input { label: row.label.clone(), value: Quantity::Decimal(number) },
                        words("范围", "range", range.range()),
                    ],
                    path: Vec::new(),
                    message: Text::new(
                        format!("{}{number}，{}{}", name(Lang::Zh), usual.0, range.range()),
                        format!("{number} {}, {} {}", name(Lang::En), usual.1, range.range()),
                    ),
                    remedy: Text::new("考虑调整规模，或说明理由", "consider to adjust it, or state the reason"),
                });
            }
            report.note(check, found);
        }
    }
}

/// Every day on which the value counted of a unit or of a unit over it can change.
fn value_turns(organisation: &Organisation, unit: UnitId, measure: MeasureId) -> Vec<Day> {
    let parents: Vec<_> = organisation.columns.parents.of(unit).collect();
    let over = parents.iter().map(|(parent, _)| *parent);
    let units: Vec<UnitId> = std::iter::once(unit).chain(over).collect();
    let lives = units.iter().filter_map(|u| organisation.columns.lives.get(*u));
    let kinds = organisation.columns.kinds.of(unit).map(|(_, span)| span);
    let spans = lives.chain(kinds).chain(parents.iter().map(|(_, span)| *span));
    let counted = organisation.indicators.iter().filter(|row| row.measure == measure && units.contains(&row.unit));
    spans.flat_map(turns).chain(counted.filter_map(|row| row.from).map(crate::kernel::WithinDays::latest)).collect()
}

/// A published number is written in a unit that its measure has: an age does not fall by percentage points.
pub(super) fn units_of_measure(ground: &Ground<'_>, report: &mut Report) {
    const RULE: &str = "unit-of-measure";
    let organisation = ground.organisation;
    let known = organisation
        .statements
        .iter()
        .filter(|s| s.from.is_none_or(|from| from.by(ground.day) != Likely::No))
        .collect::<Vec<_>>();
    let check = Check::of(RULE, known.len());
    let mut found = Vec::new();
    for statement in known {
        let Some(measure) = organisation.catalogue.measure_row(statement.measure) else { continue };
        let (number, fitting) = match (statement.change, statement.value) {
            (Some(change), _) => (change, measure.change.clone()),
            (None, Some(value)) => (value, vec![measure.unit.clone()]),
            (None, None) => continue,
        };
        if fitting.contains(&statement.unit) {
            continue;
        }
        let unit_label = |key: &str| organisation.catalogue.unit_of_measure(key).cloned().unwrap_or_default();
        let wrong = unit_label(&statement.unit);
        let right = unit_label(fitting.first().map_or("", String::as_str));
        let words = |lang: Lang| (measure.label.get(lang), wrong.get(lang), right.get(lang));
        let ((zh, wrong_zh, right_zh), (en, wrong_en, right_en)) = (words(Lang::Zh), words(Lang::En));
        let mut facts = vec![
            Input { label: Text::new("数值", "number"), value: Quantity::Decimal(number) },
            Input { label: Text::new("单位", "unit"), value: Quantity::Words(wrong.clone()) },
        ];
        facts.extend(
            statement
                .source
                .clone()
                .map(|source| Input { label: Text::new("出处", "source"), value: Quantity::Words(source) }),
        );
        found.push(Finding {
            rule: RULE.into(),
            severity: Severity::Error,
            citation: None,
            subject: Subject { kind: SubjectKind::Statement, key: String::new(), name: statement.label.clone() },
            period: Stretch { from: statement.from.map(crate::kernel::WithinDays::latest), until: None },
            facts,
            path: Vec::new(),
            message: if statement.change.is_some() {
                Text::new(
                    format!("{zh}的变化不能以“{wrong_zh}”计"),
                    format!("a change of {en} is not counted in {wrong_en}"),
                )
            } else {
                Text::new(format!("{zh}不能以“{wrong_zh}”计"), format!("{en} is not counted in {wrong_en}"))
            },
            remedy: Text::new(format!("改用“{right_zh}”"), format!("write it in {right_en}")),
        });
    }
    report.note(check, found);
}
