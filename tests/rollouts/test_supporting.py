"""Help is asked for, answered and closed; nobody else reads it, and it is forgotten in time."""

from datetime import timedelta

import pytest

from samspil.core.roles import NotAllowed
from samspil.core.rollouts.phases import Phase
from samspil.core.rollouts.support import Urgency, Whose
from samspil.rollouts import actions, queries
from samspil.rollouts.actions import StaleRequest, UnfitRequest
from samspil.rollouts.models import CommonQuestion, SupportRequest, SupportTurn
from samspil.rollouts.queries import request_at
from samspil.tenancy.actions import enter
from samspil.trust.queries.holding import held_beside, person_at
from samspil.work.models import Timetable
from tests.factories import MONDAY_9, make_colleague
from tests.rollouts.conftest import TODAY, part

HOUR = timedelta(hours=1)


@pytest.fixture
def place(rollout, service, many, lene):
    """The team's part, with an agent; its owner is another colleague than the rollout's."""
    found = part(rollout, service)
    actions.ask_agent(found, many[0], by=lene, at=MONDAY_9)
    actions.accept_part(found, by=many[0], at=MONDAY_9)
    actions.set_part(found, owner=many[1], level="", starts_on=TODAY, by=lene, at=MONDAY_9,
                     days={Phase(name): n for name, n in found.days.items()})  # fmt: skip
    return part(rollout, service)


@pytest.fixture
def asked(place, many):
    """A request of one of the team."""
    return actions.ask_for_help(
        place, "The draft is empty.", urgency=Urgency.BLOCKED, by=many[5], at=MONDAY_9
    )


def waiting(colleague, at):
    """What is the colleague's to answer."""
    return [one.request for one in queries.to_answer(colleague, now=at)]


def test_it_goes_to_the_change_agents_and_after_working_time_to_the_owners(
    asked, many, lene, place
):
    assert asked.due_at == MONDAY_9 + 2 * HOUR
    assert waiting(many[0], MONDAY_9 + HOUR) == [asked]
    assert waiting(many[1], MONDAY_9 + HOUR) == []
    assert waiting(many[1], MONDAY_9 + 2 * HOUR) == [asked]
    assert waiting(lene, MONDAY_9 + 2 * HOUR) == [asked]
    assert waiting(many[2], MONDAY_9 + 2 * HOUR) == []

    actions.give_back_part(place, by=many[0], at=MONDAY_9)

    assert waiting(many[1], MONDAY_9 + HOUR) == [asked]
    assert queries.asked(request_at(asked.public_id), now=MONDAY_9).whose is Whose.OWNER
    hours = {"hours": [[["08:00", "16:00"]]] * 5 + [[], []], "zone": "UTC", "country": ""}
    Timetable.objects.update_or_create(process=None, defaults=hours)
    friday = MONDAY_9.replace(hour=15) + timedelta(days=4)
    made = actions.ask_for_help(place, "Where?", urgency=Urgency.BLOCKED, by=many[5], at=friday)
    assert made.due_at == friday.replace(hour=9) + timedelta(days=3)
    assert waiting(many[5], made.due_at) == []


def test_it_is_answered_asked_again_and_closed_and_whoever_comes_second_is_told(asked, many, lene):
    early = request_at(asked.public_id)
    actions.answer_request(asked, "Reload the page.", by=many[0], at=MONDAY_9 + HOUR)
    with pytest.raises(StaleRequest, match="stands elsewhere by now"):
        actions.answer_request(early, "Try again.", by=lene, at=MONDAY_9 + HOUR)
    assert waiting(many[0], MONDAY_9 + HOUR) == []

    actions.reopen_request(asked, "Still empty.", by=many[5], at=MONDAY_9 + 3 * HOUR)

    again = request_at(asked.public_id)
    assert (again.state, again.due_at) == ("open", MONDAY_9 + 5 * HOUR)
    actions.close_request(again, by=many[5], at=MONDAY_9 + 4 * HOUR)
    with pytest.raises(StaleRequest):
        actions.answer_request(again, "Late.", by=many[0], at=MONDAY_9 + 5 * HOUR)
    said = [(turn.deed, turn.text) for turn in SupportTurn.objects.order_by("pk")]
    assert said == [
        ("asked", "The draft is empty."), ("answer", "Reload the page."),
        ("reopen", "Still empty."), ("close", ""),
    ]  # fmt: skip


def test_identity_numbers_are_masked_and_colleagues_are_not_named(place, many):
    text = "It shows 010180-1234 to me."

    made = actions.ask_for_help(place, text, urgency=Urgency.SOON, by=many[5], at=MONDAY_9)

    assert "010180" not in made.turns.get().text
    with pytest.raises(UnfitRequest, match=r"without naming colleagues \(Colleague 03\)"):
        actions.ask_for_help(
            place, "colleague 03 does it wrong", urgency=Urgency.SOON, by=many[5], at=MONDAY_9
        )
    with pytest.raises(UnfitRequest, match="in a sentence or two"):
        actions.ask_for_help(place, " \u200b ", urgency=Urgency.SOON, by=many[5], at=MONDAY_9)


def test_nobody_asks_for_or_answers_for_another_team(asked, rollout, few, many, lene):
    stranger = few.members.order_by("pk")[0]
    agent_elsewhere = few.members.order_by("pk")[1]
    there = part(rollout, few)
    actions.ask_agent(there, agent_elsewhere, by=lene, at=MONDAY_9)
    actions.accept_part(there, by=agent_elsewhere, at=MONDAY_9)

    with pytest.raises(NotAllowed, match="rollouts of your own teams"):
        actions.ask_for_help(asked.place, "Hello?", urgency=Urgency.SOON, by=stranger, at=MONDAY_9)
    for one in (stranger, agent_elsewhere, many[7]):
        with pytest.raises(NotAllowed):
            actions.answer_request(asked, "So.", by=one, at=MONDAY_9)
        with pytest.raises(NotAllowed):
            actions.close_request(asked, by=one, at=MONDAY_9)
    assert waiting(agent_elsewhere, MONDAY_9 + 9 * HOUR) == []
    actions.withdraw_team(asked.place, by=lene, at=MONDAY_9)
    with pytest.raises(NotAllowed, match="This rollout is over"):
        actions.ask_for_help(
            part(rollout, asked.place.team), "Hm?", urgency=Urgency.SOON, by=many[5], at=MONDAY_9
        )
    assert queries.places_of(many[5]) == []


def test_another_organisation_sees_none_of_it(asked, rollout, other_organisation):
    assert SupportRequest.objects.count() == 1

    with enter(other_organisation):
        owner = make_colleague(name="Theirs")
        assert list(queries.rollouts()) == []
        assert queries.to_answer(owner, now=MONDAY_9 + 9 * HOUR) == []
        with pytest.raises(SupportRequest.DoesNotExist):
            request_at(asked.public_id)


def test_what_many_ask_is_written_for_all_without_whoever_asked(asked, place, many, lene):
    made = actions.write_for_all(
        place, question="An empty draft?", answer="Reload.", by=many[0], at=MONDAY_9
    )

    with pytest.raises(NotAllowed):
        actions.write_for_all(place, question="?", answer="No.", by=many[5], at=MONDAY_9)
    assert [one.question for one in queries.questions_of(place.rollout)] == ["An empty draft?"]
    with pytest.raises(NotAllowed):
        actions.remove_for_all(made, by=many[5], at=MONDAY_9)
    actions.remove_for_all(made, by=lene, at=MONDAY_9)
    assert queries.questions_of(place.rollout) == []
    actions.restore_for_all(CommonQuestion.objects.get(), by=many[0], at=MONDAY_9)
    assert len(queries.questions_of(place.rollout)) == 1


def test_what_a_person_said_is_in_their_pack_and_can_be_erased(asked, place, many):
    other = actions.ask_for_help(
        place, "How do I stop it?", urgency=Urgency.SOON, by=many[6], at=MONDAY_9
    )
    address = many[5].user.email
    held = held_beside(person_at(address))["support"]
    assert [(row["what"], row["text"]) for row in held] == [("asked", "The draft is empty.")]

    assert actions.forget_support(address) == 1

    assert list(SupportRequest.objects.all()) == [other]
    assert held_beside(person_at(address))["support"] == []
    actions.answer_request(other, "Press stop.", by=many[0], at=MONDAY_9)
    actions.forget_support(many[0].user.email)
    assert [one.text for one in other.turns.order_by("pk")] == ["How do I stop it?", ""]


def test_requests_that_nobody_touched_for_a_year_are_swept(asked, place, many):
    later = MONDAY_9 + timedelta(days=200)
    young = actions.ask_for_help(place, "New.", urgency=Urgency.SOON, by=many[6], at=later)

    assert actions.sweep_support(at=MONDAY_9 + timedelta(days=364)) == 0
    assert actions.sweep_support(at=MONDAY_9 + timedelta(days=366)) == 1

    assert list(SupportRequest.objects.all()) == [young]
