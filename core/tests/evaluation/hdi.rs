//! The Human Development Index of 2022: every published value and rank.

use shequ::evaluation::methods::Index;
use shequ::kernel::{Document, Lang};

use super::shared::csv;

const HDI: &str = r#"
format = "shequ.index/1"
title = { zh = "人类发展指数", en = "Human Development Index" }
subject = "unit"
normalisation = { method = "goalposts" }
ranking = { ties = "min", decimals = 3 }
levels = [{ label = "dimensions", aggregation = "arithmetic" }, { label = "index", aggregation = "geometric" }]
aggregates = [
    { key = "hdi" },
    { key = "health", parent = "hdi" },
    { key = "education", parent = "hdi" },
    { key = "income", parent = "hdi" },
]
indicators = [
    { key = "life", parent = "health", unit = "years", normalisation = { lower = 20, upper = 85 } },
    { key = "expected", parent = "education", unit = "years", normalisation = { lower = 0, upper = 18 } },
    { key = "mean", parent = "education", unit = "years", normalisation = { lower = 0, upper = 15 } },
    { key = "gni", parent = "income", unit = "PPP $", normalisation = { lower = 100, upper = 75000, logarithmic = true } },
]
"#;

#[test]
fn all_published_values_and_ranks() {
    let Some(data) = csv("hdi_2022.csv") else { return };
    let columns = [("le_2022", "life"), ("eys_2022", "expected"), ("mys_2022", "mean"), ("gnipc_2022", "gni")];
    let table = data.table(&[("iso3", "unit")], &columns);
    let card = Index::parse(HDI).unwrap().evaluate(&table).unwrap();
    let (values, ranks) = (data.column("hdi_2022_published"), data.column("hdi_rank_2022"));
    let exact = data.floats("hdi_recomputed_f64");
    let found = card.node_values("hdi").unwrap();
    let mut agree = 0;
    for (((found, value), rank), exact) in found.iter().zip(values).zip(ranks).zip(exact) {
        let value: shequ::kernel::Decimal = value.parse().unwrap();
        assert_eq!(found.published, Some(value), "{}", found.unit);
        assert_eq!(found.rank.to_string(), rank, "{}", found.unit);
        assert!((found.value.get() - exact.unwrap()).abs() < 1e-14, "{}", found.unit);
        agree += 1;
    }
    assert_eq!(agree, 193);
    // Rounded values tie, and the next rank leaves a gap.
    let ranking = card.ranking().unwrap();
    assert!(ranking.windows(2).any(|pair| pair[0].rank == pair[1].rank && pair[0].value != pair[1].value));
    let why = card.explain("CHE").unwrap().render(Lang::En);
    assert!(why.starts_with("Human Development Index: CHE: ≈0.96652268745"), "{why}");
    assert!(why.contains("value as given (years): ≈84.255"), "{why}");
    assert!(why.contains("(84.255 - 20) / (85 - 20)"), "{why}");
    assert!(why.contains("(ln 69432.78669 - ln 100) / (ln 75000 - ln 100)"), "{why}");
}
