//! Reading: a text or a plain value becomes a draft, and a draft is checked once into a type that cannot be wrong.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::draft::read_draft;
use super::error::faults;
use super::{Error, Faults, Limits, Result, Value};

faults! {
    /// Faults of a text or a value as a document, before its meaning is looked at.
    pub enum DocumentError: Document {
        /// The text is not well-formed.
        Syntax { language: String, line: usize, column: usize, what: String } => "malformed", "malformed {language} at line {line}, column {column}: {what}", "check the text near line {line}";
        /// A field that the format does not have.
        UnknownField { field: String, expected: String } => "unknown-field", "unknown field `{field}`", "the fields here are {expected}";
        /// A field that the format needs.
        MissingField { field: String } => "missing-field", "the field `{field}` is missing", "add `{field}`";
        /// A field that stands twice.
        DuplicateField { field: String } => "duplicate-field", "the field `{field}` stands twice", "keep one `{field}`";
        /// A value of another kind than the field takes.
        WrongKind { got: String, expected: String } => "wrong-kind", "expected {expected}, got {got}", "";
        /// A float where an exact number is due: votes, areas, money, points, weights.
        FloatRefused { got: String, expected: String } => "float-refused", "the float `{got}` is not exact, expected {expected}", "write it as text; a column in polars: `pl.col(c).round(2).cast(pl.Decimal(18, 2))`, in pandas: `df[c].map(\"{{:.2f}}\".format)`, in JavaScript: `x.toFixed(2)`";
        /// A word that is not in a closed list.
        UnknownChoice { got: String, expected: String } => "unknown-choice", "unknown choice `{got}`", "choose one of {expected}";
        /// The document says it is of another format or version.
        WrongFormat { got: String, expected: String } => "wrong-format", "the document's format is `{got}`, expected `{expected}`", "write `format = \"{expected}\"` or read it with the type of that format";
        /// A text or a value over the limit of size.
        TooLarge { size: usize, limit: usize, what: String } => "document-too-large", "the document has {size} {what} or more, the limit is {limit}", "split it, or read it with wider limits";
        /// Lists and objects inside each other over the limit.
        TooDeep { limit: usize } => "document-too-deep", "the document is nested deeper than {limit} levels", "flatten it, or read it with wider limits";
        /// An object of the host language that has no plain form.
        NotPlain { got: String } => "not-plain", "{got} has no plain form", "pass texts, whole numbers, decimals, lists and dicts";
    }
}

/// The two languages of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// JSON, RFC 8259.
    Json,
    /// TOML 1.0.
    Toml,
}

impl Syntax {
    /// JSON if the first sign is `{` (every document is an object, and no TOML starts so), else TOML.
    pub fn guess(text: &str) -> Self {
        if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') { Self::Json } else { Self::Toml }
    }

    /// The plain value of a text within limits.
    ///
    /// # Errors
    /// `malformed`, `document-too-large`, `document-too-deep`.
    pub fn parse(self, text: &str, limits: Limits) -> Result<Value> {
        limits.check_text(text)?;
        let text = text.trim_start_matches('\u{feff}');
        let value = match self {
            Self::Json => serde_json::from_str::<Value>(text).map_err(|e| {
                let what = e.to_string();
                let what = what.split(" at line ").next().unwrap_or_default().to_owned();
                malformed("JSON", e.line(), e.column(), what)
            })?,
            Self::Toml => from_toml(toml::from_str::<toml::Table>(text).map_err(|e| {
                let (line, column) = position(text, e.span().map_or(0, |span| span.start));
                malformed("TOML", line, column, e.message().to_owned())
            })?),
        };
        limits.check_value(&value)?;
        Ok(value)
    }
}

fn malformed(language: &str, line: usize, column: usize, what: String) -> Error {
    DocumentError::Syntax { language: language.into(), line, column, what }.into()
}

fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
    (line, column)
}

fn from_toml(table: toml::Table) -> Value {
    fn one(value: toml::Value) -> Value {
        match value {
            toml::Value::String(s) => Value::Text(s),
            toml::Value::Integer(i) => Value::Int(i.into()),
            toml::Value::Float(x) => Value::Float(x),
            toml::Value::Boolean(b) => Value::Bool(b),
            toml::Value::Datetime(d) => Value::Text(d.to_string()),
            toml::Value::Array(items) => Value::List(items.into_iter().map(one).collect()),
            toml::Value::Table(table) => from_toml(table),
        }
    }
    Value::Map(table.into_iter().map(|(k, v)| (k, one(v))).collect())
}

/// A type that is read from a document: drafted by serde with unknown fields denied, then checked once.
///
/// Implementors give [`FORMAT`](Self::FORMAT), the draft and the check; `parse` and `from_value` come with it. The
/// draft's own `format` field is read here, so drafts do not declare it.
pub trait Document: Sized {
    /// The format with its major version, such as `shequ.scheme/1`.
    const FORMAT: &'static str;
    /// The word that paths start with, such as `scheme`.
    const ROOT: &'static str;
    /// The shape as serde reads it.
    type Draft: DeserializeOwned;

    /// Checks a draft; every fault is reported, with its path below [`ROOT`](Self::ROOT) left to the caller.
    ///
    /// # Errors
    /// The faults of the module.
    fn check(draft: Self::Draft) -> Result<Self>;

    /// Reads a JSON or TOML text, whichever it is.
    ///
    /// # Errors
    /// The faults of [`DocumentError`] and of the module.
    fn parse(text: &str) -> Result<Self> {
        Self::parse_as(Syntax::guess(text), text, Limits::default())
    }

    /// Reads a text of a known language within limits.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    fn parse_as(syntax: Syntax, text: &str, limits: Limits) -> Result<Self> {
        Self::read(syntax.parse(text, limits)?)
    }

    /// Reads a plain value, which a binding made of a host object.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    fn from_value(value: Value) -> Result<Self> {
        Limits::default().check_value(&value)?;
        Self::read(value)
    }

    #[doc(hidden)]
    fn read(value: Value) -> Result<Self> {
        read_formatted(value)
    }
}

/// A draft as the document that it was read from: its format first.
///
/// ```
/// use shequ::kernel::{Document, canonical, written};
/// use shequ::participation::timeline::Procedure;
/// let text = r#"{"format":"shequ.procedure/1","id":"p","label":"p","rest_days":"stand","steps":[{"key":"a","kind":"poll","label":"a"}]}"#;
/// let procedure = Procedure::parse(text)?;
/// assert_eq!(Procedure::from_value(written::<Procedure>(procedure.draft())?)?, procedure);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// # Errors
/// `not-plain` for a draft that has no plain form, which none of this library is.
pub fn written<D: Document<Draft: Serialize>>(draft: &D::Draft) -> Result<Value> {
    let mut entries = vec![("format".to_owned(), Value::from(D::FORMAT))];
    if let Value::Map(rest) = super::to_value(draft)? {
        entries.extend(rest);
    }
    Ok(Value::Map(entries))
}

/// Reads a value that names its format.
pub(crate) fn read_formatted<D: Document>(mut value: Value) -> Result<D> {
    let mut faults = Faults::new();
    if let Value::Map(entries) = &mut value {
        match entries.iter().position(|(key, _)| key == "format") {
            None => faults.push(D::ROOT, DocumentError::MissingField { field: "format".into() }),
            Some(at) => named::<D>(&entries.remove(at).1, D::ROOT)?,
        }
    }
    let draft = read_draft::<D::Draft>(value).map_err(|e| e.under(D::ROOT));
    let draft = faults.take("", draft);
    faults.into_result()?;
    match draft {
        Some(draft) => D::check(draft).map_err(|e| e.under(D::ROOT)),
        // `take` gave nothing only with a fault noted, which returned above.
        None => Err(DocumentError::MissingField { field: D::ROOT.into() }.into()),
    }
}

/// The same where a document of another kind stands below a key: it may name its own format, or leave it out.
pub(crate) fn read_holding<D: Document, I: Document>(mut value: Value, key: &str) -> Result<D> {
    if let Value::Map(entries) = &mut value
        && let Some((_, Value::Map(inner))) = entries.iter_mut().find(|(name, _)| name == key)
        && let Some(at) = inner.iter().position(|(name, _)| name == "format")
    {
        named::<I>(&inner.remove(at).1, &format!("{}.{key}", D::ROOT))?;
    }
    read_formatted(value)
}

/// Refuses another format than that of a document.
fn named<D: Document>(format: &Value, place: &str) -> Result<()> {
    let got = format.as_text().unwrap_or_else(|| format.kind());
    if got == D::FORMAT {
        return Ok(());
    }
    let cause = DocumentError::WrongFormat { got: got.into(), expected: D::FORMAT.into() };
    Err(Error::at(format!("{place}.format"), cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Draft {
        name: String,
        #[serde(default)]
        sizes: Vec<u32>,
    }

    #[derive(Debug)]
    struct Shelf(String, u32);

    impl Document for Shelf {
        const FORMAT: &'static str = "test.shelf/1";
        const ROOT: &'static str = "shelf";
        type Draft = Draft;

        fn check(draft: Draft) -> Result<Self> {
            Ok(Self(draft.name, draft.sizes.iter().sum()))
        }
    }

    fn codes(text: &str) -> Vec<(String, &'static str)> {
        Shelf::parse(text).unwrap_err().faults().map(|f| (f.path().to_owned(), f.code())).collect()
    }

    #[test]
    fn reads_json_and_toml() {
        let json = Shelf::parse(r#"{"format": "test.shelf/1", "name": "a", "sizes": [1, 2]}"#).unwrap();
        let toml = Shelf::parse("format = \"test.shelf/1\"\nname = \"a\"\nsizes = [1, 2]").unwrap();
        assert_eq!((json.0, json.1), (toml.0, toml.1));
    }

    #[test]
    fn reports_every_structural_fault_with_its_path() {
        assert_eq!(
            codes(r#"{"format": "test.shelf/1", "nmae": 1, "sizes": [1, "x", 2, -3], "name": 7}"#),
            [
                ("shelf.nmae".to_owned(), "unknown-field"),
                ("shelf.sizes[1]".to_owned(), "wrong-kind"),
                ("shelf.sizes[3]".to_owned(), "wrong-kind"),
                ("shelf.name".to_owned(), "wrong-kind"),
            ]
        );
        assert_eq!(codes("{}"), [("shelf".to_owned(), "missing-field"), ("shelf".to_owned(), "missing-field")]);
    }

    #[test]
    fn names_format_and_syntax() {
        assert_eq!(codes(r#"{"format": "test.shelf/2"}"#), [("shelf.format".to_owned(), "wrong-format")]);
        assert_eq!(codes("{\"format\": \n"), [(String::new(), "malformed")]);
        assert_eq!(codes(r#"{"format": "test.shelf/1", "name": "a", "name": "b"}"#), [(String::new(), "malformed")]);
        assert_eq!(codes("name = "), [(String::new(), "malformed")]);
    }
}
