// Written by `cargo xtask stubs` from the core: do not edit.

/**
 * A unit ends without a successor (撤销).
 */
export type Abolish = { 
/**
 * The unit.
 */
unit: string, 
/**
 * What becomes of the units within it: `close`, or `move` with `to`.
 */
children?: Children, 
/**
 * The unit that those within it move into.
 */
to?: string, 
/**
 * The first day on which it is no more.
 */
day: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * The ages of a group, in years.
 */
export type Age = { 
/**
 * The exact mean; none where no year of birth is known.
 */
mean: string | null, 
/**
 * The mean with one decimal, a half up.
 */
rounded: string | null, 
/**
 * The youngest.
 */
least: number | null, 
/**
 * The oldest.
 */
most: number | null, 
/**
 * How many heads went in.
 */
counted: number, 
/**
 * Heads whose year of birth is not known.
 */
unknown: number, 
/**
 * The unit of measure: `years`.
 */
unit: string, 
/**
 * How an age is reckoned: `calendar-years`, the year of the day less the year of birth.
 */
basis: string, };

/**
 * An agreement between units.
 */
export type AgreementDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its kind: `triple-pairing`, `pairing`, `co-building`.
 */
kind: string, 
/**
 * Its parties.
 */
parties: Array<string>, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string, };

/**
 * An earlier entry was otherwise: another stands in its place (修正).
 */
export type Amend = { 
/**
 * The key of the entry.
 */
entry: string, 
/**
 * What happened, without a key and a day of recording of its own.
 */
event: OrganisationEventDraft, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * What a unit had or has.
 */
export type Amount = { 
/**
 * The unit.
 */
unit: string, 
/**
 * How many.
 */
count: string | number, };

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
 * Floor area in square metres, each an exact text or a whole number; what is left out is not known.
 */
export type AreaTallyDraft = { 
/**
 * All of it.
 */
entitled?: string | number | null, 
/**
 * What takes part.
 */
present?: string | number | null, 
/**
 * What votes for.
 */
yes?: string | number | null, 
/**
 * What votes against.
 */
no?: string | number | null, 
/**
 * What abstains.
 */
abstain?: string | number | null, 
/**
 * What votes invalidly.
 */
invalid?: string | number | null, };

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
label: TextDraft, };

/**
 * The least and the most households of a grid, both included.
 */
export type Bounds = { 
/**
 * The least.
 */
least: number, 
/**
 * The most.
 */
most: number, };

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
label?: TextDraft, 
/**
 * The days of the week without work, Monday is 1.
 */
weekend: Array<number>, 
/**
 * The holidays that the years speak of.
 */
holidays?: Array<HolidayDraft>, 
/**
 * The years, each after the one before.
 */
years: Array<YearDraft>, };

/**
 * What a reader must know beside an answer.
 */
export type Caution = { 
/**
 * A stable word for it: `excerpt`, `secondary`, `split-heads`, `counting-unknown`.
 */
code: string, 
/**
 * The clause it concerns.
 */
clause: string | null, 
/**
 * The words.
 */
text: Text, };

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
 * One rule as it was checked.
 */
export type Check = { 
/**
 * The rule.
 */
rule: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * The kind of unit that it was checked for, where a clause belongs to one kind.
 */
kind: string | null, 
/**
 * The clause that gives its number.
 */
clause: string | null, 
/**
 * Where that stands.
 */
citation: Citation | null, 
/**
 * Met, not met, or unknown where the clause was not read or facts are missing.
 */
status: Status, 
/**
 * How many units, posts, holdings or statements were looked at.
 */
subjects: number, 
/**
 * How many violations were found.
 */
violations: number, 
/**
 * The keys of those for which facts are missing or dates leave it open.
 */
missing: Array<string>, };

/**
 * What becomes of the units within a unit that ends.
 */
export type Children = "move" | "close";

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
options: Array<TextDraft>, };

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
label?: TextDraft, 
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
label: TextDraft, 
/**
 * What a reader should know beside it.
 */
note?: TextDraft | null, 
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
provision?: TextDraft | null, 
/**
 * `true` where nobody has read it.
 */
unread?: boolean | null, };

/**
 * One clause of a verdict.
 */
export type ClauseView = { 
/**
 * Its name.
 */
clause: string, 
/**
 * What it is about.
 */
label: Text, 
/**
 * Its answer.
 */
status: Status, 
/**
 * Why it has none.
 */
reason: Reason | null, 
/**
 * Both sides, if it is a threshold that is known.
 */
sides: Sides | null, 
/**
 * The least changes that flip it.
 */
margins: Array<Margin>, 
/**
 * Where it stands.
 */
citation: Citation | null, };

/**
 * A code with its scheme.
 */
export type CodeRecord = { 
/**
 * The scheme.
 */
scheme: string, 
/**
 * The code.
 */
code: string, };

/**
 * Whether the share itself is enough. Civil Code art. 1259: 以上 includes the number, 超过 and 过半数 exclude it.
 */
export type Comparison = "at-least" | "more-than";

/**
 * The merges of a period in total: how many units became how many, and that nothing counted was lost.
 */
export type Consolidation = { 
/**
 * The measure that was counted.
 */
measure: string, 
/**
 * How many units ended.
 */
sources: number, 
/**
 * How many units they became.
 */
targets: number, 
/**
 * The sum over the sources before, as stated, or else as it flowed out of them.
 */
before: string, 
/**
 * The sum over the targets after, less what those that went on had before, as stated, or else as it flowed in.
 */
after: string, 
/**
 * Merges that counted it and state the counts of all sources before and of all targets after: on loading these
 * were found equal to what flowed, source by source and target by target.
 */
conserved: number, 
/**
 * Merges that counted it without stating all counts.
 */
unchecked: number, 
/**
 * Merges that did not count the measure.
 */
uncounted: number, };

/**
 * What a clause says. A closed list: nothing here loops, and no text is run.
 */
export type Content = { "range": Range } | { "threshold": Threshold } | { "years": number } | { "days": number } | { "day": string } | { "choice": Choice } | { "provision": Text } | "unread";

/**
 * A unit becomes one of another kind (镇改街、村改居), as itself or as a new unit.
 */
export type Convert = { 
/**
 * The unit.
 */
unit: string, 
/**
 * Its new kind.
 */
kind: string, 
/**
 * Its new name, if that changes.
 */
name?: string | Text, 
/**
 * Its new code, if that changes.
 */
code?: string, 
/**
 * The scheme of its code; `code` where there is only one.
 */
scheme?: string, 
/**
 * The key of a new unit that it becomes; without it, it stays itself.
 */
into?: string, 
/**
 * The parent of the new unit; that of the old one unless given.
 */
parent?: string, 
/**
 * What becomes of the units within it where it becomes a new unit; they move unless said otherwise.
 */
children?: Children, 
/**
 * The first day of the new kind.
 */
day: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * The pairs of touching buildings that lie in two grids.
 */
export type Cut = { 
/**
 * How many, those at a barrier left out.
 */
edges: number, 
/**
 * How long their common boundaries are, in the unit of the territory's coordinates.
 */
length: string, 
/**
 * How many lie at a barrier, where a border should lie.
 */
at_barriers: number, };

/**
 * A code of a unit in a scheme, from a day until a day.
 */
export type DatedCode = { 
/**
 * The scheme of the code; `code` where there is only one.
 */
scheme?: string, 
/**
 * The code.
 */
code: string, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string, };

/**
 * A kind of a unit, from a day until a day.
 */
export type DatedKind = { 
/**
 *The kind.
 */
kind: string, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string, };

/**
 * A name of a unit, from a day until a day.
 */
export type DatedName = { 
/**
 *The name.
 */
name: string | Text, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string, };

/**
 * A parent of a unit, from a day until a day.
 */
export type DatedParent = { 
/**
 *The unit.
 */
unit: string, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string, };

/** A document of the format `shequ.decision/1`. */
export type DecisionDocument = { format: "shequ.decision/1" } & RecordDraft;

/**
 * The languages of diagrams.
 */
export type DiagramFormat = "mermaid" | "graphviz";

/**
 * One thing that does not agree with a record.
 */
export type Difference = { 
/**
 * `record`, `pack`, `facts` or `verdict`.
 */
what: string, 
/**
 * In words.
 */
text: Text, };

/**
 * What a veto (一票否决) does.
 */
export type Effect = "zero" | "cap-grade" | "no-award";

/**
 * Why a holding ended.
 */
export type EndReason = "term-ended" | "resigned" | "moved" | "removed" | "retired" | "post-ended" | "other";

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
payload?: Record<string, string>, 
/**
 * Salted digests of texts that stand beside the chain, by name.
 */
sealed?: Record<string, string>, 
/**
 * The digest of the entry before.
 */
previous: string, 
/**
 * The digest of all the rest of this entry.
 */
digest: string, };

/** A document of the format `shequ.event/1`. */
export type EventDocument = { format: "shequ.event/1" } & OrganisationEventDraft;

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
label?: TextDraft, 
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
 * The arithmetic or the reason in words, such as `76/173 × 10.5 = 4.6127`.
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

/** A document of the format `shequ.facts/1`. */
export type FactsDocument = { format: "shequ.facts/1" } & FactsDraft;

/**
 * The facts of a decision, `shequ.facts/1`: tallies, or a list of owners' units.
 */
export type FactsDraft = { 
/**
 * The day of the decision, which says which law holds.
 */
day?: string | null, 
/**
 * A secret that enters the digest of the facts, so that nobody finds a list of votes by trying.
 */
salt?: string | null, 
/**
 * How the deciding body is composed, where the law leaves a choice.
 */
body?: string | null, 
/**
 * Heads.
 */
heads?: TallyDraft | null, 
/**
 * Exclusive floor area.
 */
area?: AreaTallyDraft | null, 
/**
 * Residents.
 */
residents?: TallyDraft | null, 
/**
 * Households.
 */
households?: TallyDraft | null, 
/**
 * Residents' groups.
 */
groups?: TallyDraft | null, 
/**
 * Every exclusive unit, for a vote of owners.
 */
units?: Array<VotingUnitDraft> | null, };

/**
 * What kind of fault a plan has.
 */
export type FaultKind = "unassigned" | "doubled" | "empty" | "not-contiguous" | "barrier-crossed" | "too-few" | "too-many" | "compound-split" | "communities-mixed";

/**
 * The fewest units whose votes, changed, flip a verdict.
 */
export type FewestUnits = { 
/**
 * What the verdict becomes.
 */
to: Status, 
/**
 * So many units can flip it.
 */
units: number, 
/**
 * Fewer than this cannot.
 */
at_least: number, 
/**
 * Whether both numbers are the same: the answer is then exact.
 */
proven: boolean, };

/**
 * One violation (问题): what, which rule, since when, and what mends it.
 */
export type Finding = { 
/**
 * The rule.
 */
rule: string, 
/**
 * How grave it is.
 */
severity: Severity, 
/**
 * Where the rule stands, if a pack was given.
 */
citation: Citation | null, 
/**
 * What it is about.
 */
subject: FindingSubject, 
/**
 * The days around the day asked about on which it holds without a break, exact to the day.
 */
period: Stretch, 
/**
 * The numbers that decided.
 */
facts: Array<Input>, 
/**
 * The proof, where it is a path.
 */
path: Array<Step>, 
/**
 * What is wrong.
 */
message: Text, 
/**
 * What mends it.
 */
remedy: Text, };

/**
 * What a finding is about, by key and name.
 */
export type FindingSubject = { 
/**
 * Whether it is a unit, a post or a statement.
 */
kind: SubjectKind, 
/**
 * Its key; a statement has none.
 */
key: string, 
/**
 * Its name.
 */
name: Text, };

/**
 * A flow from a source into a target.
 */
export type Flow = { 
/**
 * The source.
 */
source: string, 
/**
 * The target.
 */
target: string, 
/**
 * How many.
 */
count: string | number, };

/**
 * A unit is founded (设立).
 */
export type Found = { 
/**
 * The key of the new unit.
 */
unit: string, 
/**
 * Its kind.
 */
kind: string, 
/**
 * Its name.
 */
name: string | Text, 
/**
 * Its code.
 */
code?: string, 
/**
 * The scheme of its code; `code` where there is only one.
 */
scheme?: string, 
/**
 * The unit that it lies within.
 */
parent?: string, 
/**
 * Its first day.
 */
day: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * How GeoJSON is read: the names of the properties, and how exactly coordinates are kept.
 */
export type GeoOptions = { 
/**
 * The property with the key; otherwise the feature's own `id`, then the property `key`, then `id`.
 */
key: string | null, 
/**
 * The property with the number of households; `households` unless given.
 */
households: string | null, 
/**
 * The property with the residential compound; `compound` unless given.
 */
compound: string | null, 
/**
 * The property with the community; `community` unless given.
 */
community: string | null, 
/**
 * How many decimals of the coordinates are kept; 7 unless given (about a centimetre of a degree), 3 suits metres.
 */
decimals: number | null, 
/**
 * Points at most so many units apart, each way, are one point; 1 unless given, at most 20.
 */
snap: number | null, };

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
label?: TextDraft, 
/**
 * The inclusive least total; left out of the last grade.
 */
least?: string | number, };

/**
 * The totals of a grid.
 */
export type GridCheck = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * How many buildings.
 */
buildings: number, 
/**
 * How many households.
 */
households: number, 
/**
 * In how many parts it lies, barriers counted; 1 is contiguous.
 */
parts: number, 
/**
 * How many faults name it.
 */
faults: number, };

/**
 * A grid as written.
 */
export type GridDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
label?: TextDraft, 
/**
 * The keys of its buildings.
 */
buildings: string[], };

/**
 * Which posts a statistic is about; an empty list leaves its side open.
 *
 * ```
 * use shequ::organisation::Group;
 * let heads = Group { titles: vec!["主任".into()], kinds: vec!["residents-committee".into()], ..Group::default() };
 * assert!(heads.within.is_empty());
 * ```
 */
export type Group = { 
/**
 * What it is called.
 */
label?: Text, 
/**
 * Keys of units: posts of these and of all within them count.
 */
within?: Array<string>, 
/**
 * Kinds of units whose posts count.
 */
kinds?: Array<string>, 
/**
 * Titles of posts that count, in Chinese or English.
 */
titles?: Array<string>, };

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
label?: TextDraft, 
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
 * A holder of posts: an opaque key, never a name.
 */
export type HolderDraft = { 
/**
 * The key.
 */
key: string, 
/**
 * The year of birth, and no more.
 */
born?: string, 
/**
 * Schooling completed.
 */
schooling: Schooling | null, };

/**
 * A holding of a post by a holder.
 */
export type HoldingDraft = { 
/**
 * The post.
 */
post: string, 
/**
 * The holder.
 */
holder: string, 
/**
 * The first day of it.
 */
from?: string, 
/**
 * The first day after it.
 */
until?: string, 
/**
 * Why it ended.
 */
end_reason: EndReason | null, };

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
label: TextDraft, };

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
label?: TextDraft, 
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
title: TextDraft, 
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
label?: TextDraft, 
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
 * A kind of unit that a document adds to those that ship.
 */
export type KindDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name; its key unless given.
 */
label?: string | TextDraft, 
/**
 * The level of its area: 3 district, 4 sub-district, 5 community, 6 grid, 7 building; 0, of none, unless given.
 */
level?: number, 
/**
 * What rules look at; `association` unless given.
 */
role?: Role, 
/**
 * Clauses of rule packs by the number that they bound: `size`, `term`, or a measure.
 */
clauses?: { [key in string]: string }, };

/**
 * The language a text is rendered in.
 */
export type Lang = "zh" | "en";

/**
 * Where an instrument stands in the order of law, the highest first.
 */
export type Layer = "national-law" | "national-regulation" | "local-regulation" | "local-rule" | "charter" | "by-law";

/**
 * A period in which a unit exists.
 */
export type Lifetime = { 
/**
 * The first day of it.
 */
from?: string, 
/**
 * The first day after it.
 */
until?: string, };

/**
 * The answer to an as-of question about dates that are known only within bounds.
 */
export type Likely = "no" | "possible" | "yes";

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
 * What a unit became, or what it came from (沿革).
 */
export type LineageData = { 
/**
 * The unit asked about.
 */
unit: UnitName, 
/**
 * The day at the other end of the question.
 */
day: string, 
/**
 * The measure that the shares are of.
 */
measure: string | null, 
/**
 * The units at the other end, in the order of their keys.
 */
ends: Array<LineageEnd>, 
/**
 * The events between, in the order of their days.
 */
steps: Array<LineageStep>, };

/**
 * A unit at the other end of a lineage.
 */
export type LineageEnd = { 
/**
 * The unit, by its name then.
 */
unit: UnitName, 
/**
 * The share of what was asked about, exactly; none where no event counted the measure.
 */
share: string | null, 
/**
 * Whether the unit exists on that day.
 */
exists: Likely, 
/**
 * Whether an inferred event leads there; left out where none does.
 */
inferred?: boolean, };

/**
 * An event of a lineage.
 */
export type LineageStep = { 
/**
 * What happened: `found`, `abolish`, `rename`, `recode`, `reparent`, `convert`, `merge`, `split`, `transfer`, `replace`,
 * `restore`.
 */
event: string, 
/**
 * When.
 */
day: string, 
/**
 * By which document.
 */
instrument: Text | null, 
/**
 * The units before, by their names the day before.
 */
before: Array<UnitName>, 
/**
 * The units after, by their names that day.
 */
after: Array<UnitName>, 
/**
 * `possible` where the bounds of its day leave open that it is between.
 */
likely: Likely, 
/**
 * The key of its entry, if it has one.
 */
key?: string, 
/**
 * Where it is known from.
 */
source?: Text, 
/**
 * When it was recorded.
 */
recorded?: string, 
/**
 * The confidence with which it was inferred; left out where it is documented.
 */
inferred?: string, };

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
 * One thing that a translation leaves behind: where it stands, and why.
 *
 * The value itself is not repeated: it may be personal, and who translates has it.
 */
export type Loss = { 
/**
 * Its path in the document that is translated, such as `organizations[2].image`.
 */
path: string, 
/**
 * Why it is left behind.
 */
reason: LossReason, };

/**
 * Why something is not carried over.
 */
export type LossReason = "no-place" | "personal" | "redundant" | "empty" | "embedded" | "not-expressible" | "contradicts" | "worked-in";

/**
 * The least change of one kind that flips a clause.
 */
export type Margin = { 
/**
 * What changes.
 */
kind: MarginKind, 
/**
 * What the clause becomes.
 */
to: Status, 
/**
 * How much of the clause's own measure.
 */
amount: Quantity, };

/**
 * What a margin changes.
 */
export type MarginKind = "switched" | "added";

/**
 * In what a decision is counted.
 */
export type Measure = "heads" | "area" | "residents" | "households" | "groups";

/**
 * A measure that a document adds to those that ship.
 */
export type MeasureDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
label: string | TextDraft, 
/**
 * The unit of a value.
 */
unit: string, 
/**
 * The units that a change may be written in.
 */
change: Array<string>, 
/**
 * Whether its values are whole numbers.
 */
whole?: boolean, };

/**
 * Units become one other or several others (合并): the sources end, the targets begin or go on.
 */
export type Merge = { 
/**
 * The units that end.
 */
sources: Array<string>, 
/**
 * The units that they become: a new one with its facts, or one that exists by its key alone.
 */
targets: Array<Target>, 
/**
 * How many households, or what else was counted, went from which source into which target.
 */
shares?: Array<Shares>, 
/**
 * What becomes of the units within what ends; they move unless said otherwise, which takes one target.
 */
children?: Children, 
/**
 * Units within, and the target that each moves into.
 */
moves?: Array<Move>, 
/**
 * The first day on which the sources are no more.
 */
day: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * What is done about a missing value. Its effect always stands in the explanation.
 */
export type Missing = "reweight" | "zero" | "full" | "block";

/**
 * How somebody comes into a post.
 */
export type Mode = "elected" | "appointed" | "acting" | "ex-officio";

/**
 * A unit within a source, and where it goes.
 */
export type Move = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The target that it moves into.
 */
to: string, };

/**
 * A building of a graph document.
 */
export type NodeDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * How many households live in it.
 */
households: number, 
/**
 * Where it is drawn.
 */
x?: number | string, 
/**
 * Where it is drawn.
 */
y?: number | string, 
/**
 * The residential compound (小区) it belongs to.
 */
compound?: string, 
/**
 * The community (社区) it belongs to.
 */
community?: string, };

/** A document of the format `shequ.organisation/1`. */
export type OrganisationDocument = { format: "shequ.organisation/1" } & OrganisationDraft;

/**
 * The document `shequ.organisation/1`.
 */
export type OrganisationDraft = { 
/**
 * What it is about.
 */
title: string | TextDraft, 
/**
 * Where the data come from.
 */
sources?: Array<string | TextDraft>, 
/**
 * Kinds of units beside those that ship.
 */
kinds?: Array<KindDraft>, 
/**
 * Measures beside those that ship.
 */
measures?: Array<MeasureDraft>, 
/**
 * Units as they were before the events.
 */
units?: Array<UnitDraft>, 
/**
 * What changed them since, applied in the order of their days.
 */
events?: Array<OrganisationEventDraft>, 
/**
 * Relations between units.
 */
relations?: Array<RelationDraft>, 
/**
 * Posts.
 */
posts?: Array<PostDraft>, 
/**
 * Holders of posts.
 */
holders?: Array<HolderDraft>, 
/**
 * Who held which post when.
 */
holdings?: Array<HoldingDraft>, 
/**
 * Agreements between units.
 */
agreements?: Array<AgreementDraft>, 
/**
 * Numbers counted of units.
 */
indicators?: Array<UnitIndicatorDraft>, 
/**
 * Published statistics to check.
 */
statements?: Array<StatementDraft>, };

/**
 * An entry of the log, written under the name of what happened.
 */
export type OrganisationEventDraft = { "found": Found } | { "abolish": Abolish } | { "rename": Rename } | { "recode": Recode } | { "reparent": Reparent } | { "convert": Convert } | { "merge": Merge } | { "split": Split } | { "transfer": Transfer } | { "replace": Replace } | { "restore": Restore } | { "state": State } | { "retract": Retract } | { "amend": Amend };

/**
 * A part of an organisation that stands in a table.
 */
export type OrganisationPart = "units" | "kinds" | "names" | "codes" | "parents" | "events" | "relations" | "posts" | "holders" | "holdings" | "agreements" | "indicators" | "statements";

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
label: TextDraft, 
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
 * A pack that was used.
 */
export type PackRef = { 
/**
 * Its name.
 */
id: string, 
/**
 * The day on which its texts were read.
 */
read_on: string, 
/**
 * The digest of its content.
 */
digest: string, };

/**
 * Which units of a set have an agreement of a kind on a day (结对).
 */
export type PairingData = { 
/**
 * The day.
 */
day: string, 
/**
 * The kind of agreement.
 */
kind: string, 
/**
 * The agreements that certainly hold.
 */
agreements: number, 
/**
 * Their parties, each agreement counted by itself.
 */
parties: number, 
/**
 * Units that are a party to more than one of them.
 */
repeated: Array<UnitName>, 
/**
 * How many units were asked about.
 */
asked: number, 
/**
 * How many of these are a party.
 */
paired: number, 
/**
 * Those that are not.
 */
unpaired: Array<UnitName>, };

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
 * What the check of a plan answers.
 */
export type PlanCheckData = { 
/**
 * Whether nothing was found.
 */
ok: boolean, 
/**
 * How many buildings the territory has.
 */
buildings: number, 
/**
 * How many households live in them.
 */
households: number, 
/**
 * The bounds that were checked, if the plan has any.
 */
bounds: Bounds | null, 
/**
 * What was checked not to be split.
 */
keep_together: Together | null, 
/**
 * What each grid was checked to lie within.
 */
within: Within | null, 
/**
 * Each grid with its totals, in the order of the plan.
 */
grids: Array<GridCheck>, 
/**
 * What is wrong, by kind and then in the order of the plan.
 */
faults: Array<PlanFault>, 
/**
 * What the grids' borders cut.
 */
cut: Cut, };

/** A document of the format `shequ.plan/1`. */
export type PlanDocument = { format: "shequ.plan/1" } & PlanDraft;

/**
 * A plan, `shequ.plan/1`.
 */
export type PlanDraft = { 
/**
 * Its name.
 */
label?: TextDraft, 
/**
 * How many households a grid may have.
 */
bounds?: Bounds, 
/**
 * What is not split between grids.
 */
keep_together?: Together, 
/**
 * What a grid lies within.
 */
within?: Within, 
/**
 * The grids.
 */
grids: Array<GridDraft>, };

/**
 * A fault of a plan, with the buildings concerned.
 */
export type PlanFault = { 
/**
 * What kind.
 */
kind: FaultKind, 
/**
 * The grids it concerns.
 */
grids: string[], 
/**
 * The buildings it concerns, by key; of a grid beyond its bounds, all its buildings.
 */
buildings: string[], 
/**
 * The parts of a grid that does not hold together, each with its buildings.
 */
parts: string[][], 
/**
 * The pairs of buildings with a barrier between them that keep a grid together.
 */
pairs: [string, string][], 
/**
 * The households of a grid beyond its bounds.
 */
households: number | null, 
/**
 * The bound that it misses.
 */
bound: number | null, 
/**
 * The compound that is split, or the communities that are mixed.
 */
groups: string[], 
/**
 * The same in words.
 */
message: Text, };

/**
 * A part of a source that went into a target.
 */
export type Portion = { 
/**
 * The source.
 */
source: string, 
/**
 * The target.
 */
target: string, 
/**
 * The part, such as `1/3`.
 */
ratio: string | number, };

/**
 * A post of a unit.
 */
export type PostDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The unit that has it.
 */
unit: string, 
/**
 * Its title, such as 主任.
 */
title: string | TextDraft, 
/**
 * How many hold it at once; 1 unless given.
 */
capacity: number | null, 
/**
 * The years of a term.
 */
term_years: number | null, 
/**
 * How somebody comes into it.
 */
mode: Mode | null, };

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
label: TextDraft, 
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
unit: TextDraft, 
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
 * A unit gets another code (改码).
 */
export type Recode = { 
/**
 * The unit.
 */
unit: string, 
/**
 * Its new code.
 */
code: string, 
/**
 * The scheme of the code; `code` where there is only one.
 */
scheme?: string, 
/**
 * The first day of the new code.
 */
day: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * The record of a decision, `shequ.decision/1`: whoever has it, the packs and the facts evaluates it again.
 */
export type RecordDraft = { 
/**
 * The question.
 */
question: string, 
/**
 * The day whose rules decided.
 */
day: string, 
/**
 * Whether clauses known only second-hand decided.
 */
accepts_secondary: boolean, 
/**
 * The packs whose clauses and counting rules were used.
 */
packs: Array<PackRef>, 
/**
 * The digest of the facts.
 */
facts: string, 
/**
 * The verdict as it was given.
 */
verdict: VerdictView, 
/**
 * That this is no legal advice.
 */
notice: TextDraft, 
/**
 * The digest of all the rest.
 */
digest: string, };

/**
 * A relation between two units.
 */
export type RelationDraft = { 
/**
 * What the source does to the target: `leads`, `guides`, `located-in`, `serves` ...
 */
kind: string, 
/**
 * The unit that leads, guides, serves.
 */
source: string, 
/**
 * The unit that is led, guided, served.
 */
target: string, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string, };

/**
 * A unit gets another name (更名).
 */
export type Rename = { 
/**
 * The unit.
 */
unit: string, 
/**
 * Its new name.
 */
name: string | Text, 
/**
 * The first day of the new name.
 */
day: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * A unit comes to lie within another (划归).
 */
export type Reparent = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The unit that it lies within from then on; without it, none.
 */
parent?: string, 
/**
 * The first day on which it lies there.
 */
day: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * Many units end and many begin by one document (撤销并相应成立).
 */
export type Replace = { 
/**
 * The units that end.
 */
sources: Array<string>, 
/**
 * The units that begin, each with its facts.
 */
targets: Array<Target>, 
/**
 * How many households, or what else was counted, went from which source into which target.
 */
shares?: Array<Shares>, 
/**
 * What becomes of the units within what ends; they move unless said otherwise, which takes one target.
 */
children?: Children, 
/**
 * Units within, and the target that each moves into.
 */
moves?: Array<Move>, 
/**
 * The first day on which the sources are no more.
 */
day: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * What a validation found (核查报告).
 */
export type ReportData = { 
/**
 * The day.
 */
day: string, 
/**
 * The rules that were checked, those without a violation too.
 */
checks: Array<Check>, 
/**
 * The violations, by rule and subject.
 */
violations: Array<Finding>, };

/**
 * A unit that ended begins again (恢复设立); what is not given is as it was when it ended.
 */
export type Restore = { 
/**
 * The unit.
 */
unit: string, 
/**
 * Its kind.
 */
kind?: string, 
/**
 * Its name.
 */
name?: string | Text, 
/**
 * Its code.
 */
code?: string, 
/**
 * The scheme of its code; `code` where there is only one.
 */
scheme?: string, 
/**
 * The unit that it lies within.
 */
parent?: string, 
/**
 * The first day on which it exists again.
 */
day: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * An earlier entry is taken back: it never happened (撤回).
 */
export type Retract = { 
/**
 * The key of the entry.
 */
entry: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * What rules look at in a kind of unit.
 */
export type Role = "area" | "community" | "village" | "self-governing" | "government" | "party" | "party-branch" | "assembly" | "supervision" | "service" | "association" | "located";

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
title: TextDraft, 
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

/**
 * Schooling completed (学历), a closed list.
 */
export type Schooling = "primary" | "lower-secondary" | "upper-secondary" | "tertiary";

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
 * How grave a finding is.
 */
export type Severity = "error" | "guidance";

/**
 * A share of a group, as counted.
 */
export type Share = { 
/**
 * How many of how many, such as `122/230`; none where it is known of nobody.
 */
rate: string | null, 
/**
 * In percent with two decimals, a half up.
 */
percent: string | null, 
/**
 * Heads of whom it is not known; they are in no side of the rate.
 */
unknown: number, 
/**
 * The unit of measure of `percent`: `percent`. A difference of two shares is in percentage points.
 */
unit: string, };

/**
 * What went where in an event, in one measure: counted as flows, or as exact ratios of each source.
 */
export type Shares = { 
/**
 * The measure: `households`, `population`, `area`.
 */
measure: string, 
/**
 * From which source into which target, how many; what stays, from the source into itself.
 */
flows?: Array<Flow>, 
/**
 * Which part of a source went into which target; the parts of a source add up to one, what stays with it included.
 */
ratios?: Array<Portion>, 
/**
 * What the sources, and targets that existed, had before; checked against the flows.
 */
before?: Array<Amount>, 
/**
 * What the targets have after; checked against the flows.
 */
after?: Array<Amount>, };

/**
 * Both sides of a comparison, exactly.
 */
export type Sides = { 
/**
 * In which measure.
 */
measure: Measure, 
/**
 * What is counted.
 */
part: Part, 
/**
 * Of how many.
 */
base: Base, 
/**
 * Whether the share itself is enough.
 */
comparison: Comparison, 
/**
 * The share.
 */
share: string, 
/**
 * The part, if it is known.
 */
part_value: Quantity | null, 
/**
 * The base, if it is known.
 */
base_value: Quantity | null, 
/**
 * The comparison written out, such as `3 × 182.68 >= 2 × 274.02`.
 */
text: string | null, 
/**
 * The left side multiplied out.
 */
left: string | null, 
/**
 * The right side multiplied out.
 */
right: string | null, };

/**
 * A unit becomes several (析置、分设); it ends unless it is one of the targets itself.
 */
export type Split = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The units that it becomes, two or more.
 */
targets: Array<Target>, 
/**
 * How many households, or what else was counted, went from which source into which target.
 */
shares?: Array<Shares>, 
/**
 * What becomes of the units within what ends; they move unless said otherwise, which takes one target.
 */
children?: Children, 
/**
 * Units within, and the target that each moves into.
 */
moves?: Array<Move>, 
/**
 * The first day of the targets.
 */
day: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * A fact of a unit over a period is set right (更正); nothing happened to the unit.
 */
export type State = { 
/**
 * The unit.
 */
unit: string, 
/**
 * Its kind in the period.
 */
kind?: string, 
/**
 * Its name in the period.
 */
name?: string | Text, 
/**
 * Its code.
 */
code?: string, 
/**
 * The scheme of its code; `code` where there is only one.
 */
scheme?: string, 
/**
 * The unit that it lies within in the period.
 */
parent?: string, 
/**
 * It bears no code of the scheme in the period.
 */
no_code?: boolean, 
/**
 * It lies within no unit in the period.
 */
no_parent?: boolean, 
/**
 * The periods in which it exists, all of them; `from` and `until` are left out then.
 */
life?: Array<Lifetime>, 
/**
 * The first day of the period; without it, from the beginning.
 */
from?: string, 
/**
 * The first day after the period; without it, without end.
 */
until?: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * A published statistic, kept to be checked.
 */
export type StatementDraft = { 
/**
 * Its words.
 */
label: string | TextDraft, 
/**
 * The measure that it speaks of.
 */
measure: string, 
/**
 * The value that it states.
 */
value?: string | number, 
/**
 * The change that it states, below zero for a fall.
 */
change?: string | number, 
/**
 * The unit of measure in which it states it.
 */
unit: string, 
/**
 * The day as of which it was stated.
 */
from?: string, 
/**
 * Who published it.
 */
source?: string | TextDraft, };

/**
 * Who holds the posts of a group on a day (班子结构), counted and never listed.
 */
export type StatisticsData = { 
/**
 * The day.
 */
day: string, 
/**
 * What the group is called.
 */
label: Text, 
/**
 * Units with a post of the group.
 */
units: number, 
/**
 * Posts.
 */
posts: number, 
/**
 * Places in these posts.
 */
places: number, 
/**
 * Holdings on the day; somebody in two posts counts twice (任职人次).
 */
holdings: number, 
/**
 * Heads; somebody in two posts counts once (人数).
 */
heads: number, 
/**
 * Holdings that dates within bounds leave open; they are not counted.
 */
possible: number, 
/**
 * Places that nobody certainly holds.
 */
vacant: number, 
/**
 * Heads for each unit, such as `230/39`.
 */
heads_per_unit: string | null, 
/**
 * The same with two decimals, a half up.
 */
heads_per_unit_rounded: string | null, 
/**
 * Ages of the heads.
 */
age: Age, 
/**
 * The share of heads under 35 years.
 */
under_35: Share, 
/**
 * The share of heads with upper-secondary schooling or more.
 */
upper_secondary: Share, };

/**
 * The answer to a question that a rule decides.
 */
export type Status = "notMet" | "unknown" | "met";

/**
 * A step of a proof: a unit, and how it stands to the next.
 */
export type Step = { 
/**
 * The unit.
 */
unit: UnitName, 
/**
 * The key of its relation to the next unit, such as `leads`; none at the end.
 */
relation: string | null, };

/**
 * From a day until a day; a side that is open has none.
 */
export type Stretch = { 
/**
 * The first day; none where it held before all records.
 */
from: string | null, 
/**
 * The first day after it; none where it goes on.
 */
until: string | null, };

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
label?: TextDraft, 
/**
 * Its peer group.
 */
group?: string, };

/**
 * What a finding is about.
 */
export type SubjectKind = "unit" | "post" | "statement";

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
 * What was counted; what is left out is not known.
 */
export type TallyDraft = { 
/**
 * All who may vote.
 */
entitled?: number | null, 
/**
 * Those present, or taking part in the vote.
 */
present?: number | null, 
/**
 * Votes for.
 */
yes?: number | null, 
/**
 * Votes against.
 */
no?: number | null, 
/**
 * Abstentions.
 */
abstain?: number | null, 
/**
 * Invalid votes.
 */
invalid?: number | null, 
/**
 * Those who propose.
 */
proposing?: number | null, };

/**
 * A target of an event: a unit that exists, or a new one.
 */
export type Target = { 
/**
 * Its key.
 */
unit: string, 
/**
 * The kind of a new unit.
 */
kind?: string, 
/**
 * The name of a new unit.
 */
name?: string | Text, 
/**
 * The code of a new unit.
 */
code?: string, 
/**
 * The scheme of its code.
 */
scheme?: string, 
/**
 * The parent of a new unit.
 */
parent?: string, };

/** A document of the format `shequ.territory/1`. */
export type TerritoryDocument = { format: "shequ.territory/1" } & TerritoryDraft;

/**
 * A territory as a graph, `shequ.territory/1`.
 */
export type TerritoryDraft = { 
/**
 * Its name.
 */
label?: TextDraft, 
/**
 * How many decimals of coordinates and lengths are kept; 7 unless given.
 */
decimals?: number, 
/**
 * The buildings, or parcels.
 */
nodes: Array<NodeDraft>, 
/**
 * Which of them touch.
 */
edges?: Array<[string | number, string | number, (string | number)?, boolean?]>, };

/**
 * What a territory holds.
 */
export type TerritorySummary = { 
/**
 * How many buildings.
 */
buildings: number, 
/**
 * How many households.
 */
households: number, 
/**
 * How many pairs of buildings touch.
 */
edges: number, 
/**
 * How many of these pairs a barrier separates.
 */
barriers: number, 
/**
 * How many parts there are that do not touch, barriers counted.
 */
parts: number, 
/**
 * The digest of all that decides: keys, households, compounds, communities and edges, whatever their order.
 */
digest: string, };

/**
 * A text in Chinese and English; where one is not given, the other stands for it.
 *
 * In documents it is a string, for both, or `{zh = "社区", en = "community"}`.
 */
export type Text = { zh: string, 
/**
 * Empty where it is the same.
 */
en: string, };

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
words?: TextDraft | null, };

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
 * What a plan keeps together.
 */
export type Together = "compound";

/**
 * Part of a unit goes to another (部分划转); both go on.
 */
export type Transfer = { 
/**
 * The unit that gives a part.
 */
unit: string, 
/**
 * The unit that it goes to: one that exists by its key alone, or a new one with its facts.
 */
target: Target, 
/**
 * How many households, or what else was counted, went from which source into which target.
 */
shares?: Array<Shares>, 
/**
 * Units directly within it that go with the part.
 */
along?: Array<string>, 
/**
 * The first day on which it belongs to the target.
 */
day: string, 
/**
 * The document that did it, such as 泉政〔2003〕12号.
 */
instrument?: string | Text, 
/**
 * Where it is known from.
 */
source?: string | Text, 
/**
 * The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
 */
recorded?: string, 
/**
 * A key of its own, by which a correction names it.
 */
key?: string, 
/**
 * The confidence with which it was inferred; absent where it is documented.
 */
inferred?: string, };

/**
 * A unit (单位): an area or a body, with all that changed about it.
 */
export type UnitDraft = { 
/**
 * Its key, which never changes.
 */
key: string, 
/**
 * Its kind, if it never changed.
 */
kind: string | null, 
/**
 * Its kinds, if they changed.
 */
kinds?: Array<DatedKind>, 
/**
 * Its name, if it never changed.
 */
name?: string | TextDraft, 
/**
 * Its names, if they changed.
 */
names?: Array<DatedName>, 
/**
 * Its code, if it never changed.
 */
code?: string, 
/**
 * Its codes, if they changed or have schemes.
 */
codes?: Array<DatedCode>, 
/**
 * The unit that it lies within, if that never changed.
 */
parent: string | null, 
/**
 * The units that it lay within.
 */
parents?: Array<DatedParent>, 
/**
 * The first day on which it exists.
 */
from?: string, 
/**
 * The first day on which it no longer exists.
 */
until?: string, 
/**
 * The stretches of days on which it exists, instead of `from` and `until`, if it ended and began again.
 */
lives?: Array<Lifetime>, };

/**
 * A number counted of a unit, from a day on until the next.
 */
export type UnitIndicatorDraft = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The measure: `households`, `population`, `members` ...
 */
measure: string, 
/**
 * The number, in the measure's unit.
 */
value: string | number, 
/**
 * The day as of which it was counted.
 */
from?: string, 
/**
 * Who published it.
 */
source?: string | TextDraft, };

/**
 * A unit's key with its name and kind of a day.
 */
export type UnitName = { 
/**
 * The key.
 */
key: string, 
/**
 * The name.
 */
name: Text, 
/**
 * The key of the kind.
 */
kind: string, };

/**
 * All that a day shows of a unit.
 */
export type UnitRecord = { 
/**
 * The key.
 */
key: string, 
/**
 * The name of the day.
 */
name: Text, 
/**
 * The key of the kind of the day.
 */
kind: string, 
/**
 * The kind's name.
 */
kind_label: Text, 
/**
 * The level of the kind.
 */
level: number, 
/**
 * The codes of the day.
 */
codes: Array<CodeRecord>, 
/**
 * The key of the unit that it lies within.
 */
parent: string | null, 
/**
 * From the top down to the unit itself.
 */
path: Array<UnitName>, 
/**
 * How many units it lies within.
 */
depth: number, 
/**
 * How many units lie directly within it.
 */
children: number, 
/**
 * How many units lie within it at any depth.
 */
descendants: number, 
/**
 * `yes`, or `possible` where dates known only within bounds leave open that it exists or lies there.
 */
likely: Likely, 
/**
 * The first day of its existence, where it is recorded.
 */
from: string | null, 
/**
 * The first day on which it is no more, where it ends.
 */
until: string | null, 
/**
 * Whether it rests on an inferred event; left out where it does not.
 */
inferred?: boolean, };

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
 * The answer to a question, with everything that made it.
 */
export type VerdictView = { 
/**
 * The question.
 */
question: string, 
/**
 * What was asked.
 */
label: Text, 
/**
 * The day whose rules decided.
 */
day: string, 
/**
 * The answer.
 */
status: Status, 
/**
 * How the deciding body was composed.
 */
body: Text | null, 
/**
 * How the clauses make the answer.
 */
require: RuleDraft, 
/**
 * Each clause, in the order of the question.
 */
clauses: Array<ClauseView>, 
/**
 * The least facts that are still needed.
 */
missing: Array<string>, 
/**
 * What a reader must know beside the answer.
 */
cautions: Array<Caution>, 
/**
 * Of a list of units: the fewest whose votes, changed, flip the answer.
 */
fewest_units: FewestUnits | null, };

/**
 * What became of a record that was evaluated again.
 */
export type Verification = { 
/**
 * Whether everything agrees.
 */
ok: boolean, 
/**
 * What does not: `record`, `pack`, `facts`, `verdict`.
 */
differs: Array<Difference>, 
/**
 * The digest of the record, computed again.
 */
digest: string, };

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
label?: TextDraft, 
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
authority?: TextDraft, };

/**
 * How a unit voted.
 */
export type Vote = "yes" | "no" | "abstain" | "absent";

/**
 * One exclusive unit (专有部分) of a building.
 */
export type VotingUnitDraft = { 
/**
 * Its key, unique in the list.
 */
key: string, 
/**
 * An opaque id of its owner, no name; without one the unit is a head of its own.
 */
owner?: string | null, 
/**
 * Its floor area in square metres, if it is known.
 */
area?: string | number | null, 
/**
 * How it voted.
 */
vote: Vote, 
/**
 * Whether the developer has not sold it, or sold it and not yet handed it over.
 */
developer_unsold?: boolean, };

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
 * What each grid of a plan lies within.
 */
export type Within = "community";

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
working_days?: number, 
/**
 * Days off, by the key of the holiday.
 */
off?: Record<string, string[]>, 
/**
 * Weekend days that are worked for a holiday (调休), by its key.
 */
worked?: Record<string, string[]>, };
