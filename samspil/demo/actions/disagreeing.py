"""Two customers disagree with what AI answered alone: one is right, one still waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.core.contesting import Outcome
from samspil.core.lifecycle import Stage
from samspil.demo.queries.cast import AMIRA, BENT, CARDS
from samspil.demo.queries.company import colleague_playing, process_of
from samspil.work import actions as work
from samspil.work.models import Complaint, LoneAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Upheld:
    """What a colleague took down on the telephone, what it was about instead, and the reply."""

    said: str
    topic: str
    reasons: str


UPHELD = {
    "pending_transfer": Upheld(
        said="Kunden har ringet: Overførslen er gennemført hos ham, men modtageren har ikke fået "
        "pengene. Svaret handlede om en overførsel, der venter.",
        topic="transfer_not_received_by_recipient",
        reasons="Your transfer has left your account, so our answer about a pending one was no "
        "help. I am tracing it with the recipient's bank and will write to you tomorrow.",
    ),
    "refund_not_showing_up": Upheld(
        said="Kunden har ringet: Butikken har aldrig sagt ja til at betale tilbage. Hun vil vide, "
        "hvordan hun beder om det, ikke hvornår pengene kommer.",
        topic="request_refund",
        reasons="Nobody had agreed to your refund yet, so our answer about when it arrives was no "
        "help. I have asked the shop for it and will write to you as soon as they reply.",
    ),
    "card_about_to_expire": Upheld(
        said="Kunden har ringet: Det nye kort blev sendt for tre uger siden og er ikke kommet. Det "
        "var det, hun spurgte om.",
        topic="card_arrival",
        reasons="Your new card should have reached you long ago. I have stopped it, and another "
        "one is on its way by registered post.",
    ),
    "pending_cash_withdrawal": Upheld(
        said="Kunden har ringet: Automaten gav ham kun det halve, men hele beløbet er trukket. "
        "Svaret bad ham vente.",
        topic="wrong_amount_of_cash_received",
        reasons="The machine gave you less than was taken, so waiting would not have helped. I "
        "have asked the bank that runs it to count it, and will write to you on Friday.",
    ),
}
"""By the topic that AI answered."""
STILL_OPEN = (
    "Kunden har ringet: Svaret kom med det samme, men det går uden om det, hun spurgte om. Hun vil "
    "gerne have, at et menneske læser det."
)


def disagree_with_ai(*, at: datetime) -> bool:
    """Bring both complaints in, once, where AI has finished anything; tells whether it was done."""
    if Complaint.objects.filter(alone=True).exists():
        return False
    answered = _answered_alone()
    upheld = next((one for one in answered if one.proposal.likeliest in UPHELD), None)
    waits = next((one for one in answered if one is not upheld), None)
    if upheld is not None:
        _uphold(upheld, UPHELD[upheld.proposal.likeliest], at=at)
    if waits is not None:
        work.contest(waits.case, text=STILL_OPEN, by=colleague_playing(AMIRA), at=at)
    return bool(answered)


def _answered_alone() -> Sequence[LoneAnswer]:
    """What AI finished among the card questions and nobody is to check, oldest first."""
    found = LoneAnswer.objects.filter(
        process=process_of(CARDS), drawn=False, case__stage=Stage.CLOSED, case__round=1
    )
    return list(found.select_related("case__process", "proposal").order_by("pk"))


def _uphold(answer: LoneAnswer, found: Upheld, *, at: datetime) -> None:
    """It is taken down, and somebody with experience answers anew."""
    case, decides = answer.case, colleague_playing(BENT)
    work.contest(case, text=found.said, by=colleague_playing(AMIRA), at=at)
    case.refresh_from_db()
    work.claim(case, by=decides, at=at)
    work.decide_anew(
        case,
        outcome=Outcome.CHANGED,
        reasons=found.reasons,
        topic=found.topic,
        by=decides,
        at=at,
        simulated=True,
    )
