"""The year as a document `shequ.organisation/1`."""

from __future__ import annotations

from model import (
    CONSOLIDATED, LED_BY_OFFICE, LETTERS, NEIGHBOUR, SEED, STEMS, STRAY_BRANCH, TOWNS_END, VACANT, YEAR, Area, Community, Year,
)

CENSUS = f"{YEAR}-01-01"
TOWNS = (4, 5)  # the two that were towns until the spring
LEFT = f"{YEAR}-09-15"  # the day the chair of one committee left

KINDS = [
    {"key": "firm-branch", "label": {"zh": "非公企业党支部", "en": "party branch in a private firm"}, "level": 5, "role": "party"},
    {"key": "school-branch", "label": {"zh": "学校党支部", "en": "party branch in a school"}, "level": 5, "role": "party"},
    {"key": "sector-branch", "label": {"zh": "新兴行业党支部", "en": "party branch in a new sector"}, "level": 5, "role": "party"},
]

STATEMENTS = [
    ("两委成员平均年龄 42.3 岁", "the mean age is 42.3 years", "mean-age", "value", "42.3", "years"),
    ("平均年龄下降了 1.6 个百分点", "the mean age fell by 1.6 percentage points", "mean-age", "change", "-1.6", "percentage-points"),
    ("高中及以上学历占 53.04%", "53.04 % have upper-secondary schooling or more", "share-upper-secondary", "value", "53.04", "percent"),
    ("高中及以上学历提高了 7.5 个百分点", "upper-secondary schooling rose by 7.5 percentage points", "share-upper-secondary", "change", "7.5",
     "percentage-points"),
    ("35 岁以下的班子正职占 25%", "25 % of the heads are under 35", "share-under-35", "value", "25", "percent"),
]


def both(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def street(i: int) -> str:
    return f"street-{LETTERS[i]}"


def streets() -> list[dict]:
    """The district, its six sub-districts, and the bodies at both levels."""
    rows = [
        {"key": "district", "kind": "district", "name": both("本区", "the district")},
        {"key": "district-party", "kind": "district-party-committee", "name": both("区委", "district party committee"), "parent": "district"},
        {"key": "district-government", "kind": "district-government", "name": both("区政府", "district government"), "parent": "district"},
    ]
    for i, stem in enumerate(STEMS):
        name = both(f"街道 {stem}", f"Sub-district {LETTERS[i]}")
        row: dict = {"key": street(i), "parent": "district"}
        if i in TOWNS:
            row["kinds"] = [{"kind": "town", "until": TOWNS_END}, {"kind": "sub-district", "from": TOWNS_END}]
            row["names"] = [{"name": both(f"镇 {stem}", f"Town {LETTERS[i]}"), "until": TOWNS_END}, {"name": name, "from": TOWNS_END}]
        else:
            row |= {"kind": "sub-district", "name": name}
        began = {"from": TOWNS_END} if i in TOWNS else {}
        rows += [
            row,
            {"key": f"working-committee-{LETTERS[i]}", "kind": "party-working-committee",
             "name": both(f"街道 {stem} 党工委", f"Working committee {LETTERS[i]}"), "parent": street(i)} | began,
            {"key": f"office-{LETTERS[i]}", "kind": "sub-district-office",
             "name": both(f"街道 {stem} 办事处", f"Office of Sub-district {LETTERS[i]}"), "parent": street(i)} | began,
        ]
    return rows


def area_row(area: Area, community: Community) -> dict:
    """An area as it was on the first day; one that stays alone keeps its identity when it becomes a community."""
    row: dict = {"key": area.key, "parent": street(area.street)}
    if area.kind == "community":
        return row | {"kind": "community", "name": both(area.zh, area.en)}
    if community.merged:
        return row | {"kind": area.kind, "name": both(area.zh, area.en)}
    row["key"] = community.key
    row["kinds"] = [{"kind": area.kind, "until": CONSOLIDATED}, {"kind": "community", "from": CONSOLIDATED}]
    row["names"] = [
        {"name": both(area.zh, area.en), "until": CONSOLIDATED},
        {"name": both(community.zh, community.en), "from": CONSOLIDATED},
    ]
    return row


def merge(community: Community) -> dict:
    """The merge that made a community, with the households that flowed into it."""
    count = lambda key, n: {"unit": key, "count": n}
    return {"merge": {
        "day": CONSOLIDATED,
        "instrument": both(f"区政〔{YEAR}〕1 号 (生成)", f"District order {YEAR}-1 (generated)"),
        "sources": [a.key for a in community.sources],
        "targets": [{"unit": community.key, "kind": "community", "name": both(community.zh, community.en), "parent": street(community.street)}],
        "shares": [{
            "measure": "households",
            "flows": [{"source": a.key, "target": community.key, "count": a.households} for a in community.sources],
            "before": [count(a.key, a.households) for a in community.sources],
            "after": [count(community.key, community.households)],
        }],
    }}


def bodies(community: Community) -> list[dict]:
    """The residents' committee and the party branch, which begin with the community."""
    number = f"{community.number:02}"
    home = f"community-{NEIGHBOUR:02}" if community.number == STRAY_BRANCH else community.key
    return [
        {"key": f"committee-{number}", "kind": "residents-committee",
         "name": both(f"{community.zh} 居委会", f"Residents' committee {number}"), "parent": community.key},
        {"key": f"branch-{number}", "kind": "party-branch", "name": both(f"{community.zh} 党支部", f"Party branch {number}"), "parent": home},
    ]


def found(row: dict) -> dict:
    return {"found": {"unit": row["key"], "kind": row["kind"], "name": row["name"], "parent": row["parent"], "day": CONSOLIDATED}}


def relations(year: Year) -> list[dict]:
    """Who leads and who may only guide; one office leads where it may not."""
    row = lambda kind, source, target, new: {"kind": kind, "source": source, "target": target} | ({"from": CONSOLIDATED} if new else {})
    rows = []
    for i, letter in enumerate(LETTERS):
        began = {"from": TOWNS_END} if i in TOWNS else {}
        rows.append({"kind": "leads", "source": "district-party", "target": f"working-committee-{letter}"} | began)
        rows.append({"kind": "leads", "source": "district-government", "target": f"office-{letter}"} | began)
    for c in year.communities:
        letter = LETTERS[c.street]
        new = c.is_new or c.street in TOWNS
        rows.append(row("leads" if c.number == LED_BY_OFFICE else "guides", f"office-{letter}", f"committee-{c.number:02}", new))
        rows.append(row("leads", f"working-committee-{letter}", f"branch-{c.number:02}", new))
    return rows


def posts(year: Year) -> tuple[list[dict], list[dict], list[dict]]:
    """Posts, their holders and who held what from when."""
    posts, holders, holdings = [], [], []

    def hold(post: str, holder, since: str, **more) -> None:
        holders.append({"key": holder.id, "born": str(holder.born), "schooling": holder.schooling})
        holdings.append({"post": post, "holder": holder.id, "from": since, **more})

    titles = {"secretary": ("working-committee", "书记", "secretary"), "director": ("office", "主任", "director")}
    for i, post, holder in year.heads:
        unit, zh, en = titles[post]
        key = f"{post}-{LETTERS[i]}"
        posts.append({"key": key, "unit": f"{unit}-{LETTERS[i]}", "title": both(zh, en), "mode": "appointed"})
        hold(key, holder, TOWNS_END)
    for c in year.communities:
        size = len(c.committee)
        ranks = [("chair", "主任", 1), ("vice-chair", "副主任", 1), ("member", "委员", size - 2)]
        people = iter(c.committee)
        for rank, zh, capacity in ranks:
            key = f"{rank}-{c.number:02}"
            posts.append({"key": key, "unit": f"committee-{c.number:02}", "title": both(zh, rank)}
                         | ({"capacity": capacity} if capacity > 1 else {}) | {"term_years": 5, "mode": "elected"})
            for _ in range(capacity):
                left = {"until": LEFT, "end_reason": "moved"} if c.number == VACANT and rank == "chair" else {}
                hold(key, next(people), c.elected, **left)
    return posts, holders, holdings


def indicators(year: Year) -> list[dict]:
    """Households of every area before and of every community after; cadres of communities, members of branches."""
    row = lambda unit, measure, value, since: {"unit": unit, "measure": measure, "value": value, "from": since}
    rows = []
    for c in year.communities:
        if c.merged:
            rows += [row(a.key, "households", a.households, CENSUS) for a in c.sources]
            rows.append(row(c.key, "households", c.households, CONSOLIDATED))
        else:
            rows.append(row(c.key, "households", c.households, CENSUS))
        rows.append(row(c.key, "cadres", c.cadres, CONSOLIDATED))
        rows.append(row(f"branch-{c.number:02}", "members", c.members, CONSOLIDATED))
    return rows


def firms(year: Year) -> list[dict]:
    names = {"firm": ("非公企业支部", "Firm branch"), "school": ("学校支部", "School branch"), "sector": ("新兴行业支部", "Sector branch")}
    return [
        {"key": key, "kind": f"{sector}-branch", "name": both(f"{names[sector][0]} {key[-2:]}", f"{names[sector][1]} {key[-2:]}"), "parent": street(i)}
        for key, sector, i in year.firms
    ]


def organisation(year: Year) -> dict:
    """The whole document."""
    owner = {a.key: c for c in year.communities for a in c.sources}
    all_posts, holders, holdings = posts(year)
    return {
        "format": "shequ.organisation/1",
        "title": both(f"生成的一年 {YEAR} (种子 {SEED})", f"The generated year {YEAR} (seed {SEED})"),
        "sources": [both(f"由 examples/licheng/year/generate.py 依种子 {SEED} 生成, 无一为真",
                         f"generated by examples/licheng/year/generate.py from seed {SEED}; nothing in it is real")],
        "kinds": KINDS,
        "units": streets() + [area_row(a, owner[a.key]) for a in year.areas]
        + [row for c in year.communities if not c.is_new for row in bodies(c)] + firms(year),
        "events": [merge(c) for c in year.communities if c.merged]
        + [found(row) for c in year.communities if c.is_new for row in bodies(c)],
        "relations": relations(year),
        "posts": all_posts,
        "holders": holders,
        "holdings": holdings,
        "agreements": [
            {"key": f"agreement-{n:02}", "kind": "triple-pairing",
             "parties": [f"branch-{old:02}", f"branch-{new:02}", third], "from": f"{YEAR}-05-20"}
            for n, (old, new, third) in enumerate(year.agreements, 1)
        ],
        "indicators": indicators(year),
        "statements": [
            {"label": both(zh, en), "measure": measure, field: value, "unit": unit, "from": f"{YEAR}-12-31"}
            for zh, en, measure, field, value, unit in STATEMENTS
        ],
    }
