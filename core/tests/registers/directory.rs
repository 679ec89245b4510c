use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::{Digest, Document, Key, Log, Salt, canonical};
use shequ::organisation::{Directory, DirectoryBreakdown, DirectoryEntry, DirectoryField, LEAST_COUNT};

use super::{day, fault, faults, law, load, read};

const NAME: &str = "欧阳霁月";
const CONTACT: &str = "0595-2255-0000";

fn purposes() -> Value {
    json!([{"key": "invite", "label": "活动邀请", "fields": ["name", "contact"]},
           {"key": "survey", "label": "统计", "fields": ["skills", "offices"]},
           {"key": "talent", "label": "人才", "fields": ["name", "skills"]}])
}

fn directory() -> Directory {
    load(json!({"purposes": purposes(), "entries": [
        {"id": 7, "name": NAME, "contact": CONTACT, "skills": ["law"], "consents": [
            {"purpose": "invite", "from": "2024-01-01", "until": "2025-01-01"},
            {"purpose": "talent", "from": "2024-01-01", "until": "2026-01-01"}]},
        {"id": 9, "skills": ["sport"], "consents": [{"purpose": "survey", "from": "2024-01-01", "until": "2024-07-01"}]}]}))
}

#[test]
fn reading_takes_a_purpose_a_day_and_consent() {
    let directory = directory();
    let refused = |id, purpose: &str, on: &str| directory.read(id, purpose, day(on)).unwrap_err().first().code();
    assert_eq!(refused(7, "survey", "2024-05-01"), "directory-no-consent");
    assert_eq!(refused(7, "invite", "2023-12-31"), "directory-no-consent");
    assert_eq!(refused(7, "invite", "2025-01-01"), "directory-no-consent");
    assert_eq!(refused(8, "invite", "2024-05-01"), "directory-no-entry");
    assert_eq!(refused(7, "curiosity", "2024-05-01"), "directory-unknown-purpose");
    let view = directory.read(7, "invite", day("2024-12-31")).unwrap();
    assert_eq!(
        (view.name.as_deref(), view.contact.as_deref(), view.skills, view.offices),
        (Some(NAME), Some(CONTACT), None, None)
    );
    assert_eq!(view.consent_until, day("2025-01-01"));
    let talent = directory.read_all("talent", day("2025-06-01")).unwrap();
    assert_eq!((talent.len(), talent[0].contact.as_deref()), (1, None));
}

#[test]
fn what_no_consent_needs_is_swept_away() {
    let mut directory = directory();
    assert!(directory.due(day("2024-06-30")).entries.is_empty());
    let sweep = directory.sweep(day("2024-07-01"));
    assert_eq!((sweep.entries, sweep.fields.len(), sweep.kept), (vec![9], 0, 1));
    let sweep = directory.sweep(day("2025-01-01"));
    assert_eq!((sweep.entries.len(), sweep.fields[0].field), (0, DirectoryField::Contact));
    assert!(!canonical(&directory).unwrap().contains(CONTACT));
    assert!(directory.withdraw(7, "talent", day("2025-03-01")).unwrap(), "until that day it stays");
    assert_eq!(directory.sweep(day("2025-03-01")).entries, [7]);
    assert!(directory.is_empty());
    let entry = |name: &str| -> DirectoryEntry {
        load(json!({"name": name, "consents": [{"purpose": "talent", "from": "2026-01-01", "until": "2027-01-01"}]}))
    };
    assert_eq!(directory.add(entry("甲")).unwrap(), 10, "no number is given twice");
    assert!(!directory.withdraw(10, "talent", day("2026-01-01")).unwrap(), "it never held, so nothing stays");
    assert_eq!(directory.add(entry("乙")).unwrap(), 11);
    directory.consent(11, "talent", day("2027-01-01"), day("2028-01-01")).unwrap();
    assert!(directory.read(11, "talent", day("2027-06-01")).is_ok());
    assert_eq!(faults(directory.erase(7)), [fault("directory-no-entry", "")]);
}

/// Every text that a directory, its logs, counts, sweeps and errors can become, searched for what was erased.
#[test]
fn erasure_leaves_no_byte() {
    let mut directory = directory();
    let mut log = Log::new("readings".parse().unwrap());
    let reader: Key = "clerk".parse().unwrap();
    let view = directory.read_logged(7, "invite", day("2024-05-01"), &reader, &mut log).unwrap();
    let mut out = String::new();
    // Even before: prints show nothing.
    write!(out, "{view:?} {directory:?} {:?}", load::<DirectoryEntry>(json!({"name": NAME, "consents": []}))).unwrap();
    drop(view);
    directory.erase(7).unwrap();
    write!(out, "{directory:?} {}", canonical(&directory).unwrap()).unwrap();
    write!(out, "{} {log:?} {:?}", canonical(&log).unwrap(), log.verify(None)).unwrap();
    write!(out, "{:?}", directory.read(7, "invite", day("2024-05-01"))).unwrap();
    write!(out, "{:?} {:?}", directory.read_all("invite", day("2024-05-01")), directory.due(day("2024-05-01")))
        .unwrap();
    let counts =
        directory.counts("survey", day("2024-05-01"), DirectoryBreakdown::OfficesAndSkills, LEAST_COUNT).unwrap();
    write!(out, "{} {}", canonical(&counts).unwrap(), counts.explain().render(shequ::kernel::Lang::Zh)).unwrap();
    write!(out, "{}", canonical(&directory.sweep(day("2024-05-01"))).unwrap()).unwrap();
    let again = Directory::parse(&canonical(&directory).unwrap()).unwrap();
    write!(out, "{}", canonical(&again).unwrap()).unwrap();
    let salts: Vec<Salt> = [&[0_u8; 16][..], b"sixteen random bytes", b"shequ.directory/1"]
        .into_iter()
        .map(|b| Salt::new(b).unwrap())
        .collect();
    let mut traces = vec![NAME.to_owned(), CONTACT.to_owned(), CONTACT.replace('-', "")];
    for text in [NAME, CONTACT] {
        traces.push(Digest::of_bytes(text.as_bytes()).to_string());
        traces.push(Digest::of(&text).unwrap().to_string());
        traces.extend(salts.iter().map(|salt| salt.seal(text).to_string()));
        traces.push(text.bytes().fold(String::new(), |hex, b| format!("{hex}{b:02x}")));
        traces.extend(text.chars().map(|c| format!("\\u{:04x}", u32::from(c))).filter(|_| text == NAME));
    }
    for part in NAME.chars() {
        assert!(!out.contains(part), "`{part}` in {out}");
    }
    for trace in traces {
        assert!(!out.contains(&trace), "`{trace}` in {out}");
    }
    let all = directory.read_all_logged("survey", day("2024-05-02"), &reader, &mut log).unwrap();
    assert_eq!(
        (all.len(), log.entries()[1].subject().as_str(), log.entries()[1].kind().as_str()),
        (1, "entry 9", "read survey")
    );
    assert!(log.entries()[0].payload().is_empty() && log.entries()[0].sealed().is_empty());
    assert_eq!(log.entries()[0].subject().as_str(), "entry 7");
}

#[test]
fn faults_name_their_place_and_no_person() {
    let error = read::<Directory>(json!({"purposes": purposes(), "next": 3, "entries": [
        {"id": 4, "name": format!(" {NAME}"), "consents": [{"purpose": "invite", "from": "2024-01-01", "until": "2024-01-01"}]},
        {"id": 4, "name": NAME, "contact": CONTACT, "consents": [{"purpose": "talent", "from": "2024-01-01", "until": "2025-01-01"}]},
        {"id": 5, "name": NAME, "consents": [{"purpose": "other", "from": "2024-01-01", "until": "2025-01-01"}]},
        {"id": 6, "name": NAME, "skills": ["law", "law"], "consents": []},
        {"id": 7, "consents": [{"purpose": "talent", "from": "2024-01-01", "until": "2025-01-01"}]}]}));
    let text = error.as_ref().unwrap_err().to_string();
    assert!(!text.contains(NAME) && !text.contains(CONTACT), "{text}");
    assert_eq!(
        faults(error),
        [
            fault("directory-text-length", "directory.entries[0].name"),
            fault("directory-consent-reversed", "directory.entries[0].consents[0]"),
            fault("directory-field-without-purpose", "directory.entries[1].contact"),
            fault("directory-unknown-purpose", "directory.entries[2].consents[0].purpose"),
            fault("directory-listed-twice", "directory.entries[3].skills[1]"),
            fault("directory-consent-missing", "directory.entries[3].consents"),
            fault("directory-entry-empty", "directory.entries[4]"),
            fault("directory-next-too-low", "directory.next"),
        ]
    );
    // There is no field for what must not be kept.
    for field in ["ethnicity", "religion", "party_member", "health", "political_status", "remarks", "birth", "id_card"]
    {
        let mut entry = json!({"id": 1, "name": "甲", "consents": [{"purpose": "talent", "from": "2024-01-01", "until": "2025-01-01"}]});
        entry[field] = "x".into();
        let found = faults(read::<Directory>(json!({"purposes": purposes(), "entries": [entry]})));
        assert_eq!(found, [fault("unknown-field", &format!("directory.entries[0].{field}"))]);
    }
}

#[test]
fn counts_need_a_purpose_and_a_threshold() {
    let directory = directory();
    let counts = |purpose: &str, threshold| {
        directory
            .counts(purpose, day("2024-05-01"), DirectoryBreakdown::Skills, threshold)
            .map_err(|e| e.first().code())
    };
    assert_eq!(counts("invite", 5).unwrap_err(), "directory-purpose-without-field");
    assert_eq!(counts("survey", 4).unwrap_err(), "directory-threshold-too-low");
    assert_eq!(counts("nobody", 5).unwrap_err(), "directory-unknown-purpose");
    // One entry: nothing can be said, not even how many there are.
    let made = counts("survey", 5).unwrap();
    assert!(made.total.is_none() && made.rows.iter().flat_map(|r| &r.counts).all(Option::is_none));
}

/// No published number is small, and every published one is right.
#[test]
fn published_counts_are_right_or_hidden() {
    let entry = (
        prop::collection::btree_set(prop::sample::select(vec!["law", "sport", "care"]), 0..3),
        prop::collection::btree_set(prop::sample::select(vec!["mediator", "deputy"]), 1..3),
    );
    law(40, prop::collection::vec(entry, 0..60), |rows| {
        let entry = |(i, (skills, offices)): (usize, &(BTreeSet<&str>, BTreeSet<&str>))| {
            json!({"id": i, "skills": skills, "offices": offices,
                   "consents": [{"purpose": "survey", "from": "2024-01-01", "until": "2025-01-01"}]})
        };
        let entries: Vec<Value> = rows.iter().enumerate().map(entry).collect();
        let directory: Directory = load(json!({"purposes": purposes(), "entries": entries}));
        let counts = directory.counts("survey", day("2024-05-01"), DirectoryBreakdown::OfficesAndSkills, 5).unwrap();
        for row in &counts.rows {
            let office = canonical(&row.office).unwrap().replace('"', "");
            for (skill, shown) in counts.columns.iter().zip(&row.counts) {
                let skill = canonical(skill).unwrap().replace('"', "");
                let real =
                    rows.iter().filter(|(s, o)| s.contains(skill.as_str()) && o.contains(office.as_str())).count()
                        as u64;
                prop_assert!(shown.is_none_or(|n| n == real && n >= 5));
            }
        }
        let shown = counts.rows.iter().flat_map(|r| r.counts.iter().chain([&r.total]));
        prop_assert!(shown.chain(&counts.column_totals).chain([&counts.total]).flatten().all(|n| *n >= 5));
        Ok(())
    });
}
