"""A team's own page of a round: what may be told of it alone, next to everybody."""

import pytest
from django.test import Client

from samspil.audit import actions
from samspil.audit.models import Audit
from samspil.audit.queries import differs_here, team_figures
from samspil.core.audit import Given
from samspil.people.actions import make_token
from samspil.people.models import Colleague, Team
from tests.audit.conftest import answered, listed, made_people
from tests.factories import MONDAY_9, make_team
from tests.pages import english, source, words

pytestmark = pytest.mark.either


@pytest.fixture
def over(round_: Audit, lene: Colleague) -> Audit:
    """A round that is over: six in sales take long for mail, six in stores do not; three in sales
    write offers, and each person in sales has a task of their own."""
    mail, offers = listed("Answer mail", by=lene), listed("Write offers", by=lene)
    for place, one in enumerate(made_people(6, team="Sales")):
        tasks = [mail, offers] if place < 3 else [mail]
        sheet = answered(round_, one, *tasks, minutes=120, wish=2)
        actions.take_back(sheet, at=MONDAY_9)
        own = actions.type_task(sheet, f"Own task {place}", at=MONDAY_9)
        actions.say(own, Given(title=own.task.title, times=1, minutes=60), at=MONDAY_9)
        actions.hand_in(sheet, at=MONDAY_9)
    for place, one in enumerate(made_people(6, team="Stores")):
        answered(round_, one, *([mail, offers] if place < 3 else [mail]), minutes=30, wish=4)
    actions.close_audit(round_, by=lene, at=MONDAY_9)
    round_.refresh_from_db()
    return round_


def test_a_team_sees_its_tasks_next_to_everybody_and_the_rest_joined(over):
    found = team_figures(over, Team.objects.get(name="Sales"))

    assert [(one.task.title, one.here.people, one.everybody.people) for one in found.tasks] == [
        ("Answer mail", 6, 12)
    ]
    assert found.untold == 1
    assert found.rest is not None
    assert (found.rest.people, found.rest.hours) == (6, 6.0)
    assert differs_here(found)[0] == (
        "Answer mail takes 120 minutes each time here, and 75 with everybody."
    )


def test_its_page_shows_a_picture_and_never_a_task_of_few(over, client_of, lene):
    leader = english(client_of(lene))
    sales = Team.objects.get(name="Sales")
    address = f"/audits/{over.public_id}/teams/{sales.public_id}/"
    assert address in source(leader.get(f"/audits/{over.public_id}/"))

    shown = words(leader.get(address))

    assert "“Answer mail” takes this team most time" in shown
    assert "1 of 1 tasks takes longer here than with everybody" in shown
    assert "All other tasks" in shown
    assert "1 more task is told of everybody and not of this team" in shown
    assert "Own task" not in shown
    assert "Write offers" not in shown
    rows = source(leader.get(f"{address}figures.csv")).splitlines()
    assert [row.split(";")[:4] for row in rows[1:]] == [
        ["Answer mail", "Sales", "6", "12.0"], ["Answer mail", "", "12", "15.0"],
        ["All other tasks", "Sales", "6", "6.0"],
    ]  # fmt: skip
    assert leader.get(f"{address}figures.xlsx").status_code == 200


def test_of_a_team_of_few_nothing_is_told_and_its_page_says_why(over, client_of, emil):
    mine = emil.teams.get()

    shown = words(english(client_of(emil)).get(f"/audits/{over.public_id}/teams/{mine.public_id}/"))

    assert "Nothing may be told of this team alone" in shown


def test_while_a_round_goes_on_and_in_rounds_of_before_the_page_says_so(
    over, client_of, lene, organisation
):
    leader = english(client_of(lene))
    address = f"teams/{Team.objects.get(name='Sales').public_id}/"
    Audit.objects.filter(pk=over.pk).update(teams_whole=False)
    running = actions.open_audit(
        "Next", opens=MONDAY_9.date(), closes=MONDAY_9.date(), teams=[], by=lene, at=MONDAY_9
    )

    assert "was over before teams" in words(leader.get(f"/audits/{over.public_id}/{address}"))
    going_on = words(leader.get(f"/audits/{running.public_id}/{address}"))
    assert "This round goes on" in going_on
    assert "Answer mail" not in going_on


def test_by_program_a_team_is_told_the_same(over, emil):
    token = make_token(colleague=emil, name="x", at=MONDAY_9)
    program = Client(headers={"Authorization": f"Bearer {token}"})
    sales = Team.objects.get(name="Sales").public_id

    told = program.get(f"/api/v1/audits/{over.public_id}/teams/{sales}").json()

    assert [one["title"] for one in told["tasks"]] == ["Answer mail"]
    assert told["tasks"][0]["here"]["minutes"] == 120
    assert told["other_tasks"]["people"] == 6
    assert told["untold"] == 1


@pytest.mark.parametrize("n", [1, 3])
def test_a_team_costs_the_same_for_one_task_as_for_many(n, round_, lene, django_assert_num_queries):
    tasks = [listed(f"Task {one}", by=lene) for one in range(n)]
    people = made_people(5)
    team = make_team(*people, name="Sales")
    for one in people:
        answered(round_, one, *tasks)
    actions.close_audit(round_, by=lene, at=MONDAY_9)

    with django_assert_num_queries(1):
        assert len(team_figures(round_, team).tasks) == n
