"""What a person has said so far, for that person alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from samspil.audit.access import own_sheets
from samspil.audit.models import Answer, Audit, Sheet
from samspil.audit.queries.brought import marks_of
from samspil.audit.queries.numbers import decimal
from samspil.core.audit import Given, Hindrance, Per, total_hours
from samspil.people.models import Colleague


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSheet:
    """A sheet with its answers in the order they came, and the hours a week they take together."""

    sheet: Sheet
    answers: Sequence[Answer]
    hours: float

    @property
    def said(self) -> int:
        """Of how many tasks time is said."""
        return sum(one.times is not None and one.minutes is not None for one in self.answers)


def own_sheet(audit: Audit, *, of: Colleague) -> OwnSheet | None:
    """The person's sheet in a round; None before they begin."""
    sheet = own_sheets(of).filter(audit=audit).select_related("audit", "team", "colleague").first()
    if sheet is None:
        return None
    answers = list(sheet.answers.filter(removed_at=None).select_related("task").order_by("pk"))
    return OwnSheet(
        sheet=sheet, answers=answers, hours=total_hours([given_of(one) for one in answers])
    )


def own_sheets_of(colleague: Colleague) -> QuerySet[Sheet]:
    """All that the person has said in any round, newest first."""
    return own_sheets(colleague).select_related("audit", "team").order_by("-pk")


def answers_of(address: str) -> QuerySet[Answer]:
    """All that whoever signs in with this address ever said, or a table says they did: for
    themselves, when they ask."""
    theirs = Answer.objects.filter(
        Q(sheet__colleague__user__email__iexact=address.strip())
        | Q(sheet__mark__in=marks_of(address))
    )
    return theirs.select_related("sheet__audit", "task").order_by("sheet", "pk")


def given_of(answer: Answer) -> Given:
    """An answer as the rules read it."""
    return Given(
        title=answer.task.title,
        times=answer.times,
        per=Per(answer.per),
        minutes=answer.minutes,
        error_share=answer.error_share,
        frustration=answer.frustration,
        wish=answer.wish,
        systems=tuple(answer.systems),
    )


def words_of_hindrance(found: Hindrance) -> str:
    """Why a sheet cannot be handed in, in the reader's language."""
    figures = {
        name: value if isinstance(value, str) else decimal(value)
        for name, value in found.figures.items()
    }
    if found.fault is not None:
        figures["fault"] = _(found.fault.words).format(**found.fault.figures)
    return _(found.words).format(**figures)
