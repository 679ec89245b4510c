//! Studies of composite indices: weights, values and methods that vary, one draw after another by the whole index.

use std::sync::Arc;

use super::super::{Noise, SobolPlan, UnitStudy, WeightDraws};
use crate::evaluation::methods::{Index, IndexCard};
use crate::kernel::{Document as _, Unwatched};
use crate::wire::Table;
use crate::wire::certainty::{OutputName, SobolOptions};

const CSV: &str = "unit,reach,cost,speed\na,9,3,\nb,5,2,5\nc,1,4,2\nd,7,1,3\n";

fn card(normalisation: &str, mean: &str, csv: &str) -> Arc<IndexCard> {
    let index = Index::parse(&format!(
        r#"
format = "shequ.index/1"
title = "{normalisation} {mean}"
subject = "unit"
imputation = {{ filler = "mean", least = 2 }}
normalisation = {{ method = "{normalisation}" }}
ranking = {{ ties = "min" }}
levels = [{{ aggregation = "{mean}" }}]
aggregates = [{{ key = "top" }}]
indicators = [
    {{ key = "reach", parent = "top", weight = 2 }},
    {{ key = "cost", parent = "top", direction = "lower" }},
    {{ key = "speed", parent = "top" }},
]
"#
    ));
    Arc::new(index.unwrap().evaluate(&Table::from_csv(csv).unwrap()).unwrap())
}

#[test]
fn with_the_weights_of_the_index_every_draw_is_the_index() {
    let card = card("min-max", "arithmetic", CSV);
    let fixed = WeightDraws::fixed(&[2.0, 1.0, 1.0]).unwrap();
    let study = UnitStudy::of_index(&card, Some(fixed)).unwrap();
    let (sample, ranks) = (study.run(20).unwrap(), card.ranks("top").unwrap());
    for (unit, rank) in card.units().iter().zip(ranks) {
        let mut counts = vec![0; 4];
        counts[rank.whole().unwrap() as usize - 1] = 20;
        assert_eq!(sample.counts(unit.as_str()).unwrap(), counts);
    }
    let draw = study.draw(3).unwrap();
    assert_eq!(draw.method, "min-max arithmetic");
    let weights = draw.weights.column("weight").unwrap().decimal("weight", 0, 2).unwrap().unwrap();
    assert_eq!(weights.to_string(), "0.50");
}

#[test]
fn weights_values_and_indices_vary() {
    let (plain, ranked) = (card("min-max", "arithmetic", CSV), card("borda", "arithmetic", CSV));
    let study = UnitStudy::of_index(&plain, None).unwrap().with_index(&ranked).unwrap().seed(5);
    let noisy = study.clone().noise("cost", Noise::Uniform(1.5)).unwrap();
    let methods: std::collections::BTreeSet<String> = (0..30).map(|i| noisy.draw(i).unwrap().method).collect();
    assert_eq!(methods.into_iter().collect::<Vec<_>>(), ["borda arithmetic", "min-max arithmetic"]);
    assert!(noisy.draw(0).unwrap().values.is_some() && study.draw(0).unwrap().values.is_none());
    let draw = noisy.draw(7).unwrap();
    let again = if draw.method.starts_with("borda") { &ranked } else { &plain };
    assert!(again.units().len() == draw.outcome.rows());
    let sample = noisy.run(300).unwrap();
    assert!(sample.counts("d").unwrap().iter().filter(|count| **count > 0).count() > 1);
    assert_eq!(sample.counts("c").unwrap(), [0, 0, 0, 300]);

    let options =
        SobolOptions { output: OutputName::Score, unit: Some("a".into()), points: 256, ..SobolOptions::default() };
    assert_eq!(options.plan().replicates, SobolPlan::default().replicates);
    let (lower, upper) = ([1.0, 0.5, 0.5], [3.0, 1.5, 1.5]);
    let found = study.weight_sensitivity(&lower, &upper, &options, &mut Unwatched).unwrap();
    assert_eq!(found.weights.rows(), 3);
}

#[test]
fn indices_of_other_units_or_indicators_are_refused() {
    let study = UnitStudy::of_index(&card("min-max", "arithmetic", CSV), None).unwrap();
    let other = card("min-max", "arithmetic", &CSV.replace("\nd,", "\ne,"));
    let error = study.with_index(&other).unwrap_err();
    assert_eq!(error.first().code(), "certainty-cards-differ");
    let weights = WeightDraws::uniform(2).unwrap();
    let error = UnitStudy::of_index(&other, Some(weights)).unwrap_err();
    assert_eq!(error.first().code(), "certainty-count-mismatch");
}
