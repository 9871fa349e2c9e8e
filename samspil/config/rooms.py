"""The settings: every page that says how things are set, in one place."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samspil.config.navigation import ROOMS, SETTINGS
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.web.pages import page

ABOUT = {
    "organisation": _("Name, language and time zone."),
    "roster:teams": _("Who is in which team."),
    "settings:hours": _("When deadlines run, and public holidays."),
    "settings:absences": _("Days away, and who stands in."),
    "chats:chats": _("Where colleagues or strangers ask AI, and a person takes over."),
    "inbox:import": _("A file of messages, or a single one to try."),
    "models:models": _("Which may be asked, what may go there, and what did."),
    "founding:sample": _("Made-up cases to look at, and to remove again."),
}
"""What each page is for."""


@require_safe
def settings_room(request: WorkRequest) -> HttpResponse:
    """Every settings page that the reader may open."""
    colleague = check_may(request.colleague, Action.SEE_TODAY)
    rooms = [
        (room, reverse(room.address), ABOUT.get(room.address, ""))
        for room in ROOMS
        if room.parent == SETTINGS and may_do(colleague, room.action)
    ]
    return page(request, "web/settings.html", {"rooms": rooms})
