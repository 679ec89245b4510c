
// What follows is written by hand and stands at the end of the generated glue.
export { ShequError } from "./error.js";

let cn;

/** The packs that ship, made when they are asked for. */
export const packs = Object.freeze({
  get cn() {
    return (cn ??= Packs.cn());
  },
});
