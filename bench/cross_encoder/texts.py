"""Passages with questions that they answer and questions that they do not, written for learning.

Each line of `texts/*.jsonl` is one invented passage: three questions that it answers, with the
sentence that does, and four from the same field that it leaves open; or fewer, since questions that
also test in `bench/questions` are left out. From those in `aside/*.jsonl` nothing is learned. A
language model wrote them for this. It had seen neither those questions nor the handbooks that they
are about; whoever gave it its fields had.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "texts"
ASIDE = Path(__file__).parent / "aside"
"""What is learned from, and what only tests it."""
LANGUAGES = ("da", "de", "en")


class BadText(Exception):
    """A line that cannot be learned from; the message says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A passage; `answered` are questions with the sentence that answers each, word for word."""

    language: str
    heading: str
    passage: str
    answered: tuple[tuple[str, str], ...]
    unanswered: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A question and a passage under its heading, and whether it `answers`.

    The answer stands from character `start` to `end` of `text`; both 0 where there is none.
    """

    question: str
    text: str
    answers: bool
    start: int = 0
    end: int = 0


def texts(folder: Path = FOLDER) -> tuple[Text, ...]:
    """All of them, in the order of files and lines; raises `BadText`."""
    return tuple(
        _text(line, where=f"{path.name}, line {number}")
        for path in sorted(folder.glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    )


def headed(text: Text) -> str:
    """The passage as it is read, under its heading."""
    return f"{text.heading}\n{text.passage}"


def pairs(text: Text) -> list[Pair]:
    """The passage with each question written for it."""
    whole = headed(text)
    answered = [_answered(question, whole, said) for question, said in text.answered]
    return answered + [Pair(question=each, text=whole, answers=False) for each in text.unanswered]


def _answered(question: str, whole: str, said: str) -> Pair:
    start = whole.index(said)
    return Pair(question=question, text=whole, answers=True, start=start, end=start + len(said))


def _text(line: str, *, where: str) -> Text:
    try:
        given: dict[str, Any] = json.loads(line)
        found = Text(
            language=given["language"],
            heading=given["heading"],
            passage=given["passage"],
            answered=tuple((question, said) for _, question, said in given["answered"]),
            unanswered=tuple(question for _, question in given["unanswered"]),
        )
    except (ValueError, KeyError, TypeError) as why:
        raise BadText(f"{where}: {why!r}") from why
    if not all(isinstance(each, str) for each in (found.heading, found.passage)):
        raise BadText(f"{where}: there is no heading, or no passage.")
    if found.language not in LANGUAGES:
        raise BadText(f"{where}: {found.language} is none of {', '.join(LANGUAGES)}.")
    for _question, said in found.answered:
        if said not in found.passage:
            raise BadText(f"{where}: this does not stand in the passage: {said}")
    return found
