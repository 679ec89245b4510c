//! What would change a score: changed values, goals, gaps, movements.

use pyo3::prelude::*;
use shequ::evaluation::{Changes, Costs, Mark};
use shequ::kernel::{Decimal, Ratio, Text};
use shequ::wire::evaluation as wire;

use crate::convert::plain::to_value_at;
use crate::convert::record::{Field, record};
use crate::convert::words;
use crate::document::PlainArg;
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;

words! {
    /// What a unit is compared with.
    MarkArg(Mark) {
        "best" => Mark::Best,
        "median" => Mark::Median,
        "full" => Mark::Full,
    }
}

/// Changes as an argument: a list of dicts, or any data frame.
pub(super) fn changes(list: &PlainArg<'_>) -> PyResult<Changes> {
    Changes::from_plain(to_value_at(&list.0, "changes")?).or_raise()
}

/// Costs as an argument: a dict by column.
pub(super) fn costs(map: &PlainArg<'_>) -> PyResult<Costs> {
    Costs::from_plain(to_value_at(&map.0, "costs")?).or_raise()
}

record! {
    /// A lot that was drawn for the last places of an award.
    PyLotDraw("LotDraw", wire::LotDraw) {
        /// The peer group; None where there is one for all.
        group: Option<String>,
        /// The seed that was declared.
        seed: u64,
        /// How many places were left.
        places: u32,
        /// Those tied across the line, in the order in which they were drawn.
        order: Vec<String>,
    }
}

record! {
    /// A new value for a cell of the table.
    PyCellChange("CellChange", wire::CellChange) {
        /// The unit.
        unit: String,
        /// The column as in the table; of a rate one of its two counts.
        column: String,
        /// The value, for a veto 1 or 0; None takes the value away.
        value: Option<Decimal>,
    }
}

record! {
    /// What a unit would have to change to reach a grade or a rank.
    PyWhatIf("WhatIf", wire::WhatIf) {
        /// The unit.
        unit: String,
        /// The grade asked for; None where a rank was.
        grade: Option<String>,
        /// The rank asked for; None where a grade was.
        rank: Option<u32>,
        /// How it stands now.
        now: wire::Outcome,
        /// Whether the goal is reached already.
        reached: bool,
        /// The vetoes that keep it from the goal whatever the values.
        barred_by: Vec<String>,
        /// For each column the smallest change of it alone.
        changes: Vec<wire::SmallestChange>,
    }
    with {
        /// How the unit stands, and each number with the value at which it alone reaches the goal.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// Total, grade and rank of a unit.
    PyOutcome("Outcome", wire::Outcome) {
        /// The total.
        total: Decimal,
        /// The grade, if the scheme has any.
        grade: Option<String>,
        /// The rank before ties are broken, if the scheme ranks the unit.
        rank: Option<u32>,
    }
}

record! {
    /// The smallest change of one column alone, all else as it is.
    PySmallestChange("SmallestChange", wire::SmallestChange) {
        /// The column.
        column: String,
        /// What the column is about.
        label: Text,
        /// The value that reaches the goal, the nearest to the present one; None where no value of this column alone does.
        to: Option<Decimal>,
        /// How many steps that are, each of the last decimal of the column; from a missing value none are counted.
        steps: Option<u64>,
        /// How it stands then, or with the best value where the goal is out of reach.
        then: wire::Outcome,
    }
    with {
        /// Its value, ``from`` in the plain form; None where it is missing.
        #[getter]
        fn from_(&self) -> <Option<Decimal> as Field>::Out {
            self.0.from.out()
        }
    }
}

record! {
    /// The cheapest set of changes that reaches a grade or a rank.
    PyCheapest("Cheapest", wire::Cheapest) {
        /// The unit.
        unit: String,
        /// The grade asked for; None where a rank was.
        grade: Option<String>,
        /// The rank asked for; None where a grade was.
        rank: Option<u32>,
        /// The changes; None where no changes of the columns with costs reach the goal.
        changes: Option<Vec<wire::CostedChange>>,
        /// What they cost together.
        cost: Option<Decimal>,
        /// Whether it is proven that nothing cheaper reaches the goal, or that nothing does.
        proven: bool,
        /// Columns with a cost that were not searched, and why.
        unsearched: Vec<wire::Unsearched>,
        /// How it stands then; as now where the goal is out of reach.
        then: wire::Outcome,
    }
    with {
        /// The changes with their costs, which add up, and whether that is proven.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A column with a cost that was not searched.
    PyUnsearched("Unsearched", wire::Unsearched) {
        /// The column.
        column: String,
        /// Why: ``missing`` (without a cost of reporting it), ``votes``, ``no-direction``, ``last-period``, ``veto`` or
        /// ``denominator``.
        why: wire::UnsearchedWhy,
    }
}

record! {
    /// A change with its cost.
    PyCostedChange("CostedChange", wire::CostedChange) {
        /// The column.
        column: String,
        /// Its value then.
        to: Decimal,
        /// How many steps of its last decimal; from the worst value where it was missing.
        steps: u64,
        /// What they cost, with the report of a missing value.
        cost: Decimal,
    }
    with {
        /// Its value now, ``from`` in the plain form; None where it is missing and was reported.
        #[getter]
        fn from_(&self) -> <Option<Decimal> as Field>::Out {
            self.0.from.out()
        }
    }
}

record! {
    /// How far a unit is from another mark, indicator by indicator: the parts add up to the whole exactly.
    PyScoreGap("ScoreGap", wire::Gap) {
        /// The unit.
        unit: String,
        /// What it is compared with: ``best``, ``median`` or ``full``.
        mark: String,
        /// The unit that is the best; None for the other marks.
        other: Option<String>,
        /// The mark less what the unit has, in points, before the total is rounded.
        gap: Ratio,
        /// What each indicator, the bonuses, the penalties and the vetoes have in it.
        parts: Vec<wire::GapPart>,
    }
    with {
        /// The parts, which add up to the gap.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// What one indicator has in a gap.
    PyGapPart("GapPart", wire::GapPart) {
        /// The indicator, or ``bonuses``, ``penalties`` or ``vetoes``.
        part: String,
        /// Its name.
        label: Text,
        /// What the mark has more than the unit, in points; negative where the unit has more.
        points: Ratio,
        /// Its share in the gap; None where there is no gap.
        share: Option<Ratio>,
    }
}

record! {
    /// What moved the total of a unit from one evaluation to the next: the parts add up to the change exactly.
    PyMovement("Movement", wire::Movement) {
        /// The unit.
        unit: String,
        /// The total before.
        before: Decimal,
        /// The total after.
        after: Decimal,
        /// What other values did, under the old scheme.
        data: Decimal,
        /// What other targets did: other parameters of a rule of the same name.
        target: Decimal,
        /// What other rules did, indicators that came and went, bonuses, penalties and vetoes that are others.
        rule: Decimal,
        /// What other points of indicators did.
        weight: Decimal,
        /// What rounding the two totals did.
        rounding: Decimal,
        /// The same for each indicator, and for bonuses, penalties and vetoes.
        parts: Vec<wire::MovementPart>,
    }
    with {
        /// From the total before to the total after; the parts add up.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// What one indicator has in a movement.
    PyMovementPart("MovementPart", wire::MovementPart) {
        /// The indicator, or ``bonuses``, ``penalties`` or ``vetoes``.
        part: String,
        /// Its name.
        label: Text,
        /// What other values did.
        data: Decimal,
        /// What another target did.
        target: Decimal,
        /// What another rule did.
        rule: Decimal,
        /// What other points did.
        weight: Decimal,
    }
}

record! {
    /// A unit before and after.
    PyAffectedUnit("AffectedUnit", wire::AffectedUnit) {
        /// Before.
        before: wire::UnitScore,
        /// After.
        after: wire::UnitScore,
    }
    with {
        /// The unit's key.
        #[getter]
        fn unit(&self) -> String {
            self.0.after.unit.clone()
        }
    }
}
