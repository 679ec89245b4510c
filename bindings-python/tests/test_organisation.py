"""Organisations as of any day."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import shequ as sq

DOCUMENT: dict[str, Any] = {
    "format": "shequ.organisation/1",
    "title": {"zh": "示例区", "en": "Sample District"},
    "sources": ["invented"],
    "units": [
        {"key": "d", "kind": "district", "name": "示例区"},
        {"key": "s", "kind": "sub-district", "name": "一街道", "parent": "d"},
        {"key": "v1", "kind": "village", "name": "东村", "code": "001", "parent": "s"},
        {"key": "v2", "kind": "village", "name": "西村", "code": "002", "parent": "s"},
        {"key": "o", "kind": "sub-district-office", "name": "办事处", "parent": "s"},
        {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "s", "from": "2004"},
        {"key": "b1", "kind": "party-branch", "name": "一支部", "parent": "s"},
        {"key": "b2", "kind": "party-branch", "name": "二支部", "parent": "s"},
        {"key": "b3", "kind": "party-branch", "name": "三支部", "parent": "s"},
    ],
    "relations": [{"kind": "leads", "source": "o", "target": "r", "from": "2024-03-01"}],
    "events": [
        {
            "merge": {
                "day": "2003-07-01",
                "instrument": "示例〔2003〕1号",
                "sources": ["v1", "v2"],
                "targets": [{"unit": "c1", "kind": "community", "name": "社区 01", "code": "101", "parent": "s"}],
                "shares": [
                    {
                        "measure": "households",
                        "flows": [
                            {"source": "v1", "target": "c1", "count": 320},
                            {"source": "v2", "target": "c1", "count": 410},
                        ],
                        "after": [{"unit": "c1", "count": 730}],
                    }
                ],
            }
        }
    ],
    "posts": [{"key": "p", "unit": "r", "title": "委员", "capacity": 3}],
    "holders": [{"key": "h1", "born": "1990"}, {"key": "h2", "born": "1971", "schooling": "tertiary"}],
    "holdings": [{"post": "p", "holder": "h1"}, {"post": "p", "holder": "h2"}],
    "agreements": [{"key": "1", "kind": "pairing", "parties": ["b1", "b2"]}],
    "indicators": [{"unit": "c1", "measure": "households", "value": 730, "from": "2003-07-01"}],
}


@pytest.fixture
def organisation() -> sq.Organisation:
    return sq.Organisation.from_dict(DOCUMENT)


def test_it_is_read_from_file_text_and_dict(tmp_path: Path) -> None:
    text = json.dumps(DOCUMENT, ensure_ascii=False)
    (tmp_path / "organisation.json").write_text(text, encoding="utf-8")
    framed = {**DOCUMENT, "holders": pl.DataFrame(DOCUMENT["holders"])}
    for made in (
        sq.Organisation.parse(text),
        sq.Organisation.load(tmp_path / "organisation.json"),
        sq.Organisation.from_dict(DOCUMENT),
        sq.Organisation.from_dict(framed),
    ):
        assert (made.title.en, [s.zh for s in made.sources], len(made)) == ("Sample District", ["invented"], 10)
        assert made.keys == sorted([u["key"] for u in DOCUMENT["units"]] + ["c1"])
        assert repr(made) == "<Organisation 示例区: 10 units>" and "10 units" in made._repr_html_()


def test_a_day_before_and_after_a_merge(organisation: sq.Organisation) -> None:
    before, after = organisation.at("2003-06-30"), organisation.at(dt.date(2003, 7, 1))
    village = before.unit(code="001")
    assert village.path() == "示例区 > 一街道 > 东村" and village.key == "v1"
    assert (village.name.zh, village.kind, village.likely, village.depth) == ("东村", "village", "yes", 2)
    assert [(c.scheme, c.code) for c in village.codes] == [("code", "001")]
    assert village.parent is not None and village.parent.key == "s"
    assert [u.key for u in village.ancestors] == ["s", "d"]
    assert before.unit("v1") == village != before.unit("v2")
    assert hash(before.unit("v1")) == hash(village)
    with pytest.raises(sq.OrganisationError) as caught:
        after.unit("v1")
    assert caught.value.code == "unit-not-there"
    community = after.unit(code="101", scheme="code")
    assert community.indicator("households") == Decimal(730) and community.indicator("population") is None
    assert "c1" in {u.key for u in after.unit("s").children} <= {u.key for u in after.unit("d").descendants}
    assert [u.key for u in after.roots()] == ["d"]
    assert after.find("社区 01") == after.find("101") == after.find("c1") == community
    assert (before.day, len(before), len(before.units())) == (dt.date(2003, 6, 30), 8, 8)
    record = community.record()
    assert (record.key, record.kind_label.zh, record.level, record.parent) == ("c1", "社区", 5, "s")
    assert [u.name.zh for u in record.path] == ["示例区", "一街道", "社区 01"]
    assert (record.since, record.until, record.likely) == ("2003-07-01", None, "yes")
    assert (record.depth, record.children, record.descendants) == (2, 0, 0)
    assert record.name.zh == "社区 01" and record.kind == "community" and record.codes[0].code == "101"
    assert community.to_dict() == record.to_dict()
    assert repr(community) == "<Unit c1 社区 01 (community)>" and "<td>c1</td>" in community._repr_html_()
    for wrong in ({}, {"code": "1", "scheme": "x"}):
        with pytest.raises((TypeError, sq.OrganisationError)):
            after.unit(**wrong)  # type: ignore[arg-type]


def test_uncertain_dates_are_shown(organisation: sq.Organisation) -> None:
    assert organisation.at("2004-06-01").unit("r").likely == "possible"
    assert organisation.at("2005-01-01").unit("r").likely == "yes"


def test_a_day_is_a_table_and_a_diagram(organisation: sq.Organisation) -> None:
    day = organisation.at("2024-06-01")
    frame = pl.DataFrame(day.table())
    assert frame.filter(pl.col("key") == "c1").row(0, named=True)["code"] == "101"
    assert day.table("en").columns == frame.columns
    diagram = day.diagram("s", depth=1)
    assert str(diagram).startswith("flowchart TD\n") and diagram.text == str(diagram)
    assert "社区 01" in str(day.diagram(lang="zh")) and repr(diagram).startswith("<Diagram of ")
    assert diagram._repr_markdown_() == f"```mermaid\n{diagram}```\n"
    assert repr(day) == "<Snapshot 示例区 on 2024-06-01: 8 units>" and "<td>社区 01</td>" in day._repr_html_()


def test_the_snapshot_keeps_what_it_shows(organisation: sq.Organisation) -> None:
    unit = sq.Organisation.from_dict(DOCUMENT).at("2024-06-01").unit("c1")
    assert unit.path("en").endswith("社区 01")


def test_lineage_has_exact_shares(organisation: sq.Organisation) -> None:
    became = organisation.lineage("v1", until="2026-01-01", measure="households")
    assert [(e.unit.key, e.share, e.exists) for e in became.ends] == [("c1", Fraction(1), "yes")]
    origins = organisation.origins("c1", since="2000-01-01", measure="households")
    assert [(e.unit.key, e.share) for e in origins.ends] == [("v1", Fraction(32, 73)), ("v2", Fraction(41, 73))]
    assert origins.explain().adds_up() and origins.explain().outcome == Fraction(1)
    step = origins.steps[0]
    assert (step.event, step.day, step.likely) == ("merge", "2003-07-01", "yes")
    assert step.instrument is not None and step.instrument.zh == "示例〔2003〕1号"
    assert [u.key for u in step.before] == ["v1", "v2"] and step.after[0].kind == "community"
    assert (origins.unit.key, origins.day, origins.measure) == ("c1", dt.date(2000, 1, 1), "households")
    total = organisation.consolidation("2003-01-01", "2004-01-01", measure="households")
    assert (total.sources, total.targets, total.before, total.after, total.uncounted) == (2, 1, 730, 730, 0)
    assert (total.conserved, total.unchecked) == (0, 1)
    assert total.measure == "households" and total.to_dict()["after"] == "730"
    with pytest.raises(sq.OrganisationError, match="unknown-measure"):
        organisation.lineage("v1", "2026-01-01", measure="smiles")


@pytest.mark.parametrize("pack", [None, "cn", sq.packs.cn, sq.packs.cn.at("2025-06-01")])
def test_validation_names_rule_period_and_remedy(organisation: sq.Organisation, pack: Any) -> None:
    report = organisation.validate("2025-06-01", pack=pack)
    [finding] = report.of("committee-led-by-government")
    assert (finding.severity, finding.subject.kind, finding.subject.key) == ("error", "unit", "r")
    assert finding.subject.name.zh and finding.message.zh and finding.remedy.zh
    assert (finding.period.since, finding.period.until) == (dt.date(2024, 3, 1), None)
    assert str(finding.period) == "[2024-03-01, ...)"
    assert [s.unit.key for s in finding.path][0] == "o" and finding.path[0].relation == "leads"
    assert finding.explain().outcome == "notMet" and all(f.label.zh for f in finding.facts)
    assert not report.ok and report.day == dt.date(2025, 6, 1) and len(report) == len(report.violations) > 0
    frame = pl.DataFrame(report.table())
    assert "committee-led-by-government" in frame["rule"].to_list() and report.table("en").columns == frame.columns
    check = report.check("committee-led-by-government")
    assert check is not None and (check.status, check.violations, check.label.zh != "") == ("notMet", 1, True)
    assert report.check("no-such-rule") is None
    assert {c.status for c in report.checks} <= {"met", "notMet", "unknown"} and report.explain().children
    assert all(c.subjects >= 0 and c.kind is None or c.kind for c in report.checks)
    assert (check.clause is None or check.clause) and check.citation is not None
    assert isinstance(check.missing, list) and check.rule == "committee-led-by-government"
    assert (finding.citation is None) or finding.citation.article is not None
    with pytest.raises(sq.DocumentError, match="unknown-choice"):
        organisation.validate("2025-06-01", pack="uk")  # type: ignore[arg-type]


def test_statistics_are_exact_ratios(organisation: sq.Organisation) -> None:
    figures = organisation.statistics("2024-06-01", titles=["委员"], kinds=["residents-committee"], label="members")
    assert (figures.age.mean, figures.age.rounded, figures.age.least, figures.age.most) == (
        Fraction(87, 2),
        Decimal("43.5"),
        34,
        53,
    )
    assert (figures.age.unit, figures.age.basis, figures.age.counted, figures.age.unknown) == ("years", "calendar-years", 2, 0)
    assert (figures.under_35.rate, figures.under_35.percent, figures.under_35.unknown) == (Fraction(1, 2), 50, 0)
    assert figures.under_35.unit == "percent" and figures.upper_secondary.rate == 1
    assert figures.to_dict()["under_35"]["rate"] == "1/2"
    assert (figures.posts, figures.places, figures.vacant, figures.heads, figures.holdings) == (1, 3, 1, 2, 2)
    assert (figures.units, figures.possible, figures.heads_per_unit, figures.heads_per_unit_rounded) == (1, 0, 2, 2)
    assert figures.label.zh == "members" and figures.day == dt.date(2024, 6, 1)
    assert figures.explain().children and "age" in figures._repr_html_()
    assert organisation.statistics("2024-06-01", within=["d"]).heads == 2
    with pytest.raises(sq.OrganisationError, match="unknown-kind"):
        organisation.statistics("2024-06-01", kinds=["party"])


def test_pairing_names_who_has_no_partner(organisation: sq.Organisation) -> None:
    pairing = organisation.pairing("2024-01-01", "pairing", ["b1", "b2", "b3"])
    assert (pairing.agreements, pairing.parties, pairing.asked, pairing.paired) == (1, 2, 3, 2)
    assert [u.key for u in pairing.unpaired] == ["b3"] and pairing.repeated == []
    assert (pairing.kind, pairing.day) == ("pairing", dt.date(2024, 1, 1)) and pairing.explain()
    with pytest.raises(sq.OrganisationError) as caught:
        organisation.pairing("2024-01-01", "pairing", ["b1", "nobody"])
    assert (caught.value.code, caught.value.path) == ("unknown-unit", "units[1]")


def test_an_event_makes_another_organisation(organisation: sq.Organisation) -> None:
    after = organisation.apply({"rename": {"unit": "c1", "name": "社区 1", "day": "2024-05-01"}})
    assert after.at("2024-04-30").unit("c1").name.zh == "社区 01"
    assert after.at("2024-05-01").unit("c1").name.zh == "社区 1"
    assert organisation.at("2024-05-01").unit("c1").name.zh == "社区 01"
    with pytest.raises(sq.OrganisationError):
        organisation.apply({"rename": {"unit": "c9", "name": "x", "day": "2024-05-01"}})


def test_an_event_is_a_document(organisation: sq.Organisation, tmp_path: Path) -> None:
    document = {"format": "shequ.event/1", "recode": {"unit": "c1", "code": "201", "day": "2024-05-01"}}
    (tmp_path / "event.json").write_text(json.dumps(document), encoding="utf-8")
    for event in (
        sq.Event.from_dict(document),
        sq.Event.parse(json.dumps(document)),
        sq.Event.load(tmp_path / "event.json"),
    ):
        assert organisation.apply(event).at("2024-05-01").unit(code="201").key == "c1"


def test_faults_are_all_reported_with_their_place() -> None:
    with pytest.raises(sq.ShequError) as caught:
        sq.Organisation.from_dict({**DOCUMENT, "units": [{"key": "a", "kind": "castle", "name": "x", "parent": "b"}]})
    assert caught.value.count > 1 and caught.value.path.startswith("organisation.")
