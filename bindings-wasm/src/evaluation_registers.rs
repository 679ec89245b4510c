//! Registers beside the scores: campaigns, practices, standards by level, evidence, looking back, honour boards.

use shequ::evaluation;
use shequ::wire::evaluation as wire;
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::batches::table;
use crate::document::document;
use crate::evaluation::Scheme;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::plain::to_js;
use crate::words::{day, one};

/// Campaigns with targets and phases (五民工程、精品社区), `shequ.campaigns/1`.
#[wasm_bindgen]
pub struct Campaigns(evaluation::Campaigns);

document!(Campaigns, "CampaignsDocument");

#[wasm_bindgen]
impl Campaigns {
    /// What they are called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// Each campaign as of a day, in the order of the document.
    pub fn states(&self, on: &str) -> Js<Vec<CampaignState>> {
        Ok(self.0.states(day(on)?).into_iter().map(CampaignState).collect())
    }
}

/// Practices and where they were taken up (典型、一居一特色), `shequ.practices/1`.
#[wasm_bindgen]
pub struct Practices(evaluation::Practices);

document!(Practices, "PracticesDocument");

#[wasm_bindgen]
impl Practices {
    /// What they are called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// How far each practice has spread over some units by a day.
    pub fn spread(&self, on: &str, units: Vec<String>) -> Js<SpreadReport> {
        Ok(SpreadReport(self.0.spread(day(on)?, &units)))
    }
}

/// Standards by level (三级联创), `shequ.standards/1`: each level asks something beyond those below.
#[wasm_bindgen]
pub struct Standards(evaluation::Standards);

document!(Standards, "StandardsDocument");

#[wasm_bindgen]
impl Standards {
    /// What they are called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// The level of each unit, and what is missing for the next one.
    ///
    /// The rows have a column `unit` and one for each criterion; a missing value meets nothing.
    #[wasm_bindgen(unchecked_return_type = "UnitLevel[]")]
    pub fn levels(&self, #[wasm_bindgen(unchecked_param_type = "Rows | string")] rows: JsValue) -> Js {
        let table = table(&rows).map_err(|e| e.under("table")).or_throw()?;
        to_js(&self.0.levels(&table).or_throw()?)
    }
}

/// What shows the values of a scheme, and who came to see it (迎检台帐), `shequ.evidence/1`.
#[wasm_bindgen]
pub struct EvidenceLedger(evaluation::EvidenceLedger);

document!(EvidenceLedger, "EvidenceLedgerDocument");

#[wasm_bindgen]
impl EvidenceLedger {
    /// What it is called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// Which indicators of a scheme that ask for evidence have some, unit by unit, and how many inspections each unit bore, from
    /// a day until the day before another.
    #[wasm_bindgen(unchecked_return_type = "EvidenceReport")]
    pub fn report(&self, scheme: &Scheme, units: Vec<String>, from: &str, until: &str) -> Js {
        to_js(&self.0.report(&scheme.0, &units, one("from", from)?, one("until", until)?).or_throw()?)
    }
}

/// What was looked back on (回头看、述职), `shequ.retrospectives/1`: what fell short, what was promised, whether it holds.
#[wasm_bindgen]
pub struct Retrospectives(evaluation::Retrospectives);

document!(Retrospectives, "RetrospectivesDocument");

#[wasm_bindgen]
impl Retrospectives {
    /// What it is called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// What was found, done, overdue and fallen back by a day, of one subject or of all.
    pub fn report(&self, on: &str, subject: Option<String>) -> Js<RetrospectiveReport> {
        Ok(RetrospectiveReport(self.0.report(day(on)?, subject.as_deref())))
    }
}

/// An honour board (先锋榜、荣誉榜), `shequ.boards/1`: posts and units that agreed, never persons.
#[wasm_bindgen]
pub struct Boards(evaluation::Boards);

document!(Boards, "BoardsDocument");

#[wasm_bindgen]
impl Boards {
    /// What it is called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// The entries of a day, in the order of the document.
    #[wasm_bindgen(unchecked_return_type = "BoardEntry[]")]
    pub fn on(&self, on: &str) -> Js {
        to_js(&self.0.on(day(on)?))
    }
}

answer! {
    /// A campaign as of a day.
    CampaignState(wire::CampaignState) as "CampaignStateData" {
        /// The campaign.
        key "key": "string",
        /// Its name.
        label "label": "Text",
        /// Whether it has begun or ended.
        state "state": "CampaignStage",
        /// How many units take part.
        units "units": "number",
        /// Its targets.
        targets "targets": "TargetState[]",
        /// The phases that are due and not done.
        overdue "overdue": "PhaseKind[]",
        /// How many phases were done after they were due.
        late "late": "number",
    }
}

answer! {
    /// How far practices have spread by a day.
    SpreadReport(wire::SpreadReport) as "SpreadReportData" {
        /// The day.
        day "day": "string",
        /// The practices in the order of the document.
        practices "practices": "PracticeSpread[]",
        /// The units that began none and have none.
        without "without": "string[]",
    }
}

answer! {
    /// What was looked back on, as of a day.
    RetrospectiveReport(wire::RetrospectiveReport) as "RetrospectiveReportData" {
        /// The day.
        day "day": "string",
        /// What was found by then.
        found "found": "number",
        /// What was done in time.
        in_time "inTime": "number",
        /// What was done late.
        late "late": "number",
        /// What is due and not done.
        overdue "overdue": "string[]",
        /// What is open and not due.
        open "open": "string[]",
        /// How many that were done were looked at again.
        checked "checked": "number",
        /// Those that no longer held.
        fallen_back "fallenBack": "string[]",
    }
}
