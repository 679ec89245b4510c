use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn codes(text: &str) -> Vec<(String, &'static str)> {
    Calendar::parse(text).unwrap_err().faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

#[test]
fn what_ships_covers_its_years_and_knows_make_up_days() {
    let cn = Calendar::cn();
    assert_eq!(cn.years(), (2004, 2026));
    for worked in ["2024-02-04", "2024-10-12", "2023-04-23", "2020-01-19", "2026-01-04"] {
        assert!(matches!(cn.kind(day(worked)).unwrap(), DayKind::MakeUp(_)), "{worked}");
    }
    // The Spring Festival of 2020 was prolonged to 2 February.
    for off in ["2020-01-31", "2015-09-03", "2024-02-09", "2025-10-08"] {
        assert_eq!(cn.is_working(day(off)).unwrap(), off == "2024-02-09", "{off}");
    }
    let label = cn.holiday(day("2026-10-01")).unwrap().unwrap();
    assert_eq!((label.get(crate::kernel::Lang::Zh), label.get(crate::kernel::Lang::En)), ("国庆节", "National Day"));
    assert!(cn.explain(day("2024-02-04")).unwrap().render(crate::kernel::Lang::Zh).contains("春节调休上班"));
}

#[test]
fn counting_is_bounded_by_the_years() {
    let cn = Calendar::cn();
    assert_eq!(cn.working_days_between(day("2026-01-01"), day("2027-01-01")).unwrap(), 248);
    assert_eq!(cn.working_days_between(day("2026-01-05"), day("2026-01-01")).unwrap(), -1);
    for (from, n) in [("2026-12-31", 1), ("2004-01-01", -1), ("2026-01-01", i32::MAX), ("2026-01-01", i32::MIN)] {
        let error = cn.add_working_days(day(from), n).unwrap_err();
        assert_eq!(error.first().code(), "calendar-year-without-data");
    }
    assert_eq!(cn.add_working_days(day("2027-01-01"), 0).unwrap_err().count(), 1);
    assert_eq!(cn.next_working(day("2026-02-13")).unwrap(), day("2026-02-14"));
    assert_eq!(cn.add_working_days(day("2026-02-14"), -1).unwrap(), day("2026-02-13"));
}

#[test]
fn a_broken_calendar_names_every_fault() {
    let text = r#"
        format = "shequ.calendar/1"
        key = "x"
        weekend = [6, 7, 8]
        holidays = [{key = "h", label = "H"}, {key = "h", label = "H"}]
        years = [{year = 2024}, {year = 2026}]
    "#;
    let found = [
        ("calendar.weekend[2]", "calendar-not-a-weekday"),
        ("calendar.holidays[1].key", "calendar-holiday-twice"),
        ("calendar.years[1].year", "calendar-year-out-of-order"),
    ];
    assert_eq!(codes(text), found.map(|(p, c)| (p.to_owned(), c)));
    let text = r#"
        format = "shequ.calendar/1"
        key = "x"
        weekend = [6, 7]
        holidays = [{key = "h", label = "H"}]
        [[years]]
        year = 2024
        off = {h = ["2024-01-01..2024-01-02", "2024-01-02", "2023-12-31..2024-01-01"], g = ["2024-05-01"]}
        worked = {h = ["2024-01-04"]}
    "#;
    let found = [
        ("calendar.years[0].off.g", "calendar-unknown-holiday"),
        ("calendar.years[0].off.h[1]", "calendar-day-twice"),
        ("calendar.years[0].off.h[2]", "calendar-day-of-another-year"),
        ("calendar.years[0].worked.h[0]", "calendar-make-up-on-weekday"),
    ];
    assert_eq!(codes(text), found.map(|(p, c)| (p.to_owned(), c)));
    let text =
        "format = \"shequ.calendar/1\"\nkey = \"x\"\nweekend = [6, 7]\nyears = [{year = 2023, working_days = 1}]";
    assert_eq!(codes(text), [("calendar.years[0].working_days".to_owned(), "calendar-count-differs")]);
}
