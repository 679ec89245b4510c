"""Decisions by this library, from Rust and from Python, beside pandas by hand.

    python benches/peers/decisions/run.py [--rounds 5] [--only rust,shequ,pandas] [--folder FOLDER] [--built]

Every system gets the same numbers and runs in a process of its own, in turns; the best call of all rounds counts, in CPU
seconds. Answers are compared one by one: whole numbers must agree with ours in each, and how many decisions floats get wrong is
counted. It prints Markdown and leaves with a fault where exact systems disagree.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]

DECISIONS, EXPLAINED, UNITS = 1_000_000, 200_000, 100_000
# Part: its words, who is asked, how many decisions it makes.
PARTS = {
    "bare": ("status and clauses of 1,000,000 decisions, no table", ["rust"], DECISIONS),
    "plain": ("1,000,000 decisions, a table of status, deciding clause and what is missing", ["rust", "shequ", "pandas", "pandas:ints"], DECISIONS),
    "shares": ("the same as shares that are divided, status alone", ["pandas", "pandas:ints"], DECISIONS),
    "margins": ("1,000,000 decisions with every clause and both margins of each", ["rust", "shequ"], DECISIONS),
    "explained": ("200,000 decisions, the explanation of each", ["rust"], EXPLAINED),
    "units": ("one decision over 100,000 units, decided and explained", ["rust", "shequ", "pandas", "pandas:ints"], 1),
    "sums": ("the six bare sums of 100,000 units, no answer", ["pandas", "pandas:ints"], 1),
    "votes": ("100,000 votes one by one, an answer after each", ["rust"], UNITS),
    "packs": ("all packs that ship, read and checked", ["rust"], 1),
}
WORDS = {"rust": "shequ, from Rust", "shequ": "shequ, from Python", "pandas": "pandas, floats", "pandas:ints": "pandas, whole hundredths"}


def ask(system: str, part: str, folder: Path, program: Path, answers: Path | None) -> dict:
    """Asks one system once."""
    environment = dict(os.environ, OMP_NUM_THREADS="1", POLARS_MAX_THREADS="1")
    if answers:
        environment["SHEQU_ANSWERS"] = str(answers)
    command = [str(program), part, str(folder)]
    if system != "rust":
        command = [sys.executable, str(HERE / "child.py"), system, part, str(folder)]
    out = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    return json.loads(out)


def number(seconds: float) -> str:
    for unit, by in (("s", 1.0), ("ms", 1e3)):
        if seconds * by >= 1:
            return f"{seconds * by:.3g} {unit}"
    return f"{seconds * 1e6:.3g} µs"


def row(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |")


def head(*cells: str) -> None:
    row(*cells)
    print("|" + "---|" * len(cells))


def six_flats() -> str:
    """The smallest case: six flats of 45.67, four of which take part, are exactly two thirds."""
    areas = np.array([45.67] * 6)
    by_product = bool(3 * areas[:4].sum() >= 2 * areas.sum())
    by_share = bool(areas[:4].sum() / areas.sum() >= 2 / 3)
    return f"six flats of 45.67, four present, two thirds needed: floats say {by_product} by products and {by_share} by shares; it is True"


def main() -> None:
    # Told to stop, it prints what it has.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default=",".join(WORDS), help="systems, of %(default)s")
    parser.add_argument("--folder", type=Path, help="where the numbers are kept, 0.1 GB")
    parser.add_argument("--target", type=Path, default=Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")))
    parser.add_argument("--built", action="store_true", help="build nothing")
    asked = parser.parse_args()
    only = asked.only.split(",")
    if not asked.built:
        subprocess.run(["cargo", "build", "--release", "--package", "shequ-benches", "--bin", "decisions"], check=True, cwd=ROOT)
    program = asked.target / "release" / "decisions"
    with tempfile.TemporaryDirectory() as made:
        folder = asked.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([str(program), "inputs", str(folder)], check=True)
        measure(asked.rounds, only, folder, program)


def measure(rounds: int, only: list[str], folder: Path, program: Path) -> None:
    best: dict[tuple[str, str], dict] = {}
    found: dict[tuple[str, str], np.ndarray] = {}
    done = 0
    try:
        for nth in range(rounds):
            for part, (_, systems, _) in PARTS.items():
                for system in (system for system in systems if system in only):
                    answers = folder / "answers" if nth == 0 else None
                    if answers:
                        answers.unlink(missing_ok=True)
                    run = ask(system, part, folder, program, answers)
                    held = best.setdefault((part, system), run)
                    held["seconds"] = min(held["seconds"], run["seconds"])
                    if answers and answers.exists():
                        found[part, system] = np.fromfile(answers, dtype=np.uint8)
            done = nth + 1
            print(f"round {done} of {rounds}", file=sys.stderr)
    except KeyboardInterrupt:
        print(f"stopped in round {done + 1}", file=sys.stderr)
    report(done, best, found)


def report(rounds: int, best: dict, found: dict) -> None:
    versions = [f"{name} {metadata.version(name)}" for name in ("pandas", "numpy", "polars", "shequ")]
    print(f"\nPython {platform.python_version()}, {', '.join(versions)}. CPU seconds, one thread, best of {rounds} alternating runs.\n")
    head("what", "system", "CPU", "a second", "shequ from Rust is", "extra peak, MB", "answers")
    faults = []
    for part, (words, systems, count) in PARTS.items():
        truth = found.get((part, "rust"), found.get(("plain", "rust")) if part == "shares" else None)
        for nth, system in enumerate(system for system in systems if (part, system) in best):
            taken = best[part, system]
            ours = best.get((part, "rust"))
            times = "" if ours is None or system == "rust" else f"{taken['seconds'] / ours['seconds']:.2g} times as fast"
            said = ""
            if truth is not None and system != "rust" and (part, system) in found:
                wrong = int((found[part, system] != truth).sum())
                said = "equal" if wrong == 0 else f"{wrong:,} of {len(truth):,} wrong"
                if wrong and system in ("shequ", "pandas:ints") and part != "shares":
                    faults.append(f"{words}: {system} differs in {wrong}")
            rate = f"{count / taken['seconds']:,.0f}" if count > 1 else ""
            row(words if nth == 0 else "", WORDS[system], number(taken["seconds"]), rate, times, f"{taken['memory']:.1f}", said)
    print(f"\n{six_flats()}.")
    goals(best)
    if faults:
        sys.exit("\n*** exact systems do not agree\n" + "\n".join(faults))


def goals(best: dict) -> None:
    def seconds(part: str, system: str = "rust") -> float | None:
        return best[part, system]["seconds"] if (part, system) in best else None

    print()
    head("goal", "here", "")

    def goal(words: str, value: float | None, shown: str, met: bool) -> None:
        if value is not None:
            row(words, shown, "met" if met else "missed")

    rust, explained, units, packs = seconds("plain"), seconds("explained"), seconds("units"), seconds("packs")
    if rust:
        goal("1,000,000 aggregate decisions a second, plain", rust, f"{DECISIONS / rust:,.0f}", rust <= 1.0)
    if explained:
        rate = EXPLAINED / explained
        goal("200,000 a second, explained", explained, f"{rate:,.0f}", rate >= 200_000)
    for part, words in (("plain", "from Python within 1.2 of that, plain"), ("margins", "the same with margins")):
        ours, python = seconds(part), seconds(part, "shequ")
        if ours and python:
            goal(words, python, f"{python / ours:.2f}", python <= 1.2 * ours)
    if units:
        goal("double majority over 100,000 units with explanation in 2 ms, from columns", units, number(units), units <= 0.002)
    python = seconds("units", "shequ")
    if python:
        goal("the same from Python (no goal of its own)", python, number(python), python <= 0.002)
    if packs:
        goal("all packs that ship, read and checked in 20 ms", packs, number(packs), packs <= 0.02)


if __name__ == "__main__":
    main()
