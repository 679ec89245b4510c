"""How far a ranking can be trusted: draws, sensitivity, exact bounds, break-even weights and award margins."""

from __future__ import annotations

import math
import struct
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import contract
import numpy as np
import pandas as pd
import polars as pl
import pytest
import shequ as sq

ROWS: list[dict[str, Any]] = [
    {"unit": "a", "reach": 1.0, "speed": 0.9},
    {"unit": "b", "reach": 0.5, "speed": 1.0},
    {"unit": "c", "reach": 0.4, "speed": 0.2},
]
CRITERIA = ["reach", "speed"]
POINTS: list[dict[str, Any]] = [
    {"unit": "a", "reach": 9, "speed": 1},
    {"unit": "b", "reach": 5, "speed": 4},
    {"unit": "c", "reach": 1, "speed": 9},
]


def study(seed: int = 7) -> sq.Study:
    return sq.Study(ROWS, CRITERIA, sq.WeightDraws.uniform(2), seed=seed)


def points() -> sq.ExactTable:
    return sq.ExactTable(POINTS, CRITERIA)


def test_draws_are_counted_by_unit() -> None:
    sample = study().run(1000)
    assert (sample.units, sample.draws, len(sample)) == (["a", "b", "c"], 1000, 3)
    # The third is last in everything; the first is ahead unless the weight of speed is above 5/6.
    assert sample.counts("c") == [0, 0, 1000]
    share = sample.at_or_above("a", 1)
    assert isinstance(share, Fraction) and abs(share - Fraction(5, 6)) < Fraction(4, 100)
    duel = sample.duel("a", "b")
    assert duel.ahead == share and duel.ahead + duel.tied + duel.behind == 1
    summary = sample.summary("b")
    counts = sample.counts("b")
    assert summary.rank_sum == sum(rank * draws for rank, draws in enumerate(counts, 1))
    assert summary.mean == Fraction(summary.rank_sum, 1000) and (summary.best, summary.worst) == (1, 2)
    whole = sample.summary("b", low="0", high=Fraction(1))
    assert (whole.low, whole.high) == (whole.best, whole.worst) == (1, 2)
    table = pl.DataFrame(sample.table())
    assert table["unit"].to_list() == ["a", "b", "c"]
    assert table["first"].to_list() == [sample.counts(unit)[0] for unit in sample.units]
    assert [Fraction(text) for text in table["mean"]] == [sample.summary(unit).mean for unit in sample.units]
    assert sample.explain("a").adds_up()
    assert sum(sample.rank(draw, "a") == 1 for draw in range(1000)) == sample.counts("a")[0]


def test_the_bits_of_a_draw_are_those_of_a_plain_chacha() -> None:
    """Weights that a plain ChaCha gives: seed 2024, draw 1, three criteria."""
    rows = [{"unit": "a", "x": 1.0, "y": 2.0, "z": 3.0}, {"unit": "b", "x": 2.0, "y": 1.0, "z": 0.0}]

    def bits(weights: sq.WeightDraws) -> list[str]:
        draw = sq.Study(rows, ["x", "y", "z"], weights, seed=2024).draw(1)
        return [struct.pack(">d", weight).hex() for weight in draw.weights["weight"]]

    assert bits(sq.WeightDraws.uniform(3)) == ["3fc4a21f30f21ddc", "3fc95825fd230adc", "3fe4816eb47ab5d2"]
    assert bits(sq.WeightDraws.around([5, 3, 2], 0.5)) == ["3fde1a0b1f851bb1", "3fd778383781883f", "3fc4db7951f2b81d"]
    assert bits(sq.WeightDraws.dirichlet([5, 3, 2], 10)) == ["3fd7d09b65ed30c2", "3fd15fc3cf7253ac", "3fd6cfa0caa07b90"]
    assert sq.Study(rows, ["x", "y", "z"], sq.WeightDraws.fixed([5, 3, 2])).draw(0).weights["weight"] == [0.5, 0.3, 0.2]
    between = sq.Study(rows, ["x", "y", "z"], sq.WeightDraws.between([1, 1, 0], [1, 1, 0])).draw(3)
    assert between.weights["weight"] == [0.5, 0.5, 0.0]


def test_any_frame_is_a_matrix() -> None:
    expected = study().run(200).table().to_dicts()
    frames: list[Any] = [
        pl.DataFrame(ROWS),
        pd.DataFrame(ROWS),
        {"unit": ["a", "b", "c"], "reach": np.array([1.0, 0.5, 0.4]), "speed": [0.9, 1, 0.2]},
        [{**row, "reach": str(row["reach"]), "speed": Decimal(str(row["speed"]))} for row in ROWS],
    ]
    for frame in frames:
        assert sq.Study(frame, CRITERIA, sq.WeightDraws.uniform(2), seed=7).run(200).table().to_dicts() == expected
    named = pl.DataFrame(ROWS).rename({"unit": "社区"})
    assert sq.Study(named, CRITERIA, sq.WeightDraws.uniform(2), units="社区", seed=7).units == ["a", "b", "c"]


def test_values_and_methods_may_vary() -> None:
    noisy = study().with_noise("reach", sq.Noise.normal(0.1)).with_noise("speed", sq.Noise.uniform(0.05))
    varied = noisy.with_methods(["additive", "topsis"]).with_seed(3)
    sample = varied.run(60)
    made = [varied.draw(draw) for draw in range(60)]
    assert {draw.method for draw in made} == {"additive", "topsis"}
    for number, draw in enumerate(made):
        assert draw.outcome["rank"] == [sample.rank(number, unit) for unit in sample.units]
        assert draw.values is not None
        assert all(abs(x - row["speed"]) <= 0.05 for x, row in zip(draw.values["speed"], ROWS, strict=True))
    assert study().draw(0).values is None
    least, most = [0.9, 0.4, 0.3], [1.0, 0.5, 0.4]
    values = study().with_noise("reach", sq.Noise.interval(least, most)).draw(5).values
    assert values is not None
    assert all(low <= x <= high for x, low, high in zip(values["reach"], least, most, strict=True))
    # Less is better: the one with least is first in every draw.
    costs = sq.Study(ROWS, CRITERIA, sq.WeightDraws.uniform(2), costs=CRITERIA)
    assert costs.run(20).counts("c") == [20, 0, 0]


def test_the_weight_that_tells_no_units_apart_moves_nothing() -> None:
    rows = [{"unit": u, "x": x, "y": y, "z": 0.0} for u, x, y in (("a", 1.0, 0.0), ("b", 0.0, 1.0), ("c", 0.6, 0.7))]
    made = sq.Study(rows, ["x", "y", "z"], sq.WeightDraws.uniform(3))
    found = made.weight_sensitivity([0.2, 0.2, 0], [0.8, 0.8, 0.1], output="rank", unit="a", points=512, replicates=50)
    assert found.runs == 512 * 5
    assert 0 < found.variance < 4  # of a rank among three
    indices = {row["criterion"]: row for row in found.table().to_dicts()}
    assert abs(indices["z"]["total"]) < 1e-9 and indices["x"]["total"] > 0.2 and indices["y"]["total"] > 0.2
    assert all(row["first_low"] <= row["first"] <= row["first_high"] for row in indices.values())
    with pytest.raises(sq.ShequError) as caught:
        made.weight_sensitivity([0.2, 0.2, 0], [0.8, 0.8, 0.1], output="score", unit="x")
    assert (caught.value.code, caught.value.path) == ("certainty-unknown-unit", "unit")


def test_rank_bounds_are_proven_and_checked() -> None:
    table, free = points(), sq.WeightBox.free(2)
    bounds = table.rank_bounds("b", free, keep_proof=True)
    # Worse than the mean of the two others: never first.
    assert (bounds.best.rank, bounds.worst.rank) == (2, 3)
    assert (bounds.best.status, bounds.worst.status, bounds.ties) == ("proven", "proven", "min")
    check = bounds.check(table, free)
    assert (check.witnesses, check.limits) == (True, True)
    assert table.rank_bounds("b", free).check(table, free).limits is None
    witness = [weight.weight for weight in bounds.worst.weights]
    assert free.contains(witness) and table.rank("b", witness) == 3
    assert bounds.explain().adds_up()
    assert (bounds.best.limit, bounds.worst.limit) == (2, 3)
    assert (bounds.always_ahead, bounds.always_behind) == ([], [])
    # With almost all weight on one criterion there is one order.
    speed = sq.WeightBox.around(["1/100", "99/100"], "1/100")
    fixed = table.rank_bounds("b", speed)
    ranked = [table.rank(unit, ["1/100", "99/100"]) for unit in table.units]
    assert [u for u, rank in zip(table.units, ranked) if rank < 2] == fixed.always_ahead
    assert [u for u, rank in zip(table.units, ranked) if rank > 2] == fixed.always_behind
    # By hand: the ranks over a fine grid of exact weights never leave the bounds, and reach both ends.
    for unit, bound in zip(table.units, table.all_rank_bounds(free), strict=True):
        ranks = [table.rank(unit, [Fraction(n, 60), Fraction(60 - n, 60)]) for n in range(61)]
        assert (min(ranks), max(ranks)) == (bound.best.rank, bound.worst.rank), unit
    rows = table.rank_bounds_table(free).to_dicts()
    assert [(row["unit"], row["best"], row["worst"]) for row in rows] == [("a", 1, 3), ("b", 2, 3), ("c", 1, 3)]
    assert all(row["best_proven"] and row["worst_limit"] == row["worst"] for row in rows)


def test_boxes_are_exact() -> None:
    box = sq.WeightBox.around(["0.5", "0.3", "0.2"], "1/4")
    assert box.lower[0] == Fraction(3, 8) and box.upper[0] == Fraction(5, 8) and len(box) == 3
    assert sq.WeightBox.within([1, 1], Fraction(1, 10)).lower == [Fraction(2, 5)] * 2
    assert sq.WeightBox(["1/3", 0], [1, "2/3"]).contains(["1/3", "2/3"])
    assert not box.contains(["1", "0", "0"])
    with pytest.raises(sq.ShequError) as caught:
        sq.WeightBox(["2/3", "2/3"], [1, 1])
    assert caught.value.code == "certainty-box-empty"
    with pytest.raises(sq.ShequError):
        sq.WeightBox.around([0.5, 0.5], "1/4")  # type: ignore[list-item]


def test_break_even_weights_level_two_units() -> None:
    table = sq.ExactTable([{"unit": "a", "reach": 9, "speed": 4}, {"unit": "b", "reach": 5, "speed": 6}], CRITERIA)
    pair = table.break_even("a", "b", ["1/2", "1/2"])
    # 9x + 4(1 - x) = 5x + 6(1 - x) at x = 1/3.
    assert pair.criteria[0].level_at == Fraction(1, 3) and pair.criteria[0].change == Fraction(-1, 6)
    # The other criterion alone: 4 against 6.
    assert pair.criteria[0].gap_of_others == Fraction(-2)
    assert pair.nearest in CRITERIA and pair.difference == Fraction(1)
    level = [Fraction(1, 3), Fraction(2, 3)]
    assert table.score("a", level) == table.score("b", level)
    assert [(p.first, p.second) for p in table.break_even_neighbours([1, 1])] == [("a", "b")]
    assert table.break_even_pairs([1, 1])[0] == table.break_even_neighbours([1, 1])[0]
    assert [(score.unit, score.rank) for score in table.scores([1, 3], ties="max")] == [("a", 2), ("b", 1)]
    assert "1/3" in pair.explain().render("en")


def test_dominance_and_differences() -> None:
    values = [(3, 3), (3, 2), (2, 4), (3, 3), (0, 0)]
    rows = [{"unit": f"u{i}", "x": x, "y": y} for i, (x, y) in enumerate(values)]
    table = sq.ExactTable(rows, ["x", "y"])
    found = table.dominance()
    expected = [
        (f"u{i}", f"u{j}")
        for (i, a), (j, b) in product(enumerate(values), repeat=2)
        if a != b and a[0] >= b[0] and a[1] >= b[1]
    ]
    assert [(pair.better, pair.worse) for pair in found.pairs] == expected
    assert found.undominated == ["u0", "u2", "u3"]
    space = sq.WeightBox(["6/10", 0], [1, 1])
    assert table.dominance_within(space).undominated == ["u0", "u3"]
    difference = table.difference("u0", "u2", space)
    assert (difference.least, difference.greatest) == (Fraction(1, 5), Fraction(1))
    assert space.contains(difference.least_at) and space.contains(difference.greatest_at)


def test_award_margins_of_the_worked_contract() -> None:
    data = contract.read()
    if data is None:
        pytest.skip(f"SKIPPED: {contract.PATH} is not there")
    card = sq.Scheme.from_dict(contract.scheme(data["contract"])).evaluate(contract.rows(data["contract"]))
    margins = {margin.group: margin for margin in sq.award_margins(card, 5)}
    for group, margin in margins.items():
        members = [s for s in data["expected"].values() if s["group"] == group and s["eligible"]]
        last = min((Decimal(s["total"]) for s in members if s["award"]), default=None)
        first = max((Decimal(s["total"]) for s in members if not s["award"]), default=None)
        gap = None if last is None or first is None else Fraction(last) - Fraction(first)
        assert (margin.gap, margin.is_thin) == (gap, gap is not None and gap < 5)
        assert margin.margin == 5
        assert last == (margin.last_in and Decimal(margin.last_in.total))
        assert first == (margin.first_out and Decimal(margin.first_out.total))
    village = margins["village"]
    assert village.gap == Fraction(481, 100) and {unit.unit for unit in village.near} == {"C004", "C008", "C009"}
    assert not sq.award_margins(card, Decimal("4.81"))[-1].is_thin
    assert "481/100" in village.explain().render("en")


def test_the_lines_of_a_scorecard_are_an_exact_table() -> None:
    indicators = [{"key": key, "points": 50, "rule": "linear", "target": 100} for key in ("visits", "repairs")]
    scheme = {
        "format": "shequ.scheme/1",
        "title": "Agreement",
        "subject": "unit",
        "total": 100,
        "groups": [{"key": "work", "points": 100, "indicators": indicators}],
    }
    cells = [{"unit": "a", "visits": 90, "repairs": 60}, {"unit": "b", "visits": 70, "repairs": 78}]
    card = sq.Scheme.from_dict(scheme).evaluate(cells)
    table = sq.ExactTable(card.line_table(), ["visits", "repairs"])
    assert [table.score(unit, [1, 1]) for unit in card.units] == [Fraction(card.total(unit)) for unit in card.units]
    # 45x + 30(1 - x) = 35x + 39(1 - x) at x = 9/19.
    assert table.break_even("a", "b", [1, 1]).criteria[0].level_at == Fraction(9, 19)


def test_long_work_is_watched_and_may_be_stopped() -> None:
    table, free = points(), sq.WeightBox.free(2)
    told: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> None:
        told.append((done, total))

    works: list[Any] = [
        lambda progress: study().run(100, progress=progress),
        lambda progress: table.all_rank_bounds(free, progress=progress),
        lambda progress: table.rank_bounds_table(free, progress=progress),
        lambda progress: table.dominance(progress=progress),
        lambda progress: table.dominance_within(free, progress=progress),
        lambda progress: table.break_even_pairs([1, 1], progress=progress),
        lambda progress: study().weight_sensitivity(
            [0.1, 0.1], [0.9, 0.9], output="score", unit="a", points=8, replicates=4, progress=progress
        ),
    ]
    for work in works:
        told.clear()
        work(watch)
        assert told and told[-1][0] == told[-1][1]
        with pytest.raises(sq.Stopped):
            work(lambda done, total: False)


@pytest.mark.parametrize(
    ("work", "code", "path"),
    [
        (lambda: sq.WeightDraws.fixed([0.0, 0.0]), "certainty-weights-all-zero", "weights"),
        (lambda: sq.WeightDraws.fixed([1.0, -1.0]), "certainty-weight-invalid", "weights[1]"),
        (lambda: sq.WeightDraws.between([1.0], [0.5]), "certainty-bounds-reversed", "lower[0]"),
        (lambda: sq.Study(ROWS, CRITERIA, sq.WeightDraws.uniform(3)), "certainty-count-mismatch", "weights"),
        (
            lambda: sq.Study([*ROWS, ROWS[0]], CRITERIA, sq.WeightDraws.uniform(2)),
            "certainty-duplicate-key",
            "units[3]",
        ),
        (
            lambda: sq.Study(ROWS, ["reach"], sq.WeightDraws.uniform(1), costs=["x"]),
            "certainty-unknown-criterion",
            "costs[0]",
        ),
        (lambda: sq.Study(ROWS, ["x"], sq.WeightDraws.uniform(1)), "missing-column", ""),
        (
            lambda: sq.Study([{**ROWS[0], "reach": float("nan")}], ["reach"], sq.WeightDraws.uniform(1)),
            "not-finite",
            "[0].reach",
        ),
        (
            lambda: sq.Study([ROWS[0], {"unit": "b"}], ["reach"], sq.WeightDraws.uniform(1)),
            "certainty-cell-missing",
            "[1].reach",
        ),
        (lambda: study().with_noise("reach", sq.Noise.normal(-1.0)), "certainty-out-of-range", "noise.reach"),
        (lambda: study().with_methods(["magic"]), "unknown-method", "methods[0]"),
        (lambda: study().run(0), "certainty-out-of-range", "draws"),
        (lambda: study().run(5).counts("x"), "certainty-unknown-unit", ""),
        (lambda: study().run(5).rank(5, "a"), "certainty-unknown-draw", ""),
        (lambda: points().rank_bounds("x", sq.WeightBox.free(2)), "certainty-unknown-unit", ""),
        (lambda: points().rank_bounds("a", sq.WeightBox.free(3)), "certainty-count-mismatch", "weights"),
        (lambda: points().break_even("a", "a", [1, 1]), "certainty-same-unit", ""),
    ],
)
def test_bad_input_is_named(work: Any, code: str, path: str) -> None:
    with pytest.raises(sq.ShequError) as caught:
        work()
    assert (caught.value.code, caught.value.path) == (code, path)


CARD: dict[str, Any] = {
    "format": "shequ.scheme/1",
    "title": "example",
    "subject": "unit",
    "bonuses": [{"key": "model"}],
    "ranking": {"basis": "rounded", "ties": "min"},
    "groups": [
        {"key": "care", "indicators": [{"key": "visits", "points": 60, "rule": "linear", "target": 9, "scale": 1}]},
        {"key": "order", "indicators": [{"key": "rounds", "points": 40, "rule": "linear", "target": 9, "scale": 1}]},
    ],
}


def test_a_scorecard_tells_how_far_its_ranks_rest_on_its_weights() -> None:
    # By hand: of 60 and 40 points, a has 60 and 20, b 40 and 36 and a bonus of 2.
    cells = [
        {"unit": "a", "group": "east", "visits": 9, "rounds": "4.5", "model": 0},
        {"unit": "b", "group": "east", "visits": 6, "rounds": "8.1", "model": 2},
        {"unit": "c", "group": "west", "visits": 1, "rounds": 1, "model": 0},
    ]
    card = sq.Scheme.from_dict(CARD).evaluate(cells)
    points = card.part_points()
    assert points == [60, 40] == card.part_points(parts="indicators")
    table = card.exact_table(group="east")
    assert (table.units, table.criteria) == (["a", "b"], ["care", "order"])
    assert card.exact_table(parts="indicators", group="east").criteria == ["visits", "rounds"]
    assert [table.score(unit, [Fraction(p, 100) for p in points]) for unit in "ab"] == [80, 78]
    assert table.score("b", [1, 0]) == Fraction(206, 3)
    bounds = table.rank_bounds("b", sq.WeightBox.around(points, "1/4"))
    assert (bounds.best.rank, bounds.worst.rank) == (1, 2)
    sample = card.rank_intervals(400, seed=3, group="east")
    assert sample.counts("b") == table.study(sq.WeightDraws.around([60, 40], 0.25), seed=3).run(400).counts("b")
    assert 0 < sample.counts("b")[0] < 200
    assert card.rank_intervals(10, spread=0, group="east").counts("a") == [10, 0]
    with pytest.raises(sq.SchemeError) as error:
        card.rank_intervals()
    assert error.value.code == "certainty-peer-group-missing"


def test_the_least_total_of_an_award_is_a_line() -> None:
    scheme = CARD | {"award": {"share": "1/2", "least": 90}, "groups": CARD["groups"][:1], "bonuses": []}
    scheme["groups"] = [{"key": "care", "indicators": [{"key": "visits", "points": 100, "rule": "linear", "target": 100}]}]
    cells = [{"unit": unit, "visits": visits} for unit, visits in (("a", 95), ("b", 89), ("c", 50), ("d", 40))]
    (margin,) = sq.award_margins(sq.Scheme.from_dict(scheme).evaluate(cells), 2)
    assert (margin.least, margin.gap, margin.is_thin) == (90, 6, True)
    assert [unit.unit for unit in margin.near] == ["b"]


def index(mean: str) -> dict[str, Any]:
    return {
        "format": "shequ.index/1",
        "title": mean,
        "subject": "unit",
        "normalisation": {"method": "min-max", "lower": 1, "upper": 100},
        "ranking": {"ties": "min"},
        "levels": [{"aggregation": mean}],
        "aggregates": [{"key": "top"}],
        "indicators": [{"key": "reach", "parent": "top"}, {"key": "speed", "parent": "top"}],
    }


def test_a_composite_index_is_studied_as_a_whole() -> None:
    data = {"unit": ["a", "b", "c"], "reach": [9, 5, 1], "speed": [2, 5, 1]}
    plain, geometric = (sq.Index.from_dict(index(mean)).evaluate(data) for mean in ("arithmetic", "geometric"))
    study = plain.study(seed=7).with_index(geometric)
    sample = study.run(500)
    # By hand: by the arithmetic mean b is ahead of a while the weight of reach is below 3/5, by the geometric one always here.
    assert sample.counts("b")[0] > 450 and sample.counts("c") == [0, 0, 500]
    assert {study.draw(draw).method for draw in range(20)} == {"arithmetic", "geometric"}
    assert study.with_noise("speed", sq.Noise.uniform(1)).draw(0).values is not None
    fixed = plain.study(sq.WeightDraws.fixed([3, 1])).run(10)
    assert fixed.counts("a") == [10, 0, 0]
    other = sq.Index.from_dict(index("geometric")).evaluate(data | {"unit": ["a", "b", "d"]})
    with pytest.raises(sq.SchemeError) as error:
        plain.study().with_index(other)
    assert error.value.code == "certainty-cards-differ"


def test_the_sensitivity_of_any_model() -> None:
    # Ishigami and Homma (1990) with a = 7 and b = 0.1: first 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437.
    def ishigami(x: list[float]) -> float:
        a, b, c = (math.pi * (2 * x - 1) for x in x)
        return math.sin(a) + 7 * math.sin(b) ** 2 + 0.1 * c**4 * math.sin(a)

    found = sq.sobol(3, ishigami, points=2048, seed=1, replicates=100)
    assert found.runs == 2048 * 5 and len(found.inputs) == 3
    for index, first, total in zip(found.inputs, (0.3139, 0.4424, 0), (0.5576, 0.4424, 0.2437), strict=True):
        assert abs(index.first - first) < 0.05 and abs(index.total - total) < 0.05
        assert index.first_low <= index.first <= index.first_high and index.total_low <= index.total <= index.total_high
    with pytest.raises(sq.SchemeError) as error:
        sq.sobol(1, lambda x: 1.0)
    assert error.value.code == "certainty-output-constant"
    with pytest.raises(ZeroDivisionError):
        sq.sobol(1, lambda x: 1 / 0)
