//! Records of elections: what they hold, what breaks them, and one golden record.

use super::tests::{LICHENG, run};
use super::*;
use crate::kernel::{Document, canonical};

#[test]
fn a_record_verifies_and_no_changed_number_does() {
    let run = run(LICHENG);
    let record = run.result().record().unwrap();
    assert!(verify_election(&record, &run, None).unwrap().ok);
    let text = canonical(&record).unwrap();
    // Nothing of a pattern stands in it.
    assert!(!text.contains("pattern") && !text.contains("salt"));
    let again = ElectionRecord::parse(&text).unwrap();
    assert!(verify_election(&again, &run, None).unwrap().ok);
    // Every number of the result, changed alone.
    let mut changed = 0;
    for (at, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
        if text.get(..at).is_some_and(|before| before.ends_with(':')) {
            let digit = text.as_bytes()[at];
            let other = if digit == b'9' { '8' } else { char::from(digit + 1) };
            let forged = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            if let Ok(forged) = ElectionRecord::parse(&forged) {
                let found = verify_election(&forged, &run, None).unwrap();
                assert!(!found.ok && found.differs.iter().any(|d| d.what == "record"));
                changed += 1;
            }
        }
    }
    assert!(changed > 100, "{changed}");
    // A number of the run, changed alone: the sums differ, or at least the digest does.
    for (from, to) in [
        ("count = 100 },\n    { yes = [\"丙\"", "count = 101 },\n    { yes = [\"丙\""),
        ("voters = 1200", "voters = 1201"),
    ] {
        let other = Election::parse(&LICHENG.replacen(from, to, 1))
            .map(|other| verify_election(&record, &other, None).unwrap());
        assert!(other.is_err() || !other.unwrap().ok);
    }
}

/// A later version may word its sentences better: what was recorded still stands. A number may not change.
#[test]
fn other_words_for_readers_do_not_undo_a_record() {
    let run = run(LICHENG);
    let text = canonical(&run.result().record().unwrap()).unwrap();
    let sealed_anew = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let record = ElectionRecord::parse(&text.replace(from, to)).unwrap().sealed_anew().unwrap();
        verify_election(&record, &run, None).unwrap()
    };
    let found = sealed_anew("ballots issued within the roll", "no more ballots issued than names on the roll");
    assert!(found.ok, "{:?}", found.differs);
    for (from, to) in [("\"yes\":670", "\"yes\":671"), ("2 × 810 > 1201", "2 × 810 > 1202"), ("\"met\"", "\"notMet\"")]
    {
        let found = sealed_anew(from, to);
        assert_eq!(found.differs.iter().map(|d| d.what.as_str()).collect::<Vec<_>>(), ["result"], "{from}");
    }
}

/// The record of version 1 as it was first written, beside its run: every later library verifies it. `SHEQU_GOLDEN=write` writes
/// it where it is absent.
#[test]
fn the_golden_record_of_version_1_verifies() {
    let golden = |name: &str| format!("{}/tests/data/golden/{name}", env!("CARGO_MANIFEST_DIR"));
    let (path, held) = (golden("election-record-1.json"), golden("election-1.toml"));
    let run = run(&std::fs::read_to_string(held).expect("the run of the golden record is part of the repository"));
    if std::env::var_os("SHEQU_GOLDEN").is_some() && !std::path::Path::new(&path).exists() {
        std::fs::write(&path, canonical(&run.result().record().unwrap()).unwrap() + "\n").unwrap();
    }
    let text = std::fs::read_to_string(path).expect("the golden record is part of the repository");
    let found = verify_election(&ElectionRecord::parse(&text).unwrap(), &run, None).unwrap();
    assert!(found.ok, "{:?}", found.differs);
}

#[test]
fn a_record_beside_its_law_names_the_packs_and_when_they_were_read() {
    let run = run(LICHENG);
    let rules = crate::pack::cn().at("2025-06-15".parse().unwrap());
    let record = run.result().record_by(&rules).unwrap();
    let text = canonical(&record).unwrap();
    let villagers = crate::pack::cn().packs().iter().find(|pack| pack.id() == "cn.villagers").unwrap();
    assert!(text.contains(&format!("\"id\":\"cn.villagers\",\"read_on\":\"{}\"", villagers.read_on())), "{text}");
    assert!(verify_election(&ElectionRecord::parse(&text).unwrap(), &run, None).unwrap().ok);
    // Beside the packs it is also seen whether these are loaded.
    let verified = |packs| verify_election(&record, &run, Some(packs)).unwrap().differs.len();
    assert_eq!((verified(crate::pack::cn()), verified(crate::pack::de())), (0, 1));
    // Its digest covers them.
    let other = text.replace(&villagers.read_on().to_string(), "2001-01-01");
    let found = verify_election(&ElectionRecord::parse(&other).unwrap(), &run, None).unwrap();
    assert_eq!(found.differs.iter().map(|d| d.what.as_str()).collect::<Vec<_>>(), ["record"]);
}
