"""AI tools that the company uses, says it uses, or has said no to."""

from datetime import datetime, timedelta

from django.utils import timezone

from samspil.core.gateway.allowing import Place
from samspil.core.gateway.tools import Status
from samspil.core.masking import DataClass
from samspil.demo.queries.cast import LEADER, OWNER
from samspil.demo.queries.company import colleague_playing
from samspil.governance import actions as governance
from samspil.governance.models import SCORES, Tool

TRANSLATOR = "Oversætteren (betalt aftale)"
SOON = timedelta(days=20)
USED = (
    (TRANSLATOR, "Oversætte tilbud til tysk"),
    ("Gratis chat i browseren", "Omskrive mails"),
    ("Mødeoptager", "Skrive referat af møder med leverandører"),
)
NO = "Data bruges til træning, og der er ingen aftale. Brug Samspil til svar."


def fill_the_register(*, at: datetime) -> int:
    """Say what is used, approve one and refuse one; returns how many, 0 where some are there."""
    if Tool.objects.exists():
        return 0
    leader, owner = colleague_playing(LEADER), colleague_playing(OWNER)
    internal = frozenset({DataClass.PUBLIC, DataClass.INTERNAL})
    translator, chat, _recorder = (
        governance.say_used(name, purpose=purpose, classes=internal, by=leader, at=at)
        for name, purpose in USED
    )
    terms = governance.ToolTerms(
        name=TRANSLATOR, place=Place.EU, owner=owner, purpose=USED[0][1], allowed=internal,
        contract="Databehandleraftale, underskrevet, i arkivet",
        tested="ISO 27001; prøvet med ti tilbud", valid_until=timezone.localdate(at) + SOON,
        points=dict(zip(SCORES, ((5, "Servere i EU"), (3, ""), (4, "")), strict=True)),
    )  # fmt: skip
    governance.change_tool(translator, terms, by=owner, at=at)
    governance.decide_tool(translator, Status.APPROVED, why="", by=owner, at=at)
    governance.decide_tool(chat, Status.REFUSED, why=NO, by=owner, at=at)
    return len(USED)
