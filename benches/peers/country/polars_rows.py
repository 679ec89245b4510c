"""polars once more, each unit numbered by its row when built: a step up is then a gather, not a join.

The last release only.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from inputs import Asked
from polars_ import Keys, whole


def numbered(units: pl.Series) -> pl.DataFrame:
    return pl.DataFrame({"row": np.arange(len(units), dtype=np.uint32), "unit": units})


class Static:
    def __init__(self, asked: Asked, numbers: bool = False) -> None:
        keys = Keys(numbers)
        self.type = keys.type
        self.villages = keys.column("code", asked.villages[0])
        self.counties = keys.column("code", asked.counties[0])
        self.a, self.b = (keys.column("code", side) for side in asked.pairs)
        codes, weights = asked.weights()
        self.weights = pl.DataFrame([keys.column("code", codes), pl.Series("weight", weights)])

    def build(self, path: str) -> None:
        units = pl.read_csv(path, schema_overrides={"code": self.type, "parent": self.type}).with_row_index("unit")
        self.ids = units.select("code", "unit")
        parents = units.select(parent="code", above="unit")
        self.units = units.join(parents, on="parent", how="left", maintain_order="left")
        self.above, self.code = self.units["above"], self.units["code"]
        self.links = self.units.select("unit", "above").filter(pl.col("above").is_not_null())
        depth, up = np.zeros(len(units), dtype=np.int32), self.above
        while up.null_count() < len(up):
            depth += up.is_not_null().to_numpy()
            up = self.above.gather(up)
        self.depth = pl.Series("depth", depth)

    def ready(self) -> None:
        self.weighed = self.units.join(self.weights, on="code", how="left", maintain_order="left").select("unit", "above", "weight")

    def find(self, codes: pl.Series) -> pl.Series:
        return codes.to_frame().join(self.ids, on="code", how="left", maintain_order="left")["unit"]

    def coded(self, found: pl.DataFrame) -> pl.DataFrame:
        return found.select("row", code=self.code.gather(found["unit"]))

    def ancestors(self) -> pl.DataFrame:
        found, steps = numbered(self.find(self.villages)), []
        while not found.is_empty():
            above = self.above.gather(found["unit"])
            found = found.select("row", unit=above)
            if above.null_count():
                found = found.filter(pl.col("unit").is_not_null())
            steps.append(found)
        return self.coded(pl.concat(steps))

    def descendants(self) -> pl.DataFrame:
        found, steps = numbered(self.find(self.counties)), []
        while not found.is_empty():
            found = found.join(self.links, left_on="unit", right_on="above").select("row", unit="unit_right")
            steps.append(found)
        return self.coded(pl.concat(steps))

    def rollup(self) -> pl.DataFrame:
        """Sums travel up a level at a time, added up by parent."""
        there = pl.col("above").is_not_null()
        sums = self.weighed.filter(there).group_by("above").agg(pl.len().cast(pl.Int64).alias("count"), pl.sum("weight"))
        steps = []
        while not sums.is_empty():
            steps.append(sums)
            higher = sums.with_columns(above=self.above.gather(sums["above"])).filter(there)
            sums = higher.group_by("above").agg(pl.sum("count", "weight"))
        below = pl.concat(steps).group_by("above").agg(pl.sum("count", "weight"))
        own = self.weighed.select("unit", "weight").join(
            below, left_on="unit", right_on="above", how="left", suffix="_below", maintain_order="left"
        )
        return own.select(
            self.code,
            count=1 + pl.col("count").fill_null(0),
            sum=pl.col("weight") + pl.col("weight_below").fill_null(0),
        )

    def common(self) -> pl.DataFrame:
        """The deeper of both climbs, or both do, until they meet or one is at the top."""
        open_, met = numbered(self.find(self.a)).with_columns(other=self.find(self.b)), []
        while not open_.is_empty():
            same = pl.col("unit") == pl.col("other")
            met.append(open_.filter(same).select("row", "unit"))
            open_ = open_.filter(~same)
            a, b = open_["unit"], open_["other"]
            deeper, other = self.depth.gather(a), self.depth.gather(b)
            open_ = open_.select(
                "row",
                unit=pl.when(deeper >= other).then(self.above.gather(a)).otherwise(a),
                other=pl.when(other >= deeper).then(self.above.gather(b)).otherwise(b),
            ).drop_nulls()
        return self.coded(pl.concat(met))

    def columns(self, question: str, answer: pl.DataFrame) -> list[np.ndarray]:
        return whole(*answer.get_columns())
