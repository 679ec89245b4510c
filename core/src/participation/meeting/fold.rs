//! What a meeting decided: a pure fold over its document and the rules of its day.

use std::collections::BTreeSet;

use super::ask::{Place, question};
use super::{Meeting, MeetingResult};
use crate::kernel::{Error, Key, Result, Status, Text};
use crate::pack::{Content, CountingRule, Rules};
use crate::participation::question::no_sensitive;
use crate::participation::verdict::split_heads;
use crate::participation::{Counts, ParticipationError, Verdict};
use crate::wire::pack::RuleDraft;
use crate::wire::participation::ClauseView;
use crate::wire::participation_meeting::{
    AgendaItemDraft, AgendaItemView, AmendmentDraft, AmendmentOrder, MeetingCheck, MeetingPollDraft, MeetingPollView,
    MeetingView, OffAgenda, VoidView,
};

/// A check with the verdict behind it, if clauses decide.
pub(super) type Checked = (MeetingCheck, Option<Verdict>);

/// The verdicts behind an item.
#[derive(Debug, Clone, Default)]
pub(super) struct ItemVerdicts {
    pub checks: Vec<Option<Verdict>>,
    pub polls: Vec<Verdict>,
}

const fn met(holds: bool) -> Status {
    if holds { Status::Met } else { Status::NotMet }
}

impl Meeting {
    /// What the meeting decided by the rules of its day: each item of the agenda met, not met or unknown, with what voids it and
    /// the least facts to ask.
    ///
    /// # Errors
    /// `facts-of-another-day`, `unknown-clause`, `unknown-question`, `unknown-body`, `units-not-allowed`,
    /// `sensitive-answer-kept`; paths stand below `meeting`.
    pub fn result(&self, rules: &Rules) -> Result<MeetingResult> {
        self.fold(rules).map_err(|e| e.under("meeting"))
    }

    fn fold(&self, rules: &Rules) -> Result<MeetingResult> {
        let draft = self.public();
        if draft.day != rules.day() {
            let (facts, rules) = (draft.day.to_string(), rules.day().to_string());
            return Err(Error::at("day", ParticipationError::OtherDay { facts, rules }));
        }
        // A record holds the meeting as it is, so nothing may stand in it that no question asks either.
        no_sensitive(rules, draft.answers.keys().map(String::as_str)).map_err(|e| e.under("answers"))?;
        for (i, item) in draft.agenda.iter().enumerate() {
            no_sensitive(rules, item.answers.keys().map(String::as_str))
                .map_err(|e| e.under(&format!("agenda[{i}].answers")))?;
        }
        let (mut checks, mut after, mut unchecked) = (Vec::new(), Vec::new(), Vec::new());
        let own = &draft.rules;
        let petitioned = self.petition.is_some() || draft.days.contains_key(&crate::pack::Milestone::Petition);
        let attending = &self.attendance.counts;
        let asked = [
            ("petition", &own.petition, self.petition.is_some()),
            ("convening", &own.convening, petitioned),
            ("notice", &own.notice, true),
            (
                "proxies",
                &own.proxies,
                self.attendance.any_proxy || self.proxies.as_ref().is_some_and(|p| p.counted > 0),
            ),
            ("quorum", &own.quorum, true),
        ];
        for (word, rule, needed) in asked {
            match rule {
                Some(rule) if needed => {
                    let counts =
                        if word == "petition" { self.petition.as_ref().unwrap_or(attending) } else { attending };
                    checks.push(self.check(rules, rule, word, counts, Place::Meeting(word))?);
                }
                None if needed => unchecked.push(word.to_owned()),
                _ => {}
            }
        }
        if let Some(rule) = &own.publication {
            after.push(self.check(rules, rule, "publication", attending, Place::Meeting("publication"))?);
        }
        let status = checks.iter().map(|(check, _)| check.status).min().unwrap_or(Status::Met);
        let (mut items, mut verdicts) = (Vec::new(), Vec::new());
        for (i, item) in draft.agenda.iter().enumerate() {
            let (view, behind) = self.item(rules, i, item, status, &checks)?;
            items.push(view);
            verdicts.push(behind);
        }
        let mut missing: Vec<String> = Vec::new();
        let open = checks.iter().map(|(check, _)| &check.missing);
        for path in open.chain(items.iter().map(|item| &item.missing)).flatten() {
            if !missing.contains(path) {
                missing.push(path.clone());
            }
        }
        let void = checks.iter().flat_map(|(check, _)| voids(check)).collect();
        let (checks, behind_checks) = checks.into_iter().unzip();
        let (after, behind_after) = after.into_iter().unzip();
        let view = MeetingView {
            meeting: draft.id.clone(),
            label: draft.label.clone(),
            day: draft.day,
            status,
            checks,
            unchecked,
            items,
            after,
            void,
            missing,
        };
        Ok(MeetingResult::new(self.clone(), rules.clone(), view, behind_checks, behind_after, verdicts))
    }

    fn check(&self, rules: &Rules, rule: &RuleDraft, word: &str, counts: &Counts, place: Place) -> Result<Checked> {
        let label = label(word);
        let question = question(rules, rule, label.clone(), place)?;
        let verdict = self.verdict(&question, counts, place)?;
        let status = verdict.status();
        let check = MeetingCheck {
            check: word.to_owned(),
            label,
            status,
            clauses: verdict.clauses(),
            missing: if status == Status::Unknown { self.missing(&verdict, place) } else { Vec::new() },
            cautions: verdict.cautions(),
        };
        Ok((check, Some(verdict)))
    }

    fn item(
        &self,
        rules: &Rules,
        i: usize,
        item: &AgendaItemDraft,
        meeting: Status,
        meeting_checks: &[Checked],
    ) -> Result<(AgendaItemView, ItemVerdicts)> {
        let own = &self.public().rules;
        let mut checks: Vec<Checked> = Vec::new();
        match (&own.agenda, own.off_agenda) {
            (Some(rule), _) => {
                checks.push(self.check(rules, rule, "agenda", &self.attendance.counts, Place::Item(i))?);
            }
            (None, Some(OffAgenda::Allowed)) => {}
            (None, _) => {
                let status = item.on_agenda.map_or(Status::Unknown, met);
                let missing =
                    if item.on_agenda.is_none() { vec![format!("agenda[{i}].on_agenda")] } else { Vec::new() };
                checks.push((plain("agenda", label("agenda"), status, missing), None));
            }
        }
        let mut polls = Vec::new();
        let mut behind = Vec::new();
        for (j, poll) in item.polls.iter().enumerate() {
            let counts = self.votes.get(i).and_then(|votes| votes.get(j)).copied().unwrap_or_default();
            let (view, verdict) = self.poll(rules, item, poll, &counts, Place::Vote(i, j))?;
            polls.push(view);
            behind.push(verdict);
        }
        let walked = walk(item, own.amendments, &polls);
        if !item.amendments.is_empty() {
            let status = met(walked.problems.is_empty());
            let label = walked.problems.into_iter().next().unwrap_or_else(|| label("order"));
            checks.push((plain("order", label, status, Vec::new()), None));
        }
        let motion = polls.iter().find(|poll| poll.amendment.is_none());
        let mut parts = vec![meeting, motion.map_or(Status::Unknown, |poll| poll.status)];
        parts.extend(checks.iter().map(|(check, _)| check.status));
        if walked.open {
            parts.push(Status::Unknown);
        }
        let status = parts.into_iter().min().unwrap_or(Status::Unknown);
        let mut missing: Vec<String> = Vec::new();
        if status == Status::Unknown {
            let open = meeting_checks.iter().chain(&checks).map(|(check, _)| &check.missing);
            let open = open.chain(polls.iter().map(|poll| &poll.missing)).flatten().cloned();
            let vote = motion.is_none().then(|| format!("agenda[{i}].polls"));
            for path in open.chain(vote) {
                if !missing.contains(&path) {
                    missing.push(path);
                }
            }
        }
        let void = checks.iter().flat_map(|(check, _)| voids(check)).collect();
        let (checks, behind_checks) = checks.into_iter().unzip();
        let view = AgendaItemView {
            item: item.key.clone(),
            label: item.label.clone(),
            status,
            motion: walked.motion,
            adopted: walked.adopted,
            fallen: walked.fallen.into_iter().collect(),
            checks,
            polls,
            void,
            missing,
        };
        Ok((view, ItemVerdicts { checks: behind_checks, polls: behind }))
    }

    fn poll(
        &self,
        rules: &Rules,
        item: &AgendaItemDraft,
        poll: &MeetingPollDraft,
        counts: &Counts,
        place: Place,
    ) -> Result<(MeetingPollView, Verdict)> {
        let amendment = poll.amendment.as_ref().and_then(|key| item.amendments.iter().find(|a| a.key == *key));
        let rule = amendment.and_then(|a| a.decided_by.as_ref()).unwrap_or(&item.decided_by);
        let question = question(rules, rule, item.label.clone(), place)?;
        let plain = self.verdict(&question, counts, place)?;
        let own = &self.public().rules;
        let casting = match (poll.casting, &own.casting_vote) {
            (Some(casting), Some(clause)) => Some((casting, casting_vote(rules, clause)?)),
            _ => None,
        };
        let (verdict, status) = match casting {
            None | Some((_, Status::NotMet)) => {
                let status = plain.status();
                (plain, status)
            }
            Some((casting, known)) => {
                let with = self.verdict(&question, &Counts { casting: Some(casting), ..*counts }, place)?;
                let status = with.status();
                // Where it is not known whether the chair could, the answer stands only if it does not matter.
                if known == Status::Met {
                    (with, status)
                } else {
                    let status = if status == plain.status() { status } else { Status::Unknown };
                    (plain, status)
                }
            }
        };
        let mut cautions = verdict.cautions();
        if let Some(clause) = own.casting_vote.as_ref().filter(|_| casting.is_some()) {
            cautions.extend(rules.cautions(clause)?);
        }
        let split = poll.committed.map_or(0, |c| usize::try_from(c.split_heads).unwrap_or(usize::MAX));
        cautions.extend(split_heads(split));
        let named = match rule {
            RuleDraft::Clause(name) if verdict.question().id() == name => Some(name.clone()),
            _ => None,
        };
        let view = MeetingPollView {
            amendment: poll.amendment.clone(),
            question: named,
            status,
            tie: counts.tie().is_some_and(|(_, tie)| tie),
            casting: casting.map(|(_, known)| known),
            clauses: verdict.clauses(),
            missing: if status == Status::Unknown { self.missing(&verdict, place) } else { Vec::new() },
            cautions,
            committed: poll.committed,
        };
        Ok((view, verdict))
    }
}

/// Whether a clause gives the chair a casting vote on the day.
fn casting_vote(rules: &Rules, clause: &str) -> Result<Status> {
    Ok(match rules.decisive(clause).map_err(|e| e.under("rules.casting_vote"))? {
        Err(_) => Status::Unknown,
        Ok(clause) => {
            met(matches!(clause.content(), Content::Counting(list) if list.contains(&CountingRule::CastingVote)))
        }
    })
}

/// What the votes on amendments left of the motion.
struct Walked {
    motion: Option<Text>,
    adopted: Vec<Key>,
    fallen: BTreeSet<Key>,
    /// Whether an amendment may or may not have been adopted.
    open: bool,
    /// What was wrong with the order of the votes.
    problems: Vec<Text>,
}

fn walk(item: &AgendaItemDraft, order: Option<AmendmentOrder>, polls: &[MeetingPollView]) -> Walked {
    let (mut adopted, mut fallen, mut voted) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    let (mut motion, mut open, mut problems) = (item.motion.clone(), false, Vec::new());
    let (mut before, mut on_motion) = (None, false);
    let mut wrong = |zh: String, en: String| problems.push(Text::new(zh, en));
    for poll in polls {
        let Some(key) = &poll.amendment else {
            on_motion = true;
            for left in &item.amendments {
                if !left.withdrawn && !voted.contains(&left.key) && !fallen.contains(&left.key) {
                    let key = &left.key;
                    wrong(
                        format!("未先表决修正案{key}"),
                        format!("the amendment `{key}` was not voted on before the motion"),
                    );
                }
            }
            continue;
        };
        let Some((at, amendment)) = item.amendments.iter().enumerate().find(|(_, a)| a.key == *key) else { continue };
        if on_motion {
            wrong(format!("修正案{key}在议案之后表决"), format!("the amendment `{key}` was voted on after the motion"));
        }
        if fallen.contains(key) {
            wrong(format!("修正案{key}已失效"), format!("the amendment `{key}` had fallen and was voted on"));
        }
        let rank = rank(order, at, amendment);
        if before.is_some_and(|before| rank < before) {
            wrong(format!("修正案{key}表决过迟"), format!("the amendment `{key}` was voted on too late"));
        }
        before = Some(rank);
        voted.insert(key.clone());
        match poll.status {
            Status::Met => {
                adopted.push(key.clone());
                motion = Some(amendment.motion.clone());
                fallen.extend(amendment.excludes.iter().filter(|other| !voted.contains(*other)).cloned());
            }
            Status::Unknown => open = true,
            Status::NotMet => {}
        }
    }
    Walked { motion: motion.filter(|_| !open), adopted, fallen, open, problems }
}

/// The place of an amendment in the order of votes: the lowest first.
fn rank(order: Option<AmendmentOrder>, at: usize, amendment: &AmendmentDraft) -> u64 {
    match order {
        Some(AmendmentOrder::FurthestFirst) => u64::MAX - u64::from(amendment.distance.unwrap_or(0)),
        Some(AmendmentOrder::AsListed) | None => at as u64,
    }
}

/// A check that no clause decides.
fn plain(word: &str, label: Text, status: Status, missing: Vec<String>) -> MeetingCheck {
    MeetingCheck { check: word.to_owned(), label, status, clauses: Vec::new(), missing, cautions: Vec::new() }
}

/// What a failed check voids, clause by clause.
fn voids(check: &MeetingCheck) -> Vec<VoidView> {
    if check.status != Status::NotMet {
        return Vec::new();
    }
    let failed: Vec<&ClauseView> = check.clauses.iter().filter(|c| c.status == Status::NotMet).collect();
    let void = |clause: Option<&ClauseView>| VoidView {
        check: check.check.clone(),
        clause: clause.map(|c| c.clause.clone()),
        citation: clause.and_then(|c| c.citation.clone()),
        text: clause.map_or_else(|| check.label.clone(), |c| c.label.clone()),
    };
    if failed.is_empty() { vec![void(None)] } else { failed.into_iter().map(|c| void(Some(c))).collect() }
}

fn label(word: &str) -> Text {
    match word {
        "petition" => Text::new("提议召开", "petition to convene"),
        "convening" => Text::new("按期召集", "called in time"),
        "notice" => Text::new("通知、公示", "notice"),
        "proxies" => Text::new("委托代理", "proxies"),
        "quorum" => Text::new("法定人数", "quorum"),
        "agenda" => Text::new("列入议程", "on the agenda"),
        "order" => Text::new("表决顺序", "order of votes"),
        _ => Text::new("公布决定", "posting of the decisions"),
    }
}
