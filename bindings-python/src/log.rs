//! The append-only log and the texts beside it.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use shequ::kernel::{Day, Digest, Entry, Error, Key, Log, LogCheck, NewEntry, Opened, Salt, SealedTexts};
use shequ::wire::log::LogBreak;

use crate::convert::hint;
use crate::convert::number::{DayArg, DayOut};
use crate::convert::plain::{PlainMap, map_of};
use crate::convert::record::record;
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::html;

record! {
    /// What the verification of a log found.
    PyLogCheck("LogCheck", LogCheck) {
        /// The key of the log.
        key: Key,
        /// Whether every entry is good and the known head, if one was given, was reached.
        intact: bool,
        /// How many entries there are.
        entries: u64,
        /// How many of them, from the first, are good.
        good: u64,
        /// The digest of the last good entry.
        head: Digest,
        /// The first fault, if there is one.
        broken: Option<LogBreak>,
    }
    with {
        /// What was found, and where.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// The first fault of a log.
    PyLogBreak("LogBreak", LogBreak) {
        /// The entry; None where entries are missing at the end.
        seq: Option<u64>,
        /// The stable code.
        code: String,
        /// The path in the document.
        path: String,
        /// What is wrong.
        message: String,
    }
}

/// An entry of a log.
#[pyclass(module = "shequ", name = "Entry", frozen, eq)]
#[derive(Debug, PartialEq)]
pub struct PyEntry(pub Entry);

#[pymethods]
impl PyEntry {
    /// Its place, from 0.
    #[getter]
    fn seq(&self) -> u64 {
        self.0.seq()
    }

    /// The day it was written, as the caller said.
    #[getter]
    fn day(&self) -> DayOut {
        DayOut(self.0.day())
    }

    /// The post or the id in the directory that acted.
    #[getter]
    fn actor(&self) -> &str {
        self.0.actor().as_str()
    }

    /// What was done.
    #[getter]
    fn kind(&self) -> &str {
        self.0.kind().as_str()
    }

    /// To what it was done.
    #[getter]
    fn subject(&self) -> &str {
        self.0.subject().as_str()
    }

    /// Digests of documents and results, by name.
    #[getter]
    fn payload(&self) -> BTreeMap<String, String> {
        texts(self.0.payload())
    }

    /// Salted digests of texts beside the chain, by name.
    #[getter]
    fn sealed(&self) -> BTreeMap<String, String> {
        texts(self.0.sealed())
    }

    /// The digest of the entry before.
    #[getter]
    fn previous(&self) -> String {
        self.0.previous().to_string()
    }

    /// Its own digest.
    #[getter]
    fn digest(&self) -> String {
        self.0.digest().to_string()
    }

    /// The plain form.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __repr__(&self) -> String {
        let (seq, day, entry) = (self.0.seq(), self.0.day(), &self.0);
        format!("<Entry {seq} {day}: {} {} {}>", entry.actor(), entry.kind(), entry.subject())
    }
}

fn texts(parts: &BTreeMap<Key, Digest>) -> BTreeMap<String, String> {
    parts.iter().map(|(name, digest)| (name.to_string(), digest.to_string())).collect()
}

/// A key as an argument.
pub fn key(path: &str, text: &str) -> PyResult<Key> {
    text.parse().map_err(|e: Error| e.under(path)).or_raise()
}

/// A head as an argument.
pub fn known(head: Option<&str>) -> PyResult<Option<Digest>> {
    head.map(str::parse).transpose().map_err(|e: Error| e.under("known_head")).or_raise()
}

/// The texts and salts beside a log, which may be erased while the chain still verifies.
#[pyclass(module = "shequ", name = "SealedTexts")]
#[derive(Debug, Default)]
pub struct PySealedTexts(pub SealedTexts);

#[pymethods]
impl PySealedTexts {
    /// A store without texts.
    #[new]
    fn new() -> Self {
        Self::default()
    }

    /// Reads the texts from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads the texts from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads the texts from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// Erases every text and salt of an entry; how many there were.
    #[pyo3(signature = (seq, /))]
    fn erase(&mut self, seq: u64) -> usize {
        self.0.erase(seq)
    }

    /// Erases the text and salt of one part; whether they were there.
    #[pyo3(signature = (seq, part, /))]
    fn erase_part(&mut self, seq: u64, part: &str) -> bool {
        self.0.erase_part(seq, part)
    }

    /// The document ``shequ.sealed/1``.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        format!("<SealedTexts: {} texts>", self.0.len())
    }
}

/// An append-only chain of entries: actors are posts or ids of a directory, free text is sealed beside the chain.
#[pyclass(module = "shequ", name = "Log")]
#[derive(Debug)]
pub struct PyLog(pub Log);

impl From<Log> for PyLog {
    fn from(log: Log) -> Self {
        Self(log)
    }
}

impl PyLog {
    /// The core's log.
    pub const fn core(&self) -> &Log {
        &self.0
    }
}

#[pymethods]
impl PyLog {
    /// A log without entries.
    #[new]
    #[pyo3(signature = (key, /))]
    fn new(key: &str) -> PyResult<Self> {
        self::key("key", key).map(|key| Self(Log::new(key)))
    }

    /// Reads a log from a JSON or TOML file; a broken chain is refused.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a log from a JSON or TOML text; a broken chain is refused.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a log from a dict; a broken chain is refused.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// Reads a log that may be damaged: its good beginning, and what was found.
    #[staticmethod]
    #[pyo3(signature = (text, /, known_head = None))]
    fn inspect(py: Python<'_>, text: &str, known_head: Option<&str>) -> PyResult<(Self, PyLogCheck)> {
        let head = known(known_head)?;
        let (log, check) = py.detach(|| Log::inspect(text, head.as_ref())).or_raise()?;
        Ok((Self(log), PyLogCheck(check)))
    }

    /// Its key.
    #[getter]
    fn key(&self) -> &str {
        self.0.key().as_str()
    }

    /// The entries in their order.
    #[getter]
    fn entries(&self) -> Vec<PyEntry> {
        self.0.entries().iter().cloned().map(PyEntry).collect()
    }

    /// The digest of the last entry: note it elsewhere, and entries that are cut off later will be missed.
    #[getter]
    fn head(&self) -> String {
        self.0.head().to_string()
    }

    /// Appends an entry: on ``day``, ``actor`` did ``kind`` to ``subject``.
    ///
    /// ``payload`` names digests of documents and results. ``sealing`` names texts, which go into ``texts`` with their
    /// salts; only salted digests enter the chain. A salt of 16 random bytes is drawn for each text unless ``salts`` gives it.
    #[pyo3(signature = (*, day, actor, kind, subject, payload = None, sealing = None, texts = None, salts = None))]
    #[allow(clippy::too_many_arguments, reason = "each is a named part of an entry")]
    fn append(
        &mut self,
        py: Python<'_>,
        day: DayArg,
        actor: &str,
        kind: &str,
        subject: &str,
        payload: Option<BTreeMap<String, String>>,
        sealing: Option<BTreeMap<String, String>>,
        texts: Option<PyRefMut<'_, PySealedTexts>>,
        salts: Option<BTreeMap<String, SaltArg>>,
    ) -> PyResult<PyEntry> {
        let day: Day = day.0;
        let mut entry = NewEntry::new(day, key("actor", actor)?, key("kind", kind)?, key("subject", subject)?);
        for (name, digest) in payload.unwrap_or_default() {
            let path = format!("payload.{name}");
            let digest = digest.parse::<Digest>().map_err(|e| e.under(&path)).or_raise()?;
            entry = entry.with(key("payload", &name)?, digest);
        }
        let (parts, mut store) = sealed(py, sealing, texts, salts)?;
        for (name, text, salt) in parts {
            entry = entry.sealing(name, text, salt);
        }
        self.0.append(entry, store.get()).cloned().map(PyEntry).or_raise()
    }

    /// Verifies every link again, and that a head noted earlier is reached.
    #[pyo3(signature = (known_head = None))]
    fn verify(&self, known_head: Option<&str>) -> PyResult<PyLogCheck> {
        Ok(PyLogCheck(self.0.verify(known(known_head)?.as_ref())))
    }

    /// The text of a sealed part, shown to be the one that was sealed; None where it was erased.
    #[pyo3(signature = (seq, part, texts, /))]
    fn read(&self, seq: u64, part: &str, texts: PyRef<'_, PySealedTexts>) -> PyResult<Option<String>> {
        self.0.read(seq, part, &texts.0).or_raise().map(|opened| match opened {
            Opened::Text(text) => Some(text.to_owned()),
            Opened::Erased => None,
        })
    }

    /// Shows that a text with its salt is the one that an entry sealed; raises where it is not.
    #[pyo3(signature = (seq, part, text, salt, /))]
    fn open(&self, seq: u64, part: &str, text: &str, salt: SaltArg) -> PyResult<()> {
        self.0.open(seq, part, text, &salt.0).or_raise()
    }

    /// Checks every text of a store against the chain; raises where one differs.
    #[pyo3(signature = (texts, /))]
    fn check_texts(&self, texts: PyRef<'_, PySealedTexts>) -> PyResult<()> {
        self.0.check_texts(&texts.0).or_raise()
    }

    /// The document ``shequ.log/1``.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __len__(&self) -> usize {
        self.0.entries().len()
    }

    fn __repr__(&self) -> String {
        format!("<Log {}: {} entries>", self.0.key(), self.0.entries().len())
    }

    fn _repr_html_(&self) -> String {
        let head = ["seq", "day", "actor", "kind", "subject", "digest"].map(str::to_owned);
        let row = |e: &Entry| {
            let digest = e.digest().to_string();
            let short = digest.get(..12).unwrap_or_default().to_owned();
            vec![
                e.seq().to_string(),
                e.day().to_string(),
                e.actor().to_string(),
                e.kind().to_string(),
                e.subject().to_string(),
                short,
            ]
        };
        html::grid(&head, &self.0.entries().iter().map(row).collect::<Vec<_>>(), 0)
    }
}

/// The texts that an entry seals, each with its name and salt.
type Parts = Vec<(Key, String, Salt)>;

/// Where sealed texts go: the caller's store, or nowhere where there is none.
pub struct Store<'py> {
    given: Option<PyRefMut<'py, PySealedTexts>>,
    none: SealedTexts,
}

impl Store<'_> {
    /// The store.
    pub fn get(&mut self) -> &mut SealedTexts {
        self.given.as_mut().map_or(&mut self.none, |texts| &mut texts.0)
    }
}

/// The texts that an entry is to seal, their salts drawn where none are given.
///
/// # Errors
/// `TypeError` for texts without a store and for salts without a text.
pub fn sealed<'py>(
    py: Python<'py>,
    sealing: Option<BTreeMap<String, String>>,
    texts: Option<PyRefMut<'py, PySealedTexts>>,
    salts: Option<BTreeMap<String, SaltArg>>,
) -> PyResult<(Parts, Store<'py>)> {
    let (sealing, mut salts) = (sealing.unwrap_or_default(), salts.unwrap_or_default());
    if !sealing.is_empty() && texts.is_none() {
        let message = "the texts to seal need a store: pass texts=SealedTexts()";
        return Err(pyo3::exceptions::PyTypeError::new_err(message));
    }
    let mut parts = Vec::new();
    for (name, text) in sealing {
        let salt = match salts.remove(&name) {
            Some(salt) => salt.0,
            None => draw(py)?,
        };
        parts.push((key("sealing", &name)?, text, salt));
    }
    if let Some(name) = salts.into_keys().next() {
        return Err(pyo3::exceptions::PyTypeError::new_err(format!("the salt `{name}` has no text")));
    }
    Ok((parts, Store { given: texts, none: SealedTexts::default() }))
}

/// The core draws nothing: chance comes from the operating system, here.
pub fn draw(py: Python<'_>) -> PyResult<Salt> {
    let bytes = py.import("secrets")?.call_method1("token_bytes", (16,))?;
    Salt::new(bytes.cast::<PyBytes>()?.as_bytes()).or_raise()
}

/// A salt as an argument: bytes, or hexadecimal digits.
pub struct SaltArg(pub Salt);

impl<'py> FromPyObject<'_, 'py> for SaltArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE =
            type_hint_union!(type_hint_identifier!("builtins", "bytes"), type_hint_identifier!("builtins", "str"))
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match obj.cast::<PyBytes>() {
            Ok(bytes) => Salt::new(bytes.as_bytes()).map(Self).or_raise(),
            Err(_) => obj.extract::<String>()?.parse().map(Self).or_raise(),
        }
    }
}
