//! Proxies: who may act for whom, and what of it enters the record.

use std::collections::{BTreeMap, BTreeSet};

use super::MeetingError;
use crate::kernel::{Day, Faults, Key, Result};
use crate::wire::participation_meeting::{ProxiesDraft, ProxyCountsDraft, ProxyDraft};

/// Checks a list of proxies and counts it. What is excluded counts nowhere and is not looked at.
///
/// # Errors
/// `proxy-given-twice`, `proxy-giver-present`, `delegation-circle`, `proxy-passed-on`, `proxy-for-absent-proxy`, `proxy-holder-twice`,
/// `proxy-registered-after`.
pub(super) fn count(draft: &ProxiesDraft, day: Day) -> Result<ProxyCountsDraft> {
    let mut faults = Faults::new();
    let mut present: BTreeSet<&Key> = BTreeSet::new();
    for (i, holder) in draft.present.iter().enumerate() {
        if !present.insert(holder) {
            faults.push(format!("present[{i}]"), MeetingError::HolderTwice { holder: holder.to_string() });
        }
    }
    let counted: Vec<(usize, &ProxyDraft)> = draft.given.iter().enumerate().filter(|(_, p)| !p.excluded).collect();
    let mut to: BTreeMap<&Key, &Key> = BTreeMap::new();
    for (i, proxy) in &counted {
        if to.insert(&proxy.giver, &proxy.holder).is_some() {
            let cause = MeetingError::GivenTwice { giver: proxy.giver.to_string() };
            faults.push(format!("given[{i}].giver"), cause);
        }
        if present.contains(&proxy.giver) && proxy.giver != proxy.holder {
            let cause = MeetingError::GiverPresent { giver: proxy.giver.to_string() };
            faults.push(format!("given[{i}].giver"), cause);
        }
        if let Some(registered) = proxy.registered.filter(|registered| *registered > day) {
            let (registered, day) = (registered.to_string(), day.to_string());
            faults.push(format!("given[{i}].registered"), MeetingError::RegisteredAfter { registered, day });
        }
    }
    let circles = circles(&to);
    let mut told: BTreeSet<usize> = BTreeSet::new();
    for (i, proxy) in &counted {
        if let Some((at, circle)) = circles.iter().enumerate().find(|(_, circle)| circle.contains(&&proxy.giver)) {
            // A circle is told once, at the first of its proxies.
            if told.insert(at) {
                let keys = circle.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" → ");
                faults.push(format!("given[{i}].holder"), MeetingError::Circle { keys });
            }
            continue;
        }
        if let Some(next) = to.get(&proxy.holder) {
            let (giver, holder) = (proxy.holder.to_string(), next.to_string());
            faults.push(format!("given[{i}].holder"), MeetingError::PassedOn { giver, holder });
        } else if !present.contains(&proxy.holder) {
            let cause = MeetingError::HolderAbsent { holder: proxy.holder.to_string() };
            faults.push(format!("given[{i}].holder"), cause);
        }
    }
    faults.into_result()?;
    let mut held: BTreeMap<&Key, u64> = BTreeMap::new();
    for (_, proxy) in &counted {
        *held.entry(&proxy.holder).or_default() += 1;
    }
    let size = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let days: Option<Vec<Day>> = counted.iter().map(|(_, p)| p.registered).collect();
    Ok(ProxyCountsDraft {
        counted: size(counted.len()),
        excluded: size(draft.given.len() - counted.len()),
        most_held: Some(held.into_values().max().unwrap_or(0)),
        near_relatives: all(counted.iter().map(|(_, p)| p.near_relative)),
        last_registered: days.and_then(|days| days.into_iter().max()),
    })
}

/// Whether all are so; one that is not settles it.
fn all(mut answers: impl Iterator<Item = Option<bool>> + Clone) -> Option<bool> {
    if answers.clone().any(|so| so == Some(false)) {
        return Some(false);
    }
    answers.all(|so| so.is_some()).then_some(true)
}

/// The circles of givers, each in the order in which it is walked.
fn circles<'d>(to: &BTreeMap<&'d Key, &'d Key>) -> Vec<Vec<&'d Key>> {
    let (mut seen, mut circles) = (BTreeSet::new(), Vec::new());
    for start in to.keys() {
        let (mut at, mut way): (&Key, Vec<&Key>) = (start, Vec::new());
        let closed = loop {
            if !seen.insert(at) {
                break way.iter().position(|key| *key == at);
            }
            way.push(at);
            match to.get(at) {
                Some(next) => at = next,
                None => break None,
            }
        };
        circles.extend(closed.map(|from| way.split_off(from)));
    }
    circles
}
