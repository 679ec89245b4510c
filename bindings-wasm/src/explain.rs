//! Explanations: why an answer is what it is, as a tree.

use shequ::kernel;
use wasm_bindgen::prelude::*;

use crate::fault::{Js, OrThrow as _};
use crate::plain::to_js;
use crate::words::language;

/// Why an answer is what it is: one node with its rule, numbers, outcome and parts.
///
/// `String(explanation)` is the tree in Chinese, `explanation.render("en")` in English, `explanation.tree` plain data.
#[wasm_bindgen]
pub struct Explanation(pub(crate) kernel::Explanation);

#[wasm_bindgen]
impl Explanation {
    /// The whole tree as plain data.
    #[wasm_bindgen(getter, unchecked_return_type = "ExplanationData")]
    pub fn tree(&self) -> Js {
        to_js(&self.0)
    }

    /// The tree as indented text.
    pub fn render(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js<String> {
        Ok(self.0.render(language(&lang).or_throw()?))
    }

    /// The tree as nested HTML `details` elements, its text escaped.
    #[wasm_bindgen(js_name = renderHtml)]
    pub fn render_html(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js<String> {
        Ok(self.0.render_html(language(&lang).or_throw()?))
    }

    /// Whether, at every node whose parts add up, they add up exactly to its outcome.
    #[wasm_bindgen(js_name = addsUp)]
    pub fn adds_up(&self) -> bool {
        self.0.adds_up()
    }

    /// What `JSON.stringify` writes.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "ExplanationData")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }

    /// The tree as indented text in Chinese.
    #[wasm_bindgen(js_name = toString)]
    pub fn text(&self) -> String {
        self.0.render(kernel::Lang::Zh)
    }
}
