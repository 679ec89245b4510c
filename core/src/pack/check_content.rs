//! What one clause says, from its draft to its checked content.

use num_traits::ToPrimitive;

use super::PackError;
use super::check::name_of;
use super::clause::{Base, Choice, Comparison, Content, Part, Range, Threshold};
use super::language::{Composition, PredicateKind, Surplus, When};
use crate::kernel::{Certainty, Faults, Ratio};
use crate::wire::pack::{ClauseDraft, CompositionDraft, RangeDraft, ThresholdDraft};

/// What a clause says; its faults are pushed.
pub(super) fn check_content(draft: &ClauseDraft, path: &str, faults: &mut Faults) -> Option<Content> {
    let given: Vec<&str> = [
        ("range", draft.range.is_some()),
        ("threshold", draft.threshold.is_some()),
        ("years", draft.years.is_some()),
        ("days", draft.days.is_some()),
        ("day", draft.day.is_some()),
        ("choice", draft.choice.is_some()),
        ("composition", draft.composition.is_some()),
        ("surplus", draft.surplus.is_some()),
        ("deadline", draft.deadline.is_some()),
        ("predicate", draft.predicate.is_some()),
        ("counting", draft.counting.is_some()),
        ("procedure", draft.procedure.is_some()),
        ("provision", draft.provision.is_some()),
        ("silence", draft.silence.is_some()),
        ("unread", draft.unread == Some(true)),
    ]
    .into_iter()
    .filter_map(|(name, given)| given.then_some(name))
    .collect();
    let name = match given.as_slice() {
        [] => {
            faults.push(path, PackError::NoContent);
            return None;
        }
        [one] => *one,
        [one, other, ..] => {
            let cause = PackError::TwoContents { one: (*one).to_owned(), other: (*other).to_owned() };
            faults.push(format!("{path}.{other}"), cause);
            return None;
        }
    };
    match (name == "unread", draft.certainty == Certainty::Unread) {
        (false, true) => {
            faults.push(format!("{path}.{name}"), PackError::UnreadWithValue { content: name.to_owned() });
        }
        (true, false) => faults.push(format!("{path}.certainty"), PackError::ReadWithoutValue),
        _ => {}
    }
    let path = format!("{path}.{name}");
    read_content(draft, &path, faults)
}

fn read_content(draft: &ClauseDraft, path: &str, faults: &mut Faults) -> Option<Content> {
    let empty = |what: &str| PackError::Empty { what: what.to_owned() };
    if let Some(range) = &draft.range {
        return Some(Content::Range(check_range(range, path, faults)));
    }
    if let Some(threshold) = &draft.threshold {
        return check_threshold(threshold, path, faults).map(Content::Threshold);
    }
    if let Some(composition) = &draft.composition {
        return check_composition(composition, path, faults).map(Content::Composition);
    }
    if let Some(surplus) = &draft.surplus {
        return check_surplus(surplus, path, faults).map(Content::Surplus);
    }
    if let Some(deadline) = draft.deadline {
        if deadline.event == deadline.anchor {
            let cause =
                PackError::ContentIncomplete { content: "deadline".into(), field: "an anchor of its own".into() };
            faults.push(format!("{path}.anchor"), cause);
        }
        if deadline.roll && deadline.when != When::AtMostAfter {
            let cause =
                PackError::FieldUnfit { field: "roll".into(), content: "a deadline not `at-most-after`".into() };
            faults.push(format!("{path}.roll"), cause);
        }
        return Some(Content::Deadline(deadline));
    }
    if let Some(predicate) = &draft.predicate {
        let timed = matches!(predicate.is, PredicateKind::Age | PredicateKind::Residence);
        if timed && predicate.years.is_none() {
            let cause = PackError::ContentIncomplete { content: "predicate".into(), field: "years".into() };
            faults.push(format!("{path}.years"), cause);
        }
        let fields =
            [("years", predicate.years.is_some()), ("on", predicate.on.is_some()), ("full", predicate.full.is_some())];
        for (field, _) in fields.into_iter().filter(|(_, given)| *given && !timed) {
            let content = format!("predicate = {}", name_of(&predicate.is));
            faults.push(format!("{path}.{field}"), PackError::FieldUnfit { field: field.into(), content });
        }
        return Some(Content::Predicate(predicate.clone()));
    }
    if let Some(rules) = &draft.counting {
        if rules.is_empty() {
            faults.push(path, empty("the list of counting rules"));
        }
        return Some(Content::Counting(rules.clone()));
    }
    if let Some(steps) = &draft.procedure {
        if steps.is_empty() {
            faults.push(path, empty("the list of steps"));
        }
        return Some(Content::Procedure(steps.clone()));
    }
    if let Some(choice) = &draft.choice {
        if choice.options.is_empty() {
            faults.push(format!("{path}.options"), empty("the list of options"));
        }
        return Some(Content::Choice(Choice { pick: choice.pick, options: choice.options.clone() }));
    }
    let words = draft.provision.as_ref().map(|text| (text, false)).or(draft.silence.as_ref().map(|text| (text, true)));
    if let Some((text, silent)) = words {
        if text.is_empty() {
            faults.push(path, empty("the provision"));
        }
        let text = text.clone();
        return Some(if silent { Content::Silence(text) } else { Content::Provision(text) });
    }
    let number = draft.years.map(Content::Years).or_else(|| draft.days.map(Content::Days));
    Some(number.or_else(|| draft.day.map(Content::Day)).unwrap_or(Content::Unread))
}

fn check_range(draft: &RangeDraft, path: &str, faults: &mut Faults) -> Range {
    match (draft.least, draft.most) {
        (None, None) => faults.push(path, PackError::RangeOpen),
        (Some(least), Some(most)) if most < least => {
            faults.push(path, PackError::RangeReversed { least: least.to_string(), most: most.to_string() });
        }
        _ => {}
    }
    Range { least: draft.least, most: draft.most, unit: draft.unit.clone(), usual: draft.usual, of: draft.of }
}

fn check_composition(draft: &CompositionDraft, path: &str, faults: &mut Faults) -> Option<Composition> {
    let always = matches!(draft.comparison, Comparison::AtLeast | Comparison::LessThan) && draft.share.is_zero();
    if draft.share > Ratio::ONE || draft.share.is_negative() || always {
        faults.push(format!("{path}.share"), PackError::ShareOutOfRange { share: draft.share.to_string() });
        return None;
    }
    let fraction = fraction(&draft.share, &format!("{path}.share"), faults)?;
    let (part, base, comparison, share) = (draft.part, draft.base, draft.comparison, draft.share.clone());
    Some(Composition { part, base, comparison, share, fraction })
}

fn check_surplus(draft: &Surplus, path: &str, faults: &mut Faults) -> Option<Surplus> {
    let (least, most) = (draft.least.as_ref(), draft.most.as_ref());
    if least.is_none() && most.is_none() {
        faults.push(path, PackError::RangeOpen);
        return None;
    }
    for (field, end) in [("least", least), ("most", most)] {
        if let Some(end) = end.filter(|end| end.is_negative()) {
            faults.push(format!("{path}.{field}"), PackError::ShareOutOfRange { share: end.to_string() });
        }
    }
    if let (Some(least), Some(most)) = (least, most)
        && most < least
    {
        faults.push(path, PackError::RangeReversed { least: least.to_string(), most: most.to_string() });
    }
    Some(draft.clone())
}

/// A share as two numbers that are small enough for exact products.
fn fraction(share: &Ratio, path: &str, faults: &mut Faults) -> Option<(u32, u32)> {
    let fraction = share.numerator().to_u32().zip(share.denominator().to_u32()).filter(|(_, q)| *q <= 1_000_000);
    if fraction.is_none() {
        faults.push(path, PackError::ShareTooFine { share: share.to_string() });
    }
    fraction
}

fn check_threshold(draft: &ThresholdDraft, path: &str, faults: &mut Faults) -> Option<Threshold> {
    let (base, share) = match (draft.base, &draft.share, draft.count) {
        (Some(base), Some(share), None) if base != Base::Number => (base, share.clone()),
        (None, None, Some(count)) => (Base::Number, Ratio::from(count)),
        _ => {
            faults.push(path, PackError::ThresholdUnclear);
            return None;
        }
    };
    // Any number is at least 0, and none is less.
    let always = matches!(draft.comparison, Comparison::AtLeast | Comparison::LessThan) && share.is_zero();
    let in_range = base == Base::Number && !always
        || base != Base::Number
            && match draft.comparison {
                Comparison::AtLeast | Comparison::LessThan => Ratio::ZERO < share && share <= Ratio::ONE,
                Comparison::MoreThan | Comparison::AtMost => !share.is_negative() && share < Ratio::ONE,
            };
    if !in_range {
        let field = if base == Base::Number { "count" } else { "share" };
        faults.push(format!("{path}.{field}"), PackError::ShareOutOfRange { share: share.to_string() });
        return None;
    }
    if draft.part != Part::Yes && !matches!(base, Base::Entitled | Base::Number) {
        let cause = PackError::PartAgainstBase { part: name_of(&draft.part), base: name_of(&base) };
        faults.push(format!("{path}.base"), cause);
        return None;
    }
    let fraction = fraction(&share, &format!("{path}.share"), faults)?;
    let (part, measure, comparison) = (draft.part, draft.measure, draft.comparison);
    Some(Threshold { part, base, measure, comparison, share, fraction, words: draft.words.clone() })
}
