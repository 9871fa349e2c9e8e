"""What one person says of all their tasks, against the hours that their week has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

from samspil.core.audit.answers import BadAnswer, Given, check_answer, hours_a_week

WEEK_HOURS = 37.0
"""What a week has where nobody said otherwise."""
MOST_WEEK_HOURS = 80
SLACK = 0.05
"""Estimates may be together so much more than the week, as a share of it: they are rounded."""


class Kind(StrEnum):
    """Why a sheet cannot be handed in as it stands."""

    NOTHING = "nothing"
    UNSAID = "unsaid"
    ANSWER = "answer"
    TWICE = "twice"
    MORE_THAN_WEEK = "more_than_week"
    NO_WEEK = "no_week"


WORDS = {
    Kind.NOTHING: "There is no task yet: choose one from the list, or type your own.",
    Kind.UNSAID: "{task}: say how often you do it and how many minutes it takes, or take it away.",
    Kind.ANSWER: "{task}: {fault}",
    Kind.TWICE: "{task} stands there twice: take one of them away.",
    Kind.MORE_THAN_WEEK: "Your tasks take {hours} hours a week together, and your week has {week}: "
    "make some of them shorter or rarer, or say that your week has more hours.",
    Kind.NO_WEEK: "A working week has more than 0 and at most {most} hours.",
}
"""English sentences, each with the way to mend it; translations use them as their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindrance:
    """Why a sheet cannot be handed in. `words` is filled by `figures`; `place` is the answer's in
    the order given, None for the sheet; `fault` says more where one answer cannot be so."""

    kind: Kind
    place: int | None = None
    figures: Mapping[str, str | float] = field(default_factory=dict)
    fault: BadAnswer | None = None

    @property
    def words(self) -> str:
        """The English sentence, which is also the key of its translation."""
        return WORDS[self.kind]


class BadWeek(ValueError):
    """No week has so many hours; `words` is a sentence, filled by `figures`."""

    def __init__(self) -> None:
        self.words, self.figures = WORDS[Kind.NO_WEEK], {"most": MOST_WEEK_HOURS}
        super().__init__(self.words.format(**self.figures))


def check_week(hours: float) -> None:
    """Raise `BadWeek` unless a working week may have so many hours."""
    if not isfinite(hours) or not 0 < hours <= MOST_WEEK_HOURS:
        raise BadWeek


def total_hours(given: Sequence[Given]) -> float:
    """The hours a week that all of them take together."""
    return sum(hours_a_week(one) for one in given)


def hindrances(given: Sequence[Given], *, week: float) -> list[Hindrance]:
    """Everything that keeps a sheet from being handed in; none where it may be."""
    if not given:
        return [Hindrance(kind=Kind.NOTHING)]
    found = [one for place, each in enumerate(given) if (one := _of_answer(each, place))]
    titles = [" ".join(one.title.casefold().split()) for one in given]
    found += [
        Hindrance(kind=Kind.TWICE, place=place, figures={"task": given[place].title})
        for place, title in enumerate(titles)
        if title in titles[:place]
    ]
    total = total_hours(given)
    if not any(one.kind == Kind.ANSWER for one in found) and total > week * (1 + SLACK):
        figures = {"hours": round(total, 1), "week": week}
        found.append(Hindrance(kind=Kind.MORE_THAN_WEEK, figures=figures))
    return found


def _of_answer(given: Given, place: int) -> Hindrance | None:
    figures = {"task": given.title}
    try:
        check_answer(given)
    except BadAnswer as why:
        return Hindrance(kind=Kind.ANSWER, place=place, figures=figures, fault=why)
    if given.times is None or given.minutes is None:
        return Hindrance(kind=Kind.UNSAID, place=place, figures=figures)
    return None
