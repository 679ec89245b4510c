//! Every part as a table, and back from one.

use serde_json::{Value, json};
use shequ::kernel::Document;
use shequ::organisation::{Organisation, Part};
use shequ::wire::{Column, Table};

use super::load;

fn full() -> Organisation {
    Organisation::parse(include_str!("../data/organisation.json")).unwrap()
}

fn plain(organisation: &Organisation) -> Value {
    serde_json::from_str(&organisation.document().json().unwrap()).unwrap()
}

const LISTS: [Part; 11] = [
    Part::Relations,
    Part::Posts,
    Part::Holders,
    Part::Holdings,
    Part::Agreements,
    Part::Indicators,
    Part::Statements,
    Part::Statuses,
    Part::Charters,
    Part::Sessions,
    Part::Reserves,
];

#[test]
fn parts_come_back_from_their_tables_and_from_comma_separated_text() {
    let organisation = full();
    let mut bare = plain(&organisation);
    for part in LISTS {
        bare.as_object_mut().unwrap().remove(part.name());
    }
    let bare = Organisation::parse(&bare.to_string()).unwrap();
    for through_text in [false, true] {
        let mut built = bare.clone();
        for part in LISTS {
            let mut table = organisation.part(part).unwrap();
            if through_text {
                table = Table::from_csv(&table.to_csv().unwrap()).unwrap();
            }
            built = built.with_table(part, &table).unwrap_or_else(|e| panic!("{part}: {e}"));
        }
        assert_eq!(built.document(), organisation.document());
    }
}

#[test]
fn facts_are_told_with_their_days_and_what_events_did_to_them() {
    let organisation = full();
    let rows = |part: Part, unit: &str| -> Vec<Value> {
        let all: Vec<Value> = serde_json::from_value(json!(organisation.part(part).unwrap())).unwrap();
        all.into_iter().filter(|row| row["unit"] == unit || row["key"] == unit).collect()
    };
    assert_eq!(
        rows(Part::Names, "v1"),
        [
            json!({"unit": "v1", "name": "东村", "name_en": "东村", "from": null, "until": "2002-05"}),
            json!({"unit": "v1", "name": "大东村", "name_en": "Great East", "from": "2002-05", "until": null})
        ]
    );
    assert_eq!(rows(Part::Units, "v1"), [json!({"key": "v1", "from": null, "until": "2003-07-01"})]);
    assert_eq!(
        rows(Part::Codes, "v2"),
        [
            json!({"unit": "v2", "scheme": "code", "code": "002", "from": null, "until": "2001"}),
            json!({"unit": "v2", "scheme": "statistics", "code": "350000001002", "from": "2001", "until": "2017-11-01..2018-10-31"})
        ]
    );
    assert_eq!(rows(Part::Kinds, "s1").len(), 2);
    assert_eq!(rows(Part::Parents, "c1"), [json!({"unit": "c1", "parent": "s1", "from": "2003-07-01", "until": null})]);
    assert_eq!(
        rows(Part::Events, "c9"),
        [
            json!({"event": 4, "change": "merge", "day": "2003-07-01", "role": "before", "unit": "c9", "instrument": "区政〔2003〕12号", "instrument_en": "区政〔2003〕12号"}),
            json!({"event": 4, "change": "merge", "day": "2003-07-01", "role": "after", "unit": "c9", "instrument": "区政〔2003〕12号", "instrument_en": "区政〔2003〕12号"})
        ]
    );
    let agreements: Value = json!(organisation.part(Part::Agreements).unwrap());
    assert_eq!(
        agreements[0],
        json!({"key": "a1", "kind": "triple-pairing", "party": "b2", "from": "2019-01-01", "until": "2022"})
    );
    assert_eq!(agreements.as_array().map(Vec::len), Some(3));
}

#[test]
fn an_empty_part_has_its_columns() {
    let organisation = load(json!({"units": []}));
    for part in Part::ALL {
        let table = organisation.part(part).unwrap();
        assert_eq!(table.rows(), 0);
        assert!(table.columns().len() >= 2, "{part}");
        assert_eq!(part.name().parse::<Part>().unwrap(), part);
    }
    assert_eq!("unit".parse::<Part>().unwrap_err().first().code(), "unknown-choice");
}

#[test]
fn a_fault_names_its_row_and_nothing_is_added() {
    let organisation = full();
    let texts = |cells: &[&str]| Column::Text(cells.iter().map(|c| Some((*c).to_owned())).collect());
    let faults = |part: Part, columns: Vec<(&str, Column)>| -> Vec<(String, String)> {
        let columns = columns.into_iter().map(|(name, column)| (name.to_owned(), column)).collect();
        let error = organisation.with_table(part, &Table::new(columns).unwrap()).expect_err("it has faults");
        error.faults().map(|f| (f.code().to_owned(), f.path().to_owned())).collect()
    };
    let one = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(
        faults(
            Part::Relations,
            vec![
                ("kind", texts(&["guides", "likes"])),
                ("source", texts(&["d", "d"])),
                ("target", texts(&["s1", "zz"]))
            ]
        ),
        [one("unknown-relation", "[1].kind"), one("unknown-unit", "[1].target")]
    );
    assert_eq!(
        faults(Part::Holders, vec![("key", texts(&["h7", "h1"])), ("name", texts(&["x", "y"]))]),
        [one("unknown-field", "[0].name"), one("unknown-field", "[1].name")]
    );
    assert_eq!(
        faults(
            Part::Indicators,
            vec![
                ("unit", texts(&["d"])),
                ("measure", texts(&["households"])),
                ("value", Column::Float(vec![Some(1.5)]))
            ]
        ),
        [one("float-refused", "[0].value")]
    );
    assert_eq!(
        faults(
            Part::Holdings,
            vec![("post", texts(&["p1"])), ("holder", texts(&["h1"])), ("from", texts(&["2016-01-01"]))]
        )[0]
        .0,
        "holding-overlaps"
    );
    assert_eq!(faults(Part::Names, vec![("unit", texts(&["d"]))]), [one("wrong-column", "")]);
    assert_eq!(
        faults(
            Part::Agreements,
            vec![
                ("key", texts(&["a2", "a2"])),
                ("kind", texts(&["pairing", "pairing"])),
                ("party", texts(&["b1", "b9"]))
            ]
        ),
        [one("unknown-unit", "[0].parties[1]")]
    );
}
