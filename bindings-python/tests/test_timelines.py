"""Procedures and timelines: the villagers' election by hand, what is due and overdue, and its calendar."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import shequ as sq

ROOT = Path(__file__).resolve().parents[2]
VILLAGERS = ROOT / "core" / "src" / "participation" / "timeline" / "villagers.toml"
CALENDAR = sq.Calendar.cn()


@pytest.fixture(scope="module")
def planned() -> sq.Timeline:
    return sq.Timeline.load(VILLAGERS)


def with_days(timeline: sq.Timeline, *days: dict[str, Any]) -> sq.Timeline:
    return sq.Timeline.from_dict(timeline.to_dict() | {"days": list(days)})


@pytest.mark.parametrize(
    ("day", "n", "unit", "direction", "rest_days", "expected"),
    [
        # Civil Code, art. 201(1): the day of the event is not counted.
        ("2025-06-01", 10, "day", "after", "stand", "2025-06-11"),
        ("2025-06-15", 20, "day", "before", "stand", "2025-05-26"),
        ("2025-06-15", 3, "clear-day", "before", "stand", "2025-06-11"),
        ("2025-06-15", 3, "week", "before", "stand", "2025-05-25"),
        # Art. 202: the corresponding day, or the last of the month.
        ("2024-01-31", 1, "month", "after", "stand", "2024-02-29"),
        ("2024-02-29", 1, "year", "after", "stand", "2025-02-28"),
        # Art. 203(1): the fifth of October is a day off, work goes on on the eighth.
        ("2024-09-20", 15, "day", "after", "roll", "2024-10-08"),
        ("2025-09-30", 1, "working-day", "after", "stand", "2025-10-09"),
    ],
)
def test_time_is_counted_as_by_hand(day: str, n: int, unit: Any, direction: Any, rest_days: Any, expected: str) -> None:
    counted = sq.count_from(day, n, unit, direction, rest_days, CALENDAR)
    assert counted.day.isoformat() == expected
    assert (counted.before_rest is not None) == (rest_days == "roll")


def test_a_year_without_data_and_a_wrong_word_are_refused() -> None:
    with pytest.raises(sq.ShequError) as caught:
        sq.count_from("2031-06-01", 10, "working-day", "after", "stand", CALENDAR)
    assert caught.value.code == "calendar-year-without-data"
    with pytest.raises(sq.ShequError) as caught:
        sq.count_from("2025-06-01", 10, "fortnight", "after", "stand", CALENDAR)  # type: ignore[arg-type]
    assert caught.value.code == "unknown-choice"


def test_what_is_due_and_what_is_overdue(planned: sq.Timeline) -> None:
    assert planned.id == "licheng-07-2025" and planned.procedure.label.en == "election of a villagers' committee"
    roll = planned.next_steps("2025-05-26", CALENDAR)[0]
    assert (roll.step, roll.kind, roll.label.en, roll.status) == ("roll", "roll", "publish the roll", "due")
    assert (roll.latest, roll.earliest, roll.days_left) == (dt.date(2025, 5, 26), None, 0)
    bound = roll.bounds[0]
    assert (bound.bound, bound.anchor, bound.counted_from) == ("by", "poll", dt.date(2025, 6, 15))
    assert (bound.day, bound.before_rest, bound.clause) == (roll.latest, None, "cn.vc.roll.notice")
    assert bound.text.en == "at least 20 days before: poll"
    assert planned.overdue("2025-05-26", CALENDAR) == []
    (late,) = planned.overdue("2025-05-27", CALENDAR)
    assert (late.step, late.status, late.days_left, late.consequence) == ("roll", "overdue", -1, None)
    objections = next(s for s in planned.at("2025-05-27", CALENDAR) if s.step == "objections")
    assert (objections.window, objections.projected, objections.status) == (True, True, "upcoming")
    assert (objections.missing, objections.misplanned) == ([], False)


def test_a_consequence_is_told(planned: sq.Timeline) -> None:
    over = with_days(
        planned,
        {"step": "roll", "done": dt.date(2025, 5, 26)},
        {"step": "poll", "done": "2025-06-15", "planned": "2025-06-15"},
        {"step": "declare", "done": "2025-06-15"},
    )
    (late,) = over.overdue("2025-06-26", CALENDAR)
    assert (late.step, late.latest) == ("hand-over", dt.date(2025, 6, 25))
    assert late.consequence is not None and "supervises" in late.consequence.text.en and late.consequence.clause is None
    poll = next(s for s in over.at("2025-06-26", CALENDAR) if s.step == "poll")
    assert (poll.done, poll.planned, poll.status) == (dt.date(2025, 6, 15), dt.date(2025, 6, 15), "done")
    explanation = over.explain("2025-06-26", CALENDAR)
    assert "supervises" in explanation.render("en")
    cited = over.explain("2025-06-26", CALENDAR, sq.packs.cn.at("2025-06-15")).render("en")
    assert "art. " in cited and "art. " not in explanation.render("en")


def test_the_procedure_of_a_clause_is_run() -> None:
    rules = sq.packs.cn.at("2025-06-15")
    procedure, gaps = sq.Procedure.of_clause(rules, "cn.vc.election", rest_days="stand")
    assert gaps == [] and {"roll", "poll", "hand-over"} <= set(procedure.steps) and procedure.id == "cn.vc.election"
    run = sq.Timeline.from_dict(
        {
            "format": "shequ.timeline/1",
            "id": "licheng-2025",
            "procedure": procedure,
            "days": [{"step": "poll", "planned": "2025-06-15"}],
        }
    )
    roll = next(s for s in run.at("2025-05-01", CALENDAR) if s.step == "roll")
    assert (roll.latest, roll.bounds[0].clause) == (dt.date(2025, 5, 26), "cn.vc.roll.notice")
    assert sq.Procedure.from_dict(procedure.to_dict()).to_dict() == procedure.to_dict()
    assert sq.Procedure.parse(json.dumps(procedure.to_dict())).steps == procedure.steps
    # The law as revised is not read.
    with pytest.raises(sq.ParticipationError) as caught:
        sq.Procedure.of_clause(sq.packs.cn.at("2026-01-01"), "cn.vc.election", rest_days="stand")
    assert caught.value.code == "procedure-not-known"
    with pytest.raises(sq.PackError) as unknown:
        sq.Procedure.of_clause(rules, "cn.vc.nothing", rest_days="stand")
    assert unknown.value.code == "unknown-clause"


def unfolded(text: str) -> list[str]:
    """The lines of a calendar, read as RFC 5545, 3.1, says."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_a_calendar_that_any_program_reads(planned: sq.Timeline) -> None:
    lines = unfolded(planned.icalendar("2025-05-20", CALENDAR, "en"))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"] and lines[-1] == "END:VCALENDAR"
    at = lines.index("SUMMARY:publish the roll")
    assert lines[at - 3 : at] == ["DTSTAMP:20250520T000000Z", "DTSTART;VALUE=DATE:20250526", "DTEND;VALUE=DATE:20250527"]
    assert lines[at + 1] == "DESCRIPTION:at least 20 days before: poll [cn.vc.roll.notice]"
    # A time in which others may act spans its days.
    at = lines.index("SUMMARY:objections to the roll")
    assert lines[at - 2 : at] == ["DTSTART;VALUE=DATE:20250526", "DTEND;VALUE=DATE:20250601"]
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(uids) == len(set(uids)) == lines.count("BEGIN:VEVENT") == 6
    moved = with_days(planned, {"step": "poll", "planned": "2025-06-22"})
    assert [line for line in unfolded(moved.icalendar("2025-05-21", CALENDAR)) if line.startswith("UID:")] == uids
    assert "SUMMARY:投票" in unfolded(planned.icalendar("2025-05-20", CALENDAR))


def test_what_cannot_be_met_is_said(planned: sq.Timeline) -> None:
    late = with_days(planned, {"step": "poll", "planned": "2025-06-15"}, {"step": "roll", "planned": "2025-06-01"})
    assert next(s for s in late.at("2025-05-20", CALENDAR) if s.step == "roll").misplanned
    nothing = with_days(planned)
    roll = next(s for s in nothing.at("2025-05-20", CALENDAR) if s.step == "roll")
    assert (roll.status, roll.missing, roll.latest) == ("unknown", ["poll"], None)
    assert repr(planned) == "<Timeline licheng-07-2025: villagers-2018>" and "<" in planned._repr_html_()
    assert sq.Timeline.parse(json.dumps(planned.to_dict())).id == planned.id
