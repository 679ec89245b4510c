"""Words in two languages, and the documents that the page reads beside the review."""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent


def both(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def each(make) -> dict[str, str]:
    """The same words made for each language."""
    return {"zh": make("zh"), "en": make("en")}


def load(name: str) -> dict:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


WORDS = {
    "status": {"met": both("成立", "met"), "notMet": both("不成立", "not met"), "unknown": both("不能确定", "unknown")},
    "likely": {"yes": both("是", "yes"), "no": both("否", "no"), "possible": both("可能", "possible")},
    "group": {"old": both("老社区", "old"), "new": both("新社区", "new")},
    "grade": {"excellent": both("优秀", "excellent"), "good": both("良好", "good"), "qualified": both("合格", "qualified"),
              "unqualified": both("不合格", "unqualified")},
    "event": {"found": both("新见", "first seen"), "rename": both("更名", "renamed"), "recode": both("改码", "recoded"), "end": both("不再见", "last seen")},
    "fault": {
        "unassigned": both("未划入网格", "in no grid"), "doubled": both("重复划入", "in two grids"), "empty": both("空网格", "empty grid"),
        "not-contiguous": both("不连片", "not contiguous"), "barrier-crossed": both("跨越道路", "across the road"),
        "too-few": both("户数不足", "too few households"), "too-many": both("户数过多", "too many households"),
        "compound-split": both("拆分小区", "compound split"), "communities-mixed": both("跨社区", "communities mixed"),
    },
}


def thousands(n) -> str:
    return f"{int(n):,}"
