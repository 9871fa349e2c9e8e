"""Make and change processes, stop AI, and teach it a process's topics."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from samspil.core.routing import Level
from samspil.core.skill import Senders
from samspil.core.topics import TopicText
from samspil.governance.queries import intake
from samspil.people.models import Colleague, Team
from samspil.skills.registry import CUSTOMER_SERVICE, train_skill
from samspil.work.access import check_may_change, check_may_stop
from samspil.work.actions.noting import note_process
from samspil.work.actions.timing import make_usual_steps
from samspil.work.models import Process, ProcessTeam, Stop, Topic
from samspil.work.queries import Aid, aid_for, model_folder


@transaction.atomic
def make_process(
    *,
    name: str,
    organisation_model: str,
    teams: Mapping[Level, Team],
    by: Colleague | None,
    at: datetime,
    first_response_minutes: int = 480,
    senders: Senders = Senders.CUSTOMERS,
    starter: str = CUSTOMER_SERVICE,
) -> Process:
    """Set up a line of work without topics. `by` is None only while an organisation is founded.

    `starter` names the examples that AI begins with, empty for none.
    """
    if by is not None:
        check_may_change(by, None)
    process = Process.objects.create(
        name=name,
        organisation_model=organisation_model,
        first_response_minutes=first_response_minutes,
        senders=senders,
        starter=starter,
        created_at=at,
    )
    _set_teams(process, teams)
    make_usual_steps(process)
    note_process(process, "process_made", by=by, at=at, organisation_model=organisation_model)
    return process


@transaction.atomic
def change_process(
    process: Process,
    *,
    organisation_model: str,
    first_response_minutes: int,
    least_confidence: float,
    teams: Mapping[Level, Team],
    by: Colleague,
    at: datetime,
) -> None:
    """Change how a process is shared and who takes it; running cases stay where they are."""
    check_may_change(by, process)
    process.organisation_model = organisation_model
    process.first_response_minutes = first_response_minutes
    process.least_confidence = least_confidence
    process.save(update_fields=["organisation_model", "first_response_minutes", "least_confidence"])
    _set_teams(process, teams)
    note_process(
        process,
        "process_changed",
        by=by,
        at=at,
        organisation_model=organisation_model,
        first_response_minutes=first_response_minutes,
        least_confidence=least_confidence,
    )


def _set_teams(process: Process, teams: Mapping[Level, Team]) -> None:
    for level, team in teams.items():
        ProcessTeam.objects.update_or_create(process=process, level=level, defaults={"team": team})


def set_topics(process: Process, topics: Sequence[TopicText]) -> None:
    """Give the process these topics; those it has already are brought up to date."""
    Topic.objects.bulk_create(
        (
            Topic(
                process=process,
                key=topic.key,
                level=topic.level,
                names=dict(topic.names),
                replies=dict(topic.replies),
            )
            for topic in topics
        ),
        update_conflicts=True,
        unique_fields=["process", "key"],
        update_fields=["level", "names", "replies"],
    )


def teach(
    process: Process,
    *,
    texts: Sequence[str],
    labels: Sequence[str],
    by: Colleague | None,
    at: datetime,
    words_only: bool = False,
) -> str:
    """Train the process's skill on labelled texts; returns the new version.

    Where examples are few, the process's own messages help, if there is an embedding. With
    `words_only` it is left out: it takes 30 seconds for 1,000 texts.

    The texts pass the intake filter first: a model keeps words of its examples. Slow (seconds), so
    never inside a transaction. Topics that are new to the process become level-1 topics.
    """
    if by is not None:
        check_may_change(by, process)
    masked = [intake(text).text for text in texts]
    aid = Aid(embedder=None) if words_only else aid_for(process, labels)
    file_name, version = train_skill(
        process.skill,
        masked,
        labels,
        folder=model_folder(),
        embedder=aid.embedder,
        unlabelled=aid.unlabelled,
    )
    with transaction.atomic():
        known = set(process.topics.values_list("key", flat=True))
        set_topics(process, [TopicText(key=key) for key in sorted(set(labels) - known)])
        Process.objects.filter(pk=process.pk).update(model_file=file_name)
        process.model_file = file_name
        note_process(process, "skill_taught", by=by, at=at, version=version, examples=len(texts))
    return version


@transaction.atomic
def stop(process: Process | None, *, why: str, by: Colleague, at: datetime) -> None:
    """Stop AI in a process, or everywhere (None), at once. Stopping twice changes nothing."""
    check_may_stop(by, process)
    try:
        with transaction.atomic():
            Stop.objects.create(process=process, at=at, by=by, why=why)
    except IntegrityError:
        return
    note_process(process, "stopped", by=by, at=at)


@transaction.atomic
def lift_stop(process: Process | None, *, by: Colleague, at: datetime) -> None:
    """Let AI work again. Lifting what is not stopped changes nothing."""
    check_may_stop(by, process)
    standing = Stop.objects.filter(process=process, lifted_at__isnull=True)
    if standing.update(lifted_at=at, lifted_by=by):
        note_process(process, "stop_lifted", by=by, at=at)
