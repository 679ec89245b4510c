//! The faults of facts and decisions.

use crate::kernel::error::faults;

faults! {
    /// Faults of the facts of a decision.
    pub enum ParticipationError: Participation {
        /// More votes than people, area or groups that took part.
        MoreVotes { votes: String, present: String } => "more-votes-than-present", "{votes} votes of {present} present", "count again; yes, no, abstain and invalid together are at most `present`";
        /// More that took part than may.
        MorePresent { present: String, entitled: String } => "more-present-than-entitled", "{present} present of {entitled} entitled", "count again, or check the roll";
        /// More that propose than may.
        MoreProposing { proposing: String, entitled: String } => "more-proposing-than-entitled", "{proposing} propose of {entitled} entitled", "count again, or check the roll";
        /// A list of units for a question that is decided by tallies.
        UnitsNotAllowed { question: String } => "units-not-allowed", "`{question}` is decided by tallies, not by a list of units", "give `heads = {{ entitled, present, yes, no, abstain }}`; a secret ballot enters only as a tally";
        /// Units and tallies of the same things.
        UnitsAndTallies { measure: String } => "units-and-tallies", "the facts give `units` and `{measure}`", "give one of them: heads and area are counted from the units";
        /// A list of units without units.
        NoUnits => "no-units", "the list of units is empty", "list every unit, those that did not take part as `absent`";
        /// A unit that stands twice.
        UnitTwice { key: String } => "unit-twice", "the unit `{key}` stands twice", "list each exclusive unit once";
        /// A unit that is not in the list.
        NoSuchUnit { key: String } => "unknown-unit", "there is no unit `{key}` in the list", "name a unit by the key that the facts give it; without keys by its row, counted from 0";
        /// A unit without floor area.
        NoArea { key: String } => "unit-without-area", "the unit `{key}` has an area of 0", "leave `area` out where it is not known";
        /// A sum beyond what can be held.
        TooMuch => "area-sum-too-large", "the areas add up to more than can be held", "check the unit of the areas: square metres";
        /// A way of composing the body that the question does not have.
        UnknownBody { body: String, have: String } => "unknown-body", "`{body}` is not a way to compose this body", "choose one of {have}";
        /// A casting vote that no clause of the question gives.
        NoCasting { question: String } => "question-without-casting-vote", "no clause of `{question}` gives the chair a casting vote", "leave `casting` out, or name the clause that gives it under `counting` of the question";
        /// Facts of one day and rules of another.
        OtherDay { facts: String, rules: String } => "facts-of-another-day", "the facts are of {facts}, the rules of {rules}", "ask the rules of the day of the facts";
        /// A sensitive fact of a person in a document.
        SensitiveAnswer { clause: String } => "sensitive-answer-kept", "`{clause}` asks a sensitive fact of a person, which no document keeps", "answer it in the call: `verdict_answering(facts, &[(clause, yes)])`";
        /// An answer that is kept nowhere to what is not sensitive, or not asked.
        PrivateNotAsked { clause: String, have: String } => "private-answer-not-asked", "`{clause}` is no sensitive clause of this question", "the question asks {have} in the call; other answers stand in the facts, under `answers`";
        /// A record of a decision that turned on a sensitive fact of a person.
        SensitiveRecord { clause: String } => "sensitive-not-recorded", "`{clause}` asks a sensitive fact of a person, so the decision is not recorded", "record the decision of the body, not of the person";
        /// A list of units that would be recorded without a secret.
        UnitsWithoutSalt => "units-without-salt", "the facts list units, and there is no salt for their commitment", "add `salt`: a secret of 16 bytes or more, which you keep";
        /// A record that lists units, or holds a secret.
        RecordOfUnits { field: String } => "record-of-units", "a record holds no `{field}`", "make it by `record`, which puts sums and a commitment in place of units";
        /// A record without its facts.
        RecordWithoutFacts => "record-without-facts", "the record does not hold the facts that decided", "give the facts beside it";
        /// A record of tallies, where one unit was to be shown.
        NothingCommitted => "record-without-units", "the decision was made by tallies, no unit stands behind it", "ask the record of a decision by a list of units";
        /// More of a part than of its whole.
        MoreThanWhole { part: String, n: u64, whole: String, of: u64 } => "more-than-whole", "{n} {part} of {of} {whole}", "count again";
        /// Facts without a day where the day decides which rules hold.
        NoDay => "facts-without-day", "the facts do not say of which day they are", "add `day = \"2026-01-01\"`";
    }
}
