"""Units from tables of every library, and many units asked at once."""

from __future__ import annotations

import datetime as dt
import pathlib
from decimal import Decimal
from fractions import Fraction
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import shequ as sq

COLUMNS: dict[str, list[str | None]] = {
    "code": ["d", "s", "t", "a", "a", "b", "x"],
    "name": ["区", "一街道", "二街道", "甲村", "甲社区", "乙社区", "丙社区"],
    "kind": ["district", "sub-district", "sub-district", "village", "community", "community", "community"],
    "parent": [None, "d", "d", "s", "t", "s", "t"],
    "from": [None, None, None, None, "2010-01-01", None, "2015-01-01"],
    "until": [None, None, None, "2010-01-01", None, "2020-01-01", None],
}
ROWS = [{k: v for k, v in zip(COLUMNS, row, strict=True) if v} for row in zip(*COLUMNS.values(), strict=True)]


def csv() -> str:
    return sq.Table(COLUMNS).to_csv()


def days(column: str) -> list[dt.date | None]:
    return [dt.date.fromisoformat(text) if text else None for text in COLUMNS[column]]


def written(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "units.csv"
    path.write_text(csv(), encoding="utf-8")
    return path


FORMS: dict[str, Any] = {
    "dict": lambda _: COLUMNS,
    "rows": lambda _: ROWS,
    "table": lambda _: sq.Table(COLUMNS),
    "polars": lambda _: pl.DataFrame(COLUMNS),
    "polars in chunks": lambda _: pl.concat([pl.DataFrame(COLUMNS)[:3], pl.DataFrame(COLUMNS)[3:]], rechunk=False),
    "polars lazy": lambda _: pl.LazyFrame(COLUMNS).collect(),
    "polars days and categories": lambda _: pl.DataFrame({**COLUMNS, "from": days("from"), "until": days("until")}).with_columns(
        pl.col("kind").cast(pl.Categorical)
    ),
    "pandas": lambda _: pd.DataFrame(COLUMNS),
    "pyarrow": lambda _: pa.table(COLUMNS),
    "large texts": lambda _: pa.table({k: pa.array(v, pa.large_string()) for k, v in COLUMNS.items()}),
    "duckdb": lambda _: duckdb.from_arrow(pa.table(COLUMNS)),
    "path": written,
    "path as text": lambda folder: str(written(folder)),
}


@pytest.mark.parametrize("form", FORMS)
def test_any_table_gives_the_same_units(form: str, tmp_path: pathlib.Path) -> None:
    organisation = sq.Organisation.from_units(FORMS[form](tmp_path), title="示例")
    plain = sq.Organisation.from_units(sq.Table(COLUMNS), title="示例")
    assert organisation.to_dict() == plain.to_dict()
    assert organisation.at("2012-06-01").unit(code="a").path() == "区 > 二街道 > 甲社区"
    assert organisation.at("2009-06-01").unit(code="a").path() == "区 > 一街道 > 甲村"


ORGANISATION = sq.Organisation.from_units(COLUMNS, title="示例")


@pytest.mark.parametrize("keys", [["a", "s"], ("a", "s"), pl.Series(["a", "s"]), pd.Series(["a", "s"]), pa.array(["a", "s"]), pa.chunked_array([["a"], ["s"]]).combine_chunks(), pa.table({"k": ["a", "s"]})])
def test_keys_come_in_any_column(keys: Any) -> None:
    day = ORGANISATION.at("2012-01-01")
    lists = day.ancestors(keys)
    assert len(lists) == 2
    assert (lists[0], lists[1], lists[-1]) == (["t", "d"], ["d"], ["d"])
    assert day.descendants(keys)[1] == ["b"]


def test_each_unit_has_its_day() -> None:
    texts = ["2009-01-01", "2012-01-01", "2021-01-01"]
    for on in (texts, [dt.date.fromisoformat(t) for t in texts], pl.Series(texts), pl.Series(texts).str.to_date(), pd.Series(texts), pa.array(texts)):
        lists = ORGANISATION.ancestors_on(["a", "a", "b"], on)
        assert [lists[i] for i in range(3)] == [["s", "d"], ["t", "d"], []]
    one = ORGANISATION.descendants_on(["s", "t"], "2016-01-01")
    assert [one[0], one[1]] == [["b"], ["a", "x"]]
    frame = pl.DataFrame(one)
    assert frame.to_dict(as_series=False) == {"row": [0, 1, 1], "unit": ["s", "t", "t"], "descendant": ["b", "a", "x"]}
    assert one.table().to_dicts()[0] == {"row": 0, "unit": "s", "descendant": "b"}


def test_pairs_meet_or_not() -> None:
    table = ORGANISATION.at("2016-01-01").common_ancestors(["a", "a", "b"], ["x", "b", "b"])
    assert table["common"] == ["t", "d", "b"]
    assert pa.table(table).column_names == ["a", "b", "common"]


def test_amounts_add_up_exactly() -> None:
    amounts = ORGANISATION.amounts({"unit": ["a", "b", "x"], "value": [Decimal("1.5"), Decimal("2.25"), Decimal("-0.5")]})
    rollup = ORGANISATION.rollup("2016-01-01", amounts, extremes=True)
    record = rollup["t"]
    assert (record.count, record.known, record.sum, record.mean) == (3, 2, Decimal("1.00"), Fraction(1, 2))
    assert (record.least, record.most, record.share) == (Decimal("-0.50"), Decimal("1.50"), Fraction(100, 325))
    assert rollup["d"].share is None
    frame = pl.DataFrame(rollup)
    assert frame.columns == ["unit", "count", "known", "sum", "least", "most"]
    assert frame.filter(pl.col("unit") == "d")["sum"].to_list() == [Decimal("3.25")]
    counted = ORGANISATION.rollup("2021-01-01")
    assert counted["d"].count == 5
    assert pl.DataFrame(counted).columns == ["unit", "count"]
    with pytest.raises(sq.errors.ShequError, match="does not exist"):
        counted["b"]


def test_changes_are_counted_by_area() -> None:
    table = ORGANISATION.changes(["2009-01-01", "2012-01-01", "2016-01-01", "2021-01-01"], "sub-district")
    rows = {(row["from"], row["area"]): row for row in table.to_dicts()}
    assert rows["2009-01-01", "t"]["renamed"] == rows["2009-01-01", "t"]["moved"] == rows["2009-01-01", "t"]["converted"] == 1
    assert rows["2012-01-01", "t"]["added"] == 1
    assert rows["2016-01-01", "s"]["dropped"] == 1
    assert len(rows) == 3


@pytest.mark.parametrize(
    ("work", "code", "path"),
    [
        (lambda: sq.Organisation.from_units({**COLUMNS, "untill": COLUMNS["until"]}), "unknown-column", "units.untill"),
        (lambda: sq.Organisation.from_units({"name": ["a"], "kind": ["town"]}), "missing-column", "units.code"),
        (lambda: sq.Organisation.from_units(pl.DataFrame({"code": [1], "name": ["a"], "kind": ["town"]})), "wrong-column", "units.code"),
        (lambda: sq.Organisation.from_units(pd.DataFrame({"code": [1], "name": ["a"], "kind": ["town"]})), "wrong-column", "units.code"),
        (lambda: sq.Organisation.from_units({"code": ["a"], "name": ["A"], "kind": ["castle"]}), "unknown-kind", "units[0].kind"),
        (lambda: ORGANISATION.at("2012-01-01").ancestors(["a", "nobody"]), "unknown-unit", "units[1]"),
        (lambda: ORGANISATION.at("2012-01-01").ancestors(pl.Series(["a", None])), "empty-cell", "units[1]"),
        (lambda: ORGANISATION.at("2012-01-01").ancestors(pl.Series([1])), "wrong-column", "units"),
        (lambda: ORGANISATION.at("2012-01-01").common_ancestors(["a"], ["nobody"]), "unknown-unit", "b[0]"),
        (lambda: ORGANISATION.ancestors_on(["a", "b"], ["2012-01-01"] * 3), "ragged-table", ""),
        (lambda: ORGANISATION.ancestors_on(["a"], pl.Series(["2012-13-01"])), "not-a-day", "days[0]"),
        (lambda: ORGANISATION.amounts({"unit": ["a"], "value": [0.5]}), "float-column", "value"),
        (lambda: ORGANISATION.amounts({"unit": ["a", "a"], "value": [1, 2]}), "duplicate-key", "[1].unit"),
        (lambda: ORGANISATION.amounts({"unit": ["a", "b"], "value": [2**62, 2**62]}), "sum-too-large", ""),
        (lambda: ORGANISATION.changes(["2012-01-01", "2011-01-01"]), "days-not-ascending", "days[1]"),
        (lambda: ORGANISATION.changes(["2011-01-01", "2012-01-01"], "castle"), "unknown-kind", ""),
    ],
)
def test_what_is_wrong_is_told_with_its_place(work: Any, code: str, path: str) -> None:
    with pytest.raises(sq.errors.ShequError) as caught:
        work()
    assert (caught.value.code, caught.value.path) == (code, path)


def test_what_is_no_column_is_a_type_error() -> None:
    day = ORGANISATION.at("2012-01-01")
    for wrong in ("a", 7, None):
        with pytest.raises(TypeError):
            day.ancestors(wrong)  # type: ignore[arg-type]
    with pytest.raises(IndexError):
        day.ancestors(["a"])[1]


def test_an_organisation_is_saved_and_loaded(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "country.shequ"
    ORGANISATION.save(path)
    assert path.read_bytes() == ORGANISATION.to_bytes()
    for again in (sq.Organisation.load(path), sq.Organisation.from_bytes(ORGANISATION.to_bytes())):
        assert again.to_json() == ORGANISATION.to_json()
        assert again.at("2012-06-01").unit("a").path() == "区 > 二街道 > 甲社区"
    path.write_bytes(ORGANISATION.to_bytes()[:-1])
    with pytest.raises(sq.errors.ShequError) as caught:
        sq.Organisation.load(path)
    assert caught.value.code == "saved-cut-off"
    assert "country.shequ" in caught.value.__notes__[0]
    with pytest.raises(sq.errors.ShequError) as caught:
        sq.Organisation.from_bytes(b"{}")
    assert caught.value.code == "not-a-saved-organisation"
