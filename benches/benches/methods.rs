//! Matrices of 100,000 x 50: the exact sum with ranks, and the methods on floats.
#![expect(clippy::expect_used, reason = "a benchmark that cannot run should say so and stop")]
#![allow(missing_docs, reason = "criterion's macros write items without docs")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use shequ::evaluation::methods::{Method, MethodName, RankTies, Ranking, Weights};
use shequ_benches::matrices::{exact, floats, ints, matrix, percents, shares};

fn methods(c: &mut Criterion) {
    let mut group = c.benchmark_group("methods 100000 x 50");
    group.sample_size(10);
    let columns = ints(100_000, 50, 1_001, 7);
    let weights = percents(50);
    group.bench_function("exact sum and ranks", |b| {
        b.iter(|| {
            let totals = exact(black_box(&columns)).and_then(|matrix| matrix.weighted_sum(&weights));
            totals.expect("the sums fit").ranks(RankTies::Min)
        });
    });
    let columns = floats(100_000, 50, 7);
    let weights = Weights::new(shares(50)).expect("they sum to one");
    for name in [MethodName::Topsis, MethodName::Vikor, MethodName::Promethee] {
        let method = Method::from(name);
        group.bench_function(name.name(), |b| {
            b.iter(|| {
                let matrix = matrix(black_box(&columns), true).expect("the values are finite");
                method.decide(&matrix, &weights, Ranking::default()).expect("no criterion is constant")
            });
        });
    }
    group.finish();
}

criterion_group!(benches, methods);
criterion_main!(benches);
