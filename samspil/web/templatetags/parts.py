"""The parts as template tags: `{% load parts %}`. Each is shown in every state at /style/."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_lazy, pgettext_lazy

from samspil.core.organisation_models.contract import Route
from samspil.core.skill import Evidence, Ground
from samspil.web import difference, words
from samspil.web.evidence import Piece, by_gravity, pieces
from samspil.web.pages import toasts_of
from samspil.web.parts import Kind

register = template.Library()

ROUTES = {
    Route.ALONE: (gettext_lazy("AI alone"), gettext_lazy("AI finishes this by itself.")),
    Route.TOGETHER: (gettext_lazy("Together"), gettext_lazy("AI proposes and a person decides.")),
    Route.PERSON: (pgettext_lazy("who has it", "Person"), gettext_lazy("A person does this.")),
}
GROUNDS = {
    Ground.TOPIC: gettext_lazy("says what it is about"),
    Ground.URGENT: gettext_lazy("says that it is urgent"),
    Ground.DISSATISFIED: gettext_lazy("says that the customer is dissatisfied"),
    Ground.VULNERABLE: gettext_lazy("says that the customer may be in a hard place"),
    Ground.WANTS_PERSON: gettext_lazy("asks for a person"),
}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A Lucide icon; without a label it is decoration beside a word."""
    return _drawn(name, str(label))


@lru_cache(maxsize=1_000)
def _drawn(name: str, label: str) -> SafeString:
    """Lists draw the same few icons many times on each page."""
    drawing = format_html('<use href="{}#{}"/></svg>', static("web/vendor/lucide/icons.svg"), name)
    if label:
        return format_html('<svg class="icon" role="img" aria-label="{}">{}', label, drawing)
    return format_html('<svg class="icon" aria-hidden="true" focusable="false">{}', drawing)


@register.simple_tag
def unchanging(template_name: str) -> SafeString:
    """A template that asks for nothing and so says the same on every page, in each language."""
    return _unchanging(template_name, get_language() or "")


@lru_cache(maxsize=100)
def _unchanging(template_name: str, _language: str) -> SafeString:
    """Every page has the same head and the same dialog of keys."""
    return render_to_string(template_name)


@register.simple_tag
def route_chip(route: str) -> SafeString:
    """Who has it: shape, colour and word. An unknown route raises `ValueError`."""
    return _route_chip(Route(route), get_language() or "")


@lru_cache(maxsize=100)
def _route_chip(route: Route, language: str) -> SafeString:
    """Lists show the same three many times on each page, in the reader's language."""
    label, meaning = ROUTES[route]
    given = {"route": route, "label": label, "meaning": meaning}
    return render_to_string("web/parts/route_chip.html", given)


@register.inclusion_tag("web/parts/confidence.html")
def confidence(
    value: float, n: int | None = None, low: float | None = None, high: float | None = None
) -> dict[str, Any]:
    """A share from 0 to 1 in words with a dot; with `low` and `high` also its interval."""
    interval = words.between(low, high) if low is not None and high is not None else ""
    return {
        "words": words.in_hundred(value),
        "interval": interval,
        "n": n,
        "dot": _percent(value),
        "low": _percent(low) if low is not None else "",
        "high": _percent(high) if high is not None else "",
    }


@register.simple_tag
def evidence_text(text: str, evidence: Sequence[Evidence], language: str = "") -> SafeString:
    """The original text with the passages that count marked; everything is escaped."""
    marked = format_html_join("", "{}", ((_piece(each),) for each in pieces(text, evidence)))
    if language:
        return format_html('<div class="original" lang="{}">{}</div>', language, marked)
    return format_html('<div class="original">{}</div>', marked)


@register.inclusion_tag("web/parts/evidence_legend.html")
def evidence_legend(evidence: Sequence[Evidence]) -> dict[str, Any]:
    """What the marks in the text mean, for the grounds that occur in it."""
    present = by_gravity(passage.ground for passage in evidence)
    return {"grounds": [(ground, GROUNDS[ground]) for ground in present]}


@register.inclusion_tag("web/parts/reason_line.html")
def reason_line(text: str) -> dict[str, Any]:
    """Why someone has the case, as one sentence."""
    return {"text": text}


@register.simple_tag
def deadline_chip(due: datetime | None, now: datetime) -> SafeString:
    """Late, due soon or due later; None says that there is no deadline."""
    if due is None:
        return format_html('<span class="chip due is-none">{}</span>', gettext("no deadline"))
    there = timezone.localtime(due)
    return _due_chip(there, words.due_words(there, now), get_language() or "", there.utcoffset())


@lru_cache(maxsize=2_000)
def _due_chip(
    due: datetime, said: words.DueWords, _language: str, _ahead: timedelta | None
) -> SafeString:
    """Lists are looked at again and again; two zones may show one instant as two times."""
    return format_html(
        '<time class="chip due is-{}" datetime="{}" title="{}">{}{}</time>',
        said.state,
        due.astimezone(UTC).isoformat(),
        date_format(due, "DATETIME_FORMAT"),
        icon("clock-alert" if said.state is words.Due.LATE else "clock"),
        said.words,
    )


@register.inclusion_tag("web/parts/avatar.html")
def avatar(kind: str, name: str) -> dict[str, Any]:
    """A small picture: a person's initials; AI and rules have a sign, never a face."""
    return {"kind": Kind(kind), "name": name, "initials": words.initials(name), "alone": True}


@register.inclusion_tag("web/parts/avatar.html")
def colleague(kind: str, name: str) -> dict[str, Any]:
    """The small picture with the name beside it."""
    return {"kind": Kind(kind), "name": name, "initials": words.initials(name), "alone": False}


@register.inclusion_tag("web/parts/ai_mark.html")
def ai_mark(approved_by: str = "", *, alone: bool = False) -> dict[str, Any]:
    """ "AI draft" until a named person approves it, then who did; or that AI sent it `alone`."""
    return {"approved_by": approved_by, "alone": alone}


@register.simple_tag
def diff(old: str, new: str) -> SafeString:
    """The new text with what was added and removed, word by word."""
    rows = ((_change(change),) for change in difference.changes(old, new))
    return format_html('<div class="original diff">{}</div>', format_html_join("", "{}", rows))


@register.inclusion_tag("web/parts/toasts.html", takes_context=True)
def toasts(context: Context) -> dict[str, Any]:
    """The region at the bottom left where passing words appear."""
    request = context.get("request")
    return {"toasts": toasts_of(request), "csrf_token": context.get("csrf_token", "")}


def _percent(share: float) -> str:
    words.check_share(share)
    return f"{share * 100:.1f}%"


def _piece(piece: Piece) -> SafeString:
    if not piece.grounds:
        return format_html("{}", piece.text)
    meaning = ", ".join(str(GROUNDS[ground]) for ground in piece.grounds)
    names = " ".join(f"is-{ground}" for ground in piece.grounds)
    return format_html(
        '<mark class="{} {}" title="{}"><span class="heard">[{}: </span>{}'
        '<span class="heard">]</span></mark>',
        f"lead-{piece.grounds[0]}",
        names,
        meaning,
        meaning,
        piece.text,
    )


def _change(change: difference.Change) -> SafeString:
    if change.kept:
        return format_html("{}", change.added)
    gone, come = gettext("removed:"), gettext("added:")
    removed = _edit("del", gone, change.removed) if change.removed else ""
    added = _edit("ins", come, change.added) if change.added else ""
    return format_html("{}{}", removed, added)


def _edit(element: str, word: str, text: str) -> SafeString:
    return format_html(
        '<{0}><span class="heard">{1} </span>{2}</{0}>', SafeString(element), word, text
    )
