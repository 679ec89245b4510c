"""Plain data in, canonical JSON and digests out."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import OrderedDict
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
import shequ as sq
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("obj", "text"),
    [
        (None, "null"),
        (True, "true"),
        (0, "0"),
        (-7, "-7"),
        (2**53 - 1, "9007199254740991"),
        (2**53, '"9007199254740992"'),
        (10**40, f'"{10**40}"'),
        (-(10**40), f'"-{10**40}"'),
        (0.1, "0.1"),
        (1e30, "1e+30"),
        ("社区", '"社区"'),
        (Decimal("45.670"), '"45.670"'),
        (Decimal("1E+3"), '"1000"'),
        (Fraction(122, 230), '"61/115"'),
        (Fraction(4, 2), '"2"'),
        (dt.date(2026, 1, 1), '"2026-01-01"'),
        (dt.datetime(2026, 1, 1), '"2026-01-01"'),
        ((1, [2, ()]), "[1,[2,[]]]"),
        ({"b": 1, "a": {"ä": None}}, '{"a":{"ä":null},"b":1}'),
        (OrderedDict(b=1, a=2), '{"a":2,"b":1}'),
        (MappingProxyType({"b": 1, "a": 2}), '{"a":2,"b":1}'),
        (np.int64(5), "5"),
        (np.float64(0.5), "0.5"),
        (np.bool_(True), "true"),
        (np.array([[1, 2], [3, 4]]), "[[1,2],[3,4]]"),
    ],
)
def test_every_kind_has_its_plain_form(obj: object, text: str) -> None:
    assert sq.canonical(obj) == text
    assert sq.digest(obj) == hashlib.sha256(text.encode()).hexdigest()


def test_digest_of_the_empty_object_is_the_known_one() -> None:
    assert sq.digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_the_example_of_the_rfc() -> None:
    # RFC 8785, section 3.2.2.
    data = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
        "literals": [None, True, False],
    }
    assert sq.canonical(data) == (
        '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


class Thing:
    pass


def fault(obj: object) -> tuple[str, str]:
    with pytest.raises(sq.ShequError) as caught:
        sq.canonical(obj)
    return caught.value.code, caught.value.path


def cycle() -> list[Any]:
    loop: list[Any] = [1]
    loop.append({"again": loop})
    return loop


def nested(depth: int) -> list[Any]:
    out: list[Any] = []
    for _ in range(depth - 1):
        out = [out]
    return out


@pytest.mark.parametrize(
    ("obj", "code", "path"),
    [
        ({"a": [1, Thing()]}, "not-plain", "a[1]"),
        ({"a": {1: 2}}, "not-plain", "a"),
        ({"a": {1, 2}}, "not-plain", "a"),
        ([b"bytes"], "not-plain", "[0]"),
        ([1j], "not-plain", "[0]"),
        (["\ud800"], "not-plain", "[0]"),
        ([dt.datetime(2026, 1, 1, 8, 30)], "not-plain", "[0]"),
        ([dt.datetime(2026, 1, 1, tzinfo=dt.UTC)], "not-plain", "[0]"),
        ({"x": Decimal("NaN")}, "not-finite", "x"),
        ({"x": Decimal("-Infinity")}, "not-finite", "x"),
        ({"x": Decimal("1e999999")}, "number-too-large", "x"),
        (cycle(), "not-plain", "[1].again"),
        (nested(65), "document-too-deep", "[0]" * 64),
        (float("nan"), "not-finite", ""),
    ],
)
def test_what_has_no_plain_form_is_refused_with_its_place(obj: object, code: str, path: str) -> None:
    assert fault(obj) == (code, path)


def test_the_deepest_document_is_read() -> None:
    assert sq.canonical(nested(64)) == "[" * 64 + "]" * 64


def test_shared_parts_are_no_cycle() -> None:
    part = [1]
    assert sq.canonical([part, part]) == "[[1],[1]]"


def test_an_exception_of_the_object_itself_is_passed_on() -> None:
    class Broken(Decimal):
        def is_finite(self) -> bool:
            raise ZeroDivisionError("my own")

    with pytest.raises(ZeroDivisionError, match="my own"):
        sq.canonical([Broken(1)])


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@given(plain)
def test_json_reads_the_canonical_text_back(obj: object) -> None:
    assert json.loads(sq.canonical(obj)) == obj


@given(st.dictionaries(st.text(max_size=5), st.integers(0, 9), min_size=2))
def test_the_order_of_keys_does_not_matter(obj: dict[str, int]) -> None:
    assert sq.digest(dict(reversed(obj.items()))) == sq.digest(obj)
