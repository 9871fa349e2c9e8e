"""What the law still asks of a use, with the fields for it; beside an initiative too."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspil.people.queries import WorkRequest, day_of, people
from samspil.trust.actions.settling import settle_at_once
from samspil.trust.forms.settling import SettlingForm
from samspil.trust.queries.use_words import RISKS, reason_words
from samspil.trust.queries.uses import use_taken_by
from samspil.trust.views.uses import find_use
from samspil.uses.actions import BadRecord, NotSettled
from samspil.uses.queries import Standing, check_may_govern, notice_name
from samspil.web.going import way_back
from samspil.web.pages import page, toast


@require_http_methods(["GET", "HEAD", "POST"])
def settling(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Say all that is missing at once; a page that sent the reader here gets them back."""
    colleague = check_may_govern(request.colleague)
    standing = find_use(public_id)
    back = way_back(request, reverse("uses:use", args=[public_id]))
    form = _form(request, standing)
    if request.method == "POST" and form.is_valid():
        try:
            settle_at_once(standing, form.cleaned_data["settled"], by=colleague, at=timezone.now())
        except (NotSettled, BadRecord) as why:
            form.add_error(None, str(why))
        else:
            toast(request, _("Kept, in your name. It stands in the journal."))
            return redirect(back)
    context = {
        "one": standing,
        "id": public_id,
        "form": form,
        "next": back,
        "risk": RISKS[standing.found.risk],
        "why": [reason_words(each.ground) for each in standing.found.why],
    }
    status = 422 if request.method == "POST" else 200
    return page(request, "uses/settling.html", context, status=status)


def _form(request: WorkRequest, standing: Standing) -> SettlingForm:
    told = standing.use.people_told
    return SettlingForm(
        request.POST or None,
        auto_id="law_%s",
        standing=standing,
        people=people(),
        near=use_taken_by(standing.thing),
        told=bool(notice_name(standing.thing.thing))
        or (told is not None and told <= day_of(timezone.now())),
    )
