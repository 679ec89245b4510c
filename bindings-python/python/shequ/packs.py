"""The rule packs that ship: ``shequ.packs.cn`` is law of China on residents' committees and owners' decisions."""

from __future__ import annotations

from shequ._shequ import Packs

__all__ = ["cn"]

cn: Packs = Packs.cn()
