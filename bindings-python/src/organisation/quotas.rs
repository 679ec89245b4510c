//! Quotas of posts.

use pyo3::prelude::*;
use shequ::kernel::{ApportionMethod, Day, Decimal, Lang, Ratio, SeatPriority, Text};
use shequ::organisation::{QuotaPart, QuotaPlan, QuotaTie, Quotas, TieBreak, UnitQuota};

use crate::convert::LangArg;
use crate::convert::record::{closed, record};
use crate::convert::text::PyText;
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::table::PyTable;

closed!(ApportionMethod, TieBreak);

/// A plan by which posts follow from measures within bounds.
#[pyclass(module = "shequ", name = "QuotaPlan", frozen)]
#[derive(Debug)]
pub struct PyQuotaPlan(pub QuotaPlan);

#[pymethods]
impl PyQuotaPlan {
    /// Reads a plan from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a plan from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a plan from a dict.
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

    /// Divides the posts by the numbers of the plan alone; ``Snapshot.quotas`` fills in those that it leaves out.
    fn allot(&self) -> PyResult<PyQuotas> {
        self.0.allot().map(PyQuotas).or_raise()
    }
}

record! {
    /// Posts by unit (核定职数), each of which is explained.
    PyQuotas("Quotas", Quotas) {
        /// What it is about.
        title: Text,
        /// The day whose numbers were taken from an organisation; none where the plan gives all.
        day: Option<Day>,
        /// How posts followed from weights.
        method: ApportionMethod,
        /// How many posts there are in all.
        seats: u32,
        /// The units in the order of their keys.
        units: Vec<UnitQuota>,
        /// The tie; none where no two units had equal claims to the last post.
        tie: Option<QuotaTie>,
        /// The lowest priority that got a post beyond the lower bounds.
        last: Option<SeatPriority>,
        /// The highest priority that got none.
        next: Option<SeatPriority>,
    }
    with {
        /// One row a unit: weight and quotas as exact ratios, bounds, posts and ties.
        #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
        fn table(&self, lang: LangArg) -> PyResult<PyTable> {
            self.0.table(lang.0).map(Into::into).or_raise()
        }

        /// Every post with its reason: units add up to the posts, the posts of a unit to its number.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// The posts of a unit.
    PyUnitQuota("UnitQuota", UnitQuota) {
        /// The unit.
        unit: String,
        /// Its name on the day, where an organisation was asked.
        name: Option<Text>,
        /// What each measure adds to its weight.
        parts: Vec<QuotaPart>,
        /// Its weight: the sum of the parts, which add up to 1 over all units.
        weight: Ratio,
        /// Its exact share in the posts.
        quota: Ratio,
        /// Its exact share within the bounds of all units.
        bounded: Ratio,
        /// The least number of posts.
        least: u32,
        /// The greatest number of posts.
        most: Option<u32>,
        /// The posts that it gets; where a tie is open, those that it gets for certain.
        seats: u32,
        /// Whether one more post hangs on a tie that nothing settles.
        tied: bool,
    }
}

record! {
    /// What a measure adds to the weight of a unit.
    PyQuotaPart("QuotaPart", QuotaPart) {
        /// The measure.
        measure: String,
        /// The unit's value.
        value: Decimal,
        /// Its share in the sum of all units.
        share: Ratio,
        /// The share times the measure's weight.
        weighted: Ratio,
    }
}

record! {
    /// Posts that equal claims leave open.
    PyQuotaTie("QuotaTie", QuotaTie) {
        /// The units, each of which may get one of the posts.
        units: Vec<String>,
        /// How many of them get one.
        seats: u32,
        /// What settled it; none where it is open.
        settled: Option<TieBreak>,
        /// The units that got one where it is settled, in the order of the draw.
        winners: Vec<String>,
    }
}

record! {
    /// What stands behind a seat: the higher, the sooner it is given.
    ///
    /// Adams' and Hill's first seats have a divisor of zero, so they come before all others; among these the larger weight
    /// comes first. Hill's priorities are squared; those of the largest remainder are the remainders.
    PySeatPriority("SeatPriority", SeatPriority) {
        /// Whether it comes before all that are not.
        before_all: bool,
        /// The quotient, or the weight where the divisor is zero.
        value: Ratio,
    }
}
