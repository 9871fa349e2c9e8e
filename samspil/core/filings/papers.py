"""Every paper there is, and what it is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from samspil.core.ai_act.classing import Risk
from samspil.core.ai_act.facts import Affected
from samspil.core.filings.assessment import assessment
from samspil.core.filings.content import Filing, Paper
from samspil.core.filings.exception import exception, is_excepted
from samspil.core.filings.facts import Company, Use
from samspil.core.filings.literacy import literacy
from samspil.core.filings.notice import notice
from samspil.core.filings.record import record
from samspil.core.filings.sheet import sheet
from samspil.core.filings.technical import technical


@dataclass(frozen=True, slots=True)
class OfUse:
    """A paper about one use of AI: how it is made, and of which uses it is asked for."""

    made: Callable[[Company, Use], Filing]
    of: Callable[[Use], bool]


def _is_ai(use: Use) -> bool:
    return use.found.risk not in (Risk.REFUSED, Risk.NO_AI)


def _about_staff(use: Use) -> bool:
    return _is_ai(use) and Affected.EMPLOYEES in use.facts.affected


def _is_high(use: Use) -> bool:
    return use.found.risk is Risk.HIGH


def _may_weigh(use: Use) -> bool:
    return _is_ai(use) and (_is_high(use) or use.facts.of_staff)


OF_COMPANY: Mapping[Paper, Callable[[Company], Filing]] = MappingProxyType(
    {Paper.RECORD: record, Paper.LITERACY: literacy}
)
OF_USE: Mapping[Paper, OfUse] = MappingProxyType(
    {
        Paper.SHEET: OfUse(sheet, _is_ai),
        Paper.NOTICE: OfUse(notice, _about_staff),
        Paper.ASSESSMENT: OfUse(assessment, _may_weigh),
        Paper.TECHNICAL: OfUse(technical, _is_high),
        Paper.EXCEPTION: OfUse(exception, is_excepted),
    }
)
