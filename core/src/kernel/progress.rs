//! Progress of long work, and the way to stop it.

use std::ops::ControlFlow;

use super::Result;
use super::error::faults;

faults! {
    /// The caller stopped the work.
    pub enum StopError: Stopped {
        /// The progress callback said stop.
        Stopped { done: u64, total: u64 } => "stopped", "the work was stopped after {done} of {total} steps", "nothing was changed; call again to start over";
    }
}

/// Told how far long work has come, and asked whether to go on.
///
/// Ticks are counted in steps of the work, never in time, so that what is computed does not depend on a clock.
pub trait Progress {
    /// `done` of `total` steps are done; `Break` stops the work.
    fn tick(&mut self, done: u64, total: u64) -> ControlFlow<()>;
}

/// Nobody watches: the work runs to its end.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Progress for Unwatched {
    fn tick(&mut self, _: u64, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

impl<F: FnMut(u64, u64) -> ControlFlow<()>> Progress for F {
    fn tick(&mut self, done: u64, total: u64) -> ControlFlow<()> {
        self(done, total)
    }
}

/// Work of a known number of steps, counted as they are done.
pub(crate) struct Steps<'p> {
    progress: &'p mut dyn Progress,
    done: u64,
    total: u64,
}

impl<'p> Steps<'p> {
    /// Work that has not begun; the first tick is told here.
    ///
    /// # Errors
    /// `stopped`.
    pub fn new(progress: &'p mut dyn Progress, total: usize) -> Result<Self> {
        let total = total as u64;
        tick(progress, 0, total)?;
        Ok(Self { progress, done: 0, total })
    }

    /// One step more is done.
    ///
    /// # Errors
    /// `stopped`.
    pub fn step(&mut self) -> Result<()> {
        self.done += 1;
        tick(self.progress, self.done, self.total)
    }
}

/// Ticks, and turns a stop into the error `stopped`.
///
/// # Errors
/// `stopped`.
pub fn tick(progress: &mut dyn Progress, done: u64, total: u64) -> Result<()> {
    match progress.tick(done, total) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(StopError::Stopped { done, total }.into()),
    }
}
