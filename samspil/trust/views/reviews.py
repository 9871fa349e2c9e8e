"""Reviews of uses of AI: what is due, the record and the questions, and what was found."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.core.ai_act.built import Built
from samspil.core.ai_reviews import Asked, Conclusion, Trigger
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may, day_of, people
from samspil.trust import actions
from samspil.trust.forms import ConcludeForm, DoneForm
from samspil.trust.models import Finding, Review
from samspil.trust.queries import review_words as words
from samspil.trust.queries import reviews as queries
from samspil.trust.queries.use_words import purpose_of
from samspil.uses.queries import check_may_govern, may_govern
from samspil.web.pages import page, toast, toast_problem

MOST_SHOWN = 100
"""Reviews on the page; the file has them all."""


@require_safe
def reviews(request: WorkRequest) -> HttpResponse:
    """What is due, what is to be done, and what was reviewed."""
    colleague = check_may(request.colleague, Action.SEE_WHAT_AI_DECIDES)
    now = timezone.now()
    today = day_of(now)
    governs = may_govern(colleague)
    context = {
        "waiting": [_waiting(one, today=today) for one in queries.waiting_reviews(now=now)],
        "findings": [_finding(one, today=today) for one in queries.open_findings()],
        "done": [_review(one) for one in queries.reviews()[:MOST_SHOWN]],
        "governs": governs,
        "form": DoneForm(),
        "me": colleague,
    }
    return page(request, "reviews/reviews.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """The record of a use, and the questions."""
    colleague = check_may_govern(request.colleague)
    now = timezone.now()
    waiting = queries.waiting_review(public_id, now=now)
    if waiting is None:
        raise Http404
    can_pause = waiting.thing.kind is Built.PROCESS
    form = ConcludeForm(request.POST or None, people=people(), can_pause=can_pause)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.conclude_review(waiting, form.judged(), by=colleague, at=now)
        except actions.BadReview as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("The review is kept, with what the record said."))
            return redirect("reviews:review", made.public_id)
    evidence = queries.evidence_of(waiting, now=now)
    context = {
        **_waiting(waiting, today=day_of(now)),
        "purpose": purpose_of(waiting.thing),
        "lines": words.lines_of(evidence),
        "events": evidence.events,
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return page(request, "reviews/begin.html", context, status=status)


@require_safe
def review(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """A review as it was concluded."""
    colleague = check_may(request.colleague, Action.SEE_WHAT_AI_DECIDES)
    try:
        found = queries.review_at(public_id)
    except Review.DoesNotExist:
        raise Http404 from None
    evidence, today = queries.kept_evidence(found), day_of(timezone.now())
    findings = found.findings.select_related("owner", "done_by", "review").order_by("due_on")
    context = {
        **_review(found),
        "lines": words.lines_of(evidence),
        "events": evidence.events,
        "answers": [(words.question_words(one), found.answers[one.value]) for one in Asked],
        "findings": [_finding(one, today=today) for one in findings],
        "governs": may_govern(colleague),
        "form": DoneForm(),
        "me": colleague,
    }
    return page(request, "reviews/review.html", context)


@require_POST
def done(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that a finding is done."""
    colleague = check_may(request.colleague, Action.SEE_TODAY)
    try:
        found = queries.finding_at(public_id)
    except Finding.DoesNotExist:
        raise Http404 from None
    form = DoneForm(request.POST)
    if not form.is_valid():
        toast_problem(request, _("Say in a few words what was done."))
    else:
        actions.finish_finding(
            found, said=form.cleaned_data["said"], by=colleague, at=timezone.now()
        )
        toast(request, _("Done. It stands in the review."))
    if may_govern(colleague):
        return redirect("reviews:review", found.review.public_id)
    return redirect("today:today")


@require_safe
def export(request: WorkRequest, form: str) -> HttpResponse:
    """Every review as CSV or as an Excel sheet."""
    check_may(request.colleague, Action.SEE_WHAT_AI_DECIDES)
    return table_file(_rows(), name=f"reviews-{timezone.now():%Y-%m-%d}", form=form)


HEAD = ("id", "use", "kind", "from", "to", "due", "why", "conclusion", "words", "by",
        "conditions", "open")  # fmt: skip


def _rows() -> Iterator[tuple[str, ...]]:
    yield HEAD
    for one in queries.reviews().prefetch_related("findings"):
        found = list(one.findings.all())
        yield (
            str(one.public_id), one.name, one.kind, one.since.isoformat(), one.at.isoformat(),
            one.due_on.isoformat(), one.why, one.conclusion, one.words, one.by.name,
            str(len(found)), str(sum(each.done_at is None for each in found)),
        )  # fmt: skip


def _waiting(one: queries.Waiting, *, today: date) -> dict[str, object]:
    return {
        "waiting": one,
        "id": one.thing.thing,
        "why": words.why_words(one.due.why),
        "late": one.late(on=today),
    }


def _review(one: Review) -> dict[str, object]:
    return {
        "review": one,
        "why": words.why_words(Trigger(one.why)),
        "conclusion": words.conclusion_words(Conclusion(one.conclusion)),
    }


def _finding(one: Finding, *, today: date) -> dict[str, object]:
    return {"finding": one, "late": one.done_at is None and one.due_on < today}
