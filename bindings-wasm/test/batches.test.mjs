// Units from tables, and many units asked at once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Amounts, Organisation, ShequError } from "shequ";

const csv = `code,name,kind,parent,from,until
d,区,district,,,
s,一街道,sub-district,d,,
t,二街道,sub-district,d,,
a,甲村,village,s,,2010-01-01
a,甲社区,community,t,2010-01-01,
b,乙社区,community,s,,2020-01-01
x,丙社区,community,t,2015-01-01,
`;
const organisation = Organisation.fromUnits(csv, "示例");
const refused = (work, code, path) =>
  assert.throws(work, (error) => error instanceof ShequError && error.code === code && error.path === path);

test("rows and text give the same units", () => {
  const [head, ...lines] = csv.trim().split("\n").map((line) => line.split(","));
  const rows = lines.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] || null])));
  const told = [];
  const made = Organisation.fromUnits(rows, "示例", { onProgress: (done, total) => told.push([done, total]) });
  assert.deepEqual(made.toJSON(), organisation.toJSON());
  assert.ok(told.length > 0);
  assert.equal(organisation.at("2012-06-01").unit("a").path.map((unit) => unit.name.zh).join(" > "), "区 > 二街道 > 甲社区");
});

test("lists of many units", () => {
  const day = organisation.at("2012-01-01");
  assert.deepEqual(day.ancestorsOf(["a", "s"]), [["t", "d"], ["d"]]);
  assert.deepEqual(day.descendantsOf(["a", "s"]), [[], ["b"]]);
  assert.deepEqual(organisation.ancestorsOn(["a", "a", "b"], ["2009-01-01", "2012-01-01", "2021-01-01"]), [["s", "d"], ["t", "d"], []]);
  assert.deepEqual(organisation.descendantsOn(["s", "t"], ["2016-01-01"]), [["b"], ["a", "x"]]);
  assert.deepEqual(organisation.at("2016-01-01").commonAncestors(["a", "a"], ["x", "b"]), [
    { a: "a", b: "x", common: "t" },
    { a: "a", b: "b", common: "d" },
  ]);
});

test("amounts add up exactly", () => {
  const amounts = organisation.amounts("unit,value\na,1.5\nb,2.25\nx,-0.5\n");
  const rollup = organisation.rollup("2016-01-01", amounts, true);
  assert.deepEqual(rollup.unit("t"), {
    unit: "t",
    day: "2016-01-01",
    count: 3,
    known: 2,
    sum: "1.00",
    mean: "1/2",
    share: "4/13",
    least: "-0.50",
    most: "1.50",
  });
  assert.equal(rollup.table().find((row) => row.unit === "d").sum, "3.25");
  assert.equal(rollup.day, "2016-01-01");
  assert.equal(organisation.rollup("2021-01-01", new Amounts()).unit("d").count, 5);
});

test("changes by area", () => {
  const rows = organisation.changes(["2009-01-01", "2012-01-01", "2016-01-01", "2021-01-01"], "sub-district");
  assert.equal(rows.length, 3);
  assert.deepEqual(rows[1], {
    from: "2012-01-01",
    until: "2016-01-01",
    area: "t",
    added: 1,
    dropped: 0,
    renamed: 0,
    recoded: 0,
    moved: 0,
    converted: 0,
  });
});

test("what is wrong is told with its place", () => {
  refused(() => Organisation.fromUnits("name,kind\nA,town\n"), "missing-column", "units.code");
  refused(() => Organisation.fromUnits([{ code: "a", name: "A", kind: "castle" }]), "unknown-kind", "units[0].kind");
  refused(() => organisation.at("2012-01-01").ancestorsOf(["nobody"]), "unknown-unit", "units[0]");
  refused(() => organisation.at("2012-01-01").commonAncestors(["a"], []), "ragged-table", "");
  refused(() => organisation.ancestorsOn(["a"], ["2012-13-01"]), "not-a-day", "days[0]");
  refused(() => organisation.amounts([{ unit: "a", value: 0.5 }]), "float-column", "value");
  refused(() => organisation.rollup("2021-01-01", new Amounts()).unit("b"), "unit-not-there", "");
});

test("bytes and back", () => {
  const bytes = organisation.toBytes();
  assert.deepEqual(Organisation.fromBytes(bytes).toJSON(), organisation.toJSON());
  refused(() => Organisation.fromBytes(bytes.slice(0, -1)), "saved-cut-off", "");
  refused(() => Organisation.fromBytes(new Uint8Array([123, 125])), "not-a-saved-organisation", "");
});
