"""Reduces an answer to what can be compared: how many rows, the sum of each column, and a sum over mixed rows.

The order of rows does not count, each row does: columns of whole numbers are mixed into one word a row (splitmix64),
and the words are added modulo 2**61 - 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

PRIME = 2**61 - 1


@dataclass(frozen=True)
class Check:
    rows: int
    sums: tuple[int, ...]
    mixed: int

    def __str__(self) -> str:
        return f"{self.rows:,} rows, sums {' '.join(f'{total:,}' for total in self.sums)}, mixed {self.mixed}"


def total(words: np.ndarray) -> int:
    """The exact sum of unsigned words."""
    return (int((words >> np.uint64(32)).sum()) << 32) + int((words & np.uint64(0xFFFF_FFFF)).sum())


def mix(words: np.ndarray) -> np.ndarray:
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58_476D_1CE4_E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D0_49BB_1331_11EB)
    return words ^ (words >> np.uint64(31))


def check(columns: list[np.ndarray]) -> Check:
    """Of columns of whole numbers, none below zero."""
    words = [np.asarray(column).astype(np.uint64) for column in columns]
    row = np.zeros(len(words[0]), dtype=np.uint64)
    for word in words:
        row = mix(row * np.uint64(31) + word + np.uint64(0x9E37_79B9_7F4A_7C15))
    return Check(len(row), tuple(total(word) for word in words), total(row) % PRIME)
