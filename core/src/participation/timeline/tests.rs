//! Time counted by hand, a run of the villagers' procedure, and bad input.

use proptest::prelude::*;

use super::*;
use crate::kernel::{Calendar, Day, Document, Lang};
use crate::participation::laws::cases;

const VILLAGERS: &str = include_str!("villagers.toml");

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn counted(from: &str, n: u32, unit: TimeUnit, direction: TimeDirection, rest: RestDays) -> String {
    count_from(day(from), n, unit, direction, rest, Calendar::cn()).unwrap().day.to_string()
}

/// The villagers' run with these days in place of the planned poll.
fn villagers(days: &str) -> Timeline {
    let planned = "days = [{ step = \"poll\", planned = \"2025-06-15\" }]";
    assert!(VILLAGERS.contains(planned));
    Timeline::parse(&VILLAGERS.replace(planned, days)).unwrap()
}

fn told(timeline: &Timeline, on: &str) -> Vec<(String, StepStatus)> {
    let steps = timeline.at(day(on), Calendar::cn()).unwrap();
    steps.into_iter().map(|s| (s.step.to_string(), s.status)).collect()
}

fn status(timeline: &Timeline, on: &str, step: &str) -> StepStatus {
    told(timeline, on).into_iter().find(|(key, _)| key == step).unwrap().1
}

#[test]
fn days_weeks_months_and_years_by_hand() {
    use RestDays::{Roll, Stand};
    use TimeDirection::{After, Before};
    use TimeUnit::{ClearDay, Day, Month, Week, WorkingDay, Year};
    for (from, n, unit, direction, rest, expected) in [
        // Civil Code, art. 201(1): the day of the event is not counted.
        ("2025-06-01", 10, Day, After, Stand, "2025-06-11"),
        ("2025-06-15", 20, Day, Before, Stand, "2025-05-26"),
        // Neither end counted: three days lie between.
        ("2025-06-15", 3, ClearDay, Before, Stand, "2025-06-11"),
        ("2025-06-15", 7, ClearDay, After, Stand, "2025-06-23"),
        ("2025-06-15", 3, Week, Before, Stand, "2025-05-25"),
        // Art. 202: the corresponding day, or the last of the month.
        ("2025-01-15", 1, Month, After, Stand, "2025-02-15"),
        ("2024-01-31", 1, Month, After, Stand, "2024-02-29"),
        ("2025-08-31", 6, Month, After, Stand, "2026-02-28"),
        ("2025-03-31", 1, Month, Before, Stand, "2025-02-28"),
        ("2024-02-29", 1, Year, After, Stand, "2025-02-28"),
        ("2024-02-29", 4, Year, After, Stand, "2028-02-29"),
        // Art. 203(1): 2024-10-05 is a day off of the national day; work goes on on the 8th.
        ("2024-09-20", 15, Day, After, Roll, "2024-10-08"),
        ("2024-09-20", 15, Day, After, Stand, "2024-10-05"),
        // A Sunday that is worked for the spring festival is no day off.
        ("2024-02-01", 3, Day, After, Roll, "2024-02-04"),
        // A notice does not move: that would shorten it.
        ("2024-10-20", 15, Day, Before, Roll, "2024-10-05"),
        ("2025-09-30", 1, WorkingDay, After, Stand, "2025-10-09"),
        // The last day from which a working day is over by the 9th; the 8th is the last of the holidays.
        ("2025-10-09", 1, WorkingDay, Before, Stand, "2025-10-08"),
    ] {
        assert_eq!(counted(from, n, unit, direction, rest), expected, "{from} {n} {unit:?} {direction:?}");
    }
}

#[test]
fn a_year_without_data_is_an_error_only_where_it_is_needed() {
    let far = |unit, rest| count_from(day("2031-06-01"), 10, unit, TimeDirection::After, rest, Calendar::cn());
    assert_eq!(far(TimeUnit::Day, RestDays::Stand).unwrap().day, day("2031-06-11"));
    for error in [far(TimeUnit::Day, RestDays::Roll), far(TimeUnit::WorkingDay, RestDays::Stand)] {
        assert_eq!(error.unwrap_err().first().code(), "calendar-year-without-data");
    }
    let rolls = VILLAGERS.replace("rest_days = \"stand\"", "rest_days = \"roll\"").replace("2025-06-15", "2031-06-15");
    let error = Timeline::parse(&rolls).unwrap().at(day("2031-01-01"), Calendar::cn()).unwrap_err();
    assert_eq!(error.first().code(), "calendar-year-without-data");
    assert_eq!(error.first().path(), "timeline.procedure.steps[4].bounds[0]");
}

#[test]
fn the_villagers_procedure_from_roll_to_hand_over() {
    use StepStatus::{Closed, Done, Due, Late, Open, Overdue, Unknown, Upcoming};
    let planned = villagers("days = [{ step = \"poll\", planned = \"2025-06-15\" }]");
    assert_eq!(status(&planned, "2025-05-26", "roll"), Due);
    assert_eq!(status(&planned, "2025-05-27", "roll"), Overdue);
    let published =
        "days = [{ step = \"poll\", planned = \"2025-06-15\" }, { step = \"roll\", done = \"2025-05-22\" }]";
    let run = villagers(published);
    for (on, step, expected) in [
        ("2025-05-22", "roll", Done),
        ("2025-05-22", "objections", Open),
        ("2025-05-27", "objections", Open),
        ("2025-05-28", "objections", Closed),
        // Nobody objected: nothing is to be ruled on.
        ("2025-05-27", "ruling", Upcoming),
        ("2025-05-28", "ruling", Closed),
        ("2025-05-22", "hand-over", Upcoming),
    ] {
        assert_eq!(status(&run, on, step), expected, "{on} {step}");
    }
    let objected = villagers(
        "days = [{ step = \"poll\", planned = \"2025-06-15\" }, { step = \"roll\", done = \"2025-05-22\" }, { step = \"objections\", done = \"2025-05-24\" }]",
    );
    assert_eq!(status(&objected, "2025-05-27", "ruling"), Due);
    assert_eq!(status(&objected, "2025-05-28", "ruling"), Overdue);
    let late =
        villagers("days = [{ step = \"poll\", planned = \"2025-06-15\" }, { step = \"roll\", done = \"2025-05-27\" }]");
    assert_eq!(status(&late, "2025-05-28", "roll"), Late);
    let over = villagers(
        "days = [{ step = \"poll\", done = \"2025-06-15\" }, { step = \"roll\", done = \"2025-05-26\" }, { step = \"declare\", done = \"2025-06-15\" }]",
    );
    assert_eq!(status(&over, "2025-06-25", "hand-over"), Due);
    assert_eq!(status(&over, "2025-06-26", "hand-over"), Overdue);
    let next = over.next_steps(day("2025-06-26"), Calendar::cn()).unwrap();
    let last = next.iter().find(|s| s.step.as_str() == "hand-over").unwrap();
    let overdue = over.overdue(day("2025-06-26"), Calendar::cn()).unwrap();
    assert_eq!(overdue.iter().map(|s| s.step.as_str()).collect::<Vec<_>>(), ["hand-over"]);
    assert!(over.overdue(day("2025-06-25"), Calendar::cn()).unwrap().is_empty());
    assert_eq!((last.latest.unwrap().to_string(), last.days_left), ("2025-06-25".to_owned(), Some(-1)));
    assert!(last.consequence.as_ref().unwrap().text.get(Lang::En).contains("supervises"));
    let misplanned = villagers(
        "days = [{ step = \"poll\", planned = \"2025-06-15\" }, { step = \"roll\", planned = \"2025-05-27\" }]",
    );
    assert!(misplanned.at(day("2025-05-01"), Calendar::cn()).unwrap()[0].misplanned);
    // Without the day of the poll the roll has no deadline, and says which day is missing.
    let unplanned = villagers("");
    assert_eq!(status(&unplanned, "2025-05-26", "roll"), Unknown);
    let roll = &unplanned.at(day("2025-05-26"), Calendar::cn()).unwrap()[0];
    assert_eq!(roll.missing.iter().map(crate::kernel::Key::as_str).collect::<Vec<_>>(), ["poll"]);
    let words = run.explain(day("2025-05-28"), Calendar::cn(), None).unwrap().render(Lang::En);
    assert!(words.contains("at least 20 days before: poll: 2025-05-26"), "{words}");
}

#[test]
fn the_calendar_file_has_an_event_for_each_step_to_be_done() {
    let run =
        villagers("days = [{ step = \"poll\", planned = \"2025-06-15\" }, { step = \"roll\", done = \"2025-05-22\" }]");
    let file = run.icalendar(day("2025-05-23"), Calendar::cn(), Lang::Zh).unwrap();
    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(file.matches("BEGIN:VEVENT").count(), file.matches("END:VEVENT").count());
    // Objections, ruling, poll, declaration, hand-over; the roll is done.
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 5);
    assert!(file.contains("DTSTART;VALUE=DATE:20250615\r\nDTEND;VALUE=DATE:20250616\r\nSUMMARY:投票\r\n"), "{file}");
    // The objections span the days from the publication of the roll.
    assert!(file.contains("DTSTART;VALUE=DATE:20250522\r\nDTEND;VALUE=DATE:20250528\r\n"), "{file}");
    assert!(file.contains("DTSTAMP:20250523T000000Z"));
    let bare = file.replace("\r\n", "");
    assert!(!bare.contains('\n') && !bare.contains('\r'), "every line ends with CR LF");
    // The same steps on another day keep their names, so that they are updated.
    let uids = |file: &str| file.lines().filter(|l| l.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    let later = run.icalendar(day("2025-05-24"), Calendar::cn(), Lang::En).unwrap();
    assert_eq!(uids(&file), uids(&later));
}

#[test]
fn bad_input_is_told_with_its_place() {
    let code = |from: &str, to: &str| {
        let error = Timeline::parse(&VILLAGERS.replacen(from, to, 1)).unwrap_err();
        (error.first().path().to_owned(), error.first().code())
    };
    let steps = |at: &str, code: &'static str| (format!("timeline.procedure{at}"), code);
    assert_eq!(code("anchor = \"poll\"", "anchor = \"pole\""), steps(".steps[0].bounds[0].anchor", "unknown-step"));
    assert_eq!(code("key = \"objections\"", "key = \"roll\""), steps(".steps[1].key", "procedure-step-twice"));
    assert_eq!(code("anchor = \"poll\"", "anchor = \"ruling\""), steps("", "procedure-circular"));
    assert_eq!(
        code("n = 5, unit = \"day\"", "n = 5, unit = \"clear-day\""),
        steps(".steps[1].bounds[0].unit", "procedure-clear-days")
    );
    assert_eq!(code("n = 5", "n = 40000"), steps(".steps[1].bounds[0].n", "procedure-too-far"));
    assert_eq!(code("n = 5", "n = 5.5"), steps(".steps[1].bounds[0].n", "float-refused"));
    let days = |days: &str| code("days = [{ step = \"poll\", planned = \"2025-06-15\" }]", days);
    assert_eq!(days("days = [{ step = \"poll\" }]"), ("timeline.days[0]".into(), "timeline-step-without-day"));
    assert_eq!(days("skipped = [\"pole\"]"), ("timeline.skipped[0]".into(), "unknown-step"));
}

fn any_unit() -> impl Strategy<Value = TimeUnit> {
    use TimeUnit::{ClearDay, Day, Month, Week, WorkingDay, Year};
    prop_oneof![Just(Day), Just(ClearDay), Just(WorkingDay), Just(Week), Just(Month), Just(Year)]
}

proptest! {
    #![proptest_config(cases(200))]

    /// A longer time ends no earlier, a later event neither, and a day off at the end moves only forward.
    #[test]
    fn time_runs_one_way(start in 732_000..738_000_i32, n in 0..40_u32, unit in any_unit()) {
        let from = Day::from_number(start).unwrap();
        let end = |from, n, rest| count_from(from, n, unit, TimeDirection::After, rest, Calendar::cn()).map(|c| c.day);
        let (Ok(one), Ok(more), Ok(later)) = (
            end(from, n, RestDays::Roll),
            end(from, n + 1, RestDays::Roll),
            end(from.plus_days(1).unwrap(), n, RestDays::Roll),
        ) else { return Ok(()) };
        prop_assert!(one <= more && one <= later);
        prop_assert!(end(from, n, RestDays::Stand).unwrap() <= one);
        if unit != TimeUnit::WorkingDay || n > 0 {
            prop_assert!(Calendar::cn().is_working(one).unwrap());
        }
    }

    /// Counted back and forth, days and weeks come back to where they began.
    #[test]
    fn days_and_weeks_come_back(start in 732_000..738_000_i32, n in 0..400_u32, week in any::<bool>()) {
        let unit = if week { TimeUnit::Week } else { TimeUnit::Day };
        let from = Day::from_number(start).unwrap();
        let step = |from, direction| count_from(from, n, unit, direction, RestDays::Stand, Calendar::cn()).unwrap().day;
        prop_assert_eq!(step(step(from, TimeDirection::After), TimeDirection::Before), from);
    }
}

#[test]
fn a_step_that_is_not_needed_binds_none() {
    let run = villagers(
        "days = [{ step = \"poll\", done = \"2025-06-15\" }, { step = \"roll\", done = \"2025-05-22\" }]\nskipped = [\"objections\", \"declare\"]",
    );
    assert_eq!(status(&run, "2025-06-23", "objections"), StepStatus::Skipped);
    assert_eq!(status(&run, "2025-06-23", "ruling"), StepStatus::Closed);
    let hand_over = &run.at(day("2025-06-23"), Calendar::cn()).unwrap()[5];
    assert_eq!((hand_over.status, hand_over.latest, hand_over.bounds.len()), (StepStatus::Due, None, 0));
}

#[test]
fn before_an_event_is_the_last_day_from_which_the_time_is_over() {
    use TimeDirection::Before;
    use TimeUnit::{Month, WorkingDay};
    // A month from 31 January ends on 28 February; a working day before a Monday is over on it from the Sunday.
    assert_eq!(counted("2025-02-28", 1, Month, Before, RestDays::Stand), "2025-01-31");
    assert_eq!(counted("2025-06-16", 1, WorkingDay, Before, RestDays::Stand), "2025-06-15");
    assert_eq!(counted("2025-06-15", 1, WorkingDay, Before, RestDays::Stand), "2025-06-12");
}

#[test]
fn the_procedure_of_the_villagers_law_is_that_of_the_pack() {
    let rules = crate::pack::cn().at(day("2025-06-15"));
    let (procedure, gaps) = Procedure::of_clause(&rules, "cn.vc.election", RestDays::Stand).unwrap();
    assert_eq!(gaps, []);
    let step = |key: &str| procedure.draft().steps.iter().find(|s| s.key.as_str() == key).unwrap();
    let bound = |key: &str| {
        let bound = &step(key).bounds[0];
        (bound.n, bound.direction, bound.clause.clone().unwrap())
    };
    assert_eq!(bound("roll"), (20, TimeDirection::Before, "cn.vc.roll.notice".to_owned()));
    assert_eq!(bound("objection"), (5, TimeDirection::After, "cn.vc.roll.objection".to_owned()));
    assert_eq!(bound("ruling"), (3, TimeDirection::After, "cn.vc.roll.ruling".to_owned()));
    assert_eq!(bound("hand-over"), (10, TimeDirection::After, "cn.vc.handover".to_owned()));
    assert!(step("objection").window && step("ruling").optional && step("election").bounds.is_empty());
    let error = Procedure::of_clause(&rules, "cn.vc.turnout", RestDays::Stand).unwrap_err();
    assert_eq!(error.first().code(), "procedure-not-known");
}

#[test]
fn a_step_without_a_deadline_comes_in_its_turn() {
    let rules = crate::pack::cn().at(day("2025-06-15"));
    let (procedure, _) = Procedure::of_clause(&rules, "cn.vc.election", RestDays::Stand).unwrap();
    let status = |days: &[(&str, &str, &str)], on: &str, key: &str| {
        let days: Vec<_> = days.iter().map(|(step, how, day)| serde_json::json!({ "step": step, *how: day })).collect();
        let run = serde_json::json!({
            "format": "shequ.timeline/1", "id": "run", "procedure": procedure.draft(), "days": days,
        });
        let run = Timeline::parse(&run.to_string()).unwrap();
        run.at(day(on), Calendar::cn()).unwrap().into_iter().find(|s| s.step.as_str() == key).unwrap().status
    };
    let planned = [("poll", "planned", "2025-06-15")];
    for key in ["final-list", "rerun", "election"] {
        assert_eq!(status(&planned, "2025-05-20", key), StepStatus::Upcoming, "{key}");
    }
    let held = [("roll", "done", "2025-05-20"), ("final-list", "done", "2025-06-10"), ("poll", "done", "2025-06-15")];
    assert_eq!(status(&held[..1], "2025-05-21", "final-list"), StepStatus::Due);
    assert_eq!(status(&held, "2025-06-16", "election"), StepStatus::Due);
    // Whether there is a rerun is for the count to say.
    assert_eq!(status(&held, "2025-06-16", "rerun"), StepStatus::Upcoming);
}

/// What follows is what the clause of the deadline says, and nothing where it says nothing.
#[test]
fn a_procedure_of_a_clause_has_the_consequences_that_its_clauses_say() {
    use crate::pack::{Pack, Packs};
    let pack = Pack::parse(
        r#"
        format = "shequ.pack/1"
        id = "club"
        label = "club"
        layer = "charter"
        read_on = "2026-01-01"
        instruments = [{ id = "c", title = "Charter", from = "2020-01-01" }]
        [[clauses]]
        id = "c.notice"
        instrument = "c"
        article = "1"
        certainty = "text"
        label = "notice"
        deadline = { event = "notice", anchor = "meeting", when = "at-least-before", n = 7, unit = "day" }
        consequence = { zh = "会议无效", en = "the meeting is void" }
        [[clauses]]
        id = "c.posting"
        instrument = "c"
        article = "2"
        certainty = "text"
        label = "posting"
        deadline = { event = "publication", anchor = "meeting", when = "at-most-after", n = 3, unit = "day" }
        [[clauses]]
        id = "c.procedure"
        instrument = "c"
        article = "3"
        certainty = "text"
        label = "procedure"
        procedure = [{ event = "notice", clauses = ["c.notice"] }, { event = "meeting" }, { event = "publication", clauses = ["c.posting"] }]
        "#,
    );
    let pack = pack.unwrap();
    assert!(pack.page().contains("if it is not kept: the meeting is void"), "{}", pack.page());
    let rules = Packs::new([pack]).unwrap().at("2026-03-01".parse().unwrap());
    let (procedure, _) = Procedure::of_clause(&rules, "c.procedure", RestDays::Stand).unwrap();
    let told: Vec<(&str, Option<&str>)> = (procedure.draft().steps.iter())
        .map(|step| (step.key.as_str(), step.consequence.as_ref().and_then(|c| c.clause.as_deref())))
        .collect();
    assert_eq!(told, [("notice", Some("c.notice")), ("meeting", None), ("publication", None)]);
    let text = format!(
        r#"{{"format": "shequ.timeline/1", "id": "m", "procedure": {}, "days": [{{"step": "meeting", "planned": "2026-03-10"}}]}}"#,
        crate::kernel::canonical(procedure.draft()).unwrap()
    );
    let timeline = Timeline::parse(&text).unwrap();
    let overdue = timeline.overdue("2026-03-05".parse().unwrap(), Calendar::cn()).unwrap();
    let follows = overdue[0].consequence.as_ref().unwrap();
    assert_eq!((overdue.len(), follows.text.get(Lang::En)), (1, "the meeting is void"));
}
