"""Say who sees to what of the 90-day plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.pipeline.plan import STEPS, Item, Whose
from samspil.core.roles import NotAllowed
from samspil.people.actions import note
from samspil.people.models import Colleague, Kind
from samspil.pipeline.access import check_may_hand_out
from samspil.pipeline.actions.telling import ask_to_tell
from samspil.pipeline.models import Assignment, Initiative


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """An item that changed hands: colleagues by primary key, None: whose it is by the plan."""

    initiative: int
    item: Item
    before: int | None
    now: int | None


@transaction.atomic
def hand_out(
    things: Iterable[tuple[Initiative, Item]], *, to: Colleague | None, by: Colleague, at: datetime
) -> list[Handed]:
    """Give items to a colleague, who is written to once; None: to whom the plan names.

    Returns those that changed hands. Giving away what the evaluator does names the evaluator, and
    the plan names nobody else for that: it stays with them. Raises `NotAllowed`, and then changes
    nothing, where the initiative is over, where the colleague is not a person who works here, and
    where somebody would evaluate what they answer for.
    """
    if to is not None and (to.left_at is not None or to.kind != Kind.PERSON):
        raise NotAllowed(_("It can be given to people who work here."))
    wanted = sorted({(one.pk, item) for one, item in things})
    kept = _locked(wanted, by=by)
    holds = _held(kept.values())
    found = [
        Handed(initiative=pk, item=item, before=holds.get((pk, item)), now=to.pk if to else None)
        for pk, item in wanted
        if pk in kept and (to is not None or not _evaluates(item))
    ]
    changed = [one for one in found if one.before != one.now]
    _keep(changed, kept, by=by, at=at)
    if to is not None and to != by and changed:
        ask_to_tell([(one.initiative, one.item) for one in changed], to=to, by=by)
    return changed


@transaction.atomic
def hand_back(handed: Sequence[Handed], *, by: Colleague, at: datetime) -> int:
    """Give items back to whom they were with before; returns how many.

    What somebody gave on meanwhile stays where it is. Raises `NotAllowed` as `hand_out` does.
    """
    kept = _locked([(one.initiative, one.item) for one in handed], by=by)
    holds = _held(kept.values())
    back = [
        Handed(initiative=one.initiative, item=one.item, before=one.now, now=one.before)
        for one in handed
        if one.initiative in kept and holds.get((one.initiative, one.item)) == one.now
    ]
    _keep(back, kept, by=by, at=at)
    return len(back)


def _evaluates(item: Item) -> bool:
    return STEPS[item].whose is Whose.EVALUATOR


def _locked(wanted: Iterable[tuple[int, Item]], *, by: Colleague) -> dict[int, Initiative]:
    keys = {pk for pk, _item in wanted}
    kept = Initiative.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    found = {one.pk: one for one in kept}
    for one in found.values():
        check_may_hand_out(by, one)
        if one.ended_at is not None:
            raise NotAllowed(_("%(name)s was brought to an end.") % {"name": one.name})
    return found


def _held(initiatives: Iterable[Initiative]) -> dict[tuple[int, str], int | None]:
    """With whom items are that somebody was named for, by initiative and item."""
    mine = list(initiatives)
    found = Assignment.objects.filter(initiative__in=mine)
    holds: dict[tuple[int, str], int | None] = {
        (one.initiative_id, one.item): one.colleague_id for one in found
    }
    for item in filter(_evaluates, Item):
        holds |= {(one.pk, item): one.evaluator_id for one in mine}
    return holds


def _keep(
    changed: Sequence[Handed], kept: dict[int, Initiative], *, by: Colleague, at: datetime
) -> None:
    for one in changed:
        initiative = kept[one.initiative]
        if _evaluates(one.item):
            _name_evaluator(initiative, one.now)
        elif one.now is None:
            Assignment.objects.filter(initiative=initiative, item=one.item).delete()
        else:
            Assignment.objects.update_or_create(
                initiative=initiative, item=one.item,
                defaults={"colleague_id": one.now, "at": at},
            )  # fmt: skip
        note("plan_item_given", "initiative", initiative.public_id, by=by, at=at, item=one.item)


def _name_evaluator(initiative: Initiative, colleague: int | None) -> None:
    if colleague == initiative.owner_id:
        said = _("%(name)s: somebody else than whoever answers for it has to evaluate it.")
        raise NotAllowed(said % {"name": initiative.name})
    Initiative.objects.filter(pk=initiative.pk).update(evaluator=colleague)
