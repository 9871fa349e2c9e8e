"""A public form: read it, fill it in, send it."""

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from samspil.core.public_form import FormPlan
from samspil.inbox import actions
from samspil.inbox.forms import FillForm
from samspil.inbox.models import FormAddress, PublicForm
from samspil.inbox.queries import (
    address_at,
    form_at,
    ground_words,
    plan_of,
    status_address,
    zone_of,
)
from samspil.inbox.views.strangers import cap_uploads, files_of
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from samspil.web.asking import asks_too_often, is_asked_too_often
from samspil.web.marks import Stale, TooQuick, began, nonce_of
from samspil.web.strangers import (
    framed,
    gone,
    language_for,
    stranger_page,
    typed,
    usual_language,
)
from samspil.work.queries import notice_of

MOST_SENT, SENT_S = 10, 600
"""Messages from one address in ten minutes."""
MOST_IN_AN_HOUR = 600
"""Messages to one form."""
HOUR_S = 3600


@csrf_exempt  # it signs nobody in, so there is nothing to ride on, and no cookie is needed
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest, slug: str) -> HttpResponse:
    """Where a stranger writes; what is sent leads on to its status page."""
    address = address_at(slug)
    if address is None or address.left_at:
        return gone(request)
    if request.method == "POST" and not cap_uploads(request):
        language = usual_language(request)
        return stranger_page(request, "inbox/too_large.html", {}, language=language, status=413)
    with enter(address.organisation), zone_of(address.organisation):
        form = form_at(slug)
        if form is None:
            return gone(request)
        return framed(_fill(request, form, address), plan_of(form).sites)


def _fill(request: HttpRequest, form: PublicForm, address: FormAddress) -> HttpResponse:
    plan, now = plan_of(form), timezone.now()
    language = language_for(request, plan.languages)
    with override(language):
        if form.opened_at is None:
            return _closed(request, form, language=language)
        if request.method != "POST" or "lang" in request.POST:
            return _anew(request, form, plan, language=language, now=now)
        filled = FillForm(typed(request), files_of(request), plan=plan, language=language)
        filled.oversized = getattr(request, "too_large", False)
        if not filled.is_valid():
            return _form_page(request, form, filled, status=422)
        return _send(request, form, filled, now=now)


def _send(
    request: HttpRequest, form: PublicForm, filled: FillForm, *, now: datetime
) -> HttpResponse:
    try:
        token = nonce_of(filled.cleaned_data["mark"], str(form.public_id), at=now)
    except TooQuick:
        filled.add_error(None, _("That was very quick. If you are a person, send it once more."))
        return _form_page(request, form, filled, status=422)
    except Stale:
        filled.put({"mark": began(str(form.public_id), at=now)})
        filled.add_error(None, _("This page stood open for long. Send it once more."))
        return _form_page(request, form, filled, status=422)
    if _too_many(request, form):
        filled.add_error(
            None, _("Many messages came in just now. Wait a few minutes, then send it again.")
        )
        response = _form_page(request, form, filled, status=429)
        response["Retry-After"] = str(SENT_S)
        return response
    link = actions.submit(form, filled.submission(), token=token, at=now)
    return to_status(status_address(link))


def to_status(secret: str) -> HttpResponse:
    """Lead a sender to their page."""
    response = HttpResponseRedirect(f"/f/status/{secret}/")
    response.status_code = 303
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response


def _too_many(request: HttpRequest, form: PublicForm) -> bool:
    mine = asks_too_often(request, what="form-sent", most=MOST_SENT, seconds=SENT_S)
    key = str(form.public_id)
    return mine or is_asked_too_often(what="form", of=key, most=MOST_IN_AN_HOUR, seconds=HOUR_S)


def _anew(
    request: HttpRequest, form: PublicForm, plan: FormPlan, *, language: str, now: datetime
) -> HttpResponse:
    """An empty form, or in another language what was typed so far."""
    initial = {"mark": began(str(form.public_id), at=now)}
    kept = typed(request).dict() if request.method == "POST" else {}
    filled = FillForm(initial={**initial, **kept}, plan=plan, language=language)
    return _form_page(request, form, filled)


def _form_page(
    request: HttpRequest, form: PublicForm, filled: FillForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "form": filled,
        "said": filled.plan.said(filled.language),
        **form_context(form, filled.plan),
        "files_lost": bool(request.FILES) and status != 200,
    }
    return stranger_page(
        request, "inbox/fill.html", context, language=filled.language, status=status
    )


def form_context(form: PublicForm, plan: FormPlan) -> dict[str, object]:
    """What every page of a form says about whose it is."""
    organisation: Organisation = form.organisation
    return {
        "organisation": organisation,
        "public_form": form,
        "plan": plan,
        "ground": ground_words(plan.ground),
        "offered": plan.languages,
        "notice_url": notice_of(form.process),
    }


def _closed(request: HttpRequest, form: PublicForm, *, language: str) -> HttpResponse:
    plan = plan_of(form)
    said = str(typed(request).get("message", "")) if request.method == "POST" else ""
    context = {**form_context(form, plan), "said": plan.said(language), "typed": said}
    status = 409 if request.method == "POST" else 200
    return stranger_page(request, "inbox/closed.html", context, language=language, status=status)
