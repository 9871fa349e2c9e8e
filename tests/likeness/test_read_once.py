"""A message goes through the embedding once, for triage and for similar cases alike."""

import pytest
from django.utils import timezone

from samspil.adapters import embedding, jobs
from samspil.adapters.embedding import Shelf, keeping
from samspil.config.jobs import HANDLERS
from samspil.core.roles import Role
from samspil.likeness.actions import keep_read, remember
from samspil.likeness.models import Vector
from samspil.work import actions
from samspil.work.models import Case, Direction, Message, Process
from tests.factories import MONDAY_9, make_colleague

pytestmark = pytest.mark.reads

PARCEL = "Where is my parcel? I ordered a heat pump in March."
INVOICE = "Please send the invoice again, the amount is wrong."


def arrived(process: Process, text: str) -> Case:
    arrivals = [actions.Arrival(text=text)]
    return actions.open_cases(arrivals, process=process, at=timezone.now()).cases[0]


def work_on(case: Case) -> dict[str, object]:
    return {"organisation": str(case.organisation.public_id), "cases": [case.pk]}


def test_what_triage_read_is_not_read_again_to_find_similar_cases(process):
    case = arrived(process, PARCEL)

    HANDLERS["work.propose"](work_on(case))

    assert [vector.case_id for vector in Vector.objects.all()] == [case.pk]
    assert remember([case.pk], embedder=embedding.chosen()) == 0


def test_a_message_that_joined_is_read_once_and_is_what_the_case_is_about_now(process):
    case = arrived(process, PARCEL)
    HANDLERS["work.propose"](work_on(case))
    (before,) = Vector.objects.values_list("text_key", flat=True)
    Message.objects.create(case=case, direction=Direction.IN, text=INVOICE, at=timezone.now())

    HANDLERS["work.look_again"](work_on(case))

    (after,) = Vector.objects.values_list("text_key", flat=True)
    assert before != after
    assert remember([case.pk], embedder=embedding.chosen()) == 0


def test_a_text_that_changed_after_triage_read_it_is_read_anew(process):
    case = arrived(process, PARCEL)
    HANDLERS["work.propose"](work_on(case))
    Message.objects.filter(case=case).update(text=INVOICE)

    read = remember([case.pk], embedder=embedding.chosen())

    assert (read, remember([case.pk], embedder=embedding.chosen())) == (1, 0)


def test_where_triage_read_nothing_nothing_is_kept_for_it(process, words):
    leader = make_colleague(Role.OWNER)
    case = arrived(process, PARCEL)
    with keeping() as shelf:
        shelf.embed([PARCEL], embedder=words)
        actions.stop(process, why="Something is wrong.", by=leader, at=MONDAY_9)

        keep_read([case.pk], shelf=shelf, embedder=words)
        while_stopped = Vector.objects.count()
        actions.lift_stop(process, by=leader, at=MONDAY_9)
        keep_read([case.pk], shelf=Shelf(), embedder=words)
        unread = Vector.objects.count()
        keep_read([case.pk], shelf=shelf, embedder=None)

        keep_read([case.pk], shelf=shelf, embedder=words)

    assert (while_stopped, unread, Vector.objects.count()) == (0, 0, 1)
    assert words.read == [PARCEL], "Keeping reads nothing."


def test_where_an_embedding_reads_a_bulk_becomes_smaller_jobs(process, settings):
    settings.EMBEDDING = True
    before = jobs.waiting()
    arrivals = [actions.Arrival(text=f"{PARCEL} {number}") for number in range(60)]
    actions.open_cases(arrivals, process=process, at=timezone.now())
    with_it = jobs.waiting() - before
    settings.EMBEDDING = False

    actions.open_cases(arrivals, process=process, at=timezone.now())

    assert (with_it, jobs.waiting() - before) == (3, 4)
