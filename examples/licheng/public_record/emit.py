"""From a derived history to a document of the library."""

from __future__ import annotations

from derive import Fact, History, Unit


def organisation(history: History, releases: dict[str, str]) -> dict:
    return {"format": "shequ.organisation/1", "units": [unit.__dict__ | {k: [f.__dict__ for f in getattr(unit, k)] for k in ("codes", "names", "parents")} for unit in history.units],
            "events": [e.__dict__ for e in history.events]}
