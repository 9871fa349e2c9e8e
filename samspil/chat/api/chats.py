"""What programs are told of chats: how they are set up, and numbers; never what anybody wrote."""

from typing import Annotated
from uuid import UUID

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from ninja import Field, Router, Schema

from samspil.chat.access import check_may_change_chats
from samspil.chat.models import Chat
from samspil.chat.queries import Numbers, chat_at, chats, numbers_of
from samspil.people.queries import WorkRequest

router = Router(tags=["chats"])


class ChatTexts(Schema):
    """What a chat says in one language."""

    title: str = ""
    greeting: str = ""
    hours: str = ""


class ChatNumbers(Schema):
    """Counts of the last 30 days. `to_person` are questions that AI left to a person at once."""

    conversations: int
    handed_over: int
    questions: int
    answered: int
    declined: int
    to_person: int
    helped: int
    not_helped: int


class ChatOut(Schema):
    """A chat as it is set up. `topics` go straight to a person."""

    id: UUID
    name: str
    audience: Annotated[str, Field(description="employees, applicants or customers")]
    process: Annotated[UUID, Field(description="Where a hand-over becomes a case.")]
    open: bool
    address: str
    languages: list[str]
    texts: dict[str, ChatTexts]
    topics: list[str]
    contact: str
    privacy_policy: str
    sites: list[str]
    phrased: Annotated[bool, Field(description="A language model may phrase the answers.")]
    numbers: ChatNumbers


@router.get("/chats", response=list[ChatOut], summary="Every chat")
def every_chat(request: WorkRequest) -> list[ChatOut]:
    """All chats by name, with their numbers."""
    check_may_change_chats(request.colleague)
    found = list(chats())
    return [_out(chat, numbers) for chat, numbers in zip(found, numbers_of(found), strict=True)]


@router.get("/chats/{uuid:chat_id}", response=ChatOut, summary="One chat")
def one_chat(request: WorkRequest, chat_id: UUID) -> ChatOut:
    """How it is set up, and its numbers."""
    check_may_change_chats(request.colleague)
    return out_of(find(chat_id))


def find(chat_id: UUID) -> Chat:
    """A chat, or 404."""
    try:
        return chat_at(chat_id)
    except Chat.DoesNotExist:
        raise Http404 from None


def out_of(chat: Chat) -> ChatOut:
    """A chat with its numbers, as programs are told of it."""
    return _out(chat, numbers_of([chat])[0])


def _out(chat: Chat, numbers: Numbers) -> ChatOut:
    inside = reverse("chat:room", args=[chat.public_id])
    return ChatOut(
        id=chat.public_id,
        name=chat.name,
        audience=chat.audience,
        process=chat.process.public_id,
        open=chat.opened_at is not None,
        address=f"{settings.BASE_URL}{f'/c/{chat.slug}/' if chat.slug else inside}",
        languages=list(chat.languages),
        texts={language: ChatTexts(**said) for language, said in chat.texts.items()},
        topics=list(chat.topics),
        contact=chat.contact,
        privacy_policy=chat.privacy_url,
        sites=list(chat.sites),
        phrased=chat.phrased,
        numbers=ChatNumbers(**{name: getattr(numbers, name) for name in ChatNumbers.model_fields}),
    )
