"""Read versions: which there are, which is in use, and what each says of examples."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samspil.adapters import embedding
from samspil.core.shares import Share
from samspil.skills.registry import SKILLS
from samspil.teaching.models import Judgement, Lesson, Origin, Use, Version
from samspil.teaching.queries.examples import kept_topics, starter_digests, starter_examples
from samspil.work.models import Process
from samspil.work.queries import model_folder, processes


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version as a list shows it. `since` is from when it is in use, None where it is not."""

    version: Version
    since: datetime | None
    last_used: datetime | None
    file_there: bool

    @property
    def quality(self) -> Share:
        """How often it was right on examples it had not seen."""
        return Share(hits=self.version.right, n=self.version.tried)


def versions_of(process: Process) -> list[VersionRow]:
    """All versions of the process, newest first."""
    found = Version.objects.filter(process=process).select_related("by").order_by("-pk")
    uses = Use.objects.filter(process=process).order_by("from_at", "pk")
    since: dict[int, datetime | None] = {}
    last: dict[int, datetime | None] = {}
    for use in uses:
        since[use.version_id] = use.from_at if use.to_at is None else None
        last[use.version_id] = use.to_at or use.from_at
    return [
        VersionRow(
            version=one,
            since=since.get(one.pk),
            last_used=last.get(one.pk),
            file_there=file_there(one),
        )
        for one in found
    ]


def version_in_use(process: Process) -> Version | None:
    """The version in use; None where none was ever chosen here."""
    use = Use.objects.filter(process=process, to_at__isnull=True).select_related("version").first()
    return use.version if use else None


def version_at(public_id: UUID) -> Version:
    """One version with its process; raises `Version.DoesNotExist`."""
    return Version.objects.select_related("process", "by").get(public_id=public_id)


def lesson_at(public_id: UUID) -> Lesson:
    """One lesson with its process and version; raises `Lesson.DoesNotExist`."""
    found = Lesson.objects.select_related("process", "by", "version")
    return found.defer("rows", "half").get(public_id=public_id)


def file_there(version: Version) -> bool:
    """Whether the version's file lies where it should, as long as it was."""
    if version.origin == Origin.STARTER:
        return True
    try:
        size = (model_folder() / version.model_file).stat().st_size
    except OSError:
        return False
    return not version.file_bytes or size == version.file_bytes


def embedding_changed(process: Process) -> bool:
    """Whether what the process was taught goes by words only, since the embedding is another now.

    Where the embedding is switched off nothing goes by it, so nothing is said.
    """
    now = embedding.chosen()
    if now is None or not process.model_file:
        return False
    taught_with = SKILLS[process.skill].taught_with(model_folder() / process.model_file)
    return taught_with not in ("", now.name)


def behind_the_embedding() -> list[Process]:
    """The processes whose own taught version was taught with another embedding than today's."""
    return [one for one in processes() if embedding_changed(one)]


def said_by(version: Version) -> dict[str, str]:
    """What the version says of examples it had not seen, by digest."""
    found = Judgement.objects.filter(version=version).first()
    if found is None:
        return {}
    both = {**found.later, **found.unseen}
    return {digest: said for digest, said in both.items() if said is not None}


def topics_known(version: Version, process: Process) -> frozenset[str] | None:
    """The topics that the version can name; None where that was not written down."""
    if version.origin == Origin.EARLIER:
        return None
    known = set(version.counts)
    if version.origin == Origin.STARTER or version.with_starter:
        known |= {one.topic for one in starter_examples(process.skill, process.starter)}
    return frozenset(known)


def not_judged(version: Version, truth: Mapping[str, str]) -> list[str]:
    """The digests of examples that the version has yet to be tried on, and has not learned from."""
    found = Judgement.objects.filter(version=version).first()
    known = {*found.later, *found.unseen} if found else set()
    if version.origin == Origin.STARTER or version.with_starter:
        known |= starter_digests(version.process.skill, version.process.starter)
    return [digest for digest in truth if digest not in known]


def truth_of(process: Process) -> dict[str, str]:
    """The topic of each kept example, by digest."""
    return kept_topics(process)
