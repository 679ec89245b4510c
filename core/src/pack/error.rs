//! The faults of rule packs.

use crate::kernel::error::faults;

faults! {
    /// Faults of rule packs, and of asking them.
    pub enum PackError: Pack {
        /// An instrument, clause content, body or question that is empty.
        Empty { what: String } => "pack-part-empty", "{what} is empty", "write it, or leave the whole part out";
        /// Two instruments of one name.
        InstrumentTwice { id: String } => "instrument-twice", "the instrument `{id}` stands twice", "give each instrument its own id";
        /// A clause of an instrument that the pack does not have.
        UnknownInstrument { id: String } => "unknown-instrument", "there is no instrument `{id}`", "add it under `instruments`";
        /// A version that is in force when its instrument is not.
        OutsideInstrument { clause: String, instrument: String } => "clause-outside-instrument", "`{clause}` is in force on days on which `{instrument}` is not", "move `from` or `until`, or name the instrument of those days";
        /// An instrument that was made after the law which it carries out had changed.
        LawChangedBefore { until: String, from: String } => "law-changed-before-instrument", "the law that it carries out changed on {until}, the instrument is in force from {from}", "`until` is the first day on which that law is another than the one that the instrument was made for; leave `carries_out` out where it is not";
        /// Two versions of one clause in force on one day.
        Conflict { one: String, other: String } => "clause-conflict", "{other} is in force on days on which {one} is too", "end one version on the day on which the other begins";
        /// A clause without content.
        NoContent => "clause-without-content", "the clause says nothing", "give one of `range`, `threshold`, `composition`, `surplus`, `deadline`, `predicate`, `counting`, `procedure`, `years`, `days`, `day`, `choice`, `provision`, `silence`, `unread`";
        /// A clause with two contents.
        TwoContents { one: String, other: String } => "clause-with-two-contents", "the clause has `{one}` and `{other}`", "keep one; a second rule is a second clause";
        /// An unread clause that gives a value.
        UnreadWithValue { content: String } => "unread-with-value", "the clause is unread and gives `{content}`", "write `unread = true`, or say how surely the text is known";
        /// `unread` in a clause whose text is known.
        ReadWithoutValue => "read-without-value", "the clause is marked `unread` and its certainty says otherwise", "write `certainty = \"unread\"`, or what the text says";
        /// A clause of a law or by-law that is called a default of the library.
        DefaultOutside => "certainty-default-outside", "only a default of the library has the certainty `default`", "say how surely the text is known: `text`, `excerpt`, `secondary` or `unread`";
        /// A range that holds nothing or everything.
        RangeReversed { least: String, most: String } => "range-reversed", "the range goes from {least} to {most}", "swap them";
        /// A range without ends.
        RangeOpen => "range-without-ends", "the range has neither `least` nor `most`", "give one of them";
        /// A share that nothing or everything reaches.
        ShareOutOfRange { share: String } => "threshold-out-of-range", "{share} decides nothing here", "give a number above 0, or a share above 0 and up to 1; with `more-than` or `at-most` from 0, and a share below 1";
        /// A share that is too fine for exact products.
        ShareTooFine { share: String } => "threshold-too-fine", "the share {share} has a denominator above one million", "write the share as the text does, such as `2/3`";
        /// A part that cannot be measured against a base.
        PartAgainstBase { part: String, base: String } => "threshold-part-against-base", "`{part}` is not a part of `{base}`", "`present` and `proposing` are shares of `entitled`";
        /// Two questions of one name on one day.
        QuestionTwice { id: String } => "question-twice", "the question `{id}` stands twice on one day", "give each question its own id, or days that do not meet";
        /// A question that names a clause that is not there.
        DanglingClause { id: String } => "dangling-clause", "there is no clause `{id}`", "add it, or name its pack under `extends`";
        /// A question that decides by a clause that is no threshold.
        NotAThreshold { id: String, got: String } => "clause-not-a-threshold", "`{id}` is a {got} and cannot be decided by facts", "name a clause with a `threshold`, `composition`, `surplus`, `deadline`, `predicate`, or a `range` with `of`";
        /// A rule of at least k of n that all or none can meet.
        AtLeastOutOfRange { k: u32, n: usize } => "at-least-out-of-range", "at least {k} of {n} is not a choice", "give `k` from 1 to {n}";
        /// A rule by bodies that are not those of the question.
        BodiesDiffer { rule: String, bodies: String } => "body-rule-differs", "the rule is for the bodies {rule}, the question has {bodies}", "give a rule for each of the `bodies` of the question and for no other";
        /// A question with too many clauses.
        QuestionTooLarge { n: usize, most: usize } => "question-too-large", "the question names {n} clauses, at most {most} can be decided together", "split the question";
        /// A threshold without exactly one of a share of a base and a fixed number.
        ThresholdUnclear => "threshold-unclear", "the threshold gives neither a share of a base nor a number, or both", "give `base` and `share`, or `count`";
        /// A surplus or a predicate that does not say enough.
        ContentIncomplete { content: String, field: String } => "clause-content-incomplete", "the {content} needs `{field}`", "add it";
        /// A field that does not fit what a clause says.
        FieldUnfit { field: String, content: String } => "clause-field-unfit", "`{field}` does not fit a clause with `{content}`", "leave it out";
        /// Clauses that supersede each other in a circle.
        SupersessionCircle { circle: String } => "supersession-circle", "the clauses supersede each other: {circle}", "name only the later one under `superseded_by`";
        /// A question that stands under one that is not there.
        DanglingQuestion { id: String } => "dangling-question", "there is no question `{id}`", "add it, or name its pack under `extends`";
        /// A deadline by working days that nobody gave.
        NoCalendar => "calendar-missing", "the deadline counts working days and there is no calendar", "give one to the rules: `rules.with_calendar(Calendar::cn().clone())`";
        /// Two packs of one name.
        PackTwice { id: String } => "pack-twice", "the pack `{id}` is loaded twice", "load it once";
        /// A pack that another one needs.
        PackMissing { id: String } => "pack-missing", "the pack `{id}` is not loaded", "load it together with this one";
        /// A lower layer that moves what it may not.
        OverrideRefused { lower: String, upper: String, why: String } => "override-refused", "{lower} moves {upper}, which {why}", "leave the clause out, or keep within what the higher layer allows";
        /// A value that cannot be declared movable in this way.
        OverrideUnfit { got: String } => "override-unfit", "`override` does not fit a clause with `{got}`", "`stricter` fits a threshold or a range, bounds fit what is a number";
        /// Two checks of one name in one layer.
        CheckTwice { id: String } => "check-twice", "the check `{id}` stands twice", "give each check its own id; a lower layer may declare it again";
        /// A check without what it looks for.
        CheckIncomplete { look: String, field: String } => "check-incomplete", "a check of `{look}` needs `{field}`", "add it";
        /// A check that stands nowhere.
        CheckWithoutSource => "check-without-source", "the check cites nothing", "give `clause`, or `instrument` and `certainty`";
        /// A lower layer that asks less than a higher one.
        CheckLoosened { id: String, field: String } => "check-loosened", "the check `{id}` asks less than that of a higher layer: {field}", "a lower layer may only ask more; a default of the library may be changed freely";
        /// A clause that no pack has.
        UnknownClause { id: String } => "unknown-clause", "no pack has a clause `{id}`", "see the list of clauses in the documentation of the packs";
        /// A clause without a version on the day.
        NotInForce { id: String, day: String, versions: String } => "clause-not-in-force", "`{id}` has no version in force on {day}", "its versions are {versions}";
        /// A question that no pack has.
        UnknownQuestion { id: String, have: String } => "unknown-question", "no pack decides `{id}` on that day", "the questions are {have}";
    }
}
