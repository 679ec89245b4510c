//! Staged selection: stages in which persons are only counted.

use js_sys::Function;
use shequ::kernel::written;
use shequ::participation::selection;
use wasm_bindgen::prelude::*;

use crate::document::document;
use crate::election::admission;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::plain::to_js;

/// A staged selection (公开推荐, 票决, 预审, 公示, 责任追究) and how far it has come, `shequ.selection/1`; persons are only counted.
#[wasm_bindgen]
pub struct Selection(selection::Selection);

document!(Selection, "SelectionDocument");

#[wasm_bindgen]
impl Selection {
    /// Its name.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.0.draft().id.to_string()
    }

    /// Who is selected for what.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn label(&self) -> Js {
        to_js(&self.0.draft().label)
    }

    /// The digest of the document: note it elsewhere, and a change is found.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> Js<String> {
        self.0.digest().or_throw().map(|d| d.to_string())
    }

    /// Asks each clause of a stage about each one who enters it, and counts.
    ///
    /// `answer` is called as `answer(who, clause)` and returns `true`, `false`, or `null` for what is not known. The answers are
    /// dropped: only who passes, and how many do not, comes back. Throws `ShequError`: `unknown-stage`; and what `answer` throws.
    #[wasm_bindgen(unchecked_return_type = "Admission")]
    pub fn admit(
        &self,
        stage: &str,
        entered: Vec<String>,
        #[wasm_bindgen(unchecked_param_type = "(who: string, clause: string) => boolean | null | undefined")]
        answer: Function,
    ) -> Js {
        admission("entered", &entered, &answer, |entered, answer| self.0.admit(stage, entered, answer))
    }

    /// How far it has come, with what was tested.
    #[wasm_bindgen(unchecked_return_type = "SelectionView")]
    pub fn state(&self) -> Js {
        to_js(&self.0.view())
    }

    /// Why: each stage with what it asks and what was found.
    pub fn explain(&self) -> Explanation {
        Explanation(self.0.explain())
    }

    /// The document, its format first.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "SelectionDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&written::<selection::Selection>(self.0.draft()).or_throw()?)
    }
}
