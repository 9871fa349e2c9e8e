"""Rounds, whom they ask, and how far they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from samspil.core.anonymity import in_steps
from samspil.core.readiness.answers import whose
from samspil.people.models import Colleague
from samspil.people.queries import day_of, people_of
from samspil.readiness.models import Round, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a round is: of `asked` people at least `handed_in` have handed in, in steps of five,
    so that nobody is found by looking twice."""

    asked: int
    handed_in: int


def rounds() -> QuerySet[Round]:
    """All rounds, newest first."""
    return Round.objects.select_related("by").prefetch_related("teams").order_by("-pk")


def round_at(public_id: UUID | str) -> Round:
    """One round; raises `Round.DoesNotExist`."""
    return rounds().get(public_id=public_id)


def running_round() -> Round | None:
    """The one that goes on; None where none does. There are never two."""
    return rounds().filter(settled_at=None).first()


def told_rounds() -> QuerySet[Round]:
    """Rounds that are over and tell something, oldest first."""
    over = rounds().filter(settled_at__isnull=False, people__isnull=False)
    return over.order_by("settled_at", "pk")


def is_open(round_: Round, *, at: datetime) -> bool:
    """Whether people may answer in it now."""
    return round_.settled_at is None and day_of(at) <= round_.closes


def asks(round_: Round, colleague: Colleague) -> bool:
    """Whether the round asks this person."""
    return asked_people(round_).filter(pk=colleague.pk).exists()


def asked_people(round_: Round) -> QuerySet[Colleague]:
    """Everybody the round asks who works here."""
    return people_of(round_.teams.all())


def mark_of(colleague: Colleague, round_: Round) -> str:
    """The mark of this person's answers in this round."""
    return whose(colleague.public_id, round_=round_.public_id, key=settings.MARK_KEY)


def still_silent(round_: Round) -> list[Colleague]:
    """Whom the round asks and who has not handed in: to remind them, and for no page."""
    done = _marks(Sheet.objects.filter(round=round_, handed_in=True))
    people = asked_people(round_).select_related("user").order_by("pk")
    return [one for one in people if mark_of(one, round_) not in done]


def waits_for(colleague: Colleague, *, at: datetime) -> Round | None:
    """The round that asks this person now and in which they have not handed in; None for none."""
    found = running_round()
    if found is None or not is_open(found, at=at) or not asks(found, colleague):
        return None
    own = Sheet.objects.filter(round=found, mark=mark_of(colleague, found), handed_in=True)
    return None if own.exists() else found


def progress_of(round_: Round) -> Progress:
    """How many have handed in, as far as that may be told."""
    return Progress(
        asked=asked_people(round_).count(),
        handed_in=in_steps(Sheet.objects.filter(round=round_, handed_in=True).count()),
    )


def _marks(sheets: Iterable[Sheet]) -> set[str]:
    return {one.mark for one in sheets}
