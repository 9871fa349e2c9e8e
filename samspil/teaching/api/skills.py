"""Skills by program: what there is, what it was taught, teach it, choose a version."""

from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.examples import Labelled
from samspil.people.queries import WorkRequest
from samspil.teaching import actions
from samspil.teaching.access import check_may_see, check_may_teach
from samspil.teaching.models import Lesson, Source, Version
from samspil.teaching.queries import VersionRow, lesson_at, version_at, versions_of
from samspil.teaching.queries.examples import topic_keys
from samspil.teaching.queries.overview import skills
from samspil.work.queries import process_at

MOST = 500
router = Router(tags=["skills"])


class UsingOut(Schema):
    """A process that uses the skill. `right` of `tried` examples it had not seen were right."""

    process: UUID
    name: str
    version: UUID | None
    right: int
    tried: int
    examples: int
    few: list[str]
    agreed: int
    changed: int
    rejected: int


class SkillOut(Schema):
    """What AI can do, in English."""

    name: str
    purpose: str
    reads: str
    never_reads: str
    languages: list[str]
    processes: list[UsingOut]


class SkillsOut(Schema):
    """All of them."""

    skills: list[SkillOut]


class VersionOut(Schema):
    """One version. `interval` bounds the share of right ones with 95 % confidence."""

    id: UUID
    origin: str
    number: str
    at: datetime
    in_use: bool
    examples: int
    right: int
    tried: int
    interval: tuple[float, float]
    gone: int
    file_there: bool


class VersionsOut(Schema):
    """Newest first."""

    versions: list[VersionOut]


class ExampleIn(Schema):
    """A text and its topic: a key, or what the topic is called."""

    text: str = Field(min_length=1, max_length=20_000)
    topic: str = Field(min_length=1, max_length=80)


class ExamplesIn(Schema):
    """Up to 500 at a time."""

    examples: list[ExampleIn] = Field(min_length=1, max_length=MOST)


class ExamplesOut(Schema):
    """How many are new, got another topic, and were here already."""

    added: int
    changed: int
    known: int


class LessonIn(Schema):
    """`with_starter`: learn from what AI came with, too; null leaves it to Samspil."""

    with_starter: bool | None = None


class LessonOut(Schema):
    """How far a lesson is (0 to 1), and the version it made."""

    id: UUID
    stage: str
    share: float
    problem: str
    version: UUID | None


@router.get("/skills", response=SkillsOut, summary="List the skills")
def read_skills(request: WorkRequest) -> SkillsOut:
    """Every skill, and the processes that use it."""
    check_may_see(request.colleague)
    return SkillsOut(
        skills=[
            SkillOut(
                name=row.name,
                purpose=row.about.purpose,
                reads=row.about.reads,
                never_reads=row.about.never_reads,
                languages=list(row.about.languages),
                processes=[
                    UsingOut(
                        process=one.process.public_id,
                        name=one.process.name,
                        version=one.version.public_id if one.version else None,
                        right=one.quality.hits,
                        tried=one.quality.n,
                        examples=one.examples,
                        few=one.few,
                        agreed=one.live.agreed,
                        changed=one.live.changed,
                        rejected=one.live.rejected,
                    )
                    for one in row.using
                ],
            )
            for row in skills()
        ]
    )


@router.get("/processes/{uuid:process_id}/versions", response=VersionsOut, summary="List versions")
def read_versions(request: WorkRequest, process_id: UUID) -> VersionsOut:
    """What the process's skill was taught."""
    check_may_see(request.colleague)
    return VersionsOut(versions=[_version(row) for row in versions_of(process_at(process_id))])


@router.post("/processes/{uuid:process_id}/examples", response=ExamplesOut, summary="Keep examples")
def keep_examples(request: WorkRequest, process_id: UUID, payload: ExamplesIn) -> ExamplesOut:
    """Keep labelled examples, masked; a text that is here already gets the topic given now."""
    colleague = check_may_teach(request.colleague)
    process = process_at(process_id)
    keys = topic_keys(process)
    rows, _found = actions.masked(
        Labelled(text=one.text, topic=keys.get(one.topic.casefold(), one.topic))
        for one in payload.examples
    )
    kept = actions.keep_examples(
        process,
        [actions.Fresh(labelled=row) for row in rows if row.text],
        source=Source.FILE,
        by=colleague,
        at=timezone.now(),
    )
    return ExamplesOut(added=kept.added, changed=kept.changed, known=kept.known)


@router.post(
    "/processes/{uuid:process_id}/lessons", response={202: LessonOut}, summary="Teach the skill"
)
def teach(request: WorkRequest, process_id: UUID, payload: LessonIn) -> Status[LessonOut]:
    """Teach from the kept examples, in the background; the version in use stays in use."""
    colleague = check_may_teach(request.colleague)
    try:
        made = actions.teach_again(
            process_at(process_id),
            by=colleague,
            at=timezone.now(),
            with_starter=payload.with_starter,
        )
    except actions.NoExamples as why:
        raise HttpError(422, str(why)) from why
    return Status(202, _lesson(made))


@router.get("/lessons/{uuid:lesson_id}", response=LessonOut, summary="See how far a lesson is")
def read_lesson(request: WorkRequest, lesson_id: UUID) -> LessonOut:
    """How far it is, and what came of it."""
    check_may_teach(request.colleague)
    try:
        return _lesson(lesson_at(lesson_id))
    except Lesson.DoesNotExist:
        raise Http404 from None


@router.post("/versions/{uuid:version_id}/use", response=VersionOut, summary="Use a version")
def use_version(request: WorkRequest, version_id: UUID) -> VersionOut:
    """Work with this version from now on; using it twice changes nothing."""
    colleague = check_may_teach(request.colleague)
    try:
        found = version_at(version_id)
    except Version.DoesNotExist:
        raise Http404 from None
    try:
        actions.use_version(found, by=colleague, at=timezone.now())
    except actions.BrokenVersion as why:
        raise HttpError(409, str(why)) from why
    rows = versions_of(found.process)
    return _version(next(row for row in rows if row.version.pk == found.pk))


def _lesson(lesson: Lesson) -> LessonOut:
    return LessonOut(
        id=lesson.public_id,
        stage=lesson.stage,
        share=lesson.share,
        problem=lesson.problem,
        version=lesson.version.public_id if lesson.version else None,
    )


def _version(row: VersionRow) -> VersionOut:
    version = row.version
    return VersionOut(
        id=version.public_id,
        origin=version.origin,
        number=version.number,
        at=version.at,
        in_use=row.since is not None,
        examples=version.examples,
        right=version.right,
        tried=version.tried,
        interval=row.quality.interval,
        gone=version.gone,
        file_there=row.file_there and version.swept_at is None,
    )
