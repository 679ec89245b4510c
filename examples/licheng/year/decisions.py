"""What residents and owners decided, as counts and as a list of flats; no vote carries a name."""

from __future__ import annotations

from draw import Draw

#: A residents' assembly of household representatives, three times; the last on the first day of the revised law.
ASSEMBLIES = {
    "assembly-lifts": ("2025-06-14", {"entitled": 412, "present": 231, "yes": 131, "no": 78, "abstain": 22}),
    "assembly-parking": ("2025-10-18", {"entitled": 412, "present": 230, "yes": 113, "no": 94, "abstain": 23}),
    "assembly-new-law": ("2026-01-01", {"entitled": 412, "present": 236, "yes": 150, "no": 70, "abstain": 16}),
}

FLATS = 60
#: Flats of the builder that are not sold count as one head, and so do the several flats of one buyer.
BUILDER, COLLECTOR = range(57, 61), range(31, 34)
PART_HEADS, YES_HEADS = 44, 33  # of 55 heads; 33 of 44 is exactly three quarters


def flats(seed: int) -> list[dict]:
    """Sixty flats: heads meet three quarters exactly, the area misses it by less than one flat."""
    draw = Draw(seed, "flats")
    areas = [draw.pick([4567, 6842, 8890, 8890, 9013, 11260, 12785]) + draw.below(5) for _ in range(FLATS)]
    units = []
    for number, area in enumerate(areas, 1):
        owner = "builder" if number in BUILDER else "owner-31" if number in COLLECTOR else f"owner-{number:02}"
        units.append({"number": number, "owner": owner, "area": area})

    heads = [f"owner-{n:02}" for n in range(1, 57) if n not in range(32, 34)]  # 54 buyers; the builder stays away
    taking_part = sorted(draw.shuffled([h for h in heads if h != "owner-31"])[: PART_HEADS - 1] + ["owner-31"])
    by_owner: dict[str, int] = {}
    for unit in units:
        by_owner[unit["owner"]] = by_owner.get(unit["owner"], 0) + unit["area"]
    total = sum(by_owner[h] for h in taking_part)

    # The owner of three flats says no; then swap votes until the area for it lies just below three quarters.
    others = [h for h in taking_part if h != "owner-31"]
    yes = set(draw.shuffled(others)[:YES_HEADS])
    for _ in range(100_000):
        short = 3 * total - 4 * sum(by_owner[h] for h in yes)  # four times the square centimetres that are missing, in 1/100 m2
        if 0 < short <= 4 * 900:
            break
        out, come = draw.pick(sorted(yes)), draw.pick(sorted(set(others) - yes))
        moved = 4 * (by_owner[come] - by_owner[out])
        if (short > 0) == (moved > 0):
            yes = yes - {out} | {come}
    else:
        raise SystemExit("no close vote for this seed")
    for unit in units:
        owner = unit["owner"]
        unit["vote"] = "yes" if owner in yes else "no" if owner in taking_part else None
    return units


def square_metres(area: int) -> str:
    return f"{area // 100}.{area % 100:02}"


def facts(seed: int) -> dict[str, dict]:
    """Every decision as a document `shequ.facts/1`."""
    out = {
        name: {"format": "shequ.facts/1", "day": day, "body": "household-representatives", "heads": heads}
        for name, (day, heads) in ASSEMBLIES.items()
    }
    units = []
    for unit in flats(seed):
        row = {"key": f"flat-{unit['number']:02}", "owner": unit["owner"], "area": square_metres(unit["area"]), "vote": unit["vote"] or "absent"}
        units.append(row | ({"developer_unsold": True} if unit["owner"] == "builder" else {}))
    out["owners-solar"] = {
        "format": "shequ.facts/1",
        "day": "2025-11-22",
        "salt": f"{Draw(seed, 'salt').bits():016x}",
        "units": units,
    }
    out["owners-six-flats"] = {
        "format": "shequ.facts/1",
        "day": "2025-12-06",
        "salt": f"{Draw(seed, 'salt of six').bits():016x}",
        "units": [
            {"key": f"flat-{n}", "owner": f"owner-{n}", "area": "45.67", "vote": "yes" if n <= 3 else "no" if n == 4 else "absent"}
            for n in range(1, 7)
        ],
    }
    return out
