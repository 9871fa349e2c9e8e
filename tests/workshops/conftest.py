"""A room with somebody who leads it, and six who take part."""

from datetime import date

import pytest

from samspil.core.allocation.portfolio import Range
from samspil.core.roles import Role
from samspil.core.workshops.estimating import Said
from samspil.core.workshops.phases import Phase
from samspil.people.models import Colleague
from samspil.workshops import actions
from samspil.workshops.actions import Idea, Opening
from samspil.workshops.models import Proposal, Table, Workshop
from tests.factories import MONDAY_9, make_colleague

OPENING = Opening(
    name="What takes us time",
    question="What could AI help with?",
    day=date(2126, 3, 2),
    tables=["Sales", "Service"],
)
QUOTES = Said(
    times=6, minutes=40, persons=3, share=Range(low=0.2, high=0.5), days=10, risk=2,
    used_for="Visit customers.", better="Fewer wrong prices.",
)  # fmt: skip


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """Who leads it."""
    return make_colleague(Role.LEADER, name="Lene Krogh")


@pytest.fixture
def guests(organisation: object) -> list[Colleague]:
    """Who takes part."""
    return [make_colleague(Role.EMPLOYEE, name=f"Guest {n}") for n in range(6)]


@pytest.fixture
def workshop(lene: Colleague) -> Workshop:
    """A workshop that gathers."""
    return actions.open_workshop(OPENING, by=lene, at=MONDAY_9)


def seat_all(workshop: Workshop, guests: list[Colleague]) -> None:
    """The first five at one table, the others at the next."""
    tables = list(Table.objects.filter(workshop=workshop).order_by("pk"))
    for number, one in enumerate(guests):
        actions.join(workshop, tables[number // 5], by=one)


def propose_two(workshop: Workshop, guests: list[Colleague]) -> list[Proposal]:
    """Quotations and minutes, by two guests."""
    return [
        actions.propose(workshop, Idea(title="Write quotations", helps="Sales"), by=guests[0]),
        actions.propose(workshop, Idea(title="Minutes of meetings"), by=guests[1]),
    ]


def go(workshop: Workshop, lene: Colleague, *phases: Phase) -> Workshop:
    """Lead the room through these phases."""
    for one in phases:
        actions.step(workshop, one, by=lene, at=MONDAY_9)
    workshop.refresh_from_db()
    return workshop


@pytest.fixture
def voting(workshop: Workshop, lene: Colleague, guests: list[Colleague]) -> list[Proposal]:
    """Two proposals, of which one is estimated, with the vote open."""
    seat_all(workshop, guests)
    made = propose_two(workshop, guests)
    go(workshop, lene, Phase.ESTIMATE)
    actions.estimate_proposal(made[0], QUOTES, by=guests[0])
    go(workshop, lene, Phase.VOTE)
    return made
