"""Tables in from every library and out to every library, numbers exact."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import shequ as sq

COLUMNS: dict[str, list[Any]] = {
    "unit": ["社区 01", "社区 02", None],
    "count": [1, None, -3],
    "points": [Decimal("88.50"), None, Decimal("-0.25")],
    "rate": [0.5, 0.1, None],
    "ok": [True, None, False],
}
ROWS = [dict(zip(COLUMNS, row, strict=True)) for row in zip(*COLUMNS.values(), strict=True)]


def arrow() -> pa.Table:
    return pa.table({**COLUMNS, "points": pa.array(COLUMNS["points"], pa.decimal128(10, 2))})


def polars_frame() -> pl.DataFrame:
    return pl.DataFrame(COLUMNS, schema_overrides={"points": pl.Decimal(10, 2)})


def pandas_frame() -> pd.DataFrame:
    frame = pd.DataFrame(COLUMNS)
    return frame.astype({"count": "Int64", "ok": "boolean", "points": pd.ArrowDtype(pa.decimal128(10, 2))})


def duckdb_relation() -> duckdb.DuckDBPyRelation:
    return duckdb.sql(
        """
        select * from (values
            ('社区 01', 1, 88.50::decimal(10, 2), 0.5::double, true),
            ('社区 02', null, null, 0.1::double, null),
            (null, -3, -0.25, null, false)
        ) as t(unit, count, points, rate, ok)
        """
    )


SOURCES: list[Any] = [
    pytest.param(lambda: COLUMNS, id="dict"),
    pytest.param(lambda: {k: tuple(v) for k, v in COLUMNS.items()}, id="tuples"),
    pytest.param(lambda: ROWS, id="rows"),
    pytest.param(arrow, id="pyarrow"),
    pytest.param(lambda: arrow().to_batches()[0], id="record-batch"),
    pytest.param(lambda: arrow().to_reader(), id="reader"),
    pytest.param(lambda: pa.concat_tables([arrow()[:1], arrow()[1:]]), id="chunks"),
    pytest.param(polars_frame, id="polars"),
    pytest.param(lambda: polars_frame().lazy(), id="polars-lazy"),
    pytest.param(pandas_frame, id="pandas"),
    pytest.param(duckdb_relation, id="duckdb"),
    pytest.param(lambda: sq.Table(COLUMNS), id="shequ"),
]


@pytest.mark.parametrize("source", SOURCES)
def test_the_same_table_from_every_library(source: Any) -> None:
    table = sq.Table(source())
    assert table.columns == list(COLUMNS)
    assert len(table) == 3
    assert table.to_dicts() == ROWS
    assert table["points"] == COLUMNS["points"]
    assert sq.digest(table) == sq.digest(sq.Table(COLUMNS))


def test_to_pyarrow() -> None:
    out = pa.table(sq.Table(COLUMNS))
    assert out.to_pydict() == COLUMNS
    assert out.schema.field("points").type == pa.decimal128(38, 2)


def test_to_polars() -> None:
    out = pl.DataFrame(sq.Table(COLUMNS))
    assert out.to_dicts() == ROWS
    assert out.schema["points"] == pl.Decimal(38, 2)


def test_to_pandas() -> None:
    out = pd.DataFrame.from_arrow(sq.Table(COLUMNS))
    assert out["unit"].tolist()[:2] == COLUMNS["unit"][:2]
    assert out["points"].tolist()[0] == Decimal("88.50")


def test_to_duckdb() -> None:
    scores = sq.Table(COLUMNS)
    assert duckdb.sql("select sum(points), count(*) from scores").fetchall() == [(Decimal("88.25"), 3)]
    assert len(scores) == 3


def test_a_stream_may_be_read_twice() -> None:
    table = sq.Table(COLUMNS)
    assert pa.table(table).equals(pa.table(table))


INTS = [pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64()]


@pytest.mark.parametrize("kind", INTS, ids=str)
def test_every_width_of_whole_numbers(kind: pa.DataType) -> None:
    assert sq.Table(pa.table({"n": pa.array([0, None, 127], kind)}))["n"] == [0, None, 127]


@pytest.mark.parametrize("kind", [pa.decimal32(5, 2), pa.decimal64(9, 2), pa.decimal128(38, 2), pa.decimal256(60, 2)], ids=str)
def test_every_width_of_decimals(kind: pa.DataType) -> None:
    cells = [Decimal("1.25"), None, Decimal("-3.00")]
    assert sq.Table(pa.table({"n": pa.array(cells, kind)}))["n"] == cells


def test_a_decimal_of_whole_hundreds() -> None:
    assert sq.Table(pa.table({"n": pa.array([Decimal("1200")], pa.decimal128(4, -2))}))["n"] == [Decimal(1200)]


@pytest.mark.parametrize("kind", [pa.float16(), pa.float32(), pa.float64()], ids=str)
def test_floats_keep_their_shortest_decimal(kind: pa.DataType) -> None:
    cells = np.array([0.1, 2.5], dtype=kind.to_pandas_dtype())
    assert sq.Table(pa.table({"x": pa.array(cells, kind)}))["x"] == [float(str(x)) for x in cells]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()], ids=str)
def test_every_kind_of_text(kind: pa.DataType) -> None:
    assert sq.Table(pa.table({"t": pa.array(["a", None, "社区"], kind)}))["t"] == ["a", None, "社区"]


def test_days_are_read_as_texts() -> None:
    column = pa.array([dt.date(2026, 1, 1), None, dt.date(1969, 12, 31)])
    assert sq.Table(pa.table({"d": column}))["d"] == ["2026-01-01", None, "1969-12-31"]
    assert sq.Table({"d": [dt.date(2026, 1, 1)]})["d"] == ["2026-01-01"]


@pytest.mark.parametrize(
    "frame",
    [
        pa.table({"g": pa.array(["b", None, "a", "b"]).dictionary_encode()}),
        pa.table({"g": pa.array(["b", None, "a", "b"]).dictionary_encode().cast(pa.dictionary(pa.int8(), pa.large_string()))}),
        pl.DataFrame({"g": pl.Series(["b", None, "a", "b"], dtype=pl.Enum(["a", "b"]))}),
        pl.DataFrame({"g": pl.Series(["b", None, "a", "b"], dtype=pl.Categorical)}),
        pd.DataFrame({"g": pd.Categorical(["b", None, "a", "b"])}),
    ],
    ids=["pyarrow", "pyarrow-large", "polars-enum", "polars-categorical", "pandas-categorical"],
)
def test_categories_are_texts(frame: Any) -> None:
    assert sq.Table(frame)["g"] == ["b", None, "a", "b"]


def test_categories_of_numbers_and_of_nothing() -> None:
    assert sq.Table(pa.table({"g": pa.array([7, None, 7]).dictionary_encode()}))["g"] == [7, None, 7]
    empty = pa.DictionaryArray.from_arrays(pa.array([None, None], pa.int8()), pa.array([], pa.string()))
    assert sq.Table(pa.table({"g": empty}))["g"] == [None, None]


def test_slices_and_empty_tables() -> None:
    assert sq.Table(arrow()[1:2]).to_dicts() == ROWS[1:2]
    assert sq.Table(arrow()[:0]).columns == list(COLUMNS)
    assert len(sq.Table({})) == len(sq.Table([])) == 0
    assert pa.table(sq.Table({"a": []})).num_rows == 0
    assert sq.Table(pa.table({"n": pa.nulls(2)}))["n"] == [None, None]


def test_columns_of_plain_lists_keep_their_exact_kind() -> None:
    table = sq.Table(
        {
            "mixed": [1, Decimal("2.50"), None],
            "wide": [2**63, 0, None],
            "fraction": [Fraction(122, 230), 1, None],
            "text": ["98.95", 60, Decimal("1.50")],
            "float": [1, 0.5, None],
            "numpy": list(np.array([1, 2, 3])),
            "series": pl.Series([1, 2, 3]),
            "nothing": [None, None, None],
            "na": [pd.NA, 1, pd.NaT],
        }
    )
    assert table["mixed"] == [Decimal("1.00"), Decimal("2.50"), None]
    assert table["wide"] == [Decimal(2**63), Decimal(0), None]
    assert table["fraction"] == ["61/115", "1", None]
    assert table["text"] == ["98.95", "60", "1.50"]
    assert table["float"] == [1.0, 0.5, None]
    assert table["numpy"] == table["series"] == [1, 2, 3]
    assert table["nothing"] == [None, None, None]
    assert table["na"] == [None, 1, None]


def test_rows_may_lack_keys() -> None:
    table = sq.Table([{"a": 1}, {"b": "x"}, {"a": 2, "b": "y"}])
    assert table.to_dicts() == [{"a": 1, "b": None}, {"a": None, "b": "x"}, {"a": 2, "b": "y"}]


@pytest.mark.parametrize(
    ("data", "code", "path", "names"),
    [
        (pa.table({"when": pa.array([dt.datetime(2026, 1, 1)])}), "wrong-column", "", "when"),
        (pa.table({"tags": pa.array([["a"]])}), "wrong-column", "", "tags"),
        (pa.table({"n": pa.array([1, 2**63], pa.uint64())}), "number-too-large", "[1].n", str(2**63)),
        ({"a": [1.5, "x"]}, "wrong-column", "", "a"),
        ({"a": [True, "x"]}, "wrong-column", "", "a"),
        ({"a": [1.5, Decimal(1)]}, "wrong-column", "", "a"),
        ({"a": [True, 1]}, "wrong-column", "", "a"),
        ({"a": [0.5, 2**60]}, "wrong-column", "", "a"),
        ({"a": [1], "b": [1, 2]}, "ragged-table", "", "b"),
        ({"a": [1, object()]}, "not-plain", "[1].a", "object"),
        ({"a": [Decimal("NaN")]}, "not-finite", "[0].a", ""),
        ({"a": [2**200]}, "number-too-large", "[0].a", ""),
        ({"a": "text"}, "wrong-column", "", "a"),
        ({1: [1]}, "not-plain", "", "1"),
        ([{"a": 1}, 5], "wrong-kind", "[1]", "int"),
        ([{"a": 1}, {"a": object()}], "not-plain", "[1].a", "object"),
        (5, "wrong-kind", "", "int"),
        (None, "wrong-kind", "", "NoneType"),
    ],
)
def test_what_is_no_table_is_refused_with_its_column(data: Any, code: str, path: str, names: str) -> None:
    with pytest.raises(sq.ShequError) as caught:
        sq.Table(data)
    assert (caught.value.code, caught.value.path) == (code, path)
    assert names in caught.value.message


def test_a_single_column_is_no_table() -> None:
    with pytest.raises(TypeError, match="no table"):
        sq.Table(pa.array([1, 2]))  # type: ignore[arg-type]


def test_unknown_columns_are_a_key_error() -> None:
    with pytest.raises(KeyError, match="nope"):
        sq.Table(COLUMNS)["nope"]


def test_what_a_console_and_a_notebook_show() -> None:
    table = sq.Table({"unit": ["<b>"] * 25, "n": list(range(25))})
    assert repr(table).startswith("<Table of 25 rows>\nunit | n\n<b> | 0\n")
    assert repr(table).endswith("... 15 more")
    html = table._repr_html_()
    assert "&lt;b&gt;" in html and "<b>" not in html
    assert "and 5 more rows" in html


def test_the_path_of_a_csv_file_is_a_table(tmp_path: Any) -> None:
    path = tmp_path / "cells.csv"
    path.write_text("unit,count\na,3\n", encoding="utf-8")
    for named in (path, str(path)):
        assert sq.Table(named).to_dicts() == [{"unit": "a", "count": "3"}]
    with pytest.raises(FileNotFoundError):
        sq.Table(tmp_path / "nothing.csv")
    path.write_text("unit,count\na\n", encoding="utf-8")
    with pytest.raises(sq.ShequError) as caught:
        sq.Table(path)
    assert caught.value.code == "malformed"
    assert "cells.csv" in caught.value.__notes__[0]
