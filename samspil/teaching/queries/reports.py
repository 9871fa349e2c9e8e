"""What a version was found to know: by topic, what it mixes up, and beside another version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from samspil.core.examples import FEW
from samspil.core.paired import Paired, compare, won
from samspil.core.shares import Share
from samspil.teaching.models import Example, Version
from samspil.teaching.queries.examples import kept, kept_topics
from samspil.teaching.queries.versions import said_by
from samspil.work.models import Process
from samspil.work.queries import topic_name, topics_of

MOST_CHANGES = 5
HELPS = 0.02
"""Where twice as many examples make so much difference, still more of them are likely to help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """How often examples of a topic were told. `few`: there are fewer than ten of them."""

    name: str
    share: Share
    few: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MixedUp:
    """`n` examples of one topic were taken for another; an empty `said` for none at all."""

    topic: str
    said: str
    n: int
    quotes: tuple[Example, ...]


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

    `gained` are examples that only the first has right, `lost` those that only the second has.
    """

    first: Version
    second: Version
    first_right: int
    second_right: int
    paired: Paired
    gained: tuple[Change, ...]
    lost: tuple[Change, ...]

    @property
    def shares(self) -> tuple[Share, Share]:
        """How often each was right on what both were tried on."""
        n = self.paired.tried
        return Share(hits=self.first_right, n=n), Share(hits=self.second_right, n=n)


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """How often one was right who had learned from so many examples."""

    examples: int
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is told of a version. `beside` is None where there was nothing to compare with."""

    version: Version
    quality: Share
    topics: tuple[TopicRow, ...]
    mixed_up: tuple[MixedUp, ...]
    curve: tuple[CurvePoint, ...]
    beside: Beside | None

    @property
    def more_helps(self) -> bool:
        """Whether more examples are likely to make it better."""
        if len(self.curve) < 2:
            return False
        half, whole = self.curve[-2].share.value or 0, self.curve[-1].share.value or 0
        return whole - half >= HELPS


def report(version: Version) -> Report:
    """What a version was found to know, with the texts that are still kept."""
    names = names_of(version.process)
    told = version.report
    keys = {key for one in told.get("confusions", []) for key in one["keys"]}
    texts = _texts(version.process, keys)
    counted = {topic: sum(n.values()) for topic, n in version.counts.items()}
    rows = [
        TopicRow(
            name=names.get(topic, topic),
            share=Share(hits=hits, n=n),
            few=counted.get(topic, 0) < FEW,
        )
        for topic, (hits, n) in told.get("topics", {}).items()
    ]
    return Report(
        version=version,
        quality=Share(hits=version.right, n=version.tried),
        topics=tuple(sorted(rows, key=lambda row: (row.share.value or 0, row.name))),
        mixed_up=_mixed_up(told.get("confusions", []), names, texts),
        curve=tuple(
            CurvePoint(examples=n, share=Share(hits=hits, n=tried))
            for n, hits, tried in told.get("curve", [])
            if tried
        ),
        beside=_against(version, told.get("against", "")),
    )


def beside(first: Version, second: Version) -> Beside:
    """Compare two versions on the kept examples that neither had seen."""
    truth = kept_topics(first.process)
    said, other = said_by(first), said_by(second)
    both = {key: topic for key, topic in truth.items() if key in said and key in other}
    gained, lost = won(said, other, both), won(other, said, both)
    texts = _texts(first.process, {*gained[:MOST_CHANGES], *lost[:MOST_CHANGES]})
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
        paired=compare(said, other, both),
        gained=shown(gained),
        lost=shown(lost),
    )


def names_of(process: Process) -> dict[str, str]:
    """What each topic of the process is called in the reader's language."""
    return {topic.key: topic_name(topic) for topic in topics_of(process)}


def _against(version: Version, public_id: str) -> Beside | None:
    if not public_id:
        return None
    other = Version.objects.filter(public_id=UUID(public_id)).select_related("by").first()
    return beside(version, other) if other else None


def _mixed_up(
    told: Sequence[Mapping[str, Any]], names: Mapping[str, str], texts: Mapping[str, Example]
) -> tuple[MixedUp, ...]:
    return tuple(
        MixedUp(
            topic=names.get(one["topic"], one["topic"]),
            said=names.get(one["said"], one["said"]),
            n=one["n"],
            quotes=tuple(texts[key] for key in one["keys"] if key in texts),
        )
        for one in told
    )


def _texts(process: Process, digests: set[str]) -> dict[str, Example]:
    found = kept(process).filter(digest__in=digests)
    return {one.digest: one for one in found}
