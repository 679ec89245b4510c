//! Rank bounds against an elimination that knows no search, against draws of weights, and against their own proofs.

use num_integer::Integer as _;

use super::{cases, matrix, pick, random, random_rows, ratio};
use crate::evaluation::certainty::bounds::{Side, wish};
use crate::evaluation::certainty::search::{Node, Split};
use crate::evaluation::certainty::stream::Stream;
use crate::evaluation::certainty::wishes::Multipliers;
use crate::evaluation::certainty::{BoundStatus, ExactTable, ExactTies, RankSearch, Study, WeightBox, WeightDraws};
use crate::evaluation::methods::{Criterion, Direction, Matrix};
use crate::kernel::{Ratio, Unwatched};

const TIES: [ExactTies; 3] = [ExactTies::Min, ExactTies::Max, ExactTies::Ordinal];

fn kept(ties: ExactTies) -> RankSearch {
    RankSearch { ties, keep_proof: true, ..RankSearch::default() }
}

/// A row of `slopes · x >= bound`, or above it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Inequality {
    slopes: Vec<i128>,
    bound: i128,
    strict: bool,
}

impl Inequality {
    fn reduced(mut self) -> Self {
        let divisor = self.slopes.iter().fold(self.bound, |g, s| g.gcd(s)).max(1);
        self.slopes.iter_mut().for_each(|s| *s /= divisor);
        self.bound /= divisor;
        self
    }
}

/// Whether inequalities hold together somewhere: Fourier and Motzkin's elimination, exact.
fn feasible(mut rows: Vec<Inequality>, variables: usize) -> bool {
    for last in (0..variables).rev() {
        let (mut next, mut up, mut down) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows {
            match row.slopes[last].signum() {
                0 => next.push(row),
                1 => up.push(row),
                _ => down.push(row),
            }
        }
        for low in &up {
            for high in &down {
                let (a, b) = (low.slopes[last], -high.slopes[last]);
                let slopes = low.slopes.iter().zip(&high.slopes).map(|(x, y)| x * b + y * a).collect();
                let bound = low.bound * b + high.bound * a;
                next.push(Inequality { slopes, bound, strict: low.strict || high.strict }.reduced());
            }
        }
        next.sort();
        next.dedup();
        rows = next;
    }
    rows.iter().all(|row| if row.strict { row.bound < 0 } else { row.bound <= 0 })
}

/// The greatest number of wishes over all subsets that hold together; the last weight is one less the others.
fn brute(matrix: &ExactTable, space: &WeightBox, ties: ExactTies, side: Side, unit: usize) -> usize {
    let criteria = space.len();
    let units = i128::from(space.units());
    let wishes: Vec<_> =
        (0..matrix.units().len()).filter(|o| *o != unit).map(|o| wish(matrix, ties, side, unit, o)).collect();
    let line = |slopes: &[i128], bound: i128, strict: bool| {
        let last = slopes[criteria - 1];
        let free = slopes[..criteria - 1].iter().map(|s| s - last).collect();
        Inequality { slopes: free, bound: bound - last * units, strict }.reduced()
    };
    let mut walls = Vec::new();
    for j in 0..criteria {
        let mut slopes = vec![0; criteria];
        slopes[j] = 1;
        walls.push(line(&slopes, space.least()[j].into(), false));
        slopes[j] = -1;
        walls.push(line(&slopes, -i128::from(space.least()[j] + space.room()[j]), false));
    }
    let mut most = 0;
    for subset in 0..1_u32 << wishes.len() {
        let size = subset.count_ones() as usize;
        if size <= most {
            continue;
        }
        let mut rows = walls.clone();
        for (_, wish) in wishes.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1) {
            let slopes: Vec<i128> = wish.slopes.iter().map(|s| i128::from(*s)).collect();
            rows.push(line(&slopes, 0, wish.strict));
        }
        if feasible(rows, criteria - 1) {
            most = size;
        }
    }
    most
}

fn random_box(stream: &mut Stream, criteria: usize) -> WeightBox {
    let weights: Vec<Ratio> = (0..criteria).map(|_| ratio(1 + stream.below(5), 1)).collect();
    match stream.below(4) {
        0 => WeightBox::free(criteria).unwrap(),
        1 => WeightBox::around(&weights, &ratio(stream.below(11), 10)).unwrap(),
        2 => WeightBox::within(&weights, &ratio(stream.below(20), 60)).unwrap(),
        _ => WeightBox::around(&weights, &ratio(1, 2)).unwrap(),
    }
}

#[test]
fn bounds_are_those_of_an_elimination_over_all_subsets() {
    for case in 0..cases(60, 3000) {
        let mut stream = random(case);
        let (units, criteria) = (pick(&mut stream, &[2, 3, 4, 5, 6]), pick(&mut stream, &[1, 2, 3, 4]));
        // Small grids make ties, equal rows and opposite differences.
        let grid = pick(&mut stream, &[2, 3, 5, 50]);
        let rows = random_rows(&mut stream, units, criteria, grid);
        let (matrix, space) = (matrix(&rows), random_box(&mut stream, criteria));
        let ties = pick(&mut stream, &TIES);
        for unit in 0..units {
            let found = matrix.rank_bounds(&format!("u{unit}"), &space, &kept(ties)).unwrap();
            let best = units - brute(&matrix, &space, ties, Side::Best, unit);
            let worst = 1 + brute(&matrix, &space, ties, Side::Worst, unit);
            let got = (found.best.rank as usize, found.worst.rank as usize);
            assert_eq!(got, (best, worst), "case {case}, unit {unit}, {ties:?}, {rows:?}, {space:?}");
            assert_eq!(
                (found.best.status, found.worst.status),
                (BoundStatus::Proven, BoundStatus::Proven),
                "case {case}"
            );
            let check = found.check(&matrix, &space).unwrap();
            assert_eq!((check.witnesses, check.limits), (true, Some(true)), "case {case}, unit {unit}");
            let why = found.explain();
            assert!(why.adds_up(), "{why:?}");
        }
    }
}

/// Weights in the box as whole parts: a mean of corners.
fn inside(stream: &mut Stream, space: &WeightBox) -> Vec<Ratio> {
    let mut sum = vec![0_i128; space.len()];
    let mut total = 0;
    for _ in 0..3 {
        let order: Vec<u64> = (0..space.len()).map(|_| stream.whole()).collect();
        let share = i128::from(1 + stream.below(20));
        total += share * i128::from(space.units());
        for (slot, weight) in sum.iter_mut().zip(space.top(&order)) {
            *slot += share * i128::from(weight);
        }
    }
    sum.into_iter().map(|part| Ratio::from_wide(part, total)).collect()
}

#[test]
fn no_weights_within_the_box_leave_the_bounds_and_each_proof_holds() {
    for case in 0..cases(3, 60) {
        let mut stream = random(1000 + case);
        let grid = pick(&mut stream, &[3, 21, 1000]);
        let rows = random_rows(&mut stream, 25, 8, grid);
        let (matrix, space) = (matrix(&rows), random_box(&mut stream, 8));
        let ties = pick(&mut stream, &TIES);
        let bounds = matrix.all_rank_bounds(&space, &kept(ties), &mut Unwatched).unwrap();
        for bound in &bounds {
            let check = bound.check(&matrix, &space).unwrap();
            assert_eq!((check.witnesses, check.limits), (true, Some(true)), "case {case}, {}", bound.unit);
            assert!(bound.best.ahead.len() + 1 == bound.best.rank as usize);
        }
        for _ in 0..40 {
            let weights = inside(&mut stream, &space);
            assert!(space.contains(&weights));
            for (score, bound) in matrix.scores(&weights, ties).unwrap().iter().zip(&bounds) {
                assert!((bound.best.rank..=bound.worst.rank).contains(&score.rank), "case {case}, {}", bound.unit);
            }
        }
    }
}

#[test]
fn bounds_enclose_every_draw_of_a_study() {
    let mut stream = random(77);
    let rows = random_rows(&mut stream, 15, 4, 9);
    let exact = matrix(&rows);
    let space = WeightBox::free(4).unwrap();
    let column = |j: usize| rows.iter().map(|row| f64::from(i32::try_from(row[j]).unwrap())).collect::<Vec<_>>();
    let criteria = (0..4).map(|j| Criterion::new(format!("c{j}").parse().unwrap(), Direction::Higher, column(j)));
    let floats = Matrix::new(criteria.collect()).unwrap();
    let sample = Study::new(&floats, WeightDraws::uniform(4).unwrap()).unwrap().seed(5).run(500).unwrap();
    for (row, bound) in exact.all_rank_bounds(&space, &kept(ExactTies::Min), &mut Unwatched).unwrap().iter().enumerate()
    {
        let summary = sample.summary(row, &super::super::Levels::default()).unwrap();
        assert!(bound.best.rank <= summary.best && summary.worst <= bound.worst.rank, "{row}");
    }
}

#[test]
fn fixed_weights_leave_one_rank_and_dominance_keeps_its_order() {
    for case in 0..cases(10, 300) {
        let mut stream = random(2000 + case);
        let rows = random_rows(&mut stream, 8, 3, 6);
        let matrix = matrix(&rows);
        let weights: Vec<Ratio> = (0..3).map(|_| ratio(1 + stream.below(4), 1)).collect();
        for ties in TIES {
            let fixed = WeightBox::around(&weights, &Ratio::ZERO).unwrap();
            let bounds = matrix.all_rank_bounds(&fixed, &kept(ties), &mut Unwatched).unwrap();
            for (score, bound) in matrix.scores(&weights, ties).unwrap().iter().zip(&bounds) {
                assert_eq!((bound.best.rank, bound.worst.rank), (score.rank, score.rank), "case {case}");
                assert_eq!(matrix.rank(&score.unit, &weights, ties).unwrap(), score.rank);
            }
        }
        let near = WeightBox::around(&weights, &ratio(1, 2)).unwrap();
        let bounds = matrix.all_rank_bounds(&near, &RankSearch::default(), &mut Unwatched).unwrap();
        let of = |unit: &str| bounds.iter().find(|b| b.unit == unit).unwrap();
        for pair in matrix.dominance(&mut Unwatched).unwrap().pairs {
            let (better, worse) = (of(&pair.better), of(&pair.worse));
            assert!(better.best.rank < worse.best.rank && better.worst.rank < worse.worst.rank, "case {case}");
            assert!(worse.always_ahead.contains(&pair.better), "case {case}");
        }
    }
}

/// A problem whose proof has leaves with multipliers.
fn proven() -> (ExactTable, WeightBox, super::super::RankBounds) {
    for seed in 0.. {
        let mut stream = random(3000 + seed);
        let rows = random_rows(&mut stream, 14, 5, 30);
        let matrix = matrix(&rows);
        let space = WeightBox::around(&vec![Ratio::ONE; 5], &ratio(1, 2)).unwrap();
        for bounds in matrix.all_rank_bounds(&space, &kept(ExactTies::Min), &mut Unwatched).unwrap() {
            let tree = &bounds.best.proof.as_ref().unwrap().tree;
            if tree.len() > 4 && bounds.best.rank > 2 {
                return (matrix, space, bounds);
            }
        }
    }
    unreachable!()
}

#[test]
fn a_wrong_proof_or_witness_is_found_out() {
    let (matrix, space, bounds) = proven();
    let check = |bounds: &super::super::RankBounds| bounds.check(&matrix, &space).unwrap();
    assert_eq!((check(&bounds).witnesses, check(&bounds).limits), (true, Some(true)));
    // A better rank than the true one; what is proven is not shaken by it.
    let mut wrong = bounds.clone();
    wrong.best.rank -= 1;
    assert_eq!((check(&wrong).witnesses, check(&wrong).limits), (false, Some(false)));
    // A worse one than the proof shows.
    let mut wrong = bounds.clone();
    (wrong.best.rank, wrong.best.limit) = (bounds.best.rank + 1, bounds.best.limit + 1);
    assert_eq!((check(&wrong).witnesses, check(&wrong).limits), (false, Some(false)));
    // Weights outside the box.
    let mut wrong = bounds.clone();
    wrong.best.weights[0].weight = Ratio::ONE;
    assert!(!check(&wrong).witnesses);
    // Every node in turn with nothing shown, with its multipliers turned round, and with a scale of their own.
    let tree = &bounds.best.proof.as_ref().unwrap().tree;
    let with = |place: usize, node: Node| {
        let mut wrong = bounds.clone();
        wrong.best.proof.as_mut().unwrap().tree[place] = node;
        check(&wrong).limits == Some(true)
    };
    assert!(!with(0, Node::open()));
    let (mut left_out, mut turned) = (0, 0);
    for (place, node) in tree.iter().enumerate().filter(|(_, node)| !node.multipliers.of.is_empty()) {
        left_out += usize::from(!with(place, Node { multipliers: Multipliers::none(), split: node.split }));
        let mut other = node.clone();
        other.multipliers.of.iter_mut().for_each(|(_, m)| *m = -*m);
        turned += usize::from(!with(place, other));
        let mut other = node.clone();
        other.multipliers.scale = 1;
        assert!(!with(place, other), "multipliers beyond their scale");
        let around = Node { split: Some(Split { wish: 0, met: 0, unmet: 0 }), ..node.clone() };
        assert!(!with(place, around), "a tree that is none");
    }
    assert!(left_out > 0 && turned > 0, "{left_out} {turned}");
}

#[test]
fn a_limit_leaves_a_proven_interval_and_a_stop_stops() {
    let mut stream = random(9);
    let rows = random_rows(&mut stream, 40, 10, 21);
    let matrix = matrix(&rows);
    let space = WeightBox::around(&vec![Ratio::ONE; 10], &ratio(1, 2)).unwrap();
    let full = matrix.all_rank_bounds(&space, &RankSearch::default(), &mut Unwatched).unwrap();
    let few = RankSearch { most_nodes: 1, ..kept(ExactTies::Min) };
    let short = matrix.all_rank_bounds(&space, &few, &mut Unwatched).unwrap();
    let mut intervals = 0;
    for (full, short) in full.iter().zip(&short) {
        assert!(short.best.limit <= full.best.rank && full.best.rank <= short.best.rank);
        assert!(short.worst.rank <= full.worst.rank && full.worst.rank <= short.worst.limit);
        let check = short.check(&matrix, &space).unwrap();
        assert_eq!((check.witnesses, check.limits), (true, Some(true)));
        for bound in [&short.best, &short.worst] {
            assert_eq!(bound.status == BoundStatus::Proven, bound.rank == bound.limit);
            intervals += usize::from(bound.status == BoundStatus::Interval);
        }
    }
    assert!(intervals > 0, "a single node should not do for all");
    let mut stop = |done: u64, _: u64| {
        if done >= 3 { std::ops::ControlFlow::Break(()) } else { std::ops::ControlFlow::Continue(()) }
    };
    let error = matrix.all_rank_bounds(&space, &RankSearch::default(), &mut stop).unwrap_err();
    assert_eq!(error.first().code(), "stopped");
}
