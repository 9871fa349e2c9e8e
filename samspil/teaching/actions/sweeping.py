"""Let examples go whose time is over, and files of versions that were forgotten."""

from datetime import datetime

from django.db import transaction

from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.teaching.actions.filing import sweep_forgotten
from samspil.teaching.actions.keeping import in_parts, remove_examples
from samspil.teaching.models import Example, Version
from samspil.teaching.queries.retention import over_examples, over_looks, over_removed_examples
from samspil.tenancy.actions import delete_rows
from samspil.work.models import Process


@transaction.atomic
def sweep_examples(*, at: datetime) -> int:
    """Delete examples that are kept for long enough; returns how many.

    Versions taught with one of them are marked, as where somebody removes it.
    """
    over = over_examples(reach_of(Category.EXAMPLES, at=at))
    rows = list(over.order_by("process", "pk").values_list("process", "pk"))
    for process in Process.objects.filter(pk__in={of for of, _pk in rows}).order_by("pk"):
        remove_examples(process, [pk for of, pk in rows if of == process.pk], by=None, at=at)
    gone = [pk for _process, pk in rows]
    return sum(
        delete_rows(Example.objects.filter(pk__in=some, removed_at=at)) for some in in_parts(gone)
    )


def sweep_removed_examples(*, at: datetime) -> int:
    """Delete examples that were removed a day ago; returns how many."""
    return delete_rows(over_removed_examples(reach_of(Category.REMOVED, at=at)))


def sweep_looks(*, at: datetime) -> int:
    """Forget files that were looked at a day ago and never started; returns how many."""
    return delete_rows(over_looks(reach_of(Category.LOOKED_AT, at=at)))


def sweep_model_files(*, at: datetime) -> None:
    """Delete files of versions that were forgotten, where deleting them was broken off."""
    forgotten = Version.objects.filter(forgotten__gt=0)
    for process in Process.objects.filter(pk__in=forgotten.values("process")).order_by("pk"):
        sweep_forgotten(process, at=at)
