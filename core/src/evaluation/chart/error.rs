//! Faults of charts.

use crate::kernel::error::faults;

faults! {
    /// Faults of charts.
    pub enum ChartError: Scheme {
        /// Nothing to draw.
        Empty => "chart-no-units", "there is no unit to draw", "name units that were evaluated; slopes need units of both periods, and ranks where they join ranks";
        /// More units than one chart shows.
        TooMany { got: usize, most: usize } => "chart-too-many-units", "{got} units are more than the {most} that a chart shows", "name those to be drawn in `units`";
        /// A unit that is not there.
        UnknownUnit { got: String } => "chart-unknown-unit", "there is no unit `{got}`", "check the key";
        /// A unit that is named twice.
        UnitTwice { unit: String } => "chart-unit-twice", "`{unit}` stands twice", "name each unit once";
        /// An option of another chart.
        OptionUnused { option: String, chart: String } => "chart-option-unused", "{chart} takes no `{option}`", "leave it out";
        /// Ranks that cannot be those of one unit.
        RanksDisagree { unit: String } => "chart-ranks-disagree", "the ranks of `{unit}` do not hold each other", "give limits around the best and the worst rank, and a rank between these, such as that of weights within the box";
    }
}
