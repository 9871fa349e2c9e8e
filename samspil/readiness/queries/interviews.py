"""Interviews one may read, the guides for them, and findings."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from samspil.core.readiness.asking import questions_for
from samspil.core.readiness.seats import Seat
from samspil.core.retention.periods import Reach
from samspil.people.models import Colleague
from samspil.readiness.access import own_interviews
from samspil.readiness.models import Finding, Guide, Interview, Note


def interviews_for(colleague: Colleague) -> QuerySet[Interview]:
    """Those the colleague may read and that were not left out, the newest day first."""
    return own_interviews(colleague).filter(removed_at=None).order_by("-day", "-pk")


def notes_of(interview: Interview) -> list[Note]:
    """Its questions with what was said, in the order they are asked."""
    return list(interview.notes.order_by("place"))


def guide_of(seat: Seat) -> Sequence[str]:
    """What is asked of such people: the company's own questions, or ours in the reader's words."""
    own = Guide.objects.filter(seat=seat).first()
    return own.questions.splitlines() if own else [_(one) for one in questions_for(seat)]


def own_guides() -> set[str]:
    """The kinds of people for whom the company has questions of its own."""
    return set(Guide.objects.values_list("seat", flat=True))


def findings() -> QuerySet[Finding]:
    """What was learned from interviews, by area."""
    return Finding.objects.filter(removed_at=None).order_by("area", "pk")


def finding_at(public_id: UUID | str) -> Finding:
    """One, left out or not; raises `Finding.DoesNotExist`."""
    return Finding.objects.get(public_id=public_id)


def over_interviews(reach: Reach) -> QuerySet[Interview]:
    """Interviews whose day is long past, of people who are not held."""
    over = Interview.objects.filter(day__lt=reach.before.date())
    theirs = over.annotate(address=Lower("person__user__email"))
    return theirs.exclude(address__in=reach.holds.people)


def interviews_of(address: str) -> Iterator[Mapping[str, str]]:
    """What whoever signs in with this address said in interviews, when they ask."""
    theirs = Note.objects.filter(interview__person__user__email__iexact=address.strip())
    for one in theirs.select_related("interview").order_by("interview", "place"):
        day = one.interview.day
        yield {"what": f"{day:%Y-%m-%d}", "question": one.question, "said": one.text}
