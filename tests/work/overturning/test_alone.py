"""What AI finished alone and was overturned is watched, and told, at once."""

from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samspil.core.contesting import Outcome
from samspil.core.evidence.autonomy import Autonomy
from samspil.people.actions import make_token
from samspil.work import actions
from samspil.work.models import (
    AutonomyMove,
    LoneAnswer,
    ProcessAutonomy,
)
from samspil.work.queries.autonomy import autonomy_of, lone_figures
from samspil.work.queries.contesting import Disagreed, disagreed_with_ai
from samspil.work.queries.ladder_words import fall_words
from samspil.work.queries.watched import watched_of
from tests.factories import (
    MONDAY_9,
)
from tests.work.overturning.arranging import (
    AFTER,
    checked,
    checks_now,
    contested,
    decided,
    finished,
    overturned_now,
    written_again,
)


def test_a_check_that_is_overturned_is_watched_as_if_it_had_been_found_then(supervised, anna, bo):
    cases = [checked(supervised, anna) for _ in range(3)]
    assert checks_now(supervised) == (3, 0)

    contested(cases[0], bo, Outcome.CHANGED, topic="invoice")

    assert checks_now(supervised) == (3, 1)
    assert LoneAnswer.objects.get(case=cases[0]).wrong is True
    figures = lone_figures(autonomy_of(supervised))
    assert figures is not None
    assert figures.estimate.found_wrong == 1


def test_complaints_that_are_upheld_lower_autonomy_at_once(supervised, anna):
    cases = [finished(supervised) for _ in range(9)]
    levels = []

    for case in cases:
        contested(case, anna, Outcome.CHANGED, topic="invoice")
        levels.append(autonomy_of(supervised).level)
        if levels[-1] < Autonomy.ALONE:
            break

    assert levels[:2] == [Autonomy.ALONE] * 2
    assert levels[-1] == Autonomy.CAREFUL
    move = AutonomyMove.objects.latest("pk")
    assert move.reason == "alarm"
    assert "found wrong later, without a check" in fall_words(move)


def test_few_complaints_among_many_answers_do_not_and_open_ones_count_as_nothing(supervised, anna):
    cases = [finished(supervised) for _ in range(3)]
    for case in cases[:2]:
        contested(case, anna, Outcome.CHANGED, topic="invoice")
    actions.contest(cases[2], text="No.", at=AFTER)

    watch = overturned_now(supervised)
    assert (watch.checks, watch.found, watch.alarm) == (3, 2, False)
    kept = autonomy_of(supervised)
    told = [one.words for one in watched_of(kept, lone_figures(kept))]
    assert any(one.startswith("Of 3 cases that AI finished, 2 were found wrong") for one in told)


def test_what_a_colleague_puts_right_counts_and_makes_no_check(supervised, anna):
    case, other = finished(supervised), finished(supervised)
    for one, topic in ((case, "invoice"), (other, other.topic)):
        actions.take_over(one, by=anna, at=AFTER)
        actions.decide(one, answer="Sorry.", topic=topic, by=anna, at=AFTER)

    assert LoneAnswer.objects.get(case=case).overturned_at == AFTER
    assert LoneAnswer.objects.get(case=other).overturned_at is None
    assert not LoneAnswer.objects.filter(checked_at__isnull=False).exists()
    assert checks_now(supervised) == (0, 0)
    assert overturned_now(supervised).found == 1


def test_what_the_customer_writes_again_about_overturns_what_ai_finished(supervised, anna):
    case = finished(supervised)

    written_again(case, anna, topic="invoice")

    assert LoneAnswer.objects.get(case=case, round=1).overturned_at == AFTER


def test_what_was_overturned_under_an_earlier_certificate_says_nothing_of_todays(supervised, anna):
    case = finished(supervised)
    actions.lower(supervised, to=Autonomy.CAREFUL, by=anna, at=AFTER)

    contested(case, anna, Outcome.CHANGED, topic="invoice")

    assert LoneAnswer.objects.get(case=case).overturned_at == AFTER
    assert overturned_now(supervised).found == 0


def test_the_page_tells_complaints_that_are_open_upheld_and_not(supervised, anna, client_of):
    browser = client_of(anna)
    browser.cookies["django_language"] = "en"
    page = reverse("work:autonomy", args=[supervised.public_id])
    by_program = f"/api/v1/processes/{supervised.public_id}/autonomy"
    upheld, stands, waits = (finished(supervised) for _ in range(3))
    assert "Complaints about what AI finished" not in browser.get(page).content.decode()

    contested(upheld, anna, Outcome.CHANGED, topic="invoice")
    contested(stands, anna, Outcome.UPHELD)
    actions.contest(waits, text="No.", at=AFTER)

    told = browser.get(page).content.decode()
    assert "1 complaint open" in told
    assert "Found wrong without a check" in told
    assert disagreed_with_ai(supervised) == Disagreed(open=1, changed=1, stand=1)
    assert overturned_now(supervised).found == 1
    command = StringIO()
    call_command("evidence", process=supervised.name, stdout=command)
    assert "Complaints about lone cases: 1 open, 1 upheld, 1 not upheld." in command.getvalue()
    ProcessAutonomy.objects.update(lane=0.05)
    token = make_token(colleague=anna, name="test", at=MONDAY_9)
    answer = browser.get(by_program, headers={"authorization": f"Bearer {token}"})
    assert answer.json()["complaints"] == {"open": 1, "changed": 1, "stand": 1}


def test_complaints_about_what_people_decided_are_none_about_ai(process, anna, bo):
    contested(decided(process, anna), bo, Outcome.CHANGED, topic="invoice")

    assert disagreed_with_ai(process).all == 0


def test_the_page_costs_the_same_with_one_complaint_and_three(supervised, anna, client_of):
    browser = client_of(anna)
    page = reverse("work:autonomy", args=[supervised.public_id])
    costs = []
    for n in (1, 2):
        for case in [finished(supervised) for _ in range(n)]:
            actions.contest(case, text="No.", at=AFTER)
        with CaptureQueriesContext(connection) as statements:
            browser.get(page)
        costs.append(len(statements))

    assert costs[0] == costs[1] <= 12
