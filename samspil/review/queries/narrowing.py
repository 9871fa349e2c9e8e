"""What a list of cases is narrowed to."""

from dataclasses import dataclass, fields

from django.db.models import QuerySet
from django.utils import timezone

from samspil.core.lifecycle import OPEN, Stage
from samspil.review.models import CaseTag
from samspil.work.models import Case

ANY_OPEN = "open"
"""Among the stages: all but closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What a list is narrowed to; an empty field does not narrow it."""

    process: str = ""
    route: str = ""
    level: str = ""
    tag: str = ""
    late: str = ""
    language: str = ""
    topic: str = ""
    team: str = ""
    stage: str = ""

    def chosen(self) -> dict[str, str]:
        """The fields that narrow it."""
        values = {one.name: str(getattr(self, one.name)) for one in fields(Narrowing)}
        return {name: value for name, value in values.items() if value}


def narrow(cases: QuerySet[Case], to: Narrowing) -> QuerySet[Case]:
    """Those of the cases that it leaves."""
    plain = {"route": to.route, "level": to.level, "language": to.language, "topic": to.topic}
    cases = cases.filter(**{name: value for name, value in plain.items() if value})
    if to.process:
        cases = cases.filter(process__public_id=to.process)
    if to.team:
        cases = cases.filter(team__public_id=to.team)
    if to.stage:
        cases = cases.filter(stage__in=sorted(OPEN) if to.stage == ANY_OPEN else [to.stage])
    if to.tag:
        worn = CaseTag.objects.filter(tag__public_id=to.tag).values("case")
        cases = cases.filter(pk__in=worn)
    if to.late:
        # Every risk is at least 0. Said here, it keeps SQLite on the index that is in the queue's
        # order; it would else sort all that is late to show a page of it.
        late = cases.filter(due_at__lt=timezone.now(), risk__gte=0)
        cases = late.exclude(stage=Stage.CLOSED)
    return cases
