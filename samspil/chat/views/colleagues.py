"""A chat for employees: behind the sign-in, from what each may see."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from samspil.chat.access import check_may_chat
from samspil.chat.models import Chat
from samspil.chat.queries import open_for_employees, plan_of
from samspil.chat.views.answering import answered
from samspil.chat.views.talking import Outcome, Seat, outcome_of, shown
from samspil.people.queries import WorkRequest
from samspil.web.pages import page


@require_safe
def rooms(request: WorkRequest) -> HttpResponse:
    """The chats in which colleagues may ask."""
    check_may_chat(request.colleague)
    language = (get_language() or "en")[:2]
    found = [(chat, plan_of(chat).said(language)) for chat in open_for_employees()]
    return page(request, "chat/rooms.html", {"rooms": found})


@require_http_methods(["GET", "HEAD", "POST"])
def room(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Ask in one of them."""
    colleague = check_may_chat(request.colleague)
    chat = open_for_employees().filter(public_id=public_id).first()
    if chat is None:
        raise Http404
    seat = Seat(
        chat=chat,
        reader=colleague,
        holder=str(colleague.public_id),
        language=_language(chat),
        inside=True,
    )
    now = timezone.now()
    came = outcome_of(request, seat, at=now) if request.method == "POST" else Outcome()
    context = {**shown(seat, came, at=now), "here": request.path}

    def whole(told: Mapping[str, Any], status: int) -> HttpResponse:
        return page(request, "chat/room.html", told, status=status)

    return answered(request, came, context, whole=whole, inside=True)


def _language(chat: Chat) -> str:
    """The reader's own: documents are quoted in theirs, whatever the chat was set up in."""
    return (get_language() or chat.languages[0])[:2]
