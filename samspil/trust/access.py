"""Who reads which papers, and who says what is missing in them.

Two papers are written for those who work with AI and for staff: everybody reads them. The others
weigh risks or describe what protects data: whoever answers for uses reads those, and hands out what
others are to have. So a staff representative is given an assessment, and does not find its draft.
"""

from samspil.core.filings.content import Paper
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do

FOR_ALL = frozenset({Paper.SHEET, Paper.NOTICE})
"""Papers that everybody may read who sees what AI is used for."""


def action_for(paper: Paper) -> Action:
    """What somebody has to be allowed to do to read this paper."""
    return Action.SEE_PROCESSES if paper in FOR_ALL else Action.GOVERN_USES


def check_may_read_paper(colleague: Colleague | None, paper: Paper) -> Colleague:
    """The colleague, if they may read it; else raises `NotAllowed`."""
    return check_may(colleague, action_for(paper))


def readable(colleague: Colleague | None) -> list[Paper]:
    """The papers that this colleague may read, in their order."""
    return [one for one in Paper if may_do(colleague, action_for(one))]


def check_may_state(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say what papers ask for, and keep them; else raises `NotAllowed`."""
    return check_may(colleague, Action.GOVERN_USES)


def may_state(colleague: Colleague | None) -> bool:
    """Whether `check_may_state` would let this colleague pass."""
    return may_do(colleague, Action.GOVERN_USES)


def may_see_names(colleague: Colleague | None) -> bool:
    """Whether papers may name to this colleague who was trained in what."""
    return may_do(colleague, Action.MANAGE_PEOPLE)
