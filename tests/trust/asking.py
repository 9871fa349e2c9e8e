"""Somebody who wrote, and asks to be erased."""

from dataclasses import replace
from datetime import timedelta

from samspil.core.erasing import Asking, Came, Ground, Known, Refusal
from samspil.core.retention.holds import HoldOn
from samspil.governance.actions import put_hold
from samspil.governance.models import Hold
from samspil.trust import actions
from samspil.trust.models import Erasure
from samspil.trust.queries import open_erasure_of
from samspil.work import actions as work
from samspil.work.models import Case
from tests.factories import MONDAY_9

ME = "Ursula@zephyrine.example"
TEXT = "Zephyrine here: my heat pump hums at night. Order 4711."
LATER = MONDAY_9 + timedelta(days=40_000)
"""Long after any file of this test was put."""
ASKING = Asking(
    address=ME, received_on=MONDAY_9.date(), came=Came.MESSAGE, known=Known.FROM_ADDRESS
)
CLAIM = Refusal(ground=Ground.CLAIMS, why="Needed in court.")


def opened(process, *, sender: str = ME, text: str = TEXT, number: str = "") -> Case:
    arrival = work.Arrival(
        text=text, sender=sender, sender_name="Ursula Zephyrine", external_id=number,
        quoted="Zephyrine wrote before.", signature="Ursula Zephyrine", reply_to=sender,
        subject="Zephyrine's pump",
    )  # fmt: skip
    return work.open_cases([arrival], process=process, at=MONDAY_9).cases[0]


def closed(case: Case, anna) -> Case:
    work.propose_and_route([case.pk], at=MONDAY_9)
    case.refresh_from_db()
    work.claim(case, by=anna, at=MONDAY_9)
    work.decide(case, answer="Dear Ursula, Friday.", topic=case.topic, by=anna, at=MONDAY_9)
    work.deliver(list(case.outgoing.values_list("pk", flat=True)), at=MONDAY_9)
    return Case.objects.get(pk=case.pk)


def held(officer, *, why: str = "A dispute.") -> Hold:
    day = MONDAY_9.date() + timedelta(days=90)
    return put_hold(HoldOn.PERSON, ME, why=why, review_on=day, by=officer, at=MONDAY_9)


def ask(officer, **more) -> Erasure:
    return actions.ask_erasure(replace(ASKING, **more), by=officer, at=MONDAY_9)


def erased(officer, *, in_part: Refusal | None = None) -> Erasure:
    asked = open_erasure_of(ME) or ask(officer)
    actions.begin_erasure(asked, typed=ME.lower(), by=officer, at=LATER, in_part=in_part)
    actions.erase(asked.public_id, at=LATER)
    asked.refresh_from_db()
    return asked
