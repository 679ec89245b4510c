//! The directory of persons by consent.

use pyo3::prelude::*;
use shequ::kernel::{Day, Document as _, Error, Key, Lang};
use shequ::organisation::{
    CountRow, Directory, DirectoryBreakdown, DirectoryCounts, DirectoryEntry, DirectoryField, DirectoryView, DueField,
    LEAST_COUNT, Office, Skill, Sweep,
};

use crate::convert::number::{DayArg, DayOut};
use crate::convert::plain::{PlainMap, map_of};
use crate::convert::record::{Field as _, closed, record};
use crate::convert::text::{PyText, Word};
use crate::convert::words;
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::log::PyLog;

closed!(DirectoryField, Office, Skill);

words! {
    /// What a count of entries is broken down by.
    BreakdownArg(DirectoryBreakdown) {
        "skills" => DirectoryBreakdown::Skills,
        "offices" => DirectoryBreakdown::Offices,
        "offices-and-skills" => DirectoryBreakdown::OfficesAndSkills,
    }
}

/// Persons by their own consent: bound to purposes, erasable, and never part of an organisation.
///
/// Its ``repr`` shows no person; ``to_dict()`` is the whole document, for its keeper.
#[pyclass(module = "shequ", name = "Directory")]
#[derive(Debug)]
pub struct PyDirectory(Directory);

#[pymethods]
impl PyDirectory {
    /// Reads a directory from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a directory from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a directory from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What it is about.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// The numbers of the entries.
    #[getter]
    fn ids(&self) -> Vec<u32> {
        self.0.ids()
    }

    /// The keys of the purposes.
    #[getter]
    fn purposes(&self) -> Vec<String> {
        self.0.purposes().into_iter().map(|(key, _)| key.to_string()).collect()
    }

    /// Adds an entry, a dict, and gives it a number that no other ever had.
    #[pyo3(signature = (entry, /))]
    fn add(&mut self, entry: PlainArg<'_>) -> PyResult<u32> {
        let entry = document::from_dict(&document::with_format(&entry.0, DirectoryEntry::FORMAT)?)?;
        self.0.add(entry).or_raise()
    }

    /// Adds a consent to an entry.
    #[pyo3(signature = (id, /, purpose, *, since, until))]
    fn consent(&mut self, id: u32, purpose: &str, since: DayArg, until: DayArg) -> PyResult<()> {
        self.0.consent(id, purpose, since.0, until.0).or_raise()
    }

    /// Ends every consent of an entry to a purpose on a day; whether the entry is still there.
    #[pyo3(signature = (id, /, purpose, day))]
    fn withdraw(&mut self, id: u32, purpose: &str, day: DayArg) -> PyResult<bool> {
        self.0.withdraw(id, purpose, day.0).or_raise()
    }

    /// Reads an entry for a purpose on a day: the fields that the purpose needs, if there is consent.
    #[pyo3(signature = (id, /, purpose, day))]
    fn read(&self, id: u32, purpose: &str, day: DayArg) -> PyResult<PyDirectoryView> {
        self.0.read(id, purpose, day.0).map(PyDirectoryView).or_raise()
    }

    /// Reads an entry and notes it in a log: the day, the post that read, the purpose and the number of the entry.
    #[pyo3(signature = (id, /, purpose, day, *, reader, log))]
    fn read_logged(
        &self,
        id: u32,
        purpose: &str,
        day: DayArg,
        reader: &str,
        mut log: PyRefMut<'_, PyLog>,
    ) -> PyResult<PyDirectoryView> {
        let reader: Key = reader.parse().map_err(|e: Error| e.under("reader")).or_raise()?;
        self.0.read_logged(id, purpose, day.0, &reader, &mut log.0).map(PyDirectoryView).or_raise()
    }

    /// Every entry with consent to a purpose on a day, by number.
    #[pyo3(signature = (purpose, /, day))]
    fn read_all(&self, purpose: &str, day: DayArg) -> PyResult<Vec<PyDirectoryView>> {
        self.0.read_all(purpose, day.0).map(|found| found.into_iter().map(PyDirectoryView).collect()).or_raise()
    }

    /// Reads every entry with consent to a purpose on a day, and notes each reading in a log.
    #[pyo3(signature = (purpose, /, day, *, reader, log))]
    fn read_all_logged(
        &self,
        purpose: &str,
        day: DayArg,
        reader: &str,
        mut log: PyRefMut<'_, PyLog>,
    ) -> PyResult<Vec<PyDirectoryView>> {
        let reader: Key = reader.parse().map_err(|e: Error| e.under("reader")).or_raise()?;
        let found = self.0.read_all_logged(purpose, day.0, &reader, &mut log.0).or_raise()?;
        Ok(found.into_iter().map(PyDirectoryView).collect())
    }

    /// What has to be erased on a day.
    #[pyo3(signature = (day, /))]
    fn due(&self, day: DayArg) -> PySweep {
        PySweep(self.0.due(day.0))
    }

    /// Erases what is due on a day, and says what it was.
    #[pyo3(signature = (day, /))]
    fn sweep(&mut self, day: DayArg) -> PySweep {
        PySweep(self.0.sweep(day.0))
    }

    /// Erases an entry at once; its number is not given again.
    #[pyo3(signature = (id, /))]
    fn erase(&mut self, id: u32) -> PyResult<()> {
        self.0.erase(id).or_raise()
    }

    /// Counts of skills, offices or both that may be published: none is below ``threshold``, and none gives one away.
    #[pyo3(signature = (purpose, /, day, *, by, threshold = LEAST_COUNT))]
    fn counts(&self, purpose: &str, day: DayArg, by: BreakdownArg, threshold: u64) -> PyResult<PyDirectoryCounts> {
        self.0.counts(purpose, day.0, by.0, threshold).map(PyDirectoryCounts).or_raise()
    }

    /// The document ``shequ.directory/1`` with all personal data: for its keeper, not for publication.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        format!("<Directory {}: {} entries>", self.0.title().get(Lang::Zh), self.0.len())
    }
}

/// What a purpose may see of an entry on a day; its ``repr`` shows neither name nor contact.
#[pyclass(module = "shequ", name = "DirectoryView", frozen, eq)]
#[derive(Debug, Clone, PartialEq)]
pub struct PyDirectoryView(DirectoryView);

#[pymethods]
impl PyDirectoryView {
    /// The number of the entry.
    #[getter]
    fn id(&self) -> u32 {
        self.0.id
    }

    /// The purpose.
    #[getter]
    fn purpose(&self) -> &str {
        &self.0.purpose
    }

    /// The first day after the consent.
    #[getter]
    fn consent_until(&self) -> DayOut {
        DayOut(self.0.consent_until)
    }

    /// The name, if the purpose needs it.
    #[getter]
    fn name(&self) -> Option<&str> {
        self.0.name.as_deref()
    }

    /// The contact, if the purpose needs it.
    #[getter]
    fn contact(&self) -> Option<&str> {
        self.0.contact.as_deref()
    }

    /// Offices, if the purpose needs them.
    #[getter]
    fn offices(&self) -> Option<Vec<Word>> {
        self.0.offices.out()
    }

    /// Skills, if the purpose needs them.
    #[getter]
    fn skills(&self) -> Option<Vec<Word>> {
        self.0.skills.out()
    }

    /// The plain form, with what the purpose may see.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __repr__(&self) -> String {
        format!("<DirectoryView {} for {}>", self.0.id, self.0.purpose)
    }
}

record! {
    /// What has to be erased on a day, or was (到期清理): numbers and names of fields only.
    PySweep("Sweep", Sweep) {
        /// The day.
        day: Day,
        /// Entries to which no consent holds or begins any more.
        entries: Vec<u32>,
        /// Fields of other entries that no consent needs any more.
        fields: Vec<DueField>,
        /// How many entries stay.
        kept: u32,
    }
    with {
        /// What went, by number; what stays is counted.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A field of an entry that is due to go.
    PyDueField("DueField", DueField) {
        /// The number of the entry.
        id: u32,
        /// The field.
        field: DirectoryField,
    }
}

record! {
    /// A count of mentions that may leave the directory: no number in it is below the threshold, or gives one away.
    PyDirectoryCounts("DirectoryCounts", DirectoryCounts) {
        /// The day.
        day: Day,
        /// The purpose.
        purpose: String,
        /// Counts below this are hidden.
        threshold: u64,
        /// The columns: skills; empty where the count is by office only, whose one column counts mentions.
        columns: Vec<Skill>,
        /// The rows.
        rows: Vec<CountRow>,
        /// The sums of columns; none where hidden.
        column_totals: Vec<Option<u64>>,
        /// The sum of all; none where hidden.
        total: Option<u64>,
    }
    with {
        /// The counts as they may be published.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A row of a published count.
    PyCountRow("CountRow", CountRow) {
        /// The office; none where the count is by skill only.
        office: Option<Office>,
        /// The counts by column; none where hidden.
        counts: Vec<Option<u64>>,
        /// Their sum; none where hidden.
        total: Option<u64>,
    }
}
