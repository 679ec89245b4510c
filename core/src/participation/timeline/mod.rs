//! Time: procedures with their deadlines, what is due on a day, and calendars of it.
//!
//! | document | type | holds |
//! |---|---|---|
//! | `shequ.procedure/1` | [`Procedure`] | steps, from which step each is counted, and what follows if one is missed |
//! | `shequ.timeline/1` | [`Timeline`] | a run of it: the days on which steps were done, and for which they are planned |
//!
//! Time is counted by [`count_from`]: in days, clear days, working days, weeks, months and years, the day of the event never
//! counted. A deadline that rests on a day that nobody knows is unknown and names the step whose day is missing; one that
//! rests on a step neither done nor planned is counted from that step's own last day and says so.
//!
//! [`Timeline::next_steps`] answers what is to be done on a day, [`Timeline::icalendar`] writes it for any calendar.

mod count;
mod error;
mod ical;
mod law;
mod procedure;
mod run;
#[cfg(test)]
mod tests;

pub use crate::pack::TimeUnit;
pub use crate::wire::participation_timeline::{BoundKind, RestDays, StepKind, StepStatus, StepView, TimeDirection};
pub use count::{CountedDay, count_from};
pub use error::TimelineError;
pub use law::ClauseGap;
pub(super) use law::key_of;
pub use procedure::Procedure;
pub use run::Timeline;
