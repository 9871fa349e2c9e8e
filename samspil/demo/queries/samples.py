"""The texts the demonstration works with, read from the files beside this package.

Each line of work has three kinds: lessons AI learns from first, messages of the past weeks, which
AI has not seen when they come and learns from afterwards, and the messages of today.
"""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import TextIO

from samspil import demo, founding
from samspil.core.skill import Senders
from samspil.core.topics import TopicText, read_topics
from samspil.demo.queries.cast import CARDS, LINES, Line
from samspil.skills import triage
from samspil.skills.registry import CUSTOMER_SERVICE, starter_topics
from samspil.skills.triage.cues import cues

FOLDER = Path(demo.__file__).parent
MESSAGES = Path(founding.__file__).parent / "messages"
STARTER = Path(triage.__file__).parent / "starter"
PAST = 7
"""Every seventh example of a topic came as a message in the past weeks."""
OTHER = "other"
SEED = 20260302
MORNING = 80
"""So many in a hundred of today's card questions come before noon."""


class MissingTexts(Exception):
    """A file of the demonstration is not there; the message is fit to show to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A text with its true topic; an empty topic means that none fits."""

    id: str
    text: str
    topic: str
    language: str

    def with_topic(self, topic: str) -> "Sample":
        """The same text with the topic that somebody gave it."""
        return replace(self, topic=topic)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How much is shown. None stands for all there is; the other numbers count for each line."""

    days: int = 15
    examples: int | None = None
    card_topics: int | None = None
    past: int | None = None
    today: int | None = None


WHOLE = Sizes()
SMALL = Sizes(days=2, examples=8, card_topics=4, past=14, today=12)


def topics_of_line(line: Line) -> list[TopicText]:
    """What the line's cases are about, with the replies."""
    if line != CARDS:
        return starter_topics(line.starter)
    with _opened(FOLDER / "banking77" / "topics.csv") as file:
        return read_topics(file)


def lessons(line: Line, sizes: Sizes) -> list[Sample]:
    """What AI learned from before the first message came."""
    return [sample for sample, past in _examples(line, sizes) if not past]


def past_messages(line: Line, sizes: Sizes) -> list[Sample]:
    """What came in during the past weeks."""
    return [sample for sample, past in _examples(line, sizes) if past][: sizes.past]


def todays_messages(line: Line, sizes: Sizes) -> list[Sample]:
    """What comes in today; AI learns from none of it. The file of card questions is by topic.

    Of those a few are Danish, a language in which AI has seen none. They come first, so that they
    are there when somebody signs.
    """
    if line == CARDS:
        rows = _rows(FOLDER / "banking77" / "test.csv", line, "test", "en")
        some = _spread(_some_topics(rows, sizes.card_topics), sizes.today)
        danish = _rows(FOLDER / "messages" / "cards" / "da.csv", line, "today", "da")
        first = danish if sizes.today is None else []
        return first + Random(SEED).sample(some, len(some))  # noqa: S311 - always runs alike
    to_us = MESSAGES if line.starter == CUSTOMER_SERVICE else FOLDER / "messages" / line.starter
    rows = [
        sample
        for language in line.languages
        for sample in _rows(to_us / f"{language}.csv", line, "today", language)
    ]
    return _spread(rows, sizes.today)


def messages_until_noon(line: Line, sizes: Sizes) -> list[Sample]:
    """What comes in before AI may finish anything alone: of card questions not all."""
    samples = todays_messages(line, sizes)
    return samples[: len(samples) - len(messages_after_noon(line, sizes))]


def messages_after_noon(line: Line, sizes: Sizes) -> list[Sample]:
    """The last card questions of the day."""
    samples = todays_messages(line, sizes) if line == CARDS else []
    return samples[len(samples) * MORNING // 100 :]


def every_message_of_today(sizes: Sizes) -> dict[str, Sample]:
    """Today's messages of all lines by their number."""
    return {sample.id: sample for line in LINES for sample in todays_messages(line, sizes)}


@cache
def _examples(line: Line, sizes: Sizes) -> list[tuple[Sample, bool]]:
    """Every example with whether it is one of the past weeks' messages.

    All in which a customer is in a hurry, complains or asks for a person are: there are few.
    """
    by_cues = line.senders is Senders.CUSTOMERS
    found: list[tuple[Sample, bool]] = []
    for rows in _files_to_learn_from(line, sizes):
        nth: Counter[str] = Counter()
        for sample in rows:
            nth[sample.topic] += 1
            if nth[sample.topic] <= (sizes.examples or len(rows)):
                past = nth[sample.topic] % PAST == 0 or (by_cues and bool(cues(sample.text)))
                found.append((sample, past))
    return found


def _files_to_learn_from(line: Line, sizes: Sizes) -> list[list[Sample]]:
    if line == CARDS:
        rows = _rows(FOLDER / "banking77" / "train.csv", line, "train", "en")
        return [_some_topics(rows, sizes.card_topics)]
    return [
        _rows(STARTER / line.starter / f"{language}.csv", line, "starter", language)
        for language in line.languages
    ]


def _some_topics(rows: Sequence[Sample], most: int | None) -> list[Sample]:
    wanted = list(dict.fromkeys(sample.topic for sample in rows))[:most]
    return [sample for sample in rows if sample.topic in wanted]


def _spread(rows: Sequence[Sample], most: int | None) -> list[Sample]:
    """At most so many, taken evenly from all over the file."""
    if most is None or most >= len(rows):
        return list(rows)
    return [rows[number * len(rows) // most] for number in range(most)]


@cache
def _rows(path: Path, line: Line, kind: str, language: str) -> list[Sample]:
    with _opened(path) as file:
        return [
            Sample(
                id=f"{line.key}-{kind}-{row.get('id') or f'{language}-{number:04}'}",
                text=row["text"],
                topic="" if row["topic"] == OTHER else row["topic"],
                language=language,
            )
            for number, row in enumerate(csv.DictReader(file), start=1)
        ]


def _opened(path: Path) -> TextIO:
    try:
        return path.open(encoding="utf-8", newline="")
    except OSError as why:
        raise MissingTexts(
            f"The demonstration needs {path.parent.name}/{path.name}, which cannot be read: {why}."
        ) from why
