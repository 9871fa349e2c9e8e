"""Read kept examples."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from uuid import UUID

from django.db.models import QuerySet

from samspil.core.examples import Labelled, digest_of
from samspil.skills.registry import SKILLS
from samspil.teaching.models import Example, Use
from samspil.work.models import Process
from samspil.work.queries import topic_name, topics_of

PAGE = 50
ENOUGH = 500
"""With so many examples of its own a process no longer needs those that AI came with."""


def kept(process: Process) -> QuerySet[Example]:
    """The examples that the process's skill learns from."""
    return Example.objects.filter(process=process, removed_at__isnull=True)


def kept_topics(process: Process) -> dict[str, str]:
    """The topic of each kept example, by digest, oldest first."""
    return dict(kept(process).order_by("pk").values_list("digest", "topic"))


def digests_here(process: Process) -> set[str]:
    """The digests of all examples that are not deleted, also of those that were removed."""
    return set(Example.objects.filter(process=process).values_list("digest", flat=True))


def labelled(process: Process) -> list[Labelled]:
    """The kept examples as one learns from them, oldest first."""
    rows = kept(process).order_by("pk").values_list("text", "topic")
    return [Labelled(text=text, topic=topic) for text, topic in rows]


def topic_keys(process: Process) -> dict[str, str]:
    """What a topic of the process may be called, in small letters, and its key."""
    names: dict[str, str] = {}
    for topic in topics_of(process):
        for name in topic.names.values():
            names.setdefault(str(name).casefold(), topic.key)
    names.update({topic.key.casefold(): topic.key for topic in topics_of(process)})
    return names


def counts(process: Process) -> dict[str, dict[str, int]]:
    """How many kept examples of each topic there are in each language."""
    found: dict[str, dict[str, int]] = {}
    pairs = kept(process).order_by().values_list("topic", "language")
    for (topic, language), n in sorted(Counter(pairs).items()):
        found.setdefault(topic, {})[language] = n
    return found


@cache
def starter_examples(skill: str, starter: str) -> tuple[Labelled, ...]:
    """The examples that a skill knows as it comes for a kind of work, none for own topics."""
    known = SKILLS[skill].examples(starter)
    return tuple(Labelled(text=text, topic=topic) for text, topic in known)


@cache
def starter_digests(skill: str, starter: str) -> frozenset[str]:
    """The digests of the examples that a skill knows as it comes."""
    return frozenset(one.digest for one in starter_examples(skill, starter))


def starter_helps(process: Process, topics: Mapping[str, int]) -> bool:
    """Whether one had better learn from the examples AI came with too.

    So it is while the process has few of its own, most of them about topics AI came with, and what
    is in use now knows those.
    """
    own = sum(topics.values())
    known = {one.topic for one in starter_examples(process.skill, process.starter)}
    shared = sum(count for topic, count in topics.items() if topic in known)
    using = Use.objects.filter(process=process, to_at__isnull=True).select_related("version")
    now = using.first()
    knows = now.version.with_starter if now else not process.model_file
    return knows and 0 < own < ENOUGH and shared > own / 2


def starter_beside(process: Process, examples: Iterable[Labelled]) -> list[Labelled]:
    """The examples AI came with that are not among these."""
    own = {one.digest for one in examples}
    known = starter_examples(process.skill, process.starter)
    return [one for one in known if one.digest not in own]


def example_at(public_id: UUID) -> Example:
    """One example, even one just removed; raises `Example.DoesNotExist`."""
    return Example.objects.select_related("process").get(public_id=public_id)


def digests_of(texts: Collection[str]) -> set[str]:
    """The digests of these texts."""
    return {digest_of(text) for text in texts}


def names_of(process: Process) -> dict[str, str]:
    """What each topic of the process is called in the reader's language."""
    return {topic.key: topic_name(topic) for topic in topics_of(process)}


def texts_of(process: Process, digests: Collection[str]) -> dict[str, Example]:
    """The kept examples of these digests."""
    found = kept(process).filter(digest__in=digests)
    return {one.digest: one for one in found}
