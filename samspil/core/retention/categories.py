"""Kinds of data that are kept for a while."""

from enum import StrEnum


class Category(StrEnum):
    """A kind of data that one rule says how long to keep."""

    CUSTOMERS = "customers"
    EMPLOYEES = "employees"
    EXAMPLES = "examples"
    QUESTIONS = "questions"
    CHATS = "chats"
    SUMMARIES = "summaries"
    REMOVED = "removed"
    MAIL_MARKS = "mail_marks"
    LOOKED_AT = "looked_at"
    IMPORTS = "imports"
    ROUNDS = "rounds"
    GAPS = "gaps"
    OUTCOMES = "outcomes"
    AUDITS = "audits"
    SUPPORT = "support"
    WORKSHOPS = "workshops"
    READINESS = "readiness"
    INTERVIEWS = "interviews"
    EVENT_LOGS = "event_logs"
    NOTICES = "notices"
    BATCHES = "batches"
    ABSENCES = "absences"
    TRAININGS = "trainings"
    ACCESS = "access"
    PACKS = "packs"
    INCIDENTS = "incidents"
    HOLDS = "holds"
    PAPERS = "papers"
    REPORTS = "reports"
    CALLS = "calls"
    CONSENTS = "consents"
    JOURNAL = "journal"


WORDS = {
    Category.CUSTOMERS: "Closed cases of customers",
    Category.EMPLOYEES: "Closed cases of employees",
    Category.EXAMPLES: "Examples that AI learned from",
    Category.QUESTIONS: "Questions asked of documents",
    Category.CHATS: "Chats",
    Category.SUMMARIES: "Summaries and minutes",
    Category.REMOVED: "What people removed",
    Category.MAIL_MARKS: "Marks of mails that were erased",
    Category.LOOKED_AT: "Files somebody only looked at",
    Category.IMPORTS: "Reports on files brought in",
    Category.ROUNDS: "Rounds through sources of documents",
    Category.GAPS: "Requests to close a gap",
    Category.OUTCOMES: "Outcomes of decisions by group",
    Category.AUDITS: "What people said takes their time",
    Category.SUPPORT: "Requests for help in rollouts",
    Category.WORKSHOPS: "Who sits in workshops that nobody ended",
    Category.READINESS: "Answers in rounds on readiness that nothing ended",
    Category.INTERVIEWS: "Interviews about working with AI",
    Category.EVENT_LOGS: "What event logs showed",
    Category.NOTICES: "Notices to colleagues",
    Category.BATCHES: "Lists of what was done to many cases",
    Category.ABSENCES: "Absences",
    Category.TRAININGS: "Trainings and readings of those who left",
    Category.ACCESS: "Register of requests for access and erasure",
    Category.PACKS: "Packs for those who asked for access",
    Category.INCIDENTS: "Incidents that were closed",
    Category.HOLDS: "Holds that ended",
    Category.PAPERS: "Papers kept as they stood",
    Category.REPORTS: "Reports on what was deleted",
    Category.CALLS: "Log of calls to language models",
    Category.CONSENTS: "Consents to be named",
    Category.JOURNAL: "The journal",
}
"""What each is called, in English; translations use the same words as their key."""


class Since(StrEnum):
    """From when the days count."""

    CLOSED = "closed"
    ADDED = "added"
    ASKED = "asked"
    LAST_TURN = "last_turn"
    ORDERED = "ordered"
    REMOVED = "removed"
    ENDED = "ended"
    SEEN = "seen"
    LEFT = "left"
    ANSWERED = "answered"
    WRITTEN = "written"


class Then(StrEnum):
    """What happens when the time is over."""

    EMPTIED = "emptied"
    DELETED = "deleted"
    STAYS = "stays"


class Certainty(StrEnum):
    """How sure it is that the period is right: law, an authority's practice, or our choice."""

    LAW = "law"
    PRACTICE = "practice"
    OURS = "ours"


class Country(StrEnum):
    """Whose rules hold; `EU` are those that hold everywhere else."""

    DK = "DK"
    DE = "DE"
    EU = "EU"


ZONES = {"Europe/Copenhagen": Country.DK, "Europe/Berlin": Country.DE}


def country_of(zone: str) -> Country:
    """The country whose rules hold for an organisation of this time zone."""
    return ZONES.get(zone, Country.EU)
