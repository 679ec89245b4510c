//! JSON Schemas of the documents, from the types that read them: `schemas/`, and a copy in the Python package.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use shequ::evaluation::methods::Index;
use shequ::evaluation::{
    Appraisal, Boards, Campaigns, Cascade, Cells, EvidenceLedger, Ledger, Letters, Practices, Retrospectives, Scheme,
    SchemeSets, Standards,
};
use shequ::grid::{Plan, Territory};
use shequ::kernel::{Calendar, Document, Log, SealedTexts};
use shequ::organisation::{
    Activities, ActivityReceipt, Catalogue, Cooperation, Directory, Duties, Event, LiaisonPlan, NewActivity, Notes,
    Organisation, QuotaPlan, Sectors, Sightings,
};
use shequ::pack::Pack;
use shequ::participation::bodies::{Body, Consultations, Inputs, JointCharter, Layers};
use shequ::participation::election::{Election, ElectionRecord, ElectionRules};
use shequ::participation::eligibility::Owners;
use shequ::participation::meeting::{Meeting, MeetingRecord, Opening};
use shequ::participation::selection::Selection;
use shequ::participation::timeline::{Procedure, Timeline};
use shequ::participation::{Facts, Record};
use shequ::wire::evaluation::LedgerDraft;
use shequ::wire::participation_meeting::UnitCommitment;

use crate::shell::root;

/// The files with their texts.
pub fn files() -> Result<Vec<(PathBuf, String)>> {
    let mut out = Vec::new();
    for (name, schema) in all()? {
        let text = serde_json::to_string_pretty(&schema)? + "\n";
        for folder in ["schemas", "bindings-python/python/shequ/schemas"] {
            out.push((root().join(folder).join(format!("{name}.json")), text.clone()));
        }
    }
    Ok(out)
}

/// Every format of a document by its name.
fn all() -> Result<Vec<(String, Value)>> {
    Ok(vec![
        one::<Activities>()?,
        one::<ActivityReceipt>()?,
        one::<Appraisal>()?,
        one::<Boards>()?,
        one::<Body>()?,
        one::<Calendar>()?,
        one::<Campaigns>()?,
        one::<Cascade>()?,
        one::<Catalogue>()?,
        one::<Cells>()?,
        one::<Consultations>()?,
        one::<Cooperation>()?,
        one::<Directory>()?,
        one::<Duties>()?,
        one::<Election>()?,
        one::<ElectionRecord>()?,
        one::<ElectionRules>()?,
        one::<Event>()?,
        one::<EvidenceLedger>()?,
        one::<Facts>()?,
        one::<Index>()?,
        of::<LedgerDraft>(Ledger::FORMAT)?,
        one::<Inputs>()?,
        one::<JointCharter>()?,
        one::<Layers>()?,
        one::<Letters>()?,
        one::<LiaisonPlan>()?,
        one::<Log>()?,
        one::<Meeting>()?,
        one::<MeetingRecord>()?,
        one::<NewActivity>()?,
        one::<Notes>()?,
        one::<Opening>()?,
        one::<Organisation>()?,
        one::<Owners>()?,
        one::<Pack>()?,
        one::<Plan>()?,
        one::<Practices>()?,
        one::<Procedure>()?,
        one::<QuotaPlan>()?,
        one::<Record>()?,
        one::<Retrospectives>()?,
        one::<Scheme>()?,
        one::<SchemeSets>()?,
        one::<SealedTexts>()?,
        one::<Sectors>()?,
        one::<Selection>()?,
        one::<Sightings>()?,
        one::<Standards>()?,
        one::<Territory>()?,
        one::<Timeline>()?,
        one::<UnitCommitment>()?,
    ])
}

/// The schema of a document: its draft's, with the format that it says it has.
fn one<T: Document<Draft: JsonSchema>>() -> Result<(String, Value)> {
    of::<T::Draft>(T::FORMAT)
}

/// The same for a draft that is read together with something else.
fn of<T: JsonSchema>(format: &str) -> Result<(String, Value)> {
    let (name, _) = format.trim_start_matches("shequ.").split_once('/').context("a format has a version")?;
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    tidy(&mut schema);
    let Value::Object(fields) = &mut schema else { bail!("`{format}` is no object") };
    fields.insert("$id".into(), json!(format!("https://github.com/shequ/shequ/blob/main/schemas/{name}.json")));
    fields.insert("title".into(), json!(format));
    // A document inside a document may say its format, and need not.
    for (draft, format) in [("ElectionRulesDraft", ElectionRules::FORMAT), ("ProcedureDraft", Procedure::FORMAT)] {
        let inner = fields.get_mut("$defs").and_then(|defs| defs.get_mut(draft)).and_then(Value::as_object_mut);
        if let Some(inner) = inner {
            let required = inner.get("required").cloned();
            with_format(inner, format);
            required.and_then(|required| inner.insert("required".into(), required));
        }
    }
    match fields.get_mut("oneOf") {
        // An event is one of several objects. One inside another does not say its format again.
        Some(Value::Array(variants)) => {
            let inner = json!({"oneOf": variants});
            for variant in variants {
                with_format(variant.as_object_mut().context("a variant is an object")?, format);
            }
            if let Some(defs) = fields.get_mut("$defs").and_then(Value::as_object_mut) {
                for def in defs.values_mut() {
                    repoint(def);
                }
                defs.insert("Inner".into(), inner);
            }
        }
        _ => with_format(fields, format),
    }
    Ok((name.to_owned(), schema))
}

/// What refers to the whole document refers to what stands inside one.
fn repoint(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.get("$ref") == Some(&json!("#")) {
                fields.insert("$ref".into(), json!("#/$defs/Inner"));
            }
            fields.values_mut().for_each(repoint);
        }
        Value::Array(items) => items.iter_mut().for_each(repoint),
        _ => {}
    }
}

fn with_format(schema: &mut Map<String, Value>, format: &str) {
    let properties = schema.entry("properties").or_insert_with(|| json!({}));
    if let Some(properties) = properties.as_object_mut() {
        properties.insert("format".into(), json!({"const": format, "description": "The format with its version."}));
    }
    let required = schema.entry("required").or_insert_with(|| json!([]));
    if let Some(required) = required.as_array_mut() {
        required.insert(0, "format".into());
    }
}

/// Leaves out what says nothing: widths of integers, and values by default that are empty.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            let width = |v: &Value| v.as_str().is_some_and(|f| ["uint", "int"].iter().any(|p| f.starts_with(p)));
            if fields.get("format").is_some_and(width) {
                fields.remove("format");
            }
            let says_nothing =
                |v: &Value| [json!([]), json!({}), json!(""), json!({"zh": "", "en": ""}), Value::Null].contains(v);
            if fields.get("default").is_some_and(says_nothing) {
                fields.remove("default");
            }
            fields.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The formats that the sources of the core declare.
    fn formats(folder: &std::path::Path) -> Vec<String> {
        let mut out = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                out.extend(formats(&path));
                continue;
            }
            let text = crate::shell::read(&path).unwrap_or_default();
            let declared =
                text.lines().filter_map(|line| line.split_once("const FORMAT: &'static str = \"")?.1.split_once('"'));
            out.extend(declared.map(|(format, _)| format.to_owned()).filter(|format| format.starts_with("shequ.")));
        }
        out
    }

    #[test]
    fn every_format_has_a_schema_that_names_it_and_denies_what_it_does_not_know() {
        let all = all().unwrap();
        let named: Vec<&str> = all.iter().filter_map(|(_, schema)| schema["title"].as_str()).collect();
        // These are given only as arguments.
        let arguments = [
            "changes",
            "chart-options",
            "costs",
            "counts",
            "directory-entry",
            "goal",
            "infer-options",
            "interval-options",
            "ledger-record",
            "method",
            "normalisation",
            "rank-search",
            "rates",
            "recall-poll",
            "sobol-options",
            "sobol-plan",
            "treatment",
        ]
        .map(|name| format!("shequ.{name}/1"));
        let formats = formats(&root().join("core/src"));
        for format in &formats {
            assert!(arguments.contains(format) || named.contains(&format.as_str()), "`{format}` has no schema");
        }
        for argument in &arguments {
            assert!(
                formats.contains(argument) && !named.contains(&argument.as_str()),
                "`{argument}` is excepted in vain"
            );
        }
        for (name, schema) in all {
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
            assert!(schema["description"].as_str().is_some_and(|text| !text.is_empty()), "{name}");
            let parts = schema["oneOf"].as_array().cloned().unwrap_or_else(|| vec![schema.clone()]);
            for part in parts {
                assert_eq!(part["properties"]["format"]["const"], schema["title"], "{name}");
                assert_eq!(part["additionalProperties"], false, "{name}");
            }
        }
    }
}
