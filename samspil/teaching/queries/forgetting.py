"""What AI was taught by what one person wrote: their examples, and the versions of them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from samspil.core.examples import digest_of
from samspil.core.forgetting import Kept, Said, enough_left, own_examples
from samspil.people.models import Colleague
from samspil.teaching.models import Example, Judgement, Lesson, Origin, Stage, Use, Version
from samspil.work.models import Direction, Message, Process
from samspil.work.queries import case_at, first_message, processes, written_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What a person left in what one process was taught.

    `examples` are theirs by primary key, `standing` the digests of those that nobody has removed,
    `digests` all under which their texts may be known. `versions` were taught with them; `using` is
    the version in use where it is one of these. `topics` counts the examples of others, `waiting`
    the rows of theirs in files that somebody looked at. `learns`: a lesson runs here now.
    """

    process: Process
    examples: Sequence[int]
    standing: frozenset[str]
    digests: frozenset[str]
    versions: Sequence[Version]
    using: Version | None
    topics: Mapping[str, int]
    waiting: int
    learns: bool

    @property
    def left(self) -> int:
        """How many examples of others there are."""
        return sum(self.topics.values())

    @property
    def can_learn(self) -> bool:
        """Whether so many are left that AI can learn anew, as the version in use was taught."""
        with_starter = self.using is not None and self.using.with_starter
        return enough_left(self.topics, with_starter=with_starter)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTraces:
    """What a person left in all that AI was taught; `cases` is in how many cases they wrote."""

    cases: int
    processes: Sequence[Traces]

    @property
    def examples(self) -> int:
        """How many examples are theirs, in all processes."""
        return sum(len(one.examples) for one in self.processes)


@dataclass(slots=True)
class _Here:
    """One process's examples, parted; and the digests that are to go."""

    own: list[Kept]
    others: list[Kept]
    digests: frozenset[str]


def traces_of(address: str) -> PersonTraces:
    """What whoever writes from this address left in what AI was taught, in every process."""
    said = _said(address)
    theirs = {one.digest for one in said if one.theirs}
    if not theirs:
        return PersonTraces(cases=0, processes=())
    here = _parted(said, theirs)
    taught, using, running = _taught(here), _using(), _running()
    waiting = _waiting(here)
    found = [
        Traces(
            process=process,
            examples=[one.number for one in here[process.pk].own],
            standing=frozenset(one.digest for one in here[process.pk].own if one.standing),
            digests=here[process.pk].digests,
            versions=taught[process.pk],
            using=next((one for one in taught[process.pk] if one.pk in using), None),
            topics=Counter(one.topic for one in here[process.pk].others if one.standing),
            waiting=waiting[process.pk],
            learns=process.pk in running,
        )
        for process in processes()
        if here[process.pk].own or taught[process.pk] or waiting[process.pk]
    ]
    return PersonTraces(cases=len({one.case for one in said if one.theirs}), processes=found)


def sender_of(public_id: UUID, *, reader: Colleague) -> str:
    """Who wrote first in a case, by address or by the name given; raises `Case.DoesNotExist`."""
    case = case_at(public_id, reader=reader)
    came = first_message(case)
    return (came.sender or came.reply_to) if came else ""


def _said(address: str) -> list[Said]:
    """All texts that came in the cases in which they wrote."""
    own = dict(written_by(address).values_list("pk", "case"))
    if not own:
        return []
    came = Message.objects.filter(case__in={*own.values()}, direction=Direction.IN)
    came = came.exclude(text="")
    rows = came.values_list("pk", "case", "text")
    return [Said(case=case, digest=digest_of(text), theirs=pk in own) for pk, case, text in rows]


def _parted(said: Sequence[Said], theirs: Collection[str]) -> defaultdict[int, _Here]:
    """By process, also for those that have no example."""
    columns = ("pk", "process", "digest", "topic", "case", "removed_at")
    kept = [
        Kept(number=pk, process=process, digest=digest, topic=topic, case=case,
             standing=removed_at is None)
        for pk, process, digest, topic, case, removed_at in Example.objects.values_list(*columns)
    ]  # fmt: skip
    own = {one.number for one in own_examples(kept, said)}
    found = defaultdict[int, _Here](lambda: _Here([], [], frozenset(theirs)))
    for one in kept:
        here = found[one.process]
        (here.own if one.number in own else here.others).append(one)
    for here in found.values():
        kept_by_others = {one.digest for one in here.others}
        here.digests = frozenset({*theirs, *(one.digest for one in here.own)} - kept_by_others)
    return found


def _taught(here: Mapping[int, _Here]) -> defaultdict[int, list[Version]]:
    """The versions that were taught with what is to go, oldest first.

    Of one made before versions were kept nobody knows, so it counts where examples are to go.
    """
    found = defaultdict[int, list[Version]](list)
    earlier = Version.objects.filter(origin=Origin.EARLIER).order_by("pk")
    for version in earlier:
        if here[version.process_id].own:
            found[version.process_id].append(version)
    judgements = Judgement.objects.select_related("version").order_by("version")
    for judgement in judgements.defer("later").iterator():
        version = judgement.version
        if here[version.process_id].digests & {*judgement.unseen}:
            found[version.process_id].append(version)
    return found


def _using() -> set[int]:
    return set(Use.objects.filter(to_at__isnull=True).values_list("version", flat=True))


def _running() -> set[int]:
    return set(Lesson.objects.filter(stage=Stage.RUNNING).values_list("process", flat=True))


def _waiting(here: Mapping[int, _Here]) -> Counter[int]:
    """The rows of theirs in files that are looked at, or that a lesson has yet to keep."""
    unkept = Lesson.objects.filter(stage__in=[Stage.LOOKED, Stage.RUNNING])
    return Counter(
        process
        for process, rows in unkept.values_list("process", "rows")
        for text, _topic in rows
        if digest_of(text) in here[process].digests
    )
