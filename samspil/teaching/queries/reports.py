"""What a version was found to know: by topic, what it mixes up, and beside another version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.examples import FEW
from samspil.core.shares import Share
from samspil.teaching.models import Example, LaneTrial, Version
from samspil.teaching.queries.beside import Beside, beside
from samspil.teaching.queries.examples import names_of, texts_of
from samspil.teaching.queries.trials import trial_of
from samspil.work.queries.autonomy import autonomy_of

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
class CurvePoint:
    """How often one was right who had learned from so many examples."""

    examples: int
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is told of a version. `beside` and `trial` are None where there was nothing to
    compare with. `costs`: AI goes back to drafts with another version."""

    version: Version
    quality: Share
    topics: tuple[TopicRow, ...]
    mixed_up: tuple[MixedUp, ...]
    curve: tuple[CurvePoint, ...]
    beside: Beside | None
    trial: LaneTrial | None
    costs: bool

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
    texts = texts_of(version.process, keys)
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
        curve=curve_of(version),
        beside=_against(version, told.get("against", "")),
        trial=trial_of(version),
        costs=autonomy_of(version.process).level > Autonomy.DRAFT,
    )


def curve_of(version: Version) -> tuple[CurvePoint, ...]:
    """What its trial showed, from few examples to many; without sizes that nothing was tried at."""
    return tuple(
        CurvePoint(examples=n, share=Share(hits=hits, n=tried))
        for n, hits, tried in version.report.get("curve", [])
        if tried
    )


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
