// Schemes, values and scorecards through the built package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Cells, Scheme, ShequError, canonical, digest } from "shequ";

const scheme = () => ({
  format: "shequ.scheme/1",
  title: { zh: "责任书", en: "agreement" },
  subject: "unit",
  total: 100,
  groups: [
    {
      key: "work",
      label: "Work",
      points: 100,
      indicators: [
        { key: "visits", label: "Visits", points: 60, rule: "linear", target: 12 },
        { key: "response", label: "Response", points: "40", rule: "rate" },
      ],
    },
  ],
  ranking: { basis: "rounded", ties: "min" },
});
const rows = [
  { unit: "社区 01", visits: 11, response: "76/173" },
  { unit: "社区 02", visits: 12n, response: "40/40" },
];

const thrown = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return error;
  }
  assert.fail("nothing was thrown");
};

test("scores are exact, explained, and survive JSON.stringify", () => {
  const card = Scheme.from(scheme()).evaluate(rows);
  assert.equal(card.length, 2);
  assert.deepEqual(card.units, ["社区 01", "社区 02"]);
  // 60 × 11/12 = 55; 40 × 76/173 = 17.5723 (half up at four decimals).
  assert.equal(card.total("社区 01"), "72.57");
  assert.deepEqual(card.lines("社区 01").map((line) => line.score), ["55.0000", "17.5723"]);
  const best = card.score("社区 02");
  assert.deepEqual([best.total, best.rank], ["100.00", 1]);
  assert.deepEqual(JSON.parse(JSON.stringify(card)), card.scores());
  assert.deepEqual(card.ranking()[0].map((score) => score.unit), ["社区 02", "社区 01"]);
  assert.equal(card.table()[0].total, "72.57");
  assert.equal(card.summary().all.units, 2);
  const why = card.explain("社区 01");
  assert.ok(why.addsUp());
  assert.match(why.render("en"), /17\.5723/);
  assert.match(why.renderHtml("zh"), /^<details open>/);
  assert.equal(String(why), why.render());
  assert.equal(JSON.stringify(why), JSON.stringify(why.tree));
  assert.equal(thrown(() => why.render("fr")).code, "unknown-choice");
});

test("the digest does not depend on the order of units or of keys, or on how a number is written", () => {
  const one = Scheme.from(scheme()).evaluate(rows).digest;
  const other = Scheme.from(scheme()).evaluate([{ response: "40/40", visits: "12", unit: "社区 02" }, rows[0]]).digest;
  assert.match(one, /^[0-9a-f]{64}$/);
  assert.equal(one, other);
  assert.notEqual(one, Scheme.from(scheme()).evaluate([{ ...rows[0], visits: 10 }, rows[1]]).digest);
});

test("a scheme tells what it reads", () => {
  const read = Scheme.parse(JSON.stringify(scheme()));
  assert.deepEqual([read.title.en, read.subject, read.rounding, read.total], ["agreement", "unit", "half-up", "100"]);
  assert.deepEqual(read.indicators.map((i) => [i.key, i.group, i.points, i.rule]), [
    ["visits", "work", "60", "linear"],
    ["response", "work", "40", "rate"],
  ]);
  assert.deepEqual(read.columns.filter((c) => c.required).map((c) => c.name), ["unit", "visits", "response"]);
  assert.ok(Array.isArray(read.warnings) && Array.isArray(read.grades));
});

test("every fault of a document is reported with its path", () => {
  const wrong = scheme();
  wrong.groups[0].indicators[0].points = 59.5;
  wrong.groups[0].indicators[1].rule = "guess";
  wrong.colour = "red";
  const error = thrown(() => Scheme.from(wrong));
  assert.equal(error.name, "DocumentError");
  assert.deepEqual(error.faults.map((f) => [f.code, f.path]).sort(), [
    ["float-refused", "scheme.groups[0].indicators[0].points"],
    ["unknown-choice", "scheme.groups[0].indicators[1].rule"],
    ["unknown-field", "scheme.colour"],
  ]);
  const day = thrown(() => Scheme.from({ ...scheme(), title: new Date(0) }));
  assert.deepEqual([day.code, day.path], ["not-plain", "scheme.title"]);
});

test("a float with more digits than its column is refused with its row", () => {
  const error = thrown(() => Scheme.from(scheme()).evaluate([rows[0], { ...rows[1], visits: 0.125 }]));
  assert.deepEqual([error.code, error.path], ["too-many-digits", "cells.rows[1].visits"]);
});

test("values are a document too", () => {
  const cells = Cells.from({ format: "shequ.cells/1", rows });
  assert.equal(cells.length, 2);
  assert.equal(canonical(Cells.from(cells.toJSON())), canonical(cells));
  const read = Scheme.from(scheme());
  assert.equal(read.evaluate(cells).digest, read.evaluate(rows).digest);
  assert.equal(read.evaluate({ rows }).digest, read.evaluate(rows).digest);
  assert.equal(digest(read.evaluate(cells)), digest(read.evaluate(rows).scores()));
});

test("scoring tells its progress and can be stopped half way", () => {
  const ticks = [];
  const two = Scheme.from(scheme());
  const card = two.evaluate(rows, { onProgress: (done, total) => ticks.push([done, total]) });
  assert.equal(card.digest, two.evaluate(rows).digest);
  assert.deepEqual([ticks[0], ticks.at(-1)], [[0, 6], [6, 6]]);
  const error = thrown(() => two.evaluate(rows, { onProgress: (done) => done < 3 }));
  assert.deepEqual([error.name, error.code], ["Stopped", "stopped"]);
  assert.match(error.message, /3 of 6/);
  assert.equal(thrown(() => two.evaluate(rows, { signal: AbortSignal.abort() })).code, "stopped");
});
