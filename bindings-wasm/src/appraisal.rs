//! Appraisal ballots.

use shequ::evaluation;
use wasm_bindgen::prelude::*;

use crate::document::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::plain::to_js;

/// An appraisal with its ballots (民主评议), `shequ.appraisal/1`: four grades and abstention, classes of voters, turnout, triggers.
#[wasm_bindgen]
pub struct Appraisal(evaluation::Appraisal);

document!(Appraisal, "AppraisalDocument");

#[wasm_bindgen]
impl Appraisal {
    /// What it is called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// What is appraised.
    #[wasm_bindgen(getter, unchecked_return_type = "Subject")]
    pub fn subject(&self) -> Js {
        to_js(&self.0.subject())
    }

    /// The day of the count, if it is stated.
    #[wasm_bindgen(getter)]
    pub fn day(&self) -> Option<String> {
        self.0.day().map(|day| day.to_string())
    }

    /// The result for those who count: every class is shown, however small it is.
    #[wasm_bindgen(unchecked_return_type = "AppraisalReport")]
    pub fn report(&self) -> Js {
        to_js(&self.0.report())
    }

    /// What may be published: the votes of all, and by class where it has enough voters.
    #[wasm_bindgen(unchecked_return_type = "PublishedAppraisal[]")]
    pub fn published(&self) -> Js {
        to_js(&self.0.published())
    }

    /// Why a subject has its score, and why each trigger fired or not.
    pub fn explain(&self, subject: &str) -> Js<Explanation> {
        self.0.explain(subject).or_throw().map(Explanation)
    }
}
