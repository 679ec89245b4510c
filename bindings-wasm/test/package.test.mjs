// The package as Node finds it: both kinds of import are one instance, and each entry loads.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as imported from "shequ";

const require = createRequire(import.meta.url);
const required = require("shequ");

test("import and require give the same names and the same classes", () => {
  assert.deepEqual(Object.keys(imported).sort(), Object.keys(required).sort());
  for (const name of Object.keys(imported)) {
    assert.equal(imported[name], required[name], name);
  }
});

test("the entry with the code inside answers alike", async () => {
  const inline = await import("shequ/inline");
  assert.deepEqual(Object.keys(inline).sort(), Object.keys(imported).sort());
  assert.equal(inline.digest({ a: 1 }), imported.digest({ a: 1 }));
});

test("the entry for loading by hand answers alike", async () => {
  const { default: init, digest } = await import("shequ/web");
  await init({ module_or_path: readFileSync(require.resolve("shequ/shequ_bg.wasm")) });
  assert.equal(digest({ a: 1 }), imported.digest({ a: 1 }));
});

test("the package carries its licences and names no machine", () => {
  const files = ["LICENSE-MIT", "LICENSE-APACHE", "README.md"];
  const home = new URL("../node_modules/shequ/", import.meta.url);
  for (const file of files) assert.ok(readFileSync(new URL(file, home)).length > 0);
  const code = readFileSync(new URL("shequ_bg.wasm", home), "latin1");
  const here = new URL("../..", import.meta.url).pathname;
  assert.ok(!code.includes(here), "the code names the directory it was built in");
});
