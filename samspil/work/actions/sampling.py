"""A process of made-up cases to look at, and all of it gone again."""

from datetime import datetime

from django.db import transaction

from samspil.core.routing import Level
from samspil.core.topics import TopicText
from samspil.people.models import Colleague, Team
from samspil.skills.registry import CUSTOMER_SERVICE, starter_topics
from samspil.work.access import check_may_change
from samspil.work.actions.noting import note_process
from samspil.work.actions.processes import make_process, set_topics
from samspil.work.models import Case, Decision, Process, Proposal


@transaction.atomic
def begin_sample(*, name: str, team: Team, by: Colleague, at: datetime) -> Process:
    """A process that is marked as made up, with the topics of customer service."""
    topics: list[TopicText] = starter_topics(CUSTOMER_SERVICE)
    process = make_process(
        name=name,
        organisation_model="collaborative",
        teams=dict.fromkeys(Level, team),
        by=by,
        at=at,
    )
    Process.objects.filter(pk=process.pk).update(sample=True)
    process.sample = True
    set_topics(process, topics)
    note_process(process, "sample_made", by=by, at=at)
    return process


@transaction.atomic
def remove_sample(process: Process, *, by: Colleague, at: datetime) -> int:
    """Delete a made-up process with all its cases; returns how many there were.

    What the journal says of them stays. Nothing that is real is touched.
    """
    check_may_change(by, process)
    if not process.sample:
        raise ValueError("Only a sample is ever removed.")
    cases = Case.objects.filter(process=process)
    removed = cases.count()
    note_process(process, "sample_removed", by=by, at=at, cases=removed)
    Decision.objects.filter(case__process=process).delete()
    Proposal.objects.filter(case__process=process).delete()
    cases.update(merged_into=None)
    cases.delete()
    process.delete()
    return removed
