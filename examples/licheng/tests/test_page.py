"""The page: one self-contained file, both languages, and every table and chart says which part it belongs to."""

import re
import sys
import unittest
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "page")]

try:
    import review
    from page import page
except ImportError as missing:  # the package `shequ`, or what draws the page
    print(f"SKIPPED: the page is not tested: {missing}", file=sys.stderr)
    raise unittest.SkipTest(str(missing)) from missing


class Reader(HTMLParser):
    """Collects figures and tables with their texts, ids, and what would be fetched."""

    def __init__(self):
        super().__init__()
        self.open, self.parts, self.ids, self.fetched = [], [], [], []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        for name in ("src", "href", "xlink:href"):
            if given.get(name) and not given[name].startswith(("#", "data:")):
                self.fetched.append(given[name])
        if tag in ("figure", "table"):
            self.open.append([tag, False])
        if "badge" in (given.get("class") or "").split():
            for part in self.open:
                part[1] = True

    def handle_endtag(self, tag):
        if tag in ("figure", "table"):
            self.parts.append(self.open.pop())


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        answers, html = review.review()
        cls.digest = review.sq.digest(answers)
        cls.text = page(review.json.loads(review.sq.canonical(answers)), cls.digest, html, review.SEED)
        cls.reader = Reader()
        cls.reader.feed(cls.text)

    def test_nothing_is_fetched(self):
        self.assertEqual(self.reader.fetched, [])
        links = set(re.findall(r"https?://[^\"'<> ]+", self.text))
        self.assertLessEqual(links, {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"})
        self.assertNotIn("@import", self.text)

    def test_every_table_and_chart_says_its_part(self):
        self.assertGreaterEqual(len(self.reader.parts), 18)
        self.assertEqual([tag for tag, said in self.reader.parts if not said], [])

    def test_ids_are_unique(self):
        self.assertEqual(len(self.reader.ids), len(set(self.reader.ids)))

    def test_both_languages_stand_in_it(self):
        zh, en = (len(re.findall(f'class="{lang}"', self.text)) for lang in ("zh", "en"))
        self.assertEqual(zh, en)
        self.assertGreater(zh, 300)

    def test_the_figures_and_the_digest_stand_in_it(self):
        for words in ("104 → 77", "1,083", "3,193", "53.04", "42.3", "61 + 11", "38 × 3", "37,232", self.digest):
            self.assertIn(words, self.text)

    def part(self, begin, end):
        """The page from one heading to another."""
        return self.text.split(f'<h3 id="{begin}">')[1].split(f'<h3 id="{end}">' if end else "</section>")[0]

    def test_ranks_stand_with_their_intervals(self):
        ranks = self.part("ranks", "why")
        self.assertEqual(ranks.count('<figure class="ranks">'), 2)
        # Each name is written twice, once to keep lines out of it; ranks stand once, on the axis.
        charts = [re.findall(r">(\d\d)</text>", svg) for svg in re.findall(r'<div class="zh"><svg(.*?)</svg>', ranks, re.DOTALL)]
        communities = [sorted({n for n in chart if chart.count(n) > 1}) for chart in charts]
        self.assertEqual(communities, [[f"{n:02}" for n in range(1, 39)], [f"{n:02}" for n in range(39, 78)]])
        self.assertEqual(ranks.count('<th scope="row"'), 77)
        for words in ("20%", "10,000", "种子 350502", "0.38", "2.68", ">9-20<"):
            self.assertIn(words, ranks)

    def test_one_explanation_is_unfolded(self):
        why = self.part("why", "what-if")
        for lang in ("zh", "en"):
            explained = why.split('<div class="explain">')[1].split(f'<div class="{lang}"')[1]
            self.assertIn("<details open>", explained[:400])
        for points in ("80.1915", "2.90", "-1.00", "82.09"):
            self.assertIn(points, why)

    def test_what_if_says_what_would_suffice(self):
        shown = self.part("what-if", "correction")
        for words in ("7/7", "(89.69)", "13/13", "(90.27)", "没有更省的", "nothing is cheaper"):
            self.assertIn(words, shown)

    def test_the_corrected_cell_stands_before_and_after(self):
        shown = self.part("correction", None)
        for words in ("<s>6/7</s> → <b>7/7</b>", "89.12 → <b>89.69</b>", "8 → <b>7</b>", "7 → <b>8</b>", "chair-21", "director-D", "2026-01-23"):
            self.assertIn(words, shown)

    def test_every_heading_of_the_scores_bears_its_part(self):
        for begin, end in (("ranks", "why"), ("what-if", "correction"), ("correction", None)):
            self.assertIn("badge generated", self.part(begin, end))

    def test_the_same_review_makes_the_same_page(self):
        answers, html = review.review()
        again = page(review.json.loads(review.sq.canonical(answers)), self.digest, html, review.SEED)
        self.assertEqual(again, self.text)


if __name__ == "__main__":
    unittest.main()
