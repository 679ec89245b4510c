"""What the communities reported for the year: one row a community, one column an indicator."""

from __future__ import annotations

from draw import Draw
from model import LARGE, STRAY_BRANCH, Community

#: Planted: no value reported, so that each policy for missing values is seen at work.
MISSING = {("community-06", "notices"), ("community-33", "greening"), ("community-51", "response")}
#: Planted vetoes.
VETOES = {("community-26", "major_accident")}


def quality(draw: Draw, community: Community) -> int:
    """How well a community does in general, 0 to 100; what it reports scatters around that."""
    base = draw.hump(30, 92) + draw.below(8)
    return min(100, base - (4 if community.is_new else 0))


class Reports:
    """Draws the cells of one community."""

    def __init__(self, draw: Draw, level: int) -> None:
        self.draw, self.level = draw, level

    def near(self) -> int:
        """A level for one indicator, 0 to 100."""
        return max(0, min(100, self.level + self.draw.between(-22, 22)))

    def count(self, worst: int, best: int) -> str:
        """A count from worst to best, which may be the smaller."""
        return str(worst + (best - worst) * self.near() // 100)

    def decimal(self, worst: int, best: int, scale: int) -> str:
        """As a count, in units of the last decimal."""
        mantissa = int(self.count(worst, best))
        return f"{mantissa // 10**scale}.{mantissa % 10**scale:0{scale}}"

    def rate(self, least_percent: int, low: int, high: int) -> str:
        """So many of so many, at least about a share."""
        of = self.draw.between(low, high)
        percent = least_percent + (100 - least_percent) * self.near() // 100
        return f"{of * percent // 100}/{of}"


def row(draw: Draw, community: Community) -> dict[str, str]:
    """The cells of one community, as texts; an empty one is missing."""
    r = Reports(draw, quality(draw, community))
    rare = lambda one_in: str(int(draw.below(one_in) == 0))
    households = community.households
    cells = {
        "unit": community.key,
        "branch_meetings": r.count(7, 13),
        "pledges": r.rate(55, 8, 20),
        "conference": r.count(2, 6),
        "contact": f"{households * (78 + 22 * r.near() // 100) // 100}/{households}",
        "new_sectors": r.decimal(450, 1000, 1),
        "assemblies": r.count(1, 3),
        "resolutions": r.rate(55, 4, 14),
        "notices": r.count(6, 14),
        "accounts": r.count(2, 5),
        "deliberations": r.count(2, 9),
        "answers": r.rate(60, 30, 160),
        "hotline": draw.pick(["24", "24", "24", "16", "8"] if r.near() > 45 else ["24", "16", "16", "8"]),
        "solved": r.rate(70, 60, 320),
        "days": r.decimal(140, 22, 1),
        "satisfaction": r.rate(62, 80, 160),
        "service_items": r.count(9, 24),
        "safety_record_hazard": r.count(7, 0),
        "safety_record_accident": rare(14),
        "mediated": r.rate(58, 9, 48),
        "patrols": r.decimal(640, 1000, 1),
        "drills": r.count(1, 3),
        "response": r.decimal(380, 80, 1),
        "sorting": r.rate(60, 100, 200),
        "inspection": r.decimal(680, 990, 1),
        "dumping": r.count(14, 0),
        "greening": r.decimal(8, 80, 2),
        "training": r.decimal(180, 480, 1),
        "ledger": r.decimal(700, 1000, 1),
        "late_reports": r.count(4, 0),
        "reserve": r.count(0, 4),
        "volunteering": r.decimal(30, 210, 2),
        "city_award": rare(9),
        "pilot": str(draw.below(5)) if draw.below(4) == 0 else "0",
        "circular": rare(16),
        "false_ledger": "false",
        "major_accident": "false",
    }
    if community.number == STRAY_BRANCH:
        # Its branch is registered elsewhere and signed no agreement: nothing could be reported.
        cells["branch_meetings"] = cells["pledges"] = cells["contact"] = ""
    if community.number == LARGE:
        # The one whose score the page unfolds: all kinds of rules at work.
        cells |= {"hotline": "24", "city_award": "1", "pilot": "4", "circular": "1", "safety_record_hazard": "3"}
    for key, column in MISSING:
        if key == community.key:
            cells[column] = ""
    for key, column in VETOES:
        if key == community.key:
            cells[column] = "true"
    return cells


def cells(seed: int, communities: list[Community]) -> list[dict[str, str]]:
    """All rows, in the order of the communities."""
    draw = Draw(seed, "cells")
    return [row(draw, community) for community in communities]
