//! Studies of units say of a unit what studies of rows say of its row.

use super::super::{Levels, Noise, RankSearch, Study, UnitStudy, WeightBox, WeightDraws, directed};
use super::{matrix as exact, ratio};
use crate::evaluation::methods::{Criterion, Direction, Matrix};
use crate::kernel::{Document as _, Limits, Syntax, Unwatched};
use crate::wire::Table;
use crate::wire::certainty::{OutputName, SobolOptions};

const CSV: &str = "unit,reach,cost,speed\na,1,3,0.9\nb,0.5,2,1\nc,0.4,2.5,0.2\nd,0.9,1,0.1\n";

fn study() -> UnitStudy {
    let table = Table::from_csv(CSV).unwrap();
    let criteria = directed(&["reach", "cost", "speed"], &["cost"]).unwrap();
    UnitStudy::read(&table, "unit", &criteria, WeightDraws::uniform(3).unwrap()).unwrap().seed(11)
}

fn code(result: crate::kernel::Result<impl std::fmt::Debug>) -> (String, String) {
    let error = result.unwrap_err();
    (error.first().code().to_owned(), error.first().path().to_owned())
}

#[test]
fn a_unit_has_what_its_row_has() {
    let column = |key: &str, way, values: [f64; 4]| Criterion::new(key.parse().unwrap(), way, values.to_vec());
    let matrix = Matrix::new(vec![
        column("reach", Direction::Higher, [1.0, 0.5, 0.4, 0.9]),
        column("cost", Direction::Lower, [3.0, 2.0, 2.5, 1.0]),
        column("speed", Direction::Higher, [0.9, 1.0, 0.2, 0.1]),
    ])
    .unwrap();
    let noise = Noise::Normal(0.2);
    let rows = Study::new(&matrix, WeightDraws::uniform(3).unwrap()).unwrap().seed(11);
    let rows = rows.noise(vec![Noise::None, noise.clone(), Noise::None]).unwrap();
    let (units, sample) = (study().noise("cost", noise).unwrap(), rows.run(300).unwrap());
    let of_units = units.run(300).unwrap();
    assert_eq!((of_units.draws(), of_units.ranks()), (300, &sample));
    for (row, unit) in ["a", "b", "c", "d"].into_iter().enumerate() {
        assert_eq!(of_units.counts(unit).unwrap(), sample.counts(row).unwrap());
        assert_eq!(of_units.at_or_above(unit, 2).unwrap(), sample.at_or_above(row, 2).unwrap());
        assert_eq!(of_units.duel(unit, "b").unwrap(), sample.duel(row, 1).unwrap());
        assert_eq!(of_units.rank(17, unit).unwrap(), sample.rank(17, row).unwrap());
        let levels = Levels::new(ratio(1, 10), ratio(9, 10)).unwrap();
        let (one, other) = (of_units.summary(unit, &levels).unwrap(), sample.summary(row, &levels).unwrap());
        assert_eq!((one.mean, one.low, one.high, one.first), (other.mean, other.low, other.high, other.first));
        let sum: u64 = (1..).zip(sample.counts(row).unwrap()).map(|(rank, draws): (u64, u64)| rank * draws).sum();
        assert_eq!(one.rank_sum, sum);
        assert!(of_units.explain(unit, &levels).unwrap().adds_up());
    }
    let table = of_units.table(&Levels::default()).unwrap();
    assert_eq!((table.rows(), table.texts("unit").unwrap().join("")), (4, "abcd".to_owned()));
    let (one, again) = (units.draw(17).unwrap(), rows.draw(17).unwrap());
    assert_eq!(one.method, "additive");
    for (row, rank) in again.ranks.iter().enumerate() {
        assert_eq!(one.outcome.texts("rank").unwrap()[row], rank.to_string());
    }
    assert_eq!(one.values.unwrap().columns().len(), 4);
}

#[test]
fn a_method_of_which_less_is_better_ranks_as_it_does_alone() {
    let sample = study().methods(&["vikor"]).unwrap().run(50).unwrap();
    let study = study();
    for draw in 0..50 {
        let made = study.clone().methods(&["vikor"]).unwrap().draw(draw).unwrap();
        assert_eq!(made.method, "vikor");
        for (unit, rank) in ["a", "b", "c", "d"].iter().zip(made.outcome.texts("rank").unwrap()) {
            assert_eq!(sample.rank(draw, unit).unwrap().to_string(), rank);
        }
    }
    // Best in one criterion and last in none: with the greatest weight on it, first.
    let sure = WeightDraws::fixed(&[0.0, 1.0, 0.0]).unwrap();
    let criteria = directed(&["reach", "cost", "speed"], &["cost"]).unwrap();
    let only_cost = UnitStudy::read(&Table::from_csv(CSV).unwrap(), "unit", &criteria, sure).unwrap();
    for methods in [["vikor"], ["topsis"], ["additive"]] {
        assert_eq!(only_cost.clone().methods(&methods).unwrap().run(1).unwrap().counts("d").unwrap(), [1, 0, 0, 0]);
    }
}

#[test]
fn options_of_a_sensitivity_are_read_and_name_their_unit() {
    let options = |text: &str| {
        let value = Syntax::Json.parse(text, Limits::default()).unwrap();
        SobolOptions::from_value(value).unwrap()
    };
    let by_name = options(
        r#"{"format": "shequ.sobol-options/1", "output": "rank", "unit": "a", "points": 64, "replicates": 10}"#,
    );
    assert_eq!((by_name.output, by_name.points, by_name.level), (OutputName::Rank, 64, 0.95));
    let found = study().weight_sensitivity(&[0.1; 3], &[0.9; 3], &by_name, &mut Unwatched).unwrap();
    assert_eq!((found.runs, found.weights.rows()), (64 * 5, 3));
    let nobody = SobolOptions { unit: Some("x".into()), ..by_name };
    let wrong = study().weight_sensitivity(&[0.1; 3], &[0.9; 3], &nobody, &mut Unwatched);
    assert_eq!(code(wrong), ("certainty-unknown-unit".into(), "unit".into()));
}

#[test]
fn what_is_not_there_is_named() {
    let table = |text: &str| Table::from_csv(text).unwrap();
    let read = |text: &str| {
        let criteria = directed(&["reach"], &[""; 0]).unwrap();
        UnitStudy::read(&table(text), "unit", &criteria, WeightDraws::uniform(1).unwrap())
    };
    let pair = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(code(read("unit,reach\na,1\nb,\n")), pair("certainty-cell-missing", "[1].reach"));
    assert_eq!(code(read("unit,reach\na,1\na,2\n")), pair("certainty-duplicate-key", "units[1]"));
    assert_eq!(code(read("unit,other\na,1\n")), pair("missing-column", ""));
    assert_eq!(code(directed(&["reach"], &["cost"])), pair("certainty-unknown-criterion", "costs[0]"));
    assert_eq!(code(study().noise("other", Noise::None)), pair("certainty-unknown-criterion", ""));
    assert_eq!(code(study().noise("cost", Noise::Normal(-1.0))), pair("certainty-out-of-range", "noise.cost"));
    assert_eq!(code(study().methods(&["additive", "magic"])), pair("unknown-method", "methods[1]"));
    assert_eq!(code(study().run(5).unwrap().counts("x")), pair("certainty-unknown-unit", ""));
}

#[test]
fn bounds_stand_in_a_table() {
    let matrix = exact(&[vec![9, 1], vec![5, 4], vec![1, 9]]);
    let space = WeightBox::free(2).unwrap();
    let table = matrix.rank_bounds_table(&space, &RankSearch::default(), &mut Unwatched).unwrap();
    assert_eq!(table.texts("best").unwrap(), ["1", "2", "1"]);
    assert_eq!(table.texts("worst").unwrap(), ["3", "3", "3"]);
    assert_eq!(table.texts("best_limit").unwrap(), ["1", "2", "1"]);
}
