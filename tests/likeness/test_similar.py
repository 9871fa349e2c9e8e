"""Beside a case stand the decided cases that were most like it, of one's own company only."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.adapters import jobs
from samspil.config.jobs import HANDLERS
from samspil.core.roles import Role
from samspil.likeness.actions import remember, remember_anew
from samspil.likeness.models import Similar, Vector
from samspil.likeness.queries import similar_cases
from samspil.people.models import Colleague
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Case, Process
from tests.embedders import CountsWords
from tests.factories import (
    MONDAY_9,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)
from tests.pages import english

PARCEL = "Where is my parcel? I ordered a heat pump in March."
SAME = "Where is my parcel? I ordered a water pump in April."
INVOICE = "Please send the invoice again, the amount is wrong."
DANISH = "Hej, hvor er min pakke? Jeg har bestilt en varmepumpe i marts."


def decided(
    process: Process, by: Colleague, text: str, *, answer: str = "It is on its way."
) -> Case:
    case = make_claimed(process, by, text)
    actions.decide(
        case, answer=answer, topic="delivery_status", by=by, at=MONDAY_9 + timedelta(minutes=9)
    )
    return case


def somebody() -> Colleague:
    """Who sees every case here, since no process is closed."""
    return Colleague.objects.get(name="Anna Holm")


def subjects(case: Case) -> list[str]:
    return [earlier.subject for earlier in similar_cases(case, topics={}, reader=somebody())]


def test_the_nearest_decided_case_stands_first_with_what_was_decided(anna, process, words):
    decided(process, anna, INVOICE)
    parcel = decided(process, anna, SAME, answer="\n\nHello,\n\nIt is on its way.\nKind regards")
    case = make_waiting(process, PARCEL)

    remember(list(Case.objects.values_list("pk", flat=True)), embedder=words)
    remember([case.pk], embedder=words)

    first, second = similar_cases(case, topics={"delivery_status": "Delivery status"}, reader=anna)
    assert (first.public_id, first.topic) == (parcel.public_id, "Delivery status")
    assert (first.answer, first.subject) == ("It is on its way.", parcel.subject)
    assert second.subject.startswith("Please send the invoice")


def test_a_case_in_the_same_language_stands_before_a_nearer_one(anna, process, words):
    decided(process, anna, f"{DANISH} Jeg vil gerne betale fakturaen senere.")
    decided(process, anna, INVOICE)
    case = make_waiting(process, "Please send my heat pump. Hvor er min pakke? Is it on its way?")
    everything = list(Case.objects.values_list("pk", flat=True))

    remember(everything, embedder=words)
    remember(everything, embedder=words)

    assert case.language == "en"
    assert subjects(case)[0].startswith("Please send the invoice")


def test_open_cases_and_the_case_itself_are_no_examples(anna, process, words):
    make_waiting(process, SAME)
    closed = decided(process, anna, PARCEL)
    everything = list(Case.objects.values_list("pk", flat=True))

    remember(everything, embedder=words)
    remember(everything, embedder=words)

    assert subjects(closed) == []
    assert Similar.objects.count() == 1


def test_cases_of_another_process_are_no_examples(anna, process, words):
    decided(make_process(team=make_team(anna)), anna, SAME)
    case = make_waiting(process, PARCEL)
    everything = list(Case.objects.values_list("pk", flat=True))

    remember(everything, embedder=words)
    remember(everything, embedder=words)

    assert subjects(case) == []


def test_another_organisations_cases_never_appear(anna, process, words, other_organisation):
    with enter(other_organisation):
        person = make_colleague()
        theirs = decided(make_process(team=make_team(person)), person, PARCEL)
        remember([theirs.pk], embedder=words)
        read_there = len(words.read)
    case = make_waiting(process, PARCEL)

    remember([case.pk, theirs.pk], embedder=words)

    assert subjects(case) == []
    assert Vector.objects.count() == 1
    assert words.read[read_there:] == [PARCEL], "Their vector must not serve another company."


def test_equal_texts_are_read_once_and_running_twice_changes_nothing(process, words):
    cases = [make_waiting(process, PARCEL).pk for _ in range(3)]

    first = remember(cases, embedder=words)
    again = remember(cases, embedder=words)

    assert (first, again, words.read) == (1, 0, [PARCEL])
    assert Vector.objects.count() == 3


def test_what_a_case_means_goes_with_the_case(anna, process, words):
    earlier = decided(process, anna, SAME)
    case = make_waiting(process, PARCEL)
    remember([earlier.pk], embedder=words)
    remember([case.pk], embedder=words)
    assert (Vector.objects.count(), Similar.objects.count()) == (2, 1)

    case.delete()

    assert [vector.case_id for vector in Vector.objects.all()] == [earlier.pk]
    assert Similar.objects.count() == 0


def test_another_embedding_makes_all_vectors_anew(anna, process, words):
    earlier = decided(process, anna, SAME)
    case = make_waiting(process, PARCEL)
    remember([earlier.pk, case.pk], embedder=words)
    newer = CountsWords(name="counts-words-2", dimension=32)

    asked = remember_anew(embedder=newer)
    there = Vector.objects.count()
    remember([earlier.pk], embedder=newer)
    remember([case.pk], embedder=newer)

    assert (asked, there) == (2, 0)
    assert {vector.embedder for vector in Vector.objects.all()} == {"counts-words-2"}
    assert subjects(case) == [earlier.subject]
    assert remember_anew(embedder=newer) == 1, "The waiting case may find more by and by."


def test_without_an_embedding_nothing_is_done(process, settings):
    settings.EMBEDDING = False
    case = make_waiting(process, PARCEL)

    HANDLERS["likeness.remember"](
        {"organisation": str(case.organisation.public_id), "cases": [case.pk]}
    )

    assert (remember_anew(embedder=None), Vector.objects.count()) == (0, 0)


def test_where_ai_is_stopped_it_reads_nothing_until_the_stop_is_lifted(process, words):
    leader = make_colleague(Role.OWNER)
    case = make_waiting(process, PARCEL)
    actions.stop(process, why="Something is wrong.", by=leader, at=MONDAY_9)
    remember([case.pk], embedder=words)
    read_while_stopped = list(words.read)
    actions.lift_stop(process, by=leader, at=MONDAY_9)

    remember([case.pk], embedder=words)

    assert (read_while_stopped, words.read) == ([], [PARCEL])


def test_a_message_too_long_for_ai_is_not_read(process, words):
    case = make_waiting(process, PARCEL * 500)

    assert (remember([case.pk], embedder=words), words.read) == (0, [])


@pytest.mark.slow
def test_in_the_background_a_new_case_finds_an_earlier_one_in_another_language(anna, process):
    earlier = decided(process, anna, DANISH)
    decided(process, anna, INVOICE)
    organisation = str(earlier.organisation.public_id)
    work = {"organisation": organisation, "cases": list(Case.objects.values_list("pk", flat=True))}
    HANDLERS["likeness.remember"](work)
    german = "Hallo, wo ist mein Paket? Ich habe im März eine Wärmepumpe bestellt."
    case = make_waiting(process, german)

    HANDLERS["likeness.remember"]({"organisation": organisation, "cases": [case.pk]})

    assert subjects(case)[0] == earlier.subject


def test_the_page_shows_them_with_a_link_and_costs_one_statement_more(
    anna, process, words, client_of
):
    earlier = decided(process, anna, SAME, answer="<b>On its way</b>")
    case = make_claimed(process, anna, PARCEL)
    browser = english(client_of(anna))
    before = browser.get(f"/work/{case.public_id}/").content.decode()
    remember([earlier.pk], embedder=words)
    remember([case.pk], embedder=words)

    with CaptureQueriesContext(connection) as statements:
        after = browser.get(f"/work/{case.public_id}/").content.decode()

    assert "Similar earlier cases" not in before
    assert f'href="/work/{earlier.public_id}/"' in after
    assert "&lt;b&gt;On its way&lt;/b&gt;" in after
    assert sum("likeness_" in each["sql"] for each in statements.captured_queries) == 1
    assert len(statements) <= 12


def test_new_cases_are_compared_in_a_job_of_its_own(anna, process):
    decided(process, anna, SAME)
    case = actions.open_cases(
        [actions.Arrival(text=PARCEL)], process=process, at=timezone.now()
    ).cases[0]
    before = jobs.waiting()

    HANDLERS["work.propose"]({"organisation": str(case.organisation.public_id), "cases": [case.pk]})

    assert jobs.waiting() == before + 1
    assert Similar.objects.count() == 0
