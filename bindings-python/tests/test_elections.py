"""Elections: the run of Licheng from roll to record, the lot by hand, recall, and a second count in plain Python."""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import json
import random
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import shequ as sq
from conftest import PROFILE

ROOT = Path(__file__).resolve().parents[2]
LICHENG = ROOT / "examples" / "licheng" / "year" / "election" / "run.toml"
CASES = 10_000 if PROFILE == "full" else 300


def base(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((ROOT / "tests" / "bad" / "base" / f"{name}.json").read_text(encoding="utf-8"))
    return document


@pytest.fixture(scope="module")
def run() -> sq.Election:
    return sq.Election.load(LICHENG)


def test_licheng_from_roll_to_record(run: sq.Election) -> None:
    assert (run.id, run.on_roll, run.rules.id) == ("licheng-07-2025", (1201, 1201), "villagers-2018")
    result = run.result()
    # By hand: 810 took part in the first poll, so 406 yes are needed.
    first = result.polls[0]
    votes = {c.candidate: c.yes for c in first.candidates}
    assert votes == {"甲": 670, "丙": 590, "乙": 500, "丁": 400, "己": 400, "戊": 390, "庚": 200, "辛": 80}
    assert (first.kind, first.day, first.seats, first.status) == ("first", dt.date(2025, 6, 15), 5, "valid")
    kinds = first.ballots
    assert kinds is not None
    assert (kinds.marked, kinds.blank, kinds.over_full, kinds.spoiled) == (770, 30, 6, 2)
    jia, xin = (next(c for c in first.candidates if c.candidate == key) for key in "甲辛")
    assert (jia.no, jia.abstain, jia.place, jia.outcome, jia.write_in) == (100, 30, 1, "elected", False)
    assert (xin.write_in, xin.outcome, jia.place_margin) == (True, "not-elected", None)
    ding = next(c for c in first.candidates if c.candidate == "丁").win
    assert (ding.check, ding.text, ding.margin, ding.added, ding.status) == ("win", "2 × 400 <= 810", 6, 11, "notMet")
    assert (ding.clause, ding.label.en) == ("cn.vc.elected", "votes")
    turnout = next(c for c in first.checks if c.check == "turnout")
    assert (turnout.status, turnout.text) == ("met", "2 × 810 > 1201")
    # The rerun leaves a tie, the revote again, the lot decides.
    assert [(e.candidate, e.poll, e.by) for e in result.elected] == [
        ("甲", 0, "votes"),
        ("丙", 0, "votes"),
        ("乙", 0, "votes"),
        ("丁", 1, "votes"),
        ("戊", 2, "lot"),
    ]
    assert result.elected[0].yes == 670
    assert (result.election, result.label.en, result.state) == ("licheng-07-2025", "members of the committee", "complete")
    assert (result.seats, result.open_seats, result.missing, result.cautions) == (5, 0, [], [])
    assert (result.next.what, result.next.must, result.list_checks[0].status) == ("nothing", False, "met")
    assert result.term is not None
    assert (result.term.since, result.term.until) == (dt.date(2025, 7, 1), dt.date(2030, 7, 1))
    words = result.explain().render("en")
    assert "2 × 500 > 810" in words and "mod 2 = " in words
    assert "第15条第2款" in result.explain(sq.packs.cn.at("2025-06-15")).render("zh")
    assert result.to_dict()["polls"][1]["tie"]["candidates"] == ["己", "戊"]
    assert repr(result) == "<ElectionResult licheng-07-2025: complete; elected: 甲, 丙, 乙, 丁, 戊>"
    assert result.next_in_order() == [] and "<details" in result._repr_html_()


def test_what_follows_each_poll(run: sq.Election) -> None:
    document = run.to_dict()
    assert document["format"] == "shequ.election/1" and sq.Election.from_dict(document).digest == run.digest

    def after(polls: int) -> sq.NextStep:
        return sq.Election.from_dict(document | {"polls": document["polls"][:polls], "challenges": []}).result().next

    assert after(0).what == "poll"
    rerun = after(1)
    assert (rerun.what, rerun.seats, rerun.candidates, rerun.must) == ("rerun", 2, ["丁", "己", "戊"], True)
    assert (rerun.by, rerun.clause) == (dt.date(2025, 7, 15), "cn.vc.rerun") and rerun.text.zh
    assert (after(2).what, after(2).seats, after(2).candidates) == ("revote", 1, ["己", "戊"])


def test_the_lot_can_be_drawn_by_hand(run: sq.Election) -> None:
    tie = run.result().polls[2].tie
    assert tie is not None
    assert (tie.candidates, tie.seats, tie.rule, tie.chosen) == (["己", "戊"], 1, "lot", ["戊"])
    seed = "2025-06-25 03 08 11 19 27 33"
    assert sq.draw_lot(seed, ["戊", "己"], 1) == tie.draws
    tied = [f"candidate-{n}" for n in range(40)]
    left, drawn = sorted(tied, key=str.encode), []
    text = "".join(f"{line}\n" for line in [seed, *left])
    for draw in sq.draw_lot(seed, tied[::-1], 7):
        digest = hashlib.sha256(f"{len(drawn) + 1}\n{text}".encode()).hexdigest()
        place = int(digest, 16) % len(left)
        assert (draw.draw, draw.digest, draw.remainder, draw.left) == (len(drawn) + 1, digest, place, len(left))
        drawn.append(left.pop(place))
        assert draw.drawn == drawn[-1]
    assert len(drawn) == 7
    with pytest.raises(sq.ParticipationError) as caught:
        sq.draw_lot("two\nlines", tied, 1)
    assert caught.value.code == "lot-seed"
    with pytest.raises(sq.ShequError) as caught_key:
        sq.draw_lot(seed, ["a", ""], 1)
    assert caught_key.value.path == "tied[1]"


def test_a_record_verifies_until_one_number_is_changed(run: sq.Election) -> None:
    record = run.result().record()
    document = record.to_dict()
    assert document["format"] == "shequ.election-record/1" and "patterns" not in sq.canonical(record)
    assert record.verify(run).ok and len(record.digest) == 64
    assert sq.ElectionRecord.from_dict(document).verify(run).ok
    assert sq.ElectionRecord.parse(json.dumps(document)).digest == record.digest
    forged = copy.deepcopy(document)
    forged["result"]["polls"][0]["candidates"][0]["yes"] += 1
    found = sq.ElectionRecord.from_dict(forged).verify(run)
    assert not found.ok and {d.what for d in found.differs} == {"record", "result"}
    other = copy.deepcopy(run.to_dict())
    other["polls"][0]["patterns"][4]["count"] -= 1
    other["polls"][0]["patterns"][7]["count"] += 1
    again = record.verify(sq.Election.from_dict(other))
    assert {d.what for d in again.differs} == {"run", "result"}
    assert record.verify(sq.Election.from_dict(run.to_dict() | {"salt": "0" * 32})).differs[0].what == "run"


def test_a_record_beside_the_law_names_its_packs(run: sq.Election) -> None:
    record = run.result().record(sq.packs.cn.at("2025-06-15"))
    pack = next(p for p in sq.packs.cn.packs if p.id == "cn.villagers")
    (named,) = record.to_dict()["packs"]
    assert (named["id"], named["digest"], named["read_on"]) == (pack.id, pack.digest, pack.read_on.isoformat())
    assert "packs" not in run.result().record().to_dict()
    assert record.verify(run).ok and sq.ElectionRecord.from_dict(record.to_dict()).verify(run).ok
    assert record.verify(run, packs=sq.packs.cn).ok
    assert [d.what for d in record.verify(run, packs=sq.packs.de).differs] == ["pack"]
    forged = record.to_dict()
    forged["packs"][0]["digest"] = "0" * 64
    assert [d.what for d in sq.ElectionRecord.from_dict(forged).verify(run).differs] == ["record"]


def test_rules_beside_the_law_of_a_day(run: sq.Election) -> None:
    rules = run.rules
    law = sq.packs.cn.at("2025-06-15")
    assert rules.label.en == "members of the committee" and "cn.vc.turnout" in rules.clauses
    assert rules.differs(law) == [] and rules.gaps(law) == [] and rules.cautions(law) == []
    assert rules.candidates(5) == (6, None)
    gaps = rules.gaps(sq.packs.cn.at("2026-01-01"))
    assert [g.clause for g in gaps] == rules.clauses and {g.reason for g in gaps} == {"unread"}
    document = rules.to_dict()
    document["term"]["years"] = 3
    (difference,) = sq.ElectionRules.from_dict(document).differs(law)
    assert (difference.clause, difference.says.en, difference.rules.en) == ("cn.vc.term", "5 years", "3 years")
    assert sq.ElectionRules.from_dict(rules.to_dict()).digest == rules.digest
    assert sq.ElectionRules.parse(json.dumps(base("election-rules"))).id == "committee"
    # Rules stand in a run as they are.
    whole = base("election") | {"rules": sq.ElectionRules.from_dict(base("election-rules"))}
    assert sq.Election.from_dict(whole).digest == sq.Election.parse(json.dumps(base("election"))).digest


def test_who_may_stand_is_counted_and_answers_are_dropped() -> None:
    document = base("election-rules")
    document["conditions"] = [{"clause": "age", "label": "of age"}, {"clause": "rights", "label": "may vote"}]
    rules = sq.ElectionRules.from_dict(document)
    asked = []

    def answer(who: str, clause: str) -> bool | None:
        asked.append((who, clause))
        return {"a": True, "b": False, "c": None}[who]

    admission = rules.admit(["a", "b", "c"], answer)
    assert (admission.admitted, admission.refused, admission.open) == (["a"], 1, 1)
    # Once one is refused, no further clause is asked.
    assert asked == [("a", "age"), ("a", "rights"), ("b", "age"), ("c", "age"), ("c", "rights")]

    def broken(who: str, clause: str) -> bool | None:
        raise KeyError(who)

    with pytest.raises(KeyError, match="a"):
        rules.admit(["a", "b"], broken)
    with pytest.raises(TypeError):
        rules.admit(["a"], lambda who, clause: "yes")  # type: ignore[arg-type, return-value]


def test_recall_by_petition_and_poll(run: sq.Election) -> None:
    rules = run.rules
    # A fifth of 1201 is 240.2.
    assert [rules.petition("voters", n, 1201).status for n in (240, 241)] == ["notMet", "met"]
    assert rules.petition("representatives", 10, 30).checks[0].clause == "cn.vc.recall.reps"
    with pytest.raises(sq.ParticipationError) as caught:
        rules.petition("council", 1, 1)
    assert (caught.value.code, caught.value.path) == ("recall-unknown-petitioner", "of")
    passed = rules.recall(roll=1201, voters=601, yes=301, no=300)
    assert passed.status == "met" and "2 × 301 > 601" in passed.explain().render("en")
    assert rules.recall(roll=1201, voters=600, yes=500, no=100).status == "notMet"
    assert rules.recall(roll=1201, yes=301, no=300).status == "unknown"
    with pytest.raises(sq.ParticipationError) as caught:
        rules.recall(roll=1201, voters=601, yes=400, no=300)
    assert caught.value.code == "more-votes-than-ballots"
    with pytest.raises(OverflowError):
        rules.recall(returned=-1)


def test_a_vacant_seat_goes_to_the_next_in_order() -> None:
    document = base("election")
    document["rules"] |= {"vacancy": {"fill": "next-in-order"}, "win": {}}
    result = sq.Election.from_dict(document).result()
    assert [e.candidate for e in result.elected] == ["a", "b"] and result.next_in_order() == ["c"]


def test_what_a_reader_must_know_is_said() -> None:
    document = base("election")
    del document["salt"]
    document["roll"]["objections"] = [{"filed": "2025-05-24"}]
    result = sq.Election.from_dict(document).result()
    assert {c.code for c in result.cautions} == {"objection-open", "run-without-salt"}
    assert all(c.text.zh for c in result.cautions)


def test_the_page_of_documentation_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "elections.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", page, re.M | re.S)
    monkeypatch.chdir(ROOT)
    code = code.replace("out/licheng.ics", str(tmp_path / "licheng.ics"))
    exec(compile(code, "elections.md", "exec"), {})
    out = capsys.readouterr().out
    assert "2 × 500 > 810" in out and "due 2025-05-26" in out
    assert (tmp_path / "licheng.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def plain_count(voters: int, share: Fraction, seats: int, tallies: dict[str, int]) -> tuple[set[str], set[str]]:
    """Those elected and those tied: the most votes first among those with more than the share of those who took part."""
    passed = {key: yes for key, yes in tallies.items() if yes and Fraction(yes, voters) > share}
    if len(passed) <= seats:
        return set(passed), set()
    line = sorted(passed.values(), reverse=True)[seats - 1]
    above = {key for key, yes in passed.items() if yes > line}
    on_it = {key for key, yes in passed.items() if yes == line}
    return (above | on_it, set()) if len(above) + len(on_it) == seats else (above, on_it)


def test_a_second_count_agrees() -> None:
    rng = random.Random(20260101)
    rules = base("election-rules") | {"shortfall": "leave-open", "turnout": None, "ties": ["casting-vote"]}
    del rules["turnout"], rules["revote_turnout"]
    rules["candidates"] = {"surplus": "any"}
    tied_runs = 0
    for case in range(CASES):
        seats, names = rng.randint(1, 3), "abcdef"[: rng.randint(1, 6)]
        share = Fraction(rng.randint(0, 4), 5)
        rules["win"] = {"share": {"base": "voters", "comparison": "more-than", "share": str(share)}}
        if share == 0:
            rules["win"] = {}
        ballots: dict[tuple[str, ...], int] = {}
        for _ in range(rng.randint(1, 8)):
            ballots[tuple(sorted(rng.sample(names, rng.randint(0, min(seats, len(names))))))] = rng.randint(0, 4)
        voters = sum(ballots.values())
        document = {
            "format": "shequ.election/1",
            "id": "random",
            "rules": rules,
            "seats": seats,
            "roll": {"voters": 100},
            "candidates": [{"key": key} for key in names],
            "polls": [
                {
                    "kind": "first",
                    "day": "2026-01-01",
                    "ballots": {"issued": voters, "returned": voters, "voters": voters},
                    "patterns": [{"yes": list(names), "count": count} for names, count in ballots.items()],
                }
            ],
        }
        tallies = {key: sum(count for names, count in ballots.items() if key in names) for key in names}
        elected, tied = plain_count(voters, share, seats, tallies)
        result = sq.Election.from_dict(document).result()
        assert {e.candidate for e in result.elected} == elected, (case, document)
        assert {c.candidate for c in result.polls[0].candidates if c.outcome == "tied"} == tied, (case, document)
        tied_runs += bool(tied)
    assert tied_runs > CASES // 50
