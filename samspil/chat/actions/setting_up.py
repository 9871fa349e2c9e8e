"""Set chats up, open and close them."""

from dataclasses import asdict
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samspil.chat.access import check_may_change_chats
from samspil.chat.actions.noting import note_chat
from samspil.chat.models import Chat
from samspil.chat.queries import plan_of
from samspil.core.chat.plan import ChatPlan, Lack, lacking
from samspil.inbox.actions import take_address
from samspil.people.models import Colleague
from samspil.work.actions import NameTaken
from samspil.work.models import Process


class NotReady(Exception):
    """A chat cannot be open like this; `lacks` says what is missing."""

    def __init__(self, lacks: list[Lack]) -> None:
        super().__init__(_("Fill in first what people must be told."))
        self.lacks = lacks


class WrongProcess(ValueError):
    """The process reads customers' texts and the chat is for others, or the other way round."""


@transaction.atomic
def make_chat(
    name: str, plan: ChatPlan, *, process: Process, by: Colleague, at: datetime, slug: str = ""
) -> Chat:
    """A new chat, closed. Strangers find it under `slug`, where empty under a name that nobody
    can guess. Raises `WrongProcess`, `NameTaken` and `inbox.actions.SlugRefused`.
    """
    check_may_change_chats(by)
    _check_process(plan, process)
    chat = Chat(process=process, name=name, audience=plan.audience)
    if plan.audience.public:
        chat.slug = take_address(slug, leaving="", at=at)
    _keep(chat, plan)
    note_chat(chat, "chat_made", by=by, at=at, audience=str(plan.audience))
    return chat


@transaction.atomic
def change_chat(
    chat: Chat,
    name: str,
    plan: ChatPlan,
    *,
    process: Process,
    by: Colleague,
    at: datetime,
    slug: str = "",
) -> None:
    """Lay down anew what a chat says; whom it is for stays. An empty `slug` keeps its address.

    Raises as `make_chat`, and `NotReady` where the chat is open and would lack what must be told.
    """
    check_may_change_chats(by)
    _check_process(plan, process)
    if chat.opened_at and (lacks := lacking(plan)):
        raise NotReady(lacks)
    before = (chat.name, chat.process_id, chat.slug, plan_of(chat))
    if plan.audience.public and slug and slug != chat.slug:
        chat.slug = take_address(slug, leaving=chat.slug, at=at)
    chat.name, chat.process = name, process
    _keep(chat, plan)
    if before != (chat.name, chat.process_id, chat.slug, plan_of(chat)):
        note_chat(chat, "chat_changed", by=by, at=at)


@transaction.atomic
def open_chat(chat: Chat, *, by: Colleague, at: datetime) -> None:
    """Let people ask; raises `NotReady`. Opening twice changes nothing."""
    check_may_change_chats(by)
    if lacks := lacking(plan_of(chat)):
        raise NotReady(lacks)
    if Chat.objects.filter(pk=chat.pk, opened_at__isnull=True).update(opened_at=at):
        note_chat(chat, "chat_opened", by=by, at=at)


@transaction.atomic
def close_chat(chat: Chat, *, by: Colleague, at: datetime) -> None:
    """Take the chat away; what was handed over goes on."""
    check_may_change_chats(by)
    if Chat.objects.filter(pk=chat.pk, opened_at__isnull=False).update(opened_at=None):
        note_chat(chat, "chat_closed", by=by, at=at)


def _check_process(plan: ChatPlan, process: Process) -> None:
    if process.senders != plan.audience.senders:
        raise WrongProcess(
            _("Choose a process for customers for a chat with customers, and no other.")
            if plan.audience.senders == "customers"
            else _("Choose a process in which employees write: nothing is read of feelings there.")
        )


def _keep(chat: Chat, plan: ChatPlan) -> None:
    chat.languages = list(plan.languages)
    chat.texts = {language: asdict(said) for language, said in plan.texts.items()}
    chat.topics = [str(topic) for topic in plan.topics]
    chat.contact, chat.privacy_url = plan.contact, plan.privacy_url
    chat.sites, chat.phrased = list(plan.sites), plan.phrased
    try:
        with transaction.atomic():
            chat.save()
    except IntegrityError as why:
        if Chat.objects.filter(name=chat.name).exclude(pk=chat.pk).exists():
            raise NameTaken(_("Another chat has this name.")) from why
        raise
