"""What is not a case but bears the name that was typed: people, processes, topics, tags."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import may_do
from samspil.review.models import Tag
from samspil.review.queries.marking import tags
from samspil.work.models import Process, Topic
from samspil.work.queries import processes, topic_name

MOST = 6
"""Shown of each kind."""
LEAST_CHARACTERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All processes, topics and tags of the organisation, read once for a whole page."""

    processes: Sequence[Process] = ()
    topics: Sequence[Topic] = ()
    tags: Sequence[Tag] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What bears the name, at most six of each kind. `topics` are names, each once."""

    people: Sequence[Colleague] = ()
    processes: Sequence[Process] = ()
    topics: Sequence[str] = ()
    tags: Sequence[Tag] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.processes or self.topics or self.tags)


def known_names() -> Known:
    """Everything with a name but people, in three statements."""
    return Known(processes=processes(), topics=list(Topic.objects.order_by("pk")), tags=tags())


def by_name(words: str, *, reader: Colleague, known: Known) -> Named:
    """Everything of this name that the reader may open; people cost a statement, the rest none."""
    folded = words.casefold()
    if len(folded) < LEAST_CHARACTERS:
        return Named()
    return Named(
        people=_people(words) if may_do(reader, Action.MANAGE_PEOPLE) else [],
        processes=[one for one in known.processes if folded in one.name.casefold()][:MOST],
        topics=_once(name for name in map(topic_name, known.topics) if folded in name.casefold()),
        tags=[tag for tag in known.tags if folded in tag.name][:MOST],
    )


def _people(words: str) -> list[Colleague]:
    """SQLite compares only A to Z without regard to capitals, so others are asked for in each."""
    bears = Q()
    for way in sorted({words, words.lower(), words.title(), words.upper()}):
        bears |= Q(name__icontains=way) | Q(user__email__icontains=way)
    found = Colleague.objects.filter(bears, kind="person", left_at__isnull=True)
    return list(found.order_by("name", "pk")[:MOST])


def _once(names: Iterable[str]) -> list[str]:
    return sorted(dict.fromkeys(names), key=str.casefold)[:MOST]
