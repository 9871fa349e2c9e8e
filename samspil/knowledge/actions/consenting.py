"""Let a standard answer be sent without a look, or no longer; and hold it while it is sent."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.knowing import Held
from samspil.core.roles import Action
from samspil.knowledge.access import (
    Stranger,
    check_may_agree,
    check_may_keep_standard,
    standards_for,
)
from samspil.knowledge.actions.noting import note_standard
from samspil.knowledge.actions.standards import BadStandard, StaleStandard, Standard
from samspil.knowledge.models import Secrecy, StandardAnswer
from samspil.people.models import Colleague
from samspil.people.queries import check_may, day_of


def check_agrees(said: Standard, *, by: Colleague) -> None:
    """Raise `NotAllowed` or `BadStandard` where `by` could not let what is said here go alone."""
    if said.terms.owner not in (None, by):
        check_may(by, Action.CHANGE_PROCESSES)
    _check_for_everybody(said.terms.secrecy)


@transaction.atomic
def agree_to_alone(answer: StandardAnswer, *, seen: int, by: Colleague, at: datetime) -> None:
    """Let AI send this answer without a look where it may finish cases and people verified it.

    Only its owner and those who lead may. It ends with what was agreed to: where question or answer
    reads otherwise, or where it is somebody else's. Raises `StaleStandard` where it is not the
    version that was `seen`, and `BadStandard` where it is not for customers or nobody is there who
    answers for it.
    """
    check_may_agree(by, answer)
    held = StandardAnswer.objects.select_for_update(of=("self",)).select_related("owner")
    now = held.get(pk=answer.pk)
    if now.version != seen or now.removed_at is not None:
        raise StaleStandard(_("Somebody changed this answer meanwhile: look at it anew."))
    _check_for_everybody(now.secrecy)
    if now.owner.left_at is not None:
        raise BadStandard(_("Whoever answers for it does not work here any more."))
    if now.alone:
        return
    StandardAnswer.objects.filter(pk=now.pk).update(alone_by=by, alone_at=at)
    note_standard(now, "standard_alone_agreed", by=by, at=at)


@transaction.atomic
def end_alone(answer: StandardAnswer, *, by: Colleague, at: datetime) -> None:
    """Have a person look at this answer each time again. Whoever may change it may."""
    check_may_keep_standard(by, answer)
    agreed = StandardAnswer.objects.filter(pk=answer.pk, alone_at__isnull=False)
    if agreed.update(alone_by=None, alone_at=None):
        note_standard(answer, "standard_alone_ended", by=by, at=at)


def hold_standards(answers: Iterable[UUID], *, at: datetime) -> dict[UUID, Held]:
    """Those of these answers that hold for customers at this moment, by id.

    Inside the caller's transaction, until whose end nobody changes or withdraws them. One
    statement.
    """
    valid = standards_for(Stranger.ANYBODY).filter(valid_until__gte=day_of(at))
    found = valid.filter(public_id__in=set(answers)).select_related("owner").order_by("pk")
    return {
        one.public_id: Held(since=one.said_since, alone=one.alone and one.owner.left_at is None)
        for one in found.select_for_update(of=("self",))
    }


def _check_for_everybody(secrecy: str) -> None:
    if secrecy != Secrecy.PUBLIC:
        raise BadStandard(_("Only an answer that is for everybody may be sent to customers."))
