"""The JSON Schemas against every document there is: sound ones pass, faults of shape are refused."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shequ as sq
from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "bad"
CASES = tomllib.loads((CORPUS / "manifest.toml").read_text(encoding="utf-8"))["case"]
NAMES = [path.stem for path in sorted((ROOT / "schemas").glob("*.json"))]

# Faults that a reader finds before it looks at what anything means.
SHAPE = {"unknown-field", "missing-field", "wrong-kind", "unknown-choice", "float-refused", "wrong-format"}
# What a schema cannot say of the shape: that is left to the reader.
BEYOND = {"organisation/day-wrong.json", "pack/law-day.toml", "facts/area-digits.json", "directory/telephone-as-id.json"}


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(sq.schema(name))


def read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    return tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)


def documents() -> Iterator[tuple[str, Any]]:
    """Every sound document of the examples, of the tests, of the packs and of the READMEs."""
    folders = [ROOT / "examples", CORPUS / "base", ROOT / "core" / "packs", ROOT / "core" / "data", ROOT / "core" / "tests" / "data"]
    for folder in folders:
        for path in sorted([*folder.rglob("*.json"), *folder.rglob("*.toml")]):
            if "node_modules" not in path.parts and path.name != "Cargo.toml":
                yield from formatted(str(path.relative_to(ROOT)), read(path))
    for path in [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "bindings-python").glob("*.md"))]:
        fence = re.compile(r"^```(json|toml)\b[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
        for language, text in fence.findall(path.read_text(encoding="utf-8")):
            yield from formatted(path.name, json.loads(text) if language == "json" else tomllib.loads(text))


def formatted(where: str, value: Any) -> Iterator[tuple[str, Any]]:
    """What says that it is a document, at whatever depth."""
    if isinstance(value, dict):
        if str(value.get("format", "")).startswith("shequ."):
            yield where, value
        for part in value.values():
            yield from formatted(where, part)
    elif isinstance(value, list):
        for part in value:
            yield from formatted(where, part)


def name_of(document: dict[str, Any]) -> str:
    return str(document["format"]).removeprefix("shequ.").partition("/")[0]


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one_and_ships_with_the_package(name: str) -> None:
    schema = sq.schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema == read(ROOT / "schemas" / f"{name}.json")
    assert schema["title"] == f"shequ.{name}/1" and schema["$id"].endswith(f"/{name}.json")


def test_a_name_that_no_format_has_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(LookupError, match="territory"):
        sq.schema("../_schemas")


def test_sound_documents_pass() -> None:
    seen: dict[str, int] = {}
    for where, document in documents():
        name = name_of(document)
        faults = [f"{where}: {error.json_path}: {error.message[:200]}" for error in validator(name).iter_errors(document)]
        assert not faults, faults[:5]
        seen[name] = seen.get(name, 0) + 1
    assert set(seen) >= {"organisation", "scheme", "pack", "territory", "plan", "facts", "calendar", "kinds", "event"}, seen


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["file"]))
def test_faults_of_shape_are_refused_and_no_others(case: dict[str, Any]) -> None:
    names = {"packs": "pack", "check": "plan", "decide": "facts"}
    name = names.get(case["reader"], case["reader"])
    path = CORPUS / case["file"]
    if case["code"] in {"malformed", "document-too-deep"} or case["file"] in BEYOND or case["reader"] == "saved":
        pytest.skip("no shape to look at")
    document = read(path)
    if name not in NAMES or not isinstance(document, dict) or (name == "territory" and "format" not in document):
        pytest.skip("no document of ours")
    if case["reader"] == "event":
        document = {"format": "shequ.event/1", **document}
    refused = not validator(name).is_valid(document)
    assert refused == (case["code"] in SHAPE), case
