"""The grids of one community: 40 buildings on their plots, a road that no grid may cross, a sound plan and a faulty one.

The coordinates are local: a metre is 0.000009 degrees near the point (0, 0), which lies in the open sea, where nobody
lives. Treat them as a plane.
"""

from __future__ import annotations

from draw import Draw

COLUMNS, ROWS, ROAD = 8, 5, 3  # the road runs between the third and the fourth column
WIDTH, DEPTH = 46, 38  # metres a plot, before the corners are moved
DEGREE, OFFSET = 9, 10_000  # millionths of a degree: a metre, and the corner of the place
LEAST, MOST = 300, 500

#: The sound plan, row by row from the north; grids 1 and 2 lie west of the road.
SOUND = ["11133344",
         "11133344",
         "11233444",
         "22255554",
         "22255555"]
HOUSEHOLDS = {"1": 372, "2": 365, "3": 384, "4": 401, "5": 378}


def corners(draw: Draw) -> dict[tuple[int, int], tuple[int, int]]:
    """The corners of the plots in metres; inner ones are moved a little, so that it looks like a place."""
    out = {}
    for row in range(ROWS + 1):
        for column in range(COLUMNS + 1):
            shift = lambda span, inner: draw.between(-span, span) if inner else draw.between(-2, 2)
            x = column * WIDTH + shift(7, 0 < column < COLUMNS)
            y = (ROWS - row) * DEPTH + shift(6, 0 < row < ROWS)
            out[column, row] = (x, y)
    return out


def position(at: tuple[int, int]) -> list[float]:
    return [(OFFSET + metres * DEGREE) / 1_000_000 for metres in at]


def number(column: int, row: int) -> int:
    return row * COLUMNS + column + 1


def key(column: int, row: int) -> str:
    return f"building-{number(column, row):02}"


def territory(seed: int) -> tuple[dict, dict]:
    """The buildings and the road as GeoJSON."""
    draw = Draw(seed, "territory")
    at = corners(draw)
    households = {
        grid: iter(draw.numbers(sum(line.count(grid) for line in SOUND), 24, 68, total)) for grid, total in HOUSEHOLDS.items()
    }
    features = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            ring = [(column, row + 1), (column + 1, row + 1), (column + 1, row), (column, row), (column, row + 1)]
            features.append({
                "type": "Feature",
                "id": key(column, row),
                "properties": {
                    "id": key(column, row),
                    "name": f"{number(column, row)} 幢",
                    "households": next(households[SOUND[row][column]]),
                },
                "geometry": {"type": "Polygon", "coordinates": [[position(at[c]) for c in ring]]},
            })
    road = {
        "type": "Feature",
        "id": "road-1",
        "properties": {"id": "road-1", "name": "路 1"},
        "geometry": {"type": "LineString", "coordinates": [position(at[ROAD, row]) for row in range(ROWS + 1)]},
    }
    collection = lambda features: {"type": "FeatureCollection", "features": features}
    return collection(features), collection([road])


def assignment(rows: list[str]) -> dict[str, list[str]]:
    """From grid to its buildings; a dot stands for none."""
    grids: dict[str, list[str]] = {}
    for row, line in enumerate(rows):
        for column, grid in enumerate(line):
            if grid != ".":
                grids.setdefault(f"grid-{grid}", []).append(key(column, row))
    return dict(sorted(grids.items()))


#: Building 40 in no grid; 19 of grid 3 across the road; 33 of grid 1 away from it; grid 4 too small and grid 5 too large.
FAULTY = ["11133344",
          "11133344",
          "11333555",
          "22255555",
          "1225555."]


def plan(zh: str, en: str, rows: list[str]) -> dict:
    """A plan as a document `shequ.plan/1`."""
    return {
        "format": "shequ.plan/1",
        "label": {"zh": zh, "en": en},
        "bounds": {"least": LEAST, "most": MOST},
        "grids": [
            {"key": grid, "label": {"zh": f"网格 {grid[-1]}", "en": f"Grid {grid[-1]}"}, "buildings": buildings}
            for grid, buildings in assignment(rows).items()
        ],
    }


def plans() -> dict[str, dict]:
    """The faulty plan and the sound one."""
    return {
        "plan-faulty": plan("初稿", "first draft", FAULTY),
        "plan-sound": plan("定稿", "final plan", SOUND),
    }
