"""Everything that can be read of people, teams and accounts."""

from samspil.people.queries.absences import absence, absences, away, day_of, people
from samspil.people.queries.colleagues import (
    SYSTEM,
    Actor,
    WorkRequest,
    actor,
    ai_colleague,
    check_may,
    colleague,
    colleague_of,
    colleague_of_token,
    digest,
    may_do,
    names,
    organisation_of,
    organisations_of,
    team_ids,
    teams,
)
from samspil.people.queries.roster import Roster, roster

__all__ = [
    "SYSTEM",
    "Actor",
    "Roster",
    "WorkRequest",
    "absence",
    "absences",
    "actor",
    "ai_colleague",
    "away",
    "check_may",
    "colleague",
    "colleague_of",
    "colleague_of_token",
    "day_of",
    "digest",
    "may_do",
    "names",
    "organisation_of",
    "organisations_of",
    "people",
    "roster",
    "team_ids",
    "teams",
]
