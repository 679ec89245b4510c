//! Canonical JSON of a result, from which its digest is taken.
#![expect(clippy::expect_used, reason = "a benchmark that cannot run should say so and stop")]
#![allow(missing_docs, reason = "criterion's macros write items without docs")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use shequ::kernel::{canonical, to_value};

fn results(c: &mut Criterion) {
    let mut group = c.benchmark_group("canonical");
    for (units, samples) in [(77, 100), (10_000, 20)] {
        let scheme = shequ_benches::scheme(30).expect("the scheme is sound");
        let table = shequ_benches::table(units, 30, 7).expect("the table is sound");
        let card = scheme.evaluate(&table).expect("the values fit");
        let scores: Vec<_> = card.scores().collect();
        let value = to_value(&scores).expect("scores are plain");
        let bytes = canonical(&scores).expect("scores are plain").len() as u64;
        group.throughput(Throughput::Bytes(bytes)).sample_size(samples);
        group.bench_function(format!("{units} scores"), |b| b.iter(|| canonical(black_box(&scores))));
        group.bench_function(format!("{units} scores as a value"), |b| b.iter(|| canonical(black_box(&value))));
    }
    group.finish();
}

criterion_group!(benches, results);
criterion_main!(benches);
