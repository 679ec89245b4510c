"""Posts, teams, tiers, superiors, conferences and validation over a period."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import polars as pl
import pytest
import shequ as sq

DOCUMENT: dict[str, Any] = {
    "format": "shequ.organisation/1",
    "title": "示例",
    "units": [
        {"key": "s", "kind": "sub-district", "name": "街道"},
        {"key": "c", "kind": "community", "name": "社区 01", "parent": "s"},
        {"key": "c2", "kind": "community", "name": "社区 02", "parent": "s"},
        {"key": "b", "kind": "party-branch", "name": "党支部", "parent": "c"},
        {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"},
        {"key": "o", "kind": "sub-district-office", "name": "办事处", "parent": "s"},
        {"key": "bureau", "kind": "government-bureau", "name": "民政局"},
        {"key": "st", "kind": "station", "name": "服务站", "parent": "c"},
        {"key": "j", "kind": "joint-conference", "name": "联席会", "parent": "s"},
    ],
    "relations": [
        {"kind": "dual-leads", "source": "o", "target": "st", "aspect": "人事", "primary": True},
        {"kind": "dual-leads", "source": "bureau", "target": "st", "aspect": "业务"},
        {"kind": "convenes", "source": "o", "target": "j"},
        {"kind": "member-of", "source": "c", "target": "j"},
    ],
    "posts": [
        {"key": "sec", "unit": "b", "title": {"zh": "书记", "en": "secretary"}},
        {"key": "chair", "unit": "r", "title": {"zh": "主任", "en": "chair"}, "mode": "elected", "term_years": 5},
    ],
    "holders": [{"key": "x", "born": "1960"}, {"key": "y", "born": "1995", "schooling": "tertiary"}],
    "holdings": [
        {"post": "sec", "holder": "x", "from": "2018-01-01"},
        {"post": "chair", "holder": "x", "from": "2018-01-01", "until": "2021-01-01", "end_reason": "moved"},
        {"post": "chair", "holder": "y", "from": "2021-02-01", "mode": "acting"},
    ],
    "charters": [{"unit": "j", "title": "章程", "every": "quarter", "from": "2020-01-01"}],
    "sessions": [{"unit": "j", "day": "2021-01-20"}],
    "statuses": [{"unit": "c", "status": "village-community-transition", "from": "2020-01-01", "deadline": "2021-06-01"}],
    "reserves": [{"post": "chair", "holder": "x"}],
}


@pytest.fixture(scope="module")
def organisation() -> sq.Organisation:
    return sq.Organisation.from_dict(DOCUMENT)


def test_the_roster_of_a_day(organisation: sq.Organisation) -> None:
    day = organisation.at("2021-03-01")
    chair = next(post for post in day.posts() if post.key == "chair")
    assert (chair.unit.key, chair.title.en, chair.capacity, chair.term_years, chair.mode) == ("r", "chair", 1, 5, "elected")
    [holding] = chair.holders
    assert (holding.holder, holding.since, holding.until, holding.end_reason) == ("y", "2021-02-01", None, None)
    assert (holding.likely, chair.vacant, [p.key for p in day.posts("b")]) == ("yes", 0, ["sec"])
    relation = day.relations()[0]
    assert (relation.kind, relation.label.en, relation.likely) == ("dual-leads", "dual leadership", "yes")
    assert (relation.source.key, relation.target.key) == ("bureau", "st")
    whole = organisation.overview()
    assert (whole.units, whole.events, whole.relations, whole.posts, whole.holders, whole.holdings) == (9, 0, 4, 2, 2, 3)
    assert (whole.agreements, whole.first, whole.last, whole.title.zh) == (0, dt.date(2018, 1, 1), dt.date(2021, 2, 1), "示例")
    with pytest.raises(sq.OrganisationError, match="unknown-unit"):
        day.posts("zz")


def test_succession_and_vacancy(organisation: sq.Organisation) -> None:
    line = organisation.succession("chair")
    assert (line.post, line.title.zh, line.capacity) == ("chair", "主任", 1)
    assert [(t.holder, t.since, t.until, t.mode, t.end_reason) for t in line.tenures] == [
        ("x", "2018-01-01", "2021-01-01", "elected", "moved"),
        ("y", "2021-02-01", None, "acting", None),
    ]
    [gap] = line.gaps
    assert (str(gap.period), gap.days, gap.places) == ("[2021-01-01, 2021-02-01)", 31, 1)
    [vacant] = organisation.vacancies("2021-01-11")
    assert (vacant.post, vacant.unit.key, vacant.title.en, vacant.places) == ("chair", "r", "chair", 1)
    assert (vacant.since, vacant.days, vacant.reserve) == (dt.date(2021, 1, 1), 10, 1)
    assert "empty [2021-01-01, 2021-02-01)" in line.explain().render("en")
    with pytest.raises(sq.OrganisationError, match="unknown-post"):
        organisation.succession("zz")


def test_terms_are_compared_in_their_units(organisation: sq.Organisation) -> None:
    change = organisation.compare_terms("2020-12-31", "2021-12-31", kinds=["residents-committee"])
    assert (change.before.heads, change.after.heads) == (1, 1)
    assert (change.mean_age.exact, change.mean_age.rounded, change.mean_age.unit) == (Fraction(-34), -34, "years")
    assert (change.under_35.exact, change.under_35.unit) == (Fraction(100), "percentage-points")
    assert change.upper_secondary.exact is None and change.explain().children
    turnover = organisation.turnover("2020-12-31", "2021-12-31", kinds=["residents-committee"])
    assert (turnover.before, turnover.after, turnover.stayed, turnover.left, turnover.came) == (1, 1, 0, 1, 1)
    assert turnover == change.turnover and turnover.continuity == 0
    assert [(e.reason, e.holdings) for e in turnover.ended] == [("moved", 1)]
    assert turnover.explain().adds_up()


def test_the_two_committees(organisation: sq.Organisation) -> None:
    team = organisation.at("2020-06-01").joint_roster("c")
    assert (team.day, team.area.key, [b.key for b in team.bodies]) == (dt.date(2020, 6, 1), "c", ["b", "r"])
    assert (team.places, team.holdings, team.heads, team.vacant) == (2, 2, 1, 0)
    assert (team.cross, team.cross_rate, team.both_heads) == (1, 1, 1)
    assert team.explain().adds_up() and "一肩挑" in team.explain().render("zh")
    [member] = team.members
    assert (member.holder, member.cross, member.both_heads) == ("x", True, True)
    assert [(p.post, p.title.zh, p.unit.key) for p in member.posts] == [("chair", "主任", "r"), ("sec", "书记", "b")]


def test_tiers_and_coverage(organisation: sq.Organisation) -> None:
    day = organisation.at("2020-06-01")
    table = day.tiers("s")
    assert [(row.unit.key, row.missing) for row in table.rows] == [("c", ["decide"]), ("c2", ["lead", "decide", "execute"])]
    cell = table.rows[0].tiers[0]
    assert (cell.tier, cell.label.zh, [b.key for b in cell.bodies]) == ("lead", "领导层", ["b"])
    assert table.complete == 0 and "missing" in table.explain().render("en")
    matrix = day.coverage(["union", "station"], within="s")
    assert (matrix.kinds, [label.en for label in matrix.labels]) == (["union", "station"], ["trade union", "service station"])
    assert [(row.unit.key, row.counts) for row in matrix.rows] == [("c", [0, 1]), ("c2", [0, 0])]
    assert matrix.covered == [0, Fraction(1, 2)] and "has none" in matrix.explain().render("en")
    assert pl.DataFrame(matrix.table())["station"].to_list() == [1, 0]


def test_superiors_lines_and_blocks(organisation: sq.Organisation) -> None:
    day = organisation.at("2020-06-01")
    over = day.superiors("st")
    assert [(s.unit.key, s.relation, s.aspect, s.primary) for s in over] == [
        ("o", "dual-leads", "人事", True),
        ("bureau", "dual-leads", "业务", False),
    ]
    matrix = day.lines_and_blocks("sub-district")
    [row] = matrix.blocks
    assert ([line.key for line in matrix.lines], row.block.key, row.bodies, row.led) == (["bureau", "o"], "s", 1, [1, 1])
    assert (row.block_first, row.fragmentation) == (1, Fraction(1, 2))
    assert matrix.explain().children and pl.DataFrame(matrix.table("en"))["fragmentation"].to_list() == ["1/2"]


def test_conferences_and_statuses(organisation: sq.Organisation) -> None:
    day = organisation.at("2021-02-01")
    conference = day.conference("j")
    assert ([u.key for u in conference.convenors], [u.key for u in conference.members]) == (["o"], ["c"])
    assert (conference.unit.key, conference.every, conference.sessions) == ("j", "quarter", 1)
    assert conference.charter is not None and conference.charter.zh == "章程"
    assert (conference.last, conference.due) == (dt.date(2021, 1, 20), dt.date(2021, 6, 30))
    [status] = day.statuses()
    assert (status.unit.key, status.status, status.label.en) == ("c", "village-community-transition", "transition from village to community")
    assert (status.since, status.until, status.deadline, status.days_left, status.likely) == (
        "2020-01-01",
        None,
        dt.date(2021, 6, 1),
        120,
        "yes",
    )


def test_the_party_body_follows_the_members(organisation: sq.Organisation) -> None:
    choice = sq.choose_body(51, day="2026-01-01", pack="cn")
    assert (choice.members, choice.kind, choice.allowed, choice.rule) == (51, "party-general-branch", "51-100", "general-branch-size")
    assert choice.label is not None and choice.citation is not None and choice.citation.certainty == "default"
    assert choice.explain().outcome is not None and sq.choose_body(2, day="2026-01-01").kind is None
    [one, two] = organisation.at("2020-06-01").set_up({"c": 51, "c2": 3}, pack="cn")
    assert ([a.key for a in one.areas], one.members, one.how, one.choice.kind) == (["c"], 51, "converted", "party-general-branch")
    assert one.body is not None and one.body.key == "b" and (two.how, two.body) == ("new", None)


def test_validation_over_a_period(organisation: sq.Organisation) -> None:
    report = organisation.validate_over("2021-01-01", "2022-01-01", pack="cn")
    assert (report.day, report.until) == (dt.date(2021, 1, 1), dt.date(2022, 1, 1))
    [vacancy] = report.of("vacancy")
    assert (str(vacancy.period), vacancy.subject.key, vacancy.label.en) == ("[2021-01-01, 2021-02-01)", "chair", "vacancy")
    [late] = report.of("transition-deadline")
    assert str(late.period) == "[2021-06-01, ...)" and late.kind is None
    missed = {str(f.facts[0].value): str(f.period) for f in report.of("conference-cadence")}
    # What was missed in 2020 lasts until the session of January 2021.
    assert sorted(missed) == ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4", "2021-Q2", "2021-Q3"]
    assert (missed["2020-Q4"], missed["2021-Q2"]) == ("[2021-01-01, 2021-01-20)", "[2021-07-01, ...)")
    assert late.citation is not None and late.citation.certainty == "default"
    frame = pl.DataFrame(organisation.validate(day="2021-07-01", pack="cn"))
    assert "transition-deadline" in frame["rule"].to_list() and "remedy" in frame.columns
    with pytest.raises(sq.Stopped):
        organisation.validate("2021-07-01", pack="cn", progress=lambda done, total: False)


def test_a_by_law_adds_and_tightens(organisation: sq.Organisation) -> None:
    own = sq.Pack.parse("""
        format = "shequ.pack/1"
        id = "own"
        label = "own rules"
        layer = "by-law"
        read_on = "2026-01-01"
        instruments = [{ id = "charter", title = "Charter", from = "2000-01-01" }]
        [[checks]]
        id = "posts-held"
        label = "one post each"
        look = "posts-held"
        instrument = "charter"
        article = "5"
        certainty = "text"
        most = 1
        remedy = "give up a post"
    """)
    packs = sq.Packs([*sq.packs.cn.packs, own])
    [finding] = organisation.validate("2020-06-01", pack=packs).of("posts-held")
    assert (finding.subject.kind, finding.subject.key) == ("holder", "x")
    assert finding.citation is not None and finding.citation.article == "5"
