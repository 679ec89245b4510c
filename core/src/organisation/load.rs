//! From a draft to an organisation: every fault is found, none is repaired.

use super::events::scheme_id;
use super::replay::{Replay, order};
use super::rest::{Reader, Units};
use super::rows::{Origin, Rows, UnitRows};
use super::{Catalogue, Organisation, OrganisationError as Fault, SchemeId};
use crate::kernel::{Day, Document, Faults, KeyTable, Result, Span, WithinDays};
use crate::wire::organisation::{OrganisationDraft, UnitDraft};

impl Document for Organisation {
    const FORMAT: &'static str = "shequ.organisation/1";
    const ROOT: &'static str = "organisation";
    type Draft = OrganisationDraft;

    fn check(mut draft: OrganisationDraft) -> Result<Self> {
        let units = std::mem::take(&mut draft.units);
        let written = OrganisationDraft { events: Vec::new(), ..draft.clone() };
        let mut faults = Faults::new();
        let catalogue = catalogue(&mut draft, &mut faults)?;
        let mut schemes = KeyTable::default();
        let rows = read_units(units, &catalogue, &mut schemes, &mut faults);
        let mut replay = Replay::new(&catalogue, schemes, rows);
        for index in order(&draft.events) {
            if let Some(event) = draft.events.get(index as usize) {
                replay.enter(event, index, &format!("events[{index}]"));
            }
        }
        replay.settle();
        faults.append(std::mem::take(&mut replay.faults));
        let (rows, schemes, events, history) = replay.into_parts();
        let (life, told) = (|unit| rows.get(unit).map(|unit| unit.life), |key: &str| rows.is_ghost(key));
        let keys = &rows.keys;
        let rest = Reader { keys, life: &life, told: &told, catalogue: &catalogue, faults: &mut faults }.rest(draft);
        // What lies within what is looked at only where every row was read: a lost row would show as another fault.
        let columns = if faults.is_empty() { faults.take("", rows.freeze(&schemes, &catalogue.kinds)) } else { None };
        faults.into_result()?;
        let columns = match columns {
            Some(columns) => columns,
            // It is there if no fault is.
            None => rows.freeze(&schemes, &catalogue.kinds)?,
        };
        let units = Units { schemes, keys: rows.keys, columns, events, history };
        Ok(rest.beside(units, catalogue, written))
    }
}

/// The kinds that ship and those that a draft declares.
pub(super) fn catalogue(draft: &mut OrganisationDraft, faults: &mut Faults) -> Result<Catalogue> {
    let mut catalogue = Catalogue::shipped()?;
    catalogue.extend(std::mem::take(&mut draft.kinds), std::mem::take(&mut draft.measures), faults);
    catalogue.extend_relations("relation_kinds", std::mem::take(&mut draft.relation_kinds), faults);
    Ok(catalogue)
}

pub(super) fn span(
    from: Option<WithinDays>,
    until: Option<WithinDays>,
    path: &str,
    faults: &mut Faults,
) -> Option<Span> {
    faults.take(path, Span::new(from, until))
}

/// The rows of a fact in its short or its long form.
fn forms<S, L>(
    short: (&str, Option<S>),
    long: (&str, Vec<L>),
    path: &str,
    needed: bool,
    faults: &mut Faults,
) -> (Option<S>, Vec<L>) {
    if short.1.is_some() && !long.1.is_empty() {
        let cause = Fault::TwoForms { short: short.0.into(), long: long.0.into() };
        faults.push(format!("{path}.{}", short.0), cause);
    }
    if needed && short.1.is_none() && long.1.is_empty() {
        faults.push(path, Fault::FactMissing { fact: short.0.into() });
    }
    (short.1, long.1)
}

/// The stretches of days of a unit that ended and began again.
fn lives(draft: &UnitDraft, path: &str, faults: &mut Faults) -> Vec<Span> {
    if !draft.lives.is_empty() && (draft.from.is_some() || draft.until.is_some()) {
        let short = if draft.from.is_some() { "from" } else { "until" };
        faults.push(path, Fault::TwoForms { short: short.into(), long: "lives".into() });
    }
    let mut out = Vec::new();
    for (j, life) in draft.lives.iter().enumerate() {
        out.extend(span(life.from, life.until, &format!("{path}.lives[{j}]"), faults));
    }
    out.sort_by_key(|life| super::dated::order(*life));
    for pair in out.windows(2) {
        if let [a, b] = pair
            && a.until().zip(b.from()).is_none_or(|(end, begin)| begin.earliest() <= end.earliest())
        {
            let text = |life: &Span| super::Stretch::possible(*life).to_string();
            let from = b.from().map_or(Day::MIN, WithinDays::earliest);
            faults.push(
                format!("{path}.lives"),
                Fault::FactsOverlap { fact: "life".into(), one: text(a), other: text(b), from },
            );
        }
    }
    out
}

fn read_units(
    drafts: Vec<UnitDraft>,
    catalogue: &Catalogue,
    schemes: &mut KeyTable<SchemeId>,
    faults: &mut Faults,
) -> Rows {
    let mut rows = Rows::default();
    let mut parents = Vec::new();
    for (i, draft) in drafts.into_iter().enumerate() {
        let path = format!("units[{i}]");
        let life = span(draft.from, draft.until, &path, faults).unwrap_or(Span::ALWAYS);
        let lives = lives(&draft, &path, faults);
        let mut unit = UnitRows {
            origin: Origin::Unit(u32::try_from(i).unwrap_or(u32::MAX)),
            life,
            gaps: Vec::new(),
            ended: false,
            known: true,
            kinds: Vec::new(),
            names: Vec::new(),
            codes: Vec::new(),
            parents: Vec::new(),
            children: Vec::new(),
        };
        if !lives.is_empty() {
            unit.live(&lives);
        }
        let (short, long) = forms(("kind", draft.kind), ("kinds", draft.kinds), &path, true, faults);
        let shorts = short.into_iter().map(|kind| (kind, Some(Span::ALWAYS), format!("{path}.kind")));
        let mut kinds: Vec<_> = shorts.collect();
        for (j, row) in long.into_iter().enumerate() {
            let at = format!("{path}.kinds[{j}]");
            kinds.push((row.kind, span(row.from, row.until, &at, faults), format!("{at}.kind")));
        }
        for (kind, span, at) in kinds {
            let id = faults.take(&at, catalogue.kind_id(&kind).map_err(Into::into));
            unit.kinds.extend(id.zip(span));
        }
        let (short, long) = forms(("name", draft.name), ("names", draft.names), &path, true, faults);
        unit.names.extend(short.map(|name| (name, Span::ALWAYS)));
        for (j, row) in long.into_iter().enumerate() {
            unit.names.extend(span(row.from, row.until, &format!("{path}.names[{j}]"), faults).map(|s| (row.name, s)));
        }
        let (short, long) = forms(("code", draft.code), ("codes", draft.codes), &path, false, faults);
        unit.codes.extend(short.and_then(|code| Some(((scheme_id(schemes, None)?, code), Span::ALWAYS))));
        for (j, row) in long.into_iter().enumerate() {
            let span = span(row.from, row.until, &format!("{path}.codes[{j}]"), faults);
            let scheme = scheme_id(schemes, row.scheme.as_ref());
            unit.codes.extend(scheme.zip(span).map(|(scheme, span)| ((scheme, row.code), span)));
        }
        let (short, long) = forms(("parent", draft.parent), ("parents", draft.parents), &path, false, faults);
        let mut over: Vec<(String, Option<Span>, String)> =
            short.into_iter().map(|key| (key, Some(Span::ALWAYS), format!("{path}.parent"))).collect();
        for (j, row) in long.into_iter().enumerate() {
            let at = format!("{path}.parents[{j}]");
            over.push((row.unit, span(row.from, row.until, &at, faults), format!("{at}.unit")));
        }
        match rows.insert(draft.key.clone(), unit) {
            Some(id) => parents.push((id, over)),
            None => faults.push(format!("{path}.key"), Fault::DuplicateKey { key: draft.key.to_string() }),
        }
    }
    for (id, over) in parents {
        for (key, span, at) in over {
            let row = rows.find(&key, || at, faults).zip(span);
            rows.get_mut(id).into_iter().for_each(|unit| unit.parents.extend(row));
        }
    }
    rows.link();
    rows
}
