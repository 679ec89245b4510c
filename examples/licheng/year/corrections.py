"""The corrections of the year's evaluation: an appeal against one cell, and the decision that corrects it."""

from __future__ import annotations

from draw import Draw
from model import LETTERS, SHORT_OF_AWARD, Community

#: Of the resolutions of this community one was carried out in December and entered only afterwards.
CELL = "resolutions"


def salt(draw: Draw) -> str:
    """Sixteen bytes as hexadecimal digits. In practice salts are random and drawn by the library."""
    return f"{draw.bits():016x}{draw.bits():016x}"


def entry(draw: Draw, record: dict, reason: tuple[str, str], evidence: tuple[str, str]) -> dict:
    """A record with the texts that are sealed into its log, and their salts."""
    texts = {"reason": dict(zip(("zh", "en"), reason)), "evidence": dict(zip(("zh", "en"), evidence))}
    return {"record": record, "texts": texts, "salts": {part: salt(draw) for part in texts}}


def corrections(seed: int, communities: list[Community], cells: list[dict[str, str]]) -> dict:
    """What was recorded: who asked and who decided are posts, never names."""
    draw = Draw(seed, "corrections")
    community = next(c for c in communities if c.number == SHORT_OF_AWARD)
    done, _ = next(row[CELL] for row in cells if row["unit"] == community.key).split("/")
    appeal = {
        "day": "2026-01-09", "actor": f"chair-{community.number:02}", "kind": "appeal", "unit": community.key, "deadline": "2026-01-23",
    }
    decision = {
        "day": "2026-01-16", "actor": f"director-{LETTERS[community.street]}", "kind": "decision", "unit": community.key, "appeal": 0,
        "changes": [{"unit": community.key, "column": f"{CELL}_numerator", "value": str(int(done) + 1)}],
    }
    return {
        "key": "corrections-2025",
        "entries": [
            entry(draw, appeal, ("漏计 12 月落实的一项决议", "one resolution, carried out in December, was left out"),
                  ("12 月 28 日的验收单", "the acceptance note of 28 December")),
            entry(draw, decision, ("漏计属实，予以更正", "it was left out; the cell is corrected"),
                  ("验收单与会议记录相符", "the note agrees with the minutes")),
        ],
    }
