//! Laws of the log on random histories: both time axes, crosswalks, differences, rebuilding.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::{Document, Ratio, canonical};
use shequ::organisation::Organisation;
use shequ::wire::organisation::ChangeKind;

use super::oracle::{Oracle, followed, standing};
use super::random::{DAYS, History, build, digest, histories, on, world};
use super::{document, law_of};

/// What the whole log comes to.
fn oracle(history: &History) -> (Oracle, Vec<Value>) {
    let events = standing(&history.entries, on(10 * DAYS));
    (Oracle::of(&history.base, &events), events)
}

/// Ten known days and ten days of each: with 10,000 histories a million probes.
#[test]
fn both_times_are_what_filling_in_days_one_by_one_gives() {
    law_of(
        80,
        (histories(), prop::collection::vec(0..DAYS, 10), prop::collection::vec(0..DAYS, 10)),
        |(draws, known, days)| {
            let history = build(&draws);
            for known in known {
                let oracle = Oracle::of(&history.base, &standing(&history.entries, on(known)));
                let organisation = history.organisation.known_on(on(known));
                for day in &days {
                    prop_assert_eq!(
                        world(&organisation, on(*day)),
                        oracle.world(*day),
                        "known {} day {}: {:#?}",
                        known,
                        day,
                        &history.entries
                    );
                    prop_assert_eq!(
                        world(history.organisation.view(on(*day), on(known)).organisation(), on(*day)).len(),
                        oracle.world(*day).len()
                    );
                }
            }
            let (oracle, _) = self::oracle(&history);
            for day in days {
                prop_assert_eq!(world(&history.organisation, on(day)), oracle.world(day));
            }
            Ok(())
        },
    );
}

#[test]
fn the_same_entries_in_a_document_or_in_a_batch_give_the_same_organisation() {
    law_of(80, histories(), |draws| {
        let history = build(&draws);
        let text = document(json!({"units": history.base, "events": history.entries})).to_string();
        let one = digest(&history.organisation);
        // Entries known from the start apply in the order of their days in a document.
        let in_order = history.entries.iter().all(|entry| super::random::named(entry).1["recorded"].is_string());
        if in_order {
            let read =
                Organisation::parse(&text).map_err(|e| TestCaseError::fail(format!("{e}\n{:#?}", history.entries)))?;
            prop_assert_eq!(digest(&read), one, "{:#?}", &history.entries);
        }
        let start = Organisation::parse(&document(json!({"units": history.base})).to_string()).unwrap();
        let batch: Vec<_> = history.entries.iter().map(super::random::event).collect();
        let batch = start.apply_all(&batch).map_err(|e| TestCaseError::fail(format!("{e}")))?;
        prop_assert_eq!(digest(&batch), one);
        // As known before all, it is what it was.
        prop_assert_eq!(history.organisation.prefix(0).entries().len(), 0);
        for n in 0..DAYS {
            prop_assert_eq!(world(&history.organisation.prefix(0), on(n)), world(&start, on(n)));
        }
        Ok(())
    });
}

#[test]
fn a_day_is_what_a_document_of_its_rows_gives() {
    law_of(80, (histories(), 0..DAYS), |(draws, day)| {
        let history = build(&draws);
        let rows = oracle(&history).0.world(day);
        let units: Vec<Value> = rows
            .iter()
            .map(|(key, f)| json!({"key": key, "kind": f.kind, "name": f.name, "code": f.code, "parent": f.parent}))
            .collect();
        let rebuilt = Organisation::parse(&document(json!({"units": units})).to_string()).unwrap();
        let records = |organisation: &Organisation| {
            let records = organisation.at(on(day)).units().map(|unit| unit.record()).collect::<Vec<_>>();
            records
                .into_iter()
                .map(|mut r| {
                    (r.from, r.until) = (None, None);
                    r
                })
                .collect::<Vec<_>>()
        };
        prop_assert_eq!(records(&history.organisation), records(&rebuilt));
        Ok(())
    });
}

#[test]
fn differences_are_those_of_the_days_and_turn_round() {
    law_of(80, (histories(), 0..DAYS, 0..DAYS), |(draws, a, b)| {
        let history = build(&draws);
        let diff = history.organisation.diff(on(a), on(b));
        prop_assert_eq!(&history.organisation.diff(on(b), on(a)), &diff.inverse());
        prop_assert_eq!(&diff.inverse().inverse(), &diff);
        let (before, after) = (world(&history.organisation, on(a)), world(&history.organisation, on(b)));
        let with = |kind| {
            diff.units.iter().filter(|u| u.changes.contains(&kind)).map(|u| u.key.clone()).collect::<BTreeSet<_>>()
        };
        let only = |one: &super::random::World, other: &super::random::World| {
            one.keys().filter(|k| !other.contains_key(*k)).cloned().collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(with(ChangeKind::Added), only(&after, &before));
        prop_assert_eq!(with(ChangeKind::Dropped), only(&before, &after));
        let both = |differs: &dyn Fn(&super::random::Facts, &super::random::Facts) -> bool| {
            let pairs = before.iter().filter_map(|(key, facts)| Some((key, facts, after.get(key)?)));
            pairs.filter(|(_, x, y)| differs(x, y)).map(|(key, ..)| key.clone()).collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(with(ChangeKind::Renamed), both(&|x, y| x.name != y.name));
        prop_assert_eq!(with(ChangeKind::Recoded), both(&|x, y| x.code != y.code));
        prop_assert_eq!(with(ChangeKind::Moved), both(&|x, y| x.parent != y.parent));
        prop_assert_eq!(with(ChangeKind::Converted), both(&|x, y| x.kind != y.kind));
        // What no correction touched was done by an event.
        if history.entries.iter().all(|e| super::random::named(e).1["day"].is_string()) {
            for unit in &diff.units {
                let by_parent = unit.changes == [ChangeKind::Moved];
                prop_assert!(!unit.events.is_empty() || by_parent, "{:?}\n{:#?}", unit, &history.entries);
            }
        }
        Ok(())
    });
}

#[test]
fn crosswalks_multiply_and_lose_nothing() {
    law_of(80, (histories(), 0..DAYS, 0..DAYS, 0..DAYS), |(draws, a, b, c)| {
        let mut days = [a, b, c];
        days.sort_unstable();
        let [a, b, c] = days;
        let history = build(&draws);
        let organisation = &history.organisation;
        let (oracle, events) = oracle(&history);
        let walk = |from, until| organisation.crosswalk(on(from), on(until), "households").unwrap();
        let (ab, bc, ac) = (walk(a, b), walk(b, c), walk(a, c));
        let product = ab.then(&bc).unwrap();
        prop_assert_eq!(&product.cells, &ac.cells, "{} {} {}: {:#?}", a, b, c, &history.entries);
        prop_assert_eq!(&product.unchanged, &ac.unchanged);
        // What begins between and takes in something of what was there is reached; the rest has begun.
        prop_assert_eq!(&product.begun, &ac.begun, "{} {} {}: {:#?}", a, b, c, &history.entries);
        let mut counts = Vec::new();
        for (i, key) in world(organisation, on(a)).keys().enumerate() {
            let expected = followed(&oracle, &events, key, a, c);
            let cells = ac.cells.iter().filter(|cell| cell.from == *key);
            let mut got: BTreeMap<_, _> = cells.map(|cell| (cell.to.clone(), cell.share.clone())).collect();
            if ac.unchanged.contains(key) {
                got.insert(Some(key.clone()), Some(Ratio::ONE));
            }
            prop_assert_eq!(&got, &expected, "{} from {} to {}: {:#?}", key, a, c, &history.entries);
            let sum: Option<Vec<Ratio>> = got.into_values().collect();
            prop_assert!(sum.is_none_or(|shares| shares.into_iter().sum::<Ratio>() == Ratio::ONE));
            counts.push((key.clone(), Ratio::from(7 + 13 * i as u64)));
        }
        match ac.reexpress(&counts, None) {
            Ok(after) => {
                let sum: Ratio = counts.iter().map(|(_, n)| n.clone()).sum();
                let out: Ratio = after.values.iter().chain(&after.ended).map(|v| v.value.clone()).sum();
                prop_assert_eq!(&after.total, &sum);
                prop_assert_eq!(out, sum);
                // In two steps the same.
                let half = ab.reexpress(&counts, None).unwrap();
                let half: Vec<_> = half.values.into_iter().map(|v| (v.unit, v.value)).collect();
                prop_assert_eq!(bc.reexpress(&half, None).unwrap().values, after.values);
            }
            Err(error) => prop_assert_eq!(error.first().code(), "share-unknown"),
        }
        Ok(())
    });
}

#[test]
fn lineage_leads_where_the_crosswalk_does() {
    law_of(80, (histories(), 0..DAYS), |(draws, until)| {
        let history = build(&draws);
        // A unit that returns has its lineage, but nothing that it had returns with it.
        let returns = history.entries.iter().any(|e| e.to_string().contains("restore"));
        let walk = history.organisation.crosswalk(on(0), on(until), "households").unwrap();
        let start = world(&history.organisation, on(0));
        for key in start.keys().filter(|_| !returns) {
            // Events of the first day came before it.
            let early = history.organisation.crosswalk(on(0).plus_days(-1).unwrap(), on(0), "households").unwrap();
            if !early.unchanged.contains(key) {
                continue;
            }
            let lineage = history.organisation.lineage(key, on(until), Some("households")).unwrap();
            let ends: BTreeMap<_, _> = lineage
                .ends
                .iter()
                .filter(|end| end.exists == shequ::kernel::Likely::Yes)
                .map(|end| (end.unit.key.clone(), end.share.clone()))
                .collect();
            let cells = walk.cells.iter().filter(|cell| cell.from == *key);
            let mut row: BTreeMap<_, _> = cells.filter_map(|c| Some((c.to.clone()?, c.share.clone()))).collect();
            if walk.unchanged.contains(key) {
                row.insert(key.clone(), Some(Ratio::ONE));
            }
            prop_assert_eq!(ends, row, "{}: {:#?}", key, &history.entries);
        }
        Ok(())
    });
}

#[test]
fn a_log_tells_how_far_it_and_the_entries_are_good() {
    law_of(80, (histories(), 0..40_usize), |(draws, at)| {
        let history = build(&draws);
        let count = history.entries.len();
        if count == 0 || !super::random::named(&history.entries[0]).1["recorded"].is_string() {
            return Ok(());
        }
        let organisation = &history.organisation;
        let log = organisation.log("l".parse().unwrap(), "post".parse().unwrap(), on(0)).unwrap();
        prop_assert!(organisation.check_log(&log, Some(&log.head())).unwrap().intact);
        let at = at % count;
        let chain = canonical(&log).unwrap();
        // One entry altered: those before it stand.
        let mut entries = history.entries.clone();
        let (name, _) = super::random::named(&entries[at]);
        entries[at][&name]["source"] = "altered".into();
        let text = document(json!({"units": history.base, "events": entries})).to_string();
        let read = Organisation::parse_logged(&text, &chain, None).unwrap();
        prop_assert_eq!(usize::try_from(read.check.good).unwrap(), at);
        prop_assert_eq!(read.check.broken.unwrap().code, "log-event-differs");
        prop_assert_eq!(digest(&read.organisation), digest(&organisation.prefix(at)));
        // Entries cut off.
        let text = document(json!({"units": history.base, "events": history.entries[..at]})).to_string();
        let read = Organisation::parse_logged(&text, &chain, None).unwrap();
        prop_assert_eq!(
            (usize::try_from(read.check.good).unwrap(), read.check.broken.unwrap().code),
            (at, "log-event-missing".to_owned())
        );
        // The chain altered.
        let text = document(json!({"units": history.base, "events": history.entries})).to_string();
        let mut altered: Value = serde_json::from_str(&chain).unwrap();
        altered["entries"][at]["actor"] = "other".into();
        let read = Organisation::parse_logged(&text, &altered.to_string(), None).unwrap();
        prop_assert_eq!(
            (usize::try_from(read.check.good).unwrap(), read.check.broken.unwrap().code),
            (at, "log-entry-changed".to_owned())
        );
        prop_assert_eq!(digest(&read.organisation), digest(&organisation.prefix(at)));
        Ok(())
    });
}

/// Laws on histories in which nothing happens would hold as well.
#[test]
fn random_histories_hold_every_kind_of_entry() {
    let seen = std::cell::RefCell::new(BTreeMap::<String, u32>::new());
    law_of(150, histories(), |draws| {
        for entry in build(&draws).entries {
            *seen.borrow_mut().entry(super::random::named(&entry).0).or_default() += 1;
        }
        Ok(())
    });
    let seen = seen.into_inner();
    let names = [
        "found", "abolish", "rename", "recode", "reparent", "convert", "merge", "split", "transfer", "replace",
        "restore", "state", "retract", "amend",
    ];
    for name in names {
        assert!(seen.get(name).is_some_and(|n| *n >= 3), "{name}: {seen:?}");
    }
}
