//! What stands beside the units and refers to them: relations, posts, holders, agreements, numbers, conduct.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::conduct::Conduct;
use super::dated::{order, overlap};
use super::events::Past;
use super::history::History;
use super::load::span;
use super::relations::Relation;
use super::store::Columns;
use super::{
    Agreement, AgreementId, Catalogue, Holder, HolderId, Holding, Indicator, Organisation, OrganisationError as Fault,
    Post, PostId, SchemeId, Statement, UnitId,
};
use crate::kernel::{Day, Faults, Id, Key, KeyTable, Span, WithinDays};
use crate::wire::organisation::{
    AgreementDraft, HolderDraft, HoldingDraft, IndicatorDraft, OrganisationDraft, PostDraft, StatementDraft,
};

/// The units of an organisation, with what happened to them.
pub(super) struct Units {
    pub(super) schemes: KeyTable<SchemeId>,
    pub(super) keys: KeyTable<UnitId>,
    pub(super) columns: Columns,
    pub(super) events: Vec<Past>,
    pub(super) history: History,
}

/// What stands beside the units.
pub(super) struct Rest {
    relations: Vec<Relation>,
    posts: KeyTable<PostId>,
    post_rows: Vec<Post>,
    holders: KeyTable<HolderId>,
    holder_rows: Vec<Holder>,
    holdings: Vec<Holding>,
    agreements: KeyTable<AgreementId>,
    agreement_rows: Vec<Agreement>,
    indicators: Vec<Indicator>,
    statements: Vec<Statement>,
    conduct: Conduct,
}

impl Rest {
    /// The organisation of some units with this beside them.
    pub(super) fn beside(self, units: Units, catalogue: Catalogue, written: OrganisationDraft) -> Organisation {
        let Units { schemes, keys, columns, events, history } = units;
        Organisation {
            title: written.title.clone(),
            sources: written.sources.clone(),
            catalogue: Arc::new(catalogue),
            schemes,
            keys,
            columns,
            events,
            history,
            relations: self.relations,
            posts: self.posts,
            post_rows: self.post_rows,
            holders: self.holders,
            holder_rows: self.holder_rows,
            holdings: self.holdings,
            agreements: self.agreements,
            agreement_rows: self.agreement_rows,
            indicators: self.indicators,
            statements: self.statements,
            written: Arc::new(written),
            conduct: self.conduct,
        }
    }
}

/// Reads what refers to units.
pub(super) struct Reader<'a> {
    pub(super) keys: &'a KeyTable<UnitId>,
    /// The first and the last day of a unit; nothing is compared with days that are not told.
    pub(super) life: &'a dyn Fn(UnitId) -> Option<Span>,
    /// Whether a fault of the unit of a key was told already, so that it is not missed as well.
    pub(super) told: &'a dyn Fn(&str) -> bool,
    pub(super) catalogue: &'a Catalogue,
    pub(super) faults: &'a mut Faults,
}

impl Reader<'_> {
    /// The unit of a key; one whose founding was taken back keeps its key.
    pub(super) fn unit(&mut self, key: &str, path: String) -> Option<UnitId> {
        let found = self.keys.get(key);
        if found.is_none() && !(self.told)(key) {
            self.faults.push(path, Fault::UnknownUnit { key: key.chars().take(120).collect() });
        }
        found
    }

    /// Reads all that stands beside the units of a draft.
    pub(super) fn rest(&mut self, draft: OrganisationDraft) -> Rest {
        let relations = self.relations(draft.relations);
        let (posts, post_rows) = self.posts(draft.posts);
        let (holders, holder_rows) = self.holders(draft.holders);
        let holdings = self.holdings(draft.holdings, &posts, &holders);
        let (agreements, agreement_rows) = self.agreements(draft.agreements);
        let indicators = self.indicators(draft.indicators);
        let statements = self.statements(draft.statements);
        let conduct = (draft.statuses, draft.charters, draft.sessions, draft.reserves);
        let conduct = self.conduct(conduct, &posts, &holders);
        Rest {
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
            conduct,
        }
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
        out.sort_by_key(|(h, _)| (h.post, h.holder, order(h.span)));
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
