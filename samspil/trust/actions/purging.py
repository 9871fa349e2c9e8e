"""Delete and empty what is kept for long enough, and keep a report of how much it was."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.db import transaction

from samspil.audit.actions import sweep_sheets
from samspil.chat.actions import sweep_conversations
from samspil.core.retention.categories import Category
from samspil.core.skill import Senders
from samspil.eventlogs.actions import (
    sweep_log_files,
    sweep_logs,
    sweep_removed_logs,
    sweep_waiting_logs,
)
from samspil.fairness.actions import sweep_outcomes
from samspil.gaps.actions import sweep_gaps
from samspil.governance.actions import (
    sweep_calls,
    sweep_confirmations,
    sweep_holds,
    sweep_reports,
)
from samspil.governance.models import PurgeReport
from samspil.governance.queries import is_agreed, reach_of
from samspil.inbox.actions import sweep_imports, sweep_unstarted
from samspil.knowledge import actions as knowledge
from samspil.people import actions as people
from samspil.people.actions import note
from samspil.people.queries import day_of
from samspil.readiness.actions import sweep_answers, sweep_interviews
from samspil.review.actions import sweep_batches
from samspil.rollouts.actions import sweep_support
from samspil.summaries import actions as summaries
from samspil.teaching import actions as teaching
from samspil.trust.actions.emptying import empty_cases
from samspil.trust.actions.erasing import sweep_erasures
from samspil.trust.actions.filing import sweep_paper_files, sweep_papers
from samspil.trust.actions.incidents import sweep_incidents
from samspil.trust.actions.requesting import sweep_pack_files, sweep_packs, sweep_requests
from samspil.work.actions import sweep_notices
from samspil.work.models import Cause
from samspil.work.queries.retention import emptied_since, over_cases
from samspil.workshops.actions import sweep_ballots, sweep_seats

PURGE = "trust.purge"
Sweep = Callable[..., int]
"""Takes the time `at`, takes what is over, and says how many rows it was."""


def _absences(*, at: datetime) -> int:
    return people.sweep_absences(reach_of(Category.ABSENCES, at=at))


def _trainings(*, at: datetime) -> int:
    return people.sweep_trainings(reach_of(Category.TRAININGS, at=at))


def _staff_lists(*, at: datetime) -> int:
    return people.sweep_staff_lists(reach_of(Category.LOOKED_AT, at=at))


SWEEPS: Mapping[Category, tuple[Sweep, ...]] = {
    Category.EXAMPLES: (teaching.sweep_examples,),
    Category.QUESTIONS: (knowledge.sweep_questions,),
    Category.CHATS: (sweep_conversations,),
    Category.SUMMARIES: (summaries.sweep_summaries,),
    Category.REMOVED: (
        teaching.sweep_removed_examples,
        knowledge.sweep_documents,
        knowledge.sweep_sources,
        knowledge.sweep_standards,
        summaries.sweep_removed_summaries,
        sweep_removed_logs,
    ),
    Category.MAIL_MARKS: (knowledge.sweep_erased_mails,),
    Category.LOOKED_AT: (teaching.sweep_looks, _staff_lists, sweep_unstarted, sweep_waiting_logs),
    Category.IMPORTS: (sweep_imports,),
    Category.ROUNDS: (knowledge.sweep_rounds,),
    Category.GAPS: (sweep_gaps,),
    Category.OUTCOMES: (sweep_outcomes,),
    Category.AUDITS: (sweep_sheets,),
    Category.SUPPORT: (sweep_support,),
    Category.WORKSHOPS: (sweep_ballots, sweep_seats),
    Category.READINESS: (sweep_answers,),
    Category.INTERVIEWS: (sweep_interviews,),
    Category.EVENT_LOGS: (sweep_logs,),
    Category.NOTICES: (sweep_notices,),
    Category.BATCHES: (sweep_batches,),
    Category.ABSENCES: (_absences,),
    Category.TRAININGS: (_trainings, sweep_confirmations),
    Category.ACCESS: (sweep_requests, sweep_erasures),
    Category.PACKS: (sweep_packs,),
    Category.INCIDENTS: (sweep_incidents,),
    Category.HOLDS: (sweep_holds,),
    Category.PAPERS: (sweep_papers,),
    Category.REPORTS: (sweep_reports,),
    Category.CALLS: (sweep_calls,),
}
"""What takes the rows that `samspil.trust.queries.retention.OVER` shows, in the same order."""
CASES = {Category.CUSTOMERS: Senders.CUSTOMERS, Category.EMPLOYEES: Senders.EMPLOYEES}
"""Whose closed cases are emptied: last, since much goes along that may be over by itself."""
AT_ONCE = 500
FILES = (
    teaching.sweep_model_files,
    knowledge.sweep_document_files,
    summaries.sweep_summary_files,
    sweep_log_files,
    sweep_pack_files,
    sweep_paper_files,
)
"""What deletes files of rows that are gone: after these, and outside of any transaction."""


def purge(*, at: datetime) -> PurgeReport:
    """Take everything in the current organisation whose time is over; safe to run again.

    What goes wrong with one kind of data keeps no other waiting, and is raised at the end. Counts
    are kept in the transaction that takes the rows, so that a run that died left a true report,
    and the next of the day goes on with it.
    """
    report, _new = PurgeReport.objects.get_or_create(day=day_of(at), defaults={"began_at": at})
    failed: dict[Category, Exception] = {}
    for category, sweeps in SWEEPS.items():
        try:
            _take(category, sweeps, report, at=at)
        except Exception as why:  # raised below, once all the others have had their turn
            failed[category] = why
    for category, senders in CASES.items():
        try:
            _empty(category, senders, report, at=at)
        except Exception as why:  # as above
            failed[category] = why
    for sweep in FILES:
        sweep(at=at)
    _end(report, failed=[one.value for one in failed], at=at)
    if failed:
        raise ExceptionGroup("Some kinds of data were not swept.", list(failed.values()))
    return report


def _take(
    category: Category, sweeps: tuple[Sweep, ...], report: PurgeReport, *, at: datetime
) -> None:
    if not is_agreed(category):
        return
    for sweep in sweeps:
        with transaction.atomic():
            if many := sweep(at=at):
                _count(report, category, many)


def _empty(category: Category, senders: Senders, report: PurgeReport, *, at: datetime) -> None:
    """A run that died between emptying and counting is counted by the next."""
    if not is_agreed(category):
        return
    reach = reach_of(category, at=at)
    while some := list(over_cases(reach, senders)[:AT_ONCE].values_list("pk", flat=True)):
        if not empty_cases(some, why=Cause.OVER, by=None, at=at):
            break
    if many := emptied_since(report.began_at, senders):
        with transaction.atomic():
            _count(report, category, many - report.counts.get(category, 0))


def _count(report: PurgeReport, category: Category, many: int) -> None:
    kept = PurgeReport.objects.select_for_update().get(pk=report.pk)
    kept.counts[category] = kept.counts.get(category, 0) + many
    kept.save(update_fields=["counts"])


@transaction.atomic
def _end(report: PurgeReport, *, failed: list[str], at: datetime) -> None:
    kept = PurgeReport.objects.select_for_update().get(pk=report.pk)
    kept.ended_at, kept.failed = at, failed
    kept.save(update_fields=["ended_at", "failed"])
    report.counts, report.ended_at, report.failed = kept.counts, at, failed
    if kept.counts:
        note("purged", "retention", kept.public_id, by=None, at=at, **kept.counts)
