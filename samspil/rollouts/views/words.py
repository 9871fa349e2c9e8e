"""Phases, needs, alarms and reasons, in the reader's language."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samspil.core.pipeline import gates
from samspil.core.pipeline.gates import Missing
from samspil.core.rollouts import alarms, phases, support
from samspil.core.rollouts.alarms import Kind
from samspil.core.rollouts.phases import Need, Phase
from samspil.core.rollouts.plan import Dated
from samspil.core.rollouts.similar import Alike, Because
from samspil.core.rollouts.support import State, Urgency
from samspil.rollouts.models import Alarm, TeamRollout
from samspil.rollouts.queries import Known
from samspil.web.words import between, exactly, in_figures, in_hundred

WHAT_TO_DO: Mapping[Kind, object] = {
    Kind.ACCEPTANCE: gettext_lazy(
        "Ask the change agents what people change most, and teach AI that."
    ),
    Kind.USE: gettext_lazy(
        "Ask what the old way still does better, and mend that before going on."
    ),
    Kind.REQUESTS: gettext_lazy("Read what is asked most, and write one answer for all."),
    Kind.LATE: gettext_lazy(
        "Open the next phase on its facts, or change the plan so that people can rely on it."
    ),
    Kind.TRAINING: gettext_lazy("Offer another day of training, and note who came."),
}


def phase_name(phase: str) -> str:
    """A phase by its name."""
    return _(phases.WORDS[Phase(phase)])


def need_words(need: Need) -> str:
    """What has to be so."""
    return _(phases.WORDS[need])


def urgency_words(urgency: str) -> str:
    """How urgent it is, in the asker's words."""
    return _(support.WORDS[Urgency(urgency)])


def state_words(state: str) -> str:
    """Where a request stands."""
    return _(support.WORDS[State(state)])


def known_words(need: Need, known: Known, place: TeamRollout) -> str:
    """How it is known, or what is known of it; empty where there is nothing to say."""
    if need in known.written:
        said = known.written[need]
        return f"{said.text} ({said.by.name}, {date_format(said.at, 'SHORT_DATE_FORMAT')})"
    if need is Need.TRAINED:
        return trained_words(known)
    if need is Need.TOLD and need in known.held:
        return _("Recorded with what the law asks, or published as a notice.")
    if need is Need.TOOL:
        tool = place.rollout.tool
        return tool.name if tool else _("Nothing is used beside Samspil.")
    if need is Need.AGENTS:
        return ", ".join(one.colleague.name for one in place.agents.all() if one.accepted_at)
    return ""


def trained_words(known: Known) -> str:
    """How many were trained, in steps of five, so that nobody is found among the rest."""
    if Need.TRAINED in known.held:
        return _("Everybody: %(n)d.") % {"n": known.people}
    if not known.people:
        return _("Nobody is in this team.")
    if not known.at_least:
        return _("Fewer than five of %(n)d so far.") % {"n": known.people}
    return _("At least %(many)d of %(n)d so far.") % {"many": known.at_least, "n": known.people}


def way_to(need: Need, place: TeamRollout) -> tuple[str, str]:
    """Where one does something about it: an address, and what it is called; empty for nowhere."""
    initiative = place.rollout.initiative
    here = reverse("rollouts:team", args=[place.public_id])
    if need is Need.TOLD and initiative.process:
        law = reverse("uses:use", args=[initiative.process.public_id])
        return law, _("What the law asks")
    if need is Need.AGENTS:
        return f"{here}#agents", _("Ask somebody")
    if need is Need.TOOL and place.rollout.tool:
        return reverse("tools:tool", args=[place.rollout.tool.public_id]), _("To the tool")
    if need is Need.TRAINED:
        return f"{here}#training", _("Note who came")
    if need is Need.PLACE and initiative.process:
        part = reverse("rollouts:part", args=[place.public_id])
        return part, _("Say which cases it takes")
    if need in (Need.PLACE, Need.SCALED):
        gate = reverse("pipeline:initiative", args=[initiative.public_id])
        return gate, _("To the initiative")
    if need is Need.CALM:
        return f"{here}#alarms", _("To the alarms")
    return "", ""


def place_words(place: TeamRollout) -> str:
    """What to do where the team takes no cases of the process."""
    process = place.rollout.initiative.process
    if process is None:
        return _("The initiative names no process yet: name one in its plan.")
    return _(
        "%(team)s takes no cases of %(process)s. Say which level of cases it is to take, or begin "
        "an initiative for the process it works in."
    ) % {"team": place.team.name, "process": process.name}


def gate_words(lacks: Sequence[Missing]) -> list[str]:
    """What the initiative's gate to scaling waits for."""
    return [_(gates.WORDS[one.need]).format(have=one.have, want=one.want) for one in lacks]


def alarm_words(alarm: Alarm) -> str:
    """What is off, with its figures."""
    said = _(alarms.WORDS[Kind(alarm.kind)])
    figures = figures_words(Kind(alarm.kind), alarm.figures)
    return f"{said}: {figures}" if figures else f"{said}."


def figures_words(kind: Kind, figures: Mapping[str, float]) -> str:
    """The numbers of an alarm, as a sentence."""
    if kind in alarms.SHARES:
        return _("%(value)s (%(lies)s), of %(n)d cases; planned by then: %(planned)s.") % {
            "value": in_hundred(figures["value"]),
            "lies": between(figures["low"], figures["high"]),
            "n": figures["n"],
            "planned": exactly(figures["planned"]),
        }
    if kind is Kind.REQUESTS:
        return _("%(n)d last week; by chance it is hardly ever more than %(limit)s.") % {
            "n": figures["count"], "limit": in_figures(figures["limit"]),
        }  # fmt: skip
    if kind is Kind.LATE:
        days = int(figures["days"])
        words = ngettext(
            "by %(n)d working day; %(allowed)d are allowed.",
            "by %(n)d working days; %(allowed)d are allowed.",
            days,
        )
        return words % {"n": days, "allowed": figures["allowed"]}
    return ""


def what_to_do(alarm: Alarm) -> str:
    """What one may do about it."""
    return str(WHAT_TO_DO[Kind(alarm.kind)])


def dated_words(one: Dated) -> str:
    """When a phase is or was, in the fewest words."""
    first, last = one.expected
    days = f"{_short(one.began or first)} – {_short(one.ended or last)}"
    if one.ended:
        return days
    if one.late:
        late = ngettext("%(n)d working day late", "%(n)d working days late", one.late)
        return f"{_short(one.began or first)} – …, {late % {'n': one.late}}"
    return days if one.began else _("planned: %(days)s") % {"days": days}


def reason_words(why: Alike) -> str:
    """Why a task is like another, with what is the same quoted."""
    if why.because is Because.LIBRARY:
        return _("It is the same task of the ready library.")
    said = ", ".join(f"“{one}”" for one in why.said)
    if why.because is Because.WORDS:
        return _("Both are about %(words)s.") % {"words": said}
    return _("The same system is used: %(words)s.") % {"words": said}


def _short(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
