"""The JSON Schemas of the documents, which ship with the package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

__all__ = ["schema"]


def schema(name: str, /) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a document, by the name in its format: ``"scheme"`` for ``shequ.scheme/1``.

    Raises ``LookupError`` for a name that no format has.
    """
    folder = files("shequ") / "schemas"
    names = sorted(entry.name.removesuffix(".json") for entry in folder.iterdir() if entry.name.endswith(".json"))
    if name not in names:
        raise LookupError(f"there is no format `{name}`; choose one of {', '.join(names)}")
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return found
