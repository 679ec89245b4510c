//! Draws of weights, and the proven bounds of ranks.
#![expect(clippy::expect_used, reason = "a benchmark that cannot run should say so and stop")]
#![allow(missing_docs, reason = "criterion's macros write items without docs")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use shequ::evaluation::certainty::{Levels, RankSearch, Study, WeightBox, WeightDraws};
use shequ::kernel::{Ratio, Unwatched};
use shequ_benches::matrices::{bounded, floats, matrix};

fn draws(c: &mut Criterion) {
    let mut group = c.benchmark_group("1000 draws");
    for (rows, samples) in [(77, 50), (10_000, 10)] {
        let columns = floats(rows, 30, 8);
        let matrix = matrix(&columns, true).expect("the values are finite");
        let weights = WeightDraws::uniform(30).expect("there are criteria");
        let study = Study::new(&matrix, weights).expect("one weight a criterion");
        group.sample_size(samples);
        group.bench_function(format!("{rows} x 30"), |b| b.iter(|| black_box(&study).run(1_000)));
        let sample = study.run(1_000).expect("the scores are finite");
        group.bench_function(format!("summaries of {rows} x 30"), |b| {
            b.iter(|| black_box(&sample).summaries(&Levels::default()));
        });
    }
    group.finish();
}

/// Where the weights may move by so many percent; half of these seeds and spreads leave some bounds unproven.
fn bounds(c: &mut Criterion) {
    let mut group = c.benchmark_group("rank bounds 77 x 30");
    group.sample_size(10);
    for (seed, spread) in [(1, 10), (1, 25), (1, 50), (2, 50)] {
        let (table, weights) = bounded(77, 30, seed).expect("the values fit");
        let spread_of_weights = Ratio::new(spread, 100).expect("a hundred is not zero");
        let space = WeightBox::around(&weights, &spread_of_weights).expect("the weights are above zero");
        group.bench_function(format!("seed {seed}, {spread} %"), |b| {
            b.iter(|| black_box(&table).all_rank_bounds(&space, &RankSearch::default(), &mut Unwatched));
        });
    }
    group.finish();
}

criterion_group!(benches, draws, bounds);
criterion_main!(benches);
