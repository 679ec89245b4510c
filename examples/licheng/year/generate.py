"""Writes the generated year: every document beside this file that is not a script, from one seed.

    python generate.py            writes the documents
    python generate.py --check    says whether the committed documents are what it would write

Nothing here is real: units carry numbers, holders are opaque ids, and every value is drawn from the seed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from cells import cells
from corrections import corrections
from decisions import facts
from model import SEED, Community, year
from organisation import organisation
from territory import plans, territory

HERE = Path(__file__).resolve().parent


def pretty(document: dict) -> str:
    """JSON that reads line by line: one line an entry of a list, the rest indented."""
    def write(value, indent: int) -> str:
        flat = json.dumps(value, ensure_ascii=False)
        if len(flat) + indent <= 150 or not isinstance(value, (dict, list)) or not value:
            return flat
        pad = " " * (indent + 1)
        if isinstance(value, list):
            return "[\n" + ",\n".join(pad + write(v, indent + 1) for v in value) + "\n" + " " * indent + "]"
        entries = (f"{pad}{json.dumps(k, ensure_ascii=False)}: {write(v, indent + 1)}" for k, v in value.items())
        return "{\n" + ",\n".join(entries) + "\n" + " " * indent + "}"

    return write(document, 0) + "\n"


def scheme(communities: list[Community]) -> str:
    """The letter with those who signed it."""
    signed = "".join(
        f'  {{ key = "{c.key}", label = {{ zh = "{c.zh}", en = "{c.en}" }}, group = "{"new" if c.is_new else "old"}" }},\n'
        for c in communities
    )
    letter = (HERE / "letter.toml").read_text(encoding="utf-8")
    head, _, rest = letter.partition("units = []\n")
    body = head.split("\n", 2)[2] + f"units = [\n{signed}]\n" + rest
    return f"# Written by generate.py from letter.toml, seed {SEED}; every community is invented.\n" + body


def table(rows: list[dict[str, str]]) -> str:
    """Comma-separated values; no cell needs quotes."""
    return "\n".join([",".join(rows[0]), *(",".join(row.values()) for row in rows)]) + "\n"


def documents() -> dict[str, str]:
    """Every document by its name."""
    y = year(SEED)
    buildings, roads = territory(SEED)
    reported = cells(SEED, y.communities)
    return {
        "organisation.json": pretty(organisation(y)),
        "scheme.toml": scheme(y.communities),
        "cells.csv": table(reported),
        "corrections.json": pretty(corrections(SEED, y.communities, reported)),
        **{f"decisions/{name}.json": pretty(document) for name, document in facts(SEED).items()},
        "buildings.geojson": pretty(buildings),
        "roads.geojson": pretty(roads),
        **{f"{name}.json": pretty(document) for name, document in plans().items()},
    }


def main() -> None:
    stale = []
    for name, text in documents().items():
        path = HERE / name
        if "--check" in sys.argv[1:]:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale:
        sys.exit(f"not what seed {SEED} gives: {', '.join(stale)}")


if __name__ == "__main__":
    main()
