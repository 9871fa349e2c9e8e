"""A stranger disagrees on their page, without a cookie, and reads what became of it."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from samspil.core.contesting import Outcome
from samspil.core.roles import Role
from samspil.inbox.models import StatusLink
from samspil.web.marks import began
from samspil.work import actions as work
from samspil.work.models import Case, Complaint, Proposal
from tests.factories import make_colleague, make_process, make_team
from tests.inbox.forms import make_form, secret_of, stranger, write
from tests.pages import words

pytestmark = pytest.mark.usefixtures("home")

NOW = timezone.now()


@pytest.fixture
def anna(organisation):
    cache.clear()
    return make_colleague(Role.PROCESS_OWNER, Role.REVIEWER, name="Anna Lund")


@pytest.fixture
def bo(organisation):
    return make_colleague(name="Bo Dahl")


@pytest.fixture
def secret(anna, bo):
    process = make_process(team=make_team(anna, bo), name="Service")
    form = make_form(process, by=anna, slug="nordlys")
    return secret_of(write(form, mail="kunde@example.com"))


def answered(anna) -> Case:
    case = Case.objects.get()
    work.propose_and_route([case.pk], at=NOW)
    case.refresh_from_db()
    work.claim(case, by=anna, at=NOW)
    draft = Proposal.objects.get().draft
    work.decide(case, answer=draft or "On Friday.", topic=case.topic, by=anna, at=NOW)
    return Case.objects.get()


def disagree(secret: str, *, text: str = "That is not what I ordered", seconds: float = 60):
    link = StatusLink.objects.get()
    mark = began(str(link.public_id), at=timezone.now() - timedelta(seconds=seconds))
    return stranger().post(f"/f/status/{secret}/", {"mark": mark, "disagree": text})


def page_of(secret: str) -> str:
    return words(stranger().get(f"/f/status/{secret}/"))


def test_the_page_explains_the_decision_without_names_or_figures(secret, anna):
    answered(anna)

    page = page_of(secret)

    assert "How this was decided" in page
    assert "AI read what you wrote" in page
    assert "by a person here (Reviewer)" in page
    assert "I disagree with this decision" in page
    assert "Anna" not in page
    assert "in 100" not in page


def test_nothing_can_be_contested_before_it_is_decided(secret):
    assert "I disagree with this decision" not in page_of(secret)
    assert disagree(secret).status_code == 422
    assert not Complaint.objects.exists()


def test_disagreeing_sets_no_cookie_and_works_once(secret, anna):
    answered(anna)

    first, second = disagree(secret), disagree(secret)

    assert (first.status_code, second.status_code) == (303, 422)
    assert not first.cookies
    assert not second.cookies
    assert Complaint.objects.count() == 1
    page = page_of(secret)
    assert "You disagreed on" in page
    assert "AI takes no part." in page
    assert "I disagree with this decision" not in page


@pytest.mark.parametrize(
    ("text", "seconds"), [("", 60), ("No", 0), ("My number is 010180-1234", 60)]
)
def test_empty_hasty_and_numbered_objections_are_not_taken(secret, anna, text, seconds):
    answered(anna)

    assert disagree(secret, text=text, seconds=seconds).status_code == 422
    assert not Complaint.objects.exists()


def test_too_many_from_one_address_have_to_wait(one_minute, secret, anna):
    answered(anna)
    for _ in range(12):
        answer = disagree(secret, text="")

    assert answer.status_code == 429


def test_the_new_decision_and_its_reasons_are_read_on_the_page(secret, anna, bo):
    answered(anna)
    disagree(secret)
    case = Case.objects.get()
    work.claim(case, by=bo, at=NOW)
    work.decide_anew(
        case, outcome=Outcome.CHANGED, reasons="You are right: we were wrong.", topic="", by=bo,
        at=timezone.now() + timedelta(seconds=1),
    )  # fmt: skip

    page = page_of(secret)

    assert "Another person decided anew, and it is changed" in page
    assert "You are right: we were wrong." in page
    assert "You disagreed, so another person looked at it anew, without AI." in page
    assert "Bo Dahl" not in page


def test_a_stranger_without_the_secret_contests_nothing(secret, anna):
    answered(anna)

    assert disagree(secret[:-1] + "x").status_code == 404
    assert not Complaint.objects.exists()
