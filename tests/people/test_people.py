"""Colleagues, tokens and who may do what."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client, RequestFactory
from django.utils.translation import override

from samspil.core.roles import Action, NotAllowed, Role
from samspil.people import actions, queries
from samspil.people.models import ApiToken, Colleague, Kind, User
from samspil.tenancy.actions import enter
from tests.factories import MONDAY_9, make_colleague


def test_a_colleague_whose_roles_cover_it_may(organisation):
    owner = make_colleague(Role.OWNER)

    assert queries.check_may(owner, Action.STOP_EVERYTHING) == owner


def test_a_colleague_whose_roles_do_not_cover_it_may_not(organisation):
    employee = make_colleague(Role.EMPLOYEE)

    with override("en"), pytest.raises(NotAllowed, match="stop AI everywhere"):
        queries.check_may(employee, Action.STOP_EVERYTHING)


def test_nobody_may_nothing(organisation):
    with pytest.raises(NotAllowed):
        queries.check_may(None, Action.SEE_TODAY)


def test_an_ai_may_nothing_whatever_its_roles(organisation):
    ai = actions.take_on_ai(name="Sorter", skill="triage")
    ai.roles = [str(Role.OWNER)]

    assert not queries.may_do(ai, Action.SEE_TODAY)
    with pytest.raises(NotAllowed):
        queries.check_may(ai, Action.SEE_TODAY)


def test_an_ai_can_have_no_account(organisation):
    user = make_colleague().user
    with pytest.raises(IntegrityError), transaction.atomic():
        Colleague.objects.create(name="Robot", kind=Kind.AI, user=user, skill="triage")


def test_one_account_works_in_two_organisations(organisation, other_organisation):
    make_colleague(Role.ADVISER, email="adviser@example.com")
    with enter(other_organisation):
        make_colleague(Role.ADVISER, email="Adviser@Example.com")

    user = User.objects.get()
    assert queries.organisations_of(user) == [other_organisation, organisation]


def test_a_token_acts_as_its_colleague_until_it_is_revoked(organisation):
    colleague = make_colleague()
    token = actions.make_token(colleague=colleague, name="script", at=MONDAY_9)
    secret = token.split("_", 2)[2]

    assert queries.colleague_of_token(secret) == colleague
    actions.revoke_token(ApiToken.objects.get(), at=MONDAY_9)
    assert queries.colleague_of_token(secret) is None


def test_a_tokens_secret_is_not_kept(organisation):
    token = actions.make_token(colleague=make_colleague(), name="script", at=MONDAY_9)

    kept = ApiToken.objects.get()
    assert token.split("_", 2)[2] not in str(kept.__dict__)


def test_a_token_is_unknown_in_another_organisation(organisation, other_organisation):
    secret = actions.make_token(colleague=make_colleague(), name="script", at=MONDAY_9)

    with enter(other_organisation):
        assert queries.colleague_of_token(secret.split("_", 2)[2]) is None


def test_names_are_found_for_journal_ids_of_this_organisation_only(
    organisation, other_organisation
):
    here = make_colleague(name="Anna")
    with enter(other_organisation):
        there = make_colleague(name="Bent")

    ids = [str(here.public_id), str(there.public_id), "system"]
    assert queries.names(ids) == {str(here.public_id): "Anna"}


def test_no_account_gets_a_second_address_to_which_its_password_could_be_sent(
    organisation, client_of, mailoutbox
):
    anna = client_of(make_colleague(Role.OWNER, email="anna@nordlys.example"))

    added = anna.post("/accounts/email/", {"action_add": "", "email": "mallory@example.com"})
    Client().post("/accounts/password/reset/", {"email": "mallory@example.com"})

    assert added.status_code == 404
    assert not [one for one in mailoutbox if "/password/reset/key/" in one.body]


def test_sign_up_is_closed(client, db):
    answer = client.get("/accounts/signup/")

    assert answer.status_code == 200
    assert not User.objects.exists()
    client.post("/accounts/signup/", {"email": "a@b.dk", "password1": "correct horse battery"})
    assert not User.objects.exists()


def test_a_session_cannot_choose_an_organisation_its_account_is_not_in(
    organisation, other_organisation, client_of
):
    colleague = make_colleague()
    client = client_of(colleague)
    session = client.session
    session["organisation"] = str(other_organisation.public_id)
    session.save()

    answer = client.get("/style/")

    assert answer.wsgi_request.organisation == organisation


def test_a_session_token_is_no_bearer_token(organisation, rf: RequestFactory, client):
    token = actions.make_token(colleague=make_colleague(), name="script", at=MONDAY_9)

    answer = client.get("/", headers={"Authorization": f"Bearer {token}"})

    assert answer.status_code == 302
    assert answer.url.startswith("/accounts/login/")
