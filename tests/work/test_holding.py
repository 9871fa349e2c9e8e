"""Two people never both get a case, and nothing is lost when somebody was quicker."""

import threading

import pytest
from django.db import connection

from samspil.core.lifecycle import Stage
from samspil.core.roles import NotAllowed, Role
from samspil.journal.queries import about
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Case, Message
from samspil.work.queries import QueueEnd, held_by, queue_of, queue_page
from tests.factories import (
    ANGRY,
    MONDAY_9,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna")


@pytest.fixture
def bent(organisation):
    return make_colleague(name="Bent")


@pytest.fixture
def process(anna, bent):
    return make_process(team=make_team(anna, bent))


def test_a_claimed_case_is_held_by_one(process, anna):
    case = make_claimed(process, anna)

    assert [held.pk for held in held_by(anna)] == [case.pk]
    assert not queue_of(anna).exists()


def test_the_second_to_claim_is_told_so(process, anna, bent):
    case = make_waiting(process)
    same = Case.objects.get(pk=case.pk)
    actions.claim(case, by=anna, at=MONDAY_9)

    with pytest.raises(actions.StaleCase):
        actions.claim(same, by=bent, at=MONDAY_9)

    assert Case.objects.get(pk=case.pk).claimed_by == anna


def test_a_colleague_of_another_team_may_not_claim(process):
    stranger = make_colleague()
    make_team(stranger)

    with pytest.raises(NotAllowed, match="another team"):
        actions.claim(make_waiting(process), by=stranger, at=MONDAY_9)


def test_a_leader_may_claim_a_case_of_any_team(process):
    leader = make_colleague(Role.LEADER)

    actions.claim(make_waiting(process), by=leader, at=MONDAY_9)

    assert held_by(leader).count() == 1


def test_someone_who_may_not_decide_cases_may_not_claim(process):
    with pytest.raises(NotAllowed):
        actions.claim(make_waiting(process), by=make_colleague(Role.EMPLOYEE), at=MONDAY_9)


def test_the_riskiest_comes_first_then_the_oldest(process, anna):
    first, second = make_waiting(process), make_waiting(process)
    angry = make_waiting(process, ANGRY)

    assert [case.pk for case in queue_of(anna)] == [angry.pk, first.pk, second.pk]


def test_the_next_case_is_the_first_of_the_queue(process, anna, bent):
    make_waiting(process)
    angry = make_waiting(process, ANGRY)

    assert actions.claim_next(by=anna, at=MONDAY_9) == angry
    assert actions.claim_next(by=bent, at=MONDAY_9) != angry
    assert actions.claim_next(by=bent, at=MONDAY_9) is None


def test_a_released_case_waits_again(process, anna, bent):
    case = make_claimed(process, anna)

    actions.release(case, by=anna, at=MONDAY_9)

    assert [waiting.pk for waiting in queue_of(bent)] == [case.pk]


def test_nobody_releases_anothers_case(process, anna, bent):
    case = make_claimed(process, anna)

    with pytest.raises(actions.StaleCase):
        actions.release(case, by=bent, at=MONDAY_9)


def test_a_case_is_handed_over_with_everything_and_a_note(process, anna):
    other = make_colleague()
    team = make_team(other)
    case = make_claimed(process, anna)

    note = "Ask for the serial number. Cpr 010180-1234"
    actions.hand_over(case, to=team, note=note, by=anna, at=MONDAY_9)

    case.refresh_from_db()
    assert (case.stage, case.team) == (Stage.WAITING, team)
    assert [waiting.pk for waiting in queue_of(other)] == [case.pk]
    kept = Message.objects.get(case=case, direction="note")
    assert kept.text == "Ask for the serial number. Cpr [CPR]"
    assert [entry.event for entry in about(str(case.public_id))] == [
        "opened",
        "routed",
        "claimed",
        "handed_over",
    ]


def test_paging_through_the_queue_leaves_out_none_and_repeats_none(process, anna):
    for number in range(7):
        make_waiting(process, ANGRY if number % 3 == 0 else f"Where is order {number}?")

    seen: list[int] = []
    end: QueueEnd | None = None
    while True:
        rows, end = queue_page(queue_of(anna), after=end, size=2)
        seen += [case.pk for case in rows]
        if end is None:
            break

    assert seen == [case.pk for case in queue_of(anna)]
    assert len(seen) == 7


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_eight_people_claiming_at_once_each_get_different_cases(organisation):
    people = [make_colleague() for _ in range(8)]
    process = make_process(team=make_team(*people))
    arrivals = [actions.Arrival(text=f"Where is order {number}?") for number in range(80)]
    opened = actions.open_cases(arrivals, process=process, at=MONDAY_9)
    actions.propose_and_route([case.pk for case in opened.cases], at=MONDAY_9)
    got: list[int] = []

    def work(person) -> None:
        with enter(organisation):
            while (case := actions.claim_next(by=person, at=MONDAY_9)) is not None:
                got.append(case.pk)
        connection.close()

    threads = [threading.Thread(target=work, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(got) == sorted(case.pk for case in opened.cases)
