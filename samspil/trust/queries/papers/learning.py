"""What papers say of how people learn: trainings, and the guidelines that hold."""

from django.db.models import Count, Max

from samspil.core.filings.facts import Rule, Taught
from samspil.core.guidelines import restored
from samspil.governance.queries import holding_rules
from samspil.people.models import Training
from samspil.people.queries import day_of


def taught() -> tuple[Taught, ...]:
    """Every training of whoever works here, by what it was in, the latest first."""
    rows = (
        Training.objects.filter(colleague__left_at=None)
        .order_by()
        .values("what")
        .annotate(people=Count("colleague", distinct=True), last=Max("day"))
    )
    found = [Taught(what=row["what"], people=row["people"], last=row["last"]) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.last, one.what), reverse=True))


def rules() -> tuple[Rule, ...]:
    """Every guideline that holds."""
    return tuple(
        Rule(
            title={key: one.title for key, one in restored(version.texts).items()},
            number=version.number,
            on=day_of(version.at),
            confirmed=reading.confirmed or None,
            people=reading.people,
        )
        for guideline, reading in holding_rules()
        if (version := guideline.current) is not None
    )
