"""The log of an organisation: events, corrections, both times, crosswalks, differences, inference."""

from __future__ import annotations

import datetime as dt
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import shequ as sq

DOCUMENT: dict[str, Any] = {
    "format": "shequ.organisation/1",
    "title": "示例区",
    "units": [
        {"key": "s", "kind": "sub-district", "name": "街道"},
        {"key": "a", "kind": "village", "name": "东村", "code": "350502001001", "parent": "s"},
        {"key": "b", "kind": "village", "name": "西村", "code": "350502001002", "parent": "s"},
    ],
    "events": [
        {
            "split": {
                "key": "e1",
                "unit": "a",
                "day": "2010-01-01",
                "recorded": "2010-02-01",
                "instrument": "1号",
                "targets": [
                    {"unit": "x", "kind": "community", "name": "甲", "parent": "s"},
                    {"unit": "b"},
                ],
                "shares": [
                    {
                        "measure": "households",
                        "ratios": [
                            {"source": "a", "target": "x", "ratio": "2/3"},
                            {"source": "a", "target": "b", "ratio": "1/3"},
                        ],
                    }
                ],
            }
        }
    ],
}


@pytest.fixture
def organisation() -> sq.Organisation:
    return sq.Organisation.from_dict(DOCUMENT)


def test_counts_are_reexpressed_exactly(organisation: sq.Organisation) -> None:
    walk = organisation.crosswalk("2009-12-31", "2010-01-01", measure="households")
    assert (walk.since, walk.until, walk.measure) == (dt.date(2009, 12, 31), dt.date(2010, 1, 1), "households")
    assert [(c.unit, c.to, c.share, c.inferred) for c in walk.cells] == [
        ("a", "b", Fraction(1, 3), False),
        ("a", "x", Fraction(2, 3), False),
    ]
    assert (walk.unchanged, walk.begun, walk.uncertain) == (["b", "s"], [], [])
    assert walk.steps[0].key == "e1" and walk.steps[0].recorded == dt.date(2010, 2, 1)
    assert walk.steps[0].source is None and walk.steps[0].inferred is None
    after = walk.reexpress({"a": 300, "b": "50"})
    assert [(v.unit, v.value) for v in after.values] == [("b", 150), ("x", 200)]
    assert (after.total, after.ended, after.since, after.until.year) == (350, [], dt.date(2009, 12, 31), 2010)
    framed = walk.reexpress(pl.DataFrame({"unit": ["a", "b"], "count": [300, 50]}), of="population")
    assert framed.values == after.values and framed.explain().adds_up() and walk.explain().adds_up()
    rates = walk.reexpress_rates(
        [{"unit": "a", "numerator": 60, "denominator": 300}, {"unit": "b", "numerator": 10, "denominator": 50}]
    )
    assert [(r.unit, r.rate, r.numerator, r.denominator) for r in rates.values] == [
        ("b", Fraction(1, 5), 30, 150),
        ("x", Fraction(1, 5), 40, 200),
    ]
    assert rates.explain().children and (rates.since, rates.until) == (after.since, after.until)
    frame = pl.DataFrame(walk.table())
    assert frame.columns == ["from", "to", "share", "inferred"] and frame.height == 4
    early = organisation.crosswalk("2005-01-01", "2009-12-31", measure="households")
    assert early.then(walk).cells == walk.cells
    for wrong, code in (({"a": 0.5}, "float-refused"), ({"zz": 1}, "unknown-unit")):
        with pytest.raises(sq.ShequError) as caught:
            walk.reexpress(wrong)
        assert caught.value.code == code and caught.value.path.startswith("counts.rows[0]")
    with pytest.raises(sq.OrganisationError, match="not-additive"):
        walk.reexpress({"a": 1}, of="mean-age")


def test_both_times_and_corrections(organisation: sq.Organisation) -> None:
    events = [
        {"rename": {"key": "e2", "unit": "x", "name": "新甲", "day": "2011-01-01", "recorded": "2011-02-01"}},
        {"amend": {"entry": "e2", "recorded": "2012-01-01", "event": {"rename": {"unit": "x", "name": "真甲", "day": "2011-06-01"}}}},
    ]
    after = organisation.apply_all(events)
    name = lambda day, known: after.view(day, known=known).unit("x").name.zh  # noqa: E731
    assert (name("2011-03-01", "2011-12-31"), name("2011-03-01", "2012-01-01"), name("2011-06-01", "2012-01-01")) == ("新甲", "甲", "真甲")
    assert "x" not in [u.key for u in after.known_on("2010-01-31").at("2011-01-01").units()]
    assert [e.kind for e in after.entries] == ["split", "rename", "amend"] and len(after.prefix(1).entries) == 1
    assert after.entries[1].to_dict()["rename"]["name"] == "新甲"
    assert after.entries[1].digest == sq.digest(after.entries[1].to_dict())
    assert repr(after.entries[0]) == "<Event split of a>"
    with pytest.raises(sq.OrganisationError) as caught:
        after.apply({"retract": {"entry": "e1", "recorded": "2013-01-01"}})
    assert (caught.value.code, caught.value.path) == ("correction-breaks-entry", "event.retract.entry")
    with pytest.raises(sq.OrganisationError) as caught:
        organisation.apply_all([*events, {"rename": {"unit": "zz", "name": "x", "day": "2013-01-01", "recorded": "2013-01-01"}}])
    assert caught.value.path == "events[2].rename.unit" and len(organisation.entries) == 1


def test_differences_turn_round(organisation: sq.Organisation) -> None:
    diff = organisation.diff("2009-12-31", "2010-01-01")
    assert (diff.counts.added, diff.counts.dropped, diff.counts.renamed) == (1, 1, 0)
    assert (diff.counts.recoded, diff.counts.moved, diff.counts.converted) == (0, 0, 0)
    dropped, added = diff.units
    assert (dropped.key, dropped.changes, dropped.after, dropped.likely) == ("a", ["dropped"], None, "yes")
    assert added.after is not None and (added.after.name.zh, added.after.kind, added.after.parent) == ("甲", "community", "s")
    assert dropped.before is not None and dropped.before.codes[0].code == "350502001001" and not dropped.inferred
    event = added.events[0]
    assert (event.event, event.day, event.key, event.recorded) == ("split", "2010-01-01", "e1", dt.date(2010, 2, 1))
    assert event.instrument is not None and event.instrument.zh == "1号" and event.source is None and event.inferred is None
    assert organisation.diff("2010-01-01", "2009-12-31") == diff.inverse() and diff.since < diff.until
    assert pl.DataFrame(diff.table("en"))["change"].to_list() == ["dropped", "added"] and diff.explain().adds_up()


def test_what_is_inferred_is_asked_for_and_marked(organisation: sq.Organisation) -> None:
    before = organisation.sightings("2009-01-01")
    assert len(before) == 2 and repr(before) == "<Sightings: 2 units>"
    after = pl.DataFrame({"code": ["350502001001", "350502009002"], "name": ["东村", "西村"]})
    inferred = sq.infer(before, after)
    [match] = inferred.matches
    assert (match.key, match.before, match.after, match.rivals) == ("b", "350502001002", "350502009002", 0)
    assert match.confidence == Fraction(93, 100) and match.name_before.zh == match.name_after.zh == "西村"
    assert [(e.kind, e.weight) for e in match.evidence] == [("same-name", Fraction(9, 10)), ("same-place", Fraction(3, 10))]
    assert (inferred.dropped, inferred.added, inferred.unchanged, inferred.renamed) == ([], [], 1, [])
    assert pl.DataFrame(inferred.table()).height == 1 and inferred.explain().children
    assert sq.infer(before, after, options={"at_least": 1}).matches == []
    assert inferred.events("2009-06-01", at_least="19/20") == []
    start = sq.Organisation.from_dict({**DOCUMENT, "events": []})
    found = start.apply_all(inferred.events("2009-06-01", at_least=Fraction(9, 10), source="两版对照"))
    assert found.at("2009-06-01").unit("b").record().inferred and not found.at("2009-05-31").unit("b").record().inferred
    lineage = found.lineage("b", until="2010-01-01")
    assert lineage.ends[0].inferred and lineage.steps[0].inferred == Fraction(93, 100)
    assert start.at("2009-06-01").unit("b").codes[0].code == "350502001002"


def test_a_log_shows_what_was_cut_off_or_altered(organisation: sq.Organisation, tmp_path: Path) -> None:
    log = organisation.log("licheng", actor="post-12", opened="2010-01-01")
    assert [e.kind for e in log.entries] == ["split"] and log.entries[0].payload["event"] == organisation.entries[0].digest
    assert organisation.check_log(log, known_head=log.head).intact
    chain, text = sq.canonical(log.to_dict()), json.dumps(DOCUMENT)
    good, check = sq.Organisation.parse_logged(text, chain, log.head)
    assert check.intact and len(good.entries) == 1
    kept, check = sq.Organisation.parse_logged(text.replace("2/3", "1/3").replace("1/3", "2/3"), chain)
    assert (check.good, len(kept.entries)) == (0, 0)
    assert check.broken is not None and check.broken.code == "log-event-differs"


def test_snapshots_are_documents(tmp_path: Path) -> None:
    document = {"format": "shequ.sightings/1", "units": [{"code": "1", "name": "a"}]}
    (tmp_path / "units.json").write_text(json.dumps(document), encoding="utf-8")
    read = (sq.Sightings.from_dict(document), sq.Sightings.parse(json.dumps(document)), sq.Sightings.load(tmp_path / "units.json"))
    assert [len(units) for units in read] == [1, 1, 1]
