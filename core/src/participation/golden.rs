//! The record of a decision of version 1 as it was first written: every later library verifies it.

use super::{Facts, Record, verify};
use crate::kernel::{Document, canonical};
use crate::pack::{Pack, Packs};

/// Its own pack, so that no better reading of a law changes it.
const PACK: &str = include_str!("meeting/club.toml");
const FACTS: &str = r#"{"format": "shequ.facts/1", "day": "2026-04-20", "salt": "golden",
    "heads": {"entitled": 100, "present": 51, "yes": 26, "no": 25, "abstain": 0, "invalid": 0}}"#;

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
    let found = verify(&Record::parse(&text).unwrap(), &packs, &facts).unwrap();
    assert!(found.ok, "{:?}", found.differs);
    let changed = Record::parse(&text.replace("\"count\":26", "\"count\":27")).unwrap();
    assert!(!verify(&changed, &packs, &facts).unwrap().ok);
}
