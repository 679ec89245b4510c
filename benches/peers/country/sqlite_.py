"""Python's own sqlite3, in memory, with indices: statements level by level, and a recursive common table expression for the common
ancestor. Level by level was tried beside a recursive expression for descendants, and was a quarter faster.

Codes are text, or whole numbers with `numbers`. The inputs are tables of its own before anything is timed.
"""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from inputs import DAYS, OPEN, Asked

Rows = list[tuple]


class Base:
    def __init__(self, asked: Asked, numbers: bool = False) -> None:
        self.type = "INTEGER" if numbers else "TEXT"
        self.db = sqlite3.connect(":memory:")
        self.db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000;")
        self.given("villages", asked.villages)
        self.given("counties", asked.counties)
        self.db.execute(f"CREATE TABLE weights (code {self.type} PRIMARY KEY, weight INTEGER) WITHOUT ROWID")
        self.db.executemany("INSERT INTO weights VALUES (?, ?)", zip(*asked.weights(), strict=True))

    def given(self, name: str, columns: list[list[str]]) -> None:
        other = "TEXT" if "-" in columns[-1][0] else self.type
        self.db.execute(f"CREATE TABLE {name} (row INTEGER PRIMARY KEY, code {self.type}, other {other})")
        rows = zip(range(len(columns[0])), columns[0], columns[-1], strict=True)
        self.db.executemany(f"INSERT INTO {name} VALUES (?, ?, ?)", rows)

    def fetch(self, query: str, values: tuple = ()) -> Rows:
        return self.db.execute(query, values).fetchall()

    def columns(self, question: str, answer: Rows) -> list[np.ndarray]:
        return [np.array(column).astype(np.int64) for column in zip(*answer, strict=True)]

    def levels(self, first: str, next_: str) -> Rows:
        """All rows of a level made from those of the level before, from the first until none is found."""
        run = self.db.execute
        run(f"CREATE TEMP TABLE found (level INTEGER, row INTEGER, code {self.type}, day TEXT)")
        before, level = 0, 0
        count = run(f"INSERT INTO found {first}").rowcount
        while count:
            # Rows are numbered as they come: those after `before` are of the last level.
            level += 1
            before, count = before + count, run(f"INSERT INTO found {next_}", (level, before)).rowcount
        answer = self.fetch("SELECT row, code FROM found")
        run("DROP TABLE found")
        return answer

    def roll_up(self, there: str, query: str) -> Rows:
        """Sums travel up a level at a time, added up by parent; `there` holds code, parent and weight."""
        run = self.db.execute
        run(f"CREATE TEMP TABLE below (level INTEGER, code {self.type}, count INTEGER, weight INTEGER)")
        run(f"INSERT INTO below SELECT 0, parent, count(*), sum(weight) FROM {there} WHERE parent IS NOT NULL GROUP BY parent")
        level = 0
        while run(
            f"""INSERT INTO below SELECT {level + 1}, t.parent, sum(b.count), sum(b.weight)
            FROM below b CROSS JOIN {there} t ON t.code = b.code WHERE b.level = {level} AND t.parent IS NOT NULL GROUP BY t.parent"""
        ).rowcount:
            level += 1
        run(f"CREATE TEMP TABLE sums (code {self.type} PRIMARY KEY, count INTEGER, weight INTEGER) WITHOUT ROWID")
        run("INSERT INTO sums SELECT code, sum(count), sum(weight) FROM below GROUP BY code")
        answer = self.fetch(query)
        run("DROP TABLE below")
        run("DROP TABLE sums")
        return answer


class Static(Base):
    def __init__(self, asked: Asked, numbers: bool = False) -> None:
        super().__init__(asked, numbers)
        self.given("pairs", asked.pairs)

    def build(self, path: str) -> None:
        self.db.execute(f"CREATE TABLE units (code {self.type} PRIMARY KEY, name TEXT, kind TEXT, parent {self.type}) WITHOUT ROWID")
        with open(path, encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            next(rows)
            self.db.executemany("INSERT INTO units VALUES (?, ?, ?, nullif(?, ''))", rows)
        self.db.execute("CREATE INDEX units_parent ON units (parent)")

    def ready(self) -> None:
        self.db.execute(f"CREATE TABLE weighed (code {self.type} PRIMARY KEY, parent {self.type}, weight INTEGER) WITHOUT ROWID")
        self.db.execute("INSERT INTO weighed SELECT code, parent, weight FROM units JOIN weights USING (code) ORDER BY code")

    def ancestors(self) -> Rows:
        return self.levels(
            "SELECT 0, v.row, u.parent, NULL FROM villages v CROSS JOIN units u USING (code) WHERE u.parent IS NOT NULL",
            """SELECT ?1, f.row, u.parent, NULL FROM found f CROSS JOIN units u USING (code)
            WHERE f.rowid > ?2 AND u.parent IS NOT NULL""",
        )

    def descendants(self) -> Rows:
        return self.levels(
            "SELECT 0, c.row, u.code, NULL FROM counties c CROSS JOIN units u ON u.parent = c.code",
            "SELECT ?1, f.row, u.code, NULL FROM found f CROSS JOIN units u ON u.parent = f.code WHERE f.rowid > ?2",
        )

    def rollup(self) -> Rows:
        return self.roll_up(
            "weighed",
            """SELECT w.code, 1 + coalesce(s.count, 0), w.weight + coalesce(s.weight, 0)
            FROM weighed w LEFT JOIN sums s USING (code)""",
        )

    def common(self) -> Rows:
        """What lies on both ways up, and of that the nearest to a; half the time of a query by pair."""
        return self.fetch("""
            WITH RECURSIVE up(row, side, step, code) AS (
                SELECT row, 0, 0, code FROM pairs UNION ALL SELECT row, 1, 0, other FROM pairs
                UNION ALL
                SELECT up.row, side, step + 1, u.parent FROM up CROSS JOIN units u USING (code) WHERE u.parent IS NOT NULL
            ), both AS (
                SELECT row, code, max(CASE side WHEN 0 THEN step END) AS step FROM up GROUP BY row, code HAVING count(*) = 2
            )
            SELECT row, code FROM (SELECT row, code, min(step) FROM both GROUP BY row)""")


class Dated(Base):
    def build(self, path: str) -> None:
        self.db.execute(
            f"""CREATE TABLE units (code {self.type}, name TEXT, kind TEXT, parent {self.type}, since TEXT, until TEXT,
            PRIMARY KEY (code, since)) WITHOUT ROWID"""
        )
        with open(path, encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            next(rows)
            self.db.executemany(f"INSERT INTO units VALUES (?, ?, ?, nullif(?, ''), ?, coalesce(nullif(?, ''), '{OPEN}'))", rows)
        self.db.execute("CREATE INDEX units_parent ON units (parent, until)")

    def ready(self) -> None:
        self.db.execute(
            f"""CREATE TABLE weighed (code {self.type}, parent {self.type}, since TEXT, until TEXT, weight INTEGER,
            PRIMARY KEY (code, since)) WITHOUT ROWID"""
        )
        self.db.execute(
            """INSERT INTO weighed SELECT code, parent, since, until, weight FROM units JOIN weights USING (code)
            ORDER BY code, since"""
        )

    def ancestors(self) -> Rows:
        return self.levels(
            """SELECT 0, v.row, u.parent, v.other FROM villages v CROSS JOIN units u USING (code)
            WHERE u.since <= v.other AND v.other < u.until AND u.parent IS NOT NULL""",
            """SELECT ?1, f.row, u.parent, day FROM found f CROSS JOIN units u USING (code)
            WHERE f.rowid > ?2 AND u.since <= day AND day < u.until AND u.parent IS NOT NULL""",
        )

    def descendants(self) -> Rows:
        return self.levels(
            """SELECT 0, c.row, u.code, c.other FROM counties c CROSS JOIN units u ON u.parent = c.code
            WHERE u.since <= c.other AND c.other < u.until""",
            """SELECT ?1, f.row, u.code, day FROM found f CROSS JOIN units u ON u.parent = f.code
            WHERE f.rowid > ?2 AND u.since <= day AND day < u.until""",
        )

    def rollup(self) -> Rows:
        out: Rows = []
        for nth, day in enumerate(DAYS):
            there = f"(SELECT code, parent, weight FROM weighed WHERE since <= '{day}' AND '{day}' < until)"
            out += self.roll_up(
                there,
                f"""SELECT {nth}, w.code, 1 + coalesce(s.count, 0), w.weight + coalesce(s.weight, 0)
                FROM {there} w LEFT JOIN sums s USING (code)""",
            )
        return out

    def changes(self) -> Rows:
        """Only stretches that begin or end between two days can tell; what lies under one parent goes up as one row."""
        return [(nth, *row) for nth, (a, b) in enumerate(pairwise(DAYS)) for row in self.step(a, b)]

    def step(self, a: str, b: str) -> Iterator[tuple]:
        run = self.db.execute
        run(f"CREATE TEMP TABLE up (level INTEGER, day TEXT, code {self.type}, added INTEGER, dropped INTEGER, renamed INTEGER)")
        # What came, beside what it was before; what went, and did not come again.
        run(
            """INSERT INTO up SELECT 0, ?2, n.parent, sum(o.name IS NULL), 0, sum(coalesce(o.name <> n.name, 0)) FROM (
                SELECT code, name, coalesce(parent, code) AS parent FROM units WHERE since > ?1 AND since <= ?2 AND until > ?2
            ) n LEFT JOIN units o ON o.code = n.code AND o.since <= ?1 AND o.until > ?1 GROUP BY n.parent""",
            (a, b),
        )
        run(
            """INSERT INTO up SELECT 0, ?1, coalesce(o.parent, o.code), 0, count(*), 0 FROM units o
            WHERE o.since <= ?1 AND o.until > ?1 AND o.until <= ?2
            AND NOT EXISTS (SELECT 1 FROM units n WHERE n.code = o.code AND n.since > ?1 AND n.since <= ?2 AND n.until > ?2)
            GROUP BY coalesce(o.parent, o.code)""",
            (a, b),
        )
        level = 0
        while run(
            """INSERT INTO up SELECT ?1 + 1, day, u.parent, sum(added), sum(dropped), sum(renamed)
            FROM up CROSS JOIN units u USING (code)
            WHERE level = ?1 AND u.since <= day AND day < u.until AND u.parent IS NOT NULL GROUP BY day, u.parent""",
            (level,),
        ).rowcount:
            level += 1
        tops = self.fetch(
            """SELECT up.code, sum(added), sum(dropped), sum(renamed) FROM up CROSS JOIN units u USING (code)
            WHERE u.since <= day AND day < u.until AND u.parent IS NULL GROUP BY up.code"""
        )
        run("DROP TABLE up")
        return (row for row in tops if any(row[1:]))
