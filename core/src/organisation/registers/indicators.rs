//! Indicators as a register, and through time with what may be compared (社区基本情况).

use super::{Comparable, ComparisonReason, IndicatorRecord, IndicatorSeries, SeriesStep};
use crate::kernel::{Day, Decimal, Explanation, How, Key, Quantity, Result, Text, WithinDays};
use crate::organisation::{Indicator, Organisation, OrganisationError};

/// Events that leave the area of a unit as it is; a change of kind is looked at by itself.
const HARMLESS: [&str; 6] = ["found", "rename", "recode", "reparent", "convert", "restore"];

impl Organisation {
    fn indicator_record(&self, row: &Indicator) -> IndicatorRecord {
        let measure = self.catalogue.measure_row(row.measure);
        IndicatorRecord {
            unit: self.key_text(row.unit),
            measure: self.catalogue.measures.key(row.measure).map(Key::to_string).unwrap_or_default(),
            label: measure.map(|m| m.label.clone()).unwrap_or_default(),
            value: row.value,
            unit_of_measure: measure.map(|m| m.unit.clone()).unwrap_or_default(),
            from: row.from,
            source: row.source.clone(),
        }
    }

    /// The numbers on record with their days, units of measure and sources, of one unit or of all, of one measure or of all;
    /// by unit, measure and day.
    ///
    /// # Errors
    /// `unknown-unit`, `unknown-measure`.
    pub fn indicators(&self, unit: Option<&str>, measure: Option<&str>) -> Result<Vec<IndicatorRecord>> {
        let known = |key: &str| self.id(key).ok_or_else(|| OrganisationError::UnknownUnit { key: key.into() });
        let unit = unit.map(known).transpose()?;
        let measure = measure.map(|key| self.catalogue.measure_id(key)).transpose()?;
        let rows = self.indicators.iter();
        let rows = rows.filter(|row| unit.is_none_or(|u| u == row.unit) && measure.is_none_or(|m| m == row.measure));
        let mut out: Vec<IndicatorRecord> = rows.map(|row| self.indicator_record(row)).collect();
        // Stable: the days of one unit and measure stay in their order.
        out.sort_by(|a, b| (&a.unit, &a.measure).cmp(&(&b.unit, &b.measure)));
        Ok(out)
    }

    /// A measure of a unit through time, and from each number to the next what may be compared.
    ///
    /// Two numbers may not be compared if one has no day, their days cannot be told apart, or the unit became another area
    /// between them. A change of kind or of source asks for caution. A change is written in the measure's unit of change:
    /// an age that falls, falls by years.
    ///
    /// # Errors
    /// `unknown-unit`, `unknown-measure`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Comparable, Organisation};
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T",
    ///     "units": [{"key": "c", "kind": "community", "name": "社区"}],
    ///     "indicators": [
    ///         {"unit": "c", "measure": "mean-age", "value": "43.9", "from": "2003", "source": "年报"},
    ///         {"unit": "c", "measure": "mean-age", "value": "42.3", "from": "2006", "source": "年报"}]}"#)?;
    /// let series = organisation.series("c", "mean-age")?;
    /// let step = &series.steps[0];
    /// assert_eq!((step.comparable, step.unit_of_change.as_str()), (Comparable::Yes, "years"));
    /// assert_eq!(step.change.map(|c| c.to_string()).as_deref(), Some("-1.6"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn series(&self, unit: &str, measure: &str) -> Result<IndicatorSeries> {
        let points = self.indicators(Some(unit), Some(measure))?;
        let id = self.catalogue.measure_id(measure)?;
        let row = self.catalogue.measure_row(id);
        let unit_of_measure = row.map(|m| m.unit.clone()).unwrap_or_default();
        let change = row.and_then(|m| m.change.first().cloned()).unwrap_or_else(|| unit_of_measure.clone());
        let steps = points.windows(2).filter_map(|pair| {
            let [a, b] = pair else { return None };
            Some(self.series_step(unit, a, b, &change))
        });
        let steps = steps.collect::<Result<Vec<_>>>()?;
        let label = row.map(|m| m.label.clone()).unwrap_or_default();
        Ok(IndicatorSeries { unit: unit.into(), measure: measure.into(), label, unit_of_measure, points, steps })
    }

    fn series_step(
        &self,
        unit: &str,
        a: &IndicatorRecord,
        b: &IndicatorRecord,
        unit_of_change: &str,
    ) -> Result<SeriesStep> {
        let mut reasons = Vec::new();
        match a.from.zip(b.from) {
            None => reasons.push(ComparisonReason::Undated),
            Some((from, to)) => {
                if from.latest() >= to.earliest() {
                    reasons.push(ComparisonReason::DaysOverlap);
                }
                if self.area_changed(unit, from, to)? {
                    reasons.push(ComparisonReason::AreaChanged);
                }
                let kind = |day: Day| self.id(unit).and_then(|id| self.kind_on(id, day)).map(|(_, kind)| kind);
                let (before, after) = (kind(from.earliest()), kind(to.latest()));
                if before.is_some() && after.is_some() && before != after {
                    reasons.push(ComparisonReason::KindChanged);
                }
            }
        }
        let no = !reasons.iter().all(|reason| *reason == ComparisonReason::KindChanged);
        match (&a.source, &b.source) {
            (Some(one), Some(other)) if one == other => {}
            (Some(_), Some(_)) => reasons.push(ComparisonReason::SourcesDiffer),
            _ => reasons.push(ComparisonReason::SourceMissing),
        }
        let comparable = match (no, reasons.is_empty()) {
            (true, _) => Comparable::No,
            (false, true) => Comparable::Yes,
            (false, false) => Comparable::Caution,
        };
        let negative = Decimal::new(-a.value.mantissa(), a.value.scale())?;
        let change = b.value.checked_add(negative).filter(|_| !no);
        let relative = change.and_then(|change| change.to_ratio().checked_div(&a.value.to_ratio()));
        let (from, to, unit_of_change) = (a.from, b.from, unit_of_change.to_owned());
        Ok(SeriesStep { from, to, comparable, reasons, change, unit_of_change, relative })
    }

    /// Whether an event may have made the unit another area between two days.
    fn area_changed(&self, unit: &str, from: WithinDays, to: WithinDays) -> Result<bool> {
        let steps = self.origins(unit, from.earliest(), None)?.steps;
        let between = |day: WithinDays| day.latest() > from.earliest() && day.earliest() <= to.latest();
        Ok(steps.iter().any(|step| between(step.day) && !HARMLESS.contains(&step.event.as_str())))
    }
}

impl ComparisonReason {
    /// In words.
    pub fn label(self) -> Text {
        match self {
            Self::Undated => Text::new("无日期", "a number has no day"),
            Self::DaysOverlap => Text::new("日期先后不明", "the days cannot be told apart"),
            Self::AreaChanged => Text::new("其间辖区有变动", "the unit became another area between them"),
            Self::KindChanged => Text::new("其间单位类别改变", "the kind changed between them"),
            Self::SourcesDiffer => Text::new("来源不同", "the sources differ"),
            Self::SourceMissing => Text::new("来源缺失", "a source is missing"),
        }
    }
}

impl IndicatorSeries {
    /// The numbers in their order, each change beside its reasons.
    pub fn explain(&self) -> Explanation {
        let shown = |day: Option<WithinDays>| day.map_or_else(|| "...".to_owned(), |day| day.to_string());
        let points = self.points.iter().enumerate().map(|(i, point)| {
            let mut node = Explanation::new(Text::same(shown(point.from)), Quantity::Decimal(point.value));
            if let Some(source) = &point.source {
                node = node.with(Text::new("来源", "source"), Quantity::Words(source.clone()));
            }
            let Some(step) = i.checked_sub(1).and_then(|i| self.steps.get(i)) else { return node };
            if let Some(change) = step.change {
                let label =
                    Text::new(format!("变化（{}）", step.unit_of_change), format!("change ({})", step.unit_of_change));
                node = node.with(label, Quantity::Decimal(change));
            }
            let words =
                |lang| step.reasons.iter().map(|r| r.label().get(lang).to_owned()).collect::<Vec<_>>().join("; ");
            if step.reasons.is_empty() {
                return node;
            }
            let (zh, en) = (words(crate::kernel::Lang::Zh), words(crate::kernel::Lang::En));
            node.noted(match step.comparable {
                Comparable::No => Text::new(format!("不可比：{zh}"), format!("not comparable: {en}")),
                _ => Text::new(format!("慎比：{zh}"), format!("compare with caution: {en}")),
            })
        });
        let count = i64::try_from(self.points.len()).unwrap_or(i64::MAX);
        Explanation::new(self.label.clone(), Quantity::Count(count))
            .with(Text::new("计量单位", "unit of measure"), Quantity::Words(Text::same(self.unit_of_measure.clone())))
            .of(How::List, points.collect())
    }
}
