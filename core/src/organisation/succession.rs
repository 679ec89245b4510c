//! Who held a post after whom, what stood empty, and how a team changed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::validation::days::{Days, Fact, Tally, sweep};
use super::{Group, HolderId, Organisation, OrganisationError as Fault, PostId, Statistics, Stretch, UnitName};
use crate::kernel::{
    Day, Decimal, Explanation, How, Key, Likely, Period, Quantity, Rate, Ratio, Result, Rounding, Text, WithinDays,
};
use crate::wire::organisation::{EndReason, Mode};

/// A time that somebody held a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Tenure {
    /// The opaque key of the holder.
    pub holder: String,
    /// The first day, where it is recorded.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub from: Option<WithinDays>,
    /// The first day after it, where it ended.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub until: Option<WithinDays>,
    /// How the holder came into it, by the holding or else by the post.
    pub mode: Option<Mode>,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
}

/// A time that places of a post stood empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Gap {
    /// The days.
    pub period: Stretch,
    /// How many days; none where it has no end or no beginning on record.
    pub days: Option<u32>,
    /// How many places were empty.
    pub places: u32,
}

/// Who held a post, one after the other (前任、继任), and when it stood empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Succession {
    /// The key of the post.
    pub post: String,
    /// Its title.
    pub title: Text,
    /// How many hold it at once.
    pub capacity: u32,
    /// Its holders in the order of their days.
    pub tenures: Vec<Tenure>,
    /// The times that it certainly stood empty, or not full.
    pub gaps: Vec<Gap>,
}

/// A post that is not full on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Vacancy {
    /// The key of the post.
    pub post: String,
    /// The unit that has it.
    pub unit: UnitName,
    /// Its title.
    pub title: Text,
    /// How many places are empty.
    pub places: u32,
    /// The first day of it, where it is recorded.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub since: Option<Day>,
    /// For how many days it has been so.
    pub days: Option<u32>,
    /// Who stands in reserve for it, counted.
    pub reserve: u32,
}

/// How often holdings ended for a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReasonCount {
    /// The reason; none where it is not recorded.
    pub reason: Option<EndReason>,
    /// How many.
    pub holdings: u32,
}

/// How the holders of a group of posts changed between two days (能上能下、能进能出).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Turnover {
    /// Heads on the first day.
    pub before: u32,
    /// Heads on the last day.
    pub after: u32,
    /// Heads on both.
    pub stayed: u32,
    /// Heads on the first day only.
    pub left: u32,
    /// Heads on the last day only.
    pub came: u32,
    /// Those who stayed of those who were there; none where nobody was.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub continuity: Option<Rate>,
    /// Holdings that certainly ended after the first day and by the last, by reason.
    pub ended: Vec<ReasonCount>,
}

/// A change of a share or a mean, with its unit of measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Change {
    /// The exact difference; none where one side is not known.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub exact: Option<Ratio>,
    /// With two decimals, a half up.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub rounded: Option<Decimal>,
    /// The unit of measure: `years` or `percentage-points`.
    pub unit: String,
}

/// One team on two days: who stayed, and how age and schooling changed (届际比较).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TermComparison {
    /// On the earlier day.
    pub before: Statistics,
    /// On the later day.
    pub after: Statistics,
    /// Who stayed, left and came.
    pub turnover: Turnover,
    /// The change of the mean age, in years.
    pub mean_age: Change,
    /// The change of the share under 35, in percentage points.
    pub under_35: Change,
    /// The change of the share with upper-secondary schooling or more, in percentage points.
    pub upper_secondary: Change,
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Organisation {
    fn post_id(&self, key: &str) -> Result<PostId, Fault> {
        self.posts.get(key).ok_or_else(|| Fault::UnknownPost { key: key.into() })
    }

    /// The runs of days on which places of a post are certainly empty, each with how many.
    fn empty_places(&self, id: PostId) -> Vec<(Days, u32)> {
        let Some(post) = self.post(id) else { return Vec::new() };
        let mut holdings: Vec<(HolderId, Fact)> = self.holdings_of(id).map(|h| (h.holder, Fact::of(h.span))).collect();
        holdings.sort_by_key(|(holder, _)| *holder);
        let life = self.life(post.unit);
        let begun = holdings.iter().map(|(_, fact)| fact.may.from).min();
        let known = match begun {
            _ if life.is_some_and(|life| life.from().is_some()) => Days::ALWAYS,
            Some(from) => Days::since(from),
            None => Days::NONE,
        };
        let (mut there, mut held) = (Tally::default(), Tally::default());
        for life in self.columns.lives.of(post.unit) {
            there.add(Fact::of(life).meet(Fact { sure: known, may: known }));
        }
        for group in holdings.chunk_by(|a, b| a.0 == b.0) {
            held.add_any(group.iter().map(|(_, fact)| *fact));
        }
        let mut out: Vec<(Days, u32)> = Vec::new();
        sweep([&mut there, &mut held], &[], |days, [there, (_, high)]| {
            let empty = post.capacity.saturating_sub(u32::try_from(high).unwrap_or(0));
            if there.0 == 0 || empty == 0 {
                return;
            }
            match out.last_mut() {
                Some((last, same)) if last.until == days.from && *same == empty => last.until = days.until,
                _ => out.push((days, empty)),
            }
        });
        out
    }

    /// Who held a post, one after the other, and when it stood empty.
    ///
    /// # Errors
    /// `unknown-post`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T",
    ///     "units": [{"key": "r", "kind": "residents-committee", "name": "居委会"}],
    ///     "posts": [{"key": "chair", "unit": "r", "title": "主任", "mode": "elected"}],
    ///     "holders": [{"key": "h1"}, {"key": "h2"}], "holdings": [
    ///         {"post": "chair", "holder": "h1", "from": "2019-01-01", "until": "2022-03-01", "end_reason": "retired"},
    ///         {"post": "chair", "holder": "h2", "from": "2022-05-01", "mode": "acting"}]}"#)?;
    /// let line = organisation.succession("chair")?;
    /// assert_eq!(line.tenures.iter().map(|t| t.holder.as_str()).collect::<Vec<_>>(), ["h1", "h2"]);
    /// assert_eq!((line.gaps[0].days, line.gaps[0].period.to_string().as_str()), (Some(61), "[2022-03-01, 2022-05-01)"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn succession(&self, post: &str) -> Result<Succession> {
        let id = self.post_id(post)?;
        let mut holdings: Vec<_> = self.holdings_of(id).collect();
        let row = self.post(id);
        holdings.sort_by_key(|h| (super::dated::order(h.span), self.holders.key(h.holder)));
        let tenure = |h: &&super::Holding| Tenure {
            holder: self.holders.key(h.holder).map(Key::to_string).unwrap_or_default(),
            from: h.span.from(),
            until: h.span.until(),
            mode: h.mode.or(row.and_then(|post| post.mode)),
            end_reason: h.end_reason,
        };
        let gap = |(days, places): (Days, u32)| {
            let period = days.stretch();
            let length = period.from.zip(period.until).map(|(from, until)| until.since(from));
            Gap { period, days: length.and_then(|days| u32::try_from(days).ok()), places }
        };
        Ok(Succession {
            post: post.into(),
            title: row.map(|post| post.title.clone()).unwrap_or_default(),
            capacity: row.map_or(0, |post| post.capacity),
            tenures: holdings.iter().map(tenure).collect(),
            gaps: self.empty_places(id).into_iter().map(gap).collect(),
        })
    }

    /// The posts that are certainly not full on a day, by their keys, with the days since.
    pub fn vacancies(&self, day: Day) -> Vec<Vacancy> {
        let mut out = Vec::new();
        for (id, post) in self.posts() {
            let gaps = self.empty_places(id);
            let Some(at) = gaps.iter().position(|(days, _)| days.contains(day.number())) else { continue };
            let Some((run, places)) = gaps.get(at).copied() else { continue };
            // It was not full before, either, if the run before ends where this one begins.
            let before = gaps.get(..at).unwrap_or_default().iter().rev();
            let from = before.fold(run.from, |from, (days, _)| if days.until == from { days.from } else { from });
            let since = Days::since(from).stretch().from;
            let reserve: BTreeSet<HolderId> = self
                .conduct
                .reserves_of(id)
                .filter(|r| r.span.holds(day) == Likely::Yes)
                .map(|reserve| reserve.holder)
                .collect();
            out.push(Vacancy {
                post: self.posts.key(id).map(Key::to_string).unwrap_or_default(),
                unit: self.unit_name(post.unit, day),
                title: post.title.clone(),
                places,
                since,
                days: since.and_then(|since| u32::try_from(day.since(since)).ok()),
                reserve: small(reserve.len()),
            });
        }
        out.sort_by(|a, b| a.post.cmp(&b.post));
        out
    }

    fn heads_of(&self, day: Day, group: &Group) -> Result<BTreeSet<HolderId>> {
        Ok(self.posts_in(day, group)?.into_iter().flat_map(|post| self.held(post, day).0).collect())
    }

    /// How the holders of a group of posts changed from one day to another, and why holdings ended between.
    ///
    /// # Errors
    /// `period-reversed`; `unknown-unit`, `unknown-kind` and `unit-not-there`, at the place in the group.
    pub fn turnover(&self, before: Day, after: Day, group: &Group) -> Result<Turnover> {
        let period = Period::new(before, Some(after))?;
        let (old, new) = (self.heads_of(before, group)?, self.heads_of(after, group)?);
        let stayed = old.intersection(&new).count();
        let posts: BTreeSet<PostId> =
            self.posts_in(before, group)?.into_iter().chain(self.posts_in(after, group)?).collect();
        let mut ended: BTreeMap<Option<EndReason>, u32> = BTreeMap::new();
        for holding in posts.iter().flat_map(|post| self.holdings_of(*post)) {
            // The first day after the holding lies after the first day, and on the last or before it.
            let within = |until: WithinDays| until.earliest() > period.from() && until.latest() <= after;
            if holding.span.until().is_some_and(within) {
                *ended.entry(holding.end_reason).or_default() += 1;
            }
        }
        Ok(Turnover {
            before: small(old.len()),
            after: small(new.len()),
            stayed: small(stayed),
            left: small(old.len() - stayed),
            came: small(new.len() - stayed),
            continuity: Rate::new(stayed as u64, old.len() as u64).ok(),
            ended: ended.into_iter().map(|(reason, holdings)| ReasonCount { reason, holdings }).collect(),
        })
    }

    /// One team on two days: who stayed, and how mean age and shares changed, exactly and each in its own unit.
    ///
    /// A mean age changes by years, a share by percentage points.
    ///
    /// # Errors
    /// As [`turnover`](Self::turnover).
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Group, Organisation};
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T",
    ///     "units": [{"key": "r", "kind": "residents-committee", "name": "居委会"}],
    ///     "posts": [{"key": "p", "unit": "r", "title": "委员", "capacity": 2}],
    ///     "holders": [{"key": "a", "born": "1960"}, {"key": "b", "born": "1971"}, {"key": "c", "born": "1995"}],
    ///     "holdings": [{"post": "p", "holder": "a", "from": "2018-01-01", "until": "2023-01-01", "end_reason": "retired"},
    ///         {"post": "p", "holder": "b", "from": "2018-01-01"}, {"post": "p", "holder": "c", "from": "2023-01-01"}]}"#)?;
    /// let change = organisation.compare_terms("2022-12-31".parse()?, "2023-01-01".parse()?, &Group::default())?;
    /// assert_eq!(change.turnover.continuity.unwrap().to_string(), "1/2");
    /// // From (62 + 51) / 2 to (52 + 28) / 2.
    /// assert_eq!(change.mean_age.exact.unwrap().to_string(), "-33/2");
    /// assert_eq!(change.under_35.rounded.unwrap().to_string(), "50.00");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn compare_terms(&self, before: Day, after: Day, group: &Group) -> Result<TermComparison> {
        let turnover = self.turnover(before, after, group)?;
        let (old, new) = (self.statistics(before, group)?, self.statistics(after, group)?);
        let share = |rate: Option<Rate>| rate.map(|rate| rate.to_ratio() * Ratio::from(100));
        let change = |a: Option<Ratio>, b: Option<Ratio>, unit: &str| {
            let exact = a.zip(b).map(|(a, b)| b - a);
            let rounded = exact.as_ref().and_then(|r| Decimal::from_ratio(r, 2, Rounding::HalfUp).ok());
            Change { exact, rounded, unit: unit.into() }
        };
        let points = |a: Option<Rate>, b: Option<Rate>| change(share(a), share(b), "percentage-points");
        Ok(TermComparison {
            mean_age: change(old.age.mean.clone(), new.age.mean.clone(), "years"),
            under_35: points(old.under_35.rate, new.under_35.rate),
            upper_secondary: points(old.upper_secondary.rate, new.upper_secondary.rate),
            before: old,
            after: new,
            turnover,
        })
    }
}

impl Succession {
    /// The holders one after the other with their days, and the days on which the post stood empty.
    pub fn explain(&self) -> Explanation {
        let days = |tenure: &Tenure| {
            let end = |end: Option<WithinDays>| end.map_or_else(|| "…".to_owned(), |day| day.to_string());
            Quantity::Words(Text::same(format!("[{}, {})", end(tenure.from), end(tenure.until))))
        };
        let tenures =
            self.tenures.iter().map(|tenure| Explanation::new(Text::same(tenure.holder.clone()), days(tenure)));
        let count = Quantity::Count(i64::try_from(self.tenures.len()).unwrap_or(i64::MAX));
        let mut node = Explanation::new(self.title.clone(), count).of(How::List, tenures.collect());
        for gap in &self.gaps {
            let empty = Text::new(format!("空缺 {}", gap.period), format!("empty {}", gap.period));
            node = node.with(empty, Quantity::Count(gap.places.into()));
        }
        node
    }
}

impl Turnover {
    /// Those who are there: who stayed and who came; with who left, and why holdings ended.
    pub fn explain(&self) -> Explanation {
        let count = |n: u32| Quantity::Count(n.into());
        let part = |zh: &str, en: &str, n: u32| Explanation::new(Text::new(zh, en), count(n));
        let parts = vec![part("留任", "stayed", self.stayed), part("新任", "came", self.came)];
        let mut node = Explanation::new(Text::new("任职人数", "heads"), count(self.after)).of(How::Sum, parts);
        node = node
            .with(Text::new("之前", "before"), count(self.before))
            .with(Text::new("离任", "left"), count(self.left));
        if let Some(continuity) = self.continuity {
            node = node.with(Text::new("留任比例", "continuity"), Quantity::Rate(continuity));
        }
        for ended in &self.ended {
            let label = ended.reason.map_or_else(|| Text::new("原因未记录", "no reason on record"), EndReason::label);
            node = node.with(label, count(ended.holdings));
        }
        node
    }
}

impl TermComparison {
    /// The comparison as an explanation: each change with its two sides.
    pub fn explain(&self) -> Explanation {
        let node = |zh: &str, en: &str, change: &Change, unit: (&str, &str), sides: (Option<Ratio>, Option<Ratio>)| {
            let none = || Quantity::Words(Text::new("无数据", "no data"));
            let mut out = Explanation::new(Text::new(zh, en), change.exact.clone().map_or_else(none, Quantity::Ratio));
            out = out.with(Text::new("之前", "before"), sides.0.map_or_else(none, Quantity::Ratio));
            out = out.with(Text::new("之后", "after"), sides.1.map_or_else(none, Quantity::Ratio));
            out.note = change.rounded.map(|d| Text::new(format!("= {d}{}", unit.0), format!("= {d} {}", unit.1)));
            out
        };
        let share = |rate: Option<Rate>| rate.map(Rate::to_ratio);
        let points = ("个百分点", "percentage points");
        let count = |n: u32| Quantity::Count(n.into());
        let continuity =
            self.turnover.continuity.map_or_else(|| Quantity::Words(Text::new("无数据", "no data")), Quantity::Rate);
        let stayed = Explanation::new(Text::new("留任比例", "continuity"), continuity)
            .with(Text::new("留任", "stayed"), count(self.turnover.stayed))
            .with(Text::new("离任", "left"), count(self.turnover.left))
            .with(Text::new("新任", "came"), count(self.turnover.came));
        let ages = (self.before.age.mean.clone(), self.after.age.mean.clone());
        let young = (share(self.before.under_35.rate), share(self.after.under_35.rate));
        let upper = (share(self.before.upper_secondary.rate), share(self.after.upper_secondary.rate));
        Explanation::new(
            Text::new(
                format!("{}与{}比较", self.before.day, self.after.day),
                format!("{} against {}", self.before.day, self.after.day),
            ),
            count(self.after.heads),
        )
        .of(
            How::List,
            vec![
                stayed,
                node("平均年龄的变化", "change of the mean age", &self.mean_age, ("岁", "years"), ages),
                node("35岁以下比例的变化", "change of the share under 35", &self.under_35, points, young),
                node(
                    "高中及以上学历比例的变化",
                    "change of the share with upper-secondary schooling or more",
                    &self.upper_secondary,
                    points,
                    upper,
                ),
            ],
        )
    }
}

impl Organisation {
    pub(super) fn life(&self, unit: super::UnitId) -> Option<crate::kernel::Span> {
        self.columns.lives.get(unit)
    }
}
