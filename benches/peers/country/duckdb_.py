"""duckdb: recursive common table expressions. Level by level was tried beside them for the dated ancestors and descendants, and was
slower.

Answers leave as Arrow tables. Codes are text, or whole numbers with `numbers`. The inputs are tables of its own before
anything is timed.
"""

from __future__ import annotations

import duckdb
import numpy as np
import polars as pl
import pyarrow as pa

from inputs import DAYS, OPEN, Asked

TIMES = [f"DATE '{day}'" for day in DAYS]


class Base:
    def __init__(self, asked: Asked, numbers: bool = False) -> None:
        self.type = "BIGINT" if numbers else "VARCHAR"
        self.db = duckdb.connect(":memory:", config={"threads": 1})
        self.given("villages", asked.villages)
        self.given("counties", asked.counties)
        codes, weights = asked.weights()
        # duckdb finds the table by the name of the variable.
        rows = pa.table({"code": codes, "weight": weights})  # noqa: F841
        self.db.execute(f"CREATE TABLE weights AS SELECT code::{self.type} AS code, weight FROM rows")

    def given(self, name: str, columns: list[list[str]]) -> None:
        rows = pa.table({"row": range(len(columns[0])), "code": columns[0], "other": columns[-1]})  # noqa: F841
        other = f"other::{'DATE' if '-' in columns[-1][0] else self.type} AS other"
        self.db.execute(f"CREATE TABLE {name} AS SELECT row, code::{self.type} AS code, {other} FROM rows")

    def fetch(self, query: str) -> pa.Table:
        return self.db.sql(query).to_arrow_table()

    def columns(self, question: str, answer: pa.Table) -> list[np.ndarray]:
        return [column.cast(pl.Int64).to_numpy() for column in pl.DataFrame(answer).get_columns()]


class Static(Base):
    def __init__(self, asked: Asked, numbers: bool = False) -> None:
        super().__init__(asked, numbers)
        self.given("pairs", asked.pairs)

    def build(self, path: str) -> None:
        columns = f"{{'code': '{self.type}', 'name': 'VARCHAR', 'kind': 'VARCHAR', 'parent': '{self.type}'}}"
        self.db.execute(f"CREATE TABLE units AS FROM read_csv('{path}', header = true, columns = {columns})")

    def ready(self) -> None:
        self.db.execute("CREATE TABLE weighed AS SELECT code, parent, weight FROM units JOIN weights USING (code)")

    def ancestors(self) -> pa.Table:
        return self.fetch("""
            WITH RECURSIVE up(row, code) AS (
                SELECT row, parent FROM villages JOIN units USING (code) WHERE parent IS NOT NULL
                UNION ALL
                SELECT row, parent FROM up JOIN units USING (code) WHERE parent IS NOT NULL
            )
            FROM up""")

    def descendants(self) -> pa.Table:
        return self.fetch("""
            WITH RECURSIVE down(row, code) AS (
                SELECT row, units.code FROM counties JOIN units ON units.parent = counties.code
                UNION ALL
                SELECT row, units.code FROM down JOIN units ON units.parent = down.code
            )
            FROM down""")

    def rollup(self) -> pa.Table:
        return self.fetch("""
            WITH RECURSIVE up(parent, count, weight) AS (
                SELECT parent, count(*), sum(weight)::BIGINT FROM weighed WHERE parent IS NOT NULL GROUP BY parent
                UNION ALL
                SELECT w.parent, sum(up.count)::BIGINT, sum(up.weight)::BIGINT
                FROM up JOIN weighed w ON w.code = up.parent WHERE w.parent IS NOT NULL GROUP BY w.parent
            ), below AS (SELECT parent, sum(count) AS count, sum(weight) AS weight FROM up GROUP BY parent)
            SELECT w.code, 1 + coalesce(b.count, 0)::BIGINT, w.weight + coalesce(b.weight, 0)::BIGINT
            FROM weighed w LEFT JOIN below b ON b.parent = w.code""")

    def common(self) -> pa.Table:
        return self.fetch("""
            WITH RECURSIVE a(row, code, step) AS (
                SELECT row, code, 0 FROM pairs
                UNION ALL
                SELECT row, parent, step + 1 FROM a JOIN units USING (code) WHERE parent IS NOT NULL
            ), b(row, code) AS (
                SELECT row, other FROM pairs
                UNION ALL
                SELECT row, parent FROM b JOIN units USING (code) WHERE parent IS NOT NULL
            )
            SELECT row, arg_min(code, step) FROM a JOIN b USING (row, code) GROUP BY row""")


class Dated(Base):
    def build(self, path: str) -> None:
        kinds = {"code": self.type, "name": "VARCHAR", "kind": "VARCHAR", "parent": self.type, "from": "DATE", "until": "DATE"}
        self.db.execute(f"""
            CREATE TABLE units AS
            SELECT code, name, kind, parent, "from" AS since, coalesce("until", DATE '{OPEN}') AS until
            FROM read_csv('{path}', header = true, columns = {kinds})""")

    def ready(self) -> None:
        self.db.execute("CREATE TABLE weighed AS SELECT code, parent, since, until, weight FROM units JOIN weights USING (code)")

    def ancestors(self) -> pa.Table:
        return self.fetch("""
            WITH RECURSIVE up(row, code, day) AS (
                SELECT row, parent, other FROM villages v JOIN units u USING (code)
                WHERE since <= other AND other < until AND parent IS NOT NULL
                UNION ALL
                SELECT row, parent, day FROM up JOIN units u USING (code)
                WHERE since <= day AND day < until AND parent IS NOT NULL
            )
            SELECT row, code FROM up""")

    def descendants(self) -> pa.Table:
        return self.fetch("""
            WITH RECURSIVE down(row, code, day) AS (
                SELECT row, u.code, other FROM counties c JOIN units u ON u.parent = c.code
                WHERE since <= other AND other < until
                UNION ALL
                SELECT row, u.code, day FROM down d JOIN units u ON u.parent = d.code
                WHERE since <= day AND day < until
            )
            SELECT row, code FROM down""")

    def rollup(self) -> pa.Table:
        """Day by day: faster than all days in one query."""
        return pa.concat_tables(
            self.fetch(f"""
                WITH RECURSIVE there AS NOT MATERIALIZED (
                    SELECT code, parent, weight FROM weighed WHERE since <= {day} AND {day} < until
                ), up(parent, count, weight) AS (
                    SELECT parent, count(*), sum(weight)::BIGINT FROM there WHERE parent IS NOT NULL GROUP BY parent
                    UNION ALL
                    SELECT t.parent, sum(up.count)::BIGINT, sum(up.weight)::BIGINT
                    FROM up JOIN there t ON t.code = up.parent WHERE t.parent IS NOT NULL GROUP BY t.parent
                ), below AS (SELECT parent, sum(count) AS count, sum(weight) AS weight FROM up GROUP BY parent)
                SELECT {nth} AS nth, t.code, 1 + coalesce(b.count, 0)::BIGINT AS count,
                    t.weight + coalesce(b.weight, 0)::BIGINT AS sum
                FROM there t LEFT JOIN below b ON b.parent = t.code""")
            for nth, day in enumerate(TIMES)
        )

    def changes(self) -> pa.Table:
        """Only stretches that begin or end between two days can tell; what lies under one parent goes up as one row."""
        steps = ", ".join(f"({nth}, {TIMES[nth]}, {TIMES[nth + 1]})" for nth in range(len(DAYS) - 1))
        return self.fetch(f"""
            WITH RECURSIVE steps(nth, a, b) AS (VALUES {steps}),
            came AS (SELECT nth, b, code, name FROM units JOIN steps ON since > a AND since <= b AND until > b),
            went AS (SELECT nth, a, code, name FROM units JOIN steps ON since <= a AND until > a AND until <= b),
            found AS (
                SELECT nth, code, coalesce(b, a) AS day, (w.name IS NULL)::BIGINT AS added, (c.name IS NULL)::BIGINT AS dropped,
                    (c.name IS NOT NULL AND w.name IS NOT NULL)::BIGINT AS renamed
                FROM came c FULL JOIN went w USING (nth, code) WHERE c.name IS DISTINCT FROM w.name
            ), up(nth, day, code, parent, added, dropped, renamed) AS (
                SELECT nth, day, if(parent IS NULL, f.code, NULL), parent,
                    sum(added)::BIGINT, sum(dropped)::BIGINT, sum(renamed)::BIGINT
                FROM found f JOIN units u USING (code) WHERE since <= day AND day < until GROUP BY ALL
                UNION ALL
                SELECT nth, day, if(u.parent IS NULL, u.code, NULL), u.parent,
                    sum(added)::BIGINT, sum(dropped)::BIGINT, sum(renamed)::BIGINT
                FROM up JOIN units u ON u.code = up.parent WHERE since <= day AND day < until GROUP BY ALL
            )
            SELECT nth, code, sum(added)::BIGINT, sum(dropped)::BIGINT, sum(renamed)::BIGINT
            FROM up WHERE code IS NOT NULL GROUP BY nth, code""")
