"""The settings: the organisation, its teams, and one room for all of it."""

import pytest

from samspil.config.navigation import ROOMS
from samspil.core.roles import Role
from samspil.people.models import Colleague, Team
from samspil.people.queries import teams
from samspil.tenancy.models import Organisation
from samspil.work.models import Case, ProcessTeam
from tests.factories import make_colleague, make_process, make_team, make_waiting
from tests.pages import english, source, words


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER, name="Mette Havgaard")


@pytest.fixture
def browser(owner, client_of):
    return english(client_of(owner))


def test_the_organisation_gets_a_name_a_language_and_a_zone(browser, organisation):
    Colleague.objects.create(name="Samspil AI", kind="ai", skill="triage")
    browser.post(
        "/settings/organisation/",
        {"name": "Havgaard", "language": "de", "time_zone": "Europe/Berlin", "ai_name": "Helper"},
    )

    changed = Organisation.objects.get(pk=organisation.pk)
    assert (changed.name, changed.language, changed.time_zone) == (
        "Havgaard",
        "de",
        "Europe/Berlin",
    )
    assert Colleague.objects.get(kind="ai").name == "Helper"


@pytest.mark.parametrize("wrong", [{"name": ""}, {"language": "fr"}, {"time_zone": "Mars/Olympus"}])
def test_what_is_wrong_changes_nothing(browser, organisation, wrong):
    body = {"name": "X", "language": "de", "time_zone": "Europe/Berlin", "ai_name": "A"}

    assert browser.post("/settings/organisation/", body | wrong).status_code == 422
    assert Organisation.objects.get(pk=organisation.pk).name == organisation.name


def test_a_leader_does_not_change_the_organisation(client_of, organisation):
    browser = client_of(make_colleague(Role.LEADER))
    browser.raise_request_exception = False

    assert browser.get("/settings/organisation/").status_code == 403


def test_a_team_is_renamed_and_filled(browser, owner):
    bo = make_colleague(name="Bo Dahl")
    team = make_team(owner, name="First")

    browser.post(
        f"/roster/teams/{team.public_id}/", {"name": "Second", "members": [str(bo.public_id)]}
    )

    team.refresh_from_db()
    assert (team.name, list(team.members.all())) == ("Second", [bo])
    assert "Second Bo Dahl" in words(browser.get("/roster/teams/"))


def test_a_team_name_is_given_once(browser, owner):
    make_team(name="First")
    team = make_team(name="Second")

    answer = browser.post(f"/roster/teams/{team.public_id}/", {"name": "First"})

    assert answer.status_code == 422
    assert "There is a team of this name already." in words(answer)


def test_a_team_that_nothing_depends_on_is_dissolved_and_its_name_is_free(browser, owner):
    team = make_team(owner, name="First")

    browser.post(f"/roster/teams/{team.public_id}/dissolve/")

    assert teams() == []
    assert owner.teams.count() == 0
    assert make_team(name="First").pk != team.pk


def test_a_team_that_takes_cases_stays(browser, owner):
    team = make_team(owner, name="First")
    process = make_process(team=team, name="Service")
    case = make_waiting(process)

    taking = words(browser.post(f"/roster/teams/{team.public_id}/dissolve/", follow=True))
    ProcessTeam.objects.update(team=make_team(name="Other"))
    waiting = words(browser.post(f"/roster/teams/{team.public_id}/dissolve/", follow=True))
    Case.objects.filter(pk=case.pk).update(team=None)
    browser.post(f"/roster/teams/{team.public_id}/dissolve/")

    assert "It takes cases of Service" in taking
    assert "Open cases wait for it" in waiting
    assert Team.objects.filter(name="First").count() == 0


def test_the_room_shows_what_one_may_open(browser, client_of):
    owners = words(browser.get("/settings/"))
    reviewers = words(english(client_of(make_colleague(Role.REVIEWER))).get("/settings/"))

    for name in ("Organisation", "Teams", "Opening hours", "Who is away", "Sample data"):
        assert name in owners
    assert "Who is away" in reviewers
    assert "Sample data" not in reviewers


def test_every_key_of_the_rail_still_works(browser):
    page = source(browser.get("/"))

    for key in ["t", "w", "r", "c", "p", "i", "a", "h", "j", "u"]:
        assert f'data-key="g {key}"' in page


def test_a_reviewer_finds_the_roster_though_people_is_closed(client_of, organisation):
    page = source(english(client_of(make_colleague(Role.REVIEWER))).get("/"))

    assert 'href="/roster/"' in page
    assert 'href="/people/"' not in page


def test_a_key_leads_to_one_room():
    keys = [room.key for room in ROOMS if room.key]

    assert len(keys) == len(set(keys))
