//! Charts (图表) of evaluations as Vega-Lite: ranking with intervals, contributions, a heat map of indicators, slopes of two periods.
//!
//! The specification is made here, so that every language gives the same one, to the digest; Altair, Vega-Embed or any other reader of
//! Vega-Lite 6 draws it. It holds its data and says in its `description` what it shows.
//!
//! | for | made by |
//! |---|---|
//! | ranks with their intervals over draws | [`UnitSample::ranking_spec`](super::certainty::UnitSample::ranking_spec) |
//! | ranks with their exact bounds | [`ExactTable::ranking_spec`](super::certainty::ExactTable::ranking_spec), [`rank_bounds_spec`] |
//! | what makes each total | [`Scorecard::contribution_spec`](super::Scorecard::contribution_spec) |
//! | units by indicators | [`Scorecard::heat_spec`](super::Scorecard::heat_spec) |
//! | last period and this one | [`Scorecard::slope_spec`](super::Scorecard::slope_spec) |
//! | how it is drawn | [`ChartOptions`](crate::wire::evaluation::ChartOptions) |
//!
//! Numbers in a chart are floats for the places of marks only; the exact ones stand beside them as texts and in the tooltips. A chart
//! shows at most 500 units, and rows grow narrower where there are more than 40 and than 100. Colours are told apart by those who see
//! red and green alike, and none says what nothing else says. Units that are ranked in several peer groups stand in a panel for each.

mod contributions;
mod error;
mod heat;
mod panels;
mod ranking;
mod slope;
mod spec;
mod spread;

pub use error::ChartError;
pub use ranking::rank_bounds_spec;
pub use spec::ChartSpec;
