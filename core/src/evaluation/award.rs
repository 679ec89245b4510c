//! Why a unit is awarded, or not, in words.

use super::card::Scorecard;
use super::rank::places;
use super::scheme::{Award, Peers, Unresolved};
use super::score::grade_bound;
use crate::kernel::Text;

pub(super) fn why(card: &Scorecard, award: &Award, u: usize) -> Text {
    let scheme = &card.scheme.inner;
    let standing = &card.standing;
    let given = |u: &usize| standing.award.get(*u) == Some(&true);
    let seed = award.seed;
    if standing.lots.iter().any(|lot| lot.order.contains(&u)) {
        return if given(&u) {
            Text::new(format!("评优（抽签，种子 {seed}）"), format!("awarded by lot, seed {seed}"))
        } else {
            Text::new(format!("未评优（抽签，种子 {seed}）"), format!("not awarded by lot, seed {seed}"))
        };
    }
    let apart = scheme.ranking.as_ref().is_some_and(|ranking| ranking.peers == Peers::Group);
    let group = if apart { card.data.peer.get(u).copied().unwrap_or(0) } else { 0 };
    let members = standing.order.get(group).map(Vec::as_slice).unwrap_or_default();
    let (size, places) = (members.len(), places(award, members.len()).unwrap_or(0));
    if given(&u) {
        return Text::new(format!("评优（名额 {places} 个）"), format!("awarded (places: {places})"));
    }
    let not = |zh: String, en: String| Text::new(format!("未评优：{zh}"), format!("not awarded: {en}"));
    if card.scores.eligible.get(u) == Some(&false) {
        return not("一票否决".into(), "barred by a veto".into());
    }
    if size < scheme.least_peers {
        return not(
            format!("同类只有 {size} 个单位，不排名"),
            format!("a peer group of {size} is too small to be ranked"),
        );
    }
    if places == 0 {
        return not(format!("{size} 个单位没有名额"), format!("there is no place in a group of {size}"));
    }
    let total = card.scores.total.get(u).copied().unwrap_or_default();
    if let Some(least) = award.least.filter(|least| total < grade_bound(scheme, *least)) {
        return not(format!("总分低于 {least}"), format!("the total is below {least}"));
    }
    let awarded = members.iter().filter(|u| given(u)).count();
    if awarded < places && award.unresolved == Unresolved::None {
        return not(
            format!("名额 {places} 个，给出 {awarded} 个后并列，并列者都不评"),
            format!("units are tied after {awarded} of the places ({places}), and none of them is awarded"),
        );
    }
    not(format!("{places} 个名额已由名次在前者得"), format!("units ranked before it have all places ({places})"))
}
