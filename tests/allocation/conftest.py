"""A leader who shares out work, and tasks on the company's list."""

import pytest

from samspil.allocation.actions import Said, judge
from samspil.audit.actions import Wanted, add_task
from samspil.audit.models import Task
from samspil.core.allocation.criteria import Criterion
from samspil.core.allocation.law import About, Touch
from samspil.core.roles import Role
from samspil.people.models import Colleague
from tests.factories import MONDAY_9, make_colleague

FREE = Touch(about=About.NOBODY, decides=False, feels=False)
ROUTINE = {
    Criterion.REPETITION: 5, Criterion.DATA: 4, Criterion.RULES: 5, Criterion.EMPATHY: 1,
    Criterion.UNCERTAINTY: 1, Criterion.COMMUNICATION: 1, Criterion.EXPERTISE: 1,
}  # fmt: skip


@pytest.fixture
def lene(organisation: object) -> Colleague:
    """A leader."""
    return make_colleague(Role.LEADER, name="Lene Krogh")


@pytest.fixture
def emil(organisation: object) -> Colleague:
    """An employee."""
    return make_colleague(Role.EMPLOYEE, name="Emil Sand")


@pytest.fixture
def invoices(lene: Colleague) -> Task:
    """A routine task that touches nobody, judged."""
    task = listed("Book invoices", by=lene)
    judge(task, Said(criteria=ROUTINE, touch=FREE), by=lene, at=MONDAY_9)
    return task


def listed(title: str, *, by: Colleague) -> Task:
    """A task on the company's list."""
    return add_task(Wanted(title=title), by=by, at=MONDAY_9)
