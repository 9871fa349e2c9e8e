"""Of a closed process only its teams see the cases, and whoever a case is with."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import NotAllowed, Role
from samspil.core.skill import Senders
from samspil.journal.models import Entry
from samspil.people.actions import change_team, let_go
from samspil.review import actions as marks
from samspil.review.models import Mention
from samspil.roster.actions import reassign as move_all
from samspil.work import actions
from samspil.work.actions.processes import make_process as set_up
from samspil.work.models import Case
from samspil.work.queries import (
    case_at,
    deserted,
    seen_by,
    sees_texts_of,
    sight_of,
    waiting_seen_by,
)
from tests.factories import (
    MONDAY_9,
    entered,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)

LATER = MONDAY_9 + timedelta(hours=1)
ILL = "I am ill and do not know whether I can come back."


@pytest.fixture
def hanne(organisation):
    return make_colleague(name="Hanne Lund")


@pytest.fixture
def staff(hanne):
    return make_team(hanne, name="Staff")


@pytest.fixture
def hr(staff):
    return make_process(team=staff, name="HR", starter="hr")


@pytest.fixture
def case(hr):
    return make_waiting(hr, ILL)


@pytest.fixture
def anna(organisation):
    anna = make_colleague(name="Anna Holm")
    make_team(anna, name="Service")
    return anna


def sees(colleague, case):
    return seen_by(colleague).filter(pk=case.pk).exists()


def test_what_colleagues_write_is_closed_from_the_start(hr):
    assert hr.closed
    assert not make_process().closed


def test_who_is_in_its_team_sees_its_cases_and_a_reviewer_elsewhere_does_not(case, hanne, anna):
    assert sees(hanne, case)
    assert not sees(anna, case)
    assert case_at(case.public_id, reader=hanne) == case
    with pytest.raises(Case.DoesNotExist):
        case_at(case.public_id, reader=anna)


def test_what_waits_is_seen_by_the_same_people_as_the_cases_themselves(case, hr, hanne, anna):
    handed, held = (make_claimed(hr, hanne, ILL) for _n in range(2))
    actions.hand_over(handed, to=anna.teams.get(), note="x", by=hanne, at=LATER)
    there = [case, handed, make_waiting(make_process())]

    for reader, sees_now in ((hanne, there), (anna, there[1:]), (make_colleague(), there[2:])):
        waiting = set(waiting_seen_by(reader))
        assert waiting == set(seen_by(reader).filter(stage="waiting")) == set(sees_now)
        assert held not in waiting
    assert not waiting_seen_by(make_colleague(Role.STAFF_REPRESENTATIVE)).exists()


@pytest.mark.parametrize("role", [Role.OWNER, Role.LEADER, Role.PROCESS_OWNER])
def test_owners_and_leaders_see_its_cases_only_from_inside_a_team(case, staff, hanne, role):
    outside = make_colleague(role)

    assert not sees(outside, case)
    staff.members.add(outside)
    assert sees(outside, case)


def test_that_an_owner_joined_a_team_stands_in_the_journal(case, staff, hanne):
    owner = make_colleague(Role.OWNER)

    change_team(staff, name="Staff", members=[hanne, owner], by=owner, at=LATER)

    last = Entry.objects.latest("sequence")
    assert (last.event, last.actor) == ("team_changed", str(owner.public_id))


def test_who_is_in_a_team_but_may_not_see_cases_does_not_see_these_either(case, staff):
    staff.members.add(employee := make_colleague(Role.EMPLOYEE))

    assert not sees(employee, case)


def test_who_has_left_the_team_sees_its_cases_no_more(case, staff, hanne, anna):
    staff.members.set([anna])

    assert not sees(hanne, case)
    assert sees(anna, case)


def test_who_holds_a_case_sees_it_and_not_the_others(case, hr, hanne, anna):
    held = make_claimed(hr, hanne)
    leader = make_colleague(Role.LEADER)
    hr.levels.first().team.members.add(leader)
    actions.reassign(held, to=anna, by=leader, at=LATER)

    assert sees(anna, held)
    assert not sees(anna, case)
    assert [entry.event for entry in Entry.objects.filter(subject=str(held.public_id))][-1] == (
        "reassigned"
    )


def test_a_case_that_was_handed_over_is_that_teams_to_see(case, hr, hanne, anna):
    held = make_claimed(hr, hanne)

    actions.hand_over(held, to=anna.teams.get(), note="", by=hanne, at=LATER)

    assert sees(anna, held)
    assert sees(hanne, held)
    assert not sees(anna, case)


def test_one_who_may_not_see_a_case_cannot_take_or_move_it(case, anna):
    owner = make_colleague(Role.OWNER)

    for outside in (anna, owner):
        with pytest.raises(NotAllowed, match="only its teams see its cases"):
            actions.claim(case, by=outside, at=LATER)
        with pytest.raises(NotAllowed, match="only its teams see its cases"):
            actions.move(case, to=anna.teams.get(), by=outside, at=LATER)
        assert actions.claim_next(by=outside, at=LATER) is None


def test_who_holds_a_case_of_it_cannot_lose_it_to_a_leader_outside(hr, hanne, anna):
    held = make_claimed(hr, hanne)

    with pytest.raises(NotAllowed, match="only its teams see its cases"):
        actions.reassign(held, to=anna, by=make_colleague(Role.LEADER), at=LATER)


def test_a_leader_outside_moves_a_teams_other_cases_and_leaves_these(case, staff, anna):
    open_ = make_waiting(make_process(team=staff))
    leader = make_colleague(Role.LEADER)

    moved = move_all(origin=staff, target=anna.teams.get(), by=leader, at=LATER)

    assert moved.cases == [open_.pk]
    case.refresh_from_db()
    assert case.team == staff


def test_a_case_of_no_team_is_not_everybodys_where_its_process_is_closed(case, hanne, anna):
    Case.objects.filter(pk=case.pk).update(team=None)

    assert actions.claim_next(by=anna, at=LATER) is None
    assert actions.claim_next(by=hanne, at=LATER) == case


def test_as_long_as_nobody_is_in_a_team_of_it_those_who_lead_see_its_cases(case, hr, hanne, anna):
    leader = make_colleague(Role.LEADER)
    let_go(hanne, by=make_colleague(Role.OWNER), at=LATER)

    assert deserted(hr)
    assert sees(leader, case)
    assert not sees(anna, case)
    hr.levels.first().team.members.add(anna)
    assert not deserted(hr)
    assert not sees(leader, case)


def test_it_is_opened_and_closed_with_an_entry_each_and_twice_changes_nothing(case, hr, anna):
    owner = make_colleague(Role.OWNER)
    before = Entry.objects.count()

    actions.open_process(hr, by=owner, at=LATER)
    actions.open_process(hr, by=owner, at=LATER)

    assert sees(anna, case)
    actions.close_process(hr, by=owner, at=LATER)
    assert not sees(anna, case)
    entries = Entry.objects.order_by("sequence")[before:]
    assert [(one.event, one.actor, one.at) for one in entries] == [
        ("process_opened", str(owner.public_id), LATER),
        ("process_closed", str(owner.public_id), LATER),
    ]


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.HR, Role.DATA_PROTECTION, Role.OPERATOR])
def test_who_may_not_change_processes_cannot_open_it(case, hr, role):
    somebody = make_colleague(role)

    with pytest.raises(NotAllowed):
        actions.open_process(hr, by=somebody, at=LATER)

    hr.refresh_from_db()
    assert hr.closed


def test_what_is_written_in_it_is_for_its_teams_to_read(case, hr, hanne, anna):
    assert sees_texts_of(hr, hanne)
    assert not sees_texts_of(hr, anna)
    assert not sees_texts_of(hr, make_colleague(Role.OWNER))
    assert sees_texts_of(make_process(), anna)


def test_a_note_names_nobody_who_may_not_see_the_case(case, hanne, anna):
    with pytest.raises(marks.CannotBeTold, match="Anna Holm cannot see this case"):
        marks.write_note(case, text="@Anna what do you say?", by=hanne, at=LATER)

    assert not Mention.objects.exists()
    assert case.messages.count() == 1


def test_a_note_names_those_who_may(case, staff, hanne, anna):
    staff.members.add(anna)

    marks.write_note(case, text="@Anna what do you say?", by=hanne, at=LATER)

    assert Mention.objects.get().colleague == anna


def test_a_case_of_it_becomes_one_with_its_own_only(case, hr, staff, hanne):
    it = make_process(team=staff, starter="it")
    actions.open_process(it, by=make_colleague(Role.OWNER), at=LATER)
    elsewhere, here = make_waiting(it, ILL), make_waiting(hr, ILL)

    with pytest.raises(actions.CannotPart, match="only with a case of the same process"):
        actions.merge(case, into=elsewhere, by=hanne, at=LATER)
    with pytest.raises(actions.CannotPart, match="only with a case of the same process"):
        actions.merge(elsewhere, into=case, by=hanne, at=LATER)

    actions.merge(case, into=here, by=hanne, at=LATER)
    assert case.merged_into == here


def test_what_the_door_has_read_costs_no_further_statement(hr, hanne, anna):
    for somebody in (hanne, anna):
        found = entered(somebody)

        with CaptureQueriesContext(connection) as statements:
            sight = sight_of(found)

        assert len(statements) == 0
        assert sight == sight_of(somebody)
        assert sight.hidden == (frozenset() if somebody == hanne else {hr.pk})


def test_who_nothing_is_hidden_from_is_asked_nothing_more(hr, hanne):
    assert "process" not in str(seen_by(hanne).query.where)


def test_a_process_of_customers_can_be_closed_as_well(anna):
    process = make_process(team=make_team(make_colleague()))
    case = make_waiting(process)

    assert sees(anna, case)
    actions.close_process(process, by=make_colleague(Role.OWNER), at=LATER)
    assert not sees(anna, case)


def test_one_that_nobody_answers_is_closed_all_the_same(organisation):
    process = set_up(
        name="Ideas", organisation_model="collaborative", teams={}, by=None, at=MONDAY_9,
        senders=Senders.EMPLOYEES, starter="",
    )  # fmt: skip

    assert process.closed
    assert deserted(process)
    assert sees_texts_of(process, make_colleague(Role.LEADER))
    assert not sees_texts_of(process, make_colleague())
