"""What stands on the page of a sender."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from samspil.core.public_form import LANGUAGES
from samspil.core.sender_status import Step
from samspil.inbox.forms import DisagreeForm, MoreForm
from samspil.inbox.forms.filling import NAMES, WISH
from samspil.inbox.models import StatusLink
from samspil.inbox.queries import Status, expected_words
from samspil.web.marks import began
from samspil.web.parts import StepMark, StepState
from samspil.web.strangers import stranger_page
from samspil.work.queries.explaining import short_explanation

JUST_NOW_S = 600
STEPS = {
    Step.RECEIVED: gettext_lazy("Received"),
    Step.READING: gettext_lazy("Being read"),
    Step.PERSON: gettext_lazy("With a person"),
    Step.ANSWERED: gettext_lazy("Answered"),
}
WITHDRAWAL = gettext_lazy("I do not need an answer any more")


def files_allowed(link: StatusLink) -> bool:
    """Whether senders of its form may send files."""
    return bool(link.form and link.form.files)


def status_page(
    request: HttpRequest,
    link: StatusLink,
    found: Status,
    *,
    language: str,
    form: MoreForm | None = None,
    objection: DisagreeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page with everything its holder may see; a form given keeps what was typed into it."""
    now = timezone.now()
    mark = {"mark": began(str(link.public_id), at=now)}
    context: dict[str, Any] = {
        "organisation": link.organisation,
        "offered": LANGUAGES,
        "link": link,
        "found": found,
        "form": form or MoreForm(initial=mark, files=files_allowed(link)),
        "steps": _steps(found.step),
        "filled": [(NAMES.get(name, name), value) for name, value in found.entry.fields],
        "expected": expected_words(found.case.due_at, now=now) if found.is_open else "",
        "is_new": _is_new(link, found, now=now),
        "days": link.form.status_days if link.form else 90,
        "contact": link.form.contact if link.form else "",
        "files_lost": bool(request.FILES) and status != 200,
        "wish": WISH,
        "withdrawal": WITHDRAWAL,
        "explained": _explained(link, found),
        "objection": objection or (DisagreeForm(initial=mark) if found.may_contest else None),
    }
    return stranger_page(request, "inbox/status.html", context, language=language, status=status)


def _explained(link: StatusLink, found: Status) -> list[str]:
    """How it was decided; nothing where another person's case went on with it."""
    if found.elsewhere:
        return []
    own = [one.text for one in found.said if one.mine]
    names = bool(link.form and link.form.show_names)
    return short_explanation(found.case, own=own, names=names)


def _is_new(link: StatusLink, found: Status, *, now: datetime) -> bool:
    """Whether nothing has come since the message was sent, a moment ago."""
    fresh = (now - link.created_at).total_seconds() < JUST_NOW_S
    return fresh and len(found.said) == 1 and found.is_open and not found.elsewhere


def _steps(current: Step) -> list[StepMark]:
    order = list(Step)
    here = order.index(current)
    done_at_end = current is Step.ANSWERED
    return [
        StepMark(label=str(STEPS[step]), url="", state=_state(place, here, done=done_at_end))
        for place, step in enumerate(order)
    ]


def _state(place: int, here: int, *, done: bool) -> StepState:
    if place < here or (place == here and done):
        return StepState.DONE
    return StepState.CURRENT if place == here else StepState.COMING
