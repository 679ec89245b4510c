"""How a typed program uses the package; mypy reads this with --strict, nothing runs it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import shequ as sq


def tables(frame: pl.DataFrame, lazy: pl.LazyFrame, other: pd.DataFrame, arrow: pa.Table) -> list[dict[str, Any]]:
    table: sq.Table = sq.Table(frame)
    for source in (sq.Table(lazy), sq.Table(other), sq.Table(arrow), sq.Table(table), sq.Table([{"a": 1}])):
        print(source.columns, len(source), source["a"])
    print(pl.DataFrame(sq.Table({"a": [1, 2]})))
    return table.to_dicts()


def errors() -> tuple[str, str, tuple[sq.Fault, ...]]:
    try:
        text: str = sq.digest({"a": 1}) + sq.canonical([1])
    except sq.DocumentError as error:
        return error.code, error.path, error.faults
    return text, "", ()
