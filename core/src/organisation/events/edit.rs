//! Changes of rows that all events are made of.

use std::collections::BTreeSet;

use crate::kernel::{Error, Faults, Key, Likely, Period, Result, Span, WithinDays};
use crate::organisation::rows::{Rows, UnitRows, sorted};
use crate::organisation::{OrganisationError as Fault, UnitId};

/// The unit of a key, which must be there on the day.
pub(super) fn existing(rows: &Rows, key: &str, day: WithinDays) -> Result<UnitId> {
    let mut faults = Faults::new();
    let id = there(rows, key, day, || "unit".into(), &mut faults);
    faults.into_result()?;
    id.ok_or_else(|| unknown(key))
}

/// The fault for what was found before; it is never taken.
pub(super) fn unknown(key: &str) -> Error {
    Error::at("unit", Fault::UnknownUnit { key: key.into() })
}

/// The unit of a key, with a fault unless it is there on the day.
pub(super) fn there(
    rows: &Rows,
    key: &str,
    day: WithinDays,
    path: impl Fn() -> String,
    faults: &mut Faults,
) -> Option<UnitId> {
    let id = rows.find(key, &path, faults)?;
    if !may_be_there(rows, id, day) {
        faults.push(path(), Fault::UnitNotThere { unit: key.into(), day });
    }
    Some(id)
}

/// Whether a unit may exist on the day of an event, or on the day before.
fn may_be_there(rows: &Rows, id: UnitId, day: WithinDays) -> bool {
    let Some(unit) = rows.get(id) else { return false };
    let eve = day.earliest().plus_days(-1).unwrap_or(day.earliest());
    let Ok(around) = Period::new(eve, day.latest().plus_days(1).ok()) else { return false };
    let overlaps = unit.life.possible().is_some_and(|life| around.meet(life).is_some());
    let gone = unit.ended && over(unit.life, day);
    let away = unit.gaps.iter().filter_map(|gap| gap.certain()).any(|gap| around.meet(gap) == Some(around));
    overlaps && !gone && !away
}

/// Whether a span is certainly over when the day comes.
pub(super) fn over(span: Span, day: WithinDays) -> bool {
    span.until().is_some_and(|until| until.by(day.earliest()) == Likely::Yes)
}

/// Whether a span certainly begins after the day.
fn later(span: Span, day: WithinDays) -> bool {
    span.from().is_some_and(|from| from.by(day.latest()) == Likely::No)
}

/// Adds a new unit, or fills the place of one that was taken back.
pub(super) fn add(rows: &mut Rows, key: &Key, unit: UnitRows) -> Option<UnitId> {
    let parents: Vec<UnitId> = unit.parents.iter().map(|(parent, _)| *parent).collect();
    let id = match rows.keys.get(key.as_str()) {
        Some(id) => {
            let place = rows.get_mut(id).filter(|place| !place.known)?;
            let children = std::mem::take(&mut place.children);
            *place = UnitRows { children, ..unit };
            id
        }
        None => rows.insert(key.clone(), unit)?,
    };
    for parent in parents {
        rows.get_mut(parent).into_iter().for_each(|parent| parent.children.push(id));
    }
    Some(id)
}

/// Ends what holds when the day comes, and begins the new, if there is one, with what was left of its days; where nothing
/// holds, until something does.
pub(super) fn change<T>(
    old: Vec<(T, Span)>,
    concerned: impl Fn(&T) -> bool,
    new: Option<T>,
    day: WithinDays,
) -> Vec<(T, Span)> {
    let mut out = Vec::new();
    let (mut held, mut next) = (None, None);
    for (value, span) in old {
        if !concerned(&value) || over(span, day) || later(span, day) {
            if concerned(&value) && later(span, day) {
                next = next.or(span.from());
            }
            out.push((value, span));
            continue;
        }
        held = Some(span.until());
        // A row that would be empty is gone.
        out.extend(Span::new(span.from(), Some(day)).ok().map(|span| (value, span)));
    }
    let until = held.unwrap_or(next);
    out.extend(new.zip(Span::new(Some(day), until).ok()));
    sorted(out)
}

/// Sets what holds in a period, whatever was there.
pub(super) fn set<T: Clone>(
    old: Vec<(T, Span)>,
    concerned: impl Fn(&T) -> bool,
    new: Option<T>,
    period: Span,
) -> Vec<(T, Span)> {
    let mut out = Vec::new();
    for (value, span) in old {
        let before = period.from().is_some_and(|from| over(span, from));
        let after = period.until().zip(span.from()).is_some_and(|(u, from)| u.by(from.earliest()) == Likely::Yes);
        if !concerned(&value) || before || after {
            out.push((value, span));
            continue;
        }
        let head = period.from().and_then(|from| Span::new(span.from(), Some(from)).ok());
        let tail = period.until().and_then(|until| Span::new(Some(until), span.until()).ok());
        out.extend(head.map(|span| (value.clone(), span)));
        out.extend(tail.map(|span| (value, span)));
    }
    out.extend(new.map(|new| (new, period)));
    sorted(out)
}

/// Ends what went on when a unit ended, and lets a value hold from the day on which it begins again.
pub(super) fn reopen<T>(
    old: Vec<(T, Span)>,
    concerned: impl Fn(&T) -> bool,
    new: Option<T>,
    ended: WithinDays,
    day: WithinDays,
) -> Vec<(T, Span)> {
    let mut out = Vec::new();
    for (value, span) in old {
        if !concerned(&value) || over(span, ended) {
            out.push((value, span));
            continue;
        }
        out.extend(Span::new(span.from(), Some(ended)).ok().map(|span| (value, span)));
    }
    out.extend(new.zip(Span::new(Some(day), None).ok()));
    sorted(out)
}

/// The units that may lie within a unit on the day or later.
pub(super) fn within(rows: &Rows, id: UnitId, day: WithinDays) -> Vec<UnitId> {
    let remains = |span: Span| !over(span, day);
    let lies = |child: &UnitId| {
        rows.get(*child)
            .is_some_and(|c| remains(c.life) && c.parents.iter().any(|(parent, span)| *parent == id && remains(*span)))
    };
    let children = rows.get(id).map(|unit| unit.children.as_slice()).unwrap_or_default();
    let found: BTreeSet<UnitId> = children.iter().copied().filter(lies).collect();
    found.into_iter().collect()
}

/// Ends a unit.
pub(super) fn end(rows: &mut Rows, id: UnitId, day: WithinDays) {
    if let Some(unit) = rows.get_mut(id) {
        unit.ended = true;
        unit.gaps.retain(|gap| !later(*gap, day));
        match (Span::new(unit.life.from(), Some(day)), day.earliest().plus_days(1)) {
            (Ok(life), _) => unit.life = life,
            // It ends on the day on which it began, so it was there on none: a day and a gap as long.
            (Err(_), Ok(next)) => {
                if let Ok(none) = Span::new(unit.life.from(), Some(next.into())) {
                    unit.life = none;
                    unit.gaps = vec![none];
                    unit.codes.clear();
                    unit.parents.clear();
                }
            }
            (Err(_), Err(_)) => {}
        }
    }
}

/// The units that end where some end with all that lies within them.
pub(super) fn closing(rows: &Rows, mut units: Vec<UnitId>, day: WithinDays) -> Vec<UnitId> {
    let mut closing = BTreeSet::new();
    while let Some(id) = units.pop() {
        if !closing.contains(&id) && rows.get(id).is_some_and(|unit| !over(unit.life, day)) {
            units.extend(within(rows, id, day));
            closing.insert(id);
        }
    }
    closing.into_iter().collect()
}

/// Notes a fault if a unit that is to end took part in an event later.
pub(super) fn may_end(rows: &Rows, id: UnitId, day: WithinDays, path: &str, faults: &mut Faults) {
    if let Some((later, event)) = rows.latest.get(&id).filter(|(later, _)| *later > day.latest()) {
        let cause = Fault::TookPartLater { unit: key_of(rows, id), event: (*event).into(), later: *later, day };
        faults.push(path, cause);
    }
}

/// The key of a unit that was found, for the messages of faults.
pub(super) fn key_of(rows: &Rows, id: UnitId) -> String {
    rows.keys.key(id).map(Key::to_string).unwrap_or_default()
}

/// Moves a unit from one that it lies within to another, from the day on.
pub(super) fn move_within(rows: &mut Rows, child: UnitId, from: UnitId, to: UnitId, day: WithinDays) {
    if child == to || from == to {
        return;
    }
    if let Some(unit) = rows.get_mut(child) {
        let old = std::mem::take(&mut unit.parents);
        for (parent, span) in old {
            if parent != from || over(span, day) {
                unit.parents.push((parent, span));
                continue;
            }
            let later = span.from().is_some_and(|from| from.by(day.earliest()) != Likely::Yes);
            unit.parents.extend(Span::new(span.from(), Some(day)).ok().filter(|_| !later).map(|s| (from, s)));
            let begins = if later { span.from() } else { Some(day) };
            unit.parents.extend(Span::new(begins, span.until()).ok().map(|s| (to, s)));
        }
    }
    rows.get_mut(to).into_iter().for_each(|target| target.children.push(child));
}
