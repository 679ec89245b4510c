// How far a ranking can be trusted: draws, sensitivity, exact bounds, break-even weights and award margins.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ExactTable, Index, Noise, Scheme, ShequError, Study, WeightBox, WeightDraws, awardMargins, sobol } from "shequ";

const rows = [
  { unit: "a", reach: 1, speed: 0.9 },
  { unit: "b", reach: 0.5, speed: 1 },
  { unit: "c", reach: 0.4, speed: 0.2 },
];
const criteria = ["reach", "speed"];
const study = (seed = 7) => new Study(rows, criteria, WeightDraws.uniform(2)).withSeed(seed);
const points = () =>
  new ExactTable(
    [
      { unit: "a", reach: 9, speed: 1 },
      { unit: "b", reach: 5, speed: 4 },
      { unit: "c", reach: 1, speed: 9 },
    ],
    criteria,
  );

const thrown = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return error;
  }
  assert.fail("nothing was thrown");
};

test("draws are counted by unit", () => {
  const sample = study().run(1000);
  assert.deepEqual([sample.units, sample.draws], [["a", "b", "c"], 1000]);
  // The third is last in everything; the first is ahead unless the weight of speed is above 5/6.
  assert.deepEqual(sample.counts("c"), [0, 0, 1000]);
  const [first, draws] = sample.atOrAbove("a", 1).split("/").map(Number);
  assert.ok(draws === 1000 && Math.abs(first / draws - 5 / 6) < 0.04, sample.atOrAbove("a", 1));
  assert.equal(sample.duel("a", "b").ahead, `${first}/1000`);
  const summary = sample.summary("b");
  assert.deepEqual([summary.unit, summary.best, summary.worst, summary.first], ["b", 1, 2, `${1000 - first}/1000`]);
  assert.equal(sample.summary("b", "0", "1").low, 1);
  const table = sample.table();
  assert.deepEqual(table.map((row) => row.first), [first, 1000 - first, 0]);
  assert.deepEqual(JSON.parse(JSON.stringify(sample)), table);
  assert.equal(Array.from({ length: 1000 }, (_, i) => sample.rank(i, "a")).filter((rank) => rank === 1).length, first);
  assert.ok(sample.explain("a").addsUp());
});

test("the bits of a draw are those of a plain ChaCha, as in Rust and Python", () => {
  const table = [
    { unit: "a", x: 1, y: 2, z: 3 },
    { unit: "b", x: 2, y: 1, z: 0 },
  ];
  const bits = (weights) =>
    new Study(table, ["x", "y", "z"], weights)
      .withSeed(2024n)
      .draw(1)
      .weights.map(({ weight }) => Buffer.from(new Float64Array([weight]).buffer).reverse().toString("hex"));
  assert.deepEqual(bits(WeightDraws.uniform(3)), ["3fc4a21f30f21ddc", "3fc95825fd230adc", "3fe4816eb47ab5d2"]);
  assert.deepEqual(bits(WeightDraws.around([5, 3, 2], 0.5)), ["3fde1a0b1f851bb1", "3fd778383781883f", "3fc4db7951f2b81d"]);
  assert.deepEqual(bits(WeightDraws.dirichlet(new Float64Array([5, 3, 2]), 10)), ["3fd7d09b65ed30c2", "3fd15fc3cf7253ac", "3fd6cfa0caa07b90"]);
  assert.deepEqual(new Study(table, ["x", "y", "z"], WeightDraws.fixed([2, 1, 1])).draw(0).weights.map((w) => w.weight), [0.5, 0.25, 0.25]);
  assert.equal(WeightDraws.between([1, 1], [1, 1]).length, 2);
});

test("values and methods may vary", () => {
  const varied = study(3).withNoise("speed", Noise.uniform(0.05)).withNoise("reach", Noise.normal(0.1)).withMethods(["additive", "topsis"]);
  const sample = varied.run(40);
  const methods = new Set();
  for (let draw = 0; draw < 40; draw += 1) {
    const made = varied.draw(draw);
    methods.add(made.method);
    assert.deepEqual(made.outcome.map((row) => row.rank), sample.units.map((unit) => sample.rank(draw, unit)));
    made.values.forEach((row, i) => assert.ok(Math.abs(row.speed - rows[i].speed) <= 0.05));
  }
  assert.deepEqual([...methods].sort(), ["additive", "topsis"]);
  assert.equal(study().draw(0).values, null);
  const [value] = study().withNoise("reach", Noise.interval([2, 0, 0], [3, 1, 1])).draw(1).values;
  assert.ok(value.reach >= 2 && value.reach <= 3);
  const costs = new Study(rows, criteria, WeightDraws.uniform(2), criteria);
  assert.deepEqual(costs.run(20).counts("c"), [20, 0, 0]);
  assert.deepEqual([costs.units, costs.criteria], [["a", "b", "c"], criteria]);
});

test("the weight that tells no units apart moves nothing", () => {
  const table = [
    { unit: "a", x: 1, y: 0, z: 0 },
    { unit: "b", x: 0, y: 1, z: 0 },
    { unit: "c", x: 0.6, y: 0.7, z: 0 },
  ];
  const made = new Study(table, ["x", "y", "z"], WeightDraws.uniform(3));
  const options = { output: "rank", unit: "a", points: 512, replicates: 50 };
  const found = made.weightSensitivity([0.2, 0.2, 0], [0.8, 0.8, 0.1], options);
  assert.equal(found.runs, 512 * 5);
  assert.ok(Math.abs(found.weights[2].total) < 1e-9 && found.weights[0].total > 0.2 && found.weights[1].total > 0.2);
  assert.equal(thrown(() => made.weightSensitivity([0, 0, 0], [1, 1, 1], { points: "many" })).path, "options.points");
});

test("rank bounds are proven and checked", () => {
  const [table, free] = [points(), WeightBox.free(2)];
  const bounds = table.rankBounds("b", free, { keep_proof: true });
  // Worse than the mean of the two others: never first.
  assert.deepEqual([bounds.best.rank, bounds.worst.rank, bounds.best.status, bounds.ties], [2, 3, "proven", "min"]);
  assert.deepEqual(bounds.check(table, free), { witnesses: true, limits: true });
  const witness = bounds.worst.weights.map((weight) => weight.weight);
  assert.ok(free.contains(witness));
  assert.equal(table.rank("b", witness), 3);
  assert.ok(bounds.explain().addsUp());
  assert.equal(JSON.parse(JSON.stringify(bounds)).best.limit, 2);
  const all = table.allRankBounds(free).map((bound) => [bound.unit, bound.best.rank, bound.worst.rank]);
  assert.deepEqual(all, [["a", 1, 3], ["b", 2, 3], ["c", 1, 3]]);
  assert.deepEqual(table.rankBoundsTable(free).map((row) => [row.unit, row.best, row.worst]), all);
  assert.equal(table.rankBounds("a", new WeightBox(["9/10", "0"], ["1", "1/10"])).worst.rank, 1);
});

test("boxes, scores, break-even weights and dominance are exact", () => {
  assert.deepEqual(WeightBox.around(["0.5", "0.3", "0.2"], "1/4").lower, ["3/8", "9/40", "3/20"]);
  assert.deepEqual(WeightBox.within(["1", "1"], "1/10").upper, ["3/5", "3/5"]);
  const table = new ExactTable("unit,reach,speed\na,9,4\nb,5,6\n", criteria);
  const pair = table.breakEven("a", "b", ["1/2", "1/2"]);
  // 9x + 4(1 - x) = 5x + 6(1 - x) at x = 1/3.
  assert.deepEqual([pair.criteria[0].level_at, pair.difference], ["1/3", "1"]);
  assert.equal(table.score("a", ["1/3", "2/3"]), table.score("b", ["1/3", "2/3"]));
  assert.deepEqual(table.breakEvenPairs(["1", "1"])[0].toJSON(), table.breakEvenNeighbours(["1", "1"])[0].toJSON());
  assert.match(pair.explain().render("en"), /1\/3/);
  assert.deepEqual(table.scores(["1", "2"], "max").map((score) => score.rank), [2, 2]);
  const values = [[3, 3], [3, 2], [2, 4], [3, 3], [0, 0]];
  const many = new ExactTable(values.map(([x, y], i) => ({ unit: `u${i}`, x, y })), ["x", "y"]);
  assert.deepEqual(many.dominance().undominated, ["u0", "u2", "u3"]);
  const space = new WeightBox(["6/10", "0"], ["1", "1"]);
  assert.deepEqual(many.dominanceWithin(space).undominated, ["u0", "u3"]);
  const { least, greatest } = many.difference("u0", "u2", space);
  assert.deepEqual([least, greatest], ["1/5", "1"]);
});

test("an award that rests on little is named", () => {
  const indicator = { key: "visits", points: 100, rule: "linear", target: 100 };
  const scheme = Scheme.from({
    format: "shequ.scheme/1",
    title: "Agreement",
    subject: "unit",
    total: 100,
    groups: [{ key: "work", points: 100, indicators: [indicator] }],
    ranking: { basis: "rounded", ties: "min" },
    award: { share: "1/3" },
  });
  const card = scheme.evaluate([{ unit: "a", visits: 91 }, { unit: "b", visits: 90 }, { unit: "c", visits: 50 }]);
  const [margin] = awardMargins(card, "1.01");
  assert.deepEqual([margin.gap, margin.isThin, margin.near.map((unit) => unit.unit)], ["1", true, ["a", "b"]]);
  assert.equal(awardMargins(card, "1")[0].isThin, false);
  assert.match(margin.explain().render("en"), /less than the margin/);
});

test("a scorecard tells how far its ranks rest on its weights", () => {
  const indicator = (key, points) => ({ key, points, rule: "linear", target: 9, scale: 1 });
  const scheme = Scheme.from({
    format: "shequ.scheme/1",
    title: "example",
    subject: "unit",
    bonuses: [{ key: "model" }],
    ranking: { basis: "rounded", ties: "min" },
    groups: [
      { key: "care", indicators: [indicator("visits", 60)] },
      { key: "order", indicators: [indicator("rounds", 40)] },
    ],
  });
  // By hand: of 60 and 40 points, a has 60 and 20, b 40 and 36 and a bonus of 2.
  const card = scheme.evaluate([
    { unit: "a", group: "east", visits: 9, rounds: "4.5", model: 0 },
    { unit: "b", group: "east", visits: 6, rounds: "8.1", model: 2 },
    { unit: "c", group: "west", visits: 1, rounds: 1, model: 0 },
  ]);
  assert.deepEqual(card.partPoints(), ["60", "40"]);
  assert.deepEqual(card.partPoints("indicators"), ["60", "40"]);
  const table = card.exactTable("groups", "east");
  assert.deepEqual([table.units, table.criteria], [["a", "b"], ["care", "order"]]);
  assert.deepEqual(["a", "b"].map((unit) => table.score(unit, ["3/5", "2/5"])), ["80", "78"]);
  const bounds = table.rankBounds("b", WeightBox.around(card.partPoints(), "1/4"));
  assert.deepEqual([bounds.best.rank, bounds.worst.rank], [1, 2]);
  const sample = card.rankIntervals({ draws: 400, seed: 3, group: "east" });
  const draws = WeightDraws.around([60, 40], 0.25);
  assert.deepEqual(sample.counts("b"), table.study(draws).withSeed(3).run(400).counts("b"));
  assert.equal(thrown(() => card.rankIntervals()).code, "certainty-peer-group-missing");
  assert.equal(thrown(() => card.exactTable("indicators", "north")).code, "unknown-group");
});

test("a composite index is studied as a whole", () => {
  const index = (mean) =>
    Index.from({
      format: "shequ.index/1",
      title: mean,
      subject: "unit",
      normalisation: { method: "min-max", lower: 1, upper: 100 },
      ranking: { ties: "min" },
      levels: [{ aggregation: mean }],
      aggregates: [{ key: "top" }],
      indicators: [{ key: "reach", parent: "top" }, { key: "speed", parent: "top" }],
    });
  const data = { unit: ["a", "b", "c"], reach: [9, 5, 1], speed: [2, 5, 1] };
  const [plain, geometric] = ["arithmetic", "geometric"].map((mean) => index(mean).evaluate(data));
  const study = plain.study().withIndex(geometric).withSeed(7);
  const sample = study.run(500);
  // By hand: by the arithmetic mean b is ahead of a while the weight of reach is below 3/5, by the geometric one always here.
  assert.ok(sample.counts("b")[0] > 450, String(sample.counts("b")));
  assert.deepEqual(sample.counts("c"), [0, 0, 500]);
  assert.ok(["arithmetic", "geometric"].includes(study.draw(0).method));
  assert.deepEqual(plain.studyWith(WeightDraws.fixed([3, 1])).run(10).counts("a"), [10, 0, 0]);
  const other = index("geometric").evaluate({ ...data, unit: ["a", "b", "d"] });
  assert.equal(thrown(() => plain.study().withIndex(other)).code, "certainty-cards-differ");
});

test("the sensitivity of any model", () => {
  // Ishigami and Homma (1990) with a = 7 and b = 0.1: first 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437.
  const ishigami = (inputs) => {
    const [a, b, c] = inputs.map((x) => Math.PI * (2 * x - 1));
    return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
  };
  const found = sobol(3, ishigami, { points: 2048, seed: 1, replicates: 100 });
  assert.equal(found.runs, 2048 * 5);
  const [first, total] = [[0.3139, 0.4424, 0], [0.5576, 0.4424, 0.2437]];
  found.inputs.forEach((index, i) => {
    assert.ok(Math.abs(index.first - first[i]) < 0.05 && Math.abs(index.total - total[i]) < 0.05, JSON.stringify(index));
  });
  assert.equal(thrown(() => sobol(1, () => 1)).code, "certainty-output-constant");
  assert.equal(thrown(() => sobol(1, () => "one")).code, "wrong-kind");
  assert.throws(() => sobol(1, () => { throw new RangeError("own"); }), RangeError);
});

test("the least total of an award is a line", () => {
  const indicator = { key: "visits", points: 100, rule: "linear", target: 100 };
  const scheme = Scheme.from({
    format: "shequ.scheme/1",
    title: "Agreement",
    subject: "unit",
    groups: [{ key: "work", indicators: [indicator] }],
    ranking: { basis: "rounded", ties: "min" },
    award: { share: "1/2", least: 90 },
  });
  const visits = [["a", 95], ["b", 89], ["c", 50], ["d", 40]];
  const [margin] = awardMargins(scheme.evaluate(visits.map(([unit, n]) => ({ unit, visits: n }))), "2");
  assert.deepEqual([margin.least, margin.gap, margin.isThin, margin.near.map((unit) => unit.unit)], ["90", "6", true, ["b"]]);
});

test("long work is watched and may be stopped", () => {
  const [table, free] = [points(), WeightBox.free(2)];
  const works = [
    (watch) => study().run(100, watch),
    (watch) => table.allRankBounds(free, {}, watch),
    (watch) => table.rankBoundsTable(free, {}, watch),
    (watch) => table.dominance(watch),
    (watch) => table.dominanceWithin(free, watch),
    (watch) => table.breakEvenPairs(["1", "1"], watch),
    (watch) => study().weightSensitivity([0.1, 0.1], [0.9, 0.9], { output: "score", unit: "a", points: 8, replicates: 4 }, watch),
  ];
  for (const work of works) {
    const told = [];
    work({ onProgress: (done, total) => void told.push([done, total]) });
    assert.ok(told.length > 0 && told.at(-1)[0] === told.at(-1)[1]);
    assert.equal(thrown(() => work({ onProgress: () => false })).code, "stopped");
    assert.equal(thrown(() => work({ signal: AbortSignal.abort() })).code, "stopped");
  }
});

test("bad input is named, the same as in Python", () => {
  const cases = [
    [() => WeightDraws.fixed([0, 0]), "certainty-weights-all-zero", "weights"],
    [() => WeightDraws.fixed([1, -1]), "certainty-weight-invalid", "weights[1]"],
    [() => new Study(rows, criteria, WeightDraws.uniform(3)), "certainty-count-mismatch", "weights"],
    [() => new Study([...rows, rows[0]], criteria, WeightDraws.uniform(2)), "certainty-duplicate-key", "units[3]"],
    [() => new Study(rows, ["reach"], WeightDraws.uniform(1), ["x"]), "certainty-unknown-criterion", "costs[0]"],
    [() => new Study([{ unit: "a" }, rows[1]], ["reach"], WeightDraws.uniform(1)), "certainty-cell-missing", "[0].reach"],
    [() => study().withSeed(-1), "wrong-kind", "seed"],
    [() => study().withMethods(["magic"]), "unknown-method", "methods[0]"],
    [() => study().run(0), "certainty-out-of-range", "draws"],
    [() => study().run(5).counts("x"), "certainty-unknown-unit", ""],
    [() => points().rankBounds("a", WeightBox.free(3)), "certainty-count-mismatch", "weights"],
    [() => points().rankBounds("a", WeightBox.free(2), { nodes: 1 }), "unknown-field", "options.nodes"],
    [() => new WeightBox(["2/3", "2/3"], ["1", "1"]), "certainty-box-empty", ""],
    [() => WeightBox.around(["half", "1/2"], "0"), "not-a-number", "weights[0]"],
  ];
  for (const [work, code, path] of cases) {
    const error = thrown(work);
    assert.deepEqual([error.code, error.path], [code, path]);
  }
});
