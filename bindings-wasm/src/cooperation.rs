//! Co-operation between units: pledges, attendance, dependence, sharing.

use shequ::organisation;
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::document::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::organisation::{Organisation, Pairing};
use crate::plain::to_js;
use crate::words::{choice, day, language, one};

/// Pledges, conferences, joint activities, offers and needs of units (共驻共建), `shequ.cooperation/1`.
#[wasm_bindgen]
pub struct Cooperation(organisation::Cooperation);

document!(Cooperation, "CooperationDocument");

#[wasm_bindgen]
impl Cooperation {
    /// What it is about.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// How pledges stand on a day: due, kept, kept late, overdue, lapsed; by party and by agreement.
    pub fn fulfilment(&self, organisation: &Organisation, on: &str) -> Js<Fulfilment> {
        self.0.fulfilment(&organisation.0, day(on)?).or_throw().map(Fulfilment)
    }

    /// Attendance at the conferences of a period, of one series or of all: by unit, and by the post in the chair.
    pub fn attendance(
        &self,
        organisation: &Organisation,
        from: &str,
        until: &str,
        series: Option<String>,
    ) -> Js<ConferenceAttendance> {
        let (from, until) = (one("from", from)?, one("until", until)?);
        self.0.attendance(&organisation.0, from, until, series.as_deref()).or_throw().map(ConferenceAttendance)
    }

    /// How far activities (unless said otherwise), attendances or chairs of a period hang on one holder of posts.
    pub fn dependence(
        &self,
        organisation: &Organisation,
        from: &str,
        until: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "DependenceBasis")] basis: JsValue,
    ) -> Js<Dependence> {
        use organisation::DependenceBasis::{Activities, Attendances, Chairs};
        let basis =
            choice("basis", &basis, &[("activities", Activities), ("attendances", Attendances), ("chairs", Chairs)]);
        let (from, until) = (one("from", from)?, one("until", until)?);
        self.0.dependence(&organisation.0, from, until, basis.or_throw()?).or_throw().map(Dependence)
    }

    /// Matches offers to needs on a day, as much as can be, the needs that stand first served first.
    pub fn sharing(&self, organisation: &Organisation, on: &str) -> Js<Sharing> {
        self.0.sharing(&organisation.0, day(on)?).or_throw().map(Sharing)
    }
}

#[wasm_bindgen]
impl Organisation {
    /// Which units of some kinds, within one unit or all, have an agreement of a kind on a day, and which have none.
    #[wasm_bindgen(js_name = pairingAmong)]
    pub fn pairing_among(
        &self,
        on: &str,
        kind: &str,
        #[wasm_bindgen(js_name = unitKinds)] unit_kinds: Vec<String>,
        within: Option<String>,
    ) -> Js<Pairing> {
        self.0.pairing_among(day(on)?, kind, &unit_kinds, within.as_deref()).or_throw().map(Pairing)
    }
}

answer! {
    /// How pledges stand on a day (履约情况).
    Fulfilment(organisation::Fulfilment) as "FulfilmentData" {
        /// The day.
        day "day": "string",
        /// All of them.
        total "total": "PledgeCount",
        /// By party, in the order of keys.
        parties "parties": "PledgeCount[]",
        /// By agreement, in the order of keys.
        agreements "agreements": "PledgeCount[]",
        /// The pledges in the order of keys.
        pledges "pledges": "PledgeState[]",
    }
}

#[wasm_bindgen]
impl Fulfilment {
    /// One row a pledge.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js {
        to_js(&self.0.table(language(&lang).or_throw()?).or_throw()?)
    }
}

answer! {
    /// Attendance at conferences of a period (到会情况).
    ConferenceAttendance(organisation::ConferenceAttendance) as "ConferenceAttendanceData" {
        /// The first day.
        from "from": "string",
        /// The first day after it.
        until "until": "string",
        /// The series; none for all.
        series "series": "string | null",
        /// Conferences.
        conferences "conferences": "number",
        /// Invitations.
        invited "invited": "number",
        /// How many of the invited came.
        attended "attended": "number",
        /// The one over the other.
        rate "rate": "string | null",
        /// By unit, in the order of keys.
        units "units": "UnitAttendance[]",
        /// By the post in the chair.
        chairs "chairs": "ChairAttendance[]",
    }
}

answer! {
    /// How far co-operation hangs on one person (关键人依赖): holders of public posts only.
    Dependence(organisation::Dependence) as "DependenceData" {
        /// The first day.
        from "from": "string",
        /// The first day after it.
        until "until": "string",
        /// What was counted.
        basis "basis": "DependenceBasis",
        /// How much there was.
        total "total": "number",
        /// How much had no post, or one without exactly one certain holder that day.
        unattributed "unattributed": "number",
        /// The holders, those with the most first, equals by key.
        holders "holders": "HolderShare[]",
        /// The greatest share.
        greatest "greatest": "string | null",
        /// Every holder with that share.
        key_holders "keyHolders": "string[]",
        /// The sum of the squares of all shares: 1 if all hangs on one, 1/n if it is even among n (Herfindahl).
        concentration "concentration": "string | null",
    }
}

answer! {
    /// Offers matched to needs (资源共享), as much as can be.
    Sharing(organisation::Sharing) as "SharingData" {
        /// The day.
        day "day": "string",
        /// By kind of resource.
        resources "resources": "ResourceBalance[]",
        /// The needs that hold on the day, as they stand in the document.
        needs "needs": "NeedState[]",
        /// The offers that hold on the day, as they stand in the document.
        offers "offers": "OfferState[]",
    }
}
