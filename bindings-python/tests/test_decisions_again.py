"""Decisions made again by fractions, as the words of a clause are read: 300 random ones, 10,000 under SHEQU_FULL=1."""

from __future__ import annotations

import os
import random
from fractions import Fraction
from typing import Any

import shequ as sq

CASES = 10_000 if os.environ.get("SHEQU_FULL") else 300
PAIRS = [("yes", "entitled"), ("yes", "present"), ("yes", "valid"), ("yes", "yes-and-no"), ("present", "entitled"), ("proposing", "entitled")]


def random_clause(rng: random.Random, name: str) -> dict[str, Any]:
    part, base = rng.choice(PAIRS)
    comparison = rng.choice(["at-least", "more-than", "at-most", "less-than"])
    q = rng.randint(1, 7)
    p = rng.randint(1, q) if comparison in ("at-least", "less-than") else rng.randint(0, q - 1)
    threshold: dict[str, Any] = {"part": part, "measure": rng.choice(["heads", "shares"]), "comparison": comparison}
    if part != "present" and rng.random() < 0.2:
        threshold["count"] = rng.randint(1 if comparison in ("at-least", "less-than") else 0, 9)
    else:
        threshold |= {"base": base, "share": f"{p}/{q}"}
    return {"id": name, "instrument": "i", "article": "1", "certainty": "text", "label": name, "threshold": threshold}


def random_tally(rng: random.Random) -> dict[str, int]:
    yes, no, abstain, invalid, silent, away = (rng.randint(0, 8) for _ in range(6))
    present = yes + no + abstain + invalid + silent
    entitled = present + away
    return {
        "entitled": entitled,
        "present": present,
        "yes": yes,
        "no": no,
        "abstain": abstain,
        "invalid": invalid,
        "proposing": rng.randint(0, entitled),
    }


def holds(threshold: dict[str, Any], tally: dict[str, int]) -> bool:
    part = Fraction(tally[threshold["part"]])
    if "count" in threshold:
        base, share = Fraction(1), Fraction(threshold["count"])
    else:
        bases = {
            "entitled": tally["entitled"],
            "present": tally["present"],
            "valid": tally["yes"] + tally["no"] + tally["abstain"],
            "yes-and-no": tally["yes"] + tally["no"],
        }
        base, share = Fraction(bases[threshold["base"]]), Fraction(threshold["share"])
    # Of nobody no share is reached, so that what is asked to stay below one does.
    reached, beyond = (base > 0 and part / base >= share, base > 0 and part / base > share) if base else (False, False)
    return {"at-least": reached, "more-than": beyond, "at-most": not beyond, "less-than": not reached}[threshold["comparison"]]


def test_a_second_implementation_agrees() -> None:
    seed = int(os.environ.get("SHEQU_SEED", "20260101"))
    print(f"SHEQU_SEED={seed}")
    rng = random.Random(seed)
    for case in range(CASES):
        clauses = [random_clause(rng, name) for name in "abc"]
        k = rng.randint(1, 3)
        rule, combine = rng.choice(
            [
                ({"all": ["a", "b", "c"]}, lambda a, b, c: a and b and c),
                ({"any": ["a", "b", "c"]}, lambda a, b, c: a or b or c),
                ({"at-least": {"k": k, "of": ["a", "b", "c"]}}, lambda a, b, c, k=k: a + b + c >= k),
                ({"all": ["a", {"any": ["b", {"not": "c"}]}]}, lambda a, b, c: a and (b or not c)),
            ]
        )
        pack = {
            "format": "shequ.pack/1",
            "id": "random",
            "label": "random",
            "layer": "by-law",
            "read_on": "2026-01-01",
            "instruments": [{"id": "i", "title": "I", "from": "2020-01-01"}],
            "clauses": clauses,
            "questions": [{"id": "q", "label": "q", "require": rule}],
        }
        facts = {"heads": random_tally(rng), "shares": random_tally(rng)}
        verdict = sq.Packs([sq.Pack.from_dict(pack)]).at("2026-01-01").decide("q", facts)
        each = [holds(c["threshold"], facts[c["threshold"]["measure"]]) for c in clauses]
        assert [c.status == "met" for c in verdict.clauses] == each, (case, clauses, facts)
        assert (verdict.status == "met") == bool(combine(*each)), (case, rule, facts)
        for clause, view, met in zip(clauses, verdict.clauses, each, strict=True):
            threshold = clause["threshold"]
            for margin in view.margins:
                if margin.kind != "switched" or threshold["part"] != "yes" or threshold.get("base") not in ("entitled", "present"):
                    continue
                tally = facts[threshold["measure"]]
                # Votes go from yes to no where the yes are too many or enough, and to yes where they are too few.
                fewer = met == (threshold["comparison"] in ("at-least", "more-than"))
                assert isinstance(margin.amount, int)
                moved = margin.amount

                def after(m: int, tally: dict[str, int] = tally, fewer: bool = fewer) -> dict[str, int]:
                    return tally | {"yes": tally["yes"] + (-m if fewer else m)}

                assert holds(threshold, after(moved)) != met, (case, threshold, tally, moved)
                assert holds(threshold, after(moved - 1)) == met, (case, threshold, tally, moved)
