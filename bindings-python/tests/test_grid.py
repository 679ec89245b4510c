"""Territories and the check of a plan; long work that is watched."""

from __future__ import annotations

import json
import signal
import sys
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import shequ as sq

GRAPH: dict[str, Any] = {
    "format": "shequ.territory/1",
    "label": "sample",
    "nodes": [
        {"key": "a", "households": 120, "compound": "x"},
        {"key": "b", "households": 150, "compound": "x"},
        {"key": "c", "households": 90},
    ],
    "edges": [["a", "b", 40], ["b", "c", 25, True]],
}
PLAN: dict[str, Any] = {
    "format": "shequ.plan/1",
    "label": "first",
    "bounds": {"least": 200, "most": 300},
    "keep_together": "compound",
    "grids": [{"key": "g1", "buildings": ["a"]}, {"key": "g2", "label": "二", "buildings": ["b", "c"]}],
}


def square(key: str, x: float, y: float, hu: int) -> dict[str, Any]:
    ring = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]
    return {
        "type": "Feature",
        "properties": {"id": key, "hu": hu},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": features}


SQUARES = collection([square("a", 0, 0, 10), square("b", 1, 0, 20), square("c", 2, 0, 30)])
ROAD = collection(
    [{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[2, 0], [2, 1]]}}]
)


def test_a_plan_is_checked_and_each_fault_names_its_buildings() -> None:
    territory, plan = sq.Territory.from_dict(GRAPH), sq.Plan.from_dict(PLAN)
    check = territory.check(plan)
    assert not check and not check.ok
    assert {f.kind for f in check.faults} == {"barrier-crossed", "too-few", "compound-split"}
    [few] = check.of("too-few")
    assert (few.grids, few.buildings, few.households, few.bound) == (["g1"], ["a"], 120, 200)
    [barrier] = check.of("barrier-crossed")
    assert barrier.pairs == [("b", "c")] and barrier.message.en.startswith("grid `g2` holds together only across")
    assert check.of("compound-split")[0].groups == ["x"] and barrier.parts == [["b"], ["c"]]
    assert (check.buildings, check.households, check.bounds) == (3, 360, (200, 300))
    assert [(g.key, g.households, g.buildings, g.parts) for g in check.grids] == [("g1", 120, 1, 1), ("g2", 240, 2, 2)]
    assert check.grids[1].label.zh == "二" and check.grids[1].faults >= 1
    assert (check.cut.edges, check.cut.length, check.cut.at_barriers) == (1, Decimal(40), 0)
    assert check.explain().outcome == "notMet" and check.to_dict()["ok"] is False
    assert territory.check(PLAN).to_dict() == check.to_dict()
    good = {"bounds": {"least": 90, "most": 270}, "grids": [
        {"key": "g1", "buildings": ["a", "b"]},
        {"key": "g2", "buildings": ["c"]},
    ]}  # fmt: skip
    assert territory.check(good)


def test_a_plan_says_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    plan = sq.Plan.load(tmp_path / "plan.json")
    assert plan == sq.Plan.parse(json.dumps(PLAN)) == sq.Plan.from_dict(plan.to_dict())
    assert (plan.label.zh, plan.bounds, plan.keep_together, plan.within) == ("first", (200, 300), "compound", None)
    assert [(g.key, g.buildings) for g in plan.grids] == [("g1", ["a"]), ("g2", ["b", "c"])]
    assert plan.grids[1].label.zh == "二"
    assert (len(plan), repr(plan), repr(plan.grids[0])) == (2, "<Plan first: 2 grids>", "<Grid g1: 1 buildings>")
    assert "<td>g2</td>" in plan._repr_html_()


def test_a_territory_says_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "territory.json").write_text(json.dumps(GRAPH), encoding="utf-8")
    for territory in (
        sq.Territory.from_dict(GRAPH),
        sq.Territory.parse(json.dumps(GRAPH)),
        sq.Territory.load(tmp_path / "territory.json"),
    ):
        assert (territory.label.zh, territory.buildings, len(territory)) == ("sample", ["a", "b", "c"], 3)
        assert territory.total_households == 360
        assert territory.households("b") == 150 and territory.households("z") is None
        assert territory.neighbours("b") == [("a", False), ("c", True)] and territory.neighbours("z") is None
        summary = territory.summary()
        assert (summary.buildings, summary.households, summary.edges, summary.barriers, summary.parts) == (3, 360, 2, 1, 2)
        assert summary.digest == territory.digest == sq.digest(territory)
        assert repr(territory) == "<Territory sample: 3 buildings, 360 households>"
        assert "<td>360</td>" in territory._repr_html_()


def test_geojson_is_read_with_the_names_of_its_properties(tmp_path: Path) -> None:
    (tmp_path / "buildings.geojson").write_text(json.dumps(SQUARES), encoding="utf-8")
    (tmp_path / "roads.geojson").write_text(json.dumps(ROAD), encoding="utf-8")
    frame = SimpleNamespace(__geo_interface__=SQUARES)
    for territory in (
        sq.Territory.load(
            tmp_path / "buildings.geojson", households="hu", key="id", barriers=tmp_path / "roads.geojson"
        ),
        sq.Territory.parse(json.dumps(SQUARES), households="hu", key="id", barriers=json.dumps(ROAD)),
        sq.Territory.from_dict(SQUARES, households="hu", key="id", barriers=ROAD),
        sq.Territory.from_dict(frame, households="hu", barriers=ROAD),
    ):
        assert territory.total_households == 60
        assert territory.neighbours("b") == [("a", False), ("c", True)]
    assert sq.Territory.from_dict(SQUARES, households="hu", decimals=3, snap=2).neighbours("b") == [("a", False), ("c", False)]
    with pytest.raises(sq.ShequError) as caught:
        sq.Territory.from_dict(SQUARES, compound="x", community="y")
    assert caught.value.path.startswith("territory")
    for asked in ({"households": "hu"}, {"barriers": ROAD}):
        with pytest.raises(sq.GridError) as refused:
            sq.Territory.from_dict(GRAPH, **asked)
        assert (refused.value.code, refused.value.path) == ("geojson-type", "territory.type")
    planners = {"nodes": [{"id": "a", "w": 3}], "edges": []}
    assert sq.Territory.from_dict(planners).total_households == 3


def test_a_missing_building_is_an_error_with_its_place() -> None:
    territory = sq.Territory.from_dict(GRAPH)
    with pytest.raises(sq.GridError) as caught:
        territory.check({"grids": [{"key": "g1", "buildings": ["a", "nowhere"]}]})
    assert caught.value.code == "unknown-building" and caught.value.path == "plan.grids[0].buildings[1]"


def city(side: int) -> dict[str, Any]:
    at = lambda x, y: x * side + y  # noqa: E731
    nodes = [{"key": str(i), "households": 1} for i in range(side * side)]
    edges = [[at(x, y), at(x + 1, y)] for x in range(side - 1) for y in range(side)]
    edges += [[at(x, y), at(x, y + 1)] for x in range(side) for y in range(side - 1)]
    return {"format": "shequ.territory/1", "nodes": nodes, "edges": edges}


def whole(side: int) -> dict[str, Any]:
    return {"grids": [{"key": "all", "buildings": [str(i) for i in range(side * side)]}]}


def test_progress_is_told_and_may_stop_the_work() -> None:
    territory, told = sq.Territory.from_dict(city(30)), []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    assert territory.check(whole(30), progress=tell)
    assert told and told == sorted(told) and told[-1][0] == told[-1][1]
    with pytest.raises(sq.Stopped) as caught:
        territory.check(whole(30), progress=lambda done, total: False)
    assert caught.value.code == "stopped"
    for silent in (None, False):
        assert territory.check(whole(30), progress=silent)
    with pytest.raises(TypeError, match="progress is"):
        territory.check(whole(30), progress=3)  # type: ignore[arg-type]


def test_what_the_callback_raises_is_raised() -> None:
    def fail(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sq.Territory.from_dict(city(10)).check(whole(10), progress=fail)
    with pytest.raises(KeyboardInterrupt):
        sq.Territory.from_dict(SQUARES, households="hu", progress=fail)


def test_a_bar_is_shown_where_it_is_asked_for(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    territory = sq.Territory.from_dict(city(30))
    assert territory.check(whole(30), progress=True)
    assert "it" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(ImportError, match="pip install tqdm"):
        territory.check(whole(30), progress=True)
    assert territory.check(whole(30))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs POSIX timers")
def test_signals_are_heeded_while_the_core_works() -> None:
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1

    before = signal.signal(signal.SIGALRM, count)
    try:
        for side in (100, 200, 400, 800):
            territory, plan = sq.Territory.from_dict(city(side), progress=False), sq.Plan.from_dict(
                {"format": "shequ.plan/1", **whole(side)}
            )
            seen = 0
            signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
            check = territory.check(plan, progress=False)
            during = seen
            signal.setitimer(signal.ITIMER_REAL, 0)
            assert check
            # Were they heeded only when the call is over, there would be one.
            if during > 2:
                return
        pytest.fail(f"only {during} signals were heeded")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
