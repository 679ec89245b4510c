//! Quotas of posts, and liaison officers.

use shequ::organisation;
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::document::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::organisation::Snapshot;
use crate::plain::to_js;
use crate::words::language;

/// A plan by which posts follow from measures within bounds (核定职数), `shequ.quotas/1`.
#[wasm_bindgen]
pub struct QuotaPlan(organisation::QuotaPlan);

document!(QuotaPlan, "QuotaPlanDocument");

#[wasm_bindgen]
impl QuotaPlan {
    /// What it is about.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// Divides the posts by the numbers of the plan alone; `Snapshot.quotas` fills in those that it leaves out.
    pub fn allot(&self) -> Js<Quotas> {
        self.0.allot().or_throw().map(Quotas)
    }
}

#[wasm_bindgen]
impl Snapshot {
    /// Divides posts by a plan; values that the plan leaves out are the last that the organisation counted by the day.
    pub fn quotas(&self, plan: &QuotaPlan) -> Js<Quotas> {
        self.view().quotas(&plan.0).or_throw().map(Quotas)
    }
}

answer! {
    /// Posts by unit (核定职数), each of which is explained.
    Quotas(organisation::Quotas) as "QuotasData" {
        /// What it is about.
        title "title": "Text",
        /// The day whose numbers were taken from an organisation; none where the plan gives all.
        day "day": "string | null",
        /// How posts followed from weights.
        method "method": "ApportionMethod",
        /// How many posts there are in all.
        seats "seats": "number",
        /// The units in the order of their keys.
        units "units": "UnitQuota[]",
        /// The tie; none where no two units had equal claims to the last post.
        tie "tie": "QuotaTie | null",
        /// The lowest priority that got a post beyond the lower bounds.
        last "last": "SeatPriority | null",
        /// The highest priority that got none.
        next "next": "SeatPriority | null",
    }
}

#[wasm_bindgen]
impl Quotas {
    /// One row a unit: weight and quotas as exact ratios, bounds, posts and ties.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js {
        to_js(&self.0.table(language(&lang).or_throw()?).or_throw()?)
    }
}

/// Officers, communities and the distances between them (联络员), `shequ.liaison/1`.
#[wasm_bindgen]
pub struct LiaisonPlan(organisation::LiaisonPlan);

document!(LiaisonPlan, "LiaisonPlanDocument");

#[wasm_bindgen]
impl LiaisonPlan {
    /// What it is about.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// Assigns every community to an officer within the bounds so that the distances add up to the least.
    pub fn assign(&self) -> Liaison {
        Liaison(self.0.assign())
    }
}

/// Officers assigned to communities, with the proof that no plan is shorter.
#[wasm_bindgen]
pub struct Liaison(organisation::Liaison);

#[wasm_bindgen]
impl Liaison {
    /// The sum of all distances, which no plan undercuts.
    #[wasm_bindgen(getter, unchecked_return_type = "number")]
    pub fn total(&self) -> Js {
        to_js(&self.0.total)
    }

    /// The officers in the order of their keys.
    #[wasm_bindgen(getter, unchecked_return_type = "OfficerLoad[]")]
    pub fn officers(&self) -> Js {
        to_js(&self.0.officers)
    }

    /// The communities in the order of their keys.
    #[wasm_bindgen(getter, unchecked_return_type = "LiaisonService[]")]
    pub fn communities(&self) -> Js {
        to_js(&self.0.communities)
    }

    /// Checks the proof again: no pair is shorter than the sum of its two prices, and the prices add up to the total.
    #[wasm_bindgen(js_name = isProven)]
    pub fn is_proven(&self) -> bool {
        self.0.is_proven()
    }

    /// What it would cost to give a community another officer, with all the moves of others that this takes; by officer.
    #[wasm_bindgen(unchecked_return_type = "LiaisonAlternative[]")]
    pub fn alternatives(&self, community: &str) -> Js {
        to_js(&self.0.alternatives(community).or_throw()?)
    }

    /// The assignment, whose distances add up to the total.
    pub fn explain(&self) -> Explanation {
        Explanation(self.0.explain())
    }

    /// Why a community has its officer: what every other one would cost, the least first.
    #[wasm_bindgen(js_name = explainCommunity)]
    pub fn explain_community(&self, community: &str) -> Js<Explanation> {
        self.0.explain_community(community).or_throw().map(Explanation)
    }

    /// One row a community: its officer, the distance, and how many officers are nearer.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self) -> Js {
        to_js(&self.0.table().or_throw()?)
    }

    /// What `JSON.stringify` writes: the plain form.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "LiaisonView")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }
}
