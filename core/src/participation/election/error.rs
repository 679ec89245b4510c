//! The faults of elections.

use crate::kernel::error::faults;

faults! {
    /// Faults of the rules of an election and of its run.
    pub enum ElectionError: Participation {
        /// Seats that are none, or a least above the most.
        Seats { least: u32, most: u32 } => "election-seats", "there may be {least} to {most} seats", "give a least of 1 or more, and a most that is not below it";
        /// A surplus whose least is above its most.
        Surplus { least: String, most: String } => "election-surplus", "the surplus of candidates goes from {least} to {most}", "give a least of 0 or more, and a most that is not below it";
        /// A share that nothing or everything reaches, or that is too fine.
        Share { share: String } => "election-share", "the share {share} decides nothing, or is too fine", "give a share above 0 and up to 1, or `more-than` from 0 and below 1, with a denominator of at most one million";
        /// A share with a most where a least is asked.
        NotALeast => "election-share-at-most", "a share of votes has a least and no most", "write `at-least` or `more-than`";
        /// A base that this test cannot have.
        BaseUnfit { base: String } => "election-base", "`{base}` cannot be the base here", "`yes-and-no` is a base of a win test where `no` is a mark";
        /// Marks without a yes.
        NoYes => "election-ballot-without-yes", "the ballot has no `yes`", "add `yes` to `marks`";
        /// No way to break a tie.
        NoTieRule => "election-without-tie-rule", "nothing breaks a tie", "give one or more of `revote`, `lot`, `seniority`, `casting-vote`";
        /// A revote of which it is not said whether it needs a turnout.
        RevoteTurnout => "election-revote-turnout", "it is not said whether a revote needs a turnout", "write `revote_turnout = \"as-first\"` or `\"none\"`";
        /// A list that is empty.
        Empty { what: String } => "election-part-empty", "{what} is empty", "write it, or leave the whole part out";
        /// A number of seats that the rules do not have.
        SeatsOutside { seats: u32, least: u32, most: u32 } => "election-seats-outside", "{seats} seats are to be filled, the rules have {least} to {most}", "check the number of seats";
        /// A by-election that the rules do not have.
        NoByElection => "election-no-by-election", "the rules have no by-election", "add `by_election` to the rules";
        /// Two candidates of one key.
        CandidateTwice { key: String } => "candidate-twice", "the candidate `{key}` stands twice", "list each candidate once";
        /// A name on a ballot that nobody has who stands.
        NotACandidate { key: String } => "not-a-candidate", "`{key}` does not stand in this poll", "check the name; others can be chosen only where `marks` has `write-in`, and not in a revote";
        /// A name on a ballot that was elected in an earlier poll.
        AlreadyElected { key: String } => "already-elected", "`{key}` was elected in an earlier poll", "count such ballots as `spoiled`";
        /// A name that stands twice on one ballot.
        NameTwice { key: String } => "ballot-name-twice", "`{key}` stands twice on one ballot", "count such ballots as `spoiled`";
        /// A mark that the ballot does not have.
        MarkNotAllowed { mark: String } => "ballot-mark-not-allowed", "the ballot has no `{mark}`", "count such ballots as `spoiled`, or add the mark to the rules";
        /// A count in two forms.
        TwoCounts => "poll-counted-twice", "the poll has `patterns` and `sums`", "give one of them";
        /// A number of ballots or voters that is too large to be true.
        TooMany { got: u64 } => "poll-too-many", "{got} is more than can be counted", "check the number; at most 10^15 fit";
        /// More votes than ballots.
        MoreVotes { votes: u64, ballots: u64 } => "more-votes-than-ballots", "{votes} votes of {ballots} valid ballots", "count again; spoiled, over-full and blank ballots are no votes";
        /// A poll that the one before did not ask for.
        NotDue { got: String, expected: String } => "poll-not-due", "a poll of the kind `{got}` is not due, what follows is {expected}", "check the order of the polls, and whether the one before is counted";
        /// A rerun without its candidates.
        NoList => "rerun-without-candidates", "the rerun does not say who stands", "add `candidates`";
        /// Another list than the one that follows.
        ListDiffers { expected: String } => "poll-list-differs", "the list is not the one that follows: {expected}", "leave `candidates` out, or write these";
        /// A day before the day of the poll before.
        DayBackwards { day: String, before: String } => "poll-day-backwards", "the poll of {day} stands after that of {before}", "write the polls in the order of their days";
        /// A choice of the chair that does not fit the tie.
        Casting { seats: u32, tied: String } => "casting-vote-unfit", "the casting vote does not choose {seats} of {tied}", "choose as many as there are seats, among the tied";
        /// A choice of the chair where no tie asks for one.
        CastingUnasked => "casting-vote-unasked", "the chair chose, and no tie in this poll is for the chair to break", "leave `casting` out, or check the count and `ties` of the rules";
        /// A decision without its day, or a day without its decision.
        HalfDecided => "objection-half-decided", "a decision has its day and what was decided, or neither", "give both, or neither while it is open";
        /// A decision before the complaint.
        DecidedBefore { filed: String, decided: String } => "objection-decided-before", "decided on {decided}, filed on {filed}", "check the days";
        /// A change of the roll by more than one.
        Change { got: i8 } => "objection-change", "an objection changes the roll by {got}", "write 1, -1 or 0";
        /// A roll of fewer than nobody.
        RollNegative => "roll-negative", "the objections leave fewer than nobody on the roll", "check them";
        /// A complaint about a poll or a seat that is not there.
        NoSuchSeat => "challenge-of-nothing", "the complaint is about a poll or a seat that is not there", "name the position of the poll, and a candidate elected in it";
        /// A complaint that was filed before the poll that it is about.
        ChallengeBefore { filed: String, poll: String } => "challenge-before-poll", "the complaint was filed on {filed}, the poll was on {poll}", "check the days, and the position of the poll";
        /// A complaint about a whole poll that names one candidate.
        ChallengeOfOne => "challenge-names-candidate", "a complaint that the poll is void names a candidate", "leave `candidate` out, or write `effect = \"seat-void\"`";
        /// A seed that cannot be written on a line.
        Seed => "lot-seed", "the seed is empty or has a line break", "write what was published on one line";
        /// A body that cannot petition.
        UnknownPetitioner { got: String, have: String } => "recall-unknown-petitioner", "`{got}` cannot demand a recall", "those who can are {have}";
    }
}
