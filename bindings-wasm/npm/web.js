
// What follows is written by hand and stands at the end of the generated glue.
export { ShequError } from "./error.js";

const made = {};

/** The packs that ship, made when they are asked for. */
export const packs = Object.freeze({
  get cn() {
    return (made.cn ??= Packs.cn());
  },
  get de() {
    return (made.de ??= Packs.de());
  },
  get gb() {
    return (made.gb ??= Packs.gb());
  },
  get us() {
    return (made.us ??= Packs.us());
  },
  get pl() {
    return (made.pl ??= Packs.pl());
  },
});
