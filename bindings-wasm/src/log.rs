//! The log: a chain of entries, with the texts that may be erased beside it.

use js_sys::{Object, Reflect, Uint8Array};
use shequ::kernel::{self, Digest, DocumentError, Error, NewEntry, Opened, Salt, Value};
use wasm_bindgen::prelude::*;

use crate::document::document;
use crate::fault::{Js, OrThrow as _};
use crate::plain::{from_js, to_js};
use crate::words::{digest, key, one};

#[wasm_bindgen]
extern "C" {
    /// The random numbers of the platform: browsers and Node have the same.
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues, catch)]
    fn random_values(bytes: &Uint8Array) -> Result<JsValue, JsValue>;
}

/// The texts and salts beside a log, `shequ.sealed/1`; they may be erased and the log still verifies.
#[wasm_bindgen]
pub struct SealedTexts(pub(crate) kernel::SealedTexts);

document!(SealedTexts, "SealedDocument");

#[wasm_bindgen]
impl SealedTexts {
    /// No texts.
    #[wasm_bindgen(constructor)]
    pub fn new() -> SealedTexts {
        Self(kernel::SealedTexts::default())
    }

    /// How many texts there are.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// Erases every text and salt of an entry; how many there were.
    pub fn erase(&mut self, seq: u32) -> usize {
        self.0.erase(seq.into())
    }

    /// Erases the text and salt of one part; whether they were there.
    #[wasm_bindgen(js_name = erasePart)]
    pub fn erase_part(&mut self, seq: u32, part: &str) -> bool {
        self.0.erase_part(seq.into(), part)
    }

    /// The document, which `SealedTexts.from` reads.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "SealedDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }
}

/// An append-only chain of entries, `shequ.log/1`. Actors are ids of posts or of the directory, never names.
#[wasm_bindgen]
pub struct Log(pub(crate) kernel::Log);

document!(Log, "LogDocument");

#[wasm_bindgen]
impl Log {
    /// A log without entries.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str) -> Js<Log> {
        Ok(Self(kernel::Log::new(key("key", name)?)))
    }

    /// Reads a log that may be damaged: its good prefix, and what was found.
    #[wasm_bindgen(unchecked_return_type = "{ log: Log; check: LogCheck }")]
    pub fn inspect(text: &str, #[wasm_bindgen(js_name = "knownHead")] known_head: Option<String>) -> Js {
        let known = digest("knownHead", known_head.as_deref())?;
        let (log, check) = kernel::Log::inspect(text, known.as_ref()).or_throw()?;
        let found = Object::new();
        Reflect::set(&found, &"log".into(), &Self(log).into())?;
        Reflect::set(&found, &"check".into(), &to_js(&check)?)?;
        Ok(found.into())
    }

    /// Its key.
    #[wasm_bindgen(getter)]
    pub fn key(&self) -> String {
        self.0.key().to_string()
    }

    /// The number of entries.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.entries().len()
    }

    /// The entries in their order.
    #[wasm_bindgen(getter, unchecked_return_type = "EntryDraft[]")]
    pub fn entries(&self) -> Js {
        to_js(&self.0.entries())
    }

    /// The digest of the last entry: note it elsewhere, and entries that are cut off later will be missed.
    #[wasm_bindgen(getter)]
    pub fn head(&self) -> String {
        self.0.head().to_string()
    }

    /// Appends an entry and puts its texts, each with a salt, beside the chain.
    ///
    /// A salt is drawn from the random numbers of the platform unless `salts` gives it, as hexadecimal digits.
    #[wasm_bindgen(unchecked_return_type = "EntryDraft")]
    pub fn append(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "NewEntry")] entry: JsValue,
        texts: &mut SealedTexts,
    ) -> Js {
        let entry = read_entry(&from_js(&entry).or_throw()?)?;
        to_js(self.0.append(entry, &mut texts.0).or_throw()?)
    }

    /// Verifies every link again, and that a head noted earlier is reached.
    #[wasm_bindgen(unchecked_return_type = "LogCheck")]
    pub fn verify(&self, #[wasm_bindgen(js_name = "knownHead")] known_head: Option<String>) -> Js {
        to_js(&self.0.verify(digest("knownHead", known_head.as_deref())?.as_ref()))
    }

    /// The text of a sealed part, shown to be the one that was sealed; `undefined` where it was erased.
    pub fn read(&self, seq: u32, part: &str, texts: &SealedTexts) -> Js<Option<String>> {
        Ok(match self.0.read(seq.into(), part, &texts.0).or_throw()? {
            Opened::Text(text) => Some(text.to_owned()),
            Opened::Erased => None,
        })
    }

    /// Shows that a text with its salt is the one that an entry sealed; throws `log-text-differs` otherwise.
    pub fn open(&self, seq: u32, part: &str, text: &str, salt: &str) -> Js<()> {
        self.0.open(seq.into(), part, text, &one::<Salt>("salt", salt)?).or_throw()
    }

    /// Checks every text of a store against the chain; throws with every fault.
    #[wasm_bindgen(js_name = checkTexts)]
    pub fn check_texts(&self, texts: &SealedTexts) -> Js<()> {
        self.0.check_texts(&texts.0).or_throw()
    }

    /// The document, which `Log.from` reads.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "LogDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }
}

/// The fields of a new entry.
const FIELDS: &str = "`day`, `actor`, `kind`, `subject`, `payload`, `sealing`, `salts`";

fn read_entry(value: &Value) -> Js<NewEntry> {
    let Value::Map(fields) = value else {
        return wrong("", value, "an object");
    };
    if let Some((field, _)) = fields.iter().find(|(name, _)| !FIELDS.contains(&format!("`{name}`"))) {
        let cause = DocumentError::UnknownField { field: field.clone(), expected: FIELDS.into() };
        return Err(Error::at(field.clone(), cause)).or_throw();
    }
    let text = |name: &str| match value.get(name) {
        Some(Value::Text(text)) => Ok(text.as_str()),
        Some(other) => wrong(name, other, "a text"),
        None => Err(Error::from(DocumentError::MissingField { field: name.into() })).or_throw(),
    };
    let mut entry = NewEntry::new(
        one("day", text("day")?)?,
        key("actor", text("actor")?)?,
        key("kind", text("kind")?)?,
        key("subject", text("subject")?)?,
    );
    for (name, hex) in texts_by_name(value, "payload")? {
        entry = entry.with(key("payload", name)?, one::<Digest>(&format!("payload.{name}"), hex)?);
    }
    for (name, words, salt) in sealed(value)? {
        entry = entry.sealing(name, words, salt);
    }
    Ok(entry)
}

/// The texts under `sealing`, each with its name and its salt under `salts`, or one that is drawn.
pub(crate) fn sealed(value: &Value) -> Js<Vec<(kernel::Key, String, Salt)>> {
    let salts = texts_by_name(value, "salts")?;
    let mut parts = Vec::new();
    for (name, words) in texts_by_name(value, "sealing")? {
        let salt = match salts.iter().find(|(n, _)| *n == name) {
            Some((_, hex)) => one(&format!("salts.{name}"), hex)?,
            None => drawn()?,
        };
        parts.push((key("sealing", name)?, words.to_owned(), salt));
    }
    Ok(parts)
}

fn texts_by_name<'v>(value: &'v Value, field: &str) -> Js<Vec<(&'v str, &'v str)>> {
    match value.get(field) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Map(entries)) => entries
            .iter()
            .map(|(name, v)| match v {
                Value::Text(text) => Ok((name.as_str(), text.as_str())),
                other => wrong(&format!("{field}.{name}"), other, "a text"),
            })
            .collect(),
        Some(other) => wrong(field, other, "an object"),
    }
}

fn wrong<T>(path: &str, got: &Value, expected: &str) -> Js<T> {
    let cause = DocumentError::WrongKind { got: got.kind().into(), expected: expected.into() };
    Err(Error::at(path, cause)).or_throw()
}

/// A salt from the random numbers of the platform.
pub(crate) fn drawn() -> Js<Salt> {
    let bytes = Uint8Array::new_with_length(32);
    random_values(&bytes)?;
    Salt::new(&bytes.to_vec()).or_throw()
}
