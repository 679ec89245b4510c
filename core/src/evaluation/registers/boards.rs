//! Honour boards (先锋榜、荣誉榜): posts and units that agreed, never persons.

use serde::{Deserialize, Serialize};

use super::{ends, follows, once};
use crate::kernel::{Day, Document, Faults, Period, Result, Text};
use crate::wire::evaluation::{BoardEntry, BoardEntryDraft, BoardsDraft};

/// What may stand on an honour board; there is no choice for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BoardKind {
    /// A post, whoever holds it.
    Post,
    /// An organisation or a part of one.
    Unit,
}

/// An honour board, `shequ.boards/1`.
///
/// An entry needs the day on which those concerned agreed; without it the document is refused, and before it nothing is
/// shown.
///
/// ```
/// use shequ::evaluation::Boards;
/// use shequ::kernel::Document;
/// let boards = Boards::parse(r#"{"format": "shequ.boards/1", "title": "先锋榜", "entries": [{"key": "1", "kind": "post",
///     "subject": "grid-7", "reason": "一百次夜巡", "from": "2025-03-01", "until": "2025-06-01", "agreed": "2025-02-20"}]}"#)?;
/// assert_eq!(boards.on("2025-03-01".parse()?).len(), 1);
/// assert!(boards.on("2025-06-01".parse()?).is_empty());
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Boards {
    title: Text,
    entries: Vec<BoardEntryDraft>,
}

impl Document for Boards {
    const FORMAT: &'static str = "shequ.boards/1";
    const ROOT: &'static str = "boards";
    type Draft = BoardsDraft;

    fn check(draft: BoardsDraft) -> Result<Self> {
        let mut faults = Faults::new();
        once(&mut faults, "entries", draft.entries.iter().map(|e| &e.key));
        for (i, entry) in draft.entries.iter().enumerate() {
            follows(&mut faults, format!("entries[{i}].from"), Some(entry.from), entry.agreed);
            ends(&mut faults, format!("entries[{i}].until"), entry.until, entry.from);
        }
        faults.into_result()?;
        Ok(Self { title: draft.title, entries: draft.entries })
    }
}

impl Boards {
    /// What it is called.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// The entries of a day, in the order of the document.
    pub fn on(&self, day: Day) -> Vec<BoardEntry> {
        let here = |e: &&BoardEntryDraft| Period::new(e.from, e.until).is_ok_and(|period| period.contains(day));
        let entry = |e: &BoardEntryDraft| BoardEntry {
            key: e.key.to_string(),
            kind: e.kind,
            subject: e.subject.to_string(),
            reason: e.reason.clone(),
            from: e.from,
        };
        self.entries.iter().filter(here).map(entry).collect()
    }
}
