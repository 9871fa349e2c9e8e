"""Outcomes of decisions by group: brought in, shown with their doubt, and deleted."""

from collections.abc import Iterator
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.core.fairness.group_report import REST, Row
from samspil.core.fairness.outcomes import Verdict
from samspil.fairness import actions, queries
from samspil.fairness.access import check_may_see, check_may_try, may_try
from samspil.fairness.forms import GroupsForm
from samspil.fairness.models import GroupOutcomes
from samspil.fairness.queries import UnfitGroups, WhatCame, found_words, what_came
from samspil.people.queries import WorkRequest
from samspil.web.charts import Chart, Point, Tone, intervals
from samspil.web.pages import page, toast
from samspil.web.words import in_figures, in_hundred, points_between

HEAD = (
    "group", "beside", "selected", "all", "other_selected", "other_all", "ratio", "ratio_low",
    "ratio_high", "difference", "difference_low", "difference_high", "fisher", "mid_p", "boschloo",
    "verdict", "below_four_fifths", "four_fifths_false_alarms",
)  # fmt: skip
MOST = 100
"""The newest that the list shows."""


@require_safe
def groups(request: WorkRequest) -> HttpResponse:
    """Everything that was brought in, newest first."""
    colleague = check_may_see(request.colleague)
    context = {"kept": queries.outcomes()[:MOST], "may_try": may_try(colleague)}
    return page(request, "fairness/groups.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_groups(request: WorkRequest) -> HttpResponse:
    """Bring in counts, as a file or typed."""
    colleague = check_may_try(request.colleague)
    form = GroupsForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            kept = actions.keep_outcomes(
                said["name"], said["counted"], by=colleague, at=timezone.now()
            )
        except UnfitGroups as why:
            form.add_error(None, str(why))
        else:
            return redirect("fairness:one_groups", public_id=kept.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "fairness/new_groups.html", {"form": form}, status=status)


@require_safe
def one_groups(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What outcomes show, in a picture and in words."""
    colleague = check_may_see(request.colleague)
    found = what_came(_kept(public_id))
    shown = [_shown(one) for one in found.rows]
    context = {
        "kept": found.kept,
        "chart": _chart(found),
        "title": _title(found),
        "beside": shown[: _besides(found)],
        "pairs": shown[_besides(found) :],
        "together": any(", " in name for name, _share in found.groups),
        "may_try": may_try(colleague),
    }
    return page(request, "fairness/one_groups.html", context)


@require_safe
def groups_file(request: WorkRequest, public_id: UUID, form: str) -> HttpResponse:
    """The figures, as CSV or Excel."""
    check_may_see(request.colleague)
    found = what_came(_kept(public_id))
    name = f"groups-{found.kept.at:%Y-%m-%d}"
    return table_file(_lines(found), name=name, form=form)


@require_POST
def remove(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Delete what was kept."""
    colleague = check_may_try(request.colleague)
    actions.remove_outcomes(_kept(public_id), by=colleague, at=timezone.now())
    toast(request, _("Deleted. That it was there stands in the journal, without its figures."))
    return redirect("fairness:groups")


def _kept(public_id: UUID) -> GroupOutcomes:
    try:
        return queries.outcomes_at(public_id)
    except GroupOutcomes.DoesNotExist:
        raise Http404 from None


def _besides(found: WhatCame) -> int:
    """How many rows stand for a group beside all others, or for the only two."""
    return sum(one.second == REST for one in found.rows) or len(found.rows)


def _chart(found: WhatCame) -> Chart:
    points = []
    for name, share in found.groups:
        low, high = share.interval
        points.append(
            Point(label=name, value=share.value, low=low, high=high, n=share.n, tone=Tone.INK)
        )
    return intervals(points, head=(_("Group"), _("Selected")), show=in_hundred)


def _title(found: WhatCame) -> str:
    """What is found, as the picture's title."""
    said = {one.found.verdict for one in found.rows}
    if Verdict.DIFFERENCE in said:
        return _("Some groups differ by more than chance explains")
    if Verdict.NO_CONCLUSION in said:
        return _("So few decisions allow no conclusion about every group")
    return _("No difference between the groups to be seen")


def _shown(row: Row) -> dict[str, object]:
    """A row in words."""
    alarms = row.false_alarms
    return {
        "row": row,
        "second": row.second or _("all others"),
        "ratio": _ratio(row),
        "difference": points_between(row.difference, row.difference_low, row.difference_high),
        "verdict": found_words(row.found),
        "differs": row.found.verdict is Verdict.DIFFERENCE,
        "alarms": None if alarms is None else in_hundred(min(1.0, alarms)),
        "chances": [
            (name, "–" if chance is None else number_format(f"{chance:.4f}", decimal_pos=4))
            for name, chance in (
                ("Fisher", row.fisher), ("mid-p", row.mid_p), ("Boschloo", row.boschloo),
            )
        ],
    }  # fmt: skip


def _ratio(row: Row) -> str:
    if row.ratio is None:
        return _("cannot be said")
    if row.ratio_low is None or row.ratio_high is None:
        return in_figures(row.ratio)
    return _("%(ratio)s (%(low)s to %(high)s)") % {
        "ratio": in_figures(row.ratio), "low": in_figures(row.ratio_low),
        "high": in_figures(row.ratio_high),
    }  # fmt: skip


def _lines(found: WhatCame) -> Iterator[tuple[str, ...]]:
    yield HEAD
    for row in found.rows:
        figures = (
            row.ratio, row.ratio_low, row.ratio_high, row.difference, row.difference_low,
            row.difference_high, row.fisher, row.mid_p, row.boschloo,
        )  # fmt: skip
        yield (
            row.first, row.second or "all others",
            *(str(n) for n in (row.hits, row.n, row.other_hits, row.other_n)),
            *("" if one is None else f"{one:.4f}" for one in figures),
            row.verdict, "yes" if row.below else "",
            "" if row.false_alarms is None else f"{row.false_alarms:.4f}",
        )  # fmt: skip
