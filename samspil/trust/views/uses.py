"""What AI is used for here, what class each use is, what is owed, and whether it may begin."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.ai_act.calendar import CALENDAR, Provision
from samspil.core.ai_act.duties import Owed
from samspil.core.ai_act.facts import Affected
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, day_of, people
from samspil.trust.forms import AnswerableForm, OverseersForm, RecordForm, SettleForm, TrainedForm
from samspil.trust.queries import reviews as reviewing
from samspil.trust.queries import use_words as words
from samspil.trust.queries import uses as queries
from samspil.trust.queries.incidents import open_incidents, proposed
from samspil.trust.views.incident_rows import shown
from samspil.trust.views.use_files import part_words
from samspil.uses import actions
from samspil.uses.queries import Standing, check_may_govern, check_may_read, may_govern
from samspil.web.pages import page, toast, toast_problem


def _today() -> date:
    return day_of(timezone.now())


@require_safe
def uses(request: WorkRequest) -> HttpResponse:
    """Every use, and the calendar of the law."""
    colleague = check_may_read(request.colleague)
    today = _today()
    context = {
        "rows": [_row(one) for one in queries.uses(on=today)],
        "law": [_law(one) for one in queries.law(on=today)],
        "may_govern": may_govern(colleague),
    }
    return page(request, "uses/uses.html", context)


@require_safe
def use(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One use: what it is for, what class it is and why, what is owed, and what is missing."""
    colleague = check_may_read(request.colleague)
    return _use_page(request, find_use(public_id), colleague)


@require_safe
def reminders(request: WorkRequest) -> HttpResponse:
    """What waits for those who answer for uses, to be shown on Today."""
    colleague = check_may_read(request.colleague)
    now = timezone.now()
    today = day_of(now)
    asked = may_govern(colleague)
    context = {
        "waiting": [_row(one) for one in queries.waiting_uses(on=today)] if asked else [],
        "due": [_law(one) for one in queries.law(on=today) if one.due] if asked else [],
        "incidents": [shown(one) for one in open_incidents(now=now)] if asked else [],
        "proposed": proposed(now=now) if asked else [],
        "reviews": reviewing.late_reviews(now=now) if asked else [],
        "findings": reviewing.findings_of(colleague),
        "today": today,
    }
    return page(request, "uses/reminders.html", context)


@require_POST
def settle(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say what holds of a use, and take its class on."""
    colleague = check_may_govern(request.colleague)
    standing = find_use(public_id)
    form = SettleForm(request.POST, standing=standing)
    if form.is_valid():
        try:
            actions.settle(standing.thing, form.said(), by=colleague, at=timezone.now())
        except actions.NotSettled as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("You have taken this class on. It stands in the journal."))
            return _back(standing)
    return _use_page(request, standing, colleague, settling=form, status=422)


@require_POST
def record(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Record what was done about a use."""
    colleague = check_may_govern(request.colleague)
    standing = find_use(public_id)
    form = RecordForm(request.POST)
    if form.is_valid():
        try:
            actions.record_about(standing.thing, form.record(), by=colleague, at=timezone.now())
        except actions.BadRecord as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Recorded."))
            return _back(standing)
    return _use_page(request, standing, colleague, recording=form, status=422)


@require_POST
def oversee(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Name who watches over a use."""
    colleague = check_may_govern(request.colleague)
    standing = find_use(public_id)
    form = OverseersForm(request.POST, people=people())
    return _kept(
        request, standing, valid=form.is_valid(),
        keep=lambda: actions.name_overseers(
            standing.thing, form.chosen(), by=colleague, at=timezone.now()
        ),
    )  # fmt: skip


@require_POST
def answer(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Name who answers for errors in a use."""
    colleague = check_may_govern(request.colleague)
    standing = find_use(public_id)
    form = AnswerableForm(request.POST, people=people())
    return _kept(
        request, standing, valid=form.is_valid(),
        keep=lambda: actions.name_answerable(
            standing.thing, form.named(), by=colleague, at=timezone.now()
        ),
    )  # fmt: skip


@require_POST
def train(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Record that somebody who watches over a use was trained for it."""
    colleague = check_may_govern(request.colleague)
    standing = find_use(public_id)
    form = TrainedForm(request.POST, people=[one.colleague for one in standing.overseers])
    return _kept(
        request, standing, valid=form.is_valid(),
        keep=lambda: actions.note_trained(
            standing.thing, form.trained(), what=form.cleaned_data["what"],
            day=form.cleaned_data["day"], by=colleague, at=timezone.now(),
        ),
    )  # fmt: skip


@require_POST
def look_at_law(request: WorkRequest) -> HttpResponse:
    """Record that somebody looked whether a provision is as the calendar says."""
    colleague = check_may_govern(request.colleague)
    provision = request.POST.get("provision", "")
    if provision not in list(Provision):
        raise Http404(provision)
    actions.look_at_law(Provision(provision), by=colleague, at=timezone.now())
    toast(
        request,
        _("Noted: %(article)s was looked at today.")
        % {"article": CALENDAR[Provision(provision)].article},
    )
    return redirect("uses:uses")


def _kept(
    request: WorkRequest, standing: Standing, *, valid: bool, keep: Callable[[], object]
) -> HttpResponse:
    if not valid:
        toast_problem(request, _("Please fill in every field."))
        return _back(standing)
    try:
        keep()
    except actions.BadRecord as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("Recorded."))
    return _back(standing)


def _use_page(
    request: WorkRequest,
    standing: Standing,
    colleague: Colleague,
    *,
    settling: SettleForm | None = None,
    recording: RecordForm | None = None,
    status: int = 200,
) -> HttpResponse:
    governs = may_govern(colleague)
    context: dict[str, object] = {
        **_row(standing),
        "why": [(one, words.reason_words(one.ground)) for one in standing.found.why],
        "open_questions": [words.question_words(one) for one in standing.found.open],
        "owed": [_owed(one, on=_today()) for one in standing.owed],
        "may_govern": governs,
    }
    if governs:
        watching = [one.colleague for one in standing.overseers]
        kept = {name: getattr(standing.use, name) for name in actions.Record.__slots__}
        named = {"people": [str(one.public_id) for one in watching]}
        answers = standing.answers
        answering = {"colleague": str(answers.public_id) if answers else ""}
        context |= {
            "settling": settling or SettleForm(standing=standing),
            "recording": recording or RecordForm(initial=kept),
            "naming": OverseersForm(initial=named, people=people()),
            "answering": AnswerableForm(initial=answering, people=people()),
            "training": TrainedForm(people=watching) if watching else None,
        }
    return page(request, "uses/use.html", context, status=status)


def _row(standing: Standing) -> dict[str, object]:
    thing = standing.thing
    return {
        "one": standing,
        "id": thing.thing,
        "purpose": words.purpose_of(thing),
        "part": part_words(standing),
        "risk": words.RISKS[standing.found.risk],
        "about": [words.AFFECTED[one] for one in Affected if one in standing.facts.affected],
        "missing": words.missing_words(standing.gate),
    }


def _law(row: queries.LawRow) -> dict[str, object]:
    return {
        "row": row,
        "about": words.law_words(row.provision),
        "status": words.STATUS[row.known.status],
    }


def _owed(one: Owed, *, on: date) -> dict[str, object]:
    return {
        "one": one,
        "what": words.duty_words(one.duty),
        "since": CALENDAR[one.provision].applies_from,
        "in_force": one.in_force(on=on),
        "done": words.DONE[one.done],
    }


def _back(standing: Standing) -> HttpResponse:
    return redirect("uses:use", standing.thing.thing)


def find_use(public_id: UUID) -> Standing:
    """The use of this address as it stands; raises `Http404`."""
    try:
        return queries.use_at(public_id, on=_today())
    except queries.NoSuchUse as why:
        raise Http404(str(public_id)) from why
