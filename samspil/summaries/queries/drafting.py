"""What a summary says, chosen from its text; nothing is written down yet."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from samspil.core.summarising import document as documents
from samspil.core.summarising.facts import facts
from samspil.core.summarising.meetings.line import spoken
from samspil.core.summarising.meetings.minutes import minutes
from samspil.core.summarising.meetings.talk import topics
from samspil.core.summarising.meetings.transcript import NoTranscript, Utterance, utterances
from samspil.summaries.models import Kind, Piece, Point, Sort, Summary
from samspil.summaries.queries.sources import Source

LONGEST_NAME = 80
LONGEST_VALUE = 200
NO_PROSE, NOTHING_SAID = "no_prose", "nothing_said"
"""Why there is no summary, beside the troubles of reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """Points and, of a file, the pieces of its text; `read` is the share that was read, 0 to 1."""

    source: Source
    points: list[Point]
    pieces: list[Piece] = field(default_factory=list)
    read: float = 1.0


class NothingToSay(Exception):
    """There is nothing to choose; the words are `NO_PROSE` or `NOTHING_SAID`."""


def drafted(summary: Summary, source: Source) -> Drafted:
    """What a summary says of a text. Raises `NothingToSay`."""
    return _minutes(source, summary) if summary.kind == Kind.MEETING else _said(source)


def _said(source: Source) -> Drafted:
    sections = source.sections
    found = documents.summarise(sections, language=source.language)
    if not found.points:
        raise NothingToSay(NO_PROSE)
    points = []
    for position, one in enumerate(found.points):
        sentence, section = one.sentence, sections[one.sentence.place]
        place, start, end = source.place(sentence.place, sentence.start, sentence.end)
        points.append(
            Point(
                sort=Sort.SENTENCE, position=position, length=one.length, text=sentence.text,
                said=sentence.text, headings=list(section.headings), page=section.page,
                place=place, start=start, end=end,
            )
        )  # fmt: skip
    return Drafted(
        source=source, points=[*points, *_facts(source)], pieces=source.pieces(), read=found.read
    )


def _facts(source: Source) -> Iterator[Point]:
    for position, one in enumerate(facts(source.sections)):
        section = source.sections[one.place]
        place, start, end = source.place(one.place, one.start, one.end)
        yield Point(
            sort=Sort(one.sort.value), position=position, text=one.text, said=one.text,
            value=one.value[:LONGEST_VALUE], headings=list(section.headings), page=section.page,
            place=place, start=start, end=end,
        )  # fmt: skip


def _minutes(source: Source, summary: Summary) -> Drafted:
    try:
        said = utterances(source.text)
    except NoTranscript:
        raise NothingToSay(NOTHING_SAID) from None
    assert summary.met_on is not None
    lines = minutes(said, language=source.language, met_on=summary.met_on)
    points = [
        Point(
            sort=Sort(line.sort.value), position=position, text=line.text, said=line.text,
            place=line.utterance, start=line.start, end=line.end,
            owner=line.owner[:LONGEST_NAME], due=line.due,
        )
        for position, line in enumerate(lines)
    ]  # fmt: skip
    taken = {(line.utterance, line.start) for line in lines}
    points += _topics(said, source.language, taken=taken)
    if not points:
        raise NothingToSay(NO_PROSE)
    return Drafted(source=source, points=points, pieces=[_piece(one) for one in said])


def _topics(
    said: Sequence[Utterance], language: str, *, taken: Set[tuple[int, int]]
) -> Iterator[Point]:
    """The main points; what is a decision, an action or a question already is none."""
    rows = spoken(said, language=language)
    position = 0
    for topic in topics(said, rows, language=language):
        for one in topic.points:
            if (one.utterance, one.start) in taken:
                continue
            text = " ".join(one.text.split())
            yield Point(
                sort=Sort.SENTENCE, position=position, length=1, text=text, said=text,
                headings=[topic.title], place=one.utterance, start=one.start, end=one.end,
            )  # fmt: skip
            position += 1


def _piece(one: Utterance) -> Piece:
    return Piece(number=one.number, speaker=one.speaker[:LONGEST_NAME], at=one.at, text=one.text)
