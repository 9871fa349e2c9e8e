"""Take over a list of staff: look first, then change what it changes."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters.tables import read_table
from samspil.core.roles import Action, Role
from samspil.core.staff_list import Difference, StaffEntry, as_row, difference, from_row
from samspil.journal.actions import record
from samspil.people.access import check_may, check_may_give
from samspil.people.actions.staffing import LastOwner, about_colleague
from samspil.people.models import Colleague, Kind, StaffList, Team, TeamMember, User
from samspil.people.queries.staff import entries
from samspil.people.queries.staff_file import WrongRow, staff_of

NEW = (str(Role.EMPLOYEE),)
"""The roles of those for whom a list names none."""
BATCH = 500


def keep_list(stream: BinaryIO, *, name: str, by: Colleague, at: datetime) -> StaffList:
    """Read a file and keep its people for a look; raises `UnreadableTable` and `NoColumns`."""
    check_may(by, Action.MANAGE_PEOPLE)
    read = list(staff_of(read_table(stream), by=by))
    return StaffList.objects.create(
        by=by,
        file_name=name[-200:],
        rows=[as_row(one) for one in read if isinstance(one, StaffEntry)],
        errors=[asdict(one) for one in read if isinstance(one, WrongRow)],
        brought_at=at,
    )


def discard_list(staff_list: StaffList, *, by: Colleague) -> None:
    """Forget a list that was only looked at."""
    check_may(by, Action.MANAGE_PEOPLE)
    StaffList.objects.filter(pk=staff_list.pk, done_at__isnull=True).delete()


@transaction.atomic
def apply_list(staff_list: StaffList, *, by: Colleague, at: datetime) -> Difference:
    """Add the new and change the changed, all or none; nobody is removed.

    Compares with who is here now, not with what the look showed. Raises `NotAllowed`, `LastOwner`.
    """
    check_may(by, Action.MANAGE_PEOPLE)
    waiting = StaffList.objects.filter(pk=staff_list.pk, done_at__isnull=True)
    if not waiting.update(done_at=at, rows=[], errors=[]):
        return Difference(new=[], changed=[], unchanged=[], missing=[])
    found = difference([from_row(row) for row in staff_list.rows], here=entries())
    found = _without_gone(found)
    teams = _teams([*found.new, *(one.after for one in found.changed)])
    added = _add(found.new, teams, by=by)
    changed = _change(found, teams, by=by)
    record(
        [about_colleague(one, "colleague_added", by=by, roles=one.roles) for one in added]
        + [about_colleague(one, "colleague_changed", by=by, roles=one.roles) for one in changed],
        at=at,
    )
    return found


def _without_gone(found: Difference) -> Difference:
    """Those who left do not come back by a list: somebody has to want it."""
    emails = [one.email for one in found.new]
    left = Colleague.objects.filter(user__email__in=emails, left_at__isnull=False)
    gone = set(left.values_list("user__email", flat=True))
    return replace(found, new=[one for one in found.new if one.email not in gone])


def _teams(listed: Sequence[StaffEntry]) -> dict[str, Team]:
    names = {name for one in listed for name in one.teams or ()}
    Team.objects.bulk_create([Team(name=name) for name in sorted(names)], ignore_conflicts=True)
    return {team.name: team for team in Team.objects.filter(name__in=names)}


def _add(listed: Sequence[StaffEntry], teams: dict[str, Team], *, by: Colleague) -> list[Colleague]:
    check_may_give(by, {Role(role) for one in listed for role in one.roles or NEW})
    users = _accounts([one.email for one in listed])
    made = Colleague.objects.bulk_create(
        [
            Colleague(
                name=one.name,
                user=users[one.email],
                roles=list(one.roles or NEW),
                languages=list(one.languages or ()),
                abilities=list(one.abilities or ()),
            )
            for one in listed
        ],
        batch_size=BATCH,
    )
    _join(list(zip(made, listed, strict=True)), teams)
    return made


def _accounts(emails: Sequence[str]) -> dict[str, User]:
    known = set(User.objects.filter(email__in=emails).values_list("email", flat=True))
    fresh = [User(email=email) for email in emails if email not in known]
    for user in fresh:
        user.set_unusable_password()
    User.objects.bulk_create(fresh, batch_size=BATCH)
    return {user.email: user for user in User.objects.filter(email__in=emails)}


def _change(found: Difference, teams: dict[str, Team], *, by: Colleague) -> list[Colleague]:
    after = {one.after.email: one.after for one in found.changed}
    here = Colleague.objects.select_related("user").filter(user__email__in=list(after))
    changed = [one for one in here if one.user]
    pairs = [(one, after[one.user.email]) for one in changed if one.user]
    for colleague, entry in pairs:
        _take(colleague, entry, by=by)
    Colleague.objects.bulk_update(
        changed, ["name", "roles", "languages", "abilities"], batch_size=BATCH
    )
    _check_owned()
    told = [(colleague, entry) for colleague, entry in pairs if entry.teams is not None]
    TeamMember.objects.filter(colleague__in=[one for one, _entry in told]).delete()
    _join(told, teams)
    return changed


def _take(colleague: Colleague, entry: StaffEntry, *, by: Colleague) -> None:
    if entry.roles is not None:
        check_may_give(by, {Role(role) for role in entry.roles} ^ colleague.role_set)
        colleague.roles = list(entry.roles)
    colleague.name = entry.name
    if entry.languages is not None:
        colleague.languages = list(entry.languages)
    if entry.abilities is not None:
        colleague.abilities = list(entry.abilities)


def _check_owned() -> None:
    people = Colleague.objects.filter(kind=Kind.PERSON, left_at__isnull=True)
    if not any(Role.OWNER in one.role_set for one in people.only("roles")):
        raise LastOwner(_("The list would leave the organisation without an owner."))


def _join(pairs: Sequence[tuple[Colleague, StaffEntry]], teams: dict[str, Team]) -> None:
    TeamMember.objects.bulk_create(
        [
            TeamMember(team=teams[name], colleague=colleague)
            for colleague, entry in pairs
            for name in entry.teams or ()
        ],
        batch_size=BATCH,
        ignore_conflicts=True,
    )
