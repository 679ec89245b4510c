//! Relations and posts as of a day, and what an organisation holds in all.

use serde::Serialize;

use super::{Organisation, Snapshot, UnitName};
use crate::kernel::{Day, Key, Likely, Text, WithinDays};
use crate::wire::organisation::{EndReason, Mode};

/// A relation that holds on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RelationRecord {
    /// Its kind, such as `leads`.
    pub kind: String,
    /// The kind's name.
    pub label: Text,
    /// The unit that leads, guides, serves.
    pub source: UnitName,
    /// The unit that is led, guided, served.
    pub target: UnitName,
    /// `possible` where dates within bounds leave it open.
    pub likely: Likely,
}

/// A post on a day, with those who hold it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PostRecord {
    /// Its key.
    pub key: String,
    /// The unit that has it.
    pub unit: UnitName,
    /// Its title.
    pub title: Text,
    /// How many hold it at once.
    pub capacity: u32,
    /// The years of a term, where the post has its own.
    pub term_years: Option<u32>,
    /// How somebody comes into it.
    pub mode: Option<Mode>,
    /// Places that nobody certainly holds.
    pub vacant: u32,
    /// Who holds it, by opaque keys, in their order.
    pub holders: Vec<HoldingRecord>,
}

/// A holding on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HoldingRecord {
    /// The opaque key of the holder.
    pub holder: String,
    /// The first day, where it is recorded.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub from: Option<WithinDays>,
    /// The first day after it, where it ends.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub until: Option<WithinDays>,
    /// Why it ended, or will.
    pub end_reason: Option<EndReason>,
    /// `possible` where dates within bounds leave it open.
    pub likely: Likely,
}

/// What an organisation holds in all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Overview {
    /// What it is about.
    pub title: Text,
    /// Units, on whatever days.
    pub units: u32,
    /// Events that were applied.
    pub events: u32,
    /// Relations.
    pub relations: u32,
    /// Posts.
    pub posts: u32,
    /// Holders of posts.
    pub holders: u32,
    /// Holdings.
    pub holdings: u32,
    /// Agreements.
    pub agreements: u32,
    /// The first day on which something changes.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub first: Option<Day>,
    /// The last day on which something changes.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub last: Option<Day>,
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Organisation {
    /// What it holds in all.
    pub fn overview(&self) -> Overview {
        let spans = self.columns.spans();
        let spans = spans.chain(self.relations.iter().map(|r| r.span)).chain(self.holdings.iter().map(|h| h.span));
        let mut bounds: Option<(Day, Day)> = None;
        for turn in spans.flat_map(super::dated::turns) {
            bounds = Some(bounds.map_or((turn, turn), |(first, last)| (first.min(turn), last.max(turn))));
        }
        Overview {
            title: self.title.clone(),
            units: count(self.keys.len()),
            events: count(self.events.len()),
            relations: count(self.relations.len()),
            posts: count(self.post_rows.len()),
            holders: count(self.holder_rows.len()),
            holdings: count(self.holdings.len()),
            agreements: count(self.agreement_rows.len()),
            first: bounds.map(|(first, _)| first),
            last: bounds.map(|(_, last)| last),
        }
    }
}

impl Snapshot<'_> {
    /// The relations that hold between units of the day, by the keys of their sources.
    pub fn relations(&self) -> Vec<RelationRecord> {
        let catalogue = &self.organisation.catalogue;
        self.related()
            .into_iter()
            .map(|(relation, likely)| RelationRecord {
                kind: catalogue.relations.key(relation.kind).map(Key::to_string).unwrap_or_default(),
                label: catalogue.relation_row(relation.kind).map(|row| row.label.clone()).unwrap_or_default(),
                source: self.name_of(relation.source),
                target: self.name_of(relation.target),
                likely,
            })
            .collect()
    }

    /// The posts of the units of the day, by their keys, with those who hold them.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T",
    ///     "units": [{"key": "r", "kind": "residents-committee", "name": "居委会"}],
    ///     "posts": [{"key": "chair", "unit": "r", "title": "主任"}], "holders": [{"key": "h1"}],
    ///     "holdings": [{"post": "chair", "holder": "h1", "until": "2024-05-01"}]}"#)?;
    /// assert_eq!(organisation.at("2024-04-30".parse()?).posts()[0].holders[0].holder, "h1");
    /// assert_eq!(organisation.at("2024-05-01".parse()?).posts()[0].vacant, 1);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn posts(&self) -> Vec<PostRecord> {
        let organisation = self.organisation;
        let mut out: Vec<PostRecord> = organisation
            .posts()
            .filter(|(_, post)| organisation.exists(post.unit, self.day) != Likely::No)
            .map(|(id, post)| {
                let mut holders: Vec<HoldingRecord> = organisation
                    .holdings_of(id)
                    .map(|holding| (holding, holding.span.holds(self.day)))
                    .filter(|(_, likely)| *likely != Likely::No)
                    .map(|(holding, likely)| HoldingRecord {
                        holder: organisation.holders.key(holding.holder).map(Key::to_string).unwrap_or_default(),
                        from: holding.span.from(),
                        until: holding.span.until(),
                        end_reason: holding.end_reason,
                        likely,
                    })
                    .collect();
                let starts = |record: &HoldingRecord| record.from.map_or(0, |from| from.earliest().number());
                holders.sort_by(|a, b| (&a.holder, starts(a)).cmp(&(&b.holder, starts(b))));
                let certain = holders.iter().filter(|h| h.likely == Likely::Yes).count();
                PostRecord {
                    key: organisation.posts.key(id).map(Key::to_string).unwrap_or_default(),
                    unit: self.name_of(post.unit),
                    title: post.title.clone(),
                    capacity: post.capacity,
                    term_years: post.term_years,
                    mode: post.mode,
                    vacant: post.capacity.saturating_sub(count(certain)),
                    holders,
                }
            })
            .collect();
        out.sort_by(|a, b| a.key.cmp(&b.key));
        out
    }

    /// The posts of a unit.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`.
    pub fn posts_of(&self, unit: &str) -> crate::kernel::Result<Vec<PostRecord>> {
        let unit = self.unit(unit)?.key();
        Ok(self.posts().into_iter().filter(|post| post.unit.key == unit).collect())
    }
}
