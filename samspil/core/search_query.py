"""What a person types to search: words, "phrases", -not, prefix* and fields such as `from:`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from samspil.core.reading import read
from samspil.core.words import LANGUAGES, Found, fold, pieces, stem, stems

MOST_TYPED = 1_000
MOST_TERMS = 16
"""Of one query; what comes after is left out."""
LEAST_BEGINNING = 3
"""Letters that the last word typed needs to stand for every word that begins so."""
ITEM = re.compile(r'(?P<minus>-)?(?:(?P<field>[^\W\d_]+):)?(?:"(?P<phrase>[^"]*)"|(?P<plain>\S+))')
QUOTES = str.maketrans(dict.fromkeys("„“”‟«»", '"'))
STRANGE = re.compile(r"[^\w@.+#/:-]+")


class Field(StrEnum):
    """Where a word must stand; the value is how the index marks it."""

    FROM = "f:"
    NUMBER = "n:"
    TAG = "t:"
    PROCESS = "p:"


class Status(StrEnum):
    """Where a case stands, as one searches for it."""

    OPEN = "open"
    WAITING = "waiting"
    CLOSED = "closed"


HEAD = "^"
"""How the index marks a word of the head: subject, number, sender or tag."""
FIELDS = {
    **dict.fromkeys(("fra", "von", "from"), Field.FROM),
    **dict.fromkeys(("nr", "no", "nummer", "number"), Field.NUMBER),
    **dict.fromkeys(("tag", "mærke", "etiket"), Field.TAG),
}
TOPIC = frozenset({"emne", "thema", "topic"})
STATUS = frozenset({"status"})
STATUS_WORDS = {
    **dict.fromkeys(("open", "åben", "åbne", "åbent", "offen", "offene"), Status.OPEN),
    **dict.fromkeys(("waiting", "venter", "ventende", "wartet", "wartend"), Status.WAITING),
    **dict.fromkeys(("closed", "lukket", "lukkede", "geschlossen", "zu"), Status.CLOSED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing looked for: any of these rows of words, or any word that begins so."""

    rows: tuple[tuple[str, ...], ...] = ()
    beginnings: tuple[str, ...] = ()

    def holds(self, found: Found) -> bool:
        """Whether this word of a text is one that was looked for."""
        forms = (
            {*stems(found.plain), *found.also} if not found.whole else {found.plain, *found.also}
        )
        exact = any(word in forms for row in self.rows for word in row)
        return exact or any(form.startswith(self.beginnings) for form in forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """All that was asked for at once. `topics` are words that the topic's name must hold."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    status: Status | None = None
    topics: tuple[str, ...] = ()
    typed: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was asked for."""
        return not (self.wanted or self.status or self.topics)


@dataclass(slots=True)
class _Reading:
    wanted: list[Term] = field(default_factory=list)
    unwanted: list[Term] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    status: Status | None = None
    run: list[str] = field(default_factory=list)
    """Plain words that stand together: a telephone number may be several of them."""


def query_of(typed: str) -> SearchQuery:
    """Read what was typed. Whatever it is, it can be searched for: nothing here is an error."""
    plain = read(typed[:MOST_TYPED].replace("\0", " ")).text.translate(QUOTES)
    reading = _Reading()
    for item in ITEM.finditer(plain):
        _take(reading, item)
    reading.wanted += _words(reading.run, last=True)
    if not (reading.wanted or reading.status or reading.topics):
        reading.wanted, reading.unwanted = reading.unwanted, []
    return SearchQuery(
        wanted=tuple(dict.fromkeys(reading.wanted[:MOST_TERMS])),
        unwanted=tuple(dict.fromkeys(reading.unwanted[:MOST_TERMS])),
        status=reading.status,
        topics=tuple(reading.topics),
        typed=" ".join(plain.split()),
    )


def marked(value: str, where: Field) -> str:
    """A number, tag or part of a sender as the index keeps it, in one piece."""
    return where + STRANGE.sub("_", fold(value).strip()).strip("_")[:64]


def _take(reading: _Reading, item: re.Match[str]) -> None:
    value = item["phrase"] if item["phrase"] is not None else item["plain"]
    name = (item["field"] or "").casefold()
    if name and _take_field(reading, name, value, minus=bool(item["minus"])):
        return
    if item["phrase"] is None and not item["minus"] and not value.endswith("*"):
        reading.run.append(item.group())
        return
    reading.wanted += _words(reading.run)
    reading.run = []
    terms = _terms(item, value, name)
    (reading.unwanted if item["minus"] else reading.wanted).extend(terms)


def _terms(item: re.Match[str], value: str, name: str) -> list[Term]:
    if item["phrase"] is not None:
        return [*_words([name]), *_phrase(value)]
    words = f"{name} {value}".strip("* ")
    return _words([words], last=value.endswith("*"), least=1)


def _take_field(reading: _Reading, name: str, value: str, *, minus: bool) -> bool:
    """Whether this was a field; one that nobody knows is read as words."""
    if name in STATUS and not minus and fold(value) in STATUS_WORDS:
        reading.status = STATUS_WORDS[fold(value)]
        return True
    if name in TOPIC and not minus and value.strip("*"):
        reading.topics.append(value.strip("*"))
        return True
    beginning = marked(value.strip("*"), FIELDS[name]) if name in FIELDS else ""
    if len(beginning) <= len(Field.FROM):
        return False
    (reading.unwanted if minus else reading.wanted).append(Term(beginnings=(beginning,)))
    return True


def _words(run: list[str], *, last: bool = False, least: int = LEAST_BEGINNING) -> list[Term]:
    """A term for each word; the last word typed also stands for what begins with it."""
    found = list(pieces(" ".join(run)))
    terms = [Term(rows=tuple((form,) for form in _forms(one))) for one in found]
    if last and found and len(found[-1].plain) >= (2 if found[-1].whole else least):
        begun = found[-1].plain
        terms[-1] = Term(rows=terms[-1].rows, beginnings=tuple(_beginnings(begun)))
    return terms


def _forms(found: Found) -> tuple[str, ...]:
    return (found.plain,) if found.whole else stems(found.plain)


def _beginnings(word: str) -> Iterator[str]:
    """German stems lose their dots, so a beginning with dots is looked for without them too."""
    yield word
    plain = word.translate(str.maketrans("äöü", "aou"))
    if plain != word:
        yield plain


def _phrase(text: str) -> list[Term]:
    """The words in this order, as each language would keep them."""
    found = list(pieces(text))[:MOST_TERMS]
    rows = (
        tuple(one.plain if one.whole else stem(one.plain, language) for one in found)
        for language in LANGUAGES
    )
    return [Term(rows=tuple(dict.fromkeys(rows)))] if found else []
