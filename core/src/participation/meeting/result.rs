//! The result of a meeting, its explanation and its minutes.

use std::fmt::Write as _;

use super::Meeting;
use super::fold::ItemVerdicts;
use crate::kernel::{Explanation, How, Lang, Quantity, Status, Text};
use crate::pack::{Lookup, Measure, Rules, warned};
use crate::participation::Verdict;
use crate::participation::tally::quantity;
use crate::wire::participation_meeting::{AgendaItemView, MeetingCheck, MeetingPollView, MeetingView};

/// What a meeting decided, with what is needed to explain and record it.
#[derive(Debug, Clone)]
pub struct MeetingResult {
    pub(super) meeting: Meeting,
    pub(super) rules: Rules,
    view: MeetingView,
    checks: Vec<Option<Verdict>>,
    after: Vec<Option<Verdict>>,
    items: Vec<ItemVerdicts>,
}

impl MeetingResult {
    pub(super) const fn new(
        meeting: Meeting,
        rules: Rules,
        view: MeetingView,
        checks: Vec<Option<Verdict>>,
        after: Vec<Option<Verdict>>,
        items: Vec<ItemVerdicts>,
    ) -> Self {
        Self { meeting, rules, view, checks, after, items }
    }

    /// The result as plain data.
    pub const fn view(&self) -> &MeetingView {
        &self.view
    }

    /// The meeting.
    pub const fn meeting(&self) -> &Meeting {
        &self.meeting
    }

    /// Every verdict behind it.
    pub(super) fn verdicts(&self) -> impl Iterator<Item = &Verdict> {
        let own = self.checks.iter().chain(&self.after).flatten();
        own.chain(self.items.iter().flat_map(|item| item.checks.iter().flatten().chain(&item.polls)))
    }

    /// Why: each check and each vote with its clauses, both sides exactly and how close it was.
    pub fn explain(&self) -> Explanation {
        let view = &self.view;
        let mut parts: Vec<Explanation> = view
            .checks
            .iter()
            .zip(&self.checks)
            .map(|(check, verdict)| explain_check(check, verdict.as_ref()))
            .collect();
        parts.extend(view.items.iter().zip(&self.items).map(|(item, behind)| self.explain_item(item, behind)));
        parts.extend(view.after.iter().zip(&self.after).map(|(check, verdict)| explain_check(check, verdict.as_ref())));
        let mut root = Explanation::new(view.label.clone(), Quantity::Status(view.status))
            .by(view.meeting.to_string(), None)
            .with(Text::new("日期", "day"), Quantity::Day(view.day));
        if !view.unchecked.is_empty() {
            let words = Text::same(view.unchecked.join(", "));
            root = root.with(Text::new("未设规则、未检查", "not checked for want of a rule"), Quantity::Words(words));
        }
        if !view.missing.is_empty() {
            let words = Text::same(view.missing.join(", "));
            root = root.with(Text::new("尚缺", "still needed"), Quantity::Words(words));
        }
        root.of(How::List, parts)
    }

    fn explain_item(&self, item: &AgendaItemView, behind: &ItemVerdicts) -> Explanation {
        let mut parts: Vec<Explanation> = item
            .checks
            .iter()
            .zip(&behind.checks)
            .map(|(check, verdict)| explain_check(check, verdict.as_ref()))
            .collect();
        parts.extend(item.polls.iter().zip(&behind.polls).map(|(poll, verdict)| self.explain_poll(poll, verdict)));
        let mut node =
            Explanation::new(item.label.clone(), Quantity::Status(item.status)).by(item.item.to_string(), None);
        if let Some(motion) = &item.motion {
            node = node.with(Text::new("议案", "motion"), Quantity::Words(motion.clone()));
        }
        for (label, keys) in [
            (Text::new("通过的修正案", "amendments adopted"), &item.adopted),
            (Text::new("失效的修正案", "amendments that fell"), &item.fallen),
        ] {
            if !keys.is_empty() {
                let keys = keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                node = node.with(label, Quantity::Words(Text::same(keys)));
            }
        }
        if self.view.status != Status::Met {
            node = node.noted(Text::new("会议本身的条件见上", "what is asked of the meeting itself stands above"));
        }
        node.of(How::List, parts)
    }

    fn explain_poll(&self, poll: &MeetingPollView, verdict: &Verdict) -> Explanation {
        let mut node = verdict.explain();
        node.label = match &poll.amendment {
            Some(key) => Text::new(format!("表决修正案{key}"), format!("vote on the amendment {key}")),
            None => Text::new("表决议案", "vote on the motion"),
        };
        node.outcome = Quantity::Status(poll.status);
        if let Some(given) = poll.casting {
            let clause = self.meeting.public().rules.casting_vote.as_deref().unwrap_or_default();
            let citation = match self.rules.find(clause) {
                Lookup::InForce(_, found) => Some(found.citation().clone()),
                _ => None,
            };
            let label = Text::new("票数相等，主持人有决定票", "a tie, and the chair has a casting vote");
            let cautions = self.rules.cautions(clause).unwrap_or_default();
            node.children
                .push(warned(Explanation::new(label, Quantity::Status(given)).by(clause, citation), &cautions));
        }
        node
    }

    /// The minutes (会议记录) as text: the day, who attended, each item with its votes and what was decided.
    pub fn minutes(&self, lang: Lang) -> String {
        let (draft, view) = (self.meeting.public(), &self.view);
        let word = |zh: &str, en: &str| Text::new(zh, en).get(lang).to_owned();
        let mut out = String::new();
        // Writing to a string does not fail.
        let _ = writeln!(out, "{}\n{}: {}", view.label.get(lang), word("日期", "day"), view.day);
        for (label, post) in [(word("主持", "chair"), &draft.chair), (word("记录", "minutes"), &draft.recorder)] {
            if let Some(post) = post {
                let _ = writeln!(out, "{label}: {post}");
            }
        }
        for measure in Measure::ALL {
            let tally = self.meeting.attendance.counts.tally(measure);
            if let (Some(present), Some(entitled)) = (tally.present, tally.entitled) {
                let show = |n| quantity(measure, n).render(lang);
                let (label, of) = (measure.label(), word("应到", "of"));
                let _ = writeln!(out, "{}: {} ({of} {})", label.get(lang), show(present), show(entitled));
            }
        }
        for check in &view.checks {
            let _ = writeln!(out, "{}: {}", check.label.get(lang), check.status.label().get(lang));
        }
        for (n, item) in view.items.iter().enumerate() {
            let _ = writeln!(out, "\n{}. {}", n + 1, item.label.get(lang));
            if let Some(motion) = &item.motion {
                let _ = writeln!(out, "   {}: {}", word("议案", "motion"), motion.get(lang));
            }
            for (j, poll) in item.polls.iter().enumerate() {
                let votes = self.meeting.votes.get(n).and_then(|votes| votes.get(j));
                let of = poll
                    .amendment
                    .as_ref()
                    .map_or_else(|| word("议案", "motion"), |key| format!("{} {key}", word("修正案", "amendment")));
                for measure in Measure::ALL {
                    let Some(tally) = votes.map(|counts| counts.tally(measure)).filter(|t| t.yes.is_some()) else {
                        continue;
                    };
                    let show = |n: Option<u64>| n.map_or_else(|| "?".to_owned(), |n| quantity(measure, n).render(lang));
                    let _ = writeln!(
                        out,
                        "   {of} ({}): {} {}, {} {}, {} {}",
                        measure.label().get(lang),
                        word("同意", "yes"),
                        show(tally.yes),
                        word("反对", "no"),
                        show(tally.no),
                        word("弃权", "abstain"),
                        show(tally.abstain),
                    );
                }
                let _ = writeln!(out, "   {of}: {}", poll.status.label().get(lang));
            }
            let _ = writeln!(out, "   {}: {}", word("结果", "decided"), item.status.label().get(lang));
            for void in view.void.iter().chain(&item.void) {
                let cited = void.citation.as_ref().map(|c| format!(" ({})", c.render(lang))).unwrap_or_default();
                let _ = writeln!(out, "   {}: {}{cited}", word("无效原因", "void by"), void.text.get(lang));
            }
        }
        out
    }
}

fn explain_check(check: &MeetingCheck, verdict: Option<&Verdict>) -> Explanation {
    match verdict {
        Some(verdict) => {
            let mut node = verdict.explain();
            node.label = check.label.clone();
            node
        }
        None => Explanation::new(check.label.clone(), Quantity::Status(check.status)).by(check.check.clone(), None),
    }
}
