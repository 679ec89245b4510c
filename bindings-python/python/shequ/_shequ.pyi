"""
The compiled part of shequ; import `shequ` instead.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from shequ._types import Lang, TableLike
from typing import Any, Final, final

__all__ = ["__version__", "Citation", "Explanation", "Input", "Table", "Text", "canonical", "digest"]

__version__: Final[str]
"""
The version of this package, which is that of the Rust crate and of the npm package.
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
    def render(self, /, lang: Lang = ...) -> str:
        """
        The citation in a language, its certainty named unless the text was read in full.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The plain form.
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
    def render(self, /, lang: Lang = ...) -> str:
        """
        The tree as indented text.
        """
    def render_html(self, /, lang: Lang = ...) -> str:
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
    def to_dicts(self, /) -> list[dict[str, Any]]:
        """
        The rows as dicts: whole numbers, ``decimal.Decimal``, texts, bools and None.
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
    def get(self, /, lang: Lang) -> str:
        """
        The words in a language.
        """
    @property
    def zh(self, /) -> str:
        """
        The Chinese words.
        """

def canonical(obj: Any, /) -> str:
    """
    The canonical JSON (RFC 8785) of a result, a document or plain data: sorted keys, every exact number a string.
    """

def digest(obj: Any, /) -> str:
    """
    The SHA-256 digest of the canonical JSON, as 64 hexadecimal digits: the same in Python, Rust and JavaScript.
    """
