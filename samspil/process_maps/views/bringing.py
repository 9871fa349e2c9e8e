"""A table of steps: looked at first, then kept as a map; or refused row by row."""

import csv
import io

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspil.core.process_maps.drafting import Draft
from samspil.core.process_maps.table import COLUMNS, PARTED, Brought
from samspil.people.queries import WorkRequest
from samspil.process_maps import actions, queries
from samspil.process_maps.access import check_may_draw
from samspil.process_maps.actions import Refused
from samspil.process_maps.forms import BringForm
from samspil.process_maps.views.words import share_words, time_words
from samspil.web.pages import page, toast

HUNDRED = 100


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: WorkRequest) -> HttpResponse:
    """Look at what a file or a typed table says, and keep it as a map once that is confirmed.

    Nothing of the file is kept: what was looked at comes back with the confirmation.
    """
    colleague = check_may_draw(request.colleague)
    form = BringForm(request.POST or None, request.FILES or None)
    found: Brought | None = None
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data["found"]
        if "sure" in request.POST and not found.wrong:
            name = form.cleaned_data["name"]
            try:
                made = actions.begin_map(name, found.draft, by=colleague, at=timezone.now())
            except Refused as why:
                form.add_error("name", str(why))
            else:
                undo = reverse("process_maps:remove", args=[made.public_id])
                toast(request, _("The map is begun."), undo=undo)
                return redirect("process_maps:map", public_id=made.public_id)
    context = {
        "form": form,
        "found": found,
        "wrong": [queries.fault_words(one) for one in found.wrong] if found else [],
        "rows": _rows(found.draft) if found else [],
        "text": _text(found.draft) if found else "",
        "name": form.cleaned_data.get("name", "") if found else "",
    }
    status = 422 if form.errors or context["wrong"] else 200
    return page(request, "process_maps/bring.html", context, status=status)


def _rows(draft: Draft) -> list[tuple[str, str, str, str, str]]:
    following = _following(draft)
    return [
        (
            one.name,
            "–" if one.said.minutes is None else time_words(one.said.minutes),
            "–" if one.said.errors is None else share_words(one.said.errors),
            one.owner or "–",
            following[at] or _("ends here"),
        )
        for at, one in enumerate(draft.steps)
    ]


def _text(draft: Draft) -> str:
    """The table once more, as it was understood."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([names[0] for names in COLUMNS.values()])
    following = _following(draft)
    for at, one in enumerate(draft.steps):
        said = one.said
        writer.writerow(
            [
                one.name, _plain(said.minutes), _plain(said.waiting), _in_100(said.errors),
                _in_100(said.ai_share), one.owner, following[at],
            ]
        )  # fmt: skip
    return out.getvalue()


def _following(draft: Draft) -> list[str]:
    found: list[list[str]] = [[] for _one in draft.steps]
    for source, target, share in draft.ways:
        name = draft.steps[target].name
        found[source].append(name if share is None else f"{name} ({_plain(HUNDRED * share)})")
    return [f" {PARTED} ".join(one) for one in found]


def _in_100(share: float | None) -> str:
    return "" if share is None else _plain(HUNDRED * share)


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:.6g}"
