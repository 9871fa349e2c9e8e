"""Set up a line of work with everything it needs for its first message."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.ai_act.facts import Question
from samspil.core.organisation_models import collaborative
from samspil.core.roles import NotAllowed
from samspil.core.routing import Level
from samspil.core.skill import Senders
from samspil.core.topics import TopicText
from samspil.journal.queries import about
from samspil.people.models import Colleague, Team
from samspil.skills.registry import starter_topics
from samspil.uses.actions import Said, settle
from samspil.work.access import check_may_change
from samspil.work.actions.arranging import let_wait
from samspil.work.actions.naming import NameTaken
from samspil.work.actions.noting import note_process
from samspil.work.actions.processes import make_process, set_topics
from samspil.work.models import Process
from samspil.work.queries import use_in

AS_MADE = {"process_made", "stopped"}
"""All that has happened to a process that waits for its pilot and was never touched."""


@transaction.atomic
def begin_process(
    *,
    name: str,
    team: Team,
    senders: Senders,
    starter: str,
    topics: Sequence[TopicText] | None,
    about_terms: bool | None = None,
    by: Colleague,
    at: datetime,
) -> Process:
    """A process in which AI proposes and a person decides; `topics` None are those of the starter.

    `about_terms` answers whether anybody decides about a person by what AI found, and takes on the
    class that follows; None: nobody says so, and where it matters AI waits until somebody does.
    Raises `NameTaken`, `NotAllowed`, and `NamesFeeling` where a topic may not be called so.
    """
    check_may_change(by, None)
    if Process.objects.filter(name=name).exists():
        raise NameTaken(_("There is a process of this name already."))
    process = make_process(
        name=name,
        organisation_model=collaborative.MODEL.name,
        teams=dict.fromkeys(Level, team),
        senders=senders,
        starter=starter,
        by=by,
        at=at,
    )
    set_topics(process, starter_topics(starter) if topics is None else topics)
    if about_terms is not None:
        said = Said(answers=((Question.ABOUT_TERMS, about_terms),))
        settle(use_in(process), said, by=by, at=at)
    return process


@transaction.atomic
def begin_for_pilot(
    *, name: str, team: Team, senders: Senders, starter: str, by: Colleague, at: datetime
) -> Process:
    """A process for something that is to be tried: people do its cases without AI until the gate
    of a pilot opens. Raises as `begin_process` does."""
    made = begin_process(
        name=name, team=team, senders=senders, starter=starter, topics=None, by=by, at=at
    )
    let_wait(made, by=by)
    return made


@transaction.atomic
def take_back_process(process: Process, *, by: Colleague, at: datetime) -> None:
    """Delete a process that was made for a pilot, as if it had not been made.

    Raises `NotAllowed` where a case came in, or anybody has changed something there.
    """
    check_may_change(by, process)
    happened = about(str(process.public_id)).values_list("event", flat=True)
    if process.cases.exists() or not set(happened) <= AS_MADE:
        raise NotAllowed(_("Somebody has gone on with the process, so it stays."))
    note_process(process, "process_taken_back", by=by, at=at)
    process.delete()
