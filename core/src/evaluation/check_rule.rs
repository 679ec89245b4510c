//! From the draft of an indicator to its rule: parameters, tiers, events, classes, and the columns they read.

use super::SchemeError;
use super::check::{Checker, Range, named};
use super::kernel::ENDINGS;
use super::rule::{Class, Event, Rule, RuleName, Tier};
use crate::kernel::{Decimal, Key};
use crate::wire::evaluation::{CellKind, ClassDraft, EventDraft, IndicatorDraft};

impl Checker {
    /// The rule with its parameters; a parameter of another rule is a fault.
    pub fn rule(&mut self, at: &str, draft: &IndicatorDraft) -> Option<Rule> {
        use RuleName::{Ballots, Deduct, Linear, LinearDown, Met, Rate, Tiers};
        let name = draft.rule;
        let given = [
            ("target", draft.target.is_some(), matches!(name, Linear | LinearDown | Met | Rate)),
            ("worst", draft.worst.is_some(), name == LinearDown),
            ("cap", draft.cap.is_some(), name == Linear),
            ("tiers", draft.tiers.is_some(), name == Tiers),
            ("each", draft.each.is_some(), name == Deduct),
            ("events", draft.events.is_some(), name == Deduct && draft.each.is_none()),
            ("floor", draft.floor.is_some(), name == Deduct),
            ("classes", draft.classes.is_some(), name == Ballots),
            ("scale", draft.scale > 0, !matches!(name, Deduct | Rate | Ballots)),
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
        let mut sound = true;
        for (i, tier) in tiers.iter().enumerate() {
            let at = format!("{at}.tiers[{i}]");
            sound &= self.within(&format!("{at}.least"), tier.least, Range::Any);
            sound &= self.within(&format!("{at}.share"), tier.share, Range::Share);
            let Some(above) = i.checked_sub(1).and_then(|i| tiers.get(i)) else { continue };
            for (field, got, above) in [("least", tier.least, above.least), ("share", tier.share, above.share)] {
                if got >= above {
                    let cause = SchemeError::TiersNotDescending { got: got.to_string(), above: above.to_string() };
                    self.faults.push(format!("{at}.{field}"), cause);
                    sound = false;
                }
            }
        }
        sound.then(|| Rule::Tiers(tiers.iter().map(|t| Tier { least: t.least, share: t.share }).collect()))
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

    pub fn rule_columns(&mut self, at: &str, draft: &IndicatorDraft, rule: Option<&Rule>) {
        let key = draft.key.as_str();
        let key_path = format!("{at}.key");
        let own = |kind| (kind, draft.scale);
        let (kind, scale) = match draft.rule {
            RuleName::Rate => own(CellKind::Rate),
            RuleName::Deduct => own(CellKind::Count),
            _ => own(CellKind::Number),
        };
        match rule {
            Some(Rule::Deduct { events, .. }) if events.iter().any(|e| e.key.is_some()) => {
                // The indicator's own name stays its own, though no column bears it.
                self.reserve(&key_path, key);
                for (i, event) in events.iter().enumerate() {
                    let name = format!("{key}_{}", event.key.as_ref().map_or("", Key::as_str));
                    self.column(&format!("{at}.events[{i}].key"), &name, key, CellKind::Count, 0, true);
                }
            }
            Some(Rule::Ballots(classes)) => {
                self.reserve(&key_path, key);
                for (i, class) in classes.iter().enumerate() {
                    for ending in ENDINGS {
                        let name = format!("{key}_{}_{ending}", class.key);
                        let path = format!("{at}.classes[{i}].key");
                        self.column(&path, &name, key, CellKind::Count, 0, ending != "abstain");
                    }
                }
            }
            _ => {
                self.column(&key_path, key, key, kind, scale, true);
                if kind == CellKind::Rate {
                    self.reserve(&key_path, &format!("{key}_numerator"));
                    self.reserve(&key_path, &format!("{key}_denominator"));
                }
            }
        }
    }

    fn reserve(&mut self, path: &str, name: &str) {
        let before = self.columns.len();
        self.column(path, name, name, CellKind::Number, 0, true);
        self.columns.truncate(before);
    }
}
