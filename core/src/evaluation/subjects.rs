//! Subjects held against an organisation: each id that is scored is a unit or a post of it on its day.

use std::collections::BTreeSet;

use super::scheme::{Scheme, Subject};
use super::{Cells, SchemeError, Scorecard};
use crate::kernel::{Faults, Likely, Result, Unwatched};
use crate::organisation::Snapshot;
use crate::wire::Table;

impl Scheme {
    /// Scores every unit of a table as [`evaluate`](Self::evaluate) does, where each id must be declared in an organisation: a
    /// unit where the scheme evaluates units, a post where it evaluates posts, that certainly is there on the day.
    ///
    /// An organisation declares no services: a scheme of services names them itself, in `units`.
    ///
    /// # Errors
    /// As [`evaluate`](Self::evaluate); `subject-not-there` for each id that is no such subject; `services-not-named`.
    ///
    /// ```
    /// # use shequ::evaluation::Scheme;
    /// # use shequ::kernel::Document;
    /// # use shequ::organisation::Organisation;
    /// # use shequ::wire::Table;
    /// let scheme = Scheme::parse(r#"{"format": "shequ.scheme/1", "title": "T", "subject": "post", "groups": [{"key": "g",
    ///     "indicators": [{"key": "visits", "points": 60, "rule": "linear", "target": 12}]}]}"#)?;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T",
    ///     "units": [{"key": "r", "kind": "residents-committee", "name": "居委会"}],
    ///     "posts": [{"key": "chair", "unit": "r", "title": "主任"}]}"#)?;
    /// let day = organisation.at("2026-01-01".parse()?);
    /// let card = scheme.evaluate_in(&Table::from_csv("unit,visits\nchair,9\n")?, &day)?;
    /// assert_eq!(card.score("chair")?.total.to_string(), "45.00");
    /// // The unit is no post.
    /// let error = scheme.evaluate_in(&Table::from_csv("unit,visits\nr,9\n")?, &day).unwrap_err();
    /// assert_eq!((error.first().code(), error.first().path()), ("subject-not-there", "table[0].unit"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn evaluate_in(&self, table: &Table, organisation: &Snapshot<'_>) -> Result<Scorecard> {
        self.evaluate_there(table, "table", organisation)
    }

    /// The same for a document of rows.
    ///
    /// # Errors
    /// As [`evaluate_in`](Self::evaluate_in), with paths below `cells.rows`.
    pub fn evaluate_cells_in(&self, cells: &Cells, organisation: &Snapshot<'_>) -> Result<Scorecard> {
        self.evaluate_there(cells.table(), "cells.rows", organisation)
    }

    fn evaluate_there(&self, table: &Table, root: &str, organisation: &Snapshot<'_>) -> Result<Scorecard> {
        let mut faults = Faults::new();
        let card = faults.take("", self.evaluate_at(table, root, &mut Unwatched));
        let listed = self.inner.units.iter().enumerate();
        let mut keys: Vec<(String, String)> =
            listed.map(|(i, unit)| (format!("scheme.units[{i}].key"), unit.key.to_string())).collect();
        if keys.is_empty() {
            let units = table.texts("unit").unwrap_or_default();
            keys = units.into_iter().enumerate().map(|(row, key)| (format!("{root}[{row}].unit"), key)).collect();
        }
        self.held_against(&mut faults, &keys, organisation);
        faults.into_result()?;
        // Without a scorecard there is a fault.
        card.ok_or_else(|| SchemeError::ServicesNotNamed.into())
    }

    /// Notes each key that is no subject of an organisation.
    fn held_against(&self, faults: &mut Faults, keys: &[(String, String)], organisation: &Snapshot<'_>) {
        let there = |key: &str| organisation.unit(key).is_ok_and(|unit| unit.likely() == Likely::Yes);
        let (kind, posts) = match self.inner.subject {
            Subject::Unit => ("unit", BTreeSet::new()),
            Subject::Post => {
                let posts = organisation.posts().into_iter().filter(|post| there(&post.unit.key));
                ("post", posts.map(|post| post.key).collect())
            }
            Subject::Service => {
                if self.inner.units.is_empty() {
                    faults.push("scheme.units", SchemeError::ServicesNotNamed);
                }
                return;
            }
        };
        for (path, key) in keys {
            let found = if kind == "unit" { there(key) } else { posts.contains(key) };
            if !found {
                let got = key.chars().take(60).collect();
                let (kind, day) = (kind.to_owned(), organisation.day());
                faults.push(path, SchemeError::SubjectNotThere { got, kind, day });
            }
        }
    }
}
