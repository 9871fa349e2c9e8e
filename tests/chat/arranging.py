"""Short ways to arrange chats."""

from samspil.chat import actions
from samspil.chat.models import Chat
from samspil.core.chat.plan import Audience, ChatPlan, Said, usual_topics
from samspil.people.models import Colleague
from samspil.work.models import Process
from tests.factories import MONDAY_9, make_process


def plan(audience: Audience, **changes: object) -> ChatPlan:
    """A plan with all that must be told, in three languages."""
    usual: dict[str, object] = {
        "audience": audience,
        "languages": ("da", "de", "en"),
        "texts": {
            "da": Said(title="Spørg os", greeting="Hej, spørg løs.", hours="Hverdage 9-15."),
            "de": Said(title="Fragen Sie uns", greeting="Guten Tag."),
            "en": Said(title="Ask us", greeting="Hello, do ask.", hours="Weekdays 9 to 3."),
        },
        "topics": usual_topics(audience),
        "contact": "Nordlys, Havnegade 1",
        "privacy_url": "https://nordlys.example/privacy",
    }
    return ChatPlan(**{**usual, **changes})  # type: ignore[arg-type]  # by name


def make_chat(
    audience: Audience = Audience.EMPLOYEES,
    *,
    by: Colleague,
    process: Process | None = None,
    slug: str = "",
    name: str = "",
    **changes: object,
) -> Chat:
    """An open chat."""
    chat = actions.make_chat(
        name or f"Chat for {audience}",
        plan(audience, **changes),
        process=process or process_for(audience),
        slug=slug,
        by=by,
        at=MONDAY_9,
    )
    actions.open_chat(chat, by=by, at=MONDAY_9)
    chat.refresh_from_db()
    return chat


def process_for(audience: Audience) -> Process:
    """A process that may take over from such a chat."""
    if audience is Audience.CUSTOMERS:
        return make_process()
    return make_process(starter="hr")
