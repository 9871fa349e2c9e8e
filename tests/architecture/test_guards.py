"""What the test run itself forbids."""

import socket

import pytest
from django.db import connection

from samspil.tenancy.models import Organisation
from tests.conftest import NetworkForbidden


def test_no_test_reaches_another_machine():
    with pytest.raises(NetworkForbidden):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(NetworkForbidden):
        socket.getaddrinfo("example.org", 80)


def test_a_test_reaches_its_own_machine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()

        socket.create_connection(address, timeout=1).close()


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_a_test_commits_is_gone_afterwards(transactional_db, organisation, time):
    assert list(Organisation.objects.all()) == [organisation]


@pytest.mark.postgres
def test_tests_run_as_the_application_role_which_owns_nothing(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        powers = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        owned = cursor.fetchone()

    assert (powers, owned) == ((False, False), (0,))
