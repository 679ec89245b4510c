//! The ways to a goal as explanations.

use crate::kernel::{Explanation, How, Quantity, Status, Text};
use crate::wire::evaluation::{Cheapest, CostedChange, Outcome, SmallestChange, UnsearchedWhy, WhatIf};

/// What is to be reached.
fn goal(unit: &str, grade: Option<&String>, rank: Option<u32>) -> Text {
    match (grade, rank) {
        (Some(grade), _) => Text::new(format!("{unit} 达到 {grade}"), format!("{unit} to reach {grade}")),
        (None, Some(rank)) => Text::new(format!("{unit} 进入前 {rank} 名"), format!("{unit} to reach rank {rank}")),
        (None, None) => Text::same(unit),
    }
}

/// A node with how a unit stands: total, grade and rank.
fn standing(mut node: Explanation, at: &Outcome, now: bool) -> Explanation {
    let total = if now { Text::new("现总分", "total now") } else { Text::new("则总分", "total then") };
    node = node.with(total, Quantity::Decimal(at.total));
    if let Some(grade) = &at.grade {
        node = node.with(Text::new("等级", "grade"), Quantity::Words(Text::same(grade.clone())));
    }
    match at.rank {
        Some(rank) => node.with(Text::new("名次", "rank"), Quantity::Count(rank.into())),
        None => node,
    }
}

fn steps(node: Explanation, steps: u64) -> Explanation {
    node.with(Text::new("步数", "steps"), Quantity::Count(i64::try_from(steps).unwrap_or(i64::MAX)))
}

impl WhatIf {
    /// The answer as an explanation: how the unit stands, and each number with the value at which it alone reaches the goal.
    pub fn explain(&self) -> Explanation {
        let change = |change: &SmallestChange| {
            let outcome = change.to.map_or_else(
                || Quantity::Words(Text::new("单凭此项达不到", "out of reach by itself")),
                Quantity::Decimal,
            );
            let from = change.from.map_or_else(|| Quantity::Words(Text::new("缺值", "missing")), Quantity::Decimal);
            let mut node = Explanation::new(change.label.clone(), outcome)
                .by(change.column.as_str(), None)
                .with(Text::new("现值", "now"), from);
            if let Some(n) = change.steps {
                node = steps(node, n);
            }
            standing(node, &change.then, false)
        };
        let status = if self.reached { Status::Met } else { Status::NotMet };
        let label = goal(&self.unit, self.grade.as_ref(), self.rank);
        let node = standing(Explanation::new(label, Quantity::Status(status)), &self.now, true);
        let node = if self.barred_by.is_empty() {
            node
        } else {
            let vetoes = self.barred_by.join(", ");
            node.noted(Text::new(format!("一票否决：{vetoes}"), format!("vetoed by {vetoes}")))
        };
        node.of(How::List, self.changes.iter().map(change).collect())
    }
}

impl Cheapest {
    /// The answer as an explanation: the changes with their costs, which add up, and whether that is proven.
    pub fn explain(&self) -> Explanation {
        let change = |change: &CostedChange| {
            let from = change.from.map_or_else(|| Quantity::Words(Text::new("缺值", "missing")), Quantity::Decimal);
            let node = Explanation::new(Text::same(change.column.clone()), Quantity::Decimal(change.cost))
                .with(Text::new("现值", "now"), from)
                .with(Text::new("改为", "to"), Quantity::Decimal(change.to));
            steps(node, change.steps)
        };
        let none = || Quantity::Words(Text::new("达不到", "out of reach"));
        let label = goal(&self.unit, self.grade.as_ref(), self.rank);
        let mut node = Explanation::new(label, self.cost.map_or_else(none, Quantity::Decimal));
        node = standing(node, &self.then, self.changes.is_none());
        for column in &self.unsearched {
            node = node.with(Text::same(column.column.clone()), Quantity::Words(column.why.label()));
        }
        let note = match (self.changes.is_some(), self.proven) {
            (true, true) => Text::new("费用合计；已证明最省", "what it costs together; proven to be the least"),
            (true, false) => Text::new("费用合计；未证明最省", "what it costs together; not proven to be the least"),
            (false, true) => Text::new("已证明达不到", "proven to be out of reach"),
            (false, false) => {
                Text::new("未找到办法，未证明达不到", "no way was found, which is no proof that there is none")
            }
        };
        let parts: Vec<Explanation> = self.changes.iter().flatten().map(change).collect();
        let how = if parts.is_empty() { How::List } else { How::Sum };
        node.noted(note).of(how, parts)
    }
}

impl UnsearchedWhy {
    /// What it says.
    pub fn label(self) -> Text {
        match self {
            Self::Missing => Text::new("缺值", "missing"),
            Self::Votes => Text::new("票由他人投", "votes are others' to change"),
            Self::NoDirection => Text::new("没有好的方向", "neither more nor less is better everywhere"),
            Self::LastPeriod => Text::new("上期已过", "last period is over"),
            Self::Veto => Text::new("一票否决是事实", "a veto is a fact"),
            Self::Denominator => Text::new("分母不变", "of a rate only the numerator moves"),
        }
    }
}
