"""rustworkx: a directed graph from parent to child, with its own descendants; the last release only."""

from __future__ import annotations

import csv

import numpy as np
import rustworkx as rx

from inputs import Asked
from networkx_ import paired


class Static:
    def __init__(self, asked: Asked) -> None:
        (self.villages,) = asked.villages
        (self.counties,) = asked.counties
        self.pairs = list(zip(*asked.pairs, strict=True))
        self.weighing = dict(zip(*asked.weights(), strict=True))

    def build(self, path: str) -> None:
        with open(path, encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            next(rows)
            units = list(rows)
        self.graph = rx.PyDiGraph()
        self.graph.add_nodes_from([(code, name, kind) for code, name, kind, _ in units])
        self.codes = [unit[0] for unit in units]
        self.at = at = {code: nth for nth, code in enumerate(self.codes)}
        self.graph.add_edges_from_no_data([(at[parent], nth) for nth, (_, _, _, parent) in enumerate(units) if parent])

    def ready(self) -> None:
        self.weights = [self.weighing[code] for code in self.codes]

    def up(self, nth: int) -> list[int]:
        way, above = [], self.graph.predecessor_indices
        while found := above(nth):
            nth = found[0]
            way.append(nth)
        return way

    def ancestors(self) -> list[list[str]]:
        codes, at = self.codes, self.at
        return [[codes[nth] for nth in self.up(at[code])] for code in self.villages]

    def descendants(self) -> list[list[str]]:
        codes, at, graph = self.codes, self.at, self.graph
        return [[codes[nth] for nth in rx.descendants(graph, at[code])] for code in self.counties]

    def rollup(self) -> tuple[list[int], list[int]]:
        count, total = [1] * len(self.codes), list(self.weights)
        above = self.graph.predecessor_indices
        for nth in reversed(rx.topological_sort(self.graph)):
            for parent in above(nth):
                count[parent] += count[nth]
                total[parent] += total[nth]
        return count, total

    def common(self) -> list[str | None]:
        out, codes, at = [], self.codes, self.at
        for a, b in self.pairs:
            way = {at[b], *self.up(at[b])}
            meets = next((nth for nth in (at[a], *self.up(at[a])) if nth in way), None)
            out.append(None if meets is None else codes[meets])
        return out

    def columns(self, question: str, answer: object) -> list[np.ndarray]:
        match question:
            case "rollup":
                return [np.array(self.codes).astype(np.int64), *map(np.array, answer)]
            case "common":
                return paired([[code] if code else [] for code in answer])
            case _:
                return paired(answer)
