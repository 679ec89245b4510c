//! Organisations, as of any day.

use std::rc::Rc;

use self_cell::self_cell;
use shequ::kernel::{Document, DocumentError, Error, Period, Result, Value, to_value};
use shequ::organisation::{self, DiagramFormat, Drawing, Group, UnitView};
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::batches::table;
use crate::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::pack::{Packs, Rules};
use crate::plain::{from_js, to_js};
use crate::watch::watched;
use crate::words::{day, language, one};

/// Units, relations, posts, holdings and events (组织), `shequ.organisation/1`, with all their days.
#[wasm_bindgen]
pub struct Organisation(pub(crate) Rc<organisation::Organisation>);

#[wasm_bindgen]
impl Organisation {
    /// Reads a JSON or TOML text.
    ///
    /// Throws `ShequError` with every fault of the document.
    pub fn parse(text: &str) -> Js<Organisation> {
        document::parse(text).map(|o| Self(Rc::new(o)))
    }

    /// Reads a plain object.
    ///
    /// Throws `ShequError` with every fault of the document.
    pub fn from(#[wasm_bindgen(unchecked_param_type = "OrganisationDocument")] object: JsValue) -> Js<Organisation> {
        document::from(&object).map(|o| Self(Rc::new(o)))
    }

    /// Reads what `toBytes` made. A checksum finds what was lost or changed by accident.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(bytes: &[u8]) -> Js<Organisation> {
        organisation::Organisation::from_bytes(bytes).or_throw().map(|o| Self(Rc::new(o)))
    }

    /// The whole organisation with its log as bytes: a country in some tens of megabytes that are read in an instant.
    ///
    /// For keeping it at hand; `toJSON` is the form to exchange and to archive.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Js<Vec<u8>> {
        self.0.to_bytes().or_throw()
    }

    /// What it is about.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// Where its data come from.
    #[wasm_bindgen(getter, unchecked_return_type = "Text[]")]
    pub fn sources(&self) -> Js {
        to_js(&self.0.sources())
    }

    /// How many units there are, on whatever days.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// The keys of all units in order, on whatever days they exist.
    #[wasm_bindgen(getter)]
    pub fn keys(&self) -> Vec<String> {
        self.0.keys().into_iter().map(ToString::to_string).collect()
    }

    /// Whether a unit exists on a day; a key that is not known exists on none.
    #[wasm_bindgen(unchecked_return_type = "Likely")]
    pub fn exists(&self, key: &str, on: &str) -> Js {
        let on = day(on)?;
        to_js(&self.0.id(key).map_or(shequ::kernel::Likely::No, |unit| self.0.exists(unit, on)))
    }

    /// The organisation on a day.
    pub fn at(&self, on: &str) -> Js<Snapshot> {
        let on = day(on)?;
        Ok(Snapshot(View::new(Rc::clone(&self.0), |organisation| organisation.at(on))))
    }

    /// What a unit became by a day; with a measure, such as `"households"`, also in which shares.
    pub fn lineage(&self, key: &str, until: &str, measure: Option<String>) -> Js<Lineage> {
        self.0.lineage(key, one("until", until)?, measure.as_deref()).or_throw().map(Lineage)
    }

    /// What a unit came from since a day; with a measure also in which shares.
    pub fn origins(&self, key: &str, since: &str, measure: Option<String>) -> Js<Lineage> {
        self.0.origins(key, one("since", since)?, measure.as_deref()).or_throw().map(Lineage)
    }

    /// How many units became how many between two days, and that a measure was conserved.
    #[wasm_bindgen(unchecked_return_type = "Consolidation")]
    pub fn consolidation(&self, from: &str, until: &str, measure: &str) -> Js {
        to_js(&self.0.consolidation(one("from", from)?, one("until", until)?, measure).or_throw()?)
    }

    /// What breaks a rule on the day of the rules, on which days exactly, and what mends it.
    ///
    /// Throws `ShequError`: `stopped`, or what a rule of a pack names and the organisation does not know.
    pub fn validate(
        &self,
        rules: &Rules,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<Report> {
        let day = rules.0.day();
        let period = Period::new(day, day.plus_days(1).ok()).or_throw()?;
        checked(&self.0, period, rules.0.packs(), rules.0.accepts_secondary(), &watch)
    }

    /// Every violation on any day of `[from, until)`, each with all its days; without `until` from the first day on.
    #[wasm_bindgen(js_name = validateOver)]
    pub fn validate_over(
        &self,
        packs: &Packs,
        from: &str,
        until: Option<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<Report> {
        let until = until.as_deref().map(|text| one("until", text)).transpose()?;
        let period = Period::new(one("from", from)?, until).or_throw()?;
        checked(&self.0, period, &packs.0, false, &watch)
    }

    /// What breaks a default of the library on a day, without any law.
    #[wasm_bindgen(js_name = validateWithoutPack)]
    pub fn validate_without_pack(
        &self,
        on: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<Report> {
        let day = day(on)?;
        let period = Period::new(day, day.plus_days(1).ok()).or_throw()?;
        checked(&self.0, period, shequ::pack::defaults(), false, &watch)
    }

    /// Who holds the posts of a group on a day, counted and never listed; the group is all posts unless given.
    pub fn statistics(
        &self,
        on: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "Group")] group: JsValue,
    ) -> Js<Statistics> {
        self.0.statistics(day(on)?, &self::group(&group)?).or_throw().map(Statistics)
    }

    /// Which of some units have an agreement of a kind on a day (结对), and which have none.
    pub fn pairing(&self, on: &str, kind: &str, units: Vec<String>) -> Js<Pairing> {
        self.0.pairing(day(on)?, kind, &units).or_throw().map(Pairing)
    }

    /// The document that it can be read from again: what was written short comes out short.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "OrganisationDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0.document())
    }

    /// The document with its events worked into the units' facts: no event is left, and any day looks the same.
    #[wasm_bindgen(unchecked_return_type = "OrganisationDocument")]
    pub fn settled(&self) -> Js {
        to_js(&self.0.settled())
    }

    /// A Popolo document in one language, and what Popolo has no place for, by its path in `settled()`.
    #[wasm_bindgen(js_name = toPopolo, unchecked_return_type = "{ document: Popolo, losses: Loss[] }")]
    pub fn to_popolo(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js {
        let exported = self.0.to_popolo(language(&lang).or_throw()?).or_throw()?;
        let losses = to_value(&exported.losses).or_throw()?;
        to_js(&Value::Map(vec![("document".to_owned(), exported.document), ("losses".to_owned(), losses)]))
    }

    /// Reads a Popolo document: an object with `organizations`, `areas`, `posts`, `persons` and `memberships`.
    ///
    /// Of a person only the id is read. Throws `ShequError` with every fault of the document.
    #[wasm_bindgen(js_name = fromPopolo)]
    pub fn from_popolo(#[wasm_bindgen(unchecked_param_type = "Popolo")] document: JsValue) -> Js<ImportedOrganisation> {
        let value = from_js(&document).map_err(|e| e.under("popolo")).or_throw()?;
        organisation::Organisation::from_popolo(&value).or_throw().map(ImportedOrganisation)
    }

    /// A part as rows: `"names"`, `"parents"`, `"relations"`, `"holdings"` ...; what events changed is worked in.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn part(&self, #[wasm_bindgen(unchecked_param_type = "OrganisationPart")] name: &str) -> Js {
        to_js(&self.0.part(one("name", name)?).or_throw()?)
    }

    /// A part as comma-separated text with a head.
    #[wasm_bindgen(js_name = partCsv)]
    pub fn part_csv(&self, #[wasm_bindgen(unchecked_param_type = "OrganisationPart")] name: &str) -> Js<String> {
        self.0.part(one("name", name)?).or_throw()?.to_csv().or_throw()
    }

    /// The organisation with rows added, in the columns that `part` gives: relations, posts, holders, holdings,
    /// agreements, indicators or statements; rows are objects, or comma-separated text with a head.
    #[wasm_bindgen(js_name = withTable)]
    pub fn with_table(
        &self,
        #[wasm_bindgen(unchecked_param_type = "OrganisationPart")] name: &str,
        #[wasm_bindgen(unchecked_param_type = "Rows | string")] rows: JsValue,
    ) -> Js<Organisation> {
        self.0.with_table(one("name", name)?, &table(&rows).or_throw()?).or_throw().map(|o| Self(Rc::new(o)))
    }

    /// The organisation after one more event; this one is not changed.
    pub fn apply(&self, #[wasm_bindgen(unchecked_param_type = "EventInput")] event: JsValue) -> Js<Organisation> {
        let event = document::argument(&event)?;
        self.0.apply(&event).or_throw().map(|o| Self(Rc::new(o)))
    }
}

/// An organisation from another format, and what it could not take.
#[wasm_bindgen]
pub struct ImportedOrganisation(organisation::Imported);

#[wasm_bindgen]
impl ImportedOrganisation {
    /// The organisation.
    #[wasm_bindgen(getter)]
    pub fn organisation(&self) -> Organisation {
        Organisation(Rc::new(self.0.organisation.clone()))
    }

    /// What is left behind, by its path in the document.
    #[wasm_bindgen(getter, unchecked_return_type = "Loss[]")]
    pub fn losses(&self) -> Js {
        to_js(&self.0.losses)
    }
}

fn checked(
    organisation: &organisation::Organisation,
    period: Period,
    packs: &shequ::pack::Packs,
    secondary: bool,
    watch: &JsValue,
) -> Js<Report> {
    let report = watched(watch, |progress| {
        if secondary {
            organisation.validate_accepting_secondary(period, packs, progress)
        } else {
            organisation.validate_over(period, packs, progress)
        }
    });
    report.map(Report)
}

/// A group from an argument that may be left out.
pub(crate) fn group(value: &JsValue) -> Js<Group> {
    if value.is_undefined() { Ok(Group::default()) } else { Ok(document::argument::<Asked>(value)?.0) }
}

/// A group as an argument, read with the care of a document.
struct Asked(Group);

impl Document for Asked {
    const FORMAT: &'static str = "shequ.group/1";
    const ROOT: &'static str = "group";
    type Draft = Group;

    fn check(draft: Group) -> Result<Self> {
        Ok(Self(draft))
    }
}

pub(crate) type OfDay<'o> = organisation::Snapshot<'o>;

self_cell!(
    /// A view of a day together with the organisation that it looks at.
    struct View {
        owner: Rc<organisation::Organisation>,
        #[covariant]
        dependent: OfDay,
    }
);

/// An organisation on a day: every unit that exists or may exist then, each under its parent of that day.
#[wasm_bindgen]
pub struct Snapshot(View);

impl Snapshot {
    pub(crate) fn view(&self) -> &OfDay<'_> {
        self.0.borrow_dependent()
    }
}

fn records<'s>(units: impl Iterator<Item = UnitView<'s>>) -> Js {
    to_js(&units.map(|unit| unit.record()).collect::<Vec<_>>())
}

#[wasm_bindgen]
impl Snapshot {
    /// The day.
    #[wasm_bindgen(getter)]
    pub fn day(&self) -> String {
        self.view().day().to_string()
    }

    /// The number of units.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.view().len()
    }

    /// Every unit, each before those within it.
    #[wasm_bindgen(unchecked_return_type = "UnitRecord[]")]
    pub fn units(&self) -> Js {
        records(self.view().units())
    }

    /// The units that lie within no other.
    #[wasm_bindgen(unchecked_return_type = "UnitRecord[]")]
    pub fn roots(&self) -> Js {
        records(self.view().roots())
    }

    /// A unit by its key.
    #[wasm_bindgen(unchecked_return_type = "UnitRecord")]
    pub fn unit(&self, key: &str) -> Js {
        to_js(&self.view().unit(key).or_throw()?.record())
    }

    /// A unit by its code of that day, in a scheme of codes or in whichever has it.
    #[wasm_bindgen(js_name = unitByCode, unchecked_return_type = "UnitRecord")]
    pub fn unit_by_code(&self, code: &str, scheme: Option<String>) -> Js {
        to_js(&self.view().unit_by_code(scheme.as_deref(), code).or_throw()?.record())
    }

    /// The units that lie directly within a unit.
    #[wasm_bindgen(unchecked_return_type = "UnitRecord[]")]
    pub fn children(&self, key: &str) -> Js {
        records(self.view().unit(key).or_throw()?.children())
    }

    /// The units that lie within a unit at any depth.
    #[wasm_bindgen(unchecked_return_type = "UnitRecord[]")]
    pub fn descendants(&self, key: &str) -> Js {
        records(self.view().unit(key).or_throw()?.descendants())
    }

    /// The last value of a measure of a unit that was counted by the day; none where there is none.
    pub fn indicator(&self, key: &str, measure: &str) -> Js<Option<String>> {
        Ok(self.view().unit(key).or_throw()?.indicator(measure).map(|value| value.to_string()))
    }

    /// One row a unit.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js {
        to_js(&self.view().table(language(&lang).or_throw()?).or_throw()?)
    }

    /// A diagram of the units within one, or from the top, down to a depth (3 unless given): a Mermaid flowchart, or
    /// a graph for Graphviz; one of more than `most` boxes or lines (480 unless given) is refused.
    pub fn diagram(
        &self,
        root: Option<String>,
        depth: Option<u32>,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "DiagramFormat")] format: Option<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] most: Option<usize>,
    ) -> Js<String> {
        let lang = language(&lang).or_throw()?;
        let format = match format.as_deref() {
            None | Some("mermaid") => DiagramFormat::Mermaid,
            Some("graphviz") => DiagramFormat::Graphviz,
            Some(other) => {
                let got = other.to_owned();
                let cause = DocumentError::UnknownChoice { got, expected: "`mermaid`, `graphviz`".into() };
                return Err(Error::at("format", cause)).or_throw();
            }
        };
        let (depth, most) = (depth.unwrap_or(3), most.unwrap_or(Drawing::MOST));
        self.view().draw(&Drawing { root: root.as_deref(), depth, lang, format, most }).or_throw()
    }

    /// The day as linked data, JSON-LD in the terms of the W3C Organization Ontology.
    ///
    /// `base` is what every name begins with, such as `https://example.org/`.
    #[wasm_bindgen(js_name = toJsonLd, unchecked_return_type = "JsonLd")]
    pub fn to_json_ld(&self, base: &str) -> Js {
        to_js(&self.view().to_jsonld(base).or_throw()?)
    }
}

answer! {
    /// What a unit became, or what it came from (沿革).
    Lineage(organisation::Lineage) as "LineageData" {
        /// The unit asked about.
        unit "unit": "UnitName",
        /// The day at the other end of the question.
        day "day": "string",
        /// The measure that the shares are of.
        measure "measure": "string | null",
        /// The units at the other end, in the order of their keys.
        ends "ends": "LineageEnd[]",
        /// The events between, in the order of their days.
        steps "steps": "LineageStep[]",
    }
}

answer! {
    /// Which units of a set have an agreement of a kind on a day (结对).
    Pairing(organisation::Pairing) as "PairingData" {
        /// The agreements that certainly hold.
        agreements "agreements": "number",
        /// Their parties, each agreement counted by itself.
        parties "parties": "number",
        /// How many units were asked about.
        asked "asked": "number",
        /// How many of these are a party.
        paired "paired": "number",
        /// Those that are not.
        unpaired "unpaired": "UnitName[]",
        /// Units that are a party to more than one agreement.
        repeated "repeated": "UnitName[]",
    }
}

answer! {
    /// Who holds the posts of a group on a day (班子结构), counted and never listed.
    Statistics(organisation::Statistics) as "StatisticsData" {
        /// Heads; somebody in two posts counts once (人数).
        heads "heads": "number",
        /// Holdings on the day; somebody in two posts counts twice (任职人次).
        holdings "holdings": "number",
        /// Places that nobody certainly holds.
        vacant "vacant": "number",
        /// Heads for each unit, such as `230/39`.
        heads_per_unit "headsPerUnit": "string | null",
        /// Ages of the heads.
        age "age": "Age",
        /// The share of heads under 35 years.
        under_35 "under35": "Share",
        /// The share of heads with upper-secondary schooling or more.
        upper_secondary "upperSecondary": "Share",
    }
}

answer! {
    /// What a validation found (核查报告): every rule that was checked, and the violations with remedies.
    Report(organisation::Report) as "ReportData" {
        /// The day asked about, or the first of the days.
        day "day": "string",
        /// The first day after those asked about; none where it is one day.
        until "until": "string | null",
        /// The rules that were checked, those without a violation too.
        checks "checks": "Check[]",
        /// The violations, by rule and subject.
        violations "violations": "Finding[]",
    }
}

#[wasm_bindgen]
impl Report {
    /// Whether no rule is broken; remarks may still stand.
    #[wasm_bindgen(getter)]
    pub fn ok(&self) -> bool {
        self.0.ok()
    }

    /// The violations as rows, in a language.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js {
        to_js(&self.0.table(language(&lang).or_throw()?).or_throw()?)
    }
}
