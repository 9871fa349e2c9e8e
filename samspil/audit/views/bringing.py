"""A table of one's own answers: looked at first, then put onto one's sheet; and taken away."""

import csv
import io
from collections.abc import Iterator, Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from samspil.adapters.tables import table_file
from samspil.audit import actions, queries
from samspil.audit.access import check_may_see
from samspil.audit.forms import BringForm
from samspil.audit.views.showing import own_sheet_at
from samspil.core.audit import Given
from samspil.core.audit.table import COLUMNS, HUNDRED, Brought
from samspil.people.queries import WorkRequest
from samspil.web.pages import page, toast

HEAD = tuple(names[0] for names in COLUMNS.values())


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Look at what a file or a typed table says, and put it onto the sheet once that is confirmed.

    Nothing of the file is kept: what was looked at comes back with the confirmation.
    """
    sheet = own_sheet_at(public_id, check_may_see(request.colleague))
    form = BringForm(request.POST or None, request.FILES or None)
    found: Brought | None = None
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data["found"]
        if "sure" in request.POST:
            try:
                many = actions.bring_answers(sheet, found.answers, at=timezone.now())
            except (actions.NotNow, actions.UnfitAnswer, actions.UnfitTask) as why:
                form.add_error(None, str(why))
            else:
                toast(
                    request, ngettext("%(n)d task kept.", "%(n)d tasks kept.", many) % {"n": many}
                )
                return redirect("audit:mine", public_id=public_id)
    context = {
        "audit": sheet.audit,
        "form": form,
        "found": found,
        "wrong": [queries.words_of_table(one) for one in found.wrong] if found else [],
        "text": _text(found.answers) if found else "",
    }
    status = 422 if form.errors else 200
    return page(request, "audit/bring.html", context, status=status)


@require_safe
def answers_file(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One's own answers, in the form in which they can be brought in again."""
    colleague = check_may_see(request.colleague)
    own = queries.own_sheet(own_sheet_at(public_id, colleague).audit, of=colleague)
    assert own is not None
    rows = [HEAD, *_rows([queries.given_of(one) for one in own.answers])]
    return table_file(rows, name=_("my-tasks"), form="csv")


def _text(answers: Sequence[Given]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([HEAD, *_rows(answers)])
    return out.getvalue()


def _rows(answers: Sequence[Given]) -> Iterator[tuple[str, ...]]:
    for one in answers:
        share = None if one.error_share is None else one.error_share * HUNDRED
        numbers = (one.frustration, one.wish)
        yield (
            one.title, _plain(one.times), one.per.value, _plain(one.minutes), _plain(share),
            *("" if number is None else str(number) for number in numbers),
            ", ".join(one.systems),
        )  # fmt: skip


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:.6g}"
