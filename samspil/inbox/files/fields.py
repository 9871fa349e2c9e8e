"""From the fields of one row to a message: names, types, lengths."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samspil.core.examples import Labelled
from samspil.core.mail_kinds import Automatic
from samspil.core.reading import read
from samspil.work.actions import Arrival

NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "message", "body", "besked", "meddelelse", "nachricht", "tekst", "content",
        "indhold", "inhalt", "henvendelse", "anfrage", "anliegen", "question", "spørgsmål", "frage",
    ),
    "id": ("id", "external_id", "message_id", "ticket_id", "sagsnummer", "vorgangsnummer"),
    "sender": ("sender", "from", "email", "e-mail", "mail", "afsender", "absender", "fra", "von"),
    "subject": ("subject", "emne", "betreff", "overskrift", "title", "titel"),
    "answers": ("in_reply_to", "in-reply-to"),
    "topic": ("topic", "label", "category", "kategori", "thema", "klasse", "class"),
}  # fmt: skip
"""What a field may be called, the likeliest name first."""
LONGEST = {"id": 200, "sender": 254, "topic": 80, "answers": 1_000}
"""In characters."""


class BadRow(ValueError):
    """This row cannot become a message; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowError:
    """A row that was left out, or a mail that came in (`kept`) with something wrong.

    Rows are counted from 1, as a spreadsheet counts them; `offset` is a mail's first byte.
    """

    row: int
    sentence: str
    external_id: str = ""
    offset: int | None = None
    subject: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A mail that a machine wrote, left out because that was chosen."""

    row: int
    kind: Automatic


def canonical(names: Iterable[str]) -> dict[str, str]:
    """Which of these names stands for which field; fields without a name are left out."""
    given: dict[str, str] = {}
    for name in names:
        given.setdefault("_".join(name.casefold().split()), name)
    chosen = {
        field: next((given[name] for name in words if name in given), None)
        for field, words in NAMES.items()
    }
    return {field: name for field, name in chosen.items() if name is not None}


def arrival_from(values: Mapping[str, object], *, otherwise_id: str) -> Arrival:
    """The message made of text, id, sender and subject; raises `BadRow`.

    An empty text is a message too: a person looks at it. `otherwise_id` is the number of a message
    that brings none.
    """
    if "text" not in values:
        raise BadRow(_("There is no text: give the row a field named “text”."))
    text = values["text"]
    if not isinstance(text, str | None):
        raise BadRow(_("The text must be words in quotes, not a number or a list."))
    return Arrival(
        text=whole(text or ""),
        external_id=_line(values, "id") or otherwise_id,
        sender=_line(values, "sender"),
        subject=_line(values, "subject"),
        answers=tuple(number.strip("<>") for number in _line(values, "answers").split()),
    )


def example_from(values: Mapping[str, object]) -> Labelled:
    """The labelled example made of text and topic; raises `BadRow` where either is missing."""
    text, topic = _line(values, "text"), _line(values, "topic")
    if not text:
        raise BadRow(_("There is no text to learn from: write it, or leave the row out."))
    if not topic:
        raise BadRow(_("There is no topic: name one in the column “topic”, or leave the row out."))
    return Labelled(text=text, topic=topic)


def whole(text: str) -> str:
    """The text with halves of characters, which cannot be stored, replaced by a sign."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _line(values: Mapping[str, object], field: str) -> str:
    value = values.get(field)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str | None):
        raise BadRow(_("The field “%(field)s” must be words or a number.") % {"field": field})
    line = " ".join(read(whole(value or "")).text.split())
    most = LONGEST.get(field)
    if most and len(line) > most:
        sentence = _("The field “%(field)s” is longer than %(most)d characters: shorten it.")
        raise BadRow(sentence % {"field": field, "most": most})
    return line
