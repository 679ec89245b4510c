//! A day's organisation as linked data: JSON-LD in the terms of the W3C Organization Ontology.

use std::collections::{BTreeMap, BTreeSet};

use super::parts::Change;
use super::{Snapshot, UnitView};
use crate::kernel::error::faults;
use crate::kernel::{Lang, Likely, Result, Text, Value, WithinDays};
use crate::wire::short::bounds;

faults! {
    /// Faults of linked data.
    pub enum LinkedError: Organisation {
        /// A text that no name on the web can begin with.
        NotABase { got: String } => "not-a-base", "`{got}` is not what names on the web begin with", "write one such as `https://example.org/`, its end a `/`, `#` or `:`";
    }
}

/// The vocabularies, by the prefixes that stand in the document.
const PREFIXES: [(&str, &str); 7] = [
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("org", "http://www.w3.org/ns/org#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("time", "http://www.w3.org/2006/time#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

impl Snapshot<'_> {
    /// The day's units, posts and holdings, and what changed units until then, as JSON-LD in the terms of W3C ORG.
    ///
    /// `base` is what every name begins with, such as `https://example.org/`. A unit within none is an
    /// `org:Organization`, one within another an `org:OrganizationalUnit`; a holder is a `foaf:Agent` of whom nothing is
    /// said. Every event until the day is an `org:ChangeEvent`, and a unit that it ended or changed is named by it.
    /// Days known only within bounds that are no month and no year are left out; so are measures, agreements and
    /// relations, for which the ontology has no terms.
    ///
    /// Source: W3C, The Organization Ontology, Recommendation of 2014-01-16, <https://www.w3.org/TR/vocab-org/>.
    ///
    /// # Errors
    /// `not-a-base`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "s", "kind": "sub-district", "name": "街道"}]}"#)?;
    /// let document = organisation.at("2024-01-01".parse()?).to_jsonld("https://example.org/")?;
    /// let text = serde_json::to_string(&document).unwrap();
    /// assert!(text.contains(r#"{"@id":"https://example.org/unit/s","@type":"org:Organization","#));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn to_jsonld(&self, base: &str) -> Result<Value> {
        let name = |c: char| c.is_ascii_graphic() && !"<>\"{}|\\^`".contains(c);
        let ends = base.ends_with(['/', '#', ':']);
        let scheme = base.split_once(':').is_some_and(|(scheme, _)| {
            scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(|c| c.is_ascii_alphanumeric())
        });
        if !ends || !scheme || !base.chars().all(name) {
            return Err(LinkedError::NotABase { got: base.chars().take(120).collect() }.into());
        }
        let graph = Graph { base, snapshot: self, nodes: Vec::new(), kinds: BTreeMap::new(), roles: BTreeMap::new() };
        let nodes = graph.nodes()?;
        let context = PREFIXES.iter().map(|(prefix, iri)| ((*prefix).to_owned(), (*iri).into())).collect();
        Ok(Value::Map(vec![("@context".into(), Value::Map(context)), ("@graph".into(), Value::List(nodes))]))
    }
}

struct Graph<'g> {
    base: &'g str,
    snapshot: &'g Snapshot<'g>,
    nodes: Vec<Value>,
    kinds: BTreeMap<String, Text>,
    roles: BTreeMap<String, Text>,
}

fn node(id: String, kind: &str, fields: Vec<(&str, Option<Value>)>) -> Value {
    let head = [("@id", Some(id.into())), ("@type", Some(kind.into()))];
    let fields = head.into_iter().chain(fields).filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Map(fields.collect())
}

fn typed(value: &str, kind: &str) -> Value {
    Value::Map(vec![("@value".into(), value.into()), ("@type".into(), kind.into())])
}

/// A label in each language in which it is not the same.
fn label(text: &Text) -> Option<Value> {
    let (zh, en) = (text.get(Lang::Zh), text.get(Lang::En));
    let one =
        |words: &str, lang: &str| Value::Map(vec![("@value".into(), words.into()), ("@language".into(), lang.into())]);
    match (zh.is_empty(), zh == en) {
        (true, _) => None,
        (_, true) => Some(zh.into()),
        _ => Some(Value::List(vec![one(zh, "zh"), one(en, "en")])),
    }
}

fn several(mut values: Vec<Value>) -> Option<Value> {
    match values.len() {
        0 => None,
        1 => values.pop(),
        _ => Some(Value::List(values)),
    }
}

/// A day, month or year with its type; nothing for other bounds.
fn date(day: &str) -> Option<Value> {
    let kind = match day.len() {
        4 => "xsd:gYear",
        7 => "xsd:gYearMonth",
        10 => "xsd:date",
        _ => return None,
    };
    Some(typed(day, kind))
}

/// A moment by its day, month or year.
fn instant(days: Option<WithinDays>) -> Option<Value> {
    let day = bounds(days?);
    let term = match day.len() {
        4 => "time:inXSDgYear",
        7 => "time:inXSDgYearMonth",
        _ => "time:inXSDDate",
    };
    let date = date(&day)?;
    Some(Value::Map(vec![("@type".into(), "time:Instant".into()), (term.into(), date)]))
}

impl Graph<'_> {
    /// A name on the web: every sign of a key that is not plain is written by its bytes.
    fn iri(&self, class: &str, key: &str) -> String {
        use std::fmt::Write as _;
        let mut out = format!("{}{class}/", self.base);
        for byte in key.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                out.push(byte.into());
            } else {
                // Writing to a string does not fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
        out
    }

    fn link(&self, class: &str, key: &str) -> Value {
        Value::Map(vec![("@id".into(), self.iri(class, key).into())])
    }

    fn links(&self, class: &str, keys: &[String]) -> Option<Value> {
        let mut seen = BTreeSet::new();
        several(keys.iter().filter(|key| seen.insert(*key)).map(|key| self.link(class, key)).collect())
    }

    fn nodes(mut self) -> Result<Vec<Value>> {
        let changes = self.snapshot.organisation().told()?;
        let come = |change: &&Change| change.days.is_some_and(|days| days.by(self.snapshot.day()) != Likely::No);
        let changes: Vec<&Change> = changes.iter().filter(come).collect();
        let number = |i: usize| (i + 1).to_string();
        let mut changed: BTreeMap<&str, (Vec<String>, Vec<String>)> = BTreeMap::new();
        for (i, change) in changes.iter().enumerate() {
            for key in &change.before {
                changed.entry(key).or_default().0.push(number(i));
            }
            for key in change.after.iter().filter(|key| !change.before.contains(key)) {
                changed.entry(key).or_default().1.push(number(i));
            }
        }
        let none = (Vec::new(), Vec::new());
        for unit in self.snapshot.units() {
            let (by, from) = changed.get(unit.key()).unwrap_or(&none);
            self.unit(unit, by, from);
        }
        let organisation = self.snapshot.organisation();
        for (key, (by, from)) in &changed {
            let Some(id) = organisation.id(key).filter(|id| self.snapshot.get(*id).is_none()) else { continue };
            let name = organisation.unit_name(id, self.snapshot.day()).name;
            let fields = vec![
                ("skos:prefLabel", label(&name)),
                ("org:changedBy", self.links("event", by)),
                ("org:resultedFrom", self.links("event", from)),
            ];
            self.nodes.push(node(self.iri("unit", key), "org:Organization", fields));
        }
        self.posts();
        for (i, change) in changes.iter().enumerate() {
            let fields = vec![
                ("rdfs:label", Some(change.name.into())),
                ("dcterms:date", change.days.map(bounds).as_deref().and_then(date)),
                ("dcterms:description", change.instrument.as_ref().and_then(label)),
                ("org:originalOrganization", self.links("unit", &change.before)),
                ("org:resultingOrganization", self.links("unit", &change.after)),
            ];
            self.nodes.push(node(self.iri("event", &number(i)), "org:ChangeEvent", fields));
        }
        let (kinds, roles) = (std::mem::take(&mut self.kinds), std::mem::take(&mut self.roles));
        for (key, text) in kinds {
            self.nodes.push(node(self.iri("kind", &key), "skos:Concept", vec![("skos:prefLabel", label(&text))]));
        }
        for (key, text) in roles {
            self.nodes.push(node(self.iri("role", &key), "org:Role", vec![("skos:prefLabel", label(&text))]));
        }
        Ok(self.nodes)
    }

    fn unit(&mut self, unit: UnitView<'_>, by: &[String], from: &[String]) {
        let record = unit.record();
        let codes = record.codes.iter().map(|code| typed(&code.code, &self.iri("scheme", &code.scheme))).collect();
        let class = if record.parent.is_some() { "org:OrganizationalUnit" } else { "org:Organization" };
        let kind = (!record.kind.is_empty()).then(|| self.link("kind", &record.kind));
        let fields = vec![
            ("skos:prefLabel", label(&record.name)),
            ("org:identifier", several(codes)),
            ("org:classification", kind),
            ("org:subOrganizationOf", record.parent.as_deref().map(|parent| self.link("unit", parent))),
            ("org:changedBy", self.links("event", by)),
            ("org:resultedFrom", self.links("event", from)),
        ];
        self.nodes.push(node(self.iri("unit", &record.key), class, fields));
        if !record.kind.is_empty() {
            self.kinds.insert(record.kind, record.kind_label);
        }
    }

    fn posts(&mut self) {
        let mut agents = BTreeSet::new();
        for post in self.snapshot.posts() {
            let role = post.title.get(Lang::Zh).to_owned();
            let holders: Vec<String> = post.holders.iter().map(|h| h.holder.clone()).collect();
            let fields = vec![
                ("skos:prefLabel", label(&post.title)),
                ("org:role", Some(self.link("role", &role))),
                ("org:postIn", Some(self.link("unit", &post.unit.key))),
                ("org:heldBy", self.links("holder", &holders)),
            ];
            self.nodes.push(node(self.iri("post", &post.key), "org:Post", fields));
            for holding in &post.holders {
                let ends = [("time:hasBeginning", instant(holding.from)), ("time:hasEnd", instant(holding.until))];
                let ends: Vec<_> = ends.into_iter().filter_map(|(key, end)| Some((key.to_owned(), end?))).collect();
                let during = (!ends.is_empty()).then(|| {
                    Value::Map(std::iter::once(("@type".to_owned(), "time:Interval".into())).chain(ends).collect())
                });
                let since = holding.from.map(|days| format!("/{days}")).unwrap_or_default();
                let fields = vec![
                    ("org:member", Some(self.link("holder", &holding.holder))),
                    ("org:organization", Some(self.link("unit", &post.unit.key))),
                    ("org:role", Some(self.link("role", &role))),
                    ("org:memberDuring", during),
                ];
                let id = self.iri("membership", &format!("{}/{}{since}", post.key, holding.holder));
                self.nodes.push(node(id, "org:Membership", fields));
                agents.insert(holding.holder.clone());
            }
            self.roles.insert(role, post.title);
        }
        for agent in agents {
            self.nodes.push(node(self.iri("holder", &agent), "foaf:Agent", Vec::new()));
        }
    }
}
