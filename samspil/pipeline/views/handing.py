"""Giving items of the 90-day plan to people, and back."""

from collections.abc import Iterable, Sequence

from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samspil.core.pipeline.plan import Item
from samspil.core.roles import NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, people
from samspil.pipeline import actions, queries
from samspil.pipeline.access import check_may_see
from samspil.pipeline.actions import Handed
from samspil.pipeline.models import Initiative
from samspil.web.pages import toast, toast_problem, uuid_of

BY_PLAN = "plan"
"""Chosen where things are to be with whom the plan names."""
LONGEST_S = 24 * 3600
"""So long giving can be undone."""


@require_POST
def give(request: WorkRequest) -> HttpResponse:
    """Give the chosen items to somebody."""
    by = check_may_see(request.colleague)
    things = _things(request.POST.getlist("item"))
    known = {str(one.public_id): one for one in people()}
    to = request.POST.get("to", "")
    if not things:
        toast_problem(request, _("Choose in the list first what is to be given."))
    elif to not in known and to != BY_PLAN:
        toast_problem(request, _("Choose to whom it is to be given."))
    else:
        _give(request, things, known.get(to), by=by)
    return redirect("pipeline:plan")


@require_POST
def give_back(request: WorkRequest) -> HttpResponse:
    """Undo it."""
    by = check_may_see(request.colleague)
    try:
        handed = _read(request.GET.get("given", ""), by)
        n = actions.hand_back(handed, by=by, at=timezone.now())
    except signing.BadSignature:
        toast_problem(request, _("This is too old to be undone: give it anew."))
    except NotAllowed as no:
        toast_problem(request, str(no))
    else:
        if n < len(handed):
            toast_problem(request, _("Somebody has given it on meanwhile: that stays."))
        else:
            toast(request, _("It is with whom it was before."))
    return redirect("pipeline:plan")


def _give(
    request: WorkRequest,
    things: Sequence[tuple[Initiative, Item]],
    to: Colleague | None,
    *,
    by: Colleague,
) -> None:
    try:
        handed = actions.hand_out(things, to=to, by=by, at=timezone.now())
    except NotAllowed as no:
        toast_problem(request, str(no))
        return
    if not handed:
        toast(request, _("It is there already."))
        return
    kept = urlencode({"given": _written(handed, by)})
    toast(request, _said(len(handed), to), undo=f"{reverse('pipeline:give_back')}?{kept}")


def _said(n: int, to: Colleague | None) -> str:
    if to is None:
        words = ngettext(
            "%(n)d thing is with whom the plan names.",
            "%(n)d things are with whom the plan names.",
            n,
        )
        return words % {"n": n}
    words = ngettext("%(n)d thing is given to %(name)s.", "%(n)d things are given to %(name)s.", n)
    return words % {"n": n, "name": to.name}


def _things(said: Iterable[str]) -> list[tuple[Initiative, Item]]:
    """The items these name, of initiatives there are; what names nothing is passed over."""
    pairs = [one.partition(":")[::2] for one in said]
    named = [(uuid_of(key), item) for key, item in pairs if item in set(Item)]
    found = {one.public_id: one for one in queries.board()} if named else {}
    return [(found[key], Item(item)) for key, item in named if key in found]


def _salt(by: Colleague) -> str:
    """What somebody gave is given back by the same person only."""
    return f"pipeline.plan.{by.public_id}"


def _written(handed: Sequence[Handed], by: Colleague) -> str:
    rows = [(one.initiative, one.item, one.before, one.now) for one in handed]
    return signing.dumps(rows, salt=_salt(by), compress=True)


def _read(kept: str, by: Colleague) -> list[Handed]:
    rows = signing.loads(kept, salt=_salt(by), max_age=LONGEST_S)
    return [
        Handed(initiative=initiative, item=Item(item), before=before, now=now)
        for initiative, item, before, now in rows
    ]
