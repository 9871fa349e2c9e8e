"""Reads of people, teams and accounts."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.db.models.expressions import RawSQL
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.utils.module_loading import import_string

from samspil.core.roles import Action, may
from samspil.people.access import check_may
from samspil.people.models import ApiToken, Colleague, Kind, Membership, Team, User
from samspil.tenancy.models import Organisation
from samspil.tenancy.queries import current, current_id

__all__ = ["Actor", "WorkRequest", "check_may", "may_do"]

BELONGS = "_belongs_to"
"""Where an account read by `user_with_organisations` keeps its organisations."""
CHOSEN = "organisation"
"""Where the session keeps the chosen organisation's id."""


class WorkRequest(HttpRequest):
    """A request as views see it: whose organisation it is for, and which colleague's it is."""

    organisation: Organisation | None
    colleague: Colleague | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does something, as the journal names them: an id, never a name."""

    id: str
    kind: str


SYSTEM = Actor(id="system", kind="system")
"""Samspil itself, for what no colleague did."""


def actor(colleague: Colleague) -> Actor:
    """The colleague as the journal names them."""
    return Actor(id=str(colleague.public_id), kind=colleague.kind)


def may_do(colleague: Colleague | None, action: Action) -> bool:
    """Whether `check_may` would let this colleague pass; False for nobody."""
    if colleague is None or colleague.kind != Kind.PERSON:
        return False
    return may(colleague.role_set, action)


def user_with_organisations(user_id: int) -> User | None:
    """The account, with the answer of `organisations_of` read in the same statement."""
    joined = Membership.objects.filter(user=user_id).select_related("user", "organisation")
    rows = list(joined.order_by("organisation__name"))
    if not rows:
        return User.objects.filter(pk=user_id).first()
    user = rows[0].user
    setattr(user, BELONGS, [row.organisation for row in rows])
    return user


def organisations_of(user: User | AnonymousUser) -> list[Organisation]:
    """The organisations an account belongs to, by name; as of the request's begin."""
    if not isinstance(user, User):
        return []
    known: list[Organisation] | None = getattr(user, BELONGS, None)
    if known is not None:
        return known
    return list(
        Organisation.objects.filter(pk__in=user.memberships.values("organisation")).order_by("name")
    )


def names_beside(user: User | None) -> list[str]:
    """What everybody knows who knows the account: its address, whom it belongs to, and where."""
    if user is None:
        return []
    known = [user.email]
    if user.pk:
        known += [one.name for one in organisations_of(user)]
    if user.pk and current_id():
        known.append(current().name)
        known += Colleague.objects.filter(user=user).values_list("name", flat=True)
    return known


def organisation_of(user: User, session: SessionBase) -> Organisation | None:
    """The organisation this session works in: the one chosen, else the account's first."""
    mine = organisations_of(user)
    named = (one for one in mine if str(one.public_id) == session.get(CHOSEN))
    return next(named, next(iter(mine), None))


def colleague_of(user: User) -> Colleague | None:
    """The account's colleague in the current organisation."""
    here = Colleague.objects.filter(user=user, left_at__isnull=True)
    return next(iter(here.annotate(**_beside())), None)  # at most one, so that no order is asked


def colleague(public_id: UUID | str) -> Colleague:
    """One colleague of the current organisation; raises `Colleague.DoesNotExist`."""
    return Colleague.objects.get(public_id=public_id)


def staff_addresses(addresses: Iterable[str]) -> set[str]:
    """Those of these mail addresses, in small letters, with which a colleague signs in."""
    wanted = {one.casefold() for one in addresses if one}
    found = Colleague.objects.annotate(address=Lower("user__email")).filter(address__in=wanted)
    return set(found.values_list("address", flat=True)) if wanted else set()


def ai_colleague(skill: str) -> Colleague | None:
    """The AI colleague who brings this skill, if there is one."""
    return Colleague.objects.filter(kind=Kind.AI, skill=skill).first()


def names(ids: Sequence[str]) -> dict[str, str]:
    """The names behind journal ids; ids of nobody in this organisation are left out."""
    plausible = [identity for identity in ids if len(identity) == 36]
    found = Colleague.objects.filter(public_id__in=plausible).values_list("public_id", "name")
    return {str(public_id): name for public_id, name in found}


def teams() -> list[Team]:
    """All teams, by name."""
    return list(Team.objects.filter(closed_at__isnull=True).order_by("name"))


def team_at(public_id: UUID | str) -> Team:
    """One team that is not closed; raises `Team.DoesNotExist`."""
    return Team.objects.get(public_id=public_id, closed_at__isnull=True)


def teams_with_members() -> list[tuple[Team, list[str]]]:
    """All teams with the names of their people, in two statements."""
    rows = Team.objects.filter(closed_at__isnull=True).prefetch_related("members")
    return [
        (team, sorted(one.name for one in team.members.all() if one.left_at is None))
        for team in rows.order_by("name")
    ]


def colleague_of_token(secret: str) -> Colleague | None:
    """Whose token this is, in the current organisation; None if unknown or revoked."""
    beside = _beside()
    rows = ApiToken.objects.filter(
        digest=digest(secret), revoked_at__isnull=True, colleague__left_at__isnull=True
    )
    found = next(iter(rows.select_related("colleague").annotate(**beside)), None)
    if found is None:
        return None
    vars(found.colleague).update({name: getattr(found, name) for name in beside})
    return found.colleague


def _beside() -> Mapping[str, RawSQL]:
    """What other slices want to know of whoever comes in, asked for in the same statement."""
    known: Mapping[str, RawSQL] = import_string(settings.KNOWN_AT_THE_DOOR)()
    return known


def digest(secret: str) -> str:
    """What is kept of a token's secret. Secrets are 256 random bits, so a plain hash will do."""
    return hashlib.sha256(secret.encode()).hexdigest()
