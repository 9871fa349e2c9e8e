"""What is late can be listed, and a leader frees a case that somebody keeps."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samspil.core.lifecycle import Stage
from samspil.core.roles import Role
from samspil.work.models import Case
from tests.factories import make_claimed, make_colleague, make_waiting
from tests.pages import words


@pytest.fixture
def leaders(browser_of, organisation):
    return browser_of(make_colleague(Role.LEADER))


def test_the_late_view_lists_what_is_late_and_nothing_else(annas, process):
    make_waiting(process, "Where is my old order?")
    fresh = make_waiting(process, "Where is my new order?")
    Case.objects.filter(pk=fresh.pk).update(due_at=timezone.now() + timedelta(hours=1))

    shown = words(annas.get("/work/?late=1"))

    assert "my old order" in shown
    assert "my new order" not in shown
    assert "my new order" in words(annas.get("/work/"))


def test_a_leader_puts_a_case_of_somebody_else_back(leaders, anna, process):
    case = make_claimed(process, anna)
    page = leaders.get(reverse("review:case", args=[case.public_id]))
    assert "Put it back into the queue" in words(page)

    leaders.post(reverse("review:free", args=[case.public_id]))

    assert Case.objects.get(pk=case.pk).stage == Stage.WAITING


def test_nobody_else_is_offered_that(annas, browser_of, anna, process):
    case = make_claimed(process, make_colleague(Role.LEADER))

    page = annas.get(reverse("review:case", args=[case.public_id]))

    assert "Put it back into the queue" not in words(page)
    assert annas.post(reverse("review:free", args=[case.public_id])).status_code == 403


def test_a_case_that_moved_on_meanwhile_is_left_where_it_is(leaders, process):
    case = make_waiting(process)

    answer = leaders.post(reverse("review:free", args=[case.public_id]), follow=True)

    assert "Somebody was faster" in words(answer)
