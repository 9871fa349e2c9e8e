"""Whatever a case carries, its page takes at most twelve statements, with three of each at that."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.core.judging import Judging
from samspil.core.roles import Role
from samspil.likeness.models import Similar
from samspil.review import actions as marks
from samspil.work import actions
from samspil.work.models import Case, Certificate, LoneAnswer
from tests.factories import (
    MONDAY_9,
    ORDINARY,
    let_judge_first,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
)
from tests.inbox.forms import make_form, write
from tests.judgements import agree, disagree
from tests.review.test_queue import MOST_STATEMENTS
from tests.work.test_finishing import arrive, climb

pytestmark = [pytest.mark.either, pytest.mark.usefixtures("home")]

LATER = MONDAY_9 + timedelta(hours=1)
SOME_DAY = timezone.now() + timedelta(days=9)
ASKED = ("", "?change", "?hand", "?whose=mine", "?whose=later", "?after={last}")
BILL = b"%PDF-1.7 a bill"
MANY = 3
"""Of all that a page may list: for fewer it never takes more."""


@pytest.fixture(autouse=True)
def _forget(organisation):
    cache.clear()


def put_files(case, by, many):
    for number in range(many):
        file = actions.attach(case, name=f"{number}.pdf", content=BILL, by=by, at=LATER)
        actions.enclose(file, case=case, by=by, at=LATER)


def waiting(process, many):
    """So many cases that wait for a person."""
    arrivals = [actions.Arrival(text=ORDINARY)] * many
    opened = actions.open_cases(arrivals, process=process, at=MONDAY_9).cases
    actions.propose_and_route([case.pk for case in opened], at=MONDAY_9)
    return list(Case.objects.filter(pk__in=[case.pk for case in opened]).order_by("pk"))


def put_similar(case, by, many):
    for place, other in enumerate(waiting(case.process, many), start=1):
        actions.claim(other, by=by, at=LATER)
        decision = actions.decide(other, answer="Soon.", topic=other.topic, by=by, at=LATER)
        Similar.objects.create(case=case, decision=decision, place=place)


def merge_into(case, by, many):
    for number, other in enumerate(waiting(case.process, many)):
        message = other.messages.get()
        actions.attach(other, name=f"{number}.pdf", content=BILL, at=LATER, message=message)
        actions.merge(other, into=case, by=by, at=LATER)


def with_everything(process, anna, many):
    """By a form, with files that come and go, similar cases, others merged into it, and notes."""
    write(make_form(process, slug="nordlys"), name="Anne", order="4711")
    case = Case.objects.get(channel="form")
    actions.propose_and_route([case.pk], at=LATER)
    case.refresh_from_db()
    actions.claim(case, by=anna, at=LATER)
    put_similar(case, anna, many)
    put_files(case, anna, many)
    merge_into(case, anna, many)
    for number in range(many):
        named = make_colleague(name=f"Berit {number}")
        marks.write_note(case, text=f"@{named.name} please look", by=anna, at=LATER)
        marks.tag(case, name=f"tag {number}", by=anna, at=LATER)
    return case


def answered(process, anna, many):
    case = with_everything(process, anna, many)
    actions.decide(case, answer="Here it is.", topic=case.topic, by=anna, at=LATER)
    return case


def merged_away(process, anna, many):
    return with_everything(process, anna, many).merged.earliest("pk")


def for_another_team(process, anna, many):
    case = with_everything(process, anna, many)
    actions.hand_over(case, to=make_team(make_colleague()), note="Hm.", by=anna, at=LATER)
    return case


def put_aside(process, anna, many):
    case = with_everything(process, anna, many)
    for one in [case, *waiting(process, many)]:
        actions.snooze(one, until=SOME_DAY, by=anna, at=LATER)
    return case


def to_be_judged(process, anna, many):
    let_judge_first(process, make_colleague(Role.LEADER))
    case = make_claimed(process, anna)
    put_files(case, anna, many)
    return case


def judged(process, anna, many):
    case = to_be_judged(process, anna, many)
    agree(case, anna)
    put_similar(case, anna, 0)
    return case


def seen_by_the_first_judge(process, anna, many):
    """It waits for somebody else, of whom there are as many."""
    team = make_team(anna, *(make_colleague() for _ in range(many)))
    process = make_process(team=team)
    let_judge_first(process, make_colleague(Role.LEADER), second_look=True)
    case = make_claimed(process, anna)
    put_files(case, anna, many)
    disagree(case, anna)
    assert case.judging == Judging.SECOND
    return case


def check_of_ai(process, anna, many):
    process = make_process(team=make_team(anna), organisation_model="supervised")
    climb(process, make_colleague(Role.LEADER))
    Certificate.objects.update(threshold=0.0)
    drawn = LoneAnswer.objects.filter(drawn=True)
    while drawn.count() < many:
        arrive(process)
    case = drawn.earliest("pk").case
    actions.claim(case, by=anna, at=LATER)
    put_files(case, anna, many)
    return case


KINDS = (
    with_everything, answered, merged_away, for_another_team, put_aside, to_be_judged, judged,
    seen_by_the_first_judge, check_of_ai,
)  # fmt: skip


def cost(browser, address: str) -> int:
    """How many statements a page takes, signing in included."""
    with CaptureQueriesContext(connection) as statements:
        assert browser.get(address).status_code == 200
    return len(statements)


@pytest.mark.parametrize("made", KINDS, ids=lambda made: made.__name__)
def test_a_case_of_any_kind_takes_few_statements(annas, anna, process, made):
    case = made(process, anna, MANY)
    last, _ = waiting(process, 2)

    costs = {
        asked: cost(annas, f"/work/{case.public_id}/{asked.format(last=last.public_id)}")
        for asked in ASKED
    }

    assert max(costs.values()) <= MOST_STATEMENTS, costs


def test_the_queue_takes_few_statements_however_it_is_narrowed(browser_of, process):
    leader = make_colleague(Role.LEADER)
    browser, team = browser_of(leader), make_team(leader)
    last, _, *others = waiting(process, 2 + 2 * MANY)
    for number, (case, later) in enumerate(zip(others[:MANY], others[MANY:], strict=True)):
        make_process(team=team)
        actions.claim(case, by=leader, at=LATER)
        shown = {"whose": "all", "late": "1"}
        tag = marks.tag(case, name=f"tag {number}", by=leader, at=LATER)
        actions.snooze(later, until=SOME_DAY, by=leader, at=LATER)
        marks.save_filter(f"Filter {number}", shown, team=team, by=leader)
        marks.save_filter(f"Own {number}", {"whose": "mine", "level": "1"}, team=None, by=leader)

    narrowed = f"process={process.public_id}&route=together&level=1&topic={last.topic}"
    narrowed += f"&tag={tag.public_id}&late=1&language=en"
    asked = ["whose=all", "whose=later", "whose=mine", narrowed, f"after={last.public_id}"]
    costs = {one: cost(browser, f"/work/?{one}") for one in asked}

    assert max(costs.values()) <= MOST_STATEMENTS, costs


def test_searching_takes_few_statements_however_it_is_narrowed(annas, anna, process):
    for number, case in enumerate(waiting(process, MANY)):
        actions.claim(case, by=anna, at=LATER)
        tag = marks.tag(case, name=f"tag {number}", by=anna, at=LATER)
    narrowed = f"q=pump&process={process.public_id}&status=open&route=together&mine=1&language=en"
    narrowed += f"&tag={tag.public_id}&since=2026-01-01&until=2026-12-31"

    costs = {
        one: cost(annas, f"/work/search/?{one}") for one in ("q=pump", narrowed, "status=open")
    }

    assert max(costs.values()) <= MOST_STATEMENTS, costs
