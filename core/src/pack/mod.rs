//! Rule packs: law and by-laws as dated data with citations.
//!
//! A [`Pack`] is a document (`shequ.pack/1`, TOML or JSON) of clauses. Each clause says one thing out of a closed
//! list ([`Content`]), names the article it stands in, how surely that text is known, and the days on which it is in
//! force. Packs are loaded together as [`Packs`], which merges their layers; [`Packs::at`] gives the [`Rules`] of a day.
//!
//! ```
//! use shequ::kernel::Lang;
//! use shequ::pack;
//!
//! // How many households does a residents' committee (居民委员会) usually cover?
//! let old = pack::ask(&pack::cn().at("2025-12-31".parse()?), "cn.urc.size.households")?;
//! let new = pack::ask(&pack::cn().at("2026-01-01".parse()?), "cn.urc.size.households")?;
//! assert_eq!(old.says.get(Lang::En), "usually 100 to 700 households");
//! assert_eq!(new.says.get(Lang::En), "usually 1000 to 3000 households");
//! assert!(new.explain().render(Lang::En).contains("art. 3(1) [read in an excerpt]"));
//!
//! // A body's own rules are one more pack, in a lower layer.
//! use shequ::kernel::Document;
//! let by_law = pack::Pack::parse(r#"
//!     format = "shequ.pack/1"
//!     id = "garden"
//!     label = "Rules of the Garden Estate"
//!     layer = "by-law"
//!     read_on = "2026-01-01"
//!     extends = ["cn.owners"]
//!     instruments = [{ id = "rules", title = "Rules", from = "2024-01-01" }]
//!     [[clauses]]
//!     id = "cn.cc.278.part.area"
//!     instrument = "rules"
//!     article = "4"
//!     certainty = "text"
//!     label = "quorum by area"
//!     threshold = { part = "present", base = "entitled", measure = "area", comparison = "at-least", share = "1/2" }
//! "#)?;
//! let packs: Vec<_> = pack::cn().packs().iter().cloned().chain([by_law]).collect();
//! assert_eq!(pack::Packs::new(packs).unwrap_err().first().code(), "override-refused");
//! # Ok::<(), shequ::kernel::Error>(())
//! ```
//!
//! What is not known stays unknown: a clause that nobody has read has no value, a day outside every version has no
//! answer, and nothing is taken from another law instead. Nothing here is legal advice; each pack says on which day its
//! texts were read ([`Pack::read_on`]).

mod caution;
mod check;
mod check_content;
mod checks;
mod clause;
mod deadline;
mod error;
mod gaps;
mod language;
mod packs;
mod page;
mod rules;
#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

pub(crate) use caution::warned;
pub use checks::CheckRule;
pub(crate) use checks::decides;
pub use clause::{Base, Choice, Clause, Comparison, Content, Layer, Measure, Override, Part, Pick, Range, Threshold};
pub use deadline::Deadline;
pub use error::PackError;
pub use gaps::ClauseGap;
pub(crate) use language::stricter;
pub use language::{
    Composition, CountingRule, Figure, Milestone, Predicate, PredicateKind, ProcedureStep, Surplus, TimeUnit, When,
    YearsFull,
};
pub use packs::Packs;
pub(crate) use packs::may_move;
pub use rules::{Lookup, Reason, Rules, ask};

use crate::kernel::{Day, Digest, Document, Limits, Result, Span, Syntax, Text, Value};
use crate::wire::pack::{AtLeastDraft, FallbackDraft, QuestionDraft, RuleDraft};

/// The most clauses that one question decides by.
pub const MOST_CLAUSES: usize = 32;

/// A checked pack of rules, `shequ.pack/1`.
#[derive(Debug, Clone)]
pub struct Pack {
    id: String,
    label: Text,
    layer: Layer,
    read_on: Day,
    extends: Vec<String>,
    clauses: Vec<Clause>,
    questions: Vec<QuestionRule>,
    checks: Vec<CheckRule>,
    /// The canonical JSON of its content, without the format.
    canonical: Arc<str>,
    digest: Digest,
}

impl Pack {
    /// Its name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it holds.
    pub const fn label(&self) -> &Text {
        &self.label
    }

    /// Where its instruments stand in the order of law.
    pub const fn layer(&self) -> Layer {
        self.layer
    }

    /// The day on which its texts were read.
    pub const fn read_on(&self) -> Day {
        self.read_on
    }

    /// Every version of every clause, in the order of the document.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The digest of its content, the same whether it was written in TOML or JSON: of its canonical form without `format`.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// Its canonical form: the document as JSON on one line with sorted keys (RFC 8785), however it was written.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::pack::{Pack, pl};
    /// let pack = pl().packs().first().ok_or("no pack")?;
    /// let again = Pack::parse(&pack.canonical()?)?;
    /// assert_eq!((again.digest(), again.canonical()?), (pack.digest(), pack.canonical()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// None that a checked pack can have.
    pub fn canonical(&self) -> Result<String> {
        let mut value = Syntax::Json.parse(&self.canonical, Limits::default())?;
        if let Value::Map(entries) = &mut value {
            entries.push(("format".to_owned(), Self::FORMAT.into()));
        }
        crate::kernel::canonical(&value)
    }
}

impl Pack {
    /// What a validation looks at by it, in the order of the document.
    pub fn checks(&self) -> &[CheckRule] {
        &self.checks
    }
}

/// A question that a pack decides: which clauses make the verdict.
#[derive(Debug, Clone)]
pub(crate) struct QuestionRule {
    pub(crate) id: String,
    pub(crate) label: Text,
    pub(crate) span: Span,
    pub(crate) tree: Tree,
    pub(crate) bodies: Vec<(String, Text)>,
    pub(crate) units: bool,
    pub(crate) counting: Vec<String>,
    pub(crate) under: Option<String>,
}

impl QuestionRule {
    /// A question of a document that is no pack: how clauses make one.
    ///
    /// # Errors
    /// Those of a question of a pack: an empty list, too many clauses, a number out of range.
    pub(crate) fn of(id: &str, label: Text, require: RuleDraft) -> Result<Self> {
        check::rule(QuestionDraft {
            id: id.to_owned(),
            label,
            from: None,
            until: None,
            require,
            under: None,
            bodies: Vec::new(),
            units: false,
            counting: Vec::new(),
        })
    }
}

/// How clauses make a verdict.
#[derive(Debug, Clone)]
pub(crate) enum Tree {
    Clause(String),
    All(Vec<Tree>),
    Any(Vec<Tree>),
    AtLeast(u32, Vec<Tree>),
    Not(Box<Tree>),
    Fallback(Box<Tree>, Box<Tree>),
    /// By the ways in which the body may be composed.
    Body(Vec<(String, Text, Tree)>),
}

impl Tree {
    /// The number of clauses in it.
    fn len(&self) -> usize {
        match self {
            Self::Clause(_) => 1,
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) => parts.iter().map(Self::len).sum(),
            Self::Not(part) => part.len(),
            // Whether it is the second call is asked beside the clauses.
            Self::Fallback(first, second) => first.len() + second.len() + 1,
            // And so is which body it is, but for the last, which is what is left.
            Self::Body(bodies) => bodies.iter().map(|(_, _, tree)| tree.len() + 1).sum::<usize>().saturating_sub(1),
        }
    }

    /// The rule as a document writes it.
    pub(crate) fn draft(&self) -> RuleDraft {
        let drafts = |parts: &[Self]| parts.iter().map(Self::draft).collect();
        match self {
            Self::Clause(id) => RuleDraft::Clause(id.clone()),
            Self::All(parts) => RuleDraft::All { all: drafts(parts) },
            Self::Any(parts) => RuleDraft::Any { any: drafts(parts) },
            Self::AtLeast(k, parts) => RuleDraft::AtLeast { at_least: AtLeastDraft { k: *k, of: drafts(parts) } },
            Self::Not(part) => RuleDraft::Not { not: Box::new(part.draft()) },
            Self::Fallback(first, second) => RuleDraft::Fallback {
                fallback: FallbackDraft { first: Box::new(first.draft()), second: Box::new(second.draft()) },
            },
            Self::Body(bodies) => {
                RuleDraft::Body { body: bodies.iter().map(|(id, _, tree)| (id.clone(), tree.draft())).collect() }
            }
        }
    }

    /// Visits every clause.
    pub(crate) fn visit(&self, visit: &mut impl FnMut(&str)) {
        self.walk("", &mut |_, id| visit(id));
    }

    /// Visits every clause with its path.
    fn walk(&self, path: &str, visit: &mut impl FnMut(&str, &str)) {
        let mut each = |parts: &[Self], word: &str| {
            for (i, part) in parts.iter().enumerate() {
                part.walk(&format!("{path}.{word}[{i}]"), visit);
            }
        };
        match self {
            Self::Clause(id) => visit(path, id),
            Self::All(parts) => each(parts, "all"),
            Self::Any(parts) => each(parts, "any"),
            Self::AtLeast(_, parts) => each(parts, "at-least.of"),
            Self::Not(part) => part.walk(&format!("{path}.not"), visit),
            Self::Fallback(first, second) => {
                first.walk(&format!("{path}.fallback.first"), visit);
                second.walk(&format!("{path}.fallback.second"), visit);
            }
            Self::Body(bodies) => {
                for (id, _, tree) in bodies {
                    tree.walk(&format!("{path}.body.{id}"), visit);
                }
            }
        }
    }
}

/// The packs of China that ship: residents' committees (`cn.residents`), villagers' committees (`cn.villagers`), owners'
/// decisions (`cn.owners`), property management (`cn.property`), elections of deputies (`cn.elections`), the party's grass
/// roots (`cn.party`), Beijing (`cn.beijing`), Shanghai (`cn.shanghai`), checks of organisations by law (`cn.organisation`),
/// and the library's own defaults for these (`shequ.organisation`).
pub fn cn() -> &'static Packs {
    static PACKS: OnceLock<Packs> = OnceLock::new();
    // A test shows that the shipped packs load; the default is never taken.
    PACKS.get_or_init(|| shipped(&CN).unwrap_or_default())
}

/// The texts of the packs of China.
const CN: [&str; 10] = [
    include_str!("../../packs/organisation.toml"),
    include_str!("../../packs/cn/residents.toml"),
    include_str!("../../packs/cn/villagers.toml"),
    include_str!("../../packs/cn/owners.toml"),
    include_str!("../../packs/cn/organisation.toml"),
    include_str!("../../packs/cn/property.toml"),
    include_str!("../../packs/cn/elections.toml"),
    include_str!("../../packs/cn/party.toml"),
    include_str!("../../packs/cn/beijing.toml"),
    include_str!("../../packs/cn/shanghai.toml"),
];

/// Declares the packs of a country.
macro_rules! country {
    ($(#[$meta:meta])* $name:ident: $file:literal) => {
        $(#[$meta])*
        pub fn $name() -> &'static Packs {
            static PACKS: OnceLock<Packs> = OnceLock::new();
            // A test shows that the shipped packs load; the default is never taken.
            PACKS.get_or_init(|| shipped(&[include_str!($file)]).unwrap_or_default())
        }
    };
}

country! {
    /// German condominium owners (Wohnungseigentumsgesetz, reform of 2020): `de.weg`.
    de: "../../packs/de/weg.toml"
}
country! {
    /// English parish councils and parish meetings (Local Government Act 1972, schedule 12): `gb.parish`.
    gb: "../../packs/gb/parish.toml"
}
country! {
    /// Californian common interest developments (Davis-Stirling Act): `us.ca-cid`.
    us: "../../packs/us/ca-cid.toml"
}
country! {
    /// Polish participatory budgets (Gmina Self-Government Act): `pl.budget`.
    pl: "../../packs/pl/budget.toml"
}

/// The defaults of the library for organisations alone, without any law.
///
/// ```
/// assert!(shequ::pack::defaults().checks().count() >= 30);
/// ```
pub fn defaults() -> &'static Packs {
    static DEFAULTS: OnceLock<Packs> = OnceLock::new();
    DEFAULTS.get_or_init(|| shipped(&[include_str!("../../packs/organisation.toml")]).unwrap_or_default())
}

fn shipped(texts: &[&str]) -> Result<Packs> {
    Packs::new(texts.iter().map(|text| Pack::parse(text)).collect::<Result<Vec<_>>>()?)
}
