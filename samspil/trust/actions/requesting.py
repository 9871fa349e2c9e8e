"""Take down a request, make the pack in the background, note the answer, and forget in time."""

from collections import defaultdict
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters.jobs import enqueue
from samspil.core.access_requests import KEPT, due_on
from samspil.core.retention.categories import Category
from samspil.core.roles import Action
from samspil.governance.queries import reach_of
from samspil.knowledge.actions import note_missing_parties
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.tenancy.actions import delete_rows
from samspil.tenancy.queries import current
from samspil.trust.models import AccessRequest, Answer, Stage
from samspil.trust.queries.holding import Row, held_beside, held_in, person_at, staff_names
from samspil.trust.queries.packing import counted, packed, packs
from samspil.trust.queries.retention import over_packs, over_requests

PACK = "trust.pack"
STEP = 20
"""After so many cases it is said how far the pack is."""


class NotMade(Exception):
    """There is no pack to fetch; the message is fit to show."""


@transaction.atomic
def ask_access(
    address: str, *, received_on: date, language: str, by: Colleague | None, at: datetime
) -> AccessRequest:
    """Take down that somebody asks what is held of them, and have the pack made.

    The journal holds neither address nor name. `by` is None on the command line only.
    """
    if by is not None:
        check_may(by, Action.FORGET_PEOPLE)
    asked = AccessRequest.objects.create(
        address=address.strip(),
        by=by,
        received_on=received_on,
        due_on=due_on(received_on),
        language=language,
    )
    note("access_asked", "access", asked.public_id, by=by, at=at)
    _enqueue(asked)
    return asked


@transaction.atomic
def make_anew(asked: AccessRequest, *, by: Colleague, at: datetime) -> None:
    """Have the pack made once more, from what is held now; what there was of it is deleted."""
    check_may(by, Action.FORGET_PEOPLE)
    ended = AccessRequest.objects.filter(pk=asked.pk).exclude(stage=Stage.MAKING)
    if ended.update(stage=Stage.MAKING, share=0.0, digest="", expires_at=None):
        note("access_asked", "access", asked.public_id, by=by, at=at, again=True)
        _enqueue(asked)


def make_pack(public_id: UUID | str, *, at: datetime) -> None:
    """Gather everything and put it into the pack; safe to run twice.

    Raises what goes wrong, after the request says that it failed; a later try may succeed.
    """
    asked = AccessRequest.objects.get(public_id=public_id)
    if asked.stage not in (Stage.MAKING, Stage.FAILED):
        return
    try:
        note_missing_parties()
        held = _gathered(asked)
        content = packed(held, address=asked.address, language=asked.language, at=at)
        digest = packs().put(content)
    except Exception:
        AccessRequest.objects.filter(pk=asked.pk, digest="").update(stage=Stage.FAILED)
        raise
    counts = counted(held)
    with transaction.atomic():
        AccessRequest.objects.filter(pk=asked.pk).update(
            stage=Stage.MADE, share=1.0, held=counts, digest=digest, expires_at=at + KEPT
        )
        note("access_pack_made", "access", asked.public_id, by=None, at=at, cases=counts["cases"])


@transaction.atomic
def note_fetched(asked: AccessRequest, *, by: Colleague, at: datetime) -> bytes:
    """The pack, and a line in the journal that somebody fetched it. Raises `NotMade`."""
    check_may(by, Action.FORGET_PEOPLE)
    if asked.stage != Stage.MADE or asked.expires_at is None or asked.expires_at <= at:
        raise NotMade(_("There is no pack now: have it made anew."))
    note("access_pack_fetched", "access", asked.public_id, by=by, at=at)
    return packs().get(asked.digest)


@transaction.atomic
def note_answer(
    asked: AccessRequest, *, answer: Answer, said: str, by: Colleague, at: datetime
) -> None:
    """Put down how the request was answered; a second answer takes the place of the first."""
    check_may(by, Action.FORGET_PEOPLE)
    AccessRequest.objects.filter(pk=asked.pk).update(answer=answer, note=said, answered_at=at)
    note("access_answered", "access", asked.public_id, by=by, at=at, answer=answer)


def sweep_packs(*, at: datetime) -> int:
    """Forget packs whose time is over; returns how many. Their files go with the next sweep."""
    over = over_packs(reach_of(Category.PACKS, at=at))
    return over.update(stage=Stage.EXPIRED, digest="", expires_at=None)


def sweep_requests(*, at: datetime) -> int:
    """Delete requests that were answered long ago; returns how many."""
    return delete_rows(over_requests(reach_of(Category.ACCESS, at=at)))


def sweep_pack_files(*, at: datetime) -> int:
    """Delete packs of no request; returns how many. Outside of any transaction."""
    has = AccessRequest.objects.filter
    return packs().sweep(at=at, is_kept=lambda one: has(digest=one).exists())


def _enqueue(asked: AccessRequest) -> None:
    enqueue(PACK, {"organisation": str(current().public_id), "request": str(asked.public_id)})


def _gathered(asked: AccessRequest) -> dict[str, list[Row]]:
    person = person_at(asked.address)
    held = defaultdict[str, list[Row]](list, held_beside(person))
    names = staff_names()
    for place, case in enumerate(person.cases):
        for kind, rows in held_in(person, case, staff=names).items():
            held[kind] += rows
        if place % STEP == 0:
            share = place / len(person.cases)
            AccessRequest.objects.filter(pk=asked.pk).update(share=share)
    return dict(held)
