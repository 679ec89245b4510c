"""numpy by hand: what one would write who knows it well."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from inputs import Data

Answer = tuple[np.ndarray, np.ndarray | None]
DRAWS = 1_000


def ranks(scores: np.ndarray) -> np.ndarray:
    """Ranks from the greatest, equals with the better one: sorted once, runs of equals told by their neighbours."""
    order = np.argsort(-scores)
    sorted_ = scores[order]
    fresh = np.empty(len(scores), dtype=bool)
    fresh[0] = True
    np.not_equal(sorted_[1:], sorted_[:-1], out=fresh[1:])
    first = np.where(fresh, np.arange(1, len(scores) + 1), 0)
    np.maximum.accumulate(first, out=first)
    out = np.empty(len(scores), dtype=np.int64)
    out[order] = first
    return out


class System:
    def __init__(self, data: Data, layout: str = "columns", numbers: str = "floats", normalised: bool = False) -> None:
        self.data, self.normalised = data, normalised
        self.columns = layout == "columns"
        self.whole = numbers == "ints"

    def read(self, kind: str) -> np.ndarray:
        return self.data.read(kind).T if self.columns else self.data.matrix(kind)

    def weighted_sum(self) -> Callable[[], Answer]:
        matrix = self.read("i64" if self.whole else "f64")
        weights = self.data.percents if self.whole else self.data.weights

        def plain() -> Answer:
            scores = matrix @ weights
            return scores, ranks(scores)

        def scaled() -> Answer:
            # Min-max in one product: the widths go into the weights, the lows into one number.
            low, high = matrix.min(axis=0), matrix.max(axis=0)
            by = weights / (high - low)
            scores = matrix @ by - low @ by
            return scores, ranks(scores)

        return scaled if self.normalised else plain

    def topsis(self) -> Callable[[], Answer]:
        matrix, weights, costs = self.read("values"), self.data.weights, self.data.costs

        def call() -> Answer:
            by = weights / np.sqrt(np.einsum("ij,ij->j", matrix, matrix))
            low, high = matrix.min(axis=0), matrix.max(axis=0)
            best, worst = np.where(costs, low, high), np.where(costs, high, low)
            scaled = matrix - best
            scaled *= by
            near = np.sqrt(np.einsum("ij,ij->i", scaled, scaled))
            np.subtract(matrix, worst, out=scaled)
            scaled *= by
            far = np.sqrt(np.einsum("ij,ij->i", scaled, scaled))
            closeness = far / (near + far)
            return closeness, ranks(closeness)

        return call

    def vikor(self) -> Callable[[], Answer]:
        matrix, weights, costs = self.read("values"), self.data.weights, self.data.costs

        def call() -> Answer:
            low, high = matrix.min(axis=0), matrix.max(axis=0)
            best = np.where(costs, low, high)
            regret = matrix - best
            regret *= np.where(costs, 1.0, -1.0) * weights / (high - low)
            s, r = regret.sum(axis=1), regret.max(axis=1)
            q = 0.5 * (s - s.min()) / (s.max() - s.min()) + 0.5 * (r - r.min()) / (r.max() - r.min())
            return q, ranks(-q)

        return call

    def promethee_usual(self) -> Callable[[], Answer]:
        columns, weights, costs = self.data.read("values"), self.data.weights, self.data.costs

        def call() -> Answer:
            net = np.zeros(self.data.rows)
            for values, weight, cost in zip(columns, weights, costs, strict=True):
                ordered = np.sort(values)
                below = np.searchsorted(ordered, values, side="left")
                above = self.data.rows - np.searchsorted(ordered, values, side="right")
                net += (-weight if cost else weight) * (below - above)
            net /= self.data.rows - 1
            return net, ranks(net)

        return call

    def promethee_linear(self) -> Callable[[], Answer]:
        """Linear from 1 to 10, by sorting and running sums."""
        columns, weights, costs = self.data.read("values"), self.data.weights, self.data.costs
        low, high, rows = 1.0, 10.0, self.data.rows

        def call() -> Answer:
            net = np.zeros(rows)
            for values, weight, cost in zip(columns, weights, costs, strict=True):
                order = np.argsort(values)
                ordered = values[order]
                sums = np.concatenate(([0.0], np.cumsum(ordered)))
                outright = np.searchsorted(ordered, ordered - high, side="left")
                at_all = np.searchsorted(ordered, ordered - low, side="left")
                over = outright + ((at_all - outright) * (ordered - low) - (sums[at_all] - sums[outright])) / (high - low)
                any_ = np.searchsorted(ordered, ordered + low, side="right")
                all_ = np.searchsorted(ordered, ordered + high, side="right")
                under = rows - all_ + ((sums[all_] - sums[any_]) - (all_ - any_) * (ordered + low)) / (high - low)
                net[order] += (-weight if cost else weight) * (over - under)
            net /= rows - 1
            return net, ranks(net)

        return call

    def draws(self) -> Callable[[], Answer]:
        """The ranks of all rows in 1,000 draws of the weights; ties between floats do not happen."""
        matrix = self.read("values")
        rows, columns = matrix.shape

        def call() -> Answer:
            rng = np.random.default_rng(7)
            weights = rng.standard_exponential((columns, DRAWS))
            weights /= weights.sum(axis=0)
            scores = weights.T @ matrix.T
            order = np.argsort(-scores, axis=1)
            found = np.empty((DRAWS, rows), dtype=np.int32)
            np.put_along_axis(found, order, np.arange(1, rows + 1, dtype=np.int32)[None, :], axis=1)
            return found.mean(axis=0), None

        return call
