"""A request to be erased on its way: known, extended, refused, done in part, and never twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from samspil.core.erasing import Ground, Known, Refusal
from samspil.core.months import months_after
from samspil.core.retention.holds import HoldOn
from samspil.core.roles import Role
from samspil.governance.actions import put_hold
from samspil.people.models import User
from samspil.trust import actions
from samspil.trust.models import Erasure, Phase
from samspil.trust.queries import back_again
from samspil.work.models import Emptied
from tests.factories import MONDAY_9, make_colleague, make_process, make_team
from tests.trust.asking import CLAIM, LATER, ME, ask, closed, erased, opened
from tests.trust.left import rows_with


@pytest.fixture(autouse=True)
def letters(settings, tmp_path):
    """Where replies lie once they have left."""
    settings.MAIL_FOLDER = tmp_path


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.OWNER, name="Anna Lund")


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna), name="Service")


def test_lr13_what_is_held_stays_and_the_rest_is_erased_with_a_reason(process, anna, officer):
    kept, gone = (closed(opened(process), anna) for _ in range(2))
    day = MONDAY_9.date() + timedelta(days=90)
    put_hold(
        HoldOn.CASE, str(kept.public_id), why="Unpaid.", review_on=day, by=officer, at=MONDAY_9
    )
    with pytest.raises(actions.NotErased, match="why that part stays"):
        erased(officer)
    with pytest.raises(actions.NotErased, match="as a whole"):
        erased(officer, in_part=Refusal(ground=Ground.EXCESSIVE, why="x"))

    done = erased(officer, in_part=CLAIM)

    assert list(Emptied.objects.values_list("case", flat=True)) == [gone.pk]
    assert (done.phase, done.ground, done.address) == (Phase.DONE, Ground.CLAIMS, "")
    assert (done.held["cases"], done.left["held"]) == (1, 1)
    assert back_again() == []
    closed(opened(process), anna)
    assert back_again() == [ME]


def test_who_works_here_is_not_erased(process, anna, officer):
    closed(opened(process), anna)
    her = make_colleague(name="Ursula")
    assert her.user is not None
    User.objects.filter(pk=her.user.pk).update(email=ME.upper())

    with pytest.raises(actions.NotErased, match="They work here"):
        erased(officer)


def test_nothing_begins_before_it_is_known_who_asks(process, anna, officer):
    closed(opened(process), anna)
    asked = ask(officer, known=None)

    with pytest.raises(actions.NotErased, match="really them"):
        erased(officer)
    actions.note_known(asked, known=Known.ASKED_BACK, by=officer, at=MONDAY_9)

    assert erased(officer).known == Known.ASKED_BACK


def test_a_person_has_one_open_request_and_one_erasure_at_a_time(process, anna, officer):
    closed(opened(process), anna)
    asked = ask(officer)
    with pytest.raises(actions.NotErased, match="open already"):
        ask(officer, address=f" {ME.upper()}")
    actions.begin_erasure(asked, typed=ME, by=officer, at=LATER)

    with pytest.raises(actions.NotErased, match="begun or ended"):
        actions.begin_erasure(asked, typed=ME, by=officer, at=LATER)
    with pytest.raises(actions.NotErased, match="begun or ended"):
        actions.refuse_erasure(asked, CLAIM, by=officer, at=LATER)


def test_a_request_is_extended_once_and_only_in_its_first_month(officer):
    asked = ask(officer)
    late = MONDAY_9 + timedelta(days=40)
    with pytest.raises(actions.NotErased, match="first month is over"):
        actions.extend_erasure(asked, why="Many.", by=officer, at=late)

    actions.extend_erasure(asked, why="Many.", by=officer, at=MONDAY_9)

    asked.refresh_from_db()
    assert asked.due_on == months_after(MONDAY_9.date(), 3)
    with pytest.raises(actions.NotErased, match="extended"):
        actions.extend_erasure(asked, why="More.", by=officer, at=MONDAY_9)


def test_of_a_refused_request_the_address_goes_once_they_are_erased(process, anna, officer):
    closed(opened(process), anna)
    actions.refuse_erasure(
        ask(officer), replace(CLAIM, why="Zephyrine owes."), by=officer, at=MONDAY_9
    )

    erased(officer)

    assert rows_with("zephyrin") == []
    assert Erasure.objects.filter(phase=Phase.REFUSED).count() == 1
