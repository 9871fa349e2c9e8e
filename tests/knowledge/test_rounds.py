"""Who looks through a source and when, who may say so, and what is kept of it."""

import json
from datetime import timedelta

import pytest

from samspil.core.knowledge.sources import Mishap
from samspil.core.roles import MAY, Action, NotAllowed, Role
from samspil.journal.models import Entry
from samspil.knowledge import actions, queries
from samspil.knowledge.models import Document, Pace, Secrecy, Source
from tests.factories import MONDAY_9, entered, make_colleague, make_team
from tests.knowledge.looking import LATER, counted, look, names


def test_two_workers_never_look_through_one_source_at_once(add):
    source = add()
    run = queries.run_at(source.runs.get().public_id)
    other = queries.run_at(run.public_id)
    inside: list[bool | None] = []

    def clock():
        if not inside:
            inside.append(None)
        elif len(inside) == 1:
            inside.append(actions.work_on(other, now=lambda: LATER))
        return LATER

    assert actions.work_on(run, now=clock)
    assert inside == [None, False]
    assert len(names()) == 4


def test_a_source_is_not_begun_twice(add):
    source = add()

    assert actions.begin_round(source, by=None, at=MONDAY_9) is None
    look(source)
    assert actions.begin_round(source, by=None, at=LATER) is not None


def test_what_a_dead_worker_left_another_goes_on_with(add):
    source = add()
    run = source.runs.get()
    actions.work_on(queries.run_at(run.public_id), now=lambda: MONDAY_9, while_s=0)
    source.runs.update(held_until=MONDAY_9 + timedelta(minutes=10))

    assert actions.begin_due(at=MONDAY_9 + timedelta(minutes=15)) == 0
    assert actions.begin_due(at=MONDAY_9 + timedelta(minutes=20)) == 1
    assert actions.begin_due(at=MONDAY_9 + timedelta(minutes=21)) == 0
    assert counted(look(source)) == (4, 0, 0, 0, 0)


def test_a_round_that_takes_too_long_ends_and_removes_nothing(add, shelf):
    source = add()
    look(source)
    (shelf / "a.md").unlink()
    actions.begin_round(source, by=None, at=MONDAY_9)
    run = queries.run_at(source.runs.get(ended_at=None).public_id)

    actions.work_on(run, now=lambda: MONDAY_9 + timedelta(hours=7))

    run.refresh_from_db()
    assert (run.trouble, run.removed) == (Mishap.OUT_OF_TIME, 0)
    assert len(names()) == 4


def test_the_clock_looks_every_hour_or_every_day(add):
    hourly, daily = add(pace=Pace.HOURLY), add(name="Other")
    look(hourly, at=MONDAY_9)
    look(daily, at=MONDAY_9)

    assert actions.begin_due(at=MONDAY_9 + timedelta(minutes=59)) == 0
    assert actions.begin_due(at=MONDAY_9 + timedelta(minutes=60)) == 1
    look(hourly, at=MONDAY_9 + timedelta(hours=2))
    assert actions.begin_due(at=MONDAY_9 + timedelta(hours=23)) == 1
    look(hourly, at=MONDAY_9 + timedelta(hours=23))
    assert actions.begin_due(at=MONDAY_9 + timedelta(hours=24)) == 2


def test_a_paused_source_is_left_alone_even_in_the_middle(add, lene):
    source = add()
    run = source.runs.get()
    actions.work_on(queries.run_at(run.public_id), now=lambda: LATER, while_s=0)

    actions.pause_source(source, by=lene, at=LATER)

    assert look(source).trouble == Mishap.STOPPED
    assert len(names()) == 1
    assert actions.begin_round(source, by=lene, at=LATER) is None
    assert actions.begin_due(at=LATER + timedelta(days=9)) == 0

    actions.resume_source(source, by=lene, at=LATER)
    assert look(source).new == 3


def test_a_removed_source_takes_its_documents_along_and_can_come_back_for_a_day(add, lene):
    source = add()
    look(source)

    actions.remove_source(source, by=lene, at=LATER)
    assert names() == []
    assert not queries.source_rows(lene)
    actions.restore_source(source, by=lene, at=LATER)
    assert len(names()) == 4

    actions.remove_source(source, by=lene, at=LATER)
    again = add()
    assert counted(look(again)) == (0, 4, 0, 0, 0)
    assert len(names()) == 4
    with pytest.raises(actions.BadSource, match="name"):
        actions.restore_source(source, by=lene, at=LATER)
    actions.sweep_sources(at=LATER + timedelta(days=1))
    assert list(Source.objects.all()) == [again]
    assert len(names()) == 4


def test_stricter_terms_hold_at_once_for_what_was_brought(add, lene, emil):
    source = add()
    look(source)
    by_hand = Document.objects.get(name="Shelf/b.txt")
    actions.change_document(
        by_hand, terms=actions.Terms(secrecy=Secrecy.PUBLIC, owner=lene), by=lene, at=LATER
    )
    team = make_team(lene)

    terms = actions.SourceTerms(
        name="Shelf", place=source.place, owner=lene, secrecy=Secrecy.CONFIDENTIAL, team=team
    )
    actions.change_source(source, terms, by=lene, at=LATER)

    assert [
        row.document.name
        for row in queries.document_page(emil, queries.Find(), today=LATER.date())[0]
    ] == ["Shelf/b.txt"]


def test_a_teams_source_is_seen_by_the_team_and_its_owner_alone(add, lene):
    team = make_team(lene)
    add(secrecy=Secrecy.CONFIDENTIAL, team=team)
    other = make_colleague(Role.LEADER)

    assert len(queries.source_rows(lene)) == 1
    assert queries.source_rows(other) == []


@pytest.mark.parametrize("role", Role)
def test_only_who_may_keep_documents_keeps_sources(role, add, lene):
    source = add()
    somebody = make_colleague(role)
    if Action.KEEP_DOCUMENTS in MAY[role]:
        actions.pause_source(source, by=somebody, at=LATER)
        return
    for act in (
        lambda: add(name="Other", by=somebody),
        lambda: actions.begin_round(source, by=somebody, at=LATER),
        lambda: actions.pause_source(source, by=somebody, at=LATER),
        lambda: actions.remove_source(source, by=somebody, at=LATER),
        lambda: actions.remove_missing(source, by=somebody, at=LATER),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_rounds_are_kept_for_ninety_days(add):
    source = add()
    look(source, at=MONDAY_9)

    actions.sweep_rounds(at=MONDAY_9 + timedelta(days=89))
    assert source.runs.count() == 1
    actions.sweep_rounds(at=MONDAY_9 + timedelta(days=90))
    assert source.runs.count() == 0
    assert len(names()) == 4


def test_the_journal_tells_counts_and_no_names(add):
    look(add(name="Wages of Ida"))

    written = " ".join(str(row) for row in Entry.objects.values_list("subject", "facts"))
    assert "Ida" not in written
    facts = json.loads(Entry.objects.get(event="source_looked_through").facts)
    assert (facts["new"], facts["removed"]) == (4, 0)


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_costs_the_same_for_one_as_for_three(many, add, lene, django_assert_num_queries):
    for number in range(many):
        look(add(name=f"Shelf {number}"))

    reader = entered(lene)
    with django_assert_num_queries(2):
        assert len(queries.source_rows(reader)) == many
    source = Source.objects.earliest("pk")
    with django_assert_num_queries(5):
        queries.story_of(source)
