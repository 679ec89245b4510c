"""Staged selection: each stage at its numbers; persons are only counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import shequ as sq

BASE = Path(__file__).resolve().parents[2] / "tests" / "bad" / "base" / "selection.json"


def document(**run: Any) -> dict[str, Any]:
    """The base with its vote changed."""
    out: dict[str, Any] = json.loads(BASE.read_text(encoding="utf-8"))
    out["run"][0] |= run
    return out


NOTICE = {"stage": "notice", "from": "2026-03-03", "to": "2026-03-10", "entered": 2, "passed": 2, "responsible": "post-2"}


def test_how_far_it_has_come() -> None:
    selection = sq.Selection.load(BASE)
    assert (selection.id, selection.label.en) == ("secretaries-2026", "open selection")
    state = selection.state()
    assert (state.selection, state.status, state.next, state.left) == ("secretaries-2026", "unknown", "notice", 2)
    (vote,) = state.stages
    assert (vote.stage, vote.label.en, vote.status) == ("vote", "vote", "met")
    assert {c.check: c.text for c in vote.checks} == {
        "passed-within-most": "2 <= 2",
        "share": "2 × 6 > 10",
        "responsible": "post-1",
    }
    assert "2 × 6 > 10" in selection.explain().render("en") and "票决" in str(selection.explain())
    assert state.to_dict()["stages"][0]["checks"][1]["check"] == "share"
    again = sq.Selection.from_dict(selection.to_dict())
    assert again.digest == selection.digest != sq.Selection.from_dict(document(least_yes=7)).digest
    assert sq.Selection.parse(json.dumps(selection.to_dict())).digest == selection.digest
    assert repr(selection) == "<Selection secretaries-2026: 1 of 2 stages>" and "<details" in selection._repr_html_()


@pytest.mark.parametrize(
    ("vote", "notice", "status"),
    [
        ({}, {}, "met"),
        # Half of ten is not more than half.
        ({"least_yes": 5}, {}, "notMet"),
        # Three pass where two may.
        ({"passed": 3, "refused": 2}, {"entered": 3, "passed": 3}, "notMet"),
        # The notice stood six days; one entered who had not passed; nobody answers for it.
        ({}, {"to": "2026-03-09"}, "notMet"),
        ({}, {"entered": 3, "refused": 1}, "notMet"),
        ({}, {"responsible": None}, "notMet"),
        # An objection is open; the notice is not over; the votes of the last one are not known.
        ({}, {"objections_open": 1}, "unknown"),
        ({}, {"to": None}, "unknown"),
        ({"least_yes": None}, {}, "unknown"),
    ],
)
def test_each_number_decides_at_its_line(vote: dict[str, Any], notice: dict[str, Any], status: str) -> None:
    whole = document(**vote)
    whole["run"].append(NOTICE | notice)
    assert sq.Selection.from_dict(whole).state().status == status


def test_answers_about_persons_are_only_counted() -> None:
    whole = json.loads(BASE.read_text(encoding="utf-8"))
    stage = whole["stages"][0]
    stage["conditions"] = [{"clause": "age", "label": "of age"}, {"clause": "diploma", "label": "a diploma"}]
    selection = sq.Selection.from_dict(whole)
    answers = {("a", "age"): True, ("a", "diploma"): True, ("b", "age"): True, ("b", "diploma"): False}
    admission = selection.admit(stage["key"], ["a", "b", "c"], lambda who, clause: answers.get((who, clause)))
    assert (admission.admitted, admission.refused, admission.open) == (["a"], 1, 1)
    with pytest.raises(sq.ParticipationError, match="unknown-stage"):
        selection.admit("interview", ["a"], lambda who, clause: True)


def test_bad_input_is_told_with_its_place() -> None:
    with pytest.raises(sq.ParticipationError) as caught:
        sq.Selection.from_dict(document(stage="notice"))
    assert (caught.value.code, caught.value.path) == ("selection-stage-not-due", "selection.run[0].stage")
    assert caught.value.help
