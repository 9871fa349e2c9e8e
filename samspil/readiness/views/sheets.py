"""One's own answers: sixteen statements on one page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.readiness.answers import SCALE, UNKNOWN, WORDS
from samspil.core.readiness.statements import STATEMENTS, Area, Statement, statements_of
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest
from samspil.readiness import actions, queries
from samspil.readiness.access import check_may_see
from samspil.readiness.actions import NotNow, NotReady, UnfitAnswers
from samspil.readiness.forms import answers_in
from samspil.readiness.models import Round
from samspil.readiness.views.finding import round_here
from samspil.readiness.views.words import name_of
from samspil.web.pages import page, toast, toast_problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A statement as it is asked: `options` are the value, its short sign, what it means in words
    where the sign alone does not say it, and whether it is chosen; `said` is what was."""

    key: str
    words: str
    options: list[tuple[int, str, str, bool]]
    missing: bool
    said: str


@require_safe
def mine(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One's own answers, to give, to change, or to look at."""
    return _show(request, round_here(public_id), check_may_see(request.colleague))


@require_POST
def keep(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Keep what was answered so far, as a draft."""
    colleague = check_may_see(request.colleague)
    found = round_here(public_id)
    try:
        sheet = actions.keep_answers(
            found, answers_in(request.POST), by=colleague, at=timezone.now()
        )  # fmt: skip
    except (NotNow, UnfitAnswers) as why:
        if request.headers.get("HX-Request"):
            return page(request, "readiness/kept.html", {"wrong": _words(why)})
        return _not_kept(request, found, why)
    if request.headers.get("HX-Request"):
        return page(request, "readiness/kept.html", _counted(sheet.answers))
    toast(request, _("Kept. Hand in when every statement has an answer."))
    return redirect("readiness:mine", public_id=public_id)


@require_POST
def hand_in(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Keep what was answered, and hand it in; or show what is missing."""
    colleague = check_may_see(request.colleague)
    found = round_here(public_id)
    now = timezone.now()
    try:
        actions.keep_answers(found, answers_in(request.POST), by=colleague, at=now)
        actions.hand_in(found, by=colleague, at=now)
    except NotReady as why:
        missing = {one.key for one in why.left}
        return _show(request, found, colleague, missing=missing, wrong=str(why), status=422)
    except (NotNow, UnfitAnswers) as why:
        return _not_kept(request, found, why)
    undo = reverse("readiness:take_back", args=[public_id])
    toast(request, _("Handed in. Thank you."), undo=undo)
    return redirect("readiness:mine", public_id=public_id)


@require_POST
def take_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Make it a draft again."""
    colleague = check_may_see(request.colleague)
    try:
        actions.take_back(round_here(public_id), by=colleague, at=timezone.now())
    except NotNow as why:
        toast_problem(request, str(why))
    return redirect("readiness:mine", public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Delete one's answers; asked first, since it cannot be undone."""
    colleague = check_may_see(request.colleague)
    found = round_here(public_id)
    if request.method != "POST":
        return page(request, "readiness/withdraw.html", {"round": found})
    try:
        actions.withdraw(found, by=colleague)
    except NotNow as why:
        toast_problem(request, str(why))
        return redirect("readiness:mine", public_id=public_id)
    toast(request, _("Everything you said in this round is deleted."))
    return redirect("readiness:overview")


def _show(
    request: WorkRequest,
    found: Round,
    colleague: Colleague,
    *,
    missing: Collection[str] = (),
    wrong: str = "",
    status: int = 200,
) -> HttpResponse:
    sheet = queries.own_sheet(found, of=colleague)
    answers = sheet.answers if sheet else {}
    going = queries.is_open(found, at=timezone.now())
    context: dict[str, Any] = {
        "round": found,
        "open": going,
        "asks": going and queries.asks(found, colleague),
        "handed_in": sheet is not None and sheet.handed_in,
        "begun": sheet is not None,
        "areas": [
            (name_of(area), [_asked(one, answers, missing) for one in statements_of(area)])
            for area in Area
        ],
        "wrong": wrong,
        **_counted(answers),
    }
    return page(request, "readiness/mine.html", context, status=status)


def _counted(answers: Mapping[str, int]) -> dict[str, int]:
    return {"n": len(answers), "of": len(STATEMENTS)}


def _asked(one: Statement, answers: Mapping[str, int], missing: Collection[str]) -> Asked:
    chosen = answers.get(one.key)
    return Asked(
        key=one.key,
        words=_(one.words),
        options=[
            (value, _sign(value), _(WORDS[value]) if value in WORDS else "", value == chosen)
            for value in (*SCALE, UNKNOWN)
        ],
        missing=one.key in missing,
        said="–" if chosen is None else _said(chosen),
    )


def _sign(value: int) -> str:
    return _(WORDS[value]) if value == UNKNOWN else str(value)


def _said(value: int) -> str:
    return _(WORDS[value]) if value in WORDS else str(value)


def _not_kept(request: WorkRequest, found: Round, why: Exception) -> HttpResponse:
    toast_problem(request, _words(why))
    return redirect("readiness:mine", public_id=found.public_id)


def _words(why: Exception) -> str:
    if isinstance(why, NotNow):
        return str(why)
    return _("One of the answers was none: choose again.")
