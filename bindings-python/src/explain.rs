//! Explanations: why an answer is what it is, as a tree.

use std::sync::Arc;

use pyo3::prelude::*;
use shequ::kernel::{Citation, Explanation, Input, Lang, to_value};

use crate::convert::number::QuantityOut;
use crate::convert::text::{PyText, Word};
use crate::convert::{LangArg, PlainMap};
use crate::fault::OrRaise as _;

/// Where a rule stands: instrument, article, and how surely its text is known.
#[pyclass(module = "shequ", name = "Citation", frozen, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PyCitation(pub Citation);

#[pymethods]
impl PyCitation {
    /// The law, regulation, charter or scheme.
    #[getter]
    fn instrument(&self) -> PyText {
        PyText(self.0.instrument.clone())
    }

    /// The article, paragraph and item, as cited.
    #[getter]
    fn article(&self) -> &str {
        &self.0.article
    }

    /// ``text`` read in full, ``excerpt``, ``secondary`` or ``unread``.
    #[getter]
    fn certainty(&self) -> Word {
        Word::of(&self.0.certainty)
    }

    /// The citation in a language, its certainty named unless the text was read in full.
    #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
    fn render(&self, lang: LangArg) -> String {
        self.0.render(lang.0)
    }

    /// The plain form.
    fn to_dict(&self) -> PyResult<PlainMap> {
        to_value(&self.0).map(PlainMap).or_raise()
    }

    fn __str__(&self) -> String {
        self.0.render(Lang::Zh)
    }

    fn __repr__(&self) -> String {
        format!("<Citation {}>", self.0.render(Lang::Zh))
    }
}

/// A named number that went into a node of an explanation.
#[pyclass(module = "shequ", name = "Input", frozen, eq)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PyInput(pub Input);

#[pymethods]
impl PyInput {
    /// What it is.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label.clone())
    }

    /// Its value: an int, a Decimal, a Fraction, a date, a text or an answer.
    #[getter]
    fn value(&self) -> QuantityOut {
        QuantityOut(self.0.value.clone())
    }

    fn __repr__(&self) -> String {
        format!("<Input {} = {}>", self.0.label.get(Lang::Zh), self.0.value.render(Lang::Zh))
    }
}

/// Why an answer is what it is: one node with its rule, numbers, outcome and parts.
///
/// ``print(explanation)`` shows the tree in Chinese; ``explanation.render("en")`` in English.
#[pyclass(module = "shequ", name = "Explanation", frozen, eq)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PyExplanation(pub Arc<Explanation>);

impl From<Explanation> for PyExplanation {
    fn from(explanation: Explanation) -> Self {
        Self(Arc::new(explanation))
    }
}

#[pymethods]
impl PyExplanation {
    /// What the node is about.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label.clone())
    }

    /// The key of the rule that decided, if one did.
    #[getter]
    fn rule(&self) -> Option<&str> {
        self.0.rule.as_deref()
    }

    /// Where that rule stands.
    #[getter]
    fn citation(&self) -> Option<PyCitation> {
        self.0.citation.clone().map(PyCitation)
    }

    /// The numbers that went in.
    #[getter]
    fn inputs(&self) -> Vec<PyInput> {
        self.0.inputs.iter().cloned().map(PyInput).collect()
    }

    /// What came out: an int, a Decimal, a Fraction, a date, a text or an answer.
    #[getter]
    fn outcome(&self) -> QuantityOut {
        QuantityOut(self.0.outcome.clone())
    }

    /// The arithmetic or the reason in words.
    #[getter]
    fn note(&self) -> Option<PyText> {
        self.0.note.clone().map(PyText)
    }

    /// How the parts make the outcome: ``rule``, ``sum``, ``all``, ``any`` or ``list``.
    #[getter]
    fn how(&self) -> Word {
        Word::of(&self.0.how)
    }

    /// The parts.
    #[getter]
    fn children(&self) -> Vec<Self> {
        self.0.children.iter().cloned().map(Self::from).collect()
    }

    /// Whether, at every node whose parts add up, they add up exactly to its outcome.
    fn adds_up(&self) -> bool {
        self.0.adds_up()
    }

    /// The tree as indented text.
    #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
    fn render(&self, lang: LangArg) -> String {
        self.0.render(lang.0)
    }

    /// The tree as nested HTML ``details`` elements.
    #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
    fn render_html(&self, lang: LangArg) -> String {
        self.0.render_html(lang.0)
    }

    /// The plain form: every exact number a text.
    fn to_dict(&self) -> PyResult<PlainMap> {
        to_value(&*self.0).map(PlainMap).or_raise()
    }

    fn __str__(&self) -> String {
        self.0.render(Lang::Zh)
    }

    fn __repr__(&self) -> String {
        let outcome = self.0.outcome.render(Lang::Zh);
        format!("<Explanation {}: {outcome}, {} parts>", self.0.label.get(Lang::Zh), self.0.children.len())
    }

    fn _repr_html_(&self) -> String {
        self.0.render_html(Lang::Zh)
    }
}
