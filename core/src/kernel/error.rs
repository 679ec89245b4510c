//! Errors as data: a stable code, the path of the offending input, a message and a help.
//!
//! Each module declares its faults once with `faults!`, which gives the enum, the messages, the helps and the
//! catalogue from which `docs/errors.md` is written. An [`Error`] carries every fault that was found, not the first.

use std::any::Any;
use std::fmt;

/// The family of a fault; bindings map each to an exception class of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Class {
    /// A text that is no document: syntax, shape, size.
    Document,
    /// A number, a day, a code or another single value.
    Value,
    /// A rule pack.
    Pack,
    /// Units, posts, relations and events.
    Organisation,
    /// Facts and questions of a decision.
    Participation,
    /// An evaluation scheme and its data.
    Scheme,
    /// A territory and its plans.
    Grid,
    /// A log and its chain.
    Log,
    /// The caller stopped the work.
    Stopped,
}

impl Class {
    /// Every class, in the order of the documentation.
    pub const ALL: [Self; 9] = [
        Self::Document,
        Self::Value,
        Self::Pack,
        Self::Organisation,
        Self::Participation,
        Self::Scheme,
        Self::Grid,
        Self::Log,
        Self::Stopped,
    ];

    /// The name of the exception class in every language, such as `SchemeError`.
    pub const fn exception(self) -> &'static str {
        match self {
            Self::Document => "DocumentError",
            Self::Value => "ValueFault",
            Self::Pack => "PackError",
            Self::Organisation => "OrganisationError",
            Self::Participation => "ParticipationError",
            Self::Scheme => "SchemeError",
            Self::Grid => "GridError",
            Self::Log => "LogError",
            Self::Stopped => "Stopped",
        }
    }
}

/// What a module's fault enum offers; written by the macro `faults!`.
pub trait Coded: std::error::Error + Any + Send + Sync {
    /// The family, which is the exception class in the bindings.
    fn class(&self) -> Class;
    /// The stable kebab-case code.
    fn code(&self) -> &'static str;
    /// What to do about it, in one sentence or line; empty where the message says it.
    fn help(&self) -> String;
}

/// One line of the catalogue of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeEntry {
    /// The family.
    pub class: Class,
    /// The stable code.
    pub code: &'static str,
    /// The message, with its fields in braces.
    pub message: &'static str,
    /// The help, with its fields in braces.
    pub help: &'static str,
}

/// Declares the fault enum of a module.
///
/// ```text
/// faults! {
///     /// Faults of a shopping list.
///     pub enum ListError: Value {
///         /// The list has nothing on it.
///         Empty => "list-empty", "the list is empty", "add an item";
///         /// An item costs too much.
///         Dear { item: String, cents: i64 } => "item-dear", "`{item}` costs {cents}", "leave `{item}` out";
///     }
/// }
/// ```
macro_rules! faults {
    (
        $(#[$meta:meta])*
        pub enum $name:ident: $class:ident {
            $(
                $(#[$vmeta:meta])*
                $variant:ident $({ $($field:ident: $ty:ty),* $(,)? })? => $code:literal, $message:literal, $help:literal;
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$vmeta])*
                $variant $({ $(#[allow(missing_docs, reason = "the message names it")] $field: $ty),* })?,
            )*
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $( #[allow(unused_variables, reason = "a message need not show every field")]
                       Self::$variant $({ $($field),* })? => write!(f, $message), )*
                }
            }
        }

        impl ::std::error::Error for $name {}

        impl $crate::kernel::Coded for $name {
            fn class(&self) -> $crate::kernel::Class {
                $crate::kernel::Class::$class
            }

            fn code(&self) -> &'static str {
                match self { $( Self::$variant { .. } => $code, )* }
            }

            fn help(&self) -> String {
                match self {
                    $( #[allow(unused_variables, clippy::useless_format, reason = "a help need not show every field")]
                       Self::$variant $({ $($field),* })? => format!($help), )*
                }
            }
        }

        impl $name {
            /// Every code of this enum with its message and help.
            pub const CATALOGUE: &'static [$crate::kernel::CodeEntry] = &[
                $( $crate::kernel::CodeEntry {
                    class: $crate::kernel::Class::$class,
                    code: $code,
                    message: $message,
                    help: $help,
                }, )*
            ];
        }
    };
}

pub(crate) use faults;

/// One fault: where, and what.
#[derive(Debug)]
pub struct Fault {
    path: String,
    cause: Box<dyn Coded>,
}

impl Fault {
    /// A fault at a path such as `scheme.groups[2].points`.
    pub fn at(path: impl Into<String>, cause: impl Coded) -> Self {
        Self { path: path.into(), cause: Box::new(cause) }
    }

    /// The family.
    pub fn class(&self) -> Class {
        self.cause.class()
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.cause.code()
    }

    /// The path of the offending input; empty where the fault has no place.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong, without path and help.
    pub fn message(&self) -> String {
        self.cause.to_string()
    }

    /// What to do about it; may be empty.
    pub fn help(&self) -> String {
        self.cause.help()
    }

    /// The typed cause, where the caller knows its module.
    pub fn cause<E: Coded>(&self) -> Option<&E> {
        let any: &dyn Any = self.cause.as_ref();
        any.downcast_ref()
    }

    /// The same fault below a longer path.
    fn under(mut self, prefix: &str) -> Self {
        self.path = join(prefix, &self.path);
        self
    }
}

fn join(prefix: &str, path: &str) -> String {
    match (prefix.is_empty(), path.is_empty()) {
        (true, _) => path.to_owned(),
        (_, true) => prefix.to_owned(),
        _ if path.starts_with('[') => format!("{prefix}{path}"),
        _ => format!("{prefix}.{path}"),
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}] ", self.class().exception(), self.code())?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{}", self.cause)?;
        let help = self.help();
        if !help.is_empty() {
            write!(f, "\n  help: {help}")?;
        }
        Ok(())
    }
}

/// The most faults that one error carries; the rest are counted.
pub const MOST_FAULTS: usize = 100;

/// What every fallible function of the library returns: at least one fault, and all that were found.
#[derive(Debug)]
pub struct Error {
    first: Fault,
    more: Vec<Fault>,
    left_out: usize,
}

/// The result of the library's fallible functions.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// One fault at a path.
    pub fn at(path: impl Into<String>, cause: impl Coded) -> Self {
        Self::from(Fault::at(path, cause))
    }

    /// Every fault, in the order of the document.
    pub fn faults(&self) -> impl Iterator<Item = &Fault> {
        std::iter::once(&self.first).chain(&self.more)
    }

    /// The first fault, which gives an exception its class, code and path.
    pub const fn first(&self) -> &Fault {
        &self.first
    }

    /// How many faults were found, those left out for being too many included.
    pub const fn count(&self) -> usize {
        1 + self.more.len() + self.left_out
    }

    /// The same faults with other paths, where a document was translated before it was checked.
    pub(crate) fn moved(self, path: impl Fn(&str) -> String) -> Self {
        let fault = |fault: Fault| Fault { path: path(&fault.path), ..fault };
        Self { first: fault(self.first), more: self.more.into_iter().map(fault).collect(), left_out: self.left_out }
    }

    /// The same faults below a longer path.
    pub fn under(self, prefix: &str) -> Self {
        Self {
            first: self.first.under(prefix),
            more: self.more.into_iter().map(|f| f.under(prefix)).collect(),
            left_out: self.left_out,
        }
    }
}

impl From<Fault> for Error {
    fn from(first: Fault) -> Self {
        Self { first, more: Vec::new(), left_out: 0 }
    }
}

impl<E: Coded> From<E> for Error {
    fn from(cause: E) -> Self {
        Self::at("", cause)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        for fault in &self.more {
            write!(f, "\n{fault}")?;
        }
        if self.left_out > 0 {
            write!(f, "\nand {} more", self.left_out)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// Collects faults while a document is checked, so that five faults are reported as five.
#[derive(Debug, Default)]
pub struct Faults {
    found: Vec<Fault>,
    left_out: usize,
}

impl Faults {
    /// An empty collection.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a fault.
    pub fn push(&mut self, path: impl Into<String>, cause: impl Coded) {
        self.add(Fault::at(path, cause));
    }

    /// Notes a fault that is already made.
    pub fn add(&mut self, fault: Fault) {
        if self.found.len() < MOST_FAULTS {
            self.found.push(fault);
        } else {
            self.left_out += 1;
        }
    }

    /// Notes every fault of an error below a path.
    pub fn extend(&mut self, prefix: &str, error: Error) {
        let error = error.under(prefix);
        self.left_out += error.left_out;
        self.add(error.first);
        for fault in error.more {
            self.add(fault);
        }
    }

    /// The value of a result, or its faults noted below a path.
    pub fn take<T>(&mut self, prefix: &str, result: Result<T>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.extend(prefix, error);
                None
            }
        }
    }

    /// Notes every fault of another collection.
    pub fn append(&mut self, other: Self) {
        self.left_out += other.left_out;
        for fault in other.found {
            self.add(fault);
        }
    }

    /// Whether nothing was found.
    pub const fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many are kept, at most [`MOST_FAULTS`].
    pub const fn len(&self) -> usize {
        self.found.len()
    }

    /// `Ok` if nothing was found.
    pub fn into_result(self) -> Result<()> {
        let mut found = self.found.into_iter();
        match found.next() {
            None => Ok(()),
            Some(first) => Err(Error { first, more: found.collect(), left_out: self.left_out }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    faults! {
        /// For the tests below.
        pub enum Sample: Scheme {
            /// A plain one.
            Plain => "plain", "it is plain", "";
            /// One with fields.
            Sum { sum: i64, expected: i64 } => "sum", "weights sum to {sum}, expected {expected}", "add {expected} - {sum}";
        }
    }

    #[test]
    fn message_names_path_and_help() {
        let error = Error::at("scheme.groups[2]", Sample::Sum { sum: 95, expected: 100 });
        assert_eq!(
            error.to_string(),
            "SchemeError [sum] scheme.groups[2]: weights sum to 95, expected 100\n  help: add 100 - 95"
        );
        assert_eq!(error.first().cause::<Sample>(), Some(&Sample::Sum { sum: 95, expected: 100 }));
    }

    #[test]
    fn every_fault_is_kept_up_to_the_limit_and_the_rest_counted() {
        let mut faults = Faults::new();
        for i in 0..MOST_FAULTS + 7 {
            faults.push(format!("[{i}]"), Sample::Plain);
        }
        let error = faults.into_result().unwrap_err().under("list");
        assert_eq!(error.count(), MOST_FAULTS + 7);
        assert_eq!(error.first().path(), "list[0]");
        assert!(error.to_string().ends_with("and 7 more"));
    }

    #[test]
    fn codes_of_the_catalogue_are_kebab_case() {
        for entry in Sample::CATALOGUE {
            assert!(entry.code.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()));
        }
    }
}
