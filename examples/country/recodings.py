"""The country as one dated tree: finds villages that went on under another code, and marks each such step as inferred.

    python build.py FOLDER --days     makes FOLDER/history.csv first
    python recodings.py FOLDER        writes FOLDER/country.shequ and says what was found

No document links a code that vanished from one release to the one that appeared in the next. `shequ.infer` says which are likely
the same community or village, with a confidence and its evidence. Only what is at least as sure as `--at-least` enters, as
`recode` events that every later answer marks as inferred; all else stays an end and a beginning.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import shequ as sq

try:
    from tqdm import tqdm
except ImportError:
    def tqdm(rows, **_):
        return rows

VILLAGE = 12


def stretches(path: Path) -> list[dict[str, str]]:
    """The rows of the history."""
    with path.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def listed(rows: list[dict[str, str]], day: str) -> dict[str, list[str]]:
    """What a release lists of villages, as columns."""
    there = [r for r in rows if len(r["code"]) == VILLAGE and r["from"] <= day and (not r["until"] or day < r["until"])]
    return {name: [row[name] for row in there] for name in ("code", "name", "parent")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--at-least", default="9/10", help="the least confidence of a recoding that enters")
    asked = parser.parse_args()
    rows = stretches(asked.folder / "history.csv")
    days = sorted({row["from"] for row in rows} - {""})

    bearer = {code: code for code in listed(rows, days[0])["code"]}  # which unit bears a code
    began = {(code, days[0]): code for code in bearer}
    gone_on: set[str] = set()  # units that bore another code since
    events: list[sq.Event] = []
    likely = 0
    before = listed(rows, days[0])
    for day in tqdm(days[1:], desc="transitions", unit="transition"):
        after = listed(rows, day)
        inferred = sq.infer({"units": sq.Table(before)}, {"units": sq.Table(after)})
        likely += len(inferred.matches)
        unit_of: dict[str, str] = {}
        for event in inferred.events(day, at_least=asked.at_least):
            recode = event.to_dict()["recode"]
            recode["unit"] = unit_of[recode["code"]] = bearer[recode["unit"]]
            gone_on.add(recode["unit"])
            events.append(sq.Event.from_dict({"format": "shequ.event/1", "recode": recode}))
        codes = set(after["code"])
        bearer = {code: unit for code, unit in bearer.items() if code in codes}
        for code in after["code"]:
            if code not in bearer:
                # Whoever bore the code before and goes on under another is somebody else.
                own = f"{code}@{day}" if code in gone_on else code
                bearer[code] = began[code, day] = unit_of.get(code, own)
        before = after

    key = ""
    lines = []
    for row in rows:
        # A stretch that begins where the last one of its code ended is the same unit, renamed.
        key = began.get((row["code"], row["from"]), key if len(row["code"]) == VILLAGE else row["code"])
        # The code under which a unit goes on comes with its event.
        lines.append({**row, "key": key, "code": row["code"] if key.split("@")[0] == row["code"] else ""})
    columns = {name: [line[name] for line in lines] for name in ("key", "code", "name", "kind", "parent", "from", "until")}
    country = sq.Organisation.from_units(columns, title="全国").apply_all(events)
    print(f"{len(country.keys):,} units; {likely:,} recodings are likely, {len(events):,} of them entered at {asked.at_least}")
    country.save(asked.folder / "country.shequ")


if __name__ == "__main__":
    main()
