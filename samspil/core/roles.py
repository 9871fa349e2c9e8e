"""Who may do what: one table, as data."""

from collections.abc import Iterable
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What a colleague answers for."""

    OWNER = "owner"
    LEADER = "leader"
    PROCESS_OWNER = "process_owner"
    REVIEWER = "reviewer"
    EMPLOYEE = "employee"
    HR = "hr"
    DATA_PROTECTION = "data_protection"
    STAFF_REPRESENTATIVE = "staff_representative"
    OPERATOR = "operator"
    ADVISER = "adviser"


class Action(StrEnum):
    """What a colleague may want to do."""

    SEE_TODAY = "see_today"
    SEE_CASES = "see_cases"
    DECIDE_CASES = "decide_cases"
    REASSIGN_CASES = "reassign_cases"
    IMPORT_MESSAGES = "import_messages"
    SEE_PROCESSES = "see_processes"
    CHANGE_PROCESSES = "change_processes"
    STOP_PROCESSES = "stop_processes"
    STOP_EVERYTHING = "stop_everything"
    ASK = "ask"
    KEEP_DOCUMENTS = "keep_documents"
    SEE_JOURNAL = "see_journal"
    MAKE_TOKENS = "make_tokens"
    MANAGE_PEOPLE = "manage_people"
    CHANGE_ORGANISATION = "change_organisation"
    FORGET_PEOPLE = "forget_people"
    GOVERN_MODELS = "govern_models"
    SEE_WHAT_AI_DECIDES = "see_what_ai_decides"
    GOVERN_USES = "govern_uses"
    WRITE_GUIDELINES = "write_guidelines"
    SEE_READERS = "see_readers"
    KEEP_TIME = "keep_time"
    ALLOCATE_WORK = "allocate_work"


WORDS = {
    Action.SEE_TODAY: "see what waits today",
    Action.SEE_CASES: "see cases",
    Action.DECIDE_CASES: "decide cases",
    Action.REASSIGN_CASES: "take cases of other teams",
    Action.IMPORT_MESSAGES: "bring in messages",
    Action.SEE_PROCESSES: "see processes",
    Action.CHANGE_PROCESSES: "change processes",
    Action.STOP_PROCESSES: "stop AI in a process",
    Action.STOP_EVERYTHING: "stop AI everywhere",
    Action.ASK: "ask questions",
    Action.KEEP_DOCUMENTS: "bring in and change documents",
    Action.SEE_JOURNAL: "read the journal",
    Action.MAKE_TOKENS: "hand out tokens",
    Action.MANAGE_PEOPLE: "take on and change colleagues",
    Action.CHANGE_ORGANISATION: "change the organisation",
    Action.FORGET_PEOPLE: "have AI forget what a person wrote",
    Action.GOVERN_MODELS: "say what may go to language models",
    Action.SEE_WHAT_AI_DECIDES: "see what AI decides, in figures that name nobody",
    Action.GOVERN_USES: "take on what class a use of AI is",
    Action.WRITE_GUIDELINES: "write guidelines for colleagues",
    Action.SEE_READERS: "see who has read the guidelines",
    Action.KEEP_TIME: "say how long data is kept",
    Action.ALLOCATE_WORK: "say how work is shared out, and what is tried",
}
"""What each action is, in English; translations use the same words as their key."""


class NotAllowed(PermissionError):
    """The colleague's roles do not cover this; the message is fit to show to a person."""


_EVERYONE = frozenset({Action.SEE_TODAY, Action.SEE_PROCESSES, Action.ASK})
_WORKS = frozenset({Action.SEE_CASES, Action.DECIDE_CASES, Action.STOP_PROCESSES})
_LEADS = _WORKS | {
    Action.REASSIGN_CASES,
    Action.IMPORT_MESSAGES,
    Action.CHANGE_PROCESSES,
    Action.KEEP_DOCUMENTS,
    Action.ALLOCATE_WORK,
}

MAY = MappingProxyType(
    {
        Role.OWNER: frozenset(Action),
        Role.LEADER: _EVERYONE
        | _LEADS
        | {
            Action.STOP_EVERYTHING,
            Action.MANAGE_PEOPLE,
            Action.GOVERN_USES,
            Action.SEE_WHAT_AI_DECIDES,
            Action.WRITE_GUIDELINES,
        },
        Role.PROCESS_OWNER: _EVERYONE | _LEADS,
        Role.REVIEWER: _EVERYONE | _WORKS,
        Role.EMPLOYEE: _EVERYONE,
        Role.HR: _EVERYONE
        | {
            Action.KEEP_DOCUMENTS,
            Action.WRITE_GUIDELINES,
            Action.SEE_READERS,
            Action.ALLOCATE_WORK,
        },
        Role.DATA_PROTECTION: _EVERYONE
        | {
            Action.SEE_JOURNAL,
            Action.STOP_PROCESSES,
            Action.STOP_EVERYTHING,
            Action.FORGET_PEOPLE,
            Action.GOVERN_MODELS,
            Action.SEE_WHAT_AI_DECIDES,
            Action.GOVERN_USES,
            Action.WRITE_GUIDELINES,
            Action.KEEP_TIME,
        },
        Role.STAFF_REPRESENTATIVE: _EVERYONE | {Action.SEE_WHAT_AI_DECIDES},
        Role.OPERATOR: _EVERYONE
        | {Action.IMPORT_MESSAGES, Action.MAKE_TOKENS, Action.STOP_EVERYTHING},
        Role.ADVISER: _EVERYONE | {Action.CHANGE_PROCESSES, Action.ALLOCATE_WORK},
    }
)
"""Every role and all it may do; what is not named is forbidden."""


def may(roles: Iterable[Role], action: Action) -> bool:
    """Whether any of the roles covers the action."""
    return any(action in MAY[role] for role in roles)


def role_for(roles: Iterable[Role], action: Action) -> Role | None:
    """As what somebody with these roles does this: the one that covers it and allows least."""
    covering = [role for role in roles if action in MAY[role]]
    return min(covering, key=lambda role: (len(MAY[role]), role), default=None)


def may_give(roles: Iterable[Role], role: Role) -> bool:
    """Whether who has these roles may give or take this one: it allows nothing they may not do."""
    own = frozenset[Action]().union(*(MAY[each] for each in roles))
    return Action.MANAGE_PEOPLE in own and MAY[role] <= own
