//! Offers matched to needs: as much as can be, the needs that stand first served first, what is left unmet explained.
//!
//! Needs are served one after the other along ways that keep what earlier ones have (the greatest flow by augmenting paths:
//! L. R. Ford and D. R. Fulkerson, 1956; the shortest first: J. Edmonds and R. M. Karp, 1972). Where a need stays unmet,
//! all that can be reached from it is a bottleneck: offers used up, and the needs that use them (D. Kőnig, P. Hall).

#![expect(clippy::indexing_slicing, reason = "needs and offers are positions in tables made here to their number")]

use std::collections::{BTreeMap, VecDeque};

use super::{Cooperation, NeedState, OfferState, OfferSupply, ResourceBalance, Sharing, Ware, known};
use crate::kernel::{Day, Explanation, Faults, How, Likely, Quantity, Result, Text};
use crate::organisation::{Organisation, UnitId, UnitName};
use crate::wire::organisation::Resource;

impl Resource {
    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::Venue => Text::new("场地", "venues"),
            Self::Data => Text::new("信息", "data"),
            Self::Talent => Text::new("人才", "talent"),
            Self::Technique => Text::new("技术", "technique"),
            Self::Money => Text::new("资金", "money"),
        }
    }
}

/// Who can be served by whom, and who is.
struct Market {
    offers: Vec<u64>,
    needs: Vec<u64>,
    /// The offers that fit each need.
    fits: Vec<Vec<usize>>,
    /// How much of an offer a need has, by offer and need.
    given: Vec<BTreeMap<usize, u64>>,
}

/// From where a search came to an offer and to a need.
struct Reached {
    offers: Vec<Option<usize>>,
    needs: Vec<bool>,
    came_by: Vec<Option<usize>>,
    free: Option<usize>,
}

impl Market {
    fn used(&self, offer: usize) -> u64 {
        self.given[offer].values().sum()
    }

    fn met(&self, need: usize) -> u64 {
        self.given.iter().filter_map(|given| given.get(&need)).sum()
    }

    /// Searches from a need, over offers that fit and needs that hold them, for an offer that has something left.
    fn search(&self, need: usize) -> Reached {
        let mut reached = Reached {
            offers: vec![None; self.offers.len()],
            needs: vec![false; self.needs.len()],
            came_by: vec![None; self.needs.len()],
            free: None,
        };
        reached.needs[need] = true;
        let mut open = VecDeque::from([need]);
        while let Some(need) = open.pop_front() {
            for &offer in &self.fits[need] {
                if reached.offers[offer].is_some() {
                    continue;
                }
                reached.offers[offer] = Some(need);
                if self.used(offer) < self.offers[offer] {
                    reached.free = Some(offer);
                    return reached;
                }
                for &other in self.given[offer].keys() {
                    if !reached.needs[other] {
                        reached.needs[other] = true;
                        reached.came_by[other] = Some(offer);
                        open.push_back(other);
                    }
                }
            }
        }
        reached
    }

    /// Serves a need as far as it goes, without taking anything from another.
    fn serve(&mut self, need: usize) {
        loop {
            let missing = self.needs[need] - self.met(need);
            if missing == 0 {
                return;
            }
            let reached = self.search(need);
            let Some(free) = reached.free else { return };
            // Each step: an offer, the need that takes it, and the offer that this need gives up for it.
            let mut steps = Vec::new();
            let mut offer = free;
            let mut amount = missing.min(self.offers[free] - self.used(free));
            while let Some(taker) = reached.offers[offer] {
                let gives = reached.came_by[taker];
                steps.push((offer, taker, gives));
                let Some(before) = gives else { break };
                amount = amount.min(self.given[before].get(&taker).copied().unwrap_or(0));
                offer = before;
            }
            for (offer, taker, gives) in steps {
                *self.given[offer].entry(taker).or_insert(0) += amount;
                if let Some(held) = gives.and_then(|before| self.given[before].get_mut(&taker)) {
                    *held -= amount;
                }
                if let Some(before) = gives {
                    self.given[before].retain(|_, held| *held > 0);
                }
            }
        }
    }
}

fn balance(of: &mut BTreeMap<Resource, ResourceBalance>, resource: Resource) -> &mut ResourceBalance {
    of.entry(resource).or_insert(ResourceBalance { resource, offered: 0, needed: 0, matched: 0 })
}

fn fits(need: &Ware, offer: &Ware) -> bool {
    need.resource == offer.resource && need.unit != offer.unit && need.features.is_subset(&offer.features)
}

impl Cooperation {
    /// Matches offers to needs on a day: the most that can be met, and of all ways to do so one that serves the needs in
    /// their order, each as far as it goes without loss to those before it.
    ///
    /// An offer fits a need of another unit if it is of the same kind and has all the features that the need names. A need may
    /// draw on several offers, an offer may serve several needs. Only what certainly holds on the day counts.
    ///
    /// # Errors
    /// `unknown-unit` with the place.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Cooperation, Organisation};
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "school", "kind": "school", "name": "校"}, {"key": "firm", "kind": "firm", "name": "厂"},
    ///     {"key": "c1", "kind": "community", "name": "一"}, {"key": "c2", "kind": "community", "name": "二"}]}"#)?;
    /// let cooperation = Cooperation::parse(r#"{"format": "shequ.cooperation/1", "title": "资源",
    ///     "offers": [{"key": "hall", "unit": "school", "resource": "venue", "features": ["stage"]},
    ///                {"key": "room", "unit": "firm", "resource": "venue"}],
    ///     "needs": [{"key": "choir", "unit": "c1", "resource": "venue"},
    ///               {"key": "play", "unit": "c2", "resource": "venue", "features": ["stage"]}]}"#)?;
    /// // The choir, served first, gets the room, so that the play can have the only stage.
    /// let sharing = cooperation.sharing(&organisation, "2024-05-01".parse()?)?;
    /// let supplies: Vec<_> = sharing.needs.iter().map(|need| need.supplies[0].offer.as_str()).collect();
    /// assert_eq!(supplies, ["room", "hall"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn sharing(&self, organisation: &Organisation, day: Day) -> Result<Sharing> {
        let mut faults = Faults::new();
        let mut there = |list: &str, wares: &'_ [Ware]| -> Vec<(usize, UnitId)> {
            let mut out = Vec::new();
            for (i, ware) in wares.iter().enumerate() {
                let unit = known(organisation, &ware.unit, || format!("{list}[{i}].unit"), &mut faults);
                let holds = |unit: &UnitId| ware.span.holds(day).min(organisation.exists(*unit, day)) == Likely::Yes;
                out.extend(unit.filter(holds).map(|unit| (i, unit)));
            }
            out
        };
        let (offers, needs) = (there("offers", &self.offers), there("needs", &self.needs));
        faults.into_result()?;
        let offers: Vec<(&Ware, UnitName)> =
            offers.into_iter().map(|(i, unit)| (&self.offers[i], organisation.unit_name(unit, day))).collect();
        let needs: Vec<(&Ware, UnitName)> =
            needs.into_iter().map(|(i, unit)| (&self.needs[i], organisation.unit_name(unit, day))).collect();
        let fitting = |need: &Ware| (0..offers.len()).filter(|i| fits(need, offers[*i].0)).collect();
        let mut market = Market {
            offers: offers.iter().map(|(offer, _)| offer.quantity).collect(),
            needs: needs.iter().map(|(need, _)| need.quantity).collect(),
            fits: needs.iter().map(|(need, _)| fitting(need)).collect(),
            given: vec![BTreeMap::new(); offers.len()],
        };
        for need in 0..needs.len() {
            market.serve(need);
        }
        let mut resources: BTreeMap<Resource, ResourceBalance> = BTreeMap::new();
        let mut need_states = Vec::new();
        for (i, (need, unit)) in needs.iter().enumerate() {
            let met = market.met(i);
            let supplies = (0..offers.len()).filter_map(|o| Some((o, *market.given[o].get(&i)?)));
            let supplies = supplies.map(|(o, quantity)| OfferSupply {
                offer: offers[o].0.key.clone(),
                unit: offers[o].0.unit.clone(),
                quantity,
            });
            let supplies = supplies.collect();
            let (mut exhausted, mut rivals) = (Vec::new(), Vec::new());
            if met < need.quantity {
                let reached = market.search(i);
                let used = |n: &usize| (0..offers.len()).any(|o| market.given[o].contains_key(n));
                exhausted = (0..offers.len())
                    .filter(|o| reached.offers[*o].is_some())
                    .map(|o| offers[o].0.key.clone())
                    .collect();
                rivals =
                    (0..needs.len()).filter(|n| reached.needs[*n] && used(n)).map(|n| needs[n].0.key.clone()).collect();
            }
            let balance = balance(&mut resources, need.resource);
            balance.needed += need.quantity;
            balance.matched += met;
            need_states.push(NeedState {
                need: need.key.clone(),
                unit: unit.clone(),
                resource: need.resource,
                quantity: need.quantity,
                met,
                supplies,
                exhausted,
                rivals,
            });
        }
        let mut offer_states = Vec::new();
        for (i, (offer, unit)) in offers.iter().enumerate() {
            balance(&mut resources, offer.resource).offered += offer.quantity;
            offer_states.push(OfferState {
                offer: offer.key.clone(),
                unit: unit.clone(),
                resource: offer.resource,
                quantity: offer.quantity,
                used: market.used(i),
            });
        }
        Ok(Sharing { day, resources: resources.into_values().collect(), needs: need_states, offers: offer_states })
    }

    /// What an offer or a need is, in words.
    pub fn ware(&self, key: &str) -> Option<Text> {
        self.offers.iter().chain(&self.needs).find(|ware| ware.key == key).and_then(|ware| ware.what.clone())
    }
}

impl Sharing {
    /// By kind of resource: what is met adds up by need; what is not names the bottleneck.
    pub fn explain(&self) -> Explanation {
        let count = |n: u64| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let resources = self.resources.iter().map(|balance| {
            let needs = self.needs.iter().filter(|n| n.resource == balance.resource).map(|need| {
                let supplies =
                    need.supplies.iter().map(|s| Explanation::new(Text::same(s.offer.clone()), count(s.quantity)));
                let label = Text::same(format!("{} ({})", need.need, need.unit.key));
                let node = Explanation::new(label, count(need.met))
                    .with(Text::new("需要", "needed"), count(need.quantity))
                    .of(How::Sum, supplies.collect());
                if need.met == need.quantity {
                    return node;
                }
                if need.exhausted.is_empty() {
                    return node.noted(Text::new("没有合适的供给", "no offer fits"));
                }
                let (offers, rivals) = (need.exhausted.join(", "), need.rivals.join(", "));
                node.noted(Text::new(
                    format!("供给 {offers} 已被 {rivals} 用尽"),
                    format!("the offers {offers} are used up by {rivals}"),
                ))
            });
            Explanation::new(balance.resource.label(), count(balance.matched))
                .with(Text::new("供给", "offered"), count(balance.offered))
                .with(Text::new("需要", "needed"), count(balance.needed))
                .of(How::Sum, needs.collect())
        });
        Explanation::new(Text::new("资源共享", "sharing"), Quantity::Day(self.day)).of(How::List, resources.collect())
    }
}
