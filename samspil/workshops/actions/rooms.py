"""Open a workshop, step from phase to phase, and end it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.workshops.codes import drawn
from samspil.core.workshops.phases import Phase
from samspil.core.workshops.stepping import Facts, NoStep, check_step
from samspil.core.workshops.voting import LEAST_POINTS, MOST_POINTS, USUAL_POINTS
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import day_of
from samspil.tenancy.actions import delete_rows
from samspil.workshops.access import check_may_lead
from samspil.workshops.actions.refusing import Refused, held, locked
from samspil.workshops.actions.voting import close_vote
from samspil.workshops.models import (
    LONGEST_NAME,
    LONGEST_QUESTION,
    Ballot,
    Landing,
    Proposal,
    Seat,
    Table,
    Workshop,
)
from samspil.workshops.queries import open_proposals

MOST_TABLES, LONGEST_TABLE = 40, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A workshop as somebody wants it: `points` to spread, and the names of its tables."""

    name: str
    question: str
    day: date
    tables: Sequence[str]
    points: int = USUAL_POINTS


@transaction.atomic
def open_workshop(opening: Opening, *, by: Colleague, at: datetime) -> Workshop:
    """Open a room with a code of its own. Raises `Refused`."""
    check_may_lead(by)
    name, question = " ".join(opening.name.split()), " ".join(opening.question.split())
    tables = list(dict.fromkeys(" ".join(one.split()) for one in opening.tables if one.strip()))
    _check(name, question, tables, opening, today=day_of(at))
    made = Workshop.objects.create(
        name=name, question=question, day=opening.day, code=_code(), points=opening.points,
        by=by, at=at,
    )  # fmt: skip
    Table.objects.bulk_create([Table(workshop=made, name=one) for one in tables])
    note("workshop_opened", "workshop", made.public_id, by=by, at=at, tables=len(tables))
    return made


@transaction.atomic
def step(workshop: Workshop, to: Phase, *, by: Colleague, at: datetime) -> None:
    """Lead the room one phase on, or back. Raises `Refused` where it cannot go there now.

    When a vote begins nobody's proposals are their own any more. Going on from it counts it and
    deletes ballots: whoever comes back to it votes anew. Going back from it keeps them for a while.
    """
    check_may_lead(by)
    now = held(workshop)
    landed = Landing.objects.filter(proposal__workshop=now).exists()
    try:
        facts = Facts(proposals=open_proposals(now).count(), landed=landed)
        check_step(Phase(now.phase), to, facts)
    except NoStep as why:
        raise Refused(_(str(why))) from None
    if to is Phase.VOTE:
        _begin_vote(now)
    elif now.phase == Phase.VOTE and to is Phase.RESULT:
        close_vote(now, at=at)
    now.phase = to
    now.save(update_fields=["phase", "voted_at", "voters"])
    note("workshop_stepped", "workshop", now.public_id, by=by, at=at, phase=to.value)


@transaction.atomic
def end_workshop(workshop: Workshop, *, by: Colleague, at: datetime) -> bool:
    """Close the room: its code ends, and who was there is forgotten; False where it was over.

    A vote that is open is not counted: nobody has closed it.
    """
    check_may_lead(by)
    now = locked(workshop)
    if now.ended_at is not None:
        return False
    close_room(now, by=by, at=at)
    delete_rows(Seat.objects.filter(workshop=now))
    return True


def close_room(workshop: Workshop, *, by: Colleague | None, at: datetime) -> None:
    """End its code, and delete ballots and what was taken off; who sat there is left to others."""
    workshop.took_part = Seat.objects.filter(workshop=workshop).count()
    workshop.code, workshop.ended_at = "", at
    workshop.save(update_fields=["took_part", "code", "ended_at"])
    Ballot.objects.filter(proposal__workshop=workshop).delete()
    delete_rows(Proposal.objects.filter(workshop=workshop, removed_at__isnull=False))
    Proposal.objects.filter(workshop=workshop).update(author=None)
    note("workshop_ended", "workshop", workshop.public_id, by=by, at=at)


def _begin_vote(workshop: Workshop) -> None:
    mine = Proposal.objects.filter(workshop=workshop)
    mine.update(author=None, points=None)
    workshop.voted_at = workshop.voters = None


def _code() -> str:
    """A code that no other workshop of this organisation has now."""
    code = drawn(secrets.randbelow)
    return _code() if Workshop.objects.filter(code=code).exists() else code


def _check(
    name: str, question: str, tables: Sequence[str], opening: Opening, *, today: date
) -> None:
    if not name or len(name) > LONGEST_NAME:
        raise Refused(_("A workshop needs a name of at most 120 characters."), "name")
    if not question or len(question) > LONGEST_QUESTION:
        raise Refused(_("Ask a question of at most 500 characters."), "question")
    if opening.day < today:
        raise Refused(_("This day is over."), "day")
    if not LEAST_POINTS <= opening.points <= MOST_POINTS:
        raise Refused(_("Each spreads 3 to 10 points."), "points")
    if not tables or len(tables) > MOST_TABLES:
        raise Refused(_("Name 1 to 40 tables, one in each line."), "tables")
    if any(len(one) > LONGEST_TABLE for one in tables):
        raise Refused(_("The name of a table has at most 60 characters."), "tables")
