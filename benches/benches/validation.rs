//! The rules of China and the library's defaults over a country of 665,276 units, on one day and over ten years.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a benchmark that cannot go on stops"
)]

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use shequ::kernel::{Document, Period, Unwatched};
use shequ::organisation::Organisation;
use shequ::pack;

/// Units by level as in the national tree of 2023-06-30, and a committee and a branch in every thousandth community.
fn country(bodies: bool) -> Organisation {
    let levels =
        [("province", 31), ("prefecture", 342), ("district", 2_978), ("sub-district", 41_352), ("community", 620_573)];
    let mut text = String::from(r#"{"format": "shequ.organisation/1", "title": "country", "units": ["#);
    let mut over = 0;
    for (level, (kind, count)) in levels.into_iter().enumerate() {
        for i in 0..count {
            let comma = if level + i == 0 { "" } else { "," };
            let _ = write!(text, r#"{comma}{{"key":"{level}-{i}","kind":"{kind}","name":"{i}","code":"{level}{i:07}""#);
            if level > 0 {
                let _ = write!(text, r#","parent":"{}-{}""#, level - 1, i % over);
            }
            text.push('}');
        }
        over = count;
    }
    for i in (0..620_573).step_by(if bodies { 1_000 } else { 620_573 }) {
        let _ = write!(
            text,
            r#",{{"key":"r{i}","kind":"{}","name":"居委会","parent":"4-{i}"}}"#,
            if bodies { "residents-committee" } else { "firm" }
        );
    }
    text.push_str(r#"],"posts":["#);
    for i in (0..620_573).step_by(if bodies { 1_000 } else { 620_573 }) {
        let comma = if i == 0 { "" } else { "," };
        let _ = write!(text, r#"{comma}{{"key":"p{i}","unit":"r{i}","title":"主任","term_years":5}}"#);
    }
    text.push_str(r#"],"holders":[{"key":"h"}],"holdings":[{"post":"p0","holder":"h","from":"2010-01-01"}]}"#);
    Organisation::parse(&text).unwrap()
}

fn validate(c: &mut Criterion) {
    let organisation = country(false);
    let day = "2024-01-01".parse().unwrap();
    let decade = Period::new("2014-01-01".parse().unwrap(), Some(day)).unwrap();
    let mut started = Instant::now();
    let mut times = Vec::new();
    let mut watch = |_: u64, _: u64| {
        times.push(started.elapsed());
        started = Instant::now();
        ControlFlow::Continue(())
    };
    let report = organisation.validate(day, pack::cn(), &mut watch).unwrap();
    for (check, time) in report.checks.iter().zip(times.iter().skip(1)).filter(|(_, time)| time.as_millis() > 9) {
        eprintln!("{}: {} ms", check.rule, time.as_millis());
    }
    eprintln!(
        "made ready in {} ms, all in {} ms",
        times[0].as_millis(),
        times.iter().sum::<std::time::Duration>().as_millis()
    );
    for check in report.checks.iter().filter(|c| c.violations > 0) {
        eprintln!("{}: {}", check.rule, check.violations);
    }
    eprintln!("{} units, {} rules, {} violations", organisation.len(), report.checks.len(), report.violations.len());
    let mut group = c.benchmark_group("country");
    group.sample_size(10);
    group.bench_function("validate a day", |b| b.iter(|| organisation.validate(day, pack::cn(), &mut Unwatched)));
    group.bench_function("validate ten years", |b| {
        b.iter(|| organisation.validate_over(decade, pack::cn(), &mut Unwatched));
    });
    group.finish();
}

criterion_group!(benches, validate);
criterion_main!(benches);
