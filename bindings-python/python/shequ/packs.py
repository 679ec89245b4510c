"""The rule packs that ship: ``shequ.packs.cn`` is law of China, ``de``, ``gb``, ``us`` and ``pl`` hold what was read of others."""

from __future__ import annotations

from shequ._shequ import Packs

__all__ = ["cn", "de", "gb", "pl", "us"]

cn: Packs = Packs.cn()
de: Packs = Packs.de()
gb: Packs = Packs.gb()
pl: Packs = Packs.pl()
us: Packs = Packs.us()
