//! Laws on random histories, against brute force over the rows as written.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::{Day, Document, Likely, Ratio, Span, WithinDays};
use shequ::organisation::Organisation;

use super::{document, law};

const FIRST: i32 = 731_000;
pub(super) const DAYS: i32 = 40;

pub(super) fn on(n: i32) -> Day {
    Day::from_number(FIRST + n).unwrap()
}

/// Bounds of a day, as a document writes them.
pub(super) type Bound = Option<(i32, i32)>;

fn bound() -> impl Strategy<Value = Bound> {
    prop_oneof![1 => Just(None), 3 => (0..DAYS).prop_map(|d| Some((d, d))), 1 => (0..DAYS, 0..6).prop_map(|(d, w)| Some((d, d + w)))]
}

fn written(bound: Bound) -> Value {
    bound.map_or(Value::Null, |(a, b)| if a == b { on(a).to_string() } else { format!("{}..{}", on(a), on(b)) }.into())
}

fn within(bound: Bound) -> Option<WithinDays> {
    bound.map(|(a, b)| WithinDays::new(on(a), on(b)).unwrap())
}

/// A span that is not certainly empty.
fn span() -> impl Strategy<Value = (Bound, Bound)> {
    (bound(), bound()).prop_filter("not empty", |(from, until)| Span::new(within(*from), within(*until)).is_ok())
}

fn holds((from, until): (Bound, Bound), day: Day) -> Likely {
    Span::new(within(from), within(until)).unwrap().holds(day)
}

#[derive(Debug, Clone)]
pub(super) struct Unit {
    life: (Bound, Bound),
    parents: Vec<(usize, (Bound, Bound))>,
}

pub(super) fn units(most: usize) -> impl Strategy<Value = Vec<Unit>> {
    let unit =
        (span(), prop::collection::vec((0..most, span()), 0..3)).prop_map(|(life, parents)| Unit { life, parents });
    prop::collection::vec(unit, 1..most)
}

pub(super) fn text(units: &[Unit], relations: Value) -> String {
    let rows: Vec<Value> = units
        .iter()
        .enumerate()
        .map(|(i, unit)| {
            let parents = unit.parents.iter().filter(|(p, _)| *p < units.len());
            let parents: Vec<Value> = parents
                .map(|(p, (from, until))| json!({"unit": format!("u{p}"), "from": written(*from), "until": written(*until)}))
                .collect();
            json!({"key": format!("u{i}"), "kind": "association", "name": format!("{i}"), "parents": parents,
                "from": written(unit.life.0), "until": written(unit.life.1)})
        })
        .collect();
    document(json!({"units": rows, "relations": relations})).to_string()
}

/// What a day shows, straight from the rows: who is there, and under whom.
fn naive(units: &[Unit], day: Day) -> BTreeMap<String, (Option<String>, Likely)> {
    let there = |i: usize| holds(units[i].life, day);
    let mut out = BTreeMap::new();
    for (i, unit) in units.iter().enumerate().filter(|(i, _)| there(*i) != Likely::No) {
        let mut rows: Vec<_> = unit.parents.iter().filter(|(p, _)| *p < units.len()).collect();
        let number = |b: Bound, open: (i32, i32)| b.map_or(open, |(x, y)| (FIRST + x, FIRST + y));
        rows.sort_by_key(|(p, (f, u))| (number(*f, (0, 0)), number(*u, (i32::MAX, i32::MAX)), *p));
        let best = |wanted| rows.iter().find(|(_, span)| holds(*span, day) == wanted);
        let row = best(Likely::Yes).or_else(|| best(Likely::Possible)).filter(|(p, _)| there(*p) != Likely::No);
        let likely = row.map_or(there(i), |(p, span)| there(i).min(holds(*span, day)).min(there(*p)));
        out.insert(format!("u{i}"), (row.map(|(p, _)| format!("u{p}")), likely));
    }
    out
}

#[test]
fn a_day_is_what_the_rows_say() {
    law(units(8), |units| {
        let Ok(organisation) = Organisation::parse(&text(&units, json!([]))) else { return Ok(()) };
        for n in -1..=DAYS + 6 {
            let snapshot = organisation.at(on(n));
            let rows = naive(&units, on(n));
            prop_assert_eq!(snapshot.len(), rows.len());
            let mut seen = BTreeSet::new();
            for unit in snapshot.units() {
                seen.insert(unit.key().to_owned());
                let (parent, likely) = &rows[unit.key()];
                let shown = unit.parent().map(|p| p.key().to_owned());
                if shown == *parent {
                    prop_assert_eq!(unit.likely(), *likely);
                } else {
                    // Only a circle of possible parents is cut, and its first unit is marked.
                    prop_assert!(shown.is_none() && unit.likely() == Likely::Possible);
                }
                // A subtree is a slice, and its parts are those whose ancestors say so.
                let inside: BTreeSet<_> = unit.descendants().map(|u| u.id()).collect();
                let claimed: BTreeSet<_> =
                    snapshot.units().filter(|u| u.ancestors().any(|a| a.id() == unit.id())).map(|u| u.id()).collect();
                prop_assert_eq!(inside.len() + 1, unit.subtree().len());
                prop_assert_eq!(inside, claimed);
                prop_assert_eq!(unit.depth() as usize, unit.ancestors().count());
                let children: Vec<_> = unit.children().map(|c| c.key().to_owned()).collect();
                prop_assert!(children.is_sorted());
                prop_assert!(unit.children().all(|c| c.parent().is_some_and(|p| p.id() == unit.id())));
            }
            prop_assert_eq!(seen.len(), rows.len());
        }
        Ok(())
    });
}

#[test]
fn parents_in_a_circle_are_found_on_every_day_and_never_invented() {
    law(units(6), |units| {
        let certain = |i: usize, day: Day| -> Vec<usize> {
            let there = holds(units[i].life, day) == Likely::Yes;
            let fits = |p: usize, span| there && p < units.len() && holds(span, day) == Likely::Yes;
            units[i].parents.iter().filter(|(p, span)| fits(*p, *span)).map(|(p, _)| *p).collect()
        };
        let circular = (-1..DAYS + 6).any(|n| {
            (0..units.len()).any(|start| {
                let mut reached: BTreeSet<usize> = certain(start, on(n)).into_iter().collect();
                for _ in 0..units.len() {
                    let more: Vec<usize> = reached.iter().flat_map(|i| certain(*i, on(n))).collect();
                    reached.extend(more);
                }
                reached.contains(&start)
            })
        });
        let found = match Organisation::parse(&text(&units, json!([]))) {
            Ok(_) => false,
            Err(error) => error.faults().any(|f| f.code() == "parent-cycle"),
        };
        prop_assert_eq!(found, circular);
        Ok(())
    });
}

type Arcs = Vec<(usize, usize, (Bound, Bound))>;

#[test]
fn circles_of_leading_are_found_on_every_day_with_the_days_on_which_they_meet() {
    const UNITS: usize = 5;
    let arcs = prop::collection::vec((0..UNITS, 0..UNITS, span()), 0..12);
    law(arcs, |arcs: Arcs| {
        // One relation said twice of the same days would be a fault of its own.
        let mut arcs: Arcs = arcs.into_iter().filter(|(a, b, _)| a != b).collect();
        arcs.sort_by_key(|(a, b, _)| (*a, *b));
        arcs.dedup_by_key(|(a, b, _)| (*a, *b));
        let units = vec![Unit { life: (None, None), parents: vec![] }; UNITS];
        let relations: Vec<Value> = arcs
            .iter()
            .map(|(a, b, (f, u))| json!({"kind": "leads", "source": format!("u{a}"), "target": format!("u{b}"), "from": written(*f), "until": written(*u)}))
            .collect();
        let organisation = Organisation::parse(&text(&units, json!(relations))).unwrap();
        for n in -1..=DAYS {
            let day = on(n);
            let held: BTreeSet<(usize, usize)> =
                arcs.iter().filter(|(.., span)| holds(*span, day) == Likely::Yes).map(|(a, b, _)| (*a, *b)).collect();
            let mut reach = held.clone();
            for _ in 0..UNITS {
                let more: Vec<_> = reach
                    .iter()
                    .flat_map(|(a, b)| held.iter().filter(move |(c, _)| c == b).map(move |(_, d)| (*a, *d)))
                    .collect();
                reach.extend(more);
            }
            let circular = (0..UNITS).any(|i| reach.contains(&(i, i)));
            let report = organisation.validate(day, shequ::pack::defaults(), &mut shequ::kernel::Unwatched).unwrap();
            prop_assert_eq!(report.of("relation-cycle").count() > 0, circular);
            for finding in report.of("relation-cycle") {
                let ring: Vec<usize> =
                    finding.path.iter().map(|s| s.unit.key.trim_start_matches('u').parse().unwrap()).collect();
                let real = |day: Day| {
                    ring.windows(2).all(|w| {
                        let same = arcs.iter().filter(|(a, b, _)| (*a, *b) == (w[0], w[1]));
                        same.clone().any(|(.., span)| holds(*span, day) == Likely::Yes)
                    })
                };
                for m in -1..=DAYS + 6 {
                    let inside = finding.period.from.is_none_or(|f| f <= on(m))
                        && finding.period.until.is_none_or(|u| on(m) < u);
                    prop_assert!(!inside || real(on(m)));
                }
                prop_assert!(
                    finding.period.from.is_none_or(|f| f <= day) && finding.period.until.is_none_or(|u| day < u)
                );
            }
        }
        Ok(())
    });
}

/// Merges of random groups of units with random counts; a group may be split over two targets.
#[test]
fn merges_conserve_what_is_counted() {
    let group = (1..4_usize, 1..3_usize, prop::collection::vec(0..500_u32, 6));
    let chain = prop::collection::vec(prop::collection::vec(group, 1..4), 1..4);
    law(chain, |chain| {
        let mut living: Vec<(String, u32)> = (0..12).map(|i| (format!("u{i:02}"), 100 + i)).collect();
        let rows: Vec<Value> =
            living.iter().map(|(key, _)| json!({"key": key, "kind": "village", "name": key})).collect();
        let (mut events, mut made, total) = (vec![], 0, living.iter().map(|(_, n)| *n).sum::<u32>());
        for (year, groups) in chain.iter().enumerate() {
            let mut next = Vec::new();
            for (sources, targets, draws) in groups {
                let taken: Vec<(String, u32)> = living.drain(..(*sources).min(living.len())).collect();
                if taken.is_empty() {
                    continue;
                }
                let new: Vec<String> = (0..*targets).map(|k| format!("t{:02}", made + k)).collect();
                made += targets;
                let mut sums = vec![0; new.len()];
                let mut flows = Vec::new();
                for ((key, count), draw) in taken.iter().zip(draws) {
                    let first = if new.len() == 1 { *count } else { draw % (count + 1) };
                    for (k, part) in [first, count - first].into_iter().enumerate().take(new.len()) {
                        flows.push(json!({"source": key, "target": new[k], "count": part}));
                        sums[k] += part;
                    }
                }
                let named = |(key, count): (&String, &u32)| json!({"unit": key, "count": count});
                let before: Vec<Value> = taken.iter().map(|(k, n)| named((k, n))).collect();
                let after: Vec<Value> = new.iter().zip(&sums).map(named).collect();
                let targets: Vec<Value> =
                    new.iter().map(|k| json!({"unit": k, "kind": "community", "name": k})).collect();
                events.push(json!({"merge": {"day": format!("{}-01-01", 2001 + year), "sources": taken.iter().map(|(k, _)| k).collect::<Vec<_>>(),
                    "targets": targets, "shares": [{"measure": "households", "flows": flows, "before": before, "after": after}]}}));
                next.extend(new.into_iter().zip(sums));
            }
            living.extend(next);
        }
        let merges = events.len();
        let parts = document(json!({"units": rows, "events": events}));
        let organisation = Organisation::parse(&parts.to_string()).unwrap();
        let end: Day = "2026-01-01".parse().unwrap();
        // Each unit's count, carried along by its shares, gives the counts at the end.
        let mut carried: BTreeMap<String, Ratio> = BTreeMap::new();
        for i in 0..12_u32 {
            let lineage = organisation.lineage(&format!("u{i:02}"), end, Some("households")).unwrap();
            let sum: Ratio = lineage.ends.iter().filter_map(|e| e.share.clone()).sum();
            prop_assert_eq!(sum, Ratio::ONE);
            prop_assert!(lineage.explain().adds_up());
            for at in lineage.ends {
                prop_assert_eq!(at.exists, Likely::Yes);
                let entry = carried.entry(at.unit.key).or_insert(Ratio::ZERO);
                *entry = &*entry + &(at.share.unwrap() * Ratio::from(100 + i));
            }
        }
        let all: Ratio = carried.values().cloned().sum();
        prop_assert_eq!(all, Ratio::from(total));
        // Within one step the carried counts are the counted ones; over several they spread by proportion.
        if chain.len() == 1 {
            for (key, count) in &living {
                let got = carried.get(key).cloned().unwrap_or(Ratio::ZERO);
                prop_assert_eq!(got, Ratio::from(*count), "{}", key);
            }
        }
        let sum = organisation.consolidation("2000-01-01".parse().unwrap(), end, "households").unwrap();
        prop_assert_eq!(&sum.before, &sum.after);
        prop_assert_eq!((sum.conserved as usize, sum.unchecked, sum.uncounted), (merges, 0, 0));
        Ok(())
    });
}
