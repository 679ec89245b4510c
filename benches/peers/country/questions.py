"""Parts, questions and systems by name."""

from __future__ import annotations

PARTS = {
    "static": ("Static", ("ancestors", "descendants", "rollup", "common")),
    "dated": ("Dated", ("ancestors", "descendants", "rollup", "changes", "reload")),
    "moved": ("Dated", ("ancestors", "descendants", "rollup")),
}
#: Name: module, and whether its codes are whole numbers. The first is the named peer, by whose time goals are scaled.
SYSTEMS = {
    "polars": ("polars_", {}),
    "polars-rows": ("polars_rows", {}),
    "duckdb": ("duckdb_", {}),
    "sqlite": ("sqlite_", {}),
    "networkx": ("networkx_", {}),
    "rustworkx": ("rustworkx_", {}),
    "shequ": ("shequ_", {}),
    "polars:numbers": ("polars_", {"numbers": True}),
    "polars-rows:numbers": ("polars_rows", {"numbers": True}),
    "duckdb:numbers": ("duckdb_", {"numbers": True}),
    "sqlite:numbers": ("sqlite_", {"numbers": True}),
}
STATIC_ONLY = {"polars_rows", "rustworkx_"}
