//! The short forms that documents are written in: one string for a text that is the same in both languages, `2004` for
//! a day within that year.

#![expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]

use serde::Serializer;

use crate::kernel::{Day, Lang, Text, WithinDays};

/// A year, a month, a day, or a range of days.
pub(crate) fn bounds(days: WithinDays) -> String {
    let (first, last) = (days.earliest(), days.latest());
    let year = first.year();
    let text = days.to_string();
    let month = text.get(..7).unwrap_or_default();
    let same = |short: &str| short.parse::<WithinDays>().is_ok_and(|read| read == days);
    if first == last || first.year() != last.year() {
        text
    } else if Day::new(year, 1, 1).is_ok_and(|day| day == first) && same(&format!("{year:04}")) {
        format!("{year:04}")
    } else if same(month) {
        month.to_owned()
    } else {
        text
    }
}

pub(crate) fn text<S: Serializer>(text: &Text, serializer: S) -> Result<S::Ok, S::Error> {
    use serde::Serialize as _;
    let zh = text.get(Lang::Zh);
    if zh == text.get(Lang::En) { serializer.serialize_str(zh) } else { text.serialize(serializer) }
}

pub(crate) fn days<S: Serializer>(days: &WithinDays, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&bounds(*days))
}

pub(crate) fn maybe_text<S: Serializer>(value: &Option<Text>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => text(value, serializer),
        None => serializer.serialize_none(),
    }
}

pub(crate) fn maybe_days<S: Serializer>(value: &Option<WithinDays>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => days(value, serializer),
        None => serializer.serialize_none(),
    }
}

pub(crate) fn texts<S: Serializer>(values: &[Text], serializer: S) -> Result<S::Ok, S::Error> {
    struct Short<'t>(&'t Text);
    impl serde::Serialize for Short<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            text(self.0, serializer)
        }
    }
    serializer.collect_seq(values.iter().map(Short))
}

pub(crate) const fn is_no(value: &bool) -> bool {
    !*value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_written_as_short_as_they_are_read() {
        for text in [
            "2004-05-01",
            "2004-05",
            "2004-02",
            "2004",
            "9999",
            "9999-12",
            "2017-11-01..2018-10-31",
            "2004-01-01..2004-12-30",
        ] {
            assert_eq!(bounds(text.parse().unwrap()), text);
        }
        assert_eq!(bounds("2004-01-01..2004-12-31".parse().unwrap()), "2004");
        assert_eq!(bounds("2004-04-01..2004-04-30".parse().unwrap()), "2004-04");
    }
}
