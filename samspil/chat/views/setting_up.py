"""Set chats up: for whom, what they say, whether they are open, and how they are used."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.chat import actions
from samspil.chat.access import check_may_change_chats
from samspil.chat.forms import LACKS, ChatForm, as_chosen
from samspil.chat.models import Chat
from samspil.chat.queries import chat_at, numbers_of, plan_of
from samspil.chat.queries import chats as every_chat
from samspil.chat.views.strangers import stranger_view
from samspil.chat.views.talking import Outcome, Seat, shown
from samspil.inbox.actions import SlugRefused
from samspil.knowledge.queries import Stranger
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast
from samspil.web.strangers import language_for
from samspil.work.actions import NameTaken
from samspil.work.queries import processes


@require_safe
def chats(request: WorkRequest) -> HttpResponse:
    """Every chat with its numbers."""
    check_may_change_chats(request.colleague)
    found = list(every_chat())
    rows = list(zip(found, numbers_of(found), strict=True))
    return page(request, "chat/chats.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def new_chat(request: WorkRequest) -> HttpResponse:
    """Set up a chat."""
    colleague = check_may_change_chats(request.colleague)
    form = ChatForm(request.POST or None, processes=processes(), initial=as_chosen())
    if form.is_valid():
        try:
            made = actions.make_chat(
                form.cleaned_data["name"],
                form.plan(),
                process=form.process_chosen,
                slug=form.cleaned_data["slug"],
                by=colleague,
                at=timezone.now(),
            )
        except (actions.WrongProcess, NameTaken, SlugRefused) as why:
            form.add_error(_field_of(why), str(why))
        else:
            toast(request, _("The chat is kept. Nobody sees it until you open it."))
            return redirect("chats:chat", public_id=made.public_id)
    context = {"form": form, "groups": form.groups()}
    return page(request, "chat/chat.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What a chat says, and its numbers."""
    colleague = check_may_change_chats(request.colleague)
    chat = _chat(public_id)
    form = _form(chat, request.POST or None)
    if form.is_valid():
        try:
            actions.change_chat(
                chat,
                form.cleaned_data["name"],
                form.plan(),
                process=form.process_chosen,
                slug=form.cleaned_data["slug"],
                by=colleague,
                at=timezone.now(),
            )
        except (actions.WrongProcess, NameTaken, SlugRefused) as why:
            form.add_error(_field_of(why), str(why))
        except actions.NotReady as lacking:
            for lack in lacking.lacks:
                form.add_error(None, LACKS[lack])
        else:
            toast(request, _("The chat is kept."))
            return redirect("chats:chat", public_id=public_id)
    return _page(request, _chat(public_id), form=form, status=422 if form.errors else 200)


@require_POST
def open_up(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let people ask."""
    colleague = check_may_change_chats(request.colleague)
    chat = _chat(public_id)
    try:
        actions.open_chat(chat, by=colleague, at=timezone.now())
    except actions.NotReady as why:
        lacks = [str(LACKS[lack]) for lack in why.lacks]
        return _page(request, chat, form=_form(chat, None), lacks=lacks, status=422)
    toast(request, _("The chat is open."), undo=reverse("chats:close", args=[public_id]))
    return redirect("chats:chat", public_id=public_id)


@require_POST
def close(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take it away."""
    colleague = check_may_change_chats(request.colleague)
    actions.close_chat(_chat(public_id), by=colleague, at=timezone.now())
    closed = _("The chat is closed. What was handed over goes on.")
    toast(request, closed, undo=reverse("chats:open", args=[public_id]))
    return redirect("chats:chat", public_id=public_id)


@require_safe
def preview(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The chat as its readers see it; nothing can be sent."""
    check_may_change_chats(request.colleague)
    chat = _chat(public_id)
    language = language_for(request, chat.languages or ("da",))
    with override(language):
        seat = Seat(chat=chat, reader=Stranger.ANYBODY, holder="", language=language, inside=False)
        context = {**shown(seat, Outcome(), at=timezone.now()), "preview": True}
        return stranger_view(chat, context, request=request, language=language, status=200)


def _chat(public_id: UUID) -> Chat:
    try:
        return chat_at(public_id)
    except Chat.DoesNotExist:
        raise Http404 from None


def _form(chat: Chat, given: Any) -> ChatForm:
    initial = as_chosen(
        plan_of(chat), name=chat.name, process=str(chat.process.public_id), slug=chat.slug
    )
    return ChatForm(given, processes=processes(), audience=chat.audience, initial=initial)


def _field_of(why: Exception) -> str:
    if isinstance(why, SlugRefused):
        return "slug"
    return "name" if isinstance(why, NameTaken) else "process"


def _page(
    request: WorkRequest, chat: Chat, *, form: ChatForm, status: int, **more: object
) -> HttpResponse:
    plan = plan_of(chat)
    address = f"{settings.BASE_URL}/c/{chat.slug}/"
    inside = settings.BASE_URL + reverse("chat:room", args=[chat.public_id])
    context = {
        "chat": chat,
        "plan": plan,
        "form": form,
        "groups": form.groups(),
        "numbers": numbers_of([chat])[0],
        "address": address if plan.audience.public else inside,
        "script": f'<script src="{address}widget.js" defer></script>',
        **more,
    }
    return page(request, "chat/chat.html", context, status=status)
