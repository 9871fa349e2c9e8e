"""Erase what is held of one person: take it down, begin it by the address typed again, do it."""

import os
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters.jobs import enqueue
from samspil.chat.models import Conversation
from samspil.core.access_requests import due_on
from samspil.core.reading import one_line
from samspil.core.retention.categories import Category
from samspil.core.retention.holds import same_person
from samspil.core.roles import Action
from samspil.governance.actions import forget_held
from samspil.governance.queries import reach_of
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.teaching.actions import forget_person
from samspil.tenancy.actions import delete_rows
from samspil.tenancy.queries import current
from samspil.trust.actions.emptying import empty_cases
from samspil.trust.actions.overwriting import written_over
from samspil.trust.actions.striking import strike
from samspil.trust.models import AccessRequest, Erasure, Phase, Stage
from samspil.trust.queries.erased import digest_of_address, erased_digests, erased_path
from samspil.trust.queries.erasing import Look, chats_naming, look_at
from samspil.trust.queries.packing import packs
from samspil.trust.queries.retention import over_erasures
from samspil.work.models import Cause

ERASE = "trust.erase"
AT_ONCE = 500
"""After so many cases it is said how far it is."""


class NotErased(Exception):
    """It cannot be erased, or not now; the message is fit to show."""


@transaction.atomic
def ask_erasure(address: str, *, received_on: date, by: Colleague | None, at: datetime) -> Erasure:
    """Take down that somebody asks to be erased; nothing is erased by that.

    The journal holds neither address nor name. `by` is None on the command line only.
    """
    if by is not None:
        check_may(by, Action.FORGET_PEOPLE)
    asked = Erasure.objects.create(
        address=one_line(address), by=by, received_on=received_on, due_on=due_on(received_on)
    )
    note("erasure_asked", "erasure", asked.public_id, by=by, at=at)
    return asked


@transaction.atomic
def refuse_erasure(asked: Erasure, *, why: str, by: Colleague, at: datetime) -> None:
    """Put down why nothing is erased; raises `NotErased` once it has begun."""
    check_may(by, Action.FORGET_PEOPLE)
    waits = Erasure.objects.filter(pk=asked.pk, phase=Phase.ASKED)
    if not waits.update(phase=Phase.REFUSED, note=why, ended_at=at):
        raise NotErased(_("This has begun or ended already."))
    note("erasure_refused", "erasure", asked.public_id, by=by, at=at)


@transaction.atomic
def begin_erasure(asked: Erasure, *, typed: str, by: Colleague | None, at: datetime) -> None:
    """Have it erased in the background, for good. `typed` is the address once more.

    What is held now is counted for the proof. Raises `NotErased` where something stands in the way.
    """
    if by is not None:
        check_may(by, Action.FORGET_PEOPLE)
    if same_person(typed) != same_person(asked.address):
        raise NotErased(_("This is not the address of the request."))
    look = look_at(asked.address)
    _check_free(look)
    waits = Erasure.objects.filter(pk=asked.pk, phase__in=(Phase.ASKED, Phase.FAILED))
    begun = {"phase": Phase.RUNNING, "share": 0.0, "left": dict(look.left)}
    if asked.phase == Phase.ASKED:
        begun["held"] = dict(look.held)
    if not waits.update(**begun):
        raise NotErased(_("This has begun or ended already."))
    note("erasure_begun", "erasure", asked.public_id, by=by, at=at)
    payload = {"organisation": str(current().public_id), "erasure": str(asked.public_id)}
    enqueue(ERASE, payload)


def erase(public_id: UUID | str, *, at: datetime) -> None:
    """Erase everything; safe to run again after it died, and then the same comes out.

    Raises what goes wrong, after the register says that it failed; a later try goes on with it.
    """
    asked = Erasure.objects.get(public_id=public_id)
    if asked.phase not in (Phase.RUNNING, Phase.FAILED):
        return
    try:
        with written_over():
            _erase(asked, at=at)
            _finish(asked, at=at)
    except Exception:
        Erasure.objects.filter(pk=asked.pk, ended_at=None).update(phase=Phase.FAILED)
        raise


def erase_again(address: str, *, at: datetime) -> Erasure:
    """Take it down and erase it at once; raises `NotErased` as `begin_erasure` does."""
    asked = ask_erasure(address, received_on=at.date(), by=None, at=at)
    begin_erasure(asked, typed=address, by=None, at=at)
    erase(asked.public_id, at=at)
    asked.refresh_from_db()
    return asked


def sweep_erasures(*, at: datetime) -> int:
    """Delete what ended long ago; returns how many."""
    return delete_rows(over_erasures(reach_of(Category.ACCESS, at=at)))


def _check_free(look: Look) -> None:
    if look.hindrances:
        raise NotErased(" ".join(look.hindrances))


def _erase(asked: Erasure, *, at: datetime) -> None:
    """Each step leaves the address to be found by as long as any later step needs it."""
    address = asked.address
    look = look_at(address)
    _check_free(look)
    forget_person(address, by=None, at=at)
    strike(address, cases=look.named_in)
    Conversation.objects.filter(pk__in=chats_naming(address)).delete()
    _forget_requests(address)
    forget_held(address)
    for start in range(0, len(look.cases), AT_ONCE):
        empty_cases(look.cases[start : start + AT_ONCE], why=Cause.ASKED, by=asked.by, at=at)
        share = (start + AT_ONCE) / (len(look.cases) + AT_ONCE)
        Erasure.objects.filter(pk=asked.pk).update(share=min(share, 0.99))
    if not look_at(address).nothing:
        raise NotErased(_("Something came in meanwhile, and is left: begin once more."))


def _forget_requests(address: str) -> None:
    """Of their requests for access it stays that they were answered, and when."""
    theirs = AccessRequest.objects.filter(address__iexact=address)
    digests = [digest for digest in theirs.values_list("digest", flat=True) if digest]
    ended = {"stage": Stage.EXPIRED, "digest": "", "expires_at": None}
    theirs.update(address="", note="", **ended)
    for digest in digests:
        packs().drop(digest)


def _finish(asked: Erasure, *, at: datetime) -> None:
    _remember(asked.address)
    with transaction.atomic():
        done = Erasure.objects.filter(pk=asked.pk, ended_at=None)
        if done.update(phase=Phase.DONE, address="", share=1.0, ended_at=at):
            facts = {"cases": asked.held["cases"], "messages": asked.held["messages"]}
            note("erased", "erasure", asked.public_id, by=asked.by, at=at, **facts)


def _remember(address: str) -> None:
    """Keep the digest outside the database, once, by which an old backup can be put right."""
    digest, path = digest_of_address(address), erased_path()
    if digest in erased_digests():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(f"{digest}\n")
        file.flush()
        os.fsync(file.fileno())
