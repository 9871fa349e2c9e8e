"""Every paper there is, and what it is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from samspil.core.ai_act.classing import Risk
from samspil.core.filings.content import Filing, Paper
from samspil.core.filings.facts import Company, Use
from samspil.core.filings.record import record
from samspil.core.filings.sheet import sheet


@dataclass(frozen=True, slots=True)
class OfUse:
    """A paper about one use of AI: how it is made, and of which uses it is asked for."""

    made: Callable[[Company, Use], Filing]
    of: Callable[[Use], bool]


def _is_ai(use: Use) -> bool:
    return use.found.risk not in (Risk.REFUSED, Risk.NO_AI)


OF_COMPANY: Mapping[Paper, Callable[[Company], Filing]] = MappingProxyType({Paper.RECORD: record})
OF_USE: Mapping[Paper, OfUse] = MappingProxyType({Paper.SHEET: OfUse(sheet, _is_ai)})
THERE = tuple(paper for paper in Paper if paper in OF_COMPANY or paper in OF_USE)
"""Those that are made, in their order."""
