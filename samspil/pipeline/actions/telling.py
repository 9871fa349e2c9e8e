"""Letters to those whom something of the 90-day plan was given."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspil.adapters.jobs import enqueue
from samspil.core.ids import new_id
from samspil.core.pipeline.plan import WORDS, Item
from samspil.people.actions import write_letter
from samspil.people.models import Colleague
from samspil.pipeline.models import Assignment, Initiative
from samspil.tenancy.queries import current

TELL = "pipeline.tell"
MINE = "?who=mine"
"""What the address of the plan ends with where it shows one's own part only."""


def ask_to_tell(items: Sequence[tuple[int, Item]], *, to: Colleague, by: Colleague) -> None:
    """Have one letter written about items, each by its initiative's primary key."""
    asked = {
        "organisation": str(current().public_id),
        "mark": new_id().hex,
        "to": str(to.public_id),
        "by": str(by.public_id),
        "items": [[initiative, item.value] for initiative, item in items],
    }
    enqueue(TELL, asked)


def tell_given(items: Sequence[tuple[int, str]], *, mark: str, to: Colleague, by: Colleague) -> int:
    """Write about those that are still theirs; returns how many letters. The same `mark` is the
    same letter."""
    lines = _lines(items, to=to)
    if not lines or to.left_at is not None:
        return 0

    def said() -> Sequence[str]:
        first = ngettext(
            "%(name)s has given you this of the 90-day plan:",
            "%(name)s has given you these %(n)d things of the 90-day plan:",
            len(lines),
        )
        listed = "\n".join(f"- {_(words)}: {name}" for words, name in lines)
        return (first % {"name": by.name, "n": len(lines)}, listed)

    return write_letter(
        to,
        mark=f"plan-{mark}",
        subject=lambda: _("Yours in the 90-day plan"),
        said=said,
        address=reverse("pipeline:plan") + MINE,
    )


def _lines(items: Sequence[tuple[int, str]], *, to: Colleague) -> list[tuple[str, str]]:
    """In English what it is, and of which initiative."""
    keys = {initiative for initiative, _item in items}
    kept = {one.pk: one for one in Initiative.objects.filter(pk__in=keys, ended_at=None)}
    given = Assignment.objects.filter(initiative__in=keys, colleague=to)
    theirs = set(given.values_list("initiative", "item"))
    theirs |= {(one.pk, Item.EVALUATION) for one in kept.values() if one.evaluator_id == to.pk}
    return [
        (WORDS[Item(item)], kept[pk].name)
        for pk, item in items
        if pk in kept and (pk, item) in theirs
    ]
