"""The year of essay 6 as plain facts, before any document is written.

The essay's figures are met by construction; everything else is drawn from the seed. No unit bears a real name, and a
holder of a post is an opaque id with a year of birth and a level of schooling.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from draw import Draw

SEED = 350502
YEAR = 2025
LAST_DAY = f"{YEAR}-12-31"
CONSOLIDATED = f"{YEAR}-04-01"  # 104 villages and areas become 77 communities
TOWNS_END = f"{YEAR}-03-01"  # two towns become sub-districts

STEMS = "甲乙丙丁戊己"
LETTERS = "ABCDEF"
OLD, NEW = 38, 39
COMMUNITIES = OLD + NEW
#: How many of the new communities come from one, two and three villages or areas: 16 + 2 * 19 + 3 * 4 = 66.
SOURCES = {1: 16, 2: 19, 3: 4}
SCHOOLING = ("primary", "lower-secondary", "upper-secondary", "tertiary")

#: Planted, so that the review has something to find. Numbers of communities.
LARGE = 42  # far over the usual size under the law of 1989, within that of 2026; its grids are checked
SMALL = 9  # fewer than 100 households
STRAY_BRANCH = 64  # its branch is registered with the neighbour, and no agreement pairs it
NEIGHBOUR = 63  # and so has two branches
SMALL_COMMITTEE = 17  # four members
VACANT = 31  # no chair since the autumn
OVERRUN = 12  # elected in spring 2020 for five years
LED_BY_OFFICE = 28  # an office leads the residents' committee where it may only guide it
SHORT_OF_AWARD = 21  # the first without an award, by a cell that was counted one short


@dataclass
class Holder:
    """Who holds a post: an opaque id and what the statistics need."""

    id: str
    born: int
    schooling: str


@dataclass
class Area:
    """A village (村) or residents' area (居民区) before the consolidation, or a community (社区)."""

    key: str
    zh: str
    en: str
    kind: str
    street: int
    households: int


@dataclass
class Community:
    """A community after the consolidation."""

    number: int
    street: int
    sources: list[Area]
    households: int = 0
    members: int = 0
    cadres: int = 0
    committee: list[Holder] = field(default_factory=list)
    elected: str = ""

    @property
    def key(self) -> str:
        return f"community-{self.number:02}"

    @property
    def zh(self) -> str:
        return f"社区 {self.number:02}"

    @property
    def en(self) -> str:
        return f"Community {self.number:02}"

    @property
    def is_new(self) -> bool:
        return self.number > OLD

    @property
    def merged(self) -> bool:
        return len(self.sources) > 1


@dataclass
class Year:
    """All of it."""

    communities: list[Community]
    areas: list[Area]
    heads: list[tuple[int, str, Holder]]  # sub-district, post, holder
    firms: list[tuple[str, str, int]]  # key, sector, sub-district
    agreements: list[tuple[int, int, str]]  # old community, new community, key of the third party


def streets(draw: Draw) -> tuple[list[int], list[int]]:
    """The sub-district of each old and each new community, in the order of their numbers."""
    old = draw.numbers(6, 5, 8, OLD)
    new = draw.numbers(6, 5, 8, NEW)
    spread = lambda counts: [street for street, count in enumerate(counts) for _ in range(count)]
    return spread(old), spread(new)


def areas_and_communities(seed: int) -> tuple[list[Area], list[Community]]:
    """104 villages and areas, and what they became."""
    draw = Draw(seed, "areas")
    old_streets, new_streets = streets(draw)
    areas: list[Area] = []
    communities: list[Community] = []
    for i, street in enumerate(old_streets):
        number = i + 1
        households = 84 if number == SMALL else draw.hump(250, 680)
        area = Area(f"community-{number:02}", f"社区 {number:02}", f"Community {number:02}", "community", street, households)
        areas.append(area)
        communities.append(Community(number, street, [area], households))

    counts = draw.shuffled([n for n, times in SOURCES.items() for _ in range(times)])
    # The large one stands alone: a village that grew into a town quarter.
    at = LARGE - OLD - 1
    swap = counts.index(1)
    counts[at], counts[swap] = counts[swap], counts[at]
    village = quarter = 0
    for i, (street, count) in enumerate(zip(new_streets, counts)):
        number = OLD + 1 + i
        sources = []
        for j in range(count):
            # What stands alone was a village that became a community (村改居).
            if count == 1 or draw.below(5) < 3:
                village += 1
                key, zh, en, kind = f"village-{village:02}", f"村 {village:02}", f"Village {village:02}", "village"
            else:
                quarter += 1
                key, zh, en = f"quarter-{quarter:02}", f"居民区 {quarter:02}", f"Residents' area {quarter:02}"
                kind = "residents-area"
            low, high = {1: (260, 660), 2: (130, 340), 3: (100, 225)}[count]
            households = 1900 if number == LARGE else draw.hump(low, high)
            sources.append(Area(key, zh, en, kind, street, households))
        areas.extend(sources)
        communities.append(Community(number, street, sources, sum(a.households for a in sources)))
    return areas, communities


def people(seed: int, communities: list[Community]) -> list[tuple[int, str, Holder]]:
    """The committees and the twelve leading posts."""
    draw = Draw(seed, "people")
    serial = iter(range(1, 10_000))
    holder = lambda age, schooling: Holder(f"holder-{next(serial):04}", YEAR - age, schooling)

    new = [c for c in communities if c.is_new]
    sizes = draw.numbers(NEW, 5, 9, 230)
    ages = draw.numbers(230, 26, 58, 9729, flat=True)
    levels = [draw.pick(SCHOOLING[2:]) for _ in range(122)] + [draw.pick(SCHOOLING[:2]) for _ in range(108)]
    people = iter(list(zip(ages, draw.shuffled(levels))))
    for community, size in zip(new, sizes):
        community.committee = [holder(*next(people)) for _ in range(size)]
        community.elected = CONSOLIDATED

    for community in communities:
        if community.is_new:
            continue
        size = 4 if community.number == SMALL_COMMITTEE else draw.hump(5, 8)
        community.committee = [holder(draw.hump(26, 64), draw.pick(SCHOOLING)) for _ in range(size)]
        community.elected = "2020-05-20" if community.number == OVERRUN else f"2022-0{draw.between(3, 6)}-{draw.between(10, 28)}"

    ages = draw.shuffled([draw.between(30, 33) for _ in range(3)] + [draw.between(38, 57) for _ in range(9)])
    posts = [(street, post) for street in range(6) for post in ("secretary", "director")]
    heads = [(street, post, holder(age, SCHOOLING[3])) for (street, post), age in zip(posts, ages)]

    for community, count in zip(communities, draw.numbers(COMMUNITIES, 33, 49, 3193)):
        community.members = count
    for community, count in zip(communities, draw.numbers(COMMUNITIES, 8, 20, 1083)):
        community.cadres = count
    return heads


def firms_and_agreements(seed: int, communities: list[Community]) -> tuple[list[tuple[str, str, int]], list[tuple[int, int, str]]]:
    """61 + 11 branches in firms and new sectors, five of the eleven in schools, and the 38 agreements of three."""
    draw = Draw(seed, "agreements")
    firms = [(f"firm-branch-{i:02}", "firm", draw.below(6)) for i in range(1, 62)]
    sectors = draw.shuffled(["school"] * 5 + ["sector"] * 6)
    firms += [(f"sector-branch-{i:02}", sector, draw.below(6)) for i, sector in enumerate(sectors, 1)]
    third = draw.shuffled([key for key, _, _ in firms])[:OLD]
    old = [c.number for c in communities if not c.is_new]
    new = draw.shuffled([c.number for c in communities if c.is_new and c.number != STRAY_BRANCH])
    return firms, sorted(zip(old, new, third))


def year(seed: int = SEED) -> Year:
    """The year for a seed; the figures of the essay hold for every seed."""
    areas, communities = areas_and_communities(seed)
    heads = people(seed, communities)
    firms, agreements = firms_and_agreements(seed, communities)
    return Year(communities, areas, heads, firms, agreements)
