// Written by `cargo xtask stubs` from the core: do not edit.

/**
 * How surely the text behind a clause is known.
 */
export type Certainty = "unread" | "secondary" | "excerpt" | "text";

/**
 * Where a rule stands.
 */
export type Citation = { 
/**
 * The law, regulation, charter or scheme.
 */
instrument: Text, 
/**
 * The article, paragraph and item, as cited.
 */
article: string, 
/**
 * How surely its text is known.
 */
certainty: Certainty, };

/**
 * One node of an explanation, with everything below it.
 */
export type ExplanationData = { 
/**
 * What the node is about.
 */
label: Text, 
/**
 * The key of the rule that decided, if one did.
 */
rule: string | null, 
/**
 * Where that rule stands.
 */
citation: Citation | null, 
/**
 * The numbers that went in.
 */
inputs: Array<Input>, 
/**
 * What came out.
 */
outcome: Quantity, 
/**
 * The arithmetic or the reason in words, such as `76/173 x 10.5 = 4.6127`.
 */
note: Text | null, 
/**
 * How the children make the outcome.
 */
how: How, 
/**
 * The parts.
 */
children: Array<ExplanationData>, };

/**
 * How the children of a node make its outcome.
 */
export type How = "rule" | "sum" | "all" | "any" | "list";

/**
 * A named number that went into a node.
 */
export type Input = { 
/**
 * What it is.
 */
label: Text, 
/**
 * Its value.
 */
value: Quantity, };

/**
 * The language a text is rendered in.
 */
export type Lang = "zh" | "en";

/**
 * A number, day, word or answer with its unit.
 */
export type Quantity = { "count": number } | { "decimal": string } | { "ratio": string } | { "rate": string } | { "area": string } | { "money": string } | { "day": string } | { "words": Text } | { "status": Status };

/**
 * The answer to a question that a rule decides.
 */
export type Status = "notMet" | "unknown" | "met";

/**
 * A text in Chinese and English; where one is not given, the other stands for it.
 *
 * In documents it is a string, for both, or `{zh = "社区", en = "community"}`.
 */
export type Text = { zh: string, en: string, };
