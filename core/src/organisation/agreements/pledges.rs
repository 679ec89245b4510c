//! How pledges stand on a day.

use std::collections::BTreeMap;

use super::{Cooperation, CooperationError, Fulfilment, Pledge, PledgeCount, PledgeState, PledgeStatus, known, rate};
use crate::kernel::{Day, Decimal, Explanation, Faults, How, Quantity, Result, Span, Text, WithinDays};
use crate::organisation::Organisation;

impl Pledge {
    /// The day on which it was kept in full, and what is missing, by what is on record up to a day.
    fn progress(&self, day: Day) -> (Option<Day>, Decimal) {
        let mut missing = self.amount.to_ratio();
        let mut left = Some(self.amount);
        for (on, amount) in self.kept.iter().filter(|(on, _)| *on <= day) {
            missing = missing - amount.to_ratio();
            left = left.and_then(|left| left.checked_add(Decimal::new(-amount.mantissa(), amount.scale()).ok()?));
            if missing.is_zero() || missing.is_negative() {
                return (Some(*on), Decimal::ZERO);
            }
        }
        (None, left.unwrap_or(self.amount))
    }

    fn status(&self, span: Span, day: Day) -> (PledgeStatus, Option<Day>, Decimal) {
        let (kept_on, missing) = self.progress(day);
        let due = self.draft.due;
        let not_begun = span.from().is_some_and(|from| from.earliest() > day);
        let over = span.until().is_some_and(|until| until.latest() <= day && until.latest() <= due);
        let status = match kept_on {
            Some(on) if on <= due => PledgeStatus::Kept,
            Some(_) => PledgeStatus::KeptLate,
            None if not_begun => PledgeStatus::NotBegun,
            None if over => PledgeStatus::Lapsed,
            None if day > due => PledgeStatus::Overdue,
            None => PledgeStatus::Due,
        };
        (status, kept_on, missing)
    }
}

impl PledgeCount {
    fn add(&mut self, status: PledgeStatus) {
        self.pledges += 1;
        *match status {
            PledgeStatus::NotBegun => &mut self.not_begun,
            PledgeStatus::Due => &mut self.due,
            PledgeStatus::Kept => &mut self.kept,
            PledgeStatus::KeptLate => &mut self.kept_late,
            PledgeStatus::Overdue => &mut self.overdue,
            PledgeStatus::Lapsed => &mut self.lapsed,
        } += 1;
        let kept = self.kept + self.kept_late;
        self.in_time = rate(self.kept, kept + self.overdue);
        self.fulfilled = rate(kept, kept + self.overdue);
    }
}

impl Cooperation {
    /// How pledges stand on a day: due, kept, kept late, overdue, lapsed; by party and by agreement.
    ///
    /// A pledge is kept on the day on which what was done reaches its amount. It is overdue from the day after it was due.
    ///
    /// # Errors
    /// `agreement-missing`, `unknown-unit`, `not-a-party`, `due-before-agreement`, each with its place.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Cooperation, Organisation, PledgeStatus};
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "a", "kind": "firm", "name": "厂"}, {"key": "b", "kind": "community", "name": "社区"}],
    ///     "agreements": [{"key": "1", "kind": "pairing", "parties": ["a", "b"], "from": "2024-01-01"}]}"#)?;
    /// let cooperation = Cooperation::parse(r#"{"format": "shequ.cooperation/1", "title": "共建",
    ///     "pledges": [{"key": "p", "agreement": "1", "party": "a", "content": "设备", "due": "2024-06-30", "amount": "10"}],
    ///     "kept": [{"pledge": "p", "day": "2024-05-01", "amount": "4"}, {"pledge": "p", "day": "2024-07-02", "amount": "6"}]}"#)?;
    /// let on = |day: &str| cooperation.fulfilment(&organisation, day.parse()?);
    /// assert_eq!(on("2024-06-30")?.pledges[0].status, PledgeStatus::Due);
    /// assert_eq!(on("2024-07-01")?.pledges[0].missing.to_string(), "6");
    /// assert_eq!(on("2024-07-02")?.pledges[0].days_late, 2);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn fulfilment(&self, organisation: &Organisation, day: Day) -> Result<Fulfilment> {
        let mut faults = Faults::new();
        let mut pledges = Vec::new();
        for (i, pledge) in self.pledges.iter().enumerate() {
            let (path, draft) = (format!("pledges[{i}]"), &pledge.draft);
            let party = known(organisation, &draft.party, || format!("{path}.party"), &mut faults);
            let Some((parties, span)) = organisation.agreement_of(&draft.agreement) else {
                let key = draft.agreement.clone();
                faults.push(format!("{path}.agreement"), CooperationError::AgreementMissing { key });
                continue;
            };
            let Some(party) = party else { continue };
            if !parties.contains(&party) {
                let (unit, agreement) = (draft.party.clone(), draft.agreement.clone());
                faults.push(format!("{path}.party"), CooperationError::NotAParty { unit, agreement });
            }
            if let Some(from) = span.from().map(WithinDays::earliest).filter(|from| draft.due < *from) {
                faults.push(format!("{path}.due"), CooperationError::DueTooEarly { due: draft.due, from });
            }
            let (status, kept_on, missing) = pledge.status(span, day);
            let late = match status {
                PledgeStatus::Overdue => day.since(draft.due),
                PledgeStatus::KeptLate => kept_on.map_or(0, |on| on.since(draft.due)),
                _ => 0,
            };
            pledges.push(PledgeState {
                pledge: draft.key.to_string(),
                agreement: draft.agreement.clone(),
                party: organisation.unit_name(party, day),
                content: draft.content.clone(),
                due: draft.due,
                status,
                amount: pledge.amount,
                missing,
                kept_on,
                days_late: u32::try_from(late).unwrap_or(0),
            });
        }
        faults.into_result()?;
        pledges.sort_by(|a, b| a.pledge.cmp(&b.pledge));
        let mut total = PledgeCount::default();
        let mut parties: BTreeMap<String, PledgeCount> = BTreeMap::new();
        let mut agreements: BTreeMap<String, PledgeCount> = BTreeMap::new();
        for state in &pledges {
            total.add(state.status);
            parties.entry(state.party.key.clone()).or_default().add(state.status);
            agreements.entry(state.agreement.clone()).or_default().add(state.status);
        }
        let listed = |counts: BTreeMap<String, PledgeCount>| {
            counts.into_iter().map(|(key, count)| PledgeCount { key, ..count }).collect()
        };
        Ok(Fulfilment { day, total, parties: listed(parties), agreements: listed(agreements), pledges })
    }
}

impl PledgeStatus {
    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::NotBegun => Text::new("未开始", "not begun"),
            Self::Due => Text::new("待履行", "due"),
            Self::Kept => Text::new("按期履行", "kept"),
            Self::KeptLate => Text::new("逾期履行", "kept late"),
            Self::Overdue => Text::new("逾期未履行", "overdue"),
            Self::Lapsed => Text::new("随协议终止", "lapsed"),
        }
    }
}

impl Fulfilment {
    /// The pledges by where they stand, which add up to all of them.
    pub fn explain(&self) -> Explanation {
        let count = |n: u32| Quantity::Count(n.into());
        let all = [
            (PledgeStatus::NotBegun, self.total.not_begun),
            (PledgeStatus::Due, self.total.due),
            (PledgeStatus::Kept, self.total.kept),
            (PledgeStatus::KeptLate, self.total.kept_late),
            (PledgeStatus::Overdue, self.total.overdue),
            (PledgeStatus::Lapsed, self.total.lapsed),
        ];
        let groups = all.into_iter().filter(|(_, n)| *n > 0).map(|(status, n)| {
            let own = self.pledges.iter().filter(|p| p.status == status).map(|p| {
                let node = Explanation::new(p.content.clone(), Quantity::Count(1))
                    .with(Text::new("承诺方", "party"), Quantity::Words(p.party.name.clone()))
                    .with(Text::new("期限", "due"), Quantity::Day(p.due))
                    .with(Text::new("尚缺", "missing"), Quantity::Decimal(p.missing));
                match p.days_late {
                    0 => node,
                    n => node.with(Text::new("逾期天数", "days late"), count(n)),
                }
            });
            Explanation::new(status.label(), count(n)).of(How::Sum, own.collect())
        });
        let mut node = Explanation::new(Text::new("承诺", "pledges"), count(self.total.pledges));
        if let Some(rate) = self.total.in_time {
            node = node.with(Text::new("按期履行率", "kept in time"), Quantity::Rate(rate));
        }
        node.of(How::Sum, groups.collect())
    }
}
