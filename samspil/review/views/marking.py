"""What stands beside a case: tags, notes, putting aside, merging, splitting, undoing."""

from datetime import datetime, time
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.review import actions as marks
from samspil.review.forms import FileForm, NoteForm, SnoozeForm, TagForm
from samspil.review.models import Mention, Tag
from samspil.review.queries.casework import emptied_of
from samspil.review.queries.marking import beside, mentions_of, tag_at
from samspil.review.views.deciding import to_case
from samspil.review.views.reading import case_page, find
from samspil.web.pages import page, toast, toast_problem
from samspil.work import actions
from samspil.work.models import Case, Message
from samspil.work.queries import attachments, visible

MORNING = time(8)


@require_safe
def more(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Tags, what was merged, what looks like the same, and when the case comes back."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    return more_page(request, colleague, find(public_id, colleague))


def more_page(
    request: WorkRequest,
    colleague: Colleague,
    found: Case,
    *,
    tagging: TagForm | None = None,
    snoozing: SnoozeForm | None = None,
    filing: FileForm | None = None,
) -> HttpResponse:
    now = timezone.now()
    invalid = bool(tagging or snoozing or filing)
    context = {
        "case": found,
        "beside": beside(found, reader=colleague, now=now),
        "tagging": tagging or TagForm(auto_id="tag_%s"),
        "snoozing": snoozing or SnoozeForm(auto_id="snooze_%s"),
        "filing": filing or FileForm(auto_id="file_%s"),
        "files": attachments(found),
        "may_add": may_do(colleague, Action.DECIDE_CASES) and emptied_of(found) is None,
        "asleep": bool(found.snoozed_until and found.snoozed_until > now),
    }
    return page(request, "review/more.html", context, status=422 if invalid else 200)


@require_POST
def note(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Write a note for colleagues."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    form = NoteForm(request.POST, auto_id="note_%s")
    if not form.is_valid():
        return case_page(request, colleague, found, noting=form, status=422)
    text = form.cleaned_data["note"]
    try:
        marks.write_note(found, text=text, by=colleague, at=timezone.now())
    except marks.CannotBeTold as why:
        form.add_error("note", str(why))
        return case_page(request, colleague, found, noting=form, status=422)
    toast(request, _("The note stands in the case."))
    return to_case(request, found)


@require_POST
def add_tag(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put a tag on the case."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    form = TagForm(request.POST, auto_id="tag_%s")
    if not form.is_valid():
        return more_page(request, colleague, found, tagging=form)
    marks.tag(found, name=form.cleaned_data["name"], by=colleague, at=timezone.now())
    return to_case(request, found)


@require_POST
def remove_tag(request: WorkRequest, public_id: UUID, tag_id: UUID) -> HttpResponse:
    """Take a tag off the case."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    try:
        marks.untag(found, tag=tag_at(tag_id), by=colleague, at=timezone.now())
    except Tag.DoesNotExist:
        raise Http404 from None
    return to_case(request, found)


@require_POST
def put_aside(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let the case wait until the morning of a day, or bring it back."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    now = timezone.now()
    form = SnoozeForm(request.POST, auto_id="snooze_%s")
    try:
        if "wake" in request.POST:
            actions.wake(found, by=colleague, at=now)
            return to_case(request, found)
        if not form.is_valid():
            return more_page(request, colleague, found, snoozing=form)
        morning = datetime.combine(form.cleaned_data["day"], MORNING)
        until = timezone.make_aware(morning, timezone.get_current_timezone())
        actions.snooze(found, until=until, by=colleague, at=now)
    except actions.NotInFuture as why:
        form.add_error("day", str(why))
        return more_page(request, colleague, found, snoozing=form)
    except actions.StaleCase as why:
        toast_problem(request, str(why))
        return to_case(request, found)
    toast(request, _("The case is put aside; its deadline stays."))
    return to_case(request, found)


@require_POST
def split(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Make one of the case's further messages a case of its own."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    number = request.POST.get("message", "")
    message = Message.objects.filter(case=found, pk=number if number.isdecimal() else 0).first()
    if message is None:
        toast_problem(request, _("This message does not stand in the case any more."))
        return to_case(request, found)
    try:
        made = actions.split(message, by=colleague, at=timezone.now())
    except actions.CannotPart as why:
        toast_problem(request, str(why))
        return to_case(request, found)
    toast(request, _("The message is a case of its own now."))
    return to_case(request, made)


@require_POST
def merge(request: WorkRequest, public_id: UUID, other_id: UUID) -> HttpResponse:
    """Merge the other case into this one."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found, other = find(public_id, colleague), find(other_id, colleague)
    try:
        actions.merge(other, into=found, by=colleague, at=timezone.now())
    except (actions.CannotPart, actions.StaleCase) as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("The two are one case now."))
    return to_case(request, found)


@require_POST
def undo(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Undo merging, or one's own last step with this case if it was a moment ago."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    undoes = actions.reopen_unanswered if found.closed_at else actions.take_back
    if found.merged_into_id:
        undoes = actions.unmerge
    try:
        undoes(found, by=colleague, at=timezone.now())
    except actions.StaleCase as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("Undone."))
    return to_case(request, found)


@require_safe
def mentions(request: WorkRequest) -> HttpResponse:
    """The notes that name the reader."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    return page(request, "review/mentions.html", {"mentions": mentions_of(colleague)})


@require_POST
def see_mention(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put a note away that names the reader, and open its case."""
    colleague = check_may(request.colleague, Action.SEE_CASES)
    found = Mention.objects.filter(public_id=public_id, colleague=colleague)
    mention = (
        visible(found, to=colleague, case="message__case__").select_related("message__case").first()
    )
    if mention is None:
        raise Http404
    marks.see_mention(mention, by=colleague, at=timezone.now())
    return redirect("review:case", public_id=mention.message.case.public_id)
