"""Every address of the API: closed without a token, blind to others, proof against nonsense."""

import json
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samspil.core.lifecycle import Stage
from samspil.core.roles import Role
from samspil.people import actions as people
from samspil.people.models import ApiToken
from samspil.tenancy.actions import enter
from samspil.work.models import Case
from tests.api.doors import (
    EVERY,
    FOR_EVERYBODY,
    FOR_REPRESENTATIVES,
    NOBODY,
    ONE_BY_ONE,
    WITH_A_BODY,
    at,
    good,
)
from tests.factories import (
    MONDAY_9,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)


def test_the_list_of_addresses_here_is_whole(client):
    document = client.get("/api/v1/openapi.json").json()

    written = {
        (method.upper(), path.removeprefix("/api/v1"))
        for path, methods in document["paths"].items()
        for method in methods
    }

    assert {(method, address.replace("_id", "")) for method, address in written} == {*EVERY}


def test_the_document_is_openapi_3_1_and_names_the_token(client):
    document = client.get("/api/v1/openapi.json").json()

    schemes = document["components"]["securitySchemes"]
    assert document["openapi"] == "3.1.0"
    assert schemes == {"Token": {"type": "http", "scheme": "bearer"}}


WRONG = ("", "Bearer", "Bearer x", "Bearer samspil_1_2", "Basic YTpi", f"Bearer samspil_{NOBODY}_x")


@pytest.mark.either
def test_nobody_comes_in_without_a_token(db, client):
    everywhere = [(door, WRONG[-1]) for door in EVERY]
    for (method, address), authorisation in (*everywhere, *product(EVERY[:1], WRONG)):
        answer = client.generic(
            method, f"/api/v1{at(address)}", headers={"Authorization": authorisation}
        )

        assert answer.status_code == 401, (method, address, authorisation)
        assert answer.json() == {"detail": "Send a valid token: Authorization: Bearer samspil_…"}


def test_a_browser_that_is_signed_in_has_no_way_in(organisation, client_of):
    client = client_of(make_colleague(Role.OWNER))

    assert client.get("/api/v1/cases").status_code == 401


def test_a_token_that_was_revoked_opens_nothing(program):
    people.revoke_token(ApiToken.objects.get(), at=MONDAY_9)

    assert program.get("/cases")[0] == 401


def test_a_token_shown_to_another_organisation_opens_nothing(program, other_organisation):
    prefix, _, secret = program.token.split("_", 2)
    token = f"{prefix}_{other_organisation.public_id.hex}_{secret}"
    stranger = type(program)(colleague=program.colleague, token=token)

    assert stranger.get("/cases")[0] == 401


def test_what_belongs_to_another_organisation_does_not_exist(program, other_organisation):
    with enter(other_organisation):
        theirs = make_process()
        case = make_waiting(theirs)

    for method, address in (one for one in EVERY if "{" in one[1]):
        place = at(address, case=case.public_id, process=theirs.public_id)
        found = program.send(method, place, good(address))

        assert found == (404, {"detail": "There is no such thing here."}), (method, address)


def test_another_organisations_process_takes_no_messages_from_here(program, other_organisation):
    with enter(other_organisation):
        theirs = make_process()
    body = {"process": str(theirs.public_id), "messages": [{"text": "Hej"}]}

    assert program.post("/messages", body)[0] == 404
    assert program.post("/triage", body)[0] == 404
    assert program.get("/cases", process=theirs.public_id)[0] == 404


def test_a_case_is_not_handed_to_another_organisations_team(program, process, other_organisation):
    case = make_claimed(process, program.colleague)
    with enter(other_organisation):
        team = make_team()

    status, said = program.post(f"/cases/{case.public_id}/hand-over", {"team": str(team.public_id)})

    assert (status, said["detail"]) == (422, "There is no such team here.")


def test_roles_that_do_not_cover_it_are_refused_with_a_sentence(program_of, process):
    case = make_waiting(process)
    watching = program_of(Role.STAFF_REPRESENTATIVE)
    theirs = FOR_EVERYBODY | FOR_REPRESENTATIVES

    for method, address in (one for one in EVERY if one not in theirs):
        place = at(address, case=case.public_id, process=process.public_id)
        status, said = watching.send(method, place, good(address))

        assert status == 403, (method, address)
        assert said["detail"].startswith("Your roles do not cover this: ")


def test_an_address_that_is_none_and_a_method_that_is_none_answer_in_json(program):
    assert program.get("/nothing") == (404, {"detail": "There is no such address."})
    assert program.send("PUT", "/cases") == (405, {"detail": "This address takes other methods."})
    assert program.get("/cases/not-an-id") == (404, {"detail": "There is no such address."})


BROKEN = (
    *(b"", b"\x00", b"{", b"[]", b"null", b'"text"'),
    b"[" * 100_000,
    b'{"messages":' * 50_000,
    b"1" * 10_000,
    b'{"messages": ' + b"9" * 5_000 + b"}",
    '{"answer": "Hej"}'.encode("utf-16"),
    b"\xff\xfe\xfd",
)
"""What is no thing of JSON: one reader reads it wherever it is sent."""
HOSTILE = (
    b'{"messages": [NaN], "why": Infinity, "team": -Infinity, "answer": NaN}',
    b'{"messages": [{"text": "\\u0000\\ud800"}], "why": "\\u0000\\ud800"}',
    b'{"answer": "\\ud800\\u0000", "close_without_reply": false}',
    b'{"messages": {}, "why": [], "team": 5, "answer": {}, "topic": [[]]}',
    b'{"messages": [], "process": "\\u0000"}',
    b'{"messages": [5, null, [], "x", {"text": {}}, {"text": "a", "id": []}]}',
    json.dumps(
        {"messages": [{"text": "x"}] * 501, "why": "x" * 501, "answer": "x" * 50_001}
    ).encode(),
    '{"answer": "Hej", "topic": "\u202e", "close_without_reply": "maybe"}'.encode(),
)
PARTS = 4
"""In so many parts the addresses are dealt out among what is broken."""
TRIED = [
    *((body, number % PARTS, PARTS) for number, body in enumerate(BROKEN)),
    *((body, 0, 1) for body in HOSTILE),
]


@pytest.mark.either
@pytest.mark.parametrize(("body", "first", "step"), TRIED, ids=range(len(TRIED)))
def test_nonsense_is_answered_and_never_breaks_anything(program, process, body, first, step):
    case = make_claimed(process, program.colleague)
    doors = [(method, address) for method, address in EVERY if method != "GET"]

    for method, address in doors[first::step]:
        status, said = program.send(
            method, at(address, case=case.public_id, process=process.public_id), body
        )

        nobodys = any(one in address for one in ONE_BY_ONE)
        lawful = (400, 404, 422) if nobodys else (200, 201, 202, 204, 400, 409, 422)
        assert status in lawful, (address, said)
        assert status < 400 or isinstance(said["detail"], str)


NONSENSE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["messages", "text", "id", "sender", "process", "answer", "topic", "why"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@pytest.mark.either
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=NONSENSE)
def test_no_json_that_anybody_could_think_of_breaks_anything(program, process, body: object):
    case = still_waiting(process)
    for ending in WITH_A_BODY:
        method, address = next(one for one in EVERY if one[1].endswith(ending))

        status, _ = program.send(
            method,
            at(address, case=case.public_id, process=process.public_id),
            json.dumps(body).encode(),
        )

        assert status < 500


def still_waiting(process):
    """A case that waits for a person: the one of before, unless a request moved it."""
    return Case.objects.filter(process=process, stage=Stage.WAITING).first() or make_waiting(
        process
    )


@pytest.mark.parametrize(
    "query",
    [
        {"stage": "nowhere"},
        {"route": "\x00"},
        {"level": "9"},
        {"process": "x"},
        {"size": "0"},
        {"size": "100000"},
        {"size": "9" * 5_000},
        {"after": "x"},
        {"after": "\x00"},
        {"after": "æ" * 100},
        {"after": "MjAyNi0wMy0wMlQwODowMDowMHwx"},
        {"after": "MjAyNi0wMy0wMlQwODowMDowMCswMDowMHw5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk="},
    ],
)
def test_a_list_asked_for_in_a_wrong_way_says_what_is_wrong(program, query: dict[str, str]):
    status, said = program.get("/cases", **query)

    assert status == 422
    assert said["detail"].startswith(next(iter(query)))


def test_a_request_over_five_megabytes_is_refused(program, process):
    status, said = program.post("/messages", {"messages": [{"text": "x" * 6_000_000}]})

    assert (status, said) == (
        413,
        {"detail": "A request may hold 5 megabytes: send fewer at a time."},
    )
