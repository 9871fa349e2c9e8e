"""The topics of questions: how many have no good answer, what names them, how often they come."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samspil.core.anonymity import LEAST, LEAST_TEXTS
from samspil.core.knowledge.gaps.alike import Asked, Likeness, groups_of
from samspil.core.knowledge.question import question_of

ENOUGH = LEAST
"""A topic of fewer different questions is not shown, only counted with others near a document.

Asking the same again and again does not make a topic of what one person wants to know.
"""
MOST = 2_000
"""The newest questions that are grouped at once: every pair is compared."""
NAMED_BY = 4
"""Words that name a topic, at most."""
SAID_BY = 3
"""A word names a topic only where so many of its questions say it."""
BEGINNING = 5
"""Letters by which "ferie", "feriedage" and "feriens" count as one word."""
SHOWN = 3
"""Questions that stand for a topic of `LEAST_TEXTS` or more; of a smaller one only its words."""
WEEKS = 12
"""Weeks that are looked at; earlier questions are left to their year."""
STRETCH = 4
"""Weeks that are compared with as many before them."""


class Trend(StrEnum):
    """How often a topic was asked about of late, beside before."""

    MORE = "more"
    LESS = "less"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Questions that mean the same, by their places, `ENOUGH` or more.

    `words` name it, as most wrote them; `shown` are the questions nearest to all others. `near` are
    the keys of the documents that came nearest, most often first. `weekly` counts its questions,
    this week first.
    """

    members: tuple[int, ...]
    unanswered: int
    words: tuple[str, ...]
    shown: tuple[int, ...]
    near: tuple[str, ...]
    weekly: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """What people ask about: topics, those with most unanswered questions first, and the rest.

    `beside` counts questions of small topics, all and unanswered, by the document nearest to them,
    where they are `ENOUGH`; `left` counts those that are not even that.
    """

    topics: tuple[Topic, ...]
    beside: Mapping[str, tuple[int, int]]
    left: int


def map_of(asked: Sequence[Asked], *, names: Set[str] = frozenset()) -> Map:
    """Group at most `MOST` questions. Raises `ValueError` if there are more.

    `names` are words in lower case that stand for people: no topic is named by them, and no
    question that holds one is shown.
    """
    if len(asked) > MOST:
        raise ValueError(f"More than {MOST} questions cannot be compared at once.")
    if not asked:
        return Map(topics=(), beside={}, left=0)
    numbers, like = groups_of(asked)
    groups: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(numbers):
        groups[group].append(place)
    large, small = [], list[int]()
    for members in groups.values():
        if len({_plain(asked[place].text) for place in members}) >= ENOUGH:
            large.append(members)
        else:
            small += members
    telling = _telling(asked)
    topics = [_topic(members, asked, like, telling, names) for members in large]
    topics.sort(key=lambda one: (-one.unanswered, -len(one.members), one.members))
    beside, left = _beside([asked[place] for place in small])
    return Map(topics=tuple(topics), beside=beside, left=left)


def trend_of(weekly: Sequence[int]) -> Trend:
    """More or less of late only where chance would hardly do it: two standard deviations.

    `weekly` counts questions, this week first.
    """
    recent, before = sum(weekly[:STRETCH]), sum(weekly[STRETCH : 2 * STRETCH])
    apart = recent - before
    if apart * apart <= 4 * (recent + before):
        return Trend.SAME
    return Trend.MORE if apart > 0 else Trend.LESS


def same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists of words name the same topic: most of the shorter one's are in both."""
    return 2 * len(set(one) & set(other)) > min(len(set(one)), len(set(other)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _telling(asked: Sequence[Asked]) -> Mapping[str, float]:
    """How much each word tells: the rarer it is in all questions, the more."""
    seen = Counter(key for one in asked for key in _said(one.text))
    return {key: math.log((1 + len(asked)) / many) for key, many in seen.items()}


def _said(text: str) -> dict[str, str]:
    """The words of a question by what they have in common with their other forms."""
    words = [one.word for one in question_of(text).wanted]
    return {word[:BEGINNING]: word for word in words}


def _topic(
    members: Sequence[int],
    asked: Sequence[Asked],
    like: Likeness,
    telling: Mapping[str, float],
    names: Set[str],
) -> Topic:
    own = [asked[place] for place in members]
    many = len({_plain(one.text) for one in own})
    closeness = like[np.ix_(members, members)].sum(axis=1)
    central = [members[at] for at in np.argsort(-closeness, kind="stable")]
    weekly = Counter(one.weeks for one in own)
    near = Counter(key for one in own for key in one.near[:1])
    return Topic(
        members=tuple(members),
        unanswered=sum(not one.good for one in own),
        words=_words(own, telling, names),
        shown=_shown(central, asked, names) if many >= LEAST_TEXTS else (),
        near=tuple(key for key, _ in near.most_common()),
        weekly=tuple(weekly[week] for week in range(WEEKS)),
    )


def _words(own: Sequence[Asked], telling: Mapping[str, float], names: Set[str]) -> tuple[str, ...]:
    """The words that most of its questions say and few others do, in the form most used."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for one in own:
        for key, word in _said(one.text).items():
            if word not in names:
                forms[key][word] += 1
    said = {key: words.total() for key, words in forms.items()}
    chosen = sorted(
        (key for key, many in said.items() if many >= SAID_BY),
        key=lambda key: (-said[key] * telling[key], key),
    )
    return tuple(forms[key].most_common(1)[0][0] for key in chosen[:NAMED_BY])


def _shown(central: Sequence[int], asked: Sequence[Asked], names: Set[str]) -> tuple[int, ...]:
    """The first few that are not written alike and name nobody."""
    first: dict[str, int] = {}
    for place in central:
        words = set(_plain(asked[place].text).strip("?!.").split())
        if not words & names:
            first.setdefault(_plain(asked[place].text), place)
    return tuple(first.values())[:SHOWN]


def _beside(asked: Sequence[Asked]) -> tuple[Mapping[str, tuple[int, int]], int]:
    near: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        near[one.near[0] if one.near else ""].append(one)
    shown = {
        key: (len(some), sum(not one.good for one in some))
        for key, some in near.items()
        if key and len(some) >= ENOUGH
    }
    return shown, len(asked) - sum(many for many, _ in shown.values())
