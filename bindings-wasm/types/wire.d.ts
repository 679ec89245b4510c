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
inferred?: string,
};

/** A document of the format `shequ.activities/1`. */
export type ActivitiesDocument = { format: "shequ.activities/1" } & LogDraft;

/**
 * A row of a published count of records.
 */
export type ActivityCountRow = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The counts by kind; none where hidden.
 */
counts: (number | null)[], 
/**
 * Their sum; none where hidden.
 */
total: number | null,
};

/**
 * How many records of a period there are by unit and kind, without small numbers.
 */
export type ActivityCountsData = { 
/**
 * The first day.
 */
from: string, 
/**
 * The first day after it.
 */
until: string, 
/**
 * Counts below this are hidden.
 */
threshold: number, 
/**
 * The columns.
 */
kinds: Array<ActivityKind>, 
/**
 * The rows in the order of units.
 */
rows: Array<ActivityCountRow>, 
/**
 * The sums of columns; none where hidden.
 */
column_totals: (number | null)[], 
/**
 * The sum of all; none where hidden.
 */
total: number | null,
};

/**
 * What an activity record is about, a closed list (二榜二队三卡).
 */
export type ActivityKind = "board" | "team" | "promise-card" | "service-card" | "feedback-card";

/**
 * What the owner of an activity record keeps: the text and the salt, without which nobody can read it.
 */
export type ActivityReceiptDraft = { 
/**
 * The register.
 */
register: string, 
/**
 * The number of the record.
 */
seq: number, 
/**
 * The digest of the record, which no other has.
 */
digest: string, 
/**
 * The text.
 */
text: string, 
/**
 * The salt in hexadecimal digits.
 */
salt: string,
};

/**
 * What a register shows of a record: nothing of its text.
 */
export type ActivityRecord = { 
/**
 * Its number.
 */
seq: number, 
/**
 * The day.
 */
day: string, 
/**
 * What it is about.
 */
kind: ActivityKind, 
/**
 * The unit.
 */
unit: string, 
/**
 * The record that it answers.
 */
answers: number | null,
};

/**
 * Who may stand; the others are counted and not named, and no reason is kept.
 */
export type Admission = { 
/**
 * Those who meet every clause, in the order given.
 */
admitted: string[], 
/**
 * How many fail one.
 */
refused: number, 
/**
 * How many fail none, and for whom one is not known.
 */
open: number,
};

/**
 * That a unit took a practice up.
 */
export type AdoptionDraft = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The day.
 */
from: string, 
/**
 * The first day without it.
 */
until?: string,
};

/**
 * A unit before and after.
 */
export type AffectedUnit = { 
/**
 * Before.
 */
before: UnitScore, 
/**
 * After.
 */
after: UnitScore,
};

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
basis: string,
};

/**
 * An item of the agenda (议题).
 */
export type AgendaItemDraft = { 
/**
 * Its key, unique on the agenda.
 */
key: string, 
/**
 * What it is about.
 */
label: TextDraft, 
/**
 * What decides it: a question of a pack, a clause, or how clauses make one.
 */
decided_by: RuleDraft, 
/**
 * Whether it stood on the agenda that was posted.
 */
on_agenda?: boolean | null, 
/**
 * Whether what a clause asks is so for this item, by the name of the clause.
 */
answers?: { [key in string]: boolean }, 
/**
 * The motion (议案) as it was moved.
 */
motion?: TextDraft | null, 
/**
 * The amendments (修正案) to it.
 */
amendments?: Array<AmendmentDraft>, 
/**
 * The votes, in the order in which they were taken.
 */
polls?: Array<MeetingPollDraft>,
};

/**
 * What became of an item of the agenda.
 */
export type AgendaItemView = { 
/**
 * The item.
 */
item: string, 
/**
 * What it is about.
 */
label: Text, 
/**
 * Whether it is decided: the meeting, the checks and the vote on the motion all met.
 */
status: Status, 
/**
 * The motion as it was voted on in the end, with what was adopted.
 */
motion: Text | null, 
/**
 * The amendments that were adopted, in the order of the votes.
 */
adopted: string[], 
/**
 * The amendments that fell because another was adopted.
 */
fallen: string[], 
/**
 * What is asked of the item beside its vote: `agenda`, `order`.
 */
checks: Array<MeetingCheck>, 
/**
 * The votes, in the order in which they were taken.
 */
polls: Array<MeetingPollView>, 
/**
 * What voids this item alone.
 */
void: Array<VoidView>, 
/**
 * The least facts that are still needed, by their paths in the document.
 */
missing: Array<string>,
};

/**
 * An aggregate of indicators or of aggregates.
 */
export type AggregateDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * The aggregate that it is a part of; left out of the top.
 */
parent?: string, 
/**
 * Its weight among the parts of its parent; 1 unless given.
 */
weight?: number | string,
};

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
until?: string,
};

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
inferred?: string,
};

/**
 * An amendment to a motion.
 */
export type AmendmentDraft = { 
/**
 * Its key, unique in the item.
 */
key: string, 
/**
 * The motion as it reads with it.
 */
motion: TextDraft, 
/**
 * How far it goes from the motion, as the chair ranks it: the highest is the furthest.
 */
distance?: number | null, 
/**
 * The amendments that fall if this one is adopted.
 */
excludes?: string[], 
/**
 * What decides it, if it is not what decides the motion.
 */
decided_by?: RuleDraft | null, 
/**
 * Whether it was withdrawn.
 */
withdrawn?: boolean,
};

/**
 * In which order amendments are voted on, always before the motion.
 */
export type AmendmentOrder = "furthest-first" | "as-listed";

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
count: string | number,
};

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
 * What a reader must know beside it: `undated`, `excerpt`, `secondary`, `law-changed`.
 */
cautions: Array<Caution>, 
/**
 * The pack it comes from.
 */
pack: string | null, 
/**
 * The day on which that pack's texts were read.
 */
read_on: string | null,
};

/**
 * How many answers stand how on a day, which add up.
 */
export type AnswerCounts = { 
/**
 * All that came by the day.
 */
all: number, 
/**
 * Answered in time.
 */
in_time: number, 
/**
 * Answered late.
 */
late: number, 
/**
 * Not answered, and not due.
 */
open: number, 
/**
 * Not answered, and overdue.
 */
overdue: number, 
/**
 * Those whose day cannot be counted.
 */
unknown: number, 
/**
 * Answered in time, of those that were answered or are overdue; none where there is none.
 */
rate: string | null,
};

/**
 * Whether a clause is known well enough to decide by.
 */
export type AnswerStatus = "known" | "unknown";

/**
 * By when an answer is due.
 */
export type AnswerWithinDraft = { 
/**
 * How many.
 */
n: number, 
/**
 * Of what.
 */
unit: TimeUnit, 
/**
 * Whether an end on a day off moves to the next working day.
 */
roll?: boolean, 
/**
 * The clause or the rule that says so.
 */
clause?: string | null,
};

/**
 * An appeal and what became of it by a day.
 */
export type AppealState = { 
/**
 * The number of its record.
 */
seq: number, 
/**
 * The unit.
 */
unit: string, 
/**
 * The day on which it was made.
 */
day: string, 
/**
 * The last day on which it is to be decided.
 */
deadline: string | null, 
/**
 * `open`, `overdue`, `upheld`, `dismissed` or `withdrawn`.
 */
state: string, 
/**
 * The number of the record that answered it.
 */
answer: number | null,
};

/**
 * How seats follow from weights.
 */
export type ApportionMethod = "largest-remainder" | "jefferson" | "webster" | "huntington-hill" | "adams";

/**
 * How representatives are apportioned: by a clause that has the numbers, or by numbers, with the clause that says so.
 */
export type ApportionRuleDraft = { 
/**
 * Of what it counts.
 */
by: ApportionedBy, 
/**
 * The clause that says so.
 */
clause?: string | null, 
/**
 * The least, itself included; left out where the clause has it.
 */
least?: number | null, 
/**
 * The most, itself included; left out where the clause has it.
 */
most?: number | null,
};

/**
 * Of what a rule on representatives counts.
 */
export type ApportionedBy = "households-per-representative" | "representatives-per-group";

/** A document of the format `shequ.appraisal/1`. */
export type AppraisalDocument = { format: "shequ.appraisal/1" } & AppraisalDraft;

/**
 * The document `shequ.appraisal/1`: the rules of an appraisal, and the ballots as they were counted.
 */
export type AppraisalDraft = { 
/**
 * What it is called.
 */
title: TextDraft, 
/**
 * What is appraised: posts, units or services; there is no choice for a person.
 */
subject: Subject, 
/**
 * The day of the count.
 */
day?: string, 
/**
 * The classes of voters with their weights.
 */
classes: Array<VoterClassDraft>, 
/**
 * What each grade is worth; 1, 4/5, 3/5 and 0 unless given.
 */
marks?: MarksDraft, 
/**
 * The decimals of a score; 2 unless given.
 */
scale?: number, 
/**
 * How a score is rounded; `half-up` unless given.
 */
rounding?: Rounding, 
/**
 * The least share of those entitled that must have voted, abstentions included; none unless given.
 */
least_turnout?: string | number, 
/**
 * Classes of fewer voters are not shown by themselves; 5 unless given, and never less.
 */
threshold?: number, 
/**
 * What follows from the shares of the grades.
 */
triggers?: Array<TriggerDraft>, 
/**
 * What is appraised.
 */
subjects: Array<AppraisedDraft>, 
/**
 * The ballots, one row for each subject and class; with `entitled` 0 where nobody of a class may vote on a subject.
 */
ballots: Array<BallotCountDraft>,
};

/**
 * What an appraisal found, for those who count: the classes are shown however small they are.
 */
export type AppraisalReport = { 
/**
 * The appraisal.
 */
title: Text, 
/**
 * What was appraised.
 */
subject: Subject, 
/**
 * Each subject, as the document lists them.
 */
subjects: Array<Appraised>,
};

/**
 * What an appraisal found of one subject.
 */
export type Appraised = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * How many might vote.
 */
entitled: number, 
/**
 * How many voted, abstentions included.
 */
cast: number, 
/**
 * How many abstained.
 */
abstained: number, 
/**
 * Those who voted of those entitled; none where nobody was.
 */
turnout: string | null, 
/**
 * Whether the turnout is enough: if not, there is no score and no trigger fires.
 */
quorum: Status, 
/**
 * The four grades from the best to the worst.
 */
grades: Array<GradeVotes>, 
/**
 * The marks by the weights of the classes that voted, out of 100.
 */
score: string | null, 
/**
 * The triggers in the order of the document.
 */
triggers: Array<FiredTrigger>, 
/**
 * The classes in the order of the document.
 */
classes: Array<ClassBallot>,
};

/**
 * What is appraised.
 */
export type AppraisedDraft = { 
/**
 * Its key: a post, a unit or a service.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft,
};

/**
 * The members of an area, counted.
 */
export type AreaMembers = { 
/**
 * The key of the area.
 */
unit: string, 
/**
 * How many members it has.
 */
members: number,
};

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
invalid?: string | number | null, 
/**
 * What belongs to those who propose.
 */
proposing?: string | number | null,
};

/**
 * A fact that is still needed.
 */
export type Ask = { 
/**
 * Its path: `person.born`, `days.poll`, `answers.` and a clause.
 */
path: string, 
/**
 * What is asked.
 */
label: Text, 
/**
 * Whether it is a sensitive fact: answer it in the call, for that one clause.
 */
sensitive: boolean,
};

/**
 * That a unit has a duty.
 */
export type AssignmentDraft = { 
/**
 * The duty.
 */
duty: string, 
/**
 * The unit that has it.
 */
unit: string, 
/**
 * The area that it has it for; all areas that it acts for unless given.
 */
area: string | null, 
/**
 * The first day of it.
 */
from?: string, 
/**
 * The first day after it.
 */
until?: string,
};

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
of: Array<RuleDraft>,
};

/**
 * A unit at a conference.
 */
export type AttendanceDraft = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The post whose holder came for it; never a person.
 */
post: string | null,
};

/**
 * Whose floor area may vote and whose came, in square metres; what is left out is not known.
 */
export type AttendingAreaDraft = { 
/**
 * All of it.
 */
entitled?: string | number | null, 
/**
 * That of those who came or vote in writing, themselves.
 */
in_person?: string | number | null, 
/**
 * That of those who are represented by proxies; none where this is left out.
 */
by_proxy?: string | number | null,
};

/**
 * Who may vote and who came; what is left out is not known.
 */
export type AttendingDraft = { 
/**
 * All who may vote.
 */
entitled?: number | null, 
/**
 * Those who came or vote in writing, themselves.
 */
in_person?: number | null, 
/**
 * Those who are represented by proxies; nobody where this is left out.
 */
by_proxy?: number | null,
};

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
unresolved?: Unresolved, 
/**
 * `lot`: the seed of the lot, made known before it is drawn.
 */
seed?: number,
};

/**
 * The award line of a peer group: the least total with an award and the greatest without.
 */
export type AwardMarginData = { 
/**
 * The peer group; none where there are none.
 */
group: string | null, 
/**
 * The last unit in, by total and then by key; none without awards.
 */
last_in: NearUnit | null, 
/**
 * The first eligible unit out; none where every eligible unit is awarded.
 */
first_out: NearUnit | null, 
/**
 * How far they are apart; below zero where a tie-break or a lot reversed them, none where one of them is none.
 */
gap: string | null, 
/**
 * The least total that an award needs; none where any total will do.
 */
least: string | null, 
/**
 * The margin that was asked for.
 */
margin: string, 
/**
 * Whether an award that is given, or one that is not, rests on less than the margin: the warning.
 */
is_thin: boolean, 
/**
 * The units that less than the margin would take across the line, the best first: past the unit on its other side, past the least
 * total of an award, or, where a place stays free because the last are level, out of their tie.
 */
near: Array<NearUnit>,
};

/**
 * The ballots of one class on one subject.
 */
export type BallotCountDraft = { 
/**
 * What was appraised.
 */
subject: string, 
/**
 * The class of voters.
 */
class: string, 
/**
 * How many may vote.
 */
entitled: number, 
/**
 * Votes for excellent (优秀).
 */
excellent?: number, 
/**
 * Votes for competent (称职).
 */
competent?: number, 
/**
 * Votes for basically competent (基本称职).
 */
basic?: number, 
/**
 * Votes for incompetent (不称职).
 */
incompetent?: number, 
/**
 * Abstentions (弃权).
 */
abstain?: number,
};

/**
 * What can stand on a ballot.
 */
export type BallotFormDraft = { 
/**
 * The marks beside a name, `yes` among them.
 */
marks: Array<BallotMark>, 
/**
 * How many names may have a yes.
 */
choose: Choose, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * A grade of a ballot.
 */
export type BallotGrade = "excellent" | "competent" | "basic" | "incompetent";

/**
 * The ballots of a poll by kind; the four add up to those counted.
 */
export type BallotKinds = { 
/**
 * Valid and not blank.
 */
marked: number, 
/**
 * Blank: they abstain from all.
 */
blank: number, 
/**
 * Void for too many names, or too few where exactly as many as seats are asked.
 */
over_full: number, 
/**
 * Void for another reason.
 */
spoiled: number,
};

/**
 * A mark on a ballot.
 */
export type BallotMark = "yes" | "no" | "abstain" | "write-in";

/**
 * Ballots issued and returned.
 */
export type BallotsDraft = { 
/**
 * Handed out.
 */
issued: number, 
/**
 * Came back.
 */
returned: number, 
/**
 * Those who took part in the vote (参加投票的人), where they were counted.
 */
voters?: number | null, 
/**
 * Ballots that cannot be read, or that are void for another reason than too many names.
 */
spoiled: number,
};

/**
 * Of whom a share is taken. Most disputes are about this.
 */
export type Base = "entitled" | "present" | "valid" | "yes-and-no" | "number";

/**
 * What is compared when units are ranked.
 */
export type Basis = "rounded" | "exact";

/**
 * Which deviation is kept least.
 */
export type BestWorstModel = "linear" | "nonlinear";

/**
 * The weights of the best-worst method with what they leave open.
 */
export type BestWorstWeights = { 
/**
 * The weights: the centres of the intervals, scaled to a sum of one.
 */
weights: Array<number>, 
/**
 * The least and the greatest weight of each criterion among all that deviate as little; mostly one number.
 */
intervals: Array<[number, number]>, 
/**
 * The largest deviation that cannot be avoided, ξ*. Under the linear model it is itself the measure of consistency.
 */
deviation: number, 
/**
 * The deviation over the largest that is possible for the best to the worst, zero for judgements without contradiction; only
 * under the non-linear model. Rezaei (2015), table 1, by its formula.
 */
consistency_ratio: number | null, 
/**
 * The largest `|a b - c|` over `c² - c`, from the comparisons alone, where `c` compares the best with the worst. Liang, Brunelli
 * and Rezaei, Omega 96 (2020).
 */
input_ratio: number,
};

/**
 * How the bodies of one block are led.
 */
export type BlockRow = { 
/**
 * The area.
 */
block: UnitName, 
/**
 * The bodies in it that something leads.
 */
bodies: number, 
/**
 * For each line the bodies that it leads, in the order of the lines.
 */
led: Array<number>, 
/**
 * Bodies whose first superior is of the block itself (以块为主), of all.
 */
block_first: string | null, 
/**
 * The fragmentation index; none where nothing is led.
 */
fragmentation: string | null,
};

/**
 * An entry of an honour board.
 */
export type BoardEntry = { 
/**
 * The entry.
 */
key: string, 
/**
 * Whether it is a post or a unit.
 */
kind: BoardKind, 
/**
 * The post or the unit.
 */
subject: string, 
/**
 * What for.
 */
reason: Text, 
/**
 * Since when.
 */
from: string,
};

/**
 * A post or a unit on an honour board (先锋榜、荣誉榜): never a person, and only who agreed.
 */
export type BoardEntryDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Whether it is a post or a unit.
 */
kind: BoardKind, 
/**
 * The post or the unit.
 */
subject: string, 
/**
 * What for.
 */
reason: TextDraft, 
/**
 * The first day on the board.
 */
from: string, 
/**
 * The first day without it.
 */
until?: string, 
/**
 * The day on which they agreed to be on the board.
 */
agreed: string,
};

/**
 * What may stand on an honour board; there is no choice for a person.
 */
export type BoardKind = "post" | "unit";

/** A document of the format `shequ.boards/1`. */
export type BoardsDocument = { format: "shequ.boards/1" } & BoardsDraft;

/**
 * The document `shequ.boards/1`.
 */
export type BoardsDraft = { 
/**
 * What it is called.
 */
title: TextDraft, 
/**
 * The entries.
 */
entries: Array<BoardEntryDraft>,
};

/**
 * One check of a body.
 */
export type BodyCheck = { 
/**
 * What is checked: a clause, or `seats`, `groups`, `incompatible`.
 */
check: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * Its answer.
 */
status: Status, 
/**
 * Both sides, or what was found.
 */
found: Text | null, 
/**
 * The least change of its own number that flips it.
 */
margin: number | null, 
/**
 * Why it decides nothing.
 */
reason: Reason | null, 
/**
 * Where it stands.
 */
citation: Citation | null, 
/**
 * What a reader must know of its clause.
 */
cautions: Array<Caution>,
};

/**
 * The kind of body that fits a number, and by which rule.
 */
export type BodyChoiceData = { 
/**
 * The number.
 */
members: number, 
/**
 * The key of the kind; none where the number is too small for any.
 */
kind: string | null, 
/**
 * Its name.
 */
label: Text | null, 
/**
 * The rule that says so.
 */
rule: string | null, 
/**
 * The numbers that the rule allows, such as `3-50`.
 */
allowed: string | null, 
/**
 * Where it stands: a clause, or a default of the library, which is marked so.
 */
citation: Citation | null,
};

/**
 * A body and how it is composed, `shequ.body/1`. Members are counted and not listed.
 */
export type BodyCompositionDraft = { 
/**
 * Its key.
 */
id: string, 
/**
 * Its name.
 */
label: TextDraft, 
/**
 * What it is for.
 */
layer: BodyLayer, 
/**
 * How it is composed.
 */
composed: Composed, 
/**
 * All who are entitled, for a body of all.
 */
entitled?: number | null, 
/**
 * What was counted: members, representatives, women, households.
 */
numbers?: { [key in Figure]?: number }, 
/**
 * The questions of packs that its composition must meet.
 */
questions?: Array<string>, 
/**
 * The clauses of packs that its composition must meet, beside those of the questions.
 */
clauses?: Array<string>, 
/**
 * How its representatives are apportioned.
 */
apportion?: ApportionRuleDraft | null, 
/**
 * The groups that choose its representatives.
 */
groups?: Array<ConstituencyDraft>, 
/**
 * The bodies whose members cannot be in it.
 */
incompatible?: Array<IncompatibleDraft>,
};

/** A document of the format `shequ.body/1`. */
export type BodyDocument = { format: "shequ.body/1" } & BodyCompositionDraft;

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
label: TextDraft,
};

/**
 * What a body is for.
 */
export type BodyLayer = "leadership" | "decision" | "supervision" | "execution" | "consultation";

/**
 * Whether a body is composed as it must be.
 */
export type BodyViewData = { 
/**
 * The body.
 */
body: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * What it is for.
 */
layer: BodyLayer, 
/**
 * Whether its outcome advises and does not bind.
 */
advisory: boolean, 
/**
 * The day whose rules decided.
 */
day: string, 
/**
 * Met if every check is.
 */
status: Status, 
/**
 * Each check.
 */
checks: Array<BodyCheck>, 
/**
 * The facts that are still needed, by path.
 */
missing: Array<string>, 
/**
 * What a reader must know beside the answer.
 */
cautions: Array<Caution>,
};

/**
 * A deadline, or a day before which a step is too early.
 */
export type BoundDraft = { 
/**
 * By the day, or not before it.
 */
bound: BoundKind, 
/**
 * From which step it is counted.
 */
anchor: string, 
/**
 * Before or after that step.
 */
direction: TimeDirection, 
/**
 * So many.
 */
n: number, 
/**
 * Of these.
 */
unit: TimeUnit, 
/**
 * Where it differs from the procedure: what becomes of a day off at the end.
 */
rest_days?: RestDays | null, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * By a day, or not before it.
 */
export type BoundKind = "by" | "not-before";

/**
 * Whether a bound is proven.
 */
export type BoundStatus = "proven" | "interval";

/**
 * How one bound was counted.
 */
export type BoundView = { 
/**
 * By the day, or not before it.
 */
bound: BoundKind, 
/**
 * From which step.
 */
anchor: string, 
/**
 * The day of that step.
 */
from: string | null, 
/**
 * The day that was counted.
 */
day: string | null, 
/**
 * The same before a day off was passed over, if one was.
 */
before_rest: string | null, 
/**
 * In words.
 */
text: Text, 
/**
 * The clause that says so.
 */
clause: string | null,
};

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
most: number,
};

/**
 * How firmly one unit stands before another.
 */
export type BreakEvenData = { 
/**
 * The unit.
 */
first: string, 
/**
 * The unit that it is compared with.
 */
second: string, 
/**
 * The first's score less the second's.
 */
difference: string, 
/**
 * Criterion by criterion, in the order of the matrix.
 */
criteria: Array<BreakEvenWeight>, 
/**
 * The criterion whose share needs to move least; none where none will do.
 */
nearest: string | null,
};

/**
 * What the weight of one criterion would have to be for two units to swap.
 */
export type BreakEvenWeight = { 
/**
 * The criterion.
 */
criterion: string, 
/**
 * Its share now.
 */
weight: string, 
/**
 * The first's value less the second's, as it counts.
 */
gap: string, 
/**
 * The same of the mean of all other criteria by their weights; none where these have no weight.
 */
gap_of_others: string | null, 
/**
 * The share at which the two are level, the other weights shrinking or growing in proportion; none where no share from 0
 * to 1 does it.
 */
level_at: string | null, 
/**
 * By how much the share must move.
 */
change: string | null,
};

/**
 * What differs in a by-election.
 */
export type ByElectionDraft = { 
/**
 * How many more candidates than seats.
 */
surplus: SurplusDraft, 
/**
 * How long those elected serve.
 */
term: ByElectionTerm, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * How long those elected in a by-election serve.
 */
export type ByElectionTerm = "rest-of-term" | "full";

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
years: Array<YearDraft>,
};

/**
 * A calendar by which working days were counted, and between which days it was looked at.
 */
export type CalendarRef = { 
/**
 * Its key.
 */
key: string, 
/**
 * The first day.
 */
from: string, 
/**
 * The first day after.
 */
until: string, 
/**
 * The digest of which of these days are worked.
 */
digest: string,
};

/**
 * A campaign (五民工程、精品社区): its units, targets and phases.
 */
export type CampaignDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * The post that answers for it.
 */
owner?: string, 
/**
 * Its first day.
 */
from: string, 
/**
 * The first day after it.
 */
until?: string, 
/**
 * The units that take part.
 */
units?: Array<string>, 
/**
 * What it is to bring.
 */
targets?: Array<CampaignTargetDraft>, 
/**
 * What is to be done by when.
 */
phases?: Array<CampaignPhaseDraft>,
};

/**
 * A phase of a campaign: arranged, inspected and rewarded together (一起布置、督办、评先评优).
 */
export type CampaignPhaseDraft = { 
/**
 * What is done.
 */
kind: PhaseKind, 
/**
 * The day by which it is due.
 */
due: string, 
/**
 * The day on which it was done.
 */
done?: string,
};

/**
 * Where a campaign stands.
 */
export type CampaignStage = "planned" | "running" | "ended";

/**
 * A campaign as of a day.
 */
export type CampaignStateData = { 
/**
 * The campaign.
 */
key: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * Whether it has begun or ended.
 */
state: CampaignStage, 
/**
 * How many units take part.
 */
units: number, 
/**
 * Its targets.
 */
targets: Array<TargetState>, 
/**
 * The phases that are due and not done.
 */
overdue: Array<PhaseKind>, 
/**
 * How many phases were done after they were due.
 */
late: number,
};

/**
 * What was brought on a day.
 */
export type CampaignStepDraft = { 
/**
 * The day.
 */
day: string, 
/**
 * How much.
 */
amount: string | number,
};

/**
 * A target of a campaign.
 */
export type CampaignTargetDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * What is due, above zero.
 */
target: string | number, 
/**
 * What was brought, day by day.
 */
steps?: Array<CampaignStepDraft>,
};

/** A document of the format `shequ.campaigns/1`. */
export type CampaignsDocument = { format: "shequ.campaigns/1" } & CampaignsDraft;

/**
 * The document `shequ.campaigns/1`.
 */
export type CampaignsDraft = { 
/**
 * What it is called.
 */
title: TextDraft, 
/**
 * The campaigns.
 */
campaigns: Array<CampaignDraft>,
};

/**
 * One who stands.
 */
export type CandidateDraft = { 
/**
 * The key under which the list was published.
 */
key: string, 
/**
 * How many nominated.
 */
nominators?: Array<NominatorsDraft>, 
/**
 * Its place by seniority, the greater first; asked for only where a tie needs it.
 */
seniority?: number | null,
};

/**
 * How many candidates there must be.
 */
export type CandidatesRuleDraft = { 
/**
 * How many more than seats.
 */
surplus: SurplusDraft, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * The law of a higher layer that an instrument carries out (上位法).
 */
export type CarriesOutDraft = { 
/**
 * Its title.
 */
law: TextDraft, 
/**
 * The first day on which that law is another than the one that the instrument was made for.
 */
until: string,
};

/** A document of the format `shequ.cascade/1`. */
export type CascadeDocument = { format: "shequ.cascade/1" } & CascadeDraft;

/**
 * The document `shequ.cascade/1`: evaluations, each of which may take its values from the totals of another.
 */
export type CascadeDraft = { 
/**
 * What it is called.
 */
title: TextDraft, 
/**
 * The evaluations, in any order.
 */
stages: Array<StageDraft>, 
/**
 * The units with those above them, where they are not an organisation's.
 */
units?: Array<CascadeUnitDraft>,
};

/**
 * A unit with the one above it.
 */
export type CascadeUnitDraft = { 
/**
 * The unit.
 */
key: string, 
/**
 * The unit above it.
 */
parent?: string,
};

/**
 * How the chair broke a tie.
 */
export type CastingVote = "yes" | "no";

/**
 * What a reader must know beside an answer.
 */
export type Caution = { 
/**
 * A stable word for it: `excerpt`, `secondary`, `undated`, `law-changed`, `guidance`, `split-heads`, `counting-unknown`.
 */
code: string, 
/**
 * The clause it concerns.
 */
clause: string | null, 
/**
 * The words.
 */
text: Text,
};

/**
 * A new value for a cell of the table.
 */
export type CellChange = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The column as in the table; of a rate one of its two counts.
 */
column: string, 
/**
 * The value, for a veto 1 or 0; none takes the value away.
 */
value?: string | number | null,
};

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
rows: Record<string, string | number | boolean | null>[],
};

/**
 * How surely the text behind a clause is known.
 */
export type Certainty = "unread" | "secondary" | "excerpt" | "default" | "text";

/**
 * How many came when the holder of a post took the chair.
 */
export type ChairAttendance = { 
/**
 * The post; none where no chair is on record.
 */
post: string | null, 
/**
 * Conferences.
 */
conferences: number, 
/**
 * Invitations to these.
 */
invited: number, 
/**
 * How many of the invited came.
 */
attended: number, 
/**
 * The one over the other.
 */
rate: string | null,
};

/**
 * A complaint about a poll or a seat, without names and reasons.
 */
export type ChallengeDraft = { 
/**
 * The position of the poll, from 0.
 */
poll: number, 
/**
 * The day it was filed.
 */
filed: string, 
/**
 * The day it was decided.
 */
decided?: string | null, 
/**
 * Whether it was upheld; needed once it is decided.
 */
upheld?: boolean | null, 
/**
 * What it asks for.
 */
effect: ChallengeEffect, 
/**
 * Whose seat, where it is about one.
 */
candidate?: string | null,
};

/**
 * What a complaint asks for.
 */
export type ChallengeEffect = "poll-void" | "seat-void";

/**
 * A change of a share or a mean, with its unit of measure.
 */
export type Change = { 
/**
 * The exact difference; none where one side is not known.
 */
exact: string | null, 
/**
 * With two decimals, a half up.
 */
rounded: string | null, 
/**
 * The unit of measure: `years` or `percentage-points`.
 */
unit: string,
};

/**
 * A way to change.
 */
export type ChangeKind = "added" | "dropped" | "renamed" | "recoded" | "moved" | "converted";

/**
 * How a chart is drawn; what is left out is as usual.
 */
export type ChartOptions = { 
/**
 * The language of titles, axes and labels; Chinese unless given.
 */
lang?: Lang, 
/**
 * The title; that of the scheme and what is shown of it unless given.
 */
title?: TextDraft, 
/**
 * Which units are drawn; all unless given.
 */
units?: Array<string>, 
/**
 * Names of units by key, in place of those that the scheme gives them.
 */
labels?: { [key in string]: TextDraft }, 
/**
 * Contributions: what the bars are made of; of indicators where at most eight bring points, else of groups.
 */
parts?: ChartParts, 
/**
 * Slopes: what they join; ranks unless given.
 */
basis?: SlopeBasis,
};

/**
 * What the bars of a chart of contributions are made of, and what the weights of a scorecard belong to.
 */
export type ChartParts = "indicators" | "groups";

/**
 * The charter (章程) of a body that meets, from a day until a day.
 */
export type CharterDraft = { 
/**
 * The body.
 */
unit: string, 
/**
 * Its title, or where it can be read.
 */
title: string | TextDraft, 
/**
 * How often the body meets at least.
 */
every: Every | null, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string,
};

/**
 * A principle or a goal of a charter.
 */
export type CharterField = { 
/**
 * Its path.
 */
field: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * Met if the charter has it; not met if it says the contrary; unknown if it does not say.
 */
status: Status,
};

/**
 * The cheapest set of changes that reaches a grade or a rank.
 */
export type CheapestData = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The grade asked for; none where a rank was.
 */
grade: string | null, 
/**
 * The rank asked for; none where a grade was.
 */
rank: number | null, 
/**
 * The changes; none where no changes of the columns with costs reach the goal.
 */
changes: Array<CostedChange> | null, 
/**
 * What they cost together.
 */
cost: string | null, 
/**
 * Whether it is proven that nothing cheaper reaches the goal, or that nothing does.
 */
proven: boolean, 
/**
 * Columns with a cost that were not searched, and why.
 */
unsearched: Array<Unsearched>, 
/**
 * How it stands then; as now where the goal is out of reach.
 */
then: Outcome,
};

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
missing: Array<string>,
};

/**
 * A check of a rule pack.
 */
export type CheckDraft = { 
/**
 * Its name; a lower layer may declare it again.
 */
id: string, 
/**
 * What it is called.
 */
label: TextDraft, 
/**
 * What it looks at.
 */
look: Look, 
/**
 * How grave a finding is; `error` unless given.
 */
severity?: Severity | null, 
/**
 * What mends it.
 */
remedy?: TextDraft | null, 
/**
 * What is counted, in words, such as 党支部.
 */
counted?: TextDraft | null, 
/**
 * The instrument that it stands in, if it cites no clause.
 */
instrument?: string | null, 
/**
 * Its article there.
 */
article?: string | null, 
/**
 * How surely the text is known; `default` for a default of the library.
 */
certainty?: Certainty | null, 
/**
 * The clause that gives its numbers and is cited.
 */
clause?: string | null, 
/**
 * The name under which the kind of a unit names the clause: `size`, `term`.
 */
number?: string | null, 
/**
 * The least, itself included.
 */
least?: number | null, 
/**
 * The most, itself included.
 */
most?: number | null, 
/**
 * A number of days.
 */
days?: number | null, 
/**
 * A number of years.
 */
years?: number | null, 
/**
 * A measure.
 */
measure?: string | null, 
/**
 * A fact.
 */
fact?: RecordedFact | null, 
/**
 * How often.
 */
every?: Every | null, 
/**
 * Whether both posts must be in one community or village.
 */
near?: boolean | null, 
/**
 * `true` switches a check of a higher layer off, if that is a default of the library.
 */
off?: boolean | null, 
/**
 * The first day on which it applies, if later than its instrument's.
 */
from?: string | null, 
/**
 * The first day on which it no longer applies.
 */
until?: string | null, 
/**
 * Kinds of units that it looks at; with `roles`, either is enough.
 */
kinds?: Array<string>, 
/**
 * Roles of units that it looks at.
 */
roles?: Array<string>, 
/**
 * Kinds of the units at the other end, or that are counted.
 */
of_kinds?: Array<string>, 
/**
 * Roles of these.
 */
of_roles?: Array<string>, 
/**
 * Titles of posts, in Chinese or English; all unless given.
 */
titles?: Array<string>, 
/**
 * Titles of the posts of the other group.
 */
of_titles?: Array<string>, 
/**
 * Kinds of relations.
 */
relations?: Array<string>, 
/**
 * Ways in which somebody may come into a post.
 */
modes?: Array<string>, 
/**
 * Statuses; for a check of deadlines those that it looks at, else those of units that it leaves out.
 */
statuses?: Array<string>,
};

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
options: Array<TextDraft>,
};

/**
 * How many names of a ballot may have a yes; a ballot beyond that is void.
 */
export type Choose = "up-to-seats" | "exactly-seats" | "any";

/**
 * What a relation in a circle is.
 */
export type Circle = "fault" | "finding";

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
certainty: Certainty,
};

/**
 * The ballots of a class.
 */
export type ClassBallot = { 
/**
 * The class.
 */
class: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * How many might vote.
 */
entitled: number, 
/**
 * Votes for excellent, competent, basic and incompetent.
 */
votes: number[], 
/**
 * Abstentions.
 */
abstained: number, 
/**
 * The mean mark; none where only abstainers voted.
 */
mean: string | null,
};

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
weight: string | number,
};

/**
 * A clause that is another on the second day.
 */
export type ClauseChange = { 
/**
 * Its name.
 */
clause: string, 
/**
 * What it is about.
 */
label: Text, 
/**
 * What changed.
 */
kinds: Array<LawChangeKind>, 
/**
 * What it was; none where there was none.
 */
before: ClauseState | null, 
/**
 * What it is; none where there is none.
 */
after: ClauseState | null, 
/**
 * The clauses that took its place.
 */
superseded_by: Array<string>, 
/**
 * Whether its own answer differs.
 */
turned: boolean, 
/**
 * Whether the second day's answer would be the first day's if this clause alone had not changed.
 */
alone: boolean, 
/**
 * In words.
 */
text: Text,
};

/**
 * A clause that says something else than the rules that cite it.
 */
export type ClauseDiffers = { 
/**
 * The clause.
 */
clause: string, 
/**
 * What it says.
 */
says: Text, 
/**
 * What the rules say.
 */
rules: Text,
};

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
 * Which layers may move it; every lower one unless given.
 */
override_by?: Array<Layer>, 
/**
 * Which layers may fill a `silence`.
 */
supplied_by?: Array<Layer>, 
/**
 * The clauses that take its place while they are in force.
 */
superseded_by?: Array<string>, 
/**
 * A least and a most.
 */
range?: RangeDraft | null, 
/**
 * A share of a base.
 */
threshold?: ThresholdDraft | null, 
/**
 * What follows where its `deadline` is not kept, as the text says.
 */
consequence?: TextDraft | null, 
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
 * A share that one number has of another.
 */
composition?: CompositionDraft | null, 
/**
 * How many more candidates than seats.
 */
surplus?: Surplus | null, 
/**
 * A time between two events.
 */
deadline?: Deadline | null, 
/**
 * What must, or must not, be so.
 */
predicate?: Predicate | null, 
/**
 * How votes are counted.
 */
counting?: Array<CountingRule> | null, 
/**
 * The steps of a procedure, in order.
 */
procedure?: Array<ProcedureStep> | null, 
/**
 * What it says in words: a duty, a power or a definition.
 */
provision?: TextDraft | null, 
/**
 * That the law says nothing, in words.
 */
silence?: TextDraft | null, 
/**
 * `true` where nobody has read it.
 */
unread?: boolean | null,
};

/**
 * A run of days on which a clause decides nothing.
 */
export type ClauseGap = { 
/**
 * The clause.
 */
clause: string, 
/**
 * The first day.
 */
from: string, 
/**
 * The first day after.
 */
until: string, 
/**
 * Why it decides nothing.
 */
reason: Reason,
};

/**
 * A clause on a day.
 */
export type ClauseState = { 
/**
 * What it says.
 */
says: Text, 
/**
 * Its answer.
 */
status: Status, 
/**
 * Why it decides nothing, where it does not.
 */
reason: Reason | null, 
/**
 * Both sides of it, written out.
 */
sides: string | null, 
/**
 * Where it stands, and how surely it is known.
 */
citation: Citation, 
/**
 * The pack that it is from.
 */
pack: string, 
/**
 * The first day of this version.
 */
from: string | null, 
/**
 * The first day after it.
 */
until: string | null,
};

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
 * What was found, in words, if it is no threshold of votes.
 */
found?: Text, 
/**
 * The least changes that flip it.
 */
margins: Array<Margin>, 
/**
 * Where it stands.
 */
citation: Citation | null,
};

/**
 * What TOPSIS finds of each row.
 */
export type Closeness = { 
/**
 * The distance from the best value of every criterion.
 */
to_best: Array<number>, 
/**
 * The distance from the worst value of every criterion.
 */
to_worst: Array<number>, 
/**
 * `to_worst / (to_best + to_worst)`: 1 where every criterion is best, 0 where every one is worst.
 */
closeness: Array<number>,
};

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
code: string,
};

/**
 * Whether two numbers may be compared.
 */
export type Comparable = "no" | "caution" | "yes";

/**
 * Whether the share itself is enough. Civil Code art. 1259: 以上 includes the number, 超过 and 过半数 exclude it.
 */
export type Comparison = "at-least" | "more-than" | "at-most" | "less-than";

/**
 * Why two numbers may not be compared, or with caution.
 */
export type ComparisonReason = "undated" | "days-overlap" | "area-changed" | "kind-changed" | "sources-differ" | "source-missing";

/**
 * How a body is composed.
 */
export type Composed = "all" | "households" | "representatives";

/**
 * A share that one number has of another: of women among the members, say.
 */
export type Composition = { 
/**
 * What is counted.
 */
part: Figure, 
/**
 * Of how many.
 */
base: Figure, 
/**
 * Whether the share itself is enough.
 */
comparison: Comparison, 
/**
 * The share.
 */
share: string,
};

/**
 * A share that one number has of another.
 */
export type CompositionDraft = { 
/**
 * What is counted.
 */
part: Figure, 
/**
 * Of how many.
 */
base: Figure, 
/**
 * Whether the share itself is enough.
 */
comparison: Comparison, 
/**
 * The share, such as `1/3`.
 */
share: string | number,
};

/**
 * A clause that a candidate must meet.
 */
export type ConditionDraft = { 
/**
 * The clause.
 */
clause: string, 
/**
 * What is asked.
 */
label: TextDraft,
};

/**
 * Attendance at conferences of a period (到会情况).
 */
export type ConferenceAttendanceData = { 
/**
 * The first day.
 */
from: string, 
/**
 * The first day after it.
 */
until: string, 
/**
 * The series; none for all.
 */
series: string | null, 
/**
 * Conferences.
 */
conferences: number, 
/**
 * Invitations.
 */
invited: number, 
/**
 * How many of the invited came.
 */
attended: number, 
/**
 * The one over the other.
 */
rate: string | null, 
/**
 * By unit, in the order of keys.
 */
units: Array<UnitAttendance>, 
/**
 * By the post in the chair.
 */
chairs: Array<ChairAttendance>,
};

/**
 * A conference that was held.
 */
export type ConferenceDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The day.
 */
day: string, 
/**
 * The series that it belongs to.
 */
series: string | null, 
/**
 * The post whose holder took the chair.
 */
chair: string | null, 
/**
 * The units that were invited.
 */
invited: Array<string>, 
/**
 * Those of them that came.
 */
attended?: Array<AttendanceDraft>,
};

/**
 * A body that meets: who convenes it, who belongs to it, by what charter, and how it keeps to its cadence.
 */
export type ConferenceRecord = { 
/**
 * The body.
 */
unit: UnitName, 
/**
 * Who convenes it, by their keys.
 */
convenors: Array<UnitName>, 
/**
 * Who belongs to it, by their keys.
 */
members: Array<UnitName>, 
/**
 * The title of its charter.
 */
charter: Text | null, 
/**
 * How often it meets at least, by its charter.
 */
every: Every | null, 
/**
 * How often it met by the day.
 */
sessions: number, 
/**
 * The last session by the day.
 */
last: string | null, 
/**
 * The last day on which the next session keeps to the charter: that of the month, quarter or year now running, or of
 * the next where it has met in this one.
 */
due: string | null,
};

/**
 * A consent: to a purpose, from a day until a day.
 */
export type ConsentDraft = { 
/**
 * The purpose.
 */
purpose: string, 
/**
 * The first day of it.
 */
from: string, 
/**
 * The first day after it: no consent is for ever.
 */
until: string,
};

/**
 * What follows if a step is not done in time.
 */
export type ConsequenceDraft = { 
/**
 * In words.
 */
text: TextDraft, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * How far judgements contradict each other, under a named table.
 */
export type Consistency = { 
/**
 * The principal eigenvalue: the number of criteria where nothing contradicts.
 */
lambda_max: number, 
/**
 * The consistency index, `(lambda_max - criteria) / (criteria - 1)`.
 */
index: number, 
/**
 * The consistency ratio (一致性比例): the index over the random index of the table; zero for one and two criteria.
 */
ratio: number, 
/**
 * The table.
 */
table: RandomIndex,
};

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
uncounted: number,
};

/**
 * A group that chooses representatives.
 */
export type ConstituencyDraft = { 
/**
 * Its key, unique in the body.
 */
key: string, 
/**
 * Its households.
 */
households?: number | null, 
/**
 * Its representatives.
 */
representatives?: number | null,
};

/**
 * What a body of consultation advised, and what came of it, on a day.
 */
export type ConsultationViewData = { 
/**
 * The body.
 */
body: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * The day.
 */
day: string, 
/**
 * Always: its outcome advises and does not bind. What binds is the duty to answer.
 */
advisory: boolean, 
/**
 * Met if nothing is overdue or late; unknown while a due day is.
 */
status: Status, 
/**
 * The answers.
 */
answers: AnswerCounts, 
/**
 * Advice that was taken up.
 */
accepted: number, 
/**
 * Advice that was taken up in part.
 */
partly: number, 
/**
 * Advice that was not taken up.
 */
declined: number, 
/**
 * What is overdue, the longest first.
 */
overdue: Array<OverdueAnswer>,
};

/** A document of the format `shequ.consultations/1`. */
export type ConsultationsDocument = { format: "shequ.consultations/1" } & ConsultationsDraft;

/**
 * A body of consultation (协商) and what it advised, `shequ.consultations/1`.
 */
export type ConsultationsDraft = { 
/**
 * The body.
 */
body: string, 
/**
 * Its name.
 */
label: TextDraft, 
/**
 * By when its advice is answered.
 */
answer: AnswerWithinDraft, 
/**
 * What it advised.
 */
matters?: Array<MatterDraft>,
};

/**
 * What a clause says. A closed list: nothing here loops, and no text is run.
 */
export type Content = { "range": Range } | { "threshold": Threshold } | { "years": number } | { "days": number } | { "day": string } | { "choice": Choice } | { "composition": Composition } | { "surplus": Surplus } | { "deadline": Deadline } | { "predicate": Predicate } | { "counting": Array<CountingRule> } | { "procedure": Array<ProcedureStep> } | { "provision": Text } | { "silence": Text } | "unread";

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
inferred?: string,
};

/** A document of the format `shequ.cooperation/1`. */
export type CooperationDocument = { format: "shequ.cooperation/1" } & CooperationDraft;

/**
 * The document `shequ.cooperation/1`.
 */
export type CooperationDraft = { 
/**
 * What it is about.
 */
title: string | TextDraft, 
/**
 * Pledges of parties to agreements.
 */
pledges?: Array<PledgeDraft>, 
/**
 * How they were kept.
 */
kept?: Array<KeptDraft>, 
/**
 * Conferences that were held.
 */
conferences?: Array<ConferenceDraft>, 
/**
 * Joint activities.
 */
activities?: Array<JointActivityDraft>, 
/**
 * What units offer.
 */
offers?: Array<OfferDraft>, 
/**
 * What units need, the more urgent first.
 */
needs?: Array<NeedDraft>,
};

/**
 * A change with its cost.
 */
export type CostedChange = { 
/**
 * The column.
 */
column: string, 
/**
 * Its value now; none where it is missing and was reported.
 */
from: string | null, 
/**
 * Its value then.
 */
to: string, 
/**
 * How many steps of its last decimal; from the worst value where it was missing.
 */
steps: number, 
/**
 * What they cost, with the report of a missing value.
 */
cost: string,
};

/**
 * A row of a published count.
 */
export type CountRow = { 
/**
 * The office; none where the count is by skill only.
 */
office: Office | null, 
/**
 * The counts by column; none where hidden.
 */
counts: (number | null)[], 
/**
 * Their sum; none where hidden.
 */
total: number | null,
};

/**
 * A day that was counted.
 */
export type CountedDay = { 
/**
 * The day.
 */
day: string, 
/**
 * The same before a day off at the end was passed over, if one was.
 */
before_rest: string | null,
};

/**
 * The smallest facts on which two rules differ.
 */
export type Counterexample = { 
/**
 * In words.
 */
words: Text, 
/**
 * The tallies, by measure; areas in whole units of any size, because only shares matter.
 */
tallies: { [key in Measure]?: TallyDraft },
};

/**
 * How votes are counted, or a count is settled.
 */
export type CountingRule = "units-as-heads" | "owners-as-heads" | "buyer-once" | "developer-once" | "co-owners-as-one" | "area-by-register" | "overfull-void" | "revote-tied" | "casting-vote" | "most-votes";

/**
 * Which kinds of bodies which communities have (覆盖矩阵).
 */
export type CoverageMatrixData = { 
/**
 * The kinds, as asked.
 */
kinds: Array<string>, 
/**
 * Their names.
 */
labels: Array<Text>, 
/**
 * The communities, by their keys.
 */
rows: Array<CoverageRow>, 
/**
 * For each kind the communities that have one, of all.
 */
covered: Array<string | null>,
};

/**
 * Coverage by sector (非公和"两新"组织覆盖率).
 */
export type CoverageReportData = { 
/**
 * The day.
 */
day: string, 
/**
 * The kinds of bodies that were looked for.
 */
kinds: Array<string>, 
/**
 * All sectors together.
 */
total: SectorCoverage, 
/**
 * By sector, as the register lists them.
 */
sectors: Array<SectorCoverage>,
};

/**
 * How many bodies of each kind one community has.
 */
export type CoverageRow = { 
/**
 * The community.
 */
unit: UnitName, 
/**
 * The number of bodies of each kind, in the order of the kinds asked about.
 */
counts: Array<number>,
};

/**
 * What a level asks.
 */
export type CriterionDraft = { 
/**
 * Its key, which names its column.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * The least value.
 */
least?: string | number, 
/**
 * The greatest value.
 */
most?: string | number,
};

/**
 * A criterion that a unit does not meet.
 */
export type CriterionGap = { 
/**
 * The criterion.
 */
criterion: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * The value; none where it is missing.
 */
value: string | null, 
/**
 * The bound.
 */
due: string,
};

/**
 * The weight of a criterion.
 */
export type CriterionWeight = { 
/**
 * The criterion.
 */
criterion: string, 
/**
 * Its share of one.
 */
weight: string,
};

/**
 * What part of a unit went where between two days.
 */
export type CrosswalkCell = { 
/**
 * The unit of the first day.
 */
from: string, 
/**
 * The unit of the other day; none for the part that ended without a successor.
 */
to: string | null, 
/**
 * The part of it; none where no event counted the measure.
 */
share: string | null, 
/**
 * Whether an inferred event leads there; left out where none does.
 */
inferred?: boolean,
};

/**
 * Which part of each unit of one day is which unit of another (新旧区划对照).
 */
export type CrosswalkData = { 
/**
 * The day of the rows.
 */
from: string, 
/**
 * The day of the columns.
 */
until: string, 
/**
 * The measure of the shares.
 */
measure: string, 
/**
 * The rows of units that events changed, in the order of keys; the shares of a row add up to one.
 */
cells: Array<CrosswalkCell>, 
/**
 * Units of both days to which nothing happened: each is itself, wholly.
 */
unchanged: Array<string>, 
/**
 * Units of the other day into which nothing came.
 */
begun: Array<string>, 
/**
 * The events between that moved something.
 */
steps: Array<LineageStep>, 
/**
 * Events whose bounds hold the first or the other day; they are read as on the last day that they can be.
 */
uncertain: Array<LineageStep>,
};

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
at_barriers: number,
};

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
until?: string,
};

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
until?: string,
};

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
until?: string,
};

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
until?: string,
};

/**
 * A time between two events.
 */
export type Deadline = { 
/**
 * What must happen.
 */
event: Milestone, 
/**
 * From what it is counted.
 */
anchor: Milestone, 
/**
 * Before or after it, at least or at most.
 */
when: When, 
/**
 * How many.
 */
n: number, 
/**
 * Of what.
 */
unit: TimeUnit, 
/**
 * Whether an end on a day off moves to the next working day (Civil Code art. 203).
 */
roll?: boolean,
};

/**
 * One score and one rank for each row.
 */
export type Decision = { method: MethodName, better: Direction, scores: Array<number>, ranks: Array<number>, };

/** A document of the format `shequ.decision/1`. */
export type DecisionDocument = { format: "shequ.decision/1" } & RecordDraft;

/**
 * What a dependence is counted in.
 */
export type DependenceBasis = "activities" | "attendances" | "chairs";

/**
 * How far co-operation hangs on one person (关键人依赖): holders of public posts only.
 */
export type DependenceData = { 
/**
 * The first day.
 */
from: string, 
/**
 * The first day after it.
 */
until: string, 
/**
 * What was counted.
 */
basis: DependenceBasis, 
/**
 * How much there was.
 */
total: number, 
/**
 * How much had no post, or one without exactly one certain holder that day.
 */
unattributed: number, 
/**
 * The holders, those with the most first, equals by key.
 */
holders: Array<HolderShare>, 
/**
 * The greatest share.
 */
greatest: string | null, 
/**
 * Every holder with that share.
 */
key_holders: Array<string>, 
/**
 * The sum of the squares of all shares: 1 if all hangs on one, 1/n if it is even among n (Herfindahl).
 */
concentration: string | null,
};

/**
 * What the values of a variable look like.
 */
export type Description = { 
/**
 * The key of the variable.
 */
variable: string, 
/**
 * The least value.
 */
least: number | null, 
/**
 * The greatest value.
 */
greatest: number | null, 
/**
 * The mean.
 */
mean: number | null, 
/**
 * The median.
 */
median: number | null, 
/**
 * The sample standard deviation, with n - 1.
 */
deviation: number | null, 
/**
 * Skewness and kurtosis; none of fewer than four values or where all are the same.
 */
shape: Shape | null, 
/**
 * How many rows there are.
 */
rows: number, 
/**
 * How many values are there.
 */
available: number, 
/**
 * How many of these are not zero.
 */
not_zero: number, 
/**
 * How many different values there are.
 */
unique: number, 
/**
 * How often the most frequent value stands there.
 */
same: number,
};

/**
 * How the developer (建设单位) has a unit.
 */
export type DeveloperHolds = "unsold" | "undelivered";

/**
 * The languages of diagrams.
 */
export type DiagramFormat = "mermaid" | "graphviz";

/**
 * How many units changed in which way; one unit may in several.
 */
export type DiffCounts = { 
/**
 * Units that exist on the other day only.
 */
added: number, 
/**
 * Units that exist on the first day only.
 */
dropped: number, 
/**
 * Units of another name.
 */
renamed: number, 
/**
 * Units of other codes.
 */
recoded: number, 
/**
 * Units within another.
 */
moved: number, 
/**
 * Units of another kind.
 */
converted: number,
};

/**
 * What differs between two days (两日差异): `diff(b, a)` is its inverse.
 */
export type DiffData = { 
/**
 * The first day.
 */
from: string, 
/**
 * The other day.
 */
until: string, 
/**
 * How many units changed in which way.
 */
counts: DiffCounts, 
/**
 * The units that changed, in the order of their keys.
 */
units: Array<UnitChange>,
};

/**
 * One thing that does not agree with a record.
 */
export type Difference = { 
/**
 * `record`, `pack`, `calendar`, `facts` or `verdict`.
 */
what: string, 
/**
 * In words.
 */
text: Text,
};

/**
 * The difference of two scores over a box of weights.
 */
export type DifferenceRange = { 
/**
 * The least of the first's score less the second's.
 */
least: string, 
/**
 * Weights at which it is least.
 */
least_at: string[], 
/**
 * The greatest.
 */
greatest: string, 
/**
 * Weights at which it is greatest.
 */
greatest_at: string[],
};

/**
 * Whether more of a criterion is better.
 */
export type Direction = "higher" | "lower";

/**
 * What a count of entries is broken down by.
 */
export type DirectoryBreakdown = "skills" | "offices" | "offices-and-skills";

/**
 * A count of mentions that may leave the directory: no number in it is below the threshold, or gives one away.
 */
export type DirectoryCountsData = { 
/**
 * The day.
 */
day: string, 
/**
 * The purpose.
 */
purpose: string, 
/**
 * Counts below this are hidden.
 */
threshold: number, 
/**
 * The columns: skills; empty where the count is by office only, whose one column counts mentions.
 */
columns: Array<Skill>, 
/**
 * The rows.
 */
rows: Array<CountRow>, 
/**
 * The sums of columns; none where hidden.
 */
column_totals: (number | null)[], 
/**
 * The sum of all; none where hidden.
 */
total: number | null,
};

/** A document of the format `shequ.directory/1`. */
export type DirectoryDocument = { format: "shequ.directory/1" } & DirectoryDraft;

/**
 * The document `shequ.directory/1`. It is read; what is written of it, the directory writes with care.
 */
export type DirectoryDraft = { 
/**
 * What it is about, and who keeps it.
 */
title: string | TextDraft, 
/**
 * What entries may be read for.
 */
purposes: Array<PurposeDraft>, 
/**
 * The entries.
 */
entries?: Array<DirectoryEntryDraft>, 
/**
 * The number of the next entry, so that none is given twice.
 */
next: number | null,
};

/**
 * An entry.
 * Its debug print shows nothing of it.
 */
export type DirectoryEntryDraft = { 
/**
 * Its number: too small to be that of a telephone or of an identity card.
 */
id: number, 
/**
 * The name.
 */
name: string | null, 
/**
 * One way to reach the person.
 */
contact: string | null, 
/**
 * Offices in the community.
 */
offices?: Array<Office>, 
/**
 * Skills offered.
 */
skills?: Array<Skill>, 
/**
 * What the person agreed to.
 */
consents: Array<ConsentDraft>,
};

/**
 * A field of an entry, a closed list.
 */
export type DirectoryField = "name" | "contact" | "offices" | "skills";

/**
 * What a purpose may see of an entry on a day.
 */
export type DirectoryView = { 
/**
 * The number of the entry.
 */
id: number, 
/**
 * The purpose.
 */
purpose: string, 
/**
 * The first day after the consent.
 */
consent_until: string, 
/**
 * The name, if the purpose needs it.
 */
name: string | null, 
/**
 * The contact, if the purpose needs it.
 */
contact: string | null, 
/**
 * Offices, if the purpose needs them.
 */
offices: Array<Office> | null, 
/**
 * Skills, if the purpose needs them.
 */
skills: Array<Skill> | null,
};

/**
 * How a distance follows from two places.
 */
export type DistanceRule = "given" | "straight" | "squared";

/**
 * Which units dominate which (占优).
 */
export type Dominance = { 
/**
 * Every such pair, in the order of the units.
 */
pairs: Array<Dominates>, 
/**
 * The units that none dominates (非劣).
 */
undominated: Array<string>,
};

/**
 * A unit that is at least as good as another, and somewhere better.
 */
export type Dominates = { 
/**
 * The better one.
 */
better: string, 
/**
 * The one that it dominates.
 */
worse: string,
};

/**
 * Scores by the benefit of the doubt, with the weights that make them.
 */
export type Doubt = { 
/**
 * From 0 to 1; 1 for a row that no other outdoes under its own weights.
 */
scores: Array<number>, 
/**
 * By row, the weight of each criterion in its own unit; they do not sum to one. Of several that give the same score, one.
 */
weights: Array<Array<number>>,
};

/**
 * A field of an entry that is due to go.
 */
export type DueField = { 
/**
 * The number of the entry.
 */
id: number, 
/**
 * The field.
 */
field: DirectoryField,
};

/**
 * In how many draws one row is ahead of another.
 */
export type Duel = { 
/**
 * Draws in which the first has the better rank.
 */
ahead: string, 
/**
 * Draws in which both have the same rank.
 */
tied: string, 
/**
 * Draws in which the second has the better rank.
 */
behind: string,
};

/** A document of the format `shequ.duties/1`. */
export type DutiesDocument = { format: "shequ.duties/1" } & DutiesDraft;

/**
 * The document `shequ.duties/1`.
 */
export type DutiesDraft = { 
/**
 * What it is about.
 */
title: string | TextDraft, 
/**
 * The duties.
 */
duties: Array<DutyDraft>, 
/**
 * Who has them, as it was before the transfers.
 */
assignments?: Array<AssignmentDraft>, 
/**
 * Transfers, applied in the order of their days.
 */
transfers?: Array<DutyTransferDraft>,
};

/**
 * A duty (职责): what has to be done in each area of a kind, and who is to do it.
 */
export type DutyDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
label: string | TextDraft, 
/**
 * The kind of areas in each of which it has to be done.
 */
each: string, 
/**
 * The kinds of units that may do it; any unless given.
 */
by?: Array<string>, 
/**
 * The kinds of units that may not do it.
 */
never?: Array<string>, 
/**
 * Whether several may do it in one area.
 */
shared?: boolean, 
/**
 * The first day of it.
 */
from?: string, 
/**
 * The first day after it.
 */
until?: string, 
/**
 * The document that says so.
 */
source?: string | TextDraft,
};

/**
 * What is wrong with a duty in an area.
 */
export type DutyFault = "gap" | "overlap" | "misplaced" | "overreach";

/**
 * A fault of a duty in an area.
 */
export type DutyFinding = { 
/**
 * What is wrong.
 */
fault: DutyFault, 
/**
 * The duty.
 */
duty: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * The area.
 */
area: UnitName, 
/**
 * The units concerned; none for a gap.
 */
units: Array<UnitName>, 
/**
 * The kinds that may do it, where any are named.
 */
by: Array<string>, 
/**
 * The document that says so.
 */
source: Text | null,
};

/**
 * A dated row of who has a duty, transfers applied.
 */
export type DutyHolding = { 
/**
 * The duty.
 */
duty: string, 
/**
 * The unit.
 */
unit: string, 
/**
 * The area, where one is named.
 */
area: string | null, 
/**
 * The first day, where it is recorded.
 */
from: string | null, 
/**
 * The first day after it, where it ends.
 */
until: string | null, 
/**
 * The unit that had it before, where it was transferred.
 */
received_from: string | null, 
/**
 * The document of that transfer.
 */
instrument: Text | null,
};

/**
 * How duties are done on a day (职责核查).
 */
export type DutyReportData = { 
/**
 * The day.
 */
day: string, 
/**
 * How many pairs of a duty and an area were looked at.
 */
checked: number, 
/**
 * How many of them are in order.
 */
sound: number, 
/**
 * The faults, by duty and area.
 */
findings: Array<DutyFinding>,
};

/**
 * That a duty passed from one unit to another on a day (职能转交).
 */
export type DutyTransferDraft = { 
/**
 * The duty.
 */
duty: string, 
/**
 * The unit that had it.
 */
source: string, 
/**
 * The unit that has it from that day.
 */
target: string, 
/**
 * The area, as it stands in the assignment that ends.
 */
area: string | null, 
/**
 * The day.
 */
day: string, 
/**
 * The document that did it.
 */
instrument?: string | TextDraft,
};

/**
 * What a veto (一票否决) does.
 */
export type Effect = "zero" | "cap-grade" | "no-award";

/**
 * By what one was elected.
 */
export type ElectedBy = "votes" | "lot" | "seniority" | "casting-vote";

/**
 * One who was elected.
 */
export type ElectedView = { 
/**
 * Who.
 */
candidate: string, 
/**
 * In which poll, by position.
 */
poll: number, 
/**
 * With so many yes.
 */
yes: number, 
/**
 * By what.
 */
by: ElectedBy,
};

/**
 * What a reader must know beside a result.
 */
export type ElectionCaution = { 
/**
 * A stable word for it.
 */
code: string, 
/**
 * The words.
 */
text: Text,
};

/** A document of the format `shequ.election/1`. */
export type ElectionDocument = { format: "shequ.election/1" } & ElectionDraft;

/**
 * The run of one election, `shequ.election/1`. Ballots enter only as tallies of patterns, or as sums.
 */
export type ElectionDraft = { 
/**
 * Its name.
 */
id: string, 
/**
 * Its rules.
 */
rules: ElectionRulesDraft, 
/**
 * General, or for vacant seats.
 */
kind: ElectionKind, 
/**
 * The seats to be filled.
 */
seats: number, 
/**
 * A secret of 16 bytes or more that enters the digest of the run, so that nobody finds a pattern of a ballot by trying.
 */
salt?: string | null, 
/**
 * The roll.
 */
roll: RollDraft, 
/**
 * Those who stand, all of whom were admitted.
 */
candidates: Array<CandidateDraft>, 
/**
 * How many were nominated and not admitted.
 */
refused: number, 
/**
 * The polls in the order in which they were held.
 */
polls: Array<PollDraft>, 
/**
 * Complaints about polls and seats.
 */
challenges: Array<ChallengeDraft>, 
/**
 * The day on which the term begins.
 */
begins?: string | null, 
/**
 * The day after the last of the present term of the body, for a by-election.
 */
term_ends?: string | null,
};

/**
 * General, or for vacant seats.
 */
export type ElectionKind = "general" | "by-election";

/** A document of the format `shequ.election-record/1`. */
export type ElectionRecordDocument = { format: "shequ.election-record/1" } & ElectionRecordDraft;

/**
 * The record of an election, `shequ.election-record/1`: whoever has it and the run evaluates it again.
 */
export type ElectionRecordDraft = { 
/**
 * The election.
 */
election: string, 
/**
 * The digest of the run with its salt.
 */
run: string, 
/**
 * The digest of the rules.
 */
rules: string, 
/**
 * The result as it was given: sums by candidate, no pattern of a ballot.
 */
result: ElectionView, 
/**
 * The packs whose clauses the rules cite, where the record was made beside them.
 */
packs?: Array<PackRef>, 
/**
 * What a reader must know of those clauses.
 */
cautions?: Array<Caution>, 
/**
 * That this is no legal advice.
 */
notice: TextDraft, 
/**
 * The digest of all the rest.
 */
digest: string,
};

/** A document of the format `shequ.election-rules/1`. */
export type ElectionRulesDocument = { format: "shequ.election-rules/1" } & ElectionRulesDraft;

/**
 * The rules of an election, `shequ.election-rules/1`. A clause of a pack can hold the same.
 */
export type ElectionRulesDraft = { 
/**
 * Its name.
 */
id: string, 
/**
 * What is elected by it.
 */
label: TextDraft, 
/**
 * How many seats there may be.
 */
seats: SeatsDraft, 
/**
 * How many more candidates than seats (等额, 差额).
 */
candidates: CandidatesRuleDraft, 
/**
 * Who can nominate: any one of these is enough; none means that nothing is asked.
 */
nomination?: Array<NominationDraft>, 
/**
 * Clauses that a candidate must meet; where one turns on a sensitive fact, the caller answers it and nothing is kept.
 */
conditions?: Array<ConditionDraft>, 
/**
 * What can stand on a ballot.
 */
ballot: BallotFormDraft, 
/**
 * When the poll is valid; without it, always.
 */
turnout?: PollShareDraft | null, 
/**
 * What a candidate needs.
 */
win: WinDraft, 
/**
 * Who comes first where more pass than there are seats.
 */
order: SeatOrder, 
/**
 * What breaks a tie for the last seats, in order: the first tie by the first, the next by the next.
 */
ties: Array<TieRule>, 
/**
 * Whether a revote among the tied needs the turnout of the first poll; needed where `ties` has `revote`.
 */
revote_turnout?: LaterTurnout | null, 
/**
 * What follows where fewer are elected than there are seats.
 */
shortfall: ShortfallDraft, 
/**
 * How long those elected serve.
 */
term?: TermDraft | null, 
/**
 * What differs in a by-election (补选).
 */
by_election?: ByElectionDraft | null, 
/**
 * How a seat that falls vacant is filled.
 */
vacancy?: VacancyDraft | null, 
/**
 * How those elected are recalled (罢免).
 */
recall?: RecallDraft | null,
};

/**
 * How far an election has come.
 */
export type ElectionState = "not-held" | "open" | "complete";

/**
 * The result of an election.
 */
export type ElectionView = { 
/**
 * The election.
 */
election: string, 
/**
 * What was elected.
 */
label: Text, 
/**
 * How far it has come.
 */
state: ElectionState, 
/**
 * The seats.
 */
seats: number, 
/**
 * Those elected, in the order of the polls and of their votes.
 */
elected: Array<ElectedView>, 
/**
 * Seats that are not filled.
 */
open_seats: number, 
/**
 * Whether the list of candidates is as the rules ask.
 */
list: Array<PollCheck>, 
/**
 * Each poll.
 */
polls: Array<PollView>, 
/**
 * What follows.
 */
next: NextStep, 
/**
 * The facts that are still needed, by path.
 */
missing: Array<string>, 
/**
 * What a reader must know beside the result.
 */
cautions: Array<ElectionCaution>, 
/**
 * The first day of the term, and the first day after it.
 */
term: TermView | null,
};

/**
 * What ELECTRE I finds.
 */
export type Electre = { 
/**
 * `[a][b]`: the share of the weights of the criteria in which `a` is as good as `b` or better; on the diagonal 1.
 */
concordance: Array<Array<number>>, 
/**
 * `[a][b]`: the most by which `a` is worse than `b` in a criterion, over the widest range of all criteria; on the diagonal 0.
 */
discordance: Array<Array<number>>, 
/**
 * `[a][b]`: whether `a` outranks `b`: concordance and discordance both meet their thresholds.
 */
outranks: Array<Array<boolean>>, 
/**
 * The rows to choose from, in their order: none is outranked by another of them but in a circle, and each other row is outranked
 * by one of them or by what stands in a circle with one of them.
 */
kernel: Array<number>,
};

/**
 * One clause about one person.
 */
export type EligibilityClause = { 
/**
 * Its name.
 */
clause: string, 
/**
 * What it is about.
 */
label: Text, 
/**
 * Its answer; none for a sensitive fact, and for every clause where the answer could give one away.
 */
status: Status | null, 
/**
 * Whether it asks a sensitive fact: it was answered in the call, and is kept nowhere.
 */
sensitive: boolean, 
/**
 * Why it decides nothing.
 */
reason: Reason | null, 
/**
 * What was found, in words.
 */
found: Text | null, 
/**
 * Where it stands.
 */
citation: Citation | null,
};

/**
 * Whether one person may take part, with what made it. Nothing of the person stands in it but what was computed.
 */
export type EligibilityView = { 
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
 * Each clause, in the order of the question.
 */
clauses: Array<EligibilityClause>, 
/**
 * The least facts that are still needed.
 */
missing: Array<Ask>, 
/**
 * What a reader must know beside the answer.
 */
cautions: Array<Caution>,
};

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
digest: string,
};

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
each: string | number,
};

/**
 * An event in short.
 */
export type EventRecord = { 
/**
 * What happened: `rename`, `merge` ...
 */
event: string, 
/**
 * When.
 */
day: string, 
/**
 * The key of its entry, if it has one.
 */
key: string | null, 
/**
 * By which document.
 */
instrument: Text | null, 
/**
 * Where it is known from.
 */
source: Text | null, 
/**
 * When it was recorded.
 */
recorded: string | null, 
/**
 * The confidence with which it was inferred; none where it is documented.
 */
inferred: string | null,
};

/**
 * How often a body meets at least.
 */
export type Every = "month" | "quarter" | "half-year" | "year";

/**
 * A piece of evidence with its weight.
 */
export type Evidence = { 
/**
 * What it is.
 */
kind: EvidenceKind, 
/**
 * What it weighs, from 0 to 1.
 */
weight: string,
};

/**
 * A piece of evidence (佐证材料).
 */
export type EvidenceDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The unit.
 */
unit: string, 
/**
 * The indicator that it shows.
 */
indicator: string, 
/**
 * The day on which it was entered.
 */
day: string, 
/**
 * What it is.
 */
what?: TextDraft, 
/**
 * The digest of the file, so that it cannot be exchanged.
 */
digest?: string,
};

/**
 * A kind of evidence.
 */
export type EvidenceKind = "same-name" | "similar-name" | "same-parent" | "same-place" | "same-count";

/** A document of the format `shequ.evidence/1`. */
export type EvidenceLedgerDocument = { format: "shequ.evidence/1" } & EvidenceLedgerDraft;

/**
 * The document `shequ.evidence/1`: what shows the values of a scheme, and who came to see it.
 */
export type EvidenceLedgerDraft = { 
/**
 * What it is called.
 */
title: TextDraft, 
/**
 * The pieces of evidence.
 */
evidence?: Array<EvidenceDraft>, 
/**
 * The inspections.
 */
inspections?: Array<InspectionDraft>,
};

/**
 * Evidence and inspections of a period.
 */
export type EvidenceReport = { 
/**
 * The first day.
 */
from: string, 
/**
 * The first day after it.
 */
until: string, 
/**
 * The units that were asked about.
 */
units: Array<UnitEvidence>, 
/**
 * Pieces for indicators that the scheme does not have.
 */
stray: Array<string>,
};

/**
 * A unit with its exact score and its rank.
 */
export type ExactScore = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The sum of weight times value.
 */
score: string, 
/**
 * Its rank.
 */
rank: number,
};

/**
 * Who is ahead where two scores are equal.
 */
export type ExactTies = "min" | "max" | "ordinal";

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
children: Array<ExplanationData>,
};

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
 * A secret that enters the digest of the facts and the commitment to each unit, so that nobody finds a vote by trying; with a
 * list of units at least 16 bytes of text.
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
 * Representatives.
 */
representatives?: TallyDraft | null, 
/**
 * Co-ownership shares, in whole parts of one denominator.
 */
shares?: TallyDraft | null, 
/**
 * What is counted once: members, seats, candidates.
 */
numbers?: { [key in Figure]?: number }, 
/**
 * On which day what happened.
 */
days?: Partial<Record<Milestone, string>>, 
/**
 * Whether what a clause asks is so, by the name of the clause. A sensitive fact of a person does not stand here: it is
 * answered in the call.
 */
answers?: { [key in string]: boolean }, 
/**
 * Whether the meeting was called a second time.
 */
second_call?: boolean | null, 
/**
 * How the chair broke a tie, where a clause of the question gives a casting vote; the tallies are without it.
 */
casting?: CastingVote | null, 
/**
 * Every exclusive unit, for a vote of owners.
 */
units?: Array<VotingUnitDraft> | null,
};

/**
 * What holds on the first call of a meeting, and what on the second.
 */
export type FallbackDraft = { 
/**
 * On the first call.
 */
first: RuleDraft, 
/**
 * When it is called again.
 */
second: RuleDraft,
};

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
proven: boolean,
};

/**
 * A number that is counted once, beside the tallies of a vote.
 */
export type Figure = "members" | "representatives" | "women" | "seats" | "candidates" | "elected" | "households" | "inhabitants" | "signatures" | "proxies" | "unsatisfactory-appraisals" | "names-marked" | "ballots-issued" | "ballots-returned" | "voters-taking-part" | "delivered-area" | "total-area" | "expenditure" | "budget";

/**
 * A cell that was filled.
 */
export type FilledCell = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The indicator.
 */
indicator: string, 
/**
 * What stands there now.
 */
value: number, 
/**
 * The group whose values filled it; none where those of all units did.
 */
group: string | null, 
/**
 * How many values these were.
 */
from: number,
};

/**
 * What fills a gap.
 */
export type Filler = "mean" | "median";

/**
 * One violation (问题): what, which rule, since when, and what mends it.
 */
export type Finding = { 
/**
 * The rule.
 */
rule: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * How grave it is.
 */
severity: Severity, 
/**
 * Where the rule stands: a clause of a law, or a default of the library, which is marked so.
 */
citation: Citation | null, 
/**
 * The kind of unit that the rule was checked for, where it was for one alone.
 */
kind: string | null, 
/**
 * What it is about.
 */
subject: FindingSubject, 
/**
 * All the days, before and after those asked about too, on which it holds without a break, exact to the day.
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
remedy: Text,
};

/**
 * What a finding is about, by key and name.
 */
export type FindingSubject = { 
/**
 * Whether it is a unit, a post, a holder or a statement.
 */
kind: SubjectKind, 
/**
 * Its key; a statement has none.
 */
key: string, 
/**
 * Its name.
 */
name: Text,
};

/**
 * A trigger and whether it fired.
 */
export type FiredTrigger = { 
/**
 * Its key.
 */
key: string, 
/**
 * What follows.
 */
label: Text, 
/**
 * Whether it fired; unknown where the turnout was too low or nobody but abstainers voted.
 */
status: Status, 
/**
 * The share of the votes that was found.
 */
found: string | null, 
/**
 * The share at or above which it fires.
 */
due: string,
};

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
count: string | number,
};

/**
 * The flows of each row, from 0 to 1 and, for the net flow, from -1 to 1 where the weights sum to one.
 */
export type Flows = { 
/**
 * The mean preference for the row over each other.
 */
positive: Array<number>, 
/**
 * The mean preference for each other over the row.
 */
negative: Array<number>, 
/**
 * The one less the other.
 */
net: Array<number>,
};

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
inferred?: string,
};

/**
 * How pledges stand on a day (履约情况).
 */
export type FulfilmentData = { 
/**
 * The day.
 */
day: string, 
/**
 * All of them.
 */
total: PledgeCount, 
/**
 * By party, in the order of keys.
 */
parties: Array<PledgeCount>, 
/**
 * By agreement, in the order of keys.
 */
agreements: Array<PledgeCount>, 
/**
 * The pledges in the order of keys.
 */
pledges: Array<PledgeState>,
};

/**
 * A time that places of a post stood empty.
 */
export type Gap = { 
/**
 * The days.
 */
period: Stretch, 
/**
 * How many days; none where it has no end or no beginning on record.
 */
days: number | null, 
/**
 * How many places were empty.
 */
places: number,
};

/**
 * What one indicator has in a gap.
 */
export type GapPart = { 
/**
 * The indicator, or `bonuses`, `penalties` or `vetoes`.
 */
part: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * What the mark has more than the unit; negative where the unit has more.
 */
points: string, 
/**
 * Its share in the gap; none where there is no gap.
 */
share: string | null,
};

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
snap: number | null,
};

/**
 * A goal as an argument, `shequ.goal/1`: one of the two.
 */
export type GoalDraft = { 
/**
 * This grade or a better one, by its key.
 */
grade?: string, 
/**
 * This rank or a better one, before ties are broken.
 */
rank?: number,
};

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
units: number,
};

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
least?: string | number,
};

/**
 * The votes for a grade.
 */
export type GradeVotes = { 
/**
 * The grade.
 */
grade: BallotGrade, 
/**
 * Its votes.
 */
votes: number, 
/**
 * Its votes of all but the abstentions.
 */
share: string | null, 
/**
 * Its share in each class, by the weights of the classes that voted.
 */
weighted: string | null,
};

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
faults: number,
};

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
buildings: string[],
};

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
titles?: Array<string>,
};

/**
 * A group of indicators and of smaller groups (一级指标, 二级指标), to any depth.
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
 * The post that answers for it.
 */
owner?: string, 
/**
 * The points of its indicators and groups together; checked where given.
 */
points?: string | number, 
/**
 * Its indicators; a group has these, groups, or both.
 */
indicators?: Array<IndicatorDraft>, 
/**
 * The groups in it.
 */
groups?: Array<GroupDraft>,
};

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
missing: number,
};

/**
 * How many heads owners' units make.
 */
export type HeadCountData = { 
/**
 * The day whose rules count.
 */
day: string, 
/**
 * How many units there are.
 */
units: number, 
/**
 * The heads; none where the rule that counts them is not known on the day, or does not settle it.
 */
heads: number | null, 
/**
 * The fewest heads it can be.
 */
least: number, 
/**
 * The most heads it can be.
 */
most: number, 
/**
 * Units that the developer has not sold.
 */
unsold: number, 
/**
 * Units that are sold and not handed over.
 */
undelivered: number, 
/**
 * Owners, or groups of co-owners, that have several units: each is one head.
 */
several: number, 
/**
 * The units that they have.
 */
units_of_several: number, 
/**
 * Units with co-owners: their owners vote as one.
 */
co_owned: number, 
/**
 * Pairs of different groups of owners that share an owner: whether they are one buyer is not said.
 */
overlapping: number, 
/**
 * Why the rule decides nothing.
 */
reason: Reason | null, 
/**
 * Where the rule stands.
 */
citation: Citation | null, 
/**
 * What a reader must know of the rule.
 */
cautions: Array<Caution>,
};

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
schooling: Schooling | null,
};

/**
 * What hangs on one holder of posts.
 */
export type HolderShare = { 
/**
 * The opaque key of the holder.
 */
holder: string, 
/**
 * The posts in which it was done.
 */
posts: Array<string>, 
/**
 * How much.
 */
count: number, 
/**
 * Of all that can be put down to a holder.
 */
share: string,
};

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
end_reason: EndReason | null, 
/**
 * How the holder came into it, if not as the post says.
 */
mode: Mode | null,
};

/**
 * A holding on a day.
 */
export type HoldingRecord = { 
/**
 * The opaque key of the holder.
 */
holder: string, 
/**
 * The first day, where it is recorded.
 */
from: string | null, 
/**
 * The first day after it, where it ends.
 */
until: string | null, 
/**
 * Why it ended, or will.
 */
end_reason: EndReason | null, 
/**
 * `possible` where dates within bounds leave it open.
 */
likely: Likely,
};

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
label: TextDraft,
};

/**
 * Households by how many represent them.
 */
export type HouseholdCount = { 
/**
 * How many there are.
 */
households: number, 
/**
 * Those that nobody represents.
 */
without: number, 
/**
 * Those that one represents.
 */
with_one: number, 
/**
 * Those that several represent: which one does is open.
 */
with_several: number,
};

/**
 * How the children of a node make its outcome.
 */
export type How = "rule" | "sum" | "all" | "any" | "list";

/**
 * How gaps are filled (插补).
 */
export type ImputationDraft = { 
/**
 * What fills a gap.
 */
filler: Filler, 
/**
 * The column of groups whose values fill it; all units unless given.
 */
group?: string, 
/**
 * The least number of values of a group; 1 unless given.
 */
least?: number, 
/**
 * What is done where there are fewer; `refuse` unless given.
 */
otherwise?: Otherwise,
};

/**
 * A body whose members cannot be in this one (不得兼任).
 */
export type IncompatibleDraft = { 
/**
 * The other body.
 */
body: string, 
/**
 * The clause that bars its members.
 */
clause?: string | null, 
/**
 * How many are in both.
 */
members?: number | null, 
/**
 * The clause that bars their near relatives; without it they are not barred.
 */
relatives_clause?: string | null, 
/**
 * How many of this body are near relatives of a member of the other.
 */
relatives?: number | null,
};

/** A document of the format `shequ.index/1`. */
export type IndexDocument = { format: "shequ.index/1" } & IndexDraft;

/**
 * A composite index as it is written, format `shequ.index/1`.
 *
 * Its numbers are floats of statistics: a number, or a text such as `"0.1"`.
 */
export type IndexDraft = { 
/**
 * What the index is called.
 */
title: TextDraft, 
/**
 * What it measures: units, posts or services; there is no choice for a person.
 */
subject: Subject, 
/**
 * Which units have too little data and are left out; without it none is.
 */
screening?: ScreeningDraft, 
/**
 * How gaps are filled; without it a gap is a fault.
 */
imputation?: ImputationDraft, 
/**
 * How outliers are treated; without it they are not.
 */
treatment?: TreatmentDraft, 
/**
 * How indicators become comparable, where they do not say so themselves.
 */
normalisation: NormalisationDraft, 
/**
 * The levels above the indicators, from the lowest to the top.
 */
levels: Array<IndexLevelDraft>, 
/**
 * What indicators are aggregated to: pillars, dimensions, and at the top the index.
 */
aggregates: Array<AggregateDraft>, 
/**
 * The indicators.
 */
indicators: Array<IndexIndicatorDraft>, 
/**
 * How units are ranked.
 */
ranking: IndexRankingDraft,
};

/**
 * An indicator.
 */
export type IndexIndicatorDraft = { 
/**
 * Its key, which names its column.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * The aggregate that it is a part of.
 */
parent: string, 
/**
 * Its weight among the parts of its parent; 1 unless given.
 */
weight?: number | string, 
/**
 * Whether more of it is better; `higher` unless given.
 */
direction?: Direction, 
/**
 * The unit of its values, in words.
 */
unit?: TextDraft, 
/**
 * The column that its values are divided by.
 */
denominator?: string, 
/**
 * Whether its outliers are treated; true unless given.
 */
treat?: boolean, 
/**
 * How it becomes comparable, where that differs from the index.
 */
normalisation?: NormalisationDraft,
};

/**
 * A level of the tree.
 */
export type IndexLevelDraft = { 
/**
 * What its aggregates are called, such as pillars.
 */
label?: TextDraft, 
/**
 * How its aggregates are made of what is below them.
 */
aggregation: MeanName, 
/**
 * `power`: the exponent, not zero.
 */
power?: number | string,
};

/**
 * A node of the tree of an index.
 */
export type IndexNode = { 
/**
 * The key of an indicator or an aggregate.
 */
key: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * Its level: 0 for indicators, then upwards.
 */
level: number, 
/**
 * What it is a part of; none for the top.
 */
parent: string | null, 
/**
 * Its weight as declared.
 */
weight: number, 
/**
 * Its share in the top: the product of the shares of the weights from the top down to it.
 */
effective_weight: number,
};

/**
 * How units are ranked.
 */
export type IndexRankingDraft = { 
/**
 * Which rank equals get.
 */
ties: RankTies, 
/**
 * The decimals to which values are rounded, half up, before they are compared; without it they are not rounded.
 */
decimals?: number, 
/**
 * The column of peer groups within which units are ranked besides.
 */
group?: string,
};

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
 * The post that answers for it (责任岗位).
 */
owner?: string, 
/**
 * What shows its value (佐证材料).
 */
evidence?: TextDraft, 
/**
 * The law or decision it rests on (依据).
 */
authority?: TextDraft, 
/**
 * How many inspections a period it costs a unit; 0 unless given.
 */
inspections?: number, 
/**
 * The name that its columns start with, where it is not the key: two indicators may read the same values.
 */
column?: string, 
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
 * `linear`, `linear-down`, `met`, `met-down`: the value that brings all points; `rate`: the share that does, 1 unless
 * given; `progress`: the change that does, such as `"0.1"` or `"-0.1"`.
 */
target?: string | number, 
/**
 * `linear-down`: the value that brings none; `progress`: the change that does, 0 unless given.
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
 * `piecewise`: points of the curve from the least value to the greatest.
 */
curve?: Array<KnotDraft>, 
/**
 * `three-rates`: the parts; awareness, participation and satisfaction with equal weights unless given.
 */
parts?: Array<RatePartDraft>, 
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
classes?: Array<ClassDraft>,
};

/**
 * A number of a unit with its day, unit of measure and source.
 */
export type IndicatorRecord = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The measure.
 */
measure: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * The value.
 */
value: string, 
/**
 * What the value is written in.
 */
unit_of_measure: string, 
/**
 * The day as of which it was counted.
 */
from: string | null, 
/**
 * Who published it.
 */
source: Text | null,
};

/**
 * A measure of a unit through time (指标序列).
 */
export type IndicatorSeriesData = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The measure.
 */
measure: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * What values are written in.
 */
unit_of_measure: string, 
/**
 * The numbers in the order of their days.
 */
points: Array<IndicatorRecord>, 
/**
 * From each to the next.
 */
steps: Array<SeriesStep>,
};

/**
 * How to infer: what each piece of evidence weighs, from 0 to 1.
 */
export type InferOptions = { 
/**
 * How many signs of a code name the group within which units are sought; 6 for a Chinese county.
 */
group_signs: number, 
/**
 * The least confidence of a match.
 */
at_least: string, 
/**
 * The same name, once within the group on both sides.
 */
same_name: string, 
/**
 * The same parent.
 */
same_parent: string, 
/**
 * A similar name: this times how similar it is.
 */
similar_name: string, 
/**
 * The same place in the order of codes, between the same neighbours.
 */
same_place: string, 
/**
 * The same count: this times the lesser count over the greater.
 */
same_count: string,
};

/**
 * Which units of two undocumented snapshots are likely the same (推断的沿革). Nothing of it enters an organisation by itself.
 */
export type InferenceData = { 
/**
 * Units with another code, in the order of their first codes.
 */
matches: Array<Match>, 
/**
 * Codes of the first snapshot that are left without a match.
 */
dropped: Array<string>, 
/**
 * Codes of the other snapshot that are left without a match.
 */
added: Array<string>, 
/**
 * Codes of both snapshots whose names are the same.
 */
unchanged: number, 
/**
 * Codes of both snapshots whose names differ.
 */
renamed: Array<string>,
};

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
value: Quantity,
};

/**
 * One input.
 */
export type InputDraft = { 
/**
 * Its key, unique in the register.
 */
key: string, 
/**
 * The day on which it came.
 */
day: string, 
/**
 * What it is.
 */
kind: InputKind, 
/**
 * Whose voice it is.
 */
voice: Voice, 
/**
 * What it is about, such as a plan or a topic of notes.
 */
about?: string | null, 
/**
 * The day of the answer.
 */
answered?: string | null,
};

/**
 * What an input is (建议、意见、批评、反映).
 */
export type InputKind = "suggestion" | "opinion" | "criticism" | "report";

/** A document of the format `shequ.inputs/1`. */
export type InputsDocument = { format: "shequ.inputs/1" } & InputsDraft;

/**
 * A register of inputs with the duty to answer them, `shequ.inputs/1`. Nobody is named in it.
 */
export type InputsDraft = { 
/**
 * Its title.
 */
label: TextDraft, 
/**
 * By when an input is answered.
 */
answer: AnswerWithinDraft, 
/**
 * The inputs.
 */
inputs?: Array<InputDraft>,
};

/**
 * A register of inputs on a day.
 */
export type InputsViewData = { 
/**
 * Its title.
 */
label: Text, 
/**
 * The day.
 */
day: string, 
/**
 * Met if nothing is overdue or late; unknown while a due day is.
 */
status: Status, 
/**
 * The answers.
 */
answers: AnswerCounts, 
/**
 * By kind, with whose voices they are.
 */
kinds: Array<VoiceCount>, 
/**
 * Residents' voices of all voices (公众参与与单位参与); none where there is none.
 */
residents: string | null, 
/**
 * What is overdue, the longest first.
 */
overdue: Array<OverdueAnswer>,
};

/**
 * An inspection (检查验收).
 */
export type InspectionDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The unit.
 */
unit: string, 
/**
 * The day.
 */
day: string, 
/**
 * The unit or post that inspected.
 */
by: string, 
/**
 * The indicators that were looked at; none for all.
 */
indicators?: Array<string>,
};

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
 * The first day on which the version that was read is in force. Where nobody knows it, its clauses decide only for a
 * caller who accepts that.
 */
from?: string | null, 
/**
 * The first day on which it is no longer in force.
 */
until?: string | null, 
/**
 * The law of a higher layer that it carries out, where that has changed since: its clauses decide with a caution then.
 */
carries_out?: CarriesOutDraft | null,
};

/**
 * How the rank intervals of a scorecard are drawn.
 */
export type IntervalOptions = { 
/**
 * How many draws; 1,000 unless given.
 */
draws: number, 
/**
 * The seed of all draws.
 */
seed: number | bigint, 
/**
 * By what share of itself each weight varies, from 0 to 1; a quarter unless given.
 */
spread: number, 
/**
 * What the weights belong to; the groups of the first level unless given.
 */
parts: ChartParts, 
/**
 * The peer group, where units are ranked within several.
 */
group: string | null,
};

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
scale?: number,
};

/**
 * A joint activity and the post that led it.
 */
export type JointActivityDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The day.
 */
day: string, 
/**
 * The post whose holder led it.
 */
post: string,
};

/** A document of the format `shequ.joint-charter/1`. */
export type JointCharterDocument = { format: "shequ.joint-charter/1" } & JointCharterDraft;

/**
 * The charter of a joint conference (联席会), `shequ.joint-charter/1`.
 */
export type JointCharterDraft = { 
/**
 * The conference.
 */
conference: string, 
/**
 * Its title.
 */
title: TextDraft, 
/**
 * Whether its parties are equal (平等).
 */
equal?: boolean | null, 
/**
 * Whether they take part of their own will (自愿).
 */
voluntary?: boolean | null, 
/**
 * Whether it acts by consultation (协商).
 */
by_consultation?: boolean | null, 
/**
 * The four joint goals.
 */
goals?: JointGoalsDraft, 
/**
 * How often it meets at least.
 */
every?: Every | null, 
/**
 * The day from which it holds.
 */
from: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string | null, 
/**
 * The days of its sessions; an organisation that has them can give them instead.
 */
sessions?: Array<string>,
};

/**
 * A charter on a day: whether it is complete, and whether the conference keeps to its cadence.
 */
export type JointCharterViewData = { 
/**
 * The conference.
 */
conference: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * The day.
 */
day: string, 
/**
 * Whether it is complete and kept to.
 */
status: Status, 
/**
 * The fields of principles and goals, each with its answer: `equal`, `goals.resources` ...
 */
fields: Array<CharterField>, 
/**
 * How often it meets at least.
 */
every: Every | null, 
/**
 * How often it met by the day while the charter held.
 */
sessions: number, 
/**
 * The months, quarters, halves or years that passed whole without a session, such as `2024-Q3`.
 */
missed: Array<string>, 
/**
 * The last day on which the next session keeps to the charter.
 */
due: string | null,
};

/**
 * The four joint goals, each in the words of the charter.
 */
export type JointGoalsDraft = { 
/**
 * Strengths complement each other (优势互补).
 */
strengths?: TextDraft | null, 
/**
 * Resources are shared (资源共享).
 */
resources?: TextDraft | null, 
/**
 * Activities are built together (活动共建).
 */
activities?: TextDraft | null, 
/**
 * Work is borne together (工作共担).
 */
work?: TextDraft | null,
};

/**
 * The roster of the two committees of an area on a day: the party body and the self-governing committee.
 *
 * Posts and heads are counted apart: one person in two posts is one head.
 */
export type JointRosterData = { 
/**
 * The day.
 */
day: string, 
/**
 * The area.
 */
area: UnitName, 
/**
 * The bodies, by their keys.
 */
bodies: Array<UnitName>, 
/**
 * Places in their posts (职数).
 */
places: number, 
/**
 * Holdings; somebody in two posts counts twice (任职人次).
 */
holdings: number, 
/**
 * Heads (人数).
 */
heads: number, 
/**
 * Places that nobody certainly holds.
 */
vacant: number, 
/**
 * Heads in both committees (交叉任职).
 */
cross: number, 
/**
 * The same as a rate of all heads; none where there is nobody.
 */
cross_rate: string | null, 
/**
 * Heads at the head of both (一肩挑).
 */
both_heads: number, 
/**
 * Everybody, by their keys.
 */
members: Array<RosterMember>,
};

/**
 * That a pledge was kept, or a part of it.
 */
export type KeptDraft = { 
/**
 * The pledge.
 */
pledge: string, 
/**
 * The day.
 */
day: string, 
/**
 * How much; the whole amount unless given.
 */
amount?: string | number,
};

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
clauses?: { [key in string]: string },
};

/**
 * How one person is related to another (Civil Code art. 1045).
 */
export type Kinship = "spouse" | "parent" | "child" | "sibling" | "paternal-grandparent" | "maternal-grandparent" | "sons-child" | "daughters-child" | "uncle-aunt-nephew-niece" | "cousin" | "in-law" | "other";

/**
 * A point of a piecewise rule.
 */
export type KnotDraft = { 
/**
 * The value.
 */
value: string | number, 
/**
 * The share of the points it brings, from 0 to 1.
 */
share: string | number,
};

/**
 * A key with its name: a sector, a topic.
 */
export type LabelDraft = { 
/**
 * The key.
 */
key: string, 
/**
 * The name.
 */
label: string | TextDraft,
};

/**
 * The language a text is rendered in.
 */
export type Lang = "zh" | "en";

/**
 * Whether a later poll needs a turnout.
 */
export type LaterTurnout = "as-first" | "none";

/**
 * How a clause changed.
 */
export type LawChangeKind = "asked" | "not-asked" | "came-into-force" | "ended" | "superseded" | "content" | "citation" | "certainty" | "law-above";

/**
 * The same facts and question by the rules of two days.
 */
export type LawChangeView = { 
/**
 * The question.
 */
question: string, 
/**
 * What was asked.
 */
label: Text, 
/**
 * The first day.
 */
first: string, 
/**
 * The second day.
 */
second: string, 
/**
 * The verdict of the first day; none where the question has no rule on it.
 */
before: VerdictView | null, 
/**
 * The verdict of the second day; none where the question has no rule on it.
 */
after: VerdictView | null, 
/**
 * Whether the answers differ.
 */
differs: boolean, 
/**
 * Whether the question joins other clauses, or joins them otherwise.
 */
rule_changed: boolean, 
/**
 * The clauses that changed, in the order of the question.
 */
clauses: Array<ClauseChange>, 
/**
 * Of them, those that make the answers differ: each that would alone, or, where none would alone, all that turned.
 */
because: Array<string>, 
/**
 * All of it in a sentence.
 */
text: Text,
};

/**
 * Where an instrument stands in the order of law, the highest first.
 */
export type Layer = "default" | "national-law" | "national-regulation" | "local-regulation" | "local-rule" | "charter" | "by-law";

/**
 * A layer of one community.
 */
export type LayerCell = { 
/**
 * The tier.
 */
tier: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * Its bodies.
 */
bodies: Array<UnitName>, 
/**
 * The duties that its bodies have.
 */
done: Array<string>, 
/**
 * The duties that nobody has.
 */
open: Array<string>, 
/**
 * The duties that a body of another layer has.
 */
elsewhere: Array<string>,
};

/**
 * A layer with its duties.
 */
export type LayerDraft = { 
/**
 * The tier of the organisation's catalogue: `lead`, `decide`, `execute`.
 */
tier: string, 
/**
 * What its bodies do.
 */
duties: Array<LayerDutyDraft>,
};

/**
 * A duty of a layer.
 */
export type LayerDutyDraft = { 
/**
 * The duty, by its key in a catalogue of duties.
 */
duty: string, 
/**
 * Its name.
 */
label: TextDraft,
};

/** A document of the format `shequ.layers/1`. */
export type LayersDocument = { format: "shequ.layers/1" } & LayersDraft;

/**
 * The layers of a community and what each has to do, `shequ.layers/1`.
 */
export type LayersDraft = { 
/**
 * Its title.
 */
title: TextDraft, 
/**
 * The layers, from the top.
 */
layers: Array<LayerDraft>,
};

/**
 * The layers of one community.
 */
export type LayersRow = { 
/**
 * The community.
 */
unit: UnitName, 
/**
 * Whether everything is there.
 */
status: Status, 
/**
 * Its layers.
 */
layers: Array<LayerCell>,
};

/**
 * The layers of all communities of an area, and whether they are complete.
 */
export type LayersViewData = { 
/**
 * The day.
 */
day: string, 
/**
 * Communities whose layers and duties are complete, of all; none where there is no community.
 */
complete: string | null, 
/**
 * The communities, by their keys.
 */
rows: Array<LayersRow>,
};

/** A document of the format `shequ.ledger/1`. */
export type LedgerDocument = { format: "shequ.ledger/1" } & LedgerDraft;

/**
 * A ledger of corrections and appeals as it is written, format `shequ.ledger/1`; its log stands beside it.
 */
export type LedgerDraft = { 
/**
 * Its key, which is that of its log.
 */
key: string, 
/**
 * The records in the order in which they were made.
 */
records?: Array<LedgerRecord>,
};

/**
 * What a record did.
 */
export type LedgerEffect = { 
/**
 * The number of the record, from 0.
 */
seq: number, 
/**
 * The day it was made.
 */
day: string, 
/**
 * Every unit whose score, grade, rank or award is another, in the order of the scorecard.
 */
units: Array<AffectedUnit>,
};

/**
 * A record of a ledger. Reasons and evidence are sealed into its log and stand nowhere in it.
 */
export type LedgerRecord = { 
/**
 * The day it was made.
 */
day: string, 
/**
 * Who made it: a post or an id of a directory, never a name.
 */
actor: string, 
/**
 * What it is.
 */
kind: RecordKind, 
/**
 * The unit it is about.
 */
unit: string, 
/**
 * The new values; of a decision that upholds an appeal, too.
 */
changes?: Array<CellChange>, 
/**
 * The number of the appeal that it answers, from 0.
 */
appeal?: number, 
/**
 * The last day on which an appeal is to be decided.
 */
deadline?: string,
};

/**
 * A letter that two units signed.
 */
export type LetterDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The unit that sets the targets.
 */
upper: string, 
/**
 * The unit that answers for them.
 */
lower: string, 
/**
 * The post that signed for the upper unit.
 */
upper_post?: string, 
/**
 * The post that signed for the lower unit.
 */
lower_post?: string, 
/**
 * The day on which it was signed, from which it holds.
 */
signed: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string, 
/**
 * The digest of the scheme that was signed.
 */
scheme?: string,
};

/**
 * A unit without a letter with the unit above it.
 */
export type LetterGap = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The unit that it should have signed with.
 */
upper: string, 
/**
 * The names from the top down to the unit.
 */
path: Array<Text>, 
/**
 * Why.
 */
kind: LetterGapKind, 
/**
 * The letter that does not do, if there is one.
 */
letter: string | null, 
/**
 * How many units lie below it: their letters hang in the air.
 */
below: number,
};

/**
 * Why a unit has no letter with the unit above it.
 */
export type LetterGapKind = "missing" | "ended" | "not-yet-signed" | "skips-layer";

/**
 * Whether letters were signed layer by layer, with no layer missing.
 */
export type LetterReportData = { 
/**
 * The day.
 */
day: string, 
/**
 * The units that have a unit above them.
 */
units: number, 
/**
 * How many of them have a letter with it.
 */
signed: number, 
/**
 * The one over the other.
 */
coverage: string | null, 
/**
 * How many of them have letters all the way up.
 */
unbroken: number, 
/**
 * The units without a letter, those above before those below.
 */
gaps: Array<LetterGap>, 
/**
 * Letters in force that close no gap.
 */
stray: Array<StrayLetter>,
};

/**
 * A unit of the tree.
 */
export type LetterUnitDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * The unit above it; none for one at the top.
 */
parent?: string,
};

/** A document of the format `shequ.letters/1`. */
export type LettersDocument = { format: "shequ.letters/1" } & LettersDraft;

/**
 * The document `shequ.letters/1`: a register of signed letters, and the tree of units if it is not an organisation's.
 */
export type LettersDraft = { 
/**
 * What the letters are about.
 */
title: TextDraft, 
/**
 * The units from the top to the bottom, where the tree is a plain list.
 */
units?: Array<LetterUnitDraft>, 
/**
 * The letters.
 */
letters: Array<LetterDraft>,
};

/**
 * A level (三级联创).
 */
export type LevelDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * Who confers it.
 */
authority?: TextDraft, 
/**
 * What it asks beyond the levels below.
 */
criteria: Array<CriterionDraft>,
};

/**
 * Another officer for a community, and what that would cost.
 */
export type LiaisonAlternative = { 
/**
 * The officer.
 */
officer: string, 
/**
 * The distance to the community.
 */
distance: number, 
/**
 * How much longer the best plan with this officer is, all moves that it takes included; none where no plan has it.
 */
more: number | null,
};

/**
 * A community to be served.
 */
export type LiaisonCommunityDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its place.
 */
x?: number, 
/**
 * Its place.
 */
y?: number,
};

/**
 * An officer, or a post or unit that has a place.
 */
export type LiaisonOfficerDraft = { 
/**
 * The key: of a post or a unit, never a name.
 */
key: string, 
/**
 * The least number of communities, instead of the plan's.
 */
least: number | null, 
/**
 * The greatest number of communities, instead of the plan's.
 */
most: number | null, 
/**
 * The place, in whole units of a plane, such as metres.
 */
x?: number, 
/**
 * The place, in whole units of a plane, such as metres.
 */
y?: number,
};

/** A document of the format `shequ.liaison/1`. */
export type LiaisonPlanDocument = { format: "shequ.liaison/1" } & LiaisonPlanDraft;

/**
 * The document `shequ.liaison/1`.
 */
export type LiaisonPlanDraft = { 
/**
 * What it is about.
 */
title: string | TextDraft, 
/**
 * The least number of communities of an officer; 1 unless given.
 */
least: number | null, 
/**
 * The greatest number of communities of an officer; 2 unless given.
 */
most: number | null, 
/**
 * How distances are made: `given` with `distances`, else `straight` unless said otherwise.
 */
distance: DistanceRule | null, 
/**
 * The officers.
 */
officers: Array<LiaisonOfficerDraft>, 
/**
 * The communities.
 */
communities: Array<LiaisonCommunityDraft>, 
/**
 * Distances as whole numbers: one row an officer, one column a community.
 */
distances?: number[][],
};

/**
 * A community with its officer.
 */
export type LiaisonService = { 
/**
 * The community.
 */
community: string, 
/**
 * The officer.
 */
officer: string, 
/**
 * The distance between them.
 */
distance: number, 
/**
 * How many officers are strictly nearer.
 */
nearer: number, 
/**
 * The community's price in the proof.
 */
price: number,
};

/**
 * Officers assigned to communities, nearest first (联络员就近联系), with the prices that prove it.
 */
export type LiaisonView = { 
/**
 * What it is about.
 */
title: Text, 
/**
 * How distances were made.
 */
distance: DistanceRule, 
/**
 * The sum of all distances, which no plan undercuts.
 */
total: number, 
/**
 * The officers in the order of their keys.
 */
officers: Array<OfficerLoad>, 
/**
 * The communities in the order of their keys.
 */
communities: Array<LiaisonService>,
};

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
until?: string,
};

/**
 * The answer to an as-of question about dates that are known only within bounds.
 */
export type Likely = "no" | "possible" | "yes";

/**
 * One indicator's score of one unit.
 */
export type Line = { 
/**
 * The group of the indicator in the scheme; where groups lie in groups, the innermost.
 */
group: string, 
/**
 * The indicator.
 */
indicator: string, 
/**
 * The value as it was read: a number, `76/173` for a rate, `2, 0` for events, `110, 100` for a value and last period's;
 * none where it is missing.
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
score: string,
};

/**
 * Lines against blocks on a day (条块矩阵): which superior leads how many bodies in which area.
 *
 * The fragmentation index of a block (条块分割) is `1 - sum (n_i / n)^2`, with `n_i` the leaderships of superior `i` over
 * bodies of the block and `n` all of them: the chance that two of them, drawn with replacement, are of two superiors.
 * It is 0 where one superior leads all, and exact. Source: E. H. Simpson, Measurement of diversity, Nature 163 (1949)
 * 688, as its complement; the same as D. Rae's index of fractionalisation (1967).
 */
export type LineBlockMatrixData = { 
/**
 * The superiors, by their keys.
 */
lines: Array<UnitName>, 
/**
 * The areas, by their keys.
 */
blocks: Array<BlockRow>,
};

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
steps: Array<LineageStep>,
};

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
inferred?: boolean,
};

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
inferred?: string,
};

/**
 * What a by-law changes of one question of the law above it, or of one clause on which no question turns.
 */
export type LintFinding = { 
/**
 * The question, or the clause on which no question turns.
 */
question: string, 
/**
 * The question of the law; the same where the by-law moves its clauses, and for a clause.
 */
under: string, 
/**
 * What was found.
 */
kind: LintKind, 
/**
 * In words.
 */
text: Text, 
/**
 * The smallest facts that show it.
 */
example: Counterexample | null, 
/**
 * The clauses of the by-law that differ.
 */
clauses: Array<string>, 
/**
 * How surely the clauses of both sides are known, where not by their text.
 */
cautions: Array<Caution>,
};

/**
 * What a comparison of a by-law with the law found.
 */
export type LintKind = "refused" | "stricter" | "same" | "moved" | "unknown";

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
message: string,
};

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
broken: LogBreak | null,
};

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
head: string,
};

/**
 * What a check looks at: a closed list, each with the fields that it needs.
 */
export type Look = "bodies" | "areas" | "heads" | "posts" | "indicator" | "vacancy" | "capacity" | "term" | "acting" | "mode" | "reserve" | "end-reason" | "posts-held" | "units-served" | "incompatible" | "way" | "circle" | "ends" | "targets" | "forbidden" | "overlap" | "incoming" | "outgoing" | "dual" | "level" | "tier" | "parent" | "recorded" | "same-name" | "cadence" | "charter" | "deadline" | "no-deadline" | "unit-of-measure";

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
reason: LossReason,
};

/**
 * Why something is not carried over.
 */
export type LossReason = "no-place" | "personal" | "redundant" | "empty" | "embedded" | "not-expressible" | "contradicts" | "worked-in";

/**
 * A lot that was drawn for the last places of an award.
 */
export type LotDraw = { 
/**
 * The peer group; none where there is one for all.
 */
group: string | null, 
/**
 * The seed that was declared.
 */
seed: number, 
/**
 * How many places were left.
 */
places: number, 
/**
 * Those tied across the line, in the order in which they were drawn.
 */
order: Array<string>,
};

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
amount: Quantity,
};

/**
 * What a margin changes.
 */
export type MarginKind = "switched" | "added";

/**
 * What a unit is compared with.
 */
export type Mark = "best" | "median" | "full";

/**
 * What each grade is worth, from 0 to 1.
 */
export type MarksDraft = { 
/**
 * Excellent (优秀).
 */
excellent: string | number, 
/**
 * Competent (称职).
 */
competent: string | number, 
/**
 * Basically competent (基本称职).
 */
basic: string | number, 
/**
 * Incompetent (不称职).
 */
incompetent: string | number,
};

/**
 * Two units that are likely the same.
 */
export type Match = { 
/**
 * The key of the unit in the organisation.
 */
key: string, 
/**
 * Its code in the first snapshot.
 */
before: string, 
/**
 * Its code in the other snapshot.
 */
after: string, 
/**
 * Its name in the first snapshot.
 */
name_before: Text, 
/**
 * Its name in the other snapshot.
 */
name_after: Text, 
/**
 * One less the product of what each piece of evidence leaves open, divided among the rivals.
 */
confidence: string, 
/**
 * What speaks for it.
 */
evidence: Array<Evidence>, 
/**
 * How many other pairs of one of the two had as much evidence.
 */
rivals: number,
};

/**
 * A matter on which a body gave its advice.
 */
export type MatterDraft = { 
/**
 * Its key, unique in the document.
 */
key: string, 
/**
 * The day of the advice.
 */
day: string, 
/**
 * The body that must answer.
 */
to: string, 
/**
 * The day of the answer.
 */
answered?: string | null, 
/**
 * What came of the advice.
 */
response?: Response | null,
};

/**
 * The name of a mean in a document.
 */
export type MeanName = "arithmetic" | "geometric" | "harmonic" | "power";

/**
 * In what a decision is counted.
 */
export type Measure = "heads" | "area" | "residents" | "households" | "groups" | "representatives" | "shares";

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
whole?: boolean,
};

/**
 * Who may vote and who came, by measure.
 */
export type MeetingAttendanceDraft = { 
/**
 * Heads.
 */
heads?: AttendingDraft | null, 
/**
 * Exclusive floor area.
 */
area?: AttendingAreaDraft | null, 
/**
 * Residents.
 */
residents?: AttendingDraft | null, 
/**
 * Households.
 */
households?: AttendingDraft | null, 
/**
 * Residents' groups.
 */
groups?: AttendingDraft | null, 
/**
 * Representatives.
 */
representatives?: AttendingDraft | null, 
/**
 * Co-ownership shares, in whole parts of one denominator.
 */
shares?: AttendingDraft | null,
};

/**
 * Something that is asked of a meeting or an item.
 */
export type MeetingCheck = { 
/**
 * A stable word for it.
 */
check: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * Its answer.
 */
status: Status, 
/**
 * Each clause with both sides, margins and citation.
 */
clauses: Array<ClauseView>, 
/**
 * The facts that are still needed, by their paths in the document.
 */
missing: Array<string>, 
/**
 * What a reader must know beside the answer.
 */
cautions: Array<Caution>,
};

/** A document of the format `shequ.meeting/1`. */
export type MeetingDocument = { format: "shequ.meeting/1" } & MeetingDraft;

/**
 * A meeting, `shequ.meeting/1`: how it was called, who attended, what was voted on.
 */
export type MeetingDraft = { 
/**
 * Its name.
 */
id: string, 
/**
 * What it is.
 */
label: TextDraft, 
/**
 * The day on which it was held.
 */
day: string, 
/**
 * How the deciding body is composed, where the law leaves a choice.
 */
body?: string | null, 
/**
 * The post that took the chair.
 */
chair?: string | null, 
/**
 * The post that kept the minutes.
 */
recorder?: string | null, 
/**
 * Whether it was called a second time, because the first call had no quorum.
 */
second_call?: boolean | null, 
/**
 * A secret of the caller's, for votes that are listed by units: it salts what the record holds of each.
 */
salt?: string | null, 
/**
 * Which clauses hold for it.
 */
rules: MeetingRulesDraft, 
/**
 * Who petitioned for it, and of how many; only `entitled` and `proposing`.
 */
petition?: MeetingTalliesDraft | null, 
/**
 * On which day what happened: `petition`, `convening`, `notice`, `agenda`, `first-call`, `publication`.
 */
days?: Partial<Record<Milestone, string>>, 
/**
 * What is counted once.
 */
numbers?: { [key in Figure]?: number }, 
/**
 * Whether what a clause asks is so, by the name of the clause.
 */
answers?: { [key in string]: boolean }, 
/**
 * Who may vote and who came.
 */
attendance?: MeetingAttendanceDraft, 
/**
 * The proxies, by opaque ids.
 */
proxies?: ProxiesDraft | null, 
/**
 * The proxies as they were counted, where they are not listed; a record holds only this.
 */
proxies_counted?: ProxyCountsDraft | null, 
/**
 * What was dealt with, in its order.
 */
agenda: Array<AgendaItemDraft>,
};

/**
 * A vote on a motion or an amendment.
 */
export type MeetingPollDraft = { 
/**
 * The amendment; the motion where this is left out.
 */
amendment?: string | null, 
/**
 * Whether the ballot was secret; a secret ballot has no list of units.
 */
secret?: boolean | null, 
/**
 * What was counted; `entitled` and `present` only where they differ from the attendance.
 */
counted?: MeetingTalliesDraft | null, 
/**
 * A roll-call of owners by units, which counts heads and area.
 */
units?: Array<VotingUnitDraft> | null, 
/**
 * Of a roll-call: what a record holds in place of the units.
 */
committed?: UnitCommitment | null, 
/**
 * How the chair broke a tie.
 */
casting?: CastingVote | null,
};

/**
 * What a vote came to.
 */
export type MeetingPollView = { 
/**
 * The amendment; nothing for the motion.
 */
amendment: string | null, 
/**
 * The question that decided, if a question did.
 */
question: string | null, 
/**
 * The answer.
 */
status: Status, 
/**
 * Whether as many voted yes as no.
 */
tie: boolean, 
/**
 * Whether the chair broke the tie, and could.
 */
casting: Status | null, 
/**
 * Each clause with both sides, margins and citation.
 */
clauses: Array<ClauseView>, 
/**
 * The facts that are still needed, by their paths in the document.
 */
missing: Array<string>, 
/**
 * What a reader must know beside the answer.
 */
cautions: Array<Caution>, 
/**
 * Of a roll-call: what stands in place of the units.
 */
committed: UnitCommitment | null,
};

/** A document of the format `shequ.meeting-record/1`. */
export type MeetingRecordDocument = { format: "shequ.meeting-record/1" } & MeetingRecordDraft;

/**
 * The record of a meeting, `shequ.meeting-record/1`: whoever has it and the packs evaluates it again.
 */
export type MeetingRecordDraft = { 
/**
 * The aggregate facts: the meeting without its units, proxies and salt.
 */
meeting: MeetingDraft, 
/**
 * Whether clauses known only second-hand decided.
 */
accepts_secondary: boolean, 
/**
 * Whether clauses decided of which nobody knows since when they are in force.
 */
accepts_undated: boolean, 
/**
 * The packs whose clauses were used.
 */
packs: Array<PackRef>, 
/**
 * The calendar by which working days were counted, where some were.
 */
calendar?: CalendarRef | null, 
/**
 * The result as it was given.
 */
result: MeetingView, 
/**
 * Why, as it was explained.
 */
tree: Explanation, 
/**
 * That this is no legal advice.
 */
notice: TextDraft, 
/**
 * The digest of all the rest.
 */
digest: string,
};

/**
 * Which clauses of the packs hold for a meeting: each a question, a clause, or how clauses make one. What is left out is not
 * checked, and the result says so.
 */
export type MeetingRulesDraft = { 
/**
 * Who may petition for it (提议召开): the share that is needed.
 */
petition?: RuleDraft | null, 
/**
 * By when it is called after a petition.
 */
convening?: RuleDraft | null, 
/**
 * How long before it notice is given (通知、公示).
 */
notice?: RuleDraft | null, 
/**
 * What is asked of the agenda: usually a clause that only what was posted may be voted on.
 */
agenda?: RuleDraft | null, 
/**
 * What becomes of an item that was not on the agenda, where no clause says so; refused where this is left out.
 */
off_agenda?: OffAgenda | null, 
/**
 * What is asked of proxies (委托代理).
 */
proxies?: RuleDraft | null, 
/**
 * The quorum of the meeting (法定人数), with a `fallback` for a second call. A quorum that a question of the agenda asks itself
 * need not stand here.
 */
quorum?: RuleDraft | null, 
/**
 * The clause that gives the chair a casting vote.
 */
casting_vote?: string | null, 
/**
 * In which order amendments are voted on.
 */
amendments?: AmendmentOrder | null, 
/**
 * What is asked after the meeting, such as posting the decisions. It voids nothing.
 */
publication?: RuleDraft | null,
};

/**
 * Tallies by measure.
 */
export type MeetingTalliesDraft = { 
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
 * Representatives.
 */
representatives?: TallyDraft | null, 
/**
 * Co-ownership shares, in whole parts of one denominator.
 */
shares?: TallyDraft | null,
};

/**
 * What a meeting decided.
 */
export type MeetingView = { 
/**
 * The meeting.
 */
meeting: string, 
/**
 * What it is.
 */
label: Text, 
/**
 * The day whose rules decided.
 */
day: string, 
/**
 * Whether it could decide: every check of `checks`.
 */
status: Status, 
/**
 * What is asked of the meeting as a whole: `petition`, `convening`, `notice`, `proxies`, `quorum`.
 */
checks: Array<MeetingCheck>, 
/**
 * What was not checked, because the rules name no clause for it.
 */
unchecked: Array<string>, 
/**
 * Each item of the agenda.
 */
items: Array<AgendaItemView>, 
/**
 * What is asked after the meeting; it voids nothing.
 */
after: Array<MeetingCheck>, 
/**
 * What voids the whole meeting.
 */
void: Array<VoidView>, 
/**
 * The least facts that are still needed, by their paths in the document.
 */
missing: Array<string>,
};

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
inferred?: string,
};

/**
 * A method of decision with its parameters, flat; those left out are the usual ones.
 */
export type MethodDraft = { 
/**
 * The method.
 */
method: MethodName, 
/**
 * `weighted-sum`, `weighted-product`, `owa`: how values become comparable; `min-max`, but for the product `max`, unless given.
 */
scaling?: Scaling, 
/**
 * `waspas`: the share of the weighted sum, 0.5 unless given.
 */
lambda?: number | string, 
/**
 * `owa`: the power of the quantifier, 2 unless given; above 1 the bad values of a row count more.
 */
power?: number | string, 
/**
 * `owa`: one weight for each place instead, the first for the best value of a row; they sum to one.
 */
places?: Array<number | string>, 
/**
 * `topsis`: how values become comparable, `vector` unless given.
 */
norm?: TopsisNorm, 
/**
 * `vikor`: the weight of the good of most, 0.5 unless given.
 */
v?: number | string, 
/**
 * `promethee-ii`: one preference for all criteria or one for each; `usual` unless given.
 */
preferences?: Array<Preference>, 
/**
 * `spotis`: the least and the greatest possible value of each criterion; those of the data unless given.
 */
bounds?: Array<[number | string, number | string]>, 
/**
 * `electre-i`: the least concordance, 0.65 unless given.
 */
concordance?: number | string, 
/**
 * `electre-i`: the greatest discordance, 0.35 unless given.
 */
discordance?: number | string, 
/**
 * The rank of equals, `min` unless given.
 */
ties?: RankTies, 
/**
 * Equal are scores that are the same to so many decimals, up to 15; to the last bit unless given.
 */
decimals?: number,
};

/**
 * The methods by name.
 */
export type MethodName = "weighted-sum" | "weighted-product" | "waspas" | "owa" | "topsis" | "vikor" | "promethee-ii" | "mabac" | "copras" | "edas" | "moora" | "marcos" | "spotis" | "electre-i" | "copeland" | "borda";

/**
 * Something that happens on a day, between which deadlines run.
 */
export type Milestone = "application" | "review" | "petition" | "preparatory-group" | "drafts" | "convening" | "notice" | "agenda" | "roll" | "objection" | "ruling" | "nomination-notice" | "nomination-deadline" | "first-list" | "final-list" | "proxy-registration" | "proxy-list" | "election-notice" | "ballots-sent" | "voting-deadline" | "meeting" | "last-meeting" | "first-meeting" | "first-call" | "second-call" | "poll" | "rerun" | "election" | "last-election" | "decision" | "publication" | "filing" | "hand-over" | "recall-petition" | "recall-poll" | "by-election";

/**
 * What is done about a missing value. Its effect always stands in the explanation.
 */
export type Missing = "reweight" | "zero" | "full" | "peer-median" | "last-period" | "block";

/**
 * How somebody comes into a post.
 */
export type Mode = "elected" | "appointed" | "acting" | "ex-officio" | "recruited";

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
to: string,
};

/**
 * What moved the total of a unit from one evaluation to the next: the parts add up to the change exactly.
 */
export type MovementData = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The total before.
 */
before: string, 
/**
 * The total after.
 */
after: string, 
/**
 * What other values did, under the old scheme.
 */
data: string, 
/**
 * What other targets did: other parameters of a rule of the same name.
 */
target: string, 
/**
 * What other rules did, indicators that came and went, bonuses, penalties and vetoes that are others.
 */
rule: string, 
/**
 * What other points of indicators did.
 */
weight: string, 
/**
 * What rounding the two totals did.
 */
rounding: string, 
/**
 * The same for each indicator, and for bonuses, penalties and vetoes.
 */
parts: Array<MovementPart>,
};

/**
 * What one indicator has in a movement.
 */
export type MovementPart = { 
/**
 * The indicator, or `bonuses`, `penalties` or `vetoes`.
 */
part: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * What other values did.
 */
data: string, 
/**
 * What another target did.
 */
target: string, 
/**
 * What another rule did.
 */
rule: string, 
/**
 * What other points did.
 */
weight: string,
};

/**
 * A unit near the award line.
 */
export type NearUnit = { 
/**
 * The unit.
 */
unit: string, 
/**
 * Its total, before rounding where the scheme ranks so.
 */
total: string, 
/**
 * Whether it is awarded.
 */
award: boolean,
};

/**
 * What a unit needs from others.
 */
export type NeedDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The unit.
 */
unit: string, 
/**
 * Of what kind.
 */
resource: Resource, 
/**
 * In words.
 */
what?: string | TextDraft, 
/**
 * How much, as a whole number; 1 unless given.
 */
quantity?: number, 
/**
 *What an offer must have, all of it.
 */
features?: Array<string>, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string,
};

/**
 * A need on a day.
 */
export type NeedState = { 
/**
 * The need.
 */
need: string, 
/**
 * The unit.
 */
unit: UnitName, 
/**
 * Of what kind.
 */
resource: Resource, 
/**
 * How much.
 */
quantity: number, 
/**
 * How much of it is met.
 */
met: number, 
/**
 * By which offers.
 */
supplies: Array<OfferSupply>, 
/**
 * Where it is not met in full: the offers that it could draw on, by itself or by moving others, all used up.
 */
exhausted: Array<string>, 
/**
 * The needs that use these up, itself included where it uses some.
 */
rivals: Array<string>,
};

/**
 * A new record, but for its text.
 */
export type NewActivity = { 
/**
 * The day.
 */
day: string, 
/**
 * The post that registers it; never a person.
 */
post: string, 
/**
 * What it is about.
 */
kind: ActivityKind, 
/**
 * The unit.
 */
unit: string, 
/**
 * The number of the record that it answers.
 */
answers?: number,
};

/**
 * An entry before the directory gives it its number.
 * Its debug print shows nothing of it.
 */
export type NewEntryDraft = { 
/**
 * The name.
 */
name: string | null, 
/**
 * One way to reach the person: a telephone number or an address for mail.
 */
contact: string | null, 
/**
 * Offices in the community.
 */
offices?: Array<Office>, 
/**
 * Skills offered.
 */
skills?: Array<Skill>, 
/**
 * What the person agreed to.
 */
consents: Array<ConsentDraft>,
};

/**
 * What follows.
 */
export type NextStep = { 
/**
 * What is to be done.
 */
what: NextWhat, 
/**
 * In words.
 */
text: Text, 
/**
 * For so many seats.
 */
seats: number, 
/**
 * Among these.
 */
candidates: string[], 
/**
 * Whether it must be done, or may.
 */
must: boolean, 
/**
 * The last day for it, as counted from the poll without regard to days off.
 */
by: string | null, 
/**
 * The clause that says so.
 */
clause: string | null,
};

/**
 * What follows a poll.
 */
export type NextWhat = "poll" | "count" | "ask" | "revote" | "draw-lot" | "casting-vote" | "seniority" | "rerun" | "new-poll" | "vacancy" | "seats-open" | "nothing";

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
community?: string,
};

/**
 * The value of a unit at a node.
 */
export type NodeValue = { 
/**
 * The unit.
 */
unit: string, 
/**
 * Its peer group, where the index ranks within groups.
 */
group: string | null, 
/**
 * The node.
 */
node: string, 
/**
 * The value: of an indicator the normalised one.
 */
value: number, 
/**
 * The value rounded as the index ranks it; none where it does not round.
 */
published: string | null, 
/**
 * Its rank among all units.
 */
rank: number, 
/**
 * Its rank among its peers, where the index ranks within groups.
 */
rank_in_group: number | null,
};

/**
 * A joint nomination that is enough.
 */
export type NominationDraft = { 
/**
 * Who nominates.
 */
by: Measure, 
/**
 * At least so many of them.
 */
least: number, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * How many of a kind nominated.
 */
export type NominatorsDraft = { 
/**
 * Who.
 */
by: Measure, 
/**
 * How many.
 */
count: number,
};

/**
 * How an indicator becomes comparable: the method and its parameters, flat.
 *
 * At an indicator the method may be left out; then its parameters are added to those of the index.
 */
export type NormalisationDraft = { 
/**
 * The method.
 */
method?: Normalising, 
/**
 * `min-max`: the score of the worst, 0 unless given; `goalposts`: the lower goalpost.
 */
lower?: number | string, 
/**
 * `min-max`: the score of the best, 100 unless given; `goalposts`: the upper goalpost.
 */
upper?: number | string, 
/**
 * `z-score`: the new mean, 0 unless given.
 */
mean?: number | string, 
/**
 * `z-score`: the new standard deviation, 1 unless given.
 */
deviation?: number | string, 
/**
 * `distance-to-target`: the target.
 */
target?: number | string, 
/**
 * `distance-to-reference`: the key of the reference unit.
 */
reference?: string, 
/**
 * `distance-to-target`, `distance-to-reference`: whether what is better counts as the target, not unless given;
 * `goalposts`: whether what is beyond one counts as it, true unless given.
 */
cap?: boolean, 
/**
 * `goalposts`: what the better one is worth, 1 unless given.
 */
factor?: number | string, 
/**
 * `goalposts`: whether logarithms are compared.
 */
logarithmic?: boolean, 
/**
 * `rank`, `borda`: the rank of equals, `min` unless given.
 */
ties?: RankTies, 
/**
 * The score of all units by an indicator that tells no two apart. Without it that is a fault, or under `rank`, `percentile-rank` and
 * `borda` the rank of the worst; the methods that score a constant as any value do not take it.
 */
constant?: number | string,
};

/**
 * The name of a normalisation in a document.
 */
export type Normalising = "min-max" | "z-score" | "distance-to-max" | "distance-to-reference" | "distance-to-target" | "fraction-of-max" | "rank" | "percentile-rank" | "borda" | "goalposts" | "vector" | "sum" | "max" | "log";

/**
 * A note on a topic: what was heard, never of whom.
 */
export type NoteDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The day.
 */
day: string, 
/**
 * The unit where it was heard.
 */
unit: string, 
/**
 * The topic.
 */
topic: string, 
/**
 * What was heard, without names.
 */
text: string, 
/**
 * The day on which it was answered.
 */
answered?: string, 
/**
 * The answer.
 */
answer: string | null,
};

/**
 * What was heard in a period by topic (民情).
 */
export type NoteTopicsData = { 
/**
 * The first day.
 */
from: string, 
/**
 * The first day after it.
 */
until: string, 
/**
 * All topics together.
 */
total: TopicCount, 
/**
 * By topic, as the register lists them.
 */
topics: Array<TopicCount>,
};

/** A document of the format `shequ.notes/1`. */
export type NotesDocument = { format: "shequ.notes/1" } & NotesDraft;

/**
 * The document `shequ.notes/1`.
 */
export type NotesDraft = { 
/**
 * What it is about.
 */
title: string | TextDraft, 
/**
 * The topics.
 */
topics: Array<LabelDraft>, 
/**
 * The notes.
 */
notes?: Array<NoteDraft>,
};

/**
 * One objection to the roll.
 */
export type ObjectionDraft = { 
/**
 * The day it was filed.
 */
filed: string, 
/**
 * The day it was decided.
 */
decided?: string | null, 
/**
 * What became of the roll: 1 more, 1 fewer, or 0; needed once it is decided.
 */
change?: number | null,
};

/**
 * What becomes of an item that was not on the agenda.
 */
export type OffAgenda = "refused" | "allowed";

/**
 * What a unit offers to others.
 */
export type OfferDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The unit.
 */
unit: string, 
/**
 * Of what kind.
 */
resource: Resource, 
/**
 * In words.
 */
what?: string | TextDraft, 
/**
 * How much, as a whole number; 1 unless given.
 */
quantity?: number, 
/**
 *What it has: `projector`, `weekend` ...
 */
features?: Array<string>, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string,
};

/**
 * An offer on a day.
 */
export type OfferState = { 
/**
 * The offer.
 */
offer: string, 
/**
 * The unit.
 */
unit: UnitName, 
/**
 * Of what kind.
 */
resource: Resource, 
/**
 * How much.
 */
quantity: number, 
/**
 * How much of it is used.
 */
used: number,
};

/**
 * A part of an offer that meets a need.
 */
export type OfferSupply = { 
/**
 * The offer.
 */
offer: string, 
/**
 * The unit that offers.
 */
unit: string, 
/**
 * How much of it.
 */
quantity: number,
};

/**
 * An office in the community, a closed list (代表人士).
 */
export type Office = "residents-representative" | "group-head" | "building-head" | "owners-committee" | "deputy" | "mediator" | "volunteer-head" | "association-head";

/**
 * An officer with the communities to serve.
 */
export type OfficerLoad = { 
/**
 * The officer.
 */
officer: string, 
/**
 * The least number of communities.
 */
least: number, 
/**
 * The greatest number of communities.
 */
most: number, 
/**
 * The communities, in the order of their keys.
 */
communities: Array<string>, 
/**
 * The sum of their distances.
 */
distance: number, 
/**
 * The officer's price in the proof: below zero where one community more would save as much, above zero where the
 * lower bound costs as much.
 */
price: number,
};

/**
 * A row of a roll that is open.
 */
export type OpenRow = { 
/**
 * Its place from 0.
 */
row: number, 
/**
 * The paths of what to ask.
 */
ask: Array<string>,
};

/** A document of the format `shequ.opening/1`. */
export type OpeningDocument = { format: "shequ.opening/1" } & OpeningDraft;

/**
 * One unit of a commitment, shown to be in it, `shequ.opening/1`.
 */
export type OpeningDraft = { 
/**
 * The unit with its vote.
 */
unit: VotingUnitDraft, 
/**
 * The salt of this unit alone.
 */
salt: string, 
/**
 * Its place in the tree, from 0.
 */
position: number, 
/**
 * The digests beside its way to the root.
 */
path: string[],
};

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
 * Kinds of relations beside those that ship.
 */
relation_kinds?: Array<RelationKindDraft>, 
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
statements?: Array<StatementDraft>, 
/**
 * Statuses of units for a time.
 */
statuses?: Array<StatusDraft>, 
/**
 * Charters of bodies that meet.
 */
charters?: Array<CharterDraft>, 
/**
 * Their sessions.
 */
sessions?: Array<SessionDraft>, 
/**
 * Who stands in reserve for which post.
 */
reserves?: Array<ReserveDraft>,
};

/**
 * An entry of the log, written under the name of what happened.
 */
export type OrganisationEventDraft = { "found": Found } | { "abolish": Abolish } | { "rename": Rename } | { "recode": Recode } | { "reparent": Reparent } | { "convert": Convert } | { "merge": Merge } | { "split": Split } | { "transfer": Transfer } | { "replace": Replace } | { "restore": Restore } | { "state": State } | { "retract": Retract } | { "amend": Amend };

/**
 * A part of an organisation that stands in a table.
 */
export type OrganisationPart = "units" | "kinds" | "names" | "codes" | "parents" | "events" | "relations" | "posts" | "holders" | "holdings" | "agreements" | "indicators" | "statements" | "statuses" | "charters" | "sessions" | "reserves";

/**
 * What is done where a group has too few values.
 */
export type Otherwise = "refuse" | "all";

/**
 * Total, grade and rank of a unit.
 */
export type Outcome = { 
/**
 * The total.
 */
total: string, 
/**
 * The grade, if the scheme has any.
 */
grade: string | null, 
/**
 * The rank before ties are broken, if the scheme ranks the unit.
 */
rank: number | null,
};

/**
 * The output whose variance is explained, by name.
 */
export type OutputName = "mean-shift" | "score" | "rank";

/**
 * Majorities between each two rows.
 */
export type Outranking = { 
/**
 * How many others a row beats by the weights of the criteria, less how many beat it.
 */
copeland: Array<number>, 
/**
 * How many pairs of rows there are in which one is as good or better in every criterion and better in one.
 */
dominant: number, 
/**
 * The same as a share of all pairs.
 */
dominant_share: number,
};

/**
 * An answer that is overdue.
 */
export type OverdueAnswer = { 
/**
 * The key of what must be answered.
 */
key: string, 
/**
 * The body that must answer, where it is named.
 */
to: string | null, 
/**
 * The last day on which it was in time.
 */
due: string, 
/**
 * Days since.
 */
days: number,
};

/**
 * How far a lower layer may move a clause.
 */
export type OverrideDraft = "none" | "stricter" | "looser" | "any" | { "range": OverrideRangeDraft };

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
most: string | number,
};

/**
 * What an organisation holds in all.
 */
export type Overview = { 
/**
 * What it is about.
 */
title: Text, 
/**
 * Units, on whatever days.
 */
units: number, 
/**
 * Events that were applied.
 */
events: number, 
/**
 * Relations.
 */
relations: number, 
/**
 * Posts.
 */
posts: number, 
/**
 * Holders of posts.
 */
holders: number, 
/**
 * Holdings.
 */
holdings: number, 
/**
 * Agreements.
 */
agreements: number, 
/**
 * The first day on which something changes.
 */
first: string | null, 
/**
 * The last day on which something changes.
 */
last: string | null,
};

/**
 * One exclusive unit with its owners.
 */
export type OwnedUnitDraft = { 
/**
 * Its key, unique in the list.
 */
key: string, 
/**
 * The opaque keys of its owners; several for co-owners (共有人).
 */
owners?: Array<string>, 
/**
 * Whether the developer has it still.
 */
developer?: DeveloperHolds,
};

/** A document of the format `shequ.owners/1`. */
export type OwnersDocument = { format: "shequ.owners/1" } & OwnersDraft;

/**
 * Owners' units by their owners, `shequ.owners/1`: opaque keys and no names.
 */
export type OwnersDraft = { 
/**
 * Every exclusive unit (专有部分).
 */
units: Array<OwnedUnitDraft>,
};

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
clauses?: Array<ClauseDraft>, 
/**
 * What can be decided by them.
 */
questions?: Array<QuestionDraft>, 
/**
 * What a validation of an organisation looks at.
 */
checks?: Array<CheckDraft>,
};

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
digest: string,
};

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
unpaired: Array<UnitName>,
};

/**
 * What is counted against a base.
 */
export type Part = "yes" | "present" | "proposing";

/**
 * How many ballots were marked in one way. A name that stands in neither list has an abstention.
 */
export type PatternDraft = { 
/**
 * Names with a yes, write-ins among them.
 */
yes?: string[], 
/**
 * Names with a no.
 */
no?: string[], 
/**
 * How many ballots.
 */
count: number,
};

/**
 * Among whom units are ranked and awarded.
 */
export type Peers = "group" | "all";

/**
 * A share of a body that can demand a recall.
 */
export type PetitionDraft = { 
/**
 * A word for the body, such as `voters`.
 */
of: string, 
/**
 * Its name.
 */
label: TextDraft, 
/**
 * Whether the share itself is enough.
 */
comparison: Comparison, 
/**
 * The share.
 */
share: string | number, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * What is done in a phase.
 */
export type PhaseKind = "arrange" | "inspect" | "reward";

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
cut: Cut,
};

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
grids: Array<GridDraft>,
};

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
message: Text,
};

/**
 * Pledges counted by where they stand.
 */
export type PledgeCount = { 
/**
 * The key of the party or the agreement; empty for all.
 */
key: string, 
/**
 * Pledges in all.
 */
pledges: number, 
/**
 * Of agreements that do not hold yet.
 */
not_begun: number, 
/**
 * Open, and not too late.
 */
due: number, 
/**
 * Kept in time.
 */
kept: number, 
/**
 * Kept late.
 */
kept_late: number, 
/**
 * Overdue.
 */
overdue: number, 
/**
 * Lapsed.
 */
lapsed: number, 
/**
 * Kept in time, of those kept or overdue; none where there is none.
 */
in_time: string | null, 
/**
 * Kept at all, of those kept or overdue.
 */
fulfilled: string | null,
};

/**
 * What a party of an agreement promises.
 */
export type PledgeDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The agreement of the organisation that it belongs to.
 */
agreement: string, 
/**
 * The party that promises.
 */
party: string, 
/**
 * What.
 */
content: string | TextDraft, 
/**
 * The last day on which it is kept in time.
 */
due: string, 
/**
 * How much, where it can be kept in parts; 1 unless given.
 */
amount?: string | number,
};

/**
 * A pledge on a day.
 */
export type PledgeState = { 
/**
 * The pledge.
 */
pledge: string, 
/**
 * The agreement.
 */
agreement: string, 
/**
 * The party.
 */
party: UnitName, 
/**
 * What was promised.
 */
content: Text, 
/**
 * The last day on which it is kept in time.
 */
due: string, 
/**
 * Where it stands.
 */
status: PledgeStatus, 
/**
 * How much was promised.
 */
amount: string, 
/**
 * How much of it is not done yet.
 */
missing: string, 
/**
 * The day on which it was kept in full.
 */
kept_on: string | null, 
/**
 * How many days late it was kept, or is.
 */
days_late: number,
};

/**
 * Where a pledge stands on a day.
 */
export type PledgeStatus = "not-begun" | "due" | "kept" | "kept-late" | "overdue" | "lapsed";

/**
 * Which ballots or voters are counted.
 */
export type PollBase = "roll" | "issued" | "voters" | "returned" | "valid" | "marked" | "yes-and-no";

/**
 * One thing that was tested, with both sides.
 */
export type PollCheck = { 
/**
 * A stable word for it, such as `returned-within-voters` or `turnout`.
 */
check: string, 
/**
 * What it is about.
 */
label: Text, 
/**
 * Whether it holds.
 */
status: Status, 
/**
 * Both sides written out, such as `2 × 598 > 1 × 1200`.
 */
text: string, 
/**
 * The least number of ballots that flips it while the base stands.
 */
margin: number | null, 
/**
 * The least number of new ballots that flips it: all yes where it fails, none yes where it holds; no more than are left on
 * the roll.
 */
added: number | null, 
/**
 * The clause that asks for it.
 */
clause: string | null,
};

/**
 * One poll.
 */
export type PollDraft = { 
/**
 * Why it is held.
 */
kind: PollKind, 
/**
 * The day.
 */
day: string, 
/**
 * Who stands in a rerun; elsewhere it follows.
 */
candidates?: string[] | null, 
/**
 * Ballots issued and returned.
 */
ballots: BallotsDraft, 
/**
 * The count as tallies of ballot patterns.
 */
patterns?: Array<PatternDraft> | null, 
/**
 * The count as sums by candidate.
 */
sums?: SumsDraft | null, 
/**
 * What broke a tie.
 */
tie?: TieBreakDraft | null,
};

/**
 * Why a poll is held.
 */
export type PollKind = "first" | "revote" | "rerun" | "new-poll";

/**
 * A share of voters or ballots that a poll must reach.
 */
export type PollShareDraft = { 
/**
 * What is counted.
 */
part: PollBase, 
/**
 * Of how many.
 */
base: PollBase, 
/**
 * Whether the share itself is enough.
 */
comparison: Comparison, 
/**
 * The share.
 */
share: string | number, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * Whether a poll counts.
 */
export type PollStatus = "valid" | "void" | "unknown";

/**
 * One poll as it came out.
 */
export type PollView = { 
/**
 * Why it was held.
 */
kind: PollKind, 
/**
 * The day.
 */
day: string, 
/**
 * The seats it was for.
 */
seats: number, 
/**
 * Valid, void or unknown.
 */
status: PollStatus, 
/**
 * Reconciliation and turnout.
 */
checks: Array<PollCheck>, 
/**
 * The ballots by kind, once they are counted.
 */
ballots: BallotKinds | null, 
/**
 * Each name, the most votes first.
 */
candidates: Array<StandingView>, 
/**
 * Who tied for the last seats.
 */
tie: TieView | null,
};

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
ratio: string | number,
};

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
mode: Mode | null,
};

/**
 * A post on a day, with those who hold it.
 */
export type PostRecord = { 
/**
 * Its key.
 */
key: string, 
/**
 * The unit that has it.
 */
unit: UnitName, 
/**
 * Its title.
 */
title: Text, 
/**
 * How many hold it at once.
 */
capacity: number, 
/**
 * The years of a term, where the post has its own.
 */
term_years: number | null, 
/**
 * How somebody comes into it.
 */
mode: Mode | null, 
/**
 * Places that nobody certainly holds.
 */
vacant: number, 
/**
 * Who holds it, by opaque keys, in their order.
 */
holders: Array<HoldingRecord>,
};

/**
 * A practice (一居一特色) and where it was taken up.
 */
export type PracticeDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * The unit where it began.
 */
origin: string, 
/**
 * The day on which it began.
 */
from: string, 
/**
 * What it does, in a sentence.
 */
summary?: TextDraft, 
/**
 * Where it was taken up.
 */
adoptions?: Array<AdoptionDraft>,
};

/**
 * How far a practice has spread by a day (抓点带面).
 */
export type PracticeSpread = { 
/**
 * The practice.
 */
key: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * Where it began.
 */
origin: string, 
/**
 * How many units have it, that where it began included.
 */
units: number, 
/**
 * These of all units that were asked about.
 */
reach: string | null, 
/**
 * The days from its beginning to the first adoption elsewhere; 0 where there is none.
 */
first: number, 
/**
 * The days from its beginning to the last adoption.
 */
last: number, 
/**
 * How many gave it up.
 */
given_up: number,
};

/** A document of the format `shequ.practices/1`. */
export type PracticesDocument = { format: "shequ.practices/1" } & PracticesDraft;

/**
 * The document `shequ.practices/1`.
 */
export type PracticesDraft = { 
/**
 * What it is called.
 */
title: TextDraft, 
/**
 * The practices.
 */
practices: Array<PracticeDraft>,
};

/**
 * What must, or must not, be so of a person, a body or a paper.
 */
export type Predicate = { 
/**
 * What is asked.
 */
is: PredicateKind, 
/**
 * Whether it must not be so.
 */
not?: boolean, 
/**
 * For how many years at least, for age and residence.
 */
years?: number | null, 
/**
 * On which day, for age and residence.
 */
on?: Milestone | null, 
/**
 * Whether the years are full on the very day on which they end, for age and residence.
 */
full?: YearsFull | null, 
/**
 * Of whom, in the words of the clause.
 */
words?: Text | null,
};

/**
 * What is asked of one person, body or paper; the caller answers.
 */
export type PredicateKind = "age" | "residence" | "registered" | "registered-elsewhere" | "resident" | "own-request" | "household-representative" | "owner" | "member" | "near-relative" | "conflict-of-interest" | "consent" | "on-agenda" | "by-proxy" | "urgent" | "secret-ballot" | "political-rights" | "party-member" | "legal-capacity";

/**
 * How a difference `d` in a criterion's own unit becomes a preference from 0 to 1 (偏好函数).
 *
 * Brans and Vincke, A preference ranking organisation method, Management Science 31 (1985). `indifference` is their q, `preference` their p,
 * `inflection` their s.
 *
 * ```
 * use shequ::evaluation::methods::Preference;
 * let linear = Preference::Linear { indifference: 1.0, preference: 5.0 };
 * assert_eq!([0.5, 1.0, 3.0, 9.0].map(|d| linear.of(d)), [0.0, 0.0, 0.5, 1.0]);
 * ```
 */
export type Preference = "usual" | {
 "u-shape": { 
/**
 * Up to which difference two values count as equal.
 */
indifference: number,
}
} | {
 "v-shape": { 
/**
 * From which difference one value is preferred outright.
 */
preference: number,
}
} | {
 "level": { 
/**
 * Up to which difference two values count as equal.
 */
indifference: number, 
/**
 * Above which difference one value is preferred outright.
 */
preference: number,
}
} | {
 "linear": { 
/**
 * Up to which difference two values count as equal.
 */
indifference: number, 
/**
 * From which difference one value is preferred outright.
 */
preference: number,
}
} | {
 "gaussian": { 
/**
 * Where the curve turns, above zero.
 */
inflection: number,
}
};

/**
 * How judgements become weights.
 */
export type Priorities = "eigenvector" | "geometric-mean" | "column-mean";

/** A document of the format `shequ.procedure/1`. */
export type ProcedureDocument = { format: "shequ.procedure/1" } & ProcedureDraft;

/**
 * A procedure (程序), `shequ.procedure/1`: its steps and by when each must be done.
 */
export type ProcedureDraft = { 
/**
 * Its name.
 */
id: string, 
/**
 * What is done by it.
 */
label: TextDraft, 
/**
 * Whether a deadline whose last day is a day off moves to the next working day.
 */
rest_days: RestDays, 
/**
 * The clause that says how days are counted.
 */
clause?: string | null, 
/**
 * Its steps, in the order in which they are usually done.
 */
steps: Array<StepDraft>,
};

/**
 * One step of a procedure.
 */
export type ProcedureStep = { 
/**
 * What happens.
 */
event: Milestone, 
/**
 * The clauses that bound it.
 */
clauses?: Array<string>, 
/**
 * Whether it is taken only where it is needed.
 */
optional?: boolean,
};

/**
 * The proxies of a meeting, by opaque ids and no names. They never enter a record.
 */
export type ProxiesDraft = { 
/**
 * Each proxy that was given.
 */
given: Array<ProxyDraft>, 
/**
 * The holders who came.
 */
present: string[],
};

/**
 * The proxies of a meeting as they were counted.
 */
export type ProxyCountsDraft = { 
/**
 * Proxies that count.
 */
counted: number, 
/**
 * Proxies that were refused.
 */
excluded?: number, 
/**
 * The most that one holder has.
 */
most_held?: number | null, 
/**
 * Whether every holder is a near relative of the giver.
 */
near_relatives?: boolean | null, 
/**
 * The day on which the last was registered.
 */
last_registered?: string | null,
};

/**
 * A proxy (委托书): who lets whom act. It says nothing of how anyone votes.
 */
export type ProxyDraft = { 
/**
 * Who gave it, an opaque id.
 */
giver: string, 
/**
 * Who holds it, an opaque id.
 */
holder: string, 
/**
 * The day on which it was registered.
 */
registered?: string | null, 
/**
 * Whether the holder is a near relative, where a clause asks it.
 */
near_relative?: boolean | null, 
/**
 * Whether it was refused: it counts nowhere.
 */
excluded?: boolean,
};

/**
 * What may be published of one subject: small classes stand together.
 */
export type PublishedAppraisal = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * Those who voted of those entitled.
 */
turnout: string | null, 
/**
 * Whether the turnout is enough.
 */
quorum: Status, 
/**
 * The score, rounded; none where a class is too small to stand by itself, as beside the votes it would tell how that
 * class voted.
 */
score: string | null, 
/**
 * Votes for excellent, competent, basic and incompetent; none where all together are fewer than the threshold.
 */
votes: number[] | null, 
/**
 * The classes that are shown by themselves, then the others together.
 */
classes: Array<PublishedClass>, 
/**
 * The keys of the triggers that fired.
 */
triggers: Array<string>,
};

/**
 * The votes of a class, or of several small ones together.
 */
export type PublishedClass = { 
/**
 * The classes.
 */
classes: Array<string>, 
/**
 * Votes for excellent, competent, basic and incompetent.
 */
votes: number[], 
/**
 * Abstentions.
 */
abstained: number,
};

/**
 * What entries may be read for.
 */
export type PurposeDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * In words, as the person was told.
 */
label: string | TextDraft, 
/**
 * The fields that it needs, and no others.
 */
fields: Array<DirectoryField>,
};

/**
 * A number, day, word or answer with its unit.
 */
export type Quantity = { "count": number } | { "decimal": string } | { "ratio": string } | { "rate": string } | { "area": string } | { "money": string } | { "real": number } | { "day": string } | { "words": Text } | { "status": Status };

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
 * The question of a higher layer that it answers in a body's own way; what meets it must meet that one too.
 */
under?: string | null, 
/**
 * The ways in which the deciding body may be composed, if the clause leaves a choice.
 */
bodies?: Array<BodyDraft>, 
/**
 * Whether the facts may be a list of owners' units.
 */
units?: boolean, 
/**
 * The clauses that say how votes are counted: units as heads and area, and whether the chair has a casting vote.
 */
counting?: Array<string>,
};

/**
 * A measure that posts follow, with its weight beside the others.
 */
export type QuotaMeasureDraft = { 
/**
 * The measure: one of the organisation, or one that every unit gives itself, such as `need`.
 */
measure: string, 
/**
 * Its weight, relative to the sum of all weights; 1 unless given.
 */
weight?: string | number,
};

/**
 * What a measure adds to the weight of a unit.
 */
export type QuotaPart = { 
/**
 * The measure.
 */
measure: string, 
/**
 * The unit's value.
 */
value: string, 
/**
 * Its share in the sum of all units.
 */
share: string, 
/**
 * The share times the measure's weight.
 */
weighted: string,
};

/** A document of the format `shequ.quotas/1`. */
export type QuotaPlanDocument = { format: "shequ.quotas/1" } & QuotaPlanDraft;

/**
 * The document `shequ.quotas/1`.
 */
export type QuotaPlanDraft = { 
/**
 * What it is about.
 */
title: string | TextDraft, 
/**
 * How posts follow from weights.
 */
method: ApportionMethod, 
/**
 * How many posts there are in all.
 */
seats: number, 
/**
 * The measures that posts follow.
 */
measures: Array<QuotaMeasureDraft>, 
/**
 * The least number of posts of a unit; 0 unless given.
 */
least: number | null, 
/**
 * The greatest number of posts of a unit.
 */
most: number | null, 
/**
 * The units.
 */
units: Array<QuotaUnitDraft>, 
/**
 * Settles ties: the units that come first, in order. Units left out of it come last, and tie.
 */
order?: Array<string>, 
/**
 * Settles ties by a lot drawn with this seed, which should be fixed before the numbers are known.
 */
seed?: number,
};

/**
 * Posts that equal claims leave open.
 */
export type QuotaTie = { 
/**
 * The units, each of which may get one of the posts.
 */
units: Array<string>, 
/**
 * How many of them get one.
 */
seats: number, 
/**
 * What settled it; none where it is open.
 */
settled: TieBreak | null, 
/**
 * The units that got one where it is settled, in the order of the draw.
 */
winners: Array<string>,
};

/**
 * A unit that gets posts.
 */
export type QuotaUnitDraft = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The least number of posts, instead of the plan's.
 */
least: number | null, 
/**
 * The greatest number of posts, instead of the plan's.
 */
most: number | null, 
/**
 * Its values by measure; those left out are taken from the organisation on the day asked about.
 */
values?: Record<string, string | number>,
};

/**
 * Posts by unit (核定职数), each of which is explained.
 */
export type QuotasData = { 
/**
 * What it is about.
 */
title: Text, 
/**
 * The day whose numbers were taken from an organisation; none where the plan gives all.
 */
day: string | null, 
/**
 * How posts followed from weights.
 */
method: ApportionMethod, 
/**
 * How many posts there are in all.
 */
seats: number, 
/**
 * The units in the order of their keys.
 */
units: Array<UnitQuota>, 
/**
 * The tie; none where no two units had equal claims to the last post.
 */
tie: QuotaTie | null, 
/**
 * The lowest priority that got a post beyond the lower bounds.
 */
last: SeatPriority | null, 
/**
 * The highest priority that got none.
 */
next: SeatPriority | null,
};

/**
 * The table of the mean consistency index of random judgements.
 */
export type RandomIndex = "saaty" | "tummala-ling";

/**
 * A least and a most of a count, both included.
 */
export type Range = { least: number | null, most: number | null, unit: Text, usual: boolean, of?: Figure, };

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
usual?: boolean, 
/**
 * The number among the facts that it bounds, where a question decides by it.
 */
of?: Figure | null,
};

/**
 * The best or the worst rank of a unit.
 */
export type RankBound = { 
/**
 * The best (worst) rank that was attained, at `weights`.
 */
rank: number, 
/**
 * No weights of the box give a better (worse) rank than this: proven.
 */
limit: number, 
/**
 * `proven` where the two are equal.
 */
status: BoundStatus, 
/**
 * The witness: weights within the box at which the unit has this rank.
 */
weights: Array<CriterionWeight>, 
/**
 * The units ahead of it there.
 */
ahead: Array<string>, 
/**
 * How many nodes the search looked at.
 */
nodes: number,
};

/**
 * Between which ranks a unit stands over a box of weights.
 */
export type RankBoundsData = { 
/**
 * The unit.
 */
unit: string, 
/**
 * Who is ahead where two scores are equal.
 */
ties: ExactTies, 
/**
 * Its best rank.
 */
best: RankBound, 
/**
 * Its worst rank.
 */
worst: RankBound, 
/**
 * The units ahead of it under all weights of the box.
 */
always_ahead: Array<string>, 
/**
 * The units behind it under all weights of the box.
 */
always_behind: Array<string>,
};

/**
 * What [`RankBounds::check`] found.
 */
export type RankCheck = { 
/**
 * Whether both witnesses stand in the box and give their ranks.
 */
witnesses: boolean, 
/**
 * Whether the proofs show both limits; none where no proof was kept.
 */
limits: boolean | null,
};

/**
 * How rank bounds are looked for.
 */
export type RankSearch = { 
/**
 * Who is ahead where two scores are equal.
 */
ties: ExactTies, 
/**
 * How many nodes one bound may take before it stays an interval; 100,000 unless given.
 */
most_nodes: number, 
/**
 * Whether the proof is kept, so that [`RankBounds::check`] can follow it; not unless asked for, as it may be large.
 */
keep_proof: boolean,
};

/**
 * Which rank equals get (并列名次).
 */
export type RankTies = "min" | "dense" | "average" | "ordinal";

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
peers?: Peers,
};

/**
 * One of several rates (三率).
 */
export type RatePartDraft = { 
/**
 * Its key; the column is `<indicator>_<part>`, or two that end in `_numerator` and `_denominator`.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * Its weight among the parts; 1 unless given.
 */
weight?: string | number, 
/**
 * The rate that brings all of its part; 1 unless given.
 */
target?: string | number,
};

/**
 * A rate by its numerator and denominator.
 */
export type RateValue = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The numerator, exactly.
 */
numerator: string, 
/**
 * The denominator, exactly.
 */
denominator: string, 
/**
 * Their quotient; none where the denominator is zero.
 */
rate: string | null, 
/**
 * Whether an inferred event leads there; left out where none does.
 */
inferred?: boolean,
};

/**
 * Why a clause decides nothing.
 */
export type Reason = "missing-facts" | "unread" | "secondary" | "not-in-force" | "period-uncertain" | "undated" | "superseded" | "silent" | "no-calendar" | "private";

/**
 * How often holdings ended for a reason.
 */
export type ReasonCount = { 
/**
 * The reason; none where it is not recorded.
 */
reason: EndReason | null, 
/**
 * How many.
 */
holdings: number,
};

/**
 * How those elected are recalled (罢免).
 */
export type RecallDraft = { 
/**
 * Who can demand it: any one of these is enough.
 */
petition: Array<PetitionDraft>, 
/**
 * When the poll is valid.
 */
turnout?: PollShareDraft | null, 
/**
 * When the recall passes.
 */
pass: WinDraft,
};

/**
 * The counts of a poll on a recall, an argument `shequ.recall-poll/1`; what is not known is left out.
 */
export type RecallPoll = { 
/**
 * All on the roll.
 */
roll?: number, 
/**
 * Those who took part.
 */
voters?: number, 
/**
 * Ballots that came back.
 */
returned?: number, 
/**
 * For the recall.
 */
yes?: number, 
/**
 * Against it.
 */
no?: number,
};

/**
 * The answer to a petition or a poll on a recall.
 */
export type RecallView = { 
/**
 * Whether it stands.
 */
status: Status, 
/**
 * What was tested.
 */
checks: Array<PollCheck>,
};

/** A document of the format `shequ.receipt/1`. */
export type ReceiptDocument = { format: "shequ.receipt/1" } & ActivityReceiptDraft;

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
inferred?: string,
};

/**
 * The record of a decision, `shequ.decision/1`: whoever has it and the packs evaluates it again.
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
 * Whether clauses decided of which nobody knows since when they are in force.
 */
accepts_undated?: boolean, 
/**
 * The packs whose clauses and counting rules were used.
 */
packs: Array<PackRef>, 
/**
 * The calendar by which working days were counted, where some were.
 */
calendar?: CalendarRef | null, 
/**
 * The digest of the facts with their salt.
 */
facts: string, 
/**
 * The facts that decided; of a list of units the sums.
 */
counted?: FactsDraft | null, 
/**
 * Of a list of units: what stands in their place. Whoever holds the list can open it for one of them.
 */
committed?: UnitCommitment | null, 
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
digest: string,
};

/**
 * What a record of a ledger is.
 */
export type RecordKind = "correction" | "appeal" | "decision" | "withdrawal";

/**
 * A fact that every unit should have.
 */
export type RecordedFact = "kind" | "name" | "code";

/**
 * Counts of the units of one day as counts of the units of another: nothing is lost.
 */
export type ReexpressedData = { 
/**
 * The day of the counts.
 */
from: string, 
/**
 * The day of the units.
 */
until: string, 
/**
 * The counts by unit of the other day, in the order of their keys.
 */
values: Array<UnitValue>, 
/**
 * The counts of what ended without a successor, by unit of the first day.
 */
ended: Array<UnitValue>, 
/**
 * The sum of what was given: that of `values` and `ended`.
 */
total: string,
};

/**
 * Rates or means of the units of one day as those of the units of another, through numerator and denominator.
 */
export type ReexpressedRatesData = { 
/**
 * The day of the rates.
 */
from: string, 
/**
 * The day of the units.
 */
until: string, 
/**
 * The rates by unit of the other day, in the order of their keys.
 */
values: Array<RateValue>,
};

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
 * What it holds for, where its kind has aspects: 业务, 人事.
 */
aspect?: string, 
/**
 * Whether it is the first of several of its kind.
 */
primary?: boolean, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string,
};

/**
 * A kind of relation; what is left out is not asked.
 */
export type RelationKindDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
label: string | TextDraft, 
/**
 * How a diagram draws it.
 */
line: RelationLine, 
/**
 * What it is when it runs in a circle; nothing if it may.
 */
acyclic: Circle | null, 
/**
 * Kinds that its source can have, beside those of `source_roles`.
 */
source_kinds?: Array<string>, 
/**
 * Roles that its source can have.
 */
source_roles?: Array<Role>, 
/**
 * Kinds that its target can have, beside those of `target_roles`.
 */
target_kinds?: Array<string>, 
/**
 * Roles that its target can have.
 */
target_roles?: Array<Role>, 
/**
 * Whether a source has at most one target at a time.
 */
functional?: boolean, 
/**
 * Whether it says the same of both ends.
 */
symmetric?: boolean, 
/**
 * The most targets of a source at a time.
 */
most: number | null, 
/**
 * Relations that cannot stand between the same two at the same time, in either direction.
 */
forbids?: Array<string>, 
/**
 * Whether both ends must exist throughout.
 */
overlap?: boolean, 
/**
 * Whether it holds for an aspect, with one of several being the primary.
 */
aspects?: boolean, 
/**
 * Where it is written, if not among the relations.
 */
written: Written | null,
};

/**
 * How a diagram draws a relation.
 */
export type RelationLine = "thick" | "dashed" | "dotted";

/**
 * A relation that holds on a day.
 */
export type RelationRecord = { 
/**
 * Its kind, such as `leads`.
 */
kind: string, 
/**
 * The kind's name.
 */
label: Text, 
/**
 * The unit that leads, guides, serves.
 */
source: UnitName, 
/**
 * The unit that is led, guided, served.
 */
target: UnitName, 
/**
 * `possible` where dates within bounds leave it open.
 */
likely: Likely,
};

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
inferred?: string,
};

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
inferred?: string,
};

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
inferred?: string,
};

/**
 * What a validation found (核查报告).
 */
export type ReportData = { 
/**
 * The day asked about, or the first of the days.
 */
day: string, 
/**
 * The first day after those asked about; none where it is one day.
 */
until: string | null, 
/**
 * The rules that were checked, those without a violation too.
 */
checks: Array<Check>, 
/**
 * The violations, by rule and subject.
 */
violations: Array<Finding>,
};

/**
 * Another poll for the seats that stayed open (另行选举).
 */
export type RerunDraft = { 
/**
 * How many more candidates than open seats.
 */
surplus: SurplusDraft, 
/**
 * Who stands.
 */
from: RerunFrom, 
/**
 * What a candidate needs.
 */
win: WinDraft, 
/**
 * Whether it needs a turnout.
 */
turnout: LaterTurnout, 
/**
 * Within so many days after the poll.
 */
within_days?: number | null, 
/**
 * It must be held only if fewer than this were elected; otherwise it may.
 */
below?: number | null, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * Who stands in a rerun.
 */
export type RerunFrom = "best-not-elected" | "not-elected" | "anyone";

/**
 * Somebody in reserve (后备) for a post, by an opaque key.
 */
export type ReserveDraft = { 
/**
 * The post.
 */
post: string, 
/**
 * The holder of posts that stands in reserve.
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
};

/**
 * What units share, a closed list (资源共享).
 */
export type Resource = "venue" | "data" | "talent" | "technique" | "money";

/**
 * A kind of resource on a day.
 */
export type ResourceBalance = { 
/**
 * The kind.
 */
resource: Resource, 
/**
 * How much is offered.
 */
offered: number, 
/**
 * How much is needed.
 */
needed: number, 
/**
 * How much is matched, which is the most that can be.
 */
matched: number,
};

/**
 * What came of an advice.
 */
export type Response = "accepted" | "partly" | "declined";

/**
 * What becomes of a deadline whose last day is a day off.
 */
export type RestDays = "roll" | "stand";

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
inferred?: string,
};

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
inferred?: string,
};

/**
 * What a unit or a post found wrong, what it promised, and whether it holds (回头看).
 */
export type RetrospectiveDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The unit or the post that reports.
 */
subject: string, 
/**
 * The indicator that it is about.
 */
indicator?: string, 
/**
 * The day on which it was found.
 */
found: string, 
/**
 * What fell short, of the work and not of a person.
 */
shortfall: TextDraft, 
/**
 * What is to be done.
 */
measure: TextDraft, 
/**
 * The day by which it is due.
 */
due: string, 
/**
 * The day on which it was done.
 */
done?: string, 
/**
 * The day on which it was looked at again.
 */
checked?: string, 
/**
 * Whether it still held then.
 */
holds?: boolean,
};

/**
 * What was looked back on, as of a day.
 */
export type RetrospectiveReportData = { 
/**
 * The day.
 */
day: string, 
/**
 * What was found by then.
 */
found: number, 
/**
 * What was done in time.
 */
in_time: number, 
/**
 * What was done late.
 */
late: number, 
/**
 * What is due and not done.
 */
overdue: Array<string>, 
/**
 * What is open and not due.
 */
open: Array<string>, 
/**
 * How many that were done were looked at again.
 */
checked: number, 
/**
 * Those that no longer held.
 */
fallen_back: Array<string>,
};

/** A document of the format `shequ.retrospectives/1`. */
export type RetrospectivesDocument = { format: "shequ.retrospectives/1" } & RetrospectivesDraft;

/**
 * The document `shequ.retrospectives/1`.
 */
export type RetrospectivesDraft = { 
/**
 * What it is called.
 */
title: TextDraft, 
/**
 * What was looked back on.
 */
items: Array<RetrospectiveDraft>,
};

/**
 * What rules look at in a kind of unit.
 */
export type Role = "area" | "community" | "village" | "self-governing" | "government" | "party" | "party-branch" | "assembly" | "supervision" | "service" | "association" | "located" | "mass" | "coordination";

/**
 * Something to ask for some rows of a roll.
 */
export type RollAsk = { 
/**
 * Its path.
 */
path: string, 
/**
 * What is asked.
 */
label: Text, 
/**
 * Whether it is a sensitive fact.
 */
sensitive: boolean, 
/**
 * For how many rows.
 */
rows: number,
};

/**
 * A roll that was checked: counts, and the rows that are open. Persons are not in it.
 */
export type RollCheckData = { 
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
 * How many rows there are.
 */
rows: number, 
/**
 * How many may take part.
 */
met: number, 
/**
 * How many may not.
 */
not_met: number, 
/**
 * For how many it is open.
 */
unknown: number, 
/**
 * The rows that are open, by their place from 0, with what to ask.
 */
open: Array<OpenRow>, 
/**
 * What to ask, and for how many rows.
 */
asks: Array<RollAsk>, 
/**
 * The households, where the question asks for one representative of each and the table names them.
 */
households: HouseholdCount | null, 
/**
 * What a reader must know beside the answer.
 */
cautions: Array<Caution>,
};

/**
 * The roll: how many are on it, and what objections changed.
 */
export type RollDraft = { 
/**
 * How many were on it when it was published.
 */
voters: number, 
/**
 * Objections to it (异议), without names and reasons.
 */
objections?: Array<ObjectionDraft>,
};

/**
 * A column of values that come from the totals of the units below.
 */
export type RollUpDraft = { 
/**
 * The column of this stage's scheme; under `share` it may be that of a rate.
 */
column: string, 
/**
 * The stage whose totals are taken.
 */
from: string, 
/**
 * What is made of them.
 */
how: RollUpHow, 
/**
 * `weighted`: the column of that stage's table that holds the weights, such as the population.
 */
weight?: string, 
/**
 * `share`: the grade at or above which a unit counts.
 */
grade?: string, 
/**
 * How the value is rounded to the decimals of the column; `half-up` unless given.
 */
rounding?: Rounding,
};

/**
 * What is made of the totals of the units below.
 */
export type RollUpHow = "mean" | "minimum" | "weighted" | "share";

/**
 * A unit below and what it brought.
 */
export type RolledPart = { 
/**
 * The unit.
 */
unit: string, 
/**
 * Its total.
 */
total: string, 
/**
 * Its grade.
 */
grade: string | null, 
/**
 * Its weight.
 */
weight: string | null,
};

/**
 * A value that was rolled up.
 */
export type RolledUp = { 
/**
 * The stage that it went into.
 */
stage: string, 
/**
 * The unit.
 */
unit: string, 
/**
 * The column.
 */
column: string, 
/**
 * The stage that it came from.
 */
from: string, 
/**
 * What was made of the totals.
 */
how: RollUpHow, 
/**
 * The exact value; none where no unit lies below, or one of them has no weight or all have the weight zero.
 */
exact: string | null, 
/**
 * The value as it went into the column.
 */
value: string | null, 
/**
 * The units below.
 */
parts: Array<RolledPart>,
};

/**
 * The team of the two committees as counts, without its members.
 */
export type RosterCountsData = { 
/**
 * The day.
 */
day: string, 
/**
 * The area.
 */
area: UnitName, 
/**
 * Places in their posts.
 */
places: number, 
/**
 * Holdings; somebody in two posts counts twice.
 */
holdings: number, 
/**
 * Heads.
 */
heads: number, 
/**
 * Places that nobody certainly holds.
 */
vacant: number, 
/**
 * Heads in both committees.
 */
cross: number, 
/**
 * The same of all heads.
 */
cross_rate: string | null, 
/**
 * Heads at the head of both.
 */
both_heads: number,
};

/**
 * Somebody in a roster, by an opaque key.
 */
export type RosterMember = { 
/**
 * The opaque key.
 */
holder: string, 
/**
 * The posts, by their keys.
 */
posts: Array<RosterPost>, 
/**
 * Whether in both committees (交叉任职).
 */
cross: boolean, 
/**
 * Whether at the head of both (一肩挑).
 */
both_heads: boolean,
};

/**
 * A post in a roster.
 */
export type RosterPost = { 
/**
 * The key of the post.
 */
post: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * The unit that has it.
 */
unit: UnitName,
};

/**
 * How a number is brought to fewer decimals. There is no default: whoever rounds says how.
 */
export type Rounding = "half-up" | "half-even" | "floor" | "ceiling" | "truncate";

/**
 * How clauses make a verdict: a clause's name, or `{all = [...]}`, `{any = [...]}`, `{at-least = {k, of}}`, `{not = ...}`,
 * `{fallback = {first, second}}`, `{body = {name = ..., name = ...}}`.
 */
export type RuleDraft = string | { 
/**
 * The parts.
 */
all: Array<RuleDraft>,
} | { 
/**
 * The parts.
 */
any: Array<RuleDraft>,
} | { 
/**
 * How many, and of what.
 */
"at-least": AtLeastDraft,
} | { 
/**
 * The part.
 */
not: RuleDraft,
} | { 
/**
 * Both.
 */
fallback: FallbackDraft,
} | { 
/**
 * Of each body of the question its own, by the name of the body.
 */
body: { [key in string]: RuleDraft },
};

/**
 * The name of a rule.
 */
export type RuleName = "linear" | "linear-down" | "met" | "met-down" | "tiers" | "piecewise" | "deduct" | "rate" | "ballots" | "three-rates" | "progress";

/**
 * How the points of an analysis are drawn.
 */
export type Sampling = "latin-hypercube" | "random";

/**
 * How values become comparable within a method; afterwards more is better for every criterion.
 */
export type Scaling = "min-max" | "max" | "sum" | "vector" | "as-given";

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
required: boolean,
};

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
 * Its version, such as `2026` or `2.1`.
 */
version?: string, 
/**
 * The post that answers for it (责任岗位): a key of a post, never a person.
 */
owner?: string, 
/**
 * The law or decision it rests on.
 */
authority?: TextDraft, 
/**
 * The first day of what is evaluated.
 */
from?: string, 
/**
 * The first day after it.
 */
until?: string, 
/**
 * The least number of units of a peer group that is ranked and awarded, and of peers with a value whose median may
 * stand for a missing one; 1 unless given.
 */
least_peers?: number, 
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
units?: Array<SubjectDraft>,
};

/**
 * A scheme with the kinds and the days it is for.
 */
export type SchemeSetDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * The kinds of units it is for; every kind unless given.
 */
kinds?: Array<string>, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day after it.
 */
until?: string, 
/**
 * The scheme; it names no units.
 */
scheme: SchemeDraft,
};

/** A document of the format `shequ.scheme-sets/1`. */
export type SchemeSetsDocument = { format: "shequ.scheme-sets/1" } & SchemeSetsDraft;

/**
 * The document `shequ.scheme-sets/1`: schemes, each for some kinds of units and some days.
 */
export type SchemeSetsDraft = { 
/**
 * What they are called together.
 */
title: TextDraft, 
/**
 * The sets.
 */
sets: Array<SchemeSetDraft>,
};

/**
 * Schooling completed (学历), a closed list.
 */
export type Schooling = "primary" | "lower-secondary" | "upper-secondary" | "tertiary";

/**
 * How far a unit is from another mark, indicator by indicator: the parts add up to the whole exactly.
 */
export type ScoreGapData = { 
/**
 * The unit.
 */
unit: string, 
/**
 * What it is compared with: `best`, `median` or `full`.
 */
mark: string, 
/**
 * The unit that is the best; none for the other marks.
 */
other: string | null, 
/**
 * The mark less what the unit has, before the total is rounded.
 */
gap: string, 
/**
 * What each indicator, the bonuses, the penalties and the vetoes have in it.
 */
parts: Array<GapPart>,
};

/**
 * A unit that was left out for its data.
 */
export type ScreenedUnit = { 
/**
 * The unit.
 */
unit: string, 
/**
 * How many of its values are there.
 */
available: number, 
/**
 * How many of these are not zero.
 */
not_zero: number, 
/**
 * How many indicators there are.
 */
of: number,
};

/**
 * Which units have too little data.
 */
export type ScreeningDraft = { 
/**
 * The least share of a unit's values that must be there, from 0 to 1.
 */
available: number | string, 
/**
 * The least share of them that must not be zero; 0 unless given.
 */
not_zero?: number | string,
};

/** A document of the format `shequ.sealed/1`. */
export type SealedDocument = { format: "shequ.sealed/1" } & SealedDraft;

/**
 * The texts beside a log as written.
 */
export type SealedDraft = { 
/**
 * The texts that were not erased.
 */
texts: Array<SealedTextDraft>,
};

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
salt: string,
};

/**
 * By what those who pass are put in order.
 */
export type SeatOrder = "most-yes" | "yes-less-no";

/**
 * What stands behind a seat: the higher, the sooner it is given.
 *
 * Adams' and Hill's first seats have a divisor of zero, so they come before all others; among these the larger weight
 * comes first. Hill's priorities are squared; those of the largest remainder are the remainders.
 */
export type SeatPriority = { 
/**
 * Whether it comes before all that are not.
 */
before_all: boolean, 
/**
 * The quotient, or the weight where the divisor is zero.
 */
value: string,
};

/**
 * A least and a most of seats, both included.
 */
export type SeatsDraft = { 
/**
 * The least, at least 1.
 */
least: number, 
/**
 * The most.
 */
most: number, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * How far the units of a sector have a body of some kinds.
 */
export type SectorCoverage = { 
/**
 * The sector; empty for all together.
 */
sector: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * Its units on the day.
 */
units: number, 
/**
 * How many of them have a body, of their own or together with others.
 */
covered: number, 
/**
 * How many bodies there are for them; one that several units share counts once.
 */
bodies: number, 
/**
 * Covered units of all units.
 */
rate: string | null, 
/**
 * The units without a body.
 */
uncovered: Array<UnitName>,
};

/**
 * That a unit belongs to a sector.
 */
export type SectorUnitDraft = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The sector.
 */
sector: string, 
/**
 * The first day of it.
 */
from?: string, 
/**
 * The first day after it.
 */
until?: string,
};

/** A document of the format `shequ.sectors/1`. */
export type SectorsDocument = { format: "shequ.sectors/1" } & SectorsDraft;

/**
 * The document `shequ.sectors/1`.
 */
export type SectorsDraft = { 
/**
 * What it is about.
 */
title: string | TextDraft, 
/**
 * The sectors.
 */
sectors: Array<LabelDraft>, 
/**
 * Which unit belongs to which.
 */
units?: Array<SectorUnitDraft>,
};

/** A document of the format `shequ.selection/1`. */
export type SelectionDocument = { format: "shequ.selection/1" } & SelectionDraft;

/**
 * A staged selection (公开选拔, 发展工作程序) and how far it has come, `shequ.selection/1`. Persons are only counted.
 */
export type SelectionDraft = { 
/**
 * Its name.
 */
id: string, 
/**
 * Who is selected for what.
 */
label: TextDraft, 
/**
 * The stages, in their order.
 */
stages: Array<SelectionStageDraft>, 
/**
 * Whether each stage must name the post that answers for it (责任追究).
 */
liability?: boolean, 
/**
 * The stages that were held, in their order.
 */
run?: Array<StageRunDraft>,
};

/**
 * A stage of a selection.
 */
export type SelectionStageDraft = { 
/**
 * Its key, unique in the selection.
 */
key: string, 
/**
 * What it is.
 */
kind: StageKind, 
/**
 * Its name.
 */
label: TextDraft, 
/**
 * At most so many pass.
 */
most?: number | null, 
/**
 * For a vote: what each one who passes needs.
 */
share?: StageShareDraft | null, 
/**
 * For a notice: it stands for so many days, the day on which it is put up not counted.
 */
days?: number | null, 
/**
 * Clauses about a person; the caller answers them one at a time, and nothing of the answers is kept.
 */
conditions?: Array<ConditionDraft>, 
/**
 * The clause that asks for it.
 */
clause?: string | null,
};

/**
 * How far a selection has come.
 */
export type SelectionView = { 
/**
 * The selection.
 */
selection: string, 
/**
 * Met once every stage was held as it must be; not met if one was not; unknown as long as one is open.
 */
status: Status, 
/**
 * Each stage that was held.
 */
stages: Array<StageView>, 
/**
 * The stage that follows.
 */
next: string | null, 
/**
 * How many are still in it.
 */
left: number | null,
};

/**
 * From one number of a series to the next.
 */
export type SeriesStep = { 
/**
 * The earlier day.
 */
from: string | null, 
/**
 * The later day.
 */
to: string | null, 
/**
 * Whether the two may be compared.
 */
comparable: Comparable, 
/**
 * Why not, or with what caution.
 */
reasons: Array<ComparisonReason>, 
/**
 * The later less the earlier; none where they may not be compared.
 */
change: string | null, 
/**
 * What the change is written in: an age changes by years, a share by percentage points.
 */
unit_of_change: string, 
/**
 * The change over the earlier number; none where that is zero or they may not be compared.
 */
relative: string | null,
};

/**
 * A session of a body.
 */
export type SessionDraft = { 
/**
 * The body.
 */
unit: string, 
/**
 * The day.
 */
day: string,
};

/**
 * What an evaluation says of one unit, and by which set.
 */
export type SetScore = { 
/**
 * The key of the set.
 */
set: string, 
/**
 * The score.
 */
score: UnitScore,
};

/**
 * Whether a branch is for one area or for several.
 */
export type SetUp = "kept" | "converted" | "new" | "joint" | "none";

/**
 * A body to set up, and the areas that it is for.
 */
export type SetUpRow = { 
/**
 * The areas, by their keys.
 */
areas: Array<UnitName>, 
/**
 * Their members together.
 */
members: number, 
/**
 * How.
 */
how: SetUp, 
/**
 * The body that there is, if there is one.
 */
body: UnitName | null, 
/**
 * The kind that fits.
 */
choice: BodyChoiceData,
};

/**
 * How grave a finding is.
 */
export type Severity = "error" | "guidance";

/**
 * Skewness (偏度) and excess kurtosis (峰度) of a sample, corrected for its size.
 *
 * Skewness is G1 = g1 √(n(n-1)) / (n-2), kurtosis G2 = ((n+1) g2 + 6)(n-1) / ((n-2)(n-3)), the "type 2" of Joanes and Gill,
 * "Comparing measures of sample skewness and kurtosis", The Statistician 47 (1998), with g1 and g2 of the central moments. It is
 * what spreadsheets, SAS and COINr print.
 *
 * ```
 * use shequ::evaluation::methods::Shape;
 * // What a spreadsheet gives for SKEW and KURT of these numbers, and what follows from the definition by hand.
 * let shape = Shape::of(&[3.0, 4.0, 5.0, 2.0, 3.0, 4.0, 5.0, 6.0, 4.0, 7.0]).ok_or("too few")?;
 * assert!((shape.skewness.get() - 0.359_543_071_407).abs() < 1e-12);
 * assert!((shape.kurtosis.get() - -0.151_799_637_208).abs() < 1e-12);
 * # Ok::<(), Box<dyn std::error::Error>>(())
 * ```
 */
export type Shape = { 
/**
 * Skewness; above zero where the long tail is on the right.
 */
skewness: number, 
/**
 * Excess kurtosis: 0 for a normal distribution.
 */
kurtosis: number,
};

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
unit: string,
};

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
after?: Array<Amount>,
};

/**
 * Offers matched to needs (资源共享), as much as can be.
 */
export type SharingData = { 
/**
 * The day.
 */
day: string, 
/**
 * By kind of resource.
 */
resources: Array<ResourceBalance>, 
/**
 * The needs that hold on the day, as they stand in the document.
 */
needs: Array<NeedState>, 
/**
 * The offers that hold on the day, as they stand in the document.
 */
offers: Array<OfferState>,
};

/**
 * What follows where seats stay open.
 */
export type ShortfallDraft = "leave-open" | { "rerun": RerunDraft };

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
right: string | null,
};

/**
 * A unit as a snapshot lists it.
 */
export type Sighting = { 
/**
 * Its code, which no other unit of the snapshot has.
 */
code: string, 
/**
 * Its name.
 */
name: string | Text, 
/**
 * Its key in the organisation; its code unless given.
 */
key?: string, 
/**
 * The unit that it lies within, by a name or code that both snapshots use; its code without the last three signs unless given.
 */
parent?: string, 
/**
 * The county or other area that it stays in; the first signs of its code unless given.
 */
group?: string, 
/**
 * A number counted of it in both snapshots, such as its households.
 */
count?: string | number,
};

/** A document of the format `shequ.sightings/1`. */
export type SightingsDocument = { format: "shequ.sightings/1" } & SightingsDraft;

/**
 * A snapshot: the document `shequ.sightings/1`.
 */
export type SightingsDraft = { 
/**
 * Its units.
 */
units: Array<Sighting>,
};

/**
 * A skill offered, a closed list (人才库).
 */
export type Skill = "accounting" | "building" | "care" | "computing" | "cooking" | "arts" | "first-aid" | "gardening" | "languages" | "law" | "medicine" | "sign-language" | "sport" | "teaching";

/**
 * What the slopes of two periods join.
 */
export type SlopeBasis = "rank" | "total";

/**
 * The smallest change of one column alone, all else as it is.
 */
export type SmallestChange = { 
/**
 * The column.
 */
column: string, 
/**
 * What the column is about.
 */
label: Text, 
/**
 * Its value; none where it is missing.
 */
from: string | null, 
/**
 * The value that reaches the goal, the nearest to the present one; none where no value of this column alone does.
 */
to: string | null, 
/**
 * How many steps that are, each of the last decimal of the column; from a missing value none are counted.
 */
steps: number | null, 
/**
 * How it stands then, or with the best value where the goal is out of reach.
 */
then: Outcome,
};

/**
 * How much of the variance of an output an input accounts for.
 */
export type SobolIndex = { 
/**
 * The first-order index: the share of the variance that goes when this input alone is known.
 */
first: number, 
/**
 * Its interval.
 */
first_low: number, 
/**
 * Its interval.
 */
first_high: number, 
/**
 * The total index: the share that stays when every other input is known.
 */
total: number, 
/**
 * Its interval.
 */
total_low: number, 
/**
 * Its interval.
 */
total_high: number,
};

/**
 * What a sensitivity analysis found.
 */
export type SobolIndices = { 
/**
 * The mean of the output.
 */
mean: number, 
/**
 * Its variance.
 */
variance: number, 
/**
 * How often the model was run.
 */
runs: number, 
/**
 * Input by input.
 */
inputs: Array<SobolIndex>,
};

/**
 * How a sensitivity analysis of weights is done.
 */
export type SobolOptions = { 
/**
 * The output whose variance is explained.
 */
output: OutputName, 
/**
 * The unit whose score or rank it is.
 */
unit: string | null, 
/**
 * The number of base points; the model is run `points * (criteria + 2)` times. 1,024 unless given.
 */
points: number, 
/**
 * The seed of all draws.
 */
seed: number | bigint, 
/**
 * How points are drawn.
 */
sampling: Sampling, 
/**
 * How many times the points are drawn anew from themselves for the intervals; 1,000 unless given.
 */
replicates: number, 
/**
 * The share of the replicates that an interval holds; 0.95 unless given.
 */
level: number,
};

/**
 * How a sensitivity analysis is done.
 */
export type SobolPlan = { 
/**
 * The number of base points; the model is run `points * (inputs + 2)` times. 1,024 unless given.
 */
points: number, 
/**
 * The seed of all draws.
 */
seed: number | bigint, 
/**
 * How points are drawn.
 */
sampling: Sampling, 
/**
 * How many times the points are drawn anew from themselves for the intervals; 1,000 unless given.
 */
replicates: number, 
/**
 * The share of the replicates that an interval holds; 0.95 unless given.
 */
level: number,
};

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
inferred?: string,
};

/**
 * How far practices have spread by a day.
 */
export type SpreadReportData = { 
/**
 * The day.
 */
day: string, 
/**
 * The practices in the order of the document.
 */
practices: Array<PracticeSpread>, 
/**
 * The units that began none and have none.
 */
without: Array<string>,
};

/**
 * Of how many a share in a stage is taken.
 */
export type StageBase = "entitled" | "voters";

/**
 * The evaluation of one layer.
 */
export type StageDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * The scheme.
 */
scheme: SchemeDraft, 
/**
 * The columns that are rolled up from the totals of other stages.
 */
roll_ups?: Array<RollUpDraft>,
};

/**
 * What a stage is.
 */
export type StageKind = "apply" | "recommend" | "member-recommend" | "exam" | "pre-check" | "vote" | "notice" | "appoint";

/**
 * A stage that was held: counts, and no names.
 */
export type StageRunDraft = { 
/**
 * Which one.
 */
stage: string, 
/**
 * The day on which it began.
 */
from: string, 
/**
 * Its last day, once it is over.
 */
to?: string | null, 
/**
 * How many entered it.
 */
entered: number, 
/**
 * How many passed.
 */
passed: number, 
/**
 * How many did not.
 */
refused: number, 
/**
 * For a vote: all who may vote.
 */
entitled?: number | null, 
/**
 * For a vote: those who took part.
 */
voters?: number | null, 
/**
 * For a vote: the fewest yes that one had who passed.
 */
least_yes?: number | null, 
/**
 * For a notice: objections that are not decided.
 */
objections_open: number, 
/**
 * The post that answers for it.
 */
responsible?: string | null,
};

/**
 * The share of yes that one needs in a stage.
 */
export type StageShareDraft = { 
/**
 * Of how many.
 */
base: StageBase, 
/**
 * Whether the share itself is enough.
 */
comparison: Comparison, 
/**
 * The share.
 */
share: string | number,
};

/**
 * One stage that was held.
 */
export type StageView = { 
/**
 * Which one.
 */
stage: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * Whether it was held as it must be.
 */
status: Status, 
/**
 * What was tested.
 */
checks: Array<PollCheck>,
};

/** A document of the format `shequ.standards/1`. */
export type StandardsDocument = { format: "shequ.standards/1" } & StandardsDraft;

/**
 * The document `shequ.standards/1`: levels from the lowest to the highest, each with what it asks beyond those below.
 */
export type StandardsDraft = { 
/**
 * What it is called.
 */
title: TextDraft, 
/**
 * The levels.
 */
levels: Array<LevelDraft>,
};

/**
 * How an indicator of a unit stands among all units.
 */
export type Standing = { 
/**
 * The indicator.
 */
indicator: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * The rank of the unit among the units that have a value.
 */
rank: number, 
/**
 * How many units have a value.
 */
of: number, 
/**
 * The value as it was given.
 */
value: number,
};

/**
 * What is known of one person in one call. No document keeps it, and a sensitive fact does not stand in it.
 */
export type StandingDraft = { 
/**
 * The day of birth. Whoever answers the clause on age instead need not give it.
 */
born?: string | null, 
/**
 * The day of moving in.
 */
resident_since?: string | null, 
/**
 * Whether something is so, by the name of a clause, or by a word (`registered`, `owner`) for all clauses that ask it.
 */
answers?: { [key in string]: boolean },
};

/**
 * What became of one name.
 */
export type StandingOutcome = "elected" | "not-elected" | "tied" | "unknown";

/**
 * One name in a poll.
 */
export type StandingView = { 
/**
 * Who.
 */
candidate: string, 
/**
 * Whether it was written in.
 */
write_in: boolean, 
/**
 * For.
 */
yes: number, 
/**
 * Against.
 */
no: number, 
/**
 * Neither, on valid ballots.
 */
abstain: number, 
/**
 * The place by the order of the rules; those who tie share one.
 */
place: number, 
/**
 * The win test.
 */
win: PollCheck, 
/**
 * What became of it.
 */
outcome: StandingOutcome, 
/**
 * The least number of yes that it must lose to fall behind, or gain to come before, the other side of the line; none
 * where nobody stands there.
 */
place_margin: number | null,
};

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
inferred?: string,
};

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
source?: string | TextDraft,
};

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
upper_secondary: Share,
};

/**
 * The answer to a question that a rule decides.
 */
export type Status = "notMet" | "unknown" | "met";

/**
 * A status of a unit, from a day until a day, with the day by which it must be over.
 */
export type StatusDraft = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The status: `village-community-transition`, `ad-hoc`, `set-up-joint` ...
 */
status: string, 
/**
 * The first day on which it holds.
 */
from?: string, 
/**
 * The first day on which it no longer holds.
 */
until?: string, 
/**
 * The first day on which it must no longer hold.
 */
deadline?: string,
};

/**
 * A status of a unit on a day.
 */
export type StatusRecord = { 
/**
 * The unit.
 */
unit: UnitName, 
/**
 * The key of the status: `village-community-transition`, `ad-hoc`, `set-up-joint` ...
 */
status: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * The first day, where it is recorded.
 */
from: string | null, 
/**
 * The first day after it, where it ends.
 */
until: string | null, 
/**
 * The first day on which it must be over.
 */
deadline: string | null, 
/**
 * Days until the deadline; below zero once it is past.
 */
days_left: number | null, 
/**
 * `possible` where dates within bounds leave it open.
 */
likely: Likely,
};

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
relation: string | null,
};

/**
 * The day of a step: done, or planned.
 */
export type StepDayDraft = { 
/**
 * The step.
 */
step: string, 
/**
 * The day on which it was done.
 */
done?: string | null, 
/**
 * The day for which it is planned.
 */
planned?: string | null,
};

/**
 * A step of a procedure.
 */
export type StepDraft = { 
/**
 * Its key, unique in the procedure.
 */
key: string, 
/**
 * What it is.
 */
kind: StepKind, 
/**
 * Its name.
 */
label: TextDraft, 
/**
 * By when, and not before when.
 */
bounds?: Array<BoundDraft>, 
/**
 * Whether it is a time in which others may act, such as that for objections: it closes, and is never overdue.
 */
window?: boolean, 
/**
 * Whether it is needed only once what it is counted from was done, such as a ruling only where there is an objection.
 */
optional?: boolean, 
/**
 * What follows if it is not done in time.
 */
consequence?: ConsequenceDraft | null,
};

/**
 * What a step is.
 */
export type StepKind = "propose" | "petition" | "convene" | "notice" | "roll" | "objection" | "nomination" | "list" | "poll" | "count" | "declare" | "file" | "hand-over" | "recall" | "by-election";

/**
 * How a step stands on a day.
 */
export type StepStatus = "overdue" | "due" | "open" | "upcoming" | "unknown" | "late" | "early" | "done" | "closed" | "skipped" | "impossible";

/**
 * A step on a day.
 */
export type StepView = { 
/**
 * Its key.
 */
step: string, 
/**
 * What it is.
 */
kind: StepKind, 
/**
 * Its name.
 */
label: Text, 
/**
 * Whether it is a time in which others may act.
 */
window: boolean, 
/**
 * How it stands.
 */
status: StepStatus, 
/**
 * The day on which it was done.
 */
done: string | null, 
/**
 * The day for which it is planned.
 */
planned: string | null, 
/**
 * Whether it is planned for a day that is too early or too late.
 */
misplanned: boolean, 
/**
 * The first day on which it is not too early.
 */
earliest: string | null, 
/**
 * The last day on which it is in time.
 */
latest: string | null, 
/**
 * Days from the day asked to the last day; negative once that is past.
 */
days_left: number | null, 
/**
 * Whether a bound rests on a step that is neither done nor planned, and is counted from its own last day.
 */
projected: boolean, 
/**
 * How each bound was counted.
 */
bounds: Array<BoundView>, 
/**
 * The steps whose days are still needed.
 */
missing: string[], 
/**
 * What follows if it is not done in time.
 */
consequence: ConsequenceDraft | null,
};

/**
 * What is odd about a letter.
 */
export type StrayKind = "unknown-unit" | "not-above" | "twice";

/**
 * A letter in force that closes no gap.
 */
export type StrayLetter = { 
/**
 * The letter.
 */
letter: string, 
/**
 * What is odd about it.
 */
kind: StrayKind,
};

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
until: string | null,
};

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
group?: string,
};

/**
 * What a finding is about.
 */
export type SubjectKind = "unit" | "post" | "holder" | "statement";

/**
 * Who held a post, one after the other (前任、继任), and when it stood empty.
 */
export type SuccessionData = { 
/**
 * The key of the post.
 */
post: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * How many hold it at once.
 */
capacity: number, 
/**
 * Its holders in the order of their days.
 */
tenures: Array<Tenure>, 
/**
 * The times that it certainly stood empty, or not full.
 */
gaps: Array<Gap>,
};

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
groups: Array<GroupSummary>,
};

/**
 * The count as sums.
 */
export type SumsDraft = { 
/**
 * Ballots with too many names, which are void.
 */
over_full: number, 
/**
 * Blank ballots, which abstain from all.
 */
blank: number, 
/**
 * The votes of each name; a candidate that is left out has none.
 */
votes: Array<VotesDraft>,
};

/**
 * A unit that leads another.
 */
export type Superior = { 
/**
 * The unit.
 */
unit: UnitName, 
/**
 * The relation: `leads`, `dual-leads`.
 */
relation: string, 
/**
 * What it leads in, where the leadership is dual (双重领导).
 */
aspect: string | null, 
/**
 * Whether it is the primary of several.
 */
primary: boolean,
};

/**
 * How many more candidates than seats there are: a number, or a share of the seats.
 */
export type Surplus = { 
/**
 * The least, itself included.
 */
least?: string | number | null, 
/**
 * The most, itself included.
 */
most?: string | number | null, 
/**
 * Whether these are shares of the seats.
 */
of_seats?: boolean,
};

/**
 * How many more candidates than seats.
 */
export type SurplusDraft = "any" | "equal" | { "exactly": number } | { "range": SurplusRangeDraft } | { "ratio": SurplusRatioDraft };

/**
 * A least and a most of candidates beyond the seats.
 */
export type SurplusRangeDraft = { 
/**
 * The least.
 */
least: number, 
/**
 * The most.
 */
most?: number | null,
};

/**
 * A least and a most of candidates beyond the seats, as shares of the seats.
 */
export type SurplusRatioDraft = { 
/**
 * The least share; the number is rounded up.
 */
least: string | number, 
/**
 * The most; the number is rounded down.
 */
most?: string | number | null,
};

/**
 * What has to be erased on a day, or was (到期清理): numbers and names of fields only.
 */
export type SweepData = { 
/**
 * The day.
 */
day: string, 
/**
 * Entries to which no consent holds or begins any more.
 */
entries: Array<number>, 
/**
 * Fields of other entries that no consent needs any more.
 */
fields: Array<DueField>, 
/**
 * How many entries stay.
 */
kept: number,
};

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
proposing?: number | null,
};

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
parent?: string,
};

/**
 * A target as of a day.
 */
export type TargetState = { 
/**
 * The target.
 */
key: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * What was brought by then.
 */
brought: string, 
/**
 * What is due.
 */
target: string, 
/**
 * The one over the other.
 */
share: string,
};

/**
 * A time that somebody held a post.
 */
export type Tenure = { 
/**
 * The opaque key of the holder.
 */
holder: string, 
/**
 * The first day, where it is recorded.
 */
from: string | null, 
/**
 * The first day after it, where it ended.
 */
until: string | null, 
/**
 * How the holder came into it, by the holding or else by the post.
 */
mode: Mode | null, 
/**
 * Why it ended.
 */
end_reason: EndReason | null,
};

/**
 * One team on two days: who stayed, and how age and schooling changed (届际比较).
 */
export type TermComparisonData = { 
/**
 * On the earlier day.
 */
before: StatisticsData, 
/**
 * On the later day.
 */
after: StatisticsData, 
/**
 * Who stayed, left and came.
 */
turnover: TurnoverData, 
/**
 * The change of the mean age, in years.
 */
mean_age: Change, 
/**
 * The change of the share under 35, in percentage points.
 */
under_35: Change, 
/**
 * The change of the share with upper-secondary schooling or more, in percentage points.
 */
upper_secondary: Change,
};

/**
 * A term.
 */
export type TermDraft = { 
/**
 * So many years.
 */
years: number, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * A term of those elected.
 */
export type TermView = { 
/**
 * The first day.
 */
from: string, 
/**
 * The first day after it.
 */
until: string,
};

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
edges?: Array<[string | number, string | number, (string | number)?, boolean?]>,
};

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
digest: string,
};

/**
 * A text in Chinese and English; where one is not given, the other stands for it.
 *
 * In documents it is a string, for both, or `{zh = "社区", en = "community"}`.
 */
export type Text = {
 zh: string, 
/**
 * Empty where it is the same.
 */
en: string,
};

/**
 * A share of a base that a part must reach, tested by cross-multiplication.
 */
export type Threshold = { part: Part, base: Base, measure: Measure, comparison: Comparison, share: string, words: Text | null, };

/**
 * A share of a base, or a fixed number, that a part must reach.
 */
export type ThresholdDraft = { 
/**
 * What is counted.
 */
part: Part, 
/**
 * Of how many; left out with `count`.
 */
base?: Base | null, 
/**
 * In which measure.
 */
measure: Measure, 
/**
 * Whether the share or number itself is enough.
 */
comparison: Comparison, 
/**
 * The share, such as `2/3`.
 */
share?: string | number | null, 
/**
 * A fixed number in place of a share of a base.
 */
count?: number | null, 
/**
 * Who or what makes the base, in the words of the clause.
 */
words?: TextDraft | null,
};

/**
 * What settled a tie.
 */
export type TieBreak = "order" | "lot";

/**
 * What broke a tie.
 */
export type TieBreakDraft = { 
/**
 * The seed of the lot, as published.
 */
seed?: string | null, 
/**
 * The day on which it was announced where the seed would come from.
 */
announced?: string | null, 
/**
 * Whom the chair chose.
 */
casting?: string[] | null,
};

/**
 * One draw of a lot.
 */
export type TieDraw = { 
/**
 * The number of the draw, from 1.
 */
draw: number, 
/**
 * The SHA-256 of the text.
 */
digest: string, 
/**
 * The remainder of the digest, from 0.
 */
remainder: number, 
/**
 * Divided by so many names that were left.
 */
left: number, 
/**
 * The name at that place.
 */
drawn: string,
};

/**
 * What breaks a tie for the last seats.
 */
export type TieRule = "revote" | "lot" | "seniority" | "casting-vote";

/**
 * A tie for the last seats.
 */
export type TieView = { 
/**
 * Who tied, sorted.
 */
candidates: string[], 
/**
 * For so many seats.
 */
seats: number, 
/**
 * What breaks it.
 */
rule: TieRule, 
/**
 * The draws, if it was broken by lot.
 */
draws: Array<TieDraw>, 
/**
 * Those who got the seats, if it is broken here.
 */
chosen: string[],
};

/**
 * A tier of one community.
 */
export type TierCell = { 
/**
 * The key of the tier: `lead`, `decide`, `execute`.
 */
tier: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * The bodies that make it.
 */
bodies: Array<UnitName>,
};

/**
 * A tier: a value of `least` or more, or of `most` or less, brings `share` of the points.
 */
export type TierDraft = { 
/**
 * The inclusive lower bound, where more is better.
 */
least?: string | number, 
/**
 * The inclusive upper bound, where less is better; all tiers of a rule have the same one of the two.
 */
most?: string | number, 
/**
 * The share of the points, from 0 to 1.
 */
share: string | number,
};

/**
 * The tiers of one community.
 */
export type TierRow = { 
/**
 * The community.
 */
unit: UnitName, 
/**
 * Its tiers, from the top.
 */
tiers: Array<TierCell>, 
/**
 * The keys of the tiers that are missing.
 */
missing: Array<string>,
};

/**
 * The tiers of all communities, and how many have all of them.
 */
export type TierTableData = { 
/**
 * The communities, by their keys.
 */
rows: Array<TierRow>, 
/**
 * Communities with every tier, of all; none where there is no community.
 */
complete: string | null,
};

/**
 * Which rank equals get.
 */
export type Ties = "min" | "dense" | "ordinal" | "average";

/**
 * Before or after.
 */
export type TimeDirection = "before" | "after";

/**
 * In what a deadline is counted.
 */
export type TimeUnit = "day" | "clear-day" | "working-day" | "week" | "month" | "year";

/** A document of the format `shequ.timeline/1`. */
export type TimelineDocument = { format: "shequ.timeline/1" } & TimelineDraft;

/**
 * A run of a procedure, `shequ.timeline/1`.
 */
export type TimelineDraft = { 
/**
 * Its name.
 */
id: string, 
/**
 * The procedure.
 */
procedure: ProcedureDraft, 
/**
 * What was done, and what is planned.
 */
days?: Array<StepDayDraft>, 
/**
 * Steps that are not needed in this run.
 */
skipped?: string[],
};

/**
 * What a plan keeps together.
 */
export type Together = "compound";

/**
 * A topic in a period.
 */
export type TopicCount = { 
/**
 * The topic.
 */
topic: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * Notes.
 */
notes: number, 
/**
 * How many were answered by the end of the period.
 */
answered: number, 
/**
 * The one over the other.
 */
rate: string | null, 
/**
 * The days from note to answer, added up over the answered.
 */
days: number, 
/**
 * The mean of these days.
 */
mean_days: string | null, 
/**
 * The notes that are open at the end of the period, the oldest first.
 */
open: Array<string>,
};

/**
 * How criteria become comparable in TOPSIS. The choice can change the winner.
 */
export type TopsisNorm = "vector" | "min-max";

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
inferred?: string,
};

/**
 * A transformation that keeps the order of the values (变换).
 */
export type Transform = "log" | "log-shifted" | "log-skewed" | "log-gii" | { "box-cox": number } | "box-cox-fitted";

/**
 * The name of a transformation in a document.
 */
export type TransformName = "log" | "log-shifted" | "log-skewed" | "log-gii" | "box-cox";

/**
 * An indicator after its treatment, with the log of what was done.
 */
export type Treated = { 
/**
 * The values, in the order of the rows.
 */
values: Array<number>, 
/**
 * The shape before; none of fewer than four values or where all are the same, and then nothing is done.
 */
before: Shape | null, 
/**
 * Whether there were outliers.
 */
outliers: boolean, 
/**
 * The points that were drawn in, in the order of the rows; none where the whole indicator was transformed instead.
 */
winsorised: Array<Winsorised>, 
/**
 * The shape after winsorising, where that was tried.
 */
after_winsorising: Shape | null, 
/**
 * How many points winsorising drew in, whether it was kept or not.
 */
tried: number, 
/**
 * The transformation of the whole indicator, where one was applied.
 */
transform: Transform | null, 
/**
 * The shape of the values.
 */
after: Shape | null, 
/**
 * Whether the values are within the limits now.
 */
passed: boolean,
};

/**
 * A point that was drawn in.
 */
export type TreatedPoint = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The value before.
 */
from: number, 
/**
 * The value after.
 */
to: number,
};

/**
 * How outliers are treated.
 */
export type TreatmentDraft = { 
/**
 * The limit of skewness, either way; 2 unless given.
 */
skewness?: number | string, 
/**
 * The limit of excess kurtosis; 3.5 unless given.
 */
kurtosis?: number | string, 
/**
 * The most points that are winsorised; 5 unless given.
 */
points?: number, 
/**
 * What is done where winsorising does not help; nothing unless given.
 */
otherwise?: TransformName, 
/**
 * `box-cox`: λ; the likeliest one unless given.
 */
lambda?: number | string,
};

/**
 * What the treatment did with an indicator.
 */
export type TreatmentEntry = { 
/**
 * The indicator.
 */
indicator: string, 
/**
 * The shape before.
 */
before: Shape | null, 
/**
 * Whether it had outliers.
 */
outliers: boolean, 
/**
 * How many points winsorising drew in, whether that was kept or not.
 */
tried: number, 
/**
 * The shape after winsorising, where that was tried.
 */
after_winsorising: Shape | null, 
/**
 * The points that were drawn in; none where the whole indicator was transformed instead.
 */
winsorised: Array<TreatedPoint>, 
/**
 * The transformation, where one was applied.
 */
transform: Transform | null, 
/**
 * The shape after all.
 */
after: Shape | null, 
/**
 * Whether it is within the limits now.
 */
passed: boolean,
};

/**
 * What follows where some grades have a share of the votes or more.
 */
export type TriggerDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * What follows; the key unless given.
 */
label?: TextDraft, 
/**
 * Where it is stated.
 */
article?: string, 
/**
 * The grades whose votes are counted.
 */
grades: Array<BallotGrade>, 
/**
 * The share at or above which it fires.
 */
share: string | number, 
/**
 * Whether votes are counted as they are or by the weights of classes; `votes` unless given.
 */
basis?: VoteBasis,
};

/**
 * How the holders of a group of posts changed between two days (能上能下、能进能出).
 */
export type TurnoverData = { 
/**
 * Heads on the first day.
 */
before: number, 
/**
 * Heads on the last day.
 */
after: number, 
/**
 * Heads on both.
 */
stayed: number, 
/**
 * Heads on the first day only.
 */
left: number, 
/**
 * Heads on the last day only.
 */
came: number, 
/**
 * Those who stayed of those who were there; none where nobody was.
 */
continuity: string | null, 
/**
 * Holdings that certainly ended after the first day and by the last, by reason.
 */
ended: Array<ReasonCount>,
};

/**
 * A clause that bounds nothing on the day, and why.
 */
export type UndecidedClause = { 
/**
 * The clause.
 */
clause: string, 
/**
 * Why it decides nothing.
 */
reason: Reason,
};

/**
 * How often a unit came.
 */
export type UnitAttendance = { 
/**
 * The unit.
 */
unit: UnitName, 
/**
 * How often it was invited.
 */
invited: number, 
/**
 * How often it came.
 */
attended: number, 
/**
 * The one over the other.
 */
rate: string | null, 
/**
 * The conferences that it missed.
 */
missed: Array<string>,
};

/**
 * A unit that changed.
 */
export type UnitChange = { 
/**
 * Its key.
 */
key: string, 
/**
 * How it changed.
 */
changes: Array<ChangeKind>, 
/**
 * What it was on the first day; none if it was not.
 */
before: UnitState | null, 
/**
 * What it was on the other day; none if it was not.
 */
after: UnitState | null, 
/**
 * The events between that did it, where they are known.
 */
events: Array<EventRecord>, 
/**
 * Whether one of them was inferred; left out where none was.
 */
inferred?: boolean, 
/**
 * `possible` where bounds of dates leave open that it is so.
 */
likely: Likely,
};

/**
 * A salted commitment to a list of units: it tells nothing of any unit, and its holder can open it for one.
 */
export type UnitCommitment = { 
/**
 * The root of the tree of salted digests.
 */
root: string, 
/**
 * So many units.
 */
units: number, 
/**
 * So many heads.
 */
heads: number, 
/**
 * Heads whose units voted differently.
 */
split_heads: number,
};

/**
 * A count of a unit.
 */
export type UnitCount = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The count.
 */
count: string | number,
};

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
lives?: Array<Lifetime>,
};

/**
 * The parameters and the outcome of one draw.
 */
export type UnitDraw = { 
/**
 * The number of the draw.
 */
draw: number, 
/**
 * The method: one of those that the study chooses among.
 */
method: string, 
/**
 * `criterion` and its `weight`, which sum to one.
 */
weights: Rows, 
/**
 * `unit`, its `score` and its `rank`.
 */
outcome: Rows, 
/**
 * `unit` and the value of each criterion; none where values do not vary.
 */
values: Rows | null,
};

/**
 * Evidence and inspections of a unit.
 */
export type UnitEvidence = { 
/**
 * The unit.
 */
unit: string, 
/**
 * How many indicators ask for evidence and have it.
 */
shown: number, 
/**
 * The indicators that ask for evidence and have none.
 */
missing: Array<string>, 
/**
 * Those that have it of all that ask for it.
 */
coverage: string | null, 
/**
 * How many inspections it bore.
 */
inspections: number, 
/**
 * How many of its indicators were looked at more than once.
 */
repeated: number,
};

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
source?: string | TextDraft,
};

/**
 * The level of a unit.
 */
export type UnitLevel = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The highest level of which it meets everything, and everything below.
 */
level: string | null, 
/**
 * The next level; none for one at the top.
 */
next: string | null, 
/**
 * What is missing for the next level.
 */
missing: Array<CriterionGap>,
};

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
kind: string,
};

/**
 * The posts of a unit.
 */
export type UnitQuota = { 
/**
 * The unit.
 */
unit: string, 
/**
 * Its name on the day, where an organisation was asked.
 */
name: Text | null, 
/**
 * What each measure adds to its weight.
 */
parts: Array<QuotaPart>, 
/**
 * Its weight: the sum of the parts, which add up to 1 over all units.
 */
weight: string, 
/**
 * Its exact share in the posts.
 */
quota: string, 
/**
 * Its exact share within the bounds of all units.
 */
bounded: string, 
/**
 * The least number of posts.
 */
least: number, 
/**
 * The greatest number of posts.
 */
most: number | null, 
/**
 * The posts that it gets; where a tie is open, those that it gets for certain.
 */
seats: number, 
/**
 * Whether one more post hangs on a tie that nothing settles.
 */
tied: boolean,
};

/**
 * What the draws of a study say of a unit.
 */
export type UnitRankSummary = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The exact mean of its ranks.
 */
mean: string, 
/**
 * The sum of its ranks over all draws.
 */
rank_sum: number, 
/**
 * The best rank of any draw.
 */
best: number, 
/**
 * The rank that the lower share of draws reach, 5 % unless another was asked for.
 */
low: number, 
/**
 * The median rank.
 */
median: number, 
/**
 * The rank that the upper share of draws reach, 95 % unless another was asked for.
 */
high: number, 
/**
 * The worst rank of any draw.
 */
worst: number, 
/**
 * In how many draws it is first.
 */
first: string,
};

/**
 * A rate or a mean of a unit, by its parts.
 */
export type UnitRate = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The numerator.
 */
numerator: string | number, 
/**
 * The denominator.
 */
denominator: string | number,
};

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
inferred?: boolean,
};

/**
 * What a unit and all within it come to on a day (汇总).
 */
export type UnitRollup = { 
/**
 * The key of the unit.
 */
unit: string, 
/**
 * The day.
 */
day: string, 
/**
 * How many units it is, itself and all within it.
 */
count: number, 
/**
 * Of how many of them the value is known.
 */
known: number, 
/**
 * The sum of the known values; none where none is known.
 */
sum: string | null, 
/**
 * The exact mean of the known values.
 */
mean: string | null, 
/**
 * Its share in the sum of what it lies within; none at the top, and where that sum is zero.
 */
share: string | null, 
/**
 * The least known value; none unless asked for.
 */
least: string | null, 
/**
 * The greatest known value; none unless asked for.
 */
most: string | null,
};

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
 * The total if every missing value had been the worst one, after vetoes; none where nothing is missing.
 */
worst_case: string | null, 
/**
 * Its rank in its peer group before ties are broken; none where the scheme does not rank, and in a peer group of
 * fewer units than it asks for.
 */
rank: number | null, 
/**
 * Its rank after the tie-break.
 */
rank_after_tie_break: number | null, 
/**
 * Under `ties = "average"` the mean of the places of those tied with it, after the tie-break.
 */
mean_rank: string | null, 
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
missing: number,
};

/**
 * What a unit was on a day.
 */
export type UnitState = { 
/**
 * Its name.
 */
name: Text, 
/**
 * The key of its kind.
 */
kind: string, 
/**
 * Its codes.
 */
codes: Array<CodeRecord>, 
/**
 * The key of the unit that it lay within.
 */
parent: string | null,
};

/**
 * A unit with a value.
 */
export type UnitValue = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The value, exactly.
 */
value: string, 
/**
 * Whether an inferred event leads there; left out where none does.
 */
inferred?: boolean,
};

/**
 * A column that holds values of units whose set does not read it.
 */
export type UnreadColumn = { 
/**
 * The set.
 */
set: string, 
/**
 * The column.
 */
column: string, 
/**
 * How many units have a value there.
 */
units: number,
};

/**
 * Who is awarded of those tied across the line.
 */
export type Unresolved = "none" | "all" | "lot";

/**
 * A column with a cost that was not searched.
 */
export type Unsearched = { 
/**
 * The column.
 */
column: string, 
/**
 * Why.
 */
why: UnsearchedWhy,
};

/**
 * Why a column was not searched.
 */
export type UnsearchedWhy = "missing" | "votes" | "no-direction" | "last-period" | "veto" | "denominator";

/**
 * A post that is not full on a day.
 */
export type Vacancy = { 
/**
 * The key of the post.
 */
post: string, 
/**
 * The unit that has it.
 */
unit: UnitName, 
/**
 * Its title.
 */
title: Text, 
/**
 * How many places are empty.
 */
places: number, 
/**
 * The first day of it, where it is recorded.
 */
since: string | null, 
/**
 * For how many days it has been so.
 */
days: number | null, 
/**
 * Who stands in reserve for it, counted.
 */
reserve: number,
};

/**
 * How a vacant seat is filled.
 */
export type VacancyDraft = { 
/**
 * In which way.
 */
fill: VacancyFill, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * In which way a vacant seat is filled.
 */
export type VacancyFill = "next-in-order" | "by-election" | "stays-open";

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
 * Whether a clause gives the chair a casting vote, where one was cast.
 */
casting?: Status, 
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
fewest_units: FewestUnits | null,
};

/**
 * What became of a record that was evaluated again.
 */
export type Verification = { 
/**
 * Whether everything agrees.
 */
ok: boolean, 
/**
 * What does not: `record`, `pack`, `calendar`, `facts`, `verdict`, and of other records what they name.
 */
differs: Array<Difference>, 
/**
 * The digest of the record, computed again.
 */
digest: string,
};

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
authority?: TextDraft, 
/**
 * `zero`: the key of the group whose points it takes, which bars no award; all points of the unit unless given.
 */
scope?: string,
};

/**
 * What VIKOR finds of each row; lower is better in all three.
 */
export type Vikor = { 
/**
 * The weighted distance from the best values, summed over the criteria: the good of most.
 */
s: Array<number>, 
/**
 * The largest of these distances: the regret of the one criterion.
 */
r: Array<number>, 
/**
 * `v` parts of S and `1 - v` parts of R, each from 0 for the best row to 1 for the worst; where all rows are equal in S (or R, within 10^-12 of the weights) that
 * part is 0.
 */
q: Array<number>,
};

/**
 * Whose voice an input is.
 */
export type Voice = "resident" | "unit";

/**
 * Inputs of one kind by whose voice they are.
 */
export type VoiceCount = { 
/**
 * The kind.
 */
kind: InputKind, 
/**
 * Residents'.
 */
residents: number, 
/**
 * Units'.
 */
units: number,
};

/**
 * What voids a meeting or an item.
 */
export type VoidView = { 
/**
 * The check that failed.
 */
check: string, 
/**
 * The clause that is not kept, if a clause decides.
 */
clause: string | null, 
/**
 * Where it stands.
 */
citation: Citation | null, 
/**
 * In words.
 */
text: Text,
};

/**
 * How a unit voted.
 */
export type Vote = "yes" | "no" | "abstain" | "absent";

/**
 * How votes are counted for a trigger.
 */
export type VoteBasis = "votes" | "weighted";

/**
 * A class of voters.
 */
export type VoterClassDraft = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name; the key unless given.
 */
label?: TextDraft, 
/**
 * Its weight among the classes that voted.
 */
weight: string | number,
};

/**
 * The votes of one name on valid ballots.
 */
export type VotesDraft = { 
/**
 * Whose.
 */
candidate: string, 
/**
 * For.
 */
yes: number, 
/**
 * Against.
 */
no: number,
};

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
developer_unsold?: boolean,
};

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
message: Text,
};

/**
 * Which weight makes the ranking vary.
 */
export type WeightSensitivity = { 
/**
 * The mean of the output.
 */
mean: number, 
/**
 * Its variance.
 */
variance: number, 
/**
 * How often the model was run.
 */
runs: number, 
/**
 * `criterion`; `first`, the share of the variance that goes when its weight alone is known; `total`, the share that stays when
 * every other is known; each with the interval from `_low` to `_high`.
 */
weights: Rows,
};

/**
 * A method that reads weights from the matrix itself (客观赋权).
 *
 * ```
 * use shequ::evaluation::methods::{Criterion, Direction, Matrix, Weighting};
 * // Zavadskas and Podvezko (2016): four criteria, the first and the third are costs.
 * let column = |key: &str, direction, values: [f64; 4]| Ok::<_, shequ::kernel::Error>(Criterion::new(key.parse()?, direction, values.to_vec()));
 * let matrix = Matrix::new(vec![
 *     column("a", Direction::Lower, [3.0, 2.5, 1.8, 2.2])?,
 *     column("b", Direction::Higher, [100.0, 80.0, 50.0, 70.0])?,
 *     column("c", Direction::Lower, [10.0, 8.0, 20.0, 12.0])?,
 *     column("d", Direction::Higher, [7.0, 5.0, 11.0, 9.0])?,
 * ])?;
 * let printed = |method: Weighting| {
 *     let weights = method.weights(&matrix)?;
 *     Ok::<_, shequ::kernel::Error>(weights.as_slice().iter().map(|w| format!("{w:.4}")).collect::<Vec<_>>().join(" "))
 * };
 * assert_eq!(printed(Weighting::Cilos)?, "0.3343 0.2199 0.1957 0.2501");
 * assert_eq!(printed("idocriw".parse()?)?, "0.1658 0.1885 0.3545 0.2911");
 * # Ok::<(), shequ::kernel::Error>(())
 * ```
 */
export type Weighting = "equal" | "standard-deviation" | "entropy" | "angle" | "critic" | "merec" | "cilos" | "idocriw" | "components" | "first-component";

/**
 * Whether points must sum to what is declared.
 */
export type Weights = "exact" | "relative";

/**
 * What a unit would have to change to reach a grade or a rank.
 */
export type WhatIfData = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The grade asked for; none where a rank was.
 */
grade: string | null, 
/**
 * The rank asked for; none where a grade was.
 */
rank: number | null, 
/**
 * How it stands now.
 */
now: Outcome, 
/**
 * Whether the goal is reached already.
 */
reached: boolean, 
/**
 * The vetoes that keep it from the goal whatever the values.
 */
barred_by: Array<string>, 
/**
 * For each column the smallest change of it alone.
 */
changes: Array<SmallestChange>,
};

/**
 * On which side of its anchor an event lies, and how far at least or at most.
 */
export type When = "at-least-before" | "at-most-before" | "at-least-after" | "at-most-after";

/**
 * What a candidate needs to win; without a share the most votes are enough.
 */
export type WinDraft = { 
/**
 * The share of yes.
 */
share?: WinShareDraft | null, 
/**
 * The clause that says so.
 */
clause?: string | null,
};

/**
 * A share of yes that a candidate needs.
 */
export type WinShareDraft = { 
/**
 * Of how many.
 */
base: PollBase, 
/**
 * Whether the share itself is enough.
 */
comparison: Comparison, 
/**
 * The share.
 */
share: string | number,
};

/**
 * A point that was drawn in to its neighbour.
 */
export type Winsorised = { 
/**
 * Its row, from 0.
 */
row: number, 
/**
 * The value before.
 */
from: number, 
/**
 * The value after.
 */
to: number,
};

/**
 * What each grid of a plan lies within.
 */
export type Within = "community";

/**
 * Where a relation is written, if not among the relations.
 */
export type Written = "parent" | "agreement";

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
worked?: Record<string, string[]>,
};

/**
 * Whether a full number of years is reached on the day itself on which they end, a birthday say.
 *
 * The Civil Code does not count the first day (art. 201) and lets the last run out (art. 203), so years are full from the
 * day after. Many local rules on elections count the birthday in. Where a clause says neither, the day itself is unknown.
 */
export type YearsFull = "on-the-day" | "day-after";
