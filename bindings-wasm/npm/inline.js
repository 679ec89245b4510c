// With the code inside, ready at once: for bundlers that follow no addresses, for single files, for workers.
import { initSync } from "./web.js";

const code = "/* code */";

initSync({ module: Uint8Array.from(atob(code), (sign) => sign.charCodeAt(0)) });

export { /* names */ } from "./web.js";
