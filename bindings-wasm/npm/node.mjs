// The same instance as by `require`, so that a value of one is a value of the other.
import shequ from "./node.cjs";

export const { /* names */ } = shequ;
