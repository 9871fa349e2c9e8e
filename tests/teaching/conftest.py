"""What the tests of teaching share."""

from collections.abc import Callable

import pytest
from django.test import Client

from samspil.core.examples import Labelled
from samspil.core.roles import Role
from samspil.people.models import Colleague
from samspil.teaching import actions
from samspil.teaching.models import Lesson
from tests.factories import MONDAY_9, make_colleague, make_process
from tests.pages import english

BICYCLES = [f"my bicycle number {number} has a flat tyre" for number in range(12)]
CAKES = [f"please bake cake number {number} with chocolate" for number in range(12)]
ROWS = [(text, "bicycle") for text in BICYCLES] + [(text, "cake") for text in CAKES]


def labelled(rows=None):
    return [Labelled(text=text, topic=topic) for text, topic in rows or ROWS]


def looked_at(process, by=None, rows=None, next_url="") -> Lesson:
    """A file that somebody brought, looked at; learning goes by words only, which is quick."""
    lesson = actions.look_at_rows(
        labelled(rows), name="a.csv", process=process, by=by, at=MONDAY_9, next_url=next_url
    )
    Lesson.objects.filter(pk=lesson.pk).update(words_only=True)
    return lesson


def work_on(lesson: Lesson):
    """What the background job does."""
    return actions.run_lesson(Lesson.objects.get(pk=lesson.pk), at=MONDAY_9)


@pytest.fixture
def leader(organisation):
    return make_colleague(Role.LEADER, name="Anna")


@pytest.fixture
def guardian(organisation):
    return make_colleague(Role.DATA_PROTECTION, name="Dorte")


@pytest.fixture
def process(organisation):
    return make_process(name="Shop")


@pytest.fixture
def browser_of(client_of: Callable[[Colleague], Client]) -> Callable[[Colleague], Client]:
    return lambda colleague: english(client_of(colleague))
