//! Diagrams: what is drawn, that `dot` takes it, and that what nobody can read is not drawn.

use std::io::Write as _;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::Lang;
use shequ::organisation::{DiagramFormat, Drawing, Organisation};

use super::{day, law, load};

fn branches() -> Organisation {
    load(json!({
        "units": [
            {"key": "s", "kind": "sub-district", "name": {"zh": "街道", "en": "Street"}},
            {"key": "a", "kind": "party-branch", "name": "一", "parent": "s"}, {"key": "b", "kind": "party-branch", "name": "二", "parent": "s"},
            {"key": "c", "kind": "party-branch", "name": "三", "parent": "s"}, {"key": "g", "kind": "grid", "name": "格", "parent": "c"}],
        "relations": [{"kind": "guides", "source": "a", "target": "b"}, {"kind": "leads", "source": "a", "target": "c"}],
        "agreements": [
            {"key": "1", "kind": "pairing", "parties": ["a", "b"]}, {"key": "2", "kind": "triple-pairing", "parties": ["a", "b", "c"]},
            {"key": "3", "kind": "pairing", "parties": ["a", "g"]}, {"key": "4", "kind": "pairing", "parties": ["b", "c"], "until": "2019-01-01"}]}))
}

#[test]
fn pairs_are_dotted_and_drawn_only_where_every_party_is() {
    let organisation = branches();
    let at = organisation.at(day("2020-01-01"));
    let mermaid = at.draw(&Drawing { depth: 1, lang: Lang::En, ..Drawing::default() }).unwrap();
    assert_eq!(
        mermaid,
        "flowchart TD\n  n0[\"Street\"]\n  n1[\"一\"]\n  n2[\"二\"]\n  n3[\"三<br/>+1\"]\n  n0 --- n1\n  n0 --- n2\n  n0 --- n3\n  \
         n1 ==>|\"leads\"| n3\n  n1 -.->|\"guides\"| n2\n  n1 -.-|\"pairing\"| n2\n  a1([\"agreement of three branches\"])\n  \
         a1 -.- n1\n  a1 -.- n2\n  a1 -.- n3\n  linkStyle 4 stroke-dasharray: 8 5\n"
    );
    let dot = at.draw(&Drawing { depth: 1, format: DiagramFormat::Graphviz, ..Drawing::default() }).unwrap();
    let lines: Vec<&str> = dot.lines().map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "digraph {",
            "node [shape=box, fontname=\"sans-serif\"];",
            "edge [fontname=\"sans-serif\"];",
            "n0 [label=\"街道\"];",
            "n1 [label=\"一\"];",
            "n2 [label=\"二\"];",
            "n3 [label=\"三\\n+1\"];",
            "n0 -> n1 [arrowhead=none];",
            "n0 -> n2 [arrowhead=none];",
            "n0 -> n3 [arrowhead=none];",
            "n1 -> n3 [label=\"领导\", style=bold, constraint=false];",
            "n1 -> n2 [label=\"指导\", style=dashed, constraint=false];",
            "n1 -> n2 [label=\"结对共建\", style=dotted, arrowhead=none, constraint=false];",
            "a1 [label=\"三方联建\", shape=ellipse];",
            "a1 -> n1 [style=dotted, arrowhead=none, constraint=false];",
            "a1 -> n2 [style=dotted, arrowhead=none, constraint=false];",
            "a1 -> n3 [style=dotted, arrowhead=none, constraint=false];",
            "}"
        ]
    );
}

#[test]
fn a_diagram_that_nobody_can_read_is_refused_with_a_hint() {
    let units: Vec<Value> =
        std::iter::once(json!({"key": "s", "kind": "sub-district", "name": "街道"}))
            .chain((0..600).map(
                |i| json!({"key": format!("c{i:03}"), "kind": "community", "name": format!("{i}"), "parent": "s"}),
            ))
            .collect();
    let organisation = load(json!({"units": units}));
    let at = organisation.at(day("2020-01-01"));
    let error = at.diagram(None, 1, Lang::Zh).unwrap_err();
    assert_eq!(error.first().code(), "diagram-too-large");
    assert_eq!(error.first().message(), "the diagram would have 601 boxes and 600 lines, the limit is 480");
    assert_eq!(at.diagram(None, 0, Lang::Zh).unwrap(), "flowchart TD\n  n0[\"街道<br/>+600\"]\n");
    assert!(at.draw(&Drawing { most: 601, ..Drawing::default() }).is_ok());
}

/// What `dot` says of a graph; nothing where it is not installed.
fn dot(text: &str) -> Option<Result<String, String>> {
    let spawned =
        Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let Ok(mut child) = spawned else {
        eprintln!("SKIPPED: `dot` of Graphviz is not installed");
        return None;
    };
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr).into_owned());
    Some(if output.status.success() { Ok(out) } else { Err(err) })
}

#[test]
fn dot_takes_any_label() {
    if dot("digraph {}").is_none() {
        return;
    }
    let labels = prop::collection::vec("[ -~\u{1}-\u{1f}\\\\\"<>&;一]{1,12}", 1..8);
    law(labels, |labels: Vec<String>| {
        let units: Vec<Value> = labels
            .iter()
            .enumerate()
            .map(|(i, label)| json!({"key": format!("u{i}"), "kind": "grid", "name": label, "parent": (i > 0).then_some("u0")}))
            .collect();
        let relations =
            if labels.len() > 2 { json!([{"kind": "leads", "source": "u1", "target": "u2"}]) } else { json!([]) };
        let organisation = load(json!({"units": units, "relations": relations}));
        let at = organisation.at(day("2020-01-01"));
        let text = at.draw(&Drawing { format: DiagramFormat::Graphviz, ..Drawing::default() }).unwrap();
        let plain = dot(&text).unwrap().map_err(TestCaseError::fail)?;
        let nodes = plain.lines().filter(|line| line.starts_with("node ")).count();
        prop_assert_eq!(nodes, labels.len());
        Ok(())
    });
}
