"""The 90-day plan, and who sees to what of it, by program."""

from datetime import date
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router, Schema
from ninja.errors import HttpError

from samspil.core.pipeline.plan import WORDS, Item
from samspil.core.roles import NotAllowed
from samspil.people.queries import WorkRequest, people
from samspil.pipeline import actions, queries
from samspil.pipeline.access import check_may_hand_out, check_may_see
from samspil.pipeline.queries import Planned
from samspil.pipeline.views.initiative import found_at

router = Router(tags=["initiatives"])


class PlanItemOut(Schema):
    """Something to be done for an initiative: by whom (null: nobody is named yet), when it was
    planned and when it is due as things stand. `given`: somebody gave it to them, otherwise it is
    theirs by the plan of the initiative. `done` follows from evidence, and is ticked off by nobody;
    `phase` is analysis, pilot or scaling."""

    initiative: UUID
    item: str
    words: str
    phase: str
    who: str | None
    colleague: UUID | None
    given: bool
    planned: date
    due: date
    done: bool


class PlanOut(Schema):
    """Ninety days; initiatives that are `later` wait for the next ones."""

    items: list[PlanItemOut]
    later: list[UUID]


class GivenIn(Schema):
    """To whom an item is given; null: to whom the plan names."""

    colleague: UUID | None


class GivenOut(Schema):
    """Whether the item changed hands."""

    changed: bool


@router.get("/initiatives/plan", response=PlanOut, summary="The 90-day plan")
def plan(request: WorkRequest, *, mine: bool = False) -> PlanOut:
    """What is to be done by when and by whom, in the order of days; with `mine` what is still to be
    done by the token's own colleague. Days move by themselves when reality does: say of an
    initiative from when on it runs to move its own."""
    colleague = check_may_see(request.colleague)
    found = queries.ninety_days(now=timezone.now())
    items = found.waits_for(colleague) if mine else found.items
    return PlanOut(
        items=[_item(one) for one in items], later=[one.public_id for one in found.later]
    )


@router.put(
    "/initiatives/{uuid:initiative_id}/plan/{item}", response=GivenOut, summary="Give an item"
)
def give(request: WorkRequest, initiative_id: UUID, item: str, payload: GivenIn) -> GivenOut:
    """Give an item to somebody, who is written to. 422 for a colleague there is none of, 409 where
    the initiative is over or somebody would evaluate what they answer for."""
    check_may_see(request.colleague)
    found = found_at(initiative_id)
    if item not in set(Item):
        raise Http404
    by = check_may_hand_out(request.colleague, found)
    known = {one.public_id: one for one in people()}
    if payload.colleague is not None and payload.colleague not in known:
        raise HttpError(422, "There is no colleague with this id.")
    to = known[payload.colleague] if payload.colleague else None
    try:
        handed = actions.hand_out([(found, Item(item))], to=to, by=by, at=timezone.now())
    except NotAllowed as why:
        raise HttpError(409, str(why)) from None
    return GivenOut(changed=bool(handed))


def _item(one: Planned) -> PlanItemOut:
    dated, who = one.dated, one.who
    return PlanItemOut(
        initiative=one.initiative.public_id, item=dated.item, words=_(WORDS[dated.item]),
        phase=dated.phase.name.lower(), who=who.name if who else None,
        colleague=who.public_id if who else None, given=one.given, planned=dated.planned,
        due=dated.due, done=dated.done,
    )  # fmt: skip
