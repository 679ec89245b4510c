//! Bilingual texts, and the words of closed lists.

use pyo3::prelude::*;
use shequ::kernel::{Certainty, How, Lang, Status, Text};

use super::LangArg;
use crate::html;

/// A text in Chinese and English; `str()` gives the Chinese.
#[pyclass(module = "shequ", name = "Text", frozen, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PyText(pub Text);

#[pymethods]
impl PyText {
    /// The Chinese words.
    #[getter]
    fn zh(&self) -> &str {
        self.0.get(Lang::Zh)
    }

    /// The English words.
    #[getter]
    fn en(&self) -> &str {
        self.0.get(Lang::En)
    }

    /// The words in a language.
    fn get(&self, lang: LangArg) -> &str {
        self.0.get(lang.0)
    }

    fn __str__(&self) -> &str {
        self.zh()
    }

    fn __repr__(&self) -> String {
        format!("<Text {} / {}>", self.zh(), self.en())
    }

    fn _repr_html_(&self) -> String {
        html::both(&self.0)
    }
}

/// The word of a status in every language's documents.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "met",
        Status::NotMet => "notMet",
        Status::Unknown => "unknown",
    }
}

/// The word of a certainty.
pub const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Text => "text",
        Certainty::Excerpt => "excerpt",
        Certainty::Secondary => "secondary",
        Certainty::Unread => "unread",
    }
}

/// The word for how the parts of an explanation make its outcome.
pub const fn how(how: How) -> &'static str {
    match how {
        How::Rule => "rule",
        How::Sum => "sum",
        How::All => "all",
        How::Any => "any",
        How::List => "list",
    }
}
