"""The only source of chance in the generated year: SplitMix64, so that every Python writes the same bytes."""

from __future__ import annotations

MASK = (1 << 64) - 1


class Draw:
    """A stream of whole numbers from a seed and a name, so that one part can change without moving the others."""

    def __init__(self, seed: int, stream: str) -> None:
        self.state = seed & MASK
        for byte in stream.encode():
            self.state = ((self.state ^ byte) * 0x100000001B3) & MASK

    def bits(self) -> int:
        """The next 64 bits."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n: int) -> int:
        """A whole number in `0..n`, each equally likely."""
        limit = (MASK + 1) - (MASK + 1) % n
        while True:
            bits = self.bits()
            if bits < limit:
                return bits % n

    def between(self, low: int, high: int) -> int:
        """A whole number in `low..=high`, each equally likely."""
        return low + self.below(high - low + 1)

    def hump(self, low: int, high: int) -> int:
        """A whole number in `low..=high`, the middle more likely than the ends."""
        span = high - low
        return low + sum(self.below(span + 1) for _ in range(3)) // 3

    def shuffled(self, items: list) -> list:
        """The items in a drawn order."""
        out = list(items)
        for i in range(len(out) - 1, 0, -1):
            j = self.below(i + 1)
            out[i], out[j] = out[j], out[i]
        return out

    def pick(self, items: list):
        """One of the items."""
        return items[self.below(len(items))]

    def numbers(self, count: int, low: int, high: int, total: int, flat: bool = False) -> list[int]:
        """So many numbers in `low..=high`, humped or flat, that sum to a total exactly."""
        values = [self.between(low, high) if flat else self.hump(low, high) for _ in range(count)]
        while (gap := total - sum(values)) != 0:
            i = self.below(count)
            step = 1 if gap > 0 else -1
            if low <= values[i] + step <= high:
                values[i] += step
        return values
