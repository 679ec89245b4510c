//! iCalendar (RFC 5545): the steps of a timeline as events of whole days.

use std::fmt::Write as _;

use super::Timeline;
use crate::kernel::{Calendar, Day, Digest, Lang, Result};
use crate::wire::participation_timeline::StepView;

impl Timeline {
    /// The steps that are still to be done as an iCalendar file: one event a step, on the day for which it is planned, else
    /// on its last day; a time in which others may act spans its days.
    ///
    /// `stamp` is the day on which the file is made, for `DTSTAMP`; the library reads no clock. The same timeline gives the same `UID`s,
    /// so that a calendar that reads the file again updates its events. Steps whose day is not known are left out.
    ///
    /// Lines end with CR LF and are folded at 75 octets, and texts are escaped, as RFC 5545, 3.1 and 3.3.11, asks.
    ///
    /// # Errors
    /// As [`at`](Self::at).
    pub fn icalendar(&self, stamp: Day, calendar: &Calendar, lang: Lang) -> Result<String> {
        let mut file = File::default();
        file.line("BEGIN", "VCALENDAR");
        file.line("VERSION", "2.0");
        file.line("PRODID", "-//shequ//timeline 1//EN");
        file.line("CALSCALE", "GREGORIAN");
        file.line("X-WR-CALNAME", &escaped(self.procedure().label().get(lang)));
        for step in self.next_steps(stamp, calendar)? {
            let Some((first, last)) = days(&step) else { continue };
            // All-day events end on the day after; the last day that exists has none after it.
            let Ok(end) = last.plus_days(1) else { continue };
            file.line("BEGIN", "VEVENT");
            file.line("UID", &self.uid(&step));
            file.line("DTSTAMP", &format!("{}T000000Z", plain(stamp)));
            file.line("DTSTART;VALUE=DATE", &plain(first));
            file.line("DTEND;VALUE=DATE", &plain(end));
            file.line("SUMMARY", &escaped(step.label.get(lang)));
            let words = describe(&step, lang);
            if !words.is_empty() {
                file.line("DESCRIPTION", &escaped(&words));
            }
            let kind = crate::kernel::to_value(&step.kind)?;
            file.line("CATEGORIES", &escaped(kind.as_text().unwrap_or_default()));
            file.line("TRANSP", "TRANSPARENT");
            file.line("END", "VEVENT");
        }
        file.line("END", "VCALENDAR");
        Ok(file.text)
    }

    fn uid(&self, step: &StepView) -> String {
        let digest = Digest::of_bytes(format!("shequ.timeline/1\n{}\n{}", self.id(), step.step).as_bytes());
        let hex: String = digest.to_string().chars().take(32).collect();
        format!("{hex}@shequ")
    }
}

/// The first and the last day of the event of a step.
fn days(step: &StepView) -> Option<(Day, Day)> {
    let (first, last) = match (step.planned, step.earliest, step.latest) {
        (Some(planned), ..) => (planned, planned),
        (None, Some(earliest), None) => (earliest, earliest),
        // A time in which others may act begins with what it is counted from.
        (None, earliest, Some(latest)) if step.window => {
            let from = step.bounds.iter().filter_map(|bound| bound.from).filter(|from| *from <= latest).max();
            (earliest.or(from).unwrap_or(latest), latest)
        }
        (None, _, Some(latest)) => (latest, latest),
        (None, None, None) => return None,
    };
    Some((first.min(last), last))
}

/// How the day was counted, and what follows if it passes.
fn describe(step: &StepView, lang: Lang) -> String {
    let mut lines: Vec<String> = Vec::new();
    for bound in &step.bounds {
        let mut line = bound.text.get(lang).to_owned();
        if let Some(clause) = &bound.clause {
            let _ = write!(line, " [{clause}]");
        }
        lines.push(line);
    }
    lines.extend(step.consequence.as_ref().map(|c| c.text.get(lang).to_owned()));
    lines.join("\n")
}

fn plain(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// A text as RFC 5545, 3.3.11, writes it; other control signs than tabs cannot be written and become spaces.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            ';' => out.push_str("\\;"),
            ',' => out.push_str("\\,"),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The octets of a line without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// A file that is written line by line.
#[derive(Default)]
struct File {
    text: String,
}

impl File {
    /// Writes one content line, folded: what does not fit goes on after CR LF and a space, never within a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if used + c.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                used = 1;
            }
            self.text.push(c);
            used += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads lines back as RFC 5545, 3.1, says: a CR LF before a space or a tab is no end of a line.
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").replace("\r\n\t", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn lines_are_folded_at_75_octets_between_characters() {
        for value in
            ["a".repeat(300), "居民委员会".repeat(40), format!("{}{}", "a".repeat(67), "选举".repeat(9)), String::new()]
        {
            let mut file = File::default();
            file.line("SUMMARY", &value);
            assert!(file.text.ends_with("\r\n"));
            for line in file.text.split_terminator("\r\n") {
                assert!(line.len() <= LINE, "{} octets", line.len());
            }
            assert_eq!(unfolded(&file.text), [format!("SUMMARY:{value}")]);
        }
        // A line of exactly 75 octets stands on one line, one more is folded.
        for (n, lines) in [(67, 1), (68, 2)] {
            let mut file = File::default();
            file.line("SUMMARY", &"a".repeat(n));
            assert_eq!(file.text.matches("\r\n").count(), lines);
        }
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escaped("a\\b; c, d\ne\r\nf\u{7}g"), "a\\\\b\\; c\\, d\\ne\\nf g");
        assert_eq!(escaped("2026: \"10:00\""), "2026: \"10:00\"");
    }
}
