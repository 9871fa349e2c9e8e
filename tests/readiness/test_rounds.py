"""Rounds: who is asked, what is kept of whom, and what is told when they are over."""

from datetime import date, timedelta

import pytest

from samspil.core.readiness.changes import Course
from samspil.core.readiness.figures import Group
from samspil.core.readiness.statements import STATEMENTS, Area
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.readiness import actions, queries
from samspil.readiness.models import Figure, Round, Sheet
from samspil.tenancy.actions import enter
from tests.factories import MONDAY_9, make_colleague, make_team
from tests.readiness.arranging import ANSWERS, FRIDAY, hand_in, make_round, over

WEDNESDAY, SATURDAY = MONDAY_9 + timedelta(days=2), MONDAY_9 + timedelta(days=5)
FIRST = STATEMENTS[0].key


def middle(round_: Round, what: str, group: Group = Group.ALL) -> float | None:
    """What is told of an area or a statement."""
    told = queries.picture_of(round_).of(what, group)
    assert told is not None
    return told.mean


def courses(rows: list[queries.Compared]) -> set[tuple[Course | None, Course | None]]:
    """Where each area goes, since the round before and since the first."""
    both = [(one.since_last, one.since_first) for one in rows]
    return {
        (last.course if last else None, first.course if first else None) for last, first in both
    }


def test_only_who_shares_out_work_begins_a_round_and_never_two_at_once(lene, emil, six):
    with pytest.raises(NotAllowed):
        make_round(emil)
    for wrong in ({"name": " "}, {"name": "x" * 121}, {"closes": date(2026, 3, 1)}):
        with pytest.raises(actions.UnfitRound):
            make_round(lene, **wrong)
    make_round(lene)

    with pytest.raises(actions.UnfitRound, match="goes on already"):
        make_round(lene, name="Another")


def test_a_round_that_asks_too_few_is_not_begun(lene, emil, six):
    for team in (make_team(name="Empty"), make_team(emil, *six[:3], name="Four")):
        with pytest.raises(actions.UnfitRound, match="fewer than five"):
            make_round(lene, teams=[team])

    assert Round.objects.count() == 0
    assert queries.asked_people(make_round(lene, teams=[make_team(*six)])).count() == 6


def test_what_is_kept_while_it_goes_on_names_nobody(lene, emil, six):
    round_ = make_round(lene)
    before = Entry.objects.count()
    hand_in(round_, emil)

    sheet = Sheet.objects.get()
    assert {one.name for one in Sheet._meta.get_fields()} == {
        "id", "organisation", "round", "mark", "answers", "handed_in",
    }  # fmt: skip
    assert emil.public_id.hex not in sheet.mark
    assert Entry.objects.count() == before
    assert queries.own_sheet(round_, of=emil) == sheet
    assert queries.own_sheet(round_, of=lene) is None


def test_who_has_another_key_finds_nobody(lene, emil, six, settings):
    round_ = make_round(lene)
    hand_in(round_, emil)

    settings.MARK_KEY = b"another"

    assert queries.own_sheet(round_, of=emil) is None


def test_answers_are_changed_until_they_are_handed_in_and_withdrawn_until_the_end(lene, emil, six):
    round_ = make_round(lene)
    actions.keep_answers(round_, {FIRST: 1}, by=emil, at=MONDAY_9)
    actions.keep_answers(round_, {FIRST: 2}, by=emil, at=MONDAY_9)
    with pytest.raises(actions.NotReady) as why:
        actions.hand_in(round_, by=emil, at=MONDAY_9)
    assert len(why.value.left) == len(STATEMENTS) - 1
    hand_in(round_, emil, **{FIRST: 4})

    with pytest.raises(actions.NotNow):
        actions.keep_answers(round_, {FIRST: 5}, by=emil, at=MONDAY_9)
    with pytest.raises(actions.NotNow):
        actions.hand_in(round_, by=emil, at=MONDAY_9)
    assert actions.take_back(round_, by=emil, at=MONDAY_9)
    assert not actions.take_back(round_, by=emil, at=MONDAY_9)
    assert Sheet.objects.get().answers[FIRST] == 4
    assert actions.withdraw(round_, by=emil)
    assert not actions.withdraw(round_, by=emil)
    assert Sheet.objects.count() == 0


def test_only_those_asked_answer_and_only_on_the_scale(lene, emil, six):
    round_ = make_round(lene, teams=[make_team(*six)])

    with pytest.raises(actions.NotNow):
        actions.keep_answers(round_, ANSWERS, by=emil, at=MONDAY_9)
    with pytest.raises(actions.UnfitAnswers):
        actions.keep_answers(round_, {FIRST: 9}, by=six[0], at=MONDAY_9)
    with pytest.raises(actions.NotNow):
        actions.keep_answers(round_, ANSWERS, by=six[0], at=SATURDAY)


def test_when_it_is_over_it_is_counted_once_and_every_answer_is_gone(lene, emil, six):
    round_ = make_round(lene)
    hand_in(round_, *six)
    actions.keep_answers(round_, dict.fromkeys(ANSWERS, 5), by=emil, at=MONDAY_9)

    assert actions.close_round(round_, by=lene, at=MONDAY_9)
    assert not actions.close_round(round_, by=lene, at=MONDAY_9)

    told = Round.objects.get()
    assert (told.people, told.leaders, told.others) == (6, None, None)
    assert Sheet.objects.count() == 0
    assert Figure.objects.count() == len(Area) + len(STATEMENTS)
    assert middle(told, Area.GOALS) == 3
    for late in (actions.hand_in, actions.take_back):
        with pytest.raises(actions.NotNow):
            late(round_, by=emil, at=MONDAY_9)
    with pytest.raises(actions.NotNow):
        actions.withdraw(round_, by=emil)


def test_a_round_of_four_tells_nothing_and_keeps_nothing(lene, emil, six):
    round_ = make_round(lene)
    hand_in(round_, *six[:4])

    assert queries.progress_of(round_).handed_in == 0
    actions.close_round(round_, by=lene, at=MONDAY_9)

    told = Round.objects.get()
    assert (told.people, told.settled_at) == (None, MONDAY_9)
    assert (Figure.objects.count(), Sheet.objects.count()) == (0, 0)


def test_leaders_are_told_apart_by_their_roles_at_the_end(lene, six):
    leaders = [lene, *(make_colleague(Role.LEADER) for _ in range(4))]
    round_ = make_round(lene)
    hand_in(round_, *leaders, **{FIRST: 5})
    hand_in(round_, *six, **{FIRST: 1})

    actions.close_round(round_, by=None, at=MONDAY_9)

    told = Round.objects.get()
    assert (told.leaders, told.others) == (5, 6)
    assert [middle(told, FIRST, one) for one in Group] == [2.8, 4.5, 1.5]


def test_progress_goes_in_steps_of_five(lene, emil, six):
    round_ = make_round(lene)
    hand_in(round_, *six)

    far = queries.progress_of(round_)

    assert (far.asked, far.handed_in) == (8, 5)


def test_letters_go_to_those_asked_once_and_one_reminder_to_the_silent(lene, emil, six, letters):
    round_ = make_round(lene, teams=[make_team(emil, *six)])
    hand_in(round_, *six)
    assert actions.remind_due(at=WEDNESDAY) == 0
    assert actions.invite(round_, by=lene, at=MONDAY_9)
    assert not actions.invite(round_, by=lene, at=MONDAY_9)

    assert actions.send_invitations(round_) == 7
    assert f"/readiness/rounds/{round_.public_id}/mine/" in letters()[emil.user.email]
    assert actions.remind_due(at=MONDAY_9) == 0
    assert actions.remind_due(at=WEDNESDAY) == 1
    assert actions.remind_due(at=WEDNESDAY) == 0
    assert queries.still_silent(round_) == [emil]


def test_rounds_end_by_themselves_and_days_are_changed_until_then(lene, emil, six):
    round_ = make_round(lene)
    actions.change_last_day(round_, date(2026, 3, 7), by=lene, at=MONDAY_9)
    assert actions.close_due(at=SATURDAY) == 0
    assert actions.close_due(at=SATURDAY + timedelta(days=1)) == 1

    for late in (
        lambda: actions.change_last_day(round_, FRIDAY, by=lene, at=MONDAY_9),
        lambda: actions.invite(Round.objects.get(), by=lene, at=MONDAY_9),
    ):
        with pytest.raises(actions.UnfitRound):
            late()
    assert make_round(lene, name="Next").settled_at is None


def test_who_is_forgotten_leaves_no_answer(lene, emil, six):
    round_ = make_round(lene)
    hand_in(round_, emil, six[0])

    assert len(list(queries.open_answers_of(emil.user.email.upper()))) == len(STATEMENTS)
    assert actions.forget_answers(emil.user.email.upper()) == 1

    assert Sheet.objects.get() == queries.own_sheet(round_, of=six[0])
    assert list(queries.open_answers_of(emil.user.email)) == []


def test_rounds_beside_each_other_say_what_can_be_told(
    lene, six, organisation, other_organisation, django_assert_num_queries
):
    people = [*six, *(make_colleague() for _ in range(14))]
    over(lene, people, name="First", value=2)
    over(lene, people, name="Second", value=4)

    assert courses(queries.compared(queries.pictures(most=6))) == {(Course.UP, Course.UP)}
    over(lene, people, name="Third", value=4)
    with django_assert_num_queries(3):
        rows = queries.compared(queries.pictures(most=6))
    assert courses(rows) == {(Course.UNTOLD, Course.UP)}
    with enter(other_organisation):
        assert queries.pictures(most=6) == []
