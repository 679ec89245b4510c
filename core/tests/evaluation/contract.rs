//! The worked contract of the shared data: every line, total, grade, rank and award as a string.

use serde_json::{Value, json};
use shequ::evaluation::{Cells, Scheme};
use shequ::kernel::Document;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/evaluation/contract_12.json");

fn read() -> Option<Value> {
    let Ok(text) = std::fs::read_to_string(PATH) else {
        eprintln!("SKIPPED: {PATH} is not there");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap()
}

/// The places where its shape differs from a scheme of ours, no number touched.
fn scheme(contract: &Value) -> Value {
    let indicator = |i: &Value| {
        let mut out = i.clone();
        let key = i["id"].as_str().unwrap();
        let map = out.as_object_mut().unwrap();
        let id = map.remove("id").unwrap();
        map.insert("key".into(), id);
        let rule = i["rule"].as_str().unwrap().replace('_', "-");
        map.insert("rule".into(), rule.into());
        if let Some(Value::Object(each)) = map.remove("each") {
            let events: Vec<Value> = each.iter().map(|(key, each)| json!({"key": key, "each": each})).collect();
            map.insert("events".into(), events.into());
        }
        if let Some(Value::Array(tiers)) = map.remove("tiers") {
            let tiers: Vec<Value> = tiers.iter().map(|t| json!({"least": t[0], "share": t[1]})).collect();
            map.insert("tiers".into(), tiers.into());
        }
        if let Some(Value::Object(classes)) = map.remove("classes") {
            let classes: Vec<Value> = classes.iter().map(|(k, w)| json!({"key": k, "weight": w})).collect();
            map.insert("classes".into(), classes.into());
        }
        let scale = match key {
            "archive" | "days" => 1,
            "patrol" => 2,
            _ => 0,
        };
        map.insert("scale".into(), scale.into());
        out
    };
    let groups = list(contract, "groups").iter().map(|g| {
        let indicators: Vec<Value> = list(g, "indicators").iter().map(indicator).collect();
        json!({"key": g["id"], "indicators": indicators})
    });
    let renamed = |item: &Value| {
        let mut out = item.clone();
        let map = out.as_object_mut().unwrap();
        let id = map.remove("id").unwrap();
        map.insert("key".into(), id);
        if let Some(effect) = map.get("effect").and_then(Value::as_str).map(|e| e.replace('_', "-")) {
            map.insert("effect".into(), effect.into());
        }
        out
    };
    let items = |field: &str| list(contract, field).iter().map(renamed).collect::<Vec<_>>();
    // Its last band starts at -1000, which stands for no bound.
    let bands = list(contract, "bands");
    let grades = bands.iter().enumerate().map(|(i, band)| {
        let last = i + 1 == bands.len();
        if last { json!({"key": band[1]}) } else { json!({"key": band[1], "least": band[0]}) }
    });
    json!({
        "format": "shequ.scheme/1",
        "title": contract["title"],
        "subject": "unit",
        "total": 100,
        "groups": groups.collect::<Vec<_>>(),
        "bonuses": items("bonus"),
        "bonus_cap": contract["bonus_cap"],
        "penalties": items("penalty"),
        "vetoes": items("veto"),
        "grades": grades.collect::<Vec<_>>(),
        "ranking": {"basis": "rounded", "ties": "min", "tie_break": contract["tie_break"]},
        "award": {"share": contract["award_share"], "least": contract["award_min"]},
    })
}

fn cells(contract: &Value) -> Value {
    let rows = list(contract, "units").iter().map(|unit| {
        let mut row = serde_json::Map::new();
        row.insert("unit".into(), unit["id"].clone());
        row.insert("group".into(), unit["group"].clone());
        for (key, value) in unit["values"].as_object().unwrap() {
            let value = match value.as_array().map(Vec::as_slice) {
                Some([n, d]) => format!("{n}/{d}").into(),
                _ => value.clone(),
            };
            row.insert(key.clone(), value);
        }
        for (key, events) in unit["events"].as_object().unwrap() {
            match events.as_object() {
                None => {
                    row.insert(key.clone(), events.clone());
                }
                Some(kinds) => {
                    for (kind, n) in kinds {
                        row.insert(format!("{key}_{kind}"), n.clone());
                    }
                }
            }
        }
        for (key, classes) in unit["ballots"].as_object().unwrap() {
            for class in ["residents", "units", "street"] {
                for choice in ["excellent", "competent", "basic", "incompetent", "abstain"] {
                    row.insert(format!("{key}_{class}_{choice}"), classes[class][choice].clone());
                }
            }
        }
        for veto in list(contract, "veto") {
            let held = list(unit, "veto").contains(&veto["id"]);
            row.insert(veto["id"].as_str().unwrap().into(), held.into());
        }
        Value::Object(row)
    });
    json!({"format": "shequ.cells/1", "rows": rows.collect::<Vec<_>>()})
}

#[test]
fn every_line_total_grade_rank_and_award() {
    let Some(file) = read() else { return };
    let scheme = Scheme::parse(&scheme(&file["contract"]).to_string()).unwrap();
    let cells = Cells::parse(&cells(&file["contract"]).to_string()).unwrap();
    let card = scheme.evaluate_cells(&cells).unwrap();
    let expected = file["expected"].as_object().unwrap();
    assert_eq!(card.len(), expected.len());
    let mut lines = 0;
    for (unit, expected) in expected {
        let score = card.score(unit).unwrap();
        let got = json!({
            "group": score.group, "base": score.base, "bonus": score.bonus, "penalty": score.penalty,
            "total": score.total, "grade": score.grade, "rank": score.rank,
            "rank_after_tie_break": score.rank_after_tie_break, "eligible": score.eligible, "award": score.award,
        });
        for (field, value) in got.as_object().unwrap() {
            assert_eq!(value, &expected[field], "{field} of {unit}");
        }
        for line in card.lines(unit).unwrap() {
            let rule = match line.missing {
                Some(policy) => format!("missing:{}", json!(policy).as_str().unwrap()),
                None => line.rule.as_str().replace('-', "_"),
            };
            assert_eq!(json!([line.score, rule]), expected["lines"][&line.indicator], "{} of {unit}", line.indicator);
            lines += 1;
        }
        let explanation = card.explain(unit).unwrap();
        assert!(explanation.adds_up(), "{unit}\n{}", explanation.render(shequ::kernel::Lang::En));
    }
    assert_eq!(lines, 120);
}

#[test]
fn the_order_of_units_and_indicators_changes_no_digit() {
    let Some(file) = read() else { return };
    let (mut scheme_value, mut cells_value) = (scheme(&file["contract"]), cells(&file["contract"]));
    let digest = |scheme: &Value, cells: &Value| {
        let cells = Cells::parse(&cells.to_string()).unwrap();
        Scheme::parse(&scheme.to_string()).unwrap().evaluate_cells(&cells).unwrap().digest().unwrap()
    };
    let before = digest(&scheme_value, &cells_value);
    cells_value["rows"].as_array_mut().unwrap().reverse();
    scheme_value["groups"].as_array_mut().unwrap().reverse();
    for group in scheme_value["groups"].as_array_mut().unwrap() {
        group["indicators"].as_array_mut().unwrap().reverse();
    }
    for field in ["bonuses", "penalties", "vetoes"] {
        scheme_value[field].as_array_mut().unwrap().reverse();
    }
    assert_eq!(digest(&scheme_value, &cells_value), before);
    cells_value["rows"][3]["meetings"] = json!(10);
    assert_ne!(digest(&scheme_value, &cells_value), before);
}

#[test]
fn an_explanation_reads_well() {
    let Some(file) = read() else { return };
    let scheme = Scheme::parse(&scheme(&file["contract"]).to_string()).unwrap();
    let cells = Cells::parse(&cells(&file["contract"]).to_string()).unwrap();
    let card = scheme.evaluate_cells(&cells).unwrap();
    let text = card.explain("C003").unwrap().render(shequ::kernel::Lang::En);
    assert!(text.contains("8 points became 38"), "{text}");
    assert!(text.contains("(15 - 9) / (15 - 3) = 0.5; 0.5 × 38 = 19.0000"), "{text}");
    assert!(text.contains("missing: its points went to its siblings in proportion"), "{text}");
    let text = card.explain("C002").unwrap().render(shequ::kernel::Lang::Zh);
    assert!(text.contains("一票否决：总分为零，不得评优"), "{text}");
    assert!(text.contains("-67.5875"), "{text}");
}

/// Thousands of units of every rule, some values missing, in two orders of rows.
#[test]
fn an_invented_contract_of_any_size_has_one_digest() {
    use super::invented;
    use shequ::wire::{Column, Table};

    let scheme = Scheme::parse(&invented::scheme(30)).unwrap();
    let table = invented::table(500, 30, 7);
    let card = scheme.evaluate(&table).unwrap();
    let turned = table.columns().iter().rev().map(|(name, column)| {
        let mut column = column.clone();
        match &mut column {
            Column::Decimal { cells, .. } => cells.rotate_left(123),
            Column::Text(cells) => cells.rotate_left(123),
            Column::Bool(cells) => cells.rotate_left(123),
            other => panic!("{other:?}"),
        }
        (name.clone(), column)
    });
    let turned = scheme.evaluate(&Table::new(turned.collect()).unwrap()).unwrap();
    assert_eq!(card.digest().unwrap(), turned.digest().unwrap());
    assert!(card.units().iter().all(|u| card.explain(u.as_str()).unwrap().adds_up()));
    assert!(card.summary().all.missing > 0 && card.summary().all.vetoed > 0);
}
