//! From any serde type to a [`Value`], the way out of the library.

use serde::Serialize;
use serde::ser::{
    self, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant, Serializer,
};

use super::{DocumentError, Error, NumberError, Result, Value};

/// The plain value of a result.
///
/// # Errors
/// `not-finite` for a NaN or an infinity, `not-plain` for a map whose keys are no texts.
pub fn to_value(result: &impl Serialize) -> Result<Value> {
    result.serialize(Emitter).map_err(|Refused(error)| error)
}

/// What a serializer refuses.
#[derive(Debug)]
pub(super) struct Refused(pub(super) Error);

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Refused {}

impl ser::Error for Refused {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self(DocumentError::NotPlain { got: message.to_string() }.into())
    }
}

/// The serializer that makes a [`Value`].
pub(super) struct Emitter;

macro_rules! whole {
    ($($method:ident $ty:ty),*) => {$(
        fn $method(self, v: $ty) -> Result<Value, Refused> {
            Ok(Value::Int(v.into()))
        }
    )*};
}

impl Serializer for Emitter {
    type Ok = Value;
    type Error = Refused;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Entries;
    type SerializeStruct = Entries;
    type SerializeStructVariant = Entries;

    whole!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_i128 i128,
        serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);

    fn serialize_bool(self, v: bool) -> Result<Value, Refused> {
        Ok(Value::Bool(v))
    }

    fn serialize_f32(self, v: f32) -> Result<Value, Refused> {
        self.serialize_f64(v.into())
    }

    fn serialize_f64(self, v: f64) -> Result<Value, Refused> {
        if v.is_finite() { Ok(Value::Float(v)) } else { Err(Refused(NumberError::NotFinite.into())) }
    }

    fn serialize_char(self, v: char) -> Result<Value, Refused> {
        Ok(Value::Text(v.into()))
    }

    fn serialize_str(self, v: &str) -> Result<Value, Refused> {
        Ok(v.into())
    }

    fn serialize_bytes(self, v: &[u8]) -> Result<Value, Refused> {
        Ok(Value::List(v.iter().map(|b| Value::Int((*b).into())).collect()))
    }

    fn serialize_none(self) -> Result<Value, Refused> {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, v: &T) -> Result<Value, Refused> {
        v.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, Refused> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Refused> {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Value, Refused> {
        Ok(variant.into())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, v: &T) -> Result<Value, Refused> {
        v.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        v: &T,
    ) -> Result<Value, Refused> {
        Ok(Value::Map(vec![(variant.to_owned(), v.serialize(Self)?)]))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items, Refused> {
        Ok(Items { items: Vec::new(), variant: None })
    }

    fn serialize_tuple(self, _: usize) -> Result<Items, Refused> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items, Refused> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items, Refused> {
        Ok(Items { items: Vec::new(), variant: Some(variant) })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries, Refused> {
        Ok(Entries { pairs: Vec::new(), key: None, variant: None })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries, Refused> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries, Refused> {
        Ok(Entries { pairs: Vec::new(), key: None, variant: Some(variant) })
    }
}

fn tagged(variant: Option<&'static str>, value: Value) -> Value {
    match variant {
        Some(name) => Value::Map(vec![(name.to_owned(), value)]),
        None => value,
    }
}

pub(super) struct Items {
    items: Vec<Value>,
    variant: Option<&'static str>,
}

macro_rules! items {
    ($($trait:ident $method:ident),*) => {$(
        impl $trait for Items {
            type Ok = Value;
            type Error = Refused;
            fn $method<T: Serialize + ?Sized>(&mut self, v: &T) -> Result<(), Refused> {
                self.items.push(v.serialize(Emitter)?);
                Ok(())
            }
            fn end(self) -> Result<Value, Refused> {
                Ok(tagged(self.variant, Value::List(self.items)))
            }
        }
    )*};
}
items!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field);

pub(super) struct Entries {
    pairs: Vec<(String, Value)>,
    key: Option<String>,
    variant: Option<&'static str>,
}

impl SerializeMap for Entries {
    type Ok = Value;
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
        self.pairs.push((key, v.serialize(Emitter)?));
        Ok(())
    }

    fn end(self) -> Result<Value, Refused> {
        Ok(tagged(self.variant, Value::Map(self.pairs)))
    }
}

macro_rules! fields {
    ($($trait:ident),*) => {$(
        impl $trait for Entries {
            type Ok = Value;
            type Error = Refused;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, v: &T) -> Result<(), Refused> {
                self.pairs.push((key.to_owned(), v.serialize(Emitter)?));
                Ok(())
            }
            fn end(self) -> Result<Value, Refused> {
                Ok(tagged(self.variant, Value::Map(self.pairs)))
            }
        }
    )*};
}
fields!(SerializeStruct, SerializeStructVariant);
