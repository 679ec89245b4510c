//! Who comes to conferences, and how much hangs on one holder of posts.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    ChairAttendance, ConferenceAttendance, Cooperation, CooperationError, Dependence, DependenceBasis, HolderShare,
    UnitAttendance, known, rate,
};
use crate::kernel::{Day, Explanation, Faults, How, Period, Quantity, Rate, Ratio, Result, Text};
use crate::organisation::{Organisation, UnitId};
use crate::wire::organisation::ConferenceDraft;

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn period(from: Day, until: Day) -> Result<Period> {
    Period::new(from, Some(until)).map_err(|_| CooperationError::EmptyPeriod { from, until }.into())
}

impl Cooperation {
    fn held(&self, period: Period) -> impl Iterator<Item = (usize, &ConferenceDraft)> {
        self.conferences.iter().enumerate().filter(move |(_, c)| period.contains(c.day))
    }

    /// Attendance at the conferences of a period, of one series or of all: by unit, and by the post in the chair.
    ///
    /// Where more come when one post takes the chair, the conference is heeded for its chair (联席会缺乏约束力).
    ///
    /// # Errors
    /// `cooperation-period-empty`; `unknown-unit`, `unknown-post` with the place.
    pub fn attendance(
        &self,
        organisation: &Organisation,
        from: Day,
        until: Day,
        series: Option<&str>,
    ) -> Result<ConferenceAttendance> {
        let period = period(from, until)?;
        let mut faults = Faults::new();
        let mut units: BTreeMap<&str, (UnitId, u32, u32, Vec<String>)> = BTreeMap::new();
        let mut chairs: BTreeMap<Option<&str>, (u32, u32, u32)> = BTreeMap::new();
        let held = self.held(period).filter(|(_, c)| series.is_none_or(|s| c.series.as_deref() == Some(s)));
        for (i, conference) in held {
            let path = format!("conferences[{i}]");
            if let Some(post) = &conference.chair {
                faults.take(&format!("{path}.chair"), organisation.holder_on(post, conference.day));
            }
            let came: BTreeSet<&str> = conference.attended.iter().map(|a| a.unit.as_str()).collect();
            for (j, unit) in conference.invited.iter().enumerate() {
                let Some(id) = known(organisation, unit, || format!("{path}.invited[{j}]"), &mut faults) else {
                    continue;
                };
                let (_, invited, attended, missed) = units.entry(unit).or_insert((id, 0, 0, Vec::new()));
                *invited += 1;
                if came.contains(unit.as_str()) {
                    *attended += 1;
                } else {
                    missed.push(conference.key.to_string());
                }
            }
            let chair = chairs.entry(conference.chair.as_deref()).or_default();
            chair.0 += 1;
            chair.1 += count(conference.invited.len());
            chair.2 += count(conference.attended.len());
        }
        faults.into_result()?;
        let last = until.plus_days(-1)?;
        let units = units.into_values().map(|(id, invited, attended, missed)| UnitAttendance {
            unit: organisation.unit_name(id, last),
            invited,
            attended,
            rate: rate(attended, invited),
            missed,
        });
        let units: Vec<UnitAttendance> = units.collect();
        let chairs: Vec<ChairAttendance> = (chairs.into_iter())
            .map(|(post, (conferences, invited, attended))| ChairAttendance {
                post: post.map(str::to_owned),
                conferences,
                invited,
                attended,
                rate: rate(attended, invited),
            })
            .collect();
        let sum = |of: fn(&ChairAttendance) -> u32| chairs.iter().map(of).sum::<u32>();
        let (conferences, invited, attended) = (sum(|c| c.conferences), sum(|c| c.invited), sum(|c| c.attended));
        Ok(ConferenceAttendance {
            from,
            until,
            series: series.map(str::to_owned),
            conferences,
            invited,
            attended,
            rate: rate(attended, invited),
            units,
            chairs,
        })
    }

    /// How far activities, attendances or chairs of a period hang on one holder of posts.
    ///
    /// What was done in a post is put down to the one who certainly held it that day; several posts of one holder count
    /// together (一肩挑). A share is of all that can be put down to a holder.
    ///
    /// # Errors
    /// `cooperation-period-empty`; `unknown-post` with the place.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Cooperation, DependenceBasis, Organisation};
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T",
    ///     "units": [{"key": "u", "kind": "community", "name": "社区"}],
    ///     "posts": [{"key": "chair", "unit": "u", "title": "主任"}, {"key": "clerk", "unit": "u", "title": "文书"}],
    ///     "holders": [{"key": "h1"}, {"key": "h2"}],
    ///     "holdings": [{"post": "chair", "holder": "h1"}, {"post": "clerk", "holder": "h2"}]}"#)?;
    /// let cooperation = Cooperation::parse(r#"{"format": "shequ.cooperation/1", "title": "联席会", "activities": [
    ///     {"key": "1", "day": "2024-03-01", "post": "chair"}, {"key": "2", "day": "2024-06-01", "post": "chair"},
    ///     {"key": "3", "day": "2024-09-01", "post": "clerk"}]}"#)?;
    /// let (from, until) = ("2024-01-01".parse()?, "2025-01-01".parse()?);
    /// let dependence = cooperation.dependence(&organisation, from, until, DependenceBasis::Activities)?;
    /// assert_eq!(dependence.key_holders, ["h1"]);
    /// assert_eq!(dependence.greatest.map(|rate| rate.to_string()).as_deref(), Some("2/3"));
    /// assert_eq!(dependence.concentration.map(|c| c.to_string()).as_deref(), Some("5/9"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn dependence(
        &self,
        organisation: &Organisation,
        from: Day,
        until: Day,
        basis: DependenceBasis,
    ) -> Result<Dependence> {
        let period = period(from, until)?;
        let done: Vec<(String, Day, Option<&str>)> = match basis {
            DependenceBasis::Activities => (self.activities.iter().enumerate())
                .filter(|(_, a)| period.contains(a.day))
                .map(|(i, a)| (format!("activities[{i}].post"), a.day, Some(a.post.as_str())))
                .collect(),
            DependenceBasis::Chairs => (self.held(period))
                .map(|(i, c)| (format!("conferences[{i}].chair"), c.day, c.chair.as_deref()))
                .collect(),
            DependenceBasis::Attendances => (self.held(period))
                .flat_map(|(i, c)| {
                    let rows = c.attended.iter().enumerate();
                    rows.map(move |(j, a)| (format!("conferences[{i}].attended[{j}].post"), c.day, a.post.as_deref()))
                })
                .collect(),
        };
        let mut faults = Faults::new();
        let mut by_holder: BTreeMap<String, (BTreeSet<&str>, u32)> = BTreeMap::new();
        for (path, day, post) in &done {
            let Some(post) = post else { continue };
            if let Some(Some(holder)) = faults.take(path, organisation.holder_on(post, *day)) {
                let (posts, n) = by_holder.entry(holder).or_default();
                posts.insert(post);
                *n += 1;
            }
        }
        faults.into_result()?;
        let attributed: u32 = by_holder.values().map(|(_, n)| n).sum();
        let mut holders = Vec::new();
        for (holder, (posts, n)) in by_holder {
            let share = Rate::new(n.into(), attributed.into())?;
            holders.push(HolderShare {
                holder,
                posts: posts.into_iter().map(str::to_owned).collect(),
                count: n,
                share,
            });
        }
        holders.sort_by(|a, b| (b.count, &a.holder).cmp(&(a.count, &b.holder)));
        let greatest = holders.first().map(|h| (h.count, h.share));
        let key = holders.iter().filter(|h| greatest.is_some_and(|(n, _)| h.count == n));
        let square = |h: &HolderShare| h.share.to_ratio() * h.share.to_ratio();
        Ok(Dependence {
            from,
            until,
            basis,
            total: count(done.len()),
            unattributed: count(done.len()) - attributed,
            key_holders: key.map(|h| h.holder.clone()).collect(),
            greatest: greatest.map(|(_, share)| share),
            concentration: (!holders.is_empty()).then(|| holders.iter().map(square).sum::<Ratio>()),
            holders,
        })
    }
}

fn quantity(rate: Option<Rate>) -> Quantity {
    rate.map_or_else(|| Quantity::Words(Text::new("无", "none")), Quantity::Rate)
}

impl ConferenceAttendance {
    /// Those who came add up by unit; beside them the rate under each chair.
    pub fn explain(&self) -> Explanation {
        let count = |n: u32| Quantity::Count(n.into());
        let units = self.units.iter().map(|unit| {
            Explanation::new(unit.unit.name.clone(), count(unit.attended))
                .with(Text::new("应到", "invited"), count(unit.invited))
        });
        let chairs = self.chairs.iter().map(|chair| {
            let post = chair.post.clone().map_or_else(|| Text::new("未记录", "not recorded"), Text::same);
            Explanation::new(post, quantity(chair.rate))
                .with(Text::new("会议", "conferences"), count(chair.conferences))
        });
        let came = Explanation::new(Text::new("到会", "attended"), count(self.attended)).of(How::Sum, units.collect());
        let chairs = Explanation::new(Text::new("按主持人职务", "by the post in the chair"), quantity(self.rate))
            .of(How::List, chairs.collect());
        Explanation::new(Text::new("到会率", "attendance"), quantity(self.rate))
            .with(Text::new("会议", "conferences"), count(self.conferences))
            .with(Text::new("应到", "invited"), count(self.invited))
            .of(How::List, vec![came, chairs])
    }
}

impl Dependence {
    /// The shares of holders, which add up to one.
    pub fn explain(&self) -> Explanation {
        let count = |n: u32| Quantity::Count(n.into());
        let holders = self.holders.iter().map(|holder| {
            let posts = Quantity::Words(Text::same(holder.posts.join(", ")));
            Explanation::new(Text::same(holder.holder.clone()), Quantity::Rate(holder.share))
                .with(Text::new("职务", "posts"), posts)
        });
        let all = Explanation::new(Text::new("可归属的", "put down to holders"), Quantity::Ratio(Ratio::ONE));
        let all = if self.holders.is_empty() { None } else { Some(all.of(How::Sum, holders.collect())) };
        let mut node =
            Explanation::new(Text::new("对关键人的依赖", "dependence on one person"), quantity(self.greatest))
                .with(Text::new("总数", "in all"), count(self.total))
                .with(Text::new("无法归属", "without a holder"), count(self.unattributed));
        if let Some(concentration) = &self.concentration {
            node = node.with(Text::new("集中度", "concentration"), Quantity::Ratio(concentration.clone()));
        }
        node.of(How::List, all.into_iter().collect())
    }
}
