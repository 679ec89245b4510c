//! Faults of schemes and of the data they are applied to.

use crate::kernel::Day;
use crate::kernel::error::faults;

faults! {
    /// Faults of a scheme (责任书) and of its data.
    pub enum SchemeError: Scheme {
        /// A scheme that scores nothing.
        NoIndicators => "scheme-without-indicators", "there is no indicator", "add a group with at least one indicator";
        /// A key that stands twice.
        DuplicateKey { key: String, first: String } => "scheme-duplicate-key", "the key `{key}` is taken by {first}", "choose another key";
        /// Two parts of a scheme that would read the same column.
        ColumnClash { column: String, first: String } => "column-clash", "the column `{column}` is already read by {first}", "choose another key";
        /// Points that do not sum to what is declared.
        WeightsDoNotSum { what: String, sum: String, expected: String, remedy: String } => "weights-do-not-sum", "{what} sum to {sum}, expected {expected}", "{remedy}, or declare `weights = \"relative\"`";
        /// A field that the rule or the setting needs.
        ParameterMissing { parameter: String, needed_by: String } => "parameter-missing", "{needed_by} needs `{parameter}`", "add `{parameter}`";
        /// A field that the rule does not use.
        ParameterNotUsed { parameter: String, rule: String } => "parameter-not-used", "the rule `{rule}` does not use `{parameter}`", "leave `{parameter}` out or choose another rule";
        /// A number of a scheme outside its range.
        ParameterOutOfRange { got: String, expected: String } => "parameter-out-of-range", "`{got}` is not {expected}", "";
        /// Tiers out of order.
        TiersNotDescending { got: String, above: String } => "tiers-not-descending", "`{got}` stands below `{above}`", "order the tiers from the best to the worst, both `least` and `share`; a tier that cannot be reached is left out";
        /// A curve whose values do not rise.
        CurveNotRising { got: String, below: String } => "curve-not-rising", "the value `{got}` stands after `{below}`", "order the points from the least value to the greatest";
        /// A group that the scheme does not have.
        UnknownGroup { got: String, have: String } => "unknown-group", "there is no group `{got}`", "the groups are {have}";
        /// Grades out of order.
        GradesNotDescending { got: String, above: String } => "grades-not-descending", "the grade from `{got}` stands below the grade from `{above}`", "order the grades from the best to the worst";
        /// Totals without a grade.
        GradesLeaveGap { least: String } => "grades-leave-gap", "a total below `{least}` has no grade", "leave `least` out of the last grade";
        /// A grade before the last without its least total.
        GradeWithoutLeast { grade: String } => "grade-without-least", "the grade `{grade}` takes every total, so the grades after it are never given", "add its least total";
        /// A grade that the scheme does not have.
        UnknownGrade { got: String, have: String } => "unknown-grade", "there is no grade `{got}`", "the grades are {have}";
        /// An indicator that the scheme does not have.
        UnknownIndicator { got: String, have: String } => "unknown-indicator", "there is no indicator `{got}`", "the indicators are {have}";
        /// A unit that is not among those the scheme or the result has.
        UnknownUnit { got: String } => "unknown-unit", "there is no unit `{got}`", "check the key, or add the unit to the scheme's `units`";
        /// A unit with two rows.
        DuplicateUnit { unit: String, first: usize } => "duplicate-unit", "the unit `{unit}` already has row {first}", "keep one row a unit";
        /// Two columns of one name, which would give a unit two values for one cell.
        ColumnTwice { name: String } => "column-twice", "the table has two columns `{name}`", "keep one of them";
        /// A subject that is not of the kind that the scheme evaluates, or not there.
        SubjectNotThere { got: String, kind: String, day: Day } => "subject-not-there", "`{got}` is no {kind} of the organisation on {day}", "correct the key, or add it to the organisation; persons are never evaluated";
        /// Services, which an organisation does not declare.
        ServicesNotNamed => "services-not-named", "the scheme evaluates services and names none", "name them in `units`: an organisation declares units and posts only";
        /// A column that the scheme does not read.
        UnknownColumn { name: String, expected: String } => "unknown-column", "the scheme does not read a column `{name}`", "drop it or correct its name; the columns are {expected}";
        /// A missing value where the scheme allows none.
        ValueMissing { indicator: String } => "value-missing", "the value of `{indicator}` is missing", "fill it in, or declare what is done about it: `missing = \"reweight\"`, `\"zero\"`, `\"full\"`, `\"peer-median\"` or `\"last-period\"`";
        /// A count below zero or beyond any real one.
        CountOutOfRange { got: String } => "count-out-of-range", "`{got}` is not a count from 0 to 1,000,000,000", "";
        /// A rate that counts more than there is.
        RateAboveOne { got: String } => "rate-above-one", "the rate `{got}` counts more than its denominator", "swap or correct the two counts";
        /// A rate that is not written as two counts.
        NotARate { got: String } => "not-a-rate", "`{got}` is not a rate of two counts", "write `76/173`, or give two columns that end in `_numerator` and `_denominator`";
        /// One count of a rate or of a ballot without the others.
        HalfGiven { what: String } => "counts-incomplete", "{what} has some of its counts but not all", "give all of them, or none where it is missing";
        /// A veto that is neither yes nor no.
        NotYesOrNo { got: String } => "not-yes-or-no", "`{got}` is neither yes nor no", "write true or false, or 1 or 0";
        /// A number beyond what the scheme can hold.
        OutOfRange { got: String } => "score-out-of-range", "`{got}` is beyond the range of a score", "check the unit of the number and the scale of its column";
    }
}
