"""The derivation of the public record, on the real table and on small invented ones."""

import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "public_record"))

import build  # noqa: E402
from derive import Snapshot, derive  # noqa: E402


def history(*snapshots):
    days = ["2017-10-31", "2018-10-31", "2019-10-31"]
    return derive([Snapshot(f"r{i}", day, names) for i, (day, names) in enumerate(zip(days, snapshots))])


def changes(h):
    return [(e.kind, e.unit, e.before, e.after) for e in h.events]


BASE = {"350502": "D", "350502001": "S1", "350502002": "S2", "350502001001": "A", "350502001002": "B"}


class Derivation(unittest.TestCase):
    def test_another_name_under_the_same_code_is_a_renaming(self):
        h = history(BASE, BASE | {"350502001001": "A new"})
        self.assertEqual(changes(h), [("rename", "350502001001", "A", "A new")])
        unit = next(u for u in h.units if u.key == "350502001001")
        self.assertEqual([(f.value, f.since, f.until) for f in unit.names],
                         [("A", None, "2017-11-01..2018-10-31"), ("A new", "2017-11-01..2018-10-31", None)])

    def test_a_name_that_reappears_once_is_the_same_unit_under_a_new_code(self):
        later = {c: n for c, n in BASE.items() if n != "A"} | {"350502001009": "A"}
        h = history(BASE, later)
        self.assertEqual(changes(h), [("recode", "350502001001", "350502001001", "350502001009")])
        self.assertEqual(len(h.units), len(BASE))

    def test_under_another_parent_it_also_moved(self):
        later = {c: n for c, n in BASE.items() if n != "A"} | {"350502002001": "A"}
        h = history(BASE, later)
        self.assertEqual([c[0] for c in changes(h)], ["recode", "reparent"])
        self.assertEqual(changes(h)[1][2:], ("350502001", "350502002"))

    def test_a_sub_district_under_a_new_code_keeps_its_communities(self):
        later = {"350502": "D", "350502009": "S1", "350502002": "S2", "350502009001": "A", "350502009002": "B"}
        h = history(BASE, later)
        self.assertEqual([c[0] for c in changes(h)], ["recode"] * 3)

    def test_a_name_that_is_not_unique_proves_nothing(self):
        twins = BASE | {"350502001002": "A"}
        later = {c: n for c, n in twins.items() if n != "A"} | {"350502001009": "A"}
        h = history(twins, later)
        self.assertEqual([c[0] for c in changes(h)], ["end", "end", "found"])

    def test_what_ends_and_returns_is_another_unit(self):
        without = {c: n for c, n in BASE.items() if n != "A"}
        h = history(BASE, without, BASE)
        self.assertEqual([c[0] for c in changes(h)], ["end", "found"])
        self.assertEqual(len({u.key for u in h.units}), len(BASE) + 1)


class Licheng(unittest.TestCase):
    def setUp(self):
        self.history = derive(build.snapshots())

    def test_levels_of_the_first_and_the_last_release(self):
        count = lambda s: [sum(len(c) == n for c in s.names) for n in (6, 9, 12)]
        self.assertEqual(count(build.snapshots()[0]), [1, 9, 81])
        self.assertEqual(count(build.snapshots()[-1]), [1, 9, 82])

    def test_four_changes_in_six_years(self):
        self.assertEqual([(e.kind, e.unit, e.within) for e in self.history.events], [
            ("found", "350502004013", "2017-11-01..2018-10-31"),
            ("found", "350502006028", "2017-11-01..2018-10-31"),
            ("rename", "350502400498", "2018-11-01..2019-10-31"),
            ("end", "350502006028", "2020-07-01..2021-10-31"),
        ])

    def test_every_snapshot_is_recovered_from_the_history(self):
        for snapshot in build.snapshots():
            names = {}
            for unit in self.history.units:
                if holds(unit, snapshot.cut_off):
                    code = next(f.value for f in unit.codes if holds(f, snapshot.cut_off))
                    names[code] = next(f.value for f in unit.names if holds(f, snapshot.cut_off))
            self.assertEqual(names, snapshot.names, snapshot.release)

    def test_the_committed_document_is_what_the_script_writes(self):
        self.assertEqual((HERE.parent / "public_record" / "public_record.json").read_text("utf-8"), build.build())


def holds(fact, day):
    """Whether it certainly holds on a cut-off day: bounds end on a cut-off, by which the change has happened."""
    latest = lambda bound: bound.split("..")[-1]
    return (fact.since is None or latest(fact.since) <= day) and (fact.until is None or latest(fact.until) > day)


if __name__ == "__main__":
    unittest.main()
