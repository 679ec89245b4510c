//! CPU seconds and peak memory of a call, in a process that does nothing else (Linux).

use std::io::{Error, Result};

use rustix::time::{ClockId, clock_gettime};

/// CPU seconds of this process, all its threads.
#[expect(clippy::cast_precision_loss, reason = "seconds and nanoseconds of one run")]
pub fn cpu() -> f64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

/// `VmRSS` or `VmHWM` in megabytes.
fn memory(field: &str) -> Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let found = status.lines().find(|line| line.starts_with(field));
    let kilobytes = found.and_then(|line| line.split_whitespace().nth(1)).and_then(|n| n.parse::<f64>().ok());
    kilobytes.map(|n| n / 1024.0).ok_or_else(|| Error::other(format!("no {field} in /proc/self/status")))
}

/// What a call takes.
#[derive(Debug)]
pub struct Taken {
    /// CPU seconds, the best of several calls.
    pub seconds: f64,
    /// The peak of the resident set in the first call above what stood before it, in megabytes.
    pub memory: f64,
}

/// Calls once with an eye on memory, then again for half a second, and gives what the last call gave.
///
/// # Errors
/// Where the system does not tell.
pub fn taken<T>(mut call: impl FnMut() -> T) -> Result<(T, Taken)> {
    let before = memory("VmRSS")?;
    std::fs::write("/proc/self/clear_refs", "5")?;
    let start = cpu();
    let mut last = call();
    let first = cpu() - start;
    let memory = memory("VmHWM")? - before;
    let mut taken = Taken { seconds: first, memory };
    let mut all = first;
    let mut calls = 1;
    while (all < 0.5 || calls < 2) && calls < 2_000 && all < 3.0 {
        drop(last);
        let start = cpu();
        last = call();
        let seconds = cpu() - start;
        taken.seconds = taken.seconds.min(seconds);
        all += seconds;
        calls += 1;
    }
    Ok((last, taken))
}
