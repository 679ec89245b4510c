//! How a body is composed: of all, of one a household, or of representatives; its shares; who cannot be in it.

use std::collections::{BTreeMap, BTreeSet};

use super::{ApportionedBy, BodyCheck, BodyError, BodyLayer, BodyView, Composed};
use crate::kernel::{Citation, Document, Explanation, Faults, How, Key, Lang, Likely, Quantity, Result, Status, Text};
use crate::organisation::Snapshot;
use crate::pack::{Clause, Content, Figure, Reason, Rules, warned};
use crate::participation::check::{Known, step};
use crate::participation::question::leaf_of;
use crate::participation::verdict::{clause_cautions, clause_view};
use crate::participation::{Counts, Facts};
use crate::wire::participation::{Caution, ClauseView, FactsDraft};
use crate::wire::participation_bodies::{BodyCompositionDraft, ConstituencyDraft};

/// A body and how it is composed, `shequ.body/1`.
///
/// ```
/// use shequ::kernel::{Document, Status};
/// use shequ::participation::bodies::Body;
/// let body = Body::parse(r#"{"format": "shequ.body/1", "id": "representatives", "label": "村民代表会议", "layer": "decision",
///     "composed": "representatives", "questions": ["villagers.representatives.composition"],
///     "numbers": {"members": 30, "representatives": 24, "women": 9},
///     "apportion": {"by": "households-per-representative", "clause": "cn.vc.reps.apportion"},
///     "groups": [{"key": "g1", "households": 180, "representatives": 12}, {"key": "g2", "households": 59, "representatives": 12}]}"#)?;
/// let view = body.at(&shequ::pack::cn().at("2025-06-01".parse()?))?;
/// let found: Vec<(&str, Status, Option<u64>)> = view.checks.iter().map(|c| (c.check.as_str(), c.status, c.margin)).collect();
/// assert_eq!(found, [("cn.vc.reps.share", Status::Met, Some(1)), ("cn.vc.reps.women", Status::NotMet, Some(1)),
///     ("groups.g1", Status::Met, Some(1)), ("groups.g2", Status::NotMet, Some(1))]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Body {
    draft: BodyCompositionDraft,
    facts: Facts,
}

impl Document for Body {
    const FORMAT: &'static str = "shequ.body/1";
    const ROOT: &'static str = "body";
    type Draft = BodyCompositionDraft;

    fn check(draft: BodyCompositionDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let representatives = draft.composed == Composed::Representatives;
        let unfit = [
            ("groups", !draft.groups.is_empty() && !representatives),
            ("apportion", draft.apportion.is_some() && !representatives),
            ("entitled", draft.entitled.is_some() && draft.composed != Composed::All),
        ];
        for (field, _) in unfit.into_iter().filter(|(_, unfit)| *unfit) {
            faults.push(field, BodyError::Unfit { field: field.to_owned() });
        }
        if let Some(rule) = &draft.apportion {
            match (rule.least, rule.most) {
                (None, None) if rule.clause.is_none() => faults.push("apportion", BodyError::NoNumbers),
                (Some(least), Some(most)) if least > most => {
                    faults.push("apportion.least", BodyError::Crossed { least, most });
                }
                _ => {}
            }
        }
        let mut seen = BTreeSet::new();
        for (i, group) in draft.groups.iter().enumerate() {
            if !seen.insert(&group.key) {
                faults.push(format!("groups[{i}].key"), BodyError::Twice { key: group.key.to_string() });
            }
        }
        let sum: Option<u64> = draft.groups.iter().map(|g| g.representatives).try_fold(0_u64, |a, n| a.checked_add(n?));
        if let (Some(sum), Some(n)) = (sum, draft.numbers.get(&Figure::Representatives))
            && !draft.groups.is_empty()
            && sum != *n
        {
            faults.push("groups", BodyError::Differ { sum, representatives: *n });
        }
        let mut seen = BTreeSet::new();
        for (i, other) in draft.incompatible.iter().enumerate() {
            if !seen.insert(&other.body) {
                faults.push(format!("incompatible[{i}].body"), BodyError::Twice { key: other.body.to_string() });
            }
            let Some(members) = draft.numbers.get(&Figure::Members).copied() else { continue };
            for (field, n) in [("members", other.members), ("relatives", other.relatives)] {
                if let Some(n) = n.filter(|n| *n > members) {
                    let cause = BodyError::More { part: field.to_owned(), n, members };
                    faults.push(format!("incompatible[{i}].{field}"), cause);
                }
            }
        }
        let numbers = FactsDraft { numbers: draft.numbers.clone(), ..FactsDraft::default() };
        let facts = faults.take("", Facts::check(numbers));
        faults.into_result()?;
        match facts {
            Some(facts) => Ok(Self { draft, facts }),
            // `take` gave nothing only with a fault noted, which returned above.
            None => Err(BodyError::NoNumbers.into()),
        }
    }
}

/// What is gathered while a body is looked at.
#[derive(Default)]
struct Look {
    checks: Vec<BodyCheck>,
    missing: Vec<String>,
    cautions: Vec<Caution>,
}

impl Look {
    fn ask(&mut self, path: String) {
        if !self.missing.contains(&path) {
            self.missing.push(path);
        }
    }

    fn clause(&mut self, view: ClauseView, cautions: &[Caution]) {
        let margin = view.margins.first().and_then(|margin| match margin.amount {
            Quantity::Count(n) => u64::try_from(n).ok(),
            _ => None,
        });
        let own = cautions.iter().filter(|caution| caution.clause.as_ref() == Some(&view.clause));
        let cautions = own.cloned().collect();
        self.checks.push(BodyCheck {
            check: view.clause,
            label: view.label,
            status: view.status,
            found: view.found,
            margin,
            reason: view.reason,
            citation: view.citation,
            cautions,
        });
    }
}

/// A clause that bars or bounds: its article, why it decides nothing on the day, or what a reader must know of it.
struct Ground {
    citation: Option<Citation>,
    reason: Option<Reason>,
    cautions: Vec<Caution>,
}

impl Ground {
    fn of(rules: &Rules, clause: Option<&String>, look: &mut Look) -> Result<Self> {
        let Some(id) = clause else { return Ok(Self { citation: None, reason: None, cautions: Vec::new() }) };
        let found = rules.decisive(id)?;
        let cautions = found.map(|clause| clause.cautions(rules.day())).unwrap_or_default();
        look.cautions.extend(cautions.iter().cloned());
        Ok(Self { citation: found.ok().map(|clause| clause.citation().clone()), reason: found.err(), cautions })
    }
}

impl Body {
    /// Its key.
    pub const fn id(&self) -> &Key {
        &self.draft.id
    }

    /// Whether it is composed as it must be, by the rules of a day.
    ///
    /// # Errors
    /// `unknown-question`, `unknown-clause`, `body-clause-undecided`, `body-clause-not-barring`, `body-apportion-without-numbers`,
    /// `body-apportion-numbers-twice`: all that are found.
    pub fn at(&self, rules: &Rules) -> Result<BodyView> {
        let (mut look, mut faults) = (Look::default(), Faults::new());
        let mut status = Status::Met;
        for (i, question) in self.draft.questions.iter().enumerate() {
            let verdict = rules.decide(question, &self.facts).map_err(|e| e.under(&format!("body.questions[{i}]")));
            let Some(verdict) = faults.take("", verdict) else { continue };
            status = status.min(verdict.status());
            let cautions = verdict.cautions();
            verdict.clauses().into_iter().for_each(|view| look.clause(view, &cautions));
            verdict.missing().into_iter().for_each(|path| look.ask(path));
            look.cautions.extend(cautions);
        }
        let counts = Counts::default();
        let known = Known { counts: &counts, facts: Some(&self.facts), private: &[], calendar: rules.calendar() };
        for (i, id) in self.draft.clauses.iter().enumerate() {
            let path = format!("body.clauses[{i}]");
            match faults.take(&path, rules.decisive(id)) {
                None => continue,
                Some(Ok(clause)) if !clause.content().decides() => {
                    faults.push(path, BodyError::NotDeciding { clause: id.clone() });
                    continue;
                }
                Some(_) => {}
            }
            let leaf = leaf_of(rules, id);
            let found = leaf.check.as_ref().map_or(Status::Unknown, |check| check.status(id, &known));
            if let Ok(check) = &leaf.check
                && found == Status::Unknown
            {
                check.missing(id, &known).into_iter().for_each(|path| look.ask(path));
            }
            status = status.min(found);
            let cautions = clause_cautions(&leaf, rules.day());
            look.clause(clause_view(&leaf, found, &known, None), &cautions);
            look.cautions.extend(cautions);
        }
        let own = look.checks.len();
        self.seats(&mut look);
        faults.take("body", self.groups(rules, &mut look));
        faults.take("body", self.incompatible(rules, &mut look));
        faults.into_result()?;
        let own = look.checks.iter().skip(own).map(|check| check.status).min().unwrap_or(Status::Met);
        look.cautions.dedup();
        Ok(BodyView {
            body: self.draft.id.clone(),
            label: self.draft.label.clone(),
            layer: self.draft.layer,
            advisory: self.draft.layer == BodyLayer::Consultation,
            day: rules.day(),
            // What nothing is asked of is not found to be as it must.
            status: if look.checks.is_empty() { Status::Unknown } else { status.min(own) },
            checks: look.checks,
            missing: look.missing,
            cautions: look.cautions,
        })
    }

    fn number(&self, figure: Figure) -> Option<u64> {
        self.draft.numbers.get(&figure).copied()
    }

    /// A body of all has at most all who are entitled, one of households at most one of each.
    fn seats(&self, look: &mut Look) {
        let (whole, path) = match self.draft.composed {
            Composed::All => (self.draft.entitled, "entitled"),
            Composed::Households => (self.number(Figure::Households), "numbers.households"),
            Composed::Representatives => return,
        };
        let members = self.number(Figure::Members);
        let status = match (members, whole) {
            (Some(members), Some(whole)) => met(members <= whole),
            _ => Status::Unknown,
        };
        for (path, n) in [("numbers.members", members), (path, whole)] {
            if n.is_none() {
                look.ask(path.to_owned());
            }
        }
        let found = members.zip(whole).map(|(members, whole)| {
            let sign = if members <= whole { "<=" } else { ">" };
            Text::same(format!("{members} {sign} {whole}"))
        });
        look.checks.push(BodyCheck {
            check: "seats".to_owned(),
            label: self.draft.composed.label(),
            status,
            found,
            margin: members.zip(whole).and_then(|(members, whole)| step(members, 0, Some(whole))),
            reason: (status == Status::Unknown).then_some(Reason::MissingFacts),
            citation: None,
            cautions: Vec::new(),
        });
    }

    /// Each group against the rule of apportionment, by cross-multiplication: five to fifteen households for each of three
    /// representatives are fifteen to forty-five.
    fn groups(&self, rules: &Rules, look: &mut Look) -> Result<()> {
        let Some(rule) = &self.draft.apportion else { return Ok(()) };
        if self.draft.groups.is_empty() {
            // A rule of apportionment without groups is kept by nobody yet.
            look.ask("groups".to_owned());
            look.checks.push(BodyCheck {
                check: "groups".to_owned(),
                label: rule.by.label(),
                status: Status::Unknown,
                found: None,
                margin: None,
                reason: Some(Reason::MissingFacts),
                citation: None,
                cautions: Vec::new(),
            });
        }
        let ground = Ground::of(rules, rule.clause.as_ref(), look).map_err(|e| e.under("apportion.clause"))?;
        let own = rule.least.or(rule.most).is_some();
        let clause = match (&rule.clause, ground.reason) {
            (Some(id), None) => rules.decisive(id)?.ok().and_then(|clause| match clause.content() {
                Content::Range(range) => Some((range.least(), range.most())),
                _ => None,
            }),
            _ => None,
        };
        let (least, most) = match (clause, own) {
            (Some(_), true) => {
                let clause = rule.clause.clone().unwrap_or_default();
                return Err(crate::kernel::Error::at("apportion", BodyError::TwoNumbers { clause }));
            }
            (Some(range), false) => range,
            (None, true) => (rule.least, rule.most),
            (None, false) if ground.reason.is_some() => (None, None),
            (None, false) => return Err(crate::kernel::Error::at("apportion", BodyError::NoNumbers)),
        };
        for (i, group) in self.draft.groups.iter().enumerate() {
            let check = apportioned(rule.by, group, (least, most), &ground);
            if check.reason == Some(Reason::MissingFacts) {
                let households = rule.by == ApportionedBy::HouseholdsPerRepresentative;
                for (field, n, asked) in
                    [("households", group.households, households), ("representatives", group.representatives, true)]
                {
                    if n.is_none() && asked {
                        look.ask(format!("groups[{i}].{field}"));
                    }
                }
            }
            look.checks.push(check);
        }
        Ok(())
    }

    fn incompatible(&self, rules: &Rules, look: &mut Look) -> Result<()> {
        let mut faults = Faults::new();
        for (i, other) in self.draft.incompatible.iter().enumerate() {
            let bars = [
                (other.clause.as_ref(), "clause", true, other.members, "members", Text::new("不得兼任", "in both")),
                (
                    other.relatives_clause.as_ref(),
                    "relatives_clause",
                    other.relatives_clause.is_some(),
                    other.relatives,
                    "relatives",
                    Text::new("近亲属不得担任", "near relatives of its members"),
                ),
            ];
            for (clause, name, barred, n, field, label) in bars {
                if !barred {
                    continue;
                }
                let path = format!("incompatible[{i}].{name}");
                let Some(ground) = faults.take(&path, Ground::of(rules, clause, look)) else { continue };
                let bars = |clause: &Clause| matches!(clause.content(), Content::Predicate(_) | Content::Choice(_));
                let unfit = clause.filter(|id| rules.decisive(id).is_ok_and(|found| found.is_ok_and(|c| !bars(c))));
                if let Some(clause) = unfit {
                    faults.push(path, BodyError::NotBarring { clause: clause.clone() });
                    continue;
                }
                let status = match (ground.reason, n) {
                    (Some(_), _) | (None, None) => Status::Unknown,
                    (None, Some(n)) => met(n == 0),
                };
                if ground.reason.is_none() && n.is_none() {
                    look.ask(format!("incompatible[{i}].{field}"));
                }
                let missing = (status == Status::Unknown).then_some(Reason::MissingFacts);
                look.checks.push(BodyCheck {
                    check: format!("incompatible.{}.{field}", other.body),
                    label: Text::new(
                        format!("{}：{}", other.body, label.get(Lang::Zh)),
                        format!("{}: {}", other.body, label.get(Lang::En)),
                    ),
                    status,
                    found: n.map(|n| Text::same(n.to_string())),
                    margin: n.filter(|_| status != Status::Unknown).map(|n| n.max(1)),
                    reason: ground.reason.or(missing),
                    citation: ground.citation,
                    cautions: ground.cautions,
                });
            }
        }
        faults.into_result()
    }
}

const fn met(holds: bool) -> Status {
    if holds { Status::Met } else { Status::NotMet }
}

fn apportioned(
    by: ApportionedBy,
    group: &ConstituencyDraft,
    (least, most): (Option<u64>, Option<u64>),
    ground: &Ground,
) -> BodyCheck {
    let times = |bound: u64, n: u64| bound.saturating_mul(n);
    // What is counted, and what its bounds are multiplied by.
    let pair = match by {
        ApportionedBy::HouseholdsPerRepresentative => group.households.zip(group.representatives),
        ApportionedBy::RepresentativesPerGroup => group.representatives.map(|n| (n, 1)),
    };
    let bounds = |n: u64| (least.map_or(0, |least| times(least, n)), most.map(|most| times(most, n)));
    let status = match (ground.reason, pair) {
        (Some(_), _) | (None, None) => Status::Unknown,
        (None, Some((n, by))) => {
            let (least, most) = bounds(by);
            met(least <= n && most.is_none_or(|most| n <= most))
        }
    };
    let found = pair.filter(|_| status != Status::Unknown).map(|(n, by)| {
        let side = |bound: u64| if by == 1 { bound.to_string() } else { format!("{bound} × {by}") };
        let (lower, upper) = bounds(by);
        let left = least.map(|b| format!("{} {} ", side(b), if lower <= n { "<=" } else { ">" })).unwrap_or_default();
        let right = upper.zip(most).map(|(u, b)| format!(" {} {}", if n <= u { "<=" } else { ">" }, side(b)));
        Text::same(format!("{left}{n}{}", right.unwrap_or_default()))
    });
    let margin = pair.filter(|_| status != Status::Unknown).and_then(|(n, by)| {
        let (least, most) = bounds(by);
        step(n, least, most)
    });
    BodyCheck {
        check: format!("groups.{}", group.key),
        label: Text::new(
            format!("{}：{}", group.key, by.label().get(Lang::Zh)),
            format!("{}: {}", group.key, by.label().get(Lang::En)),
        ),
        status,
        found,
        margin,
        reason: ground.reason.or((status == Status::Unknown).then_some(Reason::MissingFacts)),
        citation: ground.citation.clone(),
        cautions: ground.cautions.clone(),
    }
}

/// How many persons hold posts in both of two units on the day of a snapshot: those who certainly do, and those who may.
///
/// Write the number under `incompatible` of a [`Body`]. Who they are is found by the organisation's check `incompatible`.
///
/// # Errors
/// `unknown-unit`, `unit-not-there`.
pub fn shared_holders(snapshot: &Snapshot<'_>, a: &str, b: &str) -> Result<(u64, u64)> {
    let holders = |unit: &str| -> Result<BTreeMap<String, Likely>> {
        let mut out: BTreeMap<String, Likely> = BTreeMap::new();
        for holding in snapshot.posts_of(unit)?.into_iter().flat_map(|post| post.holders) {
            let likely = out.entry(holding.holder).or_insert(holding.likely);
            *likely = (*likely).max(holding.likely);
        }
        Ok(out)
    };
    let (a, b) = (holders(a)?, holders(b)?);
    let both: Vec<Likely> = a.iter().filter_map(|(holder, likely)| Some(*b.get(holder)?.min(likely))).collect();
    let certain = both.iter().filter(|likely| **likely == Likely::Yes).count() as u64;
    Ok((certain, both.len() as u64))
}

impl BodyView {
    /// Each check with both sides, its article, and how close it was.
    pub fn explain(&self) -> Explanation {
        let checks = self.checks.iter().map(|check| {
            let mut node = Explanation::new(check.label.clone(), Quantity::Status(check.status))
                .by(check.check.clone(), check.citation.clone());
            if let Some(margin) = check.margin {
                let margin = Quantity::Count(i64::try_from(margin).unwrap_or(i64::MAX));
                node = node.with(Text::new("改变即翻转", "flips if changed"), margin);
            }
            let node = match (&check.found, check.reason) {
                (_, Some(reason)) => node.noted(reason.label()),
                (Some(found), None) => node.noted(found.clone()),
                (None, None) => node,
            };
            warned(node, &check.cautions)
        });
        let mut root = Explanation::new(self.label.clone(), Quantity::Status(self.status))
            .with(Text::new("层级", "layer"), Quantity::Words(self.layer.label()))
            .with(Text::new("日期", "day"), Quantity::Day(self.day));
        if !self.missing.is_empty() {
            let missing = Text::same(self.missing.join(", "));
            root = root.with(Text::new("尚缺", "still needed"), Quantity::Words(missing));
        }
        if self.advisory {
            root = root.noted(Text::new("其结果供参考，不具约束力", "its outcome advises and does not bind"));
        }
        root.of(How::All, checks.collect())
    }
}
