//! Practices and their spread.

use std::collections::BTreeSet;

use super::{EvaluationRegisterError, count, days, ends, follows, once};
use crate::evaluation::check::named;
use crate::kernel::{Day, Document, Explanation, Faults, How, Period, Quantity, Rate, Result, Text};
use crate::wire::evaluation::{PracticeDraft, PracticeSpread, PracticesDraft, SpreadReport};

/// Practices and where they were taken up, `shequ.practices/1`.
///
/// ```
/// use shequ::evaluation::Practices;
/// use shequ::kernel::Document;
/// let practices = Practices::parse(r#"{"format": "shequ.practices/1", "title": "一居一特色", "practices": [
///     {"key": "night", "label": "夜间办", "origin": "c1", "from": "2025-01-01", "adoptions": [
///         {"unit": "c2", "from": "2025-03-02"}, {"unit": "c3", "from": "2025-06-01"}]}]}"#)?;
/// let report = practices.spread("2025-04-01".parse()?, &["c1", "c2", "c3", "c4"]);
/// let night = &report.practices[0];
/// assert_eq!((night.units, night.reach.unwrap().to_string().as_str(), night.first), (2, "2/4", 60));
/// assert_eq!(report.without, ["c3", "c4"]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Practices {
    title: Text,
    practices: Vec<PracticeDraft>,
}

impl Document for Practices {
    const FORMAT: &'static str = "shequ.practices/1";
    const ROOT: &'static str = "practices";
    type Draft = PracticesDraft;

    fn check(draft: PracticesDraft) -> Result<Self> {
        let mut faults = Faults::new();
        once(&mut faults, "practices", draft.practices.iter().map(|p| &p.key));
        for (i, practice) in draft.practices.iter().enumerate() {
            let mut seen = BTreeSet::new();
            for (j, adoption) in practice.adoptions.iter().enumerate() {
                let at = format!("practices[{i}].adoptions[{j}]");
                if adoption.unit == practice.origin {
                    faults.push(
                        format!("{at}.unit"),
                        EvaluationRegisterError::OwnPractice { unit: adoption.unit.to_string() },
                    );
                }
                if !seen.insert(&adoption.unit) {
                    let cause =
                        EvaluationRegisterError::KeyTwice { key: adoption.unit.to_string(), list: "adoptions".into() };
                    faults.push(format!("{at}.unit"), cause);
                }
                follows(&mut faults, format!("{at}.from"), Some(adoption.from), practice.from);
                ends(&mut faults, format!("{at}.until"), adoption.until, adoption.from);
            }
        }
        faults.into_result()?;
        Ok(Self { title: draft.title, practices: draft.practices })
    }
}

impl Practices {
    /// What they are called together.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// How far each practice has spread over some units by a day.
    pub fn spread(&self, day: Day, units: &[impl AsRef<str>]) -> SpreadReport {
        let asked: BTreeSet<&str> = units.iter().map(AsRef::as_ref).collect();
        let mut having: BTreeSet<String> = BTreeSet::new();
        let mut spread = |practice: &PracticeDraft| {
            let begun = practice.from <= day;
            let holds = |from: Day, until| Period::new(from, until).is_ok_and(|p: Period| p.contains(day));
            let taken = practice.adoptions.iter().filter(|a| a.from <= day);
            let (first, last) = (taken.clone().map(|a| a.from).min(), taken.clone().map(|a| a.from).max());
            let given_up = taken.clone().filter(|a| !holds(a.from, a.until)).count();
            let mut have: BTreeSet<&str> = taken.filter(|a| holds(a.from, a.until)).map(|a| a.unit.as_str()).collect();
            have.extend(begun.then_some(practice.origin.as_str()));
            having.extend(have.iter().map(|unit| (*unit).to_owned()));
            let here = have.intersection(&asked).count();
            PracticeSpread {
                key: practice.key.to_string(),
                label: named(practice.label.as_ref(), &practice.key),
                origin: practice.origin.to_string(),
                units: count(have.len()),
                reach: Rate::new(count(here).into(), count(asked.len()).into()).ok(),
                first: first.map_or(0, |first| days(practice.from, first)),
                last: last.map_or(0, |last| days(practice.from, last)),
                given_up: count(given_up),
            }
        };
        let practices = self.practices.iter().map(&mut spread).collect();
        let without = asked.iter().filter(|unit| !having.contains(**unit)).map(|unit| (*unit).to_owned());
        SpreadReport { day, practices, without: without.collect() }
    }
}

impl SpreadReport {
    /// The practices with their reach.
    pub fn explain(&self) -> Explanation {
        let practice = |p: &PracticeSpread| {
            Explanation::new(p.label.clone(), p.reach.map_or(Quantity::Count(p.units.into()), Quantity::Rate))
                .with(Text::new("首创单位", "began in"), Quantity::Words(Text::same(p.origin.clone())))
        };
        Explanation::new(Text::new("经验推广", "spread of practices"), Quantity::Day(self.day))
            .with(Text::new("尚无特色的单位", "units without one"), Quantity::Count(count(self.without.len()).into()))
            .of(How::List, self.practices.iter().map(practice).collect())
    }
}
