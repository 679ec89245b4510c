"""Meetings through the built package: called, attended, voted, recorded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shequ as sq

BASE = Path(__file__).resolve().parents[2] / "tests" / "bad" / "base" / "meeting.json"


def meeting(**changes: object) -> sq.Meeting:
    return sq.Meeting.from_dict(json.loads(BASE.read_text(encoding="utf-8")) | changes)


def test_a_meeting_says_what_it_decided_and_why() -> None:
    held = meeting()
    assert (held.id, str(held.day), held.label.en) == ("owners-2026-03", "2026-03-16", "owners' assembly")
    result = held.result(sq.packs.cn)
    assert result.status == "met"
    assert [check.check for check in result.checks] == ["petition", "notice"]
    assert result.unchecked == ["convening", "proxies", "quorum"]
    roof, lift, gate = result.items
    assert [item.item for item in result.items] == ["roof", "lift", "gate"]
    assert roof.motion is not None and "roof" in roof.motion.en and gate.motion is None
    assert (roof.status, roof.adopted, roof.fallen) == ("met", [], [])
    assert [vote.amendment for vote in roof.polls] == ["tiles", None]
    assert roof.polls[1].clauses[0].sides is not None
    # The clause that is named gives the chair no casting vote; what is asked here is only who took part.
    assert (lift.polls[0].tie, lift.polls[0].casting) == (True, "notMet")
    assert gate.polls[0].committed is not None and gate.polls[0].committed.units == 3
    assert (len(gate.polls[0].committed.root), gate.polls[0].committed.split_heads) == (64, 0)
    public = json.dumps(held.public(), default=str)
    assert "salt" not in public and "g1" not in public
    assert "2026-03-01" in result.explain().render("en")
    assert "roof" in result.minutes("en")
    assert result.after[0].status == "met" and result.missing == [] and result.void == []
    assert result.to_dict()["status"] == "met"


def test_a_short_notice_voids_it_and_a_missing_day_is_asked() -> None:
    late = meeting(days={"notice": "2026-03-02"}).result(sq.packs.cn.at("2026-03-16"))
    assert late.status == "notMet"
    assert (late.void[0].check, late.void[0].clause) == ("notice", "cn.bj.pm.35.74")
    assert late.void[0].citation is not None and late.void[0].citation.article == "35"
    asked = meeting(days={}).result(sq.packs.cn)
    assert (asked.status, asked.missing) == ("unknown", ["days.notice"])


def test_a_record_verifies_by_its_packs_alone_and_a_changed_number_shows() -> None:
    held = meeting()
    record = held.result(sq.packs.cn).record()
    plain = record.to_dict()
    text = json.dumps(plain, default=str)
    assert "g1" not in text and "00112233" not in text
    again = sq.MeetingRecord.from_dict(plain)
    assert again.verify(sq.packs.cn).ok
    assert again.verify(sq.packs.cn, calendar=sq.Calendar.cn()).ok
    assert again.is_of(held) and again.digest == record.digest
    changed = json.loads(text)
    changed["meeting"]["attendance"]["heads"]["in_person"] += 1
    found = sq.MeetingRecord.from_dict(changed).verify(sq.packs.cn)
    assert not found.ok and found.differs[0].what == "record"


def test_an_owner_can_show_one_unit_of_a_roll_call() -> None:
    held = meeting()
    record = held.result(sq.packs.cn).record()
    opening = held.open_unit("gate", "2")
    assert record.verify_opening("gate", opening)
    lie = opening.to_dict()
    lie["unit"]["vote"] = "yes"
    assert not record.verify_opening("gate", sq.Opening.from_dict(lie))
    with pytest.raises(sq.ParticipationError) as caught:
        held.open_unit("roof", "2")
    assert caught.value.code == "vote-without-roll-call"


def test_a_delegation_circle_and_an_absent_proxy_are_refused_with_their_path() -> None:
    given = [{"giver": "a", "holder": "b"}, {"giver": "b", "holder": "a"}]
    with pytest.raises(sq.ParticipationError) as caught:
        meeting(proxies={"present": [], "given": given})
    assert (caught.value.code, caught.value.path) == ("delegation-circle", "meeting.proxies.given[0].holder")
    given = [{"giver": "a", "holder": "h"}, {"giver": "b", "holder": "h"}]
    with pytest.raises(sq.ParticipationError) as caught:
        meeting(proxies={"present": [], "given": given})
    assert (caught.value.code, caught.value.path) == ("proxy-for-absent-proxy", "meeting.proxies.given[0].holder")


def test_the_example_of_the_guide_runs() -> None:
    guide = (BASE.parents[3] / "docs" / "meetings.md").read_text(encoding="utf-8")
    code = guide.split("```python\n")[1].split("```")[0]
    exec(compile(code, "docs/meetings.md", "exec"), {})  # noqa: S102


def test_the_deadlines_of_a_meeting_are_due_on_their_days() -> None:
    timeline, gaps = meeting(days={}).timeline(sq.packs.cn.at("2026-03-16"))
    assert gaps == []
    first = timeline.next_steps("2026-02-20", sq.Calendar.cn())[0]
    assert (first.step, str(first.latest)) == ("notice", "2026-03-01")
