//! Statistics of those who hold posts, as exact ratios with their units of measure.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Holder, HolderId, Organisation, OrganisationError as Fault, PostId, UnitId};
use crate::kernel::{
    Day, Decimal, Explanation, Id, Input, Lang, Likely, Quantity, Rate, Ratio, Result, Rounding, Text,
};
use crate::wire::organisation::Schooling;

/// Which posts a statistic is about; an empty list leaves its side open.
///
/// ```
/// use shequ::organisation::Group;
/// let heads = Group { titles: vec!["主任".into()], kinds: vec!["residents-committee".into()], ..Group::default() };
/// assert!(heads.within.is_empty());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What it is called.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Text>"))]
    pub label: Text,
    /// Keys of units: posts of these and of all within them count.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
    pub within: Vec<String>,
    /// Kinds of units whose posts count.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
    pub kinds: Vec<String>,
    /// Titles of posts that count, in Chinese or English.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
    pub titles: Vec<String>,
}

/// The ages of a group, in years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Age {
    /// The exact mean; none where no year of birth is known.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub mean: Option<Ratio>,
    /// The mean with one decimal, a half up.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub rounded: Option<Decimal>,
    /// The youngest.
    pub least: Option<i32>,
    /// The oldest.
    pub most: Option<i32>,
    /// How many heads went in.
    pub counted: u32,
    /// Heads whose year of birth is not known.
    pub unknown: u32,
    /// The unit of measure: `years`.
    pub unit: String,
    /// How an age is reckoned: `calendar-years`, the year of the day less the year of birth.
    pub basis: String,
}

/// A share of a group, as counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Share {
    /// How many of how many, such as `122/230`; none where it is known of nobody.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub rate: Option<Rate>,
    /// In percent with two decimals, a half up.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub percent: Option<Decimal>,
    /// Heads of whom it is not known; they are in no side of the rate.
    pub unknown: u32,
    /// The unit of measure of `percent`: `percent`. A difference of two shares is in percentage points.
    pub unit: String,
}

/// Who holds the posts of a group on a day (班子结构), counted and never listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Statistics {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// What the group is called.
    pub label: Text,
    /// Units with a post of the group.
    pub units: u32,
    /// Posts.
    pub posts: u32,
    /// Places in these posts.
    pub places: u32,
    /// Holdings on the day; somebody in two posts counts twice (任职人次).
    pub holdings: u32,
    /// Heads; somebody in two posts counts once (人数).
    pub heads: u32,
    /// Holdings that dates within bounds leave open; they are not counted.
    pub possible: u32,
    /// Places that nobody certainly holds.
    pub vacant: u32,
    /// Heads for each unit, such as `230/39`.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub heads_per_unit: Option<Rate>,
    /// The same with two decimals, a half up.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub heads_per_unit_rounded: Option<Decimal>,
    /// Ages of the heads.
    pub age: Age,
    /// The share of heads under 35 years.
    pub under_35: Share,
    /// The share of heads with upper-secondary schooling or more.
    pub upper_secondary: Share,
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Organisation {
    /// Statistics of those who hold the posts of a group on a day.
    ///
    /// Each figure stays a ratio of counts; rounding is beside it, half up. Ages are differences of calendar years, since
    /// only the year of birth is kept.
    ///
    /// # Errors
    /// `unknown-unit`, `unknown-kind`, at the place in the group.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Group, Organisation};
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T",
    ///     "units": [{"key": "r", "kind": "residents-committee", "name": "居委会"}],
    ///     "posts": [{"key": "p", "unit": "r", "title": "委员", "capacity": 3}],
    ///     "holders": [{"key": "h1", "born": "1990"}, {"key": "h2", "born": "1971", "schooling": "tertiary"}],
    ///     "holdings": [{"post": "p", "holder": "h1"}, {"post": "p", "holder": "h2"}]}"#)?;
    /// let statistics = organisation.statistics("2024-06-01".parse()?, &Group::default())?;
    /// assert_eq!(statistics.age.mean.unwrap().to_string(), "87/2");
    /// assert_eq!(statistics.age.rounded.unwrap().to_string(), "43.5");
    /// assert_eq!(statistics.under_35.rate.unwrap().to_string(), "1/2");
    /// assert_eq!((statistics.upper_secondary.rate.unwrap().to_string().as_str(), statistics.vacant), ("1/1", 1));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn statistics(&self, day: Day, group: &Group) -> Result<Statistics> {
        let posts = self.posts_in(day, group)?;
        let units: BTreeSet<UnitId> = posts.iter().filter_map(|id| self.post(*id)).map(|post| post.unit).collect();
        let places: u64 = posts.iter().filter_map(|id| self.post(*id)).map(|post| u64::from(post.capacity)).sum();
        let mut heads: BTreeSet<HolderId> = BTreeSet::new();
        let (mut holdings, mut possible, mut vacant) = (0, 0, 0_u64);
        for id in &posts {
            let (certain, maybe) = self.held(*id, day);
            holdings += certain.len();
            possible += maybe.len();
            let room = self.post(*id).map_or(0, |post| u64::from(post.capacity));
            vacant += room.saturating_sub(certain.len() as u64);
            heads.extend(certain);
        }
        let rows: Vec<&Holder> = heads.iter().filter_map(|h| self.holder_rows.get(h.index())).collect();
        let per_unit = Rate::new(heads.len() as u64, units.len() as u64).ok();
        Ok(Statistics {
            day,
            label: group.label.clone(),
            units: small(units.len()),
            posts: small(posts.len()),
            places: u32::try_from(places).unwrap_or(u32::MAX),
            holdings: small(holdings),
            heads: small(heads.len()),
            possible: small(possible),
            vacant: u32::try_from(vacant).unwrap_or(u32::MAX),
            heads_per_unit: per_unit,
            heads_per_unit_rounded: per_unit.and_then(|r| rounded(&r.to_ratio(), 2)),
            age: ages(day, &rows),
            under_35: share(rows.iter().map(|row| under(35, day, row))),
            upper_secondary: share(rows.iter().map(|row| Some(row.schooling? >= Schooling::UpperSecondary))),
        })
    }

    /// The posts of a group whose unit certainly exists on the day.
    pub(super) fn posts_in(&self, day: Day, group: &Group) -> Result<Vec<PostId>> {
        let mut faults = crate::kernel::Faults::new();
        let snapshot = self.at(day);
        let mut within: BTreeSet<UnitId> = BTreeSet::new();
        for (i, key) in group.within.iter().enumerate() {
            match snapshot.unit(key) {
                Ok(unit) => within.extend(unit.subtree()),
                Err(error) => faults.extend(&format!("within[{i}]"), error),
            }
        }
        for (i, kind) in group.kinds.iter().enumerate() {
            if self.catalogue.kinds.get(kind).is_none() {
                faults.push(format!("kinds[{i}]"), Fault::UnknownKind { key: kind.clone() });
            }
        }
        faults.into_result()?;
        let fits = |unit: UnitId| {
            let there = self.exists(unit, day) == Likely::Yes;
            let kind = || self.kind_on(unit, day).and_then(|(_, id)| self.catalogue.kinds.key(id));
            let kind_fits =
                group.kinds.is_empty() || kind().is_some_and(|k| group.kinds.iter().any(|g| g == k.as_str()));
            there && kind_fits && (group.within.is_empty() || within.contains(&unit))
        };
        let titled = |title: &Text| {
            let named = |t: &String| t == title.get(Lang::Zh) || t == title.get(Lang::En);
            group.titles.is_empty() || group.titles.iter().any(named)
        };
        Ok(self.posts().filter(|(_, post)| fits(post.unit) && titled(&post.title)).map(|(id, _)| id).collect())
    }
}

/// The age in calendar years, where the year of birth is known.
fn age(day: Day, holder: &Holder) -> Option<i32> {
    let born = holder.born?;
    let year = born.earliest().year();
    (year == born.latest().year()).then(|| day.year() - year)
}

/// Whether somebody is under an age; bounds of several years may still decide it.
fn under(years: i32, day: Day, holder: &Holder) -> Option<bool> {
    let born = holder.born?;
    let (least, most) = (day.year() - born.latest().year(), day.year() - born.earliest().year());
    let (young, old) = (least < years, most < years);
    (young == old).then_some(young)
}

fn ages(day: Day, rows: &[&Holder]) -> Age {
    let known: Vec<i32> = rows.iter().filter_map(|row| age(day, row)).collect();
    let sum: i64 = known.iter().map(|age| i64::from(*age)).sum();
    let mean = Ratio::new(sum, i64::try_from(known.len()).unwrap_or(i64::MAX)).ok();
    Age {
        rounded: mean.as_ref().and_then(|mean| rounded(mean, 1)),
        mean,
        least: known.iter().min().copied(),
        most: known.iter().max().copied(),
        counted: small(known.len()),
        unknown: small(rows.len() - known.len()),
        unit: "years".into(),
        basis: "calendar-years".into(),
    }
}

fn rounded(ratio: &Ratio, scale: u8) -> Option<Decimal> {
    Decimal::from_ratio(ratio, scale, Rounding::HalfUp).ok()
}

fn share(answers: impl Iterator<Item = Option<bool>>) -> Share {
    let (mut yes, mut known, mut unknown) = (0, 0, 0);
    for answer in answers {
        match answer {
            None => unknown += 1,
            Some(answer) => {
                known += 1;
                yes += u64::from(answer);
            }
        }
    }
    let rate = Rate::new(yes, known).ok();
    let percent = rate.and_then(|rate| rate.percent(2, Rounding::HalfUp).ok());
    Share { rate, percent, unknown, unit: "percent".into() }
}

impl Statistics {
    /// The statistics as an explanation: each figure with the counts behind it and its unit of measure.
    pub fn explain(&self) -> Explanation {
        let count = |zh: &str, en: &str, n: u32| Input { label: Text::new(zh, en), value: Quantity::Count(n.into()) };
        let none = || Quantity::Words(Text::new("无数据", "no data"));
        let of = |label: Text, rate: Option<Rate>, shown: Option<Decimal>, unit: (&str, &str), unknown: u32| {
            let mut node = Explanation::new(label, rate.map_or_else(none, Quantity::Rate));
            node.note = shown.map(|d| Text::new(format!("= {d}{}", unit.0), format!("= {d} {}", unit.1)));
            if unknown > 0 {
                node.inputs.push(count("不详", "not known", unknown));
            }
            node
        };
        let percent = ("%", "percent");
        let mut mean = Explanation::new(
            Text::new("平均年龄（岁，按年份相减）", "mean age (years, difference of calendar years)"),
            self.age.mean.clone().map_or_else(none, Quantity::Ratio),
        );
        mean.note = self.age.rounded.map(|d| Text::new(format!("= {d}岁"), format!("= {d} years")));
        mean.inputs =
            vec![count("计入人数", "heads counted", self.age.counted), count("不详", "not known", self.age.unknown)];
        let mut node = Explanation::new(
            if self.label.is_empty() { Text::new("任职统计", "statistics of posts") } else { self.label.clone() },
            Quantity::Count(self.heads.into()),
        );
        node.inputs = vec![
            count("单位", "units", self.units),
            count("职位", "posts", self.posts),
            count("职数", "places", self.places),
            count("任职人次", "holdings", self.holdings),
            count("人数", "heads", self.heads),
            count("空缺", "vacant", self.vacant),
        ];
        node.of(
            crate::kernel::How::List,
            vec![
                mean,
                of(
                    Text::new("35岁以下", "under 35"),
                    self.under_35.rate,
                    self.under_35.percent,
                    percent,
                    self.under_35.unknown,
                ),
                of(
                    Text::new("高中及以上学历", "upper-secondary schooling or more"),
                    self.upper_secondary.rate,
                    self.upper_secondary.percent,
                    percent,
                    self.upper_secondary.unknown,
                ),
                of(
                    Text::new("平均每单位人数", "heads for each unit"),
                    self.heads_per_unit,
                    self.heads_per_unit_rounded,
                    ("人", "heads"),
                    0,
                ),
            ],
        )
    }
}
