// esbuild follows no addresses of wasm files: the entry with the code inside makes one file that runs anywhere.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const out = mkdtempSync(join(tmpdir(), "shequ-esbuild-"));
after(() => rmSync(out, { recursive: true }));

test("one file by esbuild, for a browser, runs", async () => {
  const outfile = join(out, "app.mjs");
  buildSync({
    stdin: {
      contents: 'import { digest, ShequError } from "shequ/inline"; export { ShequError }; export const answer = digest({});',
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    outfile,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
  });
  const app = await import(pathToFileURL(outfile));
  assert.equal(app.answer, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});
