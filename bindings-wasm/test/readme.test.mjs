// The snippets of the package's README run.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const cwd = fileURLToPath(new URL("..", import.meta.url));

for (const [, snippet] of readme.matchAll(/```js\n([\s\S]*?)```/g)) {
  test(snippet.split("\n", 1)[0], () => {
    const checks = `
      import assert from "node:assert/strict";
      assert.equal(verdict.status, "met");
      assert.equal(card.total("community-01"), "36.67");`;
    execFileSync(process.execPath, ["--input-type=module", "-e", snippet + checks], { cwd });
  });
}
