//! Laws of batches on random histories: each answer is what the view of the day gives, one by one.

use std::collections::BTreeMap;

use proptest::prelude::*;
use shequ::kernel::{Day, Decimal, Ratio, Unwatched};
use shequ::organisation::{Amounts, Organisation, Snapshot, UnitId, UnitTable};
use shequ::wire::organisation::DiffCounts;
use shequ::wire::{Column, Table, TextTable, Texts as _};

use super::law_of;
use super::random::{DAYS, build, histories, on, world};

type Row = [Option<String>; 7];
const COLUMNS: [&str; 7] = ["key", "name", "kind", "parent", "code", "from", "until"];

/// A row for each stretch of days on which a unit stays the same.
fn rows(organisation: &Organisation) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    let days: Vec<_> = (0..DAYS).map(|day| world(organisation, on(day))).collect();
    for key in days.iter().flat_map(BTreeMap::keys).collect::<std::collections::BTreeSet<_>>() {
        let mut day = 0;
        while day < DAYS {
            let facts = days[day].get(key);
            let end = (day..DAYS).find(|d| days[*d].get(key) != facts).unwrap_or(DAYS);
            if let Some(facts) = facts {
                let until = (end < DAYS).then(|| on(end).to_string());
                let (name, kind) = (Some(facts.name.clone()), Some(facts.kind.clone()));
                let (parent, code) = (facts.parent.clone(), facts.code.clone());
                out.push([Some(key.clone()), name, kind, parent, code, Some(on(day).to_string()), until]);
            }
            day = end;
        }
    }
    out
}

fn table(rows: &[Row]) -> Table {
    let cells = |i: usize| Column::Text(rows.iter().map(|row| row[i].clone()).collect());
    Table::new(COLUMNS.iter().enumerate().map(|(i, name)| ((*name).to_owned(), cells(i))).collect()).unwrap()
}

#[test]
fn a_table_of_stretches_gives_the_same_days_in_whatever_order_and_form() {
    law_of(80, (histories(), any::<u64>()), |(draws, order)| {
        let organisation = build(&draws).organisation;
        let mut rows = rows(&organisation);
        let made = |rows: &[Row]| {
            let table = table(rows);
            Organisation::from_units("T".into(), &UnitTable::of(&table).unwrap(), &mut Unwatched).unwrap()
        };
        let plain = made(&rows);
        let csv = TextTable::from_csv(&table(&rows).to_csv().unwrap()).unwrap();
        let csv = Organisation::from_units("T".into(), &UnitTable::of(&csv).unwrap(), &mut Unwatched).unwrap();
        rows.sort_by_key(|row| order ^ row.iter().flatten().flat_map(|t| t.bytes()).map(u64::from).sum::<u64>());
        let mixed = made(&rows);
        for day in 0..DAYS {
            let expected = world(&organisation, on(day));
            prop_assert_eq!(&world(&plain, on(day)), &expected);
            prop_assert_eq!(&world(&csv, on(day)), &expected);
            prop_assert_eq!(&world(&mixed, on(day)), &expected);
        }
        Ok(())
    });
}

/// The units that a view gives for a unit.
fn by_view(snapshot: &Snapshot<'_>, unit: UnitId, up: bool) -> Vec<UnitId> {
    let Some(view) = snapshot.get(unit) else { return Vec::new() };
    if up { view.ancestors().map(|v| v.id()).collect() } else { view.descendants().map(|v| v.id()).collect() }
}

#[test]
fn batches_are_what_each_view_gives() {
    law_of(80, (histories(), prop::collection::vec(0..DAYS, 3)), |(draws, days)| {
        let organisation = build(&draws).organisation;
        let keys: Vec<&str> = organisation.keys().into_iter().map(shequ::kernel::Key::as_str).collect();
        let units = organisation.ids(&keys).unwrap();
        let asked: Vec<_> = units.iter().flat_map(|unit| days.iter().map(|day| (*unit, on(*day)))).collect();
        let (up, down) = (organisation.ancestors_on(&asked), organisation.descendants_on(&asked));
        for (i, (unit, day)) in asked.iter().enumerate() {
            let snapshot = organisation.at(*day);
            prop_assert_eq!(up.get(i), by_view(&snapshot, *unit, true));
            prop_assert_eq!(down.get(i), by_view(&snapshot, *unit, false));
        }
        for day in days {
            let snapshot = organisation.at(on(day));
            let (up, down) = (snapshot.ancestors(&units), snapshot.descendants(&units));
            for (i, unit) in units.iter().enumerate() {
                prop_assert_eq!(up.get(i), by_view(&snapshot, *unit, true));
                prop_assert_eq!(down.get(i), by_view(&snapshot, *unit, false));
                for other in &units {
                    let over = |unit: UnitId| {
                        snapshot.get(unit).map(|_| unit).into_iter().chain(by_view(&snapshot, unit, true))
                    };
                    let common = over(*unit).find(|candidate| over(*other).any(|o| o == *candidate));
                    prop_assert_eq!(snapshot.common_ancestors(&[(*unit, *other)])[0], common);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn a_rollup_is_the_sum_over_all_within() {
    let amounts = prop::collection::vec(prop::option::weighted(0.8, -500_i64..500), 60);
    law_of(80, (histories(), amounts, 0..DAYS), |(draws, drawn, day)| {
        let organisation = build(&draws).organisation;
        let values: Vec<Option<i64>> = (0..organisation.len()).map(|i| drawn[i % drawn.len()]).collect();
        let amounts = Amounts::new(values.iter().copied(), 1).unwrap();
        let rollup = organisation.rollup_extremes(on(day), &amounts).unwrap();
        let plain = organisation.rollup(on(day), &amounts).unwrap();
        prop_assert_eq!(plain.sums(), rollup.sums());
        let counted = organisation.rollup(on(day), &Amounts::default()).unwrap();
        prop_assert_eq!(counted.counts(), rollup.counts());
        let snapshot = organisation.at(on(day));
        prop_assert_eq!(rollup.table(&organisation).unwrap().rows(), snapshot.len());
        let decimal = |mantissa: i64| Decimal::new(mantissa.into(), 1).unwrap();
        for (i, key) in organisation.keys().into_iter().enumerate() {
            let id = organisation.id(key.as_str()).unwrap();
            let Some(view) = snapshot.get(id) else {
                prop_assert_eq!(
                    rollup.record(&organisation, key.as_str()).unwrap_err().first().code(),
                    "unit-not-there",
                    "{}",
                    i
                );
                continue;
            };
            let of = |unit: UnitId| values[shequ::kernel::Id::index(unit)];
            let within: Vec<i64> = view.subtree().iter().filter_map(|unit| of(*unit)).collect();
            let record = rollup.record(&organisation, key.as_str()).unwrap();
            let sum: i64 = within.iter().sum();
            prop_assert_eq!(record.count as usize, view.subtree().len());
            prop_assert_eq!(record.known as usize, within.len());
            prop_assert_eq!(record.sum, (!within.is_empty()).then(|| decimal(sum)));
            prop_assert_eq!(record.least, within.iter().min().map(|n| decimal(*n)));
            prop_assert_eq!(record.most, within.iter().max().map(|n| decimal(*n)));
            let mean = i64::try_from(within.len()).ok().and_then(|n| Ratio::new(sum, 10 * n).ok());
            prop_assert_eq!(record.mean, mean);
            let parent = view.parent().map(|p| p.subtree().iter().filter_map(|unit| of(*unit)).sum::<i64>());
            let share = parent.filter(|_| !within.is_empty()).and_then(|over| Ratio::new(sum, over).ok());
            prop_assert_eq!(record.share, share);
        }
        Ok(())
    });
}

#[test]
fn counted_changes_are_those_of_the_differences() {
    law_of(80, (histories(), prop::collection::btree_set(0..DAYS, 2..5)), |(draws, days)| {
        let organisation = build(&draws).organisation;
        let days: Vec<_> = days.into_iter().map(on).collect();
        for kind in [None, Some("village")] {
            let changes = organisation.changes(&days, kind).unwrap();
            prop_assert_eq!(changes.len(), days.len() - 1);
            for change in changes {
                let mut sum = DiffCounts::default();
                for (_, counts) in &change.areas {
                    sum.added += counts.added;
                    sum.dropped += counts.dropped;
                    sum.renamed += counts.renamed;
                    sum.recoded += counts.recoded;
                    sum.moved += counts.moved;
                    sum.converted += counts.converted;
                }
                prop_assert_eq!(sum, organisation.diff(change.from, change.until).counts);
            }
        }
        Ok(())
    });
}

#[test]
fn what_a_table_does_not_say_rightly_is_told_with_its_row_and_column() {
    let faults = |csv: &str| {
        let table = TextTable::from_csv(csv).unwrap();
        let made = UnitTable::of(&table).and_then(|units| Organisation::from_units("T".into(), &units, &mut Unwatched));
        let error = made.unwrap_err();
        error.faults().map(|f| format!("{} {}", f.code(), f.path())).collect::<Vec<_>>()
    };
    assert_eq!(faults("name,kind\nA,town\n"), ["missing-column code"]);
    assert_eq!(faults("code,name,kind,untill\n1,A,town,2020\n"), ["unknown-column untill"]);
    assert_eq!(
        faults("code,name,kind\n1,,town\n2,B,castle\n"),
        ["missing-field units[0].name", "unknown-kind units[1].kind"]
    );
    assert_eq!(faults("code,name,kind,parent\n1,A,town,9\n"), ["unknown-unit units[0].parent"]);
    assert_eq!(faults("code,name,kind,parent\n1,A,town,2\n2,B,town,1\n"), ["parent-cycle units.1"]);
    assert_eq!(faults("code,name,kind,from,until\n1,A,town,2020-13-01,\n"), ["not-a-day units[0].from"]);
    assert_eq!(faults("code,name,kind,from,until\n1,A,town,2020,2019\n"), ["period-reversed units[0]"]);
    assert_eq!(
        faults("code,name,kind,from,until\n1,A,town,2010-01-01,2012-01-01\n1,B,town,2011-01-01,\n"),
        ["facts-overlap units.1"]
    );
    assert_eq!(
        faults("code,name,kind,parent,until\n1,A,town,,2012-01-01\n2,B,village,1,\n"),
        ["parent-not-there units.2"]
    );
    assert_eq!(faults("key,code,name,kind\na,1,A,town\nb,1,B,town\n"), ["code-shared units.b"]);
    let numbers = Table::new(vec![
        ("code".into(), Column::Int(vec![Some(1)])),
        ("name".into(), Column::Text(vec![Some("A".into())])),
        ("kind".into(), Column::Text(vec![Some("town".into())])),
    ])
    .unwrap();
    let error = UnitTable::of(&numbers).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("wrong-column", "code"));
}

#[test]
fn keys_of_answers_stand_once_and_are_read_as_texts() {
    let table =
        TextTable::from_csv("code,name,kind,parent\nd,D,district,\ns,S,sub-district,d\nc,C,community,s\n").unwrap();
    let organisation = Organisation::from_units("T".into(), &UnitTable::of(&table).unwrap(), &mut Unwatched).unwrap();
    let asked = organisation.ids(&vec!["c", "d"]).unwrap();
    let lists = organisation.at(on(0)).ancestors(&asked);
    let answers = organisation.lists_table(&asked, &lists, "ancestor").unwrap();
    assert_eq!(answers.to_csv().unwrap(), "row,unit,ancestor\n0,c,s\n0,c,d\n");
    let Some(Column::Keys(keys)) = answers.get("ancestor") else { panic!("keys") };
    assert_eq!((keys.len(), keys.text(1), keys.list().len()), (2, Some("d"), 3));
    let error = organisation.ids(&vec!["c", "x"]).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("unknown-unit", "[1]"));
}

#[test]
fn a_unit_of_a_table_that_comes_back_brings_nothing_back() {
    use shequ::kernel::Document as _;
    let table = TextTable::from_csv(
        "code,name,kind,from,until\nc,C,community,2010-01-01,2015-01-01\nc,C,community,2018-01-01,\n",
    )
    .unwrap();
    let organisation = Organisation::from_units("T".into(), &UnitTable::of(&table).unwrap(), &mut Unwatched).unwrap();
    let again = Organisation::parse(&serde_json::to_string(&organisation.document()).unwrap()).unwrap();
    let bytes = Organisation::from_bytes(&organisation.to_bytes().unwrap()).unwrap();
    for organisation in [organisation, again, bytes] {
        let on = |day: &str| day.parse().unwrap();
        let walk = |a, b| organisation.crosswalk(on(a), on(b), "households").unwrap();
        assert_eq!(walk("2012-01-01", "2014-01-01").unchanged, ["c"]);
        let gone = walk("2012-01-01", "2016-01-01");
        assert!(gone.unchanged.is_empty() && gone.cells.iter().all(|cell| cell.to.is_none()), "{gone:?}");
        assert_eq!(walk("2016-01-01", "2019-01-01").begun, ["c"]);
    }
}

#[test]
fn lists_beside_each_other_have_one_length() {
    use shequ::organisation::{in_pairs, on_days};
    let units: Vec<UnitId> = (0..3).filter_map(shequ::kernel::Id::from_index).collect();
    let days: Vec<Day> = ["2010-01-01", "2011-01-01"].iter().map(|day| day.parse().unwrap()).collect();
    assert_eq!(on_days(&units, &days[..1]).unwrap().iter().map(|(_, day)| *day).collect::<Vec<_>>(), [days[0]; 3]);
    assert_eq!(on_days(&units[..2], &days).unwrap(), [(units[0], days[0]), (units[1], days[1])]);
    assert_eq!(on_days(&units, &days).unwrap_err().first().code(), "ragged-table");
    assert_eq!(in_pairs(&units, &units[..1]).unwrap_err().first().code(), "ragged-table");
}

#[test]
fn units_of_a_table_are_as_good_as_those_of_a_document() {
    use shequ::kernel::Document as _;
    use shequ::organisation::{Event, Part};
    let table = TextTable::from_csv("code,name,kind,parent,from,until\nd,D,district,,,\ns,S,sub-district,d,,\nc,C,community,s,2010-01-01,2015-01-01\nc,E,community,s,2015-01-01,\n").unwrap();
    let organisation = Organisation::from_units("T".into(), &UnitTable::of(&table).unwrap(), &mut Unwatched).unwrap();
    let written = serde_json::to_value(organisation.document()).unwrap();
    assert_eq!(written["units"].as_array().map(Vec::len), Some(3), "{written}");
    let again = Organisation::parse(&written.to_string()).unwrap();
    let event =
        Event::parse(r#"{"format": "shequ.event/1", "rename": {"unit": "c", "day": "2020-01-01", "name": "F"}}"#)
            .unwrap();
    let posts = Table::from_csv("key,unit,title\nc-1,c,书记\n").unwrap();
    let step = |o: &Organisation| o.with_table(Part::Posts, &posts).unwrap().apply(&event).unwrap();
    let (a, b) = (step(&organisation), step(&again));
    assert_eq!(a.len(), 3);
    for day in ["2009-01-01", "2012-01-01", "2018-01-01", "2021-01-01"] {
        let day = day.parse().unwrap();
        assert_eq!(world(&a, day), world(&b, day));
        assert_eq!(world(&organisation, day), world(&again, day));
    }
    assert_eq!(a.at("2021-01-01".parse().unwrap()).posts().len(), 1);
    assert_eq!(super::random::digest(&a), super::random::digest(&b));
}
