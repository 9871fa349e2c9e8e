"""What a person answers, for that person alone, while a round goes on."""

from collections.abc import Iterator, Mapping

from django.db.models import QuerySet

from samspil.core.readiness.statements import STATEMENTS
from samspil.core.retention.periods import Reach
from samspil.people.models import Colleague
from samspil.readiness.models import Round, Sheet
from samspil.readiness.queries.rounds import mark_of


def own_sheet(round_: Round, *, of: Colleague) -> Sheet | None:
    """The person's sheet; None before they begin, and once the round is over."""
    return Sheet.objects.filter(round=round_, mark=mark_of(of, round_)).first()


def sheets_of(address: str) -> Iterator[tuple[Round, Sheet]]:
    """The open sheets of whoever signs in with this address, for them alone, and to delete them."""
    theirs = list(Colleague.objects.filter(user__email__iexact=address.strip()).order_by("pk"))
    going = Round.objects.filter(settled_at=None).order_by("pk") if theirs else ()
    for round_ in going:
        for one in theirs:
            sheet = own_sheet(round_, of=one)
            if sheet is not None:
                yield round_, sheet


def open_answers_of(address: str) -> Iterator[Mapping[str, str]]:
    """What is held of their answers, when they ask: nothing once a round is over."""
    for round_, sheet in sheets_of(address):
        for one in STATEMENTS:
            if one.key in sheet.answers:
                yield {
                    "what": round_.name,
                    "question": one.words,
                    "said": str(sheet.answers[one.key] or "I do not know"),
                }


def over_answers(reach: Reach) -> QuerySet[Sheet]:
    """Answers in rounds whose last day is long past, and that nothing has ended."""
    return Sheet.objects.filter(round__closes__lt=reach.before.date())
