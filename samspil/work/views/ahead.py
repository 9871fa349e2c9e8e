"""What lies ahead of a process, what would be if, and the time that people have for it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.web.pages import page, toast
from samspil.work import actions
from samspil.work.forms import CapacityForm, SupposeForm
from samspil.work.models import Process
from samspil.work.queries.ahead import AHEAD, Ahead, TooManyIll, ahead_of, now_of
from samspil.work.queries.ahead.words import back_words, day_name
from samspil.work.queries.processes import skill_of
from samspil.work.views.finding import find_process
from samspil.work.views.picturing import compared, pictured
from samspil.work.views.pricing import price_pictured


@require_http_methods(["GET", "HEAD", "POST"])
def ahead(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The coming days as they should be, and beside them as they would be; who may change
    processes says here what time people have."""
    colleague = check_may(request.colleague, Action.SEE_PROCESSES)
    found = find_process(public_id)
    if request.method != "POST":
        return _page(request, colleague, found)
    check_may(colleague, Action.CHANGE_PROCESSES)
    form = CapacityForm(request.POST)
    if not form.is_valid():
        return _page(request, colleague, found, capacity=form)
    actions.set_capacity(found, **form.cleaned_data, by=colleague, at=timezone.now())
    toast(request, _("The time people have for it is changed."))
    return redirect("work:ahead", public_id=public_id)


def _page(
    request: WorkRequest,
    colleague: Colleague,
    found: Process,
    *,
    capacity: CapacityForm | None = None,
) -> HttpResponse:
    checked = now_of(found, version=skill_of(found).version).checked
    form = SupposeForm.asked(request.GET, checked=checked)
    known = _known(found, form)
    told = [(_("As it is"), known.today)]
    if known.then:
        told.append((_("What if"), known.then))
    wrong = form.errors or (capacity and capacity.errors)
    context = {
        "process": found,
        "form": form,
        "known": known,
        "pictures": pictured(told),
        "compared": compared(known),
        "days": AHEAD,
        "looking_back": back_words(known.back) if known.back else "",
        "price": price_pictured(known),
        "work_day": day_name(known.work_day) if known.work_day else "",
        "capacity": (capacity or CapacityForm.of(known.capacity))
        if may_do(colleague, Action.CHANGE_PROCESSES)
        else None,
    }
    return page(request, "work/ahead.html", context, status=422 if wrong else 200)


def _known(found: Process, form: SupposeForm) -> Ahead:
    """What lies ahead; what cannot be supposed stands at its field."""
    now = timezone.now()
    try:
        return ahead_of(found, supposed=form.supposed(), at=now)
    except TooManyIll as why:
        form.add_error("ill", str(why))
        return ahead_of(found, supposed=None, at=now)
