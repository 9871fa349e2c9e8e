"""Take on colleagues, form teams, hand out tokens."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samspil.core.roles import Role
from samspil.people.models import (
    ApiToken,
    Colleague,
    Kind,
    Membership,
    Team,
    TeamMember,
    User,
)
from samspil.people.queries import digest
from samspil.tenancy.queries import current


@transaction.atomic
def take_on(
    *, name: str, email: str, roles: Sequence[Role], password: str | None = None, language: str = ""
) -> Colleague:
    """Take on a person. Without a password they can sign in only after setting one by mail."""
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = User(email=email.lower(), language=language)
        user.set_password(password)
        user.save()
    Membership.objects.get_or_create(user=user, organisation=current())
    return Colleague.objects.create(name=name, user=user, roles=[str(role) for role in roles])


def take_on_ai(*, name: str, skill: str) -> Colleague:
    """Take on an AI colleague: it has no account and no roles, only a skill."""
    return Colleague.objects.create(name=name, kind=Kind.AI, skill=skill)


@transaction.atomic
def form_team(*, name: str, members: Sequence[Colleague]) -> Team:
    """Form a team of these colleagues."""
    team = Team.objects.create(name=name)
    TeamMember.objects.bulk_create(TeamMember(team=team, colleague=member) for member in members)
    return team


def make_token(*, colleague: Colleague, name: str, at: datetime) -> str:
    """Make a token and return it: the only time it can be read.

    It begins with the organisation's id, so that a program's request is read as that
    organisation's from the first query on.
    """
    secret = secrets.token_urlsafe(32)
    ApiToken.objects.create(colleague=colleague, name=name, digest=digest(secret), created_at=at)
    return f"samspil_{current().public_id.hex}_{secret}"


def revoke_token(token: ApiToken, *, at: datetime) -> None:
    """End a token's life; ending it twice changes nothing."""
    ApiToken.objects.filter(pk=token.pk, revoked_at__isnull=True).update(revoked_at=at)
