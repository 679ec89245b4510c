import { ShequError, digest } from "shequ";

let code;
try {
  digest({ day: new Date(0) });
} catch (error) {
  code = error instanceof ShequError && error.code;
}
globalThis.answer = { digest: digest({}), code };
