"""What of a summary a language model may put into other words, and whether it may be asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.core.gateway.allowing import Purpose, Reason
from samspil.core.gateway.classing import class_of, stricter
from samspil.core.masking import DataClass
from samspil.core.reading import read
from samspil.core.special import mention_of
from samspil.core.summarising.document import Length
from samspil.core.summarising.phrasing import MOST_PASSAGES, around
from samspil.core.words import fold
from samspil.governance.queries import why_in_words, why_not_asked
from samspil.knowledge.models import Passage
from samspil.knowledge.queries import class_of_document, is_lowered
from samspil.people.queries import people
from samspil.summaries.models import Kind, Phrasing, Piece, Point, Sort, Summary
from samspil.work.queries import stopped_everywhere

UNSAID = (Reason.NO_SERVER, Reason.OFF, Reason.NOT_FOR_THIS)
"""Where no model is there for this, pages say nothing of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Characters `start` to `end` of passage (or piece) `place`, from which is phrased."""

    place: int
    start: int
    end: int
    page: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is phrased at once: passages under the same headings from which AI chose sentences."""

    headings: Sequence[str]
    grounds: Sequence[Ground]


def phrasing_of(summary: Summary) -> Phrasing | None:
    """How far it is; None where nobody asked for it."""
    return Phrasing.objects.filter(summary=summary).first()


def may_be_phrased(phrasing: Phrasing | None) -> bool:
    """Whether nothing of it is phrased yet, or not all."""
    if phrasing is None:
        return True
    if not phrasing.over:
        return False
    said = Point.objects.filter(summary=phrasing.summary_id, sort=Sort.PHRASED)
    return phrasing.done < phrasing.parts or not said.exists()


def parts_of(summary: Summary) -> list[Part]:
    """The parts of a summary in its order: those of its medium length. Two statements.

    They stay the same while people change points, but for what is left out.
    """
    points = Point.objects.filter(
        summary=summary, sort=Sort.SENTENCE, length__lte=Length.MEDIUM, place__isnull=False
    )
    under: dict[tuple[str, ...], list[Point]] = {}
    for one in points.order_by("place", "start"):
        under.setdefault(tuple(one.headings), []).append(one)
    texts = _texts(summary, [one.place for some in under.values() for one in some if one.place])
    return [
        Part(headings=headings, grounds=list(_grounds(some, texts)))
        for headings, some in under.items()
    ]


def _texts(summary: Summary, places: Iterable[int]) -> Mapping[int, str]:
    wanted = {0, *places}
    if summary.document_id is not None:
        rows = Passage.objects.filter(document=summary.document_id, number__in=wanted)
        return dict(rows.values_list("number", "text"))
    pieces = Piece.objects.filter(summary=summary, number__in=wanted)
    return dict(pieces.values_list("number", "text"))


def _grounds(points: Sequence[Point], texts: Mapping[int, str]) -> Iterable[Ground]:
    """Each passage once; none with hidden characters."""
    chosen = [one for one in points if one.dropped_at is None and one.place in texts]
    places = list(dict.fromkeys(one.place for one in chosen if one.place is not None))
    for place in places[:MOST_PASSAGES]:
        some = [one for one in chosen if one.place == place]
        text = texts[place]
        start, end = around(text, some[0].start, max(one.end for one in some))
        if not read(text[start:end]).hidden_text:
            yield Ground(place=place, start=start, end=end, page=some[0].page, text=text[start:end])


def class_of_summary(summary: Summary, parts: Sequence[Part]) -> DataClass:
    """How protected is what would be read: the document's class, or a stricter one.

    A file that somebody brought for themselves is confidential, and what people say in a meeting
    is personal; where they speak of health, belief and the like it is special.
    """
    settled = summary.document is not None and is_lowered(summary.document)
    texts = [] if settled else [ground.text for part in parts for ground in part.grounds]
    names = [one.name for one in people()]
    found = class_of("", texts, declared=_declared(summary), names=names)
    if summary.kind == Kind.MEETING and any(mention_of(text) for text in texts):
        return stricter(found, DataClass.SPECIAL)
    return found


def _declared(summary: Summary) -> DataClass:
    if summary.kind == Kind.MEETING:
        return DataClass.PERSONAL
    return class_of_document(summary.document) if summary.document else DataClass.CONFIDENTIAL


def hindrance(summary: Summary, *, at: datetime) -> Reason | None:
    """Why no language model may be asked to phrase it; None where one may."""
    reason = why_not_asked(Purpose.SUMMARIES, _declared(summary), at=at)
    if reason is None and stopped_everywhere():
        reason = Reason.STOPPED
    if reason is not None:
        return reason
    strict = class_of_summary(summary, parts_of(summary))
    return why_not_asked(Purpose.SUMMARIES, strict, at=at)


def people_of(summary: Summary) -> frozenset[str]:
    """Parts of the names, in lower case, of who speaks in it and of all colleagues."""
    rows = Piece.objects.filter(summary=summary).exclude(speaker="")
    names = {*rows.values_list("speaker", flat=True), *(one.name for one in people())}
    return frozenset(part for name in names for part in fold(name).split() if len(part) > 1)


def said_of(phrasing: Phrasing | None, reason: Reason | None) -> str:
    """Why it is not phrased, or not to its end; empty where nothing is to be said."""
    if phrasing is not None and phrasing.why:
        return why_in_words(phrasing.why)
    return "" if reason is None or reason in UNSAID else why_in_words(reason.value)
