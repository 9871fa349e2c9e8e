"""Take a case, give it back, hand it over, decide it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspil.core.roles import Action, NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may
from samspil.review.forms import HandOverForm, ReplyForm
from samspil.review.queries import case_sheet, lone_answer, topic_choices, why_not
from samspil.review.views.reading import case_page, find
from samspil.web.pages import toast, toast_problem
from samspil.work import actions
from samspil.work.models import Case, Decision, Verdict


@require_POST
def take_next(request: WorkRequest) -> HttpResponse:
    """Take what should be dealt with first, and open it."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    taken = actions.claim_next(by=colleague, at=timezone.now())
    if taken is None:
        toast(request, _("Nothing waits for you."))
        return back_to_list(request)
    return to_case(request, taken)


@require_POST
def take(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take this case, if nobody was faster."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    try:
        actions.claim(found, by=colleague, at=timezone.now())
    except actions.StaleCase:
        toast_problem(request, _("Somebody was faster: this case has moved on."))
        return to_case(request, found)
    except actions.AlreadyJudged as why:
        toast_problem(request, str(why))
        return to_case(request, found)
    undo = reverse("review:give_back", args=[found.public_id])
    toast(request, _("The case is yours."), undo=undo)
    return to_case(request, found)


@require_POST
def give_back(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Put the case back into the queue."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    try:
        actions.release(found, by=colleague, at=timezone.now())
    except actions.StaleCase:
        toast_problem(request, _("You no longer hold this case."))
        return to_case(request, found)
    toast(
        request,
        _("“%(subject)s” waits in the queue again.") % {"subject": found.subject},
        undo=reverse("review:take", args=[found.public_id]),
    )
    return back_to_list(request)


@require_POST
def agree(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Send AI's draft as it is, with AI's topic."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    sheet = case_sheet(found, reader=colleague)
    if sheet.checks:
        right = {"topic": sheet.lone_topic, "close": "yes", "seen": request.POST.get("seen", "")}
        return _decide(request, colleague, found, ReplyForm(right, topics=sheet.topics))
    if not sheet.offers_draft:
        toast_problem(request, _("There is no draft to agree with: write a reply."))
        return to_case(request, found)
    agreed = {"topic": sheet.topic, "answer": sheet.draft, "seen": request.POST.get("seen", "")}
    form = ReplyForm(agreed, topics=sheet.topics)
    return _decide(request, colleague, found, form)


@require_POST
def decide(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Close the case with the reply as typed, or without one."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    form = ReplyForm(request.POST, topics=topic_choices(found))
    return _decide(request, colleague, found, form)


def _decide(
    request: WorkRequest, colleague: Colleague, found: Case, form: ReplyForm
) -> HttpResponse:
    if not form.is_valid():
        return case_page(request, colleague, found, reply=form, status=422)
    read = actions.Read(messages=form.cleaned_data["seen"], lapse=form.cleaned_data["told"])
    try:
        decision = actions.decide(
            found,
            answer=form.cleaned_data["answer"],
            topic=form.cleaned_data["topic"],
            by=colleague,
            at=timezone.now(),
            read=read,
        )
    except actions.IdentityInReply as why:
        form.add_error("answer", str(why))
        return case_page(request, colleague, found, reply=form, status=422)
    except actions.NoTopic as why:
        form.add_error("topic", str(why))
        return case_page(request, colleague, found, reply=form, status=422)
    except (actions.StaleCase, actions.NotJudged, NotAllowed) as why:
        typed = str(form.data.get("answer", ""))
        return _kept_page(request, colleague, found.public_id, why=why, typed=typed)
    if actions.was_planted(decision):
        toast(request, _planted(decision))
        return back_to_list(request)
    if lone_answer(found):
        toast(request, _("Checked. Thank you: by such checks it stays known how right AI is."))
        return back_to_list(request)
    undo = "" if decision.answer.strip() else reverse("review:undo", args=[found.public_id])
    toast(request, _done(decision), undo=undo)
    return back_to_list(request)


@require_POST
def take_over(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Take what AI finished alone, to put it right."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    try:
        actions.take_over(found, by=colleague, at=timezone.now())
    except (actions.StaleCase, NotAllowed) as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("The case is yours."))
    return to_case(request, found)


@require_POST
def hand_over(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Pass the case to another team, with a note."""
    colleague = check_may(request.colleague, Action.DECIDE_CASES)
    found = find(public_id, colleague)
    form = HandOverForm(request.POST)
    if not form.is_valid():
        return case_page(request, colleague, found, handing=form, status=422)
    team, note = form.cleaned_data["team"], form.cleaned_data["note"]
    try:
        actions.hand_over(found, to=team, note=note, by=colleague, at=timezone.now())
    except (actions.StaleCase, NotAllowed) as why:
        return _kept_page(request, colleague, found.public_id, why=why, typed=note)
    said = _("Handed over to %(team)s, with everything attached.") % {"team": team}
    toast(request, said, undo=reverse("review:undo", args=[found.public_id]))
    return back_to_list(request)


def _kept_page(
    request: WorkRequest, colleague: Colleague, public_id: UUID, *, why: Exception, typed: str
) -> HttpResponse:
    """The case as it is now, what came between, and what the person had typed."""
    found = find(public_id, colleague)
    refused = isinstance(why, NotAllowed)
    hindrance = why_not(colleague, found) if refused else ""
    if isinstance(why, (actions.NewMessage, actions.NotJudged, actions.AnswerLapsed)):
        hindrance = str(why)
    return case_page(
        request,
        colleague,
        found,
        status=403 if refused else 409,
        typed=typed,
        came_between=hindrance or _("Someone else moved this case meanwhile, so nothing was sent."),
    )


def _done(decision: Decision) -> str:
    if not decision.answer.strip():
        return _("Closed without a reply.")
    if decision.verdict == Verdict.CHANGED:
        return _("Sent with your changes.")
    if decision.verdict == Verdict.AGREED and decision.proposal and decision.proposal.draft:
        return _("Sent as AI proposed.")
    return _("Your reply is sent.")


def _planted(decision: Decision) -> str:
    """Told to whoever decided it, and to nobody else."""
    shown = decision.proposal.likeliest if decision.proposal else ""
    if decision.topic == shown:
        return _("This answer was planted: it was wrong. Nobody is told that you did not notice.")
    return _("This answer was planted, and you noticed that it was wrong. Thank you.")


def to_case(request: WorkRequest, found: Case) -> HttpResponseRedirect:
    """Open this case, the list beside it as it was."""
    return redirect(f"{reverse('review:case', args=[found.public_id])}{_list_kept(request)}")


def back_to_list(request: WorkRequest) -> HttpResponseRedirect:
    """Open the list as it was, where the next case is offered."""
    return redirect(f"{reverse('review:queue')}{_list_kept(request)}")


def _list_kept(request: WorkRequest) -> str:
    query = request.GET.copy()
    for passing in ("change", "draft", "hand"):
        query.pop(passing, None)
    return f"?{query.urlencode()}" if query else ""
