"""A person, AI and both together on the same cases: query, page, API and command."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.people.actions import make_token
from samspil.work.models import Decision, FirstJudgement, Process
from samspil.work.queries.judging import comparison_of
from tests.factories import MONDAY_9, make_colleague, make_judged, make_process
from tests.pages import english, words

LATER = MONDAY_9 + timedelta(days=40)


@pytest.fixture
def lea(organisation):
    return make_colleague(Role.LEADER, name="Lea Vang")


@pytest.fixture
def process(organisation) -> Process:
    return make_process(name="Questions")


def page_of(client_of, lea, process) -> str:
    return words(english(client_of(lea)).get(f"/processes/{process.public_id}/evidence/"))


def test_the_three_ways_are_counted_on_the_same_cases(process):
    make_judged(process, n=90)

    known = comparison_of(process, at=LATER)

    assert known.ways is not None
    assert known.ways.people is not None
    assert (known.cases, known.people, known.missing) == (90, 5, 0)
    assert (known.ways.ai.hits, known.ways.people.hits) == (77, 81)
    assert known.ways.both.hits >= 81


def test_lr8_what_is_new_is_told_only_with_a_month_of_five_people(process):
    make_judged(process, n=40)
    Decision.objects.filter(round__gte=46).update(at=LATER)

    assert comparison_of(process, at=LATER).cases == 36
    assert comparison_of(process, at=LATER + timedelta(days=31)).cases == 36


def test_another_process_and_what_was_not_decided_with_a_topic_do_not_count(process):
    make_judged(process, n=40)
    make_judged(make_process(name="Another"), n=50)
    FirstJudgement.objects.filter(process=process, round__lt=15).update(decided="")

    assert comparison_of(process, at=LATER).cases == 35


def test_it_costs_two_statements(process):
    make_judged(process, n=3)
    with CaptureQueriesContext(connection) as statements:
        comparison_of(process, at=LATER)

    assert len(statements) == 2


def test_under_thirty_cases_the_page_says_how_many_are_missing(client_of, lea, process):
    assert "nobody here has judged a case before seeing" in page_of(client_of, lea, process)

    make_judged(process, n=29)

    said = page_of(client_of, lea, process)
    assert "Too little to compare: 1 more case has to be judged" in said
    assert "A person alone" not in said


def test_the_page_shows_the_three_ways_and_says_what_it_cannot_show(client_of, lea, process):
    make_judged(process, n=300)

    said = page_of(client_of, lea, process)

    assert "Both together are right more often than either alone" in said
    for way in ("A person alone about 91 in 100", "AI alone about 86 in 100", "Both together"):
        assert way in said
    assert "n = 300" in said
    assert "Right is what was decided in the end, by a person who had seen both answers." in said


def test_of_few_people_neither_page_nor_api_tells_how_often_they_were_right(
    client_of, client, lea, process
):
    make_judged(process, n=300, people=4)

    said = page_of(client_of, lea, process)
    assert "Of fewer than 5 people it is not told how often they were right" in said
    assert "A person alone" not in said
    assert "Both together" not in said
    told = _told(client, lea, process)
    assert told["ai"]["right"] == 257
    gone = ("person", "both", "over_ai", "over_person", "better_than_both")
    assert {name: told[name] for name in gone} == dict.fromkeys(gone)


def test_nobody_is_named_and_nothing_is_told_by_person(client_of, client, lea, process):
    make_judged(process, n=60)
    names = set(Decision.objects.values_list("by__name", flat=True))

    said = page_of(client_of, lea, process).partition("A person, AI, and both together")[2]

    assert len(names) == 5
    assert not any(name in said for name in names)


def test_programs_are_told_the_same(client, lea, process):
    make_judged(process, n=300)

    told = _told(client, lea, process)

    assert (told["cases"], told["missing"], told["better_than_both"]) == (300, 0, True)
    assert (told["ai"]["right"], told["person"]["right"]) == (257, 272)
    assert told["over_ai"]["low"] > 0
    assert told["over_person"]["low"] > 0


def test_the_command_prints_it(organisation, process):
    make_judged(process, n=20)
    assert "Too little to compare a person, AI and both: 10 more are missing." in _printed()

    make_judged(make_process(name="Other"), n=20)
    FirstJudgement.objects.update(process=process)

    said = _printed()
    assert "AI alone was right in 34 of 40" in said
    assert "A person alone was right in 36 of 40" in said


def _printed() -> str:
    out = StringIO()
    call_command("evidence", process="Questions", stdout=out)
    return out.getvalue()


def _told(client, lea, process):
    token = make_token(colleague=lea, name="test", at=MONDAY_9)
    answer = client.get(
        f"/api/v1/processes/{process.public_id}/evidence",
        headers={"Authorization": f"Bearer {token}"},
    )
    assert answer.status_code == 200
    return answer.json()["together"]
