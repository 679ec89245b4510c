//! Results as tables.

use super::bounds::{BoundStatus, RankBound, RankBounds, RankSearch};
use super::exact::ExactTable;
use super::polytope::WeightBox;
use crate::kernel::{Progress, Result};
use crate::wire::{Column, Table};

/// Rank bounds as a table, one row a unit: `unit`; `best`, the best rank that was attained, `best_limit`, which no weights of the box
/// pass, and whether the two are one, `best_proven`; the same of the worst.
///
/// # Errors
/// None in practice.
pub fn bounds_table(bounds: &[RankBounds]) -> Result<Table> {
    let ranks = |of: fn(&RankBounds) -> u32| Column::Int(bounds.iter().map(|b| Some(of(b).into())).collect());
    let proven = |of: fn(&RankBounds) -> &RankBound| {
        Column::Bool(bounds.iter().map(|b| Some(of(b).status == BoundStatus::Proven)).collect())
    };
    Table::new(vec![
        ("unit".to_owned(), Column::Text(bounds.iter().map(|b| Some(b.unit.clone())).collect())),
        ("best".to_owned(), ranks(|b| b.best.rank)),
        ("best_limit".to_owned(), ranks(|b| b.best.limit)),
        ("best_proven".to_owned(), proven(|b| &b.best)),
        ("worst".to_owned(), ranks(|b| b.worst.rank)),
        ("worst_limit".to_owned(), ranks(|b| b.worst.limit)),
        ("worst_proven".to_owned(), proven(|b| &b.worst)),
    ])
}

impl ExactTable {
    /// The rank bounds of every unit as a table; see [`bounds_table`].
    ///
    /// # Errors
    /// As [`all_rank_bounds`](Self::all_rank_bounds).
    pub fn rank_bounds_table(&self, space: &WeightBox, how: &RankSearch, progress: &mut dyn Progress) -> Result<Table> {
        bounds_table(&self.all_rank_bounds(space, how, progress)?)
    }
}
