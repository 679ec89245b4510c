"""The figures of essay 6, counted in the committed documents, and the generator run again."""

import csv
import json
import subprocess
import sys
import unittest
from collections import Counter
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
YEAR = HERE.parent / "year"
load = lambda name: json.loads((YEAR / name).read_text("utf-8"))


class Figures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.org = load("organisation.json")
        cls.units = {u["key"]: u for u in cls.org["units"]}
        cls.merges = [e["merge"] for e in cls.org["events"] if "merge" in e]
        cls.holders = {h["key"]: h for h in cls.org["holders"]}
        cls.posts = {p["key"]: p for p in cls.org["posts"]}

    def kinds(self, key):
        unit = self.units[key]
        return [k["kind"] for k in unit["kinds"]] if "kinds" in unit else [unit["kind"]]

    def committee(self, number):
        unit = f"committee-{number:02}"
        return [self.holders[h["holder"]] for h in self.org["holdings"] if self.posts[h["post"]]["unit"] == unit]

    def test_104_villages_and_areas_become_77_communities(self):
        before = [k for k in self.units if self.kinds(k)[0] in ("village", "residents-area", "community")]
        self.assertEqual(len(before), 104)
        merged = {s for m in self.merges for s in m["sources"]}
        after = [k for k in before if k not in merged] + [t["unit"] for m in self.merges for t in m["targets"]]
        self.assertEqual(sorted(after), [f"community-{n:02}" for n in range(1, 78)])
        self.assertTrue(all(self.kinds(k)[-1] == "community" for k in after if k in self.units))

    def test_households_are_conserved(self):
        counted = {(i["unit"], i["from"]): i["value"] for i in self.org["indicators"] if i["measure"] == "households"}
        before = sum(v for (_, day), v in counted.items() if day == "2025-01-01")
        after = sum(next(v for (u, _), v in reversed(counted.items()) if u == f"community-{n:02}") for n in range(1, 78))
        self.assertEqual(before, after)
        for merge in self.merges:
            (shares,) = merge["shares"]
            self.assertEqual(sum(f["count"] for f in shares["flows"]), shares["after"][0]["count"])
            self.assertEqual([(f["source"], f["count"]) for f in shares["flows"]], [(b["unit"], b["count"]) for b in shares["before"]])

    def test_a_quarter_of_the_heads_are_under_35(self):
        heads = [self.holders[h["holder"]] for h in self.org["holdings"] if h["post"].startswith(("secretary", "director"))]
        self.assertEqual((len(heads), sum(2025 - int(h["born"]) < 35 for h in heads)), (12, 3))

    def test_the_new_committees(self):
        members = [h for n in range(39, 78) for h in self.committee(n)]
        self.assertEqual(len(members), 230)
        self.assertEqual(sum(2025 - int(h["born"]) for h in members), 9729)
        self.assertEqual(Fraction(9729, 230), Fraction(423, 10))
        upper = sum(h["schooling"] in ("upper-secondary", "tertiary") for h in members)
        self.assertEqual(upper, 122)
        self.assertEqual(f"{100 * upper / 230:.2f}", "53.04")
        self.assertEqual(f"{230 / 39:.2f}", "5.90")

    def test_branches_members_and_cadres(self):
        value = lambda measure: [i["value"] for i in self.org["indicators"] if i["measure"] == measure]
        self.assertEqual((len(value("members")), sum(value("members"))), (77, 3193))
        self.assertEqual((len(value("cadres")), sum(value("cadres"))), (77, 1083))
        self.assertEqual(f"{3193 / 77:.1f}", "41.5")
        kinds = Counter(u.get("kind") for u in self.org["units"])
        self.assertEqual((kinds["firm-branch"], kinds["school-branch"], kinds["sector-branch"]), (61, 5, 6))
        self.assertEqual(kinds["party-working-committee"], 6)

    def test_38_agreements_of_three_leave_one_new_community_unpaired(self):
        parties = [p for a in self.org["agreements"] for p in a["parties"]]
        self.assertEqual((len(self.org["agreements"]), len(parties), len(set(parties))), (38, 114, 114))
        paired = {int(p[7:]) for p in parties if p.startswith("branch-")}
        self.assertEqual(set(range(1, 78)) - paired, {64})

    def test_the_statement_in_a_wrong_unit_is_there_to_be_flagged(self):
        wrong = [s for s in self.org["statements"] if s["measure"] == "mean-age" and s["unit"] == "percentage-points"]
        self.assertEqual([s["change"] for s in wrong], ["-1.6"])

    def test_nobody_has_a_name(self):
        self.assertEqual({k for h in self.org["holders"] for k in h}, {"key", "born", "schooling"})
        self.assertTrue(all(h["key"].startswith("holder-") for h in self.org["holders"]))

    def test_no_unit_bears_the_name_of_a_real_one(self):
        record = json.loads((HERE.parent / "public_record" / "public_record.json").read_text("utf-8"))
        words = lambda n: n["zh"] if isinstance(n, dict) else n
        real = {words(u["name"]).replace("社区居委会", "") for u in record["units"]}
        text = (YEAR / "organisation.json").read_text("utf-8") + (YEAR / "scheme.toml").read_text("utf-8")
        self.assertEqual([name for name in real if name in text], [])


class Documents(unittest.TestCase):
    def test_the_generator_writes_the_committed_bytes(self):
        done = subprocess.run([sys.executable, YEAR / "generate.py", "--check"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_every_community_reports_and_few_cells_are_missing(self):
        with (YEAR / "cells.csv").open(encoding="utf-8") as table:
            rows = list(csv.DictReader(table))
        self.assertEqual([r["unit"] for r in rows], [f"community-{n:02}" for n in range(1, 78)])
        self.assertEqual(sum(not cell for r in rows for cell in r.values()), 6)
        self.assertEqual([r["unit"] for r in rows if "true" in (r["false_ledger"], r["major_accident"])], ["community-26"])

    def test_the_close_vote(self):
        flats = load("decisions/owners-solar.json")["units"]
        area = lambda rows: sum(Fraction(f["area"]) for f in rows)
        heads = lambda rows: len({f["owner"] for f in rows})
        part = [f for f in flats if f["vote"] != "absent"]
        yes = [f for f in flats if f["vote"] == "yes"]
        self.assertEqual((len(flats), heads(flats), heads(part), heads(yes)), (60, 55, 44, 33))
        self.assertGreaterEqual(area(part) / area(flats), Fraction(2, 3))
        short = area(part) * Fraction(3, 4) - area(yes)
        self.assertTrue(0 < short < 9, short)

    def test_the_sound_plan_divides_all_households(self):
        homes = {f["id"]: f["properties"]["households"] for f in load("buildings.geojson")["features"]}
        grids = load("plan-sound.json")["grids"]
        self.assertEqual(sorted(b for g in grids for b in g["buildings"]), sorted(homes))
        self.assertTrue(all(300 <= sum(homes[b] for b in g["buildings"]) <= 500 for g in grids))
        self.assertEqual(sum(homes.values()), 1900)


if __name__ == "__main__":
    unittest.main()
