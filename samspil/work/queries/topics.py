"""Read a process's topics: with their open cases, and as a file."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count

from samspil.core.floors import Floor
from samspil.core.lifecycle import OPEN
from samspil.core.topics import LANGUAGES
from samspil.work.models import Case, Process, Topic
from samspil.work.queries.wording import FLOOR_WORDS, as_draft, topic_name


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic with its name for the reader, how many open cases it has, and in which languages AI
    can draft a reply. `floor` says that a person always decides; empty where nothing does."""

    topic: Topic
    name: str
    open: int
    drafts: tuple[str, ...]
    floor: str


def topic_at(process: Process, key: str) -> Topic:
    """One topic of a process; raises `Topic.DoesNotExist`."""
    return Topic.objects.select_related("process").get(process=process, key=key)


def topic_rows(process: Process) -> list[TopicRow]:
    """All topics, by level and name."""
    cases = Case.objects.filter(process=process, stage__in=OPEN).exclude(topic="").order_by()
    counts = dict(cases.values_list("topic").annotate(n=Count("pk")))
    rows = [
        TopicRow(
            topic=topic,
            name=topic_name(topic),
            open=counts.get(topic.key, 0),
            drafts=tuple(one for one in LANGUAGES if topic.replies.get(one)),
            floor=str(FLOOR_WORDS[Floor(topic.floor)]) if topic.floor else "",
        )
        for topic in process.topics.all()
    ]
    return sorted(rows, key=lambda row: (row.topic.level, row.name.casefold()))


def previews(topic: Topic) -> list[tuple[str, str]]:
    """What AI would draft, by language; without the languages in which it drafts nothing."""
    drafts = ((one, as_draft(str(topic.replies.get(one, "")))) for one in LANGUAGES)
    return [(language, draft) for language, draft in drafts if draft]


def topic_file(process: Process) -> Iterator[list[str]]:
    """Every topic as a row of a file, in the order of `core.topics.COLUMNS`."""
    for topic in process.topics.order_by("key"):
        names = [str(topic.names.get(one, "")) for one in LANGUAGES]
        replies = [str(topic.replies.get(one, "")) for one in LANGUAGES]
        yield [topic.key, str(topic.level), topic.floor, *names, *replies]
