"""The worked contract of the shared data, in the shape of our documents; no number touched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PATH = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "evaluation" / "contract_12.json"
CHOICES = ("excellent", "competent", "basic", "incompetent", "abstain")


def read() -> dict[str, Any] | None:
    """The file, where it is there."""
    if not PATH.exists():
        return None
    data: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
    return data


def scheme(contract: dict[str, Any]) -> dict[str, Any]:
    """The scheme as a document."""

    def indicator(source: dict[str, Any]) -> dict[str, Any]:
        out = {**source, "key": source["id"], "rule": source["rule"].replace("_", "-")}
        del out["id"]
        if isinstance(out.get("each"), dict):
            out["events"] = [{"key": key, "each": each} for key, each in out.pop("each").items()]
        if "tiers" in out:
            out["tiers"] = [{"least": least, "share": share} for least, share in out["tiers"]]
        if "classes" in out:
            out["classes"] = [{"key": key, "weight": weight} for key, weight in out["classes"].items()]
        out["scale"] = {"archive": 1, "days": 1, "patrol": 2}.get(out["key"], 0)
        return out

    def items(name: str) -> list[dict[str, Any]]:
        out = []
        for source in contract[name]:
            item = {("key" if k == "id" else k): v for k, v in source.items()}
            if "effect" in item:
                item["effect"] = item["effect"].replace("_", "-")
            out.append(item)
        return out

    # Its last band starts at -1000, which stands for no bound.
    *bands, last = contract["bands"]
    return {
        "format": "shequ.scheme/1",
        "title": contract["title"],
        "subject": "unit",
        "total": 100,
        "groups": [
            {"key": group["id"], "indicators": [indicator(i) for i in group["indicators"]]}
            for group in contract["groups"]
        ],
        "bonuses": items("bonus"),
        "bonus_cap": contract["bonus_cap"],
        "penalties": items("penalty"),
        "vetoes": items("veto"),
        "grades": [{"key": grade, "least": least} for least, grade in bands] + [{"key": last[1]}],
        "ranking": {"basis": "rounded", "ties": "min", "tie_break": contract["tie_break"]},
        "award": {"share": contract["award_share"], "least": contract["award_min"]},
    }


def rows(contract: dict[str, Any]) -> list[dict[str, Any]]:
    """The values, one dict a unit."""
    out = []
    for unit in contract["units"]:
        row: dict[str, Any] = {"unit": unit["id"], "group": unit["group"]}
        for key, value in unit["values"].items():
            row[key] = "{}/{}".format(*value) if isinstance(value, list) else value
        for key, events in unit["events"].items():
            row |= {f"{key}_{k}": n for k, n in events.items()} if isinstance(events, dict) else {key: events}
        for key, classes in unit["ballots"].items():
            for name in ("residents", "units", "street"):
                row |= {f"{key}_{name}_{choice}": ((classes or {}).get(name) or {}).get(choice) for choice in CHOICES}
        row |= {veto["id"]: veto["id"] in unit["veto"] for veto in contract["veto"]}
        out.append(row)
    return out
