"""The package itself: its names, its README, its types at run time."""

from __future__ import annotations

import ast
import contextlib
import io
import re
from pathlib import Path

import pytest
import shequ as sq
from shequ import _shequ, errors

ROOT = Path(__file__).resolve().parents[1]


def test_everything_compiled_is_public() -> None:
    assert set(_shequ.__all__) | set(errors.__all__) | {"packs", "schema"} == set(sq.__all__)
    assert all(hasattr(sq, name) for name in sq.__all__)
    assert re.fullmatch(r"\d+\.\d+\.\d+", sq.__version__)


@pytest.mark.parametrize("name", [n for n in sq.__all__ if isinstance(getattr(sq, n), type)])
def test_every_class_is_named_as_people_write_it_and_documented(name: str) -> None:
    cls = getattr(sq, name)
    assert (cls.__module__, cls.__name__) == ("shequ", name)
    assert cls.__doc__ and not cls.__doc__.startswith("Common base")
    if cls.__module__ == "shequ" and not issubclass(cls, (Exception, tuple)):
        for member, value in vars(cls).items():
            if not member.startswith("_"):
                assert value.__doc__, f"{name}.{member} says nothing"


def test_every_public_member_is_used_by_a_test() -> None:
    """A member that no test names is a member that nobody has tried."""
    tree = ast.parse((ROOT / "python" / "shequ" / "_shequ.pyi").read_text(encoding="utf-8"))
    texts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py"))
    members = {
        f"{node.name}.{part.name}"
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        for part in node.body
        if isinstance(part, ast.FunctionDef) and not part.name.startswith("_")
    } | {f".{node.name}" for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert members
    unused = sorted(m for m in members if not re.search(rf"\.{m.partition('.')[2]}\b", texts))
    assert not unused


def snippets() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)


@pytest.mark.parametrize("snippet", snippets())
def test_the_readme_runs(snippet: str) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(snippet, "README.md", "exec"), {})
    assert "met" in out.getvalue() or "社区 01" in out.getvalue()
