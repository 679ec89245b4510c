//! The chain: whatever is changed in a log is found at its entry, and erasing texts changes nothing.

use proptest::prelude::*;
use shequ::kernel::{Day, Digest, Document, Log, NewEntry, Opened, Salt, SealedTexts, Value, canonical, to_value};

use super::law;

fn log(length: u8) -> (Log, SealedTexts) {
    let (mut log, mut texts) = (Log::new("test".parse().unwrap()), SealedTexts::default());
    for i in 0..length {
        let day = Day::new(2026, 1, 1 + u32::from(i) / 2).unwrap();
        let entry = NewEntry::new(
            day,
            format!("post-{}", i % 3).parse().unwrap(),
            "note".parse().unwrap(),
            format!("unit-{i}").parse().unwrap(),
        )
        .with("result".parse().unwrap(), Digest::of_bytes(&[i]))
        .sealing("reason".parse().unwrap(), format!("reason {i}"), Salt::new(&[i; 16]).unwrap());
        log.append(entry, &mut texts).unwrap();
    }
    (log, texts)
}

fn entries(value: &mut Value) -> &mut Vec<Value> {
    match field(value, "entries") {
        Value::List(entries) => entries,
        other => panic!("{other:?}"),
    }
}

fn field<'v>(value: &'v mut Value, name: &str) -> &'v mut Value {
    match value {
        Value::Map(fields) => &mut fields.iter_mut().find(|(k, _)| k == name).unwrap().1,
        other => panic!("{other:?}"),
    }
}

fn inspect(value: &Value, head: Option<&Digest>) -> (Log, shequ::kernel::LogCheck) {
    Log::inspect(&canonical(value).unwrap(), head).unwrap()
}

#[test]
fn a_log_reads_back_as_it_was() {
    let (log, texts) = log(5);
    let text = canonical(&log).unwrap();
    assert_eq!(Log::parse(&text).unwrap(), log);
    assert_eq!(SealedTexts::parse(&canonical(&texts).unwrap()).unwrap(), texts);
    assert!(log.verify(Some(&log.head())).intact);
    log.check_texts(&texts).unwrap();
    assert!(log.verify(None).explain().render(shequ::kernel::Lang::En).contains("good entries: 5"));
}

/// Fixed, so that a change of the format is seen: the digests are those of the documented canonical JSON.
#[test]
fn the_digests_are_the_documented_ones() {
    let (log, _) = log(1);
    let genesis = Digest::of_bytes(br#"{"format":"shequ.log/1","log":"test"}"#);
    let sealed = Digest::of_bytes(b"shequ.sealed/1\0\0\0\0\0\0\0\0\x10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0reason 0");
    let body = format!(
        "{{\"actor\":\"post-0\",\"day\":\"2026-01-01\",\"kind\":\"note\",\"payload\":{{\"result\":\"{}\"}},\"previous\":\"{genesis}\",\
         \"sealed\":{{\"reason\":\"{sealed}\"}},\"seq\":0,\"subject\":\"unit-0\"}}",
        Digest::of_bytes(&[0])
    );
    assert_eq!(*log.entries()[0].previous(), genesis);
    assert_eq!(log.head(), Digest::of_bytes(body.as_bytes()));
}

#[test]
fn a_change_of_any_field_is_found_at_its_entry() {
    const FIELDS: &[&str] = &["seq", "day", "actor", "kind", "subject", "payload", "sealed", "previous", "digest"];
    let change = (1..12_u8).prop_flat_map(|n| (Just(n), 0..n, proptest::sample::select(FIELDS), any::<u8>()));
    law(change, |(n, at, name, noise)| {
        let (log, _) = log(n);
        let mut value = to_value(&log).unwrap();
        let part = field(&mut entries(&mut value)[usize::from(at)], name);
        let other = Value::Text(Digest::of_bytes(&[noise, 1, 2, 3]).to_string());
        let changed = match name {
            "seq" => Value::Int((u64::from(at) + 1 + u64::from(noise)).into()),
            "day" => Value::Text(Day::new(2026, 2, 1).unwrap().plus_days(noise.into()).unwrap().to_string()),
            "actor" | "kind" | "subject" => Value::Text(format!("other-{noise}")),
            // A digest exchanged, a part renamed, a part taken out.
            "payload" | "sealed" if noise % 3 == 0 => Value::Map(vec![("result".into(), other)]),
            "payload" | "sealed" if noise % 3 == 1 => match part.clone() {
                Value::Map(parts) => Value::Map(parts.into_iter().map(|(_, v)| ("another".to_owned(), v)).collect()),
                other => other,
            },
            "payload" | "sealed" => Value::Map(vec![]),
            _ => other,
        };
        *part = changed;
        let (good, check) = inspect(&value, None);
        prop_assert!(!check.intact);
        prop_assert_eq!((check.good, check.entries), (at.into(), n.into()));
        let broken = check.broken.unwrap();
        prop_assert_eq!(broken.seq, Some(at.into()));
        prop_assert!(broken.path.starts_with(&format!("log.entries[{at}].")), "{}", broken.path);
        // The good prefix is the prefix, and can be written on.
        prop_assert_eq!(good.entries(), &log.entries()[..at.into()]);
        prop_assert!(Log::parse(&canonical(&value).unwrap()).is_err());
        Ok(())
    });
}

/// Whoever changes an entry can give it its new digest; then the entry after it no longer follows.
#[test]
fn a_change_with_a_new_digest_is_found_at_the_next_entry() {
    law((1..12_u8).prop_flat_map(|n| (Just(n), 0..n)), |(n, at)| {
        let (log, _) = log(n);
        let mut value = to_value(&log).unwrap();
        let entry = &mut entries(&mut value)[usize::from(at)];
        *field(entry, "actor") = "other".into();
        let Value::Map(fields) = entry.clone() else { panic!("an object") };
        let body = Value::Map(fields.into_iter().filter(|(k, _)| k != "digest").collect());
        let digest = Digest::of(&body).unwrap();
        *field(entry, "digest") = Value::Text(digest.to_string());
        let broken = inspect(&value, None).1.broken.unwrap();
        if at + 1 < n {
            prop_assert_eq!((broken.seq, broken.code.as_str()), (Some(u64::from(at) + 1), "log-chain-broken"));
            return Ok(());
        }
        // The last one: the log's own head tells, and if that is rewritten too, only a head noted before.
        prop_assert_eq!(broken.code, "log-head-differs");
        *field(&mut value, "head") = Value::Text(digest.to_string());
        prop_assert!(inspect(&value, None).1.intact);
        prop_assert_eq!(inspect(&value, Some(&log.head())).1.broken.unwrap().code, "log-truncated");
        Ok(())
    });
}

#[test]
fn entries_taken_out_moved_or_cut_off_are_found() {
    law((2..12_u8, any::<u8>(), any::<u8>()), |(n, a, b)| {
        let (log, _) = log(n);
        let (a, b) = (usize::from(a % n), usize::from(b % n));
        let mut swapped = to_value(&log).unwrap();
        entries(&mut swapped).swap(a, b);
        let check = inspect(&swapped, None).1;
        prop_assert_eq!(check.intact, a == b);
        prop_assert!(a == b || check.good == a.min(b) as u64);

        let mut without = to_value(&log).unwrap();
        entries(&mut without).remove(a);
        let check = inspect(&without, None).1;
        prop_assert!(!check.intact);
        prop_assert_eq!(check.good, a as u64);

        // Cut off with the head rewritten, the chain is good in itself; only a head noted before tells.
        let mut cut = to_value(&log).unwrap();
        entries(&mut cut).truncate(a);
        let head = if a == 0 { *log.entries()[0].previous() } else { *log.entries()[a - 1].digest() };
        *field(&mut cut, "head") = Value::Text(head.to_string());
        prop_assert!(inspect(&cut, None).1.intact);
        let check = inspect(&cut, Some(&log.head())).1;
        prop_assert_eq!(check.broken.unwrap().code, "log-truncated");
        prop_assert!(log.verify(Some(&head)).intact);
        Ok(())
    });
}

#[test]
fn erasing_leaves_a_chain_that_verifies() {
    law((1..12_u8, any::<u8>()), |(n, at)| {
        let (log, mut texts) = log(n);
        let seq = u64::from(at % n);
        let reason = format!("reason {seq}");
        prop_assert_eq!(log.read(seq, "reason", &texts).unwrap(), Opened::Text(&reason));
        prop_assert_eq!(texts.erase(seq), 1);
        prop_assert_eq!(log.read(seq, "reason", &texts).unwrap(), Opened::Erased);
        let left = canonical(&texts).unwrap();
        let kept = left.contains(&format!("\"{reason}\""));
        prop_assert!(!kept);
        prop_assert!(!canonical(&log).unwrap().contains("reason "));
        prop_assert!(log.verify(Some(&log.head())).intact);
        let salt = Salt::new(&[at % n; 16]).unwrap();
        prop_assert!(log.open(seq, "reason", &reason, &salt).is_ok());
        prop_assert!(log.open(seq, "reason", "reason", &salt).is_err());
        prop_assert!(log.open(seq, "reason", &reason, &Salt::new(&[at % n; 17]).unwrap()).is_err());
        Ok(())
    });
}

#[test]
fn what_cannot_be_appended_changes_nothing() {
    let (mut log, mut texts) = log(3);
    let (before, beside) = (log.clone(), texts.clone());
    let key = |k: &str| k.parse().unwrap();
    let salt = || Salt::new(&[7; 16]).unwrap();
    let new = |day: Day| NewEntry::new(day, key("a"), key("b"), key("c"));
    let early = new(Day::new(2025, 12, 31).unwrap()).sealing(key("t"), "x", salt()).sealing(key("t"), "y", salt());
    let error = log.append(early, &mut texts).unwrap_err();
    let codes: Vec<_> = error.faults().map(shequ::kernel::Fault::code).collect();
    assert_eq!(codes, ["log-day-backwards", "log-part-twice"]);
    assert_eq!((&log, &texts), (&before, &beside));
    let code = |e: shequ::kernel::Error| e.first().code();
    assert_eq!(code(Salt::new(&[1; 15]).unwrap_err()), "log-salt-length");
    assert_eq!(code("0g".parse::<Salt>().unwrap_err()), "log-not-a-salt");
    assert_eq!(code("é0".parse::<Salt>().unwrap_err()), "log-not-a-salt");
    assert_eq!(code(log.read(9, "reason", &texts).unwrap_err()), "log-no-such-entry");
    assert_eq!(code(log.read(0, "result", &texts).unwrap_err()), "log-no-such-part");
}
