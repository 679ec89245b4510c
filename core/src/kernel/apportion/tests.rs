use proptest::prelude::*;

use super::*;

const METHODS: [ApportionMethod; 5] = [
    ApportionMethod::LargestRemainder,
    ApportionMethod::Jefferson,
    ApportionMethod::Webster,
    ApportionMethod::HuntingtonHill,
    ApportionMethod::Adams,
];

/// U.S. Census Bureau, 2020 Census, table 1: apportionment population and seats of the fifty states.
const HOUSE: [(&str, i64, u32); 50] = [
    ("Alabama", 5_030_053, 7),
    ("Alaska", 736_081, 1),
    ("Arizona", 7_158_923, 9),
    ("Arkansas", 3_013_756, 4),
    ("California", 39_576_757, 52),
    ("Colorado", 5_782_171, 8),
    ("Connecticut", 3_608_298, 5),
    ("Delaware", 990_837, 1),
    ("Florida", 21_570_527, 28),
    ("Georgia", 10_725_274, 14),
    ("Hawaii", 1_460_137, 2),
    ("Idaho", 1_841_377, 2),
    ("Illinois", 12_822_739, 17),
    ("Indiana", 6_790_280, 9),
    ("Iowa", 3_192_406, 4),
    ("Kansas", 2_940_865, 4),
    ("Kentucky", 4_509_342, 6),
    ("Louisiana", 4_661_468, 6),
    ("Maine", 1_363_582, 2),
    ("Maryland", 6_185_278, 8),
    ("Massachusetts", 7_033_469, 9),
    ("Michigan", 10_084_442, 13),
    ("Minnesota", 5_709_752, 8),
    ("Mississippi", 2_963_914, 4),
    ("Missouri", 6_160_281, 8),
    ("Montana", 1_085_407, 2),
    ("Nebraska", 1_963_333, 3),
    ("Nevada", 3_108_462, 4),
    ("New Hampshire", 1_379_089, 2),
    ("New Jersey", 9_294_493, 12),
    ("New Mexico", 2_120_220, 3),
    ("New York", 20_215_751, 26),
    ("North Carolina", 10_453_948, 14),
    ("North Dakota", 779_702, 1),
    ("Ohio", 11_808_848, 15),
    ("Oklahoma", 3_963_516, 5),
    ("Oregon", 4_241_500, 6),
    ("Pennsylvania", 13_011_844, 17),
    ("Rhode Island", 1_098_163, 2),
    ("South Carolina", 5_124_712, 7),
    ("South Dakota", 887_770, 1),
    ("Tennessee", 6_916_897, 9),
    ("Texas", 29_183_290, 38),
    ("Utah", 3_275_252, 4),
    ("Vermont", 643_503, 1),
    ("Virginia", 8_654_542, 11),
    ("Washington", 7_715_946, 10),
    ("West Virginia", 1_795_045, 2),
    ("Wisconsin", 5_897_473, 8),
    ("Wyoming", 577_719, 1),
];

fn claims(weights: &[i64]) -> Vec<Claim> {
    weights.iter().map(|n| Claim { weight: (*n).into(), least: 0, most: None }).collect()
}

fn house(extra: i64) -> Vec<Claim> {
    let weight = |(name, n, _): &(&str, i64, u32)| n + if *name == "New York" { extra } else { 0 };
    HOUSE.iter().map(|row| Claim { weight: weight(row).into(), least: 1, most: None }).collect()
}

/// The sums are those that the Census Bureau printed, so a slip in a row would show.
#[test]
fn house_of_representatives_of_2020() {
    assert_eq!(HOUSE.iter().map(|row| row.1).sum::<i64>(), 331_108_434);
    let published: Vec<u32> = HOUSE.iter().map(|row| row.2).collect();
    let made = apportion(ApportionMethod::HuntingtonHill, 435, &house(0)).unwrap();
    assert_eq!(made.seats, published);
    assert_eq!(made.tie, None);
}

/// The Bureau said that New York would have kept its seat with 89 more people; Minnesota would have lost one.
#[test]
fn eighty_nine_people_more_in_new_york() {
    let seats = |extra| apportion(ApportionMethod::HuntingtonHill, 435, &house(extra)).unwrap().seats;
    let at = |name: &str| HOUSE.iter().position(|row| row.0 == name).unwrap();
    assert_eq!((seats(88)[at("New York")], seats(88)[at("Minnesota")]), (26, 8));
    assert_eq!((seats(89)[at("New York")], seats(89)[at("Minnesota")]), (27, 7));
}

/// The worked examples of the encyclopaedias: D'Hondt and Sainte-Laguë on four parties, Hare on six.
#[test]
fn textbook_parties() {
    let four = claims(&[100_000, 80_000, 30_000, 20_000]);
    assert_eq!(apportion(ApportionMethod::Jefferson, 8, &four).unwrap().seats, [4, 3, 1, 0]);
    assert_eq!(apportion(ApportionMethod::Webster, 8, &four).unwrap().seats, [3, 3, 1, 1]);
    let six = claims(&[47_000, 16_000, 15_900, 12_000, 6_000, 3_100]);
    assert_eq!(apportion(ApportionMethod::LargestRemainder, 10, &six).unwrap().seats, [5, 2, 1, 1, 1, 0]);
}

/// The Alabama paradox in small (Balinski and Young): one seat more, and the smallest loses one by the largest remainder.
#[test]
fn largest_remainder_is_not_house_monotone() {
    let three = claims(&[6, 6, 2]);
    assert_eq!(apportion(ApportionMethod::LargestRemainder, 10, &three).unwrap().seats, [4, 4, 2]);
    assert_eq!(apportion(ApportionMethod::LargestRemainder, 11, &three).unwrap().seats, [5, 5, 1]);
}

#[test]
fn a_tie_is_told_and_resolved_only_by_an_order() {
    for method in METHODS {
        let made = apportion(method, 4, &claims(&[1, 1, 1])).unwrap();
        assert_eq!(made.seats, [1, 1, 1], "{method:?}");
        let tie = made.tie.clone().unwrap();
        assert_eq!((tie.claims, tie.seats), (vec![0, 1, 2], 1), "{method:?}");
        assert_eq!(made.resolved(Reverse), [1, 1, 2]);
    }
    // Fewer seats than claims: by Adams and Hill the larger come first.
    for method in [ApportionMethod::Adams, ApportionMethod::HuntingtonHill] {
        let made = apportion(method, 2, &claims(&[5, 9, 5])).unwrap();
        assert_eq!((made.seats, made.tie.unwrap().claims), (vec![0, 1, 0], vec![0, 2]));
    }
}

#[test]
fn faults_name_the_claim() {
    let code = |seats, claims: &[Claim]| {
        let error = apportion(ApportionMethod::Webster, seats, claims).unwrap_err();
        (error.first().code(), error.first().path().to_owned())
    };
    let claim = |weight: i64, least, most| Claim { weight: weight.into(), least, most };
    assert_eq!(code(3, &[claim(1, 0, None), claim(-1, 0, None)]), ("weight-negative", "[1]".into()));
    assert_eq!(code(3, &[claim(1, 4, Some(3))]), ("bounds-reversed", "[0]".into()));
    assert_eq!(code(3, &[claim(1, 2, None), claim(1, 2, None)]).0, "seats-below-bounds");
    assert_eq!(code(3, &[claim(1, 0, Some(1)), claim(1, 0, Some(1))]).0, "seats-above-bounds");
    assert_eq!(code(3, &[claim(1, 0, Some(1)), claim(0, 0, None)]).0, "seats-without-weight");
    assert_eq!(code(1, &[]).0, "seats-above-bounds");
    assert_eq!(code(MOST_SEATS + 1, &[claim(1, 0, None)]).0, "too-many-seats");
    assert!(apportion(ApportionMethod::Adams, 0, &[]).unwrap().seats.is_empty());
    let kept = apportion(ApportionMethod::Adams, 5, &[claim(0, 2, None), claim(7, 0, None)]).unwrap();
    assert_eq!(kept.seats, [2, 3]);
}

#[test]
fn a_lot_does_not_depend_on_the_order_of_keys_and_does_on_the_seed() {
    let first = |seed| ["a", "b", "c", "d"].into_iter().min_by_key(|key| lot(seed, key)).unwrap();
    let drawn: std::collections::BTreeSet<&str> = (0..64).map(first).collect();
    assert_eq!(drawn.len(), 4, "every key can win");
    assert_eq!(lot(7, "a").to_string(), lot(7, "a").to_string());
}

fn some_claims() -> impl Strategy<Value = (Vec<Claim>, u32)> {
    let one = (0_i64..60, 1_i64..4, 0_u32..4, prop::option::of(0_u32..9));
    (prop::collection::vec(one, 1..8), 0_u32..40).prop_map(|(rows, seats)| {
        let claim = |(n, d, least, extra): (i64, i64, u32, Option<u32>)| Claim {
            weight: Ratio::new(n, d).unwrap(),
            least,
            most: extra.map(|extra| least + extra),
        };
        (rows.into_iter().map(claim).collect(), seats)
    })
}

fn cases() -> ProptestConfig {
    let cases = if std::env::var_os("SHEQU_FULL").is_some() { 10_000 } else { 300 };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn seats_add_up_within_bounds((claims, seats) in some_claims()) {
        for method in METHODS {
            let Ok(made) = apportion(method, seats, &claims) else { continue };
            let open = made.tie.as_ref().map_or(0, |t| t.seats);
            prop_assert_eq!(made.seats.iter().sum::<u32>() + open, seats);
            let given = made.resolved(|i| i);
            for (claim, got) in claims.iter().zip(&given) {
                prop_assert!(*got >= claim.least && claim.most.is_none_or(|most| *got <= most));
            }
            if let Some(tie) = &made.tie {
                prop_assert!(open > 0 && (open as usize) < tie.claims.len());
            }
            prop_assert_eq!(made.bounded.iter().cloned().sum::<Ratio>(), Ratio::from(seats));
        }
    }

    /// Balinski and Young: by the largest remainder nobody gets less than the share rounded down or more than rounded up.
    #[test]
    fn largest_remainder_stays_in_the_quota((claims, seats) in some_claims()) {
        if let Ok(made) = apportion(ApportionMethod::LargestRemainder, seats, &claims) {
            for (got, share) in made.resolved(|i| i).into_iter().zip(&made.bounded) {
                let got = Ratio::from(got);
                prop_assert!(got > share - &Ratio::ONE && got < share + &Ratio::ONE);
            }
        }
    }

    /// One seat more takes none away by any method of divisors.
    #[test]
    fn divisor_methods_are_house_monotone((claims, seats) in some_claims()) {
        for method in METHODS.into_iter().skip(1) {
            let (Ok(few), Ok(more)) = (apportion(method, seats, &claims), apportion(method, seats + 1, &claims)) else {
                continue;
            };
            let (few, more) = (few.resolved(|i| i), more.resolved(|i| i));
            prop_assert!(few.iter().zip(&more).all(|(a, b)| a <= b), "{method:?} {few:?} {more:?}");
        }
    }

    /// The optimum of every divisor method: no seat can move to a claim with a higher priority for it.
    #[test]
    fn no_seat_is_better_elsewhere((claims, seats) in some_claims()) {
        for method in METHODS.into_iter().skip(1) {
            let Ok(made) = apportion(method, seats, &claims) else { continue };
            let given = made.resolved(|i| i);
            let held = claims.iter().zip(&given).filter(|(c, n)| **n > c.least);
            let lowest = held.filter_map(|(c, n)| method.priority(&c.weight, n - 1)).min();
            let asks = claims.iter().zip(&given).filter(|(c, n)| c.most.is_none_or(|most| **n < most));
            let highest = asks.filter_map(|(c, n)| method.priority(&c.weight, *n)).max();
            prop_assert!(lowest.is_none() || highest.is_none() || lowest >= highest, "{method:?} {given:?}");
        }
    }

    /// The order in which claims are written changes nothing, and neither does the unit of their weights.
    #[test]
    fn order_and_scale_do_not_matter((claims, seats) in some_claims(), scale in 1_i64..1_000) {
        for method in METHODS {
            let Ok(made) = apportion(method, seats, &claims) else { continue };
            let turned: Vec<Claim> = claims.iter().rev().cloned().collect();
            let mut back = apportion(method, seats, &turned).unwrap();
            back.seats.reverse();
            prop_assert_eq!(&made.seats, &back.seats);
            let members = |tie: Option<SeatTie>| tie.map(|t| (t.claims, t.seats));
            let last = claims.len() - 1;
            let turned = back.tie.map(|t| {
                let mut claims: Vec<usize> = t.claims.iter().map(|i| last - i).collect();
                claims.sort_unstable();
                (claims, t.seats)
            });
            let sorted = members(made.tie.clone()).map(|(mut claims, n)| { claims.sort_unstable(); (claims, n) });
            prop_assert_eq!(sorted, turned);
            let large: Vec<Claim> =
                claims.iter().map(|c| Claim { weight: &c.weight * &Ratio::from(scale), ..c.clone() }).collect();
            prop_assert_eq!(made.seats, apportion(method, seats, &large).unwrap().seats);
        }
    }
}
