//! Corrections and appeals, and what they did.

use js_sys::{Object, Reflect};
use shequ::evaluation;
use shequ::kernel::Value;
use wasm_bindgen::prelude::*;

use crate::document::argument;
use crate::evaluation::Scorecard;
use crate::fault::{Js, OrThrow as _};
use crate::log::{Log, SealedTexts, sealed};
use crate::plain::{from_js, to_js};
use crate::words::{day, digest, key};

/// Corrections and appeals (更正与申诉) of an evaluation, `shequ.ledger/1`: append-only, each record a digest in a log beside it.
#[wasm_bindgen]
pub struct Ledger(evaluation::Ledger);

#[wasm_bindgen]
impl Ledger {
    /// A ledger without records.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str) -> Js<Ledger> {
        Ok(Self(evaluation::Ledger::new(key("key", name)?)))
    }

    /// Reads a ledger beside its log, either of which may have been cut off or altered: what is good of both, and what was
    /// found.
    ///
    /// Both are JSON or TOML texts; `knownHead` is a head of the log noted earlier. Throws `ShequError` for faults of shape and
    /// for records that do not fit together.
    #[wasm_bindgen(unchecked_return_type = "{ ledger: Ledger; check: LogCheck }")]
    pub fn parse(text: &str, log: &str, #[wasm_bindgen(js_name = "knownHead")] known_head: Option<String>) -> Js {
        let known = digest("knownHead", known_head.as_deref())?;
        let read = evaluation::Ledger::parse(text, log, known.as_ref()).or_throw()?;
        let found = Object::new();
        Reflect::set(&found, &"ledger".into(), &Self(read.ledger).into())?;
        Reflect::set(&found, &"check".into(), &to_js(&read.check)?)?;
        Ok(found.into())
    }

    /// Its key, which is that of its log.
    #[wasm_bindgen(getter)]
    pub fn key(&self) -> String {
        self.0.log().key().to_string()
    }

    /// The number of records.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.records().len()
    }

    /// The records in the order in which they were made.
    #[wasm_bindgen(getter, unchecked_return_type = "LedgerRecord[]")]
    pub fn records(&self) -> Js {
        to_js(&self.0.records())
    }

    /// A copy of its log: keep it beside the ledger, and note its head elsewhere.
    #[wasm_bindgen(getter)]
    pub fn log(&self) -> Log {
        Log(self.0.log().clone())
    }

    /// Appends a record; where it throws, nothing has changed.
    ///
    /// `card` is the first scorecard, before any record. `sealing` names texts such as `reason` and `evidence`, which go into
    /// `texts` with their salts; only salted digests enter the log. A salt is drawn from the random numbers of the platform
    /// unless `salts` gives it by the name of the text, as hexadecimal digits.
    #[wasm_bindgen(unchecked_return_type = "EntryDraft")]
    pub fn append(
        &mut self,
        card: &Scorecard,
        #[wasm_bindgen(unchecked_param_type = "LedgerRecord")] record: JsValue,
        texts: &mut SealedTexts,
        #[wasm_bindgen(unchecked_optional_param_type = "Record<string, string>")] sealing: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Record<string, string>")] salts: JsValue,
    ) -> Js {
        let record = argument(&record)?;
        let named = |name: &str, texts: &JsValue| from_js(texts).map(|texts| (name.to_owned(), texts)).or_throw();
        let parts = sealed(&Value::Map(vec![named("sealing", &sealing)?, named("salts", &salts)?]))?;
        to_js(self.0.append(&card.0, record, parts, &mut texts.0).or_throw()?)
    }

    /// The scorecard as it was known on a day: the first one, with what was recorded by then.
    pub fn card(&self, first: &Scorecard, known: &str) -> Js<Scorecard> {
        self.0.card(&first.0, day(known)?).or_throw().map(Scorecard)
    }

    /// For each record that changed values by a day, every unit that it affected, before and after.
    #[wasm_bindgen(unchecked_return_type = "LedgerEffect[]")]
    pub fn effects(&self, first: &Scorecard, known: &str) -> Js {
        to_js(&self.0.effects(&first.0, day(known)?).or_throw()?)
    }

    /// The appeals that were made by a day, and what became of them by then.
    #[wasm_bindgen(unchecked_return_type = "AppealState[]")]
    pub fn appeals(&self, on: &str) -> Js {
        to_js(&self.0.appeals(day(on)?))
    }

    /// The document, which `Ledger.parse` reads beside its log.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "LedgerDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }
}
