//! Draws: made again alone, on several threads, with rows in another order.

use std::ops::ControlFlow;

use super::super::{Draw, Levels, MethodChoice, Noise, RankSample, Study, WeightDraws};
use super::{cases, keys, random};
use crate::evaluation::methods::{Criterion, Direction, Matrix};
use crate::kernel::{Ratio, Result, Unwatched};

fn floats(rows: usize, criteria: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut stream = random(seed);
    (0..criteria).map(|_| (0..rows).map(|_| stream.uniform() * 100.0).collect()).collect()
}

fn matrix_of(columns: &[Vec<f64>]) -> Matrix<'_> {
    let direction = |j: usize| if j % 3 == 2 { Direction::Lower } else { Direction::Higher };
    let criterion = |(j, key)| Criterion::new(key, direction(j), columns[j].as_slice());
    Matrix::new(keys("c", columns.len()).into_iter().enumerate().map(criterion).collect()).unwrap()
}

/// The product of powers, as another method.
#[expect(clippy::unnecessary_wraps, reason = "a method may fail")]
fn product(matrix: &Matrix<'_>, weights: &[f64]) -> Result<Vec<f64>> {
    let score = |row: usize| matrix.row(row).zip(weights).map(|(x, w)| w * libm::log(50.0 + x)).sum();
    Ok((0..matrix.rows()).map(score).collect())
}

fn same(study: &Study<'_>, sample: &RankSample, draw: u64) -> Draw {
    let again = study.draw(draw).unwrap();
    for (row, rank) in again.ranks.iter().enumerate() {
        assert_eq!(sample.rank(draw, row).unwrap(), *rank, "draw {draw}, row {row}");
        assert_eq!(*rank as usize, 1 + again.scores.iter().filter(|s| **s > again.scores[row]).count());
    }
    assert!((again.weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    again
}

#[test]
fn each_draw_is_made_again_alone_whatever_varies() {
    // Neither rows nor draws are multiples of a block.
    let columns = floats(21, 5, 1);
    let matrix = matrix_of(&columns);
    let weights = [0.4, 0.3, 0.1, 0.2, 0.0];
    for draws in [
        WeightDraws::uniform(5).unwrap(),
        WeightDraws::dirichlet(&weights, 20.0).unwrap(),
        WeightDraws::around(&weights, 0.25).unwrap(),
        WeightDraws::fixed(&weights).unwrap(),
    ] {
        let study = Study::new(&matrix, draws).unwrap().seed(42);
        let sample = study.run(43).unwrap();
        (0..43).for_each(|draw| assert_eq!(same(&study, &sample, draw).values, None));
        let all = study
            .methods(vec![MethodChoice::Additive, MethodChoice::Model(&product), MethodChoice::Additive])
            .unwrap()
            .noise(vec![
                Noise::Normal(3.0),
                Noise::None,
                Noise::Uniform(2.0),
                Noise::Interval { lower: vec![0.0; 21], upper: vec![50.0; 21] },
                Noise::None,
            ])
            .unwrap();
        let sample = all.run(43).unwrap();
        let again: Vec<Draw> = (0..43).map(|draw| same(&all, &sample, draw)).collect();
        assert!((0..3).all(|method| again.iter().any(|draw| draw.method == method)));
        let values = again[7].values.as_ref().unwrap();
        assert_eq!(values[1], columns[1]);
        assert!(values[0] != columns[0] && values[3].iter().all(|x| (0.0..50.0).contains(x)));
        assert!(values[2].iter().zip(&columns[2]).all(|(x, y)| (x - y).abs() <= 2.0));
    }
}

#[test]
fn parts_on_two_threads_join_to_the_run_on_one() {
    let columns = floats(30, 4, 2);
    let matrix = matrix_of(&columns);
    let study = Study::new(&matrix, WeightDraws::uniform(4).unwrap()).unwrap().seed(9);
    let whole = study.run(101).unwrap();
    let parts = std::thread::scope(|scope| {
        let part = |range| {
            scope.spawn({
                let study = &study;
                move || study.part(range, &mut Unwatched).unwrap()
            })
        };
        let (one, two) = (part(0..37), part(37..101));
        vec![one.join().unwrap(), two.join().unwrap()]
    });
    assert_eq!(RankSample::join(parts.clone()).unwrap(), whole);
    let reversed = parts.into_iter().rev().collect();
    assert_eq!(RankSample::join(reversed).unwrap_err().first().code(), "certainty-parts-do-not-join");
}

#[test]
fn the_order_of_rows_does_not_change_what_a_unit_gets() {
    for case in 0..cases(5, 200) {
        let columns = floats(17, 3, case);
        let order: Vec<usize> = random(case).shuffled(17).into_iter().map(|i| i as usize).collect();
        let shuffled: Vec<Vec<f64>> = columns.iter().map(|c| order.iter().map(|row| c[*row]).collect()).collect();
        let run = |columns: &[Vec<f64>]| {
            let matrix = matrix_of(columns);
            Study::new(&matrix, WeightDraws::uniform(3).unwrap()).unwrap().seed(case).run(60).unwrap()
        };
        let (plain, moved) = (run(&columns), run(&shuffled));
        for (row, before) in order.iter().enumerate() {
            assert_eq!(moved.counts(row).unwrap(), plain.counts(*before).unwrap(), "case {case}");
        }
    }
}

#[test]
fn bits_of_the_first_draw_stand_for_all_machines() {
    let columns = floats(3, 3, 3);
    let matrix = matrix_of(&columns);
    let bits = |draws: WeightDraws| {
        let draw = Study::new(&matrix, draws).unwrap().seed(2024).draw(1).unwrap();
        draw.weights.iter().map(|w| format!("{:016x}", w.to_bits())).collect::<Vec<_>>().join(" ")
    };
    // The first and the last as a plain ChaCha in Python has them, the middle one as x86-64 gave it: other machines must give the same.
    assert_eq!(bits(WeightDraws::uniform(3).unwrap()), UNIFORM);
    assert_eq!(bits(WeightDraws::dirichlet(&[5.0, 3.0, 2.0], 10.0).unwrap()), DIRICHLET);
    assert_eq!(bits(WeightDraws::around(&[5.0, 3.0, 2.0], 0.5).unwrap()), AROUND);
}

const UNIFORM: &str = "3fc4a21f30f21ddc 3fc95825fd230adc 3fe4816eb47ab5d2";
const DIRICHLET: &str = "3fd7d09b65ed30c2 3fd15fc3cf7253ac 3fd6cfa0caa07b90";
const AROUND: &str = "3fde1a0b1f851bb1 3fd778383781883f 3fc4db7951f2b81d";

#[test]
fn weights_have_the_moments_of_their_distribution() {
    let columns = floats(2, 4, 4);
    let matrix = matrix_of(&columns);
    let moments = |draws: WeightDraws| {
        let study = Study::new(&matrix, draws).unwrap().seed(1);
        let first: Vec<f64> = (0..4000).map(|draw| study.draw(draw).unwrap().weights[0]).collect();
        let mean = first.iter().sum::<f64>() / 4000.0;
        (mean, first.iter().map(|w| (w - mean).powi(2)).sum::<f64>() / 4000.0)
    };
    // Dirichlet: mean a/s, variance a(s - a)/s²/(s + 1).
    let near = |(mean, variance): (f64, f64), (a, s): (f64, f64)| {
        let expected = (a / s, a * (s - a) / (s * s * (s + 1.0)));
        assert!((mean - expected.0).abs() < 4.0 * (expected.1 / 4000.0).sqrt(), "{mean} {expected:?}");
        assert!((variance / expected.1 - 1.0).abs() < 0.12, "{variance} {expected:?}");
    };
    near(moments(WeightDraws::uniform(4).unwrap()), (1.0, 4.0));
    near(moments(WeightDraws::dirichlet(&[4.0, 3.0, 2.0, 1.0], 30.0).unwrap()), (12.0, 30.0));
    near(moments(WeightDraws::dirichlet(&[4.0, 3.0, 2.0, 1.0], 0.5).unwrap()), (0.2, 0.5));
}

#[test]
fn what_is_counted_adds_up() {
    let columns = floats(9, 3, 5);
    let matrix = matrix_of(&columns);
    let sample = Study::new(&matrix, WeightDraws::uniform(3).unwrap()).unwrap().run(200).unwrap();
    let levels = Levels::default();
    let mut firsts = 0;
    for (row, summary) in sample.summaries(&levels).unwrap().iter().enumerate() {
        assert_eq!(*summary, sample.summary(row, &levels).unwrap());
        let counts = sample.counts(row).unwrap();
        assert_eq!(counts.iter().sum::<u64>(), 200);
        assert_eq!(sample.at_or_above(row, 9).unwrap().numerator(), 200);
        let up_to = |rank: u32| counts.iter().take(rank as usize).sum::<u64>();
        assert!(up_to(summary.low) >= 10 && up_to(summary.low - 1) < 10);
        assert!(up_to(summary.high) >= 190 && up_to(summary.high - 1) < 190);
        assert!(up_to(summary.median) >= 100 && up_to(summary.median - 1) < 100);
        firsts += summary.first.numerator();
        assert!(sample.explain(row, &levels).unwrap().adds_up());
        let duel = sample.duel(row, (row + 1) % 9).unwrap();
        assert_eq!(duel.ahead.numerator() + duel.tied.numerator() + duel.behind.numerator(), 200);
    }
    assert_eq!(firsts, 200);
    // No ties here, so the ranks of a draw sum to 45.
    let means: Ratio = sample.summaries(&levels).unwrap().into_iter().map(|s| s.mean).sum();
    assert_eq!(means, Ratio::from(45));
}

#[test]
fn bad_input_is_a_typed_fault_with_its_place() {
    let columns = floats(3, 2, 6);
    let matrix = matrix_of(&columns);
    let fault = |error: crate::kernel::Error| format!("{} {}", error.first().code(), error.first().path());
    let study = || Study::new(&matrix, WeightDraws::uniform(2).unwrap()).unwrap();
    assert_eq!(
        fault(Study::new(&matrix, WeightDraws::uniform(3).unwrap()).unwrap_err()),
        "certainty-count-mismatch weights"
    );
    assert_eq!(fault(WeightDraws::uniform(0).unwrap_err()), "certainty-out-of-range ");
    assert_eq!(fault(WeightDraws::fixed(&[1.0, f64::NAN]).unwrap_err()), "certainty-weight-invalid weights[1]");
    assert_eq!(fault(WeightDraws::fixed(&[0.0, 0.0]).unwrap_err()), "certainty-weights-all-zero weights");
    assert_eq!(
        fault(WeightDraws::dirichlet(&[1.0], f64::INFINITY).unwrap_err()),
        "certainty-out-of-range concentration"
    );
    assert_eq!(fault(WeightDraws::around(&[1.0], 1.5).unwrap_err()), "certainty-out-of-range spread");
    assert_eq!(fault(WeightDraws::between(&[0.5], &[0.2]).unwrap_err()), "certainty-bounds-reversed lower[0]");
    assert_eq!(
        fault(study().noise(vec![Noise::None, Noise::Normal(-1.0)]).unwrap_err()),
        "certainty-out-of-range noise.c1"
    );
    let short = Noise::Interval { lower: vec![0.0], upper: vec![1.0, 2.0, 3.0] };
    assert_eq!(fault(study().noise(vec![Noise::None, short]).unwrap_err()), "certainty-count-mismatch noise.c1");
    assert_eq!(fault(study().methods(Vec::new()).unwrap_err()), "certainty-count-mismatch methods");
    assert_eq!(fault(study().run(0).unwrap_err()), "certainty-out-of-range draws");
    assert_eq!(fault(study().run(u64::MAX).unwrap_err()), "certainty-too-many-draws draws");
    let broken = |_: &Matrix<'_>, _: &[f64]| -> Result<Vec<f64>> { Ok(vec![1.0, f64::NAN, 2.0]) };
    let study_of = study().methods(vec![MethodChoice::Model(&broken)]).unwrap();
    assert_eq!(fault(study_of.run(1).unwrap_err()), "certainty-score-not-finite [1]");
    let short = |_: &Matrix<'_>, _: &[f64]| -> Result<Vec<f64>> { Ok(vec![1.0]) };
    let study_of = study().methods(vec![MethodChoice::Model(&short)]).unwrap();
    assert_eq!(fault(study_of.run(1).unwrap_err()), "certainty-count-mismatch draws[0]");
    let huge = vec![vec![f64::MAX, f64::MAX, 1.0], vec![f64::MAX, 1.0, 1.0]];
    let huge = matrix_of(&huge);
    let noisy = Study::new(&huge, WeightDraws::fixed(&[1.0, 1.0]).unwrap()).unwrap();
    noisy.run(3).unwrap();
    let noisy = noisy.noise(vec![Noise::Uniform(1e300), Noise::None]).unwrap();
    let error = (0..50).find_map(|draw| noisy.draw(draw).err());
    assert!(error.is_none_or(|error| error.first().code() == "not-finite"));
    let mut stop = |_: u64, _: u64| ControlFlow::Break(());
    assert_eq!(fault(study().run_watched(10, &mut stop).unwrap_err()), "stopped ");
}
