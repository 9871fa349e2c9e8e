"""Everything that can be read of people, teams and accounts."""

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
    organisations_of,
    team_ids,
    teams,
)

__all__ = [
    "SYSTEM",
    "Actor",
    "WorkRequest",
    "actor",
    "ai_colleague",
    "check_may",
    "colleague",
    "colleague_of",
    "colleague_of_token",
    "digest",
    "may_do",
    "names",
    "organisations_of",
    "team_ids",
    "teams",
]
