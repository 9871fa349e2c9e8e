"""Guidelines: read and confirm what holds, and see older versions and who has read it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.guidelines import Topic
from samspil.core.roles import Action
from samspil.governance import actions
from samspil.governance.models import Guideline
from samspil.governance.queries import (
    TOPICS,
    Rule,
    differences,
    drafts,
    guideline_at,
    readers,
    readings,
    rule_of,
    rules,
    short_rule,
    to_confirm,
    versions_of,
    withdrawn,
)
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, check_may, may_do
from samspil.web.markdown import shown
from samspil.web.pages import page, toast, toast_problem, whole_number

A_MINUTE = 60
"""In seconds."""


@require_safe
def guidelines(request: WorkRequest) -> HttpResponse:
    """What holds for everybody; and for those who write it drafts and how many have read it."""
    colleague = check_may(request.colleague, Action.ASK)
    writes = may_do(colleague, Action.WRITE_GUIDELINES)
    counts = readings(reader=colleague) if writes else {}
    holding = rules(colleague)
    context = {
        "rows": [(one, counts.get(one.guideline.pk)) for one in holding],
        "waiting": sum(one.asks for one in holding),
        "writes": writes,
        "drafts": [(one, TOPICS[Topic(one.guideline.topic)]) for one in drafts()] if writes else [],
        "withdrawn": withdrawn() if writes else [],
    }
    return page(request, "governance/guidelines.html", context)


@require_safe
def guideline(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One guideline as it holds, or an older version of it with what was different."""
    colleague = check_may(request.colleague, Action.ASK)
    found = find(public_id)
    wanted = whole_number(request.GET.get("version", ""))
    rule = rule_of(found, reader=colleague, number=wanted)
    if rule is None and may_do(colleague, Action.WRITE_GUIDELINES):
        return redirect("guidelines:write", public_id=public_id)
    if rule is None or rule.version is None:
        raise Http404
    versions = versions_of(found)
    before = next((one for one in versions if one.number < rule.version.number), None)
    context = {
        "rule": rule,
        "body": shown(rule.wording.body),
        "latest": rule.version == found.current,
        "versions": versions,
        "changes": differences(before.texts, rule.version.texts) if before else [],
        **_for_writers(found, colleague),
    }
    return page(request, "governance/guideline.html", context)


@require_POST
def confirm(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say that one read it; then on to the next that waits."""
    colleague = check_may(request.colleague, Action.ASK)
    number = whole_number(request.POST.get("version", "")) or 0
    try:
        actions.confirm_guideline(find(public_id), number, by=colleague, at=timezone.now())
    except actions.BadGuideline as why:
        toast_problem(request, str(why))
        return redirect("guidelines:guideline", public_id=public_id)
    waiting = to_confirm(colleague)
    if waiting:
        toast(request, _("Confirmed. Here is the next."))
        return redirect("guidelines:guideline", public_id=waiting[0].guideline.public_id)
    toast(request, _("Confirmed. You have read everything."))
    return redirect("guidelines:guidelines")


@require_safe
def reminders(request: WorkRequest) -> HttpResponse:
    """Which guidelines wait for the reader, to be shown on Today."""
    colleague = check_may(request.colleague, Action.ASK)
    return page(request, "governance/guidelines_due.html", {"waiting": to_confirm(colleague)})


@require_safe
def rule_here(request: WorkRequest, topic: str) -> HttpResponse:
    """The short rule about this, to be shown where that work is done; nothing where there is none.

    A browser may keep it for a minute.
    """
    check_may(request.colleague, Action.ASK)
    if topic not in list(Topic):
        raise Http404
    context = {"rule": short_rule(Topic(topic)), "about": TOPICS[Topic(topic)]}
    answer = page(request, "governance/short_rule.html", context)
    patch_cache_control(answer, private=True, max_age=A_MINUTE)
    return answer


@require_safe
def export(request: WorkRequest) -> HttpResponse:
    """Everything that holds, as one Markdown file in the reader's language."""
    colleague = check_may(request.colleague, Action.ASK)
    text = "\n\n".join(_as_markdown(one) for one in rules(colleague)) + "\n"
    answer = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="guidelines.md"'
    return answer


def find(public_id: UUID) -> Guideline:
    """The guideline; raises `Http404`."""
    try:
        return guideline_at(public_id)
    except Guideline.DoesNotExist:
        raise Http404 from None


def _for_writers(found: Guideline, colleague: Colleague) -> dict[str, object]:
    if not may_do(colleague, Action.WRITE_GUIDELINES):
        return {}
    named = may_do(colleague, Action.SEE_READERS)
    return {
        "writes": True,
        "reading": readings(reader=colleague).get(found.pk),
        "readers": readers(found) if named and not found.withdrawn_at else [],
    }


def _as_markdown(rule: Rule) -> str:
    version = rule.version
    assert version is not None
    day = timezone.localtime(version.at).date().isoformat()
    words = _("Version %(number)d of %(day)s") % {"number": version.number, "day": day}
    said = rule.wording
    return f"# {said.title}\n\n*{words}*\n\n**{said.short}**\n\n{said.body}"
