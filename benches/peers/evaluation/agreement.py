"""Whether the methods agree with pymcdm on random decisions, to ten decimals.

    python benches/peers/evaluation/agreement.py [cases]

Left out are COPRAS, where pymcdm divides each row's costs by themselves and not by the sum over the rows, so that costs count as
benefits; and CRITIC, whose costs it does not turn round. Both stand beside published examples in the tests.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import shequ as sq
from pymcdm import methods, normalizations, weights

WITHIN = 1e-10
Decision = tuple[np.ndarray, np.ndarray, np.ndarray]


def ours(method: str, **options: Any) -> Callable[[Decision], list[float]]:
    """The scores of our method, options by name; ``bounds`` is made from the data."""

    def scores(decision: Decision) -> list[float]:
        matrix, share, types = decision
        table = {f"c{j}": matrix[:, j] for j in range(matrix.shape[1])}
        costs = [f"c{j}" for j, way in enumerate(types) if way == -1]
        return sq.decide_by(method, table, list(share), costs=costs, **options).scores

    return scores


def theirs(make: Callable[[np.ndarray], Any]) -> Callable[[Decision], Any]:
    """The scores of a method of pymcdm, made from the matrix."""
    return lambda decision: make(decision[0])(*decision, validation=False)


DECISIONS: dict[str, tuple[Callable[[Decision], Any], Callable[[Decision], Any]]] = {
    "TOPSIS": (ours("topsis"), theirs(lambda m: methods.TOPSIS(normalizations.vector_normalization))),
    "VIKOR": (ours("vikor"), theirs(lambda m: methods.VIKOR())),
    "PROMETHEE II": (ours("promethee-ii", preferences=["usual"]), theirs(lambda m: methods.PROMETHEE_II("usual"))),
    "EDAS": (ours("edas"), theirs(lambda m: methods.EDAS())),
    "MOORA": (ours("moora"), theirs(lambda m: methods.MOORA())),
    "MABAC": (ours("mabac"), theirs(lambda m: methods.MABAC())),
    "MARCOS": (ours("marcos"), theirs(lambda m: methods.MARCOS())),
    "SPOTIS": (ours("spotis"), theirs(lambda m: methods.SPOTIS(np.stack([m.min(axis=0), m.max(axis=0)], axis=1)))),
    "WASPAS": (ours("waspas"), theirs(lambda m: methods.WASPAS())),
}
WEIGHTS: dict[str, Callable[[Decision], Any]] = {
    # On the values scaled to 0 to 1, as the method is defined.
    "standard-deviation": lambda d: weights.standard_deviation_weights(
        np.apply_along_axis(normalizations.minmax_normalization, 0, d[0])
    ),
    "entropy": lambda d: weights.entropy_weights(d[0]),
    "angle": lambda d: weights.angle_weights(d[0]),
    "merec": lambda d: weights.merec_weights(d[0], d[2]),
    "cilos": lambda d: weights.cilos_weights(d[0], d[2]),
    "idocriw": lambda d: weights.idocriw_weights(d[0], d[2]),
}


def decision(seed: int) -> Decision:
    """Values above zero, weights, and which criteria are costs; at least one of each."""
    r = random.Random(seed)
    rows, columns = r.randint(3, 40), r.randint(2, 8)
    matrix = np.array([[r.uniform(1, 100) for _ in range(columns)] for _ in range(rows)])
    share = np.array([r.uniform(0.1, 1) for _ in range(columns)])
    types = np.array([1, -1, *(r.choice([1, -1]) for _ in range(columns - 2))])
    return matrix, share / share.sum(), types


def main() -> None:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    worst: dict[str, float] = {}
    refused = 0
    for seed in range(cases):
        one = decision(seed)
        found = {name: (mine(one), peer(one)) for name, (mine, peer) in DECISIONS.items()}
        table = {f"c{j}": one[0][:, j] for j in range(one[0].shape[1])}
        costs = [f"c{j}" for j, way in enumerate(one[2]) if way == -1]
        for name, peer in WEIGHTS.items():
            try:
                found[f"weights: {name}"] = (sq.weigh(name, table, costs=costs), peer(one))
            except sq.SchemeError as error:
                # One row best in several criteria leaves the losses of CILOS without an answer; pymcdm gives one of many.
                if error.code != "weights-undetermined":
                    raise
                refused += 1
        for name, (mine, peer) in found.items():
            apart = float(np.max(np.abs(np.asarray(mine) - np.asarray(peer))))
            worst[name] = max(worst.get(name, 0.0), apart)
    for name, apart in worst.items():
        print(f"{name:28} {apart:.1e}  {'agrees' if apart <= WITHIN else 'DIFFERS'}")
    print(f"{cases} decisions, {refused} weights undetermined")
    if any(not apart <= WITHIN for apart in worst.values()):
        raise SystemExit("some differ by more than 1e-10")


if __name__ == "__main__":
    main()
