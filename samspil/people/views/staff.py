"""Everybody who works here, one by one."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspil.core.roles import Action, NotAllowed, may_give
from samspil.people import actions
from samspil.people.access import check_may
from samspil.people.forms import ColleagueForm, NewColleagueForm, TeamForm
from samspil.people.models import Colleague, Team
from samspil.people.queries import WorkRequest, role_names, teams
from samspil.people.queries.staff import members, person_at, signs_in, staff_page, teams_of
from samspil.people.queries.staff import people as everybody
from samspil.web.going import way_back
from samspil.web.pages import page, toast, toast_problem, uuid_of


@require_safe
def people(request: WorkRequest) -> HttpResponse:
    """The list, narrowed by words, by pages."""
    check_may(request.colleague, Action.MANAGE_PEOPLE)
    words = request.GET.get("q", "")[:100].replace("\0", "")
    found = staff_page(everybody(), words=words, after=uuid_of(request.GET.get("after", "")))
    later = ""
    if found.after:
        later = "?" + urlencode({"q": words, "after": str(found.after)})
    accounts = members([row.colleague for row in found.rows])
    rows = [
        (row, role_names(row.colleague.role_set), row.colleague.user_id in accounts)
        for row in found.rows
    ]
    context = {"rows": rows, "words": words, "later": later, "team_form": TeamForm()}
    return page(request, "people/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: WorkRequest) -> HttpResponse:
    """Add one person, then show them with their invitation."""
    colleague = check_may(request.colleague, Action.MANAGE_PEOPLE)
    form = NewColleagueForm(request.POST or None, by=colleague, teams=teams())
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            with transaction.atomic():
                made = actions.add_colleague(
                    **form.chosen(), email=form.cleaned_data["email"], by=colleague, at=now
                )
                link = actions.invite(made, by=colleague, at=now)
        except actions.AlreadyHere as why:
            form.add_error("email", str(why))
        else:
            return _show_link(request, made, link)
    status = 422 if request.method == "POST" else 200
    return page(request, "people/add.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """One person: what they answer for, and whether they can sign in."""
    colleague = check_may(request.colleague, Action.MANAGE_PEOPLE)
    found = _find(public_id)
    if request.method != "POST":
        return _person_page(request, colleague, found)
    form = _form(colleague, found, request)
    if not form.is_valid():
        return _person_page(request, colleague, found, form=form, status=422)
    try:
        actions.change_colleague(found, **form.chosen(), by=colleague, at=timezone.now())
    except (actions.LastOwner, NotAllowed) as why:
        form.add_error("roles", str(why))
        return _person_page(request, colleague, _find(public_id), form=form, status=422)
    toast(request, _("%(name)s is changed.") % {"name": found.name})
    return redirect("people:person", public_id=public_id)


@require_POST
def invite(request: WorkRequest, public_id: UUID) -> HttpResponse:
    """Invite once more; links from before end."""
    colleague = check_may(request.colleague, Action.MANAGE_PEOPLE)
    found = _find(public_id)
    try:
        link = actions.invite(found, by=colleague, at=timezone.now())
    except actions.InvitationOver as why:
        toast_problem(request, str(why))
        return redirect("people:person", public_id=public_id)
    return _show_link(request, found, link)


@require_POST
def form_team(request: WorkRequest) -> HttpResponse:
    """Form a team; people join it on their own pages."""
    check_may(request.colleague, Action.MANAGE_PEOPLE)
    form = TeamForm(request.POST)
    if form.is_valid():
        try:
            with transaction.atomic():
                actions.form_team(name=form.cleaned_data["name"], members=[])
        except IntegrityError:
            toast_problem(request, _("There is a team of this name already."))
        else:
            toast(request, _("The team is formed. Put people into it on their pages."))
    else:
        toast_problem(request, _("Give the team a name."))
    return redirect(way_back(request, reverse("people:people")))


def _show_link(request: WorkRequest, colleague: Colleague, link: str) -> HttpResponse:
    """The link is shown on this answer only: it cannot be read again."""
    return page(request, "people/invited.html", {"person": colleague, "link": link})


def _form(by: Colleague, found: Colleague, request: WorkRequest) -> ColleagueForm:
    fixed = [role for role in found.role_set if not may_give(by.role_set, role)]
    mine = set(Team.objects.filter(members=found).values_list("public_id", flat=True))
    initial = {
        "name": found.name,
        "roles": found.roles,
        "teams": [str(public_id) for public_id in mine],
        "languages": found.languages,
        "abilities": ", ".join(found.abilities),
    }
    return ColleagueForm(
        request.POST or None, by=by, teams=teams(), fixed=sorted(fixed), initial=initial
    )


def _person_page(
    request: WorkRequest,
    by: Colleague,
    found: Colleague,
    *,
    form: ColleagueForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "person": found,
        "form": form or _form(by, found, request),
        "roles": role_names(found.role_set),
        "teams": teams_of(found),
        "signs_in": signs_in(found),
        "leaving": reverse("roster:leave", args=[found.public_id]),
    }
    return page(request, "people/person.html", context, status=status)


def _find(public_id: UUID) -> Colleague:
    try:
        return person_at(public_id)
    except Colleague.DoesNotExist:
        raise Http404 from None
