"""Chats as they are found and planned."""

from uuid import UUID

from django.db.models import QuerySet

from samspil.chat.models import Chat
from samspil.core.chat.listed import Topic
from samspil.core.chat.plan import Audience, ChatPlan, Said


def chats() -> QuerySet[Chat]:
    """Every chat with its process, by name."""
    return Chat.objects.select_related("process").order_by("name", "pk")


def chat_at(public_id: UUID) -> Chat:
    """The chat at this address; raises `Chat.DoesNotExist`."""
    return Chat.objects.select_related("process").get(public_id=public_id)


def chat_called(slug: str) -> Chat | None:
    """The current organisation's public chat of this name, if it is open."""
    found = Chat.objects.select_related("process", "organisation")
    return (
        found.filter(slug=slug, opened_at__isnull=False)
        .exclude(audience=Audience.EMPLOYEES)
        .first()
    )


def open_for_employees() -> QuerySet[Chat]:
    """The chats in which colleagues may ask, by name."""
    return chats().filter(audience=Audience.EMPLOYEES, opened_at__isnull=False)


def plan_of(chat: Chat) -> ChatPlan:
    """What was laid down for the chat."""
    return ChatPlan(
        audience=Audience(chat.audience),
        languages=tuple(chat.languages),
        texts={language: Said(**said) for language, said in chat.texts.items()},
        topics=tuple(Topic(topic) for topic in chat.topics),
        contact=chat.contact,
        privacy_url=chat.privacy_url,
        sites=tuple(chat.sites),
        phrased=chat.phrased,
    )
