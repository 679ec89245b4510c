//! Events of one unit: it begins, changes, ends, begins again; and what was said of it is set right.

use super::edit::{
    add, change, closing, end, existing, may_end, move_within, over, reopen, set, there, unknown, within,
};
use super::flow::{Flowing, Paths};
use super::{Done, Ground, What};
use crate::kernel::{Faults, Key, Likely, Result, Span, WithinDays};
use crate::organisation::rows::{Origin, Rows, UnitRows};
use crate::organisation::{OrganisationError as Fault, SchemeId};
use crate::wire::organisation::{
    Abolish, Children, Convert, Found, Lifetime, Recode, Rename, Reparent, Restore, State, Target,
};

pub(super) fn rename(rows: &mut Rows, event: &Rename) -> Result<Done> {
    let id = existing(rows, &event.unit, event.day)?;
    let unit = rows.get_mut(id).ok_or_else(|| unknown(&event.unit))?;
    unit.names = change(std::mem::take(&mut unit.names), |_| true, Some(event.name.clone()), event.day);
    Ok(What::Change(id).into())
}

pub(super) fn reparent(rows: &mut Rows, event: &Reparent) -> Result<Done> {
    let mut faults = Faults::new();
    let id = there(rows, &event.unit, event.day, || "unit".into(), &mut faults);
    let parent = match &event.parent {
        None => None,
        Some(parent) => there(rows, parent, event.day, || "parent".into(), &mut faults),
    };
    faults.into_result()?;
    let id = id.ok_or_else(|| unknown(&event.unit))?;
    let unit = rows.get_mut(id).ok_or_else(|| unknown(&event.unit))?;
    unit.parents = change(std::mem::take(&mut unit.parents), |_| true, parent, event.day);
    parent.and_then(|parent| rows.get_mut(parent)).into_iter().for_each(|parent| parent.children.push(id));
    Ok(What::Change(id).into())
}

pub(super) fn abolish(rows: &mut Rows, event: &Abolish) -> Result<Done> {
    let mut faults = Faults::new();
    let day = event.day;
    let id = there(rows, &event.unit, day, || "unit".into(), &mut faults);
    let to = match &event.to {
        None => None,
        Some(to) => there(rows, to, day, || "to".into(), &mut faults),
    };
    if to.is_some() && to == id {
        faults.push("to", Fault::MergeIntoItself { unit: event.unit.clone() });
    }
    let inside = id.map(|id| within(rows, id, day)).unwrap_or_default();
    let with_children = event.children == Some(Children::Close);
    if !inside.is_empty() && !with_children && event.to.is_none() {
        faults.push("children", Fault::ChildrenLeft { unit: event.unit.clone(), count: inside.len() });
    }
    let moving = to.filter(|_| !with_children);
    let along = if moving.is_some() { inside } else { closing(rows, inside, day) };
    if let Some(id) = id {
        may_end(rows, id, day, "unit", &mut faults);
    }
    for child in along.iter().filter(|_| with_children) {
        may_end(rows, *child, day, "children", &mut faults);
    }
    faults.into_result()?;
    let id = id.ok_or_else(|| unknown(&event.unit))?;
    end(rows, id, day);
    for child in &along {
        match moving {
            Some(to) => move_within(rows, *child, id, to, day),
            None => end(rows, *child, day),
        }
    }
    Ok(Done { what: Some(What::Abolish(id)), along })
}

impl Ground<'_> {
    pub(super) fn found(&mut self, rows: &mut Rows, event: &Found) -> Result<Done> {
        let mut faults = Faults::new();
        let target = Target {
            unit: event.unit.clone(),
            kind: Some(event.kind.clone()),
            name: Some(event.name.clone()),
            code: event.code.clone(),
            scheme: event.scheme.clone(),
            parent: event.parent.clone(),
        };
        if rows.id(event.unit.as_str()).is_some() {
            faults.push("unit", Fault::UnitExists { unit: event.unit.to_string() });
        }
        let unit = self.new_unit(rows, &target, event.day, "", &mut faults);
        faults.into_result()?;
        let id = unit.and_then(|unit| add(rows, &event.unit, unit));
        let id = id.ok_or_else(|| Fault::UnitExists { unit: event.unit.to_string() })?;
        Ok(What::Found(id).into())
    }

    /// The rows of a new unit, if nothing is wrong with them.
    pub(super) fn new_unit(
        &mut self,
        rows: &Rows,
        target: &Target,
        day: WithinDays,
        path: &str,
        faults: &mut Faults,
    ) -> Option<UnitRows> {
        let at = |field: &str| if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
        let missing = |field: &str| Fault::UnitIncomplete { unit: target.unit.to_string(), field: field.into() };
        let life = Span::new(Some(day), None).ok()?;
        let kind = match &target.kind {
            None => {
                faults.push(path, missing("kind"));
                None
            }
            Some(kind) => faults.take(&at("kind"), self.catalogue.kind_id(kind).map_err(Into::into)),
        };
        if target.name.is_none() {
            faults.push(path, missing("name"));
        }
        let parent = target.parent.as_ref().map(|parent| there(rows, parent, day, || at("parent"), faults));
        let scheme = target.code.is_some().then(|| self.scheme(target.scheme.as_ref())).flatten();
        let code = target.code.clone().zip(scheme).map(|(code, scheme)| ((scheme, code), life));
        let parents = match parent {
            None => Vec::new(),
            Some(parent) => vec![(parent?, life)],
        };
        Some(UnitRows {
            origin: Origin::Event(self.index),
            life,
            gaps: Vec::new(),
            ended: false,
            known: true,
            kinds: vec![(kind?, life)],
            names: vec![(target.name.clone()?, life)],
            codes: code.into_iter().collect(),
            parents,
            children: Vec::new(),
        })
    }

    pub(super) fn recode(&mut self, rows: &mut Rows, event: &Recode) -> Result<Done> {
        let id = existing(rows, &event.unit, event.day)?;
        let scheme = self.scheme(event.scheme.as_ref());
        let unit = rows.get_mut(id).zip(scheme);
        let (unit, scheme) = unit.ok_or_else(|| unknown(&event.unit))?;
        recoded(unit, scheme, &event.code, event.day);
        Ok(What::Change(id).into())
    }

    pub(super) fn convert(&mut self, rows: &mut Rows, event: &Convert) -> Result<Done> {
        let day = event.day;
        let id = existing(rows, &event.unit, day)?;
        let Some(into) = &event.into else {
            let kind = self.catalogue.kind_id(&event.kind).map_err(|f| crate::kernel::Error::at("kind", f))?;
            let scheme = event.code.is_some().then(|| self.scheme(event.scheme.as_ref())).flatten();
            let unit = rows.get_mut(id).ok_or_else(|| unknown(&event.unit))?;
            unit.kinds = change(std::mem::take(&mut unit.kinds), |_| true, Some(kind), day);
            if let Some(name) = &event.name {
                unit.names = change(std::mem::take(&mut unit.names), |_| true, Some(name.clone()), day);
            }
            if let Some((code, scheme)) = event.code.as_ref().zip(scheme) {
                recoded(unit, scheme, code, day);
            }
            return Ok(What::Change(id).into());
        };
        let unit = rows.get(id).ok_or_else(|| unknown(&event.unit))?;
        let name = event.name.clone().or_else(|| last_before(&unit.names, day).cloned());
        let parent = last_before(&unit.parents, day).and_then(|parent| rows.keys.key(*parent)).map(Key::to_string);
        let target = Target {
            unit: into.clone(),
            kind: Some(event.kind.clone()),
            name,
            code: event.code.clone(),
            scheme: event.scheme.clone(),
            parent: event.parent.clone().or(parent),
        };
        self.flow(
            rows,
            &Flowing {
                sources: vec![&event.unit],
                targets: vec![&target],
                shares: &[],
                moves: Vec::new(),
                children: event.children,
                day,
                may_stay: false,
                stays: false,
                paths: Paths::CONVERT,
            },
        )
    }

    pub(super) fn restore(&mut self, rows: &mut Rows, event: &Restore) -> Result<Done> {
        let mut faults = Faults::new();
        let day = event.day;
        let id = rows.find(&event.unit, || "unit".into(), &mut faults);
        let kind =
            event.kind.as_ref().and_then(|kind| faults.take("kind", self.catalogue.kind_id(kind).map_err(Into::into)));
        let unit = id.and_then(|id| rows.get(id));
        let ended = unit.and_then(|unit| unit.life.until()).filter(|until| until.by(day.earliest()) == Likely::Yes);
        if unit.is_some() && ended.is_none() {
            faults.push("unit", Fault::NotEnded { unit: event.unit.clone(), day });
        }
        let old_parent = unit.zip(ended).and_then(|(unit, ended)| last_before(&unit.parents, ended).copied());
        let parent = match (&event.parent, old_parent.and_then(|parent| rows.keys.key(parent))) {
            (Some(parent), _) => there(rows, parent, day, || "parent".into(), &mut faults),
            (None, Some(parent)) => there(rows, parent.as_str(), day, || "parent".into(), &mut faults),
            (None, None) => None,
        };
        faults.into_result()?;
        let scheme = event.code.is_some().then(|| self.scheme(event.scheme.as_ref())).flatten();
        let (id, ended) = id.zip(ended).ok_or_else(|| unknown(&event.unit))?;
        let unit = rows.get_mut(id).ok_or_else(|| unknown(&event.unit))?;
        unit.gaps.extend(Span::new(Some(ended), Some(day)));
        unit.life = Span::new(unit.life.from(), None)?;
        unit.ended = false;
        let kind = kind.or_else(|| last_before(&unit.kinds, ended).copied());
        unit.kinds = reopen(std::mem::take(&mut unit.kinds), |_| true, kind, ended, day);
        let name = event.name.clone().or_else(|| last_before(&unit.names, ended).cloned());
        unit.names = reopen(std::mem::take(&mut unit.names), |_| true, name, ended, day);
        unit.parents = reopen(std::mem::take(&mut unit.parents), |_| true, parent, ended, day);
        let given = event.code.clone().zip(scheme).map(|(code, scheme)| (scheme, code));
        let mut schemes: Vec<SchemeId> = unit.codes.iter().map(|((scheme, _), _)| *scheme).chain(scheme).collect();
        schemes.sort_unstable();
        schemes.dedup();
        for scheme in schemes {
            let held: Vec<_> = unit.codes.iter().filter(|((s, _), _)| *s == scheme).cloned().collect();
            let new = given.clone().filter(|(s, _)| *s == scheme).or_else(|| last_before(&held, ended).cloned());
            unit.codes = reopen(std::mem::take(&mut unit.codes), |(s, _)| *s == scheme, new, ended, day);
        }
        parent.and_then(|parent| rows.get_mut(parent)).into_iter().for_each(|parent| parent.children.push(id));
        Ok(What::Restore(id).into())
    }

    pub(super) fn state(&mut self, rows: &mut Rows, event: &State) -> Result<Done> {
        let mut faults = Faults::new();
        let id = rows.find(&event.unit, || "unit".into(), &mut faults);
        for (fact, both) in
            [("code", event.code.is_some() && event.no_code), ("parent", event.parent.is_some() && event.no_parent)]
        {
            if both {
                faults.push("", Fault::StateContradicts { fact: fact.into() });
            }
        }
        let given = event.name.is_some() || event.kind.is_some() || event.code.is_some() || event.parent.is_some();
        if !given && !event.no_code && !event.no_parent && event.life.is_empty() {
            faults.push("", Fault::StateEmpty);
        }
        let period = faults.take("", Span::new(event.from, event.until));
        let kind =
            event.kind.as_ref().and_then(|kind| faults.take("kind", self.catalogue.kind_id(kind).map_err(Into::into)));
        let parent = event.parent.as_ref().and_then(|parent| rows.find(parent, || "parent".into(), &mut faults));
        let life = lifetimes(&event.life, &mut faults);
        faults.into_result()?;
        let scheme = (event.code.is_some() || event.no_code).then(|| self.scheme(event.scheme.as_ref())).flatten();
        let (id, period) = id.zip(period).ok_or_else(|| unknown(&event.unit))?;
        let unit = rows.get_mut(id).ok_or_else(|| unknown(&event.unit))?;
        if kind.is_some() {
            unit.kinds = set(std::mem::take(&mut unit.kinds), |_| true, kind, period);
        }
        if event.name.is_some() {
            unit.names = set(std::mem::take(&mut unit.names), |_| true, event.name.clone(), period);
        }
        if let Some(scheme) = scheme {
            let new = event.code.clone().map(|code| (scheme, code));
            unit.codes = set(std::mem::take(&mut unit.codes), |(s, _)| *s == scheme, new, period);
        }
        if parent.is_some() || event.no_parent {
            unit.parents = set(std::mem::take(&mut unit.parents), |_| true, parent, period);
        }
        if let Some((life, gaps)) = life {
            live(unit, life, gaps);
        }
        parent.and_then(|parent| rows.get_mut(parent)).into_iter().for_each(|parent| parent.children.push(id));
        Ok(Done { what: None, along: Vec::new() })
    }
}

fn recoded(unit: &mut UnitRows, scheme: SchemeId, code: &Key, day: WithinDays) {
    let new = (scheme, code.clone());
    unit.codes = change(std::mem::take(&mut unit.codes), |(s, _)| *s == scheme, Some(new), day);
}

/// What held just before a day: the last row that had begun and was not over.
fn last_before<T>(rows: &[(T, Span)], day: WithinDays) -> Option<&T> {
    let begun = |span: Span| span.from().is_none_or(|from| from.earliest() < day.latest());
    let eve = |span: Span| span.until().is_none_or(|until| until == day || !over(span, day));
    rows.iter().rev().find(|(_, span)| begun(*span) && eve(*span)).map(|(value, _)| value)
}

/// The hull of the periods of a life, and the gaps between them.
fn lifetimes(life: &[Lifetime], faults: &mut Faults) -> Option<(Span, Vec<Span>)> {
    let mut spans = Vec::new();
    for (i, period) in life.iter().enumerate() {
        spans.extend(faults.take(&format!("life[{i}]"), Span::new(period.from, period.until)));
    }
    let mut gaps = Vec::new();
    for pair in spans.windows(2) {
        let [one, next] = pair else { continue };
        let gap = one.until().zip(next.from()).and_then(|(from, until)| Span::new(Some(from), Some(until)).ok());
        match gap {
            Some(gap) => gaps.push(gap),
            None => faults.push("life", Fault::LivesOverlap),
        }
    }
    let hull = Span::new(spans.first()?.from(), spans.last()?.until());
    Some((faults.take("life", hull)?, gaps))
}

/// Gives a unit another life; facts that began or ended with the old one begin or end with the new.
fn live(unit: &mut UnitRows, life: Span, gaps: Vec<Span>) {
    fn along<T>(rows: Vec<(T, Span)>, old: Span, new: Span) -> Vec<(T, Span)> {
        let moved = |span: Span| {
            let from = if span.from() == old.from() { new.from() } else { span.from() };
            Span::new(from, span.until()).unwrap_or(span)
        };
        rows.into_iter().map(|(value, span)| (value, moved(span))).collect()
    }
    let old = unit.life;
    unit.kinds = along(std::mem::take(&mut unit.kinds), old, life);
    unit.names = along(std::mem::take(&mut unit.names), old, life);
    unit.codes = along(std::mem::take(&mut unit.codes), old, life);
    unit.parents = along(std::mem::take(&mut unit.parents), old, life);
    unit.ended = unit.ended && life.until().is_some();
    (unit.life, unit.gaps) = (life, gaps);
}
