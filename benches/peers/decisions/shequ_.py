"""Decisions by this library, from Python: polars frames in, tables out."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import numpy as np
import polars as pl
import shequ as sq

NAMES = ("entitled", "present", "yes", "no", "abstain")
WORDS = ["yes", "no", "abstain", "absent"]
STATUSES = {"notMet": 0, "unknown": 1, "met": 2}


class System:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.question = sq.packs.cn.at("2026-03-01").question("owners.special")

    def frame(self) -> pl.DataFrame:
        columns = np.fromfile(self.folder / "decisions.i64", dtype="<i8").reshape(10, -1)
        names = [f"{measure}.{name}" for measure in ("heads", "area") for name in NAMES]
        frame = pl.DataFrame({name: column.copy() for name, column in zip(names, columns, strict=True)})
        # Hundredths are the mantissas of decimals of two places.
        hundred = pl.lit("0.01").cast(pl.Decimal(18, 2))
        areas = [(pl.col(name).cast(pl.Decimal(18, 2)) * hundred).cast(pl.Decimal(18, 2)).alias(name) for name in names[5:]]
        return frame.with_columns(areas).rechunk()

    def table(self, margins: bool) -> Callable[[], Any]:
        frame = self.frame()
        return lambda: pl.DataFrame(self.question.decide_table(frame, margins=margins))

    def plain(self) -> Callable[[], Any]:
        return self.table(margins=False)

    def margins(self) -> Callable[[], Any]:
        return self.table(margins=True)

    def units(self) -> Callable[[], Any]:
        area, vote, owner = np.fromfile(self.folder / "units.i64", dtype="<i8").reshape(3, -1)
        hundred = pl.lit("0.01").cast(pl.Decimal(18, 2))
        frame = pl.DataFrame({"area": area.copy(), "vote": np.array(WORDS)[vote], "owner": owner.copy()})
        frame = frame.with_columns(
            (pl.col("area").cast(pl.Decimal(18, 2)) * hundred).cast(pl.Decimal(18, 2)).alias("area"),
            pl.col("vote").cast(pl.Enum(WORDS)),
        ).rechunk()

        def decide() -> tuple[sq.Verdict, sq.Explanation]:
            verdict = self.question.decide(sq.Facts.from_units(frame))
            return verdict, verdict.explain()

        return decide

    def answer(self, answer: Any) -> np.ndarray:
        if isinstance(answer, tuple):
            return np.array([STATUSES[str(answer[0].status)]], dtype=np.uint8)
        return answer["status"].replace_strict(STATUSES, return_dtype=pl.UInt8).to_numpy()
