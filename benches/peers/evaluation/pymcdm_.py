"""pymcdm: its methods with the normalisation that asks the same question, and its ranks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from inputs import Data
from pymcdm.methods import PROMETHEE_II, TOPSIS, VIKOR, WSM
from pymcdm.normalizations import minmax_normalization, vector_normalization

Answer = tuple[np.ndarray, np.ndarray | None]


def as_given(values: np.ndarray, cost: bool = False) -> np.ndarray:
    """No normalisation: the values of the weighted sum have one unit."""
    return values


class System:
    def __init__(self, data: Data, normalised: bool = False) -> None:
        self.data, self.normalised = data, normalised

    def ask(self, method: object, kind: str, costs: bool) -> Callable[[], Answer]:
        matrix = self.data.matrix(kind)
        types = np.where(self.data.costs & costs, -1, 1)

        def call() -> Answer:
            scores = method(matrix, self.data.weights, types)
            method.rank(scores)
            return scores, None

        return call

    def weighted_sum(self) -> Callable[[], Answer]:
        return self.ask(WSM(minmax_normalization if self.normalised else as_given), "f64", False)

    def topsis(self) -> Callable[[], Answer]:
        return self.ask(TOPSIS(vector_normalization), "values", True)

    def vikor(self) -> Callable[[], Answer]:
        return self.ask(VIKOR(), "values", True)

    def promethee_usual(self) -> Callable[[], Answer]:
        return self.ask(PROMETHEE_II("usual"), "values", True)

    def promethee_linear(self) -> Callable[[], Answer]:
        columns = self.data.columns
        return self.ask(PROMETHEE_II("vshape_2", p=np.full(columns, 10.0), q=np.full(columns, 1.0)), "values", True)
