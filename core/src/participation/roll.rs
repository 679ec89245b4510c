//! Who the units of a list are: their keys, their owners, and what the developer has not sold. Votes are not part of it.

use crate::wire::participation::UnitDraft;
use crate::wire::{Joined, Texts};

/// Texts of units, as they came.
#[derive(Debug)]
pub(super) enum Names {
    /// From a document, one by one.
    Listed(Vec<Option<String>>),
    /// From a column.
    Joined(Joined),
}

impl Names {
    pub fn text(&self, row: usize) -> Option<&str> {
        match self {
            Self::Listed(names) => names.get(row)?.as_deref(),
            Self::Joined(names) => names.text(row),
        }
    }
}

/// Keys and owners of units, as columns.
#[derive(Debug, Default)]
pub(super) struct Roll {
    /// Without keys a unit is its row.
    pub keys: Option<Names>,
    pub owners: Owners,
    pub unsold: Option<Vec<bool>>,
}

/// The owners of units.
#[derive(Debug, Default)]
pub(super) enum Owners {
    /// Each unit is a head of its own.
    #[default]
    None,
    /// Opaque ids; an empty one is none.
    Texts(Names),
    /// Ids that are whole numbers.
    Numbers(Vec<Option<i64>>),
}

impl Roll {
    /// The roll of a list; keys and owners are taken out of it.
    pub fn of_drafts(drafts: Vec<UnitDraft>) -> Self {
        let owned = drafts.iter().any(|draft| draft.owner.is_some());
        let unsold = drafts.iter().any(|draft| draft.developer_unsold);
        let unsold = unsold.then(|| drafts.iter().map(|draft| draft.developer_unsold).collect());
        let (keys, owners): (Vec<_>, Vec<_>) = drafts.into_iter().map(|draft| (Some(draft.key), draft.owner)).unzip();
        let owners = if owned { Owners::Texts(Names::Listed(owners)) } else { Owners::None };
        Self { keys: Some(Names::Listed(keys)), owners, unsold }
    }

    /// Whether some units may share a head.
    pub const fn has_heads(&self) -> bool {
        self.unsold.is_some() || !matches!(self.owners, Owners::None)
    }

    pub fn is_unsold(&self, row: usize) -> bool {
        self.unsold.as_ref().and_then(|unsold| unsold.get(row)).copied().unwrap_or(false)
    }

    pub fn owner_number(&self, row: usize) -> Option<i64> {
        if let Owners::Numbers(numbers) = &self.owners { numbers.get(row).copied().flatten() } else { None }
    }

    pub fn owner_text(&self, row: usize) -> Option<&str> {
        if let Owners::Texts(texts) = &self.owners { texts.text(row) } else { None }
    }

    /// The id of the owner as a document writes it.
    pub fn owner(&self, row: usize) -> Option<String> {
        self.owner_number(row).map(|n| n.to_string()).or_else(|| self.owner_text(row).map(str::to_owned))
    }

    /// The key of a unit as a document writes it.
    pub fn key(&self, row: usize) -> String {
        self.keys.as_ref().and_then(|keys| keys.text(row)).map_or_else(|| row.to_string(), str::to_owned)
    }
}
