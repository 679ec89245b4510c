//! The directory of persons by consent.

use shequ::organisation::{self, DirectoryBreakdown, DirectoryEntry, LEAST_COUNT};
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::document::{argument, document};
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::log::Log;
use crate::plain::to_js;
use crate::words::{choice, day, key, one};

/// Persons by their own consent (人才库), `shequ.directory/1`: bound to purposes, erasable, never part of an organisation.
#[wasm_bindgen]
pub struct Directory(organisation::Directory);

document!(Directory, "DirectoryDocument");

#[wasm_bindgen]
impl Directory {
    /// What it is about.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// How many entries there are.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// The numbers of the entries.
    #[wasm_bindgen(getter)]
    pub fn ids(&self) -> Vec<u32> {
        self.0.ids()
    }

    /// The keys of the purposes.
    #[wasm_bindgen(getter)]
    pub fn purposes(&self) -> Vec<String> {
        self.0.purposes().into_iter().map(|(key, _)| key.to_string()).collect()
    }

    /// Adds an entry and gives it a number that no other ever had.
    pub fn add(&mut self, #[wasm_bindgen(unchecked_param_type = "NewEntryDraft")] entry: JsValue) -> Js<u32> {
        let entry: DirectoryEntry = argument(&entry)?;
        self.0.add(entry).or_throw()
    }

    /// Adds a consent to an entry.
    pub fn consent(&mut self, id: u32, purpose: &str, from: &str, until: &str) -> Js<()> {
        self.0.consent(id, purpose, one("from", from)?, one("until", until)?).or_throw()
    }

    /// Ends every consent of an entry to a purpose on a day; whether the entry is still there.
    pub fn withdraw(&mut self, id: u32, purpose: &str, on: &str) -> Js<bool> {
        self.0.withdraw(id, purpose, day(on)?).or_throw()
    }

    /// Reads an entry for a purpose on a day: the fields that the purpose needs, if there is consent.
    #[wasm_bindgen(unchecked_return_type = "DirectoryView")]
    pub fn read(&self, id: u32, purpose: &str, on: &str) -> Js {
        to_js(&self.0.read(id, purpose, day(on)?).or_throw()?)
    }

    /// Reads an entry and notes it in a log: the day, the post that read, the purpose and the number of the entry.
    #[wasm_bindgen(js_name = readLogged, unchecked_return_type = "DirectoryView")]
    pub fn read_logged(&self, id: u32, purpose: &str, on: &str, reader: &str, log: &mut Log) -> Js {
        let reader = key("reader", reader)?;
        to_js(&self.0.read_logged(id, purpose, day(on)?, &reader, &mut log.0).or_throw()?)
    }

    /// Every entry with consent to a purpose on a day, by number.
    #[wasm_bindgen(js_name = readAll, unchecked_return_type = "DirectoryView[]")]
    pub fn read_all(&self, purpose: &str, on: &str) -> Js {
        to_js(&self.0.read_all(purpose, day(on)?).or_throw()?)
    }

    /// Reads every entry with consent to a purpose on a day, and notes each reading in a log.
    #[wasm_bindgen(js_name = readAllLogged, unchecked_return_type = "DirectoryView[]")]
    pub fn read_all_logged(&self, purpose: &str, on: &str, reader: &str, log: &mut Log) -> Js {
        let reader = key("reader", reader)?;
        to_js(&self.0.read_all_logged(purpose, day(on)?, &reader, &mut log.0).or_throw()?)
    }

    /// What has to be erased on a day.
    pub fn due(&self, on: &str) -> Js<Sweep> {
        Ok(Sweep(self.0.due(day(on)?)))
    }

    /// Erases what is due on a day, and says what it was.
    pub fn sweep(&mut self, on: &str) -> Js<Sweep> {
        Ok(Sweep(self.0.sweep(day(on)?)))
    }

    /// Erases an entry at once; its number is not given again.
    pub fn erase(&mut self, id: u32) -> Js<()> {
        self.0.erase(id).or_throw()
    }

    /// Counts of skills, offices or both that may be published: none is below the threshold (5 unless given, and never less),
    /// and none gives one away.
    pub fn counts(
        &self,
        purpose: &str,
        on: &str,
        #[wasm_bindgen(unchecked_param_type = "DirectoryBreakdown")] by: JsValue,
        threshold: Option<u32>,
    ) -> Js<DirectoryCounts> {
        use DirectoryBreakdown::{Offices, OfficesAndSkills, Skills};
        let choices = [("skills", Skills), ("offices", Offices), ("offices-and-skills", OfficesAndSkills)];
        let by = choice("by", &by, &choices).or_throw()?;
        let threshold = threshold.map_or(LEAST_COUNT, u64::from);
        self.0.counts(purpose, day(on)?, by, threshold).or_throw().map(DirectoryCounts)
    }

    /// The document with all personal data: for its keeper, not for publication.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "DirectoryDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }
}

answer! {
    /// What has to be erased on a day, or was (到期清理): numbers and names of fields only.
    Sweep(organisation::Sweep) as "SweepData" {
        /// The day.
        day "day": "string",
        /// Entries to which no consent holds or begins any more.
        entries "entries": "number[]",
        /// Fields of other entries that no consent needs any more.
        fields "fields": "DueField[]",
        /// How many entries stay.
        kept "kept": "number",
    }
}

answer! {
    /// A count of mentions that may leave the directory: no number in it is below the threshold, or gives one away.
    DirectoryCounts(organisation::DirectoryCounts) as "DirectoryCountsData" {
        /// The day.
        day "day": "string",
        /// The purpose.
        purpose "purpose": "string",
        /// Counts below this are hidden.
        threshold "threshold": "number",
        /// The columns: skills; empty where the count is by office only, whose one column counts mentions.
        columns "columns": "Skill[]",
        /// The rows.
        rows "rows": "CountRow[]",
        /// The sums of columns; none where hidden.
        column_totals "columnTotals": "(number | null)[]",
        /// The sum of all; none where hidden.
        total "total": "number | null",
    }
}
