"""Ask whether a text was made here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from samspil.core.marking import fingerprints, selections
from samspil.core.masking import DataClass, mask
from samspil.core.reading import read
from samspil.governance.models import Fingerprint

MOST_SENTENCES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """A text as it may be stored and read; what was masked, and what was odd about it."""

    text: str
    masked: tuple[str, ...]
    readable: bool
    hidden_text: bool
    too_long: bool
    data_class: DataClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """How much of a text AI wrote here: `known` of `sentences`; people's that it chose: `chosen`.

    `first_made_at` is None when nothing is known; `approved` is whether a person approved any.
    """

    sentences: int
    known: int
    chosen: int
    first_made_at: datetime | None
    approved: bool


def intake(raw: str) -> Intake:
    """The intake filter: everything from outside passes here before it is stored."""
    reading = read(raw)
    masked = mask(reading.text)
    return Intake(
        text=masked.text,
        masked=masked.found,
        readable=reading.readable,
        hidden_text=reading.hidden_text,
        too_long=reading.too_long,
        data_class=DataClass.SPECIAL if masked.found else DataClass.PERSONAL,
    )


def origin(text: str) -> Origin:
    """Look a text up. Its first 400 sentences count; the text is not kept."""
    digests = fingerprints(text, key=settings.MARK_KEY)[:MOST_SENTENCES]
    pairs = selections(text, key=settings.MARK_KEY)[: MOST_SENTENCES - 1]
    rows = Fingerprint.objects.filter(digest__in={*digests, *pairs}).order_by("made_at")
    known = {row.digest: row for row in rows}
    return Origin(
        sentences=len(digests),
        known=sum(digest in known for digest in digests),
        chosen=_chosen([digest in known for digest in digests], [pair in known for pair in pairs]),
        first_made_at=min((row.made_at for row in known.values()), default=None),
        approved=any(row.approved_at for row in known.values()),
    )


def _chosen(written: Sequence[bool], pairs: Sequence[bool]) -> int:
    """The sentences that stand in a pair that AI put together, and are not AI's own."""
    beside = zip([False, *pairs], [*pairs, False], strict=True) if written else ()
    return sum(
        (before or after) and not own for own, (before, after) in zip(written, beside, strict=True)
    )
