"""Which sentences of a document can stand in a summary: prose, not what stands around it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samspil.core.knowledge.sections import Section
from samspil.core.knowledge.sentences import sentences
from samspil.core.knowledge.terms import plain_words
from samspil.core.summarising.cues import EMPTY, OBLIGATION
from samspil.core.words import stem

FEWEST, MOST = 7, 60
"""Words of a sentence that can stand alone."""
AROUND = re.compile(
    r"(?i)^(?:[\d.]+\s*)?(?:table of contents|contents|index|references|bibliography|revision "
    r"history|change ?log|document history|acknowledge?ments|licen[cs]e|copyright.*|"
    r"indhold(?:sfortegnelse)?|litteratur(?:liste)?|referencer|versionshistorik|ændringslog|"
    r"dokumenthistorik|stikordsregister|kolofon|inhalt(?:sverzeichnis)?|literatur(?:verzeichnis)?|"
    r"quellen|änderungshistorie|dokumenthistorie|stichwortverzeichnis|impressum|"
    r"appendix \w+:? revision history|(?:[\w ]{0,30} )?(?:examples?|eksemp(?:el|ler)|"
    r"beispiele?)(?: .*)?)$"
)
"""Headings above what is no content."""
DOTTED = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$")
LEGAL = re.compile(
    r"(?i)(?:©|\(c\)|copyright|licensed under|all rights reserved|alle rettigheder|"
    r"alle rechte vorbehalten|"
    r"printed on|udskrevet den|gedruckt am|page \d+ of \d+|side \d+ af \d+|seite \d+ von \d+)"
)
HEADER_PAGES, HEADER_SHARE, HEADER_LONGEST = 3, 0.2, 120
"""A short line on so many pages, and on this share of them, stands at their head or foot."""
LEAST_LETTERS = 0.68
"""Share of letters and blanks below which a line is code or a table."""
CODE = re.compile(
    r"\[\[|^\s*(?:[{}\[\]<>$#/\\]|[\w.\"'-]+\"?\s*:\s*(?:[\[{\"'|>&*]|$))|[{};]\s*$|=>|://\S+$"
)
DIGITS = re.compile(r"\d+")
ITEM = re.compile(r"^(?:[-–•*·]|\(?[a-z0-9]{1,2}[.)])\s+")
POINTS_AWAY = re.compile(
    r"^(?:See|Refer to|For (?:more|further|details)|As (?:shown|described)|Se (?:også|mere|"
    r"afsnit|bilag)|For "
    r"(?:mere|yderligere)|Siehe|Vgl\.?|Weitere|Mehr|Näheres)\b"
)
"""Says only where something else is said."""
TORN = re.compile(r"\w\s[.,;]|\(\s?\)|[“\"]\s?[”\"]")
"""Something stood here that could not be read."""
ENDED = re.compile(r"[.!?…][\"”“»)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Characters `start` to `end` of a section; `place` is the section's number from 0.

    `stems` are its words without those that say nothing, each as often as it stands there.
    """

    place: int
    start: int
    end: int
    text: str
    stems: tuple[str, ...]
    words: int


def carriers(sections: Sequence[Section], *, language: str) -> Iterator[Sentence]:
    """The sentences that can stand in a summary, in the document's order."""
    headers = _headers(sections)
    known: set[tuple[str, ...]] = set()
    for place, section in enumerate(sections):
        if any(AROUND.match(heading.strip()) for heading in section.headings):
            continue
        for start, end in sentences(section.text):
            begins = ITEM.match(section.text[start:end])
            start += begins.end() if begins else 0
            said = " ".join(section.text[start:end].split())
            if _in_table(section.text, start, end):
                continue
            if _carries(said, headers, listed=begins is not None):
                found = [each.plain for each in plain_words(said)]
                stems = tuple(_stems(found, language))
                if stems not in known:
                    known.add(stems)
                    yield Sentence(
                        place=place, start=start, end=end, text=said, words=len(found), stems=stems
                    )


def _in_table(text: str, start: int, end: int) -> bool:
    begins = text.rfind("\n", 0, start) + 1
    ends = text.find("\n", end)
    return " | " in text[begins : ends if ends >= 0 else len(text)]


def _stems(found: Sequence[str], language: str) -> Iterator[str]:
    empty = EMPTY[language]
    for word in found:
        if word not in empty and (len(word) > 2 or word.isdigit()):
            yield stem(word, language)


def _carries(said: str, headers: frozenset[str], *, listed: bool) -> bool:
    words = said.count(" ") + 1
    if not FEWEST <= words <= MOST or _alike(said) in headers:
        return False
    if any(each.search(said) for each in (DOTTED, LEGAL, CODE, POINTS_AWAY, TORN)):
        return False
    letters = sum(sign.isalpha() or sign == " " for sign in said)
    if letters < LEAST_LETTERS * len(said) or said.endswith((":", "?")):
        return False
    return bool(ENDED.search(said)) or (listed and OBLIGATION.search(said) is not None)


def _headers(sections: Sequence[Section]) -> frozenset[str]:
    """What stands at the head or foot of many pages, its numbers left out."""
    pages: dict[str, set[int]] = defaultdict(set)
    known = set()
    for section in sections:
        if section.page is None:
            continue
        known.add(section.page)
        for line in section.text.splitlines():
            if 0 < len(line.strip()) <= HEADER_LONGEST:
                pages[_alike(line)].add(section.page)
    least = max(HEADER_PAGES, HEADER_SHARE * len(known))
    return frozenset(line for line, where in pages.items() if len(where) >= least)


def _alike(line: str) -> str:
    return DIGITS.sub("#", " ".join(line.split()).casefold())
