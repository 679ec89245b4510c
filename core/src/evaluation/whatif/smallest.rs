//! For each column the smallest change that alone reaches a goal.

use super::levers::{Lever, levers};
use super::place::Place;
use super::probe::{Aim, Goal, Probe, Tried};
use crate::evaluation::{Effect, Scorecard};
use crate::kernel::Result;
use crate::wire::evaluation::{SmallestChange, WhatIf};

impl Scorecard {
    /// What a unit would have to change to reach a grade or a rank: for each number the smallest change of it alone, in steps of
    /// its last decimal, with all other values and all other units as they are.
    ///
    /// A change that is given reaches the goal, and one step less does not. A missing value starts from the worst. Votes of
    /// ballots are others' to change and are left out, as are rules that rise and fall, a column that two indicators read if
    /// one would have more of it and the other less, and what has no worst value to start from: a missing count of events, a
    /// rate whose counts are missing, a change since last period without last period's value.
    ///
    /// # Errors
    /// `unknown-unit`, `no-such-grade`, `no-goal`, `rank-out-of-range`.
    ///
    /// ```
    /// # use shequ::evaluation::{Goal, Scheme};
    /// # use shequ::kernel::Document;
    /// # use shequ::wire::Table;
    /// # let scheme = Scheme::parse(r#"{"format": "shequ.scheme/1", "title": "T", "subject": "unit", "groups": [{"key": "g",
    /// #     "indicators": [{"key": "visits", "points": 60, "rule": "linear", "target": 12},
    /// #     {"key": "hazards", "points": 40, "rule": "deduct", "each": "2.5"}]}],
    /// #     "grades": [{"key": "good", "least": 90}, {"key": "fair"}]}"#)?;
    /// let card = scheme.evaluate(&Table::from_csv("unit,visits,hazards\na,9,1\n")?)?;
    /// let answer = card.what_if("a", &Goal::Grade("good".into()))?;
    /// let visits = &answer.changes[0];
    /// assert_eq!((visits.to.unwrap().to_string(), visits.steps), ("11".into(), Some(2)));
    /// // Without a hazard there would be 85 points: not enough.
    /// assert_eq!((answer.changes[1].to, answer.changes[1].then.total.to_string()), (None, "85.00".into()));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn what_if(&self, unit: &str, goal: &Goal) -> Result<WhatIf> {
        let probe = Probe::new(self, self.find(unit)?);
        let aim = probe.aim(goal)?;
        let now = probe.with(&[])?;
        let reached = aim.holds(&now);
        let changes = levers(&probe);
        let changes = changes.iter().filter(|_| !reached).map(|lever| smallest(&probe, aim, lever));
        let (grade, rank) = goal.named();
        Ok(WhatIf {
            unit: probe.key(),
            grade,
            rank,
            barred_by: barring(&probe, aim),
            now: probe.outcome(&now),
            reached,
            changes: changes.collect::<Result<_>>()?,
        })
    }
}

fn smallest(probe: &Probe<'_>, aim: Aim, lever: &Lever) -> Result<SmallestChange> {
    let tried = |steps: u64| probe.with(&lever.sets(steps).collect::<Vec<_>>());
    let change = |to: Option<u64>, then: &Tried| SmallestChange {
        column: lever.column.clone(),
        label: lever.label.clone(),
        from: lever.from.map(|from| lever.decimal(from)),
        to: to.map(|steps| lever.decimal(lever.after(steps))),
        steps: to.filter(|_| lever.from.is_some()),
        then: probe.outcome(then),
    };
    let best = tried(lever.steps())?;
    if !aim.holds(&best) {
        return Ok(change(None, &best));
    }
    // Points never fall on the way, so the goal is reached from some step on.
    let (mut short, mut enough, mut then) = (0, lever.steps(), best);
    if lever.from.is_none() {
        let worst = tried(0)?;
        if aim.holds(&worst) {
            return Ok(change(Some(0), &worst));
        }
    }
    while enough - short > 1 {
        let middle = short + (enough - short) / 2;
        let tried = tried(middle)?;
        if aim.holds(&tried) {
            (enough, then) = (middle, tried);
        } else {
            short = middle;
        }
    }
    Ok(change(Some(enough), &then))
}

/// The vetoes without which the goal might be reached, and with which it cannot.
fn barring(probe: &Probe<'_>, aim: Aim) -> Vec<String> {
    let scheme = &probe.card.scheme.inner;
    let held = scheme.vetoes.iter().enumerate().filter(|(at, _)| probe.number(Place::Veto(*at)) == 1);
    let bars = held.filter(|(_, veto)| match (veto.effect, aim) {
        _ if veto.scope.is_some() => false,
        (Effect::Zero, _) => true,
        (Effect::CapGrade, Aim::Grade(grade)) => veto.grade.is_some_and(|capped| capped > grade),
        (Effect::CapGrade, Aim::Rank(_)) | (Effect::NoAward, _) => false,
    });
    bars.map(|(_, veto)| veto.key.to_string()).collect()
}
