"""A language model may phrase what documents say, where whoever set the chat up lets it."""

import time
from dataclasses import replace

import pytest
from django.test import Client

from samspil.chat.actions import change_chat, hand_over
from samspil.chat.models import Chat, Conversation, Turn
from samspil.chat.queries import lines, plan_of
from samspil.core.gateway.allowing import Purpose, Verdict
from samspil.core.masking import DataClass
from samspil.core.roles import Role
from samspil.governance.models import ModelCall
from samspil.governance.queries import origin
from samspil.people.models import Colleague
from samspil.work.actions import stop
from samspil.work.models import Message
from tests.chat.arranging import make_chat
from tests.chat.pages import write
from tests.factories import MONDAY_9, make_colleague
from tests.governance.serving import make_server
from tests.model_server import Script, model_server
from tests.pages import english, source, words

pytestmark = pytest.mark.either

DELIVERY = "How long does the delivery of a heat pump take?"
QUOTED = "A heat pump is delivered within ten working days."
RIGHT = "A heat pump is delivered in ten working days [1]."
WRITTEN = "A heat pump is delivered in ten working days."
CHOSE = "AI chose these sentences and changed no word of them."
WROTE = "AI wrote this from documents."
CHATS = frozenset({Purpose.CHATS})


@pytest.fixture
def owner(organisation) -> Colleague:
    return make_colleague(Role.OWNER, name="Olga Ejer")


@pytest.fixture
def stranger() -> Client:
    return english(Client())


@pytest.fixture
def phrasing(outside: Chat, leader) -> Chat:
    """The chat for customers, with a model let in."""
    plan = replace(plan_of(outside), phrased=True)
    change_chat(outside, outside.name, plan, process=outside.process, by=leader, at=MONDAY_9)
    outside.refresh_from_db()
    return outside


def let_in(owner: Colleague, script: Script, **wanted) -> None:
    """The model may be asked for chats, with what persons write."""
    make_server(owner, script.url, **{"of": DataClass.PERSONAL, "purposes": CHATS, **wanted})


def test_what_the_documents_support_is_told_as_ais_words_beside_their_own(
    phrasing, owner, stranger
):
    with model_server(f"{RIGHT} It is paid for in advance [1].") as script:
        let_in(owner, script)
        answer = write(stranger, phrasing, DELIVERY)

    said = words(answer)
    assert f"{WRITTEN} [1]" in said
    assert "paid for in advance" not in said
    assert WROTE in said
    assert CHOSE not in said
    assert QUOTED in said
    assert 'href="#from-1-1"' in source(answer)
    assert "/knowledge/" not in source(answer)
    assert "and may be wrong" in words(stranger.get("/c/nordlys/"))
    assert origin(WRITTEN).known == 1
    assert origin("It is paid for in advance.").known == 0
    line = ModelCall.objects.get()
    assert (line.purpose, line.data_class, line.outcome) == ("chats", "personal", "answered")


@pytest.mark.parametrize(
    "answer", ["It takes three weeks [1].", "NONE", 500, b"{garbage"], ids=repr
)
def test_where_nothing_is_supported_or_the_model_fails_the_documents_speak(
    phrasing, owner, stranger, answer
):
    with model_server(answer) as script:
        let_in(owner, script)
        said = words(write(stranger, phrasing, DELIVERY))

    assert len(script.asked) == 1
    assert QUOTED in said
    assert CHOSE in said
    assert WROTE not in said


def test_nobody_waits_for_a_slow_model(phrasing, owner, stranger, monkeypatch):
    monkeypatch.setattr("samspil.knowledge.actions.phrasing.CHAT_WAITS_S", 0.2)
    with model_server(RIGHT, pause_s=2) as script:
        let_in(owner, script)
        began = time.monotonic()
        said = words(write(stranger, phrasing, DELIVERY))
        took = time.monotonic() - began

    assert QUOTED in said
    assert WROTE not in said
    assert took < 1.5
    assert ModelCall.objects.get().why == "slow"


def test_a_chat_asks_no_model_unless_it_is_let(outside, owner, stranger):
    with model_server(RIGHT) as script:
        let_in(owner, script)
        said = words(write(stranger, outside, DELIVERY))

    assert script.asked == []
    assert CHOSE in said


@pytest.mark.parametrize(
    "wanted",
    [
        {"purposes": frozenset({Purpose.ANSWERS})},
        {"of": DataClass.INTERNAL},
        {"of": DataClass.PUBLIC},
    ],
    ids=["not for chats", "only internal", "only public"],
)
def test_what_strangers_write_goes_only_where_personal_data_of_chats_may(
    phrasing, owner, stranger, wanted
):
    with model_server(RIGHT) as script:
        let_in(owner, script, **wanted)
        said = words(write(stranger, phrasing, DELIVERY))

    assert script.asked == []
    assert QUOTED in said
    assert ModelCall.objects.get().outcome == "blocked"


def test_numbers_never_go_to_a_model_and_names_are_masked_where_the_list_says(
    phrasing, owner, stranger
):
    with model_server(RIGHT) as script:
        let_in(owner, script, verdict=Verdict.MASK)
        write(stranger, phrasing, f"{DELIVERY} Ask Olga Ejer, 010190-1234, kim@example.com")

    assert script.asked
    for secret in ("Olga", "010190", "kim@example.com"):
        assert secret not in script.prompt


def test_where_ai_is_stopped_no_model_is_asked(phrasing, owner, stranger):
    stop(phrasing.process, why="", by=owner, at=MONDAY_9)
    with model_server(RIGHT) as script:
        let_in(owner, script)
        write(stranger, phrasing, DELIVERY)

    assert script.asked == []


def test_colleagues_get_links_to_each_passage(leader, documents, owner, client_of):
    chat = make_chat(by=leader, phrased=True)
    emil = english(client_of(make_colleague(Role.EMPLOYEE, name="Emil Ansat")))
    with model_server("Everybody has 25 days of holiday a year [1].") as script:
        let_in(owner, script, of=DataClass.INTERNAL)
        answer = write(emil, chat, "How many days of holiday do I have?")

    assert "Everybody has 25 days of holiday a year. [1]" in words(answer)
    (turn,) = Turn.objects.all()
    (line,) = lines(turn.conversation, inside=True)
    assert [one.address.split("?")[0] for one in line.grounds] == [
        f"/knowledge/documents/{turn.phrased[0]['from'][0]['document']}/"
    ]
    assert line.grounds[0].address.replace("&", "&amp;") in source(answer)


def test_whoever_takes_over_reads_what_ai_wrote(phrasing, owner, stranger):
    with model_server(RIGHT) as script:
        let_in(owner, script)
        write(stranger, phrasing, DELIVERY)

    hand_over(Conversation.objects.get(), at=MONDAY_9)

    told = Message.objects.get().text
    assert f"{WRITTEN} “{QUOTED}" in told
