//! Validation: what breaks a rule, on which days exactly, by which citation, and what mends it.
//!
//! The rules are data of packs ([`pack::CheckRule`](crate::pack::CheckRule)): a closed list of what can be looked at, with kinds, bounds and remedies. Each rule is
//! swept once over the days on which something changes, subject after subject, so that a day and a hundred years cost
//! the same: no day is visited by itself.

mod areas;
pub(in crate::organisation) mod days;
mod ground;
mod holders;
mod links;
mod meetings;
mod posts;
mod probe;
mod report;
mod rule;
mod statements;
mod units;
mod ways;

pub(crate) use meetings::turn;
pub use report::{Check, Finding, Report, Step, Subject, SubjectKind};
pub(in crate::organisation) use rule::bounds;

pub use crate::wire::checks::Severity;

use super::Organisation;
use crate::kernel::{Day, Period, Progress, Result, tick};
use crate::pack::Packs;
use crate::wire::checks::Look;
use days::Days;
use ground::Ground;
use probe::Probe;

impl Organisation {
    /// What breaks a rule of some packs on a day.
    ///
    /// Take [`pack::cn`](crate::pack::cn) for Chinese law with the library's defaults, [`pack::defaults`](crate::pack::defaults)
    /// for these alone, or packs of your own beside them. Where a clause was not read, or facts are missing, a rule
    /// answers *unknown*. The period of a finding is all the days on which it holds without a break, those before and
    /// after the day too.
    ///
    /// # Errors
    /// `stopped`; `unknown-kind`, `unknown-relation`, `unknown-measure`, `unknown-status` where a rule of a pack names what
    /// the organisation does not know, with the place in the pack.
    ///
    /// ```
    /// use shequ::kernel::{Certainty, Document, Status, Unwatched};
    /// use shequ::organisation::Organisation;
    /// use shequ::pack;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "c", "kind": "community", "name": "社区 01"},
    ///     {"key": "o", "kind": "sub-district-office", "name": "办事处"},
    ///     {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"},
    ///     {"key": "b", "kind": "party-branch", "name": "党支部", "parent": "c"}],
    ///     "relations": [{"kind": "leads", "source": "o", "target": "r", "from": "2024-03-01"}]}"#)?;
    /// let report = organisation.validate("2026-01-01".parse()?, pack::cn(), &mut Unwatched)?;
    /// let finding = report.of("committee-led-by-government").next().unwrap();
    /// assert_eq!(finding.period.to_string(), "[2024-03-01, ...)");
    /// // No law says so here: it is a default of the library, and marked.
    /// assert_eq!(finding.citation.as_ref().unwrap().certainty, Certainty::Default);
    /// assert_eq!(report.check("one-community-one-branch").map(|c| c.status), Some(Status::Met));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn validate(&self, day: Day, packs: &Packs, progress: &mut dyn Progress) -> Result<Report> {
        let window = Days { from: day.number(), until: day.number().saturating_add(1) };
        self.look(window, packs, false, progress)
    }

    /// Every violation of some packs on any day of a period, each with all its days.
    ///
    /// # Errors
    /// As [`validate`](Self::validate).
    ///
    /// ```
    /// use shequ::kernel::{Document, Period, Unwatched};
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T",
    ///     "units": [{"key": "r", "kind": "residents-committee", "name": "居委会"}],
    ///     "posts": [{"key": "chair", "unit": "r", "title": "主任"}], "holders": [{"key": "h1"}, {"key": "h2"}],
    ///     "holdings": [{"post": "chair", "holder": "h1", "from": "2019-01-01", "until": "2022-03-01"},
    ///         {"post": "chair", "holder": "h2", "from": "2022-05-01"}]}"#)?;
    /// let years = Period::new("2021-01-01".parse()?, Some("2023-01-01".parse()?))?;
    /// let report = organisation.validate_over(years, shequ::pack::defaults(), &mut Unwatched)?;
    /// assert_eq!(report.of("vacancy").next().unwrap().period.to_string(), "[2022-03-01, 2022-05-01)");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn validate_over(&self, period: Period, packs: &Packs, progress: &mut dyn Progress) -> Result<Report> {
        self.look(Days::of(Some(period)), packs, false, progress)
    }

    /// As [`validate_over`](Self::validate_over), where clauses that are known only second-hand decide too.
    ///
    /// # Errors
    /// As [`validate`](Self::validate).
    pub fn validate_accepting_secondary(
        &self,
        period: Period,
        packs: &Packs,
        progress: &mut dyn Progress,
    ) -> Result<Report> {
        self.look(Days::of(Some(period)), packs, true, progress)
    }

    fn look(&self, window: Days, packs: &Packs, secondary: bool, progress: &mut dyn Progress) -> Result<Report> {
        let ground = Ground::new(self, window);
        let rules = rule::rules(&ground, packs, secondary)?;
        let total = rules.len() as u64;
        let one_day = window.until == window.from.saturating_add(1);
        let until = if one_day || window.is_open() { None } else { Day::from_number(window.until) };
        let mut report = Report {
            day: Day::from_number(window.from).unwrap_or(Day::MIN),
            until,
            checks: Vec::new(),
            violations: Vec::new(),
        };
        for (done, rule) in (0..).zip(&rules) {
            tick(progress, done, total)?;
            let mut probe = Probe::new(&ground, rule);
            if probe.decides() {
                run(&mut probe, packs, secondary);
            }
            let (check, silent, found) = probe.finish();
            report.note(check, silent, found);
        }
        tick(progress, total, total)?;
        Ok(report)
    }
}

/// What each rule looks at.
fn run(probe: &mut Probe<'_>, packs: &Packs, secondary: bool) {
    let draft = probe.rule.draft();
    match draft.look {
        Look::Bodies => areas::bodies(probe),
        Look::Areas => areas::areas(probe),
        Look::Heads => units::heads(probe),
        Look::Posts => units::posts(probe),
        Look::Indicator => units::indicator(probe),
        Look::Vacancy => posts::vacancy(probe),
        Look::Capacity => posts::capacity(probe),
        Look::Term => posts::term(probe, packs, secondary),
        Look::Acting => posts::acting(probe),
        Look::Mode => posts::mode(probe),
        Look::Reserve => posts::reserve(probe),
        Look::EndReason => posts::end_reason(probe),
        Look::PostsHeld => holders::at_once(probe, false),
        Look::UnitsServed => holders::at_once(probe, true),
        Look::Incompatible => holders::incompatible(probe),
        Look::Way => ways::way(probe, packs, secondary),
        Look::Circle => ways::circle(probe),
        Look::Ends => links::ends(probe),
        Look::Targets => links::targets(probe),
        Look::Forbidden => links::forbidden(probe),
        Look::Overlap => links::overlap(probe),
        Look::Incoming => links::count(probe, true),
        Look::Outgoing => links::count(probe, false),
        Look::Dual => links::dual(probe),
        Look::Level => units::level(probe, None),
        Look::Tier => units::level(probe, draft.most.and_then(|most| u8::try_from(most).ok())),
        Look::Parent => units::parent(probe),
        Look::Recorded => {
            if let Some(fact) = draft.fact {
                units::recorded(probe, fact);
            }
        }
        Look::SameName => units::same_name(probe),
        Look::Cadence => meetings::cadence(probe),
        Look::Charter => units::charter(probe),
        Look::Deadline => meetings::deadline(probe, false),
        Look::NoDeadline => meetings::deadline(probe, true),
        Look::UnitOfMeasure => statements::units_of_measure(probe),
    }
}
