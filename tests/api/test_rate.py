"""A program calls so many times a minute and no more; others are not kept waiting by it."""

from types import SimpleNamespace

import pytest
from django.core.cache import caches
from django.test import Client

from samspil.core.roles import Role
from samspil.people import actions as people
from samspil.web import asking
from samspil.work.models import Stop
from tests.factories import MONDAY_9

MOST = 3
pytestmark = pytest.mark.either


def at(second: int, monkeypatch) -> None:
    """Let the counting go by this second since 1970, a whole minute."""
    monkeypatch.setattr(asking, "time", SimpleNamespace(time=lambda: second))


@pytest.fixture(autouse=True)
def few(settings, monkeypatch):
    caches["counting"].clear()
    at(1_000_020, monkeypatch)
    settings.API_CALLS_A_MINUTE = MOST


def calls(program, times: int) -> list[int]:
    return [program.get("/processes")[0] for _ in range(times)]


def test_one_call_too_many_in_a_minute_is_refused_and_told_how_long_to_wait(program):
    assert calls(program, MOST) == [200] * MOST

    answer = Client().get("/api/v1/processes", headers={"Authorization": f"Bearer {program.token}"})

    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert answer.json() == {"detail": "At most 3 calls a minute: wait as Retry-After says."}


def test_the_next_minute_is_a_new_one(program, monkeypatch):
    calls(program, MOST + 1)
    at(1_000_080, monkeypatch)

    assert calls(program, 1) == [200]


def test_another_token_of_the_same_colleague_counts_with_it(program):
    calls(program, MOST)
    token = people.make_token(colleague=program.colleague, name="second", at=MONDAY_9)
    second = type(program)(colleague=program.colleague, token=token)

    assert calls(second, 1) == [429]


def test_another_colleague_is_not_kept_waiting(program, program_of):
    calls(program, MOST + 1)

    assert calls(program_of(Role.LEADER), 1) == [200]


def test_what_is_refused_does_nothing(program, process):
    calls(program, MOST)

    status, _ = program.post(f"/processes/{process.public_id}/stop", {"why": "A drill"})

    assert (status, Stop.objects.count()) == (429, 0)


def test_zero_means_as_often_as_one_likes(program, settings):
    settings.API_CALLS_A_MINUTE = 0

    assert calls(program, MOST * 2) == [200] * MOST * 2
