"""Set up a line of work."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may, teams
from samspil.uses.queries import may_govern
from samspil.web.going import way_back
from samspil.web.pages import page, toast
from samspil.work import actions
from samspil.work.forms import NewProcessForm


@require_http_methods(["GET", "HEAD", "POST"])
def new_process(request: WorkRequest) -> HttpResponse:
    """Choose one of four kinds; a page that sent the reader here gets them back."""
    colleague = check_may(request.colleague, Action.CHANGE_PROCESSES)
    there = teams()
    form = NewProcessForm(request.POST or None, teams=there, governs=may_govern(colleague))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.begin_process(**form.chosen(), by=colleague, at=timezone.now())
        except actions.NameTaken as why:
            form.add_error("name", str(why))
        else:
            back = way_back(request, "")
            if not back:
                toast(request, _("%(name)s is set up.") % {"name": made.name})
            return redirect(back or reverse("work:process", args=[made.public_id]))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "several": len(there) > 1, "next": way_back(request, "")}
    return page(request, "work/new_process.html", context, status=status)
