//! What every module speaks: ids, days and periods, exact numbers, bilingual text, explanations and errors.
//!
//! | for | types |
//! |---|---|
//! | numbers | [`Ratio`], [`Rate`], [`Decimal`] with [`Rounding`], [`Area`], [`Money`]; [`Real`] in statistics |
//! | time | [`Day`], [`Period`], [`WithinDays`], [`Span`], [`Calendar`] |
//! | words | [`Text`], [`Lang`], [`Key`] |
//! | answers | [`Explanation`], [`Status`], [`Citation`], [`Certainty`], [`Quantity`] |
//! | documents | [`Document`], [`Value`], [`Syntax`], [`Limits`] |
//! | results | [`canonical`], [`Digest`], [`to_value`] |
//! | faults | [`Error`], [`Fault`], [`Coded`], [`Class`] |
//! | records | [`Log`], [`SealedTexts`] |
//! | shares | [`apportion`] and [`lot`], [`suppress`] |
//! | long work | [`Progress`], [`Unwatched`] |

mod apportion;
mod calendar;
mod canonical;
pub(crate) mod day;
mod decimal;
pub(crate) mod document;
pub(crate) mod draft;
mod emit;
pub(crate) mod error;
mod explain;
pub(crate) mod id;
mod limits;
mod log;
mod measure;
pub(crate) mod places;
pub(crate) mod progress;
mod ratio;
mod real;
mod sealed;
mod suppress;
mod text;
mod value;
mod writer;

pub use apportion::{
    ApportionError, ApportionMethod, Apportionment, Claim, MOST_SEATS, SeatPriority, SeatTie, apportion, lot,
};
pub use calendar::{Calendar, CalendarError, DayKind, Run};
pub use canonical::{Digest, DigestError, canonical};
pub use day::{Day, DayError, Likely, Period, Span, WithinDays};
pub use decimal::{Decimal, MAX_SCALE, NumberError, Rounding};
pub use document::{Document, DocumentError, Syntax, written};
pub use emit::to_value;
pub use error::{Class, CodeEntry, Coded, Error, Fault, Faults, MOST_FAULTS, Result};
pub use explain::{Certainty, Citation, Explanation, How, Input, Quantity, Status, escape};
pub use id::{Id, Key, KeyError, KeyTable};
pub use limits::Limits;
pub use log::{Entry, Log, LogCheck, LogError, NewEntry, Opened};
pub use measure::{Area, Money};
pub use progress::{Progress, StopError, Unwatched, tick};
pub use ratio::{Rate, Ratio};
pub use real::Real;
pub use sealed::{Salt, SealedTexts};
pub use suppress::{Bounds, CountsError, Suppressed, suppress};
pub use text::{Lang, Text};
pub use value::Value;
