"""A request to be erased: take it down, make sure who asks, extend or refuse it, have it begin."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samspil.adapters.jobs import enqueue
from samspil.core.access_requests import due_on, extended_to, may_extend
from samspil.core.erasing import Asking, BadRefusal, Known, Refusal, check_refusal
from samspil.core.reading import one_line
from samspil.core.retention.holds import same_person
from samspil.core.roles import Action
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import check_may, day_of
from samspil.tenancy.queries import current
from samspil.trust.models import WAITING, Erasure, Phase
from samspil.trust.queries.erasing import Look, look_at
from samspil.trust.queries.erasures import open_erasure_of

ERASE = "trust.erase"


class NotErased(Exception):
    """It cannot be erased, extended or refused like this, or not now; the message can be shown."""


@transaction.atomic
def ask_erasure(asking: Asking, *, by: Colleague | None, at: datetime) -> Erasure:
    """Take down that somebody asks to be erased; nothing is erased by that.

    The journal holds neither address nor name. `by` is None on the command line only. Raises
    `NotErased` where a request of theirs is open, or the day is still to come.
    """
    _check(by)
    if not one_line(asking.address):
        raise NotErased(_("Whose? Give the address as their messages name it."))
    if asking.received_on > day_of(at):
        raise NotErased(_("This day is still to come."))
    if open_erasure_of(asking.address):
        raise NotErased(_("A request for this address is open already: go on with that one."))
    asked = _put(asking, by=by)
    note("erasure_asked", "erasure", asked.public_id, by=by, at=at)
    return asked


@transaction.atomic
def note_known(asked: Erasure, *, known: Known, by: Colleague, at: datetime) -> None:
    """Put down how it was made sure that it is really them who ask."""
    _check(by)
    if not _waits(asked).update(known=known):
        raise NotErased(_("This has begun or ended already."))
    note("erasure_checked", "erasure", asked.public_id, by=by, at=at)


@transaction.atomic
def extend_erasure(asked: Erasure, *, why: str, by: Colleague, at: datetime) -> None:
    """Take two months more, once, within the first month, with a reason that they are told."""
    _check(by)
    if not why.strip():
        raise NotErased(_("Say why it takes longer: they have to be told."))
    if not may_extend(asked.received_on, on=day_of(at)):
        raise NotErased(_("The first month is over, within which they had to be told."))
    later = {"due_on": extended_to(asked.received_on), "extended_why": why}
    if not _waits(asked).filter(extended_why="").update(**later):
        raise NotErased(_("This was extended, has begun or ended already."))
    note("erasure_extended", "erasure", asked.public_id, by=by, at=at)


@transaction.atomic
def refuse_erasure(asked: Erasure, refusal: Refusal, *, by: Colleague, at: datetime) -> None:
    """Put down why nothing is erased; raises `NotErased` once it has begun."""
    _check(by)
    _check_refusal(refusal, in_part=False)
    refused = {"phase": Phase.REFUSED, "ground": refusal.ground, "note": refusal.why}
    waits = Erasure.objects.filter(pk=asked.pk, phase=Phase.ASKED)
    if not waits.update(ended_at=at, **refused):
        raise NotErased(_("This has begun or ended already."))
    note("erasure_refused", "erasure", asked.public_id, by=by, at=at, ground=refusal.ground)


@transaction.atomic
def begin_erasure(
    asked: Erasure,
    *,
    typed: str,
    by: Colleague | None,
    at: datetime,
    in_part: Refusal | None = None,
) -> None:
    """Have it erased in the background, for good. `typed` is the address once more.

    What is held now is counted for the proof. Where cases are held by somebody, the rest is erased
    if `in_part` says why these are not. Raises `NotErased` where something stands in the way.
    """
    _check(by)
    if same_person(typed) != same_person(asked.address):
        raise NotErased(_("This is not the address of the request."))
    if by is not None and not asked.known:
        raise NotErased(_("Make sure first that it is really them who ask, and put down how."))
    look = look_at(asked.address)
    check_free(look, in_part=in_part is not None)
    if asked.phase == Phase.ASKED and look.all_held:
        raise NotErased(_("All of it is held: refuse it, and say why."))
    begun = {"phase": Phase.RUNNING, "share": 0.0, "left": dict(look.left)}
    if asked.phase == Phase.ASKED:
        begun["held"] = dict(look.held)
    if in_part is not None and look.only_in_part:
        _check_refusal(in_part, in_part=True)
        begun |= {"ground": in_part.ground, "note": in_part.why}
    if not _waits(asked).update(**begun):
        raise NotErased(_("This has begun or ended already."))
    note("erasure_begun", "erasure", asked.public_id, by=by, at=at)
    enqueue(ERASE, {"organisation": str(current().public_id), "erasure": str(asked.public_id)})


def check_free(look: Look, *, in_part: bool) -> None:
    """Raise `NotErased` where something stands in the way; what is held does not, `in_part`."""
    if look.hindrances:
        raise NotErased(" ".join(look.hindrances))
    if look.only_in_part and not in_part:
        raise NotErased(_("A hold keeps a part of it: end the hold, or say why that part stays."))


def _check(by: Colleague | None) -> None:
    if by is not None:
        check_may(by, Action.FORGET_PEOPLE)


def _check_refusal(refusal: Refusal, *, in_part: bool) -> None:
    try:
        check_refusal(refusal, in_part=in_part)
    except BadRefusal as why:
        raise NotErased(_(str(why))) from why


def _waits(asked: Erasure) -> QuerySet[Erasure]:
    return Erasure.objects.filter(pk=asked.pk, phase__in=WAITING)


def _put(asking: Asking, *, by: Colleague | None) -> Erasure:
    """The row; somebody else may have put the same down a moment ago."""
    try:
        with transaction.atomic():
            return Erasure.objects.create(
                address=one_line(asking.address),
                by=by,
                received_on=asking.received_on,
                due_on=due_on(asking.received_on),
                came=asking.came or "",
                known=asking.known or "",
                language=asking.language,
            )
    except IntegrityError as why:
        raise NotErased(
            _("A request for this address is open already: go on with that one.")
        ) from why
