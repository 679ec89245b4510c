//! Campaigns with targets and phases.

use serde::{Deserialize, Serialize};

use super::{EvaluationRegisterError, count, ends, follows, once, within};
use crate::evaluation::check::named;
use crate::kernel::{Day, Decimal, Document, Explanation, Faults, How, Quantity, Ratio, Result, Text};
use crate::wire::evaluation::{CampaignDraft, CampaignState, CampaignsDraft, TargetState};

/// What is done in a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PhaseKind {
    /// It is arranged (布置).
    Arrange,
    /// It is inspected (督办).
    Inspect,
    /// It is rewarded (评先评优).
    Reward,
}

/// Where a campaign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CampaignStage {
    /// It has not begun.
    Planned,
    /// It runs.
    Running,
    /// It is over.
    Ended,
}

/// Campaigns, `shequ.campaigns/1`.
///
/// ```
/// use shequ::evaluation::Campaigns;
/// use shequ::kernel::Document;
/// let campaigns = Campaigns::parse(r#"{"format": "shequ.campaigns/1", "title": "T", "campaigns": [{"key": "five",
///     "label": "五民工程", "from": "2025-01-01", "units": ["c1", "c2"],
///     "targets": [{"key": "visits", "target": 100, "steps": [{"day": "2025-02-01", "amount": 30}, {"day": "2025-05-01", "amount": 45}]}],
///     "phases": [{"kind": "arrange", "due": "2025-01-15", "done": "2025-01-20"}, {"kind": "inspect", "due": "2025-03-01"}]}]}"#)?;
/// let five = &campaigns.states("2025-04-01".parse()?)[0];
/// assert_eq!((five.targets[0].share.to_string().as_str(), five.overdue.len(), five.late), ("3/10", 1, 1));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Campaigns {
    title: Text,
    campaigns: Vec<CampaignDraft>,
}

impl Document for Campaigns {
    const FORMAT: &'static str = "shequ.campaigns/1";
    const ROOT: &'static str = "campaigns";
    type Draft = CampaignsDraft;

    fn check(draft: CampaignsDraft) -> Result<Self> {
        let mut faults = Faults::new();
        once(&mut faults, "campaigns", draft.campaigns.iter().map(|c| &c.key));
        for (i, campaign) in draft.campaigns.iter().enumerate() {
            let at = format!("campaigns[{i}]");
            ends(&mut faults, format!("{at}.until"), campaign.until, campaign.from);
            once(&mut faults, &format!("{at}.targets"), campaign.targets.iter().map(|t| &t.key));
            once(&mut faults, &format!("{at}.units"), campaign.units.iter());
            for (j, target) in campaign.targets.iter().enumerate() {
                let at = format!("{at}.targets[{j}]");
                within(&mut faults, format!("{at}.target"), target.target, Some(Decimal::ZERO));
                if target.target == Decimal::ZERO {
                    let cause = EvaluationRegisterError::OutOfRange { got: "0".into(), expected: "above 0".into() };
                    faults.push(format!("{at}.target"), cause);
                }
                for (k, step) in target.steps.iter().enumerate() {
                    within(&mut faults, format!("{at}.steps[{k}].amount"), step.amount, None);
                    follows(&mut faults, format!("{at}.steps[{k}].day"), Some(step.day), campaign.from);
                }
            }
        }
        faults.into_result()?;
        Ok(Self { title: draft.title, campaigns: draft.campaigns })
    }
}

impl Campaigns {
    /// What they are called together.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// Each campaign as of a day, in the order of the document.
    pub fn states(&self, day: Day) -> Vec<CampaignState> {
        self.campaigns.iter().map(|c| state(c, day)).collect()
    }
}

fn state(campaign: &CampaignDraft, day: Day) -> CampaignState {
    let targets = campaign.targets.iter().map(|target| {
        let by_then = target.steps.iter().filter(|s| s.day <= day);
        // Each amount is below 10^9 with nine decimals, so the sum stays in range.
        let brought = by_then.fold(Decimal::ZERO, |sum, s| sum.checked_add(s.amount).unwrap_or(sum));
        TargetState {
            key: target.key.to_string(),
            label: named(target.label.as_ref(), &target.key),
            brought: brought.shortest(),
            target: target.target,
            share: brought.to_ratio().checked_div(&target.target.to_ratio()).unwrap_or(Ratio::ZERO),
        }
    });
    let late = campaign.phases.iter().filter(|p| p.done.is_some_and(|done| done > p.due && done <= day));
    let open = campaign.phases.iter().filter(|p| p.due < day && p.done.is_none_or(|done| done > day));
    CampaignState {
        key: campaign.key.to_string(),
        label: named(campaign.label.as_ref(), &campaign.key),
        state: match campaign.until {
            _ if day < campaign.from => CampaignStage::Planned,
            Some(until) if until <= day => CampaignStage::Ended,
            _ => CampaignStage::Running,
        },
        units: count(campaign.units.len()),
        targets: targets.collect(),
        overdue: open.map(|p| p.kind).collect(),
        late: count(late.count()),
    }
}

impl CampaignState {
    /// The targets with what was brought.
    pub fn explain(&self) -> Explanation {
        let target = |t: &TargetState| {
            Explanation::new(t.label.clone(), Quantity::Ratio(t.share.clone()))
                .with(Text::new("完成", "brought"), Quantity::Decimal(t.brought))
                .with(Text::new("目标", "target"), Quantity::Decimal(t.target))
        };
        Explanation::new(self.label.clone(), Quantity::Count(self.units.into()))
            .with(Text::new("逾期", "overdue"), Quantity::Count(i64::from(count(self.overdue.len()))))
            .of(How::List, self.targets.iter().map(target).collect())
    }
}
