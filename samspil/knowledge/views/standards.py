"""Standard answers: a list, one of them with its history, and everything done to them."""

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.roles import Action
from samspil.knowledge import actions
from samspil.knowledge.access import (
    check_may_ask,
    check_may_keep,
    check_may_keep_standard,
    may_agree,
    may_keep,
    may_keep_standard,
)
from samspil.knowledge.forms import StandardForm, as_written
from samspil.knowledge.models import StandardAnswer, StandardVersion
from samspil.knowledge.queries import (
    FindStandards,
    alone_of,
    standard_at,
    standard_counts,
    standard_page,
    versions_of,
)
from samspil.people.queries import WorkRequest, day_of, may_do, people, teams
from samspil.web.pages import page, toast, toast_problem, whole_number
from samspil.work.models import Case
from samspil.work.queries import case_at, thread

USUAL = timedelta(days=365)
"""So long a new answer holds, unless another day is said."""


@require_safe
def standards(request: WorkRequest) -> HttpResponseBase:
    """The standard answers that the reader may see, the newest first."""
    colleague = check_may_ask(request.colleague)
    today = day_of(timezone.now())
    find = FindStandards(
        words=request.GET.get("q", "")[:100].replace("\0", ""), ended="ended" in request.GET
    )
    before = whole_number(request.GET.get("before", ""))
    rows, later = standard_page(colleague, find, today=today, before=before)
    query = request.GET.copy()
    query["before"] = str(later or "")
    context = {
        "rows": rows,
        "find": find,
        "known": standard_counts(colleague, today=today),
        "today": today,
        "later": f"?{query.urlencode()}" if later else "",
        "may_keep": may_keep(colleague),
    }
    return page(request, "knowledge/standards.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_standard(request: WorkRequest) -> HttpResponse:
    """Write a standard answer; `case` begins it with a decided question and its answer."""
    colleague = check_may_keep(request.colleague)
    now = timezone.now()
    initial = {"review_on": day_of(now) + USUAL, "owner": str(colleague.public_id)}
    initial |= _from_case(request)
    form = StandardForm(request.POST or None, initial=initial, teams=teams(), people=people())
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.make_standard(form.said(), by=colleague, at=now)
        except (actions.BadStandard, actions.BadTerms) as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It answers from the next question on."))
            return redirect("knowledge:standard", public_id=made.public_id)
    status = 422 if request.method == "POST" else 200
    return page(request, "knowledge/standard_write.html", {"form": form}, status=status)


@require_safe
def standard(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One of them, as it is and as it was."""
    colleague = check_may_ask(request.colleague)
    found = find_standard(request, public_id)
    context = {
        "answer": found,
        "versions": versions_of(found),
        "ended": found.valid_until < day_of(timezone.now()),
        "may_change": may_keep_standard(colleague, found),
        "may_keep": may_keep(colleague),
        "alone": alone_of(found, at=timezone.now()),
        "may_agree": may_agree(colleague, found),
    }
    return page(request, "knowledge/standard.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change_standard(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say something else from now on."""
    found = find_standard(request, public_id)
    colleague = check_may_keep_standard(request.colleague, found)
    form = StandardForm(
        request.POST or None, initial=as_written(found), teams=teams(), people=people()
    )
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        try:
            actions.change_standard(found, form.said(), seen=seen, by=colleague, at=timezone.now())
        except (actions.BadStandard, actions.BadTerms, actions.StaleStandard) as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It holds from the next question on."))
            return redirect("knowledge:standards")
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "answer": found}
    return page(request, "knowledge/standard_write.html", context, status=status)


@require_POST
def bring_version_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say again what an earlier version said."""
    number = whole_number(request.POST.get("number", "")) or 0
    found = find_standard(request, public_id)
    colleague = check_may_keep_standard(request.colleague, found)
    try:
        actions.restore_version(found, number, seen=found.version, by=colleague, at=timezone.now())
    except StandardVersion.DoesNotExist:
        raise Http404 from None
    except (actions.BadTerms, actions.StaleStandard) as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("It says again what it said then."))
    return redirect("knowledge:standard", public_id=public_id)


@require_POST
def remove_standard(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Answer with it no more; it can be brought back for a day."""
    colleague = check_may_keep(request.colleague)
    found = find_standard(request, public_id)
    actions.remove_standards([found.pk], by=colleague, at=timezone.now())
    undo = reverse("knowledge:standard_restore", args=[public_id])
    toast(request, _("The answer is removed, and deleted in a day."), undo=undo)
    return redirect("knowledge:standards")


@require_POST
def restore_standard(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Bring a removed answer back."""
    colleague = check_may_keep(request.colleague)
    try:
        found = standard_at(public_id, reader=colleague, removed=True)
    except StandardAnswer.DoesNotExist:
        raise Http404 from None
    actions.restore_standards([found.pk], by=colleague, at=timezone.now())
    toast(request, _("The answer is back."))
    return redirect("knowledge:standards")


def find_standard(request: WorkRequest, public_id: UUID) -> StandardAnswer:
    """The one there, if whoever asks may see it; else 404."""
    colleague = check_may_ask(request.colleague)
    try:
        return standard_at(public_id, reader=colleague)
    except StandardAnswer.DoesNotExist:
        raise Http404 from None


def _from_case(request: WorkRequest) -> dict[str, object]:
    """The question and the answer of the case that `case` names, where the reader may see it."""
    try:
        wanted = UUID(request.GET.get("case", ""))
    except ValueError:
        return {}
    colleague = check_may_keep(request.colleague)
    if not may_do(colleague, Action.SEE_CASES):
        return {}
    try:
        case = case_at(wanted, reader=colleague)
    except Case.DoesNotExist:
        return {}
    said = [one.text for one in thread(case) if one.direction == "out" and one.text]
    return {"wordings": case.subject, case.language or "en": said[-1] if said else ""}
