"""Whether AI may begin in a process: the one place where that is asked."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, QuerySet

from samspil.core.ai_act.built import Built, facts_of_process
from samspil.core.ai_act.facts import Facts
from samspil.core.ai_act.going_live import Gate
from samspil.core.floors import Floor
from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route, Step
from samspil.core.skill import Senders
from samspil.uses.queries import Thing, gate_at, notice_name
from samspil.work.models import Process, Topic


def topics_about_people(process: Process) -> frozenset[str]:
    """The topics, by key, of which each case decides about a person."""
    rows = process.topics.filter(floor=Floor.PEOPLE)
    return frozenset(rows.values_list("key", flat=True))


def with_people_topics(processes: QuerySet[Process]) -> list[tuple[Process, bool]]:
    """Each of these, and whether any of its topics decides about a person; one statement."""
    about_people = Topic.objects.filter(process=OuterRef("pk"), floor=Floor.PEOPLE)
    rows = processes.annotate(about_people=Exists(about_people))
    return [(one, one.about_people) for one in rows]


def _known(process: Process, *, about_people: bool) -> Facts:
    return facts_of_process(
        employees=process.senders != Senders.CUSTOMERS,
        about_people=about_people,
        alone=MODELS[process.organisation_model].wanted[Step.REPLY] is Route.ALONE,
    )


def use_in(process: Process, *, about_people: Collection[str] | bool | None = None) -> Thing:
    """AI's use in a process, as the register knows it; `about_people` as in `gate_of`, or whether
    there are any."""
    if about_people is None:
        employees = process.senders != Senders.CUSTOMERS
        about_people = topics_about_people(process) if employees else ()
    known = _known(process, about_people=bool(about_people))
    return Thing(kind=Built.PROCESS, thing=str(process.public_id), name=process.name, known=known)


def gate_of(process: Process, *, about_people: Collection[str] | None = None) -> Gate:
    """Whether AI may begin in this process today, and what is missing.

    `about_people` are its topics that decide about a person, for whoever knows them already.
    """
    return gate_at(use_in(process, about_people=about_people))


def notice_of(process: Process) -> str:
    """Where everybody reads what AI does in a process; empty where nothing is published."""
    name = "" if process.closed else notice_name(str(process.public_id))
    return f"/notice/{name}/" if name else ""
