//! Break-even weights, dominance and margins.

use super::super::{Contender, ExactTable, ExactTies, RankSearch, WeightBox, award_margins};
use super::{cases, matrix, random, random_rows, ratio};
use crate::evaluation::Scheme;
use crate::evaluation::methods::Direction;
use crate::kernel::{Document as _, Ratio, Unwatched};
use crate::wire::{Column, Table};

#[test]
fn at_a_break_even_weight_the_two_are_level_and_beyond_it_swapped() {
    let mut seen = [0; 2];
    for case in 0..cases(30, 2000) {
        let mut stream = random(case);
        let matrix = matrix(&random_rows(&mut stream, 4, 3, 8));
        let weights: Vec<Ratio> = (0..3).map(|_| ratio(1 + stream.below(4), 1)).collect();
        for pair in matrix.break_even_pairs(&weights, &mut Unwatched).unwrap() {
            assert!(!pair.difference.is_negative());
            let difference = |at: &Ratio, j: usize| {
                let (w, rest) = (&pair.criteria[j].weight, Ratio::ONE - at.clone());
                let others = rest.checked_div(&(Ratio::ONE - w.clone())).unwrap();
                let moved: Vec<Ratio> = pair
                    .criteria
                    .iter()
                    .enumerate()
                    .map(|(i, c)| if i == j { at.clone() } else { &c.weight * &others })
                    .collect();
                assert_eq!(moved.iter().cloned().sum::<Ratio>(), Ratio::ONE);
                matrix.score(&pair.first, &moved).unwrap() - matrix.score(&pair.second, &moved).unwrap()
            };
            for (j, criterion) in pair.criteria.iter().enumerate() {
                assert_eq!(difference(&criterion.weight, j), pair.difference);
                if let Some(at) = &criterion.level_at {
                    assert!(difference(at, j).is_zero(), "case {case}");
                    seen[0] += 1;
                } else {
                    let (none, all) = (difference(&Ratio::ZERO, j), difference(&Ratio::ONE, j));
                    assert!(
                        none.is_negative() == all.is_negative() && !none.is_zero() && !all.is_zero(),
                        "case {case}"
                    );
                    seen[1] += 1;
                }
            }
            let least = pair
                .criteria
                .iter()
                .filter_map(|c| c.change.clone())
                .map(|c| if c.is_negative() { -c } else { c })
                .min();
            let nearest = pair.criteria.iter().find(|c| Some(&c.criterion) == pair.nearest.as_ref());
            let nearest = nearest.and_then(|c| c.change.clone()).map(|c| if c.is_negative() { -c } else { c });
            assert_eq!(nearest, least);
        }
        let neighbours = matrix.break_even_neighbours(&weights).unwrap();
        assert!(neighbours.len() == 3 && neighbours.iter().all(|pair| !pair.difference.is_negative()));
    }
    assert!(seen.iter().all(|n| *n > 20), "{seen:?}");
}

#[test]
fn dominance_is_what_the_definition_says_and_grows_as_the_box_shrinks() {
    let matrix = matrix(&[vec![3, 3], vec![3, 2], vec![2, 4], vec![3, 3], vec![0, 0]]);
    let found = matrix.dominance(&mut Unwatched).unwrap();
    let pairs: Vec<String> = found.pairs.iter().map(|p| format!("{}>{}", p.better, p.worse)).collect();
    assert_eq!(pairs, ["u0>u1", "u0>u4", "u1>u4", "u2>u4", "u3>u1", "u3>u4"]);
    assert_eq!(found.undominated, ["u0", "u2", "u3"]);
    let free = matrix.dominance_within(&WeightBox::free(2).unwrap(), &mut Unwatched).unwrap();
    assert_eq!(free, found);
    // With at least 6/10 on the first, u0 is ahead of u2 always.
    let space = WeightBox::new(vec![ratio(6, 10), Ratio::ZERO], vec![Ratio::ONE, Ratio::ONE]).unwrap();
    let within = matrix.dominance_within(&space, &mut Unwatched).unwrap();
    assert_eq!(within.undominated, ["u0", "u3"]);
    let range = matrix.difference("u0", "u2", &space).unwrap();
    assert_eq!((range.least.to_string(), range.greatest.to_string()), ("1/5".into(), "1".into()));
    assert!(space.contains(&range.least_at) && space.contains(&range.greatest_at));
}

#[test]
fn tables_are_read_at_the_scale_they_are_written_in() {
    let text = |cells: &[&str]| Column::Text(cells.iter().map(|c| Some((*c).to_owned())).collect());
    let table = |points: Column| {
        Table::new(vec![
            ("unit".into(), text(&["a", "b"])),
            ("points".into(), points),
            ("faults".into(), Column::Int(vec![Some(3), Some(4)])),
        ])
        .unwrap()
    };
    let criteria = [("points".parse().unwrap(), Direction::Higher), ("faults".parse().unwrap(), Direction::Lower)];
    let matrix = ExactTable::read(&table(text(&["88.50", "90.25"])), "unit", &criteria).unwrap();
    let scores = matrix.scores(&[ratio(3, 1), ratio(1, 1)], ExactTies::Min).unwrap();
    let shown: Vec<String> = scores.iter().map(|s| format!("{} {} {}", s.unit, s.score, s.rank)).collect();
    assert_eq!(shown, ["a 525/8 2", "b 1067/16 1"]);
    let error = ExactTable::read(&table(Column::Text(vec![Some("1".into()), None])), "unit", &criteria).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("cell-missing", "[1].points"));
    let error = ExactTable::read(&table(text(&["1", "0.0000000000001"])), "unit", &criteria).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("certainty-too-many-digits", "[0].points"));
    assert_eq!(
        matrix.rank_bounds("c", &WeightBox::free(2).unwrap(), &RankSearch::default()).unwrap_err().first().code(),
        "certainty-unknown-unit"
    );
    assert_eq!(
        WeightBox::new(vec![ratio(2, 3); 2], vec![Ratio::ONE; 2]).unwrap_err().first().code(),
        "certainty-box-empty"
    );
}

#[test]
fn margins_of_the_worked_contract() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/evaluation/contract_12.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("SKIPPED: {path} is not there");
        return;
    };
    let all: serde_json::Value = serde_json::from_str(&text).unwrap();
    let expected = all["expected"].as_object().unwrap();
    let units: Vec<Contender> = expected
        .iter()
        .map(|(unit, score)| Contender {
            unit: unit.clone(),
            group: score["group"].as_str().map(str::to_owned),
            total: score["total"].as_str().unwrap().parse().unwrap(),
            eligible: score["eligible"].as_bool().unwrap(),
            award: score["award"].as_bool().unwrap(),
        })
        .collect();
    let margins = award_margins(&units, "1".parse().unwrap()).unwrap();
    let mut groups: Vec<_> = margins.iter().map(|m| m.group.clone()).collect();
    groups.dedup();
    assert_eq!(groups.len(), margins.len());
    for margin in &margins {
        let members = || units.iter().filter(|u| u.group == margin.group && u.eligible);
        let last = members().filter(|u| u.award).map(|u| u.total).min();
        let first = members().filter(|u| !u.award).map(|u| u.total).max();
        let gap = last.zip(first).map(|(l, f)| l.to_ratio() - f.to_ratio());
        assert_eq!(margin.gap, gap);
        assert_eq!(margin.is_thin, gap.is_some_and(|gap| gap < Ratio::ONE));
        assert!(margin.is_thin == (margin.near.len() >= 2) || margin.near.is_empty());
    }
}

#[test]
fn a_scorecard_has_the_margins_of_its_units() {
    let scheme = Scheme::parse(
        r#"
format = "shequ.scheme/1"
title = "Agreement"
subject = "unit"
total = 100
ranking = { basis = "rounded", ties = "min" }
award = { share = "1/3" }
groups = [{ key = "work", points = 100, indicators = [{ key = "visits", points = 100, rule = "linear", target = 100 }] }]
"#,
    )
    .unwrap();
    let table = Table::from_csv("unit,visits\na,91\nb,90\nc,50\n").unwrap();
    let card = scheme.evaluate(&table).unwrap();
    let margins = card.award_margins("2".parse().unwrap()).unwrap();
    let near: Vec<&str> = margins[0].near.iter().map(|unit| unit.unit.as_str()).collect();
    assert_eq!((margins.len(), margins[0].is_thin, near), (1, true, vec!["a", "b"]));
    assert_eq!(margins[0].gap, Some(Ratio::ONE));
}

fn margins_of(rest: &str, csv: &str, margin: &str) -> Vec<super::super::AwardMargin> {
    let scheme = Scheme::parse(&format!(
        r#"
format = "shequ.scheme/1"
title = "Agreement"
subject = "unit"
total = 100
groups = [{{ key = "work", points = 100, indicators = [{{ key = "visits", points = 100, rule = "linear", target = 3000 }}] }}]
{rest}
"#
    ));
    scheme.unwrap().evaluate(&Table::from_csv(csv).unwrap()).unwrap().award_margins(margin.parse().unwrap()).unwrap()
}

fn near(margin: &super::super::AwardMargin) -> Vec<&str> {
    margin.near.iter().map(|unit| unit.unit.as_str()).collect()
}

/// The least total of an award is a line too: 5 points apart, and yet the second lacks a tenth of a point of an award.
#[test]
fn the_least_total_of_an_award_is_a_line() {
    let ranked = r#"ranking = { basis = "rounded", ties = "min" }"#;
    let csv = "unit,visits\na,2850\nb,2697\nc,2400\nd,1500\n";
    let one = |award: &str, margin: &str| margins_of(&format!("{ranked}\n{award}"), csv, margin).remove(0);
    let free = one(r#"award = { share = "1/2", least = 90 }"#, "0.2");
    assert_eq!((free.is_thin, near(&free), free.gap.clone()), (true, vec!["b"], Some(ratio(51, 10))));
    assert_eq!(free.least, Some("90".parse().unwrap()));
    assert!(!one(r#"award = { share = "1/2", least = 90 }"#, "0.1").is_thin);
    // Without a place left it would not be awarded with a tenth more.
    assert!(!one(r#"award = { share = "1/4", least = 90 }"#, "0.2").is_thin);
    // Who is in loses the award below the least total, however far the others are.
    let held = one(r#"award = { share = "1/4", least = "94.9" }"#, "0.2");
    assert_eq!((held.is_thin, near(&held)), (true, vec!["a"]));
    assert!(held.explain().render(crate::kernel::Lang::En).contains("least total for an award: 94.9"));
}

/// A place that stays free because two are level across the line: either would have it for a hundredth more.
#[test]
fn a_tie_that_nobody_won_is_thin() {
    let rest = "ranking = { basis = \"rounded\", ties = \"min\" }\naward = { share = \"1/2\", unresolved = \"none\" }";
    let margins = margins_of(rest, "unit,visits\na,2850\nb,2400\nc,2400\nd,1500\n", "0.5");
    assert_eq!((margins[0].is_thin, near(&margins[0])), (true, vec!["b", "c"]));
}

/// Where all are ranked together there is one line, and where totals are ranked before rounding they are compared so.
#[test]
fn margins_follow_how_the_scheme_ranks() {
    let csv = "unit,group,visits\na,east,2850\nb,west,2849\nc,west,1500\n";
    let ranked = |basis: &str, peers: &str| {
        let rest = format!(
            "total_scale = 0\nranking = {{ basis = \"{basis}\", ties = \"min\", peers = \"{peers}\" }}\naward = {{ share = \"1/3\" }}"
        );
        margins_of(&rest, csv, "1")
    };
    let all = ranked("exact", "all");
    assert_eq!((all.len(), all[0].group.clone(), near(&all[0])), (1, None, vec!["a", "b"]));
    // 95 and 2849/30, which is 94.9667 in the line: level after rounding, and apart before.
    assert_eq!(all[0].gap, Some(ratio(333, 10_000)));
    let groups: Vec<_> = ranked("exact", "group").into_iter().map(|margin| margin.group).collect();
    assert_eq!(groups, [Some("east".to_owned()), Some("west".to_owned())]);
}
