"""How long data is kept here, what may be deleted now, and what is held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from samspil.core.retention.categories import Category, country_of
from samspil.core.retention.holds import HoldOn, Holds, holds_of, same_person
from samspil.core.retention.periods import Reach, reach
from samspil.core.retention.rules import Rule, rule_of
from samspil.governance.models import Agreement, Hold, Period, PurgeReport
from samspil.tenancy.queries import current


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What holds here for one kind of data; `own` is None where the usual period does.

    `days` None: it has no end of its own. `agreed`: it may be deleted, since nobody has to be asked
    first or somebody has said yes.
    """

    rule: Rule
    own: Period | None
    agreed: bool

    @property
    def days(self) -> int | None:
        """For how many days it is kept."""
        return self.own.days if self.own and not self.rule.fixed else self.rule.days


def rule_here(category: Category) -> Rule:
    """The rule that holds in the current organisation's country."""
    return rule_of(category, country_of(current().time_zone))


def kept_everywhere() -> list[Kept]:
    """What holds here for every kind of data, in two statements."""
    own = {one.category: one for one in Period.objects.select_related("by")}
    agreed = set(Agreement.objects.values_list("category", flat=True))
    rules = [rule_here(category) for category in Category]
    return [
        Kept(
            rule=rule,
            own=own.get(rule.category),
            agreed=not rule.asks_first or rule.category in agreed,
        )
        for rule in rules
    ]


def days_kept(category: Category) -> int | None:
    """For how many days this is kept here; None: it has no end of its own. Two statements."""
    return _days(rule_here(category))


def kept_for(category: Category) -> timedelta:
    """The same of what has an end."""
    days = days_kept(category)
    assert days is not None, f"{category} has no end of its own"
    return timedelta(days=days)


def is_agreed(category: Category) -> bool:
    """Whether this may be deleted: nobody has to be asked first, or somebody has said yes."""
    asks = rule_here(category).asks_first
    return not asks or Agreement.objects.filter(category=category).exists()


def holds() -> Holds:
    """All that is held now."""
    rows = _standing().values_list("on", "value")
    return holds_of((HoldOn(on), value) for on, value in rows)


def reach_of(category: Category, *, at: datetime) -> Reach:
    """What a sweep of this may take at this time; three statements."""
    rule = rule_here(category)
    return reach(rule, days=_days(rule), holds=holds(), at=at)


def holds_on(
    address: str = "",
    *,
    cases: Iterable[UUID] = (),
    processes: Iterable[UUID] = (),
    categories: Iterable[Category] = (),
) -> list[Hold]:
    """The holds that keep this person, or any of these, from being erased; in one statement."""
    theirs = Q(on=HoldOn.CASE, value__in=[str(one) for one in cases])
    theirs |= Q(on=HoldOn.PROCESS, value__in=[str(one) for one in processes])
    theirs |= Q(on=HoldOn.CATEGORY, value__in=list(categories))
    if address.strip():
        theirs |= Q(on=HoldOn.PERSON, value=same_person(address))
    return list(_standing().filter(theirs).select_related("by").order_by("pk"))


def standing_holds() -> list[Hold]:
    """Every hold that stands, the one to be looked at first in front."""
    return list(_standing().select_related("by").order_by("review_on", "pk"))


def ended_holds(*, most: int) -> list[Hold]:
    """Holds that ended, the last in front."""
    ended = Hold.objects.filter(ended_at__isnull=False).select_related("by", "ended_by")
    return list(ended.order_by("-ended_at", "-pk")[:most])


def hold_at(public_id: UUID | str) -> Hold:
    """One hold; raises `Hold.DoesNotExist`."""
    return Hold.objects.select_related("by", "ended_by").get(public_id=public_id)


def overdue_holds(*, on: date) -> int:
    """How many holds somebody should have looked at by this day."""
    return _standing().filter(review_on__lte=on).count()


def over_holds(reach: Reach) -> QuerySet[Hold]:
    """Holds that ended long enough ago."""
    return Hold.objects.filter(ended_at__lt=reach.before)


def over_reports(reach: Reach) -> QuerySet[PurgeReport]:
    """Reports that are old enough to go."""
    return PurgeReport.objects.filter(day__lt=reach.before.date())


def purge_reports(*, most: int) -> list[PurgeReport]:
    """Reports on what was deleted, the newest first."""
    return list(PurgeReport.objects.order_by("-day")[:most])


def _days(rule: Rule) -> int | None:
    """For how many days what the rule is about is kept here."""
    if rule.fixed:
        return rule.days
    own = Period.objects.filter(category=rule.category).values_list("days", flat=True).first()
    return own or rule.days


def _standing() -> QuerySet[Hold]:
    return Hold.objects.filter(ended_at__isnull=True)
