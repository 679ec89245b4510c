"""How a typed program uses the package; mypy reads this with --strict, nothing runs it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import pandas as pd
import polars as pl
import pyarrow as pa
import shequ as sq


def tables(frame: pl.DataFrame, lazy: pl.LazyFrame, other: pd.DataFrame, arrow: pa.Table) -> list[dict[str, Any]]:
    table: sq.Table = sq.Table(frame)
    for source in (sq.Table(lazy), sq.Table(other), sq.Table(arrow), sq.Table(table), sq.Table([{"a": 1}])):
        print(source.columns, len(source), source["a"])
    print(pl.DataFrame(sq.Table({"a": [1, 2]})))
    return table.to_dicts()


def errors() -> tuple[str, str, tuple[sq.Fault, ...]]:
    try:
        text: str = sq.digest({"a": 1}) + sq.canonical([1])
    except sq.DocumentError as error:
        return error.code, error.path, error.faults
    return text, "", ()


def evaluate(path: Path, frame: pl.DataFrame) -> Decimal:
    card = sq.Scheme.load(path).evaluate(frame)
    score: sq.UnitScore = card.score("社区 01")
    why: sq.Explanation = card.explain(score.unit)
    print(why.render("en"), why.adds_up(), [part.outcome for part in why.children])
    mean: Fraction | None = card.summary().all.mean
    print(mean, pl.DataFrame(card.table()))
    spec: dict[str, Any] = card.contribution_spec(lang="en", parts="groups", labels={"社区 01": "community 01"})
    card.slope_chart(card, basis="total").save(f"{spec['title']['text']}.html")
    return score.total


def decide(units: pl.DataFrame) -> Literal["met", "notMet", "unknown"]:
    verdict = sq.decide(sq.packs.cn, "owners.special", {"units": units, "salt": "kept by those who counted"}, day=dt.date(2026, 3, 1))
    margins: dict[str, list[sq.Margin]] = verdict.margins
    print(margins, verdict.missing, verdict.record().digest)
    answer: sq.Answer = sq.packs.cn.at("2026-01-01").ask("cn.urc.members")
    print(answer.says.zh, answer.reason or "known")
    return verdict.status


def elect(path: Path) -> list[str]:
    run = sq.Election.load(path)
    result: sq.ElectionResult = run.result()
    admitted: list[str] = run.rules.admit(["a"], lambda who, clause: None if who == clause else True).admitted
    by: dt.date | None = result.next.by
    margins: list[int | None] = [c.win.margin for poll in result.polls for c in poll.candidates]
    print(admitted, by, margins, result.list_checks, run.rules.recall(yes=3, no=2).status, result.term)
    return [e.candidate for e in result.elected] if result.record().verify(run).ok else []


def due(day: dt.date) -> list[sq.ProcedureStep]:
    procedure, gaps = sq.Procedure.of_clause(sq.packs.cn.at(day), "cn.vc.election", rest_days="stand")
    print([(gap.clause, gap.reason) for gap in gaps], sq.count_from(day, 3, "working-day", "after", "roll", sq.Calendar.cn()).day)
    run = sq.Timeline.from_dict({"format": "shequ.timeline/1", "id": "run", "procedure": procedure})
    return run.overdue(day, sq.Calendar.cn()) + run.next_steps(day, sq.Calendar.cn())


def organisation(path: str) -> str:
    org = sq.Organisation.load(path)
    report = org.validate(day="2026-01-01", pack="cn")
    print([finding.remedy.en for finding in report.violations])
    lineage = org.lineage("350502005001", until="2023-06-30")
    print([(end.unit.name.zh, end.share) for end in lineage.ends])
    return org.at("2019-05-01").unit(code="350502005001").path()


def grid(path: str, plan: sq.Plan) -> bool:
    def watch(done: int, total: int) -> bool:
        return done < total

    territory = sq.Territory.load(path, households="hu", barriers="roads.geojson", progress=True)
    return territory.check(plan, progress=watch).ok and territory.check({"grids": []}).ok
