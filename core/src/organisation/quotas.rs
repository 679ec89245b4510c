//! Quotas of posts (核定职数): whole posts by population, members, area and need within bounds.

use std::collections::{BTreeMap, BTreeSet};

use super::Snapshot;
use crate::kernel::error::faults;
use crate::kernel::{
    ApportionMethod, Claim, Day, Decimal, Document, Explanation, Faults, How, Key, Lang, Quantity, Ratio, Result,
    SeatPriority, Text, apportion, lot,
};
use crate::wire::organisation::QuotaPlanDraft;

pub use crate::wire::organisation::{QuotaPart, QuotaTie, Quotas, TieBreak, UnitQuota};

faults! {
    /// Faults of a plan of quotas.
    pub enum QuotaError: Organisation {
        /// A plan without measures or units.
        Empty { list: String } => "quota-list-empty", "`{list}` is empty", "name at least one";
        /// A measure or a unit that stands twice.
        Twice { key: String } => "quota-listed-twice", "`{key}` is listed twice", "list it once";
        /// A weight or a value below zero.
        Negative { got: String } => "quota-negative", "`{got}` is below zero", "write zero or more";
        /// A value of a measure that the plan does not use.
        UnusedValue { measure: String } => "quota-value-unused", "the plan has no measure `{measure}`", "add it to `measures`, or leave the value out";
        /// A unit without a value.
        ValueMissing { unit: String, measure: String } => "quota-value-missing", "`{unit}` has no value of `{measure}`", "write it under `values`, or ask an organisation that counts it";
        /// A measure that is zero everywhere.
        MeasureEmpty { measure: String } => "quota-measure-empty", "`{measure}` adds up to zero", "leave the measure out";
        /// A unit in the order that gets no posts.
        OrderUnknown { unit: String } => "quota-order-unknown", "`{unit}` is in `order`, but not in `units`", "leave it out";
        /// Two ways to settle ties.
        TwoTieBreaks => "quota-two-tie-breaks", "both `order` and `seed` are given", "keep one of them";
    }
}

#[derive(Debug, Clone)]
struct Row {
    unit: Key,
    least: u32,
    most: Option<u32>,
    values: BTreeMap<String, Decimal>,
    /// The place in the document.
    place: usize,
}

/// A plan by which posts follow from measures, `shequ.quotas/1`.
#[derive(Debug, Clone)]
pub struct QuotaPlan {
    title: Text,
    method: ApportionMethod,
    seats: u32,
    /// Measures with their weights, which add up to 1.
    measures: Vec<(Key, Ratio)>,
    /// By key.
    rows: Vec<Row>,
    order: Vec<String>,
    seed: Option<u64>,
}

impl Document for QuotaPlan {
    const FORMAT: &'static str = "shequ.quotas/1";
    const ROOT: &'static str = "quotas";
    type Draft = QuotaPlanDraft;

    fn check(draft: QuotaPlanDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut seen = BTreeSet::new();
        for (list, empty) in [("measures", draft.measures.is_empty()), ("units", draft.units.is_empty())] {
            if empty {
                faults.push(list, QuotaError::Empty { list: list.into() });
            }
        }
        let mut measures = Vec::new();
        for (i, row) in draft.measures.into_iter().enumerate() {
            let weight = row.weight.unwrap_or(Ratio::ONE);
            if weight.is_negative() {
                faults.push(format!("measures[{i}].weight"), QuotaError::Negative { got: weight.to_string() });
            }
            if !seen.insert(row.measure.clone()) {
                faults.push(format!("measures[{i}].measure"), QuotaError::Twice { key: row.measure.to_string() });
            }
            measures.push((row.measure, weight));
        }
        let sum: Ratio = measures.iter().map(|(_, weight)| weight.clone()).sum();
        if let (true, Some((measure, _))) = (sum.is_zero(), measures.first()) {
            faults.push("measures[0].weight", QuotaError::MeasureEmpty { measure: measure.to_string() });
        }
        for (_, weight) in &mut measures {
            *weight = weight.checked_div(&sum).unwrap_or(Ratio::ZERO);
        }
        let mut rows: BTreeMap<Key, Row> = BTreeMap::new();
        for (place, unit) in draft.units.into_iter().enumerate() {
            let path = format!("units[{place}]");
            for (measure, value) in &unit.values {
                let at = format!("{path}.values.{measure}");
                if !seen.contains(measure.as_str()) {
                    faults.push(at, QuotaError::UnusedValue { measure: measure.clone() });
                } else if value.mantissa() < 0 {
                    faults.push(at, QuotaError::Negative { got: value.to_string() });
                }
            }
            let (least, most) = (unit.least.or(draft.least).unwrap_or(0), unit.most.or(draft.most));
            let row = Row { unit: unit.unit.clone(), least, most, values: unit.values, place };
            if rows.insert(unit.unit.clone(), row).is_some() {
                faults.push(format!("{path}.unit"), QuotaError::Twice { key: unit.unit.to_string() });
            }
        }
        let mut ordered = BTreeSet::new();
        for (i, unit) in draft.order.iter().enumerate() {
            let at = format!("order[{i}]");
            if !rows.contains_key(unit.as_str()) {
                faults.push(at, QuotaError::OrderUnknown { unit: unit.clone() });
            } else if !ordered.insert(unit) {
                faults.push(at, QuotaError::Twice { key: unit.clone() });
            }
        }
        if !draft.order.is_empty() && draft.seed.is_some() {
            faults.push("seed", QuotaError::TwoTieBreaks);
        }
        faults.into_result()?;
        let rows: Vec<Row> = rows.into_values().collect();
        let (order, seed) = (draft.order, draft.seed);
        let plan = Self { title: draft.title, method: draft.method, seats: draft.seats, measures, rows, order, seed };
        // Bounds that no seats can meet are faults of the plan, whatever its numbers are.
        let even = |row: &Row| Claim { weight: Ratio::ONE, least: row.least, most: row.most };
        plan.divide(&plan.rows.iter().map(even).collect::<Vec<_>>())?;
        Ok(plan)
    }
}

impl QuotaPlan {
    /// What it is about.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    fn divide(&self, claims: &[Claim]) -> Result<crate::kernel::Apportionment> {
        // The position among claims becomes that of the unit in the document.
        apportion(self.method, self.seats, claims).map_err(|error| {
            let path = error.first().path();
            let at: Option<usize> =
                path.strip_prefix('[').and_then(|p| p.strip_suffix(']')).and_then(|p| p.parse().ok());
            match at.and_then(|at| self.rows.get(at)).zip(error.first().cause::<crate::kernel::ApportionError>()) {
                Some((row, cause)) => crate::kernel::Error::at(format!("units[{}]", row.place), cause.clone()),
                None => error.under("seats"),
            }
        })
    }

    /// Divides the posts by the numbers of the plan alone.
    ///
    /// # Errors
    /// `quota-value-missing`, `quota-measure-empty`, and the faults of [`apportion`].
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::QuotaPlan;
    /// let plan = QuotaPlan::parse(r#"{"format": "shequ.quotas/1", "title": "职数", "method": "webster", "seats": 10,
    ///     "measures": [{"measure": "population", "weight": "3/4"}, {"measure": "need", "weight": "1/4"}], "least": 2,
    ///     "units": [{"unit": "a", "values": {"population": 6000, "need": 1}},
    ///               {"unit": "b", "values": {"population": 3000, "need": 2}},
    ///               {"unit": "c", "values": {"population": 1000, "need": 1}}]}"#)?;
    /// let quotas = plan.allot()?;
    /// assert_eq!(quotas.units.iter().map(|u| u.seats).collect::<Vec<_>>(), [5, 3, 2]);
    /// assert_eq!(quotas.units[0].quota.to_string(), "41/8");
    /// assert!(quotas.explain().adds_up());
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn allot(&self) -> Result<Quotas> {
        self.with(None, |_, _| None, |_| None)
    }

    fn with(
        &self,
        day: Option<Day>,
        counted: impl Fn(&str, &str) -> Option<Decimal>,
        name: impl Fn(&str) -> Option<Text>,
    ) -> Result<Quotas> {
        let mut faults = Faults::new();
        // By measure, then by unit.
        let mut values: Vec<Vec<Decimal>> = Vec::new();
        for (measure, _) in &self.measures {
            let mut column = Vec::new();
            for row in &self.rows {
                let own = row.values.get(measure.as_str()).copied();
                match own.or_else(|| counted(row.unit.as_str(), measure.as_str())) {
                    Some(value) if value.mantissa() < 0 => {
                        faults.push(format!("units[{}]", row.place), QuotaError::Negative { got: value.to_string() });
                    }
                    Some(value) => column.push(value),
                    None => {
                        let (unit, measure) = (row.unit.to_string(), measure.to_string());
                        faults.push(format!("units[{}].values", row.place), QuotaError::ValueMissing { unit, measure });
                    }
                }
            }
            values.push(column);
        }
        let mut sums = Vec::new();
        for (i, ((measure, weight), column)) in self.measures.iter().zip(&values).enumerate() {
            let sum: Ratio = column.iter().map(|v| v.to_ratio()).sum();
            if sum.is_zero() && !weight.is_zero() && faults.is_empty() {
                faults.push(format!("measures[{i}]"), QuotaError::MeasureEmpty { measure: measure.to_string() });
            }
            sums.push(sum);
        }
        faults.into_result()?;
        let parts = |unit: usize| -> Vec<QuotaPart> {
            let each = self.measures.iter().zip(&values).zip(&sums);
            each.filter_map(|(((measure, weight), column), sum)| {
                let value = *column.get(unit)?;
                let share = value.to_ratio().checked_div(sum).unwrap_or(Ratio::ZERO);
                let weighted = &share * weight;
                Some(QuotaPart { measure: measure.to_string(), value, share, weighted })
            })
            .collect()
        };
        let parts: Vec<Vec<QuotaPart>> = (0..self.rows.len()).map(parts).collect();
        let weight = |parts: &Vec<QuotaPart>| parts.iter().map(|p| p.weighted.clone()).sum::<Ratio>();
        let claim =
            |(row, parts): (&Row, &Vec<QuotaPart>)| Claim { weight: weight(parts), least: row.least, most: row.most };
        let claims: Vec<Claim> = self.rows.iter().zip(&parts).map(claim).collect();
        let made = self.divide(&claims)?;
        let tie = made.tie.as_ref().map(|tie| self.settle(tie));
        let open = tie.as_ref().is_some_and(|tie| tie.settled.is_none());
        let key = |i: usize| self.rows.get(i).map(|row| row.unit.to_string()).unwrap_or_default();
        let units = parts.into_iter().zip(claims).zip(made.quotas).zip(made.bounded).zip(made.seats).enumerate();
        let units = units.map(|(i, ((((parts, claim), quota), bounded), seats))| {
            let unit = key(i);
            let won = tie.as_ref().is_some_and(|tie| tie.winners.contains(&unit));
            let tied = open && tie.as_ref().is_some_and(|tie| tie.units.contains(&unit));
            let (least, most) = (claim.least, claim.most);
            let (name, seats) = (name(&unit), seats + u32::from(won));
            UnitQuota { unit, name, parts, weight: claim.weight, quota, bounded, least, most, seats, tied }
        });
        let units = units.collect();
        let (title, method, seats) = (self.title.clone(), self.method, self.seats);
        Ok(Quotas { title, day, method, seats, units, tie, last: made.last, next: made.next })
    }

    fn settle(&self, tie: &crate::kernel::SeatTie) -> QuotaTie {
        let mut units: Vec<String> =
            tie.claims.iter().filter_map(|i| self.rows.get(*i)).map(|row| row.unit.to_string()).collect();
        units.sort_unstable();
        let mut winners = units.clone();
        let mut settled = None;
        if let Some(seed) = self.seed {
            winners.sort_by_key(|unit| lot(seed, unit));
            settled = Some(TieBreak::Lot);
        } else if !self.order.is_empty() {
            let place = |unit: &String| self.order.iter().position(|u| u == unit).unwrap_or(usize::MAX);
            winners.sort_by_key(place);
            // An order that does not reach the line settles nothing.
            let decided = tie.seats as usize;
            let named = winners.iter().take_while(|unit| place(unit) != usize::MAX).count();
            settled = (named >= decided).then_some(TieBreak::Order);
        }
        winners.truncate(if settled.is_some() { tie.seats as usize } else { 0 });
        QuotaTie { units, seats: tie.seats, settled, winners }
    }
}

impl Snapshot<'_> {
    /// Divides posts by a plan; values that the plan leaves out are the last that the organisation counted by the day.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there` with the unit's place in the plan; `quota-value-missing`, `quota-measure-empty`, and
    /// the faults of [`apportion`].
    pub fn quotas(&self, plan: &QuotaPlan) -> Result<Quotas> {
        let mut faults = Faults::new();
        for row in &plan.rows {
            faults.take(&format!("units[{}].unit", row.place), self.unit(row.unit.as_str()));
        }
        faults.into_result()?;
        plan.with(
            Some(self.day()),
            |unit, measure| self.unit(unit).ok()?.indicator(measure),
            |unit| self.unit(unit).ok().map(|unit| unit.name()),
        )
    }
}

/// The names of the methods.
fn method_name(method: ApportionMethod) -> Text {
    match method {
        ApportionMethod::LargestRemainder => Text::new("最大余数法", "largest remainder"),
        ApportionMethod::Jefferson => Text::new("洪德法", "Jefferson, D'Hondt"),
        ApportionMethod::Webster => Text::new("圣拉居法", "Webster, Sainte-Laguë"),
        ApportionMethod::HuntingtonHill => Text::new("亨廷顿-希尔法", "Huntington, Hill"),
        ApportionMethod::Adams => Text::new("亚当斯法", "Adams"),
    }
}

impl Quotas {
    /// Every post with its reason: units add up to the posts, the posts of a unit to its number.
    pub fn explain(&self) -> Explanation {
        let count = |n: u32| Quantity::Count(n.into());
        let mut children: Vec<Explanation> = self.units.iter().map(|unit| self.explain_unit(unit)).collect();
        if let Some(tie) = self.tie.as_ref().filter(|tie| tie.settled.is_none()) {
            let units = tie.units.join(", ");
            let label = Text::new(format!("并列待定：{units}"), format!("open tie: {units}"));
            children.push(Explanation::new(label, count(tie.seats)));
        }
        Explanation::new(self.title.clone(), count(self.seats))
            .with(Text::new("方法", "method"), Quantity::Words(method_name(self.method)))
            .of(How::Sum, children)
    }

    fn explain_unit(&self, unit: &UnitQuota) -> Explanation {
        let label = unit.name.clone().map_or_else(
            || Text::same(unit.unit.clone()),
            |name| {
                let both = |lang| format!("{} ({})", name.get(lang), unit.unit);
                Text::new(both(Lang::Zh), both(Lang::En))
            },
        );
        let parts = unit.parts.iter().map(|part| format!("{} {}: {}", part.measure, part.value, part.weighted));
        let arithmetic = format!("{} = {}", parts.collect::<Vec<_>>().join(" + "), unit.weight);
        let seats = (0..unit.seats).map(|seat| self.explain_seat(unit, seat)).collect();
        Explanation::new(label, Quantity::Count(unit.seats.into()))
            .with(Text::new("权重", "weight"), Quantity::Ratio(unit.weight.clone()))
            .with(Text::new("应得", "quota"), Quantity::Ratio(unit.quota.clone()))
            .with(Text::new("上下限内应得", "quota within bounds"), Quantity::Ratio(unit.bounded.clone()))
            .noted(Text::same(arithmetic))
            .of(How::Sum, seats)
    }

    /// Why the unit has its post number `seat`, counted from 0.
    fn explain_seat(&self, unit: &UnitQuota, seat: u32) -> Explanation {
        let label = Text::new(format!("第{}职", seat + 1), format!("post {}", seat + 1));
        let node = Explanation::new(label, Quantity::Count(1));
        let shown = |p: &SeatPriority| p.value.to_string();
        let line = self.next.as_ref().map_or_else(
            || Text::new("再无竞争者", "nobody else asks"),
            |next| Text::new(format!("未得职者最高 {}", shown(next)), format!("the highest without: {}", shown(next))),
        );
        let drawn = self.tie.as_ref().filter(|t| seat + 1 == unit.seats && t.winners.contains(&unit.unit));
        let (zh, en) = if seat < unit.least {
            ("下限保证".to_owned(), "by the lower bound".to_owned())
        } else if let Some(tie) = drawn {
            let by = if tie.settled == Some(TieBreak::Lot) {
                ("抽签", "by lot")
            } else {
                ("按约定次序", "by the declared order")
            };
            (format!("并列，{}", by.0), format!("a tie settled {}", by.1))
        } else if let Some(priority) = self.method.priority(&unit.weight, seat) {
            (
                format!("优先数 {}；{}", shown(&priority), line.get(Lang::Zh)),
                format!("priority {}; {}", shown(&priority), line.get(Lang::En)),
            )
        } else if Ratio::from(seat + 1) <= unit.bounded {
            ("整数部分".to_owned(), "a whole of the quota".to_owned())
        } else {
            let rest = &unit.bounded - &Ratio::from(seat);
            (format!("余数 {rest}；{}", line.get(Lang::Zh)), format!("remainder {rest}; {}", line.get(Lang::En)))
        };
        node.noted(Text::new(zh, en))
    }
}
