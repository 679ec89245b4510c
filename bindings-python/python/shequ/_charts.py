"""Charts by Altair, where it is installed: the optional extra ``shequ[charts]``."""

from __future__ import annotations

import importlib
from typing import Any


def chart(spec: dict[str, Any]) -> Any:
    """The Altair chart of a Vega-Lite specification."""
    try:
        altair = importlib.import_module("altair")
    except ImportError:
        words = 'a chart needs altair: pip install "shequ[charts]"; the specification alone, from the method `..._spec`, does not'
        raise ImportError(words) from None
    # Altair checks what it reads against the schema of Vega-Lite, which for thousands of rows takes minutes: so without them.
    rows: dict[str, Any] = {}
    made = altair.Chart.from_dict(_named(spec, rows))
    made.datasets = rows
    return made


def _named(view: dict[str, Any], rows: dict[str, Any]) -> dict[str, Any]:
    """The view, and those in it, with a name in place of their rows, which are put under it."""
    out = dict(view)
    if "data" in view:
        name = f"rows-{len(rows)}"
        rows[name] = view["data"]["values"]
        out["data"] = {"name": name}
    for parts in ("layer", "vconcat"):
        if parts in view:
            out[parts] = [_named(part, rows) for part in view[parts]]
    return out
