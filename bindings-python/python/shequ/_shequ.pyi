"""
The compiled part of shequ; import `shequ` instead.
"""

from _typeshed import SupportsGetItem
from datetime import date
from decimal import Decimal
from fractions import Fraction
from shequ._types import GeoLike, PathLike, Plain, ProgressLike, TableLike
from typing import Any, Final, Literal, SupportsIndex, final

__all__ = ["__version__", "Age", "Answer", "Calendar", "Caution", "Cells", "Check", "Citation", "Clause", "ClauseVerdict", "Code", "Consolidation", "Cut", "Diagram", "Difference", "Entry", "Event", "Explanation", "Facts", "FewestUnits", "Finding", "GradeCount", "Grid", "GridCheck", "GroupSummary", "Indicator", "Input", "Line", "Lineage", "LineageEnd", "LineageStep", "Log", "LogBreak", "LogCheck", "Loss", "Margin", "Organisation", "Pack", "Packs", "Pairing", "Plan", "PlanCheck", "PlanFault", "Record", "Report", "Rules", "Scheme", "SchemeColumn", "SchemeWarning", "Scorecard", "SealedTexts", "Share", "Sides", "Snapshot", "Statistics", "Step", "Stretch", "Subject", "Summary", "Table", "Territory", "TerritorySummary", "Text", "Unit", "UnitName", "UnitRecord", "UnitScore", "Verdict", "Verification", "canonical", "decide", "digest", "verify"]

__version__: Final[str]
"""
The version of this package, which is that of the Rust crate and of the npm package.
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
class Answer:
    """
    What a clause says on a day, or why that is not known.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
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
        Why it is not known: ``unread``, ``secondary``, ``not-in-force`` or ``period-uncertain``.
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
    An event to apply to an organisation: a unit is founded, renamed, recoded, or units merge.
    """
    @staticmethod
    def from_dict(obj: Plain, /) -> Event:
        """
        Reads an event from a dict.
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
    def outcome(self, /) -> int | str | Decimal | Fraction | date | Text:
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
    def load(path: PathLike, /) -> Facts:
        """
        Reads facts from a JSON or TOML file.
        """
    @staticmethod
    def parse(text: str, /) -> Facts:
        """
        Reads facts from a JSON or TOML text.
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
        Where the rule stands, if a pack was given.
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
        The days around the day asked about on which it holds without a break.
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
    def value(self, /) -> int | str | Decimal | Fraction | date | Text:
        """
        Its value: an int, a Decimal, a Fraction, a date, a text or an answer.
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
        ``found``, ``rename``, ``recode`` or ``merge``.
        """
    @property
    def instrument(self, /) -> Text | None:
        """
        By which document.
        """
    @property
    def likely(self, /) -> str:
        """
        ``possible`` where the bounds of its day leave open that it is between.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form, the same in every language: exact numbers are texts.
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
class Margin:
    """
    The least change of one kind that flips a clause.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def amount(self, /) -> int | str | Decimal | Fraction | date | Text:
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
class Organisation:
    """
    Units, relations, posts, holdings and events, with all their days.

    It never changes; an event makes another. Ask it as of a day: ``organisation.at("2019-05-01")``.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    def apply(self, event: Event | Plain, /) -> Organisation:
        """
        The organisation after one more event; this one stays as it is.
        """
    def at(self, day: date | str, /) -> Snapshot:
        """
        The organisation on a day.
        """
    def consolidation(self, /, since: date | str, until: date | str, *, measure: str) -> Consolidation:
        """
        The merges whose day may lie in a period, in total, counted in a measure.
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
    @property
    def keys(self, /) -> list[str]:
        """
        The keys of all units in order, on whatever days they exist.
        """
    def lineage(self, key: str, /, until: date | str, *, measure: str | None = None) -> Lineage:
        """
        What a unit became until a day, with shares of a measure and the documents that did it.
        """
    @staticmethod
    def load(path: PathLike, /) -> Organisation:
        """
        Reads an organisation from a JSON or TOML file.
        """
    def origins(self, key: str, /, since: date | str, *, measure: str | None = None) -> Lineage:
        """
        What a unit was made of on a day, with shares of a measure and the documents that did it.
        """
    def pairing(self, /, day: date | str, kind: str, units: SupportsGetItem[int, str]) -> Pairing:
        """
        Which of the units named have an agreement of a kind on a day, and which have none.
        """
    @staticmethod
    def parse(text: str, /) -> Organisation:
        """
        Reads an organisation from a JSON or TOML text.
        """
    def part(self, name: Literal["units", "kinds", "names", "codes", "parents", "events", "relations", "posts", "holders", "holdings", "agreements", "indicators", "statements"], /) -> Table:
        """
        A part as a table: ``"names"``, ``"parents"``, ``"relations"``, ``"holdings"`` ...; what events changed is worked in.
        """
    def settled(self, /) -> dict[str, Any]:
        """
        The document with its events worked into the units' facts: no event is left, and any day looks the same.
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
    @property
    def title(self, /) -> Text:
        """
        What it is about.
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
    def validate(self, /, day: date | str, *, pack: Packs | Rules | Literal["cn"] | None = None) -> Report:
        """
        What breaks a rule on a day.

        ``pack`` gives the numbers of the law: ``"cn"``, packs, or the rules of a day. Without it, or where a clause was not
        read, the rules that need one answer ``unknown``.
        """
    def with_table(self, name: Literal["units", "kinds", "names", "codes", "parents", "events", "relations", "posts", "holders", "holdings", "agreements", "indicators", "statements"], table: TableLike, /) -> Organisation:
        """
        The organisation with the rows of a table added, in the columns that ``part`` gives: relations, posts, holders,
        holdings, agreements, indicators or statements. Nothing is added if anything is wrong.
        """

@final
class Pack:
    """
    A checked pack of rules: law or by-laws as dated clauses with citations.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
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
    def decide(self, question: str, facts: Facts | Plain, /) -> Verdict:
        """
        The verdict on a question by the rules of the day that the facts name.
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
    @property
    def questions(self, /) -> list[str]:
        """
        The names of all questions, sorted.
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
    def verify(self, packs: Packs, facts: Facts | Plain, /) -> Verification:
        """
        Evaluates the decision again by packs and facts, and says what differs.
        """

@final
class Report:
    """
    What a validation found.
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
        The day.
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
    def violations(self, /) -> list[Finding]:
        """
        The violations, by rule and subject.
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
    @property
    def accepts_secondary(self, /) -> bool:
        """
        Whether clauses known only second-hand decide.
        """
    def ask(self, clause: str, /) -> Answer:
        """
        What a clause says on the day, with its source, or why that is not known.
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
    def decide(self, question: str, facts: Facts | Plain, /) -> Verdict:
        """
        The verdict on a question.
        """
    @property
    def packs(self, /) -> Packs:
        """
        The packs they come from.
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
class Scorecard:
    """
    What an evaluation found: scores, grades, ranks and awards of every unit.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def digest(self, /) -> str:
        """
        The digest of every unit's values, scores, total, grade, rank and award, whatever the order of units was.
        """
    def explain(self, /, unit: str) -> Explanation:
        """
        Why a unit has its total: every point, its rule and its arithmetic; the parts add up exactly.
        """
    def line_table(self, /) -> Table:
        """
        One row a unit: the score of each indicator under its key.
        """
    def lines(self, /, unit: str) -> list[Line]:
        """
        The score of each indicator of a unit, in the order of the scheme.
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
    def base_value(self, /) -> int | str | Decimal | Fraction | date | Text | None:
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
    def part_value(self, /) -> int | str | Decimal | Fraction | date | Text | None:
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
class Snapshot:
    """
    An organisation on a day.
    """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    def diagram(self, /, root: str | None = None, *, depth: SupportsIndex = 3, lang: Literal["zh", "en"] = ..., format: Literal["mermaid", "graphviz"] = ..., most: SupportsIndex = 480) -> Diagram:
        """
        The units within ``root`` (a key, code or name) down to ``depth`` levels; without ``root``, from the top.

        A Mermaid flowchart, or a graph for Graphviz; one of more than ``most`` boxes or lines is refused.
        """
    def find(self, words: str, /) -> Unit:
        """
        A unit by its key, or else by a code of the day, or else by its name of the day in either language.
        """
    def roots(self, /) -> list[Unit]:
        """
        The units that lie within none.
        """
    def table(self, /, lang: Literal["zh", "en"] = ...) -> Table:
        """
        The units as a table: key, name, kind, code, parent, depth and likely.
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
        ``unit``, ``post`` or ``statement``.
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
        Reads any data frame, a dict of columns or a list of rows.
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
        Its rank in its peer group before ties are broken; None where the scheme does not rank.
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

@final
class Verdict:
    """
    The answer to a question: met, not met or unknown, with everything that made it.
    """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
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
    @property
    def question(self, /) -> str:
        """
        The name of the question.
        """
    def record(self, /) -> Record:
        """
        The record of the decision: whoever has it, the packs and the facts can evaluate it again.
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

def canonical(obj: Any, /) -> str:
    """
    The canonical JSON (RFC 8785) of a result, a document or plain data: sorted keys, every exact number a string.
    """

def decide(rules: Rules | Packs, question: str, facts: Facts | Plain, /, *, day: date | str | None = None) -> Verdict:
    """
    The verdict on a question by the rules of a day, or by packs and the day that the facts or ``day`` name.

    ``facts`` is a dict of what was counted, or of ``units`` as a list of dicts or any data frame; what is not known is left
    out. ``shequ.decide(shequ.packs.cn, "owners.special", {"day": "2026-03-01", "units": units})``.
    """

def digest(obj: Any, /) -> str:
    """
    The SHA-256 digest of the canonical JSON, as 64 hexadecimal digits: the same in Python, Rust and JavaScript.
    """

def verify(record: Record, packs: Packs, facts: Facts | Plain, /) -> Verification:
    """
    Evaluates the record of a decision again, with the packs and the facts that it was made from.
    """
