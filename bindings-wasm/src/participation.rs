//! Decisions: facts, verdicts, records.

use shequ::kernel::{Document as _, DocumentError, Error, Limits, Syntax, Value};
use shequ::participation::{self, Record};
use wasm_bindgen::prelude::*;

use crate::calendar::Calendar;
use crate::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::pack::{Packs, Rules};
use crate::plain::{from_js, to_js};

/// The verdict on a question by the rules of the day that the facts name.
///
/// Throws `ShequError`: `facts-without-day`, `unknown-question`, and the faults of the facts.
#[wasm_bindgen]
pub fn decide(
    packs: &Packs,
    question: &str,
    #[wasm_bindgen(unchecked_param_type = "FactsInput")] facts: JsValue,
) -> Js<Verdict> {
    packs.decide(question, facts)
}

/// Evaluates the record of a decision again by packs; with the facts also whether it is the record of these.
#[wasm_bindgen(unchecked_return_type = "Verification")]
pub fn verify(
    #[wasm_bindgen(unchecked_param_type = "DecisionDocument")] record: JsValue,
    packs: &Packs,
    #[wasm_bindgen(unchecked_optional_param_type = "FactsInput")] facts: JsValue,
) -> Js {
    verified(&record, packs, &facts, None)
}

/// The same with a calendar of working days, where a clause counts them.
#[wasm_bindgen(js_name = verifyWith, unchecked_return_type = "Verification")]
pub fn verify_with(
    #[wasm_bindgen(unchecked_param_type = "DecisionDocument")] record: JsValue,
    packs: &Packs,
    calendar: &Calendar,
    #[wasm_bindgen(unchecked_optional_param_type = "FactsInput")] facts: JsValue,
) -> Js {
    verified(&record, packs, &facts, Some(calendar))
}

fn verified(record: &JsValue, packs: &Packs, facts: &JsValue, calendar: Option<&Calendar>) -> Js {
    let record: Record = document::from(record)?;
    let facts: Option<participation::Facts> =
        if facts.is_undefined() { None } else { Some(document::argument(facts)?) };
    let calendar = calendar.map(|calendar| &calendar.0);
    to_js(&participation::verify(&record, &packs.0, facts.as_ref(), calendar).or_throw()?)
}

#[wasm_bindgen]
impl Packs {
    /// The verdict on a question by the rules of the day that the facts name.
    pub fn decide(
        &self,
        question: &str,
        #[wasm_bindgen(unchecked_param_type = "FactsInput")] facts: JsValue,
    ) -> Js<Verdict> {
        self.0.decide(question, &document::argument(&facts)?).or_throw().map(Verdict)
    }
}

#[wasm_bindgen]
impl Rules {
    /// The verdict on a question with answers, by clause, to what is sensitive of a person; they are kept nowhere.
    #[wasm_bindgen(js_name = decideAnswering)]
    pub fn decide_answering(
        &self,
        question: &str,
        #[wasm_bindgen(unchecked_param_type = "FactsInput")] facts: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Record<string, boolean>")] answers: JsValue,
    ) -> Js<Verdict> {
        let answers = from_js(&answers).or_throw()?;
        let mut given: Vec<(&str, bool)> = Vec::new();
        if let Value::Map(entries) = &answers {
            for (clause, answer) in entries {
                let Value::Bool(so) = answer else {
                    let cause = DocumentError::WrongKind {
                        got: "another value".to_owned(),
                        expected: "true or false".to_owned(),
                    };
                    return Err(Error::at(format!("answers.{clause}"), cause)).or_throw();
                };
                given.push((clause.as_str(), *so));
            }
        }
        let question = self.0.question(question).or_throw()?;
        question.verdict_answering(&document::argument(&facts)?, &given).or_throw().map(Verdict)
    }

    /// The verdict on a question by these rules.
    pub fn decide(
        &self,
        question: &str,
        #[wasm_bindgen(unchecked_param_type = "FactsInput")] facts: JsValue,
    ) -> Js<Verdict> {
        self.0.decide(question, &document::argument(&facts)?).or_throw().map(Verdict)
    }
}

/// The facts of a decision, `shequ.facts/1`: tallies, or a list of owners' units.
#[wasm_bindgen]
pub struct Facts {
    checked: participation::Facts,
    written: Value,
}

impl Facts {
    fn read(written: Value) -> Js<Self> {
        Ok(Self { checked: participation::Facts::from_value(written.clone()).or_throw()?, written })
    }
}

#[wasm_bindgen]
impl Facts {
    /// Reads a JSON or TOML text.
    ///
    /// Throws `ShequError` with every fault of the document.
    pub fn parse(text: &str) -> Js<Facts> {
        Self::read(Syntax::guess(text).parse(text, Limits::default()).or_throw()?)
    }

    /// Reads a plain object.
    ///
    /// Throws `ShequError` with every fault of the document.
    pub fn from(#[wasm_bindgen(unchecked_param_type = "FactsDocument")] object: JsValue) -> Js<Facts> {
        Self::read(document::value::<participation::Facts>(&object)?)
    }

    /// The day of the decision, if it is given.
    #[wasm_bindgen(getter)]
    pub fn day(&self) -> Option<String> {
        self.checked.day().map(|day| day.to_string())
    }

    /// How the deciding body is composed, if it is given.
    #[wasm_bindgen(getter)]
    pub fn body(&self) -> Option<String> {
        self.checked.body().map(str::to_owned)
    }

    /// The digest of the facts, as a record holds it.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> Js<String> {
        self.checked.digest().or_throw().map(|d| d.to_string())
    }

    /// The document as it was written.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "FactsDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&self.written)
    }
}

/// The answer to a question: met, not met or unknown, with everything that made it.
#[wasm_bindgen]
pub struct Verdict(pub(crate) participation::Verdict);

#[wasm_bindgen]
impl Verdict {
    /// The answer.
    #[wasm_bindgen(getter, unchecked_return_type = "Status")]
    pub fn status(&self) -> Js {
        to_js(&self.0.status())
    }

    /// The question.
    #[wasm_bindgen(getter)]
    pub fn question(&self) -> String {
        self.0.view().question
    }

    /// What was asked.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn label(&self) -> Js {
        to_js(&self.0.view().label)
    }

    /// The day whose rules decided.
    #[wasm_bindgen(getter)]
    pub fn day(&self) -> String {
        self.0.view().day.to_string()
    }

    /// Each clause with both sides and margins, in the order of the question.
    #[wasm_bindgen(getter, unchecked_return_type = "ClauseView[]")]
    pub fn clauses(&self) -> Js {
        to_js(&self.0.clauses())
    }

    /// The least changes that flip each clause, by its name.
    #[wasm_bindgen(getter, unchecked_return_type = "Record<string, Margin[]>")]
    pub fn margins(&self) -> Js {
        let margins = self.0.clauses().into_iter().map(|clause| (clause.clause, clause.margins));
        to_js(&margins.collect::<std::collections::BTreeMap<_, _>>())
    }

    /// The least facts that are still needed.
    #[wasm_bindgen(getter)]
    pub fn missing(&self) -> Vec<String> {
        self.0.missing()
    }

    /// The facts that no clause of the question uses, by path.
    #[wasm_bindgen(getter)]
    pub fn unused(&self) -> Vec<String> {
        self.0.unused()
    }

    /// The clause that decides: the one that turns the answer with the least change, as a share of its base; where several must
    /// turn, the one of them that needs the most.
    #[wasm_bindgen(getter)]
    pub fn deciding(&self) -> Option<String> {
        self.0.deciding().map(str::to_owned)
    }

    /// Whether a clause of the question gives the chair a casting vote, where the facts have one (`casting`): `met`, or `unknown`
    /// where that clause decides nothing on the day.
    #[wasm_bindgen(getter, unchecked_return_type = "Status | null")]
    pub fn casting(&self) -> Js {
        to_js(&self.0.casting())
    }

    /// What a reader must know beside the answer.
    #[wasm_bindgen(getter, unchecked_return_type = "Caution[]")]
    pub fn cautions(&self) -> Js {
        to_js(&self.0.cautions())
    }

    /// Of a list of units: the fewest whose votes, changed, flip the answer.
    #[wasm_bindgen(js_name = fewestUnits, unchecked_return_type = "FewestUnits | null")]
    pub fn fewest_units(&self) -> Js {
        to_js(&self.0.fewest_units())
    }

    /// Why: each clause with both sides exactly, its article, and how close it was.
    pub fn explain(&self) -> Explanation {
        Explanation(self.0.explain())
    }

    /// One of the units that decided, shown to be in the commitment of the record: its owner can show everyone how it was counted.
    ///
    /// `verifyOpening(record.committed, opening)` checks it. Throws `ShequError`: `unit-not-committed`, `units-without-salt`, and
    /// `record-without-units` for tallies.
    #[wasm_bindgen(js_name = openUnit, unchecked_return_type = "OpeningDocument")]
    pub fn open_unit(&self, unit: &str) -> Js {
        to_js(&self.0.open_unit(unit).or_throw()?)
    }

    /// The record of the decision, which `verify` evaluates again by packs alone.
    ///
    /// Throws `ShequError`: `sensitive-not-recorded`, and `units-without-salt` for a list of units without a salt.
    #[wasm_bindgen(unchecked_return_type = "DecisionDocument")]
    pub fn record(&self) -> Js {
        to_js(&self.0.record().or_throw()?)
    }

    /// What `JSON.stringify` writes: the plain form.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "VerdictView")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0.view())
    }
}
