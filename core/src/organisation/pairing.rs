//! Agreements between units, and who has none.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Organisation, OrganisationError as Fault, UnitId, UnitName};
use crate::kernel::{Day, Explanation, Faults, How, Likely, Quantity, Result, Text};

/// Which units of a set have an agreement of a kind on a day (结对).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Pairing {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The kind of agreement.
    pub kind: String,
    /// The agreements that certainly hold.
    pub agreements: u32,
    /// Their parties, each agreement counted by itself.
    pub parties: u32,
    /// Units that are a party to more than one of them.
    pub repeated: Vec<UnitName>,
    /// How many units were asked about.
    pub asked: u32,
    /// How many of these are a party.
    pub paired: u32,
    /// Those that are not.
    pub unpaired: Vec<UnitName>,
}

impl Organisation {
    /// Which of the units named have an agreement of a kind on a day, and which have none.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there` with the place in the list; `unknown-agreement`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "a", "kind": "party-branch", "name": "一"}, {"key": "b", "kind": "party-branch", "name": "二"},
    ///     {"key": "c", "kind": "party-branch", "name": "三"}, {"key": "d", "kind": "party-branch", "name": "四"}],
    ///     "agreements": [{"key": "1", "kind": "triple-pairing", "parties": ["a", "b", "c"]}]}"#)?;
    /// let pairing = organisation.pairing("2024-01-01".parse()?, "triple-pairing", &["a", "d"])?;
    /// assert_eq!((pairing.agreements, pairing.parties, pairing.paired), (1, 3, 1));
    /// assert_eq!(pairing.unpaired[0].key, "d");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn pairing(&self, day: Day, kind: &str, units: &[impl AsRef<str>]) -> Result<Pairing> {
        self.catalogue.agreement(kind)?;
        let mut faults = Faults::new();
        let mut asked: BTreeMap<u32, UnitId> = BTreeMap::new();
        for (i, key) in units.iter().enumerate() {
            let key = key.as_ref();
            match self.keys.get(key) {
                None => faults.push(format!("[{i}]"), Fault::UnknownUnit { key: key.into() }),
                Some(unit) if self.exists(unit, day) == Likely::No => {
                    faults.push(format!("[{i}]"), Fault::UnitNotThere { unit: key.into(), day: day.into() });
                }
                Some(unit) => {
                    asked.insert(self.rank(unit), unit);
                }
            }
        }
        faults.into_result()?;
        let mut times: BTreeMap<u32, (UnitId, u32)> = BTreeMap::new();
        let (mut agreements, mut parties) = (0, 0);
        for agreement in self.agreement_rows.iter().filter(|a| a.kind == kind && a.span.holds(day) == Likely::Yes) {
            agreements += 1;
            for unit in &agreement.parties {
                parties += 1;
                times.entry(self.rank(*unit)).or_insert((*unit, 0)).1 += 1;
            }
        }
        let unpaired: Vec<UnitName> = asked
            .iter()
            .filter(|(rank, _)| !times.contains_key(rank))
            .map(|(_, unit)| self.unit_name(*unit, day))
            .collect();
        let repeated = times.values().filter(|(_, n)| *n > 1).map(|(unit, _)| self.unit_name(*unit, day)).collect();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Pairing {
            day,
            kind: kind.into(),
            agreements,
            parties,
            repeated,
            asked: count(asked.len()),
            paired: count(asked.len() - unpaired.len()),
            unpaired,
        })
    }

    /// The same for all units of some kinds on the day, those within one unit or all: who of them has no partner.
    ///
    /// # Errors
    /// `unknown-kind`, `unknown-agreement`; `unknown-unit`, `unit-not-there` for `within`.
    pub fn pairing_among(
        &self,
        day: Day,
        kind: &str,
        unit_kinds: &[impl AsRef<str>],
        within: Option<&str>,
    ) -> Result<Pairing> {
        for (i, kind) in unit_kinds.iter().enumerate() {
            self.catalogue.kind_id(kind.as_ref()).map_err(|e| crate::kernel::Error::at(format!("[{i}]"), e))?;
        }
        let snapshot = self.at(day);
        let fits = |unit: &super::UnitView<'_>| unit_kinds.iter().any(|kind| kind.as_ref() == unit.kind());
        let units: Vec<String> = match within {
            Some(key) => {
                let top = snapshot.unit(key).map_err(|e| e.under("within"))?;
                let all = std::iter::once(top).chain(top.descendants());
                all.filter(fits).map(|unit| unit.key().to_owned()).collect()
            }
            None => snapshot.units().filter(fits).map(|unit| unit.key().to_owned()).collect(),
        };
        self.pairing(day, kind, &units)
    }

    /// The keys of agreements, in order.
    pub fn agreements(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = self.agreements.keys().iter().map(crate::kernel::Key::as_str).collect();
        keys.sort_unstable();
        keys
    }
}

impl Pairing {
    /// The pairing as an explanation: paired and unpaired add up to those asked about.
    pub fn explain(&self) -> Explanation {
        let count = |n: u32| Quantity::Count(n.into());
        let left = u32::try_from(self.unpaired.len()).unwrap_or(u32::MAX);
        let unpaired =
            self.unpaired.iter().map(|unit| Explanation::new(unit.name.clone(), Quantity::Count(1))).collect();
        Explanation::new(Text::new("结对对象", "units asked about"), count(self.asked))
            .with(Text::new("协议", "agreements"), count(self.agreements))
            .with(Text::new("签约方", "parties"), count(self.parties))
            .of(
                How::Sum,
                vec![
                    Explanation::new(Text::new("已结对", "paired"), count(self.paired)),
                    Explanation::new(Text::new("未结对", "unpaired"), count(left)).of(How::Sum, unpaired),
                ],
            )
    }
}

impl crate::organisation::Snapshot<'_> {
    /// The agreements that hold or may hold on the day, by kind, with their parties.
    pub(super) fn agreed(&self) -> impl Iterator<Item = (&str, &[UnitId])> {
        let rows = self.organisation.agreement_rows.iter();
        let rows = rows.filter(|agreement| agreement.span.holds(self.day) != Likely::No);
        rows.map(|agreement| (agreement.kind.as_str(), agreement.parties.as_slice()))
    }
}
