"""polars: joins of eager frames.

Codes are text, or whole numbers with `numbers`. Trees may be of any depth: nothing is read off the digits.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import polars as pl

from inputs import DAYS, OPEN, Asked

DATES = [date.fromisoformat(day) for day in DAYS]

WHAT = ["added", "dropped", "renamed"]
DURING = (pl.col("from") <= pl.col("day")) & (pl.col("day") < pl.col("until"))


def whole(*columns: pl.Series) -> list[np.ndarray]:
    return [column.cast(pl.Int64).to_numpy() for column in columns]


class Keys:
    """Codes as text or as whole numbers."""

    def __init__(self, numbers: bool) -> None:
        self.type = pl.Int64 if numbers else pl.String

    def column(self, name: str, codes: list[str]) -> pl.Series:
        return pl.Series(name, codes, dtype=pl.String).cast(self.type)


class Static:
    def __init__(self, asked: Asked, numbers: bool = False) -> None:
        keys = Keys(numbers)
        self.type = keys.type
        self.villages = pl.DataFrame([keys.column("code", asked.villages[0])]).with_row_index("row")
        self.counties = pl.DataFrame([keys.column("code", asked.counties[0])]).with_row_index("row")
        self.a, self.b = (pl.DataFrame([keys.column("code", side)]).with_row_index("row") for side in asked.pairs)
        codes, weights = asked.weights()
        self.weights = pl.DataFrame([keys.column("code", codes), pl.Series("weight", weights)])

    def build(self, path: str) -> None:
        self.units = pl.read_csv(path, schema_overrides={"code": self.type, "parent": self.type})
        self.links = self.units.filter(pl.col("parent").is_not_null()).select("code", "parent")

    def ready(self) -> None:
        self.weighed = self.units.select("code", "parent").join(self.weights, on="code", how="left", maintain_order="left")

    def climb(self, start: pl.DataFrame) -> list[pl.DataFrame]:
        steps = []
        while not start.is_empty():
            start = start.join(self.links, on="code").select("row", code="parent")
            steps.append(start)
        return steps

    def ancestors(self) -> pl.DataFrame:
        return pl.concat(self.climb(self.villages))

    def descendants(self) -> pl.DataFrame:
        found, steps = self.counties, []
        while not found.is_empty():
            found = found.join(self.links, left_on="code", right_on="parent").select("row", code="code_right")
            steps.append(found)
        return pl.concat(steps)

    def rollup(self) -> pl.DataFrame:
        return roll_up(self.weighed, self.links)

    def common(self) -> pl.DataFrame:
        """The first on the way up from a that also lies on the way up from b, in one wide table."""
        ways = pl.concat([self.a, self.b]).select(pl.col("code").alias("0"))
        levels = 0
        while ways[str(levels)].null_count() < len(ways):
            low, high = str(levels), str(levels + 1)
            # Of many pairs few lie above: the table to look up in shrinks with each level.
            asked = ways.select(pl.col(low).alias("code")).unique()
            step = self.links.join(asked, on="code").select(pl.col("code").alias(low), pl.col("parent").alias(high))
            ways = ways.join(step, on=low, how="left", maintain_order="left")
            levels += 1
        a, b = ways[: len(self.a)], ways[len(self.a) :].rename(lambda level: f"b{level}")
        meets = [
            pl.when(pl.any_horizontal(pl.col(f"{at}") == pl.col(f"b{other}") for other in range(levels))).then(pl.col(f"{at}"))
            for at in range(levels)
        ]
        return pl.concat([self.a.select("row"), a, b], how="horizontal").select("row", code=pl.coalesce(meets)).drop_nulls()

    def columns(self, question: str, answer: pl.DataFrame) -> list[np.ndarray]:
        return whole(*answer.get_columns())


class Dated:
    def __init__(self, asked: Asked, numbers: bool = False) -> None:
        keys = Keys(numbers)
        self.type = keys.type

        def keyed(codes: list[str], days: list[str]) -> pl.DataFrame:
            return pl.DataFrame([keys.column("code", codes), pl.Series("day", days).str.to_date()]).with_row_index("row")

        self.villages = keyed(*asked.villages)
        self.counties = keyed(*asked.counties)
        codes, weights = asked.weights()
        self.weights = pl.DataFrame([keys.column("code", codes), pl.Series("weight", weights)])

    def build(self, path: str) -> None:
        types = {"code": self.type, "parent": self.type, "from": pl.Date, "until": pl.Date}
        last = pl.lit(date.fromisoformat(OPEN))
        self.units = pl.read_csv(path, schema_overrides=types).with_columns(pl.col("until").fill_null(last))
        self.links = self.units.filter(pl.col("parent").is_not_null()).select("code", "parent", "from", "until")

    def ready(self) -> None:
        columns = self.units.select("code", "parent", "from", "until")
        self.weighed = columns.join(self.weights, on="code", how="left", maintain_order="left")

    def ancestors(self) -> pl.DataFrame:
        found, steps = self.villages, []
        while not found.is_empty():
            found = found.join(self.links, on="code").filter(DURING).select("row", "day", code="parent")
            steps.append(found.select("row", "code"))
        return pl.concat(steps)

    def descendants(self) -> pl.DataFrame:
        found, steps = self.counties, []
        while not found.is_empty():
            found = found.join(self.links, left_on="code", right_on="parent").filter(DURING).select("row", "day", code="code_right")
            steps.append(found.select("row", "code"))
        return pl.concat(steps)

    def rollup(self) -> pl.DataFrame:
        out = []
        for at, day in enumerate(DATES):
            there = self.weighed.filter(pl.col("from") <= day, pl.col("until") > day)
            links = there.select("code", "parent").filter(pl.col("parent").is_not_null())
            out.append(roll_up(there, links).select(pl.lit(at).alias("day"), "code", "count", "sum"))
        return pl.concat(out)

    def changes(self) -> pl.DataFrame:
        """Only stretches that begin or end between two days can tell: the rest is the same on both."""
        came, went = [], []
        for at, (a, b) in enumerate(pairwise(DATES)):
            since, until = pl.col("from"), pl.col("until")
            came.append(self.units.filter(since > a, since <= b, until > b).select("code", "name", at=pl.lit(at), day=pl.lit(b)))
            went.append(self.units.filter(since <= a, until > a, until <= b).select("code", "name", at=pl.lit(at), day=pl.lit(a)))
        came, went = pl.concat(came), pl.concat(went)
        met = came.join(went, on=["at", "code"], how="full")
        before, after = pl.col("name_right"), pl.col("name")
        found = met.select(
            pl.coalesce("at", "at_right"),
            pl.coalesce("code", "code_right"),
            pl.coalesce("day", "day_right"),
            added=before.is_null().cast(pl.Int64),
            dropped=after.is_null().cast(pl.Int64),
            renamed=(before != after).fill_null(False).cast(pl.Int64),
        ).filter(pl.any_horizontal(pl.col(WHAT) > 0))
        # The province is where the way up ends; what lies under one parent goes up as one row.
        up, ends = self.units.select("code", "parent", "from", "until"), []
        while not found.is_empty():
            found = found.join(up, on="code").filter(DURING)
            ends.append(found.filter(pl.col("parent").is_null()).select("at", "code", *WHAT))
            found = found.filter(pl.col("parent").is_not_null()).group_by("at", "day", code="parent").agg(pl.sum(WHAT))
        return pl.concat(ends).group_by("at", "code").agg(pl.sum(WHAT))

    def columns(self, question: str, answer: pl.DataFrame) -> list[np.ndarray]:
        return whole(*answer.get_columns())


def roll_up(weighed: pl.DataFrame, links: pl.DataFrame) -> pl.DataFrame:
    """Sums travel up a level at a time, added up by parent: 665,276 rows shrink to 45,000 and fewer."""
    within = weighed.filter(pl.col("parent").is_not_null())
    sums = within.group_by("parent").agg(pl.len().cast(pl.Int64).alias("count"), pl.sum("weight"))
    steps = [sums]
    while not sums.is_empty():
        # The few come first: the joined table of the many is not built.
        sums = links.join(sums, left_on="code", right_on="parent").group_by("parent").agg(pl.sum("count"), pl.sum("weight"))
        steps.append(sums)
    below = pl.concat(steps).group_by("parent").agg(pl.sum("count"), pl.sum("weight"))
    own = weighed.select("code", "weight").join(below, left_on="code", right_on="parent", how="left", suffix="_below")
    return own.select(
        "code",
        count=1 + pl.col("count").fill_null(0),
        sum=pl.col("weight") + pl.col("weight_below").fill_null(0),
    )
