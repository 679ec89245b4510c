//! From Popolo to an organisation.

use std::collections::{BTreeMap, BTreeSet};

use super::object::{Notes, Object, collapse, row, whole_lists};
use super::{Imported, LossReason};
use crate::kernel::{Document, Faults, Key, Result, Span, Value};
use crate::organisation::dated::{order, overlap};
use crate::organisation::{Catalogue, Organisation, OrganisationError as Fault};
use crate::wire::short::bounds;

/// The kind of an organisation without a classification.
pub(super) const ORGANIZATION: &str = "organization";
/// The kind of an area without a classification, and the beginning of those with one.
pub(super) const AREA: &str = "area";
/// The title of a document without one.
pub(super) const TITLE: &str = "Popolo";

/// Whether a kind is one of areas.
pub(super) fn is_area(kind: &str) -> bool {
    kind == AREA || kind.starts_with("area:")
}

/// Where each row of the draft comes from.
#[derive(Default)]
struct Places {
    units: Vec<String>,
    relations: Vec<String>,
    posts: Vec<String>,
    holders: Vec<String>,
    holdings: Vec<String>,
}

struct Reading {
    notes: Notes,
    title: Option<String>,
    sources: Vec<Value>,
    units: Vec<Value>,
    relations: Vec<Value>,
    posts: Vec<Value>,
    holders: Vec<Value>,
    holdings: Vec<Value>,
    places: Places,
    catalogue: Catalogue,
    kinds: BTreeSet<Key>,
    areas: BTreeSet<String>,
    organizations: BTreeSet<String>,
    /// Posts with their organisations; nothing for one that is lost.
    owners: BTreeMap<String, Option<String>>,
}

pub(super) fn read(document: &Value) -> Result<Imported> {
    let mut reading = Reading {
        notes: Notes { faults: Faults::new(), losses: Vec::new() },
        title: None,
        sources: Vec::new(),
        units: Vec::new(),
        relations: Vec::new(),
        posts: Vec::new(),
        holders: Vec::new(),
        holdings: Vec::new(),
        places: Places::default(),
        catalogue: Catalogue::shipped()?,
        kinds: BTreeSet::new(),
        areas: BTreeSet::new(),
        organizations: BTreeSet::new(),
        owners: BTreeMap::new(),
    };
    reading.document(document);
    let Reading { notes, places, .. } = &mut reading;
    std::mem::take(&mut notes.faults).into_result().map_err(|e| e.under("popolo"))?;
    let mut losses = std::mem::take(&mut notes.losses);
    let places = std::mem::take(places);
    let organisation = Organisation::from_value(reading.own_document());
    let organisation = organisation.map_err(|e| e.moved(|path| places.of(path)).under("popolo"))?;
    whole_lists(document, &mut losses);
    Ok(Imported { organisation, losses })
}

impl Places {
    /// The path in the foreign document of a path in the draft.
    fn of(&self, path: &str) -> String {
        let path = path.strip_prefix("organisation.").unwrap_or(path);
        let found = path.split_once('[').and_then(|(list, rest)| {
            let (index, rest) = rest.split_once(']')?;
            let list = match list {
                "units" => &self.units,
                "relations" => &self.relations,
                "posts" => &self.posts,
                "holders" => &self.holders,
                "holdings" => &self.holdings,
                _ => return None,
            };
            let tail = match rest {
                ".key" => ".id",
                ".parent" => ".parent_id",
                _ => "",
            };
            Some(format!("{}{tail}", list.get(index.parse::<usize>().ok()?)?))
        });
        found.unwrap_or_else(|| path.to_owned())
    }
}

impl Reading {
    /// The organisation's own document.
    fn own_document(self) -> Value {
        let list = |items: Vec<Value>| (!items.is_empty()).then_some(Value::List(items));
        let kind = |key: Key| {
            let role = is_area(key.as_str()).then(|| "area".into());
            row([("key", Some(key.to_string().into())), ("role", role)])
        };
        row([
            ("format", Some(Organisation::FORMAT.into())),
            ("title", Some(self.title.unwrap_or_else(|| TITLE.to_owned()).into())),
            ("sources", list(self.sources)),
            ("kinds", list(self.kinds.into_iter().map(kind).collect())),
            ("units", list(self.units)),
            ("relations", list(self.relations)),
            ("posts", list(self.posts)),
            ("holders", list(self.holders)),
            ("holdings", list(self.holdings)),
        ])
    }

    fn document(&mut self, document: &Value) {
        let Some(mut top) = Object::read(document, String::new(), &mut self.notes) else { return };
        if let Some(meta) = top.take("meta", &mut self.notes) {
            self.meta(meta);
        }
        let areas = top.list("areas", &mut self.notes);
        let organizations = top.list("organizations", &mut self.notes);
        let posts = top.list("posts", &mut self.notes);
        let persons = top.list("persons", &mut self.notes);
        let memberships = top.list("memberships", &mut self.notes);
        let ids = |list: &[Value]| list.iter().filter_map(|v| v.get("id")?.as_text().map(str::to_owned)).collect();
        self.areas = ids(areas);
        self.organizations = ids(organizations);
        for (i, value) in areas.iter().enumerate() {
            self.area(value, format!("areas[{i}]"));
        }
        for (i, value) in organizations.iter().enumerate() {
            self.organization(value, format!("organizations[{i}]"));
        }
        for (i, value) in posts.iter().enumerate() {
            self.post(value, format!("posts[{i}]"));
        }
        for (i, value) in persons.iter().enumerate() {
            self.person(value, format!("persons[{i}]"));
        }
        for (i, value) in memberships.iter().enumerate() {
            self.membership(value, format!("memberships[{i}]"));
        }
        top.rest(LossReason::NoPlace, &mut self.notes);
    }

    fn meta(&mut self, value: &Value) {
        let Some(mut meta) = Object::read(value, "meta".into(), &mut self.notes) else { return };
        match meta.text("title", &mut self.notes) {
            Some(TITLE) => self.notes.lose("meta.title", LossReason::Redundant),
            title => self.title = title.map(str::to_owned),
        }
        let sources = meta.list("sources", &mut self.notes);
        for (i, source) in sources.iter().enumerate() {
            match source {
                Value::Text(text) if !text.is_empty() => self.sources.push(source.clone()),
                _ => self.notes.lose(format!("meta.sources[{i}]"), LossReason::NoPlace),
            }
        }
        collapse("meta.sources", sources.len(), &mut self.notes);
        meta.rest(LossReason::NoPlace, &mut self.notes);
        if self.title.is_none() && self.sources.is_empty() {
            self.lose_whole("meta", LossReason::NoPlace);
        }
    }

    /// The key of a unit, and the unit that it lies within, which must be among its like.
    fn unit(
        &mut self,
        object: &mut Object<'_>,
        kind: &Key,
        siblings: fn(&Self) -> &BTreeSet<String>,
    ) -> (Option<Value>, Option<Value>) {
        let key = object.key("id", &mut self.notes);
        let parent = object.text("parent_id", &mut self.notes);
        if let Some(parent) = parent.filter(|parent| !siblings(self).contains(*parent)) {
            self.unknown_unit(object.at("parent_id"), parent);
        }
        if self.catalogue.kind(kind.as_str()).is_none() {
            self.kinds.insert(kind.clone());
        }
        (key.map(|key| key.to_string().into()), parent.map(Value::from))
    }

    fn unknown_unit(&mut self, path: String, key: &str) {
        self.notes.faults.push(path, Fault::UnknownUnit { key: key.chars().take(120).collect() });
    }

    fn area(&mut self, value: &Value, path: String) {
        let Some(mut object) = Object::read(value, path, &mut self.notes) else { return };
        let classification = object.text("classification", &mut self.notes);
        let kind = classification.and_then(|words| format!("{AREA}:{words}").parse::<Key>().ok());
        if classification.is_some() && kind.is_none() {
            self.notes.lose(object.at("classification"), LossReason::NotExpressible);
        }
        let Some(kind) = kind.or_else(|| AREA.parse().ok()) else { return };
        let (key, parent) = self.unit(&mut object, &kind, |reading| &reading.areas);
        let name = object.need("name", &mut self.notes).map(Value::from);
        let code = object.text("identifier", &mut self.notes);
        let code = code.and_then(|text| self.code(text, object.at("identifier")));
        self.places.units.push(object.path.clone());
        let kind = Some(kind.to_string().into());
        self.units.push(row([("key", key), ("kind", kind), ("name", name), ("code", code), ("parent", parent)]));
        object.rest(LossReason::NoPlace, &mut self.notes);
    }

    /// A code, or a loss where it cannot be one.
    fn code(&mut self, text: &str, path: String) -> Option<Value> {
        if text.parse::<Key>().is_err() {
            self.notes.lose(path, LossReason::NotExpressible);
            return None;
        }
        Some(text.into())
    }

    fn organization(&mut self, value: &Value, path: String) {
        let Some(mut object) = Object::read(value, path, &mut self.notes) else { return };
        let classification = object.text("classification", &mut self.notes);
        let usable = classification.filter(|words| *words != ORGANIZATION && !is_area(words));
        let kind = usable.and_then(|words| words.parse::<Key>().ok());
        if classification.is_some() && kind.is_none() {
            let same = classification == Some(ORGANIZATION);
            let reason = if same { LossReason::Redundant } else { LossReason::NotExpressible };
            self.notes.lose(object.at("classification"), reason);
        }
        let Some(kind) = kind.or_else(|| ORGANIZATION.parse().ok()) else { return };
        let (key, parent) = self.unit(&mut object, &kind, |reading| &reading.organizations);
        let from = object.days("founding_date", &mut self.notes);
        let until = object.days("dissolution_date", &mut self.notes);
        self.notes.faults.take(&object.at("dissolution_date"), Span::new(from, until));
        let names = self.names(&mut object);
        let codes = self.codes(&mut object);
        if let Some(area) = object.text("area_id", &mut self.notes) {
            if !self.areas.contains(area) {
                self.unknown_unit(object.at("area_id"), area);
            }
            let relation =
                [("kind", Some("located-in".into())), ("source", key.clone()), ("target", Some(area.into()))];
            self.relations.push(row(relation));
            self.places.relations.push(object.at("area_id"));
        }
        self.places.units.push(object.path.clone());
        self.units.push(row([
            ("key", key),
            ("kind", Some(kind.to_string().into())),
            ("names", Some(Value::List(names))),
            ("codes", (!codes.is_empty()).then_some(Value::List(codes))),
            ("parent", parent),
            ("from", from.map(|days| bounds(days).into())),
            ("until", until.map(|days| bounds(days).into())),
        ]));
        object.rest(LossReason::NoPlace, &mut self.notes);
    }

    /// The rows of the names: those that were left, then the name of today.
    fn names(&mut self, object: &mut Object<'_>) -> Vec<Value> {
        let name = object.need("name", &mut self.notes);
        let path = object.at("other_names");
        let list = object.list("other_names", &mut self.notes);
        let mut rows: Vec<(&str, Span, usize)> = Vec::new();
        for (i, value) in list.iter().enumerate() {
            let Some(mut object) = Object::read(value, format!("{path}[{i}]"), &mut self.notes) else { continue };
            let words = object.need("name", &mut self.notes);
            let from = object.days("start_date", &mut self.notes);
            let until = object.days("end_date", &mut self.notes);
            let span = self.notes.faults.take(&object.at("end_date"), Span::new(from, until));
            let (Some(words), Some(span)) = (words, span) else { continue };
            // A name without an end is the name of today, or else another beside it, for which there is no place.
            if span == Span::ALWAYS || (until.is_none() && name != Some(words)) {
                self.notes.losses.retain(|loss| !loss.path.starts_with(&format!("{path}[{i}]")));
                self.notes.lose(format!("{path}[{i}]"), LossReason::NoPlace);
                continue;
            }
            object.rest(LossReason::NoPlace, &mut self.notes);
            rows.push((words, span, i));
        }
        rows.sort_by_key(|(words, span, i)| (order(*span), *words, *i));
        let mut kept: Vec<(&str, Span, usize)> = Vec::new();
        let mut lost: Vec<(usize, LossReason)> = Vec::new();
        for row in rows {
            let clash = overlap(kept.iter().chain([&row]).map(|(words, span, _)| (*words, *span))).is_some();
            let open = kept.last().is_some_and(|(_, span, _)| span.until().is_none());
            if clash || open {
                lost.push((row.2, LossReason::Contradicts));
            } else {
                kept.push(row);
            }
        }
        let today = kept.last().copied();
        let said = today.is_some_and(|(words, span, _)| span.until().is_none() || name == Some(words));
        if let Some((_, last, i)) = today.filter(|(words, span, _)| span.until().is_none() && name == Some(*words)) {
            let before = kept.len().checked_sub(2).and_then(|n| kept.get(n));
            if before.is_some_and(|(words, span, _)| name != Some(*words) && span.until() == last.from()) {
                lost.push((i, LossReason::Redundant));
            }
        }
        for (i, reason) in lost {
            self.notes.losses.retain(|loss| !loss.path.starts_with(&format!("{path}[{i}]")));
            self.notes.lose(format!("{path}[{i}]"), reason);
        }
        let mut out: Vec<Value> = kept.iter().map(|(words, span, _)| dated_name(words, *span)).collect();
        if let Some(name) = name.filter(|_| !said) {
            let since = today.and_then(|(_, span, _)| span.until());
            out.push(row([("name", Some(name.into())), ("from", since.map(|days| bounds(days).into()))]));
        }
        collapse(&path, list.len(), &mut self.notes);
        out
    }

    fn codes(&mut self, object: &mut Object<'_>) -> Vec<Value> {
        let path = object.at("identifiers");
        let list = object.list("identifiers", &mut self.notes);
        let mut out = Vec::new();
        let mut seen: Vec<Option<Key>> = Vec::new();
        for (i, value) in list.iter().enumerate() {
            let at = format!("{path}[{i}]");
            let Some(mut object) = Object::read(value, at.clone(), &mut self.notes) else { continue };
            let code = object.need("identifier", &mut self.notes);
            let scheme = object.text("scheme", &mut self.notes);
            let Some(code) = code else { continue };
            let key = scheme.filter(|scheme| *scheme != "code").map(str::parse::<Key>);
            let whole = |reason, notes: &mut Notes| {
                notes.losses.retain(|loss| !loss.path.starts_with(&at));
                notes.lose(at.clone(), reason);
            };
            let (Ok(scheme_key), Ok(code)) = (key.transpose(), code.parse::<Key>()) else {
                whole(LossReason::NotExpressible, &mut self.notes);
                continue;
            };
            if seen.contains(&scheme_key) {
                whole(LossReason::Contradicts, &mut self.notes);
                continue;
            }
            if scheme == Some("code") {
                self.notes.lose(object.at("scheme"), LossReason::Redundant);
            }
            object.rest(LossReason::NoPlace, &mut self.notes);
            let scheme = scheme_key.as_ref().map(|key| key.to_string().into());
            out.push(row([("scheme", scheme), ("code", Some(code.to_string().into()))]));
            seen.push(scheme_key);
        }
        collapse(&path, list.len(), &mut self.notes);
        out
    }

    fn post(&mut self, value: &Value, path: String) {
        let Some(mut object) = Object::read(value, path, &mut self.notes) else { return };
        let key = object.key("id", &mut self.notes);
        let unit = object.text("organization_id", &mut self.notes);
        let label = object.text("label", &mut self.notes);
        let Some(key) = key else { return };
        let (Some(unit), Some(label)) = (unit, label) else {
            self.lose_whole(&object.path, LossReason::NoPlace);
            self.owners.insert(key.to_string(), None);
            return;
        };
        if !self.organizations.contains(unit) {
            self.unknown_unit(object.at("organization_id"), unit);
        }
        self.owners.insert(key.to_string(), Some(unit.to_owned()));
        let key = Some(key.to_string().into());
        self.posts.push(row([("key", key), ("unit", Some(unit.into())), ("title", Some(label.into()))]));
        self.places.posts.push(object.path.clone());
        object.rest(LossReason::NoPlace, &mut self.notes);
    }

    fn person(&mut self, value: &Value, path: String) {
        let Some(mut object) = Object::read(value, path, &mut self.notes) else { return };
        if let Some(key) = object.key("id", &mut self.notes) {
            self.holders.push(row([("key", Some(key.to_string().into()))]));
            self.places.holders.push(object.path.clone());
        }
        object.rest(LossReason::Personal, &mut self.notes);
    }

    fn membership(&mut self, value: &Value, path: String) {
        let Some(mut object) = Object::read(value, path, &mut self.notes) else { return };
        let post = object.text("post_id", &mut self.notes);
        let holder = object.text("person_id", &mut self.notes);
        let known = post.and_then(|post| self.owners.get(post)).cloned();
        let (Some(post), Some(holder)) = (post, holder) else {
            // Who belongs to what is counted here, never listed.
            self.lose_whole(&object.path, LossReason::Personal);
            return;
        };
        if known == Some(None) {
            self.lose_whole(&object.path, LossReason::NoPlace);
            return;
        }
        let unit = object.need("organization_id", &mut self.notes);
        if let (Some(unit), Some(Some(own))) = (unit, known)
            && unit != own
        {
            self.lose_whole(&object.path, LossReason::Contradicts);
            return;
        }
        let from = object.days("start_date", &mut self.notes);
        let until = object.days("end_date", &mut self.notes);
        self.notes.faults.take(&object.at("end_date"), Span::new(from, until));
        self.holdings.push(row([
            ("post", Some(post.into())),
            ("holder", Some(holder.into())),
            ("from", from.map(|days| bounds(days).into())),
            ("until", until.map(|days| bounds(days).into())),
        ]));
        self.places.holdings.push(object.path.clone());
        object.rest(LossReason::NoPlace, &mut self.notes);
    }

    /// Loses an object with all that was lost of it.
    fn lose_whole(&mut self, path: &str, reason: LossReason) {
        self.notes.losses.retain(|loss| !loss.path.starts_with(&format!("{path}.")));
        self.notes.lose(path, reason);
    }
}

fn dated_name(words: &str, span: Span) -> Value {
    row([
        ("name", Some(words.into())),
        ("from", span.from().map(|days| bounds(days).into())),
        ("until", span.until().map(|days| bounds(days).into())),
    ])
}
