//! Popolo 1.0: organisations, posts, memberships and areas as other programs exchange them, with what is lost said.
//!
//! | Popolo | here |
//! |---|---|
//! | `organizations` | units: `name` and `other_names`, `identifiers` (codes), `classification` (kind), `parent_id`, `founding_date`, `dissolution_date` |
//! | `organizations[].area_id` | the relation `located-in` |
//! | `areas` | units of the kinds `area` and `area:` with their classification: `name`, `identifier`, `parent_id` |
//! | `posts` | posts: `label`, `organization_id` |
//! | `persons` | holders: the `id` and nothing else |
//! | `memberships` | holdings: `person_id`, `post_id`, `start_date`, `end_date`; `organization_id` is that of the post |
//! | `events` | out only: what changed units, as news |
//! | `meta` | title and sources, as far as they are texts |
//!
//! Whatever else a document has is named in the losses, and what an organisation has that Popolo has no place for, too.
//! A day on which something ended is the first on which it no longer held. A day known only within bounds that are no
//! month and no year has no form in Popolo. Personal fields are never read. Lists of names and of identifiers come back
//! in the order of their days and schemes, and areas before organisations.
//!
//! Source: Popolo data specification 1.0, <https://www.popoloproject.com/specs/>.

mod object;
mod read;
mod write;

use serde::Serialize;

use super::Organisation;
use crate::kernel::{Lang, Result, Value};

/// Why something is not carried over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum LossReason {
    /// The other side has no place for it.
    NoPlace,
    /// It is personal, and never read or written.
    Personal,
    /// It says again what is said elsewhere.
    Redundant,
    /// It is empty.
    Empty,
    /// It stands inside another object; written at the top level it is read.
    Embedded,
    /// The other side has a place, but not for this value: a day within bounds, a code that holds from a day.
    NotExpressible,
    /// It contradicts what was taken before it.
    Contradicts,
    /// It is worked into the facts of the units, but is itself no longer told.
    WorkedIn,
}

/// One thing that a translation leaves behind: where it stands, and why.
///
/// The value itself is not repeated: it may be personal, and who translates has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Loss {
    /// Its path in the document that is translated, such as `organizations[2].image`.
    pub path: String,
    /// Why it is left behind.
    pub reason: LossReason,
}

/// A document in another format, and what it could not take.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported {
    /// The document.
    pub document: Value,
    /// What is lost, by the paths of [`Organisation::document`], in their order.
    pub losses: Vec<Loss>,
}

/// An organisation from another format, and what it could not take.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The organisation.
    pub organisation: Organisation,
    /// What is lost, by the paths of the document that was read, in their order.
    pub losses: Vec<Loss>,
}

impl Organisation {
    /// Reads a Popolo document: an object with `organizations`, `areas`, `posts`, `persons` and `memberships`.
    ///
    /// Writing it again with [`to_popolo`](Self::to_popolo) gives the same document without what the losses name.
    ///
    /// # Errors
    /// `wrong-kind`, `missing-field`, `not-a-key`, `not-a-day`, `period-reversed`; `unknown-unit`, `unknown-post`,
    /// `unknown-holder`, `duplicate-key`, `parent-cycle`, `code-shared`, `holding-overlaps`; each with its path, such as
    /// `popolo.organizations[1].parent_id`.
    ///
    /// ```
    /// use shequ::kernel::{Limits, Syntax};
    /// use shequ::organisation::Organisation;
    /// let text = r#"{"organizations": [{"id": "w", "name": "West Ward", "founding_date": "2004", "image": "w.png"}],
    ///     "persons": [{"id": "p", "name": "…", "birth_date": "1970-01-01"}]}"#;
    /// let read = Organisation::from_popolo(&Syntax::Json.parse(text, Limits::default())?)?;
    /// let paths: Vec<&str> = read.losses.iter().map(|loss| loss.path.as_str()).collect();
    /// assert_eq!(paths, ["organizations[0].image", "persons[0].name", "persons[0].birth_date"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn from_popolo(document: &Value) -> Result<Imported> {
        read::read(document)
    }

    /// The organisation as a Popolo document in one language, and what Popolo has no place for.
    ///
    /// What events changed is worked into the units' facts, and the paths of the losses are those of the organisation
    /// with its events so worked in, [`settled`](Self::settled). Reading the document again gives that organisation
    /// without what the losses name.
    ///
    /// # Errors
    /// None in practice.
    pub fn to_popolo(&self, lang: Lang) -> Result<Exported> {
        write::write(self, lang)
    }
}
