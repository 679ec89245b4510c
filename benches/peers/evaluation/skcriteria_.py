"""scikit-criteria: its decision matrix, its pipelines, its ranks."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import numpy as np
import skcriteria as skc
from inputs import Data
from skcriteria.agg.simple import WeightedSumModel
from skcriteria.agg.topsis import TOPSIS
from skcriteria.agg.vikor import VIKOR
from skcriteria.pipelines import mkpipe
from skcriteria.preprocessing.invert_objectives import NegateMinimize
from skcriteria.preprocessing.scalers import MinMaxScaler, VectorScaler

Answer = tuple[np.ndarray, np.ndarray | None]
warnings.filterwarnings("ignore")


class System:
    def __init__(self, data: Data, normalised: bool = False) -> None:
        self.data, self.normalised = data, normalised

    def matrix(self, kind: str, objectives: list) -> skc.DecisionMatrix:
        return skc.mkdm(self.data.matrix(kind), objectives, weights=self.data.weights)

    def ask(self, method: object, kind: str, costs: bool, score: str) -> Callable[[], Answer]:
        objectives = [min if costs and cost else max for cost in self.data.costs]
        matrix = self.matrix(kind, objectives)

        def call() -> Answer:
            result = method.evaluate(matrix)
            return np.asarray(result.extra_[score]), None

        return call

    def weighted_sum(self) -> Callable[[], Answer]:
        method = mkpipe(MinMaxScaler("matrix"), WeightedSumModel()) if self.normalised else WeightedSumModel()
        return self.ask(method, "f64", False, "score")

    def topsis(self) -> Callable[[], Answer]:
        return self.ask(mkpipe(NegateMinimize(), VectorScaler("matrix"), TOPSIS()), "values", True, "similarity")

    def vikor(self) -> Callable[[], Answer]:
        return self.ask(VIKOR(), "values", True, "q_k")
