"""Writes the calendar of working days that ships, and the counts its test compares with.

Run from the root of the project, in an environment outside it:

    python3 -m venv /tmp/days && /tmp/days/bin/pip install chinesecalendar==1.11.0
    /tmp/days/bin/python xtask/scripts/working_days.py

The facts are those of the yearly notices of the State Council's General Office. They come from the package
chinesecalendar (MIT licence). The counts are made day by day with the package's own `is_workday`, not from the
runs written to the data file, so that the test compares two ways to the same answer.
"""

import datetime as dt
import hashlib
import pathlib
from importlib.metadata import version

import chinese_calendar as cc
from chinese_calendar import constants

FIRST, LAST = 2004, 2026
ONE = dt.timedelta(days=1)
# The package names the 2015 holiday in a way that does not read as English.
ENGLISH = {"anti_fascist_70th_day": "70th anniversary of the victory of 1945", "tomb_sweeping_day": "Tomb-Sweeping Day",
           "mid_autumn_festival": "Mid-Autumn Festival"}
CHINESE = {"tomb_sweeping_day": "清明节", "dragon_boat_festival": "端午节", "mid_autumn_festival": "中秋节"}


def days(year):
    day = dt.date(year, 1, 1)
    while day.year == year:
        yield day
        day += ONE


def runs(chosen):
    """Runs of days that follow each other, as `first..last` or one day."""
    out, start, last = [], None, None
    for day in [*sorted(chosen), None]:
        if start is not None and (day is None or day != last + ONE):
            out.append(f"{start}" if start == last else f"{start}..{last}")
            start = None
        if start is None:
            start = day
        last = day
    return out


def section(title, table, year, keys):
    lines = [f"[years.{title}]"]
    for name, key in keys:
        chosen = [day for day, holiday in table.items() if day.year == year and holiday == name]
        if chosen:
            lines.append(f"{key} = [" + ", ".join(f'"{run}"' for run in runs(chosen)) + "]")
    return lines if len(lines) > 1 else []


def main():
    package = version("chinesecalendar")
    covered = {day.year for day in constants.holidays}
    missing = [year for year in range(FIRST, LAST + 1) if year not in covered]
    if missing:
        print(f"not in chinesecalendar {package}: {missing}")
    years = [year for year in range(FIRST, LAST + 1) if year in covered]
    holidays = list(constants.Holiday)
    keys = [(h.value, h.name.replace("_", "-")) for h in holidays]
    lines = [
        "# Working days of mainland China: the statutory holidays and the make-up days (调休).",
        "# Facts of the yearly notices of the General Office of the State Council (国务院办公厅关于节假日安排的通知),",
        f"# taken from the Python package chinesecalendar {package} (MIT licence).",
        "# Written by xtask/scripts/working_days.py; do not edit by hand.",
        "",
        'format = "shequ.calendar/1"',
        'key = "cn"',
        'label = { zh = "中国大陆工作日", en = "working days of mainland China" }',
        "# Days of the week without work, Monday is 1.",
        "weekend = [6, 7]",
    ]
    for holiday in holidays:
        key = holiday.name.replace("_", "-")
        zh, en = CHINESE.get(holiday.name, holiday.chinese), ENGLISH.get(holiday.name, holiday.value)
        lines += ["", "[[holidays]]", f'key = "{key}"', f'label = {{ zh = "{zh}", en = "{en}" }}']
    golden = [f"# year, working days, SHA-256 of the working days one a line; chinesecalendar {package}, is_workday"]
    for year in years:
        working = [day for day in days(year) if cc.is_workday(day)]
        digest = hashlib.sha256("".join(f"{day}\n" for day in working).encode()).hexdigest()
        golden.append(f"{year} {len(working)} {digest}")
        lines += ["", "[[years]]", f"year = {year}", f"working_days = {len(working)}"]
        lines += section("off", constants.holidays, year, keys)
        lines += section("worked", constants.workdays, year, keys)
    root = pathlib.Path(__file__).resolve().parents[2]
    (root / "core/data/cn-working-days.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (root / "core/tests/data/cn-working-days.txt").write_text("\n".join(golden) + "\n", encoding="utf-8")
    print(f"{len(years)} years, {years[0]} to {years[-1]}")


main()
