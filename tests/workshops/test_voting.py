"""An anonymous vote, and what lands: what is told, what is kept, and what nobody can know."""

from datetime import timedelta

import pytest
from django.apps import apps

from samspil.allocation.models import Estimate
from samspil.allocation.queries import portfolio
from samspil.audit.actions import Wanted, add_task
from samspil.audit.models import Task
from samspil.audit.queries import listed_tasks
from samspil.core.pipeline.plan import Item
from samspil.core.roles import NotAllowed
from samspil.core.workshops.phases import Phase
from samspil.pipeline.actions import Plan, change_initiative, hand_out
from samspil.pipeline.models import Initiative
from samspil.trust.queries.holding import held_beside, person_at
from samspil.workshops import actions, queries
from samspil.workshops.actions import Idea, Refused
from samspil.workshops.models import Ballot, Landing, PlaceMove, Proposal, Seat, Workshop
from tests.factories import MONDAY_9, make_colleague
from tests.workshops.conftest import go


def test_a_vote_is_changed_not_doubled_and_points_that_are_not_there_are_refused(
    voting, workshop, lene, guests
):
    first, second = voting
    actions.vote(workshop, {first.pk: 5}, by=guests[0])
    actions.vote(workshop, {first.pk: 1, second.pk: 2}, by=guests[0])
    with pytest.raises(Refused, match="spread 6 points, and there are 5"):
        actions.vote(workshop, {first.pk: 6}, by=guests[0])
    with pytest.raises(NotAllowed):
        actions.vote(workshop, {first.pk: 1}, by=lene)

    assert queries.own_points(guests[0], workshop=workshop) == {first.pk: 1, second.pk: 2}
    assert queries.own_points(guests[1], workshop=workshop) == {}
    assert sum(Ballot.objects.values_list("points", flat=True)) == 3
    assert queries.room_of(workshop).voting == 0
    actions.vote(workshop, {}, by=guests[0])
    assert Ballot.objects.count() == 0


def test_of_four_votes_nothing_is_told_and_nothing_kept(voting, workshop, lene, guests):
    for one in guests[:4]:
        actions.vote(workshop, {voting[0].pk: 5}, by=one)

    go(workshop, lene, Phase.RESULT)

    assert (workshop.voters, workshop.voted_at) == (None, MONDAY_9)
    assert set(Proposal.objects.values_list("points", flat=True)) == {None}
    assert Ballot.objects.count() == 0


def test_nobody_can_tell_whose_a_vote_was_once_it_is_closed(voting, workshop, lene, guests):
    for number, one in enumerate(guests):
        actions.vote(workshop, {voting[number % 2].pk: 5}, by=one)
    marks = set(Ballot.objects.values_list("mark", flat=True))
    assert len(marks) == 6

    go(workshop, lene, Phase.RESULT)

    assert workshop.voters == 6
    assert [one.points for one in queries.open_proposals(workshop)] == [15, 15]
    kept = [row for model in apps.get_models() for row in model._base_manager.all()]
    assert not any(mark in str(vars(row)) for row in kept for mark in marks)
    assert not any(isinstance(row, Ballot) for row in kept)
    with pytest.raises(Refused, match="another phase: Result"):
        actions.vote(workshop, {voting[0].pk: 1}, by=guests[0])


def test_who_votes_again_after_going_back_begins_with_nothing(voting, workshop, lene, guests):
    for one in guests[:5]:
        actions.vote(workshop, {voting[0].pk: 5}, by=one)

    go(workshop, lene, Phase.ESTIMATE, Phase.VOTE, Phase.RESULT)
    assert workshop.voters == 5
    go(workshop, lene, Phase.VOTE)

    assert (workshop.voters, workshop.voted_at) == (None, None)
    assert queries.room_of(workshop).standings[0].proposal.points is None


def test_a_ballot_holds_neither_person_nor_time_and_goes_when_one_asks_to_be_forgotten(
    voting, workshop, guests
):
    actions.vote(workshop, {voting[0].pk: 5}, by=guests[0])
    held = held_beside(person_at(guests[0].user.email))["workshops"]

    columns = {field.name for field in Ballot._meta.fields}
    assert columns == {"id", "organisation", "proposal", "mark", "points"}
    assert held == [{
        "workshop": "What takes us time", "table": "Sales", "brings": "", "proposals": "",
        "points": "Write quotations: 5",
    }]  # fmt: skip
    assert actions.forget_seats(guests[0].user.email) == 1
    assert (Ballot.objects.count(), Seat.objects.count()) == (0, 5)


def test_a_room_that_nobody_ends_is_ended_by_its_time(voting, workshop, guests):
    actions.vote(workshop, {voting[0].pk: 5}, by=guests[0])
    Workshop.objects.update(day=MONDAY_9.date())
    late = MONDAY_9 + timedelta(days=40)

    assert actions.sweep_seats(at=MONDAY_9 + timedelta(days=29)) == 0
    assert actions.sweep_ballots(at=late) == 1
    assert actions.sweep_seats(at=late) == 6

    workshop.refresh_from_db()
    assert (workshop.code, workshop.took_part, workshop.ended_at) == ("", 6, late)
    assert Proposal.objects.filter(author__isnull=False).count() == 0


def test_what_is_chosen_lands_once_with_its_ranges_and_is_taken_back(
    voting, workshop, lene, guests
):
    with pytest.raises(Refused, match="Close the vote first"):
        actions.land(workshop, voting, by=lene, at=MONDAY_9)
    go(workshop, lene, Phase.RESULT)
    with pytest.raises(Refused, match="at least one"):
        actions.land(workshop, [], by=lene, at=MONDAY_9)

    assert len(actions.land(workshop, [*voting, voting[0]], by=lene, at=MONDAY_9)) == 2
    assert actions.land(workshop, voting, by=lene, at=MONDAY_9) == []

    assert [one.title for one in listed_tasks()] == ["Minutes of meetings", "Write quotations"]
    estimate = Estimate.objects.get()
    assert (estimate.saved_low, estimate.saved_high, estimate.hours_low) == (0.2, 0.5, 12)
    assert portfolio(now=MONDAY_9).rows[0].candidate.gain.high == pytest.approx(6)
    one = Initiative.objects.get(name="Write quotations")
    assert "What the hours would be used for: Visit customers." in one.aim
    assert (one.criteria, one.stage, one.owner) == ("Fewer wrong prices.", "poc", lene)
    with pytest.raises(Refused, match="have landed"):
        actions.step(workshop, Phase.VOTE, by=lene, at=MONDAY_9)

    for landing in list(Landing.objects.all()):
        actions.take_off(landing, by=lene, at=MONDAY_9)
        actions.take_off(landing, by=lene, at=MONDAY_9)
    assert (Initiative.objects.count(), Estimate.objects.count()) == (0, 0)
    assert list(listed_tasks()) == []
    go(workshop, lene, Phase.VOTE)


@pytest.mark.parametrize("gone_on", ["planned", "given"])
def test_what_somebody_has_gone_on_with_is_not_taken_back(gone_on, voting, workshop, lene):
    go(workshop, lene, Phase.RESULT)
    (landing,) = actions.land(workshop, voting[:1], by=lene, at=MONDAY_9)
    plan = Plan(name="Quotations", aim="Faster.", owner=lene)
    if gone_on == "planned":
        change_initiative(landing.initiative, plan, by=lene, at=MONDAY_9)
    else:
        hand_out([(landing.initiative, Item.LAW)], to=make_colleague(), by=lene, at=MONDAY_9)

    with pytest.raises(Refused, match="gone on with the initiative"):
        actions.take_off(landing, by=lene, at=MONDAY_9)

    assert (Landing.objects.count(), Estimate.objects.count()) == (1, 1)
    assert Task.objects.get().removed_at is None


def test_a_task_that_was_there_is_taken_and_stays_when_it_is_taken_back(voting, workshop, lene):
    known = add_task(Wanted(title="write QUOTATIONS"), by=lene, at=MONDAY_9)
    go(workshop, lene, Phase.RESULT)

    (landing,) = actions.land(workshop, voting[:1], by=lene, at=MONDAY_9)
    assert (landing.task, landing.new_task) == (known, False)
    actions.take_off(landing, by=lene, at=MONDAY_9)

    assert list(listed_tasks()) == [known]


def test_the_order_is_changed_for_a_reason_and_put_back(voting, workshop, lene):
    go(workshop, lene, Phase.RESULT)
    first, second = (one.proposal for one in queries.room_of(workshop).standings)
    with pytest.raises(Refused, match="Say why"):
        actions.move_to_place(second, 1, why=" ", by=lene, at=MONDAY_9)

    move = actions.move_to_place(second, 1, why="The law comes first.", by=lene, at=MONDAY_9)
    assert [one.proposal for one in queries.room_of(workshop).standings] == [second, first]
    assert queries.room_of(workshop).standings[0].by_rule.place == 2

    assert actions.undo_move(move, by=lene, at=MONDAY_9)
    assert not actions.undo_move(PlaceMove.objects.get(), by=lene, at=MONDAY_9)
    assert queries.room_of(workshop).standings[0].proposal == first


def test_one_proposal_and_three_cost_the_same_statements(
    voting, workshop, lene, django_assert_num_queries
):
    go(workshop, lene, Phase.ESTIMATE, Phase.GATHER)
    with django_assert_num_queries(8):
        queries.room_of(workshop)

    actions.join(workshop, workshop.tables.last(), by=lene)
    for number in range(3):
        actions.propose(workshop, Idea(title=f"Idea {number}"), by=lene)
    with django_assert_num_queries(8):
        queries.room_of(workshop)
