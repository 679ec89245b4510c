// For Node, made into CommonJS: the code is read from the file beside this one.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initSync } from "./web.js";

initSync({ module: readFileSync(join(__dirname, "shequ_bg.wasm")) });

export { /* names */ } from "./web.js";
