/** What is taken as plain data: texts, numbers, bigints, lists and objects; decimals, money, areas and ratios as texts. */
export type Plain = unknown;

/** One fault of an input: where, and what. */
export interface Fault {
  /** The name of its exception class, such as `SchemeError`. */
  kind: string;
  /** The stable code, such as `weights-do-not-sum`. */
  code: string;
  /** The place in the input, such as `scheme.groups[2].points`; empty where it has none. */
  path: string;
  /** What is wrong. */
  message: string;
  /** What to do about it; may be empty. */
  help: string;
}

/** What every function of this package throws. Its `name` is the class of the first fault, such as `SchemeError`. */
export class ShequError extends Error {
  private constructor();
  /** The stable code of the first fault. */
  readonly code: string;
  /** The place of the first fault; empty where it has none. */
  readonly path: string;
  /** What to do about the first fault; may be empty. */
  readonly help: string;
  /** Every fault, in the order of the input; at most a hundred. */
  readonly faults: readonly Fault[];
  /** How many faults were found, those left out for being too many included. */
  readonly count: number;
}

/** How long work is watched and stopped. */
export interface Watch {
  /** Told how many of the steps are done; `false` stops the work with the error `stopped`. */
  onProgress?: (done: number, total: number) => unknown;
  /** Stops the work with the error `stopped` once it is aborted, for instance in `onProgress`. */
  signal?: AbortSignal;
}
