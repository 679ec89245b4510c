//! Organisations from tables: a country's units by the column.

use std::sync::Arc;

use super::conduct::Conduct;
use super::history::History;
use super::store::{self, UnitTable};
use super::{Catalogue, Organisation};
use crate::kernel::{Key, KeyTable, Progress, Result, Text};
use crate::wire::organisation::OrganisationDraft;

impl Organisation {
    /// An organisation of the units in the columns of a table.
    ///
    /// # Errors
    /// `ragged-table`, `missing-field`, `unknown-kind`, `unknown-unit`, `not-a-key`, `not-a-day`, `period-reversed`,
    /// `facts-overlap`, `parent-not-there`, `code-shared`, `parent-cycle`, each with the path of its row or unit; `stopped`.
    ///
    /// ```
    /// use shequ::kernel::Unwatched;
    /// use shequ::organisation::{Organisation, UnitTable};
    /// let column = |cells: &[&str]| cells.iter().map(|c| Some((*c).to_owned())).collect::<Vec<_>>();
    /// let code = column(&["350502", "350502005", "350502005001"]);
    /// let name = column(&["鲤城区", "浮桥街道", "浮桥社区"]);
    /// let kind = column(&["district", "sub-district", "community"]);
    /// let parent = column(&["", "350502", "350502005"]);
    /// let units = UnitTable { code: Some(&code), parent: Some(&parent), ..UnitTable::new(&name, &kind) };
    /// let organisation = Organisation::from_units("鲤城区".into(), &units, &mut Unwatched)?;
    /// let day = organisation.at("2023-06-30".parse()?);
    /// assert_eq!(day.unit_by_code(None, "350502005001")?.path_text(Default::default()), "鲤城区 > 浮桥街道 > 浮桥社区");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn from_units(title: Text, units: &UnitTable<'_>, progress: &mut dyn Progress) -> Result<Self> {
        let catalogue = Catalogue::shipped()?;
        let mut schemes = KeyTable::default();
        let scheme = schemes.enter("code", || "code".parse::<Key>())?;
        let loaded = match scheme {
            Some(scheme) => store::load(units, &catalogue, scheme, progress)?,
            // An empty table has room.
            None => return Err(super::OrganisationError::DuplicateKey { key: "code".into() }.into()),
        };
        let draft = OrganisationDraft { title: title.clone(), ..OrganisationDraft::default() };
        Ok(Self {
            written: Arc::new(draft),
            title,
            sources: Vec::new(),
            catalogue: Arc::new(catalogue),
            schemes,
            keys: loaded.keys,
            columns: loaded.columns,
            events: Vec::new(),
            history: History::default(),
            relations: Vec::new(),
            posts: KeyTable::default(),
            post_rows: Vec::new(),
            holders: KeyTable::default(),
            holder_rows: Vec::new(),
            holdings: Vec::new(),
            agreements: KeyTable::default(),
            agreement_rows: Vec::new(),
            indicators: Vec::new(),
            statements: Vec::new(),
            conduct: Conduct::default(),
        })
    }
}
