"""By-laws against the law, gaps, and what is let decide."""

from __future__ import annotations

from typing import Any

import pytest

import shequ as sq

BY_LAW = """
format = "shequ.pack/1"
id = "garden"
label = "Rules of the Garden Estate"
layer = "by-law"
read_on = "2026-01-01"
extends = ["cn.owners"]
instruments = [{ id = "rules", title = "Rules", from = "2024-01-01" }]
[[clauses]]
id = "cn.cc.278.part.heads"
instrument = "rules"
article = "4"
certainty = "text"
label = "quorum"
threshold = { part = "present", base = "entitled", measure = "heads", comparison = "at-least", share = "1/2" }
"""


def test_a_by_law_below_the_law_is_shown_by_its_smallest_counterexample() -> None:
    findings = sq.packs.cn.at("2026-03-01").lint(sq.Pack.parse(BY_LAW))
    refused = next(f for f in findings if f.question == "owners.participation" and f.kind == "refused")
    assert refused.text.en.startswith("with 2 heads entitled and 1 present")
    assert refused.under == refused.question and "refused" in repr(refused)
    assert refused.clauses == ["cn.cc.278.part.heads"] and refused.example is not None
    with pytest.raises(sq.PackError) as caught:
        sq.Packs([*sq.packs.cn.packs, sq.Pack.parse(BY_LAW)])
    assert caught.value.code == "override-refused"


def test_an_example_can_be_and_a_moved_clause_is_found() -> None:
    rules = sq.packs.cn.at("2026-03-01")
    refused = next(f for f in rules.lint(sq.Pack.parse(BY_LAW)) if f.question == "owners.participation")
    # Where all of the area takes part, no owner is absent.
    assert "with 3 m² of area entitled and 2 present" in refused.text.en and refused.cautions == []
    moved = BY_LAW.split("[[clauses]]")[0] + """
[[clauses]]
id = "cn.cc.277"
instrument = "rules"
article = "1"
certainty = "text"
label = "assembly"
provision = "there is no assembly"
"""
    (found,) = rules.accepting_secondary().lint(sq.Pack.parse(moved))
    assert (found.question, found.kind, [c.code for c in found.cautions]) == ("cn.cc.277", "refused", ["secondary"])
    dangling = BY_LAW.split("[[clauses]]")[0] + '[[questions]]\nid = "q"\nlabel = "q"\nunder = "owners.all"\nrequire = "cn.cc.279"\n'
    with pytest.raises(sq.PackError) as caught:
        rules.lint(sq.Pack.parse(dangling))
    assert (caught.value.code, caught.value.path) == ("dangling-question", "garden.questions[0].under")


def test_a_pack_has_one_canonical_form() -> None:
    pack = sq.Pack.parse(BY_LAW)
    again = sq.Pack.parse(pack.canonical())
    assert (again.digest, again.canonical()) == (pack.digest, pack.canonical())
    assert pack.canonical().startswith('{"clauses":[{"article":"4",')


def test_the_days_on_which_nobody_knows_the_law_are_named() -> None:
    (gap,) = sq.packs.cn.gaps("cn.vc.assembly.quorum", since="2025-01-01", until="2027-01-01")
    assert (gap.since.isoformat(), gap.until.isoformat(), gap.reason) == ("2026-01-01", "2027-01-01", "unread")


def test_undated_clauses_decide_for_who_accepts_them() -> None:
    rules = sq.packs.gb.at("2026-03-01")
    facts = {"heads": {"entitled": 10, "present": 4}, "numbers": {"seats": 10}}
    assert rules.decide("parish.council.quorum", facts).status == "unknown" and not rules.accepts_undated
    verdict = rules.accepting_undated().decide("parish.council.quorum", facts)
    assert (verdict.status, verdict.unused) == ("met", ["numbers.seats"])
    assert {c.code for c in verdict.cautions} == {"undated", "excerpt"}


def test_a_rule_whose_law_above_is_another_since_decides_with_a_caution() -> None:
    heads = {"entitled": 400, "present": 201}
    facts = {"heads": heads, "numbers": {"ballots-returned": 201, "voters-taking-part": 201}}
    before, after = sq.packs.cn.at("2025-12-31"), sq.packs.cn.at("2026-01-01")
    assert (before.decide("shanghai.villagers.poll", facts).status, before.cautions("cn.sh.ve.19(1).88")) == ("met", [])
    verdict = after.decide("shanghai.villagers.poll", facts)
    assert (verdict.status, [c.code for c in verdict.cautions]) == ("met", ["law-changed", "law-changed"])
    assert "has changed since 2026-01-01" in verdict.explain().render("en")
    assert [c.code for c in after.cautions("cn.sh.ve.19(1).88")] == ["law-changed"]
    assert [c.code for c in after.ask("cn.sh.ve.19(1).88").cautions] == ["law-changed"]
    assert verdict.record().verify(sq.packs.cn).ok
    procedure, _ = sq.Procedure.of_clause(after, "cn.sh.ve.procedure", "stand")
    assert {c.code for c in procedure.cautions(after)} == {"law-changed"}
    assert procedure.cautions(before) == []
    with pytest.raises(sq.PackError) as caught:
        after.cautions("cn.none")
    assert caught.value.code == "unknown-clause"


def test_the_chair_breaks_a_tie() -> None:
    rules = sq.packs.gb.at("2026-03-01").accepting_undated()
    tie: dict[str, Any] = {"heads": {"entitled": 9, "present": 6, "yes": 3, "no": 3}}
    hows: list[dict[str, Any]] = [{}, {"casting": "yes"}, {"casting": "no"}]
    found = [rules.decide("parish.council.decision", tie | how) for how in hows]
    assert [verdict.status for verdict in found] == ["notMet", "met", "notMet"]
    assert [verdict.casting for verdict in found] == [None, "met", "met"]
    assert "a tie, and the chair has a casting vote" in found[1].explain().render("en")
    assert found[1].record().verify(sq.packs.gb).ok
    with pytest.raises(sq.ParticipationError) as caught:
        rules.decide("parish.council.decision", {"heads": tie["heads"] | {"no": 2}, "casting": "yes"})
    assert (caught.value.code, caught.value.path) == ("casting-vote-without-tie", "facts.casting")
    with pytest.raises(sq.ParticipationError) as caught:
        rules.decide("parish.council.quorum", tie | {"casting": "yes"})
    assert (caught.value.code, caught.value.path) == ("question-without-casting-vote", "facts.casting")


def test_the_villagers_assembly_names_its_body() -> None:
    rules = sq.packs.cn.at("2025-06-01")
    heads = {"entitled": 150, "present": 80, "yes": 41}

    def decide(**rest: Any) -> sq.Verdict:
        return rules.decide("villagers.assembly.resolution", {"heads": heads, **rest})

    assert (decide().status, decide().missing[0]) == ("unknown", "body")
    assert decide(body="villagers").status == "met"
    households = decide(body="household-representatives")
    assert (households.status, households.missing) == ("unknown", ["households.entitled", "households.present"])
    counted = [{"entitled": 150, "present": n} for n in (99, 100)]
    assert [decide(body="household-representatives", households=c).status for c in counted] == ["notMet", "met"]


def test_a_sensitive_answer_is_kept_nowhere() -> None:
    rules = sq.packs.cn.at("2026-03-01")
    assert rules.decide("party.voter", {}).status == "unknown"
    verdict = rules.decide("party.voter", {}, answers={"cn.cpc.voters": True})
    assert verdict.status == "met"
    with pytest.raises(sq.ParticipationError):
        verdict.record()
    with pytest.raises(sq.ParticipationError) as caught:
        rules.decide("party.voter", {}, answers={"cn.cpc.voter": True})
    assert (caught.value.code, caught.value.path) == ("private-answer-not-asked", "answers.cn.cpc.voter")


def test_deadlines_and_a_calendar() -> None:
    rules = sq.packs.cn.at("2024-06-01").with_calendar(sq.Calendar.cn())
    days = {"notice": "2024-06-01", "meeting": "2024-06-16"}
    assert rules.decide("property.notice", {"days": days}).status == "met"
    late = rules.decide("property.notice", {"days": {**days, "notice": "2024-06-02"}})
    found = late.clauses[0].found
    assert late.status == "notMet" and found is not None and found.en == "2024-06-02, allowed ... to 2024-06-01"


def test_the_packs_of_other_countries_decide_at_their_numbers() -> None:
    assert (sq.Packs.de().ids, sq.Packs.gb().ids) == (["de.weg"], ["gb.parish"])
    assert (sq.Packs.us().ids, sq.Packs.pl().ids) == (["us.ca-cid"], ["pl.budget"])
    # WEG, 23(3): a circular resolution needs every owner. The Polish act of self-government, 5a(5): half a hundredth of what is spent.
    circular = [sq.packs.de.at("2026-03-01").decide("weg.circular", {"heads": {"entitled": 7, "yes": n}}).status for n in (6, 7)]
    assert circular == ["notMet", "met"]
    spent = {"expenditure": 1_000_000}
    size = [sq.packs.pl.at("2026-03-01").decide("pl.budget.size", {"numbers": spent | {"budget": n}}).status for n in (4_999, 5_000)]
    assert size == ["notMet", "met"]
    # Nobody noted since when the Californian clause is in force.
    us = sq.packs.us.at("2026-03-01").decide("ca.board.election", {})
    assert (us.status, us.clauses[0].reason) == ("unknown", "undated")


WORKING_DAYS = """
format = "shequ.pack/1"
id = "days"
label = "days"
layer = "charter"
read_on = "2026-01-01"
instruments = [{ id = "c", title = "Charter", from = "2020-01-01" }]
[[clauses]]
id = "d.posting"
instrument = "c"
certainty = "text"
label = "posted within three working days"
deadline = { event = "publication", anchor = "meeting", when = "at-most-after", n = 3, unit = "working-day" }
consequence = "the decision is void"
[[clauses]]
id = "d.procedure"
instrument = "c"
certainty = "text"
label = "procedure"
procedure = [{ event = "meeting" }, { event = "publication", clauses = ["d.posting"] }]
[[questions]]
id = "d.posted"
label = "posted?"
require = "d.posting"
"""


def test_a_record_that_counted_working_days_names_the_calendar() -> None:
    packs, calendar = sq.Packs([sq.Pack.parse(WORKING_DAYS)]), sq.Calendar.cn()
    facts = {"days": {"meeting": "2025-09-29", "publication": "2025-10-09"}}
    record = packs.at("2025-10-09").with_calendar(calendar).decide("d.posted", facts).record()
    held: Any = record.to_dict()["calendar"]
    assert held == {
        "key": "cn",
        "from": "2025-09-29",
        "until": "2025-10-11",
        "digest": calendar.digest("2025-09-29", "2025-10-11"),
    }
    assert record.verify(packs, calendar=calendar).ok
    other = sq.Calendar.from_dict({"format": "shequ.calendar/1", "key": "own", "weekend": [6, 7], "years": [{"year": 2025}]})
    assert record.verify(packs, calendar=other).differs[0].what == "calendar"
    assert record.verify(packs).differs[0].what == "calendar"


def test_a_procedure_has_the_consequence_that_its_clause_says() -> None:
    rules = sq.Packs([sq.Pack.parse(WORKING_DAYS)]).at("2025-10-09")
    procedure, gaps = sq.Procedure.of_clause(rules, "d.procedure", "stand")
    steps: Any = procedure.to_dict()["steps"]
    assert gaps == [] and [step["key"] for step in steps] == ["meeting", "publication"]
    assert "consequence" not in steps[0] and steps[1]["consequence"]["clause"] == "d.posting"
