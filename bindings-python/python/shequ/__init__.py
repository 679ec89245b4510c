"""shequ (社区): community self-governance as data and exact rules."""

from shequ._shequ import (
    Citation,
    Explanation,
    Input,
    Table,
    Text,
    __version__,
    canonical,
    digest,
)
from shequ.errors import (
    DocumentError,
    Fault,
    GridError,
    LogError,
    OrganisationError,
    PackError,
    ParticipationError,
    SchemeError,
    ShequError,
    Stopped,
    ValueFault,
)

__all__ = [
    "Citation",
    "DocumentError",
    "Explanation",
    "Fault",
    "GridError",
    "Input",
    "LogError",
    "OrganisationError",
    "PackError",
    "ParticipationError",
    "SchemeError",
    "ShequError",
    "Stopped",
    "Table",
    "Text",
    "ValueFault",
    "__version__",
    "canonical",
    "digest",
]
