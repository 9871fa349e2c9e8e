"""Guides of one's own, and what came of interviews, in sentences that name nobody."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.readiness.guide import (
    LONGEST_FINDING,
    UnfitGuide,
    named_in,
    questions_in,
)
from samspil.core.readiness.seats import Seat
from samspil.core.readiness.statements import Area
from samspil.governance.queries import intake
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import people
from samspil.readiness.access import check_may_ask
from samspil.readiness.actions.interviews import Refused
from samspil.readiness.models import Finding, Guide


@transaction.atomic
def write_guide(seat: Seat, text: str, *, by: Colleague, at: datetime) -> Guide:
    """Ask such people these questions from now on; interviews that are arranged keep theirs.

    Raises `Refused`.
    """
    check_may_ask(by)
    try:
        asked = questions_in(text)
    except UnfitGuide as why:
        raise Refused(_(str(why)), "questions") from None
    kept, _new = Guide.objects.update_or_create(
        seat=seat, defaults={"questions": "\n".join(asked), "by": by, "at": at}
    )
    note("guide_written", "guide", seat.value, by=by, at=at, questions=len(asked))
    return kept


@transaction.atomic
def drop_guide(seat: Seat, *, by: Colleague, at: datetime) -> bool:
    """Ask such people our questions again; False where they are asked already."""
    check_may_ask(by)
    if not Guide.objects.filter(seat=seat).delete()[0]:
        return False
    note("guide_dropped", "guide", seat.value, by=by, at=at)
    return True


@transaction.atomic
def add_finding(text: str, *, area: Area, by: Colleague, at: datetime) -> Finding:
    """Write down what the company has learned. Raises `Refused` of nothing, and of names."""
    check_may_ask(by)
    said = " ".join(intake(text).text.split()) if text.strip() else ""
    if not said or len(said) > LONGEST_FINDING:
        raise Refused(_("Say in one sentence of at most 300 characters what you learned."), "text")
    named = named_in(said, (one.name for one in people()))
    if named:
        raise Refused(
            _("Say it without names: “%(name)s” is what a colleague is called.") % {"name": named},
            "text",
        )
    made = Finding.objects.create(text=said, area=area, at=at)
    note("finding_added", "finding", made.public_id, by=by, at=at)
    return made


@transaction.atomic
def remove_finding(finding: Finding, *, by: Colleague, at: datetime) -> bool:
    """Leave it out; it can be put back. False where it was left out before."""
    check_may_ask(by)
    if not Finding.objects.filter(pk=finding.pk, removed_at=None).update(removed_at=at):
        return False
    note("finding_removed", "finding", finding.public_id, by=by, at=at)
    return True


@transaction.atomic
def restore_finding(finding: Finding, *, by: Colleague, at: datetime) -> bool:
    """Put it back; False where it is there."""
    check_may_ask(by)
    gone = Finding.objects.filter(pk=finding.pk, removed_at__isnull=False)
    if not gone.update(removed_at=None):
        return False
    note("finding_restored", "finding", finding.public_id, by=by, at=at)
    return True
