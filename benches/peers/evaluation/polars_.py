"""polars by hand: sums along the row, and its own rank."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import polars as pl
from inputs import Data

Answer = tuple[np.ndarray, np.ndarray | None]


class System:
    def __init__(self, data: Data, numbers: str = "floats") -> None:
        self.data = data
        self.whole = numbers == "ints"

    def frame(self, kind: str) -> pl.DataFrame:
        return pl.DataFrame(dict(zip(self.data.keys, self.data.read(kind), strict=True)))

    def weighted_sum(self) -> Callable[[], pl.DataFrame]:
        frame = self.frame("i64" if self.whole else "f64")
        weights = (self.data.percents if self.whole else self.data.weights).tolist()

        def call() -> pl.DataFrame:
            total = pl.sum_horizontal(pl.col(key) * weight for key, weight in zip(self.data.keys, weights, strict=True))
            return frame.select(score=total).with_columns(rank=pl.col("score").rank("min", descending=True))

        return call

    def scaled_from_floats(self) -> Callable[[], pl.DataFrame]:
        """Only the conversion: tenths as whole numbers."""
        frame = self.frame("f64")
        return lambda: frame.select((pl.all() * 10).round().cast(pl.Int64))

    def scaled_from_decimals(self) -> Callable[[], pl.DataFrame]:
        frame = self.frame("i64").select((pl.all().cast(pl.Decimal(18, 0)) / 10).cast(pl.Decimal(18, 1)))
        return lambda: frame.select((pl.all() * 10).cast(pl.Int64))

    @staticmethod
    def answer(frame: pl.DataFrame) -> Answer:
        if "score" not in frame.columns:
            return frame.to_series(0).to_numpy().astype(float), None
        return frame["score"].to_numpy().astype(float), frame["rank"].to_numpy()
