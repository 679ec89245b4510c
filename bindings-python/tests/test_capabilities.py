"""The capability table: every entry exists in Python, and the tests use it."""

from __future__ import annotations

import tomllib
from functools import reduce
from pathlib import Path

import pytest
import shequ as sq

ROOT = Path(__file__).resolve().parents[2]
ROWS = tomllib.loads((ROOT / "capabilities.toml").read_text(encoding="utf-8"))["capability"]
TESTS = "".join(
    path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.py") if path.name != Path(__file__).name
) + (ROOT / "examples" / "licheng" / "review.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["name"]))
def test_exists_and_is_exercised(row: dict[str, str]) -> None:
    names = row["python"].split(".")
    reduce(getattr, names, sq)
    assert names[-1] in TESTS.replace('"', " ").replace("(", " ").replace(".", " ").split() or f".{names[-1]}" in TESTS
