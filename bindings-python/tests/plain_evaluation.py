"""A second implementation of evaluation in ``Fraction``, read from the words of the format and not from the library.

It is slow and short on purpose: one unit at a time, no scaled integers, no shared pass. ``test_second.py`` compares.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from statistics import median
from typing import Any

Row = dict[str, Any]
Document = dict[str, Any]

CHOICES = ("excellent", "competent", "basic", "incompetent")
MARKS = (Fraction(1), Fraction(4, 5), Fraction(3, 5), Fraction(0))
ZERO, ONE = Fraction(0), Fraction(1)


def round_half(x: Fraction, away: bool) -> int:
    """The nearest whole number; of two, the one away from zero or the even one."""
    low = math.floor(x)
    rest = x - low
    if rest == Fraction(1, 2):
        return (low + 1 if x > 0 else low) if away else low + low % 2
    return low + (rest > Fraction(1, 2))


ROUND: dict[str, Callable[[Fraction], int]] = {
    "half-up": lambda x: round_half(x, away=True),
    "half-even": lambda x: round_half(x, away=False),
    "floor": math.floor,
    "ceiling": math.ceil,
    "truncate": math.trunc,
}


def rounded(x: Fraction, scale: int, how: str) -> Fraction:
    """At so many decimals."""
    return Fraction(ROUND[how](x * 10**scale), 10**scale)


def clamp(x: Fraction, most: Fraction = ONE) -> Fraction:
    """From nothing to ``most``."""
    return max(ZERO, min(x, most))


def rate(row: Row, name: str) -> Fraction | None:
    """A rate from its two columns."""
    over, under = row[f"{name}_numerator"], row[f"{name}_denominator"]
    return Fraction(over, under) if over is not None and under else None


def share(indicator: Document, row: Row, last: bool = False) -> Fraction | None:
    """The share of the points that the rule gives, or None where the value is missing."""
    key = indicator["key"] + ("_last" if last else "")
    number: Callable[[str], Fraction] = lambda name: Fraction(indicator.get(name, 0))
    match indicator["rule"]:
        case "rate":
            found = rate(row, key)
            return None if found is None else clamp(found / Fraction(indicator.get("target", 1)))
        case "three-rates":
            parts = [(Fraction(p.get("weight", 1)), rate(row, f"{key}_{p['key']}"), p) for p in indicator["parts"]]
            if any(found is None for _, found, _ in parts):
                return None
            means = sum(w * clamp((f or ZERO) / Fraction(p.get("target", 1))) for w, f, p in parts)
            return Fraction(means) / sum(w for w, _, _ in parts)
        case "ballots":
            voted = []
            for one in indicator["classes"]:
                votes = [row[f"{key}_{one['key']}_{choice}"] or 0 for choice in CHOICES]
                if sum(votes):
                    mean = sum(n * mark for n, mark in zip(votes, MARKS)) / sum(votes)
                    voted.append((Fraction(one["weight"]), mean))
            weights = sum(w for w, _ in voted)
            return sum(w * mean for w, mean in voted) / weights if weights else None
        case "deduct":
            events = indicator.get("events", [{"key": None, "each": indicator.get("each")}])
            counts = [row[key if e["key"] is None else f"{key}_{e['key']}"] for e in events]
            if any(n is None for n in counts):
                return None
            points = Fraction(indicator["points"])
            lost = sum((Fraction(e["each"]) * n for e, n in zip(events, counts)), ZERO)
            return max(points - lost, number("floor")) / points
    if row[key] is None:
        return None
    value = Fraction(row[key])
    match indicator["rule"]:
        case "linear":
            return clamp(value / number("target"), Fraction(indicator.get("cap", 1)))
        case "linear-down":
            return clamp((number("worst") - value) / (number("worst") - number("target")))
        case "met":
            return Fraction(value >= number("target"))
        case "met-down":
            return Fraction(value <= number("target"))
        case "tiers":
            reached = [
                Fraction(t["share"])
                for t in indicator["tiers"]
                if ("least" in t and value >= Fraction(t["least"])) or ("most" in t and value <= Fraction(t["most"]))
            ]
            return reached[0] if reached else ZERO
        case "piecewise":
            knots = [(Fraction(k["value"]), Fraction(k["share"])) for k in indicator["curve"]]
            if value <= knots[0][0]:
                return knots[0][1]
            for (x, s), (y, t) in zip(knots, knots[1:]):
                if value <= y:
                    return s + (t - s) * (value - x) / (y - x)
            return knots[-1][1]
        case "progress":
            before = row[f"{key}_last"]
            if before is None or Fraction(before) == 0:
                return None
            change = (value - Fraction(before)) / abs(Fraction(before))
            return clamp((change - number("worst")) / (number("target") - number("worst")))
    raise AssertionError(indicator["rule"])


def least(indicator: Document) -> Fraction:
    """The least share whatever the value."""
    match indicator["rule"]:
        case "deduct":
            return Fraction(indicator.get("floor", 0)) / Fraction(indicator["points"])
        case "piecewise":
            return min(Fraction(knot["share"]) for knot in indicator["curve"])
    return ZERO


@dataclass
class Score:
    """What a unit gets."""

    lines: dict[str, Fraction] = field(default_factory=dict)
    kept: dict[str, Fraction] = field(default_factory=dict)
    bonus: Fraction = ZERO
    penalty: Fraction = ZERO
    exact: Fraction = ZERO
    total: Fraction = ZERO
    worst: Fraction | None = None
    grade: str | None = None
    eligible: bool = True
    rank: int | None = None
    rank_after_tie_break: int | None = None
    mean_rank: Fraction | None = None
    award: bool = False


def leaves(groups: list[Document], chain: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Document]]:
    """Every group with the keys of those that it lies in, itself last."""
    for group in groups:
        here = (*chain, group["key"])
        yield here, group
        yield from leaves(group.get("groups", []), here)


def own_points(scheme: Document) -> dict[str, Fraction]:
    """The points of each group's own indicators together."""
    own = lambda group: sum((Fraction(i["points"]) for i in group.get("indicators", [])), ZERO)
    if scheme.get("weights", "exact") == "exact":
        return {group["key"]: own(group) for _, group in leaves(scheme["groups"])}
    found: dict[str, Fraction] = {}

    def share_out(groups: list[Document], beside: Fraction, points: Fraction) -> None:
        weights = beside + sum((Fraction(group["points"]) for group in groups), ZERO)
        for group in groups:
            part = points * Fraction(group["points"]) / weights
            inside = own(group) + sum((Fraction(inner["points"]) for inner in group.get("groups", [])), ZERO)
            found[group["key"]] = part * own(group) / inside
            share_out(group.get("groups", []), own(group), part)

    share_out(scheme["groups"], ZERO, Fraction(scheme["total"]))
    return found


def lot(seed: int, unit: str) -> bytes:
    """The place of a unit in the lot: the least digest of the seed and the key is drawn first."""
    return hashlib.sha256(b"shequ.lot/1\0" + seed.to_bytes(8, "big") + unit.encode()).digest()


def evaluate(scheme: Document, rows: list[Row]) -> dict[str, Score]:
    """The scores of all units by their keys."""
    peers: dict[Any, list[Row]] = {}
    for row in rows:
        peers.setdefault(row.get("group"), []).append(row)
    points = own_points(scheme)
    scores = {row["unit"]: base(scheme, points, row, peers[row.get("group")]) for row in rows}
    if "ranking" in scheme:
        for members in peers.values():
            if len(members) >= scheme.get("least_peers", 1):
                rank(scheme, {row["unit"]: scores[row["unit"]] for row in members})
    return scores


def base(scheme: Document, points: dict[str, Fraction], row: Row, peers: list[Row]) -> Score:
    """The lines, the total and the grade of a unit."""
    how, out, worst, missing = scheme.get("rounding", "half-up"), Score(), ZERO, False
    held = [veto for veto in scheme.get("vetoes", []) if row[veto["key"]]]
    taken = {veto["scope"] for veto in held if veto.get("scope")}
    for chain, group in leaves(scheme["groups"]):
        indicators = group.get("indicators", [])
        policy = lambda i: i.get("missing", scheme.get("missing", "reweight"))
        away = [i for i in indicators if share(i, row) is None and policy(i) == "reweight"]
        sum_of = lambda some: sum((Fraction(i["points"]) for i in some), ZERO)
        left = sum_of(indicators) - sum_of(away)
        for i in indicators:
            got = share(i, row)
            missing |= got is None
            if got is None:
                worth = least(i)
                match policy(i):
                    case "full":
                        got = ONE
                    case "peer-median":
                        shares = [s for s in (share(i, peer) for peer in peers) if s is not None]
                        got = median(shares) if len(shares) >= scheme.get("least_peers", 1) and shares else ZERO
                    case "last-period":
                        got = share(i, row, last=True) or ZERO
                    case _:
                        got = ZERO
            else:
                worth = got
            declared = points[group["key"]] * Fraction(i["points"]) / sum_of(indicators)
            worn = ZERO if i in away else points[group["key"]] * Fraction(i["points"]) / left
            line = rounded(got * worn, scheme.get("line_scale", 4), how)
            out.lines[i["key"]] = line
            cut = bool(taken & set(chain))
            out.kept[i["key"]] = ZERO if cut else line
            worst += ZERO if cut else rounded(worth * declared, scheme.get("line_scale", 4), how)
    out.bonus, out.penalty = items(scheme, row, "bonuses", "bonus_cap"), items(scheme, row, "penalties", "penalty_cap")
    nothing = any(veto["effect"] == "zero" and not veto.get("scope") for veto in held)
    added = out.bonus - out.penalty
    # A veto never raises a total that is below zero already.
    vetoed = lambda total: min(total, ZERO) if nothing else total
    out.exact = vetoed(sum(out.kept.values(), ZERO) + added)
    scale = scheme.get("total_scale", 2)
    out.total = rounded(out.exact, scale, how)
    if missing:
        out.worst = rounded(vetoed(worst + added), scale, how)
    # A veto over one group alone bars no award.
    out.eligible = not any(not veto.get("scope") for veto in held)
    grades = scheme.get("grades", [])
    if grades:
        at = next((n for n, grade in enumerate(grades) if "least" not in grade or out.total >= Fraction(grade["least"])))
        caps = [veto["grade"] for veto in held if veto["effect"] == "cap-grade"]
        at = max([at, *(n for n, grade in enumerate(grades) if grade["key"] in caps)])
        out.grade = grades[at]["key"]
    return out


def items(scheme: Document, row: Row, name: str, cap: str) -> Fraction:
    """What bonuses or penalties come to, each and all of them up to their caps."""
    sum_of = ZERO
    for item in scheme.get(name, []):
        points = Fraction(item.get("each", 1)) * Fraction(row[item["key"]] or 0)
        most = item.get("cap")
        sum_of += points if most is None else min(points, Fraction(most))
    most = scheme.get(cap)
    return sum_of if most is None else min(sum_of, Fraction(most))


def rank(scheme: Document, members: dict[str, Score]) -> None:
    """Ranks and awards within one peer group."""
    how = scheme["ranking"]
    basis: Callable[[Score], Any] = lambda s: (s.exact if how["basis"] == "exact" else s.total,)
    chain: Callable[[Score], Any] = lambda s: (*basis(s), *(s.kept[key] for key in how.get("tie_break", [])))

    def place(unit: str, of: Callable[[Score], Any]) -> int:
        mine = of(members[unit])
        ahead = [of(other) for other in members.values() if of(other) > mine]
        if how["ties"] == "dense":
            return len(set(ahead)) + 1
        if how["ties"] == "ordinal":
            return len(ahead) + 1 + sum(of(other) == mine and key < unit for key, other in members.items())
        return len(ahead) + 1

    for unit, score in members.items():
        score.rank, score.rank_after_tie_break = place(unit, basis), place(unit, chain)
        if how["ties"] == "average":
            mine = chain(score)
            ahead = sum(chain(other) > mine for other in members.values())
            equal = sum(chain(other) == mine for other in members.values())
            score.mean_rank = ahead + Fraction(equal + 1, 2)
    if "award" in scheme:
        give(scheme["award"], members, chain)


def give(award: Document, members: dict[str, Score], chain: Callable[[Score], Any]) -> None:
    """The places of a peer group, from the best of those eligible."""
    left = ROUND[award.get("rounding", "floor")](Fraction(award["share"]) * len(members))
    worthy = [u for u, s in members.items() if s.eligible and s.total >= Fraction(award.get("least", s.total))]
    while left > 0 and worthy:
        best = max(chain(members[unit]) for unit in worthy)
        equals = [unit for unit in worthy if chain(members[unit]) == best]
        worthy = [unit for unit in worthy if unit not in equals]
        if len(equals) > left:
            match award.get("unresolved", "none"):
                case "none":
                    return
                case "lot":
                    equals = sorted(equals, key=lambda unit: lot(award["seed"], unit))[:left]
        for unit in equals:
            members[unit].award = True
        left -= len(equals)
