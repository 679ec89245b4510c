"""shequ from Python: tables in by Arrow, without a copy, and the answer as a table that Arrow can take."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import polars as pl
import shequ as sq
from inputs import Data

Answer = tuple[np.ndarray, np.ndarray | None]
DRAWS = 1_000


def typed(path: Path) -> pl.DataFrame:
    """A file of values as whole numbers, decimals and yes and no."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        columns: dict[str, list[str | None]] = {name: [] for name in rows.fieldnames or ()}
        for row in rows:
            for name, cell in row.items():
                columns[name].append(cell or None)

    def column(name: str, cells: list[str | None]) -> pl.Series:
        series = pl.Series(name, cells, dtype=pl.String)
        there = [cell for cell in cells if cell is not None]
        if name in ("unit", "group"):
            return series
        if set(there) <= {"true", "false"}:
            return series == "true"
        return series.cast(pl.Decimal(18, 1)) if any("." in cell for cell in there) else series.cast(pl.Int64)

    return pl.DataFrame([column(name, cells) for name, cells in columns.items()])


class System:
    def __init__(self, data: Data) -> None:
        self.data = data

    def frame(self, kind: str) -> pl.DataFrame:
        return pl.DataFrame(dict(zip(self.data.keys, self.data.read(kind), strict=True)))

    def weighted_sum(self) -> Callable[[], object]:
        frame, weights = self.frame("i64"), self.data.percents.tolist()
        return lambda: sq.exact_sum(frame, weights).table()

    def sum_alone(self) -> Callable[[], object]:
        frame, weights = self.frame("i64"), self.data.percents.tolist()
        return lambda: sq.exact_sum(frame, weights)

    def scaled_from_floats(self) -> Callable[[], object]:
        frame, weights = self.frame("f64"), self.data.percents.tolist()
        scales = dict.fromkeys(self.data.keys, 1)
        return lambda: sq.exact_sum(frame, weights, scales=scales)

    def scaled_from_decimals(self) -> Callable[[], object]:
        frame = self.frame("i64").select((pl.all().cast(pl.Decimal(18, 0)) / 10).cast(pl.Decimal(18, 1)))
        weights = self.data.percents.tolist()
        return lambda: sq.exact_sum(frame, weights)

    def decide(self, method: str, **options: object) -> Callable[[], object]:
        frame, weights = self.frame("values"), self.data.weights.tolist()
        costs = [key for key, cost in zip(self.data.keys, self.data.costs, strict=True) if cost]
        return lambda: sq.decide_by(method, frame, weights, costs=costs, **options).table()

    def topsis(self) -> Callable[[], object]:
        return self.decide("topsis")

    def vikor(self) -> Callable[[], object]:
        return self.decide("vikor")

    def promethee_usual(self) -> Callable[[], object]:
        return self.decide("promethee-ii", preferences=["usual"])

    def promethee_linear(self) -> Callable[[], object]:
        return self.decide("promethee-ii", preferences=[{"linear": {"indifference": 1, "preference": 10}}])

    def draws(self) -> Callable[[], object]:
        """With the summary of each unit as a table: there is no other way to the ranks of all draws from Python."""
        frame = self.frame("values").insert_column(0, pl.Series("unit", [f"u{row}" for row in range(self.data.rows)]))
        study = sq.Study(frame, self.data.keys, sq.WeightDraws.uniform(self.data.columns), units="unit").with_seed(7)
        return lambda: study.run(DRAWS).table()

    @staticmethod
    def answer(made: object) -> Answer:
        frame = pl.DataFrame(made.table() if isinstance(made, sq.ExactTotals) else made)
        if "rank" not in frame.columns:
            return np.array([float(Fraction(mean)) for mean in frame["mean"]]), None
        score = "total" if "total" in frame.columns else "score"
        by = 1_000 if score == "total" else 1
        return frame[score].cast(pl.Float64).to_numpy() / by, frame["rank"].cast(pl.Float64).to_numpy()


class Contract:
    """The questions about a contract, with the files that the binary wrote."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.scheme = sq.Scheme.from_dict(json.loads((folder / "contract.json").read_text(encoding="utf-8")))

    def evaluated(self, units: int) -> Callable[[], object]:
        frame = typed(self.folder / f"contract_{units}.csv")
        return lambda: self.scheme.evaluate(frame)

    def contract_77(self) -> Callable[[], object]:
        return self.evaluated(77)

    def contract_10000(self) -> Callable[[], object]:
        return self.evaluated(10_000)

    def corrected_cell(self) -> Callable[[], object]:
        card = self.evaluated(10_000)()
        changes = [{"unit": "u05000", "column": "i00", "value": Decimal("42.5")}]
        return lambda: card.changed(changes)

    def what_if(self, units: int) -> Callable[[], object]:
        card = self.evaluated(units)()
        return lambda: card.what_if("u00000", rank=3)

    def what_if_77(self) -> Callable[[], object]:
        return self.what_if(77)

    def what_if_10000(self) -> Callable[[], object]:
        return self.what_if(10_000)

    @staticmethod
    def answer(made: object) -> Answer:
        frame = pl.DataFrame(made.table())
        return frame["total"].cast(pl.Float64).to_numpy(), frame["rank"].cast(pl.Float64).to_numpy()
