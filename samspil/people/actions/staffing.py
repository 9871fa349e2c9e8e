"""Add a colleague, and change what they answer for, where they belong and what they can."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.roles import Action, Role
from samspil.journal.actions import Happening, record
from samspil.people.access import check_may, check_may_give
from samspil.people.models import Colleague, Kind, Team, TeamMember, User
from samspil.people.queries import actor


class AlreadyHere(Exception):
    """Somebody with this address is a colleague already; the message is fit to show."""


class LastOwner(Exception):
    """An organisation needs an owner; the message is fit to show to a person."""


@transaction.atomic
def add_colleague(
    *,
    name: str,
    email: str,
    roles: Sequence[Role],
    teams: Sequence[Team] = (),
    languages: Sequence[str] = (),
    abilities: Sequence[str] = (),
    by: Colleague,
    at: datetime,
) -> Colleague:
    """Add a person, who can sign in only after an invitation; raises `AlreadyHere`."""
    check_may_give(by, roles)
    user = User.objects.filter(email__iexact=email).first() or _account(email)
    if Colleague.objects.filter(user=user).exists():
        raise AlreadyHere(_("Somebody with this address is, or was, a colleague already."))
    made = Colleague.objects.create(
        name=name,
        user=user,
        roles=[str(role) for role in roles],
        languages=list(languages),
        abilities=list(abilities),
    )
    set_teams(made, teams)
    note_colleague(made, "colleague_added", by=by, at=at, roles=made.roles)
    return made


@transaction.atomic
def change_colleague(
    colleague: Colleague,
    *,
    name: str,
    roles: Sequence[Role],
    teams: Sequence[Team],
    languages: Sequence[str],
    abilities: Sequence[str],
    by: Colleague,
    at: datetime,
) -> None:
    """Change a person; raises `NotAllowed` and `LastOwner`, and then changes nothing."""
    check_may(by, Action.MANAGE_PEOPLE)
    now = frozenset(roles)
    check_may_give(by, now ^ colleague.role_set)
    if Role.OWNER in colleague.role_set - now:
        check_not_last_owner(colleague)
    colleague.name = name
    colleague.roles = [str(role) for role in roles]
    colleague.languages, colleague.abilities = list(languages), list(abilities)
    colleague.save(update_fields=["name", "roles", "languages", "abilities"])
    set_teams(colleague, teams)
    note_colleague(colleague, "colleague_changed", by=by, at=at, roles=colleague.roles)


def check_not_last_owner(colleague: Colleague) -> None:
    """Raise `LastOwner` unless somebody else is an owner too. Locks the owners it reads."""
    here = Colleague.objects.filter(kind=Kind.PERSON, left_at__isnull=True)
    others = here.exclude(pk=colleague.pk).select_for_update()
    if not any(Role.OWNER in one.role_set for one in others):
        raise LastOwner(_("This is the last owner: make somebody else an owner first."))


def set_teams(colleague: Colleague, teams: Sequence[Team]) -> None:
    """Put the person into exactly these teams."""
    places = TeamMember.objects.filter(colleague=colleague)
    places.exclude(team__in=teams).delete()
    TeamMember.objects.bulk_create(
        [TeamMember(team=team, colleague=colleague) for team in teams], ignore_conflicts=True
    )


def note_colleague(
    colleague: Colleague, event: str, *, by: Colleague, at: datetime, **facts: object
) -> None:
    """Write down what somebody did with a colleague."""
    record([about_colleague(colleague, event, by=by, **facts)], at=at)


def about_colleague(
    colleague: Colleague, event: str, *, by: Colleague, **facts: object
) -> Happening:
    """Something that was done with a colleague, ready to be recorded."""
    who = actor(by)
    return Happening(
        event=event,
        subject_kind="colleague",
        subject=str(colleague.public_id),
        actor=who.id,
        actor_kind=who.kind,
        facts=facts,
    )


def _account(email: str) -> User:
    user = User(email=email.lower())
    user.set_unusable_password()
    user.save()
    return user
