"""Charts: the specifications that every language has in common, by the schema of Vega-Lite that Altair brings."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import altair as alt
import jsonschema
import polars as pl
import pytest
import shequ as sq

CASE: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[2] / "tests" / "charts" / "case.json").read_text(encoding="utf-8")
)
ROWS: list[dict[str, Any]] = CASE["charts"]


def card(period: str) -> sq.Scorecard:
    return sq.Scheme.from_dict(CASE["scheme"]).evaluate({"format": "shequ.cells/1", "rows": CASE[period]})


def exact() -> tuple[sq.ExactTable, sq.WeightBox]:
    return sq.ExactTable(CASE["matrix"], CASE["criteria"]), sq.WeightBox.around(CASE["weights"], CASE["spread"])


def sample() -> sq.RankSample:
    draws = sq.WeightDraws.uniform(len(CASE["criteria"]))
    return sq.Study(CASE["matrix"], CASE["criteria"], draws, seed=CASE["seed"]).run(CASE["draws"])


def made(chart: str, kind: str, options: dict[str, Any]) -> Any:
    options = dict(options)
    if "labels" in options:
        options["labels"] = {unit: label[options.get("lang", "zh")] for unit, label in options["labels"].items()}
    if chart == "slope":
        return getattr(card("now"), f"slope_{kind}")(card("last"), **options)
    if chart == "draws":
        return getattr(sample(), f"ranking_{kind}")(**options)
    if chart.startswith("bounds"):
        table, box = exact()
        if chart == "bounds-at-weights":
            options["weights"] = CASE["weights"]
        return getattr(table, f"ranking_{kind}")(box, **options)
    return getattr(card("now"), f"{chart}_{kind}")(**options)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["chart"]))
def test_the_digest_is_that_of_every_language(row: dict[str, Any]) -> None:
    assert sq.digest(made(row["chart"], "spec", row["options"])) == row["digest"]


def drawn(spec: dict[str, Any]) -> list[Any]:
    """The rows and marks of a chart and of those in it; Altair puts rows aside and gives them names."""
    found: list[Any] = []

    def walk(view: dict[str, Any]) -> None:
        data = view.get("data", {})
        rows = data.get("values") or spec.get("datasets", {}).get(data.get("name"))
        found.append((rows, view.get("mark", {}), view.get("title")))
        for part in [*view.get("layer", []), *view.get("vconcat", [])]:
            walk(part)

    walk(spec)
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["chart"]))
def test_the_chart_is_one_that_vega_lite_knows(row: dict[str, Any]) -> None:
    chart = made(row["chart"], "chart", row["options"])
    assert isinstance(chart, alt.LayerChart | alt.VConcatChart)
    spec = made(row["chart"], "spec", row["options"])
    assert drawn(alt.Chart.from_dict(spec, validate=True).to_dict()) == drawn(chart.to_dict()) == drawn(spec)
    # Validation bites.
    wrong = {**spec, "config": {"axis": {"labelLimit": "wide"}}}
    with pytest.raises(jsonschema.exceptions.ValidationError):
        alt.Chart.from_dict(wrong, validate=True)
    assert spec["$schema"].rsplit("/", 1)[1].split(".")[0] == alt.SCHEMA_VERSION.split(".")[0]
    assert spec["description"] and spec["title"]["text"]


def test_methods_give_dicts() -> None:
    now = card("now")
    spec = now.contribution_spec(lang="en", units=["c03", "c05"], title="Three", labels={"c03": "third"}, parts="groups")
    assert spec["title"]["text"] == "Three"
    bars, *_, totals = spec["layer"]
    assert [row["label"] for row in totals["data"]["values"]] == ["third", "community 05"]
    for unit in ("c03", "c05"):
        parts = [Fraction(row["exact"]) for row in bars["data"]["values"] if row["unit"] == unit]
        assert sum(parts) == now.total(unit)
    heat = now.heat_spec(units=["c01"])
    assert len(heat["data"]["values"]) == len(now.lines("c01"))
    slope = now.slope_spec(card("last"), basis="total")
    assert {view["title"]["text"] for view in slope["vconcat"]} == {"甲组", "乙组"}


def test_bounds_that_were_found_before_are_drawn() -> None:
    table, box = exact()
    bounds = table.rank_bounds_table(box)
    assert sq.rank_bounds_spec(bounds) == table.ranking_spec(box)
    ranks = [score.rank for score in table.scores(CASE["weights"])]
    by_unit = dict(zip([score.unit for score in table.scores(CASE["weights"])], ranks, strict=True))
    with_ranks = pl.DataFrame(bounds).with_columns(pl.col("unit").replace_strict(by_unit).alias("rank"))
    assert sq.rank_bounds_spec(with_ranks, lang="en") == table.ranking_spec(box, weights=CASE["weights"], lang="en")
    assert isinstance(sq.rank_bounds_chart(bounds), alt.LayerChart)
    rows = sample().ranking_spec(low="1/4", high=Fraction(3, 4))["data"]["values"]
    summaries = {row["unit"]: sample().summary(row["unit"], low="1/4", high="3/4") for row in rows}
    assert all((row["low"], row["high"]) == (summaries[row["unit"]].low, summaries[row["unit"]].high) for row in rows)


def test_charts_of_altair_take_the_same_options() -> None:
    now, last = card("now"), card("last")
    table, box = exact()
    charts = [
        (now.contribution_chart(units=["c01"]), now.contribution_spec(units=["c01"])),
        (now.heat_chart(units=["c01", "c02"], lang="en"), now.heat_spec(units=["c01", "c02"], lang="en")),
        (now.slope_chart(last, basis="total", units=["c01"]), now.slope_spec(last, basis="total", units=["c01"])),
        (sample().ranking_chart(low="0", high="1"), sample().ranking_spec(low="0", high="1")),
        (table.ranking_chart(box, ties="max", weights=CASE["weights"]), table.ranking_spec(box, ties="max", weights=CASE["weights"])),
    ]
    for chart, spec in charts:
        assert drawn(chart.to_dict()) == drawn(spec) and chart.description == spec["description"]


def test_faults() -> None:
    now = card("now")
    with pytest.raises(sq.SchemeError) as raised:
        now.heat_spec(units=["c01", "nobody"])
    assert (raised.value.code, raised.value.path) == ("chart-unknown-unit", "units[1]")
    with pytest.raises(sq.SchemeError) as raised:
        now.contribution_chart(units=[])
    assert raised.value.code == "chart-no-units"
    table, box = exact()
    with pytest.raises(sq.SchemeError) as raised:
        table.ranking_spec(sq.WeightBox.around(CASE["weights"], "1/100"), weights=[0, 0, 0, 1])
    assert raised.value.code == "chart-ranks-disagree"
    with pytest.raises(sq.Stopped):
        table.ranking_spec(box, progress=lambda done, total: False)


def test_without_altair_the_error_says_what_to_install() -> None:
    program = """
import sys
sys.modules["altair"] = None
import shequ
bounds = [{"unit": "a", "best": 1, "best_limit": 1, "worst": 2, "worst_limit": 2}]
assert shequ.rank_bounds_spec(bounds)["layer"]
try:
    shequ.rank_bounds_chart(bounds)
except ImportError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert 'pip install "shequ[charts]"' in done.stdout
