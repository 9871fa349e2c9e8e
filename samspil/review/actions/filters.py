"""Keep ways to narrow the queue under a name, for oneself or for a team."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samspil.core.roles import Action, NotAllowed
from samspil.governance.queries import intake
from samspil.people.models import Colleague, Team
from samspil.people.queries import check_may
from samspil.review.models import SavedFilter
from samspil.review.queries.filters import KEPT, WHOSE, own_filters
from samspil.work.queries import own_teams

MOST = 20
"""How many filters somebody can keep."""
GRACE = timedelta(hours=1)
"""How long a removed filter can be had back."""


class FilterRefused(ValueError):
    """This filter cannot be kept so; the message is fit to show."""


@transaction.atomic
def save_filter(
    name: str, choices: Mapping[str, str], *, team: Team | None, by: Colleague
) -> SavedFilter:
    """Keep what the queue is narrowed to, at the end of the row. Raises `FilterRefused`."""
    check_may(by, Action.SEE_CASES)
    plain = _checked(name, choices, team=team, by=by)
    held = own_filters(by).count()
    if held >= MOST:
        sentence = _("You keep %(most)d filters already: remove one first.")
        raise FilterRefused(sentence % {"most": MOST})
    kept = {key: value for key, value in choices.items() if key in (WHOSE, *KEPT) and value}
    with _one_of_a_name():
        return SavedFilter.objects.create(owner=by, team=team, name=plain, choices=kept, place=held)


@transaction.atomic
def change_filter(
    kept: SavedFilter, *, name: str, team: Team | None, usual: bool, by: Colleague
) -> None:
    """Rename a filter, share it or keep it to oneself, and open the queue with it or not."""
    _check_own(kept, by)
    plain = _checked(name, kept.choices, team=team, by=by)
    if usual:
        own_filters(by).update(usual=False)
    with _one_of_a_name():
        own_filters(by).filter(pk=kept.pk).update(name=plain, team=team, usual=usual)


@transaction.atomic
def move_filter(kept: SavedFilter, *, by_places: int, by: Colleague) -> None:
    """Put a filter further to the front (negative) or to the end of the row."""
    _check_own(kept, by)
    row = list(own_filters(by).select_for_update())
    here = next(i for i, one in enumerate(row) if one.pk == kept.pk)
    row.insert(max(0, here + by_places), row.pop(here))
    for place, one in enumerate(row):
        one.place = place
    SavedFilter.objects.bulk_update(row, ["place"])


@transaction.atomic
def remove_filter(kept: SavedFilter, *, by: Colleague, at: datetime) -> None:
    """Take a filter out of the row; for an hour it can be had back."""
    _check_own(kept, by)
    SavedFilter.objects.filter(removed_at__lt=at - GRACE).delete()
    own_filters(by).filter(pk=kept.pk).update(removed_at=at, usual=False)


@transaction.atomic
def restore_filter(kept: SavedFilter, *, by: Colleague, at: datetime) -> None:
    """Have a removed filter back. Raises `FilterRefused` where it is too late."""
    _check_own(kept, by)
    removed = SavedFilter.objects.filter(pk=kept.pk, owner=by, removed_at__gte=at - GRACE)
    with _one_of_a_name():
        back = removed.update(removed_at=None)
    if not back:
        raise FilterRefused(_("It is too late to undo this."))


def _checked(name: str, choices: Mapping[str, str], *, team: Team | None, by: Colleague) -> str:
    plain = " ".join(intake(name).text.split())[:40].strip()
    if not plain:
        raise FilterRefused(_("Give the filter a name."))
    if not any(choices.get(key) for key in KEPT):
        raise FilterRefused(_("Narrow the list first: then there is something to keep."))
    if team is not None and team.pk not in own_teams(by):
        raise FilterRefused(_("You can share a filter with your own teams only."))
    return plain


def _check_own(kept: SavedFilter, by: Colleague) -> None:
    check_may(by, Action.SEE_CASES)
    if kept.owner_id != by.pk:
        raise NotAllowed(_("This filter is a colleague's: only they can change it."))


@contextmanager
def _one_of_a_name() -> Iterator[None]:
    """The database refuses a second filter of the same name; say so in words."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as why:
        raise FilterRefused(_("You have a filter of this name already.")) from why
