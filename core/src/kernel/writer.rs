//! Canonical JSON, written as serde hands the parts over: no tree in between.
//!
//! An object's entries are written one after the other, and put in order once it ends, if they were not in order
//! already. What waits for that lies in one list for all open objects, so that an object allocates nothing.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::{self, Write as _};

use serde::ser::{
    self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::canonical::MAX_SAFE;
use super::emit::{Emitter, Refused};
use super::{NumberError, Result, Value};

/// The text so far, and what is known of the objects that are still open.
#[derive(Default)]
pub(super) struct Writer {
    out: String,
    /// The entries of open objects, those of the innermost last.
    entries: Vec<Entry>,
    /// Where entries are put in order.
    scratch: String,
}

/// An entry of an open object: its key, and where it stands in the text, with the comma after it.
struct Entry {
    key: Cow<'static, str>,
    from: usize,
    to: usize,
}

impl Writer {
    /// The canonical text of a result.
    pub(super) fn write(result: &impl Serialize) -> Result<String> {
        let mut writer = Self::default();
        result.serialize(&mut writer).map_err(|Refused(error)| error)?;
        Ok(writer.out)
    }

    fn whole(&mut self, number: i128) {
        // Writing to a string does not fail.
        let _ = match i64::try_from(number) {
            Ok(small) if number.unsigned_abs() <= MAX_SAFE.unsigned_abs() => write!(self.out, "{small}"),
            _ => write!(self.out, "\"{number}\""),
        };
    }

    fn text(&mut self, text: &str) {
        self.out.push('"');
        escape(&mut self.out, text);
        self.out.push('"');
    }

    /// Opens the object that names the variant of an enum.
    fn variant(&mut self, name: &str) {
        self.out.push('{');
        self.text(name);
        self.out.push(':');
    }

    fn list(&mut self, tagged: bool) -> Items<'_> {
        self.out.push('[');
        Items { empty: self.out.len(), writer: self, tagged }
    }

    fn object(&mut self, tagged: bool) -> Entries<'_> {
        self.out.push('{');
        Entries { start: self.out.len(), first: self.entries.len(), key: None, writer: self, tagged }
    }

    /// Ends a list or an object that began at a place: without the comma after its last part.
    fn end(&mut self, start: usize, sign: char, tagged: bool) {
        if self.out.len() > start {
            self.out.pop();
        }
        self.out.push(sign);
        if tagged {
            self.out.push('}');
        }
    }

    /// Puts the entries of the innermost object in the order of their keys.
    fn sort(&mut self, start: usize, first: usize) {
        let Some(own) = self.entries.get_mut(first..) else { return };
        if !own.is_sorted_by(|a, b| order(&a.key, &b.key).is_le()) {
            own.sort_by(|a, b| order(&a.key, &b.key));
            self.scratch.clear();
            for entry in own {
                self.scratch.push_str(self.out.get(entry.from..entry.to).unwrap_or_default());
            }
            self.out.truncate(start);
            self.out.push_str(&self.scratch);
        }
        self.entries.truncate(first);
    }
}

/// The order of two texts by their UTF-16 units.
///
/// It is that of their bytes, except that signs of two units (lead bytes from F0) come before those from U+E000 on (lead
/// bytes EE and EF). The first bytes that differ are both lead bytes, or follow the same one.
fn order(a: &str, b: &str) -> Ordering {
    match a.bytes().zip(b.bytes()).find(|(x, y)| x != y) {
        None => a.len().cmp(&b.len()),
        Some((x, y)) if x >= 0xEE && y >= 0xEE && (x >= 0xF0) != (y >= 0xF0) => y.cmp(&x),
        Some((x, y)) => x.cmp(&y),
    }
}

/// Writes a text as it stands between quotation marks.
fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|b| b < b' ' || b == b'"' || b == b'\\') {
        let (plain, sign) = (rest.get(..at).unwrap_or_default(), rest.as_bytes().get(at).copied().unwrap_or_default());
        out.push_str(plain);
        match sign {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            0x08 => out.push_str("\\b"),
            b'\t' => out.push_str("\\t"),
            b'\n' => out.push_str("\\n"),
            0x0C => out.push_str("\\f"),
            b'\r' => out.push_str("\\r"),
            other => {
                // Writing to a string does not fail.
                let _ = write!(out, "\\u{other:04x}");
            }
        }
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// A text that is escaped as it is formatted.
struct Escaping<'o>(&'o mut String);

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        escape(self.0, text);
        Ok(())
    }
}

macro_rules! whole {
    ($($method:ident $ty:ty),*) => {$(
        fn $method(self, v: $ty) -> Result<(), Refused> {
            self.whole(v.into());
            Ok(())
        }
    )*};
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Items<'w>;
    type SerializeTuple = Items<'w>;
    type SerializeTupleStruct = Items<'w>;
    type SerializeTupleVariant = Items<'w>;
    type SerializeMap = Entries<'w>;
    type SerializeStruct = Entries<'w>;
    type SerializeStructVariant = Entries<'w>;

    whole!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_i128 i128,
        serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);

    fn serialize_bool(self, v: bool) -> Result<(), Refused> {
        self.out.push_str(if v { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, v: f32) -> Result<(), Refused> {
        self.serialize_f64(v.into())
    }

    fn serialize_f64(self, v: f64) -> Result<(), Refused> {
        if !v.is_finite() {
            return Err(Refused(NumberError::NotFinite.into()));
        }
        self.out.push_str(ryu_js::Buffer::new().format(v));
        Ok(())
    }

    fn serialize_char(self, v: char) -> Result<(), Refused> {
        self.serialize_str(v.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, v: &str) -> Result<(), Refused> {
        self.text(v);
        Ok(())
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, v: &T) -> Result<(), Refused> {
        self.out.push('"');
        write!(Escaping(&mut self.out), "{v}").map_err(ser::Error::custom)?;
        self.out.push('"');
        Ok(())
    }

    fn serialize_bytes(self, v: &[u8]) -> Result<(), Refused> {
        self.collect_seq(v)
    }

    fn serialize_none(self) -> Result<(), Refused> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, v: &T) -> Result<(), Refused> {
        v.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Refused> {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Refused> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Refused> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, v: &T) -> Result<(), Refused> {
        v.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        v: &T,
    ) -> Result<(), Refused> {
        self.variant(variant);
        v.serialize(&mut *self)?;
        self.out.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'w>, Refused> {
        Ok(self.list(false))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'w>, Refused> {
        Ok(self.list(false))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'w>, Refused> {
        Ok(self.list(false))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'w>, Refused> {
        self.variant(variant);
        Ok(self.list(true))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'w>, Refused> {
        Ok(self.object(false))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries<'w>, Refused> {
        Ok(self.object(false))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries<'w>, Refused> {
        self.variant(variant);
        Ok(self.object(true))
    }
}

/// A list that is being written.
pub(super) struct Items<'w> {
    writer: &'w mut Writer,
    /// Where the text ends while nothing is in it.
    empty: usize,
    tagged: bool,
}

macro_rules! items {
    ($($trait:ident $method:ident),*) => {$(
        impl $trait for Items<'_> {
            type Ok = ();
            type Error = Refused;
            fn $method<T: Serialize + ?Sized>(&mut self, v: &T) -> Result<(), Refused> {
                v.serialize(&mut *self.writer)?;
                self.writer.out.push(',');
                Ok(())
            }
            fn end(self) -> Result<(), Refused> {
                self.writer.end(self.empty, ']', self.tagged);
                Ok(())
            }
        }
    )*};
}
items!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field);

/// An object that is being written.
pub(super) struct Entries<'w> {
    writer: &'w mut Writer,
    /// Where its entries begin in the text, and which in the list is its first.
    start: usize,
    first: usize,
    key: Option<String>,
    tagged: bool,
}

impl Entries<'_> {
    fn entry<T: Serialize + ?Sized>(&mut self, key: Cow<'static, str>, v: &T) -> Result<(), Refused> {
        let from = self.writer.out.len();
        self.writer.text(&key);
        self.writer.out.push(':');
        v.serialize(&mut *self.writer)?;
        self.writer.out.push(',');
        self.writer.entries.push(Entry { key, from, to: self.writer.out.len() });
        Ok(())
    }

    fn finish(self) {
        self.writer.sort(self.start, self.first);
        self.writer.end(self.start, '}', self.tagged);
    }
}

impl SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = Refused;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refused> {
        self.key = Some(match key.serialize(Emitter)? {
            Value::Text(text) => text,
            Value::Int(i) => i.to_string(),
            other => return Err(ser::Error::custom(format!("a key that is {}", other.kind()))),
        });
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, v: &T) -> Result<(), Refused> {
        let key = self.key.take().unwrap_or_default();
        self.entry(Cow::Owned(key), v)
    }

    fn end(self) -> Result<(), Refused> {
        self.finish();
        Ok(())
    }
}

macro_rules! fields {
    ($($trait:ident),*) => {$(
        impl $trait for Entries<'_> {
            type Ok = ();
            type Error = Refused;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, v: &T) -> Result<(), Refused> {
                self.entry(Cow::Borrowed(key), v)
            }
            fn end(self) -> Result<(), Refused> {
                self.finish();
                Ok(())
            }
        }
    )*};
}
fields!(SerializeStruct, SerializeStructVariant);

#[cfg(test)]
mod tests;
