"""Changed values, goals, gaps, movements, and the ledger of corrections and appeals."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import contract
import pytest
import shequ as sq

SCHEME: dict[str, Any] = {
    "format": "shequ.scheme/1",
    "title": "T",
    "subject": "unit",
    "groups": [
        {
            "key": "g",
            "indicators": [
                {"key": "visits", "points": 60, "rule": "linear", "target": 12},
                {"key": "hazards", "points": 40, "rule": "deduct", "each": "2.5"},
            ],
        }
    ],
    "grades": [{"key": "good", "least": 90}, {"key": "fair"}],
    "ranking": {"basis": "rounded", "ties": "average"},
}
ROWS = [{"unit": "a", "visits": 9, "hazards": 1}, {"unit": "b", "visits": 12, "hazards": 3}]


@pytest.fixture
def card() -> sq.Scorecard:
    return sq.Scheme.from_dict(SCHEME).evaluate(ROWS)


def code(caught: pytest.ExceptionInfo[sq.ShequError]) -> tuple[str, str]:
    return caught.value.code, caught.value.path


def test_what_is_missing_and_what_is_tied() -> None:
    scheme = sq.Scheme.from_dict(SCHEME)
    a, b = scheme.evaluate([{"unit": "a", "visits": None, "hazards": 1}, ROWS[1]]).scores()
    # 40 - 2.5 of 40 points, shared out to 100; with the worst value there are no points for visits.
    assert (str(a.total), str(a.worst_case), a.missing, b.worst_case) == ("93.75", "37.50", 1, None)
    # The same case as the core's tests have.
    document = {
        "format": "shequ.scheme/1",
        "title": "T",
        "subject": "unit",
        "groups": [{"key": "g", "indicators": [{"key": "x", "points": 10, "rule": "linear", "target": 10}]}],
        "ranking": {"basis": "rounded", "ties": "average"},
        "award": {"share": "1/2", "unresolved": "lot", "seed": 20260101},
    }
    rows = [{"unit": u, "x": x} for u, x in zip("abcd", (5, 9, 5, 5), strict=True)]
    card = sq.Scheme.from_dict(document).evaluate(rows)
    assert [s.mean_rank for s in card.scores()] == [3, 1, 3, 3]
    (lot,) = card.lots
    assert (lot.group, lot.places, lot.seed, sorted(lot.order)) == (None, 1, 20260101, ["a", "c", "d"])
    assert [s.unit for s in card.scores() if s.award] == sorted(["b", lot.order[0]])
    assert card.warnings == []
    rate = {"key": "r", "points": 10, "rule": "rate"}
    document["groups"] = [{"key": "g", "indicators": [rate]}]
    few = sq.Scheme.from_dict(document).evaluate([{"unit": "a", "r": "1/2"}, {"unit": "b", "r": "50/100"}])
    assert [w.code for w in few.warnings] == ["rate-over-few"]


def test_changed(card: sq.Scorecard) -> None:
    after = card.changed([{"unit": "a", "column": "visits", "value": 11}])
    assert (str(card.total("a")), str(after.total("a"))) == ("82.50", "92.50")
    again = sq.Scheme.from_dict(SCHEME).evaluate([{**ROWS[0], "visits": 11}, ROWS[1]])
    assert after.digest == again.digest
    assert card.changed([]).digest == card.digest
    # b is tied now: it is affected though no value of its own changed.
    affected = after.affected(card)
    assert [(u.unit, u.before.rank, u.after.rank, u.after.mean_rank) for u in affected] == [
        ("a", 2, 1, Fraction(3, 2)),
        ("b", 1, 1, Fraction(3, 2)),
    ]
    assert repr(affected[0]).startswith("<AffectedUnit before.unit=a ") and "after.total=92.50" in repr(affected[0])
    assert after.affected(after) == []
    for change, expected in [
        ({"unit": "z", "column": "visits", "value": 1}, ("unknown-unit", "changes[0].unit")),
        ({"unit": "a", "column": "walks", "value": 1}, ("no-such-column", "changes[0].column")),
        ({"unit": "a", "column": "visits", "value": "1.5"}, ("wrong-value", "changes[0].value")),
        ({"unit": "a", "column": "visits", "value": 1.5}, ("float-refused", "changes[0].value")),
        ({"unit": "a", "column": "hazards", "value": -1}, ("count-out-of-range", "changes[0].value")),
        ({"unit": "a", "column": "visits", "valu": 1}, ("unknown-field", "changes[0].valu")),
    ]:
        with pytest.raises(sq.ShequError) as caught:
            card.changed([change])
        assert code(caught) == expected


def test_what_if(card: sq.Scorecard) -> None:
    answer = card.what_if("a", grade="good")
    visits, hazards = answer.changes
    assert (answer.unit, answer.grade, answer.rank, answer.reached, answer.barred_by) == ("a", "good", None, False, [])
    assert (answer.now.total, answer.now.grade, answer.now.rank) == (Decimal("82.50"), "fair", 2)
    assert (visits.column, visits.label.zh, visits.from_, visits.to, visits.steps) == ("visits", "visits", 9, 11, 2)
    assert (visits.then.total, visits.then.grade) == (Decimal("92.50"), "good")
    # Without a hazard there would be 85 points: not enough.
    assert (hazards.to, hazards.steps, str(hazards.then.total)) == (None, None, "85.00")
    assert "a to reach good: not met" in answer.explain().render("en")
    assert "out of reach by itself" in answer.explain().render("en")
    assert card.what_if("b", rank=1).reached
    for arguments, expected in [
        ({}, "not-one-goal"),
        ({"grade": "good", "rank": 1}, "not-one-goal"),
        ({"grade": "best"}, "no-such-grade"),
        ({"rank": 3}, "rank-out-of-range"),
    ]:
        with pytest.raises(sq.SchemeError) as caught:
            card.what_if("a", **arguments)
        assert caught.value.code == expected


def test_cheapest(card: sq.Scorecard) -> None:
    # One visit (5 points) and the one hazard (2.5) make 90 for 3; two visits alone cost 4.
    answer = card.cheapest("a", {"visits": 2, "hazards": Decimal(1)}, grade="good")
    assert (answer.unit, answer.grade, answer.rank, answer.proven, answer.cost) == ("a", "good", None, True, 3)
    assert answer.changes is not None
    assert [(c.column, c.from_, c.to, c.steps, c.cost) for c in answer.changes] == [
        ("visits", 9, 10, 1, 2),
        ("hazards", 1, 0, 1, 1),
    ]
    assert str(answer.then.total) == "90.00"
    cells = [{"unit": "a", "column": c.column, "value": c.to} for c in answer.changes]
    assert card.changed(cells).score("a").grade == "good"
    assert answer.explain().adds_up() and "proven to be the least" in answer.explain().render("en")
    with pytest.raises(sq.SchemeError, match="cost-out-of-range"):
        card.cheapest("a", {"visits": 2_000_000_000}, grade="good")
    out_of_reach = card.cheapest("a", {"hazards": 1}, grade="good", progress=False)
    assert (out_of_reach.changes, out_of_reach.cost, out_of_reach.proven) == (None, None, True)
    told: list[tuple[int, int]] = []
    card.cheapest("a", {"visits": 2}, rank=1, limit=10, progress=lambda done, total: told.append((done, total)))
    assert told and told[-1][0] == told[-1][1]
    with pytest.raises(sq.Stopped):
        card.cheapest("a", {"visits": 2}, grade="good", progress=lambda done, total: False)
    # Columns that cannot move are named, and missing values are reported where that has a cost.
    scheme = sq.Scheme.from_dict({
        "format": "shequ.scheme/1", "title": "T", "subject": "unit", "grades": [{"key": "good", "least": 9}, {"key": "fair"}],
        "groups": [{"key": "g", "indicators": [
            {"key": "visits", "points": 10, "rule": "linear", "target": 10, "missing": "zero"}]}],
    })
    late = scheme.evaluate([{"unit": "a", "visits": None}])
    kept = late.cheapest("a", {"visits": 1}, grade="good")
    assert kept.changes is None and [(u.column, u.why) for u in kept.unsearched] == [("visits", "missing")]
    told = late.cheapest("a", {"visits": {"step": 1, "report": "2.5"}}, grade="good")
    assert told.changes is not None and not told.unsearched
    assert [(c.from_, c.to, c.steps, c.cost) for c in told.changes] == [(None, 9, 9, Decimal("11.5"))]
    for costs, expected in [({}, "no-costs"), ({"visits": -1}, "negative-cost"), ({"walks": 1}, "no-such-column"), ({"visits": 0.5}, "float-refused")]:
        with pytest.raises(sq.ShequError) as caught:
            card.cheapest("a", costs, grade="good")
        assert caught.value.code == expected


def test_gap_and_movement(card: sq.Scorecard) -> None:
    gap = card.gap("a")
    assert (gap.unit, gap.mark, gap.other, gap.gap) == ("a", "best", "b", 10)
    parts = {p.part: (p.points, p.share) for p in gap.parts}
    assert (parts["visits"], parts["hazards"]) == ((15, Fraction(3, 2)), (-5, Fraction(-1, 2)))
    assert sum(p.points for p in gap.parts) == gap.gap and gap.parts[0].label.zh == "visits"
    assert gap.explain().adds_up()
    assert (card.gap("a", "full").gap, card.gap("b", "median").gap) == (Fraction(35, 2), -5)
    with pytest.raises(sq.DocumentError, match="unknown-choice"):
        card.gap("a", "worst")  # type: ignore[arg-type]
    document = json.loads(json.dumps(SCHEME))
    document["groups"][0]["indicators"][0]["target"] = 15
    later = sq.Scheme.from_dict(document).evaluate([{**ROWS[0], "visits": 12}, ROWS[1]])
    moved = later.movement(card, "a")
    # 9 of 12, then 12 of 12, then 12 of 15 visits, for 60 points.
    assert (moved.unit, moved.before, moved.after) == ("a", Decimal("82.50"), Decimal("85.50"))
    assert (moved.data, moved.target, moved.rule, moved.weight, moved.rounding) == (15, -12, 0, 0, 0)
    first = moved.parts[0]
    assert (first.part, first.label.zh, first.data, first.target, first.rule, first.weight) == ("visits", "visits", 15, -12, 0, 0)
    assert moved.explain().adds_up()


def test_the_worked_contract_answers_too() -> None:
    data = contract.read()
    if data is None:
        pytest.skip(f"SKIPPED: {contract.PATH} is not there")
    rows = contract.rows(data["contract"])
    card = sq.Scheme.from_dict(contract.scheme(data["contract"])).evaluate(rows)
    assert card.affected(card) == [] and card.changed([]).digest == card.digest
    best = max(data["expected"], key=lambda unit: Decimal(data["expected"][unit]["total"]))
    for unit in data["expected"]:
        for gap in (card.gap(unit, "best"), card.gap(unit, "median"), card.gap(unit, "full")):
            assert sum(p.points for p in gap.parts) == gap.gap and gap.explain().adds_up()
        still = card.movement(card, unit)
        assert (str(still.after), still.data, still.rule) == (data["expected"][unit]["total"], 0, 0)
        answer = card.what_if(unit, grade=str(data["expected"][best]["grade"]))
        assert answer.reached == (data["expected"][unit]["grade"] == data["expected"][best]["grade"])
        # What is said holds.
        for change in answer.changes[:3]:
            if change.to is not None and not answer.reached:
                after = card.changed([{"unit": unit, "column": change.column, "value": change.to}])
                assert after.total(unit) == change.then.total and after.score(unit).grade == change.then.grade


def test_ledger(card: sq.Scorecard) -> None:
    ledger, texts = sq.Ledger("review-2025"), sq.SealedTexts()
    appeal = {"day": "2026-01-08", "actor": "post-7", "kind": "appeal", "unit": "a", "deadline": datetime.date(2026, 1, 31)}
    entry = ledger.append(card, appeal, sealing={"reason": "two visits are missing"}, texts=texts)
    assert (entry.seq, entry.kind, entry.subject, list(entry.sealed), len(texts)) == (0, "appeal", "a", ["reason"], 1)
    decision: dict[str, Any] = {
        "day": "2026-01-20",
        "actor": "post-1",
        "kind": "decision",
        "unit": "a",
        "appeal": 0,
        "changes": [{"unit": "a", "column": "visits", "value": 11}],
    }
    with pytest.raises(sq.SchemeError) as caught:
        ledger.append(card, {**decision, "appeal": 3})
    assert code(caught) == ("ledger-no-such-appeal", "record.appeal")
    with pytest.raises(TypeError, match="need a store"):
        ledger.append(card, decision, sealing={"reason": "r"})
    with pytest.raises(sq.DocumentError) as field:
        ledger.append(card, {**decision, "reason": "r"})
    assert code(field) == ("unknown-field", "record.reason")
    assert len(ledger) == 1
    ledger.append(card, decision)
    assert [str(ledger.card(card, day).total("a")) for day in ("2026-01-19", "2026-01-20")] == ["82.50", "92.50"]
    (effect,) = ledger.effects(card, "2026-12-31")
    assert (effect.seq, effect.day) == (1, datetime.date(2026, 1, 20))
    assert [(u.before.rank, u.after.rank) for u in effect.units] == [(2, 1), (1, 1)]
    assert ledger.effects(card, "2026-01-19") == []
    (state,) = ledger.appeals("2026-01-19")
    assert (state.seq, state.unit, state.state, state.answer) == (0, "a", "open", None)
    (state,) = ledger.appeals("2026-02-01")
    assert (state.day.day, state.deadline, state.state, state.answer) == (8, datetime.date(2026, 1, 31), "upheld", 1)
    record = ledger.records[1]
    assert (record.day.day, record.actor, record.kind, record.unit, record.appeal, record.deadline) == (
        20,
        "post-1",
        "decision",
        "a",
        0,
        None,
    )
    change = record.changes[0]
    assert (change.unit, change.column, change.value) == ("a", "visits", 11)
    assert (ledger.key, repr(ledger)) == ("review-2025", "<Ledger review-2025: 2 records>")
    assert ledger.log.read(0, "reason", texts) == "two visits are missing"
    assert "missing" not in sq.canonical(ledger)

    text, log = sq.canonical(ledger), sq.canonical(ledger.log)
    again, check = sq.Ledger.parse(text, log, ledger.log.head)
    assert check.intact and again == ledger and again.log.head == ledger.log.head
    # A record altered after it was made, and a log that was cut off.
    altered = json.loads(text)
    altered["records"][1]["changes"][0]["value"] = "12"
    good, check = sq.Ledger.parse(json.dumps(altered), log)
    assert check.broken is not None and not check.intact
    assert (len(good), check.broken.code, check.broken.path) == (1, "ledger-record-differs", "ledger.records[1]")
