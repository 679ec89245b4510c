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
        /// Not one amount for each unit.
        AmountsLength { got: usize, expected: usize } => "amounts-length", "there are {got} amounts for {expected} units", "give one for each unit in the order of their ids, `null` where there is none";
        /// Amounts that could add up beyond 64 bits.
        SumTooLarge => "sum-too-large", "the amounts could add up to more than 64 bits hold", "count in a coarser unit";
        /// Days that do not follow each other.
        DaysNotAscending => "days-not-ascending", "the day is not after the day before it", "give each day once, in the order of time";
        /// An event without sources or targets.
        ListEmpty { list: String } => "list-empty", "`{list}` is empty", "name at least one";
        /// One unit twice in a list.
        ListedTwice { key: String } => "listed-twice", "`{key}` is listed twice", "list it once";
        /// What flows out of a unit, or into it, is not what it had or has.
        SharesNotConserved { measure: String, unit: String, expected: String, got: String } => "shares-not-conserved", "the {measure} of `{unit}` are {expected}, but the flows add up to {got}", "let the flows out of a source add up to its count before, and those into a target to its count after";
        /// A flow between units that are not part of the event.
        FlowOutsideEvent { unit: String, list: String } => "flow-outside-event", "`{unit}` is not among the {list} of the event", "name only units of the event";
        /// A split with fewer than two targets.
        SplitIntoOne => "split-into-one", "the unit is split into fewer than two", "name two targets or more; the unit itself, if it goes on, is one of them";
        /// Counts and ratios of one measure at once.
        FlowsAndRatios => "flows-and-ratios", "both `flows` and `ratios` are given", "write counts as `flows`, or parts of each source as `ratios`";
        /// Parts of a source that do not add up to the whole.
        SharesNotOne { measure: String, unit: String, sum: String } => "shares-not-one", "the parts of `{unit}` in {measure} add up to {sum}, expected 1", "let the parts of each source add up to one, what stays with it included";
        /// A part below zero or above the whole.
        NotAPart { got: String } => "not-a-part", "`{got}` is not a part of a whole", "write a ratio from 0 to 1, such as `1/3`";
        /// A part of a unit that goes on, and no word of what stays.
        RemainderMissing { measure: String, unit: String } => "remainder-missing", "it is not said how many {measure} stay with `{unit}`", "state its count in `before`, or a flow from it into itself";
        /// A unit that was to move with a part, but lies elsewhere.
        NotWithin { unit: String, day: WithinDays } => "not-within", "the unit `{unit}` does not lie directly within a source on {day}", "name units directly within the sources; others move with the unit around them";
        /// A restoration of a unit that goes on.
        NotEnded { unit: String, day: WithinDays } => "unit-not-ended", "the unit `{unit}` has not ended by {day}", "restore only a unit that ended before; check the day";
        /// A unit that is to end before an event that it took part in.
        TookPartLater { unit: String, event: String, later: Day, day: WithinDays } => "took-part-later", "`{unit}` is to end on {day}, but took part in an event (`{event}`) on {later} or later", "check the days; or retract or amend the later event first";
        /// A correction that sets nothing right.
        StateEmpty => "state-empty", "nothing is stated", "write what was so: `name`, `kind`, `code`, `parent` or `life`";
        /// A fact given and denied.
        StateContradicts { fact: String } => "state-contradicts", "both `{fact}` and `no_{fact}` are given", "keep one of them";
        /// Periods of one life that meet.
        LivesOverlap => "lives-overlap", "the periods of `life` overlap or are out of order", "list them in order; `until` is the first day after a period";
        /// A confidence that is none.
        NotAConfidence { got: String } => "not-a-confidence", "`{got}` is not a confidence", "write a ratio above 0 and up to 1, such as `9/10`";
        /// An entry recorded before the one that it follows.
        RecordedBackwards { got: String, last: Day } => "recorded-backwards", "the entry is recorded {got}, but the one before it on {last}", "entries stand in the order in which they were recorded; write the day of recording as `recorded`";
        /// A correction of an entry that is not there.
        UnknownEntry { key: String } => "unknown-entry", "no earlier entry has the key `{key}`", "give the entry that is meant a `key`, and correct it after it";
        /// A correction of an entry that was taken back.
        EntryRetracted { key: String } => "entry-retracted", "the entry `{key}` was taken back already", "retract the retraction to let it stand again";
        /// An amendment of a correction.
        CorrectionOfCorrection { key: String } => "correction-of-correction", "`{key}` is itself a retraction or an amendment", "amend the event that it speaks of, or retract it";
        /// An amendment whose event has what only the amendment has.
        AmendmentNamed { field: String } => "amendment-named", "the event of an amendment has a `{field}` of its own", "write `{field}` beside `entry`";
        /// A correction that leaves a later entry without ground.
        CorrectionBreaks { entry: String, code: String, message: String } => "correction-breaks-entry", "with the correction, the entry {entry} no longer applies: {message} [{code}]", "correct that entry first, or both in one batch";
        /// A question from a later day to an earlier one.
        DaysReversed { from: Day, until: Day } => "days-reversed", "{from} is after {until}", "swap the days";
        /// A mean or a rate where counts are due.
        NotAdditive { measure: String } => "not-additive", "{measure} does not add up over units", "re-express its numerator and its denominator, and divide";
        /// A count of a unit that was divided without the measure being counted.
        ShareUnknown { unit: String, measure: String } => "share-unknown", "it is not known how the {measure} of `{unit}` were divided", "add shares of {measure} to the events, or ask for a measure that they have";
        /// An entry that is not the one that the log has.
        LogEventDiffers { seq: u64 } => "log-event-differs", "the entry is not the one that the log has as number {seq}", "the entry was changed after it was written; entries before it are good";
        /// An entry that the log has and the organisation has not.
        LogEventMissing { seq: u64 } => "log-event-missing", "entry {seq} of the log is missing", "entries were cut off; look for another copy";
        /// An entry that the log does not have.
        LogEventUnlogged { seq: u64 } => "log-event-unlogged", "the log does not have the entry {seq}", "append it to the log, or look for another copy of the log";
        /// Units within a source, and no word where they go.
        ChildrenLeft { unit: String, count: usize } => "children-left", "{count} units lie within `{unit}` when it ends", "write `children = \"close\"`, name one target, or list in `moves` where each goes";
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
