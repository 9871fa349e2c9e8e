"""Tags, notes that name somebody, and what belongs beside a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from samspil.core.lifecycle import Stage
from samspil.core.sameness import ALIKE, shared_words
from samspil.people.models import Colleague
from samspil.review.models import CaseTag, Mention, Tag
from samspil.work.models import Case, Direction, Message
from samspil.work.queries import visible

MOST_NAMED = 20
MOST_DUPLICATES = 5
LOOKED_AT = 50
LATELY = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What can be done with a case beside deciding it; `first` is the message it began with."""

    tags: list[Tag]
    all_tags: list[Tag]
    duplicates: list[Case]
    merged: list[Case]
    further: list[Message]


def beside(case: Case, *, reader: Colleague, now: datetime) -> Beside:
    """Everything that stands beside a case, in at most six statements."""
    incoming = list(case.messages.filter(direction=Direction.IN).order_by("at", "pk"))
    is_open = case.stage in (Stage.WAITING, Stage.CLAIMED)
    return Beside(
        tags=list(Tag.objects.filter(cases__case=case).order_by("name")),
        all_tags=tags(),
        duplicates=duplicates(case, incoming, reader=reader, now=now) if is_open else [],
        merged=list(
            visible(Case.objects.filter(merged_into=case), to=reader).order_by("opened_at", "pk")
        ),
        further=incoming[1:] if case.stage != Stage.CLOSED else [],
    )


def tags() -> list[Tag]:
    """All tags, by name."""
    return list(Tag.objects.order_by("name"))


def tags_worn(cases: Sequence[Case]) -> list[Tag]:
    """The tags that any of these cases wears, by name."""
    worn = CaseTag.objects.filter(case__in=[case.pk for case in cases]).values("tag")
    return list(Tag.objects.filter(pk__in=worn).order_by("name"))


def tag_at(public_id: UUID | str) -> Tag:
    """One tag; raises `Tag.DoesNotExist`."""
    return Tag.objects.get(public_id=public_id)


def tag_names(case_ids: Sequence[int]) -> dict[int, list[str]]:
    """The names of the tags on each of these cases."""
    found: dict[int, list[str]] = {}
    worn = CaseTag.objects.filter(case__in=case_ids).order_by("tag__name")
    for case, name in worn.values_list("case", "tag__name"):
        found.setdefault(case, []).append(name)
    return found


def duplicates(
    case: Case, incoming: list[Message], *, reader: Colleague, now: datetime
) -> list[Case]:
    """Open cases of the same sender from the last 30 days that say much the same."""
    first = next(iter(incoming), None)
    if first is None or not first.sender:
        return []
    others = Message.objects.filter(
        direction=Direction.IN,
        sender=first.sender,
        at__gte=now - LATELY,
        case__stage__in=(Stage.WAITING, Stage.CLAIMED),
    ).exclude(case=case)
    others = visible(others, to=reader, case="case__")
    found: dict[int, Case] = {}
    for message in others.select_related("case").order_by("-at", "-pk")[:LOOKED_AT]:
        if any(shared_words(message.text, mine.text) >= ALIKE for mine in incoming):
            found.setdefault(message.case_id, message.case)
    return list(found.values())[:MOST_DUPLICATES]


def mentions_of(colleague: Colleague) -> QuerySet[Mention]:
    """The notes that name this colleague and that they have not put away, newest first."""
    unseen = Mention.objects.filter(colleague=colleague, seen_at__isnull=True)
    unseen = visible(unseen, to=colleague, case="message__case__")
    rows = unseen.select_related("message__case", "message__author")
    return rows.order_by("-at", "pk")[:MOST_NAMED]
