//! Faults of organisations: what cannot be, as against what must not be, which the report of a validation names.

use crate::kernel::error::faults;
use crate::kernel::{Day, WithinDays};

faults! {
    /// Faults of units, posts, relations and events.
    pub enum OrganisationError: Organisation {
        /// A reference to a unit that no row and no event makes.
        UnknownUnit { key: String } => "unknown-unit", "there is no unit `{key}`", "add it to `units` or found it by an event";
        /// A reference to a post that does not exist.
        UnknownPost { key: String } => "unknown-post", "there is no post `{key}`", "add it to `posts`";
        /// A reference to a holder that does not exist.
        UnknownHolder { key: String } => "unknown-holder", "there is no holder `{key}`", "add it to `holders`";
        /// A kind of unit that is neither built in nor declared.
        UnknownKind { key: String } => "unknown-kind", "there is no kind of unit `{key}`", "declare it in `kinds` with a label, a level and a role";
        /// A kind of relation that is not known.
        UnknownRelation { key: String, expected: String } => "unknown-relation", "there is no relation `{key}`", "choose one of {expected}";
        /// A kind of agreement that is not known.
        UnknownAgreement { key: String, expected: String } => "unknown-agreement", "there is no kind of agreement `{key}`", "choose one of {expected}";
        /// A measure that is not known.
        UnknownMeasure { key: String, expected: String } => "unknown-measure", "there is no measure `{key}`", "choose one of {expected}, or declare it in `measures`";
        /// A unit of measure that is not known.
        UnknownUnitOfMeasure { key: String, expected: String } => "unknown-unit-of-measure", "there is no unit of measure `{key}`", "choose one of {expected}";
        /// A key that stands twice.
        DuplicateKey { key: String } => "duplicate-key", "the key `{key}` stands twice", "give each its own key";
        /// The short and the long form of one fact.
        TwoForms { short: String, long: String } => "two-forms", "both `{short}` and `{long}` are given", "keep `{short}` if it never changed, else `{long}`";
        /// A unit without a kind or a name.
        FactMissing { fact: String } => "fact-missing", "the unit has no {fact}", "add `{fact}`";
        /// Two rows of one fact that hold at once.
        FactsOverlap { fact: String, one: String, other: String, from: Day } => "facts-overlap", "the {fact} `{one}` and the {fact} `{other}` hold at once from {from}", "end one before the other begins; `until` is the first day after";
        /// One code for two units at once.
        CodeShared { scheme: String, code: String, other: String, from: Day } => "code-shared", "the code `{code}` of `{scheme}` also belongs to `{other}` from {from}", "end one before the other begins";
        /// Units that lie within each other in a circle.
        ParentCycle { circle: String, period: String } => "parent-cycle", "the units {circle} lie within each other on the days {period}", "change a parent, or its days so that they do not meet";
        /// A parent on days on which it does not exist.
        ParentNotThere { parent: String, from: Day } => "parent-not-there", "the parent `{parent}` does not exist on {from}", "end the row when the parent ends, or name its successor";
        /// A relation of a unit to itself.
        RelationToItself { unit: String } => "relation-to-itself", "the unit `{unit}` is both source and target", "name two units";
        /// A relation that is a fact of the unit or an agreement.
        RelationElsewhere { kind: String, place: String } => "relation-elsewhere", "`{kind}` is not written among the relations", "write it as {place}";
        /// One relation twice at once.
        RelationTwice { kind: String, source: String, target: String, from: Day } => "relation-twice", "`{source}` stands in the relation `{kind}` to `{target}` twice at once from {from}", "keep one, or end one before the other begins";
        /// An aspect of a relation that has none.
        AspectUnexpected { kind: String } => "aspect-unexpected", "the relation `{kind}` has no aspects", "leave `aspect` and `primary` out, or choose a kind such as `dual-leads`";
        /// Units that stand in a circle in which no units can stand.
        RelationCircle { kind: String, circle: String, period: String } => "relation-circle", "the units {circle} stand in a circle of `{kind}` on the days {period}", "end one of the relations, or change its days so that they do not meet";
        /// A kind of relation without a target.
        MostZero => "most-zero", "no source could have a target", "write a `most` of at least 1, or leave it out";
        /// A status that is not known.
        UnknownStatus { key: String, expected: String } => "unknown-status", "there is no status `{key}`", "choose one of {expected}";
        /// A deadline that lies before the status begins.
        DeadlineTooEarly { deadline: Day, from: Day } => "deadline-too-early", "the deadline {deadline} is not after {from}, the first day of the status", "write the first day on which the status must be over";
        /// One status or charter of a unit twice at once.
        ConductOverlaps { what: String, unit: String, from: Day } => "conduct-overlaps", "`{unit}` has {what} twice at once from {from}", "end one before the other begins";
        /// A session on a day on which its body does not exist.
        SessionNotThere { unit: String, day: Day } => "session-not-there", "`{unit}` does not exist on {day}, the day of the session", "check the day, and the days of the unit";
        /// One holder in one post twice at once.
        HoldingOverlaps { holder: String, post: String, from: Day } => "holding-overlaps", "`{holder}` holds the post `{post}` twice at once from {from}", "end one holding before the other begins";
        /// A post for nobody.
        CapacityZero => "capacity-zero", "the post is for nobody", "write a capacity of at least 1, or leave the post out";
        /// A term of no years.
        TermZero => "term-zero", "the term has no years", "write at least 1, or leave `term_years` out where there is no term";
        /// An event on a unit that does not exist that day.
        UnitNotThere { unit: String, day: WithinDays } => "unit-not-there", "the unit `{unit}` does not exist on {day}", "check the day, and the days on which the unit is founded and ends";
        /// No unit bears the code that day.
        CodeNotThere { code: String, day: Day } => "code-not-there", "no unit bears the code `{code}` on {day}", "check the day: codes change; or name the code's scheme";
        /// A name that several units have that day.
        NameAmbiguous { name: String, keys: String } => "name-ambiguous", "several units are named `{name}`: {keys}", "give the key instead";
        /// A new unit without what it needs.
        UnitIncomplete { unit: String, field: String } => "unit-incomplete", "the new unit `{unit}` has no `{field}`", "add `{field}`; or, if it exists already, check its key";
        /// Facts for a unit that exists already.
        UnitExists { unit: String } => "unit-exists", "the unit `{unit}` exists already", "name it alone to extend it, or give the new unit its own key";
        /// A unit that becomes itself.
        MergeIntoItself { unit: String } => "merge-into-itself", "`{unit}` is both a source and a target", "a unit that goes on is a target only; the others are its sources";
        /// An event without sources or targets.
        ListEmpty { list: String } => "list-empty", "`{list}` is empty", "name at least one";
        /// One unit twice in a list.
        ListedTwice { key: String } => "listed-twice", "`{key}` is listed twice", "list it once";
        /// What flows out of a unit, or into it, is not what it had or has.
        SharesNotConserved { measure: String, unit: String, expected: String, got: String } => "shares-not-conserved", "the {measure} of `{unit}` are {expected}, but the flows add up to {got}", "let the flows out of a source add up to its count before, and those into a target to its count after";
        /// A flow between units that are not part of the event.
        FlowOutsideEvent { unit: String, list: String } => "flow-outside-event", "`{unit}` is not among the {list} of the event", "name only units of the event";
        /// Units within a source, and no word where they go.
        ChildrenLeft { unit: String, count: usize } => "children-left", "{count} units lie within `{unit}` when it ends", "write `children = \"close\"`, or `\"move\"` with one target";
        /// A year of birth that says more than the year.
        BirthTooExact { got: WithinDays } => "birth-too-exact", "the birth `{got}` says more than the year", "write the year only, such as `1981`";
        /// An agreement with too few or too many parties.
        WrongPartyCount { got: usize, expected: u32 } => "wrong-party-count", "the agreement has {got} parties, its kind has {expected}", "name each party once, or choose another kind";
        /// A count that is below zero or not whole.
        NotACount { got: String, measure: String } => "not-a-count", "`{got}` is not a count of {measure}", "write a whole number, not negative";
        /// A statement without a number.
        StatementEmpty => "statement-empty", "the statement has neither `value` nor `change`", "write one of them";
    }
}
