"""Whatever is sent as a mail, the reader goes on."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samspil.adapters.incoming_mail.heads import address_in
from tests.inbox.test_mails import FROM, MIXED, PDF, attached, mail, mixed, rows


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=600))
def test_random_bytes_never_break_the_reader(noise: bytes):
    rows(FROM + noise)
    rows(mail(noise))
    rows(mail(noise, Content_Type=MIXED))


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_mutated_mails_never_break_the_reader(data: st.DataObject):
    whole = bytearray(
        mixed(
            "Content-Type: text/html; charset=utf-8\n\n<p>Hej <a href='x'>du</a></p>\n",
            attached("a.pdf", PDF),
            "Content-Type: message/rfc822\n\nFrom: =?utf-8?q?=C3?= <b@x>\n\ntext\n",
        )
    )
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + data.draw(st.integers(0, 5))] = data.draw(
            st.sampled_from([b"\n", b"\0", b"\xff", b"--b", b'"', b"(", b"=?", b"<", b":", b"\r"])
        )

    rows(FROM + bytes(whole))


@pytest.mark.parametrize(
    "html",
    [
        "<!--" * 200_000,
        "<a " * 300_000,
        "<?" * 300_000,
        '<a href="x">y' * 50_000,
        "<div>" * 200_000,
    ],
)
def test_html_made_to_be_slow_is_not(html: str):
    rows(mail(html, Content_Type="text/html"))


@pytest.mark.parametrize("sign", [" ", "\xa0"])
def test_a_sender_made_to_be_slow_is_not(sign: str):
    assert {address_in(sign * 1_000)[1] for _ in range(60)} == {""}
