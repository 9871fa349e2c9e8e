"""Everything that can be read of the roster."""

from samspil.roster.queries.everybody import (
    LATELY,
    AiColleague,
    Person,
    TeamLoad,
    ai_colleagues,
    ai_names,
    held_cases,
    people_page,
    reassignment_at,
    team_loads,
)
from samspil.roster.queries.mandates import AiPage, Duty, Load, ai_page
from samspil.roster.queries.quality import MONTHS, Judged, judged_by_version

__all__ = [
    "LATELY",
    "MONTHS",
    "AiColleague",
    "AiPage",
    "Duty",
    "Judged",
    "Load",
    "Person",
    "TeamLoad",
    "ai_colleagues",
    "ai_names",
    "ai_page",
    "held_cases",
    "judged_by_version",
    "people_page",
    "reassignment_at",
    "team_loads",
]
