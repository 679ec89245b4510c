"""The corpus of inputs that must be refused (`tests/bad`): each with its code and path, the same in every language."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shequ as sq

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "bad"
CASES = tomllib.loads((CORPUS / "manifest.toml").read_text(encoding="utf-8"))["case"]


def text(name: str) -> str:
    return (CORPUS / name).read_text(encoding="utf-8")


READERS: dict[str, Callable[[dict[str, Any]], object]] = {
    "calendar": lambda case: sq.Calendar.parse(text(case["file"])),
    "log": lambda case: sq.Log.parse(text(case["file"])),
    "organisation": lambda case: sq.Organisation.parse(text(case["file"])),
    "saved": lambda case: sq.Organisation.from_bytes((CORPUS / case["file"]).read_bytes()),
    "sightings": lambda case: sq.Sightings.parse(text(case["file"])),
    "event": lambda case: sq.Organisation.parse(text(case["with"])).apply(json.loads(text(case["file"]))),
    "popolo": lambda case: sq.Organisation.from_popolo(json.loads(text(case["file"]))),
    "quotas": lambda case: sq.QuotaPlan.parse(text(case["file"])),
    "liaison": lambda case: sq.LiaisonPlan.parse(text(case["file"])),
    "cooperation": lambda case: sq.Cooperation.parse(text(case["file"])),
    "directory": lambda case: sq.Directory.parse(text(case["file"])),
    "sectors": lambda case: sq.Sectors.parse(text(case["file"])),
    "duties": lambda case: sq.Duties.parse(text(case["file"])),
    "notes": lambda case: sq.Notes.parse(text(case["file"])),
    "activities": lambda case: sq.Activities.parse(text(case["file"])),
    "receipt": lambda case: sq.ActivityReceipt.parse(text(case["file"])),
    "pack": lambda case: sq.Pack.parse(text(case["file"])),
    "packs": lambda case: sq.Packs([*sq.packs.cn.packs, sq.Pack.parse(text(case["file"]))]),
    "election-rules": lambda case: sq.ElectionRules.parse(text(case["file"])),
    "election": lambda case: sq.Election.parse(text(case["file"])),
    "procedure": lambda case: sq.Procedure.parse(text(case["file"])),
    "timeline": lambda case: sq.Timeline.parse(text(case["file"])),
    "selection": lambda case: sq.Selection.parse(text(case["file"])),
    "facts": lambda case: sq.Facts.parse(text(case["file"])),
    "meeting": lambda case: sq.Meeting.parse(text(case["file"])),
    "owners": lambda case: sq.Owners.parse(text(case["file"])),
    "body": lambda case: sq.Body.parse(text(case["file"])),
    "consultations": lambda case: sq.Consultations.parse(text(case["file"])),
    "inputs": lambda case: sq.Inputs.parse(text(case["file"])),
    "joint-charter": lambda case: sq.JointCharter.parse(text(case["file"])),
    "layers": lambda case: sq.Layers.parse(text(case["file"])),
    "decide": lambda case: sq.packs.cn.at(case["day"]).decide(case["question"], sq.Facts.parse(text(case["file"]))),
    "scheme": lambda case: sq.Scheme.parse(text(case["file"])),
    "cells": lambda case: sq.Scheme.parse(text(case["with"])).evaluate(json.loads(text(case["file"]))),
    "appraisal": lambda case: sq.Appraisal.parse(text(case["file"])),
    "cascade": lambda case: sq.Cascade.parse(text(case["file"])),
    "letters": lambda case: sq.Letters.parse(text(case["file"])),
    "sets": lambda case: sq.SchemeSets.parse(text(case["file"])),
    "campaigns": lambda case: sq.Campaigns.parse(text(case["file"])),
    "practices": lambda case: sq.Practices.parse(text(case["file"])),
    "standards": lambda case: sq.Standards.parse(text(case["file"])),
    "evidence": lambda case: sq.EvidenceLedger.parse(text(case["file"])),
    "retrospectives": lambda case: sq.Retrospectives.parse(text(case["file"])),
    "boards": lambda case: sq.Boards.parse(text(case["file"])),
    "index": lambda case: sq.Index.parse(text(case["file"])),
    "index-cells": lambda case: sq.Index.parse(text(case["with"])).evaluate(json.loads(text(case["file"]))["rows"]),
    "territory": lambda case: sq.Territory.parse(text(case["file"])),
    "plan": lambda case: sq.Plan.parse(text(case["file"])),
    "check": lambda case: sq.Territory.parse(text(case["with"])).check(sq.Plan.parse(text(case["file"]))),
}


def test_the_corpus_is_not_small() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["file"]))
def test_refused_with_code_and_path(case: dict[str, Any]) -> None:
    if case["reader"] == "logged":
        # Nothing is raised: the check names the fault, and what is good stands.
        _, check = sq.Organisation.parse_logged(text(case["file"]), text(case["with"]))
        assert check.broken is not None and not check.intact
        assert (check.broken.code, check.broken.path) == (case["code"], case["path"])
        return
    with pytest.raises(sq.ShequError) as caught:
        READERS[case["reader"]](case)
    assert (caught.value.code, caught.value.path) == (case["code"], case["path"])


def test_the_documents_that_cases_are_made_from_are_sound() -> None:
    sq.Organisation.parse(text("base/organisation.json")).apply(json.loads(text("base/event.json")))
    sq.QuotaPlan.parse(text("base/quotas.json")).allot()
    sq.LiaisonPlan.parse(text("base/liaison.json"))
    sq.Cooperation.parse(text("base/cooperation.json"))
    sq.Directory.parse(text("base/directory.json"))
    sq.Sectors.parse(text("base/sectors.json"))
    sq.Duties.parse(text("base/duties.json"))
    sq.Notes.parse(text("base/notes.json"))
    sq.Scheme.parse(text("base/scheme.json")).evaluate(json.loads(text("base/cells.json")))
    for name in "appraisal cascade letters sets campaigns practices standards evidence retrospectives boards".split():
        READERS[name]({"file": f"base/{name}.json"})
    for name in "election-rules election procedure timeline selection".split():
        READERS[name]({"file": f"base/{name}.json"})
    for name in ("index", "index-min-max", "index-log"):
        READERS["index-cells"]({"file": "base/index-cells.json", "with": f"base/{name}.json"})
    sq.Territory.parse(text("base/territory.json")).check(sq.Plan.parse(text("base/plan.json")))
    meeting = sq.Meeting.parse(text("base/meeting.json"))
    meeting.result(sq.packs.cn.at(meeting.day))
    sq.packs.cn.at("2025-06-01").decide("residents.assembly.resolution", sq.Facts.parse(text("base/facts.json")))
    sq.Packs([*sq.packs.cn.packs, sq.Pack.parse(text("base/pack.toml"))])
    sq.Calendar.parse(text("base/calendar.json"))
