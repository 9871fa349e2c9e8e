"""That a task is divided otherwise than its initiative lays down, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from samspil.allocation.queries import Change, changes_since, worded
from samspil.core.allocation.divisions import WORDS
from samspil.core.allocation.reasons import Source
from samspil.core.pipeline.taking_over import Ground, Where
from samspil.pipeline import queries
from samspil.pipeline.models import Adjustment, Initiative
from samspil.pipeline.queries import Differing
from samspil.pipeline.views.changes import told
from samspil.pipeline.views.words import stage_name
from samspil.work.queries.events import EVENTS

Row = tuple[str, str, str, str]
"""Where, what it is about, how it is laid down now, and how it would be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differs:
    """What the page says of it. `who` does the task now, `was` who did when it was laid down
    (empty: not known); `reasons` leave AI no more; `said` is what people said of it since, each
    with what that was; `left` is that somebody left it so. `rows` are what changes where, how it is
    now, and how it would be."""

    found: Differing
    who: str
    was: str
    reasons: list[str]
    rows: list[tuple[str, str, str]]
    said: list[tuple[Change, str]]
    left: Adjustment | None

    @property
    def ground(self) -> str:
        """Why it differs."""
        return self.found.difference.ground.value


def differs_told(initiative: Initiative) -> Differs | None:
    """What differs of an initiative; None where nothing does."""
    found = queries.differing_one(initiative)
    if found is None:
        return None
    last = next(iter(queries.adjustments_of(initiative)), None)
    since = last.at if last else initiative.made_at
    was = found.difference.was
    return Differs(
        found=found,
        who=_(WORDS[found.difference.division]),
        was=_(WORDS[was]) if was and was is not found.difference.division else "",
        reasons=reasons_told(found),
        rows=_gathered(rows_told(found)),
        said=_said(found, since),
        left=last if last and not last.took else None,
    )


def reasons_told(found: Differing) -> list[str]:
    """Why the task is divided as it is: the law alone where it leaves AI less, else the reason of
    whoever chose, else all that leaves AI no more."""
    task = found.task
    law = found.difference.ground is Ground.LAW
    if task.overruled and task.move and not law:
        return [f"“{task.move.why}”"]
    reasons = [one for one in task.suggestion.reasons if one.source is Source.LAW]
    return [worded(one) for one in (reasons if law else task.suggestion.binding)]


def rows_told(found: Differing) -> list[Row]:
    """What taking over changes."""
    return [
        (where_words(step.where), *each)
        for step in found.difference.steps
        for each in told(step.now, step.then, names={})
    ]


def where_words(where: Where) -> str:
    """What would change."""
    return _("The process, at once") if where is Where.PROCESS else stage_name(where)


def _gathered(rows: list[Row]) -> list[tuple[str, str, str]]:
    """What changes alike in several places, told once."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for where, *same in rows:
        what, now, then = same
        places.setdefault((what, now, then), []).append(where)
    return [
        (f"{' · '.join(where)}: {what}", now, then) for (what, now, then), where in places.items()
    ]


def _said(found: Differing, since: datetime) -> list[tuple[Change, str]]:
    if found.difference.ground is Ground.PLANNED:
        return []
    said = changes_since(found.task.task, since)
    return [(one, str(EVENTS[one.event].name)) for one in said]
