"""The calendar of working days, and the log."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import shequ as sq


def test_the_calendar_of_china() -> None:
    calendar = sq.Calendar.cn()
    assert (calendar.key, calendar.years) == ("cn", (2004, 2026))
    assert calendar.label.zh
    # State Council notice for 2024: 4 February, a Sunday, is worked for the Spring Festival.
    assert calendar.is_working("2024-02-04") and calendar.is_working(dt.date(2024, 2, 4))
    assert calendar.kind("2024-02-04") == "make-up"
    assert calendar.kind("2024-10-01") == "holiday" and calendar.kind("2024-10-19") == "weekend"
    holiday = calendar.holiday("2024-10-01")
    assert holiday is not None and holiday.en and calendar.holiday("2024-10-09") is None
    assert calendar.on_or_after("2024-10-05") == dt.date(2024, 10, 8) == calendar.next_working("2024-10-05")
    assert calendar.add_working_days("2024-09-30", 1) == dt.date(2024, 10, 8)
    assert calendar.working_days_between("2024-10-01", "2024-10-08") == 0
    assert "2024-10-01" in str(calendar.explain("2024-10-01")) or calendar.explain("2024-10-01").render("en")
    assert repr(calendar) == f"<Calendar cn: {calendar.label.zh} 2004-2026>"


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2003-12-31", "calendar-year-without-data"),
        (dt.date(2027, 1, 1), "calendar-year-without-data"),
        ("2024-13-01", "not-a-day"),
        ("yesterday", "not-a-day"),
    ],
)
def test_a_day_without_data_is_an_error(day: Any, code: str) -> None:
    with pytest.raises(sq.ValueFault) as caught:
        sq.Calendar.cn().is_working(day)
    assert caught.value.code == code


def test_a_day_is_a_date_or_a_text() -> None:
    with pytest.raises(TypeError):
        sq.Calendar.cn().is_working(20240101)  # type: ignore[arg-type]
    with pytest.raises(sq.DocumentError, match="not-plain"):
        sq.Calendar.cn().is_working(dt.datetime(2024, 1, 1, 8))


def test_a_calendar_of_ones_own(tmp_path: Path) -> None:
    document = {
        "format": "shequ.calendar/1",
        "key": "garden",
        "weekend": [6, 7],
        "holidays": [{"key": "fair", "label": "fair"}],
        "years": [{"year": 2026, "off": {"fair": ["2026-05-04..2026-05-05"]}}],
    }
    path = tmp_path / "calendar.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    for calendar in (
        sq.Calendar.from_dict(document),
        sq.Calendar.parse(json.dumps(document)),
        sq.Calendar.load(path),
    ):
        assert calendar.next_working("2026-05-01") == dt.date(2026, 5, 6)


SALT = b"sixteen random bytes, drawn by the caller"


def filled() -> tuple[sq.Log, sq.SealedTexts]:
    log, texts = sq.Log("appeals-2025"), sq.SealedTexts()
    log.append(
        day="2026-01-08",
        actor="post-12",
        kind="appeal",
        subject="community-07",
        payload={"scorecard": sq.digest({"a": 1})},
        sealing={"reason": "the lift was counted twice"},
        texts=texts,
        salts={"reason": SALT},
    )
    log.append(day=dt.date(2026, 1, 9), actor="post-3", kind="answer", subject="community-07")
    return log, texts


def test_a_log_seals_texts_and_forgets_them() -> None:
    log, texts = filled()
    entry = log.entries[0]
    assert (entry.seq, entry.day, entry.actor, entry.kind, entry.subject) == (
        0,
        dt.date(2026, 1, 8),
        "post-12",
        "appeal",
        "community-07",
    )
    assert entry.payload == {"scorecard": sq.digest({"a": 1})} and list(entry.sealed) == ["reason"]
    assert entry.digest == log.entries[1].previous != log.head == log.entries[1].digest
    assert "lift" not in json.dumps(log.to_dict()) and "lift" in json.dumps(texts.to_dict())
    assert (len(log), len(texts), log.key) == (2, 1, "appeals-2025")
    assert log.read(0, "reason", texts) == "the lift was counted twice"
    log.open(0, "reason", "the lift was counted twice", SALT)
    log.open(0, "reason", "the lift was counted twice", SALT.hex())
    log.check_texts(texts)
    with pytest.raises(sq.LogError, match="log-text-differs"):
        log.open(0, "reason", "another text", SALT)
    assert texts.erase_part(0, "nothing") is False
    assert texts.erase(0) == 1
    assert log.read(0, "reason", texts) is None
    assert log.verify().intact and log.verify(log.head).intact
    assert repr(log) == "<Log appeals-2025: 2 entries>" and repr(texts) == "<SealedTexts: 0 texts>"
    assert repr(entry) == "<Entry 0 2026-01-08: post-12 appeal community-07>"
    assert "<td>post-12</td>" in log._repr_html_() and "lift" not in log._repr_html_()
    assert entry.to_dict()["seq"] == 0 and entry == log.entries[0]


def test_a_log_is_a_document(tmp_path: Path) -> None:
    log, texts = filled()
    text = sq.canonical(log)
    (tmp_path / "log.json").write_text(text, encoding="utf-8")
    (tmp_path / "texts.json").write_text(sq.canonical(texts), encoding="utf-8")
    for other in (sq.Log.parse(text), sq.Log.from_dict(log.to_dict()), sq.Log.load(tmp_path / "log.json")):
        assert (other.head, other.to_dict()) == (log.head, log.to_dict())
    for store in (
        sq.SealedTexts.load(tmp_path / "texts.json"),
        sq.SealedTexts.parse(sq.canonical(texts)),
        sq.SealedTexts.from_dict(texts.to_dict()),
    ):
        assert log.read(0, "reason", store) == "the lift was counted twice"


def test_a_changed_entry_is_found() -> None:
    log, _ = filled()
    changed = sq.canonical(log).replace("post-3", "post-4")
    with pytest.raises(sq.LogError) as caught:
        sq.Log.parse(changed)
    good, check = sq.Log.inspect(changed, known_head=log.head)
    assert (len(good), check.intact, check.good, check.entries, check.key) == (1, False, 1, 2, "appeals-2025")
    assert check.broken is not None and check.broken.code == caught.value.code
    assert (check.broken.seq, bool(check.broken.path), bool(check.broken.message)) == (1, True, True)
    assert check.head == good.head and check.explain().outcome == "notMet"
    assert not log.verify(sq.digest({})).intact
    with pytest.raises(sq.ShequError):
        log.verify("no digest")


def test_what_an_entry_needs() -> None:
    log, texts = filled()
    with pytest.raises(sq.LogError, match="log-day-backwards"):
        log.append(day="2025-01-01", actor="a", kind="b", subject="c")
    with pytest.raises(TypeError, match="need a store"):
        log.append(day="2026-02-01", actor="a", kind="b", subject="c", sealing={"x": "y"})
    with pytest.raises(TypeError, match="has no text"):
        log.append(day="2026-02-01", actor="a", kind="b", subject="c", salts={"x": SALT})
    with pytest.raises(sq.LogError, match="log-salt-length"):
        log.append(day="2026-02-01", actor="a", kind="b", subject="c", sealing={"x": "y"}, texts=texts, salts={"x": b"short"})
    with pytest.raises(sq.ShequError) as caught:
        log.append(day="2026-02-01", actor="", kind="b", subject="c")
    assert caught.value.path == "actor"
    assert len(log) == 2
    log.append(day="2026-02-01", actor="a", kind="b", subject="c", sealing={"x": "y"}, texts=texts)
    assert log.read(2, "x", texts) == "y" and sq.Log("other").head != sq.Log("another").head
