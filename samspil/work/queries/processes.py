"""Read processes, their topics, stops and skills."""

from collections.abc import Collection, Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from samspil.adapters import embedding
from samspil.core.floors import Floor
from samspil.core.looking import Rules
from samspil.core.organisation_models import MODELS
from samspil.core.routing import Level
from samspil.core.skill import Senders, Skill
from samspil.skills.registry import load_skill
from samspil.work.models import Process, ProcessAutonomy, ProcessTeam, Stop, Topic
from samspil.work.queries.autonomy import autonomy_of, reins_of
from samspil.work.queries.gate import gate_of
from samspil.work.queries.wording import as_draft


def process_at(public_id: UUID | str) -> Process:
    """One process; raises `Process.DoesNotExist`."""
    return Process.objects.get(public_id=public_id)


def processes() -> list[Process]:
    """All processes, by name."""
    return list(Process.objects.order_by("name"))


def topics_of(process: Process) -> list[Topic]:
    """The process's topics, by key."""
    return list(process.topics.order_by("key"))


def team_of_level(process: Process) -> dict[str, int]:
    """Which team (by primary key) takes which level."""
    rows = ProcessTeam.objects.filter(process=process)
    return dict(rows.values_list("level", "team_id"))


def stopped(process: Process, *, about_people: Collection[str] | None = None) -> bool:
    """Whether AI does not work here: stopped here or everywhere, or not allowed to begin yet;
    `about_people` as in `gate_of`."""
    return stop_stands(process) or not gate_of(process, about_people=about_people).open


def stop_stands(process: Process) -> bool:
    """Whether somebody has stopped AI here or everywhere."""
    here = Q(process=process) | Q(process__isnull=True)
    return Stop.objects.filter(here, lifted_at__isnull=True).exists()


def stopped_everywhere() -> bool:
    """Whether AI is stopped everywhere, whatever a single process says."""
    return Stop.objects.filter(process__isnull=True, lifted_at__isnull=True).exists()


def rules_of(
    process: Process,
    topics: Iterable[Topic],
    *,
    version: str,
    kept: ProcessAutonomy | None = None,
) -> Rules:
    """What the process lays down for the routing of its cases by this version, as it stands now.

    `kept` is its autonomy, where that was read already.
    """
    topics = list(topics)
    about_people = [topic.key for topic in topics if topic.floor == Floor.PEOPLE]
    return Rules(
        model=MODELS[process.organisation_model],
        levels={topic.key: Level(topic.level) for topic in topics},
        senders=Senders(process.senders),
        moved=process.moved_topics,
        least_confidence=process.least_confidence,
        stopped=stop_stands(process),
        not_begun=not gate_of(process, about_people=about_people).open,
        floors={topic.key: Floor(topic.floor) for topic in topics if topic.floor},
        ready=frozenset(
            (topic.key, language)
            for topic in topics
            for language, reply in topic.replies.items()
            if as_draft(str(reply))
        ),
        reins=reins_of(kept or autonomy_of(process), version=version),
    )


def standing_stops() -> list[Stop]:
    """Every stop that holds now; one without a process holds everywhere."""
    standing = Stop.objects.filter(lifted_at__isnull=True)
    return list(standing.select_related("process", "by").order_by("at"))


def model_folder() -> Path:
    """Where trained models lie."""
    return Path(settings.SAMSPIL_HOME) / "models"


def skill_of(process: Process) -> Skill:
    """The process's skill with the model it was last taught; kept in memory between calls."""
    return load_skill(
        process.skill,
        process.model_file,
        folder=model_folder(),
        embedder=embedding.chosen(),
        starter=process.starter,
    )
