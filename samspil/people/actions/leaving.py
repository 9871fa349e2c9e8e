"""Somebody leaves: the account, the tokens and the sessions end; what they decided stays."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction

from samspil.core.roles import Action, Role
from samspil.people.access import check_may, check_may_give
from samspil.people.actions.staffing import check_not_last_owner, note_colleague
from samspil.people.models import ApiToken, Colleague, Invitation, Membership, TeamMember, User
from samspil.tenancy.queries import current


@transaction.atomic
def let_go(colleague: Colleague, *, by: Colleague, at: datetime) -> None:
    """End all that lets the person in. Their cases are `work.actions.leave`'s to hand over.

    An account that also opens another organisation goes on there. Raises `LastOwner`.
    """
    check_may(by, Action.MANAGE_PEOPLE)
    check_may_give(by, colleague.role_set)
    if Role.OWNER in colleague.role_set:
        check_not_last_owner(colleague)
    here = Colleague.objects.filter(pk=colleague.pk, left_at__isnull=True)
    if not here.update(left_at=at):
        return
    colleague.left_at = at
    ApiToken.objects.filter(colleague=colleague, revoked_at__isnull=True).update(revoked_at=at)
    Invitation.objects.filter(colleague=colleague, used_at__isnull=True).delete()
    TeamMember.objects.filter(colleague=colleague).delete()
    if colleague.user is not None:
        _close(colleague.user)
    note_colleague(colleague, "colleague_left", by=by, at=at)


def _close(user: User) -> None:
    Membership.objects.filter(user=user, organisation=current()).delete()
    if Membership.objects.filter(user=user).exists():
        return
    User.objects.filter(pk=user.pk).update(is_active=False)
    for session in UserSession.objects.filter(user=user):
        session.end()
