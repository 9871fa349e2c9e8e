"""People and AI colleagues in one picture, and who takes whose work."""

from dataclasses import fields

import pytest
from django.utils import timezone

from samspil.core.lifecycle import Stage
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.people.actions import form_team, plan_absence, take_on_ai
from samspil.people.queries import day_of
from samspil.roster import actions, queries
from samspil.roster.models import Reassignment
from samspil.tenancy.actions import enter
from samspil.work.actions import decide
from samspil.work.models import Case, Proposal
from tests.factories import (
    MONDAY_9,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)
from tests.pages import english, words


@pytest.fixture
def leader(organisation):
    return make_colleague(Role.LEADER, Role.REVIEWER, name="Lene Leder")


def quality():
    (ai,) = queries.ai_colleagues(now=MONDAY_9, since=MONDAY_9)
    return ai.judged, {verdict: (one.hits, one.n) for verdict, one in ai.quality.items()}


def test_an_ai_colleague_shows_what_people_made_of_its_proposals(leader):
    take_on_ai(name="Sorter", skill="triage")
    process = make_process(team=make_team(leader))
    for _ in range(3):
        case = make_claimed(process, leader)
        draft = Proposal.objects.get(case=case).draft
        decide(case, answer=draft, topic=case.topic, by=leader, at=MONDAY_9)
    case = make_claimed(process, leader)
    decide(case, answer="No.", topic="warranty_claim", by=leader, at=MONDAY_9)

    assert quality() == (4, {"agreed": (3, 4), "changed": (0, 4), "rejected": (1, 4)})


def test_no_quality_is_counted_or_shown_of_a_person(leader, client_of):
    process = make_process(team=make_team(leader))
    case = make_claimed(process, leader)
    decide(case, answer="No.", topic="warranty_claim", by=leader, at=MONDAY_9)

    page = words(english(client_of(leader)).get("/roster/"))

    assert {field.name for field in fields(queries.Person)} == {"row", "held", "away", "deputy"}
    assert "rejected" not in page.partition("People")[2]
    assert "No AI colleague works here yet" in page


def test_the_roster_shows_mandate_load_and_absence(leader, client_of):
    take_on_ai(name="Sorter", skill="triage")
    birgit = make_colleague(name="Birgit Away")
    today = day_of(timezone.now())  # not UTC's, which is another one for two hours of the night
    plan_absence(birgit, first_day=today, last_day=today, deputy=leader, by=leader, at=MONDAY_9)
    process = make_process(team=make_team(leader), name="Customer mail")
    make_claimed(process, leader)
    make_claimed(process, leader)

    page = words(english(client_of(leader)).get("/roster/"))

    assert "Customer mail: AI proposes, a person decides each" in page
    assert "away, Lene Leder stands in" in page
    rows, _ = queries.people_page(at=MONDAY_9)
    assert [(one.row.colleague.name, one.held) for one in rows] == [
        ("Birgit Away", 0),
        ("Lene Leder", 2),
    ]


@pytest.mark.parametrize("role", Role)
def test_whoever_sees_cases_sees_the_roster_and_leaders_move_work(organisation, client_of, role):
    client = client_of(make_colleague(role))
    sees = role in (Role.OWNER, Role.LEADER, Role.PROCESS_OWNER, Role.REVIEWER)
    moves = role in (Role.OWNER, Role.LEADER, Role.PROCESS_OWNER)

    assert client.get("/roster/").status_code == (200 if sees else 403)
    assert client.post("/roster/reassign/").status_code == (422 if moves else 403)


def test_waiting_cases_move_to_another_team_and_back(leader, client_of):
    first, second = make_team(leader, name="First"), make_team(leader, name="Second")
    process = make_process(team=first)
    waiting, held = make_waiting(process), make_claimed(process, leader)
    client = client_of(leader)

    client.post(
        "/roster/reassign/", {"origin": str(first.public_id), "target": str(second.public_id)}
    )
    waiting.refresh_from_db()
    held.refresh_from_db()
    moved_to = (waiting.team, held.team)
    client.post(f"/roster/reassign/{Reassignment.objects.get().public_id}/undo/")

    waiting.refresh_from_db()
    assert moved_to == (second, first)
    assert waiting.team == first
    assert Entry.objects.filter(event="handed_over").count() == 2


def test_undo_leaves_cases_alone_that_somebody_took_meanwhile(leader):
    first, second = make_team(leader), make_team(leader)
    case = make_waiting(make_process(team=first))
    moved = actions.reassign(origin=first, target=second, by=leader, at=MONDAY_9)
    Case.objects.update(stage=Stage.CLAIMED, claimed_by=leader, claimed_at=MONDAY_9)

    assert actions.undo(moved, by=leader, at=MONDAY_9) == 0

    case.refresh_from_db()
    assert case.team == second


def test_work_cannot_move_to_where_it_is(leader):
    team = make_team(leader)

    with pytest.raises(actions.SameTeam):
        actions.reassign(origin=team, target=team, by=leader, at=MONDAY_9)


def test_whoever_leaves_hands_over_what_they_hold(organisation, client_of):
    owner = make_colleague(Role.OWNER)
    birgit = make_colleague(name="Birgit")
    team = form_team(name="First line", members=[birgit])
    case = make_claimed(make_process(team=team), birgit)

    client_of(owner).post(f"/roster/{birgit.public_id}/leave/")

    case.refresh_from_db()
    birgit.refresh_from_db()
    assert (case.stage, case.claimed_by, case.team) == (Stage.WAITING, None, team)
    assert birgit.left_at is not None
    told = list(Entry.objects.order_by("sequence").values_list("event", flat=True))
    assert told[-2:] == ["colleague_left", "released"]


def test_a_leader_cannot_let_an_owner_go(leader):
    owner = make_colleague(Role.OWNER)
    make_colleague(Role.OWNER)
    case = make_claimed(make_process(team=make_team(owner)), owner)

    with pytest.raises(NotAllowed):
        actions.leave(owner, by=leader, at=MONDAY_9)

    case.refresh_from_db()
    assert case.claimed_by == owner


def test_a_move_of_another_organisation_is_not_there(leader, other_organisation, client_of):
    first, second = make_team(leader), make_team(leader)
    moved = actions.reassign(origin=first, target=second, by=leader, at=MONDAY_9)
    with enter(other_organisation):
        client = client_of(make_colleague(Role.OWNER))

    assert client.post(f"/roster/reassign/{moved.public_id}/undo/").status_code == 404
