"""The cases on which a new version is tried: verified, and kept out of teaching by lots."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from samspil.core.examples import digest_of
from samspil.teaching.models import Judgement, Origin, Version
from samspil.teaching.queries.decided import with_texts
from samspil.teaching.queries.examples import starter_digests
from samspil.work.models import Process, Unlearned
from samspil.work.queries import held_back

MOST_TRIED = 2_000
"""The latest of so many cases; more would change little, and the embedding reads some 100 a
second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneCase:
    """A case as it is tried: what the customer wrote, and the topic that a person settled."""

    key: str
    text: str
    topic: str


def lane_cases(process: Process, *, at: datetime, seen: Collection[str]) -> list[LaneCase]:
    """Those of the last 90 days whose text is not among the `seen` digests, newest first.

    Topics are named as they are now; what was decided for one that is gone for good is left out,
    and so is what people wrote who are forgotten.
    """
    proves = held_back(at=at).filter(
        ~Exists(Unlearned.objects.filter(case=OuterRef("decision__case"))),
        process=process,
        proves=True,
        simulated=False,
    )
    found = proves.select_related("decision__case", "decision__proposal").order_by("-pk")
    decisions = [one.decision for one in found[:MOST_TRIED]]
    cases = (
        LaneCase(
            key=str(one.pk), text=one.text, topic=process.moved_topics.get(one.topic, one.topic)
        )
        for one in with_texts(process, decisions)
    )
    return [one for one in cases if one.topic and digest_of(one.text) not in seen]


def seen_by(version: Version) -> set[str]:
    """The digests of all that the version learned from, as far as that was written down."""
    found = Judgement.objects.filter(version=version).first()
    seen = set(found.unseen) if found else set()
    if version.origin == Origin.STARTER or version.with_starter:
        seen |= starter_digests(version.process.skill, version.process.starter)
    return seen
