"""What AI and people said of the same cases, as the rules of `together` and `gain` need it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from samspil.core.evidence.gain import Ways, compare_ways
from samspil.core.evidence.habits import NOBODY, Flags, Looks, Numbers, Places, folds
from samspil.core.evidence.together import FEWEST_LOOKS, Teamwork, learn_teamwork

ALMOST_ALL = 0.999
"""AI's options never take all: each other topic keeps a share."""
TEAM = 0
"""All people are one here: who judged what is not kept once a case is decided."""

Options = Mapping[str, float]
"""AI's options, each with its confidence (0 to 1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One case that a person judged before seeing AI's answer, and what was decided in the end."""

    options: Options
    said: str
    decided: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a person's and AI's answers say together: a topic, how likely it is right (0 to 1).

    `looks` is from how many judged cases that is known.
    """

    topic: str
    sure: float
    looks: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Team:
    """What is known of people and AI from cases that were judged first."""

    topics: Sequence[str]
    looks: int
    _teamwork: Teamwork | None = field(repr=False)

    @property
    def missing(self) -> int:
        """How many judged cases are missing until both can be weighed."""
        return max(0, FEWEST_LOOKS - self.looks)

    def word(self, options: Options, said: Sequence[str]) -> Word | None:
        """What both say together of a case; None while too little is known.

        `said` are people's judgements in their order; each is one of the topics.
        """
        if self._teamwork is None:
            return None
        places = _places(self.topics)
        columns = np.array([[places[one] for one in said]], dtype=np.intp)
        by = np.where(columns == NOBODY, NOBODY, TEAM)
        settled = self._teamwork.settle(shares_of([options], self.topics), said=columns, by=by)
        return Word(
            topic=self.topics[int(settled.answers[0])],
            sure=float(settled.sure[0]),
            looks=self.looks,
        )


def learn_team(judged: Sequence[Judged], *, topics: Iterable[str]) -> Team:
    """Learn from these cases; `topics` are those that a case may be about now."""
    known = _known(judged, topics)
    teamwork = None
    if len(judged) >= FEWEST_LOOKS and len(known) > 1:
        shares = shares_of([one.options for one in judged], known)
        teamwork = learn_teamwork(shares, _looks(judged, known), people=1)
    return Team(topics=known, looks=len(judged), _teamwork=teamwork)


def compare_judged(judged: Sequence[Judged], *, people: int) -> Ways | None:
    """How often a person, AI and both together were right on the same cases.

    Both together are judged on each fifth by what the other cases teach. None of fewer than
    `FEWEST_LOOKS` cases.
    """
    known = _known(judged, ())
    if len(judged) < FEWEST_LOOKS or len(known) < 2:
        return None
    shares = shares_of([one.options for one in judged], known)
    looks = _looks(judged, known)
    both = np.zeros(len(judged), dtype=bool)
    for part in folds(len(judged)):
        both[part] = _settled_right(shares, looks, part)
    ai = np.array([_best(one.options) == one.decided for one in judged], dtype=bool)
    return compare_ways(ai, looks.said == looks.truth, both, people=people)


def shares_of(options: Sequence[Options], topics: Sequence[str]) -> Numbers:
    """AI's share for each topic: its options as they are, what remains spread over the others."""
    places = _places(topics)
    shares = np.zeros((len(options), len(topics)))
    for row, given in enumerate(options):
        for topic, confidence in given.items():
            shares[row, places[topic]] = min(max(confidence, 0.0), 1.0)
    named, others = shares > 0, len(topics) - (shares > 0).sum(axis=1)
    total = shares.sum(axis=1)
    shares *= np.where(total > ALMOST_ALL, ALMOST_ALL / np.maximum(total, 1e-12), 1.0)[:, None]
    rest = 1 - shares.sum(axis=1)
    spread = np.where(others > 0, rest / np.maximum(others, 1), 0.0)
    shares = np.where(named, shares, spread[:, None])
    return np.asarray(shares / shares.sum(axis=1, keepdims=True), dtype=np.float64)


def _settled_right(shares: Numbers, looks: Looks, part: Flags) -> Flags:
    """Whether both together are right on this part, by what the rest teaches."""
    teamwork = learn_teamwork(shares[~part], looks.only(~part), people=1)
    own = looks.only(part)
    settled = teamwork.settle(shares[part], said=own.said[:, None], by=own.by[:, None])
    return np.asarray(settled.answers == own.truth, dtype=bool)


def _best(options: Options) -> str:
    return max(options, key=lambda topic: options[topic], default="")


def _known(judged: Sequence[Judged], topics: Iterable[str]) -> list[str]:
    """Every topic there is, and every one that was said, decided or proposed."""
    found = set(topics)
    for one in judged:
        found |= {one.said, one.decided, *one.options}
    return sorted(found)


def _places(topics: Sequence[str]) -> dict[str, int]:
    return {topic: place for place, topic in enumerate(topics)}


def _looks(judged: Sequence[Judged], topics: Sequence[str]) -> Looks:
    places = _places(topics)

    def column(chosen: Iterable[str]) -> Places:
        return np.array([places[one] for one in chosen], dtype=np.intp)

    return Looks(
        said=column(one.said for one in judged),
        truth=column(one.decided for one in judged),
        by=np.full(len(judged), TEAM, dtype=np.intp),
    )
