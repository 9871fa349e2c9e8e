"""Hand a conversation over to a person: a case with all that was said, and a way back to it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.chat.actions.noting import note_chat
from samspil.chat.models import Conversation, Turn
from samspil.chat.queries import lines, plan_of
from samspil.core.chat.turning import GRAVE, Why
from samspil.inbox import actions as inbox
from samspil.inbox.models import StatusLink
from samspil.work.models import Channel


class NothingSaid(ValueError):
    """There is nothing to hand over yet; the message is fit to show."""


@transaction.atomic
def hand_over(conversation: Conversation, *, at: datetime) -> StatusLink:
    """Open a case with the whole conversation and answer with its sender's link; only one ever.

    AI reads nothing of it. Raises `NothingSaid`.
    """
    held = Conversation.objects.select_for_update(of=("self",)).select_related("chat__process")
    talk = held.get(pk=conversation.pk)
    said = list(Turn.objects.filter(conversation=talk).order_by("number"))
    if not said:
        raise NothingSaid(_("Write first what it is about, then press the button again."))
    whys = {Why(turn.why): turn.shown_by for turn in said if turn.why}
    with override(talk.language):
        submission = inbox.Submission(
            language=talk.language,
            text=_history(talk),
            subject=said[0].said,
            fields=_fields(talk, whys),
            wish=_("I want a person"),
            grave=not GRAVE.isdisjoint(whys),
            channel=Channel.CHAT,
        )
    link = inbox.submit_to(talk.chat.process, submission, token=f"chat {talk.public_id}", at=at)
    first = Conversation.objects.filter(pk=talk.pk, handed_at__isnull=True)
    if first.update(case=link.case, handed_at=at, last_at=at):
        why = [str(one) for one in whys]
        note_chat(talk.chat, "chat_handed_over", by=None, at=at, case=_id(link), why=why)
    return link


def give_mail(conversation: Conversation, mail: str, *, at: datetime) -> None:
    """Have the answer to what was handed over sent to this address as well."""
    if conversation.case is not None:
        inbox.give_mail(conversation.case.status_link, mail, at=at)


def _id(link: StatusLink) -> str:
    return str(link.case.public_id)


def _history(talk: Conversation) -> str:
    """All turns, each marked with who said it."""
    parts = []
    for line in lines(talk, inside=False):
        parts.append(f"{_('Person')}: {line.turn.said}")
        quoted = [f"“{one.text}” ({one.place})" for one in line.sources]
        told = [*line.told, *(one.text for one in line.phrased), *quoted]
        if told:
            parts.append(f"{_('AI')}: {' '.join(told)}")
    return "\n\n".join(parts)


def _fields(talk: Conversation, whys: dict[Why, str]) -> tuple[tuple[str, str], ...]:
    """Which chat it was, and the words by which it went to a person: words, no judgement."""
    title = plan_of(talk.chat).said(talk.language).title
    quoted = [quote for quote in whys.values() if quote]
    shown = ", ".join(f"“{quote}”" for quote in quoted)
    words = ((_("Words that are for a person"), shown),) if shown else ()
    return ((_("Chat"), title), *words)
