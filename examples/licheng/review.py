"""The yearly review of the Licheng example from Python: assembles it, writes the page, prints the digest.

    python review.py                                            writes out/licheng/index.html
    python review.py --json                                     prints the review as canonical JSON
    python review.py --no-page                                  prints the digest alone
    python review.py --change community-42 satisfaction 150/154 changes one cell first

`story.json` says which documents are read and what is asked; `licheng.rs` and `review.mjs` tell the same story, and the
digest is the same in all three.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import shequ as sq

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "out" / "licheng" / "index.html"
SEED = 350502


def kinds(snapshot: sq.Snapshot) -> dict[str, int]:
    """How many units of each kind there are, those that only may exist counted apart."""
    return dict(Counter(u.kind + (" (possible)" if u.likely == "possible" else "") for u in snapshot.units()))


def likely(snapshot: sq.Snapshot, key: str) -> str:
    """Whether a unit exists on the day: yes, no or possible."""
    return next((u.likely for u in snapshot.units() if u.key == key), "no")


def public_record(story: dict[str, Any]) -> dict[str, Any]:
    record = sq.Organisation.load(HERE / story["document"])
    until = record.at(story["until"])
    days = [
        {"day": day, "kinds": kinds(record.at(day)), "probe": likely(record.at(day), story["probe"])} for day in story["days"]
    ]
    return {
        "title": {"zh": record.title.zh, "en": record.title.en},
        "days": days,
        "units": until.table("zh").to_dicts(),
        "lineages": [record.lineage(unit, until=story["until"]).to_dict() for unit in story["lineage_of"]],
    }


def state(snapshot: sq.Snapshot) -> dict[str, Any]:
    """The kinds of a day and the households of all its areas together."""
    counted = [u.indicator("households") for u in snapshot.units()]
    return {"day": snapshot.day, "kinds": kinds(snapshot), "households": str(sum(n for n in counted if n is not None))}


def year(story: dict[str, Any]) -> dict[str, Any]:
    organisation = sq.Organisation.load(HERE / story["document"])
    before, after, day = story["before"], story["after"], story["day"]
    pairing = story["pairing"]
    return {
        "committees": organisation.statistics(day, **story["committees"]).to_dict(),
        "heads": organisation.statistics(day, **story["heads"]).to_dict(),
        "pairing": organisation.pairing(day, pairing["kind"], pairing["units"]).to_dict(),
        "before": state(organisation.at(before)),
        "after": state(organisation.at(after)),
        "consolidation": organisation.consolidation(before, day, measure="households").to_dict(),
        "origins": [organisation.origins(unit, since=before, measure="households").to_dict() for unit in story["origins_of"]],
        "units": organisation.at(day).table("zh").to_dicts(),
        "reports": [organisation.validate(day, pack="cn").to_dict() for day in story["validate_on"]],
    }


def evaluation(story: dict[str, Any], change: list[str] | None) -> tuple[dict[str, Any], sq.Explanation]:
    scheme = sq.Scheme.load(HERE / story["scheme"])
    with (HERE / story["cells"]).open(encoding="utf-8", newline="") as table:
        rows = [{column: cell or None for column, cell in row.items()} for row in csv.DictReader(table)]
    if change:
        unit, column, value = change
        next(row for row in rows if row["unit"] == unit)[column] = value
    card = scheme.evaluate(rows)
    explanation = card.explain(story["explain"])
    return {
        "summary": card.summary().to_dict(),
        "scores": [score.to_dict() for score in card.scores()],
        "lines": card.line_table().to_dicts(),
        "explained": {"unit": story["explain"], "explanation": explanation.to_dict()},
        "ranking": ranking(story["ranking"], card),
        "what_if": what_if(story["what_if"], card),
        "corrections": corrections(story["corrections"], card),
        "digest": card.digest,
    }, explanation


def ranking(story: dict[str, Any], card: sq.Scorecard) -> dict[str, Any]:
    """How far the ranks depend on the points of the groups, and whether awards rest on a thin margin."""
    points = [int(points) for points in card.part_points()]
    box = sq.WeightBox.around(points, story["spread"])
    groups: list[str] = []
    peers = []
    for margin in sq.award_margins(card, story["margin"]):
        table = card.exact_table(group=margin.group)
        sample = card.rank_intervals(story["draws"], seed=story["seed"], spread=float(story["spread"]), group=margin.group)
        peers.append({
            "award": margin.to_dict(),
            "bounds": table.rank_bounds_table(box).to_dicts(),
            "draws": sample.table().to_dicts(),
        })
        groups = table.criteria
    return {"groups": groups, "points": points, "peers": peers}


def what_if(story: dict[str, Any], card: sq.Scorecard) -> list[dict[str, Any]]:
    """What a unit would have to change: each indicator alone, and the cheapest changes together."""
    unit, costs = story["unit"], story["costs"]
    return [
        {"alone": card.what_if(unit, **goal).to_dict(), "cheapest": card.cheapest(unit, costs, **goal).to_dict()}
        for goal in story["goals"]
    ]


def corrections(story: dict[str, Any], card: sq.Scorecard) -> dict[str, Any]:
    """The ledger of corrections, whom each record affected, and what was known before it and after."""
    document = json.loads((HERE / story["document"]).read_text(encoding="utf-8"))
    ledger, texts = sq.Ledger(document["key"]), sq.SealedTexts()
    for entry in document["entries"]:
        sealing = {part: text["zh"] for part, text in entry["texts"].items()}
        # Salts are drawn unless they are given; the year has its own, so that it is the same year every time.
        ledger.append(card, entry["record"], sealing=sealing, texts=texts, salts=entry["salts"])
    _, check = sq.Ledger.parse(sq.canonical(ledger), sq.canonical(ledger.log), ledger.log.head)
    known = []
    for day in story["known_on"]:
        then = ledger.card(card, day)
        known.append({
            "day": day,
            "appeals": [appeal.to_dict() for appeal in ledger.appeals(day)],
            "scores": [then.score(unit).to_dict() for unit in story["units"]],
            "digest": then.digest,
        })
    return {
        "ledger": ledger.to_dict(),
        "sealed": texts.to_dict(),
        "check": check.to_dict(),
        "effects": [effect.to_dict() for effect in ledger.effects(card, story["known_on"][-1])],
        "known": known,
    }


def decisions(story: list[dict[str, str]]) -> tuple[list[dict[str, Any]], list[sq.Explanation]]:
    verdicts = [sq.packs.cn.decide(item["question"], sq.Facts.load(HERE / item["facts"])) for item in story]
    answers = [
        {
            "facts": item["facts"],
            "verdict": verdict.to_dict(),
            "explanation": verdict.explain().to_dict(),
            "record": verdict.record().to_dict(),
        }
        for item, verdict in zip(story, verdicts)
    ]
    return answers, [verdict.explain() for verdict in verdicts]


def election(story: dict[str, Any]) -> tuple[dict[str, Any], sq.Explanation]:
    """An election from the roll to the hand-over, its record, and the record with one number altered."""
    run, timeline = sq.Election.load(HERE / story["run"]), sq.Timeline.load(HERE / story["timeline"])
    law, calendar, last = sq.packs.cn.at(story["law"]), sq.Calendar.cn(), story["days"][-1]
    result = run.result()
    record, why = result.record(law), result.explain(law)
    altered = record.to_dict()
    *path, number = story["alter"]["path"]
    place: Any = altered
    for step in path:
        place = place[int(step) if isinstance(place, list) else step]
    place[number] = story["alter"]["to"]
    answers = {
        "result": result.to_dict(),
        "explanation": why.to_dict(),
        "differs": [difference.to_dict() for difference in run.rules.differs(law)],
        "record": record.to_dict(),
        "verified": record.verify(run).to_dict(),
        "altered": sq.ElectionRecord.from_dict(altered).verify(run).to_dict(),
        "steps": [{"day": day, "steps": [step.to_dict() for step in timeline.at(day, calendar)]} for day in story["days"]],
        "why_then": timeline.explain(last, calendar, law).to_dict(),
        "calendar": timeline.icalendar(story["calendar"], calendar, "zh"),
    }
    return answers, why


def grids(story: dict[str, Any]) -> dict[str, Any]:
    territory = sq.Territory.load(HERE / story["buildings"], barriers=HERE / story["roads"])
    plans = [sq.Plan.load(HERE / name) for name in story["plans"]]
    return {"territory": territory.summary().to_dict(), "checks": [territory.check(plan).to_dict() for plan in plans]}


def law(story: dict[str, Any]) -> list[dict[str, Any]]:
    return [sq.packs.cn.at(day).ask(clause).to_dict() for clause in story["clauses"] for day in story["days"]]


def review(change: list[str] | None = None) -> tuple[dict[str, Any], dict[str, Any]]:
    """The review as a plain object, and the explanations that the page unfolds."""
    story = json.loads((HERE / "story.json").read_text(encoding="utf-8"))
    scored, why = evaluation(story["evaluation"], change)
    decided, reasons = decisions(story["decisions"])
    elected, how = election(story["election"])
    answers = {
        "format": "shequ-example.licheng/1",
        "public_record": public_record(story["public_record"]),
        "year": year(story["year"]),
        "evaluation": scored,
        "decisions": decided,
        "election": elected,
        "grids": grids(story["grids"]),
        "law": law(story["law"]),
    }
    html = lambda explanation: {lang: explanation.render_html(lang) for lang in ("zh", "en")}
    return answers, {"evaluation": html(why), "decisions": [html(reason) for reason in reasons], "election": html(how)}


def main() -> None:
    arguments = argparse.ArgumentParser(description="the yearly review of the Licheng example")
    arguments.add_argument("--change", nargs=3, metavar=("UNIT", "COLUMN", "VALUE"), help="change one cell of the evaluation")
    arguments.add_argument("--json", action="store_true", help="print the review")
    arguments.add_argument("--no-page", action="store_true", help="write no page")
    options = arguments.parse_args()
    answers, html = review(options.change)
    if options.json:
        print(sq.canonical(answers))
        return
    digest = sq.digest(answers)
    # The page shows the year as it is, never a changed one.
    if not (options.no_page or options.change):
        sys.path.insert(0, str(HERE / "page"))
        from page import page

        OUT.parent.mkdir(parents=True, exist_ok=True)
        # The page is drawn from the plain form, in which every exact number is a text.
        OUT.write_text(page(json.loads(sq.canonical(answers)), digest, html, SEED), encoding="utf-8")
        print(f"page: {OUT}")
    print(f"digest: {digest}")


if __name__ == "__main__":
    main()
