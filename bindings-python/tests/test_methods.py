"""Indices, weights, decisions and exact sums against published numbers."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pytest
import shequ as sq

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "evaluation"

HDI: dict[str, Any] = {
    "format": "shequ.index/1",
    "title": {"zh": "人类发展指数", "en": "Human Development Index"},
    "subject": "unit",
    "normalisation": {"method": "goalposts"},
    "ranking": {"ties": "min", "decimals": 3},
    "levels": [{"label": "dimensions", "aggregation": "arithmetic"}, {"label": "index", "aggregation": "geometric"}],
    "aggregates": [
        {"key": "hdi"},
        {"key": "health", "parent": "hdi"},
        {"key": "education", "parent": "hdi"},
        {"key": "income", "parent": "hdi"},
    ],
    "indicators": [
        {"key": "life", "parent": "health", "normalisation": {"lower": 20, "upper": 85}},
        {"key": "expected", "parent": "education", "normalisation": {"lower": 0, "upper": 18}},
        {"key": "mean", "parent": "education", "normalisation": {"lower": 0, "upper": 15}},
        {"key": "gni", "parent": "income", "normalisation": {"lower": 100, "upper": 75000, "logarithmic": True}},
    ],
}


def shared(name: str) -> Path:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"SKIPPED: {path} is not there")
    return path


def rows(name: str) -> list[dict[str, str]]:
    with shared(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def case(name: str) -> dict[str, Any]:
    cases = json.loads(shared("mcdm_cases.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = next(case for case in cases if case["id"] == name)
    return found


def columns(case: dict[str, Any]) -> tuple[dict[str, list[float]], list[str]]:
    """The criteria of a case by name, and those of which less is better."""
    by_name = {f"c{j}": [float(row[j]) for row in case["matrix"]] for j in range(len(case["matrix"][0]))}
    types = case.get("types", [1] * len(by_name))
    return by_name, [f"c{j}" for j, way in enumerate(types) if way != 1]


def near(got: Any, expected: Any, within: float = 1e-10) -> None:
    assert got == pytest.approx(expected, abs=within, rel=0)


def fault(caught: pytest.ExceptionInfo[sq.ShequError]) -> tuple[str, str]:
    return caught.value.code, caught.value.path


@pytest.fixture(scope="module")
def hdi() -> tuple[sq.IndexCard, list[dict[str, str]]]:
    data = rows("hdi_2022.csv")
    table = {
        "unit": [row["iso3"] for row in data],
        "life": [float(row["le_2022"]) for row in data],
        "expected": [float(row["eys_2022"]) for row in data],
        "mean": [float(row["mys_2022"]) for row in data],
        "gni": [float(row["gnipc_2022"]) for row in data],
    }
    return sq.Index.from_dict(HDI).evaluate(pl.DataFrame(table)), data


def test_hdi_has_every_published_value_and_rank(hdi: tuple[sq.IndexCard, list[dict[str, str]]]) -> None:
    card, data = hdi
    found = card.node_values("hdi")
    assert len(found) == len(card) == 193
    for value, row in zip(found, data, strict=True):
        assert value.unit == row["iso3"]
        # The file leaves out the zeros at the end of a published number.
        assert value.published == Decimal(row["hdi_2022_published"])
        assert value.rank == int(row["hdi_rank_2022"])
        near(value.value, float(row["hdi_recomputed_f64"]), 1e-14)
    assert [value.unit for value in card.ranking()[:2]] == ["CHE", "NOR"]
    assert card.values("hdi") == [value.value for value in found]
    assert card.ranks("hdi") == [value.rank for value in found]
    assert card.ranks_in_group("hdi") is None
    assert card.table()["hdi"] == card.values("hdi") and card.rank_table()["hdi"] == card.ranks("hdi")
    assert [value.node for value in card.unit("CHE")][-4:] == ["hdi", "health", "education", "income"]
    assert card.filled() == card.screened() == []
    assert [entry.indicator for entry in card.treatment()] == ["life", "expected", "mean", "gni"]
    stages = card.stages()
    assert list(stages) == ["raw", "denominated", "imputed", "treated", "normalised"]
    assert stages["normalised"]["life"] == card.values("life") and stages["raw"]["unit"] == card.units
    assert card.describe()[0].available == 193
    assert {standing.of for standing in card.standings("CHE")} == {193}
    why = card.explain("CHE").render("en")
    assert "value as given: ≈84.255" in why and "(ln 69432.78669 - ln 100)" in why
    assert card.to_dicts()[0]["unit"] == data[0]["iso3"] and len(sq.digest(card)) == 64
    assert "193 units" in repr(card) and "<table" in card._repr_html_()


def test_an_index_tells_what_it_reads(tmp_path: Path) -> None:
    (tmp_path / "hdi.json").write_text(json.dumps(HDI), encoding="utf-8")
    index = sq.Index.load(tmp_path / "hdi.json")
    assert sq.Index.parse(json.dumps(HDI)).columns == index.columns == ["unit", "life", "expected", "mean", "gni"]
    assert (index.title.en, index.subject) == ("Human Development Index", "unit")
    assert [str(level) for level in index.levels] == ["dimensions", "index"]
    top = next(node for node in index.nodes if node.parent is None)
    assert (top.key, top.level, top.effective_weight) == ("hdi", 2, 1.0)
    with pytest.raises(sq.ShequError) as caught:
        sq.Index.from_dict({**HDI, "ranking": {"ties": "min", "decimals": 40}})
    assert fault(caught) == ("method-parameter", "index.ranking.decimals")
    with pytest.raises(sq.ShequError) as caught:
        index.evaluate({"unit": ["a", "a"], "life": [80, 81], "expected": [1, 2], "mean": [1, 2], "gni": [200, float("nan")]})
    faults = {(f.code, f.path) for f in caught.value.faults}
    assert faults == {("duplicate-unit", "table[1].unit"), ("not-finite", "table[1].gni")}


def test_asem_from_raw_to_aggregated() -> None:
    meta, data = rows("coinr_asem/imeta.csv"), rows("coinr_asem/idata.csv")
    indicators = [
        {
            "key": row["iCode"],
            "parent": row["Parent"],
            "weight": row["Weight"],
            "direction": "higher" if row["Direction"] == "1" else "lower",
            **({"denominator": row["Denominator"]} if row["Denominator"] not in ("", "NA") else {}),
        }
        for row in meta
        if row["Type"] == "Indicator"
    ]
    aggregates = [
        {"key": row["iCode"], "weight": row["Weight"], **({"parent": row["Parent"]} if row["Parent"] not in ("", "NA") else {})}
        for row in meta
        if row["Type"] == "Aggregate"
    ]
    index = sq.Index.from_dict(
        {
            "format": "shequ.index/1",
            "title": "ASEM Sustainable Connectivity",
            "subject": "unit",
            "imputation": {"filler": "mean", "group": "EurAsia_group"},
            "treatment": {"otherwise": "log-shifted"},
            "normalisation": {"method": "min-max"},
            "levels": [{"aggregation": "arithmetic"}] * 3,
            "indicators": indicators,
            "aggregates": aggregates,
            "ranking": {"ties": "min", "group": "GDPpc_group"},
        }
    )
    given = {name: [row["uCode" if name == "unit" else name] for row in data] for name in index.columns}
    card = index.evaluate({name: [None if cell in ("", "NA") else cell for cell in cells] for name, cells in given.items()})
    assert (len(card), len(card.filled())) == (51, 65)
    expected = {row["uCode"]: row for row in rows("coinr_asem/stage_aggregated.csv")}
    for node in (aggregate["key"] for aggregate in aggregates):
        near(card.values(node), [float(expected[unit][node]) for unit in card.units])
    assert card.ranks_in_group("Index") is not None
    assert any(entry.winsorised for entry in card.treatment()) and all(cell.sources > 1 for cell in card.filled())


DECISIONS: list[tuple[str, str, dict[str, Any]]] = [
    ("topsis-tzeng2011", "topsis", {}),
    ("topsis-opricovic2004", "topsis", {"norm": "min-max"}),
    ("vikor-opricovic2004", "vikor", {}),
    ("promethee2-zhao2013", "promethee-ii", {}),
    ("edas-yazdani2020", "edas", {}),
    ("moora-siregar2018", "moora", {}),
    ("mabac-pamucar2015", "mabac", {}),
    ("marcos-ulutas2020", "marcos", {}),
    ("waspas-chakraborty2015", "waspas", {"lambda_": 0.5}),
]


@pytest.mark.parametrize(("name", "method", "options"), DECISIONS, ids=[row[0] for row in DECISIONS])
def test_published_decisions(name: str, method: str, options: dict[str, Any]) -> None:
    found = case(name)
    data, costs = columns(found)
    decision = sq.decide_by(method, data, found["weights"], costs=costs, unscaled=True, **options)
    near(decision.scores, found["f64"])
    assert (decision.method, len(decision)) == (method, len(found["matrix"]))
    if "rank" in found:
        assert decision.ranks == found["rank"]
    best = decision.order[0]
    assert decision.ranks[best] == 1
    assert decision.better == ("lower" if method == "vikor" else "higher")
    assert str(decision.label) in str(decision.explain(best))
    # The same whatever holds the numbers.
    arrays = {name: np.array(values) for name, values in data.items()}
    for other in (pl.DataFrame(data), pa.table(data), arrays, pl.concat([pl.DataFrame(data)[:2], pl.DataFrame(data)[2:]])):
        assert sq.decide_by(method, other, found["weights"], costs=costs, unscaled=True, **options).scores == decision.scores


def test_spotis_within_bounds() -> None:
    found = case("spotis-dezert2020")
    data, costs = columns(found)
    decision = sq.decide_by("spotis", data, found["weights"], costs=costs, bounds=found["bounds"])
    near(decision.scores, found["f64"])
    with pytest.raises(sq.ShequError) as caught:
        sq.decide_by("spotis", data, found["weights"], costs=costs, bounds=[[-5, 10], [-6, 10], [-8, 5]])
    assert fault(caught) == ("value-outside-bounds", "[0].c0")


def test_copras_with_and_without_its_costs() -> None:
    found = case("copras-zavadskas2007")
    data, costs = columns(found)
    # As printed, the costs are added as if they were benefits; with the costs as costs, scikit-criteria 0.10.
    near(sq.decide_by("copras", data, found["weights"], unscaled=True).scores, found["f64"])
    peer = [1.0, 0.8021822, 0.9724071, 0.79648302, 0.9059215, 0.75031217]
    near(sq.decide_by("copras", data, found["weights"], costs=costs, unscaled=True).scores, peer, 5e-9)


def test_weighted_sum_of_shares() -> None:
    found = case("wsm-kracka2010")
    data, costs = columns(found)
    weights = sq.equal_weights(7)
    decision = sq.decide_by("weighted-sum", data, weights, costs=costs, scaling="sum")
    near(decision.scores, found["published"], 1e-8)
    assert decision.ranks == found["rank"]


def test_methods_that_say_more_than_one_number() -> None:
    found = case("topsis-tzeng2011")
    near(sq.topsis(columns(found)[0], found["weights"]).closeness, found["f64"])
    found = case("vikor-opricovic2007-w3")
    data, costs = columns(found)
    result = sq.vikor(data, found["weights"], costs=costs, unscaled=True)
    near(result.q, found["f64"])
    assert sorted(result.compromise) == found["compromise_set_zero_based"]
    found = case("promethee2-zhao2013")
    flows = sq.promethee(columns(found)[0], found["weights"], preferences=["usual"])
    near(flows.net, found["f64"])
    near([a - b for a, b in zip(flows.positive, flows.negative, strict=True)], flows.net, 1e-15)
    found = case("electre1-cebrian2009")
    data, costs = columns(found)
    outranked = sq.electre(data, found["weights"], costs=costs)
    assert outranked.kernel == found["kernel_zero_based"] and outranked.concordance[0][0] == 1.0
    found = case("copeland-coinr")
    majorities = sq.copeland(columns(found)[0], sq.equal_weights(3))
    assert (majorities.copeland, majorities.dominant) == ([-1, 1, -3, 3], found["nDominant"])
    assert majorities.dominant_share == found["fracDominant"]


WEIGHTS = [
    ("w-entropy-elsayed2017", "entropy"),
    ("w-std-jahan2013", "standard-deviation"),
    ("w-merec-2021", "merec"),
    ("w-critic-tus2019", "critic"),
    ("w-cilos-2016", "cilos"),
    ("w-idocriw-2016", "idocriw"),
    ("w-angle-2012", "angle"),
]


@pytest.mark.parametrize(("name", "method"), WEIGHTS, ids=[row[0] for row in WEIGHTS])
def test_published_weights(name: str, method: Any) -> None:
    found = case(name)
    data, costs = columns(found)
    near(sq.weigh(method, data, costs=costs), found["f64"])


def test_judged_weights() -> None:
    found = case("ahp-wang-chin2011")
    near(sq.ahp_weights(found["matrix"]), found["f64"])
    near(sq.ahp_weights(found["matrix"], priorities="geometric-mean"), found["weights_row_geometric_mean"])
    for table, key in (("saaty", "CR_saaty_RI"), ("tummala-ling", "CR_tummala_ling_RI")):
        consistency = sq.ahp_consistency(found["matrix"], table=table)  # type: ignore[arg-type]
        near([consistency.lambda_max, consistency.index, consistency.ratio], [found["lambda_max"], found["CI"], found[key]], 1e-9)
        assert not consistency.acceptable and consistency.warning is not None and consistency.table == table
    assert sq.ahp_weights([[2.0]], upper=True) == pytest.approx([2 / 3, 1 / 3])
    found = case("bwm-rezaei2015")
    result = sq.best_worst(found["best_to_others"], found["others_to_worst"], model="nonlinear")
    near(result.weights, found["published"], 0.002)
    near(result.deviation, found["xi"], found["tolerance"])
    near(sq.rank_order_centroid([2, 1, 3]), [0.2778, 0.6111, 0.1111], 5e-5)
    assert sq.point_weights([50, 30, 20]) == [0.5, 0.3, 0.2]
    with pytest.raises(sq.ShequError) as caught:
        sq.ahp_weights([[1, 3], [3, 1]])
    assert fault(caught) == ("judgements-not-reciprocal", "[1][0]")


def test_the_benefit_of_the_doubt() -> None:
    # By hand: the third lies at 4/5 of the line between the other two.
    data = {"unit": ["a", "b", "c"], "care": [4, 1, 2], "order": [1, 4, 2]}
    doubt = sq.benefit_of_doubt(data)
    near(doubt.scores, [1.0, 1.0, 0.8], 1e-12)
    halves = sq.benefit_of_doubt(data, shares=(0.5, 0.5), progress=False)
    near(halves.scores, [8 / 17, 8 / 17, 0.8], 1e-12)
    near(halves.shares("a"), [0.5, 0.5], 1e-12)
    assert halves.units == ["a", "b", "c"] and len(halves.weights) == len(halves) == 3
    with pytest.raises(sq.ShequError) as caught:
        sq.benefit_of_doubt(data, shares=[(0.6, 0.7), (0.6, 0.7)])
    assert caught.value.code == "shares-cannot-be-met"


def test_stages_stand_alone() -> None:
    cost = sq.normalise("min-max", {"unit": ["a", "b", "c"], "cost": [250, 200, 300]}, costs=["cost"], lower=1, upper=100)
    assert (cost["cost"], cost["unit"]) == ([50.5, 100.0, 1.0], ["a", "b", "c"])
    data = {"unit": ["a", "b", "c"], "x": np.array([1.0, 3.0, 2.0])}
    assert sq.normalise("distance-to-reference", data, reference="b")["x"] == [0.0, 1.0, 0.5]
    found = case("winsorise-coinr")
    treated = sq.treat(found["x"])
    assert treated.values == found["expected"] and treated.passed
    assert [(point.row, point.before, point.after) for point in treated.winsorised] == [(10, 100.0, 10.0)]
    half = sq.treat(np.array([1.0, 4, 9, 1, 4, 4, 9, 1, 900]), points=0, otherwise="box-cox", lambda_=0.5)
    assert half.transform == {"box-cox": 0.5} and half.values[:3] == [0.0, 2.0, 4.0]
    assert sq.ranks(pl.Series([0.4, 0.9, 0.4, 0.1]), "average") == [2.5, 1, 2.5, 4]
    assert sq.ranks([0.4, 0.9, 0.4, 0.1]) == [2, 1, 2, 4]


def test_rows_and_weights_have_names() -> None:
    data = {"unit": ["甲", "乙", "丙"], "reach": [3, 4, 5], "price": [2.5, 2.0, 4.0]}
    decision = sq.decide_by("topsis", data, {"price": 0.75, "reach": 0.25}, costs=["price"])
    assert decision.scores == sq.decide_by("topsis", data, [0.25, 0.75], costs=["price"]).scores
    assert decision.units == ["甲", "乙", "丙"]
    assert decision.table().to_dicts()[1] == {"unit": "乙", "score": decision.scores[1], "rank": decision.ranks[1]}
    why = decision.explain("乙")
    assert why.outcome == decision.scores[1] and [str(child.label) for child in why.children] == ["reach", "price"]
    assert decision.to_dict()["method"] == "topsis" and decision._repr_html_().startswith("<b>")


BAD: list[tuple[str, str, Any]] = [
    ("unknown-choice", "options.method", lambda: sq.decide_by("best", {"a": [1, 2]}, [1])),
    ("parameter-not-used", "options.v", lambda: sq.decide_by("topsis", {"a": [1, 2]}, [1], v=0.5)),
    ("unknown-field", "options.colour", lambda: sq.decide_by("topsis", {"a": [1, 2]}, [1], colour=1)),
    ("method-weights-not-one", "weights", lambda: sq.decide_by("topsis", {"a": [1, 2]}, [0.9])),
    ("method-counts-differ", "weights", lambda: sq.decide_by("topsis", {"a": [1, 2]}, [0.5, 0.5])),
    ("parameter-missing", "weights.a", lambda: sq.decide_by("topsis", {"a": [1, 2]}, {})),
    ("unknown-column", "costs[0]", lambda: sq.decide_by("topsis", {"a": [1, 2]}, [1], costs=["b"])),
    ("not-finite", "[1].a", lambda: sq.decide_by("topsis", {"a": np.array([1, np.nan])}, [1])),
    ("not-finite", "[1].a", lambda: sq.decide_by("topsis", {"a": [1, float("inf")]}, [1])),
    ("cell-missing", "[1].a", lambda: sq.decide_by("topsis", {"a": [1.0, None]}, [1])),
    ("cell-missing", "[1].a", lambda: sq.decide_by("topsis", pl.DataFrame({"a": [1.0, None]}), [1])),
    ("criterion-constant", "a", lambda: sq.decide_by("vikor", {"a": [1, 1]}, [1])),
    ("one-row", "", lambda: sq.weigh("entropy", {"a": [1.0]})),
    ("duplicate-unit", "[1].unit", lambda: sq.weigh("entropy", {"unit": ["x", "x"], "a": [1, 2]})),
    ("unknown-unit", "unit", lambda: sq.decide_by("borda", {"unit": ["x", "y"], "a": [1, 2]}, [1]).explain("z")),
    ("unknown-row", "unit", lambda: sq.decide_by("borda", {"a": [1, 2]}, [1]).explain(2)),
    ("indicator-constant", "a", lambda: sq.normalise("min-max", {"a": [1, 1]})),
    ("not-finite", "[0]", lambda: sq.ranks([float("nan")])),
    ("weights-ragged", "", lambda: sq.exact_sum({"a": [1, 2]}, [1, 2])),
    ("parameter-missing", "a", lambda: sq.exact_sum({"a": [0.5, 2.0]}, [1])),
    ("too-many-digits", "[0].a", lambda: sq.exact_sum({"a": [0.25, 2.0]}, [1], scales={"a": 1})),
    ("unknown-column", "costs[0]", lambda: sq.exact_sum({"a": [1, 2]}, [1], costs=["b"])),
    ("unknown-column", "scales.b", lambda: sq.exact_sum({"a": [1, 2]}, [1], scales={"b": 1})),
]


@pytest.mark.parametrize(("code", "path", "work"), BAD, ids=[f"{i}-{row[0]}" for i, row in enumerate(BAD)])
def test_bad_input_is_refused_with_its_place(code: str, path: str, work: Any) -> None:
    with pytest.raises(sq.ShequError) as caught:
        work()
    assert fault(caught) == (code, path)


def test_sums_are_exact() -> None:
    data = {"unit": ["x", "y", "z"], "a": [Decimal("0.1"), Decimal("0.3"), Decimal("0.2")], "b": [2, 0, 1]}
    found = sq.exact_sum(data, {"a": 10, "b": 1}, costs=["b"])
    assert found.totals == [Decimal("-1.0"), Decimal("3.0"), Decimal("1.0")]
    assert (found.scale, found.mantissas, found.order) == (1, [-10, 30, 10], [1, 2, 0])
    assert (found.ranks(), found.total("y"), found.mean("y")) == ([3, 1, 2], Decimal("3.0"), Fraction(3, 11))
    assert found.table().to_dicts()[0] == {"unit": "x", "total": Decimal("-1.0"), "rank": 3}
    # 0.1 + 0.2 is 0.3 here, and equals stay equal in any order.
    tied = sq.exact_sum({"a": [0.1, 0.3], "b": [0.2, 0.0]}, [1, 1], scales={"a": 1, "b": 1})
    assert tied.totals == [Decimal("0.3")] * 2 and tied.ranks("average") == [1.5, 1.5]
    many = np.arange(100_000, dtype=np.int64)
    by_array = sq.exact_sum({"a": many, "b": many[::-1].copy()}, [3, 2])
    by_arrow = sq.exact_sum(pa.table({"a": many, "b": many[::-1].copy()}), [3, 2])
    assert by_array.mantissas == by_arrow.mantissas == [3 * i + 2 * (99_999 - i) for i in range(100_000)]
    # Beyond 64 bits the sums are wider.
    assert sq.exact_sum({"a": [2**62, 1]}, [1000]).mantissas == [2**62 * 1000, 1000]


def test_every_log_says_what_was_done() -> None:
    document = {
        **HDI,
        "normalisation": {"method": "min-max", "lower": 1, "upper": 100},
        "screening": {"available": 0.5},
        "imputation": {"filler": "mean"},
        "treatment": {"points": 2},
        "ranking": {"ties": "average", "group": "size"},
        "indicators": [{"key": f"i{j}", "label": f"第{j}项", "parent": p} for j, p in enumerate(["health", "education", "income"])],
    }
    spread: list[float | None] = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, None]
    steps: list[float | None] = [1.0, 1, 2, 2, 3, 3, 4, 4, 5, None, 5, None]
    data = {"unit": [f"u{i}" for i in range(12)], "size": ["large", "small"] * 6, "i0": spread, "i1": steps, "i2": steps[::-1][1:] + [1.0]}
    card = sq.Index.from_dict(document).evaluate(data)
    (screened,) = card.screened()
    assert (screened.unit, screened.available, screened.not_zero, screened.of) == ("u11", 1, 1, 3)
    filled = card.filled()[0]
    assert (filled.unit, filled.indicator, filled.group, filled.sources) == ("u9", "i1", None, 10)
    near(filled.value, 3.0)
    entry = card.treatment()[0]
    assert entry.outliers and entry.passed and (entry.tried, entry.transform) == (1, None)
    assert entry.before is not None and entry.before.skewness > 2 and entry.before.kurtosis > 3.5
    assert entry.after == entry.after_winsorising
    (point,) = entry.winsorised
    assert (point.unit, point.before, point.after) == ("u10", 100.0, 10.0)
    about = card.describe()[0]
    assert (about.variable, about.least, about.greatest, about.median, about.rows) == ("i0", 1.0, 100.0, 6.0, 11)
    assert (about.available, about.not_zero, about.unique, about.same) == (11, 11, 11, 1)
    assert about.mean == pytest.approx(155 / 11) and about.deviation is not None and about.shape == entry.before
    best = card.standings("u10")[0]
    assert (best.indicator, str(best.label), best.rank, best.of, best.value) == ("i0", "第0项", 1, 11, 100.0)
    value = card.node_values("hdi")[0]
    assert (value.group, value.published) == ("large", None)
    assert value.rank_in_group is not None and value.rank_in_group <= value.rank
    node = card_node(sq.Index.from_dict(document), "i0")
    assert (str(node.label), node.weight, node.level) == ("第0项", 1.0, 0)
    near(node.effective_weight, 1 / 3)


def card_node(index: sq.Index, key: str) -> sq.IndexNode:
    return next(node for node in index.nodes if node.key == key)


def test_every_result_has_a_plain_form() -> None:
    data = {"a": [1.0, 2.0, 4.0], "b": [3.0, 1.0, 2.0]}
    half = [0.5, 0.5]
    close = sq.topsis(data, half, norm="min-max")
    near([w / (b + w) for b, w in zip(close.to_best, close.to_worst, strict=True)], close.closeness)
    compromise = sq.vikor(data, half)
    assert max(compromise.q) <= 1 and all(s >= r for s, r in zip(compromise.s, compromise.r, strict=True))
    table = sq.electre(data, half)
    assert [table.concordance[i][i] for i in range(3)] == [1.0] * 3
    assert [table.discordance[i][i] for i in range(3)] == [0.0] * 3 and len(table.outranks) == 3
    result = sq.best_worst([1, 2, 4], [4, 2, 1])
    near([low for low, _ in result.intervals], result.weights, 1e-9)
    assert result.consistency_ratio is None and result.input_ratio == 0.0
    treated = sq.treat([1.0, 2.0, 3.0, 5.0])
    assert not treated.outliers and treated.before == treated.after and treated.tried == 0 and treated.after_winsorising is None
    for found in (close, compromise, sq.promethee(data, half), table, sq.copeland(data, half), result, treated):
        assert found.to_dict() and len(sq.digest(found)) == 64
