"""Say which tools with AI in them are used, for what, and whether they may be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from samspil.core.gateway.allowing import Place, for_people
from samspil.core.gateway.tools import WORDS, Standing, Status
from samspil.core.masking import DataClass
from samspil.core.roles import Action
from samspil.governance.access import check_may_govern
from samspil.governance.actions.noting import note_tool
from samspil.governance.models import SCORES, Tool
from samspil.governance.queries.tools import lacks, standing_of
from samspil.people.models import Colleague
from samspil.people.queries import check_may

MOST_ASKED = 200
"""Tools that wait for a word at once."""


class BadTool(ValueError):
    """A tool cannot be like this; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolTerms:
    """A tool as the register describes it.

    `points` holds from 1 to 5, or None, and a note for each of `SCORES`. Of a language model that
    Samspil asks itself name, place, owner and classes are set where it is set up, and not here.
    """

    name: str
    place: Place
    owner: Colleague | None = None
    purpose: str = ""
    allowed: frozenset[DataClass] = frozenset()
    contract: str = ""
    contract_until: date | None = None
    tested: str = ""
    valid_until: date | None = None
    points: Mapping[str, tuple[int | None, str]] = field(default_factory=dict)


@transaction.atomic
def say_used(
    name: str, *, purpose: str, classes: frozenset[DataClass], by: Colleague, at: datetime
) -> Tool:
    """Say that a tool is used, or wanted, and for which data; raises `BadTool`.

    It waits for a word of those who govern. Where it stands nobody knows yet: the farthest place.
    """
    check_may(by, Action.ASK)
    _check_name(name, other_than=None)
    if Tool.objects.filter(status=Status.ASKED).count() >= MOST_ASKED:
        raise BadTool(_("Too many tools wait for a word already."))
    made = Tool.objects.create(
        name=name, place=Place.ELSEWHERE, purpose=purpose, status=Status.ASKED, added_at=at,
        allowed=[one.value for one in DataClass if one in classes],
    )  # fmt: skip
    note_tool(made, "tool_asked_for", by=by, at=at)
    return made


@transaction.atomic
def change_tool(tool: Tool, terms: ToolTerms, *, by: Colleague, at: datetime) -> None:
    """Describe a tool anew. What is approved keeps all that its approval rests on.

    Raises `BadTool`.
    """
    check_may_govern(by)
    found = Tool.objects.select_for_update(of=("self",)).get(pk=tool.pk)
    if found.server_id is None:
        _put_own(found, terms)
    found.purpose, found.contract, found.tested = terms.purpose, terms.contract, terms.tested
    found.contract_until, found.valid_until = terms.contract_until, terms.valid_until
    for name in SCORES:
        points, why = terms.points.get(name, (None, ""))
        setattr(found, name, points)
        setattr(found, f"{name}_note", why)
    if found.status == Status.APPROVED:
        _check_complete(found)
    found.save()
    note_tool(found, "tool_changed", by=by, at=at, place=found.place)


@transaction.atomic
def decide_tool(tool: Tool, status: Status, *, why: str, by: Colleague, at: datetime) -> None:
    """Say how a tool stands from now on; raises `BadTool`.

    An approval takes everything the register asks for; a refusal and an end take a reason.
    """
    check_may_govern(by)
    found = Tool.objects.select_for_update(of=("self",)).get(pk=tool.pk)
    if status in (Status.REFUSED, Status.ENDED) and not why.strip():
        raise BadTool(_("Say why, so that colleagues know what to use instead."))
    before, found.status = found.status, status
    if status is Status.APPROVED:
        _check_may_stand(found, today=timezone.localdate(at))
    found.why, found.decided_at = why, at
    found.save()
    note_tool(found, "tool_decided", by=by, at=at, before=before, now=status.value)


def _check_may_stand(tool: Tool, *, today: date) -> None:
    _check_complete(tool)
    _check_data(tool.allowed, place=Place(tool.place))
    if standing_of(tool, today=today) is Standing.EXPIRED:
        raise BadTool(_("Its contract, certificate or test has run out."))


def _put_own(tool: Tool, terms: ToolTerms) -> None:
    _check_name(terms.name, other_than=tool)
    _check_data(terms.allowed, place=terms.place)
    tool.name, tool.place, tool.owner = terms.name, terms.place, terms.owner
    tool.allowed = [one.value for one in DataClass if one in terms.allowed]


def _check_name(name: str, *, other_than: Tool | None) -> None:
    same = Tool.objects.filter(name__iexact=name)
    if other_than is not None:
        same = same.exclude(pk=other_than.pk)
    if same.exists():
        raise BadTool(_("The register knows a tool of this name already."))


def _check_complete(tool: Tool) -> None:
    if lacking := lacks(tool):
        said = get_text_list([_(WORDS[one]) for one in lacking], _("and"))
        raise BadTool(_("An approved tool needs this: %(what)s.") % {"what": said})


def _check_data(allowed: Iterable[str], *, place: Place) -> None:
    if set(allowed) - set(for_people(place)):
        raise BadTool(_("Some of this data never goes to that place. Change what may go there."))
