"""What AI may do alone in a process, by what people verified."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspil.core.evidence.certificate import Promise
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.web import charts
from samspil.web.pages import page
from samspil.web.words import in_hundred
from samspil.work.forms import PromiseForm
from samspil.work.queries.autonomy import autonomy_of
from samspil.work.queries.evidence import LIKELY_SHARE, Evidence, evidence_of
from samspil.work.queries.judging import comparison_of
from samspil.work.views.beside import beside
from samspil.work.views.finding import find_process
from samspil.work.views.grouping import shown, ways_chart

DRAWN_FROM = 0.04
"""The picture begins here: of fewer cases the share of errors jumps."""


@require_safe
def evidence(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The share AI may finish under a promise, what is missing, and risk against share."""
    check_may(request.colleague, Action.SEE_PROCESSES)
    found = find_process(public_id)
    kept = autonomy_of(found)
    form = PromiseForm.of(kept, request.GET)
    alpha = form.alpha()
    known = evidence_of(found, promise=Promise(alpha=alpha), at=timezone.now())
    certificate = known.certificate
    low, high = known.between
    signed = kept.certificate
    context = {
        "process": found,
        "form": form,
        "known": known,
        "certificate": certificate,
        "share_low": low,
        "share_high": high,
        "threshold": certificate.threshold or 0.0,
        "allowed": round(alpha * 100),
        "likely": in_hundred(LIKELY_SHARE),
        "chart": _chart(known, alpha=alpha),
        "ways": ways_chart(known.ways),
        "way": shown(known.way(form.groups_by()), found),
        "lots_only": bool(signed and signed.groups_by),
        "beside": beside(comparison_of(found, at=timezone.now())),
    }
    return page(request, "work/evidence.html", context, status=422 if form.errors else 200)


def _chart(known: Evidence, *, alpha: float) -> charts.Chart | None:
    """The share of errors against the share finished alone, with the chosen point."""
    shown = [each for each in known.points if each.share >= DRAWN_FROM]
    if not shown:
        return None
    threshold = known.certificate.threshold
    here = None
    if threshold is not None:
        chosen = known.certificate.share
        here = min(range(len(shown)), key=lambda at: abs(shown[at].share - chosen))
    points = [
        charts.Point(
            label=in_hundred(each.share), value=each.risk, low=each.risk, high=each.at_most,
            at=each.share, foot=f"{each.share:.0%}",
        )
        for each in shown
    ]  # fmt: skip
    goal = charts.Point(label=_("promised: at most this"), value=alpha)
    head = (_("Finished alone"), _("Wrong of those"))
    return charts.line(points, head=head, goal=goal, here=here, show=in_hundred)
