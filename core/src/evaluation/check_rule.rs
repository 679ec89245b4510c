//! From the draft of an indicator to its rule: parameters, tiers, events, classes, and the columns they read.

use super::SchemeError;
use super::check::{Checker, Range, named};
use super::kernel::ENDINGS;
use super::rule::{Class, Event, Knot, RatePart, Rule, RuleName, Tier, UpperTier};
use super::scheme::Missing;
use crate::kernel::{Decimal, DocumentError, Key, Text};
use crate::wire::evaluation::{CellKind, ClassDraft, EventDraft, IndicatorDraft, RatePartDraft, TierDraft};

impl Checker {
    /// The rule with its parameters; a parameter of another rule is a fault.
    pub fn rule(&mut self, at: &str, draft: &IndicatorDraft) -> Option<Rule> {
        use RuleName::{
            Ballots, Deduct, Linear, LinearDown, Met, MetDown, Piecewise, Progress, Rate, ThreeRates, Tiers,
        };
        let name = draft.rule;
        let given = [
            ("target", draft.target.is_some(), matches!(name, Linear | LinearDown | Met | MetDown | Rate | Progress)),
            ("worst", draft.worst.is_some(), matches!(name, LinearDown | Progress)),
            ("cap", draft.cap.is_some(), name == Linear),
            ("tiers", draft.tiers.is_some(), name == Tiers),
            ("each", draft.each.is_some(), name == Deduct),
            ("events", draft.events.is_some(), name == Deduct && draft.each.is_none()),
            ("floor", draft.floor.is_some(), name == Deduct),
            ("classes", draft.classes.is_some(), name == Ballots),
            ("curve", draft.curve.is_some(), name == Piecewise),
            ("parts", draft.parts.is_some(), name == ThreeRates),
            ("scale", draft.scale > 0, !matches!(name, Deduct | Rate | Ballots | ThreeRates)),
        ];
        for (parameter, _, _) in given.iter().filter(|(_, given, used)| *given && !used) {
            let cause = SchemeError::ParameterNotUsed { parameter: (*parameter).into(), rule: name.as_str().into() };
            self.faults.push(format!("{at}.{parameter}"), cause);
        }
        match name {
            Linear => {
                let target = self.needed(at, name, "target", draft.target, Range::Positive);
                let cap = draft.cap.unwrap_or(Decimal::from(1));
                let cap_fits = self.within(&format!("{at}.cap"), cap, Range::Positive);
                target.filter(|_| cap_fits).map(|target| Rule::Linear { target, cap })
            }
            LinearDown => {
                let target = self.needed(at, name, "target", draft.target, Range::Any);
                let worst = self.needed(at, name, "worst", draft.worst, Range::Any);
                let (target, worst) = (target?, worst?);
                if worst <= target {
                    let expected = format!("above the target `{target}`");
                    let cause = SchemeError::ParameterOutOfRange { got: worst.to_string(), expected };
                    self.faults.push(format!("{at}.worst"), cause);
                    return None;
                }
                Some(Rule::LinearDown { target, worst })
            }
            Met => self.needed(at, name, "target", draft.target, Range::Any).map(|target| Rule::Met { target }),
            Rate => {
                let target = draft.target.unwrap_or(Decimal::from(1));
                let fits = self.within(&format!("{at}.target"), target, Range::Share)
                    && self.within(&format!("{at}.target"), target, Range::Positive);
                fits.then_some(Rule::Rate { target })
            }
            MetDown => self.needed(at, name, "target", draft.target, Range::Any).map(|target| Rule::MetDown { target }),
            Piecewise => self.piecewise(at, draft),
            ThreeRates => self.three_rates(at, draft),
            Progress => {
                let target = self.needed(at, name, "target", draft.target, Range::Any)?;
                let worst = draft.worst.unwrap_or(Decimal::ZERO);
                if worst == target {
                    let expected = format!("another change than the target `{target}`");
                    let cause = SchemeError::ParameterOutOfRange { got: worst.to_string(), expected };
                    self.faults.push(format!("{at}.worst"), cause);
                    return None;
                }
                self.within(&format!("{at}.worst"), worst, Range::Any).then_some(Rule::Progress { target, worst })
            }
            Tiers => self.tiers(at, draft),
            Deduct => self.deduct(at, draft),
            Ballots => self.ballots(at, draft),
        }
    }

    fn needed(&mut self, at: &str, rule: RuleName, field: &str, got: Option<Decimal>, range: Range) -> Option<Decimal> {
        let path = format!("{at}.{field}");
        if got.is_none() {
            let cause = SchemeError::ParameterMissing {
                parameter: field.into(),
                needed_by: format!("the rule `{}`", rule.as_str()),
            };
            self.faults.push(at, cause);
        }
        got.filter(|d| self.within(&path, *d, range))
    }

    fn missing_list(&mut self, at: &str, field: &str, rule: &str) {
        let needed_by = format!("the rule `{rule}`");
        self.faults.push(at, SchemeError::ParameterMissing { parameter: field.into(), needed_by });
    }

    fn tiers(&mut self, at: &str, draft: &IndicatorDraft) -> Option<Rule> {
        let tiers = draft.tiers.as_deref().unwrap_or_default();
        if tiers.is_empty() {
            self.missing_list(at, "tiers", "tiers");
            return None;
        }
        let down = tiers.first().is_some_and(|t| t.least.is_none() && t.most.is_some());
        let bounds: Vec<Option<Decimal>> = tiers.iter().map(|t| if down { t.most } else { t.least }).collect();
        let mut sound = true;
        for (i, tier) in tiers.iter().enumerate() {
            let at = format!("{at}.tiers[{i}]");
            let (field, other) = if down { ("most", "least") } else { ("least", "most") };
            if (if down { tier.least } else { tier.most }).is_some() {
                let rule = format!("tiers with `{field}`");
                let cause = SchemeError::ParameterNotUsed { parameter: other.into(), rule };
                self.faults.push(format!("{at}.{other}"), cause);
                sound = false;
            }
            let Some(bound) = bounds.get(i).copied().flatten() else {
                self.faults.push(&at, DocumentError::MissingField { field: field.into() });
                sound = false;
                continue;
            };
            sound &= self.within(&format!("{at}.{field}"), bound, Range::Any);
            sound &= self.within(&format!("{at}.share"), tier.share, Range::Share);
            let above = i.checked_sub(1).and_then(|i| Some((bounds.get(i).copied().flatten()?, tiers.get(i)?.share)));
            let Some((above, share)) = above else { continue };
            let bounded = if down { bound <= above } else { bound >= above };
            for (field, wrong, got, above) in
                [(field, bounded, bound, above), ("share", tier.share >= share, tier.share, share)]
            {
                if wrong {
                    let cause = SchemeError::TiersNotDescending { got: got.to_string(), above: above.to_string() };
                    self.faults.push(format!("{at}.{field}"), cause);
                    sound = false;
                }
            }
        }
        let pair = |t: &TierDraft| Some((if down { t.most } else { t.least }?, t.share));
        let pairs = tiers.iter().filter_map(pair);
        sound.then(|| {
            if down {
                Rule::TiersDown(pairs.map(|(most, share)| UpperTier { most, share }).collect())
            } else {
                Rule::Tiers(pairs.map(|(least, share)| Tier { least, share }).collect())
            }
        })
    }

    /// At least two points, their values rising.
    fn piecewise(&mut self, at: &str, draft: &IndicatorDraft) -> Option<Rule> {
        let curve = draft.curve.as_deref().unwrap_or_default();
        if curve.is_empty() {
            self.missing_list(at, "curve", "piecewise");
            return None;
        }
        if curve.len() == 1 {
            let expected = "two points or more".into();
            let cause = SchemeError::ParameterOutOfRange { got: "one point".into(), expected };
            self.faults.push(format!("{at}.curve"), cause);
            return None;
        }
        let mut sound = true;
        let mut below: Option<Decimal> = None;
        for (i, knot) in curve.iter().enumerate() {
            let at = format!("{at}.curve[{i}]");
            sound &= self.within(&format!("{at}.value"), knot.value, Range::Any);
            sound &= self.within(&format!("{at}.share"), knot.share, Range::Share);
            if let Some(below) = below.filter(|below| knot.value <= *below) {
                let cause = SchemeError::CurveNotRising { got: knot.value.to_string(), below: below.to_string() };
                self.faults.push(format!("{at}.value"), cause);
                sound = false;
            }
            below = Some(knot.value);
        }
        sound.then(|| Rule::Piecewise(curve.iter().map(|k| Knot { value: k.value, share: k.share }).collect()))
    }

    fn three_rates(&mut self, at: &str, draft: &IndicatorDraft) -> Option<Rule> {
        let parts: Vec<RatePart> = match draft.parts.as_deref() {
            None => usual_rates(),
            Some([]) => {
                self.missing_list(at, "parts", "three-rates");
                return None;
            }
            Some(parts) => {
                let one = Decimal::from(1);
                let part = |p: &RatePartDraft| RatePart {
                    key: p.key.clone(),
                    label: named(p.label.as_ref(), &p.key),
                    weight: p.weight.unwrap_or(one),
                    target: p.target.unwrap_or(one),
                };
                parts.iter().map(part).collect()
            }
        };
        let mut sound = true;
        for (i, part) in parts.iter().enumerate() {
            let at = format!("{at}.parts[{i}]");
            sound &= self.within(&format!("{at}.weight"), part.weight, Range::Points);
            sound &= self.within(&format!("{at}.target"), part.target, Range::Share)
                && self.within(&format!("{at}.target"), part.target, Range::Positive);
        }
        sound.then_some(Rule::ThreeRates(parts))
    }

    fn deduct(&mut self, at: &str, draft: &IndicatorDraft) -> Option<Rule> {
        let label = named(draft.label.as_ref(), &draft.key);
        let events: Vec<Event> = match (&draft.each, draft.events.as_deref().unwrap_or_default()) {
            (Some(each), _) => vec![Event { key: None, label, each: *each }],
            (None, []) => {
                self.missing_list(at, "each", "deduct");
                return None;
            }
            (None, events) => {
                let event = |e: &EventDraft| Event {
                    key: Some(e.key.clone()),
                    label: named(e.label.as_ref(), &e.key),
                    each: e.each,
                };
                events.iter().map(event).collect()
            }
        };
        let mut sound = true;
        for (i, event) in events.iter().enumerate() {
            let path = if event.key.is_some() { format!("{at}.events[{i}].each") } else { format!("{at}.each") };
            sound &= self.within(&path, event.each, Range::Points);
        }
        let floor = draft.floor.unwrap_or(Decimal::ZERO);
        let path = format!("{at}.floor");
        sound &= self.within(&path, floor, Range::PointsOrNone);
        if floor > draft.points {
            let expected = format!("at most the points `{}`", draft.points);
            self.faults.push(path, SchemeError::ParameterOutOfRange { got: floor.to_string(), expected });
            sound = false;
        }
        sound.then_some(Rule::Deduct { points: draft.points, events, floor })
    }

    fn ballots(&mut self, at: &str, draft: &IndicatorDraft) -> Option<Rule> {
        let classes = draft.classes.as_deref().unwrap_or_default();
        if classes.is_empty() {
            self.missing_list(at, "classes", "ballots");
            return None;
        }
        let mut sound = true;
        for (i, class) in classes.iter().enumerate() {
            sound &= self.within(&format!("{at}.classes[{i}].weight"), class.weight, Range::Points);
        }
        let class =
            |c: &ClassDraft| Class { key: c.key.clone(), label: named(c.label.as_ref(), &c.key), weight: c.weight };
        sound.then(|| Rule::Ballots(classes.iter().map(class).collect()))
    }

    /// The columns that an indicator reads: under its key or the name it gives, and again for last period.
    pub fn rule_columns(&mut self, at: &str, draft: &IndicatorDraft, rule: Option<&Rule>, missing: Missing) {
        let name = draft.column.as_ref().unwrap_or(&draft.key).as_str();
        if draft.column.is_some() {
            // No column bears the key, which is still this indicator's own.
            self.reserve(&format!("{at}.key"), draft.key.as_str());
        }
        self.columns_of(at, name, draft, rule);
        if missing != Missing::LastPeriod {
            return;
        }
        if draft.rule == RuleName::Progress {
            let (parameter, rule) = ("missing = \"last-period\"".into(), draft.rule.as_str().into());
            self.faults.push(format!("{at}.missing"), SchemeError::ParameterNotUsed { parameter, rule });
            return;
        }
        self.columns_of(at, &format!("{name}_last"), draft, rule);
    }

    fn columns_of(&mut self, at: &str, name: &str, draft: &IndicatorDraft, rule: Option<&Rule>) {
        let reader = draft.key.as_str();
        let shared = draft.column.is_some();
        let path = format!("{at}.{}", if shared { "column" } else { "key" });
        let column = |this: &mut Self, path: &str, name: &str, kind, scale, required| {
            if shared {
                this.shared_column(path, name, reader, kind, scale, required);
            } else {
                this.column(path, name, reader, kind, scale, required);
            }
        };
        match rule {
            Some(Rule::Deduct { events, .. }) if events.iter().any(|e| e.key.is_some()) => {
                // The indicator's own name stays its own, though no column bears it.
                self.own_name(&path, name, shared);
                for (i, event) in events.iter().enumerate() {
                    let name = format!("{name}_{}", event.key.as_ref().map_or("", Key::as_str));
                    column(self, &format!("{at}.events[{i}].key"), &name, CellKind::Count, 0, true);
                }
            }
            Some(Rule::Ballots(classes)) => {
                self.own_name(&path, name, shared);
                for (i, class) in classes.iter().enumerate() {
                    for ending in ENDINGS {
                        let name = format!("{name}_{}_{ending}", class.key);
                        let path = format!("{at}.classes[{i}].key");
                        column(self, &path, &name, CellKind::Count, 0, ending != "abstain");
                    }
                }
            }
            Some(Rule::ThreeRates(parts)) => {
                self.own_name(&path, name, shared);
                for (i, part) in parts.iter().enumerate() {
                    let path = if draft.parts.is_some() { format!("{at}.parts[{i}].key") } else { path.clone() };
                    let name = format!("{name}_{}", part.key);
                    column(self, &path, &name, CellKind::Rate, 0, true);
                    self.counts_of(&path, &name, shared);
                }
            }
            Some(Rule::Progress { .. }) => {
                column(self, &path, name, CellKind::Number, draft.scale, true);
                column(self, &path, &format!("{name}_last"), CellKind::Number, draft.scale, true);
            }
            _ => {
                let kind = match draft.rule {
                    RuleName::Rate => CellKind::Rate,
                    RuleName::Deduct => CellKind::Count,
                    _ => CellKind::Number,
                };
                column(self, &path, name, kind, draft.scale, true);
                if kind == CellKind::Rate {
                    self.counts_of(&path, name, shared);
                }
            }
        }
    }

    /// The two columns that may stand for one of rates.
    fn counts_of(&mut self, path: &str, name: &str, shared: bool) {
        for ending in ["numerator", "denominator"] {
            self.own_name(path, &format!("{name}_{ending}"), shared);
        }
    }

    fn own_name(&mut self, path: &str, name: &str, shared: bool) {
        // A name that two indicators share is kept from others by the first of them.
        if !(shared && self.is_read(name)) {
            self.reserve(path, name);
        }
    }

    fn reserve(&mut self, path: &str, name: &str) {
        let before = self.columns.len();
        self.column(path, name, name, CellKind::Number, 0, true);
        self.columns.truncate(before);
    }
}

/// Awareness, participation and satisfaction, with equal weights.
fn usual_rates() -> Vec<RatePart> {
    let rates = [("awareness", "知晓率"), ("participation", "参与率"), ("satisfaction", "满意率")];
    let part = |(key, zh): (&str, &str)| {
        let one = Decimal::from(1);
        Some(RatePart { key: key.parse().ok()?, label: Text::new(zh, key), weight: one, target: one })
    };
    rates.into_iter().filter_map(part).collect()
}
