"""How examples are set aside to try what was learned, and what the trial shows."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samspil.core.examples import Labelled
from samspil.core.shares import Share

FOLDS = 3
PARTS = (0.125, 0.25, 0.5)
"""Shares of the examples from which one learns as well, to see what more of them would bring."""
MOST_SHOWN = 12
MOST_QUOTED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """`n` examples of `topic` were taken for `said` (empty: for nothing); some of them as keys."""

    topic: str
    said: str
    n: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How often examples got their own topic from one who had not seen them."""

    overall: Share
    topics: Mapping[str, Share]
    confusions: tuple[Confusion, ...]


def deal(examples: Sequence[Labelled]) -> list[int]:
    """Deal the examples of each topic over the folds; equal texts share one, or they would tell."""
    dealt: Counter[str] = Counter()
    fold_of: dict[str, int] = {}
    for one in examples:
        if one.digest not in fold_of:
            fold_of[one.digest] = dealt[one.topic] % FOLDS
            dealt[one.topic] += 1
    return [fold_of[one.digest] for one in examples]


def part_of(examples: Sequence[Labelled], share: float) -> list[Labelled]:
    """That share of each topic's examples, at least one of each, always the same ones."""
    by_topic: defaultdict[str, list[Labelled]] = defaultdict(list)
    for one in sorted(examples, key=lambda each: each.digest):
        by_topic[one.topic].append(one)
    return [
        one for group in by_topic.values() for one in group[: max(1, round(len(group) * share))]
    ]


def trial(truth: Mapping[str, str], said: Mapping[str, str]) -> Trial:
    """What was said of examples, beside what they are; both by key. The untried are left out."""
    tried = {key: topic for key, topic in truth.items() if key in said}
    right = Counter(topic for key, topic in tried.items() if said[key] == topic)
    counts = Counter(tried.values())
    return Trial(
        overall=Share(hits=sum(right.values()), n=len(tried)),
        topics={topic: Share(hits=right[topic], n=n) for topic, n in sorted(counts.items())},
        confusions=_confusions(tried, said),
    )


def _confusions(tried: Mapping[str, str], said: Mapping[str, str]) -> tuple[Confusion, ...]:
    keys: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key, topic in tried.items():
        if said[key] != topic:
            keys[topic, said[key]].append(key)
    worst = sorted(keys.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:MOST_SHOWN]
    return tuple(
        Confusion(topic=topic, said=wrong, n=len(found), keys=tuple(found[:MOST_QUOTED]))
        for (topic, wrong), found in worst
    )
