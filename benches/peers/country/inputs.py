"""What every system is given: tables drawn once from the country's two, with a fixed seed, by Python alone.

    units.csv, history.csv      as `examples/country/build.py FOLDER --days` writes them
    asked/moved.csv             history.csv with 50,000 villages moved to another street on some day
    asked/*.csv                 the questions, and the weight of each unit

Nothing here is timed. The files are drawn once, and read by each process before its memory is measured.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

#: The days of the seven releases; a stretch runs from its first day to the day before its last.
DAYS = ("2017-10-31", "2018-10-31", "2019-10-31", "2020-06-30", "2021-10-31", "2022-10-31", "2023-06-30")
SEED = 20_230_630
VERSION = "1"
OPEN = "9999-12-31"
VILLAGES, COUNTIES, PAIRS, MOVES = 100_000, 2_000, 100_000, 50_000

Row = list[str]


def weight(code: str) -> int:
    """A whole number made from a code: something to add up."""
    return int(code[-3:]) % 97


def on(row: Row, day: str) -> bool:
    return row[4] <= day and (not row[5] or day < row[5])


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        return list(rows)


def write(path: Path, header: str, rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(header + "\n")
        csv.writer(out, lineterminator="\n").writerows(rows)


def static(folder: Path, draw: random.Random) -> None:
    """The questions about the last release."""
    units = read(folder / "units.csv")
    villages = [row[0] for row in units if len(row[0]) == 12]
    by_county: dict[str, list[str]] = {}
    for code in villages:
        by_county.setdefault(code[:6], []).append(code)
    # One half of the pairs lies anywhere, most of it without a common ancestor; the other half in one county.
    near = [county for county in by_county.values() if len(county) > 1]
    pairs = [draw.sample(villages, 2) for _ in range(PAIRS // 2)]
    pairs += [draw.sample(draw.choice(near), 2) for _ in range(PAIRS // 2)]
    draw.shuffle(pairs)
    asked = folder / "asked"
    write(asked / "villages.csv", "code", ([code] for code in draw.sample(villages, VILLAGES)))
    write(asked / "counties.csv", "code", ([row[0]] for row in units if len(row[0]) == 6))
    write(asked / "pairs.csv", "a,b", pairs)
    write(asked / "weights.csv", "code,weight", ((row[0], weight(row[0])) for row in units))


def dated(folder: Path, draw: random.Random) -> None:
    """The questions about a day, each of a unit that is there on it."""
    history = read(folder / "history.csv")
    there = {day: ([], []) for day in DAYS}
    for row in history:
        if len(row[0]) in (6, 12):
            for day in DAYS:
                if on(row, day):
                    there[day][len(row[0]) == 12].append(row[0])

    def some(many: int, villages: bool) -> Iterable[Row]:
        for _ in range(many):
            day = draw.choice(DAYS)
            yield [draw.choice(there[day][villages]), day]

    asked = folder / "asked"
    write(asked / "villages-days.csv", "code,day", some(VILLAGES, True))
    write(asked / "counties-days.csv", "code,day", some(COUNTIES, False))
    codes = dict.fromkeys(row[0] for row in history)
    write(asked / "weights-history.csv", "code,weight", ((code, weight(code)) for code in codes))
    write(asked / "moved.csv", "code,name,kind,parent,from,until", moved(history, draw))


def moved(history: list[Row], draw: random.Random) -> Iterable[Row]:
    """The history with villages moved: their stretch is split on a day, and its rest lies in another street."""
    # Streets that were there throughout, so that none is missing on a day.
    streets = [row[0] for row in history if len(row[0]) == 9 and row[4] == DAYS[0] and not row[5]]
    end = date.fromisoformat(DAYS[-1])
    # A stretch can be split that has a day after its first, up to the last release.
    can = [at for at, row in enumerate(history) if len(row[0]) == 12 and row[4] < DAYS[-1]]
    chosen = set(draw.sample(can, MOVES))
    for at, (code, name, kind, parent, since, until) in enumerate(history):
        if at not in chosen:
            yield [code, name, kind, parent, since, until]
            continue
        first = date.fromisoformat(since)
        last = date.fromisoformat(until) - timedelta(days=1) if until else end
        day = (first + timedelta(days=draw.randint(1, (last - first).days))).isoformat()
        street = draw.choice(streets)
        while street == parent:
            street = draw.choice(streets)
        yield [code, name, kind, parent, since, day]
        yield [code, name, kind, street, day, until]


def prepare(folder: Path) -> None:
    """Draws the questions, unless they are there for these tables; leaves loudly where the country is absent."""
    missing = [name for name in ("units.csv", "history.csv") if not (folder / name).exists()]
    if missing:
        sys.exit(
            f"\n*** {' and '.join(missing)} absent in {folder}: the country is not part of the project. Make it with\n"
            f"***     python examples/country/build.py {folder} --days\n"
        )
    with (folder / "history.csv").open(encoding="utf-8") as lines:
        next(lines)
        if ".." in next(lines) or not next(lines).split(",")[4]:
            sys.exit(f"\n*** {folder}/history.csv has bounds for days: make it anew with `build.py {folder} --days`\n")
    stamp = folder / "asked" / "version"
    sizes = [str((folder / name).stat().st_size) for name in ("units.csv", "history.csv")]
    version = " ".join([VERSION, *sizes])
    if stamp.exists() and stamp.read_text() == version:
        return
    stamp.parent.mkdir(exist_ok=True)
    print("drawing the questions", file=sys.stderr)
    static(folder, random.Random(SEED))
    dated(folder, random.Random(SEED + 1))
    stamp.write_text(version)


class Asked:
    """The questions of a part, as lists of text; each system turns them into the form it likes best."""

    def __init__(self, folder: Path, part: str) -> None:
        self.part = part
        self.folder = folder
        static = part == "static"
        self.table = folder / {"static": "units.csv", "dated": "history.csv", "moved": "asked/moved.csv"}[part]
        self.villages = self.columns("villages" if static else "villages-days")
        self.counties = self.columns("counties" if static else "counties-days")
        self.pairs = self.columns("pairs") if static else []

    def columns(self, name: str) -> list[list[str]]:
        rows = read(self.folder / "asked" / f"{name}.csv")
        return [list(column) for column in zip(*rows, strict=True)]

    def weights(self) -> tuple[list[str], list[int]]:
        """Codes and weights; asked for after building, when memory has been read."""
        code, weights = self.columns("weights" if self.part == "static" else "weights-history")
        return code, [int(weight) for weight in weights]
