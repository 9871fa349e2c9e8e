"""Invite a colleague by a link, and let them make their account theirs."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.adapters.mail import SENDER, Outgoing, deliver
from samspil.core.roles import Action
from samspil.people.access import check_may, check_may_give
from samspil.people.actions.staffing import note_colleague
from samspil.people.models import Colleague, Invitation, Membership, User
from samspil.people.queries import digest
from samspil.tenancy.queries import current

LASTS = timedelta(days=7)


class InvitationOver(Exception):
    """The link was used, is too old or was replaced; the message is fit to show to a person."""


@transaction.atomic
def invite(colleague: Colleague, *, by: Colleague, at: datetime) -> str:
    """Lay a letter with a link into the mail folder; returns the link, which cannot be read again.

    A new invitation ends the ones before. Nobody invites those who may do more than they may.
    """
    check_may(by, Action.MANAGE_PEOPLE)
    check_may_give(by, colleague.role_set)
    if colleague.user is None or colleague.left_at is not None:
        raise InvitationOver(_("This colleague cannot be invited."))
    Invitation.objects.filter(colleague=colleague, used_at__isnull=True).delete()
    secret = secrets.token_urlsafe(32)
    made = Invitation.objects.create(
        colleague=colleague, by=by, digest=digest(secret), made_at=at, expires_at=at + LASTS
    )
    note_colleague(colleague, "colleague_invited", by=by, at=at)
    link = settings.BASE_URL + reverse("join", args=[f"{current().public_id.hex}_{secret}"])
    letter = _letter(colleague, by=by, link=link, number=made.pk)
    transaction.on_commit(lambda: deliver(letter))
    return link


@transaction.atomic
def accept(invitation: Invitation, *, password: str | None, at: datetime) -> User:
    """Let the person in. `password` sets that of a new account; None leaves an old one alone.

    Raises `InvitationOver` where the link was used meanwhile.
    """
    colleague = invitation.colleague
    user: User | None = colleague.user
    open_still = Invitation.objects.filter(
        pk=invitation.pk, used_at__isnull=True, expires_at__gt=at
    )
    if user is None or not open_still.update(used_at=at):
        raise InvitationOver(_("This link was used already."))
    if password is not None:
        if user.has_usable_password():
            raise InvitationOver(_("This account has a password: sign in with it."))
        user.set_password(password)
    user.is_active = True
    user.save(update_fields=["password", "is_active"])
    Membership.objects.get_or_create(user=user, organisation=current())
    note_colleague(colleague, "invitation_accepted", by=colleague, at=at)
    return user


def _letter(colleague: Colleague, *, by: Colleague, link: str, number: int) -> Outgoing:
    organisation = current()
    assert colleague.user is not None
    with override(colleague.user.language or organisation.language):
        words = {"organisation": organisation.name, "by": by.name, "link": link}
        text = _(
            "%(by)s has invited you to work with %(organisation)s in Samspil.\n\n"
            "Open this link within seven days and choose a password:\n%(link)s\n\n"
            "If you did not expect this, do nothing: the link ends by itself."
        )
        subject = _("Your invitation to %(organisation)s") % words
    return Outgoing(
        message_id=f"<invitation-{organisation.public_id.hex}-{number}@samspil>",
        recipient=colleague.user.email,
        sender=SENDER,
        subject=subject,
        text=text % words,
    )
