//! Records of meetings, roll-calls as commitments, and what their holders can open.

use super::tests::{CLUB, SPRING, club, faults, one, refused, result};
use super::*;
use crate::kernel::{Document, Lang, Status, Value, canonical, to_value};
use crate::pack::{Pack, Packs};

/// Owners who vote by roll-call, by the Civil Code and the rules of Beijing.
fn roll_call(votes: [&str; 6]) -> String {
    let unit = |(i, vote): (usize, &&str)| format!("{{ key = \"1-{i}\", area = \"45.67\", vote = \"{vote}\" }}");
    let units = votes.iter().enumerate().map(unit).collect::<Vec<_>>().join(", ");
    format!(
        r#"
        format = "shequ.meeting/1"
        id = "owners"
        label = "owners' assembly"
        day = "2026-03-16"
        salt = "00112233445566778899aabbccddeeff"
        days = {{ notice = "2026-03-01" }}
        rules = {{ notice = "cn.bj.pm.35.74", agenda = "cn.bj.pm.35.75" }}
        attendance = {{ heads = {{ entitled = 6, in_person = 4 }}, area = {{ entitled = "274.02", in_person = "182.68" }} }}
        [[agenda]]
        key = "roof"
        label = "the roof"
        decided_by = "owners.ordinary"
        on_agenda = true
        polls = [{{ units = [{units}] }}]
        "#
    )
}

const FOUR: [&str; 6] = ["yes", "yes", "yes", "no", "absent", "absent"];

#[test]
fn a_roll_call_enters_the_record_only_as_a_commitment() {
    let meeting = Meeting::parse(&roll_call(FOUR)).unwrap();
    let result = meeting.result(&crate::pack::cn().at(meeting.day())).unwrap();
    assert_eq!(result.view().items[0].status, Status::Met, "{}", result.explain().render(Lang::En));
    let record = result.record().unwrap();
    let text = canonical(&record).unwrap();
    assert!(!text.contains("1-3") && !text.contains("00112233"), "{text}");
    let read = MeetingRecord::parse(&text).unwrap();
    assert!(verify_meeting(&read, crate::pack::cn(), None).unwrap().ok);
    assert!(read.is_of(&meeting).unwrap());
    let opening = meeting.open_unit("roof", None, "1-3").unwrap();
    assert!(read.verify_opening("roof", None, &opening).unwrap());
    assert_eq!(read.verify_opening("lift", None, &opening).unwrap_err().first().code(), "vote-without-roll-call");
    // Another who voted the same way gives the same sums and another commitment.
    let other = Meeting::parse(&roll_call(["yes", "yes", "no", "yes", "absent", "absent"])).unwrap();
    assert!(!read.is_of(&other).unwrap());
    let committed = result.view().items[0].polls[0].committed.unwrap();
    // Computed beside the library from its description in the guide. A later version must give the same, or no older record opens.
    let root = "4fd24c066d87af7e790ce67c27d60f894c1d16c54ab492dacc409e41b3691303";
    assert_eq!((committed.root.to_string().as_str(), committed.units, committed.heads), (root, 6, 6));
    for (i, vote) in FOUR.iter().enumerate() {
        let opening = meeting.open_unit("roof", None, &format!("1-{i}")).unwrap();
        assert!(verify_opening(&committed, &opening).unwrap());
        let text = canonical(&opening).unwrap();
        let lie = if *vote == "yes" { "no" } else { "yes" };
        let forged =
            Opening::parse(&text.replace(&format!("\"vote\":\"{vote}\""), &format!("\"vote\":\"{lie}\""))).unwrap();
        assert!(!verify_opening(&committed, &forged).unwrap());
        let moved =
            Opening::parse(&text.replace(&format!("\"position\":{i}"), &format!("\"position\":{}", i ^ 1))).unwrap();
        assert!(!verify_opening(&committed, &moved).unwrap());
    }
    assert_eq!(meeting.open_unit("roof", None, "9-9").unwrap_err().first().code(), "unit-not-committed");
    assert_eq!(meeting.open_unit("roof", Some("x"), "1-1").unwrap_err().first().code(), "vote-without-roll-call");
}

#[test]
fn a_record_that_holds_a_secret_is_refused() {
    let meeting = Meeting::parse(&roll_call(FOUR)).unwrap();
    let record = meeting.result(&crate::pack::cn().at(meeting.day())).unwrap().record().unwrap();
    let text = canonical(&record).unwrap();
    let refused = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        faults(&MeetingRecord::parse(&text.replacen(from, to, 1)).unwrap_err())
    };
    let meeting = "\"meeting\":{";
    let code = "record-of-units";
    let salt = format!("{meeting}\"salt\":\"00112233445566778899aabbccddeeff\",");
    assert_eq!(refused(meeting, &salt), one("meeting_record.meeting.salt", code));
    let proxies = format!("{meeting}\"proxies\":{{\"given\":[],\"present\":[]}},");
    assert_eq!(refused(meeting, &proxies), one("meeting_record.meeting.proxies", code));
    let units = "\"polls\":[{\"units\":[{\"key\":\"1-0\",\"vote\":\"yes\"}],";
    let at = text.find(meeting).unwrap();
    let polls = text[at..].find("\"polls\":[{").unwrap() + at;
    let listed = format!("{}{units}{}", &text[..polls], &text[polls + "\"polls\":[{".len()..]);
    let found = faults(&MeetingRecord::parse(&listed).unwrap_err());
    assert_eq!(found, one("meeting_record.meeting.agenda[0].polls[0].units", code));
}

#[test]
fn every_unit_of_every_list_opens_and_nothing_else_does() {
    use crate::wire::participation::{UnitDraft, Vote};
    let unit = |i: usize| UnitDraft {
        key: format!("{i:02}"),
        owner: None,
        area: None,
        vote: Vote::Yes,
        developer_unsold: false,
    };
    let salt = "000102030405060708090a0b0c0d0e0f".parse().unwrap();
    for n in 1..=17 {
        let units: Vec<UnitDraft> = (0..n).map(unit).collect();
        let committed = commit_units(&units, &salt, "x").unwrap();
        for i in 0..n {
            let opening = open_unit(&units, &salt, "x", &format!("{i:02}")).unwrap();
            assert!(verify_opening(&committed, &opening).unwrap(), "{i} of {n}");
            // A commitment to one unit more or less is another, and so is a longer way.
            let other = UnitCommitment { units: committed.units + 1, ..committed };
            assert!(!verify_opening(&other, &opening).unwrap());
        }
    }
}

#[test]
fn a_roll_call_that_cannot_be_is_refused() {
    let text = roll_call(FOUR);
    let refuse = |from: &str, to: &str| {
        assert!(text.contains(from));
        refused(&text.replacen(from, to, 1))
    };
    assert_eq!(
        refuse("polls = [{ units", "polls = [{ secret = true, units"),
        one("meeting.agenda[0].polls[0].units", "roll-call-of-secret-ballot")
    );
    assert_eq!(
        refuse("salt = \"00112233445566778899aabbccddeeff\"", ""),
        one("meeting.agenda[0].polls[0].units", "roll-call-without-salt")
    );
    assert_eq!(refuse("key = \"1-1\"", "key = \"1-0\""), one("meeting.agenda[0].polls[0].units[1].key", "unit-twice"));
    assert_eq!(
        refuse("polls = [{ units", "polls = [{ counted = { heads = { yes = 3 } }, units"),
        one("meeting.agenda[0].polls[0].counted.heads", "units-and-tallies")
    );
    // A question that is decided by tallies.
    let meeting = Meeting::parse(&text.replace("owners.ordinary", "cn.cc.278.part.heads")).unwrap();
    let error = meeting.result(&crate::pack::cn().at(meeting.day())).unwrap_err();
    assert_eq!(faults(&error), one("meeting.agenda[0].polls[0].units", "units-not-allowed"));
}

#[test]
fn a_record_evaluates_again_and_fails_when_one_number_is_changed() {
    let result = result(SPRING);
    let record = result.record().unwrap();
    let value = to_value(&record).unwrap();
    assert!(verify_meeting(&MeetingRecord::from_value(value.clone()).unwrap(), &club(), None).unwrap().ok);
    let text = canonical(&record).unwrap();
    for secret in ["g1", "h1", "registered\""] {
        assert!(!text.contains(&format!("\"{secret}")), "{secret}");
    }
    // Every number of the record, one after another.
    let mut tried = 0;
    for at in 0..numbers(&value) {
        let mut changed = value.clone();
        bump(&mut changed, &mut { at });
        let Ok(record) = MeetingRecord::from_value(changed.clone()) else { continue };
        let found = verify_meeting(&record, &club(), None).unwrap();
        assert!(!found.ok, "{at}");
        tried += 1;
    }
    assert!(tried > 60, "{tried}");
    // Another pack of the same name.
    let other = Packs::new([Pack::parse(&CLUB.replace("share = \"1/5\"", "share = \"1/6\"")).unwrap()]).unwrap();
    let found = verify_meeting(&MeetingRecord::from_value(value).unwrap(), &other, None).unwrap();
    assert!(found.differs.iter().any(|d| d.what == "pack") && found.differs.iter().any(|d| d.what == "result"));
}

/// Whoever changes a number that decides and seals the record anew is found out by evaluating it again.
#[test]
fn a_record_sealed_anew_does_not_agree() {
    let record = result(SPRING).record().unwrap();
    let text = canonical(&record).unwrap();
    let meeting = text.find("\"meeting\":{").unwrap();
    for (from, to) in [
        ("\"in_person\":48", "\"in_person\":49"),
        ("\"proposing\":10", "\"proposing\":11"),
        ("\"yes\":26", "\"yes\":25"),
        ("\"notice\":\"2026-04-13\"", "\"notice\":\"2026-04-12\""),
    ] {
        assert!(text[meeting..].contains(from), "{from}");
        let mut draft = MeetingRecord::parse(&text.replacen(from, to, 1)).unwrap().draft().clone();
        draft.digest = super::record::seal(&draft).unwrap();
        let found = verify_meeting(&MeetingRecord::check(draft).unwrap(), &club(), None).unwrap();
        let what: Vec<&str> = found.differs.iter().map(|d| d.what.as_str()).collect();
        assert_eq!(what, ["result", "tree"], "{from}");
    }
}

fn numbers(value: &Value) -> usize {
    match value {
        Value::Int(_) => 1,
        Value::List(items) => items.iter().map(numbers).sum(),
        Value::Map(entries) => entries.iter().map(|(_, v)| numbers(v)).sum(),
        _ => 0,
    }
}

/// Adds one to the number at a position.
fn bump(value: &mut Value, at: &mut usize) {
    match value {
        Value::Int(n) => {
            if *at == 0 {
                *n += 1;
            }
            *at = at.wrapping_sub(1);
        }
        Value::List(items) => items.iter_mut().for_each(|v| bump(v, at)),
        Value::Map(entries) => entries.iter_mut().for_each(|(_, v)| bump(v, at)),
        _ => {}
    }
}

/// The record of version 1 as it was first written: every later library verifies it. `SHEQU_GOLDEN=write` writes it where it is
/// absent.
#[test]
fn the_golden_record_of_version_1_verifies() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/golden/meeting-record-1.json");
    if std::env::var_os("SHEQU_GOLDEN").is_some() && !std::path::Path::new(path).exists() {
        std::fs::create_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
        std::fs::write(path, canonical(&result(SPRING).record().unwrap()).unwrap() + "\n").unwrap();
    }
    let text = std::fs::read_to_string(path).expect("the golden record is part of the repository");
    let found = verify_meeting(&MeetingRecord::parse(&text).unwrap(), &club(), None).unwrap();
    assert!(found.ok, "{:?}", found.differs);
}
