// The package in headless Chromium: as plain modules from a server, and as an app built by Vite.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { buildApp } from "../bundler/vite.mjs";

const EMPTY = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const home = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "shequ-browser-"));
const roots = { app: join(scratch, "app"), node_modules: join(home, "node_modules"), test: join(home, "test") };
const PAGE = `<!doctype html><meta charset="utf-8"><title>shequ</title><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "shequ": "/node_modules/shequ/index.js" } }</script>
<script type="module" src="/test/bundler/app/main.js"></script>`;

let server, browser, origin;

before(async () => {
  server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const [, top, ...rest] = path.split("/");
    if (path === "/plain.html") return response.setHeader("content-type", "text/html").end(PAGE);
    const file = top in roots ? join(roots[top], ...rest) : undefined;
    if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    response.setHeader("content-type", TYPES[extname(file)] ?? "text/plain").end(readFileSync(file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${server.address().port}`;
  const flags = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run";
  browser = await chromium.launchPersistentContext(join(scratch, "profile"), {
    executablePath: process.env.SHEQU_CHROMIUM,
    headless: true,
    args: flags.split(" "),
  });
});

after(async () => {
  await browser?.close();
  server?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const answer = async (path) => {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error));
  page.on("console", (line) => line.type() === "error" && errors.push(line.text()));
  await page.goto(origin + path);
  await page.waitForFunction(() => globalThis.answer !== undefined, null, { timeout: 20_000 }).catch((error) => errors.push(error));
  const found = await page.evaluate(() => globalThis.answer);
  await page.close();
  assert.deepEqual(errors, []);
  return found;
};

test("plain modules, without a bundler", async () => {
  assert.deepEqual(await answer("/plain.html"), { digest: EMPTY, code: "not-plain" });
});

test("an app built by Vite", async () => {
  await buildApp(roots.app);
  assert.deepEqual(await answer("/app/index.html"), { digest: EMPTY, code: "not-plain" });
});
