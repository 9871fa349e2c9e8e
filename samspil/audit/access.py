"""Who sees what takes time, who asks, and that a sheet is its person's alone."""

from uuid import UUID

from django.db.models import QuerySet

from samspil.audit.models import Answer, Sheet
from samspil.core.roles import Action
from samspil.people.models import Colleague, Team
from samspil.people.queries import check_may, may_do


def check_may_see(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see how work goes, as everybody here; else `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_see_team(colleague: Colleague | None, team: Team) -> Colleague:
    """The colleague, if they may see what is told of all, or belong to the team; else raises
    `NotAllowed`."""
    if colleague is not None and team.members.filter(pk=colleague.pk).exists():
        return colleague
    return check_may_see(colleague)


def check_may_ask(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say how work is shared out; else raises `NotAllowed`."""
    return check_may(colleague, Action.ALLOCATE_WORK)


def may_ask(colleague: Colleague | None) -> bool:
    """Whether `check_may_ask` would let this colleague pass."""
    return may_do(colleague, Action.ALLOCATE_WORK)


def own_sheets(colleague: Colleague) -> QuerySet[Sheet]:
    """The person's own: nobody else's are ever read by a page."""
    return Sheet.objects.filter(colleague=colleague)


def own_answer(public_id: UUID | str, *, of: Colleague) -> Answer:
    """One of the person's own answers; raises `Answer.DoesNotExist` for anybody else's."""
    mine = Answer.objects.filter(sheet__colleague=of)
    return mine.select_related("sheet__audit", "task").get(public_id=public_id)
