"""Where a reply goes, and what came from an address."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet

from samspil.core.mail_kinds import Automatic
from samspil.core.reading import one_line
from samspil.work.models import Case, Direction, Message, Process

LONGEST = 254
"""No address is kept that is longer."""


def written_by(address: str) -> QuerySet[Message]:
    """What came from this sender, or asked for replies to it, in whatever process.

    Capitals make no difference. A sender of a form who left no mail is found by the name they
    gave. Nothing came from an empty address.
    """
    kept = one_line(address.encode("utf-8", "replace").decode())
    if not kept or len(kept) > LONGEST:
        return Message.objects.none()
    wrote, replied = _told(kept, "sender"), _told(kept, "reply_to")
    return Message.objects.filter(pk__in=wrote.values("pk").union(replied.values("pk")))


def _told(kept: str, field: str) -> QuerySet[Message]:
    """Messages that name it there, by every way in which it is written.

    The ways are asked for first, from the index alone: among organisations PostgreSQL compares
    capitals only of rows of which it knows whose they are.
    """
    came = Message.objects.filter(direction=Direction.IN).exclude(**{field: ""})
    ways = came.filter(**{f"{field}__iexact": kept}).order_by().distinct()
    return came.filter(**{f"{field}__in": list(ways.values_list(field, flat=True))})


def latest_sender(process: Process) -> str:
    """Who wrote the last message that came to a process; empty where nobody did."""
    came = Message.objects.filter(case__process=process, direction=Direction.IN)
    return came.order_by("-pk").values_list("sender", flat=True).first() or ""


def address_of(case: Case) -> str:
    """Where the customer of a case can be reached; empty where they left no address that works."""
    by_people = case.messages.filter(direction=Direction.IN, automatic=Automatic.NO)
    return reply_address(by_people.order_by("at", "pk").first())


def addresses_of(cases: Sequence[Case]) -> dict[int, str]:
    """The same of many cases, by primary key, in one statement."""
    by_people = Message.objects.filter(
        case__in=cases, direction=Direction.IN, automatic=Automatic.NO
    )
    first: dict[int, Message] = {}
    for message in by_people.order_by("at", "pk"):
        first.setdefault(message.case_id, message)
    return {case.pk: reply_address(first.get(case.pk)) for case in cases}


def reply_address(first: Message | None) -> str:
    """Where whoever wrote the first message can be reached; empty where no address works.

    Nothing is ever sent to a machine, which might answer, and so on for ever: `first` is the first
    that a person wrote, None where there is none.
    """
    address = (first.reply_to or first.sender) if first else ""
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address
