"""What a meeting was about: its topics in order, and the sentences that carry most of each."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from samspil.core.special import mention_of
from samspil.core.summarising.carrying import Sentence
from samspil.core.summarising.choosing import chosen
from samspil.core.summarising.cues import EMPTY
from samspil.core.summarising.meetings.line import Spoken
from samspil.core.summarising.meetings.transcript import Utterance
from samspil.core.summarising.meetings.unsettled import NEXT_TOPIC
from samspil.core.summarising.weighing import vectors, weigh
from samspil.core.words import fold, pieces, stem

WINDOW = 12
"""Sentences on each side that are compared to find where a topic ends."""
LEAST_TOPIC = 15
"""Sentences of the shortest topic."""
MOST_TOPICS = 12
FEWEST, MOST = 6, 45
"""Words of a sentence that can stand alone."""
BUDGET, SHARE = 350, 0.25
"""Words of the main points, and at most this share of what was said."""
TITLE_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Sentences from `begins` on; `title` is how somebody opened it, else its telling words."""

    title: str
    begins: int
    points: tuple[Spoken, ...]


def topics(said: Sequence[Utterance], rows: Sequence[Spoken], *, language: str) -> list[Topic]:
    """The topics of a meeting with their main points.

    A sentence that names one of those who speak is never a main point, nor one that speaks of
    what the law protects most: minutes are about the matter, not about people.
    """
    starts = _starts(rows, language)
    people = {part.casefold() for one in said for part in one.speaker.split() if len(part) > 1}
    fit = [row for row in rows if _fits(row, people)]
    made = [_sentence(row, language) for row in fit]
    best = _best(fit, made, starts)
    found = []
    for number, begins in enumerate(starts):
        ends = starts[number + 1] if number + 1 < len(starts) else len(rows)
        inside = tuple(row for row in best if begins <= row.row < ends)
        found.append(
            Topic(title=_title(rows[begins:ends], rows, language), begins=begins, points=inside)
        )
    return [one for one in found if one.points]


def _best(fit: Sequence[Spoken], made: Sequence[Sentence], starts: Sequence[int]) -> list[Spoken]:
    if not fit:
        return []
    groups = _numbered([sum(row.row >= begins for begins in starts) for row in fit])
    lengths = [one.words for one in made]
    budget = max(40, min(BUDGET, round(sum(lengths) * SHARE)))
    telling, _ = vectors(made)
    weights = weigh(made, groups, telling)
    order = chosen(telling, weights, groups=groups, lengths=lengths, budget=budget)
    return [fit[at] for at in sorted(order)]


def _numbered(groups: Sequence[int]) -> list[int]:
    numbers = {group: at for at, group in enumerate(dict.fromkeys(groups))}
    return [numbers[group] for group in groups]


def _fits(row: Spoken, people: set[str]) -> bool:
    words = row.text.split()
    if not FEWEST <= len(words) <= MOST or row.text.endswith("?"):
        return False
    if people & {one.plain for one in pieces(fold(row.text))}:
        return False
    return mention_of(row.text) is None


def _sentence(row: Spoken, language: str) -> Sentence:
    found = [one.plain for one in pieces(fold(row.text))]
    stems = tuple(stem(each, language) for each in found if each not in EMPTY[language])
    return Sentence(
        place=row.utterance, start=row.start, end=row.end, text=" ".join(row.text.split()),
        stems=stems, words=len(found),
    )  # fmt: skip


def _starts(rows: Sequence[Spoken], language: str) -> list[int]:
    """Where topics begin: as people open them; where nobody does, where the words change."""
    opened = [row.row for row in rows if NEXT_TOPIC.match(row.text)]
    if len(opened) >= 2:
        return _apart([0, *opened], 3)
    return _apart([0, *_changes(rows)], LEAST_TOPIC)


def _apart(starts: Sequence[int], least: int) -> list[int]:
    found = [0]
    for start in starts[1:]:
        if start - found[-1] >= least:
            found.append(start)
    return found


def _changes(rows: Sequence[Spoken]) -> list[int]:
    """Where the words before and after differ most (as in TextTiling by Hearst, 1997)."""
    if len(rows) < 2 * LEAST_TOPIC:
        return []
    held = Counter(word for row in rows for word in row.words)
    depths = []
    for at in range(WINDOW, len(rows) - WINDOW):
        before = Counter(word for row in rows[at - WINDOW : at] for word in row.words)
        after = Counter(word for row in rows[at : at + WINDOW] for word in row.words)
        depths.append((_likeness(before, after, held, len(rows)), at))
    many = min(MOST_TOPICS - 1, len(rows) // (3 * LEAST_TOPIC))
    found: list[int] = []
    for _near, at in sorted(depths):
        if len(found) >= many:
            break
        if all(abs(at - other) >= LEAST_TOPIC for other in (*found, 0)):
            found.append(at)
    return sorted(found)


def _likeness(before: Counter[str], after: Counter[str], held: Counter[str], rows: int) -> float:
    def weigh_word(word: str) -> float:
        return math.log(1 + rows / held[word])

    shared = sum(before[word] * after[word] * weigh_word(word) ** 2 for word in before & after)
    sizes = [
        math.sqrt(sum((many * weigh_word(word)) ** 2 for word, many in one.items()))
        for one in (before, after)
    ]
    return shared / (sizes[0] * sizes[1]) if all(sizes) else 0.0


def _title(inside: Sequence[Spoken], rows: Sequence[Spoken], language: str) -> str:
    """What was said to open it, else the words that tell it from the rest of the meeting."""
    first = inside[0].text if inside else ""
    if NEXT_TOPIC.match(first) and len(first.split()) >= 4:
        return " ".join(first.split())[:100]
    plain: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for row in inside:
        for one in pieces(fold(row.text)):
            if len(one.plain) > 3 and one.plain.isalpha() and one.plain not in EMPTY[language]:
                word = stem(one.plain, language)
                plain[word] += 1
                shown.setdefault(word, one.plain)
    everywhere = Counter(word for row in rows for word in row.words)
    best = sorted(plain, key=lambda word: (-(plain[word] ** 1.5) / (1 + everywhere[word]), word))[
        :TITLE_WORDS
    ]
    return ", ".join(shown[word] for word in best)
