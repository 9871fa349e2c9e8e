"""People say what takes their time, and only figures of five and more are ever told."""

from datetime import timedelta
from typing import Any

import pytest

from samspil.audit import actions
from samspil.audit.access import own_answer
from samspil.audit.models import Answer, Figures, Sheet, Task
from samspil.audit.queries import (
    figures_of,
    figures_of_tasks,
    given_of,
    listed_tasks,
    own_sheet,
    progress_of,
    rounds_for,
)
from samspil.core.audit import Given, Per
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.work.queries import topics_of
from tests.audit.conftest import FRIDAY, answered, listed, made_people, make_round
from tests.factories import MONDAY_9, make_colleague, make_process, make_team

NEXT_WEEK = MONDAY_9 + timedelta(days=7)
MAIL = Given(title="Answer mail", times=10, per=Per.DAY, minutes=12)


def test_a_person_says_what_takes_their_time_and_hands_it_in(round_, emil):
    sheet = actions.begin_sheet(round_, by=emil, at=MONDAY_9)
    answer = actions.type_task(sheet, "  Answer   mail ", at=MONDAY_9)

    actions.say(answer, MAIL, at=MONDAY_9)
    actions.hand_in(sheet, at=MONDAY_9)

    own = own_sheet(round_, of=emil)
    assert own is not None
    assert own.hours == 10.0
    assert given_of(own.answers[0]) == MAIL
    assert own.sheet.team is not None
    assert own.sheet.team.name == "Accounts"


def test_a_slip_is_named_and_loses_nothing(round_, emil):
    sheet = actions.begin_sheet(round_, by=emil, at=MONDAY_9)
    answer = actions.type_task(sheet, "Answer mail", at=MONDAY_9)
    actions.say(answer, MAIL, at=MONDAY_9)

    with pytest.raises(actions.UnfitAnswer, match="minutes must be more than 0") as why:
        actions.say(answer, Given(title="Answer mail", times=1, minutes=-3), at=MONDAY_9)

    answer.refresh_from_db()
    assert why.value.field == "minutes"
    assert given_of(answer) == MAIL


def test_what_contradicts_itself_is_not_handed_in(round_, emil):
    sheet = actions.begin_sheet(round_, by=emil, at=MONDAY_9)
    answer = actions.type_task(sheet, "Answer mail", at=MONDAY_9)
    actions.say(answer, Given(title="Answer mail", times=50, minutes=60), at=MONDAY_9)

    with pytest.raises(actions.NotReady, match=r"50 hours a week together, and your week has 37"):
        actions.hand_in(sheet, at=MONDAY_9)

    assert Sheet.objects.get(pk=sheet.pk).handed_in_at is None


def test_what_was_taken_away_comes_back_until_it_is_handed_in(round_, emil, lene):
    sheet = actions.begin_sheet(round_, by=emil, at=MONDAY_9)
    kept = actions.choose_task(sheet, listed("Answer mail", by=lene), at=MONDAY_9)
    actions.say(kept, MAIL, at=MONDAY_9)
    answer = actions.type_task(sheet, "Make coffee", at=MONDAY_9)

    assert actions.take_away(answer, at=MONDAY_9)
    assert actions.bring_back(answer, at=MONDAY_9)
    assert actions.take_away(answer, at=MONDAY_9)
    actions.hand_in(sheet, at=MONDAY_9)

    assert [one.title for one in Task.objects.order_by("pk")] == ["Answer mail"]


def test_what_was_handed_in_changes_only_once_it_is_taken_back(round_, emil, lene):
    sheet = answered(round_, emil, listed("Answer mail", by=lene))
    answer = sheet.answers.get()

    with pytest.raises(actions.NotNow, match="take it back"):
        actions.say(answer, MAIL, at=MONDAY_9)

    assert actions.take_back(sheet, at=MONDAY_9)
    actions.say(answer, MAIL, at=MONDAY_9)


def test_a_round_asks_only_its_teams_and_only_on_its_days(lene, emil):
    round_ = make_round(lene, teams=[make_team(lene)])

    assert rounds_for(emil, at=MONDAY_9) == []
    assert rounds_for(lene, at=MONDAY_9) == [round_]
    assert rounds_for(lene, at=NEXT_WEEK) == []
    with pytest.raises(actions.NotNow):
        actions.begin_sheet(round_, by=emil, at=MONDAY_9)


def test_what_five_people_say_is_told_once_the_round_is_over(round_, lene):
    task = listed("Answer mail", by=lene)
    for one in made_people(5, team="Sales"):
        answered(round_, one, task, wish=2)
    assert figures_of_tasks()[0].everybody is None

    assert actions.close_audit(round_, by=lene, at=MONDAY_9)

    (found,) = figures_of_tasks()
    assert found.task == task
    assert found.everybody is not None
    assert found.everybody.hours == 5.0
    assert [team.name for team, _figures in found.teams] == ["Sales"]
    assert figures_of(round_)[0].everybody == found.everybody
    assert not actions.close_audit(round_, by=lene, at=MONDAY_9)


def test_of_four_people_nothing_is_told(round_, lene):
    task = listed("Answer mail", by=lene)
    for one in made_people(4):
        answered(round_, one, task)

    actions.close_audit(round_, by=lene, at=MONDAY_9)

    assert not Figures.objects.exists()
    assert progress_of(round_).handed_in == 0


def test_who_withdraws_later_leaves_the_figures_and_no_word(round_, lene, emil):
    task = listed("Answer mail", by=lene)
    for one in made_people(5):
        answered(round_, one, task)
    sheet = answered(round_, emil, task)
    actions.close_audit(round_, by=lene, at=MONDAY_9)

    actions.withdraw(sheet)

    assert own_sheet(round_, of=emil) is None
    assert Answer.objects.count() == 5
    assert Figures.objects.get(team=None).people == 6


def test_drafts_are_not_counted_and_their_words_stay_their_own(round_, lene, emil):
    sheet = actions.begin_sheet(round_, by=emil, at=MONDAY_9)
    actions.say(actions.type_task(sheet, "My secret", at=MONDAY_9), MAIL, at=MONDAY_9)

    actions.close_audit(round_, by=lene, at=MONDAY_9)

    assert list(listed_tasks()) == []
    actions.withdraw(sheet)
    assert not Task.objects.exists()


def test_nobody_reads_the_answer_of_another(round_, lene, emil):
    sheet = answered(round_, emil, listed("Answer mail", by=lene))
    theirs = sheet.answers.get().public_id

    assert own_answer(theirs, of=emil).sheet == sheet
    with pytest.raises(Answer.DoesNotExist):
        own_answer(theirs, of=lene)


def test_the_journal_knows_the_round_and_nobody_who_answered(round_, lene, emil):
    answered(round_, emil, listed("Answer mail", by=lene))
    actions.close_audit(round_, by=None, at=NEXT_WEEK)

    entries = Entry.objects.exclude(event="colleague_taken_on")
    assert {"audit_opened", "task_added", "audit_closed"} <= {one.event for one in entries}
    assert str(emil.public_id) not in {one.actor for one in entries}


def test_a_round_ends_by_itself_after_its_last_day(round_):
    assert actions.close_due(at=MONDAY_9) == 0
    assert actions.close_due(at=NEXT_WEEK) == 1
    assert actions.close_due(at=NEXT_WEEK) == 0


def test_a_round_over_before_it_began_is_refused(lene):
    with pytest.raises(actions.UnfitRound, match="last day"):
        actions.open_audit(
            "X", opens=FRIDAY, closes=MONDAY_9.date(), teams=[], by=lene, at=MONDAY_9
        )
    with pytest.raises(actions.UnfitRound, match="name"):
        actions.open_audit(" ", opens=FRIDAY, closes=FRIDAY, teams=[], by=lene, at=MONDAY_9)


def test_only_who_shares_out_work_asks_and_keeps_the_list(emil):
    with pytest.raises(NotAllowed):
        make_round(emil)
    with pytest.raises(NotAllowed):
        listed("Answer mail", by=emil)


def test_a_task_belongs_to_live_work(lene):
    process = make_process(name="Customers")

    topic = topics_of(process)[0].key
    wanted = actions.Wanted(title="Answer mail", process=process, topic=topic)

    task = actions.add_task(wanted, by=lene, at=MONDAY_9)

    assert (task.process, task.topic) == (process, topic)
    with pytest.raises(actions.UnfitTask, match="no such topic"):
        actions.change_task(
            task, actions.Wanted(title="A", process=process, topic="none"), by=lene, at=MONDAY_9
        )
    assert actions.remove_task(task, by=lene, at=MONDAY_9)
    assert list(listed_tasks()) == []
    assert actions.restore_task(task, by=lene, at=MONDAY_9)


def test_a_task_of_the_library_is_there_once(round_, emil, lene):
    sheet = actions.begin_sheet(round_, by=emil, at=MONDAY_9)
    said: dict[str, Any] = {"title": "Order parts", "occupation": "43-4051.00", "at": MONDAY_9}

    one = actions.choose_of_library(sheet, 7, **said)
    again = actions.choose_of_library(sheet, 7, **said)

    assert one == again
    assert Task.objects.get().library == 7


@pytest.mark.parametrize("n", [1, 3])
def test_figures_cost_the_same_for_one_task_as_for_many(n, round_, lene, django_assert_num_queries):
    tasks = [listed(f"Task {one}", by=lene) for one in range(n)]
    for one in made_people(5, team="Sales"):
        answered(round_, one, *tasks)
    actions.close_audit(round_, by=lene, at=MONDAY_9)

    with django_assert_num_queries(2):
        assert len(figures_of_tasks()) == n


def test_who_is_erased_leaves_no_answer(round_, lene):
    leaver = make_colleague(Role.EMPLOYEE, email="leaver@example.com")
    sheet = actions.begin_sheet(round_, by=leaver, at=MONDAY_9)
    actions.type_task(sheet, "My own task", at=MONDAY_9)

    assert actions.forget_sheets("LEAVER@example.com") == 1

    assert not Task.objects.exists()
