"""networkx: a directed graph from parent to child, walked by hand, which is faster than its general algorithms on a tree.

On dated data an edge holds its periods, a node its names and their periods.
"""

from __future__ import annotations

import csv
from itertools import pairwise

import networkx as nx
import numpy as np

from inputs import DAYS, OPEN, Asked

Lists = list[list[str]]
Periods = list[tuple[str, ...]]


def rows_of(path: str) -> list[list[str]]:
    with open(path, encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        return list(rows)


def paired(answer: Lists) -> list[np.ndarray]:
    """Lists by row as rows and codes."""
    rows = np.repeat(np.arange(len(answer)), [len(found) for found in answer])
    return [rows, np.array([code for found in answer for code in found]).astype(np.int64)]


def counted(count: dict[str, int], total: dict[str, int]) -> list[np.ndarray]:
    return [np.array(list(count)).astype(np.int64), np.array(list(count.values())), np.array([total[code] for code in count])]


class Static:
    def __init__(self, asked: Asked) -> None:
        (self.villages,) = asked.villages
        (self.counties,) = asked.counties
        self.pairs = list(zip(*asked.pairs, strict=True))
        self.weights = dict(zip(*asked.weights(), strict=True))

    def build(self, path: str) -> None:
        self.graph = graph = nx.DiGraph()
        rows = rows_of(path)
        graph.add_nodes_from((code, {"name": name, "kind": kind}) for code, name, kind, _ in rows)
        graph.add_edges_from((parent, code) for code, _, _, parent in rows if parent)

    def ready(self) -> None:
        nx.set_node_attributes(self.graph, self.weights, "weight")

    def up(self, code: str) -> list[str]:
        way, above = [], self.graph.predecessors
        while (code := next(above(code), None)) is not None:
            way.append(code)
        return way

    def ancestors(self) -> Lists:
        return [self.up(code) for code in self.villages]

    def descendants(self) -> Lists:
        below, out = self.graph.successors, []
        for county in self.counties:
            found = list(below(county))
            # The list grows while it is walked.
            for code in found:
                found.extend(below(code))
            out.append(found)
        return out

    def rollup(self) -> tuple[dict[str, int], dict[str, int]]:
        count = dict.fromkeys(self.graph, 1)
        total = dict(self.graph.nodes(data="weight"))
        above = self.graph.predecessors
        for code in reversed(list(nx.topological_sort(self.graph))):
            for parent in above(code):
                count[parent] += count[code]
                total[parent] += total[code]
        return count, total

    def common(self) -> list[str | None]:
        out = []
        for a, b in self.pairs:
            way = {b, *self.up(b)}
            out.append(next((code for code in (a, *self.up(a)) if code in way), None))
        return out

    def columns(self, question: str, answer: object) -> list[np.ndarray]:
        match question:
            case "rollup":
                return counted(*answer)
            case "common":
                return paired([[code] if code else [] for code in answer])
            case _:
                return paired(answer)


class Dated:
    def __init__(self, asked: Asked) -> None:
        self.villages = list(zip(*asked.villages, strict=True))
        self.counties = list(zip(*asked.counties, strict=True))
        self.weights = dict(zip(*asked.weights(), strict=True))

    def build(self, path: str) -> None:
        names: dict[str, Periods] = {}
        edges: dict[tuple[str, str], Periods] = {}
        for code, name, _, parent, since, until in rows_of(path):
            until = until or OPEN
            names.setdefault(code, []).append((since, until, name))
            if parent:
                edges.setdefault((parent, code), []).append((since, until))
        self.graph = nx.DiGraph()
        self.graph.add_nodes_from((code, {"names": held}) for code, held in names.items())
        self.graph.add_edges_from((parent, code, {"periods": held}) for (parent, code), held in edges.items())

    def ready(self) -> None:
        nx.set_node_attributes(self.graph, self.weights, "weight")

    def parent(self, code: str, day: str) -> str | None:
        # The inner dictionaries: its views of them cost as much again.
        for parent, edge in self.graph._pred[code].items():
            for since, until in edge["periods"]:
                if since <= day < until:
                    return parent
        return None

    def ancestors(self) -> Lists:
        out = []
        for code, day in self.villages:
            way = []
            while (code := self.parent(code, day)) is not None:
                way.append(code)
            out.append(way)
        return out

    def descendants(self) -> Lists:
        below, out = self.graph._succ, []
        for county, day in self.counties:
            found = [county]
            for code in found:
                for child, edge in below[code].items():
                    for since, until in edge["periods"]:
                        if since <= day < until:
                            found.append(child)
                            break
            out.append(found[1:])
        return out

    def rollup(self) -> list[tuple[dict[str, int], dict[str, int]]]:
        """All days in one pass over the graph, then day by day."""
        held = [({}, {}, {}, []) for _ in DAYS]
        days = list(zip(DAYS, held, strict=True))
        above = self.graph._pred
        for code, node in self.graph._node.items():
            weight = node["weight"]
            edges = [(since, until, parent) for parent, edge in above[code].items() for since, until in edge["periods"]]
            for begin, end, _ in node["names"]:
                for day, (count, total, children, tops) in days:
                    if begin <= day < end:
                        count[code] = 1
                        total[code] = weight
                        for since, until, parent in edges:
                            if since <= day < until:
                                if parent in children:
                                    children[parent].append(code)
                                else:
                                    children[parent] = [code]
                                break
                        else:
                            tops.append(code)
        return [self.roll_up(*each) for each in held]

    def roll_up(
        self, count: dict[str, int], total: dict[str, int], children: dict[str, list[str]], tops: list[str]
    ) -> tuple[dict[str, int], dict[str, int]]:
        # From the tops down, and back.
        order = [code for code in tops if code in children]
        for code in order:
            order.extend(child for child in children[code] if child in children)
        for code in reversed(order):
            below = children[code]
            count[code] += sum([count[child] for child in below])
            total[code] += sum([total[child] for child in below])
        return count, total

    def changes(self) -> dict[tuple[int, str], list[int]]:
        out: dict[tuple[int, str], list[int]] = {}
        tops: dict[tuple[str, str], str] = {}
        days = list(enumerate(pairwise(DAYS)))

        def top(code: str, day: str) -> str:
            parent = self.parent(code, day)
            if parent is None:
                return code
            if (parent, day) not in tops:
                tops[parent, day] = top(parent, day)
            return tops[parent, day]

        for code, node in self.graph._node.items():
            held = node["names"]
            if len(held) == 1 and held[0][0] == DAYS[0] and held[0][1] == OPEN:
                continue
            for nth, (a, b) in days:
                before = next((name for since, until, name in held if since <= a < until), None)
                after = next((name for since, until, name in held if since <= b < until), None)
                if before != after:
                    what = 0 if before is None else 1 if after is None else 2
                    out.setdefault((nth, top(code, a if what == 1 else b)), [0, 0, 0])[what] += 1
        return out

    def columns(self, question: str, answer: object) -> list[np.ndarray]:
        match question:
            case "rollup":
                days = [[np.full(len(count), nth), *counted(count, total)] for nth, (count, total) in enumerate(answer)]
                return [np.concatenate(column) for column in zip(*days, strict=True)]
            case "changes":
                rows = [(nth, int(code), *what) for (nth, code), what in answer.items()]
                return [np.array(column) for column in zip(*rows, strict=True)]
            case _:
                return paired(answer)
