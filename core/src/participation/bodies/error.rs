//! The faults of bodies, consultations, inputs and charters.

use crate::kernel::error::faults;

faults! {
    /// Faults of bodies and of what is said to them.
    pub enum BodyError: Participation {
        /// Two things of one key.
        Twice { key: String } => "body-key-twice", "the key `{key}` stands twice", "give each its own key";
        /// A field that a body so composed does not have.
        Unfit { field: String } => "body-field-unfit", "`{field}` does not fit a body composed so", "`groups` and `apportion` belong to representatives, `entitled` to a body of all";
        /// Representatives of the groups that are not those of the body.
        Differ { sum: u64, representatives: u64 } => "body-representatives-differ", "the groups have {sum} representatives, the body {representatives}", "count again";
        /// More of a part than of the whole body.
        More { part: String, n: u64, members: u64 } => "body-more-than-members", "{n} {part} of {members} members", "count again";
        /// A rule of apportionment without numbers.
        NoNumbers => "body-apportion-without-numbers", "the rule has no numbers and no clause that has them", "give `least` or `most`, or a clause that is a range";
        /// Numbers beside a clause that has its own.
        TwoNumbers { clause: String } => "body-apportion-numbers-twice", "`{clause}` has its own numbers", "leave `least` and `most` out";
        /// A least above the most.
        Crossed { least: u64, most: u64 } => "body-apportion-crossed", "the least is {least}, the most {most}", "swap them";
        /// A clause that keeps nobody out of a body.
        NotBarring { clause: String } => "body-clause-not-barring", "`{clause}` bars nobody", "name a clause with a `predicate`, such as `cn.vc.supervisors.member`";
        /// A clause that no numbers of a body decide.
        NotDeciding { clause: String } => "body-clause-undecided", "`{clause}` says nothing that numbers decide", "name a clause with a share, or a range that says `of` what it is";
        /// A layer that the catalogue of the organisation does not have.
        NoTier { tier: String, have: String } => "layers-unknown-tier", "the organisation has no tier `{tier}`", "its tiers are {have}";
        /// An answer before what it answers.
        AnsweredBefore { answered: String, day: String } => "answer-before", "answered on {answered}, before {day}", "check the days";
        /// A response without an answer, or an answer without a response.
        HalfAnswered => "answer-half", "an answer has its day and what came of the advice, or neither", "give `answered` and `response`, or neither while it is open";
        /// A time for answers of nothing.
        NoTime => "answer-within-nothing", "there is no time for an answer", "give `n` of 1 or more";
        /// A charter that ends before it begins.
        Ends { from: String, until: String } => "charter-ends-before", "it holds from {from} and ends on {until}", "check the days";
        /// A session outside the charter.
        Session { day: String } => "charter-session-outside", "the charter does not hold on {day}", "leave the session out, or check the days of the charter";
    }
}
