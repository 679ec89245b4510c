"""From dated snapshots of codes and names to units with a history.

A snapshot says which codes existed on its cut-off day, not when they began. So a unit first seen in a later snapshot
began between the previous cut-off and its own, and its date is written as that bound. What held in the first snapshot
has no beginning here, and what holds in the last has no end.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

#: Lengths of the codes of a district, a sub-district (or town, or zone) and a village or community.
LEVELS = (6, 9, 12)


@dataclass(frozen=True)
class Snapshot:
    """The codes and names on one day."""

    release: str
    cut_off: str
    names: dict[str, str]


@dataclass
class Fact:
    """A value that held from a day to a day; either end may be open."""

    value: str
    since: str | None = None
    until: str | None = None


@dataclass
class Unit:
    """One unit through all snapshots; its key is the code under which it was first seen."""

    key: str
    codes: list[Fact]
    names: list[Fact]
    parents: list[Fact]
    since: str | None = None
    until: str | None = None
    first_release: str = ""


@dataclass
class Event:
    """One change between two snapshots."""

    kind: str  # found, end, rename, recode, reparent
    unit: str
    within: str
    release: str
    before: str | None = None
    after: str | None = None


@dataclass
class History:
    """All units in the order of their keys, and all changes in the order of time."""

    units: list[Unit] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


def parent_code(code: str) -> str | None:
    """The code one level up; none for a district."""
    at = LEVELS.index(len(code))
    return code[: LEVELS[at - 1]] if at else None


def between(earlier: str, later: str) -> str:
    """The bound of a change seen between two cut-offs: `2018-11-01..2019-10-31`."""
    first = date.fromisoformat(earlier) + timedelta(days=1)
    return f"{first.isoformat()}..{later}"


def derive(snapshots: list[Snapshot]) -> History:
    """The history that the snapshots allow, and nothing beyond it."""
    history = History()
    current: dict[str, Unit] = {}  # by the code of the day
    taken: set[str] = set()

    def begin(code: str, name: str, since: str | None, release: str) -> None:
        key = code if code not in taken else f"{code}@{release}"
        taken.add(key)
        above = parent_code(code)
        parents = [Fact(current[above].key, since)] if above else []
        unit = Unit(key, [Fact(code, since)], [Fact(name, since)], parents, since, None, release)
        current[code] = unit
        history.units.append(unit)
        if since:
            history.events.append(Event("found", key, since, release, None, name))

    first = snapshots[0]
    for code in sorted(first.names, key=lambda c: (len(c), c)):
        begin(code, first.names[code], None, first.release)

    for old, new in zip(snapshots, snapshots[1:]):
        within = between(old.cut_off, new.cut_off)
        for length in LEVELS:
            was = {c: n for c, n in old.names.items() if len(c) == length}
            now = {c: n for c, n in new.names.items() if len(c) == length}
            gone, come = sorted(was.keys() - now.keys()), sorted(now.keys() - was.keys())

            for code in sorted(was.keys() & now.keys()):
                if was[code] != now[code]:
                    change(history, current[code].names, current[code], "rename", now[code], within, new.release)

            # A name that goes once and comes once is the same unit under a new code.
            leaving, arriving = Counter(was[c] for c in gone), Counter(now[c] for c in come)
            for code in list(gone):
                name = was[code]
                if leaving[name] != 1 or arriving[name] != 1:
                    continue
                target = next(c for c in come if now[c] == name)
                unit = current.pop(code)
                change(history, unit.codes, unit, "recode", target, within, new.release)
                above = parent_code(target)
                if above and current[above].key != unit.parents[-1].value:
                    change(history, unit.parents, unit, "reparent", current[above].key, within, new.release)
                current[target] = unit
                gone.remove(code)
                come.remove(target)

            for code in gone:
                unit = current.pop(code)
                unit.until = within
                for facts in (unit.codes, unit.names, unit.parents):
                    if facts:
                        facts[-1].until = within
                history.events.append(Event("end", unit.key, within, new.release, was[code], None))
            for code in come:
                begin(code, now[code], within, new.release)

    history.units.sort(key=lambda u: (len(u.codes[0].value), u.key))
    return history


def change(history: History, facts: list[Fact], unit: Unit, kind: str, value: str, within: str, release: str) -> None:
    """Ends the last fact of a list and begins the next within the same bound."""
    before = facts[-1].value
    facts[-1].until = within
    facts.append(Fact(value, within))
    history.events.append(Event(kind, unit.key, within, release, before, value))
