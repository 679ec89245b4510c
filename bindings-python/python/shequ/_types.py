"""The types of arguments, for annotations."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

__all__ = ["Answers", "ArrayLike", "ArrowArray", "ArrowStream", "Column", "Days", "Floats", "FloatsByName", "GeoInterface", "GeoLike", "IntsByName", "Lazy", "Numbers", "PathLike", "Plain", "ProgressLike", "Series", "TableLike", "Texts"]


class ArrowStream(Protocol):
    """A table by the Arrow PyCapsule interface: pyarrow, polars, pandas 3, DuckDB, or a ``shequ.Table``."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


class ArrowArray(Protocol):
    """A record batch by the Arrow PyCapsule interface."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


class Lazy(Protocol):
    """A query that is collected first, such as a polars ``LazyFrame``."""

    def collect(self) -> Any: ...


PathLike: TypeAlias = str | os.PathLike[str]
"""The path of a file."""

TableLike: TypeAlias = ArrowStream | ArrowArray | Lazy | Mapping[str, Sequence[Any]] | Sequence[Mapping[str, Any]] | PathLike
"""What is taken as a table: any data frame, a dict of columns, a list of rows, or the path of a CSV file."""


class Series(Protocol):
    """A column of a data frame, such as a polars or pandas ``Series``."""

    def to_frame(self) -> Any: ...


Column: TypeAlias = Series | ArrowStream | ArrowArray
"""A column of a data frame, or an Arrow array."""


class ArrayLike(Protocol):
    """A NumPy array, or what becomes one."""

    def __array__(self) -> Any: ...


Numbers: TypeAlias = TableLike | Mapping[str, ArrayLike]
"""Columns of numbers by name, beside a column ``unit`` that names the rows where there is one: whatever is a table, or a
dict of NumPy arrays."""

Floats: TypeAlias = Sequence[float] | Column | ArrayLike
"""One column of floats."""

FloatsByName: TypeAlias = Floats | Mapping[str, float]
"""One float for each criterion, in their order or by name."""

IntsByName: TypeAlias = Sequence[int] | Mapping[str, int]
"""One whole number for each criterion, in their order or by name."""

Texts: TypeAlias = Sequence[str] | Column
"""Texts, one for each question."""

Days: TypeAlias = datetime.date | str | Sequence[datetime.date | str] | Column
"""One day for all, or a day for each."""

Plain: TypeAlias = Mapping[str, Any]
"""A document as a dict: texts, whole numbers, decimals, fractions, days, lists and dicts."""

Answers: TypeAlias = Callable[[str, str], bool | None]
"""What answers a clause about a person: called with the key and the clause, ``None`` for what is not known."""


class GeoInterface(Protocol):
    """What shows itself as GeoJSON, such as a geopandas ``GeoDataFrame``."""

    @property
    def __geo_interface__(self) -> Any: ...


GeoLike: TypeAlias = Plain | GeoInterface
"""A drawing: GeoJSON or a graph as a dict, or anything with ``__geo_interface__``."""

ProgressLike: TypeAlias = bool | Callable[[int, int], object] | None
"""``True`` for a bar, ``False`` for none, ``None`` for a bar where a person watches long work, or a callable that is
told ``(done, total)`` and may return ``False`` to stop the work."""
