"""shequ beside its peers: the same numbers, one process, alternating runs, the best of each.

Prints a Markdown table; `benches/README.md` keeps one with the versions it was made with. Rust figures come from the
criterion benchmarks of the same call of `cargo xtask bench`.
"""

from __future__ import annotations

import json
import pathlib
import sys
import time
from collections.abc import Callable

import numpy as np
import polars as pl
import shequ as sq

ROUNDS = 7
ROOT = pathlib.Path(__file__).resolve().parents[2]


def best(candidates: dict[str, Callable[[], object]], calls: int) -> dict[str, float]:
    """Seconds a call of each candidate: the best of alternating rounds."""
    times = {name: float("inf") for name in candidates}
    for _ in range(ROUNDS):
        for name, call in candidates.items():
            start = time.process_time()
            for _ in range(calls):
                call()
            times[name] = min(times[name], (time.process_time() - start) / calls)
    return times


def scoring(units: int, indicators: int, calls: int) -> list[tuple[str, str, float, float]]:
    rng = np.random.default_rng(7)
    halves = rng.integers(0, 201, size=(units, indicators))
    points = np.array([1 + i % 5 for i in range(indicators)], dtype=float)
    targets = np.array([60 + i for i in range(indicators)], dtype=float)
    values = halves / 2

    def by_numpy() -> np.ndarray:
        scores = np.round(np.clip(values / targets, 0, 1) * points, 4)
        totals = np.round(scores.sum(axis=1), 2)
        order = np.sort(totals)
        return units - np.searchsorted(order, totals, side="right") + 1

    scheme = sq.Scheme.from_dict(
        {
            "format": "shequ.scheme/1",
            "title": "benchmark",
            "subject": "unit",
            "ranking": {"basis": "rounded", "ties": "min"},
            "groups": [
                {
                    "key": "all",
                    "indicators": [
                        {"key": f"i{i:02}", "points": 1 + i % 5, "rule": "linear", "target": 60 + i, "scale": 1}
                        for i in range(indicators)
                    ],
                }
            ],
        }
    )
    columns: dict[str, object] = {"unit": [f"u{u:05}" for u in range(units)]}
    for i in range(indicators):
        columns[f"i{i:02}"] = pl.Series([str(h / 2) for h in halves[:, i]]).cast(pl.Decimal(18, 1))
    frame = pl.DataFrame(columns)

    times = best({"numpy": by_numpy, "shequ": lambda: scheme.evaluate(frame)}, calls)
    ranks = {row["unit"]: row["rank"] for row in scheme.evaluate(frame).table().to_dicts()}
    same = sum(int(ranks[f"u{u:05}"]) == int(r) for u, r in enumerate(by_numpy()))
    note = f"{same} of {units} ranks alike; numpy rounds floats"
    return [(f"score and rank {units} x {indicators}, from Python", note, times["shequ"], times["numpy"])]


def from_rust(name: str) -> float | None:
    """The best estimate of a criterion benchmark, in seconds."""
    path = ROOT / "target" / "criterion" / name / "new" / "estimates.json"
    if not path.exists():
        return None
    return json.loads(path.read_text())["mean"]["point_estimate"] / 1e9


def main() -> None:
    rows = scoring(77, 30, 200) + scoring(10_000, 30, 3)
    print(f"\npython {sys.version.split()[0]}, numpy {np.__version__}, polars {pl.__version__}; CPU seconds, best of {ROUNDS}\n")
    print("| what | shequ | numpy | ratio numpy / shequ | remark |")
    print("|---|---|---|---|---|")
    for what, note, ours, theirs in rows:
        print(f"| {what} | {ours:.6f} | {theirs:.6f} | {theirs / ours:.2f} | {note} |")
        rust = from_rust("scoring/evaluate " + what.split(" rank ")[1].split(",")[0])
        if rust is not None:
            print(f"| the same, from Rust (criterion mean) | {rust:.6f} | {theirs:.6f} | {theirs / rust:.2f} | table in core's columns |")
    for name in ("aggregate, plain", "aggregate, explained"):
        seconds = from_rust(f"decisions/{name}")
        if seconds is not None:
            print(f"\ndecisions {name}: {1000 / seconds:,.0f} a second")


if __name__ == "__main__":
    main()
