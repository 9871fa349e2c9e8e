"""The list beside a case: what one holds, then what waits, riskiest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from samspil.core.lifecycle import Stage
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import may_do
from samspil.review.queries.narrowing import Narrowing, narrow
from samspil.work.models import Case, Process
from samspil.work.queries import (
    QueueEnd,
    awake,
    held_by,
    own_teams,
    processes,
    queue_page,
    seen_by,
    shut_to,
    waiting_seen_by,
)
from samspil.work.queries.cases import QUEUE_ORDER

PAGE = 25
MOST_HELD = 25


class Whose(StrEnum):
    """Whose cases to list."""

    MINE = "mine"
    TEAMS = "teams"
    ALL = "all"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted(Narrowing):
    """What to list. Empty fields do not narrow it; `after` is the case the page before ended at."""

    whose: Whose = Whose.TEAMS
    after: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One page of the list; `last` is where the next page goes on, None where nothing follows."""

    held: list[Case]
    waiting: list[Case]
    last: UUID | None

    @property
    def rows(self) -> list[Case]:
        """All cases in the order shown."""
        return [*self.held, *self.waiting]

    def beside(self, open_case: UUID | None) -> tuple[Case | None, Case | None]:
        """The cases before and after the open one; without it the first comes next."""
        rows = self.rows
        here = next((i for i, row in enumerate(rows) if row.public_id == open_case), None)
        if here is None:
            return None, next(iter(rows), None)
        return (rows[here - 1] if here else None), next(iter(rows[here + 1 :]), None)


def listed(
    colleague: Colleague, wanted: Wanted, *, known: Iterable[Process] | None = None
) -> Listed:
    """What this colleague has and what waits; those one holds stand on the first page only.

    The processes that are `known` are not read again with every row.
    """
    found = _listed(colleague, wanted)
    by_key = {process.pk: process for process in (processes() if known is None else known)}
    for row in found.rows:
        row.process = by_key[row.process_id]
    return found


def _listed(colleague: Colleague, wanted: Wanted) -> Listed:
    first = wanted.after is None
    held = list(narrow(held_by(colleague), wanted)[:MOST_HELD]) if first else []
    if wanted.whose is Whose.LATER:
        aside = narrow(put_aside_for(colleague), wanted)
        return Listed(held=[], waiting=list(aside[:MOST_HELD]), last=None)
    if wanted.whose is Whose.MINE:
        return Listed(held=held, waiting=[], last=None)
    waiting = _waiting(colleague, wanted)
    rows, end = queue_page(waiting, after=_end_at(wanted.after, colleague), size=PAGE)
    return Listed(held=held, waiting=rows, last=rows[-1].public_id if end else None)


def first_page(colleague: Colleague, wanted: Wanted) -> list[tuple[QuerySet[Case], int]]:
    """The groups that the first page shows, in its order, each with how many it shows at most."""
    if wanted.whose is Whose.LATER:
        return [(narrow(put_aside_for(colleague), wanted), MOST_HELD)]
    held = narrow(held_by(colleague), wanted), MOST_HELD
    if wanted.whose is Whose.MINE:
        return [held]
    return [held, (_waiting(colleague, wanted), PAGE)]


def _waiting(colleague: Colleague, wanted: Wanted) -> QuerySet[Case]:
    """What waits and is wanted. Of a process that is shut to them only their teams' is left, which
    is said once more where it is asked for: databases then find it by an index."""
    waiting = narrow(waiting_for(colleague, wanted.whose), wanted)
    shut = shut_to(colleague, wanted.process) if wanted.process else None
    if shut is None:
        return waiting
    return waiting.filter(process=shut, team__in=own_teams(colleague))


def waiting_for(colleague: Colleague, whose: Whose) -> QuerySet[Case]:
    """As `queue_of`, but a leader may ask for their own teams' cases only."""
    waiting = awake(waiting_seen_by(colleague)).order_by(*QUEUE_ORDER)
    if whose is Whose.ALL and may_do(colleague, Action.REASSIGN_CASES):
        return waiting
    return waiting.filter(Q(team__in=own_teams(colleague)) | Q(team__isnull=True))


def put_aside_for(colleague: Colleague) -> QuerySet[Case]:
    """What is put aside of one's own and of one's teams, what comes back first on top."""
    aside = (
        seen_by(colleague).filter(snoozed_until__gt=timezone.now()).order_by("snoozed_until", "pk")
    )
    of_teams = Q(team__in=own_teams(colleague)) | Q(team__isnull=True)
    waiting = Q(stage=Stage.WAITING) & of_teams
    if may_do(colleague, Action.REASSIGN_CASES):
        waiting = Q(stage=Stage.WAITING)
    return aside.filter(waiting | Q(stage=Stage.CLAIMED, claimed_by=colleague))


def matching(colleague: Colleague, wanted: Wanted) -> QuerySet[Case]:
    """All that the pages of the list show together, riskiest first."""
    shown = Q()
    for part in parts(colleague, wanted):
        shown |= Q(pk__in=part.values("pk"))
    return Case.objects.filter(shown).order_by(*QUEUE_ORDER)


def parts(colleague: Colleague, wanted: Wanted) -> list[QuerySet[Case]]:
    """The groups that the list is made of, without order; no case stands in two."""
    if wanted.whose is Whose.LATER:
        return [narrow(put_aside_for(colleague), wanted).order_by()]
    held = narrow(held_by(colleague), wanted).order_by()
    if wanted.whose is Whose.MINE:
        return [held]
    return [held, _waiting(colleague, wanted).order_by()]


def _end_at(after: UUID | None, reader: Colleague) -> QueueEnd | None:
    last = seen_by(reader).filter(public_id=after).first() if after else None
    return QueueEnd(risk=last.risk, due_at=last.due_at, pk=last.pk) if last else None
