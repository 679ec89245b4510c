"""The country in shequ and beside its peers: one run, the same questions, equal checks, alternating, the best of five.

    python run.py FOLDER [--only polars,duckdb] [--parts static,dated] [--rounds 5]

FOLDER (or SHEQU_COUNTRY) holds what `python examples/country/build.py FOLDER --days` writes. Prints Markdown tables for
`benches/README.md`; what it is doing goes to the standard error. Leaves with a fault if two systems answer differently.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections import defaultdict
from importlib import metadata
from pathlib import Path
from statistics import median

import inputs
from checks import Check
from questions import PARTS, STATIC_ONLY, SYSTEMS

#: One part of one system over all rounds: its runs as `child.py` prints them.
Runs = dict[str, list[dict]]

NAMED = "polars"
#: CPU seconds of the named peer and goals for the library, on the machine of the table of goals; megabytes are of no machine.
NAMED_THERE = {
    "static": {"build": 0.296, "ancestors": 0.166, "descendants": 0.156, "rollup": 0.380, "common": 0.263},
    "dated": {"build": 0.530, "ancestors": 0.208, "descendants": 0.192, "rollup": 2.97, "changes": 2.73},
}
GOALS = {
    "static": {"build": 0.25, "ancestors": 0.010, "descendants": 0.003, "rollup": 0.008, "common": 0.015, "built": 90},
    "dated": {
        "build": 0.35,
        "ancestors": 0.035,
        "descendants": 0.012,
        "rollup": 0.050,
        "changes": 0.030,
        "reload": 0.05,
        "built": 180,
    },
}
TITLES = {
    "static": "The last release, 665,276 units",
    "dated": "Seven releases, 1,074,647 stretches",
    "moved": "The same with 50,000 villages moved to another street",
}
HEADS = {"common": "common ancestor", "changes": "changes by province", "built": "RSS built, MB", "peak": "RSS asked, MB"}


def run(system: str, part: str, folder: Path, checked: bool) -> dict:
    script = Path(__file__).with_name("child.py")
    environment = {**os.environ, "POLARS_MAX_THREADS": "1"}
    command = [sys.executable, script, system, part, folder, "1" if checked else "0"]
    done = subprocess.run(list(map(str, command)), env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"\n*** {system} failed at the part {part}")
    return json.loads(done.stdout.splitlines()[-1])


def compare(part: str, runs: Runs) -> list[str]:
    """What the systems do not agree on."""
    faults = []
    for question in PARTS[part][1]:
        said: dict[Check, list[str]] = defaultdict(list)
        for system, held in runs.items():
            if question in held[0]["checks"]:
                check = held[0]["checks"][question]
                said[Check(check["rows"], tuple(check["sums"]), check["mixed"])].append(system)
        if len(said) > 1:
            faults += [f"{part}, {question}: {', '.join(systems)} say {check}" for check, systems in said.items()]
    return faults


def best(runs: list[dict], question: str, of: str = "seconds") -> float | None:
    found = [run[of][question] for run in runs if question in run[of]]
    return min(found, default=None)


def least(runs: list[dict], field: str) -> float:
    return min(run[field] for run in runs)


def number(value: float | None) -> str:
    """Three digits that count."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}" if value >= 1 else f"{value:.4f}" if value < 0.1 else f"{value:.3f}"


def line(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |")


def head(*cells: str) -> None:
    line(*cells)
    print("|" + "---|" * len(cells))


def figures(part: str, runs: Runs) -> None:
    questions = ["build", *PARTS[part][1]]
    if "shequ" not in runs:
        questions = [question for question in questions if question != "reload"]
    print(f"\n### {TITLES[part]}\n")
    head("CPU seconds", *(HEADS.get(question, question) for question in (*questions, "built", "peak")))
    for system, held in runs.items():
        times = [number(best(held, question)) for question in questions]
        line(system, *times, *(f"{least(held, field):.0f}" for field in ("built", "peak")))
        if held[0]["frame"]:
            both = [sum_of(best(held, question), best(held, question, "frame")) for question in questions]
            line(f"{system}, with polars frames made", *map(number, both), "", "")


def sum_of(answer: float | None, frame: float | None) -> float | None:
    return None if answer is None or frame is None else answer + frame


def beside(part: str, runs: Runs) -> None:
    """How often the time of the library goes into that of the fastest peer."""
    questions = ["build", *(question for question in PARTS[part][1] if question != "reload")]
    print()
    head("fastest peer / shequ", *(HEADS.get(question, question) for question in questions))
    for name, of in (("the answer", None), ("as polars frames", "frame")):
        cells = []
        for question in questions:
            ours = best(runs["shequ"], question)
            if of:
                ours = sum_of(ours, best(runs["shequ"], question, of))
            peers = {system: best(held, question) for system, held in runs.items() if system != "shequ"}
            found = {system: seconds for system, seconds in peers.items() if seconds is not None}
            if ours is None or not found:
                cells.append("")
                continue
            fastest = min(found, key=found.__getitem__)
            cells.append(f"{found[fastest] / ours:.1f} ({fastest})")
        line(name, *cells)


def goals(results: dict[str, Runs]) -> None:
    """The goals, each scaled by the named peer's time for the same question here over its time in the table of goals."""
    ratios = {
        (part, question): here / there
        for part, table in NAMED_THERE.items()
        for question, there in table.items()
        if part in results and NAMED in results[part]
        if (here := best(results[part][NAMED], question)) is not None
    }
    if not ratios:
        return
    middle = median(ratios.values())
    print("\n### Goals\n")
    print(
        f"A goal in seconds is for another machine: it is multiplied by {NAMED}'s time here over its time there, for the same\n"
        f"question; in brackets by the median of these ratios, {middle:.2f}, which one query written better or worse does not move.\n"
        "Goals in megabytes are not scaled.\n"
    )
    head("what", "shequ", "with frames", "goal there", f"{NAMED} here / there", "goal here", "")
    for part, table in GOALS.items():
        for question, goal in table.items():
            if part not in results:
                continue
            held = results[part].get("shequ")
            name = f"{part}: {HEADS.get(question, question)}"
            if question == "built":
                ours = least(held, "built") if held else None
                line(name, "" if ours is None else f"{ours:.0f}", "", goal, "", goal, verdict(ours, goal))
                continue
            ours = best(held, question) if held else None
            framed = sum_of(ours, best(held, question, "frame")) if held else None
            # No peer reloads: the median speaks for the machine.
            ratio = ratios.get((part, question))
            own = goal * (middle if ratio is None else ratio)
            said = verdict(ours, own) + (f" ({verdict(ours, goal * middle)})" if ours is not None else "")
            shown = "" if ratio is None else f"{ratio:.2f}"
            line(name, number(ours), number(framed), goal, shown, f"{number(own)} ({number(goal * middle)})", said)


def verdict(ours: float | None, goal: float) -> str:
    return "" if ours is None else "met" if ours <= goal else "missed"


def versions() -> str:
    names = ("polars", "duckdb", "networkx", "rustworkx", "shequ")
    found = []
    for name in names:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    import sqlite3

    return ", ".join([f"Python {platform.python_version()}", *found, f"sqlite {sqlite3.sqlite_version}"])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=os.environ.get("SHEQU_COUNTRY"))
    parser.add_argument("--only", help=f"systems, of {', '.join(SYSTEMS)}; unless asked for, codes are texts")
    parser.add_argument("--parts", default=",".join(PARTS), help="parts, of %(default)s")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    if not asked.folder:
        sys.exit("\n*** name a folder, or set SHEQU_COUNTRY; `python examples/country/build.py FOLDER --days` fills it\n")
    asked.folder = Path(asked.folder).resolve()
    asked.only = asked.only.split(",") if asked.only else [name for name in SYSTEMS if ":" not in name]
    asked.parts = asked.parts.split(",")
    for name, known in (*((system, SYSTEMS) for system in asked.only), *((part, PARTS) for part in asked.parts)):
        if name not in known:
            parser.error(f"`{name}` is none of {', '.join(known)}")
    return asked


def main() -> None:
    asked = arguments()
    inputs.prepare(asked.folder)
    results: dict[str, Runs] = {part: {} for part in asked.parts}
    for nth in range(asked.rounds):
        for part, runs in results.items():
            for system in asked.only:
                if part != "static" and SYSTEMS[system][0] in STATIC_ONLY:
                    continue
                print(f"round {nth + 1} of {asked.rounds}: {part}, {system}", file=sys.stderr)
                runs.setdefault(system, []).append(run(system, part, asked.folder, nth == 0))
            if nth == 0 and (faults := compare(part, runs)):
                sys.exit("\n*** the systems do not agree\n" + "\n".join(faults))
    print(f"\n{versions()}.\nCPU seconds of all threads, one thread each, best of {asked.rounds} alternating runs; all checks equal.")
    for part, runs in results.items():
        figures(part, runs)
        if "shequ" in runs and len(runs) > 1:
            beside(part, runs)
    goals(results)


if __name__ == "__main__":
    main()
