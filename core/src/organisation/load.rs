//! From a draft to an organisation: every fault is found, none is repaired.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::dated::overlap;
use super::events::scheme_id;
use super::replay::{Replay, order};
use super::rows::{Origin, Rows, UnitRows};
use super::{
    Agreement, AgreementId, Catalogue, Holder, HolderId, Holding, Indicator, Organisation, OrganisationError as Fault,
    Post, PostId, SchemeId, Statement,
};
use crate::kernel::{Day, Document, Faults, Id, Key, KeyTable, Result, Span, WithinDays};
use crate::wire::organisation::{
    AgreementDraft, HolderDraft, HoldingDraft, IndicatorDraft, OrganisationDraft, PostDraft, StatementDraft, UnitDraft,
};

impl Document for Organisation {
    const FORMAT: &'static str = "shequ.organisation/1";
    const ROOT: &'static str = "organisation";
    type Draft = OrganisationDraft;

    fn check(mut draft: OrganisationDraft) -> Result<Self> {
        let units = std::mem::take(&mut draft.units);
        let written = OrganisationDraft { events: Vec::new(), ..draft.clone() };
        let mut faults = Faults::new();
        let mut catalogue = Catalogue::shipped()?;
        catalogue.extend(draft.kinds, draft.measures, &mut faults);
        catalogue.extend_relations("relation_kinds", draft.relation_kinds, &mut faults);
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
        let mut reader = Reader { rows: &rows, catalogue: &catalogue, faults: &mut faults };
        let relations = reader.relations(draft.relations);
        let (posts, post_rows) = reader.posts(draft.posts);
        let (holders, holder_rows) = reader.holders(draft.holders);
        let holdings = reader.holdings(draft.holdings, &posts, &holders);
        let (agreements, agreement_rows) = reader.agreements(draft.agreements);
        let indicators = reader.indicators(draft.indicators);
        let statements = reader.statements(draft.statements);
        let conduct = (draft.statuses, draft.charters, draft.sessions, draft.reserves);
        let conduct = reader.conduct(conduct, &posts, &holders);
        // What lies within what is looked at only where every row was read: a lost row would show as another fault.
        let columns = if faults.is_empty() { faults.take("", rows.freeze(&schemes, &catalogue.kinds)) } else { None };
        faults.into_result()?;
        let columns = match columns {
            Some(columns) => columns,
            // It is there if no fault is.
            None => rows.freeze(&schemes, &catalogue.kinds)?,
        };
        Ok(Self {
            title: draft.title,
            sources: draft.sources,
            catalogue: Arc::new(catalogue),
            schemes,
            keys: rows.keys,
            columns,
            events,
            history,
            relations,
            posts,
            post_rows,
            holders,
            holder_rows,
            holdings,
            agreements,
            agreement_rows,
            indicators,
            statements,
            written: Arc::new(written),
            conduct,
        })
    }
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

/// Reads what refers to units.
pub(super) struct Reader<'a> {
    pub(super) rows: &'a Rows,
    pub(super) catalogue: &'a Catalogue,
    pub(super) faults: &'a mut Faults,
}

impl Reader<'_> {
    /// The unit of a key; one whose founding was taken back keeps its key.
    pub(super) fn unit(&mut self, key: &str, path: String) -> Option<super::UnitId> {
        if let Some(unit) = self.rows.keys.get(key) {
            return Some(unit);
        }
        self.rows.find(key, || path, self.faults)
    }

    fn posts(&mut self, drafts: Vec<PostDraft>) -> (KeyTable<PostId>, Vec<Post>) {
        let (mut table, mut out) = (KeyTable::default(), Vec::new());
        for (i, draft) in drafts.into_iter().enumerate() {
            let path = format!("posts[{i}]");
            let unit = self.unit(&draft.unit, format!("{path}.unit"));
            if draft.capacity == Some(0) {
                self.faults.push(format!("{path}.capacity"), Fault::CapacityZero);
            }
            if draft.term_years == Some(0) {
                self.faults.push(format!("{path}.term_years"), Fault::TermZero);
            }
            let (capacity, term_years) = (draft.capacity.unwrap_or(1), draft.term_years);
            // A post of an unknown unit keeps its key, so that its holdings are no further faults.
            let post = unit.map(|unit| Post { unit, title: draft.title, capacity, term_years, mode: draft.mode });
            self.insert(&mut table, draft.key, &path, post, &mut out);
        }
        (table, out)
    }

    fn insert<I: Id, T>(&mut self, table: &mut KeyTable<I>, key: Key, path: &str, row: Option<T>, out: &mut Vec<T>) {
        match table.insert(key.clone()) {
            Some(_) => out.extend(row),
            None => self.faults.push(format!("{path}.key"), Fault::DuplicateKey { key: key.to_string() }),
        }
    }

    fn holders(&mut self, drafts: Vec<HolderDraft>) -> (KeyTable<HolderId>, Vec<Holder>) {
        let (mut table, mut out) = (KeyTable::default(), Vec::new());
        for (i, draft) in drafts.into_iter().enumerate() {
            let path = format!("holders[{i}]");
            if let Some(born) = draft.born
                && !whole_years(born)
            {
                self.faults.push(format!("{path}.born"), Fault::BirthTooExact { got: born });
            }
            let row = Holder { born: draft.born, schooling: draft.schooling };
            self.insert(&mut table, draft.key, &path, Some(row), &mut out);
        }
        (table, out)
    }

    fn holdings(
        &mut self,
        drafts: Vec<HoldingDraft>,
        posts: &KeyTable<PostId>,
        holders: &KeyTable<HolderId>,
    ) -> Vec<Holding> {
        let mut out: Vec<(Holding, usize)> = Vec::new();
        for (i, draft) in drafts.into_iter().enumerate() {
            let path = format!("holdings[{i}]");
            let post = posts.get(&draft.post);
            if post.is_none() {
                self.faults.push(format!("{path}.post"), Fault::UnknownPost { key: draft.post });
            }
            let holder = holders.get(&draft.holder);
            if holder.is_none() {
                self.faults.push(format!("{path}.holder"), Fault::UnknownHolder { key: draft.holder });
            }
            let span = span(draft.from, draft.until, &path, self.faults);
            if let (Some(post), Some(holder), Some(span)) = (post, holder, span) {
                out.push((Holding { post, holder, span, end_reason: draft.end_reason, mode: draft.mode }, i));
            }
        }
        // One post's holdings stand together, and one holder's in it.
        out.sort_by_key(|(h, _)| (h.post, h.holder, super::dated::order(h.span)));
        let same = |a: &(Holding, usize), b: &(Holding, usize)| (a.0.post, a.0.holder) == (b.0.post, b.0.holder);
        for group in out.chunk_by(same) {
            if let Some((_, (holding, i), from)) = overlap(group.iter().map(|h| (h, h.0.span)))
                .map(|(one, other, from): (&(Holding, usize), &(Holding, usize), Day)| (one, other, from))
            {
                let holder = holders.key(holding.holder).map(Key::to_string).unwrap_or_default();
                let post = posts.key(holding.post).map(Key::to_string).unwrap_or_default();
                self.faults.push(format!("holdings[{i}]"), Fault::HoldingOverlaps { holder, post, from });
            }
        }
        out.into_iter().map(|(holding, _)| holding).collect()
    }

    fn agreements(&mut self, drafts: Vec<AgreementDraft>) -> (KeyTable<AgreementId>, Vec<Agreement>) {
        let (mut table, mut out) = (KeyTable::default(), Vec::new());
        for (i, draft) in drafts.into_iter().enumerate() {
            let path = format!("agreements[{i}]");
            let expected = self.catalogue.agreement(&draft.kind).map_err(Into::into);
            let expected = self.faults.take(&format!("{path}.kind"), expected).flatten();
            let mut parties = BTreeSet::new();
            for (j, key) in draft.parties.iter().enumerate() {
                let at = format!("{path}.parties[{j}]");
                if let Some(unit) = self.unit(key, at.clone())
                    && !parties.insert(unit)
                {
                    self.faults.push(at, Fault::ListedTwice { key: key.clone() });
                }
            }
            let got = draft.parties.len();
            if let Some(expected) = expected.filter(|n| *n as usize != got) {
                self.faults.push(format!("{path}.parties"), Fault::WrongPartyCount { got, expected });
            }
            let span = span(draft.from, draft.until, &path, self.faults).unwrap_or(Span::ALWAYS);
            let row = Agreement { kind: draft.kind, parties: parties.into_iter().collect(), span };
            self.insert(&mut table, draft.key, &path, Some(row), &mut out);
        }
        (table, out)
    }

    fn indicators(&mut self, drafts: Vec<IndicatorDraft>) -> Vec<Indicator> {
        let mut out = Vec::new();
        let mut seen = BTreeSet::new();
        for (i, draft) in drafts.into_iter().enumerate() {
            let path = format!("indicators[{i}]");
            let unit = self.unit(&draft.unit, format!("{path}.unit"));
            let measure = self.catalogue.measure_id(&draft.measure).map_err(Into::into);
            let measure = self.faults.take(&format!("{path}.measure"), measure);
            let whole = measure.and_then(|m| self.catalogue.measure_row(m)).is_some_and(|m| m.whole);
            if whole && (draft.value.mantissa() < 0 || draft.value.with_scale(0).is_err()) {
                let cause = Fault::NotACount { got: draft.value.to_string(), measure: draft.measure };
                self.faults.push(format!("{path}.value"), cause);
                continue;
            }
            if let (Some(unit), Some(measure)) = (unit, measure) {
                if !seen.insert((unit, measure, draft.from.map(|f| (f.earliest(), f.latest())))) {
                    self.faults.push(path, Fault::ListedTwice { key: format!("{} of {}", draft.measure, draft.unit) });
                    continue;
                }
                out.push(Indicator { unit, measure, value: draft.value, from: draft.from, source: draft.source });
            }
        }
        let first = |row: &Indicator| row.from.map_or((Day::MIN, Day::MIN), |f| (f.earliest(), f.latest()));
        out.sort_by_key(|row| (row.unit, row.measure, first(row)));
        out
    }

    fn statements(&mut self, drafts: Vec<StatementDraft>) -> Vec<Statement> {
        let mut out = Vec::new();
        for (i, draft) in drafts.into_iter().enumerate() {
            let path = format!("statements[{i}]");
            let measure = self.catalogue.measure_id(&draft.measure).map_err(Into::into);
            let measure = self.faults.take(&format!("{path}.measure"), measure);
            let unit = self.catalogue.unit_of_measure(&draft.unit).map(|_| ()).map_err(Into::into);
            self.faults.take(&format!("{path}.unit"), unit);
            if draft.value.is_none() && draft.change.is_none() {
                self.faults.push(path, Fault::StatementEmpty);
            }
            if let Some(measure) = measure {
                out.push(Statement {
                    label: draft.label,
                    measure,
                    value: draft.value,
                    change: draft.change,
                    unit: draft.unit,
                    from: draft.from,
                    source: draft.source,
                });
            }
        }
        out.sort_by(|a, b| (&a.label, a.measure, &a.unit).cmp(&(&b.label, b.measure, &b.unit)));
        out
    }
}

/// Whether bounds begin on the first day of a year and end on the last of one.
fn whole_years(within: WithinDays) -> bool {
    let first = |year: i32| Day::new(year, 1, 1).ok();
    first(within.earliest().year()) == Some(within.earliest())
        && Day::new(within.latest().year(), 12, 31).ok() == Some(within.latest())
}
