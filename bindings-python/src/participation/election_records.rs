//! The parts of an election's result.

use shequ::kernel::{Day, Digest, Key, Status, Text};
use shequ::wire::participation_election as wire;

use crate::convert::number::DayOut;
use crate::convert::record::{closed, record};

closed!(
    wire::ElectedBy,
    wire::ElectionState,
    wire::NextWhat,
    wire::PollKind,
    wire::PollStatus,
    wire::StandingOutcome,
    wire::TieRule
);

record! {
    /// One thing that was tested in an election or a selection, with both sides.
    PyPollCheck("PollCheck", wire::PollCheck) {
        /// A stable word for it, such as ``returned-within-voters`` or ``turnout``.
        check: String,
        /// What it is about.
        label: Text,
        /// Whether it holds: ``met``, ``notMet`` or ``unknown``.
        status: Status,
        /// Both sides written out, such as ``2 × 598 > 1200``.
        text: String,
        /// The least number of ballots that flips it while the base stands.
        margin: Option<u64>,
        /// The least number of new ballots that flips it; no more than are left on the roll.
        added: Option<u64>,
        /// The clause that asks for it.
        clause: Option<String>,
    }
}

record! {
    /// One who was elected.
    PyElected("Elected", wire::ElectedView) {
        /// Who, by key.
        candidate: Key,
        /// In which poll, by position from 0.
        poll: usize,
        /// With so many yes.
        yes: u64,
        /// By what: ``votes``, ``lot``, ``seniority`` or ``casting-vote``.
        by: wire::ElectedBy,
    }
}

record! {
    /// One poll as it came out.
    PyPoll("Poll", wire::PollView) {
        /// Why it was held: ``first``, ``revote``, ``rerun`` or ``new-poll``.
        kind: wire::PollKind,
        /// The day.
        day: Day,
        /// The seats it was for.
        seats: u32,
        /// ``valid``, ``void`` or ``unknown``.
        status: wire::PollStatus,
        /// Reconciliation and turnout.
        checks: Vec<wire::PollCheck>,
        /// The ballots by kind, once they are counted.
        ballots: Option<wire::BallotKinds>,
        /// Each name, the most votes first.
        candidates: Vec<wire::StandingView>,
        /// Who tied for the last seats.
        tie: Option<wire::TieView>,
    }
}

record! {
    /// The ballots of a poll by kind; the four add up to those counted.
    PyBallotKinds("BallotKinds", wire::BallotKinds) {
        /// Valid and not blank.
        marked: u64,
        /// Blank: they abstain from all.
        blank: u64,
        /// Void for too many names, or too few where exactly as many as seats are asked.
        over_full: u64,
        /// Void for another reason.
        spoiled: u64,
    }
}

record! {
    /// One name in a poll.
    PyCandidate("Candidate", wire::StandingView) {
        /// Who, by key.
        candidate: Key,
        /// Whether it was written in.
        write_in: bool,
        /// For.
        yes: u64,
        /// Against.
        no: u64,
        /// Neither, on valid ballots.
        abstain: u64,
        /// The place by the order of the rules; those who tie share one.
        place: u32,
        /// The win test.
        win: wire::PollCheck,
        /// ``elected``, ``not-elected``, ``tied`` or ``unknown``.
        outcome: wire::StandingOutcome,
        /// The least number of yes to cross the line of the last seat; none where nobody stands on its other side.
        place_margin: Option<u64>,
    }
}

record! {
    /// A tie for the last seats.
    PyTie("Tie", wire::TieView) {
        /// Who tied, sorted.
        candidates: Vec<Key>,
        /// For so many seats.
        seats: u32,
        /// What breaks it: ``revote``, ``lot``, ``seniority`` or ``casting-vote``.
        rule: wire::TieRule,
        /// The draws, if it was broken by lot.
        draws: Vec<wire::TieDraw>,
        /// Those who got the seats, if it is broken here.
        chosen: Vec<Key>,
    }
}

record! {
    /// One draw of a lot.
    PyTieDraw("TieDraw", wire::TieDraw) {
        /// The number of the draw, from 1.
        draw: u32,
        /// The SHA-256 of the text, as 64 hexadecimal digits.
        digest: Digest,
        /// The remainder of the digest, from 0.
        remainder: u32,
        /// Divided by so many names that were left.
        left: u32,
        /// The name at that place.
        drawn: Key,
    }
}

record! {
    /// What follows in an election.
    PyNextStep("NextStep", wire::NextStep) {
        /// What is to be done: ``poll``, ``count``, ``ask``, ``revote``, ``draw-lot``, ``casting-vote``, ``seniority``, ``rerun``,
        /// ``new-poll``, ``vacancy``, ``seats-open`` or ``nothing``.
        what: wire::NextWhat,
        /// In words.
        text: Text,
        /// For so many seats.
        seats: u32,
        /// Among these.
        candidates: Vec<Key>,
        /// Whether it must be done, or may.
        must: bool,
        /// The last day for it, as counted from the poll without regard to days off.
        by: Option<Day>,
        /// The clause that says so.
        clause: Option<String>,
    }
}

record! {
    /// What a reader must know beside a result.
    PyElectionCaution("ElectionCaution", wire::ElectionCaution) {
        /// A stable word for it.
        code: String,
        /// The words.
        text: Text,
    }
}

record! {
    /// A term of those elected.
    PyElectionTerm("ElectionTerm", wire::TermView) {
        /// The first day after it.
        until: Day,
    }
    with {
        /// The first day.
        #[getter]
        fn since(&self) -> DayOut {
            DayOut(self.0.from)
        }
    }
}
