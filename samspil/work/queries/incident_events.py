"""What is said of events about what went wrong."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspil.core.incidents import WORDS, Duty, Severity
from samspil.journal.models import Entry
from samspil.work.queries.event_kinds import Event, Names


def _judged(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    severity = facts.get("severity")
    if severity not in list(Severity):
        return gettext("A person judged an incident.")
    said = gettext(WORDS[Severity(severity)])
    return gettext("A person judged an incident: %(severity)s.") % {"severity": said}


def _told(entry: Entry, facts: Mapping[str, Any], known: Names) -> str:
    duty = facts.get("duty")
    if duty not in list(Duty):
        return gettext("Somebody was told of an incident.")
    what = gettext(WORDS[Duty(duty)])
    return gettext("Done about an incident: %(what)s.") % {"what": what}


OF_INCIDENTS: Mapping[str, Event] = {
    "incident_reported": Event(
        _("Incident reported"), "triangle-alert", _("Somebody reported that something went wrong.")
    ),
    "incident_judged": Event(_("Incident judged"), "scale", _judged),
    "incident_told": Event(_("Told of an incident"), "send", _told),
    "incident_step": Event(
        _("Done about an incident"), "check", _("What was done about an incident was put down.")
    ),
    "incident_closed": Event(
        _("Incident closed"), "circle-check", _("An incident was closed with what was learned.")
    ),
    "incident_dismissed": Event(
        _("No incident"), "x", _("A person looked at what happened: it was no incident.")
    ),
}
