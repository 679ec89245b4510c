//! What people are concerned with, by topic (民情日记): there is no field for a person.

use super::{NoteTopics, RegisterError, TopicCount, count, period, rate};
use crate::kernel::{Day, Document, Explanation, Faults, How, Key, Quantity, Ratio, Result, Text};
use crate::wire::organisation::{NoteDraft, NotesDraft};

/// The longest note, in signs.
const LONGEST: usize = 500;

/// Notes on topics, `shequ.notes/1`.
///
/// A text with a long number or an address for mail is refused: it would name somebody.
#[derive(Debug, Clone)]
pub struct Notes {
    title: Text,
    topics: Vec<(Key, Text)>,
    rows: Vec<NoteDraft>,
}

/// Whether a text has seven or more digits in a row, spaces and hyphens between them left out, or an `@`.
fn names_somebody(text: &str) -> bool {
    let mut run = 0;
    for c in text.chars() {
        match c {
            '@' | '＠' => return true,
            ' ' | '-' | '－' => {}
            c if c.is_numeric() => run += 1,
            _ => run = 0,
        }
        if run >= 7 {
            return true;
        }
    }
    false
}

fn check_words(path: &str, text: &str, faults: &mut Faults) {
    if text.trim().is_empty() || text.chars().count() > LONGEST {
        faults.push(path, RegisterError::NoteLength { most: LONGEST });
    } else if names_somebody(text) {
        faults.push(path, RegisterError::NoteWithContact);
    }
}

impl Document for Notes {
    const FORMAT: &'static str = "shequ.notes/1";
    const ROOT: &'static str = "notes";
    type Draft = NotesDraft;

    fn check(draft: NotesDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut topics: Vec<(Key, Text)> = Vec::new();
        for (i, topic) in draft.topics.into_iter().enumerate() {
            if topics.iter().any(|(key, _)| *key == topic.key) {
                faults.push(format!("topics[{i}].key"), RegisterError::KeyTwice { key: topic.key.to_string() });
            }
            topics.push((topic.key, topic.label));
        }
        let mut seen = std::collections::BTreeSet::new();
        for (i, note) in draft.notes.iter().enumerate() {
            let path = format!("notes[{i}]");
            if !seen.insert(&note.key) {
                faults.push(format!("{path}.key"), RegisterError::KeyTwice { key: note.key.to_string() });
            }
            if !topics.iter().any(|(key, _)| key.as_str() == note.topic) {
                let cause = RegisterError::UnknownLabel { key: note.topic.clone(), list: "topics".into() };
                faults.push(format!("{path}.topic"), cause);
            }
            check_words(&format!("{path}.text"), &note.text, &mut faults);
            if let Some(answer) = &note.answer {
                check_words(&format!("{path}.answer"), answer, &mut faults);
            }
            if note.answer.is_some() != note.answered.is_some() || note.answered.is_some_and(|day| day < note.day) {
                faults.push(format!("{path}.answered"), RegisterError::AnswerIncomplete);
            }
        }
        faults.into_result()?;
        let mut rows = draft.notes;
        rows.sort_by(|a, b| (a.day, &a.key).cmp(&(b.day, &b.key)));
        Ok(Self { title: draft.title, topics, rows })
    }
}

impl Notes {
    /// What it is about.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// The notes of a period by topic, in one unit or in all: how many, how many answered by its end, how long that took.
    ///
    /// # Errors
    /// `register-period-empty`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Notes;
    /// let notes = Notes::parse(r#"{"format": "shequ.notes/1", "title": "民情",
    ///     "topics": [{"key": "lift", "label": "电梯"}, {"key": "noise", "label": "噪音"}],
    ///     "notes": [{"key": "1", "day": "2025-03-01", "unit": "c1", "topic": "lift", "text": "三号楼电梯常停",
    ///                "answered": "2025-03-11", "answer": "已换部件"},
    ///               {"key": "2", "day": "2025-03-05", "unit": "c1", "topic": "lift", "text": "五号楼无电梯"}]}"#)?;
    /// let topics = notes.topics("2025-01-01".parse()?, "2025-04-01".parse()?, None)?;
    /// assert_eq!((topics.topics[0].notes, topics.topics[0].answered, topics.topics[0].days), (2, 1, 10));
    /// assert_eq!(topics.topics[0].open, ["2"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn topics(&self, from: Day, until: Day, unit: Option<&str>) -> Result<NoteTopics> {
        let period = period(from, until)?;
        let here = |note: &&NoteDraft| period.contains(note.day) && unit.is_none_or(|unit| note.unit == unit);
        let notes: Vec<&NoteDraft> = self.rows.iter().filter(here).collect();
        let topic = |key: &str, label: Text| {
            let own = || notes.iter().filter(|note| key.is_empty() || note.topic == key);
            let answered = own().filter_map(|note| Some((note, note.answered.filter(|day| *day < until)?)));
            let days: i64 = answered.clone().map(|(note, day)| i64::from(day.since(note.day))).sum();
            let (all, answered) = (count(own().count()), count(answered.count()));
            TopicCount {
                topic: key.to_owned(),
                label,
                notes: all,
                answered,
                rate: rate(answered, all),
                days: u32::try_from(days).unwrap_or(u32::MAX),
                mean_days: Ratio::new(days, answered.into()).ok(),
                open: own().filter(|n| n.answered.is_none_or(|day| day >= until)).map(|n| n.key.to_string()).collect(),
            }
        };
        Ok(NoteTopics {
            from,
            until,
            total: topic("", Text::new("合计", "all")),
            topics: self.topics.iter().map(|(key, label)| topic(key.as_str(), label.clone())).collect(),
        })
    }
}

impl NoteTopics {
    /// The notes by topic, which add up.
    pub fn explain(&self) -> Explanation {
        let node = |topic: &TopicCount| {
            let node = Explanation::new(topic.label.clone(), Quantity::Count(topic.notes.into()))
                .with(Text::new("已答复", "answered"), Quantity::Count(topic.answered.into()));
            match &topic.mean_days {
                Some(days) => node.with(Text::new("平均天数", "mean days"), Quantity::Ratio(days.clone())),
                None => node,
            }
        };
        node(&self.total).of(How::Sum, self.topics.iter().map(node).collect())
    }
}
