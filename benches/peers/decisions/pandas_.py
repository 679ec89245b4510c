"""Decisions by pandas: the owners' special majority by hand, as an analyst writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import numpy as np
import pandas as pd

NAMES = ("entitled", "present", "yes", "no", "abstain")
WORDS = np.array(["yes", "no", "abstain", "absent"])


class System:
    """Heads as whole numbers; areas as floats of square metres, or as whole hundredths (``exact``)."""

    def __init__(self, folder: Path, exact: bool = False) -> None:
        self.folder, self.exact = folder, exact

    def frame(self) -> pd.DataFrame:
        columns = np.fromfile(self.folder / "decisions.i64", dtype="<i8").reshape(10, -1)
        names = [f"{measure}.{name}" for measure in ("heads", "area") for name in NAMES]
        frame = pd.DataFrame({name: column.copy() for name, column in zip(names, columns, strict=True)})
        if not self.exact:
            for name in names[5:]:
                frame[name] = frame[name] / 100
        return frame

    def plain(self) -> Callable[[], Any]:
        frame = self.frame()

        def decide() -> np.ndarray:
            part = (frame["area.present"] * 3 >= frame["area.entitled"] * 2) & (frame["heads.present"] * 3 >= frame["heads.entitled"] * 2)
            yes = (frame["area.yes"] * 4 >= frame["area.present"] * 3) & (frame["heads.yes"] * 4 >= frame["heads.present"] * 3)
            return np.where(part & yes, np.uint8(2), np.uint8(0))

        return decide

    def shares(self) -> Callable[[], Any]:
        """The same as shares divided and compared, as formulas in a spreadsheet are written."""
        frame = self.frame()

        def decide() -> np.ndarray:
            part = (frame["area.present"] / frame["area.entitled"] >= 2 / 3) & (frame["heads.present"] / frame["heads.entitled"] >= 2 / 3)
            yes = (frame["area.yes"] / frame["area.present"] >= 3 / 4) & (frame["heads.yes"] / frame["heads.present"] >= 3 / 4)
            return np.where(part & yes, np.uint8(2), np.uint8(0))

        return decide

    def units(self) -> Callable[[], Any]:
        area, vote, owner = np.fromfile(self.folder / "units.i64", dtype="<i8").reshape(3, -1)
        frame = pd.DataFrame({"area": area if self.exact else area / 100, "vote": pd.Categorical(WORDS[vote]), "owner": owner})

        def decide() -> np.ndarray:
            areas = frame.groupby("vote", observed=False)["area"].sum()
            taking = frame["vote"] != "absent"
            one = frame[taking].groupby("owner")["vote"].agg(["nunique", "first"])
            heads, present = frame["owner"].nunique(), len(one)
            yes = int(((one["nunique"] == 1) & (one["first"] == "yes")).sum())
            here = areas.sum() - areas["absent"]
            met = 3 * here >= 2 * areas.sum() and 3 * present >= 2 * heads and 4 * areas["yes"] >= 3 * here and 4 * yes >= 3 * present
            return np.array([2 if met else 0], dtype=np.uint8)

        return decide

    def sums(self) -> Callable[[], Any]:
        """The six bare sums, each unit a head, without an answer."""
        area, vote, _ = np.fromfile(self.folder / "units.i64", dtype="<i8").reshape(3, -1)
        frame = pd.DataFrame({"area": area if self.exact else area / 100, "vote": pd.Categorical(WORDS[vote])})

        def decide() -> np.ndarray:
            yes, here = frame["vote"] == "yes", frame["vote"] != "absent"
            found = frame["area"].sum(), frame["area"][here].sum(), frame["area"][yes].sum(), len(frame), here.sum(), yes.sum()
            return np.array([len(found)], dtype=np.uint8)

        return decide
