"""Chats are set up by program as by page: with the same checks and the same words."""

import pytest

from samspil.chat.models import Chat
from samspil.core.roles import Role
from tests.factories import make_process


@pytest.fixture
def leader(program_of):
    return program_of(Role.LEADER)


@pytest.fixture
def said():
    """What says enough of a chat for employees."""
    process = make_process(name="HR", starter="hr")
    return {
        "name": "Ask HR", "audience": "employees", "process": str(process.public_id),
        "languages": ["da"], "texts": {"da": {"title": "Spørg HR"}}, "topics": ["illness"],
    }  # fmt: skip


@pytest.fixture
def for_customers(said):
    process = make_process(name="Customers")
    return said | {"audience": "customers", "process": str(process.public_id)}


def test_a_chat_is_set_up_changed_opened_and_closed(leader, said):
    status, made = leader.post("/chats", said)
    assert (status, made["name"], made["open"], made["phrased"]) == (201, "Ask HR", False, False)
    assert {"illness", "harassment"} <= set(made["topics"])
    at = f"/chats/{made['id']}"

    terms = said | {"name": "HR", "languages": ["da", "de"], "phrased": True}
    del terms["audience"]
    terms["texts"]["de"] = {"title": "HR fragen", "hours": "9 bis 15"}
    status, changed = leader.send("PUT", at, terms)
    assert (status, changed["name"], changed["languages"]) == (200, "HR", ["da", "de"])
    assert (changed["texts"]["de"]["hours"], changed["phrased"]) == ("9 bis 15", True)

    assert leader.post(f"{at}/open")[1]["open"]
    assert not leader.send("DELETE", f"{at}/open")[1]["open"]
    assert leader.get(at)[1]["open"] is False


def test_no_chat_opens_before_strangers_are_told_what_they_must_be(leader, for_customers):
    at = f"/chats/{leader.post('/chats', for_customers)[1]['id']}"
    status, why = leader.post(f"{at}/open")
    assert (status, "privacy policy" in why["detail"]) == (422, True)
    assert Chat.objects.get().opened_at is None

    told = for_customers | {
        "contact": "Havgaard, info@example.com", "privacy_policy": "https://example.com/privacy",
    }  # fmt: skip
    assert leader.send("PUT", at, told)[0] == 200
    assert leader.post(f"{at}/open")[0] == 200
    status, why = leader.send("PUT", at, for_customers)
    assert (status, "privacy policy" in why["detail"]) == (422, True)
    assert Chat.objects.get().contact == told["contact"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"audience": "everybody"},
        {"audience": "customers"},
        {"process": "01a20000-0000-7000-8000-000000000000"},
        {"languages": ["fr"]},
        {"topics": ["weather"]},
        {"privacy_policy": "no address"},
        {"sites": ["javascript:alert(1)"]},
    ],
    ids=str,
)
def test_what_a_page_would_refuse_is_refused_and_nothing_is_kept(leader, said, wrong):
    status, answer = leader.post("/chats", said | wrong)

    assert (status, bool(answer["detail"])) == (422, True)
    assert not Chat.objects.exists()


def test_what_is_wrong_is_named_as_it_was_sent(leader, said):
    texts = {"da": {"title": "x" * 121}, "en": {"title": "Ask"}}

    status, answer = leader.post("/chats", said | {"texts": texts, "privacy_policy": "no address"})

    assert status == 422
    assert [one["where"] for one in answer["errors"]] == ["privacy_policy", "texts.da.title"]
    assert answer["detail"].startswith("privacy_policy: Enter a valid URL.; texts.da.title: ")


def test_a_name_is_taken_once_and_an_address_too(leader, for_customers):
    first = for_customers | {"slug": "ask"}
    assert leader.post("/chats", first)[0] == 201
    assert leader.post("/chats", first)[0] == 422
    assert leader.post("/chats", first | {"name": "Other"})[0] == 422
    assert Chat.objects.count() == 1


def test_whoever_changes_no_processes_sets_up_no_chat(leader, said, program_of):
    at = f"/chats/{leader.post('/chats', said)[1]['id']}"
    reviewer = program_of(Role.REVIEWER)
    assert reviewer.post("/chats", said)[0] == reviewer.post(f"{at}/open")[0] == 403
    assert Chat.objects.get().opened_at is None
