// Makes one CommonJS file of an entry: node tools/commonjs.mjs <entry> <outfile>
import { buildSync } from "esbuild";

const [entry, outfile] = process.argv.slice(2);

buildSync({
  entryPoints: [entry],
  outfile,
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  logLevel: "warning",
  // The entry reads the code itself; the glue's own address of it is never asked for.
  logOverride: { "empty-import-meta": "silent" },
});
