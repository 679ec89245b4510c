"""Documents out, Popolo, linked data, parts as tables, diagrams: each through the package."""

from __future__ import annotations

import json
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
import shequ as sq
from jsonschema import Draft202012Validator

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from rdflib import RDF, Graph, Namespace, URIRef

DATA = Path(__file__).resolve().parents[2] / "core" / "tests" / "data"
DOCUMENT: dict[str, Any] = json.loads((DATA / "organisation.json").read_text(encoding="utf-8"))
BASE = "https://example.org/"
ORG = Namespace("http://www.w3.org/ns/org#")

# The terms of the Organization Ontology (Recommendation of 2014-01-16) that we use, and of its neighbours.
TERMS = {
    "http://www.w3.org/ns/org#": {
        "Organization", "OrganizationalUnit", "Post", "Role", "Membership", "ChangeEvent", "subOrganizationOf",
        "classification", "identifier", "postIn", "heldBy", "role", "member", "organization", "memberDuring", "changedBy",
        "originalOrganization", "resultingOrganization", "resultedFrom",
    },
    "http://www.w3.org/2006/time#": {
        "Interval", "Instant", "hasBeginning", "hasEnd", "inXSDDate", "inXSDgYear", "inXSDgYearMonth",
    },
    "http://www.w3.org/2004/02/skos/core#": {"Concept", "prefLabel"},
    "http://purl.org/dc/terms/": {"date", "description"},
    "http://xmlns.com/foaf/0.1/": {"Agent"},
    "http://www.w3.org/2000/01/rdf-schema#": {"label"},
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": {"type"},
}  # fmt: skip


@pytest.fixture(scope="module")
def organisation() -> sq.Organisation:
    return sq.Organisation.from_dict(DOCUMENT)


def test_the_document_comes_back(organisation: sq.Organisation) -> None:
    assert organisation.to_dict() == DOCUMENT
    assert json.loads(organisation.to_json()) == DOCUMENT
    again = sq.Organisation.parse(organisation.to_json())
    assert sq.digest(again) == sq.digest(organisation) == sq.digest(DOCUMENT)
    settled = sq.Organisation.from_dict(organisation.settled())
    assert "events" not in organisation.settled()
    for day in ("1996-01-01", "2004-01-01", "2020-01-01"):
        assert settled.at(day).table().to_dicts() == organisation.at(day).table().to_dicts()


def test_every_field_of_the_format_is_in_the_document_that_comes_back() -> None:
    """A field that is new in the format and not in that document would be lost unseen."""
    schema = sq.schema("organisation")
    Draft202012Validator(schema).validate(DOCUMENT)
    used: set[str] = set()

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            used.update(value)
            for part in value.values():
                walk(part)
        elif isinstance(value, list):
            for part in value:
                walk(part)

    walk(DOCUMENT)
    parts = [schema, *schema["$defs"].values()]
    fields = {name for part in parts for name in part.get("properties", {})}
    variants = {name for part in parts for one in part.get("oneOf", []) for name in one.get("properties", {})}
    assert not (fields | variants) - used, "add these to core/tests/data/organisation.json"


def test_popolo_out_and_in(organisation: sq.Organisation) -> None:
    document, losses = organisation.to_popolo(lang="en")
    assert {"organizations", "posts", "persons", "memberships", "events"} <= document.keys()
    assert document["persons"] == [{"id": "h1"}]
    paths = {loss.path: loss.reason for loss in losses}
    assert (paths["holders[0].born"], paths["agreements"], paths["events"]) == ("personal", "no-place", "worked-in")
    assert repr(losses[0]).startswith("<Loss ") and losses[0].to_dict() == {"path": losses[0].path, "reason": losses[0].reason}
    again, lost = sq.Organisation.from_popolo(document)
    assert [loss.path for loss in lost] == ["events"]
    assert again.at("2024-01-01").unit("c1").name.en == "社区 01"
    assert again.to_popolo()[0] == {key: value for key, value in document.items() if key != "events"}


def test_a_person_is_never_read_but_for_the_id() -> None:
    document = json.loads((DATA / "popolo" / "person.json").read_text(encoding="utf-8"))
    organisation, losses = sq.Organisation.from_popolo(document)
    assert {loss.path for loss in losses} == {f"persons[0].{key}" for key in document["persons"][0] if key != "id"}
    assert {loss.reason for loss in losses} == {"personal"}
    assert organisation.to_dict()["holders"] == [{"key": "q1"}]


@pytest.mark.parametrize(
    ("document", "code", "path"),
    [
        ({"organizations": [{"id": "a", "name": "A", "parent_id": "a"}]}, "parent-cycle", "popolo.organizations[0]"),
        (
            {"organizations": [{"id": "a", "name": "A", "founding_date": "2001-02-29"}]},
            "not-a-day",
            "popolo.organizations[0].founding_date",
        ),
        ({"organizations": "a"}, "wrong-kind", "popolo.organizations"),
    ],
)
def test_faults_of_a_popolo_document_name_their_place(document: dict[str, Any], code: str, path: str) -> None:
    with pytest.raises(sq.ShequError) as caught:
        sq.Organisation.from_popolo(document)
    assert (caught.value.code, caught.value.path) == (code, path)


def triples(organisation: sq.Organisation, day: str) -> Graph:
    return Graph().parse(data=json.dumps(organisation.at(day).to_jsonld(BASE)), format="json-ld")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_linked_data_are_triples_of_the_ontology(organisation: sq.Organisation) -> None:
    graph = triples(organisation, "2016-01-01")

    def name(path: str) -> URIRef:
        return URIRef(BASE + path)

    assert (name("unit/c1"), RDF.type, ORG.OrganizationalUnit) in graph
    assert (name("unit/c1"), ORG.subOrganizationOf, name("unit/s1")) in graph
    assert (name("unit/c1"), ORG.resultedFrom, name("event/4")) in graph
    assert (name("event/4"), RDF.type, ORG.ChangeEvent) in graph
    assert set(graph.objects(name("event/4"), ORG.originalOrganization)) == {name("unit/v1"), name("unit/c9")}
    assert (name("post/p1"), ORG.postIn, name("unit/rc")) in graph
    (membership,) = graph.subjects(ORG.member, name("holder/h1"))
    assert (membership, ORG.organization, name("unit/rc")) in graph
    # Each change that names a unit is named by it, and the other way round.
    changed = {(e, u) for p in (ORG.originalOrganization, ORG.resultingOrganization) for e, u in graph.subject_objects(p)}
    told = {(e, u) for p in (ORG.changedBy, ORG.resultedFrom) for u, e in graph.subject_objects(p)}
    assert changed == told
    used = {p for p in graph.predicates()} | {o for o in graph.objects(None, RDF.type)}
    for term in map(str, used):
        vocabulary = next((v for v in TERMS if term.startswith(v)), None)
        assert vocabulary is not None and term.removeprefix(vocabulary) in TERMS[vocabulary], term
    with pytest.raises(sq.OrganisationError, match="not-a-base"):
        organisation.at("2016-01-01").to_jsonld("example")


def test_parts_are_tables_and_come_from_tables(organisation: sq.Organisation) -> None:
    names = pl.DataFrame(organisation.part("names"))
    rows = names.filter(pl.col("unit") == "v1").select("name", "until").rows()
    assert rows == [("东村", "2002-05"), ("大东村", None)]
    lists = ["relations", "posts", "holders", "holdings", "agreements", "indicators", "statements", "statuses", "charters", "sessions", "reserves"]
    bare = sq.Organisation.from_dict({key: value for key, value in DOCUMENT.items() if key not in lists})
    by_frame = by_text = by_arrow = bare
    for part in lists:
        table = organisation.part(part)
        by_frame = by_frame.with_table(part, pl.DataFrame(table))
        by_arrow = by_arrow.with_table(part, pa.table(table))
        by_text = by_text.with_table(part, sq.Table.from_csv(table.to_csv()))
    assert by_frame.to_dict() == by_arrow.to_dict() == by_text.to_dict() == DOCUMENT
    with pytest.raises(sq.OrganisationError) as caught:
        bare.with_table("relations", [{"kind": "guides", "source": "d", "target": "nowhere"}])
    assert (caught.value.code, caught.value.path) == ("unknown-unit", "[0].target")
    with pytest.raises(sq.DocumentError, match="unknown-choice"):
        organisation.part("unit")  # type: ignore[arg-type]


def test_diagrams_for_graphviz(organisation: sq.Organisation) -> None:
    day = organisation.at("2016-01-01")
    diagram = day.diagram(format="graphviz")
    assert str(diagram).startswith("digraph {\n") and diagram._repr_markdown_().startswith("```dot\n")
    dot = shutil.which("dot")
    if dot is None:
        pytest.skip("SKIPPED: `dot` of Graphviz is not installed")
    drawn = subprocess.run([dot, "-Tsvg"], input=str(diagram), capture_output=True, text=True, check=True)
    assert "社区 01" in drawn.stdout and not drawn.stderr
    with pytest.raises(sq.OrganisationError, match="diagram-too-large"):
        day.diagram(most=2)
