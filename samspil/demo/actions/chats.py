"""The company's two chats, and a few conversations in them."""

from collections.abc import Sequence
from datetime import datetime

from samspil.chat import actions as chat
from samspil.chat.models import Chat, Conversation
from samspil.core.chat.plan import Audience, ChatPlan, Said, usual_topics
from samspil.demo.queries.cast import COMPANY, GERMAN, LEADER, QUESTIONS
from samspil.demo.queries.company import colleague_playing, process_of
from samspil.knowledge.queries import Reader, Stranger
from samspil.people.models import Colleague

SLUG = "havgaard-chat"
INSIDE, OUTSIDE = "HR-chat", "Chat auf der Website"
FOR_COLLEAGUES = {
    "da": Said(
        title="Spørg HR",
        greeting="Hej! Spørg om ferie, sygdom, udlæg og alt det andet i personalehåndbogen.",
        hours="Mennesker i Personale svarer på hverdage mellem 9 og 15.",
    ),
    "de": Said(
        title="Fragen Sie Personal",
        greeting="Guten Tag! Fragen Sie nach Urlaub, Krankheit, Auslagen und dem Handbuch.",
        hours="Menschen in der Personalabteilung antworten werktags zwischen 9 und 15 Uhr.",
    ),
    "en": Said(
        title="Ask HR",
        greeting="Hello! Ask about holiday, illness, expenses and the rest of the handbook.",
        hours="People in HR answer on weekdays between 9 and 15.",
    ),
}
FOR_CUSTOMERS = {
    "da": Said(
        title="Spørg Havgaard",
        greeting="Hej! Spørg om garanti, returret og priser.",
        hours="Mennesker svarer på hverdage mellem 8 og 16.",
    ),
    "de": Said(
        title="Fragen Sie Havgaard",
        greeting="Guten Tag! Fragen Sie nach Garantie, Rücksendung und Preisen.",
        hours="Menschen antworten werktags zwischen 8 und 16 Uhr.",
    ),
    "en": Said(
        title="Ask Havgaard",
        greeting="Hello! Ask about warranty, returns and prices.",
        hours="People answer on weekdays between 8 and 16.",
    ),
}
TALKS_INSIDE = (
    ("Hvor mange feriedage har jeg om året?", "Og feriefridage?", "Tak for hjælpen"),
    ("Er du et menneske?", "Hvor meget betaler Havgaard til en cykel?"),
    ("Hvornår skal ferie søges?",),
)
TALK_HANDED_OVER = ("Hvor mange dage kan jeg arbejde hjemme om ugen?", "Min kollega mobber mig")
TALKS_OUTSIDE = (
    ("Guten Tag", "Wie viele Jahre Garantie gibt es auf Wärmepumpen?", "Und auf den Verdichter?"),
    ("Was kostet eine Anfahrt in Hamburg?", "Vielen Dank"),
    ("Haben Sie auch Fahrräder im Angebot?",),
)


def open_chats(*, by: Colleague, at: datetime) -> None:
    """Open one chat for colleagues and one for customers."""
    inside = ChatPlan(
        audience=Audience.EMPLOYEES,
        languages=("da", "de", "en"),
        texts=FOR_COLLEAGUES,
        topics=usual_topics(Audience.EMPLOYEES),
    )
    outside = ChatPlan(
        audience=Audience.CUSTOMERS,
        languages=("de", "da", "en"),
        texts=FOR_CUSTOMERS,
        topics=usual_topics(Audience.CUSTOMERS),
        contact=f"{COMPANY}, Havnegade 1, 8000 Aarhus C, kunde@havgaard.example",
        privacy_url="https://havgaard.example/privacy",
        sites=("https://havgaard.example",),
    )
    for name, plan, line, slug in (
        (INSIDE, inside, QUESTIONS, ""),
        (OUTSIDE, outside, GERMAN, SLUG),
    ):
        made = chat.make_chat(name, plan, process=process_of(line), slug=slug, by=by, at=at)
        chat.open_chat(made, by=by, at=at)


def hold_conversations(*, at: datetime) -> int:
    """Have people ask, and one of them hand over; returns how many, none where some did already."""
    if Conversation.objects.exists():
        return 0
    colleague = colleague_playing(LEADER)
    inside, outside = Chat.objects.get(name=INSIDE), Chat.objects.get(name=OUTSIDE)
    for turns in TALKS_INSIDE:
        _talk(inside, turns, reader=colleague, language="da", at=at)
    for turns in TALKS_OUTSIDE:
        _talk(outside, turns, reader=Stranger.ANYBODY, language="de", at=at)
    grave = _talk(inside, TALK_HANDED_OVER, reader=colleague, language="da", at=at)
    chat.hand_over(grave, at=at)
    return len(TALKS_INSIDE) + len(TALKS_OUTSIDE) + 1


def _talk(
    room: Chat, turns: Sequence[str], *, reader: Reader, language: str, at: datetime
) -> Conversation:
    """Say these things one after the other."""
    first, *rest = turns

    def say(text: str, conversation: Conversation | None) -> Conversation:
        return chat.say(
            room,
            text,
            conversation=conversation,
            token=f"{room.pk} {first[:12]} {text[:12]}",
            reader=reader,
            language=language,
            at=at,
        ).conversation

    conversation = say(first, None)
    for text in rest:
        say(text, conversation)
    return conversation
