// Territories and plans through the built package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Plan, ShequError, Territory } from "shequ";

const thrown = (work) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  assert.fail("nothing was thrown");
};

const square = (id, x, households = 40) => ({
  type: "Feature",
  id,
  properties: { hu: households },
  geometry: {
    type: "Polygon",
    coordinates: [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]],
  },
});
const features = () => ({ type: "FeatureCollection", features: [square("a", 0), square("b", 1), square("c", 3)] });
const plan = (grids) => Plan.from({ format: "shequ.plan/1", grids });

test("GeoJSON makes a territory, from an object or a text", () => {
  const territory = Territory.from(features(), { households: "hu" });
  assert.equal(territory.length, 3);
  assert.deepEqual(territory.keys, ["a", "b", "c"]);
  const summary = territory.summary();
  assert.deepEqual([summary.households, summary.edges, summary.parts], [120, 1, 2]);
  assert.deepEqual(territory.neighbours("a"), [{ building: "b", barrier: false }]);
  assert.equal(Territory.parse(JSON.stringify(features()), { households: "hu" }).digest, territory.digest);
  const road = { type: "LineString", coordinates: [[1, 0], [1, 1]] };
  const barred = Territory.from(features(), {
    households: "hu",
    barriers: { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: road }] },
  });
  assert.deepEqual(barred.neighbours("a"), [{ building: "b", barrier: true }]);
});

test("a plan is checked, each fault with its buildings", () => {
  const territory = Territory.from(features(), { households: "hu" });
  const good = territory.check(plan([{ key: "1", buildings: ["a", "b"] }, { key: "2", buildings: ["c"] }]));
  assert.deepEqual([good.ok, good.faults, good.buildings], [true, [], 3]);
  const bad = territory.check(plan([{ key: "1", buildings: ["a", "c"] }]));
  assert.equal(bad.ok, false);
  assert.deepEqual(bad.faults.map((f) => [f.kind, f.buildings]).sort(), [
    ["not-contiguous", ["a", "c"]],
    ["unassigned", ["b"]],
  ]);
  assert.deepEqual(JSON.parse(JSON.stringify(bad)).faults, bad.faults);
  assert.ok(bad.explain().render("en").includes("`b`") || bad.explain().render("en").length > 0);
  const error = thrown(() => territory.check(plan([{ key: "1", buildings: ["a", "z"] }])));
  assert.deepEqual([error.name, error.code, error.path], ["GridError", "unknown-building", "plan.grids[0].buildings[1]"]);
});

test("all forms have one reader, and options ask for a drawing", () => {
  const graph = { format: "shequ.territory/1", nodes: [{ key: "a", households: 3 }] };
  assert.equal(Territory.from(graph).digest, Territory.parse(JSON.stringify(graph)).digest);
  const planners = { nodes: [{ id: "a", w: 3 }], edges: [] };
  assert.equal(Territory.from(planners).digest, Territory.from(graph).digest);
  const road = JSON.stringify({ type: "FeatureCollection", features: [] });
  assert.equal(Territory.from(features(), { households: "hu", barriers: road }).length, 3);
  for (const options of [{ households: "hu" }, { barriers: road }]) {
    const error = thrown(() => Territory.from(graph, options));
    assert.deepEqual([error.code, error.path], ["geojson-type", "territory.type"]);
  }
});

test("options are read with the care of a document", () => {
  const error = thrown(() => Territory.from(features(), { household: "hu" }));
  assert.deepEqual([error.code, error.path], ["unknown-field", "options.household"]);
});

test("long work tells its progress and can be stopped", () => {
  const ticks = [];
  const watch = { onProgress: (done, total) => ticks.push([done, total]) };
  const territory = Territory.from(features(), { households: "hu" }, watch);
  const one = plan([{ key: "1", buildings: ["a", "b", "c"] }]);
  territory.check(one, watch);
  assert.ok(ticks.length > 0);
  for (const [done, total] of ticks) assert.ok(done <= total);

  const aborted = thrown(() => territory.check(one, { signal: AbortSignal.abort() }));
  assert.ok(aborted instanceof ShequError);
  assert.deepEqual([aborted.name, aborted.code], ["Stopped", "stopped"]);

  const controller = new AbortController();
  const onProgress = () => controller.abort();
  assert.equal(thrown(() => territory.check(one, { onProgress, signal: controller.signal })).code, "stopped");
  assert.equal(thrown(() => territory.check(one, { onProgress: () => false })).code, "stopped");

  const own = new Error("mine");
  const throwing = { onProgress: () => { throw own; } };
  assert.equal(thrown(() => territory.check(one, throwing)), own);
  assert.equal(territory.check(one).households, 120);
});
