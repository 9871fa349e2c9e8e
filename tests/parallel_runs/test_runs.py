"""A run starts, rests, ends by itself, and lets go what can no longer be compared."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.parallel_runs.falling_out import Gone
from samspil.core.parallel_runs.people import Part
from samspil.core.roles import NotAllowed
from samspil.core.routing import Reason
from samspil.parallel_runs import actions
from samspil.parallel_runs.actions import CannotRun, StalePair
from samspil.parallel_runs.models import Member, Pair, ParallelRun
from samspil.parallel_runs.queries import progress_of, results_of, run_at, waiting_for
from samspil.people.models import Colleague
from samspil.tenancy.actions import enter
from samspil.trust.actions import empty_cases
from samspil.work import actions as work
from samspil.work.models import Case, Cause, Message, Outgoing, Process
from tests.factories import ANGRY, MONDAY_9, make_case, make_colleague, make_process, make_team
from tests.parallel_runs.conftest import CAME, DECIDED, arrive, new_way, old_way, start

LATER = DECIDED + timedelta(minutes=30)
NEXT_DAY = MONDAY_9 + timedelta(days=1)


def test_a_run_begins_only_with_three_different_hands_where_ai_works_and_once_at_a_time(
    process, lene, olga, nils, sara
):
    with pytest.raises(CannotRun, match="three different people"):
        start(process, lene, nils, sara, new=[olga], settles=[olga])
    with pytest.raises(CannotRun, match="who does it the new way"):
        start(process, lene, nils, sara, new=[])
    with pytest.raises(CannotRun, match="who settles what differs"):
        start(process, lene, nils, sara, settles=[])
    with pytest.raises(CannotRun, match="The last day has passed already"):
        start(process, lene, nils, sara, until=(MONDAY_9 - timedelta(days=1)).date())
    with pytest.raises(CannotRun, match="Nobody is in the teams"):
        start(process, lene, nils, sara, old_team=make_team())
    with pytest.raises(NotAllowed):
        start(process, olga, nils, sara)
    Process.objects.update(closed=True)
    with pytest.raises(CannotRun, match="choose people who are in its teams"):
        start(process, lene, nils, sara)
    Process.objects.update(closed=False)
    work.stop(process, why="A test.", by=lene, at=MONDAY_9)
    with pytest.raises(CannotRun, match="AI does not work in this process now"):
        start(process, lene, nils, sara)
    work.lift_stop(process, by=lene, at=MONDAY_9)
    assert not ParallelRun.objects.exists()

    run = start(process, lene, nils, sara)

    with pytest.raises(CannotRun, match="A parallel run is under way"):
        start(process, lene, nils, sara)
    actions.end_run(run, by=lene, at=MONDAY_9)
    assert start(process, lene, nils, sara).ended_at is None


def test_a_wrong_start_is_undone_as_long_as_nothing_was_drawn(process, lene, nils, sara):
    actions.take_start_back(start(process, lene, nils, sara), by=lene, at=MONDAY_9)
    assert not ParallelRun.objects.exists()
    assert not Member.objects.exists()

    run = start(process, lene, nils, sara)
    arrive(process)

    with pytest.raises(CannotRun, match="A case was drawn already"):
        actions.take_start_back(run, by=lene, at=LATER)


def test_it_draws_its_share_for_the_team_of_the_old_way_and_ends_with_the_last_case(
    process, lene, olga, nils, sara
):
    team = make_team(olga, name="Old hands")
    run = start(process, lene, nils, sara, most=2, old_team=team)
    cases = [make_case(process, f"When is order {number} delivered?") for number in range(4)]

    work.propose_and_route([case.pk for case in cases], at=CAME)

    reasons = list(Case.objects.order_by("pk").values_list("reason", flat=True))
    assert reasons == ["parallel", "parallel", "person_decides", "person_decides"]
    assert set(Case.objects.filter(reason="parallel").values_list("team", flat=True)) == {team.pk}
    run = run_at(run.public_id)
    assert (run.drawn, run.ended_why, run.over_at) == (2, "cases", None)


def test_where_no_lot_falls_everything_is_as_before(process, lene, nils, sara):
    start(process, lene, nils, sara, share=1e-9)

    assert arrive(process).reason == Reason.PERSON_DECIDES
    assert not Pair.objects.exists()


def test_after_its_last_day_it_draws_no_more_even_before_anybody_ended_it(
    process, lene, nils, sara
):
    run = start(process, lene, nils, sara, until=MONDAY_9.date())
    case = make_case(process)

    work.propose_and_route([case.pk], at=NEXT_DAY)
    actions.follow_all(at=NEXT_DAY)

    case.refresh_from_db()
    assert case.reason == Reason.PERSON_DECIDES
    run = run_at(run.public_id)
    assert (run.ended_why, run.over_at) == ("day", NEXT_DAY)


def test_stopping_the_process_stops_the_run_at_once_and_a_person_lets_it_go_on(
    process, run, lene, olga, nils
):
    old_way(arrive(process), olga)
    held = actions.take(run, Part.NEW, by=nils, at=LATER)
    assert held is not None
    work.stop(process, why="A test.", by=lene, at=LATER)

    assert arrive(process).reason == Reason.STOPPED
    with pytest.raises(StalePair, match="rests now"):
        actions.answer_new_way(held, topic="delivery_status", text="", by=nils, at=LATER)
    actions.follow_all(at=LATER)
    assert run_at(run.public_id).paused_why == "stopped"
    assert waiting_for(nils) == []
    with pytest.raises(CannotRun, match="lift the stop first"):
        actions.resume_run(run, by=lene, at=LATER)
    work.lift_stop(process, by=lene, at=LATER)
    assert arrive(process).reason == Reason.PERSON_DECIDES
    actions.resume_run(run, by=lene, at=LATER)
    assert arrive(process).reason == Reason.PARALLEL
    actions.pause_run(run, by=lene, at=LATER)
    assert arrive(process).reason == Reason.PERSON_DECIDES


def unanswered(case: Case, by: Colleague) -> None:
    work.claim(case, by=by, at=CAME)
    work.decide(case, answer="", topic="", by=by, at=DECIDED)


def merged(case: Case, by: Colleague) -> None:
    work.merge(case, into=make_case(case.process), by=by, at=DECIDED)


def pressing(case: Case, by: Colleague) -> None:
    Message.objects.create(case=case, direction="in", at=DECIDED, text=ANGRY)
    assert work.look_again([case.pk], at=DECIDED) == 1


def taken_back(case: Case, by: Colleague) -> None:
    work.claim(case, by=by, at=CAME)
    work.decide(case, answer="", topic="delivery_status", by=by, at=DECIDED)
    actions.follow_all(at=DECIDED)
    case.refresh_from_db()
    work.reopen_unanswered(case, by=by, at=DECIDED)


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (unanswered, Gone.UNANSWERED), (merged, Gone.MERGED), (pressing, Gone.ANSWER_SEEN),
        (taken_back, Gone.TAKEN_BACK),
    ],
    ids=["unanswered", "merged", "pressing", "taken_back"],
)  # fmt: skip
def test_what_happens_elsewhere_lets_a_case_fall_out_with_its_reason(
    process, run, lene, olga, happens, why
):
    happens(arrive(process), olga)
    actions.end_run(run, by=lene, at=DECIDED)

    actions.follow_all(at=LATER)

    pair = Pair.objects.get()
    assert (pair.stage, pair.gone, pair.done_at) == ("out", why, LATER)
    assert progress_of([run])[run.pk].out == {why: 1}
    assert run_at(run.public_id).over_at == LATER
    assert results_of(run).n == 0


def test_what_is_erased_leaves_no_text_and_falls_out(process, run, olga, nils):
    case = arrive(process)
    old_way(case, olga, topic="invoice_and_payment")
    new_way(run, nils, text="My very own words.")
    Outgoing.objects.update(sent_at=LATER)

    empty_cases([case.pk], why=Cause.ASKED, by=None, at=LATER)

    assert not Pair.objects.exclude(new_text="").exists()
    assert not Pair.objects.exclude(new_by=None).exists()
    actions.follow_all(at=LATER)
    assert Pair.objects.get().gone == Gone.EMPTIED


def test_what_is_left_out_ends_the_run_and_names_nobody(process, run, lene, olga, nils):
    old_way(arrive(process), olga)
    actions.take(run, Part.NEW, by=nils, at=LATER)
    arrive(process)

    assert actions.leave_rest_out(run, by=lene, at=LATER) == 2

    run = run_at(run.public_id)
    assert (run.ended_why, run.over_at) == ("person", LATER)
    assert Pair.objects.filter(gone="left", holder=None, new_by=None).count() == 2
    with pytest.raises(CannotRun, match="is over"):
        actions.name_people(run, new=[nils], settles=[olga], by=lene, at=LATER)


def test_other_people_are_named_while_it_goes_on(process, run, lene, olga, nils, sara):
    other = make_colleague()
    old_way(arrive(process), olga)
    actions.follow_all(at=LATER)

    actions.name_people(run, new=[other], settles=[sara], by=lene, at=LATER)

    assert waiting_for(nils) == []
    assert [one.new for one in waiting_for(other)] == [1]
    with pytest.raises(NotAllowed):
        actions.take(run, Part.NEW, by=nils, at=LATER)
    with pytest.raises(CannotRun):
        actions.name_people(run, new=[olga], settles=[olga], by=lene, at=LATER)


def many(run: ParallelRun, *, people: int, n: int = 24) -> None:
    """So many finished pairs by so many people in each way; the new way takes half the minutes."""
    for part in (Part.OLD, Part.NEW):
        for _ in range(people):
            Member.objects.create(run=run, colleague=make_colleague(), part=part, took_part=True)
    case = make_case(run.process)
    Pair.objects.bulk_create(
        Pair(
            run=run, case=case, round=number + 1, reason="parallel", would="together",
            stage="done", drawn_at=MONDAY_9, old_seconds=600 + 30 * number,
            new_seconds=300 + 10 * number, old_at=MONDAY_9, same=number > 1,
            right="new" if number < 2 else "both", done_at=MONDAY_9,
        )
        for number in range(n)
    )  # fmt: skip


def test_minutes_and_errors_are_told_once_it_is_over_and_of_five_people_or_more(run):
    many(run, people=5)
    assert results_of(run).minutes is None
    assert results_of(run).agreement.hits == 22
    ParallelRun.objects.update(ended_at=MONDAY_9, ended_why="person", over_at=MONDAY_9)

    found = results_of(run_at(run.public_id))

    assert found.minutes is not None
    assert found.errors is not None
    assert found.minutes.old == 15.75
    assert found.minutes.new == pytest.approx(83 / 12)
    assert (found.errors.old.hits, found.errors.new.hits) == (2, 0)
    Member.objects.filter(part=Part.NEW, took_part=True).earliest("pk").delete()
    assert results_of(run_at(run.public_id)).minutes is None


def test_lists_cost_the_same_for_one_run_and_for_three(process, lene, nils, sara, olga):
    def cost() -> int:
        with CaptureQueriesContext(connection) as read:
            waiting_for(nils)
            progress_of(list(ParallelRun.objects.all()))
        return len(read)

    start(process, lene, nils, sara)
    old_way(arrive(process), olga)
    actions.follow_all(at=LATER)
    one = cost()
    for _ in range(2):
        other = make_process(team=make_team(olga))
        start(other, lene, nils, sara)
        old_way(arrive(other), olga)
    actions.follow_all(at=LATER)

    assert len(waiting_for(nils)) == 3
    assert cost() == one


def test_runs_are_an_organisations_own(run, other_organisation):
    with enter(other_organisation):
        assert not ParallelRun.objects.exists()
        with pytest.raises(ParallelRun.DoesNotExist):
            run_at(run.public_id)
