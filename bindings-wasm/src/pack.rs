//! Rule packs, and what a clause says on a day.

use shequ::kernel::Period;
use shequ::pack;
use wasm_bindgen::prelude::*;

use crate::calendar::Calendar;
use crate::document::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::plain::to_js;
use crate::words::day;

/// A pack of rules, `shequ.pack/1`: dated clauses with citations.
#[wasm_bindgen]
pub struct Pack(pack::Pack);

document!(Pack, "PackDocument");

#[wasm_bindgen]
impl Pack {
    /// Its name.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.0.id().to_owned()
    }

    /// What it holds.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn label(&self) -> Js {
        to_js(self.0.label())
    }

    /// Where its instruments stand in the order of law.
    #[wasm_bindgen(getter, unchecked_return_type = "Layer")]
    pub fn layer(&self) -> Js {
        to_js(&self.0.layer())
    }

    /// The day on which its texts were read.
    #[wasm_bindgen(getter, js_name = readOn)]
    pub fn read_on(&self) -> String {
        self.0.read_on().to_string()
    }

    /// The names of its clauses, a version of each a place.
    #[wasm_bindgen(getter)]
    pub fn clauses(&self) -> Vec<String> {
        self.0.clauses().iter().map(|clause| clause.id().to_owned()).collect()
    }

    /// The digest of its content, the same whether it was written in TOML or JSON.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> String {
        self.0.digest().to_string()
    }

    /// Its canonical form: the document as JSON on one line with sorted keys (RFC 8785), however it was written.
    pub fn canonical(&self) -> Js<String> {
        self.0.canonical().or_throw()
    }
}

/// Packs that are loaded together, their layers merged. Those that ship are in `packs`.
#[wasm_bindgen]
pub struct Packs(pub(crate) pack::Packs);

#[wasm_bindgen]
impl Packs {
    /// No packs; `with` adds one.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Packs {
        Self(pack::Packs::default())
    }

    /// The packs of China that ship, as `packs.cn` is: residents' committees and owners' decisions.
    pub fn cn() -> Packs {
        Self(pack::cn().clone())
    }

    /// The pack of German condominium owners that ships.
    pub fn de() -> Packs {
        Self(pack::de().clone())
    }

    /// The pack of English parish councils that ships.
    pub fn gb() -> Packs {
        Self(pack::gb().clone())
    }

    /// The pack of Californian common interest developments that ships.
    pub fn us() -> Packs {
        Self(pack::us().clone())
    }

    /// The pack of Polish participatory budgets that ships.
    pub fn pl() -> Packs {
        Self(pack::pl().clone())
    }

    /// The days of `[from, until)` on which a clause decides nothing, with the reason.
    #[wasm_bindgen(unchecked_return_type = "ClauseGap[]")]
    pub fn gaps(&self, clause: &str, from: &str, until: Option<String>) -> Js {
        let until = until.as_deref().map(day).transpose()?;
        let period = Period::new(day(from)?, until).or_throw()?;
        to_js(&self.0.gaps(clause, period).or_throw()?)
    }

    /// These packs and one more, such as a body's own by-laws; neither is changed.
    ///
    /// Throws `ShequError`, for instance `override-refused`.
    pub fn with(&self, added: &Pack) -> Js<Packs> {
        pack::Packs::new(self.0.packs().iter().chain([&added.0]).cloned()).or_throw().map(Self)
    }

    /// The names of the packs.
    #[wasm_bindgen(getter)]
    pub fn ids(&self) -> Vec<String> {
        self.0.packs().iter().map(|p| p.id().to_owned()).collect()
    }

    /// The names of all clauses.
    #[wasm_bindgen(getter)]
    pub fn clauses(&self) -> Vec<String> {
        self.0.clause_ids().map(str::to_owned).collect()
    }

    /// The names of all questions that can be decided.
    #[wasm_bindgen(getter)]
    pub fn questions(&self) -> Vec<String> {
        self.0.question_ids().map(str::to_owned).collect()
    }

    /// The rules in force on a day.
    pub fn at(&self, on: &str) -> Js<Rules> {
        Ok(Rules(self.0.at(day(on)?)))
    }
}

/// The rules in force on a day.
#[wasm_bindgen]
pub struct Rules(pub(crate) pack::Rules);

#[wasm_bindgen]
impl Rules {
    /// The day.
    #[wasm_bindgen(getter)]
    pub fn day(&self) -> String {
        self.0.day().to_string()
    }

    /// The names of the clauses in force.
    #[wasm_bindgen(getter)]
    pub fn clauses(&self) -> Vec<String> {
        self.0.clauses().map(|clause| clause.id().to_owned()).collect()
    }

    /// The same rules, deciding also by clauses that are known only second-hand.
    #[wasm_bindgen(js_name = acceptingSecondary)]
    pub fn accepting_secondary(&self) -> Rules {
        Self(self.0.clone().accepting_secondary())
    }

    /// The same rules, deciding also by clauses of which nobody knows since when they are in force.
    #[wasm_bindgen(js_name = acceptingUndated)]
    pub fn accepting_undated(&self) -> Rules {
        Self(self.0.clone().accepting_undated())
    }

    /// The same rules with a calendar of working days, by which deadlines are counted.
    #[wasm_bindgen(js_name = withCalendar)]
    pub fn with_calendar(&self, calendar: &Calendar) -> Rules {
        Self(self.0.clone().with_calendar(calendar.0.clone()))
    }

    /// What a by-law changes of these rules: what it lets through that they forbid, each with the smallest counterexample,
    /// and what it asks beyond them.
    #[wasm_bindgen(unchecked_return_type = "LintFinding[]")]
    pub fn lint(&self, by_law: &Pack) -> Js {
        to_js(&shequ::participation::lint(&self.0, &by_law.0).or_throw()?)
    }

    /// What a clause says, with its source, or why that is not known.
    #[wasm_bindgen(unchecked_return_type = "Answer")]
    pub fn ask(&self, clause: &str) -> Js {
        to_js(&pack::ask(&self.0, clause).or_throw()?)
    }

    /// What a reader must know beside it: `undated`, `excerpt`, `secondary`, and `law-changed` where the law that its instrument
    /// carries out is another since. Empty where the clause decides nothing.
    ///
    /// Throws `ShequError`: `unknown-clause`.
    #[wasm_bindgen(unchecked_return_type = "Caution[]")]
    pub fn cautions(&self, clause: &str) -> Js {
        to_js(&self.0.cautions(clause).or_throw()?)
    }

    /// The same as an explanation, with its article.
    pub fn explain(&self, clause: &str) -> Js<Explanation> {
        pack::ask(&self.0, clause).or_throw().map(|answer| Explanation(answer.explain()))
    }
}
