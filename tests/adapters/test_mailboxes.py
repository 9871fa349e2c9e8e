"""Mailboxes are looked at over a real connection, and nothing in them is ever changed."""

import pytest

from samspil.adapters.sources.dialling import Dialler
from samspil.adapters.sources.mailbox import Account, Mailbox, is_server
from samspil.core.knowledge.sources import ItemFailed, Mishap, SourceFailed
from tests.adapters.mailboxes import certified, served

HERE = Dialler(private_hosts=frozenset({"localhost", "127.0.0.1"}))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return certified(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def server(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with served(certificate) as running:
        yield running


def box(
    server,
    *,
    dialler=HERE,
    login="ida@example.com",
    password=None,
    folder="INBOX",
    scheme="",
    most=100_000,
):
    account = Account(
        server=f"{scheme}localhost:{server.port}",
        login=login,
        password=server.password if password is None else password,
    )
    return Mailbox(account=account, folder=folder, dialler=dialler, most_bytes=most)


def places(mailbox: Mailbox) -> list[str]:
    return [one.place for one in mailbox.listed()]


def fault_of(failed):
    return failed.value.fault.mishap


def test_mails_are_listed_and_read_without_being_marked(server):
    server.password = 'a "quoted" \\ secret'
    server.put(3, "Parking", "It costs 40 kroner.")
    server.put(9, "Bicycles", "They are free.")
    mailbox = box(server)

    assert places(mailbox) == ["7/3", "7/9"]
    got = mailbox.got("7/3", "")
    mailbox.close()

    assert got.name == "2026-03-02 3.eml"
    assert b"It costs 40 kroner." in (got.content or b"")
    assert server.seen == set()
    told = {line.split()[1].upper() for line in server.asked}
    assert told <= {b"CAPABILITY", b"LOGIN", b"EXAMINE", b"UID", b"LOGOUT"}


def test_passwords_may_have_danish_letters(server):
    server.password = "blåbærgrød"
    server.put(1, "Ferie", "25 dage.")

    assert places(box(server)) == ["7/1"]


@pytest.mark.parametrize("given", [{"login": "hr\r\na2 DELETE INBOX"}, {"password": "x\na2 NOOP"}])
def test_a_line_break_in_an_account_is_no_command(server, given):
    with pytest.raises(SourceFailed) as failed:
        places(box(server, **given))

    assert fault_of(failed) == Mishap.NO_LOGIN
    assert not [line for line in server.asked if b"DELETE" in line or b"NOOP" in line]


def test_folders_may_have_danish_names(server):
    server.put(1, "Ferie", "25 dage.", folder="H&AOU-ndb&APg-ger")

    assert places(box(server, folder="Håndbøger")) == ["7/1"]


@pytest.mark.parametrize(
    ("said", "mishap"),
    [({"password": "wrong"}, Mishap.NO_LOGIN), ({"folder": "Nowhere"}, Mishap.NO_MAILBOX),
     ({"dialler": Dialler()}, Mishap.PRIVATE)],
)  # fmt: skip
def test_what_stands_in_the_way_is_named(server, said, mishap):

    with pytest.raises(SourceFailed) as failed:
        places(box(server, **said))

    assert fault_of(failed) == mishap


def test_a_server_whose_certificate_nobody_vouches_for_gets_no_password(certificate):
    with served(certificate) as server, pytest.raises(SourceFailed) as failed:
        places(box(server))

    assert fault_of(failed) == Mishap.NO_CERTIFICATE
    assert server.asked == []


def test_a_server_that_does_not_encrypt_gets_no_password():
    with served() as server, pytest.raises(SourceFailed) as failed:
        places(box(server))

    assert fault_of(failed) == Mishap.NO_ANSWER
    assert not any(b"LOGIN" in line for line in server.asked)


def test_without_encryption_only_this_machine_is_asked():
    with served() as server:
        server.put(1, "Parking", "It is free.")

        assert places(box(server, scheme="imap://")) == ["7/1"]


@pytest.mark.parametrize(
    ("server", "sound"),
    [
        ("mail.example.com", True), ("mail.example.com:1993", True), ("imap://localhost:143", True),
        ("imap://mail.example.com", False), ("", False), ("mail:0", False), ("mail:x", False),
        ("a b", False), ("https://mail.example.com", False), ("me@mail.example.com", False),
    ],
)  # fmt: skip
def test_what_is_no_server_is_refused(server, sound):
    assert is_server(server) is sound


def test_a_mail_that_is_too_large_is_named_before_it_is_sent(server):
    server.put(1, "Large", "x" * 200)

    with pytest.raises(ItemFailed) as failed:
        box(server, most=100).got("7/1", "")

    assert fault_of(failed) == Mishap.TOO_LARGE
    assert not any(b"PEEK" in line for line in server.asked)


def test_a_server_that_lies_about_a_mails_size_is_left(server):
    server.lies = True
    server.put(1, "Large", "x" * 1_200_000)

    with pytest.raises(SourceFailed) as failed:
        box(server, most=100).got("7/1", "")

    assert fault_of(failed) == Mishap.NO_ANSWER


def test_a_mail_that_is_gone_meanwhile_says_so(server):

    for place in ("7/1", "6/1"):
        with pytest.raises(ItemFailed) as failed:
            box(server).got(place, "")
        assert fault_of(failed) == Mishap.NOT_THERE


def test_the_password_stands_in_no_words_about_the_account():
    account = Account(server="mail.example.com", login="ida", password="very secret")

    assert "very secret" not in repr(account)
