//! Between JavaScript values and the core's plain value.

use js_sys::{Array, BigInt, Function, JSON, JsString, Object, Reflect};
use serde::Serialize;
use shequ::kernel::{DocumentError, Error, Limits, NumberError, Result, Value, to_value};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;

use crate::fault::{Js, OrThrow as _};

/// The greatest integer that a JavaScript number keeps exactly.
const MAX_SAFE: i128 = (1 << 53) - 1;

/// The plain value of a JavaScript value.
///
/// Whole numbers within 2^53 and bigints are whole numbers, other numbers floats. A key whose value is `undefined` is
/// left out, as JSON does. An object that is no plain one is asked for its `toJSON`, which the classes of this package
/// and the usual decimal types have; a `Date` is refused, because its day depends on a time zone.
///
/// # Errors
/// `not-plain`, `document-too-deep`, `document-too-large`, `number-too-large`, each with its path.
pub fn from_js(value: &JsValue) -> Result<Value> {
    let limits = Limits::default();
    Reader { left: limits.values, limits, above: Vec::new() }.read(value)
}

/// A result as plain objects that survive `JSON.stringify`; integers beyond 2^53 are texts.
pub fn to_js(result: &impl Serialize) -> Js {
    let mut value = to_value(result).or_throw()?;
    keep_exact(&mut value);
    let text = serde_json::to_string(&value).map_err(|e| JsValue::from_str(&e.to_string()))?;
    JSON::parse(&text)
}

fn keep_exact(value: &mut Value) {
    match value {
        Value::Int(i) if i.abs() > MAX_SAFE => *value = Value::Text(i.to_string()),
        Value::List(items) => items.iter_mut().for_each(keep_exact),
        Value::Map(entries) => entries.iter_mut().for_each(|(_, v)| keep_exact(v)),
        _ => {}
    }
}

struct Reader {
    limits: Limits,
    left: usize,
    /// The lists and objects that the value stands in.
    above: Vec<JsValue>,
}

impl Reader {
    fn read(&mut self, value: &JsValue) -> Result<Value> {
        self.left = self.left.checked_sub(1).ok_or_else(|| {
            let limit = self.limits.values;
            Error::from(DocumentError::TooLarge { size: limit, limit, what: "values".into() })
        })?;
        if value.is_null() || value.is_undefined() {
            Ok(Value::Null)
        } else if let Some(flag) = value.as_bool() {
            Ok(Value::Bool(flag))
        } else if let Some(number) = value.as_f64() {
            Ok(whole(number).map_or(Value::Float(number), Value::Int))
        } else if let Some(text) = value.dyn_ref::<JsString>() {
            words(text).map(Value::Text)
        } else if let Some(big) = value.dyn_ref::<BigInt>() {
            bigint(big)
        } else if value.is_object() {
            self.nested(value)
        } else {
            Err(not_plain(if value.is_function() { "a function" } else { "a symbol" }))
        }
    }

    fn nested(&mut self, value: &JsValue) -> Result<Value> {
        if self.above.len() >= self.limits.depth {
            return Err(DocumentError::TooDeep { limit: self.limits.depth }.into());
        }
        if self.above.iter().any(|outer| Object::is(outer, value)) {
            return Err(not_plain("an object that contains itself"));
        }
        self.above.push(value.clone());
        let read = if Array::is_array(value) {
            self.list(value.unchecked_ref())
        } else if is_plain(value) {
            self.map(value.unchecked_ref())
        } else {
            self.own_form(value)
        };
        self.above.pop();
        read
    }

    fn list(&mut self, items: &Array) -> Result<Value> {
        let read = |(i, item): (u32, JsValue)| self.read(&item).map_err(|e| e.under(&format!("[{i}]")));
        (0..).zip(items.iter()).map(read).collect::<Result<_>>().map(Value::List)
    }

    fn map(&mut self, object: &Object) -> Result<Value> {
        let mut entries = Vec::new();
        for key in Object::keys(object).iter() {
            let name = words(key.unchecked_ref())?;
            let value =
                Reflect::get(object, &key).map_err(|_| not_plain(&format!("the getter `{name}`, which threw,")))?;
            if !value.is_undefined() {
                let value = self.read(&value).map_err(|e| e.under(&name))?;
                entries.push((name, value));
            }
        }
        Ok(Value::Map(entries))
    }

    fn own_form(&mut self, value: &JsValue) -> Result<Value> {
        if value.is_instance_of::<js_sys::Date>() {
            return Err(not_plain("a Date, whose day depends on the time zone,"));
        }
        let form = Reflect::get(value, &"toJSON".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
        match form.map(|f| f.call0(value)) {
            Some(Ok(plain)) => self.read(&plain),
            Some(Err(_)) => Err(not_plain("an object whose `toJSON` threw")),
            None => Err(not_plain(&format!("an object of the class `{}`", class_name(value)))),
        }
    }
}

fn not_plain(got: &str) -> Error {
    DocumentError::NotPlain { got: got.into() }.into()
}

/// Plain objects have no prototype, or one that has none: `Object.prototype` of whichever realm.
fn is_plain(value: &JsValue) -> bool {
    let prototype = Object::get_prototype_of(value);
    prototype.is_null() || Object::get_prototype_of(&prototype).is_null()
}

fn class_name(value: &JsValue) -> String {
    let class = Reflect::get(value, &"constructor".into()).and_then(|c| Reflect::get(&c, &"name".into()));
    class.ok().and_then(|name| name.as_string()).unwrap_or_else(|| "unknown".into())
}

/// The integer that a number is, if it is one that numbers keep exactly.
fn whole(number: f64) -> Option<i128> {
    #[expect(clippy::cast_possible_truncation, reason = "only numbers within 2^53 without fraction get here")]
    let cast = || number as i128;
    // 2^53 itself is also what 2^53 + 1 becomes, so it is out.
    (number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0).then(cast)
}

fn bigint(big: &BigInt) -> Result<Value> {
    let digits = big.to_string(10).map(String::from).unwrap_or_default();
    digits.parse().map(Value::Int).map_err(|_| NumberError::TooLarge { got: digits }.into())
}

/// A text; half a surrogate pair, which UTF-8 cannot hold, is refused and not replaced.
fn words(text: &JsString) -> Result<String> {
    let words = String::from(text);
    if words.contains(char::REPLACEMENT_CHARACTER) && !text.is_valid_utf16() {
        return Err(not_plain("a text with half a surrogate pair"));
    }
    Ok(words)
}
