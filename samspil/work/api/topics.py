"""A process's topics by program: read them, look what a list would change, take it over."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError

from samspil.core.roles import Action
from samspil.core.topics import TopicText
from samspil.people.queries import WorkRequest, check_may
from samspil.work import actions
from samspil.work.forms.topic_list import MOST_TOPICS, ChangedTopic, TopicList, topics_listed
from samspil.work.models import Process
from samspil.work.queries import process_at, topics_of

router = Router(tags=["processes"])


class TopicOut(Schema):
    """A topic; names and replies by language (da, de, en).

    `floor` says why a person decides all its cases: people, irreversible, special or money; empty
    where nothing says so.
    """

    key: str
    level: str
    floor: str
    names: dict[str, str]
    replies: dict[str, str]


class TopicsOut(Schema):
    """All topics of a process, by key."""

    topics: list[TopicOut]


class TopicIn(Schema):
    """A row as the export has it. What is left out, or null, changes nothing; an empty `topic` is
    a new one's, whose key is made of its name."""

    topic: str | None = None
    level: str | None = None
    floor: str | None = None
    name_da: str | None = None
    name_de: str | None = None
    name_en: str | None = None
    reply_da: str | None = None
    reply_de: str | None = None
    reply_en: str | None = None


class TopicListIn(Schema):
    """Rows to look at or take over; a topic that none of them names stays as it is."""

    topics: list[TopicIn] = Field(min_length=1, max_length=MOST_TOPICS)


class FieldOut(Schema):
    """One value that changes, by what people call it."""

    name: str
    before: str
    after: str


class ChangedOut(Schema):
    """A topic of which the list says something else."""

    key: str
    fields: list[FieldOut]


class WrongOut(Schema):
    """A row that is left out, counted from 0, and why."""

    row: int
    sentence: str


class TopicListOut(Schema):
    """What the list changes; `same` and `missing` count topics that stay as they are."""

    new: list[TopicOut]
    changed: list[ChangedOut]
    same: int
    missing: int
    errors: list[WrongOut]


@router.get(
    "/processes/{uuid:process_id}/topics", response=TopicsOut, summary="List a process's topics"
)
def read_topics(request: WorkRequest, process_id: UUID) -> TopicsOut:
    """Every topic with its level, names and replies."""
    check_may(request.colleague, Action.SEE_PROCESSES)
    found = topics_of(process_at(process_id))
    return TopicsOut(
        topics=[
            TopicOut(
                key=one.key,
                level=one.level,
                floor=one.floor,
                names=one.names,
                replies=one.replies,
            )
            for one in found
        ]
    )


@router.post(
    "/processes/{uuid:process_id}/topics/look",
    response=TopicListOut,
    summary="Look what a list of topics would change",
)
def look(request: WorkRequest, process_id: UUID, payload: TopicListIn) -> TopicListOut:
    """Nothing is changed by it."""
    check_may(request.colleague, Action.CHANGE_PROCESSES)
    return _told(_listed(process_at(process_id), payload))


@router.post(
    "/processes/{uuid:process_id}/topics",
    response=TopicListOut,
    summary="Take a list of topics over",
)
def bring(request: WorkRequest, process_id: UUID, payload: TopicListIn) -> TopicListOut:
    """Add what is new, change the others and leave wrong rows out; no topic is removed."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    process = process_at(process_id)
    found = _listed(process, payload)
    try:
        actions.bring_topics(process, found.texts, by=colleague, at=timezone.now())
    except actions.NameTaken as why:
        raise HttpError(409, str(why)) from why
    return _told(found)


def _listed(process: Process, payload: TopicListIn) -> TopicList:
    return topics_listed(_rows(payload), process=process)


def _rows(payload: TopicListIn) -> Iterator[tuple[int, Mapping[str, str]]]:
    for row, one in enumerate(payload.topics):
        given = one.model_dump(exclude_none=True)
        yield row, {name: said.strip() for name, said in given.items()}


def _told(found: TopicList) -> TopicListOut:
    return TopicListOut(
        new=[_topic(one) for one in found.new],
        changed=[_changed(one) for one in found.changed],
        same=found.same,
        missing=found.missing,
        errors=[WrongOut(row=one.row, sentence=one.sentence) for one in found.wrong],
    )


def _topic(text: TopicText) -> TopicOut:
    return TopicOut(
        key=text.key,
        level=text.level,
        floor=text.floor or "",
        names=dict(text.names),
        replies=dict(text.replies),
    )


def _changed(one: ChangedTopic) -> ChangedOut:
    fields = [FieldOut(name=name, before=before, after=after) for name, before, after in one.shown]
    return ChangedOut(key=one.after.key, fields=fields)
