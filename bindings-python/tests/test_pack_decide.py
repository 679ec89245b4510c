"""Rule packs and decisions."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
import shequ as sq

BY_LAW: dict[str, Any] = {
    "format": "shequ.pack/1",
    "id": "garden",
    "label": "Rules of the Garden Estate",
    "layer": "by-law",
    "read_on": "2026-01-01",
    "extends": ["cn.owners"],
    "instruments": [{"id": "rules", "title": "Rules", "from": "2024-01-01"}],
    "clauses": [
        {
            "id": "garden.notice",
            "instrument": "rules",
            "article": "4",
            "certainty": "text",
            "label": "notice",
            "days": 15,
        }
    ],
}


def test_the_packs_of_china() -> None:
    cn = sq.packs.cn
    assert {p.id for p in cn.packs} == set(cn.ids) == {
        "shequ.organisation",
        "cn.residents",
        "cn.villagers",
        "cn.owners",
        "cn.organisation",
        "cn.property",
        "cn.elections",
        "cn.party",
        "cn.beijing",
        "cn.shanghai",
    }
    assert "cn.urc.members" in cn.clauses and "owners.special" in cn.questions
    pack = next(p for p in cn.packs if p.id == "cn.residents")
    assert (pack.layer, len(pack.digest), isinstance(pack.read_on, dt.date)) == ("national-law", 64, True)
    assert pack.label.zh and pack.clauses and sq.digest(pack) == pack.digest
    assert repr(cn).startswith("<Packs shequ.organisation, cn.") and "<td>cn.owners</td>" in cn._repr_html_()
    assert repr(pack).startswith("<Pack cn.residents: ") and "<td>cn.urc.members</td>" in pack._repr_html_()
    assert sq.Packs.cn().clauses == cn.clauses
    assert [c.certainty for c in cn.versions("cn.urc.members")].count("unread") == 1


def test_a_question_on_two_days_gets_the_answers_of_two_laws() -> None:
    before, after = sq.packs.cn.at("2025-12-31"), sq.packs.cn.at(dt.date(2026, 1, 1))
    households = before.ask("cn.urc.size.households")
    assert households.status == "known" and households.says.en == "usually 100 to 700 households"
    assert households.citation is not None and households.citation.article == "6"
    assert households.until == "2026-01-01" and households.read_on is not None and households.pack == "cn.residents"
    new = after.ask("cn.urc.size.households")
    assert new.says.en == "usually 1000 to 3000 households" and new.since == "2026-01-01"
    assert new.citation is not None and new.citation.certainty == "excerpt"
    assert "art. 3" in new.citation.render("en") and "第3" in str(new.citation)
    assert new.citation.instrument.zh and new.citation.to_dict()["certainty"] == "excerpt"
    assert repr(new.citation).startswith("<Citation ")
    members = before.ask("cn.urc.members")
    assert members.says.en == "5 to 9 members" and members.explain().citation == members.citation
    assert members.content["range"]["least"] == 5
    unread = after.ask("cn.urc.members")
    assert (unread.status, unread.reason, unread.content) == ("unknown", "unread", None)
    assert unread.to_dict()["reason"] == "unread" and unread.day == dt.date(2026, 1, 1)
    assert unread.clause == "cn.urc.members" and unread.label is not None
    assert unread.note is None or unread.note.zh
    with pytest.raises(sq.PackError, match="unknown-clause"):
        after.ask("cn.urc.nothing")


def test_the_rules_of_a_day() -> None:
    rules = sq.packs.cn.at("2025-06-01")
    clause = rules.clause("cn.urc.members")
    assert (clause.id, clause.says.en, clause.certainty, clause.until) == (
        "cn.urc.members",
        "5 to 9 members",
        "text",
        "2026-01-01",
    )
    assert clause.label.zh and clause.citation.article == "7" and clause.content["range"]["most"] == 9
    assert clause.since is None or clause.since < "2025"
    assert clause.note is None or clause.note.zh
    assert rules.day == dt.date(2025, 6, 1) and len(rules.clauses) > 10
    assert rules.packs.clauses == sq.packs.cn.clauses
    assert not rules.accepts_secondary and rules.accepting_secondary().accepts_secondary
    assert "<td>cn.urc.members</td>" in rules._repr_html_()
    assert repr(rules).startswith("<Rules of 2025-06-01: ") and repr(clause).startswith("<Clause cn.urc.members: ")


def test_a_by_law_is_one_more_pack(tmp_path: Path) -> None:
    (tmp_path / "garden.json").write_text(json.dumps(BY_LAW), encoding="utf-8")
    for pack in (
        sq.Pack.from_dict(BY_LAW),
        sq.Pack.parse(json.dumps(BY_LAW)),
        sq.Pack.load(tmp_path / "garden.json"),
    ):
        packs = sq.Packs([*sq.packs.cn.packs, pack])
        assert packs.at("2024-06-01").ask("garden.notice").content == {"days": 15}
    with pytest.raises(sq.PackError, match="pack-missing"):
        sq.Packs([sq.Pack.from_dict(BY_LAW)])


# Six flats of 45.67 m2, four take part: exactly two thirds of the area, and that is a quorum.
FLATS: list[dict[str, Any]] = [
    {"key": f"1-{i}", "area": "45.67", "vote": "yes" if i < 4 else "absent"} for i in range(6)
]


@pytest.mark.parametrize(
    "units",
    [
        pytest.param(FLATS, id="rows"),
        pytest.param([{**f, "area": Decimal("45.67")} for f in FLATS], id="decimals"),
        pytest.param(pl.DataFrame(FLATS), id="polars"),
        pytest.param(pl.DataFrame(FLATS).with_columns(pl.col("area").cast(pl.Decimal(18, 2))), id="polars-decimal"),
        pytest.param(pd.DataFrame(FLATS), id="pandas"),
        pytest.param(sq.Table(FLATS), id="shequ"),
    ],
)
def test_exactly_two_thirds_is_a_quorum(units: Any) -> None:
    verdict = sq.decide(sq.packs.cn, "owners.ordinary", {"day": "2026-03-01", "units": units})
    assert verdict.status == "met"
    assert (verdict.question, verdict.day, verdict.missing) == ("owners.ordinary", dt.date(2026, 3, 1), [])
    sides = [c.sides for c in verdict.clauses if c.sides and c.sides.measure == "area"]
    assert sides[0] is not None and sides[0].text == "3 × 182.68 >= 2 × 274.02"
    assert (sides[0].part_value, sides[0].base_value) == (Decimal("182.68"), Decimal("274.02"))
    assert (sides[0].part, sides[0].base, sides[0].comparison) == ("present", "entitled", "at-least")
    assert sides[0].left == sides[0].right and sides[0].share == "2/3"
    assert "3 × 182.68 >= 2 × 274.02" in verdict.explain().render("en")
    assert "278" in str(verdict.explain())
    fewest = verdict.fewest_units()
    assert fewest is not None and (fewest.units, fewest.proven, fewest.to, fewest.at_least) == (1, True, "notMet", 1)


def test_a_verdict_shows_margins_cautions_and_clauses() -> None:
    verdict = sq.packs.cn.at("2026-03-01").decide("owners.special", {"units": FLATS})
    assert verdict.label.zh and verdict.clauses and set(verdict.margins) == {c.clause for c in verdict.clauses}
    margin = next(m for margins in verdict.margins.values() for m in margins)
    assert margin.kind in {"switched", "added"} and margin.to in {"met", "notMet"}
    assert isinstance(margin.amount, (int, Decimal))
    assert all(c.code and c.text.zh for c in verdict.cautions)
    clause = verdict.clauses[0]
    assert clause.status in {"met", "notMet"} and clause.reason is None and clause.label.zh and clause.citation
    assert verdict.to_dict()["status"] == verdict.status
    assert sq.digest(verdict) == sq.digest(verdict.to_dict())
    assert repr(verdict) == f"<Verdict owners.special on 2026-03-01: {verdict.status}>"
    assert verdict._repr_html_().startswith("<details open>")


def test_what_is_missing_is_asked_for() -> None:
    rules = sq.packs.cn.at("2025-06-01")
    verdict = rules.decide("residents.assembly.resolution", {"heads": {"entitled": 100, "present": 60}})
    assert (verdict.status, verdict.missing) == ("unknown", ["heads.yes"])
    settled = rules.decide("residents.assembly.resolution", {"heads": {"entitled": 100, "present": 50}})
    assert (settled.status, settled.missing) == ("notMet", [])
    assert settled.fewest_units() is None


def test_the_day_comes_from_the_facts_or_the_caller() -> None:
    facts = {"heads": {"entitled": 100, "present": 60, "yes": 31}}
    question = "residents.assembly.resolution"
    rules = sq.packs.cn.at("2025-06-01")
    for verdict in (
        sq.decide(sq.packs.cn, question, facts, day="2025-06-01"),
        sq.decide(rules, question, facts),
        sq.decide(sq.packs.cn.at("2020-01-01"), question, facts, day="2025-06-01"),
        sq.decide(sq.packs.cn, question, {**facts, "day": dt.date(2025, 6, 1)}),
        sq.packs.cn.decide(question, {**facts, "day": "2025-06-01"}),
        sq.decide(rules, question, sq.Facts.from_dict({"format": "shequ.facts/1", **facts})),
    ):
        assert (verdict.status, verdict.day) == ("met", dt.date(2025, 6, 1))
    with pytest.raises(sq.ParticipationError, match="facts-without-day"):
        sq.decide(sq.packs.cn, question, facts)
    with pytest.raises(sq.PackError, match="unknown-question"):
        sq.decide(rules, "what.is", facts)


@pytest.mark.parametrize(
    ("facts", "code", "path"),
    [
        ({"units": [{"key": "1", "area": 45.67, "vote": "yes"}]}, "float-refused", "facts.units[0].area"),
        ({"units": pl.DataFrame({"key": ["1"], "area": [45.67], "vote": ["yes"]})}, "float-refused", "facts.units[0].area"),
        ({"heads": {"present": 51, "yes": 52}}, "more-votes-than-present", "facts.heads.present"),
        ({"heads": {"yes": -1}}, "wrong-kind", "facts.heads.yes"),
        ({"head": {}}, "unknown-field", "facts.head"),
    ],
)
def test_bad_facts_are_refused_with_their_place(facts: Any, code: str, path: str) -> None:
    with pytest.raises(sq.ShequError) as caught:
        sq.decide(sq.packs.cn, "owners.ordinary", {"day": "2026-03-01", **facts})
    assert (caught.value.code, caught.value.path) == (code, path)


def test_the_help_of_a_refused_float_shows_the_line_that_mends_it() -> None:
    frame = pl.DataFrame({"key": ["1"], "area": [45.67], "vote": ["yes"]})
    with pytest.raises(sq.DocumentError) as caught:
        sq.decide(sq.packs.cn, "owners.ordinary", {"day": "2026-03-01", "units": frame})
    assert "pl.Decimal(18, 2)" in caught.value.help and "pandas" in caught.value.help
    mended = frame.with_columns(pl.col("area").round(2).cast(pl.Decimal(18, 2)))
    assert sq.decide(sq.packs.cn, "owners.ordinary", {"day": "2026-03-01", "units": mended}).status == "met"


def test_facts_are_a_document(tmp_path: Path) -> None:
    document = {"format": "shequ.facts/1", "day": "2026-03-01", "units": FLATS, "salt": "a secret of this vote"}
    (tmp_path / "facts.json").write_text(json.dumps(document), encoding="utf-8")
    made = [
        sq.Facts.from_dict(document),
        sq.Facts.parse(json.dumps(document)),
        sq.Facts.load(tmp_path / "facts.json"),
    ]
    assert len({f.digest for f in made}) == 1
    assert (made[0].day, made[0].body) == (dt.date(2026, 3, 1), None)
    assert repr(made[0]) == "<Facts of 2026-03-01: units>"


def test_an_owner_can_show_one_unit_of_a_decision() -> None:
    units = [{"key": str(i), "area": "45.67", "vote": "yes" if i < 4 else "absent"} for i in range(6)]
    facts = {"day": "2026-03-01", "units": units, "salt": "kept by those who counted"}
    verdict = sq.decide(sq.packs.cn, "owners.ordinary", facts)
    record = verdict.record()
    text = sq.canonical(record)
    assert '"key"' not in text and "kept by" not in text
    opening = verdict.open_unit("4")
    assert record.verify_opening(opening)
    lie = opening.to_dict()
    lie["unit"]["vote"] = "yes"
    assert not record.verify_opening(sq.Opening.from_dict(lie))
    with pytest.raises(sq.ParticipationError, match="unit-not-committed"):
        verdict.open_unit("9")
    tallies = {"day": "2025-06-01", "heads": {"entitled": 100, "present": 60, "yes": 31, "no": 20, "abstain": 9}}
    counted = sq.decide(sq.packs.cn, "residents.assembly.resolution", tallies)
    with pytest.raises(sq.ParticipationError, match="record-without-units"):
        counted.open_unit("4")
    with pytest.raises(sq.ParticipationError, match="record-without-units"):
        counted.record().verify_opening(opening)


def test_any_list_of_units_can_be_committed_and_opened() -> None:
    units = [{"key": "1-101", "vote": "yes"}, {"key": "1-102", "vote": "no"}, {"key": "1-201", "vote": "absent"}]
    salt = "00112233445566778899aabbccddeeff"
    committed = sq.commit_units(units, salt, "roof")
    assert (committed.units, committed.heads) == (3, 3)
    opening = sq.open_unit(units, salt, "roof", "1-102")
    assert sq.verify_opening(committed, opening) and sq.verify_opening(committed.to_dict(), opening)
    assert not sq.verify_opening(sq.commit_units(units, salt, "lift"), opening)
    for wrong, code in ((lambda: sq.commit_units([], salt, "x"), "no-units"), (lambda: sq.open_unit(units, salt, "x", "9"), "unit-not-committed")):
        with pytest.raises(sq.ParticipationError, match=code):
            wrong()
    with pytest.raises(sq.ShequError):
        sq.commit_units(units, "0011", "x")
    with pytest.raises(sq.ParticipationError) as caught:
        sq.commit_units([units[0], units[0]], salt, "x")
    assert (caught.value.code, caught.value.path) == ("unit-twice", "facts.units[1].key")


def test_a_record_is_evaluated_again_by_anyone(tmp_path: Path) -> None:
    facts = {"heads": {"entitled": 100, "present": 60, "yes": 31, "no": 20, "abstain": 9}}
    record = sq.packs.cn.at("2025-06-01").decide("residents.assembly.resolution", facts).record()
    text = sq.canonical(record)
    (tmp_path / "record.json").write_text(text, encoding="utf-8")
    for other in (
        sq.Record.parse(text),
        sq.Record.from_dict(record.to_dict()),
        sq.Record.load(tmp_path / "record.json"),
    ):
        assert other.digest == record.digest == sq.digest(record)
        check = other.verify(sq.packs.cn, facts)
        assert sq.verify(other, sq.packs.cn, facts) == check
        assert check.ok and check.differs == [] and check.digest == record.digest
        # The record and the packs are enough.
        assert other.verify(sq.packs.cn).ok and other.verify(sq.packs.cn, calendar=sq.Calendar.cn()).ok
        assert sq.verify(other, sq.packs.cn).ok
    forged = sq.Record.parse(text.replace('"yes":31', '"yes":29')).verify(sq.packs.cn)
    assert [d.what for d in forged.differs] == ["record", "verdict"]
    changed = sq.Record.parse(text.replace('"count":31', '"count":32')).verify(sq.packs.cn, facts)
    assert not changed.ok and changed.differs[0].what in {"record", "verdict"} and changed.differs[0].text.zh
    assert repr(record) == f"<Record {record.digest}>" and record.digest in record._repr_html_()
