"""A message leaves once, as it was written, and nobody can smuggle headers into it."""

from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import pytest

from samspil.adapters.mail import IllFormedMessage, Outgoing, deliver
from samspil.adapters.mail.outgoing import as_bytes

ANSWER = Outgoing(
    message_id="<0199-42@samspil>",
    recipient="Åse Sørensen <aase@example.com>",
    sender="Nordlys <svar@example.com>",
    subject="Re: Hvor er min ordre på 12 æbler?",
    text="Kære Åse\n\nDin ordre kommer i morgen.\n",
    headers={"In-Reply-To": "<her-question@example.com>", "Auto-Submitted": "auto-replied"},
)


@pytest.fixture
def folder(tmp_path: Path, settings: object) -> Path:
    made = tmp_path / "mail"
    settings.MAIL_FOLDER = made  # type: ignore[attr-defined]  # pytest-django's
    return made


def read(content: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(content)


def test_a_delivered_message_can_be_read_as_it_was_written(folder: Path):
    deliver(ANSWER)

    [file] = folder.iterdir()
    arrived = read(file.read_bytes())
    assert file.suffix == ".eml"
    assert arrived["Message-ID"] == "<0199-42@samspil>"
    assert arrived["To"] == "Åse Sørensen <aase@example.com>"
    assert arrived["Subject"] == "Re: Hvor er min ordre på 12 æbler?"
    assert arrived["In-Reply-To"] == "<her-question@example.com>"
    assert arrived.get_content().splitlines() == ANSWER.text.splitlines()


def test_delivering_twice_changes_nothing(folder: Path):
    deliver(ANSWER)
    [first] = folder.iterdir()
    content, written_at = first.read_bytes(), first.stat().st_mtime_ns

    deliver(replace(ANSWER, text="Something else."))

    assert list(folder.iterdir()) == [first]
    assert (first.read_bytes(), first.stat().st_mtime_ns) == (content, written_at)


def test_different_messages_never_share_a_file(folder: Path):
    for message_id in ("a/b@x", "a_b@x", "a+b@x", "/a/b@x", "a" * 300 + "@x"):
        deliver(replace(ANSWER, message_id=message_id))

    assert len(list(folder.iterdir())) == 5


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x00"])
def test_a_line_break_in_a_subject_adds_no_header(line_break: str):
    content = as_bytes(replace(ANSWER, subject=f"Hello{line_break}Bcc: all@example.com"))

    arrived = read(content)
    assert arrived["Bcc"] is None
    assert "Hello Bcc: all@example.com" in " ".join(arrived["Subject"].split())


@pytest.mark.parametrize("field", ["recipient", "sender", "message_id"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\u2029"])
def test_a_line_break_anywhere_else_is_refused(folder: Path, field: str, line_break: str):
    changed: dict[str, Any] = {field: f"a@example.com{line_break}Bcc: all@example.com"}
    smuggling = replace(ANSWER, **changed)

    with pytest.raises(IllFormedMessage, match="line break"):
        deliver(smuggling)

    assert not list(folder.glob("*.eml"))


def test_a_line_break_in_a_further_header_adds_no_header():
    arrived = read(as_bytes(replace(ANSWER, headers={"References": "<a@x>\r\nBcc: b@x"})))

    assert arrived["Bcc"] is None
    assert arrived["References"] == "<a@x>  Bcc: b@x"


@pytest.mark.parametrize(
    "headers", [{"X-A: 1\nBcc": "b@x"}, {"": "x"}, {"subject": "Again"}, {"Bcc": "b@x"}]
)
def test_ill_formed_further_headers_are_refused(headers: dict[str, str]):
    with pytest.raises(IllFormedMessage):
        as_bytes(replace(ANSWER, headers=headers))


def test_a_recipient_that_is_no_address_is_refused():
    with pytest.raises(IllFormedMessage):
        as_bytes(replace(ANSWER, recipient="not an address"))


def test_two_recipients_in_one_line_are_refused():
    with pytest.raises(IllFormedMessage, match="one address"):
        as_bytes(replace(ANSWER, recipient="a@example.com, b@example.com"))
