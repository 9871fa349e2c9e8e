"""Set up a process's public form: what it asks and tells, whether it is open, where it is found."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.public_form import FormPlan
from samspil.core.roles import Action
from samspil.inbox import actions
from samspil.inbox.forms import LACKS, FillForm, SetUpForm, as_chosen, first_plan
from samspil.inbox.models import PublicForm
from samspil.inbox.queries import form_of, plan_of
from samspil.inbox.views.filling import form_context
from samspil.people.queries import WorkRequest, check_may
from samspil.web.pages import page, toast, toast_problem
from samspil.web.qr import drawn
from samspil.web.strangers import language_for, stranger_page
from samspil.work.models import Process
from samspil.work.queries import process_at


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What the form asks and tells."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    process = _process(public_id)
    if request.method != "POST":
        return _page(request, process)
    filled = SetUpForm(request.POST)
    if filled.is_valid():
        try:
            actions.set_form(process, filled.plan(), by=colleague, at=timezone.now())
        except actions.NotReady as why:
            for lack in why.lacks:
                filled.add_error(None, LACKS[lack])
        else:
            toast(request, _("The form is kept."))
            return redirect("forms:form", public_id=public_id)
    return _page(request, process, filled=filled, status=422)


@require_POST
def open_up(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let strangers write."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    process, form = _form(public_id)
    try:
        actions.open_form(form, by=colleague, at=timezone.now())
    except actions.NotReady as why:
        lacks = [str(LACKS[lack]) for lack in why.lacks]
        return _page(request, process, lacks=lacks, status=422)
    toast(request, _("The form is open."), undo=reverse("forms:close", args=[public_id]))
    return redirect("forms:form", public_id=public_id)


@require_POST
def close(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take no new messages."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    form = _form(public_id)[1]
    actions.close_form(form, by=colleague, at=timezone.now())
    closed = _("The form is closed. Who has written can still see how it goes.")
    toast(request, closed, undo=reverse("forms:open", args=[public_id]))
    return redirect("forms:form", public_id=public_id)


@require_POST
def move(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Give the form another address."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    process, form = _form(public_id)
    wanted = "" if "draw" in request.POST else request.POST.get("slug", "").strip() or "-"
    before = form.slug
    try:
        actions.move_form(form, slug=wanted, by=colleague, at=timezone.now())
    except actions.SlugRefused as why:
        kept = "" if wanted == "-" else wanted
        return _page(request, process, slug=kept, slug_error=str(why), status=422)
    if form.slug != before:
        toast_problem(request, _("The form has a new address. The old one does not work any more."))
    return redirect("forms:form", public_id=public_id)


@require_safe
def preview(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The form as strangers see it; nothing can be sent."""
    check_may(request.colleague, Action.CHANGE_PROCESSES)
    form = form_of(_process(public_id))
    if form is None:
        raise Http404
    plan = plan_of(form)
    language = language_for(request, plan.languages or ("da",))
    with override(language):
        context = {
            **form_context(form, plan),
            "form": FillForm(plan=plan, language=language),
            "said": plan.said(language),
            "preview": True,
        }
        return stranger_page(request, "inbox/fill.html", context, language=language)


@require_safe
def qr_code(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The form's address as a picture for cameras."""
    check_may(request.colleague, Action.CHANGE_PROCESSES)
    form = form_of(_process(public_id))
    if form is None:
        raise Http404
    answer = HttpResponse(drawn(address_of(form)), content_type="image/svg+xml")
    answer["Cache-Control"] = "private, no-store"
    return answer


def address_of(form: PublicForm) -> str:
    """Where strangers find the form."""
    return f"{settings.BASE_URL}/f/{form.slug}/"


def _page(
    request: WorkRequest,
    process: Process,
    *,
    filled: SetUpForm | None = None,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    form = form_of(process)
    plan: FormPlan = plan_of(form) if form else first_plan()
    setting = filled or SetUpForm(initial=as_chosen(plan))
    context = {
        "process": process,
        "public_form": form,
        "plan": plan,
        "form": setting,
        "groups": setting.groups(),
        "address": address_of(form) if form else "",
        **more,
    }
    return page(request, "inbox/form.html", context, status=status)


def _form(public_id: UUID) -> tuple[Process, PublicForm]:
    process = _process(public_id)
    form = form_of(process)
    if form is None:
        raise Http404
    return process, form


def _process(public_id: UUID) -> Process:
    try:
        return process_at(public_id)
    except Process.DoesNotExist:
        raise Http404 from None
