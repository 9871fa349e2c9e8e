"""Do one thing to many cases: what is left out and why, and how all of it is undone."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.core.bulk import BulkAction, LeftOut
from samspil.core.lifecycle import Stage
from samspil.core.roles import NotAllowed, Role
from samspil.journal.queries import about
from samspil.review import actions as marks
from samspil.review.models import Batch, BatchCase, CaseTag, Tag
from samspil.review.queries.batches import Asked, outcome_of
from samspil.work import actions
from samspil.work.models import Case, Decision, Outgoing
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)  # fmt: skip
from tests.pages import source, words

LATER = MONDAY_9 + timedelta(hours=1)
TUESDAY_9 = MONDAY_9 + timedelta(days=1)
CHOSEN, DO = "/work/chosen/", "/work/chosen/do/"


@pytest.fixture
def other(anna):
    return make_team(anna, name="Second line")


@pytest.fixture
def three(process):
    return [make_waiting(process, f"{ORDINARY} Number {i}.") for i in range(3)]


def fresh(cases):
    return [Case.objects.get(pk=case.pk) for case in cases]


def events(case):
    return [entry.event for entry in about(str(case.public_id))]


def move(cases, team, by, at=LATER):
    asked = Asked(action=BulkAction.MOVE, team=team.pk)
    return marks.do_to_many(cases, asked, by=by, at=at)


def ids(cases):
    return ",".join(str(case.public_id) for case in cases)


def test_many_cases_move_to_a_team_and_the_others_are_named(process, three, anna, other):
    berit = make_colleague()
    process.levels.first().team.members.add(berit)
    held = make_claimed(process, berit)
    angry = make_waiting(process, ANGRY)

    batch = move([*three, held, angry], other, anna)

    outcome = outcome_of(batch, reader=batch.by)
    assert {case.team for case in fresh(three)} == {other}
    assert (outcome.done, outcome.left) == (3, 2)
    assert outcome.reasons == [
        "1 left out: somebody holds it",
        "1 left out: it is an experienced person's matter (level 3), to be judged by itself",
    ]
    assert [events(case)[-1] for case in three] == ["handed_over"] * 3
    assert events(held)[-1] == "claimed"


def test_all_of_it_is_undone_in_one_go(three, anna, other, team):
    batch = move(three, other, anna)

    marks.undo_batch(batch, by=anna, at=LATER + timedelta(minutes=5))

    assert {case.team for case in fresh(three)} == {team}
    assert [events(case)[-1] for case in three] == ["hand_over_undone"] * 3
    assert outcome_of(batch, reader=batch.by).undone == 3


def test_undoing_leaves_alone_what_somebody_moved_since(three, anna, other):
    batch = move(three, other, anna)
    actions.claim(fresh(three)[1], by=anna, at=LATER)

    marks.undo_batch(batch, by=anna, at=LATER)

    assert [case.stage for case in fresh(three)] == ["waiting", "claimed", "waiting"]
    outcome = outcome_of(batch, reader=anna)
    assert (outcome.undone, outcome.left) == (2, 1)
    assert BatchCase.objects.get(case=three[1]).outcome == LeftOut.MOVED_ON


def test_a_note_written_since_does_not_stand_in_the_way_of_undoing(three, anna, other, team):
    batch = move(three, other, anna)
    marks.write_note(three[0], text="Look", by=anna, at=LATER)

    marks.undo_batch(batch, by=anna, at=LATER)

    assert {case.team for case in fresh(three)} == {team}


@pytest.mark.parametrize("minutes", [61, 600])
def test_it_cannot_be_undone_much_later(three, anna, other, minutes):
    batch = move(three, other, anna)

    with pytest.raises(marks.NotUndone, match="too late"):
        marks.undo_batch(batch, by=anna, at=LATER + timedelta(minutes=minutes))


def test_nobody_else_undoes_it(three, anna, other):
    batch = move(three, other, anna)

    with pytest.raises(marks.NotUndone):
        marks.undo_batch(batch, by=make_colleague(Role.LEADER), at=LATER)


def test_it_is_undone_once(three, anna, other):
    batch = move(three, other, anna)
    marks.undo_batch(batch, by=anna, at=LATER)

    with pytest.raises(marks.NotUndone):
        marks.undo_batch(Batch.objects.get(), by=anna, at=LATER)


def test_many_are_put_aside_until_a_time_and_come_back(three, anna):
    asked = Asked(action=BulkAction.PUT_ASIDE, until=TUESDAY_9)
    batch = marks.do_to_many(three, asked, by=anna, at=LATER)
    aside = {case.snoozed_until for case in fresh(three)}

    marks.undo_batch(batch, by=anna, at=LATER)

    assert aside == {TUESDAY_9}
    assert {case.snoozed_until for case in fresh(three)} == {None}


def test_nothing_is_put_aside_into_the_past(three, anna):
    asked = Asked(action=BulkAction.PUT_ASIDE, until=MONDAY_9)

    with pytest.raises(actions.NotInFuture):
        marks.do_to_many(three, asked, by=anna, at=LATER)
    assert not Batch.objects.exists()


def test_a_tag_is_given_to_closed_cases_too_and_taken_off_again(three, anna):
    tag = marks.tag_named("Flood", by=anna)
    actions.close_unanswered(three[0], why="spam", by=anna, at=LATER)
    asked = Asked(action=BulkAction.TAG, tag=tag.pk)
    batch = marks.do_to_many(fresh(three), asked, by=anna, at=LATER)
    worn = CaseTag.objects.filter(tag=tag).count()

    marks.undo_batch(batch, by=anna, at=LATER)

    assert worn == 3
    assert not CaseTag.objects.exists()


def test_a_tag_that_was_there_before_stays_when_tagging_is_undone(three, anna):
    tag = marks.tag(three[0], name="flood", by=anna, at=MONDAY_9)
    asked = Asked(action=BulkAction.TAG, tag=tag.pk)
    batch = marks.do_to_many(three, asked, by=anna, at=LATER)

    marks.undo_batch(batch, by=anna, at=LATER)

    assert [one.case for one in CaseTag.objects.all()] == [three[0]]
    assert BatchCase.objects.get(case=three[0]).outcome == LeftOut.ALREADY


def test_a_tag_taken_off_many_can_be_put_back(three, anna):
    tag = marks.tag(three[0], name="flood", by=anna, at=MONDAY_9)
    asked = Asked(action=BulkAction.UNTAG, tag=tag.pk)
    batch = marks.do_to_many(three, asked, by=anna, at=LATER)
    bare = not CaseTag.objects.exists()

    marks.undo_batch(batch, by=anna, at=LATER)

    assert bare
    assert CaseTag.objects.get().case == three[0]


def test_many_become_more_pressing_and_their_deadline_nearer(three, anna):
    asked = Asked(action=BulkAction.RAISE, level="3")
    batch = marks.do_to_many(three, asked, by=anna, at=MONDAY_9)
    raised = fresh(three)

    marks.undo_batch(batch, by=anna, at=MONDAY_9)

    assert {case.level for case in raised} == {"3"}
    assert [case.risk for case in raised] == pytest.approx([0.6] * 3)
    assert all(after.due_at < before.due_at for before, after in zip(three, raised, strict=True))
    assert [(case.level, case.risk, case.due_at) for case in fresh(three)] == [
        (case.level, case.risk, case.due_at) for case in three
    ]


def test_those_of_one_sender_are_merged_into_the_oldest(process, anna):
    one, two = make_waiting(process), make_waiting(process, "Where is my heat pump now?")
    arrival = actions.Arrival(text=ORDINARY, sender="other@example.com")
    stranger = actions.open_cases([arrival], process=process, at=MONDAY_9).cases[0]
    actions.propose_and_route([stranger.pk], at=MONDAY_9)
    asked = Asked(action=BulkAction.MERGE)

    batch = marks.do_to_many(fresh([two, stranger, one]), asked, by=anna, at=LATER)

    assert [case.merged_into for case in fresh([one, two, stranger])] == [None, one, None]
    assert outcome_of(batch, reader=batch.by).reasons == [
        "1 left out: no other case of the same sender is among those chosen"
    ]
    marks.undo_batch(batch, by=anna, at=LATER)
    assert {case.stage for case in fresh([one, two])} == {Stage.WAITING}


def test_a_grave_case_takes_others_in_and_is_not_merged_away(process, anna):
    plain, grave = make_waiting(process), make_waiting(process, ANGRY)

    marks.do_to_many([plain, grave], Asked(action=BulkAction.MERGE), by=anna, at=LATER)

    assert [case.merged_into for case in fresh([plain, grave])] == [grave, None]


def test_spam_is_closed_without_a_reply_and_the_journal_says_why(three, anna):
    asked = Asked(action=BulkAction.CLOSE)

    batch = marks.do_to_many(three, asked, by=anna, at=LATER, why="spam")

    assert {case.stage for case in fresh(three)} == {Stage.CLOSED}
    assert {decision.answer for decision in Decision.objects.all()} == {""}
    assert not Outgoing.objects.exists()
    assert events(three[0])[-2:] == ["claimed", "decided"]
    assert '"why":"spam"' in list(about(str(three[0].public_id)))[-1].facts
    marks.undo_batch(batch, by=anna, at=LATER)
    assert {(case.stage, case.claimed_by) for case in fresh(three)} == {(Stage.WAITING, None)}
    assert not Decision.objects.exists()


@pytest.mark.parametrize("text", [ANGRY, "My husband died. Where is my delivery?"])
def test_who_is_dissatisfied_or_in_a_hard_place_is_never_closed_among_many(process, anna, text):
    case = make_waiting(process, text)
    marks.do_to_many([case], Asked(action=BulkAction.CLOSE), by=anna, at=LATER, why="spam")

    assert fresh([case])[0].stage == Stage.WAITING
    assert events(case)[-1] == "routed"


def test_cases_of_another_team_are_left_out(anna, other):
    theirs = make_waiting(make_process(team=make_team()))

    batch = move([theirs], other, anna)

    assert outcome_of(batch, reader=batch.by).reasons == ["1 left out: it waits for another team"]


def test_whoever_decides_no_cases_changes_none(three, other):
    with pytest.raises(NotAllowed):
        move(three, other, make_colleague(Role.HR))


def test_a_batch_that_stopped_half_way_goes_on_and_does_nothing_twice(three, anna, other):
    batch = move(three, other, anna)
    Batch.objects.update(progress="running")
    BatchCase.objects.filter(case=three[2]).update(outcome="")
    Case.objects.filter(pk=three[2].pk).update(team=three[2].team)

    marks.run_batch(Batch.objects.get(), at=LATER)

    assert [events(case).count("handed_over") for case in three] == [1, 1, 2]
    assert outcome_of(batch, reader=batch.by).done == 3


def test_more_than_are_done_at_once_are_done_in_the_background(process, anna, other, monkeypatch):
    monkeypatch.setattr("samspil.review.actions.batches.AT_ONCE", 20)
    cases = [make_waiting(process) for _ in range(21)]

    batch = move(cases, other, anna)

    assert (batch.progress, outcome_of(batch, reader=batch.by).share) == ("running", 0.0)
    marks.run_batch(batch, at=LATER)
    assert outcome_of(batch, reader=batch.by).done == 21


def test_planning_costs_the_same_for_one_and_for_three(three, anna, other):
    from samspil.review.queries.batches import plan

    def cost(cases, action):
        with CaptureQueriesContext(connection) as seen:
            plan(cases, Asked(action=action, team=other.pk, tag=1), by=anna)
        return len(seen)

    cases = list(Case.objects.select_related("process", "team"))
    for action in BulkAction:
        assert cost(cases[:1], action) == cost(cases, action) <= 3


def test_rows_can_be_chosen_and_moved_without_javascript(annas, three, other):
    list_page = annas.get("/work/")
    chosen = annas.post(CHOSEN, {"case": [str(case.public_id) for case in three]})
    done = annas.post(
        DO, {"cases": ids(three), "action": "move", "team": str(other.public_id)}, follow=True
    )

    assert source(list_page).count('name="case"') == 3
    assert "With 3 cases" in words(chosen)
    assert "3 cases moved." in words(done)
    assert {case.team for case in fresh(three)} == {other}
    undo = f"/work/batches/{Batch.objects.get().public_id}/undo/"
    assert undo in source(done)
    assert "3 cases are as they were." in words(annas.post(undo, follow=True))


def test_all_that_match_the_filter_are_chosen_with_their_number(annas, process, three):
    make_waiting(process, ANGRY)

    answer = annas.post(f"{CHOSEN}?level=3", {"every": "yes"})

    assert "With 1 case" in words(answer)


def test_what_was_chosen_on_other_pages_counts_too(annas, three):
    answer = annas.post(CHOSEN, {"case": str(three[0].public_id), "also": ids(three[1:])})

    assert "With 3 cases" in words(answer)


def test_nothing_chosen_says_so(annas, three):
    assert "Choose some cases first." in words(annas.post(CHOSEN, {}, follow=True))


@pytest.mark.parametrize(
    "fields",
    [
        {"action": "move"},
        {"action": "put_aside", "day": "yesterday"},
        {"action": "put_aside", "day": "2020-01-01"},
        {"action": "close", "why": "I do not like it"},
        {"action": "tag", "name": ""},
        {"action": "agree"},
    ],
)
def test_what_is_not_said_or_not_lawful_changes_nothing(annas, three, fields):
    answer = annas.post(DO, {"cases": ids(three), **fields})

    assert answer.status_code == 422
    assert not Batch.objects.exists()
    assert "With 3 cases" in words(answer)


def test_the_page_says_beforehand_what_would_be_left_out(annas, process, three):
    make_waiting(process, ANGRY)

    answer = annas.post(CHOSEN, {"every": "yes"})

    said = words(answer)
    assert "1 left out: it is an experienced person's matter (level 3)" in said
    assert "Do it to 3 cases" in said
    assert "Do it to 4 cases" in said


def test_what_was_left_out_is_named_on_a_page_of_its_own(annas, process, three, other):
    angry = make_waiting(process, ANGRY)
    sent = {"cases": ids([*three, angry]), "action": "move", "team": str(other.public_id)}

    said = words(annas.post(DO, sent, follow=True))

    assert "3 cases moved" in said
    assert ANGRY in said
    assert "Undo all of it" in said


def test_batches_older_than_a_month_are_forgotten(three, anna, other):
    move(three, other, anna)

    move(three, other, anna, at=LATER + timedelta(days=31))
    marks.sweep_batches(at=LATER + timedelta(days=31))

    assert Batch.objects.count() == 1


def test_a_morning_is_one_in_the_organisations_zone(annas, three):
    day = timezone.localdate() + timedelta(days=3)

    annas.post(DO, {"cases": ids(three), "action": "put_aside", "day": day.isoformat()})

    until = fresh(three)[0].snoozed_until
    early = {datetime(day.year, day.month, day.day, hour, tzinfo=UTC) for hour in (6, 7)}
    assert until.astimezone(UTC) in early
    assert not Tag.objects.exists()
