//! Scoring and ranking a whole scheme: 77 communities x 30 indicators, and 10,000.
#![expect(clippy::expect_used, reason = "a benchmark that cannot run should say so and stop")]
#![allow(missing_docs, reason = "criterion's macros write items without docs")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn scoring(c: &mut Criterion) {
    let mut group = c.benchmark_group("scoring");
    for (units, samples) in [(77, 100), (10_000, 20)] {
        let scheme = shequ_benches::scheme(30).expect("the scheme is sound");
        let table = shequ_benches::table(units, 30, 7).expect("the table is sound");
        group.throughput(Throughput::Elements(units as u64)).sample_size(samples);
        group.bench_function(format!("evaluate {units} x 30"), |b| {
            b.iter(|| scheme.evaluate(black_box(&table)).expect("the values fit"));
        });
        let card = scheme.evaluate(&table).expect("the values fit");
        group.bench_function(format!("explain {units} x 30"), |b| {
            b.iter(|| {
                for unit in card.units() {
                    black_box(card.explain(unit.as_str()).expect("the unit is there"));
                }
            });
        });
    }
    group.finish();
}

criterion_group!(benches, scoring);
criterion_main!(benches);
