"""
The compiled part of shequ; import `shequ` instead.
"""

from _typeshed import SupportsGetItem
from altair import LayerChart, VConcatChart
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from shequ._types import Answers, Days, FloatsByName, GeoLike, IntsByName, Numbers, PathLike, Plain, ProgressLike, TableLike, Texts
from typing import Any, Final, Literal, SupportsFloat, SupportsIndex, final

__all__ = ["__version__", "Activities", "ActivityCountRow", "ActivityCounts", "ActivityReceipt", "ActivityRecord", "Admission", "AffectedUnit", "Age", "AgendaItem", "Amounts", "Answer", "AnswerCounts", "AppealState", "Appraisal", "AppraisalReport", "Appraised", "Ask", "AwardMargin", "BallotKinds", "BestWorst", "BlockRow", "BoardEntry", "Boards", "Body", "BodyCheck", "BodyChoice", "BodyView", "BreakEven", "BreakEvenWeight", "Calendar", "CampaignState", "Campaigns", "Candidate", "Cascade", "CascadeCards", "Caution", "CellChange", "Cells", "ChairAttendance", "Change", "CharterField", "Cheapest", "Check", "Citation", "ClassBallot", "Clause", "ClauseChange", "ClauseDifference", "ClauseGap", "ClauseState", "ClauseVerdict", "Closeness", "Code", "ConferenceAttendance", "ConferenceRecord", "Consequence", "Consistency", "Consolidation", "ConsultationView", "Consultations", "Cooperation", "CostedChange", "CountRow", "CountedDay", "CoverageMatrix", "CoverageReport", "CoverageRow", "CriterionGap", "CriterionWeight", "Crosswalk", "CrosswalkCell", "Cut", "Dependence", "Description", "Diagram", "Diff", "DiffCounts", "Difference", "DifferenceRange", "Directory", "DirectoryCounts", "DirectoryView", "Dominance", "Dominates", "Doubt", "DueField", "Duel", "Duties", "DutyFinding", "DutyHolding", "DutyReport", "Elected", "Election", "ElectionCaution", "ElectionRecord", "ElectionResult", "ElectionRules", "ElectionTerm", "Electre", "Eligibility", "EligibilityClause", "EligibilityVerdict", "Entry", "Event", "EventRecord", "Evidence", "EvidenceLedger", "EvidenceReport", "ExactScore", "ExactTable", "ExactTotals", "Explanation", "Facts", "FewestUnits", "FilledCell", "Finding", "FiredTrigger", "Flows", "Fulfilment", "Gap", "GapPart", "GradeCount", "GradeVotes", "Grid", "GridCheck", "GroupSummary", "HeadCount", "HolderShare", "HoldingRecord", "HouseholdCount", "Index", "IndexCard", "IndexNode", "Indicator", "IndicatorRecord", "IndicatorSeries", "Inference", "Input", "Inputs", "InputsView", "JointCharter", "JointCharterView", "JointRoster", "LawChange", "LayerCell", "Layers", "LayersRow", "LayersView", "Ledger", "LedgerEffect", "LedgerRecord", "LetterGap", "LetterReport", "Letters", "Liaison", "LiaisonAlternative", "LiaisonPlan", "LiaisonService", "Line", "LineBlockMatrix", "Lineage", "LineageEnd", "LineageStep", "LintFinding", "Live", "Log", "LogBreak", "LogCheck", "Loss", "LotDraw", "Margin", "Match", "Meeting", "MeetingCheck", "MeetingRecord", "MeetingResult", "MeetingVote", "MethodDecision", "Movement", "MovementPart", "NearUnit", "NeedState", "NextStep", "NodeValue", "Noise", "NoteTopics", "Notes", "OfferState", "OfferSupply", "OfficerLoad", "OpenRow", "Opening", "Organisation", "Outcome", "Outranking", "OverdueAnswer", "Overview", "Owners", "Pack", "Packs", "Pairing", "Plan", "PlanCheck", "PlanFault", "PledgeCount", "PledgeState", "Poll", "PollCheck", "PostRecord", "PracticeSpread", "Practices", "Procedure", "ProcedureStep", "PublishedAppraisal", "PublishedClass", "Question", "QuotaPart", "QuotaPlan", "QuotaTie", "Quotas", "RankBound", "RankBounds", "RankCheck", "RankSample", "RateValue", "ReasonCount", "RecallAnswer", "Record", "Reexpressed", "ReexpressedRates", "RelationRecord", "Report", "ResourceBalance", "RetrospectiveReport", "Retrospectives", "RollAsk", "RollCheck", "RolledPart", "RolledUp", "Rollup", "RosterCounts", "RosterMember", "RosterPost", "Rules", "Scheme", "SchemeColumn", "SchemeSets", "SchemeWarning", "ScoreGap", "Scorecard", "ScreenedUnit", "SealedTexts", "SeatPriority", "SectorCoverage", "Sectors", "Selection", "SelectionStage", "SelectionState", "SeriesStep", "SetCards", "SetScore", "SetUpRow", "Shape", "Share", "Sharing", "Sides", "Sightings", "SmallestChange", "Snapshot", "SobolIndex", "SobolIndices", "SpreadReport", "Standards", "Standing", "Statistics", "StatusRecord", "Step", "StepBound", "StrayLetter", "Stretch", "Study", "Subject", "Succession", "Summary", "Superior", "Sweep", "Table", "TargetState", "Tenure", "TermComparison", "Territory", "TerritorySummary", "Text", "Tie", "TieDraw", "TierCell", "TierRow", "TierTable", "Timeline", "TopicCount", "Treated", "TreatedPoint", "TreatmentEntry", "Turnover", "UndecidedClause", "Unit", "UnitAttendance", "UnitChange", "UnitCommitment", "UnitDraw", "UnitEvidence", "UnitLevel", "UnitLists", "UnitName", "UnitQuota", "UnitRankSummary", "UnitRecord", "UnitRollup", "UnitScore", "UnitState", "UnitValue", "UnreadColumn", "Unsearched", "Vacancy", "Verdict", "Verification", "Vikor", "VoiceCount", "VoidReason", "WeightBox", "WeightDraws", "WeightSensitivity", "WhatIf", "Winsorised", "ahp_consistency", "ahp_weights", "award_margins", "benefit_of_doubt", "best_worst", "canonical", "choose_body", "commit_units", "copeland", "count_from", "decide", "decide_by", "digest", "draw_lot", "electre", "equal_weights", "exact_sum", "infer", "is_near_relative", "normalise", "open_unit", "point_weights", "promethee", "rank_bounds_chart", "rank_bounds_spec", "rank_order_centroid", "ranks", "roster_counts", "shared_holders", "sobol", "topsis", "treat", "verify", "verify_opening", "vikor", "weigh"]

__version__: Final[str]
"""
The version of this package, which is that of the Rust crate and of the npm package.
"""

@final
class Activities:
    """
    A register of activity records: it keeps a salted digest of each text, and the owner the key to it.
    """
    def __len__(self, /) -> int: ...
    def __new__(cls, key: str, /) -> Activities:
        """
        A register without records.
        """
    def __repr__(self, /) -> str: ...
    def check(self, /) -> LogCheck:
        """
        Verifies every link of the chain again.
        """
    def counts(self, /, since: date | str, until: date | str, *, threshold: SupportsIndex = ...) -> ActivityCounts:
        """
        How many records of a period there are by unit and kind, fit to be published.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Activities:
        """
        Reads a register from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Activities:
        """
        Reads a register from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Activities:
        """
        Reads a register from a JSON or TOML text.
        """
    def record(self, activity: Plain, /, text: str, *, salt: bytes | str | None = None) -> ActivityReceipt:
        """
        Records an activity, and gives its owner the receipt; the register keeps nothing of the text.

        ``activity`` is a dict with ``day``, ``post``, ``kind``, ``unit`` and perhaps ``answers``. A salt of 16 random bytes is drawn
        unless one is given.
        """
    @property
    def records(self, /) -> list[ActivityRecord]:
        """
        The records in their order; nothing of their texts.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document ``shequ.activities/1``.
        """
    def verify(self, receipt: ActivityReceipt, /) -> ActivityRecord:
        """
        Shows that a receipt is that of a record here; raises where it is not.
        """

@final
class ActivityCountRow:
    """
    A row of a published count of records.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def counts(self, /) -> list[int | None]:
        """
        The counts by kind; none where hidden.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> int | None:
        """
        Their sum; none where hidden.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class ActivityCounts:
    """
    How many records of a period there are by unit and kind, without small numbers.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def column_totals(self, /) -> list[int | None]:
        """
        The sums of columns; none where hidden.
        """
    def explain(self, /) -> Explanation:
        """
        The counts as they may be published.
        """
    @property
    def kinds(self, /) -> list[str]:
        """
        The columns.
        """
    @property
    def rows(self, /) -> list[ActivityCountRow]:
        """
        The rows in the order of units.
        """
    @property
    def since(self, /) -> date:
        """
        The first day.
        """
    @property
    def threshold(self, /) -> int:
        """
        Counts below this are hidden.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> int | None:
        """
        The sum of all; none where hidden.
        """
    @property
    def until(self, /) -> date:
        """
        The first day after it.
        """

@final
class ActivityReceipt:
    """
    The key to one activity record: for its owner only; its ``repr`` shows neither text nor salt.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_dict(obj: Plain, /) -> ActivityReceipt:
        """
        Reads a receipt from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> ActivityReceipt:
        """
        Reads a receipt from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> ActivityReceipt:
        """
        Reads a receipt from a JSON or TOML text.
        """
    @property
    def seq(self, /) -> int:
        """
        The number of the record.
        """
    @property
    def text(self, /) -> str:
        """
        The text.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document ``shequ.receipt/1`` with text and salt: for the owner.
        """

@final
class ActivityRecord:
    """
    What a register shows of a record: nothing of its text.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def answers(self, /) -> int | None:
        """
        The record that it answers.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    @property
    def kind(self, /) -> str:
        """
        What it is about.
        """
    @property
    def seq(self, /) -> int:
        """
        Its number.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class Admission:
    """
    Who may stand; the others are counted and not named, and no reason is kept.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def admitted(self, /) -> list[str]:
        """
        Those who meet every clause, in the order given.
        """
    @property
    def open(self, /) -> int:
        """
        How many fail none, and for whom one is not known.
        """
    @property
    def refused(self, /) -> int:
        """
        How many fail one.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class AffectedUnit:
    """
    A unit before and after.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> UnitScore:
        """
        After.
        """
    @property
    def before(self, /) -> UnitScore:
        """
        Before.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit's key.
        """

@final
class Age:
    """
    The ages of a group, in years.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def basis(self, /) -> str:
        """
        How an age is reckoned: ``calendar-years``.
        """
    @property
    def counted(self, /) -> int:
        """
        How many heads went in.
        """
    @property
    def least(self, /) -> int | None:
        """
        The youngest.
        """
    @property
    def mean(self, /) -> Fraction | None:
        """
        The exact mean; None where no year of birth is known.
        """
    @property
    def most(self, /) -> int | None:
        """
        The oldest.
        """
    @property
    def rounded(self, /) -> Decimal | None:
        """
        The mean with one decimal, a half up.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit of measure: ``years``.
        """
    @property
    def unknown(self, /) -> int:
        """
        Heads whose year of birth is not known.
        """

@final
class AgendaItem:
    """
    What became of an item of the agenda.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def adopted(self, /) -> list[str]:
        """
        The amendments that were adopted, in the order of the votes.
        """
    @property
    def checks(self, /) -> list[MeetingCheck]:
        """
        What is asked of the item beside its vote.
        """
    @property
    def fallen(self, /) -> list[str]:
        """
        The amendments that fell because another was adopted.
        """
    @property
    def item(self, /) -> str:
        """
        The item.
        """
    @property
    def label(self, /) -> Text:
        """
        What it is about.
        """
    @property
    def missing(self, /) -> list[str]:
        """
        The least facts that are still needed, by their paths in the document.
        """
    @property
    def motion(self, /) -> Text | None:
        """
        The motion as it was voted on in the end.
        """
    @property
    def polls(self, /) -> list[MeetingVote]:
        """
        The votes, in the order in which they were taken.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Whether it is decided: the meeting, the checks and the vote on the motion all met.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def void(self, /) -> list[VoidReason]:
        """
        What voids this item alone.
        """

@final
class Amounts:
    """
    One exact number for each unit, or none, ready to be added up on any day.
    """

@final
class Answer:
    """
    What a clause says on a day, or why that is not known.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def cautions(self, /) -> list[Caution]:
        """
        What a reader must know beside it: ``undated``, ``excerpt``, ``secondary``, ``law-changed``.
        """
    @property
    def citation(self, /) -> Citation | None:
        """
        Where it stands, and how surely it is known.
        """
    @property
    def clause(self, /) -> str:
        """
        The clause that was asked.
        """
    @property
    def content(self, /) -> Any | None:
        """
        What it says as data; also given where it is known only second-hand.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        The answer with its article.
        """
    @property
    def label(self, /) -> Text | None:
        """
        What the clause is about.
        """
    @property
    def note(self, /) -> Text | None:
        """
        What a reader should know beside it.
        """
    @property
    def pack(self, /) -> str | None:
        """
        The pack it comes from.
        """
    @property
    def read_on(self, /) -> date | None:
        """
        The day on which that pack's texts were read.
        """
    @property
    def reason(self, /) -> str | None:
        """
        Why it is not known: ``unread``, ``secondary``, ``undated``, ``superseded``, ``silent``, ``not-in-force`` or
        ``period-uncertain``.
        """
    @property
    def says(self, /) -> Text:
        """
        The answer, or why there is none, in words.
        """
    @property
    def since(self, /) -> str | None:
        """
        The first day of this version.
        """
    @property
    def status(self, /) -> str:
        """
        ``known``, or ``unknown``: not well enough to decide by.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def until(self, /) -> str | None:
        """
        The first day after this version.
        """

@final
class AnswerCounts:
    """
    How many answers stand how on a day, which add up.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def all(self, /) -> int:
        """
        All that came by the day.
        """
    @property
    def in_time(self, /) -> int:
        """
        Answered in time.
        """
    @property
    def late(self, /) -> int:
        """
        Answered late.
        """
    @property
    def open(self, /) -> int:
        """
        Not answered, and not due.
        """
    @property
    def overdue(self, /) -> int:
        """
        Not answered, and overdue.
        """
    @property
    def rate(self, /) -> Fraction | None:
        """
        Answered in time, of those that were answered or are overdue.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unknown(self, /) -> int:
        """
        Those whose day cannot be counted.
        """

@final
class AppealState:
    """
    An appeal and what became of it by a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def answer(self, /) -> int | None:
        """
        The number of the record that answered it.
        """
    @property
    def day(self, /) -> date:
        """
        The day on which it was made.
        """
    @property
    def deadline(self, /) -> date | None:
        """
        The last day on which it is to be decided.
        """
    @property
    def seq(self, /) -> int:
        """
        The number of its record.
        """
    @property
    def state(self, /) -> str:
        """
        ``open``, ``overdue``, ``upheld``, ``dismissed`` or ``withdrawn``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class Appraisal:
    """
    An appraisal with its ballots (民主评议): four grades and abstention, classes of voters, turnout, triggers.
    """
    def __repr__(self, /) -> str: ...
    @property
    def day(self, /) -> date | None:
        """
        The day of the count, if it is stated.
        """
    def explain(self, subject: str, /) -> Explanation:
        """
        Why a subject has its score, and why each trigger fired or not. Raises ``SchemeError``: ``unknown-subject``.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Appraisal:
        """
        Reads an appraisal from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Appraisal:
        """
        Reads an appraisal from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Appraisal:
        """
        Reads an appraisal from a JSON or TOML text.
        """
    def published(self, /) -> list[PublishedAppraisal]:
        """
        What may be published: the votes of all, and by class where it has enough voters.
        """
    def report(self, /) -> AppraisalReport:
        """
        The result for those who count: every class is shown, however small it is.
        """
    @property
    def subject(self, /) -> str:
        """
        What is appraised: ``unit``, ``post`` or ``service``.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is called.
        """

@final
class AppraisalReport:
    """
    What an appraisal found, for those who count: the classes are shown however small they are.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def subject(self, /) -> str:
        """
        What was appraised.
        """
    @property
    def subjects(self, /) -> list[Appraised]:
        """
        Each subject, as the document lists them.
        """
    @property
    def title(self, /) -> Text:
        """
        The appraisal.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Appraised:
    """
    What an appraisal found of one subject.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def abstained(self, /) -> int:
        """
        How many abstained.
        """
    @property
    def cast(self, /) -> int:
        """
        How many voted, abstentions included.
        """
    @property
    def classes(self, /) -> list[ClassBallot]:
        """
        The classes in the order of the document.
        """
    @property
    def entitled(self, /) -> int:
        """
        How many might vote.
        """
    @property
    def grades(self, /) -> list[GradeVotes]:
        """
        The four grades from the best to the worst.
        """
    @property
    def key(self, /) -> str:
        """
        Its key.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def quorum(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Whether the turnout is enough: if not, there is no score and no trigger fires.
        """
    @property
    def score(self, /) -> Decimal | None:
        """
        The marks by the weights of the classes that voted, out of 100.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def triggers(self, /) -> list[FiredTrigger]:
        """
        The triggers in the order of the document.
        """
    @property
    def turnout(self, /) -> Fraction | None:
        """
        Those who voted of those entitled; None where nobody was.
        """

@final
class Ask:
    """
    A fact that is still needed.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def label(self, /) -> Text:
        """
        What is asked.
        """
    @property
    def path(self, /) -> str:
        """
        Its path: ``person.born``, ``days.poll``, ``answers.`` and a clause.
        """
    @property
    def sensitive(self, /) -> bool:
        """
        Whether it is a sensitive fact: answer it in the call, for that one clause.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class AwardMargin:
    """
    The award line of a peer group: the least total with an award and the greatest without.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def explain(self, /) -> Explanation:
        """
        Why: the two units at the line and their totals.
        """
    @property
    def first_out(self, /) -> NearUnit | None:
        """
        The first eligible unit out; none where every eligible unit is awarded.
        """
    @property
    def gap(self, /) -> Fraction | None:
        """
        How far they are apart; below zero where a tie-break or a lot reversed them, none where one of them is none.
        """
    @property
    def group(self, /) -> str | None:
        """
        The peer group; none where there are none.
        """
    @property
    def is_thin(self, /) -> bool:
        """
        Whether an award that is given, or one that is not, rests on less than the margin: the warning.
        """
    @property
    def last_in(self, /) -> NearUnit | None:
        """
        The last unit in, by total and then by key; none without awards.
        """
    @property
    def least(self, /) -> Decimal | None:
        """
        The least total that an award needs; none where any total will do.
        """
    @property
    def margin(self, /) -> Decimal:
        """
        The margin that was asked for.
        """
    @property
    def near(self, /) -> list[NearUnit]:
        """
        The units that less than the margin would take across the line, the best first.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class BallotKinds:
    """
    The ballots of a poll by kind; the four add up to those counted.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def blank(self, /) -> int:
        """
        Blank: they abstain from all.
        """
    @property
    def marked(self, /) -> int:
        """
        Valid and not blank.
        """
    @property
    def over_full(self, /) -> int:
        """
        Void for too many names, or too few where exactly as many as seats are asked.
        """
    @property
    def spoiled(self, /) -> int:
        """
        Void for another reason.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class BestWorst:
    """
    The weights of the best-worst method with what they leave open.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def consistency_ratio(self, /) -> float | None:
        """
        The deviation over the largest possible one; only under the non-linear model.
        """
    @property
    def deviation(self, /) -> float:
        """
        The largest deviation that cannot be avoided.
        """
    @property
    def input_ratio(self, /) -> float:
        """
        The largest contradiction of the comparisons themselves, from 0 to 1.
        """
    @property
    def intervals(self, /) -> list[tuple[float, float]]:
        """
        The least and the greatest weight of each criterion among all that deviate as little.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def weights(self, /) -> list[float]:
        """
        The weights: the centres of the intervals, scaled to a sum of one.
        """

@final
class BlockRow:
    """
    How the bodies of one block are led.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def block(self, /) -> UnitName:
        """
        The area.
        """
    @property
    def block_first(self, /) -> Fraction | None:
        """
        Bodies whose first superior is of the block itself (以块为主), of all.
        """
    @property
    def bodies(self, /) -> int:
        """
        The bodies in it that something leads.
        """
    @property
    def fragmentation(self, /) -> Fraction | None:
        """
        The fragmentation index; None where nothing is led.
        """
    @property
    def led(self, /) -> list[int]:
        """
        For each line the bodies that it leads, in the order of the lines.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class BoardEntry:
    """
    An entry of an honour board.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def key(self, /) -> str:
        """
        The entry.
        """
    @property
    def kind(self, /) -> str:
        """
        ``post`` or ``unit``.
        """
    @property
    def reason(self, /) -> Text:
        """
        What for.
        """
    @property
    def since(self, /) -> date:
        """
        Since when, ``from`` in the plain form.
        """
    @property
    def subject(self, /) -> str:
        """
        The post or the unit.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Boards:
    """
    An honour board (先锋榜、荣誉榜): posts and units that agreed, never persons.
    """
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_dict(obj: Plain, /) -> Boards:
        """
        Reads an honour board from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Boards:
        """
        Reads an honour board from a JSON or TOML file.
        """
    def on(self, day: date | str, /) -> list[BoardEntry]:
        """
        The entries of a day, in the order of the document.
        """
    @staticmethod
    def parse(text: str, /) -> Boards:
        """
        Reads an honour board from a JSON or TOML text.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is called.
        """

@final
class Body:
    """
    A body and how it is composed, ``shequ.body/1``. Members are counted and not listed.
    """
    def at(self, rules: Rules, /) -> BodyView:
        """
        Whether it is composed as it must be, by the rules of a day.

        Raises ``PackError`` (``unknown-question``, ``unknown-clause``), ``ParticipationError``.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Body:
        """
        Reads a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Body:
        """
        Reads a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Body:
        """
        Reads a JSON or TOML text.
        """

@final
class BodyCheck:
    """
    One check of a body.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def cautions(self, /) -> list[Caution]:
        """
        What a reader must know of its clause.
        """
    @property
    def check(self, /) -> str:
        """
        What is checked: a clause, or ``seats``, ``groups``, ``incompatible``.
        """
    @property
    def citation(self, /) -> Citation | None:
        """
        Where it stands.
        """
    @property
    def found(self, /) -> Text | None:
        """
        Both sides, or what was found.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def margin(self, /) -> int | None:
        """
        The least change of its own number that flips it.
        """
    @property
    def reason(self, /) -> str | None:
        """
        Why it decides nothing.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Its answer.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class BodyChoice:
    """
    The kind of body that fits a number, and by which rule.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def allowed(self, /) -> str | None:
        """
        The numbers that the rule allows, such as ``3-50``.
        """
    @property
    def citation(self, /) -> Citation | None:
        """
        Where it stands: a clause, or a default of the library, which is marked so.
        """
    def explain(self, /) -> Explanation:
        """
        Where it comes from, as a tree.
        """
    @property
    def kind(self, /) -> str | None:
        """
        The key of the kind; None where the number is too small for any.
        """
    @property
    def label(self, /) -> Text | None:
        """
        Its name.
        """
    @property
    def members(self, /) -> int:
        """
        The number.
        """
    @property
    def rule(self, /) -> str | None:
        """
        The rule that says so.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class BodyView:
    """
    Whether a body is composed as it must be.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def advisory(self, /) -> bool:
        """
        Whether its outcome advises and does not bind.
        """
    @property
    def body(self, /) -> str:
        """
        The body.
        """
    @property
    def cautions(self, /) -> list[Caution]:
        """
        What a reader must know beside the answer.
        """
    @property
    def checks(self, /) -> list[BodyCheck]:
        """
        Each check.
        """
    @property
    def day(self, /) -> date:
        """
        The day whose rules decided.
        """
    def explain(self, /) -> Explanation:
        """
        Why.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def layer(self, /) -> str:
        """
        What it is for.
        """
    @property
    def missing(self, /) -> list[str]:
        """
        The facts that are still needed, by path.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Met if every check is.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class BreakEven:
    """
    How firmly one unit stands before another.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def criteria(self, /) -> list[BreakEvenWeight]:
        """
        Criterion by criterion, in their order.
        """
    @property
    def difference(self, /) -> Fraction:
        """
        The first's score less the second's.
        """
    def explain(self, /) -> Explanation:
        """
        Why: the equation of each criterion.
        """
    @property
    def first(self, /) -> str:
        """
        The unit.
        """
    @property
    def nearest(self, /) -> str | None:
        """
        The criterion whose share needs to move least; none where none will do.
        """
    @property
    def second(self, /) -> str:
        """
        The unit that it is compared with.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class BreakEvenWeight:
    """
    What the weight of one criterion would have to be for two units to swap.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def change(self, /) -> Fraction | None:
        """
        By how much the share must move.
        """
    @property
    def criterion(self, /) -> str:
        """
        The criterion.
        """
    @property
    def gap(self, /) -> Fraction:
        """
        The first's value less the second's, as it counts.
        """
    @property
    def gap_of_others(self, /) -> Fraction | None:
        """
        The same of the mean of all other criteria by their weights; none where these have no weight.
        """
    @property
    def level_at(self, /) -> Fraction | None:
        """
        The share at which the two are level; none where no share from 0 to 1 does it.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def weight(self, /) -> Fraction:
        """
        Its share now.
        """

@final
class Calendar:
    """
    The working days of a run of years; ``Calendar.cn()`` is that of mainland China, 2004 to 2026.

    A day outside its years is an error, never a guess.
    """
    def __repr__(self, /) -> str: ...
    def add_working_days(self, day: date | str, days: SupportsIndex, /) -> date:
        """
        The n-th working day after a day, or before it for a negative number; the day itself for zero.
        """
    @staticmethod
    def cn() -> Calendar:
        """
        The calendar of mainland China, 2004 to 2026, from the yearly notices of the State Council.
        """
    def digest(self, start: date | str, until: date | str, /) -> str:
        """
        The digest of which days from a day to the day before another are worked: the same of two calendars that count alike there.
        """
    def explain(self, day: date | str, /) -> Explanation:
        """
        Why a day is worked or not.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Calendar:
        """
        Reads a calendar from a dict.
        """
    def holiday(self, day: date | str, /) -> Text | None:
        """
        The holiday that a day is off for, if it is.
        """
    def is_working(self, day: date | str, /) -> bool:
        """
        Whether people work on a day.
        """
    @property
    def key(self, /) -> str:
        """
        Its key.
        """
    def kind(self, day: date | str, /) -> str:
        """
        What a day is: ``working``, ``weekend``, ``holiday`` or ``make-up``.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @staticmethod
    def load(path: PathLike, /) -> Calendar:
        """
        Reads a calendar from a JSON or TOML file.
        """
    def next_working(self, day: date | str, /) -> date:
        """
        The first working day after a day.
        """
    def on_or_after(self, day: date | str, /) -> date:
        """
        The day itself if it is worked, else the next that is: where a time limit ends (Civil Code, art. 203).
        """
    @staticmethod
    def parse(text: str, /) -> Calendar:
        """
        Reads a calendar from a JSON or TOML text.
        """
    def working_days_between(self, start: date | str, until: date | str, /) -> int:
        """
        The working days from a day to the day before another; negative where the other is earlier.
        """
    @property
    def years(self, /) -> tuple[int, int]:
        """
        The first and the last year that it covers.
        """

@final
class CampaignState:
    """
    A campaign as of a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def explain(self, /) -> Explanation:
        """
        The targets with what was brought.
        """
    @property
    def key(self, /) -> str:
        """
        The campaign.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def late(self, /) -> int:
        """
        How many phases were done after they were due.
        """
    @property
    def overdue(self, /) -> list[str]:
        """
        The phases that are due and not done: ``arrange``, ``inspect``, ``reward``.
        """
    @property
    def state(self, /) -> str:
        """
        ``planned``, ``running`` or ``ended``.
        """
    @property
    def targets(self, /) -> list[TargetState]:
        """
        Its targets.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> int:
        """
        How many units take part.
        """

@final
class Campaigns:
    """
    Campaigns with targets and phases (五民工程、精品社区).
    """
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_dict(obj: Plain, /) -> Campaigns:
        """
        Reads a register of campaigns from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Campaigns:
        """
        Reads a register of campaigns from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Campaigns:
        """
        Reads a register of campaigns from a JSON or TOML text.
        """
    def states(self, day: date | str, /) -> list[CampaignState]:
        """
        Each campaign as of a day, in the order of the document.
        """
    @property
    def title(self, /) -> Text:
        """
        What they are called.
        """

@final
class Candidate:
    """
    One name in a poll.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def abstain(self, /) -> int:
        """
        Neither, on valid ballots.
        """
    @property
    def candidate(self, /) -> str:
        """
        Who, by key.
        """
    @property
    def no(self, /) -> int:
        """
        Against.
        """
    @property
    def outcome(self, /) -> str:
        """
        ``elected``, ``not-elected``, ``tied`` or ``unknown``.
        """
    @property
    def place(self, /) -> int:
        """
        The place by the order of the rules; those who tie share one.
        """
    @property
    def place_margin(self, /) -> int | None:
        """
        The least number of yes to cross the line of the last seat; none where nobody stands on its other side.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def win(self, /) -> PollCheck:
        """
        The win test.
        """
    @property
    def write_in(self, /) -> bool:
        """
        Whether it was written in.
        """
    @property
    def yes(self, /) -> int:
        """
        For.
        """

@final
class Cascade:
    """
    Evaluations of several layers (区考街、街考社区), where those above take values from the totals below.
    """
    def __repr__(self, /) -> str: ...
    def evaluate(self, tables: dict[str, TableLike], /) -> CascadeCards:
        """
        Evaluates every stage, those below first; the units lie in each other as the document says.

        ``tables`` is a dict from stages to tables, each as ``Scheme.evaluate`` reads it, without the columns that are rolled up;
        that of a stage below has the column of weights, where one is named. Raises ``SchemeError``.
        """
    def evaluate_in(self, tables: dict[str, TableLike], snapshot: Snapshot, /) -> CascadeCards:
        """
        The same, where units lie in each other as in an organisation on a day.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Cascade:
        """
        Reads a cascade from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Cascade:
        """
        Reads a cascade from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Cascade:
        """
        Reads a cascade from a JSON or TOML text.
        """
    @property
    def stages(self, /) -> list[tuple[str, Scheme]]:
        """
        The keys of the stages with their schemes, in the order of the document.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is called.
        """

@final
class CascadeCards:
    """
    What a cascade found: a scorecard for each stage.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def card(self, stage: str, /) -> Scorecard:
        """
        The scorecard of a stage. Raises ``SchemeError``: ``unknown-stage``.
        """
    @property
    def digest(self, /) -> str:
        """
        The digest of the scorecards of all stages.
        """
    def explain(self, stage: str, unit: str, /) -> Explanation:
        """
        Why a unit has its total, with the units below under the indicators that come from them.
        """
    @property
    def rolled(self, /) -> list[RolledUp]:
        """
        What was rolled up, with the units below.
        """
    @property
    def stages(self, /) -> list[str]:
        """
        The keys of the stages in the order of the document.
        """

@final
class Caution:
    """
    What a reader must know beside an answer.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def clause(self, /) -> str | None:
        """
        The clause it concerns.
        """
    @property
    def code(self, /) -> str:
        """
        A stable word for it.
        """
    @property
    def text(self, /) -> Text:
        """
        The words.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class CellChange:
    """
    A new value for a cell of the table.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def column(self, /) -> str:
        """
        The column as in the table; of a rate one of its two counts.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def value(self, /) -> Decimal | None:
        """
        The value, for a veto 1 or 0; None takes the value away.
        """

@final
class Cells:
    """
    Values of units, ``shequ.cells/1``: rows with one column for each number that a scheme reads.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @staticmethod
    def from_dict(obj: Plain, /) -> Cells:
        """
        Reads the values from a dict; its ``rows`` may be any data frame.
        """
    @staticmethod
    def load(path: PathLike, /) -> Cells:
        """
        Reads the values from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Cells:
        """
        Reads the values from a JSON or TOML text.
        """
    def table(self, /) -> Table:
        """
        The rows as a table.
        """

@final
class ChairAttendance:
    """
    How many came when the holder of a post took the chair.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def attended(self, /) -> int:
        """
        How many of the invited came.
        """
    @property
    def conferences(self, /) -> int:
        """
        Conferences.
        """
    @property
    def invited(self, /) -> int:
        """
        Invitations to these.
        """
    @property
    def post(self, /) -> str | None:
        """
        The post; none where no chair is on record.
        """
    @property
    def rate(self, /) -> Fraction | None:
        """
        The one over the other.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Change:
    """
    A change of a share or a mean, with its unit of measure.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def exact(self, /) -> Fraction | None:
        """
        The exact difference; None where one side is not known.
        """
    @property
    def rounded(self, /) -> Decimal | None:
        """
        With two decimals, a half up.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit of measure: ``years`` or ``percentage-points``.
        """

@final
class CharterField:
    """
    A principle or a goal of a charter.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def field(self, /) -> str:
        """
        Its path.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Met if the charter has it; not met if it says the contrary; unknown if it does not say.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Cheapest:
    """
    The cheapest set of changes that reaches a grade or a rank.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def changes(self, /) -> list[CostedChange] | None:
        """
        The changes; None where no changes of the columns with costs reach the goal.
        """
    @property
    def cost(self, /) -> Decimal | None:
        """
        What they cost together.
        """
    def explain(self, /) -> Explanation:
        """
        The changes with their costs, which add up, and whether that is proven.
        """
    @property
    def grade(self, /) -> str | None:
        """
        The grade asked for; None where a rank was.
        """
    @property
    def proven(self, /) -> bool:
        """
        Whether it is proven that nothing cheaper reaches the goal, or that nothing does.
        """
    @property
    def rank(self, /) -> int | None:
        """
        The rank asked for; None where a grade was.
        """
    @property
    def then(self, /) -> Outcome:
        """
        How it stands then; as now where the goal is out of reach.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def unsearched(self, /) -> list[Unsearched]:
        """
        Columns with a cost that were not searched, and why.
        """

@final
class Check:
    """
    One rule as it was checked.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def citation(self, /) -> Citation | None:
        """
        Where that stands.
        """
    @property
    def clause(self, /) -> str | None:
        """
        The clause that gives its number.
        """
    @property
    def kind(self, /) -> str | None:
        """
        The kind of unit that it was checked for, where a clause belongs to one kind.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def missing(self, /) -> list[str]:
        """
        The keys of those for which facts are missing or dates leave it open.
        """
    @property
    def rule(self, /) -> str:
        """
        The rule.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        ``met``, ``notMet``, or ``unknown`` where the clause was not read or facts are missing.
        """
    @property
    def subjects(self, /) -> int:
        """
        How many units, posts, holdings or statements were looked at.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def violations(self, /) -> int:
        """
        How many violations were found.
        """

@final
class Citation:
    """
    Where a rule stands: instrument, article, and how surely its text is known.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def article(self, /) -> str:
        """
        The article, paragraph and item, as cited.
        """
    @property
    def certainty(self, /) -> str:
        """
        ``text`` read in full, ``excerpt``, ``secondary`` or ``unread``.
        """
    @property
    def instrument(self, /) -> Text:
        """
        The law, regulation, charter or scheme.
        """
    def render(self, /, lang: Literal["zh", "en"] = ...) -> str:
        """
        The citation in a language, its certainty named unless the text was read in full.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form.
        """

@final
class ClassBallot:
    """
    The ballots of a class.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def abstained(self, /) -> int:
        """
        Abstentions.
        """
    @property
    def class_(self, /) -> str:
        """
        The class, ``class`` in the plain form.
        """
    @property
    def entitled(self, /) -> int:
        """
        How many might vote.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def mean(self, /) -> Fraction | None:
        """
        The mean mark; None where only abstainers voted.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def votes(self, /) -> list[int]:
        """
        Votes for excellent, competent, basic and incompetent.
        """

@final
class Clause:
    """
    One version of a clause.
    """
    def __repr__(self, /) -> str: ...
    @property
    def certainty(self, /) -> str:
        """
        How surely its text is known: ``text``, ``excerpt``, ``secondary`` or ``unread``.
        """
    @property
    def citation(self, /) -> Citation:
        """
        Where it stands.
        """
    @property
    def content(self, /) -> Any:
        """
        What it says, as data.
        """
    @property
    def id(self, /) -> str:
        """
        Its name; versions of one clause share it.
        """
    @property
    def label(self, /) -> Text:
        """
        What it is about.
        """
    @property
    def note(self, /) -> Text | None:
        """
        What a reader should know beside it.
        """
    @property
    def says(self, /) -> Text:
        """
        What it says, in words.
        """
    @property
    def since(self, /) -> str | None:
        """
        The first day of this version.
        """
    @property
    def until(self, /) -> str | None:
        """
        The first day after this version.
        """

@final
class ClauseChange:
    """
    A clause that is another on the second day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> ClauseState | None:
        """
        What it is; None where there is none.
        """
    @property
    def alone(self, /) -> bool:
        """
        Whether the second day's answer would be the first day's if this clause alone had not changed.
        """
    @property
    def before(self, /) -> ClauseState | None:
        """
        What it was; None where there was none.
        """
    @property
    def clause(self, /) -> str:
        """
        Its name.
        """
    @property
    def kinds(self, /) -> list[str]:
        """
        What changed: ``came-into-force``, ``ended``, ``superseded``, ``content``, ``citation``, ``certainty``, ``asked`` or
        ``not-asked``.
        """
    @property
    def label(self, /) -> Text:
        """
        What it is about.
        """
    @property
    def superseded_by(self, /) -> list[str]:
        """
        The clauses that took its place.
        """
    @property
    def text(self, /) -> Text:
        """
        In words.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def turned(self, /) -> bool:
        """
        Whether its own answer differs.
        """

@final
class ClauseDifference:
    """
    A clause that says something else than the rules that cite it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def clause(self, /) -> str:
        """
        The clause.
        """
    @property
    def rules(self, /) -> Text:
        """
        What the rules say.
        """
    @property
    def says(self, /) -> Text:
        """
        What it says.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class ClauseGap:
    """
    A run of days on which a clause decides nothing.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def clause(self, /) -> str:
        """
        The clause.
        """
    @property
    def reason(self, /) -> str:
        """
        Why it decides nothing.
        """
    @property
    def since(self, /) -> date:
        """
        The first day.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def until(self, /) -> date:
        """
        The first day after.
        """

@final
class ClauseState:
    """
    A clause on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def citation(self, /) -> Citation:
        """
        Where it stands, and how surely it is known.
        """
    @property
    def pack(self, /) -> str:
        """
        The pack that it is from.
        """
    @property
    def reason(self, /) -> str | None:
        """
        Why it decides nothing, where it does not.
        """
    @property
    def says(self, /) -> Text:
        """
        What it says.
        """
    @property
    def sides(self, /) -> str | None:
        """
        Both sides of it, written out.
        """
    @property
    def since(self, /) -> str | None:
        """
        The first day of this version.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Its answer.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def until(self, /) -> str | None:
        """
        The first day after this version.
        """

@final
class ClauseVerdict:
    """
    One clause of a verdict.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def citation(self, /) -> Citation | None:
        """
        Where it stands.
        """
    @property
    def clause(self, /) -> str:
        """
        Its name.
        """
    @property
    def found(self, /) -> Text | None:
        """
        What was found, in words, if it is no threshold of votes.
        """
    @property
    def label(self, /) -> Text:
        """
        What it is about.
        """
    @property
    def margins(self, /) -> list[Margin]:
        """
        The least changes that flip it.
        """
    @property
    def reason(self, /) -> str | None:
        """
        Why it has none.
        """
    @property
    def sides(self, /) -> Sides | None:
        """
        Both sides, if it is a threshold that is known.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Its answer.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Closeness:
    """
    What TOPSIS (逼近理想解排序法) finds of each row.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def closeness(self, /) -> list[float]:
        """
        The one as a share of both: 1 where every criterion is best, 0 where every one is worst.
        """
    @property
    def to_best(self, /) -> list[float]:
        """
        The distance from the best value of every criterion.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def to_worst(self, /) -> list[float]:
        """
        The distance from the worst value of every criterion.
        """

@final
class Code:
    """
    A code with its scheme.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        The code.
        """
    @property
    def scheme(self, /) -> str:
        """
        The scheme.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class ConferenceAttendance:
    """
    Attendance at conferences of a period (到会情况).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def attended(self, /) -> int:
        """
        How many of the invited came.
        """
    @property
    def chairs(self, /) -> list[ChairAttendance]:
        """
        By the post in the chair.
        """
    @property
    def conferences(self, /) -> int:
        """
        Conferences.
        """
    def explain(self, /) -> Explanation:
        """
        Those who came add up by unit; beside them the rate under each chair.
        """
    @property
    def invited(self, /) -> int:
        """
        Invitations.
        """
    @property
    def rate(self, /) -> Fraction | None:
        """
        The one over the other.
        """
    @property
    def series(self, /) -> str | None:
        """
        The series; none for all.
        """
    @property
    def since(self, /) -> date:
        """
        The first day.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> list[UnitAttendance]:
        """
        By unit, in the order of keys.
        """
    @property
    def until(self, /) -> date:
        """
        The first day after it.
        """

@final
class ConferenceRecord:
    """
    A body that meets: who convenes it, who belongs to it, by what charter, and how it keeps to its cadence.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def charter(self, /) -> Text | None:
        """
        The title of its charter.
        """
    @property
    def convenors(self, /) -> list[UnitName]:
        """
        Who convenes it, by their keys.
        """
    @property
    def due(self, /) -> date | None:
        """
        The last day on which the next session keeps to the charter: that of the month, quarter or year now running, or of
        the next where it has met in this one.
        """
    @property
    def every(self, /) -> str | None:
        """
        How often it meets at least, by its charter.
        """
    @property
    def last(self, /) -> date | None:
        """
        The last session by the day.
        """
    @property
    def members(self, /) -> list[UnitName]:
        """
        Who belongs to it, by their keys.
        """
    @property
    def sessions(self, /) -> int:
        """
        How often it met by the day.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The body.
        """

@final
class Consequence:
    """
    What follows if a step is not done in time.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def clause(self, /) -> str | None:
        """
        The clause that says so.
        """
    @property
    def text(self, /) -> Text:
        """
        In words.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Consistency:
    """
    How far judgements in pairs contradict each other.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def acceptable(self, /) -> bool:
        """
        Whether the ratio is at most 0.1.
        """
    @property
    def index(self, /) -> float:
        """
        The consistency index.
        """
    @property
    def lambda_max(self, /) -> float:
        """
        The principal eigenvalue: the number of criteria where nothing contradicts.
        """
    @property
    def ratio(self, /) -> float:
        """
        The consistency ratio (一致性比例).
        """
    @property
    def table(self, /) -> str:
        """
        The table of random indices: ``saaty`` or ``tummala-ling``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def warning(self, /) -> Text | None:
        """
        What to say of judgements that contradict each other more than that; None of others.
        """

@final
class Consolidation:
    """
    The merges of a period in total: how many units became how many, and that nothing counted was lost.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> Fraction:
        """
        The sum over the targets after, less what those that went on had before, or else as it flowed in.
        """
    @property
    def before(self, /) -> Fraction:
        """
        The sum over the sources before, as stated, or else as it flowed out of them.
        """
    @property
    def conserved(self, /) -> int:
        """
        Merges that counted it and state the counts of all sources before and of all targets after; they agree.
        """
    @property
    def measure(self, /) -> str:
        """
        The measure that was counted.
        """
    @property
    def sources(self, /) -> int:
        """
        How many units ended.
        """
    @property
    def targets(self, /) -> int:
        """
        How many units they became.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unchecked(self, /) -> int:
        """
        Merges that counted it without stating all counts.
        """
    @property
    def uncounted(self, /) -> int:
        """
        Merges that did not count the measure.
        """

@final
class ConsultationView:
    """
    What a body of consultation advised, and what came of it, on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def accepted(self, /) -> int:
        """
        Advice that was taken up.
        """
    @property
    def advisory(self, /) -> bool:
        """
        Always: its outcome advises and does not bind.
        """
    @property
    def answers(self, /) -> AnswerCounts:
        """
        The answers.
        """
    @property
    def body(self, /) -> str:
        """
        The body.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    @property
    def declined(self, /) -> int:
        """
        Advice that was not taken up.
        """
    def explain(self, /) -> Explanation:
        """
        Why.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def overdue(self, /) -> list[OverdueAnswer]:
        """
        What is overdue, the longest first.
        """
    @property
    def partly(self, /) -> int:
        """
        Advice that was taken up in part.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Met if nothing is overdue or late; unknown while a due day is.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Consultations:
    """
    A body of consultation and what it advised, ``shequ.consultations/1``.
    """
    def at(self, day: date | str, /, *, calendar: Calendar | None = None) -> ConsultationView:
        """
        What came of the advice by a day, and which answers are overdue. Working days need a calendar.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Consultations:
        """
        Reads a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Consultations:
        """
        Reads a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Consultations:
        """
        Reads a JSON or TOML text.
        """

@final
class Cooperation:
    """
    Pledges, conferences, joint activities, offers and needs of units.
    """
    def attendance(self, /, organisation: Organisation, since: date | str, until: date | str, *, series: str | None = None) -> ConferenceAttendance:
        """
        Attendance at the conferences from ``since`` until the day before ``until``, of one series or of all: by unit, and by the
        post in the chair.
        """
    def dependence(self, /, organisation: Organisation, since: date | str, until: date | str, *, basis: Literal["activities", "attendances", "chairs"] = ...) -> Dependence:
        """
        How far activities, attendances or chairs of a period hang on one holder of posts.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Cooperation:
        """
        Reads a register of co-operation from a dict.
        """
    def fulfilment(self, organisation: Organisation, day: date | str, /) -> Fulfilment:
        """
        How pledges stand on a day: due, kept, kept late, overdue, lapsed; by party and by agreement.
        """
    @staticmethod
    def load(path: PathLike, /) -> Cooperation:
        """
        Reads a register of co-operation from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Cooperation:
        """
        Reads a register of co-operation from a JSON or TOML text.
        """
    def sharing(self, organisation: Organisation, day: date | str, /) -> Sharing:
        """
        Matches offers to needs on a day, as much as can be, the needs that stand first served first.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is about.
        """

@final
class CostedChange:
    """
    A change with its cost.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def column(self, /) -> str:
        """
        The column.
        """
    @property
    def cost(self, /) -> Decimal:
        """
        What they cost, with the report of a missing value.
        """
    @property
    def from_(self, /) -> Decimal | None:
        """
        Its value now, ``from`` in the plain form; None where it is missing and was reported.
        """
    @property
    def steps(self, /) -> int:
        """
        How many steps of its last decimal; from the worst value where it was missing.
        """
    @property
    def to(self, /) -> Decimal:
        """
        Its value then.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class CountRow:
    """
    A row of a published count.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def counts(self, /) -> list[int | None]:
        """
        The counts by column; none where hidden.
        """
    @property
    def office(self, /) -> str | None:
        """
        The office; none where the count is by skill only.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> int | None:
        """
        Their sum; none where hidden.
        """

@final
class CountedDay:
    """
    A day that was counted.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def before_rest(self, /) -> date | None:
        """
        The same before a day off at the end was passed over, if one was.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class CoverageMatrix:
    """
    Which kinds of bodies which communities have (覆盖矩阵).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def covered(self, /) -> list[Fraction | None]:
        """
        For each kind the communities that have one, of all.
        """
    def explain(self, /) -> Explanation:
        """
        Why, as a tree.
        """
    @property
    def kinds(self, /) -> list[str]:
        """
        The kinds, as asked.
        """
    @property
    def labels(self, /) -> list[Text]:
        """
        Their names.
        """
    @property
    def rows(self, /) -> list[CoverageRow]:
        """
        The communities, by their keys.
        """
    def table(self, /, lang: Literal["zh", "en"] = ...) -> Table:
        """
        The matrix as a table.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class CoverageReport:
    """
    Coverage by sector (非公和"两新"组织覆盖率).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        The covered units by sector, which add up.
        """
    @property
    def kinds(self, /) -> list[str]:
        """
        The kinds of bodies that were looked for.
        """
    @property
    def sectors(self, /) -> list[SectorCoverage]:
        """
        By sector, as the register lists them.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> SectorCoverage:
        """
        All sectors together.
        """

@final
class CoverageRow:
    """
    How many bodies of each kind one community has.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def counts(self, /) -> list[int]:
        """
        The number of bodies of each kind, in the order of the kinds asked about.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The community.
        """

@final
class CriterionGap:
    """
    A criterion that a unit does not meet.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def criterion(self, /) -> str:
        """
        The criterion.
        """
    @property
    def due(self, /) -> Decimal:
        """
        The bound.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def value(self, /) -> Decimal | None:
        """
        The value; None where it is missing.
        """

@final
class CriterionWeight:
    """
    The weight of a criterion.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def criterion(self, /) -> str:
        """
        The criterion.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def weight(self, /) -> Fraction:
        """
        Its share of one.
        """

@final
class Crosswalk:
    """
    Which part of each unit of one day is which unit of another.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def begun(self, /) -> list[str]:
        """
        Units of the other day into which nothing came.
        """
    @property
    def cells(self, /) -> list[CrosswalkCell]:
        """
        The rows of units that events changed; the shares of a row add up to one.
        """
    def explain(self, /) -> Explanation:
        """
        Each unit that changed with its parts, which add up.
        """
    @property
    def measure(self, /) -> str:
        """
        The measure of the shares.
        """
    def reexpress(self, counts: Plain, /, *, of: str | None = None) -> Reexpressed:
        """
        Counts of units of the first day as counts of the units of the other day; their sum stays the same, exactly.

        ``counts`` is a dict of counts by unit, or any table with the columns ``unit`` and ``count``; ``of`` names the
        measure that was counted, where it is another than that of the shares.
        """
    def reexpress_rates(self, rates: Plain, /) -> ReexpressedRates:
        """
        Rates or means of units, each by numerator and denominator, as those of the units of the other day.

        ``rates`` is any table with the columns ``unit``, ``numerator`` and ``denominator``.
        """
    @property
    def since(self, /) -> date:
        """
        The day of the rows.
        """
    @property
    def steps(self, /) -> list[LineageStep]:
        """
        The events between that moved something.
        """
    def table(self, /) -> Table:
        """
        Every row of the matrix, those of units that did not change too: from, to, share, inferred.
        """
    def then(self, next: Crosswalk, /) -> Crosswalk:
        """
        This crosswalk and then another that begins on the day on which this one ends: their product.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def uncertain(self, /) -> list[LineageStep]:
        """
        Events whose bounds hold the first or the other day; read as on the last day that they can be.
        """
    @property
    def unchanged(self, /) -> list[str]:
        """
        Units of both days to which nothing happened.
        """
    @property
    def until(self, /) -> date:
        """
        The day of the columns.
        """

@final
class CrosswalkCell:
    """
    What part of a unit went where between two days.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def inferred(self, /) -> bool:
        """
        Whether an inferred event leads there.
        """
    @property
    def share(self, /) -> Fraction | None:
        """
        The part of it; None where no event counted the measure.
        """
    @property
    def to(self, /) -> str | None:
        """
        The unit of the other day; None for the part that ended without a successor.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit of the first day.
        """

@final
class Cut:
    """
    The pairs of touching buildings that lie in two grids.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def at_barriers(self, /) -> int:
        """
        How many lie at a barrier, where a border should lie.
        """
    @property
    def edges(self, /) -> int:
        """
        How many, those at a barrier left out.
        """
    @property
    def length(self, /) -> Decimal:
        """
        How long their common boundaries are, in the unit of the territory's coordinates.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Dependence:
    """
    How far co-operation hangs on one person (关键人依赖): holders of public posts only.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def basis(self, /) -> str:
        """
        What was counted.
        """
    @property
    def concentration(self, /) -> Fraction | None:
        """
        The sum of the squares of all shares: 1 if all hangs on one, 1/n if it is even among n (Herfindahl).
        """
    def explain(self, /) -> Explanation:
        """
        The shares of holders, which add up to one.
        """
    @property
    def greatest(self, /) -> Fraction | None:
        """
        The greatest share.
        """
    @property
    def holders(self, /) -> list[HolderShare]:
        """
        The holders, those with the most first, equals by key.
        """
    @property
    def key_holders(self, /) -> list[str]:
        """
        Every holder with that share.
        """
    @property
    def since(self, /) -> date:
        """
        The first day.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> int:
        """
        How much there was.
        """
    @property
    def unattributed(self, /) -> int:
        """
        How much had no post, or one without exactly one certain holder that day.
        """
    @property
    def until(self, /) -> date:
        """
        The first day after it.
        """

@final
class Description:
    """
    The statistics of an indicator as it was given.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def available(self, /) -> int:
        """
        How many values are there.
        """
    @property
    def deviation(self, /) -> float | None:
        """
        The sample standard deviation, with n - 1.
        """
    @property
    def greatest(self, /) -> float | None:
        """
        The greatest value.
        """
    @property
    def least(self, /) -> float | None:
        """
        The least value.
        """
    @property
    def mean(self, /) -> float | None:
        """
        The mean.
        """
    @property
    def median(self, /) -> float | None:
        """
        The median.
        """
    @property
    def not_zero(self, /) -> int:
        """
        How many of these are not zero.
        """
    @property
    def rows(self, /) -> int:
        """
        How many rows there are.
        """
    @property
    def same(self, /) -> int:
        """
        How often the most frequent value stands there.
        """
    @property
    def shape(self, /) -> Shape | None:
        """
        Skewness and kurtosis; None of fewer than four values or where all are the same.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unique(self, /) -> int:
        """
        How many different values there are.
        """
    @property
    def variable(self, /) -> str:
        """
        The indicator.
        """

@final
class Diagram:
    """
    A diagram: ``str()`` is its text, and a notebook that knows Mermaid draws it.
    """
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def _repr_markdown_(self, /) -> str:
        """
        JupyterLab draws Mermaid in Markdown.
        """
    @property
    def text(self, /) -> str:
        """
        The text of the diagram.
        """

@final
class Diff:
    """
    What differs between two days.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def counts(self, /) -> DiffCounts:
        """
        How many units changed in which way.
        """
    def explain(self, /) -> Explanation:
        """
        How many units changed in which way, and each of them.
        """
    def inverse(self, /) -> Diff:
        """
        The difference the other way round.
        """
    @property
    def since(self, /) -> date:
        """
        The first day.
        """
    def table(self, /, lang: Literal["zh", "en"] = ...) -> Table:
        """
        One row for each change: change, key, before, after, event, day, instrument, inferred.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> list[UnitChange]:
        """
        The units that changed, in the order of their keys.
        """
    @property
    def until(self, /) -> date:
        """
        The other day.
        """

@final
class DiffCounts:
    """
    How many units changed in which way.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def added(self, /) -> int:
        """
        Units that exist on the other day only.
        """
    @property
    def converted(self, /) -> int:
        """
        Units of another kind.
        """
    @property
    def dropped(self, /) -> int:
        """
        Units that exist on the first day only.
        """
    @property
    def moved(self, /) -> int:
        """
        Units within another.
        """
    @property
    def recoded(self, /) -> int:
        """
        Units of other codes.
        """
    @property
    def renamed(self, /) -> int:
        """
        Units of another name.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Difference:
    """
    One thing that does not agree with a record.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def text(self, /) -> Text:
        """
        In words.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def what(self, /) -> str:
        """
        ``record``, ``pack``, ``facts`` or ``verdict``.
        """

@final
class DifferenceRange:
    """
    The difference of two scores over a box of weights.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def greatest(self, /) -> Fraction:
        """
        The greatest.
        """
    @property
    def greatest_at(self, /) -> list[Fraction]:
        """
        Weights at which it is greatest.
        """
    @property
    def least(self, /) -> Fraction:
        """
        The least of the first's score less the second's.
        """
    @property
    def least_at(self, /) -> list[Fraction]:
        """
        Weights at which it is least.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Directory:
    """
    Persons by their own consent: bound to purposes, erasable, and never part of an organisation.

    Its ``repr`` shows no person; ``to_dict()`` is the whole document, for its keeper.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def add(self, entry: Plain, /) -> int:
        """
        Adds an entry, a dict, and gives it a number that no other ever had.
        """
    def consent(self, id: SupportsIndex, /, purpose: str, *, since: date | str, until: date | str) -> None:
        """
        Adds a consent to an entry.
        """
    def counts(self, purpose: str, /, day: date | str, *, by: Literal["skills", "offices", "offices-and-skills"], threshold: SupportsIndex = ...) -> DirectoryCounts:
        """
        Counts of skills, offices or both that may be published: none is below ``threshold``, and none gives one away.
        """
    def due(self, day: date | str, /) -> Sweep:
        """
        What has to be erased on a day.
        """
    def erase(self, id: SupportsIndex, /) -> None:
        """
        Erases an entry at once; its number is not given again.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Directory:
        """
        Reads a directory from a dict.
        """
    @property
    def ids(self, /) -> list[int]:
        """
        The numbers of the entries.
        """
    @staticmethod
    def load(path: PathLike, /) -> Directory:
        """
        Reads a directory from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Directory:
        """
        Reads a directory from a JSON or TOML text.
        """
    @property
    def purposes(self, /) -> list[str]:
        """
        The keys of the purposes.
        """
    def read(self, id: SupportsIndex, /, purpose: str, day: date | str) -> DirectoryView:
        """
        Reads an entry for a purpose on a day: the fields that the purpose needs, if there is consent.
        """
    def read_all(self, purpose: str, /, day: date | str) -> list[DirectoryView]:
        """
        Every entry with consent to a purpose on a day, by number.
        """
    def read_all_logged(self, purpose: str, /, day: date | str, *, reader: str, log: Log) -> list[DirectoryView]:
        """
        Reads every entry with consent to a purpose on a day, and notes each reading in a log.
        """
    def read_logged(self, id: SupportsIndex, /, purpose: str, day: date | str, *, reader: str, log: Log) -> DirectoryView:
        """
        Reads an entry and notes it in a log: the day, the post that read, the purpose and the number of the entry.
        """
    def sweep(self, day: date | str, /) -> Sweep:
        """
        Erases what is due on a day, and says what it was.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is about.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document ``shequ.directory/1`` with all personal data: for its keeper, not for publication.
        """
    def withdraw(self, id: SupportsIndex, /, purpose: str, day: date | str) -> bool:
        """
        Ends every consent of an entry to a purpose on a day; whether the entry is still there.
        """

@final
class DirectoryCounts:
    """
    A count of mentions that may leave the directory: no number in it is below the threshold, or gives one away.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def column_totals(self, /) -> list[int | None]:
        """
        The sums of columns; none where hidden.
        """
    @property
    def columns(self, /) -> list[str]:
        """
        The columns: skills; empty where the count is by office only, whose one column counts mentions.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        The counts as they may be published.
        """
    @property
    def purpose(self, /) -> str:
        """
        The purpose.
        """
    @property
    def rows(self, /) -> list[CountRow]:
        """
        The rows.
        """
    @property
    def threshold(self, /) -> int:
        """
        Counts below this are hidden.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> int | None:
        """
        The sum of all; none where hidden.
        """

@final
class DirectoryView:
    """
    What a purpose may see of an entry on a day; its ``repr`` shows neither name nor contact.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def consent_until(self, /) -> date:
        """
        The first day after the consent.
        """
    @property
    def contact(self, /) -> str | None:
        """
        The contact, if the purpose needs it.
        """
    @property
    def id(self, /) -> int:
        """
        The number of the entry.
        """
    @property
    def name(self, /) -> str | None:
        """
        The name, if the purpose needs it.
        """
    @property
    def offices(self, /) -> list[str] | None:
        """
        Offices, if the purpose needs them.
        """
    @property
    def purpose(self, /) -> str:
        """
        The purpose.
        """
    @property
    def skills(self, /) -> list[str] | None:
        """
        Skills, if the purpose needs them.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, with what the purpose may see.
        """

@final
class Dominance:
    """
    Which units dominate which (占优).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def pairs(self, /) -> list[Dominates]:
        """
        Every such pair, in the order of the units.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def undominated(self, /) -> list[str]:
        """
        The units that none dominates (非劣).
        """

@final
class Dominates:
    """
    A unit that is at least as good as another, and somewhere better.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def better(self, /) -> str:
        """
        The better one.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def worse(self, /) -> str:
        """
        The one that it dominates.
        """

@final
class Doubt:
    """
    Scores by the benefit of the doubt (善意推定): every row is weighed in its own favour, as long as no row exceeds one.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def scores(self, /) -> list[float]:
        """
        From 0 to 1; 1 for a row that no other outdoes under its own weights.
        """
    def shares(self, /, unit: str | int) -> list[float] | None:
        """
        The share of each criterion in the score of a row; None where the score is zero.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form.
        """
    @property
    def units(self, /) -> list[str] | None:
        """
        The names of the rows; None where they have none.
        """
    @property
    def weights(self, /) -> list[list[float]]:
        """
        By row, the weight of each criterion in its own unit; they do not sum to one.
        """

@final
class DueField:
    """
    A field of an entry that is due to go.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def field(self, /) -> str:
        """
        The field.
        """
    @property
    def id(self, /) -> int:
        """
        The number of the entry.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Duel:
    """
    In how many draws one unit is ahead of another, as shares of the draws.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def ahead(self, /) -> Fraction:
        """
        Draws in which the first has the better rank.
        """
    @property
    def behind(self, /) -> Fraction:
        """
        Draws in which the second has the better rank.
        """
    @property
    def tied(self, /) -> Fraction:
        """
        Draws in which both have the same rank.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Duties:
    """
    A catalogue of duties with who has them.
    """
    @staticmethod
    def from_dict(obj: Plain, /) -> Duties:
        """
        Reads a catalogue of duties from a dict.
        """
    def holdings(self, duty: str | None = None, /) -> list[DutyHolding]:
        """
        Who has which duty from when until when, transfers applied; of one duty or of all.
        """
    @staticmethod
    def load(path: PathLike, /) -> Duties:
        """
        Reads a catalogue of duties from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Duties:
        """
        Reads a catalogue of duties from a JSON or TOML text.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is about.
        """

@final
class DutyFinding:
    """
    A fault of a duty in an area.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def area(self, /) -> UnitName:
        """
        The area.
        """
    @property
    def by(self, /) -> list[str]:
        """
        The kinds that may do it, where any are named.
        """
    @property
    def duty(self, /) -> str:
        """
        The duty.
        """
    @property
    def fault(self, /) -> str:
        """
        What is wrong.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def source(self, /) -> Text | None:
        """
        The document that says so.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> list[UnitName]:
        """
        The units concerned; none for a gap.
        """

@final
class DutyHolding:
    """
    A dated row of who has a duty, transfers applied.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def area(self, /) -> str | None:
        """
        The area, where one is named.
        """
    @property
    def duty(self, /) -> str:
        """
        The duty.
        """
    @property
    def instrument(self, /) -> Text | None:
        """
        The document of that transfer.
        """
    @property
    def received_from(self, /) -> str | None:
        """
        The unit that had it before, where it was transferred.
        """
    @property
    def since(self, /) -> date | None:
        """
        The first day, where it is recorded.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def until(self, /) -> date | None:
        """
        The first day after it, where it ends.
        """

@final
class DutyReport:
    """
    How duties are done on a day (职责核查).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def checked(self, /) -> int:
        """
        How many pairs of a duty and an area were looked at.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        Sound and faulty pairs of a duty and an area, which add up; the faults below.
        """
    @property
    def findings(self, /) -> list[DutyFinding]:
        """
        The faults, by duty and area.
        """
    @property
    def sound(self, /) -> int:
        """
        How many of them are in order.
        """
    def table(self, /, lang: Literal["zh", "en"] = ...) -> Table:
        """
        One row a finding.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Elected:
    """
    One who was elected.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def by(self, /) -> str:
        """
        By what: ``votes``, ``lot``, ``seniority`` or ``casting-vote``.
        """
    @property
    def candidate(self, /) -> str:
        """
        Who, by key.
        """
    @property
    def poll(self, /) -> int:
        """
        In which poll, by position from 0.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def yes(self, /) -> int:
        """
        With so many yes.
        """

@final
class Election:
    """
    The run of one election, ``shequ.election/1``: the roll, who stands, the polls in their order, and complaints.

    Ballots enter as tallies of patterns or as sums: nothing here links a voter to a ballot. ``rules`` may be an ``ElectionRules``.

    ``sq.Election.load("run.toml").result().elected``, ``.next`` and ``.explain()`` say who is elected, what follows and why.

    Raises ``ParticipationError``, for instance ``more-votes-than-ballots`` or ``poll-not-due``, and ``DocumentError``, with every fault.
    """
    def __repr__(self, /) -> str: ...
    @property
    def digest(self, /) -> str:
        """
        The digest of the run with its salt.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Election:
        """
        Reads a run from a dict.
        """
    @property
    def id(self, /) -> str:
        """
        Its name.
        """
    @staticmethod
    def load(path: PathLike, /) -> Election:
        """
        Reads a run from a JSON or TOML file.
        """
    @property
    def on_roll(self, /) -> tuple[int, int]:
        """
        How many are on the roll: the least and the most that open objections leave.
        """
    @staticmethod
    def parse(text: str, /) -> Election:
        """
        Reads a run from a JSON or TOML text.
        """
    def result(self, /) -> ElectionResult:
        """
        Who is elected, what each poll came to, and what follows.
        """
    @property
    def rules(self, /) -> ElectionRules:
        """
        Its rules.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document, its format first. It holds the patterns of ballots: keep it, publish the record.
        """

@final
class ElectionCaution:
    """
    What a reader must know beside a result.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        A stable word for it.
        """
    @property
    def text(self, /) -> Text:
        """
        The words.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class ElectionRecord:
    """
    The record of an election, ``shequ.election-record/1``: whoever has it and the run evaluates it again.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def digest(self, /) -> str:
        """
        The digest over the whole record.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> ElectionRecord:
        """
        Reads a record from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> ElectionRecord:
        """
        Reads a record from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> ElectionRecord:
        """
        Reads a record from a JSON or TOML text.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document, its format first.
        """
    def verify(self, run: Election, /, *, packs: Packs | None = None) -> Verification:
        """
        Evaluates the election again by its run, and says what differs; a record that disagrees is no exception.

        With ``packs`` also whether those are loaded whose clauses the rules cite.
        """

@final
class ElectionResult:
    """
    The result of an election: who is elected, what each poll came to, and what follows.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def cautions(self, /) -> list[ElectionCaution]:
        """
        What a reader must know beside the result.
        """
    @property
    def elected(self, /) -> list[Elected]:
        """
        Those elected, in the order of the polls and of their votes.
        """
    @property
    def election(self, /) -> str:
        """
        The name of the election.
        """
    def explain(self, /, rules: Rules | None = None) -> Explanation:
        """
        Why: each poll with its reconciliation, its turnout and every win test with both sides exactly.

        With ``rules``, the rules of packs on a day, the clauses come with their articles.
        """
    @property
    def label(self, /) -> Text:
        """
        What was elected.
        """
    @property
    def list_checks(self, /) -> list[PollCheck]:
        """
        Whether the list of candidates is as the rules ask.
        """
    @property
    def missing(self, /) -> list[str]:
        """
        The facts that are still needed, by path.
        """
    @property
    def next(self, /) -> NextStep:
        """
        What follows.
        """
    def next_in_order(self, /) -> list[str]:
        """
        Who takes a seat that falls vacant, if it is filled by the next of the last count (依次递补); more than one is a tie.
        """
    @property
    def open_seats(self, /) -> int:
        """
        Seats that are not filled.
        """
    @property
    def polls(self, /) -> list[Poll]:
        """
        Each poll.
        """
    def record(self, /, rules: Rules | None = None) -> ElectionRecord:
        """
        The record of the election: sums by candidate and digests, no pattern of a ballot.

        With ``rules``, the rules of packs on a day, it names the packs whose clauses the election cites, and the day on which their
        texts were read.
        """
    @property
    def seats(self, /) -> int:
        """
        The seats.
        """
    @property
    def state(self, /) -> str:
        """
        How far it has come: ``not-held``, ``open`` or ``complete``.
        """
    @property
    def term(self, /) -> ElectionTerm | None:
        """
        The term of those elected, if its beginning and its length are known.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language.
        """

@final
class ElectionRules:
    """
    The rules of an election, ``shequ.election-rules/1``: seats, surplus of candidates, ballot, turnout, win test, ties, rerun, terms, recall.

    ``rules.gaps(sq.packs.cn.at("2025-06-15"))`` names the clauses they cite that decide nothing on the day.

    Raises ``ParticipationError``, for instance ``election-share``, and ``DocumentError``, with every fault.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def admit(self, nominated: SupportsGetItem[int, str], answer: Answers, /) -> Admission:
        """
        Asks each clause about each one nominated, and counts.

        ``answer`` is called as ``answer(who, clause)`` and returns ``True``, ``False`` or ``None`` for what is not known. The answers
        are dropped: only who is admitted, and how many are not, comes back.
        """
    def candidates(self, seats: SupportsIndex, /) -> tuple[int, int | None]:
        """
        The least and the most of candidates for so many seats (等额, 差额); no most where any number may stand.
        """
    def cautions(self, rules: Rules, /) -> list[Caution]:
        """
        What a reader must know of the clauses that these rules cite, on the day: ``undated``, ``excerpt``, ``secondary``,
        ``law-changed``.

        Raises ``PackError`` with ``unknown-clause``.
        """
    @property
    def clauses(self, /) -> list[str]:
        """
        The clauses that they cite, each once.
        """
    def differs(self, rules: Rules, /) -> list[ClauseDifference]:
        """
        The clauses in force on the day that say something else than these rules, which cite them.

        Shares, years and the surplus of candidates are compared. Raises ``PackError`` with ``unknown-clause``.
        """
    @property
    def digest(self, /) -> str:
        """
        The digest of the rules.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> ElectionRules:
        """
        Reads rules from a dict.
        """
    def gaps(self, rules: Rules, /) -> list[UndecidedClause]:
        """
        Of the clauses that these rules cite, those that decide nothing on the day, and why.

        Raises ``PackError`` with ``unknown-clause``.
        """
    @property
    def id(self, /) -> str:
        """
        Their name.
        """
    @property
    def label(self, /) -> Text:
        """
        What is elected by them.
        """
    @staticmethod
    def load(path: PathLike, /) -> ElectionRules:
        """
        Reads rules from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> ElectionRules:
        """
        Reads rules from a JSON or TOML text.
        """
    def petition(self, of: str, signed: SupportsIndex, all: SupportsIndex, /) -> RecallAnswer:
        """
        Whether a petition of ``signed`` of ``all`` members of a body, such as ``voters``, can demand a recall (罢免).

        Raises ``ParticipationError``: ``recall-unknown-petitioner``, ``more-votes-than-ballots``.
        """
    def recall(self, /, *, roll: SupportsIndex | None = None, voters: SupportsIndex | None = None, returned: SupportsIndex | None = None, yes: SupportsIndex | None = None, no: SupportsIndex | None = None) -> RecallAnswer:
        """
        Whether a recall (罢免) passes: the turnout of its poll, and the yes. What is not known is left out.

        Raises ``ParticipationError``: ``more-votes-than-ballots``, ``poll-too-many``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document, its format first.
        """

@final
class ElectionTerm:
    """
    A term of those elected.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def since(self, /) -> date:
        """
        The first day.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def until(self, /) -> date:
        """
        The first day after it.
        """

@final
class Electre:
    """
    What ELECTRE I (消去与选择转换法) finds.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def concordance(self, /) -> list[list[float]]:
        """
        By row and row: the share of the weights in which the first is as good as the second or better.
        """
    @property
    def discordance(self, /) -> list[list[float]]:
        """
        By row and row: the most by which the first is worse in a criterion, over the widest range of all.
        """
    @property
    def kernel(self, /) -> list[int]:
        """
        The rows to choose from, in their order.
        """
    @property
    def outranks(self, /) -> list[list[bool]]:
        """
        By row and row: whether the first outranks the second.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Eligibility:
    """
    A question about one person, bound to the rules of a day.

    ``shequ.Eligibility(rules, "residents.elector")``; ``days`` says on which day what happens (``{"poll": "2025-03-21"}``), where a
    clause counts years to such a day. Raises ``PackError`` (``unknown-question``), ``ParticipationError``
    (``eligibility-not-personal``).
    """
    def __new__(cls, rules: Rules, question: str, /, *, days: Plain | None = None) -> Eligibility: ...
    def __repr__(self, /) -> str: ...
    def check(self, person: Plain, /, *, answer: Any | None = None) -> EligibilityVerdict:
        """
        Whether a person may take part.

        ``person`` is a dict: ``born``, ``resident_since`` (days) and ``answers`` (by the name of a clause, or by a word such as
        ``registered``). A sensitive fact does not stand in it: ``answer`` is called with the clause, only where it can decide, and
        says ``True``, ``False`` or ``None``; what it says is kept nowhere. Raises ``ParticipationError`` with every fault.
        """
    @property
    def question(self, /) -> str:
        """
        The name of the question.
        """
    def roll(self, table: TableLike, /, *, answer: Any | None = None) -> RollCheck:
        """
        Checks every row of a roll: counts, and the rows that are open. No person is kept.

        The columns are ``key``, ``born`` and ``resident_since`` (days), ``household``, and one of yes or no for each fact.
        ``answer`` is called with the row and the clause of a sensitive fact. Raises ``DocumentError`` and
        ``ParticipationError`` with every fault.
        """

@final
class EligibilityClause:
    """
    One clause about one person.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def citation(self, /) -> Citation | None:
        """
        Where it stands.
        """
    @property
    def clause(self, /) -> str:
        """
        Its name.
        """
    @property
    def found(self, /) -> Text | None:
        """
        What was found, in words.
        """
    @property
    def label(self, /) -> Text:
        """
        What it is about.
        """
    @property
    def reason(self, /) -> str | None:
        """
        Why it decides nothing.
        """
    @property
    def sensitive(self, /) -> bool:
        """
        Whether it asks a sensitive fact: it was answered in the call, and is kept nowhere.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"] | None:
        """
        Its answer; none for a sensitive fact, and for every clause where the answer could give one away.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class EligibilityVerdict:
    """
    Whether one person may take part. It holds no day of birth, no key and no sensitive fact.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def cautions(self, /) -> list[Caution]:
        """
        What a reader must know beside the answer.
        """
    @property
    def clauses(self, /) -> list[EligibilityClause]:
        """
        Each clause, in the order of the question.
        """
    @property
    def day(self, /) -> date:
        """
        The day whose rules decided.
        """
    def explain(self, /) -> Explanation:
        """
        Why: each clause with its article and what was found.
        """
    @property
    def label(self, /) -> Text:
        """
        What was asked.
        """
    @property
    def missing(self, /) -> list[Ask]:
        """
        The least facts that are still needed; empty if it is settled or no fact can settle it.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        ``met``, ``notMet`` or ``unknown``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language.
        """

@final
class Entry:
    """
    An entry of a log.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def actor(self, /) -> str:
        """
        The post or the id in the directory that acted.
        """
    @property
    def day(self, /) -> date:
        """
        The day it was written, as the caller said.
        """
    @property
    def digest(self, /) -> str:
        """
        Its own digest.
        """
    @property
    def kind(self, /) -> str:
        """
        What was done.
        """
    @property
    def payload(self, /) -> dict[str, str]:
        """
        Digests of documents and results, by name.
        """
    @property
    def previous(self, /) -> str:
        """
        The digest of the entry before.
        """
    @property
    def sealed(self, /) -> dict[str, str]:
        """
        Salted digests of texts beside the chain, by name.
        """
    @property
    def seq(self, /) -> int:
        """
        Its place, from 0.
        """
    @property
    def subject(self, /) -> str:
        """
        To what it was done.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form.
        """

@final
class Event:
    """
    An entry of an organisation's log: an event (``found``, ``merge``, ``split`` ...) or a correction (``state``, ``amend``, ``retract``).
    """
    def __repr__(self, /) -> str: ...
    @property
    def digest(self, /) -> str:
        """
        The digest of its document, which a log keeps of it.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Event:
        """
        Reads an event from a dict.
        """
    @property
    def kind(self, /) -> str:
        """
        What happened, such as ``rename``.
        """
    @staticmethod
    def load(path: PathLike, /) -> Event:
        """
        Reads an event from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Event:
        """
        Reads an event from a JSON or TOML text.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document ``shequ.event/1``.
        """

@final
class EventRecord:
    """
    An event in short.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def day(self, /) -> str:
        """
        When.
        """
    @property
    def event(self, /) -> str:
        """
        What happened: ``rename``, ``merge`` and so on.
        """
    @property
    def inferred(self, /) -> Fraction | None:
        """
        The confidence with which it was inferred; None where it is documented.
        """
    @property
    def instrument(self, /) -> Text | None:
        """
        By which document.
        """
    @property
    def key(self, /) -> str | None:
        """
        The key of its entry, if it has one.
        """
    @property
    def recorded(self, /) -> date | None:
        """
        When it was recorded.
        """
    @property
    def source(self, /) -> Text | None:
        """
        Where it is known from.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Evidence:
    """
    A piece of evidence with its weight.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def kind(self, /) -> str:
        """
        ``same-name``, ``similar-name``, ``same-parent``, ``same-place`` or ``same-count``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def weight(self, /) -> Fraction:
        """
        What it weighs, from 0 to 1.
        """

@final
class EvidenceLedger:
    """
    What shows the values of a scheme, and who came to see it (迎检台帐).
    """
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_dict(obj: Plain, /) -> EvidenceLedger:
        """
        Reads a ledger of evidence from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> EvidenceLedger:
        """
        Reads a ledger of evidence from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> EvidenceLedger:
        """
        Reads a ledger of evidence from a JSON or TOML text.
        """
    def report(self, scheme: Scheme, units: SupportsGetItem[int, str], since: date | str, until: date | str, /) -> EvidenceReport:
        """
        Which indicators of a scheme that ask for evidence have some, unit by unit, and how many inspections each unit bore,
        from ``since`` until the day before ``until``. Raises ``SchemeError``: ``evidence-period-empty``.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is called.
        """

@final
class EvidenceReport:
    """
    Evidence and inspections of a period.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def since(self, /) -> date:
        """
        The first day, ``from`` in the plain form.
        """
    @property
    def stray(self, /) -> list[str]:
        """
        Pieces for indicators that the scheme does not have.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> list[UnitEvidence]:
        """
        The units that were asked about.
        """
    @property
    def until(self, /) -> date:
        """
        The first day after it.
        """

@final
class ExactScore:
    """
    A unit with its exact score and its rank.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def rank(self, /) -> int:
        """
        Its rank.
        """
    @property
    def score(self, /) -> Fraction:
        """
        The sum of weight times value.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class ExactTable:
    """
    Units in rows and criteria in columns, every value exact; a unit's score is the sum of weight times value.

    ``data`` is any data frame with a column of units and one of numbers for each criterion. ``costs`` names the criteria of which less
    is better: their values count negative. Values are taken as they are, so they should be points or otherwise of one measure.
    Weights may have any sum unless they are those of a box.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, data: TableLike, criteria: SupportsGetItem[int, str], *, costs: SupportsGetItem[int, str] = ..., units: str = "unit") -> ExactTable: ...
    def __repr__(self, /) -> str: ...
    def all_rank_bounds(self, /, space: WeightBox, *, ties: Literal["min", "max", "ordinal"] = ..., most_nodes: SupportsIndex = 100000, keep_proof: bool = False, progress: ProgressLike = ...) -> list[RankBounds]:
        """
        The same of every unit, in their order.
        """
    def break_even(self, /, first: str, second: str, weights: SupportsGetItem[int, str | int | Decimal | Fraction]) -> BreakEven:
        """
        How much the weight of each criterion must move until two units swap (盈亏平衡权重), the other weights in proportion.
        """
    def break_even_neighbours(self, weights: SupportsGetItem[int, str | int | Decimal | Fraction], /) -> list[BreakEven]:
        """
        The same of each unit and the next one of the ranking: where an order is easiest to turn over.
        """
    def break_even_pairs(self, weights: SupportsGetItem[int, str | int | Decimal | Fraction], /, *, progress: ProgressLike = ...) -> list[BreakEven]:
        """
        The same of every pair, the better one first; equals in the order of the units.
        """
    @property
    def criteria(self, /) -> list[str]:
        """
        The criteria in their order, which is that of weights.
        """
    def difference(self, /, first: str, second: str, space: WeightBox) -> DifferenceRange:
        """
        Between what the difference of two scores lies over a box of weights, exactly, with the weights at both ends.
        """
    def dominance(self, /, *, progress: ProgressLike = ...) -> Dominance:
        """
        Which units are at least as good as another in every criterion and better in one (占优).
        """
    def dominance_within(self, space: WeightBox, /, *, progress: ProgressLike = ...) -> Dominance:
        """
        Which units score at least as much as another under all weights of a box, and more under some.
        """
    def rank(self, /, unit: str, weights: SupportsGetItem[int, str | int | Decimal | Fraction], *, ties: Literal["min", "max", "ordinal"] = ...) -> int:
        """
        The exact rank of a unit at given weights.
        """
    def rank_bounds(self, /, unit: str, space: WeightBox, *, ties: Literal["min", "max", "ordinal"] = ..., most_nodes: SupportsIndex = 100000, keep_proof: bool = False, progress: ProgressLike = ...) -> RankBounds:
        """
        Between which ranks a unit stands when the weights vary in a box, with a witness for each end.

        Equal scores share the better rank, ``min``, the worse one, ``max``, or stand in the order of the units, ``ordinal``. A bound is
        proven unless it took ``most_nodes``; then it is an interval. With ``keep_proof`` it can be followed by ``check``.
        """
    def rank_bounds_table(self, /, space: WeightBox, *, ties: Literal["min", "max", "ordinal"] = ..., most_nodes: SupportsIndex = 100000, progress: ProgressLike = ...) -> Table:
        """
        The same as a table: ``unit``; ``best``, the best rank that was attained, ``best_limit``, which no weights of the box pass, and
        whether the two are one, ``best_proven``; the same of the worst.
        """
    def ranking_chart(self, space: WeightBox, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None, weights: SupportsGetItem[int, str | int | Decimal | Fraction] | None = None, ties: Literal["min", "max", "ordinal"] = ..., most_nodes: SupportsIndex = 100000, progress: ProgressLike = ...) -> LayerChart | VConcatChart:
        """
        The same as a chart of Altair; needs ``shequ[charts]``.
        """
    def ranking_spec(self, space: WeightBox, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None, weights: SupportsGetItem[int, str | int | Decimal | Fraction] | None = None, ties: Literal["min", "max", "ordinal"] = ..., most_nodes: SupportsIndex = 100000, progress: ProgressLike = ...) -> dict[str, Any]:
        """
        The chart of the exact rank bounds of every unit over a box of weights, as a Vega-Lite specification: the best and the worst rank that was
        attained, the proven limits where a search was not closed, and, where ``weights`` are given, the rank at these.

        ``units`` names those that are drawn, all unless given; ``labels`` has names of units by key. Raises ``SchemeError``:
        ``chart-ranks-disagree`` where the weights stand outside the box, ``chart-unknown-unit``, ``chart-unit-twice``, ``chart-no-units``,
        ``chart-too-many-units``; ``Stopped``.
        """
    def score(self, /, unit: str, weights: SupportsGetItem[int, str | int | Decimal | Fraction]) -> Fraction:
        """
        The exact score of a unit under given weights.
        """
    def scores(self, weights: SupportsGetItem[int, str | int | Decimal | Fraction], /, *, ties: Literal["min", "max", "ordinal"] = ...) -> list[ExactScore]:
        """
        Every unit with its exact score and rank under given weights, which are divided by their sum.
        """
    def study(self, /, weights: WeightDraws, *, seed: SupportsIndex = 0) -> Study:
        """
        The same units and values as a study of uncertainty; values become floats.
        """
    @property
    def units(self, /) -> list[str]:
        """
        The units in their order.
        """

@final
class ExactTotals:
    """
    Exact weighted sums, one a row, which no order of adding can change.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def mantissas(self, /) -> list[int]:
        """
        The sums as whole numbers at the scale.
        """
    def mean(self, /, unit: str | int) -> Fraction | None:
        """
        The sum of a row over the sum of the weights; None where that is zero.
        """
    @property
    def order(self, /) -> list[int]:
        """
        The rows from the greatest sum to the least by their numbers, from 0; equals in their own order.
        """
    def ranks(self, /, ties: Literal["min", "dense", "average", "ordinal"] = ...) -> list[float]:
        """
        The ranks in the order of the rows, the greatest sum first.
        """
    @property
    def scale(self, /) -> int:
        """
        The decimals of every sum.
        """
    def table(self, /, ties: Literal["min", "dense", "average", "ordinal"] = ...) -> Table:
        """
        One row an alternative: ``unit``, where the rows have names, ``total`` and ``rank``.
        """
    def total(self, /, unit: str | int) -> Decimal:
        """
        The sum of a row.
        """
    @property
    def totals(self, /) -> list[Decimal]:
        """
        The sums in the order of the rows.
        """
    @property
    def units(self, /) -> list[str] | None:
        """
        The names of the rows; None where they have none.
        """

@final
class Explanation:
    """
    Why an answer is what it is: one node with its rule, numbers, outcome and parts.

    ``print(explanation)`` shows the tree in Chinese; ``explanation.render("en")`` in English.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def adds_up(self, /) -> bool:
        """
        Whether, at every node whose parts add up, they add up exactly to its outcome.
        """
    @property
    def children(self, /) -> list[Explanation]:
        """
        The parts.
        """
    @property
    def citation(self, /) -> Citation | None:
        """
        Where that rule stands.
        """
    @property
    def how(self, /) -> str:
        """
        How the parts make the outcome: ``rule``, ``sum``, ``all``, ``any`` or ``list``.
        """
    @property
    def inputs(self, /) -> list[Input]:
        """
        The numbers that went in.
        """
    @property
    def label(self, /) -> Text:
        """
        What the node is about.
        """
    @property
    def note(self, /) -> Text | None:
        """
        The arithmetic or the reason in words.
        """
    @property
    def outcome(self, /) -> int | float | str | Decimal | Fraction | date | Text:
        """
        What came out: an int, a Decimal, a Fraction, a date, a text or an answer.
        """
    def render(self, /, lang: Literal["zh", "en"] = ...) -> str:
        """
        The tree as indented text.
        """
    def render_html(self, /, lang: Literal["zh", "en"] = ...) -> str:
        """
        The tree as nested HTML ``details`` elements.
        """
    @property
    def rule(self, /) -> str | None:
        """
        The key of the rule that decided, if one did.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form: every exact number a text.
        """

@final
class Facts:
    """
    The checked facts of a decision: tallies, or a list of owners' units.
    """
    def __repr__(self, /) -> str: ...
    @property
    def body(self, /) -> str | None:
        """
        How the deciding body is composed, if they say it.
        """
    @property
    def day(self, /) -> date | None:
        """
        The day of the decision, if they say it.
        """
    @property
    def digest(self, /) -> str:
        """
        The digest of the facts with their salt.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Facts:
        """
        Reads facts from a dict; its ``units`` may be any data frame.
        """
    @staticmethod
    def from_units(units: TableLike, /, *, day: date | str | None = None) -> Facts:
        """
        Reads the units of any data frame, without an object for each: the columns ``area`` (square metres; no floats) and
        ``vote``, and if they are there ``key``, ``owner`` and ``developer_unsold``.

        Without keys a unit is its row, counted from 0.
        """
    @staticmethod
    def load(path: PathLike, /) -> Facts:
        """
        Reads facts from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Facts:
        """
        Reads facts from a JSON or TOML text.
        """
    def salted(self, salt: str, /) -> Facts:
        """
        The same facts with a secret of yours: it salts their digest, and of units the commitment to each. A record of units needs
        one of 16 bytes or more.
        """

@final
class FewestUnits:
    """
    The fewest units whose votes, changed, flip a verdict.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def at_least(self, /) -> int:
        """
        Fewer than this cannot.
        """
    @property
    def proven(self, /) -> bool:
        """
        Whether both numbers are the same: the answer is then exact.
        """
    @property
    def to(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        What the verdict becomes.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> int:
        """
        So many units can flip it.
        """

@final
class FilledCell:
    """
    A cell that was filled.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def group(self, /) -> str | None:
        """
        The group whose values filled it; None where those of all units did.
        """
    @property
    def indicator(self, /) -> str:
        """
        The indicator.
        """
    @property
    def sources(self, /) -> int:
        """
        How many values filled it.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def value(self, /) -> float:
        """
        What stands there now.
        """

@final
class Finding:
    """
    One violation: what, which rule, since when, and what mends it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def citation(self, /) -> Citation | None:
        """
        Where the rule stands; a default of the library is marked so.
        """
    def explain(self, /) -> Explanation:
        """
        The finding with its rule, numbers and remedy.
        """
    @property
    def facts(self, /) -> list[Input]:
        """
        The numbers that decided.
        """
    @property
    def kind(self, /) -> str | None:
        """
        The kind of unit that the rule was checked for, where it was for one alone.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def message(self, /) -> Text:
        """
        What is wrong.
        """
    @property
    def path(self, /) -> list[Step]:
        """
        The proof, where it is a path.
        """
    @property
    def period(self, /) -> Stretch:
        """
        All the days on which it holds without a break, those before and after the days asked about too.
        """
    @property
    def remedy(self, /) -> Text:
        """
        What mends it.
        """
    @property
    def rule(self, /) -> str:
        """
        The rule.
        """
    @property
    def severity(self, /) -> str:
        """
        ``error`` or ``guidance``.
        """
    @property
    def subject(self, /) -> Subject:
        """
        What it is about.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class FiredTrigger:
    """
    A trigger and whether it fired.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def due(self, /) -> Fraction:
        """
        The share at or above which it fires.
        """
    @property
    def found(self, /) -> Fraction | None:
        """
        The share of the votes that was found.
        """
    @property
    def key(self, /) -> str:
        """
        Its key.
        """
    @property
    def label(self, /) -> Text:
        """
        What follows.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Whether it fired; ``unknown`` where the turnout was too low or nobody but abstainers voted.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Flows:
    """
    The flows of PROMETHEE (偏好顺序结构评估法).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def negative(self, /) -> list[float]:
        """
        The mean preference for each other over the row.
        """
    @property
    def net(self, /) -> list[float]:
        """
        The one less the other.
        """
    @property
    def positive(self, /) -> list[float]:
        """
        The mean preference for the row over each other.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Fulfilment:
    """
    How pledges stand on a day (履约情况).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def agreements(self, /) -> list[PledgeCount]:
        """
        By agreement, in the order of keys.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        The pledges by where they stand, which add up to all of them.
        """
    @property
    def parties(self, /) -> list[PledgeCount]:
        """
        By party, in the order of keys.
        """
    @property
    def pledges(self, /) -> list[PledgeState]:
        """
        The pledges in the order of keys.
        """
    def table(self, /, lang: Literal["zh", "en"] = ...) -> Table:
        """
        One row a pledge.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> PledgeCount:
        """
        All of them.
        """

@final
class Gap:
    """
    A time that places of a post stood empty.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def days(self, /) -> int | None:
        """
        How many days; None where it has no end or no beginning on record.
        """
    @property
    def period(self, /) -> Stretch:
        """
        The days.
        """
    @property
    def places(self, /) -> int:
        """
        How many places were empty.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class GapPart:
    """
    What one indicator has in a gap.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def part(self, /) -> str:
        """
        The indicator, or ``bonuses``, ``penalties`` or ``vetoes``.
        """
    @property
    def points(self, /) -> Fraction:
        """
        What the mark has more than the unit, in points; negative where the unit has more.
        """
    @property
    def share(self, /) -> Fraction | None:
        """
        Its share in the gap; None where there is no gap.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class GradeCount:
    """
    How many units have a grade.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def grade(self, /) -> str:
        """
        The grade.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> int:
        """
        The number of units.
        """

@final
class GradeVotes:
    """
    The votes for a grade.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def grade(self, /) -> str:
        """
        The grade: ``excellent``, ``competent``, ``basic`` or ``incompetent``.
        """
    @property
    def share(self, /) -> Fraction | None:
        """
        Its votes of all but the abstentions.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def votes(self, /) -> int:
        """
        Its votes.
        """
    @property
    def weighted(self, /) -> Fraction | None:
        """
        Its share in each class, by the weights of the classes that voted.
        """

@final
class Grid:
    """
    A grid of a plan.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def buildings(self, /) -> list[str]:
        """
        The keys of its buildings, in the order of the document.
        """
    @property
    def key(self, /) -> str:
        """
        Its key.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """

@final
class GridCheck:
    """
    The totals of a grid.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def buildings(self, /) -> int:
        """
        How many buildings.
        """
    @property
    def faults(self, /) -> int:
        """
        How many faults name it.
        """
    @property
    def households(self, /) -> int:
        """
        How many households.
        """
    @property
    def key(self, /) -> str:
        """
        Its key.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def parts(self, /) -> int:
        """
        In how many parts it lies, barriers counted; 1 is contiguous.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class GroupSummary:
    """
    Figures of a set of units.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def awards(self, /) -> int:
        """
        How many units are awarded.
        """
    @property
    def grades(self, /) -> list[GradeCount]:
        """
        How many units have each grade, from the best to the worst.
        """
    @property
    def greatest(self, /) -> Decimal | None:
        """
        The greatest total.
        """
    @property
    def group(self, /) -> str | None:
        """
        The peer group; None for all units.
        """
    @property
    def least(self, /) -> Decimal | None:
        """
        The least total.
        """
    @property
    def mean(self, /) -> Fraction | None:
        """
        The exact mean of the totals; None without units.
        """
    @property
    def missing(self, /) -> int:
        """
        How many values of indicators are missing.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> int:
        """
        The number of units.
        """
    @property
    def vetoed(self, /) -> int:
        """
        How many units a veto holds for.
        """

@final
class HeadCount:
    """
    How many heads owners' units make.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def cautions(self, /) -> list[Caution]:
        """
        What a reader must know of the rule.
        """
    @property
    def citation(self, /) -> Citation | None:
        """
        Where the rule stands.
        """
    @property
    def co_owned(self, /) -> int:
        """
        Units with co-owners: their owners vote as one.
        """
    @property
    def day(self, /) -> date:
        """
        The day whose rules count.
        """
    def explain(self, /) -> Explanation:
        """
        How the heads come about: each unit is one, less what counts once.
        """
    @property
    def heads(self, /) -> int | None:
        """
        The heads; none where the rule that counts them is not known on the day, or does not settle it.
        """
    @property
    def least(self, /) -> int:
        """
        The fewest heads it can be.
        """
    @property
    def most(self, /) -> int:
        """
        The most heads it can be.
        """
    @property
    def overlapping(self, /) -> int:
        """
        Pairs of different groups of owners that share an owner.
        """
    @property
    def reason(self, /) -> str | None:
        """
        Why the rule decides nothing.
        """
    @property
    def several(self, /) -> int:
        """
        Owners, or groups of co-owners, that have several units: each is one head.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def undelivered(self, /) -> int:
        """
        Units that are sold and not handed over.
        """
    @property
    def units(self, /) -> int:
        """
        How many units there are.
        """
    @property
    def units_of_several(self, /) -> int:
        """
        The units that they have.
        """
    @property
    def unsold(self, /) -> int:
        """
        Units that the developer has not sold.
        """

@final
class HolderShare:
    """
    What hangs on one holder of posts.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def count(self, /) -> int:
        """
        How much.
        """
    @property
    def holder(self, /) -> str:
        """
        The opaque key of the holder.
        """
    @property
    def posts(self, /) -> list[str]:
        """
        The posts in which it was done.
        """
    @property
    def share(self, /) -> Fraction:
        """
        Of all that can be put down to a holder.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class HoldingRecord:
    """
    A holding on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def end_reason(self, /) -> str | None:
        """
        Why it ended, or will.
        """
    @property
    def holder(self, /) -> str:
        """
        The opaque key of the holder.
        """
    @property
    def likely(self, /) -> str:
        """
        ``possible`` where dates within bounds leave it open.
        """
    @property
    def since(self, /) -> str | None:
        """
        The first day, where it is recorded.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def until(self, /) -> str | None:
        """
        The first day after it, where it ends.
        """

@final
class HouseholdCount:
    """
    Households by how many represent them.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def households(self, /) -> int:
        """
        How many there are.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def with_one(self, /) -> int:
        """
        Those that one represents.
        """
    @property
    def with_several(self, /) -> int:
        """
        Those that several represent: which one does is open.
        """
    @property
    def without(self, /) -> int:
        """
        Those that nobody represents.
        """

@final
class Index:
    """
    A composite index (综合指数): a tree of indicators, how they become comparable, and how they are aggregated and ranked.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def columns(self, /) -> list[str]:
        """
        The columns that ``evaluate`` reads.
        """
    def evaluate(self, data: TableLike, /) -> IndexCard:
        """
        Applies the index to a table: a column ``unit`` and those that ``columns`` names. An empty cell is missing.

        Raises ``SchemeError``, ``TableError`` and others with every fault of the table, ``table[row].column``, or of a stage, with
        the unit and the indicator: ``cell-missing``, ``denominator-zero``, ``indicator-constant``, ``value-not-positive``.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Index:
        """
        Reads an index from a dict.
        """
    @property
    def levels(self, /) -> list[Text | None]:
        """
        The name of each level above the indicators, from the lowest to the top; None for one without a name.
        """
    @staticmethod
    def load(path: PathLike, /) -> Index:
        """
        Reads an index from a JSON or TOML file.
        """
    @property
    def nodes(self, /) -> list[IndexNode]:
        """
        The nodes of its tree with their effective weights: indicators, then aggregates, each in the order of the document.
        """
    @staticmethod
    def parse(text: str, /) -> Index:
        """
        Reads an index from a JSON or TOML text.
        """
    @property
    def subject(self, /) -> str:
        """
        What it measures: ``unit``, ``post`` or ``service``.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is called.
        """

@final
class IndexCard:
    """
    What an index found of every unit of a table: values and ranks at every node, and the log of each stage.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def describe(self, /) -> list[Description]:
        """
        The statistics of the indicators as they were given.
        """
    def explain(self, /, unit: str) -> Explanation:
        """
        Why a unit has its value: every indicator from what was given to what it adds, and every mean above it.
        """
    def filled(self, /) -> list[FilledCell]:
        """
        Every cell that was filled.
        """
    def node_values(self, /, node: str) -> list[NodeValue]:
        """
        The values and ranks of all units at a node, in the order of the units.
        """
    def rank_table(self, /) -> Table:
        """
        One row a unit: ``unit``, ``group`` where there are groups, and the rank at every node from the top down.
        """
    def ranking(self, /) -> list[NodeValue]:
        """
        The units at the top, from the best to the worst; equals in the order of the table.
        """
    def ranks(self, /, node: str) -> list[float]:
        """
        The ranks at a node in the order of the units, with the ties and the rounding of the index.
        """
    def ranks_in_group(self, /, node: str) -> list[float] | None:
        """
        The same within the peer group of each unit; None where the index names no groups.
        """
    def screened(self, /) -> list[ScreenedUnit]:
        """
        Every unit that was left out for its data.
        """
    def stages(self, /) -> dict[str, Table]:
        """
        What each stage left: the tables ``raw``, ``denominated``, ``imputed``, ``treated`` and ``normalised``.
        """
    def standings(self, /, unit: str) -> list[Standing]:
        """
        How a unit stands by each indicator as it was given, from its best rank to its worst.
        """
    def study(self, /, weights: WeightDraws | None = None, *, seed: SupportsIndex = 0) -> Study:
        """
        A study of the index: its indicators with their gaps filled, and the whole index from the treatment of outliers on as the method.

        Each weight of an indicator among its siblings is a quarter more or less unless ``weights`` are given. ``with_index`` adds indices
        of other methods, ``with_noise`` varies values. Raises ``SchemeError``: ``certainty-count-mismatch`` unless there is one weight
        for each indicator.
        """
    def table(self, /) -> Table:
        """
        One row a unit: ``unit``, ``group`` where there are groups, ``rank``, and every node from the top down.
        """
    def to_dicts(self, /) -> list[dict[str, Any]]:
        """
        The plain form: one dict a unit at the top.
        """
    def treatment(self, /) -> list[TreatmentEntry]:
        """
        What the treatment of outliers did, an entry an indicator.
        """
    def unit(self, /, unit: str) -> list[NodeValue]:
        """
        The values and ranks of a unit at every node, in the order of ``Index.nodes``.
        """
    @property
    def units(self, /) -> list[str]:
        """
        The units in the order of the table, without those that were screened out.
        """
    def values(self, /, node: str) -> list[float]:
        """
        The values of a node in the order of the units; of an indicator the normalised ones, more being better.
        """

@final
class IndexNode:
    """
    A node of the tree of an index: an indicator or an aggregate.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def effective_weight(self, /) -> float:
        """
        Its share in the top.
        """
    @property
    def key(self, /) -> str:
        """
        Its key.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def level(self, /) -> int:
        """
        Its level: 0 for indicators, then upwards.
        """
    @property
    def parent(self, /) -> str | None:
        """
        What it is a part of; None for the top.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def weight(self, /) -> float:
        """
        Its weight as declared.
        """

@final
class Indicator:
    """
    An indicator of a scheme.
    """
    def __repr__(self, /) -> str: ...
    @property
    def group(self, /) -> str:
        """
        The key of its group.
        """
    @property
    def key(self, /) -> str:
        """
        Its key, which names its column.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def missing(self, /) -> str:
        """
        What is done about a missing value.
        """
    @property
    def points(self, /) -> Fraction:
        """
        The points it brings, before a cap above 1 and before missing siblings.
        """
    @property
    def rule(self, /) -> str:
        """
        The name of its rule.
        """
    @property
    def scale(self, /) -> int:
        """
        The decimals of its column.
        """

@final
class IndicatorRecord:
    """
    A number of a unit with its day, unit of measure and source.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def measure(self, /) -> str:
        """
        The measure.
        """
    @property
    def since(self, /) -> str | None:
        """
        The day as of which it was counted.
        """
    @property
    def source(self, /) -> Text | None:
        """
        Who published it.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def unit_of_measure(self, /) -> str:
        """
        What the value is written in.
        """
    @property
    def value(self, /) -> Decimal:
        """
        The value.
        """

@final
class IndicatorSeries:
    """
    A measure of a unit through time (指标序列).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def explain(self, /) -> Explanation:
        """
        The numbers in their order, each change beside its reasons.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def measure(self, /) -> str:
        """
        The measure.
        """
    @property
    def points(self, /) -> list[IndicatorRecord]:
        """
        The numbers in the order of their days.
        """
    @property
    def steps(self, /) -> list[SeriesStep]:
        """
        From each to the next.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def unit_of_measure(self, /) -> str:
        """
        What values are written in.
        """

@final
class Inference:
    """
    Which units of two undocumented snapshots are likely the same; nothing of it enters an organisation by itself.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def added(self, /) -> list[str]:
        """
        Codes of the other snapshot without a match.
        """
    @property
    def dropped(self, /) -> list[str]:
        """
        Codes of the first snapshot without a match.
        """
    def events(self, /, day: str, *, at_least: str | int | Fraction | None = None, source: str | None = None) -> list[Event]:
        """
        The matches from a confidence on as entries for ``Organisation.apply_all``, all marked as inferred.
        """
    def explain(self, /) -> Explanation:
        """
        Each match with its confidence and what speaks for it.
        """
    @property
    def matches(self, /) -> list[Match]:
        """
        Units with another code, in the order of their first codes.
        """
    @property
    def renamed(self, /) -> list[str]:
        """
        Codes of both snapshots whose names differ.
        """
    def table(self, /, lang: Literal["zh", "en"] = ...) -> Table:
        """
        One row a match.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unchanged(self, /) -> int:
        """
        How many codes of both snapshots have the same name.
        """

@final
class Input:
    """
    A named number that went into a node of an explanation.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def label(self, /) -> Text:
        """
        What it is.
        """
    @property
    def value(self, /) -> int | float | str | Decimal | Fraction | date | Text:
        """
        Its value: an int, a Decimal, a Fraction, a date, a text or an answer.
        """

@final
class Inputs:
    """
    A register of inputs with the duty to answer them, ``shequ.inputs/1``. Nobody is named in it.
    """
    def at(self, day: date | str, /, *, about: str | None = None, calendar: Calendar | None = None) -> InputsView:
        """
        The register on a day, or of what is ``about`` one thing. Working days need a calendar.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Inputs:
        """
        Reads a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Inputs:
        """
        Reads a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Inputs:
        """
        Reads a JSON or TOML text.
        """

@final
class InputsView:
    """
    A register of inputs on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def answers(self, /) -> AnswerCounts:
        """
        The answers.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        Why.
        """
    @property
    def kinds(self, /) -> list[VoiceCount]:
        """
        By kind, with whose voices they are.
        """
    @property
    def label(self, /) -> Text:
        """
        Its title.
        """
    @property
    def overdue(self, /) -> list[OverdueAnswer]:
        """
        What is overdue, the longest first.
        """
    @property
    def residents(self, /) -> Fraction | None:
        """
        Residents' voices of all voices.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Met if nothing is overdue or late; unknown while a due day is.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class JointCharter:
    """
    The charter of a joint conference, ``shequ.joint-charter/1``.
    """
    def at(self, day: date | str, /) -> JointCharterView:
        """
        The charter on a day: what it declares, and the quarters that passed whole without a session.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> JointCharter:
        """
        Reads a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> JointCharter:
        """
        Reads a JSON or TOML file.
        """
    def of(self, snapshot: Snapshot, /) -> JointCharterView:
        """
        The same with the sessions that an organisation has of its conference, on the day of the snapshot.

        Raises ``OrganisationError`` (``unknown-unit``).
        """
    @staticmethod
    def parse(text: str, /) -> JointCharter:
        """
        Reads a JSON or TOML text.
        """

@final
class JointCharterView:
    """
    A charter on a day: whether it is complete, and whether the conference keeps to its cadence.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def conference(self, /) -> str:
        """
        The conference.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    @property
    def due(self, /) -> date | None:
        """
        The last day on which the next session keeps to the charter.
        """
    @property
    def every(self, /) -> str | None:
        """
        How often it meets at least.
        """
    def explain(self, /) -> Explanation:
        """
        Why.
        """
    @property
    def fields(self, /) -> list[CharterField]:
        """
        The principles and goals, each with its answer.
        """
    @property
    def missed(self, /) -> list[str]:
        """
        The quarters that passed whole without a session, such as ``2024-Q3``.
        """
    @property
    def sessions(self, /) -> int:
        """
        How often it met by the day while the charter held.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Whether it is complete and kept to.
        """
    @property
    def title(self, /) -> Text:
        """
        Its title.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class JointRoster:
    """
    The roster of the two committees of an area on a day: the party body and the self-governing committee.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def area(self, /) -> UnitName:
        """
        The area.
        """
    @property
    def bodies(self, /) -> list[UnitName]:
        """
        The bodies, by their keys.
        """
    @property
    def both_heads(self, /) -> int:
        """
        Heads at the head of both (一肩挑).
        """
    @property
    def cross(self, /) -> int:
        """
        Heads in both committees (交叉任职).
        """
    @property
    def cross_rate(self, /) -> Fraction | None:
        """
        The same as a rate of all heads; None where there is nobody.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        Why, as a tree.
        """
    @property
    def heads(self, /) -> int:
        """
        Heads (人数).
        """
    @property
    def holdings(self, /) -> int:
        """
        Holdings; somebody in two posts counts twice (任职人次).
        """
    @property
    def members(self, /) -> list[RosterMember]:
        """
        Everybody, by their keys.
        """
    @property
    def places(self, /) -> int:
        """
        Places in their posts (职数).
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def vacant(self, /) -> int:
        """
        Places that nobody certainly holds.
        """

@final
class LawChange:
    """
    The same facts and question by two sets of rules, with what changed between them.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> Verdict | None:
        """
        The verdict of the second day; None where the question has no rule on it.
        """
    @property
    def because(self, /) -> list[str]:
        """
        The clauses that make the answers differ: each that would alone, or, where none would alone, all that turned.
        """
    @property
    def before(self, /) -> Verdict | None:
        """
        The verdict of the first day; None where the question has no rule on it.
        """
    @property
    def clauses(self, /) -> list[ClauseChange]:
        """
        The clauses that changed, in the order of the question.
        """
    @property
    def differs(self, /) -> bool:
        """
        Whether the answers differ.
        """
    def explain(self, /) -> Explanation:
        """
        Each changed clause as it was and as it is, then both verdicts.
        """
    @property
    def first(self, /) -> date:
        """
        The first day.
        """
    @property
    def question(self, /) -> str:
        """
        The name of the question.
        """
    @property
    def rule_changed(self, /) -> bool:
        """
        Whether the question joins other clauses, or joins them otherwise.
        """
    @property
    def second(self, /) -> date:
        """
        The second day.
        """
    @property
    def text(self, /) -> Text:
        """
        All of it in a sentence.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language.
        """

@final
class LayerCell:
    """
    A layer of one community.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def bodies(self, /) -> list[UnitName]:
        """
        Its bodies.
        """
    @property
    def done(self, /) -> list[str]:
        """
        The duties that its bodies have.
        """
    @property
    def elsewhere(self, /) -> list[str]:
        """
        The duties that a body of another layer has.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def open(self, /) -> list[str]:
        """
        The duties that nobody has.
        """
    @property
    def tier(self, /) -> str:
        """
        The tier.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Layers:
    """
    The layers of a community with their duties, ``shequ.layers/1``.
    """
    def at(self, snapshot: Snapshot, duties: Duties, /, *, within: str | None = None) -> LayersView:
        """
        Whether every community within a unit, or each of all, has every layer, and a body in it for every duty.

        Raises ``OrganisationError``, ``ParticipationError`` (``layers-unknown-tier``).
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Layers:
        """
        Reads a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Layers:
        """
        Reads a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Layers:
        """
        Reads a JSON or TOML text.
        """
    @staticmethod
    def template() -> Layers:
        """
        What the three layers do in the organisation of Licheng district: a template to change.
        """

@final
class LayersRow:
    """
    The layers of one community.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def layers(self, /) -> list[LayerCell]:
        """
        Its layers.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Whether everything is there.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The community.
        """

@final
class LayersView:
    """
    The layers of all communities of an area, and whether they are complete.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def complete(self, /) -> Fraction | None:
        """
        Communities whose layers and duties are complete, of all.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        Why.
        """
    @property
    def rows(self, /) -> list[LayersRow]:
        """
        The communities, by their keys.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Ledger:
    """
    Corrections and appeals (更正与申诉) of an evaluation: append-only, each record a digest in a log beside it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, key: str, /) -> Ledger:
        """
        A ledger without records.
        """
    def __repr__(self, /) -> str: ...
    def appeals(self, day: date | str, /) -> list[AppealState]:
        """
        The appeals that were made by a day, and what became of them by then.
        """
    def append(self, card: Scorecard, record: Plain, /, *, sealing: dict[str, str] | None = None, texts: SealedTexts | None = None, salts: dict[str, bytes | str] | None = None) -> Entry:
        """
        Appends a record; on an exception nothing has changed.

        ``card`` is the first scorecard, before any record. ``record`` is a dict with ``day``, ``actor``, ``kind``
        (``correction``, ``appeal``, ``decision``, ``withdrawal``), ``unit`` and, as the kind asks, ``changes``, ``appeal`` and
        ``deadline``. ``sealing`` names texts such as ``reason`` and ``evidence``, which go into ``texts`` with their salts;
        only salted digests enter the log. A salt of 16 random bytes is drawn for each text unless ``salts`` gives it.
        """
    def card(self, first: Scorecard, day: date | str, /) -> Scorecard:
        """
        The scorecard as it was known on a day: the first one, with what was recorded by then.
        """
    def effects(self, first: Scorecard, day: date | str, /) -> list[LedgerEffect]:
        """
        For each record that changed values by a day, every unit that it affected, before and after.
        """
    @property
    def key(self, /) -> str:
        """
        Its key, which is that of its log.
        """
    @property
    def log(self, /) -> Log:
        """
        A copy of its log: keep it beside the ledger, and note its head elsewhere.
        """
    @staticmethod
    def parse(text: str, log: str, /, known_head: str | None = None) -> tuple[Ledger, LogCheck]:
        """
        Reads a ledger beside its log, either of which may have been cut off or altered: what is good of both, and what was
        found.

        ``text`` and ``log`` are the two documents as JSON or TOML; ``known_head`` is a head of the log noted earlier. Raises
        ``DocumentError`` for faults of shape, ``SchemeError`` for records that do not fit together.
        """
    @property
    def records(self, /) -> list[LedgerRecord]:
        """
        The records in the order in which they were made.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document ``shequ.ledger/1``, without its log.
        """

@final
class LedgerEffect:
    """
    What a record did.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def day(self, /) -> date:
        """
        The day it was made.
        """
    @property
    def seq(self, /) -> int:
        """
        The number of the record, from 0.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> list[AffectedUnit]:
        """
        Every unit whose score, grade, rank or award is another, in the order of the scorecard.
        """

@final
class LedgerRecord:
    """
    A record of a ledger; reasons and evidence are sealed into its log and stand nowhere in it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def actor(self, /) -> str:
        """
        Who made it: a post or an id of a directory.
        """
    @property
    def appeal(self, /) -> int | None:
        """
        The number of the appeal that it answers, from 0.
        """
    @property
    def changes(self, /) -> list[CellChange]:
        """
        The new values; of a decision that upholds an appeal, too.
        """
    @property
    def day(self, /) -> date:
        """
        The day it was made.
        """
    @property
    def deadline(self, /) -> date | None:
        """
        The last day on which an appeal is to be decided.
        """
    @property
    def kind(self, /) -> str:
        """
        What it is: ``correction``, ``appeal``, ``decision`` or ``withdrawal``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit it is about.
        """

@final
class LetterGap:
    """
    A unit without a letter with the unit above it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def below(self, /) -> int:
        """
        How many units lie below it: their letters hang in the air.
        """
    @property
    def kind(self, /) -> str:
        """
        Why: ``missing``, ``ended``, ``not-yet-signed`` or ``skips-layer``.
        """
    @property
    def letter(self, /) -> str | None:
        """
        The letter that does not do, if there is one.
        """
    @property
    def path(self, /) -> list[Text]:
        """
        The names from the top down to the unit.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def upper(self, /) -> str:
        """
        The unit that it should have signed with.
        """

@final
class LetterReport:
    """
    Whether letters were signed layer by layer, with no layer missing.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def coverage(self, /) -> Fraction | None:
        """
        The one over the other; None without units.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        The gaps with their paths.
        """
    @property
    def gaps(self, /) -> list[LetterGap]:
        """
        The units without a letter, those above before those below.
        """
    def is_complete(self, /) -> bool:
        """
        Whether no layer is missing.
        """
    @property
    def signed(self, /) -> int:
        """
        How many of them have a letter with it.
        """
    @property
    def stray(self, /) -> list[StrayLetter]:
        """
        Letters in force that close no gap.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unbroken(self, /) -> int:
        """
        How many of them have letters all the way up.
        """
    @property
    def units(self, /) -> int:
        """
        The units that have a unit above them.
        """

@final
class Letters:
    """
    A register of signed letters (层层签订责任书), and the tree of units if it is not an organisation's.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_dict(obj: Plain, /) -> Letters:
        """
        Reads a register of letters from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Letters:
        """
        Reads a register of letters from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Letters:
        """
        Reads a register of letters from a JSON or TOML text.
        """
    def report(self, day: date | str, /) -> LetterReport:
        """
        Whether every unit of the document's own list has a letter with the unit above it on a day.
        """
    def report_in(self, snapshot: Snapshot, kinds: SupportsGetItem[int, str] = ..., /) -> LetterReport:
        """
        The same for an organisation as of a day, over units of some kinds, or of every kind if none is named: the unit above is
        the nearest one of these kinds. Only units that certainly exist on the day count.
        """
    @property
    def title(self, /) -> Text:
        """
        What the letters are about.
        """

@final
class Liaison:
    """
    Officers assigned to communities, with the proof that no plan is shorter.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def alternatives(self, community: str, /) -> list[LiaisonAlternative]:
        """
        What it would cost to give a community another officer, with all the moves of others that this takes; by officer.
        """
    @property
    def communities(self, /) -> list[LiaisonService]:
        """
        The communities in the order of their keys.
        """
    @property
    def distance(self, /) -> str:
        """
        How distances were made: ``given``, ``straight`` or ``squared``.
        """
    def explain(self, /) -> Explanation:
        """
        The assignment, whose distances add up to the total.
        """
    def explain_community(self, community: str, /) -> Explanation:
        """
        Why a community has its officer: what every other one would cost, the least first.
        """
    def is_proven(self, /) -> bool:
        """
        Checks the proof again: no pair is shorter than the sum of its two prices, and the prices add up to the total.
        """
    @property
    def officers(self, /) -> list[OfficerLoad]:
        """
        The officers in the order of their keys.
        """
    def table(self, /) -> Table:
        """
        One row a community: its officer, the distance, and how many officers are nearer.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is about.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language.
        """
    @property
    def total(self, /) -> int:
        """
        The sum of all distances, which no plan undercuts.
        """

@final
class LiaisonAlternative:
    """
    Another officer for a community, and what that would cost.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def distance(self, /) -> int:
        """
        The distance to the community.
        """
    @property
    def more(self, /) -> int | None:
        """
        How much longer the best plan with this officer is, all moves that it takes included; none where no plan has it.
        """
    @property
    def officer(self, /) -> str:
        """
        The officer.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class LiaisonPlan:
    """
    Officers, communities and the distances between them.
    """
    def assign(self, /) -> Liaison:
        """
        Assigns every community to an officer within the bounds so that the distances add up to the least.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> LiaisonPlan:
        """
        Reads a plan from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> LiaisonPlan:
        """
        Reads a plan from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> LiaisonPlan:
        """
        Reads a plan from a JSON or TOML text.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is about.
        """

@final
class LiaisonService:
    """
    A community with its officer.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def community(self, /) -> str:
        """
        The community.
        """
    @property
    def distance(self, /) -> int:
        """
        The distance between them.
        """
    @property
    def nearer(self, /) -> int:
        """
        How many officers are strictly nearer.
        """
    @property
    def officer(self, /) -> str:
        """
        The officer.
        """
    @property
    def price(self, /) -> int:
        """
        The community's price in the proof.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Line:
    """
    One indicator's score of one unit.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def group(self, /) -> str:
        """
        The group of the indicator in the scheme.
        """
    @property
    def indicator(self, /) -> str:
        """
        The indicator.
        """
    @property
    def missing(self, /) -> str | None:
        """
        The policy that gave the score instead, where the value is missing.
        """
    @property
    def points(self, /) -> Fraction:
        """
        The points the indicator has for this unit, after those of missing siblings were shared out.
        """
    @property
    def rule(self, /) -> str:
        """
        The rule that gave the score.
        """
    @property
    def score(self, /) -> Decimal:
        """
        The score.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def value(self, /) -> str | None:
        """
        The value as it was read; None where it is missing.
        """

@final
class LineBlockMatrix:
    """
    Lines against blocks on a day (条块矩阵): which superior leads how many bodies in which area.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def blocks(self, /) -> list[BlockRow]:
        """
        The areas, by their keys.
        """
    def explain(self, /) -> Explanation:
        """
        Where it comes from, as a tree.
        """
    @property
    def lines(self, /) -> list[UnitName]:
        """
        The superiors, by their keys.
        """
    def table(self, /, lang: Literal["zh", "en"] = ...) -> Table:
        """
        The matrix as a table.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Lineage:
    """
    What a unit became, or what it came from.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def day(self, /) -> date:
        """
        The day at the other end of the question.
        """
    @property
    def ends(self, /) -> list[LineageEnd]:
        """
        The units at the other end, in the order of their keys.
        """
    def explain(self, /) -> Explanation:
        """
        Its ends with their shares, which add up, and its events.
        """
    @property
    def measure(self, /) -> str | None:
        """
        The measure that the shares are of.
        """
    @property
    def steps(self, /) -> list[LineageStep]:
        """
        The events between, in the order of their days.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The unit asked about.
        """

@final
class LineageEnd:
    """
    A unit at the other end of a lineage.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def exists(self, /) -> str:
        """
        Whether the unit exists on that day: ``yes``, ``no`` or ``possible``.
        """
    @property
    def inferred(self, /) -> bool:
        """
        Whether an inferred event leads there.
        """
    @property
    def share(self, /) -> Fraction | None:
        """
        The share of what was asked about; None where no event counted the measure.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The unit, by its name then.
        """

@final
class LineageStep:
    """
    An event of a lineage.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> list[UnitName]:
        """
        The units after, by their names that day.
        """
    @property
    def before(self, /) -> list[UnitName]:
        """
        The units before, by their names the day before.
        """
    @property
    def day(self, /) -> str:
        """
        When.
        """
    @property
    def event(self, /) -> str:
        """
        What happened: ``found``, ``abolish``, ``rename``, ``merge``, ``split`` and so on.
        """
    @property
    def inferred(self, /) -> Fraction | None:
        """
        The confidence with which it was inferred; None where it is documented.
        """
    @property
    def instrument(self, /) -> Text | None:
        """
        By which document.
        """
    @property
    def key(self, /) -> str | None:
        """
        The key of its entry, if it has one.
        """
    @property
    def likely(self, /) -> str:
        """
        ``possible`` where the bounds of its day leave open that it is between.
        """
    @property
    def recorded(self, /) -> date | None:
        """
        When it was recorded.
        """
    @property
    def source(self, /) -> Text | None:
        """
        Where it is known from.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class LintFinding:
    """
    What a by-law changes of one question of the law above it, or of one clause on which no question turns.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def cautions(self, /) -> list[Caution]:
        """
        How surely the clauses of both sides are known, where not by their text.
        """
    @property
    def clauses(self, /) -> list[str]:
        """
        The clauses of the by-law that differ.
        """
    @property
    def example(self, /) -> Any | None:
        """
        The smallest facts that show it.
        """
    @property
    def kind(self, /) -> str:
        """
        ``refused``: it lets through what the law forbids, or moves what may not be moved; ``stricter``, ``same``, ``moved``
        (as it may) or ``unknown``.
        """
    @property
    def question(self, /) -> str:
        """
        The question, or the clause on which no question turns.
        """
    @property
    def text(self, /) -> Text:
        """
        In words.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def under(self, /) -> str:
        """
        The question of the law; the same where the by-law moves its clauses, and for a clause.
        """

@final
class Live:
    """
    A question over a list of units whose votes come in one by one; each vote costs the same, however many units there are.
    """
    def __repr__(self, /) -> str: ...
    def explain(self, /) -> Explanation:
        """
        Why the answer is what it is now.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        The answer now.
        """
    def verdict(self, /) -> Verdict:
        """
        The verdict now; later votes do not change it.
        """
    def vote(self, key: str, vote: str, /) -> Literal["met", "notMet", "unknown"]:
        """
        Takes the vote of a unit by its key: ``yes``, ``no``, ``abstain`` or ``absent``; the answer after it.
        """

@final
class Log:
    """
    An append-only chain of entries: actors are posts or ids of a directory, free text is sealed beside the chain.
    """
    def __len__(self, /) -> int: ...
    def __new__(cls, key: str, /) -> Log:
        """
        A log without entries.
        """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def append(self, /, *, day: date | str, actor: str, kind: str, subject: str, payload: dict[str, str] | None = None, sealing: dict[str, str] | None = None, texts: SealedTexts | None = None, salts: dict[str, bytes | str] | None = None) -> Entry:
        """
        Appends an entry: on ``day``, ``actor`` did ``kind`` to ``subject``.

        ``payload`` names digests of documents and results. ``sealing`` names texts, which go into ``texts`` with their
        salts; only salted digests enter the chain. A salt of 16 random bytes is drawn for each text unless ``salts`` gives it.
        """
    def check_texts(self, texts: SealedTexts, /) -> None:
        """
        Checks every text of a store against the chain; raises where one differs.
        """
    @property
    def entries(self, /) -> list[Entry]:
        """
        The entries in their order.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Log:
        """
        Reads a log from a dict; a broken chain is refused.
        """
    @property
    def head(self, /) -> str:
        """
        The digest of the last entry: note it elsewhere, and entries that are cut off later will be missed.
        """
    @staticmethod
    def inspect(text: str, /, known_head: str | None = None) -> tuple[Log, LogCheck]:
        """
        Reads a log that may be damaged: its good beginning, and what was found.
        """
    @property
    def key(self, /) -> str:
        """
        Its key.
        """
    @staticmethod
    def load(path: PathLike, /) -> Log:
        """
        Reads a log from a JSON or TOML file; a broken chain is refused.
        """
    def open(self, seq: SupportsIndex, part: str, text: str, salt: bytes | str, /) -> None:
        """
        Shows that a text with its salt is the one that an entry sealed; raises where it is not.
        """
    @staticmethod
    def parse(text: str, /) -> Log:
        """
        Reads a log from a JSON or TOML text; a broken chain is refused.
        """
    def read(self, seq: SupportsIndex, part: str, texts: SealedTexts, /) -> str | None:
        """
        The text of a sealed part, shown to be the one that was sealed; None where it was erased.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document ``shequ.log/1``.
        """
    def verify(self, /, known_head: str | None = None) -> LogCheck:
        """
        Verifies every link again, and that a head noted earlier is reached.
        """

@final
class LogBreak:
    """
    The first fault of a log.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        The stable code.
        """
    @property
    def message(self, /) -> str:
        """
        What is wrong.
        """
    @property
    def path(self, /) -> str:
        """
        The path in the document.
        """
    @property
    def seq(self, /) -> int | None:
        """
        The entry; None where entries are missing at the end.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class LogCheck:
    """
    What the verification of a log found.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def broken(self, /) -> LogBreak | None:
        """
        The first fault, if there is one.
        """
    @property
    def entries(self, /) -> int:
        """
        How many entries there are.
        """
    def explain(self, /) -> Explanation:
        """
        What was found, and where.
        """
    @property
    def good(self, /) -> int:
        """
        How many of them, from the first, are good.
        """
    @property
    def head(self, /) -> str:
        """
        The digest of the last good entry.
        """
    @property
    def intact(self, /) -> bool:
        """
        Whether every entry is good and the known head, if one was given, was reached.
        """
    @property
    def key(self, /) -> str:
        """
        The key of the log.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Loss:
    """
    One thing that a translation leaves behind: where it stands, and why. The value itself is not repeated.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def path(self, /) -> str:
        """
        Its path in the document that is translated, such as ``organizations[2].image``.
        """
    @property
    def reason(self, /) -> str:
        """
        ``no-place``, ``personal``, ``redundant``, ``empty``, ``embedded``, ``not-expressible``, ``contradicts`` or ``worked-in``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class LotDraw:
    """
    A lot that was drawn for the last places of an award.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def group(self, /) -> str | None:
        """
        The peer group; None where there is one for all.
        """
    @property
    def order(self, /) -> list[str]:
        """
        Those tied across the line, in the order in which they were drawn.
        """
    @property
    def places(self, /) -> int:
        """
        How many places were left.
        """
    @property
    def seed(self, /) -> int:
        """
        The seed that was declared.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Margin:
    """
    The least change of one kind that flips a clause.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def amount(self, /) -> int | float | str | Decimal | Fraction | date | Text:
        """
        How much of the clause's own measure.
        """
    @property
    def kind(self, /) -> str:
        """
        ``switched``: those in the base change sides; ``added``: new participants come.
        """
    @property
    def to(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        What the clause becomes.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Match:
    """
    Two units that are likely the same.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> str:
        """
        Its code in the other snapshot.
        """
    @property
    def before(self, /) -> str:
        """
        Its code in the first snapshot.
        """
    @property
    def confidence(self, /) -> Fraction:
        """
        The stated confidence, exactly.
        """
    @property
    def evidence(self, /) -> list[Evidence]:
        """
        What speaks for it.
        """
    @property
    def key(self, /) -> str:
        """
        The key of the unit in the organisation.
        """
    @property
    def name_after(self, /) -> Text:
        """
        Its name in the other snapshot.
        """
    @property
    def name_before(self, /) -> Text:
        """
        Its name in the first snapshot.
        """
    @property
    def rivals(self, /) -> int:
        """
        How many other pairs of one of the two had as much evidence.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Meeting:
    """
    A meeting: how it was called, who attended, what was voted on.
    """
    def __repr__(self, /) -> str: ...
    @property
    def day(self, /) -> date:
        """
        The day on which it was held.
        """
    @property
    def digest(self, /) -> str:
        """
        The digest of the meeting with its salt.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Meeting:
        """
        Reads a meeting from a dict.
        """
    @property
    def id(self, /) -> str:
        """
        Its name.
        """
    @property
    def label(self, /) -> Text:
        """
        What it is.
        """
    @staticmethod
    def load(path: PathLike, /) -> Meeting:
        """
        Reads a meeting from a JSON or TOML file.
        """
    def open_unit(self, item: str, unit: str, /, *, amendment: str | None = None) -> Opening:
        """
        One unit of a roll-call, shown to be in its commitment: its owner can show everyone how it was recorded.

        ``amendment`` is left out for the vote on the motion.
        """
    @staticmethod
    def parse(text: str, /) -> Meeting:
        """
        Reads a meeting from a JSON or TOML text.
        """
    def public(self, /) -> dict[str, Any]:
        """
        What a record holds of it: no unit, no proxy, no salt.
        """
    def result(self, rules: Rules | Packs, /) -> MeetingResult:
        """
        What it decided, by the rules of its day or by packs.

        Raises ``PackError`` for a clause that no pack has, and ``ParticipationError`` for rules of another day.
        """
    def timeline(self, rules: Rules, /) -> tuple[Timeline, list[UndecidedClause]]:
        """
        The deadlines that its rules name, as a timeline with its days, and the clauses that bound nothing on the day.

        Raises ``ParticipationError`` with ``procedure-without-steps`` where no rule names a deadline.
        """

@final
class MeetingCheck:
    """
    Something that is asked of a meeting or an item.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def cautions(self, /) -> list[Caution]:
        """
        What a reader must know beside the answer.
        """
    @property
    def check(self, /) -> str:
        """
        A stable word for it: ``petition``, ``convening``, ``notice``, ``proxies``, ``quorum``, ``agenda``, ``order``.
        """
    @property
    def clauses(self, /) -> list[ClauseVerdict]:
        """
        Each clause with both sides, margins and citation.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def missing(self, /) -> list[str]:
        """
        The facts that are still needed, by their paths in the document.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Its answer.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class MeetingRecord:
    """
    The record of a meeting, ``shequ.meeting-record/1``.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def digest(self, /) -> str:
        """
        The digest over the whole record.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> MeetingRecord:
        """
        Reads a record from a dict.
        """
    def is_of(self, meeting: Meeting, /) -> bool:
        """
        Whether it is the record of this meeting, units and proxies included.
        """
    @staticmethod
    def load(path: PathLike, /) -> MeetingRecord:
        """
        Reads a record from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> MeetingRecord:
        """
        Reads a record from a JSON or TOML text.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document, its format first.
        """
    def verify(self, packs: Packs, /, *, calendar: Calendar | None = None) -> Verification:
        """
        Evaluates the meeting again by packs alone, and says what differs.

        ``calendar`` is needed where a clause counts working days.
        """
    def verify_opening(self, item: str, opening: Opening, /, *, amendment: str | None = None) -> bool:
        """
        Whether a unit was in the roll-call on an item with the vote that the opening shows.
        """

@final
class MeetingResult:
    """
    What a meeting decided.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> list[MeetingCheck]:
        """
        What is asked after the meeting; it voids nothing.
        """
    @property
    def checks(self, /) -> list[MeetingCheck]:
        """
        What is asked of the meeting as a whole.
        """
    def explain(self, /) -> Explanation:
        """
        Why: each check and each vote with its clauses, both sides exactly and how close it was.
        """
    @property
    def items(self, /) -> list[AgendaItem]:
        """
        Each item of the agenda.
        """
    def minutes(self, /, lang: Literal["zh", "en"] = ...) -> str:
        """
        The minutes as text.
        """
    @property
    def missing(self, /) -> list[str]:
        """
        The least facts that are still needed, by their paths in the document.
        """
    def record(self, /) -> MeetingRecord:
        """
        The record of the meeting: whoever has it and the packs can evaluate it again.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Whether the meeting could decide: ``met``, ``notMet`` or ``unknown``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unchecked(self, /) -> list[str]:
        """
        What was not checked, because the rules name no clause for it.
        """
    @property
    def void(self, /) -> list[VoidReason]:
        """
        What voids the whole meeting.
        """

@final
class MeetingVote:
    """
    What a vote came to.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def amendment(self, /) -> str | None:
        """
        The amendment; nothing for the motion.
        """
    @property
    def casting(self, /) -> Literal["met", "notMet", "unknown"] | None:
        """
        Whether the chair broke the tie, and could.
        """
    @property
    def cautions(self, /) -> list[Caution]:
        """
        What a reader must know beside the answer.
        """
    @property
    def clauses(self, /) -> list[ClauseVerdict]:
        """
        Each clause with both sides, margins and citation.
        """
    @property
    def committed(self, /) -> UnitCommitment | None:
        """
        Of a roll-call: what stands in place of the units.
        """
    @property
    def missing(self, /) -> list[str]:
        """
        The facts that are still needed, by their paths in the document.
        """
    @property
    def question(self, /) -> str | None:
        """
        The question that decided, if a question did.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        The answer.
        """
    @property
    def tie(self, /) -> bool:
        """
        Whether as many voted yes as no.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class MethodDecision:
    """
    One score and one rank for each row, by a method of decision (多准则决策).
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def better(self, /) -> str:
        """
        Whether a ``higher`` or a ``lower`` score is better.
        """
    def explain(self, /, unit: str | int) -> Explanation:
        """
        Why a row has its score: its values beside the best and the worst of each criterion, the weights, and the method in words.

        Raises ``SchemeError``: ``unknown-unit``, ``unknown-row``.
        """
    @property
    def label(self, /) -> Text:
        """
        What the method is called.
        """
    @property
    def method(self, /) -> str:
        """
        The method.
        """
    @property
    def order(self, /) -> list[int]:
        """
        The rows from the best to the worst by their numbers, from 0; equals in their own order.
        """
    @property
    def ranks(self, /) -> list[float]:
        """
        The ranks in the order of the rows; 1 is the best.
        """
    @property
    def scores(self, /) -> list[float]:
        """
        The scores in the order of the rows, unrounded.
        """
    def table(self, /) -> Table:
        """
        One row an alternative: ``unit``, where the rows have names, ``score`` and ``rank``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form: method, better, scores and ranks.
        """
    @property
    def units(self, /) -> list[str] | None:
        """
        The names of the rows; None where they have none.
        """

@final
class Movement:
    """
    What moved the total of a unit from one evaluation to the next: the parts add up to the change exactly.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> Decimal:
        """
        The total after.
        """
    @property
    def before(self, /) -> Decimal:
        """
        The total before.
        """
    @property
    def data(self, /) -> Decimal:
        """
        What other values did, under the old scheme.
        """
    def explain(self, /) -> Explanation:
        """
        From the total before to the total after; the parts add up.
        """
    @property
    def parts(self, /) -> list[MovementPart]:
        """
        The same for each indicator, and for bonuses, penalties and vetoes.
        """
    @property
    def rounding(self, /) -> Decimal:
        """
        What rounding the two totals did.
        """
    @property
    def rule(self, /) -> Decimal:
        """
        What other rules did, indicators that came and went, bonuses, penalties and vetoes that are others.
        """
    @property
    def target(self, /) -> Decimal:
        """
        What other targets did: other parameters of a rule of the same name.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def weight(self, /) -> Decimal:
        """
        What other points of indicators did.
        """

@final
class MovementPart:
    """
    What one indicator has in a movement.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def data(self, /) -> Decimal:
        """
        What other values did.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def part(self, /) -> str:
        """
        The indicator, or ``bonuses``, ``penalties`` or ``vetoes``.
        """
    @property
    def rule(self, /) -> Decimal:
        """
        What another rule did.
        """
    @property
    def target(self, /) -> Decimal:
        """
        What another target did.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def weight(self, /) -> Decimal:
        """
        What other points did.
        """

@final
class NearUnit:
    """
    A unit near the award line.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def award(self, /) -> bool:
        """
        Whether it is awarded.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> Decimal:
        """
        Its total.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class NeedState:
    """
    A need on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def exhausted(self, /) -> list[str]:
        """
        Where it is not met in full: the offers that it could draw on, by itself or by moving others, all used up.
        """
    @property
    def met(self, /) -> int:
        """
        How much of it is met.
        """
    @property
    def need(self, /) -> str:
        """
        The need.
        """
    @property
    def quantity(self, /) -> int:
        """
        How much.
        """
    @property
    def resource(self, /) -> str:
        """
        Of what kind.
        """
    @property
    def rivals(self, /) -> list[str]:
        """
        The needs that use these up, itself included where it uses some.
        """
    @property
    def supplies(self, /) -> list[OfferSupply]:
        """
        By which offers.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The unit.
        """

@final
class NextStep:
    """
    What follows in an election.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def by(self, /) -> date | None:
        """
        The last day for it, as counted from the poll without regard to days off.
        """
    @property
    def candidates(self, /) -> list[str]:
        """
        Among these.
        """
    @property
    def clause(self, /) -> str | None:
        """
        The clause that says so.
        """
    @property
    def must(self, /) -> bool:
        """
        Whether it must be done, or may.
        """
    @property
    def seats(self, /) -> int:
        """
        For so many seats.
        """
    @property
    def text(self, /) -> Text:
        """
        In words.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def what(self, /) -> str:
        """
        What is to be done: ``poll``, ``count``, ``ask``, ``revote``, ``draw-lot``, ``casting-vote``, ``seniority``, ``rerun``,
        ``new-poll``, ``vacancy``, ``seats-open`` or ``nothing``.
        """

@final
class NodeValue:
    """
    The value of a unit at a node of an index.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def group(self, /) -> str | None:
        """
        Its peer group, where the index ranks within groups.
        """
    @property
    def node(self, /) -> str:
        """
        The node.
        """
    @property
    def published(self, /) -> Decimal | None:
        """
        The value rounded as the index ranks it; None where it does not round.
        """
    @property
    def rank(self, /) -> float:
        """
        Its rank among all units.
        """
    @property
    def rank_in_group(self, /) -> float | None:
        """
        Its rank among its peers, where the index ranks within groups.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def value(self, /) -> float:
        """
        The value: of an indicator the normalised one.
        """

@final
class Noise:
    """
    How the values of a criterion vary from draw to draw.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    @staticmethod
    def interval(lower: SupportsGetItem[int, SupportsFloat | SupportsIndex], upper: SupportsGetItem[int, SupportsFloat | SupportsIndex]) -> Noise:
        """
        Each value anew, uniform between its bounds, which are one for each row.
        """
    @staticmethod
    def normal(deviation: SupportsFloat | SupportsIndex, /) -> Noise:
        """
        Each value plus a normal number of this standard deviation, in the unit of the values.
        """
    @staticmethod
    def uniform(half: SupportsFloat | SupportsIndex, /) -> Noise:
        """
        Each value plus a uniform number from minus to plus this, in the unit of the values.
        """

@final
class NoteTopics:
    """
    What was heard in a period by topic (民情).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def explain(self, /) -> Explanation:
        """
        The notes by topic, which add up.
        """
    @property
    def since(self, /) -> date:
        """
        The first day.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def topics(self, /) -> list[TopicCount]:
        """
        By topic, as the register lists them.
        """
    @property
    def total(self, /) -> TopicCount:
        """
        All topics together.
        """
    @property
    def until(self, /) -> date:
        """
        The first day after it.
        """

@final
class Notes:
    """
    Notes on topics: there is no field for a person.
    """
    @staticmethod
    def from_dict(obj: Plain, /) -> Notes:
        """
        Reads notes from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Notes:
        """
        Reads notes from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Notes:
        """
        Reads notes from a JSON or TOML text.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is about.
        """
    def topics(self, /, since: date | str, until: date | str, *, unit: str | None = None) -> NoteTopics:
        """
        The notes of a period by topic, in one unit or in all: how many, how many answered by its end, how long that took.
        """

@final
class OfferState:
    """
    An offer on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def offer(self, /) -> str:
        """
        The offer.
        """
    @property
    def quantity(self, /) -> int:
        """
        How much.
        """
    @property
    def resource(self, /) -> str:
        """
        Of what kind.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The unit.
        """
    @property
    def used(self, /) -> int:
        """
        How much of it is used.
        """

@final
class OfferSupply:
    """
    A part of an offer that meets a need.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def offer(self, /) -> str:
        """
        The offer.
        """
    @property
    def quantity(self, /) -> int:
        """
        How much of it.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit that offers.
        """

@final
class OfficerLoad:
    """
    An officer with the communities to serve.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def communities(self, /) -> list[str]:
        """
        The communities, in the order of their keys.
        """
    @property
    def distance(self, /) -> int:
        """
        The sum of their distances.
        """
    @property
    def least(self, /) -> int:
        """
        The least number of communities.
        """
    @property
    def most(self, /) -> int:
        """
        The greatest number of communities.
        """
    @property
    def officer(self, /) -> str:
        """
        The officer.
        """
    @property
    def price(self, /) -> int:
        """
        The officer's price in the proof: below zero where one community more would save as much, above zero where the
        lower bound costs as much.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class OpenRow:
    """
    A row of a roll that is open.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def ask(self, /) -> list[str]:
        """
        The paths of what to ask.
        """
    @property
    def row(self, /) -> int:
        """
        Its place from 0.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Opening:
    """
    One unit of a roll-call, shown to be in a record, ``shequ.opening/1``.
    """
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_dict(obj: Plain, /) -> Opening:
        """
        Reads an opening from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Opening:
        """
        Reads an opening from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Opening:
        """
        Reads an opening from a JSON or TOML text.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document, its format first.
        """

@final
class Organisation:
    """
    Units, relations, posts, holdings and events, with all their days.

    It never changes; an event makes another. Ask it as of a day: ``organisation.at("2019-05-01")``.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def amounts(self, table: TableLike, /) -> Amounts:
        """
        Exact numbers of units, to be added up: a table of ``unit``, its key, and ``value``; a unit without a row has none.
        """
    def ancestors_on(self, units: Texts, days: Days, /) -> UnitLists:
        """
        What each unit lay within on its day, the nearest first; nothing where it was not there.

        ``days`` is one day for all or a day for each.
        """
    def apply(self, event: Event | Plain, /) -> Organisation:
        """
        The organisation after one more event; this one stays as it is.
        """
    def apply_all(self, events: SupportsGetItem[int, Event | Plain], /) -> Organisation:
        """
        The organisation after many events, all or none; quicker than one by one.
        """
    def at(self, day: date | str, /) -> Snapshot:
        """
        The organisation on a day.
        """
    def changes(self, days: Days, kind: str | None = None, /) -> Table:
        """
        How many units came, went and changed from each day to the next, by the area of a kind that they lay in, or by what they
        lay in at the top: a table.
        """
    def check_log(self, log: Log, /, known_head: str | None = None) -> LogCheck:
        """
        Compares its entries with a log: how many, from the first, are those of the log.
        """
    def compare_terms(self, /, before: date | str, after: date | str, *, within: SupportsGetItem[int, str] = ..., kinds: SupportsGetItem[int, str] = ..., titles: SupportsGetItem[int, str] = ...) -> TermComparison:
        """
        One team on two days: who stayed, and how mean age (in years) and shares (in percentage points) changed, exactly.
        """
    def consolidation(self, /, since: date | str, until: date | str, *, measure: str) -> Consolidation:
        """
        The merges whose day may lie in a period, in total, counted in a measure.
        """
    def crosswalk(self, /, since: date | str, until: date | str, *, measure: str) -> Crosswalk:
        """
        Which part of each unit of one day is which unit of a later one, in shares of a measure, exactly.
        """
    def descendants_on(self, units: Texts, days: Days, /) -> UnitLists:
        """
        What lay within each unit on its day, in preorder; nothing where it was not there.

        ``days`` is one day for all or a day for each.
        """
    def diff(self, since: date | str, until: date | str, /) -> Diff:
        """
        What differs between two days, each change with the events that did it where they are known.
        """
    @property
    def entries(self, /) -> list[Event]:
        """
        The entries of its log in the order in which they apply: what happened, and what was corrected.
        """
    @staticmethod
    def from_bytes(data: bytes, /) -> Organisation:
        """
        Reads what ``to_bytes`` made. A checksum finds what was lost or changed by accident.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Organisation:
        """
        Reads an organisation from a dict; its lists may be any data frames.
        """
    @staticmethod
    def from_popolo(obj: Plain, /) -> tuple[Organisation, list[Loss]]:
        """
        Reads a Popolo document from a dict: an object with ``organizations``, ``areas``, ``posts``, ``persons`` and
        ``memberships``. Also gives what is left behind, by its path in the document; of a person only the id is read.
        """
    @staticmethod
    def from_units(units: TableLike, /, *, title: str = ..., progress: ProgressLike = ...) -> Organisation:
        """
        An organisation of the units in a table, a country's as well as a street's.

        ``units`` is any data frame, a dict of columns, a list of rows or the path of a CSV file. Its columns, all texts:
        ``key`` or ``code`` (or both), ``name``, ``kind``, ``parent``, ``from``, ``until``. A unit that changed has a row for each
        stretch of days.
        """
    def indicators(self, /, unit: str | None = None, measure: str | None = None) -> list[IndicatorRecord]:
        """
        The numbers on record with their days, units of measure and sources, of one unit or of all, of one measure or of all.
        """
    @property
    def keys(self, /) -> list[str]:
        """
        The keys of all units in order, on whatever days they exist.
        """
    def known_on(self, day: date | str, /) -> Organisation:
        """
        The organisation as it was known on a day: of its log only the entries recorded by then.
        """
    def lineage(self, key: str, /, until: date | str, *, measure: str | None = None) -> Lineage:
        """
        What a unit became until a day, with shares of a measure and the documents that did it.
        """
    @staticmethod
    def load(path: PathLike, /) -> Organisation:
        """
        Reads an organisation from a JSON or TOML file, or from what ``save`` wrote.
        """
    def log(self, key: str, /, *, actor: str, opened: date | str) -> Log:
        """
        Its entries as a hash chain: each holds the digest of its event. Entries without a day of recording stand on ``opened``.
        """
    def origins(self, key: str, /, since: date | str, *, measure: str | None = None) -> Lineage:
        """
        What a unit was made of on a day, with shares of a measure and the documents that did it.
        """
    def overview(self, /) -> Overview:
        """
        What it holds in all, and the first and last day on which something changes.
        """
    def pairing(self, /, day: date | str, kind: str, units: SupportsGetItem[int, str]) -> Pairing:
        """
        Which of the units named have an agreement of a kind on a day, and which have none.
        """
    def pairing_among(self, /, day: date | str, kind: str, unit_kinds: SupportsGetItem[int, str], *, within: str | None = None) -> Pairing:
        """
        The same for all units of some kinds on the day, those within one unit or all: who of them has no partner.
        """
    @staticmethod
    def parse(text: str, /) -> Organisation:
        """
        Reads an organisation from a JSON or TOML text.
        """
    @staticmethod
    def parse_logged(text: str, log: str, /, known_head: str | None = None) -> tuple[Organisation, LogCheck]:
        """
        Reads an organisation beside its log, either of which may have been cut off or altered: the organisation as of the
        good entries, and what was found.
        """
    def part(self, name: Literal["units", "kinds", "names", "codes", "parents", "events", "relations", "posts", "holders", "holdings", "agreements", "indicators", "statements", "statuses", "charters", "sessions", "reserves"], /) -> Table:
        """
        A part as a table: ``"names"``, ``"parents"``, ``"relations"``, ``"holdings"`` ...; what events changed is worked in.
        """
    def prefix(self, entries: SupportsIndex, /) -> Organisation:
        """
        The organisation after the first so many entries of its log.
        """
    def rollup(self, day: date | str, amounts: Amounts | None = None, /, *, extremes: bool = False) -> Rollup:
        """
        What each unit and all within it come to on a day: counts, and with ``amounts`` sums, means and shares; with ``extremes``
        also the least and the greatest.
        """
    def save(self, path: PathLike, /) -> None:
        """
        Writes ``to_bytes`` into a file, which ``load`` reads.
        """
    def series(self, unit: str, measure: str, /) -> IndicatorSeries:
        """
        A measure of a unit through time, and from each number to the next what may be compared.
        """
    def settled(self, /) -> dict[str, Any]:
        """
        The document with its events worked into the units' facts: no event is left, and any day looks the same.
        """
    def sightings(self, /, day: date | str, *, scheme: str | None = None) -> Sightings:
        """
        The units of a day as a snapshot to infer from: each with its key, its name and its code of a scheme.
        """
    @property
    def sources(self, /) -> list[Text]:
        """
        Where its data come from.
        """
    def statistics(self, /, day: date | str, *, within: SupportsGetItem[int, str] = ..., kinds: SupportsGetItem[int, str] = ..., titles: SupportsGetItem[int, str] = ..., label: str | None = None) -> Statistics:
        """
        Statistics of those who hold posts on a day: mean age, shares, vacancies, as exact ratios.

        ``within`` names units whose posts, and those of all within them, count; ``kinds`` the kinds of units; ``titles`` the
        posts. An empty list leaves its side open.
        """
    def succession(self, post: str, /) -> Succession:
        """
        Who held a post, one after the other, and when it stood empty.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is about.
        """
    def to_bytes(self, /) -> bytes:
        """
        The whole organisation with its log as bytes: a country in some tens of megabytes that are read in an instant.

        For keeping it at hand; ``to_json`` is the form to exchange and to archive.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document that it can be read from again, as a dict: what was written short comes out short.
        """
    def to_json(self, /) -> str:
        """
        The same as a text in JSON.
        """
    def to_popolo(self, /, *, lang: Literal["zh", "en"] = ...) -> tuple[dict[str, Any], list[Loss]]:
        """
        A Popolo document in one language, and what Popolo has no place for, by its path in ``settled()``.
        """
    def turnover(self, /, before: date | str, after: date | str, *, within: SupportsGetItem[int, str] = ..., kinds: SupportsGetItem[int, str] = ..., titles: SupportsGetItem[int, str] = ...) -> Turnover:
        """
        How the holders of a group of posts changed from one day to another, and why holdings ended between.
        """
    def vacancies(self, day: date | str, /) -> list[Vacancy]:
        """
        The posts that are certainly not full on a day, with the days since.
        """
    def validate(self, /, day: date | str, *, pack: Packs | Rules | Literal["cn"] | None = None, progress: ProgressLike = ...) -> Report:
        """
        What breaks a rule on a day: by which citation, on which days exactly, and what mends it.

        ``pack`` gives the rules: ``"cn"``, packs, or the rules of a day; without it the library's own defaults alone. Where
        a clause was not read, the rules that need it answer ``unknown``.
        """
    def validate_over(self, /, since: date | str, until: date | str | None = None, *, pack: Packs | Rules | Literal["cn"] | None = None, progress: ProgressLike = ...) -> Report:
        """
        Every violation on any day of ``[since, until)``, each with all its days; without ``until`` from the first day on.
        """
    def view(self, day: date | str, /, *, known: date | str) -> Snapshot:
        """
        The organisation on a day as it was known on another.
        """
    def with_table(self, name: Literal["units", "kinds", "names", "codes", "parents", "events", "relations", "posts", "holders", "holdings", "agreements", "indicators", "statements", "statuses", "charters", "sessions", "reserves"], table: TableLike, /) -> Organisation:
        """
        The organisation with the rows of a table added, in the columns that ``part`` gives: relations, posts, holders,
        holdings, agreements, indicators or statements. Nothing is added if anything is wrong.
        """

@final
class Outcome:
    """
    Total, grade and rank of a unit.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def grade(self, /) -> str | None:
        """
        The grade, if the scheme has any.
        """
    @property
    def rank(self, /) -> int | None:
        """
        The rank before ties are broken, if the scheme ranks the unit.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> Decimal:
        """
        The total.
        """

@final
class Outranking:
    """
    Majorities between each two rows, by Copeland (科普兰法).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def copeland(self, /) -> list[int]:
        """
        How many others a row beats, less how many beat it.
        """
    @property
    def dominant(self, /) -> int:
        """
        How many pairs of rows there are in which one is as good or better in every criterion and better in one.
        """
    @property
    def dominant_share(self, /) -> float:
        """
        The same as a share of all pairs.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class OverdueAnswer:
    """
    An answer that is overdue.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def days(self, /) -> int:
        """
        Days since.
        """
    @property
    def due(self, /) -> date:
        """
        The last day on which it was in time.
        """
    @property
    def key(self, /) -> str:
        """
        The key of what must be answered.
        """
    @property
    def to(self, /) -> str | None:
        """
        The body that must answer, where it is named.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Overview:
    """
    What an organisation holds in all.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def agreements(self, /) -> int:
        """
        Agreements.
        """
    @property
    def events(self, /) -> int:
        """
        Events that were applied.
        """
    @property
    def first(self, /) -> date | None:
        """
        The first day on which something changes.
        """
    @property
    def holders(self, /) -> int:
        """
        Holders of posts.
        """
    @property
    def holdings(self, /) -> int:
        """
        Holdings.
        """
    @property
    def last(self, /) -> date | None:
        """
        The last day on which something changes.
        """
    @property
    def posts(self, /) -> int:
        """
        Posts.
        """
    @property
    def relations(self, /) -> int:
        """
        Relations.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is about.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> int:
        """
        Units, on whatever days.
        """

@final
class Owners:
    """
    Owners' units by their owners, ``shequ.owners/1``: opaque keys and no names.
    """
    @staticmethod
    def from_dict(obj: Plain, /) -> Owners:
        """
        Reads owners' units from a dict.
        """
    def heads(self, rules: Rules, clause: str, /) -> HeadCount:
        """
        How many heads the units make by a clause that counts them, such as ``cn.spc.9``.

        Raises ``PackError`` (``unknown-clause``), ``ParticipationError`` (``owners-clause-not-counting``).
        """
    @staticmethod
    def load(path: PathLike, /) -> Owners:
        """
        Reads owners' units from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Owners:
        """
        Reads owners' units from a JSON or TOML text.
        """

@final
class Pack:
    """
    A checked pack of rules: law or by-laws as dated clauses with citations.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def canonical(self, /) -> str:
        """
        Its canonical form: the document as JSON on one line with sorted keys (RFC 8785), however it was written.
        """
    @property
    def clauses(self, /) -> list[Clause]:
        """
        Every version of every clause, in the order of the document.
        """
    @property
    def digest(self, /) -> str:
        """
        The digest of its content, the same whether it was written in TOML or JSON.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Pack:
        """
        Reads a pack from a dict.
        """
    @property
    def id(self, /) -> str:
        """
        Its name.
        """
    @property
    def label(self, /) -> Text:
        """
        What it holds.
        """
    @property
    def layer(self, /) -> str:
        """
        Where its instruments stand in the order of law.
        """
    @staticmethod
    def load(path: PathLike, /) -> Pack:
        """
        Reads a pack from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Pack:
        """
        Reads a pack from a JSON or TOML text.
        """
    @property
    def read_on(self, /) -> date:
        """
        The day on which its texts were read.
        """

@final
class Packs:
    """
    Rule packs that are loaded together, their layers merged; ``shequ.packs.cn`` are those of China.
    """
    def __new__(cls, packs: SupportsGetItem[int, Pack], /) -> Packs:
        """
        Loads packs together, whatever their order; a by-law may move a clause only as far as the law lets it.
        """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def at(self, day: date | str, /) -> Rules:
        """
        The rules in force on a day.
        """
    def between(self, question: str, facts: Facts | Plain, first: date | str, second: date | str, /) -> LawChange:
        """
        What changed between two days for the same question and facts: which clauses are others, both verdicts, and why they
        differ.
        """
    @property
    def clauses(self, /) -> list[str]:
        """
        The names of all clauses, sorted.
        """
    @staticmethod
    def cn() -> Packs:
        """
        The packs of China that ship: residents' committees, villagers' committees and owners' decisions.
        """
    @staticmethod
    def de() -> Packs:
        """
        The pack of German condominium owners (Wohnungseigentumsgesetz) that ships.
        """
    def decide(self, question: str, facts: Facts | Plain, /) -> Verdict:
        """
        The verdict on a question by the rules of the day that the facts name.
        """
    def gaps(self, clause: str, /, since: date | str, until: date | str | None = None) -> list[ClauseGap]:
        """
        The days of ``[since, until)`` on which a clause decides nothing, with the reason.
        """
    @staticmethod
    def gb() -> Packs:
        """
        The pack of English parish councils that ships.
        """
    @property
    def ids(self, /) -> list[str]:
        """
        The names of the packs, the highest layer first.
        """
    @property
    def packs(self, /) -> list[Pack]:
        """
        The packs, the highest layer first.
        """
    @staticmethod
    def pl() -> Packs:
        """
        The pack of Polish participatory budgets that ships.
        """
    @property
    def questions(self, /) -> list[str]:
        """
        The names of all questions, sorted.
        """
    @staticmethod
    def us() -> Packs:
        """
        The pack of Californian common interest developments that ships.
        """
    def versions(self, clause: str, /) -> list[Clause]:
        """
        Every version of a clause, the lowest layer first.
        """

@final
class Pairing:
    """
    Which units of a set have an agreement of a kind on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def agreements(self, /) -> int:
        """
        The agreements that certainly hold.
        """
    @property
    def asked(self, /) -> int:
        """
        How many units were asked about.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        The count, and who has none.
        """
    @property
    def kind(self, /) -> str:
        """
        The kind of agreement.
        """
    @property
    def paired(self, /) -> int:
        """
        How many of these are a party.
        """
    @property
    def parties(self, /) -> int:
        """
        Their parties, each agreement counted by itself.
        """
    @property
    def repeated(self, /) -> list[UnitName]:
        """
        Units that are a party to more than one of them.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unpaired(self, /) -> list[UnitName]:
        """
        Those that are not.
        """

@final
class Plan:
    """
    A plan: which grid has which buildings.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def bounds(self, /) -> tuple[int, int] | None:
        """
        The least and the most households of a grid, if there are bounds.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Plan:
        """
        Reads a plan from a dict.
        """
    @property
    def grids(self, /) -> list[Grid]:
        """
        The grids in the order of the document.
        """
    @property
    def keep_together(self, /) -> str | None:
        """
        What must not be split between grids: ``compound``, or None.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @staticmethod
    def load(path: PathLike, /) -> Plan:
        """
        Reads a plan from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Plan:
        """
        Reads a plan from a JSON or TOML text.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document ``shequ.plan/1``.
        """
    @property
    def within(self, /) -> str | None:
        """
        What each grid must lie within: ``community``, or None.
        """

@final
class PlanCheck:
    """
    What the check of a plan answers.
    """
    def __bool__(self, /) -> bool: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def bounds(self, /) -> tuple[int, int] | None:
        """
        The least and the most households of a grid, if there are bounds.
        """
    @property
    def buildings(self, /) -> int:
        """
        How many buildings the territory has.
        """
    @property
    def cut(self, /) -> Cut:
        """
        What the grids' borders cut.
        """
    def explain(self, /) -> Explanation:
        """
        Why the plan holds or not: one part for each rule, and below it each fault.
        """
    @property
    def faults(self, /) -> list[PlanFault]:
        """
        What is wrong, by kind and then in the order of the plan.
        """
    @property
    def grids(self, /) -> list[GridCheck]:
        """
        Each grid with its totals, in the order of the plan.
        """
    @property
    def households(self, /) -> int:
        """
        How many households live in them.
        """
    def of(self, kind: str, /) -> list[PlanFault]:
        """
        The faults of one kind, such as ``not-contiguous``.
        """
    @property
    def ok(self, /) -> bool:
        """
        Whether nothing was found.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class PlanFault:
    """
    A fault of a plan, with the buildings concerned.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def bound(self, /) -> int | None:
        """
        The bound that it misses.
        """
    @property
    def buildings(self, /) -> list[str]:
        """
        The buildings it concerns; of a grid beyond its bounds, all its buildings.
        """
    @property
    def grids(self, /) -> list[str]:
        """
        The grids it concerns.
        """
    @property
    def groups(self, /) -> list[str]:
        """
        The compound that is split, or the communities that are mixed.
        """
    @property
    def households(self, /) -> int | None:
        """
        The households of a grid beyond its bounds.
        """
    @property
    def kind(self, /) -> str:
        """
        What kind: ``unassigned``, ``doubled``, ``empty``, ``not-contiguous``, ``barrier-crossed``, ``too-few``,
        ``too-many``, ``compound-split`` or ``communities-mixed``.
        """
    @property
    def message(self, /) -> Text:
        """
        The same in words.
        """
    @property
    def pairs(self, /) -> list[tuple[str, str]]:
        """
        The pairs of buildings with a barrier between them that keep a grid together.
        """
    @property
    def parts(self, /) -> list[list[str]]:
        """
        The parts of a grid that does not hold together, each with its buildings.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class PledgeCount:
    """
    Pledges counted by where they stand.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def due(self, /) -> int:
        """
        Open, and not too late.
        """
    @property
    def fulfilled(self, /) -> Fraction | None:
        """
        Kept at all, of those kept or overdue.
        """
    @property
    def in_time(self, /) -> Fraction | None:
        """
        Kept in time, of those kept or overdue; none where there is none.
        """
    @property
    def kept(self, /) -> int:
        """
        Kept in time.
        """
    @property
    def kept_late(self, /) -> int:
        """
        Kept late.
        """
    @property
    def key(self, /) -> str:
        """
        The key of the party or the agreement; empty for all.
        """
    @property
    def lapsed(self, /) -> int:
        """
        Lapsed.
        """
    @property
    def not_begun(self, /) -> int:
        """
        Of agreements that do not hold yet.
        """
    @property
    def overdue(self, /) -> int:
        """
        Overdue.
        """
    @property
    def pledges(self, /) -> int:
        """
        Pledges in all.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class PledgeState:
    """
    A pledge on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def agreement(self, /) -> str:
        """
        The agreement.
        """
    @property
    def amount(self, /) -> Decimal:
        """
        How much was promised.
        """
    @property
    def content(self, /) -> Text:
        """
        What was promised.
        """
    @property
    def days_late(self, /) -> int:
        """
        How many days late it was kept, or is.
        """
    @property
    def due(self, /) -> date:
        """
        The last day on which it is kept in time.
        """
    @property
    def kept_on(self, /) -> date | None:
        """
        The day on which it was kept in full.
        """
    @property
    def missing(self, /) -> Decimal:
        """
        How much of it is not done yet.
        """
    @property
    def party(self, /) -> UnitName:
        """
        The party.
        """
    @property
    def pledge(self, /) -> str:
        """
        The pledge.
        """
    @property
    def status(self, /) -> str:
        """
        Where it stands.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Poll:
    """
    One poll as it came out.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def ballots(self, /) -> BallotKinds | None:
        """
        The ballots by kind, once they are counted.
        """
    @property
    def candidates(self, /) -> list[Candidate]:
        """
        Each name, the most votes first.
        """
    @property
    def checks(self, /) -> list[PollCheck]:
        """
        Reconciliation and turnout.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    @property
    def kind(self, /) -> str:
        """
        Why it was held: ``first``, ``revote``, ``rerun`` or ``new-poll``.
        """
    @property
    def seats(self, /) -> int:
        """
        The seats it was for.
        """
    @property
    def status(self, /) -> str:
        """
        ``valid``, ``void`` or ``unknown``.
        """
    @property
    def tie(self, /) -> Tie | None:
        """
        Who tied for the last seats.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class PollCheck:
    """
    One thing that was tested in an election or a selection, with both sides.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def added(self, /) -> int | None:
        """
        The least number of new ballots that flips it; no more than are left on the roll.
        """
    @property
    def check(self, /) -> str:
        """
        A stable word for it, such as ``returned-within-voters`` or ``turnout``.
        """
    @property
    def clause(self, /) -> str | None:
        """
        The clause that asks for it.
        """
    @property
    def label(self, /) -> Text:
        """
        What it is about.
        """
    @property
    def margin(self, /) -> int | None:
        """
        The least number of ballots that flips it while the base stands.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Whether it holds: ``met``, ``notMet`` or ``unknown``.
        """
    @property
    def text(self, /) -> str:
        """
        Both sides written out, such as ``2 × 598 > 1200``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class PostRecord:
    """
    A post on a day, with those who hold it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def capacity(self, /) -> int:
        """
        How many hold it at once.
        """
    @property
    def holders(self, /) -> list[HoldingRecord]:
        """
        Who holds it, by opaque keys, in their order.
        """
    @property
    def key(self, /) -> str:
        """
        Its key.
        """
    @property
    def mode(self, /) -> str | None:
        """
        How somebody comes into it.
        """
    @property
    def term_years(self, /) -> int | None:
        """
        The years of a term, where the post has its own.
        """
    @property
    def title(self, /) -> Text:
        """
        Its title.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The unit that has it.
        """
    @property
    def vacant(self, /) -> int:
        """
        Places that nobody certainly holds.
        """

@final
class PracticeSpread:
    """
    How far a practice has spread by a day (抓点带面).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def first(self, /) -> int:
        """
        The days from its beginning to the first adoption elsewhere; 0 where there is none.
        """
    @property
    def given_up(self, /) -> int:
        """
        How many gave it up.
        """
    @property
    def key(self, /) -> str:
        """
        The practice.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def last(self, /) -> int:
        """
        The days from its beginning to the last adoption.
        """
    @property
    def origin(self, /) -> str:
        """
        Where it began.
        """
    @property
    def reach(self, /) -> Fraction | None:
        """
        These of all units that were asked about.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> int:
        """
        How many units have it, that where it began included.
        """

@final
class Practices:
    """
    Practices and where they were taken up (典型、一居一特色).
    """
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_dict(obj: Plain, /) -> Practices:
        """
        Reads a register of practices from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Practices:
        """
        Reads a register of practices from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Practices:
        """
        Reads a register of practices from a JSON or TOML text.
        """
    def spread(self, day: date | str, units: SupportsGetItem[int, str], /) -> SpreadReport:
        """
        How far each practice has spread over some units by a day.
        """
    @property
    def title(self, /) -> Text:
        """
        What they are called.
        """

@final
class Procedure:
    """
    A procedure (程序), ``shequ.procedure/1``: steps, from which step each is counted, and what follows if one is missed.

    Raises ``ParticipationError``, for instance ``procedure-circular``, and ``DocumentError``, with every fault.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def cautions(self, rules: Rules, /) -> list[Caution]:
        """
        What a reader must know of the clauses that bound its steps, on the day of the rules: ``undated``, ``excerpt``, ``secondary``,
        ``law-changed``.

        Raises ``PackError`` with ``unknown-clause``.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Procedure:
        """
        Reads a procedure from a dict.
        """
    @property
    def id(self, /) -> str:
        """
        Its name.
        """
    @property
    def label(self, /) -> Text:
        """
        What is done by it.
        """
    @staticmethod
    def load(path: PathLike, /) -> Procedure:
        """
        Reads a procedure from a JSON or TOML file.
        """
    @staticmethod
    def of_clause(rules: Rules, clause: str, /, rest_days: Literal["roll", "stand"]) -> tuple[Procedure, list[UndecidedClause]]:
        """
        The procedure of a clause on the day of the rules, and the clauses that bound nothing then.

        ``rest_days`` says what becomes of a last day that is a day off where the law is silent: ``roll`` or ``stand``.

        Raises ``ParticipationError`` with ``procedure-not-known`` where the clause is no procedure or decides nothing on the day, and
        ``PackError`` with ``unknown-clause``.
        """
    @staticmethod
    def parse(text: str, /) -> Procedure:
        """
        Reads a procedure from a JSON or TOML text.
        """
    @property
    def steps(self, /) -> list[str]:
        """
        The keys of its steps, in their order.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document, its format first.
        """

@final
class ProcedureStep:
    """
    A step of a procedure as it stands on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def bounds(self, /) -> list[StepBound]:
        """
        How each bound was counted.
        """
    @property
    def consequence(self, /) -> Consequence | None:
        """
        What follows if it is not done in time.
        """
    @property
    def days_left(self, /) -> int | None:
        """
        Days from the day asked to the last day; negative once that is past.
        """
    @property
    def done(self, /) -> date | None:
        """
        The day on which it was done.
        """
    @property
    def earliest(self, /) -> date | None:
        """
        The first day on which it is not too early.
        """
    @property
    def kind(self, /) -> str:
        """
        What it is: ``notice``, ``roll``, ``poll``, ...
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def latest(self, /) -> date | None:
        """
        The last day on which it is in time.
        """
    @property
    def misplanned(self, /) -> bool:
        """
        Whether it is planned for a day that is too early or too late.
        """
    @property
    def missing(self, /) -> list[str]:
        """
        The steps whose days are still needed.
        """
    @property
    def planned(self, /) -> date | None:
        """
        The day for which it is planned.
        """
    @property
    def projected(self, /) -> bool:
        """
        Whether a bound rests on a step that is neither done nor planned.
        """
    @property
    def status(self, /) -> str:
        """
        How it stands: ``overdue``, ``due``, ``open``, ``upcoming``, ``unknown``, ``late``, ``early``, ``done``, ``closed``,
        ``skipped`` or ``impossible``.
        """
    @property
    def step(self, /) -> str:
        """
        Its key.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def window(self, /) -> bool:
        """
        Whether it is a time in which others may act.
        """

@final
class PublishedAppraisal:
    """
    What may be published of one subject: small classes stand together.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def classes(self, /) -> list[PublishedClass]:
        """
        The classes that are shown by themselves, then the others together.
        """
    @property
    def key(self, /) -> str:
        """
        Its key.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def quorum(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Whether the turnout is enough.
        """
    @property
    def score(self, /) -> Decimal | None:
        """
        The score, rounded; none where a class is too small to stand by itself, as beside the votes it would tell how that
        class voted.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def triggers(self, /) -> list[str]:
        """
        The keys of the triggers that fired.
        """
    @property
    def turnout(self, /) -> Fraction | None:
        """
        Those who voted of those entitled.
        """
    @property
    def votes(self, /) -> list[int] | None:
        """
        Votes for excellent, competent, basic and incompetent; None where all together are fewer than the threshold.
        """

@final
class PublishedClass:
    """
    The votes of a class, or of several small ones together.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def abstained(self, /) -> int:
        """
        Abstentions.
        """
    @property
    def classes(self, /) -> list[str]:
        """
        The classes.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def votes(self, /) -> list[int]:
        """
        Votes for excellent, competent, basic and incompetent.
        """

@final
class Question:
    """
    A question with the rules of a day, made ready to be decided many times.
    """
    def __repr__(self, /) -> str: ...
    @property
    def clauses(self, /) -> list[str]:
        """
        The names of its clauses, in order.
        """
    def decide(self, facts: Facts | Plain, /) -> Verdict:
        """
        The verdict on facts.
        """
    def decide_table(self, decisions: TableLike, /, *, margins: bool = False) -> Table:
        """
        Decides every row of a data frame, a dict of columns or a list of rows.

        Its columns are named by the paths of a facts document: ``heads.entitled``, ``heads.present``, ``heads.yes``, ``area.yes``
        (square metres; no floats) and so on; a missing cell is not known. The table has ``key``, if that is given, ``status``,
        ``deciding`` (the clause that turns the answer with the least change, as a share of its base; where several must turn,
        the one of them that needs the most) and ``missing`` (the facts to ask for, with ``;`` between them). With ``margins``
        also, for each clause, its status under its name and ``CLAUSE.switched`` and ``CLAUSE.added``: the least numbers that
        flip it. Raises ``ParticipationError`` and ``DocumentError`` with the faults of all rows.
        """
    @property
    def id(self, /) -> str:
        """
        Its name.
        """
    @property
    def label(self, /) -> Text:
        """
        What is asked.
        """
    def live(self, facts: Facts | Plain, /) -> Live:
        """
        The question over the units of facts, whose votes then come in one by one.
        """
    @property
    def rules(self, /) -> Rules:
        """
        The rules that decide it.
        """

@final
class QuotaPart:
    """
    What a measure adds to the weight of a unit.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def measure(self, /) -> str:
        """
        The measure.
        """
    @property
    def share(self, /) -> Fraction:
        """
        Its share in the sum of all units.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def value(self, /) -> Decimal:
        """
        The unit's value.
        """
    @property
    def weighted(self, /) -> Fraction:
        """
        The share times the measure's weight.
        """

@final
class QuotaPlan:
    """
    A plan by which posts follow from measures within bounds.
    """
    def allot(self, /) -> Quotas:
        """
        Divides the posts by the numbers of the plan alone; ``Snapshot.quotas`` fills in those that it leaves out.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> QuotaPlan:
        """
        Reads a plan from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> QuotaPlan:
        """
        Reads a plan from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> QuotaPlan:
        """
        Reads a plan from a JSON or TOML text.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is about.
        """

@final
class QuotaTie:
    """
    Posts that equal claims leave open.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def seats(self, /) -> int:
        """
        How many of them get one.
        """
    @property
    def settled(self, /) -> str | None:
        """
        What settled it; none where it is open.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> list[str]:
        """
        The units, each of which may get one of the posts.
        """
    @property
    def winners(self, /) -> list[str]:
        """
        The units that got one where it is settled, in the order of the draw.
        """

@final
class Quotas:
    """
    Posts by unit (核定职数), each of which is explained.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def day(self, /) -> date | None:
        """
        The day whose numbers were taken from an organisation; none where the plan gives all.
        """
    def explain(self, /) -> Explanation:
        """
        Every post with its reason: units add up to the posts, the posts of a unit to its number.
        """
    @property
    def last(self, /) -> SeatPriority | None:
        """
        The lowest priority that got a post beyond the lower bounds.
        """
    @property
    def method(self, /) -> str:
        """
        How posts followed from weights.
        """
    @property
    def next(self, /) -> SeatPriority | None:
        """
        The highest priority that got none.
        """
    @property
    def seats(self, /) -> int:
        """
        How many posts there are in all.
        """
    def table(self, /, lang: Literal["zh", "en"] = ...) -> Table:
        """
        One row a unit: weight and quotas as exact ratios, bounds, posts and ties.
        """
    @property
    def tie(self, /) -> QuotaTie | None:
        """
        The tie; none where no two units had equal claims to the last post.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is about.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> list[UnitQuota]:
        """
        The units in the order of their keys.
        """

@final
class RankBound:
    """
    The best or the worst rank of a unit.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def ahead(self, /) -> list[str]:
        """
        The units ahead of it there.
        """
    @property
    def limit(self, /) -> int:
        """
        No weights of the box give a better (worse) rank than this: proven.
        """
    @property
    def nodes(self, /) -> int:
        """
        How many nodes the search looked at.
        """
    @property
    def rank(self, /) -> int:
        """
        The best (worst) rank that was attained, at ``weights``.
        """
    @property
    def status(self, /) -> str:
        """
        ``proven`` where the two are equal, otherwise ``interval``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def weights(self, /) -> list[CriterionWeight]:
        """
        The witness: weights within the box at which the unit has this rank.
        """

@final
class RankBounds:
    """
    Between which ranks a unit stands over a box of weights.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def always_ahead(self, /) -> list[str]:
        """
        The units ahead of it under all weights of the box.
        """
    @property
    def always_behind(self, /) -> list[str]:
        """
        The units behind it under all weights of the box.
        """
    @property
    def best(self, /) -> RankBound:
        """
        Its best rank.
        """
    def check(self, /, table: ExactTable, space: WeightBox) -> RankCheck:
        """
        Checks witnesses and proofs anew, by ways of its own: exact ratios and big integers, no search and no float.
        """
    def explain(self, /) -> Explanation:
        """
        Why: who is ahead at both ends, and at which weights.
        """
    @property
    def ties(self, /) -> str:
        """
        Who is ahead where two scores are equal.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def worst(self, /) -> RankBound:
        """
        Its worst rank.
        """

@final
class RankCheck:
    """
    What the check of rank bounds found.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def limits(self, /) -> bool | None:
        """
        Whether the proofs show both limits; none where no proof was kept.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def witnesses(self, /) -> bool:
        """
        Whether both witnesses stand in the box and give their ranks.
        """

@final
class RankSample:
    """
    The ranks of units in the draws of a study; equals share the better rank.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def at_or_above(self, /, unit: str, k: SupportsIndex) -> Fraction:
        """
        The share of draws in which a unit is at rank ``k`` or above it, exactly.
        """
    def counts(self, unit: str, /) -> list[int]:
        """
        In how many draws a unit has each rank, from the first to the last.
        """
    @property
    def draws(self, /) -> int:
        """
        How many draws there are.
        """
    def duel(self, /, unit: str, other: str) -> Duel:
        """
        In how many draws a unit is ahead of another, level with it, and behind it.
        """
    def explain(self, unit: str, /, *, low: str | int | Decimal | Fraction | None = None, high: str | int | Decimal | Fraction | None = None) -> Explanation:
        """
        Why the interval of a unit is what it is: the draws at each of its ranks, which add up to all of them.
        """
    def rank(self, /, draw: SupportsIndex, unit: str) -> int:
        """
        The rank of a unit in a draw.
        """
    def ranking_chart(self, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None, low: str | int | Decimal | Fraction | None = None, high: str | int | Decimal | Fraction | None = None) -> LayerChart | VConcatChart:
        """
        The same as a chart of Altair; needs ``shequ[charts]``.
        """
    def ranking_spec(self, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None, low: str | int | Decimal | Fraction | None = None, high: str | int | Decimal | Fraction | None = None) -> dict[str, Any]:
        """
        The chart of the ranks, as a Vega-Lite specification: for each unit its median rank, the interval between ``low`` and ``high``, shares of
        the draws that are 5 % and 95 % unless given, and its best and worst rank of any draw.

        ``units`` names those that are drawn, all unless given; ``labels`` has names of units by key. Raises ``SchemeError``:
        ``chart-unknown-unit``, ``chart-unit-twice``, ``chart-no-units``, ``chart-too-many-units``, ``certainty-bounds-reversed``.
        """
    def summary(self, unit: str, /, *, low: str | int | Decimal | Fraction | None = None, high: str | int | Decimal | Fraction | None = None) -> UnitRankSummary:
        """
        What the draws say of a unit; ``low`` and ``high`` are shares of the draws, 5 % and 95 % unless given.
        """
    def table(self, /, *, low: str | int | Decimal | Fraction | None = None, high: str | int | Decimal | Fraction | None = None) -> Table:
        """
        What the draws say of every unit, as a table: ``unit``, the exact ``mean`` of its ranks as a text, their ``rank_sum`` over
        the ``draws``, the ranks ``best``, ``low``, ``median``, ``high``, ``worst``, and in how many draws it is ``first``.
        """
    @property
    def units(self, /) -> list[str]:
        """
        The units in the order of the rows.
        """

@final
class RateValue:
    """
    A rate by its numerator and denominator.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def denominator(self, /) -> Fraction:
        """
        The denominator, exactly.
        """
    @property
    def inferred(self, /) -> bool:
        """
        Whether an inferred event leads there.
        """
    @property
    def numerator(self, /) -> Fraction:
        """
        The numerator, exactly.
        """
    @property
    def rate(self, /) -> Fraction | None:
        """
        Their quotient; None where the denominator is zero.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class ReasonCount:
    """
    How often holdings ended for a reason.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def holdings(self, /) -> int:
        """
        How many.
        """
    @property
    def reason(self, /) -> str | None:
        """
        The reason; None where it is not recorded.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class RecallAnswer:
    """
    The answer to a petition for a recall (罢免), or to the poll on it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def checks(self, /) -> list[PollCheck]:
        """
        What was tested, with both sides.
        """
    def explain(self, /) -> Explanation:
        """
        Why: each test with both sides exactly, and the clause that asks for it.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Whether it stands: ``met``, ``notMet`` or ``unknown``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Record:
    """
    The record of a decision, ``shequ.decision/1``.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def digest(self, /) -> str:
        """
        The digest over the whole record.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Record:
        """
        Reads a record from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Record:
        """
        Reads a record from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Record:
        """
        Reads a record from a JSON or TOML text.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document, its format first.
        """
    def verify(self, packs: Packs, facts: Facts | Plain | None = None, /, *, calendar: Calendar | None = None) -> Verification:
        """
        Evaluates the decision again by packs, and says what differs; with ``facts`` also whether it is the record of these.

        ``calendar`` is needed where a clause counts working days.
        """
    def verify_opening(self, opening: Opening, /) -> bool:
        """
        Whether a unit was among those that decided, with the vote that the opening shows.

        Raises ``ParticipationError`` with ``record-without-units`` for a decision by tallies.
        """

@final
class Reexpressed:
    """
    Counts of the units of one day as counts of the units of another.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def ended(self, /) -> list[UnitValue]:
        """
        The counts of what ended without a successor, by unit of the first day.
        """
    def explain(self, /) -> Explanation:
        """
        The sum of what was given, as what it became and what ended.
        """
    @property
    def since(self, /) -> date:
        """
        The day of the counts.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> Fraction:
        """
        The sum of what was given: that of ``values`` and ``ended``.
        """
    @property
    def until(self, /) -> date:
        """
        The day of the units.
        """
    @property
    def values(self, /) -> list[UnitValue]:
        """
        The counts by unit of the other day.
        """

@final
class ReexpressedRates:
    """
    Rates or means of the units of one day as those of the units of another.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def explain(self, /) -> Explanation:
        """
        Each rate with its numerator and denominator.
        """
    @property
    def since(self, /) -> date:
        """
        The day of the rates.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def until(self, /) -> date:
        """
        The day of the units.
        """
    @property
    def values(self, /) -> list[RateValue]:
        """
        The rates by unit of the other day.
        """

@final
class RelationRecord:
    """
    A relation that holds on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def kind(self, /) -> str:
        """
        Its kind, such as ``leads``.
        """
    @property
    def label(self, /) -> Text:
        """
        The kind's name.
        """
    @property
    def likely(self, /) -> str:
        """
        ``possible`` where dates within bounds leave it open.
        """
    @property
    def source(self, /) -> UnitName:
        """
        The unit that leads, guides, serves.
        """
    @property
    def target(self, /) -> UnitName:
        """
        The unit that is led, guided, served.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Report:
    """
    What a validation found.
    """
    def __arrow_c_stream__(self, /, requested_schema: Any | None = None) -> Any:
        """
        Any data frame takes the report as the table of its violations.
        """
    def __eq__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def check(self, rule: str, /) -> Check | None:
        """
        The first check of a rule, if it was checked.
        """
    @property
    def checks(self, /) -> list[Check]:
        """
        The rules that were checked, those without a violation too.
        """
    @property
    def day(self, /) -> date:
        """
        The day asked about, or the first of the days.
        """
    def explain(self, /) -> Explanation:
        """
        Every check with its violations.
        """
    def of(self, rule: str, /) -> list[Finding]:
        """
        The violations of a rule.
        """
    @property
    def ok(self, /) -> bool:
        """
        Whether no rule is broken; remarks may still stand.
        """
    def table(self, /, lang: Literal["zh", "en"] = ...) -> Table:
        """
        The violations as a table.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def until(self, /) -> date | None:
        """
        The first day after those asked about; None where it is one day.
        """
    @property
    def violations(self, /) -> list[Finding]:
        """
        The violations, by rule and subject.
        """

@final
class ResourceBalance:
    """
    A kind of resource on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def matched(self, /) -> int:
        """
        How much is matched, which is the most that can be.
        """
    @property
    def needed(self, /) -> int:
        """
        How much is needed.
        """
    @property
    def offered(self, /) -> int:
        """
        How much is offered.
        """
    @property
    def resource(self, /) -> str:
        """
        The kind.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class RetrospectiveReport:
    """
    What was looked back on, as of a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def checked(self, /) -> int:
        """
        How many that were done were looked at again.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        The counts, which make the whole.
        """
    @property
    def fallen_back(self, /) -> list[str]:
        """
        Those that no longer held.
        """
    @property
    def found(self, /) -> int:
        """
        What was found by then.
        """
    @property
    def in_time(self, /) -> int:
        """
        What was done in time.
        """
    @property
    def late(self, /) -> int:
        """
        What was done late.
        """
    @property
    def open(self, /) -> list[str]:
        """
        What is open and not due.
        """
    @property
    def overdue(self, /) -> list[str]:
        """
        What is due and not done.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Retrospectives:
    """
    What was looked back on (回头看、述职): what fell short, what was promised, and whether it holds.
    """
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_dict(obj: Plain, /) -> Retrospectives:
        """
        Reads a register of retrospectives from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Retrospectives:
        """
        Reads a register of retrospectives from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Retrospectives:
        """
        Reads a register of retrospectives from a JSON or TOML text.
        """
    def report(self, day: date | str, subject: str | None = None, /) -> RetrospectiveReport:
        """
        What was found, done, overdue and fallen back by a day, of one subject or of all.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is called.
        """

@final
class RollAsk:
    """
    Something to ask for some rows of a roll.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def label(self, /) -> Text:
        """
        What is asked.
        """
    @property
    def path(self, /) -> str:
        """
        Its path.
        """
    @property
    def rows(self, /) -> int:
        """
        For how many rows.
        """
    @property
    def sensitive(self, /) -> bool:
        """
        Whether it is a sensitive fact.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class RollCheck:
    """
    A roll that was checked: counts, and the rows that are open. Persons are not in it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def asks(self, /) -> list[RollAsk]:
        """
        What to ask, and for how many rows.
        """
    @property
    def cautions(self, /) -> list[Caution]:
        """
        What a reader must know beside the answer.
        """
    @property
    def day(self, /) -> date:
        """
        The day whose rules decided.
        """
    def explain(self, /) -> Explanation:
        """
        The rows by their answers, which add up, and what to ask for how many.
        """
    @property
    def households(self, /) -> HouseholdCount | None:
        """
        The households, where the question asks for one representative of each and the table names them.
        """
    @property
    def label(self, /) -> Text:
        """
        What was asked.
        """
    @property
    def met(self, /) -> int:
        """
        How many may take part.
        """
    @property
    def not_met(self, /) -> int:
        """
        How many may not.
        """
    @property
    def open(self, /) -> list[OpenRow]:
        """
        The rows that are open, by their place from 0, with what to ask.
        """
    @property
    def question(self, /) -> str:
        """
        The question.
        """
    @property
    def rows(self, /) -> int:
        """
        How many rows there are.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unknown(self, /) -> int:
        """
        For how many it is open.
        """

@final
class RolledPart:
    """
    A unit below and what it brought.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def grade(self, /) -> str | None:
        """
        Its grade.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> Decimal:
        """
        Its total.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def weight(self, /) -> Decimal | None:
        """
        Its weight.
        """

@final
class RolledUp:
    """
    A value that was rolled up.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def column(self, /) -> str:
        """
        The column.
        """
    @property
    def exact(self, /) -> Fraction | None:
        """
        The exact value; None where no unit lies below, or none with a weight.
        """
    @property
    def from_(self, /) -> str:
        """
        The stage that it came from, ``from`` in the plain form.
        """
    @property
    def how(self, /) -> str:
        """
        What was made of the totals: ``mean``, ``minimum``, ``weighted`` or ``share``.
        """
    @property
    def parts(self, /) -> list[RolledPart]:
        """
        The units below.
        """
    @property
    def stage(self, /) -> str:
        """
        The stage that it went into.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def value(self, /) -> str | None:
        """
        The value as it went into the column.
        """

@final
class Rollup:
    """
    What each unit and all within it come to on a day: ``rollup["350502"]`` is one, and any data frame library reads all as
    the columns ``unit``, ``count``, ``known``, ``sum``, ``least`` and ``most``.
    """
    def __arrow_c_stream__(self, /, requested_schema: Any | None = None) -> Any:
        """
        The table as an Arrow stream; data frame libraries call this.
        """
    def __getitem__(self, unit: str, /) -> UnitRollup: ...
    def __repr__(self, /) -> str: ...
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def table(self, /) -> Table:
        """
        All units of the day as a table.
        """

@final
class RosterCounts:
    """
    The team of the two committees as counts, without its members.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def area(self, /) -> UnitName:
        """
        The area.
        """
    @property
    def both_heads(self, /) -> int:
        """
        Heads at the head of both.
        """
    @property
    def cross(self, /) -> int:
        """
        Heads in both committees.
        """
    @property
    def cross_rate(self, /) -> Fraction | None:
        """
        The same of all heads.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        Why.
        """
    @property
    def heads(self, /) -> int:
        """
        Heads.
        """
    @property
    def holdings(self, /) -> int:
        """
        Holdings; somebody in two posts counts twice.
        """
    @property
    def places(self, /) -> int:
        """
        Places in their posts.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def vacant(self, /) -> int:
        """
        Places that nobody certainly holds.
        """

@final
class RosterMember:
    """
    Somebody in a roster, by an opaque key.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def both_heads(self, /) -> bool:
        """
        Whether at the head of both (一肩挑).
        """
    @property
    def cross(self, /) -> bool:
        """
        Whether in both committees (交叉任职).
        """
    @property
    def holder(self, /) -> str:
        """
        The opaque key.
        """
    @property
    def posts(self, /) -> list[RosterPost]:
        """
        The posts, by their keys.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class RosterPost:
    """
    A post in a roster.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def post(self, /) -> str:
        """
        The key of the post.
        """
    @property
    def title(self, /) -> Text:
        """
        Its title.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The unit that has it.
        """

@final
class Rules:
    """
    The rules in force on a day.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def accepting_secondary(self, /) -> Rules:
        """
        The same rules for a caller who lets clauses decide that are known only second-hand.
        """
    def accepting_undated(self, /) -> Rules:
        """
        The same rules for a caller who lets clauses decide of which nobody knows since when they are in force.
        """
    @property
    def accepts_secondary(self, /) -> bool:
        """
        Whether clauses known only second-hand decide.
        """
    @property
    def accepts_undated(self, /) -> bool:
        """
        Whether clauses decide of which nobody knows since when they are in force.
        """
    def ask(self, clause: str, /) -> Answer:
        """
        What a clause says on the day, with its source, or why that is not known.
        """
    def cautions(self, clause: str, /) -> list[Caution]:
        """
        What a reader must know beside what a clause says on the day: ``undated``, ``excerpt``, ``secondary``, and ``law-changed``
        where the law that its instrument carries out is another since. Empty where the clause decides nothing.

        Raises ``PackError`` with ``unknown-clause``.
        """
    def changes_to(self, after: Rules, question: str, facts: Facts | Plain, /) -> LawChange:
        """
        What is other by other rules, of another day or another stack of packs, for the same question and facts.
        """
    def clause(self, clause: str, /) -> Clause:
        """
        The clause in force, whatever its certainty; raises where none is.
        """
    @property
    def clauses(self, /) -> list[Clause]:
        """
        Every clause in force on the day, by name.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def decide(self, question: str, facts: Facts | Plain, /, *, answers: dict[str, bool] | None = None) -> Verdict:
        """
        The verdict on a question; ``answers`` by clause to what is sensitive of a person are kept nowhere.
        """
    def lint(self, by_law: Pack, /) -> list[LintFinding]:
        """
        What a by-law changes of these rules: what it lets through that they forbid, each with the smallest counterexample,
        and what it asks beyond them.
        """
    @property
    def packs(self, /) -> Packs:
        """
        The packs they come from.
        """
    def question(self, question: str, /) -> Question:
        """
        A question made ready to be decided many times.
        """
    def with_calendar(self, calendar: Calendar, /) -> Rules:
        """
        The same rules with a calendar of working days, by which deadlines are counted.
        """

@final
class Scheme:
    """
    An evaluation scheme (责任书, 考核办法): what is measured, and how a value becomes points.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def columns(self, /) -> list[SchemeColumn]:
        """
        The columns that ``evaluate`` reads.
        """
    def evaluate(self, data: TableLike | Cells, /, *, progress: ProgressLike = ...) -> Scorecard:
        """
        Scores every unit of a table, ranks them and gives awards.

        The table is any data frame, a dict of columns, a list of rows, or a document ``shequ.cells/1`` as a dict. It has
        a column ``unit``, for peer groups a column ``group``, and the columns that ``scheme.columns`` lists. Floats are
        read as their shortest decimal and refused where they have more digits than the indicator's scale.
        """
    def evaluate_in(self, data: TableLike | Cells, snapshot: Snapshot, /) -> Scorecard:
        """
        The same, where each id must be declared in an organisation: a unit where the scheme evaluates units, a post where it
        evaluates posts, that certainly is there on the day.

        A scheme of services names them itself. Raises ``SchemeError``: ``subject-not-there``, ``services-not-named``, and those
        of ``evaluate``.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Scheme:
        """
        Reads a scheme from a dict.
        """
    @property
    def grades(self, /) -> list[str]:
        """
        The keys of the grades from the best to the worst.
        """
    @property
    def indicators(self, /) -> list[Indicator]:
        """
        The indicators in the order of the document.
        """
    @staticmethod
    def load(path: PathLike, /) -> Scheme:
        """
        Reads a scheme from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Scheme:
        """
        Reads a scheme from a JSON or TOML text.
        """
    @property
    def rounding(self, /) -> str:
        """
        How scores and totals are rounded.
        """
    @property
    def subject(self, /) -> str:
        """
        What it evaluates: ``units``, ``posts`` or ``services``.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is called.
        """
    @property
    def total(self, /) -> Fraction:
        """
        The points of all groups together, without bonuses.
        """
    @property
    def warnings(self, /) -> list[SchemeWarning]:
        """
        What its author should look at, though it is valid.
        """

@final
class SchemeColumn:
    """
    A column that a scheme reads.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def kind(self, /) -> str:
        """
        What its cells hold: ``text``, ``number``, ``count``, ``rate`` or ``yes-no``.
        """
    @property
    def name(self, /) -> str:
        """
        Its name.
        """
    @property
    def required(self, /) -> bool:
        """
        Whether it must be there; cells may still be missing.
        """
    @property
    def scale(self, /) -> int:
        """
        The decimals of its numbers.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class SchemeSets:
    """
    Schemes with the kinds of units and the days they are for (考核转变).
    """
    def __repr__(self, /) -> str: ...
    def evaluate(self, data: TableLike, day: date | str, /) -> SetCards:
        """
        Evaluates each unit by the set of its kind on a day.

        The table is that of every set together, with a column ``kind`` where sets are for kinds, and, where units are evaluated
        as of different days, a column ``day``, which goes before the day given here. Raises ``SchemeError``:
        ``no-set-for-unit``, ``set-day-unreadable``, and those of ``Scheme.evaluate``.
        """
    def evaluate_in(self, data: TableLike, snapshot: Snapshot, /) -> SetCards:
        """
        The same, where the kind of a unit is that which it has in an organisation on the day.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> SchemeSets:
        """
        Reads the sets from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> SchemeSets:
        """
        Reads the sets from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> SchemeSets:
        """
        Reads the sets from a JSON or TOML text.
        """
    @property
    def sets(self, /) -> list[tuple[str, Scheme]]:
        """
        The keys of the sets with their schemes, in the order of the document.
        """
    @property
    def title(self, /) -> Text:
        """
        What they are called.
        """

@final
class SchemeWarning:
    """
    Something in a valid scheme that its author should look at.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        Its stable code.
        """
    @property
    def message(self, /) -> Text:
        """
        What it is about.
        """
    @property
    def path(self, /) -> str:
        """
        Where in the scheme.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class ScoreGap:
    """
    How far a unit is from another mark, indicator by indicator: the parts add up to the whole exactly.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def explain(self, /) -> Explanation:
        """
        The parts, which add up to the gap.
        """
    @property
    def gap(self, /) -> Fraction:
        """
        The mark less what the unit has, in points, before the total is rounded.
        """
    @property
    def mark(self, /) -> str:
        """
        What it is compared with: ``best``, ``median`` or ``full``.
        """
    @property
    def other(self, /) -> str | None:
        """
        The unit that is the best; None for the other marks.
        """
    @property
    def parts(self, /) -> list[GapPart]:
        """
        What each indicator, the bonuses, the penalties and the vetoes have in it.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class Scorecard:
    """
    What an evaluation found: scores, grades, ranks and awards of every unit.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def affected(self, before: Scorecard, /) -> list[AffectedUnit]:
        """
        The units that have another score, grade, rank or award than in a scorecard of the same units, before and after.
        """
    def changed(self, changes: Plain, /) -> Scorecard:
        """
        The scorecard with some values changed, worked out from this one.

        ``changes`` is a list of dicts with ``unit``, ``column`` and ``value``; a value of None takes the old one away, that of
        a veto is 1 or 0. Raises ``SchemeError`` with the place of the change: ``changes[2].value``.
        """
    def cheapest(self, unit: str, costs: Plain, /, *, grade: str | None = None, rank: SupportsIndex | None = None, limit: SupportsIndex = ..., progress: ProgressLike = ...) -> Cheapest:
        """
        The cheapest changes by which a unit reaches a grade or a rank.

        ``costs`` is a dict from columns to what one step of their last decimal costs, zero or more; other columns stay as they
        are. Where a value is missing, ``{"step": 2, "report": 5}`` says what it costs to report it: it then starts from the worst
        there is. ``limit`` is the number of sets of changes that are kept at most: beyond it the answer is marked as not proven.
        Raises as ``what_if``, and ``no-such-column``, ``negative-cost``, ``cost-out-of-range``, ``no-costs``;
        ``Stopped``.
        """
    def contribution_chart(self, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None, parts: Literal["indicators", "groups"] | None = None) -> LayerChart | VConcatChart:
        """
        The same as a chart of Altair; needs ``shequ[charts]``.
        """
    def contribution_spec(self, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None, parts: Literal["indicators", "groups"] | None = None) -> dict[str, Any]:
        """
        The chart of what makes each total, as a Vega-Lite specification: a bar for each unit, stacked of its indicators or groups, bonuses,
        penalties, vetoes and rounding, which add up to the total exactly.

        ``parts`` is ``indicators`` or ``groups``; indicators where at most eight bring points unless given. Numbers are floats to be drawn;
        the exact ones stand beside them as texts. ``units`` names those that are drawn, all unless given; ``labels`` has names by key.
        Raises ``SchemeError``: ``chart-unknown-unit``, ``chart-unit-twice``, ``chart-no-units``, ``chart-too-many-units``.
        """
    @property
    def digest(self, /) -> str:
        """
        The digest of every unit's values, scores, total, grade, rank and award, whatever the order of units was.
        """
    def exact_table(self, /, *, parts: Literal["indicators", "groups"] = ..., group: str | None = None) -> ExactTable:
        """
        The scorecard as an exact table, to ask how ranks depend on the weights of the scheme: a row for each unit of a peer group, a
        criterion for each of the ``groups`` of the first level or of the ``indicators``. Under ``part_points`` as weights the score of a
        unit is its total before rounding.

        ``group`` names the peer group where there are several. Bonuses and penalties count in full, whatever the weights. Raises
        ``SchemeError``: ``certainty-peer-group-missing``, ``unknown-group``, ``certainty-too-many-digits``.
        """
    def explain(self, /, unit: str) -> Explanation:
        """
        Why a unit has its total: every point, its rule and its arithmetic; the parts add up exactly.
        """
    def gap(self, unit: str, mark: Literal["best", "median", "full"] = ..., /) -> ScoreGap:
        """
        How far a unit is from the ``best`` of its peers, from their ``median`` or from ``full`` points; the parts add up.
        """
    def heat_chart(self, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None) -> LayerChart | VConcatChart:
        """
        The same as a chart of Altair; needs ``shequ[charts]``.
        """
    def heat_spec(self, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None) -> dict[str, Any]:
        """
        The heat map of indicators, as a Vega-Lite specification: for each unit and indicator the share of its full points.

        A missing value whose points went to its siblings is grey. Options and errors as of ``contribution_spec``.
        """
    def line_table(self, /) -> Table:
        """
        One row a unit: the score of each indicator under its key.
        """
    def lines(self, /, unit: str) -> list[Line]:
        """
        The score of each indicator of a unit, in the order of the scheme.
        """
    @property
    def lots(self, /) -> list[LotDraw]:
        """
        The lots that were drawn for the last places of an award, one a peer group at most.
        """
    def movement(self, before: Scorecard, unit: str, /) -> Movement:
        """
        What moved the total of a unit since an earlier evaluation: other values, targets, rules and points; they add up.
        """
    def part_points(self, /, *, parts: Literal["indicators", "groups"] = ...) -> list[Fraction]:
        """
        The points of each part, the ``groups`` of the first level or the ``indicators``: the weights that the scheme itself gives the
        criteria of ``exact_table``, in their order.
        """
    def rank_intervals(self, /, draws: SupportsIndex = 1000, *, seed: SupportsIndex = 0, spread: SupportsFloat | SupportsIndex = 0.25, parts: Literal["indicators", "groups"] = ..., group: str | None = None, progress: ProgressLike = ...) -> RankSample:
        """
        How far the ranks of a peer group depend on the weights of the scheme: their intervals over draws, each weight up to ``spread``
        of itself more or less. Options and errors as of ``exact_table``, ``certainty-out-of-range``, ``Stopped``.
        """
    def ranking(self, /) -> list[list[UnitScore]]:
        """
        The units of each peer group from the best to the worst; empty where the scheme does not rank.
        """
    def score(self, /, unit: str) -> UnitScore:
        """
        What the evaluation says of a unit.
        """
    def scores(self, /) -> list[UnitScore]:
        """
        What the evaluation says of every unit, in their order.
        """
    def slope_chart(self, before: Scorecard, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None, basis: Literal["rank", "total"] | None = None) -> LayerChart | VConcatChart:
        """
        The same as a chart of Altair; needs ``shequ[charts]``.
        """
    def slope_spec(self, before: Scorecard, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None, basis: Literal["rank", "total"] | None = None) -> dict[str, Any]:
        """
        The slopes of two periods, as a Vega-Lite specification: the ``rank`` or the ``total`` of each unit in an earlier scorecard and in this
        one, coloured by whether it rose or fell.

        Units that are in one period only, or have no rank in one, are left out. Options and errors as of ``contribution_spec``.
        """
    def summary(self, /) -> Summary:
        """
        The evaluation in figures.
        """
    def table(self, /) -> Table:
        """
        One row a unit: unit, group, total, grade, rank, award and what they are made of.
        """
    def to_dicts(self, /) -> list[dict[str, Any]]:
        """
        The plain form: one dict a unit, exact numbers as texts.
        """
    def total(self, /, unit: str) -> Decimal:
        """
        The total of a unit.
        """
    @property
    def units(self, /) -> list[str]:
        """
        The units in the order of the table, or of the scheme where it names them.
        """
    @property
    def warnings(self, /) -> list[SchemeWarning]:
        """
        What in the values one should look at: peer groups too small to be ranked or to have a place of an award, units without a
        row, rates over few cases.
        """
    def what_if(self, unit: str, /, *, grade: str | None = None, rank: SupportsIndex | None = None) -> WhatIf:
        """
        What a unit would have to change to reach a grade or a rank: for each column the smallest change of it alone, in steps
        of its last decimal, all other values and units as they are.

        Give one of ``grade`` and ``rank``. Raises ``SchemeError``: ``unknown-unit``, ``not-one-goal``, ``no-such-grade``,
        ``no-goal``, ``rank-out-of-range``.
        """

@final
class ScreenedUnit:
    """
    A unit that was left out for its data.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def available(self, /) -> int:
        """
        How many of its values are there.
        """
    @property
    def not_zero(self, /) -> int:
        """
        How many of these are not zero.
        """
    @property
    def of(self, /) -> int:
        """
        How many indicators there are.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class SealedTexts:
    """
    The texts and salts beside a log, which may be erased while the chain still verifies.
    """
    def __len__(self, /) -> int: ...
    def __new__(cls, /) -> SealedTexts:
        """
        A store without texts.
        """
    def __repr__(self, /) -> str: ...
    def erase(self, seq: SupportsIndex, /) -> int:
        """
        Erases every text and salt of an entry; how many there were.
        """
    def erase_part(self, seq: SupportsIndex, part: str, /) -> bool:
        """
        Erases the text and salt of one part; whether they were there.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> SealedTexts:
        """
        Reads the texts from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> SealedTexts:
        """
        Reads the texts from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> SealedTexts:
        """
        Reads the texts from a JSON or TOML text.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document ``shequ.sealed/1``.
        """

@final
class SeatPriority:
    """
    What stands behind a seat: the higher, the sooner it is given.

    Adams' and Hill's first seats have a divisor of zero, so they come before all others; among these the larger weight
    comes first. Hill's priorities are squared; those of the largest remainder are the remainders.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def before_all(self, /) -> bool:
        """
        Whether it comes before all that are not.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def value(self, /) -> Fraction:
        """
        The quotient, or the weight where the divisor is zero.
        """

@final
class SectorCoverage:
    """
    How far the units of a sector have a body of some kinds.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def bodies(self, /) -> int:
        """
        How many bodies there are for them; one that several units share counts once.
        """
    @property
    def covered(self, /) -> int:
        """
        How many of them have a body, of their own or together with others.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def rate(self, /) -> Fraction | None:
        """
        Covered units of all units.
        """
    @property
    def sector(self, /) -> str:
        """
        The sector; empty for all together.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def uncovered(self, /) -> list[UnitName]:
        """
        The units without a body.
        """
    @property
    def units(self, /) -> int:
        """
        Its units on the day.
        """

@final
class Sectors:
    """
    Which unit belongs to which sector.
    """
    @staticmethod
    def from_dict(obj: Plain, /) -> Sectors:
        """
        Reads a register of sectors from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Sectors:
        """
        Reads a register of sectors from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Sectors:
        """
        Reads a register of sectors from a JSON or TOML text.
        """
    @property
    def title(self, /) -> Text:
        """
        What it is about.
        """

@final
class Selection:
    """
    A staged selection (公开推荐, 票决, 预审, 公示, 责任追究) and how far it has come, ``shequ.selection/1``; persons are only counted.

    ``sq.Selection.load("selection.toml").state().next`` is the stage that follows.

    Raises ``ParticipationError``, for instance ``selection-stage-not-due``, and ``DocumentError``, with every fault.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def admit(self, stage: str, entered: SupportsGetItem[int, str], answer: Answers, /) -> Admission:
        """
        Asks each clause of a stage about each one who enters it, and counts.

        ``answer`` is called as ``answer(who, clause)`` and returns ``True``, ``False`` or ``None`` for what is not known. The answers
        are dropped: only who passes, and how many do not, comes back. Raises ``ParticipationError`` with ``unknown-stage``.
        """
    @property
    def digest(self, /) -> str:
        """
        The digest of the document: note it elsewhere, and a change is found.
        """
    def explain(self, /) -> Explanation:
        """
        Why: each stage with what it asks and what was found.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Selection:
        """
        Reads a selection from a dict.
        """
    @property
    def id(self, /) -> str:
        """
        Its name.
        """
    @property
    def label(self, /) -> Text:
        """
        Who is selected for what.
        """
    @staticmethod
    def load(path: PathLike, /) -> Selection:
        """
        Reads a selection from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Selection:
        """
        Reads a selection from a JSON or TOML text.
        """
    def state(self, /) -> SelectionState:
        """
        How far it has come, with what was tested.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document, its format first.
        """

@final
class SelectionStage:
    """
    One stage that was held.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def checks(self, /) -> list[PollCheck]:
        """
        What was tested, with both sides.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def stage(self, /) -> str:
        """
        Its key.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        Whether it was held as it must be.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class SelectionState:
    """
    How far a selection has come.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def left(self, /) -> int | None:
        """
        How many are still in it.
        """
    @property
    def next(self, /) -> str | None:
        """
        The stage that follows.
        """
    @property
    def selection(self, /) -> str:
        """
        The name of the selection.
        """
    @property
    def stages(self, /) -> list[SelectionStage]:
        """
        Each stage that was held.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        ``met`` once every stage was held as it must be; ``notMet`` if one was not; ``unknown`` as long as one is open.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class SeriesStep:
    """
    From one number of a series to the next.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def change(self, /) -> Decimal | None:
        """
        The later less the earlier; none where they may not be compared.
        """
    @property
    def comparable(self, /) -> str:
        """
        Whether the two may be compared.
        """
    @property
    def reasons(self, /) -> list[str]:
        """
        Why not, or with what caution.
        """
    @property
    def relative(self, /) -> Fraction | None:
        """
        The change over the earlier number; none where that is zero or they may not be compared.
        """
    @property
    def since(self, /) -> str | None:
        """
        The earlier day.
        """
    @property
    def to(self, /) -> str | None:
        """
        The later day.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit_of_change(self, /) -> str:
        """
        What the change is written in: an age changes by years, a share by percentage points.
        """

@final
class SetCards:
    """
    What an evaluation by sets found: a scorecard for each set.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def cards(self, /) -> list[tuple[str, Scorecard]]:
        """
        The sets by their keys with the units of each, scored, in the order of the document.
        """
    @property
    def digest(self, /) -> str:
        """
        The digest of the scorecards of all sets.
        """
    def explain(self, unit: str, /) -> Explanation:
        """
        Why a unit has its total, and by which set.
        """
    def score(self, unit: str, /) -> SetScore:
        """
        What the evaluation says of a unit, and by which set.
        """
    def scores(self, /) -> list[SetScore]:
        """
        The same of every unit, in the order of the table.
        """
    def to_dicts(self, /) -> list[dict[str, Any]]:
        """
        The plain form: one dict a unit, exact numbers as texts.
        """
    @property
    def unread(self, /) -> list[UnreadColumn]:
        """
        The columns that hold values of units whose set does not read them: values that count for nothing.
        """

@final
class SetScore:
    """
    What an evaluation says of one unit, and by which set.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def score(self, /) -> UnitScore:
        """
        The score.
        """
    @property
    def set(self, /) -> str:
        """
        The key of the set.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class SetUpRow:
    """
    A body to set up, and the areas that it is for.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def areas(self, /) -> list[UnitName]:
        """
        The areas, by their keys.
        """
    @property
    def body(self, /) -> UnitName | None:
        """
        The body that there is, if there is one.
        """
    @property
    def choice(self, /) -> BodyChoice:
        """
        The kind that fits.
        """
    @property
    def how(self, /) -> str:
        """
        How.
        """
    @property
    def members(self, /) -> int:
        """
        Their members together.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Shape:
    """
    Skewness and kurtosis of an indicator.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def kurtosis(self, /) -> float:
        """
        Excess kurtosis: 0 for a normal distribution.
        """
    @property
    def skewness(self, /) -> float:
        """
        Skewness; above zero where the long tail is on the right.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Share:
    """
    A share of a group, as counted.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def percent(self, /) -> Decimal | None:
        """
        In percent with two decimals, a half up.
        """
    @property
    def rate(self, /) -> Fraction | None:
        """
        How many of how many; None where it is known of nobody.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit of measure of ``percent``.
        """
    @property
    def unknown(self, /) -> int:
        """
        Heads of whom it is not known; they are in no side of the rate.
        """

@final
class Sharing:
    """
    Offers matched to needs (资源共享), as much as can be.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        By kind of resource: what is met adds up by need; what is not names the bottleneck.
        """
    @property
    def needs(self, /) -> list[NeedState]:
        """
        The needs that hold on the day, as they stand in the document.
        """
    @property
    def offers(self, /) -> list[OfferState]:
        """
        The offers that hold on the day, as they stand in the document.
        """
    @property
    def resources(self, /) -> list[ResourceBalance]:
        """
        By kind of resource.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Sides:
    """
    Both sides of a comparison, exactly.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def base(self, /) -> str:
        """
        Of how many.
        """
    @property
    def base_value(self, /) -> int | float | str | Decimal | Fraction | date | Text | None:
        """
        The base, if it is known.
        """
    @property
    def comparison(self, /) -> str:
        """
        Whether the share itself is enough.
        """
    @property
    def left(self, /) -> str | None:
        """
        The left side multiplied out.
        """
    @property
    def measure(self, /) -> str:
        """
        In which measure: ``heads``, ``area``, ...
        """
    @property
    def part(self, /) -> str:
        """
        What is counted.
        """
    @property
    def part_value(self, /) -> int | float | str | Decimal | Fraction | date | Text | None:
        """
        The part, if it is known.
        """
    @property
    def right(self, /) -> str | None:
        """
        The right side multiplied out.
        """
    @property
    def share(self, /) -> str:
        """
        The share.
        """
    @property
    def text(self, /) -> str | None:
        """
        The comparison written out, such as ``3 × 182.68 >= 2 × 274.02``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Sightings:
    """
    The units of a snapshot that no document links to another.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_dict(obj: Plain, /) -> Sightings:
        """
        Reads units from a dict.
        """
    @staticmethod
    def load(path: PathLike, /) -> Sightings:
        """
        Reads units from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Sightings:
        """
        Reads units from a JSON or TOML text.
        """

@final
class SmallestChange:
    """
    The smallest change of one column alone, all else as it is.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def column(self, /) -> str:
        """
        The column.
        """
    @property
    def from_(self, /) -> Decimal | None:
        """
        Its value, ``from`` in the plain form; None where it is missing.
        """
    @property
    def label(self, /) -> Text:
        """
        What the column is about.
        """
    @property
    def steps(self, /) -> int | None:
        """
        How many steps that are, each of the last decimal of the column; from a missing value none are counted.
        """
    @property
    def then(self, /) -> Outcome:
        """
        How it stands then, or with the best value where the goal is out of reach.
        """
    @property
    def to(self, /) -> Decimal | None:
        """
        The value that reaches the goal, the nearest to the present one; None where no value of this column alone does.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Snapshot:
    """
    An organisation on a day.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def ancestors(self, units: Texts, /) -> UnitLists:
        """
        What each unit lies within, the nearest first.
        """
    def common_ancestors(self, a: Texts, b: Texts, /) -> Table:
        """
        The nearest unit that both of each pair lie within, or are: a table of ``a``, ``b`` and ``common``, which is missing
        where they lie in no common unit.
        """
    def conference(self, unit: str, /) -> ConferenceRecord:
        """
        A body that meets: convenors, members, charter, cadence.
        """
    def coverage(self, kinds: SupportsGetItem[int, str], /, within: str | None = None) -> CoverageMatrix:
        """
        How many bodies of some kinds each community has, or each of those within a unit.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def descendants(self, units: Texts, /) -> UnitLists:
        """
        What lies within each unit, in preorder.
        """
    def diagram(self, /, root: str | None = None, *, depth: SupportsIndex = 3, lang: Literal["zh", "en"] = ..., format: Literal["mermaid", "graphviz"] = ..., most: SupportsIndex = 480) -> Diagram:
        """
        The units within ``root`` (a key, code or name) down to ``depth`` levels; without ``root``, from the top.

        A Mermaid flowchart, or a graph for Graphviz; one of more than ``most`` boxes or lines is refused.
        """
    def duties(self, duties: Duties, /) -> DutyReport:
        """
        Looks at every duty of the day in every area where it has to be done: gaps, overlaps, wrong hands.
        """
    def find(self, words: str, /) -> Unit:
        """
        A unit by its key, or else by a code of the day, or else by its name of the day in either language.
        """
    def joint_roster(self, area: str, /) -> JointRoster:
        """
        The roster of the two committees of an area: posts and heads counted apart.
        """
    def lines_and_blocks(self, kind: str, /) -> LineBlockMatrix:
        """
        Lines against blocks: for each area of a kind which superior leads how many bodies, with a fragmentation index.
        """
    def posts(self, unit: str | None = None, /) -> list[PostRecord]:
        """
        The posts of the units of the day with those who hold them, or the posts of one unit.
        """
    def quotas(self, plan: QuotaPlan, /) -> Quotas:
        """
        Divides posts by a plan; values that the plan leaves out are the last that the organisation counted by the day.
        """
    def relations(self, /) -> list[RelationRecord]:
        """
        The relations that hold between units of the day.
        """
    def roots(self, /) -> list[Unit]:
        """
        The units that lie within none.
        """
    def sector_coverage(self, sectors: Sectors, kinds: SupportsGetItem[int, str], /) -> CoverageReport:
        """
        How far the units of each sector have a body of some kinds on the day.
        """
    def set_up(self, members: dict[str, SupportsIndex], /, *, pack: Packs | Rules | Literal["cn"] | None = None) -> list[SetUpRow]:
        """
        How party bodies are set up over areas: ``members`` counts those of each area, by its key.
        """
    def statuses(self, /) -> list[StatusRecord]:
        """
        The statuses of the day: transitions with their deadlines, bodies for a time, how a branch was set up.
        """
    def superiors(self, unit: str, /) -> list[Superior]:
        """
        What leads a unit, the primary first, with its aspect where the leadership is dual.
        """
    def table(self, /, lang: Literal["zh", "en"] = ...) -> Table:
        """
        The units as a table: key, name, kind, code, parent, depth and likely.
        """
    def tiers(self, within: str | None = None, /) -> TierTable:
        """
        The three tiers of every community, or of those within a unit, and what is missing.
        """
    def to_jsonld(self, base: str, /) -> dict[str, Any]:
        """
        The day as linked data, JSON-LD in the terms of the W3C Organization Ontology.

        ``base`` is what every name begins with, such as ``https://example.org/``.
        """
    def unit(self, key: str | None = None, /, *, code: str | None = None, scheme: str | None = None) -> Unit:
        """
        A unit by its key, or by a code that it bears on the day.
        """
    def units(self, /) -> list[Unit]:
        """
        The units in preorder, siblings in the order of their keys.
        """

@final
class SobolIndex:
    """
    How much of the variance of an output an input accounts for.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def first(self, /) -> float:
        """
        The first-order index: the share of the variance that goes when this input alone is known.
        """
    @property
    def first_high(self, /) -> float:
        """
        The upper end of its interval.
        """
    @property
    def first_low(self, /) -> float:
        """
        The lower end of its interval.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> float:
        """
        The total index: the share that stays when every other input is known.
        """
    @property
    def total_high(self, /) -> float:
        """
        The upper end of its interval.
        """
    @property
    def total_low(self, /) -> float:
        """
        The lower end of its interval.
        """

@final
class SobolIndices:
    """
    What a sensitivity analysis found.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def inputs(self, /) -> list[SobolIndex]:
        """
        Input by input.
        """
    @property
    def mean(self, /) -> float:
        """
        The mean of the output.
        """
    @property
    def runs(self, /) -> int:
        """
        How often the model was run.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def variance(self, /) -> float:
        """
        Its variance.
        """

@final
class SpreadReport:
    """
    How far practices have spread by a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        The practices with their reach.
        """
    @property
    def practices(self, /) -> list[PracticeSpread]:
        """
        The practices in the order of the document.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def without(self, /) -> list[str]:
        """
        The units that began none and have none.
        """

@final
class Standards:
    """
    Standards by level (三级联创): each level asks something beyond those below.
    """
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_dict(obj: Plain, /) -> Standards:
        """
        Reads standards from a dict.
        """
    def levels(self, data: TableLike, /) -> list[UnitLevel]:
        """
        The level of each unit of a table, and what is missing for the next one.

        The table has a column ``unit`` and one for each criterion; a missing value meets nothing.
        """
    @staticmethod
    def load(path: PathLike, /) -> Standards:
        """
        Reads standards from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Standards:
        """
        Reads standards from a JSON or TOML text.
        """
    @property
    def title(self, /) -> Text:
        """
        What they are called.
        """

@final
class Standing:
    """
    How a unit stands by an indicator as it was given.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def indicator(self, /) -> str:
        """
        The indicator.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def of(self, /) -> int:
        """
        How many units have a value.
        """
    @property
    def rank(self, /) -> float:
        """
        The rank of the unit among those that have a value.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def value(self, /) -> float:
        """
        The value as it was given.
        """

@final
class Statistics:
    """
    Who holds the posts of a group on a day, counted and never listed.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def age(self, /) -> Age:
        """
        Ages of the heads.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def explain(self, /) -> Explanation:
        """
        Each figure with what it was counted from.
        """
    @property
    def heads(self, /) -> int:
        """
        Heads; somebody in two posts counts once.
        """
    @property
    def heads_per_unit(self, /) -> Fraction | None:
        """
        Heads for each unit.
        """
    @property
    def heads_per_unit_rounded(self, /) -> Decimal | None:
        """
        The same with two decimals, a half up.
        """
    @property
    def holdings(self, /) -> int:
        """
        Holdings on the day; somebody in two posts counts twice.
        """
    @property
    def label(self, /) -> Text:
        """
        What the group is called.
        """
    @property
    def places(self, /) -> int:
        """
        Places in these posts.
        """
    @property
    def possible(self, /) -> int:
        """
        Holdings that dates within bounds leave open; they are not counted.
        """
    @property
    def posts(self, /) -> int:
        """
        Posts.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def under_35(self, /) -> Share:
        """
        The share of heads under 35 years.
        """
    @property
    def units(self, /) -> int:
        """
        Units with a post of the group.
        """
    @property
    def upper_secondary(self, /) -> Share:
        """
        The share of heads with upper-secondary schooling or more.
        """
    @property
    def vacant(self, /) -> int:
        """
        Places that nobody certainly holds.
        """

@final
class StatusRecord:
    """
    A status of a unit on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def days_left(self, /) -> int | None:
        """
        Days until the deadline; below zero once it is past.
        """
    @property
    def deadline(self, /) -> date | None:
        """
        The first day on which it must be over.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def likely(self, /) -> str:
        """
        ``possible`` where dates within bounds leave it open.
        """
    @property
    def since(self, /) -> str | None:
        """
        The first day, where it is recorded.
        """
    @property
    def status(self, /) -> str:
        """
        The key of the status: ``village-community-transition``, ``ad-hoc``, ``set-up-joint`` ...
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The unit.
        """
    @property
    def until(self, /) -> str | None:
        """
        The first day after it, where it ends.
        """

@final
class Step:
    """
    A step of a proof: a unit, and how it stands to the next.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def relation(self, /) -> str | None:
        """
        The key of its relation to the next unit; None at the end.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The unit.
        """

@final
class StepBound:
    """
    How one bound of a step was counted.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def anchor(self, /) -> str:
        """
        The step that it is counted from.
        """
    @property
    def before_rest(self, /) -> date | None:
        """
        The same before a day off was passed over, if one was.
        """
    @property
    def bound(self, /) -> str:
        """
        ``by`` the day, or ``not-before`` it.
        """
    @property
    def clause(self, /) -> str | None:
        """
        The clause that says so.
        """
    @property
    def counted_from(self, /) -> date | None:
        """
        The day of the step that it is counted from.
        """
    @property
    def day(self, /) -> date | None:
        """
        The day that was counted.
        """
    @property
    def text(self, /) -> Text:
        """
        In words.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class StrayLetter:
    """
    A letter in force that closes no gap.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def kind(self, /) -> str:
        """
        What is odd about it: ``unknown-unit``, ``not-above`` or ``twice``.
        """
    @property
    def letter(self, /) -> str:
        """
        The letter.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Stretch:
    """
    Days without a break.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def since(self, /) -> date | None:
        """
        The first day; None where it held before all records.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def until(self, /) -> date | None:
        """
        The first day after it; None where it goes on.
        """

@final
class Study:
    """
    A study of uncertainty (不确定性分析): how far ranks move when weights, values and methods are not sure.

    ``data`` is any data frame with a column of units and one of numbers for each criterion; ``costs`` names the criteria of which
    less is better. The same seed gives the same draws on every machine and in every language.
    """
    def __new__(cls, /, data: TableLike, criteria: SupportsGetItem[int, str], weights: WeightDraws, *, costs: SupportsGetItem[int, str] = ..., units: str = "unit", seed: SupportsIndex = 0) -> Study: ...
    def __repr__(self, /) -> str: ...
    @property
    def criteria(self, /) -> list[str]:
        """
        The criteria in their order, which is that of weights.
        """
    def draw(self, draw: SupportsIndex, /) -> UnitDraw:
        """
        The parameters and the outcome of a draw, made again from the seed.
        """
    def run(self, /, draws: SupportsIndex = 1000, *, progress: ProgressLike = ...) -> RankSample:
        """
        The ranks in so many draws.
        """
    @property
    def units(self, /) -> list[str]:
        """
        The units in the order of the rows.
        """
    def weight_sensitivity(self, /, lower: SupportsGetItem[int, SupportsFloat | SupportsIndex], upper: SupportsGetItem[int, SupportsFloat | SupportsIndex], *, output: Literal["mean-shift", "score", "rank"] = ..., unit: str | None = None, points: SupportsIndex = 1024, seed: SupportsIndex = 0, sampling: Literal["latin-hypercube", "random"] = ..., replicates: SupportsIndex = 1000, level: SupportsFloat | SupportsIndex = 0.95, progress: ProgressLike = ...) -> WeightSensitivity:
        """
        Which weight makes the ranking vary: Sobol indices of the weights, each uniform between its bounds and then divided by their
        sum.

        The output is how far units are from their ranks under the middle of the bounds on average, ``mean-shift``, or the ``score``
        or the ``rank`` of one unit. The method is the first of the study's. It is run ``points * (criteria + 2)`` times.
        """
    def with_index(self, card: IndexCard, /) -> Study:
        """
        The same with another composite index among which each draw chooses, of the same units and indicators.

        Raises ``SchemeError``: ``certainty-cards-differ``.
        """
    def with_methods(self, methods: SupportsGetItem[int, str], /) -> Study:
        """
        The same with a choice of methods by name, each as likely as every other: ``additive``, the sum of weight times value as it
        stands, and the methods of decisions such as ``topsis``.
        """
    def with_noise(self, /, criterion: str, noise: Noise) -> Study:
        """
        The same with values of a criterion that vary.
        """
    def with_seed(self, seed: SupportsIndex, /) -> Study:
        """
        The same with another seed.
        """

@final
class Subject:
    """
    What a finding is about, by key and name.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def key(self, /) -> str:
        """
        Its key; a statement has none.
        """
    @property
    def kind(self, /) -> str:
        """
        ``unit``, ``post``, ``holder`` or ``statement``.
        """
    @property
    def name(self, /) -> Text:
        """
        Its name.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Succession:
    """
    Who held a post, one after the other (前任、继任), and when it stood empty.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def capacity(self, /) -> int:
        """
        How many hold it at once.
        """
    def explain(self, /) -> Explanation:
        """
        Why, as a tree.
        """
    @property
    def gaps(self, /) -> list[Gap]:
        """
        The times that it certainly stood empty, or not full.
        """
    @property
    def post(self, /) -> str:
        """
        The key of the post.
        """
    @property
    def tenures(self, /) -> list[Tenure]:
        """
        Its holders in the order of their days.
        """
    @property
    def title(self, /) -> Text:
        """
        Its title.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Summary:
    """
    An evaluation in figures.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def all(self, /) -> GroupSummary:
        """
        Figures of all units.
        """
    @property
    def groups(self, /) -> list[GroupSummary]:
        """
        Figures of each peer group, in the order of their names.
        """
    @property
    def indicators(self, /) -> int:
        """
        The number of indicators.
        """
    @property
    def subject(self, /) -> str:
        """
        What was evaluated.
        """
    @property
    def title(self, /) -> Text:
        """
        The scheme.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Superior:
    """
    A unit that leads another.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def aspect(self, /) -> str | None:
        """
        What it leads in, where the leadership is dual (双重领导).
        """
    @property
    def primary(self, /) -> bool:
        """
        Whether it is the primary of several.
        """
    @property
    def relation(self, /) -> str:
        """
        The relation: ``leads``, ``dual-leads``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The unit.
        """

@final
class Sweep:
    """
    What has to be erased on a day, or was (到期清理): numbers and names of fields only.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    @property
    def entries(self, /) -> list[int]:
        """
        Entries to which no consent holds or begins any more.
        """
    def explain(self, /) -> Explanation:
        """
        What went, by number; what stays is counted.
        """
    @property
    def fields(self, /) -> list[DueField]:
        """
        Fields of other entries that no consent needs any more.
        """
    @property
    def kept(self, /) -> int:
        """
        How many entries stay.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Table:
    """
    A table of results: any data frame library reads it (``polars.DataFrame(t)``, ``pyarrow.table(t)``,
    ``pandas.DataFrame.from_arrow(t)``, DuckDB by its name), and ``to_dicts()`` gives plain rows.
    """
    def __arrow_c_stream__(self, /, requested_schema: Any | None = None) -> Any:
        """
        The table as an Arrow stream; data frame libraries call this.
        """
    def __getitem__(self, name: str, /) -> list[Any]: ...
    def __len__(self, /) -> int: ...
    def __new__(cls, data: TableLike, /) -> Table:
        """
        Reads any data frame, a dict of columns, a list of rows, or the CSV file of a path.
        """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def columns(self, /) -> list[str]:
        """
        The names of the columns.
        """
    @staticmethod
    def from_csv(text: str, /) -> Table:
        """
        Reads comma-separated text with a head: every cell is a text, an empty one is missing.
        """
    def to_csv(self, /) -> str:
        """
        The table as comma-separated text with a head.
        """
    def to_dicts(self, /) -> list[dict[str, Any]]:
        """
        The rows as dicts: whole numbers, ``decimal.Decimal``, texts, bools and None.
        """

@final
class TargetState:
    """
    A target as of a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def brought(self, /) -> Decimal:
        """
        What was brought by then.
        """
    @property
    def key(self, /) -> str:
        """
        The target.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def share(self, /) -> Fraction:
        """
        The one over the other.
        """
    @property
    def target(self, /) -> Decimal:
        """
        What is due.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Tenure:
    """
    A time that somebody held a post.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def end_reason(self, /) -> str | None:
        """
        Why it ended.
        """
    @property
    def holder(self, /) -> str:
        """
        The opaque key of the holder.
        """
    @property
    def mode(self, /) -> str | None:
        """
        How the holder came into it, by the holding or else by the post.
        """
    @property
    def since(self, /) -> str | None:
        """
        The first day, where it is recorded.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def until(self, /) -> str | None:
        """
        The first day after it, where it ended.
        """

@final
class TermComparison:
    """
    One team on two days: who stayed, and how age and schooling changed (届际比较).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> Statistics:
        """
        On the later day.
        """
    @property
    def before(self, /) -> Statistics:
        """
        On the earlier day.
        """
    def explain(self, /) -> Explanation:
        """
        Where it comes from, as a tree.
        """
    @property
    def mean_age(self, /) -> Change:
        """
        The change of the mean age, in years.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def turnover(self, /) -> Turnover:
        """
        Who stayed, left and came.
        """
    @property
    def under_35(self, /) -> Change:
        """
        The change of the share under 35, in percentage points.
        """
    @property
    def upper_secondary(self, /) -> Change:
        """
        The change of the share with upper-secondary schooling or more, in percentage points.
        """

@final
class Territory:
    """
    Buildings with their households, and which of them touch.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def buildings(self, /) -> list[str]:
        """
        The keys of the buildings, in the order of the document.
        """
    def check(self, plan: Plan | Plain, /, *, progress: ProgressLike = ...) -> PlanCheck:
        """
        Whether a plan holds: each building in exactly one grid, each grid contiguous, within its bounds, across no barrier.
        """
    @property
    def digest(self, /) -> str:
        """
        The digest of all that decides, whatever the order of the document.
        """
    @staticmethod
    def from_dict(obj: GeoLike, /, *, barriers: GeoLike | None = None, key: str | None = None, households: str | None = None, compound: str | None = None, community: str | None = None, decimals: SupportsIndex | None = None, snap: SupportsIndex | None = None, progress: ProgressLike = ...) -> Territory:
        """
        Reads a territory from a dict, or from anything with ``__geo_interface__``; the options are those of ``load``.
        """
    def households(self, building: str, /) -> int | None:
        """
        How many households live in a building; None where there is no such building.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @staticmethod
    def load(path: PathLike, /, *, barriers: PathLike | None = None, key: str | None = None, households: str | None = None, compound: str | None = None, community: str | None = None, decimals: SupportsIndex | None = None, snap: SupportsIndex | None = None, progress: ProgressLike = ...) -> Territory:
        """
        Reads a territory from GeoJSON, a graph document or a planners' graph file.

        Of GeoJSON, polygons are buildings and lines are barriers; ``barriers`` is a second file of lines. ``key``,
        ``households``, ``compound`` and ``community`` name the properties; ``decimals`` of coordinates are kept, and points at
        most ``snap`` units apart are one. Pass any of these only with GeoJSON.
        """
    def neighbours(self, building: str, /) -> list[tuple[str, bool]] | None:
        """
        The buildings that touch a building, and whether a barrier lies between; None where there is no such building.
        """
    @staticmethod
    def parse(text: str, /, *, barriers: str | None = None, key: str | None = None, households: str | None = None, compound: str | None = None, community: str | None = None, decimals: SupportsIndex | None = None, snap: SupportsIndex | None = None, progress: ProgressLike = ...) -> Territory:
        """
        Reads a territory from a text; the options are those of ``load``.
        """
    def summary(self, /) -> TerritorySummary:
        """
        What the territory holds.
        """
    @property
    def total_households(self, /) -> int:
        """
        How many households live in all buildings.
        """

@final
class TerritorySummary:
    """
    What a territory holds.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def barriers(self, /) -> int:
        """
        How many of these pairs a barrier separates.
        """
    @property
    def buildings(self, /) -> int:
        """
        How many buildings.
        """
    @property
    def digest(self, /) -> str:
        """
        The digest of all that decides, whatever the order of the document.
        """
    @property
    def edges(self, /) -> int:
        """
        How many pairs of buildings touch.
        """
    @property
    def households(self, /) -> int:
        """
        How many households.
        """
    @property
    def parts(self, /) -> int:
        """
        How many parts there are that do not touch, barriers counted.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Text:
    """
    A text in Chinese and English; `str()` gives the Chinese.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def en(self, /) -> str:
        """
        The English words.
        """
    def get(self, /, lang: Literal["zh", "en"]) -> str:
        """
        The words in a language.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, ``{"zh": ..., "en": ...}``.
        """
    @property
    def zh(self, /) -> str:
        """
        The Chinese words.
        """

@final
class Tie:
    """
    A tie for the last seats.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def candidates(self, /) -> list[str]:
        """
        Who tied, sorted.
        """
    @property
    def chosen(self, /) -> list[str]:
        """
        Those who got the seats, if it is broken here.
        """
    @property
    def draws(self, /) -> list[TieDraw]:
        """
        The draws, if it was broken by lot.
        """
    @property
    def rule(self, /) -> str:
        """
        What breaks it: ``revote``, ``lot``, ``seniority`` or ``casting-vote``.
        """
    @property
    def seats(self, /) -> int:
        """
        For so many seats.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class TieDraw:
    """
    One draw of a lot.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def digest(self, /) -> str:
        """
        The SHA-256 of the text, as 64 hexadecimal digits.
        """
    @property
    def draw(self, /) -> int:
        """
        The number of the draw, from 1.
        """
    @property
    def drawn(self, /) -> str:
        """
        The name at that place.
        """
    @property
    def left(self, /) -> int:
        """
        Divided by so many names that were left.
        """
    @property
    def remainder(self, /) -> int:
        """
        The remainder of the digest, from 0.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class TierCell:
    """
    A tier of one community.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def bodies(self, /) -> list[UnitName]:
        """
        The bodies that make it.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def tier(self, /) -> str:
        """
        The key of the tier: ``lead``, ``decide``, ``execute``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class TierRow:
    """
    The tiers of one community.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def missing(self, /) -> list[str]:
        """
        The keys of the tiers that are missing.
        """
    @property
    def tiers(self, /) -> list[TierCell]:
        """
        Its tiers, from the top.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The community.
        """

@final
class TierTable:
    """
    The tiers of all communities, and how many have all of them.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def complete(self, /) -> Fraction | None:
        """
        Communities with every tier, of all; None where there is no community.
        """
    def explain(self, /) -> Explanation:
        """
        Why, as a tree.
        """
    @property
    def rows(self, /) -> list[TierRow]:
        """
        The communities, by their keys.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Timeline:
    """
    A run of a procedure, ``shequ.timeline/1``: the days on which steps were done, and for which they are planned.

    ``timeline.next_steps("2025-05-20", sq.Calendar.cn())`` is what is to be done, as seen on that day.

    ``procedure`` may be a ``Procedure``. Raises ``ParticipationError``, for instance ``unknown-step``, and ``DocumentError``, with every
    fault.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def at(self, day: date | str, calendar: Calendar, /) -> list[ProcedureStep]:
        """
        Every step as it stands on a day, in the order of the procedure.

        Raises ``ValueFault`` with ``calendar-year-without-data`` where a deadline needs a year that the calendar does not have.
        """
    def explain(self, day: date | str, calendar: Calendar, /, rules: Rules | None = None) -> Explanation:
        """
        Why each step stands as it does: how its days were counted, and by which clause.

        With ``rules``, the rules of packs on a day, the clauses come with their articles.
        """
    @staticmethod
    def from_dict(obj: Plain, /) -> Timeline:
        """
        Reads a timeline from a dict.
        """
    def icalendar(self, day: date | str, calendar: Calendar, /, lang: Literal["zh", "en"] = ...) -> str:
        """
        The steps that are still to be done as an iCalendar file (RFC 5545), one event a step.

        ``day`` is the day on which the file is made; the same timeline gives the same ``UID``, so that a calendar updates its events.
        Write it with ``newline=""``: its lines end with CR LF.
        """
    @property
    def id(self, /) -> str:
        """
        Its name.
        """
    @staticmethod
    def load(path: PathLike, /) -> Timeline:
        """
        Reads a timeline from a JSON or TOML file.
        """
    def next_steps(self, day: date | str, calendar: Calendar, /) -> list[ProcedureStep]:
        """
        What is to be done, as seen on a day: what is overdue first, then what is due, by its last day.
        """
    def overdue(self, day: date | str, calendar: Calendar, /) -> list[ProcedureStep]:
        """
        What should have been done before a day and was not, each with its consequence; the longest overdue first.
        """
    @staticmethod
    def parse(text: str, /) -> Timeline:
        """
        Reads a timeline from a JSON or TOML text.
        """
    @property
    def procedure(self, /) -> Procedure:
        """
        Its procedure.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document, its format first.
        """

@final
class TopicCount:
    """
    A topic in a period.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def answered(self, /) -> int:
        """
        How many were answered by the end of the period.
        """
    @property
    def days(self, /) -> int:
        """
        The days from note to answer, added up over the answered.
        """
    @property
    def label(self, /) -> Text:
        """
        Its name.
        """
    @property
    def mean_days(self, /) -> Fraction | None:
        """
        The mean of these days.
        """
    @property
    def notes(self, /) -> int:
        """
        Notes.
        """
    @property
    def open(self, /) -> list[str]:
        """
        The notes that are open at the end of the period, the oldest first.
        """
    @property
    def rate(self, /) -> Fraction | None:
        """
        The one over the other.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def topic(self, /) -> str:
        """
        The topic.
        """

@final
class Treated:
    """
    An indicator after the treatment of its outliers, with the log of what was done.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> Shape | None:
        """
        The shape of the values.
        """
    @property
    def after_winsorising(self, /) -> Shape | None:
        """
        The shape after winsorising, where that was tried.
        """
    @property
    def before(self, /) -> Shape | None:
        """
        The shape before; None of fewer than four values or where all are the same.
        """
    @property
    def outliers(self, /) -> bool:
        """
        Whether there were outliers.
        """
    @property
    def passed(self, /) -> bool:
        """
        Whether the values are within the limits now.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def transform(self, /) -> Any | None:
        """
        The transformation, where one was applied: a word, or ``{"box-cox": ...}``.
        """
    @property
    def tried(self, /) -> int:
        """
        How many points winsorising drew in, whether it was kept or not.
        """
    @property
    def values(self, /) -> list[float]:
        """
        The values, in the order of the rows.
        """
    @property
    def winsorised(self, /) -> list[Winsorised]:
        """
        The points that were drawn in; none where the whole indicator was transformed instead.
        """

@final
class TreatedPoint:
    """
    A point that was drawn in.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> float:
        """
        The value after.
        """
    @property
    def before(self, /) -> float:
        """
        The value before.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class TreatmentEntry:
    """
    What the treatment of outliers did with an indicator.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> Shape | None:
        """
        The shape after all.
        """
    @property
    def after_winsorising(self, /) -> Shape | None:
        """
        The shape after winsorising, where that was tried.
        """
    @property
    def before(self, /) -> Shape | None:
        """
        The shape before.
        """
    @property
    def indicator(self, /) -> str:
        """
        The indicator.
        """
    @property
    def outliers(self, /) -> bool:
        """
        Whether it had outliers.
        """
    @property
    def passed(self, /) -> bool:
        """
        Whether it is within the limits now.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def transform(self, /) -> Any | None:
        """
        The transformation, where one was applied: a word, or ``{"box-cox": ...}``.
        """
    @property
    def tried(self, /) -> int:
        """
        How many points winsorising drew in, whether that was kept or not.
        """
    @property
    def winsorised(self, /) -> list[TreatedPoint]:
        """
        The points that were drawn in; none where the whole indicator was transformed instead.
        """

@final
class Turnover:
    """
    How the holders of a group of posts changed between two days (能上能下、能进能出).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> int:
        """
        Heads on the last day.
        """
    @property
    def before(self, /) -> int:
        """
        Heads on the first day.
        """
    @property
    def came(self, /) -> int:
        """
        Heads on the last day only.
        """
    @property
    def continuity(self, /) -> Fraction | None:
        """
        Those who stayed of those who were there; None where nobody was.
        """
    @property
    def ended(self, /) -> list[ReasonCount]:
        """
        Holdings that certainly ended after the first day and by the last, by reason.
        """
    def explain(self, /) -> Explanation:
        """
        Why, as a tree.
        """
    @property
    def left(self, /) -> int:
        """
        Heads on the first day only.
        """
    @property
    def stayed(self, /) -> int:
        """
        Heads on both.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class UndecidedClause:
    """
    A clause that is cited and decides nothing on the day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def clause(self, /) -> str:
        """
        The clause.
        """
    @property
    def reason(self, /) -> str:
        """
        Why: ``unread``, ``secondary``, ``not-in-force``, ...
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Unit:
    """
    A unit on a day.
    """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def ancestors(self, /) -> list[Unit]:
        """
        The units that it lies within, the nearest first.
        """
    @property
    def children(self, /) -> list[Unit]:
        """
        The units directly within it.
        """
    @property
    def codes(self, /) -> list[Code]:
        """
        Its codes on the day, in the order of their schemes.
        """
    @property
    def depth(self, /) -> int:
        """
        How many units it lies within.
        """
    @property
    def descendants(self, /) -> list[Unit]:
        """
        The units within it at any depth, in preorder.
        """
    def indicator(self, measure: str, /) -> Decimal | None:
        """
        The last value of a measure counted by the day, if there is one.
        """
    @property
    def key(self, /) -> str:
        """
        Its key, which never changes.
        """
    @property
    def kind(self, /) -> str:
        """
        The key of its kind on the day.
        """
    @property
    def likely(self, /) -> str:
        """
        ``yes`` if it certainly exists where it stands, ``possible`` if it only may.
        """
    @property
    def name(self, /) -> Text:
        """
        Its name on the day.
        """
    @property
    def parent(self, /) -> Unit | None:
        """
        The unit that it lies within.
        """
    def path(self, /, lang: Literal["zh", "en"] = ...) -> str:
        """
        Its path in words, by the names of the day: ``示例区 > 一街道 > 社区 01``.
        """
    def record(self, /) -> UnitRecord:
        """
        All that the day shows of it.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form of its record.
        """

@final
class UnitAttendance:
    """
    How often a unit came.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def attended(self, /) -> int:
        """
        How often it came.
        """
    @property
    def invited(self, /) -> int:
        """
        How often it was invited.
        """
    @property
    def missed(self, /) -> list[str]:
        """
        The conferences that it missed.
        """
    @property
    def rate(self, /) -> Fraction | None:
        """
        The one over the other.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The unit.
        """

@final
class UnitChange:
    """
    A unit that changed between two days.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> UnitState | None:
        """
        What it was on the other day; None if it was not.
        """
    @property
    def before(self, /) -> UnitState | None:
        """
        What it was on the first day; None if it was not.
        """
    @property
    def changes(self, /) -> list[str]:
        """
        How: ``added``, ``dropped``, ``renamed``, ``recoded``, ``moved``, ``converted``.
        """
    @property
    def events(self, /) -> list[EventRecord]:
        """
        The events between that did it, where they are known.
        """
    @property
    def inferred(self, /) -> bool:
        """
        Whether one of them was inferred.
        """
    @property
    def key(self, /) -> str:
        """
        Its key.
        """
    @property
    def likely(self, /) -> str:
        """
        ``possible`` where bounds of dates leave open that it is so.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class UnitCommitment:
    """
    A salted commitment to a roll-call: it tells nothing of any unit.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def heads(self, /) -> int:
        """
        So many heads.
        """
    @property
    def root(self, /) -> str:
        """
        The root of the tree of salted digests.
        """
    @property
    def split_heads(self, /) -> int:
        """
        Heads whose units voted differently.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> int:
        """
        So many units.
        """

@final
class UnitDraw:
    """
    The parameters and the outcome of one draw.
    """
    def __repr__(self, /) -> str: ...
    @property
    def draw(self, /) -> int:
        """
        The number of the draw.
        """
    @property
    def method(self, /) -> str:
        """
        The method: one of those that the study chooses among.
        """
    @property
    def outcome(self, /) -> Table:
        """
        ``unit``, its ``score`` and its ``rank``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form.
        """
    @property
    def values(self, /) -> Table | None:
        """
        ``unit`` and the value of each criterion; none where values do not vary.
        """
    @property
    def weights(self, /) -> Table:
        """
        ``criterion`` and its ``weight``; weights sum to one.
        """

@final
class UnitEvidence:
    """
    Evidence and inspections of a unit.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def coverage(self, /) -> Fraction | None:
        """
        Those that have it of all that ask for it.
        """
    @property
    def inspections(self, /) -> int:
        """
        How many inspections it bore.
        """
    @property
    def missing(self, /) -> list[str]:
        """
        The indicators that ask for evidence and have none.
        """
    @property
    def repeated(self, /) -> int:
        """
        How many of its indicators were looked at more than once.
        """
    @property
    def shown(self, /) -> int:
        """
        How many indicators ask for evidence and have it.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class UnitLevel:
    """
    The level of a unit.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def level(self, /) -> str | None:
        """
        The highest level of which it meets everything, and everything below.
        """
    @property
    def missing(self, /) -> list[CriterionGap]:
        """
        What is missing for the next level.
        """
    @property
    def next(self, /) -> str | None:
        """
        The next level; None for one at the top.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class UnitLists:
    """
    Lists of units, one for each that was asked for: ``lists[0]`` are its keys, and any data frame library reads them all as
    the columns ``row``, ``unit`` and ``ancestor`` or ``descendant``.
    """
    def __arrow_c_stream__(self, /, requested_schema: Any | None = None) -> Any:
        """
        The table as an Arrow stream; data frame libraries call this.
        """
    def __getitem__(self, at: SupportsIndex, /) -> list[str]: ...
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def table(self, /) -> Table:
        """
        All lists as a table: ``row``, the place of the question, ``unit``, and what was answered.
        """

@final
class UnitName:
    """
    A unit's key with its name and kind of a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def key(self, /) -> str:
        """
        The key.
        """
    @property
    def kind(self, /) -> str:
        """
        The key of the kind.
        """
    @property
    def name(self, /) -> Text:
        """
        The name.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class UnitQuota:
    """
    The posts of a unit.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def bounded(self, /) -> Fraction:
        """
        Its exact share within the bounds of all units.
        """
    @property
    def least(self, /) -> int:
        """
        The least number of posts.
        """
    @property
    def most(self, /) -> int | None:
        """
        The greatest number of posts.
        """
    @property
    def name(self, /) -> Text | None:
        """
        Its name on the day, where an organisation was asked.
        """
    @property
    def parts(self, /) -> list[QuotaPart]:
        """
        What each measure adds to its weight.
        """
    @property
    def quota(self, /) -> Fraction:
        """
        Its exact share in the posts.
        """
    @property
    def seats(self, /) -> int:
        """
        The posts that it gets; where a tie is open, those that it gets for certain.
        """
    @property
    def tied(self, /) -> bool:
        """
        Whether one more post hangs on a tie that nothing settles.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def weight(self, /) -> Fraction:
        """
        Its weight: the sum of the parts, which add up to 1 over all units.
        """

@final
class UnitRankSummary:
    """
    What the draws of a study say of a unit.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def best(self, /) -> int:
        """
        The best rank of any draw.
        """
    @property
    def first(self, /) -> Fraction:
        """
        The share of draws in which it is first.
        """
    @property
    def high(self, /) -> int:
        """
        The rank that the upper share of draws reach.
        """
    @property
    def low(self, /) -> int:
        """
        The rank that the lower share of draws reach.
        """
    @property
    def mean(self, /) -> Fraction:
        """
        The exact mean of its ranks.
        """
    @property
    def median(self, /) -> int:
        """
        The median rank.
        """
    @property
    def rank_sum(self, /) -> int:
        """
        The sum of its ranks over all draws.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def worst(self, /) -> int:
        """
        The worst rank of any draw.
        """

@final
class UnitRecord:
    """
    All that a day shows of a unit.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def children(self, /) -> int:
        """
        How many units lie directly within it.
        """
    @property
    def codes(self, /) -> list[Code]:
        """
        The codes of the day.
        """
    @property
    def depth(self, /) -> int:
        """
        How many units it lies within.
        """
    @property
    def descendants(self, /) -> int:
        """
        How many units lie within it at any depth.
        """
    @property
    def inferred(self, /) -> bool:
        """
        Whether it rests on an inferred event.
        """
    @property
    def key(self, /) -> str:
        """
        The key.
        """
    @property
    def kind(self, /) -> str:
        """
        The key of the kind of the day.
        """
    @property
    def kind_label(self, /) -> Text:
        """
        The kind's name.
        """
    @property
    def level(self, /) -> int:
        """
        The level of the kind.
        """
    @property
    def likely(self, /) -> str:
        """
        ``yes``, or ``possible`` where dates known only within bounds leave it open.
        """
    @property
    def name(self, /) -> Text:
        """
        The name of the day.
        """
    @property
    def parent(self, /) -> str | None:
        """
        The key of the unit that it lies within.
        """
    @property
    def path(self, /) -> list[UnitName]:
        """
        From the top down to the unit itself.
        """
    @property
    def since(self, /) -> str | None:
        """
        The first day of its existence, where it is recorded.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def until(self, /) -> str | None:
        """
        The first day on which it is no more, where it ends.
        """

@final
class UnitRollup:
    """
    What a unit and all within it come to on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def count(self, /) -> int:
        """
        How many units it is, itself and all within it.
        """
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    @property
    def known(self, /) -> int:
        """
        Of how many of them the value is known.
        """
    @property
    def least(self, /) -> Decimal | None:
        """
        The least known value; none unless asked for.
        """
    @property
    def mean(self, /) -> Fraction | None:
        """
        The exact mean of the known values.
        """
    @property
    def most(self, /) -> Decimal | None:
        """
        The greatest known value; none unless asked for.
        """
    @property
    def share(self, /) -> Fraction | None:
        """
        Its share in the sum of what it lies within; none at the top, and where that sum is zero.
        """
    @property
    def sum(self, /) -> Decimal | None:
        """
        The sum of the known values; none where none is known.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The key of the unit.
        """

@final
class UnitScore:
    """
    What an evaluation says of one unit.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def award(self, /) -> bool:
        """
        Whether it is awarded.
        """
    @property
    def base(self, /) -> Decimal:
        """
        The points of all indicators.
        """
    @property
    def bonus(self, /) -> Decimal:
        """
        What bonuses add, capped.
        """
    @property
    def eligible(self, /) -> bool:
        """
        Whether no veto bars it from an award.
        """
    @property
    def grade(self, /) -> str | None:
        """
        The key of its grade; None where the scheme has no grades.
        """
    @property
    def group(self, /) -> str | None:
        """
        Its peer group, if it has one.
        """
    @property
    def mean_rank(self, /) -> Fraction | None:
        """
        Under ``ties = "average"`` the mean of the places of those tied with it, after the tie-break.
        """
    @property
    def missing(self, /) -> int:
        """
        How many values of indicators are missing.
        """
    @property
    def penalty(self, /) -> Decimal:
        """
        What penalties take, capped.
        """
    @property
    def rank(self, /) -> int | None:
        """
        Its rank in its peer group before ties are broken; None where the scheme does not rank, and in a peer group of
        fewer units than it asks for.
        """
    @property
    def rank_after_tie_break(self, /) -> int | None:
        """
        Its rank after the tie-break.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def total(self, /) -> Decimal:
        """
        The total, rounded, after vetoes.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit's key.
        """
    @property
    def vetoes(self, /) -> list[str]:
        """
        The keys of the vetoes that hold.
        """
    @property
    def worst_case(self, /) -> Decimal | None:
        """
        The total if every missing value had been the worst one, after vetoes; None where nothing is missing.
        """

@final
class UnitState:
    """
    What a unit was on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def codes(self, /) -> list[Code]:
        """
        Its codes.
        """
    @property
    def kind(self, /) -> str:
        """
        The key of its kind.
        """
    @property
    def name(self, /) -> Text:
        """
        Its name.
        """
    @property
    def parent(self, /) -> str | None:
        """
        The key of the unit that it lay within.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class UnitValue:
    """
    A unit with a value.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def inferred(self, /) -> bool:
        """
        Whether an inferred event leads there.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """
    @property
    def value(self, /) -> Fraction:
        """
        The value, exactly.
        """

@final
class UnreadColumn:
    """
    A column that holds values of units whose set does not read it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def column(self, /) -> str:
        """
        The column.
        """
    @property
    def set(self, /) -> str:
        """
        The set.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> int:
        """
        How many units have a value there.
        """

@final
class Unsearched:
    """
    A column with a cost that was not searched.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def column(self, /) -> str:
        """
        The column.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def why(self, /) -> str:
        """
        Why: ``missing`` (without a cost of reporting it), ``votes``, ``no-direction``, ``last-period``, ``veto`` or
        ``denominator``.
        """

@final
class Vacancy:
    """
    A post that is not full on a day.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def days(self, /) -> int | None:
        """
        For how many days it has been so.
        """
    @property
    def places(self, /) -> int:
        """
        How many places are empty.
        """
    @property
    def post(self, /) -> str:
        """
        The key of the post.
        """
    @property
    def reserve(self, /) -> int:
        """
        Who stands in reserve for it, counted.
        """
    @property
    def since(self, /) -> date | None:
        """
        The first day of it, where it is recorded.
        """
    @property
    def title(self, /) -> Text:
        """
        Its title.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> UnitName:
        """
        The unit that has it.
        """

@final
class Verdict:
    """
    The answer to a question: met, not met or unknown, with everything that made it.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def casting(self, /) -> Literal["met", "notMet", "unknown"] | None:
        """
        Whether a clause of the question gives the chair a casting vote, where the facts have one (``casting``): ``met``, or
        ``unknown`` where that clause decides nothing on the day.
        """
    @property
    def cautions(self, /) -> list[Caution]:
        """
        What a reader must know beside the answer.
        """
    @property
    def clauses(self, /) -> list[ClauseVerdict]:
        """
        Each clause with its status, sides, margins and citation.
        """
    @property
    def day(self, /) -> date:
        """
        The day whose rules decided.
        """
    @property
    def deciding(self, /) -> str | None:
        """
        The clause that decides: the one that turns the answer with the least change, as a share of its base; where several must
        turn, the one of them that needs the most. None where the answer is unknown.
        """
    def explain(self, /) -> Explanation:
        """
        Why: each clause with both sides exactly, its article, and how close it was.
        """
    def fewest_units(self, /) -> FewestUnits | None:
        """
        Of a list of units, the fewest whose votes, changed in any way, flip the answer.
        """
    @property
    def label(self, /) -> Text:
        """
        What was asked.
        """
    @property
    def margins(self, /) -> dict[str, list[Margin]]:
        """
        The least changes that flip each clause, by its name.
        """
    @property
    def missing(self, /) -> list[str]:
        """
        The least facts that are still needed, by path; empty if the answer is settled or no fact can settle it.
        """
    def open_unit(self, unit: str, /) -> Opening:
        """
        One of the units that decided, shown to be in the commitment of the record: its owner can show everyone how it was counted.

        Raises ``ParticipationError``: ``unit-not-committed``, ``units-without-salt``, and ``record-without-units`` for tallies.
        """
    @property
    def question(self, /) -> str:
        """
        The name of the question.
        """
    def record(self, /) -> Record:
        """
        The record of the decision: whoever has it and the packs can evaluate it again.

        Raises ``ParticipationError``: ``sensitive-not-recorded``, and ``units-without-salt`` for a list of units without a salt.
        """
    @property
    def status(self, /) -> Literal["met", "notMet", "unknown"]:
        """
        ``met``, ``notMet`` or ``unknown``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unused(self, /) -> list[str]:
        """
        The facts that no clause of the question uses, by path.
        """

@final
class Verification:
    """
    What became of a record that was evaluated again.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def differs(self, /) -> list[Difference]:
        """
        What does not.
        """
    @property
    def digest(self, /) -> str:
        """
        The digest of the record, computed again.
        """
    @property
    def ok(self, /) -> bool:
        """
        Whether everything agrees.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class Vikor:
    """
    What VIKOR (多准则妥协解排序法) finds of each row; less is better.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def compromise(self, /) -> list[int]:
        """
        The rows that cannot be told from the best, in the order of Q.
        """
    @property
    def q(self, /) -> list[float]:
        """
        Both together, each from 0 for the best row to 1 for the worst.
        """
    @property
    def r(self, /) -> list[float]:
        """
        The largest of these distances.
        """
    @property
    def s(self, /) -> list[float]:
        """
        The weighted distance from the best values, summed over the criteria.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class VoiceCount:
    """
    Inputs of one kind by whose voice they are.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def kind(self, /) -> str:
        """
        The kind.
        """
    @property
    def residents(self, /) -> int:
        """
        Residents'.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def units(self, /) -> int:
        """
        Units'.
        """

@final
class VoidReason:
    """
    What voids a meeting or an item.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def check(self, /) -> str:
        """
        The check that failed.
        """
    @property
    def citation(self, /) -> Citation | None:
        """
        Where it stands.
        """
    @property
    def clause(self, /) -> str | None:
        """
        The clause that is not kept, if a clause decides.
        """
    @property
    def text(self, /) -> Text:
        """
        In words.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

@final
class WeightBox:
    """
    Bounds of each weight, in which the weights vary freely as long as they sum to one.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, lower: SupportsGetItem[int, str | int | Decimal | Fraction], upper: SupportsGetItem[int, str | int | Decimal | Fraction]) -> WeightBox: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def around(weights: SupportsGetItem[int, str | int | Decimal | Fraction], spread: str | int | Decimal | Fraction) -> WeightBox:
        """
        Each weight's share from ``(1 - spread)`` to ``(1 + spread)`` times itself.
        """
    def contains(self, weights: SupportsGetItem[int, str | int | Decimal | Fraction], /) -> bool:
        """
        Whether weights stand within the bounds and sum to one.
        """
    @staticmethod
    def free(criteria: SupportsIndex, /) -> WeightBox:
        """
        Any weights: each from 0 to 1.
        """
    @property
    def lower(self, /) -> list[Fraction]:
        """
        The lower bounds, shares of one.
        """
    @property
    def upper(self, /) -> list[Fraction]:
        """
        The upper bounds, shares of one.
        """
    @staticmethod
    def within(weights: SupportsGetItem[int, str | int | Decimal | Fraction], points: str | int | Decimal | Fraction) -> WeightBox:
        """
        Each weight's share plus and minus a number of shares of one, but from 0 to 1.
        """

@final
class WeightDraws:
    """
    Where the weights of a draw come from; every draw sums to one.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def around(weights: SupportsGetItem[int, SupportsFloat | SupportsIndex], spread: SupportsFloat | SupportsIndex) -> WeightDraws:
        """
        Each weight uniform from ``(1 - spread)`` to ``(1 + spread)`` times itself, then all divided by their sum.
        """
    @staticmethod
    def between(lower: SupportsGetItem[int, SupportsFloat | SupportsIndex], upper: SupportsGetItem[int, SupportsFloat | SupportsIndex]) -> WeightDraws:
        """
        Each weight uniform between its bounds, then all divided by their sum.
        """
    @staticmethod
    def dirichlet(weights: SupportsGetItem[int, SupportsFloat | SupportsIndex], concentration: SupportsFloat | SupportsIndex) -> WeightDraws:
        """
        Around given weights: the greater ``concentration``, the nearer (Dirichlet).
        """
    @staticmethod
    def fixed(weights: SupportsGetItem[int, SupportsFloat | SupportsIndex], /) -> WeightDraws:
        """
        The same weights in every draw, divided by their sum.
        """
    @staticmethod
    def uniform(criteria: SupportsIndex, /) -> WeightDraws:
        """
        Every vector of weights is as likely as every other.
        """

@final
class WeightSensitivity:
    """
    Which weight makes a ranking vary.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def mean(self, /) -> float:
        """
        The mean of the output.
        """
    @property
    def runs(self, /) -> int:
        """
        How often the model was run.
        """
    def table(self, /) -> Table:
        """
        ``criterion``; ``first``, the share of the variance that goes when its weight alone is known; ``total``, the share that stays
        when every other is known; each with the interval from ``_low`` to ``_high``.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form.
        """
    @property
    def variance(self, /) -> float:
        """
        The variance of the output.
        """

@final
class WhatIf:
    """
    What a unit would have to change to reach a grade or a rank.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def barred_by(self, /) -> list[str]:
        """
        The vetoes that keep it from the goal whatever the values.
        """
    @property
    def changes(self, /) -> list[SmallestChange]:
        """
        For each column the smallest change of it alone.
        """
    def explain(self, /) -> Explanation:
        """
        How the unit stands, and each number with the value at which it alone reaches the goal.
        """
    @property
    def grade(self, /) -> str | None:
        """
        The grade asked for; None where a rank was.
        """
    @property
    def now(self, /) -> Outcome:
        """
        How it stands now.
        """
    @property
    def rank(self, /) -> int | None:
        """
        The rank asked for; None where a grade was.
        """
    @property
    def reached(self, /) -> bool:
        """
        Whether the goal is reached already.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """
    @property
    def unit(self, /) -> str:
        """
        The unit.
        """

@final
class Winsorised:
    """
    A point that was drawn in.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def after(self, /) -> float:
        """
        The value after.
        """
    @property
    def before(self, /) -> float:
        """
        The value before.
        """
    @property
    def row(self, /) -> int:
        """
        Its row, from 0.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
        """

def ahp_consistency(rows: SupportsGetItem[int, SupportsGetItem[int, SupportsFloat | SupportsIndex]], /, *, priorities: Literal["eigenvector", "geometric-mean", "column-mean"] = ..., table: Literal["saaty", "tummala-ling"] = ..., upper: bool = False) -> Consistency:
    """
    How far judgements in pairs contradict each other, under a named table of random indices.

    Raises ``SchemeError``: ``random-index-missing`` beyond 15 criteria, and the faults of ``ahp_weights``.
    """

def ahp_weights(rows: SupportsGetItem[int, SupportsGetItem[int, SupportsFloat | SupportsIndex]], /, *, priorities: Literal["eigenvector", "geometric-mean", "column-mean"] = ..., upper: bool = False) -> list[float]:
    """
    Weights from judgements in pairs (层次分析法): how many times as important the criterion of the row is as that of the column.

    With ``upper`` the rows hold only what stands above the diagonal. Look at ``ahp_consistency`` too.

    Raises ``SchemeError``: ``judgements-not-square``, ``judgement-invalid``, ``judgements-not-reciprocal``, each with its place.
    """

def award_margins(card: Scorecard, margin: str | int | Decimal) -> list[AwardMargin]:
    """
    Whether the awards of each peer group of a scorecard rest on less than a margin of points, groups in the order of their names; one
    for all where the scheme ranks all together.
    """

def benefit_of_doubt(data: Numbers, /, *, shares: tuple[float, float] | Sequence[tuple[float, float]] | None = None, progress: ProgressLike = ...) -> Doubt:
    """
    Scores by the benefit of the doubt (善意推定): the weights of each row are those that suit it best, as long as no row exceeds one.

    ``shares`` bounds the share of each criterion in a row's score: one pair of the least and the greatest for all, or one for
    each. One linear programme a row.

    Raises ``SchemeError``: ``criterion-value-negative`` with its place, ``criterion-all-zero``, ``shares-cannot-be-met``.
    """

def best_worst(best_to_others: FloatsByName, others_to_worst: FloatsByName, *, model: Literal["linear", "nonlinear"] = ...) -> BestWorst:
    """
    Weights by the best-worst method (最优最劣法): comparisons of the best criterion with the others and of the others with the
    worst, each from 1 (equal) to 9.

    Raises ``SchemeError``: ``comparison-below-one`` with its place, ``method-counts-differ``, ``best-worst-unclear``.
    """

def canonical(obj: Any, /) -> str:
    """
    The canonical JSON (RFC 8785) of a result, a document or plain data: sorted keys, every exact number a string.
    """

def choose_body(members: SupportsIndex, *, day: date | str, pack: Packs | Rules | Literal["cn"] | None = None) -> BodyChoice:
    """
    The kind of party body that fits a number of members on a day, by the rules of some packs.
    """

def commit_units(units: Plain, salt: str, context: str, /) -> UnitCommitment:
    """
    The salted commitment to a list of units: it tells how many there are and nothing of any.

    ``units`` are dicts with ``key``, ``vote`` and what else a unit of facts has; ``salt`` is a secret of 16 bytes or more in hexadecimal
    digits. ``context`` tells lists apart that share a salt.

    Raises ``ParticipationError`` for a list that cannot be, ``LogError`` for a salt that is too short.
    """

def copeland(data: Numbers, weights: FloatsByName, *, costs: SupportsGetItem[int, str] | None = None, unscaled: bool = False) -> Outranking:
    """
    Copeland (科普兰法): how many others each row beats by a weighted majority, less how many beat it; up to 20,000 rows.

    Arguments as of ``decide_by``. Raises ``SchemeError``: ``one-row``, ``method-too-many-rows``.
    """

def count_from(day: date | str, n: SupportsIndex, unit: Literal["day", "clear-day", "working-day", "week", "month", "year"], direction: Literal["before", "after"], rest_days: Literal["roll", "stand"], calendar: Calendar, /) -> CountedDay:
    """
    The last day on which something is in time: within so much time after a day, or at least so much before it.

    The day of the event is not counted (Civil Code of China, art. 201); months and years end on the corresponding day, or on the last
    of the month (art. 202); with ``rest_days="roll"`` a time after an event whose last day is a day off ends on the next working
    day (art. 203).

    Raises ``ValueFault`` with ``calendar-year-without-data`` where a year is needed that the calendar does not have.
    """

def decide(rules: Rules | Packs, question: str, facts: Facts | Plain, /, *, day: date | str | None = None) -> Verdict:
    """
    The verdict on a question by the rules of a day, or by packs and the day that the facts or ``day`` name.

    ``facts`` is a dict of what was counted, or of ``units`` as a list of dicts or any data frame; what is not known is left
    out. ``shequ.decide(shequ.packs.cn, "owners.special", {"day": "2026-03-01", "units": units})``.
    """

def decide_by(method: str, data: Numbers, weights: FloatsByName, *, costs: SupportsGetItem[int, str] | None = None, unscaled: bool = False, **options: "object") -> MethodDecision:
    """
    Scores and ranks by a method of decision (多准则决策) by its name.

    ``weighted-sum`` and ``weighted-product`` (``scaling``), ``waspas`` (``lambda_``), ``owa`` (``scaling``, ``power`` or
    ``places``), ``topsis`` (``norm``), ``vikor`` (``v``), ``promethee-ii`` (``preferences``), ``mabac``, ``copras``,
    ``edas``, ``moora``, ``marcos``, ``spotis`` (``bounds``), ``electre-i`` (``concordance``, ``discordance``),
    ``copeland`` and ``borda``; all take ``ties`` and ``decimals``. A preference is ``"usual"`` or a dict such as
    ``{"linear": {"indifference": 1, "preference": 5}}``.

    Of the criteria named in ``costs`` less is better. Weights come in the order of the columns or by name and sum to one;
    with ``unscaled`` they are taken as they stand. A column ``unit`` names the rows.

    Raises ``SchemeError``: ``unknown-method``, ``parameter-not-used``, ``method-weights-not-one``, ``criterion-constant``,
    ``criterion-value-not-positive``, ``value-outside-bounds``, ``one-row`` and others, each with its row and criterion.
    """

def digest(obj: Any, /) -> str:
    """
    The SHA-256 digest of the canonical JSON, as 64 hexadecimal digits: the same in Python, Rust and JavaScript.
    """

def draw_lot(seed: str, tied: SupportsGetItem[int, str], seats: SupportsIndex, /) -> list[TieDraw]:
    """
    Draws so many of the tied by a published seed (抽签), so that a bystander can repeat it by hand.

    Sort the tied by the bytes of their keys. For the draws 1, 2, 3 ...: the SHA-256 of the number of the draw, the seed and all the
    tied in their order, each followed by a line feed, read as a number and divided by how many are left; the remainder,
    from 0, is the place of the one drawn among those left. In the style of RFC 3797.

    ``sq.draw_lot("2026-03-02 07 11 24 30", ["b", "a", "c"], 1)[0].digest`` is what
    ``printf '1\\n2026-03-02 07 11 24 30\\na\\nb\\nc\\n' | sha256sum`` prints.

    Raises ``ParticipationError`` with ``lot-seed``.
    """

def electre(data: Numbers, weights: FloatsByName, *, costs: SupportsGetItem[int, str] | None = None, unscaled: bool = False, concordance: SupportsFloat | SupportsIndex = 0.65, discordance: SupportsFloat | SupportsIndex = 0.35) -> Electre:
    """
    ELECTRE I (消去与选择转换法): which alternatives outrank which, and the few that remain to choose from; up to 2,000 rows.

    Arguments as of ``decide_by``. Raises ``SchemeError``: ``one-row``, ``rows-all-equal``, ``method-too-many-rows``.
    """

def equal_weights(criteria: SupportsIndex, /) -> list[float]:
    """
    The same weight for each of so many criteria (等权).
    """

def exact_sum(data: Numbers, weights: IntsByName, *, costs: SupportsGetItem[int, str] | None = None, scales: dict[str, SupportsIndex] | None = None) -> ExactTotals:
    """
    The sum of weight times value of each row, exactly: whole numbers and decimals, nothing rounded.

    Columns of whole numbers (``int64``, read from Arrow without a copy) and decimals are taken as they are, or with more
    decimals where ``scales`` names them; floats and texts need their decimals there. Weights are whole numbers, in the
    order of the columns or by name; less is better of the columns in ``costs``.

    Raises ``SchemeError``: ``weights-ragged``, ``cell-missing``, ``parameter-missing``, ``exact-sum-too-large``;
    ``NumberError``: ``too-many-digits``; each with its row and column.
    """

def infer(before: Sightings | Plain, after: Sightings | Plain, *, options: Plain | None = None) -> Inference:
    """
    Which units of two undocumented snapshots are likely the same, each match with a stated confidence and its evidence.

    Both are any tables with the columns ``code`` and ``name``, and ``key``, ``parent``, ``group`` and ``count`` where they
    are known. ``options`` sets what evidence weighs: ``{"same_name": "9/10", "group_signs": 6}``.
    """

def is_near_relative(kinship: str, /) -> bool:
    """
    Whether a kind of kinship makes a near relative by art. 1045 of the Civil Code: ``spouse``, ``parent``, ``in-law`` ...
    """

def normalise(method: str, data: Numbers, *, costs: SupportsGetItem[int, str] | None = None, **options: "object") -> Table:
    """
    The criteria of a table on one scale, more of each being better: ``min-max`` (``lower``, ``upper``: 0 to 100 unless
    given), ``z-score`` (``mean``, ``deviation``), ``distance-to-max``, ``distance-to-reference`` (``reference``, ``cap``),
    ``distance-to-target`` (``target``, ``cap``), ``fraction-of-max``, ``rank`` and ``borda`` (``ties``),
    ``percentile-rank``, ``goalposts`` (``lower``, ``upper``, ``factor``, ``cap``, ``logarithmic``), ``vector``, ``sum``,
    ``max`` and ``log``.

    Of the criteria named in ``costs`` less is better. ``constant`` is the score of all by a criterion that tells no two
    apart, for the methods that divide by its range or rank; without it that is an error, or all have the rank of the worst. A column ``unit`` names the rows and is kept.

    Raises ``SchemeError``: ``indicator-constant``, ``value-not-positive``, ``denominator-zero``, ``target-not-better``,
    ``parameter-missing``, ``parameter-not-used`` and others, each with its row and criterion.
    """

def open_unit(units: Plain, salt: str, context: str, unit: str, /) -> Opening:
    """
    Opens such a commitment for one unit, by its key.

    Raises ``ParticipationError`` with ``unit-not-committed``, and as ``commit_units``.
    """

def point_weights(points: FloatsByName, /) -> list[float]:
    """
    Weights from points of any sum (直接赋分): each divided by their sum.

    Raises ``SchemeError``: ``method-weight-invalid`` with the place, ``method-weights-zero``.
    """

def promethee(data: Numbers, weights: FloatsByName, *, costs: SupportsGetItem[int, str] | None = None, unscaled: bool = False, preferences: Any | None = None) -> Flows:
    """
    PROMETHEE (偏好顺序结构评估法): the flows of preference of each row. ``preferences`` are one for all criteria or one for each.

    Arguments as of ``decide_by``. Raises ``SchemeError``: ``one-row``, ``method-counts-differ``, ``method-parameter-invalid``.
    """

def rank_bounds_chart(bounds: TableLike, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None) -> LayerChart | VConcatChart:
    """
    The same as a chart of Altair; needs ``shequ[charts]``.
    """

def rank_bounds_spec(bounds: TableLike, /, *, lang: Literal["zh", "en"] = ..., units: SupportsGetItem[int, str] | None = None, title: str | None = None, labels: dict[str, str] | None = None) -> dict[str, Any]:
    """
    The chart of rank bounds that were found before, as a Vega-Lite specification.

    The table is that of ``ExactTable.rank_bounds_table``: ``unit``; ``best`` and ``worst``, the ranks that were attained; ``best_limit``
    and ``worst_limit``, the proven limits. A column ``rank``, which may be left out, has ranks at weights of the box. Raises
    ``SchemeError``: ``chart-ranks-disagree`` with the row, ``chart-unknown-unit``, ``chart-unit-twice``, ``chart-no-units``,
    ``chart-too-many-units``; ``DocumentError`` for a column or a cell that is missing.
    """

def rank_order_centroid(places: SupportsGetItem[int, SupportsIndex], /) -> list[float]:
    """
    Weights from the order of importance alone: ``places[j]`` is the place of criterion ``j``, 1 for the most important.

    Raises ``SchemeError``: ``weights-not-an-order``.
    """

def ranks(values: FloatsByName, /, ties: Literal["min", "dense", "average", "ordinal"] = ...) -> list[float]:
    """
    The ranks of values, the greatest first; equals get the best place (``min``), the next (``dense``), the mean of their
    places (``average``) or each its own (``ordinal``).

    Raises ``SchemeError``: ``not-finite`` with its row.
    """

def roster_counts(snapshot: Snapshot, area: str, /) -> RosterCounts:
    """
    The team of the two committees of an area as counts, without its members.
    """

def shared_holders(snapshot: Snapshot, a: str, b: str, /) -> tuple[int, int]:
    """
    How many persons hold posts in both of two units on the day of a snapshot: those who certainly do, and those who may.
    """

def sobol(inputs: SupportsIndex, model: Any, /, *, points: SupportsIndex = 1024, seed: SupportsIndex = 0, sampling: Literal["latin-hypercube", "random"] = ..., replicates: SupportsIndex = 1000, level: SupportsFloat | SupportsIndex = 0.95, progress: ProgressLike = ...) -> SobolIndices:
    """
    First-order and total Sobol indices of a model over uniform inputs from 0 to 1, with bootstrap intervals.

    ``model`` is a function of the list of inputs that gives a number; it is run ``points * (inputs + 2)`` times, and what it raises is
    raised. Raises ``SchemeError``: ``certainty-out-of-range``, ``certainty-output-not-finite``, ``certainty-output-constant``;
    ``Stopped``.
    """

def topsis(data: Numbers, weights: FloatsByName, *, costs: SupportsGetItem[int, str] | None = None, unscaled: bool = False, norm: Literal["vector", "min-max"] = ...) -> Closeness:
    """
    TOPSIS (逼近理想解排序法): closeness to the best and distance from the worst alternative that the criteria could make.

    Arguments as of ``decide_by``. Raises ``SchemeError``: ``criterion-constant``, ``criterion-all-zero``, ``rows-all-equal``.
    """

def treat(values: FloatsByName, /, **options: "object") -> Treated:
    """
    The outliers of one indicator drawn in (winsorised) or the whole indicator transformed, with a log of what was done.

    An indicator is treated where ``|skewness|`` is above ``skewness`` (2) and its kurtosis above ``kurtosis`` (3.5): at most
    ``points`` (5) points are drawn in; where that does not help, ``otherwise`` is applied to the original values: ``log``,
    ``log-shifted``, ``log-skewed``, ``log-gii`` or ``box-cox`` (``lambda_``, the likeliest one unless given).

    Raises ``SchemeError``: ``value-not-positive`` with its row, ``method-parameter``, ``parameter-not-used``.
    """

def verify(record: Record, packs: Packs, facts: Facts | Plain | None = None, /, *, calendar: Calendar | None = None) -> Verification:
    """
    Evaluates the record of a decision again by packs; with the facts also whether it is the record of these.

    ``calendar`` is needed where a clause counts working days.
    """

def verify_opening(committed: UnitCommitment | Plain, opening: Opening, /) -> bool:
    """
    Whether a unit stood in the list of a commitment with the vote that the opening shows.
    """

def vikor(data: Numbers, weights: FloatsByName, *, costs: SupportsGetItem[int, str] | None = None, unscaled: bool = False, v: SupportsFloat | SupportsIndex = 0.5) -> Vikor:
    """
    VIKOR (多准则妥协解排序法), with the weight ``v`` of the good of most, and its compromise.

    Arguments as of ``decide_by``. Raises ``SchemeError``: ``criterion-constant``, ``one-row``, ``method-parameter-invalid``.
    """

def weigh(method: Literal["equal", "standard-deviation", "entropy", "angle", "critic", "merec", "cilos", "idocriw", "components", "first-component"], data: Numbers, *, costs: SupportsGetItem[int, str] | None = None) -> list[float]:
    """
    The weights of the criteria of a table, read from their values: ``standard-deviation``, ``entropy`` (熵权法), ``angle``,
    ``critic``, ``merec``, ``cilos``, ``idocriw``, ``components`` (主成分分析), ``first-component`` or ``equal``.

    Of the criteria named in ``costs`` less is better. They sum to one and come in the order of the columns. Weights from
    the data say what tells the rows apart, not what matters.

    Raises ``SchemeError``: ``one-row``, ``criterion-constant``, ``criterion-value-not-positive``,
    ``criterion-value-negative``, ``weights-undetermined`` and others, with the place.
    """
