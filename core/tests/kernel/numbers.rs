//! Ratios and decimals against big integers.

use num_bigint::{BigInt, Sign};
use proptest::prelude::*;
use shequ::kernel::{Area, Decimal, MAX_SCALE, Money, Ratio, Rounding};

use super::law;

/// Words with the edges where a ratio widens.
fn word() -> impl Strategy<Value = i64> {
    prop_oneof![
        -20..20_i64,
        any::<i64>(),
        prop_oneof![Just(i64::MIN), Just(i64::MIN + 1), Just(i64::MAX), Just(i64::MAX - 1), Just(1 << 32), Just(-1)],
    ]
}

fn ratio() -> impl Strategy<Value = Ratio> {
    let small = || (word(), word().prop_filter("no zero", |d| *d != 0)).prop_map(|(n, d)| Ratio::new(n, d).unwrap());
    prop_oneof![3 => small(), 1 => (small(), small(), small()).prop_map(|(a, b, c)| a * b + c)]
}

/// A fraction as two big integers, never reduced.
type Big = (BigInt, BigInt);

fn big(r: &Ratio) -> Big {
    (r.numerator(), r.denominator())
}

fn same(r: &Ratio, (n, d): &Big) -> bool {
    r.numerator() * d == n * r.denominator() && r.denominator() > BigInt::from(0)
}

#[test]
fn ratios_calculate_as_big_integers_do() {
    law((ratio(), ratio()), |(x, y)| {
        let ((xn, xd), (yn, yd)) = (big(&x), big(&y));
        prop_assert!(same(&(&x + &y), &(&xn * &yd + &yn * &xd, &xd * &yd)));
        prop_assert!(same(&(&x - &y), &(&xn * &yd - &yn * &xd, &xd * &yd)));
        prop_assert!(same(&(&x * &y), &(&xn * &yn, &xd * &yd)));
        prop_assert!(same(&-&x, &(-&xn, xd.clone())));
        match x.checked_div(&y) {
            None => prop_assert!(y.is_zero()),
            Some(q) => prop_assert_eq!(q * y.clone(), x.clone()),
        }
        prop_assert_eq!(x.cmp(&y), (&xn * &yd).cmp(&(&yn * &xd)));
        prop_assert_eq!(x.is_negative(), xn.sign() == Sign::Minus);
        let (floor, ceil) = (x.floor(), x.ceil());
        prop_assert!(&floor * &xd <= xn && xn < (&floor + 1) * &xd);
        prop_assert!((&ceil - 1) * &xd < xn && xn <= &ceil * &xd);
        Ok(())
    });
}

#[test]
fn ratios_are_a_ring_with_one_form_for_each_number() {
    law((ratio(), ratio(), ratio()), |(x, y, z)| {
        prop_assert_eq!(&x + &y, &y + &x);
        prop_assert_eq!(&(&x + &y) + &z, &x + &(&y + &z));
        prop_assert_eq!(&(&x * &y) * &z, &x * &(&y * &z));
        prop_assert_eq!(&x * &(&y + &z), &(&x * &y) + &(&x * &z));
        // Widened and back again it is the same value with the same form, so that equality and hash agree.
        prop_assert_eq!(&(&x + &y) - &y, x.clone());
        prop_assert_eq!(x.to_string().parse::<Ratio>().unwrap(), x);
        Ok(())
    });
}

#[test]
fn decimals_print_and_read_back_as_they_were() {
    law((any::<i128>(), 0..=MAX_SCALE), |(mantissa, scale)| {
        let number = Decimal::new(mantissa, scale).unwrap();
        let back: Decimal = number.to_string().parse().unwrap();
        prop_assert_eq!((back.mantissa(), back.scale()), (mantissa, scale));
        let exponent = format!("{mantissa}e-{scale}").parse::<Decimal>().unwrap();
        prop_assert_eq!((exponent.mantissa(), exponent.scale()), (mantissa, scale));
        prop_assert_eq!(
            number.to_ratio().numerator() * 10_i128.pow(scale.into()),
            mantissa * number.to_ratio().denominator()
        );
        prop_assert_eq!(number.shortest(), number);
        prop_assert_eq!(number.to_string().parse::<Ratio>().unwrap(), number.to_ratio());
        Ok(())
    });
    for (mantissa, scale) in [(i128::MIN, 0), (i128::MIN, MAX_SCALE), (i128::MAX, 7)] {
        let number = Decimal::new(mantissa, scale).unwrap();
        assert_eq!(number.to_string().parse::<Decimal>().unwrap().mantissa(), mantissa);
    }
}

#[test]
fn rounding_follows_its_definition() {
    let modes = [Rounding::HalfUp, Rounding::HalfEven, Rounding::Floor, Rounding::Ceiling, Rounding::Truncate];
    // Small digits, so that halves come up often.
    law(
        (prop_oneof![-2_000..2_000_i128, -(1_i128 << 100)..(1_i128 << 100)], 0..=6_u8, 0..=6_u8),
        |(mantissa, scale, to)| {
            let number = Decimal::new(mantissa, scale).unwrap();
            for mode in modes {
                let rounded = number.round(to, mode).unwrap();
                prop_assert_eq!(rounded.scale(), to);
                if to >= scale {
                    prop_assert_eq!(rounded, number);
                    continue;
                }
                // In units of the last place of the target: the exact value is mantissa / step.
                let step = 10_i128.pow(u32::from(scale - to));
                let away = rounded.mantissa() * step - mantissa;
                prop_assert!(away.abs() < step);
                match mode {
                    Rounding::Floor => prop_assert!(away <= 0),
                    Rounding::Ceiling => prop_assert!(away >= 0),
                    Rounding::Truncate => prop_assert!(rounded.mantissa().abs() * step <= mantissa.abs()),
                    Rounding::HalfUp => {
                        prop_assert!(2 * away.abs() <= step);
                        prop_assert!(2 * away.abs() < step || away.signum() == mantissa.signum());
                    }
                    Rounding::HalfEven => {
                        prop_assert!(2 * away.abs() <= step);
                        prop_assert!(2 * away.abs() < step || rounded.mantissa() % 2 == 0);
                    }
                }
                prop_assert_eq!(Decimal::from_ratio(&number.to_ratio(), to, mode).unwrap(), rounded);
            }
            Ok(())
        },
    );
}

#[test]
fn ratios_round_to_the_nearest_below_and_above() {
    law((ratio(), 0..=6_u8), |(ratio, scale)| {
        let bounds = |mode| Decimal::from_ratio(&ratio, scale, mode).map(Decimal::to_ratio);
        if let (Ok(floor), Ok(ceiling), Ok(half)) =
            (bounds(Rounding::Floor), bounds(Rounding::Ceiling), bounds(Rounding::HalfUp))
        {
            prop_assert!(floor <= ratio && ratio <= ceiling);
            prop_assert!(half == floor || half == ceiling);
            let (down, up) = (&ratio - &floor, &ceiling - &ratio);
            let nearest = if down < up || (down == up && ratio.is_negative()) { floor } else { ceiling };
            prop_assert_eq!(half, nearest);
        }
        Ok(())
    });
}

#[test]
fn floats_are_read_as_they_print() {
    law((-1_000_000_i64..1_000_000, 0..=6_u8), |(n, scale)| {
        let text = Decimal::new(n.into(), scale).unwrap().to_string();
        let float: f64 = text.parse().unwrap();
        prop_assert_eq!(Decimal::from_shortest(float, scale).unwrap().to_string(), text.clone());
        Ok(())
    });
    // Fifteen and sixteen digits, the neighbours of a float that prints short, and any float at all.
    let digits = prop_oneof![-10_000_i64..10_000, -2_000_000_000_000_000_i64..2_000_000_000_000_000];
    let decimals = (digits, 0..=18_u8).prop_map(|(n, scale)| format!("{n}e-{scale}").parse::<f64>().unwrap());
    let close = (decimals, -1_i8..=1).prop_map(|(x, step)| match step {
        -1 => x.next_down(),
        0 => x,
        _ => x.next_up(),
    });
    let any = proptest::num::f64::NORMAL | proptest::num::f64::SUBNORMAL | proptest::num::f64::ZERO;
    law((prop_oneof![4 => close, 1 => any], 0..=18_u8), |(x, scale)| {
        let printed = format!("{x}").parse::<Decimal>().and_then(|d| d.with_scale(scale));
        let said = |read: shequ::kernel::Result<Decimal>| {
            read.map(|d| (d.mantissa(), d.scale())).map_err(|e| e.first().code())
        };
        prop_assert_eq!(said(Decimal::from_shortest(x, scale)), said(printed), "{:e}", x);
        Ok(())
    });
    let code = |x: f64| Decimal::from_shortest(x, 2).unwrap_err().first().code();
    assert_eq!(code(1e300), "number-too-large");
    assert_eq!(code(5e-324), "too-many-digits");
    assert_eq!(code(0.125), "too-many-digits");
    assert_eq!(code(f64::INFINITY), "not-finite");
}

#[test]
fn no_text_takes_long_or_panics() {
    for (text, code) in [
        ("1e999999999", "number-too-large"),
        ("1e-999999999", "too-many-digits"),
        ("1e99999999999", "not-a-number"),
        ("1e2147483647", "number-too-large"),
        ("1e-2147483648", "too-many-digits"),
        ("1e", "not-a-number"),
        ("e1", "not-a-number"),
        (".5", "not-a-number"),
        ("5.", "not-a-number"),
        ("1_000", "not-a-number"),
        ("1,000", "not-a-number"),
        ("--1", "not-a-number"),
        ("٣", "not-a-number"),
        ("NaN", "not-a-number"),
        (" 1", "not-a-number"),
    ] {
        assert_eq!(text.parse::<Decimal>().unwrap_err().first().code(), code, "{text}");
    }
    for (text, number) in
        [("0e999999999", "0"), ("-0e-999999999", "0.000000000000000000"), ("1.5e3", "1500"), ("+7", "7")]
    {
        assert_eq!(text.parse::<Decimal>().unwrap().to_string(), number, "{text}");
    }
    let zeros = "0".repeat(1_000_000);
    assert_eq!(format!("{zeros}1.5{zeros}").parse::<Decimal>().unwrap().to_string(), "1.500000000000000000");
    assert_eq!(format!("1{zeros}").parse::<Decimal>().unwrap_err().first().code(), "number-too-large");
    law("[-+0-9.eE/% ]{0,30}|\\PC{0,20}", |text| {
        let (_, _) = (text.parse::<Decimal>(), text.parse::<Ratio>());
        let (_, _) = (text.parse::<Area>(), text.parse::<Money>());
        Ok(())
    });
}

#[test]
fn measures_refuse_what_is_out_of_their_range() {
    let code = |text: &str| text.parse::<Money>().unwrap_err().first().code();
    assert_eq!(code("-1e30"), "number-too-large");
    assert_eq!(code("1.005"), "too-many-digits");
    assert_eq!("-5".parse::<Area>().unwrap_err().first().code(), "number-negative");
    law(any::<u64>(), |cm2| {
        let area = Area::from_cm2(cm2);
        prop_assert_eq!(area.to_string().parse::<Area>().unwrap(), area);
        Ok(())
    });
}
