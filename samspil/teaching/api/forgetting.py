"""A person by program: look what AI was taught by what they wrote, and let it forget that."""

from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema

from samspil.people.queries import WorkRequest
from samspil.teaching import actions
from samspil.teaching.access import check_may_forget
from samspil.teaching.queries import PersonTraces, traces_of

router = Router(tags=["skills"])


class PersonIn(Schema):
    """The address as their messages name their sender; for a form without one, their name."""

    address: str = Field(min_length=1, max_length=254)


class TracesOut(Schema):
    """What is theirs in one process.

    `left` examples are others'. `versions` were taught with theirs, `in_use` says whether the one
    in use is among them. `lesson` is the one that forgetting began; null where none was needed or
    too few examples are left, which `can_learn` tells.
    """

    process: UUID
    name: str
    examples: int
    left: int
    versions: int
    in_use: bool
    can_learn: bool
    lesson: UUID | None


class PersonOut(Schema):
    """In how many cases they wrote, and what AI was taught by it."""

    cases: int
    examples: int
    processes: list[TracesOut]


@router.post("/forgetting/look", response=PersonOut, summary="Look what AI was taught by a person")
def look(request: WorkRequest, payload: PersonIn) -> PersonOut:
    """Nothing is changed by it."""
    check_may_forget(request.colleague)
    return _person(traces_of(payload.address), lessons={})


@router.post("/forgetting", response=PersonOut, summary="Let AI forget a person")
def forget(request: WorkRequest, payload: PersonIn) -> PersonOut:
    """Delete their examples for good, and learn anew where it is needed; twice changes nothing."""
    colleague = check_may_forget(request.colleague)
    done = actions.forget_person(payload.address, by=colleague, at=timezone.now())
    begun = {process: lesson.public_id for process, lesson in done.lessons.items()}
    return _person(done.traces, lessons=begun)


def _person(found: PersonTraces, *, lessons: dict[int, UUID]) -> PersonOut:
    return PersonOut(
        cases=found.cases,
        examples=found.examples,
        processes=[
            TracesOut(
                process=one.process.public_id,
                name=one.process.name,
                examples=len(one.examples),
                left=one.left,
                versions=len(one.versions),
                in_use=one.using is not None,
                can_learn=one.can_learn,
                lesson=lessons.get(one.process.pk),
            )
            for one in found.processes
        ],
    )
