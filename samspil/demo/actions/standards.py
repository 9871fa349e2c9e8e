"""What the company's experts have said once and for all."""

from datetime import datetime, timedelta

from samspil.demo.queries.cast import LEADER, OWNER, Player
from samspil.demo.queries.company import colleague_playing
from samspil.knowledge.actions import Standard, Terms, agree_to_alone, make_standard
from samspil.knowledge.models import Secrecy, StandardAnswer

HOLDS = timedelta(days=180)
SAID: tuple[tuple[Player, Secrecy, tuple[str, ...], dict[str, str]], ...] = (
    (
        OWNER,
        Secrecy.INTERNAL,
        ("Hvornår er der firmafest?", "Hvilken dag er sommerfesten?"),
        {"da": "Sommerfesten er den sidste fredag i august. Alle med familie er inviteret."},
    ),
    (
        LEADER,
        Secrecy.PUBLIC,
        ("Wann ist der Kundendienst erreichbar?", "Hvornår kan jeg ringe til kundeservice?"),
        {
            "de": "Der Kundendienst ist montags bis freitags von 8 bis 16 Uhr erreichbar.",
            "da": "Kundeservice kan nås mandag til fredag fra klokken 8 til 16.",
        },
    ),
    (
        LEADER,
        Secrecy.INTERNAL,
        ("Hvem må give en kunde rabat?", "Må jeg love en kunde rabat?"),
        {"da": "Teamlederen må give op til 10 procent. Mere aftales med direktøren."},
    ),
)


def say_once_and_for_all(*, at: datetime) -> int:
    """Write the standard answers; returns how many there are, 0 where there were some already."""
    if StandardAnswer.objects.exists():
        return 0
    by = colleague_playing(LEADER)
    for owner, secrecy, wordings, texts in SAID:
        until = (at + HOLDS).date()
        terms = Terms(secrecy=secrecy, owner=colleague_playing(owner), review_on=until)
        made = make_standard(Standard(wordings=wordings, texts=texts, terms=terms), by=by, at=at)
        if secrecy == Secrecy.PUBLIC:
            agree_to_alone(made, seen=made.version, by=by, at=at)
    return len(SAID)
