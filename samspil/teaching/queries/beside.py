"""Two versions of a process side by side, on what both know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samspil.core.paired import Common, Paired, common, compare, won
from samspil.core.shares import Share
from samspil.teaching.models import Example, Version
from samspil.teaching.queries.examples import kept_topics, names_of, texts_of
from samspil.teaching.queries.versions import said_by, topics_known

MOST_CHANGES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An example of which two versions say different things."""

    example: Example
    topic: str
    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two versions on the examples that neither had seen: `first` against `second`.

    Only examples of topics that both know count; `common` holds the topics' names, as people read
    them, that only one of the two knows. `unshared` is how many examples are left out therefore.
    `gained` are examples that only the first has right, `lost` those that only the second has.
    """

    first: Version
    second: Version
    first_right: int
    second_right: int
    common: Common
    unshared: int
    paired: Paired
    gained: tuple[Change, ...]
    lost: tuple[Change, ...]

    @property
    def no_common_topic(self) -> bool:
        """Whether each of the two knows topics, and none of them by the same name."""
        return not (self.common.both or self.common.same)

    @property
    def shares(self) -> tuple[Share, Share]:
        """How often each was right on what both were tried on."""
        n = self.paired.tried
        return Share(hits=self.first_right, n=n), Share(hits=self.second_right, n=n)


def beside(first: Version, second: Version) -> Beside:
    """Compare two versions on the kept examples, of topics both know, that neither had seen."""
    truth = kept_topics(first.process)
    said, other = said_by(first), said_by(second)
    known = _common(first, second)
    tried = {key: topic for key, topic in truth.items() if key in said and key in other}
    both = {key: topic for key, topic in tried.items() if known is None or topic in known.both}
    gained, lost = won(said, other, both), won(other, said, both)
    texts = texts_of(first.process, {*gained[:MOST_CHANGES], *lost[:MOST_CHANGES]})
    names = names_of(first.process)

    def shown(keys: Sequence[str]) -> tuple[Change, ...]:
        return tuple(
            Change(
                example=texts[key],
                topic=names.get(both[key], both[key]),
                first=names.get(said[key], said[key]),
                second=names.get(other[key], other[key]),
            )
            for key in keys[:MOST_CHANGES]
            if key in texts
        )

    return Beside(
        first=first,
        second=second,
        first_right=sum(said[key] == topic for key, topic in both.items()),
        second_right=sum(other[key] == topic for key, topic in both.items()),
        common=_named(known, names),
        unshared=len(tried) - len(both),
        paired=compare(said, other, both),
        gained=shown(gained),
        lost=shown(lost),
    )


def _common(first: Version, second: Version) -> Common | None:
    """Which topics two versions share; None where it is not known what one of them knows."""
    of_first = topics_known(first, first.process)
    of_second = topics_known(second, first.process)
    return None if of_first is None or of_second is None else common(of_first, of_second)


def _named(known: Common | None, names: Mapping[str, str]) -> Common:
    if known is None:
        return Common(both=frozenset())
    return Common(
        both=known.both,
        only_first=tuple(sorted(names.get(key, key) for key in known.only_first)),
        only_second=tuple(sorted(names.get(key, key) for key in known.only_second)),
    )
