//! From an organisation to Popolo.

use std::collections::{BTreeMap, BTreeSet};

use super::object::{Notes, Object, collapse, row, whole_lists};
use super::read::{ORGANIZATION, TITLE, is_area, read};
use super::{Exported, Loss, LossReason};
use crate::kernel::{Faults, Lang, Result, Value};
use crate::organisation::Organisation;
use crate::organisation::parts::Change;
use crate::wire::short::bounds;

/// What of a unit cannot be said without its days, as reading the document again has shown.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Dropped {
    parent: bool,
    codes: bool,
}

pub(super) fn write(organisation: &Organisation, lang: Lang) -> Result<Exported> {
    let document = organisation.settled().value()?;
    let events = organisation.told()?;
    let corrected = organisation.entries().len() > 0;
    let mut dropped = BTreeMap::new();
    loop {
        let writing = Writing::new(lang, &document, &dropped);
        let (out, losses, units) = writing.document(&document, &events, corrected);
        // Where days were left out, what held at different times may now contradict itself.
        let changed = |loss: &Loss| matches!(loss.reason, LossReason::NotExpressible | LossReason::Redundant);
        let changed = losses.iter().any(changed);
        let again = if changed { read(&out).err() } else { None };
        let Some(error) = again else { return Ok(Exported { document: out, losses }) };
        let before = dropped.clone();
        for fault in error.faults() {
            let Some(unit) = units.get(place(fault.path())) else { continue };
            let entry: &mut Dropped = dropped.entry(unit.clone()).or_default();
            match fault.code() {
                "code-shared" => entry.codes = true,
                _ => entry.parent = true,
            }
        }
        if dropped == before {
            return Err(error);
        }
    }
}

/// `organizations[3]` of the path of a fault.
fn place(path: &str) -> &str {
    let path = path.strip_prefix("popolo.").unwrap_or(path);
    path.find(']').and_then(|end| path.get(..=end)).unwrap_or(path)
}

struct Writing<'d> {
    lang: Lang,
    dropped: &'d BTreeMap<String, Dropped>,
    notes: Notes,
    /// Units that are areas, by their keys.
    areas: BTreeSet<&'d str>,
    units: BTreeSet<&'d str>,
    used: BTreeSet<&'d str>,
    /// The area that each organisation lies in.
    located: BTreeMap<&'d str, &'d str>,
    /// The units of posts that are written.
    owners: BTreeMap<&'d str, &'d str>,
}

fn texts<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key)?.as_text()
}

fn items<'v>(document: &'v Value, key: &str) -> &'v [Value] {
    match document.get(key) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

/// The kind of a unit: the only one, or the last.
fn kind_of(unit: &Value) -> &str {
    texts(unit, "kind").or_else(|| texts(items(unit, "kinds").last()?, "kind")).unwrap_or(ORGANIZATION)
}

/// Whether Popolo has a form for a day: a day, a month or a year.
fn says(days: Option<&Value>) -> bool {
    days.and_then(Value::as_text).is_none_or(|text| !text.contains(".."))
}

impl<'d> Writing<'d> {
    fn new(lang: Lang, document: &'d Value, dropped: &'d BTreeMap<String, Dropped>) -> Self {
        let units = items(document, "units");
        let keys = |areas: bool| {
            let fits = move |unit: &&Value| is_area(kind_of(unit)) == areas;
            units.iter().filter(fits).filter_map(|unit| texts(unit, "key")).collect()
        };
        Self {
            lang,
            dropped,
            notes: Notes { faults: Faults::new(), losses: Vec::new() },
            areas: keys(true),
            units: keys(false),
            used: units.iter().map(kind_of).collect(),
            located: BTreeMap::new(),
            owners: BTreeMap::new(),
        }
    }

    /// The document, what is lost, and the unit of each organisation and area by its path.
    fn document(
        mut self,
        document: &'d Value,
        events: &[Change],
        worked_in: bool,
    ) -> (Value, Vec<Loss>, BTreeMap<String, String>) {
        let Some(mut top) = Object::read(document, String::new(), &mut self.notes) else {
            return (Value::Map(Vec::new()), self.notes.losses, BTreeMap::new());
        };
        top.take("format", &mut self.notes);
        let meta = self.meta(&mut top);
        let kinds = top.list("kinds", &mut self.notes);
        self.kinds(kinds);
        let units = top.list("units", &mut self.notes);
        // Relations are looked at first: where an organisation lies stands with it.
        let relations = top.list("relations", &mut self.notes);
        let own = std::mem::take(&mut self.notes.losses);
        self.relations(relations);
        let relations = std::mem::replace(&mut self.notes.losses, own);
        let (mut areas, mut organizations, mut places) = (Vec::new(), Vec::new(), BTreeMap::new());
        for (i, unit) in units.iter().enumerate() {
            let Some(object) = Object::read(unit, format!("units[{i}]"), &mut self.notes) else { continue };
            let is_area = is_area(kind_of(unit));
            let (name, list) = if is_area { ("areas", &mut areas) } else { ("organizations", &mut organizations) };
            places.insert(format!("{name}[{}]", list.len()), texts(unit, "key").unwrap_or_default().to_owned());
            list.push(self.unit(object, unit, is_area));
        }
        self.notes.losses.extend(relations);
        let posts = top.list("posts", &mut self.notes);
        let posts = self.posts(posts);
        let persons = top.list("holders", &mut self.notes);
        let persons = self.persons(persons);
        let memberships = top.list("holdings", &mut self.notes);
        let memberships = self.memberships(memberships);
        top.rest(LossReason::NoPlace, &mut self.notes);
        if worked_in {
            self.notes.lose("events", LossReason::WorkedIn);
        }
        let news = self.events(events);
        let list = |items: Vec<Value>| (!items.is_empty()).then_some(Value::List(items));
        let out = row([
            ("meta", meta),
            ("areas", list(areas)),
            ("organizations", list(organizations)),
            ("posts", list(posts)),
            ("persons", list(persons)),
            ("memberships", list(memberships)),
            ("events", list(news)),
        ]);
        let mut losses = self.notes.losses;
        whole_lists(document, &mut losses);
        (out, losses, places)
    }

    /// A text in the language; what it says in the other is lost.
    fn words(&mut self, value: &Value, path: &str) -> String {
        let (own, other) = match self.lang {
            Lang::Zh => ("zh", "en"),
            Lang::En => ("en", "zh"),
        };
        if value.get(other).is_some() {
            self.notes.lose(format!("{path}.{other}"), LossReason::NoPlace);
        }
        value.as_text().or_else(|| texts(value, own)).unwrap_or_default().to_owned()
    }

    fn meta(&mut self, top: &mut Object<'_>) -> Option<Value> {
        let title = top.take("title", &mut self.notes).map(|value| self.words(value, "title"));
        let sources = top.list("sources", &mut self.notes);
        let sources: Vec<Value> =
            sources.iter().enumerate().map(|(i, s)| self.words(s, &format!("sources[{i}]")).into()).collect();
        let title = title.filter(|title| title != TITLE);
        let there = title.is_some() || !sources.is_empty();
        let sources = (!sources.is_empty()).then_some(Value::List(sources));
        there.then(|| row([("title", title.map(Value::from)), ("sources", sources)]))
    }

    fn kinds(&mut self, kinds: &'d [Value]) {
        for (i, value) in kinds.iter().enumerate() {
            let path = format!("kinds[{i}]");
            let Some(mut kind) = Object::read(value, path.clone(), &mut self.notes) else { continue };
            let key = kind.text("key", &mut self.notes).unwrap_or_default();
            if !self.used.contains(key) {
                self.notes.lose(path, LossReason::NoPlace);
                continue;
            }
            if is_area(key) {
                kind.take("role", &mut self.notes);
            }
            kind.rest(LossReason::NoPlace, &mut self.notes);
        }
    }

    fn relations(&mut self, relations: &'d [Value]) {
        for (i, value) in relations.iter().enumerate() {
            let path = format!("relations[{i}]");
            let Some(mut relation) = Object::read(value, path.clone(), &mut self.notes) else { continue };
            let kind = relation.text("kind", &mut self.notes);
            let source = relation.text("source", &mut self.notes);
            let target = relation.text("target", &mut self.notes);
            let (Some("located-in"), Some(source), Some(target)) = (kind, source, target) else {
                self.notes.lose(path, LossReason::NoPlace);
                continue;
            };
            let fits = self.units.contains(source) && self.areas.contains(target);
            let dated = value.get("from").is_some() || value.get("until").is_some();
            if !fits || dated || self.located.contains_key(source) {
                self.notes.lose(path, LossReason::NoPlace);
                continue;
            }
            self.located.insert(source, target);
            relation.rest(LossReason::NoPlace, &mut self.notes);
        }
    }

    fn unit(&mut self, mut unit: Object<'d>, value: &'d Value, is_area: bool) -> Value {
        let key = unit.text("key", &mut self.notes).unwrap_or_default();
        let dropped = self.dropped.get(key).copied().unwrap_or_default();
        self.last_only(&mut unit, "kind", "kinds", "kind");
        let kind = kind_of(value);
        let classification =
            if is_area { kind.strip_prefix("area:") } else { Some(kind).filter(|k| *k != ORGANIZATION) };
        let (name, other_names) = self.names(&mut unit, is_area);
        let codes = self.codes(&mut unit, is_area, dropped.codes);
        let parent = self.parent(&mut unit, value, is_area, dropped.parent);
        let ends = if is_area { [None, None] } else { ["from", "until"].map(|end| self.end(&mut unit, end)) };
        let [from, until] = ends;
        unit.rest(LossReason::NoPlace, &mut self.notes);
        let (identifier, identifiers) = match (is_area, codes.as_slice()) {
            (_, []) => (None, None),
            (true, [first, ..]) => (first.get("identifier").cloned(), None),
            (false, _) => (None, Some(Value::List(codes))),
        };
        row([
            ("id", Some(key.into())),
            ("name", Some(name.into())),
            ("other_names", (!other_names.is_empty()).then_some(Value::List(other_names))),
            ("identifier", identifier),
            ("identifiers", identifiers),
            ("classification", classification.map(Value::from)),
            ("parent_id", parent.map(Value::from)),
            ("area_id", self.located.get(key).map(|area| (*area).into())),
            ("founding_date", from),
            ("dissolution_date", until),
        ])
    }

    /// An end of a unit's days, if Popolo has a form for it.
    fn end(&mut self, unit: &mut Object<'d>, end: &str) -> Option<Value> {
        let value = unit.take(end, &mut self.notes)?;
        if says(Some(value)) {
            return Some(value.clone());
        }
        self.notes.lose(unit.at(end), LossReason::NotExpressible);
        None
    }

    /// Of the rows of a fact that Popolo does not date, the last without its days.
    fn last_only(&mut self, unit: &mut Object<'d>, short: &str, long: &str, value: &str) -> Option<&'d Value> {
        if let Some(only) = unit.take(short, &mut self.notes) {
            return Some(only);
        }
        let rows = unit.list(long, &mut self.notes);
        let path = unit.at(long);
        let (last, rest) = rows.split_last()?;
        for i in 0..rest.len() {
            self.notes.lose(format!("{path}[{i}]"), LossReason::NotExpressible);
        }
        let mut row = Object::read(last, format!("{path}[{}]", rest.len()), &mut self.notes)?;
        row.take(value, &mut self.notes);
        row.lose_days(unit, &mut self.notes);
        row.rest(LossReason::NoPlace, &mut self.notes);
        last.get(value)
    }

    fn names(&mut self, unit: &mut Object<'d>, is_area: bool) -> (String, Vec<Value>) {
        if is_area {
            let at = if unit.has("name") { unit.at("name") } else { String::new() };
            let rows = unit.count("names");
            let path = if at.is_empty() { format!("{}[{}].name", unit.at("names"), rows.max(1) - 1) } else { at };
            let name = self.last_only(unit, "name", "names", "name");
            return (name.map(|name| self.words(name, &path)).unwrap_or_default(), Vec::new());
        }
        let path = unit.at("name");
        if let Some(name) = unit.take("name", &mut self.notes) {
            return (self.words(name, &path), Vec::new());
        }
        let rows = unit.list("names", &mut self.notes);
        let path = unit.at("names");
        let Some((last, former)) = rows.split_last() else { return (String::new(), Vec::new()) };
        let at = format!("{path}[{}]", former.len());
        let begins = says(last.get("from"));
        let mut kept: Vec<Value> = Vec::new();
        for (i, value) in former.iter().enumerate() {
            if begins && says(value.get("from")) && says(value.get("until")) {
                kept.push(self.name_row(value, &format!("{path}[{i}]")));
            } else {
                self.notes.lose(format!("{path}[{i}]"), LossReason::NotExpressible);
            }
        }
        let today = self.name_row(last, &at);
        let words = texts(&today, "name").unwrap_or_default().to_owned();
        // The name of today begins when the last before it ended, unless it says otherwise.
        let follows = today.get("end_date").is_none()
            && kept.last().is_some_and(|before| {
                before.get("end_date").is_some()
                    && before.get("end_date") == today.get("start_date")
                    && before.get("name") != today.get("name")
            });
        let dated = today.get("start_date").is_some() || today.get("end_date").is_some();
        if !follows && (dated || !kept.is_empty()) {
            kept.push(today);
        }
        (words, kept)
    }

    /// A name with its days.
    fn name_row(&mut self, value: &'d Value, path: &str) -> Value {
        let Some(mut object) = Object::read(value, path.to_owned(), &mut self.notes) else { return Value::Null };
        let name = object.take("name", &mut self.notes).map(|name| self.words(name, &format!("{path}.name")).into());
        let from = self.end(&mut object, "from");
        let until = self.end(&mut object, "until");
        object.rest(LossReason::NoPlace, &mut self.notes);
        row([("name", name), ("start_date", from), ("end_date", until)])
    }

    fn codes(&mut self, unit: &mut Object<'d>, is_area: bool, dropped: bool) -> Vec<Value> {
        let code = |scheme: Option<&Value>, code: Option<&Value>| {
            row([("scheme", scheme.cloned()), ("identifier", code.cloned())])
        };
        if dropped {
            unit.lose("code", LossReason::NotExpressible, &mut self.notes);
            unit.lose("codes", LossReason::NotExpressible, &mut self.notes);
            return Vec::new();
        }
        if let Some(only) = unit.take("code", &mut self.notes) {
            return vec![code(None, Some(only))];
        }
        let rows = unit.list("codes", &mut self.notes);
        let path = unit.at("codes");
        let mut out = Vec::new();
        for (i, value) in rows.iter().enumerate() {
            let at = format!("{path}[{i}]");
            let scheme = value.get("scheme");
            let later = rows.iter().skip(i + 1).any(|other| other.get("scheme") == scheme);
            if later || (is_area && scheme.is_some()) {
                let reason = if later { LossReason::NotExpressible } else { LossReason::NoPlace };
                self.notes.lose(at, reason);
                continue;
            }
            let Some(mut object) = Object::read(value, at, &mut self.notes) else { continue };
            out.push(code(scheme, object.take("code", &mut self.notes)));
            object.take("scheme", &mut self.notes);
            object.lose_days(unit, &mut self.notes);
            object.rest(LossReason::NoPlace, &mut self.notes);
        }
        collapse(&path, rows.len(), &mut self.notes);
        out
    }

    fn parent(&mut self, unit: &mut Object<'d>, value: &'d Value, is_area: bool, dropped: bool) -> Option<&'d str> {
        let last = items(value, "parents").last();
        let parent = texts(value, "parent").or_else(|| texts(last?, "unit"))?;
        // A parent that was left without another is none of today.
        let left = last.is_some_and(|row| row.get("until").is_some()) && value.get("until").is_none();
        let alike = if is_area { self.areas.contains(parent) } else { self.units.contains(parent) };
        if !alike || left || dropped {
            let reason = if alike { LossReason::NotExpressible } else { LossReason::NoPlace };
            unit.lose("parent", reason, &mut self.notes);
            unit.lose("parents", reason, &mut self.notes);
            return None;
        }
        self.last_only(unit, "parent", "parents", "unit").and_then(Value::as_text)
    }

    fn posts(&mut self, posts: &'d [Value]) -> Vec<Value> {
        let mut out = Vec::new();
        for (i, value) in posts.iter().enumerate() {
            let path = format!("posts[{i}]");
            let Some(mut post) = Object::read(value, path.clone(), &mut self.notes) else { continue };
            let key = post.text("key", &mut self.notes).unwrap_or_default();
            let unit = post.text("unit", &mut self.notes).unwrap_or_default();
            if !self.units.contains(unit) {
                self.notes.lose(path, LossReason::NoPlace);
                continue;
            }
            self.owners.insert(key, unit);
            let title = post.take("title", &mut self.notes).map(|title| self.words(title, &format!("{path}.title")));
            post.rest(LossReason::NoPlace, &mut self.notes);
            let label = title.map(Value::from);
            out.push(row([("id", Some(key.into())), ("label", label), ("organization_id", Some(unit.into()))]));
        }
        out
    }

    fn persons(&mut self, holders: &'d [Value]) -> Vec<Value> {
        let mut out = Vec::new();
        for (i, value) in holders.iter().enumerate() {
            let Some(mut holder) = Object::read(value, format!("holders[{i}]"), &mut self.notes) else { continue };
            out.push(row([("id", holder.take("key", &mut self.notes).cloned())]));
            holder.rest(LossReason::Personal, &mut self.notes);
        }
        out
    }

    fn memberships(&mut self, holdings: &'d [Value]) -> Vec<Value> {
        let mut out = Vec::new();
        for (i, value) in holdings.iter().enumerate() {
            let path = format!("holdings[{i}]");
            let Some(mut holding) = Object::read(value, path.clone(), &mut self.notes) else { continue };
            let owner = texts(value, "post").and_then(|post| self.owners.get(post)).copied();
            let said = says(value.get("from")) && says(value.get("until"));
            let Some(owner) = owner.filter(|_| said) else {
                let reason = if said { LossReason::NoPlace } else { LossReason::NotExpressible };
                self.notes.lose(path, reason);
                continue;
            };
            let [post, holder, from, until] =
                ["post", "holder", "from", "until"].map(|key| holding.take(key, &mut self.notes).cloned());
            holding.rest(LossReason::NoPlace, &mut self.notes);
            out.push(row([
                ("person_id", holder),
                ("organization_id", Some(owner.into())),
                ("post_id", post),
                ("start_date", from),
                ("end_date", until),
            ]));
        }
        out
    }

    /// What changed units, as news: reading them again changes nothing.
    fn events(&self, events: &[Change]) -> Vec<Value> {
        let news = |(number, event): (usize, &Change)| {
            let instrument = event.instrument.as_ref().map(|text| text.get(self.lang).into());
            let day = event.days.map(|days| Value::from(bounds(days))).filter(|day| says(Some(day)));
            row([
                ("id", Some(format!("change-{number}").into())),
                ("name", Some(event.name.into())),
                ("description", instrument),
                ("start_date", day),
                ("classification", Some("change of units".into())),
            ])
        };
        (1..).zip(events).map(news).collect()
    }
}
