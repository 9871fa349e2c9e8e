"""Files that go along with a reply: put one to it, leave one out. What was typed is kept."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspil.core.roles import Action, NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.review.forms import ReplyForm
from samspil.review.queries import topic_choices
from samspil.review.views.reading import case_page, find
from samspil.web.pages import toast, toast_problem
from samspil.work import actions
from samspil.work.models import Attachment, Case
from samspil.work.queries import attachment_at

REFUSALS = (actions.RefusedFile, actions.StaleCase, actions.TooMuchEnclosed, NotAllowed)


@require_POST
def enclose(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put a new file to the case, and let it go along with the reply."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found, now = find(public_id, colleague), timezone.now()
    file = request.FILES.get("file")
    if file is None:
        toast_problem(request, _("Choose a file first."))
        return _as_typed(request, colleague, found)
    try:
        content = file.read(actions.most_bytes() + 1)
        made = actions.attach(found, name=file.name or "", content=content, by=colleague, at=now)
        actions.enclose(made, case=found, by=colleague, at=now)
    except REFUSALS as why:
        toast_problem(request, str(why))
    return _as_typed(request, colleague, found)


@require_POST
def enclose_file(request: WorkRequest, public_id: UUID, file_id: UUID) -> HttpResponse:
    """Let a file that the case has go along with the reply."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    try:
        actions.enclose(_file(found, file_id), case=found, by=colleague, at=timezone.now())
    except REFUSALS as why:
        toast_problem(request, str(why))
    return _as_typed(request, colleague, found)


@require_POST
def leave_file_out(request: WorkRequest, public_id: UUID, file_id: UUID) -> HttpResponse:
    """Do not send a file along after all; it can be put back from the list."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    file = _file(found, file_id)
    try:
        actions.leave_out(file, case=found, by=colleague, at=timezone.now())
    except REFUSALS as why:
        toast_problem(request, str(why))
    else:
        said = _(
            "“%(name)s” does not go along. It is still with the case: send it along again there."
        )
        toast(request, said % {"name": file.name})
    return _as_typed(request, colleague, found)


def _as_typed(request: WorkRequest, colleague: Colleague, found: Case) -> HttpResponse:
    """The case with the reply as far as it was typed; nothing of it is checked yet."""
    if "answer" not in request.POST:
        return case_page(request, colleague, find(found.public_id, colleague))
    typed = {name: request.POST.get(name, "") for name in ("topic", "answer", "seen", "told")}
    form = ReplyForm(initial=typed, topics=topic_choices(found))
    return case_page(request, colleague, find(found.public_id, colleague), reply=form)


def _file(found: Case, file_id: UUID) -> Attachment:
    try:
        return attachment_at(found, file_id)
    except Attachment.DoesNotExist:
        raise Http404 from None
