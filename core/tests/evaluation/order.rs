//! Methods on floats give the same bits in whichever order rows and criteria come.

use shequ::evaluation::methods::{
    Criterion, Direction, Goalposts, Matrix, Mean, Method, MethodName, Normalisation, RankTies, Ranking, Shape,
    Weighting, Weights,
};
use shequ::kernel::Key;

use super::invented::Draws;

const ROWS: usize = 60;
const CRITERIA: usize = 5;

/// Values of very different sizes, so that a sum in another order would be another.
fn columns(seed: u64) -> Vec<Vec<f64>> {
    let mut draws = Draws(seed);
    let mut number = |below: i32| f64::from(i32::try_from(draws.below(u64::try_from(below).unwrap())).unwrap());
    let mut value = || (number(1_000_000) + 1.0) / 7.0 * 10.0_f64.powf(number(7) - 3.0);
    (0..CRITERIA).map(|_| (0..ROWS).map(|_| value()).collect()).collect()
}

fn shuffled(seed: u64, many: usize) -> Vec<usize> {
    let mut draws = Draws(seed);
    let mut order: Vec<usize> = (0..many).collect();
    for i in (1..many).rev() {
        order.swap(i, usize::try_from(draws.below(u64::try_from(i + 1).unwrap())).unwrap());
    }
    order
}

/// The criteria in an order, each with its rows in an order.
fn matrix(columns: &[Vec<f64>], criteria: &[usize], rows: &[usize]) -> Matrix<'static> {
    let criterion = |j: &usize| {
        let values: Vec<f64> = rows.iter().map(|row| columns[*j][*row]).collect();
        let direction = if j % 2 == 1 { Direction::Lower } else { Direction::Higher };
        Criterion::new(format!("c{j}").parse::<Key>().unwrap(), direction, values)
    };
    Matrix::new(criteria.iter().map(criterion).collect()).unwrap()
}

fn weights(criteria: &[usize]) -> Weights {
    Weights::points(&criteria.iter().map(|j| [0.1, 0.7, 0.35, 0.2, 0.45][*j]).collect::<Vec<_>>()).unwrap()
}

fn bits(values: impl IntoIterator<Item = f64>) -> Vec<u64> {
    values.into_iter().map(f64::to_bits).collect()
}

#[test]
fn the_order_of_rows_and_criteria_changes_no_bit() {
    let (rows, criteria): (Vec<usize>, Vec<usize>) = ((0..ROWS).collect(), (0..CRITERIA).collect());
    for seed in 0..20 {
        let columns = columns(seed);
        let (other_rows, other_criteria) = (shuffled(seed + 100, ROWS), shuffled(seed + 200, CRITERIA));
        let one = matrix(&columns, &criteria, &rows);
        let other = matrix(&columns, &other_criteria, &other_rows);
        for name in MethodName::ALL {
            let decide = |matrix: &Matrix<'_>, criteria: &[usize]| {
                Method::from(name).decide(matrix, &weights(criteria), Ranking::default()).map(|d| d.scores().to_vec())
            };
            // SPOTIS needs bounds, which have no usual ones.
            let (Ok(first), Ok(second)) = (decide(&one, &criteria), decide(&other, &other_criteria)) else {
                assert_eq!(name, MethodName::Spotis);
                continue;
            };
            let first = other_rows.iter().map(|row| first[*row]);
            assert_eq!(bits(first), bits(second), "{name}, seed {seed}");
        }
        for method in Weighting::ALL {
            let (first, second) = (method.weights(&one).unwrap(), method.weights(&other).unwrap());
            let first = other_criteria.iter().map(|j| first.as_slice()[*j]);
            assert_eq!(bits(first), bits(second.as_slice().to_vec()), "{method}, seed {seed}");
        }
        for j in &criteria {
            let at = other_criteria.iter().position(|other| other == j).unwrap();
            let (first, second) = (&one.criteria()[*j], &other.criteria()[at]);
            let posts = Goalposts { lower: 0.5, upper: 1e9, factor: 100.0, cap: false, logarithmic: true };
            for by in [
                Normalisation::ZScore { mean: 0.0, deviation: 1.0 },
                Normalisation::MinMax { lower: 0.0, upper: 100.0 },
                Normalisation::PercentileRank,
                Normalisation::Borda(RankTies::Average),
                Normalisation::Goalposts(posts),
                Normalisation::Vector,
                Normalisation::Sum,
                Normalisation::Max,
                Normalisation::Log,
            ] {
                let (first, second) = (by.apply(first).unwrap(), by.apply(second).unwrap());
                assert_eq!(bits(other_rows.iter().map(|row| first[*row])), bits(second), "{by:?}, seed {seed}");
            }
            assert_eq!(Shape::of(first.values()), Shape::of(second.values()));
        }
        // Columns in the order of their keys are what an index adds up.
        let parts =
            |matrix: &Matrix<'static>| matrix.criteria().iter().map(|c| c.values().to_vec()).collect::<Vec<_>>();
        let (first, second) = (parts(&one), parts(&matrix(&columns, &criteria, &other_rows)));
        let mean = |columns: &[Vec<f64>]| {
            Mean::Geometric.of(&columns.iter().map(|c| (c.as_slice(), 0.3)).collect::<Vec<_>>()).unwrap()
        };
        let first = mean(&first);
        assert_eq!(bits(other_rows.iter().map(|row| first[*row])), bits(mean(&second)));
    }
}
