//! Faults of documents and data, gaps, ranks, and exact sums beside plain ones.
#![expect(clippy::float_cmp, reason = "ranks are whole or half, and equal values have equal bits")]

use proptest::prelude::*;

use super::super::treat::shape::count;
use super::*;
use crate::kernel::{Error, Lang, Quantity, Ratio};
use crate::wire::{Column, Table};

fn faults(error: &Error) -> Vec<(&'static str, &str)> {
    error.faults().map(|fault| (fault.code(), fault.path())).collect()
}

const HEAD: &str = r#"format = "shequ.index/1"
title = "t"
subject = "unit"
"#;

fn parse(text: &str) -> Result<Index> {
    Index::parse(&format!("{HEAD}{text}"))
}

const SMALL: &str = r#"
normalisation = { method = "min-max", lower = 1, upper = 100 }
levels = [{ aggregation = "geometric" }]
aggregates = [{ key = "top" }]
indicators = [{ key = "a", parent = "top" }, { key = "b", parent = "top", direction = "lower", weight = 0.5 }]
ranking = { ties = "average" }
"#;

fn table(columns: &[(&str, &[Option<f64>])]) -> Table {
    let rows = columns[0].1.len();
    let units = Column::Text((0..rows).map(|row| Some(format!("u{row}"))).collect());
    let columns = columns.iter().map(|(name, cells)| ((*name).to_owned(), Column::Float(cells.to_vec())));
    Table::new(std::iter::once(("unit".to_owned(), units)).chain(columns).collect()).unwrap()
}

#[test]
fn every_fault_of_a_document_is_reported() {
    let error = parse(
        r#"
normalisation = { method = "goalposts", lower = 3 }
screening = { available = 2 }
treatment = { skewness = -1, lambda = 3 }
levels = [{ aggregation = "power" }, { aggregation = "arithmetic", power = 2 }]
aggregates = [{ key = "top" }, { key = "other" }, { key = "a", parent = "none" }]
indicators = [
    { key = "a", parent = "top", weight = -1 },
    { key = "b", parent = "nowhere", normalisation = { upper = 1 } },
    { key = "c", parent = "top", normalisation = { method = "rank", lower = 1 } },
]
ranking = { ties = "min", decimals = 40 }
"#,
    )
    .unwrap_err();
    assert_eq!(
        faults(&error),
        [
            ("scheme-duplicate-key", "index.aggregates[2].key"),
            ("parameter-missing", "index.normalisation.upper"),
            ("method-parameter", "index.normalisation.lower"),
            ("method-parameter", "index.indicators[1].normalisation.lower"),
            ("parameter-not-used", "index.indicators[2].normalisation.lower"),
            ("parameter-out-of-range", "index.indicators[0].weight"),
            ("unknown-parent", "index.indicators[1].parent"),
            ("unknown-parent", "index.aggregates[2].parent"),
            ("not-one-top", "index.aggregates"),
            ("parameter-missing", "index.levels[0].power"),
            ("parameter-not-used", "index.levels[1].power"),
            ("parameter-not-used", "index.treatment.lambda"),
            ("method-parameter", "index.screening.available"),
            ("method-parameter", "index.ranking.decimals"),
        ]
    );
}

#[test]
fn trees_have_one_top_no_circle_and_a_level_for_each_height() {
    let tree = |levels: usize, aggregates: &str| {
        let levels = vec!["{ aggregation = \"arithmetic\" }"; levels].join(", ");
        let text = format!(
            "normalisation = {{ method = \"rank\" }}\nranking = {{ ties = \"min\" }}\nlevels = [{levels}]\n\
             aggregates = [{aggregates}]\nindicators = [{{ key = \"i\", parent = \"p\" }}, {{ key = \"j\", parent = \"top\" }}]"
        );
        parse(&text)
    };
    let good = tree(2, r#"{ key = "top" }, { key = "p", parent = "top", weight = 3 }"#).unwrap();
    // An indicator may hang directly below a higher aggregate.
    let weights: Vec<f64> = good.nodes().iter().map(|node| node.effective_weight.get()).collect();
    assert_eq!(weights, [0.75, 0.25, 1.0, 0.75]);
    let bad = |levels, aggregates: &str| {
        let error = tree(levels, aggregates).unwrap_err();
        faults(&error).into_iter().map(|(code, path)| (code, path.to_owned())).collect::<Vec<_>>()
    };
    let one = |code, path: &str| vec![(code, path.to_owned())];
    assert_eq!(bad(1, r#"{ key = "top" }, { key = "p", parent = "top" }"#), one("levels-differ", "index.levels"));
    let circle = r#"{ key = "top" }, { key = "p", parent = "q" }, { key = "q", parent = "p" }"#;
    let circles = ["index.aggregates[1].parent", "index.aggregates[2].parent"].map(|p| ("index-circle", p.to_owned()));
    assert_eq!(bad(2, circle), circles);
    let empty = r#"{ key = "top" }, { key = "p", parent = "top" }, { key = "q", parent = "top" }"#;
    assert_eq!(bad(2, empty), one("aggregate-without-children", "index.aggregates[2]"));
    let weightless = r#"{ key = "top" }, { key = "p", parent = "top" }"#;
    let text = format!(
        "normalisation = {{ method = \"rank\" }}\nranking = {{ ties = \"min\" }}\n\
         levels = [{{ aggregation = \"arithmetic\" }}, {{ aggregation = \"arithmetic\" }}]\n\
         aggregates = [{weightless}]\nindicators = [{{ key = \"i\", parent = \"p\", weight = 0 }}]"
    );
    assert_eq!(faults(&parse(&text).unwrap_err()), [("weights-all-zero", "index.aggregates[1]")]);
}

#[test]
fn faults_of_data_name_unit_and_indicator() {
    let index = parse(SMALL).unwrap();
    let evaluate = |a: &[Option<f64>], b: &[Option<f64>]| index.evaluate(&table(&[("a", a), ("b", b)]));
    let one = Some(1.0);
    let two = Some(2.0);
    assert_eq!(
        faults(&evaluate(&[one, Some(f64::NAN)], &[one, Some(f64::INFINITY)]).unwrap_err()),
        [("not-finite", "table[1].a"), ("not-finite", "table[1].b")]
    );
    assert_eq!(faults(&evaluate(&[one, None], &[one, two]).unwrap_err()), [("cell-missing", "u1.a")]);
    assert_eq!(faults(&evaluate(&[one, one], &[one, two]).unwrap_err()), [("indicator-constant", "a")]);
    assert_eq!(
        faults(&index.evaluate(&table(&[("a", &[one]), ("c", &[one])])).unwrap_err()),
        [("missing-column", "table"), ("unknown-column", "table.c")]
    );
    let twice = Table::new(vec![
        ("unit".into(), Column::Text(vec![Some("u".into()), Some("u".into())])),
        ("a".into(), Column::Int(vec![Some(1), Some(2)])),
        ("b".into(), Column::Text(vec![Some("x".into()), Some("2".into())])),
    ]);
    assert_eq!(
        faults(&index.evaluate(&twice.unwrap()).unwrap_err()),
        [("duplicate-unit", "table[1].unit"), ("not-a-number", "table[0].b")]
    );
    let zero = SMALL.replace("lower = 1", "lower = 0");
    let error = parse(&zero).unwrap().evaluate(&table(&[("a", &[one, two]), ("b", &[one, two])])).unwrap_err();
    assert_eq!(faults(&error), [("value-not-positive", "u0.a"), ("value-not-positive", "u1.b")]);
}

#[test]
fn all_tied_and_halves() {
    let index = parse(SMALL).unwrap();
    let cells = |values: [f64; 4]| values.map(Some);
    let card =
        index.evaluate(&table(&[("a", &cells([1.0, 5.0, 5.0, 2.0])), ("b", &cells([4.0, 1.0, 1.0, 2.0]))])).unwrap();
    let ranks: Vec<String> = card.ranks("top").unwrap().iter().map(Rank::to_string).collect();
    assert_eq!(ranks, ["4", "1.5", "1.5", "3"]);
    let json = crate::kernel::canonical(&card.ranking().unwrap()).unwrap();
    assert!(json.starts_with(r#"[{"group":null,"node":"top","published":null,"rank":1.5,"#), "{json}");
    assert_eq!(
        card.rank_table().get("top").map(|c| c.decimal("top", 1, 1).unwrap().unwrap().to_string()).unwrap(),
        "1.5"
    );
    let why = card.explain("u1").unwrap();
    assert_eq!(why.children.len(), 2);
    assert!(matches!(why.outcome, Quantity::Real(_)));
    assert!(why.render(Lang::Zh).contains("加权几何平均"));
    let units: Vec<String> = card.unit("u3").unwrap().iter().map(|v| format!("{} {}", v.node, v.rank)).collect();
    assert_eq!(units, ["a 3", "b 3", "top 3"]);
    assert_eq!(card.values("none").unwrap_err().first().code(), "unknown-node");
}

#[test]
fn denominators_references_targets_and_constants() {
    let index = parse(
        r#"
normalisation = { method = "distance-to-reference", reference = "u2", constant = 0.5 }
levels = [{ aggregation = "arithmetic" }]
aggregates = [{ key = "top" }]
indicators = [
    { key = "a", parent = "top", denominator = "heads" },
    { key = "b", parent = "top", normalisation = { method = "distance-to-target", target = 4, cap = true } },
    { key = "c", parent = "top", normalisation = { method = "min-max", constant = 7 } },
]
ranking = { ties = "dense", decimals = 2 }
"#,
    )
    .unwrap();
    assert_eq!(index.columns(), ["unit", "a", "b", "c", "heads"]);
    let data = |heads: [Option<f64>; 3]| {
        let three = |values: [f64; 3]| values.map(Some);
        let (a, b, c) = (three([10.0, 20.0, 30.0]), three([0.0, 8.0, 2.0]), three([1.0, 1.0, 1.0]));
        table(&[("a", &a), ("b", &b), ("c", &c), ("heads", &heads)])
    };
    let card = index.evaluate(&data([Some(10.0), Some(10.0), Some(10.0)])).unwrap();
    assert_eq!(card.values("a").unwrap(), [0.0, 0.5, 1.0]);
    assert_eq!(card.values("b").unwrap(), [0.0, 1.0, 0.5]);
    assert_eq!(card.values("c").unwrap(), [7.0, 7.0, 7.0]);
    let published: Vec<String> =
        card.node_values("top").unwrap().iter().map(|v| v.published.unwrap().to_string()).collect();
    assert_eq!(published, ["2.33", "2.83", "2.83"]);
    let ranks: Vec<String> = card.ranks("top").unwrap().iter().map(Rank::to_string).collect();
    assert_eq!(ranks, ["2", "1", "1"]);
    let error = index.evaluate(&data([Some(0.0), None, Some(1.0)])).unwrap_err();
    assert_eq!(faults(&error), [("denominator-zero", "u0.a")]);
    let error = index.evaluate(&data([Some(1.0), None, Some(1.0)])).unwrap_err();
    assert_eq!(faults(&error), [("cell-missing", "u1.a")]);
}

/// By hand, of 1, 2 and 4 for the last unit; a value past a goalpost or a target is said to be capped, and a constant to be declared.
#[test]
fn every_normalisation_shows_its_arithmetic() {
    let one = |key: &str, rest: &str| format!("{{ key = \"{key}\", parent = \"top\", {rest} }}");
    let by =
        |key: &str, method: &str, rest: &str| one(key, &format!("normalisation = {{ method = \"{method}\"{rest} }}"));
    let less = |key: &str, method: &str| {
        one(key, &format!("direction = \"lower\", normalisation = {{ method = \"{method}\" }}"))
    };
    let indicators = [
        by("a", "goalposts", ", lower = 0, upper = 3, factor = 10"),
        by("b", "distance-to-target", ", target = 2, cap = true"),
        by("c", "distance-to-target", ", target = 5, cap = true"),
        by("d", "sum", ""),
        less("e", "sum"),
        by("f", "max", ""),
        less("g", "max"),
        less("h", "log"),
        less("i", "percentile-rank"),
        by("j", "borda", ""),
        by("k", "percentile-rank", ", constant = 0.5"),
        by("l", "vector", ""),
    ];
    let text = format!(
        "levels = [{{ aggregation = \"arithmetic\" }}]\naggregates = [{{ key = \"top\" }}]\nnormalisation = {{ method = \"min-max\" }}\nranking = {{ ties = \"min\" }}\nindicators = [{}]",
        indicators.join(",")
    );
    let index = parse(&text).unwrap();
    let (three, same) = ([1.0, 2.0, 4.0].map(Some), [3.0; 3].map(Some));
    let columns: Vec<(&str, &[Option<f64>])> = "a b c d e f g h i j k l"
        .split(' ')
        .map(|key| (key, if key == "k" { &same[..] } else { &three[..] }))
        .collect();
    let card = index.evaluate(&table(&columns)).unwrap();
    assert_eq!(card.values("k").unwrap(), [0.5; 3]);
    let why = card.explain("u2").unwrap().render(Lang::En);
    for line in [
        "10 × (4 - 0) / (3 - 0), capped",
        "(4 - 1) / (2 - 1), capped",
        "(4 - 1) / (5 - 1)",
        "4 / 7",
        "1 / 4 / 1.75",
        "4 / 4",
        "1 - 4 / 4",
        "(1 - ln 4 / 2.0794415416798357) / (3 - 1)",
        "0 / (3 - 1)",
        "the rank from the worst of 3, less one",
        "the same in every row, by declaration 0.5",
        "4 / 4.58257569495584",
    ] {
        assert!(why.contains(line), "{line} in {why}");
    }
    assert!(!why.contains("(5 - 1), capped"), "{why}");
    assert!(card.explain("u2").unwrap().render(Lang::Zh).contains("按声明得 0.5"));
}

/// A declared score of constants is used, or it is a fault: by the distance to a reference, and by goalposts.
#[test]
fn a_declared_constant_is_never_passed_over() {
    let index = |normalisation: &str| {
        parse(&format!(
            "levels = [{{ aggregation = \"arithmetic\" }}]\naggregates = [{{ key = \"top\" }}]\nranking = {{ ties = \"min\" }}\n\
             normalisation = {{ {normalisation} }}\nindicators = [{{ key = \"a\", parent = \"top\" }}]"
        ))
    };
    let data = table(&[("a", &[Some(3.0), Some(3.0)])]);
    let reference = index(r#"method = "distance-to-reference", reference = "u1", constant = 0.5"#).unwrap();
    assert_eq!(reference.evaluate(&data).unwrap().values("a").unwrap(), [0.5, 0.5]);
    let strict = index(r#"method = "distance-to-reference", reference = "u1""#).unwrap();
    assert_eq!(faults(&strict.evaluate(&data).unwrap_err()), [("target-not-better", "a")]);
    let error = index(r#"method = "goalposts", lower = 0, upper = 9, constant = 0.5"#).unwrap_err();
    assert!(
        faults(&error).iter().any(|(code, path)| *code == "parameter-not-used" && path.ends_with("constant")),
        "{error}"
    );
}

#[test]
fn means_are_over_columns_of_one_length() {
    let error = Mean::Arithmetic.of(&[(&[1.0, 2.0], 1.0), (&[1.0], 1.0)]).unwrap_err();
    assert_eq!(faults(&error), [("ragged-matrix", "[1]")]);
}

#[test]
fn groups_without_values_refuse_or_take_all() {
    let cells = [Some(1.0), None, Some(5.0), None];
    let variable = Variable::with_gaps("v".parse().unwrap(), Direction::Higher, cells).unwrap();
    let data = Observations::new(vec![variable]).unwrap();
    let policy = Imputation { filler: Filler::Median, least: 1, otherwise: Otherwise::Refuse };
    let groups = ["n", "n", "n", "s"];
    let error = policy.fill(&data, Some(&groups)).unwrap_err();
    assert_eq!(faults(&error), [("nothing-to-impute-from", "[3].v")]);
    let (filled, log) = Imputation { otherwise: Otherwise::All, ..policy }.fill(&data, Some(&groups)).unwrap();
    assert_eq!(filled.variables()[0].values().unwrap(), [1.0, 3.0, 5.0, 3.0]);
    let groups: Vec<Option<&str>> = log.iter().map(|filled| filled.group.as_deref()).collect();
    assert_eq!(groups, [Some("n"), None]);
    assert_eq!(policy.fill(&data, Some(&["n"])).unwrap_err().first().code(), "groups-ragged");
}

fn draws() -> impl Strategy<Value = (Vec<Vec<i64>>, Vec<i64>, Vec<u8>)> {
    (1_usize..40, 1_usize..6).prop_flat_map(|(rows, columns)| {
        // Small numbers tie, great ones leave 64 bits.
        let value = prop_oneof![-9_i64..9, any::<i64>(), Just(i64::MIN), Just(i64::MAX)];
        let small = prop_oneof![-9_i64..9, -1_000_000_000_000_i64..1_000_000_000_000];
        let column = prop_oneof![prop::collection::vec(small, rows), prop::collection::vec(value, rows)];
        (
            prop::collection::vec(column, columns),
            prop::collection::vec(prop_oneof![-3_i64..9, -(1_i64 << 40)..(1 << 40)], columns),
            prop::collection::vec(0_u8..5, columns),
        )
    })
}

fn matrix(columns: &[Vec<i64>], scales: &[u8]) -> ExactMatrix<'static> {
    let criteria = columns.iter().zip(scales).enumerate().map(|(i, (values, scale))| {
        ExactCriterion::new(format!("c{i}").parse().unwrap(), Direction::Higher, *scale, values.clone())
    });
    ExactMatrix::new(criteria.collect()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if std::env::var_os("SHEQU_FULL").is_some() { 10_000 } else { 300 },
        failure_persistence: None, ..ProptestConfig::default()
    })]

    /// Beside plain ratios, and ranks beside counting.
    #[test]
    fn sums_are_exact_and_ranks_count((columns, weights, scales) in draws()) {
        let totals = matrix(&columns, &scales).weighted_sum(&weights).unwrap();
        let rows = columns[0].len();
        let sums: Vec<Ratio> = (0..rows)
            .map(|row| {
                let terms = columns.iter().zip(&weights).zip(&scales).map(|((column, weight), scale)| {
                    let ten = Ratio::from(10_i128.pow(u32::from(*scale)));
                    (&Ratio::from(column[row]) * &Ratio::from(*weight)).checked_div(&ten).unwrap()
                });
                terms.sum()
            })
            .collect();
        for (row, sum) in sums.iter().enumerate() {
            prop_assert_eq!(&totals.get(row).unwrap().to_ratio(), sum);
        }
        let (min, dense) = (totals.ranks(RankTies::Min), totals.ranks(RankTies::Dense));
        let (average, ordinal) = (totals.ranks(RankTies::Average), totals.ranks(RankTies::Ordinal));
        for (row, sum) in sums.iter().enumerate() {
            let better = sums.iter().filter(|other| *other > sum).count();
            let equal = sums.iter().filter(|other| *other == sum).count();
            let before = sums[..row].iter().filter(|other| *other == sum).count();
            let distinct: std::collections::BTreeSet<&Ratio> = sums.iter().filter(|other| *other > sum).collect();
            prop_assert_eq!(min[row].as_f64(), count(better) + 1.0);
            prop_assert_eq!(dense[row].as_f64(), count(distinct.len()) + 1.0);
            prop_assert_eq!(average[row].as_f64(), count(better) + f64::midpoint(count(equal), 1.0));
            prop_assert_eq!(ordinal[row].as_f64(), count(better + before) + 1.0);
        }
    }
}

/// More rows than a block, sums of every size, and many equals.
#[test]
fn large_matrices_rank_as_small_ones() {
    let mut state = 7_u64;
    let mut draw = |bits: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(state >> (64 - bits)).unwrap()
    };
    for bits in [1, 6, 20, 40, 50] {
        let column: Vec<i64> = (0..10_000).map(|_| draw(bits) - (1 << (bits - 1))).collect();
        let totals = matrix(&[column.clone(), column.clone()], &[0, 0]).weighted_sum(&[3, -1]).unwrap();
        assert!(totals.mantissas().is_some());
        let mut order: Vec<u32> = (0..10_000).collect();
        order.sort_by_key(|row| std::cmp::Reverse(column[*row as usize]));
        assert_eq!(totals.order(), order);
        assert_eq!(totals.mean(5), Some(Ratio::from(column[5])));
    }
}

#[test]
fn sums_that_may_leave_128_bits_are_refused() {
    let refused = matrix(&[vec![i64::MAX], vec![1]], &[0, 18]).weighted_sum(&[i64::MAX, 1]).unwrap_err();
    assert_eq!(refused.first().code(), "exact-sum-too-large");
    let ragged = matrix(&[vec![1]], &[0]).weighted_sum(&[1, 2]).unwrap_err();
    assert_eq!(ragged.first().code(), "weights-ragged");
}
