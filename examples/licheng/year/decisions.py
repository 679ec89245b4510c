"""What residents and owners decided, as counts and as a list of flats; no vote carries a name."""

from __future__ import annotations

from draw import Draw

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
