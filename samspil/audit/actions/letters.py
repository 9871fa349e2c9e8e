"""Invite the people whom a round asks, and remind those once who have not handed in."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samspil.adapters.jobs import enqueue
from samspil.audit.access import check_may_ask
from samspil.audit.actions.rounds import UnfitRound
from samspil.audit.models import Audit
from samspil.audit.queries import asked_people, still_silent
from samspil.people.actions import note, write_letter
from samspil.people.models import Colleague
from samspil.people.queries import day_of
from samspil.tenancy.queries import current

INVITE = "audit.invite"
BEFORE = timedelta(days=3)
"""So long before the last day people are reminded."""


@transaction.atomic
def invite(audit: Audit, *, by: Colleague, at: datetime) -> bool:
    """Have a letter written to everybody the round asks; False where it was done before.

    Raises `UnfitRound` where it is over.
    """
    check_may_ask(by)
    if audit.settled_at is not None or audit.closes < day_of(at):
        raise UnfitRound(_("This round is over: begin another."))
    if not Audit.objects.filter(pk=audit.pk, invited_at=None).update(invited_at=at):
        return False
    note("audit_invited", "audit", audit.public_id, by=by, at=at)
    organisation = str(current().public_id)
    enqueue(INVITE, {"organisation": organisation, "audit": str(audit.public_id)})
    return True


def send_invitations(audit: Audit) -> int:
    """Write to everybody the round asks, and again the same letters; returns how many."""
    return _send(audit, asked_people(audit).select_related("user").order_by("pk"), what="invite")


def remind_due(*, at: datetime) -> int:
    """Remind in each round that ends soon and whose people were invited; returns how many letters.

    Once only. Nobody is told who got one.
    """
    today = day_of(at)
    running = Audit.objects.filter(
        settled_at=None, invited_at__isnull=False, reminded_at=None,
        closes__gte=today, closes__lte=today + BEFORE,
    )  # fmt: skip
    return sum(_remind(one, at=at) for one in running.order_by("pk"))


def _remind(audit: Audit, *, at: datetime) -> int:
    if not Audit.objects.filter(pk=audit.pk, reminded_at=None).update(reminded_at=at):
        return 0
    return _send(audit, still_silent(audit), what="remind")


def _send(audit: Audit, people: Iterable[Colleague], *, what: str) -> int:
    return sum(
        write_letter(
            one,
            mark=f"{what}-{audit.public_id.hex}-{one.public_id.hex}",
            subject=lambda: _("What takes your time? %(name)s") % {"name": audit.name},
            said=lambda: (
                _(
                    "you may say until %(day)s which tasks take your time, in about a quarter of "
                    "an hour. It shows which work AI could take over or help with."
                )
                % {"day": date_format(audit.closes, "SHORT_DATE_FORMAT")},
                _(
                    "It is free. Your answers are yours alone; others see figures of five people "
                    "or more."
                ),
            ),
            address=reverse("audit:mine", args=[audit.public_id]),
        )
        for one in people
    )
