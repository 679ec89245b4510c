//! A scorecard as a question of weights: the scheme's own points give its totals, and intervals stand around its ranks.

use std::cell::Cell;
use std::collections::BTreeSet;

use proptest::{prop_assert, prop_assert_eq};
use shequ::evaluation::Scheme;
use shequ::evaluation::certainty::{ExactTies, RankSearch, WeightBox, WeightDraws};
use shequ::kernel::{Document, Ratio, Unwatched};
use shequ::wire::certainty::IntervalOptions;
use shequ::wire::evaluation::ChartParts;
use shequ::wire::{Column, Table};

use super::case::{Case, name};
use super::law;

#[test]
fn under_the_points_of_the_scheme_scores_are_totals_before_rounding() {
    let seen = [const { Cell::new(0_u32) }; 2];
    law(|seed| {
        let case = Case::random(seed);
        let card = case.evaluate();
        let groups: BTreeSet<Option<String>> = card.scores().map(|score| score.group).collect();
        for parts in [ChartParts::Groups, ChartParts::Indicators] {
            let points = card.part_points(parts);
            prop_assert_eq!(points.iter().cloned().sum::<Ratio>(), card.scheme().total());
            for group in &groups {
                let table = match card.exact_table(parts, group.as_deref()) {
                    Ok(table) => table,
                    Err(error) => {
                        prop_assert_eq!(error.first().code(), "certainty-too-many-digits", "seed {}", seed);
                        seen[1].set(seen[1].get() + 1);
                        // Intervals need no common denominator.
                        let options = IntervalOptions { draws: 2, parts, group: group.clone(), ..Default::default() };
                        prop_assert!(card.rank_intervals(&options, &mut Unwatched).is_ok(), "seed {}", seed);
                        continue;
                    }
                };
                seen[0].set(seen[0].get() + 1);
                for found in table.scores(&points, ExactTies::Min).unwrap() {
                    let u = (0..case.units()).find(|u| name(*u) == found.unit).unwrap();
                    prop_assert_eq!(&found.score, &case.plain(u).exact, "seed {} unit {}", seed, u);
                }
            }
        }
        Ok(())
    });
    let [made, refused] = seen.map(|count| count.get());
    eprintln!("{made} tables, {refused} beyond the digits of exact bounds");
    assert!(made > 9 * refused, "{made} {refused}");
}

const SCHEME: &str = r#"
format = "shequ.scheme/1"
title = "example"
subject = "unit"
ranking = { basis = "rounded", ties = "min" }
vetoes = [{ key = "fraud", effect = "zero" }]
bonuses = [{ key = "model" }]
groups = [
    { key = "care", indicators = [{ key = "visits", points = 45, rule = "linear", target = 9, scale = 1 }, { key = "calls", points = 15, rule = "linear", target = 9, scale = 1 }] },
    { key = "order", indicators = [{ key = "rounds", points = 40, rule = "linear", target = 9, scale = 1 }] },
]
"#;

/// By hand: of 60 and 40 points, a has 60 and 20, b 40 and 36 and a bonus of 2, c all of both but a veto; d stands in a group of its own.
#[test]
fn intervals_of_a_small_card() {
    let scheme = Scheme::parse(SCHEME).unwrap();
    let csv = "unit,group,visits,calls,rounds,model,fraud\n\
               a,east,9,9,4.5,0,false\nb,east,6,6,8.1,2,false\nc,east,9,9,9,5,true\nd,west,9,9,9,0,false\n";
    let card = scheme.evaluate(&Table::from_csv(csv).unwrap()).unwrap();
    let error = card.exact_table(ChartParts::Groups, None).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("certainty-peer-group-missing", "group"));
    let error = card.exact_table(ChartParts::Groups, Some("north")).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("unknown-group", "group"));

    let east = card.exact_table(ChartParts::Groups, Some("east")).unwrap();
    let shown = |weights: [i64; 2]| {
        let weights = weights.map(Ratio::from);
        let scores = east.scores(&weights, ExactTies::Min).unwrap();
        scores.iter().map(|s| s.score.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(shown([60, 40]), "80 78 0");
    // All points on the one group, then on the other: a has 100 and 50 of a hundred, b 200/3 and 90, and its bonus.
    assert_eq!((shown([1, 0]).as_str(), shown([0, 1]).as_str()), ("100 206/3 0", "50 92 0"));
    let near = WeightBox::around(&card.part_points(ChartParts::Groups), &"1/4".parse().unwrap()).unwrap();
    let bounds = east.rank_bounds("b", &near, &RankSearch::default()).unwrap();
    assert_eq!((bounds.best.rank, bounds.worst.rank), (1, 2));

    let options =
        |spread: f64| IntervalOptions { draws: 400, seed: 3, spread, group: Some("east".into()), ..Default::default() };
    let still = card.rank_intervals(&options(0.0), &mut Unwatched).unwrap();
    for (unit, rank) in [("a", 1), ("b", 2), ("c", 3)] {
        let mut counts = vec![0; 3];
        counts[rank - 1] = 400;
        assert_eq!(still.counts(unit).unwrap(), counts);
    }
    let wide = card.rank_intervals(&options(0.25), &mut Unwatched).unwrap();
    let first = wide.at_or_above("b", 1).unwrap().numerator();
    assert!((20..200).contains(&first), "{first}");
    assert_eq!(wide.counts("c").unwrap(), [0, 0, 400]);
    // The same draws as of the study that the table makes.
    let draws = WeightDraws::around(&[60.0, 40.0], 0.25).unwrap();
    let study = east.study(draws).unwrap().seed(3).run(400).unwrap();
    assert_eq!(study.ranks(), wide.ranks());
    let fixed = WeightDraws::fixed(&[60.0, 40.0]).unwrap();
    let one = east.study(fixed).unwrap().draw(0).unwrap();
    let Column::Float(scores) = one.outcome.column("score").unwrap() else { panic!("scores are floats") };
    for (score, expected) in scores.iter().zip([80.0, 78.0, 0.0]) {
        assert!((score.unwrap() - expected).abs() < 1e-12, "{scores:?}");
    }
}
