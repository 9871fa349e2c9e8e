"""Letters: to those whom a round asks, and once more to those who are silent; to who is
interviewed; and to who decided a vision, when it is to be looked at again."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samspil.adapters.jobs import enqueue
from samspil.core.readiness.looking import due_look
from samspil.people.actions import note, write_letter
from samspil.people.models import Colleague
from samspil.people.queries import day_of
from samspil.readiness.access import check_may_ask
from samspil.readiness.actions.rounds import UnfitRound
from samspil.readiness.models import Interview, Round, Version
from samspil.readiness.queries import asked_people, looked_after, newest_version, still_silent
from samspil.tenancy.queries import current

INVITE, TELL = "readiness.invite", "readiness.tell"
BEFORE = timedelta(days=3)
"""So long before the last day people are reminded."""


@transaction.atomic
def invite(round_: Round, *, by: Colleague, at: datetime) -> bool:
    """Have a letter written to everybody the round asks; False where it was done before.

    Raises `UnfitRound` where it is over.
    """
    check_may_ask(by)
    if round_.settled_at is not None or round_.closes < day_of(at):
        raise UnfitRound(_("This round is over: begin another."))
    going = Round.objects.filter(pk=round_.pk, invited_at=None, settled_at=None)
    if not going.update(invited_at=at):
        return False
    note("readiness_invited", "readiness", round_.public_id, by=by, at=at)
    organisation = str(current().public_id)
    enqueue(INVITE, {"organisation": organisation, "round": str(round_.public_id)})
    return True


def send_invitations(round_: Round) -> int:
    """Write to everybody the round asks, and again the same letters; returns how many."""
    return _ask(round_, asked_people(round_).select_related("user").order_by("pk"), what="invite")


def remind_due(*, at: datetime) -> int:
    """Remind those who have not handed in, once, in a round that ends soon and whose people were
    invited; returns how many letters. Nobody is told who got one."""
    today = day_of(at)
    running = Round.objects.filter(
        settled_at=None, invited_at__isnull=False, reminded_at=None,
        closes__gte=today, closes__lte=today + BEFORE,
    )  # fmt: skip
    return sum(_remind(one, at=at) for one in running.order_by("pk"))


def _remind(round_: Round, *, at: datetime) -> int:
    if not Round.objects.filter(pk=round_.pk, reminded_at=None).update(reminded_at=at):
        return 0
    return _ask(round_, still_silent(round_), what="remind")


def tell_of_interview(interview: Interview, *, today: date) -> None:
    """Have a letter written to whoever is to be interviewed; not of a day that is over."""
    if interview.day < today:
        return
    organisation = str(current().public_id)
    enqueue(TELL, {"organisation": organisation, "interview": str(interview.public_id)})


def send_interview(interview: Interview) -> int:
    """Write to the person, and again the same letter; returns how many."""
    return write_letter(
        interview.person,
        mark=f"interview-{interview.public_id.hex}-{interview.moves}",
        subject=lambda: (
            _("A conversation about working with AI on %(day)s") % {"day": _day(interview.day)}
        ),
        said=lambda: (
            _(
                "you are asked for a conversation about your work and AI. The questions stand "
                "here already; you read the notes afterwards and say whether they are right."
            ),
            _("It is free. Say no to whoever asks you, and it is left out."),
        ),
        address=reverse("readiness:interview", args=[interview.public_id]),
    )


def remind_of_vision(*, at: datetime) -> int:
    """Write once to who decided the vision, and to who answers for its goals, when it is time to
    look at it again; returns how many letters."""
    version = newest_version()
    if version is None:
        return 0
    months = due_look(version.day, looked_after(version), today=day_of(at))
    if months is None:
        return 0
    fresh = Version.objects.filter(pk=version.pk, reminded__lt=months)
    if not fresh.update(reminded=months):
        return 0
    answering = {one.owner for one in version.goals.select_related("owner__user").order_by("pk")}
    people = sorted(answering | {version.by}, key=lambda one: one.pk)
    here = [one for one in people if one.left_at is None]
    return sum(_remind_of(version, months, to=one) for one in here)


def _remind_of(version: Version, months: int, *, to: Colleague) -> int:
    return write_letter(
        to,
        mark=f"vision-{version.public_id.hex}-{months}-{to.public_id.hex}",
        subject=lambda: _("%(n)d months on: how far is what we wanted?") % {"n": months},
        said=lambda: (
            _("it is time to look at the vision again: what is reached, what is on the way?"),
        ),
        address=reverse("readiness:version", args=[version.public_id]),
    )


def _ask(round_: Round, people: Iterable[Colleague], *, what: str) -> int:
    return sum(
        write_letter(
            one,
            mark=f"{what}-{round_.public_id.hex}-{one.public_id.hex}",
            subject=lambda: _("Where do we stand with AI? %(name)s") % {"name": round_.name},
            said=lambda: (
                _("until %(day)s you may say in four minutes where our company stands with AI.")
                % {"day": _day(round_.closes)},
                _(
                    "It is free and anonymous. When the round is over your answers are counted "
                    "with those of others and deleted; of fewer than five people nothing is told."
                ),
            ),
            address=reverse("readiness:mine", args=[round_.public_id]),
        )
        for one in people
    )


def _day(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
