//! The published cases of the shared data, and what each method promises.

mod cases;
mod faults;
mod laws;
mod ties;
