"""Erase what is held of one person, step by step, so that it can die and go on."""

import os
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.audit.actions import forget_sheets
from samspil.chat.models import Conversation
from samspil.core.erasing import Asking
from samspil.core.retention.categories import Category
from samspil.governance.actions import forget_held
from samspil.governance.queries import reach_of
from samspil.knowledge.actions import forget_mails, note_missing_parties
from samspil.people.actions import note
from samspil.people.queries import day_of
from samspil.readiness.actions import forget_answers, forget_interviews
from samspil.rollouts.actions import forget_support
from samspil.teaching.actions import forget_person
from samspil.tenancy.actions import delete_rows
from samspil.trust.actions.asking import NotErased, ask_erasure, begin_erasure, check_free
from samspil.trust.actions.emptying import empty_cases
from samspil.trust.actions.overwriting import written_over
from samspil.trust.actions.striking import strike
from samspil.trust.models import AccessRequest, Erasure, Phase, Stage
from samspil.trust.queries.erased import digest_of_address, erased_path, erased_people
from samspil.trust.queries.erasing import chats_naming, kept_cases, look_at
from samspil.trust.queries.erasures import open_erasure_of
from samspil.trust.queries.packing import packs
from samspil.trust.queries.retention import over_erasures
from samspil.work.models import Cause
from samspil.workshops.actions import forget_seats

AT_ONCE = 500
"""After so many cases it is said how far it is."""


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
    """Take it down, or go on with what was, and erase it at once; for the command line.

    Raises `NotErased` as `begin_erasure` does.
    """
    asked = open_erasure_of(address)
    if asked is None:
        asked = ask_erasure(Asking(address=address, received_on=day_of(at)), by=None, at=at)
    begin_erasure(asked, typed=address, by=None, at=at)
    erase(asked.public_id, at=at)
    asked.refresh_from_db()
    return asked


def sweep_erasures(*, at: datetime) -> int:
    """Delete what ended long ago; returns how many."""
    return delete_rows(over_erasures(reach_of(Category.ACCESS, at=at)))


def _erase(asked: Erasure, *, at: datetime) -> None:
    """Each step leaves the address to be found by as long as any later step needs it."""
    address = asked.address
    note_missing_parties()
    look = look_at(address)
    check_free(look, in_part=bool(asked.ground))
    forget_person(address, by=None, at=at)
    strike(address, cases=look.named_in)
    Conversation.objects.filter(pk__in=chats_naming(address)).delete()
    _forget_requests(address)
    forget_held(address)
    forget_sheets(address)
    forget_support(address)
    forget_seats(address)
    forget_answers(address)
    forget_interviews(address)
    forget_mails(address, by=asked.by, at=at)
    Erasure.objects.filter(address__iexact=address, phase=Phase.REFUSED).update(
        address="", note="", extended_why=""
    )
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
    if any(asked.held.values()):
        _remember(asked.address)
    left = dict(look_at(asked.address).left) | {"shells": asked.left["shells"]}
    ended = {"phase": Phase.DONE, "address": "", "extended_why": "", "share": 1.0, "left": left}
    with transaction.atomic():
        done = Erasure.objects.filter(pk=asked.pk, ended_at=None)
        if done.update(ended_at=at, **ended):
            facts = {"cases": asked.held["cases"], "messages": asked.held["messages"]}
            note("erased", "erasure", asked.public_id, by=asked.by, at=at, **facts)


def _remember(address: str) -> None:
    """Keep the digest outside the database, by which an old backup can be put right.

    Beside it stand the ids of the cases that are held and stay.
    """
    digest, path, kept = digest_of_address(address), erased_path(), tuple(kept_cases(address))
    if erased_people().get(digest) == kept:
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(" ".join([digest, *kept]) + "\n")
        file.flush()
        os.fsync(file.fileno())
