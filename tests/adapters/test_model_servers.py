"""A model server is asked once, for so long, and believed in nothing but its text."""

import json

import pytest

from samspil.adapters.model_servers import MOST_BYTES, Endpoint, Failure, NoReply, complete
from samspil.core.gateway.allowing import Place
from samspil.core.gateway.prompting import messages
from tests.model_server import Script, as_completion, model_server

ASKED = messages("Answer.", sources=["25 days"], question="How many?")


def ask(script: Script, *, key: str = "", seconds: float = 5, url: str = ""):
    endpoint = Endpoint(base_url=url or script.url, model="small", place=Place.MACHINE, key=key)
    return complete(endpoint, ASKED, most_tokens=50, seconds=seconds)


def test_the_protocol_is_spoken():
    with model_server("25 days. [1]") as script:
        reply = ask(script, key="sk-1")

    assert (reply.text, reply.prompt_tokens, reply.answer_tokens) == ("25 days. [1]", 42, 7)
    assert script.paths == ["/v1/chat/completions"]
    assert script.headers[0]["Authorization"] == "Bearer sk-1"
    (sent,) = script.asked
    assert (sent["model"], sent["max_tokens"], sent["stream"]) == ("small", 50, False)
    assert [one["role"] for one in sent["messages"]] == ["system", "user"]
    assert not {"tools", "functions"} & set(sent)


def test_without_a_key_none_is_sent():
    with model_server("ready") as script:
        ask(script)

    assert "Authorization" not in script.headers[0]


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (b"garbage", Failure.UNREADABLE),
        (b"", Failure.UNREADABLE),
        (b"[" * 100_000, Failure.UNREADABLE),
        (b'{"choices": []}', Failure.UNREADABLE),
        (b'{"choices": 3}', Failure.UNREADABLE),
        (b"[]", Failure.UNREADABLE),
        (json.dumps({"choices": [{"message": {"content": None}}]}).encode(), Failure.EMPTY),
        (as_completion("  \n"), Failure.EMPTY),
        (b"x" * (MOST_BYTES + 1), Failure.TOO_LARGE),
        (500, Failure.REFUSED),
        (401, Failure.REFUSED),
        (302, Failure.REFUSED),
    ],
)
def test_what_is_no_answer_is_named(answer, failure):
    with model_server(answer) as script, pytest.raises(NoReply) as why:
        ask(script)

    assert why.value.failure is failure
    assert len(script.asked) == 1


def test_a_redirect_is_not_followed_and_takes_no_key_along():
    with model_server(307, "gone astray") as script, pytest.raises(NoReply):
        ask(script, key="sk-1")

    assert script.paths == ["/v1/chat/completions"]


def test_a_slow_server_is_given_up():
    with model_server("late", pause_s=0.6) as script, pytest.raises(NoReply) as why:
        ask(script, seconds=0.2)

    assert why.value.failure is Failure.SLOW


def test_a_server_that_drips_is_given_up_as_well():
    with model_server("drop by drop", drip=True) as script, pytest.raises(NoReply) as why:
        ask(script, seconds=0.3)

    assert why.value.failure is Failure.SLOW


def test_where_nobody_listens_nothing_is_reached():
    with model_server("x") as script:
        gone = script.url
    with pytest.raises(NoReply) as why:
        ask(script, url=gone)

    assert why.value.failure is Failure.UNREACHABLE


def test_a_server_said_to_be_elsewhere_is_not_asked_on_this_machine():
    with model_server("x") as script:
        endpoint = Endpoint(base_url=script.url, model="small", place=Place.EU)
        with pytest.raises(NoReply) as why:
            complete(endpoint, ASKED, most_tokens=5, seconds=5)

    assert why.value.failure is Failure.ADDRESS
    assert script.asked == []


def test_no_proxy_of_the_environment_sees_the_question(monkeypatch):
    with model_server("through a proxy") as proxy, model_server("direct") as script:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        assert ask(script).text == "direct"

    assert proxy.asked == []


def test_strange_counts_of_tokens_are_not_believed():
    told = json.loads(as_completion("x")) | {
        "usage": {"prompt_tokens": -5, "completion_tokens": "7"}
    }
    with model_server(json.dumps(told).encode()) as script:
        reply = ask(script)

    assert (reply.prompt_tokens, reply.answer_tokens) == (None, None)


def test_a_key_does_not_show_when_an_endpoint_is_printed():
    endpoint = Endpoint(base_url="http://localhost/", model="m", place=Place.MACHINE, key="sk-1")

    assert "sk-1" not in repr(endpoint)
