"""How a chat is used: counts alone, of the conversations that are still kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from samspil.chat.models import Chat, Conversation, Turn
from samspil.core.chat.turning import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Counts of a chat's last 30 days: conversations, and questions by what became of them."""

    conversations: int
    handed_over: int
    questions: int
    answered: int
    declined: int
    to_person: int
    helped: int
    not_helped: int

    @property
    def answered_share(self) -> int | None:
        """Of 100 questions how many were answered; None where none was asked."""
        return round(100 * self.answered / self.questions) if self.questions else None

    @property
    def handed_share(self) -> int | None:
        """Of 100 conversations how many were handed over; None where there was none."""
        if not self.conversations:
            return None
        return round(100 * self.handed_over / self.conversations)


ASKED = (Kind.ANSWERED, Kind.DECLINED, Kind.PERSON)
OF_TALKS = {
    "conversations": Count("pk"),
    "handed_over": Count("pk", filter=Q(handed_at__isnull=False)),
}
OF_TURNS = {
    "questions": Count("pk", filter=Q(kind__in=ASKED)),
    "answered": Count("pk", filter=Q(kind=Kind.ANSWERED)),
    "declined": Count("pk", filter=Q(kind=Kind.DECLINED)),
    "to_person": Count("pk", filter=Q(kind=Kind.PERSON)),
    "helped": Count("pk", filter=Q(helpful=True)),
    "not_helped": Count("pk", filter=Q(helpful=False)),
}
NOTHING = dict.fromkeys((*OF_TALKS, *OF_TURNS), 0)


def numbers_of(chats: Iterable[Chat]) -> list[Numbers]:
    """The numbers of these chats, in order, in two statements."""
    wanted = list(chats)
    talks = Conversation.objects.filter(chat__in=wanted).values("chat").annotate(**OF_TALKS)
    turns = (
        Turn.objects.filter(conversation__chat__in=wanted)
        .values("conversation__chat")
        .annotate(**OF_TURNS)
    )
    found = {one.pk: dict(NOTHING) for one in wanted}
    for of, *counts in talks.values_list("chat", *OF_TALKS):
        found[of].update(zip(OF_TALKS, counts, strict=True))
    for of, *counts in turns.values_list("conversation__chat", *OF_TURNS):
        found[of].update(zip(OF_TURNS, counts, strict=True))
    return [Numbers(**found[one.pk]) for one in wanted]
