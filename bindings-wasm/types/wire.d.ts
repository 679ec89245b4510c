// Written by `cargo xtask stubs` from the core: do not edit.

/**
 * What a clause says on a day.
 */
export type Answer = { 
/**
 * The clause that was asked.
 */
clause: string, 
/**
 * The day.
 */
day: string, 
/**
 * Whether it is known well enough to decide by.
 */
status: AnswerStatus, 
/**
 * Why not, if it is not.
 */
reason: Reason | null, 
/**
 * The answer, or why there is none, in words.
 */
says: Text, 
/**
 * What the clause is about.
 */
label: Text | null, 
/**
 * What it says; also given where it is known only second-hand.
 */
content: Content | null, 
/**
 * Where it stands, and how surely it is known.
 */
citation: Citation | null, 
/**
 * The first day of this version.
 */
from: string | null, 
/**
 * The first day after this version.
 */
until: string | null, 
/**
 * What a reader should know beside it.
 */
note: Text | null, 
/**
 * The pack it comes from.
 */
pack: string | null, 
/**
 * The day on which that pack's texts were read.
 */
read_on: string | null, };

/**
 * Whether a clause is known well enough to decide by.
 */
export type AnswerStatus = "known" | "unknown";

/**
 * At least `k` of some rules.
 */
export type AtLeastDraft = { 
/**
 * How many.
 */
k: number, 
/**
 * Of which.
 */
of: Array<RuleDraft>, };

/**
 * Who is awarded (评优).
 */
export type AwardDraft = { 
/**
 * The share of a peer group that may be awarded.
 */
share: string | number, 
/**
 * How the number of places is rounded; `floor` unless given.
 */
rounding?: Rounding, 
/**
 * The least total of an awarded unit.
 */
least?: string | number, 
/**
 * Who of those tied across the line is awarded; `none` unless given.
 */
unresolved?: Unresolved, };

/**
 * Of whom a share is taken. Most disputes are about this.
 */
export type Base = "entitled" | "present" | "valid" | "yes-and-no";

/**
 * What is compared when units are ranked.
 */
export type Basis = "rounded" | "exact";

/**
 * A way in which a deciding body may be composed.
 */
export type BodyDraft = { 
/**
 * Its name, such as `household-representatives`.
 */
id: string, 
/**
 * What it is.
 */
label: Text, };

/** A document of the format `shequ.calendar/1`. */
export type CalendarDocument = { format: "shequ.calendar/1" } & CalendarDraft;

/**
 * A calendar as written.
 */
export type CalendarDraft = { 
/**
 * Its key, such as `cn`.
 */
key: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * The days of the week without work, Monday is 1.
 */
weekend: Array<number>, 
/**
 * The holidays that the years speak of.
 */
holidays: Array<HolidayDraft>, 
/**
 * The years, each after the one before.
 */
years: Array<YearDraft>, };

/**
 * What the cells of a column hold.
 */
export type CellKind = "text" | "number" | "count" | "rate" | "yes-no";

/** A document of the format `shequ.cells/1`. */
export type CellsDocument = { format: "shequ.cells/1" } & CellsDraft;

/**
 * Values as they are written, format `shequ.cells/1`: a list of rows, each an object with the columns as its fields.
 */
export type CellsDraft = { 
/**
 * One object a unit.
 */
rows: Record<string, string | number | boolean | null>[], };

/**
 * How surely the text behind a clause is known.
 */
export type Certainty = "unread" | "secondary" | "excerpt" | "text";

/**
 * Ways of doing something.
 */
export type Choice = { pick: Pick, options: Array<Text>, };

/**
 * Ways of doing something.
 */
export type ChoiceDraft = { 
/**
 * Whether one of them is enough.
 */
pick: Pick, 
/**
 * The ways.
 */
options: Array<Text>, };

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
 * A class of voters of a ballot (民主评议).
 */
export type ClassDraft = { 
/**
 * Its key; the columns are `<indicator>_<class>_excellent` and so on.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: Text, 
/**
 * Its weight among the classes that voted.
 */
weight: string | number, };

/**
 * One version of a clause. Exactly one of the contents (`range` to `unread`) is given.
 */
export type ClauseDraft = { 
/**
 * Its name; versions of one clause share it.
 */
id: string, 
/**
 * The instrument it stands in.
 */
instrument: string, 
/**
 * Article, paragraph and item, such as `9(3)` or `278(2) items 6-8`; empty where it is not known.
 */
article: string, 
/**
 * How surely its text is known.
 */
certainty: Certainty, 
/**
 * The first day of this version, if later than its instrument's.
 */
from?: string | null, 
/**
 * The first day after this version, if earlier than its instrument's.
 */
until?: string | null, 
/**
 * What it is about.
 */
label: Text, 
/**
 * What a reader should know beside it.
 */
note?: Text | null, 
/**
 * How far a lower layer may move it; `none` unless given.
 */
override?: OverrideDraft | null, 
/**
 * A least and a most.
 */
range?: RangeDraft | null, 
/**
 * A share of a base.
 */
threshold?: ThresholdDraft | null, 
/**
 * A number of years.
 */
years?: number | null, 
/**
 * A number of days.
 */
days?: number | null, 
/**
 * A date.
 */
day?: string | null, 
/**
 * One of, or all of, some ways.
 */
choice?: ChoiceDraft | null, 
/**
 * What it says in words: a duty, a power or a definition.
 */
provision?: Text | null, 
/**
 * `true` where nobody has read it.
 */
unread?: boolean | null, };

/**
 * Whether the share itself is enough. Civil Code art. 1259: 以上 includes the number, 超过 and 过半数 exclude it.
 */
export type Comparison = "at-least" | "more-than";

/**
 * What a clause says. A closed list: nothing here loops, and no text is run.
 */
export type Content = { "range": Range } | { "threshold": Threshold } | { "years": number } | { "days": number } | { "day": string } | { "choice": Choice } | { "provision": Text } | "unread";

/**
 * What a veto (一票否决) does.
 */
export type Effect = "zero" | "cap-grade" | "no-award";

/**
 * An entry as written.
 */
export type EntryDraft = { 
/**
 * Its place, from 0.
 */
seq: number, 
/**
 * The day it was written.
 */
day: string, 
/**
 * The post or the id in the directory that acted.
 */
actor: string, 
/**
 * What was done.
 */
kind: string, 
/**
 * To what it was done.
 */
subject: string, 
/**
 * Digests of documents and results, by name.
 */
payload: Record<string, string>, 
/**
 * Salted digests of texts that stand beside the chain, by name.
 */
sealed: Record<string, string>, 
/**
 * The digest of the entry before.
 */
previous: string, 
/**
 * The digest of all the rest of this entry.
 */
digest: string, };

/**
 * A kind of event that costs points.
 */
export type EventDraft = { 
/**
 * Its key; the column is `<indicator>_<event>`.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: Text, 
/**
 * The points that each occurrence costs.
 */
each: string | number, };

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
 * How many units have a grade.
 */
export type GradeCount = { 
/**
 * The grade.
 */
grade: string, 
/**
 * The number of units.
 */
units: number, };

/**
 * A grade: totals of `least` or more that reach no better one.
 */
export type GradeDraft = { 
/**
 * Its key, as it stands in the results.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: Text, 
/**
 * The inclusive least total; left out of the last grade.
 */
least?: string | number, };

/**
 * A group of indicators (一级指标).
 */
export type GroupDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: Text, 
/**
 * The points of its indicators together; checked where given.
 */
points?: string | number, 
/**
 * Its indicators.
 */
indicators: Array<IndicatorDraft>, };

/**
 * Figures of a set of units.
 */
export type GroupSummary = { 
/**
 * The peer group; none for all units.
 */
group: string | null, 
/**
 * The number of units.
 */
units: number, 
/**
 * The exact mean of the totals; none without units.
 */
mean: string | null, 
/**
 * The least total.
 */
least: string | null, 
/**
 * The greatest total.
 */
greatest: string | null, 
/**
 * How many units have each grade, from the best to the worst.
 */
grades: Array<GradeCount>, 
/**
 * How many units are awarded.
 */
awards: number, 
/**
 * How many units a veto holds for.
 */
vetoed: number, 
/**
 * How many values of indicators are missing.
 */
missing: number, };

/**
 * A holiday as written.
 */
export type HolidayDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
label: Text, };

/**
 * How the children of a node make its outcome.
 */
export type How = "rule" | "sum" | "all" | "any" | "list";

/**
 * An indicator: its points, its rule and the rule's parameters, flat.
 */
export type IndicatorDraft = { 
/**
 * Its key, which names its column.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: Text, 
/**
 * Where the scheme states it, such as `3(2)`.
 */
article?: string, 
/**
 * The points it brings at most, before a rule's own cap; its weight in a relative scheme.
 */
points: string | number, 
/**
 * How a value becomes points.
 */
rule: RuleName, 
/**
 * The decimals of its column; 0 unless given.
 */
scale?: number, 
/**
 * What is done about a missing value; the scheme's policy unless given.
 */
missing?: Missing, 
/**
 * `linear`, `linear-down`, `met`: the value that brings all points; `rate`: the share that does, 1 unless given.
 */
target?: string | number, 
/**
 * `linear-down`: the value that brings none.
 */
worst?: string | number, 
/**
 * `linear`: the greatest share of the points, 1 unless given.
 */
cap?: string | number, 
/**
 * `tiers`: the tiers from the best to the worst.
 */
tiers?: Array<TierDraft>, 
/**
 * `deduct`: the points that each occurrence costs, for one kind of event.
 */
each?: string | number, 
/**
 * `deduct`: the kinds of events, where there are several.
 */
events?: Array<EventDraft>, 
/**
 * `deduct`: the points that stay whatever happens; 0 unless given (扣完为止).
 */
floor?: string | number, 
/**
 * `ballots`: the classes of voters with their weights.
 */
classes?: Array<ClassDraft>, };

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
 * A law, regulation or charter, with the days on which it is in force.
 */
export type InstrumentDraft = { 
/**
 * Its name in this pack.
 */
id: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * The first day on which it is in force.
 */
from: string, 
/**
 * The first day on which it is no longer in force.
 */
until?: string | null, };

/**
 * A bonus or a penalty: so many points for each occurrence.
 */
export type ItemDraft = { 
/**
 * Its key, which names its column.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: Text, 
/**
 * Where the scheme states it.
 */
article?: string, 
/**
 * The points for each occurrence; 1 unless given, so that the column may hold points.
 */
each?: string | number, 
/**
 * The most points of this item.
 */
cap?: string | number, 
/**
 * The decimals of its column; 0 unless given.
 */
scale?: number, };

/**
 * The language a text is rendered in.
 */
export type Lang = "zh" | "en";

/**
 * Where an instrument stands in the order of law, the highest first.
 */
export type Layer = "national-law" | "national-regulation" | "local-regulation" | "local-rule" | "charter" | "by-law";

/**
 * One indicator's score of one unit.
 */
export type Line = { 
/**
 * The group of the indicator in the scheme.
 */
group: string, 
/**
 * The indicator.
 */
indicator: string, 
/**
 * The value as it was read: a number, `76/173` for a rate, `2, 0` for events; none where it is missing.
 */
value: string | null, 
/**
 * The rule that gave the score.
 */
rule: RuleName, 
/**
 * The policy that gave the score instead, where the value is missing.
 */
missing: Missing | null, 
/**
 * The points the indicator has for this unit, after those of missing siblings were shared out: a decimal where it
 * has one, else a ratio.
 */
points: string, 
/**
 * The score.
 */
score: string, };

/**
 * The first fault of a log.
 */
export type LogBreak = { 
/**
 * The entry, unless the fault is that entries are missing at the end.
 */
seq: number | null, 
/**
 * The stable code.
 */
code: string, 
/**
 * The path in the document.
 */
path: string, 
/**
 * What is wrong.
 */
message: string, };

/**
 * What the verification of a log found.
 */
export type LogCheck = { 
/**
 * The key of the log.
 */
key: string, 
/**
 * Whether every entry is good and the known head, if one was given, was reached.
 */
intact: boolean, 
/**
 * How many entries there are.
 */
entries: number, 
/**
 * How many of them, from the first, are good.
 */
good: number, 
/**
 * The digest of the last good entry.
 */
head: string, 
/**
 * The first fault.
 */
broken: LogBreak | null, };

/** A document of the format `shequ.log/1`. */
export type LogDocument = { format: "shequ.log/1" } & LogDraft;

/**
 * A log as written.
 */
export type LogDraft = { 
/**
 * Its key, which goes into the first link of the chain.
 */
key: string, 
/**
 * The entries in their order.
 */
entries: Array<EntryDraft>, 
/**
 * The digest of the last entry.
 */
head: string, };

/**
 * In what a decision is counted.
 */
export type Measure = "heads" | "area" | "residents" | "households" | "groups";

/**
 * What is done about a missing value. Its effect always stands in the explanation.
 */
export type Missing = "reweight" | "zero" | "full" | "block";

/**
 * How far a lower layer may move a clause.
 */
export type OverrideDraft = "none" | "stricter" | { "range": OverrideRangeDraft };

/**
 * The bounds within which a lower layer may move a value, both included.
 */
export type OverrideRangeDraft = { 
/**
 * The least.
 */
least: string | number, 
/**
 * The most.
 */
most: string | number, };

/** A document of the format `shequ.pack/1`. */
export type PackDocument = { format: "shequ.pack/1" } & PackDraft;

/**
 * A pack of rules, `shequ.pack/1`.
 */
export type PackDraft = { 
/**
 * The name of the pack, unique among packs that are loaded together.
 */
id: string, 
/**
 * What it holds.
 */
label: Text, 
/**
 * Where its instruments stand in the order of law.
 */
layer: Layer, 
/**
 * The day on which the texts were read.
 */
read_on: string, 
/**
 * Packs whose clauses it moves or refers to.
 */
extends?: Array<string>, 
/**
 * The laws, regulations and charters that its clauses stand in.
 */
instruments: Array<InstrumentDraft>, 
/**
 * The clauses, each version of each.
 */
clauses: Array<ClauseDraft>, 
/**
 * What can be decided by them.
 */
questions?: Array<QuestionDraft>, };

/**
 * What is counted against a base.
 */
export type Part = "yes" | "present" | "proposing";

/**
 * Among whom units are ranked and awarded.
 */
export type Peers = "group" | "all";

/**
 * Whether one of some ways is enough.
 */
export type Pick = "one" | "all";

/**
 * A number, day, word or answer with its unit.
 */
export type Quantity = { "count": number } | { "decimal": string } | { "ratio": string } | { "rate": string } | { "area": string } | { "money": string } | { "day": string } | { "words": Text } | { "status": Status };

/**
 * A question that a pack can decide.
 */
export type QuestionDraft = { 
/**
 * Its name, such as `owners.special`.
 */
id: string, 
/**
 * What is asked.
 */
label: Text, 
/**
 * The first day on which it can be asked.
 */
from?: string | null, 
/**
 * The first day on which it can no longer be asked.
 */
until?: string | null, 
/**
 * Which clauses make the verdict.
 */
require: RuleDraft, 
/**
 * The ways in which the deciding body may be composed, if the clause leaves a choice.
 */
bodies?: Array<BodyDraft>, 
/**
 * Whether the facts may be a list of owners' units.
 */
units?: boolean, 
/**
 * The clauses that say how units are counted as heads and area.
 */
counting?: Array<string>, };

/**
 * A least and a most of a count, both included.
 */
export type Range = { least: number | null, most: number | null, unit: Text, usual: boolean, };

/**
 * A least and a most of a count; at least one of them.
 */
export type RangeDraft = { 
/**
 * The least, itself included.
 */
least?: number | null, 
/**
 * The most, itself included.
 */
most?: number | null, 
/**
 * What is counted, such as households (户).
 */
unit: Text, 
/**
 * Whether it says what is usual (一般): guidance, and not a bound.
 */
usual?: boolean, };

/**
 * How units are ranked.
 */
export type RankingDraft = { 
/**
 * What is compared.
 */
basis: Basis, 
/**
 * Which rank equals get.
 */
ties: Ties, 
/**
 * The indicators whose scores break ties, first to last.
 */
tie_break?: string[], 
/**
 * Among whom; within each peer group unless given.
 */
peers?: Peers, };

/**
 * Why a clause decides nothing.
 */
export type Reason = "missing-facts" | "unread" | "secondary" | "not-in-force" | "period-uncertain";

/**
 * How a number is brought to fewer decimals. There is no default: whoever rounds says how.
 */
export type Rounding = "half-up" | "half-even" | "floor" | "ceiling" | "truncate";

/**
 * How clauses make a verdict: a clause's name, or `{all = [...]}`, `{any = [...]}`, `{at-least = {k, of}}`, `{not = ...}`.
 */
export type RuleDraft = string | { 
/**
 * The parts.
 */
all: Array<RuleDraft>, } | { 
/**
 * The parts.
 */
any: Array<RuleDraft>, } | { 
/**
 * How many, and of what.
 */
"at-least": AtLeastDraft, } | { 
/**
 * The part.
 */
not: RuleDraft, };

/**
 * The name of a rule.
 */
export type RuleName = "linear" | "linear-down" | "met" | "tiers" | "deduct" | "rate" | "ballots";

/**
 * A column that a scheme reads.
 */
export type SchemeColumn = { 
/**
 * Its name.
 */
name: string, 
/**
 * What its cells hold.
 */
kind: CellKind, 
/**
 * The decimals of its numbers.
 */
scale: number, 
/**
 * Whether it must be there; cells may still be missing.
 */
required: boolean, };

/** A document of the format `shequ.scheme/1`. */
export type SchemeDocument = { format: "shequ.scheme/1" } & SchemeDraft;

/**
 * A scheme as it is written, format `shequ.scheme/1`.
 *
 * Exact numbers are whole numbers or texts such as `"10.5"`; a float is refused.
 */
export type SchemeDraft = { 
/**
 * What the scheme is called.
 */
title: Text, 
/**
 * What it evaluates: units, posts or services; there is no choice for a person.
 */
subject: Subject, 
/**
 * The points of all groups together; checked where given.
 */
total?: string | number, 
/**
 * Whether points must sum to what is declared (`exact`) or are shared out in proportion (`relative`).
 */
weights?: Weights, 
/**
 * How scores and totals are rounded; `half-up` (四舍五入) unless given.
 */
rounding?: Rounding, 
/**
 * The decimals of an indicator's score; 4 unless given.
 */
line_scale?: number, 
/**
 * The decimals of a total; 2 unless given.
 */
total_scale?: number, 
/**
 * What is done about a missing value where an indicator does not say; `reweight` unless given.
 */
missing?: Missing, 
/**
 * The groups of indicators.
 */
groups: Array<GroupDraft>, 
/**
 * What adds to the base.
 */
bonuses?: Array<ItemDraft>, 
/**
 * The most that all bonuses together add.
 */
bonus_cap?: string | number, 
/**
 * What is taken from the base.
 */
penalties?: Array<ItemDraft>, 
/**
 * The most that all penalties together take.
 */
penalty_cap?: string | number, 
/**
 * What overrides the points (一票否决).
 */
vetoes?: Array<VetoDraft>, 
/**
 * The grades from the best to the worst.
 */
grades?: Array<GradeDraft>, 
/**
 * How units are ranked; without it they are not.
 */
ranking?: RankingDraft, 
/**
 * Who is awarded; without it nobody is.
 */
award?: AwardDraft, 
/**
 * The units that are evaluated, where the scheme names them.
 */
units?: Array<SubjectDraft>, };

/** A document of the format `shequ.sealed/1`. */
export type SealedDocument = { format: "shequ.sealed/1" } & SealedDraft;

/**
 * The texts beside a log as written.
 */
export type SealedDraft = { 
/**
 * The texts that were not erased.
 */
texts: Array<SealedTextDraft>, };

/**
 * A text with its salt.
 */
export type SealedTextDraft = { 
/**
 * The entry.
 */
seq: number, 
/**
 * The name of the part.
 */
part: string, 
/**
 * The text.
 */
text: string, 
/**
 * The salt in hexadecimal digits.
 */
salt: string, };

/**
 * The answer to a question that a rule decides.
 */
export type Status = "notMet" | "unknown" | "met";

/**
 * What a scheme evaluates. There is no choice for a person: residents are never scored.
 */
export type Subject = "unit" | "post" | "service";

/**
 * A unit that the scheme evaluates.
 */
export type SubjectDraft = { 
/**
 * Its key, as in the column `unit`.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: Text, 
/**
 * Its peer group.
 */
group?: string, };

/**
 * An evaluation in figures.
 */
export type Summary = { 
/**
 * The scheme.
 */
title: Text, 
/**
 * What was evaluated.
 */
subject: Subject, 
/**
 * The number of indicators.
 */
indicators: number, 
/**
 * Figures of all units.
 */
all: GroupSummary, 
/**
 * Figures of each peer group, in the order of their names.
 */
groups: Array<GroupSummary>, };

/**
 * A text in Chinese and English; where one is not given, the other stands for it.
 *
 * In documents it is a string, for both, or `{zh = "社区", en = "community"}`.
 */
export type Text = { zh: string, en: string, };

/**
 * A share of a base that a part must reach, tested by cross-multiplication.
 */
export type Threshold = { part: Part, base: Base, measure: Measure, comparison: Comparison, share: string, words: Text | null, };

/**
 * A share of a base that a part must reach.
 */
export type ThresholdDraft = { 
/**
 * What is counted.
 */
part: Part, 
/**
 * Of how many.
 */
base: Base, 
/**
 * In which measure.
 */
measure: Measure, 
/**
 * Whether the share itself is enough.
 */
comparison: Comparison, 
/**
 * The share, such as `2/3`.
 */
share: string | number, 
/**
 * Who or what makes the base, in the words of the clause.
 */
words?: Text | null, };

/**
 * A tier: a value of `least` or more brings `share` of the points.
 */
export type TierDraft = { 
/**
 * The inclusive lower bound.
 */
least: string | number, 
/**
 * The share of the points, from 0 to 1.
 */
share: string | number, };

/**
 * Which rank equals get.
 */
export type Ties = "min" | "dense" | "ordinal";

/**
 * What an evaluation says of one unit.
 */
export type UnitScore = { 
/**
 * The unit's key.
 */
unit: string, 
/**
 * Its peer group, if it has one.
 */
group: string | null, 
/**
 * The points of all indicators.
 */
base: string, 
/**
 * What bonuses add, capped.
 */
bonus: string, 
/**
 * What penalties take, capped.
 */
penalty: string, 
/**
 * The total, rounded, after vetoes.
 */
total: string, 
/**
 * The key of its grade; none where the scheme has no grades.
 */
grade: string | null, 
/**
 * Its rank in its peer group before ties are broken; none where the scheme does not rank.
 */
rank: number | null, 
/**
 * Its rank after the tie-break.
 */
rank_after_tie_break: number | null, 
/**
 * Whether no veto bars it from an award.
 */
eligible: boolean, 
/**
 * Whether it is awarded.
 */
award: boolean, 
/**
 * The keys of the vetoes that hold.
 */
vetoes: Array<string>, 
/**
 * How many values of indicators are missing.
 */
missing: number, };

/**
 * Who is awarded of those tied across the line.
 */
export type Unresolved = "none" | "all";

/**
 * A veto (一票否决).
 */
export type VetoDraft = { 
/**
 * Its key, which names its column of yes and no.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: Text, 
/**
 * Where the scheme states it.
 */
article?: string, 
/**
 * What it does.
 */
effect: Effect, 
/**
 * `cap-grade`: the best grade that is left.
 */
grade?: string, 
/**
 * The law or decision that allows the veto.
 */
authority?: Text, };

/**
 * Something in a valid scheme that its author should look at.
 */
export type Warning = { 
/**
 * Its stable code.
 */
code: string, 
/**
 * Where in the scheme.
 */
path: string, 
/**
 * What it is about.
 */
message: Text, };

/**
 * Whether points must sum to what is declared.
 */
export type Weights = "exact" | "relative";

/**
 * A year as written: the days off and the make-up days by holiday.
 */
export type YearDraft = { 
/**
 * The year.
 */
year: number, 
/**
 * How many working days it has, where the source says so; checked.
 */
working_days: number | null, 
/**
 * Days off, by the key of the holiday.
 */
off: Record<string, string[]>, 
/**
 * Weekend days that are worked for a holiday (调休), by its key.
 */
worked: Record<string, string[]>, };
