//! Outliers: what is treated, what is left, and that the log says so.

use super::*;

fn real(x: f64) -> Real {
    Real::new(x).unwrap()
}

#[test]
fn the_left_tail_is_the_mirror_image_of_the_right() {
    let right = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 100.0, 90.0];
    let left = right.map(|x| -x);
    let (one, two) = (Treatment::default().apply(&right).unwrap(), Treatment::default().apply(&left).unwrap());
    assert_eq!(one.values.iter().map(|x| -x).collect::<Vec<_>>(), two.values);
    let rows = |t: &Treated| t.winsorised.iter().map(|w| w.row).collect::<Vec<_>>();
    assert_eq!((rows(&one), one.transform), (rows(&two), two.transform));
}

#[test]
fn values_that_nobody_has_looked_at_are_looked_at() {
    let treatment = Treatment::default();
    let error = treatment.apply_finite(&[1.0, f64::NAN, f64::INFINITY]).unwrap_err();
    assert_eq!(
        error.faults().map(|f| (f.code(), f.path())).collect::<Vec<_>>(),
        [("not-finite", "[1]"), ("not-finite", "[2]")]
    );
    assert_eq!(treatment.apply_finite(&[1.0, 2.0]).unwrap(), treatment.apply(&[1.0, 2.0]).unwrap());
}

#[test]
fn points_that_share_the_extreme_move_together_or_not_at_all() {
    let values = [1.0, 2.0, 3.0, 2.0, 1.0, 3.0, 2.0, 1.0, 2.0, 3.0, 2.0, 1.0, 2.0, 3.0, 1.0, 2.0, 1.0, 2.0, 60.0, 60.0];
    let loose = Treatment { kurtosis: real(1.0), otherwise: None, ..Treatment::default() };
    let together = loose.apply(&values).unwrap();
    assert_eq!(
        together.winsorised.iter().map(|w| (w.row, w.to)).collect::<Vec<_>>(),
        [(18, real(3.0)), (19, real(3.0))]
    );
    assert!(together.passed);
    let strict = Treatment { points: 1, ..loose }.apply(&values).unwrap();
    assert_eq!((strict.tried, strict.passed, &strict.values[..]), (0, false, &values[..]));
}

#[test]
fn where_winsorising_does_not_help_the_original_values_are_transformed() {
    // Each value is three times the one before: three points bring the tail in, two do not.
    let two = Treatment { points: 2, ..Treatment::default() };
    let values: Vec<f64> = (0..25).map(|n| 3_f64.powi(n)).collect();
    let log = two.apply(&values).unwrap();
    assert_eq!((log.tried, log.transform, log.winsorised.len()), (2, Some(Transform::LogShifted), 0));
    assert_eq!(log.values, Transform::LogShifted.apply(&values).unwrap());
    let none = Treatment { otherwise: None, ..two }.apply(&values).unwrap();
    assert_eq!((none.winsorised.len(), none.passed), (2, false));
    let plain = Treatment { otherwise: Some(Transform::Log), ..two }.apply(&values).unwrap();
    assert!(plain.passed && plain.after.unwrap().skewness.get().abs() < 1e-9);
    let fitted = Treatment { otherwise: Some(Transform::BoxCoxFitted), ..two }.apply(&values).unwrap();
    let Some(Transform::BoxCox(lambda)) = fitted.transform else { panic!("{:?}", fitted.transform) };
    // Powers are even on a logarithmic scale.
    assert!(lambda.get().abs() < 0.05, "{lambda}");
}

#[test]
fn little_data_and_constants_are_left_alone() {
    for values in [&[1.0, 1.0, 1.0, 1.0, 1.0][..], &[1.0, 2.0, 1e9], &[0.0, -0.0, 0.0, 0.0]] {
        let treated = Treatment::default().apply(values).unwrap();
        assert_eq!((treated.before, treated.outliers, treated.passed), (None, false, true));
        assert_eq!(treated.values, values);
    }
}

#[test]
fn what_cannot_be_transformed_is_a_fault() {
    let code = |transform: Transform, values: &[f64]| {
        let error = transform.apply(values).unwrap_err();
        (error.first().code(), error.first().path().to_owned())
    };
    assert_eq!(code(Transform::Log, &[1.0, 0.0]), ("value-not-positive", "[1]".into()));
    assert_eq!(code(Transform::BoxCox(real(0.5)), &[-1.0]), ("value-not-positive", "[0]".into()));
    assert_eq!(code(Transform::LogShifted, &[2.0, 2.0]), ("indicator-constant", String::new()));
    assert_eq!(code(Transform::BoxCoxFitted, &[2.0, 2.0]), ("indicator-constant", String::new()));
    assert_eq!(code(Transform::LogGii, &[0.1, 0.9]), ("maximum-not-above-one", String::new()));
}

/// By hand: the least value becomes the logarithm of a hundredth of the range.
#[test]
fn logarithms_by_hand() {
    let shifted = Transform::LogShifted.apply(&[-5.0, 5.0]).unwrap();
    assert!((shifted[0] - 0.1_f64.ln()).abs() < 1e-15 && (shifted[1] - 10.1_f64.ln()).abs() < 1e-15);
    let gii = Transform::LogGii.apply(&[1.0, 3.0, 5.0]).unwrap();
    assert!(gii[0].abs() < 1e-300);
    assert!((gii[1] - 3_f64.ln()).abs() < 1e-15 && (gii[2] - 5_f64.ln()).abs() < 1e-15);
    let tail: Vec<f64> = [1.0, 2.0, 2.0, 2.0, 100.0].map(|x| -x).to_vec();
    let skewed = Transform::LogSkewed.apply(&tail).unwrap();
    assert!(skewed.windows(2).all(|pair| pair[0] >= pair[1]), "{skewed:?}");
}
