//! The team of the two committees (两委班子) of an area: who holds what in both, counted by heads and by posts.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{HolderId, Organisation, PostId, Snapshot, UnitId, UnitName};
use crate::kernel::{Day, Explanation, How, Key, Lang, Quantity, Rate, Result, Text};
use crate::wire::organisation::Role;

/// A post in a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RosterPost {
    /// The key of the post.
    pub post: String,
    /// Its title.
    pub title: Text,
    /// The unit that has it.
    pub unit: UnitName,
}

/// Somebody in a roster, by an opaque key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RosterMember {
    /// The opaque key.
    pub holder: String,
    /// The posts, by their keys.
    pub posts: Vec<RosterPost>,
    /// Whether in both committees (交叉任职).
    pub cross: bool,
    /// Whether at the head of both (一肩挑).
    pub both_heads: bool,
}

/// The roster of the two committees of an area on a day: the party body and the self-governing committee.
///
/// Posts and heads are counted apart: one person in two posts is one head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct JointRoster {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The area.
    pub area: UnitName,
    /// The bodies, by their keys.
    pub bodies: Vec<UnitName>,
    /// Places in their posts (职数).
    pub places: u32,
    /// Holdings; somebody in two posts counts twice (任职人次).
    pub holdings: u32,
    /// Heads (人数).
    pub heads: u32,
    /// Places that nobody certainly holds.
    pub vacant: u32,
    /// Heads in both committees (交叉任职).
    pub cross: u32,
    /// The same as a rate of all heads; none where there is nobody.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub cross_rate: Option<Rate>,
    /// Heads at the head of both (一肩挑).
    pub both_heads: u32,
    /// Everybody, by their keys.
    pub members: Vec<RosterMember>,
}

impl JointRoster {
    /// The holdings of everybody, which add up, with places and heads counted apart.
    pub fn explain(&self) -> Explanation {
        let count = |n: u32| Quantity::Count(n.into());
        let members = self.members.iter().map(|member| {
            let posts = member.posts.iter().map(|post| Explanation::new(post.title.clone(), count(1)));
            Explanation::new(Text::same(member.holder.clone()), count(small(member.posts.len())))
                .of(How::Sum, posts.collect())
        });
        Explanation::new(Text::new("任职人次", "holdings"), count(self.holdings))
            .of(How::Sum, members.collect())
            .with(Text::new("职数", "places"), count(self.places))
            .with(Text::new("人数", "heads"), count(self.heads))
            .with(Text::new("空缺", "vacant"), count(self.vacant))
            .with(Text::new("交叉任职", "in both committees"), count(self.cross))
            .with(Text::new("一肩挑", "at the head of both"), count(self.both_heads))
    }
}

/// Titles of the head of a party body and of a committee.
const HEADS: [&str; 4] = ["书记", "secretary", "主任", "chair"];

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Snapshot<'_> {
    /// The roster of the two committees (两委) of an area: of every party body and self-governing committee within it.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "c", "kind": "community", "name": "社区 01"},
    ///     {"key": "b", "kind": "party-branch", "name": "党支部", "parent": "c"},
    ///     {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"}],
    ///     "posts": [{"key": "s", "unit": "b", "title": "书记"}, {"key": "z", "unit": "r", "title": "主任"},
    ///         {"key": "m", "unit": "r", "title": "委员", "capacity": 2}],
    ///     "holders": [{"key": "h1"}, {"key": "h2"}],
    ///     "holdings": [{"post": "s", "holder": "h1"}, {"post": "z", "holder": "h1"}, {"post": "m", "holder": "h2"}]}"#)?;
    /// let team = organisation.at("2024-01-01".parse()?).joint_roster("c")?;
    /// assert_eq!((team.places, team.holdings, team.heads, team.vacant), (4, 3, 2, 1));
    /// assert_eq!((team.cross, team.both_heads), (1, 1));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn joint_roster(&self, area: &str) -> Result<JointRoster> {
        let organisation: &Organisation = self.organisation;
        let area = self.unit(area)?;
        let role = |unit: UnitId| organisation.kind_on(unit, self.day).map(|(kind, _)| kind.role);
        let two = |role: Option<Role>| matches!(role, Some(Role::PartyBranch | Role::SelfGoverning));
        let mut bodies: Vec<UnitId> = area.subtree().iter().copied().filter(|unit| two(role(*unit))).collect();
        bodies.sort_by_key(|unit| organisation.rank(*unit));
        let within: BTreeSet<UnitId> = bodies.iter().copied().collect();
        let mut posts: Vec<(&Key, PostId)> = organisation
            .posts()
            .filter(|(_, post)| within.contains(&post.unit))
            .filter_map(|(id, _)| Some((organisation.posts.key(id)?, id)))
            .collect();
        posts.sort_unstable();
        let (mut places, mut holdings, mut vacant) = (0_u32, 0_u32, 0_u32);
        let mut held: BTreeMap<HolderId, Vec<PostId>> = BTreeMap::new();
        for (_, id) in &posts {
            let Some(post) = organisation.post(*id) else { continue };
            let (certain, _) = organisation.held(*id, self.day);
            places = places.saturating_add(post.capacity);
            vacant = vacant.saturating_add(post.capacity.saturating_sub(small(certain.len())));
            holdings = holdings.saturating_add(small(certain.len()));
            for holder in certain {
                held.entry(holder).or_default().push(*id);
            }
        }
        let member = |(holder, posts): (HolderId, Vec<PostId>)| {
            let rows: Vec<_> = posts.iter().filter_map(|id| Some((*id, organisation.post(*id)?))).collect();
            let is_head = |title: &Text| [Lang::Zh, Lang::En].iter().any(|lang| HEADS.contains(&title.get(*lang)));
            let in_both = |heads: bool| {
                let ours = rows.iter().filter(|(_, post)| !heads || is_head(&post.title));
                let roles: BTreeSet<Role> = ours.filter_map(|(_, post)| role(post.unit)).collect();
                roles.len() > 1
            };
            RosterMember {
                holder: organisation.holders.key(holder).map(Key::to_string).unwrap_or_default(),
                cross: in_both(false),
                both_heads: in_both(true),
                posts: rows
                    .iter()
                    .map(|(id, post)| RosterPost {
                        post: organisation.posts.key(*id).map(Key::to_string).unwrap_or_default(),
                        title: post.title.clone(),
                        unit: self.name_of(post.unit),
                    })
                    .collect(),
            }
        };
        let mut members: Vec<RosterMember> = held.into_iter().map(member).collect();
        members.sort_by(|a, b| a.holder.cmp(&b.holder));
        let cross = members.iter().filter(|m| m.cross).count();
        Ok(JointRoster {
            day: self.day,
            area: area.named(),
            bodies: bodies.into_iter().map(|unit| self.name_of(unit)).collect(),
            places,
            holdings,
            heads: small(members.len()),
            vacant,
            cross: small(cross),
            cross_rate: Rate::new(cross as u64, members.len() as u64).ok(),
            both_heads: small(members.iter().filter(|m| m.both_heads).count()),
            members,
        })
    }
}
