"""Bring documents in."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from samspil.core.guidelines import Topic
from samspil.governance.queries import short_rule
from samspil.knowledge import actions
from samspil.knowledge.access import check_may_keep
from samspil.knowledge.forms import AddForm
from samspil.people.queries import WorkRequest, people, teams
from samspil.web.pages import page, toast


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: WorkRequest) -> HttpResponse:
    """Choose files and say who may see them; they are read in the background."""
    colleague = check_may_keep(request.colleague)
    form = AddForm(
        request.POST or None, request.FILES or None, teams=teams(), people=people()
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        given = [
            actions.Given(name=one.name or "", content=one.read())
            for one in form.cleaned_data["chosen"]
        ]
        try:
            found = actions.add_documents(
                given, terms=form.terms(), by=colleague, at=timezone.now()
            )
        except (actions.RefusedDocument, actions.BadTerms) as why:
            form.add_error(None, str(why))
        else:
            _tell(request, [taken for _document, taken in found])
            return redirect("knowledge:documents")
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "rule": short_rule(Topic.DATA)}
    return page(request, "knowledge/add.html", context, status=status)


def _tell(request: WorkRequest, found: list[actions.Taken]) -> None:
    fresh = sum(taken is not actions.Taken.KNOWN for taken in found)
    if fresh:
        said = ngettext(
            "%(n)d document is here and being read.",
            "%(n)d documents are here and being read.",
            fresh,
        )
        toast(request, said % {"n": fresh})
    else:
        toast(request, _("Nothing has changed in these documents."))
