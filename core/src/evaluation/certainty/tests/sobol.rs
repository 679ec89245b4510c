//! Sobol indices against the analytic ones of Ishigami and Homma's function.

use std::f64::consts::PI;

use super::super::{MethodChoice, RankOutput, Sampling, SobolPlan, sobol, weight_sensitivity};
use crate::evaluation::methods::{Criterion, Direction, Matrix};
use crate::kernel::{Result, Unwatched};

#[expect(clippy::unnecessary_wraps, reason = "a model may fail")]
fn ishigami(a: f64, b: f64, x: &[f64]) -> Result<f64> {
    let x: Vec<f64> = x.iter().map(|u| PI * (2.0 * u - 1.0)).collect();
    Ok(libm::sin(x[0]) + a * libm::sin(x[1]).powi(2) + b * x[2].powi(4) * libm::sin(x[0]))
}

#[test]
fn ishigami_has_its_analytic_indices() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/evaluation/mcdm_cases.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("SKIPPED: {path} is not there");
        return;
    };
    let cases: serde_json::Value = serde_json::from_str(&text).unwrap();
    let case = cases.as_array().unwrap().iter().find(|case| case["id"] == "sobol-ishigami").unwrap();
    let (a, b) = (case["a"].as_f64().unwrap(), case["b"].as_f64().unwrap());
    let number = |key: &str, at: usize| case[key][at].as_f64().unwrap();
    for sampling in [Sampling::LatinHypercube, Sampling::Random] {
        let plan = SobolPlan { points: 8192, seed: 1, sampling, replicates: 200, level: 0.99 };
        let found = sobol(3, &plan, |x| ishigami(a, b, x), &mut Unwatched).unwrap();
        assert_eq!(found.runs, 8192 * 5);
        assert!((found.variance / case["V"].as_f64().unwrap() - 1.0).abs() < 0.03, "{}", found.variance);
        assert!((found.mean - a / 2.0).abs() < 0.15, "{}", found.mean);
        for (at, index) in found.inputs.iter().enumerate() {
            let (first, total) = (number("first_order", at), number("total", at));
            assert!((index.first - first).abs() < 0.03, "{sampling:?} {at}: {} {first}", index.first);
            assert!((index.total - total).abs() < 0.03, "{sampling:?} {at}: {} {total}", index.total);
            assert!(index.first_low <= first && first <= index.first_high, "{sampling:?} {at}: {index:?}");
            assert!(index.total_low <= total && total <= index.total_high, "{sampling:?} {at}: {index:?}");
            assert!(index.first_low <= index.first && index.first <= index.first_high);
        }
    }
}

#[test]
fn a_constant_a_nan_and_a_plan_out_of_range_are_faults() {
    let code = |plan: &SobolPlan, model: &dyn Fn(&[f64]) -> Result<f64>| {
        sobol(2, plan, model, &mut Unwatched).unwrap_err().first().code().to_owned()
    };
    let plan = SobolPlan { points: 16, ..SobolPlan::default() };
    assert_eq!(code(&plan, &|_| Ok(0.1)), "certainty-output-constant");
    assert_eq!(code(&plan, &|_| Ok(f64::NAN)), "certainty-output-not-finite");
    assert_eq!(code(&SobolPlan { points: 1, ..plan }, &|x| Ok(x[0])), "certainty-out-of-range");
    assert_eq!(code(&SobolPlan { level: 1.0, ..plan }, &|x| Ok(x[0])), "certainty-out-of-range");
    assert_eq!(code(&SobolPlan { points: u32::MAX, ..plan }, &|x| Ok(x[0])), "certainty-out-of-range");
    assert_eq!(code(&SobolPlan { replicates: u32::MAX, ..plan }, &|x| Ok(x[0])), "certainty-out-of-range");
}

#[test]
fn a_weight_that_tells_no_rows_apart_moves_nothing_by_itself() {
    let column = |key: &str, values: &[f64]| Criterion::new(key.parse().unwrap(), Direction::Higher, values.to_vec());
    let matrix =
        Matrix::new(vec![column("a", &[1.0, 0.0, 0.6]), column("b", &[0.0, 1.0, 0.7]), column("c", &[0.0; 3])])
            .unwrap();
    let plan = SobolPlan { points: 512, replicates: 50, ..SobolPlan::default() };
    let (lower, upper) = ([0.2, 0.2, 0.0], [0.8, 0.8, 0.1]);
    let of = |output| {
        weight_sensitivity(&matrix, MethodChoice::Additive, (&lower, &upper), output, &plan, &mut Unwatched).unwrap()
    };
    for output in [RankOutput::Rank(0), RankOutput::MeanShift] {
        let found = of(output);
        assert!(found.inputs[2].total.abs() < 1e-9, "{output:?} {:?}", found.inputs[2]);
        assert!(found.inputs[0].total > 0.2 && found.inputs[1].total > 0.2);
    }
    assert!(of(RankOutput::Score(0)).inputs[0].first > of(RankOutput::Score(0)).inputs[2].first);
    assert_eq!(of(RankOutput::MeanShift), of(RankOutput::MeanShift));
}
