"""What changed when the law changed, tables of decisions, units by columns, votes one by one."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pandas as pd
import polars as pl
import pytest
import shequ as sq

RESOLUTION = "residents.assembly.resolution"
FACTS: dict[str, Any] = {"heads": {"entitled": 100, "present": 60, "yes": 31, "no": 20, "abstain": 9}}


def test_what_changed_when_the_law_changed() -> None:
    change = sq.packs.cn.between(RESOLUTION, FACTS, "2025-12-31", dt.date(2026, 1, 1))
    assert (change.question, change.first, change.second) == (RESOLUTION, dt.date(2025, 12, 31), dt.date(2026, 1, 1))
    assert change.differs and not change.rule_changed and change.because
    assert change.before is not None and change.after is not None
    assert (change.before.status, change.after.status) == ("met", "unknown")
    clause = next(c for c in change.clauses if c.clause == change.because[0])
    assert clause.turned and "certainty" in clause.kinds and clause.label.zh and clause.superseded_by == []
    assert isinstance(clause.alone, bool) and clause.text.en
    assert clause.before is not None and clause.after is not None
    assert (clause.before.status, clause.after.status, clause.after.reason) == ("met", "unknown", "unread")
    assert clause.before.sides and clause.before.says.en and clause.before.citation.article
    assert clause.before.until == "2026-01-01" and clause.after.since == "2026-01-01" and clause.after.pack == "cn.residents"
    assert "met → unknown" in change.explain().render("en") and "成立 → 不能确定" in change.explain().render("zh")
    assert change.text.en.startswith("2025-12-31: met; 2026-01-01: unknown. Because: ")
    assert change.to_dict()["because"] == change.because
    assert repr(change).startswith(f"<LawChange {RESOLUTION}: ") and change._repr_html_().startswith("<details")
    rules = sq.packs.cn.at("2025-06-01")
    same = rules.changes_to(sq.packs.cn.at("2025-12-31"), RESOLUTION, FACTS)
    assert not same.differs and same.clauses == [] and same.because == []
    with pytest.raises(sq.PackError, match="unknown-question"):
        rules.changes_to(rules, "residents.nothing", FACTS)


TABLE: dict[str, list[Any]] = {
    "key": ["a", "b", "c"],
    "heads.entitled": [90, 90, 90],
    "heads.present": [60, 59, 60],
    "heads.yes": [45, 50, None],
    "area.entitled": [Decimal("274.02")] * 3,
    "area.present": [Decimal("182.68"), Decimal("182.67"), Decimal("182.68")],
    "area.yes": [Decimal("137.01")] * 3,
}


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(TABLE, id="columns"),
        pytest.param([dict(zip(TABLE, row, strict=True)) for row in zip(*TABLE.values(), strict=True)], id="rows"),
        pytest.param(pl.DataFrame(TABLE), id="polars"),
        pytest.param(pl.DataFrame(TABLE).lazy(), id="polars-lazy"),
        pytest.param(pd.DataFrame(TABLE).astype({"heads.yes": "Int64"}), id="pandas"),
        pytest.param(sq.Table(TABLE), id="shequ"),
    ],
)
def test_a_table_of_decisions_says_what_verdicts_say(table: Any) -> None:
    question = sq.packs.cn.at("2026-03-01").question("owners.special")
    plain, full = question.decide_table(table), question.decide_table(table, margins=True)
    assert plain["status"] == full["status"] == ["met", "notMet", "unknown"]
    assert plain["key"] == ["a", "b", "c"] and plain["missing"] == [None, None, "heads.yes"]
    assert plain.columns == ["key", "status", "deciding", "missing"]
    for row in range(3):
        facts: dict[str, Any] = {"heads": {}, "area": {}}
        for name, cells in TABLE.items():
            if name != "key" and cells[row] is not None:
                measure, field = name.split(".")
                facts[measure][field] = cells[row]
        verdict = question.decide(facts)
        assert verdict.deciding == plain["deciding"][row] == full["deciding"][row]
        assert verdict.missing == (plain["missing"][row] or "").split(";")[: len(verdict.missing)]
        for clause in verdict.clauses:
            assert full[clause.clause][row] == clause.status
            margins = {margin.kind: margin.amount for margin in clause.margins}
            for kind in ("switched", "added"):
                assert full[f"{clause.clause}.{kind}"][row] == margins.get(kind)


def test_a_question_made_ready() -> None:
    question = sq.packs.cn.at("2026-03-01").question("owners.special")
    assert question.id == "owners.special" and question.label.zh and "cn.cc.278.part.area" in question.clauses
    assert question.rules.day == dt.date(2026, 3, 1) and repr(question) == "<Question owners.special on 2026-03-01>"
    with pytest.raises(sq.PackError, match="unknown-question"):
        sq.packs.cn.at("2026-03-01").question("owners.nothing")
    with pytest.raises(sq.ParticipationError, match="more-votes-than-present") as told:
        question.decide_table({"heads.present": [3, 3], "heads.yes": [3, 4]})
    assert "decisions[1].heads.present" in str(told.value)
    for table, code in (({"area.yes": [45.67]}, "float-column"), ({"heads.yess": [1]}, "unknown-column")):
        with pytest.raises(sq.ShequError, match=code):
            question.decide_table(table)


UNITS = {"area": ["45.67"] * 6, "vote": ["yes"] * 4 + ["absent"] * 2, "owner": [1, 2, 3, 4, 5, 5]}


def test_units_are_read_from_columns() -> None:
    question = sq.packs.cn.at("2026-03-01").question("owners.ordinary")
    typed = pl.DataFrame(UNITS).with_columns(
        pl.col("area").cast(pl.Decimal(18, 2)), pl.col("vote").cast(pl.Enum(["yes", "no", "abstain", "absent"]))
    )
    keyed = typed.with_columns(key=pl.Series([str(i) for i in range(6)]))
    digests = set()
    for table in (UNITS, pl.DataFrame(UNITS), typed, keyed, pd.DataFrame(UNITS)):
        facts = sq.Facts.from_units(table)
        digests.add(facts.digest)
        verdict = question.decide(facts)
        assert verdict.status == "met"
        assert "3 × 182.68 >= 2 × 274.02" in verdict.explain().render("en")
        with pytest.raises(sq.ParticipationError, match="units-without-salt"):
            verdict.record()
        salted = facts.salted("kept by those who counted")
        record = question.decide(salted).record()
        assert record.verify(sq.packs.cn).ok and record.verify(sq.packs.cn, salted).ok
        assert record.verify(sq.packs.cn, facts).differs[0].what == "facts"
    # A unit without a key is its row, so all of these are the same units.
    assert len(digests) == 1
    assert sq.Facts.from_units(UNITS, day="2026-03-01").day == dt.date(2026, 3, 1)
    for column, cells, code in (
        ("area", [45.67] * 6, "float-column"),
        ("vote", ["maybe"] * 6, "unknown-choice"),
        ("key", ["a"] * 6, "unit-twice"),
    ):
        with pytest.raises(sq.ShequError, match=code):
            sq.Facts.from_units(pl.DataFrame({**UNITS, column: cells}))


def test_votes_come_in_one_by_one() -> None:
    units = [{"key": f"flat {i}", "area": "45.67", "vote": "absent"} for i in range(6)]
    question = sq.packs.cn.at("2026-03-01").question("owners.special")
    live = question.live({"units": units})
    before = live.verdict()
    said = []
    for i, unit in enumerate(units[:5]):
        unit["vote"] = "yes" if i < 4 else "no"
        said.append(live.vote(f"flat {i}", str(unit["vote"])))
        assert live.verdict().to_dict() == question.decide({"units": units}).to_dict()
        assert live.status == said[-1]
    assert said == ["notMet", "notMet", "notMet", "met", "met"]
    assert before.status == "notMet" and live.explain().outcome == live.verdict().explain().outcome
    assert repr(live) == "<Live owners.special: met>"
    with pytest.raises(sq.ParticipationError, match="unknown-unit"):
        live.vote("flat 9", "yes")
    with pytest.raises(sq.DocumentError, match="unknown-choice"):
        live.vote("flat 1", "maybe")
    with pytest.raises(sq.ParticipationError, match="no-units"):
        question.live(FACTS)
