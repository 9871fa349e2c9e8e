"""Known wrong answers among the checks: told beforehand, counted for the team, gone afterwards."""

from datetime import timedelta

import pytest

from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.work import actions
from samspil.work.models import (
    Case,
    Certificate,
    LoneAnswer,
    Outgoing,
    PlantedItem,
    VerifiedAnswer,
)
from samspil.work.queries.autonomy import autonomy_of, lone_figures
from samspil.work.queries.looks import team_looks
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, make_verified
from tests.work.test_finishing import arrive, terms

LATER = MONDAY_9 + timedelta(days=1)
NEXT_MONTH = MONDAY_9 + timedelta(days=40)


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.REVIEWER, Role.LEADER, name="Anna Holm")


@pytest.fixture
def process(anna):
    return make_process(team=form_team(name="All", members=[anna]), organisation_model="supervised")


def planted(process, anna, *, share: float = 1.0) -> PlantedItem | None:
    """Lone work of which checks are drawn, with a planted answer beside each, if any."""
    decided = make_claimed(process, anna)
    actions.decide(decided, answer="", topic=decided.topic, by=anna, at=MONDAY_9)
    actions.change_terms(process, terms(lane=0.0, planted=share), by=anna, at=MONDAY_9)
    make_verified(process, n=250, wrong=0, at=MONDAY_9 + timedelta(hours=1))
    actions.climb(process, by=anna, at=MONDAY_9 + timedelta(hours=1))
    Certificate.objects.update(threshold=0.0)
    while not LoneAnswer.objects.filter(drawn=True, case__planted=None).exists():
        arrive(process)
    return PlantedItem.objects.first()


@pytest.mark.either
def test_where_nothing_is_planted_nothing_is(process, anna):
    assert planted(process, anna, share=0.0) is None


@pytest.mark.either
def test_a_planted_answer_waits_like_any_check_and_is_wrong(process, anna):
    item = planted(process, anna)
    assert item is not None
    assert item.case is not None
    real = LoneAnswer.objects.filter(drawn=True, case__planted=None).earliest("pk").case

    assert item.shown != item.right
    assert item.case.topic == item.shown
    for name in ("stage", "route", "reason", "team_id", "due_at", "risk"):
        assert getattr(item.case, name) == getattr(real, name), name
    assert not Outgoing.objects.filter(case=item.case).exists()


@pytest.mark.parametrize("notices", [True, False])
def test_what_was_noticed_is_kept_and_the_copy_is_deleted(process, anna, notices):
    item = planted(process, anna)
    assert item is not None
    assert item.case is not None
    case, before = item.case, VerifiedAnswer.objects.count()
    actions.claim(case, by=anna, at=LATER)

    decision = actions.decide(
        case, answer="Sorry!", topic=item.right if notices else item.shown, by=anna, at=LATER
    )

    item.refresh_from_db()
    assert actions.was_planted(decision)
    assert item.noticed is notices
    assert item.decided_at is not None
    assert (item.decided_at.hour, item.decided_at.minute) == (0, 0)
    assert not Case.objects.filter(pk=case.pk).exists()
    assert VerifiedAnswer.objects.count() == before
    assert Outgoing.objects.filter(text__contains="Sorry!").count() == 0


@pytest.mark.either
def test_planted_answers_say_nothing_of_lone_work(process, anna):
    item = planted(process, anna)
    assert item is not None
    assert item.case is not None
    actions.claim(item.case, by=anna, at=LATER)
    actions.decide(item.case, answer="", topic=item.right, by=anna, at=LATER)

    figures = lone_figures(autonomy_of(process))

    assert figures is not None
    assert figures.estimate.checks == 0
    watch = autonomy_of(process).watch
    assert watch is not None
    assert watch["checks"] == 0


@pytest.mark.either
def test_of_fewer_than_five_people_nothing_is_shown(process, anna):
    planted(process, anna)

    looks = team_looks(process, at=NEXT_MONTH)

    assert looks.too_few_people
    assert (looks.planted, looks.attention, looks.signs) == (None, None, [])


@pytest.mark.either
def test_of_five_people_it_is_said_how_they_look(process):
    team = [make_colleague(Role.REVIEWER, Role.LEADER) for _ in range(5)]
    for number in range(30):
        case = make_claimed(process, team[number % 5])
        actions.decide(
            case,
            answer="",
            topic=case.topic,
            by=team[number % 5],
            at=MONDAY_9 + timedelta(minutes=3),
        )

    looks = team_looks(process, at=NEXT_MONTH)

    assert not looks.too_few_people
    assert looks.attention is not None
    assert looks.attention.unedited.n == 30


@pytest.mark.either
def test_how_a_team_looks_costs_three_statements(process, anna, django_assert_num_queries):
    for _ in range(2):
        case = make_claimed(process, anna)
        actions.decide(case, answer="", topic=case.topic, by=anna, at=MONDAY_9)
        with django_assert_num_queries(3):
            team_looks(process, at=NEXT_MONTH)
