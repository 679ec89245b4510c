"""What the review says of ranks, of what would have to change and of the correction, held against the cells scored anew."""

import csv
import json
import math
import sys
import unittest
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

try:
    import review
    from review import sq
except ImportError as missing:  # the package `shequ`
    print(f"SKIPPED: the evaluation is not tested: {missing}", file=sys.stderr)
    raise unittest.SkipTest(str(missing)) from missing

STORY = json.loads((HERE.parent / "story.json").read_text("utf-8"))["evaluation"]
SCHEME = sq.Scheme.load(HERE.parent / STORY["scheme"])
SCALES = {indicator.key: indicator.scale for indicator in SCHEME.indicators}


def scored(*changes):
    """The cells as they were reported, with some replaced, scored from the beginning: (unit, column, number)."""
    with (HERE.parent / STORY["cells"]).open(encoding="utf-8", newline="") as table:
        rows = {row["unit"]: {column: cell or None for column, cell in row.items()} for row in csv.DictReader(table)}
    for unit, column, number in changes:
        rate = column.removesuffix("_numerator")
        if rate != column:
            column, number = rate, f"{number}/{rows[unit][rate].partition('/')[2]}"
        rows[unit][column] = str(number)
    return SCHEME.evaluate(list(rows.values()))


def shares(card, group, members, points):
    """By hand, each unit of a peer group with what it has of every group of indicators, on one scale and in whole numbers."""
    scaled = lambda number: int(Decimal(number).scaleb(4))
    full = math.lcm(*points)
    rows = {}
    for score, line in zip(card.scores(), card.line_table().to_dicts()):
        if score.group == group:
            extra = full * scaled(score.bonus - score.penalty)
            parts = (sum(scaled(line[key]) for key in keys) for keys in members)
            rows[score.unit] = [sum(points) * (full // p) * part + extra for p, part in zip(points, parts)]
    return rows


def short(change):
    """One step less than a change, towards what it was."""
    now, to = Decimal(change["from"]), Decimal(change["to"])
    step = Decimal(1).scaleb(-SCALES.get(change["column"], 0))
    return to - step if to > now else to + step


class Evaluation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        answers, _ = review.review()
        cls.answers = json.loads(sq.canonical(answers))["evaluation"]
        cls.card = scored()
        cls.scores = {score.unit: score for score in cls.card.scores()}

    def peers(self):
        """For each peer group the rows that were weighed, and what was found."""
        ranking, members = self.answers["ranking"], {}
        for indicator in SCHEME.indicators:
            members.setdefault(indicator.group, []).append(indicator.key)
        self.assertEqual(ranking["groups"], list(members))
        for found in ranking["peers"]:
            yield found, shares(self.card, found["award"]["group"], list(members.values()), ranking["points"])

    # --- ranks ---

    def test_every_interval_holds_the_rank(self):
        seen = []
        for found, _ in self.peers():
            for bound, draws in zip(found["bounds"], found["draws"], strict=True):
                unit = bound["unit"]
                self.assertEqual(unit, draws["unit"])
                self.assertTrue(bound["best_proven"] and bound["worst_proven"], unit)
                self.assertTrue(bound["best"] <= self.scores[unit].rank <= bound["worst"], unit)
                # A draw is scaled to 100 points after it was drawn, so a few stray beyond the box; those that are shown do not.
                for ends in (bound, draws):
                    in_order = [ends["best"], draws["low"], draws["median"], draws["high"], ends["worst"]]
                    self.assertEqual(in_order, sorted(in_order), unit)
                seen.append(unit)
        self.assertEqual(sorted(seen), sorted(self.scores))

    def test_what_is_weighed_gives_the_totals(self):
        points = self.answers["ranking"]["points"]
        self.assertEqual((sum(points), len(points)), (100, 6))
        full = math.lcm(*points)
        for _, rows in self.peers():
            for unit, values in rows.items():
                score = self.scores[unit]
                total = Fraction(sum(p * v for p, v in zip(points, values)), 10**4 * 100 * full)
                self.assertEqual(total, Fraction(score.base + score.bonus - score.penalty), unit)

    def test_the_ends_of_an_interval_are_attained_within_the_box(self):
        points = self.answers["ranking"]["points"]
        spread = Fraction(STORY["ranking"]["spread"])
        box = sq.WeightBox.around(points, STORY["ranking"]["spread"])
        for found, rows in self.peers():
            table = {"unit": list(rows)} | {key: [v[j] for v in rows.values()] for j, key in enumerate(self.answers["ranking"]["groups"])}
            exact = sq.ExactTable(table, self.answers["ranking"]["groups"])
            for bound in found["bounds"]:
                ends = exact.rank_bounds(bound["unit"], box)
                for end, rank in ((ends.best, bound["best"]), (ends.worst, bound["worst"])):
                    weights = [w.weight for w in end.weights]
                    self.assertEqual(sum(weights), 1)
                    for weight, p in zip(weights, points):
                        self.assertTrue((1 - spread) * p <= 100 * weight <= (1 + spread) * p, (bound["unit"], weight, p))
                    score = {unit: sum(w * v for w, v in zip(weights, values)) for unit, values in rows.items()}
                    self.assertEqual(1 + sum(s > score[bound["unit"]] for s in score.values()), rank)

    def test_the_margin_of_an_award_is_that_of_the_totals(self):
        for found, rows in self.peers():
            line = found["award"]
            of = lambda award: [self.scores[unit].total for unit in rows if self.scores[unit].award == award and self.scores[unit].eligible]
            gap = min(of(True)) - max(of(False))
            self.assertEqual((Fraction(line["gap"]), line["is_thin"]), (Fraction(gap), gap < Decimal(STORY["ranking"]["margin"])))
        self.assertEqual({f["award"]["group"]: f["award"]["is_thin"] for f, _ in self.peers()}, {"old": True, "new": False})

    # --- what if ---

    def holds(self, card, goal):
        score = card.score(STORY["what_if"]["unit"])
        if "rank" in goal:
            return score.rank <= goal["rank"]
        return SCHEME.grades.index(score.grade) <= SCHEME.grades.index(goal["grade"])

    def test_each_change_suffices_and_one_step_less_does_not(self):
        unit, tried = STORY["what_if"]["unit"], 0
        for goal, answer in zip(STORY["what_if"]["goals"], self.answers["what_if"], strict=True):
            self.assertFalse(answer["alone"]["reached"] or self.holds(self.card, goal))
            for change in answer["alone"]["changes"]:
                if change["to"] is None:
                    continue
                after = scored((unit, change["column"], change["to"]))
                self.assertTrue(self.holds(after, goal), change)
                self.assertEqual(str(after.total(unit)), change["then"]["total"])
                self.assertEqual(after.score(unit).rank, change["then"]["rank"])
                self.assertFalse(self.holds(scored((unit, change["column"], short(change))), goal), change)
                tried += 1
        self.assertGreaterEqual(tried, 15)

    def test_the_cheapest_changes_suffice_and_none_can_be_spared(self):
        unit, costs = STORY["what_if"]["unit"], STORY["what_if"]["costs"]
        for goal, answer in zip(STORY["what_if"]["goals"], self.answers["what_if"], strict=True):
            found = answer["cheapest"]
            self.assertTrue(found["proven"])
            self.assertEqual(Decimal(found["cost"]), sum(c["steps"] * Decimal(costs[c["column"]]) for c in found["changes"]))
            apply = [(unit, c["column"], c["to"]) for c in found["changes"]]
            self.assertTrue(self.holds(scored(*apply), goal))
            for at, change in enumerate(found["changes"]):
                less = [*apply[:at], (unit, change["column"], short(change)), *apply[at + 1 :]]
                self.assertFalse(self.holds(scored(*less), goal), change)
            # No change alone is cheaper.
            for change in answer["alone"]["changes"]:
                if change["to"] is not None and change["column"] in costs:
                    self.assertLessEqual(Decimal(found["cost"]), change["steps"] * Decimal(costs[change["column"]]))

    # --- the correction ---

    def test_before_and_after_are_the_cells_scored_as_reported_and_as_corrected(self):
        said = self.answers["corrections"]
        (change,) = [change for record in said["ledger"]["records"] for change in record.get("changes", [])]
        after = scored((change["unit"], change["column"], change["value"]))
        plain = lambda card: {score.unit: json.loads(sq.canonical(score.to_dict())) for score in card.scores()}
        before, after_scores = plain(self.card), plain(after)
        self.assertEqual([known["digest"] for known in said["known"]], [self.card.digest, after.digest])
        for known, scores in zip(said["known"], (before, after_scores), strict=True):
            self.assertEqual(known["scores"], [scores[unit] for unit in STORY["corrections"]["units"]])
        (effect,) = said["effects"]
        moved = [unit for unit in before if before[unit] != after_scores[unit]]
        self.assertEqual([u["before"]["unit"] for u in effect["units"]], moved)
        self.assertEqual([(u["before"], u["after"]) for u in effect["units"]], [(before[unit], after_scores[unit]) for unit in moved])
        self.assertEqual(moved, STORY["corrections"]["units"])
        self.assertEqual([(after_scores[unit]["award"], after_scores[unit]["rank"]) for unit in moved], [(True, 7), (False, 8)])

    def test_the_appeal_is_answered_within_its_deadline_and_the_chain_holds(self):
        said = self.answers["corrections"]
        appeal, decision = said["ledger"]["records"]
        self.assertTrue(appeal["day"] <= decision["day"] <= appeal["deadline"])
        self.assertEqual([known["appeals"][0]["state"] for known in said["known"]], ["open", "upheld"])
        self.assertEqual((said["check"]["intact"], said["check"]["good"]), (True, 2))
        posts = {post["key"] for post in json.loads((HERE.parent / "year/organisation.json").read_text("utf-8"))["posts"]}
        self.assertLessEqual({appeal["actor"], decision["actor"]}, posts)
        # Reasons and evidence stand beside the ledger, not in it.
        sealed = [text["text"] for text in said["sealed"]["texts"]]
        self.assertEqual(len(sealed), 4)
        self.assertEqual([text for text in sealed if text in sq.canonical(said["ledger"])], [])


if __name__ == "__main__":
    unittest.main()
