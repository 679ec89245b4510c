//! Letters signed layer by layer.

use shequ::evaluation;
use shequ::wire::evaluation as wire;
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::document::document;
use crate::explain::Explanation;
use crate::fault::Js;
use crate::organisation::Snapshot;
use crate::plain::to_js;
use crate::words::day;

/// A register of signed letters (层层签订责任书), `shequ.letters/1`, and the tree of units if it is not an organisation's.
#[wasm_bindgen]
pub struct Letters(evaluation::Letters);

document!(Letters, "LettersDocument");

#[wasm_bindgen]
impl Letters {
    /// What the letters are about.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// The number of letters.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.letters().len()
    }

    /// Whether every unit of the document's own list has a letter with the unit above it on a day.
    pub fn report(&self, on: &str) -> Js<LetterReport> {
        Ok(LetterReport(self.0.report(day(on)?)))
    }

    /// The same for an organisation as of a day, over units of some kinds, or of every kind if none is named: the unit above is
    /// the nearest one of these kinds. Only units that certainly exist on the day count.
    #[wasm_bindgen(js_name = reportIn)]
    pub fn report_in(&self, snapshot: &Snapshot, kinds: Option<Vec<String>>) -> LetterReport {
        LetterReport(self.0.report_in(snapshot.view(), &kinds.unwrap_or_default()))
    }
}

answer! {
    /// Whether letters were signed layer by layer, with no layer missing.
    LetterReport(wire::LetterReport) as "LetterReportData" {
        /// The day.
        day "day": "string",
        /// The units that have a unit above them.
        units "units": "number",
        /// How many of them have a letter with it.
        signed "signed": "number",
        /// The one over the other.
        coverage "coverage": "string | null",
        /// How many of them have letters all the way up.
        unbroken "unbroken": "number",
        /// The units without a letter, those above before those below.
        gaps "gaps": "LetterGap[]",
        /// Letters in force that close no gap.
        stray "stray": "StrayLetter[]",
    }
}

#[wasm_bindgen]
impl LetterReport {
    /// Whether no layer is missing.
    #[wasm_bindgen(js_name = isComplete)]
    pub fn is_complete(&self) -> bool {
        self.0.is_complete()
    }
}
