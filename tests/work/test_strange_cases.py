"""Cases that AI knows hardly anything of take its autonomy away, before anybody checked one."""

from datetime import timedelta

import pytest
from django.db import transaction

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.work import actions
from samspil.work.actions.autonomy import Coming, watch_coming
from samspil.work.models import AutonomyMove, Case, Certificate, Process, Proposal
from samspil.work.queries.autonomy import autonomy_of
from samspil.work.queries.watched import watched_of
from tests.factories import (
    MONDAY_9,
    ORDINARY,
    make_case,
    make_colleague,
    make_process,
    make_verified,
)

LATER = MONDAY_9 + timedelta(days=1)
STRANGE = 0.4
"""As unsure as AI was of the very worst of the cases that came."""


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.REVIEWER, Role.LEADER, name="Anna Holm")


@pytest.fixture
def process(anna):
    return make_process(team=form_team(name="All", members=[anna]), organisation_model="supervised")


def climb(process, anna, *, times: int = 1, days: int = 400) -> None:
    """So many steps up, each on 250 answers, of which those AI was least sure of were wrong, while
    300 cases came."""
    actions.change_terms(process, actions.Terms(alpha=0.1, lane=0.0), by=anna, at=MONDAY_9)
    cases = came(process)
    for step in range(times):
        at = MONDAY_9 + timedelta(hours=step + 1)
        Process.objects.update(created_at=at - timedelta(days=days))
        process.refresh_from_db()
        make_verified(process, n=250, wrong=125, at=at)
        Case.objects.filter(pk__in=cases).update(routed_at=at - timedelta(minutes=1))
        actions.climb(process, by=anna, at=at)


def came(process, many: int = 300) -> list[int]:
    """Cases that AI has looked at: of a fifth it was less sure than of anything in the proof."""
    arrivals = [actions.Arrival(text=ORDINARY, external_id=str(one)) for one in range(many)]
    cases = [case.pk for case in actions.open_cases(arrivals, process=process, at=MONDAY_9).cases]
    actions.propose_and_route(cases, at=MONDAY_9)
    proposals = list(Proposal.objects.filter(case__in=cases))
    for place, one in enumerate(proposals):
        one.sureness = 0.4 + 0.5 * place / many
    Proposal.objects.bulk_update(proposals, ["sureness"])
    return cases


def come(process, *sureness: float, unsure: bool = True) -> None:
    """As routing tells of cases that AI might finish, by default not sure enough of them."""
    with transaction.atomic():
        coming = [Coming(sureness=one, unsure=unsure) for one in sureness]
        watch_coming(autonomy_of(process), coming, at=LATER)


def checks(process) -> list[int]:
    return [one["watch"]["checks"] for one in autonomy_of(process).strange_watches]


def test_strange_cases_take_autonomy_away_and_say_so(process, anna):
    climb(process, anna)
    come(process, *[STRANGE] * 3)
    assert autonomy_of(process).level == Autonomy.CAREFUL

    come(process, *[STRANGE] * 10)

    fall = AutonomyMove.objects.latest("pk")
    assert autonomy_of(process).level == Autonomy.DRAFT
    assert fall.facts["watch"] == "strange_lately"
    assert watched_of(autonomy_of(process), None) == []


def test_as_many_cases_of_which_ai_is_just_not_sure_enough_do_not(process, anna):
    climb(process, anna)
    limit = Certificate.objects.get(level=Autonomy.CAREFUL).threshold or 0.0

    come(process, *[limit] * 3, *[1.0] * 3, *[limit] * 3)

    assert autonomy_of(process).level == Autonomy.CAREFUL
    assert [one.watched for one in watched_of(autonomy_of(process), None)] == [
        "wrong",
        "unsure",
        "strange",
    ]


def test_routing_counts_a_case_once_in_each_watch(process, anna):
    climb(process, anna)
    case = make_case(process, ORDINARY)

    actions.propose_and_route([case.pk], at=LATER)
    actions.propose_and_route([case.pk], at=LATER)

    assert checks(process) == [1] * 4


def test_one_step_down_what_ai_was_least_sure_of_then_is_watched_from_the_start(process, anna):
    climb(process, anna, times=2)
    come(process, STRANGE)
    assert checks(process) == [1] * 4

    actions.lower(process, to=Autonomy.CAREFUL, by=anna, at=LATER)

    strict = Certificate.objects.get(level=Autonomy.CAREFUL)
    kept = autonomy_of(process).strange_watches
    assert [one["sure"] for one in kept] == [sure for sure, _found, _of in strict.tails]
    assert checks(process) == [0] * 4


def test_a_certificate_from_before_tails_were_kept_is_watched_as_before(process, anna):
    climb(process, anna, times=2)
    Certificate.objects.update(tails=[])
    actions.lower(process, to=Autonomy.CAREFUL, by=anna, at=LATER)

    come(process, *[STRANGE] * 3)

    kept = autonomy_of(process)
    assert kept.strange_watches == []
    assert [one.watched for one in watched_of(kept, None)] == ["wrong", "unsure"]


def test_as_many_unsure_cases_are_expected_as_came_while_it_was_proved(process, anna):
    """Also of those that people closed without a topic: they will go on coming."""
    climb(process, anna)
    signed = Certificate.objects.get(level=Autonomy.CAREFUL)
    sure = [0.4 + 0.5 * place / 300 for place in range(300)]

    above = sum(one > (signed.threshold or 0.0) for one in sure)

    kept = autonomy_of(process)
    assert (signed.came, signed.came_sure) == (300, above)
    assert above / 300 < signed.above / signed.cases
    assert kept.unsure_watch is not None
    assert kept.unsure_watch["limit"] >= 1 - above / 300 + 0.03


def test_where_less_came_than_people_verified_these_say_how_many_to_expect(process, anna):
    actions.change_terms(process, actions.Terms(alpha=0.1, lane=0.0), by=anna, at=MONDAY_9)
    make_verified(process, n=250, wrong=125, at=LATER)

    signed = actions.climb(process, by=anna, at=LATER)

    kept = autonomy_of(process)
    share = 1 - signed.above / signed.cases
    assert signed.came < signed.cases
    assert kept.unsure_watch is not None
    assert share + 0.03 <= kept.unsure_watch["limit"] < share + 0.06


def test_a_process_of_which_nothing_that_came_was_sure_enough_can_still_be_signed_for(
    process, anna
):
    climb(process, anna)
    Proposal.objects.update(sureness=0.1)
    actions.lower(process, to=Autonomy.DRAFT, by=anna, at=LATER)
    again = LATER + timedelta(hours=1)
    make_verified(process, n=250, wrong=125, at=again)
    Case.objects.filter(proposals__isnull=False).update(routed_at=again)

    signed = actions.climb(process, by=anna, at=again)

    assert (signed.came, signed.came_sure) == (300, 0)
    assert autonomy_of(process).level == Autonomy.CAREFUL


@pytest.mark.parametrize(("days", "times"), [(3, 13), (13, 7), (400, 1)])
def test_watches_are_as_patient_as_a_whole_quarter_at_this_pace_asks_for(
    process, anna, days, times
):
    """Of a process of three days those of a week are taken for thirteen of them."""
    climb(process, anna, days=days)

    kept = autonomy_of(process)
    assert kept.unsure_watch is not None
    assert kept.unsure_watch["height"] == max(2_000, 10 * times * 300)
    assert {one["watch"]["height"] for one in kept.strange_watches} == {
        4 * kept.unsure_watch["height"]
    }


def test_what_people_closed_without_a_topic_is_no_new_kind_of_case(process, anna):
    """It proves nothing, and keeps coming: of those AI was least sure of none was verified."""
    climb(process, anna)
    signed = Certificate.objects.get(level=Autonomy.CAREFUL)
    unverified = sum(sure < 0.5 for sure, _found, _of in signed.tails)

    come(process, *[0.4 + 0.5 * (place * 7 % 300) / 300 for place in range(600)], unsure=False)

    assert unverified > 0
    assert autonomy_of(process).level == Autonomy.CAREFUL
    assert checks(process) == [600] * 4
    assert [of for _sure, _found, of in signed.tails] == [300] * 4
