//! A contract of thirty indicators with every rule: scored, corrected, and asked what would reach a rank; and the ASEM index.
#![expect(clippy::expect_used, reason = "a benchmark that cannot run should say so and stop")]
#![allow(missing_docs, reason = "criterion's macros write items without docs")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use shequ::evaluation::Goal;
use shequ::wire::evaluation::CellChange;
use shequ_benches::{asem, contract};

fn contracts(c: &mut Criterion) {
    let mut group = c.benchmark_group("contract of every rule");
    let scheme = contract::scheme().expect("the scheme is sound");
    for (units, samples) in [(77, 50), (10_000, 10)] {
        let table = contract::table(&scheme, units, 7).expect("the table is sound");
        group.sample_size(samples);
        group.bench_function(format!("evaluate {units}"), |b| b.iter(|| scheme.evaluate(black_box(&table))));
        let card = scheme.evaluate(&table).expect("the values fit");
        let value = "42.5".parse().expect("a decimal");
        let changes = [CellChange { unit: "u00038".into(), column: "i00".into(), value: Some(value) }];
        group.bench_function(format!("one cell of {units}"), |b| b.iter(|| card.changed(black_box(&changes))));
        group.bench_function(format!("what if, of {units}"), |b| b.iter(|| card.what_if("u00000", &Goal::Rank(3))));
    }
    group.finish();
}

fn index(c: &mut Criterion) {
    let Some(folder) = asem::folder() else {
        eprintln!("SKIPPED: the tables of ASEM are not there");
        return;
    };
    let (index, table) = asem::index(&folder).expect("the tables are sound");
    c.bench_function("ASEM, whole", |b| b.iter(|| index.evaluate(black_box(&table))));
}

criterion_group!(benches, contracts, index);
criterion_main!(benches);
