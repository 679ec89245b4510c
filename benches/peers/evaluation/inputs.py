"""The numbers that every system gets, made from a seed and laid down as files that each reads in its own way.

A matrix of R x C lies column by column: `NAME.i64` holds tenths from 0 to 1,000 as whole numbers, `NAME.f64` the same as
floats, `NAME.values` floats between 1 and 100 without a pattern. Weights are whole percents that sum to one.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

#: Rows and columns by name.
SHAPES = {
    "1e3x20": (1_000, 20),
    "1e5x50": (100_000, 50),
    "6e5x50": (600_000, 50),
    "2e3x50": (2_000, 50),
    "77x30": (77, 30),
    "1e4x30": (10_000, 30),
}
#: How a whole number becomes what it stands for.
TENTHS = 10


def percents(columns: int) -> np.ndarray:
    """Whole percents that sum to 100, no two neighbours alike."""
    base = 100 // columns - 1
    weights = np.array([base + j % 3 for j in range(columns)], dtype=np.int64)
    weights[-1] += 100 - weights.sum()
    return weights


def costs(columns: int) -> np.ndarray:
    """Of every third criterion less is better."""
    return np.arange(columns) % 3 == 2


def prepare(folder: Path, shapes: set[str]) -> None:
    """Writes what is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in shapes:
        rows, columns = SHAPES[name]
        if (folder / f"{name}.values").exists():
            continue
        rng = np.random.default_rng([rows, columns])
        tenths = rng.integers(0, 100 * TENTHS + 1, size=(columns, rows), dtype=np.int64)
        tenths.tofile(folder / f"{name}.i64")
        (tenths / TENTHS).tofile(folder / f"{name}.f64")
        rng.uniform(1.0, 100.0, size=(columns, rows)).tofile(folder / f"{name}.values")


class Data:
    """One matrix of the folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name = folder, name
        self.rows, self.columns = SHAPES[name]
        self.percents = percents(self.columns)
        self.weights = self.percents / 100
        self.costs = costs(self.columns)
        self.keys = [f"c{j:02}" for j in range(self.columns)]

    def read(self, kind: str) -> np.ndarray:
        """The columns, one after the other, each in one piece: `i64`, `f64` or `values`."""
        kinds = {"i64": np.int64, "f64": np.float64, "values": np.float64}
        return np.fromfile(self.folder / f"{self.name}.{kind}", dtype=kinds[kind]).reshape(self.columns, self.rows)

    def matrix(self, kind: str) -> np.ndarray:
        """Alternatives in rows, as the peers want it."""
        return np.ascontiguousarray(self.read(kind).T)
