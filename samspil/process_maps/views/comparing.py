"""A map now and as it shall be."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspil.core.process_maps.beside import WORDS, Change, Pair
from samspil.people.queries import WorkRequest
from samspil.process_maps import queries
from samspil.process_maps.access import check_may_see
from samspil.process_maps.queries import Beside, Charted
from samspil.process_maps.views.finding import map_found
from samspil.process_maps.views.words import row_words, totals_words
from samspil.web.pages import page


@require_safe
def beside(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What a plan changes: steps, minutes, hand-overs."""
    check_may_see(request.colleague)
    then = map_found(public_id)
    if then.plan_of is None or then.plan_of.removed_at is not None:
        raise Http404
    found = queries.beside(then.plan_of, then, at=timezone.now())
    context = {
        "one": then.plan_of,
        "plan": then,
        "totals": [(totals_words(found.now)), (totals_words(found.then))],
        "counts": [len(found.now.rows), len(found.then.rows)],
        "pairs": [_pair(pair, found) for pair in found.pairs],
        "changed": sum(pair.change is not Change.STAYED for pair in found.pairs),
    }
    return page(request, "process_maps/beside.html", context)


def _pair(pair: Pair, found: Beside) -> dict[str, Any]:
    return {
        "now": _said(found.now, pair.now),
        "then": _said(found.then, pair.then),
        "change": _(WORDS[pair.change]),
        "differs": pair.change is not Change.STAYED,
    }


def _said(found: Charted, key: int | None) -> dict[str, Any] | None:
    return None if key is None else row_words(found.row(key))
