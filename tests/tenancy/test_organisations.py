"""Nothing is read without an organisation, and none sees another's rows."""

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import DatabaseError, InternalError, ProgrammingError

from samspil.adapters.models import Heartbeat, Round
from samspil.config.environment import PREPARED_AFTER
from samspil.governance.models import Fingerprint
from samspil.inbox.models import FormAddress
from samspil.people.models import Membership, Team, User
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation, TenantModel
from samspil.tenancy.postgresql.base import JOINS, MOST_VALUES
from samspil.tenancy.queries import NoOrganisation, current
from samspil.work.models import Case
from tests.factories import make_case, make_process, make_team

SHARED = {
    Organisation: "the organisations themselves",
    User: "an account may belong to several organisations",
    Membership: "read at sign-in, before any organisation is current",
    FormAddress: "read before anybody knows whose form is asked for",
    Fingerprint: "anyone may ask whether a text was made here",
    Heartbeat: "workers are the installation's",
    Round: "periodic jobs are the installation's",
}
"""Tables that are not one organisation's, and why."""

TRIED_BY_THE_DATABASE = 5
"""So often PostgreSQL plans a prepared statement for its values before it weighs one for all."""


def ours() -> list[type]:
    return [model for model in apps.get_models() if model.__module__.startswith("samspil.")]


def test_every_table_belongs_to_organisations_or_is_a_named_exception():
    loose = {model for model in ours() if not issubclass(model, TenantModel)}

    assert loose == set(SHARED)


@pytest.mark.parametrize("model", [m for m in ours() if issubclass(m, TenantModel)])
def test_no_table_can_be_read_without_an_organisation(model):
    with pytest.raises(NoOrganisation):
        model.objects.all()
    with pytest.raises(NoOrganisation):
        model._base_manager.all()


def test_an_organisation_sees_its_own_rows_and_no_others(organisation, other_organisation):
    make_team(name="Ours")
    with enter(other_organisation):
        make_team(name="Theirs")
        seen_by_other = list(Team.objects.values_list("name", flat=True))

    assert list(Team.objects.values_list("name", flat=True)) == ["Ours"]
    assert seen_by_other == ["Theirs"]


def test_another_organisations_row_cannot_be_reached_by_its_key(organisation, other_organisation):
    case = make_case(make_process())

    with enter(other_organisation):
        assert not Case.objects.filter(pk=case.pk).exists()
        assert not Case.objects.filter(pk=case.pk).update(subject="stolen")
        with pytest.raises(Case.DoesNotExist):
            case.refresh_from_db()


def test_entering_ends_with_its_block(organisation, other_organisation):
    with enter(other_organisation):
        assert current() == other_organisation

    assert current() == organisation


@pytest.mark.postgres
def test_every_table_of_organisations_is_protected_by_the_database(organisation):
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        protected = {name for (name,) in cursor.fetchall()}

    assert {m._meta.db_table for m in ours() if issubclass(m, TenantModel)} <= protected


NOBODYS = frozenset({
    "account_emailaddress", "account_emailconfirmation", "auth_group", "auth_group_permissions",
    "auth_permission", "config_cache", "django_content_type", "django_migrations",
    "django_session", "mfa_authenticator", "usersessions_usersession",
})  # fmt: skip
"""Tables of the packages underneath: accounts and sessions, before any organisation is known."""
UNFORCED = frozenset({"work_words"})
"""Read by the owner too, in one function that names the organisation itself."""


@pytest.mark.postgres
def test_the_database_holds_no_table_that_is_neither_protected_nor_a_named_exception(organisation):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class"
            " WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
        )
        tables = cursor.fetchall()

    assert {name for name, protected, _ in tables if not protected} == (
        NOBODYS | {model._meta.db_table for model in SHARED}
    )
    assert {name for name, protected, forced in tables if protected and not forced} == UNFORCED


@pytest.mark.postgres
def test_the_application_cannot_step_around_row_security(organisation):
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")

        assert cursor.fetchone() == (False, False)


@pytest.mark.postgres
def test_the_database_itself_shows_one_organisations_rows_only(organisation, other_organisation):
    make_team(name="Ours")

    with enter(other_organisation), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_team")
        assert cursor.fetchone() == (0,)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_team")
        assert cursor.fetchone() == (1,)


@pytest.mark.postgres
def test_the_database_refuses_a_row_of_another_organisation(organisation, other_organisation):
    with pytest.raises((ProgrammingError, InternalError, DatabaseError)), transaction.atomic():
        Team.objects.create(name="Smuggled", organisation=other_organisation)

    make_team(name="Ours")
    assert Team.objects.count() == 1


@pytest.mark.postgres
def test_the_database_does_not_think_longer_about_a_page_than_it_takes_to_read(db):
    with connection.cursor() as cursor:
        cursor.execute("SHOW join_collapse_limit")
        assert cursor.fetchone() == (str(JOINS),)


@pytest.mark.postgres
def test_the_database_plans_once_what_it_is_asked_again_and_again(organisation):
    for number in range(PREPARED_AFTER + 2):
        assert not Team.objects.filter(name=f"Team {number}").exists()

    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        kept = [statement for (statement,) in cursor.fetchall() if "people_team" in statement]
    assert len(kept) == 1
    assert "Team" not in kept[0], "its values went apart"


@pytest.mark.postgres
def test_the_database_plans_a_page_of_a_list_for_its_values_each_time(organisation):
    for number in range(PREPARED_AFTER + 2):
        assert not Team.objects.filter(name=f"Team {number}").order_by("name")[:26]

    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        assert not [statement for (statement,) in cursor.fetchall() if "LIMIT 26" in statement]


@pytest.mark.postgres
def test_more_values_than_can_go_apart_from_a_statement_are_no_trouble(organisation):
    quoted = make_team(name="50 % 'o'clock'")
    names = [f"Team {number}" for number in range(MOST_VALUES)]

    found = Team.objects.filter(name__in=[*names, quoted.name])

    assert list(found) == [quoted]


@pytest.mark.postgres
def test_a_plan_that_is_kept_shows_the_organisation_that_asks_and_no_other(
    organisation, other_organisation
):
    make_team(name="Ours")

    def seen():
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM people_team WHERE name <> %s", ["nobody"])
            return [name for (name,) in cursor.fetchall()]

    often = PREPARED_AFTER + 2 * TRIED_BY_THE_DATABASE
    assert [seen() for _ in range(often)] == [["Ours"]] * often
    with enter(other_organisation):
        assert seen() == []
        make_team(name="Theirs")
        assert seen() == ["Theirs"]
    assert seen() == ["Ours"]


@pytest.mark.postgres
def test_a_rollback_does_not_confuse_whose_rows_are_seen(organisation, other_organisation):
    make_team(name="Ours")

    with transaction.atomic(), enter(other_organisation):
        assert Team.objects.count() == 0
        transaction.set_rollback(True)

    assert [team.name for team in Team.objects.all()] == ["Ours"]
