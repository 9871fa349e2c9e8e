"""Add, change, merge and remove a process's topics. A topic's key never changes."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.evidence.ladder import Thing
from samspil.core.floors import Floor
from samspil.core.lifecycle import OPEN
from samspil.core.routing import Level
from samspil.core.topics import TopicText, topic_key
from samspil.people.models import Colleague
from samspil.work.access import check_may_change
from samspil.work.actions.autonomy import note_change
from samspil.work.actions.naming import NameTaken, check_topic_names
from samspil.work.actions.noting import note_process
from samspil.work.actions.processes import set_topics
from samspil.work.models import Case, Process, Topic

MOST_TO_UNDO = 1_000
"""With more open cases than this, taking a topic away cannot be undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAway:
    """A topic that is gone, and all that bringing it back needs. `into` is empty where it was
    removed, `cases` are the open cases that it had, by primary key."""

    key: str
    level: str
    names: dict[str, str]
    replies: dict[str, str]
    floor: str
    moved: dict[str, str]
    into: str
    cases: list[int]

    def as_stored(self) -> dict[str, object]:
        """As a session keeps it."""
        return asdict(self)


@transaction.atomic
def add_topic(
    process: Process,
    *,
    level: Level,
    names: Mapping[str, str],
    by: Colleague,
    at: datetime,
) -> Topic:
    """Add a topic; AI proposes it once it has learned it. Raises `NameTaken`, `NamesFeeling`."""
    check_may_change(by, process)
    topics = list(process.topics.all())
    check_topic_names(process, names)
    _check_free(names, topics)
    taken = {topic.key for topic in topics} | set(process.moved_topics)
    key = topic_key(next(iter(names.values())), taken=taken)
    made = Topic.objects.create(process=process, key=key, level=level, names=dict(names))
    note_change(process, Thing.KNOWLEDGE, by=by, at=at)
    note_process(process, "topic_added", by=by, at=at, topic=key)
    return made


@transaction.atomic
def change_topic(topic: Topic, text: TopicText, *, by: Colleague, at: datetime) -> None:
    """Change names, level, floor and replies; open cases keep their level. Raises `NameTaken`.

    A new floor holds at once. Where one is taken away, a person decides until the next certificate
    is signed, since the one that holds was signed for other topics.
    """
    check_may_change(by, topic.process)
    others = topic.process.topics.exclude(pk=topic.pk)
    check_topic_names(topic.process, text.names)
    _check_free(text.names, list(others))
    topic.level, topic.names, topic.replies = text.level, dict(text.names), dict(text.replies)
    topic.floor = text.floor or ""
    topic.save(update_fields=["level", "floor", "names", "replies"])
    note_process(topic.process, "topic_changed", by=by, at=at, topic=topic.key, floor=topic.floor)


@transaction.atomic
def bring_topics(
    process: Process, texts: Sequence[TopicText], *, by: Colleague | None, at: datetime
) -> None:
    """Add those topics that are new and change the others; none is removed.

    A list never lifts that a topic decides about a person: that is said on its own page. Raises
    `NameTaken` where two topics would have one name, `NamesFeeling`, and then changes nothing. `by`
    is None on the command line only.
    """
    if by is not None:
        check_may_change(by, process)
    brought = {text.key for text in texts}
    here = {topic.key: topic for topic in process.topics.select_for_update()}
    others = [topic for key, topic in here.items() if key not in brought]
    for text in texts:
        _check_free(text.names, others)
        others.append(Topic(key=text.key, names=dict(text.names)))
    texts = [_as_grave(text, here.get(text.key)) for text in texts]
    set_topics(process, texts)
    if brought - here.keys():
        note_change(process, Thing.KNOWLEDGE, by=by, at=at)
    for text in texts:
        event = "topic_changed" if text.key in here else "topic_added"
        note_process(process, event, by=by, at=at, topic=text.key, floor=text.floor or "")


@transaction.atomic
def merge_topic(topic: Topic, *, into: Topic, by: Colleague, at: datetime) -> TakenAway:
    """Make one topic of two: open cases and what AI takes for the one go to the other.

    Where the one decides about a person, the other does so from now on.
    """
    check_may_change(by, topic.process)
    if topic.process_id != into.process_id or topic.pk == into.pk:
        raise ValueError("Topics are merged within a process, and never into themselves.")
    if topic.floor == Floor.PEOPLE:
        Topic.objects.filter(pk=into.pk).update(floor=Floor.PEOPLE)
    return _take_away(topic, into=into.key, by=by, at=at)


@transaction.atomic
def remove_topic(topic: Topic, *, by: Colleague, at: datetime) -> TakenAway:
    """Take a topic away: its open cases have none then, and AI proposes it no more."""
    check_may_change(by, topic.process)
    return _take_away(topic, into="", by=by, at=at)


@transaction.atomic
def bring_back_topic(process: Process, gone: TakenAway, *, by: Colleague, at: datetime) -> None:
    """Undo the merging or removing; cases that people have given another topic since keep it."""
    check_may_change(by, process)
    if process.topics.filter(key=gone.key).exists():
        return
    Topic.objects.create(
        process=process,
        key=gone.key,
        level=gone.level,
        names=gone.names,
        replies=gone.replies,
        floor=gone.floor,
    )
    Process.objects.filter(pk=process.pk).update(moved_topics=gone.moved)
    theirs = Case.objects.among(gone.cases).filter(process=process, topic=gone.into)
    theirs.filter(stage__in=OPEN).update(topic=gone.key)
    note_change(process, Thing.KNOWLEDGE, by=by, at=at)
    note_process(process, "topic_brought_back", by=by, at=at, topic=gone.key)


def _take_away(topic: Topic, *, into: str, by: Colleague, at: datetime) -> TakenAway:
    process = Process.objects.select_for_update().get(pk=topic.process_id)
    theirs = Case.objects.filter(process=process, topic=topic.key, stage__in=OPEN)
    gone = TakenAway(
        key=topic.key,
        level=topic.level,
        names=topic.names,
        replies=topic.replies,
        floor=topic.floor,
        moved=process.moved_topics,
        into=into,
        cases=list(theirs.order_by("pk").values_list("pk", flat=True)[: MOST_TO_UNDO + 1]),
    )
    theirs.update(topic=into)
    moved = {old: into if new == topic.key else new for old, new in process.moved_topics.items()}
    Process.objects.filter(pk=process.pk).update(moved_topics=moved | {topic.key: into})
    topic.delete()
    event = "topic_merged" if into else "topic_removed"
    note_change(process, Thing.KNOWLEDGE, by=by, at=at)
    note_process(process, event, by=by, at=at, topic=gone.key, into=into)
    return gone


def _as_grave(text: TopicText, here: Topic | None) -> TopicText:
    """The topic as brought, deciding about a person where it did so before."""
    if here is None or here.floor != Floor.PEOPLE:
        return text
    return replace(text, floor=Floor.PEOPLE)


def _check_free(names: Mapping[str, str], others: list[Topic]) -> None:
    for language, name in names.items():
        if any(str(one.names.get(language, "")).casefold() == name.casefold() for one in others):
            raise NameTaken(_("There is a topic “%(name)s” already.") % {"name": name})
