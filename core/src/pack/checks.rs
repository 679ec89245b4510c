//! Checks: what a validation of an organisation looks at, read from a pack and merged over the layers.

use super::check::{Instruments, name_of};
use super::packs::Place;
use super::{Layer, Pack, PackError};
use crate::kernel::{Certainty, Citation, Faults, Span};
use crate::wire::checks::{CheckDraft, Look, Severity};

/// A check of a pack: what to look at, within which bounds, by which source.
#[derive(Debug, Clone)]
pub struct CheckRule {
    draft: CheckDraft,
    citation: Option<Citation>,
    span: Span,
    /// Its pack and place there, for the path of a fault.
    place: String,
}

impl CheckRule {
    /// Its name.
    pub fn id(&self) -> &str {
        &self.draft.id
    }

    /// How grave a finding is.
    pub fn severity(&self) -> Severity {
        self.draft.severity.unwrap_or(Severity::Error)
    }

    /// Where it stands, if it cites no clause.
    pub const fn citation(&self) -> Option<&Citation> {
        self.citation.as_ref()
    }

    /// The days on which it applies.
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The check as its document writes it.
    pub const fn draft(&self) -> &CheckDraft {
        &self.draft
    }

    /// Where it stands in its pack, such as `garden.checks[2]`.
    pub fn place(&self) -> &str {
        &self.place
    }
}

/// Reads the checks of a pack.
pub(super) fn read(
    pack: &str,
    drafts: Vec<CheckDraft>,
    instruments: &Instruments,
    faults: &mut Faults,
) -> Vec<CheckRule> {
    let mut out: Vec<CheckRule> = Vec::new();
    for (i, draft) in drafts.into_iter().enumerate() {
        let path = format!("checks[{i}]");
        if draft.id.trim().is_empty() {
            faults.push(format!("{path}.id"), PackError::Empty { what: "the name of the check".into() });
        }
        if out.iter().any(|c| c.draft.id == draft.id) {
            faults.push(format!("{path}.id"), PackError::CheckTwice { id: draft.id.clone() });
        }
        if let (Some(least), Some(most)) = (draft.least, draft.most)
            && most < least
        {
            let cause = PackError::RangeReversed { least: least.to_string(), most: most.to_string() };
            faults.push(format!("{path}.most"), cause);
        }
        if draft.off != Some(true)
            && let Some(field) = missing(&draft)
        {
            faults.push(&path, PackError::CheckIncomplete { look: name_of(&draft.look), field: field.into() });
        }
        let (citation, own) = match (&draft.instrument, draft.certainty) {
            (Some(id), Some(certainty)) => {
                let Some(instrument) = instruments.get(id) else {
                    faults.push(format!("{path}.instrument"), PackError::UnknownInstrument { id: id.clone() });
                    continue;
                };
                let article = draft.article.clone().unwrap_or_default();
                let own = instrument.span.unwrap_or(Span::ALWAYS);
                (Some(Citation { instrument: instrument.title.clone(), article, certainty }), own)
            }
            _ if draft.clause.is_some() => (None, Span::ALWAYS),
            _ => {
                faults.push(path, PackError::CheckWithoutSource);
                continue;
            }
        };
        let span = Span::new(draft.from.or(own.from()), draft.until.or(own.until()));
        let Some(span) = faults.take(&format!("{path}.until"), span) else { continue };
        out.push(CheckRule { draft, citation, span, place: format!("{pack}.{path}") });
    }
    out
}

/// The field that a check lacks for what it looks at.
fn missing(draft: &CheckDraft) -> Option<&'static str> {
    let bounded = draft.least.is_some() || draft.most.is_some() || draft.clause.is_some() || draft.number.is_some();
    let units = !draft.kinds.is_empty() || !draft.roles.is_empty();
    let others = !draft.of_kinds.is_empty() || !draft.of_roles.is_empty();
    let needs: &[(&'static str, bool)] = &[
        ("remedy", draft.remedy.is_some()),
        (
            "least",
            bounded
                || !matches!(
                    draft.look,
                    Look::Bodies
                        | Look::Areas
                        | Look::Heads
                        | Look::Posts
                        | Look::Indicator
                        | Look::Reserve
                        | Look::PostsHeld
                        | Look::UnitsServed
                        | Look::Incoming
                        | Look::Outgoing
                        | Look::Tier
                ),
        ),
        (
            "kinds",
            units
                || draft.number.is_some()
                || !matches!(
                    draft.look,
                    Look::Bodies
                        | Look::Areas
                        | Look::Heads
                        | Look::Posts
                        | Look::Indicator
                        | Look::Incompatible
                        | Look::Way
                        | Look::Incoming
                        | Look::Outgoing
                        | Look::Parent
                        | Look::Charter
                ),
        ),
        ("of_kinds", others || !matches!(draft.look, Look::Bodies | Look::Areas | Look::Incompatible | Look::Way)),
        (
            "relations",
            !draft.relations.is_empty() || !matches!(draft.look, Look::Way | Look::Incoming | Look::Outgoing),
        ),
        ("days", draft.days.is_some() || !matches!(draft.look, Look::Vacancy | Look::Acting)),
        ("modes", !draft.modes.is_empty() || draft.look != Look::Mode),
        ("fact", draft.fact.is_some() || draft.look != Look::Recorded),
        (
            "years",
            draft.years.is_some() || draft.clause.is_some() || draft.number.is_some() || draft.look != Look::Term,
        ),
    ];
    needs.iter().find(|(_, there)| !there).map(|(field, _)| *field)
}

/// Checks that the clauses exist which give checks their numbers.
pub(super) fn check_references(checks: &[CheckRule], faults: &mut Faults, has: impl Fn(&str) -> bool) {
    for check in checks {
        if let Some(id) = check.draft.clause.as_ref().filter(|id| !has(id)) {
            faults.push(format!("{}.clause", check.place), PackError::DanglingClause { id: id.clone() });
        }
    }
}

/// The checks of all layers: one that a lower layer declares again keeps its place and takes the lower layer's bounds.
pub(super) fn merge(packs: &[Pack], faults: &mut Faults) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for (p, pack) in packs.iter().enumerate() {
        for (c, check) in pack.checks.iter().enumerate() {
            let of = |place: &Place| packs.get(place.0).and_then(|pack| Some((pack, pack.checks.get(place.1)?)));
            let upper = out.iter().position(|place| of(place).is_some_and(|(_, other)| other.id() == check.id()));
            let Some((place, (over, other))) = upper.and_then(|i| Some((i, of(out.get(i)?)?))) else {
                out.push((p, c));
                continue;
            };
            let path = check.place.clone();
            if over.layer == pack.layer {
                faults.push(format!("{path}.id"), PackError::CheckTwice { id: check.draft.id.clone() });
            } else if over.layer != Layer::Default
                && let Some(field) = loosened(other, check)
            {
                let cause = PackError::CheckLoosened { id: check.draft.id.clone(), field: field.into() };
                faults.push(format!("{path}.{field}"), cause);
            }
            if let Some(slot) = out.get_mut(place) {
                *slot = (p, c);
            }
        }
    }
    let switched_on = |place: &Place| {
        let check = packs.get(place.0).and_then(|pack| pack.checks.get(place.1));
        check.is_some_and(|check| check.draft.off != Some(true))
    };
    out.retain(switched_on);
    out
}

/// The field in which a lower layer asks less than a higher one, or asks something else.
fn loosened(upper: &CheckRule, lower: &CheckRule) -> Option<&'static str> {
    let (a, b) = (&upper.draft, &lower.draft);
    let fewer = |a: &[String], b: &[String]| !a.iter().all(|one| b.contains(one));
    let more = |a: &[String], b: &[String]| fewer(b, a);
    let tests = [
        ("look", a.look != b.look),
        ("off", b.off == Some(true)),
        ("severity", lower.severity() > upper.severity()),
        ("clause", a.clause != b.clause),
        ("number", a.number != b.number),
        ("measure", a.measure != b.measure),
        ("fact", a.fact != b.fact),
        ("least", b.least < a.least),
        ("most", a.most.is_some_and(|most| b.most.is_none_or(|own| own > most))),
        ("days", a.days.is_some_and(|days| b.days.is_none_or(|own| own > days))),
        ("years", a.years.is_some_and(|years| b.years.is_none_or(|own| own > years))),
        ("every", a.every.is_some_and(|every| b.every.is_none_or(|own| own > every))),
        ("near", b.near.unwrap_or(false) && !a.near.unwrap_or(false)),
        ("kinds", fewer(&a.kinds, &b.kinds)),
        ("roles", !a.roles.iter().all(|role| b.roles.contains(role))),
        ("of_kinds", a.of_kinds != b.of_kinds),
        ("of_roles", a.of_roles != b.of_roles),
        ("titles", a.titles != b.titles),
        ("of_titles", a.of_titles != b.of_titles),
        ("relations", fewer(&a.relations, &b.relations)),
        ("modes", !b.modes.iter().all(|mode| a.modes.contains(mode))),
        (
            "statuses",
            if a.look == Look::Deadline { fewer(&a.statuses, &b.statuses) } else { more(&a.statuses, &b.statuses) },
        ),
    ];
    tests.iter().find(|(_, less)| *less).map(|(field, _)| *field)
}

/// Whether a certainty lets a check decide.
pub(crate) const fn decides(certainty: Certainty, secondary: bool) -> bool {
    match certainty {
        Certainty::Text | Certainty::Excerpt | Certainty::Default => true,
        Certainty::Secondary => secondary,
        Certainty::Unread => false,
    }
}
