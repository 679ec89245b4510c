// For browsers, and for bundlers that follow `new URL(..., import.meta.url)`: Vite, webpack 5, Rollup with its plugin, Parcel.
import load from "./web.js";

await load();

export { /* names */ } from "./web.js";
