//! Results as classes: one getter a field, exact numbers as Python's, and the plain form beside it.

use shequ::kernel::{
    Area, Citation, Day, Decimal, Digest, Explanation, Key, Money, Quantity, Rate, Ratio, Real, Status, Text,
};
use shequ::kernel::{Value, WithinDays};

use super::number::{DayOut, DecimalOut, FractionOut, QuantityOut};
use super::plain::ValueOut;
use super::text::{PyText, StatusOut};
use crate::explain::{PyCitation, PyExplanation};

/// What a field of a result becomes in Python.
pub trait Field {
    /// Its Python side.
    type Out;
    /// Converts it.
    fn out(&self) -> Self::Out;
}

macro_rules! fields {
    ($($ty:ty => $out:ty: $convert:expr),* $(,)?) => {$(
        impl Field for $ty {
            type Out = $out;
            fn out(&self) -> $out {
                let convert: fn(&$ty) -> $out = $convert;
                convert(self)
            }
        }
    )*};
}

fields! {
    bool => bool: |b| *b,
    u8 => u8: |n| *n,
    f64 => f64: |x| *x,
    Real => f64: |x| x.get(),
    u32 => u32: |n| *n,
    i32 => i32: |n| *n,
    u64 => u64: |n| *n,
    i64 => i64: |n| *n,
    usize => usize: |n| *n,
    String => String: Clone::clone,
    Key => String: ToString::to_string,
    Digest => String: ToString::to_string,
    WithinDays => String: ToString::to_string,
    Text => PyText: |t| PyText(t.clone()),
    Decimal => DecimalOut: |d| DecimalOut(*d),
    Area => DecimalOut: |a| DecimalOut(a.to_decimal().shortest()),
    Money => DecimalOut: |m| DecimalOut(m.to_decimal()),
    Ratio => FractionOut: |r| FractionOut(r.clone()),
    Rate => FractionOut: |r| FractionOut(r.to_ratio()),
    Day => DayOut: |d| DayOut(*d),
    Status => StatusOut: |s| StatusOut(*s),
    Quantity => QuantityOut: |q| QuantityOut(q.clone()),
    Citation => PyCitation: |c| PyCitation(c.clone()),
    Explanation => PyExplanation: |e| PyExplanation::from(e.clone()),
    Value => ValueOut: |v| ValueOut(v.clone()),
}

impl<T: Field> Field for Option<T> {
    type Out = Option<T::Out>;
    fn out(&self) -> Self::Out {
        self.as_ref().map(Field::out)
    }
}

impl<T: Field> Field for Box<T> {
    type Out = T::Out;
    fn out(&self) -> Self::Out {
        T::out(self)
    }
}

impl<T: Field> Field for Vec<T> {
    type Out = Vec<T::Out>;
    fn out(&self) -> Self::Out {
        self.iter().map(Field::out).collect()
    }
}

/// Closed lists, which are words in Python too.
macro_rules! closed {
    ($($ty:ty),* $(,)?) => {$(
        impl $crate::convert::record::Field for $ty {
            type Out = $crate::convert::text::Word;
            fn out(&self) -> $crate::convert::text::Word {
                $crate::convert::text::Word::of(self)
            }
        }
    )*};
}
pub(crate) use closed;

closed!(shequ::kernel::Certainty, shequ::kernel::How, shequ::kernel::Rounding);

/// Declares the class of a result: its getters, its plain form and how it is shown.
macro_rules! record {
    (
        $(#[$meta:meta])* $py:ident($name:literal, $core:ty) {
            $($(#[$doc:meta])* $field:ident: $ty:ty),* $(,)?
        }
        $(with { $($extra:tt)* })?
    ) => {
        $(#[$meta])*
        #[::pyo3::pyclass(module = "shequ", name = $name, frozen, eq)]
        #[derive(Debug, Clone, PartialEq)]
        pub struct $py(pub $core);

        impl $crate::convert::record::Field for $core {
            type Out = $py;
            fn out(&self) -> $py {
                $py(self.clone())
            }
        }

        #[::pyo3::pymethods]
        impl $py {
            $(
                $(#[$doc])*
                #[getter]
                fn $field(&self) -> <$ty as $crate::convert::record::Field>::Out {
                    $crate::convert::record::Field::out(&self.0.$field)
                }
            )*

            /// The plain form, the same in every language: exact numbers are texts.
            fn to_dict(&self) -> ::pyo3::PyResult<$crate::convert::PlainMap> {
                $crate::convert::plain::map_of(&self.0)
            }

            fn __repr__(&self) -> ::pyo3::PyResult<String> {
                Ok($crate::html::line($name, &$crate::convert::plain::map_of(&self.0)?.0))
            }

            fn _repr_html_(&self) -> ::pyo3::PyResult<String> {
                Ok($crate::html::value(&$crate::convert::plain::map_of(&self.0)?.0))
            }

            $($($extra)*)?
        }
    };
}
pub(crate) use record;
