"""What differs between an initiative and how its task is divided now, for programs."""

from ninja import Schema

from samspil.pipeline.models import Initiative
from samspil.pipeline.queries import differing_one
from samspil.pipeline.views.differing import reasons_told, rows_told


class StepOut(Schema):
    """What taking over changes: `where` is a stage of the plan or the process itself, as it is laid
    down `now`, and `then`."""

    where: str
    what: str
    now: str
    then: str


class DiffersOut(Schema):
    """That the task is divided otherwise than is laid down. `division` is how it is divided now,
    `was` how it was when that was laid down (null: not known). `ground` is `law` where the law
    leaves AI less, `divided` where the task was divided anew, `planned` where a person planned
    otherwise. `live`: taking it over changes the process at once. `changes` are none where a person
    does the task alone. `mark` is sent along when it is taken over."""

    division: str
    was: str | None
    ground: str
    reasons: list[str]
    live: bool
    changes: list[StepOut]
    mark: str


def differs_of(initiative: Initiative) -> DiffersOut | None:
    """What differs of an initiative; None where nothing does."""
    found = differing_one(initiative)
    if found is None:
        return None
    difference = found.difference
    return DiffersOut(
        division=difference.division, was=difference.was, ground=difference.ground,
        reasons=reasons_told(found), live=difference.lives, mark=difference.mark,
        changes=[
            StepOut(where=where, what=what, now=now, then=then)
            for where, what, now, then in rows_told(found)
        ],
    )  # fmt: skip
