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
    return altair.Chart.from_dict(spec)
