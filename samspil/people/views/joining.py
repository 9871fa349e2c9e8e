"""Where an invitation leads: the one page of this slice that needs no account."""

from allauth.account.views import logout as allauth_logout
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from samspil.people import actions
from samspil.people.forms import JoinForm
from samspil.people.models import Invitation
from samspil.people.queries import WorkRequest
from samspil.people.queries.staff import invitation_of
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from samspil.tenancy.queries import organisation as organisation_of
from samspil.web.pages import page, toast


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: WorkRequest, key: str) -> HttpResponse:
    """Choose a password, or with an account that has one, come in."""
    identity, _under, secret = key.partition("_")
    try:
        organisation = organisation_of(identity)
    except (Organisation.DoesNotExist, ValidationError):
        raise Http404 from None
    with enter(organisation):
        invitation = invitation_of(secret, now=timezone.now())
        if invitation is None:
            return page(request, "people/join_over.html", {}, status=404)
        return _join(request, invitation, organisation)


def addresses(request: WorkRequest) -> HttpResponse:
    """Nothing: an account has the one address that it was invited by.

    A further one could have a letter sent that opens the account.
    """
    raise Http404


@login_not_required
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out; whoever sits there next finds none of our pages by going back."""
    answer: HttpResponse = allauth_logout(request)
    if request.method == "POST":
        answer["Clear-Site-Data"] = '"cache"'
    return answer


def _join(request: WorkRequest, invitation: Invitation, organisation: Organisation) -> HttpResponse:
    user = invitation.colleague.user
    has_account = bool(user and user.has_usable_password())
    signed_in = has_account and request.user == user
    form = JoinForm(request.POST or None, user=user)
    if request.method == "POST" and (signed_in or (not has_account and form.is_valid())):
        password = None if has_account else form.cleaned_data["password"]
        try:
            actions.accept(invitation, password=password, at=timezone.now())
        except actions.InvitationOver:
            return page(request, "people/join_over.html", {}, status=404)
        toast(request, _("You belong to %(name)s now.") % {"name": organisation.name})
        return redirect("today:today" if signed_in else "account_login")
    context = {
        "form": form,
        "person": invitation.colleague,
        "organisation_name": organisation.name,
        "has_account": has_account,
        "signed_in": signed_in,
    }
    refused = request.method == "POST" and not has_account
    return page(request, "people/join.html", context, status=422 if refused else 200)
