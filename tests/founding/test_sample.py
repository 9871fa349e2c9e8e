"""Sample data: marked, harmless, and gone again as a whole."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import translation

from samspil.core.roles import Role
from samspil.founding import actions
from samspil.founding.queries import sample_state
from samspil.journal.queries import verify
from samspil.people.models import Colleague
from samspil.tenancy.actions import enter, found_organisation
from samspil.tenancy.models import Organisation
from samspil.work import actions as work
from samspil.work.models import Case, Decision, Outgoing, Process
from tests.conftest import FOUNDED
from tests.factories import MONDAY_9, make_colleague, make_process, make_team, make_waiting
from tests.pages import english, words

pytestmark = pytest.mark.either

LATER = MONDAY_9 + timedelta(days=30)


@pytest.fixture(scope="module")
def played(django_db_setup: None, django_db_blocker: Any) -> Iterator[Organisation]:
    """A company whose sample was played, once for all these tests; each is taken back by itself."""
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("en"):
        company = found_organisation(name="Nordlys", at=FOUNDED)
        with enter(company):
            owner = make_colleague(Role.OWNER, name="Mette Havgaard")
            make_team(owner, name="Everybody")
            actions.ask_for_sample(by=owner, at=LATER)
            actions.play_sample(by=owner, at=LATER)
        yield company
        transaction.set_rollback(True)


@pytest.fixture
def organisation(played: Organisation, db: None) -> Iterator[Organisation]:
    """The company, entered."""
    with enter(played):
        yield played


@pytest.fixture
def owner(organisation) -> Colleague:
    return Colleague.objects.get(name="Mette Havgaard")


@pytest.fixture
def sample(organisation) -> Process:
    return Process.objects.get()


def of(process: Process) -> int:
    return Case.objects.filter(process=process).count()


def test_it_fills_some_weeks_with_cases_most_of_them_decided(sample):
    state = sample_state()

    assert state is not None
    assert (state.cases, state.ready, list(state.added)) == (48, True, [])
    assert Case.objects.filter(stage="closed").count() == 40
    assert Decision.objects.filter(simulated=False).count() == 0
    first = Case.objects.order_by("opened_at").first()
    assert first is not None
    assert first.opened_at == LATER - timedelta(days=21)


def test_playing_it_twice_adds_nothing(sample, owner):
    assert actions.ask_for_sample(by=owner, at=LATER) == sample

    actions.play_sample(by=owner, at=LATER)

    assert of(sample) == 48
    assert Decision.objects.count() == 40


def test_nothing_of_it_is_ever_sent(sample):
    assert set(Outgoing.objects.values_list("recipient", flat=True)) == {""}
    assert not list(Path(settings.MAIL_FOLDER).glob("*sample*"))


def test_ai_learns_nothing_from_it(sample):
    sample.refresh_from_db()

    assert (sample.sample, sample.model_file) == (True, "")


def test_all_of_it_goes_and_nothing_real_does(sample, owner):
    real = make_waiting(make_process(name="Real"))

    gone = actions.remove_sample(by=owner, at=LATER)

    assert gone == 48
    assert list(Case.objects.all()) == [real]
    assert [one.name for one in Process.objects.all()] == ["Real"]
    assert sample_state() is None
    assert verify().whole


def test_what_people_added_is_named_before_it_goes(sample, owner, client_of):
    case = Case.objects.filter(stage="waiting").order_by("pk").first()
    assert case is not None
    work.claim(case, by=owner, at=LATER)
    work.decide(case, answer="", topic=case.topic, by=owner, at=LATER)

    shown = words(english(client_of(owner)).get("/settings/sample/"))

    assert "People have added something to these cases, which goes too:" in shown
    assert case.subject in shown


def test_a_real_case_and_a_sample_never_become_one(sample, owner):
    real = make_waiting(make_process(team=make_team(owner)))
    made_up = Case.objects.filter(process=sample, stage="waiting").first()
    assert made_up is not None

    for one, other in ((real, made_up), (made_up, real)):
        with pytest.raises(work.CannotPart):
            work.merge(one, into=other, by=owner, at=LATER)


def test_only_a_sample_is_ever_removed(owner):
    real = make_process()

    with pytest.raises(ValueError, match="Only a sample"):
        work.remove_sample(real, by=owner, at=LATER)


def test_a_sample_case_says_so(sample, owner, client_of):
    case = Case.objects.filter(stage="waiting").first()
    assert case is not None
    browser = english(client_of(owner))

    assert "Sample data" in words(browser.get(f"/work/{case.public_id}/"))
    assert "sample" in words(browser.get("/work/"))


def test_only_the_owner_makes_and_removes_it(sample, client_of):
    browser = client_of(make_colleague(Role.LEADER))
    browser.raise_request_exception = False

    answers = [
        browser.get("/settings/sample/").status_code,
        browser.post("/settings/sample/make/").status_code,
        browser.post("/settings/sample/remove/").status_code,
    ]

    assert answers == [403, 403, 403]
    assert of(sample) == 48
    assert Colleague.objects.exists()
