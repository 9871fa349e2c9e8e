"""Make and change processes, stop AI, and say which model of it a process uses."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.ladder import Lowered, Thing
from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route, Step
from samspil.core.routing import Level
from samspil.core.skill import Senders
from samspil.core.topics import TopicText
from samspil.people.models import Colleague, Team
from samspil.skills.registry import CUSTOMER_SERVICE
from samspil.work.access import check_may_change, check_may_stop
from samspil.work.actions.autonomy import fall, note_change
from samspil.work.actions.naming import check_topics, feeling_in
from samspil.work.actions.noting import note_process
from samspil.work.actions.timing import make_usual_steps
from samspil.work.models import Process, ProcessTeam, Stop, Topic
from samspil.work.queries.autonomy import autonomy_of


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

    Where colleagues write it is closed from the start: only its teams see its cases. `starter`
    names the examples that AI begins with, empty for none.
    """
    if by is not None:
        check_may_change(by, None)
    process = Process.objects.create(
        name=name,
        organisation_model=organisation_model,
        first_response_minutes=first_response_minutes,
        senders=senders,
        starter=starter,
        closed=senders == Senders.EMPLOYEES,
        created_at=at,
    )
    set_teams(process, teams)
    make_usual_steps(process)
    note_process(
        process,
        "process_made",
        by=by,
        at=at,
        organisation_model=organisation_model,
        senders=senders,
    )
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
    complaint_minutes: int | None = None,
) -> None:
    """Change how a process is shared and who takes it; running cases stay where they are.

    What is contested is decided anew within `complaint_minutes` of working time (None: as before).
    """
    check_may_change(by, process)
    if MODELS[organisation_model].wanted[Step.REPLY] is not Route.ALONE:
        _let_people_decide(process, by=by, at=at)
    process.organisation_model = organisation_model
    process.first_response_minutes = first_response_minutes
    process.least_confidence = least_confidence
    process.complaint_minutes = complaint_minutes or process.complaint_minutes
    process.save(
        update_fields=[
            "organisation_model", "first_response_minutes", "least_confidence", "complaint_minutes"
        ]
    )  # fmt: skip
    set_teams(process, teams)
    note_process(
        process,
        "process_changed",
        by=by,
        at=at,
        organisation_model=organisation_model,
        first_response_minutes=first_response_minutes,
        least_confidence=least_confidence,
        complaint_minutes=process.complaint_minutes,
    )


def _let_people_decide(process: Process, *, by: Colleague, at: datetime) -> None:
    """Where people agree that one of them decides each case, no certificate lies in wait."""
    if autonomy_of(process).level > Autonomy.DRAFT:
        fall(process, Lowered(at=at, to=Autonomy.DRAFT, by=by.name), by=by)


def set_teams(process: Process, teams: Mapping[Level, Team]) -> None:
    """Let these teams take these levels; the caller has asked whether anybody may say so."""
    for level, team in teams.items():
        ProcessTeam.objects.update_or_create(process=process, level=level, defaults={"team": team})


def set_topics(process: Process, topics: Sequence[TopicText]) -> None:
    """Give the process these topics; those it has already are brought up to date.

    Raises `NamesFeeling`.
    """
    check_topics(process, topics)
    Topic.objects.bulk_create(
        (
            Topic(
                process=process,
                key=topic.key,
                level=topic.level,
                floor=topic.floor or "",
                names=dict(topic.names),
                replies=dict(topic.replies),
            )
            for topic in topics
        ),
        update_conflicts=True,
        unique_fields=["process", "key"],
        update_fields=["level", "floor", "names", "replies"],
    )


@transaction.atomic
def use_model(
    process: Process,
    *,
    model_file: str,
    topics: Collection[str],
    version: str,
    by: Colleague | None,
    at: datetime,
) -> None:
    """Let the process's skill work with this model (empty: as it comes) from now on.

    `topics` are those the model knows; what is new to the process becomes a level-1 topic. Running
    cases stay as they are. `by` is None on the command line only.
    """
    if by is not None:
        check_may_change(by, process)
    known = set(process.topics.values_list("key", flat=True))
    new = [key for key in sorted(set(topics) - known) if not feeling_in(process, key)]
    set_topics(process, [TopicText(key=key) for key in new])
    process.moved_topics = {
        old: new for old, new in process.moved_topics.items() if old not in set(topics)
    }
    process.model_file = model_file
    process.save(update_fields=["model_file", "moved_topics"])
    note_change(process, Thing.MODEL, by=by, at=at)
    note_process(process, "version_used", by=by, at=at, version=version)


@transaction.atomic
def let_learn(process: Process, *, by_itself: bool, by: Colleague, at: datetime) -> bool:
    """Say whether AI learns anew by itself here; tells whether that is another answer than before.

    What it begins to learn before goes on.
    """
    check_may_change(by, process)
    other = Process.objects.filter(pk=process.pk).exclude(learns_by_itself=by_itself)
    changed = bool(other.update(learns_by_itself=by_itself))
    process.learns_by_itself = by_itself
    if changed:
        note_process(process, "learning_changed", by=by, at=at, by_itself=by_itself)
    return changed


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
