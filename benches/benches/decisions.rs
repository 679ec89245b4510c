//! How many aggregate decisions a second, plain and explained, and an owners' vote by a list of units.
#![expect(clippy::expect_used, reason = "a benchmark that cannot run should say so and stop")]
#![allow(missing_docs, reason = "criterion's macros write items without docs")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use shequ::kernel::Document;
use shequ::participation::{Counts, Facts, Tally};
use shequ_benches::Seeded;

/// Tallies of owners' votes, some met and some not.
fn tallies(n: usize) -> Vec<Counts> {
    let mut seeded = Seeded::new(7);
    (0..n)
        .map(|_| {
            let entitled = 100 + seeded.below(900);
            let present = entitled / 2 + seeded.below(entitled / 2);
            let yes = present / 3 + seeded.below(present / 2);
            let flat = 913_400; // cm2
            Counts {
                heads: Tally::vote(entitled, present, yes, present - yes, 0),
                area: Tally::vote(entitled * flat, present * flat, yes * flat, (present - yes) * flat, 0),
                ..Counts::default()
            }
        })
        .collect()
}

fn decisions(c: &mut Criterion) {
    let rules = shequ::pack::cn().at("2026-03-01".parse().expect("a day"));
    let question = rules.question("owners.special").expect("the pack has the question");
    let tallies = tallies(1000);
    let mut group = c.benchmark_group("decisions");
    group.throughput(Throughput::Elements(tallies.len() as u64));
    group.bench_function("aggregate, plain", |b| {
        b.iter(|| {
            for counts in &tallies {
                black_box(question.decide(black_box(counts)).expect("the tallies are sound"));
            }
        });
    });
    group.bench_function("aggregate, explained", |b| {
        b.iter(|| {
            for counts in &tallies {
                black_box(question.explain(black_box(counts)).expect("the tallies are sound"));
            }
        });
    });
    group.finish();

    let mut seeded = Seeded::new(11);
    let units: Vec<String> = (0..100_000)
        .map(|i| {
            let vote = match seeded.below(5) {
                0..=2 => "yes",
                3 => "no",
                _ => "absent",
            };
            format!(
                r#"{{"key": "{i}", "area": "{}.{:02}", "vote": "{vote}"}}"#,
                40 + seeded.below(100),
                seeded.below(100)
            )
        })
        .collect();
    let text = format!(r#"{{"format": "shequ.facts/1", "units": [{}]}}"#, units.join(","));
    let facts = Facts::parse(&text).expect("the units are sound");
    let mut group = c.benchmark_group("double majority, 100,000 units");
    group.sample_size(10);
    group.bench_function("read from JSON, counted, decided and explained", |b| {
        b.iter(|| {
            let facts = Facts::parse(black_box(&text)).expect("the units are sound");
            black_box(rules.decide("owners.special", &facts).expect("the facts are sound").explain())
        });
    });
    group.bench_function("decided and explained, the units read and counted before", |b| {
        b.iter(|| black_box(rules.decide("owners.special", &facts).expect("the facts are sound").explain()));
    });
    group.finish();
}

criterion_group!(benches, decisions);
criterion_main!(benches);
