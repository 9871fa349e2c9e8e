"""Keep filters of the queue: save, rename, share, order, remove, have back."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.review import actions
from samspil.review.forms import FilterForm, KeptFilterForm
from samspil.review.models import SavedFilter
from samspil.review.queries.filters import filter_at, filters_of, quick_links
from samspil.review.views.lists import asked_list, kept_as, known_choices
from samspil.web.pages import page, toast, toast_problem

EARLIER, LATER = -1, 1


@require_safe
def filters(request: WorkRequest) -> HttpResponse:
    """One's own filters to change, and those that teams share to look at."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    return _filters_page(request, colleague)


@require_POST
def save_filter(request: WorkRequest) -> HttpResponse:
    """Keep what the list in the address is narrowed to."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    form = FilterForm(request.POST, owner=colleague)
    asked = asked_list(request.GET, colleague)
    if not form.is_valid():
        toast_problem(request, _("Give the filter a name."))
        return redirect(asked.address)
    try:
        actions.save_filter(
            form.cleaned_data["name"], asked.kept, team=form.cleaned_data["team"], by=colleague
        )
    except actions.FilterRefused as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("The filter stands in the row above the list."))
    return redirect(asked.address)


@require_POST
def change_filter(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Rename it, share it, open the queue with it, or put it elsewhere in the row."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found = _find(public_id, colleague)
    if "earlier" in request.POST or "later" in request.POST:
        by_places = EARLIER if "earlier" in request.POST else LATER
        actions.move_filter(found, by_places=by_places, by=colleague)
        return redirect("review:filters")
    form = KeptFilterForm(request.POST, owner=colleague, auto_id=f"{found.public_id}_%s")
    if not form.is_valid():
        return _filters_page(request, colleague, wrong=(found, form))
    try:
        actions.change_filter(found, by=colleague, **form.cleaned_data)
    except actions.FilterRefused as why:
        form.add_error("name", str(why))
        return _filters_page(request, colleague, wrong=(found, form))
    toast(request, _("Changed."))
    return redirect("review:filters")


@require_POST
def remove_filter(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take it out of the row, with a way back."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found = _find(public_id, colleague)
    actions.remove_filter(found, by=colleague, at=timezone.now())
    undo = reverse("review:restore_filter", args=[found.public_id])
    toast(request, _("The filter “%(name)s” is removed.") % {"name": found.name}, undo=undo)
    return redirect("review:filters")


@require_POST
def restore_filter(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Have it back."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    try:
        actions.restore_filter(_find(public_id, colleague), by=colleague, at=timezone.now())
    except actions.FilterRefused as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("Undone."))
    return redirect("review:filters")


def _filters_page(
    request: WorkRequest,
    colleague: Colleague,
    *,
    wrong: tuple[SavedFilter, KeptFilterForm] | None = None,
) -> HttpResponse:
    links = quick_links(filters_of(colleague), known=known_choices())
    mine = [link for link in links if link.kept.owner_id == colleague.pk]
    rows = [
        (
            link,
            kept_as(**link.parameters),
            wrong[1] if wrong and wrong[0].pk == link.kept.pk else _form(link.kept, colleague),
        )
        for link in mine
    ]
    shared = [(link, kept_as(**link.parameters)) for link in links if link not in mine]
    context = {"rows": rows, "shared": shared}
    return page(request, "review/filters.html", context, status=422 if wrong else 200)


def _form(kept: SavedFilter, owner: Colleague) -> KeptFilterForm:
    said = {
        "name": kept.name,
        "team": kept.team.public_id if kept.team else None,
        "usual": kept.usual,
    }
    return KeptFilterForm(initial=said, owner=owner, auto_id=f"{kept.public_id}_%s")


def _find(public_id: UUID, colleague: Colleague) -> SavedFilter:
    """One's own filter; a colleague's does not exist here."""
    try:
        found = filter_at(public_id)
    except SavedFilter.DoesNotExist:
        raise Http404 from None
    if found.owner_id != colleague.pk:
        raise Http404
    return found
