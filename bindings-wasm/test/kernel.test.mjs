// The kernel through the built package: plain data in and out, canonical JSON, digests, errors.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { ShequError, canonical, digest, version } from "shequ";

const fault = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ShequError, String(error));
    return error;
  }
  assert.fail("nothing was thrown");
};

test("canonical JSON is that of RFC 8785", () => {
  const value = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
    literals: [null, true, false],
  };
  assert.equal(
    canonical(value),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("a digest is the SHA-256 of the canonical JSON", () => {
  const value = { 社区: ["01", 77, "122/230"], b: { d: false, c: -0 } };
  assert.equal(digest(value), createHash("sha256").update(canonical(value)).digest("hex"));
  assert.equal(digest({}), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  assert.equal(digest({ a: 1, b: 2 }), digest({ b: 2, a: 1 }));
  assert.notEqual(digest({ a: 1 }), digest({ a: "1" }));
});

test("whole numbers, bigints and texts of one count are told apart or alike as their types say", () => {
  assert.equal(canonical([1, 1n, 1.0, "1"]), '[1,1,1,"1"]');
  assert.equal(canonical([2 ** 53 - 1, BigInt(2 ** 53) - 1n]), "[9007199254740991,9007199254740991]");
  assert.equal(canonical(2n ** 70n), '"1180591620717411303424"');
  assert.equal(fault(() => canonical(2n ** 200n)).code, "number-too-large");
});

test("what has no value is left out of objects and empty in lists", () => {
  assert.equal(canonical({ a: undefined, b: null, c: [undefined, , 1] }), '{"b":null,"c":[null,null,1]}');
  assert.equal(canonical(undefined), "null");
});

test("what knows its plain form is taken by it", () => {
  class Decimal {
    toJSON() {
      return "45.67";
    }
  }
  assert.equal(canonical({ area: new Decimal() }), '{"area":"45.67"}');
  assert.equal(canonical(Object.assign(Object.create(null), { a: 1 })), '{"a":1}');
  assert.equal(canonical(vm.runInNewContext("({ a: [1, { b: 2n }] })")), '{"a":[1,{"b":2}]}');
});

test("what has no plain form is refused with its place", () => {
  const loop = { a: [{}] };
  loop.a[0].b = loop;
  for (const [value, path] of [
    [{ day: new Date(0) }, "day"],
    [[1, { f: () => 1 }], "[1].f"],
    [{ a: { b: [Symbol("s")] } }, "a.b[0]"],
    [loop, "a[0].b"],
    [{ a: new Map() }, "a"],
    [{ a: "\ud800" }, "a"],
    [{ get a() { throw new Error("no"); } }, ""],
  ]) {
    const error = fault(() => canonical(value));
    assert.deepEqual([error.name, error.code, error.path], ["DocumentError", "not-plain", path]);
  }
  assert.equal(canonical("\ufffd"), '"\ufffd"');
});

test("what is not finite or too deep is refused", () => {
  for (const number of [NaN, Infinity, -Infinity]) {
    const error = fault(() => digest({ a: number }));
    assert.deepEqual([error.name, error.code], ["ValueFault", "not-finite"]);
  }
  let deep = [];
  for (let i = 0; i < 100; i++) deep = [deep];
  assert.equal(fault(() => canonical(deep)).code, "document-too-deep");
});

test("an error is an Error with code, path, help and all faults", () => {
  const error = fault(() => canonical({ a: { day: new Date(0) } }));
  assert.ok(error instanceof Error);
  assert.match(String(error), /^DocumentError: \[not-plain\] a\.day: a Date, .* has no plain form\n {2}help: /);
  assert.equal(error.count, 1);
  assert.deepEqual(Object.keys(error.faults[0]), ["kind", "code", "path", "message", "help"]);
  assert.ok(error.help.length > 0 && !error.message.includes("DocumentError"));
});

test("the version is that of the package", () => {
  const manifest = JSON.parse(readFileSync(new URL("../pkg/package.json", import.meta.url), "utf8"));
  assert.equal(version(), manifest.version);
});
