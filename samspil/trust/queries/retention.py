"""What of every kind of data is due, before anything is deleted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from django.db.models import QuerySet
from django.db.models.functions import Lower

from samspil.audit.queries import over_sheets
from samspil.chat.queries.retention import over_conversations
from samspil.core.access_requests import KEPT
from samspil.core.retention.categories import Category
from samspil.core.retention.holds import Holds
from samspil.core.retention.periods import Reach, reach
from samspil.core.skill import Senders
from samspil.eventlogs.queries import over_logs, over_removed_logs, over_waiting_logs
from samspil.fairness.queries import over_outcomes
from samspil.gaps.queries import over_requests as over_gap_requests
from samspil.governance.queries import (
    Kept,
    holds,
    kept_everywhere,
    over_calls,
    over_confirmations,
    over_holds,
    over_reports,
)
from samspil.inbox.queries.retention import over_imports, over_unstarted
from samspil.knowledge.queries.retention import (
    over_documents,
    over_erased_mails,
    over_questions,
    over_rounds,
    over_sources,
    over_standards,
)
from samspil.people.queries.retention import over_absences, over_staff_lists, over_trainings
from samspil.readiness.queries import over_answers, over_interviews
from samspil.review.queries.retention import over_batches
from samspil.rollouts.queries import over_support
from samspil.summaries.queries.retention import over_removed_summaries, over_summaries
from samspil.teaching.queries.retention import over_examples, over_looks, over_removed_examples
from samspil.trust.models import AccessRequest, Erasure, KeptPaper, Stage
from samspil.trust.queries.incidents import over_incidents
from samspil.work.queries.retention import over_cases, over_notices
from samspil.workshops.queries import over_ballots, over_seats

AHEAD = timedelta(days=30)
"""So far one looks ahead."""
Asked = TypeVar("Asked", AccessRequest, Erasure)
Over = Callable[[Reach], "QuerySet"]  # type: ignore[type-arg]  # of whatever rows


def over_packs(reach: Reach) -> QuerySet[AccessRequest]:
    """Requests whose pack nobody can fetch any more."""
    made = AccessRequest.objects.filter(stage=Stage.MADE, expires_at__lte=reach.before + KEPT)
    return _not_held(made, reach)


def over_requests(reach: Reach) -> QuerySet[AccessRequest]:
    """Requests for access that were answered long enough ago."""
    return _not_held(AccessRequest.objects.filter(answered_at__lt=reach.before), reach)


def over_erasures(reach: Reach) -> QuerySet[Erasure]:
    """Requests for erasure that ended long enough ago."""
    return _not_held(Erasure.objects.filter(ended_at__lt=reach.before), reach)


def over_papers(reach: Reach) -> QuerySet[KeptPaper]:
    """Papers that were kept long enough ago."""
    return KeptPaper.objects.filter(at__lt=reach.before)


def _not_held(asked: QuerySet[Asked], reach: Reach) -> QuerySet[Asked]:
    people = reach.holds.people
    return asked.alias(whose=Lower("address")).exclude(whose__in=people) if people else asked


OVER: Mapping[Category, tuple[Over, ...]] = {
    Category.EXAMPLES: (over_examples,),
    Category.QUESTIONS: (over_questions,),
    Category.CHATS: (over_conversations,),
    Category.SUMMARIES: (over_summaries,),
    Category.REMOVED: (
        over_removed_examples,
        over_documents,
        over_sources,
        over_standards,
        over_removed_summaries,
        over_removed_logs,
    ),
    Category.MAIL_MARKS: (over_erased_mails,),
    Category.LOOKED_AT: (over_looks, over_staff_lists, over_unstarted, over_waiting_logs),
    Category.IMPORTS: (over_imports,),
    Category.ROUNDS: (over_rounds,),
    Category.GAPS: (over_gap_requests,),
    Category.OUTCOMES: (over_outcomes,),
    Category.AUDITS: (over_sheets,),
    Category.SUPPORT: (over_support,),
    Category.WORKSHOPS: (over_ballots, over_seats),
    Category.READINESS: (over_answers,),
    Category.INTERVIEWS: (over_interviews,),
    Category.EVENT_LOGS: (over_logs,),
    Category.NOTICES: (over_notices,),
    Category.BATCHES: (over_batches,),
    Category.ABSENCES: (over_absences,),
    Category.TRAININGS: (over_trainings, over_confirmations),
    Category.ACCESS: (over_requests, over_erasures),
    Category.PACKS: (over_packs,),
    Category.INCIDENTS: (over_incidents,),
    Category.HOLDS: (over_holds,),
    Category.PAPERS: (over_papers,),
    Category.REPORTS: (over_reports,),
    Category.CALLS: (over_calls,),
    Category.CUSTOMERS: (partial(over_cases, senders=Senders.CUSTOMERS),),
    Category.EMPLOYEES: (partial(over_cases, senders=Senders.EMPLOYEES),),
}
"""The rows that are over, by kind of data. Consents are taken back, and the journal stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """How much of a kind of data is over now, and how much more within the next 30 days.

    It is so much whether or not somebody has to agree first.
    """

    kept: Kept
    now: int
    soon: int


def due_everywhere(*, at: datetime) -> list[Due]:
    """The dry run: how much a run would take at this time, of every kind of data.

    A fixed number of statements, beside those that holds on people take.
    """
    held = holds()
    return [_due(kept, held, at=at) for kept in kept_everywhere()]


def due_of(category: Category, *, at: datetime) -> Due:
    """The same of one kind of data."""
    (kept,) = [one for one in kept_everywhere() if one.rule.category is category]
    return _due(kept, holds(), at=at)


def waits_for_a_yes(*, at: datetime) -> int:
    """How many rows are over and wait until somebody has looked and said yes."""
    unagreed = [one for one in kept_everywhere() if not one.agreed]
    held = holds() if unagreed else Holds()
    return sum(_many(kept, held, at=at) for kept in unagreed)


def _due(kept: Kept, held: Holds, *, at: datetime) -> Due:
    now = _many(kept, held, at=at)
    return Due(kept=kept, now=now, soon=_many(kept, held, at=at + AHEAD) - now)


def _many(kept: Kept, held: Holds, *, at: datetime) -> int:
    taken = reach(kept.rule, days=kept.days, holds=held, at=at)
    return sum(over(taken).count() for over in OVER.get(kept.rule.category, ()))
