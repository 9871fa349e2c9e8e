"""Help beside every page: one short text for each topic, in each language.

The texts stand beside this file as Markdown, `<language>/<topic>.md`: a title, then a first
paragraph that says what the page is for.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER = Path(__file__).parent
LANGUAGES = ("da", "de", "en")
OTHERWISE = "en"
MARKUP = re.compile(r"[#*`\[\]]|\(/[^)]*\)")


class NoSuchTopic(KeyError):
    """There is no help of this name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One text of help; `html` is what stands below the title, safe to show."""

    key: str
    title: str
    summary: str
    html: str
    text: str


def names() -> list[str]:
    """The names of all topics."""
    return sorted(path.stem for path in (FOLDER / OTHERWISE).glob("*.md"))


def topic(key: str, *, language: str) -> Topic:
    """One topic in the reader's language, English where that is not ours; raises `NoSuchTopic`."""
    return _read(key, language if language in LANGUAGES else OTHERWISE)


def topics(*, language: str, words: str = "") -> list[Topic]:
    """The topics that hold all the words, by title; those that name one in their title first."""
    wanted = words.casefold().split()
    every = [topic(key, language=language) for key in names()]
    found = [one for one in every if all(word in one.text.casefold() for word in wanted)]

    def place(one: Topic) -> tuple[bool, str]:
        title = one.title.casefold()
        return not any(word in title for word in wanted), title

    return sorted(found, key=place)


@cache
def _read(key: str, language: str) -> Topic:
    if key not in names():
        raise NoSuchTopic(key)
    source = (FOLDER / language / f"{key}.md").read_text("utf-8")
    markdown = MarkdownIt("commonmark", {"html": False})
    tokens = markdown.parse(source)
    body = tokens[3:]  # the title is a heading's opening, its words and its end
    return Topic(
        key=key,
        title=tokens[1].content,
        summary=_first_paragraph(body),
        html=markdown.renderer.render(body, markdown.options, {}),
        text=MARKUP.sub(" ", source),
    )


def _first_paragraph(body: list[Token]) -> str:
    return next(token.content for token in body if token.type == "inline")
