"""Evaluations in shequ and beside their peers: one run, the same numbers, alternating, the best of five.

    python run.py [--only rust,shequ,numpy] [--parts sums,methods] [--rounds 5] [--folder DIR] [--target DIR]

Builds the two programs (`cargo build --release`) unless `--built` says that they stand ready. Prints Markdown tables for
`benches/README.md`; what it is doing goes to the standard error. Scores of all systems are compared, and the ranks that differ
from the exact ones (or, for floats, from ours) are counted.
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
from statistics import median

import inputs
import numpy as np
from inputs import SHAPES
from questions import OURS, PARTS, PROGRAMS, QUESTIONS, SYSTEMS, Question

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).parent
#: One thread each; the pools are made when the library is imported.
ALONE = {
    name: "1"
    for name in ("POLARS_MAX_THREADS", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
}
SYSTEM_NAMES = {"rust": "shequ, from Rust", "shequ": "shequ, from Python", "mcdm": "mcdm (Rust)"}
#: Seconds of a call from which on a peer is not asked in every round.
SLOW = 0.5
#: By question, by system: its runs.
Results = dict[str, dict[str, list[dict]]]


def build(target: Path) -> dict[str, Path]:
    cargo = os.environ.get("CARGO", "cargo")
    ours = [cargo, "build", "--release", "--locked", "--package", "shequ-benches", "--bin", "evaluation"]
    subprocess.run([*ours, "--target-dir", str(target)], cwd=ROOT, check=True)
    theirs = [cargo, "build", "--release", "--locked", "--target-dir", str(target / "peers")]
    subprocess.run(theirs, cwd=HERE / "mcdm", check=True)
    return programs(target)


def programs(target: Path) -> dict[str, Path]:
    return {"rust": target / "release" / "evaluation", "mcdm": target / "peers" / "release" / "mcdm-peer"}


def run(system: str, question: Question, folder: Path, built: dict[str, Path], answers: Path | None) -> dict:
    shape = [question.shape] if question.shape else []
    program, _, variant = system.partition(":")
    if system in PROGRAMS:
        sizes = [str(n) for n in SHAPES[question.shape]] if question.shape else []
        part = f"{question.part}:{variant}" if variant else question.part
        command = [str(built[program]), part, str(folder), *shape, *sizes]
    else:
        command = [sys.executable, str(HERE / "child.py"), system, question.part, str(folder), *shape]
    environment = {**os.environ, **ALONE}
    if answers:
        environment["SHEQU_ANSWERS"] = str(answers)
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=HERE)
    if done.returncode:
        sys.exit(f"\n*** {system} failed at {question.title}")
    return json.loads(done.stdout.splitlines()[-1])


def ranked(scores: np.ndarray, lower: bool) -> np.ndarray:
    """Ranks with the better one for equals, from scores as they stand."""
    key = scores if lower else -scores
    return np.searchsorted(np.sort(key), key, side="left") + 1.0


def answer_of(path: Path, question: Question) -> tuple[np.ndarray, np.ndarray] | None:
    if not path.exists():
        return None
    numbers = np.fromfile(path)
    rows = SHAPES[question.shape][0] if question.shape else len(numbers) // 2
    scores = numbers[:rows]
    ranks = numbers[rows:] if len(numbers) > rows else ranked(scores, question.part in ("vikor",))
    return scores, ranks


def compare(question: Question, answers: dict[str, tuple[np.ndarray, np.ndarray]]) -> tuple[dict[str, str], list[str]]:
    """What is to be said of each system's ranks, and what they do not agree on."""
    said: dict[str, str] = {}
    faults: list[str] = []
    ours = next((name for name in OURS if name in answers), None)
    if ours is None or question.near is None:
        return said, faults
    scores, ranks = answers[ours]
    for system, (other, places) in answers.items():
        if system == ours or system.endswith(":min-max"):
            continue
        # Tenths times percents, left as whole numbers.
        off = float(np.abs(other / (1_000 if system.endswith(":ints") else 1) - scores).max())
        if question.part == "draws":
            # Other random numbers: the mean rank of each row is near, as a share of the rows.
            off /= len(scores)
            said[system] = f"mean ranks within {off:.1%} of the rows"
        else:
            differ = int((places != ranks).sum())
            said[system] = "ranks equal" if differ == 0 else f"{differ:,} of {len(ranks):,} ranks differ"
        if not off <= question.near:
            faults.append(f"{question.title}: {system} is {off} away from {ours}")
    return said, faults


def best(results: Results, name: str, system: str, field: str = "seconds") -> float | None:
    return min((run[field] for run in results.get(name, {}).get(system, [])), default=None)


def number(seconds: float | None) -> str:
    """Three digits that count, in seconds, milliseconds or microseconds."""
    if seconds is None:
        return ""
    for unit, by in (("s", 1.0), ("ms", 1e3)):
        if seconds * by >= 1:
            return f"{seconds * by:.3g} {unit}"
    return f"{seconds * 1e6:.3g} µs"


def times_as(ratio: float) -> str:
    return f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.2g}"


def megabytes(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def line(*cells: object) -> None:
    print("| " + " | ".join(map(str, cells)) + " |")


def head(*cells: str) -> None:
    line(*cells)
    print("|" + "---|" * len(cells))


def title(system: str) -> str:
    return SYSTEM_NAMES.get(system, system)


def figures(results: Results, said: dict[str, dict[str, str]]) -> None:
    print("\n### Each question\n")
    head("what", "system", "CPU", "shequ from Rust is", "extra peak, MB", "beside shequ")
    for name, runs in results.items():
        ours = best(results, name, "rust")
        for nth, system in enumerate(runs):
            seconds = best(results, name, system)
            times = "" if ours is None or seconds is None or system == "rust" else f"{times_as(seconds / ours)} times as fast"
            what = QUESTIONS[name].title if nth == 0 else ""
            line(
                what,
                title(system),
                number(seconds),
                times,
                megabytes(best(results, name, system, "memory")),
                said[name].get(system, ""),
            )


def machine(results: Results, name: str) -> tuple[float | None, list[float]]:
    """The time here over the time in the table of goals: numpy's, of its ways the fastest, and those of all the libraries."""
    numpy, libraries = None, []
    for peer, there in QUESTIONS[name].there.items():
        ways = ("numpy", "numpy:rows") if peer == "numpy" else (peer,)
        here = min((seconds for way in ways if (seconds := best(results, name, way)) is not None), default=None)
        if here is not None and peer.startswith("numpy"):
            numpy = here / there
        elif here is not None:
            libraries.append(here / there)
    return numpy, libraries


def goals(results: Results) -> None:
    ratios = {name: machine(results, name) for name in results}
    by_numpy = [ratio for ratio, _ in ratios.values() if ratio is not None]
    by_libraries = [ratio for _, several in ratios.values() for ratio in several]
    if not by_numpy or not by_libraries:
        return
    middle, libraries = median(by_numpy), median(by_libraries)
    print("\n### Goals\n")
    print(
        "A goal in seconds is for another machine. *By numpy*: times numpy's time here over its time there for the same question, of numpy\n"
        f"written in two ways the faster; where the table of goals has none, times the median of these ratios, {middle:.2f}. *By libraries*:\n"
        f"times the median of the same ratio of scikit-criteria, pymcdm and mcdm over all questions, {libraries:.2f}; their code is what it was,\n"
        "while numpy by hand is as good as the hand. Megabytes are not scaled.\n"
    )
    head("what", "from Rust", "from Python", "goal there", "numpy here / there", "goal by numpy", "", "goal by libraries", "")
    for name, question in QUESTIONS.items():
        if name not in results or question.goal is None:
            continue
        ours, python = best(results, name, "rust"), best(results, name, "shequ")
        ratio = ratios[name][0]
        said = []
        for goal in (question.goal * (middle if ratio is None else ratio), question.goal * libraries):
            said += [number(goal), verdict(ours, goal)]
        shown = f"{ratio:.2f}" if ratio is not None else f"({middle:.2f})"
        line(question.title, number(ours), number(python), number(question.goal), shown, *said)
        if question.goal_memory is not None:
            memory = best(results, name, "rust", "memory")
            theirs = best(results, name, "shequ", "memory")
            limit = question.goal_memory
            line(
                "the same, MB",
                megabytes(memory),
                megabytes(theirs),
                limit,
                "",
                limit,
                verdict(memory, limit),
                limit,
                verdict(memory, limit),
            )


def verdict(ours: float | None, goal: float) -> str:
    if ours is None:
        return ""
    return "met" if ours <= goal else f"missed, {ours / goal:.1f} times"


def versions() -> str:
    names = ("numpy", "polars", "scikit-criteria", "pymcdm", "shequ")
    found = [f"Python {platform.python_version()}"]
    for name in names:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return ", ".join([*found, "mcdm 0.4.0"])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    systems = [*PROGRAMS, *SYSTEMS]
    parser.add_argument("--only", default=",".join(systems), help="systems, of %(default)s")
    parser.add_argument(
        "--parts", default=",".join(PARTS), help=f"parts or single questions, of %(default)s; {', '.join(QUESTIONS)}"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slow-rounds", type=int, default=2, help=f"rounds for peers that take over {SLOW} s; %(default)s")
    parser.add_argument("--folder", type=Path, help="where the numbers are kept between runs, 0.7 GB")
    parser.add_argument(
        "--target", type=Path, default=Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")), help="cargo's target directory"
    )
    parser.add_argument("--built", action="store_true", help="build nothing")
    asked = parser.parse_args()
    asked.only = asked.only.split(",")
    asked.parts = [name for part in asked.parts.split(",") for name in PARTS.get(part, (part,))]
    for name, known in (*((system, systems) for system in asked.only), *((part, QUESTIONS) for part in asked.parts)):
        if name not in known:
            parser.error(f"`{name}` is none of {', '.join(known)}")
    return asked


def one_round(
    asked: argparse.Namespace,
    question: Question,
    runs: dict[str, list[dict]],
    said: dict[str, str],
    folder: Path,
    built: dict[str, Path],
    nth: int,
) -> None:
    """Asks each system once, in turns; in the first round the answers are compared."""
    answers = {}
    print(f"round {nth + 1} of {asked.rounds}: {question.title}", file=sys.stderr)
    for system in (system for system in question.systems if system in asked.only):
        held = runs.setdefault(system, [])
        if nth >= asked.slow_rounds and system not in OURS and held[0]["seconds"] > SLOW:
            continue
        path = folder / "answers" if nth == 0 and question.near is not None else None
        if path:
            path.unlink(missing_ok=True)
        held.append(run(system, question, folder, built, path))
        if path and (answer := answer_of(path, question)):
            answers[system] = answer
    if nth == 0:
        differences, faults = compare(question, answers)
        said.update(differences)
        if faults:
            sys.exit("\n*** the systems do not agree\n" + "\n".join(faults))


def ask(asked: argparse.Namespace, folder: Path) -> None:
    built = programs(asked.target) if asked.built else build(asked.target)
    inputs.prepare(folder, {shape for name in asked.parts if (shape := QUESTIONS[name].shape)})
    subprocess.run([str(built["rust"]), "inputs", str(folder)], check=True)
    results: Results = {name: {} for name in asked.parts}
    said: dict[str, dict[str, str]] = {name: {} for name in asked.parts}
    rounds = 0
    try:
        for nth in range(asked.rounds):
            for name, runs in results.items():
                one_round(asked, QUESTIONS[name], runs, said[name], folder, built, nth)
            rounds = nth + 1
    except KeyboardInterrupt:
        print(f"stopped in round {rounds + 1}", file=sys.stderr)
    alike = f"best of {rounds} alternating runs, {asked.slow_rounds} of what takes over {SLOW} s"
    print(f"\n{versions()}. CPU seconds, one thread each, {alike}.")
    figures(results, said)
    goals(results)


def main() -> None:
    # Told to stop, it prints what it has.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    asked = arguments()
    if asked.folder:
        return ask(asked, asked.folder)
    with tempfile.TemporaryDirectory() as folder:
        return ask(asked, Path(folder))


if __name__ == "__main__":
    main()
