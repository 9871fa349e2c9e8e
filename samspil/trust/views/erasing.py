"""The register of requests to be erased, the look at what one would take, and each step of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.core.access_requests import may_extend
from samspil.core.erasing import Known
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may, day_of, may_do
from samspil.trust import actions, queries
from samspil.trust.forms import (
    BeginForm,
    BeginInPartForm,
    ErasureForm,
    ExtendForm,
    KnownForm,
    RefuseForm,
)
from samspil.trust.models import WAITING, Erasure
from samspil.trust.queries.retention_words import held_words
from samspil.web.pages import page, toast, toast_problem
from samspil.work.queries import seen_by


@require_http_methods(["GET", "HEAD", "POST"])
def erasures(request: WorkRequest) -> HttpResponse:
    """Every request, newest first; take down a new one."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    today = day_of(timezone.now())
    first = {"received_on": today, "language": get_language()}
    form = ErasureForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            asked = actions.ask_erasure(form.asking(), by=colleague, at=timezone.now())
        except actions.NotErased as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It stands in the register. Nothing is erased yet."))
            return redirect("rights:erasure", public_id=asked.public_id)
    rows = [{"asked": one, "late": queries.is_late(one, on=today)} for one in queries.erasures()]
    context = {"form": form, "rows": rows}
    return page(request, "trust/erasures.html", context, status=422 if form.errors else 200)


@require_safe
def export(request: WorkRequest) -> HttpResponse:
    """The register as CSV or as an Excel sheet, in which nobody is named."""
    check_may(request.colleague, Action.FORGET_PEOPLE)
    form = "xlsx" if request.GET.get("format") == "xlsx" else "csv"
    return table_file(queries.register_rows(), name=f"erasures-{day_of(timezone.now())}", form=form)


@require_safe
def erasure(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One request: the dry look, what can be done, how far it is, and the answer to the person."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    return _erasure_page(request, _find(public_id), colleague)


@require_POST
def known(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put down how it is known who asks."""

    def put(asked: Erasure, form: KnownForm, by: Colleague) -> None:
        how = Known(form.cleaned_data["known"])
        actions.note_known(asked, known=how, by=by, at=timezone.now())

    return _step(request, public_id, KnownForm, put, said=_("It is put down."))


@require_POST
def extend(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take two months more."""

    def put(asked: Erasure, form: ExtendForm, by: Colleague) -> None:
        why = form.cleaned_data["why"]
        actions.extend_erasure(asked, why=why, by=by, at=timezone.now())

    said = _("It is due two months later. Tell them: the answer is written below.")
    return _step(request, public_id, ExtendForm, put, said=said)


@require_POST
def refuse(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put down why nothing is erased."""

    def put(asked: Erasure, form: RefuseForm, by: Colleague) -> None:
        actions.refuse_erasure(asked, form.refusal(), by=by, at=timezone.now())

    said = _("It is refused. Tell them: the answer is written below.")
    return _step(request, public_id, RefuseForm, put, said=said)


@require_POST
def begin(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Have it erased for good."""

    def put(asked: Erasure, form: BeginForm | BeginInPartForm, by: Colleague) -> None:
        actions.begin_erasure(
            asked, typed=form.cleaned_data["typed"], by=by, at=timezone.now(),
            in_part=form.refusal(),
        )  # fmt: skip

    kind = BeginInPartForm if "ground" in request.POST else BeginForm
    return _step(request, public_id, kind, put, said=_("It is being erased."))


@require_safe
def due(request: WorkRequest) -> HttpResponse:
    """Requests for access and erasure that must be answered soon, to be shown on Today."""
    colleague = check_may(request.colleague, Action.SEE_TODAY)
    asked = may_do(colleague, Action.FORGET_PEOPLE)
    found = queries.due_requests(on=day_of(timezone.now())) if asked else None
    return page(request, "trust/due.html", {"found": found})


def _step(
    request: WorkRequest,
    public_id: UUID,
    kind: type[Any],
    put: Callable[[Erasure, Any, Colleague], None],
    *,
    said: str,
) -> HttpResponse:
    """Check the form and do it; where somebody else was first, show how it stands now."""
    colleague = check_may(request.colleague, Action.FORGET_PEOPLE)
    asked, form = _find(public_id), kind(request.POST)
    if form.is_valid():
        try:
            put(asked, form, colleague)
        except actions.NotErased as why:
            asked = _find(public_id)
            if asked.phase in WAITING:
                form.add_error(None, str(why))
                return _erasure_page(request, asked, colleague, wrong=form)
            toast_problem(request, str(why))
        else:
            toast(request, said)
        return redirect("rights:erasure", public_id=public_id)
    return _erasure_page(request, asked, colleague, wrong=form)


def _erasure_page(
    request: WorkRequest, asked: Erasure, colleague: Colleague, *, wrong: forms.Form | None = None
) -> HttpResponse:
    today = day_of(timezone.now())
    context: dict[str, Any] = {
        "asked": asked,
        "late": queries.is_late(asked, on=today),
        "came": queries.came_words(asked),
        "known": queries.known_words(asked),
        "ground": queries.ground_words(asked.ground) if asked.ground else "",
        "letter": queries.letter_of(asked),
        "held": [one for one in queries.named_held(asked.held) if one[1]],
        "left": queries.staying(asked.left),
    }
    if asked.phase in WAITING:
        look = queries.look_at(asked.address)
        context |= _looked(look, colleague) | _forms(look, wrong)
        context["may_extend"] = not asked.extended_why and may_extend(asked.received_on, on=today)
    return page(request, "trust/erasure.html", context, status=422 if wrong else 200)


def _looked(look: queries.Look, colleague: Colleague) -> dict[str, Any]:
    """What erasing would take now, what would stay, and what stands in the way."""
    open_ = seen_by(colleague).filter(pk__in=[one.pk for one in look.open])
    may_open = set(open_.values_list("pk", flat=True))
    names = held_words(look.holds)
    return {
        "look": look,
        "would_go": [one for one in queries.named_held(look.held) if one[1]],
        "would_stay": queries.staying(look.left),
        "open": [(one, one.pk in may_open) for one in look.open],
        "holds": [(one, names[one.pk]) for one in look.holds],
        "erased_before": queries.was_erased(look.address),
    }


def _forms(look: queries.Look, wrong: forms.Form | None) -> dict[str, forms.Form]:
    """One form for each step; the one that was filled in wrongly as it was."""
    offered: dict[str, forms.Form] = {
        "knowing": KnownForm(),
        "extending": ExtendForm(),
        "refusing": RefuseForm(),
        "beginning": BeginInPartForm() if look.only_in_part else BeginForm(),
    }
    return {name: wrong if type(wrong) is type(form) else form for name, form in offered.items()}


def _find(public_id: UUID) -> Erasure:
    try:
        return queries.erasure_at(public_id)
    except Erasure.DoesNotExist:
        raise Http404 from None
