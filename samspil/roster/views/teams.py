"""Teams: who is in them, what they are called, and dissolving one."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.roles import Action
from samspil.people import actions as people_actions
from samspil.people.models import Team
from samspil.people.queries import WorkRequest, check_may, people, team_at, teams_with_members
from samspil.roster import actions
from samspil.roster.forms import TeamForm
from samspil.web.pages import page, toast, toast_problem


@require_safe
def teams(request: WorkRequest) -> HttpResponse:
    """Every team with its people."""
    check_may(request.colleague, Action.MANAGE_PEOPLE)
    return page(request, "roster/teams.html", {"rows": teams_with_members()})


@require_http_methods(["GET", "HEAD", "POST"])
def team(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One team: its name and members."""
    colleague = check_may(request.colleague, Action.MANAGE_PEOPLE)
    found = _find(public_id)
    inside = [str(one) for one in found.members.values_list("public_id", flat=True)]
    initial = {"name": found.name, "members": inside}
    form = TeamForm(request.POST or None, initial=initial, people=people())
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_team(found, **form.chosen(), by=colleague, at=timezone.now())
        except people_actions.TeamNameTaken as why:
            form.add_error("name", str(why))
        else:
            toast(request, _("The team is changed."))
            return redirect("roster:teams")
    status = 422 if request.method == "POST" else 200
    return page(request, "roster/team.html", {"team": found, "form": form}, status=status)


@require_POST
def dissolve(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """End a team that nothing depends on."""
    colleague = check_may(request.colleague, Action.MANAGE_PEOPLE)
    found = _find(public_id)
    try:
        actions.dissolve_team(found, by=colleague, at=timezone.now())
    except actions.TeamNeeded as why:
        toast_problem(request, str(why))
        return redirect("roster:team", public_id=public_id)
    toast(request, _("%(name)s is dissolved. Its people stay.") % {"name": found.name})
    return redirect("roster:teams")


def _find(public_id: UUID) -> Team:
    try:
        return team_at(public_id)
    except Team.DoesNotExist:
        raise Http404 from None
