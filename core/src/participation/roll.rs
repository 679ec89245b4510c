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
    /// Ids that are whole numbers, none missing, none large.
    Small(Vec<u32>),
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

    pub fn is_unsold(&self, row: usize) -> bool {
        self.unsold.as_ref().and_then(|unsold| unsold.get(row)).copied().unwrap_or(false)
    }

    /// The id of the owner as a document writes it.
    pub fn owner(&self, row: usize) -> Option<String> {
        match &self.owners {
            Owners::None => None,
            Owners::Texts(owners) => owners.text(row).map(str::to_owned),
            Owners::Small(owners) => owners.get(row).map(ToString::to_string),
            Owners::Numbers(owners) => owners.get(row).copied().flatten().map(|n| n.to_string()),
        }
    }

    /// The key of a unit as a document writes it.
    pub fn key(&self, row: usize) -> String {
        self.keys.as_ref().and_then(|keys| keys.text(row)).map_or_else(|| row.to_string(), str::to_owned)
    }
}
