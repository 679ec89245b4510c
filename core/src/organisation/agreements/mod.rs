//! Co-operation between units (共驻共建): pledges and how they are kept, attendance, dependence on one person, sharing.
//!
//! The agreements themselves stand in the [`Organisation`]; what is promised and done under them in a [`Cooperation`].

mod attendance;
mod pledges;
mod sharing;

use std::collections::BTreeSet;

use super::{Organisation, OrganisationError, UnitId};
use crate::kernel::error::faults;
use crate::kernel::{Day, Decimal, Document, Faults, Id as _, Likely, Rate, Result, Span, Text};
use crate::wire::organisation::{
    ConferenceDraft, CooperationDraft, JointActivityDraft, NeedDraft, OfferDraft, PledgeDraft, Resource,
};

pub use crate::wire::organisation::{
    ChairAttendance, ConferenceAttendance, Dependence, DependenceBasis, Fulfilment, HolderShare, NeedState, OfferState,
    OfferSupply, PledgeCount, PledgeState, PledgeStatus, ResourceBalance, Sharing, UnitAttendance,
};

faults! {
    /// Faults of co-operation between units.
    pub enum CooperationError: Organisation {
        /// A key that stands twice.
        KeyTwice { key: String } => "cooperation-key-twice", "the key `{key}` stands twice", "give each its own key";
        /// A unit twice in one list.
        ListedTwice { unit: String } => "cooperation-listed-twice", "`{unit}` is listed twice", "list it once";
        /// An amount of nothing or less.
        AmountNotPositive { got: String } => "amount-not-positive", "the amount `{got}` is not above zero", "write how much, or leave it out";
        /// A record of a pledge that does not exist.
        UnknownPledge { key: String } => "unknown-pledge", "there is no pledge `{key}`", "add it to `pledges`";
        /// A pledge under an agreement that the organisation does not have.
        AgreementMissing { key: String } => "agreement-missing", "the organisation has no agreement `{key}`", "add it to `agreements` of the organisation";
        /// A pledge by one who is no party.
        NotAParty { unit: String, agreement: String } => "not-a-party", "`{unit}` is no party of the agreement `{agreement}`", "name one of its parties";
        /// A pledge due before its agreement begins.
        DueTooEarly { due: Day, from: Day } => "due-before-agreement", "it is due on {due}, before its agreement begins on {from}", "check the days";
        /// A unit that came without being invited.
        Uninvited { unit: String } => "attended-uninvited", "`{unit}` attended, but was not invited", "add it to `invited`";
        /// A quantity of nothing, or beyond the limit.
        QuantityOutside { got: u64, limit: u64 } => "quantity-outside", "the quantity `{got}` is not between 1 and {limit}", "write a whole number, or use a larger unit";
        /// A period that is empty.
        EmptyPeriod { from: Day, until: Day } => "cooperation-period-empty", "the period ends on {until}, not after it begins on {from}", "swap the days; `until` is the first day after the period";
    }
}

/// The greatest quantity of an offer or a need.
const MOST: u64 = 1_000_000_000_000;

#[derive(Debug, Clone)]
struct Pledge {
    draft: PledgeDraft,
    amount: Decimal,
    /// When how much of it was done, by day.
    kept: Vec<(Day, Decimal)>,
}

/// An offer or a need.
#[derive(Debug, Clone)]
struct Ware {
    key: String,
    unit: String,
    resource: Resource,
    what: Option<Text>,
    quantity: u64,
    features: BTreeSet<String>,
    span: Span,
}

/// Pledges, conferences, joint activities, offers and needs of units, `shequ.cooperation/1`.
///
/// It names units, posts and agreements of an [`Organisation`] by their keys; each question checks that they are there.
#[derive(Debug, Clone)]
pub struct Cooperation {
    title: Text,
    pledges: Vec<Pledge>,
    conferences: Vec<ConferenceDraft>,
    activities: Vec<JointActivityDraft>,
    offers: Vec<Ware>,
    needs: Vec<Ware>,
}

impl Document for Cooperation {
    const FORMAT: &'static str = "shequ.cooperation/1";
    const ROOT: &'static str = "cooperation";
    type Draft = CooperationDraft;

    fn check(draft: CooperationDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut out = Self {
            title: draft.title,
            pledges: Vec::new(),
            conferences: draft.conferences,
            activities: draft.activities,
            offers: Vec::new(),
            needs: Vec::new(),
        };
        keys("pledges", draft.pledges.iter().map(|p| &p.key), &mut faults);
        keys("conferences", out.conferences.iter().map(|c| &c.key), &mut faults);
        keys("activities", out.activities.iter().map(|a| &a.key), &mut faults);
        keys("offers", draft.offers.iter().map(|o| &o.key), &mut faults);
        keys("needs", draft.needs.iter().map(|n| &n.key), &mut faults);
        let positive = |amount: Option<Decimal>, whole: Decimal, path: String, faults: &mut Faults| {
            let amount = amount.unwrap_or(whole);
            if amount.mantissa() <= 0 {
                faults.push(path, CooperationError::AmountNotPositive { got: amount.to_string() });
            }
            amount
        };
        for (i, pledge) in draft.pledges.into_iter().enumerate() {
            let amount = positive(pledge.amount, Decimal::from(1), format!("pledges[{i}].amount"), &mut faults);
            out.pledges.push(Pledge { draft: pledge, amount, kept: Vec::new() });
        }
        for (i, row) in draft.kept.into_iter().enumerate() {
            match out.pledges.iter_mut().find(|p| p.draft.key.as_str() == row.pledge) {
                None => faults.push(format!("kept[{i}].pledge"), CooperationError::UnknownPledge { key: row.pledge }),
                Some(pledge) => {
                    let amount = positive(row.amount, pledge.amount, format!("kept[{i}].amount"), &mut faults);
                    pledge.kept.push((row.day, amount));
                }
            }
        }
        for (i, conference) in out.conferences.iter().enumerate() {
            check_conference(&format!("conferences[{i}]"), conference, &mut faults);
        }
        for (i, offer) in draft.offers.into_iter().enumerate() {
            let OfferDraft { key, unit, resource, what, quantity, features, from, until } = offer;
            let span = faults.take(&format!("offers[{i}]"), Span::new(from, until));
            let quantity = check_quantity(&format!("offers[{i}].quantity"), quantity, &mut faults);
            let (key, features) = (key.to_string(), features.into_iter().collect());
            out.offers.extend(span.map(|span| Ware { key, unit, resource, what, quantity, features, span }));
        }
        for (i, need) in draft.needs.into_iter().enumerate() {
            let NeedDraft { key, unit, resource, what, quantity, features, from, until } = need;
            let span = faults.take(&format!("needs[{i}]"), Span::new(from, until));
            let quantity = check_quantity(&format!("needs[{i}].quantity"), quantity, &mut faults);
            let (key, features) = (key.to_string(), features.into_iter().collect());
            out.needs.extend(span.map(|span| Ware { key, unit, resource, what, quantity, features, span }));
        }
        faults.into_result()?;
        for pledge in &mut out.pledges {
            pledge.kept.sort_by_key(|(day, _)| *day);
        }
        Ok(out)
    }
}

fn keys<'k>(list: &str, keys: impl Iterator<Item = &'k crate::kernel::Key>, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    for (i, key) in keys.enumerate() {
        if !seen.insert(key) {
            faults.push(format!("{list}[{i}].key"), CooperationError::KeyTwice { key: key.to_string() });
        }
    }
}

fn check_quantity(path: &str, quantity: Option<u64>, faults: &mut Faults) -> u64 {
    let got = quantity.unwrap_or(1);
    if !(1..=MOST).contains(&got) {
        faults.push(path, CooperationError::QuantityOutside { got, limit: MOST });
    }
    got
}

fn check_conference(path: &str, conference: &ConferenceDraft, faults: &mut Faults) {
    let mut invited = BTreeSet::new();
    for (j, unit) in conference.invited.iter().enumerate() {
        if !invited.insert(unit.as_str()) {
            faults.push(format!("{path}.invited[{j}]"), CooperationError::ListedTwice { unit: unit.clone() });
        }
    }
    let mut came = BTreeSet::new();
    for (j, row) in conference.attended.iter().enumerate() {
        let at = format!("{path}.attended[{j}].unit");
        if !invited.contains(row.unit.as_str()) {
            faults.push(at, CooperationError::Uninvited { unit: row.unit.clone() });
        } else if !came.insert(row.unit.as_str()) {
            faults.push(at, CooperationError::ListedTwice { unit: row.unit.clone() });
        }
    }
}

impl Cooperation {
    /// What it is about.
    pub const fn title(&self) -> &Text {
        &self.title
    }
}

/// A rate of two counts; none where there is nothing to count.
fn rate(numerator: u32, denominator: u32) -> Option<Rate> {
    Rate::new(numerator.into(), denominator.into()).ok()
}

fn known(
    organisation: &Organisation,
    unit: &str,
    path: impl FnOnce() -> String,
    faults: &mut Faults,
) -> Option<UnitId> {
    let found = organisation.id(unit);
    if found.is_none() {
        faults.push(path(), OrganisationError::UnknownUnit { key: unit.chars().take(120).collect() });
    }
    found
}

/// What the answers of this module need of the organisation.
impl Organisation {
    /// The kind, the parties and the days of an agreement.
    fn agreement_of(&self, key: &str) -> Option<(&[UnitId], Span)> {
        let row = self.agreement_rows.get(self.agreements.get(key)?.index())?;
        Some((&row.parties, row.span))
    }

    /// The one holder who certainly holds a post on a day; none where nobody does, or several do.
    ///
    /// # Errors
    /// `unknown-post`.
    fn holder_on(&self, post: &str, day: Day) -> Result<Option<String>> {
        let id = self.posts.get(post);
        let id = id.ok_or_else(|| OrganisationError::UnknownPost { key: post.chars().take(120).collect() })?;
        let mut certain = self.holdings_of(id).filter(|h| h.span.holds(day) == Likely::Yes).map(|h| h.holder);
        let first = certain.next();
        let one = first.filter(|_| certain.next().is_none());
        Ok(one.and_then(|holder| self.holders.key(holder)).map(ToString::to_string))
    }
}
