"""Standard answers by file: out, and in again."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from samspil.adapters.tables import UnreadableTable, read_table, table_file
from samspil.core.roles import NotAllowed
from samspil.knowledge import actions
from samspil.knowledge.access import check_may_ask, check_may_keep, may_agree
from samspil.knowledge.forms import COLUMNS, StandardListForm, StandardRow, as_row, standard_list
from samspil.knowledge.models import StandardAnswer
from samspil.knowledge.queries import every_standard, standard_at
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest, people, teams
from samspil.web.pages import page, toast

REFUSALS = (actions.BadStandard, actions.BadTerms, actions.StaleStandard, NotAllowed)


@require_safe
def export_standards(request: WorkRequest, form: str) -> HttpResponse:
    """What the reader may see, as a file that can be brought in again."""
    colleague = check_may_ask(request.colleague)
    rows = [list(COLUMNS), *(as_row(one) for one in every_standard(colleague))]
    return table_file(rows, name=f"standard-answers-{timezone.now():%Y-%m-%d}", form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def bring_standards(request: WorkRequest) -> HttpResponse:
    """Take over a list: rows with an id change that answer, the others are new; none is removed."""
    colleague = check_may_keep(request.colleague)
    form = StandardListForm(request.POST or None, request.FILES or None)
    wrong: list[tuple[int, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            found = standard_list(
                read_table(form.cleaned_data["file"].file), teams=teams(), people=people()
            )
        except UnreadableTable as why:
            form.add_error("file", str(why))
        else:
            done, wrong = _taken(found.rows, found.wrong, by=colleague)
            said = ngettext("%(n)d answer is taken over.", "%(n)d answers are taken over.", done)
            toast(request, said % {"n": done})
            if not wrong:
                return redirect("knowledge:standards")
    status = 422 if request.method == "POST" and form.errors else 200
    context = {"form": form, "wrong": wrong}
    return page(request, "knowledge/standards_bring.html", context, status=status)


def _taken(
    rows: list[StandardRow], wrong: list[tuple[int, str]], *, by: Colleague
) -> tuple[int, list[tuple[int, str]]]:
    """How many were taken over, and what is wrong with the others."""
    done = 0
    for one in rows:
        try:
            _take(one, by=by)
        except REFUSALS as why:
            wrong.append((one.row, str(why)))
        except StandardAnswer.DoesNotExist:
            wrong.append((one.row, _("There is no answer of this id that you may see.")))
        else:
            done += 1
    return done, sorted(wrong)


def _take(row: StandardRow, *, by: Colleague) -> None:
    now = timezone.now()
    found = _named(row.id, reader=by) if row.id else None
    if row.alone and not (found and found.alone):
        actions.check_agrees(row.said, by=by)
    if found is None:
        taken = actions.make_standard(row.said, by=by, at=now)
    else:
        actions.change_standard(found, row.said, seen=found.version, by=by, at=now)
        taken = standard_at(found.public_id, reader=by)
    if row.alone and may_agree(by, taken):
        actions.agree_to_alone(taken, seen=taken.version, by=by, at=now)
    elif row.alone is False:
        actions.end_alone(taken, by=by, at=now)


def _named(said: str, *, reader: Colleague) -> StandardAnswer:
    try:
        return standard_at(UUID(said), reader=reader)
    except ValueError:
        raise StandardAnswer.DoesNotExist from None
