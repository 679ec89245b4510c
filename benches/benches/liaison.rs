//! Liaison officers to 1,000 communities: places from a seed, then the worst case for telling equals apart, all distances alike.
#![expect(clippy::expect_used, reason = "a benchmark that cannot run should say so and stop")]
#![allow(missing_docs, reason = "criterion's macros write items without docs")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use shequ::kernel::Document as _;
use shequ::organisation::LiaisonPlan;

fn plan(communities: u64, officers: u64, spread: u64) -> LiaisonPlan {
    let mut state = 7_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % spread
    };
    let mut places = |name: &str, count: u64| {
        let mut list = String::new();
        for i in 0..count {
            let comma = if i > 0 { "," } else { "" };
            write!(list, r#"{comma}{{"key":"{name}{i:05}","x":{},"y":{}}}"#, next(), next())
                .expect("a string takes it");
        }
        list
    };
    let (officers, communities) = (places("o", officers), places("c", communities));
    let text =
        format!(r#"{{"format":"shequ.liaison/1","title":"T","officers":[{officers}],"communities":[{communities}]}}"#);
    LiaisonPlan::parse(&text).expect("the plan is sound")
}

fn liaison(c: &mut Criterion) {
    let mut group = c.benchmark_group("liaison");
    group.sample_size(10);
    for (name, plan) in [
        ("1,000 communities, 600 officers", plan(1_000, 600, 20_000)),
        ("1,000 communities, 1,000 officers", plan(1_000, 1_000, 20_000)),
        ("1,000 communities, 600 officers, all alike", plan(1_000, 600, 1)),
    ] {
        assert!(plan.assign().is_proven());
        group.bench_function(name, |b| b.iter(|| black_box(&plan).assign()));
    }
    let made = plan(1_000, 600, 20_000).assign();
    group.bench_function("what every alternative of one community costs", |b| {
        b.iter(|| black_box(&made).alternatives("c00500").expect("it is there"));
    });
    group.finish();
}

criterion_group!(benches, liaison);
criterion_main!(benches);
