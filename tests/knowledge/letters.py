"""Mails as a mailbox holds them."""

from samspil.knowledge import actions
from samspil.knowledge.models import Document
from tests.factories import MONDAY_9


def letter(
    *, sender: str = "Ole <ole@example.net>", to: str = "box@firma.example", number: str = "1@x",
    subject: str = "Pump", text: str = "The pump hums at night.",
) -> bytes:  # fmt: skip
    """A mail's bytes."""
    return (
        f"From: {sender}\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{number}>\r\n"
        "Date: Mon, 02 Mar 2026 09:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"\r\n{text}\r\n"
    ).encode()


def kept(name: str, **said: str) -> Document:
    """A mail that is here and read."""
    given = actions.Given(name=name, content=letter(**said))
    ((document, _taken),) = actions.add_documents(
        [given], terms=actions.Terms(), by=None, at=MONDAY_9
    )
    actions.read_documents([document.pk], embedder=None, at=MONDAY_9)
    document.refresh_from_db()
    return document
