"""What a sender may wish for after having written: a person, or that nobody answers any more."""

from datetime import datetime

from django.db import transaction

from samspil.core.lifecycle import Stage
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import Level, Reason, Routing, risk_of
from samspil.journal.actions import record
from samspil.people.queries import SYSTEM
from samspil.work.actions.arriving import Arrival
from samspil.work.actions.judging import forget_judge
from samspil.work.actions.looking_again import OPEN, raise_risk
from samspil.work.actions.noting import about_case
from samspil.work.actions.receiving import receive
from samspil.work.models import Case, Entry
from samspil.work.queries.contesting import open_complaint


@transaction.atomic
def ask_for_person(case: Case, *, words: str, at: datetime) -> None:
    """Bring the case to a person, AI reading nothing further of it; a closed one opens again.

    `words` are those by which the sender asked. Asking twice changes nothing.
    """
    held = Case.objects.select_for_update().select_related("process").get(pk=case.pk)
    if not Entry.objects.filter(case=held, wish="").update(wish=words):
        return
    record([about_case(held, "person_wanted", by=SYSTEM)], at=at)
    if held.stage == Stage.CLOSED:
        receive(Arrival(text=words), case=held, at=at)
    elif held.stage in OPEN:
        level = max(Level(held.level or Level.SPECIALIST), Level.SPECIALIST)
        way = Routing(
            route=Route.PERSON,
            level=level,
            reason=Reason.WANTS_PERSON,
            risk=risk_of(Reason.WANTS_PERSON),
            sorted_alone=False,
            quote=words,
        )
        raise_risk(held, way, at=at)


@transaction.atomic
def withdraw(case: Case, *, words: str, at: datetime) -> None:
    """Note that the sender wants no answer any more, as a message of theirs.

    A case that waits is closed with it; one that a colleague holds, that AI is looking at, or that
    was contested stays for a person to close. A closed case cannot be withdrawn, and none twice.
    """
    held = Case.objects.select_for_update().get(pk=case.pk)
    entry = Entry.objects.filter(case=held, withdrawn_at__isnull=True)
    if held.stage == Stage.CLOSED or not entry.exists():
        return
    receive(Arrival(text=words), case=held, at=at)
    entry.update(withdrawn_at=at)
    waiting = Case.objects.filter(pk=held.pk, stage=Stage.WAITING)
    if open_complaint(held) is None and waiting.update(stage=Stage.CLOSED, closed_at=at):
        forget_judge(held)
    record([about_case(held, "withdrawn", by=SYSTEM)], at=at)
