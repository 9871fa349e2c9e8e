"""Write guidelines, publish and withdraw them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspil.core.guidelines import LANGUAGES, Topic, restored
from samspil.core.roles import Action
from samspil.governance import actions
from samspil.governance.forms import GuidelineForm, PublishForm
from samspil.governance.models import Guideline
from samspil.governance.queries import TOPICS, differences
from samspil.governance.views.guidelines import find
from samspil.people.queries import WorkRequest, check_may
from samspil.tenancy.queries import current
from samspil.web.pages import page, toast, toast_problem


@require_POST
def begin(request: WorkRequest) -> HttpResponse:
    """Begin with the first drafts."""
    colleague = check_may(request.colleague, Action.WRITE_GUIDELINES)
    actions.begin_guidelines(by=colleague, at=timezone.now())
    toast(request, _("The drafts are here. Change them until they are yours, then publish them."))
    return redirect("guidelines:guidelines")


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Write one from nothing."""
    return _write(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Change the draft of one; what holds stays until it is published."""
    check_may(request.colleague, Action.WRITE_GUIDELINES)
    return _write(request, find(public_id))


@require_POST
def publish(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let the draft hold from now on."""
    colleague = check_may(request.colleague, Action.WRITE_GUIDELINES)
    form = PublishForm(request.POST)
    if not form.is_valid():
        toast_problem(request, _("Say it in fewer words: 500 letters at most."))
        return redirect("guidelines:write", public_id=public_id)
    said = form.cleaned_data
    try:
        actions.publish_guideline(
            find(public_id), changed=said["changed"], matters=said["matters"], by=colleague,
            at=timezone.now(),
        )  # fmt: skip
    except actions.BadGuideline as why:
        toast_problem(request, str(why))
        return redirect("guidelines:write", public_id=public_id)
    toast(request, _("It holds from now on. Who has not read it is asked on Today."))
    return redirect("guidelines:guideline", public_id=public_id)


@require_POST
def withdraw(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let it hold no more."""
    colleague = check_may(request.colleague, Action.WRITE_GUIDELINES)
    actions.withdraw_guideline(find(public_id), by=colleague, at=timezone.now())
    toast(request, _("It holds no more. Its versions stay readable."))
    return redirect("guidelines:guidelines")


def _write(request: WorkRequest, found: Guideline | None) -> HttpResponse:
    colleague = check_may(request.colleague, Action.WRITE_GUIDELINES)
    form = _form(request, found)
    if request.method == "POST" and form.is_valid():
        topic = Topic(found.topic) if found else form.about()
        try:
            kept = actions.write_guideline(
                found, topic=topic, wordings=form.wordings(), by=colleague, at=timezone.now()
            )
        except actions.BadGuideline as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("The draft is kept. It holds once you publish it."))
            return redirect("guidelines:write", public_id=kept.public_id)
    holds = found.current.texts if found and found.current else {}
    context = {
        "form": form,
        "found": found,
        "about": TOPICS[Topic(found.topic)] if found else "",
        "changes": differences(holds, found.draft) if found and found.draft else [],
        "publishing": PublishForm(first=not holds) if found and found.draft else None,
    }
    status = 422 if request.method == "POST" else 200
    return page(request, "governance/guideline_write.html", context, status=status)


def _form(request: WorkRequest, found: Guideline | None) -> GuidelineForm:
    home = current().language
    languages = sorted(LANGUAGES, key=lambda one: one != home)
    holds = found.current.texts if found and found.current else {}
    wordings = restored((found.draft or holds) if found else {})
    topics = None if found else _free_topics()
    given = request.POST if request.method == "POST" else None
    return GuidelineForm(given, wordings=wordings, languages=languages, topics=topics)


def _free_topics() -> list[Topic]:
    taken = set(Guideline.objects.filter(withdrawn_at=None).values_list("topic", flat=True))
    return [one for one in Topic if one not in taken or one is Topic.OWN]
