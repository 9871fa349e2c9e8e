"""Maps as a list, and one thing by its address."""

from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from samspil.audit.models import Task
from samspil.people.models import Team
from samspil.people.queries import teams
from samspil.process_maps.models import Connection, ProcessMap, Step
from samspil.work.models import Process

PAGE = 50


def there() -> QuerySet[ProcessMap]:
    """Maps on the list, with how many steps each has."""
    maps = ProcessMap.objects.filter(removed_at=None).select_related("team", "person", "plan_of")
    return maps.annotate(n=Count("steps", filter=Q(steps__removed_at=None)))


def map_page(*, before: int | None = None) -> tuple[list[ProcessMap], int | None]:
    """How things run, the newest first, each with its plans; and where the next page begins."""
    found = there().filter(Q(plan_of=None) | Q(plan_of__removed_at__isnull=False))
    found = found if before is None else found.filter(pk__lt=before)
    plans = Prefetch("plans", queryset=there().order_by("pk"))
    rows = list(found.prefetch_related(plans).order_by("-pk")[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].pk if len(rows) > PAGE else None


def map_at(public_id: UUID) -> ProcessMap:
    """The one of this address; raises `ProcessMap.DoesNotExist`."""
    return there().get(public_id=public_id)


def removed_map_at(public_id: UUID) -> ProcessMap:
    """The same, also where it is off the list."""
    return ProcessMap.objects.get(public_id=public_id)


def step_at(public_id: UUID) -> Step:
    """A step of a map on the list, left out or not; raises `Step.DoesNotExist`."""
    found = Step.objects.select_related("map", "team", "person", "process", "task")
    return found.get(public_id=public_id, map__removed_at=None)


def way_at(public_id: UUID) -> Connection:
    """A way of a map on the list, taken away or not; raises `Connection.DoesNotExist`."""
    found = Connection.objects.select_related("map", "source__map", "target")
    return found.get(public_id=public_id, map__removed_at=None)


def position_of(public_id: UUID) -> int | None:
    """Where a list goes on after this map; None where there is none."""
    return there().filter(public_id=public_id).values_list("pk", flat=True).first()


def team_called(name: str) -> Team | None:
    """The team of this name, in capitals or not; None where there is none."""
    wanted = " ".join(name.split()).casefold()
    return next((one for one in teams() if one.name.casefold() == wanted), None)


def steps_on(one: ProcessMap) -> list[Step]:
    """The steps of a map, in their order, without what was left out."""
    return list(Step.objects.filter(map=one, removed_at=None).order_by("place", "pk"))


def steps_of_process(process: Process) -> QuerySet[Step]:
    """The steps of maps that are this process or one of its topics."""
    return _elsewhere(process=process)


def steps_of_task(task: Task) -> QuerySet[Step]:
    """The steps of maps that are this task."""
    return _elsewhere(task=task)


def _elsewhere(**link: Process | Task) -> QuerySet[Step]:
    there = Step.objects.filter(removed_at=None, map__removed_at=None, **link)
    return there.select_related("map").order_by("-map", "place", "pk")[:PAGE]
