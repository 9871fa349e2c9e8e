"""Set chats up by program, with the checks and the words of the page."""

from collections.abc import Mapping
from typing import Annotated
from uuid import UUID

from django.utils import timezone
from ninja import Field, Schema, Status
from ninja.errors import HttpError

from samspil.chat import actions
from samspil.chat.access import check_may_change_chats
from samspil.chat.api.chats import ChatOut, ChatTexts, find, out_of, router
from samspil.chat.forms import LACKS, ChatForm
from samspil.core.public_form import LANGUAGES
from samspil.inbox.actions import SlugRefused
from samspil.people.queries import WorkRequest
from samspil.web.filled import filled
from samspil.work.actions import NameTaken
from samspil.work.queries import processes

__all__ = ["router"]
SENT_AS = {"privacy_url": "privacy_policy"} | {
    f"{part}_{language}": f"texts.{language}.{part}"
    for part in ChatTexts.model_fields
    for language in LANGUAGES
}


class ChatTermsIn(Schema):
    """What a chat says, by language, and who takes over. What strangers must be told is asked for
    when the chat is opened."""

    name: Annotated[str, Field(max_length=100)]
    process: UUID
    languages: list[str] = []
    texts: dict[str, ChatTexts] = {}
    topics: Annotated[
        list[str], Field(description="Besides danger and harassment, which always are.")
    ] = []
    contact: str = ""
    privacy_policy: str = ""
    slug: Annotated[str, Field(description="Empty: one that nobody can guess, or as it is.")] = ""
    sites: list[str] = []
    phrased: Annotated[
        bool, Field(description="Let a language model phrase the answers, where one may be asked.")
    ] = False


class ChatIn(ChatTermsIn):
    """A chat to be set up."""

    audience: Annotated[str, Field(description="employees, applicants or customers")]


@router.post("/chats", response={201: ChatOut}, summary="Set a chat up")
def make_chat(request: WorkRequest, payload: ChatIn) -> Status[ChatOut]:
    """A new chat, closed; 422 where the page would refuse it."""
    colleague = check_may_change_chats(request.colleague)
    form = _form(payload, audience=payload.audience)
    try:
        made = actions.make_chat(
            form.cleaned_data["name"], form.plan(), process=form.process_chosen,
            slug=form.cleaned_data["slug"], by=colleague, at=timezone.now(),
        )  # fmt: skip
    except (actions.WrongProcess, NameTaken, SlugRefused) as why:
        raise HttpError(422, str(why)) from None
    return Status(201, out_of(find(made.public_id)))


@router.put("/chats/{uuid:chat_id}", response=ChatOut, summary="Change a chat")
def change_chat(request: WorkRequest, chat_id: UUID, payload: ChatTermsIn) -> ChatOut:
    """Lay down anew what it says; whom it is for stays. 422 where the page would refuse it, or an
    open chat would lack what people must be told."""
    colleague = check_may_change_chats(request.colleague)
    chat = find(chat_id)
    form = _form(payload, audience=chat.audience)
    try:
        actions.change_chat(
            chat, form.cleaned_data["name"], form.plan(), process=form.process_chosen,
            slug=form.cleaned_data["slug"], by=colleague, at=timezone.now(),
        )  # fmt: skip
    except (actions.WrongProcess, NameTaken, SlugRefused) as why:
        raise HttpError(422, str(why)) from None
    except actions.NotReady as why:
        raise _not_ready(why) from None
    return out_of(find(chat_id))


@router.post("/chats/{uuid:chat_id}/open", response=ChatOut, summary="Open a chat")
def open_chat(request: WorkRequest, chat_id: UUID) -> ChatOut:
    """Let people ask; 422 where something is missing that they must be told."""
    colleague = check_may_change_chats(request.colleague)
    try:
        actions.open_chat(find(chat_id), by=colleague, at=timezone.now())
    except actions.NotReady as why:
        raise _not_ready(why) from None
    return out_of(find(chat_id))


@router.delete("/chats/{uuid:chat_id}/open", response=ChatOut, summary="Close a chat")
def close_chat(request: WorkRequest, chat_id: UUID) -> ChatOut:
    """Take it away; what was handed over goes on."""
    colleague = check_may_change_chats(request.colleague)
    actions.close_chat(find(chat_id), by=colleague, at=timezone.now())
    return out_of(find(chat_id))


def _form(said: ChatTermsIn, *, audience: str) -> ChatForm:
    """The page's form, filled in and right."""
    texts = {
        f"{part}_{language}": getattr(of_language, part)
        for language, of_language in said.texts.items()
        for part in ChatTexts.model_fields
    }
    typed: Mapping[str, object] = {
        **said.model_dump(include={"name", "languages", "topics", "contact", "slug", "phrased"}),
        **texts,
        "process": str(said.process),
        "privacy_url": said.privacy_policy,
        "sites": "\n".join(said.sites),
        "audience": audience,
    }
    return filled(ChatForm(typed, processes=processes()), sent_as=SENT_AS)


def _not_ready(why: actions.NotReady) -> HttpError:
    return HttpError(422, " ".join((str(why), *(str(LACKS[lack]) for lack in why.lacks))))
