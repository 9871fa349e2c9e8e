"""Make versions, and choose the one in use."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.embedding import Embedder
from samspil.core.lessons import trial
from samspil.core.skill import Skill
from samspil.people.models import Colleague
from samspil.skills.registry import SKILLS, BrokenModel, load_skill
from samspil.teaching.access import check_may_teach
from samspil.teaching.actions.filing import sweep_forgotten
from samspil.teaching.actions.learning import Progress, judge
from samspil.teaching.actions.locking import lock
from samspil.teaching.models import Judgement, LaneTrial, Origin, Use, Version
from samspil.teaching.queries.examples import (
    digests_here,
    kept_topics,
    labelled,
    starter_examples,
)
from samspil.teaching.queries.versions import file_there, not_judged, version_in_use
from samspil.work.actions import use_model
from samspil.work.models import Process
from samspil.work.queries import model_folder


class BrokenVersion(Exception):
    """The version's file is missing or damaged; the message is fit to show to a person."""


def use_version(version: Version, *, by: Colleague | None, at: datetime) -> Version:
    """Let the process work with this version from now on; gives the one in use until now.

    Using the one in use changes nothing. Raises `BrokenVersion` where its file cannot be read.
    `by` is None on the command line only.
    """
    if by is not None:
        check_may_teach(by)
    check_whole(version)
    before = put_to_use(version, by=by, at=at)
    sweep_forgotten(version.process, at=at)
    return before


@transaction.atomic
def put_to_use(version: Version, *, by: Colleague | None, at: datetime) -> Version:
    """As `use_version`, of a version known to be whole; `by` is None, too, where AI takes over by
    itself. What was offered in the process is answered by it."""
    process = Process.objects.select_for_update().get(pk=version.process_id)
    before = adopt(process, at=at)
    if before.pk == version.pk:
        return before
    Use.objects.filter(process=process, to_at__isnull=True).update(to_at=at)
    Use.objects.create(process=process, version=version, by=by, from_at=at)
    open_ = LaneTrial.objects.filter(version__process=process, answered_at__isnull=True)
    open_.update(answered_at=at, answered_by=by)
    use_model(
        process,
        model_file=version.model_file,
        topics=_topics(version),
        version=version.number,
        by=by,
        at=at,
    )
    return before


def check_whole(version: Version) -> None:
    """Raise `BrokenVersion` unless the version's file can be read whole."""
    if version.origin == Origin.STARTER:
        return
    if version.swept_at is not None and version.forgotten:
        raise BrokenVersion(
            _(
                "This version was taught with what a person wrote who is forgotten: its file is "
                "gone."
            )
        )
    if version.swept_at is not None:
        raise BrokenVersion(
            _("The file of this version was deleted to make room. Teach AI again instead.")
        )
    try:
        loaded(version, embedder=None)
    except BrokenModel:
        raise BrokenVersion(
            _(
                "The file of this version is missing or damaged. Bring it back from a backup, or "
                "teach AI again."
            )
        ) from None


def loaded(version: Version, *, embedder: Embedder | None) -> Skill:
    """The skill as this version; raises `BrokenModel`."""
    process, folder = version.process, model_folder()
    skill, starter = process.skill, process.starter
    if version.origin == Origin.STARTER:
        return load_skill(skill, "", folder=folder, embedder=embedder, starter=starter)
    return SKILLS[skill].load(folder / version.model_file, embedder)  # never one kept in memory


def adopt(process: Process, *, at: datetime) -> Version:
    """The version in use, with a row made for what was in use before versions were kept."""
    found = version_in_use(process)
    if found is not None and found.model_file == process.model_file:
        return found
    starter = starter_of(process)
    version = starter
    if process.model_file:
        version, _made = Version.objects.get_or_create(
            process=process,
            model_file=process.model_file,
            origin=Origin.EARLIER,
            defaults={"at": process.created_at},
        )
    Use.objects.filter(process=process, to_at__isnull=True).update(to_at=at)
    Use.objects.create(process=process, version=version, from_at=process.created_at)
    return version


def starter_of(process: Process) -> Version:
    """The version that the process's skill came as."""
    made, _new = Version.objects.get_or_create(
        process=process,
        origin=Origin.STARTER,
        defaults={
            "at": process.created_at,
            "examples": len(starter_examples(process.skill, process.starter)),
            "with_starter": True,
        },
    )
    return made


def try_versions(process: Process, *, embedder: Embedder | None, progress: Progress) -> None:
    """Let every version whose file is there say something of the examples that came after it."""
    truth = kept_topics(process)
    versions = list(Version.objects.filter(process=process, swept_at__isnull=True).order_by("pk"))
    for number, version in enumerate(versions):
        if version.origin != Origin.EARLIER and file_there(version):
            _try(version, not_judged(version, truth), embedder=embedder)
        progress((number + 1) / len(versions))


def _try(version: Version, digests: list[str], *, embedder: Embedder | None) -> None:
    if not digests:
        return
    wanted = set(digests)
    rows = [one for one in labelled(version.process) if one.digest in wanted]
    try:
        said = judge(loaded(version, embedder=embedder), rows)
    except BrokenModel:
        return
    with transaction.atomic():
        lock(version.process)
        there = digests_here(version.process)
        said = {digest: topic for digest, topic in said.items() if digest in there}
        kept, _new = Judgement.objects.get_or_create(version=version)
        kept = Judgement.objects.select_for_update().get(pk=kept.pk)
        kept.later |= said
        kept.save(update_fields=["later"])
        if version.origin == Origin.STARTER:
            shown = trial(kept_topics(version.process), kept.later).overall
            Version.objects.filter(pk=version.pk).update(right=shown.hits, tried=shown.n)


def _topics(version: Version) -> list[str]:
    if version.origin == Origin.STARTER:
        return []
    return list(version.counts)
