"""Behind proxies a visitor has the address the last trusted proxy saw, whatever they claim."""

import pytest
from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from samspil.config.proxies import ClientAddress, UnknownProxies, read_proxies
from samspil.governance.views.verifying import MOST_IN_A_MINUTE

VISITOR = "198.51.100.4"


@pytest.mark.parametrize(
    ("trusted", "peer", "forwarded", "visitor"),
    [
        ("", "127.0.0.1", "1.2.3.4", "127.0.0.1"),
        ("1", "127.0.0.1", VISITOR, VISITOR),
        ("1", "127.0.0.1", f"1.2.3.4, {VISITOR}", VISITOR),
        ("2", "127.0.0.1", f"1.2.3.4, {VISITOR}, 10.0.0.9", VISITOR),
        ("2", "127.0.0.1", "1.2.3.4", "127.0.0.1"),
        ("1", "127.0.0.1", "", "127.0.0.1"),
        ("1", "127.0.0.1", "not an address", "127.0.0.1"),
        ("1", "127.0.0.1", f"{VISITOR}:5123", VISITOR),
        ("1", "127.0.0.1", "[2001:db8::7]:5123", "2001:db8::7"),
        ("127.0.0.1", "127.0.0.1", f"1.2.3.4, {VISITOR}", VISITOR),
        ("127.0.0.1", "192.0.2.66", f"1.2.3.4, {VISITOR}", "192.0.2.66"),
        ("127.0.0.1, 10.0.0.0/8", "127.0.0.1", f"1.2.3.4, {VISITOR}, 10.0.0.9", VISITOR),
        ("10.0.0.0/8", "10.0.0.9", "10.0.0.7", "10.0.0.7"),
        ("2001:db8::/32", "2001:db8::1", VISITOR, VISITOR),
    ],
)
def test_the_visitor_is_whom_the_last_trusted_proxy_saw(trusted, peer, forwarded, visitor):
    proxies = read_proxies(trusted)

    assert (proxies.visitor(peer, forwarded) if proxies.trusts(peer) else peer) == visitor


@pytest.mark.parametrize("text", ["proxy.example.com", "10.0.0.0/99", "-1"])
def test_proxies_that_are_neither_a_number_nor_addresses_are_refused(text):
    with pytest.raises(UnknownProxies, match="must be a number, or addresses"):
        read_proxies(text)


def test_what_a_stranger_claims_is_removed(settings):
    settings.TRUSTED_PROXIES = read_proxies("10.0.0.1")
    seen = {}

    def view(request: HttpRequest) -> HttpResponse:
        seen.update(request.META)
        return HttpResponse()

    ClientAddress(view)(
        RequestFactory().get(
            "/",
            REMOTE_ADDR="192.0.2.66",
            HTTP_X_FORWARDED_FOR="1.2.3.4",
            HTTP_X_FORWARDED_PROTO="https",
            HTTP_X_REAL_IP="1.2.3.4",
        )
    )

    assert seen["REMOTE_ADDR"] == "192.0.2.66"
    assert [name for name in seen if name.startswith(("HTTP_X_FORWARDED", "HTTP_X_REAL"))] == []


def test_the_limit_of_questions_counts_visitors_not_proxies_and_cannot_be_dodged(db, settings):
    settings.TRUSTED_PROXIES = read_proxies("1")
    behind_a_proxy = Client()

    def ask(forwarded: str) -> int:
        headers = {"X-Forwarded-For": forwarded}
        return behind_a_proxy.post("/verify/", {"text": "Hello"}, headers=headers).status_code

    tries = 2 * (MOST_IN_A_MINUTE + 1)  # should the minute change meanwhile
    answers = [ask(f"1.2.3.{number}, {VISITOR}") for number in range(tries)]

    assert 429 in answers
    assert ask("198.51.100.5") == 200


def test_the_limit_of_sign_ins_sees_the_same_visitor(settings):
    settings.TRUSTED_PROXIES = read_proxies("1")
    seen = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(get_client_ip(request))
        return HttpResponse()

    ClientAddress(view)(RequestFactory().get("/", HTTP_X_FORWARDED_FOR=f"1.2.3.4, {VISITOR}"))

    assert seen == [VISITOR]
