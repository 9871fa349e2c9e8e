"""The page of a sender: how it goes, the replies, and what else they want to say."""

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from samspil.core.public_form import LANGUAGES
from samspil.inbox import actions
from samspil.inbox.forms import DisagreeForm, MoreForm
from samspil.inbox.forms.filling import WISH, StrangersForm
from samspil.inbox.models import StatusLink
from samspil.inbox.queries import (
    Status,
    link_at,
    organisation_of_address,
    plan_of,
    status_of,
    zone_of,
)
from samspil.inbox.views.filling import MOST_SENT, SENT_S, to_status
from samspil.inbox.views.status_page import WITHDRAWAL, files_allowed, status_page
from samspil.inbox.views.strangers import cap_uploads, files_of
from samspil.tenancy.actions import enter
from samspil.web.asking import asks_too_often, has_asked
from samspil.web.marks import Stale, TooQuick, began, nonce_of
from samspil.web.strangers import (
    framed,
    gone,
    language_for,
    stranger_page,
    typed,
    usual_language,
    wait,
)
from samspil.work import actions as work

MOST_WRONG = 30
"""Wrong secrets from one address in a minute."""


@csrf_exempt  # whoever has the secret may write; nobody is signed in by a cookie
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest, secret: str) -> HttpResponse:
    """How a matter goes; a wrong secret and one whose time is over look alike."""
    if has_asked(request, what="status", most=MOST_WRONG):
        return wait(request)
    organisation = organisation_of_address(secret)
    if organisation is None:
        return _wrong(request)
    if request.method == "POST" and not cap_uploads(request):
        language = usual_language(request)
        return stranger_page(request, "inbox/too_large.html", {}, language=language, status=413)
    with enter(organisation), zone_of(organisation):
        link = link_at(secret)
        found = status_of(link, now=timezone.now()) if link else None
        if link is None or found is None:
            return _wrong(request)
        language = language_for(request, (link.language, *_others(link.language)))
        with override(language):
            answer = _status(request, link, found, secret=secret, language=language)
        return framed(answer, plan_of(link.form).sites) if link.form else answer


def _wrong(request: HttpRequest) -> HttpResponse:
    """The page for every secret that opens nothing; each is counted."""
    asks_too_often(request, what="status", most=MOST_WRONG)
    return gone(request)


def _others(language: str) -> list[str]:
    return [one for one in LANGUAGES if one != language]


def _status(
    request: HttpRequest, link: StatusLink, found: Status, *, secret: str, language: str
) -> HttpResponse:
    now = timezone.now()
    if request.method != "POST":
        return status_page(request, link, found, language=language)
    if asks_too_often(request, what="form-sent", most=MOST_SENT, seconds=SENT_S):
        form = _more(request, link)
        form.add_error(None, _("Many messages came in just now. Wait a few minutes, please."))
        return status_page(request, link, found, language=language, form=form, status=429)
    if "person" in request.POST:
        work.ask_for_person(found.case, words=str(WISH), at=now)
    elif "withdraw" in request.POST and not found.elsewhere:
        work.withdraw(found.case, words=str(WITHDRAWAL), at=now)
    elif "disagree" in request.POST:
        return _disagree(request, link, found, secret=secret, language=language)
    elif "message" in request.POST:
        return _add(request, link, found, secret=secret, language=language)
    return to_status(secret)


def _add(
    request: HttpRequest, link: StatusLink, found: Status, *, secret: str, language: str
) -> HttpResponse:
    now = timezone.now()
    form = _more(request, link)
    if form.is_valid() and (token := _token(form, link, now=now)):
        given = form.cleaned_data
        actions.add_to(
            link, text=given.get("message", ""), files=given.get("files") or (), token=token, at=now
        )
        return to_status(secret)
    return status_page(request, link, found, language=language, form=form, status=422)


def _disagree(
    request: HttpRequest, link: StatusLink, found: Status, *, secret: str, language: str
) -> HttpResponse:
    now = timezone.now()
    form = DisagreeForm(typed(request))
    if form.is_valid() and (token := _token(form, link, now=now)):
        try:
            actions.disagree(link, text=form.cleaned_data["disagree"], token=token, at=now)
        except work.CannotContest as why:
            form.add_error(None, str(why))
        else:
            return to_status(secret)
    return status_page(request, link, found, language=language, objection=form, status=422)


def _token(form: StrangersForm, link: StatusLink, *, now: datetime) -> str:
    """The number of what was sent; empty, with an error on the form, where its mark is no good."""
    try:
        return nonce_of(form.cleaned_data["mark"], str(link.public_id), at=now)
    except TooQuick:
        form.add_error(None, _("That was very quick. If you are a person, send it once more."))
    except Stale:
        form.put({"mark": began(str(link.public_id), at=now)})
        form.add_error(None, _("This page stood open for long. Send it once more."))
    return ""


def _more(request: HttpRequest, link: StatusLink) -> MoreForm:
    form = MoreForm(typed(request), files_of(request), files=files_allowed(link))
    form.oversized = getattr(request, "too_large", False)
    return form
