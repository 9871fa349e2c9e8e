"""A chat for applicants or customers: no account, no cookie, public documents only."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from samspil.chat.models import Chat
from samspil.chat.queries import chat_called, plan_of
from samspil.chat.views.answering import answered
from samspil.chat.views.talking import Outcome, Seat, outcome_of, shown
from samspil.inbox.queries import address_at, zone_of
from samspil.knowledge.queries import Stranger
from samspil.tenancy.actions import enter
from samspil.web.strangers import framed, gone, language_for, stranger_page
from samspil.work.queries import notice_of

MOST_BYTES = 64 * 1024
"""A page that is posted holds no more."""
WIDGET_S = 300
"""Seconds for which a browser may keep the widget's program."""


@csrf_exempt  # it signs nobody in, so there is nothing to ride on, and no cookie is needed
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def stranger(request: HttpRequest, slug: str) -> HttpResponse:
    """Where a stranger asks; without the page's key every visit begins anew."""
    address = address_at(slug)
    if address is None or address.left_at or _too_large(request):
        return gone(request)
    with enter(address.organisation), zone_of(address.organisation):
        chat = chat_called(slug)
        if chat is None:
            return gone(request)
        return framed(_talk(request, chat), plan_of(chat).sites)


@login_not_required
@require_safe
def widget(request: HttpRequest, slug: str) -> HttpResponse:
    """The program that puts a button for this chat on another website."""
    address = address_at(slug)
    if address is None or address.left_at:
        return gone(request)
    with enter(address.organisation):
        chat = chat_called(slug)
        if chat is None or not chat.sites:
            return gone(request)
        language = language_for(request, plan_of(chat).languages)
        with override(language):
            told = {
                "open": _("Ask AI or a person"),
                "close": _("Close the chat"),
                "title": plan_of(chat).said(language).title,
            }
            body = render_to_string("chat/widget.js", told)
    answer = HttpResponse(body, content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = f"public, max-age={WIDGET_S}"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer["Vary"] = "Accept-Language"
    return answer


def stranger_view(
    chat: Chat, context: Mapping[str, Any], *, request: HttpRequest, language: str, status: int
) -> HttpResponse:
    """The chat's whole page in this language."""
    frame = request.GET.get("in") == "frame"
    told = {
        **context,
        "organisation": chat.organisation,
        "framed": frame,
        "notice_url": notice_of(chat.process),
        "here": f"{request.path}{'?in=frame' if frame else ''}",
    }
    return stranger_page(request, "chat/stranger.html", told, language=language, status=status)


def _talk(request: HttpRequest, chat: Chat) -> HttpResponse:
    now = timezone.now()
    language = language_for(request, plan_of(chat).languages)
    with override(language):
        seat = Seat(chat=chat, reader=Stranger.ANYBODY, holder="", language=language, inside=False)
        came = outcome_of(request, seat, at=now) if request.method == "POST" else Outcome()

        def whole(context: Mapping[str, Any], status: int) -> HttpResponse:
            return stranger_view(chat, context, request=request, language=language, status=status)

        context = {**shown(seat, came, at=now), "here": request.get_full_path()}
        return answered(request, came, context, whole=whole, inside=False)


def _too_large(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > MOST_BYTES
