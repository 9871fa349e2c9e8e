"""The register of tools: what colleagues may use, what they say they use, and what is decided."""

from collections.abc import Iterator
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.adapters.tables import table_file
from samspil.core.gateway.allowing import Place
from samspil.core.gateway.tools import WORDS, Status
from samspil.core.guidelines import Topic
from samspil.core.roles import Action
from samspil.governance import actions
from samspil.governance.access import check_may_govern
from samspil.governance.forms import PLACES, POINTS, STATUSES, DecideForm, ToolForm, UseForm
from samspil.governance.models import SCORES, Tool
from samspil.governance.queries import (
    CLASSES,
    ToolRow,
    running_out,
    short_rule,
    tool_at,
    tool_rows,
    usable_tools,
)
from samspil.people.queries import WorkRequest, check_may, may_do, people
from samspil.web.pages import page, toast, toast_problem

HEAD = (
    "id", "name", "status", "standing", "last_day", "owner", "place", "purpose", "allowed",
    "contract", "contract_until", "tested", "valid_until", "privacy", "integration", "support",
    "why",
)  # fmt: skip


@require_safe
def tools(request: WorkRequest) -> HttpResponse:
    """What one may use with which data; and for those who govern the whole register."""
    colleague = check_may(request.colleague, Action.ASK)
    today, governs = timezone.localdate(), may_do(colleague, Action.GOVERN_MODELS)
    context = {
        "usable": [_shown(row) for row in usable_tools(today=today)],
        "governs": governs,
        "rows": [_shown(row) for row in tool_rows(today=today)] if governs else [],
        "rule": short_rule(Topic.TOOLS),
    }
    return page(request, "governance/tools.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def use(request: WorkRequest) -> HttpResponse:
    """We use this: a short form for everybody."""
    colleague = check_may(request.colleague, Action.ASK)
    form = UseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.say_used(
                said["name"], purpose=said["purpose"], classes=form.classes(), by=colleague,
                at=timezone.now(),
            )  # fmt: skip
        except actions.BadTool as why:
            form.add_error("name", str(why))
        else:
            toast(request, _("Thank you. It is in the register and will be looked at."))
            return redirect("tools:tools")
    status = 422 if request.method == "POST" else 200
    return page(request, "governance/tool_use.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def tool(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One tool: what is known of it, and how it stands."""
    colleague = check_may_govern(request.colleague)
    row = _find(public_id)
    form = ToolForm(request.POST or None, tool=row.tool, people=people())
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_tool(row.tool, form.terms(), by=colleague, at=timezone.now())
        except actions.BadTool as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("It holds from now on."))
            return redirect("tools:tool", public_id=public_id)
    context = {
        "shown": _shown(row),
        "form": form,
        "deciding": DecideForm(initial={"status": row.tool.status, "why": row.tool.why}),
        "missing": [_(WORDS[one]) for one in row.missing],
    }
    status = 422 if request.method == "POST" else 200
    return page(request, "governance/tool.html", context, status=status)


@require_POST
def decide(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say how a tool stands from now on."""
    colleague = check_may_govern(request.colleague)
    found, form = _find(public_id).tool, DecideForm(request.POST)
    if not form.is_valid():
        toast_problem(request, _("Choose how it stands."))
        return redirect("tools:tool", public_id=public_id)
    try:
        actions.decide_tool(
            found, Status(form.cleaned_data["status"]), why=form.cleaned_data["why"],
            by=colleague, at=timezone.now(),
        )  # fmt: skip
    except actions.BadTool as why:
        toast_problem(request, str(why))
    else:
        toast(request, _("It holds from now on."))
    return redirect("tools:tool", public_id=public_id)


@require_safe
def due(request: WorkRequest) -> HttpResponse:
    """The reader's own tools whose approval runs out; a part of Today."""
    colleague = check_may(request.colleague, Action.SEE_TODAY)
    today = timezone.localdate()
    context = {
        "due": running_out(colleague, today=today),
        "today": today,
        "governs": may_do(colleague, Action.GOVERN_MODELS),
    }
    return page(request, "governance/tools_due.html", context)


@require_safe
def export(request: WorkRequest, form: str) -> HttpResponse:
    """The register as a file."""
    check_may_govern(request.colleague)
    return table_file([HEAD, *_lines()], name=f"tools-{timezone.localdate()}", form=form)


def _lines() -> Iterator[tuple[str, ...]]:
    for row in tool_rows(today=timezone.localdate()):
        one = row.tool
        yield (
            str(one.public_id), one.name, one.status, row.standing.value, _day(row.last_day),
            one.owner.name if one.owner else "", one.place, one.purpose, ", ".join(row.allowed),
            one.contract, _day(one.contract_until), one.tested, _day(one.valid_until),
            *("" if getattr(one, name) is None else str(getattr(one, name)) for name in SCORES),
            one.why,
        )  # fmt: skip


def _day(day: object) -> str:
    return "" if day is None else str(day)


def _shown(row: ToolRow) -> dict[str, object]:
    points = [(POINTS[name], getattr(row.tool, name)) for name in SCORES]
    return {
        "row": row,
        "tool": row.tool,
        "place": PLACES[Place(row.tool.place)],
        "status": STATUSES[Status(row.tool.status)],
        "allowed": [CLASSES[one] for one in row.allowed],
        "points": points if row.points is not None else [],
    }


def _find(public_id: UUID) -> ToolRow:
    try:
        return tool_at(public_id, today=timezone.localdate())
    except Tool.DoesNotExist as why:
        raise Http404(Tool.__name__) from why
