"""What is said of incidents, in the reader's language."""

from collections.abc import Iterable

from django.utils.translation import gettext

from samspil.core.anonymity import told
from samspil.core.incidents import WORDS, Breach, Duty, Harm, Severity, severity_of
from samspil.trust.models import Concerned, Incident
from samspil.web.words import short_day


def severity_words(severity: Severity) -> str:
    """How grave it is."""
    return gettext(WORDS[severity])


def breach_words(breach: Breach) -> str:
    """What it means for those whose data it is."""
    return gettext(WORDS[breach])


def harm_words(harm: Harm) -> str:
    """What makes it serious."""
    return gettext(WORDS[harm])


def duty_words(duty: Duty) -> str:
    """Who has to be told."""
    return gettext(WORDS[duty])


def concerned_words(concerns: Iterable[str]) -> str:
    """Whose matter it is."""
    return ", ".join(str(Concerned(one).label) for one in concerns)


def naming_nobody(incident: Incident) -> str:
    """An incident in sentences from which nobody can be recognised: none of its free text."""
    said = gettext("On %(at)s an incident was noticed (%(severity)s).") % {
        "at": short_day(incident.noticed_at),
        "severity": severity_words(severity_of(incident.facts)),
    }  # fmt: skip
    if incident.concerns:
        whose = concerned_words(incident.concerns)
        said += " " + gettext("It concerned %(whose)s.") % {"whose": whose}
    if incident.number is not None:
        n = told(incident.number)
        said += " " + (
            gettext("Fewer than five people were affected.") if n is None
            else gettext("Affected people: %(n)d.") % {"n": n}
        )  # fmt: skip
    if incident.closed_at is None:
        return said + " " + gettext("It is still open.")
    return said + " " + gettext("It was closed on %(at)s.") % {"at": short_day(incident.closed_at)}
