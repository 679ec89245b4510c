"""The library, through its Python package. `frame` turns an answer into polars frames; it is timed apart."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import polars as pl
import shequ as sq

from inputs import DAYS, Asked
from polars_ import whole

LAST = DAYS[-1]


class Base:
    def __init__(self, asked: Asked) -> None:
        self.villages = [pl.Series(column) for column in asked.villages]
        self.counties = [pl.Series(column) for column in asked.counties]
        self.pairs = [pl.Series(column) for column in asked.pairs]
        codes, weights = asked.weights()
        self.weights = pl.DataFrame({"unit": codes, "value": weights})

    def build(self, path: str) -> None:
        self.organisation = sq.Organisation.from_units(path, title="全国", progress=False)

    def ready(self) -> None:
        self.amounts = self.organisation.amounts(self.weights)

    def frame(self, question: str, answer: object) -> pl.DataFrame | list[pl.DataFrame]:
        return [pl.DataFrame(each) for each in answer] if isinstance(answer, list) else pl.DataFrame(answer)


class Static(Base):
    def build(self, path: str) -> None:
        super().build(path)
        self.day = self.organisation.at(LAST)

    def ancestors(self) -> sq.UnitLists:
        return self.day.ancestors(self.villages[0])

    def descendants(self) -> sq.UnitLists:
        return self.day.descendants(self.counties[0])

    def rollup(self) -> sq.Rollup:
        return self.organisation.rollup(LAST, self.amounts)

    def common(self) -> sq.Table:
        return self.day.common_ancestors(*self.pairs)

    def columns(self, question: str, answer: object) -> list[np.ndarray]:
        frame = self.frame(question, answer)
        match question:
            case "rollup":
                return whole(*frame.select("unit", "count", "sum").get_columns())
            case "common":
                return whole(*frame.with_row_index("row").select("row", "common").drop_nulls().get_columns())
            case _:
                return whole(*frame.select("row", question.removesuffix("s")).get_columns())


class Dated(Base):
    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        for column in (self.villages, self.counties):
            column[1] = column[1].str.to_date()

    def ready(self) -> None:
        super().ready()
        # Its own form is read back from a file that the system has at hand.
        self.folder = tempfile.TemporaryDirectory()
        self.saved = Path(self.folder.name) / "country"
        self.organisation.save(self.saved)

    def close(self) -> None:
        self.folder.cleanup()

    def ancestors(self) -> sq.UnitLists:
        return self.organisation.ancestors_on(*self.villages)

    def descendants(self) -> sq.UnitLists:
        return self.organisation.descendants_on(*self.counties)

    def rollup(self) -> list[sq.Rollup]:
        return [self.organisation.rollup(day, self.amounts) for day in DAYS]

    def changes(self) -> sq.Table:
        return self.organisation.changes(list(DAYS), "province")

    def reload(self) -> sq.Organisation:
        """The goal of the library alone: no peer has it."""
        return sq.Organisation.load(self.saved)

    def columns(self, question: str, answer: object) -> list[np.ndarray]:
        match question:
            case "rollup":
                frames = self.frame(question, answer)
                both = [frame.select(pl.lit(nth).alias("day"), "unit", "count", "sum") for nth, frame in enumerate(frames)]
                return whole(*pl.concat(both).get_columns())
            case "changes":
                frame = self.frame(question, answer).filter(pl.any_horizontal(pl.col("added", "dropped", "renamed") > 0))
                nth = pl.col("from").cast(pl.String).replace_strict(list(DAYS), range(len(DAYS)))
                return whole(*frame.select(nth, "area", "added", "dropped", "renamed").get_columns())
            case "reload":
                return [np.array([len(answer.at(LAST))])]
            case _:
                return whole(*self.frame(question, answer).select("row", question.removesuffix("s")).get_columns())
