//! From a draft to an appraisal: every fault with its path.

use std::collections::{BTreeMap, BTreeSet};

use super::{Appraisal, AppraisalError, Candidate, Class, Count, Trigger};
use crate::evaluation::check::named;
use crate::kernel::{Decimal, Faults, Key, Ratio, Result};
use crate::organisation::LEAST_COUNT;
use crate::wire::evaluation::{AppraisalDraft, BallotCountDraft};

/// The most voters of a class.
const MOST_VOTERS: u64 = 1_000_000_000;

fn out_of_range(faults: &mut Faults, path: String, got: &impl ToString, expected: &str) {
    faults.push(path, AppraisalError::OutOfRange { got: got.to_string(), expected: expected.into() });
}

/// Keys that stand twice, and lists that are empty.
fn keys<'k>(faults: &mut Faults, list: &str, keys: impl Iterator<Item = &'k Key>) {
    let mut seen = BTreeSet::new();
    for (i, key) in keys.enumerate() {
        if !seen.insert(key) {
            let cause = AppraisalError::KeyTwice { key: key.to_string(), list: list.into() };
            faults.push(format!("{list}[{i}].key"), cause);
        }
    }
    if seen.is_empty() && list != "triggers" {
        faults.push(list, AppraisalError::EmptyList { list: list.into() });
    }
}

fn marks(faults: &mut Faults, draft: &AppraisalDraft) -> [Decimal; 4] {
    let tenths = |n| Decimal::new(n, 1).unwrap_or(Decimal::ZERO);
    let Some(given) = &draft.marks else { return [Decimal::from(1), tenths(8), tenths(6), Decimal::ZERO] };
    let list = [given.excellent, given.competent, given.basic, given.incompetent];
    let names = ["excellent", "competent", "basic", "incompetent"];
    let mut above: Option<Decimal> = None;
    for (mark, name) in list.into_iter().zip(names) {
        if mark < Decimal::ZERO || mark > Decimal::from(1) || mark.scale() > 9 {
            out_of_range(faults, format!("marks.{name}"), &mark, "from 0 to 1 with at most 9 decimals");
        } else if let Some(above) = above.filter(|above| mark > *above) {
            let cause = AppraisalError::MarksNotFalling { got: mark.to_string(), above: above.to_string() };
            faults.push(format!("marks.{name}"), cause);
        }
        above = Some(mark);
    }
    list
}

fn share(faults: &mut Faults, path: String, got: &Ratio) {
    if got.is_negative() || got.is_zero() || *got > Ratio::ONE {
        out_of_range(faults, path, got, "above 0 and at most 1");
    }
}

pub(super) fn check(draft: AppraisalDraft) -> Result<Appraisal> {
    let mut faults = Faults::new();
    keys(&mut faults, "classes", draft.classes.iter().map(|c| &c.key));
    for (i, class) in draft.classes.iter().enumerate() {
        if class.weight <= Decimal::ZERO || class.weight > Decimal::from(1_000_000) {
            out_of_range(&mut faults, format!("classes[{i}].weight"), &class.weight, "above 0 and at most 1000000");
        }
    }
    let marks = marks(&mut faults, &draft);
    if draft.scale > 9 {
        out_of_range(&mut faults, "scale".into(), &draft.scale, "a number of decimals from 0 to 9");
    }
    if let Some(least) = &draft.least_turnout {
        share(&mut faults, "least_turnout".into(), least);
    }
    if !(LEAST_COUNT..=MOST_VOTERS).contains(&draft.threshold) {
        out_of_range(&mut faults, "threshold".into(), &draft.threshold, &format!("at least {LEAST_COUNT}"));
    }
    keys(&mut faults, "triggers", draft.triggers.iter().map(|t| &t.key));
    for (i, trigger) in draft.triggers.iter().enumerate() {
        share(&mut faults, format!("triggers[{i}].share"), &trigger.share);
        if trigger.grades.is_empty() {
            faults.push(format!("triggers[{i}].grades"), AppraisalError::EmptyList { list: "grades".into() });
        }
    }
    keys(&mut faults, "subjects", draft.subjects.iter().map(|s| &s.key));
    let classes: Vec<Class> = draft
        .classes
        .iter()
        .map(|c| {
            let label = named(c.label.as_ref(), &c.key);
            Class { key: c.key.clone(), label, weight: c.weight.to_ratio() }
        })
        .collect();
    let mut candidates: Vec<Candidate> = draft
        .subjects
        .iter()
        .map(|s| {
            let counts = vec![Count::default(); classes.len()];
            Candidate { key: s.key.clone(), label: named(s.label.as_ref(), &s.key), counts }
        })
        .collect();
    ballots(&mut faults, &draft.ballots, &classes, &mut candidates);
    faults.into_result()?;
    let triggers = draft.triggers.into_iter().map(|t| Trigger {
        label: named(t.label.as_ref(), &t.key),
        key: t.key,
        article: t.article,
        grades: t.grades,
        share: t.share,
        basis: t.basis,
    });
    Ok(Appraisal {
        title: draft.title,
        subject: draft.subject,
        day: draft.day,
        classes,
        marks,
        scale: draft.scale,
        rounding: draft.rounding,
        least_turnout: draft.least_turnout,
        threshold: draft.threshold,
        triggers: triggers.collect(),
        candidates,
    })
}

fn ballots(faults: &mut Faults, drafts: &[BallotCountDraft], classes: &[Class], candidates: &mut [Candidate]) {
    let mut seen = BTreeSet::new();
    let places: BTreeMap<Key, usize> = candidates.iter().enumerate().map(|(i, c)| (c.key.clone(), i)).collect();
    for (i, row) in drafts.iter().enumerate() {
        let at = format!("ballots[{i}]");
        let class = classes.iter().position(|c| c.key == row.class);
        let candidate = places.get(&row.subject).and_then(|place| candidates.get_mut(*place));
        for (field, key, list, found) in [
            ("subject", &row.subject, "subjects", candidate.is_some()),
            ("class", &row.class, "classes", class.is_some()),
        ] {
            if !found {
                let cause = AppraisalError::UnknownKey { key: key.to_string(), list: list.into() };
                faults.push(format!("{at}.{field}"), cause);
            }
        }
        if !seen.insert((&row.subject, &row.class)) {
            let (subject, class) = (row.subject.to_string(), row.class.to_string());
            faults.push(&at, AppraisalError::CountedTwice { subject, class });
        }
        let votes = [row.excellent, row.competent, row.basic, row.incompetent];
        let fields = ["excellent", "competent", "basic", "incompetent", "abstain", "entitled"];
        let mut sound = true;
        for (field, n) in fields.into_iter().zip(votes.into_iter().chain([row.abstain, row.entitled])) {
            if n > MOST_VOTERS {
                out_of_range(faults, format!("{at}.{field}"), &n, &format!("at most {MOST_VOTERS}"));
                sound = false;
            }
        }
        if !sound {
            continue;
        }
        let count = Count { entitled: row.entitled, votes, abstained: row.abstain };
        if count.cast() > count.entitled {
            faults.push(&at, AppraisalError::MoreThanEntitled { cast: count.cast(), entitled: count.entitled });
        }
        if let (Some(candidate), Some(class)) = (candidate, class)
            && let Some(slot) = candidate.counts.get_mut(class)
        {
            *slot = count;
        }
    }
    // A class without a row would be left out of the turnout, and with it those of it who stayed away.
    for candidate in candidates.iter() {
        for class in classes.iter().filter(|class| !seen.contains(&(&candidate.key, &class.key))) {
            let (subject, class) = (candidate.key.to_string(), class.key.to_string());
            faults.push("ballots", AppraisalError::NotCounted { subject, class });
        }
    }
}
