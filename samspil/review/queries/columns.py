"""The columns of a list of cases: what each is called, and what it says of a case."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samspil.core.lifecycle import Stage
from samspil.core.organisation_models.contract import Route
from samspil.review.models import CaseTag
from samspil.web.places import LANGUAGE_NAMES
from samspil.web.templatetags.parts import ROUTES
from samspil.work.models import Case, Topic
from samspil.work.queries import topic_name

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Cell = str | datetime | None
STAGES: Mapping[str, "StrOrPromise"] = {
    Stage.ARRIVED: _("with AI"),
    Stage.WAITING: _("waits"),
    Stage.CLAIMED: _("in somebody's hands"),
    Stage.CLOSED: _("closed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What cells need beside their case: names of topics by key, and tags by case."""

    topics: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. Times are told in the zone of whoever reads; `usual` ones show unless chosen."""

    name: str
    label: "StrOrPromise"
    cell: Callable[[Case, Known], Cell]
    usual: bool = True
    sort: str = ""


def _number(case: Case, known: Known) -> str:
    given = case.external_id
    return "" if given == str(case.public_id) else given


def _route(case: Case, known: Known) -> str:
    return str(ROUTES[Route(case.route)][0]) if case.route else ""


def _topic(case: Case, known: Known) -> str:
    return known.topics.get(case.topic, case.topic.replace("_", " "))


COLUMNS = (
    Column(name="subject", label=_("Subject"), cell=lambda case, known: case.subject),
    Column(name="number", label=_("Number"), cell=_number, usual=False),
    Column(name="process", label=_("Process"), cell=lambda case, known: case.process.name),
    Column(name="stage", label=_("State"), cell=lambda case, known: str(STAGES[case.stage])),
    Column(name="route", label=_("Who has it"), cell=_route),
    Column(name="level", label=_("Level"), cell=lambda case, known: case.level),
    Column(name="topic", label=_("Topic"), cell=_topic),
    Column(
        name="language",
        label=_("Language"),
        cell=lambda case, known: str(LANGUAGE_NAMES.get(case.language, case.language)),
        usual=False,
    ),
    Column(
        name="team",
        label=_("Team"),
        cell=lambda case, known: case.team.name if case.team else "",
        usual=False,
    ),
    Column(
        name="holder",
        label=_("Holder"),
        cell=lambda case, known: case.claimed_by.name if case.claimed_by else "",
    ),
    Column(
        name="tags",
        label=_("Tags"),
        cell=lambda case, known: known.tags.get(case.pk, ""),
        usual=False,
    ),
    Column(
        name="arrived",
        label=_("Arrived"),
        cell=lambda case, known: case.opened_at,
        sort="newest",
    ),
    Column(name="due", label=_("Deadline"), cell=lambda case, known: case.due_at, sort="due"),
    Column(
        name="closed",
        label=pgettext_lazy("when", "Closed"),
        cell=lambda case, known: case.closed_at,
        sort="closed",
    ),
)
BY_NAME = {column.name: column for column in COLUMNS}


def columns_named(names: Sequence[str]) -> list[Column]:
    """These columns in their usual order, or the usual ones where none is known."""
    wanted = [column for column in COLUMNS if column.name in names]
    return wanted or [column for column in COLUMNS if column.usual]


def topic_names() -> dict[str, str]:
    """The name of every topic by its key, in the reader's language."""
    return {topic.key: topic_name(topic) for topic in Topic.objects.order_by("key", "pk")}


def known_of(
    cases: Sequence[Case], columns: Sequence[Column], *, topics: Mapping[str, str] | None = None
) -> Known:
    """What these columns need of these cases, in at most two statements."""
    shown = {column.name for column in columns}
    tags: dict[int, list[str]] = {}
    if "tags" in shown:
        worn = CaseTag.objects.filter(case__in=[case.pk for case in cases])
        for case_id, name in worn.order_by("tag__name").values_list("case_id", "tag__name"):
            tags.setdefault(case_id, []).append(name)
    if topics is None:
        topics = topic_names() if "topic" in shown else {}
    return Known(topics=topics, tags={pk: ", ".join(names) for pk, names in tags.items()})


def local(cell: Cell) -> str:
    """A cell as words; a time to the minute, in the current zone."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return timezone.localtime(cell).strftime("%Y-%m-%d %H:%M")
    return cell
