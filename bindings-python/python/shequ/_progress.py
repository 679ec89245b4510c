"""The progress bar of long work, where tqdm is installed."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any


class _Bar:
    """A tqdm bar that is told totals."""

    def __init__(self, make: Callable[..., Any]) -> None:
        self._bar = make(total=None, leave=False, dynamic_ncols=True)

    def __call__(self, done: int, total: int) -> None:
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        self._bar.close()


def bar(asked: bool) -> _Bar | None:
    """A bar, or nothing where tqdm is missing or, unless asked for, no terminal is there."""
    try:
        tqdm = importlib.import_module("tqdm.auto").tqdm
    except ImportError:
        if asked:
            raise ImportError("a progress bar needs tqdm: pip install tqdm, or pass a function as progress") from None
        return None
    if not asked and not sys.stderr.isatty():
        return None
    return _Bar(tqdm)
