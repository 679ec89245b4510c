"""Schemes and scorecards."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import contract
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import shequ as sq

SCHEME: dict[str, Any] = {
    "format": "shequ.scheme/1",
    "title": {"zh": "社区目标管理责任书", "en": "community agreement"},
    "subject": "unit",
    "total": 100,
    "groups": [
        {
            "key": "service",
            "label": {"zh": "服务", "en": "service"},
            "points": 60,
            "indicators": [
                {"key": "visits", "points": 20, "rule": "linear", "target": 12},
                {"key": "response", "points": 40, "rule": "rate"},
            ],
        },
        {
            "key": "safety",
            "points": 40,
            "indicators": [
                {"key": "days", "points": "10", "rule": "linear-down", "target": 3, "worst": 15, "scale": 1},
                {"key": "hazards", "points": 30, "rule": "deduct", "each": "2.5", "missing": "zero"},
            ],
        },
    ],
    "vetoes": [{"key": "fraud", "effect": "zero"}],
    "grades": [{"key": "优秀", "least": 90}, {"key": "良好", "least": 80}, {"key": "合格"}],
    "ranking": {"basis": "rounded", "ties": "min"},
    "award": {"share": "1/2"},
}
ROWS: list[dict[str, Any]] = [
    {"unit": "社区 01", "visits": 11, "response": "76/173", "days": Decimal("4.5"), "hazards": 2, "fraud": False},
    {"unit": "社区 02", "visits": 12, "response": "40/40", "days": Decimal("3.0"), "hazards": 0, "fraud": None},
    {"unit": "社区 03", "visits": 12, "response": "173/173", "days": Decimal("2.5"), "hazards": 1, "fraud": True},
]


@pytest.fixture
def scheme() -> sq.Scheme:
    return sq.Scheme.from_dict(SCHEME)


@pytest.fixture
def card(scheme: sq.Scheme) -> sq.Scorecard:
    return scheme.evaluate(ROWS)


def test_a_scheme_says_what_it_is(scheme: sq.Scheme) -> None:
    assert (scheme.title.zh, scheme.title.en, scheme.title.get("en")) == (
        "社区目标管理责任书",
        "community agreement",
        "community agreement",
    )
    assert (scheme.subject, scheme.rounding, scheme.total) == ("unit", "half-up", Fraction(100))
    assert isinstance(scheme.total, Fraction)
    assert scheme.grades == ["优秀", "良好", "合格"]
    assert [(i.key, i.group, i.points, i.rule, i.missing, i.scale) for i in scheme.indicators][2:] == [
        ("days", "safety", 10, "linear-down", "reweight", 1),
        ("hazards", "safety", 30, "deduct", "zero", 0),
    ]
    columns = {c.name: (c.kind, c.scale, c.required) for c in scheme.columns}
    assert columns["days"] == ("number", 1, True)
    assert columns["response"][0] == "rate"
    assert all(w.code and w.path and w.message.zh for w in scheme.warnings)
    assert repr(scheme) == "<Scheme 社区目标管理责任书: 100 points, 4 indicators>"
    assert repr(scheme.indicators[0]) == "<Indicator visits 20 points by linear>"
    assert "<td>visits</td>" in scheme._repr_html_()


def test_a_scheme_is_read_from_file_text_and_dict(tmp_path: Path, card: sq.Scorecard) -> None:
    text = json.dumps(SCHEME, ensure_ascii=False)
    toml = 'format = "shequ.scheme/1"\ntitle = "t"\nsubject = "unit"\n[[groups]]\nkey = "g"\n' + (
        'indicators = [{ key = "a", points = 1, rule = "met", target = 1 }]\n'
    )
    (tmp_path / "scheme.json").write_text(text, encoding="utf-8-sig")
    (tmp_path / "scheme.toml").write_text(toml, encoding="utf-8")
    (tmp_path / "scheme").write_text(toml, encoding="utf-8")
    for other in (sq.Scheme.parse(text), sq.Scheme.load(tmp_path / "scheme.json")):
        assert other.evaluate(ROWS).digest == card.digest
    for path in (str(tmp_path / "scheme.toml"), tmp_path / "scheme"):
        assert sq.Scheme.load(path).title.zh == "t"


def test_a_missing_file_is_an_os_error_and_a_bad_one_names_itself(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as missing:
        sq.Scheme.load(tmp_path / "none.json")
    assert missing.value.filename == str(tmp_path / "none.json")
    with pytest.raises(IsADirectoryError):
        sq.Scheme.load(tmp_path)
    bad = tmp_path / "bad.json"
    bad.write_bytes(b'{"format":\n "\xff"}')
    with pytest.raises(sq.DocumentError, match="line 2, column 3: the text is not UTF-8") as caught:
        sq.Scheme.load(bad)
    assert caught.value.code == "malformed"
    bad.write_text('{"format": ', encoding="utf-8")
    with pytest.raises(sq.DocumentError) as caught:
        sq.Scheme.load(bad)
    assert caught.value.__notes__ == [f"in the file {bad}"]


def test_every_fault_of_a_scheme_is_reported(scheme: sq.Scheme) -> None:
    with pytest.raises(sq.DocumentError) as caught:
        sq.Scheme.from_dict({**SCHEME, "titel": 1, "total": 100.5, "groups": 7})
    assert sorted((f.code, f.path) for f in caught.value.faults) == [
        ("float-refused", "scheme.total"),
        ("unknown-field", "scheme.titel"),
        ("wrong-kind", "scheme.groups"),
    ]
    with pytest.raises(sq.SchemeError) as wrong:
        sq.Scheme.from_dict({**SCHEME, "total": 95})
    assert wrong.value.code == "weights-do-not-sum"
    with pytest.raises(sq.DocumentError) as plain:
        sq.Scheme.from_dict({**SCHEME, "groups": [{"key": object()}]})
    assert (plain.value.code, plain.value.path) == ("not-plain", "scheme.groups[0].key")


def test_scores_are_exact(card: sq.Scorecard) -> None:
    score = card.score("社区 01")
    # 20 × 11/12 = 18.3333; 40 × 76/173 = 17.5723; 10 × 10.5/12 = 8.75; 30 - 5 = 25.
    assert [str(line.score) for line in card.lines("社区 01")] == ["18.3333", "17.5723", "8.7500", "25.0000"]
    assert str(score.base) == "69.6556" and isinstance(score.base, Decimal)
    assert str(score.total) == "69.66" == str(card.total("社区 01"))
    assert (score.grade, score.rank, score.award, score.eligible, score.missing) == ("合格", 2, False, True, 0)
    assert (score.bonus, score.penalty, score.rank_after_tie_break) == (0, 0, 2)
    assert card.score("社区 02").award is True
    assert (card.score("社区 03").total, card.score("社区 03").vetoes) == (0, ["fraud"])
    line = card.lines("社区 01")[1]
    assert (line.value, line.rule, line.missing, line.group) == ("76/173", "rate", None, "service")
    assert line.points == Fraction(40)
    assert score.to_dict()["total"] == "69.66"
    assert repr(score).startswith("<UnitScore unit=社区 01 base=69.6556")
    assert "<td>69.66</td>" in score._repr_html_()
    assert (len(card), card.units) == (3, ["社区 01", "社区 02", "社区 03"])
    assert [s.unit for s in card.ranking()[0]] == ["社区 02", "社区 01", "社区 03"]
    assert card.scores()[0] == score != card.scores()[1]


def test_the_table_goes_to_any_library(card: sq.Scorecard) -> None:
    frame = pl.DataFrame(card.table())
    assert frame["total"].to_list() == [Decimal("69.66"), Decimal("100.00"), Decimal("0.00")]
    assert duckdb.from_arrow(pa.table(card.table())).aggregate("sum(total)").fetchall() == [(Decimal("169.66"),)]
    assert pd.DataFrame.from_arrow(card.line_table())["visits"][0] == Decimal("18.3333")
    assert card.to_dicts()[0]["total"] == "69.66"


def test_an_explanation_adds_up(card: sq.Scorecard) -> None:
    why = card.explain("社区 01")
    assert why.adds_up()
    assert str(why) == why.render() == why.render("zh") != why.render("en")
    assert "17.5723" in str(why)
    assert why.outcome == Decimal("69.66") and isinstance(why.outcome, Decimal)
    assert why.how == "sum" and why.children
    assert sum((c.outcome for c in why.children), Decimal(0)) == why.outcome  # type: ignore[misc]
    assert why.to_dict()["label"] == {"zh": why.label.zh, "en": why.label.en}
    assert why._repr_html_().startswith("<details open>") and why.render_html("en") != why.render_html("zh")
    leaf = why
    while leaf.children:
        leaf = leaf.children[0]
    assert leaf.rule and leaf.inputs and leaf.inputs[0].label.zh and leaf.inputs[0].value is not None
    assert (leaf.note is None or leaf.note.zh) and (leaf.citation is None or leaf.citation.article is not None)
    assert repr(why).startswith("<Explanation ") and repr(leaf.inputs[0]).startswith("<Input ")
    with pytest.raises(sq.SchemeError, match="unknown-unit"):
        card.explain("社区 99")
    with pytest.raises(sq.DocumentError, match="unknown-choice"):
        why.render("fr")  # type: ignore[arg-type]


def test_the_summary_counts(card: sq.Scorecard) -> None:
    summary = card.summary()
    assert (summary.indicators, summary.all.units, summary.all.awards, summary.all.vetoed) == (4, 3, 1, 1)
    assert summary.all.mean == Fraction(16966, 300)
    assert (summary.all.least, summary.all.greatest) == (0, 100)
    assert [(g.grade, g.units) for g in summary.all.grades] == [("优秀", 1), ("良好", 0), ("合格", 2)]
    assert summary.to_dict()["all"]["mean"] == "8483/150"
    assert (summary.title.en, summary.subject, summary.all.group, summary.all.missing) == ("community agreement", "unit", None, 0)


def test_the_digest_is_that_of_values_not_of_order(scheme: sq.Scheme, card: sq.Scorecard) -> None:
    assert len(card.digest) == 64
    assert sq.digest(card) == card.digest == scheme.evaluate(list(reversed(ROWS))).digest
    assert scheme.evaluate([{**ROWS[0], "visits": 10}, *ROWS[1:]]).digest != card.digest


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: {"format": "shequ.cells/1", "rows": ROWS}, id="document"),
        pytest.param(lambda: sq.Cells.from_dict({"format": "shequ.cells/1", "rows": ROWS}), id="cells"),
        pytest.param(lambda: pl.DataFrame(ROWS), id="polars"),
        pytest.param(lambda: pl.DataFrame(ROWS).lazy(), id="polars-lazy"),
        pytest.param(lambda: pl.DataFrame(ROWS).with_columns(pl.col("days").cast(pl.Float64)), id="polars-float"),
        pytest.param(lambda: pl.DataFrame(ROWS).with_columns(pl.col("days").cast(pl.Float32)), id="polars-float32"),
        pytest.param(lambda: pa.Table.from_pylist(ROWS), id="pyarrow"),
        pytest.param(lambda: pd.DataFrame(ROWS), id="pandas"),
        pytest.param(lambda: pd.DataFrame(ROWS).assign(days=[4.5, 3.0, 2.5]), id="pandas-float"),
        pytest.param(lambda: duckdb.from_arrow(pa.Table.from_pylist(ROWS)), id="duckdb"),
        pytest.param(lambda: sq.Table(ROWS), id="shequ"),
        pytest.param(lambda: {k: [row[k] for row in ROWS] for k in ROWS[0]}, id="dict"),
        pytest.param(lambda: [{**row, "days": str(row["days"])} for row in ROWS], id="text"),
    ],
)
def test_any_table_gives_the_same_digest(scheme: sq.Scheme, card: sq.Scorecard, make: Any) -> None:
    assert scheme.evaluate(make()).digest == card.digest


def test_cells_are_a_document(tmp_path: Path) -> None:
    rows = [{**row, "days": str(row["days"])} for row in ROWS]
    document = {"format": "shequ.cells/1", "rows": rows}
    (tmp_path / "cells.json").write_text(json.dumps(document), encoding="utf-8")
    for cells in (
        sq.Cells.parse(json.dumps(document)),
        sq.Cells.load(tmp_path / "cells.json"),
        sq.Cells.from_dict({"format": "shequ.cells/1", "rows": pl.DataFrame(rows)}),
    ):
        assert cells == sq.Cells.from_dict(document)
        assert cells.table().to_dicts() == rows and len(cells) == 3
        assert repr(cells) == "<Cells: 3 rows, 6 columns>" and "<td>76/173</td>" in cells._repr_html_()


def test_a_float_with_too_many_digits_is_an_error_with_its_row(scheme: sq.Scheme) -> None:
    frame = pl.DataFrame(ROWS).with_columns(days=pl.Series([4.5, 3.25, 2.5]))
    with pytest.raises(sq.ShequError) as caught:
        scheme.evaluate(frame)
    assert (caught.value.code, caught.value.path) == ("too-many-digits", "table[1].days")
    with pytest.raises(sq.ShequError, match="not-finite"):
        scheme.evaluate(pl.DataFrame(ROWS).with_columns(days=pl.Series([4.5, float("nan"), 2.5])))
    with pytest.raises(sq.ShequError) as rows:
        scheme.evaluate({"format": "shequ.cells/1", "rows": [{**ROWS[0], "days": 4.55}]})
    assert (rows.value.code, rows.value.path) == ("too-many-digits", "cells.rows[0].days")


def test_the_worked_contract() -> None:
    data = contract.read()
    if data is None:
        pytest.skip(f"SKIPPED: {contract.PATH} is not there")
    scheme = sq.Scheme.from_dict(contract.scheme(data["contract"]))
    rows = contract.rows(data["contract"])
    for table in (rows, {"format": "shequ.cells/1", "rows": rows}, pl.DataFrame(rows)):
        card = scheme.evaluate(table)
        for unit, expected in data["expected"].items():
            score = card.score(unit)
            for field in ("group", "grade", "rank", "rank_after_tie_break", "eligible", "award"):
                assert getattr(score, field) == expected[field], (unit, field)
            for field in ("base", "bonus", "penalty", "total"):
                assert str(getattr(score, field)) == expected[field], (unit, field)
            for line in card.lines(unit):
                rule = f"missing:{line.missing}" if line.missing else line.rule.replace("-", "_")
                assert [str(line.score), rule] == expected["lines"][line.indicator], (unit, line)
            assert card.explain(unit).adds_up()


def test_scoring_is_watched_and_may_be_stopped(scheme: sq.Scheme) -> None:
    told: list[tuple[int, int]] = []
    cells = sq.Cells.from_dict({"format": "shequ.cells/1", "rows": [{**ROWS[0], "days": "4.5"}]})
    for data in (ROWS, pl.DataFrame(ROWS), cells):
        told.clear()
        card = scheme.evaluate(data, progress=lambda done, total: told.append((done, total)))
        assert card.digest == scheme.evaluate(data, progress=False).digest
        assert told == sorted(told) and told[0][0] == 0 and told[-1][0] == told[-1][1]
        with pytest.raises(sq.Stopped) as caught:
            scheme.evaluate(data, progress=lambda done, total: False)
        assert caught.value.code == "stopped"


def test_scoring_is_stopped_half_way(scheme: sq.Scheme) -> None:
    for size in (20_000, 100_000, 500_000):
        frame = pl.DataFrame(ROWS).drop("unit").sample(size, with_replacement=True, seed=1)
        frame = frame.with_columns(unit=pl.Series([str(i) for i in range(size)]))
        with pytest.raises(sq.Stopped) as caught:
            scheme.evaluate(frame, progress=lambda done, total: done == 0)
        done, total = map(int, re.findall(r"\d+", str(caught.value))[:2])
        # The function is asked every 50 ms: short work is stopped at its end.
        if done < total:
            return
    pytest.fail(f"only stopped after {done} of {total} steps")


def test_what_watches_the_scoring_may_raise(scheme: sq.Scheme, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        scheme.evaluate(ROWS, progress=fail)
    assert scheme.evaluate(ROWS, progress=True).digest == scheme.evaluate(ROWS).digest
    assert "it" in capsys.readouterr().err
