//! The team of the two committees (两委班子) as counts alone.

use crate::kernel::{Explanation, How, Quantity, Text};
use crate::organisation::JointRoster;
use crate::wire::participation_bodies::RosterCounts;

impl RosterCounts {
    /// The counts of a joint roster; its members are left out.
    pub fn of(roster: &JointRoster) -> Self {
        Self {
            day: roster.day,
            area: roster.area.clone(),
            places: roster.places,
            holdings: roster.holdings,
            heads: roster.heads,
            vacant: roster.vacant,
            cross: roster.cross,
            cross_rate: roster.cross_rate,
            both_heads: roster.both_heads,
        }
    }

    /// Places held and vacant, which add up where no place is held twice, with heads counted apart.
    pub fn explain(&self) -> Explanation {
        let count = |n: u32| Quantity::Count(n.into());
        let how = if self.holdings.checked_add(self.vacant) == Some(self.places) { How::Sum } else { How::List };
        Explanation::new(Text::new("职数", "places"), count(self.places))
            .of(
                how,
                vec![
                    Explanation::new(Text::new("任职人次", "holdings"), count(self.holdings)),
                    Explanation::new(Text::new("空缺", "vacant"), count(self.vacant)),
                ],
            )
            .with(Text::new("人数", "heads"), count(self.heads))
            .with(Text::new("交叉任职", "in both committees"), count(self.cross))
            .with(Text::new("一肩挑", "at the head of both"), count(self.both_heads))
    }
}
