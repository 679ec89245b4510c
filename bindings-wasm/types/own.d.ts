/** What is taken as plain data: texts, numbers, bigints, lists and objects; decimals, money, areas and ratios as texts. */
export type Plain = unknown;

/** A text in a document: the same words for both languages, or one for each. */
export type TextDraft = string | { zh?: string; en?: string };

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

/** The rule packs that ship. */
export const packs: {
  /** China: residents' committees, villagers' committees, owners' decisions, elections, Beijing and Shanghai. */
  readonly cn: Packs;
  /** German condominium owners. */
  readonly de: Packs;
  /** English parish councils. */
  readonly gb: Packs;
  /** Californian common interest developments. */
  readonly us: Packs;
  /** Polish participatory budgets. */
  readonly pl: Packs;
};

/** A table as rows, one object a row; exact numbers as texts, or as numbers of which each is its shortest decimal. */
export type Rows = Record<string, string | number | bigint | boolean | null | undefined>[];

/** A Vega-Lite 6 specification with its data, for Vega-Embed and every other reader of Vega-Lite. */
export interface ChartSpec {
  $schema: string;
  /** What the chart shows, for those who hear it. */
  description: string;
  title: { text: string; subtitle: string[]; [key: string]: unknown };
  [key: string]: unknown;
}

/** An indicator of a scheme. */
export interface SchemeIndicator {
  key: string;
  label: Text;
  /** The group it belongs to. */
  group: string;
  /** Its points, as an exact ratio. */
  points: string;
  rule: RuleName;
  /** What is done where its value is missing. */
  missing: Missing;
  /** The decimals of its values. */
  scale: number;
}

/** What is appended to a log. Actor, kind and subject are keys, never names of residents. */
export interface NewEntry {
  day: string;
  /** The post, or the id in the directory, that acted. */
  actor: string;
  kind: string;
  subject: string;
  /** Digests of documents and results, by name. */
  payload?: Record<string, string>;
  /** Texts of which only salted digests enter the chain, by name. */
  sealing?: Record<string, string>;
  /** Salts of 16 bytes or more as hexadecimal digits, by the name of the text; drawn where they are left out. */
  salts?: Record<string, string>;
}

/** The facts of a decision as an argument: an object, which need not name its format, or the text of a document. */
export type FactsInput = FactsDocument | FactsDraft | Facts | string;

/** An event as an argument: an object, which need not name its format, or the text of a document. */
export type EventInput = EventDocument | OrganisationEventDraft | string;

/** Values of units as an argument: rows, a document, or its text. */
export type CellsInput = Rows | CellsDocument | CellsDraft | Cells | string;

/** How GeoJSON is read: the names of its properties, how exactly coordinates are kept, and lines that are barriers. */
export type GeoInput = Partial<GeoOptions> & { barriers?: object | string };

/** A Popolo document: `organizations`, `areas`, `posts`, `persons`, `memberships`, and whatever else it has. */
export type Popolo = { [key: string]: unknown };

/** Linked data: an inline `@context`, and the nodes of the `@graph`. */
export type JsonLd = { "@context": Record<string, string>; "@graph": Array<{ [key: string]: unknown }> };

/** Columns of numbers, beside a column `unit` that names the rows: lists or typed arrays by name, rows, or comma-separated text. */
export type NumbersInput =
  | Rows
  | Record<string, ArrayLike<string | number | bigint | boolean | null | undefined>>
  | string;

/** Floats as a list or a typed array. */
export type FloatsInput = ArrayLike<number>;

/** Weights of criteria, in their order or by name. */
export type WeightsInput = FloatsInput | Record<string, number>;

/** Weights of criteria that are whole numbers, in their order or by name. */
export type WholeWeightsInput = ArrayLike<number | bigint> | Record<string, number | bigint>;

/** A method's parameters; the criteria of which less is better; and whether weights need not sum to one. */
export type DecideOptions = Omit<MethodDraft, "method"> & { costs?: string[]; unscaled?: boolean };

/** A normalisation's parameters, and the criteria of which less is better. */
export type NormaliseOptions = Omit<NormalisationDraft, "method"> & { costs?: string[] };

/** How judgements become weights, by what table they are tested, and whether only those above the diagonal are given. */
export interface AhpOptions {
  priorities?: Priorities;
  table?: RandomIndex;
  upper?: boolean;
}

/** How far judgements contradict each other, whether that is acceptable, and what to say where it is not. */
export type ConsistencyResult = Consistency & { acceptable: boolean; warning: Text | null };

/** What VIKOR finds, with the rows that cannot be told from the best. */
export type VikorResult = Vikor & { compromise: number[] };

/** Scores by the benefit of the doubt, with the share of each criterion in each score and the names of the rows. */
export type DoubtResult = Doubt & { shares: (number[] | null)[]; units: string[] | null };

/** What each stage of an index left, one row a unit. */
export type IndexStages = Record<"raw" | "denominated" | "imputed" | "treated" | "normalised", Rows>;

/** An election whose rules are a part of it, or rules that were read before. */
export type ElectionInput = Omit<ElectionDocument, "rules"> & { rules: ElectionRulesDraft | ElectionRules };

/** A timeline whose procedure is a part of it, or a procedure that was read before. */
export type TimelineInput = Omit<TimelineDocument, "procedure"> & { procedure: ProcedureDraft | Procedure };
