"""Whom a mail came from and went to, however its head is written."""

import pytest

from samspil.adapters.incoming_mail.parties import addresses_in, parties_of


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("ida@example.com", ["ida@example.com"]),
        ("Ida Krogh <Ida@Example.com>", ["Ida@Example.com"]),
        ('"Krogh, Ida" <ida@example.com>, ole@example.com', ["ida@example.com", "ole@example.com"]),
        ('"ida@example.com" <ole@example.com>', ["ole@example.com"]),
        ("ida@example.com <ole@example.com>", ["ole@example.com"]),
        ("ole@example.com (for ida@example.com, really)", ["ole@example.com"]),
        ("=?utf-8?q?S=C3=B8ren?= <soren@example.com>", ["soren@example.com"]),
        ("Søren <søren@bücher.example>", ["søren@bücher.example"]),
        ("Team: ida@example.com, Ole <ole@example.com>;", ["ida@example.com", "ole@example.com"]),
        ("undisclosed-recipients:;", []),
        ("<@relay.example,@b.example:ida@example.com>", ["ida@example.com"]),
        ("<mailto:ida@example.com>", ["ida@example.com"]),
        ('"ida krogh"@example.com', ["ida krogh@example.com"]),
        ("Ida ida@example.com", ["ida@example.com"]),
        ("Ida <ida@example.com", ["ida@example.com"]),
        ('"Ida <ida@example.com>', ["ida@example.com"]),
        ("ida+work@example.com", ["ida+work@example.com"]),
        ("ida@example.com; ole@example.com", ["ida@example.com", "ole@example.com"]),
        ("Ida <@>, @example.com, ida@", []),
        ("", []),
    ],
)
def test_an_address_is_told_from_names_comments_and_groups(said, found):
    assert list(addresses_in(said)) == found


def test_every_head_that_names_an_address_is_read_and_no_other():
    raw = (
        "From: Ida <ida@a.example>\r\nSender: post@a.example\r\nReply-To: ida@b.example\r\n"
        "To: ole@c.example,\r\n\tkim@c.example\r\nto: eva@c.example\r\nCc: bo@c.example\r\n"
        "Bcc: lis@c.example\r\nResent-To: per@c.example\r\nList-Owner: <mailto:x@d.example>\r\n"
        "Message-ID: <7@a.example>\r\n\r\nTo: words@e.example\r\n"
    )

    found = parties_of(raw.encode())

    assert found.number == "7@a.example"
    assert found.senders == ("ida@a.example", "post@a.example", "ida@b.example")
    assert [one.partition("@")[0] for one in found.recipients] == [
        "ole", "kim", "eva", "bo", "lis", "per"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0\xff",
        b"From: " + b"(" * 300_000,
        b'To: "' + b"\\" * 300_000,
        b"To: " + b"<," * 99,
    ],
    ids=["empty", "bytes", "comments", "quotes", "brackets"],
)
def test_no_head_is_too_odd(raw):
    assert parties_of(raw).recipients == ()


def test_a_mail_to_very_many_names_them_all():
    many = ", ".join(f"n{number}@example.com" for number in range(5_000))

    assert len(parties_of(f"To: {many}\n\nHello".encode()).recipients) == 5_000
