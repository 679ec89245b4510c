"""Appraisals, cascades, letters, indicator sets and the registers beside the scores."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import shequ as sq


def code(caught: pytest.ExceptionInfo[sq.ShequError]) -> tuple[str, str]:
    return caught.value.code, caught.value.path


def unit(key: str, kind: str, parent: str | None) -> dict[str, Any]:
    return {"key": key, "kind": kind, "name": key, "parent": parent}


@pytest.fixture
def organisation() -> sq.Organisation:
    kinds = [{"kind": "village", "until": "2025-07-01"}, {"kind": "community", "from": "2025-07-01"}]
    return sq.Organisation.from_dict(
        {
            "format": "shequ.organisation/1",
            "title": "T",
            "units": [
                unit("d", "district", None),
                unit("s1", "sub-district", "d"),
                unit("s2", "sub-district", "d"),
                unit("c1", "community", "s1"),
                unit("c2", "community", "s1"),
                {"key": "v", "kinds": kinds, "name": "v", "parent": "s2"},
            ],
        }
    )


APPRAISAL: dict[str, Any] = {
    "format": "shequ.appraisal/1",
    "title": "民主评议",
    "subject": "post",
    "day": "2025-12-20",
    "least_turnout": "2/3",
    "classes": [{"key": "leaders", "weight": 3}, {"key": "staff", "weight": 3}, {"key": "people", "weight": 4}],
    "triggers": [{"key": "talk", "label": "约谈", "grades": ["incompetent"], "share": "1/3"}],
    "subjects": [{"key": "s"}],
    "ballots": [
        {"subject": "s", "class": "staff", "entitled": 20, "excellent": 5, "competent": 2, "incompetent": 5, "abstain": 3},
        {"subject": "s", "class": "people", "entitled": 4, "excellent": 3},
        {"subject": "s", "class": "leaders", "entitled": 0},
    ],
}


def test_appraisal(tmp_path: Path) -> None:
    path = tmp_path / "appraisal.json"
    path.write_text(json.dumps(APPRAISAL), encoding="utf-8")
    appraisal = sq.Appraisal.load(path)
    assert (appraisal.title.zh, appraisal.subject, appraisal.day) == ("民主评议", "post", datetime.date(2025, 12, 20))
    assert sq.digest(appraisal.report()) == sq.digest(sq.Appraisal.from_dict(APPRAISAL).report())
    report = appraisal.report()
    (found,) = report.subjects
    assert (report.title.zh, report.subject, found.key, found.label.zh) == ("民主评议", "post", "s", "s")
    # A third is a third; leaders did not vote: (3 × (5 + 2 × 0.8) / 12 + 4 × 1) / 7 = 0.80714...
    trigger = found.triggers[0]
    assert (trigger.key, trigger.label.zh, trigger.status, trigger.found, trigger.due) == (
        "talk",
        "约谈",
        "met",
        Fraction(1, 3),
        Fraction(1, 3),
    )
    assert (found.score, found.quorum, found.turnout) == (Decimal("80.71"), "met", Fraction(18, 24))
    assert (found.entitled, found.cast, found.abstained) == (24, 18, 3)
    worst = found.grades[3]
    assert (worst.grade, worst.votes, worst.share, worst.weighted) == ("incompetent", 5, Fraction(1, 3), Fraction(5, 28))
    leaders, staff, _ = found.classes
    assert (leaders.class_, leaders.mean, staff.label.zh, staff.entitled) == ("leaders", None, "staff", 20)
    assert (staff.votes, staff.abstained, staff.mean) == ([5, 2, 0, 5], 3, Fraction(11, 20))
    assert "1/3 >= 1/3" in appraisal.explain("s").render("en")
    with pytest.raises(sq.SchemeError, match="unknown-subject"):
        appraisal.explain("t")
    (public,) = appraisal.published()
    assert (public.key, public.label.zh, public.turnout, public.quorum, public.score) == (
        "s",
        "s",
        Fraction(3, 4),
        "met",
        # By the weights of the classes it would say how the three people voted.
        None,
    )
    # Three of the people would show how each voted: they stand with the staff.
    (together,) = public.classes
    assert (sorted(together.classes), together.votes, together.abstained) == (["people", "staff"], [8, 2, 0, 5], 3)
    assert (public.votes, public.triggers) == ([8, 2, 0, 5], ["talk"])
    wrong = json.loads(json.dumps(APPRAISAL))
    wrong["ballots"][1]["entitled"] = 2
    with pytest.raises(sq.SchemeError) as caught:
        sq.Appraisal.parse(json.dumps(wrong))
    assert code(caught) == ("more-ballots-than-voters", "appraisal.ballots[1]")


def stage(indicator: dict[str, Any]) -> dict[str, Any]:
    grades = [{"key": "good", "least": 80}, {"key": "poor"}]
    return {"title": "T", "subject": "unit", "groups": [{"key": "g", "indicators": [indicator]}], "grades": grades}


CASCADE: dict[str, Any] = {
    "format": "shequ.cascade/1",
    "title": "区考街",
    "units": [{"key": "s1"}, {"key": "s2"}, {"key": "c1", "parent": "s1"}, {"key": "c2", "parent": "s1"}],
    "stages": [
        {
            "key": "street",
            "roll_ups": [{"column": "below", "from": "community", "how": "weighted", "weight": "people"}],
            "scheme": stage(
                {"key": "below", "points": 100, "rule": "linear", "target": 100, "scale": 3, "missing": "zero"}
            ),
        },
        {"key": "community", "scheme": stage({"key": "x", "points": 100, "rule": "linear", "target": 100})},
    ],
}
TABLES: dict[str, Any] = {
    "street": [{"unit": "s1"}, {"unit": "s2"}],
    "community": [{"unit": "c1", "x": 90, "people": 300}, {"unit": "c2", "x": 50, "people": 100}],
}


def test_cascade(organisation: sq.Organisation, tmp_path: Path) -> None:
    path = tmp_path / "cascade.json"
    path.write_text(json.dumps(CASCADE), encoding="utf-8")
    cascade = sq.Cascade.load(path)
    assert (cascade.title.zh, [key for key, _ in cascade.stages]) == ("区考街", ["street", "community"])
    assert isinstance(cascade.stages[0][1], sq.Scheme)
    cards = cascade.evaluate(TABLES)
    # (300 × 90 + 100 × 50) / 400.
    assert [str(s.total) for s in cards.card("street").scores()] == ["80.00", "0.00"]
    rolled = cards.rolled[0]
    assert (rolled.stage, rolled.unit, rolled.column, rolled.from_, rolled.how) == ("street", "s1", "below", "community", "weighted")
    assert (rolled.exact, rolled.value) == (80, "80.000")
    assert [(p.unit, p.total, p.grade, p.weight) for p in rolled.parts] == [("c1", 90, "good", 300), ("c2", 50, "poor", 100)]
    why = cards.explain("street", "s1")
    assert why.adds_up() and "c2: 50.00" in why.render("en")
    assert (cards.stages, len(cards)) == (["street", "community"], 2)
    same = sq.Cascade.parse(json.dumps(CASCADE)).evaluate_in(TABLES, organisation.at("2025-03-01"))
    assert same.digest == cards.digest and len(cards.digest) == 64
    with pytest.raises(sq.SchemeError) as caught:
        cascade.evaluate({"street": TABLES["street"]})
    assert caught.value.code == "cascade-table-missing"
    with pytest.raises(sq.SchemeError, match="unknown-stage"):
        cards.card("city")
    circle = json.loads(json.dumps(CASCADE))
    circle["stages"][0]["roll_ups"][0]["from"] = "street"
    with pytest.raises(sq.SchemeError) as caught:
        sq.Cascade.from_dict(circle)
    assert caught.value.code == "cascade-cycle"


LETTERS: dict[str, Any] = {
    "format": "shequ.letters/1",
    "title": "2025",
    "units": [
        {"key": "d", "label": "区"},
        {"key": "s1", "label": "街道", "parent": "d"},
        {"key": "c1", "label": "社区 01", "parent": "s1"},
        {"key": "c2", "label": "社区 02", "parent": "s1"},
    ],
    "letters": [
        {"key": "1", "upper": "d", "lower": "s1", "signed": "2025-01-10"},
        {"key": "2", "upper": "s1", "lower": "c1", "signed": "2025-01-20"},
        {"key": "3", "upper": "d", "lower": "c2", "signed": "2025-01-20"},
        {"key": "4", "upper": "s1", "lower": "c1", "signed": "2025-01-21"},
    ],
}


def test_ids_are_of_the_organisation(organisation: sq.Organisation) -> None:
    indicator = {"key": "x", "points": 100, "rule": "linear", "target": 10}
    document = {"format": "shequ.scheme/1", "title": "T", "subject": "unit", "groups": [{"key": "g", "indicators": [indicator]}]}
    day = organisation.at("2025-03-01")
    scheme = sq.Scheme.from_dict(document)
    rows = [{"unit": "c1", "x": 9}, {"unit": "c9", "x": 9}]
    card = scheme.evaluate_in(rows[:1], day)
    assert card.digest == scheme.evaluate(rows[:1]).digest
    with pytest.raises(sq.SchemeError, match="no unit of the organisation") as caught:
        scheme.evaluate_in({"format": "shequ.cells/1", "rows": rows}, day)
    assert (caught.value.code, caught.value.path) == ("subject-not-there", "cells.rows[1].unit")
    with pytest.raises(sq.SchemeError, match="services-not-named"):
        sq.Scheme.from_dict({**document, "subject": "service"}).evaluate_in(rows, day)


def test_letters(organisation: sq.Organisation, tmp_path: Path) -> None:
    path = tmp_path / "letters.json"
    path.write_text(json.dumps(LETTERS), encoding="utf-8")
    letters = sq.Letters.load(path)
    assert (letters.title.zh, len(letters), sq.Letters.parse(json.dumps(LETTERS)).title) == ("2025", 4, letters.title)
    report = letters.report("2025-03-01")
    assert (report.day, report.units, report.signed, report.coverage, report.unbroken) == (
        datetime.date(2025, 3, 1),
        3,
        2,
        Fraction(2, 3),
        2,
    )
    (gap,) = report.gaps
    assert (gap.unit, gap.upper, gap.kind, gap.letter, gap.below) == ("c2", "s1", "skips-layer", "3", 0)
    assert [name.zh for name in gap.path] == ["区", "街道", "社区 02"]
    assert [(s.letter, s.kind) for s in report.stray] == [("4", "twice")]
    assert not report.is_complete() and "signed over a layer" in report.explain().render("en")
    day = organisation.at("2025-03-01")
    # v and s2 have none.
    assert (letters.report_in(day).units, letters.report_in(day, ["district", "sub-district"]).signed) == (5, 1)
    wrong = {**LETTERS, "letters": [{"key": "1", "upper": "d", "lower": "d", "signed": "2025-01-10"}]}
    with pytest.raises(sq.SchemeError) as caught:
        sq.Letters.from_dict(wrong)
    assert code(caught) == ("letter-with-itself", "letters.letters[0].lower")


def test_sets(organisation: sq.Organisation, tmp_path: Path) -> None:
    def one(key: str, indicator: str) -> dict[str, Any]:
        scheme = {
            "title": key,
            "subject": "unit",
            "groups": [{"key": "g", "indicators": [{"key": indicator, "points": 100, "rule": "linear", "target": 10}]}],
        }
        return {"key": key, "kinds": [key], "scheme": scheme}

    document = {"format": "shequ.scheme-sets/1", "title": "考核", "sets": [one("village", "income"), one("community", "visits")]}
    path = tmp_path / "sets.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    sets = sq.SchemeSets.load(path)
    assert (sets.title.zh, [key for key, _ in sets.sets]) == ("考核", ["village", "community"])
    rows = [{"unit": "c1", "income": None, "visits": 5}, {"unit": "v", "income": 4, "visits": 8}]

    def at(day: str) -> tuple[str, str, list[tuple[str, str, int]]]:
        cards = sets.evaluate_in(rows, organisation.at(day))
        score = cards.score("v")
        return score.set, str(score.score.total), [(u.set, u.column, u.units) for u in cards.unread]

    # The village that became a community is evaluated as one from then on.
    assert at("2025-06-30") == ("village", "40.00", [("village", "visits", 1)])
    assert at("2025-07-01") == ("community", "80.00", [("community", "income", 1)])
    kinds = [{**rows[0], "kind": "community"}, {**rows[1], "kind": "village"}]
    cards = sq.SchemeSets.from_dict(document).evaluate(kinds, "2025-01-01")
    assert [(s.set, str(s.score.total)) for s in cards.scores()] == [("community", "50.00"), ("village", "40.00")]
    assert [(key, card.units) for key, card in cards.cards()] == [("village", ["v"]), ("community", ["c1"])]
    assert "indicator set: community" in cards.explain("c1").render("en")
    assert len(cards) == 2 and len(cards.digest) == 64 and cards.to_dicts()[0]["set"] == "community"
    with pytest.raises(sq.SchemeError) as caught:
        sq.SchemeSets.parse(json.dumps(document)).evaluate([{"unit": "a", "kind": "city"}], "2025-01-01")
    assert code(caught) == ("no-set-for-unit", "table[0].unit")


def test_campaigns() -> None:
    document = {
        "format": "shequ.campaigns/1",
        "title": "五民工程",
        "campaigns": [
            {
                "key": "a",
                "from": "2025-01-01",
                "until": "2026-01-01",
                "units": ["x", "y"],
                "targets": [
                    {
                        "key": "t",
                        "target": "7.5",
                        "steps": [{"day": "2025-01-01", "amount": "2.5"}, {"day": "2025-06-01", "amount": 10}],
                    }
                ],
                "phases": [{"kind": "reward", "due": "2025-12-01"}],
            }
        ],
    }
    campaigns = sq.Campaigns.from_dict(document)
    assert campaigns.title.zh == "五民工程"
    (state,) = campaigns.states("2025-05-31")
    target = state.targets[0]
    assert (state.key, state.label.zh, state.state, state.units, state.overdue, state.late) == ("a", "a", "running", 2, [], 0)
    assert (target.key, target.label.zh, target.brought, target.target, target.share) == ("t", "t", Decimal("2.5"), Decimal("7.5"), Fraction(1, 3))
    assert campaigns.states("2025-12-02")[0].overdue == ["reward"]
    assert state.explain().adds_up()
    wrong = json.loads(json.dumps(document))
    wrong["campaigns"][0]["targets"][0]["target"] = 0
    with pytest.raises(sq.SchemeError) as caught:
        sq.Campaigns.parse(json.dumps(wrong))
    assert code(caught) == ("register-out-of-range", "campaigns.campaigns[0].targets[0].target")


def test_practices() -> None:
    adoptions = [{"unit": "b", "from": "2025-02-01", "until": "2025-05-01"}, {"unit": "c", "from": "2025-03-01"}]
    practice = {"key": "p", "origin": "a", "from": "2025-01-01", "adoptions": adoptions}
    practices = sq.Practices.from_dict({"format": "shequ.practices/1", "title": "典型", "practices": [practice]})
    report = practices.spread("2025-06-01", ["a", "b", "c", "d"])
    p = report.practices[0]
    assert (practices.title.zh, report.day, report.without) == ("典型", datetime.date(2025, 6, 1), ["b", "d"])
    assert (p.key, p.label.zh, p.origin, p.units, p.given_up, p.first, p.last, p.reach) == ("p", "p", "a", 2, 1, 31, 59, Fraction(1, 2))
    assert "1/2" in report.explain().render() or "2/4" in report.explain().render()


def test_standards() -> None:
    levels = [
        {"key": "low", "criteria": [{"key": "x", "least": 1}]},
        {"key": "high", "criteria": [{"key": "y", "least": 1, "most": 2}]},
    ]
    standards = sq.Standards.from_dict({"format": "shequ.standards/1", "title": "三级联创", "levels": levels})
    found = standards.levels([{"unit": "a", "x": 0, "y": 1}, {"unit": "b", "x": 1, "y": Decimal("2.5")}, {"unit": "c", "x": 1, "y": 2}])
    assert standards.title.zh == "三级联创"
    assert [(u.unit, u.level, u.next) for u in found] == [("a", None, "low"), ("b", "low", "high"), ("c", "high", None)]
    (gap,) = found[1].missing
    assert (gap.criterion, gap.label.zh, gap.value, gap.due) == ("y", "y", Decimal("2.5"), 2)


def test_evidence() -> None:
    def one(key: str, **more: str) -> dict[str, Any]:
        return {"key": key, "points": 1, "rule": "met", "target": 1, **more}

    indicators = [one("a", evidence="台账"), one("b", evidence="照片"), one("c")]
    scheme = sq.Scheme.from_dict(
        {"format": "shequ.scheme/1", "title": "T", "subject": "unit", "groups": [{"key": "g", "indicators": indicators}]}
    )
    ledger = sq.EvidenceLedger.from_dict(
        {
            "format": "shequ.evidence/1",
            "title": "台帐",
            "evidence": [
                {"key": "1", "unit": "u", "indicator": "a", "day": "2025-02-01"},
                {"key": "2", "unit": "u", "indicator": "b", "day": "2024-12-31"},
                {"key": "3", "unit": "v", "indicator": "x", "day": "2025-02-01"},
            ],
            "inspections": [
                {"key": "1", "unit": "u", "day": "2025-03-01", "by": "d"},
                {"key": "2", "unit": "u", "day": "2025-04-01", "by": "d", "indicators": ["a"]},
            ],
        }
    )
    report = ledger.report(scheme, ["u", "v"], "2025-01-01", "2026-01-01")
    u, v = report.units
    assert (ledger.title.zh, report.since.year, report.until.year, report.stray) == ("台帐", 2025, 2026, ["3"])
    assert (u.unit, u.shown, u.coverage, u.missing, u.inspections, u.repeated) == ("u", 1, Fraction(1, 2), ["b"], 2, 1)
    assert v.missing == ["a", "b"]
    with pytest.raises(sq.SchemeError, match="evidence-period-empty"):
        ledger.report(scheme, ["u"], "2025-01-01", "2025-01-01")


def test_retrospectives() -> None:
    def item(key: str, **more: Any) -> dict[str, Any]:
        return {"key": key, "subject": "u", "found": "2025-01-01", "shortfall": "s", "measure": "m", "due": "2025-03-01", **more}

    items = [
        item("in-time", done="2025-03-01", checked="2025-06-01", holds=True),
        item("late", done="2025-04-01", checked="2025-06-01"),
        item("never"),
        item("other", subject="v", due="2026-01-01"),
    ]
    back = sq.Retrospectives.from_dict({"format": "shequ.retrospectives/1", "title": "回头看", "items": items})
    report = back.report("2025-07-01")
    assert (back.title.zh, report.day.month, report.found, report.in_time, report.late, report.checked) == ("回头看", 7, 4, 1, 1, 2)
    assert (report.overdue, report.open, report.fallen_back) == (["never"], ["other"], ["late"])
    assert report.explain().adds_up()
    assert back.report("2025-03-15", "u").found == 3


def test_boards() -> None:
    entry = {"key": "1", "kind": "post", "subject": "grid-7", "reason": "一百次夜巡", "from": "2025-03-01", "until": "2025-06-01", "agreed": "2025-02-20"}
    document: dict[str, Any] = {"format": "shequ.boards/1", "title": "先锋榜", "entries": [entry]}
    boards = sq.Boards.from_dict(document)
    (shown,) = boards.on("2025-03-01")
    assert (boards.title.zh, shown.key, shown.kind, shown.subject, shown.reason.zh, shown.since.month) == (
        "先锋榜",
        "1",
        "post",
        "grid-7",
        "一百次夜巡",
        3,
    )
    assert boards.on("2025-06-01") == []
    del entry["agreed"]
    with pytest.raises(sq.DocumentError) as caught:
        sq.Boards.from_dict(document)
    assert code(caught) == ("missing-field", "boards.entries[0]")


@pytest.mark.parametrize("name", ["appraisal", "scheme-sets", "letters", "cascade", "ledger", "campaigns", "practices", "standards", "evidence", "retrospectives", "boards"])
def test_every_format_has_a_schema(name: str) -> None:
    assert sq.schema(name)["title"] == f"shequ.{name}/1"
