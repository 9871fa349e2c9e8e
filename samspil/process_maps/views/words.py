"""Figures of a map, as people say them."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samspil.core.allocation.divisions import WORDS as DIVISIONS
from samspil.core.process_maps.adding_up import Totals
from samspil.core.process_maps.deciding_who import WORDS as GROUNDS
from samspil.core.process_maps.deciding_who import Value
from samspil.process_maps.queries import Charted, Row, Show
from samspil.web.charts import number
from samspil.web.words import exactly, in_hundred, lasting

MINUTE_S = 60
HUNDRED = 100
SHOWN = {
    Show.ALL: gettext_lazy("Time and errors"),
    Show.TIME: gettext_lazy("Work and waiting"),
    Show.ERRORS: gettext_lazy("Errors"),
    Show.AI: gettext_lazy("AI's share"),
    Show.POTENTIAL: gettext_lazy("Potential"),
}
"""What a picture may show."""


def time_words(minutes: float) -> str:
    """How long something takes."""
    return lasting(MINUTE_S * minutes)


def share_words(share: float) -> str:
    """A share, as people say it."""
    return exactly(round(share, 3)) if 0 < share < 1 else in_hundred(share)


def value_words(value: Value, show: Callable[[float], str]) -> tuple[str, str]:
    """A figure, and how it is known: measured, with the guess beside it, or guessed."""
    if value.known is None:
        return "–", ""
    if value.measured is None:
        return show(value.known), _("estimated")
    said = _("measured, n = %(n)s") % {"n": number(value.n)}
    if value.guessed is None:
        return show(value.measured), said
    guess = _("estimated: %(guess)s") % {"guess": show(value.guessed)}
    return show(value.measured), f"{said}; {guess}"


def ai_words(row: Row) -> tuple[str, str]:
    """AI's share of a step; without a note where it is none only since a person does it."""
    share, note = value_words(row.ai_share, share_words)
    said = row.step.ai_share is not None or row.ai_share.measured is not None
    return share, note if said else ""


def visit_words(visits: float | None) -> str:
    """How often a case comes to a step."""
    if visits is None:
        return _("without end")
    if round(visits, 2) == 1:
        return _("once")
    return _("%(n)s times") % {"n": number(round(visits, 2))}


def potential_words(row: Row) -> tuple[str, str]:
    """What AI may do of a step, and what it is expected to save; both empty: not judged yet."""
    if row.task is None:
        return "", ""
    division = _(DIVISIONS[row.task.division])
    if row.saved is None:
        return division, ""
    return division, _("saves %(low)d to %(high)d in 100 minutes, as estimated") % {
        "low": round(HUNDRED * row.saved.low), "high": round(HUNDRED * row.saved.high),
    }  # fmt: skip


def row_words(row: Row) -> dict[str, Any]:
    """A step as a table shows it."""
    division, saved = potential_words(row)
    return {
        "row": row,
        "step": row.step,
        "route": row.who.route.value,
        "ground": _(GROUNDS[row.who.ground]),
        "minutes": value_words(row.minutes, time_words),
        "waiting": value_words(row.waiting, time_words),
        "errors": value_words(row.errors, share_words),
        "ai": ai_words(row),
        "hours": None if row.hours is None else number(round(row.hours, 1)),
        "division": division,
        "saved": saved,
        "visits": visit_words(row.visits),
        "ways": [(way, share_words(way.share)) for way in row.ways],
        "ends": share_words(row.ends) if row.ends else "",
    }


def lead_words(found: Charted) -> str:
    """What a case takes, in a sentence."""
    totals = found.totals
    if not found.rows:
        return _("There is no step on it yet.")
    said = {
        "work": time_words(totals.minutes),
        "wait": time_words(totals.waiting),
        "hands": number(round(totals.hand_overs, 1)),
    }
    if totals.minutes and totals.waiting:
        return (
            _(
                "By what is known, a case takes %(work)s of work and waits %(wait)s; it changes "
                "hands %(hands)s times."
            )
            % said
        )
    if totals.minutes:
        return (
            _(
                "By what is known, a case takes %(work)s of work; it changes hands %(hands)s "
                "times. Nobody has said how long it waits."
            )
            % said
        )
    if totals.waiting:
        return (
            _(
                "By what is known, a case waits %(wait)s; it changes hands %(hands)s times. Nobody "
                "has said how much work it is."
            )
            % said
        )
    return ngettext(
        "%(n)d step. Nobody has said yet how long it takes.",
        "%(n)d steps. Nobody has said yet how long they take.",
        len(found.rows),
    ) % {"n": len(found.rows)}


def totals_words(found: Charted) -> dict[str, Any]:
    """What the map comes to."""
    totals = found.totals
    names = {row.step.pk: row.step.name for row in found.rows}
    return {
        "minutes": time_words(totals.minutes) if totals.minutes else "–",
        "waiting": time_words(totals.waiting) if totals.waiting else "–",
        "no_minutes": [names[key] for key in totals.no_minutes],
        "no_waiting": len(totals.no_waiting),
        "longest": [(names[key], time_words(each)) for key, each in totals.longest],
        "faulty": [(names[key], share_or_times(each)) for key, each in totals.faulty],
        "hand_overs": number(round(totals.hand_overs, 1)),
        "unowned": totals.unowned,
        "ai": None if totals.ai_share is None else share_words(min(1.0, totals.ai_share)),
        "ai_known": share_words(min(1.0, totals.ai_known)),
        "saved": _saved_words(totals),
        "estimated": len(totals.estimated),
        "not_judged": sum(row.task is None for row in found.rows),
        "not_estimated": sum(row.task is not None and row.saved is None for row in found.rows),
    }


def share_or_times(often: float) -> str:
    """How often something goes wrong for a case: of 100 cases, or more than once in each."""
    if often <= 1:
        return _("%(share)s cases") % {"share": share_words(often)}
    return _("%(n)s times a case") % {"n": number(round(often, 1))}


def _saved_words(totals: Totals) -> str:
    if not totals.estimated or not totals.saved.high:
        return ""
    return _("%(low)s to %(high)s less work for a case") % {
        "low": time_words(totals.saved.low), "high": time_words(totals.saved.high),
    }  # fmt: skip


def findings_words(found: Charted) -> list[str]:
    """What stands out in how the map is joined up."""
    names = {row.step.pk: row.step.name for row in found.rows}
    said = []
    if found.walk.unreachable:
        steps = ", ".join(f"“{names[key]}”" for key in found.walk.unreachable)
        said.append(_("No way leads to: %(steps)s.") % {"steps": steps})
    if found.walk.endless:
        steps = ", ".join(f"“{names[key]}”" for key in found.walk.endless)
        said.append(_("From here there is no way to an end: %(steps)s.") % {"steps": steps})
    return said
