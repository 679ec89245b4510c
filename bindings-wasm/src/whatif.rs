//! What would change a score: changed values, goals, gaps, movements.

use shequ::evaluation::{self, Changes, Costs, Mark};
use shequ::wire::evaluation as wire;
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::document::argument;
use crate::evaluation::Scorecard;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::plain::{from_js, to_js};
use crate::watch::watched;
use crate::words::choice;

#[wasm_bindgen]
impl Scorecard {
    /// What in the values one should look at: peer groups too small to be ranked or to have a place of an award, units without a
    /// row, rates over few cases.
    #[wasm_bindgen(getter, unchecked_return_type = "Warning[]")]
    pub fn warnings(&self) -> Js {
        to_js(&self.0.warnings())
    }

    /// The lots that were drawn for the last places of an award, one a peer group at most.
    #[wasm_bindgen(getter, unchecked_return_type = "LotDraw[]")]
    pub fn lots(&self) -> Js {
        to_js(&self.0.lots())
    }

    /// The scorecard with some values changed, worked out from this one; a change without a value takes the old one away.
    ///
    /// Throws `ShequError` with the place of the change: `changes[2].value`.
    pub fn changed(&self, #[wasm_bindgen(unchecked_param_type = "CellChange[]")] changes: JsValue) -> Js<Scorecard> {
        let changes = from_js(&changes).map_err(|e| e.under("changes")).and_then(Changes::from_plain).or_throw()?;
        self.0.changed(changes.list()).or_throw().map(Self)
    }

    /// What a unit would have to change to reach a grade or a rank: for each column the smallest change of it alone, in steps
    /// of its last decimal, all other values and units as they are.
    #[wasm_bindgen(js_name = whatIf)]
    pub fn what_if(&self, unit: &str, #[wasm_bindgen(unchecked_param_type = "GoalDraft")] goal: JsValue) -> Js<WhatIf> {
        self.0.what_if(unit, &argument(&goal)?).or_throw().map(WhatIf)
    }

    /// The cheapest changes by which a unit reaches a grade or a rank, by what one step of each column's last decimal costs;
    /// columns without a cost stay as they are. Where a value is missing, `{ step, report }` says what it costs to report it: it
    /// then starts from the worst there is. What has a cost and cannot move stands in `unsearched`.
    ///
    /// `limit` is the number of sets of changes that are kept at most, 100,000 unless given: beyond it the answer is marked as
    /// not proven.
    pub fn cheapest(
        &self,
        unit: &str,
        #[wasm_bindgen(unchecked_param_type = "GoalDraft")] goal: JsValue,
        #[wasm_bindgen(
            unchecked_param_type = "Record<string, string | number | bigint | { step: string | number | bigint; report?: string | number | bigint | null }>"
        )]
        costs: JsValue,
        limit: Option<u32>,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<Cheapest> {
        let goal: evaluation::Goal = argument(&goal)?;
        let costs = from_js(&costs).map_err(|e| e.under("costs")).and_then(Costs::from_plain).or_throw()?;
        let limit = limit.map_or(evaluation::Scorecard::CHEAPEST_LIMIT, |limit| limit as usize);
        watched(&watch, |progress| self.0.cheapest(unit, &goal, costs.list(), limit, progress)).map(Cheapest)
    }

    /// How far a unit is from the best of its peers, from their median or from full points; the parts add up.
    pub fn gap(
        &self,
        unit: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "Mark")] mark: JsValue,
    ) -> Js<ScoreGap> {
        let marks = [("best", Mark::Best), ("median", Mark::Median), ("full", Mark::Full)];
        let mark = choice("mark", &mark, &marks).or_throw()?;
        self.0.gap(unit, mark).or_throw().map(ScoreGap)
    }

    /// What moved the total of a unit since an earlier evaluation: other values, targets, rules and points; they add up.
    pub fn movement(&self, before: &Scorecard, unit: &str) -> Js<Movement> {
        self.0.movement(&before.0, unit).or_throw().map(Movement)
    }

    /// The units that have another score, grade, rank or award than in a scorecard of the same units, before and after.
    #[wasm_bindgen(unchecked_return_type = "AffectedUnit[]")]
    pub fn affected(&self, before: &Scorecard) -> Js {
        to_js(&self.0.affected(&before.0))
    }
}

answer! {
    /// What a unit would have to change to reach a grade or a rank.
    WhatIf(wire::WhatIf) as "WhatIfData" {
        /// The unit.
        unit "unit": "string",
        /// The grade asked for; null where a rank was.
        grade "grade": "string | null",
        /// The rank asked for; null where a grade was.
        rank "rank": "number | null",
        /// How it stands now.
        now "now": "Outcome",
        /// Whether the goal is reached already.
        reached "reached": "boolean",
        /// The vetoes that keep it from the goal whatever the values.
        barred_by "barred_by": "string[]",
        /// For each column the smallest change of it alone.
        changes "changes": "SmallestChange[]",
    }
}

answer! {
    /// The cheapest set of changes that reaches a grade or a rank.
    Cheapest(wire::Cheapest) as "CheapestData" {
        /// The unit.
        unit "unit": "string",
        /// The grade asked for; null where a rank was.
        grade "grade": "string | null",
        /// The rank asked for; null where a grade was.
        rank "rank": "number | null",
        /// The changes; null where no changes of the columns with costs reach the goal.
        changes "changes": "CostedChange[] | null",
        /// What they cost together.
        cost "cost": "string | null",
        /// Whether it is proven that nothing cheaper reaches the goal, or that nothing does.
        proven "proven": "boolean",
        /// Columns with a cost that were not searched, and why.
        unsearched "unsearched": "Unsearched[]",
        /// How it stands then; as now where the goal is out of reach.
        then "then": "Outcome",
    }
}

answer! {
    /// How far a unit is from another mark, indicator by indicator: the parts add up to the whole exactly.
    ScoreGap(wire::Gap) as "ScoreGapData" {
        /// The unit.
        unit "unit": "string",
        /// What it is compared with.
        mark "mark": "string",
        /// The unit that is the best; none for the other marks.
        other "other": "string | null",
        /// The mark less what the unit has, in points, before the total is rounded.
        gap "gap": "string",
        /// What each indicator, the bonuses, the penalties and the vetoes have in it.
        parts "parts": "GapPart[]",
    }
}

answer! {
    /// What moved the total of a unit from one evaluation to the next: the parts add up to the change exactly.
    Movement(wire::Movement) as "MovementData" {
        /// The unit.
        unit "unit": "string",
        /// The total before.
        before "before": "string",
        /// The total after.
        after "after": "string",
        /// What other values did, under the old scheme.
        data "data": "string",
        /// What other targets did: other parameters of a rule of the same name.
        target "target": "string",
        /// What other rules did, indicators that came and went, bonuses, penalties and vetoes that are others.
        rule "rule": "string",
        /// What other points of indicators did.
        weight "weight": "string",
        /// What rounding the two totals did.
        rounding "rounding": "string",
        /// The same for each indicator, and for bonuses, penalties and vetoes.
        parts "parts": "MovementPart[]",
    }
}
