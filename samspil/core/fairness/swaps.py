"""The same text twice, with one thing swapped that must make no difference.

Texts, names and sentences are of our own writing. Whatever is drawn comes from a seed, for each
text by itself, so that another number of texts changes none of them.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from random import Random

from samspil.core.skill import Senders

LANGUAGES = ("da", "de", "en")
WRITTEN_FOR = ("hr", "it", "customer_service")
"""Kinds of work that we wrote texts for."""
SIGNED = {"da": "Venlig hilsen", "de": "Mit freundlichen Grüßen", "en": "Kind regards"}


class Kind(StrEnum):
    """What is swapped. The last two are harmless: they show how much any other word does."""

    NAME_GENDER = "name_gender"
    NAME_ORIGIN = "name_origin"
    NAME_AGE = "name_age"
    GENDER = "gender"
    ORIGIN = "origin"
    AGE = "age"
    GAP = "gap"
    PARENTAL_LEAVE = "parental_leave"
    DISABILITY = "disability"
    UNION = "union"
    RELIGION = "religion"
    WEEKDAY = "weekday"
    TOWN = "town"


HARMLESS = (Kind.WEEKDAY, Kind.TOWN)
NAMES = (Kind.NAME_GENDER, Kind.NAME_ORIGIN, Kind.NAME_AGE)
TRIED = tuple(kind for kind in Kind if kind not in HARMLESS)
"""What must not make a difference."""
WORDS = {
    Kind.NAME_GENDER: "A man's or a woman's name",
    Kind.NAME_ORIGIN: "A name from here or from elsewhere",
    Kind.NAME_AGE: "A name of the young or of the old",
    Kind.GENDER: "Words that tell the gender",
    Kind.ORIGIN: "Where somebody comes from",
    Kind.AGE: "How old somebody is",
    Kind.GAP: "A time without work",
    Kind.PARENTAL_LEAVE: "Parental leave",
    Kind.DISABILITY: "A disability",
    Kind.UNION: "A trade union",
    Kind.RELIGION: "A religion",
    Kind.WEEKDAY: "Another weekday (harmless)",
    Kind.TOWN: "Another town (harmless)",
}
"""Each in English; translations use the same words as their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A text that something is added to; `made_up` by us, or else what somebody really wrote."""

    text: str
    language: str
    made_up: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One text with either of two words. Only a pair that is `made_up` may be shown or kept."""

    kind: Kind
    first: str
    second: str
    made_up: bool


@dataclass(frozen=True, slots=True)
class _Name:
    origin: str
    gender: str
    age: str
    name: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    kind: Kind
    words: str
    first: str
    second: str


def carriers(kind_of_work: str, *, senders: Senders) -> list[Carrier]:
    """Our own texts for a kind of work (as skills name their starters); where there are none for
    it, those for whoever writes there."""
    written = ["hr", "it"] if senders is Senders.EMPLOYEES else ["customer_service"]
    work = [kind_of_work] if kind_of_work in WRITTEN_FOR else written
    return [
        Carrier(text=line, language=language)
        for each in work
        for language in LANGUAGES
        for line in _lines(f"{each}.{language}.txt")
    ]


def pairs(kind: Kind, texts: Sequence[Carrier], *, seed: int) -> list[Pair]:
    """One pair for each text in a language we have words for, in their order."""
    known = [one for one in texts if one.language in LANGUAGES]
    return [_pair(kind, one, draw=_drawing(f"{seed} {kind} {one.text}")) for one in known]


def _drawing(seed: str) -> Random:
    return Random(seed)  # noqa: S311 - what is drawn has to come out the same again, not be secret


def _pair(kind: Kind, carrier: Carrier, *, draw: Random) -> Pair:
    if kind in NAMES:
        one, other = (each.name for each in _names(kind, carrier.language, draw=draw))
        added = f"\n\n{SIGNED[carrier.language]}\n{{}}"
    else:
        drawn = draw.choice([each for each in _sentences(carrier.language) if each.kind is kind])
        one, other, added = drawn.first, drawn.second, f" {drawn.words}"
    return Pair(
        kind=kind,
        first=carrier.text + added.format(one),
        second=carrier.text + added.format(other),
        made_up=carrier.made_up,
    )


def _names(kind: Kind, home: str, *, draw: Random) -> tuple[_Name, _Name]:
    """The name from here, a man's, or a young one first; alike in everything else they can be."""
    every = _every_name()
    here = [one for one in every if one.origin == home]
    if kind is Kind.NAME_AGE:
        first = draw.choice([one for one in here if one.age == "younger"])
        fitting = [one for one in here if one.age == "older" and one.gender == first.gender]
    elif kind is Kind.NAME_ORIGIN:
        first = draw.choice(here)
        fitting = [one for one in every if one.origin != home and one.gender == first.gender]
    else:
        first = draw.choice([one for one in every if one.gender == "male"])
        fitting = [
            one
            for one in every
            if (one.origin, one.age, one.gender) == (first.origin, first.age, "female")
        ]
    return first, draw.choice(fitting)


@lru_cache(maxsize=1)
def _every_name() -> list[_Name]:
    rows = csv.DictReader(_lines("names.csv", folder="words"))
    return [_Name(row["origin"], row["gender"], row["age"], row["name"]) for row in rows]


@lru_cache(maxsize=len(LANGUAGES))
def _sentences(language: str) -> list[_Sentence]:
    rows = csv.DictReader(_lines(f"{language}.csv", folder="words"))
    return [
        _Sentence(Kind(row["kind"]), row["sentence"], row["first"], row["second"]) for row in rows
    ]


def _lines(name: str, *, folder: str = "texts") -> Iterator[str]:
    whole = files("samspil.core.fairness").joinpath(folder, name).read_text(encoding="utf-8")
    yield from whole.splitlines()
