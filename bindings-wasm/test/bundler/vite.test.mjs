// Vite, Rollup and webpack 5 follow the address of the wasm file and put it among the assets.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { buildApp } from "./vite.mjs";

const out = mkdtempSync(join(tmpdir(), "shequ-vite-"));
after(() => rmSync(out, { recursive: true }));

test("an app by Vite has the wasm file as an asset", async () => {
  await buildApp(out);
  const assets = readdirSync(join(out, "assets"));
  const wasm = assets.find((name) => name.endsWith(".wasm"));
  assert.ok(wasm, assets.join(", "));
  const head = readFileSync(join(out, "assets", wasm)).subarray(0, 4);
  assert.deepEqual([...head], [0, 0x61, 0x73, 0x6d]);
  const script = assets.find((name) => name.endsWith(".js"));
  assert.ok(readFileSync(join(out, "assets", script), "utf8").includes(wasm), "the script does not name the asset");
});
