"""One comparison: what its options bring, on what that hangs, and what was decided."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.scenarios.comparing import FEWEST, HORIZONS, MOST, Compared
from samspil.people.queries import WorkRequest, day_of
from samspil.scenarios import actions, queries
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.forms import NAMES, ChoiceForm, ComparisonForm
from samspil.scenarios.models import Comparison
from samspil.scenarios.queries import Laid, Weighed
from samspil.scenarios.views.pictures import hanging_on, over_time, side_by_side
from samspil.scenarios.views.telling import since_words, then_words, turn_words
from samspil.scenarios.views.words import guess_words, payback_words, range_words
from samspil.web.pages import page, toast
from samspil.web.words import in_hundred

TURNS = 5


@require_safe
def comparison(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Everything about it."""
    check_may_compare(request.colleague)
    return whole_page(request, found_at(public_id))


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Begin a comparison."""
    colleague = check_may_compare(request.colleague)
    form = ComparisonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.begin_comparison(form.wanted(), by=colleague, at=timezone.now())
        return redirect("scenarios:option_new", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "scenarios/begin.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say otherwise what is to be decided."""
    colleague = check_may_compare(request.colleague)
    found = found_at(public_id)
    form = ComparisonForm(request.POST or None, initial=ComparisonForm.of(found))
    if request.method == "POST" and form.is_valid():
        actions.change_comparison(found, form.wanted(), by=colleague, at=timezone.now())
        toast(request, _("Kept."))
        return redirect("scenarios:comparison", public_id=public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "scenarios/begin.html", {"form": form, "one": found}, status=status)


@require_POST
def remove(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take it from the list."""
    colleague = check_may_compare(request.colleague)
    found = found_at(public_id)
    actions.remove_comparison(found, by=colleague, at=timezone.now())
    toast(
        request,
        _("“%(name)s” is off the list.") % {"name": found.name},
        undo=reverse("scenarios:restore", args=[public_id]),
    )
    return redirect("scenarios:comparisons")


@require_POST
def restore(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put it back."""
    colleague = check_may_compare(request.colleague)
    found = Comparison.objects.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    actions.restore_comparison(found, by=colleague, at=timezone.now())
    return redirect("scenarios:comparison", public_id=public_id)


def found_at(public_id: UUID) -> Comparison:
    """The comparison of this address; raises `Http404`."""
    try:
        return queries.comparison_at(public_id)
    except Comparison.DoesNotExist:
        raise Http404 from None


def whole_page(
    request: WorkRequest, found: Comparison, *, form: ChoiceForm | None = None, status: int = 200
) -> HttpResponse:
    """The page about it; with a form that did not fit, if there is one."""
    weighed = queries.weighed(found)
    asked = request.GET.get("months", "")
    months = int(asked) if asked in {str(one) for one in HORIZONS} else found.months
    context: dict[str, Any] = {
        "one": found,
        "months": months,
        "horizons": HORIZONS,
        "found": weighed,
        "options": [_option(each, found.currency) for each in weighed.options],
        "room": len(weighed.options) < MOST,
        "wanting": FEWEST - sum(each.rule is not None for each in weighed.options),
        "form": form or ChoiceForm(options=weighed.options, initial={"seen": found.version}),
        "today": day_of(timezone.now()),
        "decisions": [
            {"one": each, "figures": then_words(each, currency=found.currency)}
            for each in weighed.choices
        ],
        "since": [
            since_words(each, months=months, currency=found.currency) for each in weighed.since
        ],
    }
    if weighed.result:
        context |= _outcome(request, weighed, months=months)
    return page(request, "scenarios/comparison.html", context, status=status)


def _option(each: Laid, currency: str) -> dict[str, Any]:
    guesses = each.rule.guesses if each.rule else {}
    return {
        "one": each.option,
        "unknown": [NAMES[name] for name in each.unknown],
        "rows": [
            (NAMES[name], guess_words(name, guess, currency), name in each.taken)
            for name, guess in guesses.items()
        ],
        "tasks": each.tasks,
    }


def _outcome(request: WorkRequest, weighed: Weighed, *, months: int) -> dict[str, Any]:
    assert weighed.result is not None
    currency, leader = weighed.comparison.currency, weighed.result.leader(months)
    shown = _shown(request, weighed) or leader
    hinges = queries.hinges(weighed, shown.key, months=months)
    return {
        "leader": weighed.name(leader.key),
        "leader_middle": leader.net[months].p50,
        "leader_range": range_words(leader.net[months], currency),
        "leader_best": in_hundred(leader.best[months]),
        "none": in_hundred(weighed.result.none[months]),
        "chart": side_by_side(weighed, months=months),
        "rows": [
            (
                weighed.name(row.key), range_words(row.net[months], currency),
                row.net[months].p50, payback_words(row.payback), in_hundred(row.best[months]),
            )
            for row in weighed.result.rows
        ],
        "shown": weighed.name(shown.key),
        "others": [
            (each.option.public_id, each.option.name)
            for each in weighed.options
            if each.rule and each.rule.key != shown.key
        ],
        "tornado": hanging_on(hinges, currency=currency),
        "curve": over_time(shown, currency=currency),
        "turns": [turn_words(one, weighed) for one in hinges.turns if one.at is not None][:TURNS],
    }  # fmt: skip


def _shown(request: WorkRequest, weighed: Weighed) -> Compared | None:
    """The option whose pictures are asked for."""
    assert weighed.result is not None
    asked = request.GET.get("option", "")
    keys = {str(one.option.public_id): one.option.public_id.int for one in weighed.options}
    return next((row for row in weighed.result.rows if row.key == keys.get(asked)), None)
