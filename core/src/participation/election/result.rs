//! The result of an election: who is elected, what each poll came to, and what follows.

use serde::{Serialize, Serializer};

use super::Election;
use super::fold::{Broken, Due, Held};
use super::rules::bounds;
use crate::kernel::{Key, Result, Status, Text};
use crate::wire::participation_election::{
    ByElectionTerm, CandidateDraft, ElectedBy, ElectionCaution, ElectionKind, ElectionState, ElectionView, NextStep,
    NextWhat, PollCheck, PollView, StandingView, TermView, TieView, VacancyFill,
};

/// The result of an election, with what is needed to explain and record it.
#[derive(Debug, Clone)]
pub struct ElectionResult {
    pub(super) election: Election,
    pub(super) view: ElectionView,
}

impl ElectionResult {
    pub(super) fn new(election: &Election) -> Self {
        let view = view(election);
        Self { election: election.clone(), view }
    }

    /// The result as plain data.
    pub const fn view(&self) -> &ElectionView {
        &self.view
    }

    /// The run.
    pub const fn election(&self) -> &Election {
        &self.election
    }

    /// Who takes a seat that falls vacant, if it is filled by the next of the last count (依次递补): those who passed the
    /// win test and were not elected, the first in order first.
    ///
    /// More than one name is a tie, which nothing here breaks. Empty where the rules fill seats in another way.
    pub fn next_in_order(&self) -> Vec<Key> {
        let fill = self.election.rules().draft().vacancy.as_ref().map(|v| v.fill);
        if fill != Some(VacancyFill::NextInOrder) {
            return Vec::new();
        }
        let passed = |s: &&StandingView| s.win.status == Status::Met;
        let rest = &self.election.folded().rest;
        let first = rest.iter().filter(passed).map(|s| s.place).min();
        rest.iter().filter(passed).filter(|s| Some(s.place) == first).map(|s| s.candidate.clone()).collect()
    }
}

/// Serialises as its [`view`](ElectionResult::view).
impl Serialize for ElectionResult {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view.serialize(serializer)
    }
}

fn view(election: &Election) -> ElectionView {
    let (draft, folded) = (election.draft(), election.folded());
    let next = next(election);
    let state = if draft.polls.is_empty() {
        ElectionState::NotHeld
    } else if next.must {
        ElectionState::Open
    } else {
        ElectionState::Complete
    };
    let voided = u32::try_from(folded.voided.len()).unwrap_or(u32::MAX);
    ElectionView {
        election: draft.id.clone(),
        label: election.rules().label().clone(),
        state,
        seats: draft.seats,
        elected: folded.elected.clone(),
        open_seats: folded.open.saturating_add(voided),
        list: list_checks(election),
        polls: folded
            .polls
            .iter()
            .zip(&draft.polls)
            .map(|(held, poll)| poll_view(election, held, poll.day, poll.kind))
            .collect(),
        next,
        missing: missing(election),
        cautions: cautions(election),
        term: term(election),
    }
}

/// The facts that are still needed: those that the polls lack, and decisions on objections where the roll leaves one open.
fn missing(election: &Election) -> Vec<String> {
    let polls = &election.folded().polls;
    let mut missing: Vec<String> = polls.iter().flat_map(|p| p.missing.iter().cloned()).collect();
    let (least, most) = election.on_roll();
    if least != most && polls.iter().any(|p| p.on_roll) {
        missing.push("roll.objections".to_owned());
    }
    missing
}

fn poll_view(
    election: &Election,
    held: &Held,
    day: crate::kernel::Day,
    kind: crate::wire::participation_election::PollKind,
) -> PollView {
    let mut checks = held.checks.clone();
    checks.extend(rerun_checks(election, held));
    PollView {
        kind,
        day,
        seats: held.seats,
        status: held.status,
        checks,
        ballots: held.kinds,
        candidates: held.standings.clone(),
        tie: held.tie.as_ref().map(tie_view),
    }
}

/// Whether the list of a rerun is as the rules ask: those who come first, and so many.
fn rerun_checks(election: &Election, held: &Held) -> Vec<PollCheck> {
    let mut checks = Vec::new();
    if let Some(ranked) = held.list {
        let (ahead, apart, candidates) = (ranked.ahead(), ranked.apart, ranked.candidates);
        let rerun = election.rules().rerun_draft();
        let clause = rerun.and_then(|r| r.clause.clone());
        let status = if ahead { Status::Met } else { Status::NotMet };
        let text = match apart {
            Some((last, first)) => format!("{last} {} {first}", if ahead { "<=" } else { ">" }),
            None => candidates.to_string(),
        };
        checks.push(PollCheck {
            check: "rerun-best-first".to_owned(),
            label: Text::new(
                "另行选举的候选人为得票多者：末位者的名次不后于未列入者的最前名次",
                "those with the most votes stand in the rerun: the last place on the list is not behind the first one off it",
            ),
            status,
            text,
            margin: None,
            added: None,
            clause: clause.clone(),
        });
        if let Some(rerun) = rerun {
            checks.push(number_check(candidates, bounds(&rerun.surplus, held.seats), clause));
        }
    }
    checks
}

fn tie_view(tie: &Broken) -> TieView {
    TieView {
        candidates: tie.tied.clone(),
        seats: tie.seats,
        rule: tie.rule,
        draws: tie.draws.clone(),
        chosen: tie.chosen.clone(),
    }
}

fn number_check(candidates: usize, (least, most): (u32, Option<u32>), clause: Option<String>) -> PollCheck {
    let few = candidates < least as usize;
    let many = most.filter(|most| candidates > *most as usize);
    let fits = !few && many.is_none();
    let text = match (many, most) {
        _ if few => format!("{candidates} < {least}"),
        (Some(most), _) => format!("{candidates} > {most}"),
        (None, Some(most)) if most == least => format!("{candidates} = {least}"),
        (None, Some(most)) => format!("{least} <= {candidates} <= {most}"),
        (None, None) => format!("{candidates} >= {least}"),
    };
    PollCheck {
        check: "candidates".to_owned(),
        label: Text::new("候选人名额", "number of candidates"),
        status: if fits { Status::Met } else { Status::NotMet },
        text,
        margin: None,
        added: None,
        clause,
    }
}

/// Whether the list of candidates is as the rules ask: their number, and who nominated them.
fn list_checks(election: &Election) -> Vec<PollCheck> {
    let rules = election.rules().draft();
    let candidates = &election.draft().candidates;
    let clause = match (election.draft().kind, &rules.by_election) {
        (ElectionKind::ByElection, Some(by)) => by.clause.clone(),
        _ => rules.candidates.clause.clone(),
    };
    let mut checks = vec![number_check(candidates.len(), election.list_bounds(), clause)];
    if !rules.nomination.is_empty() {
        let enough = |c: &&CandidateDraft| {
            rules.nomination.iter().any(|n| c.nominators.iter().any(|by| by.by == n.by && by.count >= n.least))
        };
        let told = candidates.iter().filter(|c| !c.nominators.is_empty()).count();
        let nominated = candidates.iter().filter(enough).count();
        let status = if nominated == candidates.len() {
            Status::Met
        } else if told < candidates.len() {
            Status::Unknown
        } else {
            Status::NotMet
        };
        checks.push(PollCheck {
            check: "nominated".to_owned(),
            label: Text::new("提名人数", "nominated by enough"),
            status,
            text: format!("{nominated} {} {}", if nominated == candidates.len() { "=" } else { "<" }, candidates.len()),
            margin: None,
            added: None,
            clause: rules.nomination.iter().find_map(|n| n.clause.clone()),
        });
    }
    checks
}

fn cautions(election: &Election) -> Vec<ElectionCaution> {
    let (draft, folded) = (election.draft(), election.folded());
    let mut out = Vec::new();
    let mut say = |code: &str, text: Text| out.push(ElectionCaution { code: code.to_owned(), text });
    let (least, most) = election.on_roll();
    if least != most {
        say(
            "objection-open",
            Text::new(
                format!("名单异议尚未处理：登记人数在{least}与{most}之间"),
                format!("objections to the roll are open: {least} to {most} are on it"),
            ),
        );
    }
    if draft.challenges.iter().any(|c| c.upheld.is_none()) {
        let text = Text::new("有申诉尚未处理，结果可能改变", "a complaint is open; the result may change");
        say("challenge-open", text);
    }
    for key in &folded.voided {
        say("seat-void", Text::new(format!("{key}当选无效"), format!("the election of {key} is void")));
    }
    for (poll, held) in draft.polls.iter().zip(&folded.polls) {
        let by_lot = held.tie.as_ref().is_some_and(|tie| !tie.draws.is_empty());
        let announced = poll.tie.as_ref().and_then(|t| t.announced);
        if by_lot && announced.is_none_or(|day| day > poll.day) {
            say(
                "seed-announced-late",
                Text::new(
                    "种子来源未在投票日或之前公布：抽签可被操纵",
                    "where the seed comes from was not announced by the day of the poll: the lot could be steered",
                ),
            );
        }
    }
    let lists = folded.polls.iter().flat_map(|held| rerun_checks(election, held));
    if list_checks(election).into_iter().chain(lists).any(|c| c.status == Status::NotMet) {
        let text = Text::new("候选人名单不符合规则", "the list of candidates is not as the rules ask");
        say("list-irregular", text);
    }
    let salted = draft.salt.as_ref().is_some_and(|salt| salt.len() >= 16);
    if !salted && draft.polls.iter().any(|poll| poll.patterns.is_some()) {
        let text = Text::new(
            "选举过程没有盐值，或盐值不足16字节：小规模投票的票样可由摘要试出",
            "the run has no salt of 16 bytes or more: the patterns of a small poll could be found from its digest by trying",
        );
        say("run-without-salt", text);
    }
    out
}

fn term(election: &Election) -> Option<TermView> {
    let draft = election.draft();
    let rules = election.rules().draft();
    let from = draft.begins?;
    let rest = rules.by_election.as_ref().is_some_and(|by| by.term == ByElectionTerm::RestOfTerm);
    let until = if draft.kind == ElectionKind::ByElection && rest {
        draft.term_ends?
    } else {
        from.plus_years(rules.term.as_ref()?.years).ok()?
    };
    Some(TermView { from, until })
}

/// What follows the last poll.
fn next(election: &Election) -> NextStep {
    let (draft, folded) = (election.draft(), election.folded());
    let step = |what: NextWhat, text: Text, candidates: Vec<Key>| NextStep {
        what,
        text,
        seats: folded.open,
        candidates,
        must: true,
        by: None,
        clause: None,
    };
    match &folded.due {
        Due::First => step(NextWhat::Poll, Text::new("举行投票", "hold the poll"), election.candidates().to_vec()),
        Due::Revote(tied) => step(
            NextWhat::Revote,
            Text::new("就票数相等的候选人再次投票", "a poll among the tied; the most votes win"),
            tied.clone(),
        ),
        Due::New(_, list) => {
            step(NextWhat::NewPoll, Text::new("选举无效，重新投票", "the poll is void: hold it again"), list.clone())
        }
        Due::Settle(what, tied) => step(*what, settle(*what), tied.clone()),
        Due::Rerun => rerun(election),
        Due::Nothing if !folded.voided.is_empty() => NextStep {
            clause: election.rules().draft().vacancy.as_ref().and_then(|v| v.clause.clone()),
            seats: u32::try_from(folded.voided.len()).unwrap_or(u32::MAX),
            ..step(
                NextWhat::Vacancy,
                Text::new("补足当选无效的名额", "fill the seat whose election is void"),
                Vec::new(),
            )
        },
        Due::Nothing if folded.open > 0 => NextStep {
            must: false,
            ..step(NextWhat::SeatsOpen, Text::new("名额空缺", "seats stay open"), Vec::new())
        },
        Due::Nothing => {
            let text = match (folded.elected.iter().any(|e| e.by != ElectedBy::Votes), draft.polls.len()) {
                (false, 1) => Text::new("名额已满", "all seats are filled"),
                _ => Text::new("名额已满，过程见各次投票", "all seats are filled; see each poll"),
            };
            NextStep { must: false, ..step(NextWhat::Nothing, text, Vec::new()) }
        }
    }
}

fn settle(what: NextWhat) -> Text {
    match what {
        NextWhat::Count => Text::new("清点选票", "count the ballots, or count them again"),
        NextWhat::DrawLot => Text::new("公布种子并抽签", "publish the seed and draw the lot"),
        NextWhat::CastingVote => Text::new("由主持人决定", "the chair has the casting vote"),
        NextWhat::Seniority => {
            Text::new("资历不明或相同", "seniority is not known for all of them, or does not decide")
        }
        _ => Text::new("补齐所缺事实", "find the facts that are missing"),
    }
}

fn rerun(election: &Election) -> NextStep {
    let folded = election.folded();
    let rules = election.rules();
    let Some(rerun) = rules.rerun_draft() else {
        // A rerun is due only where the rules have one.
        return NextStep {
            what: NextWhat::SeatsOpen,
            text: Text::default(),
            seats: folded.open,
            candidates: Vec::new(),
            must: false,
            by: None,
            clause: None,
        };
    };
    let (least, _) = bounds(&rerun.surplus, folded.open);
    // Those with the most votes; whoever ties with the last of them is named too.
    let line = folded.rest.get((least as usize).saturating_sub(1)).map(|s| s.place);
    let stand = folded.rest.iter().filter(|s| line.is_none_or(|line| s.place <= line));
    let last = election.draft().polls.last().map(|poll| poll.day);
    let within = rerun.within_days.and_then(|n| i32::try_from(n).ok());
    let elected = u32::try_from(folded.elected.len()).unwrap_or(u32::MAX);
    NextStep {
        what: NextWhat::Rerun,
        text: Text::new("不足的名额另行选举", "another poll for the seats that are open"),
        seats: folded.open,
        candidates: stand.map(|s| s.candidate.clone()).collect(),
        must: rerun.below.is_none_or(|below| elected < below),
        by: last.zip(within).and_then(|(day, n)| day.plus_days(n).ok()),
        clause: rerun.clause.clone(),
    }
}
