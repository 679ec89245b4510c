// Documents out, Popolo, linked data, parts as tables and diagrams: each through the built package.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Organisation, ShequError, digest } from "shequ";

const data = new URL("../../core/tests/data/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, data), "utf8"));
const document = read("organisation.json");
const organisation = Organisation.from(document);

test("the document comes back", () => {
  assert.deepEqual(organisation.toJSON(), document);
  assert.deepEqual(JSON.parse(JSON.stringify(organisation)), document);
  assert.equal(digest(Organisation.from(organisation.toJSON()).toJSON()), digest(document));
  const settled = organisation.settled();
  assert.equal(settled.events, undefined);
  assert.deepEqual(Organisation.from(settled).at("2020-01-01").table(), organisation.at("2020-01-01").table());
});

test("Popolo out and in", () => {
  const { document: popolo, losses } = organisation.toPopolo("en");
  assert.deepEqual(popolo.persons, [{ id: "h1" }]);
  assert.ok(losses.some(({ path, reason }) => path === "holders[0].born" && reason === "personal"));
  const imported = Organisation.fromPopolo(popolo);
  assert.deepEqual(imported.losses, [{ path: "events", reason: "no-place" }]);
  const { events, ...rest } = popolo;
  assert.ok(events.length > 0);
  assert.deepEqual(imported.organisation.toPopolo().document, rest);
  assert.throws(
    () => Organisation.fromPopolo({ organizations: [{ id: "a", name: "A", parent_id: "a" }] }),
    (error) => error instanceof ShequError && error.code === "parent-cycle" && error.path === "popolo.organizations[0]",
  );
});

test("linked data", () => {
  const linked = organisation.at("2016-01-01").toJsonLd("https://example.org/");
  assert.equal(linked["@context"].org, "http://www.w3.org/ns/org#");
  const unit = linked["@graph"].find((node) => node["@id"] === "https://example.org/unit/c1");
  assert.deepEqual(unit["org:subOrganizationOf"], { "@id": "https://example.org/unit/s1" });
  assert.throws(() => organisation.at("2016-01-01").toJsonLd("example"), { code: "not-a-base" });
});

test("parts are tables and come from tables", () => {
  const lists = ["relations", "posts", "holders", "holdings", "agreements", "indicators", "statements", "statuses", "charters", "sessions", "reserves"];
  const bare = Object.fromEntries(Object.entries(document).filter(([key]) => !lists.includes(key)));
  let byRows = Organisation.from(bare);
  let byText = byRows;
  for (const part of lists) {
    byRows = byRows.withTable(part, organisation.part(part));
    byText = byText.withTable(part, organisation.partCsv(part));
  }
  assert.deepEqual(byRows.toJSON(), document);
  assert.deepEqual(byText.toJSON(), document);
  const row = { kind: "guides", source: "d", target: "nowhere" };
  assert.throws(() => byRows.withTable("relations", [row]), { code: "unknown-unit", path: "[0].target" });
  assert.throws(() => organisation.part("unit"), { code: "unknown-choice", path: "name" });
});

test("diagrams in two languages", () => {
  const day = organisation.at("2016-01-01");
  assert.match(day.diagram(undefined, 2), /^flowchart TD\n/);
  assert.match(day.diagram(undefined, 2, "zh", "graphviz"), /^digraph \{\n/);
  assert.throws(() => day.diagram(undefined, 3, "zh", "mermaid", 2), { code: "diagram-too-large" });
  assert.throws(() => day.diagram(undefined, 3, "zh", "dot"), { code: "unknown-choice", path: "format" });
});

test("the schemas ship with the package", () => {
  const schema = JSON.parse(readFileSync(new URL(import.meta.resolve("shequ/schemas/organisation.json")), "utf8"));
  assert.equal(schema.title, "shequ.organisation/1");
});
