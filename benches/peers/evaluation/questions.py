"""Who is asked what.

The goals and the times of peers are those of the table of targets, on its machine, in seconds. Where it gives a range, the longer time
stands here, so that the goal for this machine is the harder one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

#: Python systems: their module and its options. `rust` and `mcdm` are programs.
SYSTEMS: dict[str, tuple[str, dict[str, object]]] = {
    "numpy": ("numpy_", {}),
    "numpy:rows": ("numpy_", {"layout": "rows"}),
    "numpy:ints": ("numpy_", {"numbers": "ints"}),
    "numpy:min-max": ("numpy_", {"normalised": True}),
    "polars": ("polars_", {}),
    "polars:ints": ("polars_", {"numbers": "ints"}),
    "scikit-criteria": ("skcriteria_", {}),
    "scikit-criteria:min-max": ("skcriteria_", {"normalised": True}),
    "pymcdm": ("pymcdm_", {}),
    "pymcdm:min-max": ("pymcdm_", {"normalised": True}),
    "shequ": ("shequ_", {}),
}
PROGRAMS = ("rust", "mcdm", "mcdm:min-max")
OURS = ("rust", "shequ")


@dataclass(frozen=True)
class Question:
    """One row of the tables."""

    title: str
    part: str
    #: The matrix; none for what makes its own input.
    shape: str | None
    systems: tuple[str, ...]
    goal: float | None = None
    #: Megabytes above the data.
    goal_memory: float | None = None
    #: The times of peers in the table of targets for the same question.
    there: dict[str, float] = field(default_factory=dict)
    #: Scores are compared with a tolerance, in their own unit; none where two systems do not ask the same.
    near: float | None = 1e-9


SUM = (
    *("rust", "shequ", "numpy", "numpy:rows", "numpy:ints", "polars", "polars:ints", "scikit-criteria", "pymcdm", "mcdm"),
    # The table of targets has its times with normalisation; they only tell how fast the machine is.
    *("numpy:min-max", "scikit-criteria:min-max", "pymcdm:min-max", "mcdm:min-max"),
)
METHOD = ("rust", "shequ", "numpy", "numpy:rows", "scikit-criteria", "pymcdm")
BOTH = ("rust", "shequ")

QUESTIONS: dict[str, Question] = {
    "sum-small": Question(
        "exact sum and ranks, 1,000 x 20",
        "weighted_sum",
        "1e3x20",
        SUM,
        there={"numpy:min-max": 0.00014, "scikit-criteria:min-max": 0.0048, "pymcdm:min-max": 0.0068, "mcdm:min-max": 0.00012},
    ),
    "sum-middle": Question(
        "exact sum and ranks, 100,000 x 50",
        "weighted_sum",
        "1e5x50",
        SUM,
        there={"numpy:min-max": 0.046, "scikit-criteria:min-max": 0.63, "pymcdm:min-max": 1.12, "mcdm:min-max": 0.097},
    ),
    "sum": Question(
        "exact sum and ranks, 600,000 x 50",
        "weighted_sum",
        "6e5x50",
        SUM,
        0.12,
        10,
        {"numpy:min-max": 0.30, "scikit-criteria:min-max": 5.6, "pymcdm:min-max": 9.2, "mcdm:min-max": 0.54},
    ),
    "sum-alone": Question("only the sums, 600,000 x 50", "sum_alone", "6e5x50", BOTH, near=None),
    "floats": Question("only to tenths from floats, 100,000 x 50", "scaled_from_floats", "1e5x50", (*BOTH, "polars"), near=None),
    "decimals": Question(
        "only to tenths from decimals, 100,000 x 50", "scaled_from_decimals", "1e5x50", (*BOTH, "polars"), near=None
    ),
    "topsis": Question(
        "TOPSIS and ranks, 600,000 x 50",
        "topsis",
        "6e5x50",
        (*METHOD, "mcdm"),
        0.20,
        None,
        {"numpy": 0.63, "mcdm": 0.90, "scikit-criteria": 5.8, "pymcdm": 8.4},
    ),
    "vikor": Question("VIKOR and ranks, 600,000 x 50", "vikor", "6e5x50", METHOD, 0.20),
    "promethee-pairs": Question("PROMETHEE II usual, 2,000 x 50", "promethee_usual", "2e3x50", (*BOTH, "numpy", "pymcdm")),
    "promethee-pairs-linear": Question(
        "PROMETHEE II linear, 2,000 x 50", "promethee_linear", "2e3x50", (*BOTH, "numpy", "pymcdm")
    ),
    "promethee": Question("PROMETHEE II usual, 100,000 x 50", "promethee_usual", "1e5x50", (*BOTH, "numpy"), 1.5),
    "promethee-linear": Question("PROMETHEE II linear, 100,000 x 50", "promethee_linear", "1e5x50", (*BOTH, "numpy"), 1.5),
    "draws-small": Question(
        "ranks of 1,000 draws of weights, 77 x 30",
        "draws",
        "77x30",
        (*BOTH, "numpy", "numpy:rows"),
        0.0015,
        None,
        {"numpy": 0.007},
        near=0.06,
    ),
    "draws": Question(
        "ranks of 1,000 draws of weights, 10,000 x 30",
        "draws",
        "1e4x30",
        (*BOTH, "numpy", "numpy:rows"),
        0.12,
        None,
        {"numpy": 0.54},
        near=0.06,
    ),
    "draws-summed": Question("the same with the summary of each unit", "draws_summed", "1e4x30", ("rust",), near=None),
    "contract-small": Question("contract of 30 indicators with every rule, 77 units", "contract_77", None, BOTH, 0.0005),
    "contract": Question("the same, 10,000 units", "contract_10000", None, BOTH, 0.060),
    "cell": Question("one corrected cell among 10,000 units", "corrected_cell", None, BOTH, 0.001, near=None),
    "asem": Question("ASEM, a draw of the weights, all stages", "asem_weights", None, ("rust",), 60e-6, near=None),
    "asem-data": Question("ASEM, a draw of weights and values", "asem_data", None, ("rust",), 60e-6, near=None),
    "asem-whole": Question("ASEM once, from the table to the card", "asem_whole", None, ("rust",), near=None),
    "bounds-10": Question("best and worst rank of 77 x 30, weights within 10 %", "rank_bounds_10", None, ("rust",), near=None),
    "bounds-25": Question("the same within 25 %", "rank_bounds_25", None, ("rust",), near=None),
    "what-if-small": Question("what would bring a unit to rank 3, of 77", "what_if_77", None, BOTH, near=None),
    "what-if": Question("the same, of 10,000", "what_if_10000", None, BOTH, near=None),
}

#: Questions by a short name.
PARTS: dict[str, tuple[str, ...]] = {
    "sums": ("sum-small", "sum-middle", "sum", "sum-alone", "floats", "decimals"),
    "methods": ("topsis", "vikor", "promethee-pairs", "promethee-pairs-linear", "promethee", "promethee-linear"),
    "draws": ("draws-small", "draws", "draws-summed"),
    "contracts": ("contract-small", "contract", "cell", "what-if-small", "what-if"),
    "asem": ("asem", "asem-data", "asem-whole"),
    "bounds": ("bounds-10", "bounds-25"),
}
