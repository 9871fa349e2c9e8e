"""The versions of a process: read them, compare them, choose one."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspil.core.evidence.learning import ENOUGH_LABELS
from samspil.fairness.queries import learned_as, trial_of_version
from samspil.people.queries import WorkRequest
from samspil.teaching import actions
from samspil.teaching.access import check_may_see, check_may_teach, may_read_examples, may_teach
from samspil.teaching.models import Origin, Version
from samspil.teaching.queries.beside import beside
from samspil.teaching.queries.curves import learning_curve_of
from samspil.teaching.queries.overview import using_of
from samspil.teaching.queries.reports import report
from samspil.teaching.queries.trials import open_trial_of
from samspil.teaching.queries.versions import VersionRow, versions_of
from samspil.teaching.views.curves import learning_context
from samspil.teaching.views.finding import find_process, find_version, own_address
from samspil.teaching.views.showing import report_context, verdict, version_name
from samspil.web.pages import page, toast, toast_problem


@require_safe
def versions(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """All versions of a process, newest first."""
    colleague = check_may_see(request.colleague)
    process = find_process(public_id)
    rows = versions_of(process)
    context = {
        "process": process,
        "using": using_of(process),
        "rows": [(row, version_name(row.version)) for row in rows],
        "enough": ENOUGH_LABELS,
        "now": timezone.now(),
        "told": open_trial_of(process),
        **learning_context(learning_curve_of(process)),
        "may_teach": may_teach(colleague),
        "may_read": may_read_examples(colleague, process),
    }
    return page(request, "teaching/versions.html", context)


@require_safe
def version(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """What one version was found to know."""
    colleague = check_may_see(request.colleague)
    found = find_version(public_id)
    row = next(row for row in versions_of(found.process) if row.version.pk == found.pk)
    context = report_context(
        report(found),
        may_read=may_read_examples(colleague, found.process),
        may_teach=may_teach(colleague),
    )
    context |= {"process": found.process, "row": row, "name": version_name(found)}
    learned = found.model_file or learned_as(found.process.skill, found.process.starter)
    context["fair"] = trial_of_version(found.process, learned=learned)
    return page(request, "teaching/version.html", context)


@require_POST
def use(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Let the process work with this version from now on; the toast brings the last one back."""
    colleague = check_may_teach(request.colleague)
    found = find_version(public_id)
    try:
        before = actions.use_version(found, by=colleague, at=timezone.now())
    except actions.BrokenVersion as why:
        toast_problem(request, str(why))
        return redirect("teaching:versions", public_id=found.process.public_id)
    comes_back = before.pk != found.pk and not before.forgotten
    undo = reverse("teaching:use", args=[before.public_id]) if comes_back else ""
    said = _("New cases are sorted by the version “%(name)s”.") % {"name": version_name(found)}
    toast(request, said, undo=undo)
    going_on = own_address(request, request.POST.get("next", ""))
    return redirect(going_on or reverse("teaching:versions", args=[found.process.public_id]))


@require_safe
def compare(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Two versions side by side on the same examples."""
    colleague = check_may_see(request.colleague)
    process = find_process(public_id)
    rows = versions_of(process)
    by_id = {str(row.version.public_id): row.version for row in rows}
    likely = _likely(rows)
    first, second = (
        by_id.get(request.GET.get(name, ""), one)
        for name, one in zip(("first", "second"), likely, strict=True)
    )
    context: dict[str, object] = {
        "process": process,
        "choices": [(key, _in_list(one)) for key, one in by_id.items()],
        "first": str(first.public_id) if first else "",
        "second": str(second.public_id) if second else "",
        "may_read": may_read_examples(colleague, process),
    }
    if first and second and first != second:
        pair = beside(first, second)
        names = version_name(first), version_name(second)
        context |= {"pair": pair, "names": names, "verdict": verdict(pair)}
    return page(request, "teaching/compare.html", context)


def _likely(rows: Sequence[VersionRow]) -> tuple[Version | None, Version | None]:
    """The two that one most likely wants to compare: the newest, and the one in use or before."""
    if len(rows) < 2:
        return None, None
    newest = rows[0].version
    using = next((row.version for row in rows[1:] if row.since), rows[1].version)
    return newest, using


def _in_list(one: Version) -> str:
    when = date_format(timezone.localtime(one.at), "SHORT_DATETIME_FORMAT")
    return f"{version_name(one)} ({when})" if one.origin == Origin.TAUGHT else version_name(one)
