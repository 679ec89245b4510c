//! Eligibility: one person, a roll, owners' heads.

use js_sys::Function;
use shequ::kernel::{DocumentError, Error, Lang};
use shequ::participation::election::ClauseAnswer;
use shequ::participation::eligibility;
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::batches::table;
use crate::document::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::pack::Rules;
use crate::plain::{from_js, to_js};

/// A question about one person, bound to the rules of a day.
#[wasm_bindgen]
pub struct Eligibility(eligibility::Eligibility);

/// Calls a caller for one clause; the first thing that is thrown ends the asking and is thrown afterwards.
struct Caller<'f> {
    function: Option<&'f Function>,
    thrown: Option<JsValue>,
}

impl<'f> Caller<'f> {
    const fn new(function: Option<&'f Function>) -> Self {
        Self { function, thrown: None }
    }

    fn answer(&mut self, row: Option<u64>, clause: &str) -> ClauseAnswer {
        let Some(function) = self.function.filter(|_| self.thrown.is_none()) else { return ClauseAnswer::Unknown };
        let clause = JsValue::from(clause);
        let told = match row {
            #[expect(clippy::cast_precision_loss, reason = "a table has fewer rows than 2^53")]
            Some(row) => function.call2(&JsValue::UNDEFINED, &(row as f64).into(), &clause),
            None => function.call1(&JsValue::UNDEFINED, &clause),
        };
        match told {
            Ok(told) if told.is_null() || told.is_undefined() => ClauseAnswer::Unknown,
            Ok(told) => match told.as_bool() {
                Some(true) => ClauseAnswer::Yes,
                Some(false) => ClauseAnswer::No,
                None => {
                    let (got, expected) = ("another value".to_owned(), "true, false or null".to_owned());
                    let wrong: Js<()> = Err(Error::at("answer", DocumentError::WrongKind { got, expected })).or_throw();
                    self.thrown = wrong.err();
                    ClauseAnswer::Unknown
                }
            },
            Err(thrown) => {
                self.thrown = Some(thrown);
                ClauseAnswer::Unknown
            }
        }
    }

    fn finish<T>(self, value: T) -> Js<T> {
        self.thrown.map_or(Ok(value), Err)
    }
}

#[wasm_bindgen]
impl Eligibility {
    /// A question of the packs whose clauses are all about one person; `days` says on which day what happens, such as
    /// `{poll: "2025-03-21"}`, where a clause counts years to such a day.
    ///
    /// Throws `ShequError`: `unknown-question`, `eligibility-not-personal`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        rules: &Rules,
        question: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "Partial<Record<Milestone, string>>")] days: JsValue,
    ) -> Js<Eligibility> {
        let days = if days.is_null() || days.is_undefined() {
            Vec::new()
        } else {
            eligibility::reference_days(from_js(&days).map_err(|e| e.under("days")).or_throw()?).or_throw()?
        };
        eligibility::Eligibility::new(&rules.0, question, &days).or_throw().map(Self)
    }

    /// The question.
    #[wasm_bindgen(getter)]
    pub fn question(&self) -> String {
        self.0.question().id().to_owned()
    }

    /// Whether a person may take part. A sensitive fact does not stand in `person`: `answer` is called with the clause, only
    /// where it can decide, and says true, false or null; what it says is kept nowhere.
    ///
    /// Throws `ShequError` with every fault.
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "StandingDraft")] person: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "(clause: string) => boolean | null")] answer: Option<Function>,
    ) -> Js<EligibilityVerdict> {
        let person = from_js(&person).map_err(|e| e.under("person")).or_throw()?;
        let person = eligibility::Standing::from_value(person).or_throw()?;
        if answer.is_none() {
            return self.0.check(&person).or_throw().map(EligibilityVerdict);
        }
        let mut caller = Caller::new(answer.as_ref());
        let verdict = self.0.check_answering(&person, |clause| caller.answer(None, clause)).or_throw();
        caller.finish(EligibilityVerdict(verdict?))
    }

    /// Checks every row of a roll: counts, and the rows that are open. No person is kept.
    ///
    /// The columns are `key`, `born` and `resident_since` (days), `household`, and one of yes or no for each fact. `answer` is
    /// called with the row and the clause of a sensitive fact.
    ///
    /// Throws `ShequError` with every fault.
    pub fn roll(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Rows")] rows: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "(row: number, clause: string) => boolean | null")]
        answer: Option<Function>,
    ) -> Js<RollCheck> {
        let rows = table(&rows).or_throw()?;
        let mut caller = Caller::new(answer.as_ref());
        let roll = self.0.roll(&rows, |row, clause| caller.answer(Some(row), clause)).or_throw();
        caller.finish(RollCheck(roll?))
    }
}

/// Whether one person may take part. It holds no day of birth, no key and no sensitive fact.
#[wasm_bindgen]
pub struct EligibilityVerdict(eligibility::EligibilityVerdict);

#[wasm_bindgen]
impl EligibilityVerdict {
    /// The answer.
    #[wasm_bindgen(getter, unchecked_return_type = "Status")]
    pub fn status(&self) -> Js {
        to_js(&self.0.status())
    }

    /// Each clause, in the order of the question.
    #[wasm_bindgen(getter, unchecked_return_type = "EligibilityClause[]")]
    pub fn clauses(&self) -> Js {
        to_js(&self.0.view().clauses)
    }

    /// The least facts that are still needed.
    #[wasm_bindgen(getter, unchecked_return_type = "Ask[]")]
    pub fn missing(&self) -> Js {
        to_js(&self.0.missing())
    }

    /// What a reader must know beside the answer.
    #[wasm_bindgen(getter, unchecked_return_type = "Caution[]")]
    pub fn cautions(&self) -> Js {
        to_js(&self.0.cautions())
    }

    /// One line: the question, the answer and what is still needed.
    pub fn line(&self) -> String {
        self.0.line(Lang::Zh)
    }

    /// Why: each clause with its article and what was found.
    pub fn explain(&self) -> Explanation {
        Explanation(self.0.explain())
    }

    /// What `JSON.stringify` writes: the plain form.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "EligibilityView")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0.view())
    }
}

answer! {
    /// A roll that was checked: counts, and the rows that are open. Persons are not in it.
    RollCheck(eligibility::RollCheck) as "RollCheckData" {
        /// How many rows there are.
        rows "rows": "number",
        /// How many may take part.
        met "met": "number",
        /// How many may not.
        not_met "notMet": "number",
        /// For how many it is open.
        unknown "unknown": "number",
        /// The rows that are open, by their place from 0, with what to ask.
        open "open": "OpenRow[]",
        /// What to ask, and for how many rows.
        asks "asks": "RollAsk[]",
        /// The households, where the question asks for one representative of each.
        households "households": "HouseholdCount | null",
    }
}

/// Owners' units by their owners, `shequ.owners/1`: opaque keys and no names.
#[wasm_bindgen]
pub struct Owners(eligibility::Owners);

document!(Owners, "OwnersDocument");

#[wasm_bindgen]
impl Owners {
    /// How many heads the units make by a clause that counts them, such as `cn.spc.9`.
    ///
    /// Throws `ShequError`: `unknown-clause`, `owners-clause-not-counting`.
    pub fn heads(&self, rules: &Rules, clause: &str) -> Js<HeadCount> {
        self.0.heads(&rules.0, clause).or_throw().map(HeadCount)
    }
}

answer! {
    /// How many heads owners' units make.
    HeadCount(eligibility::HeadCount) as "HeadCountData" {
        /// How many units there are.
        units "units": "number",
        /// The heads; null where the rule does not settle it.
        heads "heads": "number | null",
        /// The fewest heads it can be.
        least "least": "number",
        /// The most heads it can be.
        most "most": "number",
        /// What a reader must know of the rule.
        cautions "cautions": "Caution[]",
    }
}

/// Whether a kind of kinship makes a near relative by art. 1045 of the Civil Code.
///
/// Throws `ShequError`: `kinship-unknown`.
#[wasm_bindgen(js_name = isNearRelative)]
pub fn is_near_relative(#[wasm_bindgen(unchecked_param_type = "Kinship")] kinship: &str) -> Js<bool> {
    eligibility::kinship(kinship).or_throw().map(eligibility::Kinship::is_near_relative)
}
