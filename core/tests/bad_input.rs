//! The corpus of inputs that must be refused (`tests/bad`): each with its code and path, the same in every language.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};

use shequ::evaluation::methods::Index;
use shequ::evaluation::{
    Appraisal, Boards, Campaigns, Cascade, Cells, EvidenceLedger, Letters, Practices, Retrospectives, Scheme,
    SchemeSets, Standards,
};
use shequ::grid::{Plan, Territory};
use shequ::kernel::{Calendar, Document, Error, Limits, Log, Result, Syntax, Unwatched, Value};
use shequ::organisation::{
    Activities, ActivityReceipt, Cooperation, Directory, Duties, Event, LiaisonPlan, Notes, Organisation, QuotaPlan,
    Sectors, Sightings,
};
use shequ::pack::{Pack, Packs};
use shequ::participation::Facts;
use shequ::participation::bodies::{Body, Consultations, Inputs, JointCharter, Layers};
use shequ::participation::election::{Election, ElectionRules};
use shequ::participation::eligibility::Owners;
use shequ::participation::meeting::Meeting;
use shequ::participation::selection::Selection;
use shequ::participation::timeline::{Procedure, Timeline};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/bad")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(corpus().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// Reads a file the way the manifest says; what it was made into does not matter.
fn read(case: &Value) -> Result<()> {
    let of = |key: &str| case.get(key).and_then(Value::as_text).unwrap_or_else(|| panic!("{case:?} has no `{key}`"));
    if of("reader") == "saved" {
        return Organisation::from_bytes(&std::fs::read(corpus().join(of("file"))).unwrap()).map(drop);
    }
    let input = text(of("file"));
    match of("reader") {
        "calendar" => Calendar::parse(&input).map(drop),
        "log" => Log::parse(&input).map(drop),
        "organisation" => Organisation::parse(&input).map(drop),
        "event" => Organisation::parse(&text(of("with")))?.apply(&Event::parse(&input)?).map(drop),
        "sightings" => Sightings::parse(&input).map(drop),
        "popolo" => Organisation::from_popolo(&Syntax::Json.parse(&input, Limits::default())?).map(drop),
        "quotas" => QuotaPlan::parse(&input).map(drop),
        "liaison" => LiaisonPlan::parse(&input).map(drop),
        "cooperation" => Cooperation::parse(&input).map(drop),
        "directory" => Directory::parse(&input).map(drop),
        "sectors" => Sectors::parse(&input).map(drop),
        "duties" => Duties::parse(&input).map(drop),
        "notes" => Notes::parse(&input).map(drop),
        "activities" => Activities::parse(&input).map(drop),
        "receipt" => ActivityReceipt::parse(&input).map(drop),
        "pack" => Pack::parse(&input).map(drop),
        "packs" => {
            let own = Pack::parse(&input)?;
            Packs::new(shequ::pack::cn().packs().iter().cloned().chain([own])).map(drop)
        }
        "election-rules" => ElectionRules::parse(&input).map(drop),
        "election" => Election::parse(&input).map(drop),
        "procedure" => Procedure::parse(&input).map(drop),
        "timeline" => Timeline::parse(&input).map(drop),
        "selection" => Selection::parse(&input).map(drop),
        "facts" => Facts::parse(&input).map(drop),
        "meeting" => Meeting::parse(&input).map(drop),
        "owners" => Owners::parse(&input).map(drop),
        "body" => Body::parse(&input).map(drop),
        "consultations" => Consultations::parse(&input).map(drop),
        "inputs" => Inputs::parse(&input).map(drop),
        "joint-charter" => JointCharter::parse(&input).map(drop),
        "layers" => Layers::parse(&input).map(drop),
        "decide" => {
            let rules = shequ::pack::cn().at(of("day").parse()?);
            rules.decide(of("question"), &Facts::parse(&input)?).map(drop)
        }
        "scheme" => Scheme::parse(&input).map(drop),
        "cells" => Scheme::parse(&text(of("with")))?.evaluate_cells(&Cells::parse(&input)?).map(drop),
        "appraisal" => Appraisal::parse(&input).map(drop),
        "cascade" => Cascade::parse(&input).map(drop),
        "letters" => Letters::parse(&input).map(drop),
        "sets" => SchemeSets::parse(&input).map(drop),
        "campaigns" => Campaigns::parse(&input).map(drop),
        "practices" => Practices::parse(&input).map(drop),
        "standards" => Standards::parse(&input).map(drop),
        "evidence" => EvidenceLedger::parse(&input).map(drop),
        "retrospectives" => Retrospectives::parse(&input).map(drop),
        "boards" => Boards::parse(&input).map(drop),
        "index" => Index::parse(&input).map(drop),
        "index-cells" => Index::parse(&text(of("with")))?.evaluate(Cells::parse(&input)?.table()).map(drop),
        "territory" => Territory::parse(&input).map(drop),
        "plan" => Plan::parse(&input).map(drop),
        "check" => Territory::parse(&text(of("with")))?.check(&Plan::parse(&input)?, &mut Unwatched).map(drop),
        other => panic!("no reader `{other}`"),
    }
}

/// The code and path of what is refused.
fn outcome(case: &Value) -> (String, String) {
    match read(case) {
        Ok(()) => ("accepted".to_owned(), String::new()),
        Err(error) => (error.first().code().to_owned(), error.first().path().to_owned()),
    }
}

fn manifest() -> Vec<Value> {
    let manifest = Syntax::Toml.parse(&text("manifest.toml"), Limits::default()).unwrap();
    match manifest.get("case") {
        Some(Value::List(cases)) => cases.clone(),
        other => panic!("no cases: {other:?}"),
    }
}

#[test]
fn every_bad_input_has_its_code_and_path() {
    let cases = manifest();
    assert!(cases.len() >= 60, "only {} cases", cases.len());
    let expected = |case: &Value, key: &str| case.get(key).and_then(Value::as_text).unwrap_or_default().to_owned();
    let mut wrong = Vec::new();
    for case in &cases {
        let file = expected(case, "file");
        let want = (expected(case, "code"), expected(case, "path"));
        let got = if expected(case, "reader") == "logged" {
            let logged = Organisation::parse_logged(&text(&file), &text(&expected(case, "with")), None).unwrap();
            logged.check.broken.map_or_else(Default::default, |fault| (fault.code, fault.path))
        } else {
            outcome(case)
        };
        if got != want {
            wrong.push(format!("{file}: expected {want:?}, got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn five_faults_are_reported_as_five() {
    let error: Error = Scheme::parse(&text("document/five-faults.json")).unwrap_err();
    let found: Vec<_> = error.faults().map(|f| (f.code(), f.path())).collect();
    assert_eq!(
        found,
        [
            ("wrong-kind", "scheme.groups[0].indicators[0].points"),
            ("unknown-choice", "scheme.groups[0].indicators[0].rule"),
            ("missing-field", "scheme.groups[0].indicators[1]"),
            ("wrong-kind", "scheme.units[2]"),
            ("unknown-field", "scheme.colour"),
        ]
    );
}

/// Without this, a reader that refuses everything would pass.
#[test]
fn the_documents_that_cases_are_made_from_are_sound() {
    let organisation = Organisation::parse(&text("base/organisation.json")).unwrap();
    organisation.apply(&Event::parse(&text("base/event.json")).unwrap()).unwrap();
    let history = Organisation::parse_logged(&text("base/history.json"), &text("base/history-log.json"), None).unwrap();
    assert!(history.check.intact, "{:?}", history.check);
    QuotaPlan::parse(&text("base/quotas.json")).unwrap().allot().unwrap();
    LiaisonPlan::parse(&text("base/liaison.json")).unwrap();
    Cooperation::parse(&text("base/cooperation.json")).unwrap();
    Directory::parse(&text("base/directory.json")).unwrap();
    Sectors::parse(&text("base/sectors.json")).unwrap();
    Duties::parse(&text("base/duties.json")).unwrap();
    Notes::parse(&text("base/notes.json")).unwrap();
    let meeting = Meeting::parse(&text("base/meeting.json")).unwrap();
    meeting.result(&shequ::pack::cn().at(meeting.day())).unwrap();
    let scheme = Scheme::parse(&text("base/scheme.json")).unwrap();
    scheme.evaluate_cells(&Cells::parse(&text("base/cells.json")).unwrap()).unwrap();
    let sound = |reader: &str, file: &str, with: &str| {
        let case = serde_json::json!({"reader": reader, "file": file, "with": with}).to_string();
        read(&Syntax::Json.parse(&case, Limits::default()).unwrap()).unwrap_or_else(|e| panic!("{file}: {e}"));
    };
    let layers = ["appraisal", "cascade", "letters", "sets", "campaigns", "practices", "standards", "evidence"];
    for name in layers.into_iter().chain([
        "retrospectives",
        "boards",
        "election-rules",
        "election",
        "procedure",
        "timeline",
        "selection",
    ]) {
        sound(name, &format!("base/{name}.json"), "");
    }
    for index in ["index", "index-min-max", "index-log"] {
        sound("index-cells", "base/index-cells.json", &format!("base/{index}.json"));
    }
    let territory = Territory::parse(&text("base/territory.json")).unwrap();
    territory.check(&Plan::parse(&text("base/plan.json")).unwrap(), &mut Unwatched).unwrap();
    let facts = Facts::parse(&text("base/facts.json")).unwrap();
    let rules = shequ::pack::cn().at("2025-06-01".parse().unwrap());
    rules.decide("residents.assembly.resolution", &facts).unwrap();
    let pack = Pack::parse(&text("base/pack.toml")).unwrap();
    Packs::new(shequ::pack::cn().packs().iter().cloned().chain([pack])).unwrap();
    Calendar::parse(&text("base/calendar.json")).unwrap();
}

#[test]
fn every_file_of_the_corpus_is_a_case() {
    let named: Vec<String> =
        manifest().iter().filter_map(|c| c.get("file").and_then(Value::as_text).map(str::to_owned)).collect();
    for folder in std::fs::read_dir(corpus()).unwrap().map(|f| f.unwrap().path()).filter(|p| p.is_dir()) {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        if name == "base" {
            continue;
        }
        for file in std::fs::read_dir(&folder).unwrap() {
            let file = format!("{name}/{}", file.unwrap().file_name().to_string_lossy());
            assert!(named.contains(&file), "{file} stands in no case");
        }
    }
}
