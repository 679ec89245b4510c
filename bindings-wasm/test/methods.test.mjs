// Indices, weights, decisions and exact sums through the built package, against published numbers.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import {
  Index, ShequError, ahpConsistency, ahpWeights, benefitOfDoubt, bestWorst, copeland, decideBy, digest, electre,
  equalWeights, exactSum, normalise, pointWeights, promethee, rankOrderCentroid, ranks, topsis, treat, vikor, weigh,
} from "shequ";

const data = new URL("../../../shared/data/evaluation/", import.meta.url);
const there = existsSync(data);
if (!there) console.error(`SKIPPED: ${data.pathname} is not there`);
const shared = (name) => readFileSync(new URL(name, data), "utf8");
const published = { skip: there ? false : `SKIPPED: ${data.pathname} is not there` };

const csv = (name) => {
  const [head, ...lines] = shared(name).trim().split(/\r?\n/);
  const names = head.split(",").map((cell) => cell.replaceAll('"', ""));
  return lines.map((line) => {
    const cells = [...line.matchAll(/("[^"]*"|[^,]*)(,|$)/g)].map((match) => match[1].replaceAll('"', ""));
    return Object.fromEntries(names.map((key, i) => [key, cells[i]]));
  });
};

const found = (id) => JSON.parse(shared("mcdm_cases.json")).find((one) => one.id === id);
const columns = ({ matrix }) => Object.fromEntries(matrix[0].map((_, j) => [`c${j}`, matrix.map((row) => row[j])]));
const costs = ({ types, matrix }) => matrix[0].map((_, j) => `c${j}`).filter((_, j) => types && types[j] !== 1);
const near = (got, expected, within = 1e-10) => {
  assert.equal(got.length, expected.length);
  got.forEach((x, i) => assert.ok(Math.abs(x - expected[i]) <= within, `${i}: ${x} and ${expected[i]}`));
};

const refused = (work, code, path) =>
  assert.throws(work, (error) => {
    assert.ok(error instanceof ShequError, String(error));
    assert.deepEqual([error.code, error.path], [code, path]);
    return true;
  });

const hdi = () => ({
  format: "shequ.index/1",
  title: { zh: "人类发展指数", en: "Human Development Index" },
  subject: "unit",
  normalisation: { method: "goalposts" },
  ranking: { ties: "min", decimals: 3 },
  levels: [{ label: "dimensions", aggregation: "arithmetic" }, { label: "index", aggregation: "geometric" }],
  aggregates: [
    { key: "hdi" },
    { key: "health", parent: "hdi" },
    { key: "education", parent: "hdi" },
    { key: "income", parent: "hdi" },
  ],
  indicators: [
    { key: "life", parent: "health", normalisation: { lower: 20, upper: 85 } },
    { key: "expected", parent: "education", normalisation: { lower: 0, upper: 18 } },
    { key: "mean", parent: "education", normalisation: { lower: 0, upper: 15 } },
    { key: "gni", parent: "income", normalisation: { lower: 100, upper: 75000, logarithmic: true } },
  ],
});

test("the Human Development Index has every published value and rank", published, () => {
  const rows = csv("hdi_2022.csv");
  const index = Index.from(hdi());
  const numbers = (name) => Float64Array.from(rows, (row) => Number(row[name]));
  const card = index.evaluate({
    unit: rows.map((row) => row.iso3),
    life: numbers("le_2022"),
    expected: numbers("eys_2022"),
    mean: numbers("mys_2022"),
    gni: numbers("gnipc_2022"),
  });
  const values = card.nodeValues("hdi");
  assert.equal(values.length, 193);
  assert.equal(card.length, 193);
  values.forEach((value, i) => {
    // The file leaves out the zeros at the end of a published number.
    assert.deepEqual([value.unit, value.published], [rows[i].iso3, rows[i].hdi_2022_published.padEnd(5, "0")]);
    assert.equal(value.rank, Number(rows[i].hdi_rank_2022));
  });
  near(card.values("hdi"), rows.map((row) => Number(row.hdi_recomputed_f64)), 1e-14);
  assert.deepEqual(card.ranks("hdi"), values.map((value) => value.rank));
  assert.equal(card.ranksInGroup("hdi"), null);
  assert.deepEqual(card.ranking().slice(0, 2).map((value) => value.unit), ["CHE", "NOR"]);
  assert.deepEqual(card.unit("CHE").map((value) => value.node).slice(-4), ["hdi", "health", "education", "income"]);
  assert.equal(card.table()[0].hdi, card.values("hdi")[0]);
  assert.equal(card.rankTable()[0].hdi, 1);
  assert.deepEqual([card.filled(), card.screened()], [[], []]);
  assert.deepEqual(card.treatment().map((entry) => entry.indicator), ["life", "expected", "mean", "gni"]);
  assert.deepEqual(Object.keys(card.stages()), ["raw", "denominated", "imputed", "treated", "normalised"]);
  assert.equal(card.describe()[0].available, 193);
  assert.equal(card.standings("CHE")[0].of, 193);
  assert.match(card.explain("CHE").render("en"), /value as given: ≈84\.255/);
  assert.deepEqual(JSON.parse(JSON.stringify(card)), values);
  assert.match(digest(card), /^[0-9a-f]{64}$/);
});

test("an index tells what it reads, and refuses what it cannot", () => {
  const index = Index.parse(JSON.stringify(hdi()));
  assert.deepEqual([index.title.en, index.subject], ["Human Development Index", "unit"]);
  assert.deepEqual(index.columns, ["unit", "life", "expected", "mean", "gni"]);
  assert.deepEqual(index.levels.map((level) => level.en), ["dimensions", "index"]);
  const top = index.nodes.find((node) => node.parent === null);
  assert.deepEqual([top.key, top.level, top.effective_weight], ["hdi", 2, 1]);
  refused(() => Index.from({ ...hdi(), ranking: { ties: "min", decimals: 40 } }), "method-parameter", "index.ranking.decimals");
  const rows = [{ unit: "a", life: 80, expected: 1, mean: 1, gni: 200 }, { unit: "b", life: 80, expected: 1, mean: 1, gni: 0 }];
  refused(() => index.evaluate(rows), "value-not-positive", "b.gni");
});

test("an ASEM index from raw to aggregated", published, () => {
  const meta = csv("coinr_asem/imeta.csv");
  const given = (text) => text !== "" && text !== "NA";
  const of = (kind) => meta.filter((row) => row.Type === kind);
  const index = Index.from({
    format: "shequ.index/1",
    title: "ASEM Sustainable Connectivity",
    subject: "unit",
    imputation: { filler: "mean", group: "EurAsia_group" },
    treatment: { otherwise: "log-shifted" },
    normalisation: { method: "min-max" },
    levels: [{ aggregation: "arithmetic" }, { aggregation: "arithmetic" }, { aggregation: "arithmetic" }],
    indicators: of("Indicator").map((row) => ({
      key: row.iCode,
      parent: row.Parent,
      weight: row.Weight,
      direction: row.Direction === "1" ? "higher" : "lower",
      ...(given(row.Denominator) && { denominator: row.Denominator }),
    })),
    aggregates: of("Aggregate").map((row) => ({
      key: row.iCode,
      weight: row.Weight,
      ...(given(row.Parent) && { parent: row.Parent }),
    })),
    ranking: { ties: "min", group: "GDPpc_group" },
  });
  const rows = csv("coinr_asem/idata.csv").map((row) => {
    const cells = { ...row, unit: row.uCode };
    return Object.fromEntries(index.columns.map((name) => [name, given(cells[name]) ? cells[name] : null]));
  });
  const card = index.evaluate(rows);
  assert.deepEqual([card.length, card.filled().length], [51, 65]);
  const expected = Object.fromEntries(csv("coinr_asem/stage_aggregated.csv").map((row) => [row.uCode, row]));
  for (const { iCode } of of("Aggregate")) {
    near(card.values(iCode), card.units.map((unit) => Number(expected[unit][iCode])));
  }
});

const decisions = [
  ["topsis-tzeng2011", "topsis", {}],
  ["topsis-opricovic2004", "topsis", { norm: "min-max" }],
  ["vikor-opricovic2004", "vikor", {}],
  ["promethee2-zhao2013", "promethee-ii", {}],
  ["edas-yazdani2020", "edas", {}],
  ["moora-siregar2018", "moora", {}],
  ["mabac-pamucar2015", "mabac", {}],
  ["marcos-ulutas2020", "marcos", {}],
  ["waspas-chakraborty2015", "waspas", { lambda: 0.5 }],
];

for (const [id, method, options] of decisions) {
  test(`published: ${id}`, published, () => {
    const one = found(id);
    const decision = decideBy(method, columns(one), one.weights, { costs: costs(one), unscaled: true, ...options });
    near(decision.scores, one.f64);
    if (one.rank) assert.deepEqual(decision.ranks, one.rank);
    assert.equal(decision.method, method);
    assert.equal(decision.better, method === "vikor" ? "lower" : "higher");
    assert.equal(decision.ranks[decision.order[0]], 1);
    assert.ok(decision.explain(0).render("en").includes(decision.label.en));
    assert.deepEqual(JSON.parse(JSON.stringify(decision)).scores, decision.scores);
  });
}

test("methods that say more than one number", published, () => {
  const one = found("topsis-tzeng2011");
  near(topsis(columns(one), one.weights).closeness, one.f64);
  const two = found("vikor-opricovic2007-w3");
  const compromise = vikor(columns(two), two.weights, { costs: costs(two), unscaled: true });
  near(compromise.q, two.f64);
  assert.deepEqual(compromise.compromise.toSorted(), two.compromise_set_zero_based);
  const three = found("promethee2-zhao2013");
  near(promethee(columns(three), three.weights, { preferences: ["usual"] }).net, three.f64);
  const four = found("electre1-cebrian2009");
  assert.deepEqual(electre(columns(four), four.weights, { costs: costs(four) }).kernel, four.kernel_zero_based);
  const five = found("copeland-coinr");
  assert.deepEqual(copeland(columns(five), equalWeights(3)).copeland, [-1, 1, -3, 3]);
});

for (const [id, method] of [
  ["w-entropy-elsayed2017", "entropy"],
  ["w-std-jahan2013", "standard-deviation"],
  ["w-merec-2021", "merec"],
  ["w-critic-tus2019", "critic"],
  ["w-cilos-2016", "cilos"],
  ["w-idocriw-2016", "idocriw"],
  ["w-angle-2012", "angle"],
]) {
  test(`published: ${id}`, published, () => {
    const one = found(id);
    near(weigh(method, columns(one), { costs: costs(one) }), one.f64);
  });
}

test("judged weights", published, () => {
  const one = found("ahp-wang-chin2011");
  near(ahpWeights(one.matrix), one.f64);
  near(ahpWeights(one.matrix, { priorities: "geometric-mean" }), one.weights_row_geometric_mean);
  const consistency = ahpConsistency(one.matrix, { table: "tummala-ling" });
  near([consistency.lambda_max, consistency.ratio], [one.lambda_max, one.CR_tummala_ling_RI], 1e-9);
  assert.equal(consistency.acceptable, false);
  assert.match(consistency.warning.en, /judge again/);
  const two = found("bwm-rezaei2015");
  near(bestWorst(two.best_to_others, two.others_to_worst, "nonlinear").weights, two.published, 0.002);
  near(rankOrderCentroid([2, 1, 3]), [0.2778, 0.6111, 0.1111], 5e-5);
  assert.deepEqual(pointWeights([50, 30, 20]), [0.5, 0.3, 0.2]);
  refused(() => ahpWeights([[1, 3], [3, 1]]), "judgements-not-reciprocal", "[1][0]");
});

test("the benefit of the doubt", () => {
  // By hand: the third lies at 4/5 of the line between the other two.
  const rows = { unit: ["a", "b", "c"], care: [4, 1, 2], order: [1, 4, 2] };
  near(benefitOfDoubt(rows).scores, [1, 1, 0.8], 1e-12);
  const halves = benefitOfDoubt(rows, [0.5, 0.5]);
  near(halves.scores, [8 / 17, 8 / 17, 0.8], 1e-12);
  near(halves.shares[0], [0.5, 0.5], 1e-12);
  assert.deepEqual(halves.units, ["a", "b", "c"]);
});

test("stages stand alone", () => {
  const rows = [{ unit: "a", cost: 250 }, { unit: "b", cost: 200 }, { unit: "c", cost: 300 }];
  assert.deepEqual(
    normalise("min-max", rows, { costs: ["cost"], lower: 1, upper: 100 }).map((row) => row.cost),
    [50.5, 100, 1],
  );
  const treated = treat([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100]);
  assert.deepEqual([treated.values.at(-1), treated.passed], [10, true]);
  assert.deepEqual(treated.winsorised, [{ row: 10, from: 100, to: 10 }]);
  assert.deepEqual(ranks(Float64Array.of(0.4, 0.9, 0.4, 0.1), "average"), [2.5, 1, 2.5, 4]);
});

test("rows and weights have names, and faults their place", () => {
  const rows = { unit: ["甲", "乙", "丙"], reach: [3, 4, 5], price: [2.5, 2, 4] };
  const decision = decideBy("topsis", rows, { price: 0.75, reach: 0.25 }, { costs: ["price"] });
  assert.deepEqual(decision.scores, decideBy("topsis", rows, [0.25, 0.75], { costs: ["price"] }).scores);
  assert.deepEqual(decision.units, ["甲", "乙", "丙"]);
  assert.equal(decision.table()[1].unit, "乙");
  assert.equal(decision.explain("乙").tree.children.length, 2);
  refused(() => decideBy("best", { a: [1, 2] }, [1]), "unknown-choice", "options.method");
  refused(() => decideBy("topsis", { a: [1, 2] }, [1], { v: 0.5 }), "parameter-not-used", "options.v");
  refused(() => decideBy("topsis", { a: [1, 2] }, [0.9]), "method-weights-not-one", "weights");
  refused(() => decideBy("topsis", { a: [1, 2] }, [1], { costs: ["b"] }), "unknown-column", "costs[0]");
  refused(() => decideBy("topsis", { a: Float64Array.of(1, NaN) }, [1]), "not-finite", "[1].a");
  refused(() => decideBy("topsis", { a: [1, null] }, [1]), "cell-missing", "[1].a");
  refused(() => decideBy("vikor", { a: [1, 1] }, [1]), "criterion-constant", "a");
  refused(() => decision.explain("丁"), "unknown-unit", "unit");
});

test("sums are exact", () => {
  const sums = exactSum({ unit: ["x", "y", "z"], a: ["0.1", "0.3", "0.2"], b: [2, 0, 1] }, { a: 10, b: 1 }, { costs: ["b"], scales: { a: 1 } });
  assert.deepEqual(sums.totals, ["-1.0", "3.0", "1.0"]);
  assert.deepEqual([sums.length, sums.scale, sums.order, sums.ranks()], [3, 1, [1, 2, 0], [3, 1, 2]]);
  assert.deepEqual([sums.total("y"), sums.mean("y"), sums.units], ["3.0", "3/11", ["x", "y", "z"]]);
  assert.deepEqual(sums.table()[0], { unit: "x", total: "-1.0", rank: 3 });
  assert.deepEqual(JSON.parse(JSON.stringify(sums)), sums.totals);
  const wide = exactSum({ a: BigInt64Array.of(2n ** 62n, 1n) }, [1000n]);
  assert.deepEqual(wide.totals, [String(2n ** 62n * 1000n), "1000"]);
  const tied = exactSum({ a: [0.1, 0.3], b: [0.2, 0] }, [1, 1], { scales: { a: 1, b: 1 } });
  assert.deepEqual([tied.totals, tied.ranks("average")], [["0.3", "0.3"], [1.5, 1.5]]);
  refused(() => exactSum({ a: [0.25, 2] }, [1], { scales: { a: 1 } }), "too-many-digits", "[0].a");
});
