//! Why an election came out as it did: each check and each win test with both sides, and the clause that asks for it.

use super::ElectionResult;
use crate::kernel::{Citation, Explanation, How, Quantity, Status, Text};
use crate::pack::{Lookup, Rules, warned};
use crate::wire::participation::Caution;
use crate::wire::participation_election::{
    ElectionState, PollCheck, PollKind, PollStatus, PollView, StandingOutcome, StandingView, TieRule, TieView,
};

impl ElectionResult {
    /// Why: each poll with its reconciliation, its turnout and every win test with both sides exactly.
    pub fn explain(&self) -> Explanation {
        self.explain_with(&|_| Cited::default())
    }

    /// The same, with the articles of the clauses as packs have them on a day.
    pub fn explain_by(&self, rules: &Rules) -> Explanation {
        self.explain_with(&|clause| Cited::by(rules, clause))
    }

    fn explain_with(&self, cite: &dyn Fn(&str) -> Cited) -> Explanation {
        let view = &self.view;
        let state = match view.state {
            ElectionState::NotHeld => Text::new("尚未投票", "not held"),
            ElectionState::Open => Text::new("未完成", "open"),
            ElectionState::Complete => Text::new("完成", "complete"),
        };
        let keys = |list: &mut dyn Iterator<Item = String>| Text::same(list.collect::<Vec<_>>().join(", "));
        let mut root = Explanation::new(view.label.clone(), Quantity::Words(state))
            .by(self.election.rules().id(), None)
            .with(Text::new("名额", "seats"), count(view.seats.into()))
            .with(
                Text::new("当选", "elected"),
                Quantity::Words(keys(&mut view.elected.iter().map(|e| e.candidate.to_string()))),
            );
        let (least, most) = self.election.on_roll();
        root = root.with(
            Text::new("登记人数", "on the roll"),
            if least == most { count(least) } else { Quantity::Words(Text::same(format!("{least}..{most}"))) },
        );
        root = root.noted(view.next.text.clone());
        let mut children: Vec<Explanation> = view.list.iter().map(|c| explain_check(c, cite)).collect();
        children.extend(view.polls.iter().map(|p| explain_poll(p, cite)));
        children.extend(view.cautions.iter().map(|caution| {
            Explanation::new(Text::new("注意", "caution"), Quantity::Words(caution.text.clone()))
                .by(caution.code.clone(), None)
        }));
        root.of(How::List, children)
    }
}

/// Where a clause stands, and what a reader must know of it.
#[derive(Default)]
pub(super) struct Cited {
    citation: Option<Citation>,
    cautions: Vec<Caution>,
}

impl Cited {
    pub fn by(rules: &Rules, clause: &str) -> Self {
        let citation = match rules.find(clause) {
            Lookup::InForce(_, clause) | Lookup::Uncertain(_, clause) => Some(clause.citation().clone()),
            Lookup::NotInForce | Lookup::NoSuchClause => None,
        };
        Self { citation, cautions: rules.cautions(clause).unwrap_or_default() }
    }
}

fn count(n: u64) -> Quantity {
    i64::try_from(n).map_or_else(|_| Quantity::Ratio(n.into()), Quantity::Count)
}

pub(super) fn explain_check(check: &PollCheck, cite: &dyn Fn(&str) -> Cited) -> Explanation {
    let mut node = Explanation::new(check.label.clone(), Quantity::Status(check.status));
    let cited = check.clause.as_deref().map(cite).unwrap_or_default();
    node = match &check.clause {
        Some(clause) => node.by(clause.clone(), cited.citation),
        None => node.by(check.check.clone(), None),
    };
    node = warned(node.noted(Text::same(check.text.clone())), &cited.cautions);
    for (label, margin) in [
        (Text::new("改变即翻转", "flips if switched"), check.margin),
        (Text::new("新增即翻转", "flips if added"), check.added),
    ] {
        if let Some(margin) = margin {
            node = node.with(label, count(margin));
        }
    }
    node
}

fn explain_poll(poll: &PollView, cite: &dyn Fn(&str) -> Cited) -> Explanation {
    let label = match poll.kind {
        PollKind::First => Text::new("投票", "poll"),
        PollKind::Revote => Text::new("再次投票", "revote among the tied"),
        PollKind::Rerun => Text::new("另行选举", "rerun"),
        PollKind::NewPoll => Text::new("重新投票", "new poll"),
    };
    let status = match poll.status {
        PollStatus::Valid => Text::new("有效", "valid"),
        PollStatus::Void => Text::new("无效", "void"),
        PollStatus::Unknown => Text::new("不能确定", "unknown"),
    };
    let mut node = Explanation::new(label, Quantity::Words(status))
        .with(Text::new("日期", "day"), Quantity::Day(poll.day))
        .with(Text::new("应选名额", "seats"), count(poll.seats.into()));
    if let Some(kinds) = poll.ballots {
        for (zh, en, n) in [
            ("有效票", "valid", kinds.marked + kinds.blank),
            ("其中空白票（弃权）", "of these blank", kinds.blank),
            ("多选作废", "void for too many names", kinds.over_full),
            ("其他废票", "void otherwise", kinds.spoiled),
        ] {
            node = node.with(Text::new(zh, en), count(n));
        }
    }
    let mut children: Vec<Explanation> = poll.checks.iter().map(|c| explain_check(c, cite)).collect();
    children.extend(poll.candidates.iter().map(|c| explain_standing(c, cite)));
    children.extend(poll.tie.as_ref().map(explain_tie));
    node.of(How::List, children)
}

fn explain_standing(standing: &StandingView, cite: &dyn Fn(&str) -> Cited) -> Explanation {
    let outcome = match standing.outcome {
        StandingOutcome::Elected => Text::new("当选", "elected"),
        StandingOutcome::NotElected => Text::new("未当选", "not elected"),
        StandingOutcome::Tied => Text::new("票数相等", "tied"),
        StandingOutcome::Unknown => Text::new("不能确定", "unknown"),
    };
    let mut node = Explanation::new(Text::same(standing.candidate.to_string()), Quantity::Words(outcome))
        .with(Text::new("赞成", "yes"), count(standing.yes))
        .with(Text::new("反对", "no"), count(standing.no))
        .with(Text::new("弃权", "abstain"), count(standing.abstain))
        .with(Text::new("名次", "place"), count(standing.place.into()));
    if let Some(margin) = standing.place_margin {
        node = node.with(Text::new("名次改变所需票数", "votes to cross the line"), count(margin));
    }
    node.of(How::List, vec![explain_check(&standing.win, cite)])
}

fn explain_tie(tie: &TieView) -> Explanation {
    let rule = match tie.rule {
        TieRule::Revote => Text::new("再次投票", "by a revote"),
        TieRule::Lot => Text::new("抽签", "by lot"),
        TieRule::Seniority => Text::new("资历", "by seniority"),
        TieRule::CastingVote => Text::new("主持人决定", "by the casting vote"),
    };
    let broken = if tie.chosen.is_empty() { Status::Unknown } else { Status::Met };
    let join = |keys: &[crate::kernel::Key]| keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut node = Explanation::new(Text::new("票数相等", "tie for the last seats"), Quantity::Status(broken))
        .with(Text::new("票数相等者", "tied"), Quantity::Words(Text::same(join(&tie.candidates))))
        .with(Text::new("名额", "seats"), count(tie.seats.into()))
        .with(Text::new("规则", "rule"), Quantity::Words(rule));
    if !tie.chosen.is_empty() {
        node = node.with(Text::new("当选", "elected"), Quantity::Words(Text::same(join(&tie.chosen))));
    }
    let draws = tie.draws.iter().map(|draw| {
        let label = Text::new(format!("第{}签", draw.draw), format!("draw {}", draw.draw));
        Explanation::new(label, Quantity::Words(Text::same(draw.drawn.to_string())))
            .noted(Text::same(format!("{} mod {} = {}", draw.digest, draw.left, draw.remainder)))
    });
    node.of(How::List, draws.collect())
}
