"""One line for each request, and none of them tells whose."""

import json
import logging
import time

import pytest
from django.test import Client

from samspil.config.monitoring.log import Json, Line, Told, request_id
from samspil.config.proxies import Proxies
from samspil.core.roles import Role
from tests.factories import make_colleague, make_process, make_team, make_waiting


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, logger="samspil.requests")
    caplog.handler.addFilter(Told())
    return caplog


def test_a_request_leaves_one_line_with_route_status_and_organisation(
    lines, organisation, client_of
):
    owner = make_colleague(Role.OWNER)
    case = make_waiting(make_process(team=make_team(owner)))

    answer = client_of(owner).get(f"/work/{case.public_id}/?q=Anna+Berg")

    (record,) = (record for record in lines.records if record.name == "samspil.requests")
    told = json.loads(Json().format(record))
    milliseconds = told.pop("milliseconds")
    assert answer.status_code == 200
    assert milliseconds > 0
    assert told["message"] == f"GET review:case 200 {milliseconds:.1f} ms {organisation.public_id}"
    assert (told["method"], told["route"], told["status"]) == ("GET", "review:case", 200)
    assert told["organisation"] == str(organisation.public_id)
    assert told["request_id"] == answer["X-Request-ID"]
    written = Line().format(record) + Json().format(record)
    for secret in (str(case.public_id), "Anna", owner.name, "127.0.0.1"):
        assert secret not in written


def test_an_address_that_is_not_there_is_not_repeated(lines, client, db):
    client.get("/nowhere/anna@nordlys.example/")
    client.get("/static/web/nowhere.css")

    assert [record.getMessage().split(" ")[1] for record in lines.records] == ["unknown", "static"]


def test_what_breaks_is_told_with_its_traceback_but_without_the_address(lines, db):
    request = Client().get("/accounts/login/").wsgi_request
    try:
        raise ValueError("broken")
    except ValueError as why:
        logging.getLogger("django.request").error(
            "Internal Server Error: %s", request.path,
            exc_info=why, extra={"request": request},
        )  # fmt: skip

    told = json.loads(Json().format(lines.records[-1]))

    assert told["message"] == "Internal Server Error: account_login"
    assert "ValueError: broken" in told["traceback"]


def test_a_proxy_may_give_the_request_its_id_and_nobody_else(client, db, settings):
    given = {"X-Request-ID": "from-the-proxy-1"}

    alone = client.get("/accounts/login/", headers=given)
    settings.TRUSTED_PROXIES = Proxies(count=1)
    behind = Client().get("/accounts/login/", headers=given)
    odd = Client().get("/accounts/login/", headers={"X-Request-ID": "a b\tc" * 3})

    assert len(alone["X-Request-ID"]) == 16
    assert behind["X-Request-ID"] == "from-the-proxy-1"
    assert len(odd["X-Request-ID"]) == 16
    assert request_id.get() == "-"


@pytest.mark.parametrize("sign", ["\n", "\r", "\r\n", "\x0b", "\x85", "\u2028", "\x1b[2K"])
def test_nobody_writes_a_line_of_their_own(sign):
    forged = f"odd{sign}2026-03-02 08:00:00,000 INFO samspil.security - signed in"
    record = logging.makeLogRecord({"msg": "Cannot read %s", "args": (forged,), "request_id": "-"})

    for written in (Line().format(record), Json().format(record)):
        assert len(written.splitlines()) == 1
        assert "\x1b" not in written


def test_times_are_utc_wherever_the_machine_stands(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    record = logging.makeLogRecord({"msg": "Here", "created": 1_772_438_400.5, "request_id": "-"})

    written = [Line().format(record), Json().format(record)]
    monkeypatch.undo()
    time.tzset()

    assert written[0].startswith("2026-03-02 08:00:00.500+00:00 ")
    assert json.loads(written[1])["at"] == "2026-03-02T08:00:00.500+00:00"


def test_no_line_of_a_traceback_looks_like_one_of_ours():
    try:
        raise ValueError("odd\n2026-03-02 08:00:00,000 INFO samspil.security - signed in")
    except ValueError as why:
        told = (type(why), why, why.__traceback__)
    record = logging.makeLogRecord({"msg": "Broken", "exc_info": told, "request_id": "-"})

    _, *further = Line().format(record).splitlines()

    assert further
    assert all(line.startswith("    ") for line in further)


def test_every_answer_has_an_id_of_its_own(client, db):
    ids = {client.get("/accounts/login/")["X-Request-ID"] for _ in range(3)}

    assert len(ids) == 3
