"""Eligibility and bodies through the built package."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import shequ as sq

DAY = "2025-03-21"


def elector() -> sq.Eligibility:
    return sq.Eligibility(sq.packs.cn.at(DAY), "residents.elector")


def test_a_person_is_of_age_from_a_day() -> None:
    question = elector()
    assert question.question == "residents.elector"

    def status(born: str | datetime.date) -> str:
        return question.check({"born": born, "answers": {"resident": True}}, answer=lambda _clause: True).status

    days = ["2007-03-22", "2007-03-21", "2007-03-20"]
    assert [status(born) for born in days] == ["notMet", "unknown", "met"]
    assert status(datetime.date(2007, 3, 20)) == "met"


def test_what_is_sensitive_is_asked_for_one_clause_and_kept_nowhere() -> None:
    question, asked = elector(), []

    def answer(clause: str) -> bool:
        asked.append(clause)
        return False

    person: dict[str, Any] = {"born": "1991-06-17", "answers": {"resident": True}}
    open_verdict = question.check(person)
    assert (open_verdict.status, [ask.path for ask in open_verdict.missing]) == (
        "unknown",
        ["answers.cn.urc.elector.rights"],
    )
    assert open_verdict.missing[0].sensitive
    refused = question.check(person, answer=answer)
    assert (refused.status, asked) == ("notMet", ["cn.urc.elector.rights"])
    assert all(clause.status is None for clause in refused.clauses)
    assert "1991" not in str(refused.to_dict())
    assert "1991" not in refused.explain().render("en") + repr(refused)
    # Somebody too young is not asked.
    asked.clear()
    assert question.check({"born": "2010-01-01", "answers": {"resident": True}}, answer=answer).status == "notMet"
    assert asked == []
    with pytest.raises(sq.ParticipationError) as caught:
        question.check({"answers": {"political-rights": True, "owner": True}})
    assert [fault.code for fault in caught.value.faults] == ["eligibility-not-asked", "eligibility-sensitive-kept"]
    with pytest.raises(ZeroDivisionError):
        question.check(person, answer=lambda _clause: 1 // 0 == 0)
    with pytest.raises(TypeError):
        question.check(person, answer=lambda _clause: "yes")


def test_the_law_of_2026_answers_unknown() -> None:
    verdict = sq.Eligibility(sq.packs.cn.at("2026-01-01"), "villagers.elector").check({"answers": {"resident": True}})
    assert (verdict.status, verdict.missing) == ("unknown", [])
    assert {clause.reason for clause in verdict.clauses} == {"unread"}
    assert verdict.day == datetime.date(2026, 1, 1)
    assert verdict.label.en
    assert verdict.cautions == []


def test_a_roll_gives_counts_and_open_rows() -> None:
    rows = [
        {"key": "kA", "born": "1990-01-01", "resident": True},
        {"key": "kB", "born": "2010-01-01", "resident": True},
        {"key": "kC", "born": None, "resident": True},
    ]
    roll = elector().roll(rows, answer=lambda _row, _clause: True)
    assert (roll.rows, roll.met, roll.not_met, roll.unknown) == (3, 1, 1, 1)
    assert [(row.row, row.ask) for row in roll.open] == [(2, ["person.born"])]
    assert [(ask.path, ask.rows) for ask in roll.asks] == [("person.born", 1)]
    assert "kA" not in str(roll.to_dict())
    assert roll.explain().adds_up()
    with pytest.raises(sq.ShequError) as caught:
        elector().roll([{"key": "a", "political-rights": True}])
    assert caught.value.code == "eligibility-sensitive-kept"


def test_one_represents_a_household() -> None:
    question = sq.Eligibility(sq.packs.cn.at(DAY), "residents.assembly.household")
    rows = [{"key": k, "household": h, "household-representative": True} for k, h in ["a1", "b1", "c2"]]
    roll = question.roll(rows)
    assert (roll.met, roll.unknown) == (1, 2)
    assert roll.households is not None
    assert (roll.households.households, roll.households.with_one, roll.households.with_several) == (2, 1, 1)


def test_a_clause_may_count_to_another_day() -> None:
    pack = sq.Pack.from_dict(
        {
            "format": "shequ.pack/1",
            "id": "own",
            "label": "own",
            "layer": "by-law",
            "read_on": "2026-01-01",
            "instruments": [{"id": "b", "title": "by-law", "from": "2000-01-01"}],
            "clauses": [
                {
                    "id": "own.age",
                    "instrument": "b",
                    "certainty": "text",
                    "label": "age",
                    "predicate": {"is": "age", "years": 18, "on": "poll", "full": "day-after"},
                }
            ],
            "questions": [{"id": "own.vote", "label": "vote", "require": "own.age"}],
        }
    )
    rules = sq.Packs([pack]).at("2025-01-01")

    def status(poll: str) -> str:
        return sq.Eligibility(rules, "own.vote", days={"poll": poll}).check({"born": "2007-03-21"}).status

    assert [status(day) for day in ("2025-03-20", "2025-03-21", "2025-03-22")] == ["notMet", "notMet", "met"]
    asked = sq.Eligibility(rules, "own.vote").check({"born": "2007-03-21"}).missing
    assert [ask.path for ask in asked] == ["days.poll"]


def test_heads_as_the_court_counts_them() -> None:
    owners = sq.Owners.from_dict(
        {
            "format": "shequ.owners/1",
            "units": [
                {"key": "1", "owners": ["x", "y"]},
                {"key": "2", "owners": ["y", "x"]},
                {"key": "3", "developer": "unsold"},
                {"key": "4", "owners": ["z"], "developer": "undelivered"},
            ],
        }
    )
    count = owners.heads(sq.packs.cn.at("2026-03-01"), "cn.spc.9")
    assert (count.units, count.heads, count.co_owned, count.unsold, count.undelivered) == (4, 2, 2, 1, 1)
    assert (count.several, count.units_of_several, count.overlapping) == (1, 2, 0)
    assert count.explain().adds_up()
    assert count.cautions == []
    assert sq.is_near_relative("daughters-child")
    assert not sq.is_near_relative("in-law")
    with pytest.raises(sq.ParticipationError):
        sq.is_near_relative("friend")


def test_shares_of_a_representatives_assembly() -> None:
    rules = sq.packs.cn.at("2025-06-01")

    def status(women: int) -> str:
        body = sq.Body.from_dict(
            {
                "format": "shequ.body/1",
                "id": "b",
                "label": "村民代表会议",
                "layer": "decision",
                "composed": "representatives",
                "questions": ["villagers.representatives.composition"],
                "numbers": {"members": 30, "representatives": 24, "women": women},
            }
        )
        view = body.at(rules)
        # The same by fractions.
        assert (view.status == "met") == (Fraction(women, 30) >= Fraction(1, 3))
        assert view.explain().render("zh")
        return view.status

    assert [status(women) for women in (9, 10, 11)] == ["notMet", "met", "met"]


@pytest.fixture
def organisation() -> sq.Organisation:
    return sq.Organisation.from_dict(
        {
            "format": "shequ.organisation/1",
            "title": "示例",
            "units": [
                {"key": "c", "kind": "community", "name": "社区"},
                {"key": "b", "kind": "party-branch", "name": "党支部", "parent": "c"},
                {"key": "s", "kind": "supervision-committee", "name": "议事监督委员会", "parent": "c"},
                {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"},
                {"key": "j", "kind": "joint-conference", "name": "联席会"},
            ],
            "posts": [
                {"key": "s1", "unit": "s", "title": "委员", "capacity": 2},
                {"key": "r1", "unit": "r", "title": "委员", "capacity": 3},
            ],
            "holders": [{"key": "h1"}, {"key": "h2"}],
            "holdings": [
                {"post": "s1", "holder": "h1"},
                {"post": "r1", "holder": "h1"},
                {"post": "r1", "holder": "h2"},
            ],
            "sessions": [{"unit": "j", "day": "2024-02-20"}],
        }
    )


def test_bodies_of_an_organisation(organisation: sq.Organisation) -> None:
    snapshot = organisation.at("2024-10-01")
    assert sq.shared_holders(snapshot, "s", "r") == (1, 1)
    counts = sq.roster_counts(snapshot, "c")
    assert (counts.places, counts.heads, counts.vacant) == (3, 2, 1)
    assert "h1" not in str(counts.to_dict())
    duties = sq.Duties.from_dict(
        {
            "format": "shequ.duties/1",
            "title": "职责",
            "duties": [
                {"key": key, "label": key, "each": "community"}
                for key in ("leadership", "decision", "supervision", "execution", "reporting")
            ],
            "assignments": [
                {"duty": duty, "unit": unit}
                for duty, unit in [
                    ("leadership", "b"),
                    ("decision", "s"),
                    ("supervision", "s"),
                    ("execution", "r"),
                    ("reporting", "r"),
                ]
            ],
        }
    )
    view = sq.Layers.template().at(snapshot, duties)
    assert (view.complete, view.rows[0].status) == (1, "met")
    assert [cell.done for cell in view.rows[0].layers][0] == ["leadership"]
    assert all(not cell.elsewhere for cell in view.rows[0].layers)
    charter = {
        "format": "shequ.joint-charter/1",
        "conference": "j",
        "title": "章程",
        "equal": True,
        "voluntary": True,
        "by_consultation": True,
        "goals": {"strengths": "a", "resources": "b", "activities": "c", "work": "d"},
        "every": "quarter",
        "from": "2024-01-01",
    }
    joint = sq.JointCharter.from_dict(charter)
    assert joint.of(snapshot).missed == ["2024-Q2", "2024-Q3"]
    assert joint.at("2024-03-31").status == "met"
    assert joint.at("2024-04-01").missed == ["2024-Q1"]


def test_answers_are_due(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text(
        'format = "shequ.consultations/1"\nbody = "d"\nlabel = "协商"\nanswer = { n = 3, unit = "working-day" }\n'
        '[[matters]]\nkey = "m"\nday = "2025-04-28"\nto = "office"\n',
        encoding="utf-8",
    )
    consultations = sq.Consultations.load(path)
    assert consultations.at("2025-05-07").status == "unknown"
    view = consultations.at("2025-05-07", calendar=sq.Calendar.cn())
    assert (view.accepted, view.partly, view.declined) == (0, 0, 0)
    assert (view.advisory, view.answers.overdue, view.overdue[0].due) == (True, 1, datetime.date(2025, 5, 6))
    inputs = sq.Inputs.from_dict(
        {
            "format": "shequ.inputs/1",
            "label": "意见",
            "answer": {"n": 10, "unit": "day"},
            "inputs": [
                {"key": "1", "day": "2025-04-01", "kind": "opinion", "voice": "resident", "about": "plan"},
                {"key": "2", "day": "2025-04-01", "kind": "report", "voice": "unit"},
            ],
        }
    )
    assert [inputs.at(day).answers.overdue for day in ("2025-04-11", "2025-04-12")] == [0, 2]
    assert (inputs.at("2025-04-02").residents, inputs.at("2025-04-02", about="plan").residents) == (Fraction(1, 2), 1)
