"""What a sender filled in on a form beside the message."""

from collections.abc import Iterable
from dataclasses import dataclass

from samspil.governance.queries import Intake, intake
from samspil.work.models import Case, Channel, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was filled in: labels with what was typed; a stranger on a form, unless said otherwise.

    `wish` holds the words by which the sender asked that a person reads first; empty: they did not.
    `grave`: an experienced person takes it. `number` is the Message-ID of the receipt, by which an
    answer to it finds its case.
    """

    language: str
    fields: tuple[tuple[str, str], ...] = ()
    wish: str = ""
    grave: bool = False
    number: str = ""
    channel: Channel = Channel.FORM


def taken(filled: Filled | None) -> list[Intake]:
    """What the intake filter made of each field."""
    return [intake(typed) for _label, typed in filled.fields] if filled else []


def keep_entries(pairs: Iterable[tuple[Case, Filled | None]]) -> None:
    """Keep what was filled in, where a form was, as the intake filter left it."""
    Entry.objects.bulk_create(
        Entry(
            case=case,
            language=filled.language,
            fields=[
                [label, took.text]
                for (label, _typed), took in zip(filled.fields, taken(filled), strict=True)
            ],
            wish=filled.wish,
            grave=filled.grave,
        )
        for case, filled in pairs
        if filled
    )
