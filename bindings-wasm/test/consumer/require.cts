// A consumer by `require`: it need only type-check.
import shequ = require("shequ");

const hex: string = shequ.digest({ a: 1 });
export const shown = (explanation: shequ.Explanation): string => explanation.renderHtml("zh") + hex;
