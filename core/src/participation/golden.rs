//! The record of a decision of version 1 as it was first written: every later library verifies it.

use super::{Facts, Record, verify};
use crate::kernel::{Document, canonical};
use crate::pack::{Pack, Packs};

/// Its own pack, so that no better reading of a law changes it.
const PACK: &str = include_str!("meeting/club.toml");
const FACTS: &str = r#"{"format": "shequ.facts/1", "day": "2026-04-20", "salt": "golden",
    "heads": {"entitled": 100, "present": 51, "yes": 26, "no": 25, "abstain": 0, "invalid": 0}}"#;

const OWNERS: &str = r#"
    format = "shequ.pack/1"
    id = "owners"
    label = "owners"
    layer = "charter"
    read_on = "2026-01-01"
    [[instruments]]
    id = "charter"
    title = "Charter"
    from = "2020-01-01"
    [[clauses]]
    id = "o.area"
    instrument = "charter"
    article = "1"
    certainty = "text"
    label = { zh = "参与表决面积", en = "area taking part" }
    threshold = { part = "present", base = "entitled", measure = "area", comparison = "at-least", share = "2/3" }
    [[clauses]]
    id = "o.heads"
    instrument = "charter"
    article = "2"
    certainty = "text"
    label = { zh = "同意人数", en = "heads that consent" }
    threshold = { part = "yes", base = "present", measure = "heads", comparison = "more-than", share = "1/2" }
    [[questions]]
    id = "owners.ordinary"
    label = { zh = "是否通过", en = "Is it decided?" }
    units = true
    require = { all = ["o.area", "o.heads"] }
"#;

/// `SHEQU_GOLDEN=write` writes it where it is absent.
#[test]
fn the_golden_record_of_a_decision_verifies() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/golden/decision-record-1.json");
    let (packs, facts) = (Packs::new([Pack::parse(PACK).unwrap()]).unwrap(), Facts::parse(FACTS).unwrap());
    if std::env::var_os("SHEQU_GOLDEN").is_some() && !std::path::Path::new(path).exists() {
        let record = packs.decide("club.decides", &facts).unwrap().record().unwrap();
        std::fs::write(path, canonical(&record).unwrap() + "\n").unwrap();
    }
    let text = std::fs::read_to_string(path).expect("the golden record is part of the repository");
    let found = verify(&Record::parse(&text).unwrap(), &packs, Some(&facts), None).unwrap();
    assert!(found.ok, "{:?}", found.differs);
    let changed = Record::parse(&text.replace("\"count\":26", "\"count\":27")).unwrap();
    assert!(!verify(&changed, &packs, Some(&facts), None).unwrap().ok);
}

/// The record of a decision by units of version 1, as it was first written: it verifies by its pack alone, and an opening that was
/// given then still opens it.
#[test]
fn the_golden_record_of_units_verifies_and_opens() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/golden/decision-record-1-units.json");
    let unit = |(i, vote): (usize, &str)| format!(r#"{{"key": "{i}", "area": "45.67", "vote": "{vote}"}}"#);
    let units: Vec<String> =
        ["yes", "yes", "yes", "no", "absent", "absent"].into_iter().enumerate().map(unit).collect();
    let facts =
        format!(r#"{{"format": "shequ.facts/1", "salt": "golden and long enough", "units": [{}]}}"#, units.join(","));
    let packs = Packs::new([Pack::parse(OWNERS).unwrap()]).unwrap();
    let rules = packs.at("2026-03-01".parse().unwrap());
    let verdict = rules.decide("owners.ordinary", &Facts::parse(&facts).unwrap()).unwrap();
    if std::env::var_os("SHEQU_GOLDEN").is_some() && !std::path::Path::new(path).exists() {
        std::fs::write(path, canonical(&verdict.record().unwrap()).unwrap() + "\n").unwrap();
    }
    let text = std::fs::read_to_string(path).expect("the golden record is part of the repository");
    let record = Record::parse(&text).unwrap();
    let found = verify(&record, &packs, None, None).unwrap();
    assert!(found.ok, "{:?}", found.differs);
    assert!(record.verify_opening(&verdict.open_unit("3").unwrap()).unwrap());
    // Computed beside the library from its description in the guide.
    assert_eq!(
        record.draft().committed.unwrap().root.to_string(),
        "e5d194a7ae203435487c3e0eab77a4537ad023c4e38d8d1f237aa31933eaae0b"
    );
}
