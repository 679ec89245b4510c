"""Random schemes, evaluated by the library and by ``plain_evaluation``: every number is the same."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import plain_evaluation as plain
import pytest
import shequ as sq
from conftest import PROFILE

SCHEMES = 10_000 if PROFILE == "full" else 300
CHOICES = (*plain.CHOICES, "abstain")
POLICIES = ("reweight", "reweight", "zero", "full", "peer-median", "last-period")


def tenths(n: int) -> str:
    """So many tenths as a text."""
    return f"{n // 10}.{n % 10}"


def indicator(r: random.Random, key: str) -> dict[str, Any]:
    """An indicator of any rule."""
    points = r.randint(1, 120)
    out: dict[str, Any] = {"key": key, "points": tenths(points), "missing": r.choice(POLICIES)}
    rules = "linear linear-down met met-down tiers-least tiers-most piecewise deduct rate three-rates ballots progress"
    match r.choice(rules.split()):
        case "linear":
            out |= {"rule": "linear", "target": r.randint(1, 20), "cap": tenths(r.randint(1, 14))}
        case "linear-down":
            target = r.randint(-3, 9)
            out |= {"rule": "linear-down", "target": target, "worst": target + r.randint(1, 12)}
        case "met" | "met-down" as rule:
            out |= {"rule": rule, "target": r.randint(-3, 16)}
        case "tiers-least" | "tiers-most" as rule:
            bounds = sorted(r.sample(range(20), r.randint(1, 4)), reverse=rule == "tiers-least")
            shares = sorted(r.sample(range(11), len(bounds)), reverse=True)
            side = rule.removeprefix("tiers-")
            out |= {"rule": "tiers", "tiers": [{side: b, "share": tenths(s)} for b, s in zip(bounds, shares)]}
        case "piecewise":
            values = sorted(r.sample(range(-3, 21), r.randint(2, 5)))
            curve = [{"value": v, "share": tenths(r.randint(0, 10))} for v in values]
            out |= {"rule": "piecewise", "curve": curve}
        case "deduct":
            events = [{"key": f"e{n}", "each": tenths(r.randint(1, 12))} for n in range(r.randint(1, 2))]
            out |= {"rule": "deduct", "events": events, "floor": tenths(r.randint(0, points))}
        case "rate":
            out |= {"rule": "rate", "target": r.choice(["0.8", "0.95", 1])}
        case "three-rates":
            parts = [
                {"key": f"r{n}", "weight": tenths(r.randint(1, 9)), "target": r.choice(["0.9", 1])}
                for n in range(r.randint(1, 4))
            ]
            out |= {"rule": "three-rates", "parts": parts}
        case "ballots":
            classes = [{"key": f"c{n}", "weight": tenths(r.randint(1, 6))} for n in range(r.randint(1, 3))]
            out |= {"rule": "ballots", "classes": classes}
        case "progress":
            worst = r.choice([-10, 0, 10])
            target = worst + r.choice([-30, -7, 5, 20])
            out |= {"rule": "progress", "target": f"{'-' if target < 0 else ''}0.{abs(target):02}", "worst": tenths_of(worst)}
            if out["missing"] == "last-period":
                out["missing"] = "zero"
    if out["rule"] in {"linear", "linear-down", "met", "met-down", "tiers", "piecewise", "progress"}:
        out["scale"] = r.randint(0, 2)
    return out


def tenths_of(hundredths: int) -> str:
    """So many hundredths, a whole number of tenths, as a text."""
    return f"{'-' if hundredths < 0 else ''}0.{abs(hundredths) // 10}"


def columns(r: random.Random, one: dict[str, Any], last: bool = False) -> dict[str, Any]:
    """The cells of an indicator for one unit, all of them missing now and then."""
    key = one["key"] + ("_last" if last else "")
    out: dict[str, Any] = {}

    def rate(name: str) -> None:
        under = r.randint(0, 30)
        out.update({f"{name}_numerator": r.randint(0, under), f"{name}_denominator": under})

    match one["rule"]:
        case "rate":
            rate(key)
        case "three-rates":
            for part in one["parts"]:
                rate(f"{key}_{part['key']}")
        case "ballots":
            for voters in one["classes"]:
                voted = r.random() < 0.75
                out |= {f"{key}_{voters['key']}_{choice}": r.randint(0, 8) if voted else 0 for choice in CHOICES}
        case "deduct":
            out |= {f"{key}_{event['key']}": r.randint(0, 6) for event in one["events"]}
        case rule:
            scale = one["scale"]
            names = [key, f"{key}_last"] if rule == "progress" else [key]
            for name in names:
                n = r.randint(-2, 25 * 10**scale)
                digits = f"{abs(n):0{scale + 1}}"
                text = f"{digits[:-scale]}.{digits[-scale:]}" if scale else digits
                out[name] = ("-" if n < 0 else "") + text
    return dict.fromkeys(out) if r.random() < 1 / 6 else out


def case(seed: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A scheme and the values of up to nine units in two peer groups."""
    r = random.Random(seed)
    count = 0

    def group(depth: int) -> dict[str, Any]:
        nonlocal count
        count += 1
        key = f"g{count}"
        inner = [group(depth + 1) for _ in range(r.randint(0, 2))] if depth < 3 and r.random() < 0.4 else []
        own = [indicator(r, f"{key}i{n}") for n in range(r.randint(1, 4))]
        weight = {"points": r.randint(1, 50)} if relative else {}
        return {"key": key, "indicators": own, "groups": inner, **weight}

    relative = r.random() < 0.25
    groups = [group(1) for _ in range(r.randint(1, 3))]
    every = [one for _, g in plain.leaves(groups) for one in g["indicators"]]
    item = lambda key: {"key": key, "each": tenths(r.randint(1, 30))} | (
        {"cap": tenths(r.randint(1, 60))} if r.random() < 0.5 else {}
    )
    vetoes: list[dict[str, Any]] = [{"key": "barred", "effect": "no-award"}, {"key": "void", "effect": "zero"}]
    vetoes += [{"key": "held-back", "effect": "cap-grade", "grade": "C"}]
    vetoes = vetoes[: r.randint(0, 3)]
    vetoes += [{"key": f"cut{n}", "effect": "zero", "scope": f"g{r.randint(1, count)}"} for n in range(r.randint(0, 2))]
    scheme: dict[str, Any] = {
        "format": "shequ.scheme/1",
        "title": "random",
        "subject": "unit",
        "rounding": r.choice(list(plain.ROUND)),
        "line_scale": r.randint(1, 5),
        "total_scale": r.randint(0, 3),
        "least_peers": r.randint(1, 3),
        "groups": groups,
        "bonuses": [item(f"b{n}") for n in range(r.randint(0, 2))],
        "penalties": [item(f"p{n}") for n in range(r.randint(0, 2))],
        "vetoes": vetoes,
        "grades": [{"key": "A", "least": 20}, {"key": "B", "least": "10.5"}, {"key": "C", "least": 5}, {"key": "D"}],
        "ranking": {
            "basis": r.choice(["exact", "rounded"]),
            "ties": r.choice(["min", "dense", "ordinal", "average"]),
            "tie_break": r.sample([one["key"] for one in every], min(len(every), r.randint(0, 2))),
        },
        "award": {
            "share": tenths(r.randint(0, 10)),
            "rounding": r.choice(["floor", "half-up", "ceiling"]),
            "least": r.randint(0, 8),
            "unresolved": r.choice(["none", "all", "lot"]),
        },
    }
    if scheme["award"]["unresolved"] == "lot":
        scheme["award"]["seed"] = seed
    if relative:
        scheme |= {"weights": "relative", "total": r.randint(1, 100)}
    for cap in ("bonus_cap", "penalty_cap"):
        if r.random() < 0.5:
            scheme[cap] = tenths(r.randint(0, 60))
    rows = []
    names = [f"社区 {n}" for n in range(9)]
    r.shuffle(names)
    for name in names[: r.randint(1, 9)]:
        row: dict[str, Any] = {"unit": name, "group": r.choice(["village", "town"])}
        for one in every:
            row |= columns(r, one)
            if one["missing"] == "last-period":
                row |= columns(r, one, last=True)
        row |= {entry["key"]: r.randint(0, 4) for entry in (*scheme["bonuses"], *scheme["penalties"])}
        row |= {veto["key"]: r.random() < 0.2 for veto in vetoes}
        rows.append(row)
    return scheme, rows


def differences(scheme: dict[str, Any], rows: list[dict[str, Any]]) -> list[str]:
    """Where the two implementations differ, in words."""
    card = sq.Scheme.from_dict(scheme).evaluate(rows)
    found = []
    for unit, expected in plain.evaluate(scheme, rows).items():
        score = card.score(unit)
        lines = {line.indicator: Fraction(line.score) for line in card.lines(unit)}
        pairs = {
            "lines": (lines, expected.lines),
            "base": (Fraction(score.base), sum(expected.lines.values(), Fraction(0))),
            "bonus": (Fraction(score.bonus), expected.bonus),
            "penalty": (Fraction(score.penalty), expected.penalty),
            "total": (Fraction(score.total), expected.total),
            "worst case": (None if score.worst_case is None else Fraction(score.worst_case), expected.worst),
            "grade": (score.grade, expected.grade),
            "eligible": (score.eligible, expected.eligible),
            "rank": (score.rank, expected.rank),
            "rank after tie-break": (score.rank_after_tie_break, expected.rank_after_tie_break),
            "mean rank": (score.mean_rank, expected.mean_rank),
            "award": (score.award, expected.award),
        }
        found += [f"{unit}: {what}: {got} is not {wanted}" for what, (got, wanted) in pairs.items() if got != wanted]
    return found


@pytest.mark.parametrize("block", range(10))
def test_every_number_is_that_of_a_second_implementation(block: int) -> None:
    for seed in range(block * SCHEMES // 10, (block + 1) * SCHEMES // 10):
        scheme, rows = case(seed)
        assert not differences(scheme, rows), f"seed {seed}"


def test_the_comparison_can_fail() -> None:
    scheme, rows = next((s, r) for s, r in map(case, range(100)) if s["rounding"] != "floor" and len(r) > 5)
    expected = plain.evaluate({**scheme, "rounding": "floor", "line_scale": 1}, rows)
    lines = {line.indicator: Fraction(line.score) for line in sq.Scheme.from_dict(scheme).evaluate(rows).lines(rows[0]["unit"])}
    assert lines != expected[rows[0]["unit"]].lines
