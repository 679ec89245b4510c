//! Questions made ready: many decisions by a table, votes that come in one by one, and what changed with the law.

use shequ::participation::{self, Decisions, Detail, Facts};
use wasm_bindgen::prelude::*;

use crate::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::numbers::{Options, table};
use crate::pack::{Packs, Rules};
use crate::participation::Verdict;
use crate::plain::to_js;
use crate::words::day;

/// A question with the rules of a day, made ready to be decided many times.
#[wasm_bindgen]
pub struct Question(participation::Question);

#[wasm_bindgen]
impl Question {
    /// Its name.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.0.id().to_owned()
    }

    /// What is asked.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn label(&self) -> Js {
        to_js(self.0.label())
    }

    /// The names of its clauses, in order.
    #[wasm_bindgen(getter)]
    pub fn clauses(&self) -> Vec<String> {
        self.0.clauses().map(str::to_owned).collect()
    }

    /// The verdict on facts.
    pub fn decide(&self, #[wasm_bindgen(unchecked_param_type = "FactsInput")] facts: JsValue) -> Js<Verdict> {
        self.0.verdict(&document::argument(&facts)?).or_throw().map(Verdict)
    }

    /// Decides every row of a table: rows, an object of columns (lists or typed arrays), or comma-separated text with a head.
    ///
    /// Its columns are named by the paths of a facts document: `heads.entitled`, `heads.present`, `heads.yes`, `area.yes`
    /// (square metres; texts or whole numbers, no floats) and so on; a missing cell is not known. A row says `status`, `deciding`
    /// (the clause that turns the answer with the least change, as a share of its base) and `missing`; with the option `margins`
    /// also, for each clause, its status under its name and `CLAUSE.switched` and `CLAUSE.added`.
    ///
    /// Throws `ShequError` with the faults of all rows.
    #[wasm_bindgen(js_name = decideTable, unchecked_return_type = "Rows")]
    pub fn decide_table(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Rows | Record<string, ArrayLike<unknown>> | string")] decisions: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "{ margins?: boolean }")] options: JsValue,
    ) -> Js {
        let detail = if Options::read(&options).or_throw()?.flag("margins").or_throw()? {
            Detail::Margins
        } else {
            Detail::Plain
        };
        let read = table(&decisions).map_err(|e| e.under("decisions")).or_throw()?;
        let decided = Decisions::of(&read).and_then(|decisions| self.0.decide_table(&decisions, detail));
        to_js(&decided.or_throw()?)
    }

    /// The question over the units of facts, whose votes then come in one by one.
    pub fn live(&self, #[wasm_bindgen(unchecked_param_type = "FactsInput")] facts: JsValue) -> Js<Live> {
        participation::Live::new(self.0.clone(), document::argument(&facts)?).or_throw().map(Live)
    }

    /// The verdict on units as columns, lists or typed arrays: `area` (square metres; texts or whole numbers) and `vote`, and if
    /// they are there `key`, `owner` and `developer_unsold`. Without keys a unit is its row, counted from 0. A verdict that is to be
    /// recorded needs `salt`, a secret of yours of 16 bytes or more.
    #[wasm_bindgen(js_name = decideUnits)]
    pub fn decide_units(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Rows | Record<string, ArrayLike<unknown>> | string")] units: JsValue,
        salt: Option<String>,
    ) -> Js<Verdict> {
        self.0.verdict(&units_of(&units, salt)?).or_throw().map(Verdict)
    }

    /// The same question over such units, whose votes then come in one by one.
    #[wasm_bindgen(js_name = liveUnits)]
    pub fn live_units(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Rows | Record<string, ArrayLike<unknown>> | string")] units: JsValue,
        salt: Option<String>,
    ) -> Js<Live> {
        participation::Live::new(self.0.clone(), units_of(&units, salt)?).or_throw().map(Live)
    }
}

fn units_of(units: &JsValue, salt: Option<String>) -> Js<Facts> {
    let read = table(units).map_err(|e| e.under("facts.units")).or_throw()?;
    let facts = Facts::of_units(&read, None).or_throw()?;
    Ok(salt.map_or_else(|| facts.clone(), |salt| facts.salted(&salt)))
}

/// A question over a list of units whose votes come in one by one; each vote costs the same, however many units there are.
#[wasm_bindgen]
pub struct Live(participation::Live);

#[wasm_bindgen]
impl Live {
    /// Takes the vote of a unit by its key; the answer after it.
    ///
    /// Throws `ShequError`: `unknown-unit`, `unknown-choice`.
    #[wasm_bindgen(unchecked_return_type = "Status")]
    pub fn vote(&mut self, key: &str, #[wasm_bindgen(unchecked_param_type = "Vote")] vote: &str) -> Js {
        to_js(&self.0.vote_word(key, vote).or_throw()?)
    }

    /// The answer now.
    #[wasm_bindgen(getter, unchecked_return_type = "Status")]
    pub fn status(&self) -> Js {
        to_js(&self.0.status())
    }

    /// The verdict now; later votes do not change it.
    pub fn verdict(&self) -> Verdict {
        Verdict(self.0.to_verdict())
    }

    /// Why the answer is what it is now.
    pub fn explain(&self) -> Explanation {
        Explanation(self.0.explain())
    }
}

/// The same facts and question by two sets of rules, with what changed between them.
#[wasm_bindgen]
pub struct LawChange(participation::LawChange);

#[wasm_bindgen]
impl LawChange {
    /// Whether the answers differ.
    #[wasm_bindgen(getter)]
    pub fn differs(&self) -> bool {
        self.0.differs()
    }

    /// The verdict of the first day, if the question has a rule on it.
    #[wasm_bindgen(getter)]
    pub fn before(&self) -> Option<Verdict> {
        self.0.before().cloned().map(Verdict)
    }

    /// The verdict of the second day, if the question has a rule on it.
    #[wasm_bindgen(getter)]
    pub fn after(&self) -> Option<Verdict> {
        self.0.after().cloned().map(Verdict)
    }

    /// The clauses that changed, in the order of the question.
    #[wasm_bindgen(getter, unchecked_return_type = "ClauseChange[]")]
    pub fn clauses(&self) -> Js {
        to_js(&self.0.clauses())
    }

    /// The clauses that make the answers differ.
    #[wasm_bindgen(getter)]
    pub fn because(&self) -> Vec<String> {
        self.0.view().because.clone()
    }

    /// All of it in a sentence.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn text(&self) -> Js {
        to_js(&self.0.view().text)
    }

    /// Each changed clause as it was and as it is, then both verdicts.
    pub fn explain(&self) -> Explanation {
        Explanation(self.0.explain())
    }

    /// What `JSON.stringify` writes: the plain form.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "LawChangeView")]
    pub fn to_json(&self) -> Js {
        to_js(self.0.view())
    }
}

#[wasm_bindgen]
impl Rules {
    /// A question made ready to be decided many times.
    ///
    /// Throws `ShequError`: `unknown-question`.
    pub fn question(&self, question: &str) -> Js<Question> {
        self.0.question(question).or_throw().map(Question)
    }

    /// What is other by other rules, of another day or another stack of packs, for the same question and facts.
    #[wasm_bindgen(js_name = changesTo)]
    pub fn changes_to(
        &self,
        after: &Rules,
        question: &str,
        #[wasm_bindgen(unchecked_param_type = "FactsInput")] facts: JsValue,
    ) -> Js<LawChange> {
        let facts = document::argument(&facts)?;
        participation::changes(&self.0, &after.0, question, &facts).or_throw().map(LawChange)
    }
}

#[wasm_bindgen]
impl Packs {
    /// What changed between two days for the same question and facts: which clauses are others, both verdicts, and why they
    /// differ.
    pub fn between(
        &self,
        question: &str,
        #[wasm_bindgen(unchecked_param_type = "FactsInput")] facts: JsValue,
        first: &str,
        second: &str,
    ) -> Js<LawChange> {
        let facts = document::argument(&facts)?;
        self.0.between(question, &facts, day(first)?, day(second)?).or_throw().map(LawChange)
    }
}
