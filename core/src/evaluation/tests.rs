//! Faults with their paths, warnings, and what is documented and not covered by the laws.

use std::ops::ControlFlow;

use super::{Cells, Scheme};
use crate::kernel::{Document, Lang, StopError};
use crate::wire::{Column, Table};

const SCHEME: &str = r#"
format = "shequ.scheme/1"
title = { zh = "考核办法", en = "review" }
subject = "unit"
total = 100

[[groups]]
key = "order"
points = 60
indicators = [
    { key = "visits", points = 20, rule = "linear", target = 12, scale = 1, missing = "block" },
    { key = "response", points = 20, rule = "rate" },
    { key = "hazards", points = 20, rule = "deduct", each = "2.5", article = "3(2)" },
]

[[groups]]
key = "service"
points = 40
indicators = [
    { key = "days", points = 40, rule = "linear-down", target = 3, worst = 15 },
]

[[bonuses]]
key = "honour"
each = 2
cap = 4

[[vetoes]]
key = "fraud"
effect = "zero"

[[grades]]
key = "good"
least = 80
[[grades]]
key = "poor"

[ranking]
basis = "rounded"
ties = "min"
"#;

fn faults(text: &str) -> Vec<(String, &'static str)> {
    let error = Scheme::parse(text).unwrap_err();
    error.faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

/// The faults of the scheme above with some of its text replaced.
fn with(from: &str, to: &str) -> Vec<(String, &'static str)> {
    assert!(SCHEME.contains(from), "{from}");
    faults(&SCHEME.replace(from, to))
}

fn one(path: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(path.to_owned(), code)]
}

fn texts(cells: &[&str]) -> Column {
    Column::Text(cells.iter().map(|c| (!c.is_empty()).then(|| (*c).to_owned())).collect())
}

fn ints(cells: &[i64]) -> Column {
    Column::Int(cells.iter().copied().map(Some).collect())
}

/// A table of two units that the scheme accepts.
fn table() -> Vec<(String, Column)> {
    let columns = [
        ("unit", texts(&["a", "b"])),
        ("visits", ints(&[12, 6])),
        ("response", texts(&["76/173", ""])),
        ("hazards", ints(&[1, 0])),
        ("days", ints(&[9, 3])),
    ];
    columns.into_iter().map(|(n, c)| (n.to_owned(), c)).collect()
}

fn table_faults(change: impl FnOnce(&mut Vec<(String, Column)>)) -> Vec<(String, &'static str)> {
    let mut columns = table();
    change(&mut columns);
    let error = Scheme::parse(SCHEME).unwrap().evaluate(&Table::new(columns).unwrap()).unwrap_err();
    error.faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

fn set(name: &'static str, column: Column) -> impl FnOnce(&mut Vec<(String, Column)>) {
    move |columns| match columns.iter_mut().find(|(n, _)| n == name) {
        Some((_, c)) => *c = column,
        None => columns.push((name.to_owned(), column)),
    }
}

#[test]
fn points_must_sum_to_what_is_declared() {
    let error = Scheme::parse(&SCHEME.replace("points = 60", "points = 65")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "SchemeError [weights-do-not-sum] scheme.groups[0].indicators: weights sum to 60, expected 65\n  help: add 5 \
         points, or declare `weights = \"relative\"`"
    );
    assert_eq!(with("total = 100", "total = \"99.5\""), one("scheme.groups", "weights-do-not-sum"));
    let relative =
        SCHEME.replace("total = 100", "total = 100\nweights = \"relative\"").replace("points = 60", "points = 20");
    let scheme = Scheme::parse(&relative).unwrap();
    let points: Vec<String> = scheme.indicators().iter().map(|i| i.points().to_string()).collect();
    assert_eq!(points, ["100/9", "100/9", "100/9", "200/3"]);
    assert_eq!(scheme.total().to_string(), "100");
}

#[test]
fn a_person_is_never_evaluated() {
    assert_eq!(with("subject = \"unit\"", "subject = \"person\""), one("scheme.subject", "unknown-choice"));
    assert_eq!(with("subject = \"unit\"", ""), one("scheme", "missing-field"));
}

#[test]
fn rules_take_their_own_parameters_only() {
    let at = "scheme.groups[1].indicators[0]";
    assert_eq!(with(", worst = 15", ""), one(at, "parameter-missing"));
    assert_eq!(with("worst = 15", "worst = 3"), one(&format!("{at}.worst"), "parameter-out-of-range"));
    assert_eq!(with("worst = 15", "worst = 15, cap = 2"), one(&format!("{at}.cap"), "parameter-not-used"));
    assert_eq!(with("worst = 15", "worst = 15.5"), one(&format!("{at}.worst"), "float-refused"));
    let at = "scheme.groups[0].indicators[0]";
    assert_eq!(with("target = 12", "target = 0"), one(&format!("{at}.target"), "parameter-out-of-range"));
    assert_eq!(with("scale = 1", "scale = 12"), one(&format!("{at}.scale"), "parameter-out-of-range"));
    let at = "scheme.groups[0].indicators[2]";
    assert_eq!(with("each = \"2.5\"", "floor = 21, each = 1"), one(&format!("{at}.floor"), "parameter-out-of-range"));
    assert_eq!(with("each = \"2.5\"", "floor = 1"), one(at, "parameter-missing"));
    let tiers = |list: &str| {
        with("rule = \"linear-down\", target = 3, worst = 15", &format!("rule = \"tiers\", tiers = [{list}]"))
    };
    let at = "scheme.groups[1].indicators[0]";
    assert_eq!(tiers(""), one(at, "parameter-missing"));
    assert_eq!(
        tiers("{ least = 60, share = 1 }, { least = 80, share = \"0.5\" }"),
        one(&format!("{at}.tiers[1].least"), "tiers-not-descending")
    );
    assert_eq!(
        tiers("{ least = 80, share = \"0.5\" }, { least = 60, share = \"0.5\" }"),
        one(&format!("{at}.tiers[1].share"), "tiers-not-descending")
    );
}

#[test]
fn keys_and_columns_are_read_once() {
    assert_eq!(with("key = \"days\"", "key = \"visits\""), one("scheme.groups[1].indicators[0].key", "column-clash"));
    assert_eq!(with("key = \"fraud\"", "key = \"unit\""), one("scheme.vetoes[0].key", "column-clash"));
    assert_eq!(with("key = \"fraud\"", "key = \"response_numerator\""), one("scheme.vetoes[0].key", "column-clash"));
    assert_eq!(with("key = \"service\"", "key = \"order\""), one("scheme.groups[1].key", "scheme-duplicate-key"));
}

#[test]
fn grades_vetoes_ranking_and_awards_are_checked() {
    assert_eq!(with("key = \"poor\"", "key = \"poor\"\nleast = 10"), one("scheme.grades[1]", "grades-leave-gap"));
    assert_eq!(with("least = 80\n", ""), one("scheme.grades[0]", "grade-without-least"));
    assert_eq!(
        with("key = \"poor\"", "key = \"fair\"\nleast = 80\n[[grades]]\nkey = \"poor\""),
        one("scheme.grades[1].least", "grades-not-descending")
    );
    assert_eq!(with("effect = \"zero\"", "effect = \"cap-grade\""), one("scheme.vetoes[0]", "parameter-missing"));
    assert_eq!(
        with("effect = \"zero\"", "effect = \"cap-grade\"\ngrade = \"fair\""),
        one("scheme.vetoes[0].grade", "unknown-grade")
    );
    assert_eq!(
        with("ties = \"min\"", "ties = \"min\"\ntie_break = [\"honour\"]"),
        one("scheme.ranking.tie_break[0]", "unknown-indicator")
    );
    assert_eq!(with("basis = \"rounded\"\n", ""), one("scheme.ranking", "missing-field"));
    let award = format!("{SCHEME}\n[award]\nshare = 2\n");
    assert_eq!(faults(&award), one("scheme.award.share", "parameter-out-of-range"));
    let unranked =
        award.replace("[ranking]\nbasis = \"rounded\"\nties = \"min\"\n", "").replace("share = 2", "share = \"0.3\"");
    assert_eq!(faults(&unranked), one("scheme.award", "parameter-missing"));
}

#[test]
fn every_fault_is_reported() {
    let text =
        SCHEME.replace("points = 60", "points = 65").replace("worst = 15", "worst = 2").replace("least = 80\n", "");
    assert_eq!(
        faults(&text).into_iter().map(|(_, code)| code).collect::<Vec<_>>(),
        ["weights-do-not-sum", "parameter-out-of-range", "grade-without-least"]
    );
    assert_eq!(
        faults("format = \"shequ.scheme/1\"\ntitle = \"t\"\nsubject = \"unit\"\ngroups = []"),
        one("scheme.groups", "scheme-without-indicators")
    );
}

#[test]
fn tables_are_checked_with_their_rows() {
    assert_eq!(table_faults(|c| drop(c.remove(3))), one("table", "missing-column"));
    assert_eq!(table_faults(set("hazard", ints(&[1, 1]))), one("table", "unknown-column"));
    assert_eq!(table_faults(set("unit", texts(&["a", "a"]))), one("table[1].unit", "duplicate-unit"));
    assert_eq!(table_faults(set("unit", texts(&["a", ""]))), one("table[1].unit", "empty-cell"));
    assert_eq!(table_faults(set("unit", texts(&["a", " b"]))), one("table[1].unit", "not-a-key"));
    assert_eq!(table_faults(set("hazards", ints(&[1, -1]))), one("table[1].hazards", "count-out-of-range"));
    assert_eq!(table_faults(set("honour", ints(&[1, 2_000_000_000]))), one("table[1].honour", "count-out-of-range"));
    assert_eq!(table_faults(set("days", texts(&["9", "soon"]))), one("table[1].days", "not-a-number"));
    assert_eq!(table_faults(set("days", Column::Bool(vec![Some(true), None]))), one("table", "wrong-column"));
    assert_eq!(
        table_faults(set("response", texts(&["5/4", "x"]))),
        [("table[1].response".to_owned(), "not-a-rate"), ("table[0].response".to_owned(), "rate-above-one"),]
    );
    assert_eq!(table_faults(set("response", texts(&["-1/4", ""]))), one("table[0].response", "not-a-rate"));
    assert_eq!(table_faults(set("response", texts(&["1/0", "0/0"]))), one("table[0].response", "rate-above-one"));
    assert_eq!(table_faults(set("fraud", texts(&["perhaps", "是"]))), one("table[0].fraud", "not-yes-or-no"));
    assert_eq!(table_faults(set("visits", Column::Int(vec![None, Some(1)]))), one("table[0].visits", "value-missing"));
    assert_eq!(table_faults(set("visits", ints(&[i64::MAX, 1]))), one("table[0].visits", "score-out-of-range"));
    let two = |c: &mut Vec<(String, Column)>| {
        c.retain(|(n, _)| n != "response");
        c.push(("response_numerator".into(), ints(&[1, 2])));
        c.push(("response_denominator".into(), Column::Int(vec![Some(2), None])));
    };
    assert_eq!(table_faults(two), one("table[1].response", "counts-incomplete"));
}

#[test]
fn floats_are_read_as_their_shortest_decimal_within_the_scale() {
    assert_eq!(
        table_faults(set("visits", Column::Float(vec![Some(1.25), Some(1.0)]))),
        one("table[0].visits", "too-many-digits")
    );
    assert_eq!(
        table_faults(set("visits", Column::Float(vec![Some(1.2), Some(f64::NAN)]))),
        one("table[1].visits", "not-finite")
    );
    let mut columns = table();
    set("visits", Column::Float(vec![Some(0.3), Some(12.0)]))(&mut columns);
    let card = Scheme::parse(SCHEME).unwrap().evaluate(&Table::new(columns).unwrap()).unwrap();
    let line = &card.lines("a").unwrap()[0];
    assert_eq!((line.value.as_deref(), line.score.to_string()), (Some("0.3"), "0.5000".to_owned()));
}

#[test]
fn one_value_in_every_form_gives_one_digest() {
    let scheme = Scheme::parse(SCHEME).unwrap();
    let digest = |visits: Column| {
        let mut columns = table();
        set("visits", visits)(&mut columns);
        scheme.evaluate(&Table::new(columns).unwrap()).unwrap().digest().unwrap()
    };
    let forms = [
        ints(&[12, 6]),
        texts(&["12", "6.0"]),
        Column::Float(vec![Some(12.0), Some(6.0)]),
        Column::Decimal { cells: vec![Some(1200), Some(600)], scale: 2 },
        Column::Decimal { cells: vec![Some(12), Some(6)], scale: 0 },
    ];
    let digests: Vec<_> = forms.into_iter().map(digest).collect();
    assert!(digests.iter().all(|d| *d == digests[0]), "{digests:?}");
    assert_ne!(digest(ints(&[12, 7])), digests[0]);
}

#[test]
fn scoring_can_be_watched_and_stopped_at_every_step() {
    let (scheme, table) = (Scheme::parse(SCHEME).unwrap(), Table::new(table()).unwrap());
    let plain = scheme.evaluate(&table).unwrap();
    let mut told = Vec::new();
    let mut listen = |done, total| {
        told.push((done, total));
        ControlFlow::Continue(())
    };
    let card = scheme.evaluate_watched(&table, &mut listen).unwrap();
    assert_eq!(card.digest().unwrap(), plain.digest().unwrap());
    let steps = 2 * scheme.indicators().len() as u64 + 2;
    assert_eq!(told, (0..=steps).map(|done| (done, steps)).collect::<Vec<_>>());
    for last in 0..=steps {
        let mut stop = |done, _| if done == last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let error = scheme.evaluate_watched(&table, &mut stop).unwrap_err();
        assert_eq!(error.first().cause(), Some(&StopError::Stopped { done: last, total: steps }));
    }
    // What is wrong with the table is not hidden by a watch that lets it go on.
    let cells = Cells::parse(r#"{"format": "shequ.cells/1", "rows": [{"unit": "a"}]}"#).unwrap();
    let expected = scheme.evaluate_cells(&cells).unwrap_err();
    let found = scheme.evaluate_cells_watched(&cells, &mut |_, _| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(found.to_string(), expected.to_string());
    assert!(expected.to_string().contains("cells.rows"));
}

#[test]
fn a_scheme_may_name_its_units() {
    let text = SCHEME
        .replace("[ranking]", "[[units]]\nkey = \"b\"\nlabel = \"乙社区\"\n[[units]]\nkey = \"c\"\n[ranking]")
        .replace(", missing = \"block\"", "");
    let scheme = Scheme::parse(&text).unwrap();
    let table = |rows: &[&str]| {
        let n = rows.len();
        let mut columns = vec![("unit".to_owned(), texts(rows))];
        columns.push(("visits".into(), ints(&vec![12; n])));
        columns.push(("response".into(), texts(&vec!["1/1"; n])));
        columns.push(("hazards".into(), ints(&vec![0; n])));
        columns.push(("days".into(), ints(&vec![3; n])));
        Table::new(columns).unwrap()
    };
    let card = scheme.evaluate(&table(&["b"])).unwrap();
    assert_eq!(card.units().iter().map(crate::kernel::Key::as_str).collect::<Vec<_>>(), ["b", "c"]);
    assert_eq!(card.score("b").unwrap().total.to_string(), "100.00");
    // A unit without a row has no value at all, which its policy decides: here the points are lost.
    let absent = card.score("c").unwrap();
    assert_eq!((absent.total.to_string(), absent.missing), ("0.00".to_owned(), 4));
    assert!(
        card.explain("c")
            .unwrap()
            .render(Lang::En)
            .contains("missing: so are all its siblings, and the points are lost")
    );
    assert!(card.explain("b").unwrap().render(Lang::Zh).starts_with("乙社区: 100.00"));
    let error = scheme.evaluate(&table(&["x", "b"])).unwrap_err();
    assert_eq!((error.first().path(), error.first().code()), ("table[0].unit", "unknown-unit"));
    let blocked = Scheme::parse(&text.replace("target = 12", "target = 12, missing = \"block\"")).unwrap();
    assert_eq!(blocked.evaluate(&table(&["b"])).unwrap_err().first().code(), "value-missing");
}

#[test]
fn edges_are_policy_and_not_accident() {
    let scheme = Scheme::parse(SCHEME).unwrap();
    // Nobody.
    let none = table().into_iter().map(|(n, _)| (n, Column::Text(vec![]))).collect();
    let card = scheme.evaluate(&Table::new(none).unwrap()).unwrap();
    assert!(card.is_empty() && card.ranking() == [[]] && card.summary().all.mean.is_none());
    // One unit; all tied, all constant.
    let tied: Vec<_> = vec![
        ("unit".to_owned(), texts(&["b", "a", "c"])),
        ("visits".to_owned(), ints(&[6, 6, 6])),
        ("response".to_owned(), texts(&["0/0", "0/0", "0/0"])),
        ("hazards".to_owned(), ints(&[8, 9, 1_000_000_000])),
        ("days".to_owned(), ints(&[-5, 2, 3])),
    ];
    let card = scheme.evaluate(&Table::new(tied).unwrap()).unwrap();
    let scores: Vec<_> = card.scores().map(|s| (s.total.to_string(), s.rank)).collect();
    assert_eq!(scores, vec![("55.00".to_owned(), Some(1)); 3]);
    assert_eq!(card.score("d").unwrap_err().first().code(), "unknown-unit");
}

#[test]
fn a_document_of_rows_is_a_table() {
    let scheme = Scheme::parse(SCHEME).unwrap();
    let rows = r#"{"format": "shequ.cells/1", "rows": [
        {"unit": "a", "visits": 12, "response": "76/173", "hazards": 1, "days": 9},
        {"unit": "b", "visits": "6.0", "hazards": 0, "days": 3, "fraud": false, "response": null}
    ]}"#;
    let card = scheme.evaluate_cells(&Cells::parse(rows).unwrap()).unwrap();
    assert_eq!(card.digest().unwrap(), scheme.evaluate(&Table::new(table()).unwrap()).unwrap().digest().unwrap());
    let error =
        scheme.evaluate_cells(&Cells::parse(&rows.replace("\"days\": 9", "\"days\": 9.5")).unwrap()).unwrap_err();
    assert_eq!((error.first().path(), error.first().code()), ("cells.rows[0].days", "too-many-digits"));
    let error = Cells::parse(&rows.replace("\"days\": 9", "\"days\": [9]").replace("null}", "null}, 7")).unwrap_err();
    let found: Vec<_> = error.faults().map(|f| (f.path(), f.code())).collect();
    assert_eq!(found, [("cells.rows[0].days", "wrong-kind"), ("cells.rows[2]", "wrong-kind")]);
}

#[test]
fn warnings_name_what_is_worth_a_look() {
    let codes = |text: &str| {
        let warnings = Scheme::parse(text).unwrap().warnings();
        warnings.into_iter().map(|w| (w.code, w.path)).collect::<Vec<_>>()
    };
    let found = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    let usual =
        [found("reweight-without-siblings", "scheme.groups[1].indicators[0]"), found("vetoes", "scheme.vetoes")];
    assert_eq!(codes(SCHEME), usual);
    let text = SCHEME
        .replace("worst = 15", "worst = 15, missing = \"full\"")
        .replace("total = 100", "total = 100\nbonus_cap = 3");
    let text = text.replace("least = 80", "least = 104").replace("each = \"2.5\"", "each = 20");
    assert_eq!(
        codes(&text),
        [
            found("one-occurrence-takes-all", "scheme.groups[0].indicators[2]"),
            found("missing-brings-all", "scheme.groups[1].indicators[0]"),
            found("bonus-above-cap", "scheme.bonuses[0].cap"),
            found("vetoes", "scheme.vetoes"),
            found("grade-unreachable", "scheme.grades[0]"),
        ]
    );
    assert!(codes(&SCHEME.replace("cap = 4\n", "")).contains(&found("bonus-without-cap", "scheme.bonuses")));
}

#[test]
fn results_have_stable_shapes() {
    let card = Scheme::parse(SCHEME).unwrap().evaluate(&Table::new(table()).unwrap()).unwrap();
    let json = |value: &dyn Fn() -> String| value();
    assert_eq!(
        json(&|| crate::kernel::canonical(&card.score("a").unwrap()).unwrap()),
        r#"{"award":false,"base":"66.2861","bonus":"0.00","eligible":true,"grade":"poor","group":null,"mean_rank":null,"missing":0,"penalty":"0.00","rank":2,"rank_after_tie_break":2,"total":"66.29","unit":"a","vetoes":[],"worst_case":null}"#
    );
    assert_eq!(
        json(&|| crate::kernel::canonical(&card.lines("b").unwrap()[1]).unwrap()),
        r#"{"group":"order","indicator":"response","missing":"reweight","points":"0","rule":"rate","score":"0.0000","value":null}"#
    );
    assert_eq!(
        json(&|| crate::kernel::canonical(&card.summary()).unwrap()),
        r#"{"all":{"awards":0,"grades":[{"grade":"good","units":1},{"grade":"poor","units":1}],"greatest":"85.00","group":null,"least":"66.29","mean":"15129/200","missing":1,"units":2,"vetoed":0},"groups":[],"indicators":4,"subject":"unit","title":{"en":"review","zh":"考核办法"}}"#
    );
    let table = card.table();
    let names: Vec<&str> = table.columns().iter().map(|(n, _)| n.as_str()).collect();
    assert_eq!(
        names,
        [
            "unit",
            "group",
            "total",
            "grade",
            "rank",
            "award",
            "rank_after_tie_break",
            "base",
            "bonus",
            "penalty",
            "eligible",
            "missing",
            "worst_case"
        ]
    );
    assert_eq!(table.get("total"), Some(&Column::Decimal { cells: vec![Some(6629), Some(8500)], scale: 2 }));
    assert_eq!(card.line_table().columns().len(), 5);
    assert!(card.explain("a").unwrap().render(Lang::Zh).contains("考核办法第3条第2款"));
}

#[test]
fn ordinal_and_dense_ranks() {
    let ranks = |ties: &str| {
        let scheme = Scheme::parse(&SCHEME.replace("ties = \"min\"", &format!("ties = \"{ties}\""))).unwrap();
        let columns = vec![
            ("unit".to_owned(), texts(&["d", "c", "b", "a"])),
            ("visits".to_owned(), ints(&[6, 12, 6, 3])),
            ("response".to_owned(), texts(&["1/1"; 4])),
            ("hazards".to_owned(), ints(&[0; 4])),
            ("days".to_owned(), ints(&[3; 4])),
        ];
        let card = scheme.evaluate(&Table::new(columns).unwrap()).unwrap();
        card.scores().map(|s| s.rank.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(ranks("min"), [2, 1, 2, 4]);
    assert_eq!(ranks("dense"), [2, 1, 2, 3]);
    assert_eq!(ranks("ordinal"), [3, 1, 2, 4]);
}

#[test]
fn arithmetic_beyond_128_bits_is_exact() {
    // Five classes of a thousand million votes: the common denominator has fifty digits.
    let classes: Vec<String> = (0..5).map(|i| format!("{{ key = \"c{i}\", weight = \"0.2\" }}")).collect();
    let text = SCHEME.replace(
        "rule = \"linear-down\", target = 3, worst = 15",
        &format!("rule = \"ballots\", classes = [{}]", classes.join(", ")),
    );
    let mut columns = table();
    columns.retain(|(name, _)| name != "days");
    for i in 0..5 {
        for (choice, votes) in
            [("excellent", 999_999_937), ("competent", 0), ("basic", 999_999_937), ("incompetent", 0)]
        {
            columns.push((format!("days_c{i}_{choice}"), ints(&[votes, 0])));
        }
    }
    let card = Scheme::parse(&text).unwrap().evaluate(&Table::new(columns).unwrap()).unwrap();
    let line = &card.lines("a").unwrap()[3];
    assert_eq!((line.score.to_string(), line.points.as_str()), ("32.0000".to_owned(), "40"));
    assert_eq!(card.lines("b").unwrap()[3].missing, Some(super::Missing::Reweight));
}

#[test]
fn the_largest_values_and_parameters_stay_in_range() {
    let text = SCHEME
        .replace("points = 60", "points = \"40.000001\"")
        .replace("total = 100", "total = \"80.000001\"")
        .replace(
            "points = 20, rule = \"linear\", target = 12, scale = 1",
            "points = \"0.000001\", rule = \"linear\", target = \"0.000000001\", cap = 1000000000",
        )
        .replace("worst = 15", "worst = 1000000000, scale = 9")
        .replace("target = 3", "target = \"-999999999.999999999\"");
    let scheme = Scheme::parse(&text).unwrap();
    for n in [i64::MAX, i64::MIN + 1, 1, 0, -1] {
        let mut columns = table();
        set("visits", ints(&[n, 1]))(&mut columns);
        set("days", Column::Decimal { cells: vec![Some(n.into()), Some(0)], scale: 9 })(&mut columns);
        let card = scheme.evaluate(&Table::new(columns).unwrap()).unwrap();
        let lines = card.lines("a").unwrap();
        assert_eq!(lines[0].score.to_string(), if n > 0 { "1000.0000" } else { "0.0000" });
        assert!(card.explain("a").unwrap().adds_up());
    }
    let beyond = SCHEME.replace("target = 12, scale = 1", "target = 12, cap = 1000000000");
    let wide = beyond.replace("subject = \"unit\"", "subject = \"unit\"\nline_scale = 9");
    assert_eq!(faults(&wide), one("scheme.groups", "score-out-of-range"));
}
