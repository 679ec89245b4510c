//! From the drafts of groups to the tree of indicators: points, weights and their sums at every level.

use std::collections::BTreeMap;

use super::SchemeError;
use super::check::{Checker, MOST_DECIMALS, Range, named};
use super::kernel::Kernel;
use super::scheme::{Group, Indicator, Weights};
use crate::kernel::{Decimal, DocumentError, Ratio};
use crate::wire::evaluation::{GroupDraft, IndicatorDraft, SchemeDraft};

/// A score's mantissa stays below this.
const MOST_MANTISSA: i64 = 4_000_000_000_000_000_000;

/// What is built while the tree is walked.
struct Tree {
    groups: Vec<Group>,
    indicators: Vec<Indicator>,
    /// Where each key of a group stands.
    keys: BTreeMap<crate::kernel::Key, String>,
    relative: bool,
    /// The decimals of weights.
    scale: u8,
}

/// The points that an indicator or a group counts for among its siblings.
fn weight(group: &GroupDraft, relative: bool) -> Ratio {
    match (relative, group.points) {
        (true, own) => own.map_or(Ratio::ZERO, Decimal::to_ratio),
        (false, _) => children(group, relative),
    }
}

/// The sum of what lies directly in a group.
fn children(group: &GroupDraft, relative: bool) -> Ratio {
    let own: Ratio = group.indicators.iter().flatten().map(|d| d.points.to_ratio()).sum();
    own + group.groups.iter().map(|g| weight(g, relative)).sum()
}

fn decimals(group: &GroupDraft) -> u8 {
    let own = group.indicators.iter().flatten().map(|d| d.points.scale());
    own.chain(group.groups.iter().map(decimals)).max().unwrap_or(0)
}

fn has_indicators(group: &GroupDraft) -> bool {
    group.indicators.iter().flatten().next().is_some() || group.groups.iter().any(has_indicators)
}

impl Checker {
    pub fn tree(&mut self, draft: &SchemeDraft, total: Option<Decimal>) -> (Vec<Group>, Vec<Indicator>) {
        let relative = draft.weights == Weights::Relative;
        let scale = draft.groups.iter().map(decimals).max().unwrap_or(0);
        if !draft.groups.iter().any(has_indicators) {
            self.faults.push("groups", SchemeError::NoIndicators);
        }
        if relative && total.is_none() && draft.total.is_none() {
            let needed_by = "a scheme of relative weights".into();
            self.faults.push("total", SchemeError::ParameterMissing { parameter: "total".into(), needed_by });
        }
        let mut tree = Tree { groups: Vec::new(), indicators: Vec::new(), keys: BTreeMap::new(), relative, scale };
        let shared: Ratio = draft.groups.iter().map(|g| weight(g, relative)).sum();
        let whole = total.map_or(Ratio::ZERO, Decimal::to_ratio);
        for (i, group) in draft.groups.iter().enumerate() {
            let points = if relative { part(&whole, &weight(group, true), &shared) } else { children(group, false) };
            self.group(&mut tree, format!("groups[{i}]"), group, points, None);
        }
        if let (false, Some(total)) = (relative, total) {
            let first = tree.groups.iter().filter(|g| g.parent.is_none());
            let sum: Ratio = first.map(|g| g.points.clone()).sum();
            self.sums("groups", "the points of the groups", &sum, &total.to_ratio());
        }
        (tree.groups, tree.indicators)
    }

    fn group(&mut self, tree: &mut Tree, at: String, draft: &GroupDraft, points: Ratio, parent: Option<usize>) {
        if let Some(first) = tree.keys.get(&draft.key) {
            let cause = SchemeError::DuplicateKey { key: draft.key.to_string(), first: first.clone() };
            self.faults.push(format!("{at}.key"), cause);
        } else {
            tree.keys.insert(draft.key.clone(), at.clone());
        }
        let own = draft.indicators.as_deref().unwrap_or_default();
        if draft.indicators.is_none() && draft.groups.is_empty() {
            self.faults.push(&at, DocumentError::MissingField { field: "indicators".into() });
        }
        let declared = draft.points.filter(|d| self.within(&format!("{at}.points"), *d, Range::Points));
        let sum = children(draft, tree.relative);
        match declared {
            None if tree.relative && draft.points.is_none() => {
                let needed_by = "a group of relative weights".into();
                let cause = SchemeError::ParameterMissing { parameter: "points".into(), needed_by };
                self.faults.push(format!("{at}.points"), cause);
            }
            Some(declared) if !tree.relative => {
                let path = if draft.groups.is_empty() { format!("{at}.indicators") } else { at.clone() };
                self.sums(&path, "weights", &sum, &declared.to_ratio());
            }
            _ => {}
        }
        let start = tree.indicators.len();
        self.indicators(tree, &at, own, &points, &sum);
        let members = start..tree.indicators.len();
        let weights: Ratio = own.iter().map(|d| d.points.to_ratio()).sum();
        let place = tree.groups.len();
        tree.groups.push(Group {
            key: draft.key.clone(),
            label: named(draft.label.as_ref(), &draft.key),
            owner: draft.owner.clone(),
            parent,
            own: part(&points, &weights, &sum),
            weight: tree.indicators.get(members.clone()).unwrap_or_default().iter().map(|i| i.weight).sum(),
            members,
            points: points.clone(),
            span: start..start,
        });
        for (i, group) in draft.groups.iter().enumerate() {
            let inner = part(&points, &weight(group, tree.relative), &sum);
            self.group(tree, format!("{at}.groups[{i}]"), group, inner, Some(place));
        }
        let end = tree.indicators.len();
        if let Some(group) = tree.groups.get_mut(place) {
            group.span = start..end;
        }
    }

    fn sums(&mut self, path: &str, what: &str, sum: &Ratio, expected: &Ratio) {
        if sum == expected {
            return;
        }
        let plain = |r: &Ratio| {
            Decimal::from_ratio(r, MOST_DECIMALS, crate::kernel::Rounding::HalfUp)
                .map_or_else(|_| r.to_string(), |d| d.shortest().to_string())
        };
        let remedy = if expected > sum {
            format!("add {} points", plain(&(expected - sum)))
        } else {
            format!("take away {} points", plain(&(sum - expected)))
        };
        let cause =
            SchemeError::WeightsDoNotSum { what: what.into(), sum: plain(sum), expected: plain(expected), remedy };
        self.faults.push(path, cause);
    }

    fn indicators(&mut self, tree: &mut Tree, at: &str, drafts: &[IndicatorDraft], points: &Ratio, sum: &Ratio) {
        for (i, draft) in drafts.iter().enumerate() {
            let at = format!("{at}.indicators[{i}]");
            let fits = self.within(&format!("{at}.points"), draft.points, Range::Points);
            self.scale(&format!("{at}.scale"), draft.scale);
            let rule = self.rule(&at, draft);
            let missing = draft.missing.unwrap_or(self.missing);
            self.rule_columns(&at, draft, rule.as_ref(), missing);
            let (true, Some(rule)) = (fits && draft.scale <= MOST_DECIMALS, rule) else { continue };
            let weight = draft.points.with_scale(tree.scale).ok().and_then(|w| i64::try_from(w.mantissa()).ok());
            let start = tree.indicators.last().map_or(0, |last| last.columns.end);
            tree.indicators.push(Indicator {
                key: draft.key.clone(),
                label: named(draft.label.as_ref(), &draft.key),
                article: draft.article.clone(),
                weight: weight.unwrap_or_default(),
                points: part(points, &draft.points.to_ratio(), sum),
                missing,
                scale: draft.scale,
                kernel: Kernel::new(&rule, draft.scale),
                columns: start..start + rule.width(),
                column: draft.column.clone().unwrap_or_else(|| draft.key.clone()),
                path: at,
                owner: draft.owner.clone(),
                evidence: draft.evidence.clone(),
                authority: draft.authority.clone(),
                inspections: draft.inspections,
                rule,
            });
        }
    }

    /// All points at the scale of a line stay within 64 bits, whatever is reweighted.
    pub fn size(&mut self, line_scale: u8, groups: &[Group], indicators: &[Indicator]) {
        if line_scale > MOST_DECIMALS {
            return;
        }
        let most = |g: &Group| {
            let caps = indicators.get(g.members.clone()).unwrap_or_default().iter().map(|i| i.rule.most());
            caps.max().unwrap_or(Ratio::ONE).max(Ratio::ONE) * g.own.clone()
        };
        let all: Ratio = groups.iter().map(most).sum();
        let mantissa = &all * &Ratio::from(10_i128.pow(line_scale.into()));
        if mantissa > Ratio::from(MOST_MANTISSA) {
            self.faults.push("groups", SchemeError::OutOfRange { got: all.to_string() });
        }
    }
}

/// The part of a whole that a weight has among weights.
fn part(whole: &Ratio, weight: &Ratio, of: &Ratio) -> Ratio {
    whole * &weight.checked_div(of).unwrap_or(Ratio::ZERO)
}
