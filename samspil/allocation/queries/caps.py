"""What the law leaves AI of tasks, without all else that is known of them."""

from collections.abc import Iterable, Mapping

from samspil.allocation.models import Judgement
from samspil.audit.models import Task
from samspil.core.allocation.law import About, Cap, Touch, cap_of


def caps_of(tasks: Iterable[Task]) -> Mapping[int, Cap]:
    """The cap on each of these tasks, by primary key; one statement, none where there is none."""
    there = {one.pk: one for one in tasks}
    rows = Judgement.objects.filter(task__in=there) if there else Judgement.objects.none()
    said = {
        task: Touch(about=About(about), decides=decides, feels=feels)
        for task, about, decides, feels in rows.values_list("task", "about", "decides", "feels")
    }
    return {pk: cap_of(said.get(pk, Touch()), title=one.title) for pk, one in there.items()}
