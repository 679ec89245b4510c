//! Registers: sectors, duties, indicators, activity records, topic notes.

use shequ::kernel::Salt;
use shequ::organisation::{self, LEAST_COUNT};
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::document::{argument, document};
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::log::drawn;
use crate::organisation::{Organisation, Snapshot};
use crate::plain::to_js;
use crate::words::{key, language, one};

/// Which unit belongs to which sector, `shequ.sectors/1`.
#[wasm_bindgen]
pub struct Sectors(organisation::Sectors);

document!(Sectors, "SectorsDocument");

#[wasm_bindgen]
impl Sectors {
    /// What it is about.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }
}

/// A catalogue of duties (职责) with who has them, `shequ.duties/1`.
#[wasm_bindgen]
pub struct Duties(pub(crate) organisation::Duties);

document!(Duties, "DutiesDocument");

#[wasm_bindgen]
impl Duties {
    /// What it is about.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// Who has which duty from when until when, transfers applied; of one duty or of all.
    #[wasm_bindgen(unchecked_return_type = "DutyHolding[]")]
    pub fn holdings(&self, duty: Option<String>) -> Js {
        to_js(&self.0.holdings(duty.as_deref()).or_throw()?)
    }
}

/// Notes on topics (民情), `shequ.notes/1`: there is no field for a person.
#[wasm_bindgen]
pub struct Notes(organisation::Notes);

document!(Notes, "NotesDocument");

#[wasm_bindgen]
impl Notes {
    /// What it is about.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// The notes of a period by topic, in one unit or in all: how many, how many answered by its end, how long that took.
    pub fn topics(&self, from: &str, until: &str, unit: Option<String>) -> Js<NoteTopics> {
        self.0.topics(one("from", from)?, one("until", until)?, unit.as_deref()).or_throw().map(NoteTopics)
    }
}

/// A register of activity records (三卡), `shequ.activities/1`: it keeps a salted digest of each text, and the owner the key.
#[wasm_bindgen]
pub struct Activities(organisation::Activities);

document!(Activities, "ActivitiesDocument");

#[wasm_bindgen]
impl Activities {
    /// A register without records.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str) -> Js<Activities> {
        Ok(Self(organisation::Activities::new(key("key", name)?)))
    }

    /// Records an activity, and gives its owner the receipt; the register keeps nothing of the text.
    ///
    /// A salt is drawn from the random numbers of the platform unless one is given, as hexadecimal digits.
    pub fn record(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "NewActivity")] activity: JsValue,
        text: &str,
        salt: Option<String>,
    ) -> Js<ActivityReceipt> {
        let salt = salt.map_or_else(drawn, |salt| one::<Salt>("salt", &salt))?;
        self.0.record(argument(&activity)?, text, salt).or_throw().map(ActivityReceipt)
    }

    /// Shows that a receipt is that of a record here; throws where it is not.
    #[wasm_bindgen(unchecked_return_type = "ActivityRecord")]
    pub fn verify(&self, receipt: &ActivityReceipt) -> Js {
        to_js(&self.0.verify(&receipt.0).or_throw()?)
    }

    /// The records in their order; nothing of their texts.
    #[wasm_bindgen(getter, unchecked_return_type = "ActivityRecord[]")]
    pub fn records(&self) -> Js {
        to_js(&self.0.records())
    }

    /// Verifies every link of the chain again.
    #[wasm_bindgen(unchecked_return_type = "LogCheck")]
    pub fn check(&self) -> Js {
        to_js(&self.0.log().verify(None))
    }

    /// How many records of a period there are by unit and kind, fit to be published.
    pub fn counts(&self, from: &str, until: &str, threshold: Option<u32>) -> Js<ActivityCounts> {
        let threshold = threshold.map_or(LEAST_COUNT, u64::from);
        self.0.counts(one("from", from)?, one("until", until)?, threshold).or_throw().map(ActivityCounts)
    }

    /// The document, which `Activities.from` reads.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "ActivitiesDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }
}

/// The key to one activity record, `shequ.receipt/1`: for its owner only.
#[wasm_bindgen]
pub struct ActivityReceipt(organisation::ActivityReceipt);

document!(ActivityReceipt, "ReceiptDocument");

#[wasm_bindgen]
impl ActivityReceipt {
    /// The number of the record.
    #[wasm_bindgen(getter, unchecked_return_type = "number")]
    pub fn seq(&self) -> Js {
        to_js(&self.0.seq())
    }

    /// The text.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> String {
        self.0.text().to_owned()
    }

    /// The document with text and salt: for the owner.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "ReceiptDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }
}

#[wasm_bindgen]
impl Snapshot {
    /// How far the units of each sector have a body of some kinds on the day.
    #[wasm_bindgen(js_name = sectorCoverage)]
    pub fn sector_coverage(&self, sectors: &Sectors, kinds: Vec<String>) -> Js<CoverageReport> {
        self.view().sector_coverage(&sectors.0, &kinds).or_throw().map(CoverageReport)
    }

    /// Looks at every duty of the day in every area where it has to be done: gaps, overlaps, wrong hands.
    pub fn duties(&self, duties: &Duties) -> Js<DutyReport> {
        self.view().duties(&duties.0).or_throw().map(DutyReport)
    }
}

#[wasm_bindgen]
impl Organisation {
    /// The numbers on record with their days, units of measure and sources, of one unit or of all, of one measure or of all.
    #[wasm_bindgen(unchecked_return_type = "IndicatorRecord[]")]
    pub fn indicators(&self, unit: Option<String>, measure: Option<String>) -> Js {
        to_js(&self.0.indicators(unit.as_deref(), measure.as_deref()).or_throw()?)
    }

    /// A measure of a unit through time, and from each number to the next what may be compared.
    pub fn series(&self, unit: &str, measure: &str) -> Js<IndicatorSeries> {
        self.0.series(unit, measure).or_throw().map(IndicatorSeries)
    }
}

answer! {
    /// Coverage by sector (非公和"两新"组织覆盖率).
    CoverageReport(organisation::CoverageReport) as "CoverageReportData" {
        /// The day.
        day "day": "string",
        /// The kinds of bodies that were looked for.
        kinds "kinds": "string[]",
        /// All sectors together.
        total "total": "SectorCoverage",
        /// By sector, as the register lists them.
        sectors "sectors": "SectorCoverage[]",
    }
}

answer! {
    /// How duties are done on a day (职责核查).
    DutyReport(organisation::DutyReport) as "DutyReportData" {
        /// The day.
        day "day": "string",
        /// How many pairs of a duty and an area were looked at.
        checked "checked": "number",
        /// How many of them are in order.
        sound "sound": "number",
        /// The faults, by duty and area.
        findings "findings": "DutyFinding[]",
    }
}

#[wasm_bindgen]
impl DutyReport {
    /// One row a finding.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js {
        to_js(&self.0.table(language(&lang).or_throw()?).or_throw()?)
    }
}

answer! {
    /// A measure of a unit through time (指标序列).
    IndicatorSeries(organisation::IndicatorSeries) as "IndicatorSeriesData" {
        /// The unit.
        unit "unit": "string",
        /// The measure.
        measure "measure": "string",
        /// Its name.
        label "label": "Text",
        /// What values are written in.
        unit_of_measure "unitOfMeasure": "string",
        /// The numbers in the order of their days.
        points "points": "IndicatorRecord[]",
        /// From each to the next.
        steps "steps": "SeriesStep[]",
    }
}

answer! {
    /// How many records of a period there are by unit and kind, without small numbers.
    ActivityCounts(organisation::ActivityCounts) as "ActivityCountsData" {
        /// The first day.
        from "from": "string",
        /// The first day after it.
        until "until": "string",
        /// Counts below this are hidden.
        threshold "threshold": "number",
        /// The columns.
        kinds "kinds": "ActivityKind[]",
        /// The rows in the order of units.
        rows "rows": "ActivityCountRow[]",
        /// The sums of columns; none where hidden.
        column_totals "columnTotals": "(number | null)[]",
        /// The sum of all; none where hidden.
        total "total": "number | null",
    }
}

answer! {
    /// What was heard in a period by topic (民情).
    NoteTopics(organisation::NoteTopics) as "NoteTopicsData" {
        /// The first day.
        from "from": "string",
        /// The first day after it.
        until "until": "string",
        /// All topics together.
        total "total": "TopicCount",
        /// By topic, as the register lists them.
        topics "topics": "TopicCount[]",
    }
}
