// Builds the app in test/bundler/app into a directory.
import { fileURLToPath } from "node:url";
import { build } from "vite";

export const buildApp = (outDir) =>
  build({
    root: fileURLToPath(new URL("app", import.meta.url)),
    base: "./",
    configFile: false,
    logLevel: "error",
    build: { outDir, emptyOutDir: true, target: "es2022" },
  });
