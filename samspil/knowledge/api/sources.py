"""Sources by program: what there is, how it went, and to look there now."""

from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Router, Schema, Status
from ninja.errors import HttpError

from samspil.knowledge import actions
from samspil.knowledge.access import check_may_keep
from samspil.knowledge.models import Source, SourceRun
from samspil.knowledge.queries import SourceRow, source_at, source_rows, story_of
from samspil.people.models import Colleague
from samspil.people.queries import WorkRequest

router = Router()


class RunOut(Schema):
    """A round; `ended_at` is null while it goes on, `trouble` why it did not come to its end."""

    began_at: datetime
    ended_at: datetime | None
    new: int
    changed: int
    known: int
    failed: int
    missing: int
    removed: int
    trouble: str


class SourceOut(Schema):
    """A source; `kind` is folder, web or mail. `documents` answer; `missing` of them are not there
    any more, and wait for somebody to say whether they go."""

    id: UUID
    name: str
    kind: str
    place: str
    owner: UUID
    secrecy: str
    team: UUID | None
    review_months: int | None
    pace: str
    remove_missing: bool
    paused: bool
    next_at: datetime
    documents: int
    not_read: int
    missing: int
    latest: RunOut | None


class FaultOut(Schema):
    """What could not be read, and why."""

    place: str
    why: str


class StoryOut(Schema):
    """A source, what in it could not be read (at most 100), and its latest 20 rounds."""

    source: SourceOut
    faults: list[FaultOut]
    runs: list[RunOut]


class SourcesOut(Schema):
    """The sources by name, at most 200."""

    sources: list[SourceOut]


@router.get("/sources", response=SourcesOut)
def sources(request: WorkRequest) -> SourcesOut:
    """The sources that the token's colleague may see."""
    rows = source_rows(check_may_keep(request.colleague))
    return SourcesOut(sources=[out_of(row) for row in rows])


@router.get("/sources/{uuid:source}", response=StoryOut)
def one_source(request: WorkRequest, source: UUID) -> StoryOut:
    """One source, and how looking there went."""
    story = story_of(find(check_may_keep(request.colleague), source))
    return StoryOut(
        source=out_of(story.row),
        faults=[FaultOut(place=item.place, why=why) for item, why in story.faults],
        runs=[_run(run, why) for run, why in story.runs],
    )


@router.post("/sources/{uuid:source}/fetch", response={202: SourceOut})
def fetch(request: WorkRequest, source: UUID) -> Status[SourceOut]:
    """Look there now, in the background; 409 where it is paused or looked through already."""
    colleague = check_may_keep(request.colleague)
    found = find(colleague, source)
    if actions.begin_round(found, by=colleague, at=timezone.now()) is None:
        raise HttpError(409, "It is paused, or being looked through already.")
    return Status(202, out_of(story_of(found).row))


def find(reader: Colleague, public_id: UUID) -> Source:
    """A source the reader may see, or 404."""
    try:
        return source_at(public_id, reader=reader)
    except Source.DoesNotExist:
        raise Http404 from None


def out_of(row: SourceRow) -> SourceOut:
    """A source as programs are told of it."""
    one = row.source
    return SourceOut(
        id=one.public_id, name=one.name, kind=one.kind, place=one.place,
        owner=one.owner.public_id, secrecy=one.secrecy,
        team=one.team.public_id if one.team else None, review_months=one.review_months,
        pace=one.pace, remove_missing=one.remove_missing, paused=one.paused_at is not None,
        next_at=one.due_at, documents=row.documents, not_read=row.faults, missing=row.missing,
        latest=_run(row.run, row.trouble) if row.run else None,
    )  # fmt: skip


def _run(run: SourceRun, trouble: str) -> RunOut:
    return RunOut(
        began_at=run.began_at, ended_at=run.ended_at, new=run.new, changed=run.changed,
        known=run.known, failed=run.failed, missing=run.missing, removed=run.removed,
        trouble=trouble,
    )  # fmt: skip
