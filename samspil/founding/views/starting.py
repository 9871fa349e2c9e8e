"""Found the first organisation; and what a visitor is told before anybody has."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import login as allauth_login
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from samspil.founding import actions
from samspil.founding.access import WrongCode, check_may_found
from samspil.founding.forms import FoundingForm, usual_for
from samspil.founding.queries import nothing_founded
from samspil.people.models import Colleague
from samspil.web.asking import PAUSE_S, asks_too_often
from samspil.web.pages import page

MOST_IN_A_MINUTE = 30
"""So often an address may knock, with whatever code."""


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Found the first organisation and sign its owner in; gone as soon as there is one."""
    if asks_too_often(request, what="start", most=MOST_IN_A_MINUTE):
        answer = page(request, "founding/too_often.html", {}, status=429)
        answer["Retry-After"] = str(PAUSE_S)
        return answer
    try:
        check_may_found(code)
    except WrongCode:
        raise Http404 from None
    form = FoundingForm(request.POST or None, initial=usual_for((get_language() or "en")[:2]))
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return page(request, "founding/start.html", {"form": form}, status=status)
    try:
        owner = actions.found_first(form.founding(), at=timezone.now())
    except actions.AlreadyFounded:
        return page(request, "founding/taken.html", {}, status=409)
    return _welcome(request, owner, language=form.cleaned_data["language"])


@login_not_required
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in; before anybody has begun, a page that says how to."""
    if nothing_founded():
        return page(request, "founding/empty.html", {})
    answer: HttpResponse = allauth_login(request)
    return answer


def _welcome(request: HttpRequest, owner: Colleague, *, language: str) -> HttpResponse:
    login(request, owner.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, owner.user, method="password")  # from here the session counts
    new_process = f"{reverse('work:new_process')}?next={reverse('founding:begin')}"
    answer = redirect(new_process)
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
    return answer
