"""The exceptions of shequ: one class for each family of faults, with the same codes in every language.

An exception carries every fault that was found. Its ``code``, ``path``, ``message`` and ``help`` are those of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = [
    "DocumentError",
    "Fault",
    "GridError",
    "LogError",
    "OrganisationError",
    "PackError",
    "ParticipationError",
    "SchemeError",
    "ShequError",
    "Stopped",
    "ValueFault",
]


class Fault(NamedTuple):
    """One fault: where, and what."""

    kind: str
    """The name of its exception class, such as ``SchemeError``."""
    code: str
    """The stable code, such as ``weights-do-not-sum``."""
    path: str
    """The place in the input, such as ``scheme.groups[2].points``; empty where it has none."""
    message: str
    """What is wrong."""
    help: str
    """What to do about it; may be empty."""

    def __str__(self) -> str:
        place = f"{self.path}: " if self.path else ""
        line = f"[{self.code}] {place}{self.message}"
        return f"{line}\n  help: {self.help}" if self.help else line


class ShequError(Exception):
    """The base of every exception of this library that is not Python's own."""

    def __init__(self, faults: Sequence[Fault], count: int | None = None) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        """Every fault, in the order of the input; at most a hundred."""
        self.count: int = len(self.faults) if count is None else count
        """How many faults were found, those left out for being too many included."""
        super().__init__(self.faults, self.count)

    @property
    def code(self) -> str:
        """The stable code of the first fault."""
        return self.faults[0].code

    @property
    def path(self) -> str:
        """The place of the first fault; empty where it has none."""
        return self.faults[0].path

    @property
    def message(self) -> str:
        """What is wrong, without place and help."""
        return self.faults[0].message

    @property
    def help(self) -> str:
        """What to do about the first fault; may be empty."""
        return self.faults[0].help

    def __str__(self) -> str:
        lines = [str(fault) for fault in self.faults]
        if self.count > len(self.faults):
            lines.append(f"and {self.count - len(self.faults)} more")
        return "\n".join(lines)


class DocumentError(ShequError):
    """A text, an object or a table that cannot be read: syntax, shape, size."""


class ValueFault(ShequError, ValueError):
    """A number, a day, a code or another single value."""


class PackError(ShequError):
    """A rule pack, or a question to one."""


class OrganisationError(ShequError):
    """Units, posts, relations and events."""


class ParticipationError(ShequError):
    """Facts and questions of a decision."""


class SchemeError(ShequError):
    """An evaluation scheme and its data."""


class GridError(ShequError):
    """A territory and its plans."""


class LogError(ShequError):
    """A log and its chain."""


class Stopped(ShequError):
    """The caller stopped the work."""


_CLASSES: dict[str, type[ShequError]] = {
    c.__name__: c
    for c in (
        DocumentError,
        ValueFault,
        PackError,
        OrganisationError,
        ParticipationError,
        SchemeError,
        GridError,
        LogError,
        Stopped,
    )
}

# They are named as people write them, `shequ.SchemeError`.
for _class in (Fault, ShequError, *_CLASSES.values()):
    _class.__module__ = "shequ"


def _make(faults: list[tuple[str, str, str, str, str]], count: int) -> ShequError:
    """What the core reports, as an exception of the class of its first fault."""
    made = [Fault(*fault) for fault in faults]
    return _CLASSES.get(made[0].kind, ShequError)(made, count)
