"""Say how long data is kept, hold what may not be deleted, and let deletion begin."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samspil.core.forgetting import GONE
from samspil.core.retention.categories import Category
from samspil.core.retention.holds import HoldOn, same_person
from samspil.core.retention.periods import WORDS, problem_with
from samspil.governance.access import check_may_keep_time
from samspil.governance.models import Agreement, Hold, Period
from samspil.governance.queries.retention import over_holds, over_reports, reach_of, rule_here
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.tenancy.actions import delete_rows

KIND = "retention"


class BadPeriod(ValueError):
    """It cannot be kept for so long; the message is fit to show."""


class BadHold(ValueError):
    """This cannot be held, or not be let go, like this; the message is fit to show."""


@transaction.atomic
def set_period(category: Category, days: int, *, why: str, by: Colleague, at: datetime) -> Period:
    """Keep this for so many days here, from the next night on. Raises `BadPeriod`."""
    check_may_keep_time(by)
    rule = rule_here(category)
    if problem := problem_with(rule, days=days, why=why):
        facts = {"least": rule.shortest, "most": rule.longest, "source": rule.source}
        raise BadPeriod(_(WORDS[problem]) % facts)
    said = {"days": days, "why": why.strip(), "by": by, "at": at}
    period, _new = Period.objects.update_or_create(category=category, defaults=said)
    note("period_set", KIND, category.value, by=by, at=at, days=days)
    return period


@transaction.atomic
def use_usual_period(category: Category, *, by: Colleague, at: datetime) -> bool:
    """Keep this as long as usual again; False where it is so already."""
    check_may_keep_time(by)
    if not Period.objects.filter(category=category).delete()[0]:
        return False
    note("period_usual", KIND, category.value, by=by, at=at)
    return True


@transaction.atomic
def agree_to_purge(category: Category, *, due: int, by: Colleague | None, at: datetime) -> bool:
    """Let the deletion of this begin, having seen that so many rows are `due`.

    False where somebody has before. `by` is None on the command line only.
    """
    if by is not None:
        check_may_keep_time(by)
    _one, new = Agreement.objects.get_or_create(
        category=category, defaults={"due": due, "by": by, "at": at}
    )
    if new:
        note("purge_agreed", KIND, category.value, by=by, at=at, due=due)
    return new


@transaction.atomic
def put_hold(
    on: HoldOn, value: str, *, why: str, review_on: date, by: Colleague, at: datetime
) -> Hold:
    """Keep this from being deleted until somebody lets it go. Raises `BadHold`.

    `value` is an address, the id of a case or a process that the caller has found, or a category.
    """
    check_may_keep_time(by)
    value = same_person(value) if on is HoldOn.PERSON else value.strip()
    if not value or not why.strip():
        raise BadHold(_("Say what is held, and why."))
    if review_on <= at.date():
        raise BadHold(_("Choose a day to look again that is still to come."))
    try:
        with transaction.atomic():
            hold = Hold.objects.create(
                on=on, value=value, why=why.strip(), review_on=review_on, by=by, at=at
            )
    except IntegrityError as clash:
        raise BadHold(_("It is held already.")) from clash
    _note(hold, "hold_put", by=by, at=at)
    return hold


@transaction.atomic
def look_again(hold: Hold, *, review_on: date, by: Colleague, at: datetime) -> bool:
    """Say that a hold is still needed, and when to look next; False where it has ended."""
    check_may_keep_time(by)
    if review_on <= at.date():
        raise BadHold(_("Choose a day to look again that is still to come."))
    if not Hold.objects.filter(pk=hold.pk, ended_at__isnull=True).update(review_on=review_on):
        return False
    _note(hold, "hold_kept", by=by, at=at)
    return True


@transaction.atomic
def end_hold(hold: Hold, *, why: str, by: Colleague, at: datetime) -> bool:
    """Let go; what is over goes the next night. False where it had ended. Raises `BadHold`."""
    check_may_keep_time(by)
    if not why.strip():
        raise BadHold(_("Say why it is not needed any more."))
    standing = Hold.objects.filter(pk=hold.pk, ended_at__isnull=True)
    if not standing.update(ended_at=at, ended_by=by, ended_why=why.strip()):
        return False
    _note(hold, "hold_ended", by=by, at=at)
    return True


def forget_held(address: str) -> int:
    """Take whoever is erased out of holds that ended; that there was one stays. Gives how many."""
    ended = Hold.objects.filter(
        on=HoldOn.PERSON, value=same_person(address), ended_at__isnull=False
    )
    return ended.update(value=GONE, why=GONE, ended_why=GONE)


def sweep_holds(*, at: datetime) -> int:
    """Delete holds that ended long ago; returns how many."""
    return delete_rows(over_holds(reach_of(Category.HOLDS, at=at)))


def sweep_reports(*, at: datetime) -> int:
    """Delete old reports on what was deleted; returns how many."""
    return delete_rows(over_reports(reach_of(Category.REPORTS, at=at)))


def _note(hold: Hold, event: str, *, by: Colleague, at: datetime) -> None:
    note(event, "hold", hold.public_id, by=by, at=at, on=hold.on)
