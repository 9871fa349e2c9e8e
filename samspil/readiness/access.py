"""Who asks where the company stands, who reads an interview, and that answers are one's own."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from samspil.core.roles import Action, NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import check_may, may_do
from samspil.readiness.models import Interview


def check_may_see(colleague: Colleague | None) -> Colleague:
    """The colleague, if they may see how work goes, as everybody here; else `NotAllowed`."""
    return check_may(colleague, Action.SEE_PROCESSES)


def check_may_ask(colleague: Colleague | None) -> Colleague:
    """The colleague, if they say how work is shared out; else raises `NotAllowed`."""
    return check_may(colleague, Action.ALLOCATE_WORK)


def may_ask(colleague: Colleague | None) -> bool:
    """Whether `check_may_ask` would let this colleague pass."""
    return may_do(colleague, Action.ALLOCATE_WORK)


def own_interviews(colleague: Colleague) -> QuerySet[Interview]:
    """The interviews this colleague may read: those they gave or hold, and all of who may ask.

    One that was left out is read only by who asks, to put it back.
    """
    every = Interview.objects.select_related("person__user", "interviewer")
    if may_ask(colleague):
        return every
    return every.filter(Q(person=colleague) | Q(interviewer=colleague), removed_at=None)


def own_interview(public_id: UUID | str, *, of: Colleague) -> Interview:
    """An interview this colleague may read; raises `Interview.DoesNotExist` for any other."""
    return own_interviews(of).get(public_id=public_id)


def may_write(colleague: Colleague, interview: Interview) -> bool:
    """Whether this colleague writes the notes: whoever asks, and who shares out work."""
    return interview.interviewer_id == colleague.pk or may_ask(colleague)


def check_may_write(colleague: Colleague | None, interview: Interview) -> Colleague:
    """The colleague, if they write the notes; else raises `NotAllowed`."""
    found = check_may_see(colleague)
    if not may_write(found, interview):
        raise NotAllowed(_("Whoever holds the interview writes its notes."))
    return found


def check_may_agree(colleague: Colleague | None, interview: Interview) -> Colleague:
    """The colleague, if it is they who were asked; else raises `NotAllowed`."""
    found = check_may_see(colleague)
    if interview.person_id != found.pk:
        raise NotAllowed(_("Only the person who was asked can agree to the notes."))
    return found
