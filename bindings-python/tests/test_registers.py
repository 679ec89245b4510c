"""Quotas, liaison officers, co-operation, the directory and registers through the built package."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import shequ as sq

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "bad" / "base"


def text(name: str) -> str:
    return (CORPUS / name).read_text(encoding="utf-8")


@pytest.fixture
def organisation() -> sq.Organisation:
    return sq.Organisation.from_dict(
        {
            "format": "shequ.organisation/1",
            "title": "示例",
            "units": [
                {"key": "s", "kind": "sub-district", "name": "街道"},
                {"key": "o1", "kind": "sub-district-office", "name": "街道办", "parent": "s"},
                {"key": "社区 01", "kind": "community", "name": "社区 01", "parent": "s"},
                {"key": "社区 02", "kind": "community", "name": "社区 02", "parent": "s"},
                {"key": "r1", "kind": "residents-committee", "name": "居委会", "parent": "社区 01"},
                {"key": "u1", "kind": "firm", "name": "企业"},
                {"key": "u2", "kind": "party-branch", "name": "支部"},
                {"key": "f1", "kind": "firm", "name": "厂"},
                {"key": "b1", "kind": "workplace-party-branch", "name": "厂支部", "parent": "f1"},
            ],
            "posts": [{"key": "post-1", "unit": "u1", "title": "经理"}],
            "holders": [{"key": "h1"}],
            "holdings": [{"post": "post-1", "holder": "h1"}],
            "agreements": [{"key": "t1", "kind": "pairing", "parties": ["u1", "u2"], "from": "2025-01-01"}],
            "indicators": [
                {"unit": "社区 01", "measure": "population", "value": 5200, "from": "2024-01-01", "source": "年报"},
                {"unit": "社区 01", "measure": "population", "value": 5460, "from": "2025-01-01", "source": "年报"},
                {"unit": "社区 02", "measure": "population", "value": 3100, "from": "2024-01-01"},
            ],
        }
    )


def test_quotas(organisation: sq.Organisation, tmp_path: Path) -> None:
    path = tmp_path / "quotas.json"
    path.write_text(text("quotas.json"), encoding="utf-8")
    plan = sq.QuotaPlan.load(path)
    quotas = plan.allot()
    assert (plan.title.zh, quotas.title.zh, quotas.method, quotas.seats, quotas.day) == (
        "核定职数",
        "核定职数",
        "webster",
        12,
        None,
    )
    one, two = quotas.units
    # 2/3 x 5200/8300 + 1/3 x 2/5.
    assert one.weight == Fraction(2, 3) * Fraction(52, 83) + Fraction(2, 15)
    assert (one.unit, one.seats, two.seats, one.least, one.most, one.tied) == ("社区 01", 7, 5, 2, 7, False)
    assert (one.quota, one.bounded, one.name) == (one.weight * 12, Fraction(7) if one.weight * 12 > 7 else one.weight * 12, None)
    part = one.parts[0]
    assert (part.measure, part.value, part.share, part.weighted) == (
        "population",
        Decimal(5200),
        Fraction(52, 83),
        Fraction(104, 249),
    )
    assert quotas.tie is None and quotas.last is not None and not quotas.last.before_all
    assert quotas.next is None or quotas.next.value < quotas.last.value
    assert quotas.explain().adds_up()
    assert quotas.table().to_dicts()[0]["seats"] == 7
    assert len(sq.digest(quotas)) == 64
    document: dict[str, Any] = json.loads(text("quotas.json"))
    for unit in document["units"]:
        unit["values"].pop("population")
    of_day = organisation.at("2025-06-01").quotas(sq.QuotaPlan.from_dict(document))
    assert (of_day.day, of_day.units[0].parts[0].value) == (datetime.date(2025, 6, 1), Decimal(5460))
    with pytest.raises(sq.OrganisationError, match="quota-value-missing"):
        sq.QuotaPlan.from_dict(document).allot()
    tied = sq.QuotaPlan.from_dict(
        {
            "format": "shequ.quotas/1",
            "title": "并列",
            "method": "adams",
            "seats": 1,
            "measures": [{"measure": "need"}],
            "units": [{"unit": "a", "values": {"need": 1}}, {"unit": "b", "values": {"need": "1"}}],
            "seed": 7,
        }
    ).allot()
    assert tied.tie is not None
    assert (tied.tie.units, tied.tie.seats, tied.tie.settled, len(tied.tie.winners)) == (["a", "b"], 1, "lot", 1)


def test_liaison(tmp_path: Path) -> None:
    path = tmp_path / "liaison.json"
    path.write_text(text("liaison.json"), encoding="utf-8")
    plan = sq.LiaisonPlan.load(path)
    liaison = plan.assign()
    assert sq.digest(liaison) == sq.digest(sq.LiaisonPlan.parse(text("liaison.json")).assign())
    assert sq.LiaisonPlan.from_dict(json.loads(text("liaison.json"))).title == plan.title == liaison.title
    assert (liaison.distance, liaison.total, liaison.is_proven()) == ("straight", 22 + 400 + 112, True)
    first, second = liaison.officers
    assert (first.officer, first.communities, first.distance) == ("post-1", ["社区 01", "社区 02"], 422)
    assert (first.least, first.most, second.communities) == (1, 2, ["社区 03"])
    middle = liaison.communities[1]
    assert (middle.community, middle.officer, middle.distance, middle.nearer) == ("社区 02", "post-1", 400, 0)
    assert sum(c.price for c in liaison.communities) + sum(
        o.price * (o.least if o.price > 0 else o.most) for o in liaison.officers
    ) == liaison.total
    other = liaison.alternatives("社区 02")[1]
    assert (other.officer, other.distance, other.more) == ("post-2", 500, 100)
    assert "100" in liaison.explain_community("社区 02").render("en")
    assert liaison.explain().adds_up() and liaison.table().to_dicts()[2]["officer"] == "post-2"
    assert "534" in repr(liaison)


def test_cooperation(organisation: sq.Organisation, tmp_path: Path) -> None:
    path = tmp_path / "cooperation.json"
    path.write_text(text("cooperation.json"), encoding="utf-8")
    cooperation = sq.Cooperation.load(path)
    assert sq.Cooperation.from_dict(json.loads(text("cooperation.json"))).title == cooperation.title
    fulfilment = cooperation.fulfilment(organisation, "2025-07-02")
    pledge = fulfilment.pledges[0]
    assert (fulfilment.day, pledge.pledge, pledge.agreement, pledge.party.key) == (datetime.date(2025, 7, 2), "p1", "t1", "u1")
    assert (pledge.status, pledge.amount, pledge.missing, pledge.days_late) == ("overdue", Decimal(2), Decimal(1), 2)
    assert (pledge.content.zh, pledge.due, pledge.kept_on) == ("开放场地", datetime.date(2025, 6, 30), None)
    total = fulfilment.total
    assert (total.key, total.pledges, total.overdue, total.in_time, total.fulfilled) == ("", 1, 1, 0, 0)
    assert (total.due, total.kept, total.kept_late, total.lapsed, total.not_begun) == (0, 0, 0, 0, 0)
    assert [fulfilment.parties[0].key, fulfilment.agreements[0].key] == ["u1", "t1"]
    assert fulfilment.explain().adds_up() and fulfilment.table().to_dicts()[0]["status"] == "overdue"

    came = cooperation.attendance(organisation, "2025-01-01", "2026-01-01")
    assert (came.since, came.until, came.series) == (datetime.date(2025, 1, 1), datetime.date(2026, 1, 1), None)
    assert (came.conferences, came.invited, came.attended, came.rate) == (1, 2, 1, Fraction(1, 2))
    assert [(u.unit.key, u.rate, u.missed, u.invited, u.attended) for u in came.units] == [
        ("u1", 1, [], 1, 1),
        ("u2", 0, ["q1"], 1, 0),
    ]
    chair = came.chairs[0]
    assert (chair.post, chair.conferences, chair.invited, chair.attended, chair.rate) == ("post-1", 1, 2, 1, Fraction(1, 2))
    assert came.explain().adds_up()

    hangs = cooperation.dependence(organisation, "2025-01-01", "2026-01-01", basis="activities")
    assert (hangs.basis, hangs.total, hangs.unattributed, hangs.greatest) == ("activities", 1, 0, 1)
    assert (hangs.key_holders, hangs.concentration, hangs.since.year, hangs.until.year) == (["h1"], 1, 2025, 2026)
    assert [(h.holder, h.posts, h.count, h.share) for h in hangs.holders] == [("h1", ["post-1"], 1, 1)]
    assert hangs.explain().adds_up()

    sharing = cooperation.sharing(organisation, "2025-05-01")
    need, offer, balance = sharing.needs[0], sharing.offers[0], sharing.resources[0]
    assert (sharing.day.year, need.need, need.unit.key, need.resource, need.quantity, need.met) == (2025, "n1", "u2", "venue", 1, 1)
    assert [(s.offer, s.unit, s.quantity) for s in need.supplies] == [("o1", "u1", 1)]
    assert (need.exhausted, need.rivals) == ([], [])
    assert (offer.offer, offer.unit.key, offer.resource, offer.quantity, offer.used) == ("o1", "u1", "venue", 1, 1)
    assert (balance.resource, balance.offered, balance.needed, balance.matched) == ("venue", 1, 1, 1)
    assert sharing.explain().adds_up()

    alone = organisation.pairing_among("2025-05-01", "pairing", ["firm"])
    assert (alone.asked, alone.paired, alone.unpaired[0].key) == (2, 1, "f1")


def test_directory(tmp_path: Path) -> None:
    path = tmp_path / "directory.json"
    path.write_text(text("directory.json"), encoding="utf-8")
    directory = sq.Directory.load(path)
    assert sq.Directory.from_dict(directory.to_dict()).title == directory.title
    assert (directory.ids, directory.purposes, len(directory)) == ([1], ["invite", "survey"], 1)
    log = sq.Log("readings")
    view = directory.read_logged(1, "invite", "2025-05-01", reader="post-1", log=log)
    assert (view.id, view.purpose, view.name, view.contact, view.offices, view.skills) == (1, "invite", "甲", "0595-0000", None, None)
    assert view.consent_until == datetime.date(2026, 1, 1)
    assert log.entries[0].subject == "entry 1" and "甲" not in json.dumps(log.to_dict(), ensure_ascii=False)
    for shown in (repr(view), repr(directory)):
        assert "甲" not in shown and "0595" not in shown
    assert directory.read_all("survey", "2025-05-01")[0].skills == ["law"]
    assert len(directory.read_all_logged("survey", "2025-05-01", reader="post-1", log=log)) == 1 and len(log) == 2
    with pytest.raises(sq.OrganisationError) as caught:
        directory.read(1, "invite", "2026-01-01")
    assert caught.value.code == "directory-no-consent"
    number = directory.add(
        {"name": "乙", "consents": [{"purpose": "invite", "from": "2025-01-01", "until": "2025-06-01"}]}
    )
    directory.consent(number, "survey", since="2025-01-01", until="2025-07-01")
    assert directory.due("2025-06-01").kept == 1
    counts = directory.counts("survey", "2025-05-01", by="skills")
    assert (counts.day.year, counts.purpose, counts.threshold, counts.total) == (2025, "survey", 5, None)
    assert len(counts.columns) == len(counts.rows[0].counts) == len(counts.column_totals) == 14
    assert counts.rows[0].office is None and counts.rows[0].total is None
    assert "不公布" in str(counts.explain())
    with pytest.raises(sq.OrganisationError, match="directory-threshold-too-low"):
        directory.counts("survey", "2025-05-01", by="skills", threshold=3)
    sweep = directory.sweep("2025-06-01")
    assert (sweep.day.month, sweep.entries, sweep.fields, sweep.kept) == (6, [number], [], 1)
    assert directory.withdraw(1, "invite", "2025-07-01")
    gone = directory.sweep("2025-07-01")
    assert [(f.id, f.field) for f in gone.fields] == [(1, "name"), (1, "contact")]
    assert "contact" in gone.explain().render("en")
    directory.erase(1)
    assert len(directory) == 0 and "甲" not in json.dumps(directory.to_dict(), ensure_ascii=False)


def test_sectors_and_duties(organisation: sq.Organisation, tmp_path: Path) -> None:
    path = tmp_path / "sectors.json"
    path.write_text(text("sectors.json"), encoding="utf-8")
    sectors = sq.Sectors.load(path)
    assert sq.Sectors.from_dict(json.loads(text("sectors.json"))).title == sectors.title
    coverage = organisation.at("2025-01-01").coverage(sectors, ["workplace-party-branch"])
    assert (coverage.day.year, coverage.kinds, coverage.total.rate) == (2025, ["workplace-party-branch"], 1)
    row = coverage.sectors[1]
    assert (row.sector, row.label.zh, row.units, row.covered, row.bodies, row.uncovered) == ("new", "新兴行业", 1, 1, 1, [])
    assert coverage.explain().adds_up()

    path = tmp_path / "duties.json"
    path.write_text(text("duties.json"), encoding="utf-8")
    duties = sq.Duties.load(path)
    assert sq.Duties.from_dict(json.loads(text("duties.json"))).title == duties.title
    before, after = duties.holdings("permits")
    assert (before.unit, before.duty, before.area, before.since, before.until) == (
        "o1",
        "permits",
        None,
        None,
        datetime.date(2025, 1, 1),
    )
    assert (after.unit, after.received_from, after.instrument) == ("r1", "o1", None)
    report = organisation.at("2025-01-01").duties(duties)
    assert (report.day.year, report.checked, report.sound) == (2025, 2, 0)
    reach, gap = report.findings
    assert (reach.fault, reach.duty, reach.label.zh, reach.area.key) == ("overreach", "permits", "行政审批", "社区 01")
    assert (reach.units[0].key, reach.by, reach.source, gap.fault) == ("r1", ["sub-district-office"], None, "gap")
    assert report.explain().adds_up() and report.table().to_dicts()[1]["fault"] == "gap"


def test_indicators(organisation: sq.Organisation) -> None:
    rows = organisation.indicators(measure="population")
    first = rows[0]
    assert len(rows) == 3
    assert (first.unit, first.measure, first.label.en, first.value) == ("社区 01", "population", "population", Decimal(5200))
    assert (first.unit_of_measure, first.since, first.source and first.source.zh) == ("persons", "2024-01-01", "年报")
    series = organisation.series("社区 01", "population")
    assert (series.unit, series.measure, series.label, series.unit_of_measure) == ("社区 01", "population", first.label, "persons")
    step = series.steps[0]
    assert (len(series.points), step.comparable, step.reasons, step.change) == (2, "yes", [], Decimal(260))
    assert (step.relative, step.unit_of_change, step.since, step.to) == (Fraction(1, 20), "persons", "2024-01-01", "2025-01-01")
    assert "260" in series.explain().render()


def test_activities(tmp_path: Path) -> None:
    register = sq.Activities("cards")
    card = {"day": "2025-03-05", "post": "clerk", "kind": "service-card", "unit": "社区 01"}
    receipt = register.record(card, "教邻居游泳")
    answer = register.record({**card, "kind": "feedback-card", "answers": 0}, "谢谢", salt=b"sixteen bytes ok")
    record = register.verify(receipt)
    assert (record.seq, record.day.year, record.kind, record.unit, record.answers) == (0, 2025, "service-card", "社区 01", None)
    assert (register.records[1].answers, len(register), answer.seq, answer.text) == (0, 2, 1, "谢谢")
    assert "游泳" not in json.dumps(register.to_dict(), ensure_ascii=False) and "游泳" not in repr(receipt) + repr(register)
    path = tmp_path / "register.json"
    path.write_text(sq.canonical(register), encoding="utf-8")
    again = sq.Activities.load(path)
    assert again.check().intact and len(sq.Activities.parse(path.read_text("utf-8"))) == 2
    path.write_text(json.dumps(receipt.to_dict()), encoding="utf-8")
    assert again.verify(sq.ActivityReceipt.load(path)).seq == 0
    other = sq.ActivityReceipt.from_dict({**receipt.to_dict(), "text": "下棋"})
    with pytest.raises(sq.LogError, match="log-text-differs"):
        again.verify(other)
    assert len(sq.Activities.from_dict(again.to_dict())) == 2
    counts = again.counts("2025-01-01", "2026-01-01")
    assert (counts.since.year, counts.until.year, counts.threshold, counts.total) == (2025, 2026, 5, None)
    row = counts.rows[0]
    assert (row.unit, row.total, set(row.counts), len(counts.kinds), set(counts.column_totals)) == ("社区 01", None, {None}, 5, {None})
    assert "不公布" in str(counts.explain())


def test_notes(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    path.write_text(text("notes.json"), encoding="utf-8")
    notes = sq.Notes.load(path)
    assert sq.Notes.from_dict(json.loads(text("notes.json"))).title == notes.title
    topics = notes.topics("2025-01-01", "2026-01-01", unit="社区 01")
    assert (topics.since.year, topics.until.year, topics.total.notes) == (2025, 2026, 1)
    row = topics.topics[0]
    assert (row.topic, row.label.zh, row.answered, row.rate, row.days, row.mean_days, row.open) == ("lift", "电梯", 1, 1, 10, 10, [])
    assert topics.explain().adds_up()
