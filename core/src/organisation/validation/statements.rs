//! The rule about published numbers: each in a unit that its measure has.

use super::days::Days;
use super::probe::{Probe, Said};
use super::{Subject, SubjectKind};
use crate::kernel::{Input, Lang, Quantity, Text, WithinDays};

/// A published number is written in a unit that its measure has: an age does not fall by percentage points.
pub(super) fn units_of_measure(probe: &mut Probe<'_>) {
    let ground = probe.ground;
    let organisation = ground.organisation;
    for statement in &organisation.statements {
        let known = Days::since(statement.from.map_or(Days::ALWAYS.from, |from| from.earliest().number()));
        let Some(measure) = organisation.catalogue.measure_row(statement.measure) else { continue };
        let (number, fitting) = match (statement.change, statement.value) {
            (Some(change), _) => (change, measure.change.clone()),
            (None, Some(value)) => (value, vec![measure.unit.clone()]),
            (None, None) => continue,
        };
        if !known.meets(ground.window) {
            continue;
        }
        probe.fine();
        let Some((_, param)) = probe.rule.param(ground.window.from) else { continue };
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
        let source = statement.source.clone();
        facts.extend(source.map(|s| Input { label: Text::new("出处", "source"), value: Quantity::Words(s) }));
        let message = if statement.change.is_some() {
            Text::new(
                format!("{zh}的变化不能以“{wrong_zh}”计"),
                format!("a change of {en} is not counted in {wrong_en}"),
            )
        } else {
            Text::new(format!("{zh}不能以“{wrong_zh}”计"), format!("{en} is not counted in {wrong_en}"))
        };
        let since = statement.from.map_or(Days::ALWAYS.from, |from: WithinDays| from.latest().number());
        let subject = Subject { kind: SubjectKind::Statement, key: String::new(), name: statement.label.clone() };
        let said = Said { facts, path: Vec::new(), message };
        let mut finding = probe.finding(Some(param), subject, Days::since(since), said);
        finding.remedy = Text::new(format!("改用“{right_zh}”"), format!("write it in {right_en}"));
        probe.push(finding);
    }
}
