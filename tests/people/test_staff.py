"""Colleagues are added, invited, changed, and leave."""

from datetime import timedelta

import pytest
from django.test import Client

from samspil.core.roles import NotAllowed, Role
from samspil.people import actions
from samspil.people.models import ApiToken, Colleague, Invitation, User
from samspil.people.queries import organisations_of
from samspil.tenancy.actions import enter
from tests.factories import MONDAY_9, PASSWORD, make_colleague, make_team
from tests.pages import english, source, words


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER, name="Anna Owner")


def add(by: Colleague, *roles: Role, email: str = "ny@example.com") -> Colleague:
    return actions.add_colleague(
        name="Ny Kollega", email=email, roles=roles or (Role.REVIEWER,), by=by, at=MONDAY_9
    )


def path_of(link: str) -> str:
    return link.removeprefix("http://localhost:8000")


def test_whoever_is_added_cannot_sign_in_before_accepting(owner):
    made = add(owner)

    assert made.user is not None
    assert not made.user.has_usable_password()
    assert organisations_of(made.user) == []


def test_an_invitation_is_accepted_with_a_password_and_opens_the_door(owner, client):
    link = path_of(actions.invite(add(owner), by=owner, at=MONDAY_9.now(MONDAY_9.tzinfo)))

    asked = english(client).get(link)
    client.post(link, {"password": PASSWORD})
    signed_in = client.post("/accounts/login/", {"login": "ny@example.com", "password": PASSWORD})

    assert "This invitation is for Ny Kollega" in words(asked)
    assert signed_in["Location"] == "/"
    assert client.get("/").status_code == 200


def test_an_invitation_works_once(owner, client):
    link = path_of(actions.invite(add(owner), by=owner, at=MONDAY_9.now(MONDAY_9.tzinfo)))
    client.post(link, {"password": PASSWORD})

    again = Client().post(link, {"password": "another long password"})

    assert again.status_code == 404
    assert User.objects.get(email="ny@example.com").check_password(PASSWORD)


def test_an_invitation_ends_after_seven_days(owner, client):
    long_ago = MONDAY_9.now(MONDAY_9.tzinfo) - timedelta(days=7, minutes=1)
    link = path_of(actions.invite(add(owner), by=owner, at=long_ago))

    assert client.get(link).status_code == 404


def test_a_new_invitation_ends_the_one_before(owner, client):
    made, now = add(owner), MONDAY_9.now(MONDAY_9.tzinfo)
    first = path_of(actions.invite(made, by=owner, at=now))
    second = path_of(actions.invite(made, by=owner, at=now))

    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200


def test_a_link_of_another_organisation_opens_nothing_here(owner, other_organisation, client):
    link = path_of(actions.invite(add(owner), by=owner, at=MONDAY_9.now(MONDAY_9.tzinfo)))
    own, secret = link.strip("/").removeprefix("join/").split("_", 1)

    moved = f"/join/{other_organisation.public_id.hex}_{secret}/"

    assert own != other_organisation.public_id.hex
    assert client.get(moved).status_code == 404


def test_the_secret_of_a_link_is_not_kept(owner):
    link = actions.invite(add(owner), by=owner, at=MONDAY_9)

    assert Invitation.objects.get().digest not in link
    assert link.rstrip("/").partition("_")[2] not in str(Invitation.objects.values().get())


def test_an_invitation_never_changes_the_password_of_an_account(owner, other_organisation):
    with enter(other_organisation):
        make_colleague(email="ny@example.com", password=PASSWORD)
    link = path_of(actions.invite(add(owner), by=owner, at=MONDAY_9.now(MONDAY_9.tzinfo)))
    stranger = english(Client())

    answer = stranger.post(link, {"password": "a password of somebody else"})

    user = User.objects.get(email="ny@example.com")
    assert "sign in with it" in words(answer)
    assert user.check_password(PASSWORD)
    assert len(organisations_of(user)) == 1


def test_an_account_joins_a_second_organisation_when_signed_in(owner, other_organisation):
    with enter(other_organisation):
        make_colleague(email="ny@example.com", password=PASSWORD)
    link = path_of(actions.invite(add(owner), by=owner, at=MONDAY_9.now(MONDAY_9.tzinfo)))
    client = Client()
    client.post("/accounts/login/", {"login": "ny@example.com", "password": PASSWORD})

    client.post(link)

    assert len(organisations_of(User.objects.get(email="ny@example.com"))) == 2


def test_nobody_is_added_twice(owner):
    add(owner)

    with pytest.raises(actions.AlreadyHere):
        add(owner, email="NY@example.com")


@pytest.mark.parametrize("role", [Role.OWNER, Role.OPERATOR, Role.DATA_PROTECTION])
def test_a_leader_gives_no_role_that_allows_more(owner, role):
    leader = make_colleague(Role.LEADER)

    with pytest.raises(NotAllowed):
        add(leader, role)

    assert not Colleague.objects.filter(name="Ny Kollega").exists()


def test_a_leader_cannot_take_the_owners_role_away(owner):
    leader = make_colleague(Role.LEADER)
    other = make_colleague(Role.OWNER)

    with pytest.raises(NotAllowed):
        change(other, Role.EMPLOYEE, by=leader)


def change(colleague: Colleague, *roles: Role, by: Colleague) -> None:
    actions.change_colleague(
        colleague,
        name=colleague.name,
        roles=roles,
        teams=[],
        languages=["da"],
        abilities=["pumps"],
        by=by,
        at=MONDAY_9,
    )


def test_the_last_owner_stays_owner_and_stays(owner):
    with pytest.raises(actions.LastOwner):
        change(owner, Role.EMPLOYEE, by=owner)
    with pytest.raises(actions.LastOwner):
        actions.let_go(owner, by=owner, at=MONDAY_9)

    owner.refresh_from_db()
    assert owner.role_set == {Role.OWNER}
    assert owner.left_at is None


def test_one_of_two_owners_may_step_down(owner):
    other = make_colleague(Role.OWNER)

    change(other, Role.EMPLOYEE, by=owner)

    other.refresh_from_db()
    assert other.role_set == {Role.EMPLOYEE}
    assert (other.languages, other.abilities) == (["da"], ["pumps"])


def test_leaving_ends_sign_in_sessions_tokens_and_teams(owner, client):
    birgit = make_colleague(email="birgit@example.com", password=PASSWORD)
    team = make_team(birgit)
    actions.make_token(colleague=birgit, name="script", at=MONDAY_9)
    client.post("/accounts/login/", {"login": "birgit@example.com", "password": PASSWORD})
    assert client.get("/").status_code == 200

    actions.let_go(birgit, by=owner, at=MONDAY_9)

    assert client.get("/").status_code == 302
    Client().post("/accounts/login/", {"login": "birgit@example.com", "password": PASSWORD})
    assert not User.objects.get(email="birgit@example.com").is_active
    assert ApiToken.objects.get().revoked_at == MONDAY_9
    assert list(team.members.all()) == []


def test_leaving_one_organisation_leaves_the_other_open(owner, other_organisation):
    with enter(other_organisation):
        make_colleague(email="adviser@example.com", password=PASSWORD)
    adviser = make_colleague(email="adviser@example.com")

    actions.let_go(adviser, by=owner, at=MONDAY_9)

    user = User.objects.get(email="adviser@example.com")
    assert user.is_active
    assert organisations_of(user) == [other_organisation]


# the pages


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("address", ["/people/", "/people/add/", "/people/list/"])
def test_owner_and_leader_may_see_the_pages_of_people(organisation, client_of, role, address):
    allowed = role in (Role.OWNER, Role.LEADER)

    answer = client_of(make_colleague(role)).get(address)

    assert answer.status_code == (200 if allowed else 403)


def test_a_page_adds_somebody_and_shows_the_link_once(owner, client_of):
    client = english(client_of(owner))

    answer = client.post(
        "/people/add/", {"name": "Bo", "email": "bo@example.com", "roles": ["reviewer"]}
    )

    assert "/join/" in source(answer)
    assert "Bo is invited" in words(answer)
    assert "/join/" not in source(client.get("/people/"))


def test_a_page_says_what_is_wrong_beside_the_field(owner, client_of):
    client = english(client_of(owner))
    add(owner)

    answer = client.post(
        "/people/add/", {"name": "Ny", "email": "ny@example.com", "roles": ["reviewer"]}
    )

    assert answer.status_code == 422
    assert "is, or was, a colleague already" in words(answer)


def test_a_leaders_page_keeps_the_roles_it_cannot_give(owner, client_of):
    both = make_colleague(Role.REVIEWER, Role.OPERATOR)
    client = client_of(make_colleague(Role.LEADER))

    client.post(f"/people/{both.public_id}/", {"name": "Kim", "roles": ["employee"]})

    both.refresh_from_db()
    assert both.role_set == {Role.EMPLOYEE, Role.OPERATOR}


def test_the_list_finds_people_by_name_and_address(owner, client_of):
    make_colleague(name="Kirsten Møller", email="kmo@example.com")
    client = english(client_of(owner))

    assert "Kirsten" in words(client.get("/people/?q=møll"))
    assert "Kirsten" in words(client.get("/people/?q=kmo@"))
    assert "Nobody found" in words(client.get("/people/?q=zzz"))


def test_the_list_goes_on_where_the_page_before_ended(owner, client_of):
    for number in range(60):
        make_colleague(name=f"Person {number:02}")
    client = english(client_of(owner))

    first = source(client.get("/people/"))
    later = first.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
    second = words(client.get("/people/" + later.replace("&amp;", "&")))

    assert "Person 48" in first
    assert "Person 49" not in first
    assert "Person 49" in second
    assert "Person 59" in second


@pytest.mark.parametrize("address", ["/people/", "/roster/"])
def test_a_list_of_three_costs_what_a_list_of_one_costs(
    owner, client_of, django_assert_max_num_queries, address
):
    client = client_of(owner)
    counts = []
    for _ in range(2):
        with django_assert_max_num_queries(14) as seen:
            client.get(address)
        counts.append(len(seen.captured_queries))
        make_team(make_colleague(), make_colleague())

    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_people_of_another_organisation_are_not_there(owner, client_of, other_organisation):
    with enter(other_organisation):
        theirs = make_colleague(name="Somebody else")
    client = client_of(owner)

    for address in ("", "invite/"):
        path = f"/people/{theirs.public_id}/{address}"
        assert client.post(path, {"name": "x"}).status_code == 404
    assert client.post(f"/roster/{theirs.public_id}/leave/").status_code == 404
    assert "Somebody else" not in source(client.get("/people/"))
