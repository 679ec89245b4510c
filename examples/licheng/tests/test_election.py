"""The election counted again from its ballots, and its lot drawn again, without the library."""

import hashlib
import tomllib
import unittest
from collections import Counter
from fractions import Fraction
from pathlib import Path

RUN = tomllib.loads((Path(__file__).resolve().parent.parent / "year" / "election" / "run.toml").read_text("utf-8"))
SEATS = {"first": 5, "rerun": 2, "revote": 1}


def votes(poll):
    """Ballots for each name; a ballot with more names than seats is void."""
    count = Counter()
    for pattern in poll["patterns"]:
        names = pattern.get("yes", [])
        if len(names) <= SEATS[poll["kind"]]:
            count.update({name: pattern["count"] for name in names})
    return count


class Election(unittest.TestCase):
    first, rerun, revote = RUN["polls"]

    def test_every_ballot_that_came_back_is_counted(self):
        for poll in RUN["polls"]:
            counted = sum(pattern["count"] for pattern in poll["patterns"]) + poll["ballots"].get("spoiled", 0)
            self.assertEqual(counted, poll["ballots"]["returned"])
            self.assertLessEqual(poll["ballots"]["returned"], poll["ballots"]["voters"])

    def test_an_objection_put_one_on_the_roll(self):
        roll = RUN["roll"]["voters"] + sum(o["change"] for o in RUN["roll"]["objections"])
        self.assertEqual(roll, 1201)
        self.assertGreater(Fraction(self.first["ballots"]["voters"], roll), Fraction(1, 2))

    def test_the_first_poll_elects_three(self):
        count, voters = votes(self.first), self.first["ballots"]["voters"]
        elected = [name for name, n in count.most_common() if Fraction(n, voters) > Fraction(1, 2)]
        self.assertEqual(elected, ["甲", "丙", "乙"])

    def test_the_second_poll_elects_one_and_ties_two(self):
        count, returned = votes(self.rerun), self.rerun["ballots"]["returned"]
        self.assertTrue(all(Fraction(n, returned) >= Fraction(1, 3) for n in count.values()))
        self.assertEqual(count.most_common(1), [("丁", 490)])
        self.assertEqual(count["戊"], count["己"])

    def test_the_lot_can_be_drawn_by_a_bystander(self):
        count = votes(self.revote)
        self.assertEqual(count["戊"], count["己"])
        tied = sorted(count, key=str.encode)
        drawn = hashlib.sha256("\n".join(["1", self.revote["tie"]["seed"], *tied, ""]).encode()).hexdigest()
        self.assertEqual(tied[int(drawn, 16) % len(tied)], "戊")
        self.assertLess(self.revote["tie"]["announced"], self.revote["day"])


if __name__ == "__main__":
    unittest.main()
