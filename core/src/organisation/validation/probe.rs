//! One rule at work: it judges run after run of days, and turns what is broken into findings.

use super::days::{Days, Runs, State, Tally, sweep};
use super::rule::{Param, Rule};
use super::{Check, Finding, Ground, Step, Subject};
use crate::kernel::{Citation, Day, Input, Key, Lang, Quantity, Status, Text};

/// A rule over an organisation, with what it found so far.
pub(super) struct Probe<'r> {
    pub(super) ground: &'r Ground<'r>,
    pub(super) rule: &'r Rule<'r>,
    pub(super) runs: Runs,
    looked: usize,
    missing: Vec<String>,
    found: Vec<Finding>,
    silent: bool,
}

/// What a violation says beside its rule.
pub(super) struct Said {
    pub(super) facts: Vec<Input>,
    pub(super) path: Vec<Step>,
    pub(super) message: Text,
}

impl<'r> Probe<'r> {
    pub(super) fn new(ground: &'r Ground<'r>, rule: &'r Rule<'r>) -> Self {
        let runs = Runs::new(ground.window);
        // Where nobody has read the clause on any of the days, nothing is decided.
        let silent = !rule.params.iter().any(|p| p.read && p.days.meets(ground.window));
        Self { ground, rule, runs, looked: 0, missing: Vec::new(), found: Vec::new(), silent }
    }

    /// Whether the rule decides anything on the days asked about.
    pub(super) const fn decides(&self) -> bool {
        !self.silent
    }

    /// The register that the rule needs is empty: it answers unknown.
    pub(super) fn nothing_on_record(&mut self) {
        self.silent = true;
    }

    /// A subject that was looked at and holds.
    pub(super) fn fine(&mut self) {
        self.looked += 1;
    }

    /// What is said of a number that is certainly `low` or more and `high` or less.
    pub(super) fn judge(&self, day: i32, low: i64, high: i64, sure: bool) -> State {
        let Some((of, param)) = self.rule.param(day) else { return State::Out };
        if !param.read {
            return State::Mute;
        }
        if param.allows(low) && param.allows(high) {
            return State::Fine;
        }
        let broken = param.least.is_some_and(|least| high < least) || param.most.is_some_and(|most| low > most);
        if broken && sure { State::Broken(of) } else { State::Unknown }
    }

    /// Judges whether something that must not be is there: `low` of it certainly, `high` at most.
    pub(super) fn forbid(&self, day: i32, (low, high): (i32, i32), sure: bool) -> State {
        match self.rule.param(day) {
            None => State::Out,
            Some((_, param)) if !param.read => State::Mute,
            Some((of, _)) if low > 0 && sure => State::Broken(of),
            Some(_) if high > 0 => State::Unknown,
            Some(_) => State::Fine,
        }
    }

    /// Judges a count within bounds, on the days on which the rule looks at its subject and the count is known.
    pub(super) fn bounded(&mut self, scope: &mut Tally, exempt: &mut Tally, value: &mut Tally, known: Days) {
        self.runs.clear();
        let mut cuts = self.rule.cuts();
        cuts.extend([known.from, known.until]);
        let mut runs = std::mem::replace(&mut self.runs, Runs::new(self.ground.window));
        sweep([scope, exempt, value], &cuts, |days, [scope, exempt, (low, high)]| {
            let state = match () {
                () if scope.1 == 0 || exempt.0 > 0 => State::Out,
                () if !known.contains(days.from) => State::Unknown,
                () => self.judge(days.from, low.into(), high.into(), scope.0 > 0 && exempt.1 == 0),
            };
            // What only may be looked at is not missing.
            let state = if state == State::Unknown && scope.0 == 0 { State::Out } else { state };
            runs.push(days, state);
        });
        self.runs = runs;
    }

    /// Judges whether something forbidden is there, on the days on which the rule looks at its subject.
    pub(super) fn forbidden(&mut self, scope: &mut Tally, bad: &mut Tally) {
        self.runs.clear();
        let cuts = self.rule.cuts();
        let mut runs = std::mem::replace(&mut self.runs, Runs::new(self.ground.window));
        sweep([scope, bad], &cuts, |days, [scope, bad]| {
            let state = if scope.1 == 0 { State::Out } else { self.forbid(days.from, bad, scope.0 > 0) };
            runs.push(days, state);
        });
        self.runs = runs;
    }

    /// Turns the runs of a subject into findings; `wait` days pass before a run counts.
    pub(super) fn settle(
        &mut self,
        wait: i32,
        key: impl FnOnce(&Ground<'r>) -> String,
        subject: impl Fn(&Ground<'r>, Day) -> Subject,
        mut say: impl FnMut(&Ground<'r>, Option<&Param>, Days, Day) -> Said,
    ) {
        let window = self.ground.window;
        let (looked, unknown, broken) = self.runs.close();
        let broken = broken.to_vec();
        self.looked += usize::from(looked);
        if unknown {
            self.missing.push(key(self.ground));
        }
        for (run, of) in broken {
            // A run that was there before all records is older than any wait.
            let from = if run.from == Days::ALWAYS.from { run.from } else { run.from.saturating_add(wait) };
            let late = Days { from, until: run.until };
            if late.is_empty() || !late.meets(window) {
                continue;
            }
            let param = self.rule.params.get(of as usize);
            let day = self.ground.told(late);
            let said = say(self.ground, param, run, day);
            let finding = self.finding(param, subject(self.ground, day), late, said);
            self.found.push(finding);
        }
    }

    /// A finding of the rule.
    pub(super) fn finding(&self, param: Option<&Param>, subject: Subject, run: Days, said: Said) -> Finding {
        let draft = self.rule.draft();
        Finding {
            rule: self.rule.check.id().into(),
            label: draft.label.clone(),
            severity: self.rule.severity(param),
            citation: param.and_then(|p| p.citation.clone()).or_else(|| self.rule.check.citation().cloned()),
            kind: self.kind(),
            subject,
            period: run.stretch(),
            facts: said.facts,
            path: said.path,
            message: said.message,
            remedy: draft.remedy.clone().unwrap_or_default(),
        }
    }

    /// Gives each finding the citation of its own clause, where it has one.
    pub(super) fn cite(&mut self, of: impl Fn(&Subject, &crate::organisation::Stretch) -> Option<Citation>) {
        for finding in &mut self.found {
            if let Some(citation) = of(&finding.subject, &finding.period) {
                finding.citation = Some(citation);
            }
        }
    }

    /// So many subjects were looked at, counted by the rule itself.
    pub(super) const fn looked_at(&mut self, subjects: usize) {
        self.looked = subjects;
    }

    pub(super) fn push(&mut self, finding: Finding) {
        self.found.push(finding);
    }

    pub(super) fn miss(&mut self, key: String) {
        self.missing.push(key);
    }

    fn kind(&self) -> Option<String> {
        let catalogue = &self.ground.organisation.catalogue;
        self.rule.kind.and_then(|kind| catalogue.kinds.key(kind)).map(Key::to_string)
    }

    /// The check as it came out.
    pub(super) fn finish(self) -> (Check, bool, Vec<Finding>) {
        let param = self.rule.params.iter().find(|p| p.days.meets(self.ground.window));
        let citation = param.and_then(|p| p.citation.clone()).or_else(|| self.rule.check.citation().cloned());
        let check = Check {
            rule: self.rule.check.id().into(),
            label: self.rule.draft().label.clone(),
            kind: self.kind(),
            clause: self.rule.clause.clone(),
            citation,
            status: Status::Met,
            subjects: u32::try_from(self.looked).unwrap_or(u32::MAX),
            violations: 0,
            missing: self.missing,
        };
        (check, self.silent, self.found)
    }
}

pub(super) fn number(zh: &str, en: &str, n: impl TryInto<i64>) -> Input {
    Input { label: Text::new(zh, en), value: Quantity::Count(n.try_into().unwrap_or(i64::MAX)) }
}

pub(super) fn words(zh: &str, en: &str, words: impl Into<String>) -> Input {
    Input { label: Text::new(zh, en), value: Quantity::Words(Text::same(words)) }
}

/// What a count is, against what is allowed.
pub(super) fn counted(kind: &Text, n: i32, counted: &Text, param: Option<&Param>) -> Said {
    let range = param.map(Param::range).unwrap_or_default();
    let (zh, en) = (counted.get(Lang::Zh), counted.get(Lang::En));
    let few = if n == 0 {
        (format!("没有{}", zh.trim_start_matches(['个', '名'])), format!("no {en}"))
    } else {
        (format!("有{n}{zh}"), format!("{n} {en}"))
    };
    let (kind_zh, kind_en) = (kind.get(Lang::Zh), kind.get(Lang::En));
    Said {
        facts: vec![
            Input { label: Text::new(zh.trim_start_matches(['个', '名']), en), value: Quantity::Count(n.into()) },
            words("规定", "allowed", range.clone()),
        ],
        path: Vec::new(),
        message: Text::new(
            format!("该{kind_zh}{}，规定为{range}", few.0),
            format!("the {kind_en} has {}, allowed {range}", few.1),
        ),
    }
}
