"""The rooms of the rail: where each leads, who sees it, and below which other it stands."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from samspil.core.roles import Action

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A place in the rail; only whoever may take `action` sees it.

    With a `parent` (the address of another room that the reader may open) it stands below that one.
    `key` leads there from everywhere; there are fewer letters than rooms, so those seldom opened
    have none.
    """

    label: "StrOrPromise"
    address: str
    icon: str
    action: Action
    key: str = ""
    parent: str = ""


SETTINGS = "settings_room"


def _of_work(label: "StrOrPromise", address: str, *, icon: str) -> Room:
    """A room below processes, for everybody who sees those."""
    return Room(
        label=label, address=address, icon=icon, action=Action.SEE_PROCESSES,
        parent="work:processes",
    )  # fmt: skip


ROOMS = (
    Room(label=_("Today"), address="today:today", icon="sun", key="g t", action=Action.SEE_TODAY),
    Room(label=_("Work"), address="review:queue", icon="inbox", key="g w", action=Action.SEE_CASES),
    Room(
        label=_("Roster"),
        address="roster:roster",
        icon="users",
        key="g r",
        action=Action.SEE_CASES,
        parent="people:people",
    ),
    Room(
        label=_("People"),
        address="people:people",
        icon="user",
        key="g c",
        action=Action.MANAGE_PEOPLE,
    ),
    Room(
        label=_("Who does what"),
        address="work:processes",
        icon="route",
        key="g p",
        action=Action.SEE_PROCESSES,
    ),
    Room(label=_("Ask"), address="knowledge:ask", icon="book-open", key="g k", action=Action.ASK),
    Room(
        label=_("Chat"),
        address="chat:rooms",
        icon="message-square",
        key="g m",
        action=Action.ASK,
        parent="knowledge:ask",
    ),
    Room(
        label=_("AI tools"),
        address="tools:tools",
        icon="shield-check",
        key="g v",
        action=Action.ASK,
        parent="knowledge:ask",
    ),
    Room(
        label=_("Guidelines"),
        address="guidelines:guidelines",
        icon="book-open",
        key="g z",
        action=Action.ASK,
        parent="knowledge:ask",
    ),
    Room(
        label=_("Summaries"),
        address="summaries:summaries",
        icon="file-text",
        key="g y",
        action=Action.ASK,
        parent="knowledge:ask",
    ),
    Room(
        label=_("What is missing"),
        address="gaps:map",
        icon="scan-search",
        key="g q",
        action=Action.KEEP_DOCUMENTS,
        parent="knowledge:ask",
    ),
    Room(
        label=_("Skills"),
        address="teaching:skills",
        icon="graduation-cap",
        key="g s",
        action=Action.SEE_PROCESSES,
    ),
    Room(
        label=_("Bring in messages"),
        address="inbox:import",
        icon="upload",
        key="g i",
        action=Action.IMPORT_MESSAGES,
        parent=SETTINGS,
    ),
    Room(
        label=_("Chats"),
        address="chats:chats",
        icon="message-square",
        key="g b",
        action=Action.CHANGE_PROCESSES,
        parent=SETTINGS,
    ),
    Room(
        label=_("Who is away"),
        address="settings:absences",
        icon="calendar",
        key="g a",
        action=Action.SEE_CASES,
        parent=SETTINGS,
    ),
    Room(
        label=_("Opening hours"),
        address="settings:hours",
        icon="clock",
        key="g h",
        action=Action.CHANGE_PROCESSES,
        parent=SETTINGS,
    ),
    Room(
        label=_("Event logs"),
        address="eventlogs:logs",
        icon="chart-line",
        action=Action.SEE_PROCESSES,
        parent="work:processes",
    ),
    Room(
        label=_("What AI is used for"),
        address="uses:uses",
        icon="scale",
        action=Action.SEE_PROCESSES,
        parent="work:processes",
    ),
    Room(
        label=_("Reviews of AI"),
        address="reviews:reviews",
        icon="scan-search",
        key="g n",
        action=Action.SEE_WHAT_AI_DECIDES,
        parent="work:processes",
    ),
    Room(
        label=_("Is AI fair?"),
        address="fairness:overview",
        icon="scale",
        key="g g",
        action=Action.SEE_PROCESSES,
        parent="work:processes",
    ),
    Room(
        label=_("Who does which task"),
        address="allocation:matrix",
        icon="users",
        action=Action.SEE_PROCESSES,
        parent="work:processes",
    ),
    Room(
        label=_("Process maps"),
        address="process_maps:maps",
        icon="route",
        action=Action.SEE_PROCESSES,
        parent="work:processes",
    ),
    Room(
        label=_("Initiatives"),
        address="pipeline:board",
        icon="flag",
        action=Action.SEE_PROCESSES,
        parent="work:processes",
    ),
    Room(
        label=_("Compare options"),
        address="scenarios:comparisons",
        icon="scale",
        action=Action.ALLOCATE_WORK,
        parent="work:processes",
    ),
    Room(
        label=_("Budget"),
        address="scenarios:budgets",
        icon="table-2",
        action=Action.ALLOCATE_WORK,
        parent="work:processes",
    ),
    Room(
        label=_("Rollouts"),
        address="rollouts:board",
        icon="forward",
        action=Action.SEE_PROCESSES,
        parent="work:processes",
    ),
    _of_work(_("Readiness"), "readiness:overview", icon="target"),
    _of_work(_("Workshops"), "workshops:workshops", icon="lightbulb"),
    _of_work(_("Parallel runs"), "parallel_runs:runs", icon="route"),
    Room(
        label=_("Before AI and since"),
        address="measures:overview",
        icon="clock",
        action=Action.SEE_PROCESSES,
        parent="work:processes",
    ),
    _of_work(_("What takes time"), "audit:rounds", icon="clock"),
    Room(
        label=_("Incidents"),
        address="incidents:incidents",
        icon="triangle-alert",
        action=Action.GOVERN_USES,
        parent="work:processes",
    ),
    Room(
        label=_("Journal"),
        address="trust:journal",
        icon="history",
        key="g j",
        action=Action.SEE_JOURNAL,
    ),
    Room(
        label=_("What AI decides"),
        address="rights:what_ai_decides",
        icon="scale",
        key="g x",
        action=Action.SEE_WHAT_AI_DECIDES,
    ),
    Room(
        label=_("Requests for access"),
        address="rights:access",
        icon="shield-check",
        key="g f",
        action=Action.FORGET_PEOPLE,
        parent=SETTINGS,
    ),
    Room(
        label=_("Requests for erasure"),
        address="rights:erasures",
        icon="trash-2",
        action=Action.FORGET_PEOPLE,
        parent=SETTINGS,
    ),
    Room(
        label=_("How long data is kept"),
        address="retention:retention",
        icon="clock",
        action=Action.KEEP_TIME,
        parent=SETTINGS,
    ),
    Room(
        label=_("Settings"),
        address=SETTINGS,
        icon="sliders-horizontal",
        key="g u",
        action=Action.SEE_TODAY,
    ),
    Room(
        label=_("Organisation"),
        address="organisation",
        icon="building-2",
        key="g o",
        action=Action.CHANGE_ORGANISATION,
        parent=SETTINGS,
    ),
    Room(
        label=_("Teams"),
        address="roster:teams",
        icon="users",
        key="g e",
        action=Action.MANAGE_PEOPLE,
        parent=SETTINGS,
    ),
    Room(
        label=_("Language models"),
        address="models:models",
        icon="monitor",
        key="g l",
        action=Action.GOVERN_MODELS,
        parent=SETTINGS,
    ),
    Room(
        label=_("Sample data"),
        address="founding:sample",
        icon="lightbulb",
        key="g d",
        action=Action.CHANGE_ORGANISATION,
        parent=SETTINGS,
    ),
)
