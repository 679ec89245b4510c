"""An evaluation of 10,000 units has the digests that every language has (`tests/ten_thousand`)."""

from __future__ import annotations

import json
import struct
import tomllib
from pathlib import Path
from typing import Any

import pytest
import shequ as sq

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "ten_thousand"
RECIPE: dict[str, Any] = json.loads((FOLDER / "recipe.json").read_text(encoding="utf-8"))
MASK = (1 << 64) - 1


def mixed(row: int, column: int) -> int:
    """The number of a cell, by its place alone."""
    z = (RECIPE["seed"] + (1000 * row + column + 1) * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def cell(column: dict[str, Any], z: int) -> str | bool | None:
    """A cell as a text, or whether a veto is held."""
    if column["kind"] == "flag":
        return z % column["below"] == 0
    if column["gaps"] and (z >> 32) % column["gaps"] == 0:
        return None
    n, scale = column["least"] + z % column["below"], column["scale"]
    digits = f"{n:0{scale + 1}}"
    return f"{digits[:-scale]}.{digits[-scale:]}" if scale else digits


def order(shuffled: bool) -> list[int]:
    rows = range(RECIPE["units"])
    return sorted(rows, key=lambda row: mixed(row, 999)) if shuffled else list(rows)


def table(rows: list[int], names: str, first: int) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {"unit": [f"社区 {row:05}" for row in rows]}
    for at, column in enumerate(RECIPE[names], first):
        columns[column["name"]] = [cell(column, mixed(row, at)) for row in rows]
    return columns


def turned(group: dict[str, Any]) -> dict[str, Any]:
    """The scheme with its groups and indicators the other way round."""
    out = dict(group)
    for field in ("groups", "indicators"):
        if field in group:
            out[field] = [turned(part) for part in reversed(group[field])]
    return out


@pytest.mark.parametrize("shuffled", [False, True])
def test_a_scorecard_has_the_digest_of_all_languages(shuffled: bool) -> None:
    rows = order(shuffled)
    cells = table(rows, "columns", 0)
    cells["group"] = [("village", "town")[row % 2] for row in rows]
    document = tomllib.loads((FOLDER / "scheme.toml").read_text(encoding="utf-8"))
    scheme = sq.Scheme.from_dict(turned(document) if shuffled else document)
    assert scheme.evaluate(cells).digest == RECIPE["digests"]["scorecard"]
    # One cell more, and it is another.
    cells["late"][0] = str(int(cells["late"][0]) + 1)
    assert scheme.evaluate(cells).digest != RECIPE["digests"]["scorecard"]


@pytest.mark.parametrize("shuffled", [False, True])
def test_methods_have_the_bits_of_all_languages(shuffled: bool) -> None:
    rows = order(shuffled)
    units = table(rows, "criteria", 500)
    names = [column["name"] for column in RECIPE["criteria"]]
    numbers = {name: [float(text) for text in units[name]] for name in names}
    study = sq.Study({"unit": units["unit"], **numbers}, names, sq.WeightDraws.uniform(len(names)), seed=RECIPE["seed"])
    sample = study.run(RECIPE["draws"])
    found = sorted((s.unit, s.best, s.worst, str(s.rank_sum)) for s in map(sample.summary, sample.units))
    assert sq.digest(found) == RECIPE["digests"]["ranks"]
    closeness = sq.topsis(numbers, [0.25] * len(names)).closeness
    bits = sorted((unit, struct.pack(">d", x).hex()) for unit, x in zip(units["unit"], closeness, strict=True))
    assert sq.digest(bits) == RECIPE["digests"]["closeness"]
