//! Linked data: the nodes of a day, in terms of the ontology and no others.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use shequ::kernel::Document;
use shequ::organisation::Organisation;

use super::{day, load};

fn graph(organisation: &Organisation, on: &str) -> Vec<Value> {
    let document = organisation.at(day(on)).to_jsonld("https://example.org/").unwrap();
    serde_json::to_value(&document).unwrap()["@graph"].as_array().unwrap().clone()
}

fn node<'g>(graph: &'g [Value], id: &str) -> &'g Value {
    let id = format!("https://example.org/{id}");
    let mut found = graph.iter().filter(|node| node["@id"] == id.as_str());
    let node = found.next().unwrap_or_else(|| panic!("no {id}"));
    assert!(found.next().is_none(), "{id} stands twice");
    node
}

fn link(path: &str) -> Value {
    json!({"@id": format!("https://example.org/{path}")})
}

#[test]
fn units_posts_and_changes_are_nodes() {
    let organisation = Organisation::parse(include_str!("../data/organisation.json")).unwrap();
    let graph = graph(&organisation, "2016-01-01");
    assert_eq!(
        *node(&graph, "unit/c1"),
        json!({"@id": "https://example.org/unit/c1", "@type": "org:OrganizationalUnit", "skos:prefLabel": "社区 01",
            "org:identifier": {"@value": "101", "@type": "https://example.org/scheme/code"},
            "org:classification": link("kind/community"), "org:subOrganizationOf": link("unit/s1"), "org:resultedFrom": link("event/4")})
    );
    // A target that existed before was changed, and a source is there by name, though it is no more.
    assert_eq!(node(&graph, "unit/c9")["org:changedBy"], link("event/4"));
    assert_eq!(
        *node(&graph, "unit/v1"),
        json!({"@id": "https://example.org/unit/v1", "@type": "org:Organization",
            "skos:prefLabel": [{"@value": "大东村", "@language": "zh"}, {"@value": "Great East", "@language": "en"}],
            "org:changedBy": [link("event/2"), link("event/3"), link("event/4")]})
    );
    assert_eq!(
        *node(&graph, "event/4"),
        json!({"@id": "https://example.org/event/4", "@type": "org:ChangeEvent", "rdfs:label": "merge",
            "dcterms:date": {"@value": "2003-07-01", "@type": "xsd:date"}, "dcterms:description": "区政〔2003〕12号",
            "org:originalOrganization": [link("unit/v1"), link("unit/c9")],
            "org:resultingOrganization": [link("unit/c1"), link("unit/c9")]})
    );
    assert_eq!(node(&graph, "event/2")["dcterms:date"], json!({"@value": "2002-05", "@type": "xsd:gYearMonth"}));
    assert_eq!(node(&graph, "event/1")["org:resultingOrganization"], link("unit/n"));
    let (role, membership) = ("role/%E4%B8%BB%E4%BB%BB", "membership/p1%2Fh1%2F2015-06-01..2015-06-30");
    assert_eq!(
        *node(&graph, membership),
        json!({"@id": format!("https://example.org/{membership}"), "@type": "org:Membership", "org:member": link("holder/h1"),
            "org:organization": link("unit/rc"), "org:role": link(role),
            "org:memberDuring": {"@type": "time:Interval",
                "time:hasBeginning": {"@type": "time:Instant", "time:inXSDgYearMonth": {"@value": "2015-06", "@type": "xsd:gYearMonth"}},
                "time:hasEnd": {"@type": "time:Instant", "time:inXSDDate": {"@value": "2018-06-30", "@type": "xsd:date"}}}})
    );
    assert_eq!(node(&graph, "post/p1")["org:heldBy"], link("holder/h1"));
    assert_eq!(*node(&graph, "holder/h1"), json!({"@id": "https://example.org/holder/h1", "@type": "foaf:Agent"}));
}

#[test]
fn what_has_not_come_is_not_told() {
    let organisation = Organisation::parse(include_str!("../data/organisation.json")).unwrap();
    let graph = graph(&organisation, "2001-06-01");
    let events = graph.iter().filter(|node| node["@type"] == "org:ChangeEvent").count();
    assert_eq!(events, 1);
    assert!(node(&graph, "unit/v1").get("org:changedBy").is_none());
}

fn links<'v>(value: &'v Value, out: &mut Vec<&'v str>) {
    match value {
        Value::Object(fields) => {
            out.extend(fields.get("@id").and_then(Value::as_str));
            for field in fields.values() {
                links(field, out);
            }
        }
        Value::Array(items) => {
            for item in items {
                links(item, out);
            }
        }
        _ => {}
    }
}

#[test]
fn every_name_that_is_mentioned_is_a_node_and_no_key_breaks_one() {
    let organisation = load(json!({"units": [
        {"key": "a/b c%<", "kind": "grid", "name": "格"}, {"key": "é\"", "kind": "grid", "name": "子", "parent": "a/b c%<"}]}));
    let nodes = graph(&organisation, "2020-01-01");
    let ids: BTreeSet<&str> = nodes.iter().filter_map(|node| node["@id"].as_str()).collect();
    assert!(ids.contains("https://example.org/unit/a%2Fb%20c%25%3C"), "{ids:?}");
    let full = Organisation::parse(include_str!("../data/organisation.json")).unwrap();
    for nodes in [nodes.clone(), graph(&full, "2016-01-01"), graph(&full, "2030-01-01")] {
        let ids: BTreeSet<&str> = nodes.iter().filter_map(|node| node["@id"].as_str()).collect();
        let mut found = Vec::new();
        for node in &nodes {
            links(node, &mut found);
        }
        assert!(found.iter().all(|link| ids.contains(link)), "{:?}", found.iter().find(|link| !ids.contains(*link)));
    }
}

#[test]
fn a_base_is_looked_at() {
    let organisation = load(json!({"units": []}));
    let at = organisation.at(day("2020-01-01"));
    for base in ["", "example.org/", "https://example.org", "https://example.org/ x/", "1a:", "https://x/<y>/"] {
        assert_eq!(at.to_jsonld(base).unwrap_err().first().code(), "not-a-base", "{base}");
    }
    assert!(at.to_jsonld("urn:example:").is_ok() && at.to_jsonld("https://example.org/o#").is_ok());
}
