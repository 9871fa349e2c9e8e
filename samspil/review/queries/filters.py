"""The filters somebody keeps or that a team of theirs shares, and how many cases each shows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import IntegerField, Q, QuerySet, Subquery

from samspil.people.models import Colleague
from samspil.review.models import SavedFilter
from samspil.review.queries.listing import Wanted, Whose, parts
from samspil.tenancy.models import Organisation
from samspil.tenancy.queries import current_id
from samspil.work.models import Case
from samspil.work.queries import own_teams

WHOSE = "whose"
KEPT = ("process", "route", "level", "topic", "language", "tag", "late")
"""What a filter keeps beside whose cases it is about."""
SHOWN = 12
"""How many stand in the row."""
COUNTED = 99


class Counted(Subquery):
    """How many rows a query gives."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickLink:
    """A filter in the row; `count` is None where it was not asked for, or where `gone` says that
    the filter names what is not here any more.
    """

    kept: SavedFilter
    parameters: Mapping[str, str]
    gone: bool = False
    count: int | None = None

    @property
    def counted(self) -> str:
        """The count as it is shown."""
        if self.count is None:
            return ""
        return f"{COUNTED}+" if self.count > COUNTED else str(self.count)


def own_filters(owner: Colleague) -> QuerySet[SavedFilter]:
    """Somebody's filters, in their order."""
    mine = SavedFilter.objects.filter(owner=owner, removed_at__isnull=True)
    return mine.order_by("place", "pk")


def filters_of(colleague: Colleague) -> list[SavedFilter]:
    """One's own filters in their order, then those that a team of one's own shares."""
    shared = Q(team__in=own_teams(colleague))
    seen = SavedFilter.objects.filter(Q(owner=colleague) | shared, removed_at__isnull=True)
    rows = seen.select_related("owner", "team").order_by("place", "pk")
    return sorted(rows, key=lambda one: one.owner_id != colleague.pk)[:SHOWN]


def filter_at(public_id: UUID | str) -> SavedFilter:
    """One filter, also a removed one; raises `SavedFilter.DoesNotExist`."""
    return SavedFilter.objects.select_related("team").get(public_id=public_id)


def quick_links(
    kept: Sequence[SavedFilter], *, known: Mapping[str, Collection[str]] | None = None
) -> list[QuickLink]:
    """The row without counts; `known` is what the choices can still be."""
    return [
        QuickLink(
            kept=one,
            parameters={name: one.choices[name] for name in (WHOSE, *KEPT) if name in one.choices},
            gone=_gone(one.choices, known or {}),
        )
        for one in kept
    ]


def with_counts(links: Sequence[QuickLink], *, colleague: Colleague) -> list[QuickLink]:
    """The row with counts up to 99, in one statement however many there are."""
    asked = {
        f"n{i}_{j}": part
        for i, link in enumerate(links)
        if not link.gone
        for j, part in enumerate(_parts(link, colleague))
    }
    counts = _counts(asked)
    return [replace(link, count=_sum(counts, f"n{i}_")) for i, link in enumerate(links)]


def _counts(asked: Mapping[str, QuerySet[Case]]) -> Mapping[str, int]:
    if not asked:
        return {}
    each = [Counted(cases.values("pk")[: COUNTED + 1]) for cases in asked.values()]
    counts = Organisation.objects.filter(pk=current_id() or 0).values_list(*each)[0]
    return dict(zip(asked, counts, strict=True))


def _sum(counts: Mapping[str, int], name: str) -> int | None:
    found = [count for key, count in counts.items() if key.startswith(name)]
    return sum(found) if found else None


def _parts(link: QuickLink, colleague: Colleague) -> list[QuerySet[Case]]:
    whose = Whose(link.parameters.get("whose", Whose.TEAMS))
    narrowing = {name: link.parameters.get(name, "") for name in KEPT}
    return parts(colleague, Wanted(whose=whose, **narrowing))  # type: ignore[arg-type]  # its fields


def _gone(choices: Mapping[str, str], known: Mapping[str, Collection[str]]) -> bool:
    return any(choices.get(name) and choices[name] not in values for name, values in known.items())
